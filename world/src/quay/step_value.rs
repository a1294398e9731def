//! The words that only the quay has.

use std::fmt;

use firmware_core::money::WattHours;
use firmware_core::pedestal::{Key, Socket};

use super::Quay;
use super::marina::Appliance;
use super::wallet::{Issue, QuayCardStatus};
pub use crate::step_value::DARK;
use crate::step_value::{StepValue, expected};
use crate::{screens_and_settings, word_values};

impl StepValue for Socket {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let (number, rest) = u32::read(text)?;
        let socket = u8::try_from(number).ok().and_then(Self::numbered);
        Ok((socket.ok_or_else(|| expected("a socket from 1 to 4", text))?, rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{}", self.number())
    }
}

impl StepValue for Key {
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

impl StepValue for WattHours {
    fn read(text: &str) -> Result<(Self, &str), String> {
        let wrong = || expected("energy such as 5 kWh or 14.999 kWh", text);
        let (number, rest) = text.split_once(" kWh").ok_or_else(wrong)?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let is_number = whole.chars().chain(fraction.chars()).all(|c| c.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 3 || !is_number {
            return Err(wrong());
        }
        let whole = whole.parse::<u64>().ok().and_then(|kilo| kilo.checked_mul(1000));
        let energy = whole.and_then(|whole| whole.checked_add(format!("{fraction:0<3}").parse().ok()?));
        Ok((Self(energy.ok_or_else(wrong)?), rest))
    }
    fn write(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        write!(to, "{}.{:03} kWh", self.0 / 1000, self.0 % 1000)
    }
}

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
word_values!(
    Accounts, "Sold, Cards, Frozen, Sockets, Suspense, Consumed, Rounding, Lost or CashOut",
    "Sold" => Self::Sold, "Cards" => Self::Cards, "Frozen" => Self::Frozen, "Sockets" => Self::Sockets,
    "Suspense" => Self::Suspense, "Consumed" => Self::Consumed, "Rounding" => Self::Rounding, "Lost" => Self::Lost,
    "CashOut" => Self::CashOut,
);

word_values!(
    Issue, "user, foreign, blocked, spoilt or other marina's",
    "user" => Self::User, "foreign" => Self::Foreign, "blocked" => Self::Blocked, "spoilt" => Self::Spoilt,
    "other marina's" => Self::OtherMarina,
);

word_values!(
    QuayCardStatus, "valid, invalid, blocked, foreign, unreadable, destroyed or lost",
    "valid" => Self::Valid, "invalid" => Self::Invalid, "blocked" => Self::Blocked, "foreign" => Self::Foreign,
    "unreadable" => Self::Unreadable, "destroyed" => Self::Destroyed, "lost" => Self::Lost,
);

word_values!(
    Appliance, "light, fridge, dehumidifier, charger, boiler, heater or kettle",
    "light" => Self::Light, "fridge" => Self::Fridge, "dehumidifier" => Self::Dehumidifier,
    "charger" => Self::Charger, "boiler" => Self::Boiler, "heater" => Self::Heater, "kettle" => Self::Kettle,
);

/// Every screen a pedestal has, and the dark one.
pub const SCREENS: [&str; 12] = [
    "Welcome",
    "ServiceSelect",
    "Busy",
    "OutletStatus",
    "Updating",
    "RemoveCard",
    "Interrupted",
    "WrongCard",
    "OneCardOnly",
    "InvalidCard",
    "CreditCheck",
    DARK,
];

screens_and_settings!(Quay, SCREENS);
