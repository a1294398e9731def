//! The firmware beside the replica: the file that is flashed, run by the page on an emulated board, on the same inputs.
//!
//! `cargo xtask test` serves the page and says where in `KERBQUAY_BASE_URL`.

use std::env;
use std::sync::atomic::{AtomicBool, Ordering};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{Page, SiteWithPage, base_url};
use acceptance::served::{Served, dist};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use serde::Deserialize;
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;
use world::step::{Step, Unknown};

use crate::Outcome;

/// Has the page run the firmware, until a frame has agreed.
pub fn runs_firmware<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"running\"]:not([data-agreed=\"0\"])")).map(drop)
}

/// What the page says about the firmware.
#[derive(Debug, Deserialize)]
struct PageSnapshot {
    stage: String,
    agreed: u64,
    differing: u64,
    /// How far the boards are behind the page, in simulated milliseconds.
    behind: i64,
    waiting: bool,
    /// What a person is told about that.
    pace: String,
    /// Dots of the firmware's display that have another colour than the replica's; none if there is no such display.
    wrong: Option<usize>,
    sums: Vec<String>,
}

/// `arguments[0]` is the canvas of the replica.
const LOOK: &str = "const one = (css) => document.querySelector(css);
    const { twin, agreed, differing, reached, waiting } = one('.twin').dataset;
    const [mine, other] = [one('canvas[data-twin-display]'), one(arguments[0])];
    const dots = (canvas) =>
        new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    let wrong = null;
    if (mine && other && mine.width === other.width && mine.height === other.height) {
        const [a, b] = [dots(mine), dots(other)];
        wrong = a.reduce((count, dot, place) => count + (dot === b[place] ? 0 : 1), 0);
    }
    return {
        stage: twin, agreed: Number(agreed), differing: Number(differing),
        behind: Number(one('main').dataset.now) - Number(reached),
        waiting: waiting === 'true', pace: one('[data-pace]')?.textContent ?? '', wrong,
        sums: Array.from(document.querySelectorAll('[data-sha256]'), (sum) => sum.textContent),
    };";

fn sight(chromium: &Chromium, replica: &str) -> Result<PageSnapshot, String> {
    chromium.evaluate(LOOK, vec![json!(replica)])
}

/// The boards have caught up, every frame has agreed, and both displays show the same dots.
fn agrees(chromium: &Chromium, replica: &str) -> Result<PageSnapshot, String> {
    until(|| {
        let seen = sight(chromium, replica)?;
        let is_there = seen.stage == "running" && seen.behind <= 0 && seen.agreed > 0 && seen.wrong == Some(0);
        let is_there = is_there && !seen.pace.is_empty();
        if seen.differing > 0 || seen.stage == "broken" {
            return Err(format!("the firmware differs: {seen:?}"));
        }
        if is_there { Ok(seen) } else { Err(format!("the firmware has not caught up: {seen:?}")) }
    })
}

fn browser<W: SiteWithPage>(base: &str) -> Result<Browser<W>, String> {
    Browser::open(Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?, base, &env::temp_dir())
}

fn play<W: SiteWithPage>(browser: &mut Browser<W>, steps: &[&str]) -> Outcome {
    for step in steps {
        let parsed = step.parse::<Step<W>>().map_err(|unknown: Unknown| unknown.to_string())?;
        browser.play(&parsed, None).map_err(|why| format!("{step}: {why}"))?;
    }
    Ok(())
}

const PEDESTAL: &str = "#display canvas";
const KEYS: &str = "[data-display=\"keys\"] canvas";
const TOUCH: &str = "[data-display=\"touch\"] canvas";

