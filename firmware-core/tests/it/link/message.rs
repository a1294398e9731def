//! Everything that can be said over the link.

use crate::card::image::{contract, fare};
use firmware_core::card::{CardId, RideBasis, SystemId};
use firmware_core::link::{
    Answer, DeviceKind, Found, Frames, PedestalReport, Question, StoreStatus, ValidatorReport, Version,
};
use firmware_core::money::{Grosz, MilliOre, Ore};
use firmware_core::pedestal::{
    self, Journal, Office, Outcome, Pedestal, Socket, SocketMemory, Suspense, Terms, Transfer,
};
use firmware_core::time::{DateTime, Millis};
use firmware_core::validator::fare::{ANY_STOPS, BANDS_MAX, Band, CLASSES_MAX, LoadClass, PROFILES, Prices, Tariff};
use firmware_core::validator::{
    self, Abandoned, Bus, DIRECTION_COLUMNS, Goods, HOTLIST_MAX, LoggedOperation, Movement, ORDERS_MAX, Operation,
    OperationStatus, Order, Record, Refusal, Route, STOP_MAX, Totals, Trip, Validator,
};
use proptest::prelude::*;
use proptest::sample::select;

fn card() -> impl Strategy<Value = CardId> {
    any::<u32>().prop_map(CardId)
}

fn civil() -> impl Strategy<Value = DateTime> {
    any::<u32>().prop_map(DateTime)
}

fn grosz() -> impl Strategy<Value = Grosz> {
    any::<u32>().prop_map(Grosz)
}

fn socket() -> impl Strategy<Value = Socket> {
    select(&Socket::ALL[..])
}

/// Settings that differ from the defaults in one or two values.
fn pedestal_settings() -> impl Strategy<Value = pedestal::Settings> {
    let indices = 0..pedestal::SETTINGS.len();
    let change = (indices, any::<prop::sample::Index>());
    (any::<(u16, u16)>(), prop::collection::vec(change, 0..3)).prop_map(|((system, number), changes)| {
        changes.into_iter().fold(pedestal::Settings::new(SystemId(system), number), |settings, (index, at)| {
            let (min, max) = settings.bounds(index);
            let value = [min, max, min + (max - min) / 3][at.index(3)];
            settings.with(index, value).expect("within its bounds")
        })
    })
}

fn validator_settings() -> impl Strategy<Value = validator::Settings> {
    let indices = 0..validator::SETTINGS.len();
    let change = (indices, any::<prop::sample::Index>());
    (any::<(u16, u16)>(), prop::collection::vec(change, 0..3), tariff()).prop_map(
        |((system, number), changes, tariff)| {
            let defaults = validator::Settings::new(SystemId(system), number);
            let settings = changes.into_iter().fold(defaults, |settings, (index, at)| {
                let (min, max) = settings.bounds(index);
                let value = [min, max, min + (max - min) / 3][at.index(3)];
                settings.with(index, value).expect("within its bounds")
            });
            settings.with_tariff(tariff).expect("a tariff that can be")
        },
    )
}

/// One of the profiles, or the largest tariff there is room for.
fn tariff() -> impl Strategy<Value = Tariff> {
    let largest = || {
        let single = Prices { normal: Grosz(9_999), reduced: Grosz(9_999) };
        let bands = (1..=BANDS_MAX).map(|band| Band {
            stops_to: if band == BANDS_MAX { ANY_STOPS } else { u8::try_from(band * 10).expect("few bands") },
            fare: Prices { normal: Grosz(9_000), reduced: Grosz(1) },
        });
        let bands: arrayvec::ArrayVec<_, BANDS_MAX> = bands.collect();
        let class =
            |class: usize| LoadClass { load_from: Grosz(u32::try_from(class).expect("few")), bands: bands.clone() };
        Tariff { single, classes: (0..CLASSES_MAX).map(class).collect() }
    };
    prop_oneof![select(&PROFILES[..]).prop_map(|profile| profile.tariff()), Just(()).prop_map(move |()| largest())]
}

pub fn office() -> impl Strategy<Value = Office> {
    let outcome = select(&[Outcome::Done, Outcome::NotDone, Outcome::WrittenOff][..]);
    prop_oneof![
        civil().prop_map(Office::CivilTime),
        pedestal_settings().prop_map(Office::Configure),
        card().prop_map(Office::CloseJournal),
        (socket(), outcome).prop_map(|(socket, outcome)| Office::CloseRecord(socket, outcome)),
        socket().prop_map(Office::Release),
    ]
}

fn order() -> impl Strategy<Value = Order> {
    let goods = prop_oneof![grosz().prop_map(Goods::Purse), contract().prop_map(Goods::Period)];
    (any::<u32>(), card(), goods).prop_map(|(id, card, goods)| Order { id, card, goods })
}

