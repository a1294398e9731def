//! The size of the page as it is transferred, file by file, and its budget.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use object::{Object as _, ObjectSymbol as _, SymbolKind};
use serde_json::json;
use static_server::brotli_path;

use crate::dist;
use crate::failure::{Failure, Outcome};
use crate::lazy_modules;
use crate::marked_numbers;
use crate::number::grouped;
use crate::offline;
use crate::project::Project;
use crate::setup::WASM;
use crate::single_file;
use crate::sites::{SITES, Site, WORKERS};
use crate::texts;
use crate::trunk::{Build, Profile};

/// The budget of the first load of a page, in bytes compressed with brotli.
pub const FIRST_LOAD_MAX: u64 = 150_000;
/// The number of crates that are listed with their share of the page.
const CRATES_LISTED: usize = 12;

/// The size of one file in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Size {
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

/// Prints the sizes of the built pages and writes them to `size.json` among the reports.
///
/// # Errors
///
/// The first load or the panels are over their budget, or there is no page.
pub fn check(project: &Project) -> Outcome {
    let pages = SITES.iter().map(|site| loads(project, site)).collect::<Outcome<Vec<_>>>()?;
    let mut over = Vec::new();
    for Loads { site, sizes, panels } in &pages {
        for (load, title) in [(Load::First, "first load"), (Load::OnDemand, "on demand")] {
            let sizes = sizes.get(&load).map(Vec::as_slice).unwrap_or_default();
            println!("{:44}{:>12}{:>12}", format!("{title} of {}", site.name), "raw", "brotli");
            for Size { name, raw, brotli } in sizes {
                println!("  {name:42}{:>12}{:>12}", grouped(*raw), grouped(*brotli));
            }
            println!("  {:42}{:>12}{:>12}", "total", grouped(raw(sizes)), grouped(brotli(sizes)));
        }
        let first = sizes.get(&Load::First).map(|sizes| brotli(sizes)).unwrap_or_default();
        for (what, size, max) in [("first load", first, FIRST_LOAD_MAX), ("panels", *panels, site.panels_max)] {
            println!("  {:42}{:>12}{:>12}", format!("limit of the {what}"), grouped(max), grouped(size));
            over.extend(excess(site, what, size, max));
        }
    }

    for (file, text) in [README].map(|file| (file, project.text(file))) {
        over.extend(wrong_numbers(file, &text?, &first_loads(&pages)));
    }

    let shares = shares(project)?;
    print!("{}", table(&shares));
    report(project, &pages, &shares)?;
    if over.is_empty() { Ok(()) } else { Err(Failure::new(over.join("\n"))) }
}

/// The document with the sizes of the first loads.
const README: &str = "README.md";
/// A size in a document may differ by this many kilobytes.
const KB_TOLERANCE: u64 = 1;

/// Whether a marked number is a size of the built page: `first-load-quay-kb`.
pub fn is_measured(name: &str) -> bool {
    SITES.iter().any(|site| name == first_load_name(site))
}

fn first_load_name(site: &Site) -> String {
    format!("first-load-{}-kb", site.name)
}

/// The first load of each page in kilobytes, rounded up, by the name of its number.
fn first_loads(pages: &[Loads]) -> Vec<(String, u64)> {
    let first = |sizes: &BTreeMap<Load, Vec<Size>>| sizes.get(&Load::First).map_or(0, |sizes| brotli(sizes));
    pages.iter().map(|Loads { site, sizes, .. }| (first_load_name(site), first(sizes).div_ceil(1_000))).collect()
}

/// The marked sizes in a document that differ from the measured ones.
fn wrong_numbers(file: &str, text: &str, measured: &[(String, u64)]) -> Vec<String> {
    let wrong = marked_numbers::find(text).into_iter().filter_map(|marked| {
        let (name, kilobytes) = measured.iter().find(|(name, _)| name == marked.name)?;
        let is_close = marked.value.is_some_and(|value| value.abs_diff(*kilobytes) <= KB_TOLERANCE);
        (!is_close).then(|| format!("{file}:{}: the number `{name}` is {kilobytes}", marked.line))
    });
    wrong.collect()
}

/// The sizes of the files of a site.
struct Loads {
    site: &'static Site,
    sizes: BTreeMap<Load, Vec<Size>>,
    /// The size of the lazy modules with the largest language part, in bytes compressed with brotli.
    panels: u64,
}

/// What is over its budget, in a sentence.
fn excess(site: &Site, what: &str, length: u64, max: u64) -> Option<String> {
    let excess = length.checked_sub(max).filter(|excess| *excess > 0)?;
    let [length, excess, max] = [length, excess, max].map(grouped);
    Some(format!("{}: {length} bytes of {what}, {excess} more than the budget of {max}.", site.name))
}

