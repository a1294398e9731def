//! How the page starts, and what it says where it does not: hosts and browsers that are worse than our own.

use std::path::Path;

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::served::{Host, Served, dist};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::page::downloaded;

/// What a page shows of its start.
#[derive(Debug, Deserialize)]
struct Start {
    /// Whether the device can be used.
    ready: bool,
    /// The message of the start that is seen; empty if there is none.
    message: String,
    /// Its cause, if it says that something is wrong.
    cause: String,
    lang: String,
    /// The languages of the paragraphs that are seen.
    languages: Vec<String>,
}

const START: &str = "const message = document.getElementById('boot');
    const isSeen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true }));
    const still = document.getElementById('not-started');
    return {
        ready: document.querySelector('[data-app]')?.dataset.ready === 'true',
        message: isSeen(message) ? message.innerText : '',
        cause: message?.dataset.cause ?? '',
        lang: message?.lang ?? '',
        languages: isSeen(still) ? Array.from(still.querySelectorAll('p[lang]'), (line) => line.lang) : [],
    };";

fn start(chromium: &Chromium) -> Result<Start, String> {
    chromium.evaluate(START, Vec::new())
}

fn browser(script: &str) -> Result<Chromium, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))?;
    Ok(chromium)
}

/// The page says that it does not start, by this cause and with these words.
fn says(chromium: &Chromium, cause: &str, words: &str) -> Outcome {
    until(|| match start(chromium)? {
        Start { cause: seen, message, ready: false, .. } if seen == cause && message.contains(words) => Ok(()),
        start => Err(format!("it should say {cause} with {words:?}: {start:?}")),
    })
}

/// A page by this host, with this script before it, says what is wrong.
fn fails_with(host: Host, script: &str, cause: &str, words: &str) -> Outcome {
    let served = Served::by(dist(), host)?;
    for path in ["", "bus/", "?embed=pedestal", "bus/?embed=validator-touch"] {
        let chromium = browser(script)?;
        chromium.open(&format!("{}{path}", served.address))?;
        says(&chromium, cause, words).map_err(|why| format!("{path}: {why}"))?;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(expected: &T, seen: &T) -> Outcome {
    if expected == seen { Ok(()) } else { Err(format!("expected {expected:?}, seen {seen:?}")) }
}

// Hosts

#[test]
fn the_page_works_over_plain_http_and_says_that_tabs_are_not_kept_apart() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let chromium = browser("")?;
    let page = Page::<Quay>::open(chromium, &format!("{}{MANUAL_CLOCK}", served.in_the_network()))?;
    same(&false, &page.chromium().evaluate("return window.isSecureContext", Vec::new())?)?;
    page.require("[data-bar=\"no-locks\"]")?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    page.click("[data-key=\"2\"]")?;
    same(&"OutletStatus".to_owned(), &page.snapshot()?.seen.screen)?;
    page.open_panels()?;
    page.click("[data-do=\"save\"]")?;
    downloaded(&page)?;
    page.chromium().reload()?;
    page.wait_until_ready()?;
    same(&"My card".to_owned(), &page.card_in_holder()?)?;
    runs_the_firmware(&page)?;

    let page = Page::<Bus>::open(browser("")?, &format!("{}bus/{MANUAL_CLOCK}", served.in_the_network()))?;
    page.require("[data-bar=\"no-locks\"]")?;
    pays_a_ride(&page)
}

#[test]
fn every_part_comes_from_a_host_that_names_another_type_for_wasm() -> Outcome {
    let host = Host {
        wasm_type: "application/octet-stream",
        headers: &["X-Content-Type-Options: nosniff"],
        ..Host::default()
    };
    let served = Served::by(dist(), host)?;
    let page = Page::<Quay>::open(browser("")?, &format!("{}{MANUAL_CLOCK}", served.address))?;
    page.require("[data-panel=\"desk\"]")?;
    page.open_panels()?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    page.click("[data-do=\"save\"]")?;
    let (file, _) = downloaded(&page)?;
    page.open_saved(&file)?;
    until(|| page.require("[data-played]"))?;
    runs_the_firmware(&page)?;

    let page = Page::<Bus>::open(browser("")?, &format!("{}bus/{MANUAL_CLOCK}", served.address))?;
    page.require("[data-panel=\"shop\"]")?;
    pays_a_ride(&page)?;
    runs_the_firmware(&page)
}

#[test]
fn an_embedded_device_answers_from_a_host_that_names_another_type_for_wasm() -> Outcome {
    let served = Served::by(dist(), Host { wasm_type: "text/plain", ..Host::default() })?;
    let around = Served::begin(dist(), |_, _| {})?;
    for device in ["pedestal", "validator"] {
        let chromium = browser("")?;
        chromium.open(&format!("{}embed/?at={}&device={device}&lang=en", around.address, served.address))?;
        let hello = "const done = arguments[0]; window.ask.then((ask) => ask({ do: 'hello' })).then(({ device }) => done(device))";
        same(&device.to_owned(), &chromium.evaluate_async::<String>(hello, Vec::new())?)?;
    }
    Ok(())
}

/// Boards with a card, and the fare is taken.
fn pays_a_ride(page: &Page<Bus>) -> Outcome {
    page.click(&format!("{} [data-do=\"present\"]", card_selector("Anna")))?;
    page.pass(Millis(1_000))?;
    let balance = "return document.querySelector('[data-card-name=\"Anna\"]').dataset.balance";
    same(&"4700".to_owned(), &page.chromium().evaluate(balance, Vec::new())?)
}

fn runs_the_firmware<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    page.click("[data-do=\"twin\"]")?;
    until(|| {
        let stage = "return document.querySelector('[data-twin]').dataset.twin";
        same(&"running".to_owned(), &page.chromium().evaluate(stage, Vec::new())?)
    })
}

