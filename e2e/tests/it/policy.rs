//! The page's Content Security Policy, and its requests: all of them go to its own server.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url};
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// Records violations of the policy.
const WATCH: &str = "window.stopped = [];
    addEventListener('securitypolicyviolation', (event) =>
        window.stopped.push(`${event.effectiveDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`));";

#[test]
fn the_quay_violates_no_policy() -> Outcome {
    use_everything::<Quay>()
}

#[test]
fn the_bus_violates_no_policy() -> Outcome {
    use_everything::<Bus>()
}

/// Opens every panel, runs the firmware, saves the session and changes the language. Nothing may violate the policy,
/// and every request has to go to the page's own server.
fn use_everything<W: SiteWithPage>() -> Outcome {
    let base = base_url()?;
    let options = BrowserOptions { logs_requests: true, ..BrowserOptions::default() };
    let chromium = Chromium::start(Driver::shared()?, &options)?;
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
    let page = Page::<W>::open(chromium, &address(&format!("{base}{}", W::SITE.path), MANUAL_CLOCK))?;
    page.open_panels()?;
    if W::SITE.devices.len() > 1 {
        page.click("[data-side-by-side]")?;
    }
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"running\"]"))?;
    until(|| page.require(".twin:not([data-agreed=\"0\"])"))?;
    page.choose_language("uk")?;
    page.click("[data-do=\"save\"]")?;
    until(|| match std::fs::read_dir(page.chromium().downloads()).map(Iterator::count) {
        Ok(1..) => Ok(()),
        _ => Err("the session was not saved: its worker does not run".to_owned()),
    })?;
    let stopped: Vec<String> = page.chromium().evaluate("return window.stopped", Vec::new())?;
    if !stopped.is_empty() {
        return Err(format!("the page violates its policy: {stopped:#?}"));
    }
    let read = "return document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content";
    let policy: String = page.chromium().evaluate(read, Vec::new())?;
    if policy.contains("unsafe-inline") || policy.contains("'unsafe-eval'") || !policy.contains("default-src 'none'") {
        return Err(format!("the policy is too weak: {policy}"));
    }
    // The browser enforces the policy.
    let injected: bool = page.chromium().evaluate(
        "const script = document.createElement('script'); script.textContent = 'window.injected = true';
         document.body.append(script); return window.injected === true;",
        Vec::new(),
    )?;
    if injected {
        return Err("an injected script has run".to_owned());
    }
    let requests = page.into_chromium().requests()?;
    let is_own =
        |address: &str| ["data:", "blob:"].iter().any(|own| address.starts_with(own)) || address.starts_with(&base);
    let others: Vec<_> = requests.iter().filter(|(_, to)| !is_own(to)).collect();
    if !others.is_empty() {
        return Err(format!("the page sends requests to other addresses: {others:#?}"));
    }
    // Firmware, emulator and worker are in the log, so the log is complete.
    let has = |end: &str| requests.iter().any(|(_, to)| to.ends_with(end));
    if has(".uf2") && has("boards.js") && has("parser_bg.wasm") {
        Ok(())
    } else {
        Err(format!("requests are missing in the log: {requests:#?}"))
    }
}
