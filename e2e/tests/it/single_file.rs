//! Each page as a single file, opened from a folder with nothing else.
//!
//! `cargo xtask test` writes the files like `cargo xtask single-file`.

use std::fs;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, card_selector, dist};
use acceptance::site::{Site, SiteKind};
use firmware_core::time::Millis;
use serde_json::json;
use tempfile::TempDir;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::page::downloaded;

/// Copies the files of all sites into a folder and opens the one of this site.
pub fn opened<W: SiteWithPage>(folder: &TempDir) -> Result<Page<W>, String> {
    let file_name = |site: Site| format!("kerb-and-quay-{}.html", site.name);
    for name in SiteKind::ALL.map(|kind| file_name(kind.site())) {
        fs::copy(dist().join(&name), folder.path().join(&name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let chromium =
        Chromium::start(Driver::shared()?, &BrowserOptions { logs_requests: true, ..BrowserOptions::default() })?;
    let watch = "window.stopped = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            window.stopped.push(`${effectiveDirective} ${blockedURI}`));";
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }))?;
    let file = folder.path().join(file_name(W::SITE));
    let page = Page::open(chromium, &format!("file://{}{MANUAL_CLOCK}", file.display()))?;
    page.open_panels()?;
    Ok(page)
}

/// Expects that the page requests nothing but its file, and violates no policy.
fn expect_no_requests<W: SiteWithPage>(page: Page<W>) -> Outcome {
    let stopped: Vec<String> = page.chromium().evaluate("return window.stopped", Vec::new())?;
    if !stopped.is_empty() {
        return Err(format!("the file violates its policy: {stopped:?}"));
    }
    let requests = page.into_chromium().requests()?;
    let is_own = |address: &str| ["data:", "blob:", "file:"].iter().any(|kind| address.starts_with(kind));
    let others: Vec<_> = requests.iter().filter(|(_, to)| !is_own(to)).collect();
    if others.is_empty() { Ok(()) } else { Err(format!("the file requests other addresses: {others:#?}")) }
}

#[test]
fn the_quay_works_from_a_file() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Quay>(&folder)?;
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
        return Err("the page offers the firmware, which the file does not contain".to_owned());
    }
    // The file contains the worker that writes sessions.
    page.click("[data-do=\"save\"]")?;
    let (_, text) = downloaded(&page)?;
    if !text.contains("Feature: ") {
        return Err(format!("the saved file is not a feature: {text}"));
    }
    let link: String = page.chromium().evaluate("return document.querySelector('.site-link').href", Vec::new())?;
    if !link.ends_with("/kerb-and-quay-bus.html") {
        return Err(format!("the link to the bus leads to {link}"));
    }
    expect_no_requests(page)
}

#[test]
fn the_bus_works_from_a_file() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Bus>(&folder)?;
    page.click("[data-face-choice=\"touch\"]")?;
    page.click("[data-driver=\"next-stop\"]")?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("Anna")))?;
    page.pass(Millis(1_000))?;
    let seen: String =
        page.chromium().evaluate("return document.querySelector('[data-display=touch]').dataset.screen", Vec::new())?;
    if seen != "Taken" {
        return Err(format!("the display shows {seen}"));
    }
    expect_no_requests(page)
}

#[test]
fn the_file_works_without_storage() -> Outcome {
    let folder = TempDir::new().map_err(|error| error.to_string())?;
    let page = opened::<Quay>(&folder)?;
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
