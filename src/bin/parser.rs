//! Saves a session as a `.feature` file and plays such a file, in a worker that the page loads when it is asked to.
//!
//! The worker says [`READY`], is sent one request, and answers with one text: records that begin with a [`RECORD`]
//! mark, their fields each after a [`FIELD`] mark.
//!
//! | request | fields | answer |
//! | --- | --- | --- |
//! | `save` | the world, a title, a session as it is stored | `saved` and the text of the file, or `failed` and why |
//! | `play` | the world, the number of a scenario, the text of a file | as below, or only `refused` |
//!
//! The world is `quay` or `bus`.
//!
//! A file that is played is answered with a `scenario` and its name for each in it; then, for the one that was played,
//! a `wrong` for each step that did not hold (line, step, why), and `played` with the number of those that held and
//! the session afterwards, as it is stored. `refused` has the line, and why, where it is Gherkin.

use std::fmt::Write as _;

use gherkin::{Examples, Feature, GherkinEnv};
use js_sys::global;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use world::for_site;
use world::save_format::{running_session_from_text, session_to_text};
use world::script::{self, Player, Scripted, Step};

/// What the worker says once it listens.
const READY: &str = "ready";
/// Begins each record; no text on a keyboard has it.
const RECORD: char = '\u{1e}';
/// Begins each field of a record.
const FIELD: char = '\u{1f}';

fn main() {
    let worker: DedicatedWorkerGlobalScope = global().unchecked_into();
    let answering = worker.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(request) = message.data().as_string() {
            post(&answering, &answer(&request));
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    post(&worker, READY);
}

fn post(worker: &DedicatedWorkerGlobalScope, text: &str) {
    // A text can always be posted.
    let _ = worker.post_message(&text.into());
}

fn answer(request: &str) -> String {
    let mut fields = request.splitn(4, FIELD);
    let mut next = || fields.next().unwrap_or_default();
    let (kind, site) = (next(), next());
    for_site!(site, Site => answer_in::<Site>(kind, next(), next()), else {
        let mut records = String::new();
        push_record(&mut records, "failed", &[&format!("unknown site \u{201c}{site}\u{201d}")]);
        records
    })
}

fn answer_in<W: Scripted>(kind: &str, first: &str, text: &str) -> String {
    let mut records = String::new();
    match (kind, first, text) {
        ("save", title, session) => {
            let session = running_session_from_text::<W>(session).map_err(|broken| broken.to_string());
            match session.and_then(|session| script::feature(&session, title)) {
                Ok(text) => push_record(&mut records, "saved", &[&text]),
                Err(why) => push_record(&mut records, "failed", &[&why]),
            }
        }
        (_, number, text) => {
            if let Err((line, why)) = play::<W>(&mut records, number.parse().unwrap_or_default(), text) {
                records.clear();
                push_record(&mut records, "refused", &[&line.to_string(), &why]);
            }
        }
    }
    records
}

/// Plays one scenario of a file. A step that is none stops it before anything has happened.
fn play<W: Scripted>(records: &mut String, number: usize, text: &str) -> Result<(), (usize, String)> {
    let feature = Feature::parse(text, GherkinEnv::default());
    // The library may stop where the line after the last one would be.
    let last = text.lines().count().max(1);
    let feature = feature.map_err(|error| (line_of(&error.to_string()).min(last), String::new()))?;
    let scenarios = scenarios(&feature);
    for scenario in &scenarios {
        push_record(records, "scenario", &[&scenario.name]);
    }
    let Some(scenario) = scenarios.get(number) else { return Ok(()) };
    let parsed = scenario.steps.iter().map(|written| match written.text.parse::<Step<W>>() {
        Ok(step) => Ok((written, step)),
        Err(unknown) => Err((written.line, unknown.to_string())),
    });
    let mut player = Player::<W>::default();
    let mut held = 0u32;
    for (written, step) in parsed.collect::<Result<Vec<_>, _>>()? {
        let outcome = player.play(&step, written.below.as_deref());
        match (outcome, step) {
            (Ok(()), Step::Expectation(_)) => held += 1,
            (Ok(()), Step::Action(_)) => {}
            (Err(why), Step::Expectation(_) | Step::Action(_)) => {
                push_record(records, "wrong", &[&written.line.to_string(), &written.text, &why]);
            }
        }
    }
    push_record(records, "played", &[&held.to_string(), &session_to_text(player.session())]);
    Ok(())
}

/// A scenario of a file, its background included; one with examples is several.
struct Scenario {
    name: String,
    steps: Vec<Written>,
}

/// A step as it is written.
struct Written {
    line: usize,
    text: String,
    below: Option<String>,
}

fn scenarios(feature: &Feature) -> Vec<Scenario> {
    let mut found = Vec::new();
    let common: Vec<&gherkin::Step> = feature.background.iter().flat_map(|background| &background.steps).collect();
    for scenario in &feature.scenarios {
        add(&mut found, &common, scenario);
    }
    for rule in &feature.rules {
        let more = rule.background.iter().flat_map(|background| &background.steps);
        let common: Vec<_> = common.iter().copied().chain(more).collect();
        for scenario in &rule.scenarios {
            add(&mut found, &common, scenario);
        }
    }
    found
}

fn add(found: &mut Vec<Scenario>, common: &[&gherkin::Step], scenario: &gherkin::Scenario) {
    let mut one = |fill: &dyn Fn(&str) -> String| {
        let steps = common.iter().copied().chain(&scenario.steps).map(|step| Written {
            line: step.position.line,
            text: fill(&step.value),
            below: step.docstring.as_deref().map(fill),
        });
        let steps: Vec<_> = steps.collect();
        // One without steps tells nothing that could be played.
        if !steps.is_empty() {
            found.push(Scenario { name: fill(&scenario.name), steps });
        }
    };
    if scenario.examples.is_empty() {
        one(&str::to_owned);
    }
    for row in scenario.examples.iter().flat_map(rows) {
        one(&|text| row.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("<{name}>"), value)));
    }
}

