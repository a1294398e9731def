//! What people need who hear the page, use it by the keyboard, choose its colours, or have their browser translate it.
//!
//! `cargo xtask test` serves the page and passes its address in `KERBQUAY_BASE_URL`.

use acceptance::chromium::{BrowserOptions, Chromium, Driver, until};
use acceptance::page::{MANUAL_CLOCK, Page, SiteWithPage, address, base_url, card_selector};
use acceptance::site::SiteKind;
use acceptance::with_world;
use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::bus::Bus;
use world::quay::Quay;

use crate::Outcome;

/// Records what the live regions of the page announce from here on, as texts, in `window.announced`.
const LISTEN: &str = "window.announced = [];
    const regions = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], output';
    new MutationObserver((changes) => {
        const about = changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest(regions));
        for (const region of new Set(about)) if (region) window.announced.push(region.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });";
/// What was announced since the last look.
const HEARD: &str = "return new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
    done(window.announced.splice(0)))));";

#[test]
fn a_clock_is_not_announced() -> Outcome {
    let page = opened::<Bus>()?;
    page.open_panels()?;
    page.chromium().evaluate::<Value>(LISTEN, Vec::new())?;
    for _ in 0..3 {
        page.pass(Millis(1_000))?;
    }
    expect_heard(&page, &[])
}

#[test]
fn a_countdown_is_announced_at_30_10_and_5_seconds() -> Outcome {
    let page = opened::<Quay>()?;
    page.open_panels()?;
    page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
    for _ in 0..2 {
        page.click("[data-key=\"2\"]")?;
    }
    page.pass(Millis(4_000))?;
    page.click("[data-do=\"take\"]")?;
    until(|| match page.snapshot()?.seen.screen.as_str() {
        "Interrupted" => Ok(()),
        screen => Err(format!("the display shows {screen}")),
    })?;
    page.chromium().evaluate::<Value>(LISTEN, Vec::new())?;
    // 60 s are left now.
    for (seconds, announced) in
        [(1, None), (1, None), (28, Some(30)), (1, None), (19, Some(10)), (1, None), (4, Some(5))]
    {
        page.pass(Millis(1_000 * seconds))?;
        let words = announced.map(|left| format!("INTERRUPTEDPut the card backwithin {left} s"));
        expect_heard(&page, words.as_slice())?;
    }
    Ok(())
}

fn expect_heard<W: SiteWithPage>(page: &Page<W>, expected: &[String]) -> Outcome {
    let heard: Vec<String> = page.chromium().evaluate(HEARD, Vec::new())?;
    if heard == expected { Ok(()) } else { Err(format!("announced was {heard:?}, not {expected:?}")) }
}

#[test]
fn the_words_of_a_display_have_its_language() -> Outcome {
    fn spoken<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>()?;
        page.choose_language("nb")?;
        let script = "const css = '#display-text, [data-words], [data-announced]';
            return Array.from(document.querySelectorAll(css), (words) => words.lang)";
        let languages: Vec<String> = page.chromium().evaluate(script, Vec::new())?;
        // Each device has its display in the language that it comes with.
        let own = if W::SITE.name == "quay" { "en" } else { "pl" };
        if languages.len() > 1 && languages.iter().all(|language| language == own) {
            return Ok(());
        }
        Err(format!("the display of the {} is spoken as {languages:?}", W::SITE.name))
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => spoken::<W>()))
}

#[test]
fn the_fields_of_the_touch_display_have_names_in_the_language_of_the_page() -> Outcome {
    let page = opened::<Bus>()?;
    page.click("[data-face-choice=\"touch\"]")?;
    page.choose_language("nb")?;
    let script = "return Array.from(document.querySelectorAll('[data-field]'),
        (field) => [field.ariaLabel, field.dataset.label])";
    until(|| {
        let fields: Vec<(String, String)> = page.chromium().evaluate(script, Vec::new())?;
        let is_translated = |(spoken, drawn): &(String, String)| !spoken.is_empty() && spoken != drawn;
        if fields.len() == 4 && fields.iter().all(is_translated) && fields[0].1 == "Normalny" {
            return Ok(());
        }
        Err(format!("the fields of the display are {fields:?}"))
    })
}

