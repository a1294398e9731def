//! Journeys on the page of the bus with each type of validator, on the manual clock, compared with the same journey on
//! the core.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, address, base_url};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::json;
use world::bus::Bus;
use world::script::Player;

use crate::Outcome;

/// The values that are compared.
#[derive(Debug, PartialEq, Deserialize)]
struct Readings {
    screen: String,
    words: Vec<String>,
    lamp: bool,
    beeps: String,
    balance: Option<u32>,
    tickets: String,
    balanced: bool,
    refused: bool,
}

const READINGS: &str = "const [face, card] = arguments;
    const one = (css) => document.querySelector(css);
    const tile = one(`[data-card-name=\"${card}\"]`);
    const replica = one(`.validator[data-face=\"${face}\"]`);
    return {
        screen: one(`[data-display=\"${face}\"]`).dataset.screen,
        words: Array.from(document.querySelectorAll(`[data-words=\"${face}\"] [data-display-line]`), (l) => l.textContent),
        lamp: replica.querySelector('.lamp').dataset.lit === 'true',
        beeps: one('output[data-beeps]').textContent,
        balance: tile?.dataset.balance ? Number(tile.dataset.balance) : null,
        tickets: tile?.dataset.tickets ?? '',
        balanced: one('[data-balanced]').dataset.balanced === 'true',
        refused: one('[data-answer]').dataset.refused === 'true',
    };";

/// A passenger in the browser and on the core.
struct Passenger {
    page: Page<Bus>,
    core: Player<Bus>,
    face: &'static str,
}

impl Passenger {
    fn board(face: &'static str) -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let page = Page::open(chromium, &address(&format!("{base}bus/"), MANUAL_CLOCK))?;
        page.open_panels()?;
        page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        let mut passenger = Self { page, core: Player::default(), face };
        let name = if face == "keys" { "old" } else { "new" };
        passenger.on_core(&["the buses as they open", &format!("I stand at the {name} validator")])?;
        Ok(passenger)
    }

    /// Runs steps on the core; none may fail.
    fn on_core(&mut self, steps: &[&str]) -> Outcome {
        for step in steps {
            let parsed = step.parse().map_err(|unknown: world::step::Unknown| unknown.to_string())?;
            self.core.play(&parsed, None).map_err(|why| format!("{step}: {why}"))?;
        }
        Ok(())
    }

    fn click(&self, css: &str) -> Outcome {
        self.page.click(css)
    }

    fn click_card(&self, card: &str, what: &str) -> Outcome {
        self.click(&format!("[data-card-name=\"{card}\"] [data-do=\"{what}\"]"))
    }

    fn take_card(&self) -> Outcome {
        self.click(&format!(".validator[data-face=\"{}\"] [data-do=\"take\"]", self.face))
    }

    fn wait(&self, ms: u32) -> Outcome {
        self.page.pass(Millis(ms))
    }

    fn read(&self, card: &str) -> Result<Readings, String> {
        self.page.chromium().evaluate(READINGS, vec![json!(self.face), json!(card)])
    }

    /// Waits until the page shows the same card and validator as the core.
    fn expect_agreement(&mut self, card: &str) -> Result<Readings, String> {
        let core = self.core.observe();
        let expected = core.cards.iter().find(|seen| seen.name == card).and_then(|seen| seen.balance);
        until(|| {
            let seen = self.read(card)?;
            let same = seen.screen == core.screen
                && seen.lamp == core.own.lamp
                && seen.balance == expected
                && seen.words == core.own.lines
                && seen.balanced
                && core.balanced;
            if same { Ok(seen) } else { Err(format!("the page shows {seen:?}, the core {core:?}")) }
        })
    }
}

