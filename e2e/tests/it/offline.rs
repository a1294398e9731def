//! The page without a network, and the page in a newer version.
//!
//! These tests serve the built page themselves: they take it away, and put another in its place.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, card_selector};
use acceptance::served::{Served, dist};
use serde_json::{Value, json};
use tempfile::TempDir;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::twin::runs_firmware;

/// The page is kept by a worker, which has all of it.
const IS_KEPT: &str = "const done = arguments[0];
    navigator.serviceWorker.ready.then(async ({ active }) =>
        done(active.state === 'activated' && navigator.serviceWorker.controller !== null));";

fn kept(page: &Chromium) -> Outcome {
    until(|| {
        let is_kept = page.evaluate_async(IS_KEPT, Vec::new())?;
        if is_kept { Ok(()) } else { Err("no worker keeps the page".to_owned()) }
    })
}

fn network(page: &Chromium, is_there: bool) -> Outcome {
    page.devtools("Network.enable", json!({}))?;
    let conditions = json!({ "offline": !is_there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.devtools("Network.emulateNetworkConditions", conditions).map(drop)
}

#[test]
fn both_pages_work_without_a_network() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let quay = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(quay.chromium())?;
    let present = format!("{} [data-do=\"present\"]", card_selector("My card"));
    quay.click(&present)?;
    // The network is gone, and so is the server.
    network(quay.chromium(), false)?;
    let nothing = TempDir::new().map_err(|error| error.to_string())?;
    served.turn_to(nothing.path().to_owned());
    quay.chromium().reload()?;
    quay.wait_until_ready()?;
    is_on(&quay, "ServiceSelect")?;
    // A part that is fetched only now: what reads and tells sessions.
    quay.open_panels()?;
    quay.click("[data-do=\"save\"]")?;
    until(|| match fs::read_dir(quay.chromium().downloads()).map(Iterator::count) {
        Ok(1..) => Ok(()),
        _ => Err("the session was not saved".to_owned()),
    })?;
    let bus = Page::<Bus>::open(quay.into_chromium(), &format!("{}bus/{MANUAL_CLOCK}", served.address))?;
    bus.open_panels()?;
    bus.click("[data-face-choice=\"touch\"]")?;
    bus.click("[data-driver=\"next-stop\"]")?;
    bus.require("[data-board]").map(drop)
}

/// The worker that keeps the pages answers from then on: what it answers with has no query in its address.
#[test]
fn each_place_runs_its_own_firmware_once_the_pages_are_kept() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let quay = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(quay.chromium())?;
    runs_firmware(&quay)?;
    let bus = Page::<Bus>::open(quay.into_chromium(), &format!("{}bus/{MANUAL_CLOCK}", served.address))?;
    runs_firmware(&bus)
}

#[test]
fn the_firmware_runs_without_a_network_once_it_has_run() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(page.chromium())?;
    runs_firmware(&page)?;
    network(page.chromium(), false)?;
    let nothing = TempDir::new().map_err(|error| error.to_string())?;
    served.turn_to(nothing.path().to_owned());
    page.chromium().reload()?;
    page.wait_until_ready()?;
    runs_firmware(&page)
}

#[test]
fn the_firmware_comes_to_a_page_that_stands_already() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    copy(&dist(), folder.path())?;
    // As `cargo xtask run` serves it while it builds the firmware.
    let (aside, list) = (folder.path().join("aside"), Listed::of(folder.path())?);
    let home = folder.path().join("twin").join(&list.folder);
    moved(&home, &aside)?;
    Listed::lay(folder.path(), &json!({ "page": list.page }))?;
    let served = Served::begin(folder.path().to_owned(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(page.chromium())?;
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"building\"] .twin-told:not(:empty)"))?;

    moved(&aside, &home)?;
    Listed::lay(folder.path(), &list.all)?;
    until(|| page.require(".twin[data-twin=\"running\"]:not([data-agreed=\"0\"])"))?;
    look_for_new(page.chromium())?;
    let state = "navigator.serviceWorker.getRegistration().then(({ waiting, installing }) =>
        arguments[0](waiting !== null || installing !== null))";
    let is_new = page.chromium().evaluate_async::<bool>(state, Vec::new())?;
    match page.chromium().find("[data-bar=\"new-version\"]")? {
        None if !is_new => Ok(()),
        _ => Err("the firmware alone is said to be a new version of the page".to_owned()),
    }
}

/// A page that is kept may be older than what is served. Another firmware for the same page is another matter.
#[test]
fn a_kept_page_runs_firmware_of_its_own_build() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(page.chromium())?;
    runs_firmware(&page)?;
    let own = firmwares_folder(&page)?;

    let newer = newer()?;
    relisted(newer.path(), "newer page", "newer-firmware")?;
    served.turn_to(newer.path().to_owned());
    page.click("[data-do=\"twin\"]")?;
    runs_firmware(&page)?;
    match firmwares_folder(&page)? {
        seen if seen == own => {}
        seen => return Err(format!("the page runs the firmware of another build: {seen}, not {own}")),
    }

    let repaired = TempDir::new().map_err(|error| error.to_string())?;
    copy(&dist(), repaired.path())?;
    relisted(repaired.path(), &Listed::of(repaired.path())?.page, "repaired-firmware")?;
    served.turn_to(repaired.path().to_owned());
    page.click("[data-do=\"twin\"]")?;
    runs_firmware(&page)?;
    match firmwares_folder(&page)? {
        seen if seen == "repaired-firmware" => Ok(()),
        seen => Err(format!("the page runs the firmware in {seen}, not the one that is there now")),
    }
}