/// Uses every control that there is, in the order of the page, and those that come up meanwhile. Returns the controls
/// after which the body had the focus.
const USE_ALL: &str = "const done = arguments[0];
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const nameOf = (one) => [
        one.closest('[data-card-name]')?.dataset.cardName,
        one.closest('[data-face]')?.dataset.face,
        one.closest('form')?.dataset.form,
        one.closest('dialog')?.querySelector('p')?.textContent,
        one.getAttribute('aria-label'),
        one.textContent,
        ...Object.values(one.dataset)]
        .filter(Boolean).join(' ').slice(0, 120);
    // What leaves the page, saves a file or is a choice of the browser.
    const not = '[data-do^=save], [type=file], [data-do=download], a, [data-panel] > summary';
    // The other cards have the same controls.
    const tiles = Array.from(document.querySelectorAll('[data-card-name]'));
    const cards = tiles.map((card) => card.dataset.cardName).slice(0, 2);
    const isOther = (one) => {
        const card = one.closest('[data-card-name]');
        return card && !cards.includes(card.dataset.cardName);
    };
    const used = new Set();
    const lost = [];
    const next = () => {
        const dialog = document.querySelector('dialog[open]');
        const all = Array.from((dialog ?? document).querySelectorAll('button, summary'));
        return all.find((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.matches(not)
            && !isOther(one) && !used.has(nameOf(one)));
    };
    (async () => {
        for (let one = next(); one && used.size < 400; one = next()) {
            const name = nameOf(one);
            used.add(name);
            one.focus();
            if (document.activeElement !== one) continue;
            one.click();
            await frame();
            await frame();
            if (document.activeElement === document.body) lost.push(name);
        }
        done([used.size, lost]);
    })();";

#[test]
fn the_focus_never_falls_to_the_body() -> Outcome {
    fn on_every_control<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>()?;
        page.open_panels()?;
        let (used, lost): (usize, Vec<String>) = page.chromium().evaluate_async(USE_ALL, Vec::new())?;
        if used > 40 && lost.is_empty() {
            return Ok(());
        }
        Err(format!("{used} controls of the {} were used; the focus was lost by {lost:#?}", W::SITE.name))
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => on_every_control::<W>()))
}

/// The controls and parts that have neither border nor outline.
const BORDERLESS: &str = "const css = 'button, summary, input, select, textarea, '
        + '.card-face, [data-target], .display, [data-display], .lamp';
    const shown = Array.from(document.querySelectorAll(css)).filter((one) => one.checkVisibility());
    const isEdged = (one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
            || style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1;
    };
    return [shown.length, shown.filter((one) => !isEdged(one)).map((one) => one.outerHTML.slice(0, 100))];";

/// The colour behind the cards of the wallet.
const WALLET_BACKGROUND: &str = "return getComputedStyle(document.querySelector('.wallet')).backgroundColor;";

#[test]
fn every_control_has_an_edge_in_forced_colours() -> Outcome {
    fn in_forced_colours<W: SiteWithPage>() -> Outcome {
        let page = opened::<W>()?;
        page.open_panels()?;
        for name in W::SITE.devices.iter().map(|device| device.name) {
            if W::SITE.name == "bus" {
                let face = if name == "validator" { "keys" } else { "touch" };
                page.click(&format!("[data-face-choice=\"{face}\"]"))?;
            }
            let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
            page.chromium().devtools("Emulation.setEmulatedMedia", media)?;
            // As a sheet it covers the page behind it.
            let background: String = page.chromium().evaluate(WALLET_BACKGROUND, Vec::new())?;
            if background == "rgba(0, 0, 0, 0)" {
                return Err(format!("{name}: the wallet is transparent in forced colours"));
            }
            until(|| {
                let (shown, without): (usize, Vec<String>) = page.chromium().evaluate(BORDERLESS, Vec::new())?;
                if shown > 60 && without.is_empty() {
                    return Ok(());
                }
                Err(format!("{name}: of {shown} controls these have no edge: {without:#?}"))
            })?;
        }
        Ok(())
    }
    SiteKind::ALL.into_iter().try_for_each(|kind| with_world!(kind, W => in_forced_colours::<W>()))
}

