//! The layout of every view at the sizes of phones, on a desktop and at a zoom of 400 %: each site is opened once, and
//! its window is resized.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, language_codes};
use acceptance::site::SiteKind;
use acceptance::with_world;
use serde::Deserialize;
use serde_json::json;

use crate::Outcome;

/// A window: its width and height in CSS pixels, and how many pixels of the screen each of them has.
type Window = (u32, u32, f64);

/// The windows in which displays are measured: phones, upright and on their side, desktops and a projector.
const SCREENS: [Window; 9] = [
    (320, 568, 2.0),
    (360, 640, 2.0),
    (375, 667, 3.0),
    (390, 844, 3.0),
    (412, 915, 2.625),
    (844, 390, 3.0),
    (1280, 720, 1.0),
    (1440, 900, 1.25),
    (1920, 1080, 1.0),
];

/// The control that shows both types of validator.
const SIDE_BY_SIDE: &str = "[data-side-by-side]";

fn opened<W: SiteWithPage>(query: &str) -> Result<Page<W>, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    Page::open(chromium, &address(&format!("{}{}", base_url()?, W::SITE.path), query))
}

/// The controls that lead to the views with a device, one after the other.
fn views<W: SiteWithPage>() -> Vec<Option<&'static str>> {
    let devices = W::SITE.devices.iter().map(|device| device.chooser);
    devices.chain((W::SITE.devices.len() > 1).then_some(Some(SIDE_BY_SIDE))).collect()
}

fn resize<W: SiteWithPage>(page: &Page<W>, (width, height, pixels): Window) -> Outcome {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": pixels, "mobile": width < 900 });
    page.chromium().devtools("Emulation.setDeviceMetricsOverride", size).map(drop)
}

/// A display as it is shown.
#[derive(Debug, Deserialize)]
struct Display {
    name: String,
    /// The width and height of one of its pixels, in pixels of the screen.
    dot: [f64; 2],
    /// The margins between its glass and its picture, in its pixels.
    margins: [f64; 4],
    /// How many times as large a pixel could be in its opening.
    most: f64,
    /// Whether a finger operates it.
    is_touched: bool,
}

const DISPLAYS: &str = "const [done] = arguments;
    const openings = { display: [294, 147, 360], keys: [246, 123, 340], touch: [304, 228, 340] };
    const measure = (canvas) => {
        const glass = canvas.parentElement;
        const name = glass.dataset.display ?? 'display';
        const [across, down, device] = openings[name];
        const [picture, pane] = [canvas, glass].map((one) => one.getBoundingClientRect());
        const unit = glass.parentElement.getBoundingClientRect().width / device * devicePixelRatio;
        const dot = [picture.width / canvas.width, picture.height / canvas.height];
        const margins = [picture.left - pane.left, pane.right - picture.right, picture.top - pane.top,
            pane.bottom - picture.bottom].map((margin) => margin / dot[0]);
        return {
            name, dot: dot.map((side) => side * devicePixelRatio), margins,
            most: Math.min(across * unit / canvas.width, down * unit / canvas.height),
            is_touched: name === 'touch',
        };
    };
    requestAnimationFrame(() => requestAnimationFrame(() => done(
        Array.from(document.querySelectorAll('main canvas')).filter((one) => one.checkVisibility()).map(measure))));";

impl Display {
    /// A pixel of the display is a square of whole pixels of the screen, as large as its opening allows, and its glass
    /// is no more than a pixel wider than its picture.
    #[expect(clippy::float_arithmetic, reason = "the browser measures in fractions of pixels")]
    fn check(&self) -> Outcome {
        let [across, down] = self.dot;
        let is_whole = if self.is_touched { self.most.floor() >= self.most * 0.8 } else { self.most >= 1.0 };
        let dot = if is_whole { self.most.floor() } else { self.most };
        let is_near = |one: f64, other: f64| (one - other).abs() < 0.02;
        let is_right = is_near(across, dot)
            && is_near(down, dot)
            && self.margins.iter().all(|margin| (-0.05..1.05).contains(margin));
        if is_right { Ok(()) } else { Err(format!("a pixel of {dot} is expected: {self:?}")) }
    }
}

fn check_displays<W: SiteWithPage>(page: &Page<W>, window: Window, count: usize) -> Outcome {
    resize(page, window)?;
    until(|| {
        let displays: Vec<Display> = page.chromium().evaluate_async(DISPLAYS, Vec::new())?;
        let (found, shown) = (displays.len(), displays.iter().map(|display| display.name.as_str()).collect::<Vec<_>>());
        if found != count {
            return Err(format!("{window:?}: the displays are {shown:?}"));
        }
        displays.iter().try_for_each(Display::check).map_err(|why| format!("{window:?}: {why}"))
    })
}

#[test]
fn a_pixel_of_every_display_is_a_whole_number_of_pixels_of_the_screen() -> Outcome {
    fn at_every_size<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(MANUAL_CLOCK)?;
        for view in views::<W>() {
            resize(&page, (1440, 900, 1.0))?;
            view.map_or(Ok(()), |control| page.click(control))?;
            let count = if view == Some(SIDE_BY_SIDE) { 2 } else { 1 };
            SCREENS.into_iter().try_for_each(|window| check_displays(&page, window, count))?;
        }
        page.go(&address(&format!("{}{}", base_url()?, W::SITE.path), "?view=projector"))?;
        SCREENS.into_iter().try_for_each(|window| check_displays(&page, window, 1))?;
        for device in W::SITE.devices {
            let embedded = format!("?embed={}", device.name);
            page.go(&address(&format!("{}{}", base_url()?, W::SITE.path), &embedded))?;
            SCREENS.into_iter().try_for_each(|window| check_displays(&page, window, 1))?;
        }
        Ok(())
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => at_every_size::<W>()))
}

