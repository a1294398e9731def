//! What has to hold of the emulated boards themselves. They need the firmware and the emulator, so that
//! `cargo xtask test --only acceptance-chip` runs them.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::feature::{self, Scenario};
use acceptance::run::{self, Outcome, Verdict};
use acceptance::target::chip::{Chip, Node};
use gherkin::{Feature, GherkinEnv};
use serde_json::json;
use twin::{Emulator as _, Wired as _, Wiring};
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

fn scenario() -> Scenario {
    let feature = Feature::parse(SESSION, GherkinEnv::default()).expect("it is Gherkin");
    feature::scenarios(&feature, Path::new("session.feature")).remove(0)
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
