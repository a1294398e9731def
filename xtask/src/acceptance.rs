//! The acceptance tests and the speed report, which live in a workspace of their own.

use std::path::PathBuf;
use std::process::Command;

use static_server::Port;

use crate::failure::Outcome;
use crate::firmware;
use crate::page;
use crate::program::{advised, cargo, program, run};
use crate::project::Project;
use crate::server;
use crate::setup::Toolbox;
use crate::single_file;

/// What the features are run against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The core on this machine.
    Core,
    /// The page in Chromium, clicked like a person would.
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

/// Breaks the devices, clause by clause, and requires the clause's scenarios to fail.
///
/// # Errors
///
/// A broken device passes.
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
/// and what has to hold of the boards themselves.
///
/// # Errors
///
/// A scenario or a test fails.
pub fn on_chip(project: &Project, toolbox: &Toolbox) -> Outcome {
    let firmware = firmware::compile(project)?;
    let mut play = play(project, Target::Chip)?;
    run(play.env(FIRMWARE_VARIABLE, &firmware).envs(toolbox.chip_variables()))?;
    let mut tests = asked_for(project, "chip");
    run(tests.env(FIRMWARE_VARIABLE, &firmware).envs(toolbox.chip_variables()))
}

/// Where the acceptance runner finds the firmware.
const FIRMWARE_VARIABLE: &str = "KERBQUAY_FIRMWARE";

/// Runs the tests of the page itself in Chromium.
///
/// # Errors
///
/// One fails.
pub fn page_tests(project: &Project, toolbox: &Toolbox) -> Outcome {
    single_file::write(project)?;
    let served = server::serve(&project.dist(), Port::Any)?;
    // First side by side; then what keeps up with real time, by itself.
    for mut tests in [tested(project, "test"), asked_for(project, "twin")] {
        run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.browser_variables()))?;
    }
    Ok(())
}

/// Runs the tests of the page in Firefox and in `WebKitGTK`; each prints how long it takes.
///
/// # Errors
///
/// One fails.
pub fn engines(project: &Project, toolbox: &Toolbox) -> Outcome {
    let served = server::serve(&project.dist(), Port::Any)?;
    let mut tests = asked_for(project, "engines");
    run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.engine_variables()))
}

/// Holds pictures of every view against those that somebody has looked at; with `KERBQUAY_SCREENSHOTS=write`, writes
/// new ones.
///
/// # Errors
///
/// One is another.
pub fn screenshots(project: &Project, toolbox: &Toolbox) -> Outcome {
    let served = server::serve(&project.dist(), Port::Any)?;
    let mut tests = asked_for(project, "screenshots");
    run(tests.env("KERBQUAY_BASE_URL", served.address()).envs(toolbox.browser_variables()))
}

/// Prints how fast the devices run here and in Chromium, and how soon the page answers, beside a bare one.
///
/// # Errors
///
/// It cannot be measured, or a press takes more than a frame. A first answer over its budget is only said.
pub fn speed(project: &Project, toolbox: &Toolbox) -> Outcome {
    let counter = page::build_counter(project, toolbox)?;
    let (served, counter) = (server::serve(&project.dist(), Port::Any)?, server::serve(&counter, Port::Any)?);
    let mut speed = tested(project, "run");
    speed.args(["--bin", "speed", "--", "--base-url", served.address(), "--counter-url", counter.address()]);
    run(speed.envs(toolbox.browser_variables()))
}

/// Every feature on the core, by a runner without what drives a browser, built when this returns. It is no child of
/// Cargo, so that it can be ended.
///
/// # Errors
///
/// It does not compile.
pub fn on_core_alone(project: &Project) -> Outcome<Command> {
    let mut build = cargo_there(project, "build");
    // Sources that were changed on purpose have words left over, of which nobody has to hear.
    build.env("RUSTFLAGS", "-Awarnings");
    run(build.args(["--quiet", "--no-default-features", "--bin", "acceptance"]))?;
    let file = format!("acceptance{}", std::env::consts::EXE_SUFFIX);
    let mut play = program(project.target().join("e2e").join("debug").join(file));
    play.current_dir(folder(project)).args(["--target", Target::Core.name(), "--features-dir"]);
    play.arg(folder(project).join("features"));
    Ok(play)
}

/// The same as [`cargo_there`], with the compiler's advice: what is compiled for one step is there for the next.
pub fn tested(project: &Project, verb: &str) -> Command {
    let mut cargo = cargo_there(project, verb);
    advised(&mut cargo);
    cargo
}

/// Those tests of a module that run only when they are asked for, with what they print.
fn asked_for(project: &Project, module: &str) -> Command {
    let mut tests = tested(project, "test");
    tests.args(["--test", "it", "--", "--ignored", "--nocapture"]).arg(format!("{module}::"));
    tests
}

/// Cargo for the acceptance workspace: `verb` with the lock file as it is, built where the rest is built.
pub fn cargo_there(project: &Project, verb: &str) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(folder(project)).args([verb, "--locked", "--target-dir"]).arg(project.target().join("e2e"));
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

/// The acceptance runner with the features to run.
fn features(project: &Project) -> Command {
    let mut features = tested(project, "run");
    features.args(["--bin", "acceptance", "--", "--features-dir"]).arg(folder(project).join("features"));
    features
}

fn folder(project: &Project) -> PathBuf {
    project.root().join("e2e")
}
