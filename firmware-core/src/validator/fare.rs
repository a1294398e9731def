//! What a ride costs: tariffs as data, each with where it comes from.
//!
//! A purse pays the price of a single ticket in advance (K-13); at the exit it gets back what the ride was cheaper. How
//! cheap it was depends on how many stops it took and on the class of the purse's last load.

use core::fmt;

use arrayvec::ArrayVec;

use crate::card::FareKind;
use crate::money::Grosz;

/// How many load classes a tariff can have.
pub const CLASSES_MAX: usize = 3;
/// How many bands of stops a class can have.
pub const BANDS_MAX: usize = 5;
/// The most that a single ticket may cost: a display has room for so much.
pub const SINGLE_MAX: Grosz = Grosz(99_99);
/// The last band reaches this far: to the end of any line.
pub const ANY_STOPS: u8 = u8::MAX;

/// A normal and a reduced price.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Prices {
    /// For a normal ticket.
    pub normal: Grosz,
    /// For a reduced ticket.
    pub reduced: Grosz,
}

impl Prices {
    /// The price for `kind`.
    pub const fn of(self, kind: FareKind) -> Grosz {
        match kind {
            FareKind::Normal => self.normal,
            FareKind::Reduced => self.reduced,
        }
    }
}

/// The fare for a ride of up to this many stops.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Band {
    /// The most stops, this number included; [`ANY_STOPS`] in the last band.
    pub stops_to: u8,
    /// What it costs.
    pub fare: Prices,
}

/// What a purse pays whose last load was at least so much.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LoadClass {
    /// The least load of this class.
    pub load_from: Grosz,
    /// Its fares, shortest ride first.
    pub bands: ArrayVec<Band, BANDS_MAX>,
}

/// A tariff.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tariff {
    /// A single ticket: what is taken in advance.
    pub single: Prices,
    /// The load classes, smallest load first.
    pub classes: ArrayVec<LoadClass, CLASSES_MAX>,
}

impl Tariff {
    /// The class of a load of `amount`; a load below all of them counts as the smallest.
    pub fn class_of(&self, amount: Grosz) -> u8 {
        let above = self.classes.iter().rposition(|class| class.load_from <= amount).unwrap_or(0);
        u8::try_from(above).unwrap_or(0)
    }

    /// What a ride of `stops` stops costs in the load class `class`; a class that the tariff does not have counts as
    /// its last.
    pub fn fare(&self, class: u8, stops: u8, kind: FareKind) -> Grosz {
        let class = self.classes.get(usize::from(class)).or(self.classes.last());
        let band = class.and_then(|class| class.bands.iter().find(|band| stops <= band.stops_to));
        band.map_or(self.single.of(kind), |band| band.fare.of(kind))
    }

    /// Whether a validator can work by this tariff (DK-15, I-24).
    ///
    /// # Errors
    /// [`TariffRefused`] names the first entry that is wrong.
    pub fn check(&self) -> Result<(), TariffRefused> {
        for kind in [FareKind::Normal, FareKind::Reduced] {
            let single = self.single.of(kind);
            if single == Grosz(0) || single > SINGLE_MAX {
                return Err(TariffRefused::Single { kind, single });
            }
        }
        if self.classes.is_empty() {
            return Err(TariffRefused::NoClass);
        }
        let mut load_above = None;
        for LoadClass { load_from, bands } in &self.classes {
            let load_from = *load_from;
            if load_above.is_some_and(|above| load_from <= above) {
                return Err(TariffRefused::ClassOrder { load_from });
            }
            load_above = Some(load_from);
            let mut stops_above = None;
            for Band { stops_to, fare } in bands {
                if stops_above.is_some_and(|above| *stops_to <= above) {
                    return Err(TariffRefused::BandOrder { load_from, stops_to: *stops_to });
                }
                stops_above = Some(*stops_to);
                for kind in [FareKind::Normal, FareKind::Reduced] {
                    let (fare, single) = (fare.of(kind), self.single.of(kind));
                    if fare > single {
                        let stops_to = *stops_to;
                        return Err(TariffRefused::AboveSingle { load_from, stops_to, kind, fare, single });
                    }
                }
            }
            if stops_above != Some(ANY_STOPS) {
                return Err(TariffRefused::NoLastBand { load_from });
            }
        }
        Ok(())
    }
}

