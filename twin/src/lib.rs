//! The firmware on emulated boards, and the core beside it: the same inputs, the same displays.
//!
//! Acts of a person become inputs of the boards: contacts that close, a touch, cards at a reader, commands on the
//! service link, power. The emulator is behind [`Emulator`]: a process for the acceptance tests, the JavaScript of the
//! worker in the page.
//!
//! - [`Wired`]: how the devices of each site are wired to their boards.
//! - [`Boards`]: plays moves on boards and core, and compares them.
//! - [`Follower`]: follows the session of a page, and counts the frames that agree.

mod boards;
mod emulator;
mod follower;
mod wired;

pub use boards::{Boards, Frames, ReferenceCore};
pub use emulator::{Emulator, Seen, Stopped, from_hex, to_hex};
pub use follower::{BoardDisplay, Follower, Tally};
pub use wired::{BoardInput, Wired, Wiring, pages};
