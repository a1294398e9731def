//! A picture of 128 x 64 pixels in the pages of an SSD1306: eight rows in a byte, the top one lowest. What differs from
//! the picture before is sent.

use core::convert::Infallible;

use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

const COLUMNS: usize = 128;
const PAGES: usize = 8;
const PAGE_HEIGHT: usize = 8;
const SIZE: Size = Size::new(128, 64);

/// A picture, page by page.
#[derive(Clone)]
pub struct Pages([[u8; COLUMNS]; PAGES]);

impl Pages {
    /// Paper without ink.
    pub const fn new() -> Self {
        Self([[0; COLUMNS]; PAGES])
    }

    /// What differs from `shown`: of each page its number, the first column and the bytes from there.
    pub fn differing<'p>(&'p self, shown: &'p Self) -> impl Iterator<Item = (u8, u8, &'p [u8])> {
        (0..).zip(&self.0).zip(&shown.0).filter_map(|((page, bytes), shown)| {
            let differs = |column: &usize| bytes[*column] != shown[*column];
            let (first, last) = ((0..COLUMNS).find(differs)?, (0..COLUMNS).rfind(differs)?);
            Some((page, u8::try_from(first).ok()?, &bytes[first..=last]))
        })
    }

    /// All of it, in the form of [`Self::differing`].
    pub fn all(&self) -> impl Iterator<Item = (u8, u8, &[u8])> {
        (0..).zip(&self.0).map(|(page, bytes)| (page, 0, &bytes[..]))
    }
}

/// From where to where a stretch lies that begins at `from`, of what is there: none of it, if both are the same.
fn within(from: i32, length: u32, there: usize) -> (usize, usize) {
    let inside = |at: i32| usize::try_from(at).unwrap_or_default().min(there);
    (inside(from), inside(from.saturating_add_unsigned(length)))
}

impl OriginDimensions for Pages {
    fn size(&self) -> Size {
        SIZE
    }
}

impl DrawTarget for Pages {
    type Color = BinaryColor;
    type Error = Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<BinaryColor>>>(&mut self, pixels: I) -> Result<(), Infallible> {
        for Pixel(at, color) in pixels {
            let (Ok(x), Ok(y)) = (usize::try_from(at.x), usize::try_from(at.y)) else { continue };
            if let Some(byte) = self.0.get_mut(y / PAGE_HEIGHT).and_then(|page| page.get_mut(x)) {
                let dot = 1 << (y % PAGE_HEIGHT);
                *byte = if color.is_on() { *byte | dot } else { *byte & !dot };
            }
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: BinaryColor) -> Result<(), Infallible> {
        let (left, right) = within(area.top_left.x, area.size.width, COLUMNS);
        let (top, bottom) = within(area.top_left.y, area.size.height, PAGES * PAGE_HEIGHT);
        let mut row = top;
        while row < bottom {
            let (page, first) = (row / PAGE_HEIGHT, row % PAGE_HEIGHT);
            let end = bottom.min((page + 1) * PAGE_HEIGHT);
            let dots = (0xff_u8 << first) & (0xff_u8 >> ((page + 1) * PAGE_HEIGHT - end));
            for byte in &mut self.0[page][left..right] {
                *byte = if color.is_on() { *byte | dots } else { *byte & !dots };
            }
            row = end;
        }
        Ok(())
    }
}
