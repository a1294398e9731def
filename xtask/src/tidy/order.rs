//! The order of a crate's modules. The docs of `lib.rs` may have a numbered list of them: a module imports only modules
//! above it in the list.

use super::cycles;

/// The imports that point down the list, and the modules that it lacks. A crate without a list has no order.
pub fn violations(files: &[(&str, &str)]) -> Vec<String> {
    let root = files.iter().find(|(path, _)| *path == "lib.rs");
    let order: Vec<&str> = root.into_iter().flat_map(|(_, text)| text.lines().filter_map(listed)).collect();
    if order.is_empty() {
        return Vec::new();
    }
    let position = |module: &str| order.iter().position(|listed| *listed == module);
    let lacks = files.iter().filter_map(|(path, _)| {
        let module = path.strip_suffix(".rs").filter(|module| !module.contains('/') && *module != "lib")?;
        position(module).is_none().then(|| format!("lib.rs: `{module}` is not in the list"))
    });
    let dependencies = cycles::dependencies(files);
    let among_roots = dependencies.get([].as_slice()).into_iter().flatten();
    let down = among_roots.filter(|((from, to), _)| position(from) <= position(to)).map(|(_, text)| text.clone());
    lacks.chain(down).collect()
}

/// The module of a list item: ``//! 3. `name`: what it is for``.
fn listed(line: &str) -> Option<&str> {
    let (number, item) = line.strip_prefix("//! ")?.split_once(". `")?;
    let (module, _) = item.split_once("`: ")?;
    number.bytes().all(|digit| digit.is_ascii_digit()).then_some(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "//! A crate.\n//!\n//! 1. `low`: numbers\n//! 2. `high`: pages\n\nmod high;\nmod low;\n";

    #[test]
    fn an_import_from_above_is_allowed_and_one_from_below_is_not() {
        let (low, high) = (("low.rs", "pub struct L;"), ("high/page.rs", "use crate::low::L;"));
        assert_eq!(violations(&[("lib.rs", ROOT), low, ("high.rs", ""), high]), [""; 0]);
        let files = [("lib.rs", ROOT), ("low.rs", "use crate::high::H;"), ("high.rs", "pub struct H;")];
        assert_eq!(violations(&files), ["low.rs:1: low → high"]);
    }

    #[test]
    fn every_module_is_in_the_list() {
        let files = [("lib.rs", ROOT), ("low.rs", ""), ("high.rs", ""), ("other.rs", ""), ("low/deep.rs", "")];
        assert_eq!(violations(&files), ["lib.rs: `other` is not in the list"]);
    }

    #[test]
    fn a_crate_without_a_list_has_no_order() {
        let files = [("lib.rs", "//! A crate.\n"), ("a.rs", "use crate::b::B;"), ("b.rs", "use crate::a::A;")];
        assert_eq!(violations(&files), [""; 0]);
    }
}
