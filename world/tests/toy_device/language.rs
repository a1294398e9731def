//! The acceptance language of the laundry: its own steps beside those of every site.

use firmware_core::device::Device as _;
use firmware_core::money::Ore;
use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};
use world::script::{self, Move, Scripted, holds, same, total};
use world::session::{Session, Start};
use world::step_value::{DARK, LedgerAmount, Quoted, StepValue, expected};
use world::world::World as _;
use world::{action_of_act, screens_and_settings, shared_steps, steps, word_values};

use crate::device::{Key, Washer};
use crate::laundry::{Laundry, LaundryAct, LaundryCard, LaundryCardStatus};

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

impl LaundryAccounts {
    fn total(self, accounts: &[(String, i64)]) -> i64 {
        match self {
            Self::Sold => -total("Sold", accounts),
            Self::Cards => total("Card", accounts),
            Self::Washed => total("Washed", accounts),
            Self::Lost => total("Lost", accounts),
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
    world: Laundry, act: LaundryAct, observation: Observation, key: Key, kind: LaundryCard,
    status: LaundryCardStatus, accounts: LaundryAccounts, amount: Ore, booked: Booked, create: std::convert::identity,
    bar_steps: 0u8,
}

steps! {
    /// A step that does something in the laundry.
    Action includes SharedAction {
        /// The world begins as it opens.
        Opening() = "the laundry as it opens";
        /// The world begins without cards.
        Bare() = "the laundry with an empty wallet";
        /// The world begins as it was kept.
        Kept() = "the laundry as it was kept";
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

/// Everything that can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation {
    screen: String,
    display: Vec<String>,
    bar: Option<u8>,
    turning: bool,
    cards: Vec<SeenCard>,
    accounts: Vec<(String, i64)>,
    balanced: bool,
    answer: String,
    refused: bool,
    rules: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard {
    name: String,
    status: String,
    balance: Option<u32>,
}

impl script::Action<Laundry> for Action {
    fn opening() -> Self {
        Self::Opening {}
    }

    fn bare() -> Self {
        Self::Bare {}
    }

    fn kept() -> Self {
        Self::Kept {}
    }

    fn wait(duration: Millis) -> Self {
        Self::Shared(SharedAction::Wait { duration })
    }

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
            Self::Shared(step) => Ok(step.moves()),
            Self::Opening {} => Ok(vec![Move::Begin(Start::Opening)]),
            Self::Bare {} => Ok(vec![Move::Begin(Start::Bare)]),
            Self::Kept {} => script::saved_moves(below),
            Self::Present { card } => act(LaundryAct::Present(card.0.clone())),
            Self::Take {} => act(LaundryAct::Take),
            Self::Hold { key } => act(LaundryAct::Press(*key)),
            Self::LetGo { key } => act(LaundryAct::Release(*key)),
        }
    }
}

impl script::Expectation<Laundry> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        match self {
            Self::Shared(step) => step.check(seen),
            Self::Drum { turning } => {
                holds(seen.screen != DARK, || "the machine has no power".to_owned())?;
                same("the drum", &turning.0, &seen.turning)
            }
        }
    }

    fn changes(now: &Observation, before: Option<&Observation>) -> Vec<Self> {
        let screen = SharedExpectation::screen_change(now, before);
        screen.into_iter().chain(SharedExpectation::refusal_change(now, before)).map(Self::Shared).collect()
    }

    fn end(seen: &Observation) -> Vec<Self> {
        SharedExpectation::balances(seen).chain([SharedExpectation::Balanced {}]).map(Self::Shared).collect()
    }
}

impl Scripted for Laundry {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = Observation;

    fn observe(session: &Session<Self>, (mark, since): (usize, Instant)) -> Observation {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let cards = world.cards().map(|card| SeenCard {
            name: card.name.clone(),
            status: Self::card_status(card).word().to_owned(),
            balance: world.read(card).ok().map(|image| image.body.purse.balance),
        });
        let accounts = world.ledger().accounts().filter(|(_, held)| *held != 0);
        let refusal = session.answer().and_then(|answer| answer.as_ref().err());
        Observation {
            screen: screen.map_or(DARK, |screen| screen.name()).to_owned(),
            display: screen.map(|screen| screen.words().to_owned()).into_iter().collect(),
            bar: None,
            turning: device.is_some_and(Washer::lamps),
            cards: cards.collect(),
            accounts: accounts.map(|(account, held)| (account.to_string(), held)).collect(),
            balanced: world.check().is_ok(),
            answer: refusal.map(ToString::to_string).unwrap_or_default(),
            refused: refusal.is_some(),
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
        }
    }
}
