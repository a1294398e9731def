//! Draws small things large: every pixel becomes a rectangle.

use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

/// A target whose pixels are rectangles of `pixel` on another target, the first of them at `origin`.
pub struct Enlarged<'a, D> {
    target: &'a mut D,
    origin: Point,
    pixel: Size,
}

impl<'a, D: DrawTarget> Enlarged<'a, D> {
    /// Draws on `target` from `origin` on.
    pub fn new(target: &'a mut D, origin: Point, pixel: Size) -> Self {
        Self { target, origin, pixel }
    }
}

impl<D: DrawTarget> Dimensions for Enlarged<'_, D> {
    fn bounding_box(&self) -> Rectangle {
        let Rectangle { top_left, size } = self.target.bounding_box();
        let origin = Point::new(top_left.x.min(0), top_left.y.min(0));
        Rectangle::new(origin, size)
    }
}

impl<D: DrawTarget> DrawTarget for Enlarged<'_, D> {
    type Color = D::Color;
    type Error = D::Error;

    fn draw_iter<I: IntoIterator<Item = Pixel<D::Color>>>(&mut self, pixels: I) -> Result<(), D::Error> {
        let step = Point::new(self.pixel.width.cast_signed(), self.pixel.height.cast_signed());
        pixels.into_iter().try_for_each(|Pixel(at, color)| {
            self.target.fill_solid(&Rectangle::new(self.origin + at.component_mul(step), self.pixel), color)
        })
    }
}
