//! The project's own rules for its files, beside those of rustfmt and Clippy.

mod cycles;
mod exceptions;
mod golden;
mod lints;
mod numbers;
mod order;
mod source;
mod terms;
mod vocabulary;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::program::{output, program};
use crate::project::Project;
use source::Source;

/// The longest line of a Rust source, in characters. String literals do not count.
const COLUMNS_MAX: usize = 120;
/// File names that do not describe the contents.
const EMPTY_NAMES: &[&str] = &["common", "helper", "helpers", "manager", "misc", "mod", "types", "util", "utils"];
/// Marks of unfinished work, in two halves, as this file has to pass its own check.
const UNDONE: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
/// Folders of users: a path into them is valid on one machine only.
const HOMES: &[&str] = &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/tm", "p/")];
/// Hosts of package registries, which are a setting of the machine.
const REGISTRIES: &[&str] = &[
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("static.", "rust-lang.org"),
    concat!("registry.", "npmjs.org"),
    concat!("deb.", "debian.org"),
    concat!("spar", "se+http"),
];
/// Files of package managers, which contain these hosts.
const LOCK_FILES: &[&str] = &["Cargo.lock", "package-lock.json"];

/// A violation of a rule.
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

/// Checks every file of the repository, including new sources and documents that git does not track yet. Prints the
/// violations.
///
/// # Errors
///
/// A rule is violated, or git cannot list the files.
pub fn check(project: &Project) -> Outcome {
    let mut findings = Vec::new();
    let files = tracked(project)?;
    // Images are not text, and a tracked file may be deleted.
    let text = |path: &String| Some((path.clone(), fs::read_to_string(project.root().join(path)).ok()?));
    let texts: Vec<(String, String)> = files.iter().filter_map(text).collect();
    for (path, text) in &texts {
        findings.extend(inspect(path, text, project.root()));
        if path.rsplit_once('.').is_some_and(|(_, extension)| extension == "md") {
            findings.extend(numbers::check(path, text));
        }
    }
    findings.extend(lints::difference(lints::MANIFESTS.map(|manifest| text_of(&texts, manifest))));
    findings.extend(compare_with_exceptions(project, &texts)?);
    findings.extend(golden::check(&files, |path| fs::read(project.root().join(path)).ok()));
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("{} files without violations", files.len());
        return Ok(());
    }
    Err(Failure::new(format!("{} violations of the rules of the project, listed above.", findings.len())))
}

fn text_of<'t>(texts: &'t [(String, String)], wanted: &str) -> &'t str {
    texts.iter().find(|(path, _)| path == wanted).map_or("", |(_, text)| text)
}

/// The violations that are not exceptions, and the exceptions that are no longer needed.
fn compare_with_exceptions(project: &Project, texts: &[(String, String)]) -> Outcome<Vec<Finding>> {
    let violations = vocabulary::check(texts);
    let listed = text_of(texts, exceptions::FILE);
    let (findings, needed) = exceptions::compare(&violations, &exceptions::parse(listed));
    let needed = needed.filter(|_| std::env::var_os(exceptions::VARIABLE).is_some_and(|value| value == "write"));
    let Some(needed) = needed else { return Ok(findings) };
    let file = project.root().join(exceptions::FILE);
    fs::write(&file, exceptions::print(&needed)).map_err(|error| Failure::io(&file, &error))?;
    println!("{} is written", exceptions::FILE);
    Ok(Vec::new())
}

