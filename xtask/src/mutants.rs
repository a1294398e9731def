//! `cargo xtask mutants`: mutants of the rules of the devices that no test detects.
//!
//! cargo-mutants makes one change at a time and runs the laws and the other tests of `firmware-core`. The features on
//! the core then run on each mutant that passes. A mutant that passes both survives: either it behaves like the
//! original, or a scenario is missing.
//!
//! This runs in a copy of the repository and takes hours, so it is not a step of `cargo xtask test`.

use std::fs;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::acceptance;
use crate::failure::{Failure, Outcome};
use crate::program::{output, program, status};
use crate::project::Project;
use crate::setup::{Need, Toolbox};

/// The source files with the clauses, one path per line. Clause coverage reads the same list (`e2e/src/coverage.rs`).
const RULES: &str = include_str!("../../firmware-core/rule-sources.txt");
/// The number of sessions for each law and mutant, unless `KERBQUAY_SESSIONS` is set: fewer than in a test run.
const SESSIONS: &str = "200";
/// The time limit for the features: a mutant may not terminate. The original takes seconds.
const FEATURES_TIME_MAX: Duration = Duration::from_mins(2);
/// The interval at which the end of the features is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// A mutant that the tests of `firmware-core` do not detect.
#[derive(Debug, PartialEq, Eq)]
struct Missed {
    /// `firmware-core/src/pedestal.rs:12:5: replace ..`.
    name: String,
    file: String,
    /// The start of the replaced text …
    start: Position,
    /// … and its end.
    end: Position,
    /// The new text.
    replacement: String,
}

/// A line and a column, both counted from one.
type Position = (usize, usize);

/// Mutates `files`, or all rules of the devices; prints the survivors and writes them to `mutants.txt` among the
/// reports.
///
/// # Errors
///
/// The original does not pass, or the repository cannot be copied.
pub fn run(project: &Project, toolbox: &Toolbox, files: &[String]) -> Outcome {
    let copy = copy(project)?;
    let found = project.target().join("xtask").join("mutants");
    let mut mutants = program(toolbox.path(Need::CargoMutants));
    mutants.current_dir(copy.root()).args(["mutants", "--in-place", "--package", "firmware-core"]);
    mutants.args(["--test-package", "firmware-core", "--no-shuffle", "--colors", "never", "--output"]).arg(&found);
    let rules: Vec<&str> =
        if files.is_empty() { RULES.lines().collect() } else { files.iter().map(String::as_str).collect() };
    for file in rules {
        mutants.args(["--file", file]);
    }
    if std::env::var_os("KERBQUAY_SESSIONS").is_none() {
        mutants.env("KERBQUAY_SESSIONS", SESSIONS);
    }
    // On a busy machine a test may be slow whatever the mutant.
    mutants.args(["--minimum-test-timeout", "60"]);
    // The copy has a target folder of its own.
    let end = status(mutants.env_remove("CARGO_TARGET_DIR"))?;
    if !is_complete(end) {
        return Err(Failure::new(format!("cargo-mutants failed ({end}): see its output above.")));
    }

    let found = found.join("mutants.out");
    let outcomes = text(&found.join("outcomes.json"))?;
    let missed =
        missed_in(&outcomes).ok_or_else(|| Failure::new("outcomes.json of cargo-mutants has an unknown format."))?;
    if !features_hold(&copy)? {
        return Err(Failure::new("The features fail on the unchanged devices: fix that first."));
    }
    let mut survivors = Vec::new();
    for change in &missed {
        let file = copy.root().join(&change.file);
        let original = text(&file)?;
        write(&file, &change.applied_to(&original))?;
        let survived = features_hold(&copy)?;
        write(&file, &original)?;
        println!("{} {}", if survived { "SURVIVED" } else { "detected" }, change.name);
        if survived {
            survivors.push(change.name.as_str());
        }
    }
    let report = project.reports()?.join("mutants.txt");
    write(&report, &survivors.iter().flat_map(|name| [name, "\n"]).collect::<String>())?;
    println!(
        "{} mutants pass the laws, {} of them also pass the features: {}",
        missed.len(),
        survivors.len(),
        report.display()
    );
    Ok(())
}

