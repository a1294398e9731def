//! What can be seen of the quay.

use firmware_core::device::Device as _;
use firmware_core::pedestal::{Bottom, Screen, ScreenText, Socket};
use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

use super::Quay;
use super::account::Account;
use super::act::Answer;
use super::step_value::DARK;
use crate::script::single_spaced;
use crate::session::Session;
use crate::world::World as _;

/// Everything that can be seen of a session: on the page, on a bench, or in the plain values.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation {
    /// The name of the screen of the pedestal in front of the person.
    pub screen: String,
    /// Its display, line by line, with single spaces; empty lines are left out.
    pub display: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// Its four sockets.
    pub sockets: Vec<SeenSocket>,
    /// All cards, in the order of the wallet.
    pub cards: Vec<SeenCard>,
    /// All accounts of the ledger with something in them, in thousandths of an øre.
    pub accounts: Vec<(String, i64)>,
    /// Whether the ledger adds up and agrees with cards and pedestals.
    pub balanced: bool,
    /// What the last act was answered with; empty if it was simply done.
    pub answer: String,
    /// Whether the last act was refused.
    pub refused: bool,
    /// The clauses that applied since the last step that did something.
    pub rules: Vec<String>,
}

/// A socket, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenSocket {
    /// Whether its button is blue.
    pub lamp: bool,
    /// Whether it is live.
    pub live: bool,
    /// Its credit by the ledger, in thousandths of an øre.
    pub credit: i64,
    /// What its boat draws, in watts.
    pub watts: u32,
}

/// A card, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: String,
    /// What it says is on it, in øre; none if it cannot be read.
    pub balance: Option<u32>,
}

impl Observation {
    /// What can be seen of a session, with the clauses that applied since `mark`.
    pub(super) fn of(session: &Session<Quay>, (mark, since): (usize, Instant)) -> Self {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let text = screen.as_ref().map(Screen::text);
        let lamps = device.map_or([false; Socket::COUNT], firmware_core::device::Device::lamps);
        let sockets = Socket::ALL.map(|socket| {
            let live = world.is_live(socket);
            SeenSocket {
                lamp: lamps[socket.index()],
                live,
                credit: world.ledger().balance(Account::Socket(world.here(), socket)),
                watts: if live { world.boats()[socket.index()].watts() } else { 0 },
            }
        });
        let cards = world.cards().map(|card| SeenCard {
            name: card.name.clone(),
            status: world.card_status(card).word().to_owned(),
            balance: world.read(card).ok().map(|image| image.body.purse.balance),
        });
        let (answer, refused) = match session.answer() {
            None | Some(Ok(Answer::Done)) => (String::new(), false),
            Some(Ok(Answer::ReadOut(readout))) => (readout.to_string(), false),
            Some(Err(refusal)) => (refusal.to_string(), true),
        };
        Self {
            screen: screen.map_or(DARK, |screen| screen.view.name()).to_owned(),
            display: text.as_ref().map(words).unwrap_or_default(),
            bar: text.and_then(|text| match text.bottom {
                Bottom::Bar(filled) => Some(filled),
                Bottom::Empty | Bottom::Words(_) => None,
            }),
            sockets: sockets.to_vec(),
            cards: cards.collect(),
            accounts: world
                .ledger()
                .accounts()
                .filter(|(_, held)| *held != 0)
                .map(|(a, held)| (a.to_string(), held))
                .collect(),
            balanced: world.check().is_ok(),
            answer,
            refused,
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
        }
    }
}

/// The words on a display: its lines with single spaces, empty ones left out.
pub fn words(text: &ScreenText) -> Vec<String> {
    let bottom = match &text.bottom {
        Bottom::Words(words) => Some(words.as_str()),
        Bottom::Empty | Bottom::Bar(_) => None,
    };
    let lines = text.lines.iter().map(firmware_core::pedestal::ScreenLine::as_str).chain(bottom);
    std::iter::once(text.headline.as_str()).chain(lines).map(single_spaced).filter(|line| !line.is_empty()).collect()
}
