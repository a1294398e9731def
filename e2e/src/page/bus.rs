//! The bus's page, used as a person would.

use firmware_core::card::FareKind;
use firmware_core::device::Place;
use firmware_core::money::Grosz;
use firmware_core::validator::fare::{PROFILES, Profile};
use firmware_core::validator::{Face, Key, Spot, TOUCH_HEIGHT, TOUCH_WIDTH};
use serde_json::json;
use world::bus::Bus;
use world::bus::act::Act;
use world::bus::service::fare_word;
use world::bus::story::Observation;
use world::bus::wallet::{Entitlement, Issue};

use super::{Hand, IsOffered, Page, Shown, decimal};

/// The display that is touched.
const GLASS: &str = "[data-display=\"touch\"] canvas";

impl Shown for Bus {
    const PATH: &'static str = "bus/";
    const SIGHT: &'static str = include_str!("bus.js");

    fn by_hand(page: &mut Page<Self>, act: &Act, world: &Self) -> Result<Hand<Act>, String> {
        let (bus, kind) = (world.bus_number(), world.face());
        match act {
            Act::Present(Place::Pocket, card) => page.card(card, "pocket"),
            Act::Present(Place::Front | Place::Holder, card) => page.card(card, "present"),
            Act::Take(Place::Pocket) => page.try_click(".validator[data-here=\"true\"] [data-do=\"take-out\"]"),
            Act::Take(Place::Front | Place::Holder) => {
                page.try_click(".validator[data-here=\"true\"] [data-do=\"take\"]")
            }
            // The other type stands beside: pressing or touching there would be going there.
            Act::Press(_) | Act::Release(_) if kind == Face::Touch => Ok(false),
            Act::Touch(_) | Act::Lift if kind == Face::Keys => Ok(false),
            // What is down already cannot go down again.
            Act::Press(key) if page.is_held(&key_at(*key)) => return Ok(Hand::DidAs(Vec::new())),
            Act::Touch(_) if page.is_held(GLASS) => return Ok(Hand::DidAs(Vec::new())),
            Act::Press(key) => page.hold(&key_at(*key)).map(|()| true),
            Act::Release(key) => page.let_go(&key_at(*key)).map(|()| true),
            Act::Touch(spot) => page.hold_on_glass(*spot).map(|()| true),
            Act::Lift => page.let_go(GLASS).map(|()| true),
            Act::Walk(number, to) => return walk(page, (*number, *to), (bus, kind)),

            Act::NextStop => driver(page, "next-stop"),
            Act::EndRun => driver(page, "end-run"),
            Act::Depart => driver(page, "depart"),
            Act::Block(true) => driver(page, "block"),
            Act::Block(false) => driver(page, "unblock"),
            Act::PowerOff => page.switch("[data-power]", world.has_power()),
            Act::PowerOn => page.switch("[data-power]", !world.has_power()),

            Act::Create(kind, name, amount) => new_card(page, "new-card", *kind, name, *amount),
            Act::Sell(kind, name, amount) => new_card(page, "sell", *kind, name, Some(*amount)),
            Act::Rename(from, to) => page.rename(from, to),
            Act::Discard(card) => page.card_for_good(card, "discard"),
            Act::Destroy(card) => page.card_for_good(card, "destroy"),
            Act::Lose(card) => page.card_for_good(card, "lose"),

            Act::Load(card, amount) => page.about_card("load", card, &[("amount", &decimal(amount.0))], &[]),
            Act::SellPeriod(card, fare, from, to) => {
                let days = [("from", &*from.to_string()), ("to", &*to.to_string())];
                page.about_card("sell-period", card, &days, &[("fare", fare_word(*fare))])
            }
            Act::Entitle(card, entitlement, until) => {
                let written = match entitlement {
                    Entitlement::Reduced => "reduced",
                    Entitlement::Free => "free",
                };
                page.about_card("entitle", card, &[("until", &until.to_string())], &[("entitlement", written)])
            }
            Act::SetFare(card, fare) => {
                page.about_card("set-fare", card, &[], &[("fare", fare.map_or("none", fare_word))])
            }
            Act::SetDays(card, from, to) => {
                let days = [("from", &*from.to_string()), ("to", &*to.to_string())];
                page.about_card("set-days", card, &days, &[])
            }
            Act::ReadOut(card) => service(page, card, "read"),
            Act::Fetch(card) => service(page, card, "fetch"),
            Act::ReportLost(card) => service(page, card, "report-lost"),
            Act::ReportFound(card) => service(page, card, "report-found"),
            Act::OrderTopUp(card, amount) => page.about_card("top-up", card, &[("amount", &decimal(amount.0))], &[]),
            Act::OrderPeriod(card, fare, from, days) => {
                let chosen = [("fare", fare_word(*fare)), ("days", &*days.to_string())];
                page.about_card("order-period", card, &[("from", &from.to_string())], &chosen)
            }
            Act::Inspect(card) => page.about_card("inspect", card, &[], &[]),

            Act::SetClock(civil) => page.set_clock(*civil),
            Act::Configure(place, value) => page.configure(usize::from(*place), *value, world),
            Act::SetTariff(place) => {
                let changes = !is_tariff(world, *place);
                if changes { page.choose("[data-tariff]", &place.to_string()) } else { Ok(false) }
            }
            Act::SetSingle(fare, amount) => price(page, "single", *fare, *amount),
            Act::SetBand(class, stops, fare, amount) => price(page, &format!("{class}-{stops}"), *fare, *amount),
        }
        .map(Hand::from)
    }

