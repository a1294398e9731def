//! The clock: what time it is on the quay, and how time goes on.

use firmware_core::time::Millis;
use leptos::prelude::*;

use crate::clock::Mode;
use crate::language::use_language;
use crate::markup::{Element, button, classed, element, field, labelled};
use crate::panel::{Opens, accepted, body, objection, panel, submitted, typed};
use crate::place::Place;
use crate::shell::use_shell;
use crate::texts::{day, input, message, time_of_day};

/// How fast the live clock can go.
const SPEEDS: [u32; 5] = [1, 10, 60, 100, 1000];
/// What one press of a button lets pass, in milliseconds.
const STEPS: [(u32, &str); 2] = [(1000, "+1 s"), (5000, "+5 s")];

/// The clock.
pub fn clock_panel<P: Place>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let clock = shell.clock();
    let civil = move || shell.aside(|session| session.world().civil());
    let is_live = move || matches!(clock.mode(), Mode::Live { .. });
    let refused = RwSignal::new(String::new());
    let pass = move |event| {
        let form = submitted(&event);
        if let Some(length) = accepted(input::millis(language.get_untracked(), &typed(&form, "ms")), refused) {
            clock.pause();
            clock.pass(length);
        }
    };
    let set = move |event| {
        let form = submitted(&event);
        if let Some(civil) = accepted(input::civil(language.get_untracked(), &typed(&form, "civil")), refused) {
            shell.act(P::set_clock(civil));
        }
    };
    let speeds = SPEEDS.map(|speed| element("option").has("value", &speed.to_string()).text(&format!("\u{d7}{speed}")));
    let speed = element("select").has("data-speed", "").with_all(speeds).holds(move || clock.speed().to_string()).on(
        "change",
        move |event| {
            if let Ok(speed) = event_target_value(&event).parse() {
                clock.set_speed(speed);
            }
        },
    );
    let steps = STEPS.map(|(ms, text)| {
        element("button")
            .has("type", "button")
            .has("data-pass", &ms.to_string())
            .text(text)
            .on("click", move |_| clock.pass(Millis(ms)))
    });
    let run = button(message::CLOCK_RUN)
        .has("data-clock", "live")
        .tells("aria-pressed", is_live)
        .on("click", move |_| clock.go_live());
    let pause = button(message::CLOCK_PAUSE)
        .has("data-clock", "pause")
        .tells("aria-pressed", move || !is_live())
        .on("click", move |_| clock.pause());
    let time = classed("p", "time")
        .with(element("b").shows(move || time_of_day(civil())))
        .with(element("span").shows(move || day(language.get(), civil())));
    let began = untrack(civil).to_string();
    let body = body()
        .with(time)
        .with(
            classed("div", "row")
                .with(classed("div", "choice").with(run).with(pause))
                .with(labelled(message::CLOCK_SPEED, speed).has("class", "inline"))
                .with_all(steps),
        )
        .with(
            classed("form", "fields")
                .has("data-form", "pass")
                .on("submit", pass)
                .with(labelled(message::CLOCK_EXACT_MS, field("ms", "250").has("inputmode", "numeric")))
                .with(element("button").says(message::CLOCK_LET_PASS)),
        )
        .with(
            classed("form", "fields")
                .has("data-form", "civil")
                .on("submit", set)
                .with(labelled(message::CLOCK_CIVIL, field("civil", &began)))
                .with(element("button").says(message::CLOCK_SET_CIVIL)),
        )
        .with(objection(refused));
    panel("clock", message::PANEL_CLOCK, Opens::Beside, body)
}
