//! The acceptance language of the laundry: its own steps beside those of every site.

use firmware_core::device::Device as _;
use firmware_core::money::Ore;
use firmware_core::time::Instant;
use world::observation::{NoMore, Observation, Shown};
use world::script::{self, Move, Scripted, holds, same};
use world::session::Session;
use world::step_value::{DARK, LedgerAmount, Quoted, StepValue, expected};
use world::world::World as _;
use world::{action_of_act, screens_and_settings, shared_steps, steps, word_values};

use crate::device::{Key, Washer};
use crate::laundry::{Laundry, LaundryAccount, LaundryAct, LaundryCard, LaundryCardStatus};

word_values!(Key, "Start", "Start" => Self::Start);
word_values!(LaundryCard, "guest", "guest" => Self::Guest);
word_values!(
    LaundryCardStatus, "valid, destroyed or lost",
    "valid" => Self::Valid, "destroyed" => Self::Destroyed, "lost" => Self::Lost,
);

/// Whether the drum turns.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Turning(bool);
word_values!(Turning, "turning or at rest", "turning" => Self(true), "at rest" => Self(false));

/// Accounts of one kind taken together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LaundryAccounts {
    Sold,
    Cards,
    Washed,
    Lost,
}
word_values!(
    LaundryAccounts, "Sold, Cards, Washed or Lost",
    "Sold" => Self::Sold, "Cards" => Self::Cards, "Washed" => Self::Washed, "Lost" => Self::Lost,
);

impl From<LaundryAccount> for LaundryAccounts {
    fn from(account: LaundryAccount) -> Self {
        match account {
            LaundryAccount::Sold => Self::Sold,
            LaundryAccount::Card(_) => Self::Cards,
            LaundryAccount::Washed => Self::Washed,
            LaundryAccount::Lost => Self::Lost,
        }
    }
}

/// An amount in the ledger of the laundry, which counts øre.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Booked(Ore);

impl StepValue for Booked {
    fn read(text: &str) -> Result<(Self, &str), String> {
        Ore::read(text).map(|(amount, rest)| (Self(amount), rest)).map_err(|_| expected("an amount in kr", text))
    }

    fn write(&self, to: &mut dyn std::fmt::Write) -> std::fmt::Result {
        self.0.write(to)
    }
}

impl LedgerAmount for Booked {
    fn units(&self) -> i64 {
        self.0.0.into()
    }
}

/// Every screen of the machine, and the dark one.
const SCREENS: [&str; 5] = ["Free", "Ready", "Paying", "Washing", DARK];

screens_and_settings!(Laundry, SCREENS);

shared_steps! {
    world: Laundry, opening: "the laundry as it opens", bare: "the laundry with an empty wallet",
    kept: "the laundry as it was kept", action: Action, act: LaundryAct, observation: LaundryObservation, key: Key,
    kind: LaundryCard, status: LaundryCardStatus, accounts: LaundryAccounts, amount: Ore, booked: Booked,
    create: std::convert::identity, bar_steps: 0u8,
}

steps! {
    /// A step that does something in the laundry.
    Action includes SharedAction {
        /// A card goes in the reader.
        Present(card: Quoted) = "I put card {card} in the reader";
        /// It comes out.
        Take() = "I take the card out";
        /// A key goes down and stays down.
        Hold(key: Key) = "I hold {key} down";
        /// It comes up.
        LetGo(key: Key) = "I let go of {key}";
    }

    /// A step that looks whether something in the laundry is as expected.
    Expectation includes SharedExpectation {
        /// The drum turns, or not.
        Drum(turning: Turning) = "the drum is {turning}";
    }
}

/// Everything that can be seen of the laundry.
pub type LaundryObservation = Observation<LaundryAccount, NoMore, SeenLaundry>;

/// What can be seen of the laundry alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenLaundry {
    turning: bool,
}

impl script::Action<Laundry> for Action {
    fn of_act(act: &LaundryAct) -> Self {
        action_of_act!(act, LaundryAct {
            LaundryAct::Present(card) => Self::Present { card: Quoted(card.clone()) },
            LaundryAct::Take => Self::Take {},
            LaundryAct::Press(key) => Self::Hold { key: *key },
            LaundryAct::Release(key) => Self::LetGo { key: *key },
            LaundryAct::Create(kind, card, amount) => {
                Self::Shared(SharedAction::HasCardOf { kind: *kind, card: Quoted(card.clone()), amount: *amount })
            }
        })
    }

    fn of_two(first: &LaundryAct, second: &LaundryAct) -> Option<Self> {
        match (first, second) {
            (LaundryAct::Press(key), LaundryAct::Release(released)) if key == released => {
                Some(Self::Shared(SharedAction::Press { key: *key }))
            }
            _ => None,
        }
    }

    fn moves(&self, _: &Laundry, below: Option<&str>) -> Result<Vec<Move<Laundry>>, String> {
        let act = |act| Ok(vec![Move::Act(act)]);
        match self {
            Self::Shared(step) => step.moves(below),
            Self::Present { card } => act(LaundryAct::Present(card.0.clone())),
            Self::Take {} => act(LaundryAct::Take),
            Self::Hold { key } => act(LaundryAct::Press(*key)),
            Self::LetGo { key } => act(LaundryAct::Release(*key)),
        }
    }
}

impl script::Expectation<Laundry> for Expectation {
    fn check(&self, seen: &LaundryObservation) -> Result<(), String> {
        match self {
            Self::Shared(step) => step.check(seen),
            Self::Drum { turning } => {
                holds(seen.screen != DARK, || "the machine has no power".to_owned())?;
                same("the drum", &turning.0, &seen.own.turning)
            }
        }
    }

    fn changes(now: &LaundryObservation, before: Option<&LaundryObservation>) -> Vec<Self> {
        let screen = SharedExpectation::screen_change(now, before);
        screen.into_iter().chain(SharedExpectation::refusal_change(now, before)).map(Self::Shared).collect()
    }

    fn end(seen: &LaundryObservation) -> Vec<Self> {
        SharedExpectation::balances(seen).chain([SharedExpectation::Balanced {}]).map(Self::Shared).collect()
    }
}

impl Scripted for Laundry {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = LaundryObservation;

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> LaundryObservation {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let shown = Shown {
            screen: screen.map_or(DARK, |screen| screen.name()),
            display: screen.map(|screen| screen.words().to_owned()).into_iter().collect(),
            bar: None,
        };
        let own = SeenLaundry { turning: device.is_some_and(Washer::lamps) };
        let card = |card: &_| (Self::card_status(card).word(), NoMore {});
        Observation::of(session, mark, shown, |()| String::new(), card, own)
    }
}
