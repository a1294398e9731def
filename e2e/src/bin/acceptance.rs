//! Plays the features: `acceptance --help` lists what can be asked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
#[cfg(feature = "browser")]
use std::sync::Arc;

use acceptance::coverage;
use acceptance::exempt::{OFF_CHIP, OFF_CHIP_MAX};
use acceptance::feature::{Features, Scenario};
use acceptance::report::{Report, console, junit, record};
use acceptance::run::{self, Outcome, Outcomes};
use acceptance::sabotage;
use acceptance::stage::Stage;
use acceptance::tags::Tags;
#[cfg(feature = "browser")]
use acceptance::target::Target;
use acceptance::target::chip::Chip;
use acceptance::target::core::Core;
use world::bus::Bus;
use world::quay::Quay;

const HELP: &str = "\
Plays the features of Kerb & Quay.

  acceptance --target core|browser|chip [--base-url URL] [--tags EXPRESSION] [--junit FILE] [--record FILE]
  acceptance --coverage
  acceptance --sabotage

      --target core           plays on the devices on this machine
      --target browser        plays on the page in Chromium, clicked as a person would
      --target chip           plays on the firmware, on emulated boards
      --base-url URL          where the page is served (browser only)
      --browsers NUMBER       plays in so many at a time (browser only; 3 if nothing is said)
      --tags EXPRESSION       plays only these scenarios, such as \"@P-19 and not @slow\"
      --junit FILE            writes a JUnit report
      --record FILE           writes the record of the run as JSON
      --coverage              plays on the core and shows, clause by clause, which scenarios prove it
      --sabotage              breaks the device, clause by clause, and requires the clause's scenarios to fail
      --features-dir DIR      where the .feature files are (default: features, or e2e/features)

Chromium and its driver are looked for on the path, or where KERBQUAY_CHROMIUM and KERBQUAY_CHROMEDRIVER say.";

/// How many emulators play at a time: each keeps a processor busy.
const EMULATORS: usize = 2;

