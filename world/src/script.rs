//! Steps played on a session, and a session written as a feature.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use firmware_core::time::{Instant, Millis};

use crate::act::SiteAct as _;
use crate::ledger::Account;
use crate::save_format;
use crate::session::{Session, Start};
use crate::step::{Kind, Unknown};
use crate::world::{Persistent as _, World};

/// A world with an acceptance language.
pub trait Scripted: World {
    /// The steps of a scenario that do something in it.
    type Action: Action<Self>;
    /// The steps that look whether something is as expected.
    type Expectation: Expectation<Self>;
    /// Everything that can be seen of it.
    type Observation: Clone + PartialEq + fmt::Debug;

    /// What can be seen of a session, with the clauses that applied since `mark`.
    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> Self::Observation;
}

/// The steps of every site with which a saved session begins, and in which time passes.
/// [`shared_steps!`](macro@crate::shared_steps) implements it.
pub trait SharedSteps {
    /// The step that begins as a page opens its world.
    fn opening() -> Self;

    /// The step that begins with an empty wallet.
    fn bare() -> Self;

    /// The step that begins with a world that was kept.
    fn kept() -> Self;

    /// The step in which time passes.
    fn wait(duration: Millis) -> Self;
}

/// A step of a scenario that does something.
pub trait Action<W: Scripted>: Kind + SharedSteps {
    /// The step that says this act.
    fn of_act(act: &W::Act) -> Self;

    /// The step that says two acts at one instant, if there is one.
    fn of_two(first: &W::Act, second: &W::Act) -> Option<Self>;

    /// What this step does. `below` is the text below the step.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the step or with the text.
    fn moves(&self, world: &W, below: Option<&str>) -> Result<Vec<Move<W>>, String>;
}

/// A step of a scenario that looks whether something is as expected.
pub trait Expectation<W: Scripted>: Kind {
    /// Whether what this step expects is what is seen.
    ///
    /// # Errors
    /// A sentence that says what is seen instead.
    fn check(&self, seen: &W::Observation) -> Result<(), String>;

    /// Steps that say what is seen where it is not what was seen before.
    fn changes(seen: &W::Observation, before: Option<&W::Observation>) -> Vec<Self>;

    /// Steps that say how things stand at the end.
    fn end(seen: &W::Observation) -> Vec<Self>;
}

/// One step of a scenario. A player matches on its kind, so that an action cannot be taken for an expectation.
#[derive(Clone, PartialEq, Debug)]
pub enum Step<W: Scripted> {
    /// It does something.
    Action(W::Action),
    /// It looks whether something is as expected, and changes nothing.
    Expectation(W::Expectation),
}

impl<W: Scripted> fmt::Display for Step<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Action(action) => action.fmt(f),
            Self::Expectation(expectation) => expectation.fmt(f),
        }
    }
}

impl<W: Scripted> FromStr for Step<W> {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        let value = match W::Action::read(text) {
            Ok(action) => return Ok(Self::Action(action)),
            Err(value) => value,
        };
        match W::Expectation::read(text) {
            Ok(expectation) => Ok(Self::Expectation(expectation)),
            Err(other) => {
                let patterns = [W::Action::patterns(), W::Expectation::patterns()].concat();
                Err(Unknown::new(text, value.or(other), &patterns))
            }
        }
    }
}

/// What a step does to a session.
#[derive(Clone, PartialEq, Debug)]
pub enum Move<W: World> {
    /// The world begins.
    Begin(Start<W>),
    /// Somebody does something.
    Act(W::Act),
    /// Time passes.
    Pass(Millis),
}

/// A session on which steps are played: the target called `core`.
#[derive(Clone, Debug)]
pub struct Player<W: World> {
    session: Session<W>,
    /// The journal's length and the time before the last step that did something.
    mark: (usize, Instant),
}

impl<W: World> Default for Player<W> {
    fn default() -> Self {
        let session = Session::new(Start::Bare).expect("a bare world can always be had");
        Self { session, mark: (0, Instant(0)) }
    }
}

impl<W: World> Player<W> {
    /// The session.
    pub fn session(&self) -> &Session<W> {
        &self.session
    }

