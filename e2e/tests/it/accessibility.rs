//! Accessibility: axe-core on every view in every language, journeys with the keyboard alone, and enlarged text.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`; the set-up installs axe-core.

use std::fs;
use std::path::Path;

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector, language_codes};
use acceptance::site::SiteKind;
use acceptance::with_world;
use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::twin::expect_firmware;

/// The rules of axe-core: WCAG at the levels A and AA, and best practices.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// axe-core

#[test]
fn axe_finds_no_faults_on_the_quay() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    page.open_panels()?;
    check_all_languages(&page, "the quay")
}

#[test]
fn axe_finds_no_faults_on_the_bus() -> Outcome {
    let page = opened::<Bus>(&BrowserOptions::default())?;
    page.open_panels()?;
    check_all_languages(&page, "the old validator")?;
    page.click("[data-face-choice=\"touch\"]")?;
    check_all_languages(&page, "the new validator")?;
    page.click("[data-side-by-side]")?;
    check_all_languages(&page, "side by side")
}

#[test]
fn axe_finds_no_faults_on_a_phone() -> Outcome {
    fn on_phone<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(&BrowserOptions { window: (390, 844), phone: true, ..BrowserOptions::default() })?;
        page.open_panels()?;
        check_all_languages(&page, &format!("the {} on a phone", W::SITE.name))
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => on_phone::<W>()))
}

#[test]
fn axe_finds_no_faults_in_the_view_of_the_firmware() -> Outcome {
    fn with_firmware<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(&BrowserOptions::default())?;
        expect_firmware(&page)?;
        page.click("[data-firmware] > summary")?;
        check_all_languages(&page, "the firmware")
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => with_firmware::<W>()))
}

#[test]
fn axe_finds_no_faults_in_the_dialogs() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    page.open_panels()?;
    page.click("[data-do=\"help\"]")?;
    until(|| page.require("dialog.keys[open]"))?;
    check_languages(&page, "the keys", |page, code| {
        // The dialog covers the list of languages.
        page.click("[data-do=\"close-help\"]")?;
        page.choose_language(code)?;
        page.click("[data-do=\"help\"]")
    })?;
    page.click("[data-do=\"close-help\"]")?;
    page.click("[data-begin=\"bare\"]")?;
    until(|| page.require("dialog[open] [data-confirm]"))?;
    expect_no_faults(&page, "the question")
}

#[test]
fn axe_finds_no_faults_in_an_embedded_device() -> Outcome {
    fn embedded<W: SiteWithPage>(device: &str) -> Outcome {
        // The size in embed/README.md, and the borders of the window.
        let chromium = Chromium::from_pool(
            Driver::shared()?,
            &BrowserOptions { window: (480, 1040), ..BrowserOptions::default() },
        )?;
        let at = |code: &str| Ok::<_, String>(format!("{}{}?embed={device}&lang={code}", base_url()?, W::SITE.path));
        let page = Page::<W>::open(chromium, &at("en")?)?;
        check_languages(&page, device, |page, code| page.go(&at(code)?))
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| {
        kind.site().devices.iter().try_for_each(|device| with_world!(kind, W => embedded::<W>(device.name)))
    })
}

/// On paper without backgrounds: the texts whose contrast with white is below 4.5 (WCAG 2.2, 1.4.3), the displays whose
/// pixels are not printed, and whether the whole wallet is on the paper.
const ON_PAPER: &str = "
    const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const contrast = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).map((part) => channel(Number(part) / 255));
        return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    };
    const is_drawn = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const is_exact = (element) => getComputedStyle(element).printColorAdjust === 'exact';
    const pale = new Set();
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (texts.currentNode.data.trim() === '' || element.matches('option, optgroup') || !is_drawn(element)) continue;
        if (!is_exact(element) && contrast(getComputedStyle(element).color) < 4.5) {
            pale.add(`${element.className || element.localName}: ${texts.currentNode.data}`);
        }
    }
    const displays = Array.from(document.querySelectorAll('canvas')).filter(is_drawn);
    const cards = Array.from(document.querySelectorAll('.wallet .card-face'));
    const wallet = document.querySelector('.wallet');
    return [
        Array.from(pale),
        displays.length > 0 && displays.every(is_exact),
        cards.length > 0 && cards.every((card) => is_drawn(card) && is_exact(card)),
        getComputedStyle(wallet).position === 'static' && wallet.scrollHeight <= wallet.clientHeight,
    ];";

