//! A card reader made of a PN532 (NXP UM0701-02) on a serial line: finds cards, reads and writes them, and says so as
//! the reader of software does.
//!
//! Nothing here waits. Bytes that have come and the time go in; bytes to send ([`Output`]) and [`CardEvent`]s come out:
//!
//! ```text
//! loop:  for each byte of the UART     event = reader.receive(now, byte, is_of_system)
//!        then, when wake_at() is due   event = reader.wake(now, is_of_system)
//!        on Effect::Write(position, image)       reader.write(now, &image)
//!        after each of these           while let Some(output) = reader.output() { … }
//! ```
//!
//! Bytes that have come are handed in before the reader is woken: a board that was busy for a while would else have it
//! give up an answer that is there.
//!
//! What it does on the line, top to bottom:
//!
//! 1. **Set-up**: wake-up, `SAMConfiguration` (no SAM), `SetSerialBaudRate` if a higher speed is wanted,
//!    `RFConfiguration` for short time-outs and short looks. A PN532 that kept its power while the board restarted is
//!    found at the speed it was left at.
//! 2. **No card**: `InListPassiveTarget` every [`Setup::look_every`], for two cards at most.
//! 3. **A card**: is it a MIFARE Classic 1K, and do our keys open it? Both headers are read first, then the slot that
//!    they say is current; the other only if that one is damaged. Then the device gets [`CardEvent::Arrived`], or
//!    [`CardEvent::Found`] if the card was there at the first look after the set-up.
//!    Where two cards are listed both are read (DK-39). If one of them is of the system it is served, and the other one
//!    left alone; if both are, the device gets [`CardEvent::Several`], and [`CardEvent::Left`] when none is there any
//!    more. A card that comes later is not listed as long as the first one answers.
//! 4. **At rest**: the rest of the other slot is read, so that a write can leave alone what is right already; then a
//!    block of the open sector is read every [`Setup::check_every`]: the card is still there.
//! 5. **Write**: the blocks that differ, the header last; each is read back, so that the header goes to the card when
//!    everything else is there, and the device gets [`CardEvent::Written`] when all of it is.
//!
//! Where an exchange with the card fails, at any of these, the card is looked for: released, listed, and listed once
//! more with the field switched off in between. If it is there, the exchange is tried again; if it is not, or another
//! one is, the device gets [`CardEvent::Left`]. That takes less than the 200 ms of DK-02.
//!
//! # Unreadable cards
//! A card that is not a MIFARE Classic 1K, that our keys do not open, or that has a block that cannot be read, arrives
//! as [`Damage::BothSlots`], as at the reader of software. A single slot that cannot be read makes the whole
//! card unreadable: it may be the current one, and the other would bring back money that is spent. Such a card is tried
//! again as long as it lies there; if it can be read after all it is said to have left and come.
//!
//! A card that does not take a write, however often it is tried, is said to have left, and is left alone until it has.

mod exchange;
mod frame;
mod target;

use arrayvec::ArrayVec;

#[cfg(doc)]
use crate::card::Damage;
use crate::card::{CardImage, CardRead};
use crate::device::{CardEvent, ReaderPosition};
use crate::mifare::{KeyType, Keys, SECTOR_BLOCKS, address};
use crate::time::{Instant, Millis};
use exchange::{ANSWER_WAIT, Exchange, ExchangeOutcome};
use target::{Act, Identity, Listed, Next, Search, Target};

pub use exchange::LineFaults;
pub use frame::{FRAME_MAX, HsuFrame};

/// The speeds of the line that a PN532 has (UM0701-02, 7.2.8).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BaudRate {
    /// 115,200 baud: what it comes up with.
    B115200,
    /// 230,400 baud.
    B230400,
    /// 460,800 baud.
    B460800,
    /// 921,600 baud.
    B921600,
    /// 1,288,000 baud.
    B1288000,
}

impl BaudRate {
    /// Bits per second.
    pub const fn bits_per_second(self) -> u32 {
        match self {
            Self::B115200 => 115_200,
            Self::B230400 => 230_400,
            Self::B460800 => 460_800,
            Self::B921600 => 921_600,
            Self::B1288000 => 1_288_000,
        }
    }

