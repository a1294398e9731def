//! The page beyond scenarios: gestures, reloads, tabs, storage, languages, files and sizes.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`. Every test has a browser profile
//! of its own.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::device_core::Core;
use acceptance::feature::Features;
use acceptance::page::quay::key_selector;
use acceptance::page::snapshot::JournalLines;
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector, language_codes};
use acceptance::run::{self, Verdict};
use acceptance::site::SiteUnderTest as _;
use acceptance::target::Target as _;
use acceptance::target::browser::Browser;
use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes};
use firmware_core::mifare::{self, Keys};
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::Millis;
use serde_json::json;
use twin::from_hex;
use world::bus::Bus;
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::step::Action;
use world::save_format;
use world::script::Move;
use world::script::{Scripted as _, SharedSteps as _, Step};
use world::session::Session;
use world::step::Unknown;
use world::world::World as _;

use crate::Outcome;

// Gestures

#[test]
fn a_button_is_held_by_a_finger_on_a_phone() -> Outcome {
    let mut browser = browser(&PHONE)?;
    load_socket_1(&mut browser)?;
    play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1", "I hold socket 1 down"])?;
    play(&mut browser, &["2500 ms pass", "the bar is at 25 of 50", "2500 ms pass", "rule P-15 applied"])?;
    play(
        &mut browser,
        &["I let go of socket 1", "3 s pass", "5 s pass", "card \"Blue\" holds 100 kr", "socket 1 is off"],
    )
}

#[test]
fn a_button_is_held_by_a_key_of_the_keyboard() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    load_socket_1(&mut browser)?;
    // The clock has to run by itself: a click on it would move the focus away from the button.
    play(&mut browser, &["the setting pedestal.inactivity_ms is 60000"])?;
    play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1"])?;
    let expected = expected_after(&["I hold socket 1 down", "5 s pass"], browser.core())?;
    let page = browser.page();
    page.choose("select[data-speed]", "10")?;
    page.click("[data-clock=\"live\"]")?;
    focus_by_tab(page, &key_selector(Key::Socket(Socket::One)))?;
    space(page, "rawKeyDown", false)?;
    // A keyboard repeats a key that is held down.
    space(page, "rawKeyDown", true)?;
    space(page, "rawKeyDown", true)?;
    until(|| same(&page.snapshot()?.seen.display, &expected))?;
    space(page, "keyUp", false)?;
    until(|| same("RemoveCard", &page.snapshot()?.seen.screen))?;
    let snapshot = page.snapshot()?;
    same(&Some(10_000), &snapshot.seen.cards[0].balance)?;
    // One press and one release, without the repetitions.
    let acts = snapshot.lines.iter().filter(|line| line.rules.is_empty()).count();
    let session = browser.core().player().session();
    same(&(session.acts().count() + 2), &acts)
}

#[test]
fn a_hold_ends_when_the_button_loses_focus() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["the marina as it opens"])?;
    let key = key_selector(Key::Socket(Socket::Two));
    focus_by_tab(browser.page(), &key)?;
    space(browser.page(), "rawKeyDown", false)?;
    browser.follow(&[Move::Act(Act::Press(Key::Socket(Socket::Two)))])?;
    is_down(browser.page(), &key, true)?;
    tab(browser.page())?;
    browser.follow(&[Move::Act(Act::Release(Key::Socket(Socket::Two)))])?;
    is_down(browser.page(), &key, false)
}

#[test]
fn a_card_is_dragged_with_the_mouse() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["the marina as it opens"])?;
    drag(browser.page(), &card_face("Guest card"), Some("[data-holder]"), mouse)?;
    browser.follow(&[Move::Act(Act::Present("Guest card".to_owned()))])?;
    same("Guest card", &browser.page().card_in_holder()?)?;
    play(&mut browser, &["the screen is ServiceSelect"])?;
    drag(browser.page(), "[data-holder] .held-name", None, mouse)?;
    browser.follow(&[Move::Act(Act::Take)])?;
    play(&mut browser, &["the screen is Welcome"])
}

