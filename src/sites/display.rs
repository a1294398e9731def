//! The displays of the devices: canvases that are drawn again when, and only when, the screen changed.

use std::marker::PhantomData;

use embedded_graphics::draw_target::ColorConverted;
use embedded_graphics::pixelcolor::{BinaryColor, Rgb888};
use embedded_graphics::prelude::*;
use embedded_graphics_web_simulator::display::WebSimulatorDisplay;
use embedded_graphics_web_simulator::output_settings::OutputSettingsBuilder;
use world::session::Session;

use crate::elements::{Element, effect, element};
use crate::session::shell::Shell;
use crate::session::site_page::{SitePage, handle};

/// A pixel of a display of one colour, in the [palette](SitePage::PALETTE) of the site.
pub struct MonochromePixel<P> {
    ink: Ink,
    site: PhantomData<P>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ink {
    On,
    Off,
    /// Without power.
    Unlit,
}

handle!(MonochromePixel);

impl<P> MonochromePixel<P> {
    const fn new(ink: Ink) -> Self {
        Self { ink, site: PhantomData }
    }
}

impl<P> PartialEq for MonochromePixel<P> {
    fn eq(&self, other: &Self) -> bool {
        self.ink == other.ink
    }
}

impl<P: SitePage> PixelColor for MonochromePixel<P> {
    type Raw = ();
}

impl<P> From<BinaryColor> for MonochromePixel<P> {
    fn from(pixel: BinaryColor) -> Self {
        Self::new(if pixel.is_on() { Ink::On } else { Ink::Off })
    }
}

impl<P: SitePage> From<MonochromePixel<P>> for Rgb888 {
    fn from(pixel: MonochromePixel<P>) -> Self {
        let [red, green, blue] = match pixel.ink {
            Ink::On => P::PALETTE.on,
            Ink::Off => P::PALETTE.off,
            Ink::Unlit => P::PALETTE.unlit,
        };
        Self::new(red, green, blue)
    }
}

/// The canvas of a display of one colour.
pub type MonochromeCanvas<'a, P> = ColorConverted<'a, WebSimulatorDisplay<MonochromePixel<P>>, BinaryColor>;

/// Draws the screen of a display of one colour on a canvas in `glass` whenever it differs.
pub fn draw_monochrome<P: SitePage, S: Copy + PartialEq + 'static>(
    shell: Shell<P>,
    glass: &Element,
    size: (u32, u32),
    screen: impl Fn(&Session<P>) -> Option<S> + 'static,
    draw: impl Fn(&S, &mut MonochromeCanvas<'_, P>) + 'static,
) {
    let mut canvas = canvas::<MonochromePixel<P>>(glass, size);
    redraw_on_change(shell, glass, screen, move |screen: Option<&S>| {
        match screen {
            Some(screen) => draw(screen, &mut canvas.color_converted()),
            // Pixels outside the canvas are the only error there could be, and are dropped.
            None => drop(canvas.clear(MonochromePixel::new(Ink::Unlit))),
        }
        let _ = canvas.flush();
    });
}

/// A canvas in `glass`, of this width and height in pixels.
pub fn canvas<C: PixelColor + Into<Rgb888>>(glass: &Element, size: (u32, u32)) -> WebSimulatorDisplay<C> {
    let plain = OutputSettingsBuilder::new().scale(1).build();
    WebSimulatorDisplay::new(size, &plain, Some(glass.node()))
}

/// Draws the screen of the display `glass`, or what it shows without power, whenever it differs.
pub fn redraw_on_change<P: SitePage, S: Copy + PartialEq + 'static>(
    shell: Shell<P>,
    glass: &Element,
    screen: impl Fn(&Session<P>) -> Option<S> + 'static,
    mut draw: impl FnMut(Option<&S>) + 'static,
) {
    let node = glass.node().clone();
    let mut drawn = None;
    let mut redraws = 0;
    effect(move || {
        let screen = shell.at(&screen);
        if drawn == Some(screen) {
            return;
        }
        drawn = Some(screen);
        redraws += 1;
        draw(screen.as_ref());
        // The page's tests count how often the canvas is written.
        let _ = node.set_attribute("data-redraws", &redraws.to_string());
    });
}

/// The lines of a display as paragraphs, for those who do not see it.
pub fn paragraphs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Element> {
    lines.map(|line| element("p").attr("data-display-line", "").text(line)).collect()
}
