//! How each world is wired to its boards: which pin is which key, which act tells a device what over the service link.

use std::convert::Infallible;

use embedded_graphics::image::GetPixel as _;
use embedded_graphics::pixelcolor::{BinaryColor, Rgb565};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use firmware_core::bench::Bench;
use firmware_core::device::{Device, ReaderPosition};
use firmware_core::link::Linked;
use firmware_core::pedestal::{self, Office, Outcome, Pedestal, Socket};
use firmware_core::time::Instant;
use firmware_core::validator::{self, Face, Spot, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, lcd_frame};
use world::bus::{self, Bus, FACES};
use world::quay::{self, Quay};
use world::trace::TraceEntry;
use world::world::World;

/// A board: its firmware, its display, and what is soldered to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wiring {
    /// The name of its firmware.
    pub firmware: &'static str,
    /// The kind of its display.
    pub display: &'static str,
    /// The pins that contacts close to ground.
    pub contacts: &'static [u8],
}

const PEDESTAL: Wiring =
    Wiring { firmware: "pedestal", display: "ssd1306", contacts: &[10, 11, 12, 13, 14, 15, 22, 26, 27, 28] };
const KEYS: Wiring = Wiring { firmware: "validator", display: "ssd1306", contacts: &[10, 11, 12, POCKET] };
const TOUCH: Wiring = Wiring { firmware: "validator-touch", display: "ili9341", contacts: &[POCKET] };

/// The first of the pedestal's keys; the others follow in the order of [`pedestal::Key::ALL`].
const FIRST_KEY: u8 = 10;
/// The pulse outputs of the meters.
const METERS: [u8; Socket::COUNT] = [22, 26, 27, 28];
/// The blue lamps.
const LAMPS: [u8; Socket::COUNT] = [18, 19, 20, 21];
/// The relays of the outlets.
const RELAYS: [u8; Socket::COUNT] = [2, 3, 6, 7];
/// The switch in the side pocket.
pub const POCKET: u8 = 15;
/// The red lamp.
const RED: u8 = 22;

/// What an act does to the board in front of the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// A card with this name is put there.
    Put(ReaderPosition, String),
    /// The card is taken away from there.
    Take(ReaderPosition),
    /// A contact is closed, or opened.
    Contact(u8, bool),
    /// A finger comes down here, or is lifted.
    Finger(Option<Spot>),
    /// The power goes, everywhere.
    PowerOff,
    /// The power is back, everywhere.
    PowerOn,
    /// Nothing that has to do with its hardware.
    Elsewhere,
}

/// A world whose devices are boards.
pub trait Wired: World<Device: Linked> {
    /// How the device at this place is wired.
    fn wiring(place: usize) -> Wiring;
    /// The bytes of the display that shows this screen, as the display keeps them.
    fn picture(place: usize, screen: &<Self::Device as Device>::Screen) -> Vec<u8>;
    /// The pins that lamps and relays hang on, and those of them that are to be driven high.
    fn lamps(lamps: <Self::Device as Device>::Lamps) -> (u32, u32);
    /// What an act does to hardware.
    fn deed(act: &Self::Act) -> Deed;
    /// What the device at this place was told over the service link between `before` and now, by this act or, if there
    /// was none, by the time that has passed.
    fn told(&self, before: &Self, act: Option<&Self::Act>, place: usize) -> Vec<<Self::Device as Linked>::Command>;
    /// What a device is told when it is set up: everything that holds.
    fn introduced(&self, place: usize) -> Vec<<Self::Device as Linked>::Command>;
    /// Whether something goes on in this world, besides what the devices wait for, that is measured from when it began.
    fn is_measuring(&self) -> bool;
    /// The pins that a pulse is heard on at `at`, up to which nothing else happens in this world: with their places.
    fn pulses(&self, at: Instant) -> Vec<(usize, u8)>;
}

/// A picture of 128 x 64 dots as the pages of an SSD1306.
pub fn pages(is_lit: impl Fn(Point) -> bool) -> Vec<u8> {
    let byte = |page: i32, column: i32| {
        (0..8).fold(0, |byte, row| byte | u8::from(is_lit(Point::new(column, page * 8 + row))) << row)
    };
    (0..8)
        .flat_map(|page| (0..128).map(move |column| (page, column)))
        .map(|(page, column)| byte(page, column))
        .collect()
}

/// What a touch display keeps: its pixels, row by row, two bytes each, the higher one first.
struct Colours(Vec<u8>);

impl Colours {
    fn of(screen: &validator::Screen) -> Self {
        let mut colours = Self(vec![0; (2 * TOUCH_WIDTH * TOUCH_HEIGHT) as usize]);
        let Ok(()) = TouchPicture(screen).draw(&mut colours);
        colours
    }
}

