//! The sites: what only one page has, and what they have in common beside the panels.

pub mod bus;
mod display;
mod lazy_parts;
pub mod quay;
