//! Functions that a browser may lack: without each of them keys, cards and files still work. A script removes the
//! function before the page starts, or lets it throw.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use firmware_core::time::Millis;
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::page::downloaded;

/// A function of browsers, and the script that removes it.
type Without = (&'static str, &'static str);

const TOUCH_AND_SOUND: &[Without] = &[
    ("vibrate", "delete Navigator.prototype.vibrate;"),
    ("vibrate, which throws", "Navigator.prototype.vibrate = () => { throw new TypeError('no'); };"),
    ("AudioContext", "delete window.AudioContext; delete window.webkitAudioContext;"),
    ("AudioContext, which throws", "window.AudioContext = function () { throw new DOMException('no'); };"),
    ("oscillators", "BaseAudioContext.prototype.createOscillator = () => { throw new DOMException('no'); };"),
    ("pointer capture", "delete Element.prototype.setPointerCapture;"),
];
const TABS_AND_STORAGE: &[Without] = &[
    ("locks", "delete Navigator.prototype.locks;"),
    ("locks, which reject", "LockManager.prototype.request = () => Promise.reject(new DOMException('no'));"),
    ("locks, which throw", "LockManager.prototype.request = () => { throw new DOMException('no'); };"),
    ("BroadcastChannel", "delete window.BroadcastChannel;"),
    ("localStorage", NO_STORAGE),
    ("room in localStorage", FULL_STORAGE),
];
const PROGRAM_AND_STYLE: &[Without] = &[
    ("serviceWorker", "delete Navigator.prototype.serviceWorker;"),
    (
        "serviceWorker, which throws",
        "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    ("compileStreaming", "delete WebAssembly.compileStreaming;"),
    ("instantiateStreaming", "delete WebAssembly.instantiateStreaming;"),
    (
        "streaming, which rejects",
        "for (const name of ['compileStreaming', 'instantiateStreaming'])
            WebAssembly[name] = () => Promise.reject(new TypeError('no'));",
    ),
    (
        "constructible style sheets",
        "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };
         delete Document.prototype.adoptedStyleSheets;",
    ),
    ("adoptedStyleSheets", "delete Document.prototype.adoptedStyleSheets;"),
];

const NO_STORAGE: &str = "for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });";
const FULL_STORAGE: &str = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };";

/// Records the errors of the page.
const LISTEN: &str = "window.errors = [];
    addEventListener('error', ({ message }) => window.errors.push(String(message)));
    addEventListener('unhandledrejection', ({ reason }) => window.errors.push(String(reason)));";

#[test]
fn the_quay_needs_neither_touch_nor_sound() -> Outcome {
    TOUCH_AND_SOUND.iter().try_for_each(check_quay)
}

#[test]
fn the_quay_needs_neither_tabs_nor_storage() -> Outcome {
    TABS_AND_STORAGE.iter().try_for_each(check_quay)
}

#[test]
fn the_quay_needs_neither_streaming_nor_later_styles() -> Outcome {
    PROGRAM_AND_STYLE.iter().try_for_each(check_quay)
}

#[test]
fn the_bus_needs_neither_touch_nor_sound() -> Outcome {
    TOUCH_AND_SOUND.iter().try_for_each(check_bus)
}

#[test]
fn the_bus_needs_neither_tabs_nor_storage() -> Outcome {
    TABS_AND_STORAGE.iter().try_for_each(check_bus)
}

#[test]
fn the_bus_needs_neither_streaming_nor_later_styles() -> Outcome {
    PROGRAM_AND_STYLE.iter().try_for_each(check_bus)
}

/// Presses a key, presents a card, saves and reloads.
fn check_quay((what, script): &Without) -> Outcome {
    let journey = || -> Outcome {
        let page = opened::<Quay>(script)?;
        page.click("[data-key=\"2\"]")?;
        shows(&page, "CreditCheck")?;
        page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
        shows(&page, "ServiceSelect")?;
        page.click("[data-key=\"2\"]")?;
        shows(&page, "OutletStatus")?;
        save_and_reload(&page, script, |page| same("My card", &page.card_in_holder()?))
    };
    journey().map_err(|why| format!("without {what}: {why}"))
}

