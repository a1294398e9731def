//! The target `core`.

use std::path::PathBuf;

use super::Target;
use crate::device_core::Core;
use crate::site::SiteUnderTest;
use world::script::Step;

impl<W: SiteUnderTest> Target<W> for Core<W> {
    fn name(&self) -> &'static str {
        "core"
    }

    fn begin(&mut self, _: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        *self = Self::default();
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, docstring: Option<&str>) -> Result<(), String> {
        Self::play(self, step, docstring)
    }

    fn core(&self) -> &Self {
        self
    }

    fn screenshot(&mut self, _: &str) -> Option<PathBuf> {
        None
    }

    fn not_offered(&self) -> usize {
        0
    }
}
