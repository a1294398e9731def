//! Numbers that can be changed: each with its unit, its bounds and where it comes from.

use core::fmt;

/// Where a number comes from; a page shows it beside the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// The device's manual, at this clause.
    Manual(&'static str),
    /// A public source.
    Public(&'static str),
    /// No source: an invented default.
    Invented,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Milliseconds.
    Millis,
    /// Øre.
    Ore,
    /// Øre per kilowatt-hour.
    OrePerKwh,
    /// Watt-hours.
    WattHours,
    /// One of these, by its place in the list.
    Choice(&'static [&'static str]),
}

/// A setting: its name, its default, what it may be, and why it is what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Setting {
    /// Its name, as files and pages write it: `pedestal.pause_ms`.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// Its value unless someone changes it.
    pub default: u32,
    /// The least it may be.
    pub min: u32,
    /// The most it may be.
    pub max: u32,
    /// Where the default comes from.
    pub source: Source,
}

impl Setting {
    /// The value that `text` means: a number, or the word of a choice.
    pub fn parse(&self, text: &str) -> Option<u32> {
        match self.unit {
            Unit::Choice(words) => words.iter().position(|word| *word == text).and_then(|at| u32::try_from(at).ok()),
            _ => text.parse().ok(),
        }
    }

    /// Whether this value lies within bounds, which may be tighter than its own beside other settings.
    ///
    /// # Errors
    /// [`Refused`] names the setting and these bounds.
    pub fn admit(&self, value: u32, (min, max): (u32, u32)) -> Result<(), Refused> {
        if (min..=max).contains(&value) { Ok(()) } else { Err(Refused { name: self.name, value, min, max }) }
    }

    /// `value` as it is written: the inverse of [`Self::parse`].
    pub fn word(&self, value: u32) -> Word {
        match self.unit {
            Unit::Choice(words) => Word::Choice(words.get(value as usize).copied().unwrap_or("?")),
            _ => Word::Number(value),
        }
    }
}

/// A value as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// A number.
    Number(u32),
    /// The word of a choice.
    Choice(&'static str),
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Choice(word) => f.write_str(word),
        }
    }
}

/// A value that a setting cannot have, with the bounds it has to keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused {
    /// The setting's name.
    pub name: &'static str,
    /// The value that was asked for.
    pub value: u32,
    /// The least it may be, with the other settings as they are.
    pub min: u32,
    /// The most it may be, with the other settings as they are.
    pub max: u32,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, min, max } = self;
        write!(f, "{name} cannot be {value}: it must lie between {min} and {max}")
    }
}
