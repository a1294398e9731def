//! Writes the golden files of this version: what its page, its cards and its boards keep.
//! `world/tests/golden/README.md` says how to call it, and who reads them. A file that is there already is never
//! written again.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::feature::{Features, Scenario};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::run::{self, Verdict};
use acceptance::site::{SiteKind, SiteUnderTest};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use acceptance::target::chip::Chip;
use acceptance::target::core::Core;
use acceptance::with_world;
use firmware_core::card::CardBytes;
use firmware_core::time::Millis;
use serde_json::json;
use twin::{Emulator as _, Wired, from_hex};
use world::bus::Bus;
use world::keep;
use world::quay::Quay;
use world::session::{Line, Session};
use world::step::Step;
use world::story::CORE_VERSION;
use world::world::{Action as _, World};

use crate::Outcome;

/// The flash chip of a board, and the part of it at its end that the firmware keeps its memory in
/// (`firmware-core/memory.x`).
const FLASH_BYTES: usize = 2 * 1024 * 1024;
const STORE_BYTES: usize = 64 * 1024;
/// A site has at most this many devices.
const DEVICES_MAX: usize = 4;
/// Chromium lets a page save ten files before it asks: so many cards of a wallet are saved for a chip.
const CHIPS_MAX: usize = 8;

/// A site whose kept sessions become golden files.
trait Site: SiteWithPage {
    /// Its folder among the golden files.
    const FOLDER: &'static str;
    /// The key of its session in the browser's storage.
    const KEY: &'static str;

    /// Its cards by their names.
    fn wallet(&self) -> Vec<(String, CardBytes)>;
}

impl Site for Quay {
    const FOLDER: &'static str = "quay";
    const KEY: &'static str = "kerb-and-quay.session";

    fn wallet(&self) -> Vec<(String, CardBytes)> {
        self.cards().map(|card| (card.name.clone(), self.bytes(card))).collect()
    }
}

impl Site for Bus {
    const FOLDER: &'static str = "bus";
    const KEY: &'static str = "kerb-and-quay.bus.session";

    fn wallet(&self) -> Vec<(String, CardBytes)> {
        self.cards().map(|card| (card.name.clone(), self.bytes(card))).collect()
    }
}

#[test]
fn the_scenarios_behind_the_goldens_hold_on_the_core() -> Outcome {
    for scenario in scenarios()? {
        with_world!(SiteKind::of(&scenario), W => holds_on_core::<W>(&scenario))?;
    }
    Ok(())
}

/// Everything that is expected is there, and nothing is refused that is not expected to be.
fn holds_on_core<W: SiteUnderTest>(scenario: &Scenario) -> Outcome {
    let mut core = Core::<W>::default();
    let outcome = run::play(scenario, &mut core);
    if outcome.verdict != Verdict::Passed {
        return Err(format!("{}: {:?}", scenario.name, outcome.failure));
    }
    let refused: Vec<_> = core.player().session().journal().iter().filter_map(refusal).collect();
    let expected = scenario.lines.iter().filter(|line| line.text.starts_with("that is refused: ")).count();
    if refused.len() == expected {
        return Ok(());
    }
    Err(format!("{}: {expected} refusals are expected, not these: {refused:?}", scenario.name))
}

fn refusal<W: World>(line: &Line<W>) -> Option<String> {
    match line {
        Line::Acted { refusal, .. } => refusal.as_ref().map(ToString::to_string),
        Line::Happened { .. } => None,
    }
}

#[test]
#[ignore = "golden files are written once for each version"]
fn what_the_page_keeps_is_written() -> Outcome {
    for scenario in scenarios()?.iter().filter(|scenario| has(scenario, "kept")) {
        with_world!(SiteKind::of(scenario), W => write_site::<W>(scenario))?;
    }
    Ok(())
}

#[test]
#[ignore = "golden files are written once for each version"]
fn what_the_boards_keep_is_written() -> Outcome {
    for scenario in scenarios()?.iter().filter(|scenario| has(scenario, "flash")) {
        with_world!(SiteKind::of(scenario), W => write_flash::<W>(scenario))?;
    }
    Ok(())
}

