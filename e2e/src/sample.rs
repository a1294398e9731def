//! Sampling of tests with too many cases for every commit: each commit runs a tenth of them, a nightly run all.
//!
//! The number of the commit selects the tenth, so that ten commits in a row run every case once. `cargo xtask test`
//! passes the number in `KERBQUAY_COMMIT_NUMBER`, and `cargo xtask test --nightly` sets `KERBQUAY_NIGHTLY`. The test
//! prints which cases it runs; a green run proves only those.

use std::env;
use std::io::{self, Write as _};

/// A commit runs one of this number of shares.
const SHARES: usize = 10;

/// The indices of the cases that this run has to run, of `total` cases. Prints them under the name of the test. With
/// fewer than ten cases there are commits that run none.
pub fn sample(test: &str, total: usize) -> impl Iterator<Item = usize> + use<> {
    let share = Share::of_run();
    // Standard error is not captured by libtest, which hides the output of passing tests.
    let _ = writeln!(io::stderr(), "{test}: {}", share.describe(total));
    share.cases(total)
}

/// The share of a test's cases that a run has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Share {
    /// All of them.
    Whole,
    /// Every tenth, beginning with this one.
    Tenth(usize),
}

impl Share {
    fn of_run() -> Self {
        let number = env::var("KERBQUAY_COMMIT_NUMBER").ok().and_then(|number| number.parse().ok());
        Self::of(env::var_os("KERBQUAY_NIGHTLY").is_some_and(|is| is == "1"), number.unwrap_or_default())
    }

    const fn of(is_nightly: bool, commit_number: usize) -> Self {
        if is_nightly { Self::Whole } else { Self::Tenth(commit_number % SHARES) }
    }

    fn cases(self, total: usize) -> impl Iterator<Item = usize> {
        let (first, step) = match self {
            Self::Whole => (0, 1),
            Self::Tenth(first) => (first, SHARES),
        };
        (first..total).step_by(step)
    }

    fn describe(self, total: usize) -> String {
        match self {
            Self::Whole => format!("all {total} cases"),
            Self::Tenth(first) => {
                let count = self.cases(total).count();
                format!(
                    "{count} of {total} cases, every tenth from case {first} on (selected by the number of the commit)"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(share: Share, total: usize) -> Vec<usize> {
        share.cases(total).collect()
    }

    #[test]
    fn ten_commits_in_a_row_run_every_case_once() {
        for (total, first) in [(200, 0), (37, 118), (3, 9), (0, 5)] {
            let mut taken: Vec<_> = (first..first + 10).flat_map(|n| cases(Share::of(false, n), total)).collect();
            taken.sort_unstable();
            assert_eq!(taken, (0..total).collect::<Vec<_>>(), "{total} cases from commit {first} on");
        }
    }

    #[test]
    fn a_commit_runs_a_tenth_and_a_nightly_run_all() {
        assert_eq!(cases(Share::of(false, 123), 40), [3, 13, 23, 33]);
        assert_eq!(cases(Share::of(true, 123), 40), (0..40).collect::<Vec<_>>());
        let described = Share::of(false, 123).describe(40);
        assert_eq!(described, "4 of 40 cases, every tenth from case 3 on (selected by the number of the commit)");
        assert_eq!(Share::of(true, 123).describe(40), "all 40 cases");
    }

    #[test]
    fn the_environment_selects_the_share() {
        let total = 1_000;
        assert_eq!(sample("this test", total).collect::<Vec<_>>(), cases(Share::of_run(), total));
    }
}
