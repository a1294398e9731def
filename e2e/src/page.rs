//! The page in the browser: what can be seen of it, and a person's hands on its controls.
//!
//! Acts are real clicks, touches and typing; scripts only look.

pub mod sight;

use std::path::Path;

use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::Millis;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::wallet::Issue;
use world::world::World as _;

use crate::chromium::{Chromium, until};
use crate::page::sight::Sight;

/// The page, open in a browser.
#[derive(Debug)]
pub struct Page {
    chromium: Chromium,
    /// The buttons that are held down, each by a finger.
    fingers: Vec<Finger>,
}

#[derive(Clone, Copy, Debug)]
struct Finger {
    key: Key,
    id: u32,
    x: i32,
    y: i32,
}

/// What came of an act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hand {
    /// It was done with the page's controls.
    Did,
    /// The page has no control for it as things stand, or does not take what was typed.
    NotOffered,
}

/// The address of the page that is served at `base`, with a query.
pub fn address(base: &str, query: &str) -> String {
    format!("{}/{query}", base.trim_end_matches('/'))
}

/// The page's clock is turned by hand.
pub const BY_HAND: &str = "?clock=hand";

/// The clock's exact milliseconds.
const MS: &str = "form[data-form=\"pass\"] input[name=ms]";

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

impl Page {
    /// Opens the page at `address` and waits until its first card can be used.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn open(chromium: Chromium, address: &str) -> Result<Self, String> {
        let page = Self { chromium, fingers: Vec::new() };
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

    /// Looks at everything at once.
    ///
    /// # Errors
    /// A sentence that says what cannot be seen.
    pub fn look(&self) -> Result<Sight, String> {
        self.chromium.look(include_str!("page/sight.js"), Vec::new())
    }

