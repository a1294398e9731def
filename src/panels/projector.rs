//! The projector view: beside a device that fills the window, what was pressed last.

use leptos::prelude::*;
use world::session::Line;

use crate::elements::focus::focus_after_frame;
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, effect, el, element};
use crate::feedback::use_feedback;
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::message;

const STYLE: &str = include_str!("../../style/projector.css");

/// What was pressed, large, beside a device that fills the window; and the way back.
pub fn pressed_log<P: SitePage>() -> Element {
    /// The maximum number of lines shown, the latest ones.
    const LINES: usize = 9;
    adopt_styles(STYLE);
    let shell = use_shell::<P>();
    let feedback = use_feedback();
    let language = use_language();
    let latest = shell.look(|session| {
        let acts = session.journal().iter().rev().filter_map(|line| match line {
            Line::Acted { act, .. } => Some(act.clone()),
            Line::Happened { .. } => None,
        });
        acts.take(LINES).collect::<Vec<_>>()
    });
    let lines = move || {
        if !feedback.fills_window() {
            return Vec::new();
        }
        let language = language.get();
        latest.with(|acts| acts.iter().map(|act| element("li").text(&P::describe_act(language, act))).collect())
    };
    // What was pressed to get here or back is not shown any more.
    let mut before = None;
    effect(move || {
        let fills_window = feedback.fills_window();
        if before.replace(fills_window).is_some_and(|before| before != fills_window) {
            focus_after_frame(if fills_window { "[data-do=page]" } else { "[data-do=views]" });
        }
    });
    let back = button(message::PREFERENCE_TO_THE_PAGE)
        .attr("data-do", "page")
        .on("click", move |_| feedback.fills_window.set(false));
    el("aside", "press-log")
        // The head of the page is not seen beside such a device, nor heard.
        .child(el("h1", "sr-only").words(message::PRODUCT_NAME))
        .child(element("h2").words(message::PREFERENCE_PRESSED))
        .child(element("ol").attr("data-pressed", "").attr("aria-live", "polite").children_fn(lines))
        .child(back)
}
