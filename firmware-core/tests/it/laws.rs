//! The laws (I-01 to I-19) over random sessions, with tears and power cuts anywhere.
//!
//! `KERBQUAY_SESSIONS` sets how many sessions are tried (10,000 unless it says otherwise). A session that breaks a law
//! is made as short as possible and printed as a feature.

use crate::visible;
use firmware_core::bench::{Bench, Cut};
use firmware_core::card::{CardBytes, CardId, CardImage, CardKind, SLOT_LEN};
use firmware_core::device::{Device, Effects};
use firmware_core::money::{MilliOre, Ore};
use firmware_core::pedestal::{Event, HOLDER, Key, Memory, Office, Outcome, Pedestal, Settings, Socket, Transfer};
use firmware_core::reader::ReaderTimes;
use firmware_core::time::{Date, Instant, Millis};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::quay::act::Act;
use world::quay::marina::Appliance;
use world::quay::wallet::{self, Issue, OUR_MARINA, QuayCardStatus};
use world::script;
use world::session::{Line, Session, Start};
use world::wallet::{Card, Physical, Whereabouts};
use world::world::World as _;

const CARDS: [&str; 4] = ["One", "Two", "Spoilt", "Elsewhere"];

/// One thing that a random session does.
#[derive(Clone, Debug)]
enum Input {
    Act(Act),
    Pass(u32),
    /// Waits until a card is being written, then takes it out after this many bytes.
    TearAt(u32),
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        1 => Just(Key::Back),
        2 => Just(Key::Enter),
        4 => Just(Key::Socket(Socket::One)),
        3 => Just(Key::Socket(Socket::Two)),
        1 => Just(Key::Socket(Socket::Four)),
    ]
}

fn card() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(CARDS[0]), 2 => Just(CARDS[1]), 1 => Just(CARDS[2]), 1 => Just(CARDS[3])]
        .prop_map(str::to_owned)
}

fn socket() -> impl Strategy<Value = Socket> {
    prop_oneof![3 => Just(Socket::One), 2 => Just(Socket::Two), 1 => Just(Socket::Four)]
}

/// Lengths of time around every boundary of the rules.
fn length() -> impl Strategy<Value = u32> {
    prop_oneof![
        0..400_u32,
        prop_oneof![Just(2_999_u32), Just(3_000), Just(4_600), Just(4_999), Just(5_000), Just(5_001)],
        4_500..5_100_u32,
        prop_oneof![Just(59_999_u32), Just(60_000), Just(60_001), Just(61_000)],
        0..4_000_000_u32,
    ]
}

fn input() -> impl Strategy<Value = Vec<Input>> {
    let one = |act: Act| vec![Input::Act(act)];
    let pressed = |key: Key| vec![Input::Act(Act::Press(key)), Input::Act(Act::Release(key))];
    prop_oneof![
        6 => card().prop_map(move |card| one(Act::Present(card))),
        2 => (card(), card()).prop_map(|(first, second)| {
            vec![Input::Act(Act::Take), Input::Act(Act::PresentBoth(first, second))]
        }),
        4 => Just(one(Act::Take)),
        10 => key().prop_map(pressed),
        2 => key().prop_map(move |key| one(Act::Press(key))),
        2 => key().prop_map(move |key| one(Act::Release(key))),
        10 => length().prop_map(|ms| vec![Input::Pass(ms)]),
        3 => (0..=336_u32).prop_map(|bytes| vec![Input::TearAt(bytes)]),
        // A whole load, and a whole return, up to the update: without them few sessions get that far.
        5 => (card(), socket(), 1..4_usize).prop_map(|(card, socket, presses)| load(&card, socket, presses)),
        4 => (card(), socket()).prop_map(|(card, socket)| give_back(&card, socket)),
        1 => Just(one(Act::PowerOff)),
        2 => Just(one(Act::PowerOn)),
        2 => socket().prop_map(move |socket| one(Act::Plug(socket))),
        1 => socket().prop_map(move |socket| one(Act::Switch(socket, Appliance::Kettle, true))),
        1 => (1..=2_u8).prop_map(move |number| one(Act::Walk(number))),
        1 => card().prop_map(move |card| one(Act::Load(card, Ore(5_025)))),
        1 => card().prop_map(move |card| one(Act::ReadOut(card))),
        2 => card().prop_map(move |card| one(Act::Reset(card))),
        1 => card().prop_map(move |card| one(Act::PayOut(card))),
        1 => card().prop_map(move |card| one(Act::Destroy(card))),
        1 => card().prop_map(move |card| one(Act::WriteOff(card))),
        1 => socket().prop_map(move |socket| one(Act::ReleaseSocket(socket))),
        // Another price, the forfeit policy, one socket a card.
        1 => prop_oneof![Just((10_u8, 333_u32)), Just((8, 1)), Just((11, 1)), Just((12, 3)), Just((6, 0))]
            .prop_map(move |(index, value)| one(Act::Configure(index, value))),
    ]
}

