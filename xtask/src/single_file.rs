//! Each page as one file that needs nothing beside it, neither a server nor a network: for a USB stick.
//!
//! What the page would fetch stands in it as text: styles and scripts as they are, modules and programs of workers in
//! base64. What a browser does not do from a file is left out: another tab is not noticed, nothing is installed, and
//! the firmware with its emulator stays on the served page.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

use crate::failure::{Failure, Outcome};
use crate::page::{self, FURTHER_PLACES};
use crate::policy;
use crate::project::Project;

/// The programs of the worker that reads and tells features: its script, and its Wasm.
const READER: (&str, &str) = ("parser.js", "parser_bg.wasm");
/// What marks the script that shows the start (`src/boot/boot.js`).
const BOOT: &str = "window.boot=";
/// What the page asks for to have that worker.
const READERS_LOADER: &str = "parser_loader.js";

/// Writes a file for each place, from the page that was built, and says where they are.
///
/// # Errors
///
/// The built page is not as it is expected, or a file cannot be read or written.
pub fn write(project: &Project) -> Outcome<Vec<PathBuf>> {
    let places = [("", "quay")].into_iter().chain(FURTHER_PLACES.map(|place| (place, place)));
    let mut written = Vec::new();
    for (folder, place) in places {
        let text = whole(project, folder)?;
        let file = project.dist().join(file_of(place));
        fs::write(&file, text).map_err(|error| unusable(&file, &error))?;
        written.push(file);
    }
    Ok(written)
}

/// What the file of a place is called.
pub fn file_of(place: &str) -> String {
    format!("kerb-and-quay-{place}.html")
}

/// Whether a file of this name in the folder of the page is such a one, which no page loads.
pub fn is_one(name: &str) -> bool {
    name.strip_prefix("kerb-and-quay-").is_some_and(|name| ends_in(name, "html"))
}

/// The page in this folder, with everything in it.
fn whole(project: &Project, folder: &str) -> Outcome<String> {
    let (dist, up) = (project.dist(), if folder.is_empty() { "./" } else { "../" });
    let home = dist.join(folder);
    let built = read(&home.join("index.html"))?;
    let mut page = String::new();
    let mut styles = Vec::new();
    let (mut script, mut boot) = (None, None);
    // The page without what it loads, and what that is.
    let mut rest = built.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        page.push_str(before);
        let (name, after) = tag.split_once('>').ok_or_else(|| strange("tags that end"))?;
        let (kept, after) = match name.split([' ', '>']).next().unwrap_or_default() {
            "link" => (false, after),
            "script" => {
                let (text, after) = after.split_once("</script>").ok_or_else(|| strange("scripts that end"))?;
                if name.contains("module") {
                    script = Some(entry(text)?);
                } else if text.contains(BOOT) {
                    boot = Some(text.to_owned());
                } else if policy::LOOKS == format!("<{name}>") {
                    styles.push(with_fonts(text, &home)?);
                }
                (false, after)
            }
            "meta" => (!name.contains("Content-Security-Policy"), after),
            _ => (true, after),
        };
        if kept {
            page.push('<');
            page.push_str(name);
            page.push('>');
        }
        rest = after;
    }
    page.push_str(rest);

    let (file, wasm) = script.ok_or_else(|| strange("a script that begins it"))?;
    let boot = boot.ok_or_else(|| strange("a script that shows the start"))?;
    let page = page.replacen(&format!("data-program=\"./{wasm}\" "), "", 1);
    let (body, default) = inlined(&read(&home.join(&file))?)?;
    let mut held = Map::new();
    for module in page::files(&home)?.iter().filter(|file| file.parent() == Some(&home) && ends_in(file, "wasm")) {
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if body.contains(&name) || name == wasm {
            held.insert(name, base64(module)?);
        }
    }
    let reader = [read(&dist.join(READER.0))?, include_str!("single_file/reader.js").to_owned()].concat();
    let mut beside = Map::new();
    for (place, name) in [("", "quay")].into_iter().chain(FURTHER_PLACES.map(|place| (place, place))) {
        let seen = if place.is_empty() { "../".to_owned() } else { format!("{place}/") };
        beside.insert(seen, json!(file_of(name)));
    }
    let held = json!({ "modules": held, "reader": [reader, base64(&dist.join(READER.1))?],
        "readerAt": format!("{up}{READERS_LOADER}"), "beside": beside, "program": wasm });
    let data = held.to_string().replace("</", "<\\/");
    let begin = include_str!("single_file/begin.js");
    let script = format!("{begin}\n{body}\nawait {default}({{ module_or_path: await programOfPage() }});\n");
    let script = script.replace("</script", "<\\/script");
    let style = styles.join("\n");
    let icon = BASE64_STANDARD.encode(read(&dist.join("icons").join("icon.svg"))?);
    // Such a file is slow to read: what shows that it loads stands before the static message.
    let (before, after) = at_message(&page).ok_or_else(|| strange("a static message"))?;
    let page = format!("{before}<script>{boot}</script>{after}");
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; font-src data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        policy::hash(&script),
        policy::hash(&boot),
        policy::hash(&style)
    );
    let page = policy::with(&page, &policy)?;
    let (top, rest) = page.split_once("</head>").ok_or_else(|| strange("an end of its head"))?;
    Ok(format!(
        "{top}<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\"><style>{style}</style></head>{rest}\
         <script type=\"application/json\" id=\"held\">{data}</script><script type=\"module\">{script}</script>"
    ))
}

