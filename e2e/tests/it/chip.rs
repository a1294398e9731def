//! What has to hold of the emulated boards themselves. They need the firmware and the emulator, so that
//! `cargo xtask test --only acceptance-chip` runs them.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::feature::{self, Scenario};
use acceptance::run::{self, Outcome, Verdict};
use acceptance::target::chip::{Chip, Node};
use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use firmware_core::pedestal::{Face, Frame};
use gherkin::{Feature, GherkinEnv};
use serde_json::json;
use twin::{Emulator as _, Wired as _, Wiring, pages, to_hex};
use world::bus::Bus;
use world::quay::Quay;

const SESSION: &str = r#"
Feature: A board
  Scenario: A whole session
    Given the marina as it opens
    When I put card "My card" in the holder
    And I press socket 2
    And I press socket 2, 3 times
    And I press Enter
    And 4600 ms pass
    And 200 ms pass
    And I take the card out
    Then the screen is Interrupted
"#;

/// Afterwards outlet 2 is on.
const LOADED: &str = r#"
Feature: A board
  Scenario: An outlet is on
    Given the marina as it opens
    When I put card "My card" in the holder
    And I press socket 2
    And I press socket 2, 3 times
    And I press Enter
    And 5 s pass
    And I take the card out
    Then the screen is Welcome
"#;

fn scenario_of(text: &str) -> Scenario {
    let feature = Feature::parse(text, GherkinEnv::default()).expect("it is Gherkin");
    feature::scenarios(&feature, Path::new("session.feature")).remove(0)
}

fn scenario() -> Scenario {
    scenario_of(SESSION)
}

