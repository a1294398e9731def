//! What is on a card, in words that do not come from the names in the code: a type that is renamed changes no golden
//! record, a field that is added has to be decided here.

use std::fmt::Write as _;

use firmware_core::card::{
    CardBody, CardBytes, CardImage, CardKind, CardStatus, Concession, ConcessionKind, Contract, Damage, Environment,
    FareKind, Holder, LogEntry, LogKind, Purse, Ratification, RatifiedOperation, Ride, RideBasis, RideGroup,
    UpdateMark,
};

/// Everything that a card says, line by line; or why it cannot be read.
pub fn text_of(bytes: &CardBytes) -> String {
    let CardImage { sequence, body } = match bytes.read() {
        Ok(image) => image,
        Err(damage) => return format!("unreadable: {}\n", damage_word(damage)),
    };
    let mut text = format!("sequence {sequence}, counter {}\n", body.counter);
    let CardBody { environment, holder, purse, contracts, ride, ratification, update, counter: _, log: _ } = &body;
    write_environment(&mut text, environment);
    write_holder(&mut text, *holder);
    let Purse { present, balance, max, load_class, last_purse_order, last_period_order } = purse;
    let _ = writeln!(
        text,
        "purse {}: {balance} of {max}, load class {load_class}, last orders {last_purse_order} and {last_period_order}",
        if *present { "present" } else { "absent" }
    );
    for (index, contract) in contracts.iter().enumerate() {
        if let Some(Contract { profile, from, to, scope, priority }) = contract {
            let profile = fare_word(*profile);
            let _ = writeln!(text, "contract {index}: {profile}, {from} to {to}, scope {scope}, priority {priority}");
        }
    }
    if let Some(ride) = ride {
        write_ride(&mut text, ride);
    }
    if let Some(Ratification { run, stop, operation }) = ratification {
        let _ = writeln!(text, "unconfirmed {} at stop {stop} in run {run}", ratified_word(*operation));
    }
    if let Some(UpdateMark { txn, pedestal, value }) = update {
        let _ = writeln!(text, "update mark {txn} of pedestal {pedestal}, value {value}");
    }
    for LogEntry { counter, at, device, kind, amount, balance_after, line, stop } in body.operations() {
        let at = at.map_or("unknown time".to_owned(), |at| at.to_string());
        let kind = log_word(*kind);
        let _ = writeln!(
            text,
            "log {counter}: {at}, {kind}, device {device}, line {line}, stop {stop}, {amount:+} to {balance_after}"
        );
    }
    text
}

fn write_environment(text: &mut String, environment: &Environment) {
    let Environment { id, system, app_number, issue, end, kind, status } = environment;
    let kind = match kind {
        CardKind::User => "user",
        CardKind::Passenger => "passenger",
        CardKind::Controller => "controller",
        CardKind::Service => "service",
    };
    let status = match status {
        CardStatus::Ok => "ok",
        CardStatus::Blocked => "blocked",
    };
    let _ =
        writeln!(text, "card {} of system {}, number {app_number}, {issue} to {end}, {kind}, {status}", id.0, system.0);
}

fn write_holder(text: &mut String, holder: Holder) {
    let Holder { personalised, default_tariff, concession } = holder;
    let person = if personalised { "personalised" } else { "anonymous" };
    let fare = default_tariff.map_or("no", fare_word);
    let _ = write!(text, "holder {person}, {fare} fare");
    if let Some(Concession { kind, code, until }) = concession {
        let kind = match kind {
            ConcessionKind::Reduced => "reduced",
            ConcessionKind::Free => "free",
        };
        let _ = write!(text, ", concession {kind} with code {code} until {until}");
    }
    text.push('\n');
}

fn write_ride(text: &mut String, ride: &Ride) {
    let Ride { run, own_stop, own_basis, load_class_at_entry, closed_at, groups } = ride;
    let basis = match own_basis {
        RideBasis::Purse => "purse",
        RideBasis::Period => "period ticket",
        RideBasis::Free => "free travel",
    };
    let stop = |stop: &Option<u8>| stop.map_or("none".to_owned(), |stop| stop.to_string());
    let (own, closed) = (stop(own_stop), stop(closed_at));
    let _ = writeln!(
        text,
        "ride in run {run}: own stop {own} by {basis}, load class {load_class_at_entry}, closed at {closed}"
    );
    for RideGroup { stop, normal, reduced, advance } in groups.iter().filter(|group| **group != RideGroup::default()) {
        let _ = writeln!(text, "  at stop {stop}: {normal} normal, {reduced} reduced, advance {advance}");
    }
}

fn damage_word(damage: Damage) -> String {
    match damage {
        Damage::BothSlots => "both slots".to_owned(),
        Damage::Version(version) => format!("layout {version}"),
        Damage::Nonsense => "nonsense".to_owned(),
        Damage::Ambiguous => "ambiguous".to_owned(),
    }
}

fn fare_word(fare: FareKind) -> &'static str {
    match fare {
        FareKind::Normal => "normal",
        FareKind::Reduced => "reduced",
    }
}

fn ratified_word(operation: RatifiedOperation) -> &'static str {
    match operation {
        RatifiedOperation::Plain => "plain tap",
        RatifiedOperation::Normal => "normal ticket",
        RatifiedOperation::Reduced => "reduced ticket",
        RatifiedOperation::Exit => "exit",
    }
}

fn log_word(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Load => "load",
        LogKind::Return => "return",
        LogKind::Sale => "sale",
        LogKind::Reset => "reset",
        LogKind::PayOut => "pay-out",
        LogKind::NormalTicket => "normal ticket",
        LogKind::ReducedTicket => "reduced ticket",
        LogKind::PeriodRide => "period ride",
        LogKind::FreeRide => "free ride",
        LogKind::Exit => "exit",
        LogKind::Order => "order",
    }
}
