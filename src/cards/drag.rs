//! A card that is dragged: out of the wallet to where a device takes it, or away from there.
//!
//! Made of pointer events, so that mouse, pen and finger do the same. A mouse drags as soon as it moves. A finger on a
//! card of the wallet may as well mean to scroll: it drags the card by its grip, after a long press, or by a movement
//! that begins within 30 degrees of the horizontal; every other movement scrolls and never drags. Where the wallet is
//! a sheet that is down, there is nothing to scroll: such a movement draws the sheet up. The browser scrolls
//! (`touch-action: pan-y`) what it takes for vertical; what it does not, up to 60 degrees off the vertical, is scrolled
//! here.
//!
//! A card that is dragged does nothing on its way. It is presented where it is let go of or comes to rest over a
//! target, which is highlighted as long as something is dragged.
//!
//! The arrow beside a card of the bus holds it to the reader as long as it is pressed. A finger on it may mean to
//! scroll as well: one that rests there holds the card, and a short touch is a tap on the card.

use firmware_core::time::Millis;
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, HtmlElement, PointerEvent};

use crate::elements::bottom_sheet::{BottomSheet, use_bottom_sheet};
use crate::elements::pointer::{Following, PointerUpdate, REST_MS, REST_PX, follow};
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, el, element};
use crate::feedback::haptics::Cue;
use crate::feedback::{Feedback, use_feedback};
use crate::session::shell::{Shell, was_done};
use crate::session::site_page::{SitePage, handle};

/// How it looks.
const STYLE: &str = include_str!("../../style/moving.css");
/// Pixels that a pointer moves before it drags.
const LIFT_MOUSE: i32 = 6;
/// The same of a finger, and before it is said whether it scrolls: what a browser takes for a tap is less than that.
const LIFT_TOUCH: i32 = REST_PX;
/// The tangent of 30 degrees, in thousandths: a movement less steep than that drags.
const STEEPNESS: i32 = 577;

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
pub struct Drag<P: SitePage> {
    shell: Shell<P>,
    /// How a card is gripped, once that module is here.
    grip_with: StoredValue<Option<Grips<P>>>,
    sheet: BottomSheet,
    feedback: Feedback,
    held: RwSignal<Option<Held>>,
    grip: StoredValue<Option<Grip>, LocalStorage>,
    /// Whether the pointer that went down last came to carry a card.
    has_carried: StoredValue<bool>,
}

handle!(Drag);

/// What begins a drag: [`grip`], which comes with the lazy module.
pub type Grips<P> = fn(Drag<P>, &PointerEvent, String);

/// A pointer that is down on a card.
struct Grip {
    /// The card; none where there is none to be dragged.
    name: Option<String>,
    pointer: i32,
    from: (i32, i32),
    manner: Manner,
    following: Following,
    /// Runs while it rests: before it drags, for a long press; over a target, for presenting the card there.
    rest: Option<Timeout>,
    /// Which rest that is, counted from the first.
    rests: u32,
    /// Where it came to rest.
    rests_at: (i32, i32),
    /// Whether it has gone anywhere: what is under a card that was only lifted is no target.
    has_moved: bool,
    /// Whether the card was presented where it is now by resting there.
    is_presented: bool,
    /// Whether the wallet was drawn up.
    was_up: bool,
}

/// What a movement of a pointer means.
#[derive(Clone)]
enum Manner {
    /// It drags.
    Mouse,
    /// It drags, and the finger feels it.
    Direct,
    /// It drags, scrolls or draws up the sheet, by its direction.
    InList,
    /// It scrolls or draws up the sheet, unless it rests on this arrow first.
    OnArrow(HtmlElement),
    /// It scrolls this, and was at this height last.
    Scrolls(web_sys::Element, i32),
}

/// Puts the handle into the context.
pub fn provide<P: SitePage>(shell: Shell<P>) -> Drag<P> {
    let drag = Drag {
        shell,
        grip_with: StoredValue::new(None),
        sheet: use_bottom_sheet(),
        feedback: use_feedback(),
        held: RwSignal::new(None),
        grip: StoredValue::new_local(None),
        has_carried: StoredValue::new(false),
    };
    provide_context(drag);
    drag
}

