//! The page in the browser: its snapshots, and acts on its controls by mouse, touch and keyboard.
//!
//! Acts are real clicks, touches and key presses; scripts only read.

mod bus;
pub(crate) mod click;
pub mod quay;
pub mod snapshot;

use std::cell::RefCell;
use std::env;
use std::path::{Path, PathBuf};

use firmware_core::time::{DateTime, Millis};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use world::quay::Quay;
use world::script::Scripted;

use crate::chromium::{Chromium, until};
use crate::page::click::Clickable;
use crate::page::snapshot::PageSnapshot;
use crate::site::SiteUnderTest;

/// A site with its page: how acts are done there, and how it is read.
pub trait SiteWithPage: SiteUnderTest<Observation: Serialize + DeserializeOwned, Act: Eq> {
    /// The script that reads the page, after the part that all pages share.
    const SNAPSHOT_SCRIPT: &'static str;

    /// Does an act on the page as a person would. `world` is the world before the act.
    ///
    /// # Errors
    /// A control is missing or cannot be used.
    fn perform_act(page: &mut Page<Self>, act: &Self::Act, world: &Self) -> Result<Performed<Self::Act>, String>;

    /// Does two acts on the page by one input, such as a press and a release by a click. Returns false, and does
    /// nothing, if these two are not one input.
    ///
    /// # Errors
    /// A control is missing or cannot be used.
    fn perform_pair(page: &Page<Self>, first: &Self::Act, second: &Self::Act, world: &Self) -> Result<bool, String>;

    /// Whether an act would change nothing, so that a person has no reason to do it.
    fn is_no_op(act: &Self::Act, world: &Self) -> bool;

    /// The clauses in an observation.
    fn rules_mut(seen: &mut Self::Observation) -> &mut Vec<String>;

    /// Sets the beeps of an observation: `beeps` are numbers of devices, and how often each of them beeped.
    fn set_beeps(seen: &mut Self::Observation, beeps: &[(u16, u8)], world: &Self);

    /// Sets the answer of an observation, for an act that the page does not offer.
    fn set_answer(seen: &mut Self::Observation, answer: String, refused: bool);
}

/// The page, open in a browser.
#[derive(Debug)]
pub struct Page<W: Scripted = Quay> {
    chromium: Chromium,
    /// The fingers that are down.
    fingers: Vec<Finger>,
    /// The last snapshot.
    last: RefCell<Option<PageSnapshot<W>>>,
}

#[derive(Clone, Debug)]
struct Finger {
    /// The selector of the element that it holds down.
    on: String,
    id: u32,
    x: i32,
    y: i32,
}

/// The result of an act on the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Performed<A> {
    /// It was done with the page's controls.
    Done,
    /// The page does these acts instead.
    DoneAs(Vec<A>),
    /// The page has no control for it at the moment, or does not accept what was typed.
    NotOffered,
}

impl<A> From<IsOffered> for Performed<A> {
    fn from(is_offered: IsOffered) -> Self {
        if is_offered { Self::Done } else { Self::NotOffered }
    }
}

/// The address of the page under test, from `KERBQUAY_BASE_URL`.
///
/// # Errors
/// The variable is not set.
pub fn base_url() -> Result<String, String> {
    env::var("KERBQUAY_BASE_URL").map_err(|_| {
        "KERBQUAY_BASE_URL is not set to the address of the page; cargo xtask test serves the page and sets it"
            .to_owned()
    })
}

/// The folder of the page that was built for release.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

/// The address of the page that is served at `base`, with a query.
pub fn address(base: &str, query: &str) -> String {
    format!("{}/{query}", base.trim_end_matches('/'))
}

/// The codes of the page's languages, English first.
pub fn language_codes() -> impl Iterator<Item = &'static str> {
    lang::LANGUAGES.iter().map(|row| row.code)
}

/// The query for a clock that only runs when the test advances it.
pub const MANUAL_CLOCK: &str = "?clock=hand";

/// The selector of the clock's input for milliseconds.
pub(crate) const MS: &str = "form[data-form=\"pass\"] input[name=ms]";

/// Submits the form with the input `arguments[0]` after setting it to `arguments[1]`; returns whether the input exists.
pub(crate) const PASS: &str = "const [css, ms] = arguments;
    const input = document.querySelector(css);
    if (!input) return false;
    input.value = ms;
    input.form.requestSubmit();
    return true;";

/// Codes of keys in the `WebDriver` standard.
pub mod keyboard {
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Control.
    pub const CONTROL: char = '\u{e009}';
    /// Releases every key.
    pub const RELEASE: char = '\u{e000}';
    /// Delete.
    pub const DELETE: char = '\u{e017}';
}

/// Whether the page offered a control.
pub type IsOffered = bool;

