//! The language of the page: which one is wanted, which one is shown, and how its texts arrive.
//!
//! A language has a part for each module of the program. `src/boot/boot.js` asks for a part together with its module,
//! and a language is shown when the parts of all modules that are here have arrived. Until then the page stays in the
//! language that it shows; where a part does not arrive, it is in English and says so.

use std::cell::RefCell;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::{choices, query};
use crate::texts::{Language, add_part, language_of};

/// The key under which the chosen language is stored in this browser.
const STORAGE_KEY: &str = "kerb-and-quay.language";

/// The module that the page begins with, in the names of its parts.
const START: &str = "start";
/// Every module with texts.
const MODULES: [&str; 2] = [START, "panels"];

thread_local! {
    /// The parts that the lazy module has added.
    static ARRIVED: RefCell<Vec<(Language, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// A copyable handle to the language of the page.
#[derive(Clone, Copy)]
pub struct PageLanguage {
    /// The one that the page has to be in.
    wanted: RwSignal<Language>,
    /// The one that it is in.
    shown: RwSignal<Language>,
    /// Whether a part of the wanted one has not arrived.
    is_missing: RwSignal<bool>,
}

impl PageLanguage {
    /// The language that a person chose or the address asks for; tracked.
    pub fn wanted(self) -> Language {
        self.wanted.get()
    }

    /// The same, not tracked.
    pub fn wanted_untracked(self) -> Language {
        self.wanted.get_untracked()
    }

    /// The language that the page is in.
    pub fn shown(self) -> RwSignal<Language> {
        self.shown
    }

    /// The language whose texts should be there and are not; tracked.
    pub fn missing(self) -> Option<Language> {
        self.is_missing.get().then(|| self.wanted.get())
    }

    /// Has the page in this language from now on.
    pub fn choose(self, language: Language) {
        self.wanted.set(language);
        self.fetch();
    }

    /// A choice of the person, which the browser stores.
    pub fn choose_for_good(self, language: Language) {
        self.choose(language);
        choices::store(STORAGE_KEY, language.code());
    }

    /// Shows the wanted language, if all of its parts are here; else asks for those that are not. The lazy module
    /// begins with this.
    pub fn fetch(self) {
        let language = self.wanted.get_untracked();
        let absent: Vec<_> = MODULES.into_iter().filter(|module| !has_arrived(language, module)).collect();
        if absent.is_empty() {
            return self.show(language, true);
        }
        if self.shown.get_untracked() == language {
            // A part of a language that is shown is missing.
            self.shown.set(Language::English);
        }
        // All of them are on their way before the first one is waited for.
        let requests: Vec<_> = absent.into_iter().map(|module| (module, request(language, module))).collect();
        spawn_local(async move {
            let mut is_whole = true;
            for (module, request) in requests {
                let text = match request {
                    Some(promise) => JsFuture::from(promise).await.ok().and_then(|text| text.as_string()),
                    None => None,
                };
                is_whole &= text.is_some_and(|text| arrives(language, module, &text));
            }
            // Another language may be wanted meanwhile.
            if self.wanted.get_untracked() == language {
                self.show(language, is_whole);
            }
        });
    }

    fn show(self, language: Language, is_whole: bool) {
        self.is_missing.set(!is_whole);
        let shown = if is_whole { language } else { Language::English };
        if self.shown.get_untracked() != shown {
            self.shown.set(shown);
        }
    }
}

/// Whether the texts of this module are here, in this language.
fn has_arrived(language: Language, module: &'static str) -> bool {
    language == Language::English
        || ARRIVED.with_borrow(|arrived| arrived.contains(&(language, module)))
        || texts_of(language, module).is_some_and(|text| arrives(language, module, &text))
}

/// Adds the part of a module; false if it is of another build.
fn arrives(language: Language, module: &'static str, text: &str) -> bool {
    let is_ours = add_part(language, text);
    if is_ours {
        ARRIVED.with_borrow_mut(|arrived| arrived.push((language, module)));
    }
    is_ours
}

/// The language that the page is shown in, from the context.
pub fn use_language() -> RwSignal<Language> {
    use_page_language().shown()
}

/// The language of the page, from the context.
pub fn use_page_language() -> PageLanguage {
    expect_context()
}

/// Finds out the language, from the page's address, from what was chosen before or else from the browser's wishes, and
/// puts it into the context.
pub fn provide_language() -> PageLanguage {
    let wanted = asked().or_else(stored).or_else(wished).unwrap_or_default();
    let has_texts = wanted == Language::English || texts_of(wanted, START).is_some_and(|text| add_part(wanted, &text));
    let shown = if has_texts { wanted } else { Language::English };
    let language =
        PageLanguage { wanted: RwSignal::new(wanted), shown: RwSignal::new(shown), is_missing: RwSignal::new(false) };
    provide_context(language);
    language
}

/// `?lang=nb` in the page's address.
fn asked() -> Option<Language> {
    language_of(&query::parameter("lang")?)
}

fn stored() -> Option<Language> {
    language_of(&choices::stored(STORAGE_KEY)?)
}

fn wished() -> Option<Language> {
    window().navigator().languages().iter().find_map(|code| language_of(&code.as_string()?))
}

/// What `src/boot/boot.js` has for the program: the texts that have arrived, and how more are fetched.
fn boot(name: &str) -> Option<JsValue> {
    let boot = Reflect::get(&window(), &"boot".into()).ok()?;
    Reflect::get(&boot, &name.into()).ok()
}

fn name_of(language: Language, module: &str) -> JsValue {
    JsValue::from_str(&[language.code(), "-", module].concat())
}

/// The texts of a module, if the browser has them already.
fn texts_of(language: Language, module: &str) -> Option<String> {
    Reflect::get(&boot("texts")?, &name_of(language, module)).ok()?.as_string()
}

/// Asks for the texts of a module.
fn request(language: Language, module: &str) -> Option<Promise> {
    let part = boot("part")?.dyn_into::<Function>().ok()?;
    part.call1(&JsValue::UNDEFINED, &name_of(language, module)).ok()?.dyn_into().ok()
}
