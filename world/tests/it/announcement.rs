//! When the words of the pedestal's display are announced: once for each change that a person has to know.

use firmware_core::money::{MilliOre, Ore, WattHours};
use firmware_core::pedestal::{Screen, Socket, Staged, View};
use firmware_core::text::Language;
use world::quay::announcement::{COUNTDOWN_MARKS, steady};

/// How many announcements these views are, one after the other.
fn announcements(views: impl IntoIterator<Item = View>) -> usize {
    let mut steady: Vec<_> =
        views.into_iter().map(|view| steady(Screen { language: Language::English, view })).collect();
    steady.dedup();
    steady.len()
}

#[test]
fn a_countdown_is_announced_at_its_marks() {
    type Counting = fn(u32) -> View;
    let countdowns: [Counting; 3] = [
        |seconds| View::Interrupted { seconds },
        |seconds| View::WrongCard { seconds },
        |seconds| View::OneCardOnly { seconds: Some(seconds) },
    ];
    for view in countdowns {
        assert_eq!(announcements((1..=60).rev().map(view)), COUNTDOWN_MARKS.len());
        for mark in COUNTDOWN_MARKS {
            assert_eq!(announcements([view(mark + 1), view(mark)]), 2, "{mark} s");
            assert_eq!(announcements([view(mark), view(mark - 1)]), 1, "{mark} s");
        }
    }
}

#[test]
fn what_a_boat_uses_is_not_announced() {
    let check = |credit, energy| View::CreditCheck {
        socket: Socket::Two,
        credit: MilliOre(credit),
        energy: WattHours(energy),
        unsettled: false,
    };
    assert_eq!(announcements([check(2_000, 20), check(1_000, 10), check(500, 5)]), 1);
    assert_eq!(announcements([check(500, 5), check(0, 0)]), 2, "an empty socket is another message");
    let status = |credit, hold, staged| View::OutletStatus {
        socket: Socket::Two,
        credit: MilliOre(credit),
        energy: WattHours(credit),
        on_card: Ore(10_000),
        staged,
        notice: None,
        too_short: false,
        hold,
        step: Ore(1_000),
    };
    let load = |ore| Staged::Load(Ore(ore));
    assert_eq!(announcements([status(2_000, None, Staged::Nothing), status(1_000, None, Staged::Nothing)]), 1);
    assert_eq!(announcements([status(0, Some(10), Staged::Nothing), status(0, Some(11), Staged::Nothing)]), 1);
    assert_eq!(announcements([status(0, None, load(1_000)), status(0, None, load(2_000))]), 2);
}
