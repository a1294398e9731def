//! The target `chip`: the firmware, the very file that is flashed, on emulated Raspberry Pi Picos, beside a core that
//! runs along (`twin`). After every step every board is compared with the core; then what the step expects is looked
//! for.

mod emulator;

use std::collections::BTreeSet;
use std::path::PathBuf;

use twin::{Along, Boards, Deed, Wired};
use world::step::Step;
use world::story::{Move, Player};
use world::world::Expectation as _;

use super::Target;
use super::core::Core;
use crate::stage::Staged;

pub use emulator::{FIRMWARE_VARIABLE, NODE_VARIABLE, Node};

/// The boards, and the core beside them.
#[derive(Debug)]
pub struct Chip<W: Staged + Wired> {
    boards: Boards<W, Core<W>, Node>,
}

impl<W: Staged> Along<W> for Core<W> {
    fn player(&self) -> &Player<W> {
        Self::player(self)
    }

    fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        Self::make(self, one)
    }
}

impl<W: Staged + Wired> Chip<W> {
    /// Starts an emulator.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn open() -> Result<Self, String> {
        Ok(Self::with(Node::start()?))
    }

    /// Boards in this emulator.
    pub fn with(emulator: Node) -> Self {
        Self { boards: Boards::new(emulator, Core::default()) }
    }

    /// What emulates the boards, for what no act does to one.
    pub fn emulator(&mut self) -> &mut Node {
        self.boards.emulator_mut()
    }

    /// How many instructions the boards have executed since they came up, and the sums of all that has left them.
    ///
    /// # Errors
    /// A sentence, if the emulator is gone.
    pub fn sums(&mut self) -> Result<Vec<(u64, String)>, String> {
        self.boards.sums()
    }
}

impl<W: Staged + Wired> Target<W> for Chip<W> {
    fn name(&self) -> &'static str {
        "chip"
    }

    fn begin(&mut self, actions: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        // Whom the person will stand in front of: those have a board. Whatever goes wrong here goes wrong again below.
        let mut rehearsal = Core::<W>::default();
        let mut places = BTreeSet::new();
        for (action, below) in actions {
            for one in rehearsal.moves(action, *below)? {
                let is_there = match &one {
                    Move::Act(act) => W::deed(act) != Deed::Elsewhere,
                    Move::Pass(_) => true,
                    Move::Begin(_) => false,
                };
                if is_there {
                    places.insert(rehearsal.player().session().world().place_here());
                }
                if rehearsal.make(&one).is_err() {
                    break;
                }
            }
        }
        if places.is_empty() {
            places.insert(rehearsal.player().session().world().place_here());
        }
        self.boards.begin(Core::default(), places);
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, below: Option<&str>) -> Result<(), String> {
        match step {
            Step::Action(action) => {
                let moves = self.boards.core_mut().moves(action, below)?;
                self.boards.make(&moves)?;
                self.boards.compare()
            }
            Step::Expectation(expectation) => expectation.check(&self.core().observe()),
        }
    }

    fn core(&self) -> &Core<W> {
        self.boards.core()
    }

    fn picture(&mut self, _: &str) -> Option<PathBuf> {
        None
    }

    fn not_offered(&self) -> usize {
        0
    }
}
