//! Errors as sentences for the person who typed the command.

use std::fmt;
use std::io;
use std::path::Path;

/// A result with a sentence as its error.
pub type Outcome<T = ()> = Result<T, Failure>;

/// An error: what is wrong and, if possible, what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure that reads as `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file or folder that cannot be used.
    pub fn io(file: &Path, error: &io::Error) -> Self {
        Self(format!("{}: {error}.", file.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::new(format!(
            "The command line cannot be read: {error}. `cargo xtask help` lists the commands and their options."
        ))
    }
}