#[test]
fn a_page_is_legible_on_white_paper_without_backgrounds() -> Outcome {
    fn printed<W: SiteWithPage>(options: &BrowserOptions, scheme: &str) -> Outcome {
        let page = opened::<W>(options)?;
        page.open_panels()?;
        let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.chromium().devtools("Emulation.setEmulatedMedia", media)?;
        until(|| {
            let (texts, displays, cards, wallet): (Vec<String>, bool, bool, bool) =
                page.chromium().evaluate(ON_PAPER, Vec::new())?;
            if texts.is_empty() && displays && cards && wallet {
                return Ok(());
            }
            let parts = format!("displays {displays}, cards {cards}, whole wallet {wallet}");
            Err(format!("{} {scheme}: {parts}, pale texts: {texts:?}", W::SITE.name))
        })
    }
    let phone = BrowserOptions { window: (390, 844), phone: true, ..BrowserOptions::default() };
    for (options, scheme) in
        [(BrowserOptions::default(), "light"), (BrowserOptions::default(), "dark"), (phone, "dark")]
    {
        SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => printed::<W>(&options, scheme)))?;
    }
    Ok(())
}

#[test]
fn axe_finds_no_faults_in_the_view_for_projectors() -> Outcome {
    fn projected<W: SiteWithPage>() -> Outcome {
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let at = |code: &str| Ok::<_, String>(format!("{}{}?view=projector&lang={code}", base_url()?, W::SITE.path));
        let page = Page::<W>::open(chromium, &at("en")?)?;
        check_languages(&page, "the projector", |page, code| page.go(&at(code)?))
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => projected::<W>()))
}

/// Checks a view in each language, and in the first one with dark colours, too.
fn check_all_languages<W: SiteWithPage>(page: &Page<W>, view: &str) -> Outcome {
    check_languages(page, view, Page::choose_language)
}

fn check_languages<W: SiteWithPage>(page: &Page<W>, view: &str, choose: impl Fn(&Page<W>, &str) -> Outcome) -> Outcome {
    for code in language_codes() {
        choose(page, code)?;
        for scheme in if code == "en" { &["dark", "light"][..] } else { &["light"] } {
            let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            page.chromium().devtools("Emulation.setEmulatedMedia", json!({ "features": features }))?;
            expect_no_faults(page, &format!("{view}, {code}, {scheme}"))?;
        }
    }
    Ok(())
}

