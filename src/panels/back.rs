//! The browser's control "back" closes what is open on the page before it leaves the page.
//!
//! While something is open the page has an entry of its own in the history, above that on which it was opened. Going
//! back from there closes the topmost of what is open. An entry that is left over, because everything was closed by
//! other means, is stepped over.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDetailsElement, HtmlDialogElement};

use crate::elements::bottom_sheet::{BottomSheet, use_bottom_sheet};
use crate::feedback::{Feedback, use_feedback};

/// The state of the entry on which the page was opened, and of the one above it.
const BELOW: &str = "below";
const ABOVE: &str = "above";

/// Begins to listen.
pub fn watch() {
    let page = Page { sheet: use_bottom_sheet(), feedback: use_feedback() };
    // Whatever opens something has been heard by then.
    let look = move || set_timeout(move || page.prepare(), std::time::Duration::ZERO);
    window_event_listener(ev::click, move |_| look());
    window_event_listener(ev::pointerup, move |_| look());
    window_event_listener(ev::keyup, move |_| look());
    window_event_listener(ev::popstate, move |_| page.go_back());
}

#[derive(Clone, Copy)]
struct Page {
    sheet: BottomSheet,
    feedback: Feedback,
}

impl Page {
    fn is_anything_open(self) -> bool {
        topmost_dialog().is_some()
            || open_menu().is_some()
            || self.sheet.covers_page()
            || untrack(|| self.feedback.fills_window())
    }

    /// Adds an entry to the history if something has been opened since it was last asked.
    fn prepare(self) {
        if !self.is_anything_open() || state().as_deref() == Some(ABOVE) {
            return;
        }
        if let Ok(history) = window().history() {
            // A page without a history is left as before.
            let _ = history.replace_state_with_url(&BELOW.into(), "", None);
            let _ = history.push_state_with_url(&ABOVE.into(), "", None);
        }
    }

    /// The person has gone back or forward.
    fn go_back(self) {
        if state().as_deref() != Some(BELOW) {
            return;
        }
        if !self.is_anything_open() {
            // A page without a history stays.
            let _ = window().history().and_then(|history| history.back());
            return;
        }
        if let Some(dialog) = topmost_dialog() {
            dialog.close();
        } else if let Some(menu) = open_menu() {
            menu.set_open(false);
        } else if self.sheet.covers_page() {
            self.sheet.close_with_focus();
        } else {
            self.feedback.fills_window.set(false);
        }
        self.prepare();
    }
}

/// The state of the present entry of the history, if it is one of this page.
fn state() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

fn topmost_dialog() -> Option<HtmlDialogElement> {
    document().query_selector("dialog[open]").ok().flatten()?.dyn_into().ok()
}

fn open_menu() -> Option<HtmlDetailsElement> {
    document().query_selector(".card-more[open]").ok().flatten()?.dyn_into().ok()
}
