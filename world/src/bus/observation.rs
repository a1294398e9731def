//! What can be seen of the buses.

use firmware_core::device::Device as _;
use firmware_core::time::{DateTime, Instant};
use firmware_core::validator::{Field, FieldState, Panel, Route, Screen, View};
use serde::{Deserialize, Serialize};

use super::Bus;
use super::act::Answer;
use super::step_value::DARK;
use crate::script::single_spaced;
use crate::session::Session;
use crate::step_value::StepValue as _;
use crate::world::World as _;

/// Everything that can be seen of a session: on the page, on a bench, or in the plain values.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation {
    /// The name of the screen of the validator in front of the person.
    pub screen: String,
    /// Its two lines with single spaces; empty lines are left out.
    pub lines: Vec<String>,
    /// All words on its display: those two lines, and what is around them on the new type.
    pub display: Vec<String>,
    /// The date and time that it shows.
    pub clock: Option<DateTime>,
    /// The line, the direction and the number of the stop that it shows.
    pub route: Option<(u16, String, u8)>,
    /// What its four fields look like; none on the old type.
    pub fields: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// Whether its red lamp is lit.
    pub lamp: bool,
    /// The beeps that it began since the last step that did something, pattern by pattern.
    pub beeps: Vec<u8>,
    /// The number of the bus on which the person is.
    pub bus: u8,
    /// The number of its stop.
    pub stop: Option<u8>,
    /// All cards, in the order of the wallet.
    pub cards: Vec<SeenCard>,
    /// All accounts of the ledger with something in them, in grosze.
    pub accounts: Vec<(String, i64)>,
    /// Whether the ledger adds up and agrees with the cards.
    pub balanced: bool,
    /// What the last act was answered with; empty if it was simply done.
    pub answer: String,
    /// Whether the last act was refused.
    pub refused: bool,
    /// The clauses that applied since the last step that did something.
    pub rules: Vec<String>,
}

/// A card, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: String,
    /// What is in its purse, in grosze; none without a purse, or if it cannot be read.
    pub balance: Option<u32>,
    /// Whether an inspector on this bus finds nothing wrong with it.
    pub rides: bool,
    /// The normal and reduced tickets on its open ride in this run.
    pub tickets: (u32, u32),
    /// How often it was changed.
    pub changes: Option<u32>,
    /// How many orders wait for it in the web shop.
    pub orders: u32,
}

impl Observation {
    /// What can be seen of a session, with the clauses that applied since `mark`.
    pub(super) fn of(session: &Session<Bus>, (mark, since): (usize, Instant)) -> Self {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let lines = screen.as_ref().map(middle).unwrap_or_default();
        let cards = world.cards().map(|card| {
            let body = world.read(card).ok().map(|image| image.body);
            let control = world.control(card);
            let orders = world.shop().waiting_for(card.id).count();
            SeenCard {
                name: card.name.clone(),
                status: world.card_status(card).word().to_owned(),
                balance: body.as_ref().filter(|body| body.purse.present).map(|body| body.purse.balance),
                rides: control.verdict.is_valid(),
                tickets: control.tickets,
                changes: body.map(|body| body.counter),
                orders: u32::try_from(orders).expect("at most two orders wait for a card"),
            }
        });
        let (answer, refused) = match session.answer() {
            None | Some(Ok(Answer::Done)) => (String::new(), false),
            Some(Ok(Answer::ReadOut(readout))) => (readout.to_string(), false),
            Some(Ok(Answer::Control(control))) => (control.to_string(), false),
            Some(Err(refusal)) => (refusal.to_string(), true),
        };
        let (route, fields) = match screen.as_ref().map(|screen| &screen.panel) {
            Some(Panel::Touch { route, fields }) => (*route, fields.map(state_word).to_vec()),
            Some(Panel::Keys) | None => (None, Vec::new()),
        };
        Self {
            screen: screen.as_ref().map_or(DARK, |screen| screen.view.name()).to_owned(),
            display: screen.as_ref().map(words).unwrap_or_default(),
            lines,
            clock: screen.as_ref().and_then(|screen| screen.clock),
            route: route.map(|Route { line, direction, stop }| (line, direction.to_string(), stop)),
            fields,
            bar: screen.as_ref().and_then(|screen| match screen.view {
                View::TopUpRun { progress } => progress,
                _ => None,
            }),
            lamp: device.is_some_and(|device| device.lamps().red),
            beeps: session.beeps_since(mark, world.here()),
            bus: world.bus_number(),
            stop: world.vehicle().stop(),
            cards: cards.collect(),
            accounts: world
                .ledger()
                .accounts()
                .filter(|(_, held)| *held != 0)
                .map(|(account, held)| (account.to_string(), held))
                .collect(),
            balanced: world.check().is_ok(),
            answer,
            refused,
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
        }
    }
}

/// All words on a display, with single spaces, empty lines left out: the two lines, and around them on the new type
/// date, time and fields.
pub fn words(screen: &Screen) -> Vec<String> {
    let mut words = middle(screen);
    if let Panel::Touch { .. } = screen.panel {
        let around = [screen.date(), screen.time()].map(|line| line.to_string());
        words.extend(around.into_iter().filter(|line| !line.is_empty()));
        words.extend(Field::ALL.map(|field| field.words().in_language(screen.language).to_owned()));
    }
    words
}

/// The two lines, with single spaces, empty ones left out.
fn middle(screen: &Screen) -> Vec<String> {
    screen.lines().iter().map(|line| single_spaced(line)).filter(|line| !line.is_empty()).collect()
}

pub(super) fn state_word(state: FieldState) -> String {
    let mut word = String::new();
    state.write(&mut word).expect("writing to a string cannot fail");
    word
}
