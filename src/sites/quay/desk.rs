//! The service desk: sells, loads, reads, resets and pays out; gives up what nobody can have any more.

use firmware_core::pedestal::Socket;
use leptos::prelude::*;
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::desk;
use world::world::World as _;

use super::sockets::number_of;
use crate::elements::form::{accepted, form_of, objection, submitted, typed};
use crate::elements::{Element, button, el, element, field, labelled};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{Words, fill, input, message};

/// What a button is called, what it says, and what it does with a card.
type Service = (&'static str, Words, fn(String) -> Act);

/// What the desk does with a card alone.
const SERVICES: [Service; 4] = [
    ("read", message::DESK_READ, Act::ReadOut),
    ("reset", message::DESK_RESET, Act::Reset),
    ("pay-out", message::DESK_PAY_OUT, Act::PayOut),
    ("write-off", message::DESK_WRITE_OFF, Act::WriteOff),
];

/// The service desk.
pub fn desk_panel() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let is_open = move || shell.at_after_paint(|session| desk::is_open(session.world().civil()));
    let names =
        shell.look_after_paint(|session| session.world().cards().map(|card| card.name.clone()).collect::<Vec<_>>());
    let refused = RwSignal::new(String::new());
    let load = move |event| {
        let form = submitted(&event);
        if let Some(amount) = accepted(input::amount(language.get_untracked(), &typed(&form, "amount")), refused) {
            shell.act(Act::Load(typed(&form, "card"), amount));
        }
    };
    let services = SERVICES.map(|(what, words, act)| {
        button(words).attr("data-desk", what).on("click", move |event| {
            if let Some(form) = form_of(&event) {
                shell.act(act(typed(&form, "card")));
            }
        })
    });
    let releases = Socket::ALL.map(|socket| {
        let number = number_of(socket);
        el("button", "quiet")
            .attr("type", "button")
            .attr("data-desk-release", number)
            .text_fn(move || fill(message::DESK_RELEASE.in_language(language.get()), &[number]))
            .on("click", move |_| shell.act(Act::ReleaseSocket(socket)))
    });
    let sign = el("p", "hint desk-sign")
        .attr_bool("data-open", is_open)
        .child(el("b", "badge").text_fn(move || {
            if is_open() { message::DESK_OPEN_NOW } else { message::DESK_CLOSED_NOW }
                .in_language(language.get())
                .to_owned()
        }))
        .child(element("span").words(message::DESK_ADDRESS))
        .child(element("span").words(message::DESK_HOURS));
    let cards = element("select").attr("name", "card").children_fn(move || {
        names.get().into_iter().map(|name| element("option").attr("value", &name).text(&name)).collect()
    });
    let form = el("form", "fields")
        .attr("data-form", "desk")
        .on("submit", load)
        .child(labelled(message::CARD_CHOICE, cards))
        .child(
            labelled(message::QUAY_CARD_AMOUNT, field("amount", "100").attr("inputmode", "decimal"))
                .attr("class", "narrow"),
        )
        .child(el("button", "primary").attr("data-desk", "load").words(message::DESK_LOAD))
        .child(objection(refused))
        .child(el("div", "buttons").children(services));
    let body = body()
        .child(sign)
        .child(form)
        .child(el("div", "buttons").children(releases))
        .child(el("p", "hint").words(message::QUAY_RELEASE_HINT));
    panel("desk", message::PANEL_DESK, Opens::Later, body)
}
