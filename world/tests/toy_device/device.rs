//! The washing machine: a pure state machine, as every device is.

use firmware_core::card::{CardId, CardImage, CardRead, LogEntry, LogKind};
use firmware_core::device::{CardEvent, Device, Effect, Effects, ReaderPosition};
use firmware_core::money::Ore;
use firmware_core::rule::Rule;
use firmware_core::setting::{Refused, Setting, Source, Table, Unit};
use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};

/// Its only card reader.
pub const READER: ReaderPosition = ReaderPosition(0);
/// Longer than it takes to read a card.
pub const READ: Millis = Millis(100);
/// Longer than it takes to write a card.
pub const WRITTEN: Millis = Millis(400);

/// The settings of the machine.
pub const SETTINGS: [Setting; 2] = [
    Setting {
        name: "laundry.price_ore",
        unit: Unit::Ore,
        default: 3_000,
        min: 100,
        max: 10_000,
        source: Source::Invented,
    },
    Setting {
        name: "laundry.wash_ms",
        unit: Unit::Millis,
        default: 2_400_000,
        min: 1_000,
        max: 7_200_000,
        source: Source::Invented,
    },
];
const TABLE: Table<2> = Table { settings: SETTINGS, bounds: |_, index| (SETTINGS[index].min, SETTINGS[index].max) };

/// The values of [`SETTINGS`].
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Settings([u32; 2]);

impl Settings {
    pub fn delivered() -> Self {
        Self(TABLE.defaults())
    }

    pub fn value(&self, index: usize) -> u32 {
        self.0[index]
    }

    pub fn with(&self, index: usize, value: u32) -> Result<Self, Refused> {
        TABLE.with(&self.0, index, value).map(Self)
    }

    pub fn price(&self) -> Ore {
        Ore(self.0[0])
    }

    fn wash(&self) -> Millis {
        Millis(self.0[1])
    }
}

/// Its only key.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Key {
    Start,
}

/// Everything that can happen to it.
#[derive(Clone, Debug)]
pub enum Event {
    Card(CardEvent),
    Press(Key),
    Configure(Settings),
}

impl From<CardEvent> for Event {
    fn from(event: CardEvent) -> Self {
        Self::Card(event)
    }
}

/// What its display says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Screen {
    Free,
    Ready,
    Paying,
    Washing,
}

impl Screen {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Free => "Free",
            Self::Ready => "Ready",
            Self::Paying => "Paying",
            Self::Washing => "Washing",
        }
    }

    pub const fn words(self) -> &'static str {
        match self {
            Self::Free => "Insert card",
            Self::Ready => "Press Start",
            Self::Paying => "Do not remove card",
            Self::Washing => "Washing",
        }
    }
}

/// A line of its operations log: a wash was paid for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paid {
    pub card: CardId,
    pub amount: Ore,
}

/// What it remembers without power: the number of washes.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Memory {
    washes: u32,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum State {
    Idle,
    Paying { card: CardId, amount: Ore },
    Washing { until: Instant },
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Washer {
    memory: Memory,
    settings: Settings,
    state: State,
    card: Option<CardImage>,
}

impl Washer {
    fn start(&mut self, effects: &mut Effects<Paid>) {
        let (State::Idle, Some(image)) = (&self.state, &self.card) else { return };
        let amount = self.settings.price();
        let Some(balance) = image.body.purse.balance.checked_sub(amount.0) else { return };
        let mut body = image.body;
        body.purse.balance = balance;
        let cost = -i32::try_from(amount.0).expect("a price is at most 100 kr");
        let (kind, device) = (LogKind::Load, 1);
        body.commit(LogEntry { counter: 0, at: None, device, kind, amount: cost, balance_after: 0, line: 0, stop: 0 });
        let paid = image.followed_by(body);
        self.state = State::Paying { card: paid.body.environment.id, amount };
        self.card = Some(paid);
        effects.push(Effect::Write(READER, paid));
        effects.because(&[Rule::P(9)]);
    }
}

impl Device for Washer {
    type Event = Event;
    type Screen = Screen;
    type Lamps = bool;
    type Memory = Memory;
    type Settings = Settings;
    type Record = Paid;
    const READERS: &'static [ReaderPosition] = &[READER];

    fn is_of_system(_: &Settings, card: &CardRead) -> bool {
        card.is_ok()
    }

    fn power_on(_: Instant, memory: Memory, settings: Settings, _: &mut Effects<Paid>) -> Self {
        Self { memory, settings, state: State::Idle, card: None }
    }

    fn answer(&mut self, now: Instant, event: Event, effects: &mut Effects<Paid>) {
        match event {
            Event::Card(CardEvent::Arrived(_, read) | CardEvent::Found(_, read)) => self.card = read.ok(),
            // Two cards at once are none.
            Event::Card(CardEvent::Several { .. }) => {}
            Event::Card(CardEvent::Written(_)) => {
                if let State::Paying { card, amount } = self.state {
                    self.state = State::Washing { until: now + self.settings.wash() };
                    self.memory.washes += 1;
                    effects.push(Effect::Log(Paid { card, amount }));
                    effects.because(&[Rule::P(9)]);
                }
            }
            Event::Card(CardEvent::Left(_)) => {
                self.card = None;
                if let State::Paying { .. } = self.state {
                    self.state = State::Idle;
                }
            }
            Event::Press(Key::Start) => self.start(effects),
            Event::Configure(settings) => self.settings = settings,
        }
    }

    fn expire(&mut self, at: Instant, _: &mut Effects<Paid>) {
        if matches!(self.state, State::Washing { until } if until <= at) {
            self.state = State::Idle;
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        match self.state {
            State::Washing { until } => Some(until),
            State::Idle | State::Paying { .. } => None,
        }
    }

    fn screen(&self, _: Instant) -> Screen {
        match (&self.state, &self.card) {
            (State::Idle, None) => Screen::Free,
            (State::Idle, Some(_)) => Screen::Ready,
            (State::Paying { .. }, _) => Screen::Paying,
            (State::Washing { .. }, _) => Screen::Washing,
        }
    }

    fn next_visible_change(&self, _: Instant) -> Option<Instant> {
        self.wake_at()
    }

    /// Whether the drum turns.
    fn lamps(&self) -> bool {
        matches!(self.state, State::Washing { .. })
    }

    fn memory(&self) -> &Memory {
        &self.memory
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }
}