fn loads(project: &Project, site: &'static Site) -> Outcome<Loads> {
    let dist = project.dist();
    let home = dist.join(site.folder);
    let index = dist.join(site.path("index.html"));
    let html = fs::read_to_string(&index).map_err(|error| Failure::io(&index, &error))?;
    let mut modules = Vec::new();
    for file in lazy_modules::stored(&Build::of(site, Profile::Release).modules(project))? {
        modules.extend(file.file_name().and_then(|name| name.to_str()).map(str::to_owned));
    }
    let mut sizes = BTreeMap::<Load, Vec<Size>>::new();
    let (mut first_texts, mut panels, mut panels_texts) = (Vec::new(), 0, 0);
    for file in dist::files(&home)? {
        let name = dist::relative(&file, &home);
        if !site.owns(&dist::relative(&file, &dist)) || single_file::is_one(&name) {
            continue;
        }
        let raw = bytes(&file)?;
        let compressed = brotli_path(&file).filter(|compressed| compressed.is_file());
        let brotli = compressed.map_or(Ok(raw), |compressed| bytes(&compressed))?;
        if texts::is_first(&name) {
            first_texts.push(Size { name, raw, brotli });
            continue;
        }
        if texts::is_part(&name) {
            panels_texts = brotli.max(panels_texts);
        } else if modules.contains(&name) {
            panels += brotli;
        }
        let sizes = sizes.entry(load(&name, &modules, &html)).or_default();
        let name = listed(&name);
        match sizes.iter_mut().find(|size| size.name == name) {
            Some(folder) => {
                folder.raw += raw;
                folder.brotli += brotli;
            }
            None => sizes.push(Size { name, raw, brotli }),
        }
    }
    // A page is in one language. The largest one counts; the others are fetched where they are chosen.
    first_texts.sort_by_key(|size| size.brotli);
    sizes.entry(Load::First).or_default().extend(first_texts.pop());
    sizes.entry(Load::OnDemand).or_default().extend(first_texts);
    Ok(Loads { site, sizes, panels: panels + panels_texts })
}

/// The name under which a file is listed: its own, or that of its folder if that is three levels deep.
fn listed(name: &str) -> String {
    let mut slashes = name.match_indices('/').map(|(index, _)| index);
    slashes.nth(2).map_or_else(|| name.to_owned(), |index| format!("{}*", &name[..=index]))
}

fn bytes(file: &Path) -> Outcome<u64> {
    Ok(file.metadata().map_err(|error| Failure::io(file, &error))?.len())
}

/// When the file `name` is fetched, for a page with these lazy modules and this HTML. An unknown file counts as part of
/// the first load: a file that is forgotten here makes the page larger, never smaller.
fn load(name: &str, modules: &[String], html: &str) -> Load {
    // The files of a program and of a folder; no browser fetches the licence of a font.
    let starts = |prefix: &&str| name.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(['.', '_', '/']));
    let is_lazy = name == "fonts/OFL.txt"
        || WORKERS.iter().any(starts)
        || offline::NOT_LOADED_FIRST.iter().any(|path| name == *path || starts(path))
        || modules.iter().any(|module| module == name);
    // The page names its messages, and fetches them only if it does not start.
    if name == offline::MESSAGES || texts::is_part(name) || is_lazy && !html.contains(name) {
        Load::OnDemand
    } else {
        Load::First
    }
}

/// The size of the functions of each crate, from the output of the compiler, which still has their names.
fn shares(project: &Project) -> Outcome<BTreeMap<String, u64>> {
    let file = project.target().join(WASM).join("release").join(format!("{}.wasm", SITES[0].name));
    let bytes = fs::read(&file).map_err(|error| Failure::io(&file, &error))?;
    let module = object::File::parse(bytes.as_slice())
        .map_err(|error| Failure::new(format!("{} cannot be parsed: {error}.", file.display())))?;
    // An exported function has two symbols with one address.
    let functions = module.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text);
    let functions: BTreeMap<u64, _> = functions.map(|symbol| (symbol.address(), symbol)).collect();
    let mut shares = BTreeMap::new();
    for symbol in functions.values() {
        *shares.entry(crate_of(symbol.name().unwrap_or_default())).or_default() += symbol.size();
    }
    Ok(shares)
}

/// The crate of a function: that of its path, or of the type it is a method of.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let path = path.strip_prefix("mut ").or_else(|| path.strip_prefix("dyn ")).unwrap_or(path);
    let first = path.split_once("::").map_or("(no crate)", |(name, _)| name);
    // `<T as tachys::view::Render>::build` is generic code of the crate of the trait.
    first.rsplit_once(" as ").map_or(first, |(_, of_trait)| of_trait).to_owned()
}

/// The largest crates with their bytes, always with `firmware_core`.
fn table(shares: &BTreeMap<String, u64>) -> String {
    let mut largest: Vec<_> = shares.iter().collect();
    largest.sort_by_key(|(name, bytes)| (Reverse(**bytes), *name));
    let mut table =
        "functions in all modules of the first page before wasm-opt; generic code counts for the crate that defines it\n"
            .to_owned();
    for (index, (name, bytes)) in largest.into_iter().enumerate() {
        if index < CRATES_LISTED || name == "firmware_core" {
            let _ = writeln!(table, "  {name:42}{:>12}", grouped(*bytes));
        }
    }
    let _ = writeln!(table, "  {:42}{:>12}", "all crates", grouped(shares.values().sum()));
    table
}

