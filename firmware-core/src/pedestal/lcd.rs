//! Draws a screen of the pedestal on a monochrome display of 128 x 64 pixels.

use embedded_graphics::framebuffer::{Framebuffer, buffer_size};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::pixelcolor::raw::{LittleEndian, RawU1};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;

use super::screen::{BAR_STEPS, Bottom, Screen, ScreenText};
use crate::font::{LARGE, MIDDLE};

/// Pixels across.
pub const FRAME_WIDTH: usize = 128;
/// Pixels down.
pub const FRAME_HEIGHT: usize = 64;

/// One picture, a bit a pixel.
pub type Frame = Framebuffer<
    BinaryColor,
    RawU1,
    LittleEndian,
    FRAME_WIDTH,
    FRAME_HEIGHT,
    { buffer_size::<BinaryColor>(FRAME_WIDTH, FRAME_HEIGHT) },
>;

/// The picture of a screen.
pub fn frame(screen: &Screen) -> Frame {
    let mut frame = Frame::new();
    match screen.draw(&mut frame) {
        Ok(()) => frame,
        Err(never) => match never {},
    }
}

const WIDTH: u32 = 128;
const CENTRE: i32 = 64;
/// The headline stands in a filled band.
const BAND: Rectangle = Rectangle::new(Point::new(0, 0), Size::new(WIDTH, 15));
const HEADLINE_TOP: i32 = 1;
const LINE_TOPS: [i32; 3] = [18, 29, 40];
const LINE_LEFT: i32 = 1;
const BOTTOM_TOP: i32 = 53;
const BAR: Rectangle = Rectangle::new(Point::new(12, 54), Size::new(104, 9));
const BAR_STEP_WIDTH: u32 = 2;

impl Drawable for Screen {
    type Color = BinaryColor;
    type Output = ();

    fn draw<D: DrawTarget<Color = BinaryColor>>(&self, target: &mut D) -> Result<(), D::Error> {
        self.text().draw(target)
    }
}

impl Drawable for ScreenText {
    type Color = BinaryColor;
    type Output = ();

    fn draw<D: DrawTarget<Color = BinaryColor>>(&self, target: &mut D) -> Result<(), D::Error> {
        target.clear(BinaryColor::Off)?;
        target.fill_solid(&BAND, BinaryColor::On)?;
        let left = CENTRE - (LARGE.width_of(&self.headline).saturating_sub(1) / 2).cast_signed();
        LARGE.write(&self.headline, Point::new(left, HEADLINE_TOP), BinaryColor::Off, target)?;
        for (line, top) in self.lines.iter().zip(LINE_TOPS) {
            MIDDLE.write(line, Point::new(LINE_LEFT, top), BinaryColor::On, target)?;
        }
        match &self.bottom {
            Bottom::Empty => Ok(()),
            Bottom::Words(words) => MIDDLE.write(words, Point::new(LINE_LEFT, BOTTOM_TOP), BinaryColor::On, target),
            Bottom::Bar(filled) => {
                // A frame of one pixel, and the bar within another.
                let (corner, size) = (BAR.top_left, BAR.size);
                target.fill_solid(&BAR, BinaryColor::On)?;
                let hollow = Rectangle::new(corner + Point::new(1, 1), size - Size::new(2, 2));
                target.fill_solid(&hollow, BinaryColor::Off)?;
                let width = BAR_STEP_WIDTH * u32::from((*filled).min(BAR_STEPS));
                let inside = Rectangle::new(corner + Point::new(2, 2), Size::new(width, size.height - 4));
                target.fill_solid(&inside, BinaryColor::On)
            }
        }
    }
}
