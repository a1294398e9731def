//! Draws the old type's display: two lines of sixteen characters, as such a module looks (S12).
//!
//! Each character has a cell of its own, 5 dots wide and 8 dots high; a dot is one pixel wide and two high, so that all
//! sixteen cells fit a monochrome display of 128 x 64 pixels.

use embedded_graphics::framebuffer::{Framebuffer, buffer_size};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::pixelcolor::raw::{LittleEndian, RawU1};
use embedded_graphics::prelude::*;

use super::screen::{Screen, TextLine};
use crate::font::{SMALL, count_of};

/// From one character to the next, in pixels.
pub const CELL_WIDTH: u32 = 8;
/// The height of a character, in pixels.
pub const CELL_HEIGHT: u32 = 16;

const WIDTH: usize = 128;
const ACROSS: u32 = 128;
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
    match LcdPicture(&screen.lines()).draw(&mut frame) {
        Ok(()) => frame,
        Err(never) => match never {},
    }
}

/// Two lines, as the old type shows them: each character in its cell, a line in the middle of the sixteen.
pub struct LcdPicture<'a>(pub &'a [TextLine; 2]);

impl Drawable for LcdPicture<'_> {
    type Color = BinaryColor;
    type Output = ();

    fn draw<D: DrawTarget<Color = BinaryColor>>(&self, target: &mut D) -> Result<(), D::Error> {
        target.clear(BinaryColor::Off)?;
        for (line, top) in self.0.iter().zip(LINE_TOPS) {
            let spare = (ACROSS / CELL_WIDTH).saturating_sub(count_of(line)) / 2;
            let at = Point::new((spare * CELL_WIDTH).cast_signed() + CELL_LEFT, top);
            SMALL.write_spread(line, at, CELL_WIDTH, DOT, BinaryColor::On, target)?;
        }
        Ok(())
    }
}
