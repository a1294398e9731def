//! A card reader made of software: detects a card, writes it byte by byte, confirms; or is left in the middle of it.
//!
//! Whether an interrupted write took is physics, not a rule of a device: pull the card at any instant and its bytes
//! are what they are. On hardware a real reader replaces this one.

use arrayvec::ArrayVec;

use crate::card::{CardBytes, CardImage, CardRead, SLOT_LEN, Slot};
use crate::device::{CardEvent, ReaderPosition};
use crate::time::{Instant, Millis};

/// How many cards can be at a reader together.
pub const CARDS_MAX: usize = 2;
/// The cards at a reader, in the order in which they were presented.
pub type Cards = ArrayVec<CardBytes, CARDS_MAX>;

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

/// A reader with the card that its state is about, and perhaps another one.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Reader {
    position: ReaderPosition,
    times: ReaderTimes,
    state: State,
    beside: Option<Beside>,
}

/// A card beside the one that is served; nothing happens to it (DK-39).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Beside {
    card: CardBytes,
    /// Whether it was presented as the first of the two.
    is_first: bool,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum State {
    /// No card.
    Empty,
    /// A card is being read; `was_there`: it was on the reader without power.
    Detecting { card: CardBytes, until: Instant, was_there: bool },
    /// A card lies there; nothing happens.
    Resting { card: CardBytes },
    /// `image` is on its way into `slot`, at the pace it began with; `card` holds the bytes from before.
    Writing { card: CardBytes, slot: Slot, image: CardImage, since: Instant, times: ReaderTimes },
}

impl Reader {
    /// An empty reader at `position`.
    pub fn new(position: ReaderPosition, times: ReaderTimes) -> Self {
        Self { position, times, state: State::Empty, beside: None }
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

    /// Puts a card on the empty reader, or two together.
    pub fn present(&mut self, now: Instant, cards: Cards) {
        let mut cards = cards.into_iter();
        if let Some(card) = cards.next() {
            self.state = State::Detecting { card, until: now + self.times.detect, was_there: false };
            self.beside = cards.next().map(|card| Beside { card, is_first: false });
        }
    }

    /// Puts a card on the reader while it has no power, beside another one if there is one.
    pub fn lay(&mut self, card: CardBytes) {
        if self.is_empty() {
            self.state = State::Resting { card };
        } else {
            self.beside = Some(Beside { card, is_first: false });
        }
    }

    /// Takes all cards away, with their bytes as far as a write got.
    pub fn take(&mut self, now: Instant) -> Cards {
        let cards = self.cards(now);
        (self.state, self.beside) = (State::Empty, None);
        cards
    }

    /// Takes all cards away in the middle of a write, after exactly `written` bytes of the slot.
    pub fn take_after(&mut self, now: Instant, written: usize) -> Cards {
        if let State::Writing { card, slot, image, .. } = &self.state {
            let mut card = card.clone();
            card.write(*slot, image, written);
            self.state = State::Resting { card };
        }
        self.take(now)
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

    /// The power is back: a card on the reader is found. What that means is the device's business (DP-32, DK-38).
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

    /// Says what is due at the time that [`Self::wake_at`] named. `is_of_system` says whether a card counts if there is
    /// another one.
    pub fn expire(&mut self, at: Instant, is_of_system: &dyn Fn(&CardRead) -> bool) -> Option<CardEvent> {
        if self.wake_at().is_none_or(|due| due > at) {
            return None;
        }
        let card = self.bytes(at)?;
        let read = card.read();
        let was_there = match &self.state {
            State::Detecting { was_there, .. } => Some(*was_there),
            State::Writing { .. } => None,
            State::Empty | State::Resting { .. } => return None,
        };
        self.state = State::Resting { card };
        Some(match was_there {
            Some(was_there) => self.detected(read, was_there, is_of_system),
            None => CardEvent::Written(self.position),
        })
    }

    /// DK-39: of two cards the one of the system is served; two of them are not.
    fn detected(&mut self, mut read: CardRead, was_there: bool, is_of_system: &dyn Fn(&CardRead) -> bool) -> CardEvent {
        let position = self.position;
        if let (Some(beside), State::Resting { card }) = (&mut self.beside, &mut self.state) {
            let other = beside.card.read();
            if is_of_system(&other) {
                if is_of_system(&read) {
                    return CardEvent::Several { position, was_there };
                }
                core::mem::swap(card, &mut beside.card);
                beside.is_first = !beside.is_first;
                read = other;
            }
        }
        if was_there { CardEvent::Found(position, read) } else { CardEvent::Arrived(position, read) }
    }

    /// Whether a card lies there.
    pub fn is_empty(&self) -> bool {
        self.state == State::Empty
    }

    /// Whether a write is under way, its confirmation included.
    pub fn is_writing(&self) -> bool {
        matches!(self.state, State::Writing { .. })
    }

    /// The bytes of all cards that lie there, as far as a write got by `now`.
    pub fn cards(&self, now: Instant) -> Cards {
        let mut cards = Cards::new();
        let beside = |is_first: bool| self.beside.as_ref().filter(|beside| beside.is_first == is_first);
        let served = self.bytes(now);
        for card in [beside(true).map(|beside| &beside.card), served.as_ref(), beside(false).map(|beside| &beside.card)]
        {
            cards.extend(card.cloned());
        }
        cards
    }

    /// The bytes of the card that is served, or would be, as far as a write got by `now`.
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
