//! The wallet: a panel beside the device, and on a phone a sheet at the lower edge of the window, from which the cards
//! peek out. It is drawn up by a tap, a drag or the keyboard, and goes down by itself when a card is presented, so that
//! the device is seen.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

use crate::elements::first_paint::defer;
use crate::elements::pointer::{PointerUpdate, capture, follow};
use crate::elements::{Element, effect, el, element};
use crate::feedback::use_feedback;
use crate::texts::message;

/// In these windows the wallet is a sheet: narrow ones, unless they are low and have room for it beside the device. The
/// same as in `page.css`.
const NARROW: &str = concat!(
    "(max-width: 29.99rem), (max-width: 47.99rem) and (min-height: 30.01rem), ",
    "(max-width: 47.99rem) and (orientation: portrait)"
);
/// Pixels by which the handle is drawn before it is no tap any more.
const DRAWN: i32 = 12;

/// A copyable handle to the sheet.
#[derive(Clone, Copy)]
pub struct BottomSheet {
    is_up: RwSignal<bool>,
    /// Whether the window is a phone's.
    is_narrow: RwSignal<bool>,
    /// How far the pointer that draws at it has come, in pixels downwards.
    pull: RwSignal<Option<i32>>,
    /// Whether the handle was drawn by the pointer that went down on it last: then a click that follows is not meant.
    was_drawn: StoredValue<bool>,
}

impl BottomSheet {
    /// Puts the handle into the context.
    pub fn provide() -> Self {
        let is_narrow = RwSignal::new(is_narrow());
        let (is_up, pull, was_drawn) = (RwSignal::new(false), RwSignal::new(None), StoredValue::new(false));
        let sheet = Self { is_up, is_narrow, pull, was_drawn };
        provide_context(sheet);
        defer(move || {
            window_event_listener(ev::resize, move |_| is_narrow.set(self::is_narrow()));
        });
        sheet
    }

    /// A card was presented: the device is to be seen.
    pub fn close(self) {
        self.is_up.set(false);
    }

    /// Whether it is drawn up. Not tracked.
    pub fn is_open(self) -> bool {
        self.is_up.get_untracked()
    }

    /// Whether it is a sheet that is drawn up. Not tracked.
    pub fn covers_page(self) -> bool {
        self.is_open() && document().query_selector(".wallet.sheet").ok().flatten().is_some()
    }

    /// The person has cancelled what they closed it for.
    pub fn open(self) {
        self.is_up.set(true);
    }

    /// The pointer of this number draws at it from this point on, in pixels from the top of the window, until it is
    /// lifted. Other pointers change nothing then; one that is lost leaves the sheet as it was.
    pub fn drag_with(self, pointer: i32, from: i32) {
        if self.pull.get_untracked().is_some() {
            return;
        }
        self.was_drawn.set_value(false);
        self.pull.set(Some(0));
        follow(Some(pointer), move |update| {
            let way = self.pull.get_untracked().unwrap_or_default();
            match update {
                PointerUpdate::Moved(_, y) => self.pull.set(Some(y - from)),
                PointerUpdate::Lifted | PointerUpdate::Lost => self.pull.set(None),
            }
            if update == PointerUpdate::Lifted && way.abs() >= DRAWN {
                self.was_drawn.set_value(true);
                self.is_up.set(way < 0);
            }
        });
    }

    /// The same, for whoever did it with the keyboard, too: the attention does not stay where nobody sees it.
    pub fn close_with_focus(self) {
        let is_inside = document().query_selector(".sheet > :not(summary) :focus-visible").ok().flatten().is_some();
        self.close();
        if is_inside && let Some(handle) = document().query_selector(".sheet > summary").ok().flatten() {
            // A handle that cannot be focused can still be tapped.
            let _ = handle.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// The wallet: `body` with the cards, behind its handle.
    pub fn wallet(self, body: Element) -> Element {
        let feedback = use_feedback();
        // Beside a device that fills the window there is no room for a panel either.
        let is_sheet = move || self.is_narrow.get() || feedback.fills_window();
        let down = move |event: Event| {
            let event: PointerEvent = event.unchecked_into();
            if untrack(is_sheet) && event.button() == 0 {
                capture(&event);
                self.drag_with(event.pointer_id(), event.client_y());
            }
        };
        let tapped = move |event: Event| {
            if untrack(is_sheet) {
                // The panel stays open: it is the sheet that goes up and down.
                event.prevent_default();
                // A key or a screen reader draws nothing.
                let is_drawn = self.was_drawn.get_value() && event.unchecked_into::<MouseEvent>().detail() != 0;
                if !is_drawn {
                    self.is_up.update(|is_up| *is_up = !*is_up);
                }
                self.was_drawn.set_value(false);
            }
        };
        let handle = move || {
            let invitation = el("span", "invitation").attr("data-invitation", "").words(message::WALLET_TAKE_A_CARD);
            element("summary")
                .attr_fn("aria-expanded", move || if self.is_up.get() { "true" } else { "false" }.to_owned())
                .on("pointerdown", down)
                .on("click", tapped)
                .child(element("h2").words(message::PANEL_WALLET))
                .child(invitation)
        };
        let attributes = move |wallet: Element| {
            let own = wallet.node().clone();
            effect(move || {
                if !self.is_up.get() && is_sheet() {
                    tidy_up(&own);
                }
            });
            wallet
                .attr_fn("class", move || if is_sheet() { "panel wallet sheet" } else { "panel wallet" }.to_owned())
                .attr_bool("data-invites", move || !feedback.has_been_here())
                .attr_fn("data-sheet", move || if self.is_up.get() { "up" } else { "down" }.to_owned())
                .attr_bool("data-drawn", move || self.pull.with(Option::is_some))
                .style_fn("--pull", move || format!("{}px", self.pull.get().unwrap_or_default()))
                .on("keydown", move |event| {
                    if event.unchecked_into::<KeyboardEvent>().key() == "Escape" {
                        self.is_up.set(false);
                    }
                })
                // A person who enters it by the keyboard needs to see the focus.
                .on("focusin", move |event| {
                    let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                    let is_shown = |element: &web_sys::Element| element.matches(":focus-visible").unwrap_or(false);
                    if inside.is_some_and(|inside| inside.tag_name() != "SUMMARY" && is_shown(&inside)) {
                        self.is_up.set(true);
                    }
                })
        };
        let wallet = element("details").attr("data-panel", "wallet").attr("open", "");
        wallet.deferred(attributes).deferred_children(move || vec![handle()]).child(body)
    }
}

/// A sheet that goes down shows its first cards, and no menu of a card.
fn tidy_up(wallet: &web_sys::Element) {
    while let Some(menu) = wallet.query_selector(".card-more[open]").ok().flatten() {
        // An element has attributes.
        let _ = menu.remove_attribute("open");
    }
    if let Some(list) = wallet.query_selector(".panel-body").ok().flatten() {
        list.set_scroll_top(0);
    }
    if let Some(cards) = wallet.query_selector(".cards").ok().flatten() {
        cards.set_scroll_left(0);
    }
}

/// The handle, from the context.
pub fn use_bottom_sheet() -> BottomSheet {
    expect_context()
}

fn is_narrow() -> bool {
    window().match_media(NARROW).ok().flatten().is_some_and(|narrow| narrow.matches())
}
