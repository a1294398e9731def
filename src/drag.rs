//! A card that is dragged: out of the wallet into the holder, or out of the holder.
//!
//! Made of pointer events, so that mouse, pen and finger do the same. On a touch screen the part that is gripped says
//! in its style (`touch-action`) which movements are its own and which scroll the page.

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use world::quay::act::Act;

use crate::further::Further;
use crate::markup::{Element, classed, element};
use crate::shell::Shell;

/// Pixels that a pointer moves before it drags; a finger that scrolls the page is cancelled by the browser earlier.
const LIFT_MOUSE: i32 = 6;
const LIFT_TOUCH: i32 = 24;
/// Pixels around the holder that still count as the holder.
const HOLDER_MARGIN: f64 = 24.0;

/// Where a dragged card is.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    /// The card's name.
    pub name: String,
    /// Pixels from the left of the window.
    pub x: i32,
    /// Pixels from its top.
    pub y: i32,
    /// Whether it would go into the holder.
    pub is_over_holder: bool,
}

/// A copyable handle to the one card that can be dragged at a time.
#[derive(Clone, Copy)]
pub struct Drag {
    shell: Shell,
    further: Further,
    held: RwSignal<Option<Held>>,
    grip: StoredValue<Option<Grip>, LocalStorage>,
}

/// A pointer that is down on a card.
struct Grip {
    name: String,
    pointer: i32,
    from: (i32, i32),
    lift: i32,
    listeners: [WindowListenerHandle; 4],
}

/// Puts the handle into the context.
pub fn provide(shell: Shell, further: Further) -> Drag {
    let drag = Drag { shell, further, held: RwSignal::new(None), grip: StoredValue::new_local(None) };
    provide_context(drag);
    drag
}

/// The handle, from the context.
pub fn use_drag() -> Drag {
    expect_context()
}

/// A pointer went down on the card of this name: if it moves away, the card comes along.
pub fn grip(drag: Drag, event: &PointerEvent, name: String) {
    let on_control = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest("button, input, select, summary, a").ok().flatten());
    if event.is_primary() && event.button() == 0 && on_control.is_none() {
        drag.grip(event, name);
    }
}

/// The card that follows the pointer.
pub fn ghost(drag: Drag) -> Vec<Element> {
    let above = classed("div", "above");
    vec![above.varies(move || {
        drag.held.get().map_or_else(Vec::new, |Held { name, x, y, is_over_holder }| {
            let ghost = classed("div", "ghost")
                .has("aria-hidden", "true")
                .has("data-over", if is_over_holder { "true" } else { "false" })
                .has("style", &format!("transform: translate({x}px, {y}px)"))
                .with(element("b").text(&name));
            vec![ghost]
        })
    })]
}

impl Drag {
    /// Whether a card is being dragged; tracked.
    pub fn is_carrying(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// A pointer went down on the card of this name. Cards can be dragged once what that takes has been fetched.
    pub fn start(self, event: &PointerEvent, name: String) {
        if let Some(parts) = self.further.parts() {
            (parts.grip)(self, event, name);
        }
    }

    fn grip(self, event: &PointerEvent, name: String) {
        self.let_go();
        let grip = Grip {
            name,
            pointer: event.pointer_id(),
            from: (event.client_x(), event.client_y()),
            lift: if event.pointer_type() == "mouse" { LIFT_MOUSE } else { LIFT_TOUCH },
            listeners: [
                window_event_listener(ev::pointermove, move |event| self.carry(&event)),
                window_event_listener(ev::pointerup, move |event| self.drop(&event)),
                window_event_listener(ev::pointercancel, move |_| self.let_go()),
                window_event_listener(ev::keydown, move |event| {
                    if event.key() == "Escape" {
                        self.let_go();
                    }
                }),
            ],
        };
        self.grip.set_value(Some(grip));
    }

    fn carry(self, event: &PointerEvent) {
        let (x, y) = (event.client_x(), event.client_y());
        let name = self.grip.with_value(|grip| {
            let grip = grip.as_ref().filter(|grip| grip.pointer == event.pointer_id())?;
            let moved = (x - grip.from.0).abs().max((y - grip.from.1).abs());
            (moved >= grip.lift || self.held.with_untracked(Option::is_some)).then(|| grip.name.clone())
        });
        if let Some(name) = name {
            event.prevent_default();
            self.held.set(Some(Held { name, x, y, is_over_holder: is_over_holder(x, y) }));
        }
    }

    fn drop(self, event: &PointerEvent) {
        let is_ours = self.grip.with_value(|grip| grip.as_ref().is_some_and(|grip| grip.pointer == event.pointer_id()));
        if !is_ours {
            return;
        }
        let held = self.held.get_untracked();
        self.let_go();
        if let Some(Held { name, is_over_holder, .. }) = held {
            let lies_here =
                self.shell.read(|session| session.world().card_here().is_some_and(|card| card.name == name));
            match (lies_here, is_over_holder) {
                (true, false) => self.shell.act(Act::Take),
                (false, true) => self.shell.act(Act::Present(name)),
                _ => {}
            }
        }
    }

    fn let_go(self) {
        if let Some(grip) = self.grip.try_update_value(Option::take).flatten() {
            grip.listeners.into_iter().for_each(WindowListenerHandle::remove);
        }
        if self.held.with_untracked(Option::is_some) {
            self.held.set(None);
        }
    }
}

#[expect(clippy::float_arithmetic, reason = "the browser measures in fractions of pixels")]
fn is_over_holder(x: i32, y: i32) -> bool {
    let (x, y) = (f64::from(x), f64::from(y));
    document().query_selector("[data-holder]").ok().flatten().is_some_and(|holder| {
        let place = holder.get_bounding_client_rect();
        (place.left() - HOLDER_MARGIN..=place.right() + HOLDER_MARGIN).contains(&x)
            && (place.top() - HOLDER_MARGIN..=place.bottom() + HOLDER_MARGIN).contains(&y)
    })
}
