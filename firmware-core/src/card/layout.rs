//! The bytes of a slot, version 1.
//!
//! | block | bytes | what |
//! | --- | --- | --- |
//! | 0 | 0–15 | header: `KQ`, version, 0, sequence, 4 spare, CRC-32 over everything but itself |
//! | 1–3 | 16–63 | environment, holder, purse, counter |
//! | 4–5 | 64–95 | four contracts |
//! | 6–8 | 96–143 | ride, ratification |
//! | 9 | 144–159 | update mark |
//! | 10–20 | 160–335 | log, seven lines of 24 bytes; 8 spare |
//!
//! Integers are little-endian; spare bytes are written as zero and ignored when read.

use super::{
    CONTRACTS, CardBody, CardId, CardImage, CardKind, CardStatus, Concession, ConcessionKind, Contract, Damage,
    Environment, FareKind, Holder, LOG_LINES, LogEntry, LogKind, Purse, RIDE_GROUPS, Ratification, RatifiedOperation,
    Ride, RideBasis, RideGroup, SystemId, UpdateMark,
};
use crate::time::{Date, DateTime};

/// A block of a MIFARE Classic card: the unit in which a card is written (MF1S50 data sheet, 8.6).
pub const BLOCK_LEN: usize = 16;
/// One slot: 21 whole blocks.
pub const SLOT_LEN: usize = 21 * BLOCK_LEN;
/// Both slots.
pub const CARD_LEN: usize = 2 * SLOT_LEN;
/// The version of this layout.
pub const LAYOUT_VERSION: u8 = 1;

/// A MIFARE Classic 1K has 47 data blocks beside the manufacturer's and the sector trailers (MF1S50, 8.6).
const DATA_BLOCKS_1K: usize = 47;
const _: () = assert!(CARD_LEN <= DATA_BLOCKS_1K * BLOCK_LEN, "both slots fit a 1K card");
const _: () = assert!(LOG_START + LOG_LINES * LOG_LINE_LEN <= SLOT_LEN, "the log fits its slot");

const CRC_START: usize = 12;
const CONTRACTS_START: usize = 64;
const RIDE_START: usize = 96;
const UPDATE_START: usize = 144;
const LOG_START: usize = 160;
const LOG_LINE_LEN: usize = 24;

const NONE: u8 = 0xff;
/// The checksum of slots, and of everything else in this crate that has one.
pub static CRC: crc::Crc<u32, Means> = crc::Crc::<u32, Means>::new(&crc::CRC_32_ISO_HDLC);
/// A table is eight times as fast, and a kilobyte: a slot takes a microcontroller 0.1 ms without.
#[cfg(target_os = "none")]
type Means = crc::NoTable;
#[cfg(not(target_os = "none"))]
type Means = crc::Table<1>;

/// One of the two slots.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// Where it begins on the card.
    pub const fn start(self) -> usize {
        match self {
            Self::A => 0,
            Self::B => SLOT_LEN,
        }
    }
}

/// The order in which the bytes of a slot are written: the body, then the header with its checksum.
pub fn write_order() -> impl Iterator<Item = usize> {
    (BLOCK_LEN..SLOT_LEN).chain(0..BLOCK_LEN)
}

/// Whether sequence number `one` comes after `other`; numbers wrap.
pub fn is_later(one: u32, other: u32) -> bool {
    let ahead = one.wrapping_sub(other);
    ahead != 0 && ahead < u32::MAX / 2
}

