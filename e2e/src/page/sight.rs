//! What can be seen of the page in one look.

use std::collections::BTreeMap;

use serde::Deserialize;
use world::quay::story::{Observation, SeenCard, SeenSocket};

use crate::pixels::Canvas;

/// Everything that can be seen, as the page's own attributes and words say it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each of them is an attribute of the page by itself")]
pub struct Sight {
    /// Whether the first card can be used.
    pub ready: bool,
    /// Whether this tab owns the world.
    pub owner: bool,
    /// The simulated time in milliseconds.
    pub now: i64,
    /// The name of the screen.
    pub screen: String,
    /// How far the bar is filled.
    pub bar: Option<u8>,
    /// The words that mirror the display.
    pub display: Vec<String>,
    /// The display's dots.
    pub canvas: Option<Canvas>,
    /// Which of the four socket buttons are lit.
    pub lamps: Vec<bool>,
    /// The sockets.
    pub sockets: Vec<Socket>,
    /// The name of the card in the holder, or nothing.
    pub holder: String,
    /// The cards, in the order in which they are shown.
    pub cards: Vec<SeenCard>,
    /// The accounts of the ledger.
    pub accounts: Vec<(String, i64)>,
    /// Whether the ledger adds up.
    pub balanced: bool,
    /// What the last act was answered with.
    pub answer: String,
    /// Whether it was refused.
    pub refused: bool,
    /// The last lines of the journal.
    pub lines: Vec<Line>,
}

/// A socket.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Socket {
    number: u8,
    live: bool,
    credit: i64,
    watts: u32,
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
}

/// The lines of the journal that were seen since a session began, by their places.
pub type Lines = BTreeMap<usize, Line>;

impl Sight {
    /// How many lines the journal has.
    pub fn length(&self) -> usize {
        self.lines.last().map_or(0, |line| line.place + 1)
    }

    /// The same as an observation. The clauses are those of the lines from `mark` on, and of a line before it that
    /// goes on later than `since`.
    pub fn observation(&self, lines: &Lines, (mark, since): (usize, u64)) -> Observation {
        let mut rules = Vec::new();
        for line in lines.values().filter(|line| line.place >= mark || line.until > since) {
            for rule in &line.rules {
                if !rules.contains(rule) {
                    rules.push(rule.clone());
                }
            }
        }
        let mut sockets = self.sockets.clone();
        sockets.sort_by_key(|socket| socket.number);
        let seen = |(place, socket): (usize, &Socket)| SeenSocket {
            lamp: self.lamps.get(place).copied().unwrap_or_default(),
            live: socket.live,
            credit: socket.credit,
            watts: socket.watts,
        };
        Observation {
            screen: self.screen.clone(),
            display: self.display.clone(),
            bar: self.bar,
            sockets: sockets.iter().enumerate().map(seen).collect(),
            cards: self.cards.clone(),
            accounts: self.accounts.iter().filter(|(_, held)| *held != 0).cloned().collect(),
            balanced: self.balanced,
            answer: self.answer.clone(),
            refused: self.refused,
            rules,
        }
    }
}

/// Says field by field where two observations differ.
///
/// # Errors
/// A sentence for every field that does.
pub fn compare(page: &Observation, core: &Observation) -> Result<(), String> {
    let mut differences = Vec::new();
    macro_rules! field {
        ($($name:ident),+) => {
            // Taken apart whole: a field that is added to the observation has to be compared, too.
            let Observation { $($name: _),+ } = page;
            $(if page.$name != core.$name {
                let name = stringify!($name);
                differences.push(format!("{name} on the page: {:?}\n{name} by the core: {:?}", page.$name, core.$name));
            })+
        };
    }
    field!(screen, display, bar, sockets, cards, accounts, balanced, answer, refused, rules);
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::core::Core;
    use world::quay::Quay;

    fn line(place: usize, until: u64, rules: &[&str]) -> (usize, Line) {
        (place, Line { place, until, rules: rules.iter().map(ToString::to_string).collect() })
    }

    #[test]
    fn the_clauses_are_those_since_the_step_began() {
        let sight: Sight = serde_json::from_str(
            r#"{"ready":true,"owner":true,"now":9,"screen":"Welcome","bar":null,"display":[],"canvas":null,
                "lamps":[false,true,false,false],"sockets":[{"number":2,"live":true,"credit":5,"watts":60},
                {"number":1,"live":false,"credit":0,"watts":0}],"holder":"","cards":[],"accounts":[["Sold",0]],
                "balanced":true,"answer":"","refused":false,"lines":[]}"#,
        )
        .expect("it is a sight");
        let lines = Lines::from([
            line(0, 900, &["P-01"]),
            line(1, 1001, &["P-24", "DP-21"]),
            line(2, 1000, &["P-02"]),
            line(3, 1000, &["P-09", "P-24"]),
        ]);
        let seen = sight.observation(&lines, (3, 1000));
        assert_eq!(seen.rules, ["P-24", "DP-21", "P-09"]);
        assert_eq!(seen.accounts, []);
        assert!(seen.sockets[1].lamp && seen.sockets[1].live && !seen.sockets[0].live);
    }

    #[test]
    fn every_difference_is_told() {
        let core = Core::<Quay>::default().observe();
        assert_eq!(compare(&core, &core), Ok(()));
        let page = Observation { refused: true, screen: "Busy".to_owned(), ..core.clone() };
        let why = compare(&page, &core).expect_err("they differ");
        assert!(why.contains("screen on the page: \"Busy\"") && why.contains("refused by the core: false"), "{why}");
    }
}
