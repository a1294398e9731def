//! The commands, and how they are typed.

use std::ffi::OsString;
use std::fmt::Write as _;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::extent::Extent;
use crate::failure::{Failure, Outcome};
use crate::proof::Step;

/// Where the page is served unless another port is asked for.
const PORT: u16 = 8080;

/// Each command with its options and what it does.
const HELP: &[(&str, &str)] = &[
    ("run [--port N] [--no-open]", "set up what is missing, build the page and serve it on 127.0.0.1"),
    (
        "test [--nightly] [--only STEP] [--skip STEP]",
        "set up what is missing and run every check of the project; --nightly: also what takes too long at every commit",
    ),
    ("dev [--port N]", "serve the page, built again whenever a source changes"),
    ("build", "only build the page for release, into dist"),
    ("single-file", "build each page as one file that needs nothing beside it, for a USB stick"),
    ("setup [--check]", "get every tool that is missing; with --check only say which are"),
    ("firmware [NAME...]", "build what is dragged onto a board: pedestal, validator, validator-touch"),
    ("size", "bytes of everything that goes over the wire or into a board, against the budgets"),
    ("speed", "simulated seconds in a second, natively and in Chromium"),
    ("mutants [FILE...]", "changes of the devices' rules that no law and no feature notices; takes hours"),
    ("help", "this table"),
];

/// Everything that can be asked of `cargo xtask`.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// The table of commands.
    Help,
    /// Gets what is missing, or only says what is.
    Setup {
        /// Only say what is missing.
        check: bool,
    },
    /// Builds the page and serves it.
    Run {
        /// The first port to try.
        port: u16,
        /// Whether to open the page in the person's browser.
        open: bool,
    },
    /// Serves the page with live reload.
    Dev {
        /// The port.
        port: u16,
    },
    /// Builds the page.
    Build,
    /// Builds each page as one file.
    SingleFile,
    /// Proves the project, by these steps in this order.
    Test {
        /// What to run.
        steps: Vec<Step>,
        /// How much of it.
        extent: Extent,
    },
    /// The files that are dragged onto a board.
    Firmware {
        /// Which; none for all.
        names: Vec<String>,
    },
    /// The size report.
    Size,
    /// The speed report.
    Speed,
    /// The changes that nothing notices.
    Mutants {
        /// The sources to change; none for all rules of the devices.
        files: Vec<String>,
    },
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
///
/// An unknown command, option or step: a sentence that names the nearest known one.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Outcome<Command> {
    let mut words = lexopt::Parser::from_args(words);
    let name = match words.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let mut options = Options::default();
    while let Some(word) = words.next()? {
        match (name.as_str(), word) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help),
            ("setup", Long("check")) => options.check = true,
            ("run" | "dev", Long("port")) => options.port = Some(words.value()?.parse()?),
            ("run", Long("no-open")) => options.closed = true,
            ("test", Long("nightly")) => options.nightly = true,
            ("test", Long("only")) => options.only.push(step(&words.value()?.string()?)?),
            ("test", Long("skip")) => options.skip.push(step(&words.value()?.string()?)?),
            ("mutants" | "firmware", Value(name)) => options.names.push(name.string()?),
            (known, word) if names().any(|name| name == known) => {
                return Err(word.unexpected().into());
            }
            _ => {}
        }
    }
    let port = options.port.unwrap_or(PORT);
    Ok(match name.as_str() {
        "help" => Command::Help,
        "setup" => Command::Setup { check: options.check },
        "run" => Command::Run { port, open: !options.closed },
        "dev" => Command::Dev { port },
        "build" => Command::Build,
        "single-file" => Command::SingleFile,
        "test" => Command::Test { steps: options.steps(), extent: options.extent() },
        "firmware" => Command::Firmware { names: options.names },
        "size" => Command::Size,
        "speed" => Command::Speed,
        "mutants" => Command::Mutants { files: options.names },
        _ => return Err(unknown("command", &name, names())),
    })
}

/// The table of commands, and the steps of `test`.
pub fn help() -> String {
    let mut table = "cargo xtask COMMAND\n\n".to_owned();
    let widest = HELP.iter().map(|(command, _)| command.len()).max().unwrap_or_default();
    for (command, does) in HELP {
        let _ = writeln!(table, "  {command:widest$}  {does}");
    }
    table.push_str("\nSteps of `test`, in their order:\n\n");
    for step in Step::ALL {
        let alone = if step.is_part_of(Extent::Commit) { "" } else { " (only with --nightly, or --only)" };
        let _ = writeln!(table, "  {:widest$}  {}{alone}", step.name(), step.says());
    }
    table
}

/// What was typed after the command's name.
#[derive(Default)]
struct Options {
    check: bool,
    closed: bool,
    nightly: bool,
    port: Option<u16>,
    only: Vec<Step>,
    skip: Vec<Step>,
    names: Vec<String>,
}

