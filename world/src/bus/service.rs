//! The service point: what it can say about a card.

use std::fmt;

use firmware_core::card::{CardBody, CardId, ConcessionKind, FareKind, LogEntry, LogKind};
use firmware_core::money::Grosz;
use firmware_core::time::Date;
use firmware_core::validator::{Goods, Order};

use super::inspector;
use super::wallet::{BusCardStatus, Entitlement};
use crate::wallet::log_line;

/// What the service point finds when it reads a card.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Readout {
    /// The card's name.
    pub name: String,
    /// The card's identity.
    pub id: CardId,
    /// How it stands.
    pub status: BusCardStatus,
    /// Its first and its last day.
    pub days: (Date, Date),
    /// Whether it belongs to one person.
    pub personalised: bool,
    /// The fare that a plain tap takes.
    pub fare: Option<FareKind>,
    /// The holder's entitlement.
    pub entitlement: Option<(Entitlement, Date)>,
    /// What is in the purse; none without a purse.
    pub balance: Option<Grosz>,
    /// The tariff class of its last load, from 1.
    pub load_class: u8,
    /// Its period tickets: which, first day, last day.
    pub periods: Vec<(FareKind, Date, Date)>,
    /// The run of its open ride, with the normal and the reduced tickets and what was taken in advance.
    pub ride: Option<(u32, u32, u32, Grosz)>,
    /// How often it was changed.
    pub counter: u32,
    /// Orders that wait for it in the web shop.
    pub orders: Vec<Order>,
    /// Its last operations, oldest first.
    pub log: Vec<LogEntry>,
}

impl Readout {
    /// What is on a card.
    pub fn of(name: &str, status: BusCardStatus, body: &CardBody, orders: Vec<Order>) -> Self {
        let open = body.ride.filter(|ride| ride.closed_at.is_none());
        let entitlement = body.holder.concession.map(|concession| match concession.kind {
            ConcessionKind::Reduced => (Entitlement::Reduced, concession.until),
            ConcessionKind::Free => (Entitlement::Free, concession.until),
        });
        let periods = body.contracts.iter().flatten();
        Self {
            name: name.to_owned(),
            id: body.environment.id,
            status,
            days: (body.environment.issue, body.environment.end),
            personalised: body.holder.personalised,
            fare: body.holder.default_tariff,
            entitlement,
            balance: body.purse.present.then_some(Grosz(body.purse.balance)),
            load_class: body.purse.load_class.saturating_add(1),
            periods: periods.map(|contract| (contract.profile, contract.from, contract.to)).collect(),
            ride: open.map(|ride| {
                let (normal, reduced) = inspector::tickets(&ride);
                (ride.run, normal, reduced, ride.advance())
            }),
            counter: body.counter,
            orders,
            log: body.operations().copied().collect(),
        }
    }
}

impl fmt::Display for Readout {
    /// One sentence a fact.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, id, status, days: (from, to), personalised, fare, entitlement, balance, .. } = self;
        let kind = if *personalised { "personalised" } else { "bearer" };
        write!(f, "{name} (number {}): {kind} card, {}, from {from} to {to}.", id.0, status.word())?;
        match fare {
            Some(kind) => write!(f, " A plain tap takes the {} fare.", fare_word(*kind))?,
            None => f.write_str(" No fare is set.")?,
        }
        match entitlement {
            Some((Entitlement::Reduced, until)) => write!(f, " Entitled to reduced fares until {until}.")?,
            Some((Entitlement::Free, until)) => write!(f, " Entitled to free travel until {until}.")?,
            None => {}
        }
        match balance {
            Some(balance) => write!(f, " Purse {balance} zł, load class {}.", self.load_class)?,
            None => f.write_str(" No purse.")?,
        }
        for (kind, from, to) in &self.periods {
            write!(f, " Period ticket, {}, from {from} to {to}.", fare_word(*kind))?;
        }
        if let Some((run, normal, reduced, advance)) = self.ride {
            write!(f, " Open ride in run {run}: {normal} normal, {reduced} reduced, {advance} zł taken.")?;
        }
        for Order { id, goods, .. } in &self.orders {
            match goods {
                Goods::Purse(amount) => write!(f, " Order {id} waits: {amount} zł.")?,
                Goods::Period(contract) => write!(f, " Order {id} waits: period ticket to {}.", contract.to)?,
            }
        }
        for entry in &self.log {
            let location = (entry.line > 0).then(|| format!("line {}, stop {}", entry.line, entry.stop));
            write!(f, " {}.", log_line(entry, operation_word(entry.kind), location, Grosz, "zł"))?;
        }
        Ok(())
    }
}

/// The words for an operation in a card's log.
pub const fn operation_word(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Sale => "service point",
        LogKind::NormalTicket => "normal ticket",
        LogKind::ReducedTicket => "reduced ticket",
        LogKind::PeriodRide => "period ride",
        LogKind::FreeRide => "free ride",
        LogKind::Exit => "exit",
        LogKind::Order => "order",
        // No bus does these.
        LogKind::Load | LogKind::Return | LogKind::Reset | LogKind::PayOut => "other",
    }
}

/// The word for a fare.
pub const fn fare_word(kind: FareKind) -> &'static str {
    match kind {
        FareKind::Normal => "normal",
        FareKind::Reduced => "reduced",
    }
}
