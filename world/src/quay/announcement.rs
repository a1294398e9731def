//! When the words of the pedestal's display are announced to those who do not see it.

use firmware_core::money::{MilliOre, WattHours};
use firmware_core::pedestal::{Screen, View};

/// The seconds left at which a countdown is announced again.
pub const COUNTDOWN_MARKS: [u32; 4] = [60, 30, 10, 5];

/// The screen without what changes by itself while it is shown: seconds between two marks of the countdown, bars, and
/// the credit and energy that a boat uses. Screens with an equal result are announced once.
pub fn steady(screen: Screen) -> Screen {
    let view = match screen.view {
        View::Welcome { card_inside } => View::Welcome { card_inside },
        View::ServiceSelect { on_card, settled } => View::ServiceSelect { on_card, settled },
        View::Busy { socket, because } => View::Busy { socket, because },
        View::OutletStatus { socket, credit: _, energy: _, on_card, staged, notice, too_short, hold, step } => {
            View::OutletStatus {
                socket,
                credit: MilliOre::ZERO,
                energy: WattHours(0),
                on_card,
                staged,
                notice,
                too_short,
                hold: hold.map(|_| 0),
                step,
            }
        }
        View::Updating { socket, is_return, progress: _ } => View::Updating { socket, is_return, progress: 0 },
        View::RemoveCard { socket, credit: _, on_card } => View::RemoveCard { socket, credit: MilliOre::ZERO, on_card },
        View::Interrupted { seconds } => View::Interrupted { seconds: mark(seconds) },
        View::WrongCard { seconds } => View::WrongCard { seconds: mark(seconds) },
        View::OneCardOnly { seconds } => View::OneCardOnly { seconds: seconds.map(mark) },
        View::InvalidCard { because } => View::InvalidCard { because },
        // An empty socket is another message.
        View::CreditCheck { socket, credit, energy: _, unsettled } => {
            let credit = if credit == MilliOre::ZERO { credit } else { MilliOre(1) };
            View::CreditCheck { socket, credit, energy: WattHours(0), unsettled }
        }
    };
    Screen { view, ..screen }
}

/// The mark that a countdown reaches next or has just reached going down; one second more than all while it has reached
/// none.
fn mark(seconds: u32) -> u32 {
    let reached = COUNTDOWN_MARKS.into_iter().filter(|mark| seconds <= *mark).min();
    reached.unwrap_or(COUNTDOWN_MARKS[0] + 1)
}
