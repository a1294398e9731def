//! The bus: its two validators, its wallet, and the panels that only it has.

mod amounts;
mod clauses;
mod display;
mod embedded;
mod input;
mod inspector;
mod line;
mod names;
mod phrases;
mod readouts;
mod refusals;
#[cfg(test)]
mod samples;
mod service;
mod shop;
mod validator;
mod wallet;

use firmware_core::device::Beeps;
use firmware_core::rule::Rule;
use firmware_core::time::{Instant, Millis};
use firmware_core::validator::Face;
use world::bus::Bus;
use world::bus::account::{Account, Cause};
use world::bus::act::{Act, Reader};
use world::session::{Line, Outcome, Session};
use world::trace::TraceEntry;
use world::wallet::Whereabouts;
use world::world::World as _;

use super::lazy_parts::lazy_parts;
use crate::elements::Element;
use crate::feedback::haptics::HapticState;
use crate::lazy::LazyParts;
use crate::session::shell::Shell;
use crate::session::site_page::{Palette, SiteLink, SitePage};
use crate::sites::{SITES, links_from};
use crate::texts::{Language, Words, message};

/// What the bus's page brings later, beside what all pages bring.
#[derive(Clone, Copy)]
pub struct BusParts {
    card: fn(wallet::BusTile) -> Vec<Element>,
    new_card: fn() -> Element,
    flight: fn(Face) -> Vec<Element>,
    pocket_hint: fn(Face) -> Vec<Element>,
    touch_art: fn() -> Element,
    draw_touch: fn(Shell<Bus>, &Element),
}

/// What the bus's page brings later.
pub const PARTS: LazyParts<Bus> = lazy_parts(BusParts {
    card: wallet::card_details,
    new_card: wallet::new_card,
    flight: validator::flight_at,
    pocket_hint: validator::pocket_hint,
    touch_art: validator::touch_art,
    draw_touch: display::draw_touch,
});

impl SitePage for Bus {
    type Parts = BusParts;

    const STORAGE_KEY: &'static str = "kerb-and-quay.bus";
    const TAGLINE: Words = message::BUS_TAGLINE;
    const TITLE: Words = message::BUS_SESSION_TITLE;

    const SHOWS_CLOCK: bool = true;
    const LINK: &'static SiteLink = &SITES[1];
    const LINKS: &'static [SiteLink] = &links_from(1);
    const TOP: &'static str = "../";
    const WORLD: &'static str = "bus";
    const FEATURE_WORKER: &'static str = "../parser_loader.js";
    const TWIN_WORKER: &'static str = "../twin/worker.js";
    const SERVICE_WORKER: &'static str = "../offline.js";
    const PALETTE: Palette = display::PALETTE;

