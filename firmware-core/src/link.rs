//! The service link: the bus computer or the marina office sends a device commands that people cannot give, and asks
//! what it knows.
//!
//! It runs on a serial line between two ends, one of which only answers: [`Caller`] is the office's, [`Port`] the
//! device's. Neither waits: bytes and, for the caller, the time go in; bytes and messages come out.
//!
//! ```text
//! device:  on each byte    match port.receive(byte) {
//!                              Request::Command(command) => device answers D::event(command); store; port.done()
//!                              Request::Ask(question)    => port.answer(&…)
//!                          }
//!          whenever        port.sent(uart.write(port.pending()))
//! ```
//!
//! # What is on the line
//! A frame is stuffed by COBS and stands between two zeros. It carries, little-endian:
//!
//! | bytes | of a request | of a reply |
//! | --- | --- | --- |
//! | 0 | version of the protocol, [`PROTOCOL`] | the same |
//! | 1 | code of the message | the same |
//! | 2–3 | number | that of the request |
//! | 4–7 | the epoch of the device, as the caller knows it | the epoch of the device |
//! | 8– | what the message says | number of the last command acted on, code of the request, what the reply says |
//! | last 4 | CRC-32 over everything before | the same |
//!
//! | code | message | | code | message |
//! | --- | --- | --- | --- | --- |
//! | 01 | version? | | 20 | validator: civil time |
//! | 02 | frames? | | 21 | validator: trip |
//! | 03 | store? | | 22 | validator: block |
//! | 04 | memory? part | | 23 | validator: hotlist |
//! | 05 | record? number | | 24 | validator: orders |
//! | 10 | pedestal: civil time | | 25 | validator: settings and tariff |
//! | 11 | pedestal: settings | | 81–85 | the answer to 01–05 |
//! | 12 | pedestal: close a journal | | 90 | command done |
//! | 13 | pedestal: close a record | | 91 | refused |
//! | 14 | pedestal: release a socket | | | |
//!
//! # Nothing is done twice, nothing is done that was not said
//! A frame whose checksum is wrong is counted and not answered. A sound one of another version of the protocol, with a
//! code that the device does not know, with a value that cannot be, or with bytes too many or too few, is counted and
//! [`Refused`](LinkRefusal); it is never acted on. Commands are numbered: the device acts on the one that follows the
//! last and on no other, and when that one comes again it says once more that it is done. Numbers begin anew when the
//! device restarts. Its [epoch](Port::new) is new then, and a command for another epoch is refused. A question may be
//! asked any time; asking one is how a caller learns epoch and number.

mod caller;
mod field;
mod frame;
mod pedestal;
mod port;
mod records;
mod validator;

use core::fmt::Debug;

use crate::card::LAYOUT_VERSION;
use crate::device::Device;
use frame::{CRC_LEN, HEAD_LEN, on_the_line};

pub use caller::{Caller, Heard, LinkMessage};
pub use field::{Finger, Pen};
pub use pedestal::PedestalReport;
pub use port::{Port, Request};
pub use records::RecordLog;
pub use validator::ValidatorReport;

/// The version of the protocol.
pub const PROTOCOL: u8 = 1;

/// The longest that a command says: a full list of orders.
const COMMAND_LEN_MAX: usize = 513;
/// The longest that a reply says.
const REPLY_LEN_MAX: usize = 72;
/// Bytes of a reply before what it says: number of the last command, code of the request.
const REPLY_HEAD_LEN: usize = 3;

const REQUEST_RAW_MAX: usize = HEAD_LEN + COMMAND_LEN_MAX + CRC_LEN;
const REPLY_RAW_MAX: usize = HEAD_LEN + REPLY_HEAD_LEN + REPLY_LEN_MAX + CRC_LEN;
const REQUEST_MAX: usize = on_the_line(REQUEST_RAW_MAX);
const REPLY_MAX: usize = on_the_line(REPLY_RAW_MAX);

const ASK_VERSION: u8 = 0x01;
const ASK_FRAMES: u8 = 0x02;
const ASK_STORE: u8 = 0x03;
const ASK_MEMORY: u8 = 0x04;
const ASK_RECORD: u8 = 0x05;
/// An answer has the code of its question with this bit.
const ANSWER: u8 = 0x80;
const DONE: u8 = 0x90;
const REFUSED: u8 = 0x91;

/// What a device keeps while it has no power: its bytes are those that the link says the same with, so that the code
/// that reads and writes them is in the device once.
pub trait Kept {
    /// Writes it.
    fn put(&self, pen: &mut Pen);
    /// Reads it; none if that is not what the bytes say.
    fn read(from: &mut Finger) -> Option<Self>
    where
        Self: Sized;
}

