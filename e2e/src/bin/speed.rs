//! Measures the speed of simulated time on this machine and in Chromium, and the time until the page answers.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::day;
use acceptance::device_core::Core;
use acceptance::page::{self, MANUAL_CLOCK, Page};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use firmware_core::time::Millis;
use serde_json::json;
use world::quay::Quay;
use world::script::{Move, Step};

const HELP: &str = "\
Measures the speed of simulated time on this machine and in Chromium, and the time until the page answers.

  speed --base-url URL --counter-url URL

      --base-url URL       the address of the page
      --counter-url URL    the address of the bare page that it is compared with

Chromium and its driver are those on the path, or those that KERBQUAY_CHROMIUM and KERBQUAY_CHROMEDRIVER name.";

/// The numbers of measurements; the result is their median.
const DAYS_HERE: usize = 9;
const NAVIGATIONS: usize = 10;
/// The number of presses in a round, and of rounds; the result is the median of the rounds' 95th percentiles.
const PRESSES: usize = 60;
const ROUNDS: usize = 5;
/// The maximum time of the page's first answer, as a percentage of that of the bare page.
const RATIO_MAX: u64 = 150;
/// One frame at 60 Hz, in microseconds.
const FRAME_US: u64 = 16_667;

fn main() -> ExitCode {
    match parse_arguments().and_then(|addresses| addresses.map_or(Ok(()), |[page, counter]| measure(&page, &counter))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The addresses of the page and of the bare one; none after `--help`.
fn parse_arguments() -> Result<Option<[String; 2]>, String> {
    use lexopt::prelude::*;
    let invalid = |error: lexopt::Error| format!("{error}; see speed --help");
    let mut arguments = lexopt::Parser::from_env();
    let (mut page, mut counter) = (None, None);
    while let Some(argument) = arguments.next().map_err(invalid)? {
        match argument {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(None);
            }
            Long("base-url") => page = Some(arguments.value().and_then(ValueExt::string).map_err(invalid)?),
            Long("counter-url") => counter = Some(arguments.value().and_then(ValueExt::string).map_err(invalid)?),
            other => return Err(invalid(other.unexpected())),
        }
    }
    let addresses = page.zip(counter).map(|(page, counter)| Some([page, counter]));
    addresses.ok_or_else(|| format!("an address is missing: --base-url and --counter-url\n\n{HELP}"))
}

fn measure(address: &str, counter: &str) -> Result<(), String> {
    let here = median((0..DAYS_HERE).map(|_| day_here()).collect::<Result<_, _>>()?);
    let driver = Arc::new(Driver::start()?);
    let in_chromium = {
        let chromium = Chromium::start(Arc::clone(&driver), &BrowserOptions::default())?;
        let mut browser = Browser::open(chromium, address, &std::env::temp_dir())?;
        day_in_chromium(&mut browser)?
    };
    let (first_cards, first_counts) = first_answers(&driver, address, counter)?;

    println!("Simulated seconds per real second, for a day at the marina (medians):");
    let checks = if cfg!(debug_assertions) { ", with overflow checks" } else { "" };
    println!("  {:>12}  core on this machine{checks} ({DAYS_HERE} days)", thousands(here));
    println!("  {:>12}  page in Chromium (one day)", thousands(in_chromium));
    println!(
        "  {:>12}  times as fast on this machine",
        format!("{}.{}", here / in_chromium, here * 10 / in_chromium % 10)
    );
    let spread = |figures: &[u64]| {
        let tenths = |us: u64| format!("{}.{}", us / 1000, us / 100 % 10);
        let [fastest, slowest] =
            [figures.iter().min(), figures.iter().max()].map(|one| one.copied().unwrap_or_default());
        format!("{} ms ({} to {})", tenths(median(figures.to_vec())), tenths(fastest), tenths(slowest))
    };
    println!("From the start of the navigation, with an empty cache (medians of {NAVIGATIONS}):");
    println!("  {:>24}  to the display's answer to the first card", spread(&first_cards));
    println!("  {:>24}  to the first count of a bare Leptos page", spread(&first_counts));
    let ratio = median(first_cards) * 100 / median(first_counts).max(1);
    println!("  {:>24}  times as long; the maximum is 1.50", format!("{}.{:02}", ratio / 100, ratio % 100));
    let latency = median((0..ROUNDS).map(|_| press_latency(&driver, address)).collect::<Result<_, _>>()?);
    println!("From a press to the changed display, 95th percentile: {}.{} ms", latency / 1000, latency / 100 % 10);
    if ratio > RATIO_MAX {
        println!("The page's first answer takes longer than the maximum.");
    }
    if latency > FRAME_US {
        return Err("the display changes more than one frame after a press".to_owned());
    }
    Ok(())
}

/// Simulated seconds per real second on the core.
fn day_here() -> Result<u64, String> {
    let mut core = Core::<Quay>::default();
    let (mut simulated_ms, mut real_us) = (0, 0);
    for action in day::steps() {
        for one in core.moves(&action, None)? {
            let begun = Instant::now();
            if let Move::Pass(Millis(ms)) = one {
                core.pass(Millis(ms));
                real_us += u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
                simulated_ms += u64::from(ms);
            } else {
                core.make(&one)?;
            }
        }
    }
    Ok(simulated_ms * 1000 / real_us.max(1))
}

/// The same on the page, from submitting the clock's form until the page has been updated.
fn day_in_chromium(browser: &mut Browser) -> Result<u64, String> {
    const PASS: &str = "const [ms, done] = arguments;
        const form = document.querySelector('form[data-form=\"pass\"]');
        form.querySelector('input[name=ms]').value = ms;
        const shown = new MessageChannel();
        const begun = performance.now();
        shown.port1.onmessage = () => done(Math.round((performance.now() - begun) * 1000));
        form.requestSubmit();
        shown.port2.postMessage('');";
    let (mut simulated_ms, mut real_us) = (0, 0);
    for action in day::steps() {
        let moves = browser.core_mut().moves(&action, None)?;
        if let [Move::Pass(Millis(ms))] = moves[..] {
            real_us += browser.page().chromium().evaluate_async::<u64>(PASS, vec![json!(ms)])?;
            simulated_ms += u64::from(ms);
            browser.follow(&moves)?;
        } else {
            browser.play(&Step::Action(action), None)?;
        }
    }
    Ok(simulated_ms * 1000 / real_us.max(1))
}

/// Microseconds from the start of a navigation until the display shows that a card was accepted, and until the bare
/// page has counted, measured alternately in one browser with an empty cache. A script acts on both pages as soon as it
/// can.
fn first_answers(driver: &Arc<Driver>, page: &str, counter: &str) -> Result<(Vec<u64>, Vec<u64>), String> {
    const WATCH: &str = "let resolve;
        window.answeredAt = new Promise((answered) => { resolve = answered; });
        new MutationObserver((_, watch) => {
            const answered = () => {
                resolve(performance.now());
                watch.disconnect();
            };
            const app = document.querySelector('main[data-app]');
            const count = document.querySelector('body > button');
            if (count) {
                if (count.textContent === '1') answered();
                else if (count.textContent === '0' && !window.pressed) {
                    window.pressed = true;
                    count.click();
                }
            } else if (app?.dataset.ready === 'true') {
                if (document.querySelector('#display')?.dataset.screen === 'ServiceSelect') answered();
                else if (!window.pressed) {
                    window.pressed = true;
                    document.querySelector('[data-card-name] [data-do=\"present\"]').click();
                }
            }
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });";
    let chromium = Chromium::start(Arc::clone(driver), &BrowserOptions::default())?;
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
    chromium.devtools("Network.enable", json!({}))?;
    chromium.devtools("Network.setBypassServiceWorker", json!({ "bypass": true }))?;
    // The work of the service worker after the answer must not fall into the next measurement.
    let at_rest = "const done = arguments[0];
        const rests = () => requestIdleCallback(() => requestIdleCallback(() => done(true)));
        document.querySelector('main[data-app]') ? navigator.serviceWorker.ready.then(rests) : rests();";
    let navigate = |address: &str| {
        chromium.open("about:blank")?;
        chromium.devtools("Network.clearBrowserCache", json!({}))?;
        let origin = address.trim_end_matches('/');
        chromium.devtools("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" }))?;
        chromium.open(&page::address(address, MANUAL_CLOCK))?;
        // One request, as polling would slow the page down.
        let answered_at = "const done = arguments[0];
            Promise.resolve(window.answeredAt).then((ms) => done(Math.round(ms * 1000)));";
        let answered = chromium.evaluate_async::<u64>(answered_at, Vec::new())?;
        chromium.evaluate_async::<bool>(at_rest, Vec::new())?;
        Ok::<_, String>(answered)
    };
    // The first navigations are not counted: the browser is still starting.
    navigate(page)?;
    navigate(counter)?;
    let mut answers = (Vec::new(), Vec::new());
    for _ in 0..NAVIGATIONS {
        answers.0.push(navigate(page)?);
        answers.1.push(navigate(counter)?);
    }
    Ok(answers)
}