fn report(project: &Project, pages: &[Loads], shares: &BTreeMap<String, u64>) -> Outcome {
    let files = |sizes: &[Size]| {
        let files = sizes.iter().map(|file| json!({ "name": file.name, "raw": file.raw, "brotli": file.brotli }));
        json!({ "files": files.collect::<Vec<_>>(), "raw": raw(sizes), "brotli": brotli(sizes) })
    };
    let pages = pages.iter().map(|Loads { site, sizes, panels }| {
        let of = |load: Load| files(sizes.get(&load).map(Vec::as_slice).unwrap_or_default());
        json!({
            "page": site.name,
            "first_load_brotli_max": FIRST_LOAD_MAX,
            "first_load": of(Load::First),
            "panels_brotli_max": site.panels_max,
            "panels_brotli": panels,
            "on_demand": of(Load::OnDemand),
        })
    });
    let report = json!({
        "pages": pages.collect::<Vec<_>>(),
        "functions_before_wasm_opt": shares,
    });
    let file = project.reports()?.join("size.json");
    fs::write(&file, format!("{report:#}\n")).map_err(|error| Failure::io(&file, &error))
}

fn raw(sizes: &[Size]) -> u64 {
    sizes.iter().map(|file| file.raw).sum()
}

fn brotli(sizes: &[Size]) -> u64 {
    sizes.iter().map(|file| file.brotli).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workers_and_lazy_modules_are_fetched_on_demand() {
        let modules = ["panels-2b.wasm".to_owned()];
        let html = "<script>import init from './kerb-and-quay-1a.js'</script>";
        for lazy in ["parser.js", "parser_bg.wasm", "twin/worker.js", "panels-2b.wasm", "offline.js", "icons/icon.svg"]
        {
            assert_eq!(load(lazy, &modules, html), Load::OnDemand, "{lazy}");
            assert_eq!(load(lazy, &modules, &format!("<link href='./{lazy}'>")), Load::First, "{lazy} is preloaded");
        }
        for first in ["index.html", "kerb-and-quay-1a_bg.wasm", "parserless.js", "icon.svg", "snippets/parser.js"] {
            assert_eq!(load(first, &modules, html), Load::First, "{first}");
        }
        assert_eq!(load("panels-2c.wasm", &modules, html), Load::First, "a module of another build");
        assert_eq!(load("bus/offline.js", &modules, html), Load::First);
    }

    #[test]
    fn a_size_over_its_budget_is_an_error() {
        let [quay, ..] = SITES else { panic!("there is a site") };
        assert_eq!(excess(quay, "panels", 1_000, 1_000), None);
        let error = "quay: 1,002 bytes of panels, 2 more than the budget of 1,000.";
        assert_eq!(excess(quay, "panels", 1_002, 1_000).as_deref(), Some(error));
    }

    #[test]
    fn sizes_in_documents_are_compared_with_the_measured_ones() {
        let measured = [("first-load-quay-kb".to_owned(), 138)];
        assert!(is_measured("first-load-quay-kb") && !is_measured("first-load-ferry-kb"));
        assert_eq!(wrong_numbers("README.md", "137<!--=first-load-quay-kb--> kB", &measured), [""; 0]);
        let wrong = wrong_numbers("README.md", "\n130<!--=first-load-quay-kb--> kB", &measured);
        assert_eq!(wrong, ["README.md:2: the number `first-load-quay-kb` is 138"]);
    }

    #[test]
    fn files_in_deep_folders_are_listed_by_folder() {
        assert_eq!(listed("twin/0a/chip/rp2040js/index.js"), "twin/0a/chip/*");
        assert_eq!(listed("twin/0a/chip/boards.js"), "twin/0a/chip/*");
        assert_eq!(listed("twin/0a/twin_bg.wasm"), "twin/0a/twin_bg.wasm");
        assert_eq!(listed("index.html"), "index.html");
    }

    #[test]
    fn a_function_belongs_to_the_crate_of_its_path() {
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
    fn the_devices_are_listed_even_if_they_are_small() {
        let mut shares: BTreeMap<String, u64> = (0..30).map(|crate_| (format!("c{crate_}"), 1_000 + crate_)).collect();
        shares.insert("firmware_core".to_owned(), 7);
        let table = table(&shares);
        let names: Vec<&str> = table.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(names.len(), 1 + CRATES_LISTED + 2, "{table}");
        assert_eq!(names[1..3], ["c29", "c28"], "{table}");
        assert_eq!(names[1 + CRATES_LISTED], "firmware_core", "{table}");
        assert!(table.ends_with(" 30,442\n"), "{table}");
    }
}
