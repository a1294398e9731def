//! The acceptance tests and the speed report, which are in a workspace of their own.

use std::path::PathBuf;
use std::process::Command;

use static_server::Port;

use crate::failure::Outcome;
use crate::firmware;
use crate::page;
use crate::program::{cargo, program, run};
use crate::project::Project;
use crate::server;
use crate::setup::Toolbox;
use crate::single_file;

/// What the features are run against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The core on this machine.
    Core,
    /// The page in Chromium, by clicks and keys.
    Browser,
    /// The firmware, on emulated boards.
    Chip,
}

impl Target {
    /// Its name to the acceptance runner.
    fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Browser => "browser",
            Self::Chip => "chip",
        }
    }
}

/// Runs every feature on the core, with `JUnit` and the record of the run among the reports.
///
/// # Errors
///
/// A scenario fails.
pub fn on_core(project: &Project) -> Outcome {
    run(&mut play(project, Target::Core)?)
}

/// Requires a scenario for every clause.
///
/// # Errors
///
/// A clause has none.
pub fn coverage(project: &Project) -> Outcome {
    run(features(project).arg("--coverage"))
}

/// Removes clauses from the devices, one at a time, and requires its scenarios to fail.
///
/// # Errors
///
/// A scenario passes on a broken device.
pub fn sabotage(project: &Project) -> Outcome {
    run(features(project).arg("--sabotage"))
}

/// Runs every feature on the built page in Chromium, with `JUnit` and the record of the run among the reports.
///
/// # Errors
///
/// A scenario fails.
pub fn in_browser(project: &Project, toolbox: &Toolbox) -> Outcome {
    let served = server::serve(&project.dist(), Port::Any)?;
    let mut play = play(project, Target::Browser)?;
    run(play.args(["--base-url", served.address()]).envs(toolbox.browser_variables()))
}

/// Runs every feature on the firmware, on emulated boards, with `JUnit` and the record of the run among the reports;
/// and the tests of the boards themselves.
///
/// # Errors
///
/// A scenario or a test fails.
pub fn on_chip(project: &Project, toolbox: &Toolbox) -> Outcome {
    let firmware = firmware::compile(project)?;
    let mut play = play(project, Target::Chip)?;
    run(play.env(FIRMWARE_VARIABLE, &firmware).envs(toolbox.chip_variables()))?;
    let mut tests = ignored_tests(project, "chip");
    run(tests.env(FIRMWARE_VARIABLE, &firmware).envs(toolbox.chip_variables()))
}

/// The variable with the folder of the firmware.
const FIRMWARE_VARIABLE: &str = "KERBQUAY_FIRMWARE";

/// Runs the tests of the page itself in Chromium.
///
/// # Errors
///
/// One fails.
pub fn page_tests(project: &Project, toolbox: &Toolbox) -> Outcome {
    single_file::write(project)?;
    let served = server::serve(&project.dist(), Port::Any)?;
    // The tests in real time run alone, after the others.
    for mut tests in [cargo_e2e(project, "test"), ignored_tests(project, "twin")] {
        run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.browser_variables()))?;
    }
    Ok(())
}

/// Runs the tests of the page in Firefox and in `WebKitGTK`; each prints its time.
///
/// # Errors
///
/// One fails.
pub fn engines(project: &Project, toolbox: &Toolbox) -> Outcome {
    let served = server::serve(&project.dist(), Port::Any)?;
    let mut tests = ignored_tests(project, "engines");
    run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.engine_variables()))
}

/// Compares screenshots of every view with the approved ones; with `KERBQUAY_SCREENSHOTS=write`, writes new ones.
///
/// # Errors
///
/// A screenshot differs.
pub fn screenshots(project: &Project, toolbox: &Toolbox) -> Outcome {
    let served = server::serve(&project.dist(), Port::Any)?;
    let mut tests = ignored_tests(project, "screenshots");
    run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.browser_variables()))
}

/// Prints the speed of the devices natively and in Chromium, and the time to the first answer of the page and of a bare
/// one.
///
/// # Errors
///
/// It cannot be measured, or a press takes more than a frame. A first answer over its budget is only reported.
pub fn speed(project: &Project, toolbox: &Toolbox) -> Outcome {
    let counter = page::build_counter(project, toolbox)?;
    let (served, counter) = (server::serve(&project.dist(), Port::Any)?, server::serve(&counter, Port::Any)?);
    let mut speed = cargo_e2e(project, "run");
    speed.args(["--bin", "speed", "--", "--base-url", served.address(), "--counter-url", counter.address()]);
    run(speed.envs(toolbox.browser_variables()))
}

/// Builds the acceptance runner without its browser driver, and returns it set up to run every feature on the core. It
/// is not a child of Cargo, so that it can be ended.
///
/// # Errors
///
/// It does not compile.
pub fn core_runner(project: &Project) -> Outcome<Command> {
    let mut build = cargo_e2e(project, "build");
    // A mutated source may have unused variables.
    build.env("RUSTFLAGS", "-Awarnings");
    run(build.args(["--quiet", "--no-default-features", "--bin", "acceptance"]))?;
    let file = format!("acceptance{}", std::env::consts::EXE_SUFFIX);
    let mut play = program(project.target().join("e2e").join("debug").join(file));
    play.current_dir(folder(project)).args(["--target", Target::Core.name(), "--features-dir"]);
    play.arg(folder(project).join("features"));
    Ok(play)
}

/// The ignored tests of a module, with their output.
fn ignored_tests(project: &Project, module: &str) -> Command {
    let mut tests = cargo_e2e(project, "test");
    tests.args(["--test", "it", "--", "--ignored", "--nocapture"]).arg(format!("{module}::"));
    tests
}

/// A Cargo command for the acceptance workspace, with a target folder below that of the main workspace.
pub fn cargo_e2e(project: &Project, command: &str) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(folder(project)).args([command, "--locked", "--target-dir"]).arg(project.target().join("e2e"));
    cargo.envs(project.variables());
    cargo
}

fn play(project: &Project, target: Target) -> Outcome<Command> {
    let reports = project.reports()?;
    let report = |ending: &str| reports.join(format!("acceptance-{}.{ending}", target.name()));
    let mut play = features(project);
    play.args(["--target", target.name()]);
    play.arg("--junit").arg(report("junit.xml")).arg("--record").arg(report("record.json"));
    Ok(play)
}

/// The acceptance runner with the folder of the features.
fn features(project: &Project) -> Command {
    let mut features = cargo_e2e(project, "run");
    features.args(["--bin", "acceptance", "--", "--features-dir"]).arg(folder(project).join("features"));
    features
}

fn folder(project: &Project) -> PathBuf {
    project.root().join("e2e")
}
