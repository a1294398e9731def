//! Proof that the scenarios notice a broken device: one clause is broken at a time, and the scenarios that carry its
//! tag have to fail.
//!
//! The sources are copied and broken there, never in place. Only the core's side of this runner is built again.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::feature::Scenario;

/// One way to break a clause.
struct Sabotage {
    rule: &'static str,
    /// What the broken device does.
    what: &'static str,
    file: &'static str,
    /// This text, which has to be there exactly once, …
    sound: &'static str,
    /// … becomes this.
    broken: &'static str,
}

const PEDESTAL: &str = "firmware-core/src/pedestal.rs";

const SABOTAGES: [Sabotage; 20] = [
    Sabotage {
        rule: "P-07",
        what: "goes back at exactly 5 s, not after more",
        file: PEDESTAL,
        sound: "self.quiet_since().map(|since| since + self.settings.inactivity() + TICK)",
        broken: "self.quiet_since().map(|since| since + self.settings.inactivity())",
    },
    Sabotage {
        rule: "P-08",
        what: "does not mind a card that is taken out",
        file: PEDESTAL,
        sound: "effects.because(&[P(8)]);\n                self.enter(now, State::Welcome { card: None });",
        broken: "effects.because(&[P(8)]);",
    },
    Sabotage {
        rule: "P-11",
        what: "lets a card onto another's socket, not onto its own",
        file: PEDESTAL,
        sound: "owner(socket).is_some_and(|owner| owner != id)",
        broken: "owner(socket).is_some_and(|owner| owner == id)",
    },
    Sabotage {
        rule: "P-14",
        what: "moves one press more than was pressed",
        file: PEDESTAL,
        sound: "Staged::Nothing | Staged::Return => Ore(0),",
        broken: "Staged::Nothing | Staged::Return => self.settings.step(),",
    },
    Sabotage {
        rule: "P-15",
        what: "takes 5.001 s for a hold",
        file: PEDESTAL,
        sound: "State::OutletStatus { own_key: OwnKey::Down { return_at, .. }, .. } => Some(return_at),",
        broken: "State::OutletStatus { own_key: OwnKey::Down { return_at, .. }, .. } => Some(return_at + TICK),",
    },
    Sabotage {
        rule: "P-16",
        what: "begins the update a millisecond late",
        file: PEDESTAL,
        sound: "self.quiet_since().map(|since| since + self.settings.pause())",
        broken: "self.quiet_since().map(|since| since + self.settings.pause() + TICK)",
    },
    Sabotage {
        rule: "P-19",
        what: "does not know the card that comes back",
        file: PEDESTAL,
        sound: "Some(mark) if mark.txn == txn && mark.pedestal == self.settings.pedestal => {",
        broken: "Some(mark) if mark.txn != txn && mark.pedestal == self.settings.pedestal => {",
    },
    Sabotage {
        rule: "P-20",
        what: "ends the minute a millisecond early",
        file: PEDESTAL,
        sound: "let until = now + terms.recovery + TICK;",
        broken: "let until = now + terms.recovery;",
    },
    Sabotage {
        rule: "P-22",
        what: "does not ask for the card to be removed",
        file: PEDESTAL,
        sound: "self.enter(now, State::RemoveCard { card, socket, until });",
        broken: "let _ = (socket, until); self.enter(now, State::Welcome { card: Some(Ok(card)) });",
    },
    Sabotage {
        rule: "P-23",
        what: "leaves a socket with credit off",
        file: PEDESTAL,
        sound: "self.credit(socket) > MilliOre::ZERO && !self.memory.is_returning(socket)",
        broken: "self.credit(socket) == MilliOre::ZERO && !self.memory.is_returning(socket)",
    },
    Sabotage {
        rule: "P-24",
        what: "gives power for nothing",
        file: PEDESTAL,
        sound: "let amount = self.settings.price().per_watt_hour().min(credit);",
        broken: "let amount = MilliOre::ZERO.min(credit);",
    },
    Sabotage {
        rule: "P-26",
        what: "names the check of the credit and does not show it",
        file: PEDESTAL,
        sound: "effects.because(&[P(26), Dp(22)]);\n                self.enter(now, State::CreditCheck { card, socket });",
        broken: "effects.because(&[P(26), Dp(22)]);\n                let _ = (card, socket);",
    },
    Sabotage {
        rule: "DP-11",
        what: "has no dead zone before the hold",
        file: PEDESTAL,
        sound: "if before_return <= self.settings.hold_dead_zone() {",
        broken: "if before_return.0 == 0 {",
    },
    Sabotage {
        rule: "DP-13",
        what: "goes on giving power while the credit is returned",
        file: PEDESTAL,
        sound: "self.credit(socket) > MilliOre::ZERO && !self.memory.is_returning(socket)",
        broken: "self.credit(socket) > MilliOre::ZERO",
    },
    Sabotage {
        rule: "DP-28",
        what: "selects when the button comes up",
        file: PEDESTAL,
        sound: "(State::ServiceSelect { card, .. } | State::Busy { card, .. }, Event::Press(Key::Socket(socket))) => {",
        broken: "(State::ServiceSelect { card, .. } | State::Busy { card, .. }, Event::Release(Key::Socket(socket))) => {",
    },
    Sabotage {
        rule: "DP-30",
        what: "takes a card without a mark for another",
        file: PEDESTAL,
        sound: "None if image.body.counter == counter_before => {",
        broken: "None if image.body.counter != counter_before => {",
    },
    Sabotage {
        rule: "DP-31",
        what: "takes the card's word for the opposite",
        file: PEDESTAL,
        sound: "self.close_record(socket, Outcome::Done, effects);\n                settled = Some(record.transfer);",
        broken: "self.close_record(socket, Outcome::NotDone, effects);\n                settled = Some(record.transfer);",
    },
    Sabotage {
        rule: "DP-32",
        what: "gives the minute at every restart",
        file: PEDESTAL,
        sound: "journal.restarted = true;",
        broken: "journal.restarted = false;",
    },
    Sabotage {
        rule: "DP-33",
        what: "writes the meter one watt-hour late",
        file: PEDESTAL,
        sound: "meter.watt_hours >= self.settings.memory_every().0",
        broken: "meter.watt_hours > self.settings.memory_every().0",
    },
    Sabotage {
        rule: "DP-35",
        what: "keeps the credit that the desk has released",
        file: PEDESTAL,
        sound: "let amount = core::mem::take(&mut memory.credit);",
        broken: "let amount = memory.credit;",
    },
];

