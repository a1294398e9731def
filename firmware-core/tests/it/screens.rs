//! Every screen of the pedestal in three languages, as words and as a picture that can be read in a diff.
//!
//! `KERBQUAY_BLESS=1` rewrites the goldens; look at every one that changed before you commit it.

use std::fmt::Write as _;

use crate::goldens;
use embedded_graphics::mono_font::iso_8859_13::FONT_6X10;
use firmware_core::money::{MilliOre, Ore, WattHours};
use firmware_core::pedestal::{
    BAR_STEPS, Because, Bottom, BusyBecause, COLUMNS, HEADLINE_COLUMNS, Notice, Screen, Socket, Staged, Transfer, View,
    frame,
};
use firmware_core::text::Language;

/// The most that a card may hold.
const ORE_MAX: Ore = Ore(1_000_000);

/// The status of a socket: what is staged, a notice, and whether a hold was too short; how far a hold is.
fn outlet_status(socket: Socket, staged: (Staged, Option<Notice>, bool), hold: Option<u8>) -> View {
    let (staged, notice, too_short) = staged;
    View::OutletStatus {
        socket,
        credit: MilliOre(2_999_800),
        energy: WattHours(14_999),
        on_card: Ore::from_kr(70),
        staged,
        notice,
        too_short,
        hold,
        step: Ore::from_kr(10),
    }
}

/// Every screen with its usual contents, and those that are longest, by the name of its golden.
fn screens() -> Vec<(&'static str, View)> {
    let (two, four) = (Socket::Two, Socket::Four);
    let status = |staged, notice, hold| outlet_status(two, (staged, notice, false), hold);
    let too_short = |staged, notice| outlet_status(two, (staged, notice, true), None);
    vec![
        ("welcome", View::Welcome { card_inside: false }),
        ("welcome-card-inside", View::Welcome { card_inside: true }),
        ("service-select", View::ServiceSelect { on_card: Ore::from_kr(100), settled: None }),
        (
            "service-select-settled",
            View::ServiceSelect { on_card: Ore::from_kr(70), settled: Some(Transfer::Load(Ore::from_kr(30))) },
        ),
        ("busy", View::Busy { socket: two, because: BusyBecause::InUse }),
        ("busy-one-socket", View::Busy { socket: two, because: BusyBecause::OneSocketPerCard(four) }),
        ("outlet-status", status(Staged::Nothing, None, None)),
        ("outlet-status-load", status(Staged::Load(Ore::from_kr(30)), None, None)),
        ("outlet-status-return", status(Staged::Return, None, None)),
        ("outlet-status-hold", status(Staged::Nothing, None, Some(BAR_STEPS / 2))),
        ("outlet-status-insufficient", status(Staged::Load(Ore::from_kr(70)), Some(Notice::Insufficient), None)),
        ("outlet-status-not-enough", status(Staged::Nothing, Some(Notice::Insufficient), None)),
        ("outlet-status-too-short", too_short(Staged::Load(Ore::from_kr(10)), None)),
        ("outlet-status-too-short-insufficient", too_short(Staged::Load(ORE_MAX), Some(Notice::Insufficient))),
        ("outlet-status-nothing", status(Staged::Nothing, Some(Notice::NothingToReturn), None)),
        ("outlet-status-card-full", status(Staged::Nothing, Some(Notice::CardFull), None)),
        (
            "outlet-status-widest",
            View::OutletStatus {
                socket: four,
                credit: MilliOre(9_999_999_000),
                energy: WattHours(99_999_999),
                on_card: Ore(1_000_000),
                staged: Staged::Load(Ore(1_000_000)),
                notice: None,
                too_short: false,
                hold: None,
                step: Ore(50_000),
            },
        ),
        (
            "outlet-status-beyond",
            View::OutletStatus {
                socket: four,
                credit: MilliOre(99_999_999_000_000),
                energy: WattHours(9_999_999_999),
                on_card: Ore(u32::MAX),
                staged: Staged::Nothing,
                notice: None,
                too_short: false,
                hold: None,
                step: Ore(50_000),
            },
        ),
        ("updating-load", View::Updating { socket: two, is_return: false, progress: 20 }),
        ("updating-return", View::Updating { socket: two, is_return: true, progress: BAR_STEPS }),
        ("remove-card", View::RemoveCard { socket: two, credit: MilliOre(3_000_000), on_card: Ore::from_kr(70) }),
        ("interrupted", View::Interrupted { seconds: 60 }),
        ("interrupted-long", View::Interrupted { seconds: 600 }),
        ("wrong-card", View::WrongCard { seconds: 42 }),
        ("one-card-only", View::OneCardOnly { seconds: None }),
        ("one-card-only-interrupted", View::OneCardOnly { seconds: Some(42) }),
        ("invalid-not-completed", View::InvalidCard { because: Because::NotCompleted }),
        ("invalid-foreign", View::InvalidCard { because: Because::Foreign }),
        ("invalid-blocked", View::InvalidCard { because: Because::Blocked }),
        ("invalid-unreadable", View::InvalidCard { because: Because::Unreadable }),
        (
            "credit-check",
            View::CreditCheck { socket: two, credit: MilliOre(2_999_800), energy: WattHours(14_999), unsettled: false },
        ),
        (
            "credit-check-free",
            View::CreditCheck { socket: two, credit: MilliOre::ZERO, energy: WattHours(0), unsettled: false },
        ),
        (
            "credit-check-unsettled",
            View::CreditCheck { socket: two, credit: MilliOre::ZERO, energy: WattHours(0), unsettled: true },
        ),
    ]
}

