//! The pedestal's display: a canvas of 128 x 64 pixels.
//!
//! The browser enlarges it by a whole number of its own pixels, whatever the zoom, so that every dot is as large as
//! the others.

use embedded_graphics::prelude::*;
use firmware_core::device::Device as _;
use firmware_core::pedestal::{Bottom, FRAME_HEIGHT, FRAME_WIDTH, Screen};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use world::quay::Quay;
use world::quay::observation::words;
use world::quay::step_value::DARK;
use world::session::Session;
use world::world::World as _;

use crate::elements::first_paint::defer;
use crate::elements::{Element, el};
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::Palette;
use crate::sites::display;
use crate::texts::language::use_language;
use crate::texts::message;

/// The colours of the display, which is blue, with bright letters, and lit from behind.
pub const PALETTE: Palette = Palette { on: [0xf2, 0xf8, 0xff], off: [0x14, 0x35, 0x8f], unlit: [0x22, 0x2b, 0x33] };

/// The display of the pedestal in front of the person: in dots and, for those who do not see them, in words.
pub fn display() -> [Element; 2] {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let screen = move || shell.at(shown);
    let bar = move || match screen().map(|screen| screen.text().bottom) {
        Some(Bottom::Bar(filled)) => filled.to_string(),
        _ => String::new(),
    };
    // The lines are written again only when they change.
    let text = move || screen().map(|screen| words(&screen.text()).join("\n")).unwrap_or_default();
    let dots = el("div", "display")
        .attr("id", ID)
        .attr("role", "img")
        .attr_fn("data-screen", move || screen().map_or(DARK, |screen| screen.view.name()).to_owned())
        .deferred(move |dots| {
            dots.attr_fn("aria-label", move || message::PEDESTAL_DISPLAY.in_language(language.get()).to_owned())
                .attr_fn("data-bar", bar)
        });
    let glass = dots.clone();
    // What is drawn is seen in the first frame at the earliest: until then the screen is words, and no card waits.
    defer(move || draw(shell, &glass));
    [
        dots,
        el("div", "sr-only")
            .attr("id", "display-text")
            .attr("aria-live", "polite")
            .deferred(move |said| said.children_keyed(text, |text| display::paragraphs(text.lines()))),
    ]
}

const ID: &str = "display";

/// What the display says; nothing without power.
fn shown(session: &Session<Quay>) -> Option<Screen> {
    let world = session.world();
    world.bench().device().map(|device| device.screen(world.now()))
}

/// Draws the screen on a canvas in the display whenever it differs.
fn draw(shell: Shell<Quay>, glass: &Element) {
    display::draw_monochrome(shell, glass, FRAME_SIZE, shown, |screen, canvas| {
        // Pixels outside the canvas are the only error there could be, and are dropped.
        let _ = screen.draw(canvas);
    });
    window_event_listener(ev::resize, |_| fit());
}

#[expect(clippy::cast_possible_truncation, reason = "128 and 64")]
const FRAME_SIZE: (u32, u32) = (FRAME_WIDTH as u32, FRAME_HEIGHT as u32);

/// Makes each dot of the display on the page a whole number of the screen's own pixels, as many as there is room for.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser measures in fractions of pixels; a screen's width is a small positive number"
)]
pub fn fit() {
    let canvas = document().query_selector("#display canvas").ok().flatten();
    let Some(canvas) = canvas.and_then(|canvas| canvas.dyn_into::<HtmlElement>().ok()) else { return };
    let dots = f64::from(FRAME_SIZE.0);
    let real = window().device_pixel_ratio().max(0.1);
    let room = canvas.parent_element().map_or(0.0, |window| window.get_bounding_client_rect().width());
    let dot = (room * real / dots).floor().max(1.0);
    let thousandths = (dot * dots / real * 1000.0) as u32;
    let width = format!("{}.{:03}px", thousandths / 1000, thousandths % 1000);
    // A browser that takes no width shows the canvas as it is.
    let _ = canvas.style().set_property("width", &width);
}
