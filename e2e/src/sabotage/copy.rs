//! A copy of the sources, in which the devices are broken, and the runner that is built from it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::patch::Patch;
use super::switch::{self, Placed, VARIABLE};

/// What is copied from the root of the repository, and what is left out of it.
const COPIED: [&str; 8] = ["Cargo.toml", "Cargo.lock", "firmware-core", "lang", "world", "twin", "xtask/server", "e2e"];
const LEFT_OUT: [&str; 6] =
    ["e2e/target", "e2e/features", "e2e/sabotage", "e2e/screenshots", "e2e/chip", "node_modules"];
/// The crates that are patched.
const PATCHED: [&str; 2] = ["firmware-core/src/lib.rs", "world/src/lib.rs"];
/// A broken device may run forever.
const TIMEOUT: Duration = Duration::from_mins(2);

/// The copy of the sources.
pub struct BrokenCopy {
    folder: PathBuf,
    features: PathBuf,
}

/// The result of a run on a broken device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunResult {
    /// The runner has exited.
    Ended {
        /// The number of scenarios that passed.
        passed: usize,
        /// The number of scenarios that failed.
        failed: usize,
    },
    /// The runner was killed.
    TimedOut,
}

impl RunResult {
    /// Whether scenarios passed and none failed.
    pub fn is_green(self) -> bool {
        matches!(self, Self::Ended { passed: 1.., failed: 0 })
    }
}

impl BrokenCopy {
    /// Copies the sources of the repository at `root`.
    ///
    /// # Errors
    /// A file cannot be copied.
    pub fn create(root: &Path, features: &Path) -> Result<Self, String> {
        let copy = Self { folder: root.join("target/sabotage"), features: features.to_owned() };
        copy.restore(root).map(|()| copy)
    }

    /// Undoes all patches.
    ///
    /// # Errors
    /// A file cannot be copied.
    pub fn restore(&self, root: &Path) -> Result<(), String> {
        for name in COPIED {
            let (from, to) = (root.join(name), self.folder.join(name));
            if from.is_dir() {
                copy_folder(&from, &to)?;
            } else {
                copy_file(&from, &to)?;
            }
        }
        // The workspace of the copy has fewer members.
        let manifest = self.folder.join("Cargo.toml");
        let text = read(&manifest)?;
        let (before, rest) = text.split_once("members = [").ok_or("the workspace has no list of members")?;
        let (_, after) = rest.split_once(']').ok_or("the list of members has no end")?;
        let after = after.split("\n[package]").next().unwrap_or_default();
        write(
            &manifest,
            &format!("{before}members = [\"firmware-core\", \"world\", \"twin\", \"xtask/server\"]{after}\n"),
        )
    }

    /// Applies every patch of a function, with a switch. Returns the numbers of these patches, and of those that have
    /// to be applied alone.
    ///
    /// # Errors
    /// A patch does not apply.
    pub fn apply_together(&self, patches: &[Patch]) -> Result<(Vec<usize>, Vec<usize>), String> {
        let mut files = BTreeMap::<_, Vec<(usize, &Patch)>>::new();
        for (number, patch) in patches.iter().enumerate() {
            files.entry(patch.file.as_str()).or_default().push((number, patch));
        }
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        for (name, patches) in files {
            let file = self.folder.join(name);
            let source = read(&file)?;
            let mut by_body = BTreeMap::<_, Vec<Placed>>::new();
            for (number, patch) in patches {
                let range = patch.locate(&source)?;
                if let Some(body) = switch::body_around(&source, &range) {
                    let title = format!("{}: {}", patch.rule, patch.effect);
                    let placed = Placed { number, title, range, replacement: patch.replacement() };
                    by_body.entry((body.start, body.end)).or_default().push(placed);
                    together.push(number);
                } else {
                    alone.push(number);
                }
            }
            let mut switched = source.clone();
            // From the end, so that earlier ranges stay valid. Functions are not nested.
            for ((start, end), patches) in by_body.into_iter().rev() {
                switched.replace_range(start..end, &switch::switched(&source, start..end, &patches));
            }
            write(&file, &switched)?;
        }
        for library in PATCHED {
            let file = self.folder.join(library);
            write(&file, &[read(&file)?, switch::function()].concat())?;
        }
        together.sort_unstable();
        Ok((together, alone))
    }

