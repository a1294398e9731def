//! The words that only the bus has.

use std::fmt;

use firmware_core::card::FareKind;
use firmware_core::validator::fare::PROFILES;
use firmware_core::validator::{Face, Field, FieldState, Key};

use super::Bus;
use super::wallet::{BusCardStatus, Entitlement, Issue};
pub use crate::step_value::DARK;
use crate::step_value::{StepValue, expected, split_word};
use crate::{screens_and_settings, word_values};

word_values!(Key, "N, U or S", "N" => Self::N, "U" => Self::U, "S" => Self::S);

word_values!(
    Field, "Normal, Reduced, Check or Top-up",
    "Normal" => Self::Normal, "Reduced" => Self::Reduced, "Check" => Self::Check, "Top-up" => Self::TopUp,
);

word_values!(
    FieldState, "ready, armed or inert",
    "ready" => Self::Ready, "armed" => Self::Armed, "inert" => Self::Inert,
);

word_values!(Face, "old or new", "old" => Self::Keys, "new" => Self::Touch);

word_values!(FareKind, "normal or reduced", "normal" => Self::Normal, "reduced" => Self::Reduced);

word_values!(Entitlement, "reduced or free", "reduced" => Self::Reduced, "free" => Self::Free);

/// The fare that a plain tap takes, if one is set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Fare(pub Option<FareKind>);
word_values!(
    Fare, "normal, reduced or no",
    "normal" => Self(Some(FareKind::Normal)), "reduced" => Self(Some(FareKind::Reduced)), "no" => Self(None),
);

/// Whether a card holds a valid ride.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Held(pub bool);
word_values!(Held, "a valid ride or no valid ride", "a valid ride" => Self(true), "no valid ride" => Self(false));

/// What the driver does to the validators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Blocks(pub bool);
word_values!(Blocks, "blocks or unblocks", "blocks" => Self(true), "unblocks" => Self(false));

/// What becomes of a card at the service point.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Reported(pub bool);
word_values!(Reported, "lost or found", "lost" => Self(true), "found" => Self(false));

/// Patterns of beeps, one after the other: `no beep`, `1 beep`, `1 beep and 3 beeps`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Heard(pub Vec<u8>);

impl StepValue for Heard {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("no beep, 1 beep, 3 beeps or 1 beep and 3 beeps", text);
        if let Some(rest) = text.strip_prefix("no beep") {
            return Ok((Self(Vec::new()), rest));
        }
        let mut patterns = Vec::new();
        let mut rest = text;
        loop {
            let (count, after) = u32::read(rest)?;
            let word = if count == 1 { " beep" } else { " beeps" };
            rest = after.strip_prefix(word).ok_or_else(wrong)?;
            patterns.push(u8::try_from(count).ok().filter(|count| *count > 0).ok_or_else(wrong)?);
            match rest.strip_prefix(" and ") {
                Some(after) => rest = after,
                None => return Ok((Self(patterns), rest)),
            }
        }
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        if self.0.is_empty() {
            return to.write_str("no beep");
        }
        for (index, count) in self.0.iter().enumerate() {
            let and = if index == 0 { "" } else { " and " };
            write!(to, "{and}{count} beep{}", if *count == 1 { "" } else { "s" })?;
        }
        Ok(())
    }
}

/// Accounts of one kind taken together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Accounts {
    /// What was sold.
    Sold,
    /// All purses.
    Cards,
    /// Everything ordered that waits.
    Orders,
    /// Everything taken in advance.
    Advances,
    /// What rides have cost.
    Fares,
    /// Lost.
    Lost,
}
word_values!(
    Accounts, "Sold, Cards, Orders, Advances, Fares or Lost",
    "Sold" => Self::Sold, "Cards" => Self::Cards, "Orders" => Self::Orders, "Advances" => Self::Advances,
    "Fares" => Self::Fares, "Lost" => Self::Lost,
);

word_values!(
    Issue, "normal, reduced, free, bearer, controller, other city's, foreign, blocked or broken",
    "normal" => Self::Normal, "reduced" => Self::Reduced, "free" => Self::Free, "bearer" => Self::Bearer,
    "controller" => Self::Controller, "other city's" => Self::OtherCity, "foreign" => Self::Foreign,
    "blocked" => Self::Blocked, "broken" => Self::Unreadable,
);

word_values!(
    BusCardStatus,
    "valid, reported lost, blocked, expired, not yet valid, foreign, unreadable, destroyed or lost",
    "valid" => Self::Valid, "reported lost" => Self::ReportedLost, "blocked" => Self::Blocked,
    "expired" => Self::Expired, "not yet valid" => Self::NotYetValid, "foreign" => Self::Foreign,
    "unreadable" => Self::Unreadable, "destroyed" => Self::Destroyed, "lost" => Self::Lost,
);

/// A tariff, by its index in [`PROFILES`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TariffName(pub u8);

impl StepValue for TariffName {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (name, rest) = split_word(text);
        let index = PROFILES.iter().zip(0..).find(|(profile, _)| profile.name == name);
        let names = PROFILES.map(|profile| profile.name).join(", ");
        index.map(|(_, index)| (Self(index), rest)).ok_or_else(|| expected(&format!("one of {names}"), text))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        to.write_str(PROFILES.get(usize::from(self.0)).ok_or(fmt::Error)?.name)
    }
}

/// Every screen a validator has, and the dark one.
pub const SCREENS: [&str; 20] = [
    "Rest",
    "OutOfService",
    "Blocked",
    "TakeAway",
    "ArmedNormal",
    "ArmedReduced",
    "ArmedCheck",
    "Writing",
    "Taken",
    "Exit",
    "Period",
    "Free",
    "Blocking",
    "Orders",
    "Refused",
    "CheckOperation",
    "Page",
    "TopUpWait",
    "TopUpRun",
    DARK,
];

screens_and_settings!(Bus, SCREENS);
