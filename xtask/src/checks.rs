//! `cargo xtask test` and `cargo xtask check`: the checks of the project, in an order that fails early.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::acceptance;
use crate::background::Background;
use crate::extent::Extent;
use crate::failure::Outcome;
use crate::firmware;
use crate::number::seconds;
use crate::page;
use crate::program::{cargo, run};
use crate::project::Project;
use crate::setup::{self, Need, Toolbox};
use crate::size;
use crate::stopwatch::step;
use crate::tidy;
use crate::web;

/// One check of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Formatting.
    Fmt,
    /// The project's own rules for its sources.
    Tidy,
    /// Format, lints and types of scripts and style sheets.
    Web,
    /// Lints.
    Clippy,
    /// Documentation.
    Doc,
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
    /// The firmware and its budgets.
    Firmware,
    /// The features on the firmware.
    AcceptanceChip,
    /// The features in Chromium.
    AcceptanceBrowser,
    /// The tests of the page itself.
    PageTests,
    /// The page in other engines than Chromium's.
    Engines,
    /// Screenshots of every view.
    Screenshots,
    /// Scenarios that detect a broken device.
    Sabotage,
    /// The speed report.
    Speed,
}

impl Step {
    /// Every step in its order.
    pub const ALL: [Self; 19] = [
        Self::Fmt,
        Self::Tidy,
        Self::Web,
        Self::Clippy,
        Self::Doc,
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

    /// The steps that a run of this extent includes by default.
    pub fn of(extent: Extent) -> Vec<Self> {
        Self::ALL.into_iter().filter(|step| step.is_part_of(extent)).collect()
    }

    /// Whether a run of this extent includes it by default.
    pub fn is_part_of(self, extent: Extent) -> bool {
        match self {
            Self::Screenshots => extent == Extent::Nightly,
            Self::Fmt | Self::Tidy | Self::Clippy | Self::Host | Self::AcceptanceCore | Self::Coverage => true,
            Self::Web
            | Self::Doc
            | Self::Thumb
            | Self::Firmware
            | Self::AcceptanceChip
            | Self::Page
            | Self::Size
            | Self::AcceptanceBrowser
            | Self::PageTests
            | Self::Engines
            | Self::Sabotage
            | Self::Speed => extent != Extent::Check,
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Tidy => "tidy",
            Self::Web => "web",
            Self::Clippy => "clippy",
            Self::Doc => "doc",
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
    pub fn description(self) -> &'static str {
        match self {
            Self::Fmt => "every Rust source is formatted",
            Self::Tidy => "the sources follow the rules of the project",
            Self::Web => "scripts and style sheets are formatted, without lint or type errors",
            Self::Clippy => "Clippy and the compiler have no warnings",
            Self::Doc => "the documentation builds without warnings, including that of private items",
            Self::Host => "unit tests, laws and goldens of every crate",
            Self::Thumb => "the devices compile for the microcontroller",
            Self::AcceptanceCore => "every feature holds on the core",
            Self::Coverage => "every clause has a scenario",
            Self::Page => "the page builds for release",
            Self::Size => "the first load is within its budget",
            Self::Firmware => "the firmware builds, within its budgets of flash and RAM",
            Self::AcceptanceChip => "every feature holds on the firmware, on emulated boards",
            Self::AcceptanceBrowser => "every feature holds in Chromium, by clicks and keys",
            Self::PageTests => "the page in Chromium: storage, offline use, keyboard, accessibility, embedding",
            Self::Engines => "every device works in Firefox and in WebKitGTK, Safari's engine",
            Self::Screenshots => "screenshots match the approved ones",
            Self::Sabotage => "the scenarios of a clause fail on a device without it",
            Self::Speed => "how fast the devices run, natively and in Chromium",
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Fmt => vec![Need::Rustfmt],
            Self::Tidy => vec![],
            Self::Web => vec![Need::Node, Need::Emulator, Need::Biome, Need::TypeScript],
            Self::Clippy => vec![Need::Clippy],
            Self::Doc | Self::Host | Self::AcceptanceCore | Self::Coverage | Self::Sabotage => vec![],
            Self::Thumb => vec![Need::ThumbLibrary],
            Self::Firmware => Need::CHIP.to_vec(),
            Self::AcceptanceChip => [Need::CHIP, Need::EMULATOR].concat(),
            Self::Page | Self::Size => Need::PAGE.to_vec(),
            Self::AcceptanceBrowser | Self::PageTests | Self::Screenshots | Self::Speed => {
                [Need::PAGE, Need::BROWSER].concat()
            }
            Self::Engines => [Need::PAGE, Need::ENGINES].concat(),
        }
    }
}

/// Runs `steps` in their order up to the first that fails, and prints the command that repeats the failed step, and a
/// table of all steps with their times and the allowance of the extent. Returns whether all passed.
///
/// # Errors
///
/// Set-up fails, so that no step can start.
pub fn run_all(project: &Project, steps: &[Step], extent: Extent) -> Outcome<bool> {
    let start = Instant::now();
    let needs: BTreeSet<Need> = steps.iter().flat_map(|step| step.needs()).collect();
    let toolbox = setup::provide(project, &needs.into_iter().collect::<Vec<_>>())?;
    // The page is built for another target than the tests: neither build waits for the other.
    let is_later = steps.iter().position(|step| *step == Step::Page).is_some_and(|index| index > 0);
    let page = if is_later { Some(Background::build_page(project)?) } else { None };
    let mut checks = Checks { project, toolbox, page, page_is_built: false };
    let mut verdicts = Vec::new();
    for &next in steps {
        let start = Instant::now();
        let outcome = step(next.name(), next.description(), || checks.run(next));
        let passed = match &outcome {
            Ok(()) => true,
            Err(failure) => {
                eprintln!("{failure}\nTo repeat this step alone: cargo xtask test --only {}", next.name());
                false
            }
        };
        verdicts.push(Verdict { step: next, passed, time: start.elapsed() });
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

struct Checks<'p> {
    project: &'p Project,
    toolbox: Toolbox,
    /// The build of the page, while it runs beside the other steps.
    page: Option<Background>,
    page_is_built: bool,
}

impl Checks<'_> {
    fn run(&mut self, step: Step) -> Outcome {
        let project = self.project;
        match step {
            Step::Fmt => fmt(project),
            Step::Tidy => tidy::check(project),
            Step::Web => web::check(project, &self.toolbox),
            Step::Clippy => clippy(project),
            Step::Doc => doc(project),
            Step::Host => run(&mut host_tests(project)),
            Step::Thumb => firmware::build(project),
            Step::AcceptanceCore => acceptance::on_core(project),
            Step::Coverage => acceptance::coverage(project),
            Step::Sabotage => acceptance::sabotage(project),
            Step::Page => self.page(),
            Step::Size => self.page().and_then(|()| size::check(project)),
            Step::Firmware => firmware::make(project, &[]).and_then(|()| firmware::check_sizes(project)),
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

    /// Builds the page, once for all steps.
    fn page(&mut self) -> Outcome {
        if !self.page_is_built {
            match self.page.take() {
                Some(page) => page.finish()?,
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

/// Clippy for both workspaces, with warnings as errors. It includes the page: no line of it is compiled for Wasm alone.
fn clippy(project: &Project) -> Outcome {
    run(clippy_of_workspace(project).args(DENY_WARNINGS))?;
    run(acceptance::cargo_e2e(project, "clippy").arg("--all-targets").args(DENY_WARNINGS))
}

const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];

fn clippy_of_workspace(project: &Project) -> Command {
    let mut clippy = cargo();
    clippy.current_dir(project.root()).args(["clippy", "--locked", "--workspace", "--all-targets", "--target-dir"]);
    clippy.arg(project.target());
    clippy
}

/// The documentation of both workspaces, with warnings as errors. Of the programs only xtask is documented: the others
/// consist of one file that calls a library.
fn doc(project: &Project) -> Outcome {
    let workspace = |packages: &[&str]| {
        let mut doc = cargo();
        doc.current_dir(project.root()).args(["doc", "--locked", "--target-dir"]).arg(project.target()).args(packages);
        doc
    };
    let libraries = workspace(&["--workspace", "--exclude", "xtask", "--lib"]);
    let xtask = workspace(&["--package", "xtask", "--bins"]);
    let mut e2e = acceptance::cargo_e2e(project, "doc");
    e2e.arg("--lib");
    for mut doc in [libraries, xtask, e2e] {
        let flags = "-Dwarnings -Arustdoc::private_intra_doc_links";
        run(doc.args(["--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", flags))?;
    }
    Ok(())
}

/// The tests of the workspace.
fn host_tests(project: &Project) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(project.root()).args(["test", "--locked", "--workspace", "--target-dir"]).arg(project.target());
    cargo.envs(project.variables());
    cargo
}

/// Every step with its verdict and its time, and the totals. A run that exceeds its allowance does not fail: the
/// machine may have had other work.
fn table(steps: &[Step], verdicts: &[Verdict], time: Duration, allowance: Duration) -> String {
    use std::fmt::Write as _;

    let mut table = String::new();
    for &step in steps {
        let verdict = verdicts.iter().find(|verdict| verdict.step == step);
        let word = verdict.map_or("not run", |verdict| if verdict.passed { "passed" } else { "FAILED" });
        let time = verdict.map_or(String::new(), |verdict| seconds(verdict.time));
        let _ = writeln!(table, "  {:20}{word:8}{time:>12}", step.name());
    }
    let failed = verdicts.iter().filter(|verdict| !verdict.passed).count();
    let _ = writeln!(table, "  {:28}{:>12} of {}", "total", seconds(time), seconds(allowance));
    if let Some(excess) = time.checked_sub(allowance).filter(|excess| !excess.is_zero()) {
        let excess = seconds(excess);
        let _ = writeln!(table, "This exceeds the allowance, for two cores that do nothing else, by {excess}.");
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
    fn the_table_has_every_step_and_ends_with_the_totals() {
        let steps = [Step::Fmt, Step::Tidy, Step::Clippy];
        let verdicts = [verdict(Step::Fmt, true), verdict(Step::Tidy, false)];
        let expected = "  fmt                 passed         1.5 s
  tidy                FAILED         1.5 s
  clippy              not run             
  total                              3.0 s of 2,040.0 s
1 passed, 1 failed
";
        assert_eq!(table(&steps, &verdicts, Duration::from_secs(3), Duration::from_mins(34)), expected);
    }

    #[test]
    fn a_run_that_exceeds_its_allowance_is_reported() {
        let table = |seconds| table(&[], &[], Duration::from_secs(seconds), Duration::from_mins(34));
        assert_eq!(table(2_040), "  total                          2,040.0 s of 2,040.0 s\n0 passed, 0 failed\n");
        let over = "  total                          3,100.0 s of 2,040.0 s
This exceeds the allowance, for two cores that do nothing else, by 1,060.0 s.
0 passed, 0 failed
";
        assert_eq!(table(3_100), over);
    }

    #[test]
    fn each_step_has_a_unique_name() {
        let names: BTreeSet<&str> = Step::ALL.into_iter().map(Step::name).collect();
        assert_eq!(names.len(), Step::ALL.len());
    }

    #[test]
    fn clippy_fails_on_a_lint_of_the_workspace() {
        let root = std::env::temp_dir().join(format!("kerb-and-quay-clippy-{}", std::process::id()));
        std::fs::create_dir_all(root.join("src")).expect("a folder in the temporary folder");
        let write = |file: &str, text: &str| std::fs::write(root.join(file), text).expect("a file in it");
        let lints = "[workspace]\n[workspace.lints.clippy]\npedantic = \"warn\"\n[lints]\nworkspace = true\n";
        write("Cargo.toml", &format!("[package]\nname = \"planted\"\nedition = \"2024\"\n{lints}"));
        write("Cargo.lock", "version = 4\n[[package]]\nname = \"planted\"\nversion = \"0.0.0\"\n");
        let project = Project::copied_to(root.clone());
        let clippy = || {
            let mut clippy = clippy_of_workspace(&project);
            clippy
                .args(DENY_WARNINGS)
                .stderr(std::process::Stdio::null())
                .status()
                .expect("it can be started")
                .success()
        };
        write(
            "src/lib.rs",
            "//! x\n\n/// `is_empty` is shorter.\n#[must_use]\npub fn f(text: &str) -> bool {\n    text.is_empty()\n}\n",
        );
        assert!(clippy(), "it passes without a lint");
        write(
            "src/lib.rs",
            "//! x\n\n/// It is a cast.\n#[must_use]\npub fn f(byte: u8) -> u32 {\n    byte as u32\n}\n",
        );
        assert!(!clippy(), "`cast_lossless` is in `pedantic`");
        std::fs::remove_dir_all(root).expect("it was made above");
    }

    #[test]
    fn a_check_needs_no_page_and_no_browser() {
        let needs: BTreeSet<Need> = Step::of(Extent::Check).into_iter().flat_map(Step::needs).collect();
        assert_eq!(needs, BTreeSet::from([Need::Rustfmt, Need::Clippy]));
    }

    #[test]
    fn a_step_that_uses_the_page_needs_its_tools() {
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
