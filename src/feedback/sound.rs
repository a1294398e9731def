//! Beeps, as the browser plays them: square waves with the device's own pauses; and the clicks of what moves.
//!
//! A browser lets a page sound only after the person has done something on it; until then beeps are words alone.

use std::cell::RefCell;

use firmware_core::device::Beeps;
use js_sys::Reflect;
use leptos::prelude::{LocalStorage, RwSignal, StoredValue, *};
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, OscillatorType};

use crate::browser::choices;

/// The pitch of such beepers (invented).
const HERTZ: f32 = 2_400.0;
/// The key under which the volume is stored in this browser, in percent; 0 is mute.
const STORAGE_KEY: &str = "kerb-and-quay.volume";
/// The volume until a person changes it, in percent.
const VOLUME: u8 = 40;
/// A square wave is loud: this is all of it that is used.
const GAIN_MAX: f32 = 0.2;

/// A copyable handle to the page's loudspeaker.
#[derive(Clone, Copy)]
pub struct Sound {
    volume: RwSignal<u8>,
    speaker: StoredValue<RefCell<Option<AudioContext>>, LocalStorage>,
}

impl Sound {
    /// Puts the handle into the context.
    pub fn provide() -> Self {
        let volume = choices::stored(STORAGE_KEY)
            .and_then(|stored| stored.parse().ok())
            .filter(|volume| *volume <= 100)
            .unwrap_or(VOLUME);
        let sound = Self { volume: RwSignal::new(volume), speaker: StoredValue::new_local(RefCell::new(None)) };
        provide_context(sound);
        sound
    }

    /// How loud, in percent; tracked.
    pub fn volume(self) -> u8 {
        self.volume.get()
    }

    /// From here on so loud, in percent; 0 is mute.
    pub fn set_volume(self, volume: u8) {
        let volume = volume.min(100);
        self.volume.set(volume);
        choices::store(STORAGE_KEY, &volume.to_string());
    }

    /// Plays a pattern, if anything is to be heard.
    pub fn play(self, beeps: Beeps) {
        self.sound(|speaker, volume| sound(speaker, volume, beeps));
    }

    /// Sounds what moves: a card, a relay, a key.
    pub fn strike(self, strokes: &[Stroke]) {
        self.sound(|speaker, volume| strokes.iter().try_for_each(|stroke| strike(speaker, volume, *stroke)));
    }

    fn sound(self, play: impl FnOnce(&AudioContext, u8) -> Result<(), JsValue>) {
        let volume = self.volume.get_untracked();
        if volume == 0 || !may_sound() {
            return;
        }
        self.speaker.with_value(|speaker| {
            let mut speaker = speaker.borrow_mut();
            if speaker.is_none() {
                *speaker = AudioContext::new().ok();
            }
            if let Some(speaker) = speaker.as_ref() {
                // A browser without sound still tells the beeps in words.
                let _ = play(speaker, volume);
            }
        });
    }
}

/// Whether the person has done something on the page. Before that, a browser would keep every sound and play all of
/// them at once later. A browser that does not say so (`navigator.userActivation`) decides by itself.
fn may_sound() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let activation = get(&window().navigator(), "userActivation").filter(JsValue::is_object);
    let has_been_active = activation.and_then(|activation| get(&activation, "hasBeenActive")?.as_bool());
    has_been_active.unwrap_or(true)
}

/// Something short that is struck and dies away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stroke {
    /// Its pitch as it begins, in hertz; it falls to a third of it.
    pub hertz: u16,
    /// Milliseconds until it begins.
    pub after_ms: u16,
    /// Milliseconds from there until it has died away.
    pub length_ms: u16,
}

#[expect(clippy::float_arithmetic, reason = "the browser counts seconds and loudness in fractions")]
fn strike(speaker: &AudioContext, volume: u8, stroke: Stroke) -> Result<(), JsValue> {
    let gain = speaker.create_gain()?;
    gain.connect_with_audio_node(&speaker.destination())?;
    let wave = speaker.create_oscillator()?;
    wave.set_type(OscillatorType::Triangle);
    wave.connect_with_audio_node(&gain)?;
    let begun = speaker.current_time() + f64::from(stroke.after_ms) / 1000.0;
    let ends = begun + f64::from(stroke.length_ms) / 1000.0;
    wave.frequency().set_value_at_time(f32::from(stroke.hertz), begun)?;
    wave.frequency().exponential_ramp_to_value_at_time(f32::from(stroke.hertz) / 3.0, ends)?;
    gain.gain().set_value_at_time(2.0 * GAIN_MAX * f32::from(volume) / 100.0, begun)?;
    gain.gain().exponential_ramp_to_value_at_time(0.001, ends)?;
    wave.start_with_when(begun)?;
    wave.stop_with_when(ends)
}

#[expect(clippy::float_arithmetic, reason = "the browser counts seconds and loudness in fractions")]
fn sound(speaker: &AudioContext, volume: u8, beeps: Beeps) -> Result<(), JsValue> {
    let gain = speaker.create_gain()?;
    gain.gain().set_value(0.0);
    gain.connect_with_audio_node(&speaker.destination())?;
    let wave = speaker.create_oscillator()?;
    wave.set_type(OscillatorType::Square);
    wave.frequency().set_value(HERTZ);
    wave.connect_with_audio_node(&gain)?;
    let begun = speaker.current_time();
    let at = |ms: u32| begun + f64::from(ms) / 1000.0;
    for (after, is_on) in beeps.edges() {
        let level = if is_on { GAIN_MAX * f32::from(volume) / 100.0 } else { 0.0 };
        gain.gain().set_value_at_time(level, at(after.0))?;
    }
    wave.start()?;
    wave.stop_with_when(at(beeps.length().0))
}

/// The loudspeaker, from the context.
pub fn use_sound() -> Sound {
    expect_context()
}
