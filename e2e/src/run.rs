//! Scenarios played one after the other, each with its own verdict.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use world::bus::Bus;
use world::quay::Quay;
use world::step::Step;

use crate::feature::{Place, Scenario};
use crate::stage::{Stage, Staged};
use crate::target::Target;
use crate::target::core::{Core, Scene};

/// What became of a scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Everything that it expects is there.
    Passed,
    /// Something is not there, could not be done, or is no step.
    Failed,
    /// It expects nothing: it proves nothing, whatever it does.
    Skipped,
    /// This target does not play it: its world not yet, or nothing like it.
    #[serde(rename = "not yet")]
    NotYet,
}

/// A scenario that has been played.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The scenario.
    pub scenario: Scenario,
    /// What became of it.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
    /// Its steps as far as they were played, the one that failed included.
    pub played: Vec<Scene>,
    /// The clauses that applied while it was played.
    pub rules: BTreeSet<String>,
    /// Why it failed, if it did.
    pub failure: Option<Failure>,
}

/// Why a scenario failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// Where.
    pub place: Place,
    /// The step, as it is written.
    pub step: String,
    /// What is there instead.
    pub reason: String,
    /// The display at that time.
    pub display: Vec<String>,
    /// The last lines of the journal.
    pub journal: Vec<String>,
    /// A picture.
    pub picture: Option<PathBuf>,
}

/// How many lines of the journal a failure shows.
const JOURNAL_LINES: usize = 8;

/// What came of many scenarios.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcomes {
    /// One for every scenario, in their order.
    pub all: Vec<Outcome>,
    /// How many acts the targets rightly offered no control for.
    pub not_offered: usize,
}

/// Plays scenarios on so many targets at a time, and tells of each in the order in which they stand.
///
/// # Errors
/// A sentence, if a target cannot be had.
pub fn play_all<W: Staged>(
    scenarios: &[&Scenario],
    targets: usize,
    open: &(dyn Fn() -> Result<Box<dyn Target<W>>, String> + Sync),
    mut tell: impl FnMut(&Outcome),
) -> Result<Outcomes, String> {
    let next = AtomicUsize::new(0);
    let (done, finished) = mpsc::channel();
    let play_some = |done: &mpsc::Sender<(usize, Outcome)>| -> Result<usize, String> {
        let mut target = open()?;
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(scenario) = scenarios.get(place) else { return Ok(target.not_offered()) };
            if done.send((place, play(scenario, target.as_mut()))).is_err() {
                return Ok(target.not_offered());
            }
        }
    };
    let play_some = &play_some;
    thread::scope(|scope| {
        let workers: Vec<_> = (0..targets.clamp(1, scenarios.len().max(1)))
            .map(|_| {
                let done = done.clone();
                scope.spawn(move || play_some(&done))
            })
            .collect();
        drop(done);
        let mut outcomes = Outcomes::default();
        let mut early = BTreeMap::new();
        for (place, outcome) in finished {
            early.insert(place, outcome);
            while let Some(outcome) = early.remove(&outcomes.all.len()) {
                tell(&outcome);
                outcomes.all.push(outcome);
            }
        }
        for worker in workers {
            outcomes.not_offered += worker.join().map_err(|panic| panicked(panic.as_ref()))??;
        }
        Ok(outcomes)
    })
}

/// Plays one scenario.
pub fn play<W: Staged>(scenario: &Scenario, target: &mut dyn Target<W>) -> Outcome {
    let begun = Instant::now();
    let mut outcome = unplayed(scenario, Verdict::Skipped);
    let failed = match steps::<W>(scenario) {
        Ok(steps) if steps.iter().any(|step| matches!(step, Step::Expectation(_))) => {
            outcome.verdict = Verdict::Passed;
            let played = catch_unwind(AssertUnwindSafe(|| play_steps(&steps, target, &mut outcome)));
            played.unwrap_or_else(|panic| Err((outcome.played.len(), panicked(panic.as_ref())))).err()
        }
        Ok(_) => None,
        Err(unknown) => Some(unknown),
    };
    if let Some((place, reason)) = failed {
        let line = scenario.lines.get(place);
        let has_begun = !outcome.played.is_empty();
        outcome.verdict = Verdict::Failed;
        outcome.failure = Some(Failure {
            place: line.map_or(&scenario.place, |line| &line.place).clone(),
            step: line.map(|line| format!("{} {}", line.keyword, line.text)).unwrap_or_default(),
            reason,
            display: if has_begun { target.core().scene().display } else { Vec::new() },
            journal: if has_begun { target.core().journal_end(JOURNAL_LINES) } else { Vec::new() },
            picture: if has_begun { target.picture(&scenario.name) } else { None },
        });
    }
    outcome.took = begun.elapsed();
    outcome
}

/// The outcome of a scenario that this target does not play yet.
pub fn not_yet(scenario: &Scenario) -> Outcome {
    unplayed(scenario, Verdict::NotYet)
}

fn unplayed(scenario: &Scenario, verdict: Verdict) -> Outcome {
    Outcome {
        scenario: scenario.clone(),
        verdict,
        took: Duration::ZERO,
        played: Vec::new(),
        rules: BTreeSet::new(),
        failure: None,
    }
}

/// Plays one scenario on the core of the world that it is about.
pub fn play_on_core(scenario: &Scenario) -> Outcome {
    match Stage::of(scenario) {
        Stage::Quay => play(scenario, &mut Core::<Quay>::default()),
        Stage::Bus => play(scenario, &mut Core::<Bus>::default()),
    }
}