#[test]
fn a_card_is_dragged_by_its_grip_with_a_finger() -> Outcome {
    let mut browser = browser(&BrowserOptions { window: (1100, 900), phone: true, ..BrowserOptions::default() })?;
    play(&mut browser, &["the marina as it opens"])?;
    drag(browser.page(), &format!("{} .card-grip", card_selector("My card")), Some("[data-holder]"), finger)?;
    browser.follow(&[Move::Act(Act::Present("My card".to_owned()))])?;
    play(&mut browser, &["the screen is ServiceSelect"])
}

#[test]
fn a_card_dropped_beside_the_holder_stays_in_the_wallet() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["the marina as it opens"])?;
    drag(browser.page(), &card_face("My card"), None, mouse)?;
    browser.follow(&[])?;
    same("", &browser.page().card_in_holder()?)
}

// Persistence

#[test]
fn a_reload_during_an_update_tears_the_card() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    // During the write of the mark, and during the last write.
    for ms in [150, 4_750] {
        play(&mut browser, &["a marina with an empty wallet", "a card \"Blue\" with 100 kr"])?;
        play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1", "I press socket 1, 3 times"])?;
        play(&mut browser, &["I press Enter", &format!("{ms} ms pass"), "the screen is Updating"])?;
        let before = browser.core().player().session().clone();
        let acts = before.acts().map(|(at, act)| (at, act.clone())).collect();
        let mut expected = Session::reopened(before.start().clone(), acts, before.world().persistent())?;

        browser.page().chromium().reload()?;
        browser.page().wait_until_ready()?;
        let card = |session: &Session<Quay>| {
            let world = session.world();
            world.cards().map(|card| world.bytes(card)).next().ok_or("there is no card".to_owned())
        };
        let stored = save_format::session_from_text(&stored(browser.page())?).map_err(|broken| broken.to_string())?;
        if card(&stored)? != card(&expected)? {
            return Err(format!("after {ms} ms the stored card is not the torn one"));
        }
        expect_agreement(browser.page(), &expected)?;
        same("Updating", &browser.page().snapshot()?.seen.screen)
            .or_else(|_| same("Interrupted", &browser.page().snapshot()?.seen.screen))?;
        for ms in [1, 399, 4_600, 55_001] {
            browser.page().open_panels()?;
            browser.page().pass(Millis(ms))?;
            expected.pass(Millis(ms));
            expect_agreement(browser.page(), &expected)?;
        }
    }
    Ok(())
}

#[test]
fn a_removed_card_has_a_full_minute_after_a_reload() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["a marina with an empty wallet", "a card \"Blue\" with 100 kr"])?;
    play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1", "I press socket 1, 3 times"])?;
    play(
        &mut browser,
        &["I press Enter", "2 s pass", "I take the card out", "50 s pass", "the screen is Interrupted"],
    )?;
    let before = browser.core().player().session().clone();
    let acts = before.acts().map(|(at, act)| (at, act.clone())).collect();
    let mut expected = Session::reopened(before.start().clone(), acts, before.world().persistent())?;
    let page = browser.page();
    page.chromium().reload()?;
    page.wait_until_ready()?;
    page.open_panels()?;
    expect_agreement(page, &expected)?;
    // DP-32: one minute again, and not a millisecond more.
    for (ms, screen) in [(60_000, "Interrupted"), (1, "Welcome")] {
        page.pass(Millis(ms))?;
        expected.pass(Millis(ms));
        expect_agreement(page, &expected)?;
        same(screen, &page.snapshot()?.seen.screen)?;
    }
    Ok(())
}

