//! A world with its journal: what a page runs, what can be saved, and what can be replayed to an identical world.

use firmware_core::rule::Rule;
use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};

use crate::act::SiteAct as _;
use crate::trace::TraceEntry;
use crate::world::{Persistent as _, World};

/// Where a session begins.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub enum Start<W: World> {
    /// A world with an empty wallet.
    Bare,
    /// The world as a page opens it.
    Opening,
    /// A world that was kept, without power.
    Kept(Box<W::Persistent>),
}

impl<W: World> Start<W> {
    /// The world there.
    ///
    /// # Errors
    /// A sentence that says what in a kept world cannot be.
    pub fn world(&self) -> Result<W, String> {
        match self {
            Self::Bare => Ok(W::bare()),
            Self::Opening => Ok(W::opening()),
            Self::Kept(persistent) => W::from_persistent((**persistent).clone()),
        }
    }
}

/// One line of the journal.
#[derive(Clone, PartialEq, Debug)]
pub enum Line<W: World> {
    /// Somebody did something; a refused act is a line, too.
    Acted {
        /// When.
        at: Instant,
        /// What.
        act: W::Act,
        /// Why it was refused, if it was.
        refusal: Option<W::Refusal>,
    },
    /// A device did something.
    Happened {
        /// The first time, with what and why.
        entry: TraceEntry,
        /// The last time, where the same has happened again and again.
        until: Instant,
        /// How often.
        times: u32,
    },
}

/// A world and everything that was done in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Session<W: World> {
    start: Start<W>,
    world: W,
    journal: Vec<Line<W>>,
    /// What the last act was answered with.
    answer: Option<Outcome<W>>,
}

/// What an act was answered with.
pub type Outcome<W> = Result<<W as World>::Answer, <W as World>::Refusal>;
/// An act and when it was done: what a replay needs.
pub type TimedAct<W> = (Instant, <W as World>::Act);

/// From so many acts on a session that is opened again begins afresh from where it is: replaying stays quick.
pub const ACTS_MAX: usize = 5_000;
/// So many lines of the journal are kept besides the acts.
pub const LINES_MAX: usize = 20_000;
/// A long time passes in slices of this length, with the journal halved between them if need be.
const SLICE: Millis = Millis(6 * 3_600_000);

impl<W: World> Session<W> {
    /// A session that begins at `start`.
    ///
    /// # Errors
    /// A sentence that says what in a kept world cannot be.
    pub fn new(start: Start<W>) -> Result<Self, String> {
        let world = start.world()?;
        Ok(Self { start, world, journal: Vec::new(), answer: None })
    }

    /// A session that was kept: the acts since its start, and the world as it lasted. The power comes back.
    ///
    /// # Errors
    /// A sentence that says what in it cannot be.
    pub fn reopened(start: Start<W>, acts: Vec<TimedAct<W>>, persistent: W::Persistent) -> Result<Self, String> {
        let had_power = persistent.site().had_power;
        let (start, acts) =
            if acts.len() > ACTS_MAX { (Start::Kept(Box::new(persistent.clone())), Vec::new()) } else { (start, acts) };
        let began_afresh = acts.is_empty() && matches!(start, Start::Kept(_));
        let world = W::from_persistent(persistent)?;
        let journal = acts.into_iter().map(|(at, act)| Line::Acted { at, act, refusal: None }).collect();
        let mut session = Self { start, world, journal, answer: None };
        if had_power {
            if !began_afresh {
                let at = session.world.now();
                session.journal.push(Line::Acted { at, act: W::Act::POWER_OFF, refusal: None });
            }
            // The answer is known: the world was kept without power.
            let _ = session.act(W::Act::POWER_ON);
            session.answer = None;
        }
        Ok(session)
    }

    /// The world as it is.
    pub fn world(&self) -> &W {
        &self.world
    }

    /// Where the session began.
    pub fn start(&self) -> &Start<W> {
        &self.start
    }

