//! The page in modules: what the first card needs, and what is fetched when it is asked for.
//!
//! A function of the page marked `#[wasm_split(name)]` begins a module of its own. `wasm-split-cli` takes these out of
//! what the compiler made, and has to do so before wasm-bindgen writes the JavaScript for what is left. Trunk has no
//! step there (trunk-rs/trunk, issue 1022), but calls the first `wasm-bindgen` on its path. So this very program stands
//! there under that name, and under one more, which `Trunk.toml` has Trunk call when everything else is built:
//!
//! | called | does |
//! | --- | --- |
//! | `wasm-bindgen` | splits the further modules off, and hands the rest on to the real wasm-bindgen |
//! | `further-modules` | puts the modules beside the page, made small for a release |
//!
//! The loader of the modules becomes part of the page's own script. As a file beside it, which wasm-split-cli writes,
//! it would be one more request before the first card, and each of the two would have to know the other's name. So only
//! the modules have names of their own, each with the hash of what is inside: a cache may keep them for good.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Outcome};
use crate::program::{program, run};
use crate::project::Project;
use crate::setup::{Need, Toolbox, children_path};

/// What the compiler has to leave in the Wasm for `wasm-split-cli`.
pub const SPLITTABLE: &str = "-Clink-args=--emit-relocs";

/// Where the steps find the real tools and keep the modules between two of them.
const WASM_BINDGEN: &str = "KERBQUAY_WASM_BINDGEN";
const WASM_SPLIT: &str = "KERBQUAY_WASM_SPLIT";
const WASM_OPT: &str = "KERBQUAY_WASM_OPT";
const MODULES: &str = "KERBQUAY_MODULES";

/// The loader that `wasm-split-cli` writes, and has the page's script import.
const LOADER: &str = "__wasm_split.js";

/// How wasm-bindgen exports the function that starts the page, which Trunk's minifier cannot read, and the same in
/// words that it can.
const AS_DEFAULT: &str = "export { initSync, __wbg_init as default };";
const EXPORT_DEFAULT: &str = "export { initSync };\nexport default __wbg_init;";

/// How the loader fetches a module, and how it instantiates it: both need a host that names the type of a `.wasm` file
/// and a browser that streams.
const FETCHES: &str = "const src = fetch(new URL(";
const STREAMS: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same by the function that fetches the page's program, too (`src/boot/boot.js`), which needs neither.
const COMPILES: &str = "const src = boot.compiled(new URL(";
const INSTANTIATES: &str =
    "src.then(async (module) => ({ module, instance: await WebAssembly.instantiate(module, imports) }))";

/// A step of this program inside Trunk's build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// In place of wasm-bindgen.
    Bindgen,
    /// After everything else.
    Lay,
}

impl Step {
    const ALL: [Self; 2] = [Self::Bindgen, Self::Lay];

    /// The step that is meant by the name this program was called by.
    pub fn called(name: &OsStr) -> Option<Self> {
        let name = Path::new(name).file_stem()?;
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Takes the step with the words it was called with.
    pub fn take(self, words: impl Iterator<Item = OsString>) -> ExitCode {
        let outcome = match self {
            Self::Bindgen => bindgen(words.collect()),
            Self::Lay => lay(),
        };
        outcome.map_or_else(
            |failure| {
                eprintln!("{failure}");
                ExitCode::FAILURE
            },
            |()| ExitCode::SUCCESS,
        )
    }

    fn name(self) -> &'static str {
        match self {
            Self::Bindgen => "wasm-bindgen",
            Self::Lay => "further-modules",
        }
    }
}

/// Puts the steps before all else on the path of `trunk`, which keeps the modules of this build in `kept`.
///
/// # Errors
///
/// This program cannot be copied to where Trunk will find it.
pub fn insert(trunk: &mut Command, project: &Project, toolbox: &Toolbox, kept: &Path) -> Outcome {
    if kept.is_dir() {
        // What an earlier build has left there is of programs that may be no more.
        fs::remove_dir_all(kept).map_err(|error| unusable(kept, &error))?;
    }
    let steps = project.target().join("xtask");
    let uncopied =
        |error: std::io::Error| Failure::new(format!("{}: no copy of this program: {error}.", steps.display()));
    fs::create_dir_all(&steps).map_err(uncopied)?;
    for step in Step::ALL {
        let place = steps.join(format!("{}{}", step.name(), env::consts::EXE_SUFFIX));
        let draft = place.with_extension(std::process::id().to_string());
        // A build that goes on elsewhere keeps the copy it has begun with.
        let copied = env::current_exe().and_then(|own| fs::copy(own, &draft));
        copied.and_then(|_| fs::rename(&draft, place)).map_err(uncopied)?;
    }
    for (variable, need) in
        [(WASM_BINDGEN, Need::WasmBindgen), (WASM_SPLIT, Need::WasmSplit), (WASM_OPT, Need::WasmOpt)]
    {
        trunk.env(variable, toolbox.place(need));
    }
    trunk.env(MODULES, kept).env("PATH", children_path(steps, toolbox));
    Ok(())
}

