//! Offline use of the page: its manifest, its icons, and the service worker with the list of all files.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::dist::{files, relative, sha256};
use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::twin;

/// The folder of the files that are served as they are. Only the service worker is filled in.
const STATIC: &str = "static";
/// The service worker, at the top of the built page.
pub const WORKER: &str = "offline.js";
/// Files and folders that no page loads before its device can be used.
pub const NOT_LOADED_FIRST: [&str; 4] = [WORKER, MANIFEST, ICONS, DEMO];

/// The messages of a page that does not start: fetched only then.
pub const MESSAGES: &str = "boot-messages.js";
/// The manifest of the installed page.
const MANIFEST: &str = "app.webmanifest";
/// Its icons.
const ICONS: &str = "icons";
/// A page with an embedded device, as an example: not available offline.
const DEMO: &str = "embed";

/// Adds manifest, icons, demo and service worker to the built page. Returns the version of the page, which is a hash of
/// its files without the firmware.
///
/// # Errors
///
/// A file cannot be read or written.
pub fn install(project: &Project) -> Outcome<String> {
    let (from, dist) = (project.root().join(STATIC), project.dist());
    let unusable = |error: std::io::Error| Failure::io(&dist, &error);
    for file in files(&from)? {
        let name = file.strip_prefix(&from).unwrap_or(&file);
        if name != Path::new(WORKER) {
            copy(&file, &dist.join(name)).map_err(unusable)?;
        }
    }
    let demo = project.root().join(DEMO);
    for file in files(&demo)?.iter().filter(|file| file.extension().is_none_or(|ending| ending != "md")) {
        copy(file, &dist.join(DEMO).join(file.strip_prefix(&demo).unwrap_or(file))).map_err(unusable)?;
    }
    let (version, cached) = cached(&dist)?;
    let worker = filled(&project.text(&source(WORKER))?, &version, &cached);
    fs::write(dist.join(WORKER), worker).map_err(unusable)?;
    Ok(version)
}

/// The version of the page in this folder, and the addresses of the files that the service worker caches when it is
/// installed. The firmware is part of neither: it may be added or replaced later without a new version of the page.
fn cached(dist: &Path) -> Outcome<(String, Vec<String>)> {
    let mut cached = Vec::new();
    let mut all = Vec::new();
    for file in files(dist)? {
        let name = relative(&file, dist);
        let is_on_demand = name.starts_with(&on_demand()) && name != twin::script();
        if name == WORKER || is_on_demand {
            continue;
        }
        all.extend(name.as_bytes());
        all.extend(fs::read(&file).map_err(|error| Failure::io(&file, &error))?);
        if !name.starts_with(&format!("{DEMO}/")) {
            cached.push(address(&name));
        }
    }
    Ok((sha256(&all)[..16].to_owned(), cached))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to).map(drop)
}

/// The folder whose files are cached when they are first fetched, except for the script of its worker.
fn on_demand() -> String {
    format!("{}/", twin::FOLDER)
}

/// The path of a static file in the repository.
fn source(name: &str) -> String {
    format!("{STATIC}/{name}")
}

/// The address of a file: that of a page is its folder.
fn address(name: &str) -> String {
    match name.strip_suffix("index.html") {
        Some("") => "./".to_owned(),
        Some(folder) => folder.to_owned(),
        None => name.to_owned(),
    }
}

fn filled(worker: &str, version: &str, cached: &[String]) -> String {
    let values = [
        ("{version}", version),
        ("['{files}']", &json!(cached).to_string()),
        ("{on_demand}", &on_demand()),
        ("{list}", &twin::list()),
    ];
    values.iter().fold(worker.to_owned(), |worker, (name, value)| worker.replacen(name, value, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_is_its_folder() {
        assert_eq!(["index.html", "bus/index.html", "a.js"].map(address), ["./", "bus/", "a.js"]);
    }

    #[test]
    fn the_service_worker_gets_the_list_of_files() {
        let project = Project::here().expect("tests run inside the repository");
        let worker = project.text(&source(WORKER)).expect("it is part of the repository");
        let worker = filled(&worker, "0123", &["./".to_owned(), "bus/".to_owned()]);
        assert!(worker.contains("const VERSION = '0123';"), "{worker}");
        assert!(worker.contains("const FILES = [\"./\",\"bus/\"];"), "{worker}");
        assert!(worker.contains("const ON_DEMAND = 'twin/';"), "{worker}");
        assert!(worker.contains("const LIST = 'twin/twin.json';"), "{worker}");
    }

    #[test]
    fn the_firmware_is_not_part_of_the_version() {
        let dist = std::env::temp_dir().join(format!("kerb-and-quay-offline-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let file = dist.join(name);
            fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a folder in the temporary folder");
            fs::write(file, text).expect("a file in it");
        };
        write("index.html", "page");
        write("twin/worker.js", "script");
        write("twin/twin.json", "being built");
        let (version, files) = cached(&dist).expect("it can be read");
        assert_eq!(files, ["./", "twin/worker.js"], "the script is cached at installation, the firmware is not");
        write("twin/twin.json", "built");
        write("twin/0123456789abcdef/pedestal.uf2", "firmware");
        assert_eq!(cached(&dist), Ok((version.clone(), files)));
        write("twin/worker.js", "another script");
        let (other, _) = cached(&dist).expect("it can be read");
        assert_ne!(other, version, "the script is part of the page");
        write("index.html", "another page");
        assert_ne!(cached(&dist).expect("it can be read").0, other);
        fs::remove_dir_all(dist).expect("it was made above");
    }

    #[test]
    fn the_icons_of_the_manifest_have_the_size_that_it_names() {
        let project = Project::here().expect("tests run inside the repository");
        let manifest = project.text(&source(MANIFEST)).expect("it is part of the repository");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("it is JSON");
        let icons = manifest["icons"].as_array().expect("it has icons");
        assert!(icons.len() >= 3);
        for icon in icons {
            let name = icon["src"].as_str().expect("an icon has a source");
            let bytes = fs::read(project.root().join(STATIC).join(name)).expect("it is there");
            if let Some((width, _)) = icon["sizes"].as_str().and_then(|size| size.split_once('x')) {
                // PNG, clause 11.2.2: the width follows the name of the first chunk.
                let actual = u32::from_be_bytes(bytes[16..20].try_into().expect("four bytes"));
                assert_eq!(actual.to_string(), width, "{name}");
            }
        }
    }
}
