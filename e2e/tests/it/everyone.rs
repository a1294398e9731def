//! The page for everyone: what axe-core finds in every view and language, both journeys with the keyboard alone, and
//! text that is twice as large.
//!
//! `cargo xtask test` serves the page and says where in `KERBQUAY_BASE_URL`; axe-core is installed by the set-up.

use std::fs;
use std::path::Path;

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;
use crate::twin::runs_firmware;

/// The languages of the page.
const LANGUAGES: [&str; 5] = ["en", "nb", "pl", "de", "uk"];
/// What is checked: the standard's levels A and AA, and what axe-core holds for good practice.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What can be found by a program

#[test]
fn nothing_is_found_on_the_quay_in_any_language() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    page.open_panels()?;
    in_all_languages(&page, "the quay")
}

#[test]
fn nothing_is_found_with_each_validator_and_with_both() -> Outcome {
    let page = opened::<Bus>(&BrowserOptions::default())?;
    page.open_panels()?;
    in_all_languages(&page, "the old validator")?;
    page.click("[data-face-choice=\"touch\"]")?;
    in_all_languages(&page, "the new validator")?;
    page.click("[data-side-by-side]")?;
    in_all_languages(&page, "side by side")
}

#[test]
fn nothing_is_found_on_a_phone() -> Outcome {
    fn on_it<W: SiteWithPage>(view: &str) -> Outcome {
        let page = opened::<W>(&BrowserOptions { window: (390, 844), phone: true, ..BrowserOptions::default() })?;
        page.open_panels()?;
        in_all_languages(&page, view)
    }
    on_it::<Quay>("the quay on a phone")?;
    on_it::<Bus>("the bus on a phone")
}

#[test]
fn nothing_is_found_beside_the_firmware() -> Outcome {
    fn with_it<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(&BrowserOptions::default())?;
        runs_firmware(&page)?;
        page.click("[data-firmware] > summary")?;
        in_all_languages(&page, "the firmware")
    }
    with_it::<Quay>()?;
    with_it::<Bus>()
}

#[test]
fn nothing_is_found_in_the_dialogs() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    page.open_panels()?;
    page.click("[data-do=\"help\"]")?;
    until(|| page.require("dialog.keys[open]"))?;
    in_languages(&page, "the keys", |page, code| {
        // The choice lies behind the dialog.
        page.click("[data-do=\"close-help\"]")?;
        page.choose("select[data-language]", code)?;
        page.click("[data-do=\"help\"]")
    })?;
    page.click("[data-do=\"close-help\"]")?;
    page.click("[data-begin=\"bare\"]")?;
    until(|| page.require("dialog[open] [data-confirm]"))?;
    nothing_found(&page, "the question")
}

#[test]
fn nothing_is_found_where_a_device_stands_alone() -> Outcome {
    fn alone<W: SiteWithPage>(device: &str) -> Outcome {
        // As large as embed/README.md asks for, and what a browser has around it.
        let chromium = Chromium::from_pool(
            Driver::shared()?,
            &BrowserOptions { window: (480, 1040), ..BrowserOptions::default() },
        )?;
        let at = |code: &str| Ok::<_, String>(format!("{}{}?embed={device}&lang={code}", base_url()?, W::SITE.path));
        let page = Page::<W>::open(chromium, &at("en")?)?;
        in_languages(&page, device, |page, code| page.go(&at(code)?))
    }
    alone::<Quay>("pedestal")?;
    alone::<Bus>("validator")?;
    alone::<Bus>("validator-touch")
}

#[test]
fn nothing_is_found_where_the_device_fills_the_window() -> Outcome {
    fn filling<W: SiteWithPage>() -> Outcome {
        let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
        let at = |code: &str| Ok::<_, String>(format!("{}{}?view=projector&lang={code}", base_url()?, W::SITE.path));
        let page = Page::<W>::open(chromium, &at("en")?)?;
        in_languages(&page, "the projector", |page, code| page.go(&at(code)?))
    }
    filling::<Quay>()?;
    filling::<Bus>()
}

/// Looks for faults in each language; in the first one on dark, too, where the words are the same and the colours are
/// not.
fn in_all_languages<W: SiteWithPage>(page: &Page<W>, view: &str) -> Outcome {
    in_languages(page, view, |page, code| page.choose("select[data-language]", code).map(drop))
}

