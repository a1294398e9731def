//! The lazy modules of the page: parts of its program that are fetched on demand.
//!
//! A function marked `#[wasm_split(name)]` is the entry point of a lazy module. `wasm-split-cli` splits these modules
//! off the compiler's output, and has to do so before wasm-bindgen generates the JavaScript for the rest. Trunk has no
//! hook at that point (trunk-rs/trunk, issue 1022), but runs the first `wasm-bindgen` in its `PATH`. So xtask puts
//! copies of itself there, under that name and under the names of the hooks in `Trunk.toml`:
//!
//! | called as | does |
//! | --- | --- |
//! | `wasm-bindgen` | splits the lazy modules off, and runs the real wasm-bindgen on the rest |
//! | `lazy-modules` | installs the modules beside the page, optimised in a release |
//! | `site-page` | writes the page of a site from its template, for `cargo xtask dev` when the template has changed |
//!
//! The loader of the modules becomes part of the page's own script: a separate file, as wasm-split-cli writes it, would
//! be one more request before the first card. Only the modules are files. Each has a hash of its contents in its name,
//! so that it can be cached for ever.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Outcome};
use crate::import_names;
use crate::program::{program, run};
use crate::project::Project;
use crate::setup::{Need, Toolbox, trunk_path};
use crate::site_page;
use crate::texts;

/// Has the linker retain the relocations that `wasm-split-cli` reads.
pub const SPLITTABLE: &str = "-Clink-args=--emit-relocs";

/// The paths of the real tools and of the folder for the modules.
const WASM_BINDGEN: &str = "KERBQUAY_WASM_BINDGEN";
const WASM_SPLIT: &str = "KERBQUAY_WASM_SPLIT";
const WASM_OPT: &str = "KERBQUAY_WASM_OPT";
const MODULES: &str = "KERBQUAY_MODULES";

/// The options of wasm-opt, beside `-Oz`, for every module of a release; `index.html` has the same. No object lies in
/// the first 1,024 bytes of the memory: Rust's linker puts the end of the stack there, and a stack that reaches it has
/// overflowed. Inlining functions of up to 100 instructions that have one caller makes the compressed module smaller.
const OPTIMISER_OPTIONS: &str = "--low-memory-unused --strip-producers --strip-target-features -ocimfs=100";

/// The loader that `wasm-split-cli` writes and that the page's script imports.
const LOADER: &str = "__wasm_split.js";

/// The exports of wasm-bindgen's script, which Trunk's minifier cannot parse, and an equivalent that it can.
const AS_DEFAULT: &str = "export { initSync, __wbg_init as default };";
const EXPORT_DEFAULT: &str = "export { initSync };\nexport default __wbg_init;";

/// How the loader fetches and instantiates a module: with streaming compilation, which needs a host that sends the
/// content type of a `.wasm` file.
const FETCHES: &str = "const src = fetch(new URL(";
const STREAMS: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same with the function of `src/boot/boot.js` that fetches the page's program, which does not need either.
const COMPILES: &str = "const src = boot.loaded(new URL(";
const INSTANTIATES: &str =
    "src.then(async (module) => ({ module, instance: await WebAssembly.instantiate(module, imports) }))";

/// A step of xtask inside Trunk's build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrunkStep {
    /// Instead of wasm-bindgen.
    Bindgen,
    /// After everything else.
    Install,
    /// Before everything else.
    Page,
}

impl TrunkStep {
    const ALL: [Self; 3] = [Self::Bindgen, Self::Install, Self::Page];

