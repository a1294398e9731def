//! What the page needs to run the firmware beside the replica: the emulator, the firmware, and the worker that drives
//! both. They are in a folder of the built page whose name is their hash, and are fetched on demand.
//!
//! The firmware takes longest to build. The page can be served before that: [`Twin::announce`] writes a list that says
//! so, and [`Twin::install`] replaces it by the real one.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::dist::sha256;
use crate::failure::{Failure, Outcome};
use crate::firmware;
use crate::project::Project;
use crate::sites::SITES;
use crate::uf2;

/// The folder beside the page.
pub const FOLDER: &str = "twin";
/// The emulator: the name of its npm package.
const EMULATOR: &str = "rp2040js";
/// The module of the emulated boards in `e2e/chip`; its imports are included.
const BOARDS: &str = "boards.mjs";
/// The worker's program, as Trunk has built it.
const PROGRAM: [&str; 2] = ["twin.js", "twin_bg.wasm"];

/// The script that starts the worker. It is part of the page.
pub fn script() -> String {
    format!("{FOLDER}/worker.js")
}

/// The list of the firmware, with the name of the folder of everything else.
pub fn list() -> String {
    format!("{FOLDER}/twin.json")
}

/// The files of the twin that will be installed with the firmware.
pub struct Twin {
    /// All but the firmware.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// The version of the page that they belong to.
    pub page: String,
}

impl Twin {
    /// Takes the worker's program out of the built page, and adds the script that starts the worker.
    ///
    /// # Errors
    ///
    /// A file is missing.
    pub fn take(project: &Project) -> Outcome<Self> {
        let mut files = BTreeMap::<PathBuf, Vec<u8>>::new();
        for name in PROGRAM {
            let built = project.dist().join(name);
            files.insert(name.into(), read(&built)?);
            fs::remove_file(&built).map_err(|error| Failure::io(&built, &error))?;
        }
        modules(&project.root().join("e2e").join("chip"), BOARDS, Path::new("chip"), &mut files)?;
        write(&project.dist().join(script()), &read(&project.root().join("twin").join("worker.js"))?)?;
        Ok(Self { files, page: String::new() })
    }

    /// Adds a list to the page that says that the firmware is being built.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn announce(&self, project: &Project) -> Outcome {
        replace(&project.dist().join(list()), json!({ "page": self.page }).to_string().as_bytes())
    }

    /// Builds the firmware and adds everything to the page, the list last.
    ///
    /// # Errors
    ///
    /// The firmware cannot be built, or a file cannot be written.
    pub fn install(self, project: &Project) -> Outcome {
        let built = firmware::compile(project)?;
        let version = project.version()?;
        let Self { mut files, page } = self;
        let mut firmware = Vec::new();
        for (site, device) in SITES.iter().flat_map(|site| site.devices.iter().map(move |device| (site, device))) {
            let device = device.name;
            let uf2 = uf2::of_elf(&read(&built.join(device))?)?;
            let sha256 = sha256(&uf2);
            firmware.push(json!({ "name": device, "world": site.name, "version": version, "sha256": sha256 }));
            files.insert(format!("{device}.uf2").into(), uf2);
        }
        let mut all = Vec::new();
        for (name, bytes) in &files {
            all.extend(name.to_string_lossy().as_bytes());
            all.extend(bytes);
        }
        let folder = sha256(&all)[..16].to_owned();
        let home = project.dist().join(FOLDER).join(&folder);
        for (name, bytes) in &files {
            write(&home.join(name), bytes)?;
        }
        let list_of_all = json!({ "page": page, "folder": folder, "firmware": firmware });
        replace(&project.dist().join(list()), list_of_all.to_string().as_bytes())
    }
}

/// Removes the list, so that the page says that there is no firmware.
///
/// # Errors
///
/// It is there and cannot be removed.
pub fn withdraw(project: &Project) -> Outcome {
    let list = project.dist().join(list());
    match fs::remove_file(&list) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::io(&list, &error)),
        _ => Ok(()),
    }
}