/// A device panics only for a mistake of its own: that is a failure like any other.
fn panicked(panic: &(dyn Any + Send)) -> String {
    let told = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("a mistake in the program: {}", told.unwrap_or("it panicked without a word"))
}

/// A step that failed, by its place in the scenario, and why.
type Fault = (usize, String);

fn steps<W: Staged>(scenario: &Scenario) -> Result<Vec<Step<W>>, Fault> {
    let read = |(place, line): (usize, &crate::feature::Line)| {
        if line.has_table {
            return Err((place, "no step takes a table".to_owned()));
        }
        line.text.parse::<Step<W>>().map_err(|unknown| (place, unknown.to_string()))
    };
    scenario.lines.iter().enumerate().map(read).collect()
}

fn play_steps<W: Staged>(steps: &[Step<W>], target: &mut dyn Target<W>, outcome: &mut Outcome) -> Result<(), Fault> {
    let lines = steps.iter().zip(&outcome.scenario.lines);
    let actions = lines.filter_map(|(step, line)| match step {
        Step::Action(action) => Some((action, line.below.as_deref())),
        Step::Expectation(_) => None,
    });
    target.begin(&actions.collect::<Vec<_>>()).map_err(|reason| (0, reason))?;
    for (place, step) in steps.iter().enumerate() {
        let line = &outcome.scenario.lines[place];
        let mut played = target.play(step, line.below.as_deref());
        let core = target.core();
        let scene = match step {
            Step::Action(_) => {
                // What sets the scene has to happen: later steps would prove something about another scene.
                if played.is_ok()
                    && line.is_given
                    && let Some(refusal) = core.refusal()
                {
                    played = Err(format!("the scene could not be set: {refusal}"));
                }
                core.scene()
            }
            // An expectation changes nothing.
            Step::Expectation(_) => outcome.played.last().cloned().unwrap_or_else(|| core.scene()),
        };
        outcome.rules.extend(core.rules().iter().map(ToString::to_string));
        outcome.played.push(scene);
        played.map_err(|reason| (place, reason))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(steps: &str) -> Scenario {
        let text = format!("Feature: f\n  Scenario: s\n{steps}");
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        crate::feature::scenarios(&feature, "f.feature".as_ref()).remove(0)
    }

    fn played(steps: &str) -> Outcome {
        play(&scenario(steps), &mut Core::<Quay>::default())
    }

    #[test]
    fn a_scenario_passes_only_if_it_expects_something_that_is_there() {
        assert_eq!(played("    Then the screen is Welcome\n").verdict, Verdict::Passed);
        assert_eq!(played("    Then the screen is Busy\n").verdict, Verdict::Failed);
        assert_eq!(played("    When I press Enter\n").verdict, Verdict::Skipped);
    }

    #[test]
    fn many_are_told_in_their_order_however_many_targets_there_are() {
        let scenarios: Vec<_> = (0..40)
            .map(|number| {
                let steps = format!("    When I press Enter, {} times\n    Then the screen is Welcome\n", 80 - number);
                Scenario { name: number.to_string(), ..scenario(&steps) }
            })
            .collect();
        let scenarios: Vec<_> = scenarios.iter().collect();
        for targets in [1, 3] {
            let mut told = Vec::new();
            let open = || -> Result<Box<dyn Target>, String> { Ok(Box::new(Core::<Quay>::default())) };
            let outcomes = play_all(&scenarios, targets, &open, |outcome| told.push(outcome.scenario.name.clone()));
            let names: Vec<_> = (0..40).map(|number| number.to_string()).collect();
            assert_eq!(told, names);
            assert_eq!(outcomes.expect("they are played").all.len(), 40);
        }
        let none = || -> Result<Box<dyn Target>, String> { Err("there is no browser".to_owned()) };
        let error = play_all(&scenarios, 2, &none, |_| panic!("nothing can be told")).expect_err("none can be had");
        assert_eq!(error, "there is no browser");
    }

    #[test]
    fn an_unknown_step_fails_with_the_nearest_one_and_its_line() {
        let failure = played("    When I press Enter\n    Then the screen was Welcome\n").failure.expect("it fails");
        assert_eq!(failure.place.to_string(), "f.feature:4");
        assert!(failure.reason.contains("the nearest is \u{201c}the screen is {screen}\u{201d}"), "{}", failure.reason);
    }

    #[test]
    fn a_table_is_not_passed_over() {
        let failure = played("    Then the screen is Welcome\n      | a |\n").failure.expect("it fails");
        assert_eq!(failure.reason, "no step takes a table");
    }

    #[test]
    fn a_scene_that_cannot_be_set_is_a_failure() {
        let failure = played("    Given I take the card out\n    Then the screen is Welcome\n").failure;
        assert_eq!(failure.expect("it fails").reason, "the scene could not be set: There is no card in the holder.");
        assert_eq!(played("    When I take the card out\n    Then the screen is Welcome\n").failure, None);
    }

    #[test]
    fn an_outcome_knows_every_clause_that_applied() {
        let outcome = played(
            "    Given a card \"A\" with 20 kr\n    When I put card \"A\" in the holder\n    \
             And I take the card out\n    Then the screen is Welcome\n",
        );
        assert!(outcome.rules.contains("P-09") && outcome.rules.contains("P-08"), "{:?}", outcome.rules);
        assert_eq!(outcome.played.len(), 4);
    }
}