/// The 95th percentile of the microseconds from a click, which inserts or removes a card, until the display is redrawn.
/// The next frame shows what is drawn by then.
fn press_latency(driver: &Arc<Driver>, address: &str) -> Result<u64, String> {
    const PRESS: &str = "const [presses, card, done] = arguments;
        const display = document.querySelector('#display');
        const took = [];
        const drawn = () => new Promise((changed) => new MutationObserver((_, watch) => {
            watch.disconnect();
            changed(performance.now());
        }).observe(display, { subtree: true, attributeFilter: ['data-redraws'] }));
        (async () => {
            for (let press = 0; press < presses; press += 1) {
                const control = document.querySelector(press % 2 ? '[data-do=\"take\"]' : `${card} [data-do=\"present\"]`);
                // One press for each frame.
                await new Promise(requestAnimationFrame);
                const changed = drawn();
                const begun = performance.now();
                control.click();
                took.push(Math.round((await changed - begun) * 1000));
            }
        })().then(() => done(took));";
    let chromium = Chromium::start(Arc::clone(driver), &BrowserOptions::default())?;
    let page = Page::<Quay>::open(chromium, &page::address(address, MANUAL_CLOCK))?;
    let mut took: Vec<u64> =
        page.chromium().evaluate_async(PRESS, vec![json!(PRESSES), json!(page::card_selector("My card"))])?;
    took.sort_unstable();
    Ok(took[PRESSES * 95 / 100])
}

fn median(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    let middle = figures.len() / 2;
    if figures.len().is_multiple_of(2) { u64::midpoint(figures[middle - 1], figures[middle]) } else { figures[middle] }
}

/// A number with separators between its thousands.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value() {
        assert_eq!(median(vec![9, 1, 5]), 5);
        assert_eq!(median(vec![9, 1, 5, 7]), 6);
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!([7, 1_000, 1_234_567].map(thousands), ["7", "1,000", "1,234,567"]);
    }
}
