//! The contract of a device: time and events in, effects out, the front panel to read.
//!
//! What a device puts out is of two kinds. A *level* lasts (what the display says, which lamps are lit, what must
//! survive a power cut, when it next wakes): levels are read at any time and compared with the last one read. An
//! *edge* happens once (write this card, note this in the log): edges are returned as [`Effects`].
//!
//! A shell around a device, in a browser or on a chip, keeps one order: **store first, then perform**. It hands in an
//! event, stores [`Device::memory`] if it changed, performs the effects, shows screen and lamps, and sleeps until the
//! earlier of [`Device::wake_at`] and [`Device::next_visible_change`].

use core::fmt::Debug;
use core::hash::Hash;

use arrayvec::ArrayVec;

use crate::card::{CardImage, CardRead};
use crate::rule::Rule;
use crate::time::{Instant, Millis};

/// A public device: a small plain value that can be cloned, compared, hashed and explored.
///
/// A device cannot fail: what a member of the public does is an event with an answer, and a refusal is data on the
/// screen. It panics only for our own mistakes.
pub trait Device: Clone + Eq + Hash + Debug {
    /// Everything that can happen to it; card events are among them.
    type Event: From<CardEvent>;
    /// What its display says, as data and words.
    type Screen: Clone + Eq + Debug;
    /// Which of its lamps are lit.
    type Lamps: Copy + Eq + Debug;
    /// What survives a power cut.
    type Memory: Clone + Eq + Hash + Debug;
    /// The numbers it works by.
    type Settings: Clone + Eq + Hash + Debug;
    /// A line of its operations log.
    type Record: Clone + Eq + Debug;
    /// The positions of its card readers, at most [`READERS_MAX`].
    const READERS: &'static [ReaderPosition];

    /// Whether a card is one of the device's system. Where two cards are at a reader together, one that is not is
    /// ignored beside one that is (DK-39).
    fn is_of_system(settings: &Self::Settings, card: &CardRead) -> bool;
    /// The device as it comes up with what its memory holds.
    fn power_on(
        now: Instant,
        memory: Self::Memory,
        settings: Self::Settings,
        effects: &mut Effects<Self::Record>,
    ) -> Self;
    /// Answers one event; every deadline up to `now` has been lived through.
    fn answer(&mut self, now: Instant, event: Self::Event, effects: &mut Effects<Self::Record>);
    /// Lives through the deadline that [`Self::wake_at`] named, at the deadline's own time.
    fn expire(&mut self, at: Instant, effects: &mut Effects<Self::Record>);
    /// When the next rule fires by itself; derived from the state.
    fn wake_at(&self) -> Option<Instant>;
    /// What the display says at `now`: countdowns, bars and clocks are functions of the time.
    fn screen(&self, now: Instant) -> Self::Screen;
    /// When the screen next differs although nothing happens.
    fn next_visible_change(&self, now: Instant) -> Option<Instant>;
    /// Which lamps are lit.
    fn lamps(&self) -> Self::Lamps;
    /// What must survive a power cut.
    fn memory(&self) -> &Self::Memory;
    /// The numbers it works by.
    fn settings(&self) -> &Self::Settings;

    /// Lives through every deadline up to `now`, each at its own time.
    fn wake(&mut self, now: Instant, effects: &mut Effects<Self::Record>) {
        while let Some(at) = self.wake_at().filter(|at| *at <= now) {
            self.expire(at, effects);
        }
    }

    /// Lives through every deadline up to `now`, then answers the event.
    fn handle(&mut self, now: Instant, event: Self::Event, effects: &mut Effects<Self::Record>) {
        self.wake(now, effects);
        self.answer(now, event, effects);
    }
}

/// Where on a device a card can be presented to a reader.
///
/// Each device names its own positions: [`HOLDER`](crate::pedestal::HOLDER), [`FRONT`](crate::validator::FRONT),
/// [`POCKET`](crate::validator::POCKET). The number is that of saved worlds (0 to 127), so it never changes. It has to
/// be unique on one device only.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReaderPosition(pub u8);

/// How many card readers a device can have.
pub const READERS_MAX: usize = 2;

/// What a card reader reports to a device.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum CardEvent {
    /// A card was put there and read.
    Arrived(ReaderPosition, CardRead),
    /// A card was read that was there already when the reader started (DP-32, DK-38).
    Found(ReaderPosition, CardRead),
    /// Two cards of the system were there together when a card was to be read: none of them is (DK-39).
    Several {
        /// Where.
        position: ReaderPosition,
        /// Whether they were there already when the reader started.
        was_there: bool,
    },
    /// The write that the device asked for is complete, and the card has said so.
    Written(ReaderPosition),
    /// The card is gone, and so is a card beside it.
    Left(ReaderPosition),
}

/// Something a device asks its shell to do once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect<Record> {
    /// Write this image to the card that lies there.
    Write(ReaderPosition, CardImage),
    /// Sound this pattern, instead of any that still sounds.
    Beep(Beeps),
    /// Note this in the operations log.
    Log(Record),
}

/// A pattern of equal beeps. It carries its own times: a change of settings never reaches back into one that sounds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Beeps {
    /// How many beeps.
    pub count: u8,
    /// How long each sounds.
    pub on: Millis,
    /// How long it is quiet between two.
    pub off: Millis,
}

impl Beeps {
    /// When the sound switches on (`true`) and off, counted from the first beep; it ends with an off.
    pub fn edges(self) -> impl Iterator<Item = (Millis, bool)> {
        (0..self.count).flat_map(move |beep| {
            let starts = self.until_beep(beep);
            [(starts, true), (starts + self.on, false)]
        })
    }

    /// From the first on to the last off.
    pub fn length(self) -> Millis {
        match self.count.checked_sub(1) {
            Some(last) => self.until_beep(last) + self.on,
            None => Millis(0),
        }
    }

    fn until_beep(self, beep: u8) -> Millis {
        Millis((self.on + self.off).0.saturating_mul(u32::from(beep)))
    }
}

/// How many effects one step of a device can have: a write, and a record a socket with one to spare.
pub const EFFECTS_MAX: usize = 6;
/// How many clauses one step can name.
pub const RULES_MAX: usize = 16;

/// What one step of a device asked for, in order, and the clauses that caused it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effects<Record> {
    effects: ArrayVec<Effect<Record>, EFFECTS_MAX>,
    rules: ArrayVec<Rule, RULES_MAX>,
}

impl<Record> Effects<Record> {
    /// Nothing asked for yet.
    pub const fn new() -> Self {
        Self { effects: ArrayVec::new_const(), rules: ArrayVec::new_const() }
    }

    /// Asks for `effect`.
    #[inline(never)]
    pub fn push(&mut self, effect: Effect<Record>) {
        self.effects.push(effect);
    }

    /// Names the clauses behind this step.
    #[inline(never)]
    pub fn because(&mut self, rules: &[Rule]) {
        for rule in rules {
            if !self.rules.contains(rule) {
                self.rules.push(*rule);
            }
        }
    }

    /// What was asked for, in order.
    pub fn iter(&self) -> core::slice::Iter<'_, Effect<Record>> {
        self.effects.iter()
    }

    /// The clauses behind it, in the order in which they applied.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Whether nothing was asked for and no clause applied.
    pub fn is_empty(&self) -> bool {
        self.effects.is_empty() && self.rules.is_empty()
    }
}

impl<Record> Default for Effects<Record> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, Record> IntoIterator for &'a Effects<Record> {
    type Item = &'a Effect<Record>;
    type IntoIter = core::slice::Iter<'a, Effect<Record>>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
