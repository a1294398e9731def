//! Boats: what they have aboard, and what that draws from a socket.

use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};

/// A socket gives 16 A at 230 V and no more (invented; IEC 60309 16 A is the usual type of a marina).
pub const SOCKET_WATTS_MAX: u32 = 16 * 230;

/// An appliance aboard, with the wattage such things have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Appliance {
    /// A cabin light.
    Light,
    /// A compressor fridge.
    Fridge,
    /// A dehumidifier.
    Dehumidifier,
    /// A battery charger.
    Charger,
    /// A water heater.
    Boiler,
    /// A fan heater.
    Heater,
    /// A kettle.
    Kettle,
}

impl Appliance {
    /// Every appliance.
    pub const ALL: [Self; 7] =
        [Self::Light, Self::Fridge, Self::Dehumidifier, Self::Charger, Self::Boiler, Self::Heater, Self::Kettle];

    /// What it draws, in watts.
    pub const fn watts(self) -> u32 {
        match self {
            Self::Light => 20,
            Self::Fridge => 60,
            Self::Dehumidifier => 300,
            Self::Charger => 500,
            Self::Boiler => 750,
            Self::Heater => 1500,
            Self::Kettle => 2200,
        }
    }

    /// The word for it in the acceptance language.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Fridge => "fridge",
            Self::Dehumidifier => "dehumidifier",
            Self::Charger => "charger",
            Self::Boiler => "boiler",
            Self::Heater => "heater",
            Self::Kettle => "kettle",
        }
    }
}

/// One watt for one millisecond is a millijoule; a watt-hour has so many.
const MILLIJOULES_A_WATT_HOUR: u64 = 3_600_000;

/// The boat that lies at a socket.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Boat {
    /// Whether it is plugged in.
    pub plugged: bool,
    switched_on: Vec<Appliance>,
    /// What has flowed since the last whole watt-hour.
    millijoules: u64,
}

impl Default for Boat {
    /// Not plugged in; fridge and charger are on, as aboard most boats.
    fn default() -> Self {
        Self { plugged: false, switched_on: vec![Appliance::Fridge, Appliance::Charger], millijoules: 0 }
    }
}

impl Boat {
    /// Whether an appliance is switched on.
    pub fn is_on(&self, appliance: Appliance) -> bool {
        self.switched_on.contains(&appliance)
    }

    /// Switches an appliance on or off.
    pub fn switch(&mut self, appliance: Appliance, on: bool) {
        self.switched_on.retain(|other| *other != appliance);
        if on {
            self.switched_on.push(appliance);
        }
    }

    /// What it would draw from a live socket, in watts.
    pub fn watts(&self) -> u32 {
        if self.plugged { self.switched_on.iter().map(|appliance| appliance.watts()).sum() } else { 0 }
    }

    /// What everything that is switched on draws together, in watts, plugged in or not.
    pub fn watts_aboard(&self) -> u32 {
        self.switched_on.iter().map(|appliance| appliance.watts()).sum()
    }

    /// Draws from a live socket for `length`; says how many whole watt-hours that completes.
    pub fn draw(&mut self, length: Millis) -> u64 {
        self.millijoules += u64::from(self.watts()) * u64::from(length.0);
        let watt_hours = self.millijoules / MILLIJOULES_A_WATT_HOUR;
        self.millijoules %= MILLIJOULES_A_WATT_HOUR;
        watt_hours
    }

    /// When the next watt-hour is complete, if it draws from a live socket from `now` on.
    pub fn next_watt_hour(&self, now: Instant) -> Option<Instant> {
        let watts = u64::from(self.watts());
        (watts > 0).then(|| Instant(now.0 + (MILLIJOULES_A_WATT_HOUR - self.millijoules).div_ceil(watts)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kilowatt_hour_is_a_thousand_watt_hours_however_it_is_cut_up() {
        let mut boat = Boat { plugged: true, ..Boat::default() };
        boat.switch(Appliance::Kettle, true);
        let whole = boat.clone().draw(Millis(3_600_000));
        let pieces: u64 = (0..3_600).map(|_| boat.draw(Millis(1000))).sum();
        assert_eq!((whole, pieces), (2760, 2760));
    }

    #[test]
    fn the_next_watt_hour_comes_when_it_says() {
        let mut boat = Boat { plugged: true, ..Boat::default() };
        let at = boat.next_watt_hour(Instant(0)).expect("it draws");
        assert_eq!(boat.clone().draw(Millis(u32::try_from(at.0).expect("soon") - 1)), 0);
        assert_eq!(boat.draw(at.since(Instant(0))), 1);
    }
}
