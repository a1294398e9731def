//! Draws the new type's display, 320 x 240 pixels in colour, and says which field a finger is on.

use core::fmt::Write as _;

use arrayvec::ArrayString;
use embedded_graphics::mono_font::iso_8859_13::{FONT_6X10, FONT_9X15_BOLD, FONT_10X20};
use embedded_graphics::mono_font::{MonoFont, MonoTextStyle};
use embedded_graphics::pixelcolor::Rgb565;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::{CornerRadii, PrimitiveStyleBuilder, Rectangle, RoundedRectangle, StrokeAlignment};
use embedded_graphics::text::{Alignment, Baseline, Text, TextStyleBuilder};

use super::enlarge::Enlarged;
use super::screen::{BAR_STEPS, Field, FieldState, Message, Panel, Route, Screen, View};
use crate::text::{Words, validator as text};

/// Pixels across.
pub const TOUCH_WIDTH: u32 = 320;
/// Pixels down.
pub const TOUCH_HEIGHT: u32 = 240;

/// A place on the display, in pixels from its top left corner.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Spot {
    /// Pixels from the left.
    pub x: u16,
    /// Pixels from the top.
    pub y: u16,
}

/// K-04: where the four fields are, to draw them and to touch them.
pub const FIELDS: [(Field, Rectangle); Field::COUNT] = [
    (Field::Normal, Rectangle::new(Point::new(6, 148), FIELD_SIZE)),
    (Field::Reduced, Rectangle::new(Point::new(163, 148), FIELD_SIZE)),
    (Field::Check, Rectangle::new(Point::new(6, 194), FIELD_SIZE)),
    (Field::TopUp, Rectangle::new(Point::new(163, 194), FIELD_SIZE)),
];
const FIELD_SIZE: Size = Size::new(151, 40);

/// The field at a place; none beside them.
pub fn field_at(spot: Spot) -> Option<Field> {
    let at = Point::new(i32::from(spot.x), i32::from(spot.y));
    FIELDS.iter().find(|(_, area)| area.contains(at)).map(|(field, _)| *field)
}

/// A screen, as the new type shows it.
pub struct TouchPicture<'a>(pub &'a Screen);

// The colours: white on night blue, the line's number as on the bus's own display, a warm field for what waits.
const NIGHT: Rgb565 = Rgb565::new(1, 6, 7);
const BLUE: Rgb565 = Rgb565::new(2, 17, 13);
const STEEL: Rgb565 = Rgb565::new(5, 22, 13);
const EDGE: Rgb565 = Rgb565::new(10, 32, 18);
const WHITE: Rgb565 = Rgb565::WHITE;
const MIST: Rgb565 = Rgb565::new(20, 45, 24);
const AMBER: Rgb565 = Rgb565::new(31, 46, 4);
const RED: Rgb565 = Rgb565::new(20, 8, 4);
const DIM: Rgb565 = Rgb565::new(11, 27, 14);

const CENTRE: i32 = 160;
const MARGIN: i32 = 8;
const RIGHT: i32 = 312;
const TOP_BAND: Rectangle = Rectangle::new(Point::new(0, 0), Size::new(TOUCH_WIDTH, 28));
const TOP_TEXT: i32 = 4;
const ROUTE_BAND: Rectangle = Rectangle::new(Point::new(0, 28), Size::new(TOUCH_WIDTH, 34));
const BADGE_TOP: i32 = 33;
const BADGE_HEIGHT: u32 = 24;
const SMALL_TOP: i32 = 31;
const ROUTE_TOP: i32 = 43;
const MIDDLE: Rectangle = Rectangle::new(Point::new(0, 62), Size::new(TOUCH_WIDTH, 80));
/// The two lines, in letters of twice their size.
const LINE_TOPS: [i32; 2] = [69, 105];
/// One line alone stands in the middle.
const ALONE_TOP: i32 = 87;
const BAR: Rectangle = Rectangle::new(Point::new(60, 137), Size::new(200, 5));
const BAR_STEP_WIDTH: u32 = 4;
const TWICE: Size = Size::new(2, 2);
const LABEL_TOP_IN_FIELD: i32 = 10;

impl Drawable for TouchPicture<'_> {
    type Color = Rgb565;
    type Output = ();

    fn draw<D: DrawTarget<Color = Rgb565>>(&self, target: &mut D) -> Result<(), D::Error> {
        let screen = self.0;
        target.clear(NIGHT)?;
        fill(TOP_BAND, BLUE, target)?;
        write(&screen.date(), Point::new(MARGIN, TOP_TEXT), Alignment::Left, &FONT_10X20, WHITE, target)?;
        write(&screen.time(), Point::new(RIGHT, TOP_TEXT), Alignment::Right, &FONT_10X20, WHITE, target)?;
        if let Panel::Touch { route, fields } = &screen.panel {
            if let Some(route) = route {
                draw_route(screen, route, target)?;
            }
            for ((field, area), state) in FIELDS.iter().zip(fields) {
                draw_field(screen, *field, *area, *state, target)?;
            }
        }
        draw_middle(screen, target)
    }
}

