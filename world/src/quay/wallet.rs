//! The cards of a marina: the kinds that there are, and how a card stands.

use firmware_core::card::{
    CardBody, CardBytes, CardId, CardImage, CardKind, CardRead, CardStatus, Environment, Purse, SystemId, UpdateMark,
};
use firmware_core::money::Ore;
use firmware_core::time::Date;
use serde::{Deserialize, Serialize};

use crate::wallet::Physical;

/// The marina of this world.
pub const OUR_MARINA: SystemId = SystemId(1);
/// Another marina with the same make of pedestals.
pub const OTHER_MARINA: SystemId = SystemId(2);
/// Some gym, some office door: not a marina at all.
pub const SOME_OTHER_SYSTEM: SystemId = SystemId(900);
/// What a card of this marina may hold at most: 10,000 kr (an invented cap).
pub const CARD_MAX: Ore = Ore::from_kr(10_000);
/// The kinds of card that a trainer can get.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Issue {
    /// A user card of this marina.
    User,
    /// A user card of another marina.
    OtherMarina,
    /// A card of some other system.
    Foreign,
    /// A user card of this marina that its issuer has blocked.
    Blocked,
    /// A user card of this marina that an update has left invalid.
    Spoilt,
}

impl Issue {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::User, Self::OtherMarina, Self::Foreign, Self::Blocked, Self::Spoilt];

    /// Whether its value is this marina's money.
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::User | Self::Blocked | Self::Spoilt)
    }
}

/// A card is one of these, for a person who looks at it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum QuayCardStatus {
    /// It can be used here.
    Valid,
    /// An update was not finished (P-20).
    Invalid,
    /// Its issuer has blocked it.
    Blocked,
    /// It belongs to another system.
    Foreign,
    /// It cannot be read.
    Unreadable,
    /// It has a hole.
    Destroyed,
    /// It is lost.
    Lost,
}

impl QuayCardStatus {
    /// Every status.
    pub const ALL: [Self; 7] =
        [Self::Valid, Self::Invalid, Self::Blocked, Self::Foreign, Self::Unreadable, Self::Destroyed, Self::Lost];

    /// The word for it in the acceptance language.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Blocked => "blocked",
            Self::Foreign => "foreign",
            Self::Unreadable => "unreadable",
            Self::Destroyed => "destroyed",
            Self::Lost => "lost",
        }
    }

    /// How a card with these bytes and this plastic stands in this marina.
    pub fn of(physical: Physical, read: &CardRead) -> Self {
        match (physical, read) {
            (Physical::Destroyed, _) => Self::Destroyed,
            (Physical::Lost | Physical::Discarded, _) => Self::Lost,
            (Physical::Intact, Err(_)) => Self::Unreadable,
            (Physical::Intact, Ok(image)) => {
                let Environment { system, kind, status, .. } = image.body.environment;
                if system != OUR_MARINA || kind != CardKind::User {
                    Self::Foreign
                } else if status == CardStatus::Blocked {
                    Self::Blocked
                } else if image.body.update.is_some() {
                    Self::Invalid
                } else {
                    Self::Valid
                }
            }
        }
    }
}

/// The chip of a card as it is handed out, with `balance` on it.
pub fn issue(kind: Issue, id: CardId, balance: Ore, today: Date) -> CardBytes {
    let system = match kind {
        Issue::User | Issue::Blocked | Issue::Spoilt => OUR_MARINA,
        Issue::OtherMarina => OTHER_MARINA,
        Issue::Foreign => SOME_OTHER_SYSTEM,
    };
    let environment = Environment {
        id,
        system,
        app_number: 100_000 + id.0,
        issue: today,
        end: Date(today.0.saturating_add(VALID_DAYS)),
        kind: CardKind::User,
        status: if kind == Issue::Blocked { CardStatus::Blocked } else { CardStatus::Ok },
    };
    let purse = Purse { present: true, balance: balance.0, max: CARD_MAX.0, ..Purse::default() };
    // A spoilt card was pulled out at the far end of the quay, by somebody else, some other day.
    let update =
        (kind == Issue::Spoilt).then_some(UpdateMark { txn: SPOILT_TXN, pedestal: SPOILT_AT, value: balance.0 });
    CardBytes::issue(&CardImage { sequence: 1, body: CardBody { environment, purse, update, ..CardBody::default() } })
}

/// The number of the pedestal that a spoilt card was pulled out of.
const SPOILT_AT: u16 = 2;
/// A transaction number that no pedestal of this world gives out.
const SPOILT_TXN: u32 = u32::MAX;
/// Ten years.
const VALID_DAYS: u16 = 3652;
