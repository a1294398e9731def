//! The `JUnit` report.

use quick_junit::{NonSuccessKind, Report as Junit, TestCase, TestCaseStatus, TestSuite};

use crate::report::{Report, console};
use crate::run::{Outcome, Verdict};

/// The run as `JUnit`, with a suite for every feature.
///
/// # Errors
/// The report cannot be serialised.
pub fn text(report: &Report) -> Result<String, String> {
    let mut junit = Junit::new(format!("acceptance on {}", report.target));
    let mut suites: Vec<TestSuite> = Vec::new();
    for outcome in &report.outcomes {
        let name = &outcome.scenario.feature;
        let suite = match suites.iter_mut().find(|suite| suite.name.as_str() == name) {
            Some(suite) => suite,
            None => suites.push_mut(TestSuite::new(name)),
        };
        suite.add_test_case(case(outcome, &report.target));
    }
    for unreadable in &report.unreadable {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(&unreadable.why);
        let mut suite = TestSuite::new(unreadable.location.file.display().to_string());
        suite.add_test_case(TestCase::new(unreadable.location.to_string(), status));
        suites.push(suite);
    }
    junit.add_test_suites(suites);
    junit.to_string().map_err(|error| format!("the JUnit report cannot be written: {error}"))
}

fn case(outcome: &Outcome, target: &str) -> TestCase {
    let status = match (&outcome.failure, outcome.verdict) {
        (Some(failure), _) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(format!("{}: {}", failure.location, failure.reason));
            status.set_type("expectation");
            status.set_description(console::outcome(outcome));
            status
        }
        (None, Verdict::Skipped) => {
            let mut status = TestCaseStatus::skipped();
            status.set_message("the scenario has no expectation");
            status
        }
        (None, Verdict::NotYet) => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(format!("not yet run on the target {target}"));
            status
        }
        (None, _) => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(&outcome.scenario.name, status);
    case.set_classname(outcome.scenario.location.to_string());
    case.set_time(outcome.took);
    case
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::{Location, Unreadable};

    #[test]
    fn every_scenario_is_a_test_case() {
        let text = "Feature: Rest & play\n  Scenario: fine\n    Then the screen is Welcome\n  \
                    Scenario: wrong\n    Then the display shows \"<b>\"\n  Scenario: idle\n    When I press Enter\n";
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        let scenarios = crate::feature::scenarios(&feature, "rest.feature".as_ref());
        let report = Report {
            target: "core".to_owned(),
            outcomes: scenarios.iter().map(crate::run::play_on_core).collect(),
            unreadable: vec![Unreadable {
                location: Location { file: "torn.feature".into(), line: 3 },
                why: "this is not Gherkin".to_owned(),
            }],
        };
        assert_eq!(report.counts(), (1, 2, 1));
        let junit = super::text(&report).expect("a report");
        for part in [
            r#"name="acceptance on core" tests="4" skipped="1" failures="1" errors="1""#,
            r#"<testsuite name="Rest &amp; play" tests="3" skipped="1" errors="0" failures="1""#,
            r#"<testcase name="fine" classname="rest.feature:2""#,
            "<failure message=\"rest.feature:5: the display shows ",
            r#"<skipped message="the scenario has no expectation""#,
            r#"<error message="this is not Gherkin""#,
        ] {
            assert!(junit.contains(part), "{part}\nis missing in\n{junit}");
        }
    }
}
