//! Compares the public names with their list in `docs/architecture.md`.
//!
//! Names that are values (steps, settings, cards, commands) are taken from the code; the others are found in its
//! sources by their context. No name is repeated here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use firmware_core::setting::{Setting, Unit};
use firmware_core::validator;
use firmware_core::validator::fare::PROFILES;
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use world::bus::{self, Bus};
use world::quay::{self, Quay};
use world::step::Kind;
use world::world::World;

use crate::checks::Step;
use crate::command;
use crate::project::Project;
use crate::sites::{SITES, Site, device_names};

/// The file with the list, the heading of its section, and the level of the headings inside.
const LIST: &str = "docs/architecture.md";
const SECTION: &str = "## Public names";
const PART: &str = "### ";

/// The prefix of names in the browser.
const OURS: &str = "kerb-and-quay";
/// The prefix of the project's environment variables.
const VARIABLES: &str = "KERBQUAY_";
/// Variables without an underscore, which cannot be recognised by their form.
const PLAIN_VARIABLES: [&str; 5] = ["CARGO", "DISPLAY", "HOME", "LOCALAPPDATA", "PATH"];
/// Prefixes of names that users do not set: Cargo sets them, or they are keys of `/etc/os-release`.
const OTHERS: [&str; 5] = ["CARGO_FEATURE_", "CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_TARGET_TMPDIR", "ID_LIKE"];

type Names = BTreeSet<String>;
/// Finds the names of one part.
type Find = fn(&Sources) -> Names;

/// Every part of the list, and the function that finds its names.
const PARTS: [(&str, Find); 16] = [
    ("Parameters of an address", parameters),
    ("Routes", routes),
    ("Names in the browser", names_in_browser),
    ("Messages between tabs and to the service worker", tab_messages),
    ("Names of saved files", saved_files),
    ("Messages of an embedded device", embed_words),
    ("Steps of the quay", |_| patterns::<quay::step::Action, quay::step::Expectation>()),
    ("Steps of the buses", |_| patterns::<bus::step::Action, bus::step::Expectation>()),
    ("Words in steps", step_words),
    ("Settings of the quay", |_| settings(Quay::all_settings())),
    ("Settings of the buses", |_| settings(Bus::all_settings().chain(&validator::SETTINGS))),
    ("Sample cards of the quay", |_| Quay::opening().cards().map(|card| card.name.clone()).collect()),
    ("Sample cards of the buses", |_| Bus::opening().cards().map(|card| card.name.clone()).collect()),
    ("Environment variables", variables),
    ("Commands of `cargo xtask`", |_| command::usages().map(str::to_owned).collect()),
    ("Steps of `cargo xtask test`", |_| Step::ALL.into_iter().map(|step| step.name().to_owned()).collect()),
];

#[test]
fn the_list_has_exactly_the_public_names() {
    let sources = Sources::read();
    let text = sources.text(LIST);
    let list = list(&text);
    let mut wrong = Vec::new();
    for (part, names) in PARTS {
        let (there, listed) = (names(&sources), listed(&list, part));
        assert!(!there.is_empty(), "no name is found in the code for \u{201c}{part}\u{201d}");
        wrong.extend(there.difference(&listed).map(|name| format!("{part}: `{name}` is in the code, not in the list")));
        wrong.extend(listed.difference(&there).map(|name| format!("{part}: `{name}` is in the list, not in the code")));
    }
    let parts: BTreeSet<_> = PARTS.iter().map(|(part, _)| *part).collect();
    let unknown = list.iter().filter_map(|line| line.strip_prefix(PART)).filter(|part| !parts.contains(part));
    wrong.extend(unknown.map(|part| format!("{part}: nothing in the code belongs to this part of the list")));
    assert!(
        wrong.is_empty(),
        "{}\n\nRenaming a public name is a decision: change {LIST} and CHANGELOG.md in the same commit.",
        wrong.join("\n")
    );
}

