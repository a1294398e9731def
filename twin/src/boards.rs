//! The boards, and the core beside them.
//!
//! The core is on the same clock to the millisecond. A board is reached as in service only: by keys, touch and pulses
//! on its pins, by a card at its reader, by the service link, by the mains. Once the firmware has come to rest at an
//! instant, its display has to show the dots that the core draws, its lamps and relays stand as the core says, its
//! buzzer has sounded when the core says, and a card that was taken away holds what the core says.
//!
//! The core follows the board: an act is done on the core at the millisecond in which the firmware answered it. A key
//! bounces for 10 ms before it can come up, and that a card has gone is noticed with the next look at it: such time
//! passes in both, and where no deadline began anew it is taken off the next time that a step lets pass.

use std::collections::{BTreeMap, BTreeSet};

use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes, Slot};
use firmware_core::device::{Beeps, Device as _, ReaderPosition};
use firmware_core::link::{Caller, Heard, Linked, Message};
use firmware_core::mifare::{self, BLOCKS, HEADER, Keys, address};
use firmware_core::time::{Instant, Millis};
use serde_json::json;
use world::script::{Move, Player};
use world::session::{Line, Start};
use world::world::World;

use crate::emulator::{Emulator, Seen, from_hex, to_hex};
use crate::wired::{self, Deed, Wired, Wiring};

/// A contact that has just moved is not heard before this (firmware-core/src/board/contact.rs).
const BOUNCE: u64 = 10;
/// A meter's pulse lasts so long (IEC 62053-31).
const PULSE: u64 = 30;
/// The buzzer may sound so much earlier or later, in milliseconds: a card that is taken away in the very moment in
/// which it says that it was written has said so that much earlier (e2e/chip/README.md).
const SOUND_MARGIN: u64 = 6;

/// The core that the boards are compared with.
pub trait ReferenceCore<W: World> {
    /// The session on it.
    fn player(&self) -> &Player<W>;

    /// Makes one move, after which the ledger has to add up.
    ///
    /// # Errors
    /// A sentence that says what does not hold.
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
    picos: Vec<Board<W>>,
    /// The places whose boards come up with the first move.
    waiting: Option<BTreeSet<usize>>,
    /// Time that has passed within acts, and is taken off the next wait.
    slack: Millis,
    /// How late it would be if acts took no time, by the core's clock.
    due: u64,
}

/// One emulated board.
#[derive(Debug)]
struct Board<W: Wired> {
    /// Where the device stands in its world, and the emulator's slot.
    place: usize,
    wiring: Wiring,
    /// What the board's clock has to be added to for the core's, in milliseconds; none without power.
    zero: Option<i64>,
    seen: Seen,
    picture: Vec<u8>,
    /// How often another picture has come from the board.
    pictures: u64,
    /// The picture and the core's screen that were told last.
    told: Option<(u64, Option<<W::Device as firmware_core::device::Device>::Screen>)>,
    office: Caller<W::Device>,
    /// What the core's device has sounded since power-on: when, and which pattern.
    patterns: Vec<(u64, Beeps)>,
    /// When the board's buzzer began and ended to sound since power-on, by the core's clock.
    heard: Vec<(u64, bool)>,
    /// So much further apart the two may lie.
    early: u64,
    /// The card that lies at the board: where, its name, and its memory while the power is off.
    card: Option<(ReaderPosition, String)>,
    memory: Option<Vec<u8>>,
    /// When each contact moved last, by the core's clock.
    moved: BTreeMap<u8, u64>,
    times: Option<firmware_core::reader::ReaderTimes>,
    /// So much of the journal has been listened to.
    listened: usize,
}

/// What a display shows, as it keeps it, and what the core draws for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frames {
    /// What the board's display shows; nothing while it is off.
    pub found: Vec<u8>,
    /// What it should show.
    pub expected: Vec<u8>,
}

impl<W: Wired, C: ReferenceCore<W>, E: Emulator> Boards<W, C, E> {
    /// No boards, and a core.
    pub fn new(emulator: E, core: C) -> Self {
        Self { emulator, core, picos: Vec::new(), waiting: None, slack: Millis(0), due: 0 }
    }

    /// What emulates the boards, for what no act does to one: from then on it is no longer beside its core.
    pub fn emulator_mut(&mut self) -> &mut E {
        &mut self.emulator
    }

