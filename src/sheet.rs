//! The wallet: a panel beside the device, and on a phone a sheet at the lower edge of the window, from which the cards
//! peek out. It is drawn up by a tap, a drag or the keyboard, and goes down by itself when a card is presented, so that
//! the device is seen.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::feel::use_feel;
use crate::i18n::{feel as words, label, use_language};
use crate::markup::{Element, classed, element, soon};

/// Up to this width of the window the wallet is a sheet; the same as in `page.css`.
const NARROW: &str = "(max-width: 47.99rem)";
/// Pixels by which the handle is drawn before it is no tap any more.
const DRAWN: i32 = 12;

/// A copyable handle to the sheet.
#[derive(Clone, Copy)]
pub struct Sheet {
    is_up: RwSignal<bool>,
    /// Whether the window is a phone's.
    is_narrow: RwSignal<bool>,
    /// Where the pointer that draws at it went down, and how far it has come, in pixels downwards.
    pull: RwSignal<Option<(i32, i32)>>,
}

impl Sheet {
    /// Puts the handle into the context.
    pub fn provide() -> Self {
        let is_narrow = RwSignal::new(is_narrow());
        let sheet = Self { is_up: RwSignal::new(false), is_narrow, pull: RwSignal::new(None) };
        provide_context(sheet);
        soon(move || {
            window_event_listener(ev::resize, move |_| is_narrow.set(self::is_narrow()));
        });
        sheet
    }

    /// A card was presented: the device is to be seen.
    pub fn go_down(self) {
        self.is_up.set(false);
    }

    /// The same, for whoever did it with the keyboard, too: the attention does not stay where nobody sees it.
    pub fn go_down_with_focus(self) {
        let is_inside = document().query_selector(".sheet > :not(summary) :focus-visible").ok().flatten().is_some();
        self.go_down();
        if is_inside && let Some(handle) = document().query_selector(".sheet > summary").ok().flatten() {
            // A handle that cannot be focused can still be tapped.
            let _ = handle.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// The wallet: `body` with the cards, behind its handle.
    pub fn wallet(self, body: Element) -> Element {
        let feel = use_feel();
        let was_drawn = StoredValue::new(false);
        // Beside a device that fills the window there is no room for a panel either.
        let is_sheet = move || self.is_narrow.get() || feel.fills_window();
        let down = move |event: Event| {
            let event: PointerEvent = event.unchecked_into();
            if untrack(is_sheet) && event.button() == 0 {
                if let Some(handle) = event.current_target() {
                    // A pointer that is gone already cannot be captured, and needs not be.
                    let _ = handle.unchecked_ref::<web_sys::Element>().set_pointer_capture(event.pointer_id());
                }
                was_drawn.set_value(false);
                self.pull.set(Some((event.client_y(), 0)));
            }
        };
        let drawn = move |event: Event| {
            if let Some((from, _)) = self.pull.get_untracked() {
                self.pull.set(Some((from, event.unchecked_into::<PointerEvent>().client_y() - from)));
            }
        };
        let let_go = move |_| {
            if let Some((_, way)) = self.pull.get_untracked() {
                self.pull.set(None);
                if way.abs() >= DRAWN {
                    was_drawn.set_value(true);
                    self.is_up.set(way < 0);
                }
            }
        };
        let tapped = move |event: Event| {
            if untrack(is_sheet) {
                // The panel stays open: it is the sheet that goes up and down.
                event.prevent_default();
                if !was_drawn.get_value() {
                    self.is_up.update(|is_up| *is_up = !*is_up);
                }
                was_drawn.set_value(false);
            }
        };
        let handle = move || {
            let invitation = classed("span", "invitation").has("data-invitation", "").says(words::TAKE_A_CARD);
            element("summary")
                .follows("aria-expanded", move || if self.is_up.get() { "true" } else { "false" }.to_owned())
                .on("pointerdown", down)
                .on("pointermove", drawn)
                .on("pointerup", let_go)
                .on("pointercancel", let_go)
                .on("click", tapped)
                .with(element("h2").says(label::WALLET))
                .with(invitation)
        };
        let looks = move |wallet: Element| {
            wallet
                .follows("class", move || if is_sheet() { "panel wallet sheet" } else { "panel wallet" }.to_owned())
                .tells("data-invites", move || !feel.has_been_here())
                .follows("data-sheet", move || if self.is_up.get() { "up" } else { "down" }.to_owned())
                .tells("data-drawn", move || self.pull.with(Option::is_some))
                .styled_by("--pull", move || format!("{}px", self.pull.get().map_or(0, |(_, way)| way)))
                .on("keydown", move |event| {
                    if event.unchecked_into::<KeyboardEvent>().key() == "Escape" {
                        self.is_up.set(false);
                    }
                })
                // Whoever comes in by the keyboard wants to see where.
                .on("focusin", move |event| {
                    let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                    let is_shown = |element: &web_sys::Element| element.matches(":focus-visible").unwrap_or(false);
                    if inside.is_some_and(|inside| inside.tag_name() != "SUMMARY" && is_shown(&inside)) {
                        self.is_up.set(true);
                    }
                })
        };
        let wallet = element("details").has("data-panel", "wallet").has("open", "");
        wallet.done_soon(looks).with_soon(move || vec![handle()]).with(body)
    }
}

/// The handle, from the context.
pub fn use_sheet() -> Sheet {
    expect_context()
}

/// What else can be done to a card, behind one word; `name` is the card's.
pub fn more(name: impl Fn() -> String + 'static, deeds: Element) -> Element {
    let language = use_language();
    let spoken = move || format!("{}: {}", words::MORE.in_language(language.get()), name());
    classed("details", "card-more")
        .with(element("summary").follows("aria-label", spoken).with(element("span").says(words::MORE)))
        .with(classed("div", "card-deeds").with(deeds))
}

fn is_narrow() -> bool {
    window().match_media(NARROW).ok().flatten().is_some_and(|narrow| narrow.matches())
}
