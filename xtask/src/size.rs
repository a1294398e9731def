//! What the page weighs on the wire, file by file, against its budget.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use object::{Object as _, ObjectSymbol as _, SymbolKind};
use serde_json::json;
use static_server::brotli_path;

use crate::failure::{Failure, Outcome};
use crate::offline;
use crate::page::{self, attribute};
use crate::project::Project;
use crate::setup::WASM;
use crate::single_file;

/// What the first load may weigh, in bytes as packed by brotli.
const FIRST_LOAD_MAX: u64 = 150_000;
/// How many crates are listed with their share of the page.
const CRATES_LISTED: usize = 12;

/// One file as it goes over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: u64,
    brotli: u64,
}

/// When a file is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Load {
    /// Before the first card can be used.
    First,
    /// When a person asks for what it does.
    OnDemand,
}

/// Prints the weight of the built page, and writes it to `size.json` among the reports.
///
/// # Errors
///
/// The first load is over its budget, or there is no page.
pub fn weigh(project: &Project) -> Outcome {
    let mut places = vec![loads(project, "")?];
    for place in page::FURTHER_PLACES {
        places.push(loads(project, place)?);
    }
    let mut over = Vec::new();
    for Loads { place, weights } in &places {
        for (load, title) in [(Load::First, "first load"), (Load::OnDemand, "on demand")] {
            let weights = weights.get(&load).map(Vec::as_slice).unwrap_or_default();
            println!("{:44}{:>12}{:>12}", format!("{title} of {}", named(place)), "raw", "brotli");
            for Weight { name, raw, brotli } in weights {
                println!("  {name:42}{:>12}{:>12}", grouped(*raw), grouped(*brotli));
            }
            println!("  {:42}{:>12}{:>12}", "together", grouped(raw(weights)), grouped(brotli(weights)));
        }
        let first = weights.get(&Load::First).map(|weights| brotli(weights)).unwrap_or_default();
        println!("  {:54}{:>12}", "limit of the first load", grouped(FIRST_LOAD_MAX));
        if first > FIRST_LOAD_MAX {
            over.push(format!(
                "The first load of {} weighs {} bytes, {} more than its budget of {}.",
                named(place),
                grouped(first),
                grouped(first - FIRST_LOAD_MAX),
                grouped(FIRST_LOAD_MAX)
            ));
        }
    }

    let shares = shares(project)?;
    print!("{}", table(&shares));
    report(project, &places, &shares)?;
    if over.is_empty() { Ok(()) } else { Err(Failure::new(over.join("\n"))) }
}

/// What the page of a place weighs.
struct Loads {
    /// The folder of the place; empty for the one that stands first.
    place: &'static str,
    weights: BTreeMap<Load, Vec<Weight>>,
}

fn named(place: &str) -> &str {
    if place.is_empty() { "the first page" } else { place }
}

fn loads(project: &Project, place: &'static str) -> Outcome<Loads> {
    let dist = project.dist();
    let mut workers = workers(&project.text("index.html")?);
    // What keeps the page is fetched once it stands.
    workers
        .extend(offline::BESIDE.map(|name| name.trim_end_matches(".js").trim_end_matches(".webmanifest").to_owned()));
    let waiting = Waiting { workers, modules: page::further_modules(project)? };
    let home = dist.join(place);
    let entry = project.text(&Path::new("dist").join(place).join("index.html").to_string_lossy())?;
    let mut weights = BTreeMap::<Load, Vec<Weight>>::new();
    for file in page::files(&home)? {
        let name = file.strip_prefix(&home).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let is_elsewhere = |other: &&str| **other != *place && name.starts_with(&format!("{other}/"));
        if page::FURTHER_PLACES.iter().any(is_elsewhere) || single_file::is_one(&name) {
            continue;
        }
        let raw = bytes(&file)?;
        let packed = brotli_path(&file).filter(|packed| packed.is_file());
        let brotli = packed.map_or(Ok(raw), |packed| bytes(&packed))?;
        let weights = weights.entry(load(&name, &waiting, &entry)).or_default();
        let name = listed(&name);
        match weights.iter_mut().find(|weight| weight.name == name) {
            Some(folder) => {
                folder.raw += raw;
                folder.brotli += brotli;
            }
            None => weights.push(Weight { name, raw, brotli }),
        }
    }
    Ok(Loads { place, weights })
}

/// How a file is listed: by its name, or with all others of its folder where that is three deep.
fn listed(name: &str) -> String {
    let mut parts = name.match_indices('/').map(|(place, _)| place);
    parts.nth(2).map_or_else(|| name.to_owned(), |place| format!("{}*", &name[..=place]))
}

