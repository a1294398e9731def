//! Short names for what a program imports from the JavaScript of wasm-bindgen.
//!
//! wasm-bindgen names each of some 240 functions after itself and a hash of 16 digits, once in the module and once in
//! the script. Hashes do not compress: without them a first load is some 4 kB smaller.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};

/// The preamble of a module: magic number and version (WebAssembly Core Specification, 5.5.16).
const PREAMBLE: usize = 8;
/// The section of imports (5.5.5).
const IMPORTS: u8 = 2;
/// How a program calls the script of wasm-bindgen: `./quay_bg.js`.
const SCRIPT: &str = "_bg.js";
/// The import of a function (5.5.5).
const FUNCTION: u8 = 0;

/// A module and its script with short names for the functions that the module imports.
///
/// # Errors
///
/// The module is not valid or imports something other than functions, or the script does not have a function once.
pub fn shortened(module: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut bytes = Bytes { all: module, at: PREAMBLE };
    let mut result = module.get(..PREAMBLE).ok_or_else(invalid)?.to_vec();
    let mut names = BTreeMap::new();
    while bytes.at < module.len() {
        let begin = bytes.at;
        let id = bytes.byte()?;
        let length = bytes.number()?;
        let content = bytes.take(length)?;
        if id == IMPORTS {
            let content = renamed(content, &mut names)?;
            result.push(IMPORTS);
            push_number(&mut result, content.len());
            result.extend(content);
        } else {
            result.extend(&module[begin..bytes.at]);
        }
    }
    let mut script = script.to_owned();
    for (name, short) in &names {
        let key = format!(" {name}:");
        if script.matches(&key).count() != 1 {
            return Err(Failure::new(format!("The script of wasm-bindgen does not have the function {name} once.")));
        }
        script = script.replacen(&key, &format!(" {short}:"), 1);
    }
    Ok((result, script))
}

/// The content of the section of imports with short names. Adds them to `names`.
fn renamed(content: &[u8], names: &mut BTreeMap<String, String>) -> Outcome<Vec<u8>> {
    let mut bytes = Bytes { all: content, at: 0 };
    let mut result = Vec::new();
    let count = bytes.number()?;
    push_number(&mut result, count);
    for _ in 0..count {
        let from = bytes.text()?;
        let name = bytes.text()?;
        if bytes.byte()? != FUNCTION {
            return Err(Failure::new(format!("The program imports {name}, which is not a function.")));
        }
        let kind = bytes.number()?;
        // Functions of other scripts, such as the loader of the lazy modules, keep their names.
        let name = if from.ends_with(SCRIPT) {
            let next = short(names.len());
            names.entry(name.to_owned()).or_insert(next).as_str()
        } else {
            name
        };
        for text in [from, name] {
            push_number(&mut result, text.len());
            result.extend(text.as_bytes());
        }
        result.push(FUNCTION);
        push_number(&mut result, kind);
    }
    Ok(result)
}

/// The name with this index: `a` to `z`, then `aa`, `ba` and so on.
fn short(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b"abcdefghijklmnopqrstuvwxyz"[index % 26]));
        match index / 26 {
            0 => return name,
            rest => index = rest - 1,
        }
    }
}

/// Appends an unsigned number in LEB128 (5.2.2).
fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

fn invalid() -> Failure {
    Failure::new("wasm-bindgen has written a module that is not valid.")
}

/// Reads a module from front to back.
struct Bytes<'b> {
    all: &'b [u8],
    at: usize,
}

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> Outcome<&'b [u8]> {
        let taken = self.all.get(self.at..).and_then(|rest| rest.get(..length)).ok_or_else(invalid)?;
        self.at += length;
        Ok(taken)
    }

    fn byte(&mut self) -> Outcome<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned number of 32 bits in LEB128 (5.2.2).
    fn number(&mut self) -> Outcome<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(invalid())
    }

    fn text(&mut self) -> Outcome<&'b str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| invalid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports functions of these names, all of the type 0, before a section that stays.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut content = vec![u8::try_from(names.len()).expect("few names")];
        for name in names {
            for text in [if name.starts_with("__wasm_split") { "./split.js" } else { "./a_bg.js" }, name] {
                content.push(u8::try_from(text.len()).expect("a short name"));
                content.extend(text.as_bytes());
            }
            content.extend([FUNCTION, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        module.push(IMPORTS);
        push_number(&mut module, content.len());
        module.extend(content);
        module.extend(b"\x03\x02\x01\0");
        module
    }

    #[test]
    fn the_module_and_its_script_have_the_same_short_names() {
        let script = "const imports = {\n  __wbg_b_1f: () => 1,\n  __wbg_a_2e: () => 2,\n};\n";
        let names = ["__wbg_a_2e", "__wasm_split_load_panels", "__wbg_b_1f"];
        let (short, script) = shortened(&module(&names), script).expect("both are there");
        assert_eq!(short, module(&["a", "__wasm_split_load_panels", "b"]));
        assert_eq!(script, "const imports = {\n  b: () => 1,\n  a: () => 2,\n};\n");
    }

    #[test]
    fn a_function_that_is_missing_is_an_error() {
        let failure = shortened(&module(&["__wbg_a_2e"]), "{}").expect_err("it is not in the script");
        assert!(failure.to_string().contains("__wbg_a_2e"), "{failure}");
    }

    #[test]
    fn a_module_that_is_cut_off_is_an_error() {
        let whole = module(&["__wbg_a_2e"]);
        for length in [0, 4, whole.len() - 1] {
            assert!(shortened(&whole[..length], " __wbg_a_2e:").is_err(), "{length}");
        }
        let table = b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01b\x01\x70".to_vec();
        assert!(shortened(&table, "").is_err(), "a table");
    }

    #[test]
    fn names_are_counted_in_letters() {
        assert_eq!([0, 1, 25, 26, 27, 52].map(short), ["a", "b", "z", "aa", "ba", "ab"]);
        let all: std::collections::BTreeSet<_> = (0..2_000).map(short).collect();
        assert_eq!(all.len(), 2_000);
    }
}