    /// Everything that was done and happened, oldest first.
    pub fn journal(&self) -> &[Line<W>] {
        &self.journal
    }

    /// What the last act was answered with.
    pub fn answer(&self) -> Option<&Outcome<W>> {
        self.answer.as_ref()
    }

    /// The acts alone, with their times.
    pub fn acts(&self) -> impl Iterator<Item = (Instant, &W::Act)> {
        self.journal.iter().filter_map(|line| match line {
            Line::Acted { at, act, .. } => Some((*at, act)),
            Line::Happened { .. } => None,
        })
    }

    /// Does one thing at the present instant.
    ///
    /// # Errors
    /// The refusal says why not; nothing has changed then.
    pub fn act(&mut self, act: W::Act) -> Outcome<W> {
        let mut entries = Vec::new();
        let at = self.world.now();
        let answer = self.world.act(&act, &mut entries);
        let refusal = answer.as_ref().err().cloned();
        self.journal.push(Line::Acted { at, act, refusal });
        self.note(entries);
        self.answer = Some(answer.clone());
        answer
    }

    /// Lets time pass up to `now`. The journal stays within its bound meanwhile.
    pub fn pass_to(&mut self, now: Instant) {
        let mut until = self.world.now();
        loop {
            until = self.world.wake_at().map_or(now, |next| now.min(next.max(until) + SLICE));
            let mut entries = Vec::new();
            self.world.pass_to(until, &mut entries);
            self.note(entries);
            if until >= now {
                break;
            }
        }
    }

    /// Lets time pass.
    pub fn pass(&mut self, length: Millis) {
        self.pass_to(self.world.now() + length);
    }

    /// The clauses that applied in line `mark` of the journal and after, or later than `since` in a line before it.
    pub fn rules_since(&self, mark: usize, since: Instant) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (index, line) in self.journal.iter().enumerate() {
            if let Line::Happened { entry, until, .. } = line
                && (index >= mark || *until > since)
            {
                for rule in &entry.rules {
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
        let acts = self.acts().map(|(at, act)| (at, act.clone()));
        Self::replay(self.start.clone(), acts, self.world.now())
    }

    /// A session that begins at `start`, in which these acts are done at their times, up to `now`.
    ///
    /// # Errors
    /// A sentence that says what in a kept start cannot be.
    pub fn replay(start: Start<W>, acts: impl IntoIterator<Item = TimedAct<W>>, now: Instant) -> Result<Self, String> {
        let mut session = Self::new(start)?;
        for (at, act) in acts {
            session.pass_to(at);
            // A refusal belongs to the session.
            let _ = session.act(act);
        }
        session.pass_to(now);
        Ok(session)
    }

    /// The beeps that device `device` began in line `mark` of the journal and after: each pattern's number of beeps.
    pub fn beeps_since(&self, mark: usize, device: u16) -> Vec<u8> {
        let heard = self.journal.iter().skip(mark).filter_map(|line| match line {
            Line::Happened { entry, .. } if entry.device == device => entry.beeps,
            Line::Happened { .. } | Line::Acted { .. } => None,
        });
        heard.map(|beeps| beeps.count).collect()
    }

    fn note(&mut self, entries: Vec<TraceEntry>) {
        for entry in entries {
            if let Some(Line::Happened { entry: last, until, times }) = self.journal.last_mut()
                && entry.beeps.is_none()
                && last.beeps.is_none()
                && last.rules == entry.rules
                && last.device == entry.device
                && last.screen == entry.screen
            {
                *until = entry.at;
                *times += 1;
                continue;
            }
            let until = entry.at;
            self.journal.push(Line::Happened { entry, until, times: 1 });
        }
        if self.journal.len() > LINES_MAX {
            // The acts are needed for a replay; what happened can be found again by one.
            let half = self.journal.len() / 2;
            let mut index = 0;
            self.journal.retain(|line| {
                index += 1;
                index > half || matches!(line, Line::Acted { .. })
            });
        }
    }
}
