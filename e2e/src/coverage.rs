//! Whether every clause has its scenarios, and whether they make it apply.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use firmware_core::rule::Rule;

use crate::exempt::{EXEMPT, Exemption, NAMED_ELSEWHERE};
use crate::run::{Outcome, Verdict};

/// A device: its clauses, and its sources, which name those that it applies.
struct Device {
    clauses: &'static [Series],
    sources: &'static [&'static str],
}

/// Clauses that are numbered through, from 1 to the last.
type Series = (fn(u8) -> Rule, u8);

const DEVICES: [Device; 2] = [
    Device {
        clauses: &[(Rule::P, 26), (Rule::Dp, 35)],
        sources: &[include_str!("../../firmware-core/src/pedestal.rs")],
    },
    Device {
        clauses: &[(Rule::K, 22), (Rule::Dk, 35)],
        sources: &[
            include_str!("../../firmware-core/src/validator.rs"),
            include_str!("../../firmware-core/src/validator/fare.rs"),
            include_str!("../../firmware-core/src/validator/memory.rs"),
            include_str!("../../firmware-core/src/validator/ride.rs"),
            include_str!("../../firmware-core/src/validator/screen.rs"),
            include_str!("../../firmware-core/src/validator/settings.rs"),
        ],
    },
];

/// Every clause there is, in order.
fn clauses() -> impl Iterator<Item = Rule> {
    let series = DEVICES.iter().flat_map(|device| device.clauses);
    series.flat_map(|(clause, last)| (1..=*last).map(clause))
}

/// How the clauses stand after a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// A line for every clause.
    pub table: String,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
}

/// Counts, clause by clause, the scenarios that carry its tag.
pub fn count(outcomes: &[Outcome]) -> Coverage {
    let mut nameable = nameable();
    nameable.retain(|rule| NAMED_ELSEWHERE.iter().all(|elsewhere| elsewhere.rule != rule.to_string()));
    count_against(outcomes, &nameable, &EXEMPT)
}

fn count_against(outcomes: &[Outcome], nameable: &BTreeSet<Rule>, exempt: &[Exemption]) -> Coverage {
    let mut coverage = Coverage::default();
    let mut tagged: BTreeMap<Rule, Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        for tag in &outcome.scenario.tags {
            if let Some(rule) = Rule::from_name(tag) {
                tagged.entry(rule).or_default().push(outcome);
            }
        }
    }
    for (rule, outcomes) in &tagged {
        if !clauses().any(|clause| clause == *rule) {
            let place = &outcomes[0].scenario.place;
            coverage.faults.push(format!("there is no clause {rule}: {place} carries its tag"));
        }
    }
    for rule in clauses() {
        let name = rule.to_string();
        let scenarios = tagged.get(&rule).map_or(&[][..], Vec::as_slice);
        let green = scenarios.iter().filter(|outcome| outcome.verdict == Verdict::Passed).count();
        let applied = scenarios.iter().filter(|outcome| outcome.rules.contains(&name)).count();
        let exemption = exempt.iter().find(|exemption| exemption.rule == name);
        let device = if nameable.contains(&rule) { format!("{applied:>3} applied") } else { "   not named".to_owned() };
        let _ = write!(coverage.table, "{name:<5} {:>3} scenarios {green:>3} green {device:<12}", scenarios.len());
        let reason = exemption.map(|exemption| format!(" exempt: {}", exemption.reason)).unwrap_or_default();
        let _ = writeln!(coverage.table, "{reason}");
        match (exemption, green) {
            (None, 0) => coverage.faults.push(format!("{name} has no scenario that passes")),
            (Some(_), 1..) => coverage.faults.push(format!("{name} is exempt although a scenario carries its tag")),
            _ => {}
        }
        if green > 0 && applied == 0 && nameable.contains(&rule) {
            coverage.faults.push(format!(
                "{name} never applied during the scenarios that carry its tag, although the device can name it"
            ));
        }
    }
    coverage
}

