//! Writes the golden files of this version: the saved forms of its page, its cards and its boards.
//! `world/tests/golden/README.md` says how to run it, and which tests read them. An existing file is never overwritten.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::device_core::Core;
use acceptance::feature::{Features, Scenario};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::run::{self, Verdict};
use acceptance::site::{SiteKind, SiteUnderTest};
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use acceptance::target::chip::Chip;
use acceptance::with_world;
use firmware_core::card::CardBytes;
use firmware_core::time::Millis;
use serde_json::json;
use twin::{Emulator as _, Wired, from_hex};
use world::bus::Bus;
use world::quay::Quay;
use world::save_format;
use world::script::{CORE_VERSION, SharedSteps as _, Step};
use world::session::{Line, Session};
use world::world::World;

use crate::Outcome;

/// The size of a board's flash chip, and of the part at its end with the memory of the firmware
/// (`firmware-core/memory.x`).
const FLASH_BYTES: usize = 2 * 1024 * 1024;
const STORE_BYTES: usize = 64 * 1024;
/// The maximum number of devices of a site.
const DEVICES_MAX: usize = 4;
/// The maximum number of cards that are saved for a chip: Chromium asks the user before the eleventh download of a
/// page.
const CHIPS_MAX: usize = 8;

/// A site with golden files.
trait GoldenSite: SiteWithPage {
    /// Its cards with their names.
    fn wallet(&self) -> Vec<(String, CardBytes)>;
}

impl GoldenSite for Quay {
    fn wallet(&self) -> Vec<(String, CardBytes)> {
        self.cards().map(|card| (card.name.clone(), self.bytes(card))).collect()
    }
}

impl GoldenSite for Bus {
    fn wallet(&self) -> Vec<(String, CardBytes)> {
        self.cards().map(|card| (card.name.clone(), self.bytes(card))).collect()
    }
}

#[test]
fn the_scenarios_of_the_golden_files_pass_on_the_core() -> Outcome {
    for scenario in scenarios()? {
        with_world!(SiteKind::of(&scenario), W => holds_on_core::<W>(&scenario))?;
    }
    Ok(())
}

/// Expects that a scenario passes, without an unexpected refusal.
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
fn the_golden_files_of_the_page_are_written() -> Outcome {
    for scenario in scenarios()?.iter().filter(|scenario| has(scenario, "kept")) {
        with_world!(SiteKind::of(scenario), W => write_site::<W>(scenario))?;
    }
    Ok(())
}

