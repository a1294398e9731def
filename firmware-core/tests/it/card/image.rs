//! Any card that there can be, for properties of cards.

use firmware_core::card::{
    CardBody, CardId, CardImage, CardKind, CardStatus, Concession, ConcessionKind, Contract, Environment, FareKind,
    Holder, LogEntry, LogKind, Purse, Ratification, RatifiedOperation, Ride, RideBasis, RideGroup, SystemId,
    UpdateMark,
};
use firmware_core::time::{Date, DateTime};
use proptest::prelude::*;

/// A fare that there can be.
pub fn fare() -> impl Strategy<Value = FareKind> {
    prop_oneof![Just(FareKind::Normal), Just(FareKind::Reduced)]
}

fn environment() -> impl Strategy<Value = Environment> {
    let kind = prop_oneof![
        Just(CardKind::User),
        Just(CardKind::Passenger),
        Just(CardKind::Controller),
        Just(CardKind::Service)
    ];
    let status = prop_oneof![Just(CardStatus::Ok), Just(CardStatus::Blocked)];
    (any::<(u32, u16, u32, u16, u16)>(), kind, status).prop_map(
        |((id, system, app_number, issue, end), kind, status)| {
            let (issue, end) = (Date(issue), Date(end));
            Environment { id: CardId(id), system: SystemId(system), app_number, issue, end, kind, status }
        },
    )
}

fn holder() -> impl Strategy<Value = Holder> {
    let kind = prop_oneof![Just(ConcessionKind::Reduced), Just(ConcessionKind::Free)];
    let concession =
        (kind, any::<u8>(), any::<u16>()).prop_map(|(kind, code, until)| Concession { kind, code, until: Date(until) });
    (any::<bool>(), prop::option::of(fare()), prop::option::of(concession))
        .prop_map(|(personalised, default_tariff, concession)| Holder { personalised, default_tariff, concession })
}

fn purse() -> impl Strategy<Value = Purse> {
    any::<(bool, u32, u32, u8, u32, u32)>().prop_map(|(present, balance, max, load_class, one, other)| Purse {
        present,
        balance,
        max,
        load_class,
        last_purse_order: one,
        last_period_order: other,
    })
}

/// A period ticket that there can be.
pub fn contract() -> impl Strategy<Value = Contract> {
    (fare(), any::<(u16, u16, u8, u8)>()).prop_map(|(profile, (from, to, scope, priority))| Contract {
        profile,
        from: Date(from),
        to: Date(to),
        scope,
        priority,
    })
}

fn ride() -> impl Strategy<Value = Ride> {
    let stop = || prop::option::of(0..255_u8);
    let group = any::<(u8, u8, u8, u32)>().prop_map(|(stop, normal, reduced, advance)| RideGroup {
        stop,
        normal,
        reduced,
        advance,
    });
    let basis = prop_oneof![Just(RideBasis::Purse), Just(RideBasis::Period), Just(RideBasis::Free)];
    (any::<u32>(), stop(), basis, any::<u8>(), stop(), prop::array::uniform4(group)).prop_map(
        |(run, own_stop, own_basis, load_class_at_entry, closed_at, groups)| Ride {
            run,
            own_stop,
            own_basis,
            load_class_at_entry,
            closed_at,
            groups,
        },
    )
}

fn log_entry() -> impl Strategy<Value = LogEntry> {
    let kind = prop_oneof![
        Just(LogKind::Load),
        Just(LogKind::Return),
        Just(LogKind::Sale),
        Just(LogKind::Reset),
        Just(LogKind::PayOut),
        Just(LogKind::NormalTicket),
        Just(LogKind::ReducedTicket),
        Just(LogKind::PeriodRide),
        Just(LogKind::FreeRide),
        Just(LogKind::Exit),
        Just(LogKind::Order)
    ];
    let at = prop::option::of(any::<u32>().prop_map(DateTime));
    (kind, at, any::<(u32, u16, i32, u32, u16, u8)>()).prop_map(
        |(kind, at, (counter, device, amount, balance_after, line, stop))| LogEntry {
            counter,
            at,
            device,
            kind,
            amount,
            balance_after,
            line,
            stop,
        },
    )
}

/// Any image at all.
pub fn image() -> impl Strategy<Value = CardImage> {
    let operation = prop_oneof![
        Just(RatifiedOperation::Plain),
        Just(RatifiedOperation::Normal),
        Just(RatifiedOperation::Reduced),
        Just(RatifiedOperation::Exit)
    ];
    let ratification =
        (operation, any::<u8>(), any::<u32>()).prop_map(|(operation, stop, run)| Ratification { run, stop, operation });
    let update = any::<(u32, u16, u32)>().prop_map(|(txn, pedestal, value)| UpdateMark { txn, pedestal, value });
    (
        (environment(), holder(), purse(), prop::array::uniform4(prop::option::of(contract()))),
        (prop::option::of(ride()), prop::option::of(ratification), prop::option::of(update)),
        any::<(u32, u32)>(),
        prop::array::uniform7(prop::option::of(log_entry())),
    )
        .prop_map(
            |((environment, holder, purse, contracts), (ride, ratification, update), (sequence, counter), log)| {
                let body = CardBody { environment, holder, purse, contracts, ride, ratification, update, counter, log };
                CardImage { sequence, body }
            },
        )
}
