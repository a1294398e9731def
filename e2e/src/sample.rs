//! Cases of a test that are too many for every commit: a tenth of them for each, and all of them every night.
//!
//! The number of the commit chooses the tenth, so that ten commits in a row take every case once. `cargo xtask test`
//! hands the number on in `KERBQUAY_COMMIT_NUMBER`, and `cargo xtask test --nightly` sets `KERBQUAY_NIGHTLY`. What is
//! proven at one commit is the tenth that the test prints, and no more.

use std::env;
use std::io::{self, Write as _};

/// The share of the cases that a commit takes is one of this many.
const SHARES: usize = 10;

/// The cases, of `total` that are numbered from 0, that this run takes. Prints for the test of this name which they
/// are. With fewer than ten cases there are commits that take none.
pub fn sample(test: &str, total: usize) -> impl Iterator<Item = usize> + use<> {
    let share = Share::of_run();
    // Past the capture of libtest, which keeps what a test prints to itself unless it fails.
    let _ = writeln!(io::stderr(), "{test}: {}", share.told(total));
    share.cases(total)
}

/// What a run takes of the cases of a test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Share {
    /// All of them.
    Whole,
    /// Every tenth, from this one on.
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

    fn told(self, total: usize) -> String {
        match self {
            Self::Whole => format!("all {total} cases"),
            Self::Tenth(first) => {
                let count = self.cases(total).count();
                format!("{count} of {total} cases, every tenth from case {first} on, as the commit's number says")
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
    fn ten_commits_in_a_row_take_every_case_once() {
        for (total, first) in [(200, 0), (37, 118), (3, 9), (0, 5)] {
            let mut taken: Vec<_> = (first..first + 10).flat_map(|n| cases(Share::of(false, n), total)).collect();
            taken.sort_unstable();
            assert_eq!(taken, (0..total).collect::<Vec<_>>(), "{total} cases from commit {first} on");
        }
    }

    #[test]
    fn a_commit_takes_a_tenth_and_a_night_all() {
        assert_eq!(cases(Share::of(false, 123), 40), [3, 13, 23, 33]);
        assert_eq!(cases(Share::of(true, 123), 40), (0..40).collect::<Vec<_>>());
        let told = Share::of(false, 123).told(40);
        assert_eq!(told, "4 of 40 cases, every tenth from case 3 on, as the commit's number says");
        assert_eq!(Share::of(true, 123).told(40), "all 40 cases");
    }

    #[test]
    fn a_run_takes_what_its_environment_says() {
        let total = 1_000;
        assert_eq!(sample("this test", total).collect::<Vec<_>>(), cases(Share::of_run(), total));
    }
}
