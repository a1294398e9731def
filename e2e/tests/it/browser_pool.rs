//! A browser of the pool is in the state of a new one for each test.

use std::sync::Arc;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use serde_json::{Value, json};

use crate::Outcome;
use crate::server::serve;

/// The state that a page can read: storage, caches, window, touch, network and colours.
const STATE: &str = "const done = arguments[0];
    Promise.all([caches.keys(), indexedDB.databases()]).then(([cached, databases]) => done([
        localStorage.length, document.cookie, cached.length, databases.length, innerWidth, devicePixelRatio,
        navigator.maxTouchPoints, navigator.onLine, matchMedia('(prefers-color-scheme: dark)').matches]));";
/// Stores something in each kind of storage.
const STORE: &str = "const done = arguments[0];
    localStorage.setItem('a', 'b');
    document.cookie = 'a=b; max-age=1000';
    const database = indexedDB.open('a');
    database.onsuccess = () => caches.open('a').then(() => done(true));";

#[test]
fn a_browser_of_the_pool_has_no_state_of_the_test_before() -> Outcome {
    let server = serve()?;
    // A driver of its own, whose pool has one browser.
    let driver = Arc::new(Driver::start()?);
    let lease = || -> Result<(Chromium, Vec<String>, Value), String> {
        let chromium = Chromium::from_pool(Arc::clone(&driver), &BrowserOptions::default())?;
        // A file without scripts.
        chromium.open(&format!("{}twin/twin.json", server.address()))?;
        let (empty, state) = (empty_windows(&chromium)?, chromium.evaluate_async(STATE, Vec::new())?);
        Ok((chromium, empty, state))
    };
    let (chromium, empty, fresh) = lease()?;
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    chromium.devtools("Emulation.setDeviceMetricsOverride", phone)?;
    chromium.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    chromium.devtools("Emulation.setEmulatedMedia", json!({ "features": dark }))?;
    chromium.evaluate_async::<bool>(STORE, Vec::new())?;
    chromium.devtools("Network.enable", json!({}))?;
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    chromium.devtools("Network.emulateNetworkConditions", offline)?;
    let changed: Value = chromium.evaluate_async(STATE, Vec::new())?;
    let parts = |state: &Value| state.as_array().cloned().unwrap_or_default();
    if parts(&changed).len() != 9 || parts(&changed).iter().zip(&parts(&fresh)).any(|(now, then)| now == then) {
        return Err(format!("a part of the state has not changed: {fresh}, {changed}"));
    }
    chromium.new_tab()?;
    drop(chromium);

    let (_chromium, still_empty, state) = lease()?;
    if still_empty != empty || empty.len() != 1 {
        return Err(format!("it is another browser, or a tab is still open: {empty:?}, {still_empty:?}"));
    }
    if state == fresh { Ok(()) } else { Err(format!("the state is {state}, not {fresh}")) }
}

/// The empty windows: the one that keeps the browser open.
fn empty_windows(chromium: &Chromium) -> Result<Vec<String>, String> {
    let targets = chromium.devtools("Target.getTargets", json!({}))?;
    let all = targets["targetInfos"].as_array().ok_or("the browser lists no windows")?;
    let empty = all.iter().filter(|target| target["type"] == "page" && target["url"] == "about:blank");
    Ok(empty.filter_map(|target| target["targetId"].as_str()).map(str::to_owned).collect())
}
