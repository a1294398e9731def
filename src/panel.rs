//! What all panels have in common: the frame that opens and closes, the fields of a form, and the answer to an act.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, FormData, HtmlFormElement};
use world::session::{Line, Session};

use crate::language::use_language;
use crate::markup::{Element, adopt_styles, el, element};
use crate::place::SitePage;
use crate::shell::{Shell, use_shell};
use crate::texts::{Words, message};

/// From this width on, in pixels, panels stand beside the device; the same as in `page.css`.
const WIDE: f64 = 960.0;

/// How panels look.
const STYLE: &str = include_str!("../style/panels.css");

/// Applies the styles of the panels.
pub fn styles() {
    adopt_styles(STYLE);
}

/// When a panel is open from the beginning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opens {
    /// Never.
    Later,
    /// Where the panels stand beside the device.
    Beside,
    /// Always.
    AtOnce,
}

/// A part of the page that opens and closes; `name` is what the page's tests call it. What is in it is still to come.
pub fn panel(name: &'static str, title: Words, opens: Opens, body: Element) -> Element {
    let is_wide = || window().inner_width().is_ok_and(|width| width.as_f64().is_some_and(|width| width >= WIDE));
    let panel = el("details", "panel").attr("data-panel", name);
    let panel =
        if opens == Opens::AtOnce || opens == Opens::Beside && is_wide() { panel.attr("open", "") } else { panel };
    panel.child(element("summary").child(element("h2").words(title))).child(body)
}

/// What a panel opens to.
pub fn body() -> Element {
    el("div", "panel-body")
}

/// What the last act was answered with: nothing, a sentence of the desk, or a refusal. It stays until the next act or
/// until it is put away.
pub fn answer_line<P: SitePage>() -> Element {
    let language = use_language();
    let shell = use_shell::<P>();
    // The same answer to another act is told again.
    let act = |session: &Session<P>| session.journal().iter().rposition(|line| matches!(line, Line::Acted { .. }));
    let put_away = RwSignal::new(None);
    let text = move || {
        let language = language.get();
        shell.at(|session| session.answer().map(|told| P::describe_answer(language, told))).unwrap_or_default()
    };
    let class = move || {
        let is_shown = !text().is_empty() && shell.at(act) != put_away.get();
        if is_shown { "answer shown" } else { "answer" }.to_owned()
    };
    let told = element("p")
        .attr("data-answer", "")
        .attr("role", "status")
        .attr_bool("data-refused", move || shell.at(|session| session.answer().is_some_and(Result::is_err)))
        .text_fn(text);
    let dismiss = el("button", "quiet")
        .attr("type", "button")
        .attr_fn("aria-label", move || message::DISMISS.in_language(language.get()).to_owned())
        .text("\u{d7}")
        .on("click", move |_| put_away.set(shell.read(act)));
    element("div").attr_fn("class", class).child(told).child(dismiss)
}

/// Below a form: why what was typed cannot be used. Empty once it can.
pub fn objection(sentence: RwSignal<String>) -> Element {
    el("p", "error").attr("role", "alert").text_fn(move || sentence.get())
}

/// What is typed into the field `name` of a form.
pub fn typed(form: &HtmlFormElement, name: &str) -> String {
    FormData::new_with_form(form).ok().and_then(|fields| fields.get(name).as_string()).unwrap_or_default()
}

/// The form that is submitted; the page stays where it is.
pub fn submitted(event: &Event) -> HtmlFormElement {
    event.prevent_default();
    event_target(event)
}

/// The form that a button stands in.
pub fn form_of(event: &Event) -> Option<HtmlFormElement> {
    let button = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    button.closest("form").ok()??.dyn_into().ok()
}

/// The value, or none after telling the objection.
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

/// Whether the last act was done.
pub fn was_done<P: SitePage>(shell: Shell<P>) -> bool {
    shell.read(|session| session.answer().is_none_or(Result::is_ok))
}
