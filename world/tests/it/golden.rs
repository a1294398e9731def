//! What earlier versions of the page have kept and saved is read for ever. `world/tests/golden/README.md` says how each
//! golden file was made.

#[path = "../../../firmware-core/tests/it/golden/devices.rs"]
mod devices;
#[path = "../../../firmware-core/tests/it/golden/records.rs"]
mod records;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use firmware_core::card::{CardBytes, CardRead};
use firmware_core::device::Device as _;
use firmware_core::pedestal::Socket;
use firmware_core::time::Millis;
use world::bus::Bus;
use world::ledger::Account as _;
use world::quay::Quay;
use world::save_format;
use world::script::Scripted;
use world::session::Session;
use world::wallet::{Card, Physical, Whereabouts};
use world::world::World;

use crate::script_checks;

static CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// Expectations of saved features that are deliberately not met any more, in their order.
const UNMET: [(&str, &[&str]); 2] = [
    // DK-38, since 0.2.0: a card that lies there when the power comes back has not been presented.
    ("bus/after-kept", &["the screen is Refused", "I hear 3 beeps"]),
    (
        "bus/torn-write-reopened",
        &[
            "the screen is Taken",
            "the display shows \"POBRANO 3,00 zł\"",
            "the display shows \"STAN 17,00 zł\"",
            "the lamp is on",
            "I hear 1 beep",
            "card \"Anna\" holds 17.00 zł",
        ],
    ),
];

/// A site whose sessions are kept.
trait Site: Scripted {
    /// Its folder among the golden files.
    const FOLDER: &'static str;
    /// Its devices, and what is around them.
    fn surroundings(&self) -> String;
    /// Its cards: each with its bytes, what is read there, and how it stands.
    fn wallet(&self) -> Vec<(&Card, CardBytes, CardRead, &'static str)>;
}

#[test]
fn kept_sessions_of_the_quay_open_as_they_were() {
    hold_sessions::<Quay>(8);
}

#[test]
fn kept_sessions_of_the_buses_open_as_they_were() {
    hold_sessions::<Bus>(8);
}

#[test]
fn saved_features_of_the_quay_play_green() {
    play_features::<Quay>(4);
}

#[test]
fn saved_features_of_the_buses_play_green() {
    play_features::<Bus>(4);
}

#[test]
fn any_changed_letter_of_a_golden_session_is_noticed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/quay/torn-mark.session");
    let (text, record) = (fs::read_to_string(&file).expect("a text"), fs::read_to_string(file.with_extension("txt")));
    let record = record.expect("its record");
    // A letter that says no byte, the filling at the end, is none.
    for at in (0..text.trim_end_matches('=').len() - 1).step_by(7) {
        let mut changed = text.clone();
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        changed.replace_range(at..=at, other);
        assert_ne!(opened::<Quay>(&changed).as_ref(), Ok(&record), "letter {at}");
    }
}

fn hold_sessions<W: Site>(least: usize) {
    let sessions = records::files(env!("CARGO_MANIFEST_DIR"), W::FOLDER, "session");
    assert!(sessions.len() >= least, "{} golden sessions in {}", sessions.len(), W::FOLDER);
    records::all(sessions.iter().map(|file| {
        let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
        let found = opened::<W>(&text).map_err(|why| format!("{}: {why}", file.display()))?;
        records::hold(file, &found)
    }));
}

/// What is seen of a kept session: opened with its power back on, and running as it was. It can go on and be kept
/// again.
fn opened<W: Site>(text: &str) -> Result<String, String> {
    let mut session = save_format::session_from_text::<W>(text).map_err(|broken| broken.to_string())?;
    let running = save_format::running_session_from_text::<W>(text).map_err(|broken| broken.to_string())?;
    let seen = format!("Opened\n{}\nRunning\n{}", session_record(&session), session_record(&running));
    session.pass(Millis(600_000));
    session.world().check()?;
    let again = save_format::session_from_text::<W>(&save_format::session_to_text(&session))
        .map_err(|broken| broken.to_string())?;
    again.world().check()?;
    Ok(seen)
}

fn play_features<W: Site>(least: usize) {
    let features = records::files(env!("CARGO_MANIFEST_DIR"), W::FOLDER, "feature");
    assert!(features.len() >= least, "{} golden features in {}", features.len(), W::FOLDER);
    records::all(features.iter().map(|file| {
        let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
        let (player, unmet) = script_checks::play_all::<W>(&text);
        let name = format!("{}/{}", W::FOLDER, file.file_stem().unwrap_or_default().display());
        let expected = UNMET.iter().find(|(feature, _)| *feature == name).map_or(&[][..], |(_, steps)| *steps);
        if unmet != expected {
            return Err(format!("{}: these expectations are not met: {unmet:?}", file.display()));
        }
        let steps = text.lines().filter(|line| line.trim_start().starts_with("Then ")).count();
        if steps < 5 {
            return Err(format!("{} expects only {steps} things", file.display()));
        }
        player.session().world().check().map_err(|why| format!("{}: {why}", file.display()))
    }));
}