/// Copies the repository, without the files that git ignores.
fn copy(project: &Project) -> Outcome<Project> {
    let copy = Project::copied_to(project.target().join("xtask").join("mutants").join("tree"));
    if copy.root().is_dir() {
        fs::remove_dir_all(copy.root()).map_err(|error| Failure::io(copy.root(), &error))?;
    }
    let mut list = program("git");
    list.current_dir(project.root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let files = output(&mut list).ok_or_else(|| Failure::new("`git ls-files` fails: this needs a git clone."))?;
    for file in files.split('\0').filter(|file| project.root().join(file).is_file()) {
        let to = copy.root().join(file);
        let created = to.parent().map_or(Ok(()), fs::create_dir_all);
        created.and_then(|()| fs::copy(project.root().join(file), &to)).map_err(|error| Failure::io(&to, &error))?;
    }
    Ok(copy)
}

/// Whether cargo-mutants has tried every mutant: it ends with 2 if some were missed, with 3 if some timed out.
fn is_complete(end: ExitStatus) -> bool {
    matches!(end.code(), Some(0 | 2 | 3))
}

/// The mutants that the tests missed, from the outcomes that cargo-mutants writes.
fn missed_in(outcomes: &str) -> Option<Vec<Missed>> {
    let outcomes: Value = serde_json::from_str(outcomes).ok()?;
    let missed = outcomes["outcomes"].as_array()?.iter().filter(|outcome| outcome["summary"] == "MissedMutant");
    missed.map(|outcome| Missed::of(&outcome["scenario"]["Mutant"])).collect()
}

impl Missed {
    fn of(mutant: &Value) -> Option<Self> {
        let text = |name: &str| mutant[name].as_str().map(str::to_owned);
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let position = |end: &str| {
            let position = &mutant["span"][end];
            Some((number(&position["line"])?, number(&position["column"])?))
        };
        Some(Self {
            name: text("name")?,
            file: text("file")?,
            start: position("start")?,
            end: position("end")?,
            replacement: text("replacement")?,
        })
    }

    /// The source with this change.
    fn applied_to(&self, source: &str) -> String {
        let (mut changed, mut replaced) = (String::new(), false);
        for (line, text) in (1..).zip(source.split_inclusive('\n')) {
            for (column, character) in (1..).zip(text.chars()) {
                let at = (line, column);
                if at < self.start || at >= self.end {
                    changed.push(character);
                } else if !replaced {
                    changed.push_str(&self.replacement);
                    replaced = true;
                }
            }
        }
        changed
    }
}

/// Whether every feature passes on the devices of the copy.
fn features_hold(copy: &Project) -> Outcome<bool> {
    let mut features = acceptance::core_runner(copy)?;
    let features = features.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut features =
        features.map_err(|error| Failure::new(format!("The acceptance runner cannot be started: {error}.")))?;
    let start = Instant::now();
    loop {
        let end = features
            .try_wait()
            .map_err(|error| Failure::new(format!("The acceptance runner cannot be waited for: {error}.")))?;
        match end {
            Some(end) => return Ok(end.success()),
            None if start.elapsed() < FEATURES_TIME_MAX => thread::sleep(POLL_INTERVAL),
            None => {
                // This fails only if it has just ended.
                let _ = features.kill();
                let _ = features.wait();
                return Ok(false);
            }
        }
    }
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| Failure::io(file, &error))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| Failure::io(file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missed_mutants_are_read_from_the_outcomes() {
        let outcomes = r#"{ "outcomes": [
            { "scenario": "Baseline", "summary": "Success" },
            { "scenario": { "Mutant": { "name": "a.rs:1:2: replace f -> u8 with 0" } }, "summary": "CaughtMutant" },
            { "scenario": { "Mutant": { "name": "a.rs:3:4: replace < with <=", "file": "a.rs", "replacement": "<=",
              "span": { "start": { "line": 3, "column": 4 }, "end": { "line": 3, "column": 5 } } } },
              "summary": "MissedMutant" }
        ] }"#;
        let name = "a.rs:3:4: replace < with <=".to_owned();
        let change = Missed { name, file: "a.rs".to_owned(), start: (3, 4), end: (3, 5), replacement: "<=".to_owned() };
        assert_eq!(missed_in(outcomes), Some(vec![change]));
        assert_eq!(missed_in("{ \"outcomes\": [] }"), Some(vec![]));
        assert_eq!(missed_in("{}"), None);
        assert_eq!(missed_in("{ \"outcomes\": [{ \"summary\": \"MissedMutant\" }] }"), None);
    }

    #[test]
    fn a_mutant_differs_from_the_original_in_its_span_only() {
        let mutated = |source: &str, start: Position, end: Position, replacement: &str| {
            let (name, file) = (String::new(), String::new());
            Missed { name, file, start, end, replacement: replacement.to_owned() }.applied_to(source)
        };
        let source = "// økt\nif ø < 1 {\n    a();\n}\n";
        assert_eq!(mutated(source, (2, 6), (2, 7), "<="), "// økt\nif ø <= 1 {\n    a();\n}\n");
        assert_eq!(mutated(source, (3, 5), (4, 2), "()"), "// økt\nif ø < 1 {\n    ()\n");
        assert_eq!(mutated(source, (2, 1), (2, 4), ""), "// økt\nø < 1 {\n    a();\n}\n");
    }

    #[test]
    fn the_files_with_the_rules_exist() {
        let project = Project::here().expect("tests run inside the repository");
        assert!(RULES.lines().all(|file| project.root().join(file).is_file()));
    }
}