/// The clauses that a device names in what it does.
fn nameable() -> BTreeSet<Rule> {
    DEVICES.iter().flat_map(|device| device.sources).flat_map(|source| named_in(source)).collect()
}

/// The clauses that stand in a source as values, `P(19)` or `Dp(16)`, outside its comments.
fn named_in(source: &str) -> impl Iterator<Item = Rule> {
    source.lines().flat_map(|line| {
        let code = line.split("//").next().unwrap_or_default();
        code.match_indices('(').filter_map(|(open, _)| {
            let (before, after) = (&code[..open], &code[open + 1..]);
            let number = after.split(')').next()?.parse().ok()?;
            let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next()?;
            match word {
                "P" => Some(Rule::P(number)),
                "Dp" => Some(Rule::Dp(number)),
                "K" => Some(Rule::K(number)),
                "Dk" => Some(Rule::Dk(number)),
                _ => None,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::{Place, Scenario};

    fn outcome(tags: &[&str], verdict: Verdict, rules: &[&str]) -> Outcome {
        Outcome {
            scenario: Scenario {
                feature: "f".to_owned(),
                name: "s".to_owned(),
                tags: tags.iter().map(ToString::to_string).collect(),
                place: Place { file: "f.feature".into(), line: 2 },
                lines: Vec::new(),
            },
            verdict,
            took: std::time::Duration::ZERO,
            played: Vec::new(),
            rules: rules.iter().map(ToString::to_string).collect(),
            failure: None,
        }
    }

    fn faults(outcomes: &[Outcome]) -> Vec<String> {
        // Everything else is exempt, so that only what a test is about is told.
        let exempt: Vec<_> = clauses()
            .filter(|clause| *clause != Rule::P(8) && *clause != Rule::P(21))
            .map(|clause| Exemption { rule: clause.to_string().leak(), reason: "not meant" })
            .collect();
        count_against(outcomes, &BTreeSet::from([Rule::P(8)]), &exempt).faults
    }

    #[test]
    fn a_clause_needs_a_scenario_that_passes() {
        let torn = outcome(&["P-08", "slow"], Verdict::Passed, &["P-08"]);
        assert_eq!(faults(std::slice::from_ref(&torn)), ["P-21 has no scenario that passes"]);
        let skipped = outcome(&["P-21"], Verdict::Skipped, &[]);
        assert_eq!(faults(&[torn.clone(), skipped]), ["P-21 has no scenario that passes"]);
        let desk = outcome(&["P-21"], Verdict::Passed, &[]);
        assert_eq!(faults(&[torn, desk]), Vec::<String>::new());
    }

    #[test]
    fn a_clause_that_the_device_can_name_has_to_apply() {
        let found = faults(&[outcome(&["P-08", "P-21"], Verdict::Passed, &["P-09"])]);
        assert_eq!(
            found,
            ["P-08 never applied during the scenarios that carry its tag, although the device can name it"]
        );
    }

    #[test]
    fn a_tag_that_names_no_clause_and_an_exemption_too_many_are_faults() {
        let found = faults(&[outcome(&["P-08", "P-21", "P-27", "DP-03"], Verdict::Passed, &["P-08"])]);
        assert_eq!(
            found,
            [
                "there is no clause P-27: f.feature:2 carries its tag",
                "DP-03 is exempt although a scenario carries its tag"
            ]
        );
    }

    #[test]
    fn the_source_of_a_device_says_which_clauses_it_names() {
        let found: Vec<_> =
            named_in("// P(1) is not\n  effects.because(&[P(19), Dp(7)]); Some(3); DeskP(2) // Dp(9)").collect();
        assert_eq!(found, [Rule::P(19), Rule::Dp(7)]);
        assert!(nameable().contains(&Rule::P(19)));
    }

    #[test]
    fn every_exemption_is_of_a_clause_and_has_a_reason() {
        for Exemption { rule, reason } in EXEMPT.into_iter().chain(NAMED_ELSEWHERE) {
            assert!(clauses().any(|clause| clause.to_string() == rule), "{rule}");
            assert!(reason.len() > 20, "{rule}");
        }
    }
}
