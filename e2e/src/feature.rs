//! Features read from their files, as plain scenarios: outlines are expanded, backgrounds are prepended.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use gherkin::{Background, Examples, Feature, GherkinEnv, ParseFileError, StepType};

/// A scenario, ready to be run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scenario {
    /// The name of its feature.
    pub feature: String,
    /// Its name; for a row of an outline, with that row.
    pub name: String,
    /// Its own tags and those of its feature, its rule and its examples, without the @.
    pub tags: Vec<String>,
    /// Its file and line.
    pub location: Location,
    /// Its steps, in order.
    pub lines: Vec<StepLine>,
}

/// A step as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepLine {
    /// `Given`, `When`, `Then`, `And` or `But`.
    pub keyword: String,
    /// Whether it is a precondition: `Given`, or an `And` after one.
    pub is_given: bool,
    /// The text after the keyword.
    pub text: String,
    /// Its doc string: the quoted text below the step.
    pub docstring: Option<String>,
    /// Whether it has a data table, which no step accepts.
    pub has_table: bool,
    /// Its file and line.
    pub location: Location,
}

/// A file and a line in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Location {
    /// The file.
    pub file: PathBuf,
    /// The number of the line, from 1.
    pub line: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.display(), self.line)
    }
}

/// A file that is not a valid feature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// The location of the error.
    pub location: Location,
    /// The error.
    pub why: String,
}

/// All features in a folder and its subfolders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Features {
    /// The scenarios, in the order of their files.
    pub scenarios: Vec<Scenario>,
    /// The files that are not valid features.
    pub unreadable: Vec<Unreadable>,
}

impl Features {
    /// Reads every `.feature` file under `folder`, in the order of their paths.
    ///
    /// # Errors
    /// The folder cannot be read, or has no `.feature` file.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut files = Vec::new();
        find(folder, &mut files)?;
        if files.is_empty() {
            return Err(format!("there is no .feature file in {}", folder.display()));
        }
        files.sort();
        let mut features = Self::default();
        for file in files {
            match Feature::parse_path(&file, GherkinEnv::default()) {
                Ok(feature) => features.scenarios.extend(scenarios(&feature, &file)),
                Err(error) => features.unreadable.push(unreadable(&file, &error)),
            }
        }
        Ok(features)
    }
}

/// The scenarios of a feature from `file`.
pub fn scenarios(feature: &Feature, file: &Path) -> Vec<Scenario> {
    let background = feature.background.as_ref();
    let mut all = Vec::new();
    for scenario in &feature.scenarios {
        expand(feature, &[background], &[&feature.tags], scenario, file, &mut all);
    }
    for rule in &feature.rules {
        let backgrounds = [background, rule.background.as_ref()];
        for scenario in &rule.scenarios {
            expand(feature, &backgrounds, &[&feature.tags, &rule.tags], scenario, file, &mut all);
        }
    }
    all
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "feature") {
            files.push(path);
        }
    }
    Ok(())
}

fn unreadable(file: &Path, error: &ParseFileError) -> Unreadable {
    let at = |line| Location { file: file.to_owned(), line };
    match error {
        ParseFileError::Reading { source, .. } => {
            Unreadable { location: at(1), why: format!("the file cannot be read: {source}") }
        }
        ParseFileError::Parsing { source, error, .. } => {
            // The position is only in the message: "Error at 3:7: {…}".
            let text = source.to_string();
            let position = text.strip_prefix("Error at ").and_then(|rest| rest.split_once(':'));
            let line = position.and_then(|(line, _)| line.parse().ok()).unwrap_or(1);
            let reason = error.as_ref().map_or(text, ToString::to_string);
            Unreadable { location: at(line), why: format!("this line or the one before it is not Gherkin: {reason}") }
        }
    }
}

/// Appends a scenario to `all`: as it is or, for an outline, once for every row of its examples.
fn expand(
    feature: &Feature,
    backgrounds: &[Option<&Background>],
    tags: &[&[String]],
    scenario: &gherkin::Scenario,
    file: &Path,
    all: &mut Vec<Scenario>,
) {
    let at = |line| Location { file: file.to_owned(), line };
    let line = |step: &gherkin::Step| StepLine {
        keyword: step.keyword.trim().to_owned(),
        is_given: step.ty == StepType::Given,
        text: step.value.clone(),
        docstring: step.docstring.clone(),
        has_table: step.table.is_some(),
        location: at(step.position.line),
    };
    let before = backgrounds.iter().copied().flatten().flat_map(|background| &background.steps).map(line);
    let plain = Scenario {
        feature: feature.name.clone(),
        name: scenario.name.clone(),
        tags: tags.iter().copied().flatten().chain(&scenario.tags).cloned().collect(),
        location: at(scenario.position.line),
        lines: before.chain(scenario.steps.iter().map(line)).collect(),
    };
    let rows: Vec<_> = scenario.examples.iter().flat_map(|examples| rows(examples, file)).collect();
    all.extend(rows.iter().map(|row| row.fill(&plain)));
    if rows.is_empty() {
        all.push(plain);
    }
}