#[test]
fn a_second_tab_mirrors_the_first_one_and_can_take_over() -> Outcome {
    let first = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    first.open_panels()?;
    same(&true, &first.snapshot()?.owner)?;
    let (one, two) = first.chromium().new_tab()?;
    first.go(&here(MANUAL_CLOCK)?)?;
    first.open_panels()?;
    same(&false, &first.snapshot()?.owner)?;

    first.chromium().switch_to(&one)?;
    first.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    same("ServiceSelect", &first.snapshot()?.seen.screen)?;
    let kept = stored(&first)?;
    first.chromium().switch_to(&two)?;
    until(|| same("ServiceSelect", &first.snapshot()?.seen.screen))?;
    same("My card", &first.card_in_holder()?)?;
    // A tab that does not own the session ignores clicks.
    first.click(&key_selector(Key::Socket(Socket::One)))?;
    same("ServiceSelect", &first.snapshot()?.seen.screen)?;
    same(&kept, &stored(&first)?)?;

    first.click("[data-do=\"take-over\"]")?;
    until(|| same(&true, &first.snapshot()?.owner))?;
    same("ServiceSelect", &first.snapshot()?.seen.screen)?;
    first.click("[data-do=\"take\"]")?;
    first.click(&format!("{} [data-do=\"present\"]", card_selector("Guest card")))?;
    same("Guest card", &first.card_in_holder()?)?;
    let kept = stored(&first)?;

    // The first tab mirrors the second one and no longer stores anything, neither at a click nor when it is left.
    first.chromium().switch_to(&one)?;
    until(|| same(&false, &first.snapshot()?.owner))?;
    until(|| same("Guest card", &first.card_in_holder()?))?;
    first.click("[data-do=\"take\"]")?;
    same(&kept, &stored(&first)?)?;
    same("Guest card", &first.card_in_holder()?)?;
    first.chromium().open("about:blank")?;
    first.chromium().switch_to(&two)?;
    same(&kept, &stored(&first)?)?;
    same(&true, &first.snapshot()?.owner)
}

#[test]
fn unreadable_stored_data_is_set_aside() -> Outcome {
    const BROKEN: &str = "this is not a session";
    let page = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    // The page stores its session when it is left; the script replaces it afterwards.
    let script = json!({ "source": format!(
        "if (!sessionStorage.done) {{ sessionStorage.done = 1; localStorage.setItem('{SESSION}', '{BROKEN}'); }}"
    ) });
    page.chromium().devtools("Page.addScriptToEvaluateOnNewDocument", script)?;
    page.chromium().reload()?;
    page.wait_until_ready()?;
    page.open_panels()?;
    let notice: String = page
        .chromium()
        .evaluate("return document.querySelector('[data-bar=\"unreadable\"]')?.textContent ?? ''", Vec::new())?;
    if !notice.contains("cannot be read: it is not base64 text") {
        return Err(format!("the notice does not name the error: {notice:?}"));
    }
    // The page works, and the stored data is unchanged.
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    same("ServiceSelect", &page.snapshot()?.seen.screen)?;
    same(BROKEN, &stored(&page)?)?;
    page.click("[data-do=\"download-broken\"]")?;
    same(BROKEN, &downloaded(&page)?.1)?;
    page.click("[data-do=\"start-fresh\"]")?;
    let kept = stored(&page)?;
    save_format::session_from_text::<Quay>(&kept).map_err(|broken| broken.to_string())?;
    let aside: Vec<String> = page.chromium().evaluate("return Object.values(localStorage)", Vec::new())?;
    if aside.iter().any(|text| text == BROKEN) { Ok(()) } else { Err("the unreadable data is deleted".to_owned()) }
}

// Failures

#[test]
fn loading_the_panels_can_be_retried() -> Outcome {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    block_panels(&chromium, true)?;
    let page = Page::<Quay>::open(chromium, &here(MANUAL_CLOCK)?)?;
    page.require("[data-bar=\"missing-parts\"]")?;
    if page.chromium().find("[data-panel=\"desk\"]")?.is_some() {
        return Err("the panels are shown although their module is blocked".to_owned());
    }
    // The device works without the panels.
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    same("ServiceSelect", &page.snapshot()?.seen.screen)?;
    block_panels(page.chromium(), false)?;
    page.click("[data-do=\"fetch-parts\"]")?;
    until(|| page.require("[data-panel=\"desk\"]"))?;
    if page.chromium().find("[data-bar=\"missing-parts\"]")?.is_some() {
        return Err("the notice is still shown".to_owned());
    }
    same("ServiceSelect", &page.snapshot()?.seen.screen)?;
    // The acts before are stored now.
    page.chromium().reload()?;
    page.wait_until_ready()?;
    same("ServiceSelect", &page.snapshot()?.seen.screen)
}

