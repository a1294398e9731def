//! The record of a run: the build, the settings, and the display after every step.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Serialize;
use world::script::CORE_VERSION;
use world::world::World as _;

use crate::feature::StepLine;
use crate::report::Report;
use crate::run::{Outcome, Verdict};
use crate::site::{DisplayState, SiteKind};
use crate::with_world;

/// The run as JSON.
///
/// # Errors
/// The record cannot be serialised.
pub fn text(report: &Report) -> Result<String, String> {
    let record = Record {
        build: Build { commit: commit(), core: CORE_VERSION, card_layout: firmware_core::card::LAYOUT_VERSION },
        target: &report.target,
        settings: SiteKind::ALL.into_iter().flat_map(settings).collect(),
        scenarios: report.outcomes.iter().map(scenario).collect(),
        unreadable: report.unreadable.iter().map(|file| (file.location.to_string(), file.why.as_str())).collect(),
    };
    serde_json::to_string_pretty(&record).map_err(|error| format!("the record cannot be written: {error}"))
}

#[derive(Serialize)]
struct Record<'a> {
    build: Build,
    target: &'a str,
    /// The default settings; a scenario changes one by a step.
    settings: BTreeMap<&'static str, String>,
    scenarios: Vec<Played<'a>>,
    unreadable: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Build {
    commit: String,
    core: &'static str,
    card_layout: u8,
}

#[derive(Serialize)]
struct Played<'a> {
    feature: &'a str,
    name: &'a str,
    location: String,
    tags: &'a [String],
    verdict: Verdict,
    ms: u128,
    rules: Vec<&'a str>,
    steps: Vec<PlayedStep<'a>>,
}

#[derive(Serialize)]
struct PlayedStep<'a> {
    step: String,
    line: usize,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    /// The display after the step.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    display: Option<&'a DisplayState>,
}

/// The settings of a site with their default values.
fn settings(kind: SiteKind) -> Vec<(&'static str, String)> {
    with_world!(kind, W => {
        W::all_settings().map(|setting| (setting.name, setting.word(setting.default).to_string())).collect()
    })
}

fn scenario(outcome: &Outcome) -> Played<'_> {
    let Outcome { scenario, verdict, took, played, rules, failure } = outcome;
    let step = |(index, line): (usize, &'_ StepLine)| {
        let failed = failure.as_ref().filter(|failure| failure.location == line.location);
        let verdict = match (failed, played.get(index)) {
            (Some(_), _) => Verdict::Failed,
            (None, Some(_)) => Verdict::Passed,
            (None, None) => Verdict::Skipped,
        };
        PlayedStep {
            step: format!("{} {}", line.keyword, line.text),
            line: line.location.line,
            verdict,
            reason: failed.map(|failure| failure.reason.as_str()),
            display: played.get(index),
        }
    };
    Played {
        feature: &scenario.feature,
        name: &scenario.name,
        location: scenario.location.to_string(),
        tags: &scenario.tags,
        verdict: *verdict,
        ms: took.as_millis(),
        rules: rules.iter().map(String::as_str).collect(),
        steps: scenario.lines.iter().enumerate().map(step).collect(),
    }
}

/// The commit that was built, with `-dirty` after uncommitted changes; "unknown" outside a repository.
fn commit() -> String {
    let described =
        Command::new("git").args(["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]).output();
    let described = described.ok().filter(|output| output.status.success());
    let name = described.and_then(|output| String::from_utf8(output.stdout).ok());
    name.map_or_else(|| "unknown".to_owned(), |name| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_the_display_after_every_step() {
        let text = "Feature: f\n  Scenario: s\n    Given a marina with an empty wallet\n    \
                    When I press socket 2\n    Then the screen is Busy\n    And the ledger adds up\n";
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        let scenarios = crate::feature::scenarios(&feature, "f.feature".as_ref());
        let outcomes = scenarios.iter().map(crate::run::play_on_core).collect();
        let report = Report { target: "core".to_owned(), outcomes, unreadable: Vec::new() };
        let record: serde_json::Value =
            serde_json::from_str(&super::text(&report).expect("a record")).expect("it is JSON");
        let steps = record["scenarios"][0]["steps"].as_array().expect("a list");
        let verdicts: Vec<_> = steps.iter().map(|step| step["verdict"].as_str().unwrap_or_default()).collect();
        assert_eq!(verdicts, ["passed", "passed", "failed", "skipped"]);
        assert_eq!(steps[1]["screen"], "CreditCheck");
        assert_eq!(steps[1]["frame"].as_str().map(str::len), Some(16));
        assert_eq!(record["target"], "core");
        assert_eq!(record["settings"]["pedestal.pause_ms"], "3000");
    }
}
