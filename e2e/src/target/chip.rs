//! The target `chip`: the firmware that is flashed, on emulated Raspberry Pi Picos, with a reference core ([`twin`]).
//! After every step each board is compared with the core; then the expectation of the step is checked.

mod emulator;

use std::collections::BTreeSet;
use std::path::PathBuf;

use twin::{BoardInput, Boards, ReferenceCore, Wired};
use world::script::{Expectation as _, Move, Player, Step};

use super::Target;
use crate::device_core::Core;
use crate::site::SiteUnderTest;

pub use emulator::{FIRMWARE_VARIABLE, NODE_VARIABLE, Node};

/// The boards and their reference core.
#[derive(Debug)]
pub struct Chip<W: SiteUnderTest + Wired> {
    boards: Boards<W, Core<W>, Node>,
}

impl<W: SiteUnderTest> ReferenceCore<W> for Core<W> {
    fn player(&self) -> &Player<W> {
        Self::player(self)
    }

    fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        Self::make(self, one)
    }
}

impl<W: SiteUnderTest + Wired> Chip<W> {
    /// Starts an emulator.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn open() -> Result<Self, String> {
        Ok(Self::with(Node::start()?))
    }

    /// Uses this emulator.
    pub fn with(emulator: Node) -> Self {
        Self { boards: Boards::new(emulator, Core::default()) }
    }

    /// The emulator, for input that no act causes.
    pub fn emulator(&mut self) -> &mut Node {
        self.boards.emulator_mut()
    }

    /// For each board, the number of instructions since its start and the checksum of its output.
    ///
    /// # Errors
    /// The emulator has exited.
    pub fn sums(&mut self) -> Result<Vec<(u64, String)>, String> {
        self.boards.sums()
    }
}

impl<W: SiteUnderTest + Wired> Target<W> for Chip<W> {
    fn name(&self) -> &'static str {
        "chip"
    }

    fn begin(&mut self, actions: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        // Only the devices that the person goes to get a board. An error here is reported when the step runs.
        let mut rehearsal = Core::<W>::default();
        let mut devices = BTreeSet::new();
        for (action, docstring) in actions {
            for one in rehearsal.moves(action, *docstring)? {
                let needs_board = match &one {
                    Move::Act(act) => W::board_input(act) != BoardInput::None,
                    Move::Pass(_) => true,
                    Move::Begin(_) => false,
                };
                if needs_board {
                    devices.insert(rehearsal.player().session().world().site().here);
                }
                if rehearsal.make(&one).is_err() {
                    break;
                }
            }
        }
        if devices.is_empty() {
            devices.insert(rehearsal.player().session().world().site().here);
        }
        self.boards.begin(Core::default(), devices);
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, docstring: Option<&str>) -> Result<(), String> {
        match step {
            Step::Action(action) => {
                let moves = self.boards.core_mut().moves(action, docstring)?;
                self.boards.make(&moves)?;
                self.boards.compare()
            }
            Step::Expectation(expectation) => expectation.check(&self.core().observe()),
        }
    }

    fn core(&self) -> &Core<W> {
        self.boards.core()
    }

    fn screenshot(&mut self, _: &str) -> Option<PathBuf> {
        None
    }

    fn not_offered(&self) -> usize {
        0
    }
}