    fn in_one(page: &Page<Self>, first: &Act, second: &Act, world: &Self) -> Result<bool, String> {
        let kind = world.face();
        match first {
            Act::Press(key) if kind == Face::Keys && *second == Act::Release(*key) => {
                let key = key_at(*key);
                if page.is_held(&key) {
                    return Err(format!("{key} is held down already"));
                }
                page.click(&key).map(|()| true)
            }
            Act::Touch(spot) if kind == Face::Touch && *second == Act::Lift => {
                let (x, y) = page.spot(*spot)?;
                page.chromium().click_at(x, y).map(|()| true)
            }
            Act::Present(..)
            | Act::Take(_)
            | Act::Press(_)
            | Act::Release(_)
            | Act::Touch(_)
            | Act::Lift
            | Act::Walk(..)
            | Act::NextStop
            | Act::EndRun
            | Act::Depart
            | Act::Block(_)
            | Act::PowerOff
            | Act::PowerOn
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Sell(..)
            | Act::Load(..)
            | Act::SellPeriod(..)
            | Act::Entitle(..)
            | Act::SetFare(..)
            | Act::SetDays(..)
            | Act::ReadOut(_)
            | Act::Fetch(_)
            | Act::ReportLost(_)
            | Act::ReportFound(_)
            | Act::OrderTopUp(..)
            | Act::OrderPeriod(..)
            | Act::Inspect(_)
            | Act::SetClock(_)
            | Act::Configure(..)
            | Act::SetTariff(_)
            | Act::SetSingle(..)
            | Act::SetBand(..) => Ok(false),
        }
    }

    fn is_as_wanted(act: &Act, world: &Self) -> bool {
        match act {
            Act::Configure(..) => true,
            Act::Walk(bus, face) => (*bus, *face) == (world.bus_number(), world.face()),
            Act::SetTariff(place) => is_tariff(world, *place),
            Act::Present(..)
            | Act::Take(_)
            | Act::Press(_)
            | Act::Release(_)
            | Act::Touch(_)
            | Act::Lift
            | Act::NextStop
            | Act::EndRun
            | Act::Depart
            | Act::Block(_)
            | Act::PowerOff
            | Act::PowerOn
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Sell(..)
            | Act::Load(..)
            | Act::SellPeriod(..)
            | Act::Entitle(..)
            | Act::SetFare(..)
            | Act::SetDays(..)
            | Act::ReadOut(_)
            | Act::Fetch(_)
            | Act::ReportLost(_)
            | Act::ReportFound(_)
            | Act::OrderTopUp(..)
            | Act::OrderPeriod(..)
            | Act::Inspect(_)
            | Act::SetClock(_)
            | Act::SetSingle(..)
            | Act::SetBand(..) => false,
        }
    }

    fn rules_of(seen: &mut Observation) -> &mut Vec<String> {
        &mut seen.rules
    }

    fn hear(seen: &mut Observation, heard: &[(u16, u8)], world: &Self) {
        let here = heard.iter().filter(|(device, _)| *device == world.here());
        seen.beeps = here.map(|(_, count)| *count).collect();
    }

    fn withhold(seen: &mut Observation, answer: String, refused: bool) {
        (seen.answer, seen.refused) = (answer, refused);
    }
}

