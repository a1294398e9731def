//! A device in a frame on a page of another origin: the messages between the two.
//!
//! `cargo xtask test` serves the devices and passes their address in `KERBQUAY_BASE_URL`. The tests serve the page
//! around the frame.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::base_url;
use acceptance::site::{SiteKind, SiteUnderTest as _};
use serde_json::{Value, json};
use static_server::Server;
use world::bus::Bus;

use crate::Outcome;
use crate::server::serve;

/// The demo page with a device of another origin.
struct Embedding {
    chromium: Chromium,
    _server: Server,
}

impl Embedding {
    fn with(device: &str, lang: &str) -> Result<Self, String> {
        let base = base_url()?;
        let server = serve()?;
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let at = format!("{}embed/?at={base}&device={device}&lang={lang}&clock=hand", server.address());
        chromium.open(&at)?;
        Ok(Self { chromium, _server: server })
    }

    /// Sends a command and returns its answer.
    fn ask(&self, command: &Value) -> Result<Value, String> {
        let script = "const [command, done] = arguments; window.ask.then((ask) => ask(command)).then(done)";
        self.chromium.evaluate_async(script, vec![command.clone()])
    }

    fn expect_done(&self, command: &Value) -> Outcome {
        match self.ask(command)? {
            answer if answer["done"] == true => Ok(()),
            answer => Err(format!("{command}: {answer}")),
        }
    }

    /// All events of this kind so far.
    fn events(&self, kind: &str) -> Result<Vec<Value>, String> {
        self.chromium.evaluate("return window.heard.filter(({ event }) => event === arguments[0])", vec![json!(kind)])
    }

    fn expect_screen(&self, screen: &str) -> Outcome {
        until(|| match self.events("screen")?.last() {
            Some(last) if last["screen"] == screen => Ok(()),
            last => Err(format!("the display shows {last:?}, not {screen}")),
        })
    }
}

#[test]
fn thirty_kroner_are_loaded_by_messages() -> Outcome {
    let embedding = Embedding::with("pedestal", "nb")?;
    let device = embedding.ask(&json!({ "do": "hello" }))?;
    if device["device"] != "pedestal" || device["lang"] != "nb" {
        return Err(format!("the answer to hello is {device}"));
    }
    embedding.expect_screen("Welcome")?;
    embedding.expect_done(&json!({ "do": "present", "card": "My card" }))?;
    embedding.expect_done(&json!({ "do": "pass", "ms": 1000 }))?;
    embedding.expect_screen("ServiceSelect")?;
    for _ in 0..4 {
        embedding.expect_done(&json!({ "do": "press", "key": "2" }))?;
        embedding.expect_done(&json!({ "do": "release", "key": "2" }))?;
    }
    embedding.expect_screen("OutletStatus")?;
    embedding.expect_done(&json!({ "do": "pass", "ms": 3000 }))?;
    embedding.expect_done(&json!({ "do": "pass", "ms": 6000 }))?;
    embedding.expect_screen("RemoveCard")?;
    embedding.expect_done(&json!({ "do": "take" }))?;
    let booked = until(|| embedding.events("ledger")?.pop().ok_or_else(|| "nothing is booked".to_owned()))?;
    // Thousandths of an øre.
    if booked["amount"] != 3_000_000 || booked["to"].as_str().is_none_or(str::is_empty) {
        return Err(format!("30 kr are expected on the socket: {booked}"));
    }
    match embedding.events("lamps")?.last() {
        Some(lamps) if lamps["lit"] == json!(["2"]) => Ok(()),
        lamps => Err(format!("the lamp of socket 2 is expected: {lamps:?}")),
    }
}

#[test]
fn validators_report_beeps_and_lamps() -> Outcome {
    for device in Bus::SITE.devices.iter().map(|device| device.name) {
        let embedding = Embedding::with(device, "pl")?;
        if embedding.ask(&json!({ "do": "hello" }))?["device"] != device {
            return Err(format!("{device} has another name in its answer"));
        }
        embedding.expect_done(&json!({ "do": "next-stop" }))?;
        if device == "validator" {
            embedding.expect_done(&json!({ "do": "press", "key": "U" }))?;
            embedding.expect_done(&json!({ "do": "release", "key": "U" }))?;
        } else {
            embedding.expect_done(&json!({ "do": "touch", "field": "Reduced" }))?;
            embedding.expect_done(&json!({ "do": "lift" }))?;
        }
        embedding.expect_done(&json!({ "do": "present", "card": "Bearer" }))?;
        embedding.expect_done(&json!({ "do": "pass", "ms": 1000 }))?;
        embedding.expect_screen("Taken")?;
        let beeps = until(|| embedding.events("beeps")?.pop().ok_or_else(|| "nothing is heard".to_owned()))?;
        let lamps = embedding.events("lamps")?;
        if beeps["count"] != 1 || lamps.last().is_none_or(|lamps| lamps["lit"] != json!(["red"])) {
            return Err(format!("{device}: one beep and the red lamp are expected: {beeps}, {lamps:?}"));
        }
    }
    Ok(())
}

