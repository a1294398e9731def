//! What a run leaves: lines for a person, `JUnit` for a build server, a record for machines.

pub mod console;
pub mod junit;
pub mod record;

use crate::feature::Unreadable;
use crate::run::{Outcome, Verdict};

/// Everything that came of a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// The target's name.
    pub target: String,
    /// The scenarios, in the order in which they were played.
    pub outcomes: Vec<Outcome>,
    /// The files that are no features: each counts as one failure.
    pub unreadable: Vec<Unreadable>,
}

impl Report {
    /// How many scenarios passed, failed and were skipped.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |verdict| self.outcomes.iter().filter(|outcome| outcome.verdict == verdict).count();
        (count(Verdict::Passed), count(Verdict::Failed) + self.unreadable.len(), count(Verdict::Skipped))
    }

    /// How many scenarios this target does not play yet.
    pub fn not_yet(&self) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.verdict == Verdict::NotYet).count()
    }

    /// Whether nothing failed.
    pub fn is_green(&self) -> bool {
        self.counts().1 == 0
    }
}
