//! Each page as one file, opened from a folder that has nothing else in it.
//!
//! `cargo xtask test` writes the files, as `cargo xtask single-file` does.

use std::fs;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, card_selector};
use acceptance::served::dist;
use firmware_core::time::Millis;
use serde_json::json;
use tempfile::TempDir;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::page::downloaded;

/// The page in its file, in a folder of its own beside the other one.
fn opened<W: SiteWithPage>(place: &str, folder: &TempDir) -> Result<Page<W>, String> {
    for place in ["quay", "bus"] {
        let name = format!("kerb-and-quay-{place}.html");
        fs::copy(dist().join(&name), folder.path().join(&name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let chromium =
        Chromium::start(Driver::shared()?, &BrowserOptions { logs_requests: true, ..BrowserOptions::default() })?;
    let watch = "window.stopped = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            window.stopped.push(`${effectiveDirective} ${blockedURI}`));";
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }))?;
    let file = folder.path().join(format!("kerb-and-quay-{place}.html"));
    let page = Page::open(chromium, &format!("file://{}{MANUAL_CLOCK}", file.display()))?;
    page.open_panels()?;
    Ok(page)
}

/// Nothing was asked for but the file itself, and its policy had nothing to stop.
fn asks_nobody<W: SiteWithPage>(page: Page<W>) -> Outcome {
    let stopped: Vec<String> = page.chromium().evaluate("return window.stopped", Vec::new())?;
    if !stopped.is_empty() {
        return Err(format!("the file's own policy stops it: {stopped:?}"));
    }
    let requests = page.into_chromium().requests()?;
    let held = |address: &str| ["data:", "blob:", "file:"].iter().any(|kind| address.starts_with(kind));
    let others: Vec<_> = requests.iter().filter(|(_, to)| !held(to)).collect();
    if others.is_empty() { Ok(()) } else { Err(format!("the file asks others: {others:#?}")) }
}

#[test]
fn the_quay_works_from_a_file() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Quay>("quay", &folder)?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    for _ in 0..4 {
        page.click("[data-key=\"2\"]")?;
    }
    page.pass(Millis(3_000))?;
    page.pass(Millis(5_500))?;
    let seen = page.snapshot()?.seen.screen;
    if seen != "RemoveCard" {
        return Err(format!("the display shows {seen}"));
    }
    if page.chromium().find("[data-do=\"twin\"]")?.is_some() {
        return Err("the firmware is offered, which is not in the file".to_owned());
    }
    // The worker that tells sessions is in the file, too.
    page.click("[data-do=\"save\"]")?;
    let (_, told) = downloaded(&page)?;
    if !told.contains("Feature: ") {
        return Err(format!("what was saved is no feature: {told}"));
    }
    let way: String = page.chromium().evaluate("return document.querySelector('.elsewhere').href", Vec::new())?;
    if !way.ends_with("/kerb-and-quay-bus.html") {
        return Err(format!("the way to the bus leads to {way}"));
    }
    asks_nobody(page)
}

#[test]
fn the_bus_works_from_a_file() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Bus>("bus", &folder)?;
    page.click("[data-face-choice=\"touch\"]")?;
    page.click("[data-driver=\"next-stop\"]")?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("Anna")))?;
    page.pass(Millis(1_000))?;
    let seen: String =
        page.chromium().evaluate("return document.querySelector('[data-display=touch]').dataset.screen", Vec::new())?;
    if seen != "Taken" {
        return Err(format!("the display shows {seen}"));
    }
    asks_nobody(page)
}

#[test]
fn a_browser_that_keeps_nothing_for_files_shows_them_all_the_same() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Quay>("quay", &folder)?;
    let without = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
        Object.defineProperty(navigator, 'locks', { value: undefined });";
    page.chromium().devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": without }))?;
    page.chromium().reload()?;
    page.wait_until_ready()?;
    page.require("[data-bar=\"unsaved\"]")?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    let seen = page.snapshot()?.seen.screen;
    if seen == "ServiceSelect" { Ok(()) } else { Err(format!("the display shows {seen}")) }
}
