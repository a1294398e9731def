//! The pixels of displays, and their comparison.

use std::iter;

use embedded_graphics::image::GetPixel;
use embedded_graphics::pixelcolor::{BinaryColor, Rgb565, Rgb888, RgbColor as _};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use serde::{Deserialize, Serialize};

/// The pixels of a canvas: its colours, the most frequent one first, and the colour of every pixel.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Canvas {
    /// The width in pixels.
    pub width: usize,
    /// The height in pixels.
    pub height: usize,
    /// The colours as red, green, blue and opacity.
    pub colours: Vec<[u8; 4]>,
    /// Runs of equal pixels, row by row: the length of each run and the index of its colour.
    pub runs: Vec<(usize, usize)>,
}

/// The expected pixels of a display.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DisplayImage {
    width: usize,
    height: usize,
    pixels: Pixels,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Pixels {
    /// Which pixels are set. The two colours do not matter: the background is the more frequent one, as no screen sets
    /// more than half of its pixels.
    Monochrome(Vec<bool>),
    /// A colour for every pixel.
    Colours(Vec<Rgb565>),
}

impl DisplayImage {
    /// An image with two colours; `None` is a display without power, which has one colour.
    pub fn monochrome(frame: Option<&impl GetPixel<Color = BinaryColor>>, width: usize, height: usize) -> Self {
        let is_set = |index: usize| frame.and_then(|frame| frame.pixel(point(index, width))) == Some(BinaryColor::On);
        Self { width, height, pixels: Pixels::Monochrome((0..width * height).map(is_set).collect()) }
    }

    /// A black image with colours, as a target for drawing.
    pub fn black(width: usize, height: usize) -> Self {
        Self { width, height, pixels: Pixels::Colours(vec![Rgb565::BLACK; width * height]) }
    }

    /// Its colours, row by row; empty for an image with two colours.
    pub fn colours(&self) -> &[Rgb565] {
        match &self.pixels {
            Pixels::Colours(colours) => colours,
            Pixels::Monochrome(_) => &[],
        }
    }
}

impl OriginDimensions for DisplayImage {
    fn size(&self) -> Size {
        Size::new(u32::try_from(self.width).unwrap_or(u32::MAX), u32::try_from(self.height).unwrap_or(u32::MAX))
    }
}

impl DrawTarget for DisplayImage {
    type Color = Rgb565;
    type Error = std::convert::Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Self::Error> {
        for Pixel(at, colour) in pixels {
            self.fill_solid(&Rectangle::new(at, Size::new(1, 1)), colour)?;
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, colour: Rgb565) -> Result<(), Self::Error> {
        let area = area.intersection(&self.bounding_box());
        let Pixels::Colours(pixels) = &mut self.pixels else { return Ok(()) };
        for row in area.rows() {
            let (Ok(y), Ok(x)) = (usize::try_from(row), usize::try_from(area.top_left.x)) else { continue };
            pixels[y * self.width + x..][..area.size.width as usize].fill(colour);
        }
        Ok(())
    }
}

/// Compares a canvas with the expected image.
///
/// # Errors
/// Pixels differ; the message has their number and positions.
pub fn compare(canvas: &Canvas, expected: &DisplayImage) -> Result<(), String> {
    let Canvas { width, height, colours, runs } = canvas;
    let count = runs.iter().map(|(length, _)| length).sum::<usize>();
    if (*width, *height) != (expected.width, expected.height) || count != width * height {
        return Err(format!("the canvas has {width} x {height} pixels, not {} x {}", expected.width, expected.height));
    }
    match &expected.pixels {
        Pixels::Monochrome(_) if colours.len() > 2 => {
            Err(format!("the canvas has {} colours instead of two: {colours:?}", colours.len()))
        }
        Pixels::Monochrome(ink) => match differences(runs, ink, |index| Some(index != 0)) {
            (0, _) => Ok(()),
            (wrong, _) => {
                let found = runs.iter().flat_map(|(length, index)| iter::repeat_n(*index != 0, *length));
                Err(drawn(wrong, &found.collect::<Vec<_>>(), ink, *width))
            }
        },
        Pixels::Colours(pixels) => {
            let of_display: Vec<_> = colours.iter().copied().map(of_display).collect();
            match differences(runs, pixels, |index| of_display.get(index).copied().flatten()) {
                (0, _) => Ok(()),
                (wrong, first) => {
                    let at = point(first, *width);
                    Err(format!("{wrong} pixels of the display differ, the first at {}, {}", at.x, at.y))
                }
            }
        }
    }
}

/// The number of pixels that differ from the expected ones, and the index of the first; without a difference, the
/// number of pixels. The canvas has as many pixels as expected.
fn differences<D: Copy + Eq>(
    runs: &[(usize, usize)],
    expected: &[D],
    pixel: impl Fn(usize) -> Option<D>,
) -> (usize, usize) {
    let (mut wrong, mut first, mut rest) = (0, expected.len(), expected);
    for (length, index) in runs {
        let pixel = pixel(*index);
        let (run, after) = rest.split_at(*length);
        if let Some(here) = run.iter().position(|expected| Some(*expected) != pixel) {
            first = first.min(expected.len() - rest.len() + here);
            wrong += run[here..].iter().filter(|expected| Some(**expected) != pixel).count();
        }
        rest = after;
    }
    (wrong, first)
}

/// The colour of the display for a colour of the canvas; none if the display has no such colour.
fn of_display(colour: [u8; 4]) -> Option<Rgb565> {
    let [red, green, blue, opacity] = colour;
    let found = Rgb888::new(red, green, blue);
    let near = Rgb565::from(found);
    (opacity == u8::MAX && Rgb888::from(near) == found).then_some(near)
}

fn drawn(wrong: usize, found: &[bool], expected: &[bool], width: usize) -> String {
    let mut drawn = format!("{wrong} pixels of the display differ (+ too many, - missing):");
    for (index, pixel) in found.iter().zip(expected).enumerate() {
        if index % width == 0 {
            drawn.push('\n');
        }
        drawn.push(match pixel {
            (true, true) => '#',
            (false, false) => '.',
            (true, false) => '+',
            (false, true) => '-',
        });
    }
    drawn
}

fn point(index: usize, width: usize) -> Point {
    let coordinate = |at: usize| i32::try_from(at).unwrap_or(-1);
    Point::new(coordinate(index % width), coordinate(index / width))
}

#[cfg(test)]
mod tests {
    use firmware_core::pedestal::{FRAME_HEIGHT, FRAME_WIDTH, Frame, Screen, View, frame};
    use firmware_core::text::Language;

