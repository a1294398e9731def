//! What the actions of the buses do.

use firmware_core::validator::{FIELDS, Face, Field, Key, Spot, field_at};

use super::act::{Act, Reader};
use super::step::{Action, SharedAction};
use super::step_value::{Assignment, Blocks, Fare, Reported, TariffName};
use super::{Bus, keys_for};
use crate::action_of_act;
use crate::script::{self, Move};
use crate::step_value::Quoted;
use crate::world::World as _;

impl script::Action<Bus> for Action {
    fn of_act(act: &Act) -> Self {
        let quoted = |name: &String| Quoted(name.clone());
        action_of_act!(act, Act {
            Act::Present(Reader::Pocket, card) => Self::Pocket { card: quoted(card) },
            Act::Present(_, card) => Self::Hold { card: quoted(card) },
            Act::PresentBoth(first, second) => Self::HoldBoth { first: quoted(first), second: quoted(second) },
            Act::Take(Reader::Pocket) => Self::TakeOut {},
            Act::Take(_) => Self::Take {},
            Act::Press(key) => Self::KeyDown { key: *key },
            Act::Release(key) => Self::KeyUp { key: *key },
            Act::Touch(spot) => match field_with_middle(*spot) {
                Some(field) => Self::FingerOnField { field },
                None => Self::FingerAt { x: spot.x.into(), y: spot.y.into() },
            },
            Act::Lift => Self::Lift {},
            Act::Walk(bus, face) => Self::WalkTo { face: *face, bus: u32::from(*bus) },
            Act::NextStop => Self::NextStop {},
            Act::EndRun => Self::EndRun {},
            Act::Depart => Self::Depart {},
            Act::Block(blocked) => Self::DriverBlocks { blocks: Blocks(*blocked) },
            Act::Create(kind, card, Some(amount)) => {
                Self::Shared(SharedAction::HasCardOf { kind: *kind, card: quoted(card), amount: *amount })
            }
            Act::Create(kind, card, None) => Self::HasCardWithoutPurse { kind: *kind, card: quoted(card) },
            Act::Sell(kind, card, amount) => Self::Sell { kind: *kind, card: quoted(card), amount: *amount },
            Act::Load(card, amount) => Self::Load { amount: *amount, card: quoted(card) },
            Act::SellPeriod(card, fare, from, to) => {
                Self::HasPeriod { card: quoted(card), fare: *fare, from: *from, to: *to }
            }
            Act::Entitle(card, entitlement, until) => {
                Self::HasEntitlement { card: quoted(card), entitlement: *entitlement, until: *until }
            }
            Act::SetFare(card, fare) => Self::HasFare { card: quoted(card), fare: Fare(*fare) },
            Act::SetDays(card, from, to) => Self::HasDays { card: quoted(card), from: *from, to: *to },
            Act::ReadOut(card) => Self::ReadOut { card: quoted(card) },
            Act::Fetch(card) => Self::Fetch { card: quoted(card) },
            Act::ReportLost(card) => Self::Report { card: quoted(card), reported: Reported(true) },
            Act::ReportFound(card) => Self::Report { card: quoted(card), reported: Reported(false) },
            Act::OrderTopUp(card, amount) => Self::OrderTopUp { amount: *amount, card: quoted(card) },
            Act::OrderPeriod(card, fare, from, days) => {
                Self::OrderPeriod { fare: *fare, days: u32::from(*days), from: *from, card: quoted(card) }
            }
            Act::Inspect(card) => Self::Inspect { card: quoted(card) },
            Act::SetTariff(index) => Self::Tariff { name: TariffName(*index) },
            Act::SetSingle(fare, amount) => Self::Single { fare: *fare, amount: *amount },
            Act::SetBand(class, stops, fare, amount) => {
                Self::Band { fare: *fare, stops: u32::from(*stops), class: u32::from(*class), amount: *amount }
            }
        })
    }

    fn of_two(first: &Act, second: &Act) -> Option<Self> {
        match (first, second) {
            (Act::Press(key), Act::Release(released)) if key == released => {
                Some(Self::Shared(SharedAction::Press { key: *key }))
            }
            (Act::Touch(spot), Act::Lift) => Some(match field_with_middle(*spot) {
                Some(field) => Self::TouchField { field },
                None => Self::TouchAt { x: spot.x.into(), y: spot.y.into() },
            }),
            // Nearly all pairs of acts have no step of their own. Two steps say the same then, so nothing is lost.
            _ => None,
        }
    }

