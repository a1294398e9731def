//! The browser of the acceptance tests, and its driver.

use std::env;
use std::path::{self, PathBuf};

use super::Found;
use super::debian::{self, Family};
use crate::failure::{Failure, Outcome};
use crate::program::{on_path, version};

/// The variable with the path of a Chromium.
pub const CHROMIUM_VARIABLE: &str = "KERBQUAY_CHROMIUM";
/// The variable with the path of a chromedriver.
pub const CHROMEDRIVER_VARIABLE: &str = "KERBQUAY_CHROMEDRIVER";

/// The names of Chromium and of Chrome.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMEDRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];

/// A Chromium that prints its version.
///
/// # Errors
///
/// The variable points at something that does not.
pub fn find_chromium() -> Outcome<Option<Found>> {
    let chromium = named(CHROMIUM_VARIABLE, CHROMIUM)?;
    Ok(chromium.map(|(file, version)| Found::program(file, &version)))
}

/// A chromedriver of the same release as Chromium.
///
/// # Errors
///
/// The variable points at something that does not print a version, or its release differs from that of Chromium.
pub fn find_chromedriver() -> Outcome<Option<Found>> {
    let Some((driver, driver_version)) = named(CHROMEDRIVER_VARIABLE, CHROMEDRIVER)? else {
        return Ok(None);
    };
    if let Some((chromium, chromium_version)) = named(CHROMIUM_VARIABLE, CHROMIUM)?
        && release(&chromium_version) != release(&driver_version)
    {
        return Err(Failure::new(format!(
            "{} is of version {chromium_version} and {} of {driver_version}, which must be the same release. Install both \
             from one source, or point {CHROMIUM_VARIABLE} and {CHROMEDRIVER_VARIABLE} at a pair.",
            chromium.display(),
            driver.display(),
        )));
    }
    Ok(Some(Found::program(driver, &driver_version)))
}

/// Installs Chromium, its driver and a font with the characters of all languages of the page.
///
/// # Errors
///
/// It cannot be installed here: the message names what to install.
pub fn obtain() -> Outcome {
    match debian::family() {
        Some(Family::Debian) => debian::install(&["chromium", "chromium-driver", "fonts-dejavu-core"]),
        Some(Family::Ubuntu) => debian::install(&["chromium-browser", "chromium-chromedriver", "fonts-dejavu-core"]),
        None => Err(Failure::new(format!(
            "The page is tested in Chromium. Install Chromium and the chromedriver of the same version, with a font \
             that has the characters of the page's languages, and have both on the PATH or point {CHROMIUM_VARIABLE} and \
             {CHROMEDRIVER_VARIABLE} at them."
        ))),
    }
}

/// The program that a variable points at, else the first in `PATH` with one of these names, and its version.
fn named(variable: &str, names: &[&str]) -> Outcome<Option<(PathBuf, String)>> {
    if let Some(file) = env::var_os(variable).and_then(|file| path::absolute(file).ok()) {
        let version = version(&file).ok_or_else(|| {
            Failure::new(format!("{variable} points at {}, which does not print a version.", file.display()))
        })?;
        return Ok(Some((file, version)));
    }
    let mut files = names.iter().flat_map(|name| on_path(name));
    Ok(files.find_map(|file| version(&file).map(|version| (file, version))))
}

/// The number before the first dot: that of driver and browser must be the same.
fn release(version: &str) -> Option<&str> {
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_is_the_first_number_of_a_version() {
        assert_eq!(release("156.0.8078.79"), release("156.0.8078.101"));
        assert_ne!(release("156.0.8078.79"), release("15.6"));
    }

    #[test]
    fn a_variable_that_names_no_program_is_an_error() {
        // Not one of the real variables, as these may be set.
        let failure = named("PATH", CHROMIUM).expect_err("PATH is not a program");
        assert!(failure.to_string().starts_with("PATH points at"), "{failure}");
    }
}
