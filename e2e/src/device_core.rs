//! The devices' core with its world: a target of its own, and the reference for the other targets.

use firmware_core::rule::Rule;
use firmware_core::time::Millis;
use world::quay::Quay;
use world::script::{Action as _, Move, Player, Step};
use world::session::Line;
use world::world::World;

use crate::site::{DisplayState, SiteUnderTest};

/// The core. After every move the laws of the ledger are checked.
#[derive(Clone, Debug)]
pub struct Core<W: World = Quay> {
    player: Player<W>,
}

impl<W: World> Default for Core<W> {
    fn default() -> Self {
        Self { player: Player::default() }
    }
}

impl<W: SiteUnderTest> Core<W> {
    /// The observation of the world.
    pub fn observe(&self) -> W::Observation {
        self.player.observe()
    }

    /// The player with its session.
    pub fn player(&self) -> &Player<W> {
        &self.player
    }

    /// Begins an action and returns its moves.
    ///
    /// # Errors
    /// The action is not possible.
    pub fn moves(&mut self, action: &W::Action, docstring: Option<&str>) -> Result<Vec<Move<W>>, String> {
        self.mark();
        action.moves(self.player.session().world(), docstring)
    }

    /// Begins a step: clauses and beeps are observed from here on.
    pub fn mark(&mut self) {
        self.player.mark();
    }

    /// Makes one move and checks the laws of the ledger.
    ///
    /// # Errors
    /// The move is not possible, or a law does not hold.
    pub fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        self.player.make(one)?;
        self.player.session().world().check()
    }

    /// Runs one step and checks the laws of the ledger after every move.
    ///
    /// # Errors
    /// The action is not possible, the expectation does not hold, or a law does not hold.
    pub fn play(&mut self, step: &Step<W>, docstring: Option<&str>) -> Result<(), String> {
        self.player.play_checked(step, docstring, W::check)
    }

    /// Lets time pass without a check, for measuring the speed of the devices.
    pub fn pass(&mut self, length: Millis) {
        // This move is always possible.
        let _ = self.player.make(&Move::Pass(length));
    }

    /// The refusal of the last step, if an act of it was refused.
    pub fn refusal(&self) -> Option<String> {
        let (mark, _) = self.player.marked();
        self.player.session().journal()[mark..].iter().find_map(|line| match line {
            Line::Acted { refusal, .. } => refusal.as_ref().map(ToString::to_string),
            Line::Happened { .. } => None,
        })
    }

    /// The clauses that applied since the last action began.
    pub fn rules(&self) -> Vec<Rule> {
        let (mark, since) = self.player.marked();
        self.player.session().rules_since(mark, since)
    }

    /// The display in front of the person.
    pub fn display_state(&self) -> DisplayState {
        W::display_state(self.player.session())
    }

    /// The last lines of the journal as text.
    pub fn journal_end(&self, lines: usize) -> Vec<String> {
        let journal = self.player.session().journal();
        journal[journal.len().saturating_sub(lines)..].iter().map(journal_line::<W>).collect()
    }
}

fn journal_line<W: SiteUnderTest>(line: &Line<W>) -> String {
    match line {
        Line::Acted { at, act, refusal } => {
            let act = W::Action::of_act(act);
            let refused = refusal.as_ref().map(|refusal| format!(" (refused: {refusal})")).unwrap_or_default();
            format!("{:>9} ms  {act}{refused}", at.0)
        }
        Line::Happened { entry, until, times } => {
            let rules: Vec<_> = entry.rules.iter().map(ToString::to_string).collect();
            let again = if *times > 1 { format!(", {times} times up to {} ms", until.0) } else { String::new() };
            let beeps = entry.beeps.map(|beeps| format!(", {} beeps", beeps.count)).unwrap_or_default();
            format!(
                "{:>9} ms    {} {} shows {}{beeps}: {}{again}",
                entry.at.0,
                W::SITE.device,
                entry.device,
                entry.screen,
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
    fn a_display_state_has_words_and_a_checksum() {
        let mut core = Core::<Quay>::default();
        let resting = core.display_state();
        assert_eq!(resting.screen, "Welcome");
        assert!(resting.display.contains(&"WELCOME".to_owned()), "{:?}", resting.display);
        play(&mut core, "I press socket 1").expect("it can be pressed");
        assert_ne!(core.display_state().frame, resting.frame);
        play(&mut core, "the power fails").expect("it can fail");
        assert_eq!(core.display_state().frame, None);
    }

    #[test]
    fn a_refusal_lasts_until_the_next_step() {
        let mut core = Core::<Quay>::default();
        play(&mut core, "I take the card out").expect("a refusal is an answer");
        assert_eq!(core.refusal().as_deref(), Some("There is no card in the holder."));
        play(&mut core, "I press Enter").expect("it can be pressed");
        assert_eq!(core.refusal(), None);
    }

    #[test]
    fn a_failed_expectation_names_what_is_there() {
        let why = play(&mut Core::default(), "the screen is Busy").expect_err("it rests");
        assert_eq!(why, "the screen is \"Welcome\", not \"Busy\"");
    }
}
