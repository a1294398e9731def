//! The pattern of beeps that sounds.

use firmware_core::device::Beeps;
use firmware_core::time::Instant;

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
        let edges = self.0.into_iter().flat_map(|(since, beeps)| beeps.edges().map(move |(at, on)| (since + at, on)));
        edges.take_while(|(at, _)| *at <= now).last().is_some_and(|(_, on)| on)
    }

    /// When it next begins or ends to beep.
    pub fn wake_at(&self, now: Instant) -> Option<Instant> {
        let (since, beeps) = self.0?;
        beeps.edges().map(|(at, _)| since + at).find(|at| *at > now)
    }
}
