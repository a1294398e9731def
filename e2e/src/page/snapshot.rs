//! A snapshot of the page: everything that it shows, read by one script.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::device_core::Core;
use crate::page::SiteWithPage;
use crate::pixels::{self, Canvas};
use world::script::Scripted;

/// Everything that the page shows, read from its attributes and texts.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(bound(deserialize = "W::Observation: serde::de::DeserializeOwned"))]
pub struct PageSnapshot<W: Scripted> {
    /// A random name of the window.
    pub window: String,
    /// Whether the devices and the panels can be used.
    pub ready: bool,
    /// Whether this tab owns the session.
    pub owner: bool,
    /// The simulated time in milliseconds.
    pub now: i64,
    /// The last lines of the journal.
    pub lines: Vec<JournalLine>,
    /// Every display by its name; none without its canvas.
    pub canvases: BTreeMap<String, Option<CanvasState>>,
    /// The world and its devices. What belongs to a step, its clauses and beeps, is in [`PageSnapshot::lines`].
    pub seen: W::Observation,
}

/// The pixels of a display.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged)]
pub enum CanvasState {
    /// They have been drawn since the last snapshot, or this is the first one.
    Drawn(Canvas),
    /// They are those of the last snapshot.
    Unchanged(Unchanged),
}

/// The marker of a display that has not been drawn since the last snapshot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unchanged {
    /// The only value.
    Unchanged,
}

/// A line of the journal.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct JournalLine {
    /// Its index in the journal.
    pub index: usize,
    /// When its last repetition happened, in milliseconds.
    pub until: u64,
    /// The clauses that applied.
    pub rules: Vec<String>,
    /// The number of the device that beeped, and the number of beeps.
    pub beeps: Option<(u16, u8)>,
}

/// The lines of the journal that the page has shown since its session began, by their indices.
pub type JournalLines = BTreeMap<usize, JournalLine>;

/// The script that reads the page of a world: an expression whose value is a function. Its argument is
/// [`PageSnapshot::window`] of the last snapshot, or null; it returns a [`PageSnapshot`].
pub(crate) fn script<W: SiteWithPage>() -> String {
    format!("(() => {{ {} {} return snapshot; }})()", include_str!("snapshot.js"), W::SNAPSHOT_SCRIPT)
}

impl<W: SiteWithPage> PageSnapshot<W> {
    /// Replaces each unchanged display by that of the last snapshot.
    pub(super) fn fill_unchanged(&mut self, last: Option<&Self>) {
        for (name, canvas) in &mut self.canvases {
            if let Some(CanvasState::Unchanged(Unchanged::Unchanged)) = canvas {
                *canvas = last.and_then(|last| last.canvases.get(name).cloned()).flatten();
            }
        }
    }

    /// The number of lines in the journal.
    pub fn journal_len(&self) -> usize {
        self.lines.last().map_or(0, |line| line.index + 1)
    }

    /// The observation with the clauses of a step: those of the lines from `mark` on, and of an earlier line that was
    /// repeated after `since`; and with the beeps, from `mark` on, of the device in front of the person in `world`.
    pub fn observation(&self, lines: &JournalLines, (mark, since): (usize, u64), world: &W) -> W::Observation {
        let mut rules = Vec::new();
        for line in lines.values().filter(|line| line.index >= mark || line.until > since) {
            for rule in &line.rules {
                if !rules.contains(rule) {
                    rules.push(rule.clone());
                }
            }
        }
        let mut seen = self.seen.clone();
        *W::rules_mut(&mut seen) = rules;
        let beeps = lines.range(mark..).filter_map(|(_, line)| line.beeps);
        W::set_beeps(&mut seen, &beeps.collect::<Vec<_>>(), world);
        seen
    }

