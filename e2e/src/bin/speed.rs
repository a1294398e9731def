//! Measures how fast simulated time goes by, here and in Chromium, and how soon the page can be used.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use acceptance::chromium::{BrowserOptions, Chromium, Driver};
use acceptance::day;
use acceptance::page::{self, MANUAL_CLOCK, Page};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use acceptance::target::core::Core;
use firmware_core::time::Millis;
use serde_json::json;
use world::quay::Quay;
use world::step::Step;
use world::story::Move;

const HELP: &str = "\
Measures how fast simulated time goes by, here and in Chromium, and how soon the page can be used.

  speed --base-url URL --counter-url URL

      --base-url URL       where the page is served
      --counter-url URL    where the bare page is served that it is compared with

Chromium and its driver are looked for on the path, or where KERBQUAY_CHROMIUM and KERBQUAY_CHROMEDRIVER say.";

/// How often each is measured; the median counts.
const DAYS_HERE: usize = 9;
const NAVIGATIONS: usize = 10;
/// So many times something is pressed to see how soon the display has changed; the median of some such rounds counts.
const PRESSES: usize = 60;
const ROUNDS: usize = 5;
/// The page's first answer may take so many hundredths of the bare page's.
const RATIO_MAX: u64 = 150;
/// A frame of a screen that shows sixty a second, in microseconds.
const FRAME_US: u64 = 16_667;

fn main() -> ExitCode {
    match ask().and_then(|asked| asked.map_or(Ok(()), |[page, counter]| measure(&page, &counter))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The addresses of the page and of the bare one; none if only help was asked for.
fn ask() -> Result<Option<[String; 2]>, String> {
    use lexopt::prelude::*;
    let sentence = |error: lexopt::Error| format!("{error}; see speed --help");
    let mut words = lexopt::Parser::from_env();
    let (mut page, mut counter) = (None, None);
    while let Some(word) = words.next().map_err(sentence)? {
        match word {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(None);
            }
            Long("base-url") => page = Some(words.value().and_then(ValueExt::string).map_err(sentence)?),
            Long("counter-url") => counter = Some(words.value().and_then(ValueExt::string).map_err(sentence)?),
            other => return Err(sentence(other.unexpected())),
        }
    }
    let both = page.zip(counter).map(|(page, counter)| Some([page, counter]));
    both.ok_or_else(|| format!("an address is missing: --base-url and --counter-url\n\n{HELP}"))
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

    println!("Simulated seconds per real second, while a day at the marina passes (medians):");
    let checks = if cfg!(debug_assertions) { ", with overflow checks" } else { "" };
    println!("  {:>12}  core on this machine{checks} ({DAYS_HERE} days)", thousands(here));
    println!("  {:>12}  page in Chromium (one day)", thousands(in_chromium));
    println!("  {:>12}  times as fast here", format!("{}.{}", here / in_chromium, here * 10 / in_chromium % 10));
    let spread = |figures: &[u64]| {
        let tenths = |us: u64| format!("{}.{}", us / 1000, us / 100 % 10);
        let [fastest, slowest] =
            [figures.iter().min(), figures.iter().max()].map(|one| one.copied().unwrap_or_default());
        format!("{} ms ({} to {})", tenths(median(figures.to_vec())), tenths(fastest), tenths(slowest))
    };
    println!("From the beginning of the navigation, nothing kept from before (medians of {NAVIGATIONS}):");
    println!("  {:>24}  to the display's answer to the first card", spread(&first_cards));
    println!("  {:>24}  to the first count of a bare Leptos page", spread(&first_counts));
    let ratio = median(first_cards) * 100 / median(first_counts).max(1);
    println!("  {:>24}  times as long; at most 1.50", format!("{}.{:02}", ratio / 100, ratio % 100));
    let late = median((0..ROUNDS).map(|_| late_press(&driver, address)).collect::<Result<_, _>>()?);
    println!("From a press to the changed display, at the 95th of a hundred: {}.{} ms", late / 1000, late / 100 % 10);
    if ratio > RATIO_MAX {
        println!("The page's first answer is over its budget of time.");
    }
    if late > FRAME_US {
        return Err("the display changes more than a frame after a press".to_owned());
    }
    Ok(())
}

/// Simulated seconds per real second while time passes on the core.
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

/// The same on the page: from the moment the clock's form is sent until everything has been shown.
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

/// Microseconds from the beginning of a navigation until the display shows that a card was accepted, and until the bare
/// page has counted; by turns, in one browser that keeps nothing between two. Both are used by a script from the first
/// moment on: a person could not be as quick.
fn first_answers(driver: &Arc<Driver>, page: &str, counter: &str) -> Result<(Vec<u64>, Vec<u64>), String> {
    const WATCH: &str = "let tell;
        window.answeredAt = new Promise((told) => { tell = told; });
        new MutationObserver((_, watch) => {
            const answered = () => {
                tell(performance.now());
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
    // What a page goes on doing once it has answered, keeping itself for when there is no network, is not done while
    // the next one is measured.
    let at_rest = "const done = arguments[0];
        const rests = () => requestIdleCallback(() => requestIdleCallback(() => done(true)));
        document.querySelector('main[data-app]') ? navigator.serviceWorker.ready.then(rests) : rests();";
    let navigate = |address: &str| {
        chromium.open("about:blank")?;
        chromium.devtools("Network.clearBrowserCache", json!({}))?;
        let origin = address.trim_end_matches('/');
        chromium.devtools("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" }))?;
        chromium.open(&page::address(address, MANUAL_CLOCK))?;
        // It is asked once, and by then it has answered or is about to: a browser that is asked over and over has
        // less time for its page.
        let told = "const done = arguments[0];
            Promise.resolve(window.answeredAt).then((ms) => done(Math.round(ms * 1000)));";
        let answered = chromium.evaluate_async::<u64>(told, Vec::new())?;
        chromium.evaluate_async::<bool>(at_rest, Vec::new())?;
        Ok::<_, String>(answered)
    };
    // The first of each finds a browser that has only just begun.
    navigate(page)?;
    navigate(counter)?;
    let mut answers = (Vec::new(), Vec::new());
    for _ in 0..NAVIGATIONS {
        answers.0.push(navigate(page)?);
        answers.1.push(navigate(counter)?);
    }
    Ok(answers)
}

/// Microseconds from a click until the display is drawn anew, at the 95th of a hundred times that a card is put in or
/// taken out. What is drawn by then is on the screen with the next frame.
fn late_press(driver: &Arc<Driver>, address: &str) -> Result<u64, String> {
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
                // Each in a frame of its own, as a person's would be.
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

/// A number with its thousands set apart.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9, 1, 5]), 5);
        assert_eq!(median(vec![9, 1, 5, 7]), 6);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([7, 1_000, 1_234_567].map(thousands), ["7", "1,000", "1,234,567"]);
    }
}
