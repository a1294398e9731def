//! The emulator as a process: each request and each answer is a line (`e2e/chip/README.md`).

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use twin::Emulator;

/// Names the folder with the firmware: an ELF file for each kind of device.
pub const FIRMWARE_VARIABLE: &str = "KERBQUAY_FIRMWARE";
/// Names the Node that runs the emulator; by default the one on the path.
pub const NODE_VARIABLE: &str = "KERBQUAY_NODE";

/// A Node process with the emulator, which has any number of boards.
#[derive(Debug)]
pub struct Node {
    child: Child,
    /// None once it is closed, which ends the process.
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    firmware: PathBuf,
}

impl Node {
    /// Starts it with the firmware in the folder that [`FIRMWARE_VARIABLE`] names.
    ///
    /// # Errors
    /// Node cannot be started.
    pub fn start() -> Result<Self, String> {
        let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/firmware/thumbv6m-none-eabi/release");
        Self::start_with(&env::var_os(FIRMWARE_VARIABLE).map_or(default, PathBuf::from))
    }

    /// Starts it with the firmware in this folder.
    ///
    /// # Errors
    /// Node cannot be started.
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
        let gone = |error: &dyn std::fmt::Display| format!("the emulator has exited: {error}");
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
        // It exits when its input is closed; its exit code does not matter.
        self.requests = None;
        let _ = self.child.wait();
    }
}
