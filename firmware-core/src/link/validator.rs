//! What is said over the link to a validator, and by it.

use arrayvec::ArrayVec;

use super::{DeviceKind, Finger, Kept, LinkRefusal, Linked, Pen};
use crate::card::{CardId, Contract, FareKind, RideBasis, SystemId};
use crate::money::Grosz;
use crate::time::{Date, DateTime};
use crate::validator::fare::{Band, LoadClass, Prices, Tariff};
use crate::validator::{
    Abandoned, Bus, Event, Goods, Hotlist, LoggedOperation, Memory, Movement, Operation, OperationStatus, Order,
    Orders, Record, Refusal, Route, SETTINGS, Settings, Totals, Trip, Validator,
};

/// A part of a validator's memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ValidatorReport {
    /// Part 0: what there is but lists.
    Counts {
        /// K-10: whether registration is blocked.
        blocked: bool,
        /// How many cards the hotlist names.
        hotlist: u8,
        /// How many orders wait.
        orders: u8,
        /// How many operations are kept: the parts from 1 on.
        operations: u8,
        /// The number of the next operation.
        next_number: u32,
        /// What all confirmed operations add up to.
        totals: Totals,
    },
    /// Part n: the n-th of the operations that are kept, oldest first.
    Operation(LoggedOperation),
}

const CIVIL_TIME: u8 = 0x20;
const TRIP: u8 = 0x21;
const BLOCK: u8 = 0x22;
const HOTLIST: u8 = 0x23;
const ORDERS: u8 = 0x24;
const CONFIGURE: u8 = 0x25;

// The position of a value in its list is its code on the line: append, never reorder.
const FARES: [FareKind; 2] = [FareKind::Normal, FareKind::Reduced];
const BASES: [RideBasis; 3] = [RideBasis::Purse, RideBasis::Period, RideBasis::Free];
const STATUSES: [OperationStatus; 3] =
    [OperationStatus::Open, OperationStatus::Confirmed, OperationStatus::Unconfirmed];
const REFUSALS: [Refusal; 15] = [
    Refusal::Blocked,
    Refusal::OutOfService,
    Refusal::Hotlisted,
    Refusal::NotValid,
    Refusal::AlreadyCancelled,
    Refusal::ExitRegistered,
    Refusal::ChooseKind,
    Refusal::NoContract,
    Refusal::TooManyStops,
    Refusal::NoOrders,
    Refusal::PurseFull,
    Refusal::NoRoom,
    Refusal::NoCard,
    Refusal::CardTaken,
    // With a number, which follows; so does that of a limit.
    Refusal::NoMoney(Grosz(0)),
];
const NO_MONEY: u8 = 14;
const LIMIT: u8 = 15;

impl Linked for Validator {
    const KIND: DeviceKind = DeviceKind::Validator;
    type Command = Bus;
    type Report = ValidatorReport;

    fn event(command: Bus) -> Event {
        Event::Bus(command)
    }

    fn report(memory: &Memory, part: u8) -> Option<ValidatorReport> {
        let Some(place) = usize::from(part).checked_sub(1) else {
            let count = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
            return Some(ValidatorReport::Counts {
                blocked: memory.blocked,
                hotlist: count(memory.hotlist.len()),
                orders: count(memory.orders.len()),
                operations: count(memory.operations.len()),
                next_number: memory.next_number,
                totals: memory.totals,
            });
        };
        memory.operations.get(place).map(|logged| ValidatorReport::Operation(*logged))
    }

    fn code(command: &Bus) -> u8 {
        match command {
            Bus::CivilTime(_) => CIVIL_TIME,
            Bus::Trip(_) => TRIP,
            Bus::Block(_) => BLOCK,
            Bus::Hotlist(_) => HOTLIST,
            Bus::Orders(_) => ORDERS,
            Bus::Configure(_) => CONFIGURE,
        }
    }

