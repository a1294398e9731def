//! The replica of the pedestal: what can be seen and touched of it. What it does is in `firmware_core::pedestal`.

use firmware_core::device::Device as _;
use firmware_core::pedestal::{BAR_STEPS, Key, Socket, Staged, View};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use world::quay::Quay;
use world::quay::act::Act;
use world::session::Session;
use world::world::World as _;

use super::display::display;
use super::sockets::number_of;
use crate::cards::credit_flight::credit_flight;
use crate::cards::drag::use_drag;
use crate::elements::press::{hold_button, push_button};
use crate::elements::{Element, button, el, element};
use crate::lazy::use_lazy_module;
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{Words, fill, message};

/// The housing, drawn in units of which the pillar is 360 wide and 560 high.
const PILLAR: &str = include_str!("pedestal/pillar.svg");
/// What is behind it: sky, water, boats, planks; in the same units, far beyond the pillar on every side.
const HARBOUR: &str = include_str!("pedestal/harbour.svg");

/// The pedestal in front of the person, where it stands.
pub fn pedestal() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let here = move || shell.at(|session| session.world().here().to_string());
    let name = move || fill(message::PEDESTAL_NUMBER.in_language(language.get()), &[&here()]);
    let has_power = move || shell.at(|session| session.world().has_power());
    // Plugs, cables and boats are part of the drawing.
    let sockets = move |which: fn(&Session<Quay>, Socket) -> bool| {
        let sockets = Socket::ALL.into_iter().filter(|socket| shell.at(|session| which(session, *socket)));
        sockets.map(number_of).collect::<Vec<_>>().join(" ")
    };
    let is_too_early = RwSignal::new(false);
    let held_for = move || shell.at(|session| session.world().bench().settings().hold().0).div_ceil(1000).to_string();
    // What a hold that ended early would have done.
    let text = move || {
        let hint = || fill(message::WALLET_HOLD_ON.in_language(language.get()), &[&held_for()]);
        is_too_early.get().then(hint).unwrap_or_default()
    };
    let in_words = move |words: Words| move || words.in_language(language.get()).to_owned();
    let pillar = el("section", "pillar")
        .deferred(move |pillar| {
            let is_supplied = |session: &Session<Quay>, socket: Socket| {
                is_plugged(session, socket) && session.world().is_live(socket)
            };
            pillar
                .attr_fn("aria-label", name)
                .attr_bool("data-lighted", has_power)
                .attr_fn("data-plugged", move || sockets(is_plugged))
                .attr_fn("data-supplied", move || sockets(is_supplied))
        })
        .deferred_children(move || {
            vec![
                el("div", "backdrop").svg(HARBOUR),
                el("div", "art").svg(PILLAR),
                el("div", "number-plate").attr("aria-hidden", "true").text_fn(here),
            ]
        })
        .children(display())
        .deferred_children(|| vec![super::lamps::lamps(), el("p", "engraved").words(message::TRAINING_REPLICA)])
        .child(holder())
        .deferred_children(move || {
            let back =
                key_button(Key::Back, "back", "key back").attr_fn("aria-label", in_words(message::PEDESTAL_KEY_BACK));
            let enter = key_button(Key::Enter, "enter", "key enter")
                .attr_fn("aria-label", in_words(message::PEDESTAL_KEY_ENTER));
            // Read in one go they are words apart.
            let apart = |word| element("span").text(word).text(" ");
            let mut rest = vec![back.verbatim().children(["1", "Tilbake", "Back"].map(apart))];
            rest.push(enter.verbatim().children(["2", "Enter"].map(apart)));
            rest.extend(Socket::ALL.map(|socket| socket_button(socket, is_too_early)));
            rest.extend(Socket::ALL.map(outlet));
            rest.push(el("p", "hold-hint").attr("role", "status").attr("data-early", "").text_fn(text));
            rest.push(use_lazy_module::<Quay>().placeholder(|_| vec![credit_flight()]));
            rest
        });
    el("div", "scene").child(pillar)
}

fn is_plugged(session: &Session<Quay>, socket: Socket) -> bool {
    session.world().boats()[socket.index()].plugged
}

