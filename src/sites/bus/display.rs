//! The displays of the validators: canvases that are drawn again when, and only when, their screen changed.

use embedded_graphics::pixelcolor::{BinaryColor, Rgb565, Rgb888};
use embedded_graphics::prelude::*;
use embedded_graphics_web_simulator::display::WebSimulatorDisplay;
use embedded_graphics_web_simulator::output_settings::OutputSettingsBuilder;
use firmware_core::device::Device as _;
use firmware_core::validator::{Face, LcdPicture, Screen, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture};
use world::bus::Bus;
use world::session::Session;
use world::world::World as _;

use super::bench_index;
use crate::elements::{Element, effect};
use crate::session::shell::Shell;
use crate::session::site_page::Palette;

/// The character module's own picture, in pixels.
const LCD_SIZE: (u32, u32) = (128, 64);

/// A dot of the character module: dark crystals on a green light.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ink {
    On,
    Off,
    /// Without power.
    Unlit,
}

impl PixelColor for Ink {
    type Raw = ();
}

impl From<BinaryColor> for Ink {
    fn from(dot: BinaryColor) -> Self {
        if dot.is_on() { Self::On } else { Self::Off }
    }
}

/// Their colours.
pub const PALETTE: Palette = Palette { on: [0x16, 0x21, 0x0a], off: [0x9c, 0xb8, 0x4a], unlit: [0x4c, 0x56, 0x40] };

impl From<Ink> for Rgb888 {
    fn from(ink: Ink) -> Self {
        let [red, green, blue] = match ink {
            Ink::On => PALETTE.on,
            Ink::Off => PALETTE.off,
            Ink::Unlit => PALETTE.unlit,
        };
        Self::new(red, green, blue)
    }
}

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

/// Draws the character module's screen on a canvas in `glass` whenever it is another one.
pub fn draw_lcd(shell: Shell<Bus>, glass: &Element) {
    let plain = OutputSettingsBuilder::new().scale(1).build();
    let mut canvas = WebSimulatorDisplay::<Ink>::new(LCD_SIZE, &plain, Some(glass.node()));
    let picture = move |screen: Option<&Screen>| {
        // Dots outside the canvas are the only error there could be, and are dropped.
        let _ = match screen {
            Some(screen) => LcdPicture(&screen.lines()).draw(&mut canvas.color_converted::<BinaryColor>()),
            None => canvas.clear(Ink::Unlit),
        };
        let _ = canvas.flush();
    };
    redraw_on_change(shell, Face::Keys, glass, Box::new(picture));
}

/// Draws the touch display's screen on a canvas in `glass` whenever it is another one.
pub fn draw_touch(shell: Shell<Bus>, glass: &Element) {
    let plain = OutputSettingsBuilder::new().scale(1).build();
    let size = (TOUCH_WIDTH, TOUCH_HEIGHT);
    let mut canvas = WebSimulatorDisplay::<Pixel>::new(size, &plain, Some(glass.node()));
    let picture = move |screen: Option<&Screen>| {
        let _ = match screen {
            Some(screen) => TouchPicture(screen).draw(&mut canvas.color_converted::<Rgb565>()),
            None => canvas.clear(Pixel(Rgb565::BLACK)),
        };
        let _ = canvas.flush();
    };
    redraw_on_change(shell, Face::Touch, glass, Box::new(picture));
}

/// Draws a screen, or what there is without power.
type Picture = Box<dyn FnMut(Option<&Screen>)>;

fn redraw_on_change(shell: Shell<Bus>, face: Face, glass: &Element, mut picture: Picture) {
    let node = glass.node().clone();
    let mut drawn = None;
    let mut redraws = 0;
    effect(move || {
        let screen = shell.at(|session| shown(session, face));
        if drawn == Some(screen) {
            return;
        }
        drawn = Some(screen);
        redraws += 1;
        picture(screen.as_ref());
        // The page's tests count how often the canvas is written.
        let _ = node.set_attribute("data-redraws", &redraws.to_string());
    });
}
