//! The light that shows where credit goes.

use crate::elements::{Element, el};
use crate::feedback::{Flight, use_feedback};
use leptos::prelude::*;

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
