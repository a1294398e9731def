//! The page's clock: live at some speed, or paused and turned by hand.
//!
//! Real time enters here and nowhere else; everything behind it counts in whole numbers.

use firmware_core::time::Instant;
use leptos::prelude::*;

use crate::browser::query;

/// How the simulated time runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Along with real time, faster by this factor (1 to [`SPEED_MAX`]).
    Live {
        /// How many times as fast.
        speed: u32,
    },
    /// Only by hand.
    Paused,
}

/// The fastest the live clock goes.
pub const SPEED_MAX: u32 = 1000;

/// Real time since the page was opened, in microseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Real(pub u64);

impl Real {
    /// The browser's monotonic clock.
    pub fn now() -> Self {
        let ms = window().performance().map_or(0.0, |performance| performance.now());
        Self::from_ms(ms)
    }

    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the browser tells the time in a float of milliseconds; it is positive and fits for centuries"
    )]
    fn from_ms(ms: f64) -> Self {
        Self((ms * 1000.0) as u64)
    }

    /// Microseconds from this to `later`; none once it has passed.
    pub fn until(self, later: Self) -> u64 {
        later.0.saturating_sub(self.0)
    }
}

/// Where the simulated time stands beside the real one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Course {
    mode: Mode,
    /// The two met here.
    met: (Real, Instant),
}

impl Course {
    /// From `real` on the simulated time goes on from `simulated`.
    pub const fn new(mode: Mode, real: Real, simulated: Instant) -> Self {
        Self { mode, met: (real, simulated) }
    }

    /// The simulated time at `real`.
    pub fn at(&self, real: Real) -> Instant {
        let (since, from) = self.met;
        match self.mode {
            Mode::Paused => from,
            Mode::Live { speed } => {
                Instant(from.0.saturating_add(since.until(real).saturating_mul(speed.into()) / 1000))
            }
        }
    }

    /// When it will be `simulated`; never while the clock is paused.
    pub fn real_at(&self, simulated: Instant) -> Option<Real> {
        let (since, from) = self.met;
        match self.mode {
            Mode::Paused => None,
            Mode::Live { speed } => {
                let us = simulated.0.saturating_sub(from.0).saturating_mul(1000).div_ceil(speed.into());
                Some(Real(since.0.saturating_add(us)))
            }
        }
    }

    /// How it runs.
    pub const fn mode(&self) -> Mode {
        self.mode
    }
}

/// How the clock begins: `?clock=hand` in the page's address leaves it to the person's hand.
pub fn opening_mode() -> Mode {
    let is_by_hand = query::parameter("clock").as_deref() == Some("hand");
    if is_by_hand { Mode::Paused } else { Mode::Live { speed: 1 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paused_clock_stands() {
        let course = Course::new(Mode::Paused, Real(5), Instant(70));
        assert_eq!(course.at(Real(5_000_000)), Instant(70));
        assert_eq!(course.real_at(Instant(71)), None);
    }

    #[test]
    fn a_deadline_is_met_and_not_missed_at_every_speed() {
        for speed in [1, 7, 60, 999, SPEED_MAX] {
            let course = Course::new(Mode::Live { speed }, Real(123_456), Instant(9_000));
            for ms in [0, 1, 2, 17, 999, 60_001] {
                let deadline = Instant(9_000 + ms);
                let real = course.real_at(deadline).expect("it is live");
                assert!(course.at(real) >= deadline, "x{speed}: {ms} ms");
                assert!(ms == 0 || course.at(Real(real.0 - 1)) < deadline, "x{speed}: {ms} ms is met early");
            }
        }
    }
}
