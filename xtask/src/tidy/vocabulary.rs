//! Rules for a crate as a whole: its type names, its module graph, the length of its files, and its words.

use std::collections::BTreeMap;

use super::cycles;
use super::exceptions::Violation;
use super::order;
use super::source::Source;
use super::terms;

/// The maximum number of lines of a source. Tests, goldens and language files do not count.
const LINES_MAX: usize = 700;
/// One match, in the order of the manual: these may be longer.
const LONG_SOURCES: [&str; 2] = ["firmware-core/src/pedestal.rs", "firmware-core/src/validator.rs"];

/// Words with several meanings, and how often they may occur in all Rust sources. Up to there they are not counted.
const WORDS: [(&str, &[&str], usize, &str); 2] = [
    ("told", &["told", "tell"], 40, "Say what happens: describe, report, send, detect, notify, print."),
    ("place", &["place", "Place"], 300, "Say which: index, path, location, position, site, slot, offset."),
];

/// The folders of the crates, the longest first, and their names.
const CRATES: [(&str, &str); 9] = [
    ("xtask/server/", "static-server"),
    ("xtask/", "xtask"),
    ("firmware-core/", "firmware-core"),
    ("world/", "world"),
    ("twin/", "twin"),
    ("e2e/", "e2e"),
    ("counter/", "counter"),
    ("src/", "page"),
    ("", "documents"),
];

/// The violations in all files, given with their paths and texts.
pub fn check(files: &[(String, String)]) -> Vec<Violation> {
    let mut crates = BTreeMap::<&str, Vec<(&str, &str)>>::new();
    for (path, text) in files {
        crates.entry(krate(path)).or_default().push((path, text));
    }
    let mut violations = Vec::new();
    for (krate, files) in &crates {
        let rust: Vec<_> = files.iter().copied().filter(|(path, _)| has_extension(path, "rs")).collect();
        let sources: Vec<_> = rust.iter().copied().filter(|(path, _)| is_source(path)).collect();
        violations.extend(types(krate, &sources));
        violations.extend(module_cycles(krate, &sources));
        violations.extend(module_order(krate, &sources));
        violations.extend(long_sources(krate, &sources));
        violations.extend(hidden_terms(krate, files));
    }
    for (rule, words, max, advice) in WORDS {
        let counts = crates.iter().map(|(krate, files)| {
            let rust = files.iter().filter(|(path, _)| has_extension(path, "rs"));
            let lines = rust.flat_map(|(path, text)| {
                let lines = text.lines().enumerate();
                lines.flat_map(move |(index, line)| {
                    std::iter::repeat_n(format!("{path}:{}", index + 1), terms::count(line, words))
                })
            });
            (*krate, lines.collect::<Vec<_>>())
        });
        let counts: Vec<_> = counts.filter(|(_, lines)| !lines.is_empty()).collect();
        if counts.iter().map(|(_, lines)| lines.len()).sum::<usize>() > max {
            violations.extend(counts.into_iter().map(|(krate, lines)| violation(krate, rule, lines, advice)));
        }
    }
    violations
}

fn krate(path: &str) -> &'static str {
    CRATES.iter().find(|(folder, _)| path.starts_with(folder)).map_or("documents", |(_, krate)| krate)
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, own)| own == extension)
}

/// Whether a Rust file is part of a crate, and not of its tests.
fn is_source(path: &str) -> bool {
    path.starts_with("src/") || path.contains("/src/")
}

fn below_src(path: &str) -> &str {
    path.split_once("src/").map_or(path, |(_, path)| path)
}

fn violation(krate: &str, rule: &str, occurrences: Vec<String>, advice: &'static str) -> Violation {
    let count = occurrences.len() as u64;
    Violation { krate: krate.to_owned(), rule: rule.to_owned(), count, occurrences, advice }
}

fn types(krate: &str, sources: &[(&str, &str)]) -> Vec<Violation> {
    let mut names = BTreeMap::<&str, Vec<String>>::new();
    for (path, text) in sources {
        for (line, name) in Source::of(text).public_types() {
            names.entry(name).or_default().push(format!("{path}:{line}"));
        }
    }
    let shared = names.into_iter().filter(|(_, lines)| lines.len() > 1);
    let advice = "Rename one: a public type name exists once in a crate.";
    shared.map(|(name, lines)| violation(krate, &format!("type {name}"), lines, advice)).collect()
}

