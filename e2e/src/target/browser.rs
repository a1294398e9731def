//! The target `browser`: the page in Chromium, used by mouse, touch and keyboard, on its manual clock.
//!
//! A reference core does the same acts. After every step the page has to show what the core says: every field of the
//! observation and every pixel of the displays. Then the expectation of the step is checked on the page.
//!
//! Three kinds of acts cannot be done on the page, because it offers no control for them at the moment:
//!
//! - an act that the core refuses and whose control is missing or disabled, such as removing a card from an empty
//!   holder;
//! - an act that changes nothing, such as a setting that has the value already;
//! - input that the form itself rejects, such as an amount of zero.
//!
//! Such an act is skipped on the page and on the core. The core has to refuse it, and later steps see its refusal. The
//! end of a run prints their number.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use firmware_core::time::Millis;
use tempfile::NamedTempFile;
use world::act::SiteAct as _;
use world::quay::Quay;
use world::save_format;
use world::script::{Expectation as _, Move, SharedSteps as _, Step};
use world::session::{Outcome, Start};

use super::Target;
use crate::chromium::{Chromium, until};
use crate::device_core::Core;
use crate::page::snapshot::{self, JournalLines, PageSnapshot};
use crate::page::{self, MANUAL_CLOCK, Page, Performed, SiteWithPage};

/// The page and its reference core.
#[derive(Debug)]
pub struct Browser<W: SiteWithPage = Quay> {
    page: Page<W>,
    address: String,
    /// The folder for screenshots of failures.
    screenshots: PathBuf,
    core: Core<W>,
    /// The lines of the journal that the page has shown since the session began.
    lines: JournalLines,
    /// The answer to the act of this step, if the page does not offer it.
    unoffered: Option<UnofferedAnswer>,
    not_offered: usize,
    state: PageState,
}

/// The answer to an act that the page does not offer.
#[derive(Clone, PartialEq, Eq, Debug)]
struct UnofferedAnswer {
    answer: String,
    refused: bool,
}

/// The state of the page between two scenarios.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum PageState {
    /// The scenario has begun a session.
    Begun,
    /// The session is that of an earlier scenario.
    Ready,
    /// The last scenario failed: the page has to be loaded again.
    Failed,
}

impl<W: SiteWithPage> Browser<W> {
    /// Opens the page of the site; `address` is that of the first page. Screenshots of failures go into the folder
    /// `screenshots`.
    ///
    /// # Errors
    /// The page does not load, or a panel does not open.
    pub fn open(chromium: Chromium, address: &str, screenshots: &Path) -> Result<Self, String> {
        let address = page::address(&format!("{}/{}", address.trim_end_matches('/'), W::SITE.path), MANUAL_CLOCK);
        chromium.set_low_resolution(true)?;
        let page = Page::open(chromium, &address)?;
        page.open_panels()?;
        Ok(Self {
            page,
            address,
            screenshots: screenshots.to_owned(),
            core: Core::default(),
            lines: JournalLines::new(),
            unoffered: None,
            not_offered: 0,
            state: PageState::Ready,
        })
    }

    /// The page.
    pub fn page(&mut self) -> &mut Page<W> {
        &mut self.page
    }

    /// The reference core.
    pub fn core_mut(&mut self) -> &mut Core<W> {
        &mut self.core
    }

    /// Makes moves on the core that have been done on the page by the test itself, and compares the two.
    ///
    /// # Errors
    /// They differ.
    pub fn follow(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        self.unoffered = None;
        self.core.mark();
        for one in moves {
            self.core.make(one)?;
        }
        self.wait_for_agreement(true).map(drop)
    }