impl Page<Bus> {
    /// Chooses a card in a form, fills in its fields, chooses from its lists, and sends it.
    fn about_card(
        &self,
        form: &str,
        card: &str,
        typed: &[(&str, &str)],
        chosen: &[(&str, &str)],
    ) -> Result<IsOffered, String> {
        let form = format!("form[data-form=\"{form}\"]");
        for (name, value) in [("card", card)].iter().chain(chosen) {
            if !self.choose(&format!("{form} select[name={name}]"), value)? {
                return Ok(false);
            }
        }
        for (name, value) in typed {
            self.fill_in(&form, name, value)?;
        }
        self.submit(&form)
    }

    /// Puts a finger on the touch display.
    fn hold_on_glass(&mut self, spot: Spot) -> Result<(), String> {
        self.prepare_to_hold(GLASS)?;
        let at = self.spot(spot)?;
        self.put_finger(GLASS, at)
    }

    /// A pixel of the window that lies on this one of the touch display, after scrolling to it.
    fn spot(&self, spot: Spot) -> Result<(i32, i32), String> {
        let script = "const [css, width, height, spotX, spotY] = arguments;
            const glass = document.querySelector(css);
            if (!glass) return null;
            glass.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const place = glass.getBoundingClientRect();
            const across = Math.ceil(place.x + (spotX / width) * place.width);
            return [across, Math.ceil(place.y + (spotY / height) * place.height)];";
        let arguments = vec![json!(GLASS), json!(TOUCH_WIDTH), json!(TOUCH_HEIGHT), json!(spot.x), json!(spot.y)];
        let at: Option<(i32, i32)> = self.chromium().look(script, arguments)?;
        at.ok_or_else(|| "the page has no touch display".to_owned())
    }
}

/// Goes to another validator: to the other bus by its button, to the other type by its own.
fn walk(page: &Page<Bus>, to: (u8, Face), from: (u8, Face)) -> Result<Hand<Act>, String> {
    let mut acts = Vec::new();
    if to.0 != from.0 {
        if !page.try_click(&format!("[data-bus=\"{}\"]", to.0))? {
            return Ok(Hand::NotOffered);
        }
        acts.push(Act::Walk(to.0, from.1));
    }
    if to.1 != from.1 {
        let name = match to.1 {
            Face::Keys => "keys",
            Face::Touch => "touch",
        };
        if !page.try_click(&format!("[data-face-choice=\"{name}\"]"))? {
            return Ok(Hand::NotOffered);
        }
        acts.push(Act::Walk(to.0, to.1));
    }
    Ok(if acts.is_empty() { Hand::NotOffered } else { Hand::DidAs(acts) })
}

fn driver(page: &Page<Bus>, what: &str) -> Result<IsOffered, String> {
    page.try_click(&format!("[data-driver=\"{what}\"]"))
}

fn service(page: &Page<Bus>, card: &str, what: &str) -> Result<IsOffered, String> {
    if !page.choose("form[data-form=\"service\"] select[name=card]", card)? {
        return Ok(false);
    }
    page.try_click(&format!("[data-service=\"{what}\"]"))
}

fn new_card(page: &Page<Bus>, form: &str, kind: Issue, name: &str, amount: Option<Grosz>) -> Result<IsOffered, String> {
    let form = format!("form[data-form=\"{form}\"]");
    let place = Issue::ALL.iter().position(|issue| *issue == kind).ok_or("there is no such kind")?;
    if !page.choose(&format!("{form} select[name=kind]"), &place.to_string())? {
        return Ok(false);
    }
    page.fill_in(&form, "name", name)?;
    page.fill_in(&form, "amount", &amount.map(|amount| decimal(amount.0)).unwrap_or_default())?;
    page.submit(&form)
}

/// Changes a price in the table, if it is there.
fn price(page: &Page<Bus>, row: &str, fare: FareKind, amount: Grosz) -> Result<IsOffered, String> {
    let css = format!("[data-price=\"{row} {}\"]", fare_word(fare));
    let Some(field) = page.chromium().find(&css)? else { return Ok(false) };
    page.fill(&field, &format!("{}{}", decimal(amount.0), super::keyboard::ENTER))?;
    Ok(true)
}

fn is_tariff(world: &Bus, place: u8) -> bool {
    let applies = Profile::of(world.bench().settings().tariff()).map(|profile| profile.name);
    applies.is_some() && applies == PROFILES.get(usize::from(place)).map(|profile| profile.name)
}

/// Where a key of the old type is.
fn key_at(key: Key) -> String {
    let name = match key {
        Key::N => "N",
        Key::U => "U",
        Key::S => "S",
    };
    format!("[data-key=\"{name}\"]")
}
