//! The commands and their syntax.

use std::ffi::OsString;
use std::fmt::Write as _;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::checks::Step;
use crate::extent::Extent;
use crate::failure::{Failure, Outcome};
use crate::sites::{SITES, Site, device_names};

/// The default port of the page.
const PORT: u16 = 8080;

/// Each command with its options and what it does.
const HELP: &[(&str, &str)] = &[
    ("run [--port N] [--no-open]", "set up what is missing, build the page and serve it on 127.0.0.1"),
    (
        "test [--nightly] [--only STEP] [--skip STEP]",
        "set up what is missing and run every check of the project; --nightly: also what takes too long for every commit",
    ),
    ("check", "the checks that take a minute while working: fmt, tidy, Clippy, tests, features on the core"),
    ("dev [SITE] [--port N]", "serve the page, and rebuild a site (the first one) when a source changes"),
    ("build", "only build the page for release, into dist"),
    ("single-file", "build each page as one file without dependencies, for a USB stick"),
    ("setup [--check]", "install every missing tool; --check: only list them"),
    ("firmware [NAME...]", "build the UF2 files for the boards"),
    ("size", "sizes of the page and of the firmware, against their budgets"),
    ("speed", "simulated seconds per second, natively and in Chromium, and the time to the first answer"),
    ("mutants [FILE...]", "mutants of the rules that no law and no feature detects; takes hours"),
    ("help", "print this table"),
];

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// The table of commands.
    Help,
    /// Installs missing tools, or lists them.
    Setup {
        /// Only list them.
        check: bool,
    },
    /// Builds the page and serves it.
    Run {
        /// The first port to try.
        port: u16,
        /// Whether to open the page in the default browser.
        open: bool,
    },
    /// Serves the page with live reload.
    Dev {
        /// The site that is rebuilt after each change.
        site: &'static Site,
        /// The port of the first site.
        port: u16,
    },
    /// Builds the page.
    Build,
    /// Builds each page as one file.
    SingleFile,
    /// Runs these steps in this order.
    Test {
        /// The steps.
        steps: Vec<Step>,
        /// How much they do.
        extent: Extent,
    },
    /// Builds UF2 files.
    Firmware {
        /// The devices; none for all.
        names: Vec<String>,
    },
    /// The size report.
    Size,
    /// The speed report.
    Speed,
    /// Looks for mutants that survive.
    Mutants {
        /// The sources to mutate; none for all rules of the devices.
        files: Vec<String>,
    },
}

/// Parses the arguments after `cargo xtask`.
///
/// # Errors
///
/// An unknown command, option or step: a sentence that names the nearest known one.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Outcome<Command> {
    let mut arguments = lexopt::Parser::from_args(arguments);
    let name = match arguments.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match (name.as_str(), argument) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help),
            ("setup", Long("check")) => options.check = true,
            ("run" | "dev", Long("port")) => options.port = Some(arguments.value()?.parse()?),
            ("run", Long("no-open")) => options.no_open = true,
            ("test", Long("nightly")) => options.nightly = true,
            ("test", Long("only")) => options.only.push(step(&arguments.value()?.string()?)?),
            ("test", Long("skip")) => options.skip.push(step(&arguments.value()?.string()?)?),
            ("dev", Value(name)) => options.site = Some(site(&name.string()?)?),
            ("mutants" | "firmware", Value(name)) => options.names.push(name.string()?),
            (known, argument) if names().any(|name| name == known) => {
                return Err(argument.unexpected().into());
            }
            _ => {}
        }
    }
    let port = options.port.unwrap_or(PORT);
    Ok(match name.as_str() {
        "help" => Command::Help,
        "setup" => Command::Setup { check: options.check },
        "run" => Command::Run { port, open: !options.no_open },
        "check" => Command::Test { steps: Step::of(Extent::Check), extent: Extent::Check },
        "dev" => Command::Dev { site: options.site.unwrap_or(&SITES[0]), port },
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
    for (command, description) in HELP {
        let _ = writeln!(table, "  {command:widest$}  {description}");
    }
    let _ = writeln!(table, "\nFirmware: {}", device_names().collect::<Vec<_>>().join(", "));
    table.push_str("\nSteps of `test`, in their order:\n\n");
    for step in Step::ALL {
        let alone = if step.is_part_of(Extent::Commit) { "" } else { " (only with --nightly, or --only)" };
        let _ = writeln!(table, "  {:widest$}  {}{alone}", step.name(), step.description());
    }
    table
}

/// The options after the name of the command.
#[derive(Default)]
struct Options {
    check: bool,
    no_open: bool,
    nightly: bool,
    port: Option<u16>,
    site: Option<&'static Site>,
    only: Vec<Step>,
    skip: Vec<Step>,
    names: Vec<String>,
}

impl Options {
    fn extent(&self) -> Extent {
        if self.nightly { Extent::Nightly } else { Extent::Commit }
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = if self.only.is_empty() { Step::of(self.extent()) } else { Step::ALL.to_vec() };
        steps.retain(|step| self.only.is_empty() || self.only.contains(step));
        steps.retain(|step| !self.skip.contains(step));
        steps
    }
}

/// The syntax of each command.
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

fn site(name: &str) -> Outcome<&'static Site> {
    let known = SITES.iter().find(|site| site.name == name);
    known.ok_or_else(|| unknown("site", name, SITES.iter().map(|site| site.name)))
}

