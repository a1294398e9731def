//! The quay: its pedestal, its wallet, and the panels that only it has.

mod clauses;
pub mod desk;
mod display;
mod embedded;
mod lamps;
pub mod marina;
mod names;
pub mod pedestal;
mod phrases;
mod sockets;
pub mod wallet;

use firmware_core::device::Beeps;
use firmware_core::pedestal::Socket;
use firmware_core::rule::Rule;
use firmware_core::time::Millis;
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::quay::act::Act;
use world::session::{Outcome, Session};
use world::trace::TraceEntry;
use world::world::World as _;

use super::lazy_parts::lazy_parts;
use crate::elements::Element;
use crate::feedback::haptics::HapticState;
use crate::lazy::LazyParts;
use crate::session::site_page::{Palette, SiteLink, SitePage};
use crate::sites::{SITES, links_from};
use crate::texts::{Language, Words, exact_kr, message};

/// What the quay's page brings later, beside what all pages bring.
#[derive(Clone, Copy)]
pub struct WalletParts {
    /// What can be done to a card beside presenting it, and what is in it.
    pub card: fn(wallet::QuayTile) -> Vec<Element>,
    /// The form for another card.
    pub new_card: fn() -> Element,
}

/// What the quay's page brings later.
pub const PARTS: LazyParts<Quay> = lazy_parts(WalletParts { card: wallet::card_details, new_card: wallet::new_card });

impl SitePage for Quay {
    type Parts = WalletParts;

    const STORAGE_KEY: &'static str = "kerb-and-quay";
    const TAGLINE: Words = message::QUAY_TAGLINE;
    const TITLE: Words = message::QUAY_SESSION_TITLE;

    const SHOWS_CLOCK: bool = false;
    const LINK: &'static SiteLink = &SITES[0];
    const LINKS: &'static [SiteLink] = &links_from(0);
    const TOP: &'static str = "";
    const WORLD: &'static str = "quay";
    const FEATURE_WORKER: &'static str = "./parser_loader.js";
    const TWIN_WORKER: &'static str = "./twin/worker.js";
    const SERVICE_WORKER: &'static str = "./offline.js";
    const PALETTE: Palette = display::PALETTE;

    fn address(_: &Session<Self>) -> &'static str {
        ""
    }

    fn acts_to_reach(_: &Session<Self>, address: &str) -> Option<Vec<Act>> {
        matches!(address, "" | "#/pedestal").then(Vec::new)
    }

    fn front() -> [Element; 2] {
        [pedestal::pedestal(), wallet::wallet_panel()]
    }

    fn panels() -> Vec<Element> {
        vec![marina::boats_panel(), desk::desk_panel()]
    }

    fn sounds_since(_: &Session<Self>, _: usize) -> Vec<Beeps> {
        // The pedestal is silent.
        Vec::new()
    }

    fn haptic_state(session: &Session<Self>) -> HapticState {
        let world = session.world();
        let balance = |card| world.read(card).map_or(0, |image| image.body.purse.balance);
        let live = |socket: &Socket| u8::from(world.is_live(*socket)) << socket.index();
        HapticState {
            card: world.card_here(firmware_core::pedestal::HOLDER).map(|card| (card.id.0, balance(card))),
            relays: Socket::ALL.iter().map(live).sum(),
            sockets: Socket::ALL.map(|socket| world.ledger().balance(Account::Socket(world.here(), socket))),
        }
    }

    fn acts_of_drag(
        session: &Session<Self>,
        card: &str,
        over: Option<&str>,
        let_go: Option<Millis>,
    ) -> Vec<(Millis, Act)> {
        let let_go = let_go.is_some();
        let lies_here =
            session.world().card_here(firmware_core::pedestal::HOLDER).is_some_and(|here| here.name == card);
        match (lies_here, over) {
            (true, None) if let_go => vec![(Millis(0), Act::Take)],
            (false, Some(_)) if let_go => vec![(Millis(0), Act::Present(card.to_owned()))],
            _ => Vec::new(),
        }
    }

    fn describe_act(language: Language, act: &Act) -> String {
        phrases::act(language, act)
    }

    fn describe_answer(language: Language, answer: &Outcome<Self>) -> String {
        phrases::answer(language, answer)
    }

    fn describe_entry(language: Language, entry: &TraceEntry) -> String {
        phrases::trace_entry(language, entry.device, entry.screen)
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
            Account::Card(id) | Account::Frozen(id) => self.card(id),
            _ => None,
        };
        match card {
            Some(card) => format!("{name} \u{b7} {}", card.name),
            None => name,
        }
    }

    fn account_energy(&self, account: Account) -> Option<u64> {
        (account == Account::Consumed).then(|| self.delivered_in_all().0)
    }

    fn present_both(first: String, second: String) -> Act {
        Act::PresentBoth(first, second)
    }

    fn cause_name(cause: Cause) -> Words {
        names::cause(cause)
    }

    fn amount(language: Language, amount: i64) -> String {
        exact_kr(language, amount)
    }
}