/// The card holder: takes a dragged card, and gives it back.
fn holder() -> Element {
    let shell = use_shell::<Quay>();
    let drag = use_drag::<Quay>();
    let language = use_language();
    let name = move || {
        shell
            .at(|session| session.world().card_here(firmware_core::pedestal::HOLDER).map(|card| card.name.clone()))
            .unwrap_or_default()
    };
    // The card that was there last: it is seen as it goes.
    let before = StoredValue::new(String::new());
    let held = move |name: &str| {
        let before = before.try_update_value(|before| std::mem::replace(before, name.to_owned())).unwrap_or_default();
        if name.is_empty() {
            let going = el("div", "held-card leaving").attr("aria-hidden", "true");
            return if before.is_empty() { Vec::new() } else { vec![going.text(&before)] };
        }
        let take = button(message::PEDESTAL_TAKE).attr("data-do", "take").on("click", move |_| shell.act(Act::Take));
        let gripped = name.to_owned();
        let held = el("div", "held-card")
            .on("pointerdown", move |event| drag.start(event.unchecked_ref(), gripped.clone()))
            .child(el("span", "held-name").verbatim().text(name))
            .child(take);
        vec![held]
    };
    el("div", "holder").attr("role", "group").attr("data-holder", "").attr("data-target", "holder").deferred(
        move |holder| {
            holder
                .attr_fn("aria-label", move || message::PEDESTAL_HOLDER.in_language(language.get()).to_owned())
                .attr_fn("data-card", name)
                .child(el("div", "slot"))
                .child(element("div").children_keyed(name, held))
                .child(el("div", "lip"))
        },
    )
}

/// The button of a socket, in its ring of blue light.
fn socket_button(socket: Socket, is_too_early: RwSignal<bool>) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let key = Key::Socket(socket);
    // How far it has been held, once that is known; nothing where a hold means nothing.
    let hold = move || shell.at(|session| held(session, socket));
    let is_lit = move || {
        shell.at(|session| session.world().bench().device().is_some_and(|device| device.lamps()[socket.index()]))
    };
    let spoken = move || {
        let state = if is_lit() { message::PEDESTAL_CHOOSE_LIT } else { message::PEDESTAL_CHOOSE };
        fill(state.in_language(language.get()), &[number_of(socket)])
    };
    // The press that chooses a socket is not the beginning of a hold.
    let may_be_held = StoredValue::new(false);
    let down = move || {
        is_too_early.set(false);
        may_be_held.set_value(untrack(hold).is_some());
        shell.act(Act::Press(key));
    };
    let up = move || {
        is_too_early.set(untrack(hold).is_some_and(|held| held > 0));
        shell.act(Act::Release(key));
    };
    let goes_on = move || hold().is_some() && may_be_held.get_value();
    // DP-11: what such a press means is decided as it ends, and this one ends by accident. DP-02: Back leaves the
    // screen first, and drops what has not moved yet.
    let lost = move || {
        if untrack(goes_on) {
            shell.act(Act::Press(Key::Back));
            shell.act(Act::Release(Key::Back));
        }
        shell.act(Act::Release(key));
    };
    hold_button("socket-button", down, up, lost, goes_on)
        .attr("data-key", number_of(socket))
        .attr_bool("data-lit", is_lit)
        .attr_bool("data-holds", move || hold().is_some_and(|held| held > 0))
        .style_fn("--held", move || format!("{}%", u32::from(hold().unwrap_or_default()) * 100 / u32::from(BAR_STEPS)))
        .attr_fn("aria-label", spoken)
        .text(number_of(socket))
}

/// How far the button of a socket has been held, in [`BAR_STEPS`]: 0 as long as that may be a press; none where a hold
/// means nothing.
fn held(session: &Session<Quay>, socket: Socket) -> Option<u8> {
    let world = session.world();
    match world.bench().device()?.screen(world.now()).view {
        // What has been held long enough is held no longer.
        View::OutletStatus { staged: Staged::Return, .. } => None,
        View::OutletStatus { socket: chosen, hold, .. } if chosen == socket => Some(hold.unwrap_or_default()),
        _ => None,
    }
}

/// A socket: the boat that lies there is plugged into it, or unplugged.
fn outlet(socket: Socket) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let plugged = move || shell.at(|session| is_plugged(session, socket));
    let spoken = move || {
        let words = if plugged() { message::PEDESTAL_PULL_PLUG } else { message::PEDESTAL_PUSH_PLUG };
        fill(words.in_language(language.get()), &[number_of(socket)])
    };
    el("button", "outlet")
        .attr("type", "button")
        .attr("data-outlet", number_of(socket))
        .attr_bool("aria-pressed", plugged)
        .attr_fn("aria-label", spoken)
        .on("click", move |_| {
            let plugged = shell.read(|session| is_plugged(session, socket));
            shell.act(if plugged { Act::Unplug(socket) } else { Act::Plug(socket) });
        })
}

/// A button of the pedestal.
fn key_button(key: Key, name: &'static str, class: &'static str) -> Element {
    let shell = use_shell::<Quay>();
    push_button(class, move || shell.act(Act::Press(key)), move || shell.act(Act::Release(key))).attr("data-key", name)
}
