//! The acceptance language: every step parses from what it prints, what is no step names the nearest, and a session
//! written as a feature plays green.

use crate::script_checks;
use firmware_core::money::{Ore, WattHours};
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::Millis;
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::marina::Appliance;
use world::quay::step::{Action, Expectation, SharedAction, SharedExpectation};
use world::quay::step_value::{Accounts, Assignment, SCREENS, ScreenName};
use world::quay::wallet::{Issue, QuayCardStatus};
use world::session::{Session, Start};
use world::step_value::{Applied, MilliKr, OnOff, Quoted};

script_checks::shared_samples! {
    Quay, kinds: Issue::ALL, keys: Key::ALL, statuses: QuayCardStatus::ALL,
    accounts: [Sold, Cards, Frozen, Sockets, Suspense, Consumed, Rounding, Lost, CashOut],
    amount: Ore(3_005), booked: MilliKr(10_000_001), rules: [Rule::P(19), Rule::Dp(5)],
}

/// A sample of every action, where its words come from lists with every word there is.
fn actions() -> Vec<Action> {
    let card = || Quoted("My card".to_owned());
    let socket = Socket::Three;
    let amount = Ore(3_005);
    let mut actions = vec![
        Action::HasCard { card: card(), amount },
        Action::HasLoaded { card: card(), amount, socket },
        Action::Present { card: card() },
        Action::PresentBoth { first: card(), second: Quoted("Guest card".to_owned()) },
        Action::Take {},
        Action::PressTimes { key: Key::Socket(socket), count: 4 },
        Action::Walk { number: 2 },
        Action::Plug { socket },
        Action::Unplug { socket },
        Action::DeskLoad { amount, card: card() },
        Action::DeskPayOut { card: card() },
        Action::DeskRead { card: card() },
        Action::DeskReset { card: card() },
        Action::DeskWriteOff { card: card() },
        Action::DeskRelease { socket },
    ];
    actions.extend(shared_actions().into_iter().map(Action::Shared));
    for key in Key::ALL {
        actions.extend([Action::Hold { key }, Action::LetGo { key }]);
    }
    for on in [OnOff(true), OnOff(false)] {
        actions.extend(Appliance::ALL.map(|appliance| Action::Switch { appliance, socket, on }));
    }
    actions
}

/// The same of every expectation.
fn expectations() -> Vec<Expectation> {
    let socket = Socket::Three;
    let mut expectations = vec![
        Expectation::SocketHolds { socket, amount: MilliKr(2_999_800) },
        Expectation::SocketHolds { socket, amount: MilliKr(-1) },
        Expectation::HasDelivered { socket, energy: WattHours(14_007) },
        Expectation::LedgerEnergy { energy: WattHours(2) },
        Expectation::Draws { socket, watts: 2_260 },
        Expectation::ReadOut { words: Quoted("70.00 kr".to_owned()) },
    ];
    expectations.extend([true, false].map(|truth| Expectation::SocketIs { socket, on: OnOff(truth) }));
    expectations.extend(shared_expectations().into_iter().map(Expectation::Shared));
    expectations
}

#[test]
fn every_step_parses_from_what_it_prints() {
    script_checks::parse_again::<Quay>(&actions(), &expectations());
}

#[test]
fn every_pattern_is_that_of_an_action_or_of_an_expectation() {
    script_checks::belong_to_one_kind::<Quay>(&actions(), &expectations());
}

#[test]
fn an_unknown_step_names_the_nearest_known_one() {
    script_checks::name_the_nearest::<Quay>(&[
        ("I put the card \"A\" into the holder", "I put card {card} in the holder"),
        ("I take out the card", "I take the card out"),
        ("the screen shows Welcome", "the screen is {screen}"),
        ("socket 2 is onn", "socket {socket} is {on}"),
        ("5 s go by", "{duration} pass"),
    ]);
}

#[test]
fn a_step_with_a_wrong_value_says_what_it_expected() {
    script_checks::say_what_was_expected::<Quay>(&[
        ("I press socket 5", "expected a socket from 1 to 4"),
        ("card \"A\" holds ten kr", "expected an amount"),
        ("the screen is Wellcome", "expected one of Welcome"),
        ("it is 2026-02-30 08:00:00", "expected a date and time"),
        ("the setting pedestal.nonsense is 3", "expected one of pedestal.inactivity_ms"),
        ("the setting pedestal.tear_policy is perhaps", "expected a value for pedestal.tear_policy"),
    ]);
}

#[test]
fn a_session_written_as_a_feature_plays_green_and_ends_in_the_same_world() {
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

    script_checks::play_to_the_same_world(&session, "A load that was interrupted", |reopened| {
        reopened.act(Act::Present("Guest card".into())).expect_err("the card is still in the holder");
        reopened.pass(Millis(1_000));
    });
}
