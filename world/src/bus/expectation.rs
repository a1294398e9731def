//! How the expectations of the buses are checked.

use firmware_core::time::Instant;

use super::Bus;
use super::observation::{Observation, state_word};
use super::step::{Action, Expectation, SharedExpectation};
use super::step_value::{Accounts, Heard};
use crate::script::{self, Scripted, holds, same, total};
use crate::session::Session;
use crate::step_value::{OnOff, Quoted};

impl Scripted for Bus {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = Observation;

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> Observation {
        Observation::of(session, mark)
    }
}

impl script::Expectation<Bus> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let known = |name: &Quoted| {
            let card = seen.cards.iter().find(|card| card.name == name.0);
            card.ok_or_else(|| format!("there is no card \u{201c}{}\u{201d}", name.0))
        };
        let answered = |words: &Quoted| seen.answer.contains(&words.0);
        match self {
            Self::Shared(step) => step.check(seen),
            Self::ShowsRoute { line, direction, stop } => {
                let found =
                    seen.route.as_ref().map(|(line, to, stop)| (u32::from(*line), to.as_str(), u32::from(*stop)));
                same("the route on the display", &Some((*line, direction.0.as_str(), *stop)), &found)
            }
            Self::ClockShown { civil } => {
                let found = seen.clock.map_or("not shown".to_owned(), |clock| clock.to_string());
                same("the clock", &civil.to_string(), &found)
            }
            Self::NoClock {} => holds(seen.clock.is_none(), || format!("a clock is shown: {:?}", seen.display)),
            Self::FieldIs { field, state } => {
                let found = seen.fields.get(*field as usize).ok_or("the old type has no fields")?;
                same("the field", state_word(*state).as_str(), found)
            }
            Self::Lamp { on } => same("whether the lamp is lit", &on.0, &seen.lamp),
            Self::Hear { heard } => same("what was heard", &heard.0, &seen.beeps),
            Self::BusAt { stop } => same("the stop", &Some(*stop), &seen.stop.map(u32::from)),
            Self::CardRides { card: name, held } => same("whether its ride is valid", &held.0, &known(name)?.rides),
            Self::CardCarries { card: name, normal, reduced } => {
                same("what it carries", &(*normal, *reduced), &known(name)?.tickets)
            }
            Self::CardChanged { card: name, count } => {
                same("the number of its changes", &Some(*count), &known(name)?.changes)
            }
            Self::OrdersWait { count, card: name } => same("what waits", count, &known(name)?.orders),
            Self::ReadsOut { words } => {
                holds(!seen.refused && answered(words), || format!("the service point said: {}", seen.answer))
            }
            Self::Finds { words } => {
                holds(!seen.refused && answered(words), || format!("the inspector said: {}", seen.answer))
            }
        }
    }

    fn changes(now: &Observation, before: Option<&Observation>) -> Vec<Self> {
        let mut steps: Vec<_> = SharedExpectation::screen_change(now, before).map(Self::Shared).into_iter().collect();
        // The clock goes on by itself: it is no news.
        let is_news = |line: &&String| {
            before.is_none_or(|before| !before.lines.contains(line)) && !line.contains('"') && now.clock.is_none()
        };
        steps.extend(
            now.lines
                .iter()
                .filter(is_news)
                .map(|line| Self::Shared(SharedExpectation::Shows { words: Quoted(line.clone()) })),
        );
        if before.is_none_or(|before| before.lamp != now.lamp) {
            steps.push(Self::Lamp { on: OnOff(now.lamp) });
        }
        if !now.beeps.is_empty() {
            steps.push(Self::Hear { heard: Heard(now.beeps.clone()) });
        }
        steps.extend(SharedExpectation::refusal_change(now, before).map(Self::Shared));
        steps
    }

    fn end(seen: &Observation) -> Vec<Self> {
        let balances = SharedExpectation::balances(seen);
        balances.chain([SharedExpectation::Balanced {}]).map(Self::Shared).collect()
    }
}

impl Accounts {
    /// The sum in these accounts of an observation. What was sold is the source: it counts as what came out of it.
    pub fn total(self, accounts: &[(String, i64)]) -> i64 {
        match self {
            Self::Sold => -total("Sold", accounts),
            Self::Cards => total("Card", accounts),
            Self::Orders => total("Order", accounts),
            Self::Advances => total("Advance", accounts),
            Self::Fares => total("Fares", accounts),
            Self::Lost => total("Lost", accounts),
        }
    }
}
