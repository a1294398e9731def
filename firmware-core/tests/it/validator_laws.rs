//! The laws (I-20 to I-32, and those of time and money) over random sessions of passengers, with tears and power cuts
//! anywhere, and the exact boundaries of every window.
//!
//! `KERBQUAY_SESSIONS` sets how many sessions are tried (10,000 unless it says otherwise). A session that breaks a law
//! is made as short as possible and printed.

mod bus;

use std::collections::BTreeSet;

use crate::visible;
use bus::{CARDS, Input, Line, Stop};
use firmware_core::bench::Cut;
use firmware_core::card::{
    CardRead, FareKind, Purse, Ratification, RatifiedOperation, Ride, RideBasis, RideGroup, SLOT_LEN,
};
use firmware_core::device::{Device, Effect, ReaderPosition};
use firmware_core::money::Grosz;
use firmware_core::rule::Rule;
use firmware_core::time::{Instant, Millis};
use firmware_core::validator::{
    Bus, Event, FRONT, Face, Field, Message, Movement, OperationStatus, POCKET, Page, Record, Refusal, RidePage,
    Validator, View,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

fn card() -> impl Strategy<Value = usize> {
    0..CARDS.len()
}

fn position() -> impl Strategy<Value = ReaderPosition> {
    prop_oneof![4 => Just(FRONT), 1 => Just(POCKET)]
}

fn button() -> impl Strategy<Value = Field> {
    prop_oneof![
        4 => Just(Field::Normal),
        3 => Just(Field::Reduced),
        3 => Just(Field::Check),
        2 => Just(Field::TopUp),
    ]
}

/// Lengths of time around every boundary of the rules.
fn length() -> impl Strategy<Value = u32> {
    prop_oneof![
        0..700_u32,
        prop_oneof![Just(49_u32), Just(50), Just(249), Just(250), Just(399), Just(400), Just(750)],
        prop_oneof![Just(1_999_u32), Just(2_000), Just(2_650), Just(2_850), Just(3_000), Just(3_050)],
        prop_oneof![Just(4_949_u32), Just(4_950), Just(4_951), Just(4_999), Just(5_000), Just(5_001)],
        prop_oneof![Just(9_999_u32), Just(10_000), Just(10_001)],
        0..100_000_u32,
    ]
}

fn input() -> impl Strategy<Value = Vec<Input>> {
    let one = |input: Input| vec![input];
    // How long a card is held: too short, in the middle of the write, until it is confirmed, and longer.
    let hold = || prop_oneof![2 => 0..=420_u32, 4 => Just(400_u32), 3 => Just(1_000_u32)];
    let tap = move |keyed: Option<Field>, card: usize, hold: u32| {
        let key = keyed.into_iter().flat_map(|field| [Input::Push(field), Input::Let]);
        key.chain([Input::Present(card, FRONT), Input::Pass(hold), Input::Take(FRONT)]).collect::<Vec<_>>()
    };
    prop_oneof![
        14 => (prop::option::weighted(0.5, button()), card(), hold())
            .prop_map(move |(keyed, card, hold)| tap(keyed, card, hold)),
        6 => (card(), 1..7_usize).prop_map(move |(card, times)| {
            (0..times).flat_map(|_| tap(Some(Field::Normal), card, 1_000)).collect()
        }),
        // A whole ride, with one tap too many or not.
        6 => (card(), 1..10_u8, hold(), any::<[bool; 2]>()).prop_map(move |(card, stops, exit, [once_more, midnight])| {
            let mut inputs: Vec<_> = tap(None, card, 1_000);
            inputs.push(Input::Stops(stops));
            inputs.extend(midnight.then_some(Input::Days(1)));
            inputs.extend(tap(None, card, exit));
            if once_more {
                inputs.extend(tap(None, card, 1_000));
            }
            inputs
        }),
        // A check, perhaps after a tear.
        2 => (card(), 0..500_u32).prop_map(move |(card, hold)| {
            tap(None, card, hold).into_iter().chain(tap(Some(Field::Check), card, 5_000)).collect::<Vec<_>>()
        }),
        4 => (card(), position()).prop_map(move |(card, position)| one(Input::Present(card, position))),
        3 => position().prop_map(move |position| one(Input::Take(position))),
        2 => (prop::option::of(button()), card(), card(), length()).prop_map(|(keyed, first, second, hold)| {
            let key = keyed.into_iter().flat_map(|field| [Input::Push(field), Input::Let]);
            key.chain([Input::Take(FRONT), Input::PresentBoth(first, second), Input::Pass(hold)]).collect()
        }),
        6 => button().prop_map(|field| vec![Input::Push(field), Input::Let]),
        1 => button().prop_map(move |field| one(Input::Push(field))),
        1 => Just(one(Input::Let)),
        8 => length().prop_map(move |ms| one(Input::Pass(ms))),
        3 => (position(), 0..=SLOT_LEN).prop_map(move |(position, bytes)| one(Input::TearAt(position, bytes))),
        6 => (1..5_u8).prop_map(move |stops| one(Input::Stops(stops))),
        2 => Just(one(Input::NextRun)),
        1 => Just(one(Input::OffDuty)),
        1 => any::<bool>().prop_map(move |blocked| one(Input::Block(blocked))),
        1 => (0..3_u16).prop_map(move |days| one(Input::Days(days))),
        // A whole top-up: ordered, asked for, put into the pocket, and taken out at some time.
        5 => (card(), any::<bool>(), 1..12_u32, prop_oneof![3 => Just(3_100_u32), 1 => 0..3_100_u32]).prop_map(
            |(card, period, amount, hold)| vec![
                Input::Order(card, if period { None } else { Some(Grosz(amount * 500)) }),
                Input::Take(POCKET),
                Input::Push(Field::TopUp),
                Input::Let,
                Input::Present(card, POCKET),
                Input::Pass(hold),
                Input::Take(POCKET),
            ]
        ),
        1 => card().prop_map(move |card| one(Input::Order(card, Some(Grosz(500))))),
        1 => card().prop_map(move |card| one(Input::Announce(card))),
        1 => (0..3_usize).prop_map(move |index| one(Input::Tariff(index))),
        1 => Just(vec![Input::PowerOff]),
        2 => Just(vec![Input::PowerOn]),
        // A card that is there when the power comes back, and is taken away or not.
        3 => (card(), position(), length(), any::<bool>()).prop_map(|(card, position, pause, take)| {
            let cut = [Input::Present(card, position), Input::Pass(pause), Input::PowerOff, Input::PowerOn];
            cut.into_iter().chain([Input::Pass(pause)]).chain(take.then_some(Input::Take(position))).collect()
        }),
        // Another language, no status while blocked, exits at the same stop, a limit of 2, a message of a second, no
        // hotlist, the other face.
        1 => prop_oneof![Just((16, 0)), Just((10, 0)), Just((11, 1)), Just((12, 1)), Just((3, 1_000)), Just((15, 0)),
            Just((0, 0)), Just((0, 1))].prop_map(move |(index, value)| one(Input::Configure(index, value))),
    ]
}

#[test]
fn the_laws_hold_in_every_session() {
    let sessions = std::env::var("KERBQUAY_SESSIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(10_000);
    let mut runner = TestRunner::new(Config { cases: sessions, failure_persistence: None, ..Config::default() });
    let inputs = (any::<bool>(), prop::collection::vec(input(), 1..16));
    let outcome = runner.run(&inputs, |(touch, inputs)| {
        let mut bus = Line::new(if touch { Face::Touch } else { Face::Keys });
        for input in inputs.into_iter().flatten() {
            let before = bus.clone();
            bus.perform(&input);
            check(&before, &bus, &input).map_err(|broken| TestCaseError::fail(format!("{broken}\nat {input:?}")))?;
        }
        check_way_home(&bus).map_err(TestCaseError::fail)
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// Every clause that is the device's own is named by some step; the others belong to the world around it: DK-26 is not
/// in this version, DK-33 is about cards that are gone.
#[test]
fn every_clause_is_named_by_some_step() {
    let mut named = BTreeSet::new();
    let config = Config { cases: 3_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let inputs = (any::<bool>(), prop::collection::vec(input(), 1..16));
    for _ in 0..3_000 {
        let (touch, inputs) = inputs.new_tree(&mut runner).expect("a session").current();
        let mut bus = Line::new(if touch { Face::Touch } else { Face::Keys });
        for input in inputs.into_iter().flatten() {
            bus.perform(&input);
            named.append(&mut bus.rules);
        }
    }
    let own = (1..=22).map(Rule::K).chain((1..=39).filter(|number| ![26, 33].contains(number)).map(Rule::Dk));
    let missing: Vec<_> = own.filter(|rule| !named.contains(rule)).map(|rule| rule.to_string()).collect();
    assert_eq!(missing, [""; 0]);
}

/// The list of clauses is complete, and each says where it lives.
#[test]
fn every_clause_is_in_the_list() {
    let list = include_str!("../../src/validator/RULES.md");
    for rule in (1..=22).map(Rule::K).chain((1..=39).map(Rule::Dk)) {
        let row = list.lines().find(|line| line.starts_with(&format!("| {rule} |")));
        let row = row.unwrap_or_else(|| panic!("{rule} is not in the list"));
        assert_eq!(row.matches('|').count(), 4, "{row}");
        let lives_at = row.split('|').nth(3).expect("a third column").trim();
        assert!(!lives_at.is_empty(), "{rule} lives nowhere");
        for name in lives_at.split('`').skip(1).step_by(2) {
            let sources = [
                include_str!("../../src/validator.rs"),
                include_str!("../../src/validator/fare.rs"),
                include_str!("../../src/validator/lcd.rs"),
                include_str!("../../src/validator/memory.rs"),
                include_str!("../../src/validator/ride.rs"),
                include_str!("../../src/validator/screen.rs"),
                include_str!("../../src/validator/settings.rs"),
                include_str!("../../src/validator/touch.rs"),
                include_str!("../../src/bench.rs"),
            ];
            let word = name.rsplit("::").next().expect("a name");
            assert!(sources.iter().any(|source| source.contains(word)), "{rule}: there is no {name}");
        }
    }
}

/// A validator answers any card at all, whatever its issuer wrote on it.
#[test]
fn no_card_is_too_strange() {
    let group = any::<(u8, u8, u8, u32)>().prop_map(|(stop, normal, reduced, advance)| RideGroup {
        stop: stop % 5,
        normal,
        reduced,
        advance,
    });
    let operation = prop_oneof![
        Just(RatifiedOperation::Plain),
        Just(RatifiedOperation::Normal),
        Just(RatifiedOperation::Reduced),
        Just(RatifiedOperation::Exit)
    ];
    let ride = (any::<(u8, bool, u8, bool)>(), prop::array::uniform4(group)).prop_map(
        |((run, own, load_class, closed), groups)| Ride {
            run: u32::from(run % 2),
            own_stop: own.then_some(1),
            own_basis: RideBasis::Period,
            load_class_at_entry: load_class,
            closed_at: closed.then_some(1),
            groups,
        },
    );
    let cards = (prop::option::of(ride), prop::option::of(operation), any::<(u32, u32, u8, u32)>(), button());
    let mut runner = TestRunner::new(Config { cases: 3_000, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&cards, |(ride, operation, (balance, max, load_class, orders), field)| {
        let mut bus = Line::new(Face::Touch);
        bus.rewrite(NORMAL, |body| {
            body.ride = ride;
            body.ratification = operation.map(|operation| Ratification { run: 1, stop: 1, operation });
            body.purse = Purse { balance, max, load_class, last_purse_order: orders, ..body.purse };
        });
        bus.perform(&Input::Order(NORMAL, Some(Grosz(u32::MAX))));
        for position in [FRONT, POCKET] {
            bus.push(field);
            bus.perform(&Input::Present(NORMAL, position));
            bus.perform(&Input::Pass(4_000));
            bus.perform(&Input::Take(position));
            bus.tap(NORMAL, 1_000);
            bus.perform(&Input::Stops(1));
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

fn check(before: &Line, bus: &Line, input: &Input) -> Result<(), String> {
    let changed = (0..CARDS.len()).any(|card| bus.bytes(card) != before.bytes(card));
    if changed || bus.books() != before.books() {
        // I-01 to I-04, I-24, I-30, I-32: what the ledger says is what the cards carry.
        bus.check_books()?;
        check_cards(before, bus)?;
    }
    check_air(before, input)?;
    check_steps(bus)?;
    check_arm(bus)?;
    check_lamp(bus)?;
    visible::check_changes(bus.device(), bus.now)?;
    check_lateness(before, bus, input)
}

/// I-05, I-06, I-21, I-23, I-25, I-32: whole images, one commit a presentation, limits kept, nothing while blocked.
fn check_cards(before: &Line, bus: &Line) -> Result<(), String> {
    for (card, issued) in CARDS.iter().enumerate() {
        if bus.bytes(card) == before.bytes(card) {
            continue;
        }
        if issued.is_air() {
            return Err(format!("I-20: {} was written", issued.name));
        }
        let body = bus.body(card).ok_or_else(|| format!("I-05: {} was torn in two", issued.name))?;
        let was = before.body(card).ok_or_else(|| format!("I-05: {} was torn in two", issued.name))?;
        let commits = body.counter.wrapping_sub(was.counter);
        if commits > 1 {
            return Err(format!("I-23: {} was changed {commits} times", issued.name));
        }
        if commits == 0 && (body.purse != was.purse || body.ride != was.ride || body.contracts != was.contracts) {
            return Err(format!("I-06: {} changed without being counted", issued.name));
        }
        if before.is_beside_another_of_the_system(card) {
            return Err(format!("DK-39: {} was written beside another card", issued.name));
        }
        if before.lying[card] && bus.lying[card] {
            return Err(format!("DK-38: {} was written before it had left", issued.name));
        }
        if bus.commits(card) > 1 {
            return Err(format!("I-23: {} changes in one presentation of {}", bus.commits(card), issued.name));
        }
        if body.purse.balance > body.purse.max {
            return Err(format!("I-32: the purse of {} holds {}", issued.name, body.purse.balance));
        }
        if let Some(ride) = body.ride
            && let Some(group) = ride.groups.iter().find(|group| group.normal + group.reduced > 5)
        {
            return Err(format!("I-25: {} has {group:?}", issued.name));
        }
        let blocked = |bus: &Line| bus.bench.memory().blocked;
        let was_idle = before.pending.is_none() && before.device().is_none_or(|device| !device.is_serving());
        if blocked(before) && blocked(bus) && was_idle {
            return Err(format!("I-21: {} was written while blocked", issued.name));
        }
    }
    Ok(())
}

/// I-20: a card from outside leaves the device as it is, bit by bit.
fn check_air(before: &Line, input: &Input) -> Result<(), String> {
    let Input::Present(card, position) = input else { return Ok(()) };
    if !CARDS[*card].is_air() {
        return Ok(());
    }
    let (mut without, mut with) = (before.clone(), before.clone());
    with.perform(input);
    for ms in [0, 50, 1_000] {
        without.perform(&Input::Pass(ms));
        with.perform(&Input::Pass(ms));
        if with.device() != without.device() {
            return Err(format!("I-20: {} at {position:?} changed the validator", CARDS[*card].name));
        }
    }
    Ok(())
}

/// I-22, I-26, I-28: what was asked for in every single step that this input caused.
fn check_steps(bus: &Line) -> Result<(), String> {
    for step in &bus.steps {
        let writes = step.effects.iter().filter(|effect| matches!(effect, Effect::Write(..))).count();
        let mut beeps = step.effects.iter().filter_map(|effect| match effect {
            Effect::Beep(beeps) => Some(beeps.count),
            Effect::Write(..) | Effect::Log(_) => None,
        });
        let beep = beeps.next();
        if beeps.next().is_some() || writes > 1 {
            return Err(format!("I-22: too much at once in {step:?}"));
        }
        if let Some(count) = beep {
            let expected = match step.view {
                View::Page(_) => 2,
                View::Message(Message::Refused(_) | Message::CheckOperation) => 3,
                View::Message(_) => 1,
                _ => 0,
            };
            if count != expected || !step.red {
                return Err(format!("I-22: {count} beeps for {:?}, red {}", step.view, step.red));
            }
        }
        for effect in &step.effects {
            let Effect::Log(record) = effect else { continue };
            let fits = match record {
                Record::Began(_) => writes == 1 && beep.is_none(),
                Record::Confirmed(_) => beep == Some(1),
                // After a power cut there is no device to report to.
                Record::Unconfirmed(_) => writes == 0 && matches!(beep, Some(3) | None),
                Record::Repeated { .. } => writes == 1 && beep == Some(1),
                Record::Checked { .. } => writes == 0 && beep == Some(2),
                Record::Refused { .. } => writes == 0 && beep == Some(3),
                Record::Blocking { by, .. } => writes == 0 && beep == by.map(|_| 1),
            };
            if !fits {
                return Err(format!("I-22, I-26, I-28: {record:?} with {writes} writes and {beep:?} beeps"));
            }
        }
        if step.rules.is_empty() && !step.effects.is_empty() {
            return Err(format!("no clause is named for {:?}", step.effects));
        }
    }
    Ok(())
}

/// I-29: no key waits after a card of the system, after five seconds, or, for a ticket, while blocked.
fn check_arm(bus: &Line) -> Result<(), String> {
    let Some(device) = bus.device() else { return Ok(()) };
    let Some(choice) = device.armed() else { return Ok(()) };
    if choice.is_some() && bus.bench.memory().blocked {
        return Err("I-29: a ticket waits for its card while blocked".to_owned());
    }
    match bus.pushed_at {
        Some(at) if bus.now.since(at) > Millis(5_000) => Err("I-29: a key waits longer than five seconds".to_owned()),
        None => Err("I-29: a key waits that was used up".to_owned()),
        Some(_) => Ok(()),
    }
}

/// I-22, DK-31: the red lamp is lit with every message, every beep and every block, and at no other time.
fn check_lamp(bus: &Line) -> Result<(), String> {
    let Some(device) = bus.device() else { return Ok(()) };
    let view = device.screen(bus.now).view;
    let standing = !matches!(view, View::Message(_) | View::Page(_));
    let blocked = bus.bench.memory().blocked && !device.is_serving();
    let expected = !standing || blocked || device.is_sounding();
    if device.lamps().red == expected {
        Ok(())
    } else {
        Err(format!("DK-31: the lamp is {} with {view:?}", if expected { "dark" } else { "lit" }))
    }
}

/// Waking in pieces, late, or twice changes nothing.
fn check_lateness(before: &Line, bus: &Line, input: &Input) -> Result<(), String> {
    let Input::Pass(ms) = input else { return Ok(()) };
    let mut pieces = before.clone();
    let end = before.now + Millis(*ms);
    for part in 1..=7_u64 {
        let at = Instant(before.now.0 + u64::from(*ms) * part / 7);
        pieces.pass_to(at);
        pieces.pass_to(at);
    }
    assert_eq!(pieces.now, end);
    if pieces.bench != bus.bench || pieces.books() != bus.books() {
        return Err(format!("{ms} ms in seven pieces gave another world than at once"));
    }
    Ok(())
}

/// From anywhere: power, an unblocked validator that knows where it is, no cards, and half a minute end at rest.
fn check_way_home(bus: &Line) -> Result<(), String> {
    let mut home = bus.clone();
    for input in [
        Input::PowerOn,
        Input::Let,
        Input::Take(FRONT),
        Input::Take(POCKET),
        Input::NextRun,
        Input::Block(false),
        Input::Pass(30_000),
    ] {
        home.perform(&input);
    }
    let view = home.view();
    if view != View::Rest || home.device().is_some_and(|device| device.lamps().red) {
        return Err(format!("half a minute later the display shows {view:?}"));
    }
    home.check_books()
}

// Single cases, to the millisecond.

const NORMAL: usize = 0;
const REDUCED: usize = 1;
const BEARER: usize = 3;
const PERIOD: usize = 4;
const FREE: usize = 6;
const INSPECTOR: usize = 7;
const FOREIGN: usize = 8;
const BLANK: usize = 9;

fn taken(price: u32, balance: u32) -> View {
    View::Message(Message::Taken { price: Grosz(price), balance: Grosz(balance) })
}

fn refused(because: Refusal) -> View {
    View::Message(Message::Refused(because))
}

/// DK-08: removed before 50 ms nothing, before 250 ms unchanged, before 400 ms changed but not confirmed.
#[test]
fn a_card_pulled_away_at_any_millisecond_is_as_before_or_as_after() {
    for at in 0..=500 {
        let mut bus = Line::new(Face::Keys);
        let before = bus.balance(NORMAL);
        bus.tap(NORMAL, at);
        let expected = if at < 250 { before } else { before - 300 };
        assert_eq!(bus.balance(NORMAL), expected, "pulled away after {at} ms");
        let (view, beeps) = match at {
            0..50 => (View::Rest, 0),
            50..400 => (View::Message(Message::CheckOperation), 3),
            _ => (View::Rest, 1),
        };
        assert_eq!((bus.view(), bus.last_beeps()), (view, beeps), "pulled away after {at} ms");
        if at < 50 {
            assert_eq!(bus.bench.memory().operations.len(), 0);
        } else {
            let status = if at < 400 { OperationStatus::Unconfirmed } else { OperationStatus::Confirmed };
            assert_eq!(bus.bench.memory().operations.last().map(|logged| logged.status), Some(status));
        }
        bus.check_books().expect("the books agree");
        // DK-02: five seconds, not one millisecond more.
        if (50..400).contains(&at) {
            bus.perform(&Input::Pass(4_999));
            assert_eq!(bus.view(), view);
            bus.perform(&Input::Pass(1));
            assert_eq!(bus.view(), View::Rest);
        }
    }
}

/// The same at every byte of every write: entry, keyed ticket, exit, period, free, and the clearing of the mark.
#[test]
fn a_card_torn_at_any_byte_is_whole_and_the_books_agree() {
    for written in 0..=SLOT_LEN {
        for (card, keyed, exit) in [
            (NORMAL, None, false),
            (NORMAL, None, true),
            (BEARER, Some(Field::Reduced), false),
            (PERIOD, None, false),
            (FREE, None, false),
        ] {
            let mut bus = Line::new(Face::Touch);
            if exit {
                bus.tap(card, 1_000);
                bus.perform(&Input::Stops(2));
            }
            let before = bus.body(card).expect("whole");
            if let Some(field) = keyed {
                bus.push(field);
            }
            bus.perform(&Input::Present(card, FRONT));
            bus.perform(&Input::TearAt(FRONT, written));
            let after = bus.body(card).expect("a torn card is whole");
            let took = written == SLOT_LEN;
            assert_eq!(after == before, !took, "{written} bytes");
            assert_eq!(after.counter, before.counter + u32::from(took));
            assert_eq!(bus.view(), View::Message(Message::CheckOperation));
            assert_eq!(bus.last_beeps(), 3);
            bus.check_books().expect("the books agree");
        }
        // The pocket's one image: both orders, or none.
        let mut bus = Line::new(Face::Touch);
        bus.perform(&Input::Order(NORMAL, Some(Grosz(2_000))));
        bus.perform(&Input::Order(NORMAL, None));
        bus.push(Field::TopUp);
        bus.perform(&Input::Present(NORMAL, POCKET));
        bus.perform(&Input::TearAt(POCKET, written));
        let body = bus.body(NORMAL).expect("a torn card is whole");
        let both = (4_000, 1);
        let found = (body.purse.balance, body.contracts.iter().flatten().count());
        assert_eq!(found, if written == SLOT_LEN { both } else { (2_000, 0) });
        bus.check_books().expect("the books agree");
        // The second write of DK-29: the operation is confirmed; its mark is on the card or not.
        let mut bus = Line::new(Face::Keys);
        bus.perform(&Input::Present(NORMAL, FRONT));
        bus.perform(&Input::Pass(400));
        assert_eq!(bus.view(), taken(300, 1_700));
        bus.perform(&Input::TearAt(FRONT, written));
        let body = bus.body(NORMAL).expect("a torn card is whole");
        assert_eq!(body.ratification.is_some(), written < SLOT_LEN);
        assert_eq!((body.counter, bus.view()), (1, View::Rest));
        bus.check_books().expect("the books agree");
    }
}

/// I-31, K-09: press S, look, and repeat if nothing is registered: one fare, whenever the card was pulled away; and
/// without S just as well (DK-09). For an own ride, a companion's ticket, and an exit.
#[test]
fn the_passengers_procedure_costs_exactly_one_fare_for_every_tear() {
    for checks in [true, false] {
        for at in 0..=420 {
            for keyed in [None, Some(Field::Normal), Some(Field::Reduced)] {
                let mut bus = Line::new(Face::Keys);
                let before = bus.balance(NORMAL);
                let price = if keyed == Some(Field::Reduced) { 150 } else { 300 };
                let apply = |bus: &mut Line, hold| {
                    if let Some(field) = keyed {
                        bus.push(field);
                    }
                    bus.tap(NORMAL, hold);
                };
                apply(&mut bus, at);
                let registered = |bus: &mut Line| {
                    bus.push(Field::Check);
                    bus.perform(&Input::Present(NORMAL, FRONT));
                    bus.perform(&Input::Pass(50));
                    // DK-37: it is the first page after a tear, and the last one otherwise.
                    let ride = (0..3).find_map(|_| {
                        let view = bus.view();
                        bus.perform(&Input::Pass(2_000));
                        if let View::Page(Page::Ride(ride)) = view { Some(ride) } else { None }
                    });
                    bus.perform(&Input::Take(FRONT));
                    ride.expect("a check has a page about the ride") != RidePage::NotRegistered
                };
                let was_announced = bus.last_beeps() == 1;
                let repeats = if checks { !registered(&mut bus) } else { !was_announced };
                if repeats {
                    apply(&mut bus, 1_000);
                }
                assert_eq!(bus.balance(NORMAL), before - price, "pulled away after {at} ms, {keyed:?}");
                assert!(registered(&mut bus));
                bus.check_books().expect("the books agree");
            }
            // An exit that was not confirmed is repeated by a plain tap at the same stop.
            let mut bus = Line::new(Face::Keys);
            bus.tap(NORMAL, 1_000);
            bus.perform(&Input::Stops(2));
            bus.tap(NORMAL, at);
            if bus.last_beeps() != 1 || at < 50 {
                bus.tap(NORMAL, 1_000);
            }
            assert_eq!(bus.balance(NORMAL), 2_000 - 250, "an exit pulled away after {at} ms");
            bus.check_books().expect("the books agree");
        }
    }
}

/// DK-29: the mark is honoured for the same operation at the same stop of the same run, and goes with that.
#[test]
fn an_unconfirmed_operation_is_confirmed_once_more_and_only_here() {
    let torn = || {
        let mut bus = Line::new(Face::Keys);
        bus.tap(NORMAL, 300);
        assert_eq!(bus.balance(NORMAL), 1_700);
        bus
    };
    let mut bus = torn();
    bus.perform(&Input::Present(NORMAL, FRONT));
    bus.perform(&Input::Pass(50));
    assert_eq!((bus.view(), bus.last_beeps()), (taken(300, 1_700), 1));
    // Torn before the mark is gone: honoured once more, and then removed.
    bus.perform(&Input::Pass(100));
    bus.perform(&Input::Take(FRONT));
    bus.perform(&Input::Present(NORMAL, FRONT));
    bus.perform(&Input::Pass(50));
    assert_eq!((bus.view(), bus.last_beeps()), (taken(300, 1_700), 1));
    bus.perform(&Input::Pass(350));
    bus.perform(&Input::Take(FRONT));
    assert_eq!(bus.body(NORMAL).expect("whole").ratification, None);
    assert_eq!(bus.body(NORMAL).expect("whole").counter, 1);
    bus.tap_and_look(NORMAL, refused(Refusal::AlreadyCancelled), 3);

    // Another operation is another operation.
    let mut bus = torn();
    bus.push(Field::Normal);
    bus.tap_and_look(NORMAL, taken(300, 1_400), 1);
    // At the next stop a plain tap is an exit.
    let mut bus = torn();
    bus.perform(&Input::Stops(1));
    bus.tap_and_look(NORMAL, View::Message(Message::Exit { refund: Grosz(50), balance: Grosz(1_750) }), 1);
    // In another run it is another ride; the advance of the first is its fare (DK-13).
    let mut bus = torn();
    bus.perform(&Input::NextRun);
    bus.tap_and_look(NORMAL, taken(300, 1_400), 1);
    assert_eq!(bus.fares(), 300);
    // A check does not clear it (DK-09).
    let mut bus = torn();
    bus.push(Field::Check);
    bus.tap(NORMAL, 3_000);
    bus.tap_and_look(NORMAL, taken(300, 1_700), 1);
}

/// DK-04: a card detected up to and including 5,000 ms after the key counts; so for N, U and S, on both faces.
#[test]
fn a_key_waits_for_five_seconds_and_not_one_millisecond_more() {
    for face in [Face::Keys, Face::Touch] {
        for field in [Field::Normal, Field::Reduced, Field::Check] {
            for (after, counts) in [(0, true), (4_949, true), (4_950, true), (4_951, false), (9_000, false)] {
                let mut bus = Line::new(face);
                bus.push(field);
                bus.perform(&Input::Pass(after));
                bus.perform(&Input::Present(BEARER, FRONT));
                bus.perform(&Input::Pass(400));
                let expected = match field {
                    _ if !counts => refused(Refusal::ChooseKind),
                    Field::Normal => taken(300, 24_400),
                    Field::Reduced => taken(150, 24_550),
                    Field::Check | Field::TopUp => View::Page(Page::Period(None)),
                };
                assert_eq!(bus.view(), expected, "{field:?}, detected {} ms after it", after + 50);
                assert_eq!(bus.device().expect("it has power").armed(), None);
            }
        }
    }
}

/// DK-04: the same key opens its window anew, another one chooses anew; DK-12: a foreign card uses nothing up.
#[test]
fn a_key_can_be_pressed_again_and_a_foreign_card_leaves_it() {
    let mut bus = Line::new(Face::Keys);
    bus.push(Field::Normal);
    bus.perform(&Input::Pass(4_000));
    bus.push(Field::Normal);
    bus.perform(&Input::Pass(4_000));
    bus.tap(FOREIGN, 500);
    assert_eq!(bus.last_beeps(), 0);
    bus.tap_and_look(BEARER, taken(300, 24_400), 1);
    bus.push(Field::Normal);
    bus.push(Field::Reduced);
    bus.tap_and_look(BEARER, taken(150, 24_250), 1);
    // DK-05: one key, one ticket. DK-27: the first was the bearer's own.
    bus.tap_and_look(BEARER, refused(Refusal::AlreadyCancelled), 3);
}

/// K-19, DK-20: five tickets from one stop, the sixth is refused; a period holder has four for others.
#[test]
fn the_sixth_ticket_at_a_stop_is_refused() {
    let mut bus = Line::new(Face::Touch);
    let keyed = |bus: &mut Line, card: usize, view: View, beeps: u8| {
        bus.push(Field::Normal);
        bus.tap_and_look(card, view, beeps);
    };
    for ticket in 1..=5 {
        keyed(&mut bus, BEARER, taken(300, 24_700 - 300 * ticket), 1);
    }
    keyed(&mut bus, BEARER, refused(Refusal::Limit(5)), 3);
    bus.perform(&Input::Stops(1));
    keyed(&mut bus, BEARER, taken(300, 24_700 - 1_800), 1);

    bus.tap(PERIOD, 1_000);
    for _ in 0..4 {
        let left = bus.balance(PERIOD) - 300;
        keyed(&mut bus, PERIOD, taken(300, left), 1);
    }
    keyed(&mut bus, PERIOD, refused(Refusal::Limit(5)), 3);
}

/// DK-27: four boarding stops fit one ride; the fifth is refused with its reason.
#[test]
fn a_fifth_boarding_stop_is_refused() {
    let mut bus = Line::new(Face::Keys);
    for _ in 0..4 {
        bus.push(Field::Normal);
        bus.tap(BEARER, 1_000);
        assert_eq!(bus.last_beeps(), 1);
        bus.perform(&Input::Stops(1));
    }
    bus.push(Field::Normal);
    bus.tap_and_look(BEARER, refused(Refusal::TooManyStops), 3);
    // DK-15: one tap settles them all, each from its own stop: 4, 3, 2 and 1 stops in the highest load class.
    let refund = (300 - 240) + 3 * (300 - 230);
    let balance = 24_700 - 1_200 + refund;
    let exit = Message::Exit { refund: Grosz(refund), balance: Grosz(balance) };
    bus.tap_and_look(BEARER, View::Message(exit), 1);
    // DK-28.
    bus.tap_and_look(BEARER, refused(Refusal::ExitRegistered), 3);
    assert_eq!(bus.balance(BEARER), balance);
}

/// K-13, DK-15, DK-32: every band and every class of the price list, for both kinds, by the load class at entry.
#[test]
fn an_exit_gives_back_what_the_ride_was_cheaper() {
    for (class, fares) in [(0, [260, 270, 280]), (1, [250, 260, 270]), (2, [230, 240, 250])] {
        for (stops, fare) in [(1, fares[0]), (3, fares[0]), (4, fares[1]), (8, fares[1]), (9, fares[2]), (20, fares[2])]
        {
            for kind in [FareKind::Normal, FareKind::Reduced] {
                let mut bus = Line::new(Face::Keys);
                let card = if kind == FareKind::Normal { NORMAL } else { REDUCED };
                bus.rewrite(card, |body| body.purse.load_class = class);
                bus.tap(card, 1_000);
                bus.perform(&Input::Stops(stops));
                // What is loaded on the way does not count.
                bus.rewrite(card, |body| body.purse.load_class = 0);
                let before = bus.balance(card);
                let refund = if kind == FareKind::Normal { 300 - fare } else { (300 - fare) / 2 };
                let exit = Message::Exit { refund: Grosz(refund), balance: Grosz(before + refund) };
                bus.tap_and_look(card, View::Message(exit), 1);
                bus.check_books().expect("the books agree");
            }
        }
    }
}

/// I-24: a tariff that has become dearer on the way takes nothing more, and gives nothing back.
#[test]
fn a_dearer_tariff_on_the_way_takes_no_more_than_was_paid() {
    let mut bus = Line::new(Face::Keys);
    bus.tap(NORMAL, 1_000);
    bus.perform(&Input::Tariff(2));
    bus.perform(&Input::Stops(20));
    bus.tap_and_look(NORMAL, View::Message(Message::Exit { refund: Grosz(0), balance: Grosz(1_700) }), 1);
    assert_eq!(bus.fares(), 300);
    bus.check_books().expect("the books agree");
}

/// K-18: as much as the price of a single ticket is enough; a grosz less is not.
#[test]
fn exactly_the_price_is_enough() {
    for (balance, view, beeps) in [
        (300, taken(300, 0), 1),
        (299, refused(Refusal::NoMoney(Grosz(299))), 3),
        (0, refused(Refusal::NoMoney(Grosz(0))), 3),
    ] {
        let mut bus = Line::new(Face::Keys);
        bus.rewrite(NORMAL, |body| body.purse.balance = balance);
        bus.tap_and_look(NORMAL, view, beeps);
        assert_eq!(bus.balance(NORMAL), if beeps == 1 { 0 } else { balance });
    }
}

/// K-14, K-16, K-17, K-21, DK-16, DK-17, DK-32: what a plain tap takes, on the last day and on the day after it.
#[test]
fn entitlements_and_period_tickets_hold_until_their_last_day() {
    let days_of = |card: usize| {
        let body = Line::new(Face::Keys).body(card).expect("whole");
        let last = body.contracts.iter().flatten().map(|contract| contract.to).max();
        let concession = body.holder.concession.map(|concession| concession.until);
        last.or(concession).expect("a day on which it ends")
    };
    for (card, on_the_day, after) in [
        (REDUCED, taken(150, 250), taken(300, 100)),
        (PERIOD, View::Message(Message::Period { until: days_of(PERIOD) }), taken(300, 1_700)),
        (FREE, View::Message(Message::Free { until: days_of(FREE) }), taken(300, 700)),
    ] {
        let mut bus = Line::new(Face::Keys);
        let ahead = days_of(card).0 - bus.today().0;
        bus.perform(&Input::Days(ahead));
        let mut late = bus.clone();
        bus.tap_and_look(card, on_the_day, 1);
        late.perform(&Input::Days(1));
        late.tap_and_look(card, after, 1);
    }
}

/// K-21: a ticket that begins tomorrow is no ticket today, and of several the one that ends first is used.
#[test]
fn the_period_ticket_that_ends_first_is_used() {
    let mut bus = Line::new(Face::Keys);
    let today = bus.today();
    bus.rewrite(PERIOD, |body| {
        let contract = body.contracts[0].expect("it has one");
        let on = |from: u16, to: u16| {
            let day = |ahead: u16| firmware_core::time::Date(today.0 + ahead);
            Some(firmware_core::card::Contract { from: day(from), to: day(to), ..contract })
        };
        body.contracts = [on(1, 2), on(0, 9), on(0, 5), None];
    });
    let until = firmware_core::time::Date(today.0 + 5);
    bus.tap_and_look(PERIOD, View::Message(Message::Period { until }), 1);
}

/// DK-05, DK-27: a key means the purse whatever else is on the card; for whom it is decides what a plain tap may do.
#[test]
fn a_keyed_ticket_is_the_holders_own_if_it_is_his_fare() {
    // His own fare: the plain tap after it is one too many.
    let mut bus = Line::new(Face::Keys);
    bus.push(Field::Normal);
    bus.tap(NORMAL, 1_000);
    bus.tap_and_look(NORMAL, refused(Refusal::AlreadyCancelled), 3);
    // A friend's: the plain tap after it registers the holder.
    let mut bus = Line::new(Face::Keys);
    bus.push(Field::Reduced);
    bus.tap(NORMAL, 1_000);
    bus.tap_and_look(NORMAL, taken(300, 1_550), 1);
    // With a period ticket it is always a friend's, and it costs.
    let mut bus = Line::new(Face::Keys);
    bus.push(Field::Normal);
    bus.tap(PERIOD, 1_000);
    assert_eq!(bus.balance(PERIOD), 1_700);
    bus.tap(PERIOD, 1_000);
    assert_eq!((bus.last_beeps(), bus.balance(PERIOD)), (1, 1_700));
    // Who is on board already buys for a friend who gets on later; a tap without a key is still his own exit.
    let mut bus = Line::new(Face::Keys);
    bus.tap(NORMAL, 1_000);
    bus.perform(&Input::Stops(2));
    bus.push(Field::Normal);
    bus.tap(NORMAL, 1_000);
    assert_eq!((bus.last_beeps(), bus.balance(NORMAL)), (1, 1_400));
    bus.tap_and_look(NORMAL, View::Message(Message::Exit { refund: Grosz(100), balance: Grosz(1_500) }), 1);
    // DK-18: U on a card whose entitlement has ended takes the reduced fare.
    let mut bus = Line::new(Face::Keys);
    bus.perform(&Input::Days(400));
    bus.push(Field::Reduced);
    bus.tap_and_look(REDUCED, taken(150, 250), 1);
}

/// K-10, DK-10, DK-11, DK-30: blocked by the driver or by an inspector, undone by either, seen by everybody.
#[test]
fn a_blocked_validator_registers_nothing_and_says_so() {
    let mut bus = Line::new(Face::Keys);
    bus.push(Field::Normal);
    bus.perform(&Input::Block(true));
    assert_eq!((bus.view(), bus.last_beeps()), (View::Blocked, 0));
    assert!(bus.device().expect("it has power").lamps().red);
    bus.push(Field::Normal);
    assert_eq!(bus.view(), View::Blocked);
    for card in [NORMAL, PERIOD, FREE, BEARER] {
        bus.tap_and_look(card, refused(Refusal::Blocked), 3);
    }
    // A check is no registration.
    bus.push(Field::Check);
    bus.tap(PERIOD, 1_000);
    assert_eq!(bus.last_beeps(), 2);
    // The inspector's card lifts it, once a presentation, and sets it again.
    bus.tap_and_look(INSPECTOR, View::Message(Message::Blocking(false)), 1);
    assert_eq!(bus.view(), View::Rest);
    bus.tap_and_look(INSPECTOR, View::Message(Message::Blocking(true)), 1);
    assert_eq!(bus.view(), View::Blocked);
    // It survives a power cut.
    bus.perform(&Input::PowerOff);
    bus.perform(&Input::PowerOn);
    assert_eq!(bus.view(), View::Blocked);
    bus.perform(&Input::Block(false));
    // DK-30: a presentation that runs ends first.
    bus.perform(&Input::NextRun);
    bus.perform(&Input::Present(NORMAL, FRONT));
    bus.perform(&Input::Pass(100));
    bus.perform(&Input::Block(true));
    bus.perform(&Input::Pass(300));
    assert_eq!((bus.view(), bus.last_beeps()), (taken(300, 1_700), 1));
    bus.perform(&Input::Take(FRONT));
    assert_eq!(bus.view(), View::Blocked);
}

/// DK-34: without civil time, or on no run, it is out of service and registers nothing.
#[test]
fn a_validator_that_does_not_know_the_time_registers_nothing() {
    let mut bus = Line::new(Face::Keys);
    bus.perform(&Input::PowerOff);
    bus.perform(&Input::PowerOn);
    bus.forget_time();
    assert_eq!(bus.view(), View::OutOfService);
    bus.push(Field::Normal);
    bus.tap_and_look(NORMAL, refused(Refusal::OutOfService), 3);
    bus.tap_and_look(PERIOD, refused(Refusal::OutOfService), 3);
    assert_eq!(bus.view(), View::OutOfService);
    bus.perform(&Input::Days(0));
    bus.tap_and_look(NORMAL, taken(300, 1_700), 1);
    bus.perform(&Input::OffDuty);
    assert_eq!(bus.view(), View::OutOfService);
}

/// DK-25: announced as lost, blocked by its issuer, or out of date.
#[test]
fn a_card_that_was_announced_as_lost_is_refused() {
    let mut bus = Line::new(Face::Keys);
    bus.perform(&Input::Announce(NORMAL));
    bus.tap_and_look(NORMAL, refused(Refusal::Hotlisted), 3);
    let end = bus.body(REDUCED).expect("whole").environment.end;
    bus.perform(&Input::Days(end.0 - bus.today().0));
    let mut late = bus.clone();
    bus.tap_and_look(REDUCED, taken(300, 100), 1);
    late.perform(&Input::Days(1));
    late.tap_and_look(REDUCED, refused(Refusal::NotValid), 3);
    bus.tap_and_look(BLANK, refused(Refusal::NoContract), 3);
}

/// K-22, DK-22: the second S while the window of the first is open; DK-35: not on the touch face.
#[test]
fn s_twice_opens_the_side_pocket() {
    for (gap, view) in [(0, "TopUpWait"), (5_000, "TopUpWait"), (5_001, "ArmedCheck")] {
        let mut bus = Line::new(Face::Keys);
        bus.push(Field::Check);
        bus.perform(&Input::Pass(gap));
        bus.push(Field::Check);
        assert_eq!(bus.view().name(), view, "{gap} ms between");
    }
    let mut bus = Line::new(Face::Touch);
    bus.push(Field::Check);
    bus.push(Field::Check);
    assert_eq!(bus.view().name(), "ArmedCheck");
    // DK-23: it waits for ten seconds; a card at the front, or one from outside in the pocket, is nothing to it.
    bus.push(Field::TopUp);
    bus.tap(NORMAL, 1_000);
    bus.perform(&Input::Present(FOREIGN, POCKET));
    bus.perform(&Input::Pass(9_000));
    assert_eq!((bus.view().name(), bus.balance(NORMAL)), ("TopUpWait", 2_000));
    bus.perform(&Input::Pass(1));
    assert_eq!((bus.view(), bus.last_beeps()), (refused(Refusal::NoCard), 3));
}

/// K-22, DK-24, I-32: both orders at once, once, at three seconds sharp; or nothing, and the order waits.
#[test]
fn an_order_is_put_on_the_card_exactly_once_for_every_tear() {
    for at in (0..=3_060).chain([5_000]) {
        let mut bus = Line::new(Face::Keys);
        bus.perform(&Input::Order(NORMAL, Some(Grosz(2_000))));
        bus.perform(&Input::Order(NORMAL, None));
        bus.push(Field::TopUp);
        bus.perform(&Input::Present(NORMAL, POCKET));
        bus.perform(&Input::Pass(at));
        let (view, beeps) = match at {
            0..50 => ("TopUpWait", 0),
            50..3_050 => ("TopUpRun", 0),
            _ => ("Orders", 1),
        };
        assert_eq!((bus.view().name(), bus.last_beeps()), (view, beeps), "after {at} ms");
        bus.perform(&Input::Take(POCKET));
        let expected = match at {
            0..50 => View::TopUpWait,
            50..2_700 => refused(Refusal::CardTaken),
            2_700..3_050 => View::Message(Message::CheckOperation),
            _ => View::Rest,
        };
        assert_eq!(bus.view(), expected, "taken out after {at} ms");
        let took = at >= 2_900;
        let body = bus.body(NORMAL).expect("whole");
        assert_eq!(body.purse.balance, if took { 4_000 } else { 2_000 }, "taken out after {at} ms");
        assert_eq!(body.contracts.iter().flatten().count(), usize::from(took));
        if took {
            assert_eq!(body.purse.load_class, 1, "the class of the last load");
        }
        bus.check_books().expect("the books agree");
        // Once more, and it is on the card once.
        bus.perform(&Input::Pass(20_000));
        bus.push(Field::TopUp);
        bus.perform(&Input::Present(NORMAL, POCKET));
        bus.perform(&Input::Pass(3_050));
        let name = if took { refused(Refusal::NoOrders).name() } else { "Orders" };
        assert_eq!(bus.view().name(), name, "again after {at} ms");
        assert_eq!(bus.balance(NORMAL), 4_000);
        bus.check_books().expect("the books agree");
    }
}

/// DK-32: more than the purse may hold is refused, what an exit may give back included; the order stays.
#[test]
fn an_order_that_does_not_fit_stays_in_the_shop() {
    for (amount, fits) in [(300, true), (301, false)] {
        let mut bus = Line::new(Face::Keys);
        bus.push(Field::Normal);
        bus.tap(BEARER, 1_000);
        bus.perform(&Input::Order(BEARER, Some(Grosz(amount))));
        bus.push(Field::TopUp);
        bus.perform(&Input::Present(BEARER, POCKET));
        bus.perform(&Input::Pass(3_050));
        assert_eq!(bus.view().name() == "Orders", fits);
        if !fits {
            assert_eq!((bus.view(), bus.last_beeps()), (refused(Refusal::PurseFull), 3));
        }
        assert_eq!(bus.balance(BEARER), 24_400 + if fits { amount } else { 0 });
        assert_eq!(bus.bench.memory().orders.len(), usize::from(!fits));
        bus.check_books().expect("the books agree");
    }
}

/// K-06, DK-06: pages of two seconds each, in turn, for as long as the card is held; nothing is written.
#[test]
fn the_state_of_a_card_is_shown_page_by_page() {
    use firmware_core::validator::{Page, PeriodPage, Validity};
    let mut bus = Line::new(Face::Keys);
    bus.tap(PERIOD, 1_000);
    bus.push(Field::Normal);
    bus.tap(PERIOD, 1_000);
    let bytes = bus.bytes(PERIOD);
    let to = bus.body(PERIOD).expect("whole").contracts[0].expect("it has one").to;
    bus.push(Field::Check);
    bus.perform(&Input::Present(PERIOD, FRONT));
    bus.perform(&Input::Pass(50));
    let period = PeriodPage { profile: FareKind::Normal, validity: Validity::Until(to) };
    let basis = RideBasis::Period;
    let pages = [
        Page::Period(Some(period)),
        Page::Purse(Some(Grosz(1_700))),
        Page::Ride(RidePage::Registered { basis, normal: 1, reduced: 0 }),
    ];
    for turn in 0..7 {
        assert_eq!(bus.view(), View::Page(pages[turn % 3]));
        bus.perform(&Input::Pass(1_999));
        assert_eq!(bus.view(), View::Page(pages[turn % 3]));
        bus.perform(&Input::Pass(1));
    }
    assert_eq!(bus.last_beeps(), 2);
    bus.perform(&Input::Take(FRONT));
    assert_eq!((bus.view(), bus.bytes(PERIOD)), (View::Rest, bytes));
}

/// K-06 to K-09, DK-31: when the sound switches on and off, and that the lamp outlasts it.
#[test]
fn every_beep_has_its_edges_and_the_lamp_outlasts_them() {
    let mut bus = Line::new(Face::Keys);
    bus.tap(BLANK, 60);
    let Some((at, beeps)) = bus.beeps.last().copied() else { panic!("it beeps") };
    let edges: Vec<_> = beeps.edges().map(|(after, on)| (after.0, on)).collect();
    assert_eq!(edges, [(0, true), (120, false), (240, true), (360, false), (480, true), (600, false)]);
    assert_eq!(beeps.length(), Millis(600));
    // The card has left 10 ms after it was refused: the message is gone, the lamp waits for the last beep.
    assert_eq!(bus.view(), View::Rest);
    bus.pass_to(Instant(at.0 + 599));
    assert!(bus.device().expect("it has power").lamps().red);
    bus.pass_to(Instant(at.0 + 600));
    assert!(!bus.device().expect("it has power").lamps().red);
    assert_eq!(firmware_core::device::Beeps { count: 0, ..beeps }.length(), Millis(0));
}

/// DK-39: a card that comes after the first one is ignored, and has to be presented anew.
#[test]
fn the_first_of_two_cards_wins() {
    let mut bus = Line::new(Face::Keys);
    bus.perform(&Input::Present(NORMAL, FRONT));
    bus.perform(&Input::Present(REDUCED, FRONT));
    bus.perform(&Input::Pass(1_000));
    assert_eq!((bus.view(), bus.balance(REDUCED)), (taken(300, 1_700), 400));
    assert_eq!(bus.stop(), Stop(1));
}

/// The power goes at every event and every deadline of an entry, an exit and a top-up, before storing and before
/// performing: no card is torn in two, and the books agree.
#[test]
fn a_power_cut_between_any_two_instructions_loses_nothing() {
    for topping_up in [false, true] {
        for cut_at in 0..=8 {
            for cut in [Cut::BeforeStoring, Cut::BeforePerforming] {
                let mut bus = Line::new(Face::Keys);
                bus.perform(&Input::Order(NORMAL, Some(Grosz(2_000))));
                if topping_up {
                    bus.push(Field::TopUp);
                    bus.perform(&Input::Present(NORMAL, POCKET));
                } else {
                    bus.perform(&Input::Present(NORMAL, FRONT));
                }
                for _ in 0..cut_at {
                    if let Some(at) = bus.bench.wake_at() {
                        bus.pass_to(at);
                    }
                }
                let before = bus.body(NORMAL).expect("whole");
                let Some(at) = bus.bench.wake_at() else { continue };
                // What a reader is about to say is the event that the cut falls into.
                let said = [FRONT, POCKET].into_iter().find_map(|position| {
                    let mut reader = bus.bench.reader(position).clone();
                    let is_of_system = |card: &CardRead| Validator::is_of_system(bus.bench.settings(), card);
                    reader.expire(at, &is_of_system).map(Event::Card)
                });
                bus.cut(at, said, cut);
                let after = bus.body(NORMAL).expect("a power cut tears no card in two");
                assert!(after.counter - before.counter <= 1);
                bus.check_books().expect("the books agree");
                bus.perform(&Input::PowerOn);
                bus.perform(&Input::Pass(500));
                bus.check_books().expect("the books agree");
                let mut operations = bus.bench.memory().operations.iter();
                let is_open = operations.any(|logged| logged.status == OperationStatus::Open);
                assert!(!is_open, "an abandoned operation is closed at power-on");
            }
        }
    }
}

/// The log of a validator: numbered without a gap, bounded, its sums those of what was confirmed.
#[test]
fn the_log_of_operations_is_bounded_and_adds_up() {
    let mut bus = Line::new(Face::Keys);
    bus.rewrite(BEARER, |body| body.purse.balance = 24_700);
    for _ in 0..10 {
        for _ in 0..4 {
            bus.push(Field::Normal);
            bus.tap(BEARER, 1_000);
            bus.perform(&Input::Present(BLANK, FRONT));
            bus.perform(&Input::Take(FRONT));
        }
        bus.perform(&Input::NextRun);
    }
    let memory = bus.bench.memory();
    assert_eq!(memory.operations.len(), firmware_core::validator::OPERATIONS_MAX);
    assert!(memory.operations.windows(2).all(|pair| pair[1].operation.number == pair[0].operation.number + 1));
    let taken: u32 = bus
        .records()
        .filter_map(|record| match record {
            Record::Confirmed(operation) => Some(operation.movement),
            _ => None,
        })
        .map(|movement| if let Movement::Ticket { price, .. } = movement { price.0 } else { 0 })
        .sum();
    assert_eq!(memory.totals.taken, Grosz(taken));
    assert!(memory.next_number > 30 && memory.totals.confirmed == memory.next_number);
}

/// Telling a validator the same press or touch twice is telling it once.
#[test]
fn a_repeated_press_or_touch_is_one() {
    for face in [Face::Keys, Face::Touch] {
        let mut once = Line::new(face);
        let mut twice = once.clone();
        for field in [Field::Check, Field::Normal, Field::Check] {
            once.perform(&Input::Push(field));
            twice.perform(&Input::Push(field));
            twice.perform(&Input::Push(field));
            once.perform(&Input::Let);
            twice.perform(&Input::Let);
            twice.perform(&Input::Let);
        }
        assert_eq!(once.bench, twice.bench);
    }
}

/// The other face's controls are not there.
#[test]
fn a_face_feels_only_its_own_controls() {
    let mut bus = Line::new(Face::Keys);
    let before = bus.device().cloned();
    bus.hand_in(Event::Touch(bus::spot_of(Field::Normal)));
    bus.hand_in(Event::Lift);
    assert_eq!(bus.device().cloned(), before);
    bus.perform(&Input::Configure(0, 1));
    let before = bus.device().cloned();
    bus.hand_in(Event::Press(firmware_core::validator::Key::N));
    bus.hand_in(Event::Release(firmware_core::validator::Key::N));
    // Above the fields, and beyond the display.
    for (x, y) in [(160, 141), (0, 0), (319, 0), (0, 240), (320, 170), (65_535, 65_535)] {
        bus.hand_in(Event::Touch(firmware_core::validator::Spot { x, y }));
        bus.hand_in(Event::Lift);
    }
    assert_eq!(bus.device().cloned(), before);
    bus.hand_in(Event::Bus(Bus::Block(true)));
    assert!(bus.device().is_some_and(|device: &Validator| device.memory().blocked));
}
