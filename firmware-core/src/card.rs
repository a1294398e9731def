//! A contactless card: a fixed byte layout with two slots, one of them current.
//!
//! A write goes to the slot that is not current, its header last; the slot becomes current at its last byte, by its
//! higher sequence number and its right checksum. A card that is pulled away at any byte therefore holds the image
//! before or the image after, never a mixture. Names follow EN 1545 where it has one.

mod layout;

use core::fmt;

use crate::time::{Date, DateTime};

pub use layout::{BLOCK_LEN, CARD_LEN, LAYOUT_VERSION, SLOT_LEN, Slot};
pub(crate) use layout::{CRC, claimed_sequence, encode, is_later};

/// The identity of a card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CardId(pub u32);

/// The system a card was issued for (a marina, a city's e-card); any other is foreign.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SystemId(pub u16);

/// What the card is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CardKind {
    /// A boater's card for the pedestals of a marina.
    #[default]
    User,
    /// A passenger's e-card.
    Passenger,
    /// The card of a ticket inspector.
    Controller,
    /// A card for the people who look after the devices.
    Service,
}

/// Whether its issuer lets the card be used.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CardStatus {
    /// It may be used.
    #[default]
    Ok,
    /// Its issuer has blocked it.
    Blocked,
}

/// Who issued the card, for what, and for how long (EN 1545 *environment*).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Environment {
    /// The card's identity.
    pub id: CardId,
    /// The system it belongs to.
    pub system: SystemId,
    /// The application number printed on it.
    pub app_number: u32,
    /// First day of validity.
    pub issue: Date,
    /// Last day of validity.
    pub end: Date,
    /// What it is for.
    pub kind: CardKind,
    /// Whether it may be used.
    pub status: CardStatus,
}

/// Normal or reduced fare.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FareKind {
    /// The normal fare.
    Normal,
    /// The reduced fare.
    Reduced,
}

/// What a concession entitles to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConcessionKind {
    /// Reduced fares.
    Reduced,
    /// Free travel.
    Free,
}

/// An entitlement of the holder.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Concession {
    /// What it entitles to.
    pub kind: ConcessionKind,
    /// The issuer's code for the ground of the entitlement.
    pub code: u8,
    /// Last day of the entitlement.
    pub until: Date,
}

/// The holder, as far as the card knows one (EN 1545 *holder*).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Holder {
    /// Whether the card is issued to one person.
    pub personalised: bool,
    /// The fare that a plain tap takes.
    pub default_tariff: Option<FareKind>,
    /// The holder's entitlement.
    pub concession: Option<Concession>,
}

/// The electronic purse; amounts in minor units (øre or grosze).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Purse {
    /// Whether the card has a purse at all.
    pub present: bool,
    /// What is in it.
    pub balance: u32,
    /// What it may hold at most.
    pub max: u32,
    /// The tariff class of its last load.
    pub load_class: u8,
    /// The last web order that was put into the purse.
    pub last_purse_order: u32,
    /// The last web order that brought a period ticket.
    pub last_period_order: u32,
}

/// A period ticket.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Contract {
    /// Normal or reduced.
    pub profile: FareKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The network it is valid in.
    pub scope: u8,
    /// Which is used first: lower is earlier.
    pub priority: u8,
}

/// The tickets cancelled at one boarding stop.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct RideGroup {
    /// Index of the stop.
    pub stop: u8,
    /// Normal tickets.
    pub normal: u8,
    /// Reduced tickets.
    pub reduced: u8,
    /// What was taken for them in advance, in minor units.
    pub advance: u32,
}

/// How many boarding stops one ride can hold.
pub const RIDE_GROUPS: usize = 4;

/// By what a holder rides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum RideBasis {
    /// A ticket from the purse.
    #[default]
    Purse,
    /// A period ticket.
    Period,
    /// An entitlement to free travel.
    Free,
}

