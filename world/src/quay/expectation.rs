//! How the expectations of the quay are checked.

use firmware_core::money::WattHours;
use firmware_core::pedestal::Socket;
use firmware_core::time::Instant;

use super::Quay;
use super::account::Account;
use super::former_words;
use super::observation::{QuayObservation, SeenSocket, observe};
use super::step::{Action, Expectation, SharedExpectation};
use super::step_value::Accounts;
use crate::script::{self, Scripted, holds, same, single_spaced};
use crate::session::Session;
use crate::step_value::{MilliKr, OnOff, Quoted, StepValue as _};

impl Scripted for Quay {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = QuayObservation;

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> QuayObservation {
        observe(session, mark)
    }
}

impl script::Expectation<Quay> for Expectation {
    fn check(&self, seen: &QuayObservation) -> Result<(), String> {
        let socket = |socket: &Socket| seen.own.sockets.get(socket.index()).ok_or("there are four sockets".to_owned());
        match self {
            Self::Shared(SharedExpectation::Shows { words })
                if former_words::are_replaced(&single_spaced(&words.0), &seen.display) =>
            {
                Ok(())
            }
            Self::Shared(step) => step.check(seen),
            Self::SocketIs { socket: at, on } => {
                let SeenSocket { lamp, live, .. } = socket(at)?;
                same("its button's blue light", &on.0, lamp)?;
                same("its power", &on.0, live)
            }
            Self::SocketHolds { socket: at, amount } => {
                let credit = socket(at)?.credit;
                holds(amount.0 == credit, || format!("it is {}", amount_text(credit)))
            }
            Self::HasDelivered { socket: at, energy } => {
                let delivered = WattHours(socket(at)?.delivered);
                holds(*energy == delivered, || format!("it is {}", energy_text(delivered)))
            }
            Self::LedgerEnergy { energy } => {
                let delivered = WattHours(seen.own.delivered);
                holds(*energy == delivered, || format!("it is {}", energy_text(delivered)))
            }
            Self::Draws { socket: at, watts } => same("the power in watts", watts, &socket(at)?.watts),
            Self::ReadOut { words } => {
                let found = !seen.refused && seen.answer.contains(&words.0);
                holds(found, || format!("the desk said: {}", seen.answer))
            }
        }
    }

    fn changes(now: &QuayObservation, before: Option<&QuayObservation>) -> Vec<Self> {
        let mut steps: Vec<_> = SharedExpectation::screen_change(now, before).map(Self::Shared).into_iter().collect();
        for line in &now.display {
            if before.is_none_or(|before| !before.display.contains(line)) && !line.contains('"') {
                steps.push(Self::Shared(SharedExpectation::Shows { words: Quoted(line.clone()) }));
            }
        }
        for (socket, state) in Socket::ALL.into_iter().zip(&now.own.sockets) {
            let was_on = before.is_some_and(|before| before.own.sockets[socket.index()].live);
            if was_on != state.live {
                steps.push(Self::SocketIs { socket, on: OnOff(state.live) });
            }
        }
        steps.extend(SharedExpectation::refusal_change(now, before).map(Self::Shared));
        steps
    }

    fn end(seen: &QuayObservation) -> Vec<Self> {
        let mut steps: Vec<_> = SharedExpectation::balances(seen).map(Self::Shared).collect();
        for (socket, state) in Socket::ALL.into_iter().zip(&seen.own.sockets) {
            steps.push(Self::SocketHolds { socket, amount: MilliKr(state.credit) });
            if state.delivered > 0 {
                steps.push(Self::HasDelivered { socket, energy: WattHours(state.delivered) });
            }
        }
        steps.push(Self::Shared(SharedExpectation::Balanced {}));
        steps
    }
}

impl From<Account> for Accounts {
    fn from(account: Account) -> Self {
        match account {
            Account::Sold => Self::Sold,
            Account::Card(_) => Self::Cards,
            Account::Frozen(_) => Self::Frozen,
            Account::Socket(..) => Self::Sockets,
            Account::Suspense(..) => Self::Suspense,
            Account::Consumed => Self::Consumed,
            Account::Rounding => Self::Rounding,
            Account::Lost => Self::Lost,
            Account::CashOut => Self::CashOut,
        }
    }
}

/// An amount of the ledger in kroner, down to a thousandth of an øre where there is one.
fn amount_text(milli_ore: i64) -> String {
    let mut text = String::new();
    MilliKr(milli_ore).write(&mut text).expect("writing to a string cannot fail");
    text
}

/// Energy in kilowatt-hours.
fn energy_text(energy: WattHours) -> String {
    let mut text = String::new();
    energy.write(&mut text).expect("writing to a string cannot fail");
    text
}
