//! One device in a frame on somebody else's page, which has another origin: what they say to each other, and what
//! nobody else hears.
//!
//! `cargo xtask test` serves the devices and says where in `KERBQUAY_BASE_URL`; the page around them is served here.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::base_url;
use acceptance::served::{Served, dist};
use serde_json::{Value, json};

use crate::Outcome;

/// The demo page with a device of another origin in it.
struct Around {
    chromium: Chromium,
    // It is served as long as it is looked at.
    _served: Served,
}

impl Around {
    fn with(device: &str, lang: &str) -> Result<Self, String> {
        let base = base_url()?;
        let served = Served::begin(dist(), |_, _| {})?;
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let at = format!("{}embed/?at={base}&device={device}&lang={lang}&clock=hand", served.address);
        chromium.open(&at)?;
        Ok(Self { chromium, _served: served })
    }

    /// Sends a command; its answer.
    fn asks(&self, command: &Value) -> Result<Value, String> {
        let script = "const [command, done] = arguments; window.ask.then((ask) => ask(command)).then(done)";
        self.chromium.evaluate_async(script, vec![command.clone()])
    }

    fn done(&self, command: &Value) -> Outcome {
        match self.asks(command)? {
            answer if answer["done"] == true => Ok(()),
            answer => Err(format!("{command}: {answer}")),
        }
    }

    /// Every event of this kind so far.
    fn heard(&self, kind: &str) -> Result<Vec<Value>, String> {
        self.chromium.evaluate("return window.heard.filter(({ event }) => event === arguments[0])", vec![json!(kind)])
    }

    fn comes_to(&self, screen: &str) -> Outcome {
        until(|| match self.heard("screen")?.last() {
            Some(last) if last["screen"] == screen => Ok(()),
            last => Err(format!("the display shows {last:?}, not {screen}")),
        })
    }
}

#[test]
fn thirty_kroner_are_loaded_by_messages() -> Outcome {
    let around = Around::with("pedestal", "nb")?;
    let device = around.asks(&json!({ "do": "hello" }))?;
    if device["device"] != "pedestal" || device["lang"] != "nb" {
        return Err(format!("it introduces itself: {device}"));
    }
    around.comes_to("Welcome")?;
    around.done(&json!({ "do": "present", "card": "My card" }))?;
    around.done(&json!({ "do": "pass", "ms": 1000 }))?;
    around.comes_to("ServiceSelect")?;
    for _ in 0..4 {
        around.done(&json!({ "do": "press", "key": "2" }))?;
        around.done(&json!({ "do": "release", "key": "2" }))?;
    }
    around.comes_to("OutletStatus")?;
    around.done(&json!({ "do": "pass", "ms": 3000 }))?;
    around.done(&json!({ "do": "pass", "ms": 6000 }))?;
    around.comes_to("RemoveCard")?;
    around.done(&json!({ "do": "take" }))?;
    let booked = until(|| around.heard("ledger")?.pop().ok_or_else(|| "nothing is booked".to_owned()))?;
    // Thousandths of an øre.
    if booked["amount"] != 3_000_000 || booked["to"].as_str().is_none_or(str::is_empty) {
        return Err(format!("30 kr go onto the socket: {booked}"));
    }
    match around.heard("lamps")?.last() {
        Some(lamps) if lamps["lit"] == json!(["2"]) => Ok(()),
        lamps => Err(format!("socket 2 is lit: {lamps:?}")),
    }
}

