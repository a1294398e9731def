//! What the page needs to run the firmware beside the replica: the emulator, the firmware, and the worker that drives
//! both. It is laid beside the page, in a folder that has its contents in its name, and fetched when a person asks.
//!
//! The firmware takes longest to build. The page can be served before: [`Twin::announce`] lays a list that says so, and
//! [`Twin::lay`] puts the real one in its place.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::firmware::{self, FIRMWARE, Firmware};
use crate::project::Project;
use crate::uf2;

/// The folder beside the page.
pub const FOLDER: &str = "twin";
/// The emulator, as the package manager of Node has it.
const EMULATOR: &str = "rp2040js";
/// What the boards are made of, seen from `e2e/chip`; what it imports comes with it.
const BOARDS: &str = "boards.mjs";
/// The worker's own program, as Trunk has built it.
const PROGRAM: [&str; 2] = ["twin.js", "twin_bg.wasm"];

/// The script that the page's worker begins with. It is part of the page.
pub fn script() -> String {
    format!("{FOLDER}/worker.js")
}

/// The list of the firmware, and the folder that everything is in.
pub fn list() -> String {
    format!("{FOLDER}/twin.json")
}

/// What will lie beside a built page with the firmware.
pub struct Twin {
    /// All but the firmware.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// The version of the page, to which all of it belongs.
    pub page: String,
}

impl Twin {
    /// Takes the worker's program away from the built page, and lays the script there that the worker begins with.
    ///
    /// # Errors
    ///
    /// A file is not where it should be.
    pub fn take(project: &Project) -> Outcome<Self> {
        let mut files = BTreeMap::<PathBuf, Vec<u8>>::new();
        for name in PROGRAM {
            let built = project.dist().join(name);
            files.insert(name.into(), read(&built)?);
            fs::remove_file(&built).map_err(|error| unusable(&built, &error))?;
        }
        modules(&project.root().join("e2e").join("chip"), BOARDS, Path::new("chip"), &mut files)?;
        write(&project.dist().join(script()), &read(&project.root().join("twin").join("worker.js"))?)?;
        Ok(Self { files, page: String::new() })
    }

    /// Lays a list beside the page that says that the firmware is being built.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn announce(&self, project: &Project) -> Outcome {
        replace(&project.dist().join(list()), json!({ "page": self.page }).to_string().as_bytes())
    }

    /// Builds the firmware and lays everything beside the page, the list last.
    ///
    /// # Errors
    ///
    /// The firmware cannot be built, or a file cannot be written.
    pub fn lay(self, project: &Project) -> Outcome {
        let built = firmware::compile(project)?;
        let version = project.version()?;
        let Self { mut files, page } = self;
        let mut firmware = Vec::new();
        for Firmware { name, .. } in FIRMWARE {
            let uf2 = uf2::of_elf(&read(&built.join(name))?)?;
            let world = if name == "pedestal" { "quay" } else { "bus" };
            firmware.push(json!({ "name": name, "world": world, "version": version, "sha256": firmware::sum(&uf2) }));
            files.insert(format!("{name}.uf2").into(), uf2);
        }
        let mut all = Vec::new();
        for (name, bytes) in &files {
            all.extend(name.to_string_lossy().as_bytes());
            all.extend(bytes);
        }
        let folder = firmware::sum(&all)[..16].to_owned();
        let home = project.dist().join(FOLDER).join(&folder);
        for (name, bytes) in &files {
            write(&home.join(name), bytes)?;
        }
        let list_of_all = json!({ "page": page, "folder": folder, "firmware": firmware });
        replace(&project.dist().join(list()), list_of_all.to_string().as_bytes())
    }
}

/// Takes the list away, so that the page says that there is no firmware.
///
/// # Errors
///
/// It is there and cannot be removed.
pub fn withdraw(project: &Project) -> Outcome {
    let list = project.dist().join(list());
    match fs::remove_file(&list) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(unusable(&list, &error)),
        _ => Ok(()),
    }
}