    /// The step for the name by which this program was called.
    pub fn of_name(name: &OsStr) -> Option<Self> {
        let name = Path::new(name).file_stem()?;
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Runs the step with these arguments.
    pub fn run(self, arguments: impl Iterator<Item = OsString>) -> ExitCode {
        let outcome = match self {
            Self::Bindgen => bindgen(arguments.collect()),
            Self::Install => install_modules(),
            Self::Page => site_page::refresh(&PathBuf::from(env::var_os("TRUNK_HTML_FILE").unwrap_or_default())),
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
            Self::Install => "lazy-modules",
            Self::Page => "site-page",
        }
    }
}

/// Puts the steps first in the `PATH` of `trunk`. The modules of the build are stored in `modules`.
///
/// # Errors
///
/// This program cannot be copied.
pub fn install(trunk: &mut Command, project: &Project, toolbox: &Toolbox, modules: &Path) -> Outcome {
    if modules.is_dir() {
        // An earlier build may have had other modules.
        fs::remove_dir_all(modules).map_err(|error| Failure::io(modules, &error))?;
    }
    let steps = project.target().join("xtask");
    let not_copied = |error: std::io::Error| Failure::io(&steps, &error);
    fs::create_dir_all(&steps).map_err(not_copied)?;
    for step in TrunkStep::ALL {
        let file = steps.join(format!("{}{}", step.name(), env::consts::EXE_SUFFIX));
        let draft = file.with_extension(std::process::id().to_string());
        // A build that runs at the same time goes on with the copy it has started.
        let copied = env::current_exe().and_then(|own| fs::copy(own, &draft));
        copied.and_then(|_| fs::rename(&draft, file)).map_err(not_copied)?;
    }
    for (variable, need) in
        [(WASM_BINDGEN, Need::WasmBindgen), (WASM_SPLIT, Need::WasmSplit), (WASM_OPT, Need::WasmOpt)]
    {
        trunk.env(variable, toolbox.path(need));
    }
    trunk.env(MODULES, modules).env("PATH", trunk_path(steps, toolbox));
    Ok(())
}

/// The modules that a build has stored in `folder`.
///
/// # Errors
///
/// The folder cannot be read.
pub fn stored(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for program in entries(folder)? {
        modules.extend(entries(&program)?);
    }
    Ok(modules)
}

/// Runs wasm-bindgen on the part of a program that remains when its lazy modules are split off. A program without lazy
/// modules only loses its relocations.
fn bindgen(mut arguments: Vec<OsString>) -> Outcome {
    let Some(build) = Bindgen::of(&arguments)? else {
        return real_bindgen(&arguments);
    };
    let modules = variable(MODULES)?.join(&build.name);
    if modules.is_dir() {
        fs::remove_dir_all(&modules).map_err(|error| Failure::io(&modules, &error))?;
    }
    run(program(variable(WASM_SPLIT)?).arg(&build.input).arg(&modules).args(["--out-name", &build.name]))?;

    let (first, loader) = (modules.join(format!("{}.wasm", build.name)), modules.join(LOADER));
    let mut loading = without_streaming(&text(&loader)?)?;
    for module in entries(&modules)? {
        if module != first && module != loader {
            let bytes = fs::read(&module).map_err(|error| Failure::io(&module, &error))?;
            let (old, new) = (name_of(&module), hashed(&name_of(&module), &bytes));
            loading = renamed(&loading, &old, &new)?;
            fs::rename(&module, modules.join(new)).map_err(|error| Failure::io(&module, &error))?;
        }
    }
    first.as_os_str().clone_into(&mut arguments[build.index]);
    let has_modules = loading.contains("export const ");
    if has_modules {
        // The modules use these exports of the page's program.
        arguments.push("--keep-lld-exports".into());
    }
    real_bindgen(&arguments)?;
    let file = build.folder.join(format!("{}.js", build.name));
    let module = build.folder.join(format!("{}_bg.wasm", build.name));
    let bytes = fs::read(&module).map_err(|error| Failure::io(&module, &error))?;
    let (bytes, script) = import_names::shortened(&bytes, &text(&file)?)?;
    fs::write(&module, bytes).map_err(|error| Failure::io(&module, &error))?;
    let script =
        if has_modules { with_loader(&script, &loading)? } else { script.replacen(AS_DEFAULT, EXPORT_DEFAULT, 1) };
    fs::write(&file, script).map_err(|error| Failure::io(&file, &error))?;
    for temporary in [first, loader] {
        fs::remove_file(&temporary).map_err(|error| Failure::io(&temporary, &error))?;
    }
    Ok(())
}

fn real_bindgen(arguments: &[OsString]) -> Outcome {
    run(program(variable(WASM_BINDGEN)?).args(arguments))
}

/// Installs the modules beside the page.
fn install_modules() -> Outcome {
    // Trunk sets these two for its hooks.
    let staging = variable("TRUNK_STAGING_DIR")?;
    let is_release = variable("TRUNK_PROFILE")? == Path::new("release");
    for module in stored(&variable(MODULES)?)? {
        let installed = staging.join(name_of(&module));
        if is_release {
            let mut optimiser = program(variable(WASM_OPT)?);
            optimiser.arg("-Oz").args(OPTIMISER_OPTIONS.split(' ')).arg(&module).arg("--output").arg(installed);
            run(&mut optimiser)?;
        } else {
            fs::copy(&module, installed).map_err(|error| Failure::io(&module, &error))?;
        }
    }
    let project = Project::here()?;
    let redirect = site_page::is_first(&project, &variable("TRUNK_HTML_FILE")?).then(site_page::redirect);
    texts::install(&project, &staging, redirect.as_deref())
}

/// A call of wasm-bindgen that generates bindings.
#[derive(Debug, PartialEq, Eq)]
struct Bindgen {
    input: PathBuf,
    /// The index of the input among the arguments.
    index: usize,
    folder: PathBuf,
    name: String,
}

impl Bindgen {
    /// The call with these arguments; `None` if they do not name a Wasm file.
    fn of(arguments: &[OsString]) -> Outcome<Option<Self>> {
        let is_input = |argument: &OsString| Path::new(argument).extension().is_some_and(|ending| ending == "wasm");
        let Some(index) = arguments.iter().position(is_input) else {
            return Ok(None);
        };
        let value = |option: &str| arguments.iter().find_map(|argument| argument.to_str()?.strip_prefix(option));
        let (Some(folder), Some(name)) = (value("--out-dir="), value("--out-name=")) else {
            let arguments = arguments.iter().map(|argument| argument.to_string_lossy()).collect::<Vec<_>>().join(" ");
            return Err(unexpected(&format!("Trunk called wasm-bindgen with unexpected arguments: {arguments}")));
        };
        let input = PathBuf::from(&arguments[index]);
        Ok(Some(Self { input, index, folder: folder.into(), name: name.to_owned() }))
    }
}

/// The file name of a module with the hash of its contents: `panels-0123456789abcdef.wasm` for `split_panels.wasm`.
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
        return Err(unexpected(&format!("The loader of wasm-split-cli does not fetch {old}")));
    }
    Ok(loader.replace(&old, &new))
}