/// The rows of a table of examples, each as names and values.
fn rows(examples: &Examples) -> impl Iterator<Item = Vec<(&String, &String)>> {
    let table = examples.table.iter().filter_map(|table| table.rows.split_first());
    table.flat_map(|(names, rows)| rows.iter().map(move |row| names.iter().zip(row).collect()))
}

fn push_record(records: &mut String, kind: &str, fields: &[&str]) {
    records.push(RECORD);
    records.push_str(kind);
    for field in fields {
        // Writing to a string cannot fail.
        let _ = write!(records, "{FIELD}{field}");
    }
}

/// The line in `Error at 7:3: ...`, which is how the library says where.
fn line_of(error: &str) -> usize {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    error.strip_prefix("Error at ").and_then(|position| digits(position).parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use world::quay::Quay;
    use world::quay::act::Act;
    use world::session::{Session, Start};
    use world::world::World as _;

    use super::*;

    fn asked(kind: &str, first: &str, text: &str) -> Vec<Vec<String>> {
        let answer = answer(&format!("{kind}{FIELD}quay{FIELD}{first}{FIELD}{text}"));
        answer.split(RECORD).skip(1).map(|record| record.split(FIELD).map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_told_session_plays_to_the_same_session() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        session.act(Act::Present("My card".into())).expect("accepted");
        session.pass(firmware_core::time::Millis(4_321));
        let records = asked("save", "A title", &session_to_text(&session));
        assert_eq!(records[0][0], "saved");
        let played = asked("play", "0", &records[0][1]);
        assert_eq!(played[0], ["scenario", "A title"]);
        assert_eq!(played.len(), 2, "every step held: {played:?}");
        let again = running_session_from_text::<Quay>(&played[1][2]).expect("readable");
        assert_eq!(again.world(), session.world());
    }

    #[test]
    fn an_unknown_world_is_refused() {
        assert!(answer(&format!("save{FIELD}ferry{FIELD}T{FIELD}")).contains("failed"));
    }

    #[test]
    fn a_step_that_does_not_hold_is_told_with_its_line() {
        let text = "Feature: F\n\n  Scenario: One\n    Given the marina as it opens\n    Then the screen is Busy\n";
        let records = asked("play", "0", text);
        assert_eq!(records[1][..3], ["wrong", "5", "the screen is Busy"]);
        assert_eq!(records[2][..2], ["played", "0"]);
    }

    #[test]
    fn a_background_comes_first_and_examples_are_filled_in() {
        let text = "Feature: F\n  Background:\n    Given the marina as it opens\n  Scenario Outline: O <n>\n    When <n> \
                    pass\n    Then the screen is Welcome\n    Examples:\n      | n |\n      | 1 s |\n      | 2 s |\n";
        let records = asked("play", "1", text);
        assert_eq!(records[..2], [["scenario", "O 1 s"], ["scenario", "O 2 s"]]);
        assert_eq!(records[2][..2], ["played", "1"]);
        let session = running_session_from_text::<Quay>(&records[2][2]).expect("readable");
        assert_eq!(session.world().now().0, 2_000);
    }

    #[test]
    fn what_cannot_be_played_is_refused_with_its_line() {
        for (text, line, words) in [
            ("What is this?\n", "1", ""),
            ("Feature: F\n\n  Scenario: S\n    Given a\n  Nonsense: b\n", "5", ""),
            ("Feature: F\n  Scenario: S\n    When I dance\n", "3", "I dance"),
        ] {
            let records = asked("play", "0", text);
            assert_eq!(records.len(), 1);
            assert_eq!(records[0][..2], ["refused", line]);
            assert!(records[0][2].contains(words), "{records:?}");
        }
        assert!(asked("play", "0", "Feature: F\n  Scenario: S\n    Whenever a\n").is_empty());
    }
}