    fn write_command(command: &Bus, pen: &mut Pen) {
        match command {
            Bus::CivilTime(civil) => {
                pen.u32(civil.0);
            }
            Bus::Trip(trip) => {
                pen.option(*trip, |pen, Trip { run, route: Route { line, direction, stop } }| {
                    pen.u32(run).u16(line).u8(stop).count(direction.len()).put(direction.as_bytes());
                });
            }
            Bus::Block(blocked) => {
                pen.flag(*blocked);
            }
            Bus::Hotlist(cards) => write_hotlist(cards, pen),
            Bus::Orders(orders) => write_orders(orders, pen),
            Bus::Configure(settings) => settings.put(pen),
        }
    }

    fn read_command(code: u8, from: &mut Finger) -> Result<Bus, LinkRefusal> {
        let command = match code {
            CIVIL_TIME => from.u32().map(|civil| Bus::CivilTime(DateTime(civil))),
            TRIP => from.option(read_trip).map(Bus::Trip),
            BLOCK => from.flag().map(Bus::Block),
            HOTLIST => read_hotlist(from).map(Bus::Hotlist),
            ORDERS => read_list(from, read_order).map(Bus::Orders),
            CONFIGURE => Settings::read(from).map(Bus::Configure),
            _ => return Err(LinkRefusal::Message),
        };
        command.ok_or(LinkRefusal::Value)
    }

    fn write_report(report: &ValidatorReport, pen: &mut Pen) {
        match report {
            ValidatorReport::Counts { blocked, hotlist, orders, operations, next_number, totals } => {
                pen.u8(0).flag(*blocked).u8(*hotlist).u8(*orders).u8(*operations).u32(*next_number);
                write_totals(totals, pen);
            }
            ValidatorReport::Operation(logged) => write_logged(logged, pen.u8(1)),
        }
    }

    fn read_report(from: &mut Finger) -> Option<ValidatorReport> {
        Some(match from.u8()? {
            0 => ValidatorReport::Counts {
                blocked: from.flag()?,
                hotlist: from.u8()?,
                orders: from.u8()?,
                operations: from.u8()?,
                next_number: from.u32()?,
                totals: read_totals(from)?,
            },
            1 => ValidatorReport::Operation(read_logged(from)?),
            _ => return None,
        })
    }

    fn write_record(record: &Record, pen: &mut Pen) {
        let id = |pen: &mut Pen, card: CardId| {
            pen.u32(card.0);
        };
        match *record {
            Record::Began(ref operation) => write_operation(operation, pen.u8(0)),
            Record::Confirmed(ref operation) => write_operation(operation, pen.u8(1)),
            Record::Unconfirmed(ref operation) => write_operation(operation, pen.u8(2)),
            Record::Repeated { card, counter } => {
                pen.u8(3).u32(card.0).u32(counter);
            }
            Record::Checked { card } => {
                pen.u8(4).u32(card.0);
            }
            Record::Refused { card, because } => {
                pen.u8(5).option(card, id);
                match because {
                    Refusal::NoMoney(held) => pen.u8(NO_MONEY).u32(held.0),
                    Refusal::Limit(tickets) => pen.u8(LIMIT).u8(tickets),
                    plain => pen.one_of(&REFUSALS, &plain),
                };
            }
            Record::Blocking { blocked, by } => {
                pen.u8(6).flag(blocked).option(by, id);
            }
        }
    }

    fn read_record(from: &mut Finger) -> Option<Record> {
        let id = |from: &mut Finger| from.u32().map(CardId);
        Some(match from.u8()? {
            0 => Record::Began(read_operation(from)?),
            1 => Record::Confirmed(read_operation(from)?),
            2 => Record::Unconfirmed(read_operation(from)?),
            3 => Record::Repeated { card: id(from)?, counter: from.u32()? },
            4 => Record::Checked { card: id(from)? },
            5 => Record::Refused {
                card: from.option(id)?,
                because: match from.u8()? {
                    NO_MONEY => Refusal::NoMoney(Grosz(from.u32()?)),
                    LIMIT => Refusal::Limit(from.u8()?),
                    plain => *REFUSALS.get(usize::from(plain))?,
                },
            },
            6 => Record::Blocking { blocked: from.flag()?, by: from.option(id)? },
            _ => return None,
        })
    }
}