fn session_record<W: Site>(session: &Session<W>) -> String {
    let world = session.world();
    let (acts, lines) = (session.acts().count(), session.journal().len());
    let mut text = format!("{} ms, {}, {acts} acts, {lines} lines in the journal\n", world.now().0, world.civil());
    for (index, setting) in W::all_settings().enumerate() {
        let value = world.setting(index);
        if value != setting.default {
            let _ = writeln!(text, "{} = {}", setting.name, setting.word(value));
        }
    }
    text.push_str(&world.surroundings());
    for (card, bytes, read, status) in world.wallet() {
        let physical = match card.physical {
            Physical::Intact => "intact",
            Physical::Destroyed => "destroyed",
            Physical::Lost => "lost",
            Physical::Discarded => "discarded",
        };
        let at = match card.at {
            Whereabouts::Wallet => "in the wallet".to_owned(),
            Whereabouts::At(index, _) => format!("at device {}", index + 1),
        };
        let read = read.map_or("unreadable".to_owned(), |image| {
            format!("{}, counter {}", image.body.purse.balance, image.body.counter)
        });
        let (id, sum) = (card.id.0, CRC.checksum(bytes.as_array()));
        let _ = writeln!(text, "card {id} {:?}, {physical}, {status}, {at}: {read}, CRC-32 {sum:08x}", card.name);
    }
    for (account, held) in world.ledger().accounts() {
        let _ = writeln!(text, "account {account}: {held}");
    }
    let postings = world.ledger().postings();
    let moved: i64 = postings.iter().map(|posting| posting.amount).sum();
    let _ = writeln!(text, "{} postings of {moved} {} together", postings.len(), W::Account::UNIT);
    let _ = writeln!(text, "the books {}", world.check().map_or_else(|why| why, |()| "are right".to_owned()));
    text
}

impl Site for Quay {
    const FOLDER: &'static str = "quay";

    fn surroundings(&self) -> String {
        let mut text = format!("power {}, here is pedestal {}\n", on_off(self.has_power()), self.here());
        for (number, bench) in (1..).zip(self.benches()) {
            let screen = bench.device().map(|device| device.screen(self.now()));
            let words = screen.as_ref().map(|screen| world::quay::observation::words(&screen.text()).join(" | "));
            let name = screen.as_ref().map_or("dark", |screen| screen.view.name());
            let _ = writeln!(text, "pedestal {number} shows {name}: {}", words.unwrap_or_default());
            text.push_str(&devices::pedestal_settings(bench.settings()));
            text.push_str(&devices::pedestal_memory(bench.memory()));
            for socket in Socket::ALL {
                if let Some(device) = bench.device() {
                    let (number, credit, on) = (socket.number(), device.credit(socket).0, device.is_on(socket));
                    let _ = writeln!(text, "socket {number} is {} with {credit}", on_off(on));
                }
            }
        }
        for (socket, boat) in Socket::ALL.iter().zip(self.boats()) {
            let plugged = if boat.plugged { "plugged in" } else { "not plugged in" };
            let _ = writeln!(text, "boat {}: {plugged}, {} W aboard", socket.number(), boat.watts_aboard());
        }
        text
    }

    fn wallet(&self) -> Vec<(&Card, CardBytes, CardRead, &'static str)> {
        self.cards().map(|card| (card, self.bytes(card), self.read(card), self.card_status(card).word())).collect()
    }
}

impl Site for Bus {
    const FOLDER: &'static str = "bus";

    fn surroundings(&self) -> String {
        let mut text = format!("power {}, here is validator {}\n", on_off(self.has_power()), self.here());
        for vehicle in self.vehicles() {
            let stop = vehicle.stop().map_or("none".to_owned(), |stop| stop.to_string());
            let (line, to) = (vehicle.line().number, vehicle.direction());
            let _ = writeln!(text, "line {line} to {to}, run {}, stop {stop}", vehicle.run());
        }
        for (number, bench) in (1..).zip(self.benches()) {
            let screen = bench.device().map(|device| device.screen(self.now()));
            let words = screen.as_ref().map(|screen| world::bus::observation::words(screen).join(" | "));
            let name = screen.as_ref().map_or("dark", |screen| screen.view.name());
            let _ = writeln!(text, "validator {number} shows {name}: {}", words.unwrap_or_default());
            text.push_str(&devices::validator_settings(bench.settings()));
            text.push_str(&devices::validator_memory(bench.memory()));
        }
        for waiting in self.shop().waiting() {
            let (order, card) = (waiting.order.id, waiting.order.card.0);
            let _ = writeln!(text, "order {order} of card {card} waits since {}", waiting.placed);
        }
        text
    }

    fn wallet(&self) -> Vec<(&Card, CardBytes, CardRead, &'static str)> {
        self.cards().map(|card| (card, self.bytes(card), self.read(card), self.card_status(card).word())).collect()
    }
}

fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}
