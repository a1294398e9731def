//! Draws the old type's display: two lines of sixteen characters, as such a module looks (S12).
//!
//! Each character has a cell of its own, 5 dots wide and 8 dots high; a dot is one pixel wide and two high, so that all
//! sixteen cells fit a monochrome display of 128 x 64 pixels.

use embedded_graphics::framebuffer::{Framebuffer, buffer_size};
use embedded_graphics::mono_font::MonoTextStyle;
use embedded_graphics::mono_font::iso_8859_13::FONT_5X8;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::pixelcolor::raw::{LittleEndian, RawU1};
use embedded_graphics::prelude::*;
use embedded_graphics::text::{Baseline, Text};

use super::enlarge::Enlarged;
use super::screen::{COLUMNS, Screen, TextLine};

/// From one character to the next, in pixels.
pub const CELL_WIDTH: u32 = 8;
/// The height of a character, in pixels.
pub const CELL_HEIGHT: u32 = 16;

const WIDTH: usize = 128;
const HEIGHT: usize = 64;
/// A dot of a character.
const DOT: Size = Size::new(1, 2);
/// The gap between two cells is three dots: one before the character, two after it.
const CELL_LEFT: i32 = 1;
const LINE_TOPS: [i32; 2] = [11, 37];

/// One picture, a bit a pixel.
pub type LcdFrame =
    Framebuffer<BinaryColor, RawU1, LittleEndian, WIDTH, HEIGHT, { buffer_size::<BinaryColor>(WIDTH, HEIGHT) }>;

/// The picture of a screen on the old type.
pub fn lcd_frame(screen: &Screen) -> LcdFrame {
    let mut frame = LcdFrame::new();
    match LcdPicture(screen).draw(&mut frame) {
        Ok(()) => frame,
        Err(never) => match never {},
    }
}

/// A screen, as the old type shows it.
pub struct LcdPicture<'a>(pub &'a Screen);

impl Drawable for LcdPicture<'_> {
    type Color = BinaryColor;
    type Output = ();

    fn draw<D: DrawTarget<Color = BinaryColor>>(&self, target: &mut D) -> Result<(), D::Error> {
        target.clear(BinaryColor::Off)?;
        for (line, top) in self.0.lines().iter().zip(LINE_TOPS) {
            draw_line(line, top, target)?;
        }
        Ok(())
    }
}

/// Each character in its cell, the line in the middle of the sixteen.
fn draw_line<D: DrawTarget<Color = BinaryColor>>(line: &TextLine, top: i32, target: &mut D) -> Result<(), D::Error> {
    let ink = MonoTextStyle::new(&FONT_5X8, BinaryColor::On);
    let spare = COLUMNS.saturating_sub(line.chars().count()) / 2;
    let cells = (0..).step_by(CELL_WIDTH as usize).skip(spare);
    for (letter, left) in line.chars().zip(cells) {
        let mut cell = Enlarged::new(target, Point::new(left + CELL_LEFT, top), DOT);
        let mut buffer = [0; 4];
        Text::with_baseline(letter.encode_utf8(&mut buffer), Point::zero(), ink, Baseline::Top).draw(&mut cell)?;
    }
    Ok(())
}
