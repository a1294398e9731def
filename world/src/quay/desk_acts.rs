//! What the service desk does: the acts of a person who stands there.

use super::account::{Account, Cause};
use super::act::Refusal;
use super::books::milli;
use super::desk::{Readout, is_open};
use super::wallet::{CARD_MAX, QuayCardStatus};
use super::{ENFORCE_HOURS, PEDESTALS, Quay};
use crate::site::number_of;
use crate::trace::TraceEntry;
use crate::wallet::{Card, Physical};
use firmware_core::card::{CardBody, CardId, LogKind, Purse};
use firmware_core::money::{MilliOre, Ore};
use firmware_core::pedestal::{Event, Office, Outcome, Socket};

impl Quay {
    pub(super) fn load(&mut self, name: &str, amount: Ore) -> Result<(), Refusal> {
        let (index, body) = self.desk_card(name)?;
        if body.update.is_some() {
            return Err(Refusal::MustBeReset(name.to_owned()));
        }
        let balance = Ore(body.purse.balance).checked_add(amount).filter(|balance| *balance <= CARD_MAX);
        let balance = balance.filter(|_| amount.0 > 0).ok_or(Refusal::BadAmount(amount))?;
        self.write_card(index, LogKind::Sale, body, balance);
        let id = self.site.cards[index].id;
        self.site.post(Account::Sold, Account::Card(id), milli(amount.into()), Cause::Sale, None);
        Ok(())
    }

    pub(super) fn pay_out(&mut self, name: &str) -> Result<(), Refusal> {
        let (index, body) = self.desk_card(name)?;
        if body.update.is_some() {
            return Err(Refusal::MustBeReset(name.to_owned()));
        }
        if body.purse.balance == 0 {
            return Err(Refusal::NothingToPayOut(name.to_owned()));
        }
        self.write_card(index, LogKind::PayOut, body, Ore(0));
        let account = Account::Card(self.site.cards[index].id);
        self.site.post(account, Account::CashOut, self.site.ledger.balance(account), Cause::PayOut, None);
        Ok(())
    }

