//! What differs between two pictures, without a copy of either: the display is looked at in tiles, and of each tile a
//! sum over everything that was drawn into it is kept.

use core::convert::Infallible;

use embedded_graphics::pixelcolor::{IntoStorage, Rgb565};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

/// A tile's width, in pixels.
const TILE_WIDTH: u32 = 20;
/// A tile's height, in pixels.
const TILE_HEIGHT: u32 = 20;
const COLUMNS: usize = 16;
const ROWS: usize = 12;

/// The sums of a display of 320 x 240 pixels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tiles([[u64; COLUMNS]; ROWS]);

impl Tiles {
    /// Of a picture that nothing was drawn into.
    pub const fn new() -> Self {
        Self([[0; COLUMNS]; ROWS])
    }

    /// Where this picture is not the same as `other`: rows of tiles that differ from the same column to the same column
    /// are one rectangle.
    pub fn differing<'t>(&'t self, other: &'t Self) -> impl Iterator<Item = Rectangle> + 't {
        let columns = move |row: usize| {
            let differs = |column: &usize| self.0[row][*column] != other.0[row][*column];
            Some(((0..COLUMNS).find(differs)?, (0..COLUMNS).rfind(differs)? + 1))
        };
        let mut row = 0;
        core::iter::from_fn(move || {
            let top = (row..ROWS).find(|row| columns(*row).is_some())?;
            let (first, end) = columns(top)?;
            row = (top..ROWS).find(|row| columns(*row) != Some((first, end))).unwrap_or(ROWS);
            Some(area(top, row, first, end))
        })
    }

    fn add(&mut self, row: usize, column: usize, what: u64) {
        // FNV-1a, 64 bits at a time: what was drawn, in its order.
        let sum = &mut self.0[row][column];
        *sum = (*sum ^ what).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    }
}

/// The tiles from one row and column to others, those not included.
fn area(top: usize, bottom: usize, first: usize, end: usize) -> Rectangle {
    let at = |tile: usize, size: u32| i32::try_from(tile).unwrap_or(0) * size.cast_signed();
    let corner = |row: usize, column: usize| Point::new(at(column, TILE_WIDTH), at(row, TILE_HEIGHT));
    Rectangle::with_corners(corner(top, first), corner(bottom, end) - Point::new(1, 1))
}

impl OriginDimensions for Tiles {
    fn size(&self) -> Size {
        Size::new(TILE_WIDTH * 16, TILE_HEIGHT * 12)
    }
}

impl DrawTarget for Tiles {
    type Color = Rgb565;
    type Error = Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Infallible> {
        for Pixel(at, color) in pixels {
            let (Ok(x), Ok(y)) = (u32::try_from(at.x), u32::try_from(at.y)) else { continue };
            let (row, column) = ((y / TILE_HEIGHT) as usize, (x / TILE_WIDTH) as usize);
            if row < ROWS && column < COLUMNS {
                let place = u64::from(y % TILE_HEIGHT) << 8 | u64::from(x % TILE_WIDTH);
                self.add(row, column, place << 16 | u64::from(color.into_storage()));
            }
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: Rgb565) -> Result<(), Infallible> {
        let area = area.intersection(&self.bounding_box());
        let Some(end) = area.bottom_right() else { return Ok(()) };
        let tile = |at: i32, size: u32| (at.unsigned_abs() / size) as usize;
        for row in tile(area.top_left.y, TILE_HEIGHT)..=tile(end.y, TILE_HEIGHT) {
            for column in tile(area.top_left.x, TILE_WIDTH)..=tile(end.x, TILE_WIDTH) {
                // Only the part inside the tile counts: a bar that grows changes the tile where it ends.
                let tile = self::area(row, row + 1, column, column + 1);
                let part = area.intersection(&tile);
                let at = part.top_left - tile.top_left;
                let numbers = [at.x.unsigned_abs(), at.y.unsigned_abs(), part.size.width, part.size.height];
                let place = numbers.into_iter().fold(1, |place, number| place << 8 | u64::from(number));
                self.add(row, column, place << 16 | u64::from(color.into_storage()));
            }
        }
        Ok(())
    }
}
