//! The tools that build the page, Trunk, wasm-split-cli, wasm-bindgen and wasm-opt; and cargo-mutants.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{self, Path, PathBuf};

use super::{Found, Need, Toolbox};
use crate::failure::{Failure, Outcome};
use crate::program::{cargo, is_on_path, on_path, program, run, version};
use crate::project::Project;

/// The newest Trunk that compiles with the pinned Rust.
const TRUNK: &str = "0.21.14";
/// The minor version must be that of the crate `wasm_split_helpers`, whose marks it reads.
const WASM_SPLIT: &str = "0.2.4";
/// Mutates sources to find gaps in the tests.
const CARGO_MUTANTS: &str = "27.1.0";
/// The oldest supported wasm-opt. Up to 108, and reportedly again in 120, it exports the wrong table to JavaScript: the
/// page then fails with "failed to grow table".
const WASM_OPT_MIN: u32 = 123;
/// The version of wasm-opt that is installed.
const BINARYEN: &str = "132.0.0";
/// The variable with the path of a wasm-opt.
const WASM_OPT_VARIABLE: &str = "WASM_OPT";

/// A program from a Rust crate, in one exact version.
pub struct Tool {
    krate: &'static str,
    file: &'static str,
    version: String,
    features: &'static [&'static str],
    prints_version: bool,
}

/// Trunk, without its network features.
pub fn trunk() -> Tool {
    let features = &["--no-default-features"];
    Tool { krate: "trunk", file: "trunk", version: TRUNK.to_owned(), features, prints_version: true }
}

/// wasm-split-cli, which splits the lazy modules off the page's Wasm. It has no `--version`.
pub fn wasm_split() -> Tool {
    let (version, features) = (WASM_SPLIT.to_owned(), &["--features", "build-binary"]);
    Tool { krate: "wasm_split_cli_support", file: "wasm-split-cli", version, features, prints_version: false }
}

/// cargo-mutants. It prints its version only as a Cargo subcommand.
pub fn cargo_mutants() -> Tool {
    let version = CARGO_MUTANTS.to_owned();
    Tool { krate: "cargo-mutants", file: "cargo-mutants", version, features: &[], prints_version: false }
}

/// wasm-bindgen, which must have the version of the crate in the page; without its network features.
///
/// # Errors
///
/// The lock file does not contain the crate.
pub fn wasm_bindgen(project: &Project) -> Outcome<Tool> {
    let version = project.locked("wasm-bindgen")?;
    let features = &["--no-default-features"];
    Ok(Tool { krate: "wasm-bindgen-cli", file: "wasm-bindgen", version, features, prints_version: true })
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.file, self.version)
    }
}

impl Tool {
    /// The program in the right version: from `PATH`, else from the cache of the project. A program that does not print
    /// its version is only taken from the cache, where the name of its folder contains it.
    pub fn find(&self) -> Option<Found> {
        let file = format!("{}{}", self.file, env::consts::EXE_SUFFIX);
        let cached = tool_cache().map(|cache| self.folder(&cache).join("bin").join(file));
        let file = if self.prints_version {
            let mut files = on_path(self.file).into_iter().chain(cached);
            files.find(|file| version(file).as_ref() == Some(&self.version))?
        } else {
            cached.filter(|file| file.is_file())?
        };
        let note = file.display().to_string();
        Some(Found { path: file, note })
    }

    /// Installs a prebuilt program with cargo-binstall, if possible, and else compiles it.
    pub fn obtain(&self) -> Outcome {
        let cache = cache()?;
        let folder = self.folder(&cache);
        if is_on_path("cargo-binstall") {
            let mut binstall = cargo();
            binstall.args(["binstall", "--no-confirm", "--disable-telemetry", "--disable-strategies", "compile"]);
            binstall.args(["--version", &self.version, "--root"]).arg(&folder).arg(self.krate);
            match run(&mut binstall) {
                Ok(()) => return Ok(()),
                Err(failure) => println!("   {failure}"),
            }
        }
        println!("   compiling {self}: a minute or two on two cores, once");
        let mut install = cargo();
        install.args(["install", "--locked", "--debug", "--version", &self.version, "--bin", self.file, "--root"]);
        install.arg(&folder).args(self.features).arg(self.krate);
        // The tools share their dependencies. They compile faster without debug information and checks.
        install.env("CARGO_TARGET_DIR", build_folder(&cache)).env("CARGO_INCREMENTAL", "0");
        let settings = [
            ("DEBUG", "0"),
            ("STRIP", "symbols"),
            ("DEBUG_ASSERTIONS", "false"),
            ("OVERFLOW_CHECKS", "false"),
            ("PANIC", "abort"),
        ];
        install.envs(settings.map(|(setting, value)| (format!("CARGO_PROFILE_DEV_{setting}"), value)));
        // Cargo would recommend to add this folder to `PATH`; only xtask uses it.
        install.env("PATH", path_with([folder.join("bin")]));
        run(install.current_dir(existing(&cache)?))
    }

