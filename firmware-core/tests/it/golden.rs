//! What earlier versions have written is read for ever: cards, the files that they are saved in for a chip, and the
//! flash of the three boards. `world/tests/golden/README.md` says how each golden file was made.

mod cards;
mod devices;
mod records;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes};
use firmware_core::device::{Device as _, Effects};
use firmware_core::mifare::{self, Keys};
use firmware_core::pedestal::{self, Pedestal, Socket};
use firmware_core::time::Instant;
use firmware_core::validator::{self, Validator};

use crate::board_store::store::Item;
use crate::board_store::{Flash, open_as};

/// What the firmware keeps its memory in (`firmware-core/memory.x`).
const STORE_BYTES: usize = 64 * 1024;
/// What each kind of board writes at most at a time, and the letter that its values begin with
/// (`firmware-core/src/board`).
const PEDESTAL_LEN: usize = 512;
const VALIDATOR_LEN: usize = 3_072;
const PEDESTAL_KIND: u8 = b'P';
const KEYS_KIND: u8 = b'K';
const TOUCH_KIND: u8 = b'T';

#[test]
fn cards_of_every_version_say_what_they_said() {
    let cards = records::files(env!("CARGO_MANIFEST_DIR"), "cards", "card");
    assert!(cards.len() >= 38, "{} golden cards", cards.len());
    records::all(cards.iter().map(|file| records::hold(file, &cards::text_of(&card_in(file)))));
}

#[test]
fn cards_that_were_saved_for_a_chip_are_the_cards() {
    let saved = records::files(env!("CARGO_MANIFEST_DIR"), "cards", "mct");
    assert!(saved.len() >= 20, "{} golden files for chips", saved.len());
    records::all(saved.iter().map(|file| {
        let text = fs::read_to_string(file).expect("a text");
        let is_same = card_in_dump(&text) == card_in(&file.with_extension("card"));
        is_same.then_some(()).ok_or_else(|| format!("{} is another card", file.display()))
    }));
}

#[test]
fn the_flash_of_every_version_is_read_and_its_device_comes_up() {
    let images = records::files(env!("CARGO_MANIFEST_DIR"), "flash", "bin");
    assert!(images.len() >= 5, "{} golden images", images.len());
    records::all(images.iter().map(|file| {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
        let flash = flash_in(file);
        let text = match name {
            _ if name.starts_with("pedestal") => pedestal_text(flash),
            _ if name.starts_with("validator-touch") => validator_text(flash, TOUCH_KIND),
            _ => validator_text(flash, KEYS_KIND),
        };
        records::hold(file, &text)
    }));
}

#[test]
fn any_changed_byte_of_a_golden_card_in_use_is_noticed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/cards/bus-day-anna.card");
    let (card, record) = (card_in(&file), fs::read_to_string(file.with_extension("txt")).expect("its record"));
    let current = match card.free_slot() {
        firmware_core::card::Slot::A => CARD_LEN / 2..CARD_LEN,
        firmware_core::card::Slot::B => 0..CARD_LEN / 2,
    };
    for at in current {
        let mut bytes = *card.as_array();
        bytes[at] ^= 1;
        assert_ne!(cards::text_of(&CardBytes::from_array(bytes)), record, "byte {at}");
    }
}

fn card_in(file: &Path) -> CardBytes {
    let bytes = fs::read(file).expect("a file");
    CardBytes::from_array(bytes.try_into().expect("a card has all its bytes"))
}

/// The card in a dump as MIFARE Classic Tool has it: a line for each block, under the number of its sector.
fn card_in_dump(text: &str) -> CardBytes {
    let (mut bytes, mut address, mut blocks) = ([0; CARD_LEN], 0, 0);
    for line in text.lines() {
        if let Some(sector) = line.strip_prefix("+Sector: ") {
            address = mifare::SECTOR_BLOCKS * sector.parse::<u8>().expect("the number of a sector");
            continue;
        }
        let digits = |at: usize| u8::from_str_radix(&line[at..at + 2], 16).expect("two digits");
        let line_bytes: Vec<u8> = (0..line.len()).step_by(2).map(digits).collect();
        match mifare::slot_and_block(address) {
            Some((slot, block)) => {
                let start = slot.start() + usize::from(block) * BLOCK_LEN;
                bytes[start..start + BLOCK_LEN].copy_from_slice(&line_bytes);
                blocks += 1;
            }
            None => assert_eq!(line_bytes, Keys::TRANSPORT.trailer(), "the keys of a blank card"),
        }
        address += 1;
    }
    assert_eq!(blocks * BLOCK_LEN, CARD_LEN, "every block of both slots");
    CardBytes::from_array(bytes)
}

/// A flash as it was: what is missing at the end of the file was erased.
fn flash_in(file: &Path) -> Flash {
    let mut bytes = fs::read(file).expect("a file");
    assert!(bytes.len() <= STORE_BYTES, "{} does not fit the store", file.display());
    bytes.resize(STORE_BYTES, 0xff);
    Flash { bytes, power: None }
}

fn pedestal_text(flash: Flash) -> String {
    let mut store = open_as::<PEDESTAL_LEN>(flash, PEDESTAL_KIND);
    let settings: pedestal::Settings = store.read(Item::Settings).expect("readable settings").expect("some settings");
    let memory: pedestal::Memory = store.read(Item::Memory).expect("a readable memory").expect("a memory");
    let mut text = starts_text(store.read(Item::Starts).expect("a readable number"));
    text.push_str(&devices::pedestal_settings(&settings));
    text.push_str(&devices::pedestal_memory(&memory));
    let device = Pedestal::power_on(Instant(0), memory, settings, &mut Effects::new());
    let _ = writeln!(text, "comes up with {}", device.screen(Instant(0)).view.name());
    for socket in Socket::ALL {
        let on = if device.is_on(socket) { "on" } else { "off" };
        let _ = writeln!(text, "socket {} is {on}, credit {}", socket.number(), device.credit(socket).0);
    }
    text
}

fn validator_text(flash: Flash, kind: u8) -> String {
    let mut store = open_as::<VALIDATOR_LEN>(flash, kind);
    let settings: validator::Settings = store.read(Item::Settings).expect("readable settings").expect("some settings");
    let memory: validator::Memory = store.read(Item::Memory).expect("a readable memory").expect("a memory");
    let mut text = starts_text(store.read(Item::Starts).expect("a readable number"));
    text.push_str(&devices::validator_settings(&settings));
    text.push_str(&devices::validator_memory(&memory));
    let device = Validator::power_on(Instant(0), memory, settings, &mut Effects::new());
    let _ = writeln!(text, "comes up with {}", device.screen(Instant(0)).view.name());
    text.push_str("then its memory is\n");
    text.push_str(&devices::validator_memory(device.memory()));
    text
}

fn starts_text(starts: Option<u32>) -> String {
    format!("starts {}\n", starts.map_or("none".to_owned(), |starts| starts.to_string()))
}