/// The bytes of a slot that holds `image`.
pub fn encode(image: &CardImage) -> [u8; SLOT_LEN] {
    let body = &image.body;
    let mut bytes = [0; SLOT_LEN];

    let mut out = Pen { bytes: &mut bytes, at: BLOCK_LEN };
    let Environment { id, system, app_number, issue, end, kind, status } = body.environment;
    out.u32(id.0).u16(system.0).u32(app_number).u16(issue.0).u16(end.0);
    out.u8(index_in(&KINDS, &kind)).u8(index_in(&STATUSES, &status));
    let Holder { personalised, default_tariff, concession } = body.holder;
    out.u8(u8::from(personalised)).option(&FARES, default_tariff);
    out.option(&CONCESSIONS, concession.map(|c| c.kind));
    out.u8(concession.map_or(0, |c| c.code)).u16(concession.map_or(0, |c| c.until.0));
    let Purse { present, balance, max, load_class, last_purse_order, last_period_order } = body.purse;
    out.u8(u8::from(present)).u32(balance).u32(max).u8(load_class).u32(last_purse_order).u32(last_period_order);
    out.u32(body.counter);

    out.at = CONTRACTS_START;
    for contract in &body.contracts {
        out.option(&FARES, contract.map(|c| c.profile));
        let Contract { from, to, scope, priority, .. } = contract.unwrap_or(NO_CONTRACT);
        out.u8(0).u16(from.0).u16(to.0).u8(scope).u8(priority);
    }

    out.at = RIDE_START;
    out.u8(u8::from(body.ride.is_some()));
    let Ride { run, own_stop, own_basis, load_class_at_entry, closed_at, groups } = body.ride.unwrap_or(NO_RIDE);
    out.u32(run).u8(own_stop.unwrap_or(NONE)).u8(load_class_at_entry).u8(closed_at.unwrap_or(NONE));
    for RideGroup { stop, normal, reduced, advance } in groups {
        out.u8(stop).u8(normal).u8(reduced).u8(0).u32(advance);
    }
    out.option(&RATIFIED, body.ratification.map(|r| r.operation));
    out.u8(body.ratification.map_or(0, |r| r.stop)).u32(body.ratification.map_or(0, |r| r.run));
    out.u8(index_in(&BASES, &own_basis));

    out.at = UPDATE_START;
    out.u8(u8::from(body.update.is_some())).u8(0);
    let UpdateMark { txn, pedestal, value } = body.update.unwrap_or(UpdateMark { txn: 0, pedestal: 0, value: 0 });
    out.u16(pedestal).u32(txn).u32(value);

    for (line, entry) in body.log.iter().enumerate() {
        out.at = LOG_START + line * LOG_LINE_LEN;
        out.option(&LOG_KINDS, entry.map(|e| e.kind));
        if let Some(LogEntry { counter, at, device, amount, balance_after, line, stop, .. }) = *entry {
            out.u8(u8::from(at.is_some())).u32(counter).u32(at.map_or(0, |at| at.0)).u16(device).u16(line).u8(stop);
            out.u32(amount.cast_unsigned()).u32(balance_after);
        }
    }

    bytes[0] = b'K';
    bytes[1] = b'Q';
    bytes[2] = LAYOUT_VERSION;
    bytes[4..8].copy_from_slice(&image.sequence.to_le_bytes());
    let crc = checksum(&bytes);
    bytes[CRC_START..BLOCK_LEN].copy_from_slice(&crc.to_le_bytes());
    bytes
}

/// The sequence number that a slot's header claims, before its checksum is verified; none if it is not a header.
pub fn claimed_sequence(bytes: &[u8; SLOT_LEN]) -> Option<u32> {
    (bytes[..2] == *b"KQ").then(|| u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]))
}

/// The image in a slot's bytes; [`Damage::BothSlots`] stands for "this slot has no right checksum".
pub fn decode(bytes: &[u8; SLOT_LEN]) -> Result<CardImage, Damage> {
    let crc = u32::from_le_bytes([bytes[CRC_START], bytes[13], bytes[14], bytes[15]]);
    if bytes[..2] != *b"KQ" || crc != checksum(bytes) {
        return Err(Damage::BothSlots);
    }
    if bytes[2] != LAYOUT_VERSION {
        return Err(Damage::Version(bytes[2]));
    }
    let sequence = u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]);
    let body = decode_body(bytes).ok_or(Damage::Nonsense)?;
    Ok(CardImage { sequence, body })
}

fn decode_body(bytes: &[u8; SLOT_LEN]) -> Option<CardBody> {
    let mut from = Finger { bytes, at: BLOCK_LEN };
    let environment = Environment {
        id: CardId(from.u32()),
        system: SystemId(from.u16()),
        app_number: from.u32(),
        issue: Date(from.u16()),
        end: Date(from.u16()),
        kind: *KINDS.get(from.index())?,
        status: *STATUSES.get(from.index())?,
    };
    let personalised = from.flag()?;
    let default_tariff = from.option(&FARES)?;
    let concession_kind = from.option(&CONCESSIONS)?;
    let (code, until) = (from.u8(), Date(from.u16()));
    let concession = concession_kind.map(|kind| Concession { kind, code, until });
    let purse = Purse {
        present: from.flag()?,
        balance: from.u32(),
        max: from.u32(),
        load_class: from.u8(),
        last_purse_order: from.u32(),
        last_period_order: from.u32(),
    };
    let counter = from.u32();

    from.at = CONTRACTS_START;
    let mut contracts = [None; CONTRACTS];
    for contract in &mut contracts {
        let profile = from.option(&FARES)?;
        from.u8();
        let (begin, end) = (Date(from.u16()), Date(from.u16()));
        let (scope, priority) = (from.u8(), from.u8());
        *contract = profile.map(|profile| Contract { profile, from: begin, to: end, scope, priority });
    }

    from.at = RIDE_START;
    let riding = from.flag()?;
    let mut ride = Ride {
        run: from.u32(),
        own_stop: from.stop(),
        load_class_at_entry: from.u8(),
        closed_at: from.stop(),
        ..NO_RIDE
    };
    for group in &mut ride.groups {
        let (stop, normal, reduced) = (from.u8(), from.u8(), from.u8());
        from.u8();
        *group = RideGroup { stop, normal, reduced, advance: from.u32() };
    }
    let operation = from.option(&RATIFIED)?;
    let (stop, run) = (from.u8(), from.u32());
    ride.own_basis = *BASES.get(from.index())?;
    let ratification = operation.map(|operation| Ratification { run, stop, operation });

    from.at = UPDATE_START;
    let updating = from.flag()?;
    from.u8();
    let mark = UpdateMark { pedestal: from.u16(), txn: from.u32(), value: from.u32() };

    let mut log = [None; LOG_LINES];
    for (line, entry) in log.iter_mut().enumerate() {
        from.at = LOG_START + line * LOG_LINE_LEN;
        let Some(kind) = from.option(&LOG_KINDS)? else { continue };
        let timed = from.flag()?;
        let (counter, at) = (from.u32(), DateTime(from.u32()));
        let (device, line, stop) = (from.u16(), from.u16(), from.u8());
        let (amount, balance_after) = (from.u32().cast_signed(), from.u32());
        *entry = Some(LogEntry { counter, at: timed.then_some(at), device, kind, amount, balance_after, line, stop });
    }

    Some(CardBody {
        environment,
        holder: Holder { personalised, default_tariff, concession },
        purse,
        contracts,
        ride: riding.then_some(ride),
        ratification,
        update: updating.then_some(mark),
        counter,
        log,
    })
}