#[test]
fn the_help_has_exactly_the_options_that_are_parsed() {
    let long = |tokens: &[String]| match tokens {
        [name, open, text] if name == "Long" && open == "(" => word(text),
        _ => None,
    };
    let sources = Sources::read();
    let parsed: Names = found(&sources.of("xtask/src/command.rs"), 3, long).collect();
    let documented: Names = command::usages().flat_map(options).chain(["help".to_owned()]).collect();
    assert_eq!(parsed, documented);
}

#[test]
fn a_list_is_read_from_first_cells_and_from_fences() {
    let text = "## Public names\n\nSome words with `code`.\n\n### One\n\n| name | what |\n| --- | --- |\n| `a`, `b=` | is \
                `c` |\n\n### Two\n\n```text\nthe step {card}\n\nanother\n```\n\n## Another section\n\n### One\n| `d` |\n";
    let list = list(text);
    assert_eq!(listed(&list, "One"), owned(&["a", "b="]));
    assert_eq!(listed(&list, "Two"), owned(&["another", "the step {card}"]));
    assert_eq!(listed(&list, "Three"), Names::new());
}

/// The lines of the list.
fn list(text: &str) -> Vec<&str> {
    let lines = text.lines().skip_while(|line| *line != SECTION).skip(1);
    lines.take_while(|line| !line.starts_with("## ")).collect()
}

