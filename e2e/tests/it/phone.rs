//! What a new visitor does on a phone: finds every view, goes back, and sees the card in use in the wallet.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (390, 844), phone: true, logs_requests: false };
const SHEET: &str = "document.querySelector('.sheet').dataset.sheet";
const HANDLE: &str = ".sheet > summary";

struct Visitor<W: SiteWithPage> {
    page: Page<W>,
}

impl<W: SiteWithPage> Visitor<W> {
    fn arrives() -> Result<Self, String> {
        let chromium = Chromium::from_pool(Driver::shared()?, &PHONE)?;
        let page = Page::open(chromium, &address(&format!("{}{}", base_url()?, W::SITE.path), MANUAL_CLOCK))?;
        Ok(Self { page })
    }

    /// Waits until a JavaScript expression has this value, as a string.
    fn expect(&self, script: &str, expected: &str) -> Outcome {
        until(|| {
            let seen: String = self.page.chromium().evaluate(&format!("return String({script})"), Vec::new())?;
            if seen == expected { Ok(()) } else { Err(format!("{script} is {seen:?}, not {expected:?}")) }
        })
    }

    fn chooses(&self, view: &str) -> Outcome {
        self.page.click("[data-do=\"views\"]")?;
        self.page.click(&format!("[data-view-choice=\"{view}\"]"))
    }

    fn goes_back(&self) -> Outcome {
        self.page.chromium().evaluate::<()>("history.back()", Vec::new())
    }
}

#[test]
fn one_control_of_the_first_screen_leads_to_every_view() -> Outcome {
    const NAME: &str = "document.querySelector('[data-do=\"views\"]').innerText";
    let visitor = Visitor::<Bus>::arrives()?;
    visitor.expect(NAME, "Old validator")?;
    visitor.chooses("validator-touch")?;
    visitor.expect(NAME, "New validator")?;
    visitor.expect("document.querySelector('.validator[data-face=\"touch\"]').dataset.here", "true")?;
    visitor.chooses("both")?;
    visitor.expect("document.querySelector('.bus').dataset.side", "true")?;
    visitor.chooses("clock")?;
    visitor.expect("document.querySelector('[data-panel=\"clock\"]').open", "true")?;
    visitor.expect("document.activeElement.innerText.trim()", "Clock")?;
    visitor.expect("document.querySelector('[data-panel=\"clock\"]').getBoundingClientRect().top < 700", "true")?;
    visitor.chooses("pedestal")?;
    let visitor = Visitor::<Quay> { page: Page::of(visitor.page.into_chromium())? };
    visitor.expect("location.hash", "#/pedestal")?;
    visitor.expect(NAME, "Pedestal")?;
    // The display speaks English until another language is chosen (DP-03).
    visitor.expect("document.querySelector('#display-text p').textContent.length > 0", "true")?;
    visitor.expect("document.querySelector('#display-text').textContent.includes('Insert your card')", "true")?;
    visitor.page.click("[data-do=\"views\"]")?;
    visitor.page.choose("[data-display-language]", "nb")?;
    visitor.page.click("[data-do=\"close-views\"]")?;
    visitor.expect("document.querySelector('#display-text').textContent.includes('Insert your card')", "false")
}

#[test]
fn back_closes_what_is_open_before_it_leaves_the_page() -> Outcome {
    const MENUS: &str = "document.querySelectorAll('.card-more[open]').length";
    const DIALOGS: &str = "document.querySelectorAll('dialog[open]').length";
    const VIEW: &str = "document.querySelector('main').dataset.view";
    let visitor = Visitor::<Bus>::arrives()?;
    visitor.page.click(HANDLE)?;
    visitor.expect(SHEET, "up")?;
    visitor.page.click(&format!("{} .card-more > summary", card_selector("Anna")))?;
    visitor.expect(MENUS, "1")?;
    visitor.goes_back()?;
    visitor.expect(MENUS, "0")?;
    visitor.expect(SHEET, "up")?;
    visitor.goes_back()?;
    visitor.expect(SHEET, "down")?;
    visitor.page.click("[data-do=\"views\"]")?;
    visitor.expect(DIALOGS, "1")?;
    visitor.goes_back()?;
    visitor.expect(DIALOGS, "0")?;
    visitor.chooses("projector")?;
    visitor.expect(VIEW, "projector")?;
    visitor.goes_back()?;
    visitor.expect(VIEW, "page")?;
    // What was closed by other means needs no step of its own.
    visitor.page.click(HANDLE)?;
    visitor.expect(SHEET, "up")?;
    visitor.page.click(HANDLE)?;
    visitor.expect(SHEET, "down")?;
    visitor.goes_back()?;
    visitor.expect("document.querySelector('main[data-app]') === null", "true")
}

