//! The bus, with its validators.
#![expect(clippy::unnecessary_wraps, reason = "only the wire can fail, and that is not written here")]

use kerb_and_quay::lazy::LazyParts;
use kerb_and_quay::sites::bus;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use world::bus::Bus;

fn main() {
    kerb_and_quay::open(|| Box::pin(lazy_parts()));
}

/// A module of its own: `wasm_split` cuts the program here.
#[wasm_split(panels, fallible)]
fn lazy_parts() -> Result<LazyParts<Bus>, SplitLoaderError> {
    Ok(bus::PARTS)
}
