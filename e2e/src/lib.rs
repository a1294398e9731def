//! The acceptance runner of Kerb & Quay.
//!
//! One folder of Gherkin features is read ([`feature`]), its scenarios are chosen by their tags ([`tags`]) and played
//! on a [`target`]: the devices' core on this machine, or the page in Chromium, clicked as a person would. The steps
//! are those of each world's own language, such as [`world::quay::step`]; there is no second matcher. Features
//! about pedestals are played on the quay, those about validators on the bus ([`stage`]). Every run leaves a
//! [`report`].
//!
//! [`coverage`] proves that every clause has its scenarios, [`sabotage`] that these scenarios notice a broken device.

#[cfg(feature = "browser")]
pub mod chromium;
pub mod coverage;
pub mod day;
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
#[cfg(feature = "browser")]
pub mod served;
pub mod stage;
pub mod tags;
pub mod target;
