//! Cycles between sibling modules. A module depends on a sibling if a `crate::`, `super::` or `self::` path in it or in
//! a module below it names the sibling or something below that. A parent and its own children may depend on each other,
//! and tests are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, Token};

/// The path of a module: `["quay", "step"]`. That of the crate root is empty.
pub type ModulePath = Vec<String>;

/// Sibling modules that depend on each other.
#[derive(Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Their paths, sorted.
    pub modules: Vec<String>,
    /// Each dependency: its file and line, and the modules.
    pub dependencies: Vec<String>,
}

/// For each module, the dependencies among the modules directly below it: from, to, and where the first one is.
pub type Dependencies = BTreeMap<ModulePath, BTreeMap<(String, String), String>>;

/// The cycles in a crate with these sources, each with its path below `src`.
pub fn find(files: &[(&str, &str)]) -> Vec<Cycle> {
    dependencies(files).iter().flat_map(|(parent, edges)| cycles_among(parent, edges)).collect()
}

/// The dependencies among sibling modules of a crate with these sources, each with its path below `src`.
pub fn dependencies(files: &[(&str, &str)]) -> Dependencies {
    let sources: BTreeMap<ModulePath, (&str, Source)> =
        files.iter().filter_map(|(path, text)| Some((module_path(path)?, (*path, Source::of(text))))).collect();
    let tests: BTreeSet<ModulePath> = sources
        .iter()
        .flat_map(|(module, (_, source))| source.test_modules().into_iter().map(|name| joined(module, name)))
        .collect();
    let mut edges = Dependencies::new();
    for (module, (path, source)) in &sources {
        if tests.iter().any(|test| module.starts_with(test)) {
            continue;
        }
        for (line, target) in references(&source.code(), module, &|path| sources.contains_key(path)) {
            let common = module.iter().zip(&target).take_while(|(own, other)| own == other).count();
            if let (Some(from), Some(to)) = (module.get(common), target.get(common)) {
                let siblings = edges.entry(module[..common].to_vec()).or_default();
                siblings.entry((from.clone(), to.clone())).or_insert_with(|| format!("{path}:{line}: {from} → {to}"));
            }
        }
    }
    edges
}

/// `["quay", "step"]` of `quay/step.rs`; `None` for a program in `bin`.
fn module_path(path: &str) -> Option<ModulePath> {
    let path = path.strip_suffix(".rs")?;
    if path.starts_with("bin/") {
        return None;
    }
    Some(if ["lib", "main"].contains(&path) { Vec::new() } else { path.split('/').map(str::to_owned).collect() })
}

fn joined(module: &[String], name: &str) -> ModulePath {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// The modules that paths in these tokens name, with the lines of the paths.
fn references(tokens: &[Token], module: &[String], exists: &dyn Fn(&ModulePath) -> bool) -> Vec<(usize, ModulePath)> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let base = match tokens[index].text {
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module[..module.len().saturating_sub(1)].to_vec(),
            _ => {
                index += 1;
                continue;
            }
        };
        index = follow(tokens, index + 1, &base, exists, &mut found);
    }
    found
}

/// Follows a path, or a tree of paths in braces, from the token after its first segment. Returns the next index.
fn follow(
    tokens: &[Token],
    index: usize,
    base: &[String],
    exists: &dyn Fn(&ModulePath) -> bool,
    found: &mut Vec<(usize, ModulePath)>,
) -> usize {
    let text = |index: usize| tokens.get(index).map_or("", |token| token.text);
    if text(index) != ":" || text(index + 1) != ":" {
        return index;
    }
    let next = index + 2;
    match text(next) {
        "{" => {
            let mut index = next + 1;
            while index < tokens.len() && text(index) != "}" {
                index = if text(index) == "," { index + 1 } else { segment(tokens, index, base, exists, found) };
            }
            index + 1
        }
        _ => segment(tokens, next, base, exists, found),
    }
}

