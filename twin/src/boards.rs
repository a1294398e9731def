//! The boards, and the core beside them.
//!
//! The core has the same clock to the millisecond. A board receives only what it receives in service: keys, touch and
//! pulses at its pins, a card at its reader, commands on the service link, and power. When the firmware is idle at an
//! instant, its display must have the pixels that the core draws, lamps and relays must agree, the buzzer must have
//! sounded when the core's did, and a removed card must hold what the core says.
//!
//! The core follows the board: an act is done on the core at the millisecond in which the firmware has answered it. A
//! key is debounced for 10 ms, and the removal of a card is noticed at the next poll. This time passes in both. Where
//! no deadline began anew, it is taken off the next wait of the script.

mod board;
mod card;
mod frame;
mod sound;

use std::collections::BTreeSet;

use firmware_core::card::CardBytes;
use firmware_core::card::Slot;
use firmware_core::device::{Device as _, ReaderPosition};
use firmware_core::link::{Caller, Heard, LinkMessage, Linked};
use firmware_core::mifare::{HEADER, address};
use firmware_core::time::{Instant, Millis};
use serde_json::json;
use world::script::{Move, Player};
use world::session::{Line, Start};
use world::world::World;

use self::board::{Board, clock_offset};
use self::card::{from_mifare, to_mifare};
use self::sound::next_edge;
use crate::emulator::{Emulator, Seen, from_hex, to_hex};
use crate::wired::{self, BoardInput, Wired};

/// The debounce of a contact, in milliseconds (firmware-core/src/board/contact.rs).
const BOUNCE: u64 = 10;
/// The length of a meter's pulse, in milliseconds (IEC 62053-31).
const PULSE: u64 = 30;
/// The core that the boards are compared with.
pub trait ReferenceCore<W: World> {
    /// The session on it.
    fn player(&self) -> &Player<W>;

    /// Makes one move. Afterwards the ledger has to add up.
    ///
    /// # Errors
    /// The move cannot be made, or an invariant does not hold.
    fn make(&mut self, one: &Move<W>) -> Result<(), String>;
}

impl<W: World> ReferenceCore<W> for Player<W> {
    fn player(&self) -> &Player<W> {
        self
    }

    fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        Player::make(self, one)?;
        self.session().world().check()
    }
}

/// The boards, and the core beside them.
#[derive(Debug)]
pub struct Boards<W: Wired, C: ReferenceCore<W>, E: Emulator> {
    emulator: E,
    core: C,
    all: Vec<Board<W>>,
    /// The devices whose boards start with the first move.
    waiting: Option<BTreeSet<usize>>,
    /// Time that acts took, which is taken off the next wait.
    slack: Millis,
    /// The time of the core's clock if acts had taken none.
    due: u64,
}

/// The pen of the touch display, which is not a contact.
const PEN: u8 = 14;

/// The frame in the memory of a display, and the one that the core draws.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frames {
    /// That of the board; empty while the display is off.
    pub found: Vec<u8>,
    /// That of the core.
    pub expected: Vec<u8>,
}

impl<W: Wired, C: ReferenceCore<W>, E: Emulator> Boards<W, C, E> {
    /// No boards, and a core.
    pub fn new(emulator: E, core: C) -> Self {
        Self { emulator, core, all: Vec::new(), waiting: None, slack: Millis(0), due: 0 }
    }

    /// The emulator, for input that no act causes. Afterwards boards and core differ.
    pub fn emulator_mut(&mut self) -> &mut E {
        &mut self.emulator
    }

    /// Begins with another core, and with new boards for these devices, which start with the first move.
    pub fn begin(&mut self, core: C, devices: BTreeSet<usize>) {
        self.core = core;
        self.slack = Millis(0);
        self.due = self.now();
        self.all.clear();
        self.waiting = Some(devices);
    }

    /// The core.
    pub fn core(&self) -> &C {
        &self.core
    }

    /// The core, to be marked or asked for moves. Whatever changes it has to change the boards as well.
    pub fn core_mut(&mut self) -> &mut C {
        &mut self.core
    }

