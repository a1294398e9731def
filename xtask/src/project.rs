//! The folders of the repository, and the versions that it pins.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::program::{output, program};

/// The repository.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    variables: Vec<(&'static str, String)>,
}

impl Project {
    /// The repository of this package, or the one that contains the current directory.
    ///
    /// # Errors
    ///
    /// The current directory is not inside the repository.
    pub fn here() -> Outcome<Self> {
        let current = env::current_dir().unwrap_or_default();
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| current.clone(), PathBuf::from);
        let root = package.ancestors().find(|folder| folder.join("Trunk.toml").is_file());
        let root = root.ok_or_else(|| {
            Failure::new("The current directory is not inside the repository: no Trunk.toml here or above.")
        })?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| current.join(folder));
        Ok(Self { root: root.to_owned(), target, variables: Vec::new() })
    }

    /// A copy of the repository in `root`, with a target folder of its own.
    pub fn copied_to(root: PathBuf) -> Self {
        Self { target: root.join("target"), root, variables: Vec::new() }
    }

    /// The same repository, with these variables in the environment of its tests.
    pub fn with_variables(self, variables: Vec<(&'static str, String)>) -> Self {
        Self { variables, ..self }
    }

    /// The environment variables for its tests.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.variables.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The number of commits up to this one; 0 outside of a git clone. A shallow clone counts only those it has.
    pub fn commit_number(&self) -> u32 {
        let count = output(program("git").current_dir(&self.root).args(["rev-list", "--count", "HEAD"]));
        count.and_then(|count| count.parse().ok()).unwrap_or_default()
    }

    /// The repository's top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder for reports, which this call creates.
    ///
    /// # Errors
    ///
    /// It cannot be created.
    pub fn reports(&self) -> Outcome<PathBuf> {
        let folder = self.target.join("reports");
        fs::create_dir_all(&folder).map_err(|error| Failure::io(&folder, &error))?;
        Ok(folder)
    }

    /// The version of `package` in the page's lock file.
    ///
    /// # Errors
    ///
    /// There is no lock file, or it does not contain the package.
    pub fn locked(&self, package: &str) -> Outcome<String> {
        let lock = self.text("Cargo.lock")?;
        locked_in(&lock, package)
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not contain the package `{package}`.")))
    }

    /// The version of the project itself.
    ///
    /// # Errors
    ///
    /// There is no lock file, or it does not contain `firmware-core`.
    pub fn version(&self) -> Outcome<String> {
        self.locked("firmware-core")
    }

    /// The pinned Rust toolchain.
    ///
    /// # Errors
    ///
    /// `rust-toolchain.toml` cannot be read or names none.
    pub fn toolchain(&self) -> Outcome<String> {
        let pins = self.text("rust-toolchain.toml")?;
        let channel = pins.lines().find_map(|line| value_of(line, "channel"));
        channel.ok_or_else(|| Failure::new("rust-toolchain.toml names no `channel`."))
    }

    /// The text of a file of the repository.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub fn text(&self, file: &str) -> Outcome<String> {
        fs::read_to_string(self.root.join(file))
            .map_err(|error| Failure::new(format!("{file} cannot be read: {error}.")))
    }
}

/// The version of the one `package` in a Cargo lock file.
fn locked_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| value_of(line, "name").is_some_and(|name| name == package))?;
    lines.next().and_then(|line| value_of(line, "version"))
}

/// The text in `key = "text"`.
fn value_of(line: &str, key: &str) -> Option<String> {
    let value = line.trim().strip_prefix(key)?.trim_start().strip_prefix('=')?.trim();
    Some(value.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.129"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.128"
"#;

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        assert_eq!(locked_in(LOCK, "wasm-bindgen"), Some("0.2.129".to_owned()));
        assert_eq!(locked_in(LOCK, "wasm-bindgen-macro"), Some("0.2.128".to_owned()));
        assert_eq!(locked_in(LOCK, "wasm"), None);
        assert_eq!(locked_in("", "wasm-bindgen"), None);
    }

    #[test]
    fn a_value_is_read_from_its_line() {
        assert_eq!(value_of("channel = \"1.95.0\"", "channel"), Some("1.95.0".to_owned()));
        assert_eq!(value_of("channels = \"1.95.0\"", "channel"), None);
        assert_eq!(value_of("channel", "channel"), None);
    }

    #[test]
    fn this_project_pins_its_toolchain_and_its_bindgen() {
        let project = Project::here().expect("tests run inside the repository");
        assert!(project.toolchain().expect("it is pinned").starts_with("1."));
        assert!(project.locked("wasm-bindgen").expect("the page needs it").starts_with("0.2."));
        assert!(project.locked("no-such-package").is_err());
    }
}
