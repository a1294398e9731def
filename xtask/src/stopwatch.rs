//! Steps that say what they do and how long it took.

use std::time::{Duration, Instant};

use crate::failure::Outcome;
use crate::size::grouped;

/// Does `work` as a step: its `name` and what it `says` first, then its outcome with the time it took.
pub fn step<T>(name: &str, says: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n== {name}: {says}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("== {name}: {verdict} after {}", spelled(start.elapsed()));
    outcome
}

/// A length of time in seconds with one decimal, cut: `1,212.3 s`.
pub fn spelled(time: Duration) -> String {
    format!("{}.{} s", grouped(time.as_secs()), time.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_spelled_in_tenths_of_a_second() {
        assert_eq!(spelled(Duration::from_millis(0)), "0.0 s");
        assert_eq!(spelled(Duration::from_millis(1_990)), "1.9 s");
        assert_eq!(spelled(Duration::from_millis(117_040)), "117.0 s");
        assert_eq!(spelled(Duration::from_secs(1_555)), "1,555.0 s");
    }

    #[test]
    fn a_step_hands_on_what_its_work_came_to() {
        assert_eq!(step("sum", "adding", || Ok(1 + 2)), Ok(3));
        let failure = || crate::failure::Failure::new("no");
        assert_eq!(step::<()>("sum", "adding", || Err(failure())), Err(failure()));
    }
}