    /// The code that `SetSerialBaudRate` takes.
    const fn code(self) -> u8 {
        match self {
            Self::B115200 => 0x04,
            Self::B230400 => 0x05,
            Self::B460800 => 0x06,
            Self::B921600 => 0x07,
            Self::B1288000 => 0x08,
        }
    }
}

/// What a board decides about its reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Setup {
    /// Where its cards are presented.
    pub position: ReaderPosition,
    /// What opens them.
    pub keys: Keys,
    /// How fast the line is to be.
    pub speed: BaudRate,
    /// How long between two looks for a card.
    pub look_every: Millis,
    /// How long between two looks at a card that lies there.
    pub check_every: Millis,
}

impl Setup {
    /// At `position`, opened by `keys`: 460,800 baud, a look every 30 ms, a check every 40 ms.
    pub const fn new(position: ReaderPosition, keys: Keys) -> Self {
        Self { position, keys, speed: BaudRate::B460800, look_every: Millis(30), check_every: Millis(40) }
    }
}

/// What a board does for its reader, in this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Output {
    /// Send these bytes.
    Send(HsuFrame),
    /// Once everything has been sent: send and receive at this speed.
    Speed(BaudRate),
}

/// The most outputs of one call: what ends a command, what begins one, a change of speed.
const OUTPUTS_MAX: usize = 3;

/// A PN532 and the card that lies on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pn532 {
    setup: Setup,
    exchange: Exchange,
    /// What the command that runs is for.
    step: Step,
    state: State,
    /// No command is begun before this.
    not_before: Instant,
    /// The reader has come up and has not looked for a card since: one that is there was there already.
    has_come_up: bool,
    speed: BaudRate,
    outputs: ArrayVec<Output, OUTPUTS_MAX>,
}

/// What a command is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    SetUp(SetUpStep),
    Find(Search),
    Card(Act),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum SetUpStep {
    Sam,
    Speed,
    TimeOuts,
    Retries,
}

#[expect(clippy::large_enum_variant, reason = "there is one, and without allocation it is as large as a card")]
#[derive(Clone, PartialEq, Eq, Debug)]
enum State {
    /// The PN532 is being set up.
    SettingUp(SetUpStep),
    /// No card is there.
    Empty,
    /// A card is there.
    Card(Target),
    /// Two cards are there and are being read, the one with this index just now; before it, what the other one read.
    Pair { targets: [Target; 2], reading: usize, first: Option<CardRead> },
    /// Two cards of the system are there; they are looked for until none is.
    Several { position: ReaderPosition, search: Search },
}

/// Whether a card is one of the device's system ([`Device::is_of_system`](crate::device::Device::is_of_system)).
type IsOfSystem<'a> = &'a dyn Fn(&CardRead) -> bool;

