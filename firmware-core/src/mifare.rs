//! Where a card's bytes lie on a MIFARE Classic 1K, and which keys open it.
//!
//! A MIFARE Classic 1K (NXP MF1S50yyX/V1 data sheet, 8.6) has 16 sectors of four blocks of 16 bytes. The last block of
//! a sector is its trailer, with two keys and the access bits; block 0 belongs to the manufacturer. A slot of a card
//! has 21 blocks, which is seven whole sectors:
//!
//! | sectors | blocks | what |
//! | --- | --- | --- |
//! | 0 | 0–3 | manufacturer; two blocks that a card application directory may use; trailer |
//! | 1–7 | 4–31 | slot A, its header in block 4 |
//! | 8–14 | 32–59 | slot B, its header in block 32 |
//! | 15 | 60–63 | not used |
//!
//! The two slots share no sector, so writing one never needs a key of the other. A block is what a card takes at once:
//! it holds the old bytes or the new ones. The blocks of a slot are written in [`write_order`], the header last, and
//! those that hold the right bytes already are left alone; a card that is pulled away after any block therefore decodes
//! to the image before or the image after, as a card of software does that is torn after any byte.

use crate::card::{BLOCK_LEN, CardBytes, SLOT_LEN, Slot};

/// The sectors of a MIFARE Classic 1K (MF1S50, 8.6).
pub const SECTORS: u8 = 16;
/// The blocks of a sector, its trailer included (MF1S50, 8.6).
pub const SECTOR_BLOCKS: u8 = 4;
/// The blocks of the card.
pub const BLOCKS: u8 = SECTORS * SECTOR_BLOCKS;
/// The blocks of a slot, its header included.
pub const SLOT_BLOCKS: u8 = 21;
/// The header: the first block of a slot, written last.
pub const HEADER: u8 = 0;

const DATA_BLOCKS: u8 = SECTOR_BLOCKS - 1;
const SLOT_SECTORS: u8 = SLOT_BLOCKS / DATA_BLOCKS;
const FIRST_SECTOR_A: u8 = 1;
const FIRST_SECTOR_B: u8 = FIRST_SECTOR_A + SLOT_SECTORS;

const _: () = assert!(SLOT_BLOCKS as usize * BLOCK_LEN == SLOT_LEN, "a slot is whole blocks");
const _: () = assert!(SLOT_SECTORS * DATA_BLOCKS == SLOT_BLOCKS, "a slot is whole sectors");
const _: () = assert!(FIRST_SECTOR_B + SLOT_SECTORS <= SECTORS, "both slots fit the card");

/// What lies in one block of the card.
pub type Block = [u8; BLOCK_LEN];

/// The address on the card of block `block` (0 to 20) of `slot`.
pub const fn address(slot: Slot, block: u8) -> u8 {
    let first = match slot {
        Slot::A => FIRST_SECTOR_A,
        Slot::B => FIRST_SECTOR_B,
    };
    (first + block / DATA_BLOCKS) * SECTOR_BLOCKS + block % DATA_BLOCKS
}

/// The slot and the block of it that lie at `address`; none for trailers and for what is not the application's.
pub const fn slot_and_block(address: u8) -> Option<(Slot, u8)> {
    let (sector, block) = (sector_of(address), address % SECTOR_BLOCKS);
    if block == DATA_BLOCKS {
        return None;
    }
    match sector {
        FIRST_SECTOR_A..FIRST_SECTOR_B => Some((Slot::A, (sector - FIRST_SECTOR_A) * DATA_BLOCKS + block)),
        FIRST_SECTOR_B.. if sector < FIRST_SECTOR_B + SLOT_SECTORS => {
            Some((Slot::B, (sector - FIRST_SECTOR_B) * DATA_BLOCKS + block))
        }
        _ => None,
    }
}

/// The sector of the block at `address`: what a key opens.
pub const fn sector_of(address: u8) -> u8 {
    address / SECTOR_BLOCKS
}

/// The blocks of a slot in the order in which they are written: the header's sector last, in it the header last, so
/// that no sector is opened twice.
pub fn write_order() -> impl Iterator<Item = u8> {
    (DATA_BLOCKS..SLOT_BLOCKS).chain(HEADER + 1..DATA_BLOCKS).chain(core::iter::once(HEADER))
}

/// Which of the two keys of a sector opens it (MF1S50, 8.6.3).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyType {
    /// The first of the trailer.
    A,
    /// The second of the trailer.
    B,
}

/// The six bytes of a key.
pub type KeyBytes = [u8; 6];

/// A key of a sector, as it is presented to a card.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SectorKey {
    /// Key A or key B.
    pub key_type: KeyType,
    /// Its bytes.
    pub bytes: KeyBytes,
}

/// The key that NXP delivers blank cards with (MF1S50, 8.6.3): everybody knows it.
pub const TRANSPORT_KEY: KeyBytes = [0xff; 6];

