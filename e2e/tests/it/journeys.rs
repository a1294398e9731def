//! What somebody does who has never seen the devices: with one thumb, on a small phone. Everything that is touched has
//! to lie in the window as it is, with room for a thumb; only the clock is turned by the tests' own hand.
//!
//! `cargo xtask test` serves the page and says where in `KERBQUAY_BASE_URL`. No pictures are taken on the way: after
//! one the browser takes touches for others on an emulated phone.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// The smallest phone that the page is made for.
const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (360, 640), phone: true, logs_requests: false };

/// Where something lies in the window as it is scrolled, and what is hit in its middle.
const PLACE: &str = "const thing = document.querySelector(arguments[0]);
    if (!thing) return null;
    if (document.getAnimations().some((one) => one instanceof CSSTransition)) return null;
    const { x, y, width, height } = thing.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return [...[x, y, width, height].map(Math.round), hit !== null && thing.contains(hit)];";
/// Everything of the device that can be pressed, and whether it is in the window, in targets of 44 pixels.
const WHOLE: &str = "const [device, targets] = arguments;
    const inside = ({ left, top, right, bottom }) =>
        left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const wrong = Array.from(document.querySelectorAll(targets)).filter((one) => {
        const place = one.getBoundingClientRect();
        return place.width > 0 && !(inside(place) && place.width >= 44 && place.height >= 44);
    });
    const whole = document.querySelector(device).getBoundingClientRect();
    const sheet = document.querySelector('.sheet').getBoundingClientRect();
    return [
        inside(whole) && whole.bottom <= sheet.top,
        document.documentElement.scrollWidth <= innerWidth,
        wrong.map((one) => one.outerHTML.slice(0, 90)),
    ];";

/// A thumb on a phone.
struct Thumb<W: SiteWithPage> {
    page: Page<W>,
}

