//! Proof that the scenarios detect a broken device: one clause is broken at a time, and the scenarios with its tag have
//! to fail.
//!
//! The patches that break the clauses are in `e2e/sabotage` ([`patch`]). They are applied to a copy of the sources
//! ([`copy`]), all of them at once: a function that is patched keeps its body and gets a second one for each patch, and
//! an environment variable selects the body that runs ([`switch`]). A patch outside of functions is compiled by itself.
//! Only the part of this runner for the target `core` is built.

mod copy;
mod patch;
mod switch;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use self::copy::{BrokenCopy, RunResult};
use self::patch::Patch;
use crate::feature::Scenario;

/// The number of broken devices that run in parallel: each keeps a processor busy.
const PARALLEL: usize = 2;

/// Breaks the devices, clause by clause. Returns whether the scenarios of every clause failed. `features` is the folder
/// of `scenarios`.
///
/// # Errors
/// A patch does not apply, a broken device does not compile, or the scenarios fail without a patch.
pub fn prove(features: &Path, scenarios: &[Scenario]) -> Result<bool, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let patches = patch::read_all()?;
    let copy = BrokenCopy::create(&root, features)?;
    println!("{:<6} {:>4} of {:<4} {:<9} broken: the device …", "clause", "red", "all", "detected");
    let (together, alone) = copy.apply_together(&patches)?;
    copy.build().map_err(|why| format!("the broken devices: {why}"))?;
    let sound = copy.run(None, None)?;
    if !sound.is_green() {
        return Err(format!("the scenarios have to pass before a device is broken: {sound:?}"));
    }
    let report = |patch: &Patch, result: RunResult| {
        let has_tag = |scenario: &&Scenario| scenario.tags.contains(&patch.rule);
        let tagged = scenarios.iter().filter(has_tag).count();
        let is_detected = !result.is_green();
        let red = match result {
            RunResult::Ended { failed, .. } => failed.to_string(),
            RunResult::TimedOut => "hung".to_owned(),
        };
        let detected = if is_detected { "yes" } else { "NO" };
        println!("{:<6} {red:>4} of {tagged:<4} {detected:<9} {}", patch.rule, patch.effect);
        is_detected
    };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut all_detected = true;
        while let Some(&number) = together.get(next.fetch_add(1, Ordering::Relaxed)) {
            let patch = &patches[number];
            let result = copy.run(Some(&patch.rule), Some(number));
            all_detected &= report(patch, result.map_err(|why| format!("{}: {why}", patch.rule))?);
        }
        Ok(all_detected)
    };
    let results: Vec<Result<bool, String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..PARALLEL).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err("a worker panicked".to_owned())))
            .collect()
    });
    let mut all_detected = results.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().all(|detected| detected);
    for number in alone {
        let patch = &patches[number];
        copy.restore(&root)?;
        let result = copy.apply_alone(patch).map_err(|why| format!("{}: {why}", patch.rule))?;
        all_detected &= report(patch, result);
    }
    println!("{} clauses broken, {}", patches.len(), if all_detected { "all detected" } else { "not all detected" });
    Ok(all_detected)
}