/// The names in one part of the list: in backticks in the first cell of a row, or a line in a fence.
fn listed(list: &[&str], part: &str) -> Names {
    let lines = list.iter().skip_while(|line| line.strip_prefix(PART) != Some(part)).skip(1);
    let mut names = Names::new();
    let mut is_fenced = false;
    for line in lines.take_while(|line| !line.starts_with(PART)) {
        if line.starts_with("```") {
            is_fenced = !is_fenced;
        } else if is_fenced && !line.trim().is_empty() {
            names.insert((*line).to_owned());
        } else if let Some(row) = line.strip_prefix("| ") {
            let cell = row.split(" |").next().unwrap_or_default();
            names.extend(cell.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    names
}

/// The parameters of the query: as `clock=hand` in the code, or as a name that is looked up.
fn parameters(sources: &Sources) -> Names {
    let asked = |tokens: &[String]| match tokens {
        [name, open, text] if name == "parameter" && open == "(" => word(text),
        _ => None,
    };
    let whole = |tokens: &[String]| {
        let text = literal(&tokens[0])?;
        let (name, value) = text.split_once('=')?;
        (is_lower(name) && (is_lower(value) || value.is_empty())).then(|| name.to_owned())
    };
    let mut names = Names::new();
    for file in sources.under(&["src"], &["rs"]) {
        // The messages to the workers are not queries.
        if !file.path.starts_with("src/bin") {
            names.extend(found(&file.tokens(), 3, asked));
            names.extend(found(&file.tokens(), 1, whole));
        }
    }
    for file in sources.scripts() {
        names.extend(after(&file.text, "[?&]").map(|rest| leading(rest, is_lower_letter)));
        names.extend(after(&file.text, "query.get('").map(|rest| leading(rest, is_lower_letter)));
    }
    names.into_iter().map(|name| format!("?{name}=")).collect()
}

/// The fragments of addresses.
fn routes(sources: &Sources) -> Names {
    let route = |tokens: &[String]| literal(&tokens[0]).filter(|text| text.starts_with("#/"));
    let mut names = Names::new();
    for file in sources.under(&["src"], &["rs"]) {
        names.extend(found(&file.tokens(), 1, route));
    }
    for file in sources.scripts() {
        names.extend(after(&file.text, "#/").map(|rest| format!("#/{}", leading(rest, is_lower_letter))));
    }
    names
}

/// Keys of the storage, names of locks, channels and caches.
fn names_in_browser(sources: &Sources) -> Names {
    let mut names: Names = ours(sources).into_iter().filter(|name| !is_file(name)).collect();
    let sites: Vec<_> =
        sources.under(&["src"], &["rs"]).iter().flat_map(|file| storage_names(&file.tokens())).collect();
    let key = |tokens: &[String]| match tokens {
        [name, open, text, ..] if name == "key" && open == "(" && literal(text).is_some() => literal(text),
        [name, open, and, format, mark, paren, text]
            if [name, open, and, format, mark, paren].map(String::as_str) == ["key", "(", "&", "format", "!", "("] =>
        {
            literal(text)
        }
        _ => None,
    };
    let keys: Names = found(&sources.of("src/session/storage.rs"), 7, key).collect();
    assert!(!sites.is_empty() && !keys.is_empty(), "src/session/storage.rs builds its keys in another way");
    for site in &sites {
        names.extend(keys.iter().map(|key| format!("{site}.{key}")));
    }
    // A key without a constant.
    let item = |tokens: &[String]| match tokens {
        [name, open, text] if ["get_item", "set_item", "remove_item"].contains(&name.as_str()) && open == "(" => {
            literal(text)
        }
        _ => None,
    };
    for file in sources.under(&["src"], &["rs"]) {
        names.extend(found(&file.tokens(), 3, item));
    }
    for file in sources.scripts() {
        for call in ["getItem('", "setItem('", "removeItem('", "getItem(\"", "setItem(\"", "removeItem(\""] {
            names.extend(after(&file.text, call).map(|rest| leading(rest, |letter| !"'\"".contains(letter))));
        }
    }
    names
}

/// The value of `const STORAGE_KEY` of a site.
fn storage_names(tokens: &[String]) -> Vec<String> {
    let of_site = |tokens: &[String]| match tokens {
        [name, colon, and, life, text_type, is, text]
            if [name, colon, and, life, text_type, is].map(String::as_str)
                == ["STORAGE_KEY", ":", "&", "'static", "str", "="] =>
        {
            literal(text)
        }
        _ => None,
    };
    found(tokens, 7, of_site).collect()
}

/// The messages between tabs and to the service worker, which may be of different versions.
fn tab_messages(sources: &Sources) -> Names {
    let constant = |tokens: &[String]| match tokens {
        [name, colon, and, text_type, is, text]
            if ["REQUEST_TEXT", "HANDED_TEXT", "TAKE_OVER"].contains(&name.as_str())
                && [colon, and, text_type, is].map(String::as_str) == [":", "&", "str", "="] =>
        {
            literal(text).map(|text| text.trim_end().to_owned())
        }
        _ => None,
    };
    let mut names = Names::new();
    for file in ["src/session/tabs.rs", "src/panels/offline.rs"] {
        names.extend(found(&sources.of(file), 6, constant));
    }
    for file in sources.under(&["static"], &["js"]) {
        names.extend(after(&file.text, "data === '").map(|rest| leading(rest, |letter| letter != '\'')));
    }
    names
}

/// The names of downloads, and of the single files.
fn saved_files(sources: &Sources) -> Names {
    let mut names: Names = ours(sources).into_iter().filter(|name| is_file(name)).collect();
    let ending = |tokens: &[String]| literal(&tokens[0]).filter(|text| text.starts_with("{}.") && !text.contains(' '));
    names.extend(found(&sources.of("src/cards/card_controls.rs"), 1, ending));
    names.extend(SITES.iter().map(Site::single_file));
    names
}

/// Every name in the messages of an embedded device, except for those of the acceptance language.
fn embed_words(sources: &Sources) -> Names {
    let of_protocol = |tokens: &[String]| word(&tokens[0]);
    // The parameter of the query, and the name of an opaque origin.
    let others = ["embed", "null"];
    let mut names: Names = device_names().map(str::to_owned).collect();
    let speaks = |file: &File| file.path.ends_with("src/embed.rs") || file.path.ends_with("embedded.rs");
    for file in sources.under(&["src"], &["rs"]).iter().filter(|file| speaks(file)) {
        names.extend(found(&file.tokens(), 1, of_protocol).filter(|name| !others.contains(&name.as_str())));
    }
    names
}

/// The values in steps, as one name for each kind of value.
fn step_words(sources: &Sources) -> Names {
    let mut names = Names::new();
    for file in sources.under(&["world/src"], &["rs"]) {
        let tokens = file.tokens();
        let calls = (0..tokens.len()).filter(|at| tokens[*at] == "word_values" && is_at(&tokens, at + 1, &["!", "("]));
        for call in calls {
            let end = (call + 3..tokens.len()).find(|at| is_at(&tokens, *at, &[")", ";"])).unwrap_or(tokens.len());
            let words = (call..end).filter(|at| is_at(&tokens, at + 1, &["=", ">"]));
            let words: Vec<_> = words.filter_map(|at| literal(&tokens[at])).collect();
            names.insert(words.join(", "));
        }
    }
    // The declaration of the macro has no values.
    names.remove("");
    names.insert(quay::step_value::SCREENS.join(", "));
    names.insert(bus::step_value::SCREENS.join(", "));
    names.insert(PROFILES.map(|profile| profile.name).join(", "));
    names
}

/// Each setting, with the values of a choice.
fn settings<'s>(all: impl Iterator<Item = &'s Setting>) -> Names {
    let name = |setting: &Setting| match setting.unit {
        Unit::Choice(words) => format!("{} = {}", setting.name, words.join(", ")),
        Unit::Millis | Unit::Ore | Unit::OrePerKwh | Unit::WattHours => setting.name.to_owned(),
    };
    all.map(name).collect()
}

/// Every variable of the project in any source, and every other one that the tools read.
fn variables(sources: &Sources) -> Names {
    let mut names = Names::new();
    let all = ["src", "world", "firmware-core", "twin", "xtask", "e2e", "static", "embed"];
    for file in sources.under(&all, &["rs", "mjs", "js", "toml"]) {
        let ours = after(&file.text, VARIABLES).map(|rest| format!("{VARIABLES}{}", leading(rest, is_of_variable)));
        names.extend(ours.filter(|name| name.len() > VARIABLES.len() && !name.ends_with('_')));
    }
    let read = |tokens: &[String]| {
        let [before, open, text] = tokens else { return None };
        // A variable that is set for another program is not read here.
        let is_set = open == "(" && ["env", "env_remove", "[", ",", "="].contains(&before.as_str());
        let text = literal(text).filter(|_| !is_set)?;
        let is_upper = text.starts_with(|letter: char| letter.is_ascii_uppercase()) && text.chars().all(is_of_variable);
        let is_variable = text.contains('_') && !text.ends_with('_') || PLAIN_VARIABLES.contains(&text.as_str());
        let is_other = OTHERS.iter().any(|other| text.starts_with(other));
        (is_upper && is_variable && !is_other).then_some(text)
    };
    for file in sources.under(&["xtask/src", "e2e/src", "e2e/tests"], &["rs"]) {
        if file.path != Path::new("xtask/src/names.rs") {
            names.extend(found(&file.tokens(), 3, read));
        }
    }
    names
}

/// The options in the usage of a command.
fn options(usage: &str) -> Vec<String> {
    after(usage, "[--").map(|rest| leading(rest, is_lower_letter)).collect()
}

/// Every string in the page that begins with the name of the project.
fn ours(sources: &Sources) -> Names {
    let text = |tokens: &[String]| literal(&tokens[0]).filter(|text| text.starts_with(OURS));
    let mut names = Names::new();
    for file in sources.under(&["src"], &["rs"]) {
        names.extend(found(&file.tokens(), 1, text));
    }
    for file in sources.scripts() {
        for quote in ['"', '\'', '`'] {
            let texts = after(&file.text, &format!("{quote}{OURS}"));
            names.extend(texts.map(|rest| format!("{OURS}{}", leading(rest, |letter| letter != quote))));
        }
    }
    // The name of a cache ends in the version.
    names
        .into_iter()
        .map(|name| name.strip_suffix(' ').map_or(name.clone(), |name| format!("{name} VERSION")))
        .collect()
}

fn is_file(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ["txt", "feature", "html"].iter().any(|known| ending == *known))
}

/// What `pick` finds in any sequence of this many tokens.
fn found<'t>(
    tokens: &'t [String],
    length: usize,
    pick: impl Fn(&[String]) -> Option<String> + 't,
) -> impl Iterator<Item = String> + 't {
    (0..tokens.len()).filter_map(move |at| pick(&tokens[at..tokens.len().min(at + length)]))
}

