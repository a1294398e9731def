//! The rules of the house for sources, checked rather than preached.
//!
//! What rustfmt and Clippy already see to is not repeated here.

mod golden;
mod source;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::program::{output, program};
use crate::project::Project;
use source::Source;

/// The longest line of a Rust source, in characters. What a line says to people may be as long as it has to.
const COLUMNS_MAX: usize = 120;
/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["common", "helper", "helpers", "manager", "misc", "mod", "types", "util", "utils"];
/// Words for what is not done. In two halves, as this file has to pass its own check.
const UNDONE: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
/// Where people keep their own files: no path into it is the same on another machine.
const HOMES: &[&str] = &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/tm", "p/")];
/// Hosts that packages are fetched from: which one it is, the machine's own settings say.
const REGISTRIES: &[&str] = &[
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("static.", "rust-lang.org"),
    concat!("registry.", "npmjs.org"),
    concat!("deb.", "debian.org"),
    concat!("spar", "se+http"),
];
/// Written by package managers, who put the hosts there.
const LOCK_FILES: &[&str] = &["Cargo.lock", "package-lock.json"];

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    line: usize,
    sentence: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.sentence)
    }
}

/// Checks every file of the repository, and the sources and texts that are about to be added.
///
/// # Errors
///
/// A rule is broken: each place is printed. Or git cannot list the files.
pub fn check(project: &Project) -> Outcome {
    let mut findings = Vec::new();
    let files = tracked(project)?;
    for path in &files {
        // A picture is no text and has no rules; a file that was deleted and not yet committed is no file.
        if let Ok(text) = fs::read_to_string(project.root().join(path)) {
            findings.extend(inspect(path, &text, project.root()));
        }
    }
    findings.extend(golden::check(&files, |path| fs::read(project.root().join(path)).ok()));
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("{} files, every rule kept", files.len());
        return Ok(());
    }
    Err(Failure::new(format!("The rules of the house are broken in {} places, listed above.", findings.len())))
}

