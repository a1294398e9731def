//! `cargo xtask test`: every check of the project, in an order that fails early.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::acceptance;
use crate::extent::Extent;
use crate::failure::Outcome;
use crate::firmware;
use crate::page;
use crate::program::{advised, cargo, run};
use crate::project::Project;
use crate::setup::{self, Need, Toolbox};
use crate::size;
use crate::stopwatch::{spelled, step};
use crate::tidy;

/// One check of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The layout of the sources.
    Fmt,
    /// The project's own rules for its sources.
    Tidy,
    /// The compiler's advice.
    Clippy,
    /// Unit tests and laws.
    Host,
    /// The devices on the microcontroller.
    Thumb,
    /// The features on the core.
    AcceptanceCore,
    /// A scenario for every clause.
    Coverage,
    /// The release build of the page.
    Page,
    /// The budget of the page.
    Size,
    /// What the firmware takes of its boards.
    Firmware,
    /// The features on the firmware.
    AcceptanceChip,
    /// The features in Chromium.
    AcceptanceBrowser,
    /// The tests of the page itself.
    PageTests,
    /// The page in other engines than Chromium's.
    Engines,
    /// Pictures of every view.
    Screenshots,
    /// Scenarios that notice a broken device.
    Sabotage,
    /// The speed report.
    Speed,
}

impl Step {
    /// Every step in its order.
    pub const ALL: [Self; 17] = [
        Self::Fmt,
        Self::Tidy,
        Self::Clippy,
        Self::Host,
        Self::Thumb,
        Self::AcceptanceCore,
        Self::Coverage,
        Self::Firmware,
        Self::AcceptanceChip,
        Self::Page,
        Self::Size,
        Self::AcceptanceBrowser,
        Self::PageTests,
        Self::Engines,
        Self::Screenshots,
        Self::Sabotage,
        Self::Speed,
    ];

    /// Whether a run of this extent takes it, if nothing else is asked for.
    pub fn is_part_of(self, extent: Extent) -> bool {
        match self {
            Self::Screenshots => extent == Extent::Nightly,
            Self::Fmt
            | Self::Tidy
            | Self::Clippy
            | Self::Host
            | Self::Thumb
            | Self::AcceptanceCore
            | Self::Coverage
            | Self::Firmware
            | Self::AcceptanceChip
            | Self::Page
            | Self::Size
            | Self::AcceptanceBrowser
            | Self::PageTests
            | Self::Engines
            | Self::Sabotage
            | Self::Speed => true,
        }
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Tidy => "tidy",
            Self::Clippy => "clippy",
            Self::Host => "host",
            Self::Thumb => "thumb",
            Self::AcceptanceCore => "acceptance-core",
            Self::Coverage => "coverage",
            Self::Page => "page",
            Self::Size => "size",
            Self::Firmware => "firmware",
            Self::AcceptanceChip => "acceptance-chip",
            Self::AcceptanceBrowser => "acceptance-browser",
            Self::PageTests => "page-tests",
            Self::Engines => "engines",
            Self::Screenshots => "screenshots",
            Self::Sabotage => "sabotage",
            Self::Speed => "speed",
        }
    }

    /// What it checks.
    pub fn says(self) -> &'static str {
        match self {
            Self::Fmt => "every Rust source is formatted",
            Self::Tidy => "the sources keep the rules of the house",
            Self::Clippy => "the compiler has no advice",
            Self::Host => "unit tests, laws and goldens of every crate",
            Self::Thumb => "the devices compile for the microcontroller",
            Self::AcceptanceCore => "every feature holds on the core",
            Self::Coverage => "every clause is proven by a scenario",
            Self::Page => "the page builds for release",
            Self::Size => "the first load keeps to its budget",
            Self::Firmware => "the firmware builds, and keeps to its budgets of flash and RAM",
            Self::AcceptanceChip => "every feature holds on the firmware, on emulated boards",
            Self::AcceptanceBrowser => "every feature holds in Chromium, clicked like a person would",
            Self::PageTests => "the page keeps what it has, in Chromium",
            Self::Engines => "every device works in Firefox and in WebKitGTK, Safari's engine",
            Self::Screenshots => "every view looks as it was looked at",
            Self::Sabotage => "where a clause is broken on purpose, its scenarios fail",
            Self::Speed => "how fast the devices run, natively and in Chromium",
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Fmt => vec![Need::Rustfmt],
            Self::Tidy => vec![],
            Self::Clippy | Self::Host | Self::AcceptanceCore | Self::Coverage | Self::Sabotage => vec![Need::Clippy],
            Self::Thumb => vec![Need::ThumbLibrary],
            Self::Firmware => Need::CHIP.to_vec(),
            Self::AcceptanceChip => [&[Need::Clippy], Need::CHIP, Need::EMULATOR].concat(),
            Self::Page | Self::Size => Need::PAGE.to_vec(),
            Self::AcceptanceBrowser | Self::PageTests | Self::Screenshots | Self::Speed => {
                [&[Need::Clippy], Need::PAGE, Need::BROWSER].concat()
            }
            Self::Engines => [&[Need::Clippy], Need::PAGE, Need::ENGINES].concat(),
        }
    }
}

