//! Follows a session that goes on elsewhere: plays its acts on the boards, lets its time pass, compares every frame.

use std::collections::{BTreeMap, BTreeSet};

use firmware_core::time::{Instant, Millis, earlier};
use world::save_format::Stretch;
use world::script::{Move, Player};
use world::session::{Session, Start, TimedAct};

use crate::boards::{Boards, Frames};
use crate::emulator::Emulator;
use crate::wired::Wired;

/// A session that is followed on boards. Nothing of it is skipped.
#[derive(Debug)]
pub struct Follower<W: Wired, E: Emulator> {
    boards: Boards<W, Player<W>, E>,
    /// The session as it goes on elsewhere.
    session: Session<W>,
    /// Everything that was done in the session, oldest first.
    acts: Vec<TimedAct<W>>,
    /// So many of them have been done here.
    done: usize,
    /// This has come so far, by the session's clock.
    reached: Instant,
    /// Where the person has stood: there the boards are.
    places: BTreeSet<usize>,
    is_begun: bool,
    /// Boards whose display differs, and since when by the core's clock, in milliseconds.
    doubts: BTreeMap<usize, u64>,
    /// Since when lamps or relays differ.
    doubt_of_lamps: Option<u64>,
    tally: Tally,
    shown: Vec<Shown>,
}

/// What a board shows may come so much later than with the core, in milliseconds: a real reader and a real display take
/// their time. Only then it differs.
const MARGIN: u64 = 10;

/// How many frames were compared, and how they came out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Frames of a board that were those of the core, dot by dot.
    pub agreed: u64,
    /// Frames that were not.
    pub differing: u64,
    /// What else differed last, if anything has: a sentence.
    pub otherwise: Option<String>,
}

/// What a board's display shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Where the board stands.
    pub place: usize,
    /// The kind of its display.
    pub display: &'static str,
    /// Its bytes, as the display keeps them; none while it is dark.
    pub picture: Vec<u8>,
    /// The dots that differ from what the core draws, row by row, eight to a byte, the first in the lowest bit; none
    /// if they all agree.
    pub wrong: Vec<u8>,
}

impl<W: Wired, E: Emulator> Follower<W, E> {
    /// Nothing to follow yet.
    pub fn new(emulator: E) -> Self {
        Self {
            boards: Boards::new(emulator, Player::default()),
            session: Session::new(Start::Bare).expect("a bare world can always be had"),
            acts: Vec::new(),
            done: 0,
            reached: Instant(0),
            places: BTreeSet::new(),
            is_begun: false,
            doubts: BTreeMap::new(),
            doubt_of_lamps: None,
            tally: Tally::default(),
            shown: Vec::new(),
        }
    }

    /// Hears how the session has gone on, or that there is another one.
    ///
    /// # Errors
    /// A sentence, if it cannot be followed.
    pub fn hear(&mut self, stretch: Stretch<W>) -> Result<(), String> {
        let Stretch { start, acts, until } = stretch;
        if let Some(start) = start {
            if matches!(start, Start::Kept(_)) {
                return Err("a board cannot be given the memory of a world that was kept".to_owned());
            }
            self.session = Session::new(start)?;
            self.acts.clear();
            self.places = BTreeSet::from([self.session.world().site().here]);
            self.is_begun = false;
        }
        let before = self.places.len();
        for (at, act) in acts {
            self.session.pass_to(at);
            // A refusal is part of the story.
            let _ = self.session.act(act.clone());
            self.places.insert(self.session.world().site().here);
            self.acts.push((at, act));
        }
        self.session.pass_to(until);
        // A board that was not there from the beginning has to live through what the others have seen.
        self.is_begun &= self.places.len() == before;
        Ok(())
    }

