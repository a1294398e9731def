//! The card that lies on a reader: how far one can talk to it, what is known of its bytes, which command it gets next.

use arrayvec::ArrayVec;

use super::{CardEvent, ReaderPosition};
use crate::card::{
    BLOCK_LEN, CRC, CardImage, CardRead, Damage, SLOT_LEN, Slot, claimed_sequence, current, encode, is_later,
};
use crate::mifare::{Block, HEADER, Keys, SLOT_BLOCKS, SectorKey, address, sector_of, slot_and_block, write_order};

/// A card, from its first listing until it has left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    position: ReaderPosition,
    identity: Identity,
    /// The number that the PN532 gives it.
    number: u8,
    /// Another card is listed with it: this one has to be selected before one can talk to it.
    is_beside_another: bool,
    /// It was there already when the reader started.
    was_there: bool,
    contact: Contact,
    task: Task,
    /// The device has got its arrival, and not yet its departure.
    is_announced: bool,
    /// How often in a row an exchange with it has failed.
    failures: u8,
    /// The slot that a write goes to: the one that is not current.
    free: Slot,
    slots: [SlotBytes; 2],
    /// What the free slot is to be.
    wanted: [u8; SLOT_LEN],
    /// Bit n: block n of it was sent to the card, and has not been read back since.
    sent: u32,
    /// The checksum of what the slot read that should be current and is no image.
    doubt: Option<u32>,
}

/// The cards that `InListPassiveTarget` returns, in the order of their numbers, which begin with 1.
pub type Listed = ArrayVec<Identity, 2>;

/// The identity of a card, as `InListPassiveTarget` returns it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Identity {
    /// A MIFARE Classic 1K, by the four bytes of its UID that opening a sector needs.
    Classic1K([u8; 4]),
    /// Anything else: one is as good as the other.
    Foreign,
}

impl Identity {
    /// By what a card answers when it is listed.
    ///
    /// NXP AN10833: `SEL_RES` 08 is a MIFARE Classic 1K; 88 is the same from another maker. In `SENS_RES` two bits give
    /// the length of the UID; the rest is 0004.
    pub fn of([sens_res_high, sens_res_low]: [u8; 2], sel_res: u8, uid: &[u8]) -> Self {
        let is_classic_1k = sens_res_high == 0x00 && sens_res_low & 0x3f == 0x04 && matches!(sel_res, 0x08 | 0x88);
        // AN10927: of a UID of seven bytes the last four are used.
        match uid.last_chunk() {
            Some(last) if is_classic_1k => Self::Classic1K(*last),
            _ => Self::Foreign,
        }
    }
}

/// How a card is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Search {
    /// What was listed before is let go.
    Release,
    /// Who is there?
    List,
    /// The field is switched off, so that a card that no longer listens starts afresh.
    FieldOff,
    /// Who is there?
    ListAgain,
    /// Of two cards that were listed this one is talked to.
    Select,
}

/// How far one can talk to the card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Contact {
    /// It is to be looked for.
    Lost(Search),
    /// It listens; no sector is open.
    Selected,
    /// It listens, and this sector is open by this key.
    Open { sector: u8, key: SectorKey },
}

/// What is being done with the card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Task {
    /// It is being read: for the first time, or once more because it could not be.
    Reading,
    /// It has been read; with `ahead`, what is not known of its free slot is.
    Resting { ahead: bool },
    /// It cannot be read.
    Unreadable,
    /// It is being written.
    Writing,
    /// It would not be written.
    GivenUp,
}

/// The bytes of a slot, as far as they are known.
#[derive(Clone, PartialEq, Eq, Debug)]
struct SlotBytes {
    bytes: [u8; SLOT_LEN],
    /// Bit n: block n is known.
    known: u32,
}

/// An exchange with the card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Opens a sector.
    Open {
        /// The sector.
        sector: u8,
        /// By this key.
        key: SectorKey,
        /// The part of the card's UID that this takes.
        uid: [u8; 4],
    },
    /// Reads a block.
    Read {
        /// Of this slot.
        slot: Slot,
        /// This block.
        block: u8,
    },
    /// Writes a block.
    Write {
        /// Of this slot.
        slot: Slot,
        /// This block.
        block: u8,
        /// What is to be in it.
        bytes: Block,
    },
}

