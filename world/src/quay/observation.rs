//! What can be seen of the quay.

use firmware_core::device::Device as _;
use firmware_core::pedestal::{Bottom, Pedestal, Screen, ScreenLine, ScreenText, Socket};
use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

use super::Quay;
use super::account::Account;
use super::act::Answer;
use super::step_value::DARK;
use crate::observation::{NoMore, Observation, Shown};
use crate::script::single_spaced;
use crate::session::Session;
use crate::world::World as _;

/// Everything that can be seen of the quay.
pub type QuayObservation = Observation<Account, NoMore, SeenQuay>;

/// What can be seen of the quay alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenQuay {
    /// The four sockets of the pedestal in front of the person.
    pub sockets: Vec<SeenSocket>,
    /// What all sockets have delivered by the ledger's panel, in watt-hours.
    pub delivered: u64,
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
    /// What it has delivered since it was last free, in watt-hours.
    pub delivered: u64,
}

/// What can be seen of a session, with the clauses since `mark`.
pub(super) fn observe(session: &Session<Quay>, mark: (usize, Instant)) -> QuayObservation {
    let world = session.world();
    let device = world.bench().device();
    let screen = device.map(|device| device.screen(world.now()));
    let text = screen.as_ref().map(Screen::text);
    let lamps = device.map_or([false; Socket::COUNT], Pedestal::lamps);
    let sockets = Socket::ALL.map(|socket| {
        let live = world.is_live(socket);
        SeenSocket {
            lamp: lamps[socket.index()],
            live,
            credit: world.ledger().balance(Account::Socket(world.here(), socket)),
            watts: if live { world.boats()[socket.index()].watts() } else { 0 },
            delivered: world.delivered(socket).0,
        }
    });
    let shown = Shown {
        screen: screen.map_or(DARK, |screen| screen.view.name()),
        display: text.as_ref().map(words).unwrap_or_default(),
        bar: text.and_then(|text| match text.bottom {
            Bottom::Bar(filled) => Some(filled),
            Bottom::Empty | Bottom::Words(_) => None,
        }),
    };
    let answer = |answer: &Answer| match answer {
        Answer::Done => String::new(),
        Answer::ReadOut(readout) => readout.to_string(),
    };
    let card = |card: &_| (world.card_status(card).word(), NoMore {});
    let own = SeenQuay { sockets: sockets.to_vec(), delivered: world.delivered_in_all().0 };
    Observation::of(session, mark, shown, answer, card, own)
}

/// The words on a display: its lines with single spaces, empty ones left out.
pub fn words(text: &ScreenText) -> Vec<String> {
    let bottom = match &text.bottom {
        Bottom::Words(words) => Some(words.as_str()),
        Bottom::Empty | Bottom::Bar(_) => None,
    };
    let lines = text.lines.iter().map(ScreenLine::as_str).chain(bottom);
    std::iter::once(text.headline.as_str()).chain(lines).map(single_spaced).filter(|line| !line.is_empty()).collect()
}