fn is_at(tokens: &[String], at: usize, expected: &[&str]) -> bool {
    tokens.get(at..at + expected.len()).is_some_and(|found| found == expected)
}

/// The text of a plain string literal.
fn literal(token: &str) -> Option<String> {
    Some(token.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// The text of a string literal of letters and hyphens.
fn word(token: &str) -> Option<String> {
    let is_of_word = |letter: char| letter.is_ascii_alphabetic() || letter == '-';
    literal(token)
        .filter(|text| text.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        .filter(|text| text.chars().all(is_of_word))
}

fn is_lower(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_lower_letter)
}

fn is_lower_letter(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter == '-'
}

fn is_of_variable(letter: char) -> bool {
    letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_'
}

/// The text after each occurrence of `mark`.
fn after<'t>(text: &'t str, mark: &str) -> impl Iterator<Item = &'t str> + use<'t> {
    let rests: Vec<_> = text.match_indices(mark).map(|(at, mark)| &text[at + mark.len()..]).collect();
    rests.into_iter()
}

/// The longest prefix of characters of this kind.
fn leading(text: &str, is_of_it: impl Fn(char) -> bool) -> String {
    text.chars().take_while(|letter| is_of_it(*letter)).collect()
}

/// The patterns of the steps of a site.
fn patterns<A: Kind, E: Kind>() -> Names {
    owned(&[A::patterns(), E::patterns()].concat())
}

fn owned(names: &[&str]) -> Names {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The sources of the project.
struct Sources {
    root: PathBuf,
}

/// One of them, with its path from the root.
struct File {
    path: PathBuf,
    text: String,
}

impl Sources {
    fn read() -> Self {
        Self { root: Project::here().expect("tests run inside the repository").root().to_owned() }
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The tokens of one source.
    fn of(&self, path: &str) -> Vec<String> {
        File { path: path.into(), text: self.text(path) }.tokens()
    }

    /// Every file with one of these endings in these folders and the folders in them.
    fn under(&self, folders: &[&str], endings: &[&str]) -> Vec<File> {
        let mut files = Vec::new();
        for folder in folders {
            self.walk(Path::new(folder), endings, &mut files);
        }
        files
    }

    /// The pages and the scripts.
    fn scripts(&self) -> Vec<File> {
        let mut files = self.under(&["src", "static", "embed", "xtask/src/single_file"], &["js", "html"]);
        for entry in fs::read_dir(&self.root).expect("the root can be read") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "html") {
                let name = path.file_name().map(PathBuf::from).unwrap_or_default();
                files.push(File { text: fs::read_to_string(&path).expect("a text"), path: name });
            }
        }
        files
    }

    fn walk(&self, folder: &Path, endings: &[&str], files: &mut Vec<File>) {
        for entry in
            fs::read_dir(self.root.join(folder)).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let entry = entry.expect("an entry");
            let path = folder.join(entry.file_name());
            let is_built = ["node_modules", "target"].iter().any(|built| entry.file_name() == *built);
            if entry.file_type().expect("a kind").is_dir() {
                if !is_built {
                    self.walk(&path, endings, files);
                }
            } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
                files.push(File { text: fs::read_to_string(entry.path()).expect("a text"), path });
            }
        }
    }
}

impl File {
    /// The tokens of a Rust source without comments.
    fn tokens(&self) -> Vec<String> {
        let mut rest = self.text.as_str();
        let mut tokens = Vec::new();
        for token in tokenize(rest, FrontmatterAllowed::No) {
            let (text, after) = rest.split_at(token.len as usize);
            rest = after;
            let is_nothing = matches!(
                token.kind,
                TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
            );
            if !is_nothing {
                tokens.push(text.to_owned());
            }
        }
        tokens
    }
}