#[test]
fn a_stored_session_waits_for_the_module_that_reads_it() -> Outcome {
    let page = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    let before = stored(&page)?;
    block_panels(page.chromium(), true)?;
    page.chromium().reload()?;
    until(|| page.require("[data-bar=\"missing-parts\"]"))?;
    let is_shown = "return document.querySelector('#display')?.checkVisibility({ visibilityProperty: true }) ?? false";
    same(&false, &page.chromium().evaluate::<bool>(is_shown, Vec::new())?)?;
    same(&before, &stored(&page)?)?;
    block_panels(page.chromium(), false)?;
    page.click("[data-do=\"fetch-parts\"]")?;
    page.wait_until_ready()?;
    same("ServiceSelect", &page.snapshot()?.seen.screen)?;
    same("My card", &page.card_in_holder()?)
}

/// Blocks or unblocks the module with the panels.
fn block_panels(chromium: &Chromium, is_blocked: bool) -> Outcome {
    chromium.devtools("Network.enable", json!({}))?;
    chromium.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
    // The service worker has a copy of the module.
    chromium.devtools("Network.setBypassServiceWorker", json!({ "bypass": true }))?;
    let urls: &[&str] = if is_blocked { &["*panels*.wasm"] } else { &[] };
    chromium.devtools("Network.setBlockedURLs", json!({ "urls": urls })).map(drop)
}

#[test]
fn a_crashed_page_does_not_change_the_stored_session() -> Outcome {
    const FAIL: &str = "window.dispatchEvent(new ErrorEvent('error', { error: arguments[0]
        ? new WebAssembly.RuntimeError('unreachable') : new Error('of an extension') }));
        return document.querySelectorAll('[data-crashed]').length";
    let page = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    let before = stored(&page)?;
    // An error of an extension is not a crash of the page.
    same(&0, &page.chromium().evaluate::<u32>(FAIL, vec![json!(false)])?)?;
    same(&1, &page.chromium().evaluate::<u32>(FAIL, vec![json!(true)])?)?;
    same(&1, &page.chromium().evaluate::<u32>(FAIL, vec![json!(true)])?)?;
    page.click(&key_selector(Key::Socket(Socket::One)))?;
    same(&before, &stored(&page)?)
}

// Languages

#[test]
fn the_page_has_the_browser_s_language_or_the_chosen_one() -> Outcome {
    let page = page(&BrowserOptions { languages: "nb", ..BrowserOptions::default() }, MANUAL_CLOCK)?;
    let language = || page.chromium().evaluate::<String>("return document.documentElement.lang", Vec::new());
    let title = || {
        page.chromium()
            .evaluate::<String>("return document.querySelector('[data-panel] summary').innerText", Vec::new())
    };
    same("nb", &language()?)?;
    let mut titles = vec![title()?];
    for code in ["pl", "de", "uk", "en"] {
        page.choose_language(code)?;
        let translated = title()?;
        if titles.contains(&translated) {
            return Err(format!("{translated:?} is the same in two languages"));
        }
        titles.push(translated);
    }
    page.chromium().reload()?;
    page.wait_until_ready()?;
    same("en", &language()?)?;
    same(&titles[4], &title()?)
}

#[test]
fn the_text_of_the_display_is_on_the_page_in_all_its_languages() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    for language in ["en", "nb", "pl"] {
        play(&mut browser, &["a marina with an empty wallet", "a card \"Blue\" with 100 kr"])?;
        play(
            &mut browser,
            &["the setting ui.device_lang is en", &format!("the setting ui.device_lang is {language}")],
        )?;
        // Each of these steps compares the text and the pixels of the display.
        play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1", "I press socket 1", "3 s pass"])?;
        play(&mut browser, &["2 s pass", "I take the card out", "I put card \"Blue\" in the holder", "5 s pass"])?;
    }
    let live: String = browser.page().chromium().evaluate(
        "return document.querySelector('.pillar > [data-announced]').getAttribute('aria-live')",
        Vec::new(),
    )?;
    same("polite", &live)
}

#[test]
fn the_page_says_that_it_is_an_unofficial_replica() -> Outcome {
    let page = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    let text: String = page.chromium().evaluate("return document.body.innerText", Vec::new())?;
    let text = text.to_lowercase();
    if text.contains("unofficial") && text.contains("replica") {
        Ok(())
    } else {
        Err("the page does not say that it is an unofficial replica (DP-24)".to_owned())
    }
}

