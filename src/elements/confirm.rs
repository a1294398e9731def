//! The one dialog of the page that asks before something that cannot be undone.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;

use crate::elements::{Element, button, effect, el, element};
use crate::texts::language::use_language;
use crate::texts::{Words, message};

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
    let open = dialog.clone();
    let answer = move |is_yes: bool| {
        // Whatever is done may ask again, and may remove the control that asked: the question is put away first, and
        // that control has the focus.
        let asked = question.get_untracked();
        question.set(None);
        if let Some(dialog) = open.node().dyn_ref::<HtmlDialogElement>() {
            dialog.close();
        }
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
    let agree = answer.clone();
    let yes = yes.on("click", move |_| agree(true));
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
