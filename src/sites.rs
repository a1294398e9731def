//! The sites: what only one page has.

pub mod bus;
pub mod quay;
