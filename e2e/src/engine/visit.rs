//! The page in Firefox or `WebKitGTK`, used by pointer and keyboard on its hand-turned clock, compared with the core.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use firmware_core::time::Millis;
use serde_json::{Value, json};
use world::script::{SharedSteps as _, Step};
use world::session::Session;
use world::step::Unknown;

use super::page_server::{PHONE, PageServer};
use super::{Engine, Pointer, Tab};
use crate::chromium::until;
use crate::device_core::Core;
use crate::feature::Features;
use crate::page::click::{self, Clickable};
use crate::page::snapshot::{self, JournalLines, PageSnapshot};
use crate::page::{MANUAL_CLOCK, MS, PASS, SiteWithPage};
use crate::run::{self, Verdict};
use crate::target::browser::compare;

/// The window of a desktop, in pixels.
const DESKTOP: (u32, u32) = (1280, 960);
/// A window with space for the phone's frame and the toolbars; no browser's window can be as narrow as the phone.
const AROUND_PHONE: (u32, u32) = (PHONE.0 + 110, PHONE.1 + 90);

/// Whether the page and its later parts have been loaded.
const IS_READY: &str = "const app = document.querySelector('main[data-app]');
    return app?.dataset.ready === 'true' && app.dataset.complete === 'true';";
/// The centre of an element in the viewport, in CSS pixels, after scrolling to it; null without the element.
const CENTRE: &str = "const element = document.querySelector(arguments[0]);
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];";
/// The number of visible labels that match a selector, and those whose text is visible.
const LABELS: &str = concat!(include_str!("labels.js"), "return labels(arguments[0]);");
/// The message of an error that the tests cause.
const OWN_ERROR: &str = "an error of the test itself";

/// The page of a site in one of the two browsers, and its reference core.
#[derive(Debug)]
pub struct Visit<W: SiteWithPage> {
    tab: Tab,
    core: Core<W>,
    /// The lines of the journal that the page has shown since the session began.
    lines: JournalLines,
}

impl<W: SiteWithPage> Visit<W> {
    /// Opens the page in a desktop's window, opens its panels and compares it with the core.
    ///
    /// # Errors
    /// The browser does not start, the page does not load, or page and core differ.
    pub fn on_desktop(engine: Engine) -> Result<Self, String> {
        Self::begin(engine, DESKTOP, |tab, server, path| tab.open(&server.url(path)))
    }

    /// The same in a frame of a phone's size.
    ///
    /// # Errors
    /// The browser does not start, the page does not load, or page and core differ.
    pub fn on_phone(engine: Engine) -> Result<Self, String> {
        Self::begin(engine, AROUND_PHONE, |tab, server, path| {
            tab.open(&server.phone_url(path))?;
            tab.enter_frame()
        })
    }

    fn begin(
        engine: Engine,
        window: (u32, u32),
        open: impl Fn(&Tab, &PageServer, &str) -> Result<(), String>,
    ) -> Result<Self, String> {
        let server = PageServer::start()?;
        let tab = Tab::start(engine)?;
        tab.resize(window)?;
        open(&tab, &server, &format!("{}{MANUAL_CLOCK}", W::SITE.path))?;
        let mut visit = Self { tab, core: Core::default(), lines: JournalLines::new() };
        visit.wait_until_ready()?;
        while visit.try_click("details[data-panel]:not([open]) > summary")? {}
        visit.core.play(&Step::Action(W::Action::opening()), None)?;
        visit.compare().map(|()| visit)
    }

    /// The tab with the page.
    pub fn tab(&self) -> &Tab {
        &self.tab
    }

    /// Plays steps on the core that have been done on the page. After each of them everything that the page shows has
    /// to be what the core says.
    ///
    /// # Errors
    /// Page and core differ; the message names the differences and the errors of the page's scripts.
    pub fn follow(&mut self, steps: &[&str]) -> Result<(), String> {
        for step in steps {
            let parsed: Step<W> = step.parse().map_err(|unknown: Unknown| unknown.to_string())?;
            self.core.play(&parsed, None).map_err(|why| format!("{step}: {why}"))?;
            match parsed {
                Step::Action(_) => self.compare().map_err(|why| format!("{step}: {why}"))?,
                Step::Expectation(_) => {}
            }
        }
        Ok(())
    }

    /// Clicks a control with the mouse, after opening the panel or the sheet that it is in.
    ///
    /// # Errors
    /// The control is not there, or another element covers it.
    pub fn click(&self, css: &str) -> Result<(), String> {
        self.press(Pointer::Mouse, css)
    }

    /// Touches a control with a finger, after opening the panel or the sheet that it is in.
    ///
    /// # Errors
    /// The control is not there, or another element covers it.
    pub fn tap(&self, css: &str) -> Result<(), String> {
        self.press(Pointer::Finger, css)
    }

    /// Presses a pointer at the centre of an element, even if another element covers it.
    ///
    /// # Errors
    /// The element is not there.
    pub fn press_through(&self, pointer: Pointer, css: &str) -> Result<(), String> {
        self.tab.press(pointer, self.centre(css)?)
    }

