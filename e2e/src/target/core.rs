//! The target `core`: the devices and their world as plain values on this machine.

use std::path::PathBuf;

use firmware_core::rule::Rule;
use firmware_core::time::Millis;
use serde::Serialize;
use world::quay::Quay;
use world::session::Line;
use world::step::Step;
use world::story::{Move, Player};
use world::world::{Action as _, Expectation as _, World};

use super::Target;
use crate::stage::Staged;

/// The core, with a check of the ledger's laws after every move.
#[derive(Clone, Debug)]
pub struct Core<W: World = Quay> {
    player: Player<W>,
}

impl<W: World> Default for Core<W> {
    fn default() -> Self {
        Self { player: Player::default() }
    }
}

/// What the display shows, as it goes into the record of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Scene {
    /// The name of the screen.
    pub screen: String,
    /// Its words, line by line.
    pub display: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// The checksum (CRC-64/XZ) of its pixels; none without power.
    pub frame: Option<String>,
}

impl<W: Staged> Core<W> {
    /// What can be seen.
    pub fn observe(&self) -> W::Observation {
        self.player.observe()
    }

    /// The player itself.
    pub fn player(&self) -> &Player<W> {
        &self.player
    }

    /// An action begins: these are its moves.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the action.
    pub fn moves(&mut self, action: &W::Action, below: Option<&str>) -> Result<Vec<Move<W>>, String> {
        self.mark();
        action.moves(self.player.session().world(), below)
    }

    /// Something begins: what is seen from here on belongs to it.
    pub fn mark(&mut self) {
        self.player.mark();
    }

    /// Makes one move, after which the ledger has to add up.
    ///
    /// # Errors
    /// A sentence that says what does not hold.
    pub fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        self.player.make(one)?;
        self.player.session().world().check()
    }

    /// Lets time pass and checks nothing: what is measured is the devices.
    pub fn pass(&mut self, length: Millis) {
        // Time can always pass.
        let _ = self.player.make(&Move::Pass(length));
    }

    /// Why an act of the last step was refused, if one was.
    pub fn refusal(&self) -> Option<String> {
        let (mark, _) = self.player.marked();
        self.player.session().journal()[mark..].iter().find_map(|line| match line {
            Line::Acted { refusal, .. } => refusal.as_ref().map(ToString::to_string),
            Line::Happened { .. } => None,
        })
    }

    /// The clauses that applied since the last step that did something began.
    pub fn rules(&self) -> Vec<Rule> {
        let (mark, since) = self.player.marked();
        self.player.session().rules_since(mark, since)
    }

    /// What the display shows.
    pub fn scene(&self) -> Scene {
        W::scene(self.player.session())
    }

    /// The last lines of the journal, for a person.
    pub fn journal_end(&self, lines: usize) -> Vec<String> {
        let journal = self.player.session().journal();
        journal[journal.len().saturating_sub(lines)..].iter().map(told::<W>).collect()
    }
}

impl<W: Staged> Target<W> for Core<W> {
    fn name(&self) -> &'static str {
        "core"
    }

    fn begin(&mut self, _: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        *self = Self::default();
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, below: Option<&str>) -> Result<(), String> {
        match step {
            Step::Action(action) => {
                for one in self.moves(action, below)? {
                    self.make(&one)?;
                }
                Ok(())
            }
            Step::Expectation(expectation) => expectation.check(&self.observe()),
        }
    }

    fn core(&self) -> &Self {
        self
    }

    fn picture(&mut self, _: &str) -> Option<PathBuf> {
        None
    }

    fn not_offered(&self) -> usize {
        0
    }
}

fn told<W: Staged>(line: &Line<W>) -> String {
    match line {
        Line::Acted { at, act, refusal } => {
            let act = W::Action::of_act(act).map_or_else(|| format!("{act:?}"), |action| action.to_string());
            let refused = refusal.as_ref().map(|refusal| format!(" (refused: {refusal})")).unwrap_or_default();
            format!("{:>9} ms  {act}{refused}", at.0)
        }
        Line::Happened { happening, until, times } => {
            let rules: Vec<_> = happening.rules.iter().map(ToString::to_string).collect();
            let again = if *times > 1 { format!(", {times} times up to {} ms", until.0) } else { String::new() };
            let heard = happening.beeps.map(|beeps| format!(", {} beeps", beeps.count)).unwrap_or_default();
            format!(
                "{:>9} ms    {} {} shows {}{heard}: {}{again}",
                happening.at.0,
                W::DEVICE,
                happening.device,
                happening.screen,
                rules.join(" ")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn play(core: &mut Core<Quay>, text: &str) -> Result<(), String> {
        core.play(&text.parse().expect("it is a step"), None)
    }

    #[test]
    fn a_scene_is_words_and_the_checksum_of_its_pixels() {
        let mut core = Core::<Quay>::default();
        let resting = core.scene();
        assert_eq!(resting.screen, "Welcome");
        assert!(resting.display.contains(&"WELCOME".to_owned()), "{:?}", resting.display);
        play(&mut core, "I press socket 1").expect("it can be pressed");
        assert_ne!(core.scene().frame, resting.frame);
        play(&mut core, "the power fails").expect("it can fail");
        assert_eq!(core.scene().frame, None);
    }

    #[test]
    fn what_is_refused_can_be_told() {
        let mut core = Core::<Quay>::default();
        play(&mut core, "I take the card out").expect("a refusal is an answer");
        assert_eq!(core.refusal().as_deref(), Some("There is no card in the holder."));
        play(&mut core, "I press Enter").expect("it can be pressed");
        assert_eq!(core.refusal(), None);
    }

    #[test]
    fn an_expectation_that_does_not_hold_says_what_is_there() {
        let why = play(&mut Core::default(), "the screen is Busy").expect_err("it rests");
        assert_eq!(why, "the screen is \"Welcome\", not \"Busy\"");
    }
}