    /// For each board, the number of instructions since its start and the checksum of its output.
    ///
    /// # Errors
    /// The emulator has ended.
    pub fn sums(&mut self) -> Result<Vec<(u64, String)>, String> {
        let mut sums = Vec::new();
        for board in &self.all {
            if board.clock_offset.is_some() {
                let report = self.emulator.ask(board.index, "report", json!({}))?;
                sums.push((report.instructions, report.log));
            }
        }
        Ok(sums)
    }

    /// The devices whose frame, or whose screen on the core, has changed since the last call; a device that lost its
    /// power is one of them.
    pub fn changed_devices(&mut self) -> Vec<usize> {
        let world = self.core.player().session().world();
        let mut changed_devices = Vec::new();
        for board in &mut self.all {
            let screen = world.benches()[board.index].device().map(|device| device.screen(world.now()));
            let now = Some((board.frame_count, screen));
            if board.reported != now {
                changed_devices.push(board.index);
                board.reported = now;
            }
        }
        changed_devices
    }

    /// The frames of the display of a device; none without power.
    pub fn frames(&self, index: usize) -> Option<Frames> {
        let board = self.all.iter().find(|board| board.index == index)?;
        let screen = self.world().benches()[index].device()?.screen(self.world().now());
        let found = if board.seen.on { board.frame.clone() } else { Vec::new() };
        Some(Frames { found, expected: W::frame(index, &screen) })
    }

    /// Compares the boards' lamps and relays with the core.
    ///
    /// # Errors
    /// They differ.
    pub fn compare_lamps(&self) -> Result<(), String> {
        self.all.iter().try_for_each(|board| board.compare_lamps(self.world()))
    }

    /// Whether no device waits for anything. Then the time that acts took can be caught up with, if a page on a display
    /// may be shown for a shorter time.
    pub fn is_idle(&self) -> bool {
        let waits = |board: &Board<W>| self.world().benches()[board.index].wake_at().is_some();
        !self.world().is_writing() && !self.world().is_measuring() && !self.all.iter().any(waits)
    }

    /// Takes the time that acts took off the next wait.
    pub fn catch_up(&mut self) {
        self.slack = Instant(self.now()).since(Instant(self.due));
    }

    /// The time that is taken off the next wait.
    pub fn slack(&self) -> Millis {
        self.slack
    }

    /// Whether no display changes by itself either. Then catching up shortens nothing.
    fn is_still(&self) -> bool {
        let now = self.world().now();
        let changes = |board: &Board<W>| {
            let device = self.world().benches()[board.index].device();
            device.is_some_and(|device| device.next_visible_change(now).is_some())
        };
        self.is_idle() && !self.all.iter().any(changes)
    }

    fn world(&self) -> &W {
        self.core.player().session().world()
    }

    fn now(&self) -> u64 {
        self.world().now().0
    }

    fn build(&mut self, devices: &BTreeSet<usize>) -> Result<(), String> {
        self.all.clear();
        for index in devices {
            let wiring = W::wiring(*index);
            let elf = self.emulator.firmware(wiring.firmware);
            let with = json!({ "elf": elf, "display": wiring.display, "closed": wiring.contacts });
            let seen = self.emulator.ask(*index, "open", with)?;
            let mut board = Board::new(*index, wiring);
            board.begin(seen, self.now())?;
            self.all.push(board);
        }
        for at in 0..self.all.len() {
            let commands = self.world().initial_commands(self.all[at].index);
            self.send(at, commands)?;
            self.set_times(at)?;
        }
        Ok(())
    }

    /// Sends a request for a board to the emulator, and applies the answer.
    fn ask(&mut self, at: usize, what: &str, with: serde_json::Value) -> Result<Seen, String> {
        let board = &mut self.all[at];
        let seen = self.emulator.ask(board.index, what, with)?;
        board.look(seen.clone())?;
        Ok(seen)
    }

