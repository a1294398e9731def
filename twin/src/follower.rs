//! Follows the session of a page: plays its acts on the boards, advances their clocks, compares every frame.

use std::collections::{BTreeMap, BTreeSet};

use firmware_core::time::{Instant, Millis, earlier};
use world::save_format::Stretch;
use world::script::{Move, Player};
use world::session::{Session, Start, TimedAct};

use crate::boards::{Boards, Frames};
use crate::emulator::Emulator;
use crate::wired::Wired;

/// A session, played on boards without leaving anything out.
#[derive(Debug)]
pub struct Follower<W: Wired, E: Emulator> {
    boards: Boards<W, Player<W>, E>,
    /// The session of the page.
    session: Session<W>,
    /// All acts of the session, oldest first.
    acts: Vec<TimedAct<W>>,
    /// The number of acts that the boards have done.
    done: usize,
    /// The time that the boards have reached, by the session's clock.
    reached: Instant,
    /// The devices at which the person has been: these have boards.
    devices: BTreeSet<usize>,
    is_begun: bool,
    /// Boards whose display has to be compared, and since when by the core's clock, in milliseconds.
    pending: BTreeMap<usize, u64>,
    /// Since when lamps or relays differ.
    pending_lamps: Option<u64>,
    tally: Tally,
    displays: Vec<BoardDisplay>,
}

/// How much later than the core a board may show something, in milliseconds: a reader and a display need time.
const MARGIN: u64 = 10;

/// The results of the comparisons.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// The number of frames that agreed with the core, pixel by pixel.
    pub agreed: u64,
    /// The number of frames that differed.
    pub differing: u64,
    /// The last other difference, as a sentence.
    pub other_difference: Option<String>,
}

/// The display of a board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BoardDisplay {
    /// The index of the device.
    pub device: usize,
    /// The kind of its display.
    pub display: &'static str,
    /// The frame in its memory; empty while it is off.
    pub frame: Vec<u8>,
    /// The pixels that differ from the core's, row by row, eight to a byte, the first in the lowest bit; empty if all
    /// agree.
    pub wrong: Vec<u8>,
}

impl<W: Wired, E: Emulator> Follower<W, E> {
    /// Nothing to follow yet.
    pub fn new(emulator: E) -> Self {
        Self {
            boards: Boards::new(emulator, Player::default()),
            session: Session::new(Start::Bare).expect("a bare world always exists"),
            acts: Vec::new(),
            done: 0,
            reached: Instant(0),
            devices: BTreeSet::new(),
            is_begun: false,
            pending: BTreeMap::new(),
            pending_lamps: None,
            tally: Tally::default(),
            displays: Vec::new(),
        }
    }

    /// Continues the session, or begins another one.
    ///
    /// # Errors
    /// The boards cannot follow it.
    pub fn update(&mut self, stretch: Stretch<W>) -> Result<(), String> {
        let Stretch { start, acts, until } = stretch;
        if let Some(start) = start {
            if matches!(start, Start::Kept(_)) {
                return Err("a board cannot have the memory of a saved world".to_owned());
            }
            self.session = Session::new(start)?;
            self.acts.clear();
            self.devices = BTreeSet::from([self.session.world().site().here]);
            self.is_begun = false;
        }
        let before = self.devices.len();
        for (at, act) in acts {
            self.session.pass_to(at);
            // A refused act is part of the session.
            let _ = self.session.act(act.clone());
            self.devices.insert(self.session.world().site().here);
            self.acts.push((at, act));
        }
        self.session.pass_to(until);
        // A new board has to do everything from the beginning.
        self.is_begun &= self.devices.len() == before;
        Ok(())
    }

    /// Does one act of the session, or waits until the next frame. Returns whether there is more to do.
    ///
    /// # Errors
    /// The boards differ from the core in a way that ends the comparison.
    pub fn step(&mut self) -> Result<bool, String> {
        if !self.is_begun {
            self.begin()?;
        } else if let Some((_, act)) = self.acts.get(self.done).filter(|(at, _)| *at <= self.reached) {
            let act = act.clone();
            self.boards.make(&[Move::Act(act)])?;
            self.done += 1;
        } else if self.reached < self.until() {
            self.wait()?;
        } else {
            return Ok(false);
        }
        self.compare();
        Ok(true)
    }

    /// The time that the session has reached.
    pub fn until(&self) -> Instant {
        self.session.world().now()
    }

    /// The time that the boards have reached, by the same clock.
    pub fn reached(&self) -> Instant {
        self.reached
    }

    /// The results so far.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The boards and their core.
    pub fn boards(&self) -> &Boards<W, Player<W>, E> {
        &self.boards
    }

    /// The displays that have changed since the last call.
    pub fn displays(&mut self) -> Vec<BoardDisplay> {
        std::mem::take(&mut self.displays)
    }

