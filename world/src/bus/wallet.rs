//! The cards of the buses: the kinds that there are, and how a card stands.

use firmware_core::card::{
    self, CARD_LEN, CardBody, CardBytes, CardId, CardImage, CardKind, CardRead, CardStatus, ConcessionKind,
    Environment, FareKind, Holder, Purse, SystemId,
};
use firmware_core::money::Grosz;
use firmware_core::time::Date;
use serde::{Deserialize, Serialize};

use crate::wallet::Physical;

/// The city's e-card.
pub const OUR_CITY: SystemId = SystemId(40);
/// The e-card of another city, with the same make of validators.
pub const OTHER_CITY: SystemId = SystemId(41);
/// Some gym, some office door: no e-card at all.
pub const SOME_OTHER_SYSTEM: SystemId = SystemId(900);
/// S3: what a purse may hold at most.
pub const PURSE_MAX: Grosz = Grosz(25_000);

/// The kinds of card that a trainer can get.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Issue {
    /// Personalised, charged the normal fare.
    Normal,
    /// Personalised, charged the reduced fare, with an entitlement to it.
    Reduced,
    /// Personalised, with an entitlement to free travel.
    Free,
    /// Not personalised, and no fare is set on it (DK-17).
    Bearer,
    /// A ticket inspector's.
    Controller,
    /// Personalised, of another city.
    OtherCity,
    /// Of some other system.
    Foreign,
    /// Personalised, and blocked by its issuer.
    Blocked,
    /// A card whose chip holds nothing that can be read.
    Unreadable,
}

impl Issue {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Normal,
        Self::Reduced,
        Self::Free,
        Self::Bearer,
        Self::Controller,
        Self::OtherCity,
        Self::Foreign,
        Self::Blocked,
        Self::Unreadable,
    ];

    /// Whether its value is this city's money.
    pub const fn is_ours(self) -> bool {
        !matches!(self, Self::OtherCity | Self::Foreign | Self::Unreadable)
    }

    /// Whether there can be a purse on it.
    pub const fn can_have_purse(self) -> bool {
        !matches!(self, Self::Controller | Self::Unreadable)
    }

    /// S3: the least first load of such a card, if the service point sells it.
    pub const fn first_load_min(self) -> Option<Grosz> {
        match self {
            Self::Normal | Self::Reduced | Self::Free => Some(Grosz(1_000)),
            Self::Bearer => Some(Grosz(5_000)),
            Self::Controller | Self::OtherCity | Self::Foreign | Self::Blocked | Self::Unreadable => None,
        }
    }
}

/// What an entitlement gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Entitlement {
    /// Reduced fares.
    Reduced,
    /// Free travel.
    Free,
}

impl Entitlement {
    /// As the card carries it, until a day. The code of its ground is invented: 50 is a half, 0 is nothing.
    pub const fn until(self, until: Date) -> card::Concession {
        match self {
            Self::Reduced => card::Concession { kind: ConcessionKind::Reduced, code: 50, until },
            Self::Free => card::Concession { kind: ConcessionKind::Free, code: 0, until },
        }
    }
}

/// A card is one of these, for a person who looks at it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum BusCardStatus {
    /// It can be used.
    Valid,
    /// It was reported lost (DK-25).
    ReportedLost,
    /// Its issuer has blocked it.
    Blocked,
    /// Its last day is over.
    Expired,
    /// Its first day is to come.
    NotYetValid,
    /// It belongs to another system.
    Foreign,
    /// It cannot be read.
    Unreadable,
    /// It has a hole.
    Destroyed,
    /// It is lost.
    Lost,
}

impl BusCardStatus {
    /// Every status.
    pub const ALL: [Self; 9] = [
        Self::Valid,
        Self::ReportedLost,
        Self::Blocked,
        Self::Expired,
        Self::NotYetValid,
        Self::Foreign,
        Self::Unreadable,
        Self::Destroyed,
        Self::Lost,
    ];

    /// The words for it in the acceptance language.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::ReportedLost => "reported lost",
            Self::Blocked => "blocked",
            Self::Expired => "expired",
            Self::NotYetValid => "not yet valid",
            Self::Foreign => "foreign",
            Self::Unreadable => "unreadable",
            Self::Destroyed => "destroyed",
            Self::Lost => "lost",
        }
    }

    /// How a card with these bytes and this plastic stands today.
    pub fn of(physical: Physical, read: &CardRead, hotlist: &[CardId], today: Date) -> Self {
        match (physical, read) {
            (Physical::Destroyed, _) => Self::Destroyed,
            (Physical::Lost | Physical::Discarded, _) => Self::Lost,
            (Physical::Intact, Err(_)) => Self::Unreadable,
            (Physical::Intact, Ok(image)) => {
                let Environment { id, system, kind, status, issue, end, .. } = image.body.environment;
                if system != OUR_CITY || !matches!(kind, CardKind::Passenger | CardKind::Controller) {
                    Self::Foreign
                } else if hotlist.contains(&id) {
                    Self::ReportedLost
                } else if status == CardStatus::Blocked {
                    Self::Blocked
                } else if end < today {
                    Self::Expired
                } else if today < issue {
                    Self::NotYetValid
                } else {
                    Self::Valid
                }
            }
        }
    }
}

/// The chip of a card as it is handed out; none for `balance` is no purse at all.
pub fn issue(kind: Issue, id: CardId, balance: Option<Grosz>, load_class: u8, today: Date) -> CardBytes {
    if kind == Issue::Unreadable {
        return CardBytes::from_array([0; CARD_LEN]);
    }
    let system = match kind {
        Issue::OtherCity => OTHER_CITY,
        Issue::Foreign => SOME_OTHER_SYSTEM,
        _ => OUR_CITY,
    };
    let environment = Environment {
        id,
        system,
        app_number: 700_000 + id.0,
        issue: today,
        end: Date(today.0.saturating_add(CARD_DAYS)),
        kind: if kind == Issue::Controller { CardKind::Controller } else { CardKind::Passenger },
        status: if kind == Issue::Blocked { CardStatus::Blocked } else { CardStatus::Ok },
    };
    let year_on = Date(today.0.saturating_add(ENTITLEMENT_DAYS));
    let personal = |default_tariff, concession| Holder { personalised: true, default_tariff, concession };
    let holder = match kind {
        Issue::Normal | Issue::OtherCity | Issue::Foreign | Issue::Blocked => personal(Some(FareKind::Normal), None),
        Issue::Reduced => personal(Some(FareKind::Reduced), Some(Entitlement::Reduced.until(year_on))),
        Issue::Free => personal(None, Some(Entitlement::Free.until(year_on))),
        Issue::Bearer | Issue::Controller | Issue::Unreadable => Holder::default(),
    };
    let purse = balance.map_or_else(Purse::default, |balance| Purse {
        present: true,
        balance: balance.0,
        max: PURSE_MAX.0,
        load_class,
        ..Purse::default()
    });
    CardBytes::issue(&CardImage { sequence: 1, body: CardBody { environment, holder, purse, ..CardBody::default() } })
}

/// Five years, the first and the last day included.
const CARD_DAYS: u16 = 1825;
/// A year.
const ENTITLEMENT_DAYS: u16 = 365;
