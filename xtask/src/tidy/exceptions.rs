//! Exceptions to the rules of tidy, with one section for each crate in `xtask/tidy.txt`. They may only become fewer: a
//! new exception is an error, and so is one that is no longer needed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Finding;

/// The file with the exceptions.
pub const FILE: &str = "xtask/tidy.txt";
/// With this environment variable set to `write`, tidy removes exceptions that are no longer needed.
pub const VARIABLE: &str = "KERBQUAY_TIDY";

const HEADER: &str = "\
# Exceptions to the rules of `cargo xtask test --only tidy`, for each crate. They may only become fewer.
# After improving something: KERBQUAY_TIDY=write cargo xtask test --only tidy
#
# told N, place N       words that have several meanings here: at most N occurrences
# hidden-terms N        phrases that hide an established term (xtask/src/tidy/terms.rs): at most N
# type NAME N           a public type name that N types share
# cycle MODULE...       sibling modules that depend on each other
# long PATH             a source of more than 700 lines
";

/// Counts may be lower than their exceptions by a fifth, or by this number, so that two branches can lower one count.
const SLACK: u64 = 10;

/// The rules whose exceptions are counts with slack.
const COUNTS: &[&str] = &["told", "place", "hidden-terms"];

/// A rule with its subject, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The crate.
    pub krate: String,
    /// The rule and its subject: `type Line`.
    pub rule: String,
    /// How often it occurs.
    pub count: u64,
    /// One line for each occurrence, or some of them.
    pub occurrences: Vec<String>,
    /// How to fix it.
    pub advice: &'static str,
}

/// Exceptions: crate and rule, with a count.
pub type Exceptions = BTreeMap<(String, String), u64>;

/// Reads the file.
pub fn parse(text: &str) -> Exceptions {
    let mut exceptions = Exceptions::new();
    let mut krate = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut krate);
            continue;
        }
        let (rule, count) = match line.rsplit_once(' ') {
            Some((rule, count)) if count.parse::<u64>().is_ok() => (rule, count.parse().unwrap_or(1)),
            _ => (line, 1),
        };
        exceptions.insert((krate.clone(), rule.to_owned()), count);
    }
    exceptions
}

/// Writes the file.
pub fn print(exceptions: &Exceptions) -> String {
    let mut text = HEADER.to_owned();
    let mut section = "";
    for ((krate, rule), count) in exceptions {
        if krate != section {
            let _ = writeln!(text, "\n[{krate}]");
            section = krate;
        }
        let has_count = COUNTS.contains(&rule.as_str()) || rule.starts_with("type ");
        let _ = if has_count { writeln!(text, "{rule} {count}") } else { writeln!(text, "{rule}") };
    }
    text
}

/// Compares violations with the exceptions: the findings, and the exceptions that are still needed. These are `None` if
/// there are more violations than before.
pub fn compare(violations: &[Violation], exceptions: &Exceptions) -> (Vec<Finding>, Option<Exceptions>) {
    let mut findings = Vec::new();
    let mut needed = Exceptions::new();
    let mut is_worse = false;
    for violation in violations {
        let key = (violation.krate.clone(), violation.rule.clone());
        let allowed = exceptions.get(&key).copied().or_else(|| part_of_known_cycle(violation, exceptions)).unwrap_or(0);
        if violation.count > allowed {
            is_worse = true;
            let Violation { krate, rule, count, occurrences, advice } = violation;
            let list = occurrences.iter().fold(String::new(), |list, line| list + "\n    " + line);
            findings.push(finding(format!("{krate}: {rule}: {count}, allowed {allowed}. {advice}{list}")));
        }
        needed.insert(key, violation.count);
    }
    for (key, allowed) in exceptions {
        let count = needed.get(key).copied().unwrap_or_default();
        let slack = if COUNTS.contains(&key.1.as_str()) && count > 0 { SLACK.max(allowed / 5) } else { 0 };
        if count + slack < *allowed {
            let (krate, rule) = key;
            findings.push(finding(format!(
                "{krate}: the exception `{rule}` allows {allowed} and {count} are left. \
                 Lower it: {VARIABLE}=write cargo xtask test --only tidy"
            )));
        }
    }
    (findings, (!is_worse).then_some(needed))
}

/// One if a cycle consists of modules of a known cycle: it has become smaller.
fn part_of_known_cycle(violation: &Violation, exceptions: &Exceptions) -> Option<u64> {
    let modules: Vec<&str> = violation.rule.strip_prefix("cycle ")?.split(' ').collect();
    let is_known = exceptions.keys().filter(|(krate, _)| *krate == violation.krate).any(|(_, rule)| {
        let known: Vec<&str> = rule.strip_prefix("cycle ").unwrap_or_default().split(' ').collect();
        modules.iter().all(|module| known.contains(module))
    });
    is_known.then_some(1)
}

fn finding(sentence: String) -> Finding {
    Finding { path: FILE.to_owned(), line: 1, sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violation(rule: &str, count: u64) -> Violation {
        let occurrences = vec!["src/a.rs:1".to_owned()];
        Violation { krate: "page".to_owned(), rule: rule.to_owned(), count, occurrences, advice: "Fix it." }
    }

    fn exceptions(text: &str) -> Exceptions {
        parse(&format!("[page]\n{text}\n"))
    }

    fn sentences(violations: &[Violation], text: &str) -> Vec<String> {
        compare(violations, &exceptions(text)).0.into_iter().map(|finding| finding.sentence).collect()
    }

    #[test]
    fn the_file_is_read_as_it_is_written() {
        let exceptions = exceptions("hidden-terms 12\ntype Line 3\ncycle a b\nlong src/a.rs");
        assert_eq!(parse(&print(&exceptions)), exceptions);
        assert!(print(&exceptions).ends_with("\n[page]\ncycle a b\nhidden-terms 12\nlong src/a.rs\ntype Line 3\n"));
    }

    #[test]
    fn known_violations_are_accepted() {
        let known = [violation("hidden-terms", 12), violation("type Line", 3), violation("cycle a b", 1)];
        assert_eq!(sentences(&known, "hidden-terms 12\ntype Line 3\ncycle a b"), [""; 0]);
        assert_eq!(sentences(&[violation("hidden-terms", 190)], "hidden-terms 200"), [""; 0], "a little fewer");
    }

    #[test]
    fn more_violations_are_an_error_with_their_lines() {
        let expected = "page: hidden-terms: 13, allowed 12. Fix it.\n    src/a.rs:1";
        assert_eq!(sentences(&[violation("hidden-terms", 13)], "hidden-terms 12"), [expected]);
        assert!(sentences(&[violation("cycle a c", 1)], "cycle a b\n")[0].starts_with("page: cycle a c: 1, allowed 0"));
        assert_eq!(compare(&[violation("hidden-terms", 13)], &exceptions("hidden-terms 12")).1, None);
    }

    #[test]
    fn exceptions_that_are_no_longer_needed_are_an_error() {
        for (violations, text) in [
            (vec![], "hidden-terms 2"),
            (vec![violation("hidden-terms", 70)], "hidden-terms 100"),
            (vec![violation("type Line", 2)], "type Line 3"),
            (vec![violation("cycle a b", 1)], "cycle a b c"),
        ] {
            let (findings, needed) = compare(&violations, &exceptions(text));
            assert!(findings.len() == 1 && findings[0].sentence.contains("KERBQUAY_TIDY=write"), "{text}");
            let needed = needed.expect("nothing is worse");
            assert_eq!(compare(&violations, &needed).0, [], "{text}");
        }
    }
}
