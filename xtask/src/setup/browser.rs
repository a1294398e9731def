//! The browser of the acceptance tests, and its driver.

use std::env;
use std::path::{self, PathBuf};

use super::Found;
use super::debian::{self, Family};
use crate::failure::{Failure, Outcome};
use crate::program::{on_path, version};

/// Points at a Chromium that is to be used.
pub const CHROMIUM_VARIABLE: &str = "KERBQUAY_CHROMIUM";
/// Points at a chromedriver that is to be used.
pub const CHROMEDRIVER_VARIABLE: &str = "KERBQUAY_CHROMEDRIVER";

/// The names under which Chromium is installed, and its sister Chrome.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMEDRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];

/// A Chromium that answers.
///
/// # Errors
///
/// The variable points at something that does not.
pub fn find_chromium() -> Outcome<Option<Found>> {
    let chromium = named(CHROMIUM_VARIABLE, CHROMIUM)?;
    Ok(chromium.map(|(place, version)| Found::program(place, &version)))
}

/// A chromedriver of the same release as Chromium.
///
/// # Errors
///
/// The variable points at something that does not answer, or it and Chromium do not fit together.
pub fn find_chromedriver() -> Outcome<Option<Found>> {
    let Some((driver, driver_version)) = named(CHROMEDRIVER_VARIABLE, CHROMEDRIVER)? else {
        return Ok(None);
    };
    if let Some((chromium, chromium_version)) = named(CHROMIUM_VARIABLE, CHROMIUM)?
        && release(&chromium_version) != release(&driver_version)
    {
        return Err(Failure::new(format!(
            "{} is of version {chromium_version} and {} of {driver_version}: they do not fit together. Install both \
             from one source, or point {CHROMIUM_VARIABLE} and {CHROMEDRIVER_VARIABLE} at a pair.",
            chromium.display(),
            driver.display(),
        )));
    }
    Ok(Some(Found::program(driver, &driver_version)))
}

/// Installs Chromium, its driver and a font with the letters of the page's three languages.
///
/// # Errors
///
/// It cannot be had here: the sentence names what to install.
pub fn obtain() -> Outcome {
    match debian::family() {
        Some(Family::Debian) => debian::install(&["chromium", "chromium-driver", "fonts-dejavu-core"]),
        Some(Family::Ubuntu) => debian::install(&["chromium-browser", "chromium-chromedriver", "fonts-dejavu-core"]),
        None => Err(Failure::new(format!(
            "The page is tested in Chromium. Install Chromium and the chromedriver of the same version, with a font \
             that has Norwegian and Polish letters, and have both on the PATH or point {CHROMIUM_VARIABLE} and \
             {CHROMEDRIVER_VARIABLE} at them."
        ))),
    }
}

/// The program a variable points at, else the first on the path under one of its names, with its version.
fn named(variable: &str, names: &[&str]) -> Outcome<Option<(PathBuf, String)>> {
    if let Some(place) = env::var_os(variable).and_then(|place| path::absolute(place).ok()) {
        let version = version(&place).ok_or_else(|| {
            Failure::new(format!("{variable} points at {}, which does not answer to --version.", place.display()))
        })?;
        return Ok(Some((place, version)));
    }
    let mut places = names.iter().flat_map(|name| on_path(name));
    Ok(places.find_map(|place| version(&place).map(|version| (place, version))))
}

/// The number before the first dot: driver and browser have to share it.
fn release(version: &str) -> Option<&str> {
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_fits_every_browser_of_its_release() {
        assert_eq!(release("156.0.8078.79"), release("156.0.8078.101"));
        assert_ne!(release("156.0.8078.79"), release("15.6"));
    }

    #[test]
    fn a_variable_that_points_nowhere_is_said() {
        // The variable of this test alone: the real ones may be set by the person who runs it.
        let failure = named("PATH", CHROMIUM).expect_err("the PATH is no program");
        assert!(failure.to_string().starts_with("PATH points at"), "{failure}");
    }
}