fn load(card: &str, socket: Socket, presses: usize) -> Vec<Input> {
    let key = Key::Socket(socket);
    let mut inputs = vec![Input::Act(Act::Take), Input::Act(Act::Present(card.to_owned()))];
    for _ in 0..=presses {
        inputs.extend([Input::Act(Act::Press(key)), Input::Act(Act::Release(key))]);
    }
    inputs.push(Input::Pass(3_000));
    inputs
}

fn give_back(card: &str, socket: Socket) -> Vec<Input> {
    let key = Key::Socket(socket);
    let mut inputs = vec![Input::Act(Act::Take), Input::Act(Act::Present(card.to_owned()))];
    inputs.extend([Input::Act(Act::Press(key)), Input::Act(Act::Release(key)), Input::Act(Act::Press(key))]);
    inputs.extend([Input::Pass(5_000), Input::Act(Act::Release(key)), Input::Pass(3_000)]);
    inputs
}

#[test]
fn the_laws_hold_in_every_session() {
    let sessions = std::env::var("KERBQUAY_SESSIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(10_000);
    let mut runner = TestRunner::new(Config { cases: sessions, failure_persistence: None, ..Config::default() });
    let inputs = prop::collection::vec(input(), 1..16);
    let outcome = runner.run(&inputs, |inputs| {
        let mut session = begin();
        let mut watch = Lawbook::new(session.world());
        for input in inputs.into_iter().flatten() {
            let before = session.clone();
            perform(&mut session, &input);
            watch.check(&before, &session, &input).map_err(|broken| {
                let feature = script::feature(&session, "a session that breaks a law").unwrap_or_else(|why| why);
                TestCaseError::fail(format!("{broken}\nat {input:?} in\n\n{feature}"))
            })?;
        }
        let again = session.replayed().map_err(TestCaseError::fail)?;
        prop_assert_eq!(again.world(), session.world(), "replaying the journal gives an identical world");
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

fn begin() -> Session<Quay> {
    let mut session = Session::new(Start::Bare).expect("a bare quay can always be had");
    for (kind, name, amount) in [
        (Issue::User, CARDS[0], Ore(10_075)),
        (Issue::User, CARDS[1], Ore(2_500)),
        (Issue::Spoilt, CARDS[2], Ore(6_000)),
        (Issue::OtherMarina, CARDS[3], Ore(8_000)),
    ] {
        session.act(Act::Create(kind, name.to_owned(), amount)).expect("four different names");
    }
    session
}

fn perform(session: &mut Session<Quay>, input: &Input) {
    match input {
        // A refusal is an answer; it must not change anything, which the laws look after.
        Input::Act(act) => drop(session.act(act.clone())),
        Input::Pass(ms) => session.pass(Millis(*ms)),
        Input::TearAt(bytes) => {
            for _ in 0..200 {
                if session.world().bench().holder().is_writing() {
                    session.pass(Millis(*bytes));
                    drop(session.act(Act::Take));
                    return;
                }
                let Some(at) = session.world().wake_at() else { return };
                session.pass_to(at);
            }
        }
    }
}

/// What has to be remembered from one check to the next.
struct Lawbook {
    counters: Vec<(String, u32)>,
    /// When the card that a journal waits for was last pulled out, or the power last came back.
    left: [Instant; 2],
}

impl Lawbook {
    fn new(world: &Quay) -> Self {
        Self { counters: counters(world), left: [world.now(); 2] }
    }

    fn check(&mut self, before: &Session<Quay>, after: &Session<Quay>, input: &Input) -> Result<(), String> {
        let world = after.world();
        // I-01, I-02, I-03.
        world.check()?;
        self.check_cards(before.world(), world)?;
        check_pedestals(world)?;
        self.check_journals(before.world(), world, input)?;
        check_postings(before, after)?;
        check_refusals(before, after)?;
        check_invalid_cards(before.world(), world, input)?;
        visible::check_changes(world.bench().device(), world.now())?;
        check_way_home(after)?;
        check_lateness(before, after, input)
    }

    /// I-05, I-06: whole images only, and a counter that goes up when value moves.
    fn check_cards(&mut self, before: &Quay, world: &Quay) -> Result<(), String> {
        for card in world.cards().filter(|card| card.physical == Physical::Intact) {
            world.read(card).map_err(|damage| format!("I-05: {} is torn in two: {damage}", card.name))?;
        }
        // DK-39: of two cards of the marina in one holder none changes.
        for (card, beside) in pairs_in_holders(before) {
            let was = before.bytes(card);
            let counts = |card: &Card| card.is_ours && card.physical == Physical::Intact;
            if counts(card) && counts(beside) && world.card(card.id).is_some_and(|now| world.bytes(now) != was) {
                return Err(format!("DK-39: {} changed beside {}", card.name, beside.name));
            }
        }
        let counters = counters(world);
        for (name, counter) in &self.counters {
            let now = counters.iter().find(|(other, _)| other == name).map(|(_, counter)| counter);
            if now.is_some_and(|now| now < counter) {
                return Err(format!("I-06: the counter of {name} went back from {counter}"));
            }
            let balance = |world: &Quay| {
                let card = world.cards().find(|card| card.name == *name)?;
                world.read(card).ok().map(|image| image.body.purse.balance)
            };
            let moved = balance(before).is_some() && balance(world).is_some() && balance(before) != balance(world);
            if moved && now == Some(counter) {
                return Err(format!("I-06: the balance of {name} changed, its counter did not"));
            }
        }
        self.counters = counters;
        Ok(())
    }

    /// I-16: a journal is gone a minute after the last removal, or the last time the power came back.
    fn check_journals(&mut self, before: &Quay, world: &Quay, input: &Input) -> Result<(), String> {
        let here = usize::from(world.here()) - 1;
        match input {
            Input::Act(Act::PowerOn) => self.left = [world.now(); 2],
            Input::Act(Act::Take) | Input::TearAt(_) => {
                let was_updating = before.bench().device().is_some_and(Pedestal::is_updating);
                if was_updating || matches!(input, Input::TearAt(_)) {
                    self.left[here] = world.now();
                }
            }
            _ => {}
        }
        for (bench, left) in world.benches().iter().zip(self.left) {
            let recovering = bench.device().is_some_and(Pedestal::is_recovering);
            if recovering && world.now().since(left) > Millis(60_000) {
                return Err("I-16: a journal outlived its minute".to_owned());
            }
            if recovering && bench.memory().journal.is_none() {
                return Err("I-16: the minute runs without a journal".to_owned());
            }
        }
        Ok(())
    }
}

/// Each card that is in a holder together with another one, and that one.
fn pairs_in_holders(world: &Quay) -> impl Iterator<Item = (&Card, &Card)> {
    let all = world.cards().flat_map(|card| world.cards().map(move |beside| (card, beside)));
    all.filter(|(card, beside)| card.id != beside.id && card.at == beside.at && card.at != Whereabouts::Wallet)
}

/// I-10, I-11.
fn check_pedestals(world: &Quay) -> Result<(), String> {
    for bench in world.benches() {
        let Some(device) = bench.device() else { continue };
        let memory = bench.memory();
        for socket in Socket::ALL {
            let kept = memory.socket(socket);
            let returns = |transfer: Transfer| matches!(transfer, Transfer::Return(_));
            let is_returning = kept.record.is_some_and(|record| returns(record.transfer))
                || memory.journal.is_some_and(|journal| journal.socket == socket && returns(journal.transfer));
            let has_credit = device.credit(socket) > MilliOre::ZERO;
            if device.lamps()[socket.index()] != (has_credit && !is_returning) {
                return Err(format!("I-10: socket {} is on without reason, or off", socket.number()));
            }
            if kept.owner.is_some() != (has_credit || kept.record.is_some()) {
                return Err(format!("I-11: socket {} has an owner without credit, or none", socket.number()));
            }
        }
    }
    Ok(())
}

fn counters(world: &Quay) -> Vec<(String, u32)> {
    world
        .cards()
        .filter_map(|card| world.read(card).ok().map(|image| (card.name.clone(), image.body.counter)))
        .collect()
}

/// I-04, I-12, I-13, I-17, I-18.
fn check_postings(before: &Session<Quay>, after: &Session<Quay>) -> Result<(), String> {
    let known = before.world().ledger().postings();
    let postings = after.world().ledger().postings();
    // Merged metering changes its posting; everything else only adds to the list.
    let fresh = postings.iter().filter(|posting| !known.contains(posting));
    let mut updated = before.world().benches().iter().any(|bench| {
        bench.device().is_some_and(|device| device.is_updating() || device.is_recovering())
            || bench.memory().journal.is_some()
    });
    updated |=
        after.journal().iter().skip(before.journal().len().saturating_sub(1)).any(
            |line| matches!(line, Line::Happened { entry, .. } if matches!(entry.screen, "Updating" | "RemoveCard")),
        );
    for posting in fresh {
        let amount = posting.amount;
        match posting.cause {
            Cause::Load | Cause::Return | Cause::Tear | Cause::Resume | Cause::Suspense if !updated => {
                let spoilt = posting.cause == Cause::Tear && posting.txn.is_none();
                if !spoilt {
                    return Err(format!("I-13: {posting:?} outside an update"));
                }
            }
            Cause::Load if amount % 1_000_000 != 0 => return Err(format!("I-12: {posting:?} is no multiple of 10 kr")),
            Cause::Sale if posting.from != Account::Sold => return Err(format!("I-04: {posting:?}")),
            cause => {
                let ends = matches!(posting.to, Account::Lost | Account::CashOut | Account::Consumed);
                let may_end = matches!(
                    cause,
                    Cause::Metering | Cause::CardGone | Cause::WriteOff | Cause::PayOut | Cause::Forfeit
                );
                if ends && !may_end {
                    return Err(format!("I-04: {posting:?} ends value"));
                }
                if posting.from == Account::Sold && cause != Cause::Sale {
                    return Err(format!("I-04: {posting:?} makes value"));
                }
            }
        }
        if let (Cause::Return, Account::Socket(number, socket)) = (posting.cause, posting.from) {
            let left = after.world().ledger().balance(Account::Socket(number, socket));
            let reloaded =
                postings.iter().rev().take_while(|other| *other != posting).any(|other| other.to == posting.from);
            if left != 0 && !reloaded {
                return Err(format!("I-12: a return left {left} milli-øre on the socket"));
            }
        }
    }
    Ok(())
}

/// A refused act changes nothing at all.
fn check_refusals(before: &Session<Quay>, after: &Session<Quay>) -> Result<(), String> {
    let acts =
        |session: &Session<Quay>| session.journal().iter().filter(|line| matches!(line, Line::Acted { .. })).count();
    let acted = acts(after) - acts(before);
    let refused = matches!(after.answer(), Some(Err(_)));
    if acted == 1 && refused && before.world().now() == after.world().now() && before.world() != after.world() {
        return Err(format!("a refused act changed the world: {:?}", after.answer()));
    }
    Ok(())
}

/// I-14, I-15.
fn check_invalid_cards(before: &Quay, world: &Quay, input: &Input) -> Result<(), String> {
    let screen = |world: &Quay| world.bench().device().map(|device| device.screen(world.now()).view.name());
    match input {
        Input::Act(Act::Present(name)) => {
            let Some(card) = world.cards().find(|card| card.name == *name) else { return Ok(()) };
            let arrived = matches!(card.at, Whereabouts::At(..));
            let waits = before.bench().memory().journal.is_some();
            if arrived && !waits && world.card_status(card) != QuayCardStatus::Valid {
                if before.bench().memory() != world.bench().memory() {
                    return Err(format!("I-14: {name} is not valid here and changed the pedestal"));
                }
                if before.bytes(card).as_array() != world.bytes(card).as_array() {
                    return Err(format!("I-14: {name} is not valid here and was written"));
                }
            }
            Ok(())
        }
        Input::Act(Act::Take) if before.card_here(HOLDER).is_some() && world.has_power() => {
            let recovering = world.bench().device().is_some_and(Pedestal::is_recovering);
            match screen(world) {
                Some("Welcome") => Ok(()),
                _ if recovering => Ok(()),
                other => Err(format!("I-15: the card is out and the display shows {other:?}")),
            }
        }
        _ => Ok(()),
    }
}

/// I-19: from anywhere, letting go of everything, removing the card and waiting ends in Welcome.
fn check_way_home(session: &Session<Quay>) -> Result<(), String> {
    let mut world = session.world().clone();
    let mut trace = Vec::new();
    if !world.has_power() {
        drop(world.act(&Act::PowerOn, &mut trace));
    }
    for key in Key::ALL {
        drop(world.act(&Act::Release(key), &mut trace));
    }
    drop(world.act(&Act::Take, &mut trace));
    let later = Instant(world.now().0 + 67_000);
    world.pass_to(later, &mut trace);
    let screen = world.bench().device().map(|device| device.screen(later).view.name());
    if screen != Some("Welcome") {
        return Err(format!("I-19: a minute and seven seconds later the display shows {screen:?}"));
    }
    world.check()
}

/// I-20 of time: waking in pieces, late, or twice changes nothing.
fn check_lateness(before: &Session<Quay>, after: &Session<Quay>, input: &Input) -> Result<(), String> {
    let Input::Pass(ms) = input else { return Ok(()) };
    let mut pieces = before.world().clone();
    let mut trace = Vec::new();
    for part in 1..=7_u64 {
        let at = Instant(pieces.now().0.max(before.world().now().0 + u64::from(*ms) * part / 7));
        pieces.pass_to(at, &mut trace);
        pieces.pass_to(at, &mut trace);
    }
    if &pieces != after.world() {
        return Err(format!("{ms} ms in seven pieces gave another world than at once"));
    }
    Ok(())
}

/// A device without its world, for what only a shell can do: losing power between two instructions.
#[derive(Clone)]
struct Pillar {
    bench: Bench<Pedestal>,
    now: Instant,
}

const ALL_OF_IT: Ore = Ore(10_000);
const LOADED: Ore = Ore(3_000);
const CARD: CardId = CardId(7);

impl Pillar {
    fn new() -> Self {
        let times = ReaderTimes { detect: Millis(0), write: Millis(336), confirm: Millis(64) };
        let bench = Bench::power_on(Instant(0), Memory::default(), Settings::new(OUR_MARINA, 1), times);
        Self { bench, now: Instant(0) }
    }

    fn fresh_card() -> CardBytes {
        wallet::issue(Issue::User, CARD, ALL_OF_IT, Date(9_000))
    }

    fn present(&mut self, card: CardBytes) {
        self.bench
            .present(self.now, HOLDER, [card].into_iter().collect(), &mut |_, _, _| ())
            .expect("the holder is empty");
    }

    fn hand_in(&mut self, event: Event) {
        self.bench.handle(self.now, event, &mut |_, _, _| ());
    }

    fn press(&mut self, key: Key) {
        self.hand_in(Event::Press(key));
        self.hand_in(Event::Release(key));
    }

    fn pass(&mut self, ms: u32) {
        self.now = self.now + Millis(ms);
        self.bench.wake(self.now, &mut |_, _, _| ());
    }

    fn take(&mut self) -> CardBytes {
        self.bench.take(self.now, HOLDER, &mut |_, _, _| ()).pop().expect("a card is in")
    }

    fn screen(&self) -> &'static str {
        self.bench.device().expect("it has power").screen(self.now).view.name()
    }

    fn credit(&self) -> MilliOre {
        self.bench.device().expect("it has power").credit(Socket::Two)
    }

    /// Chooses socket 2 and stages a load of 30 kr, or a return of what is there; ends at the first instant of the
    /// update.
    fn begin(&mut self, card: CardBytes, is_return: bool) {
        let two = Key::Socket(Socket::Two);
        self.present(card);
        self.press(two);
        if is_return {
            self.hand_in(Event::Press(two));
            self.pass(5_000);
            self.hand_in(Event::Release(two));
        } else {
            (0..3).for_each(|_| self.press(two));
        }
        self.pass(3_000);
        assert_eq!(self.screen(), "Updating");
    }

    /// A pillar with 30 kr on socket 2, and the card that loaded it.
    fn loaded() -> (Self, CardBytes) {
        let mut pillar = Self::new();
        pillar.begin(Self::fresh_card(), false);
        pillar.pass(5_000);
        assert_eq!(pillar.screen(), "RemoveCard");
        let card = pillar.take();
        (pillar, card)
    }

    /// What card, socket and an open record hold together: never more or less than was sold.
    fn total(&self, card: &CardBytes) -> MilliOre {
        let body = card.read().expect("a torn card is whole").body;
        let memory = self.bench.memory().socket(Socket::Two);
        let in_suspense = memory.record.map_or(MilliOre::ZERO, |record| {
            let took = body.update.is_none() && body.counter > record.counter_before;
            match record.transfer {
                Transfer::Load(amount) if took => amount.into(),
                Transfer::Return(amount) if !took => amount,
                Transfer::Load(_) | Transfer::Return(_) => MilliOre::ZERO,
            }
        });
        MilliOre::from(Ore(body.purse.balance)).plus(memory.credit).plus(in_suspense)
    }
}

fn balance(card: &CardBytes) -> Ore {
    Ore(card.read().expect("a torn card is whole").body.purse.balance)
}

/// The tear table of the requirements, at every byte of both writes of a load and of a return.
#[test]
fn a_card_pulled_out_at_any_byte_keeps_to_the_tear_table() {
    let (stocked, carded) = Pillar::loaded();
    for is_return in [false, true] {
        let (pillar, card) =
            if is_return { (stocked.clone(), carded.clone()) } else { (Pillar::new(), Pillar::fresh_card()) };
        let (card_before, socket_before) = (balance(&card), pillar.credit());
        let moved = if is_return { socket_before } else { LOADED.into() };
        let (card_after, socket_after) = if is_return {
            (card_before.checked_add(moved.split().0).expect("small"), MilliOre::ZERO)
        } else {
            (card_before.checked_sub(LOADED).expect("enough"), socket_before.plus(moved))
        };
        // One byte a millisecond: the mark from 0 ms, the last write from 4,600 ms.
        let slot = u32::try_from(SLOT_LEN).expect("small");
        for at in (0..=slot + 64).chain(4_599..5_000) {
            let mut torn = pillar.clone();
            torn.begin(card.clone(), is_return);
            torn.pass(at);
            let pulled = torn.take();
            let marked = at >= slot;
            let took = at >= 4_600 + slot;
            assert_eq!(torn.screen(), "Interrupted", "pulled out after {at} ms");
            assert_eq!(balance(&pulled), if took { card_after } else { card_before }, "pulled out after {at} ms");
            assert_eq!(pulled.read().expect("whole").body.update.is_some(), marked && !took);
            assert_eq!(torn.total(&pulled), ALL_OF_IT.into());

            // Back in time: as if nothing had happened.
            let mut back = torn.clone();
            back.pass(60_000);
            back.present(pulled.clone());
            assert_eq!(back.screen(), if took { "RemoveCard" } else { "Updating" }, "back after {at} ms");
            back.pass(5_000);
            assert_eq!(back.screen(), "RemoveCard");
            let done = back.take();
            assert_eq!((balance(&done), back.credit()), (card_after, socket_after), "completed after {at} ms");
            assert_eq!(done.read().expect("whole").body.counter, card.read().expect("whole").body.counter + 1);

            // Never, or too late.
            let mut late = torn.clone();
            late.pass(60_001);
            assert_eq!(late.screen(), "Welcome");
            assert_eq!(late.total(&pulled), ALL_OF_IT.into());
            let in_doubt = at >= 4_600;
            let expected = if in_doubt && is_return { MilliOre::ZERO } else { socket_before };
            assert_eq!(late.credit(), expected, "too late after {at} ms");
            late.present(pulled.clone());
            let shown = if marked && !took { "InvalidCard" } else { "ServiceSelect" };
            assert_eq!(late.screen(), shown, "too late after {at} ms");
            assert_eq!(late.credit(), if took { socket_after } else { expected });

            // The desk, which knows that the card did not take it.
            if in_doubt && !took {
                late.take();
                late.hand_in(Event::Office(Office::CloseRecord(Socket::Two, Outcome::NotDone)));
                assert_eq!(late.credit(), socket_before, "put right by the desk");
            }
        }
    }
}

/// The power goes at every deadline and at every event of a load and of a return, before storing and before
/// performing, and comes back: nothing is lost, and the card can finish.
#[test]
fn a_power_cut_between_any_two_instructions_loses_nothing() {
    let two = Key::Socket(Socket::Two);
    let (stocked, carded) = Pillar::loaded();
    for is_return in [false, true] {
        let (start, card) =
            if is_return { (stocked.clone(), carded.clone()) } else { (Pillar::new(), Pillar::fresh_card()) };
        let mut script: Vec<(u32, Option<Event>)> = vec![(0, Some(Event::Press(two))), (0, Some(Event::Release(two)))];
        if is_return {
            script.extend([(0, Some(Event::Press(two))), (5_000, None), (0, Some(Event::Release(two)))]);
        } else {
            script.extend((0..3).flat_map(|_| [(0, Some(Event::Press(two))), (0, Some(Event::Release(two)))]));
        }
        // The pause, the mark's confirmation, the last write's beginning, its confirmation.
        script.extend([(3_000, None), (400, None), (4_200, None), (400, None)]);
        for cut_at in 0..script.len() {
            for cut in [Cut::BeforeStoring, Cut::BeforePerforming] {
                let mut pillar = start.clone();
                pillar.present(card.clone());
                for (after, event) in &script[..cut_at] {
                    pillar.pass(*after);
                    if let Some(event) = event {
                        pillar.hand_in(event.clone());
                    }
                }
                let (after, event) = &script[cut_at];
                pillar.now = pillar.now + Millis(*after);
                pillar.bench.lose_power_in(pillar.now, event.clone(), cut, &mut |_, _, _| ());
                let lying = pillar.bench.holder().bytes(pillar.now).expect("the card lies there");
                assert_eq!(pillar.total(&lying), ALL_OF_IT.into(), "cut at step {cut_at}, {cut:?}");

                pillar.now = pillar.now + Millis(86_400_000);
                let now = pillar.now;
                pillar.bench.regain_power(now, &mut |_, _, _| ());
                pillar.pass(5_000);
                let done = pillar.take();
                assert_eq!(pillar.total(&done), ALL_OF_IT.into(), "cut at step {cut_at}, {cut:?}");
                assert_eq!(done.read().expect("whole").body.update, None, "cut at step {cut_at}, {cut:?}");
                pillar.pass(70_000);
                assert_eq!(pillar.screen(), "Welcome");
                assert_eq!(pillar.bench.memory().journal, None);
                assert_eq!(pillar.bench.memory().socket(Socket::Two).record, None);
            }
        }
    }
}

/// DP-32: the second restart ends the minute; a card that comes too late is invalid until the desk resets it.
#[test]
fn the_second_restart_ends_the_minute() {
    let mut pillar = Pillar::new();
    pillar.begin(Pillar::fresh_card(), false);
    pillar.pass(1_000);
    for screen in ["Interrupted", "Welcome"] {
        let now = pillar.now;
        pillar.bench.lose_power(now, &mut |_, _, _| ());
        let card = pillar.bench.take(now, HOLDER, &mut |_, _, _| ()).pop();
        pillar.bench.regain_power(now, &mut |_, _, _| ());
        assert_eq!(pillar.screen(), screen);
        if screen == "Welcome" {
            assert_eq!(card, None);
        }
    }
}

/// P-09: a user card of this marina, with a purse, and nothing else.
#[test]
fn only_a_user_card_with_a_purse_is_served() {
    let served = |kind: CardKind, has_purse: bool| {
        let issued = wallet::issue(Issue::User, CardId(1), Ore(10_000), Date(9_000)).read().expect("as it was issued");
        let mut body = issued.body;
        body.environment.kind = kind;
        body.purse.present = has_purse;
        let card = CardBytes::issue(&CardImage { sequence: 1, body });
        let settings = Settings::new(OUR_MARINA, 1);
        let times = ReaderTimes { detect: Millis(0), write: Millis(336), confirm: Millis(64) };
        let mut bench = Bench::<Pedestal>::power_on(Instant(0), Memory::default(), settings, times);
        bench
            .present(Instant(5), HOLDER, [card].into_iter().collect(), &mut |_, _, _| ())
            .expect("the holder is empty");
        bench.device().expect("it has power").screen(Instant(5)).view.name()
    };
    assert_eq!(served(CardKind::User, true), "ServiceSelect");
    assert_eq!(served(CardKind::User, false), "InvalidCard");
    for kind in [CardKind::Passenger, CardKind::Controller, CardKind::Service] {
        assert_eq!(served(kind, true), "InvalidCard", "{kind:?}");
    }
}

/// DP-11: a hold of a button of a socket with nothing on it moves nothing, and is over when the button is let go.
#[test]
fn after_a_hold_that_had_nothing_to_return_a_press_counts_again() {
    let two = Key::Socket(Socket::Two);
    let mut pillar = Pillar::new();
    pillar.present(Pillar::fresh_card());
    pillar.press(two);
    pillar.hand_in(Event::Press(two));
    pillar.pass(5_000);
    pillar.hand_in(Event::Release(two));
    pillar.press(two);
    pillar.pass(3_000);
    assert_eq!(pillar.screen(), "Updating");
    pillar.pass(5_000);
    assert_eq!(pillar.credit(), Ore::from_kr(10).into());
}

/// What is looked at again is looked at later, also when the bar of a hold begins.
#[test]
fn the_next_look_at_a_hold_lies_ahead() {
    let two = Key::Socket(Socket::Two);
    let (mut pillar, card) = Pillar::loaded();
    pillar.present(card);
    pillar.press(two);
    pillar.hand_in(Event::Press(two));
    for ms in [0, 999, 1, 1, 3_998] {
        pillar.pass(ms);
        let next = pillar.bench.device().expect("it has power").next_visible_change(pillar.now);
        assert!(next.is_none_or(|next| next > pillar.now), "{next:?} at {:?}", pillar.now);
    }
}

/// DP-31, DP-35: what belongs to an open journal is left alone by the office; another socket's is not.
#[test]
fn the_office_leaves_an_open_update_alone() {
    let office = |pillar: &mut Pillar, office: Office| pillar.hand_in(Event::Office(office));
    let (mut pillar, card) = Pillar::loaded();
    pillar.present(card);
    pillar.press(Key::Socket(Socket::Three));
    pillar.press(Key::Socket(Socket::Three));
    pillar.pass(3_000);
    pillar.pass(4_700);
    let device = pillar.bench.device().expect("it has power");
    assert!(device.is_finishing(), "the last write is under way");
    let before = pillar.bench.memory().clone();
    let record = before.socket(Socket::Three).record;
    assert!(record.is_some(), "its outcome is not known yet");
    office(&mut pillar, Office::CloseRecord(Socket::Three, Outcome::WrittenOff));
    office(&mut pillar, Office::Release(Socket::Three));
    assert_eq!(*pillar.bench.memory(), before);
    office(&mut pillar, Office::Release(Socket::Two));
    assert_eq!(pillar.credit(), MilliOre::ZERO);
}

/// I-07: telling a pedestal the same press or release twice is telling it once.
#[test]
fn a_repeated_press_or_release_is_one() {
    let two = Key::Socket(Socket::Two);
    let mut once = Pillar::new();
    once.present(Pillar::fresh_card());
    let mut twice = once.clone();
    for _ in 0..3 {
        for event in [Event::Press(two), Event::Release(two)] {
            once.hand_in(event.clone());
            twice.hand_in(event.clone());
            twice.hand_in(event);
        }
    }
    assert_eq!(once.bench, twice.bench);
}

/// I-18, DP-21: every watt-hour costs exactly its price, and only the last may be part-paid.
#[test]
fn consumption_is_paid_to_the_last_thousandth() {
    for price in [1_u32, 200, 333, 999, 100_000] {
        let settings = Settings::new(OUR_MARINA, 1).with(10, price).expect("a price");
        let memory = {
            let (pillar, _) = Pillar::loaded();
            pillar.bench.memory().clone()
        };
        let mut device = Pedestal::power_on(Instant(0), memory, settings, &mut Effects::new());
        let credit = device.credit(Socket::Two);
        let mut delivered = 0_u64;
        while device.is_on(Socket::Two) {
            device.answer(Instant(0), Event::Metered(Socket::Two), &mut Effects::new());
            delivered += 1;
            let paid = credit.less(device.credit(Socket::Two));
            assert_eq!(paid, MilliOre((delivered * u64::from(price)).min(credit.0)));
        }
        assert_eq!(delivered, credit.0.div_ceil(u64::from(price)));
        assert_eq!(device.memory().socket(Socket::Two).owner, None);
    }
}
