//! Draws the new type's display, 320 x 240 pixels in colour, and says which field a finger is on.

use embedded_graphics::mono_font::iso_8859_13::{FONT_6X10, FONT_9X15_BOLD, FONT_10X20};
use embedded_graphics::mono_font::{MonoFont, MonoTextStyleBuilder};
use embedded_graphics::pixelcolor::Rgb565;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::{CornerRadii, PrimitiveStyleBuilder, Rectangle, RoundedRectangle, StrokeAlignment};
use embedded_graphics::text::{Alignment, Baseline, Text, TextStyleBuilder};

use super::enlarge::Enlarged;
use super::screen::{BAR_STEPS, Field, FieldState, Message, Panel, Route, Screen, View, service_lines};
use super::text;
use crate::font::count_of;
use crate::text::Words;
use crate::typeset::digits;

/// Pixels across.
pub const TOUCH_WIDTH: u32 = 320;
/// Pixels down.
pub const TOUCH_HEIGHT: u32 = 240;

/// A point on the display, in pixels from its top left corner.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Spot {
    /// Pixels from the left.
    pub x: u16,
    /// Pixels from the top.
    pub y: u16,
}

/// K-04: where the four fields are touched. They fill what is below the two lines: a finger between two of the drawn
/// ones means the nearer one.
pub const FIELDS: [(Field, Rectangle); Field::COUNT] = [
    (Field::Normal, Rectangle::new(Point::new(0, 142), FIELD_SIZE)),
    (Field::Reduced, Rectangle::new(Point::new(160, 142), FIELD_SIZE)),
    (Field::Check, Rectangle::new(Point::new(0, 191), FIELD_SIZE)),
    (Field::TopUp, Rectangle::new(Point::new(160, 191), FIELD_SIZE)),
];
const FIELD_SIZE: Size = Size::new(TOUCH_WIDTH / 2, 49);
/// A field is drawn so far from the edges of the display and the lines, and half as far from its neighbours.
const FIELD_GAP: i32 = 6;
const DRAWN_SIZE: Size = Size::new(151, 40);

/// Where the field is drawn that is touched in this area.
pub fn drawn_in(area: Rectangle) -> Rectangle {
    let first = FIELDS[0].1.top_left;
    let inset = |at: i32, first: i32| at + if at == first { FIELD_GAP } else { FIELD_GAP / 2 };
    Rectangle::new(Point::new(inset(area.top_left.x, first.x), inset(area.top_left.y, first.y)), DRAWN_SIZE)
}

/// The field at a point; none above them.
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
// Nothing is drawn over the edge of these areas, and together they are the whole display.
const DATE: Rectangle = Rectangle::new(Point::new(0, 0), Size::new(TOUCH_WIDTH / 2, 28));
const TIME: Rectangle = Rectangle::new(Point::new(160, 0), Size::new(TOUCH_WIDTH / 2, 28));
const TOP_TEXT: i32 = 4;
const ROUTE_BAND: Rectangle = Rectangle::new(Point::new(0, 28), Size::new(TOUCH_WIDTH, 34));
const BADGE_TOP: i32 = 33;
const BADGE_HEIGHT: u32 = 24;
const SMALL_TOP: i32 = 31;
const ROUTE_TOP: i32 = 43;
const LINES: Rectangle = Rectangle::new(Point::new(0, 62), Size::new(TOUCH_WIDTH, 75));
const BAR_BAND: Rectangle = Rectangle::new(Point::new(0, 137), Size::new(TOUCH_WIDTH, 5));
/// The two lines, in characters of twice their size.
const LINE_TOPS: [i32; 2] = [69, 105];
/// One line alone stands in the middle.
const ALONE_TOP: i32 = 87;
const BAR: Rectangle = Rectangle::new(Point::new(60, 137), Size::new(200, 5));
const BAR_STEP_WIDTH: u32 = 4;
const TWICE: Size = Size::new(2, 2);
const LABEL_TOP_IN_FIELD: i32 = 10;
/// How round the corners of fields and of the line's number are.
const CORNER: u32 = 5;

impl Drawable for TouchPicture<'_> {
    type Color = Rgb565;
    type Output = ();

    fn draw<D: DrawTarget<Color = Rgb565>>(&self, target: &mut D) -> Result<(), D::Error> {
        self.draw_over(None, target)
    }
}

