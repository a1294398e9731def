//! How much a run of the tests proves: what there is time for at every commit, or everything.

use std::env;
use std::time::Duration;

use crate::project::Project;

/// Set for a run that takes every case of a test.
const NIGHTLY: &str = "KERBQUAY_NIGHTLY";
/// The number of the commit, which chooses the cases that a run for a commit takes (`e2e/src/sample.rs`).
const COMMIT_NUMBER: &str = "KERBQUAY_COMMIT_NUMBER";
/// How many random sessions each law is held against.
const SESSIONS: &str = "KERBQUAY_SESSIONS";
/// The sessions of the nightly run; a run for a commit takes what the laws themselves say.
const SESSIONS_NIGHTLY: u32 = 100_000;

/// What a run of the tests includes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What there is time for at every commit.
    Commit,
    /// That, and what takes too long for it.
    Nightly,
}

impl Extent {
    /// How long the whole run may take on two cores that do nothing else.
    pub const fn allowance(self) -> Duration {
        match self {
            Self::Commit => Duration::from_mins(34),
            Self::Nightly => Duration::from_mins(150),
        }
    }

    /// What the tests read to know how much they are to do. What the person has set is left as it is.
    pub fn variables(self, project: &Project) -> Vec<(&'static str, String)> {
        let number = [(COMMIT_NUMBER, project.commit_number().to_string())];
        let nightly = [(NIGHTLY, "1".to_owned()), (SESSIONS, SESSIONS_NIGHTLY.to_string())];
        let nightly = nightly.into_iter().filter(|_| self == Self::Nightly);
        number.into_iter().chain(nightly).filter(|(name, _)| env::var_os(name).is_none()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nightly_run_takes_all_and_a_run_for_a_commit_is_told_its_number() {
        let project = Project::here().expect("tests run inside the repository");
        let names = |extent: Extent| {
            let variables = extent.variables(&project);
            variables.into_iter().map(|(name, _)| name).filter(|name| *name != COMMIT_NUMBER).collect::<Vec<_>>()
        };
        // Inside a nightly run both are there already.
        let missing = [NIGHTLY, SESSIONS].into_iter().filter(|name| env::var_os(name).is_none()).collect::<Vec<_>>();
        assert_eq!(names(Extent::Nightly), missing);
        assert!(names(Extent::Commit).is_empty());
        assert!(Extent::Commit.allowance() < Extent::Nightly.allowance());
    }
}
