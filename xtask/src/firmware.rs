//! The devices compiled for the microcontroller.

use std::fs;

use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSection as _};

use crate::failure::{Failure, Outcome};
use crate::program::{cargo, run};
use crate::project::Project;
use crate::setup::{THUMB, with_library};
use crate::size::grouped;

/// Compiles `firmware-core` for the microcontroller and prints what its code and constants weigh.
///
/// # Errors
///
/// It does not compile there: something in it needs an allocator, a clock or an operating system.
pub fn build(project: &Project) -> Outcome {
    let mut build = cargo();
    build.current_dir(project.root()).args(["build", "--locked", "--package", "firmware-core", "--lib", "--release"]);
    build.args(["--target", THUMB]).arg("--target-dir").arg(project.target());
    // The page's link-time optimisation would leave the compiler's own format in the library, and no machine code.
    build.env("CARGO_PROFILE_RELEASE_LTO", "off");
    run(with_library(&mut build, THUMB)?)?;

    let library = project.target().join(THUMB).join("release").join("libfirmware_core.rlib");
    let unreadable = |error: String| Failure::new(format!("{} cannot be read: {error}.", library.display()));
    let bytes = fs::read(&library).map_err(|error| unreadable(error.to_string()))?;
    let (code, constants) = weigh(&bytes).map_err(|error| unreadable(error.to_string()))?;
    println!(
        "firmware-core on {THUMB}: {} bytes of code, {} of constants; generic drawing comes on top with a display",
        grouped(code),
        grouped(constants)
    );
    Ok(())
}

/// Code and constants of a library, in bytes.
fn weigh(library: &[u8]) -> object::read::Result<(u64, u64)> {
    let (mut code, mut constants) = (0, 0);
    for member in ArchiveFile::parse(library)?.members() {
        let member = member?;
        if !member.name().ends_with(b".o") {
            continue;
        }
        for section in object::File::parse(member.data(library)?)?.sections() {
            match section.name()? {
                name if name.starts_with(".text") => code += section.size(),
                name if name.starts_with(".rodata") => constants += section.size(),
                _ => {}
            }
        }
    }
    Ok((code, constants))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_library_is_not_weighed() {
        assert!(weigh(b"no library").is_err());
    }

    #[test]
    fn a_library_without_code_weighs_nothing() {
        assert!(matches!(weigh(b"!<arch>\n"), Ok((0, 0))));
    }
}
