//! One line a scenario, more for a failure.

use std::fmt::Write as _;

use crate::feature::Unreadable;
use crate::report::Report;
use crate::run::{Outcome, Verdict};

/// One scenario's lines.
pub fn outcome(outcome: &Outcome) -> String {
    let word = match outcome.verdict {
        Verdict::Passed => "ok     ",
        Verdict::Failed => "FAILED ",
        Verdict::Skipped => "skipped",
        Verdict::NotYet => "not yet",
    };
    let Outcome { scenario, took, .. } = outcome;
    let mut told = format!("{word} {}: {} ({} ms)", scenario.feature, scenario.name, took.as_millis());
    if let Some(failure) = &outcome.failure {
        let _ = write!(told, "\n    at      {}", failure.place);
        let _ = write!(told, "\n    step    {}", failure.step);
        let _ = write!(told, "\n    reason  {}", failure.reason.replace('\n', "\n            "));
        if !failure.display.is_empty() {
            let _ = write!(told, "\n    display {}", failure.display.join(" | "));
        }
        for (place, line) in failure.journal.iter().enumerate() {
            let title = if place == 0 { "journal" } else { "       " };
            let _ = write!(told, "\n    {title} {line}");
        }
        if let Some(picture) = &failure.picture {
            let _ = write!(told, "\n    picture {}", picture.display());
        }
    }
    told
}

/// The lines of a file that is no feature.
pub fn unreadable(unreadable: &Unreadable) -> String {
    format!("FAILED  {}\n    reason  {}", unreadable.place, unreadable.why)
}

/// The last line of a run.
pub fn total(report: &Report) -> String {
    let (passed, failed, skipped) = report.counts();
    let not_yet = report.not_yet();
    let waiting = if not_yet > 0 { format!(", {not_yet} not yet on {}", report.target) } else { String::new() };
    format!("{passed} passed, {failed} failed, {skipped} skipped{waiting}")
}
