//! The golden files of all versions, and the records that say what is in them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The files with this ending in a folder of every version, in their order.
pub fn files(package: &str, folder: &str, ending: &str) -> Vec<PathBuf> {
    let versions = entries(&Path::new(package).join("tests/golden")).into_iter().filter(|path| path.is_dir());
    let files = versions.flat_map(|version| entries(&version.join(folder)));
    files.filter(|file| file.extension().is_some_and(|found| found == ending)).collect()
}

/// Holds what was found against the record beside a golden file. A record that is not there yet is written where
/// `KERBQUAY_BLESS` asks for it; one that is there never is.
pub fn hold(golden: &Path, found: &str) -> Result<(), String> {
    let record = golden.with_extension("txt");
    if !record.exists() && env::var_os("KERBQUAY_BLESS").is_some() {
        fs::write(&record, found).expect("the record can be written");
    }
    let expected = fs::read_to_string(&record).unwrap_or_default();
    if found == expected {
        return Ok(());
    }
    let first = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let line = first.unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("nothing").to_owned();
    Err(format!(
        "{}: in line {} of its record stands\n  {}\nand what is read now is\n  {}",
        golden.display(),
        line + 1,
        at(&expected),
        at(found)
    ))
}

/// Fails with everything that is wrong.
pub fn all(outcomes: impl IntoIterator<Item = Result<(), String>>) {
    let wrong: Vec<_> = outcomes.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}\nWhat an earlier version has saved is read for ever.", wrong.join("\n"));
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<_> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
    entries.sort();
    entries
}
