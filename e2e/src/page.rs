//! The page in the browser: what can be seen of it, and a person's hands on its controls.
//!
//! Acts are real clicks, touches and typing; scripts only look.

mod bus;
pub(crate) mod click;
pub mod quay;
pub mod sight;

use std::cell::RefCell;
use std::env;
use std::path::Path;

use firmware_core::time::{DateTime, Millis};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use world::quay::Quay;
use world::world::World;

use crate::chromium::{Chromium, until};
use crate::page::click::Clickable;
use crate::page::sight::Sight;
use crate::stage::Staged;

/// A world with a page of its own.
pub trait Shown: Staged<Observation: Serialize + DeserializeOwned, Act: Eq> {
    /// Where its page is, seen from the first one.
    const PATH: &'static str;
    /// The script that looks at it, after what all pages share.
    const SIGHT: &'static str;

    /// Does one thing as a person would, who sees how the world stands.
    ///
    /// # Errors
    /// A sentence that says which control is missing or cannot be used.
    fn by_hand(page: &mut Page<Self>, act: &Self::Act, world: &Self) -> Result<Hand<Self::Act>, String>;

    /// Two acts that are one movement, such as pressing a button and letting it go at once; whether these are.
    ///
    /// # Errors
    /// A sentence that says which control is missing or cannot be used.
    fn in_one(page: &Page<Self>, first: &Self::Act, second: &Self::Act, world: &Self) -> Result<bool, String>;

    /// Whether an act that would change nothing is one that a person would not even begin.
    fn is_as_wanted(act: &Self::Act, world: &Self) -> bool;

    /// The clauses in an observation.
    fn rules_of(seen: &mut Self::Observation) -> &mut Vec<String>;

    /// Puts into an observation what was heard: the numbers of devices, and how often each beeped.
    fn hear(seen: &mut Self::Observation, heard: &[(u16, u8)], world: &Self);

    /// Puts into an observation what an act is answered with that the page does not offer.
    fn withhold(seen: &mut Self::Observation, answer: String, refused: bool);
}

/// The page, open in a browser.
#[derive(Debug)]
pub struct Page<W: World = Quay> {
    chromium: Chromium,
    /// The fingers that are down.
    fingers: Vec<Finger>,
    /// What was seen last.
    last: RefCell<Option<Sight<W>>>,
}

#[derive(Clone, Debug)]
struct Finger {
    /// What it holds down.
    on: String,
    id: u32,
    x: i32,
    y: i32,
}

/// What came of an act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hand<A> {
    /// It was done with the page's controls.
    Did,
    /// The page takes these acts for it.
    DidAs(Vec<A>),
    /// The page has no control for it as things stand, or does not take what was typed.
    NotOffered,
}

impl<A> From<IsOffered> for Hand<A> {
    fn from(is_offered: IsOffered) -> Self {
        if is_offered { Self::Did } else { Self::NotOffered }
    }
}

/// Where the page is served that the tests look at: `KERBQUAY_BASE_URL`.
///
/// # Errors
/// A sentence, if nobody has said it.
pub fn served() -> Result<String, String> {
    env::var("KERBQUAY_BASE_URL")
        .map_err(|_| "KERBQUAY_BASE_URL does not say where the page is; cargo xtask test serves it".to_owned())
}

/// The address of the page that is served at `base`, with a query.
pub fn address(base: &str, query: &str) -> String {
    format!("{}/{query}", base.trim_end_matches('/'))
}

/// The page's clock is turned by hand.
pub const BY_HAND: &str = "?clock=hand";

/// The clock's exact milliseconds.
pub(crate) const MS: &str = "form[data-form=\"pass\"] input[name=ms]";

/// Submits the form with the input `arguments[0]` after setting it to `arguments[1]`; returns whether the input exists.
pub(crate) const PASS: &str = "const [css, ms] = arguments;
    const input = document.querySelector(css);
    if (!input) return false;
    input.value = ms;
    input.form.requestSubmit();
    return true;";

/// Keys of the keyboard, as the `WebDriver` standard numbers them.
pub mod keyboard {
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Control.
    pub const CONTROL: char = '\u{e009}';
    /// Lets every key go.
    pub const RELEASE: char = '\u{e000}';
    /// Delete.
    pub const DELETE: char = '\u{e017}';
}

