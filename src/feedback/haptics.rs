//! What moves under a hand, as it is heard and felt.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;

use crate::feedback::sound::Stroke;

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
    pub(super) const fn strokes(self) -> &'static [Stroke] {
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
    pub(super) const fn vibration_ms(self) -> u32 {
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
    /// The number of the card at the reader, and the credit on it in the smallest unit of its purse.
    pub card: Option<(u32, u32)>,
    /// Which sockets are live, the first in the lowest bit.
    pub relays: u8,
    /// The credit on each socket, in thousandths of the smallest unit.
    pub sockets: [i64; 4],
}

/// `navigator.vibrate`; none in Firefox and Safari, which lack the Vibration API.
pub fn vibration() -> Option<Function> {
    Reflect::get(&window().navigator(), &"vibrate".into()).ok()?.dyn_into().ok()
}