fn module_cycles(krate: &str, sources: &[(&str, &str)]) -> Vec<Violation> {
    let below: Vec<_> = sources.iter().map(|(path, text)| (below_src(path), *text)).collect();
    let cycles = cycles::find(&below).into_iter().map(|cycle| Violation {
        krate: krate.to_owned(),
        rule: format!("cycle {}", cycle.modules.join(" ")),
        count: 1,
        occurrences: cycle.dependencies,
        advice: "Move what two modules share into one that depends on neither.",
    });
    cycles.collect()
}

fn module_order(krate: &str, sources: &[(&str, &str)]) -> Option<Violation> {
    let below: Vec<_> = sources.iter().map(|(path, text)| (below_src(path), *text)).collect();
    let violations = order::violations(&below);
    let advice = "Import only modules that stand above in the list of lib.rs.";
    (!violations.is_empty()).then(|| violation(krate, "order", violations, advice))
}

fn long_sources(krate: &str, sources: &[(&str, &str)]) -> Vec<Violation> {
    let is_long = |(path, text): &&(&str, &str)| {
        let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
        text.lines().count() > LINES_MAX && !is_test && !LONG_SOURCES.contains(path)
    };
    let advice = "Split it by noun: a source has at most 700 lines.";
    let long = sources.iter().filter(is_long).map(|(path, text)| {
        violation(krate, &format!("long {path}"), vec![format!("{} lines", text.lines().count())], advice)
    });
    long.collect()
}

fn hidden_terms(krate: &str, files: &[(&str, &str)]) -> Option<Violation> {
    let mut occurrences = Vec::new();
    for (path, text) in files {
        let found = match path.rsplit_once('.') {
            // The list itself contains the phrases.
            _ if *path == "xtask/src/tidy/terms.rs" => Vec::new(),
            Some((_, "rs")) => terms::in_rust(text),
            Some((_, "md")) => terms::in_prose(text),
            _ => Vec::new(),
        };
        let line = |(line, phrase, term)| format!("{path}:{line}: “{phrase}” → {term}");
        occurrences.extend(found.into_iter().map(line));
    }
    let advice = "Use the established term.";
    (!occurrences.is_empty()).then(|| violation(krate, "hidden-terms", occurrences, advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        check(&files)
            .iter()
            .map(|violation| format!("{}: {} {}", violation.krate, violation.rule, violation.count))
            .collect()
    }

    #[test]
    fn a_public_type_name_that_a_crate_has_twice_is_found() {
        let files = [
            ("world/src/a.rs", "pub struct Line;\nstruct Own;\n"),
            ("world/src/b.rs", "pub enum Line { A }\npub(crate) struct Own;\n"),
            ("twin/src/a.rs", "pub type Line = u8;\n"),
            ("world/tests/it.rs", "pub struct Line;\n"),
        ];
        assert_eq!(rules(&files), ["world: type Line 2"]);
    }

    #[test]
    fn a_cycle_is_found_in_its_crate() {
        let files = [("src/a.rs", "use crate::b::B;\n"), ("src/b.rs", "use crate::a::A;\n"), ("src/lib.rs", "")];
        assert_eq!(rules(&files), ["page: cycle a b 1"]);
    }

    #[test]
    fn a_long_source_is_found() {
        let (long, short) = ("fn f() {}\n".repeat(LINES_MAX + 1), "fn f() {}\n".repeat(LINES_MAX));
        let rules = rules(&[
            ("src/a.rs", &long),
            ("src/b.rs", &short),
            ("world/tests/it/c.rs", &long),
            (LONG_SOURCES[0], &long),
        ]);
        assert_eq!(rules, ["page: long src/a.rs 1"]);
    }

    #[test]
    fn words_with_many_meanings_are_limited_in_all_crates_together() {
        let (rule, words, max, _) = WORDS[0];
        let comment = |count: usize| format!("// {}\n", format!("{} ", words[0]).repeat(count));
        assert_eq!(rules(&[("src/a.rs", &comment(max))]), [""; 0]);
        let expected = [format!("page: {rule} {max}"), format!("twin: {rule} 1")];
        assert_eq!(rules(&[("src/a.rs", &comment(max)), ("twin/src/b.rs", &comment(1))]), expected);
    }

    #[test]
    fn hidden_terms_are_counted_in_sources_and_documents() {
        let files = [("src/a.rs", "// Nobody.\n"), ("README.md", "For nobody.\n\nOf which many.\n")];
        assert_eq!(rules(&files), ["documents: hidden-terms 2", "page: hidden-terms 1"]);
    }
}