/// The page up to the static message that it has not started, and from there.
fn at_message(page: &str) -> Option<(&str, &str)> {
    let id = page.find("id=not-started").or_else(|| page.find("id=\"not-started\""))?;
    Some(page.split_at(page[..id].rfind('<')?))
}

/// A style with the fonts in it that it names.
fn with_fonts(style: &str, home: &Path) -> Outcome<String> {
    let mut whole = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("url(") {
        let (address, after) = after.split_once(')').ok_or_else(|| strange("addresses that end"))?;
        let file = address.trim_matches(['"', '\'', '`']);
        whole.push_str(before);
        if ends_in(file, "woff2") {
            let bytes = fs::read(home.join(file)).map_err(|error| unusable(&home.join(file), &error))?;
            whole = format!("{whole}url(data:font/woff2;base64,{})", BASE64_STANDARD.encode(bytes));
        } else {
            whole = format!("{whole}url({address})");
        }
        rest = after;
    }
    Ok(whole + rest)
}

/// The script and the Wasm that the page begins with.
fn entry(text: &str) -> Outcome<(String, String)> {
    let named = |from: &str, end: &str| {
        let after = text.split_once(from)?.1;
        let name = after.split(['\'', '"', '`']).find(|part| part.ends_with(end))?;
        Some(name.trim_start_matches("./").to_owned())
    };
    named("import", ".js").zip(named("module_or_path", ".wasm")).ok_or_else(|| strange("a script that begins it"))
}

/// The page's script without what it exports, and by which name it begins.
fn inlined(script: &str) -> Outcome<(String, String)> {
    let none = || strange("a script with one default export");
    let (before, after) = script.split_once("export default ").ok_or_else(none)?;
    let (default, after) = after.split_once(';').ok_or_else(none)?;
    let (after, exports) = after.rsplit_once("export{").or_else(|| after.rsplit_once("export {")).ok_or_else(none)?;
    let (_, end) = exports.split_once('}').ok_or_else(none)?;
    Ok((format!("{before}{after}{end}"), default.trim().to_owned()))
}

fn ends_in(file: impl AsRef<Path>, ending: &str) -> bool {
    file.as_ref().extension().is_some_and(|own| own == ending)
}

fn base64(file: &Path) -> Outcome<Value> {
    let bytes = fs::read(file).map_err(|error| unusable(file, &error))?;
    Ok(json!(BASE64_STANDARD.encode(bytes)))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| unusable(file, &error))
}

fn strange(what: &str) -> Failure {
    Failure::new(format!("The built page has not what xtask/src/single_file.rs expects of it: {what}."))
}

fn unusable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_names_its_script_and_its_program() {
        let text = "import init, * as bindings from './quay-1a.js';\nconst wasm = await init({ module_or_path: \
                    './quay-1a_bg.wasm' });";
        assert_eq!(entry(text), Ok(("quay-1a.js".to_owned(), "quay-1a_bg.wasm".to_owned())));
        assert!(entry("import './a.css'").is_err());
        assert!(is_one(&file_of("quay")) && !is_one("index.html"));
    }

    #[test]
    fn a_script_within_the_page_exports_nothing() {
        let script = "let a=1;export default W;const X=2;export{a as b,V as initSync}";
        assert_eq!(inlined(script), Ok(("let a=1;const X=2;".to_owned(), "W".to_owned())));
        assert!(inlined("let a=1;").is_err());
    }
}