// What is said

#[test]
fn a_browser_without_webassembly_is_named() -> Outcome {
    fails_with(Host::default(), "delete window.WebAssembly;", "wasm", "does not run WebAssembly")
}

#[test]
fn a_browser_without_modules_is_too_old() -> Outcome {
    // Such a browser takes a module for a script of a type that it does not know.
    let without_modules = |path: &str, bytes: &mut Vec<u8>| {
        if path.ends_with("index.html") {
            *bytes = String::from_utf8_lossy(bytes).replace("type=module>", "type=unknown>").into_bytes();
        }
    };
    let host = Host { change: without_modules, ..Host::default() };
    fails_with(host, "delete HTMLScriptElement.prototype.noModule;", "old", "too old")
}

#[test]
fn a_policy_that_lets_no_program_run_is_named() -> Outcome {
    let headers = &["Content-Security-Policy: script-src 'self' 'unsafe-inline'"];
    fails_with(Host { headers, ..Host::default() }, "", "policy", "wasm-unsafe-eval")
}

#[test]
fn a_frame_without_an_origin_is_named() -> Outcome {
    let headers = &["Content-Security-Policy: sandbox allow-scripts"];
    fails_with(Host { headers, shares: false, ..Host::default() }, "", "frame", "allow-same-origin")
}

#[test]
fn memory_that_is_refused_is_named() -> Outcome {
    let refuse = "WebAssembly.instantiate = () =>
        Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory'));";
    fails_with(Host::default(), refuse, "memory", "no memory left")
}

#[test]
fn a_part_that_does_not_come_is_named() -> Outcome {
    let missing = |path: &str, bytes: &mut Vec<u8>| {
        if path.ends_with("_bg.wasm") {
            bytes.clear();
        }
    };
    fails_with(Host { change: missing, ..Host::default() }, "", "part", "_bg.wasm")?;
    let missing = |path: &str, bytes: &mut Vec<u8>| {
        let is_script = Path::new(path).extension().is_some_and(|ending| ending == "js");
        if is_script && !path.ends_with("boot-messages.js") {
            bytes.clear();
        }
    };
    fails_with(Host { change: missing, ..Host::default() }, "", "part", "did not arrive")
}

#[test]
fn a_program_that_arrives_damaged_is_named() -> Outcome {
    let damaged = |path: &str, bytes: &mut Vec<u8>| {
        if path.ends_with("_bg.wasm") {
            bytes.truncate(bytes.len() / 2);
        }
    };
    fails_with(Host { change: damaged, ..Host::default() }, "", "damaged", "arrived damaged")
}

#[test]
fn the_message_is_in_the_visitor_s_language_and_in_all_where_it_cannot_be_fetched() -> Outcome {
    const BROKEN: &str = "delete window.WebAssembly;";
    let said = |served: &Served, lang: &str| -> Result<String, String> {
        let chromium = browser(BROKEN)?;
        chromium.open(&format!("{}?lang={lang}", served.address))?;
        until(|| match start(&chromium)? {
            Start { cause, message, lang: seen, .. } if cause == "wasm" && seen == lang => Ok(message),
            start => Err(format!("it should be said in {lang}: {start:?}")),
        })
    };
    let whole = Served::begin(dist(), |_, _| {})?;
    let without = Served::begin(dist(), |path, bytes| {
        if path.ends_with("boot-messages.js") {
            bytes.clear();
        }
    })?;
    let mut seen = Vec::new();
    for lang in ["en", "nb", "pl", "de", "uk"] {
        for served in [&whole, &without] {
            let message = said(served, lang)?;
            if message.len() < 60 || !message.contains("WebAssembly") || seen.contains(&message) {
                return Err(format!("in {lang} it says {message:?}"));
            }
            seen.push(message);
        }
    }
    Ok(())
}