    fn address(session: &Session<Self>) -> &'static str {
        match session.world().face() {
            Face::Keys => "#/validator",
            Face::Touch => "#/validator-touch",
        }
    }

    fn acts_to_reach(session: &Session<Self>, address: &str) -> Option<Vec<Act>> {
        let world = session.world();
        let face = match address {
            "" => world.face(),
            "#/validator" => Face::Keys,
            "#/validator-touch" => Face::Touch,
            _ => return None,
        };
        let walk = (face != world.face()).then(|| Act::Walk(world.bus_number(), face));
        Some(walk.into_iter().collect())
    }

    fn front() -> [Element; 2] {
        [validator::bus(), wallet::wallet_panel()]
    }

    fn panels() -> Vec<Element> {
        vec![line::line_panel(), shop::shop_panel(), service::service_panel(), inspector::inspector_panel()]
    }

    fn sounds_since(session: &Session<Self>, mark: usize) -> Vec<Beeps> {
        let here = session.world().here();
        let heard = session.journal().iter().skip(mark).filter_map(|line| match line {
            Line::Happened { entry, .. } if entry.device == here => entry.beeps,
            Line::Happened { .. } | Line::Acted { .. } => None,
        });
        heard.collect()
    }

    fn haptic_state(session: &Session<Self>) -> HapticState {
        let world = session.world();
        let here = usize::from(world.here()) - 1;
        let card = world.cards().find(|card| matches!(card.at, Whereabouts::At(index, _) if index == here));
        let balance = |card| world.read(card).map_or(0, |image| image.body.purse.balance);
        HapticState { card: card.map(|card| (card.id.0, balance(card))), ..HapticState::default() }
    }

    fn acts_of_drag(
        session: &Session<Self>,
        card: &str,
        over: Option<&str>,
        let_go: Option<Millis>,
    ) -> Vec<(Millis, Act)> {
        let world = session.world();
        let lies = world.cards().find(|held| held.name == card).and_then(|held| match held.at {
            Whereabouts::At(index, position) => Reader::try_from(position).ok().map(|reader| (index, reader)),
            Whereabouts::Wallet => None,
        });
        let here = usize::from(world.here()) - 1;
        let take = lies.filter(|(index, _)| *index == here).map(|(_, reader)| (Millis(0), Act::Take(reader)));
        let lies_in = |reader| lies.is_some_and(|(_, here)| here == reader);
        let Some((face, reader)) = over.and_then(target) else {
            // A card in the pocket is taken out only when it is let go of elsewhere.
            return take.filter(|_| lies_in(Reader::Front) || let_go.is_some()).into_iter().collect();
        };
        if lies_in(reader) {
            // K-03: the front has the card as long as it is held there.
            return take.filter(|_| reader == Reader::Front && let_go.is_some()).into_iter().collect();
        }
        if reader == Reader::Pocket && let_go.is_none() {
            return Vec::new();
        }
        let walk = (world.face() != face).then(|| (Millis(0), Act::Walk(world.bus_number(), face)));
        let present = (Millis(0), Act::Present(reader, card.to_owned()));
        // One that is dropped at the front without having rested there is held there as by a tap.
        let tap = let_go.filter(|_| reader == Reader::Front).map(|tap| (tap, Act::Take(reader)));
        take.into_iter().chain(walk).chain([present]).chain(tap).collect()
    }

    fn due(session: &Session<Self>, act: &Act, since: Instant) -> Option<Instant> {
        match act {
            Act::Take(Reader::Front) => wallet::end_of_tap(session, since),
            _ => Some(since),
        }
    }

    fn describe_act(language: Language, act: &Act) -> String {
        phrases::act(language, act)
    }

    fn describe_answer(language: Language, answer: &Outcome<Self>) -> String {
        phrases::answer(language, answer)
    }

    fn describe_entry(language: Language, entry: &TraceEntry) -> String {
        phrases::trace_entry(language, entry)
    }

    fn clause(language: Language, rule: Rule) -> &'static str {
        clauses::meaning(language, rule)
    }

    fn setting_name(index: usize) -> Words {
        names::setting(index)
    }

    fn account_name(&self, language: Language, account: Account) -> String {
        let name = names::account(language, account);
        let card = match account {
            Account::Card(id) | Account::Advance(id, _) => self.card(id),
            _ => None,
        };
        match card {
            Some(card) => format!("{name} \u{b7} {}", card.name),
            None => name,
        }
    }

    fn present_both(first: String, second: String) -> Act {
        Act::PresentBoth(first, second)
    }

    fn cause_name(cause: Cause) -> Words {
        names::cause(cause)
    }

    fn amount(language: Language, amount: i64) -> String {
        amounts::zl(language, amount)
    }
}

/// The index of a validator's bench in the world: both of bus 1 come first.
const fn bench_index(bus: u8, face: Face) -> usize {
    2 * (bus as usize - 1) + matches!(face, Face::Touch) as usize
}

/// The name of a validator's reader, as a target for cards.
fn target_name(face: Face, reader: Reader) -> &'static str {
    match (face, reader) {
        (Face::Keys, Reader::Pocket) => "keys-pocket",
        (Face::Keys, _) => "keys-front",
        (Face::Touch, Reader::Pocket) => "touch-pocket",
        (Face::Touch, _) => "touch-front",
    }
}

fn target(name: &str) -> Option<(Face, Reader)> {
    let all = [Face::Keys, Face::Touch].into_iter().flat_map(|face| Reader::ALL.map(|reader| (face, reader)));
    all.into_iter().find(|(face, reader)| target_name(*face, *reader) == name)
}