/// The same with each type of validator.
fn check_bus((what, script): &Without) -> Outcome {
    let journey = || -> Outcome {
        let page = opened::<Bus>(script)?;
        page.click("[data-key=\"N\"]")?;
        let screen = |page: &Page<Bus>, face: &str, screen: &str| {
            let css = format!("[data-display={face}]");
            until(|| {
                let script = "return document.querySelector(arguments[0])?.dataset.screen ?? ''";
                same(screen, &page.chromium().evaluate::<String>(script, vec![json!(css)])?)
            })
        };
        screen(&page, "keys", "ArmedNormal")?;
        page.click(&format!("{} [data-do=\"present\"]", card_selector("Anna")))?;
        page.pass(Millis(1_000))?;
        screen(&page, "keys", "Taken")?;
        page.click("[data-face-choice=\"touch\"]")?;
        crate::bus::touch(&page, "Check")?;
        screen(&page, "touch", "ArmedCheck")?;
        save_and_reload(&page, script, |page| {
            let balance = "return document.querySelector('[data-card-name=\"Anna\"]').dataset.balance";
            same("4700", &page.chromium().evaluate::<String>(balance, Vec::new())?)
        })
    };
    journey().map_err(|why| format!("without {what}: {why}"))
}

fn opened<W: SiteWithPage>(script: &str) -> Result<Page<W>, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let script = json!({ "source": format!("{LISTEN}{script}") });
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", script)?;
    Page::open(chromium, &address(&base_url()?, &format!("{}{MANUAL_CLOCK}", W::SITE.path)))
}

/// Saves the session, reloads the page and checks that the session is restored. Without storage there is a notice
/// instead.
fn save_and_reload<W: SiteWithPage>(page: &Page<W>, script: &str, check: impl Fn(&Page<W>) -> Outcome) -> Outcome {
    page.open_panels()?;
    page.click("[data-do=\"save\"]")?;
    let (_, saved) = downloaded(page)?;
    if !saved.starts_with("# language: en\nFeature: ") {
        return Err(format!("the saved file is not a feature: {saved}"));
    }
    errors(page)?;
    let is_stored = script != NO_STORAGE && script != FULL_STORAGE;
    if !is_stored {
        page.require("[data-bar=\"unsaved\"]")?;
    }
    page.chromium().reload()?;
    page.wait_until_ready()?;
    if is_stored {
        check(page)?;
    }
    errors(page)
}

fn errors<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    let errors: Vec<String> = page.chromium().evaluate("return window.errors", Vec::new())?;
    if errors.is_empty() { Ok(()) } else { Err(format!("the page has errors: {errors:?}")) }
}

fn shows(page: &Page<Quay>, screen: &str) -> Outcome {
    until(|| same(screen, &page.snapshot()?.seen.screen))
}

fn same(expected: &str, seen: &String) -> Outcome {
    if expected == seen { Ok(()) } else { Err(format!("expected {expected:?}, seen {seen:?}")) }
}

/// Counts the oscillators that are created, and the addresses of files that are revoked.
const COUNT: &str = "window.oscillators = 0;
    window.revoked = 0;
    const create = BaseAudioContext.prototype.createOscillator;
    BaseAudioContext.prototype.createOscillator = function () { window.oscillators += 1; return create.call(this); };
    const revoke = URL.revokeObjectURL;
    URL.revokeObjectURL = (url) => { window.revoked += 1; revoke.call(URL, url); };";

#[test]
fn a_sound_before_the_first_gesture_is_dropped() -> Outcome {
    let page = opened::<Quay>(COUNT)?;
    let oscillators = || page.chromium().evaluate::<u32>("return window.oscillators", Vec::new());
    let press = "document.querySelector('[data-key=\"2\"]').click()";
    page.chromium().evaluate::<()>(press, Vec::new())?;
    shows(&page, "CreditCheck")?;
    if oscillators()? > 0 {
        return Err("a sound waits for the first gesture".to_owned());
    }
    page.click("[data-key=\"3\"]")?;
    until(|| if oscillators()? > 0 { Ok(()) } else { Err("a key that a person presses makes no sound".to_owned()) })
}

/// Safari reads the file after the click.
#[test]
fn the_address_of_a_saved_file_is_valid_after_the_click() -> Outcome {
    let page = opened::<Quay>(COUNT)?;
    page.open_panels()?;
    page.click("[data-do=\"save\"]")?;
    downloaded(&page)?;
    match page.chromium().evaluate::<u32>("return window.revoked", Vec::new())? {
        0 => Ok(()),
        revoked => Err(format!("the page has revoked {revoked} address")),
    }
}
