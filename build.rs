//! Reads the language files, and writes the page's texts as Rust. A fault in a file ends the build with its line.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use lang::{Catalog, code};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=lang");
    let catalog = match Catalog::read(Path::new("lang")) {
        Ok(catalog) => catalog,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            return Ok(());
        }
    };
    let folder = env::var("OUT_DIR")?;
    let folder = Path::new(&folder);
    fs::write(folder.join("languages.rs"), code::languages(&catalog))?;
    fs::write(folder.join("messages.rs"), code::messages(&catalog))?;
    // Every text of every other language, for programs that fetch none: the tests.
    let all = || 0..catalog.messages().len();
    let mut parts = vec!["[".to_owned()];
    for translation in catalog.translations() {
        let name = format!("{}.txt", translation.language.code);
        fs::write(folder.join(&name), catalog.part(translation, all()))?;
        parts.push(format!("include_str!({name:?}),"));
    }
    parts.push("]".to_owned());
    fs::write(folder.join("parts.rs"), parts.join("\n"))?;
    Ok(())
}
