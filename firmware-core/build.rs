//! Tells the linker where the microcontroller's memories are. Any other machine links this crate as it is.

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=memory.x");
    let is_microcontroller = env::var("TARGET").is_ok_and(|target| target.starts_with("thumbv6m"));
    if is_microcontroller && env::var_os("CARGO_FEATURE_BOARD").is_some() {
        let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
        fs::copy("memory.x", out.join("memory.x"))?;
        println!("cargo:rustc-link-search={}", out.display());
        for argument in ["-Tlink.x", "-Tlink-rp.x", "--nmagic"] {
            println!("cargo:rustc-link-arg-bins={argument}");
        }
    }
    Ok(())
}