/// The ride in progress, or the last one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ride {
    /// The vehicle run.
    pub run: u32,
    /// Where the holder himself was registered.
    pub own_stop: Option<u8>,
    /// By what; means nothing without `own_stop`.
    pub own_basis: RideBasis,
    /// The purse's load class at entry.
    pub load_class_at_entry: u8,
    /// Where the exit was registered.
    pub closed_at: Option<u8>,
    /// Tickets by boarding stop.
    pub groups: [RideGroup; RIDE_GROUPS],
}

/// Which operation waits to be confirmed to the passenger.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RatifiedOperation {
    /// A plain tap.
    Plain,
    /// A normal ticket by key.
    Normal,
    /// A reduced ticket by key.
    Reduced,
    /// An exit.
    Exit,
}

/// The last operation was written but not confirmed to the passenger.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ratification {
    /// The vehicle run.
    pub run: u32,
    /// The stop.
    pub stop: u8,
    /// What was done.
    pub operation: RatifiedOperation,
}

/// A marina card is marked before its credit moves; until the mark is gone it is invalid elsewhere (DP-17).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct UpdateMark {
    /// The transaction.
    pub txn: u32,
    /// The pedestal that runs it.
    pub pedestal: u16,
    /// The value that a service desk restores, in øre.
    pub value: u32,
}

/// What a line of the card's log is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LogKind {
    /// Credit went from the card to a socket.
    Load,
    /// Credit came back from a socket.
    Return,
    /// The service desk sold or loaded the card.
    Sale,
    /// The service desk reset the card.
    Reset,
    /// The service desk paid the balance out.
    PayOut,
    /// A normal ticket was cancelled.
    NormalTicket,
    /// A reduced ticket was cancelled.
    ReducedTicket,
    /// A ride by a period ticket was registered.
    PeriodRide,
    /// A ride by an entitlement to free travel was registered.
    FreeRide,
    /// An exit was registered, and what was taken too much came back.
    Exit,
    /// What was ordered on the web was put on the card.
    Order,
}

/// One line of the card's log (EN 1545 *event*).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LogEntry {
    /// The card's counter after the operation.
    pub counter: u32,
    /// Civil time, where the device knew it.
    pub at: Option<DateTime>,
    /// The device.
    pub device: u16,
    /// What was done.
    pub kind: LogKind,
    /// What the balance changed by, in minor units.
    pub amount: i32,
    /// The balance afterwards, in minor units.
    pub balance_after: u32,
    /// The line, on a bus.
    pub line: u16,
    /// The stop, on a bus; the socket (1 to 4), at a pedestal.
    pub stop: u8,
}

/// How many contracts a card can hold.
pub const CONTRACTS: usize = 4;
/// How many lines the card's log keeps; the oldest gives way.
pub const LOG_LINES: usize = 7;

/// Everything a card says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct CardBody {
    /// Who issued it.
    pub environment: Environment,
    /// Its holder.
    pub holder: Holder,
    /// Its purse.
    pub purse: Purse,
    /// Its period tickets.
    pub contracts: [Option<Contract>; CONTRACTS],
    /// The ride in progress.
    pub ride: Option<Ride>,
    /// An operation that was not confirmed.
    pub ratification: Option<Ratification>,
    /// An update that has begun and not ended.
    pub update: Option<UpdateMark>,
    /// Goes up by one with every committed change, never down.
    pub counter: u32,
    /// The last operations, at `counter % LOG_LINES`.
    pub log: [Option<LogEntry>; LOG_LINES],
}

impl CardBody {
    /// The operations in the log, oldest first.
    pub fn operations(&self) -> impl Iterator<Item = &LogEntry> {
        let newest = self.counter as usize % LOG_LINES;
        (1..=LOG_LINES).filter_map(move |step| self.log[(newest + step) % LOG_LINES].as_ref())
    }

    /// Counts one committed change and notes it in the log.
    pub fn commit(&mut self, entry: LogEntry) {
        self.counter = self.counter.wrapping_add(1);
        let line = self.counter as usize % LOG_LINES;
        self.log[line] = Some(LogEntry { counter: self.counter, balance_after: self.purse.balance, ..entry });
    }
}

/// One complete image of a card: what a device reads, and what it asks to be written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CardImage {
    /// Goes up by one with every write; the valid slot with the higher number is current.
    pub sequence: u32,
    /// What it says.
    pub body: CardBody,
}

