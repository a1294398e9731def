//! What the ledger books for what the pedestals log, and the laws between ledger, cards and pedestals.

use firmware_core::card::CardId;
use firmware_core::device::Device as _;
use firmware_core::money::MilliOre;
use firmware_core::pedestal::{Journal, Outcome, Pedestal, Record, Socket, Transfer};
use firmware_core::time::Instant;

use super::Quay;
use super::account::{Account, Cause};
use crate::ledger::Posting;
use crate::site::{Log, number_of};
use crate::wallet::{Card, Physical, Whereabouts};

impl Quay {
    /// The laws of value: the ledger adds up, and agrees with the cards and the pedestals.
    pub(super) fn check_books(&self) -> Result<(), String> {
        self.site.ledger.check()?;
        for card in self.site.cards.iter().filter(|card| card.is_ours) {
            let booked =
                self.site.ledger.balance(Account::Card(card.id)) + self.site.ledger.balance(Account::Frozen(card.id));
            let held = match (card.physical, self.site.read(card)) {
                (Physical::Intact, Ok(image)) => i64::from(image.body.purse.balance) * 1000,
                (Physical::Intact, Err(damage)) => return Err(format!("{} is damaged: {damage}", card.name)),
                _ => 0,
            };
            // While its last write is under way a card may be ahead of the ledger, by exactly what moves.
            let ahead = self.moving(card).map(|journal| moved(journal.transfer));
            if booked != held && ahead.is_none_or(|ahead| booked + ahead != held) {
                return Err(format!("{} holds {held} milli-øre, the ledger says {booked}", card.name));
            }
        }
        for (index, bench) in self.site.benches.iter().enumerate() {
            let number = number_of(index);
            for socket in Socket::ALL {
                let memory = bench.memory().socket(socket);
                let credit = bench.device().map_or(memory.credit, |device| device.credit(socket));
                let on_socket = milli(credit);
                let booked = self.site.ledger.balance(Account::Socket(number, socket));
                let in_suspense = self.site.ledger.balance(Account::Suspense(number, socket));
                let expected = match memory.record {
                    Some(record) => {
                        let gone = self.site.card(record.card).is_none_or(|card| card.physical != Physical::Intact);
                        let took = self.took(record.card, record.counter_before);
                        match record.transfer {
                            Transfer::Load(amount) if gone || took => Some(milli(amount.into())),
                            Transfer::Return(amount) if gone || !took => Some(milli(amount)),
                            Transfer::Load(_) | Transfer::Return(_) => Some(0),
                        }
                    }
                    None => Some(0),
                };
                let is_finishing = bench.device().is_some_and(Pedestal::is_finishing);
                let in_flight = is_finishing && bench.memory().journal.is_some_and(|journal| journal.socket == socket);
                let gone_in_record = memory.record.is_some_and(|record| {
                    self.site.card(record.card).is_none_or(|card| card.physical != Physical::Intact)
                });
                if !in_flight && booked != on_socket {
                    return Err(format!(
                        "socket {number}.{} holds {on_socket} milli-øre, the ledger says {booked}",
                        socket.number()
                    ));
                }
                if !in_flight && !gone_in_record && expected != Some(in_suspense) {
                    return Err(format!(
                        "{in_suspense} milli-øre are in suspense for socket {number}.{}, not {expected:?}",
                        socket.number()
                    ));
                }
            }
        }
        Ok(())
    }

    /// Books what pedestals have logged.
    pub(super) fn book_log(&mut self, log: Log<Pedestal>) {
        for (index, at, record) in log {
            self.book(index, at, record);
        }
    }

    /// Books what a pedestal has logged.
    fn book(&mut self, index: usize, at: Instant, record: Record) {
        let number = number_of(index);
        match record {
            Record::Loaded { txn, card, socket, amount } => {
                self.thaw(card, txn);
                self.begin_delivery(index, socket);
                let (from, to) = (Account::Card(card), Account::Socket(number, socket));
                self.site.post(from, to, milli(amount.into()), Cause::Load, Some(txn));
            }
            Record::Returned { txn, card, socket, amount, rounding } => {
                self.thaw(card, txn);
                let suspense = Account::Suspense(number, socket);
                let in_suspense = self.site.ledger.balance(suspense) > 0;
                let from = if in_suspense { suspense } else { Account::Socket(number, socket) };
                self.site.post(from, Account::Card(card), milli(amount.into()), Cause::Return, Some(txn));
                self.site.post(from, Account::Rounding, milli(rounding), Cause::Return, Some(txn));
            }
            Record::Settled { txn, socket, outcome, .. } => {
                let suspense = Account::Suspense(number, socket);
                let (to, cause) = match outcome {
                    Outcome::Done | Outcome::NotDone => (Account::Socket(number, socket), Cause::Settlement),
                    Outcome::WrittenOff => (Account::Lost, Cause::WriteOff),
                };
                self.site.post(suspense, to, self.site.ledger.balance(suspense), cause, Some(txn));
            }
            Record::Consumed { socket, amount } => {
                self.energy[index][socket.index()].count();
                let from = Account::Socket(number, socket);
                let posting = Posting {
                    at,
                    from,
                    to: Account::Consumed,
                    amount: milli(amount),
                    cause: Cause::Metering,
                    txn: None,
                };
                self.site.ledger.post(posting);
            }
            Record::Released { socket, amount } => {
                self.site.post(Account::Socket(number, socket), Account::Lost, milli(amount), Cause::WriteOff, None);
            }
            // What these mean for the books is known from the card's bytes, once it is out of the holder.
            Record::Interrupted { .. } | Record::RolledBack { .. } => {}
        }
    }

