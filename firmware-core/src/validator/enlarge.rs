//! Draws small things large: every pixel becomes a rectangle.

use core::iter::repeat_n;

use arrayvec::ArrayVec;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

/// The most pixels of the other target that are filled side by side in one go: no glyph is wider.
const ROW_MAX: usize = 32;

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

    fn fill_contiguous<I: IntoIterator<Item = D::Color>>(
        &mut self,
        area: &Rectangle,
        colors: I,
    ) -> Result<(), D::Error> {
        let step = Point::new(self.pixel.width.cast_signed(), self.pixel.height.cast_signed());
        let (mut colors, wide) = (colors.into_iter(), self.pixel.width as usize);
        let across = ROW_MAX / wide.clamp(1, ROW_MAX);
        for y in area.rows() {
            for x in area.columns().step_by(across) {
                let count = area.columns().end.abs_diff(x).min(u32::try_from(across).unwrap_or(u32::MAX));
                let mut row = ArrayVec::<D::Color, ROW_MAX>::new();
                for color in colors.by_ref().take(count as usize) {
                    row.extend(repeat_n(color, wide).take(row.remaining_capacity()));
                }
                let corner = self.origin + Point::new(x, y).component_mul(step);
                let size = Size::new(count, 1).component_mul(self.pixel);
                let dots = repeat_n(row.as_slice(), self.pixel.height as usize).flatten().copied();
                self.target.fill_contiguous(&Rectangle::new(corner, size), dots)?;
            }
        }
        Ok(())
    }
}
