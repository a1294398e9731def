//! The ticket inspector: whether a card holds a valid ride on this bus.

use leptos::prelude::Get as _;
use world::bus::Bus;
use world::bus::act::Act;
use world::world::World as _;

use super::wallet::card_choice;
use crate::elements::form::{submitted, typed};
use crate::elements::{Element, el, element};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::message;

/// The inspector.
pub fn inspector_panel() -> Element {
    let shell = use_shell::<Bus>();
    let inspect = move |event| {
        let form = submitted(&event);
        shell.act(Act::Inspect(typed(&form, "card")));
    };
    let language = use_language();
    let rides = move || {
        let language = language.get();
        shell.at_after_paint(|session| {
            let world = session.world();
            let cards = world.cards().map(|card| {
                let valid = world.control(card).verdict.is_valid();
                let words = if valid { message::INSPECTOR_VALID } else { message::INSPECTOR_NOT_VALID };
                element("li")
                    .attr("data-rides", if valid { "true" } else { "false" })
                    .attr("data-of", &card.name)
                    .child(element("b").text(&card.name))
                    .child(element("span").text(words.in_language(language)))
            });
            cards.collect()
        })
    };
    let body = body()
        .child(el("p", "hint").words(message::INSPECTOR_HINT))
        .child(
            el("form", "fields")
                .attr("data-form", "inspect")
                .on("submit", inspect)
                .child(card_choice())
                .child(el("button", "primary").words(message::INSPECTOR_INSPECT)),
        )
        .child(el("ul", "postings").children_fn(rides));
    panel("inspector", message::PANEL_INSPECTOR, Opens::Later, body)
}
