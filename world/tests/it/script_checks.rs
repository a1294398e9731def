//! Checks of the acceptance language of any world: texts in, steps out.

use std::collections::HashSet;

use firmware_core::time::{Date, DateTime};
use world::script::{self, Player, Scripted, Step};
use world::session::{Session, Start};
use world::step::Kind;

/// Declares `shared_actions` and `shared_expectations` of a site: a sample of every step that all sites have, where its
/// words come from lists with every word there is.
macro_rules! shared_samples {
    (
        $site:ty, kinds: $kinds:expr, keys: $keys:expr, statuses: $statuses:expr, accounts: [$($account:ident),+],
        amount: $amount:expr, booked: $booked:expr, rules: $rules:expr $(,)?
    ) => {
        fn shared_actions() -> Vec<SharedAction> {
            let card = || Quoted("My card".to_owned());
            let mut samples = vec![
                SharedAction::Opening {},
                SharedAction::Bare {},
                SharedAction::Kept {},
                SharedAction::Clock { civil: script_checks::leap_day() },
                SharedAction::Wait { duration: Millis(5_001) },
                SharedAction::Wait { duration: Millis(60_000) },
                SharedAction::PowerOff {},
                SharedAction::PowerOn {},
                SharedAction::Rename { from: card(), to: Quoted("Żółw på båten".to_owned()) },
                SharedAction::Discard { card: card() },
                SharedAction::Destroy { card: card() },
                SharedAction::Lose { card: card() },
            ];
            samples.extend($kinds.map(|kind| SharedAction::HasCardOf { kind, card: card(), amount: $amount }));
            samples.extend($keys.map(|key| SharedAction::Press { key }));
            for (index, setting) in (0..).zip(<$site as world::world::World>::all_settings()) {
                let values = [setting.min, setting.default, setting.max];
                samples.extend(values.map(|value| SharedAction::Setting { assignment: Assignment { index, value } }));
            }
            samples
        }

        fn shared_expectations() -> Vec<SharedExpectation> {
            let card = || Quoted("My card".to_owned());
            let words = || Quoted("Sprawdź operację".to_owned());
            let mut samples = vec![
                SharedExpectation::Shows { words: words() },
                SharedExpectation::ShowsNot { words: words() },
                SharedExpectation::Bar { filled: 25, steps: 50 },
                SharedExpectation::CardHolds { card: card(), amount: $amount },
                SharedExpectation::NoCard { card: card() },
                SharedExpectation::Balanced {},
                SharedExpectation::Refused { words: words() },
                SharedExpectation::Accepted {},
            ];
            samples.extend(SCREENS.map(|screen| SharedExpectation::OnScreen { screen: ScreenName(screen) }));
            samples.extend($statuses.map(|standing| SharedExpectation::CardIs { card: card(), standing }));
            for applied in [Applied(true), Applied(false)] {
                samples.extend($rules.map(|rule| SharedExpectation::RuleApplied { rule, applied }));
            }
            let accounts = [$(Accounts::$account),+];
            samples.extend(accounts.map(|accounts| SharedExpectation::Booked { accounts, amount: $booked }));
            samples
        }
    };
}
pub(crate) use shared_samples;

/// The last seconds of a leap day.
pub fn leap_day() -> DateTime {
    Date::from_civil(2028, 2, 29).and_then(|day| DateTime::new(day, 23, 59, 58)).expect("a leap day")
}

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
    let (player, unmet) = play_all(text);
    assert!(unmet.is_empty(), "{unmet:?}\n\n{text}");
    player
}

/// The same to the end, with the expectations that are not met.
pub fn play_all<W: Scripted>(text: &str) -> (Player<W>, Vec<String>) {
    let mut unmet = Vec::new();
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
        match (player.play(&step, below.as_deref()), &step) {
            (Ok(()), _) => {}
            (Err(_), Step::Expectation(_)) => unmet.push(step.to_string()),
            (Err(why), Step::Action(_)) => panic!("{step}: {why}\n\n{text}"),
        }
    }
    (player, unmet)
}

/// A session that is written as a feature has to play to the same world; so has the session that was saved and
/// reopened, in which `resume` then does something. Returns the feature of the first.
pub fn play_to_the_same_world<W: Scripted>(
    session: &Session<W>,
    title: &str,
    resume: impl FnOnce(&mut Session<W>),
) -> String {
    let written = |session: &Session<W>| {
        let text = script::feature(session, title).expect("it can be written");
        let player = play::<W>(&text);
        assert_eq!(player.session().world(), session.world(), "{text}");
        assert!(text.contains("Then the ledger adds up"));
        text
    };
    let text = written(session);
    let kept = world::save_format::session_to_text(session);
    let kept: Session<W> = world::save_format::session_from_text(&kept).expect("readable");
    let persistent = kept.world().persistent();
    let start = Start::Kept(Box::new(persistent.clone()));
    let mut reopened = Session::reopened(start, Vec::new(), persistent).expect("readable");
    resume(&mut reopened);
    written(&reopened);
    text
}
