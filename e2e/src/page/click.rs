//! Finding the point at which a control of the page can be clicked, in any browser.

use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::chromium::until;

/// Finds out how the element that matches `arguments[0]` can be clicked: a [`Clickable`], or null without the element.
pub(crate) const SCRIPT: &str = concat!(include_str!("click.js"), "return clickable(arguments[0]);");

/// How an element can be clicked.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Clickable {
    /// At this point of the viewport, in CSS pixels.
    At(i32, i32),
    /// It is an option of a list.
    Chosen,
    /// Not before this point has been clicked, which opens the panel or the sheet around it.
    Behind(i32, i32),
    /// Its position is changing.
    Moving,
    /// Not at all, for this reason.
    Hidden(String),
}

/// How many panels and sheets may lie around an element.
const FOLDS_MAX: u32 = 4;

/// How long an element may be hidden. A dialog that a click opens, or a bar that a click closes, needs a frame.
const HIDDEN_MAX: Duration = Duration::from_secs(5);

/// Runs [`SCRIPT`] by `locate` and opens panels and sheets by `click_at`, until the element that matches `css` does not
/// move, is in no closed panel or sheet, and is visible or has been hidden for [`HIDDEN_MAX`]. Returns none without
/// such an element.
///
/// # Errors
/// The element keeps moving, or one of the two functions fails.
pub(crate) fn reach(
    css: &str,
    locate: impl Fn() -> Result<Option<Clickable>, String>,
    click_at: impl Fn(i32, i32) -> Result<(), String>,
) -> Result<Option<Clickable>, String> {
    let mut opened = 0;
    let begun = Instant::now();
    until(|| {
        loop {
            match locate()? {
                Some(Clickable::Moving) => return Err(format!("{css} does not come to rest")),
                Some(Clickable::Behind(x, y)) if opened < FOLDS_MAX => {
                    opened += 1;
                    click_at(x, y)?;
                }
                Some(Clickable::Hidden(why)) if begun.elapsed() < HIDDEN_MAX => return Err(format!("{css}: {why}")),
                found => return Ok(found),
            }
        }
    })
}
