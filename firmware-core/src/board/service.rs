//! The service screen: this device does not serve anybody until somebody has looked at it.

use core::fmt::Write as _;

use arrayvec::ArrayString;
use embedded_graphics::mono_font::MonoTextStyle;
use embedded_graphics::mono_font::iso_8859_13::FONT_6X10;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_graphics::text::{Alignment, Baseline, Text, TextStyleBuilder};

use super::store::{Fault, Item};

/// Why a device stands still.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// What it remembers, or the numbers it works by, cannot be read or kept; they are left as they are.
    Store(Item, Fault),
    /// A mistake of the firmware, at this place of its flash.
    Panic(u32),
    /// The firmware was busy with one thing for too long.
    Watchdog,
}

impl Cause {
    /// Its code: M and a number for the memory, S for the settings, P and the place in hexadecimal digits, W.
    pub fn code(self) -> ArrayString<8> {
        let mut code = ArrayString::new();
        let written = match self {
            Self::Store(Item::Memory, fault) => write!(code, "M{}", fault.number()),
            Self::Store(Item::Settings | Item::Starts, fault) => write!(code, "S{}", fault.number()),
            Self::Panic(place) => write!(code, "P{place:X}"),
            Self::Watchdog => write!(code, "W"),
        };
        written.expect("a letter and six digits have room");
        code
    }
}

/// Draws it on a display of any kind, in the middle.
///
/// # Errors
/// Those of the display.
pub fn draw<D>(cause: Cause, display: &mut D) -> Result<(), D::Error>
where
    D: DrawTarget,
    D::Color: From<BinaryColor>,
{
    let ink = D::Color::from(BinaryColor::On);
    display.clear(BinaryColor::Off.into())?;
    let centred = TextStyleBuilder::new().alignment(Alignment::Center).baseline(Baseline::Middle).build();
    let middle = display.bounding_box().center();
    let style = MonoTextStyle::new(&FONT_6X10, ink);
    let mut line = |words: &str, down: i32| {
        Text::with_text_style(words, middle + Point::new(0, down), style, centred).draw(display).map(|_| ())
    };
    let code = cause.code();
    // One language for all: who can do something about it knows these words.
    line("SERVICE", -16)?;
    line(&code, 0)?;
    line("out of order", 16)
}
