//! The reports of a run: lines on the console, `JUnit` for a build server, a record as JSON.

pub mod console;
pub mod junit;
pub mod record;

use crate::feature::Unreadable;
use crate::run::{Outcome, Verdict};

/// The result of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The target's name.
    pub target: String,
    /// The outcomes of the scenarios, in the order in which they were run.
    pub outcomes: Vec<Outcome>,
    /// The files that are not valid features: each counts as one failure.
    pub unreadable: Vec<Unreadable>,
}

impl Report {
    /// The numbers of scenarios that passed, failed and were skipped.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |verdict| self.outcomes.iter().filter(|outcome| outcome.verdict == verdict).count();
        (count(Verdict::Passed), count(Verdict::Failed) + self.unreadable.len(), count(Verdict::Skipped))
    }

    /// The number of scenarios that the target does not run.
    pub fn not_yet(&self) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.verdict == Verdict::NotYet).count()
    }

    /// Whether nothing failed.
    pub fn is_green(&self) -> bool {
        self.counts().1 == 0
    }
}