fn read_trip(from: &mut Finger) -> Option<Trip> {
    let (run, line, stop, length) = (from.u32()?, from.u16()?, from.u8()?, from.u8()?);
    let direction = core::str::from_utf8(from.take(usize::from(length))?).ok()?;
    Route::new(line, direction, stop).map(|route| Trip { run, route })
}

fn read_order(from: &mut Finger) -> Option<Order> {
    let (id, card) = (from.u32()?, CardId(from.u32()?));
    let goods = match from.u8()? {
        0 => Goods::Purse(Grosz(from.u32()?)),
        1 => Goods::Period(Contract {
            profile: from.one_of(&FARES)?,
            from: Date(from.u16()?),
            to: Date(from.u16()?),
            scope: from.u8()?,
            priority: from.u8()?,
        }),
        _ => return None,
    };
    Some(Order { id, card, goods })
}

/// A list that begins with the count of its entries; none if there are more than fit.
fn read_list<T, const N: usize>(from: &mut Finger, read: impl Fn(&mut Finger) -> Option<T>) -> Option<ArrayVec<T, N>> {
    let count = from.u8()?;
    let mut list = ArrayVec::new();
    for _ in 0..count {
        list.try_push(read(from)?).ok()?;
    }
    Some(list)
}

fn write_orders(orders: &Orders, pen: &mut Pen) {
    pen.count(orders.len());
    for Order { id, card, goods } in orders {
        pen.u32(*id).u32(card.0);
        match *goods {
            Goods::Purse(amount) => pen.u8(0).u32(amount.0),
            Goods::Period(Contract { profile, from, to, scope, priority }) => {
                pen.u8(1).one_of(&FARES, &profile).u16(from.0).u16(to.0).u8(scope).u8(priority)
            }
        };
    }
}

fn write_hotlist(cards: &Hotlist, pen: &mut Pen) {
    pen.count(cards.len());
    for card in cards {
        pen.u32(card.0);
    }
}

fn read_hotlist(from: &mut Finger) -> Option<Hotlist> {
    read_list(from, |from| from.u32().map(CardId))
}

fn write_totals(totals: &Totals, pen: &mut Pen) {
    let Totals { confirmed, unconfirmed, taken, refunded, loaded } = totals;
    pen.u32(*confirmed).u32(*unconfirmed).u32(taken.0).u32(refunded.0).u32(loaded.0);
}

fn read_totals(from: &mut Finger) -> Option<Totals> {
    Some(Totals {
        confirmed: from.u32()?,
        unconfirmed: from.u32()?,
        taken: Grosz(from.u32()?),
        refunded: Grosz(from.u32()?),
        loaded: Grosz(from.u32()?),
    })
}

fn write_logged(LoggedOperation { operation, status }: &LoggedOperation, pen: &mut Pen) {
    write_operation(operation, pen);
    pen.one_of(&STATUSES, status);
}

fn read_logged(from: &mut Finger) -> Option<LoggedOperation> {
    Some(LoggedOperation { operation: read_operation(from)?, status: from.one_of(&STATUSES)? })
}

impl Kept for Memory {
    fn put(&self, pen: &mut Pen) {
        let Self { blocked, hotlist, orders, next_number, operations, totals } = self;
        pen.flag(*blocked).u32(*next_number);
        write_totals(totals, pen);
        write_hotlist(hotlist, pen);
        write_orders(orders, pen);
        pen.count(operations.len());
        operations.iter().for_each(|logged| write_logged(logged, pen));
    }

    fn read(from: &mut Finger) -> Option<Self> {
        let (blocked, next_number, totals) = (from.flag()?, from.u32()?, read_totals(from)?);
        let (hotlist, orders) = (read_hotlist(from)?, read_list(from, read_order)?);
        Some(Self { blocked, hotlist, orders, next_number, operations: read_list(from, read_logged)?, totals })
    }
}

