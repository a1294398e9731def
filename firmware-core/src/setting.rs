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
    /// One of these, by its index in the list.
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

/// A table of settings: what each of them is, and how they bound each other.
#[derive(Clone, Copy, Debug)]
pub struct Table<const N: usize> {
    /// The settings. Values are stored in this order.
    pub settings: [Setting; N],
    /// The least and the most that the setting with this index may be beside these values.
    pub bounds: fn(values: &[u32; N], index: usize) -> (u32, u32),
}

impl<const N: usize> Table<N> {
    /// The default of each setting.
    pub fn defaults(&self) -> [u32; N] {
        self.settings.map(|setting| setting.default)
    }

    /// `values` with the one at `index` replaced.
    ///
    /// # Errors
    /// [`Refused`] names the setting and the bounds that it has beside the other values.
    pub fn with(&self, values: &[u32; N], index: usize, value: u32) -> Result<[u32; N], Refused> {
        self.settings[index].admit(value, (self.bounds)(values, index))?;
        let mut changed = *values;
        changed[index] = value;
        Ok(changed)
    }

    /// Whether every value is within its bounds: for values that come from outside.
    ///
    /// # Errors
    /// [`Refused`] names the first setting that is not.
    pub fn check(&self, values: &[u32; N]) -> Result<(), Refused> {
        // Each alone first: the bounds beside the others are computed from values that are within their own.
        let mut alone = self.settings.iter().zip(values);
        alone.try_for_each(|(setting, value)| setting.admit(*value, (setting.min, setting.max)))?;
        let mut beside = self.settings.iter().zip(values).enumerate();
        beside.try_for_each(|(index, (setting, value))| setting.admit(*value, (self.bounds)(values, index)))
    }
}

/// Declares the settings of a device: an array of [`Setting`] and, for each, a constant with its index.
macro_rules! settings {
    ($(#[$doc:meta])* $table:ident {
        $($index:ident: $name:literal, $unit:expr, $default:expr, $min:expr => $max:expr, $source:expr;)+
    }) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types, reason = "each variant only counts for its constant")]
        enum Index { $($index),+ }
        $(const $index: usize = Index::$index as usize;)+

        $(#[$doc])*
        pub const $table: [$crate::setting::Setting; [$(Index::$index as usize),+].len()] = [$(
            $crate::setting::Setting {
                name: $name, unit: $unit, default: $default, min: $min, max: $max, source: $source,
            }
        ),+];
    };
}
pub(crate) use settings;

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

/// What holds for every table; the tests of each device call these.
#[cfg(test)]
pub(crate) mod laws {
    use super::*;

    /// The index of the setting with this name.
    pub(crate) fn index<const N: usize>(table: &Table<N>, name: &str) -> usize {
        table.settings.iter().position(|setting| setting.name == name).expect("a setting of that name")
    }

    /// The defaults are within their bounds, and each setting parses from what it prints.
    pub(crate) fn defaults_and_texts<const N: usize>(table: &Table<N>) {
        assert_eq!(table.check(&table.defaults()), Ok(()));
        for setting in table.settings {
            for value in [setting.min, setting.default, setting.max] {
                assert_eq!(setting.parse(&std::format!("{}", setting.word(value))), Some(value));
            }
        }
    }

    /// Two changes within their bounds, one after the other, leave every value within its bounds.
    pub(crate) fn changes_leave_bounds<const N: usize>(table: &Table<N>) {
        let ends = |values: &[u32; N], index: usize| <[u32; 2]>::from((table.bounds)(values, index));
        let defaults = table.defaults();
        for (one, other) in (0..N).flat_map(|one| (0..N).map(move |other| (one, other))) {
            for changed in ends(&defaults, one).map(|value| table.with(&defaults, one, value).expect("within bounds")) {
                for twice in
                    ends(&changed, other).map(|value| table.with(&changed, other, value).expect("within bounds"))
                {
                    let [one, other] = [one, other].map(|index| table.settings[index].name);
                    assert_eq!(table.check(&twice), Ok(()), "{one}, then {other}");
                }
            }
        }
    }

    /// Values from outside are refused for the one that is out of its bounds, whatever the others are.
    pub(crate) fn outside_values_are_refused<const N: usize>(table: &Table<N>) {
        for (index, setting) in table.settings.iter().enumerate() {
            let mut values = table.defaults();
            values[index] = u32::MAX;
            assert_eq!(table.check(&values).map_err(|refused| refused.name), Err(setting.name));
        }
        assert!(table.check(&[u32::MAX; N]).is_err());
    }
}
