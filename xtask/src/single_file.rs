//! Each site as one HTML file that needs neither a server nor a network: for a USB stick.
//!
//! Everything that the page would fetch is part of the file: styles and scripts as text, modules and the programs of
//! workers in base64. Features that browsers do not offer to files are missing: other tabs are not noticed, nothing is
//! installed, and the firmware with its emulator is only on the served page.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::html::{self, Contents, Parts};
use crate::project::Project;
use crate::sites::{SITES, Site};
use crate::texts;

/// The worker that reads and writes feature files: its script and its Wasm.
const PARSER: (&str, &str) = ("parser.js", "parser_bg.wasm");
/// The script by which the page starts that worker.
const PARSER_LOADER: &str = "parser_loader.js";

/// Writes a file for each site, from the built page. Returns their paths.
///
/// # Errors
///
/// The built page has another form than expected, or a file cannot be read or written.
pub fn write(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut written = Vec::new();
    for site in SITES {
        let text = assemble(project, site)?;
        let file = project.dist().join(site.single_file());
        fs::write(&file, text).map_err(|error| Failure::io(&file, &error))?;
        written.push(file);
    }
    Ok(written)
}

/// Whether a file of this name in the built page is a single file: no page loads it.
pub fn is_one(name: &str) -> bool {
    SITES.iter().any(|site| site.single_file() == name)
}

/// The page of a site with everything in it.
fn assemble(project: &Project, site: &Site) -> Outcome<String> {
    let dist = project.dist();
    let home = dist.join(site.folder);
    let page = read(&home.join("index.html"))?;
    let contents = Contents::of(&page)?;
    let program = contents.program.as_deref().map(file_name).ok_or_else(|| unexpected("the body names no program"))?;
    let module = contents.module.as_deref().map(file_name).ok_or_else(|| unexpected("no module is preloaded"))?;
    let boot = contents.boot_script().ok_or_else(|| unexpected("there is no boot script"))?;
    let (body, default) = without_exports(&read(&home.join(module))?)?;
    let mut modules = Map::new();
    for file in dist::files(&home)?.iter().filter(|file| file.parent() == Some(&home) && has_extension(file, "wasm")) {
        let name = dist::relative(file, &home);
        if body.contains(&name) || name == program {
            modules.insert(name, base64(file)?);
        }
    }
    let mut languages = Map::new();
    for file in dist::files(&home)?.iter().filter(|file| file.parent() == Some(&home)) {
        if let Some(name) = texts::requested_name(&dist::relative(file, &home)) {
            languages.insert(name, json!(read(file)?));
        }
    }
    let parser = read(&dist.join(PARSER.0))?;
    let (up, top) = if site.folder.is_empty() { ("./", "") } else { ("../", "../") };
    let beside = SITES.iter().filter(|other| *other != site).map(|other| {
        let folder = if other.folder.is_empty() { String::new() } else { format!("{}/", other.folder) };
        (format!("{top}{folder}"), json!(other.single_file()))
    });
    let data = json!({
        "modules": modules,
        "reader": [parser, base64(&dist.join(PARSER.1))?],
        "readerAt": format!("{up}{PARSER_LOADER}"),
        "beside": beside.collect::<Map<_, _>>(),
        "program": program,
        "texts": languages,
    });
    let begin = include_str!("single_file/begin.js");
    let module = format!("{begin}\n{body}\nawait {default}({{ module_or_path: await window.program }});\n");
    let icon = BASE64_STANDARD.encode(read(&dist.join("icons").join("icon.svg"))?);
    let parts = Parts {
        icon: &format!("data:image/svg+xml;base64,{icon}"),
        styles: &with_fonts(&contents.styles, &home)?,
        boot,
        data: &data.to_string().replace("</", "<\\/"),
        module: &module.replace("</script", "<\\/script"),
    };
    html::single_file(&page, &parts)
}

fn file_name(address: &str) -> &str {
    address.trim_start_matches("./")
}

/// Styles with the fonts that they name in base64.
fn with_fonts(styles: &str, home: &Path) -> Outcome<String> {
    let mut text = String::new();
    let mut rest = styles;
    while let Some((before, after)) = rest.split_once("url(") {
        let (address, after) =
            after.split_once(')').ok_or_else(|| unexpected("a `url(` in the styles does not end"))?;
        let file = home.join(address.trim_matches(['"', '\'', '`']));
        text.push_str(before);
        if has_extension(&file, "woff2") {
            let bytes = fs::read(&file).map_err(|error| Failure::io(&file, &error))?;
            text = format!("{text}url(data:font/woff2;base64,{})", BASE64_STANDARD.encode(bytes));
        } else {
            text = format!("{text}url({address})");
        }
        rest = after;
    }
    Ok(text + rest)
}

/// The module without its exports, and the name of its default export.
fn without_exports(script: &str) -> Outcome<(String, String)> {
    let none = || unexpected("the module has no default export");
    let (before, after) = script.split_once("export default ").ok_or_else(none)?;
    let (default, after) = after.split_once(';').ok_or_else(none)?;
    let (after, exports) = after.rsplit_once("export{").or_else(|| after.rsplit_once("export {")).ok_or_else(none)?;
    let (_, end) = exports.split_once('}').ok_or_else(none)?;
    Ok((format!("{before}{after}{end}"), default.trim().to_owned()))
}

fn has_extension(file: impl AsRef<Path>, extension: &str) -> bool {
    file.as_ref().extension().is_some_and(|own| own == extension)
}

fn base64(file: &Path) -> Outcome<Value> {
    let bytes = fs::read(file).map_err(|error| Failure::io(file, &error))?;
    Ok(json!(BASE64_STANDARD.encode(bytes)))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| Failure::io(file, &error))
}

fn unexpected(what: &str) -> Failure {
    Failure::new(format!("The built page has another form than xtask/src/single_file.rs expects: {what}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_file_is_known_by_its_name() {
        assert!(SITES.iter().all(|site| is_one(&site.single_file())));
        assert!(!is_one("index.html"));
    }

    #[test]
    fn a_module_loses_its_exports() {
        let script = "let a=1;export default W;const X=2;export{a as b,V as initSync}";
        assert_eq!(without_exports(script), Ok(("let a=1;const X=2;".to_owned(), "W".to_owned())));
        assert!(without_exports("let a=1;").is_err());
    }
}