    /// Begins with another core, and with boards from the shop at these places, which come up with the first move.
    pub fn begin(&mut self, core: C, places: BTreeSet<usize>) {
        self.core = core;
        self.slack = Millis(0);
        self.due = self.now();
        self.picos.clear();
        self.waiting = Some(places);
    }

    /// The core.
    pub fn core(&self) -> &C {
        &self.core
    }

    /// The same, to be marked or asked for moves: whatever is done to it has to be done to the boards.
    pub fn core_mut(&mut self) -> &mut C {
        &mut self.core
    }

    /// How many instructions the boards have executed since they came up, and the sums of all that has left them.
    ///
    /// # Errors
    /// A sentence, if the emulator is gone.
    pub fn sums(&mut self) -> Result<Vec<(u64, String)>, String> {
        let mut sums = Vec::new();
        for board in &self.picos {
            if board.zero.is_some() {
                let report = self.emulator.ask(board.place, "report", json!({}))?;
                sums.push((report.instructions, report.log));
            }
        }
        Ok(sums)
    }

    /// The places of the boards whose picture, or whose screen on the core, is another one than at the last call; also
    /// where the power has gone.
    pub fn news(&mut self) -> Vec<usize> {
        let world = self.core.player().session().world();
        let mut news = Vec::new();
        for board in &mut self.picos {
            let screen = world.benches()[board.place].device().map(|device| device.screen(world.now()));
            let is_told =
                board.told.as_ref().is_some_and(|(pictures, told)| *pictures == board.pictures && *told == screen);
            if !is_told {
                news.push(board.place);
                board.told = Some((board.pictures, screen));
            }
        }
        news
    }

    /// What the display of the board at this place shows, and what it should; none without power.
    pub fn frames(&self, place: usize) -> Option<Frames> {
        let board = self.picos.iter().find(|board| board.place == place)?;
        let screen = self.world().benches()[place].device()?.screen(self.world().now());
        let found = if board.seen.on { board.picture.clone() } else { Vec::new() };
        Some(Frames { found, expected: W::picture(place, &screen) })
    }

    /// Whether the boards' lamps and relays are as the core says.
    ///
    /// # Errors
    /// A sentence that says what differs.
    pub fn compare_lamps(&self) -> Result<(), String> {
        self.picos.iter().try_for_each(|board| board.compare_lamps(self.world()))
    }

    /// Whether no device waits for anything: then all time that was lost in acts can be made up for, for whoever does
    /// not mind that a page on a display stands for that much less.
    pub fn is_idle(&self) -> bool {
        let waits = |board: &Board<W>| self.world().benches()[board.place].wake_at().is_some();
        !self.world().is_writing() && !self.world().is_measuring() && !self.picos.iter().any(waits)
    }

    /// All time that was lost in acts is made up for.
    pub fn catch_up(&mut self) {
        self.slack = Instant(self.now()).since(Instant(self.due));
    }

    /// How much is taken off the next wait.
    pub fn slack(&self) -> Millis {
        self.slack
    }

    /// Whether nothing is under way, be it a page on a display: then catching up cuts nothing short.
    fn is_still(&self) -> bool {
        let now = self.world().now();
        let changes = |board: &Board<W>| {
            let device = self.world().benches()[board.place].device();
            device.is_some_and(|device| device.next_visible_change(now).is_some())
        };
        self.is_idle() && !self.picos.iter().any(changes)
    }

    fn world(&self) -> &W {
        self.core.player().session().world()
    }

    fn now(&self) -> u64 {
        self.world().now().0
    }

    fn set_up(&mut self, places: &BTreeSet<usize>) -> Result<(), String> {
        self.picos.clear();
        for place in places {
            let wiring = W::wiring(*place);
            let elf = self.emulator.firmware(wiring.firmware);
            let with = json!({ "elf": elf, "display": wiring.display, "closed": wiring.contacts });
            let seen = self.emulator.ask(*place, "open", with)?;
            let mut board = Board {
                place: *place,
                wiring,
                zero: Some(0),
                seen: Seen::default(),
                picture: Vec::new(),
                pictures: 0,
                told: None,
                office: Caller::new(),
                patterns: Vec::new(),
                heard: Vec::new(),
                early: 0,
                card: None,
                memory: None,
                moved: BTreeMap::new(),
                times: None,
                listened: 0,
            };
            board.begin(seen, self.now())?;
            self.picos.push(board);
        }
        for at in 0..self.picos.len() {
            let told = self.world().introduced(self.picos[at].place);
            self.tell(at, told)?;
            self.set_times(at)?;
        }
        Ok(())
    }