    /// A step begins that does something.
    pub fn mark(&mut self) {
        self.mark = (self.session.journal().len(), self.session.world().now());
    }

    /// Where the last step that did something began: the journal's length and the time.
    pub fn marked(&self) -> (usize, Instant) {
        self.mark
    }

    /// Makes one move.
    ///
    /// # Errors
    /// A sentence that says what in a kept world cannot be.
    pub fn make(&mut self, one: &Move<W>) -> Result<(), String> {
        match one {
            Move::Begin(start) => {
                self.session = Session::new(start.clone())?;
                self.mark = (0, Instant(0));
            }
            Move::Act(act) => {
                // A refusal is an answer that a step can expect.
                let _ = self.session.act(act.clone());
            }
            Move::Pass(length) => self.session.pass(*length),
        }
        Ok(())
    }
}

impl<W: Scripted> Player<W> {
    /// Plays one step: does the action, or checks the expectation.
    ///
    /// # Errors
    /// The action is not possible, or the expectation does not hold.
    pub fn play(&mut self, step: &Step<W>, below: Option<&str>) -> Result<(), String> {
        self.play_checked(step, below, |_| Ok(()))
    }

    /// The same with a check of the world after every move.
    ///
    /// # Errors
    /// The action is not possible, the expectation does not hold, or `check` fails.
    pub fn play_checked(
        &mut self,
        step: &Step<W>,
        below: Option<&str>,
        check: impl Fn(&W) -> Result<(), String>,
    ) -> Result<(), String> {
        match step {
            Step::Action(action) => self.perform_checked(action, below, check),
            Step::Expectation(expectation) => expectation.check(&self.observe()),
        }
    }

    /// Does an action.
    ///
    /// # Errors
    /// The action is not possible, or the text below it is not valid.
    pub fn perform(&mut self, action: &W::Action, below: Option<&str>) -> Result<(), String> {
        self.perform_checked(action, below, |_| Ok(()))
    }

    fn perform_checked(
        &mut self,
        action: &W::Action,
        below: Option<&str>,
        check: impl Fn(&W) -> Result<(), String>,
    ) -> Result<(), String> {
        self.mark();
        for one in action.moves(self.session.world(), below)? {
            self.make(&one)?;
            check(self.session.world())?;
        }
        Ok(())
    }

    /// What can be seen.
    pub fn observe(&self) -> W::Observation {
        W::observe(&self.session, self.mark)
    }
}

/// Writes a session as a feature: its start, its acts with the time between them, and what was seen. Played
/// anywhere, it passes there if the same happens there.
///
/// # Errors
/// A sentence that says what in a kept start cannot be.
pub fn feature<W: Scripted>(session: &Session<W>, title: &str) -> Result<String, String> {
    let mut feature = String::new();
    let mut player = Player::<W>::default();
    player.make(&Move::Begin(session.start().clone()))?;
    header(&mut feature, player.session.world(), title);
    match session.start() {
        Start::Bare => sentence(&mut feature, "Given", &W::Action::bare()),
        Start::Opening => sentence(&mut feature, "Given", &W::Action::opening()),
        Start::Kept(persistent) => {
            sentence(&mut feature, "Given", &W::Action::kept());
            feature.push_str("      \"\"\"\n");
            for line in save_format::world_to_text::<W>(persistent).lines() {
                let _ = writeln!(feature, "      {line}");
            }
            feature.push_str("      \"\"\"\n");
        }
    }
    let acts: Vec<_> = session.acts().map(|(at, act)| (at, act.clone())).collect();
    // Reopening a kept world switches the power on: that is part of the step.
    let mut next = 0;
    if let (Start::Kept(persistent), Some((_, first))) = (session.start(), acts.first())
        && *first == W::Act::POWER_ON
        && persistent.site().had_power
    {
        player.make(&Move::Act(W::Act::POWER_ON))?;
        next = 1;
    }
    let mut seen = None;
    while let Some((at, act)) = acts.get(next) {
        wait_until(&mut feature, &mut player, *at, &mut seen)?;
        let following = acts.get(next + 1).filter(|(then, _)| then == at);
        let (action, acts_played) = match following.and_then(|(_, following)| W::Action::of_two(act, following)) {
            Some(action) => (action, 2),
            None => (W::Action::of_act(act), 1),
        };
        sentence(&mut feature, "When", &action);
        next += acts_played;
        player.perform(&action, None)?;
        write_changes::<W>(&mut feature, player.observe(), &mut seen);
    }
    wait_until(&mut feature, &mut player, session.world().now(), &mut seen)?;
    for expectation in W::Expectation::end(&player.observe()) {
        sentence(&mut feature, "Then", &expectation);
    }
    Ok(feature)
}