/// The loader without streaming compilation of its own.
fn without_streaming(loader: &str) -> Outcome<String> {
    let [fetches, streams] = [FETCHES, STREAMS].map(|words| loader.matches(words).count());
    if fetches != streams || loader.matches("instantiateStreaming").count() != streams {
        return Err(unexpected("The loader of wasm-split-cli fetches modules in an unexpected way"));
    }
    Ok(loader.replace(FETCHES, COMPILES).replace(STREAMS, INSTANTIATES))
}

/// The page's script with the loader instead of its import.
fn with_loader(script: &str, loader: &str) -> Outcome<String> {
    let strange = |what: &str| unexpected(&format!("{what} in an unexpected way"));
    let imports = |line: &&str| line.starts_with("import ") && line.contains(&format!("\"./{LOADER}\""));
    let import = script.lines().find(imports).ok_or_else(|| strange("The page's script imports its loader"))?;
    let object = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let object = object.ok_or_else(|| strange("The page's script imports its loader"))?;

    let (mut body, mut exports) = (String::new(), Vec::new());
    for line in loader.lines() {
        // The loader becomes part of the script that it imports.
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

/// The entries of `folder`, sorted by name; none if there is no folder.
fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut entries: Vec<PathBuf> = entries.map_err(|error| Failure::io(folder, &error))?;
    entries.sort();
    Ok(entries)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| Failure::io(file, &error))
}

fn variable(name: &str) -> Outcome<PathBuf> {
    env::var_os(name)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new(format!("{name} is not set: only `cargo xtask build` runs this step.")))
}

