//! How the expectations of the buses are checked.

use firmware_core::money::Grosz;
use firmware_core::validator::BAR_STEPS;

use super::Bus;
use super::observation::{Observation, state_word};
use super::step::Expectation;
use super::step_value::{Accounts, Heard, SCREENS, ScreenName};
use crate::script::{same, single_spaced};
use crate::step_value::{OnOff, Quoted};

impl crate::script::Expectation<Bus> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let card = |name: &Quoted| seen.cards.iter().find(|card| card.name == name.0);
        let known = |name: &Quoted| card(name).ok_or_else(|| format!("there is no card \u{201c}{}\u{201d}", name.0));
        let shown = |words: &Quoted| seen.display.contains(&single_spaced(&words.0));
        let answered = |words: &Quoted| seen.answer.contains(&words.0);
        match self {
            Self::OnScreen { screen } => same("the screen", screen.0, &seen.screen),
            Self::Shows { words } => holds(shown(words), || format!("the display shows {:?}", seen.display)),
            Self::ShowsNot { words } => holds(!shown(words), || format!("the display shows {:?}", seen.display)),
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
            Self::Bar { filled, steps } => {
                same("the length of a bar", steps, &u32::from(BAR_STEPS))?;
                same("the bar", &Some(*filled), &seen.bar.map(u32::from))
            }
            Self::FieldIs { field, state } => {
                let found = seen.fields.get(*field as usize).ok_or("the old type has no fields")?;
                same("the field", state_word(*state).as_str(), found)
            }
            Self::Lamp { on } => same("whether the lamp is lit", &on.0, &seen.lamp),
            Self::Hear { heard } => same("what was heard", &heard.0, &seen.beeps),
            Self::BusAt { stop } => same("the stop", &Some(*stop), &seen.stop.map(u32::from)),
            Self::CardHolds { card: name, amount } => {
                same("its purse in grosze", &Some(amount.0), &known(name)?.balance)
            }
            Self::CardIs { card: name, standing: status } => same("the card", status.word(), &known(name)?.status),
            Self::NoCard { card: name } => match card(name) {
                None => Ok(()),
                Some(card) => Err(format!("there is one, and it is {}", card.status)),
            },
            Self::CardRides { card: name, held } => same("whether its ride is valid", &held.0, &known(name)?.rides),
            Self::CardCarries { card: name, normal, reduced } => {
                same("what it carries", &(*normal, *reduced), &known(name)?.tickets)
            }
            Self::CardChanged { card: name, count } => {
                same("the number of its changes", &Some(*count), &known(name)?.changes)
            }
            Self::OrdersWait { count, card: name } => same("what waits", count, &known(name)?.orders),
            Self::RuleApplied { rule, applied } => {
                let found = seen.rules.contains(&rule.to_string());
                holds(found == applied.0, || format!("the clauses were {}", seen.rules.join(", ")))
            }
            Self::Booked { accounts, amount } => {
                let found = total(*accounts, &seen.accounts);
                holds(i64::from(amount.0) == found, || format!("it is {found} grosze"))
            }
            Self::Balanced {} => same("whether the ledger adds up", &true, &seen.balanced),
            Self::Refused { words } => {
                same("whether it was refused", &true, &seen.refused)?;
                holds(answered(words), || format!("the answer was: {}", seen.answer))
            }
            Self::Accepted {} => holds(!seen.refused, || format!("it was refused: {}", seen.answer)),
            Self::ReadsOut { words } => {
                holds(!seen.refused && answered(words), || format!("the service point said: {}", seen.answer))
            }
            Self::Finds { words } => {
                holds(!seen.refused && answered(words), || format!("the inspector said: {}", seen.answer))
            }
        }
    }

    fn changes(now: &Observation, before: Option<&Observation>) -> Vec<Self> {
        let mut steps = Vec::new();
        if before.is_none_or(|before| before.screen != now.screen)
            && let Some(screen) = SCREENS.into_iter().find(|screen| *screen == now.screen)
        {
            steps.push(Self::OnScreen { screen: ScreenName(screen) });
        }
        // The clock goes on by itself: it is no news.
        let is_news = |line: &&String| {
            before.is_none_or(|before| !before.lines.contains(line)) && !line.contains('"') && now.clock.is_none()
        };
        steps.extend(now.lines.iter().filter(is_news).map(|line| Self::Shows { words: Quoted(line.clone()) }));
        if before.is_none_or(|before| before.lamp != now.lamp) {
            steps.push(Self::Lamp { on: OnOff(now.lamp) });
        }
        if !now.beeps.is_empty() {
            steps.push(Self::Hear { heard: Heard(now.beeps.clone()) });
        }
        if now.refused && before.is_none_or(|before| before.answer != now.answer) && !now.answer.contains('"') {
            steps.push(Self::Refused { words: Quoted(now.answer.clone()) });
        }
        steps
    }

    fn end(seen: &Observation) -> Vec<Self> {
        let mut steps = Vec::new();
        for card in &seen.cards {
            if let Some(balance) = card.balance {
                steps.push(Self::CardHolds { card: Quoted(card.name.clone()), amount: Grosz(balance) });
            }
        }
        steps.push(Self::Balanced {});
        steps
    }
}

fn holds(condition: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if condition { Ok(()) } else { Err(otherwise()) }
}

fn total(accounts: Accounts, held: &[(String, i64)]) -> i64 {
    let kind = match accounts {
        Accounts::Sold => "Sold",
        Accounts::Cards => "Card",
        Accounts::Orders => "Order",
        Accounts::Advances => "Advance",
        Accounts::Fares => "Fares",
        Accounts::Lost => "Lost",
    };
    let sum: i64 = held.iter().filter(|(name, _)| name.split(' ').next() == Some(kind)).map(|(_, held)| held).sum();
    // What was sold is the source: it is shown as what came out of it.
    if accounts == Accounts::Sold { -sum } else { sum }
}
