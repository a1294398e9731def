//! The fonts of the monochrome displays have the glyphs of `embedded-graphics`, except for full stop and colon, and all
//! that a text needs.
//!
//! `KERBQUAY_BLESS=1` regenerates them.

use std::fs;
use std::path::PathBuf;

use embedded_graphics::mono_font::iso_8859_13::{FONT_5X8, FONT_6X10, FONT_8X13_BOLD};
use embedded_graphics::mono_font::{MonoFont, MonoTextStyle};
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_graphics::text::{Baseline, Text};
use firmware_core::font::CHARACTERS;

const SETS: [(&str, &MonoFont<'_>); 3] =
    [("5x8.bin", &FONT_5X8), ("6x10.bin", &FONT_6X10), ("8x13-bold.bin", &FONT_8X13_BOLD)];

/// Full stop and colon consist of crosses in the library's fonts, which look like stains on a display with large
/// pixels. They consist of squares of two by two pixels instead, on the baseline and, of the colon, below the height
/// of small letters.
fn square_at(font: &MonoFont<'_>, character: char, (x, y): (u32, u32)) -> Option<bool> {
    let (across, baseline, height) = match font.character_size {
        Size { width: 5, .. } => (1, 7, 5),
        Size { width: 6, .. } => (2, 8, 5),
        _ => (3, 11, 7),
    };
    let is_in = |bottom: u32| (across..across + 2).contains(&x) && (bottom - 2..bottom).contains(&y);
    match character {
        '.' => Some(is_in(baseline)),
        ':' => Some(is_in(baseline) || is_in(baseline + 2 - height)),
        _ => None,
    }
}

/// The pixels of all glyphs, packed.
fn pixels(font: &MonoFont<'_>) -> Vec<u8> {
    let mut bits = Vec::new();
    for character in CHARACTERS.chars() {
        let mut drawn = embedded_graphics::mock_display::MockDisplay::new();
        drawn.set_allow_overdraw(true);
        let style = MonoTextStyle::new(font, BinaryColor::On);
        Text::with_baseline(&character.to_string(), Point::zero(), style, Baseline::Top)
            .draw(&mut drawn)
            .expect("a picture");
        let Size { width, height } = font.character_size;
        for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
            let of_library = drawn.get_pixel(Point::new(x.cast_signed(), y.cast_signed())) == Some(BinaryColor::On);
            bits.push(square_at(font, character, (x, y)).unwrap_or(of_library));
        }
    }
    bits.chunks(8).map(|byte| (0..).zip(byte).map(|(index, on)| u8::from(*on) << (7 - index)).sum()).collect()
}

#[test]
fn the_glyphs_are_those_of_the_library_except_for_full_stop_and_colon() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/font");
    for (name, font) in SETS {
        let file = folder.join(name);
        let pixels = pixels(font);
        if std::env::var_os("KERBQUAY_BLESS").is_some() {
            fs::write(&file, &pixels).expect("the font can be written");
        }
        assert!(fs::read(&file).expect("the font exists") == pixels, "{name} differs from the library");
    }
}

#[test]
fn the_fonts_have_every_character_of_every_text() {
    let source = [include_str!("../../src/pedestal/text.rs"), include_str!("../../src/validator/text.rs")].concat();
    let quoted =
        source.lines().filter(|line| line.contains("words(")).flat_map(|line| line.split('"').skip(1).step_by(2));
    let mut texts = 0;
    for text in quoted {
        texts += 1;
        let missing: String = text.chars().filter(|character| !CHARACTERS.contains(*character)).collect();
        assert!(missing.is_empty(), "{missing:?} in {text:?} have no glyph");
    }
    assert!(texts > 250, "{texts}");
}
