//! What a validator remembers when the power goes: the block, the lists the bus gave it, and its log of operations.
//!
//! Nothing here is needed to keep a card right: the card alone says what was done (see [`Operation`]).

use arrayvec::ArrayVec;

use crate::card::{CardId, Contract, FareKind, RideBasis};
use crate::money::Grosz;
use crate::time::DateTime;

/// How many cards a hotlist can name.
pub const HOTLIST_MAX: usize = 32;
/// How many orders can wait in one validator: two for each of sixteen passengers. The bus computer gives those of the
/// cards it expects; an order that it leaves out waits in the shop.
pub const ORDERS_MAX: usize = 32;
/// How many operations the log keeps; the oldest gives way.
pub const OPERATIONS_MAX: usize = 32;

/// Cards that are not to be served (DK-25).
pub type Hotlist = ArrayVec<CardId, HOTLIST_MAX>;
/// What was bought on the web and waits for its card (DK-24).
pub type Orders = ArrayVec<Order, ORDERS_MAX>;

/// What survives a power cut.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Memory {
    /// K-10: whether registration is blocked.
    pub blocked: bool,
    /// DK-25: the cards that were announced as lost.
    pub hotlist: Hotlist,
    /// DK-24: the orders that wait here.
    pub orders: Orders,
    /// The number of the next operation; never used twice.
    pub next_number: u32,
    /// The last operations, oldest first, for reconciliation with the cards.
    pub operations: ArrayVec<LoggedOperation, OPERATIONS_MAX>,
    /// What all confirmed operations add up to.
    pub totals: Totals,
}

/// Something bought on the web.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Order {
    /// The order's number. Those of one card go up: the card remembers the last of each kind, and takes none twice.
    pub id: u32,
    /// The card it was bought for.
    pub card: CardId,
    /// What was bought.
    pub goods: Goods,
}

/// What an order brings.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Goods {
    /// Money for the purse.
    Purse(Grosz),
    /// A period ticket.
    Period(Contract),
}

/// An operation in the log.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LoggedOperation {
    /// What was to be done.
    pub operation: Operation,
    /// What the validator knows of how it ended.
    pub status: OperationStatus,
}

/// How an operation ended, as far as the validator knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum OperationStatus {
    /// The card is being written.
    Open,
    /// The card has said so.
    Confirmed,
    /// The card left too early, or the power did: the card knows (K-09).
    Unconfirmed,
}

/// One operation that changes a card: all of it in one image, so that a card has taken all of it or nothing.
///
/// # How the world books it
/// The validator logs [`super::Record::Began`] with the operation before the first byte is written. From then on **the
/// card decides**: the operation has happened as soon as the card reads a [`counter`](Self::counter) that has reached
/// this one, whether or not the validator ever says `Confirmed`; a card that leaves with a lower counter has not taken
/// it, and never will. Booked is
///
/// | movement | postings |
/// | --- | --- |
/// | [`Movement::Ticket`] | `price` from the card to the advance of its ride |
/// | [`Movement::Ride`] | nothing |
/// | [`Movement::Exit`] | `refund` from the advance of the ride to the card, `fare` from there to the fares |
/// | [`Movement::Orders`] | the purse's amount from that order to the card |
/// | with `abandoned` | that advance, of a ride in another run, to the fares (DK-13) |
///
/// and at every instant the advances add up to the open rides that cards carry (I-30).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Operation {
    /// Its number in this validator's log.
    pub number: u32,
    /// The card.
    pub card: CardId,
    /// The card's counter once it has taken the operation.
    pub counter: u32,
    /// When the card was detected (DK-34).
    pub at: DateTime,
    /// The vehicle run.
    pub run: u32,
    /// The line.
    pub line: u16,
    /// The stop.
    pub stop: u8,
    /// What it does.
    pub movement: Movement,
}

/// What an operation does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Movement {
    /// K-05, K-13: the price of a single ticket is taken in advance.
    Ticket {
        /// Normal or reduced.
        kind: FareKind,
        /// Whether it is the holder's own ticket (DK-27).
        own: bool,
        /// What is taken.
        price: Grosz,
        /// A ride in another run that this one ends.
        abandoned: Option<Abandoned>,
    },
    /// K-14, K-21: the holder rides without paying from the purse.
    Ride {
        /// By what.
        basis: RideBasis,
        /// A ride in another run that this one ends.
        abandoned: Option<Abandoned>,
    },
    /// K-13: the exit, with everything that was taken in this run.
    Exit {
        /// What comes back.
        refund: Grosz,
        /// What the ride has cost.
        fare: Grosz,
    },
    /// K-22: orders from the web.
    Orders {
        /// The purse order: its number and its amount.
        purse: Option<(u32, Grosz)>,
        /// The number of the order of a period ticket.
        period: Option<u32>,
    },
}

/// A ride whose exit was never registered: its advance is the fare (DK-13).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Abandoned {
    /// The run it was in.
    pub run: u32,
    /// What had been taken.
    pub advance: Grosz,
}

/// Sums over all confirmed operations; they wrap around, as counters of a device do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Totals {
    /// Operations that cards have confirmed.
    pub confirmed: u32,
    /// Operations whose outcome only the card knows.
    pub unconfirmed: u32,
    /// Taken in advance.
    pub taken: Grosz,
    /// Given back at exits.
    pub refunded: Grosz,
    /// Put into purses.
    pub loaded: Grosz,
}

impl Memory {
    /// The number for the next operation.
    pub(super) fn take_number(&mut self) -> u32 {
        let number = self.next_number;
        self.next_number = number.wrapping_add(1);
        number
    }

    /// Notes an operation that begins.
    pub(super) fn open(&mut self, operation: Operation) {
        if self.operations.is_full() {
            self.operations.remove(0);
        }
        self.operations.push(LoggedOperation { operation, status: OperationStatus::Open });
    }

    /// Notes how the operation that is open has ended; there is at most one.
    pub(super) fn close(&mut self, status: OperationStatus) -> Option<Operation> {
        let logged = self.operations.iter_mut().find(|logged| logged.status == OperationStatus::Open)?;
        logged.status = status;
        let operation = logged.operation;
        let Totals { confirmed, unconfirmed, taken, refunded, loaded } = &mut self.totals;
        if status == OperationStatus::Confirmed {
            *confirmed = confirmed.wrapping_add(1);
            let (sum, amount) = match operation.movement {
                Movement::Ticket { price, .. } => (taken, price),
                Movement::Exit { refund, .. } => (refunded, refund),
                Movement::Orders { purse: Some((_, amount)), .. } => (loaded, amount),
                Movement::Orders { purse: None, .. } | Movement::Ride { .. } => return Some(operation),
            };
            sum.0 = sum.0.wrapping_add(amount.0);
        } else {
            *unconfirmed = unconfirmed.wrapping_add(1);
        }
        Some(operation)
    }
}