fn unexpected(what: &str) -> Failure {
    Failure::new(format!("{what}. Adapt xtask/src/lazy_modules.rs to the version of the tool."))
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

    fn arguments(arguments: &[&str]) -> Vec<OsString> {
        arguments.iter().map(OsString::from).collect()
    }

    #[test]
    fn trunk_optimises_the_program_with_the_options_of_the_lazy_modules() {
        let root = Project::here().expect("tests run inside the repository").root().to_owned();
        for page in ["index.html", "src/bin/counter.html"] {
            let html = fs::read_to_string(root.join(page)).expect("it is there");
            let programs = html.matches("data-bin=").count();
            let options = format!("data-wasm-opt=\"z\" data-wasm-opt-params=\"{OPTIMISER_OPTIONS}\"");
            assert_eq!(html.matches(&options).count(), programs, "{page}");
        }
    }

    #[test]
    fn a_step_is_chosen_by_the_name_of_the_program() {
        assert_eq!(TrunkStep::of_name(OsStr::new("target/xtask/wasm-bindgen")), Some(TrunkStep::Bindgen));
        assert_eq!(TrunkStep::of_name(OsStr::new("wasm-bindgen.exe")), Some(TrunkStep::Bindgen));
        assert_eq!(TrunkStep::of_name(OsStr::new("lazy-modules")), Some(TrunkStep::Install));
        assert_eq!(TrunkStep::of_name(OsStr::new("target/debug/xtask")), None);
        assert_eq!(TrunkStep::of_name(OsStr::new("")), None);
    }

    #[test]
    fn trunk_runs_the_step_that_installs_the_modules() {
        let trunk = Project::here().and_then(|project| project.text("Trunk.toml")).expect("the page is built by it");
        assert!(trunk.contains(&format!("command = \"{}\"", TrunkStep::Install.name())));
    }

    #[test]
    fn a_call_that_generates_bindings_is_recognised() {
        assert_eq!(Bindgen::of(&arguments(&["--version"])), Ok(None));
        let call = ["--target=web", "--out-dir=out", "--out-name=page", "a/page.wasm", "--no-typescript"];
        let expected = Bindgen { input: "a/page.wasm".into(), index: 3, folder: "out".into(), name: "page".into() };
        assert_eq!(Bindgen::of(&arguments(&call)), Ok(Some(expected)));
        let other = arguments(&["--out-dir", "out", "a/page.wasm"]);
        let failure = Bindgen::of(&other).expect_err("Trunk passes values with `=`");
        assert!(failure.to_string().contains("--out-dir out a/page.wasm"), "{failure}");
    }

    #[test]
    fn the_name_of_a_module_has_a_hash_of_its_contents() {
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
    fn a_module_is_compiled_by_the_boot_script() {
        let loader = without_streaming(LOADER_TEXT).expect("it is as the tool writes it");
        assert!(
            loader.contains("const src = boot.loaded(new URL(\"./split_panels.wasm\", import.meta.url));"),
            "{loader}"
        );
        assert!(loader.contains("(src.then(async (module) => ({ module, instance: await"), "{loader}");
        assert!(!loader.contains("Streaming") && !loader.contains("fetch(new"), "{loader}");
        assert!(without_streaming("const src = fetch(new URL(\"./a.wasm\"));").is_err(), "nothing instantiates it");
        assert!(without_streaming("WebAssembly.instantiateStreaming(await fetch(\"./a.wasm\"), {})").is_err());
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
    fn another_form_of_output_is_an_error() {
        assert!(with_loader("export {};\n", LOADER_TEXT).is_err());
        assert!(with_loader("import { a } from \"./__wasm_split.js\";\n", LOADER_TEXT).is_err());
        assert!(with_loader(SCRIPT, "import * as wasm from \"./page.wasm\";\n").is_err());
        assert!(with_loader(SCRIPT, "export default 1;\n").is_err());
    }

    #[test]
    fn the_modules_of_all_programs_are_found() {
        let folder = env::temp_dir().join(format!("kerb-and-quay-modules-{}", std::process::id()));
        assert_eq!(stored(&folder), Ok(Vec::new()));
        let module = folder.join("page").join("panels-1a.wasm");
        fs::create_dir_all(folder.join("page")).expect("a folder in the temporary folder");
        fs::write(&module, "").expect("a file in it");
        assert_eq!(stored(&folder), Ok(vec![module]));
        fs::remove_dir_all(folder).expect("it was made above");
    }
}