/// What is copied, and what is left out of it.
const COPIED: [&str; 5] = ["Cargo.toml", "Cargo.lock", "firmware-core", "world", "e2e"];
const LEFT_OUT: [&str; 3] = ["e2e/target", "e2e/features", "e2e/chip"];

/// A broken device may never come to rest.
const PATIENCE: Duration = Duration::from_mins(2);

/// Breaks the device, clause by clause, and says whether the scenarios noticed every time. `features` is the folder
/// that `scenarios` were read from.
///
/// # Errors
/// A sentence, if that cannot be tried: a text is not found, a broken device cannot be built.
pub fn prove(features: &Path, scenarios: &[Scenario]) -> Result<bool, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workshop = Workshop { features: features.to_owned(), folder: root.join("target/sabotage") };
    copy_all(&root, &workshop.folder)?;
    workshop.build()?;
    let sound = workshop.play(None)?;
    if !sound.is_green() {
        return Err(format!("the scenarios have to be green before anything is broken: {sound:?}"));
    }
    println!("{:<6} {:>4} of {:<4} {:<9} broken: the device …", "clause", "red", "all", "noticed");
    let mut noticed_all = true;
    for sabotage in &SABOTAGES {
        let tagged = scenarios.iter().filter(|scenario| scenario.tags.iter().any(|tag| tag == sabotage.rule)).count();
        let result = workshop.try_out(sabotage)?;
        let noticed = !result.is_green();
        noticed_all &= noticed;
        let red = match result {
            Played::Ended { failed, .. } => failed.to_string(),
            Played::Hung => "hung".to_owned(),
        };
        let word = if noticed { "yes" } else { "NO" };
        println!("{:<6} {red:>4} of {tagged:<4} {word:<9} {}", sabotage.rule, sabotage.what);
    }
    println!("{} clauses broken, {}", SABOTAGES.len(), if noticed_all { "all noticed" } else { "not all noticed" });
    Ok(noticed_all)
}

/// The copy in which things are broken.
struct Workshop {
    folder: PathBuf,
    features: PathBuf,
}

/// How scenarios went on a device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Played {
    Ended { passed: usize, failed: usize },
    Hung,
}

impl Played {
    fn is_green(self) -> bool {
        matches!(self, Self::Ended { passed: 1.., failed: 0 })
    }
}

impl Workshop {
    fn try_out(&self, sabotage: &Sabotage) -> Result<Played, String> {
        let file = self.folder.join(sabotage.file);
        let sound = fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        let found = sound.matches(sabotage.sound).count();
        if found != 1 {
            return Err(format!(
                "the text to be broken for {} is in {} {found} times, not once: {}",
                sabotage.rule, sabotage.file, sabotage.sound
            ));
        }
        write(&file, &sound.replace(sabotage.sound, sabotage.broken))?;
        let result = self.build().and_then(|()| self.play(Some(sabotage.rule)));
        write(&file, &sound)?;
        result.map_err(|why| format!("{}: {why}", sabotage.rule))
    }

