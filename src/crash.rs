//! What the page does when it has a bug: it says so, and stores nothing any more.
//!
//! In the built page a panic ends in the `unreachable` instruction, which reaches the browser as a `RuntimeError`;
//! while the page is being written, the console names the line before.

use js_sys::WebAssembly::RuntimeError;
use leptos::ev;
use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, PromiseRejectionEvent};

use crate::session::storage;
use crate::texts::{Language, language_of, message};

/// From here on a bug of the program is shown to the person. Errors of browser extensions are left out.
pub fn install() {
    if cfg!(debug_assertions) {
        console_error_panic_hook::set_once();
    }
    window_event_listener(ev::Custom::<ErrorEvent>::new("error"), |event| on_error(&event.error()));
    window_event_listener(ev::Custom::<PromiseRejectionEvent>::new("unhandledrejection"), |event| {
        on_error(&event.reason());
    });
}

fn on_error(error: &JsValue) {
    if error.has_type::<RuntimeError>() && document().query_selector("[data-crashed]").is_ok_and(|bar| bar.is_none()) {
        storage::disable_after_crash();
        show_bar();
    }
}

fn show_bar() {
    let root = document().document_element();
    let language = root.and_then(|root| language_of(&root.get_attribute("lang")?)).unwrap_or(Language::English);
    if let (Some(body), Ok(bar)) = (document().body(), document().create_element("p")) {
        // The browser that refuses these has the error in its console.
        let _ = bar.set_attribute("class", "bar crashed");
        let _ = bar.set_attribute("role", "alert");
        let _ = bar.set_attribute("data-crashed", "");
        bar.set_text_content(Some(message::PAGE_CRASHED.in_language(language)));
        let _ = body.prepend_with_node_1(&bar);
    }
}
