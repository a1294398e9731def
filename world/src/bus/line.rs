//! Lines, stops and the vehicles on them.

use firmware_core::validator::{Route, Trip};
use serde::{Deserialize, Serialize};

/// A line, as it is driven there and back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The number on the bus's front.
    pub number: u16,
    /// Its stops on the way there.
    pub stops: &'static [&'static str],
}

/// The lines, one for each vehicle; every name on them is made up.
pub const LINES: [Line; 2] = [
    Line {
        number: 7,
        stops: &[
            "Dworzec",
            "Plac Zegarowy",
            "Młyńska",
            "Ogród Różany",
            "Most Kamienny",
            "Szpital",
            "Brzozowa",
            "Stadion",
            "Park Leśny",
            "Wiatraki",
            "Jeziorna",
            "Osiedle Słoneczne",
        ],
    },
    Line {
        number: 24,
        stops: &[
            "Port Rzeczny",
            "Huta",
            "Lipowa",
            "Mleczarnia",
            "Rynek",
            "Biblioteka",
            "Stawy",
            "Cegielnia",
            "Grabowa Górna",
        ],
    },
];

/// A vehicle: it stays on its line, and every departure is a run of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Vehicle {
    /// 1 or 2.
    number: u8,
    /// How many departures there have been, this one included.
    departure: u32,
    /// The sequence number of the stop, from 1; none between two runs.
    stop: Option<u8>,
}

/// A vehicle has at most so many departures: run numbers are its own number and the departure's.
const DEPARTURES: u32 = 10_000;

impl Vehicle {
    /// A vehicle at the first stop of its first run.
    pub fn new(number: u8) -> Self {
        Self { number, departure: 1, stop: Some(1) }
    }

    /// The line it is on.
    pub fn line(&self) -> Line {
        LINES[usize::from(self.number - 1)]
    }

    /// One vehicle on one departure.
    pub fn run(&self) -> u32 {
        u32::from(self.number) * DEPARTURES + self.departure
    }

    /// The sequence number of its stop; none between two runs.
    pub fn stop(&self) -> Option<u8> {
        self.stop
    }

    /// Its stops in the direction of this run.
    pub fn stops(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        let stops = self.line().stops;
        let last = stops.len() - 1;
        (0..stops.len()).map(move |at| if self.is_outward() { stops[at] } else { stops[last - at] })
    }

    /// Where this run goes.
    pub fn direction(&self) -> &'static str {
        self.stops().next_back().expect("every line has stops")
    }

    /// The number of the last stop.
    pub fn last_stop(&self) -> u8 {
        u8::try_from(self.line().stops.len()).expect("a line has fewer stops than a card has room for")
    }

    /// What its computer sends the validators.
    pub fn trip(&self) -> Option<Trip> {
        let stop = self.stop?;
        let route = Route::new(self.line().number, self.direction(), stop);
        Some(Trip { run: self.run(), route: route.expect("the names of the lines fit a display") })
    }

    /// The next stop, if there is one.
    pub fn next_stop(&mut self) -> bool {
        let next = self.stop.filter(|stop| *stop < self.last_stop()).map(|stop| stop + 1);
        self.stop = next.or(self.stop);
        next.is_some()
    }

    /// The run ends; whether there was one.
    pub fn end_run(&mut self) -> bool {
        self.stop.take().is_some()
    }

    /// The next run begins, the other way; false once there are no more numbers for runs.
    pub fn depart(&mut self) -> bool {
        if self.departure + 1 >= DEPARTURES {
            return false;
        }
        self.departure += 1;
        self.stop = Some(1);
        true
    }

    /// Whether a vehicle that was kept can be number `number`.
    ///
    /// # Errors
    /// A sentence, if it cannot.
    pub fn check(&self, number: u8) -> Result<(), String> {
        let fits = self.number == number
            && (1..DEPARTURES).contains(&self.departure)
            && self.stop.is_none_or(|stop| (1..=self.last_stop()).contains(&stop));
        if fits { Ok(()) } else { Err(format!("bus {number} is where no bus {number} can be")) }
    }

    /// Every other departure is the way back.
    fn is_outward(self) -> bool {
        self.departure % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_fits_the_display_both_ways() {
        for number in [1, 2] {
            let mut vehicle = Vehicle::new(number);
            for _ in 0..2 {
                while vehicle.next_stop() {}
                assert!(vehicle.trip().is_some());
                assert_eq!(vehicle.stop(), Some(vehicle.last_stop()));
                assert!(vehicle.depart());
            }
        }
    }

    #[test]
    fn no_two_departures_are_one_run_and_every_other_one_is_the_way_back() {
        let (mut one, two) = (Vehicle::new(1), Vehicle::new(2));
        let first = one;
        assert_eq!((first.direction(), first.run()), ("Osiedle Słoneczne", 10_001));
        assert!(one.depart());
        assert_eq!((one.direction(), one.run(), two.run()), ("Dworzec", 10_002, 20_001));
        while one.depart() {}
        assert!(one.run() < two.run());
    }
}