impl Kept for u32 {
    fn put(&self, pen: &mut Pen) {
        pen.u32(*self);
    }

    fn read(from: &mut Finger) -> Option<Self> {
        from.u32()
    }
}

/// A device that can be spoken to over the link, and how its own messages are written.
pub trait Linked: Device<Memory: Kept, Settings: Kept> {
    /// What it is.
    const KIND: DeviceKind;
    /// Its commands: everything that can happen to it and does not come from people, cards or meters.
    type Command: Clone + Eq + Debug;
    /// A part of its memory.
    type Report: Clone + Eq + Debug;

    /// The event that a command is.
    fn event(command: Self::Command) -> Self::Event;
    /// What part `part` of its memory holds; none if there is no such part. The first is 0, the parts have no gaps.
    fn report(memory: &Self::Memory, part: u8) -> Option<Self::Report>;

    /// The code of a command.
    fn code(command: &Self::Command) -> u8;
    /// Writes what a command says.
    fn write_command(command: &Self::Command, pen: &mut Pen);
    /// Reads what the command with this code says.
    ///
    /// # Errors
    /// [`LinkRefusal::Message`] if it has no such command, [`LinkRefusal::Value`] if that cannot be said.
    fn read_command(code: u8, from: &mut Finger) -> Result<Self::Command, LinkRefusal>;
    /// Writes a part of the memory.
    fn write_report(report: &Self::Report, pen: &mut Pen);
    /// Reads a part of the memory.
    fn read_report(from: &mut Finger) -> Option<Self::Report>;
    /// Writes a line of the operations log.
    fn write_record(record: &Self::Record, pen: &mut Pen);
    /// Reads a line of the operations log.
    fn read_record(from: &mut Finger) -> Option<Self::Record>;
}

/// What a device is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DeviceKind {
    /// A shore-power pedestal.
    Pedestal,
    /// A bus-ticket validator.
    Validator,
}

impl DeviceKind {
    const ALL: [Self; 2] = [Self::Pedestal, Self::Validator];
}

/// What a device can be asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Question {
    /// Which firmware is it?
    Version,
    /// How many frames have come, and how many were refused? The [`Port`] answers this itself.
    Frames,
    /// How is its store?
    Store,
    /// What does this part of its memory hold?
    Memory(u8),
    /// What is the record with this number?
    Record(u32),
}

/// What a device answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer<D: Linked> {
    /// To [`Question::Version`].
    Version(Version),
    /// To [`Question::Frames`].
    Frames(Frames),
    /// To [`Question::Store`].
    Store(StoreStatus),
    /// To [`Question::Memory`]; none if there is no such part.
    Memory(Option<D::Report>),
    /// To [`Question::Record`].
    Record {
        /// The number of the oldest record that is kept.
        first: u32,
        /// The number that the next record will have.
        next: u32,
        /// The record, if it is kept.
        record: Option<D::Record>,
    },
}

/// Which firmware a device runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Version {
    /// What it is.
    pub device: DeviceKind,
    /// The version of the core: major, minor, patch.
    pub core: [u16; 3],
    /// The version of the cards' layout.
    pub card_layout: u8,
    /// The version of the memory's layout.
    pub memory_layout: u8,
    /// Which build it is, as the board numbers them.
    pub build: u32,
}

impl Version {
    /// That of this core, in a device that keeps its memory in `memory_layout`.
    pub const fn of<D: Linked>(memory_layout: u8, build: u32) -> Self {
        let core = [
            number(env!("CARGO_PKG_VERSION_MAJOR")),
            number(env!("CARGO_PKG_VERSION_MINOR")),
            number(env!("CARGO_PKG_VERSION_PATCH")),
        ];
        Self { device: D::KIND, core, card_layout: LAYOUT_VERSION, memory_layout, build }
    }
}

const fn number(text: &str) -> u16 {
    match u16::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("a version is three numbers"),
    }
}

/// How many frames have come since power-on; the numbers wrap around.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Frames {
    /// Commands that were acted on.
    pub acted_on: u32,
    /// Commands that came once more and were not acted on again.
    pub repeated: u32,
    /// Questions.
    pub asked: u32,
    /// Frames with a wrong checksum, or none.
    pub damaged: u32,
    /// Frames of another version of the protocol.
    pub other_version: u32,
    /// Frames that were refused for another [reason](LinkRefusal).
    pub refused: u32,
}

/// How the store is that a device keeps its memory in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StoreStatus {
    /// What was found in it at power-on.
    pub found: Found,
    /// How often the memory was stored since.
    pub stored: u32,
    /// The most bytes of stack that have been in use; 0 where it has not been measured.
    pub stack_used_max: u32,
}