/// The further modules that a build keeps in `kept`.
///
/// # Errors
///
/// The folder cannot be read.
pub fn kept(kept: &Path) -> Outcome<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for program in entries(kept)? {
        modules.extend(entries(&program)?);
    }
    Ok(modules)
}

/// Does what wasm-bindgen is asked to, with what is left of a program once its further modules are split off. A program
/// that has none only loses what the compiler has left in it for the splitting.
fn bindgen(mut words: Vec<OsString>) -> Outcome {
    let Some(build) = Build::of(&words)? else {
        return pass_on(&words);
    };
    let kept = variable(MODULES)?.join(&build.name);
    if kept.is_dir() {
        fs::remove_dir_all(&kept).map_err(|error| unusable(&kept, &error))?;
    }
    run(program(variable(WASM_SPLIT)?).arg(&build.input).arg(&kept).args(["--out-name", &build.name]))?;

    let (first, loader) = (kept.join(format!("{}.wasm", build.name)), kept.join(LOADER));
    let mut loading = from_bytes(&text(&loader)?)?;
    for module in entries(&kept)? {
        if module != first && module != loader {
            let bytes = fs::read(&module).map_err(|error| unusable(&module, &error))?;
            let (old, new) = (name_of(&module), hashed(&name_of(&module), &bytes));
            loading = renamed(&loading, &old, &new)?;
            fs::rename(&module, kept.join(new)).map_err(|error| unusable(&module, &error))?;
        }
    }
    first.as_os_str().clone_into(&mut words[build.place]);
    let has_modules = loading.contains("export const ");
    if has_modules {
        // What the modules share with the page is exported by the linker.
        words.push("--keep-lld-exports".into());
    }
    pass_on(&words)?;
    if has_modules {
        let script = build.folder.join(format!("{}.js", build.name));
        let whole = with_loader(&text(&script)?, &loading)?;
        fs::write(&script, whole).map_err(|error| unusable(&script, &error))?;
    } else {
        let script = build.folder.join(format!("{}.js", build.name));
        let readable = text(&script)?.replacen(AS_DEFAULT, EXPORT_DEFAULT, 1);
        fs::write(&script, readable).map_err(|error| unusable(&script, &error))?;
    }
    for used_up in [first, loader] {
        fs::remove_file(&used_up).map_err(|error| unusable(&used_up, &error))?;
    }
    Ok(())
}

fn pass_on(words: &[OsString]) -> Outcome {
    run(program(variable(WASM_BINDGEN)?).args(words))
}

/// Puts the modules beside the page.
fn lay() -> Outcome {
    // These two are Trunk's words to its hooks.
    let stage = variable("TRUNK_STAGING_DIR")?;
    let release = variable("TRUNK_PROFILE")? == Path::new("release");
    for module in kept(&variable(MODULES)?)? {
        let place = stage.join(name_of(&module));
        if release {
            run(program(variable(WASM_OPT)?).arg("-Oz").arg(&module).arg("--output").arg(place))?;
        } else {
            fs::copy(&module, place).map_err(|error| unusable(&module, &error))?;
        }
    }
    Ok(())
}

/// What wasm-bindgen is asked to make.
#[derive(Debug, PartialEq, Eq)]
struct Build {
    input: PathBuf,
    /// Where among the words the input stands.
    place: usize,
    folder: PathBuf,
    name: String,
}

impl Build {
    /// The build that these words ask for; none if they ask something else.
    fn of(words: &[OsString]) -> Outcome<Option<Self>> {
        let is_input = |word: &OsString| Path::new(word).extension().is_some_and(|ending| ending == "wasm");
        let Some(place) = words.iter().position(is_input) else {
            return Ok(None);
        };
        let value = |option: &str| words.iter().find_map(|word| word.to_str()?.strip_prefix(option));
        let (Some(folder), Some(name)) = (value("--out-dir="), value("--out-name=")) else {
            return Err(Failure::new("Trunk calls wasm-bindgen in words that xtask/src/modules.rs does not know."));
        };
        Ok(Some(Self { input: PathBuf::from(&words[place]), place, folder: folder.into(), name: name.to_owned() }))
    }
}

