//! When a buzzer has to sound.

use firmware_core::device::Beeps;

/// When the buzzer is switched on and off up to `now`. A pattern replaces the one before.
pub(super) fn edges(patterns: &[(u64, Beeps)], now: u64) -> Vec<(u64, bool)> {
    let mut edges: Vec<(u64, bool)> = Vec::new();
    for (index, (since, beeps)) in patterns.iter().enumerate() {
        let end = patterns.get(index + 1).map_or(now + 1, |(next, _)| *next);
        for (at, on) in beeps.edges() {
            let at = since + u64::from(at.0);
            if at < end && at <= now && edges.last().is_some_and(|(_, last)| *last) != on {
                edges.push((at, on));
            }
        }
    }
    edges
}

/// When a buzzer is switched on or off next.
pub(super) fn next_edge(patterns: &[(u64, Beeps)], now: u64) -> Option<u64> {
    let (since, beeps) = patterns.last()?;
    beeps.edges().map(|(at, _)| since + u64::from(at.0)).find(|at| *at > now)
}
