//! The quay's page, used as a person would.

use firmware_core::pedestal::{Key, Socket};
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::story::Observation;
use world::quay::wallet::Issue;

use super::{Hand, IsOffered, Page, Shown, decimal};

impl Shown for Quay {
    const PATH: &'static str = "";
    const SIGHT: &'static str = include_str!("quay.js");

    fn by_hand(page: &mut Page, act: &Act, world: &Self) -> Result<Hand<Act>, String> {
        match act {
            Act::Present(card) => page.card(card, "present"),
            Act::Take => page.try_click("[data-do=\"take\"]"),
            Act::Press(key) => page.hold(&key_at(*key)).map(|()| true),
            Act::Release(key) => page.let_go(&key_at(*key)).map(|()| true),
            Act::Walk(number) => page.try_click(&format!("[data-walk=\"{number}\"]")),
            Act::PowerOff => page.switch("[data-power]", world.has_power()),
            Act::PowerOn => page.switch("[data-power]", !world.has_power()),
            Act::Plug(socket) => page.switch(&plug_at(*socket), !world.boats()[socket.index()].plugged),
            Act::Unplug(socket) => page.switch(&plug_at(*socket), world.boats()[socket.index()].plugged),
            Act::Switch(socket, appliance, on) => {
                let is_on = world.boats()[socket.index()].is_on(*appliance);
                let (name, number) = (appliance.word(), socket.number());
                page.switch(&format!("input[data-appliance=\"{name}\"][data-of=\"{number}\"]"), is_on != *on)
            }
            Act::Create(kind, name, amount) => {
                page.choose("form[data-form=\"new-card\"] select[name=kind]", issue_word(*kind))?;
                page.fill_in("form[data-form=\"new-card\"]", "name", name)?;
                page.fill_in("form[data-form=\"new-card\"]", "amount", &decimal(amount.0))?;
                page.submit("form[data-form=\"new-card\"]")
            }
            Act::Rename(from, to) => page.rename(from, to),
            Act::Discard(card) => page.card_for_good(card, "discard"),
            Act::Destroy(card) => page.card_for_good(card, "destroy"),
            Act::Lose(card) => page.card_for_good(card, "lose"),
            Act::Load(card, amount) => desk(page, card, Some(amount.0), "load"),
            Act::PayOut(card) => desk(page, card, None, "pay-out"),
            Act::ReadOut(card) => desk(page, card, None, "read"),
            Act::Reset(card) => desk(page, card, None, "reset"),
            Act::WriteOff(card) => desk(page, card, None, "write-off"),
            Act::ReleaseSocket(socket) => page.try_click(&format!("[data-desk-release=\"{}\"]", socket.number())),
            Act::SetClock(civil) => page.set_clock(*civil),
            Act::Configure(place, value) => page.configure(usize::from(*place), *value, world),
        }
        .map(Hand::from)
    }

    fn in_one(page: &Page, first: &Act, second: &Act, _: &Self) -> Result<bool, String> {
        match first {
            Act::Press(key) if *second == Act::Release(*key) => {
                let key = key_at(*key);
                if page.is_held(&key) {
                    return Err(format!("{key} is held down already"));
                }
                page.click(&key).map(|()| true)
            }
            Act::Present(_)
            | Act::Take
            | Act::Press(_)
            | Act::Release(_)
            | Act::Walk(_)
            | Act::PowerOff
            | Act::PowerOn
            | Act::Plug(_)
            | Act::Unplug(_)
            | Act::Switch(..)
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Load(..)
            | Act::PayOut(_)
            | Act::ReadOut(_)
            | Act::Reset(_)
            | Act::WriteOff(_)
            | Act::ReleaseSocket(_)
            | Act::SetClock(_)
            | Act::Configure(..) => Ok(false),
        }
    }

    fn is_as_wanted(act: &Act, _: &Self) -> bool {
        match act {
            Act::Switch(..) | Act::Configure(..) => true,
            Act::Present(_)
            | Act::Take
            | Act::Press(_)
            | Act::Release(_)
            | Act::Walk(_)
            | Act::PowerOff
            | Act::PowerOn
            | Act::Plug(_)
            | Act::Unplug(_)
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Load(..)
            | Act::PayOut(_)
            | Act::ReadOut(_)
            | Act::Reset(_)
            | Act::WriteOff(_)
            | Act::ReleaseSocket(_)
            | Act::SetClock(_) => false,
        }
    }

    fn rules_of(seen: &mut Observation) -> &mut Vec<String> {
        &mut seen.rules
    }

    fn hear(_: &mut Observation, _: &[(u16, u8)], _: &Self) {}

    fn withhold(seen: &mut Observation, answer: String, refused: bool) {
        (seen.answer, seen.refused) = (answer, refused);
    }
}

fn desk(page: &Page, card: &str, amount: Option<u32>, what: &str) -> Result<IsOffered, String> {
    if !page.choose("form[data-form=\"desk\"] select[name=card]", card)? {
        return Ok(false);
    }
    if let Some(amount) = amount {
        page.fill_in("form[data-form=\"desk\"]", "amount", &decimal(amount))?;
    }
    page.try_click(&format!("[data-desk=\"{what}\"]"))
}

/// Where a button of the pedestal is.
pub fn key_at(key: Key) -> String {
    match key {
        Key::Back => "[data-key=\"back\"]".to_owned(),
        Key::Enter => "[data-key=\"enter\"]".to_owned(),
        Key::Socket(socket) => format!("[data-key=\"{}\"]", socket.number()),
    }
}

fn plug_at(socket: Socket) -> String {
    format!("[data-plug=\"{}\"]", socket.number())
}

const fn issue_word(kind: Issue) -> &'static str {
    match kind {
        Issue::User => "user",
        Issue::Foreign => "foreign",
        Issue::Blocked => "blocked",
        Issue::Spoilt => "spoilt",
        Issue::OtherMarina => "other",
    }
}