/// The name under which a module is fetched: `panels-0123456789abcdef.wasm` of `split_panels.wasm`.
fn hashed(file: &str, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let stem = file.trim_end_matches(".wasm");
    format!("{}-{:016x}.wasm", stem.strip_prefix("split_").unwrap_or(stem), hasher.finish())
}

/// The loader with a module's name replaced.
fn renamed(loader: &str, old: &str, new: &str) -> Outcome<String> {
    let (old, new) = (format!("\"./{old}\""), format!("\"./{new}\""));
    if !loader.contains(&old) {
        return Err(Failure::new(format!("The loader of the modules does not fetch {old}.")));
    }
    Ok(loader.replace(&old, &new))
}

/// The loader with modules that are compiled from bytes where they cannot be compiled while they arrive.
fn from_bytes(loader: &str) -> Outcome<String> {
    let [fetches, streams] = [FETCHES, STREAMS].map(|words| loader.matches(words).count());
    if fetches != streams || loader.matches("instantiateStreaming").count() != streams {
        return Err(Failure::new(
            "The loader of wasm-split-cli fetches modules in a way that xtask/src/modules.rs does not know.",
        ));
    }
    Ok(loader.replace(FETCHES, COMPILES).replace(STREAMS, INSTANTIATES))
}

/// The page's script with the loader in the place of its import.
fn with_loader(script: &str, loader: &str) -> Outcome<String> {
    let strange = |what: &str| Failure::new(format!("{what} in words that xtask/src/modules.rs does not know."));
    let imports = |line: &&str| line.starts_with("import ") && line.contains(&format!("\"./{LOADER}\""));
    let import = script.lines().find(imports).ok_or_else(|| strange("The page's script imports its loader"))?;
    let object = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let object = object.ok_or_else(|| strange("The page's script imports its loader"))?;

    let (mut body, mut exports) = (String::new(), Vec::new());
    for line in loader.lines() {
        // Of the script it is now part of, it needs no import.
        if line.starts_with("import { initSync } from ") {
            continue;
        }
        let plain = line.strip_prefix("export ").unwrap_or(line);
        if plain != line {
            let name = plain.strip_prefix("const ").and_then(|rest| rest.split(' ').next());
            exports.push(name.ok_or_else(|| strange("The loader exports"))?);
        } else if line.starts_with("import ") {
            return Err(strange("The loader imports"));
        }
        body.push_str(plain);
        body.push('\n');
    }
    let exports = exports.join(", ");
    let script = script.replacen(import, "", 1).replacen(AS_DEFAULT, EXPORT_DEFAULT, 1);
    Ok(format!("{script}\nconst {object} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"))
}

/// What is in `folder`, in the order of the names; nothing where there is no folder.
fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut entries: Vec<PathBuf> = entries.map_err(|error| unusable(folder, &error))?;
    entries.sort();
    Ok(entries)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| unusable(file, &error))
}

fn variable(name: &str) -> Outcome<PathBuf> {
    env::var_os(name).map(PathBuf::from).ok_or_else(|| {
        Failure::new(format!("{name} is not set: this is a step of `cargo xtask build`, not a program of its own."))
    })
}