/// K-02: the line as on the bus's own display, the direction, the number of the stop.
fn draw_route<D: DrawTarget<Color = Rgb565>>(screen: &Screen, route: &Route, target: &mut D) -> Result<(), D::Error> {
    let say = |words: Words| words.in_language(screen.language);
    fill(ROUTE_BAND, STEEL, target)?;
    let line = number(route.line);
    let width = 16 + FONT_10X20.character_size.width * letters(&line);
    let badge = Rectangle::new(Point::new(MARGIN, BADGE_TOP), Size::new(width, BADGE_HEIGHT));
    rounded(badge, AMBER, AMBER, target)?;
    let inside = Point::new(badge.center().x + 1, BADGE_TOP + 2);
    write(&line, inside, Alignment::Center, &FONT_10X20, NIGHT, target)?;
    let left = MARGIN + width.cast_signed() + MARGIN;
    write(say(text::DIRECTION), Point::new(left, SMALL_TOP), Alignment::Left, &FONT_6X10, MIST, target)?;
    write(&route.direction, Point::new(left, ROUTE_TOP), Alignment::Left, &FONT_9X15_BOLD, WHITE, target)?;
    write(say(text::STOP), Point::new(RIGHT, SMALL_TOP), Alignment::Right, &FONT_6X10, MIST, target)?;
    let stop = number(u16::from(route.stop));
    write(&stop, Point::new(RIGHT, ROUTE_TOP), Alignment::Right, &FONT_9X15_BOLD, WHITE, target)
}

fn draw_field<D: DrawTarget<Color = Rgb565>>(
    screen: &Screen,
    field: Field,
    area: Rectangle,
    state: FieldState,
    target: &mut D,
) -> Result<(), D::Error> {
    let (paper, edge, ink) = match state {
        FieldState::Ready => (STEEL, EDGE, WHITE),
        FieldState::Armed => (AMBER, AMBER, NIGHT),
        FieldState::Inert => (NIGHT, STEEL, DIM),
    };
    rounded(area, paper, edge, target)?;
    let at = Point::new(area.center().x, area.top_left.y + LABEL_TOP_IN_FIELD);
    write(field.words().in_language(screen.language), at, Alignment::Center, &FONT_10X20, ink, target)
}

/// The two lines in large letters, on the colour of what they say.
fn draw_middle<D: DrawTarget<Color = Rgb565>>(screen: &Screen, target: &mut D) -> Result<(), D::Error> {
    let (paper, ink) = match screen.view {
        View::Rest | View::Writing | View::TopUpWait | View::TopUpRun { .. } => (NIGHT, WHITE),
        View::Armed(_) => (NIGHT, AMBER),
        View::OutOfService => (NIGHT, MIST),
        View::Page(_) | View::Message(_) if !is_refusal(screen.view) => (BLUE, WHITE),
        View::Blocked | View::Page(_) | View::Message(_) => (RED, WHITE),
    };
    fill(MIDDLE, paper, target)?;
    let [first, second] = screen.lines();
    let tops = if second.is_empty() { [ALONE_TOP, ALONE_TOP] } else { LINE_TOPS };
    for (line, top) in [first, second].iter().zip(tops) {
        let width = 2 * FONT_9X15_BOLD.character_size.width * letters(line);
        let left = CENTRE - (width / 2).cast_signed();
        let mut large = Enlarged::new(target, Point::new(left, top), TWICE);
        write(line, Point::zero(), Alignment::Left, &FONT_9X15_BOLD, ink, &mut large)?;
    }
    if let View::TopUpRun { progress: Some(filled) } = screen.view {
        fill(BAR, STEEL, target)?;
        let width = BAR_STEP_WIDTH * u32::from(filled.min(BAR_STEPS));
        fill(Rectangle::new(BAR.top_left, Size::new(width, BAR.size.height)), AMBER, target)?;
    }
    Ok(())
}

/// Whether something did not go as it should.
const fn is_refusal(view: View) -> bool {
    matches!(view, View::Message(Message::Refused(_) | Message::CheckOperation | Message::Blocking(true)))
}

fn fill<D: DrawTarget<Color = Rgb565>>(area: Rectangle, color: Rgb565, target: &mut D) -> Result<(), D::Error> {
    target.fill_solid(&area, color)
}

fn rounded<D: DrawTarget<Color = Rgb565>>(
    area: Rectangle,
    paper: Rgb565,
    edge: Rgb565,
    target: &mut D,
) -> Result<(), D::Error> {
    let style = PrimitiveStyleBuilder::new()
        .fill_color(paper)
        .stroke_color(edge)
        .stroke_width(1)
        .stroke_alignment(StrokeAlignment::Inside)
        .build();
    RoundedRectangle::new(area, CornerRadii::new(Size::new(5, 5))).into_styled(style).draw(target)
}

fn write<D: DrawTarget<Color = Rgb565>>(
    words: &str,
    at: Point,
    alignment: Alignment,
    font: &MonoFont<'_>,
    ink: Rgb565,
    target: &mut D,
) -> Result<(), D::Error> {
    let style = TextStyleBuilder::new().alignment(alignment).baseline(Baseline::Top).build();
    Text::with_text_style(words, at, MonoTextStyle::new(font, ink), style).draw(target).map(|_| ())
}

fn letters(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}

fn number(number: u16) -> ArrayString<5> {
    let mut digits = ArrayString::new();
    write!(digits, "{number}").expect("a u16 has at most five digits");
    digits
}