fn trip() -> impl Strategy<Value = Trip> {
    let letter = select(&['a', 'Z', 'ł', 'Ż', ' ', '3'][..]);
    let direction = prop::collection::vec(letter, 0..=DIRECTION_COLUMNS).prop_map(String::from_iter);
    (any::<(u32, u16)>(), 1..=STOP_MAX, direction).prop_map(|((run, line), stop, direction)| Trip {
        run,
        route: Route::new(line, &direction, stop).expect("it fits"),
    })
}

pub fn bus() -> impl Strategy<Value = Bus> {
    prop_oneof![
        civil().prop_map(Bus::CivilTime),
        prop::option::of(trip()).prop_map(Bus::Trip),
        any::<bool>().prop_map(Bus::Block),
        prop::collection::vec(card(), 0..=HOTLIST_MAX).prop_map(|cards| Bus::Hotlist(cards.into_iter().collect())),
        prop::collection::vec(order(), 0..=ORDERS_MAX).prop_map(|orders| Bus::Orders(orders.into_iter().collect())),
        validator_settings().prop_map(Bus::Configure),
    ]
}

fn transfer() -> impl Strategy<Value = Transfer> {
    prop_oneof![
        any::<u32>().prop_map(|amount| Transfer::Load(Ore(amount))),
        any::<u64>().prop_map(|amount| Transfer::Return(MilliOre(amount)))
    ]
}

fn version() -> impl Strategy<Value = Version> {
    let device = select(&[DeviceKind::Pedestal, DeviceKind::Validator][..]);
    (device, any::<([u16; 3], u8, u8, u32)>()).prop_map(|(device, (core, card_layout, memory_layout, build))| Version {
        device,
        core,
        card_layout,
        memory_layout,
        build,
    })
}

fn store() -> impl Strategy<Value = StoreStatus> {
    let found = prop_oneof![Just(Found::Nothing), Just(Found::Memory), any::<u8>().prop_map(Found::Unreadable)];
    (found, any::<(u32, u32)>()).prop_map(|(found, (stored, stack_used_max))| StoreStatus {
        found,
        stored,
        stack_used_max,
    })
}

fn frames() -> impl Strategy<Value = Frames> {
    any::<[u32; 6]>().prop_map(|[acted_on, repeated, asked, damaged, other_version, refused]| Frames {
        acted_on,
        repeated,
        asked,
        damaged,
        other_version,
        refused,
    })
}

fn pedestal_record() -> impl Strategy<Value = pedestal::Record> {
    use pedestal::Record as R;
    let of = (any::<u32>(), card(), socket());
    let outcome = select(&[Outcome::Done, Outcome::NotDone, Outcome::WrittenOff][..]);
    (of, transfer(), outcome, any::<(u8, u32, u64, bool)>()).prop_map(
        |((txn, card, socket), transfer, outcome, (kind, ore, milli, in_doubt))| match kind % 7 {
            0 => R::Loaded { txn, card, socket, amount: Ore(ore) },
            1 => R::Returned { txn, card, socket, amount: Ore(ore), rounding: MilliOre(milli) },
            2 => R::Interrupted { txn, card, socket, in_doubt },
            3 => R::RolledBack { txn, card, socket },
            4 => R::Settled { txn, card, socket, transfer, outcome },
            5 => R::Consumed { socket, amount: MilliOre(milli) },
            _ => R::Released { socket, amount: MilliOre(milli) },
        },
    )
}

fn pedestal_report() -> impl Strategy<Value = PedestalReport> {
    let terms = any::<[u32; 3]>().prop_map(|[update, final_write, recovery]| Terms {
        update: Millis(update),
        final_write: Millis(final_write),
        recovery: Millis(recovery),
    });
    let journal = (any::<[u32; 4]>(), socket(), transfer(), terms, any::<bool>()).prop_map(
        |([txn, card, counter_before, restorable], socket, transfer, terms, restarted)| Journal {
            txn,
            card: CardId(card),
            counter_before,
            restorable: Ore(restorable),
            socket,
            transfer,
            terms,
            restarted,
        },
    );
    let record = (any::<[u32; 3]>(), transfer()).prop_map(|([txn, card, counter_before], transfer)| Suspense {
        txn,
        card: CardId(card),
        counter_before,
        transfer,
    });
    let memory = (prop::option::of(card()), any::<u64>(), prop::option::of(record))
        .prop_map(|(owner, credit, record)| SocketMemory { owner, credit: MilliOre(credit), record });
    prop_oneof![
        (any::<u32>(), prop::option::of(journal))
            .prop_map(|(next_txn, journal)| PedestalReport::Journal { next_txn, journal }),
        (socket(), memory).prop_map(|(socket, memory)| PedestalReport::Socket(socket, memory)),
    ]
}

