//! The lints of the two workspaces must be the same: Cargo cannot share them.

use super::Finding;

/// The manifests.
pub const MANIFESTS: [&str; 2] = ["Cargo.toml", "e2e/Cargo.toml"];

/// The first difference between the lints of two manifests.
pub fn difference(manifests: [&str; 2]) -> Option<Finding> {
    let [first, second] = manifests.map(lints);
    let mut pairs = (0..first.len().max(second.len())).map(|index| (first.get(index), second.get(index)));
    let (expected, actual) = pairs.find(|(first, second)| first.map(|line| line.1) != second.map(|line| line.1))?;
    let line = actual.or(second.last()).map_or(1, |line| line.0);
    let expected = expected.map_or("nothing", |line| line.1);
    let sentence = format!("`[workspace.lints]` differs from that of {}: expected {expected}", MANIFESTS[0]);
    Some(Finding { path: MANIFESTS[1].to_owned(), line, sentence })
}

/// The lines of `[workspace.lints]` and the tables below it.
fn lints(manifest: &str) -> Vec<(usize, &str)> {
    let mut is_inside = false;
    let lines = (1..).zip(manifest.lines().map(str::trim)).filter(|(_, line)| {
        if line.starts_with('[') {
            is_inside = line.starts_with("[workspace.lints");
        }
        is_inside && !line.is_empty()
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINTS: &str =
        "[workspace]\n\n[workspace.lints.rust]\na = \"warn\"\n\n[workspace.lints.clippy]\nb = \"warn\"\n";

    #[test]
    fn the_same_lints_are_accepted() {
        assert_eq!(difference([LINTS, &format!("{LINTS}\n[package]\nname = \"x\"\n")]), None);
    }

    #[test]
    fn a_difference_is_found_with_its_line() {
        let changed = difference([LINTS, &LINTS.replace("b = \"warn\"", "b = \"allow\"")]).expect("they differ");
        assert_eq!((changed.path.as_str(), changed.line), ("e2e/Cargo.toml", 7));
        assert!(changed.sentence.ends_with("expected b = \"warn\""), "{changed}");
        let missing = difference([LINTS, &LINTS.replace("b = \"warn\"\n", "")]).expect("they differ");
        assert_eq!(missing.line, 6);
    }
}