fn on_each_face(journey: fn(&'static str) -> Outcome) -> Outcome {
    for face in ["keys", "touch"] {
        journey(face).map_err(|why| format!("{face}: {why}"))?;
    }
    Ok(())
}

#[test]
fn a_passenger_rides_four_stops_with_a_refund() -> Outcome {
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        passenger.click("[data-driver=\"next-stop\"]")?;
        passenger.click_card("Anna", "present")?;
        passenger.wait(1_000)?;
        passenger.on_core(&["the bus goes to stop 2", "I hold card \"Anna\" against the validator", "1 s pass"])?;
        passenger.on_core(&["the screen is Taken", "the lamp is on", "card \"Anna\" holds 47 zł"])?;
        let boarded = passenger.expect_agreement("Anna")?;
        if boarded.tickets != "1 0" || !boarded.lamp {
            return Err(format!("one ticket and the lamp are expected: {boarded:?}"));
        }
        passenger.take_card()?;
        for _ in 0..4 {
            passenger.click("[data-driver=\"next-stop\"]")?;
        }
        passenger.click_card("Anna", "present")?;
        passenger.wait(1_000)?;
        passenger.on_core(&["I take the card away", "the bus goes to stop 6"])?;
        passenger.on_core(&["I hold card \"Anna\" against the validator", "1 s pass", "the screen is Exit"])?;
        passenger.expect_agreement("Anna").map(drop)
    })
}

#[test]
fn a_passenger_buys_a_reduced_ticket_and_checks_the_card() -> Outcome {
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        let choose = |passenger: &Passenger, field: &str, key: &str| {
            if face == "keys" {
                passenger.click(&format!("[data-key=\"{key}\"]"))
            } else {
                touch(&passenger.page, field)
            }
        };
        choose(&passenger, "Reduced", "U")?;
        passenger.click_card("Bearer", "present")?;
        passenger.wait(1_000)?;
        passenger.on_core(&["I choose Reduced", "I hold card \"Bearer\" against the validator", "1 s pass"])?;
        passenger.on_core(&["the screen is Taken", "I hear 1 beep"])?;
        passenger.expect_agreement("Bearer")?;
        passenger.take_card()?;
        choose(&passenger, "Check", "S")?;
        passenger.click_card("Bearer", "present")?;
        passenger.wait(500)?;
        passenger.on_core(&["I take the card away", "I choose Check"])?;
        passenger.on_core(&["I hold card \"Bearer\" against the validator", "500 ms pass", "I hear 2 beeps"])?;
        passenger.on_core(&["the screen is Page"])?;
        passenger.expect_agreement("Bearer").map(drop)
    })
}

#[test]
fn a_tap_lasts_until_what_the_device_says_can_be_read() -> Outcome {
    const HELD_FOR: &str = "return Number(document.querySelector('[data-held-for]').textContent.match(/[\\d.]+/)[0])";
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        passenger.click_card("Anna", "tap")?;
        passenger.on_core(&["I hold card \"Anna\" against the validator for 2500 ms"])?;
        passenger.expect_agreement("Anna")?;
        // Three pages of two seconds each.
        if face == "keys" {
            passenger.click("[data-key=\"S\"]")?;
        } else {
            touch(&passenger.page, "Check")?;
        }
        passenger.click_card("Anna", "tap")?;
        until(|| {
            let seconds: f64 = passenger.page.chromium().evaluate(HELD_FOR, Vec::new())?;
            if (6.0..7.0).contains(&seconds) { Ok(()) } else { Err(format!("the card is held for {seconds} s")) }
        })
    })
}