    /// Sends commands to a device on the service link. The device has to answer each of them with `Done`.
    fn send(&mut self, at: usize, commands: Vec<<W::Device as Linked>::Command>) -> Result<(), String> {
        for command in commands {
            let now = Instant(self.now());
            let office = &mut self.all[at].office;
            let text = format!("{command:?}");
            office
                .say(now, LinkMessage::Command(command))
                .map_err(|_| "the last command is still being sent".to_owned())?;
            let mut reply = None;
            while reply.is_none() {
                let bytes = self.all[at].office.pending().to_vec();
                if bytes.is_empty() {
                    return Err(format!("the device does not answer {text}"));
                }
                self.all[at].office.sent(bytes.len());
                let seen = self.ask(at, "link", json!({ "bytes": to_hex(&bytes) }))?;
                for byte in from_hex(&seen.link)? {
                    reply = reply.or(self.all[at].office.receive(now, byte));
                }
            }
            if reply != Some(Heard::Done) {
                return Err(format!("the device answers {reply:?} to {text}"));
            }
        }
        Ok(())
    }

    /// Sets the times of the board's reader to those of the core's.
    fn set_times(&mut self, at: usize) -> Result<(), String> {
        let Board { index, clock_offset, times, .. } = &self.all[at];
        let now =
            self.world().benches()[*index].reader(<W::Device as firmware_core::device::Device>::READERS[0]).times();
        if clock_offset.is_some() && *times != Some(now) {
            let with = json!({ "detect": now.detect.0, "write": now.write.0, "confirm": now.confirm.0 });
            self.ask(at, "times", with)?;
            self.all[at].times = Some(now);
        }
        Ok(())
    }

    /// Advances the core and the boards, from one deadline or edge of a buzzer to the next.
    fn pass_to(&mut self, until: u64) -> Result<(), String> {
        while self.now() < until {
            let now = self.now();
            let edge = self.all.iter().filter_map(|board| next_edge(&board.expected_beeps, now)).min();
            let next = [self.world().wake_at().map(|at| at.0), edge].into_iter().flatten().min();
            let next = next.map_or(until, |at| at.clamp(now + 1, until));
            self.run(next)?;
            let pulses = self.world().pulses(Instant(next));
            let before = self.world().clone();
            self.core.make(&Move::Pass(Millis(u32::try_from(next - self.now()).unwrap_or(u32::MAX))))?;
            for (index, pin) in pulses {
                if let Some(at) = self.all.iter().position(|board| board.index == index) {
                    self.contact(at, pin, true)?;
                }
            }
            self.send_commands(&before, None)?;
        }
        Ok(())
    }

    /// Runs the boards until this time of the core's clock. Pulses of meters end on the way.
    fn run(&mut self, until: u64) -> Result<(), String> {
        for at in 0..self.all.len() {
            let Some(clock_offset) = self.all[at].clock_offset else { continue };
            let Board { moved, wiring, .. } = &self.all[at];
            let is_pulse = |pin: &u8| wiring.contacts.contains(pin) && *pin > wired::POCKET;
            let over: Vec<_> = moved
                .iter()
                .filter(|(pin, since)| is_pulse(pin) && **since + PULSE <= until)
                .map(|(pin, since)| (*pin, *since + PULSE))
                .collect();
            for (pin, end) in over {
                self.ask(at, "run", json!({ "to": end.saturating_add_signed(-clock_offset) }))?;
                self.ask(at, "pin", json!({ "pin": pin, "high": true }))?;
                self.all[at].moved.remove(&pin);
            }
            self.ask(at, "run", json!({ "to": until.saturating_add_signed(-clock_offset) }))?;
        }
        Ok(())
    }

    /// Sends the boards the commands that the core's devices have received since `before`, and records the core's
    /// beeps.
    fn send_commands(&mut self, before: &W, act: Option<&W::Act>) -> Result<(), String> {
        for at in 0..self.all.len() {
            self.listen(at);
            if self.all[at].clock_offset.is_some() {
                let commands = self.world().commands(before, act, self.all[at].index);
                self.send(at, commands)?;
                self.set_times(at)?;
            }
        }
        Ok(())
    }

    /// Records the beeps of the core's device.
    fn listen(&mut self, at: usize) {
        let journal = self.core.player().session().journal();
        let board = &mut self.all[at];
        for line in &journal[board.searched.min(journal.len())..] {
            if let Line::Happened { entry, .. } = line
                && usize::from(entry.device) == board.index + 1
                && let Some(beeps) = entry.beeps
                && board.clock_offset.is_some()
            {
                board.expected_beeps.push((entry.at.0, beeps));
            }
        }
        board.searched = journal.len();
    }