#[test]
fn an_invalid_command_is_answered_with_the_reason() -> Outcome {
    let embedding = Embedding::with("pedestal", "en")?;
    embedding.expect_done(&json!({ "do": "hello" }))?;
    embedding.expect_done(&json!({ "do": "present", "card": "My card" }))?;
    embedding.expect_done(&json!({ "do": "pass", "ms": 1000 }))?;
    embedding.expect_screen("ServiceSelect")?;
    let before = embedding.events("screen")?.len();
    for (command, why) in [
        (json!({ "do": "fly" }), "fly"),
        (json!({}), "do"),
        (json!({ "do": "press" }), "key is missing"),
        (json!({ "do": "press", "key": "9" }), "no key"),
        (json!({ "do": "pass", "ms": -1 }), "whole number"),
        (json!({ "do": "pass", "ms": 1.5 }), "missing"),
        (json!({ "do": "pass", "ms": 86_400_001 }), "whole number"),
        (json!({ "do": "language", "lang": "tlh" }), "no language"),
        (json!({ "do": "present", "card": "Nobody" }), "no card named"),
        (json!({ "do": "touch", "field": "Check" }), "does not know"),
        // A key of the command replaces that of the demo page: another version.
        (json!({ "do": "take", "kerbAndQuay": 2 }), "version 1, not 2"),
    ] {
        let answer = embedding.ask(&command)?;
        let reason = answer["why"].as_str().unwrap_or_default();
        if answer["done"] != false || !reason.contains(why) {
            return Err(format!("{command} is answered with {answer}, not {why:?}"));
        }
    }
    let bare: Value = embedding.chromium.evaluate_async(
        "const done = arguments[0];
         const frame = document.querySelector('iframe');
         addEventListener('message', ({ data }) => { if (data.answerTo === null) done(data); }, { once: false });
         frame.contentWindow.postMessage('good morning', '*');",
        Vec::new(),
    )?;
    if bare["done"] != false {
        return Err(format!("a text is not a valid message: {bare}"));
    }
    if embedding.events("screen")?.len() == before { Ok(()) } else { Err("something has changed".to_owned()) }
}

#[test]
fn a_device_ignores_other_frames() -> Outcome {
    let embedding = Embedding::with("pedestal", "en")?;
    // The test needs `Function`, which the policy of the demo page blocks.
    embedding.chromium.devtools("Page.setBypassCSP", json!({ "enabled": true }))?;
    embedding.chromium.reload()?;
    embedding.expect_done(&json!({ "do": "hello" }))?;
    // Another frame of the page sends a command to the device.
    let heard: Vec<Value> = embedding.chromium.evaluate_async(
        "const done = arguments[0];
         const other = document.createElement('iframe');
         other.hidden = true;
         document.body.append(other);
         const heard = [];
         other.contentWindow.addEventListener('message', ({ data }) => heard.push(data));
         const device = document.querySelector('iframe').contentWindow;
         // The sender of a message is the window whose code runs: this function belongs to the other frame.
         const send = other.contentWindow.Function('to', 'message', 'to.postMessage(message, \"*\")');
         send(device, { kerbAndQuay: 1, id: 77, do: 'present', card: 'My card' });
         window.ask.then((ask) => ask({ do: 'pass', ms: 2000 })).then(() => done(heard));",
        Vec::new(),
    )?;
    let shown = embedding.events("screen")?;
    if !heard.is_empty() || shown.last().is_none_or(|last| last["screen"] != "Welcome") {
        return Err(format!("another frame was answered: {heard:?}, {shown:?}"));
    }
    Ok(())
}

#[test]
fn an_embedded_device_shows_only_itself_and_its_wallet() -> Outcome {
    let base = base_url()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    for device in SiteKind::ALL.into_iter().flat_map(|kind| kind.site().devices).map(|device| device.name) {
        chromium.open(&format!("{base}?embed={device}&lang=uk"))?;
        let seen = "const main = document.querySelector('main[data-complete=\"true\"][data-ready=\"true\"]');
            if (!main) return null;
            const shown = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()).length;
            return [document.documentElement.lang, shown('.pillar, .validator'), shown('[data-panel]'),
                shown('.masthead, .controls, .twin'), shown('.unofficial'), localStorage.length]";
        let seen: (String, u32, u32, u32, u32, u32) = until(|| {
            chromium.evaluate::<Option<_>>(seen, Vec::new())?.ok_or_else(|| format!("{device} is never ready"))
        })?;
        if seen != ("uk".to_owned(), 1, 1, 0, 1, 0) {
            return Err(format!("{device}: language, device, wallet, other parts, notice and storage are {seen:?}"));
        }
    }
    Ok(())
}