impl<W: SiteWithPage> Page<W> {
    /// Opens the page at `address` and waits until it is ready.
    ///
    /// # Errors
    /// The page does not load or is never ready.
    pub fn open(chromium: Chromium, address: &str) -> Result<Self, String> {
        let page = Self { chromium, fingers: Vec::new(), last: RefCell::new(None) };
        page.go(address)?;
        Ok(page)
    }

    /// The page of another site to which the browser has gone.
    ///
    /// # Errors
    /// The page is never ready.
    pub fn of(chromium: Chromium) -> Result<Self, String> {
        let page = Self { chromium, fingers: Vec::new(), last: RefCell::new(None) };
        page.wait_until_ready().map(|()| page)
    }

    /// Navigates to an address of the page and waits until it is ready.
    ///
    /// # Errors
    /// The page does not load or is never ready.
    pub fn go(&self, address: &str) -> Result<(), String> {
        self.chromium.open(address)?;
        self.wait_until_ready()
    }

    /// Waits until the devices and the panels can be used.
    ///
    /// # Errors
    /// That takes longer than [`crate::chromium::TIMEOUT`].
    pub fn wait_until_ready(&self) -> Result<(), String> {
        until(|| {
            let is_ready = self.snapshot()?.ready;
            is_ready.then_some(()).ok_or_else(|| {
                "the page never became ready: main[data-app] needs data-ready and data-complete".to_owned()
            })
        })
    }

    /// The browser.
    pub fn chromium(&self) -> &Chromium {
        &self.chromium
    }

    /// The browser, for another page.
    pub fn into_chromium(self) -> Chromium {
        self.chromium
    }

    /// Reads everything that the page shows.
    ///
    /// # Errors
    /// The script fails.
    pub fn snapshot(&self) -> Result<PageSnapshot<W>, String> {
        const READ: &str = "return window.kerbAndQuaySnapshot?.(arguments[0]) ?? null;";
        self.read(|window| self.chromium.evaluate(READ, vec![window]))
    }

    /// The same after the next frame: the panels are updated one frame after the device.
    ///
    /// # Errors
    /// The script fails.
    pub fn snapshot_after_frame(&self) -> Result<PageSnapshot<W>, String> {
        const READ: &str = "const [last, done] = arguments;
            requestAnimationFrame(() => setTimeout(() => done(window.kerbAndQuaySnapshot?.(last) ?? null)));";
        self.read(|window| self.chromium.evaluate_async(READ, vec![window]))
    }

    fn read(&self, read: impl Fn(Value) -> Result<Option<PageSnapshot<W>>, String>) -> Result<PageSnapshot<W>, String> {
        let mut last = self.last.borrow_mut();
        let window = json!(last.as_ref().map(|snapshot| snapshot.window.as_str()));
        let mut snapshot = if let Some(snapshot) = read(window.clone())? {
            snapshot
        } else {
            // The window keeps the function, so that it is sent and parsed once.
            let script = format!(
                "window.kerbAndQuaySnapshot = {}; return window.kerbAndQuaySnapshot(arguments[0]);",
                snapshot::script::<W>()
            );
            self.chromium.evaluate(&script, vec![window])?
        };
        snapshot.fill_unchanged(last.as_ref());
        *last = Some(snapshot.clone());
        Ok(snapshot)
    }

    /// Opens every panel that is closed.
    ///
    /// # Errors
    /// A panel cannot be opened.
    pub fn open_panels(&self) -> Result<(), String> {
        // Opening one does not close another, so this ends.
        while self.click_if_present("details[data-panel]:not([open]) > summary")? {}
        Ok(())
    }

    /// Begins a new session with an empty wallet (`bare`) or as the page opens (`opening`).
    ///
    /// # Errors
    /// A control cannot be clicked.
    pub fn begin(&self, how: &str) -> Result<(), String> {
        self.click(&format!("[data-begin=\"{how}\"]"))?;
        self.confirm()
    }

    /// Opens a saved session.
    ///
    /// # Errors
    /// The page has no input for files.
    pub fn open_saved(&self, file: &Path) -> Result<(), String> {
        let input = self.require("input[type=file][data-do=\"open\"]")?;
        self.chromium.type_into(&input, &file.display().to_string())
    }

    /// Advances the page's clock. A script submits the form, as the clock is not part of what is tested.
    ///
    /// # Errors
    /// The page has no manual clock.
    pub fn pass(&self, length: Millis) -> Result<(), String> {
        let is_there: bool = self.chromium.evaluate(PASS, vec![json!(MS), json!(length.0.to_string())])?;
        if is_there { Ok(()) } else { Err(format!("the page has no {MS}")) }
    }