/// The moves of the step that begins with a kept world. `text` is what is below the step.
///
/// # Errors
/// A sentence that says what is wrong with the text.
pub fn saved_moves<W: World>(text: Option<&str>) -> Result<Vec<Move<W>>, String> {
    let text = text.ok_or("the kept world is missing: it is the text below the step")?;
    let persistent = save_format::world_from_text::<W>(text).map_err(|broken| broken.to_string())?;
    let had_power = persistent.site().had_power;
    let mut moves = vec![Move::Begin(Start::Kept(Box::new(persistent)))];
    if had_power {
        moves.push(Move::Act(W::Act::POWER_ON));
    }
    Ok(moves)
}

/// The sum in the accounts of one kind. The source counts as what came out of it.
pub fn total<A: Account, K: From<A> + PartialEq>(kind: &K, accounts: &[(A, i64)]) -> i64 {
    let of_kind = accounts.iter().filter(|(account, _)| K::from(*account) == *kind);
    let held: i64 = of_kind.map(|(_, held)| held).sum();
    if K::from(A::SOURCE) == *kind { -held } else { held }
}

/// The version of the devices' code, as a saved session names it.
pub const CORE_VERSION: &str = env!("CARGO_PKG_VERSION");

fn header<W: Scripted>(feature: &mut String, world: &W, title: &str) {
    let title = title.replace(['\n', '\r'], " ");
    let _ = writeln!(feature, "# language: en\nFeature: {title}\n");
    let _ = writeln!(
        feature,
        "  Saved from Kerb & Quay, core {CORE_VERSION}, card layout {}.",
        firmware_core::card::LAYOUT_VERSION
    );
    let _ = writeln!(feature, "  Tariff: {}.", world.tariff());
    let _ = writeln!(feature, "  It begins on {}, with these settings:\n", world.civil());
    for (index, setting) in W::all_settings().enumerate() {
        let _ = writeln!(feature, "    {} = {}", setting.name, setting.word(world.setting(index)));
    }
    let _ = writeln!(feature, "\n  Scenario: {title}");
}

fn sentence(feature: &mut String, keyword: &str, step: &dyn fmt::Display) {
    let _ = writeln!(feature, "    {keyword} {step}");
}

fn wait_until<W: Scripted>(
    feature: &mut String,
    player: &mut Player<W>,
    at: Instant,
    seen: &mut Option<W::Observation>,
) -> Result<(), String> {
    let gap = at.since(player.session.world().now());
    if gap > Millis(0) {
        let action = W::Action::wait(gap);
        sentence(feature, "When", &action);
        player.perform(&action, None)?;
        write_changes::<W>(feature, player.observe(), seen);
    }
    Ok(())
}

/// Says what is seen where it is not what was seen before.
fn write_changes<W: Scripted>(feature: &mut String, now: W::Observation, seen: &mut Option<W::Observation>) {
    for expectation in W::Expectation::changes(&now, seen.as_ref()) {
        sentence(feature, "Then", &expectation);
    }
    *seen = Some(now);
}

/// A text with one space between its words.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether something is as it should be.
///
/// # Errors
/// It is not: a sentence that says how it is.
pub fn same<T: PartialEq<U> + fmt::Debug + ?Sized, U: fmt::Debug>(
    what: &str,
    expected: &T,
    found: &U,
) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("{what} is {found:?}, not {expected:?}")) }
}

/// Whether a condition holds.
///
/// # Errors
/// It does not: the sentence of `otherwise`.
pub fn holds(condition: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if condition { Ok(()) } else { Err(otherwise()) }
}
