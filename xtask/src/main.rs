//! `cargo xtask`: sets up, builds, serves, proves and measures Kerb & Quay.
//!
//! `cargo xtask help` lists the commands. Read on in [`command`] (what can be asked), [`setup`] (what must be there
//! first) and [`proof`] (what `cargo xtask test` checks, in order).

mod acceptance;
mod command;
mod extent;
mod failure;
mod firmware;
mod modules;
mod mutants;
#[cfg(test)]
mod names;
mod offline;
mod page;
mod policy;
mod program;
mod project;
mod proof;
mod server;
mod setup;
mod single_file;
mod size;
mod stopwatch;
mod tidy;
mod twin;
mod uf2;

use std::process::ExitCode;

use command::Command;
use failure::Outcome;
use page::Ahead;
use project::Project;
use setup::{Need, Toolbox};
use static_server::Port;

fn main() -> ExitCode {
    let mut words = std::env::args_os();
    if let Some(step) = words.next().and_then(|name| modules::Step::called(&name)) {
        return step.take(words);
    }
    let command = match command::parse(words) {
        Ok(command) => command,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::from(2);
        }
    };
    match perform(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked, and says whether it came out well.
fn perform(command: Command) -> Outcome<bool> {
    let project = Project::here()?;
    match command {
        Command::Help => print!("{}", command::help()),
        Command::Setup { check: true } => setup::check(&project)?,
        Command::Setup { check: false } => drop(setup::provide(&project, &Need::ALL)?),
        Command::Build => drop(built(&project, Need::PAGE)?),
        Command::SingleFile => {
            built(&project, Need::PAGE)?;
            for file in single_file::write(&project)? {
                println!("{}", file.display());
            }
        }
        Command::Run { port, open } => run(&project, port, open)?,
        Command::Dev { port } => {
            page::watch(&project, &setup::provide(&project, Need::DEV)?, port)?;
        }
        Command::Test { steps, extent } => return proof::prove(&project.tested_to(extent), &steps, extent),
        Command::Size => {
            built(&project, &[Need::PAGE, Need::CHIP].concat())?;
            let page = size::weigh(&project);
            firmware::weigh_firmware(&project)?;
            page?;
        }
        Command::Firmware { names } => {
            setup::provide(&project, &[Need::RustSource, Need::ThumbLibrary])?;
            firmware::make(&project, &names)?;
        }
        Command::Speed => {
            let toolbox = built(&project, &[Need::PAGE, Need::BROWSER].concat())?;
            acceptance::speed(&project, &toolbox)?;
        }
        Command::Mutants { files } => {
            mutants::hunt(&project, &setup::provide(&project, &[Need::CargoMutants])?, &files)?;
        }
    }
    Ok(true)
}

/// The page, built for release, and the tools that built it.
fn built(project: &Project, needs: &[Need]) -> Outcome<Toolbox> {
    let (toolbox, programs) = equipped(project, needs)?;
    stopwatch::step("page", "building it for release with Trunk", || page::build(project, &toolbox, programs))?;
    Ok(toolbox)
}

/// The tools that build the page. Where some are missing, which takes minutes, the programs of the page are being
/// compiled meanwhile: they take none of these tools.
fn equipped(project: &Project, needs: &[Need]) -> Outcome<(Toolbox, Option<Ahead>)> {
    let mut programs = None;
    if !setup::is_done(project, needs)? {
        setup::provide(project, &[Need::RustSource])?;
        programs = Some(Ahead::compile(project)?);
    }
    Ok((setup::provide(project, needs)?, programs))
}

/// Serves the page as soon as there is one. The firmware, which nobody needs before pressing its switch, follows.
fn run(project: &Project, port: u16, open: bool) -> Outcome {
    let (toolbox, programs) = equipped(project, Need::PAGE)?;
    let build = || page::build_without_firmware(project, &toolbox, programs);
    let twin = stopwatch::step("page", "building it for release with Trunk", build)?;
    let served = server::serve(&project.dist(), Port::From(port))?;
    println!("\nThe page is served here until Ctrl-C:\n\n{}", served.address());
    if open {
        page::open(served.address());
    }
    let lay = || twin.lay(project);
    if let Err(failure) = stopwatch::step("firmware", "building what the page runs beside the replica", lay) {
        eprintln!("{failure}\nThe page is served without the firmware.");
        twin::withdraw(project)?;
    }
    println!("\nThe page is served here until Ctrl-C:\n\n{}\n", served.address());
    Ok(served.wait()?)
}
