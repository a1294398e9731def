//! Proof that the scenarios notice a broken device: one clause is broken at a time, and the scenarios that carry its
//! tag have to fail.
//!
//! The sources are copied and broken there, never in place. All breaks are compiled at once: in the copy each function
//! has, beside its own body, one for every break that lies in it, the same text but for what is broken, and the runner
//! is told by a variable which of them to run. What lies in no function is broken and compiled by itself. Only the
//! core's side of this runner is built.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
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
const VALIDATOR: &str = "firmware-core/src/validator.rs";
const FARE: &str = "firmware-core/src/validator/fare.rs";
const RIDE: &str = "firmware-core/src/validator/ride.rs";
const SCREEN: &str = "firmware-core/src/validator/screen.rs";
const SETTINGS: &str = "firmware-core/src/validator/settings.rs";
const TOUCH: &str = "firmware-core/src/validator/touch.rs";
/// DK-33 is the world's to keep.
const BUS: &str = "world/src/bus.rs";

const SABOTAGES: [Sabotage; 58] = [
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
        sound: "self.card = None;\n                effects.because(&[P(8)]);\n                self.enter(now, State::Welcome);",
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
        sound: "self.enter(now, State::RemoveCard { socket, until });",
        broken: "let _ = (socket, until); self.enter(now, State::Welcome);",
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
        sound: "effects.because(&[P(26), Dp(22)]);\n                self.enter(now, State::CreditCheck { socket });",
        broken: "effects.because(&[P(26), Dp(22)]);\n                let _ = socket;",
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
        sound: "(State::ServiceSelect { .. } | State::Busy { .. }, Event::Press(Key::Socket(socket))) => {",
        broken: "(State::ServiceSelect { .. } | State::Busy { .. }, Event::Release(Key::Socket(socket))) => {",
    },
    Sabotage {
        rule: "DP-30",
        what: "takes a card without a mark for another",
        file: PEDESTAL,
        sound: "None if body.counter == counter_before => {",
        broken: "None if body.counter != counter_before => {",
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
    Sabotage {
        rule: "K-03",
        what: "leaves the message when its card has left",
        file: VALIDATOR,
        sound: "self.enter(if until > now { State::Notice { message, until } } else { State::Standing });",
        broken: "self.enter(State::Notice { message, until: until.max(now + TICK) });",
    },
    Sabotage {
        rule: "K-04",
        what: "does not feel a finger between two fields",
        file: TOUCH,
        sound: "const FIELD_SIZE: Size = Size::new(TOUCH_WIDTH / 2, 49);",
        broken: "const FIELD_SIZE: Size = Size::new(TOUCH_WIDTH / 2 - 1, 49);",
    },
    Sabotage {
        rule: "K-06",
        what: "beeps once for a check",
        file: VALIDATOR,
        sound: "self.tell(now, 2, State::Checking {",
        broken: "self.tell(now, 1, State::Checking {",
    },
    Sabotage {
        rule: "K-08",
        what: "beeps twice for a refusal",
        file: VALIDATOR,
        sound: "let message = note_refusal(Some(id), because, effects);\n                self.tell(now, 3, State::Told",
        broken: "let message = note_refusal(Some(id), because, effects);\n                self.tell(now, 2, State::Told",
    },
    Sabotage {
        rule: "K-09",
        what: "says of a torn card that all is well",
        file: VALIDATOR,
        sound: "self.notify(now, Message::CheckOperation, effects);",
        broken: "self.enter(State::Standing);",
    },
    Sabotage {
        rule: "K-10",
        what: "is dark while it is blocked",
        file: VALIDATOR,
        sound: "State::Standing => self.memory.blocked,",
        broken: "State::Standing => false,",
    },
    Sabotage {
        rule: "K-11",
        what: "takes the cards of other cities",
        file: VALIDATOR,
        sound: "environment.system == self.settings.system",
        broken: "environment.system.0 <= self.settings.system.0 + 1",
    },
    Sabotage {
        rule: "K-13",
        what: "counts a stop too many",
        file: RIDE,
        sound: "let stops = stop.saturating_sub(group.stop);",
        broken: "let stops = stop.saturating_sub(group.stop) + 1;",
    },
    Sabotage {
        rule: "K-17",
        what: "ends an entitlement a day early",
        file: RIDE,
        sound: "if concession.kind == ConcessionKind::Reduced && day <= concession.until =>",
        broken: "if concession.kind == ConcessionKind::Reduced && day < concession.until =>",
    },
    Sabotage {
        rule: "K-18",
        what: "wants a grosz more than the price",
        file: VALIDATOR,
        sound: "body.purse.balance.checked_sub(price.0)",
        broken: "body.purse.balance.checked_sub(price.0 + 1).map(|left| left + 1)",
    },
    Sabotage {
        rule: "K-19",
        what: "sells a sixth ticket",
        file: VALIDATOR,
        sound: "if ride.counted_at(here.stop) >= u32::from(limit) {",
        broken: "if ride.counted_at(here.stop) > u32::from(limit) {",
    },
    Sabotage {
        rule: "K-22",
        what: "beeps three times for a top-up",
        file: VALIDATOR,
        sound: "self.tell(now, 1, State::PocketTold { message: plan.message, since: now }, effects);",
        broken: "self.tell(now, 3, State::PocketTold { message: plan.message, since: now }, effects);",
    },
    Sabotage {
        rule: "DK-01",
        what: "writes the month before the day",
        file: SCREEN,
        sound: "parted([day.into(), month.into(), year.into()], \"-\")",
        broken: "parted([month.into(), day.into(), year.into()], \"-\")",
    },
    Sabotage {
        rule: "DK-02",
        what: "keeps a notice a millisecond too long",
        file: VALIDATOR,
        sound: "let until = now + self.settings.tear_notice();",
        broken: "let until = now + self.settings.tear_notice() + TICK;",
    },
    Sabotage {
        rule: "DK-04",
        what: "ends the window at exactly 5 s",
        file: VALIDATOR,
        sound: "self.arm = Some(Arm { button, until: now + self.settings.arm() + TICK });",
        broken: "self.arm = Some(Arm { button, until: now + self.settings.arm() });",
    },
    Sabotage {
        rule: "DK-05",
        what: "keeps the key for one more card",
        file: VALIDATOR,
        sound: "let armed = self.arm.take().map(|arm| arm.button);",
        broken: "let armed = self.arm.map(|arm| arm.button);",
    },
    Sabotage {
        rule: "DK-06",
        what: "stops at the last page",
        file: VALIDATOR,
        sound: "let turn = (now.since(since).0 / page.0) as usize % pages.len();",
        broken: "let turn = ((now.since(since).0 / page.0) as usize).min(pages.len() - 1);",
    },
    Sabotage {
        rule: "DK-08",
        what: "changes a card a millisecond late",
        file: SETTINGS,
        sound: "write: Millis(self.values[COMMIT] - self.values[DETECT]),",
        broken: "write: Millis(self.values[COMMIT] - self.values[DETECT] + 1),",
    },
    Sabotage {
        rule: "DK-09",
        what: "honours its mark on any run",
        file: VALIDATOR,
        sound: "mark.run == here.run && mark.stop == here.stop",
        broken: "mark.stop == here.stop",
    },
    Sabotage {
        rule: "DK-10",
        what: "never lifts a block by card",
        file: VALIDATOR,
        sound: "let blocked = !self.memory.blocked;",
        broken: "let blocked = true;",
    },
    Sabotage {
        rule: "DK-12",
        what: "forgets the key for a foreign card",
        file: VALIDATOR,
        sound: "let Some(mut card) = self.recognise(card, effects) else { return };\n        let id",
        broken: "let Some(mut card) = self.recognise(card, effects) else { self.arm = None; return };\n        let id",
    },
    Sabotage {
        rule: "DK-14",
        what: "takes a second tap for an exit",
        file: VALIDATOR,
        sound: ".is_some_and(|boarded| boarded < stop || (boarded == stop && self.settings.same_stop_exit()));",
        broken: ".is_some_and(|boarded| boarded <= stop);",
    },
    Sabotage {
        rule: "DK-15",
        what: "accepts any tariff",
        file: FARE,
        sound: "if fare > single {",
        broken: "if fare > SINGLE_MAX {",
    },
    Sabotage {
        rule: "DK-17",
        what: "takes the normal fare from a bearer",
        file: RIDE,
        sound: "return self.default_tariff;",
        broken: "return Some(FareKind::Normal);",
    },
    Sabotage {
        rule: "DK-20",
        what: "does not count a holder with a period ticket",
        file: RIDE,
        sound: ".sum::<u32>() + u32::from(own)",
        broken: ".sum::<u32>() + 0 * u32::from(own)",
    },
    Sabotage {
        rule: "DK-21",
        what: "uses the ticket that ends last",
        file: RIDE,
        sound: "valid.min_by_key(|contract| (contract.to, contract.priority)).copied()",
        broken: "valid.max_by_key(|contract| (contract.to, contract.priority)).copied()",
    },
    Sabotage {
        rule: "DK-22",
        what: "does not know S twice",
        file: VALIDATOR,
        sound: "let is_second_check = key == Key::S &&",
        broken: "let is_second_check = key == Key::N &&",
    },
    Sabotage {
        rule: "DK-23",
        what: "waits a millisecond too long at the pocket",
        file: VALIDATOR,
        sound: "until: now + self.settings.pocket_wait() + TICK",
        broken: "until: now + self.settings.pocket_wait() + TICK + TICK",
    },
    Sabotage {
        rule: "DK-24",
        what: "puts an order on a card twice",
        file: VALIDATOR,
        sound: "order.card == id && order.id > last",
        broken: "order.card == id && order.id >= last",
    },
    Sabotage {
        rule: "DK-25",
        what: "does not read the list of lost cards",
        file: VALIDATOR,
        sound: "environment.status == CardStatus::Blocked || self.memory.hotlist.contains(&environment.id)",
        broken: "environment.status == CardStatus::Blocked",
    },
    Sabotage {
        rule: "DK-27",
        what: "takes every first ticket for the holder's",
        file: VALIDATOR,
        sound: "let own = !is_registered && !rides_otherwise && kind_fits;",
        broken: "let own = !is_registered && !rides_otherwise && (kind_fits || true);",
    },
    Sabotage {
        rule: "DK-28",
        what: "sells a ticket to someone who has just got off",
        file: VALIDATOR,
        sound: "ride.run == run && ride.closed_at == Some(stop)",
        broken: "ride.run == run && ride.closed_at == Some(0)",
    },
    Sabotage {
        rule: "DK-29",
        what: "leaves its mark on the card",
        file: VALIDATOR,
        sound: "let body = CardBody { ratification: None, ..card.body };",
        broken: "let body = card.body;",
    },
    Sabotage {
        rule: "DK-30",
        what: "disarms S as well",
        file: VALIDATOR,
        sound: "self.arm = self.arm.filter(|arm| checks && arm.button == Armed::Check);",
        broken: "self.arm = self.arm.filter(|arm| !checks && arm.button == Armed::Check);",
    },
    Sabotage {
        rule: "DK-31",
        what: "puts the lamp out while it still beeps",
        file: VALIDATOR,
        sound: "Lamps { red: lit || self.sounding_until.is_some() }",
        broken: "Lamps { red: lit }",
    },
    Sabotage {
        rule: "DK-32",
        what: "forgets what an exit may give back",
        file: VALIDATOR,
        sound: "balance.checked_add(advance.0).is_some_and(|most| most <= body.purse.max)",
        broken: "balance.checked_add(0 * advance.0).is_some_and(|most| most <= body.purse.max)",
    },
    Sabotage {
        rule: "DK-33",
        what: "loses the advance of a lost card",
        file: BUS,
        sound: "self.post(ride, Account::Fares, advance, Cause::NoExit);",
        broken: "self.post(ride, Account::Lost, advance, Cause::NoExit);",
    },
    Sabotage {
        rule: "DK-34",
        what: "hears the time only once",
        file: VALIDATOR,
        sound: "self.clock.set(now, civil);",
        broken: "if self.clock.read(now).is_none() {\n                    self.clock.set(now, civil);\n                }",
    },
];