fn scenarios() -> Result<Vec<Scenario>, String> {
    let features = Features::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens"))?;
    match features.unreadable.first() {
        Some(unreadable) => Err(format!("{}: {}", unreadable.location, unreadable.why)),
        None => Ok(features.scenarios),
    }
}

fn has(scenario: &Scenario, tag: &str) -> bool {
    scenario.tags.iter().any(|one| one == tag)
}

/// Plays a scenario on the page and writes what its tags say: the kept session always; `@saved` the session saved as a
/// feature, and another one that begins with the world that was kept; `@cards` every card, as bytes and as the page
/// saves the first ones for a chip; `@reopened` what is kept after the page was left and opened again.
fn write_site<W: Site>(scenario: &Scenario) -> Outcome {
    let name = &scenario.name;
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    let mut browser = Browser::<W>::open(chromium, &base_url()?, &std::env::temp_dir())?;
    let outcome = run::play(scenario, &mut browser);
    if outcome.verdict != Verdict::Passed {
        return Err(format!("{name}: {:?}", outcome.failure));
    }
    if has(scenario, "saved") {
        write_feature(browser.page(), name)?;
    }
    if has(scenario, "cards") {
        write_cards::<W>(&mut browser, name)?;
    }
    let kept = write_session(browser.page(), name)?;
    let running = keep::running_session_from_text::<W>(&kept).map_err(|broken| broken.to_string())?;
    if running.world() != browser.core_mut().player().session().world() {
        return Err(format!("{name}: the page has not kept what was played"));
    }
    if has(scenario, "reopened") {
        reopen(browser.page())?;
        browser.page().pass(Millis(1_500))?;
        let name = format!("{name}-reopened");
        write_feature(browser.page(), &name)?;
        write_session(browser.page(), &name)?;
    }
    if has(scenario, "saved") {
        let kept = keep::session_from_text::<W>(&kept).map_err(|broken| broken.to_string())?;
        write_after_kept(&mut browser, &kept)?;
    }
    Ok(())
}

/// A session that begins with a world that was kept, as the page writes it down.
fn write_after_kept<W: Site>(browser: &mut Browser<W>, kept: &Session<W>) -> Outcome {
    reopen(browser.page())?;
    let text = keep::world_to_text::<W>(&kept.world().lasting());
    browser.play(&Step::Action(W::Action::kept()), Some(&text))?;
    browser.play(&Step::Action(W::Action::wait(Millis(30_000))), None)?;
    write_feature(browser.page(), "after-kept")?;
    write_session(browser.page(), "after-kept").map(drop)
}

/// Leaves the page, which stores its session as it is left, and writes what is stored.
fn write_session<W: Site>(page: &mut Page<W>, name: &str) -> Result<String, String> {
    page.chromium().open(&address(&base_url()?, "twin/twin.json"))?;
    let text: Option<String> =
        page.chromium().evaluate("return localStorage.getItem(arguments[0])", vec![json!(W::KEY)])?;
    let text = text.ok_or_else(|| format!("{name}: nothing is stored under {}", W::KEY))?;
    write(&of_world().join(W::FOLDER).join(format!("{name}.session")), text.as_bytes())?;
    Ok(text)
}

fn reopen<W: Site>(page: &Page<W>) -> Outcome {
    page.go(&address(&base_url()?, &format!("{}{MANUAL_CLOCK}", W::SITE.path)))?;
    page.open_panels()
}

fn write_feature<W: Site>(page: &Page<W>, name: &str) -> Outcome {
    let saved = download(page, "[data-do=\"save\"]")?;
    write(&of_world().join(W::FOLDER).join(format!("{name}.feature")), &saved)
}