    /// Moves a contact.
    fn contact(&mut self, at: usize, pin: u8, closed: bool) -> Result<(), String> {
        self.ask(at, "pin", json!({ "pin": pin, "high": !closed }))?;
        let now = self.now();
        self.all[at].moved.insert(pin, now);
        Ok(())
    }

    /// Waits until the debounce of a contact is over.
    fn settle(&mut self, at: usize, pin: u8) -> Result<(), String> {
        let still = self.all[at].moved.get(&pin).map_or(0, |since| since + BOUNCE);
        if still > self.now() {
            let wait = Millis(u32::try_from(still - self.now()).unwrap_or(0));
            self.pass_to(still)?;
            self.slack = self.slack + wait;
        }
        Ok(())
    }

    /// Does an act, on the board in front of the person and on the core.
    fn act(&mut self, act: &W::Act) -> Result<(), String> {
        let is_refused = self.world().clone().act(act, &mut Vec::new()).is_err();
        let here = self.world().site().here;
        let at = self.all.iter().position(|board| board.index == here);
        let input = if is_refused { BoardInput::None } else { W::board_input(act) };
        let has_power = at.is_some_and(|at| self.all[at].clock_offset.is_some());
        // What precedes the act; the core has not changed yet.
        let mut taken = Vec::new();
        let pin = match &input {
            BoardInput::Contact(pin, _) => Some(*pin),
            BoardInput::Finger(_) => Some(PEN),
            BoardInput::Put(position, _) | BoardInput::PutBoth(position, _) | BoardInput::Take(position) => {
                (*position == firmware_core::validator::POCKET).then_some(wired::POCKET)
            }
            BoardInput::PowerOff | BoardInput::PowerOn | BoardInput::None => None,
        };
        if let (Some(pin), Some(at)) = (pin, at)
            && has_power
        {
            self.settle(at, pin)?;
        }
        if let (BoardInput::Put(..) | BoardInput::PutBoth(..), Some(at)) = (&input, at)
            && has_power
        {
            let seen = self.ask(at, "looking", json!({}))?;
            self.follow(at, &seen)?;
        }
        if let (BoardInput::Take(position), Some(at)) = (&input, at) {
            if has_power {
                taken = self.take(at, *position)?;
            } else {
                taken = std::mem::take(&mut self.all[at].memory);
            }
        }
        let before = self.world().clone();
        let wake_before = self.world().benches()[here].wake_at();
        let screen_before = self.screen_here();
        match (&input, at) {
            (BoardInput::Put(position, name), Some(at)) => self.put(at, *position, std::slice::from_ref(name))?,
            (BoardInput::PutBoth(position, names), Some(at)) => self.put(at, *position, names)?,
            (BoardInput::Contact(pin, closed), Some(at)) if has_power => self.contact(at, *pin, *closed)?,
            (BoardInput::Finger(spot), Some(at)) if has_power => {
                let with = spot.map_or(json!({ "at": null }), |spot| json!({ "at": [spot.x, spot.y] }));
                self.ask(at, "touch", with)?;
                let now = self.now();
                self.all[at].moved.insert(PEN, now);
            }
            (BoardInput::PowerOff, _) => self.power_off()?,
            // There is no board, it has no power, or the input precedes or follows the act.
            (BoardInput::Put(..) | BoardInput::PutBoth(..) | BoardInput::Contact(..) | BoardInput::Finger(_), _) => {}
            (BoardInput::Take(_) | BoardInput::PowerOn | BoardInput::None, _) => {}
        }
        // Without power, the card may be as an earlier write has left it.
        let bench = &self.world().benches()[here];
        let was_cut = at.is_some_and(|at| self.all[at].was_cut);
        let writing = matches!(
            &input,
            BoardInput::Take(position) if !has_power || was_cut || bench.reader(*position).is_writing()
        );
        self.core.make(&Move::Act(act.clone()))?;
        if input == BoardInput::PowerOn {
            self.power_on()?;
        }
        self.send_commands(&before, Some(act).filter(|_| !is_refused))?;
        if let (BoardInput::Take(position), Some(at)) = (&input, at) {
            let cards = self.all[at].cards.take();
            self.all[at].was_cut = false;
            if *position == firmware_core::validator::POCKET && has_power {
                self.contact(at, wired::POCKET, false)?;
            }
            for (name, memory) in cards.map(|(_, names)| names).unwrap_or_default().iter().zip(taken) {
                self.compare_card(name, &memory, writing)?;
            }
        }
        // A deadline that began with this act counts from now. Removing a card begins one only if it changes the
        // deadline.
        let wake = self.world().benches()[here].wake_at();
        let has_begun = match input {
            BoardInput::Take(_) => wake.is_some() && wake != wake_before,
            BoardInput::Put(..)
            | BoardInput::PutBoth(..)
            | BoardInput::Contact(..)
            | BoardInput::Finger(_)
            | BoardInput::PowerOff
            | BoardInput::PowerOn
            | BoardInput::None => wake != wake_before || self.screen_here() != screen_before,
        };
        if has_begun {
            self.slack = Millis(0);
        }
        Ok(())
    }

