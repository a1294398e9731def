//! Acts on the page of the bus.

use firmware_core::card::FareKind;
use firmware_core::money::Grosz;
use firmware_core::validator::fare::{PROFILES, Profile};
use firmware_core::validator::{Face, Key, Spot, TOUCH_HEIGHT, TOUCH_WIDTH};
use serde_json::json;
use world::bus::Bus;
use world::bus::act::{Act, Reader};
use world::bus::observation::BusObservation;
use world::bus::service::fare_word;
use world::bus::wallet::{Entitlement, Issue};
use world::world::World as _;

use super::{IsOffered, Page, Performed, SiteWithPage, decimal};

/// The canvas of the touch display.
const GLASS: &str = "[data-display=\"touch\"] canvas";

impl SiteWithPage for Bus {
    const SNAPSHOT_SCRIPT: &'static str = include_str!("bus.js");

    fn perform_act(page: &mut Page<Self>, act: &Act, world: &Self) -> Result<Performed<Act>, String> {
        let (bus, kind) = (world.bus_number(), world.face());
        match act {
            Act::Present(Reader::Pocket, card) => page.click_card(card, "pocket"),
            Act::Present(Reader::Front, card) => page.click_card(card, "present"),
            Act::PresentBoth(first, second) => page.present_both(first, second),
            Act::Take(Reader::Pocket) => page.click_if_enabled(".validator[data-here=\"true\"] [data-do=\"take-out\"]"),
            Act::Take(Reader::Front) => page.click_if_enabled(".validator[data-here=\"true\"] [data-do=\"take\"]"),
            // A press or a touch on the validator of the other type would go to that validator.
            Act::Press(_) | Act::Release(_) if kind == Face::Touch => Ok(false),
            Act::Touch(_) | Act::Lift if kind == Face::Keys => Ok(false),
            // A finger is on it already.
            Act::Press(key) if page.is_held(&key_selector(*key)) => return Ok(Performed::DoneAs(Vec::new())),
            Act::Touch(_) if page.is_held(GLASS) => return Ok(Performed::DoneAs(Vec::new())),
            Act::Press(key) => page.hold(&key_selector(*key)).map(|()| true),
            Act::Release(key) => page.release(&key_selector(*key)).map(|()| true),
            Act::Touch(spot) => page.hold_on_glass(*spot).map(|()| true),
            Act::Lift => page.release(GLASS).map(|()| true),
            Act::Walk(number, to) => return walk(page, (*number, *to), (bus, kind)),

            Act::NextStop => driver(page, "next-stop"),
            Act::EndRun => driver(page, "end-run"),
            Act::Depart => driver(page, "depart"),
            Act::Block(true) => driver(page, "block"),
            Act::Block(false) => driver(page, "unblock"),
            Act::PowerOff => page.toggle("[data-power]", world.has_power()),
            Act::PowerOn => page.toggle("[data-power]", !world.has_power()),

            Act::Create(kind, name, amount) => new_card(page, "new-card", *kind, name, *amount),
            Act::Sell(kind, name, amount) => new_card(page, "sell", *kind, name, Some(*amount)),
            Act::Rename(from, to) => page.rename(from, to),
            Act::Discard(card) => page.click_card_and_confirm(card, "discard"),
            Act::Destroy(card) => page.click_card_and_confirm(card, "destroy"),
            Act::Lose(card) => page.click_card_and_confirm(card, "lose"),

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
            Act::Configure(index, value) => page.configure(usize::from(*index), *value, world),
            Act::SetTariff(index) => {
                let changes = !is_tariff(world, *index);
                if changes { page.choose("[data-tariff]", &index.to_string()) } else { Ok(false) }
            }
            Act::SetSingle(fare, amount) => price(page, "single", *fare, *amount),
            Act::SetBand(class, stops, fare, amount) => price(page, &format!("{class}-{stops}"), *fare, *amount),
        }
        .map(Performed::from)
    }