/// The files that git tracks, and new sources and documents.
fn tracked(project: &Project) -> Outcome<Vec<String>> {
    let list = |words: &[&str]| {
        let mut list = program("git");
        list.current_dir(project.root()).args(["ls-files", "-z"]).args(words);
        output(&mut list).ok_or_else(|| Failure::new("`git ls-files` fails: this needs a git clone."))
    };
    let mut files = list(&["--cached"])?;
    files.push_str(&list(&["--others", "--exclude-standard", "--", "*.rs", "*.md"])?);
    Ok(files.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// The violations in one file.
fn inspect(path: &str, text: &str, root: &Path) -> Vec<Finding> {
    let mut found = machine_paths(path, text, root);
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
    empty.map(|part| (1, format!("`{part}` does not describe the contents: name it after what it contains"))).collect()
}

fn rust(path: &str, text: &str) -> Vec<(usize, String)> {
    let source = Source::of(text);
    let mut found = Vec::new();
    let mut find = |line: usize, sentence: &str| found.push((line, sentence.to_owned()));

    let literals = source.text_columns();
    for (number, line) in lines(text) {
        if line.chars().count() - literals.get(&number).copied().unwrap_or_default() > COLUMNS_MAX {
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
        find(line, "unfinished code");
    }
    if !path.starts_with("firmware-core/src/board") {
        for line in source.identifiers(&["unsafe"]) {
            find(line, "`unsafe` outside firmware-core/src/board");
        }
    }
    if ["src/", "twin/", "world/"].iter().any(|folder| path.starts_with(folder)) {
        for line in source.identifiers(&["target_arch", "target_family"]) {
            find(line, "code for one target: the compiler checks it on no other");
        }
    }
    if ["firmware-core/src/", "world/src/"].iter().any(|folder| path.starts_with(folder)) {
        for line in source.identifiers(&["f32", "f64"]).into_iter().chain(source.float_literals()) {
            find(line, "a float: the devices and their world use integers");
        }
    }
    if (path.starts_with("src/") || path.contains("/src/")) && !source.opens_with_docs() {
        find(1, "a source starts with a `//!` comment that describes it");
    }
    found
}

fn undone(text: &str) -> Option<String> {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    let word = words.find(|word| UNDONE.contains(word))?;
    Some(format!("`{word}`: do it, or open an issue for it"))
}

/// Paths and hosts that are valid on one machine only.
fn machine_paths(path: &str, text: &str, root: &Path) -> Vec<(usize, String)> {
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
            found.push((number, format!("`{registry}`: the package registry is a setting of the machine")));
        }
    }
    found
}

/// Whether a path in `line` starts with `home`.
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
    fn a_source_without_violations_passes() {
        let good = "//! A device.\n#![no_std]\n\n#[expect(dead_code, reason = \"read by the tests\")]\nfn f() {}\n";
        assert_eq!(found("firmware-core/src/pedestal.rs", good), [""; 0]);
    }

    #[test]
    fn an_exception_to_a_lint_needs_a_reason() {
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
    fn a_file_name_describes_the_contents() {
        for bad in ["src/utils.rs", "src/pedestal/mod.rs", "tests/common/cards.rs"] {
            assert!(found(bad, "//! x\n")[0].contains("does not describe the contents"), "{bad}");
        }
        assert_eq!(found("src/commonwealth.rs", "//! x\n"), [""; 0]);
        assert_eq!(found("docs/common.md", "x\n"), [""; 0]);
    }

    #[test]
    fn marks_of_unfinished_work_are_found() {
        for word in UNDONE {
            assert_eq!(found("src/app.rs", &format!("//! x\n// {word}: later\n")).len(), 1, "{word}");
            assert_eq!(found("README.md", &format!("a\n\n- {word}\n")).len(), 1, "{word}");
            assert_eq!(found("src/app.rs", &format!("//! x\nconst A: &str = \"{word}\";\n")), [""; 0], "{word}");
        }
        assert_eq!(found("src/app.rs", "//! x\nfn f() { todo!() }\n"), ["src/app.rs:2: unfinished code"]);
        assert_eq!(found("README.md", "mastodon\n"), [""; 0]);
    }

    #[test]
    fn the_devices_and_their_world_have_no_floats() {
        let floats = "//! x\nfn f(x: f32) -> f64 {\n    1.5\n}\n";
        let expected = ["world/src/x.rs:2: ", "world/src/x.rs:3: "];
        let sentence = "a float: the devices and their world use integers";
        assert_eq!(found("world/src/x.rs", floats), expected.map(|start| format!("{start}{sentence}")));
        assert_eq!(found("src/x.rs", floats), [""; 0]);
        let pairs = "//! In f32 it would be 0.5.\nfn f(x: ((u8, u8), u8)) -> u8 {\n    x.0.1 + (0..1).len() as u8\n}\n";
        assert_eq!(found("world/src/x.rs", pairs), [""; 0]);
    }

    #[test]
    fn unsafe_code_is_allowed_for_boards_only() {
        let text = "//! x\nfn f() { unsafe { g() } }\n// unsafe\n";
        assert_eq!(found("firmware-core/src/board/pico.rs", text), [""; 0]);
        let expected = "firmware-core/src/card.rs:2: `unsafe` outside firmware-core/src/board";
        assert_eq!(found("firmware-core/src/card.rs", text), [expected]);
    }

    #[test]
    fn code_for_one_target_is_found() {
        let text = "//! x\n#[cfg(target_arch = \"wasm32\")]\nfn f() {}\n";
        assert_eq!(found("firmware-core/src/card.rs", text), [""; 0]);
        assert!(found("src/x.rs", text)[0].starts_with("src/x.rs:2: code for one target"));
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
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
    fn a_line_over_the_limit_is_found() {
        let line = |columns: usize| format!("//! {}\n", "ø".repeat(columns - 4));
        assert_eq!(found("src/x.rs", &line(COLUMNS_MAX)), [""; 0]);
        assert_eq!(found("src/x.rs", &line(COLUMNS_MAX + 1)), ["src/x.rs:1: longer than 120 columns"]);
        assert_eq!(found("README.md", &line(COLUMNS_MAX + 1)), [""; 0]);
        let said = format!("//! x\nconst A: (&str, &str) = (\"{0}\", \"{0}\");\n", "ø".repeat(COLUMNS_MAX));
        assert_eq!(found("src/x.rs", &said), [""; 0]);
    }

    #[test]
    fn a_source_needs_a_description() {
        let expected = "world/src/x.rs:1: a source starts with a `//!` comment that describes it";
        assert_eq!(found("world/src/x.rs", "// A comment.\nuse std::fmt;\n"), [expected]);
        assert_eq!(found("world/src/x.rs", ""), [expected]);
        assert_eq!(found("world/src/x.rs", "#![no_std]\n//! What it is.\n"), [""; 0]);
        assert_eq!(found("world/tests/x.rs", "use std::fmt;\n"), [""; 0]);
    }
}
