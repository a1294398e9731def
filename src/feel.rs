//! How the page feels: clicks, vibration, the light that shows where credit goes, and what a person has chosen of it.
//! All of it is remembered in this browser, and none of it is needed.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement};

use crate::language::use_language;
use crate::markup::{Element, button, effect, el, element, labelled};
use crate::panel::{Opens, body, panel};
use crate::place::SitePage;
use crate::query;
use crate::shell::use_shell;
use crate::sound::{Sound, Stroke, use_sound};
use crate::texts::{Words, message};

/// What moves under a hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cue {
    /// A button or a touched display.
    Key,
    /// A card that goes into its place, or out of it.
    Card,
    /// The relay of a socket.
    Relay,
}

impl Cue {
    /// How it sounds (invented).
    const fn strokes(self) -> &'static [Stroke] {
        const KEY: &[Stroke] = &[Stroke { hertz: 1_900, after_ms: 0, length_ms: 18 }];
        const CARD: &[Stroke] =
            &[Stroke { hertz: 900, after_ms: 0, length_ms: 40 }, Stroke { hertz: 1_500, after_ms: 55, length_ms: 25 }];
        const RELAY: &[Stroke] =
            &[Stroke { hertz: 240, after_ms: 0, length_ms: 110 }, Stroke { hertz: 1_200, after_ms: 4, length_ms: 20 }];
        match self {
            Self::Key => KEY,
            Self::Card => CARD,
            Self::Relay => RELAY,
        }
    }

    /// How long it is felt, in milliseconds (invented).
    const fn vibration_ms(self) -> u32 {
        match self {
            Self::Key => 8,
            Self::Card => 18,
            Self::Relay => 30,
        }
    }
}

/// What can be felt of the device in front of a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HapticState {
    /// The number of the card that lies there, and the credit on it in the smallest unit of its purse.
    pub card: Option<(u32, u32)>,
    /// Which sockets are live, the first in the lowest bit.
    pub relays: u8,
    /// The credit on each socket, in thousandths of the smallest unit.
    pub sockets: [i64; 4],
}

/// Credit on its way between a card and a device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Flight {
    /// Unlike the one before it.
    number: u32,
    /// The number of the socket; 0 is the device as a whole.
    socket: usize,
    /// Whether it comes back to the card.
    is_return: bool,
}

/// A copyable handle to what a person has chosen, and to what is on its way.
#[derive(Clone, Copy)]
pub struct Feedback {
    vibrates: RwSignal<bool>,
    assists: RwSignal<bool>,
    been_here: RwSignal<bool>,
    fills_window: RwSignal<bool>,
    flight: RwSignal<Option<Flight>>,
    sound: Sound,
}

/// A choice, as it is kept in this browser.
const VIBRATION: &str = "kerb-and-quay.vibration";
const HOLD_ASSIST: &str = "kerb-and-quay.hold-assist";
const BEEN_HERE: &str = "kerb-and-quay.been-here";
const YES: &str = "yes";
const NO: &str = "no";

impl Feedback {
    /// Puts the handle and the loudspeaker into the context.
    pub fn provide() -> Self {
        let fills_window = query::parameter("view").as_deref() == Some("projector");
        let feedback = Self {
            vibrates: RwSignal::new(stored_choice(VIBRATION).as_deref() != Some(NO)),
            assists: RwSignal::new(stored_choice(HOLD_ASSIST).as_deref() == Some(YES)),
            been_here: RwSignal::new(stored_choice(BEEN_HERE).is_some()),
            fills_window: RwSignal::new(fills_window),
            flight: RwSignal::new(None),
            sound: Sound::provide(),
        };
        provide_context(feedback);
        feedback
    }

    /// Lets something be heard and felt, as far as that is wanted.
    pub fn emit(self, cue: Cue) {
        self.sound.strike(cue.strokes());
        if self.vibrates.get_untracked()
            && let Some(vibrate) = vibration()
        {
            // A browser that refuses to vibrate still shows what has happened.
            let _ = vibrate.call1(&window().navigator(), &cue.vibration_ms().into());
        }
    }

    /// Whether a hold begins with one tap and ends with the next; tracked.
    pub fn assists(self) -> bool {
        self.assists.get()
    }

    /// Whether a card has been presented in this browser before; tracked.
    pub fn has_been_here(self) -> bool {
        self.been_here.get()
    }

    /// Whether the device fills the window, as on a projector; tracked.
    pub fn fills_window(self) -> bool {
        self.fills_window.get()
    }
}

/// `navigator.vibrate`; none in Firefox and Safari, which lack the Vibration API.
fn vibration() -> Option<Function> {
    Reflect::get(&window().navigator(), &"vibrate".into()).ok()?.dyn_into().ok()
}

/// The handle, from the context.
pub fn use_feedback() -> Feedback {
    expect_context()
}

/// Follows the session: what moves is heard, felt and seen.
pub fn watch_session<P: SitePage>() {
    let shell = use_shell::<P>();
    let feedback = use_feedback();
    let standing = shell.look(P::haptic_state);
    let mut before = None;
    effect(move || {
        let standing = standing.get();
        if let Some(before) = before.replace(standing) {
            untrack(|| feedback.compare(before, standing));
        }
    });
}

