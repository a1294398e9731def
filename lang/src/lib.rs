//! The languages of the page.
//!
//! A language is a file `lang/CODE.ftl` in Fluent's syntax and a row in [`LANGUAGES`]. With the feature `files` this
//! crate reads these files, compares each with the English one, and writes what the page compiles in (`code`) and
//! what it fetches (`Catalog::part`). The page itself uses only [`plural`] and [`LANGUAGES`].
//!
//! Messages are numbered in the order of the English file. A number is written as one character of Unicode's first
//! private-use area, [`MARK`] for the first, in front of the text. In the compiled page that is how a text knows its
//! number, and how the build finds out which texts a module uses.

pub mod plural;

#[cfg(feature = "files")]
mod catalog;
#[cfg(feature = "files")]
pub mod code;
#[cfg(feature = "files")]
mod file;
#[cfg(all(test, feature = "files"))]
mod tests;

#[cfg(feature = "files")]
pub use catalog::{Catalog, Message, Translation};
#[cfg(feature = "files")]
pub use file::Fault;

use crate::plural::Plural;

/// The number of the first message, as a character.
pub const MARK: char = '\u{e000}';
/// How many messages there can be: as many as have the same first byte in UTF-8.
pub const MESSAGES_MAX: usize = 0x1000;
/// The first byte of every number in UTF-8, and of no other character that a text may have.
pub const MARK_FIRST_BYTE: u8 = 0xee;
/// The length of a number in UTF-8.
pub const MARK_BYTES: usize = 3;
/// What the names of the messages begin with that a page shows before its program runs. The boot script has them; the
/// program has not.
pub const BOOT: &str = "boot-";
/// What separates the plural forms of a text.
pub const FORM_SEPARATOR: char = '\u{1e}';

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its name in the code.
    #[cfg(feature = "files")]
    pub name: &'static str,
    /// Its ISO 639-1 code, which is the name of its file as well.
    pub code: &'static str,
    /// Other codes that a browser may name it by, or a language that is close enough.
    pub aliases: &'static [&'static str],
    /// How it counts.
    pub plural: Plural,
}

/// Every language, English first: in English the page is complete without a file.
pub static LANGUAGES: [Row; 5] = [
    row("English", "en", &[], Plural::OneOther),
    row("Norwegian", "nb", &["no", "nn"], Plural::OneOther),
    row("Polish", "pl", &[], Plural::Polish),
    row("German", "de", &[], Plural::OneOther),
    row("Ukrainian", "uk", &[], Plural::EastSlavic),
];

#[cfg_attr(not(feature = "files"), expect(unused_variables, reason = "the page has no use for the names"))]
const fn row(name: &'static str, code: &'static str, aliases: &'static [&'static str], plural: Plural) -> Row {
    Row {
        #[cfg(feature = "files")]
        name,
        code,
        aliases,
        plural,
    }
}

/// The number of the message that a text with its mark belongs to.
pub fn number(marked: &str) -> Option<usize> {
    match *marked.as_bytes() {
        [MARK_FIRST_BYTE, second @ 0x80..0xc0, third @ 0x80..0xc0, ..] => {
            Some(usize::from(second - 0x80) << 6 | usize::from(third - 0x80))
        }
        _ => None,
    }
}
