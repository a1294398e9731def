//! Every screen of both faces of the validator in three languages: the old type's as a picture that can be read in a
//! diff, the new type's as a PNG file.
//!
//! `KERBQUAY_BLESS=1` rewrites the goldens; look at every one that changed before you commit it.

use std::fmt::Write as _;

use crate::goldens;
use embedded_graphics::geometry::OriginDimensions;
use embedded_graphics::image::GetPixel;
use embedded_graphics::mono_font::iso_8859_13::{FONT_5X8, FONT_6X10};
use embedded_graphics::pixelcolor::{BinaryColor, Rgb565, Rgb888};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use firmware_core::card::{FareKind, RideBasis};
use firmware_core::money::Grosz;
use firmware_core::text::Language;
use firmware_core::time::{Date, DateTime};
use firmware_core::validator::{
    BAR_STEPS, CELL_HEIGHT, CELL_WIDTH, COLUMNS, Choice, FIELDS, Field, FieldState, Message, Page, Panel, PeriodPage,
    Refusal, RidePage, Route, Screen, Spot, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, Validity, View, drawn_in,
    field_at, lcd_frame, text,
};

/// Every screen with its usual contents, and those that are longest, by the name of its golden.
fn screens() -> Vec<(&'static str, View)> {
    let refused = |because: Refusal| View::Message(Message::Refused(because));
    let day = Date::from_civil(2026, 12, 31).expect("a day");
    let period = |profile, validity| View::Page(Page::Period(Some(PeriodPage { profile, validity })));
    let ride = |basis, normal, reduced| View::Page(Page::Ride(RidePage::Registered { basis, normal, reduced }));
    let most = Grosz(u32::MAX);
    vec![
        ("rest", View::Rest),
        ("out-of-service", View::OutOfService),
        ("blocked", View::Blocked),
        ("take-away", View::TakeAway),
        ("armed-normal", View::Armed(Choice::Ticket(FareKind::Normal, Grosz(300)))),
        ("armed-reduced", View::Armed(Choice::Ticket(FareKind::Reduced, Grosz(150)))),
        ("armed-widest", View::Armed(Choice::Ticket(FareKind::Normal, Grosz(99_99)))),
        ("armed-check", View::Armed(Choice::Check)),
        ("writing", View::Writing),
        ("taken", View::Message(Message::Taken { price: Grosz(300), balance: Grosz(4_700) })),
        ("taken-widest", View::Message(Message::Taken { price: Grosz(99_99), balance: Grosz(999_999) })),
        ("taken-beyond", View::Message(Message::Taken { price: Grosz(99_99), balance: most })),
        ("exit", View::Message(Message::Exit { refund: Grosz(40), balance: Grosz(4_740) })),
        ("exit-widest", View::Message(Message::Exit { refund: Grosz(359_964), balance: Grosz(25_000) })),
        ("period", View::Message(Message::Period { until: day })),
        ("free", View::Message(Message::Free { until: day })),
        ("blocking", View::Message(Message::Blocking(true))),
        ("unblocking", View::Message(Message::Blocking(false))),
        ("orders-one", View::Message(Message::Orders { count: 1, balance: Some(Grosz(6_700)) })),
        ("orders-two", View::Message(Message::Orders { count: 2, balance: None })),
        ("refused-no-money", refused(Refusal::NoMoney(Grosz(299)))),
        ("refused-limit", refused(Refusal::Limit(5))),
        ("refused-already", refused(Refusal::AlreadyCancelled)),
        ("refused-exit-registered", refused(Refusal::ExitRegistered)),
        ("refused-choose", refused(Refusal::ChooseKind)),
        ("refused-no-contract", refused(Refusal::NoContract)),
        ("refused-too-many-stops", refused(Refusal::TooManyStops)),
        ("refused-hotlisted", refused(Refusal::Hotlisted)),
        ("refused-not-valid", refused(Refusal::NotValid)),
        ("refused-no-orders", refused(Refusal::NoOrders)),
        ("refused-purse-full", refused(Refusal::PurseFull)),
        ("refused-no-room", refused(Refusal::NoRoom)),
        ("refused-no-card", refused(Refusal::NoCard)),
        ("refused-card-taken", refused(Refusal::CardTaken)),
        ("refused-several-cards", refused(Refusal::SeveralCards)),
        ("refused-blocked", refused(Refusal::Blocked)),
        ("refused-out-of-service", refused(Refusal::OutOfService)),
        ("check-operation", View::Message(Message::CheckOperation)),
        ("page-period", period(FareKind::Normal, Validity::Until(day))),
        ("page-period-ended", period(FareKind::Reduced, Validity::Ended(day))),
        ("page-period-from", period(FareKind::Reduced, Validity::From(day))),
        ("page-period-none", View::Page(Page::Period(None))),
        ("page-purse", View::Page(Page::Purse(Some(Grosz(4_700))))),
        ("page-purse-none", View::Page(Page::Purse(None))),
        ("page-ride-none", View::Page(Page::Ride(RidePage::NotRegistered))),
        ("page-ride", ride(RideBasis::Purse, 1, 2)),
        ("page-ride-one-kind", ride(RideBasis::Purse, 0, 1)),
        ("page-ride-widest", ride(RideBasis::Purse, 18, 18)),
        ("page-ride-period", ride(RideBasis::Period, 0, 0)),
        ("page-ride-free", ride(RideBasis::Free, 1, 0)),
        ("page-ride-exited", View::Page(Page::Ride(RidePage::Exited))),
        ("top-up-wait", View::TopUpWait),
        ("top-up-run", View::TopUpRun { progress: None }),
    ]
}

