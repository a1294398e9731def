//! The languages of the page: each delivered in one part for each module of the program, with the texts that the module
//! uses.
//!
//! Which texts those are is read from the modules: every English text stands there behind the mark of its number. The
//! parts of a page have one hash in their names, of all that is in them, and the page names that hash.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::Path;

use lang::{Catalog, LANGUAGES};

use crate::boot_texts::BootTexts;
use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::html;
use crate::project::Project;

/// The folder of the language files, and the ending of the parts.
const FOLDER: &str = "lang";
const ENDING: &str = "txt";
/// The part of the first module, and the end of the name that wasm-bindgen gives to that module.
const START: &str = "start";
const START_MODULE: &str = "_bg";

/// A part of a language: for which language and which module, and the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    language: &'static str,
    module: String,
    text: String,
}

/// Writes the parts of every language beside the modules in `folder`, and their hash into its page, with a script in
/// its head. A page without texts has no parts.
///
/// # Errors
///
/// A language file has a fault, not exactly one first module has texts, or a file cannot be read or written.
pub fn install(project: &Project, folder: &Path, script: Option<&str>) -> Outcome {
    let catalog = Catalog::read(&project.root().join(FOLDER))
        .map_err(|faults| Failure::new(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
    let mut modules = Vec::new();
    for file in dist::files(folder)?.iter().filter(|file| file.extension().is_some_and(|ending| ending == "wasm")) {
        let bytes = fs::read(file).map_err(|error| Failure::io(file, &error))?;
        modules.push((module_of(file), catalog.used_in(&bytes)));
    }
    modules.retain(|(_, numbers)| !numbers.is_empty());
    modules.sort();
    // A page without texts, such as the counter of the speed report, has no parts.
    if modules.is_empty() {
        return Ok(());
    }
    if modules.iter().filter(|(module, _)| module == START).count() != 1 {
        return Err(Failure::new(format!("{}: not exactly one first module has texts.", folder.display())));
    }
    let parts = parts(&catalog, &modules);
    let hash = hash(&parts);
    for part in &parts {
        let file = folder.join(file_of(part, &hash));
        fs::write(&file, &part.text).map_err(|error| Failure::io(&file, &error))?;
    }
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page).map_err(|error| Failure::io(&page, &error))?;
    let boot = BootTexts::of(&catalog)?;
    fs::write(&page, html::with_texts(&text, &hash, &boot, script)?).map_err(|error| Failure::io(&page, &error))?;
    boot.install(folder)
}

/// Whether a file of this name is a part that is fetched with the first module.
pub fn is_first(name: &str) -> bool {
    split(name).is_some_and(|(_, module)| module == START)
}

/// Whether a file of this name is a part of a language.
pub fn is_part(name: &str) -> bool {
    split(name).is_some()
}

/// The name by which the program requests the part in a file: `nb-start`.
pub fn requested_name(name: &str) -> Option<String> {
    split(name).map(|(language, module)| format!("{language}-{module}"))
}

/// The module in a file: `panels` of `panels-0123456789abcdef.wasm`, `start` of `quay-0123456789abcdef_bg.wasm`.
fn module_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    if stem.ends_with(START_MODULE) {
        return START.to_owned();
    }
    stem.rsplit_once('-').map_or(stem.as_ref(), |(module, _)| module).to_owned()
}

fn parts(catalog: &Catalog, modules: &[(String, Vec<usize>)]) -> Vec<Part> {
    let of = |(module, numbers): &(String, Vec<usize>)| {
        let part = |translation| catalog.part(translation, numbers.iter().copied());
        let parts = catalog.translations().iter().map(|translation| Part {
            language: translation.language.code,
            module: module.clone(),
            text: part(translation),
        });
        parts.collect::<Vec<_>>()
    };
    modules.iter().flat_map(of).collect()
}

fn hash(parts: &[Part]) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write(part.module.as_bytes());
        hasher.write(part.text.as_bytes());
    }
    format!("{:016x}", hasher.finish())
}

fn file_of(part: &Part, hash: &str) -> String {
    format!("{}-{}-{hash}.{ENDING}", part.language, part.module)
}

/// Language and module in the name of a part.
fn split(name: &str) -> Option<(&str, &str)> {
    let (rest, hash) = name.strip_suffix(ENDING)?.strip_suffix('.')?.rsplit_once('-')?;
    let (language, module) = rest.split_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    (is_hash && LANGUAGES.iter().any(|row| row.code == language)).then_some((language, module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_known_by_the_name_of_its_file() {
        assert_eq!(module_of(Path::new("dist/quay-0123456789abcdef_bg.wasm")), START);
        assert_eq!(module_of(Path::new("panels-0123456789abcdef.wasm")), "panels");
    }

    #[test]
    fn a_part_is_known_by_its_name() {
        let part = Part { language: "nb", module: "panels".to_owned(), text: String::new() };
        let file = file_of(&part, "0123456789abcdef");
        assert_eq!(file, "nb-panels-0123456789abcdef.txt");
        assert!(is_part(&file) && !is_first(&file));
        assert!(is_first("uk-start-0123456789abcdef.txt"));
        assert_eq!(requested_name("uk-start-0123456789abcdef.txt").as_deref(), Some("uk-start"));
        for other in ["OFL.txt", "xx-start-0123456789abcdef.txt", "nb-start-01.txt", "nb-start-0123456789abcdef.js"] {
            assert!(!is_part(other), "{other}");
        }
    }

    #[test]
    fn another_text_is_another_hash() {
        let part = |text: &str| Part { language: "nb", module: START.to_owned(), text: text.to_owned() };
        assert_ne!(hash(&[part("a")]), hash(&[part("b")]));
        assert_eq!(hash(&[part("a")]).len(), 16);
    }
}
