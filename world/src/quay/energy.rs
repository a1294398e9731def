//! What the sockets have delivered, in watt-hours (DP-39). It is counted whether or not it was paid for in the end: a
//! power cut can give credit back (DP-33), not energy.

use firmware_core::pedestal::Socket;
use serde::{Deserialize, Serialize};

use super::PEDESTALS;

/// What one socket has delivered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub(super) struct Energy {
    /// Watt-hours since the socket was last free.
    pub(super) since_free: u64,
    /// Watt-hours since the world began.
    pub(super) in_all: u64,
}

impl Energy {
    /// One more watt-hour.
    pub(super) fn count(&mut self) {
        self.since_free += 1;
        self.in_all += 1;
    }

    /// A free socket gets credit.
    pub(super) fn begin(&mut self) {
        self.since_free = 0;
    }
}

/// Sockets that have delivered nothing.
pub(super) fn no_energy() -> Vec<[Energy; Socket::COUNT]> {
    vec![Default::default(); PEDESTALS]
}