/// Phones, upright and on their side, and 1280 x 1024 pixels at a zoom of 400 %.
const PHONES: [Window; 7] = [
    (320, 568, 2.0),
    (360, 640, 2.0),
    (390, 844, 2.0),
    (568, 320, 2.0),
    (640, 360, 2.0),
    (844, 390, 2.0),
    (320, 256, 4.0),
];

/// What does not fit: the page, its device, a text of the device or of the head of the page, and the wallet.
/// `arguments[0]` is whether the text has its ordinary size.
const FAULTS: &str = "const [isOrdinary, done] = arguments;
    const box = (one) => one.getBoundingClientRect();
    const round = ({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join();
    const faults = [];
    const look = () => {
        const isLow = innerHeight < 300;
        const { clientWidth, scrollWidth } = document.documentElement;
        if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide`);
        const device = document.querySelector('.pillar, .validator[data-here=true]');
        const sheet = document.querySelector('.sheet');
        const floor = sheet ? box(sheet).top : innerHeight;
        const { left, right, top, bottom, height } = box(device);
        const isWhole = left >= -1 && right <= clientWidth + 1 && height <= floor + 1;
        // With ordinary text it is whole without scrolling; where the window is lowest, its display and keys are.
        const needed = isLow ? device.querySelectorAll('[data-display], .display, .key, .socket-button, .ticket-key, .field')
            : [device];
        const isSeen = Array.from(needed).every((one) => box(one).top >= -1 && box(one).bottom <= floor + 1);
        if (!isWhole || (isOrdinary && !isSeen)) faults.push(`the device is at ${round(box(device))}, above ${floor}`);
        for (const part of device.querySelectorAll('canvas, button, .lamp, .holder, .spot, .engraved')) {
            const at = box(part);
            if (at.width > 1 && (at.left < left - 8 || at.right > right + 8 || at.top < top - 8 || at.bottom > bottom + 8))
                faults.push(`${part.className} is at ${round(at)}, outside of its device`);
        }
        const boxes = 'button, .engraved, .view-name, summary, h1, .board-words, .badge';
        const around = document.querySelectorAll('.masthead, .site, .wallet > summary, .sheet .cards');
        for (const part of Array.from(around).flatMap((one) => Array.from(one.querySelectorAll(boxes)))) {
            if (!part.checkVisibility() || part.closest('.card-pocket, .sr-only')) continue;
            const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            const at = box(part);
            while (texts.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(texts.currentNode);
                const text = range.getBoundingClientRect();
                if (texts.currentNode.data.trim() === '' || text.width <= 1 || at.width <= 1) continue;
                // A line may be higher than its letters.
                if (text.left < at.left - 1.5 || text.right > at.right + 1.5 || text.top < at.top - 5 || text.bottom > at.bottom + 5)
                    faults.push(`${texts.currentNode.data} at ${round(text)} is clipped by ${part.className} at ${round(at)}`);
            }
        }
        const handle = box(document.querySelector('.wallet > summary'));
        const card = document.querySelector('.wallet .card-face');
        const hasCard = isLow || !isOrdinary || (box(card).top >= 0 && box(card).bottom <= innerHeight + 1);
        const isInReach = handle.top >= 0 && (isOrdinary ? handle.bottom : handle.top + 44) <= innerHeight + 1;
        if (!isInReach || !hasCard)
            faults.push(`the wallet is at ${round(handle)}, its first card at ${round(box(card))}`);
        done(faults);
    };
    scrollTo({ top: 0, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look)));";

#[test]
fn everything_fits_at_the_sizes_of_phones() -> Outcome {
    fn at_every_size<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(MANUAL_CLOCK)?;
        let reduced = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        page.chromium().devtools("Emulation.setEmulatedMedia", json!({ "features": reduced }))?;
        let mut faults = Vec::new();
        for view in W::SITE.devices {
            resize(&page, (1440, 900, 1.0))?;
            view.chooser.map_or(Ok(()), |control| page.click(control))?;
            for code in language_codes() {
                page.choose_language(code)?;
                let sizes: &[&str] = if matches!(code, "de" | "uk") { &["200%", "100%"] } else { &["100%"] };
                for size in sizes {
                    let enlarge = "document.documentElement.style.fontSize = arguments[0]";
                    page.chromium().evaluate::<()>(enlarge, vec![json!(size)])?;
                    for window in PHONES {
                        resize(&page, window)?;
                        let found: Vec<String> =
                            page.chromium().evaluate_async(FAULTS, vec![json!(*size == "100%")])?;
                        let (width, height, _) = window;
                        let at = format!("{}, {code}, {width}x{height}, {size}", view.name);
                        faults.extend(found.into_iter().map(|fault| format!("{at}: {fault}")));
                    }
                }
                resize(&page, (1440, 900, 1.0))?;
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(format!("{} faults: {faults:#?}", faults.len())) }
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => at_every_size::<W>()))
}