fn in_languages<W: SiteWithPage>(page: &Page<W>, view: &str, choose: impl Fn(&Page<W>, &str) -> Outcome) -> Outcome {
    for code in LANGUAGES {
        choose(page, code)?;
        until(|| match page.chromium().evaluate::<String>("return document.documentElement.lang", Vec::new())? {
            lang if lang == code => Ok(()),
            lang => Err(format!("the page speaks {lang}, not {code}")),
        })?;
        for scheme in if code == LANGUAGES[0] { &["dark", "light"][..] } else { &["light"] } {
            let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            page.chromium().devtools("Emulation.setEmulatedMedia", json!({ "features": features }))?;
            nothing_found(page, &format!("{view}, {code}, {scheme}"))?;
        }
    }
    Ok(())
}

fn nothing_found<W: SiteWithPage>(page: &Page<W>, view: &str) -> Outcome {
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
        [] => Err(format!("{view}: only {passed} rules were looked at")),
        found => Err(format!("{view}: {} faults: {found:#?}", found.len())),
    }
}

// The keyboard alone

#[test]
fn thirty_kroner_are_loaded_onto_socket_2_with_the_keyboard_alone() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    let card = card_selector("My card");
    let before = balance(&page, &card)?;
    tab_to(&page, &format!("{card} [data-do=\"present\"]"))?;
    strike(&page, ENTER)?;
    until(|| screen_is(&page, "ServiceSelect"))?;
    tab_to(&page, "[data-key=\"2\"]")?;
    // The first press chooses the socket (DP-28); each of the others loads 10 kr.
    for _ in 0..4 {
        strike(&page, SPACE)?;
    }
    until(|| screen_is(&page, "OutletStatus"))?;
    page.open_panels()?;
    page.pass(Millis(3_000))?;
    page.pass(Millis(5_500))?;
    until(|| screen_is(&page, "RemoveCard"))?;
    tab_to(&page, "[data-do=\"take\"]")?;
    strike(&page, ENTER)?;
    until(|| screen_is(&page, "Welcome"))?;
    let told: String = page.chromium().evaluate(
        "return `${document.querySelector('[data-key=\"2\"]').dataset.lit} ${document.querySelector('[data-lamps-told]').textContent}`",
        Vec::new(),
    )?;
    if told != "true Lit blue: sockets 2" {
        return Err(format!("socket 2 is lit, and that is said: {told:?}"));
    }
    match balance(&page, &card)? {
        after if before - after == 3_000 => Ok(()),
        after => Err(format!("30 kr are on the socket: the card held {before} øre and holds {after}")),
    }
}

#[test]
fn four_stops_are_ridden_and_the_refund_seen_with_the_keyboard_alone() -> Outcome {
    for face in ["keys", "touch"] {
        let page = opened::<Bus>(&BrowserOptions::default())?;
        tab_to(&page, &format!("[data-face-choice=\"{face}\"]"))?;
        strike(&page, ENTER)?;
        // A panel is opened by its title.
        let next = "[data-driver=\"next-stop\"]";
        let is_open = "return document.querySelector('[data-panel=\"line\"]').open";
        if !page.chromium().evaluate::<bool>(is_open, Vec::new())? {
            tab_to(&page, "[data-panel=\"line\"] > summary")?;
            strike(&page, ENTER)?;
        }
        tab_to(&page, next)?;
        strike(&page, ENTER)?;
        let card = card_selector("Anna");
        let before = balance(&page, &card)?;
        let hold = |seen: &str| {
            let more = format!("{card} details:not([open]) > summary");
            if page.chromium().find(&more)?.is_some() {
                tab_to(&page, &more)?;
                strike(&page, ENTER)?;
            }
            tab_to(&page, &format!("{card} [data-do=\"present\"]"))?;
            strike(&page, ENTER)?;
            page.open_panels()?;
            page.pass(Millis(1_000))?;
            until(|| match shown(&page, face)? {
                screen if screen == seen => Ok(()),
                screen => Err(format!("the display shows {screen}, not {seen}")),
            })
        };
        hold("Taken")?;
        let taken = before - balance(&page, &card)?;
        tab_to(&page, &format!("[data-face=\"{face}\"] [data-do=\"take\"]"))?;
        strike(&page, ENTER)?;
        tab_to(&page, next)?;
        for _ in 0..4 {
            strike(&page, ENTER)?;
        }
        hold("Exit")?;
        let paid = before - balance(&page, &card)?;
        if taken <= 0 || paid <= 0 || paid >= taken {
            return Err(format!("{face}: {taken} grosze were taken and {paid} paid in the end"));
        }
    }
    Ok(())
}