#[test]
fn where_no_script_runs_the_message_is_there_in_five_languages() -> Outcome {
    let all = |chromium: &Chromium| {
        until(|| same(&["en", "nb", "pl", "de", "uk"].map(str::to_owned).to_vec(), &start(chromium)?.languages))
    };
    let headers = &["Content-Security-Policy: script-src 'none'"];
    let closed = Served::by(dist(), Host { headers, ..Host::default() })?;
    for path in ["", "bus/"] {
        let chromium = browser("")?;
        chromium.open(&format!("{}{path}", closed.address))?;
        all(&chromium)?;
        // A browser in which the person has switched scripts off.
        let chromium = browser("")?;
        chromium.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
        chromium.open(&address(&base_url()?, path))?;
        all(&chromium)?;
    }
    Ok(())
}

// Slow and stuck

#[test]
fn while_bytes_arrive_the_page_says_that_it_is_loading() -> Outcome {
    let chromium = browser(
        "window.messages = [];
        setInterval(() => {
            for (const message of document.querySelectorAll('#boot, #not-started'))
                if (message.checkVisibility()) window.messages.push([message.dataset.cause ?? '', message.innerText]);
        }, 100);",
    )?;
    chromium.devtools("Network.enable", json!({}))?;
    let slow = json!({ "offline": false, "latency": 400, "downloadThroughput": 30_000, "uploadThroughput": 30_000 });
    chromium.devtools("Network.emulateNetworkConditions", slow)?;
    chromium.open(&address(&base_url()?, "bus/?lang=de"))?;
    until(|| same(&true, &start(&chromium)?.ready))?;
    let messages: Vec<(String, String)> = chromium.evaluate("return window.messages", Vec::new())?;
    let mut texts: Vec<&String> = messages.iter().map(|(_, text)| text).collect();
    texts.dedup();
    let is_loading = texts.iter().all(|text| text.starts_with("Wird geladen"));
    if is_loading && texts.len() >= 3 && messages.iter().all(|(cause, _)| cause.is_empty()) {
        return same(&String::new(), &start(&chromium)?.message);
    }
    Err(format!("while it was loading it said {texts:?}"))
}

#[test]
fn ten_seconds_without_a_byte_are_said() -> Outcome {
    let host = Host { stalls: |path| path.ends_with("_bg.wasm").then_some(50_000), ..Host::default() };
    let served = Served::by(dist(), host)?;
    let chromium = browser("")?;
    chromium.open(&format!("{}?lang=nb", served.address))?;
    until(|| match start(&chromium)? {
        Start { message, cause, .. } if cause.is_empty() && message.starts_with("Laster … 49 kB") => Ok(()),
        start => Err(format!("it should be loading: {start:?}")),
    })?;
    says(&chromium, "stuck", "Ingenting har kommet på ti sekunder")
}

#[test]
fn a_stored_session_that_waits_for_a_part_without_a_byte_is_said_too() -> Outcome {
    let served = Served::begin(dist(), |_, _| {})?;
    let stalling = Host { stalls: |path| path.contains("panels-").then_some(1_000), ..Host::default() };
    let stalling = Served::by(dist(), stalling)?;
    let page = Page::<Quay>::open(browser("")?, &format!("{}{MANUAL_CLOCK}", served.address))?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    let read = "return localStorage.getItem('kerb-and-quay.session')";
    let session: String = page.chromium().evaluate(read, Vec::new())?;
    let store = format!("localStorage.setItem('kerb-and-quay.session', '{session}');");
    let chromium = browser(&store)?;
    chromium.open(&stalling.address)?;
    says(&chromium, "stuck", "ten seconds")
}

#[test]
fn an_error_that_is_not_the_page_s_own_leaves_no_message_behind() -> Outcome {
    let chromium = browser("setTimeout(() => { throw new Error('of an extension'); });")?;
    chromium.open(&address(&base_url()?, ""))?;
    until(|| same(&true, &start(&chromium)?.ready))?;
    same(&String::new(), &start(&chromium)?.message)
}

#[test]
fn the_messages_are_beside_both_pages() {
    for place in ["", "bus"] {
        assert!(Path::new(&dist()).join(place).join("boot-messages.js").is_file(), "{place}");
    }
}
