//! The goldens: every screen as a person last approved it.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use embedded_graphics::image::GetPixel;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::{OriginDimensions, Point};
use firmware_core::text::Language;

/// What to do where a screen is another than it was.
pub const IF_MEANT: &str = "if this is meant, rewrite the goldens with KERBQUAY_BLESS=1 and look at them";

/// Where the golden of a screen is.
pub fn path(folder: &str, name: &str, language: Language, ending: &str) -> PathBuf {
    let goldens = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(folder);
    goldens.join(format!("{name}.{}.{ending}", language.code()))
}

/// Replaces a golden with this, if that is asked for.
pub fn bless(path: &Path, golden: &[u8]) {
    if env::var_os("KERBQUAY_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the goldens can be written");
        fs::write(path, golden).expect("the goldens can be written");
    }
}

/// Holds texts against their goldens.
pub fn hold(texts: impl IntoIterator<Item = (PathBuf, String)>) {
    let mut wrong = String::new();
    for (path, found) in texts {
        bless(&path, found.as_bytes());
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            let _ = writeln!(wrong, "{}\nexpected:\n{expected}\nfound:\n{found}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}\n{IF_MEANT}");
}

/// A picture that can be read in a diff, with two rows of pixels a line.
pub fn readable(frame: &(impl GetPixel<Color = BinaryColor> + OriginDimensions)) -> String {
    let is_on = |x: u32, y: u32| {
        let at = Point::new(i32::try_from(x).expect("small"), i32::try_from(y).expect("small"));
        frame.pixel(at) == Some(BinaryColor::On)
    };
    let size = frame.size();
    let mut text = String::new();
    for y in (0..size.height).step_by(2) {
        let row: String = (0..size.width)
            .map(|x| match (is_on(x, y), is_on(x, y + 1)) {
                (false, false) => ' ',
                (true, false) => '\u{2580}',
                (false, true) => '\u{2584}',
                (true, true) => '\u{2588}',
            })
            .collect();
        let _ = writeln!(text, "{}", row.trim_end());
    }
    text
}