    pub(super) fn read_out(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<Readout, Refusal> {
        let (index, body) = self.desk_card_of_any_status(name)?;
        let id = self.site.cards[index].id;
        // DP-31: the desk sees both the card and the pedestals' records.
        let mut settled = Vec::new();
        for (at, socket) in self.records_of(id) {
            let counter_before =
                self.site.benches[at].memory().socket(socket).record.map(|record| record.counter_before);
            let reachable = self.site.benches[at].device().is_some_and(|device| !device.is_recovering());
            if reachable && body.update.is_none() && counter_before.is_some_and(|before| body.counter > before) {
                self.dispatch(at, Event::Office(Office::CloseRecord(socket, Outcome::Done)), trace);
                settled.push((number_of(at), socket.number()));
            }
        }
        let mut sockets = Vec::new();
        for (at, bench) in self.site.benches.iter().enumerate() {
            for socket in Socket::ALL {
                let memory = bench.memory().socket(socket);
                let credit = bench.device().map_or(memory.credit, |device| device.credit(socket));
                if memory.owner == Some(id) && credit > MilliOre::ZERO {
                    sockets.push((number_of(at), socket.number(), credit.split().0));
                }
            }
        }
        Ok(Readout {
            name: name.to_owned(),
            id,
            status: self.card_status(&self.site.cards[index]),
            balance: Ore(body.purse.balance),
            counter: body.counter,
            mark: body.update,
            sockets,
            settled,
            log: body.operations().copied().collect(),
        })
    }

    /// P-21: "for å resettes med verdien som var ved avbruddet". DP-31: mark and record are closed together.
    pub(super) fn reset(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let (index, body) = self.desk_card(name)?;
        let mark = body.update.ok_or_else(|| Refusal::NothingToReset(name.to_owned()))?;
        let id = self.site.cards[index].id;
        let at = usize::from(mark.pedestal).wrapping_sub(1);
        let bench = self.site.benches.get(at).ok_or(Refusal::Unreachable(mark.pedestal))?;
        if bench.device().is_none() {
            return Err(Refusal::Unreachable(mark.pedestal));
        }
        if bench.memory().journal.is_some_and(|journal| journal.card == id) {
            self.dispatch(at, Event::Office(Office::CloseJournal(id)), trace);
        }
        for socket in Socket::ALL {
            let record = self.site.benches[at].memory().socket(socket).record;
            if record.is_some_and(|record| record.card == id && record.txn == mark.txn) {
                self.dispatch(at, Event::Office(Office::CloseRecord(socket, Outcome::NotDone)), trace);
            }
        }
        self.write_card(index, LogKind::Reset, body, Ore(mark.value));
        let (frozen, card) = (Account::Frozen(id), Account::Card(id));
        self.site.post(frozen, card, self.site.ledger.balance(frozen), Cause::Reset, Some(mark.txn));
        let forfeited = self.site.ledger.balance(card) - milli(Ore(mark.value).into());
        self.site.post(card, Account::Lost, forfeited, Cause::Forfeit, Some(mark.txn));
        Ok(())
    }

    pub(super) fn write_off(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        self.check_desk_hours()?;
        let index = self.site.find_in_hand(name)?;
        let Card { id, physical, .. } = self.site.cards[index];
        if physical == Physical::Intact {
            return Err(Refusal::NotGone(name.to_owned()));
        }
        let records = self.records_of(id);
        let waiting = (0..PEDESTALS)
            .filter(|at| self.site.benches[*at].memory().journal.is_some_and(|journal| journal.card == id))
            .collect::<Vec<_>>();
        if records.is_empty() && waiting.is_empty() {
            return Err(Refusal::NothingToWriteOff(name.to_owned()));
        }
        let involved = records.iter().map(|(at, _)| *at).chain(waiting.iter().copied());
        if let Some(at) = involved.into_iter().find(|at| self.site.benches[*at].device().is_none()) {
            return Err(Refusal::Unreachable(number_of(at)));
        }
        for at in waiting {
            self.dispatch(at, Event::Office(Office::CloseJournal(id)), trace);
        }
        for (at, socket) in records {
            self.dispatch(at, Event::Office(Office::CloseRecord(socket, Outcome::WrittenOff)), trace);
        }
        Ok(())
    }

    pub(super) fn release_socket(&mut self, socket: Socket, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        self.check_desk_hours()?;
        let memory = self.site.bench().memory().socket(socket);
        let owner = memory.owner.and_then(|owner| self.site.card(owner));
        let is_orphaned = owner.is_some_and(|owner| owner.physical != Physical::Intact);
        if !is_orphaned || memory.credit == MilliOre::ZERO {
            return Err(Refusal::NothingToRelease(socket));
        }
        if self.site.bench().device().is_none() {
            return Err(Refusal::Unreachable(self.site.here()));
        }
        if self.site.bench().memory().journal.is_some_and(|journal| journal.socket == socket) {
            return Err(Refusal::UpdateOpen(socket));
        }
        self.dispatch(self.site.here, Event::Office(Office::Release(socket)), trace);
        Ok(())
    }

    pub(super) fn check_desk_hours(&self) -> Result<(), Refusal> {
        if self.site.settings[ENFORCE_HOURS] == 1 && !is_open(self.site.civil()) {
            return Err(Refusal::DeskClosed);
        }
        Ok(())
    }

    /// A card that is handed over at the desk and can be dealt with there.
    fn desk_card(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        let (index, body) = self.desk_card_of_any_status(name)?;
        match self.card_status(&self.site.cards[index]) {
            QuayCardStatus::Foreign => Err(Refusal::Foreign(name.to_owned())),
            QuayCardStatus::Blocked => Err(Refusal::Blocked(name.to_owned())),
            _ => Ok((index, body)),
        }
    }

    fn desk_card_of_any_status(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        self.check_desk_hours()?;
        let card = self.site.find_in_hand(name)?;
        Ok((card, self.site.body(card)?))
    }

    fn records_of(&self, id: CardId) -> Vec<(usize, Socket)> {
        let mut records = Vec::new();
        for (at, bench) in self.site.benches.iter().enumerate() {
            for socket in Socket::ALL {
                if bench.memory().socket(socket).record.is_some_and(|record| record.card == id) {
                    records.push((at, socket));
                }
            }
        }
        records
    }

    /// The desk writes a card: without a mark, with this balance.
    fn write_card(&mut self, card: usize, kind: LogKind, body: CardBody, balance: Ore) {
        let purse = Purse { balance: balance.0, ..body.purse };
        self.site.rewrite(card, kind, CardBody { update: None, purse, ..body });
    }
}
