//! Clause coverage: every clause has a scenario that passes and makes it apply.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use firmware_core::rule::Rule;

use crate::exempt::{EXEMPT, Exemption, NAMED_ELSEWHERE};
use crate::run::{Outcome, Verdict};

/// The source files with the clauses, one path a line. `cargo xtask mutants` reads the same list.
const SOURCES: &str = include_str!("../../firmware-core/rule-sources.txt");

/// A series of clauses: its constructor and the number of its last clause. The first one has the number 1.
type Series = (fn(u8) -> Rule, u8);

const SERIES: [Series; 4] = [(Rule::P, 26), (Rule::Dp, 39), (Rule::K, 22), (Rule::Dk, 39)];

/// All clauses, in order.
fn clauses() -> impl Iterator<Item = Rule> {
    SERIES.iter().flat_map(|(clause, last)| (1..=*last).map(clause))
}

/// The coverage of the clauses by a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// A line for every clause.
    pub table: String,
    /// The faults, one sentence each.
    pub faults: Vec<String>,
}

/// Counts the scenarios of every clause, which are those with its tag.
///
/// # Errors
/// A source file of the list cannot be read.
pub fn count(outcomes: &[Outcome]) -> Result<Coverage, String> {
    let mut nameable = nameable()?;
    nameable.retain(|rule| NAMED_ELSEWHERE.iter().all(|elsewhere| elsewhere.rule != rule.to_string()));
    Ok(count_against(outcomes, &nameable, &EXEMPT))
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
            let location = &outcomes[0].scenario.location;
            coverage.faults.push(format!("there is no clause {rule}: {location} has its tag"));
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
            (Some(_), 1..) => coverage.faults.push(format!("{name} is exempt although a scenario has its tag")),
            _ => {}
        }
        if green > 0 && applied == 0 && nameable.contains(&rule) {
            coverage
                .faults
                .push(format!("{name} never applied in the scenarios with its tag, although the device can name it"));
        }
    }
    coverage
}

/// The clauses that the sources of the devices name.
fn nameable() -> Result<BTreeSet<Rule>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut rules = BTreeSet::new();
    for path in SOURCES.lines() {
        let source = fs::read_to_string(root.join(path)).map_err(|error| format!("{path} cannot be read: {error}"))?;
        rules.extend(named_in(&source));
    }
    Ok(rules)
}

/// The clauses that a source names as values such as `P(19)` or `Dp(16)`, outside its comments.
fn named_in(source: &str) -> impl Iterator<Item = Rule> {
    source.lines().flat_map(|line| {
        let code = line.split("//").next().unwrap_or_default();
        code.match_indices('(').filter_map(|(open, _)| {
            let (before, after) = (&code[..open], &code[open + 1..]);
            let number = after.split(')').next()?.parse().ok()?;
            let name = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next()?;
            match name {
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
    use crate::feature::{Location, Scenario};

    fn outcome(tags: &[&str], verdict: Verdict, rules: &[&str]) -> Outcome {
        Outcome {
            scenario: Scenario {
                feature: "f".to_owned(),
                name: "s".to_owned(),
                tags: tags.iter().map(ToString::to_string).collect(),
                location: Location { file: "f.feature".into(), line: 2 },
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
        // All other clauses are exempt, so that they cause no faults.
        let exempt: Vec<_> = clauses()
            .filter(|clause| *clause != Rule::P(8) && *clause != Rule::P(21))
            .map(|clause| Exemption { rule: clause.to_string().leak(), reason: "not part of the test" })
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
        assert_eq!(found, ["P-08 never applied in the scenarios with its tag, although the device can name it"]);
    }

    #[test]
    fn unknown_tags_and_needless_exemptions_are_faults() {
        let found = faults(&[outcome(&["P-08", "P-21", "P-27", "DP-03"], Verdict::Passed, &["P-08"])]);
        assert_eq!(
            found,
            ["there is no clause P-27: f.feature:2 has its tag", "DP-03 is exempt although a scenario has its tag"]
        );
    }

    #[test]
    fn clauses_in_comments_are_not_counted() {
        let found: Vec<_> =
            named_in("// P(1) is not\n  effects.because(&[P(19), Dp(7)]); Some(3); DeskP(2) // Dp(9)").collect();
        assert_eq!(found, [Rule::P(19), Rule::Dp(7)]);
        assert!(nameable().expect("the sources").contains(&Rule::P(19)));
    }

    #[test]
    fn every_exemption_has_a_clause_and_a_reason() {
        for Exemption { rule, reason } in EXEMPT.into_iter().chain(NAMED_ELSEWHERE) {
            assert!(clauses().any(|clause| clause.to_string() == rule), "{rule}");
            assert!(reason.len() > 20, "{rule}");
        }
    }
}