impl Feedback {
    fn compare(self, before: HapticState, after: HapticState) {
        let number = |standing: HapticState| standing.card.map(|(number, _)| number);
        if number(before) != number(after) {
            self.emit(Cue::Card);
            if after.card.is_some() && !self.been_here.get_untracked() {
                self.been_here.set(true);
                store_choice(BEEN_HERE, YES);
            }
        }
        if before.relays != after.relays {
            self.emit(Cue::Relay);
        }
        if let (Some((card, had)), Some((same, has))) = (before.card, after.card)
            && card == same
            && had != has
        {
            let is_return = has > had;
            let moved = |socket: &usize| (after.sockets[*socket] < before.sockets[*socket]) == is_return;
            let changed = |socket: &usize| after.sockets[*socket] != before.sockets[*socket];
            let socket = (0..after.sockets.len()).filter(changed).find(moved).map_or(0, |socket| socket + 1);
            let number = self.flight.get_untracked().map_or(0, |flight| flight.number.wrapping_add(1));
            self.flight.set(Some(Flight { number, socket, is_return }));
        }
    }
}

/// Credit as a chip of light, each time it moves.
pub fn credit_flight() -> Element {
    let feedback = use_feedback();
    el("div", "flights").attr("aria-hidden", "true").children_fn(move || {
        let flight = feedback.flight.get().map(|Flight { socket, is_return, .. }| {
            el("span", "flight")
                .attr("data-socket-to", &socket.to_string())
                .attr("data-back", if is_return { "true" } else { "false" })
        });
        flight.into_iter().collect()
    })
}

/// What a person can choose of it.
pub fn preferences_panel() -> Element {
    let feedback = use_feedback();
    let sound = use_sound();
    let mute = button(message::PREFERENCE_MUTE)
        .attr("data-mute", "")
        .attr_bool("aria-pressed", move || sound.volume() == 0)
        .on("click", move |_| sound.set_volume(if untrack(|| sound.volume()) == 0 { 40 } else { 0 }));
    let volume = element("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "100")
        .attr("data-volume", "")
        .value_fn(move || sound.volume().to_string())
        .on("input", move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            sound.set_volume(field.value().parse().unwrap_or_default());
        });
    let large = button(message::PREFERENCE_PROJECTOR)
        .attr("data-do", "projector")
        .attr_bool("aria-pressed", move || feedback.fills_window())
        .on("click", move |_| feedback.fills_window.set(true));
    // What the browser cannot do is not offered.
    let vibrates =
        vibration().map(|_| choice("vibration", message::PREFERENCE_VIBRATION, feedback.vibrates, VIBRATION));
    let body = body()
        .child(el("div", "row").child(labelled(message::PREFERENCE_VOLUME, volume).attr("class", "inline")).child(mute))
        .children(vibrates)
        .child(choice("hold-assist", message::PREFERENCE_HOLD_ASSIST, feedback.assists, HOLD_ASSIST))
        .child(el("p", "hint").words(message::PREFERENCE_HOLD_ASSIST_HINT))
        .child(el("div", "row").child(large));
    panel("feel", message::PANEL_FEEL, Opens::Later, body)
}

fn choice(name: &'static str, words: Words, choice: RwSignal<bool>, kept_as: &'static str) -> Element {
    let tick = element("input").attr("type", "checkbox").attr("data-choice", name).checked_fn(move || choice.get()).on(
        "change",
        move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            choice.set(field.checked());
            store_choice(kept_as, if field.checked() { YES } else { NO });
        },
    );
    el("label", "check").child(tick).child(element("span").words(words))
}

/// What was pressed, large, beside a device that fills the window; and the way back.
pub fn pressed_log<P: SitePage>() -> Element {
    /// So many lines are shown, the latest.
    const LINES: usize = 9;
    let shell = use_shell::<P>();
    let feedback = use_feedback();
    let language = use_language();
    let told = shell.look(|session| {
        let acts = session.journal().iter().rev().filter_map(|line| match line {
            world::session::Line::Acted { act, .. } => Some(act.clone()),
            world::session::Line::Happened { .. } => None,
        });
        acts.take(LINES).collect::<Vec<_>>()
    });
    let lines = move || {
        if !feedback.fills_window() {
            return Vec::new();
        }
        let language = language.get();
        told.with(|acts| acts.iter().map(|act| element("li").text(&P::describe_act(language, act))).collect())
    };
    let back = button(message::PREFERENCE_TO_THE_PAGE)
        .attr("data-do", "page")
        .on("click", move |_| feedback.fills_window.set(false));
    el("aside", "press-log")
        // The head of the page is not seen beside such a device, nor heard.
        .child(el("h1", "sr-only").words(message::PRODUCT_NAME))
        .child(element("h2").words(message::PREFERENCE_PRESSED))
        .child(element("ol").attr("data-pressed", "").attr("aria-live", "polite").children_fn(lines))
        .child(back)
}

fn stored_choice(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

fn store_choice(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A browser that keeps nothing still does as it is told.
        let _ = storage.set_item(key, value);
    }
}
