//! Runs the features: `acceptance --help` lists the options.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
#[cfg(feature = "browser")]
use std::sync::Arc;

use acceptance::coverage;
use acceptance::device_core::Core;
use acceptance::exempt::{OFF_CHIP, OFF_CHIP_MAX};
use acceptance::feature::{Features, Scenario};
use acceptance::report::{Report, console, junit, record};
use acceptance::run::{self, Outcome, Outcomes};
use acceptance::sabotage;
use acceptance::site::{SiteKind, SiteUnderTest};
use acceptance::tags::Tags;
#[cfg(feature = "browser")]
use acceptance::target::Target;
use acceptance::target::chip::Chip;
use acceptance::with_world;
use twin::Wired;

const HELP: &str = "\
Runs the features of Kerb & Quay.

  acceptance --target core|browser|chip [--base-url URL] [--tags EXPRESSION] [--junit FILE] [--record FILE]
  acceptance --coverage
  acceptance --sabotage

      --target core           runs on the devices' core on this machine
      --target browser        runs on the page in Chromium, by mouse, touch and keyboard
      --target chip           runs on the firmware, on emulated boards
      --base-url URL          the address of the page (browser only)
      --browsers NUMBER       parallel browsers (browser only; default 3)
      --tags EXPRESSION       runs only the scenarios with these tags, such as \"@P-19 and not @slow\"
      --junit FILE            writes a JUnit report
      --record FILE           writes the record of the run as JSON
      --coverage              runs on the core and lists the scenarios of every clause
      --sabotage              breaks the devices, clause by clause, and requires the clause's scenarios to fail
      --features-dir DIR      the folder with the .feature files (default: features, or e2e/features)

Chromium and its driver are those on the path, or those that KERBQUAY_CHROMIUM and KERBQUAY_CHROMEDRIVER name.";

/// The number of parallel emulators: each keeps a processor busy.
const EMULATORS: usize = 2;

fn main() -> ExitCode {
    match parse_arguments(lexopt::Parser::from_env()).and_then(|options| options.run()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    command: Command,
    address: Option<String>,
    /// The number of parallel browsers. Most of the time, each of them waits for its next frame.
    browsers: usize,
    features: Option<PathBuf>,
    tags: Option<Tags>,
    junit: Option<PathBuf>,
    record: Option<PathBuf>,
}

enum Command {
    Missing,
    Help,
    Run(String),
    Coverage,
    Sabotage,
}

fn parse_arguments(mut arguments: lexopt::Parser) -> Result<Options, String> {
    use lexopt::prelude::*;
    let invalid = |error: lexopt::Error| format!("{error}; see acceptance --help");
    let text = |arguments: &mut lexopt::Parser| arguments.value().and_then(ValueExt::string).map_err(invalid);
    let mut options = Options {
        command: Command::Missing,
        address: None,
        browsers: 3,
        features: None,
        tags: None,
        junit: None,
        record: None,
    };
    while let Some(argument) = arguments.next().map_err(invalid)? {
        match argument {
            Long("help") | Short('h') => options.command = Command::Help,
            Long("target") => options.command = Command::Run(text(&mut arguments)?),
            Long("coverage") => options.command = Command::Coverage,
            Long("sabotage") => options.command = Command::Sabotage,
            Long("browsers") => {
                options.browsers = arguments.value().and_then(|value| value.parse()).map_err(invalid)?;
            }
            Long("base-url") => options.address = Some(text(&mut arguments)?),
            Long("tags") => options.tags = Some(Tags::parse(&text(&mut arguments)?)?),
            Long("features-dir") => options.features = Some(text(&mut arguments)?.into()),
            Long("junit") => options.junit = Some(text(&mut arguments)?.into()),
            Long("record") => options.record = Some(text(&mut arguments)?.into()),
            other => return Err(invalid(other.unexpected())),
        }
    }
    Ok(options)
}

impl Options {
    /// Runs the command. Returns whether everything passed.
    fn run(&self) -> Result<bool, String> {
        match &self.command {
            Command::Missing => Err(format!("nothing to do: pass --target, --coverage or --sabotage\n\n{HELP}")),
            Command::Help => {
                println!("{HELP}");
                Ok(true)
            }
            Command::Run(target) => self.run_on(target),
            Command::Coverage => self.cover(),
            Command::Sabotage => sabotage::prove(&self.folder()?, &self.features()?.scenarios),
        }
    }

    fn run_on(&self, target: &str) -> Result<bool, String> {
        let features = self.features()?;
        let selected: Vec<_> = features.scenarios.iter().filter(|scenario| self.selects(scenario)).collect();
        if selected.is_empty() && features.unreadable.is_empty() {
            return Err("no scenario has these tags".to_owned());
        }
        let print = |outcome: &Outcome| println!("{}", console::outcome(outcome));
        let outcomes = match target {
            "core" => by_site(&selected, |kind, chosen| with_world!(kind, W => run_on_core::<W>(chosen, print)))?,
            "browser" => {
                by_site(&selected, |kind, chosen| with_world!(kind, W => self.run_in_browsers::<W>(chosen, print)))?
            }
            "chip" => run_on_boards(&selected, print)?,
            other => return Err(format!("there is no target {other}; the targets are core, browser and chip")),
        };
        for file in &features.unreadable {
            println!("{}", console::unreadable(file));
        }
        let report = Report { target: target.to_owned(), outcomes: outcomes.all, unreadable: features.unreadable };
        if let Some(file) = &self.junit {
            write(file, &junit::text(&report)?)?;
        }
        if let Some(file) = &self.record {
            write(file, &record::text(&report)?)?;
        }
        if outcomes.not_offered > 0 {
            println!("acts skipped because the page correctly offers no control: {}", outcomes.not_offered);
        }
        println!("{}", console::total(&report));
        Ok(report.is_green())
    }

    fn cover(&self) -> Result<bool, String> {
        let features = self.features()?;
        let outcomes: Vec<_> = features.scenarios.iter().map(run::play_on_core).collect();
        let coverage::Coverage { table, mut faults } = coverage::count(&outcomes)?;
        faults.extend(features.unreadable.iter().map(|file| format!("{}: {}", file.location, file.why)));
        print!("{table}");
        for fault in &faults {
            println!("{fault}");
        }
        println!("{} faults", faults.len());
        Ok(faults.is_empty())
    }

    fn selects(&self, scenario: &Scenario) -> bool {
        self.tags.as_ref().is_none_or(|tags| tags.select(&scenario.tags))
    }

    fn features(&self) -> Result<Features, String> {
        Features::read(&self.folder()?)
    }

    fn folder(&self) -> Result<PathBuf, String> {
        if let Some(folder) = &self.features {
            return Ok(folder.clone());
        }
        let default = ["features", "e2e/features"].map(Path::new).into_iter().find(|folder| folder.is_dir());
        default
            .map(Path::to_owned)
            .ok_or_else(|| "there is no folder features here; name one by --features-dir".to_owned())
    }

    #[cfg(feature = "browser")]
    fn run_in_browsers<W: acceptance::page::SiteWithPage + 'static>(
        &self,
        scenarios: &[&Scenario],
        report: impl FnMut(&Outcome),
    ) -> Result<Outcomes, String> {
        use acceptance::chromium::{BrowserOptions, Chromium, Driver};
        use acceptance::target::browser::Browser;
        let address = self.address.as_deref().ok_or("the page's address is missing: --base-url")?;
        let screenshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
        let driver = Arc::new(Driver::start()?);
        let open = || -> Result<Box<dyn Target<W>>, String> {
            let chromium = Chromium::start(Arc::clone(&driver), &BrowserOptions::default())?;
            Ok(Box::new(Browser::<W>::open(chromium, address, &screenshots)?))
        };
        run::play_all(scenarios, self.browsers, &open, report)
    }

    #[cfg(not(feature = "browser"))]
    #[expect(
        clippy::extra_unused_type_parameters,
        clippy::unused_self,
        reason = "they are used with the feature `browser`"
    )]
    fn run_in_browsers<W>(&self, _: &[&Scenario], _: impl FnMut(&Outcome)) -> Result<Outcomes, String> {
        Err("this runner was built without the feature `browser`".to_owned())
    }
}

