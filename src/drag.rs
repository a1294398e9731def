//! A card that is dragged: out of the wallet to where a device takes it, or away from there.
//!
//! Made of pointer events, so that mouse, pen and finger do the same. On a touch screen the part that is gripped says
//! in its style (`touch-action`) which movements are its own and which scroll the page.

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

use crate::further::Further;
use crate::markup::{Element, classed, element};
use crate::place::{Place, handle};
use crate::sheet::{Sheet, use_sheet};
use crate::shell::Shell;

/// Pixels that a pointer moves before it drags; a finger that scrolls the page is cancelled by the browser earlier.
const LIFT_MOUSE: i32 = 6;
const LIFT_TOUCH: i32 = 24;
/// Pixels around a target that still count as the target.
const TARGET_MARGIN: f64 = 24.0;

/// Where a dragged card is.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    /// The card's name.
    pub name: String,
    /// What it looks like, as its tile in the wallet tells.
    pub kind: String,
    /// Pixels from the left of the window.
    pub x: i32,
    /// Pixels from its top.
    pub y: i32,
    /// The target it is over.
    pub over: Option<String>,
}

/// A copyable handle to the one card that can be dragged at a time.
pub struct Drag<P: Place> {
    shell: Shell<P>,
    further: Further<P>,
    sheet: Sheet,
    held: RwSignal<Option<Held>>,
    grip: StoredValue<Option<Grip>, LocalStorage>,
    /// Whether the pointer that went down last came to carry a card.
    has_carried: StoredValue<bool>,
}

handle!(Drag);

/// A pointer that is down on a card.
struct Grip {
    name: String,
    kind: String,
    pointer: i32,
    from: (i32, i32),
    lift: i32,
    listeners: [WindowListenerHandle; 4],
}

/// Puts the handle into the context.
pub fn provide<P: Place>(shell: Shell<P>, further: Further<P>) -> Drag<P> {
    let drag = Drag {
        shell,
        further,
        sheet: use_sheet(),
        held: RwSignal::new(None),
        grip: StoredValue::new_local(None),
        has_carried: StoredValue::new(false),
    };
    provide_context(drag);
    drag
}

/// The handle, from the context.
pub fn use_drag<P: Place>() -> Drag<P> {
    expect_context()
}

/// A pointer went down on the card of this name: if it moves away, the card comes along.
pub fn grip<P: Place>(drag: Drag<P>, event: &PointerEvent, name: String) {
    let on_control = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest("button, input, select, summary, a").ok().flatten());
    if event.is_primary() && event.button() == 0 && on_control.is_none() {
        drag.grip(event, name);
    }
}

/// The card that follows the pointer.
pub fn ghost<P: Place>(drag: Drag<P>) -> Vec<Element> {
    let held =
        move |look: fn(&Held) -> String| move || drag.held.with(|held| held.as_ref().map(look)).unwrap_or_default();
    let ghost = classed("div", "ghost")
        .has("aria-hidden", "true")
        .tells("data-carried", move || drag.is_carrying())
        .follows("data-kind", held(|held| held.kind.clone()))
        .tells("data-over", move || drag.held.with(|held| held.as_ref().is_some_and(|held| held.over.is_some())))
        .styled_by("--x", held(|held| format!("{}px", held.x)))
        .styled_by("--y", held(|held| format!("{}px", held.y)))
        .with(classed("div", "card-face").with(element("b").shows(held(|held| held.name.clone()))));
    vec![ghost]
}

impl<P: Place> Drag<P> {
    /// Whether a card is being dragged; tracked.
    pub fn is_carrying(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Whether the pointer that went down last has carried a card: then a click that follows is not meant.
    pub fn has_carried(self) -> bool {
        self.has_carried.get_value()
    }

    /// A pointer went down on the card of this name. Cards can be dragged once what that takes has been fetched.
    pub fn start(self, event: &PointerEvent, name: String) {
        if let Some(parts) = self.further.parts() {
            (parts.grip)(self, event, name);
        }
    }

    fn grip(self, event: &PointerEvent, name: String) {
        self.let_go();
        self.has_carried.set_value(false);
        let grip = Grip {
            kind: kind_of(&name),
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
            if !self.has_carried.get_value() {
                self.has_carried.set_value(true);
                // What it is carried to is to be seen.
                self.sheet.go_down();
            }
            let over = target_at(x, y);
            let was_over = self.held.with_untracked(|held| held.as_ref().and_then(|held| held.over.clone()));
            if over != was_over {
                self.tell(&name, over.as_deref(), false);
            }
            let kind = self.grip.with_value(|grip| grip.as_ref().map(|grip| grip.kind.clone())).unwrap_or_default();
            self.held.set(Some(Held { name, kind, x, y, over }));
        }
    }

    fn drop(self, event: &PointerEvent) {
        let is_ours = self.grip.with_value(|grip| grip.as_ref().is_some_and(|grip| grip.pointer == event.pointer_id()));
        if !is_ours {
            return;
        }
        let held = self.held.get_untracked();
        self.let_go();
        if let Some(Held { name, over, .. }) = held {
            self.tell(&name, over.as_deref(), true);
        }
    }

    /// What comes of it is for the place to say.
    fn tell(self, card: &str, over: Option<&str>, let_go: bool) {
        for act in self.shell.read(|session| P::carried(session, card, over, let_go)) {
            self.shell.act(act);
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

/// What a card looks like.
fn kind_of(name: &str) -> String {
    let tiles = document().query_selector_all("[data-card-name]").ok();
    let tiles = tiles.into_iter().flat_map(|tiles| (0..tiles.length()).filter_map(move |place| tiles.item(place)));
    let mut tiles = tiles.filter_map(|tile| tile.dyn_into::<web_sys::Element>().ok());
    let tile = tiles.find(|tile| tile.get_attribute("data-card-name").as_deref() == Some(name));
    tile.and_then(|tile| tile.get_attribute("data-kind")).unwrap_or_default()
}

#[expect(clippy::float_arithmetic, reason = "the browser measures in fractions of pixels")]
fn target_at(x: i32, y: i32) -> Option<String> {
    let (x, y) = (f64::from(x), f64::from(y));
    let targets = document().query_selector_all("[data-target]").ok()?;
    let targets = (0..targets.length()).filter_map(|place| targets.item(place)?.dyn_into::<web_sys::Element>().ok());
    let is_under = |target: &web_sys::Element| {
        let place = target.get_bounding_client_rect();
        (place.left() - TARGET_MARGIN..=place.right() + TARGET_MARGIN).contains(&x)
            && (place.top() - TARGET_MARGIN..=place.bottom() + TARGET_MARGIN).contains(&y)
    };
    targets.into_iter().find(is_under)?.get_attribute("data-target")
}
