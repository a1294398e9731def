//! The start of the page, and its messages on hosts and in browsers where it cannot start.

use std::path::Path;

use acceptance::chromium::{BrowserOptions, Chromium, Driver, insecure, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector, dist, language_codes};
use acceptance::site::{SiteKind, SiteUnderTest as _};
use firmware_core::time::Millis;
use serde::Deserialize;
use serde_json::json;
use static_server::Server;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::page::downloaded;
use crate::server::{add_header, edit_body, serve, serve_edited};

/// The state of the start of a page.
#[derive(Debug, Deserialize)]
struct Start {
    /// Whether the device can be used.
    ready: bool,
    /// The visible message; empty without one.
    message: String,
    /// The cause of an error message.
    cause: String,
    lang: String,
    /// The languages of the visible paragraphs for browsers without scripts.
    languages: Vec<String>,
}

const START: &str = "const message = document.getElementById('boot');
    const isVisible = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true }));
    const still = document.getElementById('not-started');
    return {
        ready: document.querySelector('[data-app]')?.dataset.ready === 'true',
        message: isVisible(message) ? message.innerText : '',
        cause: message?.dataset.cause ?? '',
        lang: message?.lang ?? '',
        languages: isVisible(still) ? Array.from(still.querySelectorAll('p[lang]'), (line) => line.lang) : [],
    };";

fn start(chromium: &Chromium) -> Result<Start, String> {
    chromium.evaluate(START, Vec::new())
}

/// A browser that runs a script before each page.
fn browser(script: &str) -> Result<Chromium, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))?;
    Ok(chromium)
}

/// Expects an error message with this cause and text.
fn expect_error(chromium: &Chromium, cause: &str, words: &str) -> Outcome {
    until(|| match start(chromium)? {
        Start { cause: seen, message, ready: false, .. } if seen == cause && message.contains(words) => Ok(()),
        start => Err(format!("an error {cause} with {words:?} is expected: {start:?}")),
    })
}

