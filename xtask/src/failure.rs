//! What went wrong, in words for the person who typed the command.

use std::fmt;

/// What a piece of work comes to: its product, or the sentence that says why there is none.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A clear sentence: what is wrong and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure that reads as `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::new(format!("This cannot be read: {error}. `cargo xtask help` lists the commands and their options."))
    }
}