/// Puts each text into elements of its own, as a browser does that translates the page.
const TRANSLATE: &str = "const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    for (const text of all) {
        if (text.data.trim() === '' || text.parentElement.closest('[translate=no], option, svg')) continue;
        const outer = document.createElement('font');
        outer.appendChild(document.createElement('font')).textContent = text.data;
        text.replaceWith(outer);
    }
    return all.length;";

#[test]
fn a_translated_page_has_no_stale_text() -> Outcome {
    fn load(page: &Page<Quay>) -> Outcome {
        page.click(&format!("{} [data-do=\"present\"]", card_selector("My card")))?;
        for _ in 0..3 {
            page.click("[data-key=\"2\"]")?;
        }
        page.pass(Millis(3_000))?;
        page.pass(Millis(5_500))?;
        page.click("[data-do=\"take\"]")?;
        page.click("[data-outlet=\"2\"]")?;
        page.pass(Millis(60_000))
    }
    fn ride(page: &Page<Bus>) -> Outcome {
        for face in ["keys", "touch"] {
            page.click(&format!("[data-face-choice=\"{face}\"]"))?;
            let anna = card_selector("Anna");
            for _ in 0..2 {
                page.click(&format!("{anna} [data-do=\"present\"]"))?;
                page.pass(Millis(1_000))?;
                page.click(&format!("[data-face=\"{face}\"] [data-do=\"take\"]"))?;
                page.click("[data-driver=\"next-stop\"]")?;
            }
        }
        Ok(())
    }
    let [plain, translated] = [false, true].map(|is_translated| text_after::<Quay>(load, is_translated));
    expect_same_text(&plain?, &translated?)?;
    let [plain, translated] = [false, true].map(|is_translated| text_after::<Bus>(ride, is_translated));
    expect_same_text(&plain?, &translated?)
}

/// The text of the page after a journey, on a page that a browser has translated, or has not.
fn text_after<W: SiteWithPage>(journey: fn(&Page<W>) -> Outcome, is_translated: bool) -> Result<Vec<String>, String> {
    const READ: &str = "const words = document.querySelector('main').textContent.split(/\\s+/);
        return words.filter((word) => word !== '');";
    let page = opened::<W>()?;
    page.open_panels()?;
    if is_translated {
        let texts: usize = page.chromium().evaluate(TRANSLATE, Vec::new())?;
        if texts < 200 {
            return Err(format!("the page has only {texts} texts"));
        }
    }
    journey(&page)?;
    page.snapshot_after_frame()?;
    page.chromium().evaluate(READ, Vec::new())
}

fn expect_same_text(plain: &[String], translated: &[String]) -> Outcome {
    match plain.iter().zip(translated).position(|(plain, translated)| plain != translated) {
        None if plain.len() == translated.len() => Ok(()),
        at => {
            let around = |words: &[String]| {
                let first = at.unwrap_or_default().saturating_sub(4);
                words.iter().skip(first).take(9).cloned().collect::<Vec<_>>().join(" ")
            };
            Err(format!("“{}” is “{}” on a translated page", around(plain), around(translated)))
        }
    }
}

fn opened<W: SiteWithPage>() -> Result<Page<W>, String> {
    let chromium = Chromium::from_pool(Driver::shared()?, &BrowserOptions::default())?;
    Page::open(chromium, &address(&format!("{}{}", base_url()?, W::SITE.path), MANUAL_CLOCK))
}