/// What comes next with a card.
#[expect(clippy::large_enum_variant, reason = "it is made and used within one step")]
pub enum Next {
    /// To talk to it.
    Act(Act),
    /// To look for it.
    Find(Search),
    /// An event for the device.
    Emit(CardEvent),
}

/// How often in a row an exchange may fail before that is the card's last word.
const FAILURES_MAX: u8 = 4;
const ALL_KNOWN: u32 = (1 << SLOT_BLOCKS) - 1;

impl Target {
    /// A card that has just been listed.
    pub fn new(
        position: ReaderPosition,
        (number, identity): (u8, Identity),
        is_beside_another: bool,
        was_there: bool,
    ) -> Self {
        const UNKNOWN: SlotBytes = SlotBytes { bytes: [0; SLOT_LEN], known: 0 };
        Self {
            position,
            identity,
            number,
            is_beside_another,
            was_there,
            contact: if is_beside_another { Contact::Lost(Search::Select) } else { Contact::Selected },
            task: Task::Reading,
            is_announced: false,
            failures: 0,
            free: Slot::A,
            slots: [UNKNOWN; 2],
            wanted: [0; SLOT_LEN],
            sent: 0,
            doubt: None,
        }
    }

    /// From here on it is to become `image`, if it can be written at all.
    pub fn write(&mut self, image: &CardImage) -> bool {
        let can_be_written = matches!(self.task, Task::Resting { .. } | Task::Writing);
        if can_be_written {
            self.wanted = encode(image);
            self.sent = 0;
            self.task = Task::Writing;
            self.failures = 0;
        }
        can_be_written
    }

    /// The card is gone: the event for a device that knows of it.
    pub fn leave(&self) -> Option<CardEvent> {
        self.is_announced.then_some(CardEvent::Left(self.position))
    }

    /// The search goes on with `search`.
    pub fn look_on(&mut self, search: Search) {
        self.contact = Contact::Lost(search);
    }

    /// Whether one of the cards that were found is this one; if so one can talk to it again.
    pub fn is_again(&mut self, found: &Listed) -> bool {
        let mut numbered = (1..).zip(found);
        let Some((number, _)) = numbered.find(|(_, identity)| **identity == self.identity) else { return false };
        self.number = number;
        self.is_beside_another = found.len() > 1;
        self.contact = if self.is_beside_another { Contact::Lost(Search::Select) } else { Contact::Selected };
        true
    }

    /// It was to be selected; if it was not, it is looked for.
    pub fn end_select(&mut self, is_selected: bool) {
        self.contact = if is_selected { Contact::Selected } else { Contact::Lost(Search::Release) };
    }

    /// The number that the PN532 gives it.
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Its position.
    pub fn position(&self) -> ReaderPosition {
        self.position
    }

    /// Whether it was there already when the reader started.
    pub fn was_there(&self) -> bool {
        self.was_there
    }

    /// Whether all that is left to do is to see that it is still there.
    pub fn is_only_watched(&self) -> bool {
        !matches!(self.contact, Contact::Lost(_))
            && match self.task {
                Task::Reading | Task::Writing => false,
                Task::Resting { ahead } => !ahead || self.slot(self.free).unknown().is_none(),
                Task::Unreadable => self.is_announced,
                Task::GivenUp => true,
            }
    }

    /// What comes next.
    pub fn next(&mut self, keys: &Keys) -> Next {
        if let Contact::Lost(search) = self.contact {
            return Next::Find(search);
        }
        let Identity::Classic1K(uid) = self.identity else {
            return if self.is_announced {
                self.look_for_it()
            } else {
                self.announce(Err(Damage::BothSlots), Task::Unreadable)
            };
        };
        match self.task {
            Task::Reading => match self.unread() {
                Ok((slot, block)) => Next::Act(self.read(uid, keys.reading, slot, block)),
                // It was one that could not be read, and can be after all: as if it had just come.
                Err(_) if self.is_announced => {
                    self.is_announced = false;
                    Next::Emit(CardEvent::Left(self.position))
                }
                Err(read) => self.announce(read, Task::Resting { ahead: true }),
            },
            Task::Resting { ahead } => {
                let unknown = self.slot(self.free).unknown().filter(|_| ahead).map(|block| (self.free, block));
                let (slot, block) = unknown.unwrap_or_else(|| self.nearest());
                Next::Act(self.read(uid, keys.reading, slot, block))
            }
            Task::Unreadable if !self.is_announced => self.announce(Err(Damage::BothSlots), Task::Unreadable),
            Task::Unreadable => {
                self.task = Task::Reading;
                self.failures = FAILURES_MAX - 1;
                self.next(keys)
            }
            Task::Writing => match self.unwritten() {
                Some(block) if self.slot(self.free).is_known(block) => {
                    Next::Act(self.write_block(uid, keys.writing, block))
                }
                Some(block) => Next::Act(self.read(uid, keys.writing, self.free, block)),
                None => {
                    self.task = Task::Resting { ahead: true };
                    self.free = self.free.other();
                    Next::Emit(CardEvent::Written(self.position))
                }
            },
            Task::GivenUp => self.look_for_it(),
        }
    }

