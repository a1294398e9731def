//! What emulates the boards: it is asked for something, and answers with what has become of a board
//! (`e2e/chip/README.md`).

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

/// Emulated boards, each in a slot of its own.
pub trait Emulator {
    /// Hands on a request, a line of JSON, and brings the answer, another.
    ///
    /// # Errors
    /// A sentence, if there is nobody to answer any more.
    fn answer(&mut self, request: &str) -> Result<String, String>;

    /// By what name the emulator finds a firmware.
    fn firmware(&self, name: &str) -> String;

    /// Asks for something to be done with the board in this slot.
    ///
    /// # Errors
    /// A sentence that says why it was not done.
    fn ask(&mut self, slot: usize, what: &str, mut with: Value) -> Result<Seen, String> {
        with["do"] = json!(what);
        with["board"] = json!(slot);
        let answer = self.answer(&with.to_string())?;
        let seen = serde_json::from_str::<Seen>(&answer);
        let seen = seen.map_err(|error| format!("what the emulator says cannot be understood: {error}"))?;
        match seen.error {
            Some(error) => Err(format!("the emulated board fails at \u{201c}{what}\u{201d}: {error}")),
            None => Ok(seen),
        }
    }
}

/// What has become of a board after a request.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// Why nothing has.
    pub error: Option<String>,
    /// When the firmware began, by its own clock in milliseconds.
    pub began: u64,
    /// What time it is by its own clock, in milliseconds.
    pub now: u64,
    /// Whether its display is on.
    pub on: bool,
    /// The pins that are driven high, by their bits.
    pub pins: u32,
    /// When the buzzer began (`true`) and ended to sound since the last answer.
    pub edges: Vec<(u64, bool)>,
    /// What was sent on the service link since the last answer, in hexadecimal.
    pub link: String,
    /// The bytes of its display, in hexadecimal; only if they have changed.
    pub picture: Option<String>,
    /// The bytes of the card that was asked for, in hexadecimal.
    pub memory: Option<String>,
    /// Those of the card beside it; empty if there is none.
    pub beside: Option<String>,
    /// How much more than the usual 6 ms before it was taken away a card had said that it was written, in milliseconds
    /// (`e2e/chip/README.md`).
    pub early: u64,
    /// How many instructions were executed.
    pub instructions: u64,
    /// A sum of everything that has left the board, and when.
    pub log: String,
    /// The deepest the stack has been, in bytes.
    pub stack: u32,
    /// How often the flash was erased or written to.
    pub flash: u32,
    /// How the firmware ended that met a mistake of its own.
    pub stopped: Option<Stopped>,
}

/// How a firmware ended that met a mistake of its own, before the chip came up again.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Stopped {
    /// At this address.
    pub at: u32,
    /// The pins that were driven high when it reset the chip, by their bits.
    pub pins: u32,
}

/// Bytes as hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Hexadecimal digits as bytes.
///
/// # Errors
/// A sentence, if they are none.
pub fn from_hex(text: &str) -> Result<Vec<u8>, String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |pair: &[u8]| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?);
    let bytes: Option<Vec<u8>> = text.as_bytes().chunks(2).map(byte).collect();
    bytes.ok_or_else(|| "what the emulator says is no hexadecimal number".to_owned())
}
