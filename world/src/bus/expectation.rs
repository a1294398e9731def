//! How the expectations of the buses are checked.

use firmware_core::time::Instant;

use super::Bus;
use super::account::Account;
use super::observation::{BusObservation, observe, state_word};
use super::step::{Action, Expectation, SharedExpectation};
use super::step_value::{Accounts, Heard};
use crate::script::{self, Scripted, holds, same};
use crate::session::Session;
use crate::step_value::{OnOff, Quoted};

impl Scripted for Bus {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = BusObservation;

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> BusObservation {
        observe(session, mark)
    }
}

impl script::Expectation<Bus> for Expectation {
    fn check(&self, seen: &BusObservation) -> Result<(), String> {
        let known = |name: &Quoted| {
            let card = seen.cards.iter().find(|card| card.name == name.0);
            card.ok_or_else(|| format!("there is no card \u{201c}{}\u{201d}", name.0))
        };
        let answered = |words: &Quoted| seen.answer.contains(&words.0);
        match self {
            Self::Shared(step) => step.check(seen),
            Self::ShowsRoute { line, direction, stop } => {
                let found =
                    seen.own.route.as_ref().map(|(line, to, stop)| (u32::from(*line), to.as_str(), u32::from(*stop)));
                same("the route on the display", &Some((*line, direction.0.as_str(), *stop)), &found)
            }
            Self::ClockShown { civil } => {
                let found = seen.own.clock.map_or("not shown".to_owned(), |clock| clock.to_string());
                same("the clock", &civil.to_string(), &found)
            }
            Self::NoClock {} => holds(seen.own.clock.is_none(), || format!("a clock is shown: {:?}", seen.display)),
            Self::FieldIs { field, state } => {
                let found = seen.own.fields.get(*field as usize).ok_or("the old type has no fields")?;
                same("the field", state_word(*state).as_str(), found)
            }
            Self::Lamp { on } => same("whether the lamp is lit", &on.0, &seen.own.lamp),
            Self::Hear { heard } => same("what was heard", &heard.0, &seen.own.beeps),
            Self::BusAt { stop } => same("the stop", &Some(*stop), &seen.own.stop.map(u32::from)),
            Self::CardRides { card: name, held } => same("whether its ride is valid", &held.0, &known(name)?.own.rides),
            Self::CardCarries { card: name, normal, reduced } => {
                same("what it carries", &(*normal, *reduced), &known(name)?.own.tickets)
            }
            Self::CardChanged { card: name, count } => {
                same("the number of its changes", &Some(*count), &known(name)?.own.changes)
            }
            Self::OrdersWait { count, card: name } => same("what waits", count, &known(name)?.own.orders),
            Self::ReadsOut { words } => {
                holds(!seen.refused && answered(words), || format!("the service point said: {}", seen.answer))
            }
            Self::Finds { words } => {
                holds(!seen.refused && answered(words), || format!("the inspector said: {}", seen.answer))
            }
        }
    }

    fn changes(now: &BusObservation, before: Option<&BusObservation>) -> Vec<Self> {
        let mut steps: Vec<_> = SharedExpectation::screen_change(now, before).map(Self::Shared).into_iter().collect();
        // The clock goes on by itself: it is no news.
        let is_news = |line: &&String| {
            before.is_none_or(|before| !before.own.lines.contains(line))
                && !line.contains('"')
                && now.own.clock.is_none()
        };
        steps.extend(
            now.own
                .lines
                .iter()
                .filter(is_news)
                .map(|line| Self::Shared(SharedExpectation::Shows { words: Quoted(line.clone()) })),
        );
        if before.is_none_or(|before| before.own.lamp != now.own.lamp) {
            steps.push(Self::Lamp { on: OnOff(now.own.lamp) });
        }
        if !now.own.beeps.is_empty() {
            steps.push(Self::Hear { heard: Heard(now.own.beeps.clone()) });
        }
        steps.extend(SharedExpectation::refusal_change(now, before).map(Self::Shared));
        steps
    }

    fn end(seen: &BusObservation) -> Vec<Self> {
        let balances = SharedExpectation::balances(seen);
        balances.chain([SharedExpectation::Balanced {}]).map(Self::Shared).collect()
    }
}

impl From<Account> for Accounts {
    fn from(account: Account) -> Self {
        match account {
            Account::Sold => Self::Sold,
            Account::Card(_) => Self::Cards,
            Account::Order(_) => Self::Orders,
            Account::Advance(..) => Self::Advances,
            Account::Fares => Self::Fares,
            Account::Lost => Self::Lost,
        }
    }
}
