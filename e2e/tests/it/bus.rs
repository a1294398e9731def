//! What the page of the bus promises: each journey with both types of validator, on the page's hand-turned clock,
//! beside the same journey on the core.
//!
//! `cargo xtask test` serves the page and says where in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, address, base_url};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::json;
use world::bus::Bus;
use world::story::Player;

use crate::Outcome;

/// What is looked at.
#[derive(Debug, PartialEq, Deserialize)]
struct PageSnapshot {
    screen: String,
    words: Vec<String>,
    lamp: bool,
    beeps: String,
    balance: Option<u32>,
    tickets: String,
    balanced: bool,
    refused: bool,
}

const LOOK: &str = "const [face, card] = arguments;
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

/// A passenger in the browser, and the same one on the core.
struct Passenger {
    page: Page<Bus>,
    core: Player<Bus>,
    face: &'static str,
}

impl Passenger {
    fn boards(face: &'static str) -> Result<Self, String> {
        let base = base_url()?;
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let page = Page::open(chromium, &address(&format!("{base}bus/"), MANUAL_CLOCK))?;
        page.open_panels()?;
        page.click(&format!("[data-face-choice=\"{face}\"]"))?;
        let mut passenger = Self { page, core: Player::default(), face };
        let word = if face == "keys" { "old" } else { "new" };
        passenger.on_core(&["the buses as they open", &format!("I stand at the {word} validator")])?;
        Ok(passenger)
    }

    /// The same on the core: every step has to hold there.
    fn on_core(&mut self, steps: &[&str]) -> Outcome {
        for step in steps {
            let parsed = step.parse().map_err(|unknown: world::step::Unknown| unknown.to_string())?;
            self.core.play(&parsed, None).map_err(|why| format!("{step}: {why}"))?;
        }
        Ok(())
    }

    fn clicks(&self, css: &str) -> Outcome {
        self.page.click(css)
    }

    fn with_card(&self, card: &str, what: &str) -> Outcome {
        self.clicks(&format!("[data-card-name=\"{card}\"] [data-do=\"{what}\"]"))
    }

    fn takes_away(&self) -> Outcome {
        self.clicks(&format!(".validator[data-face=\"{}\"] [data-do=\"take\"]", self.face))
    }

    fn waits(&self, ms: u32) -> Outcome {
        self.page.pass(Millis(ms))
    }

    fn sees(&self, card: &str) -> Result<PageSnapshot, String> {
        self.page.chromium().evaluate(LOOK, vec![json!(self.face), json!(card)])
    }

    /// What the page shows of the card and of the validator has to be what the core says, whose steps held.
    fn agrees(&mut self, card: &str) -> Result<PageSnapshot, String> {
        let core = self.core.observe();
        let expected = core.cards.iter().find(|seen| seen.name == card).and_then(|seen| seen.balance);
        until(|| {
            let seen = self.sees(card)?;
            let same = seen.screen == core.screen
                && seen.lamp == core.lamp
                && seen.balance == expected
                && seen.words == core.lines
                && seen.balanced
                && core.balanced;
            if same { Ok(seen) } else { Err(format!("the page shows {seen:?}, the core {core:?}")) }
        })
    }
}

