//! The texts of a page before its program runs, from the language files: the progress, the message where no script
//! runs, and the messages of a page that does not start.

use std::fs;
use std::path::Path;

use lang::Catalog;
use serde_json::{Map, Value};

use crate::failure::{Failure, Outcome};
use crate::offline;

/// The names of the texts that are part of the page; all others are in `boot-messages.js`.
const LOADING: &str = "loading";
const STATIC: &str = "static";

/// The texts, as the page needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BootTexts {
    /// For each language its codes and its word for loading, for the boot script: `en=Loading;nb no nn=Laster`.
    pub languages: String,
    /// For each language its code and the message where no script runs.
    pub static_messages: Vec<(&'static str, String)>,
    /// The texts of the messages by language and name, as JSON.
    pub messages: Value,
}

impl BootTexts {
    /// Reads them from the catalog.
    ///
    /// # Errors
    ///
    /// A text is missing, or has a character that the list of languages uses itself.
    pub fn of(catalog: &Catalog) -> Outcome<Self> {
        let mut languages = Vec::new();
        let mut static_messages = Vec::new();
        let mut messages = Map::new();
        for (row, texts) in catalog.boot_texts() {
            let mut named: Map<_, _> = texts.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
            let mut take = |name: &str| match named.remove(name) {
                Some(Value::String(text)) => Ok(text),
                _ => Err(Failure::new(format!("lang/{}.ftl has no message boot-{name}.", row.code))),
            };
            let loading = take(LOADING)?;
            if loading.contains(['=', ';']) {
                return Err(Failure::new(format!(
                    "lang/{}.ftl: boot-{LOADING} has a \u{201c}=\u{201d} or a \u{201c};\u{201d}.",
                    row.code
                )));
            }
            let codes: Vec<_> = [&row.code].into_iter().chain(row.aliases).copied().collect();
            languages.push(format!("{}={loading}", codes.join(" ")));
            static_messages.push((row.code, take(STATIC)?));
            messages.insert(row.code.to_owned(), named.into());
        }
        Ok(Self { languages: languages.join(";"), static_messages, messages: messages.into() })
    }

    /// Puts the texts of the messages in front of the script that shows them, in the folder of a built page.
    ///
    /// # Errors
    ///
    /// The script is missing or cannot be written.
    pub fn install(&self, folder: &Path) -> Outcome {
        let file = folder.join(offline::MESSAGES);
        let script = fs::read_to_string(&file).map_err(|error| Failure::io(&file, &error))?;
        let script = format!("boot.messageTexts={};\n{script}", self.messages);
        fs::write(&file, script).map_err(|error| Failure::io(&file, &error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn of_the_project() -> BootTexts {
        let project = Project::here().expect("tests run inside the repository");
        let catalog = Catalog::read(&project.root().join("lang")).expect("the language files have no faults");
        BootTexts::of(&catalog).expect("all texts are there")
    }

    #[test]
    fn the_list_of_languages_has_every_code() {
        let texts = of_the_project();
        assert!(texts.languages.starts_with("en=Loading;nb no nn=Laster;"), "{}", texts.languages);
        let codes: Vec<_> = texts.static_messages.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, lang::LANGUAGES.map(|row| row.code));
    }

    #[test]
    fn a_message_names_its_placeholders() {
        let texts = of_the_project();
        for row in lang::LANGUAGES {
            let damaged = texts.messages[row.code]["damaged"].as_str().expect("it is a text");
            assert!(damaged.contains("{browsers}") && damaged.ends_with(" ({detail})"), "{damaged}");
            assert!(texts.messages[row.code].get(LOADING).is_none());
        }
    }
}
