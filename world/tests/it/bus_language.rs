//! The language of the bus: every step parses from what it prints, what is no step names the nearest, and a session
//! written as a feature plays green.

use crate::script_checks;
use firmware_core::card::FareKind;
use firmware_core::money::Grosz;
use firmware_core::rule::Rule;
use firmware_core::time::{Date, Millis};
use firmware_core::validator::fare::PROFILES;
use firmware_core::validator::{Face, Field, FieldState, Key, Spot, View};
use world::bus::Bus;
use world::bus::act::{Act, Reader};
use world::bus::action::spot_of;
use world::bus::step::{Action, Expectation, SharedAction, SharedExpectation};
use world::bus::step_value::{
    Accounts, Assignment, Blocks, Fare, Heard, Held, Reported, SCREENS, ScreenName, TariffName,
};
use world::bus::wallet::{BusCardStatus, Entitlement, Issue};
use world::script;
use world::script::{Action as _, Scripted as _};
use world::session::{Session, Start};
use world::step_value::{Applied, OnOff, Quoted};
use world::world::World as _;

script_checks::shared_samples! {
    Bus, kinds: Issue::ALL, keys: Key::ALL, statuses: BusCardStatus::ALL,
    accounts: [Sold, Cards, Orders, Advances, Fares, Lost],
    amount: Grosz(3_005), booked: Grosz(3_005), rules: [Rule::K(9), Rule::Dk(29)],
}

/// A sample of every action, where its words come from lists with every word there is.
fn actions() -> Vec<Action> {
    let card = || Quoted("Anna".to_owned());
    let (from, to) = (Date(9_800), Date(9_829));
    let amount = Grosz(3_005);
    let duration = Millis(249);
    let mut actions = vec![
        Action::HasDays { card: card(), from, to },
        Action::HoldFor { card: card(), duration },
        Action::Hold { card: card() },
        Action::HoldBoth { first: card(), second: Quoted("Bearer".to_owned()) },
        Action::Take {},
        Action::Tap { card: card() },
        Action::Pocket { card: card() },
        Action::TakeOut {},
        Action::TouchAt { x: 319, y: 0 },
        Action::FingerAt { x: 0, y: 239 },
        Action::Lift {},
        Action::Board { bus: 2 },
        Action::NextStop {},
        Action::DriveTo { stop: 12 },
        Action::EndRun {},
        Action::Depart {},
        Action::Load { amount, card: card() },
        Action::ReadOut { card: card() },
        Action::Fetch { card: card() },
        Action::OrderTopUp { amount, card: card() },
        Action::Inspect { card: card() },
    ];
    actions.extend(shared_actions().into_iter().map(Action::Shared));
    for kind in Issue::ALL {
        actions.push(Action::HasCardWithoutPurse { kind, card: card() });
        actions.push(Action::Sell { kind, card: card(), amount });
    }
    for fare in [FareKind::Normal, FareKind::Reduced] {
        actions.push(Action::HasPeriod { card: card(), fare, from, to });
        actions.push(Action::Single { fare, amount });
        actions.push(Action::Band { fare, stops: 3, class: 1, amount });
        actions.push(Action::OrderPeriod { fare, days: 30, from, card: card() });
    }
    for entitlement in [Entitlement::Reduced, Entitlement::Free] {
        actions.push(Action::HasEntitlement { card: card(), entitlement, until: to });
    }
    for fare in [None, Some(FareKind::Normal), Some(FareKind::Reduced)] {
        actions.push(Action::HasFare { card: card(), fare: Fare(fare) });
    }
    actions.extend((0..).zip(&PROFILES).map(|(index, _)| Action::Tariff { name: TariffName(index) }));
    for field in Field::ALL {
        actions.extend([Action::Choose { field }, Action::TouchField { field }, Action::FingerOnField { field }]);
    }
    for key in Key::ALL {
        actions.extend([Action::KeyDown { key }, Action::KeyUp { key }]);
    }
    for face in [Face::Keys, Face::Touch] {
        actions.extend([Action::Walk { face }, Action::WalkTo { face, bus: 1 }]);
    }
    for truth in [true, false] {
        actions.push(Action::DriverBlocks { blocks: Blocks(truth) });
        actions.push(Action::Report { card: card(), reported: Reported(truth) });
    }
    actions
}