/// What is copied, and what is left out of it.
const COPIED: [&str; 6] = ["Cargo.toml", "Cargo.lock", "firmware-core", "world", "twin", "e2e"];
const LEFT_OUT: [&str; 3] = ["e2e/target", "e2e/features", "e2e/chip"];

/// How many broken devices are tried at a time: each keeps a processor busy.
const SIDE_BY_SIDE: usize = 2;

/// Tells the runner which of the breaks in it to run, by its place in the list; without it, it runs none.
const VARIABLE: &str = "KERBQUAY_BROKEN";

/// What the copy of each crate gets that is broken: whether a break is to be run.
const SWITCH: &str = r#"
pub(crate) fn is_broken(number: usize) -> bool {
    extern crate std;
    static BROKEN: std::sync::OnceLock<Option<usize>> = std::sync::OnceLock::new();
    *BROKEN.get_or_init(|| std::env::var("VARIABLE").ok().and_then(|told| told.parse().ok())) == Some(number)
}
"#;

/// A broken device may never come to rest.
const PATIENCE: Duration = Duration::from_mins(2);

/// Breaks the device, clause by clause, and says whether the scenarios noticed every time. `features` is the folder
/// that `scenarios` were read from.
///
/// # Errors
/// A sentence, if that cannot be tried: a text is not found, a broken device cannot be built.
pub fn prove(features: &Path, scenarios: &[Scenario]) -> Result<bool, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workshop = Workshop { folder: root.join("target/sabotage"), features: features.to_owned() };
    println!("{:<6} {:>4} of {:<4} {:<9} broken: the device …", "clause", "red", "all", "noticed");
    copy_all(&root, &workshop.folder)?;
    let (together, alone) = workshop.break_together()?;
    workshop.build().map_err(|why| format!("the broken devices: {why}"))?;
    let sound = workshop.play(None, None)?;
    if !sound.is_green() {
        return Err(format!("the scenarios have to be green before anything is broken: {sound:?}"));
    }
    let tell = |sabotage: &Sabotage, result: Played| {
        let is_its_own = |scenario: &&Scenario| scenario.tags.iter().any(|tag| tag == sabotage.rule);
        let tagged = scenarios.iter().filter(is_its_own).count();
        let noticed = !result.is_green();
        let red = match result {
            Played::Ended { failed, .. } => failed.to_string(),
            Played::Hung => "hung".to_owned(),
        };
        let word = if noticed { "yes" } else { "NO" };
        println!("{:<6} {red:>4} of {tagged:<4} {word:<9} {}", sabotage.rule, sabotage.what);
        noticed
    };
    let next = AtomicUsize::new(0);
    let work = || {
        let mut noticed_all = true;
        while let Some(&number) = together.get(next.fetch_add(1, Ordering::Relaxed)) {
            let sabotage = &SABOTAGES[number];
            let result = workshop.play(Some(sabotage.rule), Some(number));
            noticed_all &= tell(sabotage, result.map_err(|why| format!("{}: {why}", sabotage.rule))?);
        }
        Ok(noticed_all)
    };
    let results: Vec<Result<bool, String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..SIDE_BY_SIDE).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err("a worker fell down".to_owned())))
            .collect()
    });
    let mut noticed_all = results.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().all(|noticed| noticed);
    for number in alone {
        let sabotage = &SABOTAGES[number];
        copy_all(&root, &workshop.folder)?;
        let result = workshop.break_alone(sabotage).map_err(|why| format!("{}: {why}", sabotage.rule))?;
        noticed_all &= tell(sabotage, result);
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
    /// Where it builds.
    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Puts every break that lies in a function beside what is sound, with a switch between them. Says which lie in
    /// one, and which have to be compiled by themselves.
    fn break_together(&self) -> Result<(Vec<usize>, Vec<usize>), String> {
        let mut files = BTreeMap::<_, Vec<usize>>::new();
        for (number, sabotage) in SABOTAGES.iter().enumerate() {
            files.entry(sabotage.file).or_default().push(number);
        }
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        for (name, numbers) in files {
            let file = self.folder.join(name);
            let source = read(&file)?;
            // By the body that they lie in.
            let mut breaks = BTreeMap::<_, Vec<(usize, Range<usize>)>>::new();
            for number in numbers {
                let place = SABOTAGES[number].place_in(&source)?;
                if let Some(body) = body_around(&source, &place) {
                    breaks.entry((body.start, body.end)).or_default().push((number, place));
                    together.push(number);
                } else {
                    alone.push(number);
                }
            }
            let mut switched = source.clone();
            // From the end, so that places before it stay what they are. No function lies in another.
            for ((start, end), breaks) in breaks.into_iter().rev() {
                switched.replace_range(start..end, &with_switch(&source, start..end, &breaks));
            }
            write(&file, &switched)?;
        }
        for library in ["firmware-core/src/lib.rs", "world/src/lib.rs"] {
            let file = self.folder.join(library);
            write(&file, &[read(&file)?, SWITCH.replace("VARIABLE", VARIABLE)].concat())?;
        }
        together.sort_unstable();
        Ok((together, alone))
    }

    /// Breaks the sound sources in one place only, and plays the clause's scenarios on that.
    fn break_alone(&self, sabotage: &Sabotage) -> Result<Played, String> {
        let file = self.folder.join(sabotage.file);
        let source = read(&file)?;
        let place = sabotage.place_in(&source)?;
        write(&file, &replaced(&source, 0..source.len(), &place, sabotage.broken))?;
        self.build()?;
        self.play(Some(sabotage.rule), None)
    }

    fn build(&self) -> Result<(), String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.current_dir(self.folder.join("e2e")).args(["build", "--quiet", "--locked", "--no-default-features"]);
        build.args(["--bin", "acceptance", "--target-dir"]).arg(self.target());
        // Built twice and run for a minute: what is quickest altogether.
        build.args(["--config", "profile.dev.package.firmware-core.opt-level=0"]);
        build.args(["--config", "profile.dev.package.world.opt-level=0"]);
        build.envs([("CARGO_PROFILE_DEV_DEBUG", "false"), ("RUSTFLAGS", "-Awarnings")]);
        // Nobody asks for advice on what is broken on purpose.
        build.env_remove("RUSTC_WORKSPACE_WRAPPER");
        let output = build.output().map_err(|error| format!("cargo cannot be started: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("the broken device cannot be built:\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// Plays a clause's scenarios, or all, on the device with one of its breaks, or without.
    fn play(&self, rule: Option<&str>, broken: Option<usize>) -> Result<Played, String> {
        let mut play = Command::new(self.target().join("debug/acceptance"));
        play.args(["--target", "core", "--features-dir"]).arg(&self.features);
        if let Some(rule) = rule {
            play.args(["--tags", &format!("@{rule}")]);
        }
        play.env_remove(VARIABLE).envs(broken.map(|number| (VARIABLE, number.to_string())));
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

impl Sabotage {
    /// Where its text is, which has to be there exactly once.
    fn place_in(&self, source: &str) -> Result<Range<usize>, String> {
        let found: Vec<_> = source.match_indices(self.sound).collect();
        match found.as_slice() {
            [(start, text)] => Ok(*start..start + text.len()),
            _ => Err(format!(
                "the text to be broken for {} is in {} {} times, not once: {}",
                self.rule,
                self.file,
                found.len(),
                self.sound
            )),
        }
    }
}

/// The body, without its braces, of the function that a place lies in: the code is formatted, so a function ends where
/// a brace stands as deep as it begins. None in a constant, and where two bodies need not be of one type.
fn body_around(source: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let lines = source[..place.start].rmatch_indices('\n').map(|(end, _)| end + 1);
    lines.into_iter().find_map(|start| {
        let line = source[start..].trim_start_matches(' ');
        let depth = source.len() - start - line.len();
        let is_function =
            ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn "].iter().any(|word| line.starts_with(word));
        let body = start + source[start..].find("{\n")? + 2;
        let end = start + source[start..].find(&format!("\n{}}}\n", " ".repeat(depth)))? + 1;
        let lies_in_it = body <= place.start && place.end <= end;
        (is_function && lies_in_it && !source[start..body].contains("-> impl ")).then_some(body..end)
    })
}

/// A body that runs one of its breaks if it is told to, and itself otherwise.
fn with_switch(source: &str, body: Range<usize>, breaks: &[(usize, Range<usize>)]) -> String {
    let mut text = String::new();
    for (number, place) in breaks {
        let Sabotage { rule, what, broken, .. } = &SABOTAGES[*number];
        let broken = replaced(source, body.clone(), place, broken);
        write!(text, "if crate::is_broken({number}) {{ // {rule}: {what}\n{broken}}} else ").expect("text takes text");
    }
    text + "{\n" + &source[body] + "}\n"
}

/// A part of a text with something else in one place.
fn replaced(source: &str, part: Range<usize>, place: &Range<usize>, with: &str) -> String {
    [&source[part.start..place.start], with, &source[place.end..part.end]].concat()
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
    let text = read(&manifest)?;
    let (before, rest) = text.split_once("members = [").ok_or("the workspace lists no members")?;
    let (_, after) = rest.split_once(']').ok_or("the list of members does not end")?;
    let after = after.split("\n[package]").next().unwrap_or_default();
    write(&manifest, &format!("{before}members = [\"firmware-core\", \"world\", \"twin\"]{after}\n"))
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

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
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
        for sabotage in &SABOTAGES {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(sabotage.file);
            let source = read(&path).expect("the source is there");
            assert_eq!(sabotage.place_in(&source).map(|place| &source[place]), Ok(sabotage.sound));
            assert_ne!(sabotage.sound, sabotage.broken, "{}", sabotage.rule);
        }
    }

    #[test]
    fn a_break_is_the_body_of_its_function_with_another_text_in_its_place() {
        let source = "\nimpl A {\n    pub fn f(\n        &self,\n    ) -> u8 {\n        if x {\n            1\n        }\n    \
            }\n\n    const B: u8 = 2;\n\n    const fn g() {\n        3\n    }\n}\n";
        let place = |text: &str| source.find(text).map(|start| start..start + text.len()).expect("it is there");
        let body = body_around(source, &place("1")).expect("it is in a function");
        assert_eq!(&source[body.clone()], "        if x {\n            1\n        }\n");
        assert_eq!(body_around(source, &place("2")), None);
        assert_eq!(body_around(source, &place("3")), None);
        assert_eq!(replaced(source, body, &place("1"), "4"), "        if x {\n            4\n        }\n");
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
