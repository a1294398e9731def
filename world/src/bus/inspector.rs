//! The ticket inspector: whether a card holds a valid ride on the bus, and by what.

use std::fmt;

use firmware_core::card::{CardBody, CardId, Ride, RideBasis, RideGroup};
use firmware_core::time::Date;
use firmware_core::validator::Trip;
use serde::{Deserialize, Serialize};

use super::wallet::BusCardStatus;

/// What the inspector's own reader shows of a card.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Control {
    /// The card's name.
    pub name: String,
    /// The card's identity.
    pub id: CardId,
    /// What there is to say.
    pub verdict: Verdict,
    /// Normal and reduced tickets on this ride, the holder's own among them.
    pub tickets: (u32, u32),
}

/// Whether somebody rides as he should.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// The holder's own ride is registered here.
    Registered(Basis),
    /// K-10: "Rejestracji przejazdu nie wymaga się w przypadku elektronicznych biletów okresowych": while no validator
    /// on board registers anything, a period ticket is enough (DK-11).
    PeriodWhileBlocked(Date),
    /// K-12: a period ticket that has not been registered, although it could be.
    PeriodNotRegistered(Date),
    /// Only companions' tickets are on this ride.
    CompanionsOnly,
    /// The exit is registered.
    GotOff,
    /// There is nothing on it for this ride.
    Nothing,
    /// The card cannot be used at all.
    NotUsable(BusCardStatus),
    /// The bus is on no run.
    NoRun,
}

/// By what a holder rides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Basis {
    /// A ticket from the purse.
    Purse,
    /// A period ticket.
    Period,
    /// An entitlement to free travel.
    Free,
}

impl From<RideBasis> for Basis {
    fn from(basis: RideBasis) -> Self {
        match basis {
            RideBasis::Purse => Self::Purse,
            RideBasis::Period => Self::Period,
            RideBasis::Free => Self::Free,
        }
    }
}

impl Verdict {
    /// Whether there is nothing to complain of.
    pub fn is_valid(self) -> bool {
        matches!(self, Self::Registered(_) | Self::PeriodWhileBlocked(_))
    }

    /// What a usable card says on this bus, whose validators are all blocked or not.
    pub fn of(body: &CardBody, trip: Option<Trip>, today: Date, all_blocked: bool) -> Self {
        let Some(trip) = trip else { return Self::NoRun };
        let here = body.ride.filter(|ride| ride.run == trip.run);
        let open = here.filter(|ride| ride.closed_at.is_none());
        if let Some(ride) = open.filter(|ride| ride.own_stop.is_some()) {
            return Self::Registered(ride.own_basis.into());
        }
        let valid = body.contracts.iter().flatten().filter(|contract| contract.is_valid_on(today));
        match valid.map(|contract| contract.to).max() {
            Some(until) if all_blocked => Self::PeriodWhileBlocked(until),
            Some(until) => Self::PeriodNotRegistered(until),
            None if open.is_some_and(|ride| tickets(&ride) != (0, 0)) => Self::CompanionsOnly,
            None if here.is_some_and(|ride| ride.closed_at.is_some()) => Self::GotOff,
            None => Self::Nothing,
        }
    }
}

/// The tickets of a ride, normal and reduced.
pub fn tickets(ride: &Ride) -> (u32, u32) {
    let sum = |of: fn(&RideGroup) -> u8| ride.groups.iter().map(|group| u32::from(of(group))).sum();
    (sum(|group| group.normal), sum(|group| group.reduced))
}

impl fmt::Display for Control {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, id, verdict, tickets: (normal, reduced) } = self;
        let word = if verdict.is_valid() { "valid" } else { "NOT VALID" };
        write!(f, "{name} (number {}): {word}, {verdict}.", id.0)?;
        if (*normal, *reduced) != (0, 0) {
            write!(f, " Tickets on this ride: {normal} normal, {reduced} reduced.")?;
        }
        Ok(())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registered(Basis::Purse) => f.write_str("a ticket from the purse is registered here"),
            Self::Registered(Basis::Period) => f.write_str("a period ticket is registered here"),
            Self::Registered(Basis::Free) => f.write_str("free travel is registered here"),
            Self::PeriodWhileBlocked(until) => {
                write!(f, "a period ticket until {until}, and while the validators are blocked that is enough (DK-11)")
            }
            Self::PeriodNotRegistered(until) => {
                write!(f, "a period ticket until {until}, not registered on this ride (K-12)")
            }
            Self::CompanionsOnly => f.write_str("only companions' tickets are registered here"),
            Self::GotOff => f.write_str("the exit from this ride is registered"),
            Self::Nothing => f.write_str("nothing is registered here"),
            Self::NotUsable(status) => write!(f, "the card is {}", status.word()),
            Self::NoRun => f.write_str("the bus is on no run"),
        }
    }
}
