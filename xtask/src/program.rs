//! Finding and running other programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::{Failure, Outcome};

/// A command without the environment variables in which `cargo run` describes the package of xtask.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    for (key, _) in env::vars_os() {
        // A build script that reads one of these would run again in each build that xtask starts.
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

/// Runs `command` with its output on the terminal.
///
/// # Errors
///
/// The program cannot be started or fails.
pub fn run(command: &mut Command) -> Outcome {
    let status = status(command)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` failed ({status}).", command_line(command))))
}

/// Runs `command` with its output on the terminal. Returns its exit status.
///
/// # Errors
///
/// The program cannot be started.
pub fn status(command: &mut Command) -> Outcome<ExitStatus> {
    command.status().map_err(|error| not_started(command, &error))
}

/// The output of `command`, trimmed; `None` if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The version that a program prints; `None` if it cannot be started or prints none.
pub fn version(file: &Path) -> Option<String> {
    output(program(file).arg("--version")).and_then(|output| version_in(&output).map(str::to_owned))
}

/// Every program of this name in `PATH`, in the order of its folders.
pub fn on_path(name: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&file)).filter(|file| is_program(file)).collect()
}

/// Whether `PATH` has a program of this name.
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

/// The version in the output of `--version`: `132` of `wasm-opt version 132 (version_132)`.
fn version_in(output: &str) -> Option<&str> {
    output.split_whitespace().find(|part| part.starts_with(|first: char| first.is_ascii_digit()))
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be started: {error}.", command.get_program().to_string_lossy()))
}

/// The command as it is typed.
fn command_line(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    let parts = parts.map(|part| {
        let part = part.to_string_lossy();
        if part.contains(' ') { format!("'{part}'") } else { part.into_owned() }
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_a_program_that_fails_has_its_command_line() {
        let failure = run(cargo().arg("no such command").stderr(Stdio::null())).expect_err("cargo refuses this");
        assert!(failure.to_string().contains("'no such command'` failed (exit status"), "{failure}");
    }

    #[test]
    fn the_error_of_a_missing_program_has_its_name() {
        let failure = run(&mut program("no-such-program")).expect_err("it is not there");
        assert!(failure.to_string().contains("`no-such-program` cannot be started"), "{failure}");
        assert_eq!(output(&mut program("no-such-program")), None);
        assert!(!is_on_path("no-such-program"));
    }

    #[test]
    fn the_version_is_the_first_number_in_the_output() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.129 (b3e1d2f)"), Some("0.2.129"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some("156.0.8078.79"));
        assert_eq!(version_in("ChromeDriver 156.0.8078.79 (a21ce95c24ce)"), Some("156.0.8078.79"));
        assert_eq!(version_in("wasm-opt"), None);
    }

    #[test]
    fn the_output_of_a_program_is_returned() {
        let output = output(cargo().arg("--version")).expect("cargo runs these tests");
        assert!(output.starts_with("cargo 1."), "{output}");
    }
}
