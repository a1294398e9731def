//! This session: beginning again, what is kept, the version; and the one dialog that asks before something that
//! cannot be undone.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;
use world::script::CORE_VERSION;
use world::session::Start;

use crate::language::{use_language, use_page_language};
use crate::markup::{Element, button, effect, el, element, labelled};
use crate::panel::{Opens, body, panel};
use crate::place::SitePage;
use crate::shell::use_shell;
use crate::texts::{Language, Words, fill, language_of, message};

/// A question, and what is done if it is answered with yes.
#[derive(Clone)]
struct Question {
    text: String,
    /// The button that answers with yes.
    yes: Words,
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

    /// Asks, and does `then` if the answer is yes, by a button that says `yes`.
    pub fn ask(self, text: String, yes: Words, then: impl Fn() + Send + Sync + 'static) {
        self.0.set(Some(Question { text, yes, then: Arc::new(then) }));
    }
}

/// The page's dialog, from the context.
pub fn use_confirm() -> Confirm {
    expect_context()
}

/// The dialog itself; there is one on the page.
pub fn confirm_dialog() -> Element {
    let Confirm(question) = use_confirm();
    let language = use_language();
    let dialog = element("dialog");
    let shown = dialog.clone();
    effect(move || {
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
    let says_yes = move || {
        let yes = question.with(|question| question.as_ref().map(|asked| asked.yes));
        yes.map_or("", |yes| yes.in_language(language.get())).to_owned()
    };
    let yes =
        element("button").attr("type", "button").attr("class", "danger").attr("data-confirm", "yes").text_fn(says_yes);
    let yes = yes.on("click", move |_| answer(true));
    let no = button(message::ASK_CANCEL)
        .attr("autofocus", "")
        .attr("data-confirm", "no")
        .on("click", move |_| answer(false));
    dialog
        .attr("aria-labelledby", "question")
        .on("close", move |_| question.set(None))
        .child(element("p").attr("id", "question").text_fn(text))
        .child(el("div", "buttons").child(yes).child(no))
}

/// The choice of the page's language.
pub fn language_choice() -> Element {
    let language = use_page_language();
    let options = Language::ALL.map(|language| {
        element("option").attr("value", language.code()).attr("lang", language.code()).text(language.own_name())
    });
    let choice = element("select")
        .attr("data-language", "")
        .children(options)
        .value_fn(move || language.wanted().code().to_owned())
        .on("change", move |event| {
            if let Some(chosen) = language_of(&event_target_value(&event)) {
                language.choose_for_good(chosen);
            }
        });
    labelled(message::LANGUAGE_CHOICE, choice).attr("class", "inline")
}

/// This session.
pub fn session_panel<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let confirm = use_confirm();
    // The two ways to begin again.
    let starts = [
        ("opening", message::SESSION_BEGIN_OPENING, Start::<P>::Opening),
        ("bare", message::SESSION_BEGIN_BARE, Start::Bare),
    ];
    let starts = starts.map(|(name, words, start)| {
        button(words).attr("data-begin", name).on("click", move |_| {
            let start = start.clone();
            let question = message::ASK_BEGIN.in_language(language.get_untracked()).to_owned();
            confirm.ask(question, message::ASK_START_OVER, move || shell.begin(start.clone()));
        })
    });
    let version = move || fill(message::SESSION_VERSION.in_language(language.get()), &[CORE_VERSION]);
    let body = body()
        .child(el("p", "hint").words(message::STORAGE_KEPT))
        .child(el("div", "buttons").children(starts))
        .child(el("p", "hint").text_fn(version));
    panel("session", message::PANEL_SESSION, Opens::Later, body)
}
