//! What is said over the link to a pedestal, and by it.

use super::{DeviceKind, Finger, Kept, LinkRefusal, Linked, Pen};
use crate::card::{CardId, SystemId};
use crate::money::{MilliOre, Ore};
use crate::pedestal::{
    Event, Journal, Memory, Office, Outcome, Pedestal, Record, SETTINGS, Settings, Socket, SocketMemory, Suspense,
    Terms, Transfer,
};
use crate::time::{DateTime, Millis};

/// A part of a pedestal's memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PedestalReport {
    /// Part 0: the number of the next transaction, and the update that has begun and not ended.
    Journal {
        /// The number of the next transaction.
        next_txn: u32,
        /// The update.
        journal: Option<Journal>,
    },
    /// Parts 1 to 4: a socket. Its record, if it has one, waits for [`Office::CloseRecord`] or for its card.
    Socket(Socket, SocketMemory),
}

const CIVIL_TIME: u8 = 0x10;
const CONFIGURE: u8 = 0x11;
const CLOSE_JOURNAL: u8 = 0x12;
const CLOSE_RECORD: u8 = 0x13;
const RELEASE: u8 = 0x14;

// The position of a value in its list is its code on the line: append, never reorder.
const OUTCOMES: [Outcome; 3] = [Outcome::Done, Outcome::NotDone, Outcome::WrittenOff];

impl Linked for Pedestal {
    const KIND: DeviceKind = DeviceKind::Pedestal;
    type Command = Office;
    type Report = PedestalReport;

    fn event(command: Office) -> Event {
        Event::Office(command)
    }

    fn report(memory: &Memory, part: u8) -> Option<PedestalReport> {
        if part == 0 {
            return Some(PedestalReport::Journal { next_txn: memory.next_txn, journal: memory.journal });
        }
        let socket = Socket::numbered(part)?;
        Some(PedestalReport::Socket(socket, *memory.socket(socket)))
    }

    fn code(command: &Office) -> u8 {
        match command {
            Office::CivilTime(_) => CIVIL_TIME,
            Office::Configure(_) => CONFIGURE,
            Office::CloseJournal(_) => CLOSE_JOURNAL,
            Office::CloseRecord(..) => CLOSE_RECORD,
            Office::Release(_) => RELEASE,
        }
    }

    fn write_command(command: &Office, pen: &mut Pen) {
        match command {
            Office::CivilTime(civil) => pen.u32(civil.0),
            Office::Configure(settings) => {
                settings.put(pen);
                pen
            }
            Office::CloseJournal(card) => pen.u32(card.0),
            Office::CloseRecord(socket, outcome) => pen.one_of(&Socket::ALL, socket).one_of(&OUTCOMES, outcome),
            Office::Release(socket) => pen.one_of(&Socket::ALL, socket),
        };
    }

    fn read_command(code: u8, from: &mut Finger) -> Result<Office, LinkRefusal> {
        let command = match code {
            CIVIL_TIME => from.u32().map(|civil| Office::CivilTime(DateTime(civil))),
            CONFIGURE => Settings::read(from).map(Office::Configure),
            CLOSE_JOURNAL => from.u32().map(|card| Office::CloseJournal(CardId(card))),
            CLOSE_RECORD => {
                from.one_of(&Socket::ALL).and_then(|socket| Some(Office::CloseRecord(socket, from.one_of(&OUTCOMES)?)))
            }
            RELEASE => from.one_of(&Socket::ALL).map(Office::Release),
            _ => return Err(LinkRefusal::Message),
        };
        command.ok_or(LinkRefusal::Value)
    }

    fn write_report(report: &PedestalReport, pen: &mut Pen) {
        match *report {
            PedestalReport::Journal { next_txn, journal } => {
                pen.u8(0).u32(next_txn).option(journal, |pen, journal| {
                    let Journal { txn, card, counter_before, restorable, socket, transfer, terms, restarted } = journal;
                    pen.u32(txn).u32(card.0).u32(counter_before).u32(restorable.0).one_of(&Socket::ALL, &socket);
                    write_transfer(transfer, pen);
                    let Terms { update, final_write, recovery } = terms;
                    pen.u32(update.0).u32(final_write.0).u32(recovery.0).flag(restarted);
                });
            }
            PedestalReport::Socket(socket, SocketMemory { owner, credit, record }) => {
                pen.u8(socket.number()).option(owner, |pen, owner| {
                    pen.u32(owner.0);
                });
                pen.u64(credit.0).option(record, |pen, record| {
                    let Suspense { txn, card, counter_before, transfer } = record;
                    pen.u32(txn).u32(card.0).u32(counter_before);
                    write_transfer(transfer, pen);
                });
            }
        }
    }

    fn read_report(from: &mut Finger) -> Option<PedestalReport> {
        let Some(socket) = Socket::numbered(from.u8()?) else {
            return Some(PedestalReport::Journal { next_txn: from.u32()?, journal: from.option(read_journal)? });
        };
        let owner = from.option(|from| from.u32().map(CardId))?;
        let credit = MilliOre(from.u64()?);
        let record = from.option(|from| {
            Some(Suspense {
                txn: from.u32()?,
                card: CardId(from.u32()?),
                counter_before: from.u32()?,
                transfer: read_transfer(from)?,
            })
        })?;
        Some(PedestalReport::Socket(socket, SocketMemory { owner, credit, record }))
    }