// Time

#[test]
fn an_idle_quay_draws_nothing() -> Outcome {
    // The page shows the time once a second; the pedestal's display does not.
    idle::<Quay>("", (0, 3))
}

#[test]
fn an_idle_bus_draws_only_the_clocks_of_its_validators() -> Outcome {
    // Both validators of a bus show the seconds.
    idle::<Bus>("", (4, 6))?;
    idle::<Bus>("?clock=hand", (0, 0))
}

/// Watches an idle page for 1.5 s: it may redraw its displays and set timers at most these numbers of times.
fn idle<W: SiteWithPage>(query: &str, (draws_max, timers_max): (u32, u32)) -> Outcome {
    const COUNT: &str = "window.timers = 0;
        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
            const real = window[name];
            window[name] = (...all) => { window.timers += 1; return real.apply(window, all); };
        }";
    const WATCH: &str = "const done = arguments[0];
        const drawn = () => Array.from(document.querySelectorAll('[data-redraws]'), (one) => Number(one.dataset.redraws));
        const draws = () => drawn().reduce((sum, one) => sum + one);
        const before = [draws(), window.timers, performance.now()];
        const channel = new MessageChannel();
        // A timer would count itself.
        channel.port1.onmessage = () => {
            if (performance.now() - before[2] < 1500) return channel.port2.postMessage('');
            done([draws() - before[0], window.timers - before[1]]);
        };
        channel.port2.postMessage('');";
    let browser = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT }))?;
    let page = Page::<W>::open(browser, &address(&format!("{}{}", here("")?, W::SITE.path), query))?;
    let (draws, timers): (u32, u32) = page.chromium().evaluate_async(WATCH, Vec::new())?;
    if draws <= draws_max && timers <= timers_max {
        return Ok(());
    }
    Err(format!("an idle page has {draws} redraws and {timers} timers in 1.5 s"))
}

#[test]
fn the_clock_runs_if_the_session_is_granted_after_the_panels() -> Outcome {
    // The browser grants the lock only once the page is complete.
    const LATE: &str = "const locks = navigator.locks;
        const request = locks.request.bind(locks);
        const complete = () => document.querySelector('main')?.dataset.complete === 'true';
        locks.request = (...all) => new Promise((granted, refused) => {
            const ask = () => complete() ? request(...all).then(granted, refused) : requestAnimationFrame(ask);
            ask();
        });";
    let browser = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LATE }))?;
    let page = Page::<Quay>::open(browser, &here("")?)?;
    until(|| match page.snapshot()?.now {
        0 => Err("the live clock does not run".to_owned()),
        _ => Ok(()),
    })
}

#[test]
fn sessions_on_the_manual_clock_are_deterministic() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    let mut seen = Vec::new();
    for _ in 0..2 {
        load_socket_1(&mut browser)?;
        play(&mut browser, &["I plug the boat into socket 1", "1 h pass", "137 ms pass"])?;
        seen.push((browser.page().snapshot()?, stored(browser.page())?));
    }
    same(&seen[0].0, &seen[1].0)?;
    same(&seen[0].1, &seen[1].1)?;
    same(&i64::try_from(browser.core().player().session().world().now().0).unwrap_or(-1), &seen[1].0.now)
}

// Files

#[test]
fn a_card_saved_for_a_chip_has_the_same_bytes() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["the marina as it opens", "I put card \"My card\" in the holder", "I take the card out"])?;
    browser.page().click(&format!("{} [data-do=\"save-chip\"]", card_selector("My card")))?;
    let (file, text) = downloaded(browser.page())?;
    same(&Some("mct"), &file.extension().and_then(|ending| ending.to_str()))?;
    // Both slots, read as the firmware reads them.
    let mut bytes = [0; CARD_LEN];
    let mut address = 0;
    let mut sectors = 0;
    for line in text.lines() {
        if let Some(sector) = line.strip_prefix("+Sector: ") {
            address = mifare::SECTOR_BLOCKS * sector.parse::<u8>().map_err(|error| error.to_string())?;
            sectors += 1;
            continue;
        }
        let block = from_hex(line)?;
        match mifare::slot_and_block(address) {
            Some((slot, block_index)) => {
                let start = slot.start() + usize::from(block_index) * BLOCK_LEN;
                bytes[start..start + BLOCK_LEN].copy_from_slice(&block);
            }
            None => same(&Keys::TRANSPORT.trailer().to_vec(), &block)?,
        }
        address += 1;
    }
    same(&14, &sectors)?;
    let world = browser.core_mut().player().session().world();
    let card = world.cards().find(|card| card.name == "My card").ok_or("the card is gone")?;
    if CardBytes::from_array(bytes) == world.bytes(card) {
        Ok(())
    } else {
        Err("the bytes for the chip differ from the card".to_owned())
    }
}

