//! The quay, with its pedestals.
#![expect(clippy::unnecessary_wraps, reason = "only the wire can fail, and that is not written here")]

use kerb_and_quay::lazy::LazyParts;
use kerb_and_quay::sites::quay;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use world::quay::Quay;

fn main() {
    kerb_and_quay::open(|| Box::pin(lazy_parts()));
}

/// A module of its own: `wasm_split` cuts the program here.
#[wasm_split(panels, fallible)]
fn lazy_parts() -> Result<LazyParts<Quay>, SplitLoaderError> {
    Ok(quay::PARTS)
}
