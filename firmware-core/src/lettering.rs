//! The letters of the monochrome displays: those that their texts are written with, dot by dot.
//!
//! They are the public domain fonts of X11 that `embedded-graphics` brings along, without what no text of
//! [`crate::text`] has: on a microcontroller that halves them. The test `lettering` makes them.

use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

/// Every letter there is; where another is asked for, the question mark stands.
pub const LETTERS: &str = " !'()+,-./0123456789:>?\
    ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\
    ÆØÅÉæøåéĄĆĘŁŃÓŚŹŻąćęłńóśźż";

/// Letters of one size.
#[derive(Debug)]
pub struct Lettering {
    size: Size,
    /// Row by row, letter after letter as in [`LETTERS`], the first dot in the highest bit.
    dots: &'static [u8],
}

/// 5 x 8 dots.
pub static SMALL: Lettering = Lettering { size: Size::new(5, 8), dots: include_bytes!("lettering/5x8.bin") };
/// 6 x 10 dots.
pub static MIDDLE: Lettering = Lettering { size: Size::new(6, 10), dots: include_bytes!("lettering/6x10.bin") };
/// 8 x 13 dots, bold.
pub static LARGE: Lettering = Lettering { size: Size::new(8, 13), dots: include_bytes!("lettering/8x13-bold.bin") };

/// How many letters a text has.
pub fn count_of(words: &str) -> u32 {
    words.chars().fold(0, |count, _| count + 1)
}

impl Lettering {
    /// How wide a text is, in dots.
    pub fn width_of(&self, words: &str) -> u32 {
        self.size.width * count_of(words)
    }

    /// Draws a line of text from its upper left corner on, in `ink` and without paper.
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

    /// Draws a line of text whose dots are rectangles of the size `dot`, a letter every `step` pixels.
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
        for letter in words.chars() {
            let place = |wanted: char| (0..).zip(LETTERS.chars()).find(|(_, one)| *one == wanted);
            let (place, _) = place(letter).or_else(|| place('?')).unwrap_or_default();
            let first: u32 = place * width * height;
            for y in 0..height {
                let mut row = self.row(first + y * width);
                // Dots beside each other are filled together.
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

    /// The dots from this one on that are one row of a letter, the first in the highest bit.
    fn row(&self, first: u32) -> u16 {
        let byte = |place: u32| u16::from(self.dots.get(place as usize).copied().unwrap_or_default());
        let two = byte(first / 8) << 8 | byte(first / 8 + 1);
        // No letter is wider than a byte.
        two << (first % 8) & !(u16::MAX >> self.size.width)
    }
}

/// The first dot of a row.
const ROW_FIRST: u16 = 0x8000;