/// A JavaScript module and everything that it imports, as they are served: each as `.js`, and packages by their place.
fn modules(folder: &Path, name: &str, to: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Outcome {
    let mut waiting = vec![folder.join(name)];
    let package = folder.join("node_modules").join(EMULATOR).join("dist").join("esm");
    let place = |file: &Path| match file.strip_prefix(&package) {
        Ok(inside) => to.join(EMULATOR).join(inside),
        Err(_) => to.join(file.strip_prefix(folder).unwrap_or(file)).with_extension("js"),
    };
    while let Some(file) = waiting.pop() {
        let place = place(&file);
        if files.contains_key(&place) {
            continue;
        }
        let mut text = String::from_utf8_lossy(&read(&file)?).into_owned();
        for import in imports(&text) {
            let (target, written) = if import == EMULATOR {
                (package.join("index.js"), format!("./{EMULATOR}/index.js"))
            } else if import.starts_with("./") || import.starts_with("../") {
                (tidied(&file.parent().unwrap_or(folder).join(&import)), import.replace(".mjs", ".js"))
            } else {
                return Err(Failure::new(format!("{} imports {import}, which no browser has.", file.display())));
            };
            text = text.replace(&format!("from '{import}'"), &format!("from '{written}'"));
            waiting.push(target);
        }
        // Nobody debugs the emulator in the page: what would be fetched for that is not there.
        let lines = text.lines().filter(|line| !line.starts_with("//# sourceMappingURL="));
        let text = lines.fold(String::new(), |text, line| text + line + "\n");
        files.insert(place, text.into_bytes());
    }
    Ok(())
}

/// What a module imports, by the names it says.
fn imports(text: &str) -> Vec<String> {
    let statements = text.lines().filter(|line| {
        let line = line.trim_start();
        ["import ", "export ", "} from "].iter().any(|begin| line.starts_with(begin))
    });
    let quoted = statements.filter_map(|line| line.split_once(" from '")?.1.split_once('\'').map(|(name, _)| name));
    let mut names: Vec<_> = quoted.map(str::to_owned).collect();
    names.dedup();
    names
}

/// A path without `.` and `..` in it.
fn tidied(path: &Path) -> PathBuf {
    use std::path::Component;

    path.components().fold(PathBuf::new(), |mut tidied, part| {
        match part {
            Component::ParentDir => drop(tidied.pop()),
            Component::CurDir => {}
            other => tidied.push(other),
        }
        tidied
    })
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| unusable(file, &error))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, bytes));
    made.map_err(|error| unusable(file, &error))
}

/// Writes a file that is being served: whoever asks for it gets it as it was, or as it is then.
fn replace(file: &Path, bytes: &[u8]) -> Outcome {
    let draft = file.with_extension("new");
    write(&draft, bytes)?;
    fs::rename(&draft, file).map_err(|error| unusable(file, &error))
}

fn unusable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_that_the_firmware_is_being_built_until_it_is_withdrawn() {
        let root = std::env::temp_dir().join(format!("kerb-and-quay-announced-{}", std::process::id()));
        let project = Project::copied_to(root.clone());
        let twin = Twin { files: BTreeMap::new(), page: "0123".to_owned() };
        twin.announce(&project).expect("it can be written");
        let text = fs::read_to_string(root.join("dist").join("twin").join("twin.json")).expect("it is there");
        assert_eq!(text, r#"{"page":"0123"}"#, "without a folder the page waits");
        withdraw(&project).expect("it can be removed");
        assert_eq!(fs::read_dir(root.join("dist").join("twin")).expect("it is a folder").count(), 0);
        withdraw(&project).expect("there is nothing left to remove");
        fs::remove_dir_all(root).expect("it was made above");
    }

    #[test]
    fn a_module_comes_with_what_it_imports() {
        let folder = std::env::temp_dir().join(format!("kerb-and-quay-twin-{}", std::process::id()));
        let package = folder.join("node_modules").join(EMULATOR).join("dist").join("esm");
        fs::create_dir_all(package.join("clock")).expect("a folder in the temporary folder");
        let lay = |place: PathBuf, text: &str| fs::write(place, text).expect("a file in it");
        lay(folder.join("boards.mjs"), "import { a } from './pico.mjs';\n");
        lay(folder.join("pico.mjs"), "import {\n  B,\n} from 'rp2040js';\nimport { a } from './boards.mjs';\n");
        lay(folder.join("serve.mjs"), "import fs from 'node:fs';\n");
        lay(package.join("index.js"), "export { B } from './clock/clock.js';\n//# sourceMappingURL=index.js.map\n");
        lay(package.join("clock").join("clock.js"), "import { C } from '../index.js';\n");
        let mut files = BTreeMap::new();
        modules(&folder, "boards.mjs", Path::new("chip"), &mut files).expect("all of it is there");
        let names: Vec<_> = files.keys().map(|name| name.to_string_lossy().replace('\\', "/")).collect();
        let expected = ["chip/boards.js", "chip/pico.js", "chip/rp2040js/clock/clock.js", "chip/rp2040js/index.js"];
        assert_eq!(names, expected);
        let text = |name: &str| String::from_utf8_lossy(&files[Path::new(name)]).into_owned();
        assert!(text("chip/pico.js").contains("} from './rp2040js/index.js';"), "{}", text("chip/pico.js"));
        assert!(text("chip/boards.js").contains("from './pico.js'"));
        assert_eq!(text("chip/rp2040js/index.js"), "export { B } from './clock/clock.js';\n");
        assert!(modules(&folder, "serve.mjs", Path::new("chip"), &mut files).is_err(), "no browser has files");
        fs::remove_dir_all(folder).expect("it was made above");
    }
}
