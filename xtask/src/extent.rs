//! How much the tests do: a quick check while working, a run for every commit, or everything.

use std::env;
use std::time::Duration;

use crate::project::Project;

/// Set for a run that includes every case of a test.
const NIGHTLY: &str = "KERBQUAY_NIGHTLY";
/// The number of the commit, which selects the cases that a run for a commit includes (`e2e/src/sample.rs`).
const COMMIT_NUMBER: &str = "KERBQUAY_COMMIT_NUMBER";
/// The number of random sessions for each law.
const SESSIONS: &str = "KERBQUAY_SESSIONS";
/// The sessions of a check.
pub const SESSIONS_CHECK: u32 = 300;
/// The sessions of a run for a commit.
pub const SESSIONS_COMMIT: u32 = 10_000;
/// The sessions of a nightly run.
pub const SESSIONS_NIGHTLY: u32 = 100_000;

/// How much a run of the tests includes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What a minute allows while working: `cargo xtask check`.
    Check,
    /// What every commit needs.
    Commit,
    /// Everything.
    Nightly,
}

impl Extent {
    /// The time limit of the whole run on two cores that do nothing else.
    pub const fn allowance(self) -> Duration {
        match self {
            Self::Check => Duration::from_mins(1),
            Self::Commit => Duration::from_mins(36),
            Self::Nightly => Duration::from_mins(150),
        }
    }

    /// The environment variables of the tests, except those that are set already.
    pub fn variables(self, project: &Project) -> Vec<(&'static str, String)> {
        let sessions = match self {
            Self::Check => SESSIONS_CHECK,
            Self::Commit => SESSIONS_COMMIT,
            Self::Nightly => SESSIONS_NIGHTLY,
        };
        let number = project.commit_number().to_string();
        let mut variables = vec![(COMMIT_NUMBER, number), (SESSIONS, sessions.to_string())];
        if self == Self::Nightly {
            variables.push((NIGHTLY, "1".to_owned()));
        }
        variables.retain(|(name, _)| env::var_os(name).is_none());
        variables
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_extent_sets_its_variables_unless_they_are_set() {
        let project = Project::here().expect("tests run inside the repository");
        let names = |extent: Extent| {
            let variables = extent.variables(&project);
            variables.into_iter().map(|(name, _)| name).filter(|name| *name != COMMIT_NUMBER).collect::<Vec<_>>()
        };
        // A run of the tests may have set them for this test.
        let unset = |names: &[&'static str]| {
            names.iter().copied().filter(|name| env::var_os(name).is_none()).collect::<Vec<_>>()
        };
        assert_eq!(names(Extent::Check), unset(&[SESSIONS]));
        assert_eq!(names(Extent::Commit), unset(&[SESSIONS]));
        assert_eq!(names(Extent::Nightly), unset(&[SESSIONS, NIGHTLY]));
    }

    #[test]
    fn a_larger_extent_has_a_larger_allowance() {
        let allowances = [Extent::Check, Extent::Commit, Extent::Nightly].map(Extent::allowance);
        assert!(allowances.is_sorted());
    }
}
