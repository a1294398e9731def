//! The words of the acceptance language: values that parse from the beginning of a text and print to text.

use std::fmt;

use firmware_core::money::{Grosz, Ore};
use firmware_core::rule::Rule;
use firmware_core::setting::Setting;
use firmware_core::time::{Date, DateTime, Millis};

/// A value in a step.
pub trait StepValue: Sized {
    /// Reads one from the beginning of `text`; what is left comes back with it.
    ///
    /// # Errors
    /// A sentence that says what was expected instead.
    fn read(text: &str) -> Result<(Self, &str), String>;
    /// Writes it so that [`StepValue::read`] reads the same value.
    ///
    /// # Errors
    /// Only those of `to`.
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result;
}

/// An amount that a step compares with accounts of a ledger.
pub trait LedgerAmount: StepValue {
    /// The amount in the unit of the ledger.
    fn units(&self) -> i64;
}

impl LedgerAmount for MilliKr {
    fn units(&self) -> i64 {
        self.0
    }
}

impl LedgerAmount for Grosz {
    fn units(&self) -> i64 {
        self.0.into()
    }
}

/// A text between quotation marks.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Quoted(pub String);

impl StepValue for Quoted {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let inside = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (inside, rest) = inside.ok_or_else(|| expected("a text between quotation marks", text))?;
        Ok((Self(inside.to_owned()), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "\"{}\"", self.0)
    }
}

impl StepValue for Ore {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (MilliKr(amount), rest) = MilliKr::read(text)?;
        let ore = u32::try_from(amount / 1000).ok().filter(|_| amount % 1000 == 0);
        Ok((Self(ore.ok_or_else(|| expected("an amount in whole øre", text))?), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self} kr")
    }
}

/// An amount down to a thousandth of an øre, written in crowns: `29.99800 kr`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MilliKr(pub i64);

impl StepValue for MilliKr {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("an amount such as 30 kr or 29.99800 kr", text);
        let (number, rest) = text.split_once(" kr").ok_or_else(wrong)?;
        let (negative, number) = number.strip_prefix('-').map_or((false, number), |number| (true, number));
        let (kr, fraction) = number.split_once('.').unwrap_or((number, ""));
        if kr.is_empty() || fraction.len() > 5 || !(kr.chars().chain(fraction.chars())).all(|c| c.is_ascii_digit()) {
            return Err(wrong());
        }
        let kr: i64 = kr.parse().map_err(|_| wrong())?;
        let fraction: i64 = format!("{fraction:0<5}").parse().map_err(|_| wrong())?;
        let amount = kr.checked_mul(100_000).and_then(|kr| kr.checked_add(fraction)).ok_or_else(wrong)?;
        Ok((Self(if negative { -amount } else { amount }), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let amount = self.0.unsigned_abs();
        let (kr, fraction) = (amount / 100_000, amount % 100_000);
        if fraction % 1000 == 0 {
            write!(to, "{sign}{kr}.{:02} kr", fraction / 1000)
        } else {
            write!(to, "{sign}{kr}.{fraction:05} kr")
        }
    }
}

impl StepValue for Grosz {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("an amount such as 3 zł or 2.60 zł", text);
        let (number, rest) = text.split_once(" zł").ok_or_else(wrong)?;
        let (zlote, fraction) = number.split_once('.').unwrap_or((number, "00"));
        let is_number = zlote.chars().chain(fraction.chars()).all(|c| c.is_ascii_digit());
        if zlote.is_empty() || fraction.len() != 2 || !is_number {
            return Err(wrong());
        }
        let zlote = zlote.parse::<u32>().ok().and_then(|zlote| zlote.checked_mul(100));
        let amount = zlote.and_then(|grosze| grosze.checked_add(fraction.parse().ok()?));
        Ok((Self(amount.ok_or_else(wrong)?), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self} zł")
    }
}

impl StepValue for Millis {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (count, rest) = u32::read(text)?;
        for (unit, ms) in [(" ms", 1), (" s", 1000), (" min", 60_000), (" h", 3_600_000)] {
            if let Some(rest) = rest.strip_prefix(unit)
                && !rest.starts_with(|c: char| c.is_alphabetic())
            {
                let ms = count.checked_mul(ms).ok_or_else(|| expected("at most 49 days", text))?;
                return Ok((Self(ms), rest));
            }
        }
        Err(expected("a duration such as 250 ms, 5 s, 1 min or 2 h", text))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        if self.0.is_multiple_of(1000) { write!(to, "{} s", self.0 / 1000) } else { write!(to, "{} ms", self.0) }
    }
}