    /// Asks for something to be done with a board, and looks what comes of it.
    fn ask(&mut self, at: usize, what: &str, with: serde_json::Value) -> Result<Seen, String> {
        let board = &mut self.picos[at];
        let seen = self.emulator.ask(board.place, what, with)?;
        board.look(seen.clone())?;
        Ok(seen)
    }

    /// Tells a device something over the service link; it has to say that it is done.
    fn tell(&mut self, at: usize, told: Vec<<W::Device as Linked>::Command>) -> Result<(), String> {
        for command in told {
            let now = Instant(self.now());
            let office = &mut self.picos[at].office;
            let said = format!("{command:?}");
            office.say(now, Message::Command(command)).map_err(|_| "the office is still speaking".to_owned())?;
            let mut heard = None;
            while heard.is_none() {
                let bytes = self.picos[at].office.pending().to_vec();
                if bytes.is_empty() {
                    return Err(format!("the device does not answer the office: {said}"));
                }
                self.picos[at].office.sent(bytes.len());
                let seen = self.ask(at, "link", json!({ "bytes": to_hex(&bytes) }))?;
                for byte in from_hex(&seen.link)? {
                    heard = heard.or(self.picos[at].office.receive(now, byte));
                }
            }
            if heard != Some(Heard::Done) {
                return Err(format!("the device answers {heard:?} to {said}"));
            }
        }
        Ok(())
    }

    /// The reader takes as long as that of the core.
    fn set_times(&mut self, at: usize) -> Result<(), String> {
        let Board { place, zero, times, .. } = &self.picos[at];
        let now =
            self.world().benches()[*place].reader(<W::Device as firmware_core::device::Device>::READERS[0]).times();
        if zero.is_some() && *times != Some(now) {
            let with = json!({ "detect": now.detect.0, "write": now.write.0, "confirm": now.confirm.0 });
            self.ask(at, "times", with)?;
            self.picos[at].times = Some(now);
        }
        Ok(())
    }

    /// Time passes, on the core and on the boards: from one thing that happens by itself to the next.
    fn pass_to(&mut self, until: u64) -> Result<(), String> {
        while self.now() < until {
            let now = self.now();
            let edge = self.picos.iter().filter_map(|board| next_sound(&board.patterns, now)).min();
            let next = [self.world().wake_at().map(|at| at.0), edge].into_iter().flatten().min();
            let next = next.map_or(until, |at| at.clamp(now + 1, until));
            self.run(next)?;
            let pulses = self.world().pulses(Instant(next));
            let before = self.world().clone();
            self.core.make(&Move::Pass(Millis(u32::try_from(next - self.now()).unwrap_or(u32::MAX))))?;
            for (place, pin) in pulses {
                if let Some(at) = self.picos.iter().position(|board| board.place == place) {
                    self.contact(at, pin, true)?;
                }
            }
            self.mirror(&before, None)?;
        }
        Ok(())
    }

    /// The boards come to rest at this time of the core's clock. A pulse that is over by then ends in between.
    fn run(&mut self, until: u64) -> Result<(), String> {
        for at in 0..self.picos.len() {
            let Some(zero) = self.picos[at].zero else { continue };
            let Board { moved, wiring, .. } = &self.picos[at];
            let is_pulse = |pin: &u8| wiring.contacts.contains(pin) && *pin > POCKET_PIN;
            let over: Vec<_> = moved
                .iter()
                .filter(|(pin, since)| is_pulse(pin) && **since + PULSE <= until)
                .map(|(pin, since)| (*pin, *since + PULSE))
                .collect();
            for (pin, end) in over {
                self.ask(at, "run", json!({ "to": end.saturating_add_signed(-zero) }))?;
                self.ask(at, "pin", json!({ "pin": pin, "high": true }))?;
                self.picos[at].moved.remove(&pin);
            }
            self.ask(at, "run", json!({ "to": until.saturating_add_signed(-zero) }))?;
        }
        Ok(())
    }