#[test]
fn both_validators_beep_and_light_up_by_messages() -> Outcome {
    for device in ["validator", "validator-touch"] {
        let around = Around::with(device, "pl")?;
        if around.asks(&json!({ "do": "hello" }))?["device"] != device {
            return Err(format!("{device} says it is another"));
        }
        around.done(&json!({ "do": "next-stop" }))?;
        if device == "validator" {
            around.done(&json!({ "do": "press", "key": "U" }))?;
            around.done(&json!({ "do": "release", "key": "U" }))?;
        } else {
            around.done(&json!({ "do": "touch", "field": "Reduced" }))?;
            around.done(&json!({ "do": "lift" }))?;
        }
        around.done(&json!({ "do": "present", "card": "Bearer" }))?;
        around.done(&json!({ "do": "pass", "ms": 1000 }))?;
        around.comes_to("Taken")?;
        let beeps = until(|| around.heard("beeps")?.pop().ok_or_else(|| "nothing is heard".to_owned()))?;
        let lamps = around.heard("lamps")?;
        if beeps["count"] != 1 || lamps.last().is_none_or(|lamps| lamps["lit"] != json!(["red"])) {
            return Err(format!("{device}: one beep and the red lamp: {beeps}, {lamps:?}"));
        }
    }
    Ok(())
}

#[test]
fn what_is_not_understood_is_answered_with_the_reason_and_changes_nothing() -> Outcome {
    let around = Around::with("pedestal", "en")?;
    around.done(&json!({ "do": "hello" }))?;
    around.done(&json!({ "do": "present", "card": "My card" }))?;
    around.done(&json!({ "do": "pass", "ms": 1000 }))?;
    around.comes_to("ServiceSelect")?;
    let before = around.heard("screen")?.len();
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
        // What is sent last counts: another version.
        (json!({ "do": "take", "kerbAndQuay": 2 }), "version 1, not 2"),
    ] {
        let answer = around.asks(&command)?;
        let told = answer["why"].as_str().unwrap_or_default();
        if answer["done"] != false || !told.contains(why) {
            return Err(format!("{command} is answered with {answer}, not {why:?}"));
        }
    }
    let bare: Value = around.chromium.evaluate_async(
        "const done = arguments[0];
         const frame = document.querySelector('iframe');
         addEventListener('message', ({ data }) => { if (data.answerTo === null) done(data); }, { once: false });
         frame.contentWindow.postMessage('good morning', '*');",
        Vec::new(),
    )?;
    if bare["done"] != false {
        return Err(format!("a text is no message: {bare}"));
    }
    if around.heard("screen")?.len() == before { Ok(()) } else { Err("something has changed".to_owned()) }
}

#[test]
fn nobody_but_the_page_around_it_is_heard_or_told() -> Outcome {
    let around = Around::with("pedestal", "en")?;
    // The demo's policy lets no text become a function, which this test needs.
    around.chromium.devtools("Page.setBypassCSP", json!({ "enabled": true }))?;
    around.chromium.reload()?;
    around.done(&json!({ "do": "hello" }))?;
    // Another frame of the same page, which has a reference to the device, sends it a command in its own name.
    let heard: Vec<Value> = around.chromium.evaluate_async(
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
    let shown = around.heard("screen")?;
    if !heard.is_empty() || shown.last().is_none_or(|last| last["screen"] != "Welcome") {
        return Err(format!("another frame was heard: {heard:?}, {shown:?}"));
    }
    Ok(())
}

#[test]
fn a_device_alone_has_nothing_else_around_it_and_keeps_nothing() -> Outcome {
    let base = base_url()?;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    for device in ["pedestal", "validator", "validator-touch"] {
        chromium.open(&format!("{base}?embed={device}&lang=uk"))?;
        let seen = "const main = document.querySelector('main[data-complete=\"true\"][data-ready=\"true\"]');
            if (!main) return null;
            const shown = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()).length;
            return [document.documentElement.lang, shown('.pillar, .validator'), shown('[data-panel]'),
                shown('.masthead, .aboard, .twin'), shown('.unofficial'), localStorage.length]";
        let seen: (String, u32, u32, u32, u32, u32) =
            until(|| chromium.evaluate::<Option<_>>(seen, Vec::new())?.ok_or_else(|| format!("{device} never came")))?;
        if seen != ("uk".to_owned(), 1, 1, 0, 1, 0) {
            return Err(format!(
                "{device}: its language, itself, its wallet, and that it is no official one: {seen:?}"
            ));
        }
    }
    Ok(())
}