fn clock() -> Option<DateTime> {
    DateTime::new(Date::from_civil(2026, 11, 20).expect("a day"), 8, 0, 0)
}

fn keys(language: Language, view: View) -> Screen {
    let clock = clock().filter(|_| matches!(view, View::Rest | View::Blocked));
    Screen { language, clock, view, panel: Panel::Keys }
}

/// The same screen on the new type, with its fields as the device would have them.
fn touch(language: Language, view: View) -> Screen {
    use FieldState::{Armed, Inert, Ready};
    let fields = match view {
        View::OutOfService | View::TopUpRun { .. } => [Inert; Field::COUNT],
        View::Message(Message::Refused(Refusal::OutOfService)) => [Inert; Field::COUNT],
        View::Blocked | View::Message(Message::Blocking(true) | Message::Refused(Refusal::Blocked)) => {
            [Inert, Inert, Ready, Inert]
        }
        View::Armed(Choice::Ticket(FareKind::Normal, _)) => [Armed, Ready, Ready, Ready],
        View::Armed(Choice::Ticket(FareKind::Reduced, _)) => [Ready, Armed, Ready, Ready],
        View::Armed(Choice::Check) => [Ready, Ready, Armed, Ready],
        View::TopUpWait => [Ready, Ready, Ready, Armed],
        View::Rest | View::Message(Message::CheckOperation) => [Ready; Field::COUNT],
        View::TakeAway | View::Writing | View::Message(_) | View::Page(_) => [Ready, Ready, Ready, Inert],
    };
    let (line, direction, stop) = match view {
        // The longest names and numbers.
        View::Armed(Choice::Ticket(_, Grosz(99_99))) => (65_535, "Osiedle Świętokrzysk", 254),
        _ => (7, "Osiedle Słoneczne", 3),
    };
    let route = Route::new(line, direction, stop).filter(|_| view != View::OutOfService);
    let view = match view {
        View::TopUpRun { .. } => View::TopUpRun { progress: Some(BAR_STEPS / 2) },
        view => view,
    };
    Screen { language, clock: clock(), view, panel: Panel::Touch { route, fields } }
}

fn everywhere(face: fn(Language, View) -> Screen) -> impl Iterator<Item = (&'static str, Screen)> {
    let all = move |(name, view)| Language::ALL.map(|language| (name, face(language, view)));
    screens().into_iter().flat_map(all)
}

#[test]
fn every_letter_exists_and_every_line_fits() {
    for (name, screen) in everywhere(keys).chain(everywhere(touch)) {
        let language = screen.language;
        for line in screen.lines().iter().chain([&screen.date(), &screen.time()]) {
            let letters = line.chars().count();
            assert!(letters <= COLUMNS, "{name} in {language:?}: \u{201c}{line}\u{201d} has {letters} letters");
            every_letter_exists(line);
        }
    }
    for language in Language::ALL {
        for words in Field::ALL.map(Field::words).into_iter().chain([text::DIRECTION, text::STOP]) {
            every_letter_exists(words.in_language(language));
        }
    }
}

/// Both fonts of a size have the same characters; the display's are those of ISO 8859-13.
fn every_letter_exists(line: &str) {
    for font in [&FONT_5X8, &FONT_6X10] {
        for letter in line.chars().filter(|letter| *letter != '?') {
            let mapping = &font.glyph_mapping;
            assert_ne!(mapping.index(letter), mapping.index('?'), "\u{201c}{line}\u{201d}: no letter {letter}");
        }
    }
}