    /// What the core's devices were told since `before`, the boards are told, too; and they sound as the core's do.
    fn mirror(&mut self, before: &W, act: Option<&W::Act>) -> Result<(), String> {
        for at in 0..self.picos.len() {
            self.listen(at);
            if self.picos[at].zero.is_some() {
                let told = self.world().told(before, act, self.picos[at].place);
                self.tell(at, told)?;
                self.set_times(at)?;
            }
        }
        Ok(())
    }

    /// Notes which patterns the core's device has begun to sound.
    fn listen(&mut self, at: usize) {
        let journal = self.core.player().session().journal();
        let board = &mut self.picos[at];
        for line in &journal[board.listened.min(journal.len())..] {
            if let Line::Happened { entry, .. } = line
                && usize::from(entry.device) == board.place + 1
                && let Some(beeps) = entry.beeps
                && board.zero.is_some()
            {
                board.patterns.push((entry.at.0, beeps));
            }
        }
        board.listened = journal.len();
    }

    /// A contact moves: not before it is still.
    fn contact(&mut self, at: usize, pin: u8, closed: bool) -> Result<(), String> {
        self.ask(at, "pin", json!({ "pin": pin, "high": !closed }))?;
        let now = self.now();
        self.picos[at].moved.insert(pin, now);
        Ok(())
    }

    /// Waits until the contact may move again.
    fn settle(&mut self, at: usize, pin: u8) -> Result<(), String> {
        let still = self.picos[at].moved.get(&pin).map_or(0, |since| since + BOUNCE);
        if still > self.now() {
            let wait = Millis(u32::try_from(still - self.now()).unwrap_or(0));
            self.pass_to(still)?;
            self.slack = self.slack + wait;
        }
        Ok(())
    }

