//! Running scenarios: each gets a verdict of its own.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::device_core::Core;
use crate::feature::{Location, Scenario, StepLine};
use crate::site::{DisplayState, SiteKind, SiteUnderTest};
use crate::target::Target;
use crate::with_world;
use world::script::Step;

/// The result of a scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Every expectation holds.
    Passed,
    /// An expectation does not hold, an action cannot be done, or a step is invalid.
    Failed,
    /// It has no expectation, so it proves nothing.
    Skipped,
    /// This target does not run it.
    #[serde(rename = "not yet")]
    NotYet,
}

/// A scenario that was run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The scenario.
    pub scenario: Scenario,
    /// The result.
    pub verdict: Verdict,
    /// Its duration.
    pub took: Duration,
    /// The display after each step that was run, the failed one included.
    pub played: Vec<DisplayState>,
    /// The clauses that applied.
    pub rules: BTreeSet<String>,
    /// Why it failed, if it did.
    pub failure: Option<Failure>,
}

/// Why a scenario failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// The location of the failed step.
    pub location: Location,
    /// The step as it is written.
    pub step: String,
    /// The reason, in a sentence.
    pub reason: String,
    /// The display at that time.
    pub display: Vec<String>,
    /// The last lines of the journal.
    pub journal: Vec<String>,
    /// A screenshot, if the target can take one.
    pub screenshot: Option<PathBuf>,
}

/// The number of lines of the journal in a failure.
const JOURNAL_LINES: usize = 8;

/// The results of a number of scenarios.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcomes {
    /// One for every scenario, in the order of the scenarios.
    pub all: Vec<Outcome>,
    /// The number of acts that were skipped because the page correctly offers no control for them.
    pub not_offered: usize,
}

/// Runs scenarios on a number of targets in parallel, and reports their outcomes in the order of the scenarios.
///
/// # Errors
/// A target cannot be opened.
pub fn play_all<W: SiteUnderTest>(
    scenarios: &[&Scenario],
    targets: usize,
    open: &(dyn Fn() -> Result<Box<dyn Target<W>>, String> + Sync),
    mut report: impl FnMut(&Outcome),
) -> Result<Outcomes, String> {
    let next = AtomicUsize::new(0);
    let (done, finished) = mpsc::channel();
    let play_some = |done: &mpsc::Sender<(usize, Outcome)>| -> Result<usize, String> {
        let mut target = open()?;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(scenario) = scenarios.get(index) else { return Ok(target.not_offered()) };
            if done.send((index, play(scenario, target.as_mut()))).is_err() {
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
        for (index, outcome) in finished {
            early.insert(index, outcome);
            while let Some(outcome) = early.remove(&outcomes.all.len()) {
                report(&outcome);
                outcomes.all.push(outcome);
            }
        }
        for worker in workers {
            outcomes.not_offered += worker.join().map_err(|panic| panicked(panic.as_ref()))??;
        }
        Ok(outcomes)
    })
}

/// Runs one scenario.
pub fn play<W: SiteUnderTest>(scenario: &Scenario, target: &mut dyn Target<W>) -> Outcome {
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
    if let Some((index, reason)) = failed {
        let line = scenario.lines.get(index);
        let has_begun = !outcome.played.is_empty();
        outcome.verdict = Verdict::Failed;
        outcome.failure = Some(Failure {
            location: line.map_or(&scenario.location, |line| &line.location).clone(),
            step: line.map(|line| format!("{} {}", line.keyword, line.text)).unwrap_or_default(),
            reason,
            display: if has_begun { target.core().display_state().display } else { Vec::new() },
            journal: if has_begun { target.core().journal_end(JOURNAL_LINES) } else { Vec::new() },
            screenshot: if has_begun { target.screenshot(&scenario.name) } else { None },
        });
    }
    outcome.took = begun.elapsed();
    outcome
}

/// The outcome of a scenario that the target does not run.
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

/// Runs one scenario on the core of its site.
pub fn play_on_core(scenario: &Scenario) -> Outcome {
    with_world!(SiteKind::of(scenario), W => play(scenario, &mut Core::<W>::default()))
}

/// The message of a panic. A device panics only because of a bug, which is a failure like any other.
fn panicked(panic: &(dyn Any + Send)) -> String {
    let message = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panic: {}", message.unwrap_or("no message"))
}

/// The index of a failed step in its scenario, and the reason.
type Fault = (usize, String);