    /// Puts a finger on the centre of an element and leaves it there.
    ///
    /// # Errors
    /// There is no such element, or a finger is on it already.
    pub fn hold(&mut self, css: &str) -> Result<(), String> {
        self.prepare_to_hold(css)?;
        let at = self.centre_in_view(css)?;
        self.put_finger(css, at)
    }

    /// Moves the focus to the clock: a button that loses the focus later would end the hold.
    ///
    /// # Errors
    /// A finger is on the element already, or the page has no manual clock.
    fn prepare_to_hold(&self, css: &str) -> Result<(), String> {
        if self.is_held(css) {
            return Err(format!("{css} is held down already"));
        }
        self.click(MS)
    }

    /// Puts a finger down.
    fn put_finger(&mut self, css: &str, (x, y): (i32, i32)) -> Result<(), String> {
        let id = self.fingers.iter().map(|finger| finger.id + 1).max().unwrap_or_default();
        self.fingers.push(Finger { on: css.to_owned(), id, x, y });
        self.touch("touchStart")
    }

    /// Whether a finger is on an element.
    pub fn is_held(&self, css: &str) -> bool {
        self.fingers.iter().any(|finger| finger.on == css)
    }

    /// Lifts the finger that is on an element.
    ///
    /// # Errors
    /// No finger is on it.
    pub fn release(&mut self, css: &str) -> Result<(), String> {
        if !self.is_held(css) {
            return Err(format!("{css} is not held down"));
        }
        self.fingers.retain(|finger| finger.on != css);
        self.touch(if self.fingers.is_empty() { "touchEnd" } else { "touchMove" })
    }