impl CardImage {
    /// The image that follows this one, with `body`.
    #[must_use]
    pub fn followed_by(&self, body: CardBody) -> Self {
        Self { sequence: self.sequence.wrapping_add(1), body }
    }

    /// It becomes the image that follows it; what it says is still to be changed.
    pub(crate) fn advance(&mut self) {
        self.sequence = self.sequence.wrapping_add(1);
    }
}

/// Why a card cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Damage {
    /// Neither slot has a right checksum.
    BothSlots,
    /// The current slot was written in a layout that this program does not know.
    Version(u8),
    /// The current slot has a right checksum but holds a value that the layout does not have.
    Nonsense,
    /// Both slots claim the same sequence number with different contents.
    Ambiguous,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BothSlots => f.write_str("neither of its two slots has a right checksum"),
            Self::Version(found) => {
                write!(f, "it is written in layout {found}; this program knows layout {LAYOUT_VERSION}")
            }
            Self::Nonsense => f.write_str("its checksum is right, but it holds a value that the layout does not have"),
            Self::Ambiguous => f.write_str("its two slots claim the same sequence number with different contents"),
        }
    }
}

/// What reading a card finds.
pub type CardRead = Result<CardImage, Damage>;

/// The memory of one card: both slots, as they lie on the chip.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CardBytes([u8; CARD_LEN]);

impl CardBytes {
    /// A card as its issuer hands it out: `image` in one slot, the other empty.
    pub fn issue(image: &CardImage) -> Self {
        let mut bytes = [0; CARD_LEN];
        bytes[..SLOT_LEN].copy_from_slice(&encode(image));
        Self(bytes)
    }

    /// The card with exactly these bytes.
    pub const fn from_array(bytes: [u8; CARD_LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_array(&self) -> &[u8; CARD_LEN] {
        &self.0
    }

    /// What is on the card.
    ///
    /// # Errors
    /// Any bytes at all decode to an image or to a named kind of [`Damage`].
    pub fn read(&self) -> CardRead {
        self.current().map(|(_, image)| image)
    }

    /// The slot that the next write goes to: the one that is not current.
    pub fn free_slot(&self) -> Slot {
        match self.current() {
            Ok((slot, _)) => slot.other(),
            Err(_) => Slot::A,
        }
    }

    /// Writes `image` to `slot`, stopping after `written` bytes (of [`SLOT_LEN`]): body first, header last.
    pub fn write(&mut self, slot: Slot, image: &CardImage, written: usize) {
        let bytes = encode(image);
        let start = slot.start();
        for at in layout::write_order().take(written) {
            self.0[start + at] = bytes[at];
        }
    }

    fn current(&self) -> Result<(Slot, CardImage), Damage> {
        let bytes = |slot: Slot| self.0[slot.start()..].first_chunk();
        current(bytes(Slot::A), bytes(Slot::B))
    }
}

/// The slot that is current, and what it holds; none stands for a slot that is not looked at.
pub(crate) fn current(a: Option<&[u8; SLOT_LEN]>, b: Option<&[u8; SLOT_LEN]>) -> Result<(Slot, CardImage), Damage> {
    let read = |slot: Option<&[u8; SLOT_LEN]>| slot.map_or(Err(Damage::BothSlots), layout::decode);
    match (read(a), read(b)) {
        // What they say is compared as it is written: that takes far less of a chip than field by field.
        (Ok(a), Ok(b)) if a.sequence == b.sequence && encode(&a) != encode(&b) => Err(Damage::Ambiguous),
        (Ok(a), Ok(b)) if is_later(b.sequence, a.sequence) => Ok((Slot::B, b)),
        (Ok(a), _) => Ok((Slot::A, a)),
        (Err(_), Ok(b)) => Ok((Slot::B, b)),
        (Err(Damage::BothSlots), Err(other)) => Err(other),
        (Err(one), Err(_)) => Err(one),
    }
}

impl fmt::Debug for CardBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CardBytes({:?})", self.read())
    }
}