    /// `act` has ended with what the card said, or without.
    pub fn end(&mut self, act: Act, answer: Option<&[u8]>) -> Option<CardEvent> {
        match (act, answer) {
            (Act::Open { sector, key, .. }, Some(_)) => {
                self.contact = Contact::Open { sector, key };
                None
            }
            (Act::Read { slot, block }, Some(answer)) => match answer.first_chunk() {
                Some(bytes) => self.has_read(slot, block, bytes),
                None => self.fail(),
            },
            // It is read back: what the card then says is the confirmation, whatever it has said to the write.
            (Act::Write { slot, block, .. }, answer) => {
                self.slot_mut(slot).forget(block);
                self.sent |= 1 << block;
                if answer.is_none() {
                    self.contact = Contact::Lost(Search::Release);
                }
                None
            }
            (Act::Open { .. } | Act::Read { .. }, None) => self.fail(),
        }
    }

    fn has_read(&mut self, slot: Slot, block: u8, bytes: &Block) -> Option<CardEvent> {
        self.slot_mut(slot).note(block, bytes);
        let was_sent = self.task == Task::Writing && self.sent >> block & 1 == 1;
        self.sent &= !(1 << block);
        if was_sent && bytes[..] != self.wanted[range(block)] {
            return self.fail();
        }
        // While a card is written, reading what is still to be written is no progress.
        if was_sent || self.task != Task::Writing {
            self.failures = 0;
        }
        None
    }

    /// An exchange has failed: the card is looked for, and if it is still there it may have had its last word.
    fn fail(&mut self) -> Option<CardEvent> {
        self.contact = Contact::Lost(Search::Release);
        self.failures = self.failures.saturating_add(1);
        if self.failures < FAILURES_MAX {
            return None;
        }
        match self.task {
            Task::Reading => {
                self.task = Task::Unreadable;
                self.slots.iter_mut().for_each(|slot| slot.known = 0);
                None
            }
            Task::Resting { .. } => {
                self.task = Task::Resting { ahead: false };
                None
            }
            Task::Writing => {
                let left = self.leave();
                self.task = Task::GivenUp;
                self.is_announced = false;
                left
            }
            Task::Unreadable | Task::GivenUp => None,
        }
    }

    fn announce(&mut self, read: CardRead, task: Task) -> Next {
        self.is_announced = true;
        self.task = task;
        let event = if self.was_there { CardEvent::Found } else { CardEvent::Arrived };
        Next::Emit(event(self.position, read))
    }

    fn look_for_it(&mut self) -> Next {
        self.contact = Contact::Lost(Search::Release);
        Next::Find(Search::Release)
    }

