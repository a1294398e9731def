//! The acceptance language: every step parses from what it prints, what is no step names the nearest, and a session
//! told as a feature plays green.

use crate::told;
use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::{Date, DateTime, Millis};
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::marina::Appliance;
use world::quay::step::{PATTERNS, Step};
use world::quay::wallet::{Issue, Standing};
use world::quay::word::{Accounts, Assignment, SCREENS, ScreenName};
use world::session::{Session, Start};
use world::story;
use world::word::{Applied, MilliKr, OnOff, Quoted};
use world::world::World as _;

fn samples() -> Vec<Step> {
    let card = || Quoted("My card".to_owned());
    let words = || Quoted("Do not remove card!".to_owned());
    let civil = Date::from_civil(2028, 2, 29).and_then(|day| DateTime::new(day, 23, 59, 58)).expect("a leap day");
    let socket = Socket::Three;
    let amount = Ore(3_005);
    let mut samples = vec![
        Step::Opening {},
        Step::Bare {},
        Step::Kept {},
        Step::HasCard { card: card(), amount },
        Step::HasLoaded { card: card(), amount, socket },
        Step::Clock { civil },
        Step::Present { card: card() },
        Step::Take {},
        Step::PressTimes { key: Key::Socket(socket), count: 4 },
        Step::Wait { duration: Millis(5_001) },
        Step::Wait { duration: Millis(60_000) },
        Step::Walk { number: 2 },
        Step::PowerOff {},
        Step::PowerOn {},
        Step::Plug { socket },
        Step::Unplug { socket },
        Step::Rename { from: card(), to: Quoted("Båten".to_owned()) },
        Step::Discard { card: card() },
        Step::Destroy { card: card() },
        Step::Lose { card: card() },
        Step::DeskLoad { amount, card: card() },
        Step::DeskPayOut { card: card() },
        Step::DeskRead { card: card() },
        Step::DeskReset { card: card() },
        Step::DeskWriteOff { card: card() },
        Step::DeskRelease { socket },
        Step::Shows { words: words() },
        Step::ShowsNot { words: words() },
        Step::Bar { filled: 25, steps: 50 },
        Step::SocketHolds { socket, amount: MilliKr(2_999_800) },
        Step::SocketHolds { socket, amount: MilliKr(-1) },
        Step::CardHolds { card: card(), amount },
        Step::NoCard { card: card() },
        Step::Draws { socket, watts: 2_260 },
        Step::Balanced {},
        Step::Refused { words: words() },
        Step::Accepted {},
        Step::ReadOut { words: words() },
    ];
    samples.extend(Issue::ALL.map(|kind| Step::HasCardOf { kind, card: card(), amount }));
    samples.extend(Key::ALL.into_iter().flat_map(|key| [Step::Press { key }, Step::Hold { key }, Step::LetGo { key }]));
    samples.extend(Standing::ALL.map(|standing| Step::CardIs { card: card(), standing }));
    samples.extend(SCREENS.map(|screen| Step::OnScreen { screen: ScreenName(screen) }));
    for on in [OnOff(true), OnOff(false)] {
        samples.push(Step::SocketIs { socket, on });
        samples.extend(Appliance::ALL.map(|appliance| Step::Switch { appliance, socket, on }));
    }
    for applied in [Applied(true), Applied(false)] {
        samples.extend([Rule::P(19), Rule::Dp(5)].map(|rule| Step::RuleApplied { rule, applied }));
    }
    for (place, setting) in (0..).zip(Quay::all_settings()) {
        samples.extend([setting.min, setting.default, setting.max].map(|value| {
            let assignment = Assignment { place, value };
            Step::Setting { assignment }
        }));
    }
    let accounts = [
        Accounts::Sold,
        Accounts::Cards,
        Accounts::Frozen,
        Accounts::Sockets,
        Accounts::Suspense,
        Accounts::Consumed,
        Accounts::Rounding,
        Accounts::Lost,
        Accounts::CashOut,
    ];
    samples.extend(accounts.map(|accounts| Step::Booked { accounts, amount: MilliKr(10_000_001) }));
    samples
}

#[test]
fn every_step_parses_from_what_it_prints() {
    let samples = samples();
    told::parse_again::<Quay>(&samples);
    for pattern in PATTERNS {
        let stem = pattern.split('{').next().expect("a beginning");
        let end = pattern.rsplit('}').next().expect("an end");
        let covered = samples.iter().map(ToString::to_string).any(|text| text.starts_with(stem) && text.ends_with(end));
        assert!(covered, "no sample for \u{201c}{pattern}\u{201d}");
    }
}

#[test]
fn an_unknown_step_names_the_nearest_known_one() {
    told::name_the_nearest::<Quay>(&[
        ("I put the card \"A\" into the holder", "I put card {card} in the holder"),
        ("I take out the card", "I take the card out"),
        ("the screen shows Welcome", "the screen is {screen}"),
        ("socket 2 is onn", "socket {socket} is {on}"),
        ("5 s go by", "{duration} pass"),
    ]);
}

#[test]
fn a_step_with_a_wrong_value_says_what_it_expected() {
    told::say_what_was_expected::<Quay>(&[
        ("I press socket 5", "expected a socket from 1 to 4"),
        ("card \"A\" holds ten kr", "expected an amount"),
        ("the screen is Wellcome", "expected one of Welcome"),
        ("it is 2026-02-30 08:00:00", "expected a date and time"),
        ("the setting pedestal.nonsense is 3", "expected one of pedestal.inactivity_ms"),
        ("the setting pedestal.tear_policy is perhaps", "expected a value for pedestal.tear_policy"),
    ]);
}

#[test]
fn a_session_told_as_a_feature_plays_green_and_ends_in_the_same_world() {
    let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
    let two = Key::Socket(Socket::Two);
    let acts = [
        Act::Present("My card".into()),
        Act::Press(two),
        Act::Release(two),
        Act::Press(two),
        Act::Release(two),
        Act::Press(two),
    ];
    for act in acts {
        session.act(act).expect("accepted");
    }
    session.pass(Millis(120));
    session.act(Act::Release(two)).expect("accepted");
    session.pass(Millis(3_000));
    session.pass(Millis(4_777));
    session.act(Act::Take).expect("accepted");
    session.act(Act::Take).expect_err("there is no card in the holder");
    session.pass(Millis(10_000));
    session.act(Act::Present("My card".into())).expect("accepted");
    session.pass(Millis(5_400));
    session.act(Act::Plug(Socket::Two)).expect("accepted");
    session.pass(Millis(3_600_000));

    for told_again in [false, true] {
        if told_again {
            let kept = world::keep::session_to_text(&session);
            session = world::keep::session_from_text(&kept).expect("readable");
            session = Session::reopened(
                Start::Kept(Box::new(session.world().lasting())),
                Vec::new(),
                session.world().lasting(),
            )
            .expect("readable");
            session.act(Act::Present("Guest card".into())).expect_err("the card is still in the holder");
            session.pass(Millis(1_000));
        }
        let told = story::feature(&session, "A load that was interrupted").expect("it can be told");
        let player = told::play::<Quay>(&told);
        assert_eq!(player.session().world(), session.world(), "{told}");
        assert!(told.contains("Then the ledger adds up"));
    }
}
