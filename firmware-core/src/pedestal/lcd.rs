//! Draws a screen of the pedestal on a monochrome display of 128 x 64 pixels.

use embedded_graphics::framebuffer::{Framebuffer, buffer_size};
use embedded_graphics::mono_font::MonoTextStyle;
use embedded_graphics::mono_font::iso_8859_13::{FONT_6X10, FONT_8X13_BOLD};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::pixelcolor::raw::{LittleEndian, RawU1};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::{PrimitiveStyle, Rectangle};
use embedded_graphics::text::{Alignment, Baseline, Text, TextStyleBuilder};

use super::screen::{BAR_STEPS, Bottom, Screen};

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
        let face = self.face();
        let ink = MonoTextStyle::new(&FONT_6X10, BinaryColor::On);
        let paper = MonoTextStyle::new(&FONT_8X13_BOLD, BinaryColor::Off);
        let centred = TextStyleBuilder::new().alignment(Alignment::Center).baseline(Baseline::Top).build();

        target.clear(BinaryColor::Off)?;
        BAND.into_styled(PrimitiveStyle::with_fill(BinaryColor::On)).draw(target)?;
        Text::with_text_style(&face.headline, Point::new(CENTRE, HEADLINE_TOP), paper, centred).draw(target)?;
        for (line, top) in face.lines.iter().zip(LINE_TOPS) {
            Text::with_baseline(line, Point::new(LINE_LEFT, top), ink, Baseline::Top).draw(target)?;
        }
        match &face.bottom {
            Bottom::Empty => Ok(()),
            Bottom::Words(words) => Text::with_baseline(words, Point::new(LINE_LEFT, BOTTOM_TOP), ink, Baseline::Top)
                .draw(target)
                .map(|_| ()),
            Bottom::Bar(filled) => {
                BAR.into_styled(PrimitiveStyle::with_stroke(BinaryColor::On, 1)).draw(target)?;
                let width = BAR_STEP_WIDTH * u32::from((*filled).min(BAR_STEPS));
                let inside = Rectangle::new(BAR.top_left + Point::new(2, 2), Size::new(width, BAR.size.height - 4));
                inside.into_styled(PrimitiveStyle::with_fill(BinaryColor::On)).draw(target)
            }
        }
    }
}
