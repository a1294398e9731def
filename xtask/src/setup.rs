//! The tools that a command needs: found, or installed.
//!
//! Nothing is stored between two calls. Each call looks for the tools again, which is fast, so that a tool that was
//! removed or replaced by hand is detected.

mod browser;
mod chip;
mod debian;
mod engines;
mod page_tools;
mod rust;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::number::seconds;
use crate::project::Project;
pub use page_tools::trunk_path;
pub use rust::{THUMB, WASM, with_library, with_small_library};

/// A tool or a library that a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The source of the standard library: a release of the page has a standard library of its own.
    RustSource,
    /// The standard library for `cargo xtask dev`.
    WasmLibrary,
    /// The core library for the microcontroller.
    ThumbLibrary,
    /// Rust's formatter.
    Rustfmt,
    /// Rust's linter.
    Clippy,
    /// The bundler of the page.
    Trunk,
    /// Splits the lazy modules off the page's Wasm.
    WasmSplit,
    /// Generates the JavaScript of the page, in exactly the locked version.
    WasmBindgen,
    /// Optimises the Wasm for size.
    WasmOpt,
    /// Mutates the rules of the devices.
    CargoMutants,
    /// The browser of the acceptance tests.
    Chromium,
    /// The driver of that browser.
    Chromedriver,
    /// Runs the emulated boards of the acceptance tests.
    Node,
    /// The emulator, in exactly the locked version.
    Emulator,
    /// Tests accessibility, in exactly the locked version.
    Axe,
    /// The formatter and linter of scripts and style sheets, in exactly the locked version.
    Biome,
    /// Checks the types of scripts, in exactly the locked version.
    TypeScript,
    /// A browser with another engine than Chromium.
    Firefox,
    /// The driver of `WebKitGTK`, Safari's engine, with its browser.
    WebKitDriver,
    /// The virtual display of that browser.
    Xvfb,
}

impl Need {
    /// Everything that the page and the tests need.
    pub const ALL: [Self; 19] = [
        Self::RustSource,
        Self::WasmLibrary,
        Self::ThumbLibrary,
        Self::Rustfmt,
        Self::Clippy,
        Self::WasmSplit,
        Self::WasmBindgen,
        Self::Trunk,
        Self::WasmOpt,
        Self::Chromium,
        Self::Chromedriver,
        Self::Node,
        Self::Emulator,
        Self::Axe,
        Self::Biome,
        Self::TypeScript,
        Self::Firefox,
        Self::WebKitDriver,
        Self::Xvfb,
    ];
    /// The needs of a release build of the page.
    pub const PAGE: &[Self] = &[
        Self::RustSource,
        Self::ThumbLibrary,
        Self::WasmSplit,
        Self::WasmBindgen,
        Self::Trunk,
        Self::WasmOpt,
        Self::Node,
        Self::Emulator,
    ];
    /// The needs of `cargo xtask dev`.
    pub const DEV: &[Self] = &[Self::WasmLibrary, Self::WasmSplit, Self::WasmBindgen, Self::Trunk, Self::WasmOpt];
    /// The needs of the browser tests.
    pub const BROWSER: &[Self] = &[Self::Chromium, Self::Chromedriver, Self::Axe];
    /// The needs of the tests in other engines.
    pub const ENGINES: &[Self] = &[Self::Firefox, Self::WebKitDriver, Self::Xvfb];
    /// The needs of the firmware.
    pub const CHIP: &[Self] = &[Self::RustSource, Self::ThumbLibrary];
    /// The needs of emulated boards.
    pub const EMULATOR: &[Self] = &[Self::Node, Self::Emulator];
}

/// A tool or a library that was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The program or the folder.
    pub path: PathBuf,
    /// Its version, or its origin.
    pub note: String,
}

impl Found {
    /// A program of this version.
    fn program(path: PathBuf, version: &str) -> Self {
        let note = format!("{version}, {}", path.display());
        Self { path, note }
    }
}

