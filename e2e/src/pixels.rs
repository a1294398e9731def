//! Pictures of the display compared dot by dot.

use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::Point;
use firmware_core::pedestal::{FRAME_HEIGHT, FRAME_WIDTH, Frame};
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
    /// For every dot, row by row, the place of its colour, as one digit.
    pub dots: String,
}

/// Compares a canvas with the picture that it should show; `None` is a display without power: one colour all over.
///
/// Paper is the most frequent colour: no screen is more than half ink.
///
/// # Errors
/// A sentence that says how many dots differ, with the canvas drawn in letters.
pub fn compare(canvas: &Canvas, expected: Option<&Frame>) -> Result<(), String> {
    let Canvas { width, height, colours, dots } = canvas;
    if (*width, *height) != (FRAME_WIDTH, FRAME_HEIGHT) || dots.len() != FRAME_WIDTH * FRAME_HEIGHT {
        return Err(format!("the canvas has {width} x {height} dots, not {FRAME_WIDTH} x {FRAME_HEIGHT}"));
    }
    if colours.len() > 2 {
        return Err(format!("the canvas has {} colours, not ink and paper alone: {colours:?}", colours.len()));
    }
    let is_ink = |x: usize, y: usize| dots.as_bytes()[y * FRAME_WIDTH + x] != b'0';
    let should_be_ink = |x: usize, y: usize| {
        let dot = Point::new(i32::try_from(x).unwrap_or(-1), i32::try_from(y).unwrap_or(-1));
        expected.is_some_and(|frame| frame.pixel(dot) == Some(BinaryColor::On))
    };
    let all = || (0..FRAME_HEIGHT).flat_map(|y| (0..FRAME_WIDTH).map(move |x| (x, y)));
    let wrong = all().filter(|(x, y)| is_ink(*x, *y) != should_be_ink(*x, *y)).count();
    if wrong == 0 {
        return Ok(());
    }
    let mut drawn = String::new();
    for y in 0..FRAME_HEIGHT {
        drawn.push('\n');
        drawn.extend((0..FRAME_WIDTH).map(|x| match (is_ink(x, y), should_be_ink(x, y)) {
            (true, true) => '#',
            (false, false) => '.',
            (true, false) => '+',
            (false, true) => '-',
        }));
    }
    Err(format!("{wrong} dots of the display differ (+ too many, - missing):{drawn}"))
}

#[cfg(test)]
mod tests {
    use firmware_core::pedestal::{Screen, View, frame};
    use firmware_core::text::Language;

    use super::*;

    fn welcome() -> Frame {
        frame(&Screen { language: Language::English, view: View::Welcome })
    }

    fn canvas_of(frame: &Frame) -> Canvas {
        let ink = |place: usize| {
            let (x, y) = (place % FRAME_WIDTH, place / FRAME_WIDTH);
            let dot = Point::new(i32::try_from(x).expect("small"), i32::try_from(y).expect("small"));
            if frame.pixel(dot) == Some(BinaryColor::On) { '1' } else { '0' }
        };
        Canvas {
            width: FRAME_WIDTH,
            height: FRAME_HEIGHT,
            colours: vec![[157, 182, 91, 255], [27, 36, 16, 255]],
            dots: (0..FRAME_WIDTH * FRAME_HEIGHT).map(ink).collect(),
        }
    }

    #[test]
    fn the_same_picture_in_any_two_colours_is_the_same() {
        assert_eq!(compare(&canvas_of(&welcome()), Some(&welcome())), Ok(()));
    }

    #[test]
    fn a_single_dot_is_noticed_and_shown() {
        let mut canvas = canvas_of(&welcome());
        let dot = if canvas.dots.ends_with('0') { "1" } else { "0" };
        let last = canvas.dots.len() - 1;
        canvas.dots.replace_range(last.., dot);
        let why = compare(&canvas, Some(&welcome())).expect_err("a dot differs");
        assert!(why.starts_with("1 dots of the display differ") && why.ends_with('+'), "{why}");
    }

    #[test]
    fn without_power_there_is_nothing_on_the_display() {
        let dark = Canvas {
            colours: vec![[0, 0, 0, 0]],
            dots: "0".repeat(FRAME_WIDTH * FRAME_HEIGHT),
            ..canvas_of(&welcome())
        };
        assert_eq!(compare(&dark, None), Ok(()));
        assert!(compare(&canvas_of(&welcome()), None).is_err());
        assert!(compare(&dark, Some(&welcome())).is_err());
    }

    #[test]
    fn a_scaled_or_smoothed_canvas_is_no_display() {
        let scaled = Canvas { width: 256, ..canvas_of(&welcome()) };
        assert!(compare(&scaled, Some(&welcome())).expect_err("too wide").contains("256 x 64"));
        let smoothed = Canvas { colours: vec![[0, 0, 0, 255]; 3], ..canvas_of(&welcome()) };
        assert!(compare(&smoothed, Some(&welcome())).expect_err("grey").contains("3 colours"));
    }
}
