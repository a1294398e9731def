//! What a device remembers and works by, in words that do not come from the names in the code: a type that is renamed
//! changes no golden record, a field that is added has to be decided here.

use std::fmt::Write as _;

use firmware_core::card::{CardId, Contract, FareKind, RideBasis};
use firmware_core::pedestal::{self, Journal, Socket, SocketMemory, Suspense, Terms, Transfer};
use firmware_core::setting::Setting;
use firmware_core::validator::fare::{Band, LoadClass, Prices, Tariff};
use firmware_core::validator::{
    self, Abandoned, Goods, LoggedOperation, Movement, Operation, OperationStatus, Order, Totals,
};

/// What a pedestal remembers.
pub fn pedestal_memory(memory: &pedestal::Memory) -> String {
    let pedestal::Memory { next_txn, sockets, journal } = memory;
    let mut text = format!("next transaction {next_txn}\n");
    for (socket, SocketMemory { owner, credit, record }) in Socket::ALL.iter().zip(sockets) {
        let (number, credit) = (socket.number(), credit.0);
        let _ = writeln!(text, "socket {number}: owner {}, credit {credit}", card_word(*owner));
        if let Some(Suspense { txn, card, counter_before, transfer }) = record {
            let transfer = transfer_word(transfer);
            let _ = writeln!(
                text,
                "  in suspense: transaction {txn}, card {}, counter {counter_before}, {transfer}",
                card.0
            );
        }
    }
    if let Some(Journal { txn, card, counter_before, restorable, socket, transfer, terms, restarted }) = journal {
        let Terms { update, final_write, recovery } = terms;
        let _ = writeln!(
            text,
            "open update: transaction {txn}, card {}, counter {counter_before}, restorable {}, socket {}, {}",
            card.0,
            restorable.0,
            socket.number(),
            transfer_word(transfer)
        );
        let _ = writeln!(
            text,
            "  update {} ms, last write {} ms, recovery {} ms, {}",
            update.0,
            final_write.0,
            recovery.0,
            if *restarted { "restarted" } else { "not restarted" }
        );
    }
    text
}

/// The numbers a pedestal works by, as far as they are not those of a new one.
pub fn pedestal_settings(settings: &pedestal::Settings) -> String {
    let mut text = format!("system {}, pedestal {}\n", settings.system.0, settings.pedestal);
    changed(&mut text, &pedestal::SETTINGS, |index| settings.value(index));
    text
}

/// What a validator remembers.
pub fn validator_memory(memory: &validator::Memory) -> String {
    let validator::Memory { blocked, hotlist, orders, next_number, operations, totals } = memory;
    let mut text = format!("blocked {}, next operation {next_number}\n", if *blocked { "yes" } else { "no" });
    for card in hotlist {
        let _ = writeln!(text, "lost: card {}", card.0);
    }
    for Order { id, card, goods } in orders {
        let _ = match goods {
            Goods::Purse(amount) => writeln!(text, "order {id} for card {}: {} for the purse", card.0, amount.0),
            Goods::Period(Contract { profile, from, to, scope, priority }) => {
                let profile = fare_word(*profile);
                let goods = format!("{profile} period ticket, {from} to {to}, scope {scope}, priority {priority}");
                writeln!(text, "order {id} for card {}: {goods}", card.0)
            }
        };
    }
    for LoggedOperation { operation, status } in operations {
        let Operation { number, card, counter, at, run, line, stop, movement } = operation;
        let status = match status {
            OperationStatus::Open => "open",
            OperationStatus::Confirmed => "confirmed",
            OperationStatus::Unconfirmed => "unconfirmed",
        };
        let _ = writeln!(
            text,
            "operation {number}: card {}, counter {counter}, {at}, run {run}, line {line}, stop {stop}, {status}: {}",
            card.0,
            movement_word(movement)
        );
    }
    let Totals { confirmed, unconfirmed, taken, refunded, loaded } = totals;
    let _ = writeln!(
        text,
        "totals: {confirmed} confirmed, {unconfirmed} unconfirmed, {} taken, {} refunded, {} loaded",
        taken.0, refunded.0, loaded.0
    );
    text
}

/// The numbers a validator works by, as far as they are not those of a new one, and its tariff.
pub fn validator_settings(settings: &validator::Settings) -> String {
    let mut text = format!("system {}, validator {}\n", settings.system.0, settings.validator);
    changed(&mut text, &validator::SETTINGS, |index| settings.value(index));
    let Tariff { single, classes } = settings.tariff();
    let _ = writeln!(text, "single tickets: {}", prices_word(*single));
    for LoadClass { load_from, bands } in classes {
        let bands = bands.iter().map(|Band { stops_to, fare }| format!("{} up to {stops_to}", prices_word(*fare)));
        let _ = writeln!(text, "loads from {}: {}", load_from.0, bands.collect::<Vec<_>>().join("; "));
    }
    text
}

fn changed(text: &mut String, settings: &[Setting], value: impl Fn(usize) -> u32) {
    for (index, setting) in settings.iter().enumerate() {
        let value = value(index);
        if value != setting.default {
            let _ = writeln!(text, "{} = {}", setting.name, setting.word(value));
        }
    }
}

fn card_word(card: Option<CardId>) -> String {
    card.map_or("none".to_owned(), |card| card.0.to_string())
}

fn transfer_word(transfer: &Transfer) -> String {
    match transfer {
        Transfer::Load(amount) => format!("load {}", amount.0),
        Transfer::Return(amount) => format!("return {}", amount.0),
    }
}

fn movement_word(movement: &Movement) -> String {
    let after = |abandoned: &Option<Abandoned>| {
        let text = abandoned.map(|Abandoned { run, advance }| format!(", after {} in run {run}", advance.0));
        text.unwrap_or_default()
    };
    match movement {
        Movement::Ticket { kind, own, price, abandoned } => {
            let own = if *own { "own" } else { "companion's" };
            format!("{own} {} ticket for {}{}", fare_word(*kind), price.0, after(abandoned))
        }
        Movement::Ride { basis, abandoned } => {
            let basis = match basis {
                RideBasis::Purse => "purse",
                RideBasis::Period => "period ticket",
                RideBasis::Free => "free travel",
            };
            format!("ride by {basis}{}", after(abandoned))
        }
        Movement::Exit { refund, fare } => format!("exit, {} refunded, {} fare", refund.0, fare.0),
        Movement::Orders { purse, period } => {
            let purse = purse.map_or("none".to_owned(), |(number, amount)| format!("{number} with {}", amount.0));
            let period = period.map_or("none".to_owned(), |number| number.to_string());
            format!("orders: purse {purse}, period ticket {period}")
        }
    }
}

fn prices_word(Prices { normal, reduced }: Prices) -> String {
    format!("{} normal, {} reduced", normal.0, reduced.0)
}

fn fare_word(fare: FareKind) -> &'static str {
    match fare {
        FareKind::Normal => "normal",
        FareKind::Reduced => "reduced",
    }
}