impl Options {
    fn extent(&self) -> Extent {
        if self.nightly { Extent::Nightly } else { Extent::Commit }
    }

    fn steps(&self) -> Vec<Step> {
        let usual = |step: &Step| step.is_part_of(self.extent());
        let asked = |step: &Step| if self.only.is_empty() { usual(step) } else { self.only.contains(step) };
        Step::ALL.into_iter().filter(asked).filter(|step| !self.skip.contains(step)).collect()
    }
}

/// Each command as it is typed, with its options.
pub fn usages() -> impl Iterator<Item = &'static str> {
    HELP.iter().map(|(command, _)| *command)
}

fn names() -> impl Iterator<Item = &'static str> {
    usages().filter_map(|command| command.split(' ').next())
}

fn step(name: &str) -> Outcome<Step> {
    let known = Step::ALL.into_iter().find(|step| step.name() == name);
    known.ok_or_else(|| unknown("step", name, Step::ALL.into_iter().map(Step::name)))
}

fn unknown(kind: &str, word: &str, known: impl Iterator<Item = &'static str>) -> Failure {
    let nearest = known.min_by_key(|name| strsim::damerau_levenshtein(name, word)).unwrap_or("help");
    Failure::new(format!(
        "There is no {kind} `{word}`; the nearest one is `{nearest}`. `cargo xtask help` lists them all."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &str) -> Outcome<Command> {
        parse(words.split_whitespace().map(OsString::from))
    }

    fn sentence(words: &str) -> String {
        parsed(words).expect_err("this cannot be understood").to_string()
    }

    #[test]
    fn commands_are_read_with_their_options() {
        assert_eq!(parsed(""), Ok(Command::Help));
        assert_eq!(parsed("help"), Ok(Command::Help));
        assert_eq!(parsed("run"), Ok(Command::Run { port: 8080, open: true }));
        assert_eq!(parsed("run --no-open --port 9000"), Ok(Command::Run { port: 9000, open: false }));
        assert_eq!(parsed("dev --port=9001"), Ok(Command::Dev { port: 9001 }));
        assert_eq!(parsed("setup"), Ok(Command::Setup { check: false }));
        assert_eq!(parsed("setup --check"), Ok(Command::Setup { check: true }));
        assert_eq!(parsed("size"), Ok(Command::Size));
        assert_eq!(parsed("firmware"), Ok(Command::Firmware { names: vec![] }));
        assert_eq!(parsed("firmware pedestal"), Ok(Command::Firmware { names: vec!["pedestal".into()] }));
        assert_eq!(parsed("mutants"), Ok(Command::Mutants { files: vec![] }));
        assert_eq!(parsed("mutants a.rs b.rs"), Ok(Command::Mutants { files: vec!["a.rs".into(), "b.rs".into()] }));
        assert_eq!(parsed("run --help"), Ok(Command::Help));
    }

    #[test]
    fn steps_are_chosen_and_left_out_in_their_own_order() {
        let usual: Vec<_> = Step::ALL.into_iter().filter(|step| step.is_part_of(Extent::Commit)).collect();
        let test = |steps| Ok(Command::Test { steps, extent: Extent::Commit });
        assert_eq!(parsed("test"), test(usual.clone()));
        assert_eq!(parsed("test --only tidy --only fmt"), test(vec![Step::Fmt, Step::Tidy]));
        let without_speed = usual.into_iter().filter(|step| *step != Step::Speed).collect();
        assert_eq!(parsed("test --skip speed"), test(without_speed));
    }

    #[test]
    fn the_nightly_run_has_every_step_and_a_step_alone_can_be_nightly() {
        let nightly = |steps| Ok(Command::Test { steps, extent: Extent::Nightly });
        assert_eq!(parsed("test --nightly"), nightly(Step::ALL.to_vec()));
        assert_eq!(parsed("test --nightly --only host"), nightly(vec![Step::Host]));
        assert!(sentence("build --nightly").contains("--nightly"));
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest_known_one() {
        assert!(sentence("rnu").contains("no command `rnu`; the nearest one is `run`"));
        assert!(sentence("tset --port 1").contains("the nearest one is `test`"));
        assert!(sentence("test --only clipy").contains("no step `clipy`; the nearest one is `clippy`"));
    }

    #[test]
    fn an_option_of_another_command_is_refused() {
        assert!(sentence("build --port 80").contains("--port"));
        assert!(sentence("run --port many").contains("many"));
        assert!(sentence("run 8080").contains("8080"));
    }

    #[test]
    fn the_table_of_commands_holds_every_command_and_every_step() {
        let table = help();
        for name in names().chain(Step::ALL.into_iter().map(Step::name)) {
            assert!(table.contains(name), "{name} is missing");
        }
    }
}