/// Runs `steps` in their order up to the first that fails, prints the command that repeats that one alone, and a table
/// of them all, with the time that they have taken beside the allowance of a run of this extent. Says whether all
/// passed.
///
/// # Errors
///
/// Set-up fails, so that no step could begin.
pub fn prove(project: &Project, steps: &[Step], extent: Extent) -> Outcome<bool> {
    let start = Instant::now();
    let needs: BTreeSet<Need> = steps.iter().flat_map(|step| step.needs()).collect();
    let toolbox = setup::provide(project, &needs.into_iter().collect::<Vec<_>>())?;
    // What has to be compiled for this machine and what has to be for the page keep out of each other's way.
    let is_later = steps.iter().position(|step| *step == Step::Page).is_some_and(|place| place > 0);
    let ahead = if is_later { Some(page::Ahead::begin(project)?) } else { None };
    let mut proof = Proof { project, toolbox, ahead, page_is_built: false };
    let mut verdicts = Vec::new();
    for &next in steps {
        let begun = Instant::now();
        let outcome = step(next.name(), next.says(), || proof.take(next));
        let passed = match &outcome {
            Ok(()) => true,
            Err(failure) => {
                eprintln!("{failure}\nTo repeat this step alone: cargo xtask test --only {}", next.name());
                false
            }
        };
        verdicts.push(Verdict { step: next, passed, time: begun.elapsed() });
        if !passed {
            break;
        }
    }
    print!("\n{}", table(steps, &verdicts, start.elapsed(), extent.allowance()));
    Ok(verdicts.iter().all(|verdict| verdict.passed))
}

struct Verdict {
    step: Step,
    passed: bool,
    time: Duration,
}

struct Proof<'p> {
    project: &'p Project,
    toolbox: Toolbox,
    /// The page, which is being built beside the other steps.
    ahead: Option<page::Ahead>,
    page_is_built: bool,
}

impl Proof<'_> {
    fn take(&mut self, step: Step) -> Outcome {
        let project = self.project;
        match step {
            Step::Fmt => fmt(project),
            Step::Tidy => tidy::check(project),
            Step::Clippy => clippy(project),
            Step::Host => run(&mut tested(project)),
            Step::Thumb => firmware::build(project),
            Step::AcceptanceCore => acceptance::on_core(project),
            Step::Coverage => acceptance::coverage(project),
            Step::Sabotage => acceptance::sabotage(project),
            Step::Page => self.page(),
            Step::Size => self.page().and_then(|()| size::weigh(project)),
            Step::Firmware => firmware::make(project, &[]).and_then(|()| firmware::weigh_firmware(project)),
            Step::AcceptanceChip => acceptance::on_chip(project, &self.toolbox),
            Step::AcceptanceBrowser => {
                self.page()?;
                acceptance::in_browser(project, &self.toolbox)
            }
            Step::PageTests => {
                self.page()?;
                acceptance::page_tests(project, &self.toolbox)
            }
            Step::Engines => {
                self.page()?;
                acceptance::engines(project, &self.toolbox)
            }
            Step::Screenshots => {
                self.page()?;
                acceptance::screenshots(project, &self.toolbox)
            }
            Step::Speed => {
                self.page()?;
                acceptance::speed(project, &self.toolbox)
            }
        }
    }

    /// The page of these sources, built once however many steps look at it.
    fn page(&mut self) -> Outcome {
        if !self.page_is_built {
            match self.ahead.take() {
                Some(ahead) => ahead.finish()?,
                None => page::build(self.project, &self.toolbox, None)?,
            }
            self.page_is_built = true;
        }
        Ok(())
    }
}