/// Why a tariff cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TariffRefused {
    /// A single ticket costs nothing, or more than a display has room for.
    Single {
        /// Which ticket.
        kind: FareKind,
        /// Its price.
        single: Grosz,
    },
    /// There is no load class at all.
    NoClass,
    /// A load class does not ask for more than the one before it.
    ClassOrder {
        /// The least load of that class.
        load_from: Grosz,
    },
    /// A band does not reach further than the one before it.
    BandOrder {
        /// The least load of its class.
        load_from: Grosz,
        /// How far it reaches.
        stops_to: u8,
    },
    /// The last band of a class does not reach to the end of the line.
    NoLastBand {
        /// The least load of that class.
        load_from: Grosz,
    },
    /// A fare is above the price of a single ticket: the refund at the exit would be negative (DK-15).
    AboveSingle {
        /// The least load of its class.
        load_from: Grosz,
        /// The most stops of its band.
        stops_to: u8,
        /// Which ticket.
        kind: FareKind,
        /// The fare.
        fare: Grosz,
        /// The price of the single ticket.
        single: Grosz,
    },
}

impl fmt::Display for TariffRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |kind: FareKind| match kind {
            FareKind::Normal => "normal",
            FareKind::Reduced => "reduced",
        };
        match *self {
            Self::Single { kind, single } => {
                write!(f, "a {} single ticket cannot cost {single} zł: between 0.01 and {SINGLE_MAX} zł", word(kind))
            }
            Self::NoClass => f.write_str("a tariff needs at least one load class"),
            Self::ClassOrder { load_from } => {
                write!(f, "the load class from {load_from} zł must begin above the class before it")
            }
            Self::BandOrder { load_from, stops_to } => write!(
                f,
                "in the load class from {load_from} zł the band of up to {stops_to} stops must reach further than the \
                 band before it"
            ),
            Self::NoLastBand { load_from } => {
                write!(f, "the load class from {load_from} zł has no fare for the longest rides")
            }
            Self::AboveSingle { load_from, stops_to, kind, fare, single } => {
                write!(f, "the {} fare of {fare} zł for ", word(kind))?;
                match stops_to {
                    ANY_STOPS => f.write_str("the longest rides")?,
                    stops => write!(f, "up to {stops} stops")?,
                }
                write!(f, ", load class from {load_from} zł, is above the single ticket of {single} zł")
            }
        }
    }
}

/// A tariff that was or is in force somewhere: for training, not for charging anyone.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Its name, as files write it.
    pub name: &'static str,
    /// What a page shows beside it: where it is from and what is not.
    pub label: &'static str,
    build: fn() -> Tariff,
}

impl Profile {
    /// The tariff itself.
    pub fn tariff(&self) -> Tariff {
        (self.build)()
    }

    /// The profile that `tariff` is, if it is one.
    pub fn of(tariff: &Tariff) -> Option<&'static Self> {
        PROFILES.iter().find(|profile| profile.tariff() == *tariff)
    }
}

/// Every profile whose sources give enough to ride by; the first is the default. Rybnik 2024 and Kielce 2023 are not
/// among them: their bands are not published anywhere that was found.
pub const PROFILES: [Profile; 3] = [
    Profile {
        name: "kielce-2012",
        label: "Kielce, price list of resolution XXXVII/679/2012 (historic training tariff)",
        build: kielce_2012,
    },
    Profile {
        name: "rybnik-2017",
        label: "Rybnik 2017, zone 0 (historic; the reduced fare up to 2 stops is invented)",
        build: rybnik_2017,
    },
    Profile {
        name: "jastrzebie-2016",
        label: "Jastrzębie-Zdrój 2016 (historic; the advance is taken to be the longest ride's fare: invented)",
        build: jastrzebie_2016,
    },
];

/// S2: `kkm.ztm.kielce.pl/Cennik`.
fn kielce_2012() -> Tariff {
    Tariff {
        single: prices(300, 150),
        classes: [
            class(500, &[(3, 260, 130), (8, 270, 135), (ANY_STOPS, 280, 140)]),
            class(2_000, &[(3, 250, 125), (8, 260, 130), (ANY_STOPS, 270, 135)]),
            class(5_000, &[(3, 230, 115), (8, 240, 120), (ANY_STOPS, 250, 125)]),
        ]
        .into(),
    }
}

