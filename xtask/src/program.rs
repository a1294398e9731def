//! Other programs: where they are, and running them.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::{Failure, Outcome};

/// A program to run, free of what `cargo run` tells this one about its own package.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    for (key, _) in env::vars_os() {
        // A build script that asks for one of these would be run again whenever xtask, and not a person, calls Cargo.
        if key.to_str().is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(key);
        }
    }
    command
}

/// Cargo, the same one that runs this program.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Has Cargo ask for the compiler's advice on this workspace while it compiles it in any case, and take all that there
/// is for an error. What others wrote is then compiled once, and not once more for the advice alone. (It is how
/// `cargo clippy` itself asks: rust-lang/rust-clippy, `src/main.rs`.)
pub fn advised(cargo: &mut Command) -> &mut Command {
    const SPACE: &str = "__CLIPPY_HACKERY__";
    cargo.env(ADVISER.0, ADVISER.1).env("CLIPPY_ARGS", format!("-D{SPACE}warnings{SPACE}"))
}

/// What stands before the compiler of a workspace, and in which variable.
const ADVISER: (&str, &str) = ("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");

/// Runs `command` where the person sees what it prints.
///
/// # Errors
///
/// The program is not there, or ended with anything but success.
pub fn run(command: &mut Command) -> Outcome {
    let status = status(command)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("This ended with {status}: {}", spelled(command))))
}

/// Runs `command` where the person sees what it prints, and says how it ended.
///
/// # Errors
///
/// The program is not there.
pub fn status(command: &mut Command) -> Outcome<ExitStatus> {
    command.status().map_err(|error| absent(command, &error))
}

/// What `command` prints, or `None` when it is not there or does not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The version a program answers with, or `None` when it is not there or answers none.
pub fn version(place: &Path) -> Option<String> {
    answer(program(place).arg("--version")).and_then(|answer| version_in(&answer).map(str::to_owned))
}

/// Every program of this name on the path, the first found first.
pub fn on_path(name: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&file)).filter(|file| is_program(file)).collect()
}

/// Whether this machine has a program of this name on its path.
pub fn is_on_path(name: &str) -> bool {
    !on_path(name).is_empty()
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// The number in what a program answers to `--version`: `132` of `wasm-opt version 132 (version_132)`.
fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

fn absent(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be started: {error}.", command.get_program().to_string_lossy()))
}

/// The command as a person would type it.
fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words = words.map(|word| {
        let word = word.to_string_lossy();
        if word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_is_named_with_its_words() {
        let failure = run(cargo().arg("no such command").stderr(Stdio::null())).expect_err("cargo refuses this");
        assert!(failure.to_string().ends_with("'no such command'"), "{failure}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let failure = run(&mut program("no-such-program")).expect_err("it is not there");
        assert!(failure.to_string().contains("`no-such-program` cannot be started"), "{failure}");
        assert_eq!(answer(&mut program("no-such-program")), None);
        assert!(!is_on_path("no-such-program"));
    }

    #[test]
    fn the_version_is_the_first_number_of_an_answer() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.129 (b3e1d2f)"), Some("0.2.129"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some("156.0.8078.79"));
        assert_eq!(version_in("ChromeDriver 156.0.8078.79 (a21ce95c24ce)"), Some("156.0.8078.79"));
        assert_eq!(version_in("wasm-opt"), None);
    }

    #[test]
    fn a_programs_answer_is_what_it_prints() {
        let answer = answer(cargo().arg("--version")).expect("cargo runs these tests");
        assert!(answer.starts_with("cargo 1."), "{answer}");
    }
}