impl<W: SiteWithPage> Thumb<W> {
    fn opens(path: &str) -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, &PHONE)?;
        let page = Page::open(chromium, &address(&format!("{base}{path}"), MANUAL_CLOCK))?;
        let thumb = Self { page };
        Ok(thumb)
    }

    /// What is under the thumb: in the window as it is, not under anything else, and large enough.
    fn finds(&self, css: &str) -> Result<(i32, i32), String> {
        until(|| {
            let place: Option<(i32, i32, i32, i32, bool)> = self.page.chromium().evaluate(PLACE, vec![json!(css)])?;
            let (x, y, width, height, is_hit) = place.ok_or_else(|| format!("{css} is not there or moves"))?;
            let fits = x >= 0 && y >= 0 && x + width <= 360 && y + height <= 640;
            if !fits || !is_hit {
                return Err(format!("{css} cannot be touched where it is: {x} {y} {width} {height}, hit: {is_hit}"));
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
        self.page.chromium().devtools("Input.dispatchTouchEvent", event).map(drop)
    }

    fn taps(&self, css: &str) -> Outcome {
        let at = self.finds(css)?;
        self.touch("touchStart", Some(at))?;
        self.touch("touchEnd", None)
    }

    /// Drags with the thumb; what it is dragged onto may only come into sight on the way.
    fn drags(&self, from: &str, onto: &str) -> Outcome {
        let (x, y) = self.finds(from)?;
        self.touch("touchStart", Some((x, y)))?;
        for step in 1..=4 {
            self.touch("touchMove", Some((x, y - 12 * step)))?;
        }
        let (to_x, to_y) = self.page.centre(onto)?;
        self.touch("touchMove", Some((to_x, to_y)))
    }

    fn lets_go(&self) -> Outcome {
        self.touch("touchEnd", None)
    }

    fn waits(&self, ms: u32) -> Outcome {
        self.page.pass(Millis(ms))
    }

    fn sees(&self, script: &str, expected: &str) -> Outcome {
        until(|| {
            let seen: String = self.page.chromium().evaluate(&format!("return String({script})"), Vec::new())?;
            if seen == expected { Ok(()) } else { Err(format!("{script} is {seen:?}, not {expected:?}")) }
        })
    }

    fn the_device_is_whole(&self, device: &str, targets: &str) -> Outcome {
        let (whole, fits, wrong): (bool, bool, Vec<String>) =
            self.page.chromium().evaluate(WHOLE, vec![json!(device), json!(targets)])?;
        if whole && fits && wrong.is_empty() {
            return Ok(());
        }
        Err(format!("whole in the first screen: {whole}; no wider than it: {fits}; targets amiss: {wrong:?}"))
    }
}

const SCREEN: &str = "document.querySelector('#display').dataset.screen";

fn balance(card: &str) -> String {
    format!("document.querySelector('{}').dataset.balance", card_selector(card))
}

#[test]
fn somebody_with_one_thumb_loads_30_kr_onto_socket_2_and_takes_them_back_by_a_hold() -> Outcome {
    let thumb = Thumb::<Quay>::opens("")?;
    thumb.the_device_is_whole(".pillar", ".pillar button")?;
    thumb.sees("document.querySelector('[data-invitation]').checkVisibility()", "true")?;
    thumb.taps(".sheet > summary")?;
    // The card's own face is what one touches.
    thumb.taps(&format!("{} .card-face", card_selector("My card")))?;
    thumb.sees(SCREEN, "ServiceSelect")?;
    // The wallet gives the device free, and the invitation has done its work.
    thumb.sees("document.querySelector('.sheet').dataset.sheet", "down")?;
    thumb.sees("document.querySelector('[data-invitation]').checkVisibility()", "false")?;
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees(SCREEN, "OutletStatus")?;
    for _ in 0..3 {
        thumb.taps("[data-key=\"2\"]")?;
    }
    thumb.taps("[data-key=\"enter\"]")?;
    thumb.waits(6_000)?;
    thumb.sees(SCREEN, "RemoveCard")?;
    thumb.sees(&balance("My card"), "7000")?;
    thumb.sees("document.querySelector('[data-key=\"2\"]').dataset.lit", "true")?;
    thumb.taps("[data-do=\"take\"]")?;
    thumb.sees(SCREEN, "Welcome")?;
    // The boat gets its cable, and light.
    thumb.taps("[data-outlet=\"2\"]")?;
    thumb.sees("document.querySelector('.pillar').dataset.supplied", "2")?;
    thumb.taps("[data-outlet=\"2\"]")?;

    // Back again: too early at first, and told so.
    thumb.taps(".sheet > summary")?;
    thumb.taps(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees(SCREEN, "OutletStatus")?;
    let key = thumb.finds("[data-key=\"2\"]")?;
    thumb.touch("touchStart", Some(key))?;
    thumb.waits(3_000)?;
    thumb.sees("document.querySelector('[data-key=\"2\"]').dataset.holds", "true")?;
    thumb.lets_go()?;
    thumb.sees("document.querySelector('[data-early]').textContent.includes('5 s')", "true")?;
    thumb.sees(SCREEN, "OutletStatus")?;
    thumb.touch("touchStart", Some(key))?;
    thumb.sees("document.querySelector('[data-early]').textContent", "")?;
    thumb.waits(5_000)?;
    thumb.lets_go()?;
    thumb.waits(3_000)?;
    thumb.sees(SCREEN, "Updating")?;
    thumb.waits(5_000)?;
    thumb.sees(SCREEN, "RemoveCard")?;
    thumb.sees(&balance("My card"), "10000")
}

#[test]
fn a_card_is_pulled_out_of_the_sheet_and_into_the_holder_with_a_thumb() -> Outcome {
    let thumb = Thumb::<Quay>::opens("")?;
    // The handle is drawn up, and the card follows the thumb while the sheet makes way.
    let (x, y) = thumb.finds(".sheet > summary")?;
    thumb.touch("touchStart", Some((x, y)))?;
    thumb.touch("touchMove", Some((x, y - 120)))?;
    thumb.touch("touchEnd", None)?;
    thumb.sees("document.querySelector('.sheet').dataset.sheet", "up")?;
    thumb.drags(&format!("{} .card-grip", card_selector("Guest card")), "[data-holder]")?;
    thumb.sees("document.querySelector('.ghost').checkVisibility()", "true")?;
    thumb.sees("document.querySelector('.sheet').dataset.sheet", "down")?;
    thumb.lets_go()?;
    thumb.sees("document.querySelector('[data-holder]').dataset.card", "Guest card")?;
    thumb.sees("document.querySelector('.ghost').checkVisibility()", "false")?;
    thumb.sees(SCREEN, "ServiceSelect")
}

#[test]
fn with_the_hold_assist_a_tap_begins_the_hold_and_the_display_ends_it() -> Outcome {
    let thumb = Thumb::<Quay>::opens("")?;
    thumb.page.click("[data-choice=\"hold-assist\"]")?;
    thumb.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
    thumb.taps(".sheet > summary")?;
    thumb.taps(&format!("{} .card-face", card_selector("My card")))?;
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees(SCREEN, "OutletStatus")?;
    // Two taps are a press: it begins, it ends.
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees("document.querySelector('[data-key=\"2\"]').dataset.kept", "true")?;
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees("document.querySelector('[data-key=\"2\"]').dataset.down", "false")?;
    thumb.taps("[data-key=\"enter\"]")?;
    thumb.waits(6_000)?;
    thumb.sees(SCREEN, "RemoveCard")?;
    thumb.sees(&balance("My card"), "9000")?;
    thumb.taps("[data-do=\"take\"]")?;
    thumb.taps(".sheet > summary")?;
    thumb.taps(&format!("{} .card-face", card_selector("My card")))?;
    thumb.taps("[data-key=\"2\"]")?;
    thumb.sees(SCREEN, "OutletStatus")?;
    // One tap: it is held for the person until the credit goes back.
    thumb.taps("[data-key=\"2\"]")?;
    thumb.waits(5_000)?;
    thumb.sees("document.querySelector('[data-key=\"2\"]').dataset.down", "false")?;
    thumb.waits(8_000)?;
    thumb.sees(SCREEN, "RemoveCard")?;
    thumb.sees(&balance("My card"), "10000")?;
    // The choice is remembered.
    thumb.page.chromium().reload()?;
    thumb.page.wait_until_ready()?;
    thumb.sees("document.querySelector('[data-choice=\"hold-assist\"]').checked", "true")
}

#[test]
fn somebody_with_one_thumb_rides_four_stops_and_gets_the_refund() -> Outcome {
    const STOP: &str = "document.querySelector('[data-board] small').textContent.match(/\\d+/)[0]";
    let thumb = Thumb::<Bus>::opens("bus/")?;
    for face in ["keys", "touch"] {
        thumb.page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        thumb.page.chromium().evaluate::<()>("scrollTo(0, 0)", Vec::new())?;
        let replica = format!(".validator[data-face=\"{face}\"]");
        thumb.the_device_is_whole(&replica, &format!("{replica} :is(.ticket-key, .field, .spot), .drive"))?;
        let screen = format!("document.querySelector('[data-display=\"{face}\"]').dataset.screen");
        let (card, first) = if face == "keys" { ("Anna", 1) } else { ("Student", 5) };
        let before: u32 = thumb.page.chromium().evaluate(&format!("return Number({})", balance(card)), Vec::new())?;
        // A tap on the card holds it there for a second.
        thumb.taps(".sheet > summary")?;
        thumb.taps(&format!("{} .card-face", card_selector(card)))?;
        thumb.sees("document.querySelector('[data-held-for]').textContent", "Card held 1.00 s")?;
        let paid: u32 = thumb.page.chromium().evaluate(&format!("return Number({})", balance(card)), Vec::new())?;
        if paid >= before {
            return Err(format!("{face}: nothing was taken from {before}: {paid}"));
        }
        for stop in 1..=4 {
            thumb.taps("[data-drive]")?;
            thumb.sees(STOP, &(first + stop).to_string())?;
        }
        // The other way: it is there as long as the thumb holds it there.
        thumb.taps(".sheet > summary")?;
        thumb.drags(&format!("{} .card-grip", card_selector(card)), &format!("{replica} .spot"))?;
        thumb.sees("document.querySelector('[data-held]')?.textContent", "0.0 s")?;
        thumb.waits(1_200)?;
        thumb.sees("document.querySelector('[data-held]').textContent", "1.2 s")?;
        thumb.sees(&screen, "Exit")?;
        thumb.sees(&format!("{} > {paid}", balance(card)), "true")?;
        thumb.lets_go()?;
        thumb.sees("document.querySelector('[data-held]') === null", "true")?;
        thumb.sees("document.querySelector('[data-held-for]').textContent", "Card held 1.20 s")?;
    }
    Ok(())
}

#[test]
fn on_a_projector_there_is_the_device_and_what_was_pressed_and_nothing_else() -> Outcome {
    const SHOWN: &str = "Array.from(document.querySelectorAll('.masthead, .twin, .unofficial, [data-panel]'))
        .filter((part) => part.checkVisibility()).map((part) => part.dataset.panel).join()";
    const PRESSED: &str = "document.querySelector('[data-pressed]').innerText.includes('Socket 1')";
    let base = base_url()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &address(&base, &format!("{MANUAL_CLOCK}&view=projector")))?;
    let thumb = Thumb { page };
    thumb.sees(SHOWN, "wallet")?;
    thumb.page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    thumb.page.click("[data-key=\"1\"]")?;
    thumb.sees(PRESSED, "true")?;
    thumb.page.click("[data-do=\"page\"]")?;
    thumb.sees("document.querySelector('.masthead').checkVisibility()", "true")?;
    thumb.page.click("[data-do=\"projector\"]")?;
    thumb.sees(SHOWN, "wallet")
}
