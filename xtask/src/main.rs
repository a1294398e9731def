//! `cargo xtask`: sets up, builds, serves, tests and measures Kerb & Quay.
//!
//! `cargo xtask help` lists the commands. Read on in [`command`] (the commands), [`setup`] (the tools that they need)
//! and [`checks`] (the steps of `cargo xtask test`, in order).

mod acceptance;
mod background;
mod boot_texts;
mod checks;
mod command;
mod dev;
mod dist;
mod extent;
mod failure;
mod firmware;
mod html;
mod import_names;
mod lazy_modules;
mod marked_numbers;
mod mutants;
#[cfg(test)]
mod names;
mod number;
mod offline;
mod page;
mod policy;
mod program;
mod project;
mod server;
mod setup;
mod single_file;
mod site_page;
mod sites;
mod size;
mod stopwatch;
mod texts;
mod tidy;
mod trunk;
mod twin;
mod uf2;
mod web;

use std::process::ExitCode;

use background::Background;
use command::Command;
use failure::Outcome;
use project::Project;
use setup::{Need, Toolbox};
use static_server::Port;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    if let Some(step) = arguments.next().and_then(|name| lazy_modules::TrunkStep::of_name(&name)) {
        return step.run(arguments);
    }
    let command = match command::parse(arguments) {
        Ok(command) => command,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::from(2);
        }
    };
    match execute(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Executes a command. Returns whether all checks passed.
fn execute(command: Command) -> Outcome<bool> {
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
        Command::Dev { site, port } => {
            dev::serve(&project, &setup::provide(&project, Need::DEV)?, site, port)?;
        }
        Command::Test { steps, extent } => {
            let variables = extent.variables(&project);
            return checks::run_all(&project.with_variables(variables), &steps, extent);
        }
        Command::Size => {
            built(&project, &[Need::PAGE, Need::CHIP].concat())?;
            let page = size::check(&project);
            firmware::check_sizes(&project)?;
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
            mutants::run(&project, &setup::provide(&project, &[Need::CargoMutants])?, &files)?;
        }
    }
    Ok(true)
}

/// Builds the page for release. Returns the tools.
fn built(project: &Project, needs: &[Need]) -> Outcome<Toolbox> {
    let (toolbox, programs) = provided(project, needs)?;
    stopwatch::step("page", "release build with Trunk", || page::build(project, &toolbox, programs))?;
    Ok(toolbox)
}

/// Provides the tools that build the page. If some are missing, which takes minutes, the programs of the page are
/// compiled at the same time: that needs none of the tools.
fn provided(project: &Project, needs: &[Need]) -> Outcome<(Toolbox, Option<Background>)> {
    let mut programs = None;
    if !setup::is_done(project, needs)? {
        setup::provide(project, &[Need::RustSource])?;
        programs = Some(Background::compile_programs(project)?);
    }
    Ok((setup::provide(project, needs)?, programs))
}

/// Serves the page as soon as it is built. The firmware, which is only needed on demand, is built while it is served.
fn run(project: &Project, port: u16, open: bool) -> Outcome {
    let (toolbox, programs) = provided(project, Need::PAGE)?;
    let build = || page::build_without_firmware(project, &toolbox, programs);
    let twin = stopwatch::step("page", "release build with Trunk", build)?;
    let server = server::serve(&project.dist(), Port::From(port))?;
    println!("\nThe page is served at this address until Ctrl-C:\n\n{}", server.address());
    if open {
        page::open(server.address());
    }
    let install = || twin.install(project);
    if let Err(failure) = stopwatch::step("firmware", "building the firmware that the page can run", install) {
        eprintln!("{failure}\nThe page is served without the firmware.");
        twin::withdraw(project)?;
    }
    println!("\nThe page is served at this address until Ctrl-C:\n\n{}\n", server.address());
    Ok(server.wait()?)
}
