//! A button that can be pressed and held with mouse, finger and keyboard. A hold goes on while the pointer slides off
//! it, and ends where the person can no longer mean it: when the window or the button loses the attention. With the
//! hold assist it begins with one tap and ends with the next, where holding means anything.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use crate::feel::{Cue, use_feel};
use crate::markup::{Element, classed, live};

/// A button of this class; what it does when it goes down, and when it comes up.
pub fn push_button(
    class: &'static str,
    down: impl Fn() + Send + Sync + 'static,
    up: impl Fn() + Send + Sync + 'static,
) -> Element {
    made(class, Box::new(down), Box::new(up), None)
}

/// The same, where a hold means something as long as `goes_on` says so.
pub fn hold_button(
    class: &'static str,
    down: impl Fn() + Send + Sync + 'static,
    up: impl Fn() + Send + Sync + 'static,
    goes_on: impl Fn() -> bool + Send + Sync + 'static,
) -> Element {
    made(class, Box::new(down), Box::new(up), Some(Box::new(goes_on)))
}

type Act = Box<dyn Fn() + Send + Sync>;
type Question = Box<dyn Fn() -> bool + Send + Sync>;

#[inline(never)]
fn made(class: &'static str, down: Act, up: Act, goes_on: Option<Question>) -> Element {
    let feel = use_feel();
    let is_down = RwSignal::new(false);
    // It is held for a person who has lifted the finger.
    let is_kept = RwSignal::new(false);
    let acts = StoredValue::new([down, up]);
    let goes_on = StoredValue::new(goes_on);
    let goes_on = move || goes_on.with_value(|goes_on| goes_on.as_ref().is_some_and(|goes_on| goes_on()));
    let press = move || {
        if !is_down.get_untracked() {
            is_down.set(true);
            feel.tell(Cue::Key);
            acts.with_value(|[down, _]| down());
        }
    };
    let release = move || {
        if is_down.try_get_untracked() == Some(true) {
            is_down.set(false);
            is_kept.set(false);
            acts.with_value(|[_, up]| up());
        }
    };
    let lift = move || {
        if is_down.try_get_untracked() == Some(true) {
            if untrack(|| feel.assists() && goes_on()) { is_kept.set(true) } else { release() }
        }
    };
    // What is kept down comes up once there is nothing to hold for.
    live(move || {
        if is_kept.get() && !(feel.assists() && goes_on()) {
            untrack(release);
        }
    });
    let press = move || if is_kept.get_untracked() { release() } else { press() };
    let pressed = move |event: Event| {
        let event: PointerEvent = event.unchecked_into();
        if event.button() == 0 {
            if let Some(button) = event.current_target() {
                // A pointer that is gone already cannot be captured, and needs not be.
                let _ = button.unchecked_ref::<web_sys::Element>().set_pointer_capture(event.pointer_id());
            }
            press();
        }
    };
    let typed = move |event: Event| {
        let event: KeyboardEvent = event.unchecked_into();
        if matches!(event.key().as_str(), " " | "Enter") {
            // No click is made of it.
            event.prevent_default();
            match event.type_().as_str() {
                "keyup" => lift(),
                _ if event.repeat() => {}
                _ => press(),
            }
        }
    };
    // What a screen reader does: neither a pointer nor a key.
    let clicked = move |event: Event| {
        if event.unchecked_into::<MouseEvent>().detail() == 0 {
            press();
            release();
        }
    };
    for name in ["blur", "visibilitychange"] {
        let listener = window_event_listener(ev::Custom::<Event>::new(name), move |_| release());
        on_cleanup(move || listener.remove());
    }
    let ends = ["pointercancel", "blur"];
    let button = classed("button", class)
        .has("type", "button")
        .tells("data-down", move || is_down.get())
        .on("pointerdown", pressed)
        .on("keydown", typed)
        .on("keyup", typed)
        .on("click", clicked)
        .on("pointerup", move |_| lift())
        .on("lostpointercapture", move |_| lift())
        .tells("data-kept", move || is_kept.get())
        .on("contextmenu", |event| event.prevent_default());
    ends.into_iter().fold(button, |button, end| button.on(end, move |_| release()))
}