/// Expects an error on every page of this server, with a script before each page.
fn expect_errors(server: &Server, script: &str, cause: &str, words: &str) -> Outcome {
    for site in SiteKind::ALL.map(SiteKind::site) {
        let device = site.devices.last().map(|device| format!("{}?embed={}", site.path, device.name));
        for path in [site.path.to_owned()].into_iter().chain(device) {
            let chromium = browser(script)?;
            chromium.open(&format!("{}{path}", server.address()))?;
            expect_error(&chromium, cause, words).map_err(|why| format!("{path}: {why}"))?;
        }
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(expected: &T, seen: &T) -> Outcome {
    if expected == seen { Ok(()) } else { Err(format!("expected {expected:?}, seen {seen:?}")) }
}

// Hosts

#[test]
fn the_page_works_in_an_insecure_context() -> Outcome {
    let server = serve()?;
    let address = insecure(server.address());
    let page = Page::<Quay>::open(browser("")?, &format!("{address}{MANUAL_CLOCK}"))?;
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
    expect_firmware(&page)?;

    let page = Page::<Bus>::open(browser("")?, &format!("{address}bus/{MANUAL_CLOCK}"))?;
    page.require("[data-bar=\"no-locks\"]")?;
    expect_fare(&page)
}

#[test]
fn every_module_loads_with_another_content_type_for_wasm() -> Outcome {
    let server = serve_wasm_as("application/octet-stream")?;
    let page = Page::<Quay>::open(browser("")?, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    page.require("[data-panel=\"desk\"]")?;
    page.open_panels()?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    page.click("[data-do=\"save\"]")?;
    let (file, _) = downloaded(&page)?;
    page.open_saved(&file)?;
    until(|| page.require("[data-played]"))?;
    expect_firmware(&page)?;

    let page = Page::<Bus>::open(browser("")?, &format!("{}bus/{MANUAL_CLOCK}", server.address()))?;
    page.require("[data-panel=\"shop\"]")?;
    expect_fare(&page)?;
    expect_firmware(&page)
}

#[test]
fn an_embedded_device_loads_with_another_content_type_for_wasm() -> Outcome {
    let server = serve_wasm_as("text/plain")?;
    let around = serve()?;
    for device in ["pedestal", "validator"] {
        let chromium = browser("")?;
        chromium.open(&format!("{}embed/?at={}&device={device}&lang=en", around.address(), server.address()))?;
        let hello = "const done = arguments[0]; window.ask.then((ask) => ask({ do: 'hello' })).then(({ device }) => done(device))";
        same(&device.to_owned(), &chromium.evaluate_async::<String>(hello, Vec::new())?)?;
    }
    Ok(())
}

/// Serves the page with another content type of its modules.
fn serve_wasm_as(content_type: &'static str) -> Result<Server, String> {
    serve_edited(move |path, reply| {
        if Path::new(path).extension().is_some_and(|extension| extension == "wasm") {
            content_type.clone_into(&mut reply.content_type);
        }
    })
}

/// Boards with a card and expects that the fare is deducted.
fn expect_fare(page: &Page<Bus>) -> Outcome {
    page.click(&format!("{} [data-do=\"present\"]", card_selector("Anna")))?;
    page.pass(Millis(1_000))?;
    let balance = "return document.querySelector('[data-card-name=\"Anna\"]').dataset.balance";
    same(&"4700".to_owned(), &page.chromium().evaluate(balance, Vec::new())?)
}

fn expect_firmware<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    page.click("[data-do=\"twin\"]")?;
    until(|| {
        let state = "return document.querySelector('[data-twin]').dataset.twin";
        same(&"running".to_owned(), &page.chromium().evaluate(state, Vec::new())?)
    })
}

// Messages

#[test]
fn a_browser_without_webassembly_is_named() -> Outcome {
    expect_errors(&serve()?, "delete window.WebAssembly;", "wasm", "does not run WebAssembly")
}

#[test]
fn a_browser_without_modules_is_called_too_old() -> Outcome {
    // Such a browser ignores scripts of an unknown type.
    let server = serve_edited(|path, reply| {
        if path.ends_with("index.html") {
            edit_body(reply, |body| {
                *body = String::from_utf8_lossy(body).replace("type=module>", "type=unknown>").into_bytes();
            });
        }
    })?;
    expect_errors(&server, "delete HTMLScriptElement.prototype.noModule;", "old", "too old")
}

#[test]
fn a_policy_that_blocks_webassembly_is_named() -> Outcome {
    let server = serve_with_policy("script-src 'self' 'unsafe-inline'")?;
    expect_errors(&server, "", "policy", "wasm-unsafe-eval")
}

#[test]
fn a_frame_without_an_origin_is_named() -> Outcome {
    expect_errors(&serve_with_policy("sandbox allow-scripts")?, "", "frame", "allow-same-origin")
}

/// Serves the page with a Content Security Policy.
fn serve_with_policy(policy: &'static str) -> Result<Server, String> {
    serve_edited(move |_, reply| add_header(reply, "Content-Security-Policy", policy))
}

#[test]
fn a_failed_memory_allocation_is_named() -> Outcome {
    let refuse = "WebAssembly.instantiate = () =>
        Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory'));";
    expect_errors(&serve()?, refuse, "memory", "no memory left")
}

#[test]
fn a_missing_file_is_named() -> Outcome {
    let without_wasm = serve_edited(|path, reply| {
        if path.ends_with("_bg.wasm") {
            reply.body = None;
        }
    })?;
    expect_errors(&without_wasm, "", "part", "_bg.wasm")?;
    let without_scripts = serve_edited(|path, reply| {
        let is_script = Path::new(path).extension().is_some_and(|ending| ending == "js");
        if is_script && !path.ends_with("boot-messages.js") {
            reply.body = None;
        }
    })?;
    expect_errors(&without_scripts, "", "part", "did not arrive")
}

#[test]
fn a_damaged_program_is_named() -> Outcome {
    let server = serve_edited(|path, reply| {
        if path.ends_with("_bg.wasm") {
            edit_body(reply, |body| body.truncate(body.len() / 2));
        }
    })?;
    expect_errors(&server, "", "damaged", "arrived damaged")
}

#[test]
fn the_message_is_in_the_visitor_s_language() -> Outcome {
    const BROKEN: &str = "delete window.WebAssembly;";
    let message = |server: &Server, lang: &str| -> Result<String, String> {
        let chromium = browser(BROKEN)?;
        chromium.open(&format!("{}?lang={lang}", server.address()))?;
        until(|| match start(&chromium)? {
            Start { cause, message, lang: seen, .. } if cause == "wasm" && seen == lang => Ok(message),
            start => Err(format!("a message in {lang} is expected: {start:?}")),
        })
    };
    let complete = serve()?;
    // Without the file of messages, the general message is shown.
    let incomplete = serve_edited(|path, reply| {
        if path.ends_with("boot-messages.js") {
            reply.body = None;
        }
    })?;
    let mut seen = Vec::new();
    for lang in language_codes() {
        for server in [&complete, &incomplete] {
            let message = message(server, lang)?;
            if message.len() < 60 || !message.contains("WebAssembly") || seen.contains(&message) {
                return Err(format!("the message in {lang} is {message:?}"));
            }
            seen.push(message);
        }
    }
    Ok(())
}

#[test]
fn without_scripts_the_message_is_shown_in_five_languages() -> Outcome {
    let all = |chromium: &Chromium| {
        until(|| same(&language_codes().map(str::to_owned).collect::<Vec<_>>(), &start(chromium)?.languages))
    };
    let blocking = serve_with_policy("script-src 'none'")?;
    for path in SiteKind::ALL.map(|kind| kind.site().path) {
        let chromium = browser("")?;
        chromium.open(&format!("{}{path}", blocking.address()))?;
        all(&chromium)?;
        // A browser with scripts disabled.
        let chromium = browser("")?;
        chromium.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
        chromium.open(&address(&base_url()?, path))?;
        all(&chromium)?;
    }
    Ok(())
}

// Slow and stalled connections

#[test]
fn the_page_shows_its_progress_while_it_loads() -> Outcome {
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
    Err(format!("the messages while it loads are {texts:?}"))
}

#[test]
fn ten_seconds_without_a_byte_are_an_error() -> Outcome {
    let server = serve_stalling("_bg.wasm", 50_000)?;
    let chromium = browser("")?;
    chromium.open(&format!("{}?lang=nb", server.address()))?;
    until(|| match start(&chromium)? {
        Start { message, cause, .. } if cause.is_empty() && is_stalled(&message) => Ok(()),
        start => Err(format!("the page should be loading: {start:?}")),
    })?;
    expect_error(&chromium, "stuck", "Ingenting har kommet på ti sekunder")
}

/// Serves the page; a file whose path contains `part` stalls after about this number of bytes.
fn serve_stalling(part: &'static str, bytes: usize) -> Result<Server, String> {
    serve_edited(move |path, reply| {
        if path.contains(part) {
            reply.stalls_after = Some(bytes);
        }
    })
}

/// Whether a message names the size of what arrives of 50 000 bytes and at most 20 KiB more.
fn is_stalled(message: &str) -> bool {
    let size = message.strip_prefix("Laster … ").and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok());
    size.is_some_and(|size| (48..=69).contains(&size))
}

#[test]
fn a_stored_session_whose_reader_stalls_is_an_error() -> Outcome {
    let server = serve()?;
    let stalling = serve_stalling("panels-", 1_000)?;
    let page = Page::<Quay>::open(browser("")?, &format!("{}{MANUAL_CLOCK}", server.address()))?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    let key = Quay::SITE.storage_key;
    let session: String = page.chromium().evaluate("return localStorage.getItem(arguments[0])", vec![json!(key)])?;
    let store = format!("localStorage.setItem('{key}', '{session}');");
    let chromium = browser(&store)?;
    chromium.open(stalling.address())?;
    expect_error(&chromium, "stuck", "ten seconds")
}

#[test]
fn an_error_of_an_extension_shows_no_message() -> Outcome {
    let chromium = browser("setTimeout(() => { throw new Error('of an extension'); });")?;
    chromium.open(&address(&base_url()?, ""))?;
    until(|| same(&true, &start(&chromium)?.ready))?;
    same(&String::new(), &start(&chromium)?.message)
}

#[test]
fn the_messages_are_in_the_folder_of_each_page() {
    for path in SiteKind::ALL.map(|kind| kind.site().path) {
        assert!(dist().join(path).join("boot-messages.js").is_file(), "{path}");
    }
}