fn operation() -> impl Strategy<Value = Operation> {
    let abandoned =
        || prop::option::of(any::<(u32, u32)>().prop_map(|(run, advance)| Abandoned { run, advance: Grosz(advance) }));
    let basis = select(&[RideBasis::Purse, RideBasis::Period, RideBasis::Free][..]);
    let movement = prop_oneof![
        (fare(), any::<bool>(), grosz(), abandoned()).prop_map(|(kind, own, price, abandoned)| Movement::Ticket {
            kind,
            own,
            price,
            abandoned
        }),
        (basis, abandoned()).prop_map(|(basis, abandoned)| Movement::Ride { basis, abandoned }),
        (grosz(), grosz()).prop_map(|(refund, fare)| Movement::Exit { refund, fare }),
        (prop::option::of((any::<u32>(), grosz())), prop::option::of(any::<u32>()))
            .prop_map(|(purse, period)| Movement::Orders { purse, period }),
    ];
    (any::<(u32, u32, u32, u32, u16, u8)>(), card(), movement).prop_map(
        |((number, counter, at, run, line, stop), card, movement)| Operation {
            number,
            card,
            counter,
            at: DateTime(at),
            run,
            line,
            stop,
            movement,
        },
    )
}

fn refusal() -> impl Strategy<Value = Refusal> {
    let plain = select(
        &[
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
        ][..],
    );
    prop_oneof![
        4 => plain,
        1 => grosz().prop_map(Refusal::NoMoney),
        1 => any::<u8>().prop_map(Refusal::Limit),
    ]
}

fn validator_record() -> impl Strategy<Value = Record> {
    prop_oneof![
        operation().prop_map(Record::Began),
        operation().prop_map(Record::Confirmed),
        operation().prop_map(Record::Unconfirmed),
        (card(), any::<u32>()).prop_map(|(card, counter)| Record::Repeated { card, counter }),
        card().prop_map(|card| Record::Checked { card }),
        (prop::option::of(card()), refusal()).prop_map(|(card, because)| Record::Refused { card, because }),
        (any::<bool>(), prop::option::of(card())).prop_map(|(blocked, by)| Record::Blocking { blocked, by }),
    ]
}

fn validator_report() -> impl Strategy<Value = ValidatorReport> {
    let totals = any::<[u32; 5]>().prop_map(|[confirmed, unconfirmed, taken, refunded, loaded]| Totals {
        confirmed,
        unconfirmed,
        taken: Grosz(taken),
        refunded: Grosz(refunded),
        loaded: Grosz(loaded),
    });
    let status = select(&[OperationStatus::Open, OperationStatus::Confirmed, OperationStatus::Unconfirmed][..]);
    prop_oneof![
        (any::<(bool, u8, u8, u8, u32)>(), totals).prop_map(
            |((blocked, hotlist, orders, operations, next_number), totals)| ValidatorReport::Counts {
                blocked,
                hotlist,
                orders,
                operations,
                next_number,
                totals,
            }
        ),
        (operation(), status)
            .prop_map(|(operation, status)| ValidatorReport::Operation(LoggedOperation { operation, status })),
    ]
}

pub fn pedestal_answer() -> impl Strategy<Value = Answer<Pedestal>> {
    let record = (any::<(u32, u32)>(), prop::option::of(pedestal_record()))
        .prop_map(|((first, next), record)| Answer::Record { first, next, record });
    prop_oneof![
        version().prop_map(Answer::Version),
        store().prop_map(Answer::Store),
        prop::option::of(pedestal_report()).prop_map(Answer::Memory),
        record,
        frames().prop_map(Answer::Frames),
    ]
}

pub fn validator_answer() -> impl Strategy<Value = Answer<Validator>> {
    let record = (any::<(u32, u32)>(), prop::option::of(validator_record()))
        .prop_map(|((first, next), record)| Answer::Record { first, next, record });
    prop_oneof![
        version().prop_map(Answer::Version),
        store().prop_map(Answer::Store),
        prop::option::of(validator_report()).prop_map(Answer::Memory),
        record,
        frames().prop_map(Answer::Frames),
    ]
}

/// The question that an answer is to; its number does not matter to the line.
pub fn question<D: firmware_core::link::Linked>(answer: &Answer<D>) -> Question {
    match answer {
        Answer::Version(_) => Question::Version,
        Answer::Frames(_) => Question::Frames,
        Answer::Store(_) => Question::Store,
        Answer::Memory(_) => Question::Memory(3),
        Answer::Record { .. } => Question::Record(0x0102_0304),
    }
}
