//! What a card says about its holder, his contracts and his ride, and what a ride comes to.

use super::fare::Tariff;
use super::memory::Abandoned;
use crate::card::{CardBody, ConcessionKind, Contract, FareKind, Holder, RIDE_GROUPS, Ride, RideBasis, RideGroup};
use crate::money::Grosz;
use crate::time::Date;

impl Contract {
    /// DK-21: whether it is valid on that day, its first and its last day included.
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// K-21, DK-21: the period ticket that is used on that day: of those valid, the one that ends first.
pub fn period_on(body: &CardBody, day: Date) -> Option<Contract> {
    let valid = body.contracts.iter().flatten().filter(|contract| contract.is_valid_on(day));
    valid.min_by_key(|contract| (contract.to, contract.priority)).copied()
}

impl Holder {
    /// K-14, DK-16: until when the holder travels free, if he does on that day. DK-32: personalised cards only.
    pub fn free_until(&self, day: Date) -> Option<Date> {
        let free = self.concession.filter(|concession| self.personalised && concession.kind == ConcessionKind::Free);
        free.map(|concession| concession.until).filter(|until| day <= *until)
    }

    /// K-16, K-17: the fare that a plain tap takes on that day; none if the card does not say.
    pub fn fare_kind(&self, day: Date) -> Option<FareKind> {
        if !self.personalised {
            // DK-17, DK-32: a bearer card is charged by what is set on it, without a question.
            return self.default_tariff;
        }
        match (self.default_tariff, self.concession) {
            // K-17: an entitlement that has ended is not mentioned; the fare is the normal one.
            (Some(FareKind::Reduced), Some(concession))
                if concession.kind == ConcessionKind::Reduced && day <= concession.until =>
            {
                Some(FareKind::Reduced)
            }
            (Some(_), _) => Some(FareKind::Normal),
            // DK-16: free travel that has ended is paid like K-17.
            (None, Some(concession)) if concession.kind == ConcessionKind::Free => Some(FareKind::Normal),
            (None, _) => None,
        }
    }
}

impl Ride {
    /// A ride that begins.
    fn beginning(run: u32, load_class: u8) -> Self {
        Self {
            run,
            own_stop: None,
            own_basis: RideBasis::Purse,
            load_class_at_entry: load_class,
            closed_at: None,
            groups: [RideGroup::default(); RIDE_GROUPS],
        }
    }

    /// Whether its exit has not been registered.
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// What has been taken in advance.
    pub fn advance(&self) -> Grosz {
        Grosz(self.groups.iter().fold(0, |sum, group| sum.saturating_add(group.advance)))
    }

    /// Its normal and its reduced tickets.
    pub fn tickets(&self) -> (u32, u32) {
        let count = |of: fn(&RideGroup) -> u8| self.groups.iter().map(|group| u32::from(of(group))).sum();
        (count(|group| group.normal), count(|group| group.reduced))
    }

    /// Whether a ticket was taken from the purse.
    pub fn has_tickets(&self) -> bool {
        self.groups.iter().any(|group| !group.is_empty())
    }

    /// DK-20: the tickets that count towards the limit at `stop`.
    pub fn counted_at(&self, stop: u8) -> u32 {
        let own = self.own_stop == Some(stop) && self.own_basis != RideBasis::Purse;
        let tickets = self.groups.iter().filter(|group| !group.is_empty() && group.stop == stop);
        tickets.map(|group| u32::from(group.normal) + u32::from(group.reduced)).sum::<u32>() + u32::from(own)
    }

    /// Where the holder got on, or else the first of those he pays for.
    pub fn boarded_at(&self) -> Option<u8> {
        let first = || self.groups.iter().find(|group| !group.is_empty()).map(|group| group.stop);
        self.own_stop.or_else(first)
    }

    /// One more ticket at `stop`; none if the ride has no room for another boarding stop (DK-27).
    pub fn with_ticket(mut self, stop: u8, kind: FareKind, price: Grosz) -> Option<Self> {
        let begun = self.groups.iter().position(|group| !group.is_empty() && group.stop == stop);
        let index = begun.or_else(|| self.groups.iter().position(RideGroup::is_empty))?;
        let group = &mut self.groups[index];
        group.stop = stop;
        match kind {
            FareKind::Normal => group.normal += 1,
            FareKind::Reduced => group.reduced += 1,
        }
        group.advance = group.advance.saturating_add(price.0);
        Some(self)
    }

    /// DK-15: what comes back at `stop` and what the ride has cost, every group from its own boarding stop on.
    pub fn settled_at(&self, stop: u8, tariff: &Tariff) -> (Grosz, Grosz) {
        let due = |group: &RideGroup| {
            let stops = stop.saturating_sub(group.stop);
            let fare = |kind| tariff.fare(self.load_class_at_entry, stops, kind).0;
            let due =
                fare(FareKind::Normal) * u32::from(group.normal) + fare(FareKind::Reduced) * u32::from(group.reduced);
            // A tariff that has become dearer during the ride takes no more than was paid (I-24).
            due.min(group.advance)
        };
        let fare = self.groups.iter().filter(|group| !group.is_empty()).map(due).fold(0, u32::saturating_add);
        (Grosz(self.advance().0 - fare), Grosz(fare))
    }
}

impl RideGroup {
    /// Whether it has no passengers.
    pub const fn is_empty(&self) -> bool {
        self.normal == 0 && self.reduced == 0
    }
}

/// The ride that is open in `run`.
pub fn open_ride(body: &CardBody, run: u32) -> Option<Ride> {
    body.ride.filter(|ride| ride.run == run && ride.is_open())
}

/// The ride to go on with in `run`, and the one in another run that ends by that (DK-13).
pub fn ride_in(body: &CardBody, run: u32) -> (Ride, Option<Abandoned>) {
    if let Some(ride) = open_ride(body, run) {
        return (ride, None);
    }
    let open = body.ride.filter(|ride| ride.is_open() && ride.advance() > Grosz(0));
    let abandoned = open.map(|ride| Abandoned { run: ride.run, advance: ride.advance() });
    (Ride::beginning(run, body.purse.load_class), abandoned)
}