    fn folder(&self, cache: &Path) -> PathBuf {
        cache.join(format!("{}-{}", self.krate, self.version))
    }
}

/// A wasm-opt that is recent enough.
///
/// # Errors
///
/// The variable points at something else.
pub fn find_wasm_opt() -> Outcome<Option<Found>> {
    if let Some(file) = env::var_os(WASM_OPT_VARIABLE).map(PathBuf::from) {
        let has_name = file.file_stem().is_some_and(|stem| stem == "wasm-opt");
        return match wasm_opt_at(&file).filter(|_| has_name) {
            Some(found) => Ok(Some(found)),
            None => Err(Failure::new(format!(
                "{WASM_OPT_VARIABLE} points at {}, which is not a `wasm-opt` of version {WASM_OPT_MIN} or later.",
                file.display()
            ))),
        };
    }
    let cached = tool_cache().map(|cache| binaryen(&cache).join("node_modules").join(".bin").join("wasm-opt"));
    Ok(on_path("wasm-opt").into_iter().chain(cached).find_map(|file| wasm_opt_at(&file)))
}

/// Installs wasm-opt from the npm registry. Debian's own `binaryen` is too old: Debian 12 has 108.
///
/// # Errors
///
/// It cannot be installed here: the message names what to install.
pub fn obtain_wasm_opt() -> Outcome {
    let by_hand = format!(
        "Install Binaryen {WASM_OPT_MIN} or later and have its `wasm-opt` on the PATH, or point {WASM_OPT_VARIABLE} at \
         it."
    );
    if !is_on_path("npm") {
        return Err(Failure::new(format!(
            "wasm-opt, which optimises the page for size, is installed by npm, which is missing. {by_hand}"
        )));
    }
    let folder = binaryen(&cache()?);
    let mut npm = program("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
    npm.arg(format!("binaryen@{BINARYEN}")).current_dir(existing(&folder)?);
    run(&mut npm).map_err(|failure| Failure::new(format!("{failure}\n{by_hand}")))
}

/// The `PATH` for Trunk, with the folder of xtask's steps first.
pub fn trunk_path(steps: PathBuf, toolbox: &Toolbox) -> OsString {
    let wasm_opt = toolbox.path(Need::WasmOpt).parent().map(Path::to_owned);
    path_with([steps].into_iter().chain(wasm_opt))
}

/// Removes the build folder of the tools.
pub fn remove_build_folder() {
    if let Some(folder) = tool_cache().map(|cache| build_folder(&cache))
        && folder.is_dir()
        && let Err(error) = fs::remove_dir_all(&folder)
    {
        println!("   {} cannot be removed: {error}", folder.display());
    }
}

fn wasm_opt_at(file: &Path) -> Option<Found> {
    let version = version(file)?;
    let release: u32 = version.split('.').next()?.parse().ok()?;
    (release >= WASM_OPT_MIN).then(|| Found::program(file.to_owned(), &version))
}

/// The user's folder for the tools of the project, for all clones of the repository.
fn tool_cache() -> Option<PathBuf> {
    let folder = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("KERBQUAY_TOOLS")
        .or_else(|| Some(folder("XDG_CACHE_HOME")?.join("kerb-and-quay")))
        .or_else(|| Some(folder("HOME")?.join(".cache").join("kerb-and-quay")))
        .or_else(|| Some(folder("LOCALAPPDATA")?.join("kerb-and-quay")))
        .and_then(|folder| path::absolute(folder).ok())
}

/// `PATH` with other folders before it.
fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    // A folder with the separator in its name cannot be part of `PATH`.
    env::join_paths(folders.into_iter().chain(env::split_paths(&path))).unwrap_or(path)
}

fn cache() -> Outcome<PathBuf> {
    tool_cache().ok_or_else(|| {
        Failure::new("There is no folder for tools: set HOME, or KERBQUAY_TOOLS to a folder of your choice.")
    })
}

fn binaryen(cache: &Path) -> PathBuf {
    cache.join(format!("binaryen-{BINARYEN}"))
}

fn build_folder(cache: &Path) -> PathBuf {
    cache.join("build")
}

fn existing(folder: &Path) -> Outcome<&Path> {
    fs::create_dir_all(folder).map_err(|error| Failure::io(folder, &error))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_of_a_tool_has_its_own_folder() {
        let cache = Path::new("cache");
        assert_eq!(trunk().folder(cache), cache.join(format!("trunk-{TRUNK}")));
        assert_ne!(build_folder(cache), trunk().folder(cache));
    }

    #[test]
    fn the_splitter_has_the_minor_version_of_its_crate() {
        let locked =
            Project::here().and_then(|project| project.locked("wasm_split_helpers")).expect("the page uses it");
        let minor = |version: &str| version.rsplit_once('.').map(|(minor, _)| minor.to_owned());
        assert_eq!(minor(&locked), minor(WASM_SPLIT));
    }

    #[test]
    fn another_program_is_not_a_wasm_opt() {
        assert!(wasm_opt_at(Path::new("rustc")).is_none());
        assert!(wasm_opt_at(Path::new("no-such-program")).is_none());
    }
}