impl StepValue for u32 {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        digits.parse().map(|number| (number, rest)).map_err(|_| expected("a whole number", text))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl StepValue for Rule {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (name, rest) = split_word(text);
        let rule = Self::from_name(name);
        Ok((rule.ok_or_else(|| expected("a clause such as P-19 or DP-16", text))?, rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl StepValue for Date {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("a day such as 2026-11-20", text);
        let (written, rest) = text.split_at_checked(10).ok_or_else(wrong)?;
        let mut numbers = written.split('-').map(str::parse::<u16>);
        let mut next = || numbers.next().and_then(Result::ok).ok_or_else(wrong);
        let (year, month, day) = (next()?, next()?, next()?);
        let byte = |number: u16| u8::try_from(number).map_err(|_| wrong());
        let date = Self::from_civil(year, byte(month)?, byte(day)?).ok_or_else(wrong)?;
        if date.to_string() == written { Ok((date, rest)) } else { Err(wrong()) }
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl StepValue for DateTime {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("a date and time such as 2026-11-20 08:00:00", text);
        let (written, rest) = text.split_at_checked(19).ok_or_else(wrong)?;
        let mut numbers = written.split(['-', ' ', ':']);
        let mut next = || numbers.next().and_then(|number| number.parse::<u16>().ok()).ok_or_else(wrong);
        let (year, month, day) = (next()?, next()?, next()?);
        let (hour, minute, second) = (next()?, next()?, next()?);
        let byte = |number: u16| u8::try_from(number).map_err(|_| wrong());
        let date = Date::from_civil(year, byte(month)?, byte(day)?).ok_or_else(wrong)?;
        let civil = Self::new(date, byte(hour)?, byte(minute)?, byte(second)?).ok_or_else(wrong)?;
        if civil.to_string() == written { Ok((civil, rest)) } else { Err(wrong()) }
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

/// Makes a type a [`StepValue`] that is written as one of several fixed words.
#[macro_export]
macro_rules! word_values {
    ($type:ty, $what:literal, $($word:literal => $value:expr),+ $(,)?) => {
        impl $crate::step_value::StepValue for $type {
            fn read(text: &str) -> Result<(Self, &str), String> {
                $(if let Some(rest) = $crate::step_value::strip_word(text, $word) { return Ok(($value, rest)); })+
                Err($crate::step_value::expected($what, text))
            }
            fn write(&self, to: &mut dyn std::fmt::Write) -> std::fmt::Result {
                $(if *self == $value { return to.write_str($word); })+
                unreachable!("every value has its word")
            }
        }
    };
}

/// On or off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct OnOff(pub bool);
word_values!(OnOff, "on or off", "on" => Self(true), "off" => Self(false));

/// Whether a clause applied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Applied(pub bool);
word_values!(Applied, "applied or did not apply", "applied" => Self(true), "did not apply" => Self(false));

/// A setting, by its index among all of a world's, and a value for it, written `pedestal.pause_ms is 3000`.
///
/// # Errors
/// A sentence that says what was expected instead.
pub fn assigned<S: Iterator<Item = &'static Setting>>(
    settings: impl Fn() -> S,
    text: &str,
) -> Result<((u8, u32), &str), String> {
    let (name, rest) = split_word(text);
    let found = settings().zip(0u8..).find(|(setting, _)| setting.name == name);
    let (setting, index) = found.ok_or_else(|| {
        let names: Vec<_> = settings().map(|setting| setting.name).collect();
        expected(&format!("one of {}", names.join(", ")), text)
    })?;
    let rest = rest.strip_prefix(" is ").ok_or_else(|| expected("\u{201c} is \u{201d} and a value", rest))?;
    let (written, rest) = split_word(rest);
    let value = setting.parse(written).ok_or_else(|| expected(&format!("a value for {name}"), written))?;
    Ok(((index, value), rest))
}

/// What a device without power shows.
pub const DARK: &str = "dark";

/// Declares `ScreenName` and `Assignment`: the values for the screens of a world and for its settings.
#[macro_export]
macro_rules! screens_and_settings {
    ($world:ty, $screens:expr) => {
        /// The name of one of the device's screens.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct ScreenName(pub &'static str);

        impl $crate::step_value::StepValue for ScreenName {
            fn read(text: &str) -> Result<(Self, &str), String> {
                let (name, rest) = $crate::step_value::split_word(text);
                let screen = $screens.into_iter().find(|screen| *screen == name);
                let wrong = || $crate::step_value::expected(&format!("one of {}", $screens.join(", ")), text);
                Ok((Self(screen.ok_or_else(wrong)?), rest))
            }
            fn write(&self, to: &mut dyn std::fmt::Write) -> std::fmt::Result {
                to.write_str(self.0)
            }
        }

        /// A setting and a value for it, written `reader.write_ms is 336`.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct Assignment {
            /// The setting's index among all of the world's.
            pub index: u8,
            /// The value.
            pub value: u32,
        }

        impl $crate::step_value::StepValue for Assignment {
            fn read(text: &str) -> Result<(Self, &str), String> {
                let settings = <$world as $crate::world::World>::all_settings;
                $crate::step_value::assigned(settings, text).map(|((index, value), rest)| (Self { index, value }, rest))
            }
            fn write(&self, to: &mut dyn std::fmt::Write) -> std::fmt::Result {
                let setting = <$world as $crate::world::World>::all_settings().nth(usize::from(self.index));
                let setting = setting.ok_or(std::fmt::Error)?;
                write!(to, "{} is {}", setting.name, setting.word(self.value))
            }
        }
    };
}

/// The sentence that `found` is not `what` was expected.
pub fn expected(what: &str, found: &str) -> String {
    format!("expected {what}, found \u{201c}{found}\u{201d}")
}

/// The text up to the next space, and the rest.
pub fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(' ').unwrap_or(text.len()))
}

/// What follows `word` at the beginning of a text, if the word ends there.
pub fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}
