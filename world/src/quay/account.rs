//! The accounts of the quay, in thousandths of an øre, and why value moves between them.

use std::fmt;

use firmware_core::card::CardId;
use firmware_core::pedestal::Socket;
use serde::{Deserialize, Serialize};

use crate::ledger::{self, Reason};

/// Where value can be. Amounts are thousandths of an øre.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Account {
    /// Where value comes from: what the service desk has sold. The only account below zero.
    Sold,
    /// On a card.
    Card(CardId),
    /// On a card that an interrupted update has marked: out of use until it is reset (DP-17).
    Frozen(CardId),
    /// On a socket of the pedestal with this number.
    Socket(u16, Socket),
    /// In an update of that socket whose outcome is not known (DP-27).
    Suspense(u16, Socket),
    /// Delivered as energy.
    Consumed,
    /// Remainders below one øre (DP-13).
    Rounding,
    /// On destroyed, lost and discarded cards.
    Lost,
    /// Paid out at the service desk.
    CashOut,
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sold => f.write_str("Sold"),
            Self::Card(id) => write!(f, "Card {}", id.0),
            Self::Frozen(id) => write!(f, "Frozen {}", id.0),
            Self::Socket(pedestal, socket) => write!(f, "Socket {pedestal}.{}", socket.number()),
            Self::Suspense(pedestal, socket) => write!(f, "Suspense {pedestal}.{}", socket.number()),
            Self::Consumed => f.write_str("Consumed"),
            Self::Rounding => f.write_str("Rounding"),
            Self::Lost => f.write_str("Lost"),
            Self::CashOut => f.write_str("CashOut"),
        }
    }
}

/// Why value moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Cause {
    /// The service desk sold it.
    Sale,
    /// An update loaded a socket.
    Load,
    /// An update returned a socket's credit.
    Return,
    /// Energy was delivered.
    Metering,
    /// A power cut lost what the meter had counted since the last write to memory (DP-33).
    GivenBack,
    /// A card was pulled out in mid-update (DP-17).
    Tear,
    /// The update was completed after all (P-19).
    Resume,
    /// The outcome of an interrupted last write is not known (DP-27).
    Suspense,
    /// It is known (DP-31).
    Settlement,
    /// The service desk reset a card (P-21).
    Reset,
    /// A load was forfeited (DP-17, training policy).
    Forfeit,
    /// A card was destroyed, lost or thrown away (P-01, P-02).
    CardGone,
    /// The service desk gave something up (DP-31, DP-35).
    WriteOff,
    /// The service desk paid it out.
    PayOut,
}

impl ledger::Account for Account {
    type Cause = Cause;
    const SOURCE: Self = Self::Sold;
    const UNIT: &'static str = "milli-øre";
}

impl Reason for Cause {
    fn is_running(self) -> bool {
        self == Self::Metering
    }
}