impl OriginDimensions for Colours {
    fn size(&self) -> Size {
        Size::new(TOUCH_WIDTH, TOUCH_HEIGHT)
    }
}

impl DrawTarget for Colours {
    type Color = Rgb565;
    type Error = Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Infallible> {
        for Pixel(at, colour) in pixels {
            self.fill_solid(&Rectangle::new(at, Size::new(1, 1)), colour)?;
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, colour: Rgb565) -> Result<(), Infallible> {
        let area = area.intersection(&self.bounding_box());
        let bytes = colour.into_storage().to_be_bytes();
        for row in area.rows() {
            let (Ok(y), Ok(x)) = (usize::try_from(row), usize::try_from(area.top_left.x)) else { continue };
            let from = 2 * (y * TOUCH_WIDTH as usize + x);
            for dot in self.0[from..][..2 * area.size.width as usize].chunks_exact_mut(2) {
                dot.copy_from_slice(&bytes);
            }
        }
        Ok(())
    }
}

impl Wired for Quay {
    fn wiring(_: usize) -> Wiring {
        PEDESTAL
    }

    fn picture(_: usize, screen: &pedestal::Screen) -> Vec<u8> {
        let frame = pedestal::frame(screen);
        pages(|dot| frame.pixel(dot) == Some(BinaryColor::On))
    }

    fn lamps(lamps: pedestal::Lamps) -> (u32, u32) {
        let bits = |pins: [u8; Socket::COUNT], is_meant: &dyn Fn(usize) -> bool| {
            (0..Socket::COUNT).filter(|place| is_meant(*place)).fold(0, |bits, place| bits | 1 << pins[place])
        };
        let all = |_| true;
        let on = |place: usize| lamps[place];
        (bits(LAMPS, &all) | bits(RELAYS, &all), bits(LAMPS, &on) | bits(RELAYS, &on))
    }

    fn deed(act: &quay::act::Act) -> Deed {
        use quay::act::Act;
        let contact = |key: &pedestal::Key, closed| {
            let place = pedestal::Key::ALL.iter().position(|one| one == key).and_then(|place| u8::try_from(place).ok());
            place.map_or(Deed::Elsewhere, |place| Deed::Contact(FIRST_KEY + place, closed))
        };
        match act {
            Act::Present(name) => Deed::Put(pedestal::HOLDER, name.clone()),
            Act::Take => Deed::Take(pedestal::HOLDER),
            Act::Press(key) => contact(key, true),
            Act::Release(key) => contact(key, false),
            Act::PowerOff => Deed::PowerOff,
            Act::PowerOn => Deed::PowerOn,
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
            | Act::Configure(..) => Deed::Elsewhere,
        }
    }

