//! The validators of the bus as boards.

use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::BinaryColor;
use firmware_core::time::Instant;
use firmware_core::validator::{self, Face, lcd_frame};
use world::bus::{self, Bus, FACES};
use world::world::World;

use super::frame::RgbFrame;
use super::{BoardInput, FIRST_KEY, POCKET, Wired, Wiring, pages};

const KEYS: Wiring = Wiring { firmware: "validator", display: "ssd1306", contacts: &[10, 11, 12, POCKET] };
const TOUCH: Wiring = Wiring { firmware: "validator-touch", display: "ili9341", contacts: &[POCKET] };

/// The red lamp.
const RED: u8 = 22;

impl Wired for Bus {
    fn wiring(index: usize) -> Wiring {
        match FACES[index % FACES.len()] {
            Face::Keys => KEYS,
            Face::Touch => TOUCH,
        }
    }

    fn frame(index: usize, screen: &validator::Screen) -> Vec<u8> {
        if Self::wiring(index) == TOUCH {
            return RgbFrame::of(screen).0;
        }
        let frame = lcd_frame(screen);
        pages(|dot| frame.pixel(dot) == Some(BinaryColor::On))
    }

    fn lamps(lamps: validator::Lamps) -> (u32, u32) {
        (1 << RED, u32::from(lamps.red) << RED)
    }

    fn board_input(act: &bus::act::Act) -> BoardInput {
        use bus::act::Act;
        let contact = |key: &validator::Key, closed| {
            let all = validator::Key::ALL;
            let index = all.iter().position(|one| one == key).and_then(|index| u8::try_from(index).ok());
            index.map_or(BoardInput::None, |index| BoardInput::Contact(FIRST_KEY + index, closed))
        };
        match act {
            Act::Present(position, name) => BoardInput::Put((*position).into(), name.clone()),
            Act::PresentBoth(first, second) => BoardInput::PutBoth(validator::FRONT, [first.clone(), second.clone()]),
            Act::Take(position) => BoardInput::Take((*position).into()),
            Act::Press(key) => contact(key, true),
            Act::Release(key) => contact(key, false),
            Act::Touch(spot) => BoardInput::Finger(Some(*spot)),
            Act::Lift => BoardInput::Finger(None),
            Act::PowerOff => BoardInput::PowerOff,
            Act::PowerOn => BoardInput::PowerOn,
            Act::Walk(..)
            | Act::NextStop
            | Act::EndRun
            | Act::Depart
            | Act::Block(_)
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Sell(..)
            | Act::Load(..)
            | Act::SellPeriod(..)
            | Act::Entitle(..)
            | Act::SetFare(..)
            | Act::SetDays(..)
            | Act::ReadOut(_)
            | Act::Fetch(_)
            | Act::ReportLost(_)
            | Act::ReportFound(_)
            | Act::OrderTopUp(..)
            | Act::OrderPeriod(..)
            | Act::Inspect(_)
            | Act::SetClock(_)
            | Act::Configure(..)
            | Act::SetTariff(_)
            | Act::SetSingle(..)
            | Act::SetBand(..) => BoardInput::None,
        }
    }

    fn commands(&self, before: &Self, act: Option<&bus::act::Act>, index: usize) -> Vec<validator::Bus> {
        use bus::act::Act;
        let (bench, was) = (&self.benches()[index], &before.benches()[index]);
        if bench.device().is_none() {
            return Vec::new();
        }
        let bus = index / FACES.len();
        let (trip, trip_before) = (self.vehicles()[bus].trip(), before.vehicles()[bus].trip());
        let mut commands = Vec::new();
        match act {
            Some(Act::PowerOn) => {
                commands.push(validator::Bus::Configure(bench.settings().clone()));
                if !self.is_starting() {
                    commands.extend(self.trip_commands(index));
                }
            }
            Some(Act::SetClock(_)) if !self.is_starting() => commands.extend(self.trip_commands(index)),
            Some(Act::Block(blocked)) if index / FACES.len() == self.site().here / FACES.len() => {
                commands.push(validator::Bus::Block(*blocked));
            }
            None if before.is_starting() && !self.is_starting() => commands.extend(self.trip_commands(index)),
            None
            | Some(
                Act::Present(..)
                | Act::PresentBoth(..)
                | Act::Take(_)
                | Act::Press(_)
                | Act::Release(_)
                | Act::Touch(_)
                | Act::Lift
                | Act::Walk(..)
                | Act::NextStop
                | Act::EndRun
                | Act::Depart
                | Act::Block(_)
                | Act::PowerOff
                | Act::Create(..)
                | Act::Rename(..)
                | Act::Discard(_)
                | Act::Destroy(_)
                | Act::Lose(_)
                | Act::Sell(..)
                | Act::Load(..)
                | Act::SellPeriod(..)
                | Act::Entitle(..)
                | Act::SetFare(..)
                | Act::SetDays(..)
                | Act::ReadOut(_)
                | Act::Fetch(_)
                | Act::ReportLost(_)
                | Act::ReportFound(_)
                | Act::OrderTopUp(..)
                | Act::OrderPeriod(..)
                | Act::Inspect(_)
                | Act::SetClock(_)
                | Act::Configure(..)
                | Act::SetTariff(_)
                | Act::SetSingle(..)
                | Act::SetBand(..),
            ) => {}
        }
        if bench.settings() != was.settings() {
            commands.push(validator::Bus::Configure(bench.settings().clone()));
        }
        if trip != trip_before && commands.is_empty() {
            commands.push(validator::Bus::Trip(trip));
        }
        if bench.memory().hotlist != was.memory().hotlist {
            commands.push(validator::Bus::Hotlist(bench.memory().hotlist.clone()));
        }
        if bench.memory().orders != was.memory().orders {
            commands.push(validator::Bus::Orders(bench.memory().orders.clone()));
        }
        commands
    }

    fn initial_commands(&self, index: usize) -> Vec<validator::Bus> {
        let mut commands = vec![validator::Bus::Configure(self.benches()[index].settings().clone())];
        commands.extend(self.trip_commands(index));
        commands
    }

    fn is_measuring(&self) -> bool {
        false
    }

    fn pulses(&self, _: Instant) -> Vec<(usize, u8)> {
        Vec::new()
    }
}

/// What the bus computer sends at power-on and at each change (DK-34).
trait TripCommands {
    fn trip_commands(&self, index: usize) -> Vec<validator::Bus>;
}

impl TripCommands for Bus {
    fn trip_commands(&self, index: usize) -> Vec<validator::Bus> {
        let memory = self.benches()[index].memory();
        vec![
            validator::Bus::CivilTime(self.civil()),
            validator::Bus::Trip(self.vehicles()[index / FACES.len()].trip()),
            validator::Bus::Hotlist(memory.hotlist.clone()),
            validator::Bus::Orders(memory.orders.clone()),
        ]
    }
}
