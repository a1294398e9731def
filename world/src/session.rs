//! A world with its journal: what a page runs, what can be saved, and what can be replayed to an identical world.

use firmware_core::rule::Rule;
use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};

use crate::act::{Act, Answer, Refusal};
use crate::quay::{Happening, Lasting, World};

/// Where a session begins.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Start {
    /// A quay with an empty wallet.
    Bare,
    /// The quay as a page opens it.
    Opening,
    /// A world that was kept, without power.
    Kept(Box<Lasting>),
}

impl Start {
    /// The world there.
    ///
    /// # Errors
    /// A sentence that says what in a kept world cannot be.
    pub fn world(&self) -> Result<World, String> {
        match self {
            Self::Bare => Ok(World::bare()),
            Self::Opening => Ok(World::opening()),
            Self::Kept(lasting) => World::from_lasting((**lasting).clone()),
        }
    }
}

/// One line of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Line {
    /// Somebody did something; a refused act is a line, too.
    Acted {
        /// When.
        at: Instant,
        /// What.
        act: Act,
        /// Why it was refused, if it was.
        refusal: Option<Refusal>,
    },
    /// A pedestal did something.
    Happened {
        /// The first time, with what and why.
        happening: Happening,
        /// The last time, where the same has happened again and again.
        until: Instant,
        /// How often.
        times: u32,
    },
}

/// A world and everything that was done in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    start: Start,
    world: World,
    journal: Vec<Line>,
    /// What the last act was answered with.
    answer: Option<Result<Answer, Refusal>>,
}

/// An act and when it was done: what a replay needs.
pub type Deed = (Instant, Act);

/// From so many deeds on a session that is opened again begins afresh from where it is: replaying stays quick.
pub const DEEDS_MAX: usize = 5_000;
/// So many lines of the journal are kept besides the deeds.
const LINES_MAX: usize = 20_000;

impl Session {
    /// A session that begins at `start`.
    ///
    /// # Errors
    /// A sentence that says what in a kept world cannot be.
    pub fn new(start: Start) -> Result<Self, String> {
        let world = start.world()?;
        Ok(Self { start, world, journal: Vec::new(), answer: None })
    }

    /// A session that was kept: the deeds since its start, and the world as it lasted. The power comes back.
    ///
    /// # Errors
    /// A sentence that says what in it cannot be.
    pub fn reopened(start: Start, deeds: Vec<Deed>, lasting: Lasting) -> Result<Self, String> {
        let had_power = lasting.had_power();
        let (start, deeds) =
            if deeds.len() > DEEDS_MAX { (Start::Kept(Box::new(lasting.clone())), Vec::new()) } else { (start, deeds) };
        let began_afresh = deeds.is_empty() && matches!(start, Start::Kept(_));
        let world = World::from_lasting(lasting)?;
        let journal = deeds.into_iter().map(|(at, act)| Line::Acted { at, act, refusal: None }).collect();
        let mut session = Self { start, world, journal, answer: None };
        if had_power {
            if !began_afresh {
                let at = session.world.now();
                session.journal.push(Line::Acted { at, act: Act::PowerOff, refusal: None });
            }
            // The answer is known: the world was kept without power.
            let _ = session.act(Act::PowerOn);
            session.answer = None;
        }
        Ok(session)
    }

    /// The world as it is.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Where the session began.
    pub fn start(&self) -> &Start {
        &self.start
    }

    /// Everything that was done and happened, oldest first.
    pub fn journal(&self) -> &[Line] {
        &self.journal
    }

    /// What the last act was answered with.
    pub fn answer(&self) -> Option<&Result<Answer, Refusal>> {
        self.answer.as_ref()
    }

    /// The acts alone, with their times.
    pub fn deeds(&self) -> impl Iterator<Item = (Instant, &Act)> {
        self.journal.iter().filter_map(|line| match line {
            Line::Acted { at, act, .. } => Some((*at, act)),
            Line::Happened { .. } => None,
        })
    }

    /// Does one thing at the present instant.
    ///
    /// # Errors
    /// [`Refusal`] says why not; nothing has changed then.
    pub fn act(&mut self, act: Act) -> Result<Answer, Refusal> {
        let mut happenings = Vec::new();
        let at = self.world.now();
        let answer = self.world.act(&act, &mut happenings);
        let refusal = answer.as_ref().err().cloned();
        self.journal.push(Line::Acted { at, act, refusal });
        self.note(happenings);
        self.answer = Some(answer.clone());
        answer
    }

    /// Lets time pass up to `now`.
    pub fn pass_to(&mut self, now: Instant) {
        let mut happenings = Vec::new();
        self.world.pass_to(now, &mut happenings);
        self.note(happenings);
    }

    /// Lets time pass.
    pub fn pass(&mut self, length: Millis) {
        self.pass_to(self.world.now() + length);
    }

    /// The clauses that applied in line `mark` of the journal and after, or later than `since` in a line before it.
    pub fn rules_since(&self, mark: usize, since: Instant) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (place, line) in self.journal.iter().enumerate() {
            if let Line::Happened { happening, until, .. } = line
                && (place >= mark || *until > since)
            {
                for rule in &happening.rules {
                    if !rules.contains(rule) {
                        rules.push(*rule);
                    }
                }
            }
        }
        rules
    }

    /// The same session done again from its start: an identical world.
    ///
    /// # Errors
    /// A sentence that says what in a kept start cannot be.
    pub fn replayed(&self) -> Result<Self, String> {
        let deeds = self.deeds().map(|(at, act)| (at, act.clone()));
        Self::replay(self.start.clone(), deeds, self.world.now())
    }

    /// A session that begins at `start`, in which these deeds are done at their times, up to `now`.
    ///
    /// # Errors
    /// A sentence that says what in a kept start cannot be.
    pub fn replay(start: Start, deeds: impl IntoIterator<Item = Deed>, now: Instant) -> Result<Self, String> {
        let mut session = Self::new(start)?;
        for (at, act) in deeds {
            session.pass_to(at);
            // A refusal is part of the story.
            let _ = session.act(act);
        }
        session.pass_to(now);
        Ok(session)
    }

    fn note(&mut self, happenings: Vec<Happening>) {
        for happening in happenings {
            if let Some(Line::Happened { happening: last, until, times }) = self.journal.last_mut()
                && last.rules == happening.rules
                && last.pedestal == happening.pedestal
                && last.screen == happening.screen
            {
                *until = happening.at;
                *times += 1;
                continue;
            }
            let until = happening.at;
            self.journal.push(Line::Happened { happening, until, times: 1 });
        }
        if self.journal.len() > LINES_MAX {
            // The deeds are needed for a replay; what happened can be found again by one.
            let half = self.journal.len() / 2;
            let mut place = 0;
            self.journal.retain(|line| {
                place += 1;
                place > half || matches!(line, Line::Acted { .. })
            });
        }
    }
}
