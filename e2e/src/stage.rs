//! The worlds that scenarios can be about, and what this runner shows of each.

use crc::{CRC_64_XZ, Crc};
use embedded_graphics::prelude::*;
use firmware_core::device::Device as _;
use firmware_core::pedestal::{self, FRAME_HEIGHT, FRAME_WIDTH};
use firmware_core::validator::{Face, Screen, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, lcd_frame};
use world::bus::Bus;
use world::bus::step::Action;
use world::quay::Quay;
use world::session::Session;
use world::world::{Action as _, World};

use crate::feature::Scenario;
use crate::pixels::Picture;
use crate::target::core::Scene;

/// Which world a scenario is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// The pedestals on their quay.
    Quay,
    /// The validators on their buses.
    Bus,
}

impl Stage {
    /// The folder of features tells: those in `validator` are about the buses. Anywhere else it is a scenario about the
    /// buses if it begins as one, such as a session that somebody saved.
    pub fn of(scenario: &Scenario) -> Self {
        let folder = scenario.place.file.parent().and_then(|folder| folder.file_name());
        let beginnings = [Action::opening(), Action::bare(), Action::kept()].map(|action| action.to_string());
        let begins = scenario.lines.iter().any(|line| beginnings.contains(&line.text));
        if begins || folder.is_some_and(|folder| folder == "validator") { Self::Bus } else { Self::Quay }
    }
}

/// A world that scenarios are played in.
pub trait Staged: World {
    /// What its devices are called in the journal.
    const DEVICE: &'static str;

    /// What the display in front of the person shows.
    fn scene(session: &Session<Self>) -> Scene;

    /// What every display shows that a page has on it, by its name there.
    fn pictures(world: &Self) -> Vec<(&'static str, Picture)>;
}

impl Staged for Quay {
    const DEVICE: &'static str = "pedestal";

    fn scene(session: &Session<Self>) -> Scene {
        let world = session.world();
        let seen = Self::observe(session, (session.journal().len(), world.now()));
        let frame = world.bench().device().map(|device| pedestal::frame(&device.screen(world.now())));
        let frame = frame.map(|frame| checksum(frame.data()));
        Scene { screen: seen.screen, display: seen.display, bar: seen.bar, frame }
    }

    fn pictures(world: &Self) -> Vec<(&'static str, Picture)> {
        let frame = world.bench().device().map(|device| pedestal::frame(&device.screen(world.now())));
        vec![("display", Picture::in_ink(frame.as_ref(), FRAME_WIDTH, FRAME_HEIGHT))]
    }
}

impl Staged for Bus {
    const DEVICE: &'static str = "validator";

    fn scene(session: &Session<Self>) -> Scene {
        let world = session.world();
        let seen = Self::observe(session, (session.journal().len(), world.now()));
        let screen = world.bench().device().map(|device| device.screen(world.now()));
        let frame = screen.map(|screen| match world.face() {
            Face::Keys => checksum(lcd_frame(&screen).data()),
            Face::Touch => checksum(&bytes(&touch_picture(Some(&screen)))),
        });
        Scene { screen: seen.screen, display: seen.display, bar: seen.bar, frame }
    }

    fn pictures(world: &Self) -> Vec<(&'static str, Picture)> {
        let first = 2 * usize::from(world.bus_number() - 1);
        let screens = world.benches()[first..].iter().take(2);
        let mut screens = screens.map(|bench| bench.device().map(|device| device.screen(world.now())));
        let (keys, touch) = (screens.next().flatten(), screens.next().flatten());
        let frame = keys.as_ref().map(lcd_frame);
        let keys = Picture::in_ink(frame.as_ref(), FRAME_WIDTH, FRAME_HEIGHT);
        vec![("keys", keys), ("touch", touch_picture(touch.as_ref()))]
    }
}

/// The checksum (CRC-64/XZ) of pixels.
fn checksum(pixels: &[u8]) -> String {
    format!("{:016x}", Crc::<u64>::new(&CRC_64_XZ).checksum(pixels))
}

/// What the touch display shows; it is black without power.
fn touch_picture(screen: Option<&Screen>) -> Picture {
    let mut picture = Picture::in_colours(TOUCH_WIDTH as usize, TOUCH_HEIGHT as usize);
    if let Some(screen) = screen {
        let Ok(()) = TouchPicture(screen).draw(&mut picture);
    }
    picture
}

/// Two bytes for every pixel of a picture in colours, row by row.
fn bytes(picture: &Picture) -> Vec<u8> {
    picture.colours().iter().flat_map(|pixel| pixel.into_storage().to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature;

    fn stage(file: &str, first: &str) -> Stage {
        let text = format!("Feature: f\n  Scenario: s\n    Given {first}\n    Then the ledger adds up\n");
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        Stage::of(&feature::scenarios(&feature, file.as_ref())[0])
    }

    #[test]
    fn the_folder_or_the_first_step_tells_the_world() {
        assert_eq!(stage("features/pedestal/tear.feature", "the marina as it opens"), Stage::Quay);
        assert_eq!(stage("features/validator/tear.feature", "something that is no step"), Stage::Bus);
        assert_eq!(stage("saved.feature", "the buses as they open"), Stage::Bus);
        assert_eq!(stage("saved.feature", "the marina as it opens"), Stage::Quay);
    }

    #[test]
    fn a_scene_of_each_type_has_its_words_and_the_checksum_of_its_dots() {
        let mut session = Session::<Bus>::new(world::session::Start::Bare).expect("a bare world");
        let old = Bus::scene(&session);
        assert_eq!((old.screen.as_str(), old.display.len()), ("Rest", 2));
        session.act(world::bus::act::Act::Walk(1, Face::Touch)).expect("there is one");
        let new = Bus::scene(&session);
        assert!(new.display.contains(&"Normalny".to_owned()), "{:?}", new.display);
        assert_ne!(new.frame, old.frame);
        session.pass(firmware_core::time::Millis(1_000));
        assert_ne!(Bus::scene(&session).frame, new.frame, "its clock goes on");
        session.act(world::bus::act::Act::PowerOff).expect("it is on");
        assert_eq!(Bus::scene(&session).frame, None);
    }
}