    fn build(&self) -> Result<(), String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.current_dir(self.folder.join("e2e")).args(["build", "--quiet", "--locked", "--no-default-features"]);
        build.args(["--bin", "acceptance", "--target-dir"]).arg(self.folder.join("target"));
        // Built often and run for a second: what is quickest altogether.
        build.args(["--config", "profile.dev.package.firmware-core.opt-level=0"]);
        build.args(["--config", "profile.dev.package.world.opt-level=0"]);
        build.envs([("CARGO_PROFILE_DEV_DEBUG", "false"), ("RUSTFLAGS", "-Awarnings")]);
        let output = build.output().map_err(|error| format!("cargo cannot be started: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("the broken device cannot be built:\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn play(&self, rule: Option<&str>) -> Result<Played, String> {
        let mut play = Command::new(self.folder.join("target/debug/acceptance"));
        play.args(["--target", "core", "--features-dir"]).arg(&self.features);
        if let Some(rule) = rule {
            play.args(["--tags", &format!("@{rule}")]);
        }
        let play = play.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = play.map_err(|error| format!("the broken runner cannot be started: {error}"))?;
        let mut told = process.stdout.take().expect("its output is piped");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            told.read_to_string(&mut text).map(|_| text)
        });
        let begun = Instant::now();
        let hung = loop {
            match process.try_wait() {
                Ok(Some(_)) => break false,
                Ok(None) if begun.elapsed() > PATIENCE => break true,
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Err(error) => return Err(format!("the broken runner is lost: {error}")),
            }
        };
        if hung {
            // It has ended in the meantime if this does not succeed.
            let _ = process.kill();
            let _ = process.wait();
            return Ok(Played::Hung);
        }
        let text = reader.join().ok().and_then(Result::ok).unwrap_or_default();
        read_total(&text).ok_or_else(|| format!("the broken runner did not come to its end:\n{text}"))
    }
}

/// Reads the last line of a run.
fn read_total(told: &str) -> Option<Played> {
    let (passed, rest) = told.lines().last()?.split_once(" passed, ")?;
    let (failed, _) = rest.split_once(" failed, ")?;
    Some(Played::Ended { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

fn copy_all(root: &Path, to: &Path) -> Result<(), String> {
    for name in COPIED {
        let (from, to) = (root.join(name), to.join(name));
        if from.is_dir() {
            copy_folder(&from, &to)?;
        } else {
            copy_file(&from, &to)?;
        }
    }
    // The copy's workspace has fewer members, which its lock file need not know.
    let manifest = to.join("Cargo.toml");
    let text =
        fs::read_to_string(&manifest).map_err(|error| format!("{} cannot be read: {error}", manifest.display()))?;
    let (before, rest) = text.split_once("members = [").ok_or("the workspace lists no members")?;
    let (_, after) = rest.split_once(']').ok_or("the list of members does not end")?;
    let after = after.split("\n[package]").next().unwrap_or_default();
    write(&manifest, &format!("{before}members = [\"firmware-core\", \"world\"]{after}\n"))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be copied: {error}", from.display());
    fs::create_dir_all(to).map_err(cannot)?;
    for entry in fs::read_dir(from).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if LEFT_OUT.iter().any(|left_out| from.ends_with(left_out)) {
            continue;
        }
        if from.is_dir() { copy_folder(&from, &to)? } else { copy_file(&from, &to)? }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|error| format!("{} cannot be read: {error}", from.display()))?;
    // What has not changed is not built again.
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    fs::write(to, bytes).map_err(|error| format!("{} cannot be written: {error}", to.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(file).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_to_be_broken_is_in_its_file_exactly_once() {
        for Sabotage { rule, file, sound, broken, .. } in &SABOTAGES {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
            let source = fs::read_to_string(path).expect("the source is there");
            assert_eq!(source.matches(sound).count(), 1, "{rule}: {sound}");
            assert_ne!(sound, broken, "{rule}");
        }
    }

    #[test]
    fn a_run_is_green_only_if_something_passed_and_nothing_failed() {
        assert_eq!(read_total("ok x\n3 passed, 0 failed, 1 skipped\n"), Some(Played::Ended { passed: 3, failed: 0 }));
        assert_eq!(read_total("no scenario has such tags\n"), None);
        assert!(!Played::Ended { passed: 0, failed: 0 }.is_green());
        assert!(!Played::Ended { passed: 3, failed: 1 }.is_green());
        assert!(!Played::Hung.is_green());
    }
}
