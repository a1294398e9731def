//! Pictures of the displays compared dot by dot.

use std::iter;

use embedded_graphics::image::GetPixel;
use embedded_graphics::pixelcolor::{BinaryColor, Rgb565, Rgb888, RgbColor as _};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use serde::{Deserialize, Serialize};

/// What a canvas shows: its colours, the most frequent first, and which of them every dot has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Canvas {
    /// How many dots there are across.
    pub width: usize,
    /// And down.
    pub height: usize,
    /// The colours as red, green, blue and opacity.
    pub colours: Vec<[u8; 4]>,
    /// Runs of equal dots, row by row: how many, and the place of their colour.
    pub runs: Vec<(usize, usize)>,
}

/// What a display should show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DisplayImage {
    width: usize,
    height: usize,
    dots: Dots,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Dots {
    /// Where there is ink, in whatever colours: paper is the most frequent one, for no screen is more than half ink.
    Ink(Vec<bool>),
    /// Colours of 16 bits each.
    Colours(Vec<Rgb565>),
}

impl DisplayImage {
    /// A picture in ink on paper; `None` is a display without power: one colour all over.
    pub fn monochrome(frame: Option<&impl GetPixel<Color = BinaryColor>>, width: usize, height: usize) -> Self {
        let ink = |place: usize| frame.and_then(|frame| frame.pixel(point(place, width))) == Some(BinaryColor::On);
        Self { width, height, dots: Dots::Ink((0..width * height).map(ink).collect()) }
    }

    /// A picture in colours, black all over, to be drawn on.
    pub fn black(width: usize, height: usize) -> Self {
        Self { width, height, dots: Dots::Colours(vec![Rgb565::BLACK; width * height]) }
    }

    /// Its colours, row by row; none of a picture in ink.
    pub fn colours(&self) -> &[Rgb565] {
        match &self.dots {
            Dots::Colours(colours) => colours,
            Dots::Ink(_) => &[],
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
        let Dots::Colours(dots) = &mut self.dots else { return Ok(()) };
        for row in area.rows() {
            let (Ok(y), Ok(x)) = (usize::try_from(row), usize::try_from(area.top_left.x)) else { continue };
            dots[y * self.width + x..][..area.size.width as usize].fill(colour);
        }
        Ok(())
    }
}

/// Compares a canvas with the picture that it should show.
///
/// # Errors
/// A sentence that says how many dots differ, and where.
pub fn compare(canvas: &Canvas, expected: &DisplayImage) -> Result<(), String> {
    let Canvas { width, height, colours, runs } = canvas;
    let count = runs.iter().map(|(length, _)| length).sum::<usize>();
    if (*width, *height) != (expected.width, expected.height) || count != width * height {
        return Err(format!("the canvas has {width} x {height} dots, not {} x {}", expected.width, expected.height));
    }
    match &expected.dots {
        Dots::Ink(_) if colours.len() > 2 => {
            Err(format!("the canvas has {} colours, not ink and paper alone: {colours:?}", colours.len()))
        }
        Dots::Ink(ink) => match differences(runs, ink, |place| Some(place != 0)) {
            (0, _) => Ok(()),
            (wrong, _) => {
                let found = runs.iter().flat_map(|(length, place)| iter::repeat_n(*place != 0, *length));
                Err(drawn(wrong, &found.collect::<Vec<_>>(), ink, *width))
            }
        },
        Dots::Colours(dots) => {
            let of_display: Vec<_> = colours.iter().copied().map(of_display).collect();
            match differences(runs, dots, |place| of_display.get(place).copied().flatten()) {
                (0, _) => Ok(()),
                (wrong, first) => {
                    let at = point(first, *width);
                    Err(format!("{wrong} dots of the display differ, the first at {}, {}", at.x, at.y))
                }
            }
        }
    }
}

/// How many dots are not as they should be, and the place of the first, or of the end. As many are there as should be.
fn differences<D: Copy + Eq>(
    runs: &[(usize, usize)],
    expected: &[D],
    dot: impl Fn(usize) -> Option<D>,
) -> (usize, usize) {
    let (mut wrong, mut first, mut rest) = (0, expected.len(), expected);
    for (length, place) in runs {
        let dot = dot(*place);
        let (run, after) = rest.split_at(*length);
        if let Some(here) = run.iter().position(|expected| Some(*expected) != dot) {
            first = first.min(expected.len() - rest.len() + here);
            wrong += run[here..].iter().filter(|expected| Some(**expected) != dot).count();
        }
        rest = after;
    }
    (wrong, first)
}

/// A canvas's colour as the display has it; none if the display has no such colour.
fn of_display(colour: [u8; 4]) -> Option<Rgb565> {
    let [red, green, blue, opacity] = colour;
    let found = Rgb888::new(red, green, blue);
    let near = Rgb565::from(found);
    (opacity == u8::MAX && Rgb888::from(near) == found).then_some(near)
}

fn drawn(wrong: usize, found: &[bool], expected: &[bool], width: usize) -> String {
    let mut drawn = format!("{wrong} dots of the display differ (+ too many, - missing):");
    for (place, dot) in found.iter().zip(expected).enumerate() {
        if place % width == 0 {
            drawn.push('\n');
        }
        drawn.push(match dot {
            (true, true) => '#',
            (false, false) => '.',
            (true, false) => '+',
            (false, true) => '-',
        });
    }
    drawn
}

fn point(place: usize, width: usize) -> Point {
    let coordinate = |at: usize| i32::try_from(at).unwrap_or(-1);
    Point::new(coordinate(place % width), coordinate(place / width))
}

#[cfg(test)]
mod tests {
    use firmware_core::pedestal::{FRAME_HEIGHT, FRAME_WIDTH, Frame, Screen, View, frame};
    use firmware_core::text::Language;

