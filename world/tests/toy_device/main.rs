//! A third device, made only of public items of `firmware-core` and `world`: a washing machine that takes cards. It
//! proves that a site with a device of its own needs no change in them, apart from the series of its clauses.

mod device;
mod language;
mod laundry;

use world::save_format::{running_session_from_text, session_from_text, session_to_text};
use world::script::{self, Player, Step};
use world::session::{Session, Start};
use world::world::World as _;

use crate::laundry::{Laundry, LaundryAct};

const FEATURE: &str = include_str!("washing.feature");

/// Plays every scenario of a feature: the number of its steps.
///
/// # Errors
/// The first step that does not hold, and why.
fn play(feature: &str) -> Result<usize, String> {
    let mut player = Player::<Laundry>::default();
    let mut count = 0;
    for line in feature.lines().map(str::trim) {
        if line.starts_with("Scenario:") {
            player = Player::default();
        }
        let Some(text) = ["Given ", "When ", "Then ", "And "].iter().find_map(|keyword| line.strip_prefix(keyword))
        else {
            continue;
        };
        let step: Step<Laundry> = text.parse().map_err(|unknown| format!("{unknown}"))?;
        player.play_checked(&step, None, Laundry::check).map_err(|why| format!("{text}: {why}"))?;
        count += 1;
    }
    Ok(count)
}

#[test]
fn its_feature_passes() {
    assert_eq!(play(FEATURE), Ok(FEATURE.lines().filter(|line| line.starts_with("    ")).count()));
}

#[test]
fn an_expectation_that_does_not_hold_fails() {
    for (right, wrong, why) in [
        ("card \"Anna\" holds 70.00 kr", "card \"Anna\" holds 71.00 kr", "its balance is Some(7000), not Some(7100)"),
        ("the screen is Washing", "the screen is Free", "the screen is \"Washing\", not \"Free\""),
        ("the ledger has 30.00 kr in Washed", "the ledger has 31.00 kr in Washed", "it is 3000 øre"),
        ("the drum is turning", "the drum is at rest", "the drum is true, not false"),
    ] {
        assert_eq!(FEATURE.matches(right).count(), 1, "{right}");
        let failure = play(&FEATURE.replace(right, wrong)).expect_err(wrong);
        assert!(failure.contains(why), "{failure}");
    }
}

#[test]
fn a_text_that_is_no_step_names_the_nearest() {
    let failure = play("Scenario: one\n  When I press Stop\n").expect_err("it has no such key");
    assert!(failure.contains("expected Start") && failure.contains("I press {key}"), "{failure}");
}

#[test]
fn a_session_is_saved_restored_replayed_and_written_as_a_feature() {
    let mut session = Session::<Laundry>::new(Start::Opening).expect("the opening world");
    session.act(LaundryAct::Configure(0, 2_500)).expect("a price within its bounds");
    session.act(LaundryAct::Present("Anna".into())).expect("the reader is empty");
    session.pass(device::READ);
    session.act(LaundryAct::Press(device::Key::Start)).expect("it has power");
    session.act(LaundryAct::Release(device::Key::Start)).expect("it has power");
    session.pass(device::WRITTEN);
    let saved = session_to_text(&session);
    let running = running_session_from_text::<Laundry>(&saved).expect("it is readable");
    assert_eq!(running.world(), session.world());
    let restored = session_from_text::<Laundry>(&saved).expect("it is readable");
    assert_eq!(restored.replayed().expect("it is replayable").world(), restored.world());
    let feature = script::feature(&session, "A wash").expect("every act has a step");
    assert!(feature.contains("laundry.price_ore is 2500") && feature.contains("card \"Anna\" holds 75.00 kr"));
    play(&feature).expect("it passes");
}