/// The handle, from the context.
pub fn use_drag<P: SitePage>() -> Drag<P> {
    expect_context()
}

/// The grip of a card, by which a finger drags it in every direction.
pub fn card_grip() -> Element {
    el("span", "card-grip").attr("aria-hidden", "true")
}

/// A pointer went down on the card of this name: if it moves away, the card may come along.
pub fn grip<P: SitePage>(drag: Drag<P>, event: &PointerEvent, name: String) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    if event.button() == 0 && !is_in(&target, "button, input, select, summary, a") {
        // A card that is at a device is dragged there; its pocket in the wallet is empty.
        let name = Some(name).filter(|_| !is_in(&target, ".card[data-in-holder=\"true\"]"));
        drag.grip(event, &target, name);
    }
}

/// The card that follows the pointer; and what has to be heard beside the cards themselves.
pub fn ghost<P: SitePage>(drag: Drag<P>) -> Vec<Element> {
    adopt_styles(STYLE);
    drag.listen();
    let held =
        move |look: fn(&Held) -> String| move || drag.held.with(|held| held.as_ref().map(look)).unwrap_or_default();
    let ghost = el("div", "ghost")
        .attr("aria-hidden", "true")
        .attr_bool("data-carried", move || drag.is_carrying())
        .attr_fn("data-kind", held(|held| held.kind.clone()))
        .attr_bool("data-over", move || drag.held.with(|held| held.as_ref().is_some_and(|held| held.over.is_some())))
        .style_fn("--x", held(|held| format!("{}px", held.x)))
        .style_fn("--y", held(|held| format!("{}px", held.y)))
        .child(el("div", "card-face").child(element("b").text_fn(held(|held| held.name.clone()))));
    vec![ghost]
}