    use super::*;

    fn welcome() -> Frame {
        frame(&Screen { language: Language::English, view: View::Welcome })
    }

    fn picture(frame: Option<&Frame>) -> DisplayImage {
        DisplayImage::monochrome(frame, FRAME_WIDTH, FRAME_HEIGHT)
    }

    fn canvas_of(frame: &Frame) -> Canvas {
        let ink = |place: usize| usize::from(frame.pixel(point(place, FRAME_WIDTH)) == Some(BinaryColor::On));
        Canvas {
            width: FRAME_WIDTH,
            height: FRAME_HEIGHT,
            colours: vec![[157, 182, 91, 255], [27, 36, 16, 255]],
            runs: (0..FRAME_WIDTH * FRAME_HEIGHT).map(|place| (1, ink(place))).collect(),
        }
    }

    #[test]
    fn the_same_picture_in_any_two_colours_is_the_same() {
        assert_eq!(compare(&canvas_of(&welcome()), &picture(Some(&welcome()))), Ok(()));
    }

    #[test]
    fn a_single_dot_is_noticed_and_shown() {
        let mut canvas = canvas_of(&welcome());
        let (_, last) = canvas.runs.last_mut().expect("it has dots");
        *last = 1 - *last;
        let why = compare(&canvas, &picture(Some(&welcome()))).expect_err("a dot differs");
        assert!(why.starts_with("1 dots of the display differ") && why.ends_with('+'), "{why}");
    }

    #[test]
    fn without_power_there_is_nothing_on_the_display() {
        let dark = Canvas {
            colours: vec![[0, 0, 0, 0]],
            runs: vec![(FRAME_WIDTH * FRAME_HEIGHT, 0)],
            ..canvas_of(&welcome())
        };
        assert_eq!(compare(&dark, &picture(None)), Ok(()));
        assert!(compare(&canvas_of(&welcome()), &picture(None)).is_err());
        assert!(compare(&dark, &picture(Some(&welcome()))).is_err());
    }

    #[test]
    fn a_scaled_or_smoothed_canvas_is_no_display() {
        let scaled = Canvas { width: 256, ..canvas_of(&welcome()) };
        assert!(compare(&scaled, &picture(Some(&welcome()))).expect_err("too wide").contains("256 x 64"));
        let smoothed = Canvas { colours: vec![[0, 0, 0, 255]; 3], ..canvas_of(&welcome()) };
        assert!(compare(&smoothed, &picture(Some(&welcome()))).expect_err("grey").contains("3 colours"));
    }

    #[test]
    fn colours_are_compared_as_they_are() {
        let mut expected = DisplayImage::black(4, 2);
        let Ok(()) = expected.fill_solid(&Rectangle::new(Point::new(2, 1), Size::new(9, 9)), Rgb565::RED);
        let mut canvas =
            Canvas { width: 4, height: 2, colours: vec![[0, 0, 0, 255], [255, 0, 0, 255]], runs: vec![(6, 0), (2, 1)] };
        assert_eq!(compare(&canvas, &expected), Ok(()));
        canvas.colours[1] = [254, 0, 0, 255];
        let why = compare(&canvas, &expected).expect_err("another red");
        assert_eq!(why, "2 dots of the display differ, the first at 2, 1");
    }
}