/// Where the rules or a source give the words, the Polish display says exactly those.
#[test]
fn the_polish_words_are_those_of_the_device() {
    for (name, expected) in [
        ("blocked", "ZABLOKOWANY"),
        ("check-operation", "Sprawdź operację"),
        ("taken", "POBRANO  3,00 zł|STAN    47,00 zł"),
        ("exit", "ZWROT    0,40 zł|STAN    47,40 zł"),
        ("armed-normal", "NORMALNY  3,00zł|ZBLIŻ KARTĘ"),
        ("armed-reduced", "ULGOWY    1,50zł|ZBLIŻ KARTĘ"),
        ("armed-check", "SPRAWDZENIE|ZBLIŻ KARTĘ"),
        ("period", "BILET OKRESOWY|WAŻNY 31-12-2026"),
        ("free", "PRZEJAZD BEZPŁ.|WAŻNY 31-12-2026"),
        ("refused-no-money", "BRAK ŚRODKÓW|STAN     2,99 zł"),
        ("refused-limit", "LIMIT 5 BILETÓW"),
        ("refused-already", "JUŻ SKASOWANO"),
        ("refused-choose", "WYBIERZ N LUB U"),
        ("refused-no-contract", "BRAK KONTRAKTU"),
        ("refused-not-valid", "KARTA NIEWAŻNA"),
        ("refused-hotlisted", "KARTA ZASTRZEŻ."),
        ("refused-exit-registered", "WYJŚCIE ZAREJ."),
        ("refused-no-orders", "Brak doładowań"),
        ("refused-card-taken", "Karta wyjęta"),
        ("refused-no-card", "Brak karty"),
        ("orders-one", "Pobrano 1 trans.|STAN    67,00 zł"),
        ("page-ride-none", "PRZEJAZD|NIEZAREJESTR."),
        ("page-ride", "PRZEJAZD|SKASOWANO N1 U2"),
        ("writing", "Czekaj"),
        ("top-up-wait", "Doładowanie|karty"),
        ("top-up-run", "Doładowanie|Czekaj"),
        ("rest", "20-11-2026|08:00:00"),
    ] {
        let (_, view) = screens().into_iter().find(|(one, _)| *one == name).expect("a screen of that name");
        let [first, second] = keys(Language::Polish, view).lines();
        let found =
            if second.is_empty() || name == "blocked" { first.to_string() } else { format!("{first}|{second}") };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn every_screen_of_the_old_type_looks_like_its_golden() {
    goldens::hold(
        everywhere(keys)
            .map(|(name, screen)| (goldens::path("validator-keys", name, screen.language, "txt"), lcd_golden(&screen))),
    );
}

#[test]
fn every_screen_of_the_new_type_looks_like_its_golden() {
    let mut wrong = String::new();
    for (name, screen) in everywhere(touch) {
        let found = Canvas::of(&screen);
        let path = goldens::path("validator-touch", name, screen.language, "png");
        goldens::bless(&path, &found.png());
        let expected = std::fs::File::open(&path).ok().and_then(|file| read_png(std::io::BufReader::new(file)));
        if expected.as_ref() != Some(&found.pixels) {
            let beside = std::env::temp_dir().join(path.file_name().expect("a file"));
            let _ = std::fs::write(&beside, found.png());
            let _ = writeln!(wrong, "{} is not what is drawn now: {}", path.display(), beside.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}\n{}", goldens::IF_MEANT);
}

/// Two screens that differ in a word differ in a pixel, and the other way round: nothing is drawn that is not said.
#[test]
fn what_is_said_is_drawn_and_nothing_else() {
    let all: Vec<(Screen, String)> = everywhere(keys).map(|(_, screen)| (screen, lcd_picture(&screen))).collect();
    for (one, picture) in &all {
        for (other, other_picture) in &all {
            assert_eq!(one.lines() == other.lines(), picture == other_picture, "{one:?} and {other:?}");
        }
    }
    let all: Vec<(Screen, Canvas)> = everywhere(touch).map(|(_, screen)| (screen, Canvas::of(&screen))).collect();
    for (one, canvas) in &all {
        for (other, other_canvas) in &all {
            if one.lines() != other.lines() || one.panel != other.panel {
                assert_ne!(canvas.pixels, other_canvas.pixels, "{one:?} and {other:?}");
            }
        }
    }
}

/// A display on which one screen replaces another shows what it would show if it had been empty.
#[test]
fn what_is_drawn_over_another_screen_is_the_whole_screen() {
    let day = Date::from_civil(2026, 11, 20).expect("a day");
    let clocks = [None, DateTime::new(day, 9, 59, 59), DateTime::new(day, 10, 0, 0)];
    let all: Vec<(Screen, Canvas)> = everywhere(touch)
        .enumerate()
        .map(|(index, (_, screen))| Screen { clock: clocks[index % 3], ..screen })
        .map(|screen| (screen, Canvas::of(&screen)))
        .collect();
    for (index, (shown, before)) in all.iter().enumerate() {
        // The same words in another language, other words, and some of everything.
        for step in [1, 3, 7, 32] {
            let (screen, expected) = &all[(index + step) % all.len()];
            let mut canvas = Canvas { pixels: before.pixels.clone(), outside: 0 };
            let Ok(()) = TouchPicture(screen).draw_over(Some(shown), &mut canvas);
            assert!(canvas.pixels == expected.pixels, "{screen:?} over {shown:?}");
        }
    }
}

/// Nothing is cut off: every character that is drawn lies on the display, and within what it belongs to.
#[test]
fn nothing_is_clipped() {
    for (name, screen) in everywhere(touch) {
        let canvas = Canvas::of(&screen);
        assert_eq!(canvas.outside, 0, "{name} in {:?} is drawn beyond the display", screen.language);
    }
    for language in Language::ALL {
        for (field, area) in FIELDS {
            let letters = field.words().in_language(language).chars().count();
            let drawn = drawn_in(area);
            assert!(letters * 10 + 12 <= drawn.size.width as usize, "{field:?} in {language:?}");
        }
    }
}

/// Every point below the lines belongs to the field that is drawn there or nearest, and to no other.
#[test]
fn a_finger_is_on_the_field_it_touches() {
    for (field, area) in FIELDS {
        assert_eq!(area.intersection(&display()), area, "{field:?} lies on the display");
        assert_eq!(drawn_in(area).intersection(&area), drawn_in(area), "{field:?} is drawn where it is touched");
        for (other, other_area) in FIELDS {
            assert!(field == other || area.intersection(&other_area).is_zero_sized());
        }
    }
    for x in 0..400_u16 {
        for y in 0..300_u16 {
            let at = Point::new(i32::from(x), i32::from(y));
            let expected = FIELDS.iter().find(|(_, area)| area.contains(at)).map(|(field, _)| *field);
            assert_eq!(field_at(Spot { x, y }), expected);
            assert_eq!(expected.is_some(), x < 320 && (142..240).contains(&y), "{x}, {y}");
        }
    }
}

/// A character is five dots by eight, each of its own cell.
#[test]
fn the_old_type_is_a_display_of_characters() {
    assert_eq!(CELL_WIDTH as usize * COLUMNS, 128);
    for (name, screen) in everywhere(keys) {
        let frame = lcd_frame(&screen);
        for x in 0..128 {
            for y in 0..64 {
                let lit = frame.pixel(Point::new(x, y)) == Some(BinaryColor::On);
                let gap = !(1..6).contains(&(x % CELL_WIDTH.cast_signed()));
                assert!(!(lit && gap), "{name} in {:?} lights a gap at {x}, {y}", screen.language);
            }
        }
    }
    assert_eq!(CELL_HEIGHT, 16);
}

fn display() -> Rectangle {
    Rectangle::new(Point::zero(), Size::new(TOUCH_WIDTH, TOUCH_HEIGHT))
}

/// The words, then the picture with two rows of pixels a line.
fn lcd_golden(screen: &Screen) -> String {
    let [first, second] = screen.lines();
    format!("{first}\n{second}\n{}", lcd_picture(screen))
}

fn lcd_picture(screen: &Screen) -> String {
    goldens::readable(&lcd_frame(screen))
}

/// A display of 320 x 240 pixels in colour that notes what is drawn beside it.
struct Canvas {
    pixels: Vec<[u8; 3]>,
    outside: usize,
}

impl Canvas {
    fn of(screen: &Screen) -> Self {
        let mut canvas = Self { pixels: vec![[0; 3]; (TOUCH_WIDTH * TOUCH_HEIGHT) as usize], outside: 0 };
        match TouchPicture(screen).draw(&mut canvas) {
            Ok(()) => canvas,
            Err(never) => match never {},
        }
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, TOUCH_WIDTH, TOUCH_HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(self.pixels.as_flattened()).expect("a picture");
        drop(writer);
        bytes
    }
}

impl OriginDimensions for Canvas {
    fn size(&self) -> Size {
        display().size
    }
}

impl DrawTarget for Canvas {
    type Color = Rgb565;
    type Error = core::convert::Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Self::Error> {
        for Pixel(at, color) in pixels {
            if display().contains(at) {
                let color = Rgb888::from(color);
                let index = usize::try_from(at.y).expect("inside") * TOUCH_WIDTH as usize
                    + usize::try_from(at.x).expect("inside");
                self.pixels[index] = [color.r(), color.g(), color.b()];
            } else {
                self.outside += 1;
            }
        }
        Ok(())
    }
}

fn read_png(file: impl std::io::BufRead + std::io::Seek) -> Option<Vec<[u8; 3]>> {
    let mut reader = png::Decoder::new(file).read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    ((info.width, info.height) == (TOUCH_WIDTH, TOUCH_HEIGHT))
        .then(|| bytes.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
}
