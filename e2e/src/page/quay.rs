//! Acts on the page of the quay.

use firmware_core::pedestal::{Key, Socket};
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::observation::QuayObservation;
use world::quay::wallet::Issue;
use world::world::World as _;

use super::{IsOffered, Page, Performed, SiteWithPage, decimal};

impl SiteWithPage for Quay {
    const SNAPSHOT_SCRIPT: &'static str = include_str!("quay.js");

    fn perform_act(page: &mut Page, act: &Act, world: &Self) -> Result<Performed<Act>, String> {
        match act {
            Act::Present(card) => page.click_card(card, "present"),
            Act::PresentBoth(first, second) => page.present_both(first, second),
            Act::Take => page.click_if_enabled("[data-do=\"take\"]"),
            Act::Press(key) => page.hold(&key_selector(*key)).map(|()| true),
            Act::Release(key) => page.release(&key_selector(*key)).map(|()| true),
            Act::Walk(number) => page.click_if_enabled(&format!("[data-walk=\"{number}\"]")),
            Act::PowerOff => page.toggle("[data-power]", world.has_power()),
            Act::PowerOn => page.toggle("[data-power]", !world.has_power()),
            Act::Plug(socket) => page.toggle(&plug_selector(*socket), !world.boats()[socket.index()].plugged),
            Act::Unplug(socket) => page.toggle(&plug_selector(*socket), world.boats()[socket.index()].plugged),
            Act::Switch(socket, appliance, on) => {
                let is_on = world.boats()[socket.index()].is_on(*appliance);
                let (name, number) = (appliance.word(), socket.number());
                page.toggle(&format!("input[data-appliance=\"{name}\"][data-of=\"{number}\"]"), is_on != *on)
            }
            Act::Create(kind, name, amount) => {
                page.choose("form[data-form=\"new-card\"] select[name=kind]", kind_value(*kind))?;
                page.fill_in("form[data-form=\"new-card\"]", "name", name)?;
                page.fill_in("form[data-form=\"new-card\"]", "amount", &decimal(amount.0))?;
                page.submit("form[data-form=\"new-card\"]")
            }
            Act::Rename(from, to) => page.rename(from, to),
            Act::Discard(card) => page.click_card_and_confirm(card, "discard"),
            Act::Destroy(card) => page.click_card_and_confirm(card, "destroy"),
            Act::Lose(card) => page.click_card_and_confirm(card, "lose"),
            Act::Load(card, amount) => desk(page, card, Some(amount.0), "load"),
            Act::PayOut(card) => desk(page, card, None, "pay-out"),
            Act::ReadOut(card) => desk(page, card, None, "read"),
            Act::Reset(card) => desk(page, card, None, "reset"),
            Act::WriteOff(card) => desk(page, card, None, "write-off"),
            Act::ReleaseSocket(socket) => {
                page.click_if_enabled(&format!("[data-desk-release=\"{}\"]", socket.number()))
            }
            Act::SetClock(civil) => page.set_clock(*civil),
            Act::Configure(index, value) => page.configure(usize::from(*index), *value, world),
        }
        .map(Performed::from)
    }

    fn perform_pair(page: &Page, first: &Act, second: &Act, _: &Self) -> Result<bool, String> {
        match first {
            Act::Press(key) if *second == Act::Release(*key) => {
                let key = key_selector(*key);
                if page.is_held(&key) {
                    return Err(format!("{key} is held down already"));
                }
                page.click(&key).map(|()| true)
            }
            Act::Present(_)
            | Act::PresentBoth(..)
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

    fn is_no_op(act: &Act, _: &Self) -> bool {
        match act {
            Act::Switch(..) | Act::Configure(..) => true,
            Act::Present(_)
            | Act::PresentBoth(..)
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

    fn rules_mut(seen: &mut QuayObservation) -> &mut Vec<String> {
        &mut seen.rules
    }

    fn set_beeps(_: &mut QuayObservation, _: &[(u16, u8)], _: &Self) {}

    fn set_answer(seen: &mut QuayObservation, answer: String, refused: bool) {
        (seen.answer, seen.refused) = (answer, refused);
    }
}

impl Page<Quay> {
    /// The name of the card in the holder; empty without a card.
    ///
    /// # Errors
    /// The page has no holder.
    pub fn card_in_holder(&self) -> Result<String, String> {
        self.chromium().evaluate("return document.querySelector('[data-holder]').dataset.card ?? ''", Vec::new())
    }
}

fn desk(page: &Page, card: &str, amount: Option<u32>, what: &str) -> Result<IsOffered, String> {
    if !page.choose("form[data-form=\"desk\"] select[name=card]", card)? {
        return Ok(false);
    }
    if let Some(amount) = amount {
        page.fill_in("form[data-form=\"desk\"]", "amount", &decimal(amount))?;
    }
    page.click_if_enabled(&format!("[data-desk=\"{what}\"]"))
}

/// The selector of a button of the pedestal.
pub fn key_selector(key: Key) -> String {
    match key {
        Key::Back => "[data-key=\"back\"]".to_owned(),
        Key::Enter => "[data-key=\"enter\"]".to_owned(),
        Key::Socket(socket) => format!("[data-key=\"{}\"]", socket.number()),
    }
}

fn plug_selector(socket: Socket) -> String {
    format!("[data-plug=\"{}\"]", socket.number())
}

const fn kind_value(kind: Issue) -> &'static str {
    match kind {
        Issue::User => "user",
        Issue::Foreign => "foreign",
        Issue::Blocked => "blocked",
        Issue::Spoilt => "spoilt",
        Issue::OtherMarina => "other",
    }
}
