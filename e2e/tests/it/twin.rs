//! The firmware beside the replica: the page runs the file that is flashed on an emulated board, with the same input.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use std::env;
use std::sync::atomic::{AtomicBool, Ordering};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{Page, SiteWithPage, base_url};
use acceptance::site::SiteUnderTest as _;
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use serde::Deserialize;
use serde_json::json;
use world::bus::Bus;
use world::quay::Quay;
use world::script::Step;
use world::step::Unknown;

use crate::Outcome;
use crate::server::{edit_body, serve_edited};

/// Starts the firmware and waits until one of its frames agrees with the replica.
pub fn expect_firmware<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    page.click("[data-do=\"twin\"]")?;
    until(|| page.require(".twin[data-twin=\"running\"]:not([data-agreed=\"0\"])")).map(drop)
}

/// The state of the firmware in the page.
#[derive(Debug, Deserialize)]
struct TwinState {
    phase: String,
    agreed: u64,
    differing: u64,
    /// The delay of the boards, in simulated milliseconds.
    behind: i64,
    waiting: bool,
    /// The text about the delay.
    pace: String,
    /// The number of pixels that differ between the displays of firmware and replica; none without such a display.
    wrong: Option<usize>,
    sums: Vec<String>,
}

/// `arguments[0]` is the canvas of the replica.
const TWIN_STATE: &str = "const one = (css) => document.querySelector(css);
    const { twin, agreed, differing, reached, waiting } = one('.twin').dataset;
    const [mine, other] = [one('canvas[data-twin-display]'), one(arguments[0])];
    const pixels = (canvas) =>
        new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    let wrong = null;
    if (mine && other && mine.width === other.width && mine.height === other.height) {
        const [a, b] = [pixels(mine), pixels(other)];
        wrong = a.reduce((count, pixel, index) => count + (pixel === b[index] ? 0 : 1), 0);
    }
    return {
        phase: twin, agreed: Number(agreed), differing: Number(differing),
        behind: Number(one('main').dataset.now) - Number(reached),
        waiting: waiting === 'true', pace: one('[data-pace]')?.textContent ?? '', wrong,
        sums: Array.from(document.querySelectorAll('[data-sha256]'), (sum) => sum.textContent),
    };";

fn state(chromium: &Chromium, replica: &str) -> Result<TwinState, String> {
    chromium.evaluate(TWIN_STATE, vec![json!(replica)])
}

