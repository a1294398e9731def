//! Time as the devices see it: monotonic milliseconds that are handed in, and civil time that is set from outside.

use core::fmt;
use core::ops::{Add, Sub};

/// A moment on the monotonic clock that drives a device, in whole milliseconds.
///
/// Where zero lies is the shell's business (power-on, the start of a simulated world); only differences matter here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Instant(pub u64);

/// A length of time in whole milliseconds; at most about 49 days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Millis(pub u32);

/// The smallest step of the clock: "more than 5 s" is the deadline "5 s and one tick".
pub const TICK: Millis = Millis(1);

impl Millis {
    /// `share` of `whole` that has passed, as a count of `steps` (0 to `steps`).
    pub fn steps_of(self, whole: Self, steps: u8) -> u8 {
        if self.0 >= whole.0 {
            return steps;
        }
        let reached = u64::from(self.0) * u64::from(steps) / u64::from(whole.0);
        u8::try_from(reached).unwrap_or(steps)
    }

    /// The time after which `steps_of(whole, steps)` first reads `step`.
    pub fn until_step(step: u8, whole: Self, steps: u8) -> Self {
        let ms = (u64::from(step) * u64::from(whole.0)).div_ceil(u64::from(steps));
        Self(u32::try_from(ms).unwrap_or(u32::MAX))
    }
}

impl Instant {
    /// How long ago `earlier` was; zero if it lies ahead.
    pub fn since(self, earlier: Self) -> Millis {
        Millis(u32::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(u32::MAX))
    }

    /// Whole seconds left until `deadline`, a started second counting as one.
    pub fn seconds_until(self, deadline: Self) -> u32 {
        deadline.since(self).0.div_ceil(1000)
    }
}

impl Add<Millis> for Instant {
    type Output = Self;
    fn add(self, length: Millis) -> Self {
        Self(self.0.saturating_add(u64::from(length.0)))
    }
}

impl Add for Millis {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Millis {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// The earlier of two deadlines, where none means "never".
pub fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

/// A civil day: days since 1 January 2000, as a card stores it (EN 1545-1 counts the same way from 1997).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date(pub u16);

/// A local civil date and time: seconds since 1 January 2000, 00:00, without any notion of a zone.
///
/// It comes from outside (marina office, bus computer) at power-on and at each change, the two daylight-saving
/// nights included (DK-34); nothing is ever ordered by it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DateTime(pub u32);

/// Monday is 1, Sunday is 7 (ISO 8601).
pub type Weekday = u8;

const JULIAN_DAY_2000_01_01: i32 = 2_451_545;
const SECONDS_A_DAY: u32 = 86_400;

impl Date {
    /// The day `day`-`month`-`year`, if there is such a day between 2000 and 2179.
    pub fn from_civil(year: u16, month: u8, day: u8) -> Option<Self> {
        let month = ::time::Month::try_from(month).ok()?;
        let date = ::time::Date::from_calendar_date(i32::from(year), month, day).ok()?;
        u16::try_from(date.to_julian_day() - JULIAN_DAY_2000_01_01).ok().map(Self)
    }

    /// Year, month and day of the month.
    pub fn civil(self) -> (u16, u8, u8) {
        let (year, month, day) = self.calendar().to_calendar_date();
        (u16::try_from(year).unwrap_or(u16::MAX), month.into(), day)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.calendar().weekday().number_from_monday()
    }

    fn calendar(self) -> ::time::Date {
        ::time::Date::from_julian_day(JULIAN_DAY_2000_01_01 + i32::from(self.0))
            .expect("every u16 day number lies between the years 2000 and 2179")
    }
}

impl DateTime {
    /// `date` at `hour`:`minute`:`second`, if that is a time of day.
    pub fn new(date: Date, hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let of_day = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
        u32::from(date.0).checked_mul(SECONDS_A_DAY)?.checked_add(of_day).map(Self)
    }