/// What a device found in its store at power-on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Found {
    /// Nothing: it had never been used.
    Nothing,
    /// Its memory.
    Memory,
    /// Something that it cannot read, and has kept: a memory in this layout, or 0 where the layout is unknown.
    Unreadable(u8),
}

/// Why a device refuses a command.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LinkRefusal {
    /// It speaks another version of the protocol.
    Version,
    /// It does not know the message.
    Message,
    /// The message says something that cannot be.
    Value,
    /// It is not the command that follows the last one.
    Number,
    /// It is meant for before the device's last restart.
    Epoch,
    /// The device has not finished with the command before.
    Busy,
}

impl LinkRefusal {
    const ALL: [Self; 6] = [Self::Version, Self::Message, Self::Value, Self::Number, Self::Epoch, Self::Busy];
}

impl Question {
    const fn code(self) -> u8 {
        match self {
            Self::Version => ASK_VERSION,
            Self::Frames => ASK_FRAMES,
            Self::Store => ASK_STORE,
            Self::Memory(_) => ASK_MEMORY,
            Self::Record(_) => ASK_RECORD,
        }
    }

    fn write(self, pen: &mut Pen) {
        match self {
            Self::Version | Self::Frames | Self::Store => {}
            Self::Memory(part) => {
                pen.u8(part);
            }
            Self::Record(number) => {
                pen.u32(number);
            }
        }
    }

    /// The question with this code: outer none if there is none, inner if it is not put as it has to be.
    fn read(code: u8, body: &[u8]) -> Option<Option<Self>> {
        let mut from = Finger::new(body);
        let question = match code {
            ASK_VERSION => Some(Self::Version),
            ASK_FRAMES => Some(Self::Frames),
            ASK_STORE => Some(Self::Store),
            ASK_MEMORY => from.u8().map(Self::Memory),
            ASK_RECORD => from.u32().map(Self::Record),
            _ => return None,
        };
        Some(question.filter(|_| from.is_at_end()))
    }
}

impl<D: Linked> Answer<D> {
    const fn question_code(&self) -> u8 {
        match self {
            Self::Version(_) => ASK_VERSION,
            Self::Frames(_) => ASK_FRAMES,
            Self::Store(_) => ASK_STORE,
            Self::Memory(_) => ASK_MEMORY,
            Self::Record { .. } => ASK_RECORD,
        }
    }

    fn write(&self, pen: &mut Pen) {
        match self {
            Self::Version(Version { device, core, card_layout, memory_layout, build }) => {
                pen.one_of(&DeviceKind::ALL, device);
                for number in core {
                    pen.u16(*number);
                }
                pen.u8(*card_layout).u8(*memory_layout).u32(*build);
            }
            Self::Frames(Frames { acted_on, repeated, asked, damaged, other_version, refused }) => {
                pen.u32(*acted_on).u32(*repeated).u32(*asked).u32(*damaged).u32(*other_version).u32(*refused);
            }
            Self::Store(StoreStatus { found, stored, stack_used_max }) => {
                match found {
                    Found::Nothing => pen.u8(0),
                    Found::Memory => pen.u8(1),
                    Found::Unreadable(layout) => pen.u8(2).u8(*layout),
                };
                pen.u32(*stored).u32(*stack_used_max);
            }
            Self::Memory(report) => {
                pen.option(report.as_ref(), |pen, report| D::write_report(report, pen));
            }
            Self::Record { first, next, record } => {
                pen.u32(*first).u32(*next);
                pen.option(record.as_ref(), |pen, record| D::write_record(record, pen));
            }
        }
    }

    fn read(question_code: u8, from: &mut Finger) -> Option<Self> {
        let answer = match question_code {
            ASK_VERSION => Self::Version(Version {
                device: from.one_of(&DeviceKind::ALL)?,
                core: [from.u16()?, from.u16()?, from.u16()?],
                card_layout: from.u8()?,
                memory_layout: from.u8()?,
                build: from.u32()?,
            }),
            ASK_FRAMES => Self::Frames(Frames {
                acted_on: from.u32()?,
                repeated: from.u32()?,
                asked: from.u32()?,
                damaged: from.u32()?,
                other_version: from.u32()?,
                refused: from.u32()?,
            }),
            ASK_STORE => Self::Store(StoreStatus {
                found: match from.u8()? {
                    0 => Found::Nothing,
                    1 => Found::Memory,
                    2 => Found::Unreadable(from.u8()?),
                    _ => return None,
                },
                stored: from.u32()?,
                stack_used_max: from.u32()?,
            }),
            ASK_MEMORY => Self::Memory(from.option(D::read_report)?),
            ASK_RECORD => Self::Record { first: from.u32()?, next: from.u32()?, record: from.option(D::read_record)? },
            _ => return None,
        };
        from.is_at_end().then_some(answer)
    }
}