fn write_cards<W: Site>(browser: &mut Browser<W>, name: &str) -> Outcome {
    let cards = browser.core_mut().player().session().world().wallet();
    for (place, (card, bytes)) in cards.into_iter().enumerate() {
        let file = format!("{}-{name}-{}", W::FOLDER, card.to_lowercase().replace(' ', "-"));
        let file = of_core().join("cards").join(file);
        write(&file.with_extension("card"), bytes.as_array())?;
        let button = format!("{} [data-do=\"save-chip\"]", card_selector(&card));
        if place < CHIPS_MAX {
            let saved = download(browser.page(), &button)?;
            write(&file.with_extension("mct"), &saved)?;
        }
    }
    Ok(())
}

/// Clicks what saves a file, and takes the file away.
fn download<W: SiteWithPage>(page: &Page<W>, button: &str) -> Result<Vec<u8>, String> {
    page.click(button)?;
    let folder = page.chromium().downloads();
    until(|| {
        let files = fs::read_dir(&folder).map_err(|error| format!("nothing was saved: {error}"))?;
        let files: Vec<_> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
        let [file] = files.as_slice() else { return Err(format!("there should be one file: {files:?}")) };
        let bytes = fs::read(file).map_err(|error| error.to_string())?;
        // The browser makes the file first and fills it then.
        if bytes.is_empty() || file.extension().is_some_and(|ending| ending == "crdownload") {
            return Err(format!("{} is not complete", file.display()));
        }
        fs::remove_file(file).map_err(|error| error.to_string())?;
        Ok(bytes)
    })
}

/// Plays a scenario on emulated boards, cuts their power, and writes the part of each flash that the firmware keeps its
/// memory in, without the erased bytes at its end. `@cut-1`: during the last step the power goes after one operation of
/// the flash.
fn write_flash<W: SiteUnderTest + Wired>(scenario: &Scenario) -> Outcome {
    let steps: Result<Vec<Step<W>>, _> = scenario.lines.iter().map(|line| line.text.parse()).collect();
    let steps = steps.map_err(|unknown| unknown.to_string())?;
    let actions = steps.iter().filter_map(|step| match step {
        Step::Action(action) => Some((action, None)),
        Step::Expectation(_) => None,
    });
    let all: Vec<_> = actions.collect();
    let cut = scenario.tags.iter().find_map(|tag| tag.strip_prefix("cut-")?.parse::<u32>().ok());
    let mut chip = Chip::<W>::open()?;
    chip.begin(&all)?;
    let (last, before) = steps.split_last().ok_or("the scenario has no steps")?;
    for step in before {
        chip.play(step, None).map_err(|why| format!("{}: {step}: {why}", scenario.name))?;
    }
    match cut {
        None => chip.play(last, None)?,
        Some(after) => {
            let place = chip.core().player().session().world().place_here();
            chip.emulator().ask(place, "cut", json!({ "after": after }))?;
            // From the cut on the board is no longer beside its core.
            let _ = chip.play(last, None);
        }
    }
    let mut images = Vec::new();
    for slot in 0..DEVICES_MAX {
        // Where nobody stood there is no board.
        if chip.emulator().ask(slot, "off", json!({})).is_ok() {
            let part = json!({ "at": FLASH_BYTES - STORE_BYTES, "length": STORE_BYTES });
            images.push(from_hex(&chip.emulator().ask(slot, "flash", part)?.memory.unwrap_or_default())?);
        }
    }
    let [image] = images.as_slice() else { return Err(format!("{} boards, not one", images.len())) };
    let length = image.iter().rposition(|byte| *byte != 0xff).map_or(0, |last| last + 1);
    write(&of_core().join("flash").join(format!("{}.bin", scenario.name)), &image[..length])
}

/// The golden files of this version that the worlds read.
fn of_world() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../world/tests/golden").join(CORE_VERSION)
}

/// Those that the devices read.
fn of_core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../firmware-core/tests/golden").join(CORE_VERSION)
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let why = |error: std::io::Error| format!("{} is not written: {error}", file.display());
    fs::create_dir_all(file.parent().unwrap_or(file)).map_err(why)?;
    fs::File::create_new(file).and_then(|mut file| file.write_all(bytes)).map_err(why)
}
