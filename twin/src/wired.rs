//! How the devices of each site are wired to their boards: which pin is which key, and which act is which command on
//! the service link.

mod bus;
mod frame;
mod quay;

use firmware_core::device::{Device, ReaderPosition};
use firmware_core::link::Linked;
use firmware_core::time::Instant;
use firmware_core::validator::Spot;
use world::world::World;

pub use frame::pages;

/// A board: its firmware, its display, and the contacts at its pins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wiring {
    /// The name of its firmware.
    pub firmware: &'static str,
    /// The kind of its display.
    pub display: &'static str,
    /// The pins that contacts close to ground.
    pub contacts: &'static [u8],
}

/// The switch in the side pocket of a validator. Contacts at higher pins are meters.
pub const POCKET: u8 = 15;

/// The first of a device's keys; the others follow in the order of `Key::ALL`.
const FIRST_KEY: u8 = 10;

/// What an act does to the board of the device in front of the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BoardInput {
    /// The card with this name is put on a reader.
    Put(ReaderPosition, String),
    /// The cards with these names are put on a reader together.
    PutBoth(ReaderPosition, [String; 2]),
    /// Everything is removed from a reader.
    Take(ReaderPosition),
    /// The contact at a pin is closed, or opened.
    Contact(u8, bool),
    /// The touch screen is touched here, or released.
    Finger(Option<Spot>),
    /// Every board loses its power.
    PowerOff,
    /// Every board has power again.
    PowerOn,
    /// No board is concerned.
    None,
}

/// A site whose devices can be boards. Devices are numbered in the order of [`World::benches`].
pub trait Wired: World<Device: Linked> {
    /// How the device with this index is wired.
    fn wiring(index: usize) -> Wiring;
    /// The frame that the display of a device has in its memory while it shows this screen.
    fn frame(index: usize, screen: &<Self::Device as Device>::Screen) -> Vec<u8>;
    /// The pins of lamps and relays, and those of them that are high.
    fn lamps(lamps: <Self::Device as Device>::Lamps) -> (u32, u32);
    /// What an act does to the board.
    fn board_input(act: &Self::Act) -> BoardInput;
    /// The commands that a device receives on the service link between `before` and now: by this act or, without one,
    /// by the time that has passed.
    fn commands(&self, before: &Self, act: Option<&Self::Act>, index: usize) -> Vec<<Self::Device as Linked>::Command>;
    /// The commands that a new device receives: its settings and everything that is valid now.
    fn initial_commands(&self, index: usize) -> Vec<<Self::Device as Linked>::Command>;
    /// Whether something beside the devices' own deadlines is measured from its beginning, such as energy.
    fn is_measuring(&self) -> bool;
    /// The devices and pins at which a meter gives a pulse at `at`. Nothing else happens at this site until then.
    fn pulses(&self, at: Instant) -> Vec<(usize, u8)>;
}
