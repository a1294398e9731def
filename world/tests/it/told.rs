//! What is told in the language of a world: steps in, steps out.

use world::story::Player;
use world::world::World;

/// Every step has to parse from what it prints.
pub fn parse_again<W: World>(steps: &[W::Step]) {
    for step in steps {
        let text = step.to_string();
        assert_eq!(text.parse::<W::Step>().as_ref(), Ok(step), "{text}");
    }
}

/// What is no step names the pattern that is nearest.
pub fn name_the_nearest<W: World>(texts: &[(&str, &str)]) {
    for (text, nearest) in texts {
        let unknown = text.parse::<W::Step>().expect_err("no step");
        assert_eq!(unknown.nearest, *nearest, "for \u{201c}{text}\u{201d}");
        assert!(unknown.to_string().contains(nearest));
    }
}

/// A step with a wrong value says what it expected.
pub fn say_what_was_expected<W: World>(texts: &[(&str, &str)]) {
    for (text, sentence) in texts {
        let unknown = text.parse::<W::Step>().expect_err("no step").to_string();
        assert!(unknown.contains(sentence), "{unknown}");
    }
}

/// Plays the steps of a feature that was told here: one line a step.
pub fn play<W: World>(told: &str) -> Player<W> {
    let mut player = Player::default();
    let mut lines = told.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some(text) = ["Given ", "When ", "Then "].iter().find_map(|keyword| line.strip_prefix(keyword)) else {
            continue;
        };
        let kept = lines
            .next_if_eq(&"\"\"\"")
            .map(|_| lines.by_ref().take_while(|line| *line != "\"\"\"").collect::<Vec<_>>().join("\n"));
        let step: W::Step = text.parse().unwrap_or_else(|unknown| panic!("{unknown}"));
        player.play(&step, kept.as_deref()).unwrap_or_else(|why| panic!("{text}: {why}\n\n{told}"));
    }
    player
}