#[test]
fn the_pedestals_firmware_shows_what_the_replica_shows() -> Outcome {
    let mut browser = browser::<Quay>(&base_url()?)?;
    play(&mut browser, &["the marina as it opens", "I put card \"My card\" in the holder", "1 s pass"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    let begun = agrees(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["I press socket 2", "500 ms pass", "I press socket 2", "3 s pass"])?;
    agrees(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["5 s pass", "I take the card out", "6 s pass", "the screen is Welcome"])?;
    let ended = agrees(browser.page().chromium(), PEDESTAL)?;
    if ended.agreed <= begun.agreed + 3 {
        return Err(format!("the journey has more frames: {begun:?}, {ended:?}"));
    }
    match ended.sums.as_slice() {
        [sum] if sum.len() == 64 => Ok(()),
        sums => Err(format!("one file runs, not {sums:?}")),
    }
}

#[test]
fn the_power_fails_for_the_firmware_too() -> Outcome {
    let mut browser = browser::<Quay>(&base_url()?)?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    agrees(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["the power fails", "2 s pass"])?;
    agrees(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["the power is back", "2 s pass"])?;
    agrees(browser.page().chromium(), PEDESTAL).map(drop)
}

#[test]
fn the_old_validators_firmware_shows_what_the_replica_shows() -> Outcome {
    on_a_bus("old", KEYS)
}

#[test]
fn the_new_validators_firmware_shows_what_the_replica_shows() -> Outcome {
    on_a_bus("new", TOUCH)
}

fn on_a_bus(kind: &str, replica: &str) -> Outcome {
    let mut browser = browser::<Bus>(&base_url()?)?;
    play(
        &mut browser,
        &["the buses as they open", &format!("I stand at the {kind} validator"), "the bus goes to stop 2"],
    )?;
    browser.page().click("[data-do=\"twin\"]")?;
    agrees(browser.page().chromium(), replica)?;
    play(&mut browser, &["I choose Reduced", "I hold card \"Bearer\" against the validator", "1 s pass"])?;
    play(&mut browser, &["the screen is Taken"])?;
    agrees(browser.page().chromium(), replica)?;
    play(&mut browser, &["I take the card away", "12 s pass"])?;
    let ended = agrees(browser.page().chromium(), replica)?;
    if ended.agreed > 3 { Ok(()) } else { Err(format!("the journey has more frames: {ended:?}")) }
}

#[test]
#[ignore = "it needs a machine that does nothing else"]
fn the_live_clock_is_kept_up_with() -> Outcome {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Bus>::open(chromium, &format!("{}bus/", base_url()?))?;
    page.click("[data-face-choice=\"touch\"]")?;
    page.click("[data-do=\"twin\"]")?;
    let frames = until(|| {
        let seen = sight(page.chromium(), TOUCH)?;
        if seen.stage == "running" && seen.agreed > 0 { Ok(seen.agreed) } else { Err(format!("{seen:?}")) }
    })?;
    let mut furthest = 0;
    until(|| {
        let seen = sight(page.chromium(), TOUCH)?;
        furthest = furthest.max(seen.behind);
        if seen.differing > 0 {
            return Err(format!("the firmware differs: {seen:?}"));
        }
        if seen.agreed >= frames + 4 && !seen.waiting { Ok(()) } else { Err(format!("{seen:?}")) }
    })?;
    // The page's clock waits at one second; a frame may be on its way by then.
    if furthest <= 3_000 { Ok(()) } else { Err(format!("the firmware was {furthest} ms behind")) }
}

#[test]
fn where_it_cannot_be_fetched_that_is_said_and_it_can_be_tried_again() -> Outcome {
    static IS_HELD_BACK: AtomicBool = AtomicBool::new(true);
    let served = Served::begin(dist(), |file, bytes| {
        if file.ends_with("pedestal.uf2") && IS_HELD_BACK.load(Ordering::Relaxed) {
            bytes.clear();
        }
    })?;
    let mut browser = browser::<Quay>(&served.address)?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    until(|| match sight(browser.page().chromium(), PEDESTAL)? {
        seen if seen.stage == "missing" => Ok(()),
        seen => Err(format!("it is said to be missing: {seen:?}")),
    })?;
    IS_HELD_BACK.store(false, Ordering::Relaxed);
    browser.page().click("[data-do=\"twin-again\"]")?;
    agrees(browser.page().chromium(), PEDESTAL)?;
    browser.page().click("[data-do=\"twin\"]")?;
    until(|| match sight(browser.page().chromium(), PEDESTAL)? {
        seen if seen.stage == "off" => Ok(()),
        seen => Err(format!("it is off: {seen:?}")),
    })
}

#[test]
fn one_letter_that_is_another_one_is_told() -> Outcome {
    // The page with a firmware that was changed on its way: "WELCOME" is its first word.
    let served = Served::begin(dist(), |file, bytes| {
        if file.ends_with("pedestal.uf2") {
            // Each block of 512 bytes carries 256 of the flash, from its 32nd on.
            let flash: Vec<u8> = bytes.chunks(512).flat_map(|block| block[32..288].to_vec()).collect();
            let at = flash.windows(7).position(|word| word == b"WELCOME").expect("it is one of its words") + 1;
            bytes[at / 256 * 512 + 32 + at % 256] = b'A';
        }
    })?;
    let mut browser = browser::<Quay>(&served.address)?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    play(&mut browser, &["1 s pass"])?;
    until(|| match sight(browser.page().chromium(), PEDESTAL)? {
        seen if seen.differing > 0 && seen.wrong.is_some_and(|wrong| wrong > 0) => Ok(()),
        seen => Err(format!("the firmware says another word: {seen:?}")),
    })
}
