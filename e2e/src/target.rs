//! What scenarios are played on.

#[cfg(feature = "browser")]
pub mod browser;
pub mod chip;
pub mod core;

use std::path::PathBuf;

use world::quay::Quay;
use world::step::Step;

use crate::stage::Staged;
use crate::target::core::Core;

/// Something that a scenario can be played on.
pub trait Target<W: Staged = Quay> {
    /// Its name in reports.
    fn name(&self) -> &'static str;

    /// Gets ready for the next scenario, whatever became of the last one; these are its actions, each with the text
    /// below it.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    fn begin(&mut self, actions: &[(&W::Action, Option<&str>)]) -> Result<(), String>;

    /// Plays one step: does what it does, or looks whether what it expects is there. `below` is the text below the
    /// step.
    ///
    /// # Errors
    /// A sentence that says why it does not hold, or why it could not be done.
    fn play(&mut self, step: &Step<W>, below: Option<&str>) -> Result<(), String>;

    /// The core on which the same has been played: it is the target, or it runs beside it.
    fn core(&self) -> &Core<W>;

    /// A picture of how things stand, named after a scenario that has failed.
    fn picture(&mut self, name: &str) -> Option<PathBuf>;

    /// How many acts were not done because the target rightly offers no control for them.
    fn not_offered(&self) -> usize;
}