/// Without any firmware of its own, a page that is older than what is served runs none.
#[test]
fn a_kept_page_takes_no_firmware_of_another_build() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(page.chromium())?;
    let newer = newer()?;
    relisted(newer.path(), "newer page", "newer-firmware")?;
    served.turn_to(newer.path().to_owned());
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"missing\"]").map(drop))
}

/// In which folder the firmware lies that the page runs.
fn firmwares_folder(page: &Page) -> Result<String, String> {
    let look = "return document.querySelector('.twin-file').href.split('/').at(-2)";
    page.chromium().evaluate(look, Vec::new())
}

/// The list of a page's firmware.
struct Listed {
    /// The version of the page that it belongs to.
    page: String,
    folder: String,
    all: Value,
}

impl Listed {
    fn of(dist: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(Self::place(dist)).map_err(|error| error.to_string())?;
        let all: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let word = |name: &str| all[name].as_str().map(str::to_owned).ok_or_else(|| format!("no {name} in {text}"));
        Ok(Self { page: word("page")?, folder: word("folder")?, all })
    }

    fn lay(dist: &Path, all: &Value) -> Outcome {
        fs::write(Self::place(dist), all.to_string()).map_err(|error| error.to_string())
    }

    fn place(dist: &Path) -> PathBuf {
        dist.join("twin").join("twin.json")
    }
}

/// Has the firmware of the page in this folder belong to that version of it, and lie in a folder of that name.
fn relisted(dist: &Path, page: &str, folder: &str) -> Outcome {
    let mut list = Listed::of(dist)?;
    let twin = dist.join("twin");
    moved(&twin.join(&list.folder), &twin.join(folder))?;
    list.all["page"] = page.into();
    list.all["folder"] = folder.into();
    Listed::lay(dist, &list.all)
}

fn moved(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| format!("{}: {error}", from.display()))
}

/// Has the browser look for a new version, and waits until it has.
fn look_for_new(page: &Chromium) -> Outcome {
    let look = "navigator.serviceWorker.getRegistration().then((kept) => kept.update()).then(() => arguments[0](true))";
    page.evaluate_async::<bool>(look, Vec::new()).map(drop)
}

#[test]
fn a_new_version_waits_until_it_is_wanted_and_nothing_is_lost() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.address))?;
    kept(page.chromium())?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    is_on(&page, "ServiceSelect")?;
    is_version(&page, "")?;

    let newer = newer()?;
    served.turn_to(newer.path().to_owned());
    look_for_new(page.chromium())?;
    until(|| page.require("[data-bar=\"new-version\"]"))?;
    // It waits: the page that is there goes on as it was, and is the same when it is loaded again.
    is_version(&page, "")?;
    page.chromium().reload()?;
    page.wait_until_ready()?;
    is_version(&page, "")?;
    is_on(&page, "ServiceSelect")?;

    until(|| page.require("[data-bar=\"new-version\"]"))?;
    page.click("[data-do=\"use-new-version\"]")?;
    until(|| is_version(&page, "newer"))?;
    page.wait_until_ready()?;
    is_on(&page, "ServiceSelect")?;
    until(|| match page.chromium().find("[data-bar=\"new-version\"]")? {
        None => Ok(()),
        Some(_) => Err("the new version is still said to be new".to_owned()),
    })?;
    // What kept the old version is gone.
    let caches: usize =
        page.chromium().evaluate_async("caches.keys().then((all) => arguments[0](all.length))", Vec::new())?;
    if caches == 1 { Ok(()) } else { Err(format!("{caches} versions are kept")) }
}

fn is_on(page: &Page, screen: &str) -> Outcome {
    until(|| match page.snapshot()?.seen.screen {
        seen if seen == screen => Ok(()),
        seen => Err(format!("the display shows {seen}, not {screen}")),
    })
}

fn is_version(page: &Page, version: &str) -> Outcome {
    match page.chromium().evaluate::<String>("return document.documentElement.dataset.version ?? ''", Vec::new())? {
        seen if seen == version => Ok(()),
        seen => Err(format!("this is the version {seen:?}, not {version:?}")),
    }
}

/// The built page once more, with one word changed in its first file, and a worker that says so.
fn newer() -> Result<TempDir, String> {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    copy(&dist(), folder.path())?;
    change(&folder.path().join("index.html"), "<html ", "<html data-version=newer ")?;
    change(&folder.path().join("offline.js"), "const VERSION = '", "const VERSION = 'newer ")?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let wrong = |error: std::io::Error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(wrong)?;
    for entry in fs::read_dir(from).map_err(wrong)? {
        let path: PathBuf = entry.map_err(wrong)?.path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, place).map_err(wrong)?;
        }
    }
    Ok(())
}

fn change(file: &Path, old: &str, new: &str) -> Outcome {
    let wrong = |error: std::io::Error| format!("{}: {error}", file.display());
    let text = fs::read_to_string(file).map_err(wrong)?;
    if !text.contains(old) {
        return Err(format!("{} has no {old:?}", file.display()));
    }
    fs::write(file, text.replacen(old, new, 1)).map_err(wrong)
}