/// The keys of a deployment. They are the same in every sector of every card.
///
/// A board takes them from its build: `Keys::from_hex(option_env!("…_A"), option_env!("…_B"))`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Keys {
    /// Opens a sector for reading.
    pub reading: SectorKey,
    /// Opens a sector for writing; it must be able to read, too.
    pub writing: SectorKey,
}

impl Keys {
    /// Blank cards as they come from NXP: key A reads and writes, key B can be read with any key and opens nothing
    /// (MF1S50, 8.7.2).
    pub const TRANSPORT: Self = Self::with(TRANSPORT_KEY, None);

    /// Key A reads; key B writes, if there is one, and key A if there is none.
    pub const fn with(a: KeyBytes, b: Option<KeyBytes>) -> Self {
        let reading = SectorKey { key_type: KeyType::A, bytes: a };
        let writing = match b {
            Some(bytes) => SectorKey { key_type: KeyType::B, bytes },
            None => reading,
        };
        Self { reading, writing }
    }

    /// Keys of twelve hexadecimal digits each, as a build is given them; without key A those of blank cards.
    ///
    /// # Errors
    /// Names what is wrong. In a constant the build fails.
    pub const fn from_hex(a: Option<&str>, b: Option<&str>) -> Result<Self, KeyRefused> {
        match (a, b) {
            (None, None) => Ok(Self::TRANSPORT),
            (None, Some(_)) => Err(KeyRefused::OnlyB),
            (Some(a), None) => match key_from_hex(a) {
                Some(a) => Ok(Self::with(a, None)),
                None => Err(KeyRefused::NotHex(KeyType::A)),
            },
            (Some(a), Some(b)) => match (key_from_hex(a), key_from_hex(b)) {
                (Some(a), Some(b)) => Ok(Self::with(a, Some(b))),
                (None, _) => Err(KeyRefused::NotHex(KeyType::A)),
                (_, None) => Err(KeyRefused::NotHex(KeyType::B)),
            },
        }
    }

    /// Whether a card with these keys is open to everybody: one of them is the [`TRANSPORT_KEY`].
    pub fn are_known_to_everybody(&self) -> bool {
        self.reading.bytes == TRANSPORT_KEY || self.writing.bytes == TRANSPORT_KEY
    }

    /// The trailer of a sector that these keys open.
    ///
    /// With one key the sector stays as NXP delivers it (data blocks 000, trailer 001: MF1S50, tables 7 and 8). With
    /// two, data is read by either and written by key B alone, and so is the trailer (100 and 011).
    pub const fn trailer(&self) -> Block {
        const TRANSPORT_ACCESS: [u8; 4] = [0xff, 0x07, 0x80, 0x69];
        const TWO_KEYS_ACCESS: [u8; 4] = [0x78, 0x77, 0x88, 0x69];
        let access = match self.writing.key_type {
            KeyType::A => TRANSPORT_ACCESS,
            KeyType::B => TWO_KEYS_ACCESS,
        };
        let (a, b) = (self.reading.bytes, self.writing.bytes);
        [
            a[0], a[1], a[2], a[3], a[4], a[5], access[0], access[1], access[2], access[3], b[0], b[1], b[2], b[3],
            b[4], b[5],
        ]
    }
}

/// Why keys cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyRefused {
    /// This key is not twelve hexadecimal digits.
    NotHex(KeyType),
    /// There is a key B and no key A.
    OnlyB,
}

const fn key_from_hex(text: &str) -> Option<KeyBytes> {
    let digits = text.as_bytes();
    let mut key = [0; 6];
    if digits.len() != 2 * key.len() {
        return None;
    }
    let mut at = 0;
    while at < digits.len() {
        let digit = match digits[at] {
            decimal @ b'0'..=b'9' => decimal - b'0',
            small @ b'a'..=b'f' => small - b'a' + 10,
            capital @ b'A'..=b'F' => capital - b'A' + 10,
            _ => return None,
        };
        key[at / 2] = key[at / 2] << 4 | digit;
        at += 1;
    }
    Some(key)
}

