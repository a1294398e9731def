//! Compares the marked numbers in documents with constants of xtask. The sizes of the page are compared by the step
//! `size`, as they need a built page.

use std::fs;

use super::Finding;
use crate::extent::{Extent, SESSIONS_CHECK, SESSIONS_COMMIT, SESSIONS_NIGHTLY};
use crate::marked_numbers;
use crate::number::grouped;
use crate::project::Project;
use crate::size;

/// The wrong numbers in one document.
pub fn check(path: &str, text: &str) -> Vec<Finding> {
    let known = known();
    let finding = |line, sentence| Finding { path: path.to_owned(), line, sentence };
    let wrong = marked_numbers::find(text).into_iter().filter_map(|marked| {
        if size::is_measured(marked.name) && marked.value.is_some() {
            return None;
        }
        let known = known.iter().find(|(name, _)| *name == marked.name);
        match known {
            Some((_, value)) if marked.value == Some(*value) => None,
            Some((name, value)) => Some(finding(marked.line, format!("the number `{name}` is {}", grouped(*value)))),
            None => Some(finding(marked.line, format!("there is no number `{}`", marked.name))),
        }
    });
    wrong.collect()
}

/// The numbers by name.
fn known() -> Vec<(&'static str, u64)> {
    vec![
        ("check-seconds", Extent::Check.allowance().as_secs()),
        ("commit-minutes", Extent::Commit.allowance().as_secs() / 60),
        ("nightly-minutes", Extent::Nightly.allowance().as_secs() / 60),
        ("sessions-check", SESSIONS_CHECK.into()),
        ("sessions-commit", SESSIONS_COMMIT.into()),
        ("sessions-nightly", SESSIONS_NIGHTLY.into()),
        ("first-load-max", size::FIRST_LOAD_MAX),
        ("sabotage-patches", patches()),
    ]
}

/// The number of patches in `e2e/sabotage`: each begins with a line `@@`.
fn patches() -> u64 {
    let folder = Project::here().map(|project| project.root().join("e2e").join("sabotage"));
    let files = folder.ok().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.ok()?.path()).ok());
    texts.map(|text| text.lines().filter(|line| line.starts_with("@@ ")).count() as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        check("README.md", text).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn a_marked_number_must_be_right() {
        assert_eq!(found("300<!--=sessions-check--> and 138<!--=first-load-quay-kb-->"), [""; 0]);
        assert_eq!(found("\n30<!--=sessions-check-->"), ["README.md:2: the number `sessions-check` is 300"]);
        assert_eq!(found("about<!--=sessions-commit-->"), ["README.md:1: the number `sessions-commit` is 10,000"]);
        assert_eq!(found(&format!("{}<!--=sabotage-patches-->", patches())), [""; 0]);
        assert!(patches() > 60, "each device has some");
        assert_eq!(found("3<!--=tests-->"), ["README.md:1: there is no number `tests`"]);
    }
}