/// One row of an outline's examples.
struct Row<'a> {
    cells: Vec<(&'a str, &'a str)>,
    tags: &'a [String],
    location: Location,
}

fn rows<'a>(examples: &'a Examples, file: &'a Path) -> impl Iterator<Item = Row<'a>> {
    let (rows, first) = examples.table.as_ref().map_or((&[][..], 0), |table| (&table.rows, table.position.line));
    let names = rows.first().map_or(&[][..], Vec::as_slice);
    rows.iter().enumerate().skip(1).map(move |(index, row)| Row {
        cells: names.iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect(),
        tags: &examples.tags,
        location: Location { file: file.to_owned(), line: first + index },
    })
}

impl Row<'_> {
    fn fill(&self, outline: &Scenario) -> Scenario {
        let values: Vec<_> = self.cells.iter().map(|(_, value)| *value).collect();
        let line = |line: &StepLine| StepLine {
            text: self.put_into(&line.text),
            docstring: line.docstring.as_deref().map(|text| self.put_into(text)),
            ..line.clone()
        };
        Scenario {
            feature: outline.feature.clone(),
            name: format!("{} [{}]", self.put_into(&outline.name), values.join(", ")),
            tags: outline.tags.iter().chain(self.tags).cloned().collect(),
            location: self.location.clone(),
            lines: outline.lines.iter().map(line).collect(),
        }
    }

    fn put_into(&self, text: &str) -> String {
        // In one pass: a value that looks like a placeholder is not replaced again.
        let mut filled = String::new();
        let mut rest = text;
        while let Some(open) = rest.find('<') {
            let (before, from) = rest.split_at(open);
            filled.push_str(before);
            let cell = self.cells.iter().find_map(|(name, value)| {
                let after = from[1..].strip_prefix(name)?.strip_prefix('>')?;
                Some((*value, after))
            });
            if let Some((value, after)) = cell {
                filled.push_str(value);
                rest = after;
            } else {
                filled.push('<');
                rest = &from[1..];
            }
        }
        filled + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Scenario> {
        let feature = Feature::parse(text, GherkinEnv::default()).expect("it is Gherkin");
        scenarios(&feature, Path::new("some.feature"))
    }

    const OUTLINE: &str = r#"
@P-05
Feature: Presses
  Background:
    Given a marina with an empty wallet

  @slow
  Scenario Outline: <count> presses
    When I press Enter, <count> times
    Then the display shows "<words> <not a column>"

    @few
    Examples:
      | count | words   |
      | 1     | WELCOME |
      | 2     | <count> |

    Examples: many
      | words | count |
      | ROLEC | 90    |

  @P-06
  Scenario: It rests
    Then the screen is Welcome
"#;

    #[test]
    fn an_outline_is_a_scenario_for_every_row_of_its_examples() {
        let names: Vec<_> = read(OUTLINE).into_iter().map(|scenario| scenario.name).collect();
        assert_eq!(names, ["1 presses [1, WELCOME]", "2 presses [2, <count>]", "90 presses [ROLEC, 90]", "It rests"]);
    }

    #[test]
    fn a_row_replaces_only_its_own_columns() {
        let texts: Vec<_> = read(OUTLINE)[1].lines.iter().map(|line| line.text.clone()).collect();
        assert_eq!(
            texts,
            ["a marina with an empty wallet", "I press Enter, 2 times", "the display shows \"<count> <not a column>\""]
        );
    }

    #[test]
    fn tags_are_inherited_from_the_feature_and_the_examples() {
        let tags: Vec<_> = read(OUTLINE).into_iter().map(|scenario| scenario.tags.join(" ")).collect();
        assert_eq!(tags, ["P-05 slow few", "P-05 slow few", "P-05 slow", "P-05 P-06"]);
    }

    #[test]
    fn scenarios_and_steps_have_their_own_lines() {
        let scenarios = read(OUTLINE);
        let lines: Vec<_> = scenarios.iter().map(|scenario| scenario.location.line).collect();
        assert_eq!(lines, [15, 16, 20, 23]);
        assert_eq!(scenarios[3].lines[1].location.to_string(), "some.feature:24");
    }

    #[test]
    fn preconditions_are_marked() {
        let given: Vec<_> = read(OUTLINE)[0].lines.iter().map(|line| line.is_given).collect();
        assert_eq!(given, [true, false, false]);
    }

    #[test]
    fn a_syntax_error_has_a_line() {
        let error = ParseFileError::Parsing {
            path: PathBuf::new(),
            error: None,
            source: Feature::parse(
                "Feature: one\n  Scenario:\n    Given rain\n    Sometimes sun\n",
                GherkinEnv::default(),
            )
            .expect_err("it is not a step"),
        };
        let Unreadable { location, why } = unreadable(Path::new("broken.feature"), &error);
        // The parser reports the end of the line.
        assert_eq!(location.line, 5, "{why}");
        assert!(why.contains("is not Gherkin"), "{why}");
    }
}