impl<P: SitePage> Drag<P> {
    /// Whether a card is being dragged; tracked.
    pub fn is_carrying(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Whether the pointer that went down last has carried a card: then a click that follows is not meant.
    pub fn has_carried(self) -> bool {
        self.has_carried.get_value()
    }

    /// Cards can be dragged from now on.
    pub fn enable(self, grip: Grips<P>) {
        self.grip_with.set_value(Some(grip));
    }

    /// A pointer went down on the card of this name. Cards can be dragged once what that takes has been fetched.
    pub fn start(self, event: &PointerEvent, name: String) {
        if let Some(grip) = self.grip_with.get_value() {
            grip(self, event, name);
        }
    }

    /// Adds the listeners that are not on the cards.
    fn listen(self) {
        let listeners = [
            window_event_listener(ev::keydown, move |event| {
                if event.key() == "Escape" {
                    self.lose();
                }
            }),
            // A long press is ours.
            window_event_listener(ev::contextmenu, move |event| {
                if self.grip.with_value(|grip| grip.as_ref().is_some_and(|grip| !matches!(grip.manner, Manner::Mouse)))
                {
                    event.prevent_default();
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
        let Some(wallet) = document().query_selector("[data-panel=\"wallet\"]").ok().flatten() else { return };
        let listen = |event, heard: Box<dyn FnMut(Event)>, first| {
            let heard = Closure::wrap(heard).into_js_value();
            // An element takes listeners, which live as long as it does.
            let _ = wallet.add_event_listener_with_callback_and_bool(event, heard.unchecked_ref(), first);
        };
        // Beside the cards there are buttons: from there it is scrolled and drawn up as well. This is heard first, and
        // an arrow hears nothing of a finger that may scroll.
        let down = move |event: Event| {
            let event: PointerEvent = event.unchecked_into();
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let Some(target) = target.filter(|target| is_in(target, ".panel-body") && !is_in(target, ".card-face"))
            else {
                return;
            };
            if event.pointer_type() != "mouse" && event.button() == 0 {
                let name = target.closest("[data-do=\"hold\"]").ok().flatten().and_then(|arrow| {
                    event.stop_propagation();
                    arrow.closest(".card").ok().flatten()?.get_attribute("data-card-name")
                });
                self.grip(&event, &target, name);
            }
        };
        listen("pointerdown", Box::new(down), true);
        // A browser that has begun to watch a finger for scrolling asks here whether it may.
        let moved = move |event: Event| {
            if self.held.with_untracked(Option::is_some) || self.is_presented() {
                event.prevent_default();
            }
        };
        listen("touchmove", Box::new(moved), false);
    }

    fn grip(self, event: &PointerEvent, target: &web_sys::Element, name: Option<String>) {
        let pointer = event.pointer_id();
        match self.grip.with_value(|grip| grip.as_ref().map(|grip| grip.pointer)) {
            // Another finger changes nothing.
            Some(other) if other != pointer => return,
            // It cannot go down twice: its release was missed.
            Some(_) => self.lose(),
            None => {}
        }
        self.has_carried.set_value(false);
        let from = (event.client_x(), event.client_y());
        let arrow = target.closest("[data-do=\"hold\"]").ok().flatten();
        let manner = match (event.pointer_type().as_str(), arrow) {
            ("mouse", _) => Manner::Mouse,
            (_, Some(arrow)) => Manner::OnArrow(arrow.unchecked_into()),
            _ if is_in(target, ".card-grip, [data-target]") => Manner::Direct,
            _ => Manner::InList,
        };
        let waits = name.is_some() && matches!(manner, Manner::InList | Manner::OnArrow(_));
        let grip = Grip {
            rest: waits.then(|| self.rest(0)),
            rests: 0,
            name,
            pointer,
            from,
            manner,
            following: follow(Some(pointer), move |update| self.handle(update)),
            rests_at: from,
            has_moved: false,
            is_presented: false,
            was_up: self.sheet.is_open(),
        };
        self.grip.set_value(Some(grip));
    }

    fn handle(self, update: PointerUpdate) {
        match update {
            PointerUpdate::Moved(x, y) if self.held.with_untracked(Option::is_some) => self.carry((x, y)),
            // The finger on an arrow may slide off it.
            PointerUpdate::Moved(..) if self.is_presented() => {}
            PointerUpdate::Moved(x, y) => self.decide((x, y)),
            PointerUpdate::Lifted => self.drop(),
            PointerUpdate::Lost => self.lose(),
        }
    }

    /// A pointer moves that carries nothing yet.
    fn decide(self, to: (i32, i32)) {
        let Some((manner, from, pointer, is_card)) = self.grip.with_value(|grip| {
            grip.as_ref().map(|grip| (grip.manner.clone(), grip.from, grip.pointer, grip.name.is_some()))
        }) else {
            return;
        };
        let (across, along) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let far = if matches!(manner, Manner::Mouse) { LIFT_MOUSE } else { LIFT_TOUCH };
        match manner {
            Manner::Scrolls(list, y) => {
                list.scroll_by_with_x_and_y(0.0, f64::from(y - to.1));
                self.turns_to(Manner::Scrolls(list, to.1));
            }
            _ if across.max(along) < far => {}
            Manner::Mouse | Manner::Direct if is_card => self.carry(to),
            Manner::InList if is_card && along * 1000 <= across * STEEPNESS => self.carry(to),
            Manner::Mouse | Manner::Direct => {}
            Manner::InList | Manner::OnArrow(_) => {
                // A click that follows is not meant.
                self.has_carried.set_value(true);
                let list = document().query_selector(".sheet > .panel-body").ok().flatten();
                if list.is_some() && !self.sheet.is_open() {
                    self.let_go();
                    self.sheet.drag_with(pointer, from.1);
                } else if let Some(list) = list.or_else(scrolling_wallet).or_else(|| document().document_element()) {
                    self.turns_to(Manner::Scrolls(list, to.1));
                }
            }
        }
    }

    fn turns_to(self, manner: Manner) {
        self.grip.update_value(|grip| {
            if let Some(grip) = grip {
                (grip.manner, grip.rest) = (manner, None);
            }
        });
    }

    /// The card follows the pointer.
    fn carry(self, (x, y): (i32, i32)) {
        let carried = self.grip.try_update_value(|grip| {
            let grip = grip.as_mut()?;
            grip.has_moved |= is_off(grip.from, (x, y));
            Some((grip.name.clone()?, grip.has_moved))
        });
        let Some((name, has_moved)) = carried.flatten() else { return };
        let before = self.held.get_untracked();
        if before.is_none() {
            self.has_carried.set_value(true);
            // What it is carried to is to be seen.
            self.sheet.close();
        }
        let is_begun = before.is_some();
        let target = target_at(x, y).filter(|_| has_moved);
        let over = target.as_ref().and_then(|target| target.get_attribute("data-target"));
        let (kind, was_over) = before.map_or_else(|| (kind_of(&name), None), |held| (held.kind, held.over));
        let has_moved_on = over != was_over;
        if has_moved_on {
            mark(target.as_ref());
            if was_over.is_some() {
                self.dispatch(&name, None, false);
            }
        }
        self.grip.update_value(|grip| {
            let Some(grip) = grip else { return };
            if !is_begun || has_moved_on || is_off(grip.rests_at, (x, y)) {
                grip.rests_at = (x, y);
                grip.is_presented &= !has_moved_on;
                grip.rests += 1;
                grip.rest = over.is_some().then(|| self.rest(grip.rests));
            }
        });
        self.held.set(Some(Held { name, kind, x, y, over }));
        let is_felt =
            self.grip.with_value(|grip| grip.as_ref().is_some_and(|grip| !matches!(grip.manner, Manner::Mouse)));
        if !is_begun && is_felt {
            self.feedback.emit(Cue::Card);
        }
    }

    /// A rest begins. Movements that a busy page has yet to hear of are heard before the next frame: only then it is
    /// known whether it was one.
    fn rest(self, number: u32) -> Timeout {
        let is_this = move |grip: &Grip| grip.rest.is_some() && grip.rests == number;
        Timeout::new(REST_MS, move || {
            request_animation_frame(move || {
                if self.grip.try_with_value(|grip| grip.as_ref().is_some_and(is_this)) == Some(true) {
                    self.has_rested();
                }
            });
        })
    }

    fn has_rested(self) {
        let begun = self.grip.with_value(|grip| grip.as_ref().map(|grip| (grip.manner.clone(), grip.from)));
        match (self.held.get_untracked(), begun) {
            // Over a target.
            (Some(Held { name, over, .. }), _) => self.present(&name, over.as_deref()),
            (None, Some((Manner::OnArrow(_), _))) => self.hold(),
            (None, Some((_, from))) => self.carry(from),
            (None, None) => {}
        }
    }

    /// A finger rests on an arrow: the card is held to the reader in front of the person.
    fn hold(self) {
        if let Some((name, reader)) = self.name().zip(reader_here()) {
            self.sheet.close();
            self.present(&name, Some(&reader));
            self.feedback.emit(Cue::Key);
        }
    }

    fn present(self, name: &str, over: Option<&str>) {
        let is_presented = self.dispatch(name, over, false);
        self.grip.update_value(|grip| {
            if let Some(grip) = grip {
                grip.is_presented = is_presented;
            }
        });
    }

    fn is_presented(self) -> bool {
        self.grip.with_value(|grip| grip.as_ref().is_some_and(|grip| grip.is_presented))
    }

    fn name(self) -> Option<String> {
        self.grip.with_value(|grip| grip.as_ref()?.name.clone())
    }

    /// The pointer is lifted.
    fn drop(self) {
        let (held, name, is_presented) = (self.held.get_untracked(), self.name(), self.is_presented());
        let manner = self.grip.with_value(|grip| grip.as_ref().map(|grip| grip.manner.clone()));
        self.let_go();
        match (held, manner, name) {
            (Some(Held { name, over, .. }), ..) => {
                self.dispatch(&name, over.as_deref(), true);
            }
            (None, Some(Manner::OnArrow(_)), Some(name)) if is_presented => {
                self.dispatch(&name, None, false);
            }
            // With the hold assist the arrow itself is what is tapped.
            (None, Some(Manner::OnArrow(arrow)), _) if untrack(|| self.feedback.assists()) => arrow.click(),
            (None, Some(Manner::OnArrow(arrow)), _) => {
                let face =
                    arrow.closest(".card").ok().flatten().and_then(|card| card.query_selector(".card-face").ok()?);
                if let Some(face) = face {
                    face.unchecked_into::<HtmlElement>().click();
                }
            }
            _ => {}
        }
    }

    /// The pointer cannot be followed any more, or the person has thought better of it. No hand holds a card at a
    /// reader then.
    fn lose(self) {
        let name = self.name().filter(|_| self.is_presented());
        self.let_go();
        if let Some(name) = name {
            self.dispatch(&name, None, false);
        }
    }

    /// Does the acts that the site has for it; whether there are any.
    fn dispatch(self, card: &str, over: Option<&str>, let_go: bool) -> bool {
        let tap = Millis(self.feedback.tap_ms.get_untracked());
        let acts = self.shell.read(|session| P::acts_of_drag(session, card, over, let_go.then_some(tap)));
        let is_any = !acts.is_empty();
        for (after, act) in acts {
            match after {
                Millis(0) => self.shell.act(act),
                after if was_done(self.shell) => self.shell.act_after(after, act),
                _ => {}
            }
        }
        is_any
    }

    fn let_go(self) {
        let grip = self.grip.try_update_value(Option::take).flatten();
        if let Some(grip) = &grip {
            grip.following.stop();
        }
        if let Some(held) = self.held.get_untracked() {
            self.held.set(None);
            mark(None);
            // A card that goes nowhere goes back to where the others are.
            if held.over.is_none() && grip.is_some_and(|grip| grip.was_up) {
                self.sheet.open();
            }
        }
    }
}

/// The list of the wallet, where it scrolls beside the device.
fn scrolling_wallet() -> Option<web_sys::Element> {
    let list = document().query_selector(".wallet > .panel-body").ok().flatten()?;
    (list.scroll_height() > list.client_height()).then_some(list)
}

/// Whether a finger that was here and is there has moved.
fn is_off(from: (i32, i32), to: (i32, i32)) -> bool {
    (to.0 - from.0).abs().max((to.1 - from.1).abs()) > REST_PX
}

fn is_in(element: &web_sys::Element, css: &str) -> bool {
    element.closest(css).ok().flatten().is_some()
}

/// What a card looks like.
fn kind_of(name: &str) -> String {
    let tiles = document().query_selector_all("[data-card-name]").ok();
    let tiles = tiles.into_iter().flat_map(|tiles| (0..tiles.length()).filter_map(move |index| tiles.item(index)));
    let mut tiles = tiles.filter_map(|tile| tile.dyn_into::<web_sys::Element>().ok());
    let tile = tiles.find(|tile| tile.get_attribute("data-card-name").as_deref() == Some(name));
    tile.and_then(|tile| tile.get_attribute("data-kind")).unwrap_or_default()
}

fn targets() -> impl Iterator<Item = web_sys::Element> {
    let targets = document().query_selector_all("[data-target]").ok();
    let targets = targets.into_iter().flat_map(|all| (0..all.length()).filter_map(move |index| all.item(index)));
    targets.filter_map(|target| target.dyn_into().ok())
}

/// What is at this point of the window and takes cards: no more than what is highlighted.
fn target_at(x: i32, y: i32) -> Option<web_sys::Element> {
    let (x, y) = (f64::from(x), f64::from(y));
    targets().find(|target| {
        let bounds = target.get_bounding_client_rect();
        // What is not shown has no width.
        bounds.width() > 0.0
            && (bounds.left()..=bounds.right()).contains(&x)
            && (bounds.top()..=bounds.bottom()).contains(&y)
    })
}

/// Highlights the target that the card is over, and no other.
fn mark(over: Option<&web_sys::Element>) {
    for target in targets() {
        let is_over = if over == Some(&target) { "true" } else { "false" };
        // An element takes attributes.
        let _ = target.set_attribute("data-under-card", is_over);
    }
}

/// The reader in front of the person.
fn reader_here() -> Option<String> {
    let reader = document().query_selector("[data-here=\"true\"] > .spot").ok().flatten()?;
    reader.get_attribute("data-target")
}
