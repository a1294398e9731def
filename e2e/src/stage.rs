//! The worlds that scenarios can be about, and what this runner shows of each.

use crc::{CRC_64_XZ, Crc};
use embedded_graphics::pixelcolor::{IntoStorage as _, Rgb565};
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::Rectangle;
use firmware_core::device::Device as _;
use firmware_core::pedestal;
use firmware_core::validator::{Face, Screen, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, lcd_frame};
use world::bus::{Bus, step};
use world::quay::Quay;
use world::session::Session;
use world::world::{Step as _, World};

use crate::feature::Scenario;
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
        let beginnings = [step::Step::opening(), step::Step::bare(), step::Step::kept()].map(|step| step.to_string());
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
}

impl Staged for Bus {
    const DEVICE: &'static str = "validator";

    fn scene(session: &Session<Self>) -> Scene {
        let world = session.world();
        let seen = Self::observe(session, (session.journal().len(), world.now()));
        let screen = world.bench().device().map(|device| device.screen(world.now()));
        let frame = screen.map(|screen| match world.face() {
            Face::Keys => checksum(lcd_frame(&screen).data()),
            Face::Touch => checksum(&touch_pixels(&screen)),
        });
        Scene { screen: seen.screen, display: seen.display, bar: seen.bar, frame }
    }
}

/// The checksum (CRC-64/XZ) of pixels.
fn checksum(pixels: &[u8]) -> String {
    format!("{:016x}", Crc::<u64>::new(&CRC_64_XZ).checksum(pixels))
}

/// The pixels of the touch display, row by row, two bytes each.
fn touch_pixels(screen: &Screen) -> Vec<u8> {
    let mut canvas = Canvas { width: TOUCH_WIDTH as usize, pixels: vec![0; (TOUCH_WIDTH * TOUCH_HEIGHT) as usize] };
    let Ok(()) = TouchPicture(screen).draw(&mut canvas);
    canvas.pixels.iter().flat_map(|pixel| pixel.to_be_bytes()).collect()
}

/// What a touch display is drawn on.
struct Canvas {
    width: usize,
    pixels: Vec<u16>,
}

impl OriginDimensions for Canvas {
    fn size(&self) -> Size {
        Size::new(TOUCH_WIDTH, TOUCH_HEIGHT)
    }
}

impl DrawTarget for Canvas {
    type Color = Rgb565;
    type Error = std::convert::Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb565>>>(&mut self, pixels: I) -> Result<(), Self::Error> {
        for Pixel(at, color) in pixels {
            let (Ok(x), Ok(y)) = (usize::try_from(at.x), usize::try_from(at.y)) else { continue };
            if x < self.width
                && let Some(pixel) = self.pixels.get_mut(y * self.width + x)
            {
                *pixel = color.into_storage();
            }
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: Rgb565) -> Result<(), Self::Error> {
        let area = area.intersection(&self.bounding_box());
        for row in area.rows() {
            let (Ok(y), Ok(x)) = (usize::try_from(row), usize::try_from(area.top_left.x)) else { continue };
            self.pixels[y * self.width + x..][..area.size.width as usize].fill(color.into_storage());
        }
        Ok(())
    }
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
