//! A contact: a key, a switch or the pulse output of a meter. It bounces when it moves, and is heard once.

use firmware_core::time::{Instant, Millis};

/// So long a contact may bounce: good keys are still after 5 ms, and a meter's pulse lasts 30 ms (IEC 62053-31).
pub const BOUNCE: Millis = Millis(10);

/// One contact, and when it is looked at again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Contact {
    closed: bool,
    /// What it does before this instant is bouncing.
    still_at: Option<Instant>,
}

impl Contact {
    /// A contact that is closed already, or not: what was held when the power came is no event until it is let go.
    pub const fn new(closed: bool) -> Self {
        Self { closed, still_at: None }
    }

    /// Whether it is closed.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// How it is at this instant; says whether that is news. The first movement counts at once, and the next one not
    /// before the contact is still.
    pub fn look(&mut self, now: Instant, closed: bool) -> bool {
        if self.still_at.is_some_and(|still| now < still) {
            return false;
        }
        self.still_at = None;
        if self.closed == closed {
            return false;
        }
        self.closed = closed;
        self.still_at = Some(now + BOUNCE);
        true
    }

    /// When it has to be looked at again, whatever it does.
    pub const fn wake_at(&self) -> Option<Instant> {
        self.still_at
    }
}
