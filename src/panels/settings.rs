//! The settings: every number that can be changed, with its unit, its bounds, and where it comes from.

use firmware_core::setting::{Setting, Source, Unit};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use world::act::SiteAct as _;

use crate::elements::form::{accepted, objection};
use crate::elements::{Element, el, element};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{fill, message, names};

/// The settings.
pub fn settings_panel<P: SitePage>() -> Element {
    let rows = P::all_settings().zip(0u8..).map(|(setting, index)| row::<P>(setting, index));
    let body = body().child(el("p", "hint").words(message::SETTINGS_HINT)).child(el("ul", "settings").children(rows));
    panel("settings", message::PANEL_SETTINGS, Opens::Later, body)
}

fn row<P: SitePage>(setting: &'static Setting, index: u8) -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let at = usize::from(index);
    let refused = RwSignal::new(String::new());
    let holds = move || shell.at_after_paint(|session| setting.word(session.world().setting(at)).to_string());
    let change = move |event: Event| {
        let typed = event_target_value(&event);
        let unclear = || fill(message::TYPED_NUMBER_UNCLEAR.in_language(language.get_untracked()), &[typed.trim()]);
        if let Some(value) = accepted(setting.parse(typed.trim()).ok_or_else(unclear), refused) {
            shell.act(P::Act::configure(index, value));
        }
        // A refused value goes back to the one that holds.
        let holds = untrack(holds);
        if let Some(field) = event.target() {
            match field.dyn_into::<HtmlInputElement>() {
                Ok(field) => field.set_value(&holds),
                Err(field) => field.unchecked_into::<HtmlSelectElement>().set_value(&holds),
            }
        }
    };
    let field = match setting.unit {
        Unit::Choice(words) => element("select").children(words.iter().map(|word| {
            let shown = move || names::choice(language.get(), word).to_owned();
            element("option").attr("value", word).text_fn(shown)
        })),
        _ => element("input").attr("inputmode", "numeric").attr("autocomplete", "off"),
    };
    let field = field.attr("data-setting", setting.name).value_fn(holds).on("change", change);
    let bounds = names::unit(setting.unit).map(|unit| {
        element("small").text_fn(move || {
            let language = language.get();
            let (min, max) = shell.at_after_paint(|session| session.world().setting_bounds(at));
            let bounds = fill(message::SETTINGS_BOUNDS.in_language(language), &[&min.to_string(), &max.to_string()]);
            format!("{}, {bounds}", unit.in_language(language))
        })
    });
    let kind = match setting.source {
        Source::Manual(_) => "manual",
        Source::Public(_) => "public",
        Source::Invented => "invented",
    };
    let source =
        el("small", "source").attr("data-source", kind).text_fn(move || names::source(language.get(), setting.source));
    element("li")
        .child(element("label").child(element("span").words(P::setting_name(at))).child(field))
        .child(element("p").children(bounds).child(source))
        .child(objection(refused))
}
