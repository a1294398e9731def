//! What the page does when it has a mistake in it: it says so, and touches nothing that is stored.

use std::panic;

use firmware_core::text::Language;
use leptos::prelude::document;

use crate::i18n::{language_of, replica};
use crate::storage;

/// From here on a panic is told to the console and to the person.
pub fn be_prepared() {
    panic::set_hook(Box::new(|panic| {
        storage::stop_for_good();
        console_error_panic_hook::hook(panic);
        tell();
    }));
}

fn tell() {
    let root = document().document_element();
    let language = root.and_then(|root| language_of(&root.get_attribute("lang")?)).unwrap_or(Language::English);
    if let (Some(body), Ok(bar)) = (document().body(), document().create_element("p")) {
        // The browser that refuses these has the sentence in its console.
        let _ = bar.set_attribute("class", "bar crashed");
        let _ = bar.set_attribute("role", "alert");
        let _ = bar.set_attribute("data-crashed", "");
        bar.set_text_content(Some(replica::CRASHED.in_language(language)));
        let _ = body.prepend_with_node_1(&bar);
    }
}
