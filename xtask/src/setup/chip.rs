//! Node and its packages: the emulator of the boards, and the tools that check the page and its scripts.

use std::path::PathBuf;

use serde_json::Value;

use super::Found;
use crate::failure::{Failure, Outcome};
use crate::program::{on_path, program, run, version};
use crate::project::Project;

/// The variable with the path of a Node.
pub const NODE_VARIABLE: &str = "KERBQUAY_NODE";
/// The oldest supported Node (e2e/chip/package.json).
const NODE_MIN: u32 = 20;

/// A Node that prints its version and is not too old.
pub fn find_node() -> Option<Found> {
    let named = std::env::var_os(NODE_VARIABLE).map(PathBuf::from);
    named.into_iter().chain(on_path("node")).find_map(|file| {
        let version = version_of_node(&file)?;
        (major(&version)? >= NODE_MIN).then(|| Found::program(file, &version))
    })
}

/// Returns an error that says what to install: set-up does not install Node.
///
/// # Errors
///
/// Always.
pub fn obtain_node() -> Outcome {
    Err(Failure::new(format!("Node {NODE_MIN} or later is missing: install it, or point {NODE_VARIABLE} at it.")))
}

/// An npm package that the tests use, from a folder with a lock file.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    /// Its name.
    pub name: &'static str,
    /// The folder with its lock file.
    folder: &'static str,
}

/// The emulator of the boards.
pub const RP2040JS: Package = Package { name: "rp2040js", folder: "e2e/chip" };
/// The accessibility tests.
pub const AXE: Package = Package { name: "axe-core", folder: "e2e/axe" };
/// The formatter and linter of scripts and style sheets.
pub const BIOME: Package = Package { name: "@biomejs/biome", folder: "xtask/web" };
/// What checks the types of scripts.
pub const TYPESCRIPT: Package = Package { name: "typescript", folder: "xtask/web" };

impl Package {
    /// The package, if it is there in the version of the lock file.
    ///
    /// # Errors
    ///
    /// The lock file cannot be read.
    pub fn find(self, project: &Project) -> Outcome<Option<Found>> {
        let Self { name, folder } = self;
        let wanted = self
            .locked(&project.text(&format!("{folder}/package-lock.json"))?)
            .ok_or_else(|| Failure::new(format!("{folder}/package-lock.json does not contain {name}.")))?;
        let file = format!("{folder}/node_modules/{name}");
        let installed = project.text(&format!("{file}/package.json")).ok();
        let installed = installed.and_then(|text| named(&serde_json::from_str(&text).ok()?, "version"));
        Ok((installed.as_ref() == Some(&wanted)).then(|| Found::program(project.root().join(file), &wanted)))
    }

    /// Installs exactly what the lock file says.
    ///
    /// # Errors
    ///
    /// There is no npm, or it fails.
    pub fn obtain(self, project: &Project) -> Outcome {
        run(program("npm").current_dir(project.root().join(self.folder)).args(["ci", "--no-audit", "--no-fund"]))
    }

    /// Its version in a lock file.
    fn locked(self, text: &str) -> Option<String> {
        let lock: Value = serde_json::from_str(text).ok()?;
        named(lock.get("packages")?.get(format!("node_modules/{}", self.name))?, "version")
    }
}

fn named(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn version_of_node(file: &std::path::Path) -> Option<String> {
    // Node prints `v20.20.2`.
    version(file).or_else(|| {
        let output = crate::program::output(program(file).arg("--version"))?;
        output.strip_prefix('v').map(str::to_owned)
    })
}

fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_package_is_in_its_lock_file() {
        let lock = r#"{ "packages": { "": {}, "node_modules/rp2040js": { "version": "1.4.1" } } }"#;
        assert_eq!(RP2040JS.locked(lock).as_deref(), Some("1.4.1"));
        assert_eq!(AXE.locked(lock), None);
        assert_eq!(RP2040JS.locked("{}"), None);
        let project = Project::here().expect("tests run inside the repository");
        for package in [RP2040JS, AXE, BIOME, TYPESCRIPT] {
            let lock = project.text(&format!("{}/package-lock.json", package.folder)).expect("it is in the repository");
            assert!(package.locked(&lock).is_some(), "{}", package.name);
        }
    }

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("x"), None);
    }
}