    /// Opens every panel that is closed.
    ///
    /// # Errors
    /// A sentence that says which cannot be opened.
    pub fn open_panels(&self) -> Result<(), String> {
        // Opening one does not close another, so this ends.
        while let Some(panel) = self.chromium.find("details[data-panel]:not([open]) > summary")? {
            self.chromium.click(&panel)?;
        }
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

    /// Lets time pass by the clock's exact milliseconds.
    ///
    /// # Errors
    /// A sentence that says why that cannot be typed.
    pub fn pass(&self, length: Millis) -> Result<(), String> {
        let input = self.needed(MS)?;
        self.fill(&input, &format!("{}{}", length.0, keyboard::ENTER))
    }

    /// Presses a button of the pedestal and lets it go at once.
    ///
    /// # Errors
    /// A sentence that says why it cannot be pressed.
    pub fn press(&self, key: Key) -> Result<(), String> {
        if self.fingers.iter().any(|finger| finger.key == key) {
            return Err(format!("{key:?} is held down already"));
        }
        self.click(&key_at(key))
    }

    /// Holds a button of the pedestal down with a finger.
    ///
    /// # Errors
    /// A sentence that says why that cannot be.
    pub fn hold(&mut self, key: Key) -> Result<(), String> {
        if self.fingers.iter().any(|finger| finger.key == key) {
            return Err(format!("{key:?} is held down already"));
        }
        // The attention goes where time is turned on: a button that loses it is let go of.
        self.click(MS)?;
        let (x, y) = self.middle(&key_at(key))?;
        let id = self.fingers.iter().map(|finger| finger.id + 1).max().unwrap_or_default();
        self.fingers.push(Finger { key, id, x, y });
        self.touch("touchStart")
    }

    /// Lifts the finger off a button.
    ///
    /// # Errors
    /// A sentence, if no finger is there.
    pub fn let_go(&mut self, key: Key) -> Result<(), String> {
        let before = self.fingers.len();
        self.fingers.retain(|finger| finger.key != key);
        if self.fingers.len() == before {
            return Err(format!("{key:?} is not held down"));
        }
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

    /// Does one thing as a person would, who sees how the world stands.
    ///
    /// # Errors
    /// A sentence that says which control is missing or cannot be used.
    pub fn act(&mut self, act: &Act, world: &Quay) -> Result<Hand, String> {
        match act {
            Act::Present(card) => self.card(card, "present"),
            Act::Take => self.try_click("[data-do=\"take\"]"),
            Act::Press(key) => self.hold(*key).map(|()| Hand::Did),
            Act::Release(key) => self.let_go(*key).map(|()| Hand::Did),
            Act::Walk(number) => self.try_click(&format!("[data-walk=\"{number}\"]")),
            Act::PowerOff => self.switch("[data-power]", world.has_power()),
            Act::PowerOn => self.switch("[data-power]", !world.has_power()),
            Act::Plug(socket) => self.switch(&plug_at(*socket), !world.boats()[socket.index()].plugged),
            Act::Unplug(socket) => self.switch(&plug_at(*socket), world.boats()[socket.index()].plugged),
            Act::Switch(socket, appliance, on) => {
                let is_on = world.boats()[socket.index()].is_on(*appliance);
                let (name, number) = (appliance.word(), socket.number());
                self.switch(&format!("input[data-appliance=\"{name}\"][data-of=\"{number}\"]"), is_on != *on)
            }
            Act::Create(kind, name, amount) => {
                self.choose("form[data-form=\"new-card\"] select[name=kind]", issue_word(*kind))?;
                self.fill_in("form[data-form=\"new-card\"]", "name", name)?;
                self.fill_in("form[data-form=\"new-card\"]", "amount", &kroner(*amount))?;
                self.submit("form[data-form=\"new-card\"]")
            }
            Act::Rename(from, to) => {
                // A form whose name was refused is open already.
                let form = format!("{} form[data-form=\"rename\"]", card_at(from));
                if self.chromium.find(&form)?.is_none() && self.card(from, "rename")? == Hand::NotOffered {
                    return Ok(Hand::NotOffered);
                }
                self.fill_in(&form, "name", to)?;
                self.submit(&form)
            }
            Act::Discard(card) => self.card_for_good(card, "discard"),
            Act::Destroy(card) => self.card_for_good(card, "destroy"),
            Act::Lose(card) => self.card_for_good(card, "lose"),
            Act::Load(card, amount) => self.desk(card, Some(*amount), "load"),
            Act::PayOut(card) => self.desk(card, None, "pay-out"),
            Act::ReadOut(card) => self.desk(card, None, "read"),
            Act::Reset(card) => self.desk(card, None, "reset"),
            Act::WriteOff(card) => self.desk(card, None, "write-off"),
            Act::ReleaseSocket(socket) => self.try_click(&format!("[data-desk-release=\"{}\"]", socket.number())),
            Act::SetClock(civil) => {
                self.fill_in("form[data-form=\"civil\"]", "civil", &civil.to_string())?;
                self.submit("form[data-form=\"civil\"]")
            }
            Act::Configure(place, value) => self.configure(usize::from(*place), *value, world),
        }
    }

    /// Clicks a control that has to be there.
    ///
    /// # Errors
    /// A sentence that says that it is not, or why it cannot be clicked.
    pub fn click(&self, css: &str) -> Result<(), String> {
        let control = self.needed(css)?;
        self.chromium.click(&control).map_err(|why| format!("{css} cannot be clicked: {why}"))
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
    pub fn choose(&self, list: &str, value: &str) -> Result<Hand, String> {
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
    fn try_click(&self, css: &str) -> Result<Hand, String> {
        let enabled = format!(":is({css}):not(:disabled, [aria-disabled=\"true\"])");
        let Some(control) = self.chromium.find(&enabled)? else { return Ok(Hand::NotOffered) };
        self.chromium.click(&control).map_err(|why| format!("{css} cannot be clicked: {why}"))?;
        Ok(Hand::Did)
    }

    /// Clicks something that goes to and fro, unless it stands as wanted already.
    fn switch(&self, css: &str, changes: bool) -> Result<Hand, String> {
        if changes { self.try_click(css) } else { Ok(Hand::NotOffered) }
    }

    fn card(&self, name: &str, what: &str) -> Result<Hand, String> {
        self.try_click(&format!("{} [data-do=\"{what}\"]", card_at(name)))
    }

    fn card_for_good(&self, name: &str, what: &str) -> Result<Hand, String> {
        let hand = self.card(name, what)?;
        if hand == Hand::Did {
            self.confirm()?;
        }
        Ok(hand)
    }

    fn desk(&self, card: &str, amount: Option<Ore>, what: &str) -> Result<Hand, String> {
        if self.choose("form[data-form=\"desk\"] select[name=card]", card)? == Hand::NotOffered {
            return Ok(Hand::NotOffered);
        }
        if let Some(amount) = amount {
            self.fill_in("form[data-form=\"desk\"]", "amount", &kroner(amount))?;
        }
        self.try_click(&format!("[data-desk=\"{what}\"]"))
    }

    fn configure(&self, place: usize, value: u32, world: &Quay) -> Result<Hand, String> {
        let setting = Quay::all_settings().nth(place).ok_or("there is no such setting")?;
        if world.setting(place) == value {
            return Ok(Hand::NotOffered);
        }
        let css = format!("[data-setting=\"{}\"]", setting.name);
        let written = setting.word(value).to_string();
        if self.chromium.find(&format!("select{css}"))?.is_some() {
            return self.choose(&css, &written);
        }
        let input = self.needed(&format!("input{css}"))?;
        self.fill(&input, &format!("{written}{}", keyboard::ENTER))?;
        Ok(Hand::Did)
    }

    fn fill_in(&self, form: &str, name: &str, text: &str) -> Result<(), String> {
        let input = until(|| self.needed(&format!("{form} input[name={name}]")))?;
        self.fill(&input, text)
    }

    /// Sends a form, unless the browser itself objects to what was typed.
    fn submit(&self, form: &str) -> Result<Hand, String> {
        if self.chromium.find(&format!("{form}:invalid"))?.is_some() {
            return Ok(Hand::NotOffered);
        }
        self.try_click(&format!("{form} button:not([type=button])"))
    }

    fn touch(&self, what: &str) -> Result<(), String> {
        let point = |finger: &Finger| json!({ "x": finger.x, "y": finger.y, "id": finger.id });
        let points: Vec<Value> = self.fingers.iter().map(point).collect();
        let event = json!({ "type": what, "touchPoints": points });
        self.chromium.devtools("Input.dispatchTouchEvent", event).map(drop)
    }
}

/// Where a button of the pedestal is.
pub fn key_at(key: Key) -> String {
    match key {
        Key::Back => "[data-key=\"back\"]".to_owned(),
        Key::Enter => "[data-key=\"enter\"]".to_owned(),
        Key::Socket(socket) => format!("[data-key=\"{}\"]", socket.number()),
    }
}

/// Where a card of the wallet is.
pub fn card_at(name: &str) -> String {
    format!("[data-card-name=\"{}\"]", in_quotes(name))
}

fn plug_at(socket: Socket) -> String {
    format!("[data-plug=\"{}\"]", socket.number())
}

const fn issue_word(kind: Issue) -> &'static str {
    match kind {
        Issue::User => "user",
        Issue::Foreign => "foreign",
        Issue::Blocked => "blocked",
        Issue::Spoilt => "spoilt",
        Issue::OtherMarina => "other",
    }
}

/// An amount as a person types it.
fn kroner(amount: Ore) -> String {
    format!("{}.{:02}", amount.0 / 100, amount.0 % 100)
}

/// A text as it stands between the quotation marks of a selector.
fn in_quotes(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
