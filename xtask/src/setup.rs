//! Everything a command needs before it can work: found as it is, or fetched.
//!
//! Nothing is written down between two calls. What is there is looked for each time, which takes a moment, so that a
//! tool that was removed or replaced by hand is noticed.

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
use crate::project::Project;
use crate::stopwatch::spelled;
pub use page_tools::children_path;
pub use rust::{THUMB, WASM, with_library, with_small_library};

/// One thing that has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The source of the standard library: the page is released with one of its own.
    RustSource,
    /// The standard library for the page while it is worked on.
    WasmLibrary,
    /// The core library for the microcontroller.
    ThumbLibrary,
    /// Rust's formatter.
    Rustfmt,
    /// Rust's linter.
    Clippy,
    /// Puts the page together.
    Trunk,
    /// Makes modules of the page's Wasm.
    WasmSplit,
    /// Writes the JavaScript between the page and its Wasm, in exactly the locked version.
    WasmBindgen,
    /// Makes the Wasm small.
    WasmOpt,
    /// Changes the devices' rules.
    CargoMutants,
    /// The browser of the acceptance tests.
    Chromium,
    /// The driver of that browser.
    Chromedriver,
    /// What runs the emulated boards of the acceptance tests.
    Node,
    /// The emulator, in exactly the locked version.
    Emulator,
    /// What looks for faults that shut people out, in exactly the locked version.
    Axe,
    /// A browser with an engine of its own.
    Firefox,
    /// The driver of `WebKitGTK`, Safari's engine, with its browser.
    WebKitDriver,
    /// The virtual display of that browser.
    Xvfb,
}

impl Need {
    /// All that the project's tests and its page take.
    pub const ALL: [Self; 17] = [
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
        Self::Firefox,
        Self::WebKitDriver,
        Self::Xvfb,
    ];
    /// What building the page for release needs.
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
    /// What working on the page needs.
    pub const DEV: &[Self] = &[Self::WasmLibrary, Self::WasmSplit, Self::WasmBindgen, Self::Trunk, Self::WasmOpt];
    /// What using the page as a person does needs.
    pub const BROWSER: &[Self] = &[Self::Chromium, Self::Chromedriver, Self::Axe];
    /// What the tests in other engines than Chromium's need.
    pub const ENGINES: &[Self] = &[Self::Firefox, Self::WebKitDriver, Self::Xvfb];
    /// What building the firmware needs.
    pub const CHIP: &[Self] = &[Self::RustSource, Self::ThumbLibrary];
    /// What running the firmware on an emulated board needs.
    pub const EMULATOR: &[Self] = &[Self::Node, Self::Emulator];
}

/// A thing that is there.
#[derive(Debug, Clone)]
pub struct Found {
    /// The program or the folder.
    pub place: PathBuf,
    /// Its version, or how it came to be there.
    pub note: String,
}

impl Found {
    /// A program of this version.
    fn program(place: PathBuf, version: &str) -> Self {
        let note = format!("{version}, {}", place.display());
        Self { place, note }
    }
}

/// What set-up has found or fetched.
#[derive(Default)]
pub struct Toolbox {
    found: BTreeMap<Need, Found>,
}

impl Toolbox {
    /// Where a thing is that was asked for.
    ///
    /// # Panics
    ///
    /// It was not among the needs this toolbox was provided for.
    pub fn place(&self, need: Need) -> &Path {
        &self.found.get(&need).unwrap_or_else(|| panic!("set-up was not asked for {need:?}")).place
    }

    /// What the acceptance tests on emulated boards read to find Node.
    pub fn chip_variables(&self) -> [(&'static str, OsString); 1] {
        [(chip::NODE_VARIABLE, self.place(Need::Node).into())]
    }

    /// What the browser tests read to find their browser.
    pub fn browser_variables(&self) -> [(&'static str, OsString); 2] {
        [
            (browser::CHROMIUM_VARIABLE, self.place(Need::Chromium).into()),
            (browser::CHROMEDRIVER_VARIABLE, self.place(Need::Chromedriver).into()),
        ]
    }

    /// The environment variables by which the tests in other engines find their browsers.
    pub fn engine_variables(&self) -> [(&'static str, OsString); 3] {
        [
            (engines::FIREFOX_VARIABLE, self.place(Need::Firefox).into()),
            (engines::WEBKIT_DRIVER_VARIABLE, self.place(Need::WebKitDriver).into()),
            (engines::XVFB_VARIABLE, self.place(Need::Xvfb).into()),
        ]
    }
}

/// Finds everything needed and fetches what is missing, each with its time.
///
/// # Errors
///
/// Something is missing and cannot be had here: the sentence says what to type or to install.
pub fn provide(project: &Project, needs: &[Need]) -> Outcome<Toolbox> {
    println!("== set-up");
    let start = Instant::now();
    let toolchain = rust::Toolchain::active(project)?;
    let mut toolbox = Toolbox::default();
    let mut fetched = false;
    for &need in needs {
        let begun = Instant::now();
        let name = name(project, need)?;
        let found = if let Some(found) = find(project, &toolchain, need)? {
            found
        } else {
            println!("   {name}: missing, getting it");
            obtain(project, &toolchain, need)?;
            fetched = true;
            find(project, &toolchain, need)?
                .ok_or_else(|| Failure::new(format!("{name} was fetched without complaint and still is not there.")))?
        };
        println!("   {name}: {} ({})", found.note, spelled(begun.elapsed()));
        toolbox.found.insert(need, found);
    }
    if fetched {
        page_tools::tidy_up();
    }
    println!("== set-up: done after {}", spelled(start.elapsed()));
    Ok(toolbox)
}

/// Whether everything needed is there.
///
/// # Errors
///
/// Something is there and cannot be used.
pub fn is_done(project: &Project, needs: &[Need]) -> Outcome<bool> {
    let toolchain = rust::Toolchain::active(project)?;
    for &need in needs {
        if find(project, &toolchain, need)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Says of everything there is to need whether it is there.
///
/// # Errors
///
/// Something is missing.
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
        println!("Everything is there.");
        return Ok(());
    }
    Err(Failure::new(format!("Missing: {}. `cargo xtask setup` gets it.", missing.join(", "))))
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
        Need::Firefox => engines::obtain_firefox(),
        Need::WebKitDriver | Need::Xvfb => engines::obtain_webkit(),
    }
}