    /// Focuses a control and presses the space bar.
    ///
    /// # Errors
    /// The control cannot be focused.
    pub fn press_space(&self, css: &str) -> Result<(), String> {
        let script = "const element = document.querySelector(arguments[0]);
            element?.focus();
            return element !== null && document.activeElement === element;";
        if self.tab.evaluate(script, vec![json!(css)])? {
            self.tab.key(' ')
        } else {
            Err(format!("{css} has no focus"))
        }
    }

    /// Drags an element onto another one with the mouse, horizontally at first.
    ///
    /// # Errors
    /// One of them is not there, or another element covers it.
    pub fn drag(&self, from: &str, onto: &str) -> Result<(), String> {
        // Scrolling to one of them may move the other, so both are reached before either is measured.
        self.reach(onto)?;
        let from = self.reach(from)?;
        let onto = self.centre(onto)?;
        let aside = (from.0 + (onto.0 - from.0).signum() * 40, from.1);
        let between = |part: i32| (aside.0 + (onto.0 - aside.0) * part / 4, aside.1 + (onto.1 - aside.1) * part / 4);
        self.tab.drag(Pointer::Mouse, &[from, aside, between(1), between(2), between(3), onto, onto])
    }

    /// Lets time pass on the page's hand-turned clock.
    ///
    /// # Errors
    /// The page has no such clock.
    pub fn pass(&self, length: Millis) -> Result<(), String> {
        let is_there: bool = self.tab.evaluate(PASS, vec![json!(MS), json!(length.0.to_string())])?;
        if is_there { Ok(()) } else { Err(format!("the page has no {MS}")) }
    }

    /// Waits until a JavaScript expression has this value, as a string.
    ///
    /// # Errors
    /// It still has another value after [`crate::chromium::TIMEOUT`].
    pub fn wait_for(&self, expression: &str, expected: &str) -> Result<(), String> {
        until(|| {
            let value: String = self.tab.evaluate(&format!("return String({expression})"), Vec::new())?;
            if value == expected { Ok(()) } else { Err(format!("{expression} is {value:?}, not {expected:?}")) }
        })
    }

    /// Saves the session by the page's button. One `.feature` file has to be downloaded, and to pass on the core.
    ///
    /// # Errors
    /// There is no such file, or a step of it fails.
    pub fn save(&self) -> Result<PathBuf, String> {
        self.click("[data-do=\"save\"]")?;
        let file = until(|| downloaded(&self.tab.downloads()))?;
        let features = Features::read(&self.tab.downloads())?;
        let [scenario] = features.scenarios.as_slice() else {
            return Err(format!("{} has {} scenarios", file.display(), features.scenarios.len()));
        };
        let outcome = run::play(scenario, &mut Core::<W>::default());
        if outcome.verdict == Verdict::Passed {
            Ok(file)
        } else {
            Err(format!("the saved session does not pass on the core: {:?}", outcome.failure))
        }
    }

    /// Reloads the page, which has to restore the session: for the devices it is a power cut.
    ///
    /// # Errors
    /// The page shows something else than the restored session, or had errors before.
    pub fn reload(&self) -> Result<(), String> {
        self.expect_no_errors()?;
        self.tab.reload()?;
        self.wait_until_ready()?;
        let before = self.core.player().session();
        let acts = before.acts().map(|(at, act)| (at, act.clone())).collect();
        let session = Session::reopened(before.start().clone(), acts, before.world().persistent())?;
        // No step has been played since: there are no clauses to compare.
        let mut expected = W::observe(&session, (session.journal().len(), session.world().now()));
        W::rules_mut(&mut expected).clear();
        until(|| {
            let snapshot: PageSnapshot<W> = read(&self.tab)?;
            let seen = snapshot.observation(&JournalLines::new(), (0, 0), session.world());
            snapshot::compare(&seen, &expected).map_err(|why| format!("after a reload: {why}"))
        })
    }

    /// Checks that the text of these labels is hidden: on a phone an arrow or a list takes its position.
    ///
    /// # Errors
    /// There is no such label, or the text of one is visible.
    pub fn expect_hidden_text(&self, css: &str) -> Result<(), String> {
        let (labels, visible): (usize, Vec<String>) = self.tab.evaluate(LABELS, vec![json!(css)])?;
        if labels == 0 {
            return Err(format!("the page shows no {css}"));
        }
        if visible.is_empty() { Ok(()) } else { Err(format!("{css}: the text is visible: {}", visible.join("; "))) }
    }