fn bytes(file: &Path) -> Outcome<u64> {
    let data = file.metadata();
    data.map(|data| data.len()).map_err(|error| Failure::new(format!("{}: {error}.", file.display())))
}

/// What the page fetches only when a person asks for what it does.
#[derive(Debug, Default)]
struct Waiting {
    /// Programs of which each file begins with their name, or lies in a folder of that name.
    workers: Vec<String>,
    /// The files that were split off the page's own program.
    modules: Vec<String>,
}

/// When the file `name` is fetched. What is not known to wait counts as fetched at once: a file that is forgotten here
/// makes the page heavier, never lighter.
fn load(name: &str, waiting: &Waiting, entry: &str) -> Load {
    let of_worker =
        |worker: &String| name.strip_prefix(worker.as_str()).is_some_and(|rest| rest.starts_with(['.', '_', '/']));
    // Nobody's browser asks for the licence of a font.
    let waits = name == "fonts/OFL.txt"
        || waiting.workers.iter().any(of_worker)
        || waiting.modules.iter().any(|module| module == name);
    // The page names its messages and fetches them only where it does not start.
    if name == offline::MESSAGES || waits && !entry.contains(name) { Load::OnDemand } else { Load::First }
}

/// The names of the programs that `index.html` has Trunk build as workers.
fn workers(index: &str) -> Vec<String> {
    let links = index.split("<link").skip(1).filter_map(|link| link.split_once('>').map(|(link, _)| link));
    let workers = links.filter(|link| attribute(link, "data-type") == Some("worker"));
    workers.filter_map(|link| attribute(link, "data-bin").map(str::to_owned)).collect()
}

/// Bytes of the functions of each crate. Their names are still there in what the compiler hands to wasm-bindgen.
fn shares(project: &Project) -> Outcome<BTreeMap<String, u64>> {
    let file = project.target().join(WASM).join("release").join("quay.wasm");
    let unreadable = |error: String| Failure::new(format!("{} cannot be read: {error}.", file.display()));
    let bytes = fs::read(&file).map_err(|error| unreadable(error.to_string()))?;
    let module = object::File::parse(bytes.as_slice()).map_err(|error| unreadable(error.to_string()))?;
    // An exported function has a symbol for its export and one for its name: by its address it counts once.
    let functions = module.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text);
    let functions: BTreeMap<u64, _> = functions.map(|symbol| (symbol.address(), symbol)).collect();
    let mut shares = BTreeMap::new();
    for symbol in functions.values() {
        *shares.entry(crate_of(symbol.name().unwrap_or_default())).or_default() += symbol.size();
    }
    Ok(shares)
}

/// The crate a function belongs to: by its own path, or that of the type it is a method of.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    let path = name.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let path = path.strip_prefix("mut ").or_else(|| path.strip_prefix("dyn ")).unwrap_or(path);
    let first = path.split_once("::").map_or("(no crate)", |(name, _)| name);
    // `<T as tachys::view::Render>::build` is code for every type, written by the crate of the trait.
    first.rsplit_once(" as ").map_or(first, |(_, of_trait)| of_trait).to_owned()
}

/// The heaviest crates and their bytes, the devices' own among them.
fn table(shares: &BTreeMap<String, u64>) -> String {
    let mut heaviest: Vec<_> = shares.iter().collect();
    heaviest.sort_by_key(|(name, bytes)| (Reverse(**bytes), *name));
    let mut table =
        "functions in all of the page's modules before wasm-opt; generic code counts for the crate that wrote it\n"
            .to_owned();
    for (place, (name, bytes)) in heaviest.into_iter().enumerate() {
        if place < CRATES_LISTED || name == "firmware_core" {
            let _ = writeln!(table, "  {name:42}{:>12}", grouped(*bytes));
        }
    }
    let _ = writeln!(table, "  {:42}{:>12}", "every crate together", grouped(shares.values().sum()));
    table
}

