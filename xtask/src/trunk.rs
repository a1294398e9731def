//! Trunk and Cargo, set up to build the programs of the page.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::lazy_modules;
use crate::program::{cargo, program, run};
use crate::project::Project;
use crate::setup::{Need, Toolbox, WASM, with_library, with_small_library};
use crate::sites::{Site, programs};

/// Besides a standard library of its own, a release is small because a panic ends the program without a message.
/// `cargo xtask dev` prints messages.
const RELEASE_FLAGS: [&str; 3] = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];

/// Compiler warnings in the workspace are errors in a release. Clippy's lints are checked on the host target.
const DENY_WARNINGS: &str = "-Dwarnings";

/// The separator of the flags in `CARGO_ENCODED_RUSTFLAGS` (The Cargo Book, environment variables).
const FLAG_SEPARATOR: &str = "\x1f";

/// How a page is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For people who use it: small.
    Release,
    /// For `cargo xtask dev`: compiled fast, with messages.
    Dev,
}

/// One page that Trunk builds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Build {
    /// How it is compiled.
    pub profile: Profile,
    /// The name of its program.
    pub name: &'static str,
}

impl Build {
    /// The build of a site.
    pub fn of(site: &Site, profile: Profile) -> Self {
        Self { profile, name: site.name }
    }

    /// Trunk for this build, with xtask's steps instead of `wasm-bindgen`.
    ///
    /// # Errors
    ///
    /// A dependency cannot be fetched, or a file cannot be written.
    pub fn trunk(self, project: &Project, toolbox: &Toolbox) -> Outcome<Command> {
        fetch(project, self.profile)?;
        let mut trunk = program(toolbox.path(Need::Trunk));
        trunk.current_dir(project.root());
        lazy_modules::install(&mut trunk, project, toolbox, &self.modules(project))?;
        // Trunk parses this variable as a boolean and refuses any other value.
        if std::env::var_os("NO_COLOR").is_some() {
            trunk.env("NO_COLOR", "true");
        }
        self.profile.compiler(project, &mut trunk)?;
        Ok(trunk)
    }

    /// The folder with the lazy modules of this build.
    pub fn modules(self, project: &Project) -> PathBuf {
        let profile = match self.profile {
            Profile::Release => "release",
            Profile::Dev => "dev",
        };
        project.target().join("xtask").join("modules").join(profile).join(self.name)
    }
}

/// Cargo, set up to compile every program of a release at once. Trunk asks Cargo for one after another and finds them
/// compiled. The last part of each, link-time optimisation, keeps one core busy: Cargo runs two of them at a time.
///
/// # Errors
///
/// A dependency cannot be fetched.
pub fn compile_programs(project: &Project) -> Outcome<Command> {
    fetch(project, Profile::Release)?;
    let mut cargo = cargo();
    cargo.current_dir(project.root()).args(["build", "--locked", "--offline", "--release", "--target", WASM]);
    for program in programs() {
        cargo.args(["--bin", program]);
    }
    Profile::Release.compiler(project, &mut cargo)?;
    Ok(cargo)
}

/// Fetches the dependencies of the page and of build scripts: Trunk runs Cargo offline.
fn fetch(project: &Project, profile: Profile) -> Outcome {
    let mut fetch = cargo();
    fetch.current_dir(project.root()).args(["fetch", "--locked", "--target", WASM, "--target", "host-tuple"]);
    run(profile.library(&mut fetch)?)
}

impl Profile {
    /// Sets the standard library in the environment of Cargo, or of Trunk, which passes it on.
    fn library(self, command: &mut Command) -> Outcome<&mut Command> {
        match self {
            Self::Release => Ok(with_small_library(command)),
            Self::Dev => with_library(command, WASM),
        }
    }

    /// Sets the standard library and the compiler flags. Cargo reuses what it has compiled with the same flags.
    fn compiler<'c>(self, project: &Project, command: &'c mut Command) -> Outcome<&'c mut Command> {
        command.env("CARGO_ENCODED_RUSTFLAGS", self.flags(project).join(FLAG_SEPARATOR));
        self.library(command)
    }

    fn flags(self, project: &Project) -> Vec<String> {
        let mut flags = remapped_paths(project);
        flags.push(lazy_modules::SPLITTABLE.to_owned());
        if self == Self::Release {
            flags.extend(RELEASE_FLAGS.map(str::to_owned));
            flags.push(DENY_WARNINGS.to_owned());
        }
        flags
    }
}

/// Shortens the paths in panic messages, so that the page does not contain the path of its build folder and is the same
/// on every machine.
fn remapped_paths(project: &Project) -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let prefixes = [home.map(|home| (home, "cargo")), Some((project.root().to_owned(), "."))];
    let flag = |(from, to): (PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    prefixes.into_iter().flatten().map(flag).collect()
}
