//! The processes of a browser.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, ChildStdout, Command};
use std::thread;
use std::time::{Duration, Instant};

/// Variables of a desktop session: with them a browser would use the profile, the display or the message bus of the
/// person who runs the tests.
const NOT_INHERITED: [&str; 7] = [
    "DBUS_SESSION_BUS_ADDRESS",
    "WAYLAND_DISPLAY",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
];

/// The program that `variable` names, else `name` on the path, with `home` as its home directory.
pub fn command(variable: &str, name: &str, home: &Path) -> Command {
    let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| OsString::from(name)));
    for inherited in NOT_INHERITED {
        command.env_remove(inherited);
    }
    command.env("HOME", home).env("LC_ALL", "C.UTF-8");
    command
}

/// A running process. Dropping it kills the process, also while a panic unwinds.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts a process.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn start(command: &mut Command) -> Result<Self, String> {
        let started = command.spawn();
        started.map(Self).map_err(|error| format!("{} cannot be started: {error}", command.get_program().display()))
    }

    /// Its standard output, if that is a pipe; only the first call returns it.
    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// Whether it has exited.
    pub fn has_exited(&mut self) -> bool {
        self.0.try_wait().map_or(true, |status| status.is_some())
    }

    /// Waits until it has exited, at most for `timeout`.
    pub fn wait(&mut self, timeout: Duration) {
        let begun = Instant::now();
        while !self.has_exited() && begun.elapsed() < timeout {
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only for a process that has exited already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
