//! The devices compiled for the microcontroller: as a library, and as the firmware that is flashed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist::sha256;
use crate::failure::{Failure, Outcome};
use crate::number::grouped;
use crate::program::{cargo, run};
use crate::project::Project;
use crate::setup::{THUMB, with_library};
use crate::sites::{Device, device_names, devices};
use crate::uf2;
use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSection as _, SectionKind};

/// Compiles `firmware-core` for the microcontroller and prints the size of its code and constants.
///
/// # Errors
///
/// It does not compile there: something in it needs an allocator, a clock or an operating system.
pub fn build(project: &Project) -> Outcome {
    let mut build = cargo();
    build.current_dir(project.root()).args(["build", "--locked", "--package", "firmware-core", "--lib", "--release"]);
    build.args(["--target", THUMB]).arg("--target-dir").arg(project.target());
    // With the link-time optimisation of the page the library would contain LLVM bitcode instead of machine code.
    build.env("CARGO_PROFILE_RELEASE_LTO", "off");
    run(with_library(&mut build, THUMB)?)?;

    let library = project.target().join(THUMB).join("release").join("libfirmware_core.rlib");
    let (code, constants) = library_size(&read(&library)?).map_err(|error| unreadable(&library, error))?;
    println!(
        "firmware-core on {THUMB}: {} bytes of code, {} of constants; without the generic drawing code, which needs a display",
        grouped(code),
        grouped(constants)
    );
    Ok(())
}

/// The size of code and of constants of a library, in bytes.
fn library_size(library: &[u8]) -> object::read::Result<(u64, u64)> {
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

/// Flags for small firmware: a panic stops it without a message, and no debug output is ever formatted. It contains no
/// file names, so that it is the same on every machine. The linker merges identical functions, and the compiler
/// outlines identical parts of functions.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
    -Clink-arg=--icf=all -Cllvm-args=-ir-outliner";

/// Compiles the firmware, each as an ELF file in the folder that is returned.
///
/// # Errors
///
/// It does not compile.
pub fn compile(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target().join("firmware");
    let all: Vec<_> = devices().collect();
    for group in all.chunk_by(|one, next| one.opt_level == next.opt_level) {
        let mut build = cargo();
        build.current_dir(project.root()).args(["build", "--locked", "--package", "firmware-core", "--release"]);
        build.args(["--features", "board", "--target", THUMB]).arg("--target-dir").arg(&folder);
        for Device { name, opt_level, .. } in group {
            let level = format!("profile.release.package.firmware-core.opt-level=\"{opt_level}\"");
            build.args(["--bin", name, "--config", &level]);
        }
        // The core library is built with it, for size and with the same flags.
        build.env("CARGO_UNSTABLE_BUILD_STD", "core");
        build.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
        run(&mut build)?;
    }
    Ok(folder.join(THUMB).join("release"))
}

/// Compiles the firmware with these names, or all without names, and writes a UF2 file for each beside the ELF file.
/// Prints the path, the size and the hash of each.
///
/// # Errors
///
/// It does not compile, or there is no such firmware.
pub fn make(project: &Project, names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| !device_names().any(|device| device == **name)) {
        let all = device_names().collect::<Vec<_>>().join(", ");
        return Err(Failure::new(format!("There is no firmware `{unknown}`; there are {all}.")));
    }
    let folder = compile(project)?;
    for Device { name, .. } in devices() {
        if !names.is_empty() && !names.iter().any(|wanted| wanted == name) {
            continue;
        }
        let file = folder.join(format!("{name}.uf2"));
        let bytes = uf2::of_elf(&read(&folder.join(name))?)?;
        fs::write(&file, &bytes).map_err(|error| Failure::io(&file, &error))?;
        println!("{}\n  {} bytes, SHA-256 {}", file.display(), grouped(bytes.len() as u64), sha256(&bytes));
    }
    Ok(())
}

/// Prints the flash and the RAM that each firmware uses.
///
/// # Errors
///
/// One exceeds its budget.
pub fn check_sizes(project: &Project) -> Outcome {
    let folder = compile(project)?;
    let mut over = Vec::new();
    println!("{:24}{:>10}{:>10}{:>10}{:>10}", "firmware", "flash", "limit", "RAM", "limit");
    for Device { name, flash_max, ram_max, .. } in devices() {
        let file = folder.join(name);
        let (flash, ram) = memory_used(&read(&file)?).map_err(|error| unreadable(&file, error))?;
        let numbers = [flash, *flash_max, ram, *ram_max].map(|number| format!("{:>10}", grouped(number)));
        println!("  {name:22}{}", numbers.concat());
        for (memory, used, max) in [("flash", flash, *flash_max), ("RAM", ram, *ram_max)] {
            if used > max {
                let excess = grouped(used - max);
                over.push(format!("The firmware {name} exceeds its budget of {memory} by {excess} bytes."));
            }
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::new(over.join("\n"))) }
}

/// The flash and the RAM that a program uses, in bytes.
fn memory_used(program: &[u8]) -> object::read::Result<(u64, u64)> {
    let (mut flash, mut ram) = (0, 0);
    for section in object::File::parse(program)?.sections() {
        // Sections without an address are not loaded: symbols and debug information.
        let is_in_ram = section.address() >= RAM;
        if section.address() >= FLASH && !(is_in_ram && section.kind() == SectionKind::UninitializedData) {
            // The initial values of RAM are stored in flash.
            flash += section.size();
        }
        if is_in_ram {
            ram += section.size();
        }
    }
    Ok((flash, ram))
}

/// The start of the flash of the RP2040.
const FLASH: u64 = 0x1000_0000;
/// The start of its RAM.
const RAM: u64 = 0x2000_0000;

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| Failure::io(file, &error))
}

fn unreadable(file: &Path, error: object::read::Error) -> Failure {
    Failure::new(format!("{} cannot be parsed: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites::KIB;

    #[test]
    fn bytes_that_are_not_a_library_are_an_error() {
        assert!(library_size(b"no library").is_err());
    }

    /// The linker may fill the flash up to the store, and firmware and emulator agree on its size.
    #[test]
    fn the_largest_firmware_ends_before_the_store() {
        let project = Project::here().expect("tests run inside the repository");
        let text = |file| project.text(file).expect("it is part of the repository");
        let number = |text: &str, before: &str, after: &str| {
            let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
            let (number, _) = found.unwrap_or_else(|| panic!("no `{before}…{after}`"));
            number.parse::<u64>().expect("it is a number")
        };
        let memory = text("firmware-core/memory.x");
        let chip = number(&memory, "0x10000100, LENGTH = ", "K - 0x100 - ") * KIB;
        let store = number(&memory, "K - 0x100 - ", "K\n") * KIB;
        let written = [
            ("firmware-core/src/board/pico.rs", "const STORE_BYTES: usize = "),
            ("e2e/chip/snapshot.mjs", "const STORE_BYTES = "),
        ];
        for (file, before) in written {
            assert_eq!(number(&text(file), before, " * 1024;") * KIB, store, "{file}");
        }
        for Device { name, flash_max, .. } in devices() {
            assert!(*flash_max <= chip - store, "{name}");
        }
    }

    #[test]
    fn a_library_without_code_has_size_zero() {
        assert!(matches!(library_size(b"!<arch>\n"), Ok((0, 0))));
    }
}
