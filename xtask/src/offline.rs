//! What keeps the page for when there is no network: its manifest, its icons, and the service worker with the list of
//! all files.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::firmware;
use crate::page::files;
use crate::project::Project;
use crate::twin;

/// The service worker, beside the page that stands first.
pub const WORKER: &str = "offline.js";
/// Files that are fetched once the page stands, to be kept or shown outside of it.
pub const BESIDE: [&str; 4] = [WORKER, MANIFEST, ICONS, DEMO];

/// What a page says that does not start: fetched only then.
pub const MESSAGES: &str = "boot-messages.js";
/// What the page is called where it is installed.
const MANIFEST: &str = "app.webmanifest";
/// Its pictures there.
const ICONS: &str = "icons";
/// A page with a device in it, as an example for others: no part of what is kept.
const DEMO: &str = "embed";

/// Lays manifest and icons beside the built page, and the worker that has all that lies there. Returns the version of
/// the page: another page is another version, and a page with another firmware is not.
///
/// # Errors
///
/// A file cannot be read or written.
pub fn lay(project: &Project) -> Outcome<String> {
    let (from, dist) = (project.root().join("offline"), project.dist());
    let unusable = |error: std::io::Error| Failure::new(format!("{}: {error}.", dist.display()));
    for file in files(&from)? {
        let name = file.strip_prefix(&from).unwrap_or(&file);
        if name != Path::new("worker.js") {
            copy(&file, &dist.join(name)).map_err(unusable)?;
        }
    }
    let demo = project.root().join(DEMO);
    for file in files(&demo)?.iter().filter(|file| file.extension().is_none_or(|ending| ending != "md")) {
        copy(file, &dist.join(DEMO).join(file.strip_prefix(&demo).unwrap_or(file))).map_err(unusable)?;
    }
    let (version, kept) = kept(&dist)?;
    let worker = filled(&project.text("offline/worker.js")?, &version, &kept);
    fs::write(dist.join(WORKER), worker).map_err(unusable)?;
    Ok(version)
}

/// The version of the page in this folder, and the addresses of the files that are kept from the beginning. The
/// firmware has no part in either: it may come later, or be another one, and the page stays what it is.
fn kept(dist: &Path) -> Outcome<(String, Vec<String>)> {
    let mut kept = Vec::new();
    let mut all = Vec::new();
    for file in files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let is_later = name.starts_with(&later()) && name != twin::script();
        if name == WORKER || is_later {
            continue;
        }
        all.extend(name.as_bytes());
        all.extend(fs::read(&file).map_err(|error| Failure::new(format!("{}: {error}.", file.display())))?);
        if !name.starts_with(&format!("{DEMO}/")) {
            kept.push(address(&name));
        }
    }
    Ok((firmware::sum(&all)[..16].to_owned(), kept))
}

fn copy(file: &Path, place: &Path) -> std::io::Result<()> {
    place.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(file, place).map(drop)
}

/// What is kept only when a person has asked for it, but for the script that begins with it.
fn later() -> String {
    format!("{}/", twin::FOLDER)
}

/// How a browser asks for a file: a page by its folder.
fn address(name: &str) -> String {
    match name.strip_suffix("index.html") {
        Some("") => "./".to_owned(),
        Some(folder) => folder.to_owned(),
        None => name.to_owned(),
    }
}

fn filled(worker: &str, version: &str, kept: &[String]) -> String {
    let words = [
        ("{version}", version),
        ("{files}", &json!(kept).to_string()),
        ("{later}", &later()),
        ("{list}", &twin::list()),
    ];
    words.iter().fold(worker.to_owned(), |worker, (name, word)| worker.replacen(name, word, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_asked_for_by_its_folder() {
        assert_eq!(["index.html", "bus/index.html", "a.js"].map(address), ["./", "bus/", "a.js"]);
    }

    #[test]
    fn the_worker_is_told_which_files_there_are() {
        let project = Project::here().expect("tests run inside the repository");
        let worker = project.text("offline/worker.js").expect("it is part of the repository");
        let worker = filled(&worker, "0123", &["./".to_owned(), "bus/".to_owned()]);
        assert!(worker.contains("const VERSION = '0123';"), "{worker}");
        assert!(worker.contains("const FILES = [\"./\",\"bus/\"];"), "{worker}");
        assert!(worker.contains("const LATER = 'twin/';"), "{worker}");
        assert!(worker.contains("const LIST = 'twin/twin.json';"), "{worker}");
    }

    #[test]
    fn the_firmware_makes_no_new_version_of_the_page() {
        let dist = std::env::temp_dir().join(format!("kerb-and-quay-offline-{}", std::process::id()));
        let lay = |name: &str, text: &str| {
            let place = dist.join(name);
            fs::create_dir_all(place.parent().expect("it is in a folder")).expect("a folder in the temporary folder");
            fs::write(place, text).expect("a file in it");
        };
        lay("index.html", "page");
        lay("twin/worker.js", "script");
        lay("twin/twin.json", "being built");
        let (version, files) = kept(&dist).expect("it can be read");
        assert_eq!(files, ["./", "twin/worker.js"], "the firmware is not kept from the beginning, its script is");
        lay("twin/twin.json", "built");
        lay("twin/0123456789abcdef/pedestal.uf2", "firmware");
        assert_eq!(kept(&dist), Ok((version.clone(), files)));
        lay("twin/worker.js", "another script");
        let (other, _) = kept(&dist).expect("it can be read");
        assert_ne!(other, version, "the script is part of the page");
        lay("index.html", "another page");
        assert_ne!(kept(&dist).expect("it can be read").0, other);
        fs::remove_dir_all(dist).expect("it was made above");
    }

    #[test]
    fn the_manifest_names_icons_that_are_there_in_the_size_that_it_says() {
        let project = Project::here().expect("tests run inside the repository");
        let manifest = project.text("offline/app.webmanifest").expect("it is part of the repository");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("it is JSON");
        let icons = manifest["icons"].as_array().expect("it has icons");
        assert!(icons.len() >= 3);
        for icon in icons {
            let name = icon["src"].as_str().expect("an icon has a place");
            let bytes = fs::read(project.root().join("offline").join(name)).expect("it is there");
            if let Some((width, _)) = icon["sizes"].as_str().and_then(|size| size.split_once('x')) {
                // PNG, clause 11.2.2: the width stands behind the name of the first chunk.
                let told = u32::from_be_bytes(bytes[16..20].try_into().expect("four bytes"));
                assert_eq!(told.to_string(), width, "{name}");
            }
        }
    }
}
