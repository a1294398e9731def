//! The tools that put the page together: Trunk, wasm-split-cli, wasm-bindgen and wasm-opt; and cargo-mutants.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{self, Path, PathBuf};

use super::{Found, Need, Toolbox};
use crate::failure::{Failure, Outcome};
use crate::program::{cargo, is_on_path, on_path, program, run, version};
use crate::project::Project;

/// The newest Trunk that the pinned Rust compiles.
const TRUNK: &str = "0.21.14";
/// Of the same minor version as the crate `wasm_split_helpers` in the page: what one marks, the other finds.
const WASM_SPLIT: &str = "0.2.4";
/// Changes sources to see what notices.
const CARGO_MUTANTS: &str = "27.1.0";
/// The oldest wasm-opt that is used. Up to 108, and reportedly once more in 120, it exports the wrong table to
/// JavaScript: the page then stops with "failed to grow table" before it shows anything.
const WASM_OPT_MIN: u32 = 123;
/// The wasm-opt that is fetched where there is none.
const BINARYEN: &str = "132.0.0";
/// Points at a wasm-opt that is to be used.
const WASM_OPT_VARIABLE: &str = "WASM_OPT";

/// A program from a Rust crate, in one exact version.
pub struct Tool {
    krate: &'static str,
    file: &'static str,
    version: String,
    features: &'static [&'static str],
    tells_version: bool,
}

/// Trunk, without the parts that talk to servers.
pub fn trunk() -> Tool {
    let features = &["--no-default-features"];
    Tool { krate: "trunk", file: "trunk", version: TRUNK.to_owned(), features, tells_version: true }
}

/// wasm-split-cli, which makes modules of the page's Wasm. It has no `--version`.
pub fn wasm_split() -> Tool {
    let (version, features) = (WASM_SPLIT.to_owned(), &["--features", "build-binary"]);
    Tool { krate: "wasm_split_cli_support", file: "wasm-split-cli", version, features, tells_version: false }
}

/// cargo-mutants. It tells its version to Cargo alone.
pub fn cargo_mutants() -> Tool {
    let version = CARGO_MUTANTS.to_owned();
    Tool { krate: "cargo-mutants", file: "cargo-mutants", version, features: &[], tells_version: false }
}

/// wasm-bindgen, which has to be of the very version of the crate the page is built with; without the parts that talk
/// to servers.
///
/// # Errors
///
/// The lock file does not say which that is.
pub fn wasm_bindgen(project: &Project) -> Outcome<Tool> {
    let version = project.locked("wasm-bindgen")?;
    let features = &["--no-default-features"];
    Ok(Tool { krate: "wasm-bindgen-cli", file: "wasm-bindgen", version, features, tells_version: true })
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.file, self.version)
    }
}

impl Tool {
    /// The program in the right version: from the path, else from the project's own cache. What does not tell its
    /// version is taken from the cache only, where the folder's name does.
    pub fn find(&self) -> Option<Found> {
        let file = format!("{}{}", self.file, env::consts::EXE_SUFFIX);
        let kept = tool_cache().map(|cache| self.folder(&cache).join("bin").join(file));
        let place = if self.tells_version {
            let mut places = on_path(self.file).into_iter().chain(kept);
            places.find(|place| version(place).as_ref() == Some(&self.version))?
        } else {
            kept.filter(|place| place.is_file())?
        };
        let note = place.display().to_string();
        Some(Found { place, note })
    }