impl TouchPicture<'_> {
    /// Draws on a display that shows another screen already, and touches only what differs; all of it if nothing is
    /// shown. A display on a slow bus is not kept waiting by what has not changed.
    ///
    /// # Errors
    /// Those of the display.
    pub fn draw_over<D>(&self, shown: Option<&Screen>, target: &mut D) -> Result<(), D::Error>
    where
        D: DrawTarget<Color = Rgb565>,
    {
        let screen = self.0;
        let date = shown.map(Screen::date);
        write_over(&screen.date(), date.as_deref(), DATE, Alignment::Left, target)?;
        let time = shown.map(Screen::time);
        write_over(&screen.time(), time.as_deref(), TIME, Alignment::Right, target)?;
        let is_news = |same: fn(&Screen, &Screen) -> bool| shown.is_none_or(|shown| !same(screen, shown));
        let is_other_language = is_news(|one, other| one.language == other.language);
        let (route, fields) = around(screen);
        let was = shown.map(around);
        if is_other_language || was.is_none_or(|(was, _)| was != route) {
            draw_route(screen, route, target)?;
        }
        for (index, (field, area)) in FIELDS.into_iter().enumerate() {
            let state = fields.map(|fields| fields[index]);
            if is_other_language || was.is_none_or(|(_, was)| was.map(|was| was[index]) != state) {
                draw_field(screen, field, area, state, target)?;
            }
        }
        if is_news(|one, other| (inks(one.view), one.lines()) == (inks(other.view), other.lines())) {
            draw_lines(screen, target)?;
        }
        if is_news(|one, other| (inks(one.view), bar(one.view)) == (inks(other.view), bar(other.view))) {
            draw_bar(screen.view, target)?;
        }
        Ok(())
    }
}

/// Draws the service screen, with this code, on a display whose whole area is given.
///
/// # Errors
/// Those of the display.
pub fn draw_service<D: DrawTarget<Color = Rgb565>>(code: &str, target: &mut D) -> Result<(), D::Error> {
    fill(Rectangle::new(Point::zero(), Size::new(TOUCH_WIDTH, TOUCH_HEIGHT)), NIGHT, target)?;
    let [first, second] = service_lines(code);
    for (line, top) in [first, second].iter().zip(LINE_TOPS) {
        write(line, Point::new(CENTRE, top), Alignment::Center, &FONT_10X20, (WHITE, NIGHT), target)?;
    }
    Ok(())
}

/// What is around the two lines: the route, where it is known, and the states of the fields, where there are any.
fn around(screen: &Screen) -> (Option<&Route>, Option<&[FieldState; Field::COUNT]>) {
    match &screen.panel {
        Panel::Touch { route, fields } => (route.as_ref(), Some(fields)),
        Panel::Keys => (None, None),
    }
}

/// Date or time in a half of the uppermost band; where the same number of characters is shown, only those that differ.
fn write_over<D: DrawTarget<Color = Rgb565>>(
    words: &str,
    shown: Option<&str>,
    half: Rectangle,
    alignment: Alignment,
    target: &mut D,
) -> Result<(), D::Error> {
    let letter = FONT_10X20.character_size.width.cast_signed();
    let width = count_of(words).cast_signed() * letter;
    let mut left = if alignment == Alignment::Right { RIGHT + 1 - width } else { MARGIN };
    let shown = shown.filter(|shown| count_of(shown) == count_of(words));
    if shown.is_none() {
        fill(half, BLUE, target)?;
    }
    let mut before = shown.unwrap_or_default().chars();
    for one in words.chars() {
        if before.next() != Some(one) {
            let mut buffer = [0; 4];
            let at = Point::new(left, TOP_TEXT);
            write(one.encode_utf8(&mut buffer), at, Alignment::Left, &FONT_10X20, (WHITE, BLUE), target)?;
        }
        left += letter;
    }
    Ok(())
}

/// K-02: the line as on the bus's own display, the direction, the number of the stop.
fn draw_route<D: DrawTarget<Color = Rgb565>>(
    screen: &Screen,
    route: Option<&Route>,
    target: &mut D,
) -> Result<(), D::Error> {
    let say = |words: Words| words.in_language(screen.language);
    let Some(route) = route else { return fill(ROUTE_BAND, NIGHT, target) };
    fill(ROUTE_BAND, STEEL, target)?;
    let line = digits(route.line.into());
    let width = 16 + FONT_10X20.character_size.width * count_of(&line);
    let badge = Rectangle::new(Point::new(MARGIN, BADGE_TOP), Size::new(width, BADGE_HEIGHT));
    rounded(badge, AMBER, AMBER, target)?;
    let inside = Point::new(badge.center().x + 1, BADGE_TOP + 2);
    write(&line, inside, Alignment::Center, &FONT_10X20, (NIGHT, AMBER), target)?;
    let left = MARGIN + width.cast_signed() + MARGIN;
    write(say(text::DIRECTION), Point::new(left, SMALL_TOP), Alignment::Left, &FONT_6X10, (MIST, STEEL), target)?;
    write(&route.direction, Point::new(left, ROUTE_TOP), Alignment::Left, &FONT_9X15_BOLD, (WHITE, STEEL), target)?;
    write(say(text::STOP), Point::new(RIGHT, SMALL_TOP), Alignment::Right, &FONT_6X10, (MIST, STEEL), target)?;
    let stop = digits(route.stop.into());
    write(&stop, Point::new(RIGHT, ROUTE_TOP), Alignment::Right, &FONT_9X15_BOLD, (WHITE, STEEL), target)
}

