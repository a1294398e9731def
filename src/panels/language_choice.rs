//! The choice of the page's language.

use leptos::prelude::*;

use crate::elements::{Element, element, labelled};
use crate::texts::language::use_page_language;
use crate::texts::{Language, language_of, message};

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
