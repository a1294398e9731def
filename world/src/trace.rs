//! The trace: what devices did, with the clauses behind it.

use firmware_core::device::Beeps;
use firmware_core::rule::Rule;
use firmware_core::time::Instant;

/// Something that a device did, with the clauses behind it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TraceEntry {
    /// When.
    pub at: Instant,
    /// The device's number in its world.
    pub device: u16,
    /// The name of the screen afterwards.
    pub screen: &'static str,
    /// The clauses.
    pub rules: Vec<Rule>,
    /// The beeps that began to sound.
    pub beeps: Option<Beeps>,
}