    /// Compares every display with the image that the reference core draws, pixel by pixel.
    ///
    /// # Errors
    /// A display differs; the message names it and the pixels.
    pub fn compare_displays(&self, core: &Core<W>) -> Result<(), String> {
        for (name, image) in W::display_images(core.player().session().world()) {
            let canvas = self.canvases.get(name).and_then(|canvas| match canvas {
                Some(CanvasState::Drawn(canvas)) => Some(canvas),
                Some(CanvasState::Unchanged(Unchanged::Unchanged)) | None => None,
            });
            let canvas = canvas.ok_or_else(|| format!("the page has no canvas for the display {name}"))?;
            pixels::compare(canvas, &image).map_err(|why| format!("display {name}: {why}"))?;
        }
        Ok(())
    }
}

/// Compares two observations field by field.
///
/// # Errors
/// They differ; the message has a line for every field that does.
pub fn compare<O: serde::Serialize>(page: &O, core: &O) -> Result<(), String> {
    let (page, core) = (fields(page)?, fields(core)?);
    let differences = core.iter().filter_map(|(name, by_core)| {
        let on_page = page.get(name).unwrap_or(&Value::Null);
        (on_page != by_core).then(|| format!("{name} on the page: {on_page}\n{name} by the core: {by_core}"))
    });
    let differences: Vec<_> = differences.collect();
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
}

fn fields<O: serde::Serialize>(seen: &O) -> Result<Map<String, Value>, String> {
    match serde_json::to_value(seen) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Err(format!("an observation is an object, not {other}")),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use world::bus::Bus;
    use world::observation::Observation;
    use world::quay::Quay;

    fn line(index: usize, until: u64, rules: &[&str], beeps: Option<(u16, u8)>) -> (usize, JournalLine) {
        (index, JournalLine { index, until, rules: rules.iter().map(ToString::to_string).collect(), beeps })
    }

    fn snapshot<W: SiteWithPage>() -> PageSnapshot<W> {
        let seen = Core::<W>::default().observe();
        let (window, lines) = (String::new(), Vec::new());
        PageSnapshot { window, ready: true, owner: true, now: 9, lines, canvases: BTreeMap::new(), seen }
    }

    #[test]
    fn the_clauses_are_those_since_the_step_began() {
        let lines = JournalLines::from([
            line(0, 900, &["P-01"], None),
            line(1, 1001, &["P-24", "DP-21"], None),
            line(2, 1000, &["P-02"], None),
            line(3, 1000, &["P-09", "P-24"], None),
        ]);
        let world = Core::<Quay>::default().player().session().world().clone();
        let seen = snapshot::<Quay>().observation(&lines, (3, 1000), &world);
        assert_eq!(seen.rules, ["P-24", "DP-21", "P-09"]);
    }

    #[test]
    fn the_beeps_are_those_of_the_validator_in_front_of_the_person() {
        let lines = JournalLines::from([
            line(0, 0, &["K-03"], Some((1, 2))),
            line(1, 0, &["K-03"], Some((1, 1))),
            line(2, 0, &["K-03"], Some((2, 3))),
            line(3, 0, &["K-03"], Some((1, 3))),
        ]);
        let world = Core::<Bus>::default().player().session().world().clone();
        assert_eq!(snapshot::<Bus>().observation(&lines, (1, 0), &world).own.beeps, [1, 3]);
    }

    #[test]
    fn every_difference_is_listed() {
        let core = Core::<Quay>::default().observe();
        assert_eq!(compare(&core, &core), Ok(()));
        let page = Observation { refused: true, screen: "Busy".to_owned(), ..core.clone() };
        let why = compare(&page, &core).expect_err("they differ");
        assert!(why.contains("screen on the page: \"Busy\"") && why.contains("refused by the core: false"), "{why}");
    }

    #[test]
    fn a_display_without_a_canvas_is_an_error() {
        let why = snapshot::<Bus>().compare_displays(&Core::default()).expect_err("there is none");
        assert_eq!(why, "the page has no canvas for the display keys");
    }
}
