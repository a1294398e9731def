//! The pedestals of the quay as boards.

use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::BinaryColor;
use firmware_core::bench::Bench;
use firmware_core::pedestal::{self, Office, Outcome, Pedestal, Socket};
use firmware_core::time::Instant;
use world::quay::{self, Quay};
use world::trace::TraceEntry;
use world::world::World;

use super::{BoardInput, FIRST_KEY, Wired, Wiring, pages};

const PEDESTAL: Wiring =
    Wiring { firmware: "pedestal", display: "ssd1306", contacts: &[10, 11, 12, 13, 14, 15, 22, 26, 27, 28] };

/// The pulse outputs of the meters.
const METERS: [u8; Socket::COUNT] = [22, 26, 27, 28];
/// The blue lamps.
const LAMPS: [u8; Socket::COUNT] = [18, 19, 20, 21];
/// The relays of the outlets.
const RELAYS: [u8; Socket::COUNT] = [2, 3, 6, 7];

impl Wired for Quay {
    fn wiring(_: usize) -> Wiring {
        PEDESTAL
    }

    fn frame(_: usize, screen: &pedestal::Screen) -> Vec<u8> {
        let frame = pedestal::frame(screen);
        pages(|dot| frame.pixel(dot) == Some(BinaryColor::On))
    }

    fn lamps(lamps: pedestal::Lamps) -> (u32, u32) {
        let bits = |pins: [u8; Socket::COUNT], is_meant: &dyn Fn(usize) -> bool| {
            (0..Socket::COUNT).filter(|index| is_meant(*index)).fold(0, |bits, index| bits | 1 << pins[index])
        };
        let all = |_| true;
        let on = |index: usize| lamps[index];
        (bits(LAMPS, &all) | bits(RELAYS, &all), bits(LAMPS, &on) | bits(RELAYS, &on))
    }

    fn board_input(act: &quay::act::Act) -> BoardInput {
        use quay::act::Act;
        let contact = |key: &pedestal::Key, closed| {
            let index = pedestal::Key::ALL.iter().position(|one| one == key).and_then(|index| u8::try_from(index).ok());
            index.map_or(BoardInput::None, |index| BoardInput::Contact(FIRST_KEY + index, closed))
        };
        match act {
            Act::Present(name) => BoardInput::Put(pedestal::HOLDER, name.clone()),
            Act::PresentBoth(first, second) => BoardInput::PutBoth(pedestal::HOLDER, [first.clone(), second.clone()]),
            Act::Take => BoardInput::Take(pedestal::HOLDER),
            Act::Press(key) => contact(key, true),
            Act::Release(key) => contact(key, false),
            Act::PowerOff => BoardInput::PowerOff,
            Act::PowerOn => BoardInput::PowerOn,
            Act::Walk(_)
            | Act::Plug(_)
            | Act::Unplug(_)
            | Act::Switch(..)
            | Act::Create(..)
            | Act::Rename(..)
            | Act::Discard(_)
            | Act::Destroy(_)
            | Act::Lose(_)
            | Act::Load(..)
            | Act::PayOut(_)
            | Act::ReadOut(_)
            | Act::Reset(_)
            | Act::WriteOff(_)
            | Act::ReleaseSocket(_)
            | Act::SetClock(_)
            | Act::Configure(..) => BoardInput::None,
        }
    }

    fn commands(&self, before: &Self, act: Option<&quay::act::Act>, index: usize) -> Vec<Office> {
        use quay::act::Act;
        let (bench, was) = (&self.benches()[index], &before.benches()[index]);
        if bench.device().is_none() {
            return Vec::new();
        }
        let mut commands = Vec::new();
        match act {
            Some(Act::PowerOn) => return self.initial_commands(index),
            Some(Act::SetClock(civil)) => commands.push(Office::CivilTime(*civil)),
            Some(Act::Configure(..)) if bench.settings() != was.settings() => {
                commands.push(Office::Configure(bench.settings().clone()));
            }
            Some(Act::ReleaseSocket(socket)) if index == self.site().here => commands.push(Office::Release(*socket)),
            Some(Act::ReadOut(_)) => commands.extend(closed(was, bench, Outcome::Done)),
            Some(Act::Reset(_)) => commands.extend(closed(was, bench, Outcome::NotDone)),
            Some(Act::WriteOff(_)) => commands.extend(closed(was, bench, Outcome::WrittenOff)),
            None
            | Some(
                Act::Present(_)
                | Act::PresentBoth(..)
                | Act::Take
                | Act::Press(_)
                | Act::Release(_)
                | Act::Walk(_)
                | Act::PowerOff
                | Act::Plug(_)
                | Act::Unplug(_)
                | Act::Switch(..)
                | Act::Create(..)
                | Act::Rename(..)
                | Act::Discard(_)
                | Act::Destroy(_)
                | Act::Lose(_)
                | Act::Load(..)
                | Act::PayOut(_)
                | Act::ReleaseSocket(_)
                | Act::Configure(..),
            ) => {}
        }
        commands
    }

    fn initial_commands(&self, index: usize) -> Vec<Office> {
        let settings = self.benches()[index].settings().clone();
        vec![Office::Configure(settings), Office::CivilTime(self.civil())]
    }

    fn is_measuring(&self) -> bool {
        // A boat that draws power is metered.
        self.wake_at().is_some()
    }

    fn pulses(&self, at: Instant) -> Vec<(usize, u8)> {
        let mut later = self.clone();
        later.pass_to(at, &mut Vec::<TraceEntry>::new());
        let credit = |world: &Self, index: usize, socket| world.benches()[index].device().map(|one| one.credit(socket));
        let all = (0..self.benches().len()).flat_map(|index| Socket::ALL.map(|socket| (index, socket)));
        all.filter(|(index, socket)| credit(&later, *index, *socket) < credit(self, *index, *socket))
            .map(|(index, socket)| (index, METERS[socket.index()]))
            .collect()
    }
}

/// What the desk closed in the memory of a pedestal between `was` and `now`: its journal, and the records of sockets,
/// which end with this outcome.
fn closed(was: &Bench<Pedestal>, now: &Bench<Pedestal>, outcome: Outcome) -> Vec<Office> {
    let mut commands = Vec::new();
    if let (Some(journal), None) = (was.memory().journal, now.memory().journal) {
        commands.push(Office::CloseJournal(journal.card));
    }
    let is_closed = |socket: &Socket| {
        was.memory().socket(*socket).record.is_some() && now.memory().socket(*socket).record.is_none()
    };
    commands.extend(Socket::ALL.into_iter().filter(is_closed).map(|socket| Office::CloseRecord(socket, outcome)));
    commands
}