fn steps<W: SiteUnderTest>(scenario: &Scenario) -> Result<Vec<Step<W>>, Fault> {
    let read = |(index, line): (usize, &StepLine)| {
        if line.has_table {
            return Err((index, "no step accepts a data table".to_owned()));
        }
        line.text.parse::<Step<W>>().map_err(|unknown| (index, unknown.to_string()))
    };
    scenario.lines.iter().enumerate().map(read).collect()
}

fn play_steps<W: SiteUnderTest>(
    steps: &[Step<W>],
    target: &mut dyn Target<W>,
    outcome: &mut Outcome,
) -> Result<(), Fault> {
    let lines = steps.iter().zip(&outcome.scenario.lines);
    let actions = lines.filter_map(|(step, line)| match step {
        Step::Action(action) => Some((action, line.docstring.as_deref())),
        Step::Expectation(_) => None,
    });
    target.begin(&actions.collect::<Vec<_>>()).map_err(|reason| (0, reason))?;
    for (index, step) in steps.iter().enumerate() {
        let line = &outcome.scenario.lines[index];
        let mut played = target.play(step, line.docstring.as_deref());
        let core = target.core();
        let display = match step {
            Step::Action(_) => {
                // Without its precondition, the scenario would prove something else.
                if played.is_ok()
                    && line.is_given
                    && let Some(refusal) = core.refusal()
                {
                    played = Err(format!("the precondition was refused: {refusal}"));
                }
                core.display_state()
            }
            // An expectation changes nothing.
            Step::Expectation(_) => outcome.played.last().cloned().unwrap_or_else(|| core.display_state()),
        };
        outcome.rules.extend(core.rules().iter().map(ToString::to_string));
        outcome.played.push(display);
        played.map_err(|reason| (index, reason))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use world::quay::Quay;

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
    fn a_scenario_without_expectations_is_skipped() {
        assert_eq!(played("    Then the screen is Welcome\n").verdict, Verdict::Passed);
        assert_eq!(played("    Then the screen is Busy\n").verdict, Verdict::Failed);
        assert_eq!(played("    When I press Enter\n").verdict, Verdict::Skipped);
    }

    #[test]
    fn outcomes_are_reported_in_the_order_of_the_scenarios() {
        let scenarios: Vec<_> = (0..40)
            .map(|number| {
                let steps = format!("    When I press Enter, {} times\n    Then the screen is Welcome\n", 80 - number);
                Scenario { name: number.to_string(), ..scenario(&steps) }
            })
            .collect();
        let scenarios: Vec<_> = scenarios.iter().collect();
        for targets in [1, 3] {
            let mut reported = Vec::new();
            let open = || -> Result<Box<dyn Target>, String> { Ok(Box::new(Core::<Quay>::default())) };
            let outcomes = play_all(&scenarios, targets, &open, |outcome| reported.push(outcome.scenario.name.clone()));
            let names: Vec<_> = (0..40).map(|number| number.to_string()).collect();
            assert_eq!(reported, names);
            assert_eq!(outcomes.expect("the core opens").all.len(), 40);
        }
        let none = || -> Result<Box<dyn Target>, String> { Err("there is no browser".to_owned()) };
        let error = play_all(&scenarios, 2, &none, |_| panic!("no scenario can run")).expect_err("no target");
        assert_eq!(error, "there is no browser");
    }

    #[test]
    fn an_unknown_step_fails_with_the_nearest_one() {
        let failure = played("    When I press Enter\n    Then the screen was Welcome\n").failure.expect("it fails");
        assert_eq!(failure.location.to_string(), "f.feature:4");
        assert!(failure.reason.contains("the nearest is \u{201c}the screen is {screen}\u{201d}"), "{}", failure.reason);
    }

    #[test]
    fn a_data_table_is_not_ignored() {
        let failure = played("    Then the screen is Welcome\n      | a |\n").failure.expect("it fails");
        assert_eq!(failure.reason, "no step accepts a data table");
    }

    #[test]
    fn a_refused_precondition_is_a_failure() {
        let failure = played("    Given I take the card out\n    Then the screen is Welcome\n").failure;
        assert_eq!(failure.expect("it fails").reason, "the precondition was refused: There is no card in the holder.");
        assert_eq!(played("    When I take the card out\n    Then the screen is Welcome\n").failure, None);
    }

    #[test]
    fn an_outcome_has_every_clause_that_applied() {
        let outcome = played(
            "    Given a card \"A\" with 20 kr\n    When I put card \"A\" in the holder\n    \
             And I take the card out\n    Then the screen is Welcome\n",
        );
        assert!(outcome.rules.contains("P-09") && outcome.rules.contains("P-08"), "{:?}", outcome.rules);
        assert_eq!(outcome.played.len(), 4);
    }
}