#[test]
fn a_tap_ends_only_the_tap_that_it_began() -> Outcome {
    const RING: &str = "const held = document.querySelector('.spot [data-held]');
        return [held?.dataset.tapped === 'true', parseInt(held?.style.getPropertyValue('--held') || '0')]";
    const HELD_FOR: &str = "return document.querySelector('[data-held-for]').textContent";
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Bus>::open(chromium, &format!("{}bus/", base_url()?))?;
    page.open_panels()?;
    page.click("[data-card-name=\"Anna\"] [data-do=\"tap\"]")?;
    until(|| {
        let (is_tap, part): (bool, u32) = page.chromium().evaluate(RING, Vec::new())?;
        if is_tap && part > 0 { Ok(()) } else { Err(format!("the ring of a tap is {is_tap}, at {part} %")) }
    })?;
    // Away before its time, and another card after it.
    page.click("[data-do=\"take\"]")?;
    page.click("[data-card-name=\"Bearer\"] [data-do=\"tap\"]")?;
    until(|| {
        let seen: String = page.chromium().evaluate(HELD_FOR, Vec::new())?;
        // A busy machine takes it away a little late.
        let is_whole = seen.strip_prefix("Card held ").is_some_and(|time| time >= "2.5");
        if is_whole { Ok(()) } else { Err(format!("the second card: {seen:?}")) }
    })
}

#[test]
fn a_card_that_is_removed_too_early_gets_a_message() -> Outcome {
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        passenger.page.choose("select[data-hold-for]", "150")?;
        passenger.click_card("Anna", "tap")?;
        passenger
            .on_core(&["I hold card \"Anna\" against the validator for 150 ms", "the screen is CheckOperation"])?;
        passenger.on_core(&["I hear 3 beeps", "card \"Anna\" holds 50 zł"])?;
        let seen = passenger.expect_agreement("Anna")?;
        if seen.beeps.contains('3') { Ok(()) } else { Err(format!("three beeps are expected: {seen:?}")) }
    })
}

#[test]
fn blocked_validators_refuse_every_tap() -> Outcome {
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        passenger.click("[data-driver=\"block\"]")?;
        passenger.click_card("Anna", "present")?;
        passenger.wait(1_000)?;
        passenger.on_core(&["the driver blocks the validators", "I hold card \"Anna\" against the validator"])?;
        passenger.on_core(&["1 s pass", "I hear 3 beeps", "card \"Anna\" holds 50 zł"])?;
        passenger.expect_agreement("Anna").map(drop)
    })
}

#[test]
fn the_side_pocket_writes_an_order_of_the_web_shop() -> Outcome {
    on_each_face(|face| {
        let mut passenger = Passenger::board(face)?;
        passenger.page.choose("[data-form=\"top-up\"] select[name=card]", "Anna")?;
        passenger.click("[data-form=\"top-up\"] button")?;
        passenger.on_core(&["I order a top-up of 20 zł for card \"Anna\""])?;
        if face == "keys" {
            passenger.click("[data-key=\"S\"]")?;
            passenger.click("[data-key=\"S\"]")?;
        } else {
            touch(&passenger.page, "Top-up")?;
        }
        passenger.click_card("Anna", "pocket")?;
        passenger.wait(5_000)?;
        passenger.on_core(&["I choose Top-up", "I put card \"Anna\" in the pocket", "5 s pass"])?;
        passenger.on_core(&["the screen is Orders", "card \"Anna\" holds 70 zł"])?;
        passenger.expect_agreement("Anna").map(drop)
    })
}

#[test]
fn an_address_selects_its_validator() -> Outcome {
    let passenger = Passenger::board("keys")?;
    let base = base_url()?;
    passenger.page.go(&format!("{base}{MANUAL_CLOCK}#/validator-touch"))?;
    until(|| {
        let script = "return [location.pathname, location.hash,
            document.querySelector('.validator[data-face=\"touch\"]')?.dataset.here ?? '']";
        let (path, hash, here): (String, String, String) = passenger.page.chromium().evaluate(script, Vec::new())?;
        let right = path.ends_with("/bus/") && hash == "#/validator-touch" && here == "true";
        if right { Ok(()) } else { Err(format!("{path} {hash} {here}")) }
    })
}

/// Touches the centre of a field of the touch display.
pub fn touch(page: &Page<Bus>, field: &str) -> Outcome {
    let (x, y) = page.centre_in_view(&format!("[data-field=\"{field}\"]"))?;
    page.chromium().click_at(x, y)
}