/// What git tracks, and the sources and texts that it will when they are added.
fn tracked(project: &Project) -> Outcome<Vec<String>> {
    let list = |words: &[&str]| {
        let mut list = program("git");
        list.current_dir(project.root()).args(["ls-files", "-z"]).args(words);
        output(&mut list).ok_or_else(|| Failure::new("`git ls-files` fails: the rules are for a git clone."))
    };
    let mut files = list(&["--cached"])?;
    files.push_str(&list(&["--others", "--exclude-standard", "--", "*.rs", "*.md"])?);
    Ok(files.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// Every place in one file that breaks a rule.
fn inspect(path: &str, text: &str, root: &Path) -> Vec<Finding> {
    let mut found = places(path, text, root);
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("rs") => {
            found.extend(names(path));
            found.extend(rust(path, text));
        }
        Some("md") => {
            found.extend(lines(text).filter_map(|(number, line)| Some((number, undone(line)?))));
        }
        _ => {}
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(line, sentence)| Finding { path: path.to_owned(), line, sentence }).collect()
}

fn names(path: &str) -> Vec<(usize, String)> {
    let parts = path.trim_end_matches(".rs").split('/');
    let empty = parts.filter(|part| EMPTY_NAMES.contains(part));
    empty.map(|part| (1, format!("`{part}` does not say what is inside: name it for what it holds"))).collect()
}

fn rust(path: &str, text: &str) -> Vec<(usize, String)> {
    let source = Source::of(text);
    let mut found = Vec::new();
    let mut find = |line: usize, sentence: &str| found.push((line, sentence.to_owned()));

    let said = source.text_columns();
    for (number, line) in lines(text) {
        if line.chars().count() - said.get(&number).copied().unwrap_or_default() > COLUMNS_MAX {
            find(number, &format!("longer than {COLUMNS_MAX} columns"));
        }
    }
    for line in source.silent_exceptions() {
        find(line, "an exception to a lint without its `reason`");
    }
    for (line, comment) in source.comments() {
        if let Some(sentence) = undone(comment) {
            find(line, &sentence);
        }
    }
    for line in source.unwritten() {
        find(line, "code that is not written yet");
    }
    if !path.starts_with("firmware-core/src/board") {
        for line in source.words(&["unsafe"]) {
            find(line, "`unsafe` outside firmware-core/src/board");
        }
    }
    if ["src/", "twin/", "world/"].iter().any(|folder| path.starts_with(folder)) {
        for line in source.words(&["target_arch", "target_family"]) {
            find(line, "code for one target alone, of which the compiler has no chance to advise on another");
        }
    }
    if ["firmware-core/src/", "world/src/"].iter().any(|folder| path.starts_with(folder)) {
        for line in source.words(&["f32", "f64"]).into_iter().chain(source.float_literals()) {
            find(line, "a float: the devices and their world count in integers");
        }
    }
    if (path.starts_with("src/") || path.contains("/src/")) && !source.opens_with_docs() {
        find(1, "a source opens with `//!` that says what it is");
    }
    found
}

fn undone(text: &str) -> Option<String> {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let word = words.find(|word| UNDONE.contains(word))?;
    Some(format!("`{word}`: do it, or open an issue for it"))
}

/// Paths and hosts that are true on one machine only.
fn places(path: &str, text: &str, root: &Path) -> Vec<(usize, String)> {
    if path.rsplit('/').next().is_some_and(|name| LOCK_FILES.contains(&name)) {
        return Vec::new();
    }
    let root = format!("{}/", root.display());
    let own = root.matches('/').count() > 2;
    let mut found = Vec::new();
    for (number, line) in lines(text) {
        let homes = HOMES.iter().copied().chain(own.then_some(root.as_str()));
        for home in homes.filter(|home| begins_a_path(line, home)) {
            found.push((number, format!("`{home}` is a path of one machine")));
        }
        for registry in REGISTRIES.iter().filter(|registry| line.contains(*registry)) {
            found.push((number, format!("`{registry}`: where packages come from is the machine's own setting")));
        }
    }
    found
}

/// Whether `home` begins a path somewhere in `line`, and is not the middle of a longer one.
fn begins_a_path(line: &str, home: &str) -> bool {
    let inside = |before: char| before.is_alphanumeric() || "._-~*$)}>]/".contains(before);
    line.match_indices(home).any(|(at, _)| !line[..at].ends_with(inside))
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        inspect(path, text, Path::new("/srv/kerb-and-quay")).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn a_source_that_keeps_the_rules_is_left_alone() {
        let good = "//! A device.\n#![no_std]\n\n#[expect(dead_code, reason = \"read by the tests\")]\nfn f() {}\n";
        assert_eq!(found("firmware-core/src/pedestal.rs", good), [""; 0]);
    }

    #[test]
    fn an_exception_carries_its_reason() {
        let path = "world/src/wallet.rs";
        for bad in ["#[allow(dead_code)]", "#![expect(\n    dead_code\n)]", "#[cfg_attr(test, allow(dead_code))]"] {
            let text = format!("//! A wallet.\n{bad}\nfn f() {{}}\n");
            let expected = format!("{path}:2: an exception to a lint without its `reason`");
            assert_eq!(found(path, &text), [expected], "{bad}");
        }
        let good = "//! A wallet.\n#[allow(\n    dead_code,\n    reason = \"why\"\n)]\nfn f() { x.expect(\"why\"); }\n";
        assert_eq!(found(path, good), [""; 0]);
    }

    #[test]
    fn a_file_is_named_for_what_it_holds() {
        for bad in ["src/utils.rs", "src/pedestal/mod.rs", "tests/common/cards.rs"] {
            assert!(found(bad, "//! x\n")[0].contains("does not say what is inside"), "{bad}");
        }
        assert_eq!(found("src/commonwealth.rs", "//! x\n"), [""; 0]);
        assert_eq!(found("docs/common.md", "x\n"), [""; 0]);
    }

    #[test]
    fn what_is_not_done_is_not_left_in_a_comment() {
        for word in UNDONE {
            assert_eq!(found("src/app.rs", &format!("//! x\n// {word}: later\n")).len(), 1, "{word}");
            assert_eq!(found("README.md", &format!("a\n\n- {word}\n")).len(), 1, "{word}");
            assert_eq!(found("src/app.rs", &format!("//! x\nconst A: &str = \"{word}\";\n")), [""; 0], "{word}");
        }
        assert_eq!(found("src/app.rs", "//! x\nfn f() { todo!() }\n"), ["src/app.rs:2: code that is not written yet"]);
        assert_eq!(found("README.md", "mastodon\n"), [""; 0]);
    }

    #[test]
    fn the_devices_and_their_world_have_no_floats() {
        let floats = "//! x\nfn f(x: f32) -> f64 {\n    1.5\n}\n";
        let expected = ["world/src/x.rs:2: ", "world/src/x.rs:3: "];
        let sentence = "a float: the devices and their world count in integers";
        assert_eq!(found("world/src/x.rs", floats), expected.map(|place| format!("{place}{sentence}")));
        assert_eq!(found("src/x.rs", floats), [""; 0]);
        let pairs =
            "//! In f32 one would lose 0.5.\nfn f(x: ((u8, u8), u8)) -> u8 {\n    x.0.1 + (0..1).len() as u8\n}\n";
        assert_eq!(found("world/src/x.rs", pairs), [""; 0]);
    }

    #[test]
    fn unsafe_code_is_for_boards() {
        let text = "//! x\nfn f() { unsafe { g() } }\n// unsafe\n";
        assert_eq!(found("firmware-core/src/board/pico.rs", text), [""; 0]);
        let expected = "firmware-core/src/card.rs:2: `unsafe` outside firmware-core/src/board";
        assert_eq!(found("firmware-core/src/card.rs", text), [expected]);
    }

    #[test]
    fn the_page_and_its_tests_are_compiled_from_the_same_lines() {
        let text = "//! x\n#[cfg(target_arch = \"wasm32\")]\nfn f() {}\n";
        assert_eq!(found("firmware-core/src/card.rs", text), [""; 0]);
        assert!(found("src/x.rs", text)[0].starts_with("src/x.rs:2: code for one target alone"));
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_a_path_of_the_project_is_not() {
        for home in HOMES.iter().copied().chain(["/srv/kerb-and-quay/"]) {
            assert_eq!(found("index.html", &format!("see {home}x\n")).len(), 1, "{home}");
            assert_eq!(found("index.html", &format!("see target{home}x\n")), [""; 0], "{home}");
        }
        for registry in REGISTRIES {
            assert_eq!(found("Trunk.toml", &format!("from = \"https://{registry}/x\"\n")).len(), 1, "{registry}");
            assert_eq!(found("e2e/Cargo.lock", &format!("source = \"{registry}\"\n")), [""; 0], "{registry}");
        }
    }

    #[test]
    fn a_line_ends_before_its_limit() {
        let line = |columns: usize| format!("//! {}\n", "ø".repeat(columns - 4));
        assert_eq!(found("src/x.rs", &line(COLUMNS_MAX)), [""; 0]);
        assert_eq!(found("src/x.rs", &line(COLUMNS_MAX + 1)), ["src/x.rs:1: longer than 120 columns"]);
        assert_eq!(found("README.md", &line(COLUMNS_MAX + 1)), [""; 0]);
        let said = format!("//! x\nconst A: (&str, &str) = (\"{0}\", \"{0}\");\n", "ø".repeat(COLUMNS_MAX));
        assert_eq!(found("src/x.rs", &said), [""; 0]);
    }

    #[test]
    fn a_source_says_what_it_is() {
        let expected = "world/src/x.rs:1: a source opens with `//!` that says what it is";
        assert_eq!(found("world/src/x.rs", "// A comment.\nuse std::fmt;\n"), [expected]);
        assert_eq!(found("world/src/x.rs", ""), [expected]);
        assert_eq!(found("world/src/x.rs", "#![no_std]\n//! What it is.\n"), [""; 0]);
        assert_eq!(found("world/tests/x.rs", "use std::fmt;\n"), [""; 0]);
    }
}
