//! Checks of the acceptance language of any world: texts in, steps out.

use std::collections::HashSet;

use world::script::{Player, Scripted, Step};
use world::step::Kind;

/// Every step has to parse from what it prints, to a step of its kind.
pub fn parse_again<W: Scripted>(actions: &[W::Action], expectations: &[W::Expectation]) {
    let actions = actions.iter().cloned().map(Step::<W>::Action);
    let expectations = expectations.iter().cloned().map(Step::<W>::Expectation);
    for step in actions.chain(expectations) {
        let text = step.to_string();
        assert_eq!(text.parse::<Step<W>>().as_ref(), Ok(&step), "{text}");
    }
}

/// Every pattern of the language has to belong to exactly one kind of steps, and to have a sample.
pub fn belong_to_one_kind<W: Scripted>(actions: &[W::Action], expectations: &[W::Expectation]) {
    belong_to::<W::Action, W::Expectation>(actions);
    belong_to::<W::Expectation, W::Action>(expectations);
}

fn belong_to<K: Kind, Other: Kind>(samples: &[K]) {
    let mut patterns = HashSet::new();
    for sample in samples {
        let text = sample.to_string();
        assert_eq!(K::read(&text).as_ref(), Ok(sample), "{text}");
        assert!(Other::read(&text).is_err(), "\u{201c}{text}\u{201d} is of both kinds");
        patterns.insert(sample.pattern());
    }
    assert_eq!(patterns.len(), K::patterns().len(), "every step has its sample");
}

/// What is no step names the pattern that is nearest.
pub fn name_the_nearest<W: Scripted>(texts: &[(&str, &str)]) {
    for (text, nearest) in texts {
        let unknown = text.parse::<Step<W>>().expect_err("no step");
        assert_eq!(unknown.nearest, *nearest, "for \u{201c}{text}\u{201d}");
        assert!(unknown.to_string().contains(nearest));
    }
}

/// A step with a wrong value says what it expected.
pub fn say_what_was_expected<W: Scripted>(texts: &[(&str, &str)]) {
    for (text, sentence) in texts {
        let unknown = text.parse::<Step<W>>().expect_err("no step").to_string();
        assert!(unknown.contains(sentence), "{unknown}");
    }
}

/// Plays the steps of a feature that a session was written as: one line a step.
pub fn play<W: Scripted>(text: &str) -> Player<W> {
    let mut player = Player::default();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some(step) = ["Given ", "When ", "Then "].iter().find_map(|keyword| line.strip_prefix(keyword)) else {
            continue;
        };
        let below = lines
            .next_if_eq(&"\"\"\"")
            .map(|_| lines.by_ref().take_while(|line| *line != "\"\"\"").collect::<Vec<_>>().join("\n"));
        let step: Step<W> = step.parse().unwrap_or_else(|unknown| panic!("{unknown}"));
        player.play(&step, below.as_deref()).unwrap_or_else(|why| panic!("{step}: {why}\n\n{text}"));
    }
    player
}
