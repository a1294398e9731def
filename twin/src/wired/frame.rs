//! The frames that displays have in their memory.

use std::convert::Infallible;

use embedded_graphics::pixelcolor::Rgb565;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use firmware_core::validator::{self, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture};

/// 128 x 64 pixels as the pages of an SSD1306: a byte for each column of eight rows.
pub fn pages(is_lit: impl Fn(Point) -> bool) -> Vec<u8> {
    let byte = |page: i32, column: i32| {
        (0..8).fold(0, |byte, row| byte | u8::from(is_lit(Point::new(column, page * 8 + row))) << row)
    };
    (0..8)
        .flat_map(|page| (0..128).map(move |column| (page, column)))
        .map(|(page, column)| byte(page, column))
        .collect()
}

/// The memory of a touch display: its pixels, row by row, two bytes each, the higher one first.
pub(super) struct RgbFrame(pub(super) Vec<u8>);

impl RgbFrame {
    /// The frame of a screen.
    pub(super) fn of(screen: &validator::Screen) -> Self {
        let mut frame = Self(vec![0; (2 * TOUCH_WIDTH * TOUCH_HEIGHT) as usize]);
        let Ok(()) = TouchPicture(screen).draw(&mut frame);
        frame
    }
}

impl OriginDimensions for RgbFrame {
    fn size(&self) -> Size {
        Size::new(TOUCH_WIDTH, TOUCH_HEIGHT)
    }
}

impl DrawTarget for RgbFrame {
    type Color = Rgb565;
    type Error = Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Infallible> {
        for Pixel(at, color) in pixels {
            self.fill_solid(&Rectangle::new(at, Size::new(1, 1)), color)?;
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: Rgb565) -> Result<(), Infallible> {
        let area = area.intersection(&self.bounding_box());
        let bytes = color.into_storage().to_be_bytes();
        for row in area.rows() {
            let (Ok(y), Ok(x)) = (usize::try_from(row), usize::try_from(area.top_left.x)) else { continue };
            let from = 2 * (y * TOUCH_WIDTH as usize + x);
            for pixel in self.0[from..][..2 * area.size.width as usize].chunks_exact_mut(2) {
                pixel.copy_from_slice(&bytes);
            }
        }
        Ok(())
    }
}
