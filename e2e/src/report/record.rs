//! The record of a run: which build, which settings, and what every step led to.

use std::collections::BTreeMap;
use std::process::Command;

use serde::Serialize;
use world::bus::Bus;
use world::quay::Quay;
use world::story::CORE_VERSION;
use world::world::World as _;

use crate::report::Report;
use crate::run::{Outcome, Verdict};
use crate::target::core::Scene;

/// The run as JSON.
///
/// # Errors
/// A sentence, if it cannot be written down.
pub fn text(report: &Report) -> Result<String, String> {
    let record = Record {
        build: Build { commit: commit(), core: CORE_VERSION, card_layout: firmware_core::card::LAYOUT_VERSION },
        target: &report.target,
        settings: Quay::all_settings()
            .chain(Bus::all_settings())
            .map(|setting| (setting.name, setting.word(setting.default).to_string()))
            .collect(),
        scenarios: report.outcomes.iter().map(scenario).collect(),
        unreadable: report.unreadable.iter().map(|file| (file.place.to_string(), file.why.as_str())).collect(),
    };
    serde_json::to_string_pretty(&record).map_err(|error| format!("the record cannot be written: {error}"))
}

#[derive(Serialize)]
struct Record<'a> {
    build: Build,
    target: &'a str,
    /// The settings by default; a scenario that changes one says so in a step.
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
    place: String,
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
    /// What the display shows afterwards.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    scene: Option<&'a Scene>,
}

fn scenario(outcome: &Outcome) -> Played<'_> {
    let Outcome { scenario, verdict, took, played, rules, failure } = outcome;
    let step = |(place, line): (usize, &'_ crate::feature::Line)| {
        let failed = failure.as_ref().filter(|failure| failure.place == line.place);
        let verdict = match (failed, played.get(place)) {
            (Some(_), _) => Verdict::Failed,
            (None, Some(_)) => Verdict::Passed,
            (None, None) => Verdict::Skipped,
        };
        PlayedStep {
            step: format!("{} {}", line.keyword, line.text),
            line: line.place.line,
            verdict,
            reason: failed.map(|failure| failure.reason.as_str()),
            scene: played.get(place),
        }
    };
    Played {
        feature: &scenario.feature,
        name: &scenario.name,
        place: scenario.place.to_string(),
        tags: &scenario.tags,
        verdict: *verdict,
        ms: took.as_millis(),
        rules: rules.iter().map(String::as_str).collect(),
        steps: scenario.lines.iter().enumerate().map(step).collect(),
    }
}

/// The commit that was built, marked if something in it was changed; "unknown" outside a repository.
fn commit() -> String {
    let described =
        Command::new("git").args(["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]).output();
    let described = described.ok().filter(|output| output.status.success());
    let words = described.and_then(|output| String::from_utf8(output.stdout).ok());
    words.map_or_else(|| "unknown".to_owned(), |words| words.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_of_every_step_what_it_led_to() {
        let text = "Feature: f\n  Scenario: s\n    Given a marina with an empty wallet\n    \
                    When I press socket 2\n    Then the screen is Busy\n    And the ledger adds up\n";
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        let scenarios = crate::feature::scenarios(&feature, "f.feature".as_ref());
        let outcomes = scenarios.iter().map(crate::run::play_on_core).collect();
        let report = Report { target: "core".to_owned(), outcomes, unreadable: Vec::new() };
        let record: serde_json::Value =
            serde_json::from_str(&super::text(&report).expect("it can be written")).expect("it is JSON");
        let steps = record["scenarios"][0]["steps"].as_array().expect("a list");
        let verdicts: Vec<_> = steps.iter().map(|step| step["verdict"].as_str().unwrap_or_default()).collect();
        assert_eq!(verdicts, ["passed", "passed", "failed", "skipped"]);
        assert_eq!(steps[1]["screen"], "CreditCheck");
        assert_eq!(steps[1]["frame"].as_str().map(str::len), Some(16));
        assert_eq!(record["target"], "core");
        assert_eq!(record["settings"]["pedestal.pause_ms"], "3000");
    }
}