    fn make(&mut self, moves: &[Move<W>]) -> Result<(), String> {
        let mut rest = moves;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                Move::Begin(start) => {
                    self.begin_with(start)?;
                    self.core.make(first)?;
                    // Opening a kept world that had power switches the power on.
                    if matches!(start, Start::Kept(_)) && after.first() == Some(&Move::Act(W::Act::POWER_ON)) {
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
                        && W::perform_pair(&self.page, act, second, session.world())?
                    {
                        self.core.make(first)?;
                        self.core.make(&after[0])?;
                        rest = &after[1..];
                        continue;
                    }
                    let answer = session.clone().act(act.clone());
                    match W::perform_act(&mut self.page, act, session.world())? {
                        // A form may reject by itself what the world would refuse.
                        Performed::Done if answer.is_ok() || self.has_new_line()? => {
                            self.unoffered = None;
                            self.core.make(first)?;
                        }
                        Performed::DoneAs(acts) => {
                            self.unoffered = None;
                            for act in acts {
                                self.core.make(&Move::Act(act))?;
                            }
                        }
                        Performed::Done | Performed::NotOffered => self.skip(act, answer)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn begin_with(&mut self, start: &Start<W>) -> Result<(), String> {
        self.lines.clear();
        self.state = PageState::Begun;
        match start {
            Start::Bare => self.page.begin("bare"),
            Start::Opening => self.page.begin("opening"),
            Start::Kept(lasting) => {
                let mut text = format!("Feature: Kept\n\n  Scenario: Kept\n    Given {}\n", W::Action::kept());
                text.push_str("      \"\"\"\n");
                text.extend(save_format::world_to_text::<W>(lasting).lines().map(|line| format!("      {line}\n")));
                text.push_str("      \"\"\"\n");
                let file = NamedTempFile::with_suffix(".feature").map_err(|error| error.to_string())?;
                fs::write(file.path(), text).map_err(|error| error.to_string())?;
                self.page.open_saved(file.path())?;
                until(|| self.page.require("[data-played]")).map(drop)
            }
        }
    }

    /// Whether the page's journal is longer than that of the core.
    fn has_new_line(&self) -> Result<bool, String> {
        let lines = self.page.snapshot_after_frame()?.journal_len();
        Ok(lines > self.core.player().session().journal().len())
    }

    /// Skips an act that the page does not offer.
    ///
    /// # Errors
    /// The core would do it, and it would change something.
    fn skip(&mut self, act: &W::Act, answer: Outcome<W>) -> Result<(), String> {
        let unoffered = match answer {
            Err(refusal) => UnofferedAnswer { answer: refusal.to_string(), refused: true },
            Ok(_) if W::is_no_op(act, self.core.player().session().world()) => {
                UnofferedAnswer { answer: String::new(), refused: false }
            }
            Ok(_) => return Err(format!("the page offers no control for an act that is possible: {act:?}")),
        };
        self.not_offered += 1;
        self.unoffered = Some(unoffered);
        Ok(())
    }

    /// Waits until the page shows what the core says, and returns what it shows. After an act, the first snapshot is
    /// taken after the next frame.
    fn wait_for_agreement(&mut self, is_act: bool) -> Result<W::Observation, String> {
        let (page, lines, core) = (&self.page, &mut self.lines, &self.core);
        let mut is_first = is_act;
        until(|| {
            let snapshot = if mem::take(&mut is_first) { page.snapshot_after_frame()? } else { page.snapshot()? };
            compare(&snapshot, lines, core)
        })
    }
}

impl<W: SiteWithPage> Target<W> for Browser<W> {
    fn name(&self) -> &'static str {
        "browser"
    }

    fn begin(&mut self, _: &[(&W::Action, Option<&str>)]) -> Result<(), String> {
        self.page.release_all()?;
        if self.state == PageState::Failed {
            self.page.go(&self.address)?;
            self.page.open_panels()?;
        }
        self.state = PageState::Ready;
        self.unoffered = None;
        self.core = Core::default();
        Ok(())
    }

    fn play(&mut self, step: &Step<W>, docstring: Option<&str>) -> Result<(), String> {
        if self.state != PageState::Begun && !begins::<W>(step) {
            self.make(&[Move::Begin(Start::Bare)])?;
        }
        match step {
            Step::Action(action) => {
                let moves = self.core.moves(action, docstring)?;
                self.unoffered = None;
                self.make(&moves)?;
                self.wait_for_agreement(true).map(drop)
            }
            Step::Expectation(expectation) => {
                let mut seen = self.wait_for_agreement(false)?;
                if let Some(UnofferedAnswer { answer, refused }) = self.unoffered.clone() {
                    W::set_answer(&mut seen, answer, refused);
                }
                expectation.check(&seen)
            }
        }
    }

    fn core(&self) -> &Core<W> {
        &self.core
    }

    fn screenshot(&mut self, name: &str) -> Option<PathBuf> {
        self.state = PageState::Failed;
        let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
        let file = self.screenshots.join(format!("{name}.png"));
        let chromium = self.page.chromium();
        let taken = chromium.set_low_resolution(false).and_then(|()| chromium.screenshot(&file));
        // The failure is reported with or without a screenshot.
        taken.and_then(|()| chromium.set_low_resolution(true)).ok().map(|()| file)
    }

    fn not_offered(&self) -> usize {
        self.not_offered
    }
}

fn begins<W: SiteWithPage>(step: &Step<W>) -> bool {
    match step {
        Step::Action(action) => [W::Action::opening(), W::Action::bare(), W::Action::kept()].contains(action),
        Step::Expectation(_) => false,
    }
}

/// Compares what the page shows with the core: every field, every pixel of the displays, the clock and the length of
/// the journal. `lines` are the lines of the journal that the page has shown since the session began; those of the
/// snapshot are added.
///
/// # Errors
/// Page and core differ.
pub(crate) fn compare<W: SiteWithPage>(
    snapshot: &PageSnapshot<W>,
    lines: &mut JournalLines,
    core: &Core<W>,
) -> Result<W::Observation, String> {
    let by_core = core.observe();
    let session = core.player().session();
    let (mark, since) = core.player().marked();
    let (now, length) = (session.world().now().0, session.journal().len());
    lines.extend(snapshot.lines.iter().map(|line| (line.index, line.clone())));
    let mut seen = snapshot.observation(lines, (mark, since.0), session.world());
    if (mark..length).any(|index| !lines.contains_key(&index)) {
        // The page shows only the end of the journal: the clauses that it shows have to be among those of the core.
        let all = W::rules_mut(&mut by_core.clone()).clone();
        let shown = W::rules_mut(&mut seen);
        require_subset(shown, &all)?;
        *shown = all;
    }
    snapshot::compare(&seen, &by_core)?;
    if u64::try_from(snapshot.now) != Ok(now) {
        return Err(format!("it is {} ms on the page, {now} ms by the core", snapshot.now));
    }
    let shown = snapshot.journal_len();
    if shown != length {
        return Err(format!("the journal on the page has {shown} lines, the core's has {length}"));
    }
    snapshot.compare_displays(core)?;
    Ok(seen)
}

fn require_subset(page: &[String], core: &[String]) -> Result<(), String> {
    match page.iter().find(|rule| !core.contains(rule)) {
        Some(rule) => Err(format!("the page names {rule} in this step, the core does not: {}", core.join(", "))),
        None => Ok(()),
    }
}