    fn write_record(record: &Record, pen: &mut Pen) {
        match *record {
            Record::Loaded { txn, card, socket, amount } => {
                pen.u8(0).u32(txn).u32(card.0).one_of(&Socket::ALL, &socket).u32(amount.0);
            }
            Record::Returned { txn, card, socket, amount, rounding } => {
                pen.u8(1).u32(txn).u32(card.0).one_of(&Socket::ALL, &socket).u32(amount.0).u64(rounding.0);
            }
            Record::Interrupted { txn, card, socket, in_doubt } => {
                pen.u8(2).u32(txn).u32(card.0).one_of(&Socket::ALL, &socket).flag(in_doubt);
            }
            Record::RolledBack { txn, card, socket } => {
                pen.u8(3).u32(txn).u32(card.0).one_of(&Socket::ALL, &socket);
            }
            Record::Settled { txn, card, socket, transfer, outcome } => {
                pen.u8(4).u32(txn).u32(card.0).one_of(&Socket::ALL, &socket);
                write_transfer(transfer, pen);
                pen.one_of(&OUTCOMES, &outcome);
            }
            Record::Consumed { socket, amount } => {
                pen.u8(5).one_of(&Socket::ALL, &socket).u64(amount.0);
            }
            Record::Released { socket, amount } => {
                pen.u8(6).one_of(&Socket::ALL, &socket).u64(amount.0);
            }
        }
    }

    fn read_record(from: &mut Finger) -> Option<Record> {
        let kind = from.u8()?;
        if let 5 | 6 = kind {
            let (socket, amount) = (from.one_of(&Socket::ALL)?, MilliOre(from.u64()?));
            return Some(if kind == 5 {
                Record::Consumed { socket, amount }
            } else {
                Record::Released { socket, amount }
            });
        }
        let (txn, card, socket) = (from.u32()?, CardId(from.u32()?), from.one_of(&Socket::ALL)?);
        Some(match kind {
            0 => Record::Loaded { txn, card, socket, amount: Ore(from.u32()?) },
            1 => Record::Returned { txn, card, socket, amount: Ore(from.u32()?), rounding: MilliOre(from.u64()?) },
            2 => Record::Interrupted { txn, card, socket, in_doubt: from.flag()? },
            3 => Record::RolledBack { txn, card, socket },
            4 => {
                Record::Settled { txn, card, socket, transfer: read_transfer(from)?, outcome: from.one_of(&OUTCOMES)? }
            }
            _ => return None,
        })
    }
}

impl Kept for Settings {
    fn put(&self, pen: &mut Pen) {
        pen.u16(self.system.0).u16(self.pedestal).count(SETTINGS.len());
        for index in 0..SETTINGS.len() {
            pen.u32(self.value(index));
        }
    }

    fn read(from: &mut Finger) -> Option<Self> {
        let (system, pedestal) = (SystemId(from.u16()?), from.u16()?);
        if usize::from(from.u8()?) != SETTINGS.len() {
            return None;
        }
        let mut values = [0; SETTINGS.len()];
        for value in &mut values {
            *value = from.u32()?;
        }
        Self::new(system, pedestal).with_values(values).ok()
    }
}

/// All parts, one after the other.
impl Kept for Memory {
    fn put(&self, pen: &mut Pen) {
        (0..).map_while(|part| Pedestal::report(self, part)).for_each(|report| Pedestal::write_report(&report, pen));
    }

    fn read(from: &mut Finger) -> Option<Self> {
        let mut memory = Self::default();
        for part in 0..=Socket::COUNT {
            match Pedestal::read_report(from)? {
                PedestalReport::Journal { next_txn, journal } if part == 0 => {
                    memory.next_txn = next_txn;
                    memory.journal = journal;
                }
                PedestalReport::Socket(socket, kept) if usize::from(socket.number()) == part => {
                    memory.sockets[socket.index()] = kept;
                }
                _ => return None,
            }
        }
        Some(memory)
    }
}

fn write_transfer(transfer: Transfer, pen: &mut Pen) {
    match transfer {
        Transfer::Load(amount) => pen.u8(0).u32(amount.0),
        Transfer::Return(amount) => pen.u8(1).u64(amount.0),
    };
}

fn read_transfer(from: &mut Finger) -> Option<Transfer> {
    match from.u8()? {
        0 => from.u32().map(|amount| Transfer::Load(Ore(amount))),
        1 => from.u64().map(|amount| Transfer::Return(MilliOre(amount))),
        _ => None,
    }
}

fn read_journal(from: &mut Finger) -> Option<Journal> {
    Some(Journal {
        txn: from.u32()?,
        card: CardId(from.u32()?),
        counter_before: from.u32()?,
        restorable: Ore(from.u32()?),
        socket: from.one_of(&Socket::ALL)?,
        transfer: read_transfer(from)?,
        terms: Terms { update: Millis(from.u32()?), final_write: Millis(from.u32()?), recovery: Millis(from.u32()?) },
        restarted: from.flag()?,
    })
}
