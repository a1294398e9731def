//! What can be seen of the buses.

use firmware_core::device::Device as _;
use firmware_core::time::{DateTime, Instant};
use firmware_core::validator::{Field, FieldState, Panel, Route, Screen, View};
use serde::{Deserialize, Serialize};

use super::Bus;
use super::account::Account;
use super::act::Answer;
use super::step_value::DARK;
use crate::observation::{Observation, Shown};
use crate::script::single_spaced;
use crate::session::Session;
use crate::step_value::StepValue as _;
use crate::world::World as _;

/// Everything that can be seen of the buses. The display are all words on it: its two lines, and what is around them on
/// the new type.
pub type BusObservation = Observation<Account, SeenBusCard, SeenBus>;

/// What can be seen of the buses alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenBus {
    /// The two lines of the display with single spaces; empty lines are left out.
    pub lines: Vec<String>,
    /// The date and time that it shows.
    pub clock: Option<DateTime>,
    /// The line, the direction and the number of the stop that it shows.
    pub route: Option<(u16, String, u8)>,
    /// What its four fields look like; none on the old type.
    pub fields: Vec<String>,
    /// Whether the red lamp is lit.
    pub lamp: bool,
    /// The beeps that the validator began since the last step that did something, pattern by pattern.
    pub beeps: Vec<u8>,
    /// The number of the bus on which the person is.
    pub bus: u8,
    /// The number of its stop.
    pub stop: Option<u8>,
}

/// What can be seen of a card of the buses alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenBusCard {
    /// Whether an inspector on this bus finds nothing wrong with it.
    pub rides: bool,
    /// The normal and reduced tickets on its open ride in this run.
    pub tickets: (u32, u32),
    /// How often it was changed.
    pub changes: Option<u32>,
    /// How many orders wait for it in the web shop.
    pub orders: u32,
}

/// What can be seen of a session, with the clauses and beeps since `mark`.
pub(super) fn observe(session: &Session<Bus>, mark: (usize, Instant)) -> BusObservation {
    let world = session.world();
    let device = world.bench().device();
    let screen = device.map(|device| device.screen(world.now()));
    let (route, fields) = match screen.as_ref().map(|screen| &screen.panel) {
        Some(Panel::Touch { route, fields }) => (*route, fields.map(state_word).to_vec()),
        Some(Panel::Keys) | None => (None, Vec::new()),
    };
    let shown = Shown {
        screen: screen.as_ref().map_or(DARK, |screen| screen.view.name()),
        display: screen.as_ref().map(words).unwrap_or_default(),
        bar: screen.as_ref().and_then(|screen| match screen.view {
            View::TopUpRun { progress } => progress,
            _ => None,
        }),
    };
    let own = SeenBus {
        lines: screen.as_ref().map(middle).unwrap_or_default(),
        clock: screen.as_ref().and_then(|screen| screen.clock),
        route: route.map(|Route { line, direction, stop }| (line, direction.to_string(), stop)),
        fields,
        lamp: device.is_some_and(|device| device.lamps().red),
        beeps: session.beeps_since(mark.0, world.here()),
        bus: world.bus_number(),
        stop: world.vehicle().stop(),
    };
    let answer = |answer: &Answer| match answer {
        Answer::Done => String::new(),
        Answer::ReadOut(readout) => readout.to_string(),
        Answer::Control(control) => control.to_string(),
    };
    Observation::of(
        session,
        mark,
        shown,
        answer,
        |card| {
            let control = world.control(card);
            let orders = world.shop().waiting_for(card.id).count();
            let own = SeenBusCard {
                rides: control.verdict.is_valid(),
                tickets: control.tickets,
                changes: world.read(card).ok().map(|image| image.body.counter),
                orders: u32::try_from(orders).expect("at most two orders wait for a card"),
            };
            (world.card_status(card).word(), own)
        },
        own,
    )
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