/// Waits until the boards have no delay, every frame has agreed and both displays show the same pixels.
fn expect_agreement(chromium: &Chromium, replica: &str) -> Result<TwinState, String> {
    until(|| {
        let seen = state(chromium, replica)?;
        let agrees = seen.phase == "running" && seen.behind <= 0 && seen.agreed > 0 && seen.wrong == Some(0);
        let agrees = agrees && !seen.pace.is_empty();
        if seen.differing > 0 || seen.phase == "broken" {
            return Err(format!("the firmware differs: {seen:?}"));
        }
        if agrees { Ok(seen) } else { Err(format!("the firmware has not caught up: {seen:?}")) }
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

/// The canvases of the replicas.
const PEDESTAL: &str = Quay::SITE.devices[0].canvas;
const KEYS: &str = Bus::SITE.devices[0].canvas;
const TOUCH: &str = Bus::SITE.devices[1].canvas;

#[test]
fn the_firmware_of_the_pedestal_agrees_with_the_replica() -> Outcome {
    let mut browser = browser::<Quay>(&base_url()?)?;
    play(&mut browser, &["the marina as it opens", "I put card \"My card\" in the holder", "1 s pass"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    let begun = expect_agreement(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["I press socket 2", "500 ms pass", "I press socket 2", "3 s pass"])?;
    expect_agreement(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["5 s pass", "I take the card out", "6 s pass", "the screen is Welcome"])?;
    let ended = expect_agreement(browser.page().chromium(), PEDESTAL)?;
    if ended.agreed <= begun.agreed + 3 {
        return Err(format!("more frames are expected: {begun:?}, {ended:?}"));
    }
    match ended.sums.as_slice() {
        [sum] if sum.len() == 64 => Ok(()),
        sums => Err(format!("the checksum of one file is expected: {sums:?}")),
    }
}

#[test]
fn a_power_cut_reaches_the_firmware() -> Outcome {
    let mut browser = browser::<Quay>(&base_url()?)?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    expect_agreement(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["the power fails", "2 s pass"])?;
    expect_agreement(browser.page().chromium(), PEDESTAL)?;
    play(&mut browser, &["the power is back", "2 s pass"])?;
    expect_agreement(browser.page().chromium(), PEDESTAL).map(drop)
}

#[test]
fn the_firmware_of_the_old_validator_agrees_with_the_replica() -> Outcome {
    on_a_bus("old", KEYS)
}

#[test]
fn the_firmware_of_the_new_validator_agrees_with_the_replica() -> Outcome {
    on_a_bus("new", TOUCH)
}

fn on_a_bus(kind: &str, replica: &str) -> Outcome {
    let mut browser = browser::<Bus>(&base_url()?)?;
    play(
        &mut browser,
        &["the buses as they open", &format!("I stand at the {kind} validator"), "the bus goes to stop 2"],
    )?;
    browser.page().click("[data-do=\"twin\"]")?;
    expect_agreement(browser.page().chromium(), replica)?;
    play(&mut browser, &["I choose Reduced", "I hold card \"Bearer\" against the validator", "1 s pass"])?;
    play(&mut browser, &["the screen is Taken"])?;
    expect_agreement(browser.page().chromium(), replica)?;
    play(&mut browser, &["I take the card away", "12 s pass"])?;
    let ended = expect_agreement(browser.page().chromium(), replica)?;
    if ended.agreed > 3 { Ok(()) } else { Err(format!("more frames are expected: {ended:?}")) }
}

#[test]
#[ignore = "it needs an idle machine; `cargo xtask test` runs it alone"]
fn the_firmware_keeps_up_with_the_live_clock() -> Outcome {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let page = Page::<Bus>::open(chromium, &format!("{}bus/", base_url()?))?;
    page.click("[data-face-choice=\"touch\"]")?;
    page.click("[data-do=\"twin\"]")?;
    let frames = until(|| {
        let seen = state(page.chromium(), TOUCH)?;
        if seen.phase == "running" && seen.agreed > 0 { Ok(seen.agreed) } else { Err(format!("{seen:?}")) }
    })?;
    let mut furthest = 0;
    until(|| {
        let seen = state(page.chromium(), TOUCH)?;
        furthest = furthest.max(seen.behind);
        if seen.differing > 0 {
            return Err(format!("the firmware differs: {seen:?}"));
        }
        if seen.agreed >= frames + 4 && !seen.waiting { Ok(()) } else { Err(format!("{seen:?}")) }
    })?;
    // The page's clock stops at a delay of one second; by then a frame may be under way.
    if furthest <= 3_000 { Ok(()) } else { Err(format!("the firmware had a delay of {furthest} ms")) }
}

#[test]
fn loading_the_firmware_can_be_retried() -> Outcome {
    static IS_MISSING: AtomicBool = AtomicBool::new(true);
    let server = serve_edited(|path, reply| {
        if path.ends_with("pedestal.uf2") && IS_MISSING.load(Ordering::Relaxed) {
            reply.body = None;
        }
    })?;
    let mut browser = browser::<Quay>(server.address())?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    until(|| match state(browser.page().chromium(), PEDESTAL)? {
        seen if seen.phase == "missing" => Ok(()),
        seen => Err(format!("the firmware is not reported as missing: {seen:?}")),
    })?;
    IS_MISSING.store(false, Ordering::Relaxed);
    browser.page().click("[data-do=\"twin-again\"]")?;
    expect_agreement(browser.page().chromium(), PEDESTAL)?;
    browser.page().click("[data-do=\"twin\"]")?;
    until(|| match state(browser.page().chromium(), PEDESTAL)? {
        seen if seen.phase == "off" => Ok(()),
        seen => Err(format!("the firmware still runs: {seen:?}")),
    })
}

#[test]
fn a_changed_character_is_detected() -> Outcome {
    // The first text of the firmware is "WELCOME".
    let server = serve_edited(|path, reply| {
        if path.ends_with("pedestal.uf2") {
            edit_body(reply, |bytes| {
                // Each block of 512 bytes has 256 bytes of the flash, at an offset of 32.
                let flash: Vec<u8> = bytes.chunks(512).flat_map(|block| block[32..288].to_vec()).collect();
                let at = flash.windows(7).position(|text| text == b"WELCOME").expect("the text") + 1;
                bytes[at / 256 * 512 + 32 + at % 256] = b'A';
            });
        }
    })?;
    let mut browser = browser::<Quay>(server.address())?;
    play(&mut browser, &["the marina as it opens"])?;
    browser.page().click("[data-do=\"twin\"]")?;
    play(&mut browser, &["1 s pass"])?;
    until(|| match state(browser.page().chromium(), PEDESTAL)? {
        seen if seen.differing > 0 && seen.wrong.is_some_and(|wrong| wrong > 0) => Ok(()),
        seen => Err(format!("the changed text is not detected: {seen:?}")),
    })
}