fn segment(
    tokens: &[Token],
    index: usize,
    base: &[String],
    exists: &dyn Fn(&ModulePath) -> bool,
    found: &mut Vec<(usize, ModulePath)>,
) -> usize {
    let Some(token) = tokens.get(index) else { return index + 1 };
    let path = match token.text {
        "super" => base[..base.len().saturating_sub(1)].to_vec(),
        "self" => base.to_vec(),
        name => joined(base, name),
    };
    if token.text == "super" || exists(&path) {
        found.push((token.line, path.clone()));
        return follow(tokens, index + 1, &path, exists, found);
    }
    // An item: what follows it names no module. Its tree is skipped with the module that contains it.
    follow(tokens, index + 1, &joined(&path, ""), &|_| false, found)
}

/// The strongly connected modules among siblings.
fn cycles_among(parent: &[String], edges: &BTreeMap<(String, String), String>) -> Vec<Cycle> {
    let names: BTreeSet<&String> = edges.keys().flat_map(|(from, to)| [from, to]).collect();
    let reachable = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start.clone()];
        while let Some(module) = open.pop() {
            for (_, to) in edges.keys().filter(|(from, _)| *from == module) {
                if seen.insert(to.clone()) {
                    open.push(to.clone());
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&String, BTreeSet<String>> = names.iter().map(|name| (*name, reachable(name))).collect();
    let mut cycles = Vec::<Cycle>::new();
    let mut done = BTreeSet::new();
    for name in &names {
        let members: BTreeSet<&String> = names
            .iter()
            .copied()
            .filter(|other| reach[*name].contains(*other) && reach[*other].contains(*name))
            .collect();
        if members.len() > 1 && done.insert(members.clone()) {
            let inside = |(from, to): &(String, String)| members.contains(from) && members.contains(to);
            let dependencies = edges.iter().filter(|(edge, _)| inside(edge)).map(|(_, text)| text.clone()).collect();
            let modules = members.iter().map(|member| joined(parent, member).join("::")).collect();
            cycles.push(Cycle { modules, dependencies });
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cycles(files: &[(&str, &str)]) -> Vec<String> {
        find(files).iter().map(|cycle| cycle.modules.join(" ")).collect()
    }

    #[test]
    fn siblings_that_use_each_other_are_a_cycle() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "use crate::b::{self, B};"),
            ("b.rs", "fn f() { crate::c::g() }"),
            ("c.rs", "use super::{a::A, b as other};"),
        ];
        let found = find(&files);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].modules, ["a", "b", "c"]);
        assert_eq!(found[0].dependencies[0], "a.rs:1: a → b");
        assert_eq!(cycles(&files[..3]), [""; 0]);
    }

    #[test]
    fn a_module_below_counts_for_its_ancestor_among_the_siblings() {
        let files = [
            ("lib.rs", ""),
            ("a.rs", "mod deep;"),
            ("a/deep.rs", "use crate::b::B;"),
            ("b.rs", "use crate::a::deep::D;"),
        ];
        assert_eq!(cycles(&files), ["a b"]);
        let deep = [("a/one.rs", "use super::two::T;"), ("a/two.rs", "use crate::a::one::O;"), ("a.rs", "")];
        assert_eq!(cycles(&deep), ["a::one a::two"]);
    }

    #[test]
    fn a_parent_and_its_children_may_use_each_other() {
        let files = [("a.rs", "mod b; use self::b::B;"), ("a/b.rs", "use super::A; use crate::a::C;"), ("lib.rs", "")];
        assert_eq!(cycles(&files), [""; 0]);
    }

    #[test]
    fn tests_are_left_out() {
        let files = [
            ("lib.rs", "mod a; mod b; #[cfg(test)] mod names;"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "#[cfg(test)]\nmod tests { use crate::a::A; }\n#[cfg(all(test, unix))] use crate::a::A;"),
            ("names.rs", "use crate::a::A; use crate::b::B;"),
        ];
        assert_eq!(cycles(&files), [""; 0]);
        assert_eq!(cycles(&[("a.rs", "use crate::b;"), ("b.rs", "#[cfg(not(test))] use crate::a;")]), ["a b"]);
    }
}
