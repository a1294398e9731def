//! What can be seen of the page in one look.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use world::world::World;

use crate::page::Shown;
use crate::pixels::{self, Canvas};
use crate::target::core::Core;

/// Everything that can be seen, as the page's own attributes and words say it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(bound(deserialize = "W::Observation: serde::de::DeserializeOwned"))]
pub struct Sight<W: World> {
    /// The window, unlike any other.
    pub window: String,
    /// Whether the first card can be used.
    pub ready: bool,
    /// Whether this tab owns the world.
    pub owner: bool,
    /// The simulated time in milliseconds.
    pub now: i64,
    /// The name of the card in the pedestal's holder, or nothing.
    pub holder: String,
    /// The last lines of the journal.
    pub lines: Vec<Line>,
    /// Every display; none where there is no canvas.
    pub canvases: BTreeMap<String, Option<Drawn>>,
    /// The world and its devices. What belongs to a step, its clauses and what was heard, is in [`Sight::lines`].
    pub seen: W::Observation,
}

/// A display's dots.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged)]
pub enum Drawn {
    /// Written since the last look, or looked at for the first time.
    As(Canvas),
    /// The same as at the last look.
    Not(Same),
}

/// A word that says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Same {
    /// It says so.
    Same,
}

/// A line of the journal.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Line {
    /// Its place in the journal.
    pub place: usize,
    /// When it happened last, in milliseconds.
    pub until: u64,
    /// The clauses behind it.
    pub rules: Vec<String>,
    /// The number of the device that beeped, and how often.
    pub heard: Option<(u16, u8)>,
}

/// The lines of the journal that were seen since a session began, by their places.
pub type Lines = BTreeMap<usize, Line>;

/// The script that reads the page of a world: an expression whose value is a function. Its argument is
/// [`Sight::window`] of the last look, or null; it returns a [`Sight`].
pub(crate) fn script<W: Shown>() -> String {
    format!("(() => {{ {} {} }})()", include_str!("sight.js"), W::SIGHT)
}

impl<W: Shown> Sight<W> {
    /// Puts the dots of the last look, if it was of the same window, where nothing was written since.
    pub(super) fn recall(&mut self, last: Option<&Self>) {
        for (name, drawn) in &mut self.canvases {
            if let Some(Drawn::Not(Same::Same)) = drawn {
                *drawn = last.and_then(|last| last.canvases.get(name).cloned()).flatten();
            }
        }
    }

    /// How many lines the journal has.
    pub fn length(&self) -> usize {
        self.lines.last().map_or(0, |line| line.place + 1)
    }

    /// What is seen, with the clauses of a step: those of the lines from `mark` on, and of a line before it that goes
    /// on later than `since`; and with what was heard from `mark` on, of the device in front of the person in `world`.
    pub fn observation(&self, lines: &Lines, (mark, since): (usize, u64), world: &W) -> W::Observation {
        let mut rules = Vec::new();
        for line in lines.values().filter(|line| line.place >= mark || line.until > since) {
            for rule in &line.rules {
                if !rules.contains(rule) {
                    rules.push(rule.clone());
                }
            }
        }
        let mut seen = self.seen.clone();
        *W::rules_of(&mut seen) = rules;
        let heard = lines.range(mark..).filter_map(|(_, line)| line.heard);
        W::hear(&mut seen, &heard.collect::<Vec<_>>(), world);
        seen
    }

    /// Compares every display with what the core beside the page would draw, dot by dot.
    ///
    /// # Errors
    /// A sentence that says which display differs, and where.
    pub fn compare_pictures(&self, core: &Core<W>) -> Result<(), String> {
        for (name, picture) in W::pictures(core.player().session().world()) {
            let canvas = self.canvases.get(name).and_then(|drawn| match drawn {
                Some(Drawn::As(canvas)) => Some(canvas),
                Some(Drawn::Not(Same::Same)) | None => None,
            });
            let canvas = canvas.ok_or_else(|| format!("the page has no canvas for the display {name}"))?;
            pixels::compare(canvas, &picture).map_err(|why| format!("display {name}: {why}"))?;
        }
        Ok(())
    }
}

/// Says field by field where two observations differ.
///
/// # Errors
/// A sentence for every field that does.
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
        Ok(other) => Err(format!("an observation has fields, and this is {other}")),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use world::bus::Bus;
    use world::quay::Quay;
    use world::quay::story::Observation;

    fn line(place: usize, until: u64, rules: &[&str], heard: Option<(u16, u8)>) -> (usize, Line) {
        (place, Line { place, until, rules: rules.iter().map(ToString::to_string).collect(), heard })
    }

    fn sight<W: Shown>() -> Sight<W> {
        let seen = Core::<W>::default().observe();
        let (window, holder, lines) = (String::new(), String::new(), Vec::new());
        Sight { window, ready: true, owner: true, now: 9, holder, lines, canvases: BTreeMap::new(), seen }
    }

    #[test]
    fn the_clauses_are_those_since_the_step_began() {
        let lines = Lines::from([
            line(0, 900, &["P-01"], None),
            line(1, 1001, &["P-24", "DP-21"], None),
            line(2, 1000, &["P-02"], None),
            line(3, 1000, &["P-09", "P-24"], None),
        ]);
        let world = Core::<Quay>::default().player().session().world().clone();
        let seen = sight::<Quay>().observation(&lines, (3, 1000), &world);
        assert_eq!(seen.rules, ["P-24", "DP-21", "P-09"]);
    }

    #[test]
    fn what_is_heard_comes_from_the_validator_in_front_of_the_person() {
        let lines = Lines::from([
            line(0, 0, &["K-03"], Some((1, 2))),
            line(1, 0, &["K-03"], Some((1, 1))),
            line(2, 0, &["K-03"], Some((2, 3))),
            line(3, 0, &["K-03"], Some((1, 3))),
        ]);
        let world = Core::<Bus>::default().player().session().world().clone();
        assert_eq!(sight::<Bus>().observation(&lines, (1, 0), &world).beeps, [1, 3]);
    }

    #[test]
    fn every_difference_is_told() {
        let core = Core::<Quay>::default().observe();
        assert_eq!(compare(&core, &core), Ok(()));
        let page = Observation { refused: true, screen: "Busy".to_owned(), ..core.clone() };
        let why = compare(&page, &core).expect_err("they differ");
        assert!(why.contains("screen on the page: \"Busy\"") && why.contains("refused by the core: false"), "{why}");
    }

    #[test]
    fn a_display_without_a_canvas_is_noticed() {
        let why = sight::<Bus>().compare_pictures(&Core::default()).expect_err("there is none");
        assert_eq!(why, "the page has no canvas for the display keys");
    }
}
