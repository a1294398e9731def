//! The page offline, and updates of the page.
//!
//! These tests serve the built page themselves, remove it and replace it by another version.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, card_selector, dist};
use serde_json::{Value, json};
use tempfile::TempDir;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::server::{serve, serve_folder};
use crate::twin::expect_firmware;

/// Whether an active service worker controls the page.
const HAS_WORKER: &str = "const done = arguments[0];
    navigator.serviceWorker.ready.then(async ({ active }) =>
        done(active.state === 'activated' && navigator.serviceWorker.controller !== null));";

/// Waits until the service worker controls the page: it has stored all files then.
pub fn expect_worker(page: &Chromium) -> Outcome {
    until(|| {
        let has_worker = page.evaluate_async(HAS_WORKER, Vec::new())?;
        if has_worker { Ok(()) } else { Err("no service worker controls the page".to_owned()) }
    })
}

/// Takes the network away, or gives it back.
pub fn network(page: &Chromium, is_there: bool) -> Outcome {
    page.devtools("Network.enable", json!({}))?;
    let conditions = json!({ "offline": !is_there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.devtools("Network.emulateNetworkConditions", conditions).map(drop)
}

#[test]
fn every_page_works_offline() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let quay = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(quay.chromium())?;
    let present = format!("{} [data-do=\"present\"]", card_selector("My card"));
    quay.click(&present)?;
    // Neither network nor server.
    network(quay.chromium(), false)?;
    let nothing = TempDir::new().map_err(|error| error.to_string())?;
    server.set_folder(nothing.path());
    quay.chromium().reload()?;
    quay.wait_until_ready()?;
    expect_screen(&quay, "ServiceSelect")?;
    // This loads the module that reads and writes sessions.
    quay.open_panels()?;
    quay.click("[data-do=\"save\"]")?;
    until(|| match fs::read_dir(quay.chromium().downloads()).map(Iterator::count) {
        Ok(1..) => Ok(()),
        _ => Err("the session was not saved".to_owned()),
    })?;
    let bus = Page::<Bus>::open(quay.into_chromium(), &format!("{}bus/{MANUAL_CLOCK}", server.address()))?;
    bus.open_panels()?;
    bus.click("[data-face-choice=\"touch\"]")?;
    bus.click("[data-driver=\"next-stop\"]")?;
    bus.require("[data-board]")?;
    // The other addresses of a page.
    expect_page(&bus, &format!("{}bus/index.html{MANUAL_CLOCK}", server.address()), "/bus/index.html")?;
    expect_page(&bus, &format!("{}bus{MANUAL_CLOCK}", server.address()), "/bus/")?;
    let address = format!("{}index.html{MANUAL_CLOCK}", server.address());
    let quay = Page::<Quay>::open(bus.into_chromium(), &address)?;
    expect_page(&quay, &address, "/index.html")
}

/// Opens the page of a site at `address`; the browser shows `path`.
fn expect_page<W: SiteWithPage>(page: &Page<W>, address: &str, path: &str) -> Outcome {
    page.go(address)?;
    let shown: String = page.chromium().evaluate("return location.pathname", Vec::new())?;
    if shown == path { Ok(()) } else { Err(format!("{address} leads to {shown}, not to {path}")) }
}

/// Responses of the service worker have an address without a query.
#[test]
fn each_site_runs_its_own_firmware_with_a_service_worker() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let quay = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(quay.chromium())?;
    expect_firmware(&quay)?;
    let bus = Page::<Bus>::open(quay.into_chromium(), &format!("{}bus/{MANUAL_CLOCK}", server.address()))?;
    expect_firmware(&bus)
}

#[test]
fn the_firmware_runs_offline_once_it_has_run() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    expect_firmware(&page)?;
    network(page.chromium(), false)?;
    let nothing = TempDir::new().map_err(|error| error.to_string())?;
    server.set_folder(nothing.path());
    page.chromium().reload()?;
    page.wait_until_ready()?;
    expect_firmware(&page)
}

#[test]
fn firmware_that_is_built_later_is_loaded() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    copy(&dist(), folder.path())?;
    // `cargo xtask run` serves the page without firmware while it builds it.
    let (aside, list) = (folder.path().join("aside"), FirmwareList::read(folder.path())?);
    let home = folder.path().join("twin").join(&list.folder);
    rename(&home, &aside)?;
    FirmwareList::write(folder.path(), &json!({ "page": list.page }))?;
    let server = serve_folder(folder.path(), |_, _| {})?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"building\"] .twin-told:not(:empty)"))?;

    rename(&aside, &home)?;
    FirmwareList::write(folder.path(), &list.all)?;
    until(|| page.require(".twin[data-twin=\"running\"]:not([data-agreed=\"0\"])"))?;
    check_for_update(page.chromium())?;
    let state = "navigator.serviceWorker.getRegistration().then(({ waiting, installing }) =>
        arguments[0](waiting !== null || installing !== null))";
    let is_new = page.chromium().evaluate_async::<bool>(state, Vec::new())?;
    match page.chromium().find("[data-bar=\"new-version\"]")? {
        None if !is_new => Ok(()),
        _ => Err("new firmware counts as a new version of the page".to_owned()),
    }
}

