//! What service point, web shop and inspector do: the acts of a person who deals with them.

use firmware_core::card::{CardBody, CardKind, Contract, FareKind, LogKind, Ride};
use firmware_core::money::Grosz;
use firmware_core::time::Date;
use firmware_core::validator::{Goods, HOTLIST_MAX, Order};

use super::account::{Account, Cause};
use super::act::Refusal;
use super::inspector::{Control, Verdict, tickets};
use super::service::Readout;
use super::shop::{TOP_UP_MIN, Waiting};
use super::wallet::{BusCardStatus, Entitlement, PURSE_MAX};
use super::{Bus, period};
use crate::site::SiteRefusal;
use crate::trace::TraceEntry;
use crate::wallet::{Card, Physical};

impl Bus {
    pub(super) fn load(&mut self, name: &str, amount: Grosz) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        if amount < TOP_UP_MIN {
            return Err(Refusal::TopUpTooSmall);
        }
        body.purse.balance = topped_up(name, &body, amount)?;
        body.purse.load_class = self.site.bench().settings().tariff().class_of(amount);
        self.site.rewrite(card, LogKind::Sale, body);
        self.site.post(Account::Sold, Account::Card(self.site.cards[card].id), i64::from(amount.0), Cause::Sale, None);
        Ok(())
    }

    pub(super) fn sell_period(&mut self, name: &str, profile: FareKind, from: Date, to: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        if to < from {
            return Err(Refusal::DaysReversed);
        }
        self.add_period(name, &mut body, period(profile, from, to))?;
        self.site.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    /// An entry that is empty, or whose ticket has ended.
    pub(super) fn add_period(&self, name: &str, body: &mut CardBody, contract: Contract) -> Result<(), Refusal> {
        let today = self.today();
        let is_free = |room: &&mut Option<Contract>| room.is_none_or(|old| old.to < today);
        let room = body.contracts.iter_mut().find(is_free).ok_or_else(|| Refusal::NoRoom(name.to_owned()))?;
        *room = Some(contract);
        Ok(())
    }

    pub(super) fn entitle(&mut self, name: &str, entitlement: Entitlement, until: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        if !body.holder.personalised {
            return Err(Refusal::NotPersonalised(name.to_owned()));
        }
        body.holder.concession = Some(entitlement.until(until));
        self.site.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    pub(super) fn set_days(&mut self, name: &str, from: Date, to: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        if to < from {
            return Err(Refusal::DaysReversed);
        }
        (body.environment.issue, body.environment.end) = (from, to);
        self.site.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    pub(super) fn read_out(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<Readout, Refusal> {
        let (card, body) = self.counter_card(name)?;
        self.forget_taken_orders(body.environment.id, trace);
        let orders = self.shop.waiting_for(body.environment.id).map(|waiting| waiting.order).collect();
        Ok(Readout::of(name, self.card_status(&self.site.cards[card]), &body, orders))
    }

    /// What the validators do in the side pocket, by hand: also for what has become too old for the buses.
    pub(super) fn fetch(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        self.forget_taken_orders(body.environment.id, trace);
        let waiting: Vec<Waiting> = self.shop.waiting_for(body.environment.id).copied().collect();
        let mut postings = Vec::new();
        for Waiting { order: Order { id, goods, .. }, .. } in &waiting {
            match goods {
                Goods::Purse(amount) => {
                    body.purse.balance = topped_up(name, &body, *amount)?;
                    body.purse.load_class = self.site.bench().settings().tariff().class_of(*amount);
                    body.purse.last_purse_order = *id;
                    postings.push((*id, i64::from(amount.0)));
                }
                Goods::Period(contract) => {
                    self.add_period(name, &mut body, *contract)?;
                    body.purse.last_period_order = *id;
                }
            }
        }
        if waiting.is_empty() {
            return Err(Refusal::NoOrders(name.to_owned()));
        }
        self.site.rewrite(card, LogKind::Order, body);
        for (order, amount) in postings {
            self.site.post(Account::Order(order), Account::Card(self.site.cards[card].id), amount, Cause::TopUp, None);
        }
        self.forget_taken_orders(body.environment.id, trace);
        Ok(())
    }

    pub(super) fn report_lost(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let card = &self.site.cards[self.site.find(name)?];
        if !card.is_ours {
            return Err(Refusal::Foreign(name.to_owned()));
        }
        if self.hotlist.contains(&card.id) {
            return Err(Refusal::ReportedAlready(name.to_owned()));
        }
        if self.hotlist.len() == HOTLIST_MAX {
            return Err(Refusal::HotlistFull);
        }
        self.hotlist.push(card.id);
        self.send_hotlist(trace);
        Ok(())
    }

    pub(super) fn report_found(&mut self, name: &str, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let id = self.site.cards[self.site.find(name)?].id;
        let index = self.hotlist.iter().position(|listed| *listed == id);
        self.hotlist.remove(index.ok_or_else(|| Refusal::NotReported(name.to_owned()))?);
        self.send_hotlist(trace);
        Ok(())
    }

    /// A card that is handed over at the service point.
    pub(super) fn counter_card(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        let card = self.site.find_in_hand(name)?;
        Ok((card, self.passenger(card)?))
    }

    /// What is on a passenger's card of this city.
    pub(super) fn passenger(&self, card: usize) -> Result<CardBody, Refusal> {
        let body = self.site.body(card)?;
        let card = &self.site.cards[card];
        let is_ours = body.environment.kind == CardKind::Passenger && card.is_ours;
        is_ours.then_some(body).ok_or_else(|| Refusal::Foreign(card.name.clone()))
    }

    /// Nothing is sold for a card that cannot be used; one whose first day is to come can be.
    pub(super) fn check_usable(&self, card: usize) -> Result<(), Refusal> {
        match self.card_status(&self.site.cards[card]) {
            BusCardStatus::Valid | BusCardStatus::NotYetValid => Ok(()),
            status => Err(Refusal::NotUsable(self.site.cards[card].name.clone(), status)),
        }
    }

    pub(super) fn order_top_up(
        &mut self,
        name: &str,
        amount: Grosz,
        trace: &mut Vec<TraceEntry>,
    ) -> Result<(), Refusal> {
        if amount < TOP_UP_MIN {
            return Err(Refusal::TopUpTooSmall);
        }
        if amount > PURSE_MAX {
            return Err(Refusal::TooMuch);
        }
        self.order(name, Goods::Purse(amount), trace)
    }

    /// An account belongs to a person; the card need not be at hand.
    pub(super) fn order(&mut self, name: &str, goods: Goods, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let card = self.site.find(name)?;
        let body = self.passenger(card)?;
        self.check_usable(card)?;
        if !body.holder.personalised {
            return Err(Refusal::NotPersonalised(name.to_owned()));
        }
        if matches!(goods, Goods::Purse(_)) && !body.purse.present {
            return Err(Refusal::NoPurse(name.to_owned()));
        }
        let id = body.environment.id;
        if self.shop.has_one_waiting(id, goods) {
            return Err(Refusal::OrderWaits);
        }
        let order = self.shop.add(id, goods, self.today());
        if let Goods::Purse(amount) = goods {
            self.site.post(Account::Sold, Account::Order(order), i64::from(amount.0), Cause::Order, None);
        }
        self.send_orders(trace);
        Ok(())
    }

    /// What an inspector on this bus finds on a card.
    pub fn control(&self, card: &Card) -> Control {
        let status = self.card_status(card);
        let trip = self.vehicle().trip();
        let passenger = self.site.read(card).ok().map(|image| image.body);
        let passenger = passenger.filter(|body| body.environment.kind == CardKind::Passenger);
        let (verdict, tickets) = match (status, passenger) {
            (BusCardStatus::Valid, Some(body)) => {
                let open = body.ride.filter(|ride| ride.is_open() && Some(ride.run) == trip.map(|trip| trip.run));
                let all_blocked = self.aboard().all(|index| self.site.benches[index].memory().blocked);
                let verdict = Verdict::of(&body, trip, self.today(), all_blocked);
                (verdict, open.as_ref().map_or((0, 0), tickets))
            }
            (BusCardStatus::Valid, None) => (Verdict::Nothing, (0, 0)),
            (status, _) => (Verdict::NotUsable(status), (0, 0)),
        };
        Control { name: card.name.clone(), id: card.id, verdict, tickets }
    }

    pub(super) fn inspect(&self, name: &str) -> Result<Control, Refusal> {
        let card = &self.site.cards[self.site.find_in_hand(name)?];
        match card.physical {
            Physical::Intact | Physical::Destroyed => Ok(self.control(card)),
            Physical::Lost | Physical::Discarded => Err(SiteRefusal::Lost(name.to_owned()).into()),
        }
    }
}

/// What a purse holds with `amount` more: what an exit may still give back must fit, too.
fn topped_up(name: &str, body: &CardBody, amount: Grosz) -> Result<u32, Refusal> {
    if !body.purse.present {
        return Err(Refusal::NoPurse(name.to_owned()));
    }
    let advance = body.ride.filter(Ride::is_open).map_or(0, |ride| ride.advance().0);
    let balance = body.purse.balance.checked_add(amount.0);
    let fits = |balance: &u32| balance.checked_add(advance).is_some_and(|most| most <= body.purse.max);
    balance.filter(fits).ok_or(Refusal::TooMuch)
}
