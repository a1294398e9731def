//! Journeys of a first-time user with one thumb on a small phone. Every target has to be visible without scrolling and
//! large enough for a thumb.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`. The tests take no screenshots: on
//! an emulated phone, touches after a screenshot have the wrong position.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// The smallest supported phone.
const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (360, 640), phone: true, logs_requests: false };

/// The position and size of an element in the viewport, and whether a touch at its centre hits it. Null during
/// transitions.
const TARGET: &str = "const element = document.querySelector(arguments[0]);
    if (!element) return null;
    if (document.getAnimations().some((one) => one instanceof CSSTransition)) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return [...[x, y, width, height].map(Math.round), hit !== null && element.contains(hit)];";
/// Whether a device is visible without scrolling, whether the page is as wide as the window, and the targets of the
/// device that are not visible or smaller than 44 pixels.
const WHOLE_DEVICE: &str = "const [device, targets] = arguments;
    const inside = ({ left, top, right, bottom }) =>
        left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const wrong = Array.from(document.querySelectorAll(targets)).filter((one) => {
        const bounds = one.getBoundingClientRect();
        return bounds.width > 0 && !(inside(bounds) && bounds.width >= 44 && bounds.height >= 44);
    });
    const whole = document.querySelector(device).getBoundingClientRect();
    const sheet = document.querySelector('.sheet').getBoundingClientRect();
    return [
        inside(whole) && whole.bottom <= sheet.top,
        document.documentElement.scrollWidth <= innerWidth,
        wrong.map((one) => one.outerHTML.slice(0, 90)),
    ];";

/// A user with one thumb on a phone.
struct Thumb<W: SiteWithPage> {
    page: Page<W>,
}

impl<W: SiteWithPage> Thumb<W> {
    fn open() -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, &PHONE)?;
        let page = Page::open(chromium, &address(&format!("{base}{}", W::SITE.path), MANUAL_CLOCK))?;
        let thumb = Self { page };
        Ok(thumb)
    }

    /// The centre of a target, which has to be visible, not covered and large enough.
    fn find_target(&self, css: &str) -> Result<(i32, i32), String> {
        until(|| {
            let target: Option<(i32, i32, i32, i32, bool)> = self.page.chromium().evaluate(TARGET, vec![json!(css)])?;
            let (x, y, width, height, is_hit) = target.ok_or_else(|| format!("{css} is missing or moves"))?;
            let fits = x >= 0 && y >= 0 && x + width <= 360 && y + height <= 640;
            if !fits || !is_hit {
                return Err(format!("{css} cannot be touched at {x} {y} {width} {height}; hit: {is_hit}"));
            }
            if width < 44 || height < 44 {
                return Err(format!("{css} is too small for a thumb: {width} x {height}"));
            }
            Ok((x + width / 2, y + height / 2))
        })
    }

    fn touch(&self, phase: &str, at: Option<(i32, i32)>) -> Outcome {
        let points: Vec<Value> = at.into_iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        let event = json!({ "type": phase, "touchPoints": points });
        self.page.chromium().send("Input.dispatchTouchEvent", &event).map(drop)
    }

    fn tap(&self, css: &str) -> Outcome {
        let at = self.find_target(css)?;
        self.touch("touchStart", Some(at))?;
        self.touch("touchEnd", None)
    }

    /// Drags an element onto another one, which may become visible after the first movement.
    fn drag(&self, from: &str, onto: &str) -> Outcome {
        let (x, y) = self.find_target(from)?;
        self.touch("touchStart", Some((x, y)))?;
        for step in 1..=4 {
            self.touch("touchMove", Some((x, y - 12 * step)))?;
        }
        let (to_x, to_y) = self.page.centre(onto)?;
        self.touch("touchMove", Some((to_x, to_y)))
    }

    fn lift(&self) -> Outcome {
        self.touch("touchEnd", None)
    }

    fn wait(&self, ms: u32) -> Outcome {
        self.page.pass(Millis(ms))
    }

    fn expect(&self, script: &str, expected: &str) -> Outcome {
        until(|| {
            let seen: String = self.page.chromium().evaluate(&format!("return String({script})"), Vec::new())?;
            if seen == expected { Ok(()) } else { Err(format!("{script} is {seen:?}, not {expected:?}")) }
        })
    }

    fn expect_whole_device(&self, device: &str, targets: &str) -> Outcome {
        let (whole, fits, wrong): (bool, bool, Vec<String>) =
            self.page.chromium().evaluate(WHOLE_DEVICE, vec![json!(device), json!(targets)])?;
        if whole && fits && wrong.is_empty() {
            return Ok(());
        }
        Err(format!("device visible: {whole}; page as wide as the window: {fits}; wrong targets: {wrong:?}"))
    }
}