fn played(chip: &mut Chip<Quay>) -> Outcome {
    run::play(&scenario(), chip)
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn the_same_scenario_twice_takes_the_same_instructions_and_leaves_the_same_log() {
    let mut sums = Vec::new();
    for _ in 0..2 {
        let mut chip = Chip::<Quay>::open().expect("the emulator starts");
        // Once on a board that has just come up, once on one that was put back to that moment.
        for _ in 0..2 {
            let outcome = played(&mut chip);
            assert_eq!(outcome.verdict, Verdict::Passed, "{:?}", outcome.failure);
            sums.push(chip.sums().expect("the emulator answers"));
        }
    }
    assert!(sums[0][0].0 > 1_000_000, "{sums:?}");
    assert!(sums.iter().all(|one| *one == sums[0]), "{sums:?}");
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn one_letter_changed_in_a_text_is_noticed() {
    let mut chip = Chip::<Quay>::with(Node::start_with(&spoilt("CHOOSE SOCKET", "CHOOSE ROCKET")).expect("it starts"));
    let outcome = played(&mut chip);
    assert_eq!(outcome.verdict, Verdict::Failed);
    let reason = outcome.failure.expect("it fails").reason;
    assert!(reason.contains("dots of the board's display differ"), "{reason}");
}

/// A folder with a pedestal's firmware in which one text reads otherwise.
fn spoilt(from: &str, to: &str) -> PathBuf {
    let sound = Node::start().expect("the emulator starts").firmware("pedestal");
    let mut bytes = fs::read(sound).expect("the firmware is there");
    let places: Vec<_> = (0..bytes.len()).filter(|place| bytes[*place..].starts_with(from.as_bytes())).collect();
    assert!(!places.is_empty(), "the firmware says {from}");
    for place in places {
        bytes[place..place + to.len()].copy_from_slice(to.as_bytes());
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("spoilt");
    fs::create_dir_all(&folder).expect("a folder for tests");
    fs::write(folder.join("pedestal"), bytes).expect("a file in it");
    folder
}

/// Opens a board with this firmware in slot 0.
fn open(emulator: &mut Node, wiring: Wiring) {
    let elf = emulator.firmware(wiring.firmware);
    let with = json!({ "elf": elf, "display": wiring.display, "closed": wiring.contacts });
    emulator.ask(0, "open", with).expect("it comes up");
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn the_stack_has_room_beside_what_is_taken_from_the_beginning() {
    for wiring in [Quay::wiring(0), Bus::wiring(0), Bus::wiring(1)] {
        let mut emulator = Node::start().expect("the emulator starts");
        open(&mut emulator, wiring);
        emulator.ask(0, "run", json!({ "to": 2_000 })).expect("it runs");
        let stack = emulator.ask(0, "report", json!({})).expect("it answers").stack;
        println!("{}: the stack has taken {stack} bytes", wiring.firmware);
        // The chip has 264 KiB, of which at most 24 are taken from the beginning.
        assert!((1_000..32 * 1024).contains(&stack), "{}: {stack}", wiring.firmware);
    }
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn a_memory_that_cannot_be_read_is_shown_and_left_as_it_is() {
    let mut emulator = Node::start().expect("the emulator starts");
    open(&mut emulator, Quay::wiring(0));
    emulator.ask(0, "off", json!({})).expect("the power goes");
    // The store is the last 64 KiB of the flash; its first page is destroyed, and the second was written to.
    let store = (2 * 1024 - 64) * 1024;
    emulator.ask(0, "burn", json!({ "at": store, "bytes": "00".repeat(4096) })).expect("it is overwritten");
    emulator.ask(0, "burn", json!({ "at": store + 4096, "bytes": "00".repeat(64) })).expect("it is overwritten");
    let seen = emulator.ask(0, "still", json!({})).expect("it shows something");
    assert!(seen.on, "{seen:?}");
    assert_eq!(seen.pins & (1 << 2 | 1 << 3 | 1 << 6 | 1 << 7), 0, "every relay is open");
    let report = emulator.ask(0, "report", json!({})).expect("it answers");
    assert_eq!(report.flash, 0, "nothing is written to a flash that cannot be read: {report:?}");
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn a_mistake_of_the_firmware_opens_all_relays_is_shown_and_ends_with_the_power() {
    const RELAYS: u32 = 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7;
    const LAMPS: u32 = 0b1111 << 18;
    const SOCKET_2: u32 = 1 << 3 | 1 << 19;
    let mut chip = Chip::<Quay>::open().expect("the emulator starts");
    let outcome = run::play(&scenario_of(LOADED), &mut chip);
    assert_eq!(outcome.verdict, Verdict::Passed, "{:?}", outcome.failure);
    let emulator = chip.emulator();
    let sound = emulator.ask(0, "report", json!({})).expect("it answers");
    assert_eq!(sound.pins & (RELAYS | LAMPS), SOCKET_2, "outlet 2 is on");

    let seen = emulator.ask(0, "fault", json!({})).expect("the chip comes up again");
    let stopped = seen.stopped.expect("it was stopped");
    assert_eq!(stopped.pins & RELAYS, 0, "the relays open before anything else");
    assert_eq!(seen.pins & (RELAYS | LAMPS), 0, "and stay open");
    // The place in the flash is all of the code.
    let face = Face::service(&format!("P{:X}", stopped.at & 0x00ff_ffff));
    let mut frame = Frame::new();
    face.draw(&mut frame).expect("a frame takes every dot");
    let expected = pages(|dot| frame.pixel(dot) == Some(BinaryColor::On));
    assert_eq!(seen.picture, Some(to_hex(&expected)), "the service screen is shown");

    // It serves nobody: a key means nothing, and nothing is written.
    emulator.ask(0, "pin", json!({ "pin": 12, "high": false })).expect("a key goes down");
    let still = emulator.ask(0, "run", json!({ "to": seen.now + 3_000 })).expect("time passes");
    assert_eq!((still.pins & (RELAYS | LAMPS), still.picture), (0, None));
    assert_eq!(emulator.ask(0, "report", json!({})).expect("it answers").flash, 0);

    // Nothing is lost: with the power the outlet is on again.
    emulator.ask(0, "off", json!({})).expect("the power goes");
    let again = emulator.ask(0, "on", json!({})).expect("it comes up");
    assert_eq!(again.pins & (RELAYS | LAMPS), SOCKET_2);
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn the_flash_of_every_version_comes_up() {
    const STORE_BYTES: usize = 64 * 1024;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../firmware-core/tests/golden");
    let versions = fs::read_dir(folder).expect("golden files").map(|entry| entry.expect("a folder").path());
    let images = versions.filter_map(|version| fs::read_dir(version.join("flash")).ok()).flatten();
    let images = images.map(|entry| entry.expect("a file").path());
    let mut come_up = 0;
    for file in images.filter(|file| file.extension().is_some_and(|ending| ending == "bin")) {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
        let wiring = match name {
            _ if name.starts_with("pedestal") => Quay::wiring(0),
            _ if name.starts_with("validator-touch") => Bus::wiring(1),
            _ => Bus::wiring(0),
        };
        let mut bytes = fs::read(&file).expect("it can be read");
        bytes.resize(STORE_BYTES, 0xff);
        let mut emulator = Node::start().expect("the emulator starts");
        open(&mut emulator, wiring);
        emulator.ask(0, "off", json!({})).expect("the power goes");
        let at = 2 * 1024 * 1024 - STORE_BYTES;
        emulator.ask(0, "burn", json!({ "at": at, "bytes": to_hex(&bytes) })).expect("it is overwritten");
        // A board that cannot read its flash stands still: it asks no reader for cards, and writes nothing.
        emulator.ask(0, "on", json!({})).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        let report = emulator.ask(0, "report", json!({})).expect("it answers");
        assert!(report.flash > 0, "{}: it does not count that it has come up: {report:?}", file.display());
        come_up += 1;
    }
    assert!(come_up >= 6, "{come_up} golden images");
}