fn report(project: &Project, places: &[Loads], shares: &BTreeMap<String, u64>) -> Outcome {
    let files = |weights: &[Weight]| {
        let files = weights.iter().map(|file| json!({ "name": file.name, "raw": file.raw, "brotli": file.brotli }));
        json!({ "files": files.collect::<Vec<_>>(), "raw": raw(weights), "brotli": brotli(weights) })
    };
    let pages = places.iter().map(|Loads { place, weights }| {
        let of = |load: Load| files(weights.get(&load).map(Vec::as_slice).unwrap_or_default());
        json!({ "page": named(place), "first_load_brotli_max": FIRST_LOAD_MAX, "first_load": of(Load::First), "on_demand": of(Load::OnDemand) })
    });
    let report = json!({
        "pages": pages.collect::<Vec<_>>(),
        "functions_before_wasm_opt": shares,
    });
    let file = project.reports()?.join("size.json");
    fs::write(&file, format!("{report:#}\n"))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", file.display())))
}

fn raw(weights: &[Weight]) -> u64 {
    weights.iter().map(|file| file.raw).sum()
}

fn brotli(weights: &[Weight]) -> u64 {
    weights.iter().map(|file| file.brotli).sum()
}

/// A number with a mark between the thousands: `120,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<head>
<link data-trunk rel="css" href="style/page.css"/>
<link data-trunk rel="rust" data-bin="kerb-and-quay" data-wasm-opt="z"/>
<link data-trunk rel="rust" href="Cargo.toml" data-type="worker"
      data-bin="parser" data-loader-shim/>
</head>"#;

    #[test]
    fn workers_are_those_that_the_page_builds_as_workers() {
        assert_eq!(workers(INDEX), ["parser"]);
        assert_eq!(workers("<p>no links</p>"), Vec::<String>::new());
    }

    #[test]
    fn only_workers_and_further_modules_wait_until_asked_for() {
        let waiting = Waiting { workers: vec!["parser".to_owned()], modules: vec!["panels-2b.wasm".to_owned()] };
        let entry = "<script>import init from './kerb-and-quay-1a.js'</script>";
        for waits in ["parser.js", "parser_bg.wasm", "parser_loader.js", "parser/deep/a.js", "panels-2b.wasm"] {
            assert_eq!(load(waits, &waiting, entry), Load::OnDemand, "{waits}");
            assert_eq!(load(waits, &waiting, &format!("<link href='./{waits}'>")), Load::First, "{waits} is preloaded");
        }
        for at_once in ["index.html", "kerb-and-quay-1a_bg.wasm", "parserless.js", "icon.svg", "snippets/parser.js"] {
            assert_eq!(load(at_once, &waiting, entry), Load::First, "{at_once}");
        }
        assert_eq!(load("panels-2c.wasm", &waiting, entry), Load::First, "the module of another build");
        assert_eq!(load("parser.js", &Waiting::default(), entry), Load::First);
    }

    #[test]
    fn files_deep_down_are_listed_by_their_folder() {
        assert_eq!(listed("twin/0a/chip/rp2040js/index.js"), "twin/0a/chip/*");
        assert_eq!(listed("twin/0a/chip/boards.js"), "twin/0a/chip/*");
        assert_eq!(listed("twin/0a/twin_bg.wasm"), "twin/0a/twin_bg.wasm");
        assert_eq!(listed("index.html"), "index.html");
    }

    #[test]
    fn a_function_belongs_to_the_crate_of_its_own_path() {
        assert_eq!(crate_of("_ZN13firmware_core4step17h342a3d66f3c95c89E"), "firmware_core");
        assert_eq!(crate_of("<firmware_core::money::Ore as core::fmt::Display>::fmt"), "firmware_core");
        assert_eq!(crate_of("<&mut firmware_core::money::Ore as core::fmt::Debug>::fmt"), "firmware_core");
        assert_eq!(crate_of("<[world::Card] as core::fmt::Debug>::fmt"), "world");
        assert_eq!(crate_of("<T as tachys::view::Render>::build"), "tachys");
        assert_eq!(crate_of("alloc::vec::Vec<firmware_core::money::Ore>::push"), "alloc");
        assert_eq!(crate_of("firmware_core_like::step"), "firmware_core_like");
        assert_eq!(crate_of("memcpy"), "(no crate)");
    }

    #[test]
    fn the_devices_are_listed_however_light_they_are() {
        let mut shares: BTreeMap<String, u64> = (0..30).map(|crate_| (format!("c{crate_}"), 1_000 + crate_)).collect();
        shares.insert("firmware_core".to_owned(), 7);
        let table = table(&shares);
        let names: Vec<&str> = table.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(names.len(), 1 + CRATES_LISTED + 2, "{table}");
        assert_eq!(names[1..3], ["c29", "c28"], "{table}");
        assert_eq!(names[1 + CRATES_LISTED], "firmware_core", "{table}");
        assert!(table.ends_with(" 30,442\n"), "{table}");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(120_000), "120,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