    use super::*;

    fn welcome() -> Frame {
        frame(&Screen { language: Language::English, view: View::Welcome { card_inside: false } })
    }

    fn image(frame: Option<&Frame>) -> DisplayImage {
        DisplayImage::monochrome(frame, FRAME_WIDTH, FRAME_HEIGHT)
    }

    fn canvas_of(frame: &Frame) -> Canvas {
        let is_set = |index: usize| usize::from(frame.pixel(point(index, FRAME_WIDTH)) == Some(BinaryColor::On));
        Canvas {
            width: FRAME_WIDTH,
            height: FRAME_HEIGHT,
            colours: vec![[157, 182, 91, 255], [27, 36, 16, 255]],
            runs: (0..FRAME_WIDTH * FRAME_HEIGHT).map(|index| (1, is_set(index))).collect(),
        }
    }

    #[test]
    fn the_colours_of_a_monochrome_image_do_not_matter() {
        assert_eq!(compare(&canvas_of(&welcome()), &image(Some(&welcome()))), Ok(()));
    }

    #[test]
    fn a_single_different_pixel_is_shown() {
        let mut canvas = canvas_of(&welcome());
        let (_, last) = canvas.runs.last_mut().expect("pixels");
        *last = 1 - *last;
        let why = compare(&canvas, &image(Some(&welcome()))).expect_err("a pixel differs");
        assert!(why.starts_with("1 pixels of the display differ") && why.ends_with('+'), "{why}");
    }

    #[test]
    fn a_display_without_power_has_one_colour() {
        let dark = Canvas {
            colours: vec![[0, 0, 0, 0]],
            runs: vec![(FRAME_WIDTH * FRAME_HEIGHT, 0)],
            ..canvas_of(&welcome())
        };
        assert_eq!(compare(&dark, &image(None)), Ok(()));
        assert!(compare(&canvas_of(&welcome()), &image(None)).is_err());
        assert!(compare(&dark, &image(Some(&welcome()))).is_err());
    }

    #[test]
    fn a_scaled_or_smoothed_canvas_is_an_error() {
        let scaled = Canvas { width: 256, ..canvas_of(&welcome()) };
        assert!(compare(&scaled, &image(Some(&welcome()))).expect_err("too wide").contains("256 x 64"));
        let smoothed = Canvas { colours: vec![[0, 0, 0, 255]; 3], ..canvas_of(&welcome()) };
        assert!(compare(&smoothed, &image(Some(&welcome()))).expect_err("grey").contains("3 colours"));
    }

    #[test]
    fn colours_are_compared_exactly() {
        let mut expected = DisplayImage::black(4, 2);
        let Ok(()) = expected.fill_solid(&Rectangle::new(Point::new(2, 1), Size::new(9, 9)), Rgb565::RED);
        let mut canvas =
            Canvas { width: 4, height: 2, colours: vec![[0, 0, 0, 255], [255, 0, 0, 255]], runs: vec![(6, 0), (2, 1)] };
        assert_eq!(compare(&canvas, &expected), Ok(()));
        canvas.colours[1] = [254, 0, 0, 255];
        let why = compare(&canvas, &expected).expect_err("another red");
        assert_eq!(why, "2 pixels of the display differ, the first at 2, 1");
    }
}
