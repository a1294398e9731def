//! An emulated board: what the emulator has reported, and what is expected of it.

use std::collections::BTreeMap;

use firmware_core::device::{Beeps, Device, ReaderPosition};
use firmware_core::link::Caller;
use firmware_core::reader::ReaderTimes;

use super::frame::{differing, drawn};
use super::sound::edges;
use crate::emulator::{Seen, from_hex};
use crate::wired::{Wired, Wiring};

/// By how much the buzzer may differ, in milliseconds: the answer to a card that is removed just when its write was
/// confirmed comes that much earlier (e2e/chip/README.md).
const SOUND_MARGIN: u64 = 6;

/// An emulated board.
#[derive(Debug)]
pub(super) struct Board<W: Wired> {
    /// The index of the device at its site, and the emulator's slot.
    pub(super) index: usize,
    pub(super) wiring: Wiring,
    /// The core's clock minus the board's, in milliseconds; none without power.
    pub(super) clock_offset: Option<i64>,
    pub(super) seen: Seen,
    /// The frame of its display.
    pub(super) frame: Vec<u8>,
    /// The number of frames that the board has sent.
    pub(super) frame_count: u64,
    /// The number of frames and the core's screen at the last call of `Boards::changed_devices`.
    pub(super) reported: Option<(u64, Option<<W::Device as Device>::Screen>)>,
    pub(super) office: Caller<W::Device>,
    /// The beeps of the core's device since power-on, with their times.
    pub(super) expected_beeps: Vec<(u64, Beeps)>,
    /// When the board's buzzer was switched on and off since power-on, by the core's clock.
    pub(super) buzzer_edges: Vec<(u64, bool)>,
    /// By how much a removed card's answer came early, which the buzzer may differ by, in milliseconds.
    pub(super) reader_lead: u64,
    /// The cards at the board: their position and names. Beside it, their memory while the power is off.
    pub(super) cards: Option<(ReaderPosition, Vec<String>)>,
    pub(super) memory: Vec<Vec<u8>>,
    /// Whether the power failed while a card at it was being written: its other slot holds a part of that write.
    pub(super) was_cut: bool,
    /// When each contact moved last, by the core's clock.
    pub(super) moved: BTreeMap<u8, u64>,
    pub(super) times: Option<ReaderTimes>,
    /// How many lines of the journal have been searched for beeps.
    pub(super) searched: usize,
}

impl<W: Wired> Board<W> {
    /// A new board of a device. It has not been started.
    pub(super) fn new(index: usize, wiring: Wiring) -> Self {
        Self {
            index,
            wiring,
            clock_offset: Some(0),
            seen: Seen::default(),
            frame: Vec::new(),
            frame_count: 0,
            reported: None,
            office: Caller::new(),
            expected_beeps: Vec::new(),
            buzzer_edges: Vec::new(),
            reader_lead: 0,
            cards: None,
            memory: Vec::new(),
            was_cut: false,
            moved: BTreeMap::new(),
            times: None,
            searched: 0,
        }
    }

    /// Applies the state of a board that has started; its clock began at `now` of the core's.
    pub(super) fn begin(&mut self, seen: Seen, now: u64) -> Result<(), String> {
        self.clock_offset = Some(clock_offset(now, seen.began));
        self.look(seen)
    }

    /// Applies what the emulator reports.
    pub(super) fn look(&mut self, seen: Seen) -> Result<(), String> {
        if let Some(picture) = &seen.picture {
            self.frame = from_hex(picture)?;
            self.frame_count += 1;
        }
        self.reader_lead = self.reader_lead.max(seen.early);
        let clock_offset = self.clock_offset.unwrap_or(0);
        for (at, on) in &seen.edges {
            // A board that was reset and runs again repeats its edges.
            if self.buzzer_edges.last().is_some_and(|(_, last)| last == on) {
                continue;
            }
            self.buzzer_edges.push((at.saturating_add_signed(clock_offset), *on));
        }
        self.seen = Seen { picture: None, ..seen };
        Ok(())
    }

    /// Compares lamps and relays with the core.
    pub(super) fn compare_lamps(&self, world: &W) -> Result<(), String> {
        let Some(device) = world.benches()[self.index].device() else { return Ok(()) };
        let (pins, high) = W::lamps(device.lamps());
        let found = self.seen.pins & pins;
        if found == high || self.clock_offset.is_none() {
            return Ok(());
        }
        Err(format!("lamps and relays of the board are {found:b}, by the core {high:b}, of {pins:b}"))
    }

    /// Compares everything with the core.
    pub(super) fn compare(&self, world: &W) -> Result<(), String> {
        let bench = &world.benches()[self.index];
        let (Some(clock_offset), Some(device)) = (self.clock_offset, bench.device()) else { return Ok(()) };
        let now = world.now();
        let on_board = self.seen.now.saturating_add_signed(clock_offset);
        if on_board != now.0 {
            return Err(format!("it is {on_board} ms on the board, {} ms by the core", now.0));
        }
        let screen = device.screen(now);
        let expected = W::frame(self.index, &screen);
        let wrong = differing(&self.frame, &expected, self.wiring.display);
        if wrong > 0 || !self.seen.on {
            return Err(format!(
                "{wrong} pixels of the board's display differ from those of the core: {screen:?}{}",
                drawn(&self.frame, &expected)
            ));
        }
        self.compare_lamps(world)?;
        let expected = edges(&self.expected_beeps, now.0);
        let margin = SOUND_MARGIN + self.reader_lead;
        let is_near =
            |(one, other): (&(u64, bool), &(u64, bool))| one.1 == other.1 && one.0.abs_diff(other.0) <= margin;
        if expected.len() != self.buzzer_edges.len() || !expected.iter().zip(&self.buzzer_edges).all(is_near) {
            return Err(format!("the board's buzzer sounded at {:?}, the core's at {expected:?}", self.buzzer_edges));
        }
        Ok(())
    }
}

/// The clock of the core minus that of a board, in milliseconds.
pub(super) fn clock_offset(core: u64, board: u64) -> i64 {
    i64::try_from(core).unwrap_or(i64::MAX) - i64::try_from(board).unwrap_or(i64::MAX)
}