    /// The day.
    pub fn date(self) -> Date {
        Date(u16::try_from(self.0 / SECONDS_A_DAY).unwrap_or(u16::MAX))
    }

    /// Hour, minute and second.
    pub fn time_of_day(self) -> (u8, u8, u8) {
        let of_day = self.0 % SECONDS_A_DAY;
        let byte = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
        (byte(of_day / 3600), byte(of_day / 60 % 60), byte(of_day % 60))
    }

    /// This civil time, `length` later.
    #[must_use]
    pub fn after(self, length: Millis) -> Self {
        Self(self.0.saturating_add(length.0 / 1000))
    }
}

impl fmt::Display for Date {
    /// Written as in ISO 8601: `2026-11-20`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for DateTime {
    /// Written with a space between date and time: `2026-11-20 08:00:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.time_of_day();
        write!(f, "{} {hour:02}:{minute:02}:{second:02}", self.date())
    }
}

/// Civil time as a device knows it: the last setting, and when it came.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CivilClock {
    last_set: Option<(Instant, DateTime)>,
}

impl CivilClock {
    /// From `now` on the time of day is `civil`.
    pub fn set(&mut self, now: Instant, civil: DateTime) {
        self.last_set = Some((now, civil));
    }

    /// The civil time, once it has been set since power-on.
    pub fn read(&self, now: Instant) -> Option<DateTime> {
        self.last_set.map(|(at, civil)| {
            let seconds = now.0.saturating_sub(at.0) / 1000;
            DateTime(civil.0.saturating_add(u32::try_from(seconds).unwrap_or(u32::MAX)))
        })
    }

    /// When the second next changes.
    pub fn next_second(&self, now: Instant) -> Option<Instant> {
        self.last_set.map(|(at, _)| Instant(at.0 + (now.0.saturating_sub(at.0) / 1000 + 1) * 1000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civil_days_go_there_and_back() {
        for day in (0..u16::MAX).step_by(7) {
            let (y, m, d) = Date(day).civil();
            assert_eq!(Date::from_civil(y, m, d), Some(Date(day)));
        }
        assert_eq!(Date::from_civil(2026, 2, 29), None);
        assert_eq!(Date::from_civil(2028, 2, 29).map(Date::weekday), Some(2));
    }

    #[test]
    fn midnight_and_month_end_roll_over() {
        let eve = DateTime::new(Date::from_civil(2026, 12, 31).expect("a day"), 23, 59, 59).expect("a time");
        assert_eq!(std::format!("{}", eve.after(Millis(1000))), "2027-01-01 00:00:00");
        assert_eq!(eve.after(Millis(999)), eve);
    }

    #[test]
    fn a_clock_that_is_set_once_runs_for_years_and_knows_when_its_second_changes() {
        let eve = DateTime::new(Date::from_civil(2026, 12, 31).expect("a day"), 23, 59, 59).expect("a time");
        let mut clock = CivilClock::default();
        assert_eq!((clock.read(Instant(5)), clock.next_second(Instant(5))), (None, None));
        clock.set(Instant(250), eve);
        for days in [0, 1, 49, 50, 400] {
            let now = Instant(250 + days * 86_400_000 + 999);
            let turn = clock.next_second(now).expect("it was set");
            assert_eq!(turn, Instant(now.0 + 1));
            assert_eq!(clock.read(now).map(|civil| civil.0 + 1), clock.read(turn).map(|civil| civil.0));
        }
    }

    #[test]
    fn a_bar_reaches_each_step_at_the_time_it_says() {
        for whole in [Millis(1), Millis(7), Millis(5000), Millis(60_000)] {
            for step in 1..=50 {
                let at = Millis::until_step(step, whole, 50);
                assert!(at.steps_of(whole, 50) >= step);
                assert!(at.0 == 0 || Millis(at.0 - 1).steps_of(whole, 50) < step || whole.0 < 50);
            }
        }
    }
}
