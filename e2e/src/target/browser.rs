//! The target `browser`: the real page in Chromium, used as a person would, on its hand-turned clock.
//!
//! A core runs along. After every step everything that can be seen on the page has to be what the core says, field by
//! field, and its display dot by dot; then what the step expects is looked for on the page.
//!
//! Three things cannot be clicked, because the page offers no control for them as things stand: a refused act whose
//! control is absent or disabled (a card taken out of an empty holder, a card that is not there, the keys of a
//! validator that has none); a plug, a switch, a setting or a person that stands as wanted already; and what a form
//! objects to before it asks the world (an amount of nothing). They are done neither on the page nor on the core beside
//! it; that the core would refuse them too is checked, and its sentence is what later steps find. The last lines of a
//! run count them.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use firmware_core::time::Millis;
use tempfile::NamedTempFile;
use world::keep;
use world::quay::Quay;
use world::session::{Outcome, Start};
use world::step::Step;
use world::story::Move;
use world::world::{Action as _, Expectation as _};

use super::Target;
use super::core::Core;
use crate::chromium::{Chromium, until};
use crate::page::sight::{self, Lines, Sight};
use crate::page::{self, BY_HAND, Hand, Page, Shown};

/// The page, and the core beside it.
#[derive(Debug)]
pub struct Browser<W: Shown = Quay> {
    page: Page<W>,
    address: String,
    pictures: PathBuf,
    core: Core<W>,
    /// The lines of the journal that the page has shown since the session began.
    lines: Lines,
    /// The answer to an act that the page does not offer.
    withheld: Option<Withheld>,
    /// How many acts the page did not offer.
    not_offered: usize,
    stage: Stage,
}

/// The answer that a person gets from a control that is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Withheld {
    answer: String,
    refused: bool,
}

/// How the page stands between scenarios.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// The scenario has begun its world.
    Set,
    /// It has not.
    Empty,
    /// The last scenario failed: who knows what is open.
    InDisarray,
}

