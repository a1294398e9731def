//! A button that can be pressed and held with mouse, finger and keyboard.
//!
//! A press belongs to the pointer or key that began it: other fingers, other buttons of the mouse and modifier keys
//! neither begin nor end one. A hold goes on while the pointer slides off the button. It is cancelled where the person
//! can no longer mean it: the window loses the attention, or the pointer cannot be followed any more. With the hold
//! assist it begins with one tap and ends with the next, where holding means anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent};

use crate::elements::pointer::{Following, PointerUpdate, capture, follow};
use crate::elements::{Element, effect, el};
use crate::feedback::haptics::Cue;
use crate::feedback::{Feedback, use_feedback};

/// A button of this class; what it does when it goes down, and when it comes up. A press that is cancelled ends as any
/// other.
pub fn push_button(class: &'static str, down: impl Fn() + 'static, up: impl Fn() + Clone + 'static) -> Element {
    press_button(class, [Box::new(down), Box::new(up.clone()), Box::new(up)], None)
}

/// The same, where a hold means something as long as `goes_on` says so, and where `lost` is done instead of `up` if the
/// press is cancelled.
pub fn hold_button(
    class: &'static str,
    down: impl Fn() + 'static,
    up: impl Fn() + 'static,
    lost: impl Fn() + 'static,
    goes_on: impl Fn() -> bool + 'static,
) -> Element {
    press_button(class, [Box::new(down), Box::new(up), Box::new(lost)], Some(Box::new(goes_on)))
}

type Act = Box<dyn Fn()>;
type Question = Box<dyn Fn() -> bool>;

/// What holds a button down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// The pointer of this number.
    Pointer(i32),
    Enter,
    Space,
    /// The page itself, for a person who has lifted the finger, or whose screen reader clicks.
    Page,
}

struct Press {
    /// When it goes down, when it comes up, and when the press is cancelled.
    acts: [Act; 3],
    goes_on: Option<Question>,
    feedback: Feedback,
    is_down: RwSignal<bool>,
    /// It is held for a person who has lifted the finger.
    is_latched: RwSignal<bool>,
    by: Cell<By>,
    following: RefCell<Option<Following>>,
}

#[inline(never)]
fn press_button(class: &'static str, acts: [Act; 3], goes_on: Option<Question>) -> Element {
    let (is_down, is_latched) = (RwSignal::new(false), RwSignal::new(false));
    let (by, following) = (Cell::new(By::Page), RefCell::default());
    let press = Rc::new(Press { acts, goes_on, feedback: use_feedback(), is_down, is_latched, by, following });
    let latched = Rc::clone(&press);
    // A latched button is released when there is nothing to hold it for.
    effect(move || {
        if is_latched.get() && !latched.goes_on() {
            untrack(|| latched.end(PointerUpdate::Lifted));
        }
    });
    let button = el("button", class)
        .attr("type", "button")
        .attr_bool("data-down", move || is_down.get())
        .attr_bool("data-kept", move || is_latched.get());
    ["pointerdown", "keydown", "keyup", "click", "blur", "contextmenu"].into_iter().fold(button, |button, event| {
        let press = Rc::clone(&press);
        button.on(event, move |event| press.hear(&event))
    })
}

impl Press {
    fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "pointerdown" => {
                let event: &PointerEvent = event.unchecked_ref();
                if event.button() == 0 {
                    capture(event);
                    self.press(By::Pointer(event.pointer_id()));
                }
            }
            // What a screen reader does: neither a pointer nor a key.
            "click" => {
                if event.unchecked_ref::<MouseEvent>().detail() == 0 {
                    self.press(By::Page);
                    self.lift(By::Page);
                }
            }
            // A key is heard where the attention is; a finger is followed wherever it goes.
            "blur" => {
                if !matches!(self.by.get(), By::Pointer(_)) {
                    self.end(PointerUpdate::Lost);
                }
            }
            "contextmenu" => event.prevent_default(),
            _ => self.strike(event.unchecked_ref()),
        }
    }

    /// A key of the keyboard goes down or comes up.
    fn strike(self: &Rc<Self>, event: &KeyboardEvent) {
        let is_up = event.type_() == "keyup";
        let by = match event.key().as_str() {
            "Enter" => By::Enter,
            " " => By::Space,
            // macOS sends no keyup for a key that was released while this one was down.
            "Meta" if is_up && matches!(self.by.get(), By::Enter | By::Space) => return self.end(PointerUpdate::Lost),
            _ => return,
        };
        // No click is made of it.
        event.prevent_default();
        if is_up {
            self.lift(by);
        } else if !(event.repeat() || event.ctrl_key() || event.alt_key() || event.meta_key()) {
            self.press(by);
        }
    }

    fn press(self: &Rc<Self>, by: By) {
        if self.is_latched.get_untracked() {
            return self.end(PointerUpdate::Lifted);
        }
        if self.is_down.get_untracked() {
            if self.by.get() != by {
                return;
            }
            // It cannot go down twice: its release was missed.
            self.end(PointerUpdate::Lost);
        }
        self.by.set(by);
        self.is_down.set(true);
        self.follow();
        let [down, _, _] = &self.acts;
        down();
        self.feedback.emit(Cue::Key);
    }

    /// What holds it down lets go of it.
    fn lift(self: &Rc<Self>, by: By) {
        if self.by.get() != by || self.is_down.try_get_untracked() != Some(true) {
            return;
        }
        if untrack(|| self.goes_on()) {
            self.by.set(By::Page);
            self.is_latched.set(true);
            self.follow();
        } else {
            self.end(PointerUpdate::Lifted);
        }
    }

    /// It comes up.
    fn end(&self, update: PointerUpdate) {
        if self.is_down.try_get_untracked() == Some(true) {
            if let Some(following) = self.following.take() {
                following.stop();
            }
            self.by.set(By::Page);
            self.is_down.set(false);
            self.is_latched.set(false);
            let [_, up, lost] = &self.acts;
            if update == PointerUpdate::Lost { lost() } else { up() }
        }
    }

    /// Follows what holds it down, and nothing else any more.
    fn follow(self: &Rc<Self>) {
        let press = Rc::clone(self);
        let by = self.by.get();
        let pointer = if let By::Pointer(pointer) = by { Some(pointer) } else { None };
        let following = follow(pointer, move |update| match update {
            PointerUpdate::Moved(..) => {}
            PointerUpdate::Lifted => press.lift(by),
            PointerUpdate::Lost => press.end(PointerUpdate::Lost),
        });
        if let Some(before) = self.following.replace(Some(following)) {
            before.stop();
        }
    }

    fn goes_on(&self) -> bool {
        self.feedback.assists() && self.goes_on.as_ref().is_some_and(|goes_on| goes_on())
    }
}
