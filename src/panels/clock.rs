//! The clock: what time it is on the quay, and how time goes on.

use firmware_core::time::Millis;
use leptos::prelude::*;
use world::act::SiteAct as _;

use crate::elements::form::{accepted, objection, submitted, typed};
use crate::elements::{Element, button, el, element, field, labelled};
use crate::panels::{Opens, body, panel};
use crate::session::course::Mode;
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{day, input, message, time_of_day};

/// How fast the live clock can go.
const SPEEDS: [u32; 5] = [1, 10, 60, 100, 1000];
/// What one press of a button lets pass, in seconds.
const STEPS: [u32; 2] = [1, 5];

/// The clock.
pub fn clock_panel<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let clock = shell.clock();
    let civil = move || shell.at_after_paint(|session| session.world().civil());
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
            shell.act(P::Act::set_clock(civil));
        }
    };
    let speeds =
        SPEEDS.map(|speed| element("option").attr("value", &speed.to_string()).text(&format!("\u{d7}{speed}")));
    let speed = element("select")
        .attr("data-speed", "")
        .children(speeds)
        .value_fn(move || clock.speed().to_string())
        .on("change", move |event| {
            if let Ok(speed) = event_target_value(&event).parse() {
                clock.set_speed(speed);
            }
        });
    let steps = STEPS.map(|seconds| {
        let ms = seconds * 1000;
        element("button")
            .attr("type", "button")
            .attr("data-pass", &ms.to_string())
            .text_fn(move || format!("+{seconds} {}", message::UNIT_SECONDS.in_language(language.get())))
            .on("click", move |_| clock.pass(Millis(ms)))
    });
    let run = button(message::CLOCK_RUN)
        .attr("data-clock", "live")
        .attr_bool("aria-pressed", is_live)
        .on("click", move |_| clock.go_live());
    let pause = button(message::CLOCK_PAUSE)
        .attr("data-clock", "pause")
        .attr_bool("aria-pressed", move || !is_live())
        .on("click", move |_| clock.pause());
    let time = el("p", "time")
        .child(element("b").text_fn(move || time_of_day(civil())))
        .child(element("span").text_fn(move || day(language.get(), civil())));
    let began = untrack(civil).to_string();
    let body = body()
        .child(time)
        .child(
            el("div", "row")
                .child(el("div", "choice").child(run).child(pause))
                .child(labelled(message::CLOCK_SPEED, speed).attr("class", "inline"))
                .children(steps),
        )
        .child(
            el("form", "fields")
                .attr("data-form", "pass")
                .on("submit", pass)
                .child(labelled(message::CLOCK_EXACT_MS, field("ms", "250").attr("inputmode", "numeric")))
                .child(element("button").words(message::CLOCK_LET_PASS)),
        )
        .child(
            el("form", "fields")
                .attr("data-form", "civil")
                .on("submit", set)
                .child(labelled(message::CLOCK_CIVIL, field("civil", &began)))
                .child(element("button").words(message::CLOCK_SET_CIVIL)),
        )
        .child(objection(refused));
    panel("clock", message::PANEL_CLOCK, Opens::Beside, body)
}