#[test]
fn a_saved_session_passes_on_the_page_and_on_the_core() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    play(&mut browser, &["the marina as it opens", "I put card \"My card\" in the holder", "I press socket 2"])?;
    play(&mut browser, &["I press socket 2, 4 times", "3 s pass", "1 s pass", "I take the card out", "10 s pass"])?;
    play(&mut browser, &["I put card \"Guest card\" in the holder", "1 s pass", "I take the card out"])?;
    play(
        &mut browser,
        &["I put card \"My card\" in the holder", "5 s pass", "I plug the boat into socket 2", "1 h pass"],
    )?;
    // A decoder writes this character for bytes that are not text, but a name can have it.
    play(&mut browser, &["I rename card \"Guest card\" to \"Bj\u{fffd}rn\""])?;
    browser.page().click("[data-do=\"save\"]")?;
    let (file, text) = downloaded(browser.page())?;
    if !text.starts_with("# language: en\nFeature: ") {
        return Err(format!("the saved file is not a feature: {text}"));
    }
    let features = Features::read(file.parent().unwrap_or(Path::new("/")))?;
    let outcome = run::play(&features.scenarios[0], &mut Core::<Quay>::default());
    if outcome.verdict != Verdict::Passed {
        return Err(format!("the saved session fails on the core: {:?}", outcome.failure));
    }
    play(&mut browser, &["a marina with an empty wallet"])?;
    browser.page().open_saved(&file)?;
    let played = until(|| {
        browser
            .page()
            .chromium()
            .evaluate::<Option<(String, String)>>(
                "const played = document.querySelector('[data-played]');
             return played && [played.dataset.passed, played.dataset.failed]",
                Vec::new(),
            )?
            .ok_or_else(|| "the page shows no result of the file".to_owned())
    })?;
    same("0", &played.1)?;
    if played.0.parse::<u32>().is_ok_and(|passed| passed > 10) {
        Ok(())
    } else {
        Err(format!("only {} steps passed", played.0))
    }
}

#[test]
fn a_feature_can_begin_with_a_kept_world() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    load_socket_1(&mut browser)?;
    play(&mut browser, &["I put card \"Blue\" in the holder", "I press socket 1", "I press socket 1", "3 s pass"])?;
    let kept = save_format::world_to_text::<Quay>(&browser.core().player().session().world().persistent());
    play(&mut browser, &["5 s pass", "a marina with an empty wallet"])?;
    browser.play(&Step::Action(Action::kept()), Some(&kept))?;
    // For the device, the card was removed at the power cut and is inserted again.
    play(&mut browser, &["the screen is Updating", "5 s pass", "card \"Blue\" holds 60 kr", "socket 1 holds 40 kr"])
}

/// The keyboard of a phone adds a space behind a word.
#[test]
fn spaces_around_a_name_are_not_part_of_it() -> Outcome {
    let page = page(&BrowserOptions::default(), MANUAL_CLOCK)?;
    until(|| page.require("form[data-form=\"new-card\"]"))?;
    let create = "const form = document.querySelector('form[data-form=new-card]');
        form.elements.namedItem('name').value = ' Boat card ';
        form.requestSubmit();
        return true;";
    page.chromium().evaluate::<bool>(create, Vec::new())?;
    until(|| page.require(&card_selector("Boat card"))).map(drop)
}