    /// Does one thing, on the board in front of the person and on the core.
    fn act(&mut self, act: &W::Act) -> Result<(), String> {
        let is_refused = self.world().clone().act(act, &mut Vec::new()).is_err();
        let here = self.world().site().here;
        let at = self.picos.iter().position(|board| board.place == here);
        let deed = if is_refused { Deed::Elsewhere } else { W::deed(act) };
        let has_power = at.is_some_and(|at| self.picos[at].zero.is_some());
        // What goes before the act: until then nothing is done on the core.
        let mut taken = None;
        let pin = match &deed {
            Deed::Contact(pin, _) => Some(*pin),
            Deed::Finger(_) => Some(PEN),
            Deed::Put(place, _) | Deed::Take(place) => {
                (*place == firmware_core::validator::POCKET).then_some(wired::POCKET)
            }
            Deed::PowerOff | Deed::PowerOn | Deed::Elsewhere => None,
        };
        if let (Some(pin), Some(at)) = (pin, at)
            && has_power
        {
            self.settle(at, pin)?;
        }
        if let (Deed::Put(..), Some(at)) = (&deed, at)
            && has_power
        {
            let seen = self.ask(at, "looking", json!({}))?;
            self.follow(at, &seen)?;
        }
        if let (Deed::Take(place), Some(at)) = (&deed, at) {
            if has_power {
                taken = Some(self.take(at, *place)?);
            } else {
                taken = self.picos[at].memory.take();
            }
        }
        let before = self.world().clone();
        let wake_before = self.world().benches()[here].wake_at();
        let screen_before = self.screen_here();
        match (&deed, at) {
            (Deed::Put(place, name), Some(at)) => self.put(at, *place, name)?,
            (Deed::Contact(pin, closed), Some(at)) if has_power => self.contact(at, *pin, *closed)?,
            (Deed::Finger(spot), Some(at)) if has_power => {
                let with = spot.map_or(json!({ "at": null }), |spot| json!({ "at": [spot.x, spot.y] }));
                self.ask(at, "touch", with)?;
                let now = self.now();
                self.picos[at].moved.insert(PEN, now);
            }
            (Deed::PowerOff, _) => self.power_off()?,
            // There is no board, it has no power, or what it needs is done before or after the act.
            (Deed::Put(..) | Deed::Contact(..) | Deed::Finger(_), _) => {}
            (Deed::Take(_) | Deed::PowerOn | Deed::Elsewhere, _) => {}
        }
        // Without power it may lie there as an earlier write has left it.
        let bench = &self.world().benches()[here];
        let writing = matches!(&deed, Deed::Take(place) if !has_power || bench.reader(*place).is_writing());
        self.core.make(&Move::Act(act.clone()))?;
        if deed == Deed::PowerOn {
            self.power_on()?;
        }
        self.mirror(&before, Some(act).filter(|_| !is_refused))?;
        if let (Deed::Take(place), Some(at)) = (&deed, at) {
            let card = self.picos[at].card.take();
            if *place == firmware_core::validator::POCKET && has_power {
                self.contact(at, wired::POCKET, false)?;
            }
            if let (Some((_, name)), Some(memory)) = (card, taken) {
                self.compare_card(&name, &memory, writing)?;
            }
        }
        // From here on time counts anew if something began with this act. Where a card has gone nothing may have.
        let wake = self.world().benches()[here].wake_at();
        let has_begun = match deed {
            Deed::Take(_) => wake.is_some() && wake != wake_before,
            Deed::Put(..) | Deed::Contact(..) | Deed::Finger(_) | Deed::PowerOff | Deed::PowerOn | Deed::Elsewhere => {
                wake != wake_before || self.screen_here() != screen_before
            }
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

    fn put(&mut self, at: usize, place: ReaderPosition, name: &str) -> Result<(), String> {
        if self.picos[at].card.is_some() {
            return Err("this board has one reader for both places: one card at a time".to_owned());
        }
        let (id, bytes) = self.chip(name)?;
        let memory = on_chip(&bytes);
        self.picos[at].card = Some((place, name.to_owned()));
        self.picos[at].memory = Some(memory);
        if self.picos[at].zero.is_none() {
            return Ok(());
        }
        self.present(at, place, id)?;
        Ok(())
    }

    /// The card that was put there is in the reader's field.
    fn present(&mut self, at: usize, place: ReaderPosition, id: u32) -> Result<Seen, String> {
        if place == firmware_core::validator::POCKET {
            self.contact(at, wired::POCKET, true)?;
        }
        let memory = self.picos[at].memory.take().unwrap_or_default();
        let headers = [address(Slot::A, HEADER), address(Slot::B, HEADER)];
        let with = json!({
            "uid": to_hex(&(id ^ 0x5a00_0000).to_be_bytes()),
            "memory": to_hex(&memory),
            "headers": headers,
        });
        let seen = self.ask(at, "put", with)?;
        let zero = self.picos[at].zero.unwrap_or(0);
        let found = seen.now.saturating_add_signed(zero);
        if found.abs_diff(self.now()) > 1 {
            return Err(format!("the reader did not look for a card for {} ms", found.abs_diff(self.now())));
        }
        Ok(seen)
    }

    /// Takes the card away; its memory. The core passes until the firmware has noticed.
    fn take(&mut self, at: usize, place: ReaderPosition) -> Result<Vec<u8>, String> {
        if self.picos[at].card.as_ref().map(|(at, _)| *at) != Some(place) {
            return Err("the card lies elsewhere".to_owned());
        }
        let seen = self.ask(at, "take", json!({}))?;
        self.follow(at, &seen)?;
        from_hex(&seen.memory.unwrap_or_default())
    }

    /// A board has gone ahead: the core and the other boards follow.
    fn follow(&mut self, at: usize, seen: &Seen) -> Result<(), String> {
        let ahead = seen.now.saturating_add_signed(self.picos[at].zero.unwrap_or(0));
        let Some(length) = ahead.checked_sub(self.now()).filter(|length| *length > 0) else { return Ok(()) };
        let length = Millis(u32::try_from(length).unwrap_or(u32::MAX));
        self.slack = self.slack + length;
        let before = self.world().clone();
        self.core.make(&Move::Pass(length))?;
        for other in 0..self.picos.len() {
            if let Some(zero) = self.picos[other].zero.filter(|_| other != at) {
                self.ask(other, "run", json!({ "to": ahead.saturating_add_signed(-zero) }))?;
            }
        }
        self.mirror(&before, None)
    }

    fn power_off(&mut self) -> Result<(), String> {
        for at in 0..self.picos.len() {
            if self.picos[at].zero.is_none() {
                continue;
            }
            if self.picos[at].card.is_some() {
                let seen = self.ask(at, "card", json!({}))?;
                self.picos[at].memory = Some(from_hex(&seen.memory.unwrap_or_default())?);
            }
            self.emulator.ask(self.picos[at].place, "off", json!({}))?;
            let board = &mut self.picos[at];
            board.zero = None;
            board.picture.clear();
            board.patterns.clear();
            board.heard.clear();
            board.early = 0;
            board.moved.clear();
            board.times = None;
        }
        Ok(())
    }

    fn power_on(&mut self) -> Result<(), String> {
        let now = self.now();
        for at in 0..self.picos.len() {
            let seen = self.emulator.ask(self.picos[at].place, "on", json!({}))?;
            self.picos[at].begin(seen, now)?;
            self.picos[at].office = Caller::new();
            self.set_times(at)?;
            if let Some((place, name)) = self.picos[at].card.clone() {
                let (id, _) = self.chip(&name)?;
                // The board finds what lies there once its reader has been set up: that is when it comes up.
                let seen = self.ask(at, "looking", json!({}))?;
                self.picos[at].zero = Some(apart(now, seen.now));
                let seen = self.present(at, place, id)?;
                self.picos[at].zero = Some(apart(now, seen.now));
            }
        }
        Ok(())
    }

    /// The card holds what the core's holds. In the middle of a write the blocks that are not current may differ.
    fn compare_card(&self, name: &str, memory: &[u8], is_torn: bool) -> Result<(), String> {
        let (_, core) = self.chip(name)?;
        let chip = off_chip(memory)?;
        if chip.read() != core.read() || (!is_torn && chip != core) {
            return Err(format!("card \u{201c}{name}\u{201d} holds {chip:?} after the board, {core:?} by the core"));
        }
        Ok(())
    }

    /// Compares every board with the core at this instant.
    ///
    /// # Errors
    /// A sentence that says what differs.
    pub fn compare(&mut self) -> Result<(), String> {
        for at in 0..self.picos.len() {
            self.listen(at);
            self.picos[at].compare(self.core.player().session().world())?;
        }
        Ok(())
    }

    /// Makes moves, on the boards and on the core.
    ///
    /// # Errors
    /// A sentence that says what cannot be done, or what a board does otherwise.
    pub fn make(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        for one in moves {
            if let Some(places) = self.waiting.take_if(|_| !matches!(one, Move::Begin(_))) {
                self.set_up(&places)?;
            }
            match one {
                Move::Begin(Start::Kept(_)) => {
                    return Err("a board cannot be given the memory of a world that was kept".to_owned());
                }
                Move::Begin(_) => {
                    self.core.make(one)?;
                    self.slack = Millis(0);
                    self.due = self.now();
                    let waiting = self.waiting.take();
                    let places = waiting.unwrap_or_else(|| self.picos.iter().map(|board| board.place).collect());
                    self.set_up(&places)?;
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

/// The pen of the touch display, which is no contact of its own.
const PEN: u8 = 14;
/// Contacts beyond this pin are meters.
const POCKET_PIN: u8 = wired::POCKET;

impl<W: Wired> Board<W> {
    /// It has come up; its clock began when the core's showed `now`.
    fn begin(&mut self, seen: Seen, now: u64) -> Result<(), String> {
        self.zero = Some(apart(now, seen.began));
        self.look(seen)
    }

    fn look(&mut self, seen: Seen) -> Result<(), String> {
        if let Some(picture) = &seen.picture {
            self.picture = from_hex(picture)?;
            self.pictures += 1;
        }
        self.early = self.early.max(seen.early);
        let zero = self.zero.unwrap_or(0);
        for (at, on) in &seen.edges {
            // A board that was put back and goes the same way again says the same again.
            if self.heard.last().is_some_and(|(_, last)| last == on) {
                continue;
            }
            self.heard.push((at.saturating_add_signed(zero), *on));
        }
        self.seen = Seen { picture: None, ..seen };
        Ok(())
    }

    fn compare_lamps(&self, world: &W) -> Result<(), String> {
        let Some(device) = world.benches()[self.place].device() else { return Ok(()) };
        let (pins, high) = W::lamps(device.lamps());
        let found = self.seen.pins & pins;
        if found == high || self.zero.is_none() {
            return Ok(());
        }
        Err(format!("lamps and relays of the board are {found:b}, by the core {high:b}, of {pins:b}"))
    }

    fn compare(&self, world: &W) -> Result<(), String> {
        let bench = &world.benches()[self.place];
        let (Some(zero), Some(device)) = (self.zero, bench.device()) else { return Ok(()) };
        let now = world.now();
        let on_board = self.seen.now.saturating_add_signed(zero);
        if on_board != now.0 {
            return Err(format!("it is {on_board} ms on the board, {} ms by the core", now.0));
        }
        let screen = device.screen(now);
        let expected = W::picture(self.place, &screen);
        let wrong = differing(&self.picture, &expected, self.wiring.display);
        if wrong > 0 || !self.seen.on {
            return Err(format!(
                "{wrong} dots of the board's display differ from what the core draws: {screen:?}{}",
                drawn(&self.picture, &expected)
            ));
        }
        self.compare_lamps(world)?;
        let expected = sounds(&self.patterns, now.0);
        let margin = SOUND_MARGIN + self.early;
        let is_near =
            |(one, other): (&(u64, bool), &(u64, bool))| one.1 == other.1 && one.0.abs_diff(other.0) <= margin;
        if expected.len() != self.heard.len() || !expected.iter().zip(&self.heard).all(is_near) {
            return Err(format!("the board's buzzer sounded at {:?}, the core's at {expected:?}", self.heard));
        }
        Ok(())
    }
}

/// When the buzzer begins and ends to sound up to `now`: a pattern takes the place of the one before.
fn sounds(patterns: &[(u64, Beeps)], now: u64) -> Vec<(u64, bool)> {
    let mut sounds: Vec<(u64, bool)> = Vec::new();
    for (place, (since, beeps)) in patterns.iter().enumerate() {
        let end = patterns.get(place + 1).map_or(now + 1, |(next, _)| *next);
        for (at, on) in beeps.edges() {
            let at = since + u64::from(at.0);
            if at < end && at <= now && sounds.last().is_some_and(|(_, last)| *last) != on {
                sounds.push((at, on));
            }
        }
    }
    sounds
}

/// When a buzzer next begins or ends to sound.
fn next_sound(patterns: &[(u64, Beeps)], now: u64) -> Option<u64> {
    let (since, beeps) = patterns.last()?;
    beeps.edges().map(|(at, _)| since + u64::from(at.0)).find(|at| *at > now)
}

/// How much later the core's clock is than a board's.
fn apart(core: u64, board: u64) -> i64 {
    i64::try_from(core).unwrap_or(i64::MAX) - i64::try_from(board).unwrap_or(i64::MAX)
}

/// How many dots differ.
fn differing(found: &[u8], expected: &[u8], display: &str) -> usize {
    if found.len() != expected.len() {
        return expected.len();
    }
    if display == "ssd1306" {
        return found.iter().zip(expected).map(|(one, other)| (one ^ other).count_ones() as usize).sum();
    }
    found.chunks(2).zip(expected.chunks(2)).filter(|(one, other)| one != other).count()
}

/// The board's display in letters, where it is one of two colours: `+` too many, `-` missing.
fn drawn(found: &[u8], expected: &[u8]) -> String {
    let mut drawn = String::new();
    if found.len() == 1024 && expected.len() == 1024 {
        for y in 0..64 {
            drawn.push('\n');
            let is_lit = |bytes: &[u8], x: usize| bytes[y / 8 * 128 + x] >> (y % 8) & 1 == 1;
            drawn.extend((0..128).map(|x| match (is_lit(found, x), is_lit(expected, x)) {
                (true, true) => '#',
                (false, false) => '.',
                (true, false) => '+',
                (false, true) => '-',
            }));
        }
    }
    drawn
}

/// The memory of a MIFARE Classic 1K that is this card.
fn on_chip(card: &CardBytes) -> Vec<u8> {
    (0..BLOCKS).flat_map(|block| mifare::block(card, &Keys::TRANSPORT, block).unwrap_or_default()).collect()
}

/// The card that such a memory is.
fn off_chip(memory: &[u8]) -> Result<CardBytes, String> {
    let mut bytes = [0; CARD_LEN];
    for block in 0..BLOCKS {
        if let Some((slot, number)) = mifare::slot_and_block(block) {
            let from = usize::from(block) * BLOCK_LEN;
            let to = slot.start() + usize::from(number) * BLOCK_LEN;
            let found = memory.get(from..from + BLOCK_LEN).ok_or("the card has lost a part of its memory")?;
            bytes[to..to + BLOCK_LEN].copy_from_slice(found);
        }
    }
    Ok(CardBytes::from_array(bytes))
}