    fn moves(&self, world: &Bus, below: Option<&str>) -> Result<Vec<Move<Bus>>, String> {
        let name = |quoted: &Quoted| quoted.0.clone();
        let act = |act: Act| Ok(vec![Move::Act(act)]);
        let present = |card: &Quoted| Move::Act(Act::Present(Reader::Front, card.0.clone()));
        match self {
            Self::Shared(step) => step.moves(below),
            Self::HasCardWithoutPurse { kind, card } => act(Act::Create(*kind, name(card), None)),
            Self::HasPeriod { card, fare, from, to } => act(Act::SellPeriod(name(card), *fare, *from, *to)),
            Self::HasEntitlement { card, entitlement, until } => act(Act::Entitle(name(card), *entitlement, *until)),
            Self::HasFare { card, fare } => act(Act::SetFare(name(card), fare.0)),
            Self::HasDays { card, from, to } => act(Act::SetDays(name(card), *from, *to)),
            Self::Tariff { name } => act(Act::SetTariff(name.0)),
            Self::Single { fare, amount } => act(Act::SetSingle(*fare, *amount)),
            Self::Band { fare, stops, class, amount } => act(Act::SetBand(byte(*class), byte(*stops), *fare, *amount)),
            Self::HoldFor { card, duration } => {
                Ok(vec![present(card), Move::Pass(*duration), Move::Act(Act::Take(Reader::Front))])
            }
            Self::Hold { card } => Ok(vec![present(card)]),
            Self::HoldBoth { first, second } => act(Act::PresentBoth(name(first), name(second))),
            Self::Take {} => act(Act::Take(Reader::Front)),
            Self::Tap { card } => {
                let times = world.bench().settings().reader_times();
                // Written, confirmed, and once more for the mark that goes then (DK-29).
                let written = times.write + times.confirm;
                let done = times.detect + written + written;
                Ok(vec![present(card), Move::Pass(done), Move::Act(Act::Take(Reader::Front))])
            }
            Self::Pocket { card } => act(Act::Present(Reader::Pocket, name(card))),
            Self::TakeOut {} => act(Act::Take(Reader::Pocket)),
            Self::Choose { field } => Ok(match world.face() {
                Face::Keys => keys_for(*field).iter().flat_map(|key| pressed(*key)).collect(),
                Face::Touch => touched(spot_of(*field)).into(),
            }),
            Self::KeyDown { key } => act(Act::Press(*key)),
            Self::KeyUp { key } => act(Act::Release(*key)),
            Self::TouchField { field } => Ok(touched(spot_of(*field)).into()),
            Self::TouchAt { x, y } => Ok(touched(spot(*x, *y)).into()),
            Self::FingerOnField { field } => act(Act::Touch(spot_of(*field))),
            Self::FingerAt { x, y } => act(Act::Touch(spot(*x, *y))),
            Self::Lift {} => act(Act::Lift),
            Self::WalkTo { face, bus } => act(Act::Walk(byte(*bus), *face)),
            Self::Walk { face } => act(Act::Walk(world.bus_number(), *face)),
            Self::Board { bus } => act(Act::Walk(byte(*bus), world.face())),
            Self::NextStop {} => act(Act::NextStop),
            Self::DriveTo { stop } => {
                let from = world.vehicle().stop().ok_or("the bus is on no run")?;
                let stops = stop.checked_sub(u32::from(from)).filter(|stops| *stops > 0);
                let stops = stops.ok_or_else(|| format!("stop {stop} does not lie ahead of stop {from}"))?;
                Ok((0..stops).map(|_| Move::Act(Act::NextStop)).collect())
            }
            Self::EndRun {} => act(Act::EndRun),
            Self::Depart {} => act(Act::Depart),
            Self::DriverBlocks { blocks } => act(Act::Block(blocks.0)),
            Self::Sell { kind, card, amount } => act(Act::Sell(*kind, name(card), *amount)),
            Self::Load { amount, card } => act(Act::Load(name(card), *amount)),
            Self::ReadOut { card } => act(Act::ReadOut(name(card))),
            Self::Fetch { card } => act(Act::Fetch(name(card))),
            Self::Report { card, reported: Reported(true) } => act(Act::ReportLost(name(card))),
            Self::Report { card, reported: Reported(false) } => act(Act::ReportFound(name(card))),
            Self::OrderTopUp { amount, card } => act(Act::OrderTopUp(name(card), *amount)),
            Self::OrderPeriod { fare, days, from, card } => {
                act(Act::OrderPeriod(name(card), *fare, *from, u16::try_from(*days).unwrap_or(u16::MAX)))
            }
            Self::Inspect { card } => act(Act::Inspect(name(card))),
        }
    }
}

/// The middle of a field: where a finger comes down on it.
pub fn spot_of(field: Field) -> Spot {
    let (_, area) = FIELDS.iter().find(|(one, _)| *one == field).expect("every field has its area");
    let middle = area.center();
    let pixels = |at: i32| u16::try_from(at).expect("every field is on the display");
    Spot { x: pixels(middle.x), y: pixels(middle.y) }
}

/// The field that has its middle here.
fn field_with_middle(spot: Spot) -> Option<Field> {
    field_at(spot).filter(|field| spot_of(*field) == spot)
}

fn spot(x: u32, y: u32) -> Spot {
    let pixels = |at: u32| u16::try_from(at).unwrap_or(u16::MAX);
    Spot { x: pixels(x), y: pixels(y) }
}

fn pressed(key: Key) -> [Move<Bus>; 2] {
    [Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]
}

fn touched(spot: Spot) -> [Move<Bus>; 2] {
    [Move::Act(Act::Touch(spot)), Move::Act(Act::Lift)]
}

fn byte(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
