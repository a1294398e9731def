//! What the page compiles in: a constant for each message, and the languages.

use std::fmt::Write as _;

use crate::catalog::{Catalog, Message, marked};
use crate::{BOOT, FORM_SEPARATOR, LANGUAGES};

/// The message in which each language names itself.
const OWN_NAME: &str = "language-name";

/// The languages as Rust: an enumeration whose order is that of [`LANGUAGES`], with their own names.
pub fn languages(catalog: &Catalog) -> String {
    let own_name = catalog.messages().iter().position(|message| message.id == OWN_NAME);
    let mut variants = String::new();
    let mut names = String::new();
    for (index, row) in LANGUAGES.iter().enumerate() {
        let default = if index == 0 { "#[default]\n" } else { "" };
        let text = own_name.map_or(row.name, |number| match index.checked_sub(1) {
            None => &catalog.messages()[number].english,
            Some(index) => &catalog.translations()[index].texts[number],
        });
        let _ = write!(variants, "/// {}.\n{default}{},\n", row.name, row.name);
        let _ = writeln!(names, "Self::{} => {text:?},", row.name);
    }
    let all = LANGUAGES.map(|row| format!("Self::{}", row.name)).join(", ");
    format!(
        "/// A language of the page.\n\
         #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]\n\
         pub enum Language {{\n{variants}}}\n\
         impl Language {{\n\
         /// Every language, English first.\n\
         pub const ALL: [Self; {}] = [{all}];\n\
         /// What it calls itself.\n\
         pub const fn own_name(self) -> &'static str {{\nmatch self {{\n{names}}}\n}}\n}}\n",
        LANGUAGES.len()
    )
}

/// The messages as Rust: a constant for each, with its mark and its English text.
pub fn messages(catalog: &Catalog) -> String {
    let mut code = format!(
        "/// What tells these texts from those of another build.\npub const HASH: &str = {:?};\n",
        catalog.hash()
    );
    let mut all = String::new();
    // What languages call themselves is part of the program: a list of them has all.
    let is_used = |message: &Message| message.id != OWN_NAME && !message.id.starts_with(BOOT);
    let used = catalog.messages().iter().enumerate().filter(|(_, message)| is_used(message));
    for (number, message) in used.clone() {
        let name = constant(&message.id);
        let doc = message.english.replace(FORM_SEPARATOR, " / ");
        let _ = writeln!(
            code,
            "#[doc = {doc:?}]\npub const {name}: Words = Words({:?});",
            marked(number, &message.english)
        );
        let _ = writeln!(all, "({:?}, {name}),", message.id);
    }
    let count = used.count();
    let _ = write!(
        code,
        "/// Every message by its name.\n#[cfg(test)]\npub static ALL: [(&str, Words); {count}] = [\n{all}];\n"
    );
    code
}

/// `socket-lit` as the name of a constant.
fn constant(id: &str) -> String {
    id.replace('-', "_").to_uppercase()
}