#[test]
fn a_question_mark_shows_the_keys_unless_it_is_typed_or_switched_off() -> Outcome {
    let page = opened::<Quay>(&BrowserOptions::default())?;
    let is_open =
        |page: &Page| page.chromium().evaluate::<bool>("return document.querySelector('dialog.keys').open", Vec::new());
    let ask = |page: &Page| strike(page, ("?", "Slash", 191));
    ask(&page)?;
    until(|| if is_open(&page)? { Ok(()) } else { Err("the keys are not shown".to_owned()) })?;
    strike(&page, ("Escape", "Escape", 27))?;
    until(|| if is_open(&page)? { Err("the keys are still shown".to_owned()) } else { Ok(()) })?;
    // In a field it is a letter.
    page.open_panels()?;
    page.click("form[data-form=\"new-card\"] input[name=name]")?;
    ask(&page)?;
    if is_open(&page)? {
        return Err("what is typed opens the keys".to_owned());
    }
    page.click("[data-do=\"help\"]")?;
    page.click("[data-help-key]")?;
    page.click("[data-do=\"close-help\"]")?;
    ask(&page)?;
    if is_open(&page)? { Err("it was switched off".to_owned()) } else { Ok(()) }
}

#[test]
fn the_attention_can_be_seen_wherever_it_goes() -> Outcome {
    fn everywhere<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>(&BrowserOptions::default())?;
        page.open_panels()?;
        // From where a panel was opened last to the end of the page, and then once through all of it.
        let (mut seen, mut ends) = (0, 0);
        for _ in 0..400 {
            tab(&page)?;
            let (at, outline): (Option<String>, bool) = page.chromium().evaluate(
                "const here = document.activeElement;
                 if (!here || here === document.body) return [null, true];
                 const around = [here, here.closest('label')].filter(Boolean).map((one) => getComputedStyle(one));
                 const is_seen = around.some(({ outlineStyle, outlineWidth, boxShadow }) =>
                     outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 || boxShadow !== 'none');
                 return [here.outerHTML.slice(0, 120), is_seen];",
                Vec::new(),
            )?;
            match at {
                None if ends > 0 => break,
                None => ends += 1,
                Some(at) if !outline => return Err(format!("nothing shows that the attention is at {at}")),
                Some(_) => seen += 1,
            }
        }
        if seen > 40 { Ok(()) } else { Err(format!("the keyboard goes to {seen} places only")) }
    }
    everywhere::<Quay>()?;
    everywhere::<Bus>()
}

// Text that is twice as large, and a page that is enlarged four times

#[test]
fn text_twice_as_large_and_a_narrow_window_hide_nothing() -> Outcome {
    fn at_every_size<W: SiteWithPage>() -> Outcome {
        // 1280 pixels at four times their size are 320 (WCAG 1.4.10).
        for (width, size) in [(1280, "200%"), (320, "100%"), (390, "200%")] {
            let page =
                opened::<W>(&BrowserOptions { window: (width, 800), phone: width < 500, ..BrowserOptions::default() })?;
            page.open_panels()?;
            for code in LANGUAGES {
                page.choose("select[data-language]", code)?;
                let script = "document.documentElement.style.fontSize = arguments[0];
                    const there = document.documentElement.clientWidth;
                    const out = Array.from(document.querySelectorAll('main *')).filter((one) => {
                        const { left, right, width } = one.getBoundingClientRect();
                        return width > 1 && (right > there + 1 || left < -1) && !one.closest('svg, .only-heard, .backdrop');
                    });
                    // What scrolls by itself may be wider than it shows.
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
    at_every_size::<Quay>()?;
    at_every_size::<Bus>()
}

/// Key, code and number of a key.
type Stroke = (&'static str, &'static str, u32);

const ENTER: Stroke = ("Enter", "Enter", 13);
const SPACE: Stroke = (" ", "Space", 32);

/// Strikes a key and lets it go.
fn strike<W: SiteWithPage>(page: &Page<W>, (key, code, number): Stroke) -> Outcome {
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
        page.chromium().devtools("Input.dispatchKeyEvent", event)?;
    }
    Ok(())
}

fn tab<W: SiteWithPage>(page: &Page<W>) -> Outcome {
    strike(page, ("Tab", "Tab", 9))
}

/// Moves the attention on until it is where it should be.
fn tab_to<W: SiteWithPage>(page: &Page<W>, css: &str) -> Outcome {
    for _ in 0..300 {
        if page.chromium().evaluate("return document.activeElement.matches(arguments[0])", vec![json!(css)])? {
            return Ok(());
        }
        tab(page)?;
    }
    Err(format!("the keyboard never gets to {css}"))
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

/// What is on a card, in øre or grosze.
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