/// A write that may still be going on is not begun once more: a reader may be as slow as the settings allow (DK-08).
const WRITE_WAIT: Millis = Millis(1_800);
/// From one round of attempts to wake a PN532 to the next.
const ROUND: Millis = Millis(250);
/// After the speed has been changed, until the first command (UM0701-02, 7.2.8 asks for 200 µs).
const SPEED_SETTLES: Millis = Millis(2);
/// How long the field is off: ISO/IEC 14443-3 calls a card reset after 5.1 ms without one.
const FIELD_OFF: Millis = Millis(6);
/// UM0701-02, 6.3.3 (HSU): what wakes the chip, and the time it needs, spent on zeros.
const WAKE_UP: [u8; 16] = [0x55, 0x55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

// Commands of the PN532 (UM0701-02, chapter 7).
const SET_SERIAL_BAUD_RATE: u8 = 0x10;
const SAM_CONFIGURATION: u8 = 0x14;
const RF_CONFIGURATION: u8 = 0x32;
const IN_DATA_EXCHANGE: u8 = 0x40;
const IN_LIST_PASSIVE_TARGET: u8 = 0x4a;
const IN_RELEASE: u8 = 0x52;
const IN_SELECT: u8 = 0x54;

// Commands of a MIFARE Classic (MF1S50, chapter 9).
const MIFARE_AUTHENTICATE_A: u8 = 0x60;
const MIFARE_AUTHENTICATE_B: u8 = 0x61;
const MIFARE_READ: u8 = 0x30;
const MIFARE_WRITE: u8 = 0xa0;

impl Pn532 {
    /// A reader whose PN532 has yet to be woken; begins at `now`.
    pub const fn new(now: Instant, setup: Setup) -> Self {
        Self {
            setup,
            exchange: Exchange::new(),
            step: Step::SetUp(SetUpStep::Sam),
            state: State::SettingUp(SetUpStep::Sam),
            not_before: now,
            has_come_up: true,
            speed: BaudRate::B115200,
            outputs: ArrayVec::new_const(),
        }
    }

    /// Where the next card will be said to have come. A board with one reader for two positions, and a switch that says
    /// which one it is, changes this while no card is there; a card on the reader keeps its position.
    pub fn set_position(&mut self, position: ReaderPosition) {
        self.setup.position = position;
    }

    /// Whether the PN532 answers: if it does not, no card is ever seen.
    pub fn answers(&self) -> bool {
        !matches!(self.state, State::SettingUp(_))
    }

    /// What has gone wrong on the line.
    pub fn faults(&self) -> LineFaults {
        self.exchange.faults()
    }

    /// When something is due although no byte comes; there is always something.
    pub fn wake_at(&self) -> Instant {
        self.exchange.wake_at().unwrap_or(self.not_before)
    }

    /// Does what is due by `now`.
    pub fn wake(&mut self, now: Instant, is_of_system: IsOfSystem<'_>) -> Option<CardEvent> {
        let mut send = HsuFrame::new_const();
        let outcome = self.exchange.wake(now, &mut send);
        self.send(&send);
        outcome.and_then(|outcome| self.end_step(now, outcome)).or_else(|| self.go_on(now, is_of_system))
    }

    /// Takes one byte that has come from the PN532.
    pub fn receive(&mut self, now: Instant, byte: u8, is_of_system: IsOfSystem<'_>) -> Option<CardEvent> {
        let mut send = HsuFrame::new_const();
        let outcome = self.exchange.receive(now, byte, &mut send);
        self.send(&send);
        let outcome = outcome?;
        self.end_step(now, outcome).or_else(|| self.go_on(now, is_of_system))
    }

    /// Writes `image` to the card that lies there; without one that can be written nothing happens. A device asks for
    /// the next write after [`CardEvent::Written`]; one that it asks for earlier replaces the last.
    pub fn write(&mut self, now: Instant, image: &CardImage) {
        if let State::Card(card) = &mut self.state
            && card.write(image)
        {
            self.not_before = now;
        }
    }

    /// What is to be done next for the PN532.
    pub fn output(&mut self) -> Option<Output> {
        self.outputs.pop_at(0)
    }

    fn send(&mut self, frame: &HsuFrame) {
        if !frame.is_empty() {
            self.put(Output::Send(frame.clone()));
        }
    }

    /// An output that has not been fetched before three others have come is out of date.
    fn put(&mut self, output: Output) {
        if self.outputs.is_full() {
            self.outputs.remove(0);
        }
        self.outputs.push(output);
    }

    /// Begins what comes next, if nothing runs.
    fn go_on(&mut self, now: Instant, is_of_system: IsOfSystem<'_>) -> Option<CardEvent> {
        while self.exchange.is_idle() && self.not_before <= now {
            let step = match &mut self.state {
                State::SettingUp(step) => Step::SetUp(*step),
                State::Empty => Step::Find(Search::List),
                State::Several { search, .. } => Step::Find(*search),
                State::Card(card) => match card.next(&self.setup.keys) {
                    Next::Act(act) => Step::Card(act),
                    Next::Find(search) => Step::Find(search),
                    Next::Emit(event) => return Some(event),
                },
                State::Pair { targets, reading, .. } => match targets[*reading].next(&self.setup.keys) {
                    Next::Act(act) => Step::Card(act),
                    Next::Find(search) => Step::Find(search),
                    Next::Emit(event) => match self.read_of_pair(event, is_of_system) {
                        Some(event) => return Some(event),
                        None => continue,
                    },
                },
            };
            self.begin(now, step);
        }
        None
    }

    /// One of two cards has been read, and would be announced with this event if it were alone. DK-39: what is said of
    /// the two, once both have been read.
    fn read_of_pair(&mut self, event: CardEvent, is_of_system: IsOfSystem<'_>) -> Option<CardEvent> {
        let (CardEvent::Arrived(_, read) | CardEvent::Found(_, read)) = &event else { return Some(event) };
        let State::Pair { targets, reading, first } = &mut self.state else { return Some(event) };
        let Some(first) = first.take() else {
            *first = Some(*read);
            *reading = 1;
            targets[1].look_on(Search::Select);
            return None;
        };
        let was_there = matches!(event, CardEvent::Found(..));
        let position = targets[0].position();
        match (is_of_system(&first), is_of_system(read)) {
            (true, true) => {
                self.state = State::Several { position, search: Search::Release };
                Some(CardEvent::Several { position, was_there })
            }
            (false, true) => {
                self.state = State::Card(targets[1].clone());
                Some(event)
            }
            (_, false) => {
                let mut served = targets[0].clone();
                served.look_on(Search::Select);
                self.state = State::Card(served);
                Some(if was_there { CardEvent::Found(position, first) } else { CardEvent::Arrived(position, first) })
            }
        }
    }

    /// The card that is talked to.
    fn addressed(&mut self) -> Option<&mut Target> {
        match &mut self.state {
            State::Card(card) => Some(card),
            State::Pair { targets, reading, .. } => Some(&mut targets[*reading]),
            State::SettingUp(_) | State::Empty | State::Several { .. } => None,
        }
    }

    fn begin(&mut self, now: Instant, step: Step) {
        let mut payload: ArrayVec<u8, 24> = ArrayVec::new();
        let mut preamble: &[u8] = &[];
        let target = self.addressed().map_or(1, |card| card.number());
        let say = |payload: &mut ArrayVec<u8, 24>, bytes: &[u8]| payload.extend(bytes.iter().copied());
        match step {
            Step::SetUp(SetUpStep::Sam) => {
                preamble = &WAKE_UP;
                // 7.2.10: normal mode, without a SAM.
                say(&mut payload, &[SAM_CONFIGURATION, 0x01]);
            }
            Step::SetUp(SetUpStep::Speed) => say(&mut payload, &[SET_SERIAL_BAUD_RATE, self.setup.speed.code()]),
            // 7.3.1, item 2: 102.4 ms for an ATR, which is not used here; 25.6 ms for a card's answer. MF1S50, 9.1:
            // it takes 10 ms at most.
            Step::SetUp(SetUpStep::TimeOuts) => say(&mut payload, &[RF_CONFIGURATION, 0x02, 0x00, 0x0b, 0x09]),
            // 7.3.1, item 5: one attempt at an ATR and a PSL, two to find a card.
            Step::SetUp(SetUpStep::Retries) => say(&mut payload, &[RF_CONFIGURATION, 0x05, 0x00, 0x00, 0x01]),
            Step::Find(Search::Release) => say(&mut payload, &[IN_RELEASE, 0x00]),
            // 7.3.5: two cards, 106 kbit/s type A.
            Step::Find(Search::List | Search::ListAgain) => say(&mut payload, &[IN_LIST_PASSIVE_TARGET, 0x02, 0x00]),
            // 7.3.12: of two cards the other one is deselected.
            Step::Find(Search::Select) => say(&mut payload, &[IN_SELECT, target]),
            // 7.3.1, item 1: off; the next listing switches it on.
            Step::Find(Search::FieldOff) => say(&mut payload, &[RF_CONFIGURATION, 0x01, 0x00]),
            Step::Card(Act::Open { sector, key, uid }) => {
                let command = match key.key_type {
                    KeyType::A => MIFARE_AUTHENTICATE_A,
                    KeyType::B => MIFARE_AUTHENTICATE_B,
                };
                say(&mut payload, &[IN_DATA_EXCHANGE, target, command, sector * SECTOR_BLOCKS]);
                say(&mut payload, &key.bytes);
                say(&mut payload, &uid);
            }
            Step::Card(Act::Read { slot, block }) => {
                say(&mut payload, &[IN_DATA_EXCHANGE, target, MIFARE_READ, address(slot, block)]);
            }
            Step::Card(Act::Write { slot, block, bytes }) => {
                say(&mut payload, &[IN_DATA_EXCHANGE, target, MIFARE_WRITE, address(slot, block)]);
                say(&mut payload, &bytes);
            }
        }
        self.step = step;
        let wait = if matches!(step, Step::Card(Act::Write { .. })) { WRITE_WAIT } else { ANSWER_WAIT };
        let frame = self.exchange.begin(now, preamble, &payload, wait);
        self.put(Output::Send(frame));
    }

    /// The command that ran has ended.
    fn end_step(&mut self, now: Instant, outcome: ExchangeOutcome) -> Option<CardEvent> {
        self.not_before = now;
        let answer = match outcome {
            ExchangeOutcome::Silent => return self.start_over(now),
            ExchangeOutcome::Refused => None,
            ExchangeOutcome::Answered(answer) => Some(answer),
        };
        match self.step {
            Step::SetUp(step) => {
                match answer {
                    Some(_) => self.set_up_further(now, step),
                    None => return self.start_over(now),
                }
                None
            }
            Step::Find(Search::Select) => {
                let is_selected = answer.as_deref().and_then(card_answer).is_some();
                self.addressed()?.end_select(is_selected);
                None
            }
            Step::Find(search) => self.find_further(now, search, &answer.as_deref().map(listed).unwrap_or_default()),
            Step::Card(act) => {
                let check_at = now + self.setup.check_every;
                let card = self.addressed()?;
                let event = card.end(act, answer.as_deref().and_then(card_answer));
                if card.is_only_watched() {
                    self.not_before = check_at;
                }
                event
            }
        }
    }

    fn set_up_further(&mut self, now: Instant, step: SetUpStep) {
        let next = match step {
            SetUpStep::Sam if self.speed != self.setup.speed => SetUpStep::Speed,
            SetUpStep::Sam => SetUpStep::TimeOuts,
            SetUpStep::Speed => {
                // 7.2.8: the host acknowledges the answer; then both change.
                self.send(&HsuFrame::from_iter(frame::ACK));
                self.change_speed(self.setup.speed);
                self.not_before = now + SPEED_SETTLES;
                SetUpStep::TimeOuts
            }
            SetUpStep::TimeOuts => SetUpStep::Retries,
            SetUpStep::Retries => {
                self.state = State::Empty;
                return;
            }
        };
        self.state = State::SettingUp(next);
    }

    /// The PN532 does not answer, or not as one. It may have lost its power, or have kept it while the board did not:
    /// it is looked for at both speeds in turn.
    fn start_over(&mut self, now: Instant) -> Option<CardEvent> {
        let left = match &self.state {
            State::Card(card) => card.leave(),
            State::Several { position, .. } => Some(CardEvent::Left(*position)),
            State::SettingUp(_) | State::Empty | State::Pair { .. } => None,
        };
        let other = if self.speed == BaudRate::B115200 { self.setup.speed } else { BaudRate::B115200 };
        if other != self.speed {
            self.change_speed(other);
        }
        self.not_before = now + if other == BaudRate::B115200 { ROUND } else { SPEED_SETTLES };
        self.state = State::SettingUp(SetUpStep::Sam);
        self.has_come_up = true;
        left
    }

    fn change_speed(&mut self, speed: BaudRate) {
        self.speed = speed;
        self.put(Output::Speed(speed));
    }

    fn find_further(&mut self, now: Instant, search: Search, found: &Listed) -> Option<CardEvent> {
        let was_there = core::mem::take(&mut self.has_come_up);
        let checked_at = now + self.setup.check_every;
        match &mut self.state {
            State::SettingUp(_) => {}
            State::Empty if found.is_empty() => self.not_before = now + self.setup.look_every,
            State::Empty => self.state = self.detecting(found, was_there),
            State::Several { position, search: next } => match search {
                Search::Release => *next = Search::List,
                Search::FieldOff => {
                    *next = Search::ListAgain;
                    self.not_before = now + FIELD_OFF;
                }
                Search::List if found.is_empty() => *next = Search::FieldOff,
                Search::ListAgain if found.is_empty() => {
                    let left = CardEvent::Left(*position);
                    self.state = State::Empty;
                    return Some(left);
                }
                Search::List | Search::ListAgain | Search::Select => {
                    *next = Search::Release;
                    self.not_before = checked_at;
                }
            },
            State::Card(card) => match search {
                Search::Release => card.look_on(Search::List),
                Search::FieldOff => {
                    card.look_on(Search::ListAgain);
                    self.not_before = now + FIELD_OFF;
                }
                Search::List if found.is_empty() => card.look_on(Search::FieldOff),
                Search::List | Search::ListAgain | Search::Select if card.is_again(found) => {
                    if card.is_only_watched() {
                        self.not_before = checked_at;
                    }
                }
                Search::List | Search::ListAgain | Search::Select => {
                    let left = card.leave();
                    self.state = self.detecting(found, false);
                    return left;
                }
            },
            State::Pair { targets, reading, .. } => match search {
                Search::Release => targets[*reading].look_on(Search::List),
                Search::FieldOff => {
                    targets[*reading].look_on(Search::ListAgain);
                    self.not_before = now + FIELD_OFF;
                }
                Search::List if found.len() < targets.len() => targets[*reading].look_on(Search::FieldOff),
                Search::List | Search::ListAgain | Search::Select => {
                    // A pair that has become another one, or a single card, is detected anew.
                    let was_there = targets[0].was_there();
                    if found.len() < targets.len() || !targets.iter_mut().all(|target| target.is_again(found)) {
                        self.state = self.detecting(found, was_there);
                    }
                }
            },
        }
        None
    }

    /// What these cards are that have just been listed: none, one, or two.
    fn detecting(&self, found: &Listed, was_there: bool) -> State {
        let target = |number: u8, identity: &Identity| {
            Target::new(self.setup.position, (number, *identity), found.len() > 1, was_there)
        };
        match found.as_slice() {
            [] => State::Empty,
            [one] => State::Card(target(1, one)),
            [one, other, ..] => State::Pair { targets: [target(1, one), target(2, other)], reading: 0, first: None },
        }
    }
}

/// The cards in an answer to `InListPassiveTarget` (UM0701-02, 7.3.5): number of targets; for each target its number,
/// `SENS_RES`, `SEL_RES`, length of the UID, UID; with ISO/IEC 14443-4 its ATS, which begins with its length.
fn listed(answer: &[u8]) -> Listed {
    let mut found = Listed::new();
    let Some((targets, mut rest)) = answer.split_first() else { return found };
    for _ in 0..*targets {
        let identity = match rest {
            [_, sens_res_high, sens_res_low, sel_res, uid_length, after @ ..] => {
                let (uid, after) = after.split_at_checked(usize::from(*uid_length)).unwrap_or_default();
                let has_ats = sel_res & ISO_14443_4 != 0;
                let ats = after.first().filter(|_| has_ats).map_or(0, |length| usize::from(*length));
                rest = after.get(ats..).unwrap_or_default();
                Identity::of([*sens_res_high, *sens_res_low], *sel_res, uid)
            }
            _ => Identity::Foreign,
        };
        if found.try_push(identity).is_err() {
            break;
        }
    }
    found
}

/// The bit of `SEL_RES` that says so.
const ISO_14443_4: u8 = 0x20;

/// What a card has answered to an `InDataExchange` (UM0701-02, 7.3.8); none if it has not, or with a refusal.
fn card_answer(answer: &[u8]) -> Option<&[u8]> {
    let (status, answer) = answer.split_first()?;
    // 7.1: the upper two bits are no error.
    let error = status & 0x3f;
    (error == 0).then_some(answer)
}
