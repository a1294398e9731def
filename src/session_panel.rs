//! This session: beginning again, what is kept, the version; and the one dialog that asks before something that
//! cannot be undone.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;
use world::session::Start;
use world::story::CORE_VERSION;

use crate::i18n::{Language, fill, label, language_of, own_name, sentence, use_language};
use crate::markup::{Element, button, classed, element, labelled, live};
use crate::panel::{Opens, body, panel};
use crate::place::Place;
use crate::shell::use_shell;

/// A question, and what is done if it is answered with yes.
#[derive(Clone)]
struct Question {
    text: String,
    then: Arc<dyn Fn() + Send + Sync>,
}

/// A copyable handle to the one dialog of the page.
#[derive(Clone, Copy)]
pub struct Confirm(RwSignal<Option<Question>>);

impl Confirm {
    /// Puts the handle into the context; [`confirm_dialog`] shows what is asked.
    pub fn provide() -> Self {
        let confirm = Self(RwSignal::new(None));
        provide_context(confirm);
        confirm
    }

    /// Asks, and does `then` if the answer is yes.
    pub fn ask(self, text: String, then: impl Fn() + Send + Sync + 'static) {
        self.0.set(Some(Question { text, then: Arc::new(then) }));
    }
}

/// The page's dialog, from the context.
pub fn use_confirm() -> Confirm {
    expect_context()
}

/// The dialog itself; there is one on the page.
pub fn confirm_dialog() -> Element {
    let Confirm(question) = use_confirm();
    let dialog = element("dialog");
    let shown = dialog.clone();
    live(move || {
        let is_asked = question.with(Option::is_some);
        if let Some(dialog) = shown.node().dyn_ref::<HtmlDialogElement>() {
            if is_asked {
                // A dialog that is open already stays so.
                let _ = dialog.show_modal();
            } else {
                dialog.close();
            }
        }
    });
    let answer = move |is_yes: bool| {
        // Whatever is done may ask again: the question is put away first.
        let asked = question.get_untracked();
        question.set(None);
        if let Some(asked) = asked.filter(|_| is_yes) {
            (asked.then)();
        }
    };
    let text = move || question.with(|question| question.as_ref().map(|asked| asked.text.clone())).unwrap_or_default();
    let yes = button(label::YES).has("class", "danger").has("data-confirm", "yes").on("click", move |_| answer(true));
    let no = button(label::NO).has("autofocus", "").has("data-confirm", "no").on("click", move |_| answer(false));
    dialog
        .has("aria-labelledby", "question")
        .on("close", move |_| question.set(None))
        .with(element("p").has("id", "question").shows(text))
        .with(classed("div", "buttons").with(yes).with(no))
}

/// The choice of the page's language.
pub fn language_choice() -> Element {
    let language = use_language();
    let options = Language::ALL.map(|language| {
        element("option").has("value", language.code()).has("lang", language.code()).text(own_name(language))
    });
    let choice = element("select")
        .has("data-language", "")
        .with_all(options)
        .holds(move || language.get().code().to_owned())
        .on("change", move |event| {
            if let Some(chosen) = language_of(&event_target_value(&event)) {
                language.set(chosen);
            }
        });
    labelled(label::LANGUAGE, choice).has("class", "inline")
}

/// This session.
pub fn session_panel<P: Place>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let confirm = use_confirm();
    // The two ways to begin again.
    let starts = [("opening", label::BEGIN_OPENING, Start::<P>::Opening), ("bare", label::BEGIN_BARE, Start::Bare)];
    let starts = starts.map(|(name, words, start)| {
        button(words).has("data-begin", name).on("click", move |_| {
            let start = start.clone();
            let question = sentence::ASK_BEGIN.in_language(language.get_untracked()).to_owned();
            confirm.ask(question, move || shell.begin(start.clone()));
        })
    });
    let version = move || fill(label::VERSION.in_language(language.get()), &[CORE_VERSION]);
    let body = body()
        .with(classed("p", "hint").says(sentence::KEPT))
        .with(classed("div", "buttons").with_all(starts))
        .with(classed("p", "hint").shows(version));
    panel("session", label::SESSION, Opens::Later, body)
}
