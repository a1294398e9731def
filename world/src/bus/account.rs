//! The accounts of the bus, in grosze, and why value moves between them.

use std::fmt;

use firmware_core::card::CardId;
use serde::{Deserialize, Serialize};

use crate::ledger::{self, Reason};

/// Where value can be. Amounts are grosze. What a period ticket costs is no value that anybody holds: it is not here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Account {
    /// Where value comes from: what service point and web shop have sold. The only account below zero.
    Sold,
    /// In a card's purse.
    Card(CardId),
    /// Paid for the order with this number, which waits for its card.
    Order(u32),
    /// Taken in advance for the ride of a card in this run.
    Advance(CardId, u32),
    /// What rides have cost.
    Fares,
    /// In the purses of destroyed, lost and discarded cards.
    Lost,
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sold => f.write_str("Sold"),
            Self::Card(id) => write!(f, "Card {}", id.0),
            Self::Order(number) => write!(f, "Order {number}"),
            Self::Advance(id, run) => write!(f, "Advance {} in run {run}", id.0),
            Self::Fares => f.write_str("Fares"),
            Self::Lost => f.write_str("Lost"),
        }
    }
}

/// Why value moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Cause {
    /// The service point put it into a purse.
    Sale,
    /// An order was paid in the web shop.
    Order,
    /// An order was put on its card (K-22).
    TopUp,
    /// The price of a single ticket was taken (K-13).
    Entry,
    /// The exit gave back what was taken too much (K-13).
    Refund,
    /// The exit has settled the ride (DK-15).
    Exit,
    /// The exit was never registered (DK-13), or its card is gone (DK-33).
    NoExit,
    /// A card was destroyed, lost or thrown away.
    CardGone,
}

impl ledger::Account for Account {
    type Cause = Cause;
    const SOURCE: Self = Self::Sold;
    const UNIT: &'static str = "grosze";
}

impl Reason for Cause {
    fn is_running(self) -> bool {
        false
    }
}