    /// Applies one patch to restored sources and runs the scenarios of its clause.
    ///
    /// # Errors
    /// The patch does not apply, or the broken device does not compile.
    pub fn apply_alone(&self, patch: &Patch) -> Result<RunResult, String> {
        let file = self.folder.join(&patch.file);
        let source = read(&file)?;
        let range = patch.locate(&source)?;
        write(&file, &switch::replaced(&source, 0..source.len(), &range, &patch.replacement()))?;
        self.build()?;
        self.run(Some(&patch.rule), None)
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Builds the runner.
    ///
    /// # Errors
    /// It does not compile.
    pub fn build(&self) -> Result<(), String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.current_dir(self.folder.join("e2e")).args(["build", "--quiet", "--locked", "--no-default-features"]);
        build.args(["--bin", "acceptance", "--target-dir"]).arg(self.target());
        // It is built twice and runs for a minute: compiling fast matters more.
        build.args(["--config", "profile.dev.package.firmware-core.opt-level=0"]);
        build.args(["--config", "profile.dev.package.world.opt-level=0"]);
        build.envs([("CARGO_PROFILE_DEV_DEBUG", "false"), ("RUSTFLAGS", "-Awarnings")]);
        // Patched code need not pass Clippy.
        build.env_remove("RUSTC_WORKSPACE_WRAPPER");
        let output = build.output().map_err(|error| format!("cargo cannot be started: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!("the broken device does not compile:\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// Runs the scenarios of a clause, or all, on the devices with one of the patches, or without.
    ///
    /// # Errors
    /// The runner cannot be started, or exits without a result.
    pub fn run(&self, rule: Option<&str>, patch: Option<usize>) -> Result<RunResult, String> {
        let mut runner = Command::new(self.target().join("debug/acceptance"));
        runner.args(["--target", "core", "--features-dir"]).arg(&self.features);
        if let Some(rule) = rule {
            runner.args(["--tags", &format!("@{rule}")]);
        }
        runner.env_remove(VARIABLE).envs(patch.map(|number| (VARIABLE, number.to_string())));
        let started = runner.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = started.map_err(|error| format!("the broken runner cannot be started: {error}"))?;
        let mut output = process.stdout.take().expect("its output is piped");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            output.read_to_string(&mut text).map(|_| text)
        });
        let begun = Instant::now();
        loop {
            match process.try_wait() {
                Ok(Some(_)) => break,
                Ok(None) if begun.elapsed() > TIMEOUT => {
                    // Both fail only if it has exited just now.
                    let _ = process.kill();
                    let _ = process.wait();
                    return Ok(RunResult::TimedOut);
                }
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Err(error) => return Err(format!("the broken runner cannot be waited for: {error}")),
            }
        }
        let text = reader.join().ok().and_then(Result::ok).unwrap_or_default();
        parse_total(&text).ok_or_else(|| format!("the broken runner has no result:\n{text}"))
    }
}

/// Parses the last line of a run.
fn parse_total(output: &str) -> Option<RunResult> {
    let (passed, rest) = output.lines().last()?.split_once(" passed, ")?;
    let (failed, _) = rest.split_once(" failed, ")?;
    Some(RunResult::Ended { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let cannot = |error: std::io::Error| format!("{} cannot be copied: {error}", from.display());
    fs::create_dir_all(to).map_err(cannot)?;
    for entry in fs::read_dir(from).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if LEFT_OUT.iter().any(|left_out| from.ends_with(left_out)) {
            continue;
        }
        if from.is_dir() { copy_folder(&from, &to)? } else { copy_file(&from, &to)? }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|error| format!("{} cannot be read: {error}", from.display()))?;
    // An unchanged file keeps its time, so that it is not compiled again.
    if fs::read(to).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be created: {error}", folder.display()))?;
    }
    fs::write(to, bytes).map_err(|error| format!("{} cannot be written: {error}", to.display()))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(file).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_is_in_the_last_line() {
        let ended = RunResult::Ended { passed: 3, failed: 0 };
        assert_eq!(parse_total("ok x\n3 passed, 0 failed, 1 skipped\n"), Some(ended));
        assert_eq!(parse_total("no scenario has these tags\n"), None);
    }

    #[test]
    fn a_run_is_green_if_something_passes_and_nothing_fails() {
        assert!(RunResult::Ended { passed: 3, failed: 0 }.is_green());
        assert!(!RunResult::Ended { passed: 0, failed: 0 }.is_green());
        assert!(!RunResult::Ended { passed: 3, failed: 1 }.is_green());
        assert!(!RunResult::TimedOut.is_green());
    }
}