fn on_both_faces(journey: fn(&'static str) -> Outcome) -> Outcome {
    for face in ["keys", "touch"] {
        journey(face).map_err(|why| format!("{face}: {why}"))?;
    }
    Ok(())
}

#[test]
fn a_passenger_boards_at_stop_2_rides_four_stops_and_sees_the_refund() -> Outcome {
    on_both_faces(|face| {
        let mut passenger = Passenger::boards(face)?;
        passenger.clicks("[data-driver=\"next-stop\"]")?;
        passenger.with_card("Anna", "present")?;
        passenger.waits(1_000)?;
        passenger.on_core(&["the bus goes to stop 2", "I hold card \"Anna\" against the validator", "1 s pass"])?;
        passenger.on_core(&["the screen is Taken", "the lamp is on", "card \"Anna\" holds 47 zł"])?;
        let boarded = passenger.agrees("Anna")?;
        if boarded.tickets != "1 0" || !boarded.lamp {
            return Err(format!("one ticket was taken and the lamp lights: {boarded:?}"));
        }
        passenger.takes_away()?;
        for _ in 0..4 {
            passenger.clicks("[data-driver=\"next-stop\"]")?;
        }
        passenger.with_card("Anna", "present")?;
        passenger.waits(1_000)?;
        passenger.on_core(&["I take the card away", "the bus goes to stop 6"])?;
        passenger.on_core(&["I hold card \"Anna\" against the validator", "1 s pass", "the screen is Exit"])?;
        passenger.agrees("Anna").map(drop)
    })
}

#[test]
fn a_ticket_for_a_friend_and_a_check_of_the_card() -> Outcome {
    on_both_faces(|face| {
        let mut passenger = Passenger::boards(face)?;
        let choose = |passenger: &Passenger, field: &str, key: &str| {
            if face == "keys" {
                passenger.clicks(&format!("[data-key=\"{key}\"]"))
            } else {
                touch(&passenger.page, field)
            }
        };
        choose(&passenger, "Reduced", "U")?;
        passenger.with_card("Bearer", "present")?;
        passenger.waits(1_000)?;
        passenger.on_core(&["I choose Reduced", "I hold card \"Bearer\" against the validator", "1 s pass"])?;
        passenger.on_core(&["the screen is Taken", "I hear 1 beep"])?;
        passenger.agrees("Bearer")?;
        passenger.takes_away()?;
        choose(&passenger, "Check", "S")?;
        passenger.with_card("Bearer", "present")?;
        passenger.waits(500)?;
        passenger.on_core(&["I take the card away", "I choose Check"])?;
        passenger.on_core(&["I hold card \"Bearer\" against the validator", "500 ms pass", "I hear 2 beeps"])?;
        passenger.on_core(&["the screen is Page"])?;
        passenger.agrees("Bearer").map(drop)
    })
}

#[test]
fn a_card_that_is_pulled_away_too_fast_is_told_so() -> Outcome {
    on_both_faces(|face| {
        let mut passenger = Passenger::boards(face)?;
        passenger.page.choose("select[data-hold-for]", "150")?;
        passenger.with_card("Anna", "tap")?;
        passenger
            .on_core(&["I hold card \"Anna\" against the validator for 150 ms", "the screen is CheckOperation"])?;
        passenger.on_core(&["I hear 3 beeps", "card \"Anna\" holds 50 zł"])?;
        let seen = passenger.agrees("Anna")?;
        if seen.beeps.contains('3') { Ok(()) } else { Err(format!("three beeps are told: {seen:?}")) }
    })
}

#[test]
fn the_driver_blocks_the_validators_and_every_tap_is_refused() -> Outcome {
    on_both_faces(|face| {
        let mut passenger = Passenger::boards(face)?;
        passenger.clicks("[data-driver=\"block\"]")?;
        passenger.with_card("Anna", "present")?;
        passenger.waits(1_000)?;
        passenger.on_core(&["the driver blocks the validators", "I hold card \"Anna\" against the validator"])?;
        passenger.on_core(&["1 s pass", "I hear 3 beeps", "card \"Anna\" holds 50 zł"])?;
        passenger.agrees("Anna").map(drop)
    })
}

#[test]
fn an_order_of_the_web_shop_comes_out_of_the_side_pocket() -> Outcome {
    on_both_faces(|face| {
        let mut passenger = Passenger::boards(face)?;
        passenger.page.choose("[data-form=\"top-up\"] select[name=card]", "Anna")?;
        passenger.clicks("[data-form=\"top-up\"] button")?;
        passenger.on_core(&["I order a top-up of 20 zł for card \"Anna\""])?;
        if face == "keys" {
            passenger.clicks("[data-key=\"S\"]")?;
            passenger.clicks("[data-key=\"S\"]")?;
        } else {
            touch(&passenger.page, "Top-up")?;
        }
        passenger.with_card("Anna", "pocket")?;
        passenger.waits(5_000)?;
        passenger.on_core(&["I choose Top-up", "I put card \"Anna\" in the pocket", "5 s pass"])?;
        passenger.on_core(&["the screen is Orders", "card \"Anna\" holds 70 zł"])?;
        passenger.agrees("Anna").map(drop)
    })
}

#[test]
fn an_address_leads_to_the_validator_it_names() -> Outcome {
    let passenger = Passenger::boards("keys")?;
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

/// A finger on the touch display, in the middle of a field, and off again.
pub fn touch(page: &Page<Bus>, field: &str) -> Outcome {
    let (x, y) = page.centre_in_view(&format!("[data-field=\"{field}\"]"))?;
    page.chromium().click_at(x, y)
}
