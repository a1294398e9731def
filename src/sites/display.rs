//! The displays of the devices: canvases that are drawn again when, and only when, the screen changed.

use std::marker::PhantomData;
use std::rc::Rc;

use embedded_graphics::draw_target::ColorConverted;
use embedded_graphics::pixelcolor::{BinaryColor, Rgb888};
use embedded_graphics::prelude::*;
use embedded_graphics_web_simulator::display::WebSimulatorDisplay;
use embedded_graphics_web_simulator::output_settings::OutputSettingsBuilder;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use world::session::Session;

use crate::elements::{Element, effect, el, element};
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

/// The opening in the housing of a device behind which a display is, in the units of the drawing of the device.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    /// The width of the whole device.
    pub device_width: u32,
    /// The middle of the opening, from the left and from the top of the device, in halves of a unit.
    pub middle: (u32, u32),
    /// The width and height of the opening.
    pub size: (u32, u32),
    /// What the display is for.
    pub purpose: Purpose,
}

/// What a display is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// It is read. Its glass has a margin beside the picture.
    Reading,
    /// It is touched: it is as large as the opening allows where whole pixels would leave more than a fifth of its
    /// width empty, and the picture goes to the edge of its glass.
    Touching,
}

/// Makes each pixel of the display `glass` a whole number of the screen's own pixels, as many as there is room for, and
/// the glass as large as its picture, whenever the device has another size. `picture` is the width and height of the
/// picture in pixels.
pub fn keep_fitted(glass: &Element, opening: Opening, picture: (u32, u32)) {
    let glass = glass.node().clone().unchecked_into::<HtmlElement>();
    let Some(device) = glass.parent_element() else { return };
    let observed = device.clone();
    let fit = Rc::new(move || fit(&glass, &device, opening, picture));
    let resized = Rc::clone(&fit);
    let resized = Closure::<dyn FnMut()>::new(move || resized()).into_js_value();
    // The display lives as long as the page.
    if let Ok(observer) = ResizeObserver::new(resized.unchecked_ref()) {
        observer.observe(&observed);
    }
    // A zoom may change the screen's pixels alone.
    window_event_listener(ev::resize, move |_| fit());
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser measures in fractions of pixels; the width of a screen is a small positive number"
)]
fn fit(glass: &HtmlElement, device: &web_sys::Element, opening: Opening, picture: (u32, u32)) {
    let pixels = window().device_pixel_ratio().max(0.1);
    let unit = device.get_bounding_client_rect().width() * pixels / f64::from(opening.device_width);
    // A device that is not shown has no width.
    if unit <= 0.0 {
        return;
    }
    let room = [opening.size.0, opening.size.1].map(|length| f64::from(length) * unit);
    let picture = [picture.0, picture.1].map(f64::from);
    let most = (room[0] / picture[0]).min(room[1] / picture[1]);
    // Where a pixel of the display is smaller than one of the screen, the browser blends them.
    let is_whole = match opening.purpose {
        Purpose::Reading => most >= 1.0,
        Purpose::Touching => most.floor() >= most * 0.8,
    };
    let dot = if is_whole { most.floor() } else { most };
    let shown = picture.map(|length| length * dot);
    let spare = ((room[0] - shown[0]).min(room[1] - shown[1]) / 2.0).floor();
    let margin = match opening.purpose {
        Purpose::Reading => spare.clamp(0.0, dot),
        Purpose::Touching => 0.0,
    };
    let size = shown.map(|length| length + 2.0 * margin);
    let edge = |middle: u32, length: f64| (f64::from(middle) * unit / 2.0 - length / 2.0).round();
    let set = |property, length: f64| {
        let thousandths = (length / pixels * 1000.0).round() as u32;
        // A browser that takes no such length shows the display as the style sheet says.
        let _ = glass.style().set_property(property, &format!("{}.{:03}px", thousandths / 1000, thousandths % 1000));
    };
    set("left", edge(opening.middle.0, size[0]));
    set("top", edge(opening.middle.1, size[1]));
    set("width", size[0]);
    set("height", size[1]);
    set("padding", margin);
    // The page's tests and its styles ask for it.
    let _ = glass.set_attribute("data-whole", if is_whole { "true" } else { "false" });
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

/// A display in words, for those who do not see it: all that it shows, to be read, and the part that is announced.
///
/// The first has the lines of `shown`. The second is written again, with the lines of `said`, when `key` differs, which
/// is without what ticks. Both have the code of the display's `language`, in which a screen reader speaks them.
pub fn in_words(
    language: impl Fn() -> String + Copy + 'static,
    shown: impl Fn() -> String + 'static,
    key: impl Fn() -> String + 'static,
    said: impl Fn() -> String + 'static,
) -> [Element; 2] {
    let words = || el("div", "sr-only").verbatim().deferred(move |words| words.attr_fn("lang", language));
    [
        words().deferred(move |words| words.children_keyed(shown, |text| paragraphs(text, "data-display-line"))),
        words()
            .attr("data-announced", "")
            .attr("aria-live", "polite")
            .deferred(move |words| words.children_keyed(key, move |_| paragraphs(&said(), "data-announced-line"))),
    ]
}

/// Lines of text as paragraphs that have this attribute.
fn paragraphs(text: &str, name: &'static str) -> Vec<Element> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(|line| element("p").attr(name, "").text(line)).collect()
}