fn checksum(bytes: &[u8; SLOT_LEN]) -> u32 {
    let mut digest = CRC.digest();
    digest.update(&bytes[..CRC_START]);
    digest.update(&bytes[BLOCK_LEN..]);
    digest.finalize()
}

// The position of a value in its list is its code on the card: append, never reorder.
const KINDS: [CardKind; 4] = [CardKind::User, CardKind::Passenger, CardKind::Controller, CardKind::Service];
const STATUSES: [CardStatus; 2] = [CardStatus::Ok, CardStatus::Blocked];
const FARES: [FareKind; 2] = [FareKind::Normal, FareKind::Reduced];
const CONCESSIONS: [ConcessionKind; 2] = [ConcessionKind::Reduced, ConcessionKind::Free];
const RATIFIED: [RatifiedOperation; 4] =
    [RatifiedOperation::Plain, RatifiedOperation::Normal, RatifiedOperation::Reduced, RatifiedOperation::Exit];
const BASES: [RideBasis; 3] = [RideBasis::Purse, RideBasis::Period, RideBasis::Free];
const LOG_KINDS: [LogKind; 11] = [
    LogKind::Load,
    LogKind::Return,
    LogKind::Sale,
    LogKind::Reset,
    LogKind::PayOut,
    LogKind::NormalTicket,
    LogKind::ReducedTicket,
    LogKind::PeriodRide,
    LogKind::FreeRide,
    LogKind::Exit,
    LogKind::Order,
];

const NO_CONTRACT: Contract = Contract { profile: FareKind::Normal, from: Date(0), to: Date(0), scope: 0, priority: 0 };
const NO_RIDE: Ride = Ride {
    run: 0,
    own_stop: None,
    own_basis: RideBasis::Purse,
    load_class_at_entry: 0,
    closed_at: None,
    groups: [RideGroup { stop: 0, normal: 0, reduced: 0, advance: 0 }; RIDE_GROUPS],
};

fn index_in<T: PartialEq>(list: &[T], value: &T) -> u8 {
    let index = list.iter().position(|one| one == value).expect("every value of the type is in its list");
    u8::try_from(index).expect("a list has fewer than 256 values")
}

/// Writes fields one after the other.
struct Pen<'a> {
    bytes: &'a mut [u8; SLOT_LEN],
    at: usize,
}

impl Pen<'_> {
    fn put(&mut self, field: &[u8]) -> &mut Self {
        self.bytes[self.at..self.at + field.len()].copy_from_slice(field);
        self.at += field.len();
        self
    }
    fn u8(&mut self, value: u8) -> &mut Self {
        self.put(&[value])
    }
    fn u16(&mut self, value: u16) -> &mut Self {
        self.put(&value.to_le_bytes())
    }
    fn u32(&mut self, value: u32) -> &mut Self {
        self.put(&value.to_le_bytes())
    }
    /// 0 for none, else one more than the value's index in its list.
    fn option<T: PartialEq>(&mut self, list: &[T], value: Option<T>) -> &mut Self {
        self.u8(value.map_or(0, |value| index_in(list, &value) + 1))
    }
}

/// Reads fields one after the other.
struct Finger<'a> {
    bytes: &'a [u8; SLOT_LEN],
    at: usize,
}

impl Finger<'_> {
    fn u8(&mut self) -> u8 {
        self.at += 1;
        self.bytes[self.at - 1]
    }
    fn u16(&mut self) -> u16 {
        u16::from_le_bytes([self.u8(), self.u8()])
    }
    fn u32(&mut self) -> u32 {
        u32::from_le_bytes([self.u8(), self.u8(), self.u8(), self.u8()])
    }
    fn index(&mut self) -> usize {
        usize::from(self.u8())
    }
    fn flag(&mut self) -> Option<bool> {
        match self.u8() {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
    fn stop(&mut self) -> Option<u8> {
        Some(self.u8()).filter(|stop| *stop != NONE)
    }
    /// Outer none: not a value of the layout.
    fn option<T: Copy>(&mut self, list: &[T]) -> Option<Option<T>> {
        match self.index() {
            0 => Some(None),
            index => list.get(index - 1).map(|value| Some(*value)),
        }
    }
}
