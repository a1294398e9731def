//! The bitmap fonts of the monochrome displays.
//!
//! They are subsets of the public domain fonts of X11 in `embedded-graphics`: only the characters that texts of devices
//! use, which halves their size in flash. Full stop and colon consist of squares, which are clear where a pixel is
//! large. The test `font` generates them.

use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

/// The charset. Any other character is drawn as a question mark.
pub const CHARACTERS: &str = " !'()+,-./0123456789:>?\
    ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\
    ÆØÅÉæøåéĄĆĘŁŃÓŚŹŻąćęłńóśźż";

/// The glyphs of one size.
#[derive(Debug)]
pub struct Font {
    size: Size,
    /// Glyph after glyph in the order of [`CHARACTERS`], row by row, the first pixel in the highest bit.
    pixels: &'static [u8],
}

/// 5 x 8 pixels.
pub static SMALL: Font = Font { size: Size::new(5, 8), pixels: include_bytes!("font/5x8.bin") };
/// 6 x 10 pixels.
pub static MIDDLE: Font = Font { size: Size::new(6, 10), pixels: include_bytes!("font/6x10.bin") };
/// 8 x 13 pixels, bold.
pub static LARGE: Font = Font { size: Size::new(8, 13), pixels: include_bytes!("font/8x13-bold.bin") };

/// The number of characters in a text.
pub fn count_of(words: &str) -> u32 {
    words.chars().fold(0, |count, _| count + 1)
}

impl Font {
    /// How wide a text is, in pixels.
    pub fn width_of(&self, words: &str) -> u32 {
        self.size.width * count_of(words)
    }

    /// Draws a line of text from its upper left corner on, in `ink` on a transparent background.
    ///
    /// # Errors
    /// Those of the target.
    #[inline(never)]
    pub fn write<D>(&self, words: &str, at: Point, ink: BinaryColor, target: &mut D) -> Result<(), D::Error>
    where
        D: DrawTarget<Color = BinaryColor>,
    {
        self.write_spread(words, at, self.size.width, Size::new(1, 1), ink, target)
    }

    /// Draws a line of text whose pixels are rectangles of the size `dot`, a character every `step` pixels.
    ///
    /// # Errors
    /// Those of the target.
    #[inline(never)]
    pub fn write_spread<D>(
        &self,
        words: &str,
        at: Point,
        step: u32,
        dot: Size,
        ink: BinaryColor,
        target: &mut D,
    ) -> Result<(), D::Error>
    where
        D: DrawTarget<Color = BinaryColor>,
    {
        let Size { width, height } = self.size;
        let mut left = at.x;
        for character in words.chars() {
            let index_of = |wanted: char| (0..).zip(CHARACTERS.chars()).find(|(_, one)| *one == wanted);
            let (index, _) = index_of(character).or_else(|| index_of('?')).unwrap_or_default();
            let first: u32 = index * width * height;
            for y in 0..height {
                let mut row = self.row(first + y * width);
                // Adjacent pixels are filled together.
                let (mut x, mut run) = (0, 0);
                while row != 0 || run > 0 {
                    if row & ROW_FIRST != 0 {
                        run += 1;
                    } else if run > 0 {
                        let corner = Point::new(((x - run) * dot.width).cast_signed(), (y * dot.height).cast_signed());
                        let size = Size::new(run * dot.width, dot.height);
                        target.fill_solid(&Rectangle::new(Point::new(left, at.y) + corner, size), ink)?;
                        run = 0;
                    }
                    row <<= 1;
                    x += 1;
                }
            }
            left += step.cast_signed();
        }
        Ok(())
    }

    /// One row of a glyph that begins at pixel `first`, its first pixel in the highest bit.
    fn row(&self, first: u32) -> u16 {
        let byte = |index: u32| u16::from(self.pixels.get(index as usize).copied().unwrap_or_default());
        let two = byte(first / 8) << 8 | byte(first / 8 + 1);
        // No glyph is wider than a byte.
        two << (first % 8) & !(u16::MAX >> self.size.width)
    }
}

/// The first pixel of a row.
const ROW_FIRST: u16 = 0x8000;
