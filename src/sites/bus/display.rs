//! The displays of the validators.

use embedded_graphics::pixelcolor::{Rgb565, Rgb888};
use embedded_graphics::prelude::*;
use firmware_core::device::Device as _;
use firmware_core::validator::{Face, LcdPicture, Screen, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture};
use world::bus::Bus;
use world::session::Session;
use world::world::World as _;

use super::bench_index;
use crate::elements::Element;
use crate::session::shell::Shell;
use crate::session::site_page::Palette;
use crate::sites::display::{self, Opening, Purpose};

/// The character module's own picture, in pixels.
const LCD_SIZE: (u32, u32) = (128, 64);
/// Where the character module is on the old type.
const LCD_OPENING: Opening =
    Opening { device_width: 340, middle: (320, 240), size: (246, 123), purpose: Purpose::Reading };
/// Where the touch display is on the new type.
const TOUCH_OPENING: Opening =
    Opening { device_width: 340, middle: (314, 286), size: (304, 228), purpose: Purpose::Touching };

/// The colours of the character module: dark crystals on a green light.
pub const PALETTE: Palette = Palette { on: [0x16, 0x21, 0x0a], off: [0x9c, 0xb8, 0x4a], unlit: [0x4c, 0x56, 0x40] };

/// A pixel of the touch display; without power it is black.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Pixel(Rgb565);

impl PixelColor for Pixel {
    type Raw = ();
}

impl From<Rgb565> for Pixel {
    fn from(colour: Rgb565) -> Self {
        Self(colour)
    }
}

impl From<Pixel> for Rgb888 {
    fn from(Pixel(colour): Pixel) -> Self {
        colour.into()
    }
}

/// What the display of this type says on the bus where the person is; nothing without power.
pub fn shown(session: &Session<Bus>, face: Face) -> Option<Screen> {
    let world = session.world();
    world.benches()[bench_index(world.bus_number(), face)].device().map(|device| device.screen(world.now()))
}

/// Draws the character module's screen on a canvas in `glass` whenever it differs.
pub fn draw_lcd(shell: Shell<Bus>, glass: &Element) {
    display::draw_monochrome(
        shell,
        glass,
        LCD_SIZE,
        |session| shown(session, Face::Keys),
        |screen, canvas| {
            // Pixels outside the canvas are the only error there could be, and are dropped.
            let _ = LcdPicture(&screen.lines()).draw(canvas);
        },
    );
    display::keep_fitted(glass, LCD_OPENING, LCD_SIZE);
}

/// Draws the touch display's screen on a canvas in `glass` whenever it differs.
pub fn draw_touch(shell: Shell<Bus>, glass: &Element) {
    let mut canvas = display::canvas::<Pixel>(glass, (TOUCH_WIDTH, TOUCH_HEIGHT));
    display::redraw_on_change(
        shell,
        glass,
        |session| shown(session, Face::Touch),
        move |screen: Option<&Screen>| {
            let _ = match screen {
                Some(screen) => TouchPicture(screen).draw(&mut canvas.color_converted::<Rgb565>()),
                None => canvas.clear(Pixel(Rgb565::BLACK)),
            };
            let _ = canvas.flush();
        },
    );
    display::keep_fitted(glass, TOUCH_OPENING, (TOUCH_WIDTH, TOUCH_HEIGHT));
}
