//! The keys of the keyboard: a dialog that names them, opened by its button or by `?`.
//!
//! A key without Control or Alt can be struck by mistake, or by a voice that is being written down: it does nothing
//! while something is typed, and it can be switched off (WCAG 2.1.4).

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement};

use crate::browser::choices;
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, el, element, labelled};
use crate::texts::{Words, message};

/// How it looks.
const STYLE: &str = include_str!("../../style/everyone.css");
/// The key under which it is stored that `?` opens nothing.
const STORAGE_KEY: &str = "kerb-and-quay.no-help-key";

/// What is pressed, and what it does.
const KEYS: [(&[&str], Words); 7] = [
    (&["Tab", "Shift + Tab"], message::KEYBOARD_TAB),
    (&["Enter", "Space"], message::KEYBOARD_PRESS),
    (&["Enter", "Space"], message::KEYBOARD_HOLD),
    (&["Enter", "Space"], message::KEYBOARD_OPEN),
    (&["\u{2191}", "\u{2193}"], message::KEYBOARD_CHOOSE),
    (&["Esc"], message::KEYBOARD_CLOSE),
    (&["?"], message::KEYBOARD_HELP),
];

/// The button, and the dialog that it opens.
pub fn help() -> Element {
    adopt_styles(STYLE);
    let is_key = RwSignal::new(is_key_enabled());
    let dialog = dialog(is_key);
    let shown = dialog.node().clone().unchecked_into::<HtmlDialogElement>();
    let open = move || {
        if !shown.open() {
            // It can be shown: it stands on the page and is closed.
            let _ = shown.show_modal();
        }
    };
    let by_key = open.clone();
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_asked = event.key() == "?" && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if is_asked && is_key.get_untracked() && !is_typing() && !is_asking() {
            event.prevent_default();
            by_key();
        }
    });
    on_cleanup(move || listener.remove());
    let ask =
        button(message::KEYBOARD_KEYS).attr("class", "quiet").attr("data-do", "help").attr("aria-haspopup", "dialog");
    el("div", "help").child(ask.on("click", move |_| open())).child(dialog)
}

fn dialog(is_key: RwSignal<bool>) -> Element {
    let rows = KEYS.map(|(keys, meaning)| {
        let keys = keys.iter().map(|key| element("kbd").text(key));
        element("div").child(element("dt").children(keys)).child(element("dd").words(meaning))
    });
    let by_key = element("input")
        .attr("type", "checkbox")
        .attr("data-help-key", "")
        .checked_fn(move || is_key.get())
        .on("change", move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            is_key.set(field.checked());
            store(field.checked());
        });
    let close = button(message::DISMISS).attr("autofocus", "").attr("data-do", "close-help").on("click", |event| {
        let dialog = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(Ok(Some(dialog))) = dialog.map(|button| button.closest("dialog")) {
            dialog.unchecked_into::<HtmlDialogElement>().close();
        }
    });
    el("dialog", "keys")
        .attr("aria-labelledby", "keys")
        .child(element("h2").attr("id", "keys").words(message::KEYBOARD_KEYS))
        .child(element("dl").children(rows))
        .child(labelled(message::KEYBOARD_BY_KEY, by_key).attr("class", "inline"))
        .child(el("div", "buttons").child(close))
}

/// Whether what is struck goes into a field.
fn is_typing() -> bool {
    let field = document().active_element().map(|element| element.matches("input:not([type=checkbox]), select"));
    field.is_some_and(|typing| typing.unwrap_or(true))
}

/// Whether a question is open, which comes first.
fn is_asking() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

fn is_key_enabled() -> bool {
    choices::stored(STORAGE_KEY).is_none()
}

fn store(is_key: bool) {
    if is_key { choices::remove(STORAGE_KEY) } else { choices::store(STORAGE_KEY, "off") }
}
