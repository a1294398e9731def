//! The acceptance runner of Kerb & Quay.
//!
//! The runner reads a folder of Gherkin features ([`feature`]), selects scenarios by their tags ([`tags`]) and runs
//! them ([`run`]) on a [`target`]: the devices' core on this machine, the page in Chromium, or the firmware on emulated
//! boards. The steps are those of each world's own language, such as [`world::quay::step`]; there is no second matcher.
//! [`site`] lists the sites and finds the one that a scenario is about. Every run writes a [`report`].
//!
//! [`coverage`] proves that every clause has a scenario, [`sabotage`] that these scenarios detect a broken device.

#[cfg(feature = "browser")]
pub mod chromium;
pub mod coverage;
pub mod day;
pub mod device_core;
#[cfg(feature = "browser")]
pub mod engine;
pub mod exempt;
pub mod feature;
#[cfg(feature = "browser")]
pub mod page;
pub mod pixels;
pub mod report;
pub mod run;
pub mod sabotage;
pub mod sample;
pub mod site;
pub mod tags;
pub mod target;