fn unusable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\n
function __wbg_get_imports() {
    return { \"./__wasm_split.js\": import1 };
}
export { initSync, __wbg_init as default };
";
    const LOADER_TEXT: &str = "import { initSync } from \"./kerb-and-quay.js\";

function makeLoad(fetcher) { return initSync; }
export const __wasm_split_load_panels = makeLoad(() => {
    const src = fetch(new URL(\"./split_panels.wasm\", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
});
export const __wasm_split_load_desk = makeLoad(() => async (_imp) => ({}));
";

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn a_step_is_known_by_the_name_it_is_called_by() {
        assert_eq!(Step::called(OsStr::new("target/xtask/wasm-bindgen")), Some(Step::Bindgen));
        assert_eq!(Step::called(OsStr::new("wasm-bindgen.exe")), Some(Step::Bindgen));
        assert_eq!(Step::called(OsStr::new("further-modules")), Some(Step::Lay));
        assert_eq!(Step::called(OsStr::new("target/debug/xtask")), None);
        assert_eq!(Step::called(OsStr::new("")), None);
    }

    #[test]
    fn trunk_calls_the_step_that_lays_the_modules() {
        let trunk = Project::here().and_then(|project| project.text("Trunk.toml")).expect("the page is built by it");
        assert!(trunk.contains(&format!("command = \"{}\"", Step::Lay.name())));
    }

    #[test]
    fn a_build_is_told_from_other_questions() {
        assert_eq!(Build::of(&words(&["--version"])), Ok(None));
        let asked = ["--target=web", "--out-dir=out", "--out-name=page", "a/page.wasm", "--no-typescript"];
        let expected = Build { input: "a/page.wasm".into(), place: 3, folder: "out".into(), name: "page".into() };
        assert_eq!(Build::of(&words(&asked)), Ok(Some(expected)));
        let failure = Build::of(&words(&["--out-dir", "out", "a/page.wasm"])).expect_err("these words are not Trunk's");
        assert!(failure.to_string().contains("does not know"), "{failure}");
    }

    #[test]
    fn a_module_is_named_for_what_it_does_and_what_is_inside() {
        let name = hashed("split_panels.wasm", b"abc");
        let hash = name.strip_prefix("panels-").and_then(|rest| rest.strip_suffix(".wasm")).expect("name and hash");
        assert!(hash.len() == 16 && hash.chars().all(|digit| digit.is_ascii_hexdigit()), "{name}");
        assert_eq!(hashed("split_panels.wasm", b"abc"), name);
        assert_ne!(hashed("split_panels.wasm", b"abd"), name);
        assert!(hashed("chunk_2.wasm", b"").starts_with("chunk_2-"));
    }

    #[test]
    fn a_module_is_fetched_under_its_new_name() {
        let loader = renamed(LOADER_TEXT, "split_panels.wasm", "panels-1a.wasm").expect("it is fetched");
        assert!(loader.contains("fetch(new URL(\"./panels-1a.wasm\", import.meta.url))"), "{loader}");
        assert!(!loader.contains("split_panels.wasm"), "{loader}");
        assert!(renamed(LOADER_TEXT, "panels.wasm", "panels-1a.wasm").is_err(), "nothing fetches it");
    }

    #[test]
    fn a_module_needs_neither_streaming_nor_the_type_of_its_file() {
        let loader = from_bytes(LOADER_TEXT).expect("it is as the tool writes it");
        assert!(
            loader.contains("const src = boot.compiled(new URL(\"./split_panels.wasm\", import.meta.url));"),
            "{loader}"
        );
        assert!(loader.contains("(src.then(async (module) => ({ module, instance: await"), "{loader}");
        assert!(!loader.contains("Streaming") && !loader.contains("fetch(new"), "{loader}");
        assert!(from_bytes("const src = fetch(new URL(\"./a.wasm\"));").is_err(), "nothing instantiates it");
        assert!(from_bytes("WebAssembly.instantiateStreaming(await fetch(\"./a.wasm\"), {})").is_err());
    }

    #[test]
    fn the_loader_becomes_part_of_the_script() {
        let script = with_loader(SCRIPT, LOADER_TEXT).expect("both are as the tools write them");
        assert!(!script.contains("import *") && !script.contains("import {"), "{script}");
        assert!(script.contains("return { \"./__wasm_split.js\": import1 };"), "{script}");
        assert!(script.contains("\nconst __wasm_split_load_panels = makeLoad"), "{script}");
        let end = "\nreturn { __wasm_split_load_panels, __wasm_split_load_desk };\n})();\n";
        assert!(script.contains("\nconst import1 = (() => {\n") && script.ends_with(end), "{script}");
        let exports: Vec<&str> = script.lines().filter(|line| line.starts_with("export ")).collect();
        assert_eq!(exports, ["export { initSync };", "export default __wbg_init;"], "{script}");
    }

    #[test]
    fn tools_that_write_otherwise_are_noticed() {
        assert!(with_loader("export {};\n", LOADER_TEXT).is_err());
        assert!(with_loader("import { a } from \"./__wasm_split.js\";\n", LOADER_TEXT).is_err());
        assert!(with_loader(SCRIPT, "import * as wasm from \"./page.wasm\";\n").is_err());
        assert!(with_loader(SCRIPT, "export default 1;\n").is_err());
    }

    #[test]
    fn modules_are_found_whichever_program_they_are_of() {
        let folder = env::temp_dir().join(format!("kerb-and-quay-modules-{}", std::process::id()));
        assert_eq!(kept(&folder), Ok(Vec::new()));
        let module = folder.join("page").join("panels-1a.wasm");
        fs::create_dir_all(folder.join("page")).expect("a folder in the temporary folder");
        fs::write(&module, "").expect("a file in it");
        assert_eq!(kept(&folder), Ok(vec![module]));
        fs::remove_dir_all(folder).expect("it was made above");
    }
}