    /// Does one thing of the session: a deed, or a wait up to the next frame. Whether there is more to do.
    ///
    /// # Errors
    /// A sentence that says what the boards do otherwise; nothing more can be followed then.
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
        self.judge();
        Ok(true)
    }

    /// The session has come so far, by its own clock.
    pub fn until(&self) -> Instant {
        self.session.world().now()
    }

    /// And this so far, by the same.
    pub fn reached(&self) -> Instant {
        self.reached
    }

    /// The frames that were compared.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The boards and their core.
    pub fn boards(&self) -> &Boards<W, Player<W>, E> {
        &self.boards
    }

    /// The displays that show something else than at the last call.
    pub fn shown(&mut self) -> Vec<Shown> {
        std::mem::take(&mut self.shown)
    }

    fn begin(&mut self) -> Result<(), String> {
        self.boards.begin(Player::default(), self.places.clone());
        self.boards.make(&[Move::Begin(self.session.start().clone())])?;
        self.done = 0;
        self.reached = Instant(0);
        self.is_begun = true;
        self.doubts.clear();
        self.doubt_of_lamps = None;
        self.tally = Tally::default();
        Ok(())
    }

    /// Waits up to the next deed, or to when something can be seen to change before.
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
        if let Some(since) = self.doubts.values().copied().chain(self.doubt_of_lamps).min() {
            let patience = Instant(since + MARGIN).since(self.world().now()) + ahead;
            length = length.min(patience.max(Millis(1)));
        }
        self.boards.make(&[Move::Pass(length)])?;
        self.reached = self.reached + length;
        Ok(())
    }

    fn judge(&mut self) {
        let now = self.world().now().0;
        for place in self.boards.news() {
            // It counts as soon as it agrees, or has differed for too long.
            self.doubts.entry(place).or_insert(now);
        }
        for (place, since) in self.doubts.clone() {
            let display = W::wiring(place).display;
            let Some(frames) = self.boards.frames(place) else {
                self.doubts.remove(&place);
                self.show(Shown { place, display, picture: Vec::new(), wrong: Vec::new() });
                continue;
            };
            let mut wrong = wrong_dots(&frames, display);
            if wrong.is_empty() {
                self.tally.agreed += 1;
                self.doubts.remove(&place);
            } else if now >= since + MARGIN {
                self.tally.differing += 1;
                self.doubts.remove(&place);
            } else {
                wrong.clear();
            }
            self.show(Shown { place, display, picture: frames.found, wrong });
        }
        match self.boards.compare_lamps() {
            Ok(()) => self.doubt_of_lamps = None,
            Err(why) if now >= *self.doubt_of_lamps.get_or_insert(now) + MARGIN => {
                self.doubt_of_lamps = None;
                self.tally.otherwise = Some(why);
            }
            Err(_) => {}
        }
    }

    fn show(&mut self, shown: Shown) {
        self.shown.retain(|earlier| earlier.place != shown.place);
        self.shown.push(shown);
    }

    fn world(&self) -> &W {
        self.boards.core().session().world()
    }
}

/// The dots that differ, row by row, eight to a byte; none if they all agree.
fn wrong_dots(frames: &Frames, display: &str) -> Vec<u8> {
    let Frames { found, expected } = frames;
    if found == expected {
        return Vec::new();
    }
    let is_wrong: Box<dyn Fn(usize) -> bool> = if display == "ssd1306" {
        // Pages of eight rows, a byte for each column.
        Box::new(|dot| {
            let (byte, bit) = (dot / 1024 * 128 + dot % 128, dot / 128 % 8);
            let lit = |bytes: &[u8]| bytes.get(byte).map(|byte| byte >> bit & 1);
            lit(found) != lit(expected)
        })
    } else {
        Box::new(|dot| found.get(2 * dot..2 * dot + 2) != expected.get(2 * dot..2 * dot + 2))
    };
    let dots = if display == "ssd1306" { expected.len() * 8 } else { expected.len() / 2 };
    let byte = |byte: usize| (0..8).fold(0, |bits, bit| bits | u8::from(is_wrong(byte * 8 + bit)) << bit);
    (0..dots / 8).map(byte).collect()
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
        let wrong = wrong_dots(&Frames { found, expected }, "ssd1306");
        let dots: Vec<_> = (0..8192).filter(|dot| wrong[dot / 8] >> (dot % 8) & 1 == 1).collect();
        assert_eq!(dots, [19 * 128 + 10]);
    }

    #[test]
    fn frames_that_agree_have_no_wrong_dots_and_a_dark_one_has_all_that_are_lit() {
        let expected = vec![0xff, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert!(wrong_dots(&Frames { found: expected.clone(), expected: expected.clone() }, "ili9341").is_empty());
        let wrong = wrong_dots(&Frames { found: vec![0; 16], expected }, "ili9341");
        assert_eq!(wrong, [0b101]);
    }
}
