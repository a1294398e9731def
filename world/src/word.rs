//! The words of the acceptance language: values that parse from the beginning of a text and print to text.

use std::fmt;

use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::{Date, DateTime, Millis};

use crate::marina::Appliance;
use crate::quay::all_settings;
use crate::wallet::{Issue, Standing};

/// A value in a step.
pub trait Word: Sized {
    /// Reads one from the beginning of `text`; what is left comes back with it.
    ///
    /// # Errors
    /// A sentence that says what was expected instead.
    fn read(text: &str) -> Result<(Self, &str), String>;
    /// Writes it so that [`Word::read`] reads the same value.
    ///
    /// # Errors
    /// Only those of `to`.
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result;
}

/// A text between quotation marks.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Quoted(pub String);

impl Word for Quoted {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let inside = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (inside, rest) = inside.ok_or_else(|| expected("a text between quotation marks", text))?;
        Ok((Self(inside.to_owned()), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "\"{}\"", self.0)
    }
}

impl Word for Ore {
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

impl Word for MilliKr {
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

impl Word for Millis {
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

impl Word for u32 {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        digits.parse().map(|number| (number, rest)).map_err(|_| expected("a whole number", text))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl Word for Socket {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (number, rest) = u32::read(text)?;
        let socket = u8::try_from(number).ok().and_then(Self::numbered);
        Ok((socket.ok_or_else(|| expected("a socket from 1 to 4", text))?, rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{}", self.number())
    }
}

impl Word for Key {
    fn read(text: &str) -> Result<(Self, &str), String> {
        if let Some(rest) = text.strip_prefix("Back") {
            return Ok((Self::Back, rest));
        }
        if let Some(rest) = text.strip_prefix("Enter") {
            return Ok((Self::Enter, rest));
        }
        let rest = text.strip_prefix("socket ").ok_or_else(|| expected("Back, Enter or socket 1 to 4", text))?;
        Socket::read(rest).map(|(socket, rest)| (Self::Socket(socket), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Back => to.write_str("Back"),
            Self::Enter => to.write_str("Enter"),
            Self::Socket(socket) => write!(to, "socket {}", socket.number()),
        }
    }
}

impl Word for Rule {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (name, rest) = split_word(text);
        let rule = Self::from_name(name);
        Ok((rule.ok_or_else(|| expected("a clause such as P-19 or DP-16", text))?, rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl Word for DateTime {
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

/// One of several fixed words.
macro_rules! fixed_words {
    ($type:ty, $what:literal, $($word:literal => $value:expr),+ $(,)?) => {
        impl Word for $type {
            fn read(text: &str) -> Result<(Self, &str), String> {
                $(if let Some(rest) = strip_word(text, $word) { return Ok(($value, rest)); })+
                Err(expected($what, text))
            }
            fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
                $(if *self == $value { return to.write_str($word); })+
                unreachable!("every value has its word")
            }
        }
    };
}

/// On or off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct OnOff(pub bool);
fixed_words!(OnOff, "on or off", "on" => Self(true), "off" => Self(false));

/// Whether a clause applied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Applied(pub bool);
fixed_words!(Applied, "applied or did not apply", "applied" => Self(true), "did not apply" => Self(false));

/// Accounts of one kind taken together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Accounts {
    /// What was sold.
    Sold,
    /// All usable cards.
    Cards,
    /// All frozen cards.
    Frozen,
    /// All sockets of all pedestals.
    Sockets,
    /// Everything in suspense.
    Suspense,
    /// Delivered as energy.
    Consumed,
    /// Remainders below one øre.
    Rounding,
    /// Lost.
    Lost,
    /// Paid out.
    CashOut,
}
fixed_words!(
    Accounts, "Sold, Cards, Frozen, Sockets, Suspense, Consumed, Rounding, Lost or CashOut",
    "Sold" => Self::Sold, "Cards" => Self::Cards, "Frozen" => Self::Frozen, "Sockets" => Self::Sockets,
    "Suspense" => Self::Suspense, "Consumed" => Self::Consumed, "Rounding" => Self::Rounding, "Lost" => Self::Lost,
    "CashOut" => Self::CashOut,
);

fixed_words!(
    Issue, "user, foreign, blocked, spoilt or other marina's",
    "user" => Self::User, "foreign" => Self::Foreign, "blocked" => Self::Blocked, "spoilt" => Self::Spoilt,
    "other marina's" => Self::OtherMarina,
);

fixed_words!(
    Standing, "valid, invalid, blocked, foreign, unreadable, destroyed or lost",
    "valid" => Self::Valid, "invalid" => Self::Invalid, "blocked" => Self::Blocked, "foreign" => Self::Foreign,
    "unreadable" => Self::Unreadable, "destroyed" => Self::Destroyed, "lost" => Self::Lost,
);

fixed_words!(
    Appliance, "light, fridge, dehumidifier, charger, boiler, heater or kettle",
    "light" => Self::Light, "fridge" => Self::Fridge, "dehumidifier" => Self::Dehumidifier,
    "charger" => Self::Charger, "boiler" => Self::Boiler, "heater" => Self::Heater, "kettle" => Self::Kettle,
);

/// The name of one of the pedestal's screens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ScreenName(pub &'static str);

/// Every screen a pedestal has, and the dark one.
pub const SCREENS: [&str; 11] = [
    "Welcome",
    "ServiceSelect",
    "Busy",
    "OutletStatus",
    "Updating",
    "RemoveCard",
    "Interrupted",
    "WrongCard",
    "InvalidCard",
    "CreditCheck",
    DARK,
];
/// What a pedestal without power shows.
pub const DARK: &str = "dark";

impl Word for ScreenName {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (name, rest) = split_word(text);
        let screen = SCREENS.into_iter().find(|screen| *screen == name);
        Ok((Self(screen.ok_or_else(|| expected(&format!("one of {}", SCREENS.join(", ")), text))?), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        to.write_str(self.0)
    }
}

/// A setting and a value for it, written `pedestal.pause_ms is 3000`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Assignment {
    /// The setting's place in [`all_settings`].
    pub place: u8,
    /// The value.
    pub value: u32,
}

impl Word for Assignment {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (name, rest) = split_word(text);
        let found = all_settings().zip(0u8..).find(|(setting, _)| setting.name == name);
        let (setting, place) = found.ok_or_else(|| {
            let names: Vec<_> = all_settings().map(|setting| setting.name).collect();
            expected(&format!("one of {}", names.join(", ")), text)
        })?;
        let rest = rest.strip_prefix(" is ").ok_or_else(|| expected("\u{201c} is \u{201d} and a value", rest))?;
        let (written, rest) = split_word(rest);
        let value = setting.parse(written).ok_or_else(|| expected(&format!("a value for {name}"), written))?;
        Ok((Self { place, value }, rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        let setting = all_settings().nth(usize::from(self.place)).ok_or(fmt::Error)?;
        write!(to, "{} is {}", setting.name, setting.word(self.value))
    }
}

fn expected(what: &str, found: &str) -> String {
    format!("expected {what}, found \u{201c}{found}\u{201d}")
}

fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(' ').unwrap_or(text.len()))
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}