const SCREEN: &str = "document.querySelector('#display').dataset.screen";

fn balance(card: &str) -> String {
    format!("document.querySelector('{}').dataset.balance", card_selector(card))
}

#[test]
fn a_thumb_loads_and_returns_30_kr() -> Outcome {
    let thumb = Thumb::<Quay>::open()?;
    thumb.expect_whole_device(".pillar", ".pillar button")?;
    thumb.expect("document.querySelector('[data-invitation]').checkVisibility()", "true")?;
    thumb.tap(".sheet > summary")?;
    // A tap on the card itself.
    thumb.tap(&format!("{} .card-face", card_selector("My card")))?;
    thumb.expect(SCREEN, "ServiceSelect")?;
    // The wallet closes, and the invitation disappears.
    thumb.expect("document.querySelector('.sheet').dataset.sheet", "down")?;
    thumb.expect("document.querySelector('[data-invitation]').checkVisibility()", "false")?;
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect(SCREEN, "OutletStatus")?;
    for _ in 0..3 {
        thumb.tap("[data-key=\"2\"]")?;
    }
    thumb.tap("[data-key=\"enter\"]")?;
    thumb.wait(6_000)?;
    thumb.expect(SCREEN, "RemoveCard")?;
    thumb.expect(&balance("My card"), "7000")?;
    thumb.expect("document.querySelector('[data-key=\"2\"]').dataset.lit", "true")?;
    thumb.tap("[data-do=\"take\"]")?;
    thumb.expect(SCREEN, "Welcome")?;
    // The cable of the boat.
    thumb.tap("[data-outlet=\"2\"]")?;
    thumb.expect("document.querySelector('.pillar').dataset.supplied", "2")?;
    thumb.tap("[data-outlet=\"2\"]")?;

    // The first hold is too short, and a hint says so.
    thumb.tap(".sheet > summary")?;
    thumb.tap(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect(SCREEN, "OutletStatus")?;
    let key = thumb.find_target("[data-key=\"2\"]")?;
    thumb.touch("touchStart", Some(key))?;
    thumb.wait(3_000)?;
    thumb.expect("document.querySelector('[data-key=\"2\"]').dataset.holds", "true")?;
    thumb.lift()?;
    thumb.expect("document.querySelector('[data-early]').textContent.includes('5 s')", "true")?;
    thumb.expect(SCREEN, "OutletStatus")?;
    thumb.touch("touchStart", Some(key))?;
    thumb.expect("document.querySelector('[data-early]').textContent", "")?;
    thumb.wait(5_000)?;
    thumb.lift()?;
    thumb.wait(3_000)?;
    thumb.expect(SCREEN, "Updating")?;
    thumb.wait(5_000)?;
    thumb.expect(SCREEN, "RemoveCard")?;
    thumb.expect(&balance("My card"), "10000")
}

#[test]
fn a_thumb_drags_a_card_from_the_wallet_into_the_holder() -> Outcome {
    let thumb = Thumb::<Quay>::open()?;
    // The wallet is opened by dragging its handle, and closes while the card is dragged.
    let (x, y) = thumb.find_target(".sheet > summary")?;
    thumb.touch("touchStart", Some((x, y)))?;
    thumb.touch("touchMove", Some((x, y - 120)))?;
    thumb.touch("touchEnd", None)?;
    thumb.expect("document.querySelector('.sheet').dataset.sheet", "up")?;
    thumb.drag(&format!("{} .card-grip", card_selector("Guest card")), "[data-holder]")?;
    thumb.expect("document.querySelector('.ghost').checkVisibility()", "true")?;
    thumb.expect("document.querySelector('.sheet').dataset.sheet", "down")?;
    thumb.lift()?;
    thumb.expect("document.querySelector('[data-holder]').dataset.card", "Guest card")?;
    thumb.expect("document.querySelector('.ghost').checkVisibility()", "false")?;
    thumb.expect(SCREEN, "ServiceSelect")
}

#[test]
fn hold_assist_turns_a_hold_into_taps() -> Outcome {
    let thumb = Thumb::<Quay>::open()?;
    thumb.page.click("[data-choice=\"hold-assist\"]")?;
    thumb.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
    thumb.tap(".sheet > summary")?;
    thumb.tap(&format!("{} .card-face", card_selector("My card")))?;
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect(SCREEN, "OutletStatus")?;
    // The first tap presses, the second one releases.
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect("document.querySelector('[data-key=\"2\"]').dataset.down", "false")?;
    thumb.tap("[data-key=\"enter\"]")?;
    thumb.wait(6_000)?;
    thumb.expect(SCREEN, "RemoveCard")?;
    thumb.expect(&balance("My card"), "9000")?;
    thumb.tap("[data-do=\"take\"]")?;
    thumb.tap(".sheet > summary")?;
    thumb.tap(&format!("{} .card-face", card_selector("My card")))?;
    thumb.tap("[data-key=\"2\"]")?;
    thumb.expect(SCREEN, "OutletStatus")?;
    // One tap holds until the credit is returned.
    thumb.tap("[data-key=\"2\"]")?;
    thumb.wait(5_000)?;
    thumb.expect("document.querySelector('[data-key=\"2\"]').dataset.down", "false")?;
    thumb.wait(8_000)?;
    thumb.expect(SCREEN, "RemoveCard")?;
    thumb.expect(&balance("My card"), "10000")?;
    // The setting is stored.
    thumb.page.chromium().reload()?;
    thumb.page.wait_until_ready()?;
    thumb.expect("document.querySelector('[data-choice=\"hold-assist\"]').checked", "true")
}

#[test]
fn a_thumb_rides_four_stops_with_a_refund() -> Outcome {
    const STOP: &str = "document.querySelector('[data-board] small').textContent.match(/\\d+/)[0]";
    let thumb = Thumb::<Bus>::open()?;
    for face in ["keys", "touch"] {
        thumb.page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        thumb.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
        let replica = format!(".validator[data-face=\"{face}\"]");
        thumb.expect_whole_device(&replica, &format!("{replica} :is(.ticket-key, .field, .spot), .pedal"))?;
        let screen = format!("document.querySelector('[data-display=\"{face}\"]').dataset.screen");
        let (card, first) = if face == "keys" { ("Anna", 1) } else { ("Student", 5) };
        let before: u32 = thumb.page.chromium().evaluate(&format!("return Number({})", balance(card)), Vec::new())?;
        // A tap on the card holds it at the validator for two and a half seconds.
        thumb.tap(".sheet > summary")?;
        thumb.tap(&format!("{} .card-face", card_selector(card)))?;
        thumb.expect("document.querySelector('[data-held-for]').textContent", "Card held 2.50 s")?;
        let paid: u32 = thumb.page.chromium().evaluate(&format!("return Number({})", balance(card)), Vec::new())?;
        if paid >= before {
            return Err(format!("{face}: the balance is {paid} after {before}"));
        }
        for stop in 1..=4 {
            thumb.tap("[data-drive]")?;
            thumb.expect(STOP, &(first + stop).to_string())?;
        }
        // A dragged card is at the validator as long as the thumb holds it there.
        thumb.tap(".sheet > summary")?;
        thumb.drag(&format!("{} .card-grip", card_selector(card)), &format!("{replica} .spot"))?;
        thumb.expect("document.querySelector('[data-held]')?.textContent", "0.0 s")?;
        thumb.wait(1_200)?;
        thumb.expect("document.querySelector('[data-held]').textContent", "1.2 s")?;
        thumb.expect(&screen, "Exit")?;
        thumb.expect(&format!("{} > {paid}", balance(card)), "true")?;
        thumb.lift()?;
        thumb.expect("document.querySelector('[data-held]') === null", "true")?;
        thumb.expect("document.querySelector('[data-held-for]').textContent", "Card held 1.20 s")?;
    }
    Ok(())
}

#[test]
fn the_view_for_projectors_shows_only_the_device_and_the_presses() -> Outcome {
    const SHOWN: &str = "Array.from(document.querySelectorAll('.masthead, .twin, .unofficial, [data-panel]'))
        .filter((part) => part.checkVisibility()).map((part) => part.dataset.panel).join()";
    const PRESSED: &str = "document.querySelector('[data-pressed]').innerText.includes('Socket 1')";
    let base = base_url()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &address(&base, &format!("{MANUAL_CLOCK}&view=projector")))?;
    let thumb = Thumb { page };
    thumb.expect(SHOWN, "wallet")?;
    thumb.page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    thumb.page.click("[data-key=\"1\"]")?;
    thumb.expect(PRESSED, "true")?;
    thumb.page.click("[data-do=\"page\"]")?;
    thumb.expect("document.querySelector('.masthead').checkVisibility()", "true")?;
    thumb.page.click("[data-do=\"projector\"]")?;
    thumb.expect(SHOWN, "wallet")
}