/// The same of every expectation.
fn expectations() -> Vec<Expectation> {
    let card = || Quoted("Anna".to_owned());
    let words = || Quoted("Sprawdź operację".to_owned());
    let mut expectations = vec![
        Expectation::ShowsRoute { line: 7, direction: words(), stop: 3 },
        Expectation::ClockShown { civil: script_checks::leap_day() },
        Expectation::NoClock {},
        Expectation::BusAt { stop: 4 },
        Expectation::CardCarries { card: card(), normal: 1, reduced: 2 },
        Expectation::CardChanged { card: card(), count: 3 },
        Expectation::OrdersWait { count: 2, card: card() },
        Expectation::ReadsOut { words: words() },
        Expectation::Finds { words: words() },
    ];
    for field in Field::ALL {
        for state in [FieldState::Ready, FieldState::Armed, FieldState::Inert] {
            expectations.push(Expectation::FieldIs { field, state });
        }
    }
    for truth in [true, false] {
        expectations.push(Expectation::Lamp { on: OnOff(truth) });
        expectations.push(Expectation::CardRides { card: card(), held: Held(truth) });
    }
    for heard in [vec![], vec![1], vec![3], vec![1, 3], vec![2, 1, 1]] {
        expectations.push(Expectation::Hear { heard: Heard(heard) });
    }
    expectations.extend(shared_expectations().into_iter().map(Expectation::Shared));
    expectations
}

#[test]
fn every_step_parses_from_what_it_prints() {
    script_checks::parse_again::<Bus>(&actions(), &expectations());
}

#[test]
fn every_pattern_is_that_of_an_action_or_of_an_expectation() {
    script_checks::belong_to_one_kind::<Bus>(&actions(), &expectations());
}

#[test]
fn an_unknown_step_names_the_nearest_known_one() {
    script_checks::name_the_nearest::<Bus>(&[
        ("I hold the card \"A\" against the validator", "I hold card {card} against the validator"),
        ("I hear 3 beep", "I hear {heard}"),
        ("the inspector looks at card \"A\"", "the inspector checks card {card}"),
        ("card \"A\" holds valid ride", "card {card} holds {held}"),
        ("5 s go by", "{duration} pass"),
    ]);
}

#[test]
fn a_step_with_a_wrong_value_says_what_it_expected() {
    script_checks::say_what_was_expected::<Bus>(&[
        ("I press M", "expected N, U or S"),
        ("I choose Topup", "expected Normal, Reduced, Check or Top-up"),
        ("the lamp is red", "expected on or off"),
        ("the screen is Restless", "expected one of Rest"),
        ("it is 2026-02-30 08:00:00", "expected a date and time"),
        ("card \"A\" gets a normal period ticket from 2026-13-01 to 2026-12-31", "expected a day such as"),
        ("a normal card \"A\" with 2.5 zł", "expected an amount such as 3 zł or 2.60 zł"),
        ("I hear 0 beeps", "expected no beep, 1 beep"),
        ("the tariff is kielce", "expected one of kielce-2012"),
        ("the setting validator.face is touch", "expected one of validator.arm_ms"),
        ("the setting validator.limit is 12", "expected a value for validator.limit"),
    ]);
}

#[test]
fn every_screen_of_the_device_has_its_name_in_the_language() {
    let mut session = Session::<Bus>::new(Start::Opening).expect("the opening world");
    let views = [View::Rest, View::OutOfService, View::Blocked, View::TakeAway, View::Writing, View::TopUpWait];
    let names = views.map(|view| view.name());
    assert!(names.iter().all(|name| SCREENS.contains(name)));
    session.act(Act::PowerOff).expect("it is on");
    assert_eq!(Bus::observe(&session, (0, session.world().now())).screen, "dark");
}