    fn told(&self, before: &Self, act: Option<&quay::act::Act>, place: usize) -> Vec<Office> {
        use quay::act::Act;
        let (bench, was) = (&self.benches()[place], &before.benches()[place]);
        if bench.device().is_none() {
            return Vec::new();
        }
        let mut told = Vec::new();
        match act {
            Some(Act::PowerOn) => return self.introduced(place),
            Some(Act::SetClock(civil)) => told.push(Office::CivilTime(*civil)),
            Some(Act::Configure(..)) if bench.settings() != was.settings() => {
                told.push(Office::Configure(bench.settings().clone()));
            }
            Some(Act::ReleaseSocket(socket)) if place == self.site().here => told.push(Office::Release(*socket)),
            Some(Act::ReadOut(_)) => told.extend(closed(was, bench, Outcome::Done)),
            Some(Act::Reset(_)) => told.extend(closed(was, bench, Outcome::NotDone)),
            Some(Act::WriteOff(_)) => told.extend(closed(was, bench, Outcome::WrittenOff)),
            None
            | Some(
                Act::Present(_)
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
        told
    }

    fn introduced(&self, place: usize) -> Vec<Office> {
        let settings = self.benches()[place].settings().clone();
        vec![Office::Configure(settings), Office::CivilTime(self.civil())]
    }

    fn is_measuring(&self) -> bool {
        // A boat that draws power is metered.
        self.wake_at().is_some()
    }

    fn pulses(&self, at: Instant) -> Vec<(usize, u8)> {
        let mut later = self.clone();
        later.pass_to(at, &mut Vec::<TraceEntry>::new());
        let credit = |world: &Self, place: usize, socket| world.benches()[place].device().map(|one| one.credit(socket));
        let all = (0..self.benches().len()).flat_map(|place| Socket::ALL.map(|socket| (place, socket)));
        all.filter(|(place, socket)| credit(&later, *place, *socket) < credit(self, *place, *socket))
            .map(|(place, socket)| (place, METERS[socket.index()]))
            .collect()
    }
}

/// What the desk closed in the memory of a pedestal between `was` and `now`: its journal, and the records of sockets,
/// which end with this outcome.
fn closed(was: &Bench<Pedestal>, now: &Bench<Pedestal>, outcome: Outcome) -> Vec<Office> {
    let mut told = Vec::new();
    if let (Some(journal), None) = (was.memory().journal, now.memory().journal) {
        told.push(Office::CloseJournal(journal.card));
    }
    let is_closed = |socket: &Socket| {
        was.memory().socket(*socket).record.is_some() && now.memory().socket(*socket).record.is_none()
    };
    told.extend(Socket::ALL.into_iter().filter(is_closed).map(|socket| Office::CloseRecord(socket, outcome)));
    told
}

impl Wired for Bus {
    fn wiring(place: usize) -> Wiring {
        match FACES[place % FACES.len()] {
            Face::Keys => KEYS,
            Face::Touch => TOUCH,
        }
    }

    fn picture(place: usize, screen: &validator::Screen) -> Vec<u8> {
        if Self::wiring(place) == TOUCH {
            return Colours::of(screen).0;
        }
        let frame = lcd_frame(screen);
        pages(|dot| frame.pixel(dot) == Some(BinaryColor::On))
    }

    fn lamps(lamps: validator::Lamps) -> (u32, u32) {
        (1 << RED, u32::from(lamps.red) << RED)
    }

    fn deed(act: &bus::act::Act) -> Deed {
        use bus::act::Act;
        let contact = |key: &validator::Key, closed| {
            let all = validator::Key::ALL;
            let place = all.iter().position(|one| one == key).and_then(|place| u8::try_from(place).ok());
            place.map_or(Deed::Elsewhere, |place| Deed::Contact(FIRST_KEY + place, closed))
        };
        match act {
            Act::Present(place, name) => Deed::Put((*place).into(), name.clone()),
            Act::Take(place) => Deed::Take((*place).into()),
            Act::Press(key) => contact(key, true),
            Act::Release(key) => contact(key, false),
            Act::Touch(spot) => Deed::Finger(Some(*spot)),
            Act::Lift => Deed::Finger(None),
            Act::PowerOff => Deed::PowerOff,
            Act::PowerOn => Deed::PowerOn,
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
            | Act::SetBand(..) => Deed::Elsewhere,
        }
    }

    fn told(&self, before: &Self, act: Option<&bus::act::Act>, place: usize) -> Vec<validator::Bus> {
        use bus::act::Act;
        let (bench, was) = (&self.benches()[place], &before.benches()[place]);
        if bench.device().is_none() {
            return Vec::new();
        }
        let bus = place / FACES.len();
        let (trip, trip_before) = (self.vehicles()[bus].trip(), before.vehicles()[bus].trip());
        let mut told = Vec::new();
        match act {
            Some(Act::PowerOn) => {
                told.push(validator::Bus::Configure(bench.settings().clone()));
                if !self.is_starting() {
                    told.extend(self.informed(place));
                }
            }
            Some(Act::SetClock(_)) if !self.is_starting() => told.extend(self.informed(place)),
            Some(Act::Block(blocked)) if place / FACES.len() == self.site().here / FACES.len() => {
                told.push(validator::Bus::Block(*blocked));
            }
            None if before.is_starting() && !self.is_starting() => told.extend(self.informed(place)),
            None
            | Some(
                Act::Present(..)
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
            told.push(validator::Bus::Configure(bench.settings().clone()));
        }
        if trip != trip_before && told.is_empty() {
            told.push(validator::Bus::Trip(trip));
        }
        if bench.memory().hotlist != was.memory().hotlist {
            told.push(validator::Bus::Hotlist(bench.memory().hotlist.clone()));
        }
        if bench.memory().orders != was.memory().orders {
            told.push(validator::Bus::Orders(bench.memory().orders.clone()));
        }
        told
    }

    fn introduced(&self, place: usize) -> Vec<validator::Bus> {
        let mut told = vec![validator::Bus::Configure(self.benches()[place].settings().clone())];
        told.extend(self.informed(place));
        told
    }

    fn is_measuring(&self) -> bool {
        false
    }

    fn pulses(&self, _: Instant) -> Vec<(usize, u8)> {
        Vec::new()
    }
}

/// What the bus computer tells at power-on and at each change (DK-34).
trait Informed {
    fn informed(&self, place: usize) -> Vec<validator::Bus>;
}

impl Informed for Bus {
    fn informed(&self, place: usize) -> Vec<validator::Bus> {
        let memory = self.benches()[place].memory();
        vec![
            validator::Bus::CivilTime(self.civil()),
            validator::Bus::Trip(self.vehicles()[place / FACES.len()].trip()),
            validator::Bus::Hotlist(memory.hotlist.clone()),
            validator::Bus::Orders(memory.orders.clone()),
        ]
    }
}