    /// DP-39: a socket without credit, so a free one, is about to get some.
    fn begin_delivery(&mut self, index: usize, socket: Socket) {
        if self.site.ledger.balance(Account::Socket(number_of(index), socket)) == 0 {
            self.energy[index][socket.index()].begin();
        }
    }

    /// P-19: an update that was interrupted has been completed.
    fn thaw(&mut self, card: CardId, txn: u32) {
        let frozen = Account::Frozen(card);
        self.site.post(frozen, Account::Card(card), self.site.ledger.balance(frozen), Cause::Resume, Some(txn));
    }

    /// After a removal or a power cut: what the card's bytes say about the update that was under way.
    /// Doing it twice changes nothing.
    pub(super) fn book_interruption(&mut self, index: usize, journal: Option<Journal>) {
        let Some(Journal { txn, card: id, counter_before, socket, transfer, .. }) = journal
            .filter(|journal| self.site.benches[index].memory().journal.map(|open| open.txn) == Some(journal.txn))
        else {
            return;
        };
        let Some(card) = self.site.card(id).filter(|card| card.physical == Physical::Intact) else { return };
        let Ok(image) = self.site.read(card) else { return };
        let number = number_of(index);
        let (on_card, frozen) = (Account::Card(id), Account::Frozen(id));
        let (on_socket, suspense) = (Account::Socket(number, socket), Account::Suspense(number, socket));
        let in_doubt = self.site.benches[index].memory().socket(socket).record.is_some_and(|record| record.txn == txn);
        let took = image.body.update.is_none() && image.body.counter > counter_before;
        if image.body.update.is_some_and(|mark| mark.txn == txn && mark.pedestal == number) {
            self.site.post(on_card, frozen, self.site.ledger.balance(on_card), Cause::Tear, Some(txn));
        }
        if !in_doubt {
            return;
        }
        let in_suspense = self.site.ledger.balance(suspense);
        match transfer {
            Transfer::Load(amount) if took && in_suspense == 0 => {
                self.thaw(id, txn);
                self.begin_delivery(index, socket);
                self.site.post(on_card, suspense, milli(amount.into()), Cause::Suspense, Some(txn));
            }
            Transfer::Return(credit) if took => {
                self.thaw(id, txn);
                let from = if in_suspense > 0 { suspense } else { on_socket };
                if self.site.ledger.balance(from) >= milli(credit) {
                    let (amount, rounding) = credit.split();
                    self.site.post(from, on_card, milli(amount.into()), Cause::Return, Some(txn));
                    self.site.post(from, Account::Rounding, milli(rounding), Cause::Return, Some(txn));
                }
            }
            Transfer::Return(_) => {
                self.site.post(on_socket, suspense, self.site.ledger.balance(on_socket), Cause::Suspense, Some(txn));
            }
            Transfer::Load(_) => {}
        }
    }

    /// The open journal of an update whose last write is on its way to this card.
    fn moving(&self, card: &Card) -> Option<Journal> {
        let Whereabouts::At(index, _) = card.at else { return None };
        let bench = &self.site.benches[index];
        let journal = bench.device().filter(|device| device.is_finishing()).and_then(|device| device.memory().journal);
        journal.filter(|journal| journal.card == card.id)
    }

    /// Whether a card went on without its mark after the update that began at `counter_before`.
    fn took(&self, id: CardId, counter_before: u32) -> bool {
        self.site
            .card(id)
            .and_then(|card| self.site.read(card).ok())
            .is_some_and(|image| image.body.counter > counter_before)
    }
}

/// An amount as the ledger counts it.
pub(super) fn milli(amount: MilliOre) -> i64 {
    i64::try_from(amount.0).expect("no card and no socket holds that much")
}

/// What the last write of an update changes a card's balance by.
fn moved(transfer: Transfer) -> i64 {
    match transfer {
        Transfer::Load(amount) => -milli(amount.into()),
        Transfer::Return(credit) => milli(credit.split().0.into()),
    }
}