    fn perform_pair(page: &Page<Self>, first: &Act, second: &Act, world: &Self) -> Result<bool, String> {
        let kind = world.face();
        match first {
            Act::Press(key) if kind == Face::Keys && *second == Act::Release(*key) => {
                let key = key_selector(*key);
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
            | Act::PresentBoth(..)
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

    fn is_no_op(act: &Act, world: &Self) -> bool {
        match act {
            Act::Configure(..) => true,
            Act::Walk(bus, face) => (*bus, *face) == (world.bus_number(), world.face()),
            Act::SetTariff(index) => is_tariff(world, *index),
            Act::Present(..)
            | Act::PresentBoth(..)
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

    fn rules_mut(seen: &mut BusObservation) -> &mut Vec<String> {
        &mut seen.rules
    }

    fn set_beeps(seen: &mut BusObservation, beeps: &[(u16, u8)], world: &Self) {
        let here = beeps.iter().filter(|(device, _)| *device == world.here());
        seen.own.beeps = here.map(|(_, count)| *count).collect();
    }

    fn set_answer(seen: &mut BusObservation, answer: String, refused: bool) {
        (seen.answer, seen.refused) = (answer, refused);
    }
}

impl Page<Bus> {
    /// Fills in a form about a card and submits it. `typed` are its inputs, `chosen` its lists.
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

    /// Puts a finger on the touch display and leaves it there.
    fn hold_on_glass(&mut self, spot: Spot) -> Result<(), String> {
        self.prepare_to_hold(GLASS)?;
        let at = self.spot(spot)?;
        self.put_finger(GLASS, at)
    }

    /// The pixel of the viewport that shows a pixel of the touch display, after scrolling to the display.
    fn spot(&self, spot: Spot) -> Result<(i32, i32), String> {
        let script = "const [css, width, height, spotX, spotY] = arguments;
            const glass = document.querySelector(css);
            if (!glass) return null;
            glass.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const bounds = glass.getBoundingClientRect();
            const across = Math.ceil(bounds.x + (spotX / width) * bounds.width);
            return [across, Math.ceil(bounds.y + (spotY / height) * bounds.height)];";
        let arguments = vec![json!(GLASS), json!(TOUCH_WIDTH), json!(TOUCH_HEIGHT), json!(spot.x), json!(spot.y)];
        let at: Option<(i32, i32)> = self.chromium().evaluate(script, arguments)?;
        at.ok_or_else(|| "the page has no touch display".to_owned())
    }
}

/// Goes to another validator: there are buttons for the buses and for the types of validators.
fn walk(page: &Page<Bus>, to: (u8, Face), from: (u8, Face)) -> Result<Performed<Act>, String> {
    let mut acts = Vec::new();
    if to.0 != from.0 {
        if !page.click_if_enabled(&format!("[data-bus=\"{}\"]", to.0))? {
            return Ok(Performed::NotOffered);
        }
        acts.push(Act::Walk(to.0, from.1));
    }
    if to.1 != from.1 {
        let name = match to.1 {
            Face::Keys => "keys",
            Face::Touch => "touch",
        };
        if !page.click_if_enabled(&format!("[data-face-choice=\"{name}\"]"))? {
            return Ok(Performed::NotOffered);
        }
        acts.push(Act::Walk(to.0, to.1));
    }
    Ok(if acts.is_empty() { Performed::NotOffered } else { Performed::DoneAs(acts) })
}

fn driver(page: &Page<Bus>, what: &str) -> Result<IsOffered, String> {
    page.click_if_enabled(&format!("[data-driver=\"{what}\"]"))
}

fn service(page: &Page<Bus>, card: &str, what: &str) -> Result<IsOffered, String> {
    if !page.choose("form[data-form=\"service\"] select[name=card]", card)? {
        return Ok(false);
    }
    page.click_if_enabled(&format!("[data-service=\"{what}\"]"))
}

fn new_card(page: &Page<Bus>, form: &str, kind: Issue, name: &str, amount: Option<Grosz>) -> Result<IsOffered, String> {
    let form = format!("form[data-form=\"{form}\"]");
    let index = Issue::ALL.iter().position(|issue| *issue == kind).ok_or("there is no such kind")?;
    if !page.choose(&format!("{form} select[name=kind]"), &index.to_string())? {
        return Ok(false);
    }
    page.fill_in(&form, "name", name)?;
    page.fill_in(&form, "amount", &amount.map(|amount| decimal(amount.0)).unwrap_or_default())?;
    page.submit(&form)
}

/// Changes a price in the table, if the table has it.
fn price(page: &Page<Bus>, row: &str, fare: FareKind, amount: Grosz) -> Result<IsOffered, String> {
    let css = format!("[data-price=\"{row} {}\"]", fare_word(fare));
    let Some(field) = page.chromium().find(&css)? else { return Ok(false) };
    page.fill(&field, &format!("{}{}", decimal(amount.0), super::keyboard::ENTER))?;
    Ok(true)
}

fn is_tariff(world: &Bus, index: u8) -> bool {
    let applies = Profile::of(world.bench().settings().tariff()).map(|profile| profile.name);
    applies.is_some() && applies == PROFILES.get(usize::from(index)).map(|profile| profile.name)
}

/// The selector of a key of the old validator.
fn key_selector(key: Key) -> String {
    let name = match key {
        Key::N => "N",
        Key::U => "U",
        Key::S => "S",
    };
    format!("[data-key=\"{name}\"]")
}
