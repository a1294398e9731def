//! The firmware on emulated boards, and the core beside it: the same inputs, the same displays.
//!
//! What people do to a world becomes what happens to its boards: contacts that close, fingers on glass, cards at a
//! reader, words of the office on the service link, the mains. Who emulates the boards is behind [`Emulator`]: a
//! program of its own for the acceptance tests, the worker's own JavaScript in the page.
//!
//! - [`Wired`]: how each world is soldered to its boards.
//! - [`Boards`]: plays moves on boards and core, and compares them.
//! - [`Follower`]: follows a session that goes on elsewhere, as the page's does, and counts the frames that agree.

mod boards;
mod emulator;
mod follower;
mod wired;

pub use boards::{Boards, Frames, ReferenceCore};
pub use emulator::{Emulator, Seen, Stopped, from_hex, to_hex};
pub use follower::{Follower, Shown, Tally};
pub use wired::{Deed, Wired, Wiring, pages};