/// A cached page may be older than the served one. It does not use the firmware of another version of the page.
#[test]
fn a_cached_page_runs_firmware_of_its_own_build() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    expect_firmware(&page)?;
    let own = firmware_folder(&page)?;

    let newer = newer()?;
    change_list(newer.path(), "newer page", "newer-firmware")?;
    server.set_folder(newer.path());
    page.click("[data-do=\"twin\"]")?;
    expect_firmware(&page)?;
    match firmware_folder(&page)? {
        seen if seen == own => {}
        seen => return Err(format!("the page runs the firmware of another build: {seen}, not {own}")),
    }

    let repaired = TempDir::new().map_err(|error| error.to_string())?;
    copy(&dist(), repaired.path())?;
    change_list(repaired.path(), &FirmwareList::read(repaired.path())?.page, "repaired-firmware")?;
    server.set_folder(repaired.path());
    page.click("[data-do=\"twin\"]")?;
    expect_firmware(&page)?;
    match firmware_folder(&page)? {
        seen if seen == "repaired-firmware" => Ok(()),
        seen => Err(format!("the page runs the firmware in {seen}, not the repaired one")),
    }
}

/// A cached page without firmware of its own version runs none.
#[test]
fn a_cached_page_does_not_run_firmware_of_another_build() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    let newer = newer()?;
    change_list(newer.path(), "newer page", "newer-firmware")?;
    server.set_folder(newer.path());
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"missing\"]").map(drop))
}

/// The folder of the firmware that the page runs.
fn firmware_folder(page: &Page) -> Result<String, String> {
    let folder = "return document.querySelector('.twin-file').href.split('/').at(-2)";
    page.chromium().evaluate(folder, Vec::new())
}

/// The list of the firmware for a page.
struct FirmwareList {
    /// The version of the page.
    page: String,
    folder: String,
    all: Value,
}

impl FirmwareList {
    fn read(dist: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(Self::file(dist)).map_err(|error| error.to_string())?;
        let all: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let text_of = |name: &str| all[name].as_str().map(str::to_owned).ok_or_else(|| format!("no {name} in {text}"));
        Ok(Self { page: text_of("page")?, folder: text_of("folder")?, all })
    }

    fn write(dist: &Path, all: &Value) -> Outcome {
        fs::write(Self::file(dist), all.to_string()).map_err(|error| error.to_string())
    }

    fn file(dist: &Path) -> PathBuf {
        dist.join("twin").join("twin.json")
    }
}

/// Changes the version of the page and the folder in the list of a built page.
fn change_list(dist: &Path, page: &str, folder: &str) -> Outcome {
    let mut list = FirmwareList::read(dist)?;
    let twin = dist.join("twin");
    rename(&twin.join(&list.folder), &twin.join(folder))?;
    list.all["page"] = page.into();
    list.all["folder"] = folder.into();
    FirmwareList::write(dist, &list.all)
}

fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| format!("{}: {error}", from.display()))
}

/// Lets the browser check for a new version, and waits for the result.
fn check_for_update(page: &Chromium) -> Outcome {
    let check =
        "navigator.serviceWorker.getRegistration().then((kept) => kept.update()).then(() => arguments[0](true))";
    page.evaluate_async::<bool>(check, Vec::new()).map(drop)
}

#[test]
fn a_new_version_is_used_only_on_request() -> Outcome {
    let server = serve()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    expect_worker(page.chromium())?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    expect_screen(&page, "ServiceSelect")?;
    is_version(&page, "")?;

    let newer = newer()?;
    server.set_folder(newer.path());
    check_for_update(page.chromium())?;
    until(|| page.require("[data-bar=\"new-version\"]"))?;
    // The old version still runs, even after a reload.
    is_version(&page, "")?;
    page.chromium().reload()?;
    page.wait_until_ready()?;
    is_version(&page, "")?;
    expect_screen(&page, "ServiceSelect")?;

    until(|| page.require("[data-bar=\"new-version\"]"))?;
    page.click("[data-do=\"use-new-version\"]")?;
    until(|| is_version(&page, "newer"))?;
    page.wait_until_ready()?;
    expect_screen(&page, "ServiceSelect")?;
    until(|| match page.chromium().find("[data-bar=\"new-version\"]")? {
        None => Ok(()),
        Some(_) => Err("the notice of the new version is still shown".to_owned()),
    })?;
    // The cache of the old version is deleted.
    let caches: usize =
        page.chromium().evaluate_async("caches.keys().then((all) => arguments[0](all.length))", Vec::new())?;
    if caches == 1 { Ok(()) } else { Err(format!("there are {caches} caches")) }
}

fn expect_screen(page: &Page, screen: &str) -> Outcome {
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

/// A copy of the built page with another version of its first file and of its service worker.
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
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, target).map_err(wrong)?;
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