fn fmt(project: &Project) -> Outcome {
    for folder in [project.root().to_owned(), project.root().join("e2e")] {
        run(cargo().current_dir(folder).args(["fmt", "--all", "--check"]))?;
    }
    Ok(())
}

fn clippy(project: &Project) -> Outcome {
    run(tested(project).args(["--all-targets", "--no-run"]))?;
    run(acceptance::tested(project, "test").args(["--all-targets", "--no-run"]))
}

/// Cargo with the tests of the page's workspace, and with the compiler's advice. What runs in the browser is compiled
/// here, too: there is no line that only Wasm has.
fn tested(project: &Project) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(project.root()).args(["test", "--locked", "--workspace"]);
    advised(cargo.arg("--target-dir").arg(project.target()));
    cargo.envs(project.variables());
    cargo
}

/// Every step with its verdict and its time, and the closing line. A run that takes more than its allowance has not
/// failed for it: nobody knows what else the machine had to do.
fn table(steps: &[Step], verdicts: &[Verdict], time: Duration, allowance: Duration) -> String {
    use std::fmt::Write as _;

    let mut table = String::new();
    for &step in steps {
        let verdict = verdicts.iter().find(|verdict| verdict.step == step);
        let word = verdict.map_or("not run", |verdict| if verdict.passed { "passed" } else { "FAILED" });
        let time = verdict.map_or(String::new(), |verdict| spelled(verdict.time));
        let _ = writeln!(table, "  {:20}{word:8}{time:>12}", step.name());
    }
    let failed = verdicts.iter().filter(|verdict| !verdict.passed).count();
    let _ = writeln!(table, "  {:28}{:>12} of {}", "altogether", spelled(time), spelled(allowance));
    if let Some(more) = time.checked_sub(allowance).filter(|more| !more.is_zero()) {
        let more = spelled(more);
        let _ = writeln!(table, "This took {more} more than it may on two cores that do nothing else.");
    }
    let _ = writeln!(table, "{} passed, {failed} failed", verdicts.len() - failed);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(step: Step, passed: bool) -> Verdict {
        Verdict { step, passed, time: Duration::from_millis(1_500) }
    }

    #[test]
    fn the_table_ends_with_one_plain_line() {
        let steps = [Step::Fmt, Step::Tidy, Step::Clippy];
        let verdicts = [verdict(Step::Fmt, true), verdict(Step::Tidy, false)];
        let expected = "  fmt                 passed         1.5 s
  tidy                FAILED         1.5 s
  clippy              not run             
  altogether                         3.0 s of 2,040.0 s
1 passed, 1 failed
";
        assert_eq!(table(&steps, &verdicts, Duration::from_secs(3), Duration::from_mins(34)), expected);
    }

    #[test]
    fn a_run_that_takes_more_than_its_allowance_says_so() {
        let told = |seconds| table(&[], &[], Duration::from_secs(seconds), Duration::from_mins(34));
        assert_eq!(told(2_040), "  altogether                     2,040.0 s of 2,040.0 s\n0 passed, 0 failed\n");
        let over = "  altogether                     3,100.0 s of 2,040.0 s
This took 1,060.0 s more than it may on two cores that do nothing else.
0 passed, 0 failed
";
        assert_eq!(told(3_100), over);
    }

    #[test]
    fn each_step_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = Step::ALL.into_iter().map(Step::name).collect();
        assert_eq!(names.len(), Step::ALL.len());
    }

    #[test]
    fn a_step_that_uses_the_page_needs_what_builds_it() {
        for step in [
            Step::Page,
            Step::Size,
            Step::AcceptanceBrowser,
            Step::PageTests,
            Step::Engines,
            Step::Screenshots,
            Step::Speed,
        ] {
            assert!(Need::PAGE.iter().all(|need| step.needs().contains(need)), "{}", step.name());
        }
    }
}
