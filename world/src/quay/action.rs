//! What the actions of the quay do.

use firmware_core::pedestal::{Key, SETTINGS};
use firmware_core::time::Millis;

use super::Quay;
use super::act::Act;
use super::step::{Action, SharedAction};
use super::step_value::Assignment;
use super::wallet::Issue;
use crate::action_of_act;
use crate::script::{self, Move};
use crate::step_value::{OnOff, Quoted};
use crate::world::World as _;

impl script::Action<Quay> for Action {
    fn of_act(act: &Act) -> Self {
        let quoted = |name: &String| Quoted(name.clone());
        action_of_act!(act, Act {
            Act::Present(card) => Self::Present { card: quoted(card) },
            Act::PresentBoth(first, second) => Self::PresentBoth { first: quoted(first), second: quoted(second) },
            Act::Take => Self::Take {},
            Act::Press(key) => Self::Hold { key: *key },
            Act::Release(key) => Self::LetGo { key: *key },
            Act::Walk(number) => Self::Walk { number: u32::from(*number) },
            Act::Plug(socket) => Self::Plug { socket: *socket },
            Act::Unplug(socket) => Self::Unplug { socket: *socket },
            Act::Switch(socket, appliance, on) => {
                Self::Switch { appliance: *appliance, socket: *socket, on: OnOff(*on) }
            }
            Act::Create(kind, card, amount) => {
                Self::Shared(SharedAction::HasCardOf { kind: *kind, card: quoted(card), amount: *amount })
            }
            Act::Load(card, amount) => Self::DeskLoad { amount: *amount, card: quoted(card) },
            Act::PayOut(card) => Self::DeskPayOut { card: quoted(card) },
            Act::ReadOut(card) => Self::DeskRead { card: quoted(card) },
            Act::Reset(card) => Self::DeskReset { card: quoted(card) },
            Act::WriteOff(card) => Self::DeskWriteOff { card: quoted(card) },
            Act::ReleaseSocket(socket) => Self::DeskRelease { socket: *socket },
        })
    }

    fn of_two(first: &Act, second: &Act) -> Option<Self> {
        match (first, second) {
            (Act::Press(key), Act::Release(released)) if key == released => {
                Some(Self::Shared(SharedAction::Press { key: *key }))
            }
            // Nearly all pairs of acts have no step of their own. Two steps say the same then, so nothing is lost.
            _ => None,
        }
    }

    fn moves(&self, world: &Quay, below: Option<&str>) -> Result<Vec<Move<Quay>>, String> {
        let name = |quoted: &Quoted| quoted.0.clone();
        let act = |act: Act| Ok(vec![Move::Act(act)]);
        match self {
            Self::Shared(step) => step.moves(below),
            Self::HasCard { card, amount } => act(Act::Create(Issue::User, name(card), *amount)),
            Self::HasLoaded { card, amount, socket } => {
                let settings = world.bench().settings();
                let step = settings.step().0;
                if amount.0 % step != 0 {
                    return Err(format!("{amount} kr is no whole number of presses of {step} øre"));
                }
                let key = Key::Socket(*socket);
                let mut moves =
                    vec![Move::Act(Act::Present(name(card))), Move::Pass(Millis(world.setting(SETTINGS.len())))];
                for _ in 0..=amount.0 / step {
                    moves.extend([Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]);
                }
                moves.extend([Move::Act(Act::Press(Key::Enter)), Move::Act(Act::Release(Key::Enter))]);
                moves.extend([Move::Pass(settings.update()), Move::Act(Act::Take)]);
                Ok(moves)
            }
            Self::Present { card } => act(Act::Present(name(card))),
            Self::PresentBoth { first, second } => act(Act::PresentBoth(name(first), name(second))),
            Self::Take {} => act(Act::Take),
            Self::PressTimes { key, count } => Ok(pressed(*key, *count)),
            Self::Hold { key } => act(Act::Press(*key)),
            Self::LetGo { key } => act(Act::Release(*key)),
            Self::Walk { number } => act(Act::Walk(u8::try_from(*number).unwrap_or(u8::MAX))),
            Self::Plug { socket } => act(Act::Plug(*socket)),
            Self::Unplug { socket } => act(Act::Unplug(*socket)),
            Self::Switch { appliance, socket, on } => act(Act::Switch(*socket, *appliance, on.0)),
            Self::DeskLoad { amount, card } => act(Act::Load(name(card), *amount)),
            Self::DeskPayOut { card } => act(Act::PayOut(name(card))),
            Self::DeskRead { card } => act(Act::ReadOut(name(card))),
            Self::DeskReset { card } => act(Act::Reset(name(card))),
            Self::DeskWriteOff { card } => act(Act::WriteOff(name(card))),
            Self::DeskRelease { socket } => act(Act::ReleaseSocket(*socket)),
        }
    }
}

fn pressed(key: Key, count: u32) -> Vec<Move<Quay>> {
    (0..count).flat_map(|_| [Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]).collect()
}
