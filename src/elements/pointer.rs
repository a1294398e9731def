//! Follows the pointer that went down on something, by its own number, until it is lifted or lost.
//!
//! The window listens, so nothing depends on whether a browser can capture pointers.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{Event, PointerEvent};

/// How long a finger rests on something before that means more than a touch, in milliseconds.
pub const REST_MS: u32 = 300;
/// How far a finger at rest may move, in CSS pixels.
pub const REST_PX: i32 = 12;

/// What happens to a pointer that is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointerUpdate {
    /// It is at this point of the window, in CSS pixels from the left and from the top.
    Moved(i32, i32),
    /// The finger is lifted, or the mouse's primary button is up.
    Lifted,
    /// It cannot be followed any more: the browser took it for something else, or its release was missed.
    Lost,
}

/// What the window listens to.
const EVENTS: [&str; 6] =
    ["pointermove", "pointerup", "pointercancel", "lostpointercapture", "blur", "visibilitychange"];
/// The primary button's bit in the buttons of an event.
const PRIMARY: u16 = 1;

/// A pointer that is being followed.
#[derive(Clone)]
pub struct Following(Rc<Cell<Option<JsValue>>>);

impl Following {
    /// Ends it: there are no more updates.
    pub fn stop(&self) {
        if let Some(heard) = self.0.take() {
            for event in EVENTS {
                // What the window does not listen to cannot be taken away, and needs not be.
                let _ = window().remove_event_listener_with_callback(event, heard.unchecked_ref());
            }
        }
    }
}

/// Follows the pointer of this number; without one, only the window's attention, for what is held by a key. It ends by
/// itself with [`PointerUpdate::Lifted`] and [`PointerUpdate::Lost`].
pub fn follow(pointer: Option<i32>, on_update: impl Fn(PointerUpdate) + 'static) -> Following {
    begin(pointer, Box::new(on_update))
}

#[inline(never)]
fn begin(pointer: Option<i32>, on_update: Box<dyn Fn(PointerUpdate)>) -> Following {
    let following = Following(Rc::new(Cell::new(None)));
    let own = following.clone();
    let heard: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Some(update) = update_of(pointer, &event) {
            if !matches!(update, PointerUpdate::Moved(..)) {
                own.stop();
            }
            on_update(update);
        }
    });
    let heard = Closure::wrap(heard).into_js_value();
    for event in EVENTS {
        // A window takes listeners.
        let _ = window().add_event_listener_with_callback(event, heard.unchecked_ref());
    }
    following.0.set(Some(heard));
    following
}

/// What an event says about the pointer of this number, if anything.
fn update_of(pointer: Option<i32>, event: &Event) -> Option<PointerUpdate> {
    let name = event.type_();
    if matches!(name.as_str(), "blur" | "visibilitychange") {
        return Some(PointerUpdate::Lost);
    }
    let event: &PointerEvent = event.unchecked_ref();
    if pointer != Some(event.pointer_id()) {
        return None;
    }
    match name.as_str() {
        "pointermove" if event.buttons() & PRIMARY != 0 => {
            Some(PointerUpdate::Moved(event.client_x(), event.client_y()))
        }
        // While other buttons are down, the primary one's release arrives as a movement.
        "pointermove" if event.button() == 0 => Some(PointerUpdate::Lifted),
        "pointerup" => Some(PointerUpdate::Lifted),
        // What had captured it was taken off the page: the window hears of it all the same.
        "lostpointercapture" if event.target().is_some_and(|target| !target.is_instance_of::<web_sys::Element>()) => {
            None
        }
        _ => Some(PointerUpdate::Lost),
    }
}

/// Has an element hear of a pointer also outside of the window, where the browser can do that.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = event.current_target() {
        // A pointer that is gone already cannot be captured, and needs not be.
        let _ = element.unchecked_ref::<web_sys::Element>().set_pointer_capture(event.pointer_id());
    }
}
