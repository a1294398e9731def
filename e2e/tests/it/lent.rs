//! A browser that one test has after another: nothing of one is there for the next.

use std::sync::Arc;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::served::{Served, dist};
use serde_json::{Value, json};

use crate::Outcome;

/// What a page finds of those before it.
const SIGHT: &str = "const done = arguments[0];
    Promise.all([caches.keys(), indexedDB.databases()]).then(([kept, bases]) => done([
        localStorage.length, document.cookie, kept.length, bases.length, innerWidth, devicePixelRatio,
        navigator.maxTouchPoints, navigator.onLine, matchMedia('(prefers-color-scheme: dark)').matches]));";
/// Leaves something of everything.
const LEAVE: &str = "const done = arguments[0];
    localStorage.setItem('a', 'b');
    document.cookie = 'a=b; max-age=1000';
    const base = indexedDB.open('a');
    base.onsuccess = () => caches.open('a').then(() => done(true));";

#[test]
fn nothing_of_a_guest_is_there_for_the_next_one_of_the_same_browser() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    // One that nobody else asks for browsers.
    let driver = Arc::new(Driver::start()?);
    let lent = || -> Result<(Chromium, Vec<String>, Value), String> {
        let chromium = Chromium::from_pool(Arc::clone(&driver), &BrowserOptions::default())?;
        // A page that does nothing by itself.
        chromium.open(&format!("{}twin/twin.json", served.address))?;
        let (empty, sight) = (empty(&chromium)?, chromium.evaluate_async(SIGHT, Vec::new())?);
        Ok((chromium, empty, sight))
    };
    let (chromium, empty, fresh) = lent()?;
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    chromium.devtools("Emulation.setDeviceMetricsOverride", phone)?;
    chromium.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    chromium.devtools("Emulation.setEmulatedMedia", json!({ "features": dark }))?;
    chromium.evaluate_async::<bool>(LEAVE, Vec::new())?;
    chromium.devtools("Network.enable", json!({}))?;
    let nothing = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    chromium.devtools("Network.emulateNetworkConditions", nothing)?;
    let sullied: Value = chromium.evaluate_async(SIGHT, Vec::new())?;
    let all = |sight: &Value| sight.as_array().cloned().unwrap_or_default();
    if all(&sullied).len() != 9 || all(&sullied).iter().zip(&all(&fresh)).any(|(now, then)| now == then) {
        return Err(format!("not everything is another: {fresh}, {sullied}"));
    }
    chromium.new_tab()?;
    drop(chromium);

    let (_chromium, still_empty, seen) = lent()?;
    if still_empty != empty || empty.len() != 1 {
        return Err(format!("this is not the same browser, or a tab is still open: {empty:?}, {still_empty:?}"));
    }
    if seen == fresh { Ok(()) } else { Err(format!("something has stayed: {seen}, not {fresh}")) }
}

/// The windows with nothing in them: the one that keeps the browser open.
fn empty(chromium: &Chromium) -> Result<Vec<String>, String> {
    let targets = chromium.devtools("Target.getTargets", json!({}))?;
    let all = targets["targetInfos"].as_array().ok_or("no windows are told")?;
    let empty = all.iter().filter(|target| target["type"] == "page" && target["url"] == "about:blank");
    Ok(empty.filter_map(|target| target["targetId"].as_str()).map(str::to_owned).collect())
}