/// Adds a JavaScript module and all its imports in the form in which they are served: each as `.js`, and the package
/// in a folder of its name.
fn modules(folder: &Path, name: &str, to: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Outcome {
    let mut waiting = vec![folder.join(name)];
    let package = folder.join("node_modules").join(EMULATOR).join("dist").join("esm");
    let destination = |file: &Path| match file.strip_prefix(&package) {
        Ok(inside) => to.join(EMULATOR).join(inside),
        Err(_) => to.join(file.strip_prefix(folder).unwrap_or(file)).with_extension("js"),
    };
    while let Some(file) = waiting.pop() {
        let served = destination(&file);
        if files.contains_key(&served) {
            continue;
        }
        let mut text = String::from_utf8_lossy(&read(&file)?).into_owned();
        for import in imports(&text) {
            let (target, written) = if import == EMULATOR {
                (package.join("index.js"), format!("./{EMULATOR}/index.js"))
            } else if import.starts_with("./") || import.starts_with("../") {
                (normalized(&file.parent().unwrap_or(folder).join(&import)), import.replace(".mjs", ".js"))
            } else {
                return Err(Failure::new(format!("{} imports {import}, which browsers do not have.", file.display())));
            };
            text = text.replace(&format!("from '{import}'"), &format!("from '{written}'"));
            waiting.push(target);
        }
        // The source maps of the emulator are not served.
        let lines = text.lines().filter(|line| !line.starts_with("//# sourceMappingURL="));
        let text = lines.fold(String::new(), |text, line| text + line + "\n");
        files.insert(served, text.into_bytes());
    }
    Ok(())
}

/// The specifiers of the imports of a module.
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

/// A path without `.` and `..` components.
fn normalized(path: &Path) -> PathBuf {
    use std::path::Component;

    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            other => path.push(other),
        }
        path
    })
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| Failure::io(file, &error))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, bytes));
    made.map_err(|error| Failure::io(file, &error))
}

/// Replaces a file that is being served: each request gets either the old or the new contents.
fn replace(file: &Path, bytes: &[u8]) -> Outcome {
    let draft = file.with_extension("new");
    write(&draft, bytes)?;
    fs::rename(&draft, file).map_err(|error| Failure::io(file, &error))
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
        assert_eq!(text, r#"{"page":"0123"}"#, "the page waits until a folder is named");
        withdraw(&project).expect("it can be removed");
        assert_eq!(fs::read_dir(root.join("dist").join("twin")).expect("it is a folder").count(), 0);
        withdraw(&project).expect("there is nothing left to remove");
        fs::remove_dir_all(root).expect("it was made above");
    }

    #[test]
    fn a_module_is_served_with_its_imports() {
        let folder = std::env::temp_dir().join(format!("kerb-and-quay-twin-{}", std::process::id()));
        let package = folder.join("node_modules").join(EMULATOR).join("dist").join("esm");
        fs::create_dir_all(package.join("clock")).expect("a folder in the temporary folder");
        let write = |file: PathBuf, text: &str| fs::write(file, text).expect("a file in it");
        write(folder.join("boards.mjs"), "import { a } from './pico.mjs';\n");
        write(folder.join("pico.mjs"), "import {\n  B,\n} from 'rp2040js';\nimport { a } from './boards.mjs';\n");
        write(folder.join("serve.mjs"), "import fs from 'node:fs';\n");
        write(package.join("index.js"), "export { B } from './clock/clock.js';\n//# sourceMappingURL=index.js.map\n");
        write(package.join("clock").join("clock.js"), "import { C } from '../index.js';\n");
        let mut files = BTreeMap::new();
        modules(&folder, "boards.mjs", Path::new("chip"), &mut files).expect("all of it is there");
        let names: Vec<_> = files.keys().map(|name| name.to_string_lossy().replace('\\', "/")).collect();
        let expected = ["chip/boards.js", "chip/pico.js", "chip/rp2040js/clock/clock.js", "chip/rp2040js/index.js"];
        assert_eq!(names, expected);
        let text = |name: &str| String::from_utf8_lossy(&files[Path::new(name)]).into_owned();
        assert!(text("chip/pico.js").contains("} from './rp2040js/index.js';"), "{}", text("chip/pico.js"));
        assert!(text("chip/boards.js").contains("from './pico.js'"));
        assert_eq!(text("chip/rp2040js/index.js"), "export { B } from './clock/clock.js';\n");
        assert!(modules(&folder, "serve.mjs", Path::new("chip"), &mut files).is_err(), "browsers have no file system");
        fs::remove_dir_all(folder).expect("it was made above");
    }
}
