//! Files that an earlier version has saved are golden files and never change. The folder of each version lists them in
//! `SHA256SUMS`, in the format of `sha256sum`. The tests compare what they read from them with the `.txt` files.

use std::collections::BTreeMap;

use super::Finding;
use crate::dist::sha256;

/// The folder of the versions in a crate.
const FOLDER: &str = "/tests/golden/";
/// The list of a version.
const SUMS: &str = "SHA256SUMS";
const RECORD: &str = ".txt";

/// The violations among these files; `read` returns the bytes of a file, if it exists.
pub fn check(files: &[String], read: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<Finding> {
    let mut versions = BTreeMap::<&str, Vec<&str>>::new();
    for path in files {
        if let Some((version, file)) = split(path) {
            versions.entry(version).or_default().push(file);
        }
    }
    let mut findings = Vec::new();
    for (version, files) in versions {
        let list = format!("{version}/{SUMS}");
        let sums = read(&list).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        let mut find = |path: String, line: usize, sentence: String| findings.push(Finding { path, line, sentence });
        let lines: Vec<_> = sums.lines().map(|line| line.split_once("  ").unwrap_or((line, ""))).collect();
        for (index, (expected, file)) in lines.iter().enumerate() {
            match read(&format!("{version}/{file}")).filter(|_| files.contains(file)) {
                None => {
                    find(list.clone(), index + 1, format!("`{file}` is missing: every saved file must stay readable"));
                }
                Some(bytes) if sha256(&bytes) != *expected => {
                    find(format!("{version}/{file}"), 1, "a golden file has changed: restore it".to_owned());
                }
                Some(_) => {}
            }
        }
        let is_listed = |file: &str| lines.iter().any(|(_, listed)| *listed == file);
        for file in files.into_iter().filter(|file| *file != SUMS && !file.ends_with(RECORD) && !is_listed(file)) {
            let sum = read(&format!("{version}/{file}")).map(|bytes| sha256(&bytes)).unwrap_or_default();
            find(list.clone(), lines.len() + 1, format!("a golden file is not listed: add `{sum}  {file}`"));
        }
    }
    findings
}

/// The folder of a version and the file in it; `None` for other files.
fn split(path: &str) -> Option<(&str, &str)> {
    let begin = path.find(FOLDER)? + FOLDER.len();
    let end = begin + path[begin..].find('/')?;
    Some((&path[..end], &path[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = "world/tests/golden/0.1.0/quay/a.card";
    const LIST: &str = "world/tests/golden/0.1.0/SHA256SUMS";

    /// The findings in files with these contents.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let names: Vec<_> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
        let read = |path: &str| {
            let file = files.iter().find(|(name, _)| *name == path);
            file.map(|(_, text)| text.as_bytes().to_vec())
        };
        check(&names, read).iter().map(Finding::to_string).collect()
    }

    fn listed(text: &str) -> String {
        format!("{}  quay/a.card\n", sha256(text.as_bytes()))
    }

    #[test]
    fn unchanged_files_pass() {
        let list = listed("bytes");
        let record = ("world/tests/golden/0.1.0/quay/a.txt", "words");
        assert_eq!(found(&[(CARD, "bytes"), (LIST, &list), record]), [""; 0]);
        assert_eq!(found(&[("world/tests/golden/README.md", "words"), ("src/app.rs", "//! x\n")]), [""; 0]);
    }

    #[test]
    fn a_changed_byte_is_found() {
        let list = listed("bytes");
        let expected = format!("{CARD}:1: a golden file has changed: restore it");
        assert_eq!(found(&[(CARD, "bytez"), (LIST, &list)]), [expected]);
    }

    #[test]
    fn a_missing_file_and_an_unlisted_file_are_found() {
        let list = listed("bytes");
        let gone = format!("{LIST}:1: `quay/a.card` is missing: every saved file must stay readable");
        assert_eq!(found(&[(LIST, &list)]), [gone]);
        let unlisted = format!("{LIST}:1: a golden file is not listed: add `{}`", list.trim_end());
        assert_eq!(found(&[(CARD, "bytes")]), [unlisted]);
    }
}