    /// Lifts every finger.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn release_all(&mut self) -> Result<(), String> {
        if self.fingers.is_empty() {
            return Ok(());
        }
        self.fingers.clear();
        self.touch("touchEnd")
    }

    /// Clicks an element, enabled or not.
    ///
    /// # Errors
    /// There is no such element, or it cannot be clicked.
    pub fn click(&self, css: &str) -> Result<(), String> {
        if self.click_if_present(css)? { Ok(()) } else { Err(format!("the page has no {css}")) }
    }

    /// Confirms the open dialog.
    ///
    /// # Errors
    /// No dialog opens.
    pub fn confirm(&self) -> Result<(), String> {
        until(|| self.click("dialog[open] [data-confirm=\"yes\"]"))
    }

    /// Replaces the text of an input by typing.
    ///
    /// # Errors
    /// The input cannot be typed into.
    pub fn fill(&self, input: &WebElement, text: &str) -> Result<(), String> {
        let all = format!("{}a{}", keyboard::CONTROL, keyboard::RELEASE);
        let text = if text.is_empty() { keyboard::DELETE.to_string() } else { text.to_owned() };
        self.chromium.type_into(input, &format!("{all}{text}"))
    }

    /// Chooses a value of a list. Returns whether the list has it.
    ///
    /// # Errors
    /// It cannot be chosen.
    pub fn choose(&self, list: &str, value: &str) -> Result<IsOffered, String> {
        self.click_if_enabled(&format!("{list} option[value=\"{}\"]", escaped(value)))
    }

    /// Chooses a language of the page, and waits until it is shown: its texts are fetched, and the layout changes with
    /// them.
    ///
    /// # Errors
    /// The page does not offer it, or its texts do not arrive.
    pub fn choose_language(&self, code: &str) -> Result<(), String> {
        if !self.choose("select[data-language]", code)? {
            return Err(format!("the page does not offer the language {code}"));
        }
        until(|| match self.chromium.evaluate::<String>("return document.documentElement.lang", Vec::new())? {
            lang if lang == code => Ok(()),
            lang => Err(format!("the language of the page is {lang}, not {code}")),
        })
    }

    /// The centre of an element in the viewport, in CSS pixels, after scrolling to the element.
    ///
    /// # Errors
    /// There is no such element.
    pub fn centre_in_view(&self, css: &str) -> Result<(i32, i32), String> {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.chromium.evaluate::<()>(script, vec![json!(css)])?;
        self.centre(css)
    }

    /// The centre of an element in the viewport, in CSS pixels, without scrolling.
    ///
    /// # Errors
    /// There is no such element.
    pub fn centre(&self, css: &str) -> Result<(i32, i32), String> {
        let script = "const element = document.querySelector(arguments[0]);
            if (!element) return null;
            const { x, y, width, height } = element.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)];";
        let centre: Option<(i32, i32)> = self.chromium.evaluate(script, vec![json!(css)])?;
        centre.ok_or_else(|| format!("the page has no {css}"))
    }

    /// An element that the page must have.
    ///
    /// # Errors
    /// There is no such element.
    pub fn require(&self, css: &str) -> Result<WebElement, String> {
        self.chromium.find(css)?.ok_or_else(|| format!("the page has no {css}"))
    }

    /// Clicks a control, unless it is missing or disabled.
    fn click_if_enabled(&self, css: &str) -> Result<IsOffered, String> {
        self.click_if_present(&format!(":is({css}):not(:disabled, [aria-disabled=\"true\"])"))
    }

    /// Opens the panels around an element, scrolls to it and clicks its centre with the mouse, unless another element
    /// covers it. The driver chooses options of lists, which have no position of their own.
    fn click_if_present(&self, css: &str) -> Result<IsOffered, String> {
        let locate = || self.chromium.evaluate(click::SCRIPT, vec![json!(css)]);
        match click::reach(css, locate, |x, y| self.chromium.click_at(x, y))? {
            None => Ok(false),
            Some(Clickable::Behind(..) | Clickable::Moving) => Err(format!("{css} is in a panel that does not open")),
            Some(Clickable::At(x, y)) => self.chromium.click_at(x, y).map(|()| true),
            Some(Clickable::Hidden(why)) => Err(format!("{css} cannot be clicked: {why}")),
            Some(Clickable::Chosen) => {
                let option = self.require(css)?;
                self.chromium.click(&option).map_err(|why| format!("{css} cannot be chosen: {why}"))?;
                Ok(true)
            }
        }
    }

    /// Clicks a switch, if that changes it as wanted.
    fn toggle(&self, css: &str, changes: bool) -> Result<IsOffered, String> {
        if changes { self.click_if_enabled(css) } else { Ok(false) }
    }

    /// Clicks a button of a card in the wallet.
    fn click_card(&self, name: &str, what: &str) -> Result<IsOffered, String> {
        self.click_if_enabled(&format!("{} [data-do=\"{what}\"]", card_selector(name)))
    }

    /// The same for an act that the page asks to confirm.
    fn click_card_and_confirm(&self, name: &str, what: &str) -> Result<IsOffered, String> {
        let is_offered = self.click_card(name, what)?;
        if is_offered {
            self.confirm()?;
        }
        Ok(is_offered)
    }

    fn rename(&self, from: &str, to: &str) -> Result<IsOffered, String> {
        // After a refused name the form is still open.
        let form = format!("{} form[data-form=\"rename\"]", card_selector(from));
        if self.chromium.find(&form)?.is_none() && !self.click_card(from, "rename")? {
            return Ok(false);
        }
        self.fill_in(&form, "name", to)?;
        self.submit(&form)
    }

    /// Presents a card together with another one.
    fn present_both(&self, first: &str, second: &str) -> Result<IsOffered, String> {
        let form = format!("{} form[data-form=\"together\"]", card_selector(first));
        if !self.choose(&format!("{form} select[name=other]"), second)? {
            return Ok(false);
        }
        self.submit(&form)
    }

    fn set_clock(&self, civil: DateTime) -> Result<IsOffered, String> {
        self.fill_in("form[data-form=\"civil\"]", "civil", &civil.to_string())?;
        self.submit("form[data-form=\"civil\"]")
    }

    fn configure(&self, index: usize, value: u32, world: &W) -> Result<IsOffered, String> {
        let setting = W::all_settings().nth(index).ok_or("there is no such setting")?;
        if world.setting(index) == value {
            return Ok(false);
        }
        let css = format!("[data-setting=\"{}\"]", setting.name);
        let written = setting.word(value).to_string();
        if self.chromium.find(&format!("select{css}"))?.is_some() {
            return self.choose(&css, &written);
        }
        let input = self.require(&format!("input{css}"))?;
        self.fill(&input, &format!("{written}{}", keyboard::ENTER))?;
        Ok(true)
    }

    fn fill_in(&self, form: &str, name: &str, text: &str) -> Result<(), String> {
        let input = until(|| self.require(&format!("{form} input[name={name}]")))?;
        self.fill(&input, text)
    }

    /// Submits a form, unless the browser's validation rejects an input.
    fn submit(&self, form: &str) -> Result<IsOffered, String> {
        if self.chromium.find(&format!("{form}:invalid"))?.is_some() {
            return Ok(false);
        }
        self.click_if_enabled(&format!("{form} button:not([type=button])"))
    }

    fn touch(&self, kind: &str) -> Result<(), String> {
        let point = |finger: &Finger| json!({ "x": finger.x, "y": finger.y, "id": finger.id });
        let points: Vec<Value> = self.fingers.iter().map(point).collect();
        let event = json!({ "type": kind, "touchPoints": points });
        self.chromium.send("Input.dispatchTouchEvent", &event).map(drop)
    }
}

/// The selector of a card in the wallet.
pub fn card_selector(name: &str) -> String {
    format!("[data-card-name=\"{}\"]", escaped(name))
}

/// An amount in hundredths, as a person types it.
fn decimal(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A text for the quotation marks of a selector.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