#[test]
#[ignore = "golden files are written once for each version"]
fn the_golden_files_of_the_boards_are_written() -> Outcome {
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

/// Runs a scenario on the page and writes the stored session. The tags select further files: `@saved` the session as a
/// feature, and one that begins with the kept world; `@cards` every card as bytes, and the first ones as files for a
/// chip; `@reopened` the stored session after the page was left and opened again.
fn write_site<W: GoldenSite>(scenario: &Scenario) -> Outcome {
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
    let running = save_format::running_session_from_text::<W>(&kept).map_err(|broken| broken.to_string())?;
    if running.world() != browser.core_mut().player().session().world() {
        return Err(format!("{name}: the stored session differs from the session"));
    }
    if has(scenario, "reopened") {
        reopen(browser.page())?;
        browser.page().pass(Millis(1_500))?;
        let name = format!("{name}-reopened");
        write_feature(browser.page(), &name)?;
        write_session(browser.page(), &name)?;
    }
    if has(scenario, "saved") {
        let kept = save_format::session_from_text::<W>(&kept).map_err(|broken| broken.to_string())?;
        write_after_kept(&mut browser, &kept)?;
    }
    Ok(())
}

/// Writes a session that begins with a kept world.
fn write_after_kept<W: GoldenSite>(browser: &mut Browser<W>, kept: &Session<W>) -> Outcome {
    reopen(browser.page())?;
    let text = save_format::world_to_text::<W>(&kept.world().persistent());
    browser.play(&Step::Action(W::Action::kept()), Some(&text))?;
    browser.play(&Step::Action(W::Action::wait(Millis(30_000))), None)?;
    write_feature(browser.page(), "after-kept")?;
    write_session(browser.page(), "after-kept").map(drop)
}

/// Leaves the page, which stores its session, and writes the stored session.
fn write_session<W: GoldenSite>(page: &mut Page<W>, name: &str) -> Result<String, String> {
    page.chromium().open(&address(&base_url()?, "twin/twin.json"))?;
    let text: Option<String> =
        page.chromium().evaluate("return localStorage.getItem(arguments[0])", vec![json!(W::SITE.storage_key)])?;
    let text = text.ok_or_else(|| format!("{name}: nothing is stored under {}", W::SITE.storage_key))?;
    write(&world_folder().join(W::SITE.name).join(format!("{name}.session")), text.as_bytes())?;
    Ok(text)
}

fn reopen<W: GoldenSite>(page: &Page<W>) -> Outcome {
    page.go(&address(&base_url()?, &format!("{}{MANUAL_CLOCK}", W::SITE.path)))?;
    page.open_panels()
}

fn write_feature<W: GoldenSite>(page: &Page<W>, name: &str) -> Outcome {
    let saved = download(page, "[data-do=\"save\"]")?;
    write(&world_folder().join(W::SITE.name).join(format!("{name}.feature")), &saved)
}

fn write_cards<W: GoldenSite>(browser: &mut Browser<W>, name: &str) -> Outcome {
    let cards = browser.core_mut().player().session().world().wallet();
    for (index, (card, bytes)) in cards.into_iter().enumerate() {
        let file = format!("{}-{name}-{}", W::SITE.name, card.to_lowercase().replace(' ', "-"));
        let file = core_folder().join("cards").join(file);
        write(&file.with_extension("card"), bytes.as_array())?;
        let button = format!("{} [data-do=\"save-chip\"]", card_selector(&card));
        if index < CHIPS_MAX {
            let saved = download(browser.page(), &button)?;
            write(&file.with_extension("mct"), &saved)?;
        }
    }
    Ok(())
}

/// Clicks a button that saves a file; returns and deletes the file.
fn download<W: SiteWithPage>(page: &Page<W>, button: &str) -> Result<Vec<u8>, String> {
    page.click(button)?;
    let folder = page.chromium().downloads();
    until(|| {
        let files = fs::read_dir(&folder).map_err(|error| format!("nothing was saved: {error}"))?;
        let files: Vec<_> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
        let [file] = files.as_slice() else { return Err(format!("there should be one file: {files:?}")) };
        let bytes = fs::read(file).map_err(|error| error.to_string())?;
        // The browser creates the file before it writes to it.
        if bytes.is_empty() || file.extension().is_some_and(|ending| ending == "crdownload") {
            return Err(format!("{} is not complete", file.display()));
        }
        fs::remove_file(file).map_err(|error| error.to_string())?;
        Ok(bytes)
    })
}

/// Runs a scenario on emulated boards, cuts their power, and writes the part of the flash with the memory of the
/// firmware, without the erased bytes at its end. With `@cut-1`, the power fails during the last step, after one flash
/// operation.
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
            let device = chip.core().player().session().world().site().here;
            chip.emulator().ask(device, "cut", json!({ "after": after }))?;
            // After the power cut, the board differs from its core.
            let _ = chip.play(last, None);
        }
    }
    let mut images = Vec::new();
    for slot in 0..DEVICES_MAX {
        // A device that the person does not go to has no board.
        if chip.emulator().ask(slot, "off", json!({})).is_ok() {
            let part = json!({ "at": FLASH_BYTES - STORE_BYTES, "length": STORE_BYTES });
            images.push(from_hex(&chip.emulator().ask(slot, "flash", part)?.memory.unwrap_or_default())?);
        }
    }
    let [image] = images.as_slice() else { return Err(format!("{} boards, not one", images.len())) };
    let length = image.iter().rposition(|byte| *byte != 0xff).map_or(0, |last| last + 1);
    write(&core_folder().join("flash").join(format!("{}.bin", scenario.name)), &image[..length])
}

/// The folder of this version's golden files for `world`.
fn world_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../world/tests/golden").join(CORE_VERSION)
}

/// The folder of this version's golden files for `firmware-core`.
fn core_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../firmware-core/tests/golden").join(CORE_VERSION)
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let why = |error: std::io::Error| format!("{} is not written: {error}", file.display());
    fs::create_dir_all(file.parent().unwrap_or(file)).map_err(why)?;
    fs::File::create_new(file).and_then(|mut file| file.write_all(bytes)).map_err(why)
}