/// Everything that the language can say of a session: cards, keys, both faces, a tear, the pocket, the driver, the
/// shop, the service point, the inspector, refusals.
fn eventful() -> Session<Bus> {
    let mut session = Session::<Bus>::new(Start::Opening).expect("the opening world");
    let card = |name: &str| name.to_owned();
    let today = session.world().civil().date();
    let show = |index, name: &str| Act::Present(index, card(name));
    let acts: [(Act, u32); 46] = [
        (show(Reader::Front, "Anna"), 300),
        (Act::Take(Reader::Front), 0),
        (Act::Press(Key::S), 0),
        (Act::Release(Key::S), 1_000),
        (show(Reader::Front, "Anna"), 4_500),
        (Act::Take(Reader::Front), 700),
        (show(Reader::Front, "Anna"), 800),
        (Act::Take(Reader::Front), 0),
        (Act::Take(Reader::Front), 10),
        (Act::Walk(1, Face::Touch), 0),
        (Act::Touch(spot_of(Field::Reduced)), 0),
        (Act::Lift, 100),
        (show(Reader::Front, "Gym card"), 500),
        (Act::Take(Reader::Front), 0),
        (show(Reader::Front, "Anna"), 1_000),
        (Act::Take(Reader::Front), 0),
        (Act::Touch(Spot { x: 3, y: 3 }), 0),
        (Act::Lift, 0),
        (Act::Touch(spot_of(Field::TopUp)), 70),
        (Act::Lift, 1_000),
        (show(Reader::Pocket, "Web shopper"), 3_500),
        (Act::Take(Reader::Pocket), 0),
        (Act::NextStop, 0),
        (Act::NextStop, 0),
        (show(Reader::Front, "Anna"), 1_000),
        (Act::Take(Reader::Front), 0),
        (Act::Block(true), 100),
        (show(Reader::Front, "Commuter"), 1_000),
        (Act::Take(Reader::Front), 0),
        (Act::Inspect(card("Commuter")), 0),
        (Act::Block(false), 0),
        (Act::Depart, 0),
        (Act::EndRun, 100),
        (Act::Depart, 0),
        (Act::Sell(Issue::Bearer, card("For guests"), Grosz(5_000)), 0),
        (Act::SetFare(card("For guests"), Some(FareKind::Normal)), 0),
        (Act::OrderTopUp(card("Anna"), Grosz(1_000)), 0),
        (Act::OrderPeriod(card("Anna"), FareKind::Normal, today, 14), 0),
        (Act::Fetch(card("Anna")), 0),
        (Act::ReadOut(card("Anna")), 0),
        (Act::SetBand(1, 3, FareKind::Normal, Grosz(301)), 0),
        (Act::PresentBoth(card("Anna"), card("Student")), 500),
        (Act::Take(Reader::Front), 0),
        (Act::Walk(2, Face::Keys), 0),
        (show(Reader::Front, "For guests"), 260),
        (Act::PowerOff, 2_000),
    ];
    for (act, pause) in acts {
        // A refusal is a part of it.
        let _ = session.act(act);
        session.pass(Millis(pause));
    }
    session.act(Act::PowerOn).expect("it was off");
    session.pass(Millis(5_000));
    session
}

#[test]
fn a_session_written_as_a_feature_plays_green_and_ends_in_the_same_world() {
    let text = script_checks::play_to_the_same_world(&eventful(), "A ride and what came of it", |reopened| {
        reopened.act(Act::Present(Reader::Pocket, "Anna".into())).expect("the pocket is empty");
        reopened.pass(Millis(1_000));
    });
    for part in [
        "Tariff: Kielce",
        "When I touch Reduced",
        "When I touch the display at 3, 3",
        "When I press S",
        "Then I hear 3 beeps",
        "Then the lamp is on",
        "Then the display shows \"Sprawdź operację\"",
        "Then the display shows \"POBRANO 3,00 zł\"",
        "When I put card \"Web shopper\" in the pocket",
        "When I hold card \"Anna\" and card \"Student\" against the validator",
        "Then that is refused: ",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn every_act_has_its_step() {
    let session = eventful();
    for (_, act) in session.acts() {
        let action = Action::of_act(act);
        let moves = action.moves(session.world(), None).expect("it can be done");
        assert_eq!(moves, [script::Move::Act(act.clone())], "{action}");
    }
}
