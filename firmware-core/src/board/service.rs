//! Why a device is out of service until a person has looked at it, and the code of the cause on its service screen.

use arrayvec::ArrayString;
use firmware_core::typeset::{digits, hexadecimal, joined};

use super::store::{Fault, Item};

/// Why a device stands still.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// What it remembers, or the numbers it works by, cannot be read or kept; they are left as they are.
    Store(Item, Fault),
    /// A panic of the firmware, at this address in flash.
    Panic(u32),
    /// The firmware was busy with one thing for too long.
    Watchdog,
}

impl Cause {
    /// Its code: M and a number for the memory, S for the settings, P and the address in hexadecimal digits, W.
    pub fn code(self) -> ArrayString<8> {
        match self {
            Self::Store(Item::Memory, fault) => joined(&["M", &digits(fault.number().into())]),
            Self::Store(Item::Settings | Item::Starts, fault) => joined(&["S", &digits(fault.number().into())]),
            Self::Panic(address) => joined(&["P", &hexadecimal(address)]),
            Self::Watchdog => joined(&["W"]),
        }
    }
}
