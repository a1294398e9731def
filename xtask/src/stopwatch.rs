//! Steps that print their name and their time.

use std::time::Instant;

use crate::failure::Outcome;
use crate::number::seconds;

/// Runs `work` as a step: prints its `name` and `description` first, then whether it succeeded and how long it took.
pub fn step<T>(name: &str, description: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n== {name}: {description}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("== {name}: {verdict} after {}", seconds(start.elapsed()));
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn a_step_returns_the_outcome_of_its_work() {
        assert_eq!(step("sum", "adding", || Ok(1 + 2)), Ok(3));
        assert_eq!(step::<()>("sum", "adding", || Err(Failure::new("no"))), Err(Failure::new("no")));
    }
}
