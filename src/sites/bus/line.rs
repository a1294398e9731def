//! The line and its driver: where the bus is, and what the driver does.

use leptos::prelude::*;
use world::bus::Bus;
use world::bus::act::Act;

use crate::elements::{Element, button, el, element};
use crate::panels::{Opens, body, panel, power_switch};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{Words, fill, message};

/// What a button is called, what it says, and what the driver does.
const DRIVER: [(&str, Words, Act); 5] = [
    ("next-stop", message::DRIVER_NEXT_STOP, Act::NextStop),
    ("end-run", message::DRIVER_END_RUN, Act::EndRun),
    ("depart", message::DRIVER_DEPART, Act::Depart),
    ("block", message::DRIVER_BLOCK, Act::Block(true)),
    ("unblock", message::DRIVER_UNBLOCK, Act::Block(false)),
];

/// The line and its driver.
pub fn line_panel() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let where_to = move || {
        let language = language.get();
        shell.at(|session| {
            let vehicle = session.world().vehicle();
            let number = vehicle.line().number.to_string();
            fill(message::DRIVER_DIRECTION.in_language(language), &[&number, vehicle.direction()])
        })
    };
    // The stops are others on the way back.
    let names = move || shell.at(|session| session.world().vehicle().stops().collect::<Vec<_>>().join("\n"));
    let stop = move || shell.at(|session| session.world().vehicle().stop().map_or(0, usize::from));
    let stops = move |names: &str| {
        let stops = names.lines().enumerate().map(|(index, name)| {
            let number = index + 1;
            element("li")
                .attr("data-stop", &number.to_string())
                .attr_bool("data-passed", move || number < stop())
                .attr_fn("aria-current", move || if stop() == number { "step" } else { "false" }.to_owned())
                .text(name)
        });
        stops.collect()
    };
    let driver = DRIVER
        .map(|(what, words, act)| button(words).attr("data-driver", what).on("click", move |_| shell.act(act.clone())));
    let power = power_switch::<Bus>(message::DRIVER_POWER, message::DRIVER_POWER_ON, message::DRIVER_POWER_OFF);
    let body = body()
        .child(el("p", "hint").text_fn(where_to))
        .child(el("ol", "stops").children_keyed(names, stops))
        .child(el("div", "buttons").children(driver).child(power));
    panel("line", message::PANEL_LINE, Opens::Beside, body)
}