    /// Checks that there has been no error since the page was loaded. First it causes one, to be certain that errors
    /// are recorded.
    ///
    /// # Errors
    /// There have been errors, or errors are not recorded.
    pub fn expect_no_errors(&self) -> Result<(), String> {
        self.tab.evaluate::<Value>("window.kerbAndQuayFail?.(arguments[0]);", vec![json!(OWN_ERROR)])?;
        let all = until(|| {
            let all = errors(&self.tab)?;
            let is_recorded = all.iter().any(|error| error.contains(OWN_ERROR));
            if is_recorded { Ok(all) } else { Err("the errors of the page are not recorded".to_owned()) }
        })?;
        let others: Vec<_> = all.into_iter().filter(|error| !error.contains(OWN_ERROR)).collect();
        if others.is_empty() { Ok(()) } else { Err(format!("the page has errors: {}", others.join("; "))) }
    }

    /// Waits until everything that the page shows is what the core says.
    fn compare(&mut self) -> Result<(), String> {
        let (tab, core, lines) = (&self.tab, &self.core, &mut self.lines);
        let mut is_first = true;
        until(|| {
            // The panels are updated one frame after the device.
            if mem::take(&mut is_first) {
                wait_for_a_frame(tab)?;
            }
            match compare(&read(tab)?, lines, core) {
                Ok(_) => Ok(Ok(())),
                // After an error of the page, waiting is useless.
                Err(why) => match errors(tab)?.as_slice() {
                    [] => Err(why),
                    errors => Ok(Err(format!("{why}\nerrors of the page: {}", errors.join("; ")))),
                },
            }
        })?
    }

    fn wait_until_ready(&self) -> Result<(), String> {
        until(|| {
            if self.tab.evaluate(IS_READY, Vec::new())? {
                return Ok(());
            }
            Err(format!("the page is not ready; its errors: {}", errors(&self.tab)?.join("; ")))
        })
    }

    fn press(&self, pointer: Pointer, css: &str) -> Result<(), String> {
        self.tab.press(pointer, self.reach(css)?)
    }

    /// Clicks a control, if the page has it.
    fn try_click(&self, css: &str) -> Result<bool, String> {
        let Some(found) = self.find(css)? else { return Ok(false) };
        self.tab.press(Pointer::Mouse, point(css, &found)?).map(|()| true)
    }

    /// The point at which a control can be pressed.
    fn reach(&self, css: &str) -> Result<(i32, i32), String> {
        point(css, &self.find(css)?.ok_or_else(|| format!("the page has no {css}"))?)
    }

    fn find(&self, css: &str) -> Result<Option<Clickable>, String> {
        let locate = || {
            let before: Option<Clickable> = self.tab.evaluate(click::SCRIPT, vec![json!(css)])?;
            // A panel that has just been opened may still move other elements.
            wait_for_a_frame(&self.tab)?;
            let after = self.tab.evaluate(click::SCRIPT, vec![json!(css)])?;
            Ok(if before == after { after } else { Some(Clickable::Moving) })
        };
        click::reach(css, locate, |x, y| self.tab.press(Pointer::Mouse, (x, y)))
    }

    fn centre(&self, css: &str) -> Result<(i32, i32), String> {
        let centre: Option<(i32, i32)> = self.tab.evaluate(CENTRE, vec![json!(css)])?;
        centre.ok_or_else(|| format!("the page has no {css}"))
    }
}

fn read<W: SiteWithPage>(tab: &Tab) -> Result<PageSnapshot<W>, String> {
    tab.evaluate(&format!("return {}(null);", snapshot::script::<W>()), Vec::new())
}

/// The recorded errors of the page. It counts as one if they are not recorded.
fn errors(tab: &Tab) -> Result<Vec<String>, String> {
    tab.evaluate("return window.kerbAndQuayErrors ?? ['errors are not recorded'];", Vec::new())
}

/// Waits until the page has drawn a frame and has done what it does after that.
fn wait_for_a_frame(tab: &Tab) -> Result<(), String> {
    let script = "const [done] = arguments; requestAnimationFrame(() => setTimeout(done));";
    tab.evaluate_async::<Value>(script, Vec::new()).map(drop)
}

fn point(css: &str, found: &Clickable) -> Result<(i32, i32), String> {
    match found {
        Clickable::At(x, y) => Ok((*x, *y)),
        Clickable::Hidden(why) => Err(format!("{css} cannot be pressed: {why}")),
        Clickable::Behind(..) | Clickable::Moving => Err(format!("{css} is in a panel that does not open")),
        Clickable::Chosen => Err(format!("{css} is an option of a list")),
    }
}

/// The one `.feature` file in a folder, once its download is complete.
fn downloaded(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    let named = |ending: &str| files.iter().filter(|file| file.extension().is_some_and(|it| it == ending)).count();
    let file = files.iter().find(|file| file.extension().is_some_and(|ending| ending == "feature"));
    // Firefox creates the file empty and writes `.part` beside it, WebKitGTK writes `.wkdownload`.
    match file.filter(|file| fs::metadata(file).is_ok_and(|data| data.len() > 0)) {
        Some(file) if named("feature") == 1 && named("part") == 0 && named("wkdownload") == 0 => Ok(file.clone()),
        _ => Err(format!("one complete .feature file is expected: {files:?}")),
    }
}
