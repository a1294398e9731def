//! The service point: what it can say about a card.

use std::fmt;

use firmware_core::card::{CardBody, CardId, ConcessionKind, FareKind, LogEntry, LogKind};
use firmware_core::money::Grosz;
use firmware_core::time::{Date, DateTime};
use firmware_core::validator::{Goods, Order};
use serde::{Deserialize, Serialize};

use super::inspector;
use super::wallet::{BusCardStatus, Entitlement};

/// What the service point finds when it reads a card.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
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
    pub log: Vec<ReadoutLine>,
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
            log: body.operations().map(ReadoutLine::from).collect(),
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
        for line in &self.log {
            write!(f, " {line}.")?;
        }
        Ok(())
    }
}

/// One operation from the card's own log.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct ReadoutLine {
    /// The card's counter after it.
    pub counter: u32,
    /// When.
    pub at: Option<DateTime>,
    /// What.
    pub kind: Operation,
    /// The validator, or 0 for the service point.
    pub device: u16,
    /// The line and the stop; zeros at the service point.
    pub location: (u16, u8),
    /// What the balance changed by, in grosze.
    pub amount: i32,
    /// The balance afterwards.
    pub balance: Grosz,
}

impl fmt::Display for ReadoutLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, kind, location: (line, stop), amount, balance, .. } = self;
        if let Some(at) = at {
            write!(f, "{at} ")?;
        }
        let sign = if *amount < 0 { "-" } else { "+" };
        write!(f, "{} {sign}{}", kind.word(), Grosz(amount.unsigned_abs()))?;
        if *line > 0 {
            write!(f, " (line {line}, stop {stop})")?;
        }
        write!(f, " = {balance} zł")
    }
}

/// What a line of the card's log is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Operation {
    /// The service point sold or changed something.
    Sale,
    /// A normal ticket.
    Normal,
    /// A reduced ticket.
    Reduced,
    /// A ride by a period ticket.
    Period,
    /// A ride by an entitlement to free travel.
    Free,
    /// An exit.
    Exit,
    /// An order from the web.
    Order,
    /// Something that no bus does.
    Other,
}

impl Operation {
    /// The words for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sale => "service point",
            Self::Normal => "normal ticket",
            Self::Reduced => "reduced ticket",
            Self::Period => "period ride",
            Self::Free => "free ride",
            Self::Exit => "exit",
            Self::Order => "order",
            Self::Other => "other",
        }
    }
}

impl From<&LogEntry> for ReadoutLine {
    fn from(entry: &LogEntry) -> Self {
        let kind = match entry.kind {
            LogKind::Sale => Operation::Sale,
            LogKind::NormalTicket => Operation::Normal,
            LogKind::ReducedTicket => Operation::Reduced,
            LogKind::PeriodRide => Operation::Period,
            LogKind::FreeRide => Operation::Free,
            LogKind::Exit => Operation::Exit,
            LogKind::Order => Operation::Order,
            LogKind::Load | LogKind::Return | LogKind::Reset | LogKind::PayOut => Operation::Other,
        };
        Self {
            counter: entry.counter,
            at: entry.at,
            kind,
            device: entry.device,
            location: (entry.line, entry.stop),
            amount: entry.amount,
            balance: Grosz(entry.balance_after),
        }
    }
}

/// The word for a fare.
pub const fn fare_word(kind: FareKind) -> &'static str {
    match kind {
        FareKind::Normal => "normal",
        FareKind::Reduced => "reduced",
    }
}
