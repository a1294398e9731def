//! The console report: one line for a scenario, more for a failure.

use std::fmt::Write as _;

use crate::feature::Unreadable;
use crate::report::Report;
use crate::run::{Outcome, Verdict};

/// The lines of one scenario.
pub fn outcome(outcome: &Outcome) -> String {
    let verdict = match outcome.verdict {
        Verdict::Passed => "ok     ",
        Verdict::Failed => "FAILED ",
        Verdict::Skipped => "skipped",
        Verdict::NotYet => "not yet",
    };
    let Outcome { scenario, took, .. } = outcome;
    let mut text = format!("{verdict} {}: {} ({} ms)", scenario.feature, scenario.name, took.as_millis());
    if let Some(failure) = &outcome.failure {
        let _ = write!(text, "\n    at      {}", failure.location);
        let _ = write!(text, "\n    step    {}", failure.step);
        let _ = write!(text, "\n    reason  {}", failure.reason.replace('\n', "\n            "));
        if !failure.display.is_empty() {
            let _ = write!(text, "\n    display {}", failure.display.join(" | "));
        }
        for (index, line) in failure.journal.iter().enumerate() {
            let title = if index == 0 { "journal" } else { "       " };
            let _ = write!(text, "\n    {title} {line}");
        }
        if let Some(file) = &failure.screenshot {
            let _ = write!(text, "\n    screenshot {}", file.display());
        }
    }
    text
}

/// The lines of a file that is not a valid feature.
pub fn unreadable(unreadable: &Unreadable) -> String {
    format!("FAILED  {}\n    reason  {}", unreadable.location, unreadable.why)
}

/// The last line of a run.
pub fn total(report: &Report) -> String {
    let (passed, failed, skipped) = report.counts();
    let not_yet = report.not_yet();
    let not_run = if not_yet > 0 { format!(", {not_yet} not yet on {}", report.target) } else { String::new() };
    format!("{passed} passed, {failed} failed, {skipped} skipped{not_run}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::junit;
    use crate::run;

    #[test]
    fn a_scenario_that_a_target_does_not_run_is_listed() {
        let text = "Feature: Boarding\n  Scenario: a tap\n    Given a bus and an empty wallet\n    \
                    Then the ledger adds up\n";
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        let scenarios = crate::feature::scenarios(&feature, "validator/boarding.feature".as_ref());
        let waiting = run::not_yet(&scenarios[0]);
        assert_eq!(outcome(&waiting), "not yet Boarding: a tap (0 ms)");
        let played = run::play_on_core(&scenarios[0]);
        let report = Report { target: "browser".to_owned(), outcomes: vec![played, waiting], unreadable: Vec::new() };
        assert_eq!(total(&report), "1 passed, 0 failed, 0 skipped, 1 not yet on browser");
        let junit = junit::text(&report).expect("a report");
        assert!(junit.contains("not yet run on the target browser"), "{junit}");
        assert!(report.is_green());
    }
}
