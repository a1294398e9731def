//! What the ledger books for what the validators log, and the laws between ledger and cards.

use firmware_core::card::{CardBody, CardId, Ride};
use firmware_core::money::Grosz;
use firmware_core::time::Instant;
use firmware_core::validator::{FRONT, Movement, Operation, Record, Validator};

use super::account::{Account, Cause};
use super::{Bus, Pending};
use crate::site::Log;
use crate::trace::TraceEntry;
use crate::wallet::Physical;

impl Bus {
    /// The laws of value: the ledger adds up, and agrees with the cards.
    pub(super) fn check_books(&self) -> Result<(), String> {
        self.site.ledger.check()?;
        for card in self.site.cards.iter().filter(|card| card.is_ours) {
            // While it is being written a card may be ahead of the ledger, which follows as soon as it has all bytes.
            if self.pending.iter().flatten().any(|pending| pending.operation.card == card.id) {
                continue;
            }
            let body = match (card.physical, self.site.read(card)) {
                (Physical::Intact, Ok(image)) => image.body,
                (Physical::Intact, Err(damage)) => return Err(format!("{} is damaged: {damage}", card.name)),
                _ => CardBody::default(),
            };
            // I-03.
            let booked = self.site.ledger.balance(Account::Card(card.id));
            if booked != i64::from(body.purse.balance) {
                return Err(format!("{} holds {} grosze, the ledger says {booked}", card.name, body.purse.balance));
            }
            // I-32.
            if body.purse.balance > body.purse.max {
                return Err(format!("{} holds more than it may: {} grosze", card.name, body.purse.balance));
            }
            // I-30.
            let open = body.ride.filter(Ride::is_open).filter(|ride| ride.advance() > Grosz(0));
            let carried = open.map(|ride| (Account::Advance(card.id, ride.run), i64::from(ride.advance().0)));
            let held =
                self.site.ledger.accounts().filter(|(account, held)| {
                    matches!(account, Account::Advance(id, _) if *id == card.id) && *held != 0
                });
            if !held.eq(carried) {
                return Err(format!("{} carries {carried:?}, which is not what the ledger says", card.name));
            }
        }
        Ok(())
    }

    /// Notes what validators have logged.
    pub(super) fn note_log(&mut self, log: Log<Validator>, trace: &mut Vec<TraceEntry>) {
        for (index, at, record) in log {
            self.note(index, at, record, trace);
        }
    }

    /// What a validator has logged.
    fn note(&mut self, index: usize, at: Instant, record: Record, trace: &mut Vec<TraceEntry>) {
        match record {
            Record::Began(operation) => {
                let took_at = at + self.site.benches[index].reader(FRONT).times().write;
                self.pending[index] = Some(Pending { operation, took_at });
            }
            Record::Confirmed(operation) => {
                self.settle(index, trace);
                self.forget_taken_orders(operation.card, trace);
            }
            Record::Checked { card } | Record::Repeated { card, .. } => self.forget_taken_orders(card, trace),
            Record::Refused { card: Some(card), .. } => self.forget_taken_orders(card, trace),
            // How that ended is known from the card's bytes, once it has left.
            Record::Unconfirmed(_) => {}
            Record::Refused { card: None, .. } | Record::Blocking { .. } => {}
        }
    }

    /// The ledger follows the card: as soon as its counter has reached the operation's, the operation has happened; and
    /// it never will once nobody writes the card any more.
    pub(super) fn settle(&mut self, index: usize, trace: &mut Vec<TraceEntry>) {
        let Some(Pending { operation, .. }) = self.pending[index].take() else { return };
        let image = self.site.card(operation.card).and_then(|card| self.site.read(card).ok());
        if image.is_some_and(|image| image.body.counter >= operation.counter) {
            self.book(operation);
        }
        self.send_orders(trace);
    }

    /// Books an operation that a card has taken, as [`Operation`] says.
    fn book(&mut self, operation: Operation) {
        let Operation { card, run, movement, .. } = operation;
        let (purse, advance) = (Account::Card(card), Account::Advance(card, run));
        let amount = |amount: Grosz| i64::from(amount.0);
        if let Movement::Ticket { abandoned: Some(ended), .. } | Movement::Ride { abandoned: Some(ended), .. } =
            movement
        {
            let ended_ride = Account::Advance(card, ended.run);
            self.site.post(ended_ride, Account::Fares, amount(ended.advance), Cause::NoExit, None);
        }
        match movement {
            Movement::Ticket { price, .. } => self.site.post(purse, advance, amount(price), Cause::Entry, None),
            Movement::Ride { .. } | Movement::Orders { purse: None, .. } => {}
            Movement::Exit { refund, fare } => {
                self.site.post(advance, purse, amount(refund), Cause::Refund, None);
                self.site.post(advance, Account::Fares, amount(fare), Cause::Exit, None);
            }
            Movement::Orders { purse: Some((order, paid)), .. } => {
                self.site.post(Account::Order(order), purse, amount(paid), Cause::TopUp, None);
            }
        }
    }

    /// The bus computer passes on which orders a card says that it has taken; what it has does not wait any more.
    pub(super) fn forget_taken_orders(&mut self, id: CardId, trace: &mut Vec<TraceEntry>) {
        let Some(body) = self.site.card(id).and_then(|card| self.site.read(card).ok()).map(|image| image.body) else {
            return;
        };
        if self.shop.hear(id, body.purse.last_purse_order, body.purse.last_period_order) {
            self.send_orders(trace);
        }
    }
}
