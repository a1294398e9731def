//! The preferences: sound, vibration, hold assist and the projector view.

use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};

use crate::browser::choices;
use crate::elements::{Element, button, el, element, labelled};
use crate::feedback::haptics::vibration;
use crate::feedback::preferences::{HOLD_ASSIST, NO, VIBRATION, YES};
use crate::feedback::sound::use_sound;
use crate::feedback::use_feedback;
use crate::panels::{Opens, body, panel};
use crate::texts::{Words, message};

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

fn choice(name: &'static str, words: Words, choice: RwSignal<bool>, storage_key: &'static str) -> Element {
    let tick = element("input").attr("type", "checkbox").attr("data-choice", name).checked_fn(move || choice.get()).on(
        "change",
        move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            choice.set(field.checked());
            choices::store(storage_key, if field.checked() { YES } else { NO });
        },
    );
    el("label", "check").child(tick).child(element("span").words(words))
}