    /// The number of a card, and its bytes as the core has them.
    fn chip(&self, name: &str) -> Result<(u32, CardBytes), String> {
        let site = self.world().site();
        let card = site.card_named(name).ok_or("there is no such card")?;
        Ok((card.id.0, site.bytes(card)))
    }

    fn screen_here(&self) -> Option<<W::Device as firmware_core::device::Device>::Screen> {
        let world = self.world();
        world.bench().device().map(|device| device.screen(world.now()))
    }

    /// Puts one card or two on the reader of a board.
    fn put(&mut self, at: usize, position: ReaderPosition, names: &[String]) -> Result<(), String> {
        if self.all[at].cards.is_some() {
            return Err("this board has one reader for both positions: they cannot have cards at once".to_owned());
        }
        for name in names {
            let (_, bytes) = self.chip(name)?;
            self.all[at].memory.push(to_mifare(&bytes));
        }
        self.all[at].cards = Some((position, names.to_owned()));
        if self.all[at].clock_offset.is_none() {
            return Ok(());
        }
        self.present(at, position, names)?;
        Ok(())
    }

    /// Brings the cards of a board into the field of its reader.
    fn present(&mut self, at: usize, position: ReaderPosition, names: &[String]) -> Result<Seen, String> {
        if position == firmware_core::validator::POCKET {
            self.contact(at, wired::POCKET, true)?;
        }
        let mut cards = Vec::new();
        for (name, memory) in names.iter().zip(std::mem::take(&mut self.all[at].memory)) {
            let (id, _) = self.chip(name)?;
            let uid = to_hex(&(id ^ 0x5a00_0000).to_be_bytes());
            cards.push(json!({ "uid": uid, "memory": to_hex(&memory) }));
        }
        let mut cards = cards.into_iter();
        let mut with = cards.next().unwrap_or_default();
        with["headers"] = json!([address(Slot::A, HEADER), address(Slot::B, HEADER)]);
        with["beside"] = cards.next().unwrap_or_default();
        let seen = self.ask(at, "put", with)?;
        let clock_offset = self.all[at].clock_offset.unwrap_or(0);
        let found = seen.now.saturating_add_signed(clock_offset);
        if found.abs_diff(self.now()) > 1 {
            return Err(format!("the reader did not look for a card for {} ms", found.abs_diff(self.now())));
        }
        Ok(seen)
    }

    /// Removes the cards and returns their memories. The core advances until the firmware has noticed.
    fn take(&mut self, at: usize, position: ReaderPosition) -> Result<Vec<Vec<u8>>, String> {
        if self.all[at].cards.as_ref().map(|(at, _)| *at) != Some(position) {
            return Err("the card is at another reader".to_owned());
        }
        let seen = self.ask(at, "take", json!({}))?;
        self.follow(at, &seen)?;
        memories(&seen)
    }

    /// Advances the core and the other boards to the time of a board that is ahead.
    fn follow(&mut self, at: usize, seen: &Seen) -> Result<(), String> {
        let ahead = seen.now.saturating_add_signed(self.all[at].clock_offset.unwrap_or(0));
        let Some(length) = ahead.checked_sub(self.now()).filter(|length| *length > 0) else { return Ok(()) };
        let length = Millis(u32::try_from(length).unwrap_or(u32::MAX));
        self.slack = self.slack + length;
        let before = self.world().clone();
        self.core.make(&Move::Pass(length))?;
        for other in 0..self.all.len() {
            if let Some(clock_offset) = self.all[other].clock_offset.filter(|_| other != at) {
                self.ask(other, "run", json!({ "to": ahead.saturating_add_signed(-clock_offset) }))?;
            }
        }
        self.send_commands(&before, None)
    }

