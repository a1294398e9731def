//! The devices compiled for the microcontroller: as a library, and as the firmware that is flashed.

use std::fs;
use std::path::{Path, PathBuf};

use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSection as _, SectionKind};
use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};
use crate::program::{cargo, run};
use crate::project::Project;
use crate::setup::{THUMB, with_library};
use crate::size::grouped;
use crate::uf2;

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

/// A firmware, and what it may take of its board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Firmware {
    /// Its name, which is that of its binary.
    pub name: &'static str,
    /// How the compiler weighs its size against its speed (The rustc book, `opt-level`).
    opt_level: &'static str,
    /// Bytes of flash that it may take.
    flash_max: u64,
    /// Bytes of RAM that are taken from the beginning; the stack comes on top.
    ram_max: u64,
}

/// All of them.
pub const FIRMWARE: [Firmware; 3] = [
    Firmware { name: "pedestal", opt_level: "z", flash_max: 96 * KIB, ram_max: 16 * KIB },
    Firmware { name: "validator", opt_level: "z", flash_max: 96 * KIB, ram_max: 16 * KIB },
    // Its display has a hundred times as much to draw, and its flash has room.
    Firmware { name: "validator-touch", opt_level: "s", flash_max: 128 * KIB, ram_max: 24 * KIB },
];
const KIB: u64 = 1024;

/// What makes it small: where it finds a mistake of its own it stops, and the place in the flash is all that it tells;
/// nothing is ever printed for the people who wrote it. No name of a file is in it, so that it is the same everywhere.
/// What is there twice is there once: whole functions by the linker, parts of them by the compiler.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
    -Clink-arg=--icf=all -Cllvm-args=-ir-outliner";

/// Compiles the firmware, each as an ELF file in the folder that is returned.
///
/// # Errors
///
/// It does not compile.
pub fn compile(project: &Project) -> Outcome<PathBuf> {
    let folder = project.target().join("firmware");
    for alike in FIRMWARE.chunk_by(|one, next| one.opt_level == next.opt_level) {
        let mut build = cargo();
        build.current_dir(project.root()).args(["build", "--locked", "--package", "firmware-core", "--release"]);
        build.args(["--features", "board", "--target", THUMB]).arg("--target-dir").arg(&folder);
        for Firmware { name, opt_level, .. } in alike {
            let level = format!("profile.release.package.firmware-core.opt-level=\"{opt_level}\"");
            build.args(["--bin", name, "--config", &level]);
        }
        // The core library is built with it: for size, and with the same flags.
        build.env("CARGO_UNSTABLE_BUILD_STD", "core");
        build.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
        run(&mut build)?;
    }
    Ok(folder.join(THUMB).join("release"))
}

/// Compiles the firmware of these names, all of them if there is none, and leaves a UF2 file for each beside the ELF
/// file; says where, how large, and the sum by which it can be told from any other.
///
/// # Errors
///
/// It does not compile, or there is no such firmware.
pub fn make(project: &Project, names: &[String]) -> Outcome {
    let known = |name: &String| FIRMWARE.iter().any(|firmware| firmware.name == *name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let all = FIRMWARE.map(|firmware| firmware.name).join(", ");
        return Err(Failure::new(format!("There is no firmware `{unknown}`; there are {all}.")));
    }
    let folder = compile(project)?;
    for Firmware { name, .. } in FIRMWARE {
        if !names.is_empty() && !names.iter().any(|wanted| wanted == name) {
            continue;
        }
        let file = folder.join(format!("{name}.uf2"));
        let bytes = uf2::of_elf(&read(&folder.join(name))?)?;
        fs::write(&file, &bytes)
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", file.display())))?;
        println!("{}\n  {} bytes, SHA-256 {}", file.display(), grouped(bytes.len() as u64), sum(&bytes));
    }
    Ok(())
}

/// Prints what each firmware takes of its board.
///
/// # Errors
///
/// One takes more than it may.
pub fn weigh_firmware(project: &Project) -> Outcome {
    let folder = compile(project)?;
    let mut over = Vec::new();
    println!("{:24}{:>10}{:>10}{:>10}{:>10}", "firmware", "flash", "limit", "RAM", "limit");
    for Firmware { name, flash_max, ram_max, .. } in FIRMWARE {
        let file = folder.join(name);
        let unreadable = |why| Failure::new(format!("{} cannot be read: {why}.", file.display()));
        let (flash, ram) = taken(&read(&file)?).map_err(unreadable)?;
        let numbers = [flash, flash_max, ram, ram_max].map(|number| format!("{:>10}", grouped(number)));
        println!("  {name:22}{}", numbers.concat());
        for (what, taken, max) in [("flash", flash, flash_max), ("RAM", ram, ram_max)] {
            if taken > max {
                let more = grouped(taken - max);
                over.push(format!("The firmware {name} takes {more} bytes of {what} more than it may."));
            }
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::new(over.join("\n"))) }
}

/// Bytes of flash and of RAM that a program takes.
fn taken(program: &[u8]) -> object::read::Result<(u64, u64)> {
    let (mut flash, mut ram) = (0, 0);
    for section in object::File::parse(program)?.sections() {
        // What has no address is not loaded: names, and notes for a debugger.
        let is_in_ram = section.address() >= RAM;
        if section.address() >= FLASH && !(is_in_ram && section.kind() == SectionKind::UninitializedData) {
            // What RAM begins with lies in flash, too.
            flash += section.size();
        }
        if is_in_ram {
            ram += section.size();
        }
    }
    Ok((flash, ram))
}

/// Where the flash of the RP2040 begins.
const FLASH: u64 = 0x1000_0000;
/// Where its RAM begins.
const RAM: u64 = 0x2000_0000;

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| Failure::new(format!("{} cannot be read: {error}.", file.display())))
}

/// SHA-256 in hexadecimal digits.
pub fn sum(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_library_is_not_weighed() {
        assert!(weigh(b"no library").is_err());
    }

    /// What lies before the store is what the linker may fill, and the store is where the firmware and the emulator
    /// look for it.
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
        for Firmware { name, flash_max, .. } in FIRMWARE {
            assert!(flash_max <= chip - store, "{name}");
        }
    }

    #[test]
    fn a_library_without_code_weighs_nothing() {
        assert!(matches!(weigh(b"!<arch>\n"), Ok((0, 0))));
    }
}
