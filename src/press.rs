//! A button that can be pressed and held with mouse, finger and keyboard. A hold goes on while the pointer slides off
//! it, and ends where the person can no longer mean it: when the window or the button loses the attention.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use crate::markup::{Element, classed};

/// A button of this class; what it does when it goes down, and when it comes up.
pub fn push_button(
    class: &'static str,
    down: impl Fn() + Send + Sync + 'static,
    up: impl Fn() + Send + Sync + 'static,
) -> Element {
    made(class, Box::new(down), Box::new(up))
}

type Act = Box<dyn Fn() + Send + Sync>;

#[inline(never)]
fn made(class: &'static str, down: Act, up: Act) -> Element {
    let is_down = RwSignal::new(false);
    let acts = StoredValue::new([down, up]);
    let press = move || {
        if !is_down.get_untracked() {
            is_down.set(true);
            acts.with_value(|[down, _]| down());
        }
    };
    let release = move || {
        if is_down.try_get_untracked() == Some(true) {
            is_down.set(false);
            acts.with_value(|[_, up]| up());
        }
    };
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
                "keyup" => release(),
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
    let ends = ["pointerup", "pointercancel", "lostpointercapture", "blur"];
    let button = classed("button", class)
        .has("type", "button")
        .tells("data-down", move || is_down.get())
        .on("pointerdown", pressed)
        .on("keydown", typed)
        .on("keyup", typed)
        .on("click", clicked)
        .on("contextmenu", |event| event.prevent_default());
    ends.into_iter().fold(button, |button, end| button.on(end, move |_| release()))
}
