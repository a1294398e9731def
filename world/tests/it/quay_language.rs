//! The acceptance language: every step parses from what it prints, what is no step names the nearest, and a session
//! written as a feature plays green.

use crate::script_checks;
use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::{Date, DateTime, Millis};
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::marina::Appliance;
use world::quay::step::{Action, Expectation, SharedAction, SharedExpectation};
use world::quay::step_value::{Accounts, Assignment, SCREENS, ScreenName};
use world::quay::wallet::{Issue, QuayCardStatus};
use world::script;
use world::session::{Session, Start};
use world::step_value::{Applied, MilliKr, OnOff, Quoted};
use world::world::World as _;

/// A sample of every action, where its words come from lists with every word there is.
fn actions() -> Vec<Action> {
    let card = || Quoted("My card".to_owned());
    let civil = Date::from_civil(2028, 2, 29).and_then(|day| DateTime::new(day, 23, 59, 58)).expect("a leap day");
    let socket = Socket::Three;
    let amount = Ore(3_005);
    let mut actions = vec![
        Action::Opening {},
        Action::Bare {},
        Action::Kept {},
        Action::HasCard { card: card(), amount },
        Action::HasLoaded { card: card(), amount, socket },
        Action::Shared(SharedAction::Clock { civil }),
        Action::Present { card: card() },
        Action::Take {},
        Action::PressTimes { key: Key::Socket(socket), count: 4 },
        Action::Shared(SharedAction::Wait { duration: Millis(5_001) }),
        Action::Shared(SharedAction::Wait { duration: Millis(60_000) }),
        Action::Walk { number: 2 },
        Action::Shared(SharedAction::PowerOff {}),
        Action::Shared(SharedAction::PowerOn {}),
        Action::Plug { socket },
        Action::Unplug { socket },
        Action::Shared(SharedAction::Rename { from: card(), to: Quoted("Båten".to_owned()) }),
        Action::Shared(SharedAction::Discard { card: card() }),
        Action::Shared(SharedAction::Destroy { card: card() }),
        Action::Shared(SharedAction::Lose { card: card() }),
        Action::DeskLoad { amount, card: card() },
        Action::DeskPayOut { card: card() },
        Action::DeskRead { card: card() },
        Action::DeskReset { card: card() },
        Action::DeskWriteOff { card: card() },
        Action::DeskRelease { socket },
    ];
    actions.extend(Issue::ALL.map(|kind| Action::Shared(SharedAction::HasCardOf { kind, card: card(), amount })));
    for key in Key::ALL {
        actions.extend([Action::Shared(SharedAction::Press { key }), Action::Hold { key }, Action::LetGo { key }]);
    }
    for on in [OnOff(true), OnOff(false)] {
        actions.extend(Appliance::ALL.map(|appliance| Action::Switch { appliance, socket, on }));
    }
    for (index, setting) in (0..).zip(Quay::all_settings()) {
        actions.extend([setting.min, setting.default, setting.max].map(|value| {
            let assignment = Assignment { index, value };
            Action::Shared(SharedAction::Setting { assignment })
        }));
    }
    actions
}

/// The same of every expectation.
fn expectations() -> Vec<Expectation> {
    let card = || Quoted("My card".to_owned());
    let words = || Quoted("Do not remove card!".to_owned());
    let socket = Socket::Three;
    let amount = Ore(3_005);
    let mut expectations = vec![
        Expectation::Shared(SharedExpectation::Shows { words: words() }),
        Expectation::Shared(SharedExpectation::ShowsNot { words: words() }),
        Expectation::Shared(SharedExpectation::Bar { filled: 25, steps: 50 }),
        Expectation::SocketHolds { socket, amount: MilliKr(2_999_800) },
        Expectation::SocketHolds { socket, amount: MilliKr(-1) },
        Expectation::Shared(SharedExpectation::CardHolds { card: card(), amount }),
        Expectation::Shared(SharedExpectation::NoCard { card: card() }),
        Expectation::Draws { socket, watts: 2_260 },
        Expectation::Shared(SharedExpectation::Balanced {}),
        Expectation::Shared(SharedExpectation::Refused { words: words() }),
        Expectation::Shared(SharedExpectation::Accepted {}),
        Expectation::ReadOut { words: words() },
    ];
    expectations.extend(
        QuayCardStatus::ALL
            .map(|status| Expectation::Shared(SharedExpectation::CardIs { card: card(), standing: status })),
    );
    expectations
        .extend(SCREENS.map(|screen| Expectation::Shared(SharedExpectation::OnScreen { screen: ScreenName(screen) })));
    for truth in [true, false] {
        expectations.push(Expectation::SocketIs { socket, on: OnOff(truth) });
        let applied = Applied(truth);
        expectations.extend(
            [Rule::P(19), Rule::Dp(5)]
                .map(|rule| Expectation::Shared(SharedExpectation::RuleApplied { rule, applied })),
        );
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
    let amount = MilliKr(10_000_001);
    expectations.extend(accounts.map(|accounts| Expectation::Shared(SharedExpectation::Booked { accounts, amount })));
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

    for reopened in [false, true] {
        if reopened {
            let kept = world::save_format::session_to_text(&session);
            session = world::save_format::session_from_text(&kept).expect("readable");
            session = Session::reopened(
                Start::Kept(Box::new(session.world().persistent())),
                Vec::new(),
                session.world().persistent(),
            )
            .expect("readable");
            session.act(Act::Present("Guest card".into())).expect_err("the card is still in the holder");
            session.pass(Millis(1_000));
        }
        let text = script::feature(&session, "A load that was interrupted").expect("it can be written");
        let player = script_checks::play::<Quay>(&text);
        assert_eq!(player.session().world(), session.world(), "{text}");
        assert!(text.contains("Then the ledger adds up"));
    }
}
