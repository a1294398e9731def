//! Measures how fast simulated time goes by, here and in Chromium, and how soon the page can be used.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use acceptance::chromium::{Chromium, Driver, Manner, until};
use acceptance::day;
use acceptance::page::{self, BY_HAND};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use acceptance::target::core::Core;
use firmware_core::time::Millis;
use serde_json::json;
use world::quay::Quay;
use world::story::Move;

const HELP: &str = "\
Measures how fast simulated time goes by, here and in Chromium, and how soon the page can be used.

  speed --base-url URL

      --base-url URL    where the page is served

Chromium and its driver are looked for on the path, or where KERBQUAY_CHROMIUM and KERBQUAY_CHROMEDRIVER say.";

/// How often each is measured; the median counts.
const DAYS_HERE: usize = 9;
const DAYS_IN_CHROMIUM: usize = 3;
const NAVIGATIONS: usize = 10;

fn main() -> ExitCode {
    match ask().and_then(|address| address.map_or(Ok(()), |address| measure(&address))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The page's address; none if only help was asked for.
fn ask() -> Result<Option<String>, String> {
    use lexopt::prelude::*;
    let sentence = |error: lexopt::Error| format!("{error}; see speed --help");
    let mut words = lexopt::Parser::from_env();
    let mut address = None;
    while let Some(word) = words.next().map_err(sentence)? {
        match word {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(None);
            }
            Long("base-url") => address = Some(words.value().and_then(ValueExt::string).map_err(sentence)?),
            other => return Err(sentence(other.unexpected())),
        }
    }
    address.map(Some).ok_or_else(|| format!("the page's address is missing: --base-url\n\n{HELP}"))
}

fn measure(address: &str) -> Result<(), String> {
    let here = median((0..DAYS_HERE).map(|_| day_here()).collect::<Result<_, _>>()?);
    let driver = Arc::new(Driver::start()?);
    let in_chromium = {
        let chromium = Chromium::start(Arc::clone(&driver), &Manner::default())?;
        let mut browser = Browser::open(chromium, address, &std::env::temp_dir())?;
        median((0..DAYS_IN_CHROMIUM).map(|_| day_in_chromium(&mut browser)).collect::<Result<_, _>>()?)
    };
    let first_cards: Vec<_> = (0..NAVIGATIONS).map(|_| first_card(&driver, address)).collect::<Result<_, _>>()?;

    println!("Simulated seconds per real second, while a day at the marina passes (medians):");
    let checks = if cfg!(debug_assertions) { ", with overflow checks" } else { "" };
    println!("  {:>12}  core on this machine{checks} ({DAYS_HERE} days)", thousands(here));
    println!("  {:>12}  page in Chromium ({DAYS_IN_CHROMIUM} days)", thousands(in_chromium));
    println!("  {:>12}  times as fast here", format!("{}.{}", here / in_chromium, here * 10 / in_chromium % 10));
    let (fastest, slowest) = (first_cards.iter().min(), first_cards.iter().max());
    println!(
        "From navigation to the first accepted card, in a fresh profile: {} ms (median of {NAVIGATIONS}, {} to {} ms)",
        median(first_cards.clone()),
        fastest.copied().unwrap_or_default(),
        slowest.copied().unwrap_or_default(),
    );
    Ok(())
}

/// Simulated seconds per real second while time passes on the core.
fn day_here() -> Result<u64, String> {
    let mut core = Core::<Quay>::default();
    let (mut simulated_ms, mut real_us) = (0, 0);
    for step in day::steps() {
        for one in core.moves(&step, None)? {
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
    for step in day::steps() {
        let moves = browser.core_mut().moves(&step, None)?;
        if let [Move::Pass(Millis(ms))] = moves[..] {
            real_us += browser.page().chromium().look_long::<u64>(PASS, vec![json!(ms)])?;
            simulated_ms += u64::from(ms);
            browser.follow(&moves)?;
        } else {
            browser.play(&step, None)?;
        }
    }
    Ok(simulated_ms * 1000 / real_us.max(1))
}

/// Milliseconds from the beginning of the navigation until the display shows that a card was accepted. The page is used
/// by a script from the first moment on: a person could not be as quick.
fn first_card(driver: &Arc<Driver>, address: &str) -> Result<u64, String> {
    const WATCH: &str = "new MutationObserver((_, watch) => {
            const app = document.querySelector('main[data-app]');
            if (app?.dataset.ready !== 'true') return;
            if (document.querySelector('#display')?.dataset.screen === 'ServiceSelect') {
                window.firstCard = performance.now();
                watch.disconnect();
            } else if (!window.presented) {
                window.presented = true;
                document.querySelector('[data-card-name] [data-do=\"present\"]').click();
            }
        }).observe(document, { subtree: true, childList: true, attributes: true });";
    let chromium = Chromium::start(Arc::clone(driver), &Manner::default())?;
    chromium.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
    chromium.open(&page::address(address, BY_HAND))?;
    until(|| {
        let ms: Option<u64> =
            chromium.look("return window.firstCard ? Math.round(window.firstCard) : null", Vec::new())?;
        ms.ok_or_else(|| "the first card was never accepted".to_owned())
    })
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
