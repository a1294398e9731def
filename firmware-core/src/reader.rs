//! A card reader made of software: detects a card, writes it byte by byte, confirms; or is left in the middle of it.
//!
//! Whether an interrupted write took is physics, not a rule of a device: pull the card at any instant and its bytes
//! are what they are. On hardware a real reader replaces this one.

use crate::card::{CardBytes, CardImage, SLOT_LEN, Slot};
use crate::device::{CardEvent, ReaderPosition};
use crate::time::{Instant, Millis};

/// How long a reader takes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ReaderTimes {
    /// From the card's arrival until it has been read.
    pub detect: Millis,
    /// For all bytes of a slot.
    pub write: Millis,
    /// From the last byte until the card has said so.
    pub confirm: Millis,
}

/// A reader and the card that lies on it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Reader {
    position: ReaderPosition,
    times: ReaderTimes,
    state: State,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum State {
    /// No card.
    Empty,
    /// A card lies there and is being read; it `was_there` if it lay there without power.
    Detecting { card: CardBytes, until: Instant, was_there: bool },
    /// A card lies there; nothing happens.
    Resting { card: CardBytes },
    /// `image` is on its way into `slot`, at the pace it began with; `card` holds the bytes from before.
    Writing { card: CardBytes, slot: Slot, image: CardImage, since: Instant, times: ReaderTimes },
}

impl Reader {
    /// An empty reader at `position`.
    pub fn new(position: ReaderPosition, times: ReaderTimes) -> Self {
        Self { position, times, state: State::Empty }
    }

    /// Where the device has it.
    pub fn position(&self) -> ReaderPosition {
        self.position
    }

    /// How long it takes.
    pub fn times(&self) -> ReaderTimes {
        self.times
    }

    /// From here on it takes this long; a write under way keeps its pace.
    pub fn set_times(&mut self, times: ReaderTimes) {
        self.times = times;
    }

    /// Puts a card on the empty reader.
    pub fn present(&mut self, now: Instant, card: CardBytes) {
        self.state = State::Detecting { card, until: now + self.times.detect, was_there: false };
    }

    /// Puts a card on the empty reader while it has no power.
    pub fn lay(&mut self, card: CardBytes) {
        self.state = State::Resting { card };
    }

    /// Takes the card away, with its bytes as far as a write got.
    pub fn take(&mut self, now: Instant) -> Option<CardBytes> {
        let card = self.bytes(now)?;
        self.state = State::Empty;
        Some(card)
    }

    /// Takes the card away in the middle of a write, after exactly `written` bytes of the slot.
    pub fn take_after(&mut self, written: usize) -> Option<CardBytes> {
        match core::mem::replace(&mut self.state, State::Empty) {
            State::Empty => None,
            State::Detecting { card, .. } | State::Resting { card } => Some(card),
            State::Writing { mut card, slot, image, .. } => {
                card.write(slot, &image, written);
                Some(card)
            }
        }
    }

    /// Starts writing; without a card nothing happens.
    pub fn write(&mut self, now: Instant, image: &CardImage) {
        if let Some(card) = self.bytes(now) {
            let slot = card.free_slot();
            self.state = State::Writing { card, slot, image: *image, since: now, times: self.times };
        }
    }

    /// The power goes: a card that lies there keeps its bytes as far as a write got.
    pub fn lose_power(&mut self, now: Instant) {
        if let Some(card) = self.bytes(now) {
            self.state = State::Resting { card };
        }
    }

    /// The power is back: a card that lies there is found. What that means is the device's business (DP-32, DK-38).
    pub fn regain_power(&mut self, now: Instant) {
        if let Some(card) = self.bytes(now) {
            self.state = State::Detecting { card, until: now + self.times.detect, was_there: true };
        }
    }

    /// When it next has something to say.
    pub fn wake_at(&self) -> Option<Instant> {
        match &self.state {
            State::Empty | State::Resting { .. } => None,
            State::Detecting { until, .. } => Some(*until),
            State::Writing { since, times, .. } => Some(*since + times.write + times.confirm),
        }
    }

    /// Says what is due at the time that [`Self::wake_at`] named.
    pub fn expire(&mut self, at: Instant) -> Option<CardEvent> {
        if self.wake_at().is_none_or(|due| due > at) {
            return None;
        }
        let card = self.bytes(at)?;
        let event = match self.state {
            State::Detecting { was_there: true, .. } => CardEvent::Found(self.position, card.read()),
            State::Detecting { was_there: false, .. } => CardEvent::Arrived(self.position, card.read()),
            State::Writing { .. } => CardEvent::Written(self.position),
            State::Empty | State::Resting { .. } => return None,
        };
        self.state = State::Resting { card };
        Some(event)
    }

    /// Whether a card lies there.
    pub fn is_empty(&self) -> bool {
        self.state == State::Empty
    }

    /// Whether a write is under way, its confirmation included.
    pub fn is_writing(&self) -> bool {
        matches!(self.state, State::Writing { .. })
    }

    /// The bytes of the card that lies there, as far as a write got by `now`.
    pub fn bytes(&self, now: Instant) -> Option<CardBytes> {
        match &self.state {
            State::Empty => None,
            State::Detecting { card, .. } | State::Resting { card } => Some(card.clone()),
            State::Writing { card, slot, image, since, times } => {
                let mut card = card.clone();
                card.write(*slot, image, written(now.since(*since), times.write));
                Some(card)
            }
        }
    }
}

/// How many bytes of a slot are written after `elapsed`, if all of them take `whole`.
fn written(elapsed: Millis, whole: Millis) -> usize {
    if elapsed >= whole {
        return SLOT_LEN;
    }
    let bytes = u64::from(elapsed.0) * SLOT_LEN as u64 / u64::from(whole.0);
    usize::try_from(bytes).unwrap_or(SLOT_LEN)
}