    /// Which block is to be read next, or else what the card is. Both headers come first, then the slot that they say
    /// is current; the other one if that is no image after all, twice over.
    ///
    /// What is found is what [`crate::card::CardBytes::read`] finds in all bytes of the card: a slot that is not read
    /// is either no slot, or an older one beside a sound one.
    fn unread(&mut self) -> Result<(Slot, u8), CardRead> {
        for slot in [Slot::A, Slot::B] {
            if !self.slot(slot).is_known(HEADER) {
                return Ok((slot, HEADER));
            }
        }
        let claim = |slot: Slot| claimed_sequence(&self.slot(slot).bytes);
        let (first, second) = match (claim(Slot::A), claim(Slot::B)) {
            (None, None) => (None, None),
            (Some(_), None) => (Some(Slot::A), None),
            (None, Some(_)) => (Some(Slot::B), None),
            (Some(a), Some(b)) if is_later(b, a) => (Some(Slot::B), Some(Slot::A)),
            (Some(_), Some(_)) => (Some(Slot::A), Some(Slot::B)),
        };
        // Two slots that claim the same number contradict each other, or are the same.
        let same = claim(Slot::A) == claim(Slot::B);
        if let Some(slot) = first
            && let Some(block) = self.slot(slot).unknown()
        {
            return Ok((slot, block));
        }
        let read = |slot: Slot| self.slot(slot).whole();
        let found = current(read(Slot::A), read(Slot::B));
        // The other slot would bring back an older image. That takes more than a bit that was misread on the way: it
        // is read until it reads the same twice.
        if let Some(slot) = first.filter(|_| found.is_err()) {
            let checksum = CRC.checksum(&self.slot(slot).bytes);
            if self.doubt.replace(checksum) != Some(checksum) {
                self.slot_mut(slot).known = 0;
                return Ok((slot, HEADER));
            }
        }
        if let Some(slot) = second.filter(|_| found.is_err() || same)
            && let Some(block) = self.slot(slot).unknown()
        {
            return Ok((slot, block));
        }
        self.free = found.as_ref().map_or(Slot::A, |(slot, _)| slot.other());
        Err(found.map(|(_, image)| image))
    }

    /// The next block of the free slot that is not as it is to be, or not known to be.
    fn unwritten(&self) -> Option<u8> {
        let slot = self.slot(self.free);
        write_order().find(|block| !slot.is_known(*block) || slot.bytes[range(*block)] != self.wanted[range(*block)])
    }

    /// A block that can be read without further ado, to see whether the card is there.
    fn nearest(&self) -> (Slot, u8) {
        let open = match self.contact {
            Contact::Open { sector, .. } => slot_and_block(sector * crate::mifare::SECTOR_BLOCKS),
            Contact::Lost(_) | Contact::Selected => None,
        };
        open.unwrap_or((self.free.other(), HEADER))
    }

    /// Reads a block; first opens its sector by `key` unless it is open, by whichever key.
    fn read(&self, uid: [u8; 4], key: SectorKey, slot: Slot, block: u8) -> Act {
        let sector = sector_of(address(slot, block));
        match self.contact {
            Contact::Open { sector: open, .. } if open == sector => Act::Read { slot, block },
            _ => Act::Open { sector, key, uid },
        }
    }

    /// Writes a block of the free slot; first opens its sector by `key` unless it is open by that one.
    fn write_block(&self, uid: [u8; 4], key: SectorKey, block: u8) -> Act {
        let slot = self.free;
        let sector = sector_of(address(slot, block));
        if self.contact != (Contact::Open { sector, key }) {
            return Act::Open { sector, key, uid };
        }
        let bytes = *self.wanted[range(block)].first_chunk().expect("a block has BLOCK_LEN bytes");
        Act::Write { slot, block, bytes }
    }

    fn slot(&self, slot: Slot) -> &SlotBytes {
        &self.slots[slot as usize]
    }

    fn slot_mut(&mut self, slot: Slot) -> &mut SlotBytes {
        &mut self.slots[slot as usize]
    }
}

impl SlotBytes {
    fn is_known(&self, block: u8) -> bool {
        self.known >> block & 1 == 1
    }

    fn note(&mut self, block: u8, bytes: &Block) {
        self.bytes[range(block)].copy_from_slice(bytes);
        self.known |= 1 << block;
    }

    fn forget(&mut self, block: u8) {
        self.known &= !(1 << block);
    }

    /// The first block that is not known.
    fn unknown(&self) -> Option<u8> {
        (0..SLOT_BLOCKS).find(|block| !self.is_known(*block))
    }

    /// All of them, if they are known.
    fn whole(&self) -> Option<&[u8; SLOT_LEN]> {
        (self.known == ALL_KNOWN).then_some(&self.bytes)
    }
}

/// Where a block lies in its slot.
fn range(block: u8) -> core::ops::Range<usize> {
    let start = usize::from(block) * BLOCK_LEN;
    start..start + BLOCK_LEN
}