impl<W: Shown> Browser<W> {
    /// Opens the page that is served at `address`; pictures of failures go into the folder `pictures`.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn open(chromium: Chromium, address: &str, pictures: &Path) -> Result<Self, String> {
        let address = page::address(&format!("{}/{}", address.trim_end_matches('/'), W::PATH), BY_HAND);
        chromium.draw_coarsely(true)?;
        let page = Page::open(chromium, &address)?;
        page.open_panels()?;
        Ok(Self {
            page,
            address,
            pictures: pictures.to_owned(),
            core: Core::default(),
            lines: Lines::new(),
            withheld: None,
            not_offered: 0,
            stage: Stage::Empty,
        })
    }

    /// The page.
    pub fn page(&mut self) -> &mut Page<W> {
        &mut self.page
    }

    /// The core beside it.
    pub fn core_mut(&mut self) -> &mut Core<W> {
        &mut self.core
    }

    /// Something has been done to the page in another way than steps do it: the core does the same, and has to see
    /// the same.
    ///
    /// # Errors
    /// A sentence that says where the two differ.
    pub fn follow(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        self.withheld = None;
        self.core.mark();
        for one in moves {
            self.core.make(one)?;
        }
        self.look(true).map(drop)
    }

    fn make(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        let mut rest = moves;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                Move::Begin(start) => {
                    self.begin_with(start)?;
                    self.core.make(first)?;
                    // A kept world that had power gets it back as it is opened.
                    if matches!(start, Start::Kept(_)) && after.first() == Some(&Move::Act(W::POWER_ON)) {
                        self.core.make(&after[0])?;
                        rest = &after[1..];
                    }
                }
                Move::Pass(Millis(0)) => {}
                Move::Pass(length) => {
                    self.page.pass(*length)?;
                    self.core.make(first)?;
                }
                Move::Act(act) => {
                    let session = self.core.player().session();
                    if let Some(Move::Act(second)) = after.first()
                        && W::in_one(&self.page, act, second, session.world())?
                    {
                        self.core.make(first)?;
                        self.core.make(&after[0])?;
                        rest = &after[1..];
                        continue;
                    }
                    let answer = session.clone().act(act.clone());
                    match W::by_hand(&mut self.page, act, session.world())? {
                        // A form may see for itself what the world would refuse, and never ask it.
                        Hand::Did if answer.is_ok() || self.is_noted()? => {
                            self.withheld = None;
                            self.core.make(first)?;
                        }
                        Hand::DidAs(acts) => {
                            self.withheld = None;
                            for act in acts {
                                self.core.make(&Move::Act(act))?;
                            }
                        }
                        Hand::Did | Hand::NotOffered => self.withhold(act, answer)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn begin_with(&mut self, start: &Start<W>) -> Result<(), String> {
        self.lines.clear();
        self.stage = Stage::Set;
        match start {
            Start::Bare => self.page.begin("bare"),
            Start::Opening => self.page.begin("opening"),
            Start::Kept(lasting) => {
                let mut told = format!("Feature: Kept\n\n  Scenario: Kept\n    Given {}\n", W::Action::kept());
                told.push_str("      \"\"\"\n");
                told.extend(keep::world_to_text::<W>(lasting).lines().map(|line| format!("      {line}\n")));
                told.push_str("      \"\"\"\n");
                let file = NamedTempFile::with_suffix(".feature").map_err(|error| error.to_string())?;
                fs::write(file.path(), told).map_err(|error| error.to_string())?;
                self.page.open_saved(file.path())?;
                until(|| self.page.needed("[data-played]")).map(drop)
            }
        }
    }

    /// Whether the page's journal has a line that the core's has not.
    fn is_noted(&self) -> Result<bool, String> {
        let lines = self.page.look_at_rest()?.length();
        Ok(lines > self.core.player().session().journal().len())
    }

    /// The page offers nothing for this act: the core has to refuse it, or there is nothing to be done.
    fn withhold(&mut self, act: &W::Act, answer: Outcome<W>) -> Result<(), String> {
        let withheld = match answer {
            Err(refusal) => Withheld { answer: refusal.to_string(), refused: true },
            Ok(_) if W::is_as_wanted(act, self.core.player().session().world()) => {
                Withheld { answer: String::new(), refused: false }
            }
            Ok(_) => return Err(format!("the page offers no control for this, though it could be done: {act:?}")),
        };
        self.not_offered += 1;
        self.withheld = Some(withheld);
        Ok(())
    }

    /// Looks at the page until it shows what the core says; after an act, not before it has come to rest. What is seen
    /// then.
    fn look(&mut self, is_act: bool) -> Result<W::Observation, String> {
        let (page, lines, core) = (&self.page, &mut self.lines, &self.core);
        let mut may_move = is_act;
        until(|| {
            let sight = if mem::take(&mut may_move) { page.look_at_rest()? } else { page.look()? };
            agree(&sight, lines, core)
        })
    }
}

impl<W: Shown> Target<W> for Browser<W> {
    fn name(&self) -> &'static str {
        "browser"
    }

    fn begin(&mut self, _: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        self.page.let_everything_go()?;
        if self.stage == Stage::InDisarray {
            self.page.go(&self.address)?;
            self.page.open_panels()?;
        }
        self.stage = Stage::Empty;
        self.withheld = None;
        self.core = Core::default();
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, below: Option<&str>) -> Result<(), String> {
        if self.stage != Stage::Set && !begins::<W>(step) {
            self.make(&[Move::Begin(Start::Bare)])?;
        }
        match step {
            Step::Action(action) => {
                let moves = self.core.moves(action, below)?;
                self.withheld = None;
                self.make(&moves)?;
                self.look(true).map(drop)
            }
            Step::Expectation(expectation) => {
                let mut seen = self.look(false)?;
                if let Some(Withheld { answer, refused }) = self.withheld.clone() {
                    W::withhold(&mut seen, answer, refused);
                }
                expectation.check(&seen)
            }
        }
    }

    fn core(&self) -> &Core<W> {
        &self.core
    }

    fn picture(&mut self, name: &str) -> Option<PathBuf> {
        self.stage = Stage::InDisarray;
        let letters = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' });
        let file = self.pictures.join(format!("{}.png", letters.take(80).collect::<String>()));
        let chromium = self.page.chromium();
        let taken = chromium.draw_coarsely(false).and_then(|()| chromium.picture(&file));
        // A failure without a picture is a failure all the same.
        taken.and_then(|()| chromium.draw_coarsely(true)).ok().map(|()| file)
    }

    fn not_offered(&self) -> usize {
        self.not_offered
    }
}

fn begins<W: Shown>(step: &Step<W>) -> bool {
    match step {
        Step::Action(action) => [W::Action::opening(), W::Action::bare(), W::Action::kept()].contains(action),
        Step::Expectation(_) => false,
    }
}

/// Compares what the page shows with the core: every field, every pixel of the displays, the clock and the length of
/// the journal. `lines` are the lines of the journal that the page has shown since the session began; those of `sight`
/// are added.
///
/// # Errors
/// Page and core differ.
pub(crate) fn agree<W: Shown>(sight: &Sight<W>, lines: &mut Lines, core: &Core<W>) -> Result<W::Observation, String> {
    let by_core = core.observe();
    let session = core.player().session();
    let (mark, since) = core.player().marked();
    let (now, length) = (session.world().now().0, session.journal().len());
    lines.extend(sight.lines.iter().map(|line| (line.place, line.clone())));
    let mut seen = sight.observation(lines, (mark, since.0), session.world());
    if (mark..length).any(|place| !lines.contains_key(&place)) {
        // The page shows the journal's end only: what it shows must be right, the rest is as the core says.
        let all = W::rules_of(&mut by_core.clone()).clone();
        let shown = W::rules_of(&mut seen);
        in_part(shown, &all)?;
        *shown = all;
    }
    same(sight, &seen, &by_core, now, length)?;
    sight.compare_pictures(core)?;
    Ok(seen)
}

fn same<W: Shown>(
    sight: &Sight<W>,
    seen: &W::Observation,
    core: &W::Observation,
    now: u64,
    length: usize,
) -> Result<(), String> {
    sight::compare(seen, core)?;
    if u64::try_from(sight.now) != Ok(now) {
        return Err(format!("it is {} ms on the page, {now} ms by the core", sight.now));
    }
    let lines = sight.length();
    if lines != length {
        return Err(format!("the journal on the page has {lines} lines, the core's has {length}"));
    }
    Ok(())
}

fn in_part(page: &[String], core: &[String]) -> Result<(), String> {
    match page.iter().find(|rule| !core.contains(rule)) {
        Some(rule) => Err(format!("the page names {rule} in this step, the core does not: {}", core.join(", "))),
        None => Ok(()),
    }
}