/// S7: `old.rybnik.eu`, zone 0.
fn rybnik_2017() -> Tariff {
    let only = class(0, &[(2, 100, 100), (ANY_STOPS, 200, 100)]);
    Tariff { single: prices(400, 200), classes: ArrayVec::from_iter([only]) }
}

/// S8: `mzkjastrzebie.com/cennik-e-biletow-jednorazowych`.
fn jastrzebie_2016() -> Tariff {
    let only = class(0, &[(3, 120, 60), (7, 240, 120), (12, 340, 170), (18, 380, 190), (ANY_STOPS, 420, 210)]);
    Tariff { single: prices(420, 210), classes: ArrayVec::from_iter([only]) }
}

const fn prices(normal: u32, reduced: u32) -> Prices {
    Prices { normal: Grosz(normal), reduced: Grosz(reduced) }
}

fn class(load_from: u32, bands: &[(u8, u32, u32)]) -> LoadClass {
    let band =
        |(stops_to, normal, reduced): &(u8, u32, u32)| Band { stops_to: *stops_to, fare: prices(*normal, *reduced) };
    LoadClass { load_from: Grosz(load_from), bands: bands.iter().map(band).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_can_be_used_and_knows_its_name() {
        for profile in &PROFILES {
            assert_eq!(profile.tariff().check(), Ok(()), "{}", profile.name);
            assert_eq!(Profile::of(&profile.tariff()).map(|found| found.name), Some(profile.name));
        }
    }

    #[test]
    fn the_kielce_table_reads_as_it_is_published() {
        let tariff = kielce_2012();
        let rows = [(500, [280, 270, 260]), (2_000, [270, 260, 250]), (5_000, [250, 240, 230])];
        for (load, [long, middle, short]) in rows {
            let class = tariff.class_of(Grosz(load));
            for (stops, normal) in [(0, short), (3, short), (4, middle), (8, middle), (9, long), (254, long)] {
                assert_eq!(tariff.fare(class, stops, FareKind::Normal), Grosz(normal), "{load} gr, {stops} stops");
                assert_eq!(tariff.fare(class, stops, FareKind::Reduced), Grosz(normal / 2), "{load} gr, {stops} stops");
            }
        }
        assert_eq!([499, 1_999, 4_999, 5_000, 25_000].map(|load| tariff.class_of(Grosz(load))), [0, 0, 1, 2, 2]);
        assert_eq!(tariff.fare(7, 1, FareKind::Normal), Grosz(230));
    }

    #[test]
    fn a_fare_above_the_single_price_is_refused_by_name() {
        let mut tariff = kielce_2012();
        tariff.classes[1].bands[1].fare.reduced = Grosz(151);
        let refused = tariff.check().expect_err("above 1.50");
        assert_eq!(
            std::format!("{refused}"),
            "the reduced fare of 1.51 zł for up to 8 stops, load class from 20.00 zł, is above the single ticket of \
             1.50 zł"
        );
        tariff.classes[1].bands[1].fare.reduced = Grosz(150);
        assert_eq!(tariff.check(), Ok(()));
    }

    #[test]
    fn a_tariff_that_leaves_a_ride_without_a_fare_is_refused() {
        let spoil = |spoil: fn(&mut Tariff)| {
            let mut tariff = kielce_2012();
            spoil(&mut tariff);
            tariff.check().expect_err("a tariff that cannot be used")
        };
        assert_eq!(spoil(|tariff| tariff.classes.clear()), TariffRefused::NoClass);
        assert_eq!(
            spoil(|tariff| tariff.classes[0].bands.truncate(2)),
            TariffRefused::NoLastBand { load_from: Grosz(500) }
        );
        assert_eq!(
            spoil(|tariff| tariff.classes[2].bands[1].stops_to = 3),
            TariffRefused::BandOrder { load_from: Grosz(5_000), stops_to: 3 }
        );
        assert_eq!(
            spoil(|tariff| tariff.classes[1].load_from = Grosz(500)),
            TariffRefused::ClassOrder { load_from: Grosz(500) }
        );
        for single in [Grosz(0), Grosz(10_000)] {
            let mut tariff = kielce_2012();
            tariff.single.normal = single;
            assert_eq!(tariff.check(), Err(TariffRefused::Single { kind: FareKind::Normal, single }));
        }
    }
}
