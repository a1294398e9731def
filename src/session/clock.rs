//! The page's clock, as panels set it.

use firmware_core::time::Millis;
use leptos::prelude::*;

use crate::session::course::{Mode, SPEED_MAX};
use crate::session::shell::Shell;
use crate::session::site_page::{SitePage, handle};

/// A copyable handle to the page's clock.
pub struct Clock<P: SitePage> {
    shell: Shell<P>,
    mode: RwSignal<Mode>,
    speed: RwSignal<u32>,
}

handle!(Clock);

impl<P: SitePage> Shell<P> {
    /// The page's clock.
    pub fn clock(self) -> Clock<P> {
        Clock { shell: self, mode: self.mode, speed: self.speed }
    }
}

impl<P: SitePage> Clock<P> {
    /// How it runs; tracked.
    pub fn mode(self) -> Mode {
        self.mode.get()
    }

    /// The speed it has, or has again when it goes on; tracked.
    pub fn speed(self) -> u32 {
        self.speed.get()
    }

    /// Lets it run.
    pub fn go_live(self) {
        self.shell.run_clock(Mode::Live { speed: self.speed.get_untracked() });
    }

    /// Stops it at the present instant.
    pub fn pause(self) {
        self.shell.run_clock(Mode::Paused);
    }

    /// Sets the speed, clamped to 1..=[`SPEED_MAX`].
    pub fn set_speed(self, speed: u32) {
        let speed = speed.clamp(1, SPEED_MAX);
        self.speed.set(speed);
        if let Mode::Live { .. } = self.mode.get_untracked() {
            self.shell.run_clock(Mode::Live { speed });
        }
    }

    /// Lets exactly this much pass at once; a live clock goes on from there.
    pub fn pass(self, length: Millis) {
        self.shell.pass(length);
    }
}