/// Runs the scenarios of every site by `run`, and joins the outcomes.
fn by_site(
    scenarios: &[&Scenario],
    run: impl Fn(SiteKind, &[&Scenario]) -> Result<Outcomes, String>,
) -> Result<Outcomes, String> {
    let mut outcomes = Outcomes::default();
    for kind in SiteKind::ALL {
        let scenarios: Vec<_> = scenarios.iter().copied().filter(|scenario| SiteKind::of(scenario) == kind).collect();
        if !scenarios.is_empty() {
            let more = run(kind, &scenarios)?;
            outcomes.all.extend(more.all);
            outcomes.not_offered += more.not_offered;
        }
    }
    Ok(outcomes)
}

fn run_on_core<W: SiteUnderTest + 'static>(
    scenarios: &[&Scenario],
    report: impl FnMut(&Outcome),
) -> Result<Outcomes, String> {
    run::play_all::<W>(scenarios, 1, &|| Ok(Box::new(Core::default())), report)
}

fn run_on_chip<W: SiteUnderTest + Wired + 'static>(
    scenarios: &[&Scenario],
    report: impl FnMut(&Outcome),
) -> Result<Outcomes, String> {
    run::play_all::<W>(scenarios, EMULATORS, &|| Ok(Box::new(Chip::open()?)), report)
}

/// Runs scenarios on emulated boards. Those that are exempt there are listed and counted.
fn run_on_boards(scenarios: &[&Scenario], report: impl Fn(&Outcome) + Copy) -> Result<Outcomes, String> {
    let is_exempt = |scenario: &&Scenario| OFF_CHIP.iter().any(|off| scenario.tags.iter().any(|tag| tag == off.tag));
    let (exempt, others): (Vec<&Scenario>, Vec<_>) = scenarios.iter().copied().partition(is_exempt);
    if exempt.len() > OFF_CHIP_MAX {
        return Err(format!("{} scenarios are exempt on the firmware; at most {OFF_CHIP_MAX} may be", exempt.len()));
    }
    let run = |kind, chosen: &[&Scenario]| with_world!(kind, W => run_on_chip::<W>(chosen, report));
    let mut outcomes = by_site(&others, run)?;
    for scenario in exempt {
        let outcome = run::not_yet(scenario);
        report(&outcome);
        outcomes.all.push(outcome);
    }
    for off in OFF_CHIP {
        println!("@{}: {}", off.tag, off.reason);
    }
    Ok(outcomes)
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be created: {error}", folder.display()))?;
    }
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
