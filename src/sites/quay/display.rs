//! The pedestal's display: a canvas of 128 x 64 pixels.

use embedded_graphics::prelude::*;
use firmware_core::device::Device as _;
use firmware_core::pedestal::{Bottom, FRAME_HEIGHT, FRAME_WIDTH, Screen};
use leptos::prelude::*;
use world::quay::Quay;
use world::quay::announcement::steady;
use world::quay::observation::words;
use world::quay::step_value::DARK;
use world::session::Session;
use world::world::World as _;

use crate::elements::first_paint::defer;
use crate::elements::{Element, el};
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::Palette;
use crate::sites::display::{self, Opening, Purpose};
use crate::texts::language::use_language;
use crate::texts::message;

/// The colours of the display, which is blue, with bright letters, and lit from behind.
pub const PALETTE: Palette = Palette { on: [0xf2, 0xf8, 0xff], off: [0x14, 0x35, 0x8f], unlit: [0x22, 0x2b, 0x33] };

/// The display of the pedestal in front of the person: in dots and, for those who do not see them, in words.
pub fn display() -> [Element; 3] {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let screen = move || shell.at(shown);
    let bar = move || match screen().map(|screen| screen.text().bottom) {
        Some(Bottom::Bar(filled)) => filled.to_string(),
        _ => String::new(),
    };
    let text = |screen: Screen| words(&screen.text()).join("\n");
    let shown_text = move || screen().map(text).unwrap_or_default();
    let key = move || screen().map(steady).map(text).unwrap_or_default();
    let spoken = move || screen().map_or("", |screen| screen.language.code()).to_owned();
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
    let [read, announced] = display::in_words(spoken, shown_text, key, shown_text);
    [dots, read.attr("id", "display-text"), announced]
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
    display::keep_fitted(glass, OPENING, FRAME_SIZE);
}

#[expect(clippy::cast_possible_truncation, reason = "128 and 64")]
const FRAME_SIZE: (u32, u32) = (FRAME_WIDTH as u32, FRAME_HEIGHT as u32);
/// Where the display is on the pillar.
const OPENING: Opening = Opening { device_width: 360, middle: (360, 284), size: (294, 147), purpose: Purpose::Reading };