    fn begin(&mut self) -> Result<(), String> {
        self.boards.begin(Player::default(), self.devices.clone());
        self.boards.make(&[Move::Begin(self.session.start().clone())])?;
        self.done = 0;
        self.reached = Instant(0);
        self.is_begun = true;
        self.pending.clear();
        self.pending_lamps = None;
        self.tally = Tally::default();
        Ok(())
    }

    /// Waits until the next act, or until the next visible change before it.
    fn wait(&mut self) -> Result<(), String> {
        let next = self.acts.get(self.done).map_or(self.until(), |(at, _)| *at);
        let mut length = next.since(self.reached);
        if self.boards.is_idle() {
            self.boards.catch_up();
        }
        let ahead = self.boards.slack();
        let change = earlier(self.world().wake_at(), self.world().next_visible_change());
        if let Some(change) = change {
            let frame = change.since(self.world().now()) + ahead;
            length = length.min(frame.max(Millis(1)));
        }
        if let Some(since) = self.pending.values().copied().chain(self.pending_lamps).min() {
            let margin_left = Instant(since + MARGIN).since(self.world().now()) + ahead;
            length = length.min(margin_left.max(Millis(1)));
        }
        self.boards.make(&[Move::Pass(length)])?;
        self.reached = self.reached + length;
        Ok(())
    }

    fn compare(&mut self) {
        let now = self.world().now().0;
        for device in self.boards.changed_devices() {
            // The frame is counted once it agrees, or has differed for longer than the margin.
            self.pending.entry(device).or_insert(now);
        }
        for (device, since) in self.pending.clone() {
            let display = W::wiring(device).display;
            let Some(frames) = self.boards.frames(device) else {
                self.pending.remove(&device);
                self.show(BoardDisplay { device, display, frame: Vec::new(), wrong: Vec::new() });
                continue;
            };
            let mut wrong = wrong_pixels(&frames, display);
            if wrong.is_empty() {
                self.tally.agreed += 1;
                self.pending.remove(&device);
            } else if now >= since + MARGIN {
                self.tally.differing += 1;
                self.pending.remove(&device);
            } else {
                wrong.clear();
            }
            self.show(BoardDisplay { device, display, frame: frames.found, wrong });
        }
        match self.boards.compare_lamps() {
            Ok(()) => self.pending_lamps = None,
            Err(why) if now >= *self.pending_lamps.get_or_insert(now) + MARGIN => {
                self.pending_lamps = None;
                self.tally.other_difference = Some(why);
            }
            Err(_) => {}
        }
    }

    fn show(&mut self, displays: BoardDisplay) {
        self.displays.retain(|earlier| earlier.device != displays.device);
        self.displays.push(displays);
    }

    fn world(&self) -> &W {
        self.boards.core().session().world()
    }
}

/// The pixels that differ, row by row, eight to a byte; empty if all agree.
fn wrong_pixels(frames: &Frames, display: &str) -> Vec<u8> {
    let Frames { found, expected } = frames;
    if found == expected {
        return Vec::new();
    }
    let is_wrong: Box<dyn Fn(usize) -> bool> = if display == "ssd1306" {
        // Pages of eight rows, a byte for each column.
        Box::new(|pixel| {
            let (byte, bit) = (pixel / 1024 * 128 + pixel % 128, pixel / 128 % 8);
            let lit = |bytes: &[u8]| bytes.get(byte).map(|byte| byte >> bit & 1);
            lit(found) != lit(expected)
        })
    } else {
        Box::new(|pixel| found.get(2 * pixel..2 * pixel + 2) != expected.get(2 * pixel..2 * pixel + 2))
    };
    let pixels = if display == "ssd1306" { expected.len() * 8 } else { expected.len() / 2 };
    let byte = |byte: usize| (0..8).fold(0, |bits, bit| bits | u8::from(is_wrong(byte * 8 + bit)) << bit);
    (0..pixels / 8).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_that_differs_is_found_in_its_row() {
        let expected = vec![0; 1024];
        let mut found = expected.clone();
        // The third page, column 10, its fourth row: row 19.
        found[2 * 128 + 10] = 1 << 3;
        let wrong = wrong_pixels(&Frames { found, expected }, "ssd1306");
        let pixels: Vec<_> = (0..8192).filter(|pixel| wrong[pixel / 8] >> (pixel % 8) & 1 == 1).collect();
        assert_eq!(pixels, [19 * 128 + 10]);
    }

    #[test]
    fn a_dark_display_has_every_lit_pixel_wrong_and_equal_frames_none() {
        let expected = vec![0xff, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert!(wrong_pixels(&Frames { found: expected.clone(), expected: expected.clone() }, "ili9341").is_empty());
        let wrong = wrong_pixels(&Frames { found: vec![0; 16], expected }, "ili9341");
        assert_eq!(wrong, [0b101]);
    }
}
