//! Money and energy in whole units, never in floats.

use core::fmt;

/// Norwegian money in øre (1 kr = 100 øre), as a card carries it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ore(pub u32);

/// Polish money in grosze (1 zł = 100 gr), as a card carries it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Grosz(pub u32);

/// Thousandths of an øre, as a socket counts its credit: one watt-hour costs exactly this many times the price in
/// øre per kWh (DP-21).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MilliOre(pub u64);

/// A price in øre per kilowatt-hour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OrePerKwh(pub u32);

/// Energy in whole watt-hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WattHours(pub u64);

impl Ore {
    /// `kr` crowns.
    pub const fn from_kr(kr: u32) -> Self {
        Self(kr * 100)
    }

    /// `self + other`, unless it would not fit a card.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `self - other`, unless that is more than there is.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// `self` taken `count` times, unless it would not fit a card.
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(count).map(Self)
    }
}

impl MilliOre {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The whole øre in it, and the remainder below one øre (DP-13).
    pub fn split(self) -> (Ore, Self) {
        (Ore(u32::try_from(self.0 / 1000).unwrap_or(u32::MAX)), Self(self.0 % 1000))
    }

    /// How much energy it buys at `price`, in whole watt-hours.
    pub fn energy_at(self, price: OrePerKwh) -> WattHours {
        WattHours(self.0 / u64::from(price.0.max(1)))
    }

    /// `self + other`.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.checked_add(other.0).expect("a socket's credit comes from cards, which cannot hold that much"))
    }

    /// `self - other`, or nothing if that is more than there is.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl From<Ore> for MilliOre {
    fn from(amount: Ore) -> Self {
        Self(u64::from(amount.0) * 1000)
    }
}

impl OrePerKwh {
    /// What one watt-hour costs.
    pub fn per_watt_hour(self) -> MilliOre {
        MilliOre(u64::from(self.0))
    }
}

impl fmt::Display for Grosz {
    /// Złote with two decimals and a point: `3.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl fmt::Display for Ore {
    /// Crowns with two decimals and a point: `30.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watt_hour_costs_the_price_in_milli_ore() {
        let price = OrePerKwh(200);
        let kwh: u64 = (0..1000).map(|_| price.per_watt_hour().0).sum();
        assert_eq!(MilliOre(kwh), MilliOre::from(Ore(200)));
        assert_eq!(MilliOre::from(Ore::from_kr(10)).energy_at(price), WattHours(5000));
    }

    #[test]
    fn the_rest_below_one_ore_is_split_off() {
        assert_eq!(MilliOre(29_800).split(), (Ore(29), MilliOre(800)));
    }
}
