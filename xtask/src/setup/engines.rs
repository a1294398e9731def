//! The browsers beside Chromium in which the page is tested: Firefox, and `WebKitGTK` with its virtual display.

use std::env;
use std::fs;
use std::path::{self, Path, PathBuf};

use super::Found;
use super::debian::{self, Family};
use crate::failure::{Failure, Outcome};
use crate::program::{on_path, version};

/// Names the Firefox to use.
pub const FIREFOX_VARIABLE: &str = "KERBQUAY_FIREFOX";
/// Names the `WebKitWebDriver` to use.
pub const WEBKIT_DRIVER_VARIABLE: &str = "KERBQUAY_WEBKIT_DRIVER";
/// Names the `Xvfb` to use.
pub const XVFB_VARIABLE: &str = "KERBQUAY_XVFB";

/// Where both are installed, the extended support release is used.
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

/// A Firefox that prints its version and is no snap.
///
/// # Errors
///
/// The variable names something that does not print a version.
pub fn find_firefox() -> Outcome<Option<Found>> {
    if let Some(file) = named(FIREFOX_VARIABLE) {
        let version = version(&file).ok_or_else(|| {
            Failure::new(format!("{FIREFOX_VARIABLE} points at {}, which does not print a version.", file.display()))
        })?;
        return Ok(Some(Found::program(file, &version)));
    }
    let mut files = FIREFOX.iter().flat_map(|name| on_path(name)).filter(|file| !is_snap(file));
    Ok(files.find_map(|file| version(&file).map(|version| Found::program(file, &version))))
}

/// The driver of `WebKitGTK`.
///
/// # Errors
///
/// The variable names no file.
pub fn find_webkit_driver() -> Outcome<Option<Found>> {
    unversioned(WEBKIT_DRIVER_VARIABLE, "WebKitWebDriver")
}

/// The virtual display.
///
/// # Errors
///
/// The variable names no file.
pub fn find_xvfb() -> Outcome<Option<Found>> {
    unversioned(XVFB_VARIABLE, "Xvfb")
}

/// Installs Firefox ESR on Debian.
///
/// # Errors
///
/// It cannot be installed here: the message says what to do.
pub fn obtain_firefox() -> Outcome {
    match debian::family() {
        // One call for all three is faster than two.
        Some(Family::Debian) => debian::install(&["firefox-esr", "webkit2gtk-driver", "xvfb"]),
        Some(Family::Ubuntu) => Err(Failure::new(format!(
            "The step `engines` needs Firefox. Ubuntu's Firefox is a snap, which has no access to the profile and the \
             downloads of a test. Install Mozilla's package or unpack Mozilla's archive of Firefox ESR, and set \
             {FIREFOX_VARIABLE} to its program `firefox`. {WITHOUT}"
        ))),
        None => Err(elsewhere()),
    }
}

/// Installs the driver of `WebKitGTK`, which depends on its browser, and the virtual display.
///
/// # Errors
///
/// They cannot be installed here: the message says what to do.
pub fn obtain_webkit() -> Outcome {
    match debian::family() {
        Some(Family::Debian | Family::Ubuntu) => debian::install(&["webkit2gtk-driver", "xvfb"]),
        None => Err(elsewhere()),
    }
}

const WITHOUT: &str = "`cargo xtask test --skip engines` runs the other steps.";

fn elsewhere() -> Failure {
    Failure::new(format!(
        "The step `engines` needs Firefox ESR, WebKitWebDriver of WebKitGTK, and Xvfb. They can be installed on Linux \
         only. Install them, and have them on the PATH or set {FIREFOX_VARIABLE}, {WEBKIT_DRIVER_VARIABLE} and \
         {XVFB_VARIABLE} to them. {WITHOUT}"
    ))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).and_then(|file| path::absolute(file).ok())
}

/// A program without a `--version`: the one that a variable names, else the first on the path.
fn unversioned(variable: &str, name: &str) -> Outcome<Option<Found>> {
    let file = match named(variable) {
        Some(file) if file.is_file() => Some(file),
        Some(file) => {
            return Err(Failure::new(format!("{variable} points at {}, which is no file.", file.display())));
        }
        None => on_path(name).into_iter().next(),
    };
    Ok(file.map(|path| Found { note: path.display().to_string(), path }))
}

/// Whether this is a snap, or the script in Ubuntu's package that starts the snap.
fn is_snap(program: &Path) -> bool {
    const SNAPS: &str = "/snap/bin/";
    let ends_at_snap = program.canonicalize().is_ok_and(|file| file.ends_with("bin/snap") || file.starts_with("/snap"));
    ends_at_snap || fs::read_to_string(program).is_ok_and(|script| script.contains(SNAPS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_starts_a_snap_counts_as_one() {
        let folder = env::temp_dir().join(format!("kerb-quay-snap-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a writable folder");
        let write = |name: &str, text: &[u8]| {
            let file = folder.join(name);
            fs::write(&file, text).expect("a writable folder");
            is_snap(&file)
        };
        let seen = [
            write("stub", b"#!/bin/sh\nexec /snap/bin/firefox \"$@\"\n"),
            write("script", b"#!/bin/sh\nexec /opt/firefox/firefox \"$@\"\n"),
            write("program", b"\x7fELF\xff /snap/bin/"),
        ];
        fs::remove_dir_all(&folder).expect("a writable folder");
        assert_eq!(seen, [true, false, false]);
        assert!(!is_snap(&folder.join("none")));
    }

    #[test]
    fn a_variable_that_names_no_file_is_an_error() {
        // The value of this variable is no file.
        let failure = unversioned("PATH", "Xvfb").expect_err("no file");
        assert!(failure.to_string().starts_with("PATH points at"), "{failure}");
    }

    #[test]
    fn the_message_on_other_systems_names_all_variables() {
        let message = elsewhere().to_string();
        assert!([FIREFOX_VARIABLE, WEBKIT_DRIVER_VARIABLE, XVFB_VARIABLE].iter().all(|name| message.contains(name)));
    }
}