/// What lies in block `address` of a card chip that is to be `card`: how a blank one is written. None for block 0,
/// which its manufacturer has written, and for what is not the application's.
pub fn block(card: &CardBytes, keys: &Keys, address: u8) -> Option<Block> {
    if let Some((slot, block)) = slot_and_block(address) {
        let start = slot.start() + usize::from(block) * BLOCK_LEN;
        return card.as_array()[start..start + BLOCK_LEN].try_into().ok();
    }
    let is_ours = slot_and_block(address.checked_sub(1)?).is_some();
    is_ours.then(|| keys.trailer())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_of_both_slots_has_a_place_of_its_own_and_none_is_a_trailer() {
        let mut seen = [false; BLOCKS as usize];
        for slot in [Slot::A, Slot::B] {
            for block in 0..SLOT_BLOCKS {
                let address = address(slot, block);
                assert_eq!(slot_and_block(address), Some((slot, block)));
                assert_ne!(address % SECTOR_BLOCKS, SECTOR_BLOCKS - 1, "block {address} is a trailer");
                assert_ne!(sector_of(address), 0, "block {address} is not the application's");
                assert!(!core::mem::replace(&mut seen[usize::from(address)], true), "block {address} is used twice");
            }
        }
        assert_eq!((address(Slot::A, HEADER), address(Slot::B, HEADER)), (4, 32));
        assert_eq!(
            (0..=u8::MAX).filter(|address| slot_and_block(*address).is_some()).count(),
            2 * usize::from(SLOT_BLOCKS)
        );
    }

    #[test]
    fn the_header_is_written_last_and_every_other_block_once_before() {
        let order: Vec<u8> = write_order().collect();
        assert_eq!(order.last(), Some(&HEADER));
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..SLOT_BLOCKS).collect::<Vec<_>>());
        let sectors: Vec<u8> = order.iter().map(|block| sector_of(address(Slot::A, *block))).collect();
        let openings = 1 + sectors.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert_eq!(openings, 7, "no sector is opened twice");
    }

    #[test]
    fn keys_are_read_as_a_build_is_given_them() {
        let a = [0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5];
        let b = [0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5];
        assert_eq!(Keys::from_hex(None, None), Ok(Keys::TRANSPORT));
        assert_eq!(Keys::from_hex(Some("a0A1a2A3a4a5"), None), Ok(Keys::with(a, None)));
        assert_eq!(Keys::from_hex(Some("a0a1a2a3a4a5"), Some("b0b1b2b3b4b5")), Ok(Keys::with(a, Some(b))));
        for wrong in ["", "a0a1a2a3a4a", "a0a1a2a3a4a5a", "a0a1a2a3a4ag", "ąąąąąą"] {
            assert_eq!(Keys::from_hex(Some(wrong), None), Err(KeyRefused::NotHex(KeyType::A)));
            assert_eq!(Keys::from_hex(Some("a0a1a2a3a4a5"), Some(wrong)), Err(KeyRefused::NotHex(KeyType::B)));
        }
        assert_eq!(Keys::from_hex(None, Some("b0b1b2b3b4b5")), Err(KeyRefused::OnlyB));
    }

    #[test]
    fn the_keys_of_blank_cards_are_recognised() {
        let secret = [1, 2, 3, 4, 5, 6];
        assert!(Keys::TRANSPORT.are_known_to_everybody());
        assert!(Keys::with(secret, Some(TRANSPORT_KEY)).are_known_to_everybody());
        assert!(Keys::with(TRANSPORT_KEY, Some(secret)).are_known_to_everybody());
        assert!(!Keys::with(secret, None).are_known_to_everybody());
        assert!(!Keys::with(secret, Some(secret)).are_known_to_everybody());
    }

    /// MF1S50, 8.7.1: every access bit stands in the trailer twice, once inverted.
    #[test]
    fn a_trailer_gives_each_block_the_access_that_is_meant() {
        let two = Keys::with([1; 6], Some([2; 6]));
        for (keys, data, trailer) in [(Keys::TRANSPORT, 0b000, 0b001), (two, 0b100, 0b011)] {
            let bytes = keys.trailer();
            assert_eq!((&bytes[..6], &bytes[10..]), (&keys.reading.bytes[..], &keys.writing.bytes[..]));
            let [inverted_12, inverted_3_and_1, bits_23] = [bytes[6], bytes[7], bytes[8]];
            for block in 0..4 {
                let bit = |byte: u8, at: u8| byte >> at & 1;
                let (c1, c2, c3) = (bit(inverted_3_and_1, block + 4), bit(bits_23, block), bit(bits_23, block + 4));
                assert_eq!(bit(inverted_12, block), 1 - c1, "C1 of block {block}");
                assert_eq!(bit(inverted_12, block + 4), 1 - c2, "C2 of block {block}");
                assert_eq!(bit(inverted_3_and_1, block), 1 - c3, "C3 of block {block}");
                assert_eq!(c1 << 2 | c2 << 1 | c3, if block == 3 { trailer } else { data }, "block {block}");
            }
        }
    }

    #[test]
    fn a_chip_that_is_written_block_by_block_holds_the_card_and_its_keys() {
        let mut bytes = [0; crate::card::CARD_LEN];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(at % 251).expect("below 251");
        }
        let card = CardBytes::from_array(bytes);
        let mut read = [0; crate::card::CARD_LEN];
        for address in 0..=u8::MAX {
            match (slot_and_block(address), block(&card, &Keys::TRANSPORT, address)) {
                (Some((slot, block)), Some(found)) => {
                    let start = slot.start() + usize::from(block) * BLOCK_LEN;
                    read[start..start + BLOCK_LEN].copy_from_slice(&found);
                }
                (None, found) => {
                    let is_trailer = address % 4 == 3 && (1..15).contains(&sector_of(address));
                    assert_eq!(found, is_trailer.then(|| Keys::TRANSPORT.trailer()), "block {address}");
                }
                (Some(_), None) => panic!("block {address} of the card is missing"),
            }
        }
        assert_eq!(read, bytes);
    }
}