/// The tools that set-up has found or installed.
#[derive(Default)]
pub struct Toolbox {
    found: BTreeMap<Need, Found>,
}

impl Toolbox {
    /// The path of a tool.
    ///
    /// # Panics
    ///
    /// It is not one of the needs that this toolbox was provided for.
    pub fn path(&self, need: Need) -> &Path {
        &self.found.get(&need).unwrap_or_else(|| panic!("set-up did not provide {need:?}")).path
    }

    /// The environment variable with the Node for emulated boards.
    pub fn chip_variables(&self) -> [(&'static str, OsString); 1] {
        [(chip::NODE_VARIABLE, self.path(Need::Node).into())]
    }

    /// The environment variables with the browser of the tests and its driver.
    pub fn browser_variables(&self) -> [(&'static str, OsString); 2] {
        [
            (browser::CHROMIUM_VARIABLE, self.path(Need::Chromium).into()),
            (browser::CHROMEDRIVER_VARIABLE, self.path(Need::Chromedriver).into()),
        ]
    }

    /// The environment variables with the browsers of the tests in other engines.
    pub fn engine_variables(&self) -> [(&'static str, OsString); 3] {
        [
            (engines::FIREFOX_VARIABLE, self.path(Need::Firefox).into()),
            (engines::WEBKIT_DRIVER_VARIABLE, self.path(Need::WebKitDriver).into()),
            (engines::XVFB_VARIABLE, self.path(Need::Xvfb).into()),
        ]
    }
}

/// Finds all needs, installs those that are missing, and prints the time for each.
///
/// # Errors
///
/// A need is missing and cannot be installed: the message says what to type or to install.
pub fn provide(project: &Project, needs: &[Need]) -> Outcome<Toolbox> {
    println!("== set-up");
    let total = Instant::now();
    let toolchain = rust::Toolchain::active(project)?;
    let mut toolbox = Toolbox::default();
    let mut has_installed = false;
    for &need in needs {
        let start = Instant::now();
        let name = name(project, need)?;
        let found = if let Some(found) = find(project, &toolchain, need)? {
            found
        } else {
            println!("   {name}: missing, installing it");
            obtain(project, &toolchain, need)?;
            has_installed = true;
            find(project, &toolchain, need)?
                .ok_or_else(|| Failure::new(format!("{name} was installed without an error and is still missing.")))?
        };
        println!("   {name}: {} ({})", found.note, seconds(start.elapsed()));
        toolbox.found.insert(need, found);
    }
    if has_installed {
        page_tools::remove_build_folder();
    }
    println!("== set-up: done after {}", seconds(total.elapsed()));
    Ok(toolbox)
}

/// Whether all needs are there.
///
/// # Errors
///
/// One is there and cannot be used.
pub fn is_done(project: &Project, needs: &[Need]) -> Outcome<bool> {
    let toolchain = rust::Toolchain::active(project)?;
    for &need in needs {
        if find(project, &toolchain, need)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Prints for all needs whether they are there.
///
/// # Errors
///
/// One is missing.
pub fn check(project: &Project) -> Outcome {
    let toolchain = rust::Toolchain::active(project)?;
    let mut missing = Vec::new();
    for need in Need::ALL {
        let name = name(project, need)?;
        if let Some(found) = find(project, &toolchain, need)? {
            println!("   {name}: {}", found.note);
        } else {
            println!("   {name}: missing");
            missing.push(name);
        }
    }
    if missing.is_empty() {
        println!("Nothing is missing.");
        return Ok(());
    }
    Err(Failure::new(format!("Missing: {}. `cargo xtask setup` installs it.", missing.join(", "))))
}

fn name(project: &Project, need: Need) -> Outcome<String> {
    Ok(match need {
        Need::RustSource => "source of the Rust library".to_owned(),
        Need::WasmLibrary => format!("Rust library for {WASM}"),
        Need::ThumbLibrary => format!("Rust library for {THUMB}"),
        Need::Rustfmt => "rustfmt".to_owned(),
        Need::Clippy => "clippy".to_owned(),
        Need::Trunk => page_tools::trunk().to_string(),
        Need::WasmSplit => page_tools::wasm_split().to_string(),
        Need::WasmBindgen => page_tools::wasm_bindgen(project)?.to_string(),
        Need::WasmOpt => "wasm-opt".to_owned(),
        Need::CargoMutants => page_tools::cargo_mutants().to_string(),
        Need::Chromium => "Chromium".to_owned(),
        Need::Chromedriver => "chromedriver".to_owned(),
        Need::Node => "Node".to_owned(),
        Need::Emulator => chip::RP2040JS.name.to_owned(),
        Need::Axe => chip::AXE.name.to_owned(),
        Need::Biome => chip::BIOME.name.to_owned(),
        Need::TypeScript => chip::TYPESCRIPT.name.to_owned(),
        Need::Firefox => "Firefox".to_owned(),
        Need::WebKitDriver => "WebKitWebDriver".to_owned(),
        Need::Xvfb => "Xvfb".to_owned(),
    })
}

fn find(project: &Project, toolchain: &rust::Toolchain, need: Need) -> Outcome<Option<Found>> {
    Ok(match need {
        Need::RustSource => toolchain.source(),
        Need::WasmLibrary => toolchain.library(WASM),
        Need::ThumbLibrary => toolchain.library(THUMB),
        Need::Rustfmt => toolchain.component("rustfmt"),
        Need::Clippy => toolchain.component("cargo-clippy"),
        Need::Trunk => page_tools::trunk().find(),
        Need::WasmSplit => page_tools::wasm_split().find(),
        Need::WasmBindgen => page_tools::wasm_bindgen(project)?.find(),
        Need::WasmOpt => page_tools::find_wasm_opt()?,
        Need::CargoMutants => page_tools::cargo_mutants().find(),
        Need::Chromium => browser::find_chromium()?,
        Need::Chromedriver => browser::find_chromedriver()?,
        Need::Node => chip::find_node(),
        Need::Emulator => chip::RP2040JS.find(project)?,
        Need::Axe => chip::AXE.find(project)?,
        Need::Biome => chip::BIOME.find(project)?,
        Need::TypeScript => chip::TYPESCRIPT.find(project)?,
        Need::Firefox => engines::find_firefox()?,
        Need::WebKitDriver => engines::find_webkit_driver()?,
        Need::Xvfb => engines::find_xvfb()?,
    })
}

fn obtain(project: &Project, toolchain: &rust::Toolchain, need: Need) -> Outcome {
    match need {
        Need::RustSource => toolchain.add_source(),
        Need::WasmLibrary => toolchain.add_library(WASM),
        Need::ThumbLibrary => toolchain.add_library(THUMB),
        Need::Rustfmt => toolchain.add_component("rustfmt"),
        Need::Clippy => toolchain.add_component("clippy"),
        Need::Trunk => page_tools::trunk().obtain(),
        Need::WasmSplit => page_tools::wasm_split().obtain(),
        Need::WasmBindgen => page_tools::wasm_bindgen(project)?.obtain(),
        Need::WasmOpt => page_tools::obtain_wasm_opt(),
        Need::CargoMutants => page_tools::cargo_mutants().obtain(),
        Need::Chromium | Need::Chromedriver => browser::obtain(),
        Need::Node => chip::obtain_node(),
        Need::Emulator => chip::RP2040JS.obtain(project),
        Need::Axe => chip::AXE.obtain(project),
        Need::Biome => chip::BIOME.obtain(project),
        Need::TypeScript => chip::TYPESCRIPT.obtain(project),
        Need::Firefox => engines::obtain_firefox(),
        Need::WebKitDriver | Need::Xvfb => engines::obtain_webkit(),
    }
}
