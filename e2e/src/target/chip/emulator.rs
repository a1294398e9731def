//! The emulator as a program of its own, which is asked by a line and answers by a line (`e2e/chip/README.md`).

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use twin::Emulator;

/// Where the firmware is: a folder with an ELF file for each device.
pub const FIRMWARE_VARIABLE: &str = "KERBQUAY_FIRMWARE";
/// Which Node runs the emulator; the one on the path if nothing is said.
pub const NODE_VARIABLE: &str = "KERBQUAY_NODE";

/// Node with the emulator in it, and any number of boards in its slots.
#[derive(Debug)]
pub struct Node {
    child: Child,
    /// Until it is closed, at the very end.
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    firmware: PathBuf,
}

impl Node {
    /// Starts it, with the firmware that [`FIRMWARE_VARIABLE`] says.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn start() -> Result<Self, String> {
        let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/firmware/thumbv6m-none-eabi/release");
        Self::start_with(&env::var_os(FIRMWARE_VARIABLE).map_or(usual, PathBuf::from))
    }

    /// Starts it, with the firmware in this folder.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn start_with(firmware: &Path) -> Result<Self, String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new(env::var_os(NODE_VARIABLE).unwrap_or_else(|| "node".into()));
        command.arg(here.join("chip/serve.mjs")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("the emulator cannot be started: {error}"))?;
        let (requests, answers) = (child.stdin.take(), child.stdout.take());
        let answers = BufReader::new(answers.ok_or("the emulator has no output")?);
        Ok(Self { child, requests, answers, firmware: firmware.to_owned() })
    }
}

impl Emulator for Node {
    fn answer(&mut self, request: &str) -> Result<String, String> {
        let gone = |error: &dyn std::fmt::Display| format!("the emulator is gone: {error}");
        let requests = self.requests.as_mut().ok_or("the emulator has no input")?;
        writeln!(requests, "{request}").map_err(|error| gone(&error))?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).map_err(|error| gone(&error))?;
        Ok(answer)
    }

    fn firmware(&self, name: &str) -> String {
        self.firmware.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It ends by itself when nobody asks any more; how it did is of no interest.
        self.requests = None;
        let _ = self.child.wait();
    }
}
