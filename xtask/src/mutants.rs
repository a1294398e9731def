//! `cargo xtask mutants`: which changes of the devices' rules nothing would notice.
//!
//! cargo-mutants changes the rules in one place at a time and plays the laws and the other tests of `firmware-core`.
//! What they let pass is played once more, by the features on the core. A change that gets past both is a survivor:
//! either it changes nothing that can be seen, or a scenario is missing.
//!
//! All of it happens in a copy of the repository, and takes hours. So it is no step of `cargo xtask test`.

use std::fs;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::acceptance;
use crate::failure::{Failure, Outcome};
use crate::program::{answer, program, status};
use crate::project::Project;
use crate::setup::{Need, Toolbox};

/// The source files with the clauses, one path a line. Clause coverage reads the same list (`e2e/src/coverage.rs`).
const RULES: &str = include_str!("../../firmware-core/rule-sources.txt");
/// Sessions for each law and each change, unless `KERBQUAY_SESSIONS` says otherwise: fewer than in a test, of which
/// there is one.
const SESSIONS: &str = "200";
/// A device that is changed may never come to rest. Sound ones play every feature in seconds.
const FEATURES_TIME_MAX: Duration = Duration::from_mins(2);
/// How often it is looked whether they are done.
const GLANCE: Duration = Duration::from_millis(50);

/// A change of the rules that the tests of the devices do not notice.
#[derive(Debug, PartialEq, Eq)]
struct Missed {
    /// `firmware-core/src/pedestal.rs:12:5: replace ..`.
    name: String,
    file: String,
    /// From here …
    start: Position,
    /// … up to here …
    end: Position,
    /// … this stands instead.
    replacement: String,
}

/// A line and a column, both counted from one.
type Position = (usize, usize);

/// Looks for survivors in `files`, or in all rules of the devices, prints them and writes them to `mutants.txt` among
/// the reports.
///
/// # Errors
///
/// The sound devices do not pass, or the copy cannot be made.
pub fn hunt(project: &Project, toolbox: &Toolbox, files: &[String]) -> Outcome {
    let copy = copy(project)?;
    let found = project.target().join("xtask").join("mutants");
    let mut mutants = program(toolbox.place(Need::CargoMutants));
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
    // On a busy machine a test is slow for other reasons than the change.
    mutants.args(["--minimum-test-timeout", "60"]);
    // Where xtask itself is built is no place for the copy.
    let end = status(mutants.env_remove("CARGO_TARGET_DIR"))?;
    if !is_complete(end) {
        return Err(Failure::new(format!("cargo-mutants ended with {end}: what it says is above.")));
    }

    let found = found.join("mutants.out");
    let outcomes = text(&found.join("outcomes.json"))?;
    let missed = missed_in(&outcomes).ok_or_else(|| Failure::new("cargo-mutants' outcomes.json reads otherwise."))?;
    if !features_hold(&copy)? {
        return Err(Failure::new("The features do not hold on the unchanged devices: see to that first."));
    }
    let mut survivors = Vec::new();
    for change in &missed {
        let file = copy.root().join(&change.file);
        let sound = text(&file)?;
        write(&file, &change.made_in(&sound))?;
        let survived = features_hold(&copy)?;
        write(&file, &sound)?;
        println!("{} {}", if survived { "SURVIVED" } else { "noticed " }, change.name);
        if survived {
            survivors.push(change.name.as_str());
        }
    }
    let report = project.reports()?.join("mutants.txt");
    write(&report, &survivors.iter().flat_map(|name| [name, "\n"]).collect::<String>())?;
    println!(
        "{} changes pass the laws, {} of them the features too: {}",
        missed.len(),
        survivors.len(),
        report.display()
    );
    Ok(())
}

/// A copy of the repository to change, with what it needs to be built.
fn copy(project: &Project) -> Outcome<Project> {
    let copy = Project::copied_to(project.target().join("xtask").join("mutants").join("tree"));
    if copy.root().is_dir() {
        fs::remove_dir_all(copy.root()).map_err(|error| unusable(copy.root(), &error))?;
    }
    let mut list = program("git");
    list.current_dir(project.root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let files = answer(&mut list).ok_or_else(|| Failure::new("`git ls-files` fails: this is for a git clone."))?;
    for file in files.split('\0').filter(|file| project.root().join(file).is_file()) {
        let place = copy.root().join(file);
        let made = place.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::copy(project.root().join(file), &place)).map_err(|error| unusable(&place, &error))?;
    }
    Ok(copy)
}

/// Whether cargo-mutants has tried every change: it ends with 2 when some were missed, with 3 when some never ended.
fn is_complete(end: ExitStatus) -> bool {
    matches!(end.code(), Some(0 | 2 | 3))
}

/// The changes that the tests missed, in cargo-mutants' own list of what has come of each.
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
    fn made_in(&self, source: &str) -> String {
        let (mut changed, mut replaced) = (String::new(), false);
        for (line, text) in (1..).zip(source.split_inclusive('\n')) {
            for (column, letter) in (1..).zip(text.chars()) {
                let at = (line, column);
                if at < self.start || at >= self.end {
                    changed.push(letter);
                } else if !replaced {
                    changed.push_str(&self.replacement);
                    replaced = true;
                }
            }
        }
        changed
    }
}

/// Whether every feature holds on the devices of the copy.
fn features_hold(copy: &Project) -> Outcome<bool> {
    let mut features = acceptance::on_core_alone(copy)?;
    let features = features.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut features = features.map_err(|error| Failure::new(format!("The features cannot be played: {error}.")))?;
    let start = Instant::now();
    loop {
        let end = features.try_wait().map_err(|error| Failure::new(format!("The features get lost: {error}.")))?;
        match end {
            Some(end) => return Ok(end.success()),
            None if start.elapsed() < FEATURES_TIME_MAX => thread::sleep(GLANCE),
            None => {
                // One that has just ended by itself needs no end.
                let _ = features.kill();
                let _ = features.wait();
                return Ok(false);
            }
        }
    }
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| unusable(file, &error))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| unusable(file, &error))
}

fn unusable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tests_missed_is_read_from_the_outcomes() {
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
    fn a_change_is_made_where_it_belongs_and_nowhere_else() {
        let made = |source: &str, start: Position, end: Position, replacement: &str| {
            let (name, file) = (String::new(), String::new());
            Missed { name, file, start, end, replacement: replacement.to_owned() }.made_in(source)
        };
        let source = "// økt\nif ø < 1 {\n    a();\n}\n";
        assert_eq!(made(source, (2, 6), (2, 7), "<="), "// økt\nif ø <= 1 {\n    a();\n}\n");
        assert_eq!(made(source, (3, 5), (4, 2), "()"), "// økt\nif ø < 1 {\n    ()\n");
        assert_eq!(made(source, (2, 1), (2, 4), ""), "// økt\nø < 1 {\n    a();\n}\n");
    }

    #[test]
    fn the_rules_of_a_device_are_where_they_are_looked_for() {
        let project = Project::here().expect("tests run inside the repository");
        assert!(RULES.lines().all(|file| project.root().join(file).is_file()));
    }
}
