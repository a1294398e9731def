//! The targets that scenarios run on.

#[cfg(feature = "browser")]
pub mod browser;
pub mod chip;
pub mod core;

use std::path::PathBuf;

use world::quay::Quay;
use world::script::Step;

use crate::device_core::Core;
use crate::site::SiteUnderTest;

/// Something that a scenario can run on.
pub trait Target<W: SiteUnderTest = Quay> {
    /// Its name in reports.
    fn name(&self) -> &'static str;

    /// Prepares for the next scenario, whatever the result of the last one. `actions` are the actions of the scenario
    /// with their doc strings.
    ///
    /// # Errors
    /// The target cannot be prepared.
    fn begin(&mut self, actions: &[(&W::Action, Option<&str>)]) -> Result<(), String>;

    /// Runs one step: does the action, or checks the expectation.
    ///
    /// # Errors
    /// The action cannot be done, or the expectation does not hold.
    fn play(&mut self, step: &Step<W>, docstring: Option<&str>) -> Result<(), String>;

    /// The core that has run the same steps: the target itself, or its reference.
    fn core(&self) -> &Core<W>;

    /// Takes a screenshot and names it after a failed scenario; none if the target has no screen.
    fn screenshot(&mut self, name: &str) -> Option<PathBuf>;

    /// The number of acts that were skipped because the target correctly offers no control for them.
    fn not_offered(&self) -> usize;
}