fn expect_no_faults<W: SiteWithPage>(page: &Page<W>, view: &str) -> Outcome {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("axe/node_modules/axe-core/axe.min.js");
    let is_there: bool = page.chromium().evaluate("return 'axe' in window", Vec::new())?;
    if !is_there {
        let axe =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}; cargo xtask setup", file.display()))?;
        page.chromium().evaluate::<Value>(&axe, Vec::new())?;
    }
    let script = "const [tags, done] = arguments;
        axe.run(document, { runOnly: tags }).then(
            ({ violations, passes }) => done([passes.length, violations.flatMap(({ id, nodes }) => nodes.map(
                ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`))]),
            (error) => done([0, [String(error)]]));";
    let (passed, found): (usize, Vec<String>) = page.chromium().evaluate_async(script, vec![json!(RULES)])?;
    match found.as_slice() {
        [] if passed > 10 => Ok(()),
        [] => Err(format!("{view}: only {passed} rules were checked")),
        found => Err(format!("{view}: {} faults: {found:#?}", found.len())),
    }
}

// Journeys with the keyboard alone

#[test]
fn the_keyboard_alone_loads_30_kr_onto_socket_2() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    let card = card_selector("My card");
    let before = balance(&page, &card)?;
    focus_by_tab(&page, &format!("{card} [data-do=\"present\"]"))?;
    press_key(&page, ENTER)?;
    until(|| screen_is(&page, "ServiceSelect"))?;
    focus_by_tab(&page, "[data-key=\"2\"]")?;
    // The first press selects the socket (DP-28); each further one loads 10 kr.
    for _ in 0..4 {
        press_key(&page, SPACE)?;
    }
    until(|| screen_is(&page, "OutletStatus"))?;
    page.open_panels()?;
    page.pass(Millis(3_000))?;
    page.pass(Millis(5_500))?;
    until(|| screen_is(&page, "RemoveCard"))?;
    focus_by_tab(&page, "[data-do=\"take\"]")?;
    press_key(&page, ENTER)?;
    until(|| screen_is(&page, "Welcome"))?;
    let lamp: String = page.chromium().evaluate(
        "return `${document.querySelector('[data-key=\"2\"]').dataset.lit} ${document.querySelector('[data-lamps-told]').textContent}`",
        Vec::new(),
    )?;
    if lamp != "true Lit blue: sockets 2" {
        return Err(format!("the lamp of socket 2 and its description are {lamp:?}"));
    }
    match balance(&page, &card)? {
        after if before - after == 3_000 => Ok(()),
        after => Err(format!("30 kr are expected on the socket: the card had {before} øre and has {after}")),
    }
}

#[test]
fn the_keyboard_alone_rides_four_stops_with_a_refund() -> Outcome {
    for face in ["keys", "touch"] {
        let page = opened::<Bus>(&BrowserOptions::default())?;
        focus_by_tab(&page, &format!("[data-face-choice=\"{face}\"]"))?;
        press_key(&page, ENTER)?;
        // The title of a panel opens it.
        let next = "[data-driver=\"next-stop\"]";
        let is_open = "return document.querySelector('[data-panel=\"line\"]').open";
        if !page.chromium().evaluate::<bool>(is_open, Vec::new())? {
            focus_by_tab(&page, "[data-panel=\"line\"] > summary")?;
            press_key(&page, ENTER)?;
        }
        focus_by_tab(&page, next)?;
        press_key(&page, ENTER)?;
        let card = card_selector("Anna");
        let before = balance(&page, &card)?;
        let hold = |seen: &str| {
            let more = format!("{card} details:not([open]) > summary");
            if page.chromium().find(&more)?.is_some() {
                focus_by_tab(&page, &more)?;
                press_key(&page, ENTER)?;
            }
            focus_by_tab(&page, &format!("{card} [data-do=\"present\"]"))?;
            press_key(&page, ENTER)?;
            page.open_panels()?;
            page.pass(Millis(1_000))?;
            until(|| match shown(&page, face)? {
                screen if screen == seen => Ok(()),
                screen => Err(format!("the display shows {screen}, not {seen}")),
            })
        };
        hold("Taken")?;
        let taken = before - balance(&page, &card)?;
        focus_by_tab(&page, &format!("[data-face=\"{face}\"] [data-do=\"take\"]"))?;
        press_key(&page, ENTER)?;
        focus_by_tab(&page, next)?;
        for _ in 0..4 {
            press_key(&page, ENTER)?;
        }
        hold("Exit")?;
        let paid = before - balance(&page, &card)?;
        if taken <= 0 || paid <= 0 || paid >= taken {
            return Err(format!("{face}: {taken} grosze were deducted and {paid} paid in the end"));
        }
    }
    Ok(())
}

#[test]
fn a_question_mark_opens_the_help() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    let is_open =
        |page: &Page| page.chromium().evaluate::<bool>("return document.querySelector('dialog.keys').open", Vec::new());
    let ask = |page: &Page| press_key(page, ("?", "Slash", 191));
    ask(&page)?;
    until(|| if is_open(&page)? { Ok(()) } else { Err("the help is not open".to_owned()) })?;
    press_key(&page, ("Escape", "Escape", 27))?;
    until(|| if is_open(&page)? { Err("the help is still open".to_owned()) } else { Ok(()) })?;
    // In an input it is typed.
    page.open_panels()?;
    page.click("form[data-form=\"new-card\"] input[name=name]")?;
    ask(&page)?;
    if is_open(&page)? {
        return Err("typing into an input opens the help".to_owned());
    }
    page.click("[data-do=\"help\"]")?;
    page.click("[data-help-key]")?;
    page.click("[data-do=\"close-help\"]")?;
    ask(&page)?;
    if is_open(&page)? { Err("the help opens although the key is disabled".to_owned()) } else { Ok(()) }
}

#[test]
fn the_focus_is_visible_on_every_control() -> Outcome {
    fn on_every_control<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(&BrowserOptions::default())?;
        page.open_panels()?;
        // From the panel that was opened last to the end of the page, and then once through the whole page.
        let (mut seen, mut ends) = (0, 0);
        for _ in 0..400 {
            tab(&page)?;
            let (at, outline): (Option<String>, bool) = page.chromium().evaluate(
                "const here = document.activeElement;
                 if (!here || here === document.body) return [null, true];
                 const around = [here, here.closest('label')].filter(Boolean).map((one) => getComputedStyle(one));
                 const isVisible = around.some(({ outlineStyle, outlineWidth, boxShadow }) =>
                     outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 || boxShadow !== 'none');
                 return [here.outerHTML.slice(0, 120), isVisible];",
                Vec::new(),
            )?;
            match at {
                None if ends > 0 => break,
                None => ends += 1,
                Some(at) if !outline => return Err(format!("the focus is not visible on {at}")),
                Some(_) => seen += 1,
            }
        }
        if seen > 40 { Ok(()) } else { Err(format!("the focus reaches only {seen} controls")) }
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => on_every_control::<W>()))
}

// Enlarged text and narrow windows

#[test]
fn enlarged_text_fits_into_a_narrow_window() -> Outcome {
    fn at_every_size<W: SiteWithPage>() -> Outcome {
        // 1280 pixels at a zoom of 400 % are 320 (WCAG 1.4.10).
        for (width, size) in [(1280, "200%"), (320, "100%"), (390, "200%")] {
            let page =
                opened::<W>(&BrowserOptions { window: (width, 800), phone: width < 500, ..BrowserOptions::default() })?;
            page.open_panels()?;
            for code in language_codes() {
                page.choose_language(code)?;
                let script = "document.documentElement.style.fontSize = arguments[0];
                    const there = document.documentElement.clientWidth;
                    const out = Array.from(document.querySelectorAll('main *')).filter((one) => {
                        const { left, right, width } = one.getBoundingClientRect();
                        return width > 1 && (right > there + 1 || left < -1) && !one.closest('svg, .sr-only, .backdrop');
                    });
                    // The content of a scroll container may be wider.
                    const lost = out.filter((one) => {
                        for (let up = one.parentElement; up; up = up.parentElement)
                            if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false;
                        return true;
                    });
                    return [document.documentElement.scrollWidth - there, lost.slice(0, 5).map((one) => one.outerHTML.slice(0, 100))]";
                let (over, lost): (i32, Vec<String>) = page.chromium().evaluate(script, vec![json!(size)])?;
                if over > 0 || !lost.is_empty() {
                    return Err(format!("{width} px, {size}, {code}: {over} px too wide: {lost:#?}"));
                }
            }
        }
        Ok(())
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => at_every_size::<W>()))
}

/// The name, code and number of a key.
type KeyPress = (&'static str, &'static str, u32);

const ENTER: KeyPress = ("Enter", "Enter", 13);
const SPACE: KeyPress = (" ", "Space", 32);

/// Presses and releases a key.
fn press_key<W: SiteWithPage>(page: &Page<W>, (key, code, number): KeyPress) -> Outcome {
    let text = match key {
        "Enter" => "\r",
        key if key.len() == 1 => key,
        _ => "",
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event = json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number });
        if kind == "keyDown" && !text.is_empty() {
            event["text"] = json!(text);
        }
        page.chromium().send("Input.dispatchKeyEvent", &event)?;
    }
    Ok(())
}

fn tab<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    press_key(page, ("Tab", "Tab", 9))
}

/// Presses Tab until an element has the focus.
fn focus_by_tab<W: SiteWithPage>(page: &Page<W>, css: &str) -> Outcome {
    for _ in 0..300 {
        if page.chromium().evaluate("return document.activeElement.matches(arguments[0])", vec![json!(css)])? {
            return Ok(());
        }
        tab(page)?;
    }
    Err(format!("Tab never reaches {css}"))
}

fn screen_is(page: &Page, name: &str) -> Outcome {
    match page.snapshot()?.seen.screen {
        screen if screen == name => Ok(()),
        screen => Err(format!("the display shows {screen}, not {name}")),
    }
}

fn shown(page: &Page<Bus>, face: &str) -> Result<String, String> {
    page.chromium().evaluate(
        "return document.querySelector(`[data-display=\"${arguments[0]}\"]`).dataset.screen",
        vec![json!(face)],
    )
}

/// The balance of a card in øre or grosze.
fn balance<W: SiteWithPage>(page: &Page<W>, card: &str) -> Result<i64, String> {
    page.chromium().evaluate("return Number(document.querySelector(arguments[0]).dataset.balance)", vec![json!(card)])
}

fn opened<W: SiteWithPage>(options: &BrowserOptions) -> Result<Page<W>, String> {
    let base = base_url()?;
    Page::open(
        Chromium::from_pool(Driver::shared()?, options)?,
        &address(&format!("{base}{}", W::SITE.path), MANUAL_CLOCK),
    )
}
