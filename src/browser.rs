//! What the page needs of the browser, without a word about devices.

pub mod choices;
pub mod download;
pub mod files;
pub mod query;
pub mod visibility;