    /// Fetches the program ready-made where cargo-binstall can, and compiles it where it cannot.
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
        // The tools share what they have in common. Without what helps to find their mistakes they compile faster, stay
        // small and are quicker.
        install.env("CARGO_TARGET_DIR", build_folder(&cache)).env("CARGO_INCREMENTAL", "0");
        let spared = [
            ("DEBUG", "0"),
            ("STRIP", "symbols"),
            ("DEBUG_ASSERTIONS", "false"),
            ("OVERFLOW_CHECKS", "false"),
            ("PANIC", "abort"),
        ];
        install.envs(spared.map(|(setting, value)| (format!("CARGO_PROFILE_DEV_{setting}"), value)));
        // Cargo would ask the person to put this folder on the path. Nobody but this program needs it there.
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
/// The variable points at something that is not.
pub fn find_wasm_opt() -> Outcome<Option<Found>> {
    if let Some(place) = env::var_os(WASM_OPT_VARIABLE).map(PathBuf::from) {
        let named_so = place.file_stem().is_some_and(|stem| stem == "wasm-opt");
        return match wasm_opt_at(&place).filter(|_| named_so) {
            Some(found) => Ok(Some(found)),
            None => Err(Failure::new(format!(
                "{WASM_OPT_VARIABLE} points at {}, which is no `wasm-opt` of version {WASM_OPT_MIN} or later.",
                place.display()
            ))),
        };
    }
    let kept = tool_cache().map(|cache| binaryen(&cache).join("node_modules").join(".bin").join("wasm-opt"));
    Ok(on_path("wasm-opt").into_iter().chain(kept).find_map(|place| wasm_opt_at(&place)))
}

/// Installs wasm-opt from the npm registry. Debian's own `binaryen` is too old: Debian 12 has 108.
///
/// # Errors
///
/// It cannot be had here: the sentence names what to install.
pub fn obtain_wasm_opt() -> Outcome {
    let by_hand = format!(
        "Install Binaryen {WASM_OPT_MIN} or later and have its `wasm-opt` on the PATH, or point {WASM_OPT_VARIABLE} at \
         it."
    );
    if !is_on_path("npm") {
        return Err(Failure::new(format!(
            "wasm-opt makes the page small and is fetched by npm, which is missing. {by_hand}"
        )));
    }
    let folder = binaryen(&cache()?);
    let mut npm = program("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
    npm.arg(format!("binaryen@{BINARYEN}")).current_dir(existing(&folder)?);
    run(&mut npm).map_err(|failure| Failure::new(format!("{failure}\n{by_hand}")))
}

/// The path for Trunk, which looks there for what it calls: `steps`, the folder of the steps between its own, first.
pub fn children_path(steps: PathBuf, toolbox: &Toolbox) -> OsString {
    let wasm_opt = toolbox.place(Need::WasmOpt).parent().map(Path::to_owned);
    path_with([steps].into_iter().chain(wasm_opt))
}

/// Removes what compiling the tools has left behind.
pub fn tidy_up() {
    if let Some(folder) = tool_cache().map(|cache| build_folder(&cache))
        && folder.is_dir()
        && let Err(error) = fs::remove_dir_all(&folder)
    {
        println!("   {} cannot be removed: {error}", folder.display());
    }
}

fn wasm_opt_at(place: &Path) -> Option<Found> {
    let version = version(place)?;
    let release: u32 = version.split('.').next()?.parse().ok()?;
    (release >= WASM_OPT_MIN).then(|| Found::program(place.to_owned(), &version))
}

/// The folder of this person where the project's tools are kept, for every clone of the repository.
fn tool_cache() -> Option<PathBuf> {
    let folder = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("KERBQUAY_TOOLS")
        .or_else(|| Some(folder("XDG_CACHE_HOME")?.join("kerb-and-quay")))
        .or_else(|| Some(folder("HOME")?.join(".cache").join("kerb-and-quay")))
        .or_else(|| Some(folder("LOCALAPPDATA")?.join("kerb-and-quay")))
        .and_then(|folder| path::absolute(folder).ok())
}

/// This program's own path with other folders before it.
fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    // A folder whose name holds the separator cannot be on any path.
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
    fs::create_dir_all(folder)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}.", folder.display())))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_of_a_tool_has_a_folder_of_its_own() {
        let cache = Path::new("cache");
        assert_eq!(trunk().folder(cache), cache.join(format!("trunk-{TRUNK}")));
        assert_ne!(build_folder(cache), trunk().folder(cache));
    }

    #[test]
    fn the_page_is_split_by_the_tool_of_its_crates_minor_version() {
        let locked =
            Project::here().and_then(|project| project.locked("wasm_split_helpers")).expect("the page uses it");
        let minor = |version: &str| version.rsplit_once('.').map(|(minor, _)| minor.to_owned());
        assert_eq!(minor(&locked), minor(WASM_SPLIT));
    }

    #[test]
    fn a_program_that_is_no_wasm_opt_is_not_taken_for_one() {
        assert!(wasm_opt_at(Path::new("rustc")).is_none());
        assert!(wasm_opt_at(Path::new("no-such-program")).is_none());
    }
}
