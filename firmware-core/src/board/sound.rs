//! The pattern of beeps that sounds.

use firmware_core::device::Beeps;
use firmware_core::time::{Instant, Millis};

/// A pattern and when it began; the next one takes its place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sound(Option<(Instant, Beeps)>);

impl Sound {
    /// A pattern begins.
    pub fn begin(&mut self, now: Instant, beeps: Beeps) {
        self.0 = Some((now, beeps));
    }

    /// Whether it beeps at this instant.
    pub fn is_on(&self, now: Instant) -> bool {
        self.at(now).is_some_and(|(beeps, _, into)| into < beeps.on)
    }

    /// When it next begins or ends to beep.
    pub fn wake_at(&self, now: Instant) -> Option<Instant> {
        let (beeps, began, into) = self.at(now)?;
        Some(began + if into < beeps.on { beeps.on } else { beeps.on + beeps.off })
    }

    /// The pattern, when the beep of this instant began, and how long ago; none when all of it is over.
    fn at(&self, now: Instant) -> Option<(Beeps, Instant, Millis)> {
        let (since, beeps) = self.0.filter(|(since, beeps)| now.since(*since) < beeps.length())?;
        let (elapsed, period) = (now.since(since).0, (beeps.on + beeps.off).0);
        let into = Millis(elapsed % period);
        Some((beeps, since + Millis(elapsed - into.0), into))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_beeps_exactly_between_the_edges_of_the_pattern() {
        let since = Instant(1_000);
        for beeps in [(1, 100, 0), (2, 100, 80), (3, 40, 40), (3, 70, 0), (0, 100, 100), (2, 0, 50), (1, 0, 0)] {
            let beeps = Beeps { count: beeps.0, on: Millis(beeps.1), off: Millis(beeps.2) };
            let mut sound = Sound::default();
            sound.begin(since, beeps);
            for now in (1_000..2_000).map(Instant) {
                let edges = || beeps.edges().map(|(at, on)| (since + at, on));
                let is_on = edges().take_while(|(at, _)| *at <= now).last().is_some_and(|(_, on)| on);
                assert_eq!(sound.is_on(now), is_on, "{beeps:?} at {now:?}");
                let change = edges().find(|(at, on)| *at > now && *on != is_on).map(|(at, _)| at);
                assert!(change.is_none_or(|change| sound.wake_at(now).is_some_and(|at| at <= change && at > now)));
                assert!(sound.wake_at(now).is_none_or(|at| at > now), "{beeps:?} at {now:?}");
            }
        }
    }
}