#[test]
fn an_invalid_file_is_rejected_with_a_message() -> Outcome {
    let mut browser = browser(&BrowserOptions::default())?;
    load_socket_1(&mut browser)?;
    let kept = stored(browser.page())?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let latin_1: &[u8] = b"Feature: a\n  Scenario: b\n    Given a card named \"Bj\xf8rn\"\n";
    for (name, text, reason) in [
        ("latin-1.feature", latin_1, "text"),
        ("no-gherkin.feature", b"Feature: a\n  Scenario: b\n    Given rain\n    Sometimes sun\n", "Gherkin"),
        ("no-step.feature", b"Feature: a\n  Scenario: b\n    Given rain\n", "rain"),
        ("nothing.feature", b"Feature: a\n", "scenario"),
        ("no-text.feature", b"\0\x01\x02", "text"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, text).map_err(|error| error.to_string())?;
        browser.page().open_saved(&file)?;
        let page = browser.page();
        until(|| {
            let message: String = page
                .chromium()
                .evaluate("return document.querySelector('[data-file-error]')?.textContent ?? ''", Vec::new())?;
            let is_rejected = message.contains(name) && message.contains(reason);
            if is_rejected { Ok(()) } else { Err(format!("{name}: the message is {message:?}")) }
        })?;
        same(&kept, &stored(browser.page())?)?;
    }
    browser.follow(&[])
}

// Sizes

#[test]
fn the_page_fits_a_phone_in_every_language() -> Outcome {
    let page = page(&PHONE, MANUAL_CLOCK)?;
    page.open_panels()?;
    for language in language_codes() {
        page.choose_language(language)?;
        let (needed, there, over): (u32, u32, Vec<String>) = page.chromium().evaluate(
            "const there = document.documentElement.clientWidth;
             const over = Array.from(document.querySelectorAll('main *'))
                 .filter((element) => element.getBoundingClientRect().right > there + 1)
                 .slice(0, 5)
                 .map((element) => element.outerHTML.slice(0, 80));
             return [document.documentElement.scrollWidth, there, over]",
            Vec::new(),
        )?;
        if needed > there {
            return Err(format!("in {language} the page is {needed} wide on a screen of {there}: {over:?}"));
        }
    }
    Ok(())
}

const PHONE: BrowserOptions = BrowserOptions { languages: "en", window: (390, 844), phone: true, logs_requests: false };

/// The key of the session in the browser's storage.
const SESSION: &str = Quay::SITE.storage_key;

fn here(query: &str) -> Result<String, String> {
    let base = base_url()?;
    Ok(address(&base, query))
}

fn page(options: &BrowserOptions, query: &str) -> Result<Page, String> {
    Page::open(Chromium::from_pool(Driver::shared()?, options)?, &here(query)?)
}

fn browser(options: &BrowserOptions) -> Result<Browser, String> {
    Browser::open(Chromium::from_pool(Driver::shared()?, options)?, &here("")?, &env::temp_dir())
}

/// Runs steps, and compares page and core after each of them.
fn play(browser: &mut Browser, steps: &[&str]) -> Outcome {
    for step in steps {
        let parsed = step.parse().map_err(|unknown: Unknown| unknown.to_string())?;
        browser.play(&parsed, None).map_err(|why| format!("{step}: {why}"))?;
    }
    Ok(())
}

/// Loads 30 kr from a card onto socket 1.
fn load_socket_1(browser: &mut Browser) -> Outcome {
    play(browser, &["a marina with an empty wallet", "a card \"Blue\" with 100 kr"])?;
    play(browser, &["card \"Blue\" has loaded 30 kr onto socket 1", "socket 1 is on"])
}

/// What the display shows after more steps.
fn expected_after(steps: &[&str], core: &Core) -> Result<Vec<String>, String> {
    let mut core = core.clone();
    for step in steps {
        let parsed = step.parse().map_err(|unknown: Unknown| unknown.to_string())?;
        core.play(&parsed, None)?;
    }
    Ok(core.display_state().display)
}

/// Waits until the page shows the observation of a session, without the clauses of a step.
fn expect_agreement(page: &Page, session: &Session<Quay>) -> Outcome {
    let mut expected = Quay::observe(session, (session.journal().len(), session.world().now()));
    expected.rules.clear();
    until(|| {
        let seen = page.snapshot()?.observation(&JournalLines::new(), (0, 0), session.world());
        acceptance::page::snapshot::compare(&seen, &expected)
    })
}

