//! What several tests of the bus's texts say.

use firmware_core::card::FareKind;
use firmware_core::time::Date;

/// Both fares.
pub const FARES: [FareKind; 2] = [FareKind::Normal, FareKind::Reduced];

/// The name of a card.
pub fn name() -> String {
    "Ola".to_owned()
}

/// A Friday.
pub fn day() -> Date {
    Date::from_civil(2026, 11, 20).expect("a day")
}