    fn power_off(&mut self) -> Result<(), String> {
        for at in 0..self.all.len() {
            if self.all[at].clock_offset.is_none() {
                continue;
            }
            if self.all[at].cards.is_some() {
                let seen = self.ask(at, "card", json!({}))?;
                self.all[at].memory = memories(&seen)?;
            }
            let bench = &self.world().benches()[self.all[at].index];
            let is_writing =
                <W::Device as firmware_core::device::Device>::READERS.iter().any(|at| bench.reader(*at).is_writing());
            self.all[at].was_cut |= is_writing;
            self.emulator.ask(self.all[at].index, "off", json!({}))?;
            let board = &mut self.all[at];
            board.clock_offset = None;
            board.frame.clear();
            board.expected_beeps.clear();
            board.buzzer_edges.clear();
            board.reader_lead = 0;
            board.moved.clear();
            board.times = None;
        }
        Ok(())
    }

    fn power_on(&mut self) -> Result<(), String> {
        let now = self.now();
        for at in 0..self.all.len() {
            let seen = self.emulator.ask(self.all[at].index, "on", json!({}))?;
            self.all[at].begin(seen, now)?;
            self.all[at].office = Caller::new();
            self.set_times(at)?;
            if let Some((position, names)) = self.all[at].cards.clone() {
                // The board finds the card with its first search, once its reader has been set up.
                let seen = self.ask(at, "looking", json!({ "first": true }))?;
                self.all[at].clock_offset = Some(clock_offset(now, seen.now));
                let seen = self.present(at, position, &names)?;
                self.all[at].clock_offset = Some(clock_offset(now, seen.now));
            }
        }
        Ok(())
    }

    /// Compares a card with that of the core. During a write the blocks that are not current may differ.
    fn compare_card(&self, name: &str, memory: &[u8], is_torn: bool) -> Result<(), String> {
        let (_, core) = self.chip(name)?;
        let chip = from_mifare(memory)?;
        if chip.read() != core.read() || (!is_torn && chip != core) {
            return Err(format!("card \u{201c}{name}\u{201d} holds {chip:?} after the board, {core:?} by the core"));
        }
        Ok(())
    }

    /// Compares every board with the core at this instant.
    ///
    /// # Errors
    /// They differ.
    pub fn compare(&mut self) -> Result<(), String> {
        for at in 0..self.all.len() {
            self.listen(at);
            self.all[at].compare(self.core.player().session().world())?;
        }
        Ok(())
    }

    /// Makes moves, on the boards and on the core.
    ///
    /// # Errors
    /// A move cannot be made, or a board differs from the core.
    pub fn make(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        for one in moves {
            if let Some(devices) = self.waiting.take_if(|_| !matches!(one, Move::Begin(_))) {
                self.build(&devices)?;
            }
            match one {
                Move::Begin(Start::Kept(_)) => {
                    return Err("a board cannot have the memory of a saved world".to_owned());
                }
                Move::Begin(_) => {
                    self.core.make(one)?;
                    self.slack = Millis(0);
                    self.due = self.now();
                    let waiting = self.waiting.take();
                    let devices = waiting.unwrap_or_else(|| self.all.iter().map(|board| board.index).collect());
                    self.build(&devices)?;
                }
                Move::Pass(length) => {
                    if self.is_still() {
                        self.catch_up();
                    }
                    self.due += u64::from(length.0);
                    let wait = *length - self.slack;
                    self.slack = self.slack - *length;
                    self.pass_to(self.now() + u64::from(wait.0))?;
                }
                Move::Act(act) => self.act(act)?,
            }
        }
        Ok(())
    }
}

/// The memories of the cards that the emulator reports.
fn memories(seen: &Seen) -> Result<Vec<Vec<u8>>, String> {
    let all = [&seen.memory, &seen.beside].into_iter().flatten().filter(|memory| !memory.is_empty());
    all.map(|memory| from_hex(memory)).collect()
}