/// Whether a control was there to be used.
pub type IsOffered = bool;

impl<W: Shown> Page<W> {
    /// Opens the page at `address` and waits until its first card can be used.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn open(chromium: Chromium, address: &str) -> Result<Self, String> {
        let page = Self { chromium, fingers: Vec::new(), last: RefCell::new(None) };
        page.go(address)?;
        Ok(page)
    }

    /// Goes to an address of the page and waits until it can be used.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn go(&self, address: &str) -> Result<(), String> {
        self.chromium.open(address)?;
        self.wait_until_ready()
    }

    /// Waits until all of the page is there.
    ///
    /// # Errors
    /// A sentence, if that does not come true.
    pub fn wait_until_ready(&self) -> Result<(), String> {
        until(|| {
            let is_ready = self.look()?.ready;
            is_ready.then_some(()).ok_or_else(|| {
                "the page never became ready: main[data-app] needs data-ready and data-complete".to_owned()
            })
        })
    }

    /// The browser it is in.
    pub fn chromium(&self) -> &Chromium {
        &self.chromium
    }

    /// The browser it was in; there is no page any more.
    pub fn into_chromium(self) -> Chromium {
        self.chromium
    }

    /// Looks at everything at once.
    ///
    /// # Errors
    /// A sentence that says what cannot be seen.
    pub fn look(&self) -> Result<Sight<W>, String> {
        self.see(|window| self.chromium.look("return window.kerbAndQuaySight?.(arguments[0]) ?? null;", vec![window]))
    }

    /// The same, once what stands beside the device tells what was done last: it does so once the device's answer has
    /// been shown.
    ///
    /// # Errors
    /// A sentence that says what cannot be seen.
    pub fn look_at_rest(&self) -> Result<Sight<W>, String> {
        const SIGHT: &str = "const [remembered, done] = arguments;
            requestAnimationFrame(() => setTimeout(() => done(window.kerbAndQuaySight?.(remembered) ?? null)));";
        self.see(|window| self.chromium.look_long(SIGHT, vec![window]))
    }

    fn see(&self, look: impl Fn(Value) -> Result<Option<Sight<W>>, String>) -> Result<Sight<W>, String> {
        let mut last = self.last.borrow_mut();
        let window = json!(last.as_ref().map(|sight| sight.window.as_str()));
        let mut sight = if let Some(sight) = look(window.clone())? {
            sight
        } else {
            // The window keeps what looks at it, so that it is sent and read once.
            let script = format!(
                "window.kerbAndQuaySight = {}; return window.kerbAndQuaySight(arguments[0]);",
                sight::script::<W>()
            );
            self.chromium.look(&script, vec![window])?
        };
        sight.recall(last.as_ref());
        *last = Some(sight.clone());
        Ok(sight)
    }

    /// Opens every panel that is closed.
    ///
    /// # Errors
    /// A sentence that says which cannot be opened.
    pub fn open_panels(&self) -> Result<(), String> {
        // Opening one does not close another, so this ends.
        while self.try_click_at("details[data-panel]:not([open]) > summary")? {}
        Ok(())
    }

    /// Begins again with an empty wallet (`bare`) or as the page opens (`opening`).
    ///
    /// # Errors
    /// A sentence that says what cannot be clicked.
    pub fn begin(&self, how: &str) -> Result<(), String> {
        self.click(&format!("[data-begin=\"{how}\"]"))?;
        self.confirm()
    }

    /// Opens a saved session.
    ///
    /// # Errors
    /// A sentence that says why it cannot be opened.
    pub fn open_saved(&self, file: &Path) -> Result<(), String> {
        let input = self.needed("input[type=file][data-do=\"open\"]")?;
        self.chromium.type_into(&input, &file.display().to_string())
    }

    /// Lets time pass by the clock's exact milliseconds. The clock is the tests' own hand, so a script sends its form.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn pass(&self, length: Millis) -> Result<(), String> {
        let is_there: bool = self.chromium.look(PASS, vec![json!(MS), json!(length.0.to_string())])?;
        if is_there { Ok(()) } else { Err(format!("the page has no {MS}")) }
    }

    /// Holds something down with a finger in its middle.
    ///
    /// # Errors
    /// A sentence that says why that cannot be.
    pub fn hold(&mut self, css: &str) -> Result<(), String> {
        self.prepare_to_hold(css)?;
        let at = self.middle(css)?;
        self.put_finger(css, at)
    }

    /// Gets ready for a finger that comes to stay.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    fn prepare_to_hold(&self, css: &str) -> Result<(), String> {
        if self.fingers.iter().any(|finger| finger.on == css) {
            return Err(format!("{css} is held down already"));
        }
        // The attention goes where time is turned on: a button that loses it is let go of.
        self.click(MS)
    }

    /// Puts a finger down.
    fn put_finger(&mut self, css: &str, (x, y): (i32, i32)) -> Result<(), String> {
        let id = self.fingers.iter().map(|finger| finger.id + 1).max().unwrap_or_default();
        self.fingers.push(Finger { on: css.to_owned(), id, x, y });
        self.touch("touchStart")
    }

    /// Whether a finger holds something down.
    pub fn is_held(&self, css: &str) -> bool {
        self.fingers.iter().any(|finger| finger.on == css)
    }

    /// Lifts the finger off something.
    ///
    /// # Errors
    /// A sentence, if no finger is there.
    pub fn let_go(&mut self, css: &str) -> Result<(), String> {
        if !self.is_held(css) {
            return Err(format!("{css} is not held down"));
        }
        self.fingers.retain(|finger| finger.on != css);
        self.touch(if self.fingers.is_empty() { "touchEnd" } else { "touchMove" })
    }

    /// Lifts every finger.
    ///
    /// # Errors
    /// A sentence, if that cannot be.
    pub fn let_everything_go(&mut self) -> Result<(), String> {
        if self.fingers.is_empty() {
            return Ok(());
        }
        self.fingers.clear();
        self.touch("touchEnd")
    }

    /// Clicks a control that has to be there.
    ///
    /// # Errors
    /// A sentence that says that it is not, or why it cannot be clicked.
    pub fn click(&self, css: &str) -> Result<(), String> {
        if self.try_click_at(css)? { Ok(()) } else { Err(format!("the page has no {css}")) }
    }

    /// Confirms what the dialog asks.
    ///
    /// # Errors
    /// A sentence, if there is no dialog.
    pub fn confirm(&self) -> Result<(), String> {
        until(|| self.click("dialog[open] [data-confirm=\"yes\"]"))
    }

    /// Puts a text into an input in place of what is there.
    ///
    /// # Errors
    /// A sentence that says why nothing can be typed there.
    pub fn fill(&self, input: &WebElement, text: &str) -> Result<(), String> {
        let all = format!("{}a{}", keyboard::CONTROL, keyboard::RELEASE);
        let text = if text.is_empty() { keyboard::DELETE.to_string() } else { text.to_owned() };
        self.chromium.type_into(input, &format!("{all}{text}"))
    }

    /// Chooses a value of a list; says whether the list has it.
    ///
    /// # Errors
    /// A sentence that says why it cannot be chosen.
    pub fn choose(&self, list: &str, value: &str) -> Result<IsOffered, String> {
        self.try_click(&format!("{list} option[value=\"{}\"]", in_quotes(value)))
    }

    /// The middle of something in the window, in pixels, after scrolling to it.
    ///
    /// # Errors
    /// A sentence, if it is not there.
    pub fn middle(&self, css: &str) -> Result<(i32, i32), String> {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.chromium.look::<()>(script, vec![json!(css)])?;
        self.place(css)
    }

    /// The middle of something in the window as it is scrolled, in pixels.
    ///
    /// # Errors
    /// A sentence, if it is not there.
    pub fn place(&self, css: &str) -> Result<(i32, i32), String> {
        let script = "const thing = document.querySelector(arguments[0]);
            if (!thing) return null;
            const { x, y, width, height } = thing.getBoundingClientRect();
            return [Math.round(x + width / 2), Math.round(y + height / 2)];";
        let middle: Option<(i32, i32)> = self.chromium.look(script, vec![json!(css)])?;
        middle.ok_or_else(|| format!("the page has no {css}"))
    }

    /// Something that has to be there.
    ///
    /// # Errors
    /// A sentence that says that it is not.
    pub fn needed(&self, css: &str) -> Result<WebElement, String> {
        self.chromium.find(css)?.ok_or_else(|| format!("the page has no {css}"))
    }

    /// Clicks a control if the page offers it.
    fn try_click(&self, css: &str) -> Result<IsOffered, String> {
        self.try_click_at(&format!(":is({css}):not(:disabled, [aria-disabled=\"true\"])"))
    }

    /// Opens what something is behind, scrolls to it and clicks its middle with the mouse, unless something else lies
    /// there. An option of a list, which has no place of its own, is chosen by the driver.
    fn try_click_at(&self, css: &str) -> Result<IsOffered, String> {
        let look = || self.chromium.look(click::SCRIPT, vec![json!(css)]);
        let place = click::reach(css, look, |x, y| self.chromium.click_at(x, y))?;
        match place {
            None => Ok(false),
            Some(Clickable::Behind(..) | Clickable::Moving) => {
                Err(format!("{css} is behind something that stays shut"))
            }
            Some(Clickable::At(x, y)) => self.chromium.click_at(x, y).map(|()| true),
            Some(Clickable::Hidden(what)) => Err(format!("{css} cannot be clicked: {what}")),
            Some(Clickable::Chosen) => {
                let option = self.needed(css)?;
                self.chromium.click(&option).map_err(|why| format!("{css} cannot be chosen: {why}"))?;
                Ok(true)
            }
        }
    }

    /// Clicks something that goes to and fro, unless it stands as wanted already.
    fn switch(&self, css: &str, changes: bool) -> Result<IsOffered, String> {
        if changes { self.try_click(css) } else { Ok(false) }
    }

    fn card(&self, name: &str, what: &str) -> Result<IsOffered, String> {
        self.try_click(&format!("{} [data-do=\"{what}\"]", card_at(name)))
    }

    fn card_for_good(&self, name: &str, what: &str) -> Result<IsOffered, String> {
        let is_offered = self.card(name, what)?;
        if is_offered {
            self.confirm()?;
        }
        Ok(is_offered)
    }

    fn rename(&self, from: &str, to: &str) -> Result<IsOffered, String> {
        // A form whose name was refused is open already.
        let form = format!("{} form[data-form=\"rename\"]", card_at(from));
        if self.chromium.find(&form)?.is_none() && !self.card(from, "rename")? {
            return Ok(false);
        }
        self.fill_in(&form, "name", to)?;
        self.submit(&form)
    }

    fn set_clock(&self, civil: DateTime) -> Result<IsOffered, String> {
        self.fill_in("form[data-form=\"civil\"]", "civil", &civil.to_string())?;
        self.submit("form[data-form=\"civil\"]")
    }

    fn configure(&self, place: usize, value: u32, world: &W) -> Result<IsOffered, String> {
        let setting = W::all_settings().nth(place).ok_or("there is no such setting")?;
        if world.setting(place) == value {
            return Ok(false);
        }
        let css = format!("[data-setting=\"{}\"]", setting.name);
        let written = setting.word(value).to_string();
        if self.chromium.find(&format!("select{css}"))?.is_some() {
            return self.choose(&css, &written);
        }
        let input = self.needed(&format!("input{css}"))?;
        self.fill(&input, &format!("{written}{}", keyboard::ENTER))?;
        Ok(true)
    }

    fn fill_in(&self, form: &str, name: &str, text: &str) -> Result<(), String> {
        let input = until(|| self.needed(&format!("{form} input[name={name}]")))?;
        self.fill(&input, text)
    }

    /// Sends a form, unless the browser itself objects to what was typed.
    fn submit(&self, form: &str) -> Result<IsOffered, String> {
        if self.chromium.find(&format!("{form}:invalid"))?.is_some() {
            return Ok(false);
        }
        self.try_click(&format!("{form} button:not([type=button])"))
    }

    fn touch(&self, what: &str) -> Result<(), String> {
        let point = |finger: &Finger| json!({ "x": finger.x, "y": finger.y, "id": finger.id });
        let points: Vec<Value> = self.fingers.iter().map(point).collect();
        let event = json!({ "type": what, "touchPoints": points });
        self.chromium.tell("Input.dispatchTouchEvent", &event).map(drop)
    }
}

/// Where a card of the wallet is.
pub fn card_at(name: &str) -> String {
    format!("[data-card-name=\"{}\"]", in_quotes(name))
}

/// An amount in hundredths, as a person types it.
fn decimal(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// A text as it stands between the quotation marks of a selector.
fn in_quotes(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