fn main() -> ExitCode {
    match ask(lexopt::Parser::from_env()).and_then(|asked| asked.answer()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

struct Asked {
    what: What,
    address: Option<String>,
    /// How many browsers play at a time: most of the time each waits for its next picture to be drawn.
    browsers: usize,
    features: Option<PathBuf>,
    tags: Option<Tags>,
    junit: Option<PathBuf>,
    record: Option<PathBuf>,
}

enum What {
    Nothing,
    Help,
    Play(String),
    Coverage,
    Sabotage,
}

fn ask(mut words: lexopt::Parser) -> Result<Asked, String> {
    use lexopt::prelude::*;
    let sentence = |error: lexopt::Error| format!("{error}; see acceptance --help");
    let text = |words: &mut lexopt::Parser| words.value().and_then(ValueExt::string).map_err(sentence);
    let mut asked = Asked {
        what: What::Nothing,
        address: None,
        browsers: 3,
        features: None,
        tags: None,
        junit: None,
        record: None,
    };
    while let Some(word) = words.next().map_err(sentence)? {
        match word {
            Long("help") | Short('h') => asked.what = What::Help,
            Long("target") => asked.what = What::Play(text(&mut words)?),
            Long("coverage") => asked.what = What::Coverage,
            Long("sabotage") => asked.what = What::Sabotage,
            Long("browsers") => {
                asked.browsers = words.value().and_then(|value| value.parse()).map_err(sentence)?;
            }
            Long("base-url") => asked.address = Some(text(&mut words)?),
            Long("tags") => asked.tags = Some(Tags::read(&text(&mut words)?)?),
            Long("features-dir") => asked.features = Some(text(&mut words)?.into()),
            Long("junit") => asked.junit = Some(text(&mut words)?.into()),
            Long("record") => asked.record = Some(text(&mut words)?.into()),
            other => return Err(sentence(other.unexpected())),
        }
    }
    Ok(asked)
}

impl Asked {
    /// Does it; says whether everything was green.
    fn answer(&self) -> Result<bool, String> {
        match &self.what {
            What::Nothing => Err(format!("it has to be said what is to be done\n\n{HELP}")),
            What::Help => {
                println!("{HELP}");
                Ok(true)
            }
            What::Play(target) => self.play(target),
            What::Coverage => self.cover(),
            What::Sabotage => sabotage::prove(&self.folder()?, &self.features()?.scenarios),
        }
    }

    fn play(&self, name: &str) -> Result<bool, String> {
        let features = self.features()?;
        let chosen: Vec<_> = features.scenarios.iter().filter(|scenario| self.means(scenario)).collect();
        if chosen.is_empty() && features.unreadable.is_empty() {
            return Err("no scenario has such tags".to_owned());
        }
        let (bus, quay): (Vec<_>, Vec<_>) = chosen.iter().partition(|scenario| Stage::of(scenario) == Stage::Bus);
        let tell = |outcome: &Outcome| println!("{}", console::outcome(outcome));
        let outcomes = match name {
            "core" => {
                let mut outcomes = run::play_all(&quay, 1, &|| Ok(Box::new(Core::<Quay>::default())), tell)?;
                let bus = run::play_all(&bus, 1, &|| Ok(Box::new(Core::<Bus>::default())), tell)?;
                outcomes.all.extend(bus.all);
                outcomes
            }
            "browser" => {
                let mut outcomes = self.play_in_browsers::<Quay>(&quay, tell)?;
                let bus = self.play_in_browsers::<Bus>(&bus, tell)?;
                outcomes.all.extend(bus.all);
                outcomes.not_offered += bus.not_offered;
                outcomes
            }
            "chip" => self.play_on_boards(&quay, &bus, tell)?,
            other => return Err(format!("there is no target {other}; there are core, browser and chip")),
        };
        for file in &features.unreadable {
            println!("{}", console::unreadable(file));
        }
        let report = Report { target: name.to_owned(), outcomes: outcomes.all, unreadable: features.unreadable };
        if let Some(file) = &self.junit {
            write(file, &junit::text(&report)?)?;
        }
        if let Some(file) = &self.record {
            write(file, &record::text(&report)?)?;
        }
        if outcomes.not_offered > 0 {
            println!("acts that were not clicked, for the page rightly offers no control: {}", outcomes.not_offered);
        }
        println!("{}", console::total(&report));
        Ok(report.is_green())
    }

    /// On emulated boards, except for what cannot be done there: that is told and counted.
    #[expect(clippy::unused_self, reason = "it stands beside what is played in browsers")]
    fn play_on_boards(
        &self,
        quay: &[&Scenario],
        bus: &[&Scenario],
        tell: impl Fn(&Outcome) + Copy,
    ) -> Result<Outcomes, String> {
        let is_off = |scenario: &&Scenario| OFF_CHIP.iter().any(|off| scenario.tags.iter().any(|tag| tag == off.tag));
        let (off, on): (Vec<&Scenario>, Vec<_>) = quay.iter().chain(bus).copied().partition(is_off);
        if off.len() > OFF_CHIP_MAX {
            return Err(format!("{} scenarios are left out on the firmware, not {OFF_CHIP_MAX} at most", off.len()));
        }
        let (bus, quay): (Vec<_>, Vec<_>) = on.into_iter().partition(|scenario| Stage::of(scenario) == Stage::Bus);
        let mut outcomes = run::play_all(&quay, EMULATORS, &|| Ok(Box::new(Chip::<Quay>::open()?)), tell)?;
        let bus = run::play_all(&bus, EMULATORS, &|| Ok(Box::new(Chip::<Bus>::open()?)), tell)?;
        outcomes.all.extend(bus.all);
        for scenario in off {
            let outcome = run::not_yet(scenario);
            tell(&outcome);
            outcomes.all.push(outcome);
        }
        for off in OFF_CHIP {
            println!("@{}: {}", off.tag, off.reason);
        }
        Ok(outcomes)
    }

    fn cover(&self) -> Result<bool, String> {
        let features = self.features()?;
        let outcomes: Vec<_> = features.scenarios.iter().map(run::play_on_core).collect();
        let coverage::Coverage { table, mut faults } = coverage::count(&outcomes);
        faults.extend(features.unreadable.iter().map(|file| format!("{}: {}", file.place, file.why)));
        print!("{table}");
        for fault in &faults {
            println!("{fault}");
        }
        println!("{} faults", faults.len());
        Ok(faults.is_empty())
    }

    fn means(&self, scenario: &Scenario) -> bool {
        self.tags.as_ref().is_none_or(|tags| tags.mean(&scenario.tags))
    }

    fn features(&self) -> Result<Features, String> {
        Features::read(&self.folder()?)
    }

    fn folder(&self) -> Result<PathBuf, String> {
        if let Some(folder) = &self.features {
            return Ok(folder.clone());
        }
        let usual = ["features", "e2e/features"].map(Path::new).into_iter().find(|folder| folder.is_dir());
        usual
            .map(Path::to_owned)
            .ok_or_else(|| "there is no folder features here; name one by --features-dir".to_owned())
    }

    #[cfg(feature = "browser")]
    fn play_in_browsers<W: acceptance::page::Shown + 'static>(
        &self,
        chosen: &[&Scenario],
        tell: impl FnMut(&Outcome),
    ) -> Result<Outcomes, String> {
        use acceptance::chromium::{Chromium, Driver, Manner};
        use acceptance::target::browser::Browser;
        let address = self.address.as_deref().ok_or("the page's address is missing: --base-url")?;
        // Beside the reports of everything else.
        let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
        let driver = Arc::new(Driver::start()?);
        let open = || -> Result<Box<dyn Target<W>>, String> {
            let chromium = Chromium::start(Arc::clone(&driver), &Manner::default())?;
            Ok(Box::new(Browser::<W>::open(chromium, address, &pictures)?))
        };
        run::play_all(chosen, self.browsers, &open, tell)
    }

    #[cfg(not(feature = "browser"))]
    #[expect(
        clippy::extra_unused_type_parameters,
        clippy::unused_self,
        reason = "with the browser it has something to ask"
    )]
    fn play_in_browsers<W>(&self, _: &[&Scenario], _: impl FnMut(&Outcome)) -> Result<Outcomes, String> {
        Err("this runner was built without the browser".to_owned())
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
