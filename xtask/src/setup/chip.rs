//! What the emulated boards of the acceptance tests run on.

use std::path::PathBuf;

use serde_json::Value;

use super::Found;
use crate::failure::{Failure, Outcome};
use crate::program::{on_path, program, run, version};
use crate::project::Project;

/// Points at a Node that is to be used.
pub const NODE_VARIABLE: &str = "KERBQUAY_NODE";
/// The oldest Node that will do (e2e/chip/package.json).
const NODE_MIN: u32 = 20;

/// A Node that answers and is not too old.
pub fn find_node() -> Option<Found> {
    let named = std::env::var_os(NODE_VARIABLE).map(PathBuf::from);
    named.into_iter().chain(on_path("node")).find_map(|place| {
        let answer = version_of_node(&place)?;
        (major(&answer)? >= NODE_MIN).then(|| Found::program(place, &answer))
    })
}

/// Says what to install: Node comes from wherever the person has it from.
///
/// # Errors
///
/// Always.
pub fn obtain_node() -> Outcome {
    Err(Failure::new(format!("Node {NODE_MIN} or later is missing: install it, or point {NODE_VARIABLE} at it.")))
}

/// The emulator, if it is there in the version of the lock file.
///
/// # Errors
///
/// The lock file cannot be read.
pub fn find_emulator(project: &Project) -> Outcome<Option<Found>> {
    let wanted = locked(&project.text("e2e/chip/package-lock.json")?)
        .ok_or_else(|| Failure::new("e2e/chip/package-lock.json holds no rp2040js."))?;
    let place = project.root().join("e2e/chip/node_modules/rp2040js");
    let installed = project.text("e2e/chip/node_modules/rp2040js/package.json").ok();
    let installed = installed.and_then(|text| named(&serde_json::from_str(&text).ok()?, "version"));
    Ok((installed.as_ref() == Some(&wanted)).then(|| Found::program(place, &wanted)))
}

/// Installs exactly what the lock file says.
///
/// # Errors
///
/// There is no npm, or it fails.
pub fn obtain_emulator(project: &Project) -> Outcome {
    run(program("npm").current_dir(project.root().join("e2e/chip")).args(["ci", "--no-audit", "--no-fund"]))
}

/// The version of the emulator in a lock file.
fn locked(text: &str) -> Option<String> {
    let lock: Value = serde_json::from_str(text).ok()?;
    named(lock.get("packages")?.get("node_modules/rp2040js")?, "version")
}

fn named(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn version_of_node(place: &std::path::Path) -> Option<String> {
    // Node says `v20.20.2`.
    version(place).or_else(|| {
        let answer = crate::program::answer(program(place).arg("--version"))?;
        answer.strip_prefix('v').map(str::to_owned)
    })
}

fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emulator_is_the_one_that_is_locked() {
        let lock = r#"{ "packages": { "": {}, "node_modules/rp2040js": { "version": "1.4.1" } } }"#;
        assert_eq!(locked(lock).as_deref(), Some("1.4.1"));
        assert_eq!(locked("{}"), None);
        let project = Project::here().expect("tests run inside the repository");
        let lock = project.text("e2e/chip/package-lock.json").expect("it is part of the repository");
        assert!(locked(&lock).is_some());
    }

    #[test]
    fn the_first_number_of_a_version_decides() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("x"), None);
    }
}