fn draw_field<D: DrawTarget<Color = Rgb565>>(
    screen: &Screen,
    field: Field,
    area: Rectangle,
    state: Option<FieldState>,
    target: &mut D,
) -> Result<(), D::Error> {
    let Some(state) = state else { return fill(area, NIGHT, target) };
    let drawn = drawn_in(area);
    // Its corners are round: behind them is the night, too.
    fill_around(drawn.offset(-CORNER.cast_signed()), area, NIGHT, target)?;
    let (paper, edge, ink) = match state {
        FieldState::Ready => (STEEL, EDGE, WHITE),
        FieldState::Armed => (AMBER, AMBER, NIGHT),
        FieldState::Inert => (NIGHT, STEEL, DIM),
    };
    rounded(drawn, paper, edge, target)?;
    let at = Point::new(drawn.center().x, drawn.top_left.y + LABEL_TOP_IN_FIELD);
    write(field.words().in_language(screen.language), at, Alignment::Center, &FONT_10X20, (ink, paper), target)
}

/// The colours of paper and ink that a view's two lines have.
fn inks(view: View) -> (Rgb565, Rgb565) {
    match view {
        View::Rest | View::Writing | View::TopUpWait | View::TopUpRun { .. } => (NIGHT, WHITE),
        View::Armed(_) | View::TakeAway => (NIGHT, AMBER),
        View::OutOfService => (NIGHT, MIST),
        View::Page(_) | View::Message(_) if !is_refusal(view) => (BLUE, WHITE),
        View::Blocked | View::Page(_) | View::Message(_) => (RED, WHITE),
    }
}

/// The two lines in large characters, on the colour of what they say.
fn draw_lines<D: DrawTarget<Color = Rgb565>>(screen: &Screen, target: &mut D) -> Result<(), D::Error> {
    let (paper, ink) = inks(screen.view);
    let lines = screen.lines();
    let (lines, tops) =
        if lines[1].is_empty() { (&lines[..1], &[ALONE_TOP][..]) } else { (&lines[..], &LINE_TOPS[..]) };
    let letter = FONT_9X15_BOLD.character_size.component_mul(TWICE);
    let mut rest = LINES;
    for (line, &top) in lines.iter().zip(tops) {
        let width = letter.width * count_of(line);
        let corner = Point::new(CENTRE - (width / 2).cast_signed(), top);
        let (band, below) = cut(rest, top + letter.height.cast_signed());
        fill_around(Rectangle::new(corner, Size::new(width, letter.height)), band, paper, target)?;
        let mut large = Enlarged::new(target, corner, TWICE);
        write(line, Point::zero(), Alignment::Left, &FONT_9X15_BOLD, (ink, paper), &mut large)?;
        rest = below;
    }
    fill(rest, paper, target)
}

/// DK-33: how far an order has come; none where none is under way.
fn bar(view: View) -> Option<u8> {
    if let View::TopUpRun { progress } = view { progress } else { None }
}

fn draw_bar<D: DrawTarget<Color = Rgb565>>(view: View, target: &mut D) -> Result<(), D::Error> {
    let (paper, _) = inks(view);
    fill(BAR_BAND, paper, target)?;
    if let Some(filled) = bar(view) {
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

/// Fills what of `area` is not within `inner`: what is drawn there is not drawn twice, which would be seen.
fn fill_around<D: DrawTarget<Color = Rgb565>>(
    inner: Rectangle,
    area: Rectangle,
    color: Rgb565,
    target: &mut D,
) -> Result<(), D::Error> {
    let (above, rest) = cut(area, inner.top_left.y);
    let (beside, below) = cut(rest, inner.top_left.y + inner.size.height.cast_signed());
    let end = |area: Rectangle| area.top_left.x + area.size.width.cast_signed();
    let column = |from: i32, to: i32| {
        Rectangle::new(Point::new(from, beside.top_left.y), Size::new(from.abs_diff(to), beside.size.height))
    };
    let (left, right) = (column(area.top_left.x, inner.top_left.x), column(end(inner), end(area)));
    [above, left, right, below].into_iter().try_for_each(|part| fill(part, color, target))
}

/// What of an area is above a row, and the rest.
fn cut(area: Rectangle, row: i32) -> (Rectangle, Rectangle) {
    let above = row.abs_diff(area.top_left.y);
    let size = |height| Size::new(area.size.width, height);
    (
        Rectangle::new(area.top_left, size(above)),
        Rectangle::new(Point::new(area.top_left.x, row), size(area.size.height - above)),
    )
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
    RoundedRectangle::new(area, CornerRadii::new(Size::new_equal(CORNER))).into_styled(style).draw(target)
}

fn write<D: DrawTarget<Color = Rgb565>>(
    words: &str,
    at: Point,
    alignment: Alignment,
    font: &MonoFont<'_>,
    (ink, paper): (Rgb565, Rgb565),
    target: &mut D,
) -> Result<(), D::Error> {
    let style = TextStyleBuilder::new().alignment(alignment).baseline(Baseline::Top).build();
    // Characters with their paper go to the display in one piece each.
    let letters = MonoTextStyleBuilder::new().font(font).text_color(ink).background_color(paper).build();
    Text::with_text_style(words, at, letters, style).draw(target).map(|_| ())
}
