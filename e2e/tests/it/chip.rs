//! Tests of the firmware on emulated boards. `cargo xtask test --only acceptance-chip` runs them, as they need the
//! firmware and the emulator.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::feature::{self, Scenario};
use acceptance::run::{self, Outcome, Verdict};
use acceptance::site::SiteKind;
use acceptance::target::chip::{Chip, Node};
use acceptance::with_world;
use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use firmware_core::pedestal::{Frame, ScreenText};
use gherkin::{Feature, GherkinEnv};
use serde_json::json;
use twin::{Emulator as _, Wired as _, Wiring, pages, to_hex};
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

/// Switches outlet 2 on.
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
fn a_scenario_is_deterministic() {
    let mut sums = Vec::new();
    for _ in 0..2 {
        let mut chip = Chip::<Quay>::open().expect("the emulator starts");
        // First on a board that has just started, then on one that was reset to that state.
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
fn a_changed_character_is_detected() {
    let mut chip =
        Chip::<Quay>::with(Node::start_with(&changed_firmware("CHOOSE SOCKET", "CHOOSE ROCKET")).expect("it starts"));
    let outcome = played(&mut chip);
    assert_eq!(outcome.verdict, Verdict::Failed);
    let reason = outcome.failure.expect("it fails").reason;
    assert!(reason.contains("of the board's display differ"), "{reason}");
}

/// A folder with a pedestal's firmware in which one text is replaced.
fn changed_firmware(from: &str, to: &str) -> PathBuf {
    let original = Node::start().expect("the emulator starts").firmware("pedestal");
    let mut bytes = fs::read(original).expect("the firmware is there");
    let offsets: Vec<_> = (0..bytes.len()).filter(|offset| bytes[*offset..].starts_with(from.as_bytes())).collect();
    assert!(!offsets.is_empty(), "the firmware has no text {from}");
    for offset in offsets {
        bytes[offset..offset + to.len()].copy_from_slice(to.as_bytes());
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("changed-firmware");
    fs::create_dir_all(&folder).expect("a folder for tests");
    fs::write(folder.join("pedestal"), bytes).expect("a file in it");
    folder
}

/// The wiring of every kind of device.
fn wirings() -> Vec<Wiring> {
    let of_site = |kind: SiteKind| {
        let devices = 0..kind.site().devices.len();
        with_world!(kind, W => devices.map(W::wiring).collect::<Vec<_>>())
    };
    SiteKind::ALL.into_iter().flat_map(of_site).collect()
}

/// Opens a board with this firmware in slot 0.
fn open(emulator: &mut Node, wiring: Wiring) {
    let elf = emulator.firmware(wiring.firmware);
    let with = json!({ "elf": elf, "display": wiring.display, "closed": wiring.contacts });
    emulator.ask(0, "open", with).expect("it starts");
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn the_stack_stays_below_its_maximum() {
    for wiring in wirings() {
        let mut emulator = Node::start().expect("the emulator starts");
        open(&mut emulator, wiring);
        emulator.ask(0, "run", json!({ "to": 2_000 })).expect("it runs");
        let stack = emulator.ask(0, "report", json!({})).expect("it answers").stack;
        println!("{}: the stack has used {stack} bytes", wiring.firmware);
        // The chip has 264 KiB of RAM; static data takes at most 24 of them.
        assert!((1_000..32 * 1024).contains(&stack), "{}: {stack}", wiring.firmware);
    }
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn an_unreadable_flash_is_shown_and_not_changed() {
    let mut emulator = Node::start().expect("the emulator starts");
    open(&mut emulator, Quay::wiring(0));
    emulator.ask(0, "off", json!({})).expect("the power goes");
    // The store is the last 64 KiB of the flash: its first page is destroyed, its second one partly written.
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
fn a_panic_of_the_firmware_opens_all_relays() {
    const RELAYS: u32 = 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7;
    const LAMPS: u32 = 0b1111 << 18;
    const SOCKET_2: u32 = 1 << 3 | 1 << 19;
    let mut chip = Chip::<Quay>::open().expect("the emulator starts");
    let outcome = run::play(&scenario_of(LOADED), &mut chip);
    assert_eq!(outcome.verdict, Verdict::Passed, "{:?}", outcome.failure);
    let emulator = chip.emulator();
    let sound = emulator.ask(0, "report", json!({})).expect("it answers");
    assert_eq!(sound.pins & (RELAYS | LAMPS), SOCKET_2, "outlet 2 is on");

    let seen = emulator.ask(0, "fault", json!({})).expect("the chip restarts");
    let stopped = seen.stopped.expect("a fault");
    assert_eq!(stopped.pins & RELAYS, 0, "the relays open before anything else");
    assert_eq!(seen.pins & (RELAYS | LAMPS), 0, "and stay open");
    // The code on the display is an address in the flash.
    let text = ScreenText::service(&format!("P{:X}", stopped.at & 0x00ff_ffff));
    let mut frame = Frame::new();
    text.draw(&mut frame).expect("a frame accepts every pixel");
    let expected = pages(|point| frame.pixel(point) == Some(BinaryColor::On));
    assert_eq!(seen.picture, Some(to_hex(&expected)), "the service screen is shown");

    // It ignores keys and writes nothing.
    emulator.ask(0, "pin", json!({ "pin": 12, "high": false })).expect("a key goes down");
    let still = emulator.ask(0, "run", json!({ "to": seen.now + 3_000 })).expect("time passes");
    assert_eq!((still.pins & (RELAYS | LAMPS), still.picture), (0, None));
    assert_eq!(emulator.ask(0, "report", json!({})).expect("it answers").flash, 0);

    // After a power cycle the outlet is on again.
    emulator.ask(0, "off", json!({})).expect("the power goes");
    let again = emulator.ask(0, "on", json!({})).expect("it starts");
    assert_eq!(again.pins & (RELAYS | LAMPS), SOCKET_2);
}

#[test]
#[ignore = "it needs the firmware and the emulator"]
fn the_flash_of_every_version_starts() {
    const STORE_BYTES: usize = 64 * 1024;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../firmware-core/tests/golden");
    let versions = fs::read_dir(folder).expect("golden files").map(|entry| entry.expect("a folder").path());
    let images = versions.filter_map(|version| fs::read_dir(version.join("flash")).ok()).flatten();
    let images = images.map(|entry| entry.expect("a file").path());
    let mut started = 0;
    for file in images.filter(|file| file.extension().is_some_and(|ending| ending == "bin")) {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
        // The longest name wins: `validator-touch` also begins with `validator`.
        let of_name = wirings().into_iter().filter(|wiring| name.starts_with(wiring.firmware));
        let wiring = of_name.max_by_key(|wiring| wiring.firmware.len()).expect("a device of this name");
        let mut bytes = fs::read(&file).expect("it can be read");
        bytes.resize(STORE_BYTES, 0xff);
        let mut emulator = Node::start().expect("the emulator starts");
        open(&mut emulator, wiring);
        emulator.ask(0, "off", json!({})).expect("the power goes");
        let at = 2 * 1024 * 1024 - STORE_BYTES;
        emulator.ask(0, "burn", json!({ "at": at, "bytes": to_hex(&bytes) })).expect("it is overwritten");
        // A board that cannot read its flash writes nothing.
        emulator.ask(0, "on", json!({})).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        let report = emulator.ask(0, "report", json!({})).expect("it answers");
        assert!(report.flash > 0, "{}: it does not count its start: {report:?}", file.display());
        started += 1;
    }
    assert!(started >= 6, "{started} golden images");
}
