//! The components of the pinned Rust toolchain.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Found;
use crate::failure::{Failure, Outcome};
use crate::program::{is_on_path, output, program, run};
use crate::project::Project;

/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The target of the microcontroller.
pub const THUMB: &str = "thumbv6m-none-eabi";

/// The toolchain that compiles the project.
pub struct Toolchain {
    name: String,
    sysroot: PathBuf,
}

impl Toolchain {
    /// The toolchain of this call: the pinned one unless `RUSTUP_TOOLCHAIN` names another.
    ///
    /// # Errors
    ///
    /// There is no Rust compiler.
    pub fn active(project: &Project) -> Outcome<Self> {
        let name = match env::var("RUSTUP_TOOLCHAIN") {
            Ok(name) => name,
            Err(_) => project.toolchain()?,
        };
        Ok(Self { name, sysroot: sysroot()? })
    }

    /// The standard library for `target`: shipped, or to be built from its source.
    pub fn library(&self, target: &str) -> Option<Found> {
        let (path, note) = match library_in(&self.sysroot, target)? {
            Library::Shipped(path) => (path, "shipped with the toolchain"),
            Library::Source(path) => (path, "built from its source with the first crate that needs it"),
        };
        Some(Found { path, note: note.to_owned() })
    }

    /// Installs the standard library for `target`, or else its source.
    pub fn add_library(&self, target: &str) -> Outcome {
        self.rustup(&["target", "add"], target)
            .or_else(|failure| {
                println!("   {failure}\n   trying the library's source instead");
                self.rustup(&["component", "add"], "rust-src")
            })
            .map_err(|_| {
                Failure::new(format!(
                    "Rust's library for {target} could not be fetched, nor the source to build it from. With a \
                     connection, type: rustup target add --toolchain {} {target}",
                    self.name
                ))
            })
    }

    /// The source of the standard library.
    pub fn source(&self) -> Option<Found> {
        let path = source_in(&self.sysroot)?;
        Some(Found { path, note: format!("part of toolchain {}", self.name) })
    }

    /// Installs the source of the standard library.
    pub fn add_source(&self) -> Outcome {
        self.add_component("rust-src").map_err(|failure| {
            Failure::new(format!(
                "{failure}\nThe source of Rust's library, from which the library of the page is built, could not be fetched. \
                 With a connection, type: rustup component add --toolchain {} rust-src",
                self.name
            ))
        })
    }

    /// A program of a component.
    pub fn component(&self, file: &str) -> Option<Found> {
        let path = self.sysroot.join("bin").join(format!("{file}{}", env::consts::EXE_SUFFIX));
        path.is_file().then(|| Found { path, note: format!("part of toolchain {}", self.name) })
    }

    /// Installs a component.
    pub fn add_component(&self, component: &str) -> Outcome {
        self.rustup(&["component", "add"], component)
    }

    fn rustup(&self, verb: &[&str], what: &str) -> Outcome {
        if !is_on_path("rustup") {
            return Err(Failure::new(format!(
                "This Rust was not installed by rustup: install `{what}` from the source of the toolchain."
            )));
        }
        run(program("rustup").args(verb).args(["--toolchain", &self.name, what]))
    }
}

/// Has a Cargo command for `target` build the standard library too, where only its source is there.
///
/// # Errors
///
/// There is no Rust compiler.
pub fn with_library<'c>(command: &'c mut Command, target: &str) -> Outcome<&'c mut Command> {
    if let Some(Library::Source(_)) = library_in(&sysroot()?, target) {
        let crates = if target == WASM { "std,panic_abort" } else { "core" };
        command.env("CARGO_UNSTABLE_BUILD_STD", crates).env("RUSTC_BOOTSTRAP", "1");
    }
    Ok(command)
}

/// Has a Cargo command for a release of the page build the standard library too: for size, and with the flags of the
/// page.
pub fn with_small_library(command: &mut Command) -> &mut Command {
    command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size").env("RUSTC_BOOTSTRAP", "1")
}

#[derive(Debug, PartialEq, Eq)]
enum Library {
    Shipped(PathBuf),
    Source(PathBuf),
}

fn sysroot() -> Outcome<PathBuf> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]));
    sysroot.map(PathBuf::from).ok_or_else(|| {
        Failure::new("`rustc` cannot be run. Install Rust with rustup, or type `rustup toolchain install` here.")
    })
}

fn library_in(sysroot: &Path, target: &str) -> Option<Library> {
    let rustlib = sysroot.join("lib").join("rustlib");
    let shipped = rustlib.join(target).join("lib");
    let is_core = |name: &str| name.starts_with("libcore-");
    let mut files = fs::read_dir(&shipped).into_iter().flatten().flatten();
    if files.any(|file| file.file_name().to_str().is_some_and(is_core)) {
        return Some(Library::Shipped(shipped));
    }
    source_in(sysroot).map(Library::Source)
}

fn source_in(sysroot: &Path) -> Option<PathBuf> {
    let source = sysroot.join("lib").join("rustlib").join("src").join("rust").join("library");
    source.join("Cargo.lock").is_file().then_some(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_shipped_or_built_from_source_or_missing() {
        let sysroot = env::temp_dir().join(format!("kerb-and-quay-sysroot-{}", std::process::id()));
        let rustlib = sysroot.join("lib/rustlib");
        assert_eq!(library_in(&sysroot, WASM), None);
        assert_eq!(source_in(&sysroot), None);

        let source = rustlib.join("src/rust/library");
        fs::create_dir_all(&source).expect("a folder in the temporary folder");
        assert_eq!(library_in(&sysroot, WASM), None, "an empty folder has no source");
        fs::write(source.join("Cargo.lock"), "").expect("a file in it");
        assert_eq!(library_in(&sysroot, WASM), Some(Library::Source(source.clone())));

        let shipped = rustlib.join(WASM).join("lib");
        fs::create_dir_all(&shipped).expect("a folder in the temporary folder");
        fs::write(shipped.join("libcore-0a.rlib"), "").expect("a file in it");
        assert_eq!(library_in(&sysroot, WASM), Some(Library::Shipped(shipped)));
        assert_eq!(source_in(&sysroot), Some(source), "a release is built from it nevertheless");
        fs::remove_dir_all(sysroot).expect("it was made above");
    }

    #[test]
    fn the_toolchain_that_compiled_this_has_a_library_for_this_machine() {
        let sysroot = sysroot().expect("it compiled this");
        let host = output(program("rustc").args(["--print", "host-tuple"])).expect("rustc prints its host");
        assert!(matches!(library_in(&sysroot, &host), Some(Library::Shipped(_))));
    }
}
