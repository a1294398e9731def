//! Tests of what scenarios cannot express, in one program, so that it is linked once and its tests run in parallel.

mod accessibility;
mod assistive;
mod boot;
mod browser_pool;
mod bus;
mod chip;
mod clauses;
mod embed;
mod engines;
mod gestures;
mod goldens;
mod journeys;
mod languages;
mod layout;
mod offline;
mod optional;
mod page;
mod phone;
mod policy;
mod screenshots;
mod server;
mod single_file;
mod twin;

/// The result of a test of the page: an error is a sentence that says what differs.
type Outcome = Result<(), String>;
