//! What a device says of its screen: when it will be another.

use firmware_core::device::Device;
use firmware_core::time::Instant;

/// A screen changes by itself when it says so, and not before.
pub fn check_changes(device: Option<&impl Device>, now: Instant) -> Result<(), String> {
    let Some(device) = device else { return Ok(()) };
    let screen = device.screen(now);
    let change = device.next_visible_change(now);
    // Nothing is known beyond the next deadline: there the state changes.
    let horizon = device.wake_at().unwrap_or(Instant(now.0 + 600_000));
    let still = change.map_or(horizon.0, |at| at.0.min(horizon.0)).saturating_sub(1).max(now.0);
    for at in [now.0, now.0.midpoint(still), still] {
        if device.screen(Instant(at)) != screen {
            return Err(format!("the screen changes before {change:?} although nothing happens"));
        }
    }
    match change {
        Some(at) if at <= now => Err("the next visible change is not ahead".to_owned()),
        Some(at) if at < horizon && device.screen(at) == screen => {
            Err(format!("the screen does not change at {at:?} although it said so"))
        }
        _ => Ok(()),
    }
}
