//! How the expectations of the quay are checked.

use firmware_core::money::Ore;
use firmware_core::pedestal::{BAR_STEPS, Socket};

use super::Quay;
use super::observation::{Observation, SeenSocket};
use super::step::Expectation;
use super::step_value::{Accounts, SCREENS, ScreenName};
use crate::script::{same, single_spaced};
use crate::step_value::{MilliKr, OnOff, Quoted, StepValue as _};

impl crate::script::Expectation<Quay> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let socket = |socket: &Socket| seen.sockets.get(socket.index()).ok_or("there are four sockets".to_owned());
        let card = |name: &str| seen.cards.iter().find(|card| card.name == name);
        let known = |name: &str| card(name).ok_or_else(|| format!("there is no card \u{201c}{name}\u{201d}"));
        match self {
            Self::OnScreen { screen } => same("the screen", screen.0, &seen.screen),
            Self::Shows { words } => {
                let shown = seen.display.contains(&single_spaced(&words.0));
                shown.then_some(()).ok_or_else(|| format!("the display shows {:?}", seen.display))
            }
            Self::ShowsNot { words } => {
                let shown = seen.display.contains(&single_spaced(&words.0));
                (!shown).then_some(()).ok_or_else(|| format!("the display shows {:?}", seen.display))
            }
            Self::Bar { filled, steps } => {
                same("the length of a bar", steps, &u32::from(BAR_STEPS))?;
                same("the bar", &Some(*filled), &seen.bar.map(u32::from))
            }
            Self::SocketIs { socket: at, on } => {
                let SeenSocket { lamp, live, .. } = socket(at)?;
                same("its button's blue light", &on.0, lamp)?;
                same("its power", &on.0, live)
            }
            Self::SocketHolds { socket: at, amount } => same_amount(*amount, socket(at)?.credit),
            Self::CardHolds { card: name, amount } => {
                same("its balance in øre", &Some(amount.0), &known(&name.0)?.balance)
            }
            Self::CardIs { card: name, standing: status } => same("the card", status.word(), &known(&name.0)?.status),
            Self::NoCard { card: name } => match card(&name.0) {
                None => Ok(()),
                Some(card) => Err(format!("there is one, and it is {}", card.status)),
            },
            Self::Draws { socket: at, watts } => same("the power in watts", watts, &socket(at)?.watts),
            Self::RuleApplied { rule, applied } => {
                let found = seen.rules.contains(&rule.to_string());
                (found == applied.0).then_some(()).ok_or_else(|| format!("the clauses were {}", seen.rules.join(", ")))
            }
            Self::Booked { accounts, amount } => same_amount(*amount, total(*accounts, &seen.accounts)),
            Self::Balanced {} => same("whether the ledger adds up", &true, &seen.balanced),
            Self::Refused { words } => {
                same("whether it was refused", &true, &seen.refused)?;
                let found = seen.answer.contains(&words.0);
                found.then_some(()).ok_or_else(|| format!("the answer was: {}", seen.answer))
            }
            Self::Accepted {} => {
                (!seen.refused).then_some(()).ok_or_else(|| format!("it was refused: {}", seen.answer))
            }
            Self::ReadOut { words } => {
                let found = !seen.refused && seen.answer.contains(&words.0);
                found.then_some(()).ok_or_else(|| format!("the desk said: {}", seen.answer))
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
        for line in &now.display {
            if before.is_none_or(|before| !before.display.contains(line)) && !line.contains('"') {
                steps.push(Self::Shows { words: Quoted(line.clone()) });
            }
        }
        for (socket, state) in Socket::ALL.into_iter().zip(&now.sockets) {
            let was_on = before.is_some_and(|before| before.sockets[socket.index()].live);
            if was_on != state.live {
                steps.push(Self::SocketIs { socket, on: OnOff(state.live) });
            }
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
                steps.push(Self::CardHolds { card: Quoted(card.name.clone()), amount: Ore(balance) });
            }
        }
        for (socket, state) in Socket::ALL.into_iter().zip(&seen.sockets) {
            steps.push(Self::SocketHolds { socket, amount: MilliKr(state.credit) });
        }
        steps.push(Self::Balanced {});
        steps
    }
}

fn total(accounts: Accounts, held: &[(String, i64)]) -> i64 {
    let kind = match accounts {
        Accounts::Sold => "Sold",
        Accounts::Cards => "Card",
        Accounts::Frozen => "Frozen",
        Accounts::Sockets => "Socket",
        Accounts::Suspense => "Suspense",
        Accounts::Consumed => "Consumed",
        Accounts::Rounding => "Rounding",
        Accounts::Lost => "Lost",
        Accounts::CashOut => "CashOut",
    };
    let sum: i64 = held.iter().filter(|(name, _)| name.split(' ').next() == Some(kind)).map(|(_, held)| held).sum();
    // What was sold is the source: it is shown as what came out of it.
    if accounts == Accounts::Sold { -sum } else { sum }
}

fn same_amount(expected: MilliKr, found: i64) -> Result<(), String> {
    if expected.0 == found { Ok(()) } else { Err(format!("it is {}", amount_text(found))) }
}

/// An amount of the ledger as it is written: crowns, down to a thousandth of an øre where there is one.
fn amount_text(milli_ore: i64) -> String {
    let mut text = String::new();
    MilliKr(milli_ore).write(&mut text).expect("writing to a string cannot fail");
    text
}