#[test]
fn the_collapsed_wallet_shows_whole_cards_with_the_one_in_use_first() -> Outcome {
    const FIRST: &str = "(() => {
        const { top } = document.querySelector('.sheet .cards').getBoundingClientRect();
        const whole = Array.from(document.querySelectorAll('.sheet .card')).filter((card) => {
            const { left, right, top, bottom } = card.querySelector('.card-face').getBoundingClientRect();
            return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
        });
        const left = (card) => card.getBoundingClientRect().left;
        whole.sort((one, other) => left(one) - left(other));
        return `${whole[0]?.dataset.cardName} of ${whole.length}`;
    })()";
    let visitor = Visitor::<Bus>::arrives()?;
    visitor.expect(FIRST, "Anna of 2")?;
    visitor.page.click(HANDLE)?;
    visitor.page.click(&format!("{} .card-more > summary", card_selector("Anna")))?;
    visitor.page.click(&format!("{} .card-face", card_selector("Commuter")))?;
    visitor.expect(SHEET, "down")?;
    visitor.expect("document.querySelectorAll('.card-more[open]').length", "0")?;
    visitor.expect(FIRST, "Commuter of 2")
}

#[test]
fn a_card_in_the_pocket_and_its_orders_are_explained() -> Outcome {
    const HINT: &str = "document.querySelector('.validator[data-here=\"true\"] [data-pocket-hint]').textContent";
    const HELD_FOR: &str = "document.querySelector('[data-held-for]').textContent";
    let visitor = Visitor::<Bus>::arrives()?;
    let card = card_selector("Web shopper");
    visitor.expect(&format!("document.querySelector('{card} .orders').textContent"), "Orders: 2")?;
    visitor.page.click(&format!("{} [data-do=\"tap\"]", card_selector("Anna")))?;
    visitor.expect(HELD_FOR, "Card held 2.50 s")?;
    for (face, hint) in [
        ("keys", "Take the card out, press S twice, then put it in again."),
        ("touch", "Take the card out, touch “Doładowanie”, then put it in again."),
    ] {
        visitor.page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        visitor.expect(HINT, "")?;
        visitor.page.click(&format!("{card} [data-do=\"pocket\"]"))?;
        visitor.expect(HINT, hint)?;
        // It stands in the slot: its name is above the front of the pocket.
        visitor.expect(HELD_FOR, "Card held 2.50 s")?;
        visitor.page.click(".validator[data-here=\"true\"] [data-do=\"take-out\"]")?;
        visitor.expect(HINT, "")?;
    }
    Ok(())
}

#[test]
fn the_light_is_that_of_the_clock_or_of_the_page() -> Outcome {
    fn light<W: SiteWithPage>(visitor: &Visitor<W>, scheme: &str, expected: &str) -> Outcome {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        visitor.page.chromium().devtools("Emulation.setEmulatedMedia", json!({ "features": features }))?;
        visitor.expect("document.querySelector('.site').dataset.light", expected)
    }
    let quay = Visitor::<Quay>::arrives()?;
    light(&quay, "dark", "night")?;
    light(&quay, "light", "day")?;
    drop(quay);
    // The displays of the bus show what time it is.
    let bus = Visitor::<Bus>::arrives()?;
    light(&bus, "dark", "day")?;
    light(&bus, "light", "day")
}
