//! Sound, vibration and animation, and the choices about them, which this browser stores. No device needs any of it.

pub mod haptics;
pub mod preferences;
pub mod sound;

use leptos::prelude::*;

use self::haptics::{Cue, HapticState, vibration};
use self::preferences::{BEEN_HERE, HOLD_ASSIST, NO, VIBRATION, YES};
use self::sound::Sound;
use crate::browser::{choices, query};

/// What a tap takes unless another length is chosen, in milliseconds: long enough to read what the device says.
pub const TAP_MS: u32 = 2_500;

/// Credit on its way between a card and a device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flight {
    /// Unlike the one before it.
    pub number: u32,
    /// The number of the socket; 0 is the device as a whole.
    pub socket: usize,
    /// Whether it comes back to the card.
    pub is_return: bool,
}

/// A copyable handle to what a person has chosen, and to what is on its way.
#[derive(Clone, Copy)]
pub struct Feedback {
    pub vibrates: RwSignal<bool>,
    /// How long a tap holds a card, in milliseconds.
    pub tap_ms: RwSignal<u32>,
    pub assists: RwSignal<bool>,
    been_here: RwSignal<bool>,
    pub fills_window: RwSignal<bool>,
    pub flight: RwSignal<Option<Flight>>,
    sound: Sound,
}

impl Feedback {
    /// Puts the handle and the loudspeaker into the context.
    pub fn provide() -> Self {
        let fills_window = query::parameter("view").as_deref() == Some("projector");
        let feedback = Self {
            vibrates: RwSignal::new(choices::stored(VIBRATION).as_deref() != Some(NO)),
            tap_ms: RwSignal::new(TAP_MS),
            assists: RwSignal::new(choices::stored(HOLD_ASSIST).as_deref() == Some(YES)),
            been_here: RwSignal::new(choices::stored(BEEN_HERE).is_some()),
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

/// The handle, from the context.
pub fn use_feedback() -> Feedback {
    expect_context()
}

impl Feedback {
    pub fn react(self, before: HapticState, after: HapticState) {
        let number = |standing: HapticState| standing.card.map(|(number, _)| number);
        if number(before) != number(after) {
            self.emit(Cue::Card);
            if after.card.is_some() && !self.been_here.get_untracked() {
                self.been_here.set(true);
                choices::store(BEEN_HERE, YES);
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