fn stored(page: &Page) -> Result<String, String> {
    let text: Option<String> =
        page.chromium().evaluate("return localStorage.getItem(arguments[0])", vec![json!(SESSION)])?;
    text.ok_or_else(|| "nothing is stored".to_owned())
}

/// The one file that was downloaded.
pub fn downloaded<W: SiteWithPage>(page: &Page<W>) -> Result<(PathBuf, String), String> {
    until(|| {
        let files =
            fs::read_dir(page.chromium().downloads()).map_err(|error| format!("nothing was downloaded: {error}"))?;
        let files: Vec<_> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
        match files.as_slice() {
            [file] if file.extension().is_some_and(|ending| ending != "crdownload") => {
                let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
                // The browser creates the file before it writes to it.
                if text.is_empty() { Err(format!("{} is empty", file.display())) } else { Ok((file.clone(), text)) }
            }
            others => Err(format!("there should be one file: {others:?}")),
        }
    })
}

fn card_face(card: &str) -> String {
    format!("{} .card-face", card_selector(card))
}

/// Moves a pointer to a point in a phase of a drag.
type PointerInput = fn(&Page, &str, (i32, i32)) -> Outcome;

/// Drags an element onto another one, or into the corner of the window.
fn drag(page: &Page, from: &str, onto: Option<&str>, pointer: PointerInput) -> Outcome {
    // Scrolling to one element may move the other.
    if let Some(onto) = onto {
        page.centre_in_view(onto)?;
    }
    let (x, y) = page.centre_in_view(from)?;
    let (to_x, to_y) = match onto {
        Some(onto) => page.centre(onto)?,
        None => (8, 8),
    };
    pointer(page, "down", (x, y))?;
    for step in 1..=8 {
        pointer(page, "move", (x + (to_x - x) * step / 8, y + (to_y - y) * step / 8))?;
    }
    pointer(page, "up", (to_x, to_y))
}

fn mouse(page: &Page, phase: &str, (x, y): (i32, i32)) -> Outcome {
    let (kind, buttons) = match phase {
        "down" => ("mousePressed", 1),
        "move" => ("mouseMoved", 1),
        _ => ("mouseReleased", 0),
    };
    let button = if kind == "mouseMoved" { "none" } else { "left" };
    let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
    page.chromium().send("Input.dispatchMouseEvent", &event).map(drop)
}

fn finger(page: &Page, phase: &str, (x, y): (i32, i32)) -> Outcome {
    let (kind, points) = match phase {
        "down" => ("touchStart", json!([{ "x": x, "y": y }])),
        "move" => ("touchMove", json!([{ "x": x, "y": y }])),
        _ => ("touchEnd", json!([])),
    };
    page.chromium().send("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points })).map(drop)
}

/// Presses Tab until an element has the focus.
fn focus_by_tab(page: &Page, css: &str) -> Outcome {
    for _ in 0..200 {
        tab(page)?;
        if page.chromium().evaluate("return document.activeElement.matches(arguments[0])", vec![json!(css)])? {
            return Ok(());
        }
    }
    Err(format!("Tab never reaches {css}"))
}

fn tab(page: &Page) -> Outcome {
    for kind in ["rawKeyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        page.chromium().send("Input.dispatchKeyEvent", &key)?;
    }
    Ok(())
}

fn space(page: &Page, kind: &str, again: bool) -> Outcome {
    let key = json!({ "type": kind, "key": " ", "code": "Space", "windowsVirtualKeyCode": 32, "autoRepeat": again });
    page.chromium().send("Input.dispatchKeyEvent", &key).map(drop)
}

fn is_down(page: &Page, key: &str, down: bool) -> Outcome {
    let seen: String =
        page.chromium().evaluate("return document.querySelector(arguments[0]).dataset.down", vec![json!(key)])?;
    same(&down.to_string(), &seen)
}

#[track_caller]
fn same<T: PartialEq<U> + std::fmt::Debug + ?Sized, U: std::fmt::Debug>(expected: &T, seen: &U) -> Outcome {
    let line = std::panic::Location::caller().line();
    if expected == seen { Ok(()) } else { Err(format!("line {line}: it is {seen:?}, not {expected:?}")) }
}
