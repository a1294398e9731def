//! The patches in `e2e/sabotage`: which clause each of them breaks, and how.

use std::fs;
use std::iter;
use std::ops::Range;
use std::path::Path;

/// One way to break a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Patch {
    /// The clause.
    pub rule: String,
    /// What the broken device does.
    pub effect: String,
    /// The path of the source file, from the root of the repository.
    pub file: String,
    /// The lines that are replaced; the first and the last one may be parts of lines.
    removed: Vec<String>,
    /// The lines that replace them.
    added: Vec<String>,
}

/// All patches.
///
/// # Errors
/// A file cannot be read, or is not valid.
pub fn read_all() -> Result<Vec<Patch>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sabotage");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.sort();
    let mut patches = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "diff")) {
        let text = fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        patches.extend(parse(&text).map_err(|why| format!("{}: {why}", file.display()))?);
    }
    Ok(patches)
}

/// The patches of one file. Lines beginning with `#` are comments; `+++` names the source file of the patches that
/// follow, `@@` begins a patch, `-` and `+` are its lines.
fn parse(text: &str) -> Result<Vec<Patch>, String> {
    let mut file = None;
    let mut patches: Vec<Patch> = Vec::new();
    for (number, line) in iter::zip(1.., text.lines()) {
        let misplaced = || format!("line {number} is misplaced: {line}");
        if let Some(path) = line.strip_prefix("+++ ") {
            file = Some(path.to_owned());
        } else if let Some(title) = line.strip_prefix("@@ ") {
            let (rule, effect) = title.split_once(' ').ok_or_else(misplaced)?;
            let (rule, effect) = (rule.to_owned(), effect.to_owned());
            let file = file.clone().ok_or_else(misplaced)?;
            patches.push(Patch { rule, effect, file, removed: Vec::new(), added: Vec::new() });
        } else if let Some(removed) = line.strip_prefix('-') {
            patches.last_mut().ok_or_else(misplaced)?.removed.push(removed.to_owned());
        } else if let Some(added) = line.strip_prefix('+') {
            patches.last_mut().ok_or_else(misplaced)?.added.push(added.to_owned());
        } else if !line.is_empty() && !line.starts_with('#') {
            return Err(misplaced());
        }
    }
    match patches.iter().find(|patch| patch.removed.is_empty() || patch.removed == patch.added) {
        Some(patch) => Err(format!("the patch for {} changes nothing", patch.rule)),
        None => Ok(patches),
    }
}

impl Patch {
    /// The range of the removed lines in a source.
    ///
    /// # Errors
    /// They do not occur exactly once.
    pub fn locate(&self, source: &str) -> Result<Range<usize>, String> {
        let first = self.removed.first().map_or("", String::as_str);
        let found = source.match_indices(first).filter_map(|(start, _)| Some(start..self.end(source, start)?));
        let found: Vec<_> = found.collect();
        match found.as_slice() {
            [range] => Ok(range.clone()),
            _ => Err(format!(
                "the - lines of the patch for {} occur {} times in {}, not once:\n{}",
                self.rule,
                found.len(),
                self.file,
                self.removed.join("\n")
            )),
        }
    }

    /// The end of the removed lines, if they begin at `start`. Their indentation in the source does not matter.
    fn end(&self, source: &str, start: usize) -> Option<usize> {
        let mut end = start;
        for (index, line) in self.removed.iter().enumerate() {
            let rest = &source[end..];
            let unindented = if index == 0 { rest } else { rest.strip_prefix('\n')?.trim_start_matches(' ') };
            end += rest.len() - unindented.strip_prefix(line.as_str())?.len();
        }
        Some(end)
    }

    /// The text that replaces the removed lines.
    pub fn replacement(&self) -> String {
        self.added.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# comment\n+++ a.rs\n\n@@ P-01 does it twice\n-f();\n-g()\n+f();\n+f();\n";

    #[test]
    fn every_patch_applies_exactly_once() {
        let patches = read_all().expect("valid files");
        for patch in &patches {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(&patch.file);
            let source = fs::read_to_string(path).expect("the source");
            patch.locate(&source).expect("one match");
        }
        assert_eq!(patches.len(), 67);
    }

    #[test]
    fn a_patch_is_parsed() {
        let patches = parse(TEXT).expect("a valid file");
        let [patch] = patches.as_slice() else { panic!("{patches:?}") };
        assert_eq!(
            (patch.rule.as_str(), patch.effect.as_str(), patch.file.as_str()),
            ("P-01", "does it twice", "a.rs")
        );
        assert_eq!(patch.replacement(), "f();\nf();");
    }

    #[test]
    fn indentation_does_not_matter() {
        let patch = parse(TEXT).expect("a valid file").remove(0);
        let source = "{\n    f();\n    g();\n}\n";
        assert_eq!(patch.locate(source).map(|range| &source[range]), Ok("f();\n    g()"));
    }

    #[test]
    fn lines_that_occur_twice_are_an_error() {
        let patch = parse(TEXT).expect("a valid file").remove(0);
        let why = patch.locate("f();\ng();\nf();\n g();\n").expect_err("two matches");
        assert!(why.contains("occur 2 times in a.rs"), "{why}");
        assert!(patch.locate("f();\nh();\n").is_err());
    }

    #[test]
    fn a_misplaced_line_is_named() {
        assert_eq!(parse("+++ a.rs\n-f();\n"), Err("line 2 is misplaced: -f();".to_owned()));
        assert_eq!(parse("@@ P-01 fails\n"), Err("line 1 is misplaced: @@ P-01 fails".to_owned()));
        assert!(parse("+++ a.rs\n@@ P-01 fails\n-f();\n+f();\n").is_err());
    }
}