impl Kept for Settings {
    fn put(&self, pen: &mut Pen) {
        pen.u16(self.system.0).u16(self.validator).count(SETTINGS.len());
        for place in 0..SETTINGS.len() {
            pen.u32(self.value(place));
        }
        let Tariff { single, classes } = self.tariff();
        write_prices(*single, pen);
        pen.count(classes.len());
        for LoadClass { load_from, bands } in classes {
            pen.u32(load_from.0).count(bands.len());
            for Band { stops_to, fare } in bands {
                write_prices(*fare, pen.u8(*stops_to));
            }
        }
    }

    fn read(from: &mut Finger) -> Option<Self> {
        let (system, validator) = (SystemId(from.u16()?), from.u16()?);
        if usize::from(from.u8()?) != SETTINGS.len() {
            return None;
        }
        let mut values = [0; SETTINGS.len()];
        for value in &mut values {
            *value = from.u32()?;
        }
        let single = read_prices(from)?;
        let classes = read_list(from, |from| {
            let load_from = Grosz(from.u32()?);
            let bands = read_list(from, |from| Some(Band { stops_to: from.u8()?, fare: read_prices(from)? }))?;
            Some(LoadClass { load_from, bands })
        })?;
        let settings = Self::new(system, validator).with_values(values).ok()?;
        settings.with_tariff(Tariff { single, classes }).ok()
    }
}

fn write_prices(Prices { normal, reduced }: Prices, pen: &mut Pen) {
    pen.u32(normal.0).u32(reduced.0);
}

fn read_prices(from: &mut Finger) -> Option<Prices> {
    Some(Prices { normal: Grosz(from.u32()?), reduced: Grosz(from.u32()?) })
}

fn write_operation(operation: &Operation, pen: &mut Pen) {
    let Operation { number, card, counter, at, run, line, stop, movement } = *operation;
    pen.u32(number).u32(card.0).u32(counter).u32(at.0).u32(run).u16(line).u8(stop);
    let ended = |pen: &mut Pen, Abandoned { run, advance }| {
        pen.u32(run).u32(advance.0);
    };
    match movement {
        Movement::Ticket { kind, own, price, abandoned } => {
            pen.u8(0).one_of(&FARES, &kind).flag(own).u32(price.0).option(abandoned, ended)
        }
        Movement::Ride { basis, abandoned } => pen.u8(1).one_of(&BASES, &basis).option(abandoned, ended),
        Movement::Exit { refund, fare } => pen.u8(2).u32(refund.0).u32(fare.0),
        Movement::Orders { purse, period } => pen
            .u8(3)
            .option(purse, |pen, (id, amount)| {
                pen.u32(id).u32(amount.0);
            })
            .option(period, |pen, id| {
                pen.u32(id);
            }),
    };
}

fn read_operation(from: &mut Finger) -> Option<Operation> {
    let ended = |from: &mut Finger| Some(Abandoned { run: from.u32()?, advance: Grosz(from.u32()?) });
    Some(Operation {
        number: from.u32()?,
        card: CardId(from.u32()?),
        counter: from.u32()?,
        at: DateTime(from.u32()?),
        run: from.u32()?,
        line: from.u16()?,
        stop: from.u8()?,
        movement: match from.u8()? {
            0 => Movement::Ticket {
                kind: from.one_of(&FARES)?,
                own: from.flag()?,
                price: Grosz(from.u32()?),
                abandoned: from.option(ended)?,
            },
            1 => Movement::Ride { basis: from.one_of(&BASES)?, abandoned: from.option(ended)? },
            2 => Movement::Exit { refund: Grosz(from.u32()?), fare: Grosz(from.u32()?) },
            3 => Movement::Orders {
                purse: from.option(|from| Some((from.u32()?, Grosz(from.u32()?))))?,
                period: from.option(Finger::u32)?,
            },
            _ => return None,
        },
    })
}
