//! Forms: what is typed in, and why it cannot be used.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, FormData, HtmlFormElement};

use crate::elements::{Element, el};

/// Below a form: why what was typed cannot be used. Empty once it can.
pub fn objection(sentence: RwSignal<String>) -> Element {
    el("p", "error").attr("role", "alert").text_fn(move || sentence.get())
}

/// What is typed into the field `name` of a form, without the space that the keyboard of a phone adds behind a word.
pub fn typed(form: &HtmlFormElement, name: &str) -> String {
    let text = FormData::new_with_form(form).ok().and_then(|fields| fields.get(name).as_string()).unwrap_or_default();
    text.trim().to_owned()
}

/// The form that is submitted. The browser does not navigate.
pub fn submitted(event: &Event) -> HtmlFormElement {
    event.prevent_default();
    event_target(event)
}

/// The form around a button.
pub fn form_of(event: &Event) -> Option<HtmlFormElement> {
    let button = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    button.closest("form").ok()??.dyn_into().ok()
}

/// The value, or none after showing the objection.
pub fn accepted<T>(entry: Result<T, String>, objection: RwSignal<String>) -> Option<T> {
    match entry {
        Ok(value) => {
            objection.set(String::new());
            Some(value)
        }
        Err(sentence) => {
            objection.set(sentence);
            None
        }
    }
}