fn unknown(kind: &str, typed: &str, known: impl Iterator<Item = &'static str>) -> Failure {
    let nearest = known.min_by_key(|name| strsim::damerau_levenshtein(name, typed)).unwrap_or("help");
    Failure::new(format!(
        "There is no {kind} `{typed}`; the nearest one is `{nearest}`. `cargo xtask help` lists them all."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &str) -> Outcome<Command> {
        parse(arguments.split_whitespace().map(OsString::from))
    }

    fn sentence(arguments: &str) -> String {
        parsed(arguments).expect_err("this is not a command").to_string()
    }

    #[test]
    fn commands_are_parsed_with_their_options() {
        assert_eq!(parsed(""), Ok(Command::Help));
        assert_eq!(parsed("help"), Ok(Command::Help));
        assert_eq!(parsed("run"), Ok(Command::Run { port: 8080, open: true }));
        assert_eq!(parsed("run --no-open --port 9000"), Ok(Command::Run { port: 9000, open: false }));
        assert_eq!(parsed("dev --port=9001"), Ok(Command::Dev { site: &SITES[0], port: 9001 }));
        assert_eq!(parsed("dev bus"), Ok(Command::Dev { site: &SITES[1], port: PORT }));
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
    fn steps_run_in_their_own_order() {
        let usual = Step::of(Extent::Commit);
        let test = |steps| Ok(Command::Test { steps, extent: Extent::Commit });
        assert_eq!(parsed("test"), test(usual.clone()));
        assert_eq!(parsed("test --only tidy --only fmt"), test(vec![Step::Fmt, Step::Tidy]));
        let without_speed = usual.into_iter().filter(|step| *step != Step::Speed).collect();
        assert_eq!(parsed("test --skip speed"), test(without_speed));
    }

    #[test]
    fn a_nightly_run_has_every_step() {
        let nightly = |steps| Ok(Command::Test { steps, extent: Extent::Nightly });
        assert_eq!(parsed("test --nightly"), nightly(Step::ALL.to_vec()));
        assert_eq!(parsed("test --nightly --only host"), nightly(vec![Step::Host]));
        assert!(sentence("build --nightly").contains("--nightly"));
    }

    #[test]
    fn the_error_for_an_unknown_name_suggests_the_nearest_one() {
        assert!(sentence("rnu").contains("no command `rnu`; the nearest one is `run`"));
        assert!(sentence("tset --port 1").contains("the nearest one is `test`"));
        assert!(sentence("test --only clipy").contains("no step `clipy`; the nearest one is `clippy`"));
    }

    #[test]
    fn an_option_of_another_command_is_an_error() {
        assert!(sentence("build --port 80").contains("--port"));
        assert!(sentence("run --port many").contains("many"));
        assert!(sentence("run 8080").contains("8080"));
    }

    #[test]
    fn the_help_has_every_command_step_and_firmware() {
        let table = help();
        for name in names().chain(Step::ALL.into_iter().map(Step::name)).chain(device_names()) {
            assert!(table.contains(name), "{name} is missing");
        }
    }
}