#[test]
fn every_letter_exists_and_every_line_fits() {
    for (name, view) in screens() {
        for language in Language::ALL {
            let text = Screen { language, view }.text();
            let bottom = match &text.bottom {
                Bottom::Words(words) => Some(words),
                Bottom::Empty | Bottom::Bar(_) => None,
            };
            let lines = text.lines.iter().chain(bottom).map(|line| (line, COLUMNS));
            for (line, columns) in lines.chain([(&text.headline, HEADLINE_COLUMNS)]) {
                let letters = line.chars().count();
                assert!(letters <= columns, "{name} in {language:?}: \u{201c}{line}\u{201d} has {letters} letters");
                for letter in line.chars().filter(|letter| *letter != '?') {
                    assert_ne!(
                        FONT_6X10.glyph_mapping.index(letter),
                        FONT_6X10.glyph_mapping.index('?'),
                        "{name} in {language:?}: the font has no \u{201c}{letter}\u{201d}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_screen_looks_like_its_golden() {
    goldens::hold(screens().into_iter().flat_map(|(name, view)| {
        Language::ALL
            .map(|language| (goldens::path("pedestal", name, language, "txt"), golden(&Screen { language, view })))
    }));
}

/// Two screens that differ in a word differ in a pixel, and the other way round: nothing is drawn that is not said.
#[test]
fn what_is_said_is_drawn_and_nothing_else() {
    let all: Vec<Screen> =
        screens().into_iter().flat_map(|(_, view)| Language::ALL.map(|language| Screen { language, view })).collect();
    for one in &all {
        for other in &all {
            assert_eq!(one.text() == other.text(), picture(one) == picture(other), "{one:?} and {other:?}");
        }
    }
}

/// The words, then the picture with two rows of pixels a line.
fn golden(screen: &Screen) -> String {
    let shown = screen.text();
    let mut text = String::new();
    for line in [&shown.headline].into_iter().chain(&shown.lines) {
        let _ = writeln!(text, "{line}");
    }
    let _ = match &shown.bottom {
        Bottom::Empty => writeln!(text),
        Bottom::Words(words) => writeln!(text, "{words}"),
        Bottom::Bar(filled) => writeln!(text, "[{filled}/{BAR_STEPS}]"),
    };
    text + &picture(screen)
}

fn picture(screen: &Screen) -> String {
    goldens::readable(&frame(screen))
}
