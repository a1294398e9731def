//! The replica of the pedestal: what can be seen and touched of it. What it does is in `firmware_core::pedestal`.

use firmware_core::device::Device as _;
use firmware_core::pedestal::{Key, Socket};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use world::quay::Quay;
use world::quay::act::Act;
use world::session::Session;

use super::display::display;
use crate::drag::use_drag;
use crate::i18n::{Words, fill, label, replica, use_language};
use crate::markup::{Element, button, classed, element};
use crate::press::push_button;
use crate::shell::use_shell;

/// The housing, drawn in units of which the pillar is 360 wide and 620 high.
const PILLAR: &str = include_str!("pedestal/pillar.svg");

/// The pedestal in front of the person.
pub fn pedestal() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let here = move || shell.at(|session| session.world().here().to_string());
    let name = move || fill(label::PEDESTAL.in_language(language.get()), &[&here()]);
    let has_power = move || shell.at(|session| session.world().has_power());
    // The plugs are part of the drawing.
    let plugged = move || {
        let plugged = Socket::ALL.into_iter().filter(|socket| shell.at(|session| is_plugged(session, *socket)));
        plugged.map(number_of).collect::<Vec<_>>().join(" ")
    };
    // Read in one go they are words apart.
    let apart = |word| element("span").text(word).text(" ");
    let back = ["1", "Tilbake", "Back"].map(apart);
    let enter = ["2", "Enter"].map(apart);
    let words = |words: Words| move || words.in_language(language.get()).to_owned();
    classed("section", "pillar")
        .follows("aria-label", name)
        .tells("data-lighted", has_power)
        .follows("data-plugged", plugged)
        .with(classed("div", "art").drawn(PILLAR))
        .with(classed("div", "number-plate").has("aria-hidden", "true").shows(here))
        .with_all(display())
        .with(super::lamps::lamps())
        .with(classed("p", "engraved").says(replica::TRAINING_REPLICA))
        .with(holder())
        .with(key_button(Key::Back, "back", "key back").follows("aria-label", words(replica::KEY_BACK)).with_all(back))
        .with(
            key_button(Key::Enter, "enter", "key enter")
                .follows("aria-label", words(replica::KEY_ENTER))
                .with_all(enter),
        )
        .with_all(Socket::ALL.map(socket_button))
        .with_all(Socket::ALL.map(outlet))
}

fn is_plugged(session: &Session, socket: Socket) -> bool {
    session.world().boats()[socket.index()].plugged
}

/// The card holder: takes a dragged card, and gives it back.
fn holder() -> Element {
    let shell = use_shell::<Quay>();
    let drag = use_drag::<Quay>();
    let language = use_language();
    let name =
        move || shell.at(|session| session.world().card_here().map(|card| card.name.clone())).unwrap_or_default();
    let held = move |name: &str| {
        if name.is_empty() {
            return Vec::new();
        }
        let take = button(replica::TAKE).has("data-do", "take").on("click", move |_| shell.act(Act::Take));
        let gripped = name.to_owned();
        let held = classed("div", "held-card")
            .on("pointerdown", move |event| drag.start(event.unchecked_ref(), gripped.clone()))
            .with(classed("span", "held-name").text(name))
            .with(take);
        vec![held]
    };
    classed("div", "holder")
        .has("role", "group")
        .follows("aria-label", move || label::HOLDER.in_language(language.get()).to_owned())
        .has("data-holder", "")
        .has("data-target", "holder")
        .follows("data-card", name)
        .with(classed("div", "slot"))
        .with(element("div").varies_with(name, held))
        .with(classed("div", "lip"))
}

/// The button of a socket, in its ring of blue light.
fn socket_button(socket: Socket) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let is_lit = move || {
        shell.at(|session| session.world().bench().device().is_some_and(|device| device.lamps()[socket.index()]))
    };
    let spoken = move || {
        let state = if is_lit() { replica::CHOOSE_LIT } else { replica::CHOOSE };
        fill(state.in_language(language.get()), &[number_of(socket)])
    };
    key_button(Key::Socket(socket), number_of(socket), "choose")
        .tells("data-lit", is_lit)
        .follows("aria-label", spoken)
        .text(number_of(socket))
}

/// A socket: the boat that lies there is plugged into it, or unplugged.
fn outlet(socket: Socket) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let plugged = move || shell.at(|session| is_plugged(session, socket));
    let spoken = move || {
        let words = if plugged() { replica::PULL_PLUG } else { replica::PUSH_PLUG };
        fill(words.in_language(language.get()), &[number_of(socket)])
    };
    classed("button", "outlet")
        .has("type", "button")
        .has("data-outlet", number_of(socket))
        .tells("aria-pressed", plugged)
        .follows("aria-label", spoken)
        .on("click", move |_| {
            let plugged = shell.read(|session| is_plugged(session, socket));
            shell.act(if plugged { Act::Unplug(socket) } else { Act::Plug(socket) });
        })
}

/// A button of the pedestal.
fn key_button(key: Key, name: &'static str, class: &'static str) -> Element {
    let shell = use_shell::<Quay>();
    push_button(class, move || shell.act(Act::Press(key)), move || shell.act(Act::Release(key))).has("data-key", name)
}

/// The number on a socket's button, as attributes and labels write it.
pub const fn number_of(socket: Socket) -> &'static str {
    ["1", "2", "3", "4"][socket.index()]
}
