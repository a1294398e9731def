//! The sites under test, and what the tests have to know about each of them.
//!
//! A site is a world with its devices and the page that shows them. A further site is a variant of [`SiteKind`], a row
//! of [`with_world!`](crate::with_world) and an implementation of [`SiteUnderTest`]; the runner and the tests of the
//! page take everything else from there.

use crc::{CRC_64_XZ, Crc};
use embedded_graphics::prelude::*;
use firmware_core::device::Device as _;
use firmware_core::pedestal::{self, FRAME_HEIGHT, FRAME_WIDTH};
use firmware_core::validator::{Face, Screen, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, lcd_frame};
use serde::Serialize;
use world::bus::Bus;
use world::quay::Quay;
use world::script::{Scripted, Step};
use world::session::Session;
use world::world::World;

use crate::feature::Scenario;
use crate::pixels::DisplayImage;

/// One of the sites.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SiteKind {
    /// The pedestals on their quay.
    Quay,
    /// The validators on their buses.
    Bus,
}

/// Evaluates an expression with a type name bound to the world of a [`SiteKind`].
///
/// ```
/// use acceptance::site::{SiteKind, SiteUnderTest};
///
/// let names = SiteKind::ALL.map(|kind| acceptance::with_world!(kind, W => W::SITE.name));
/// assert_eq!(names, ["quay", "bus"]);
/// ```
#[macro_export]
macro_rules! with_world {
    ($kind:expr, $world:ident => $body:expr) => {
        match $kind {
            $crate::site::SiteKind::Quay => {
                type $world = ::world::quay::Quay;
                $body
            }
            $crate::site::SiteKind::Bus => {
                type $world = ::world::bus::Bus;
                $body
            }
        }
    };
}

/// What the tests have to know about a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Site {
    /// Its name in file names and reports.
    pub name: &'static str,
    /// The path of its page, relative to that of the first page.
    pub path: &'static str,
    /// The folder of its features, inside the folder of all features.
    pub features: &'static str,
    /// The key of its session in the browser's `localStorage`.
    pub storage_key: &'static str,
    /// What the journal calls one of its devices.
    pub device: &'static str,
    /// The kinds of devices, in the order in which [`twin::Wired`] numbers them.
    pub devices: &'static [SiteDevice],
}

/// A kind of device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SiteDevice {
    /// Its name in routes and in `?embed=`, and that of its firmware.
    pub name: &'static str,
    /// The name of its display in the page, where a page has more than one.
    pub display: &'static str,
    /// The control of the page that shows this device instead of another one.
    pub chooser: Option<&'static str>,
    /// The canvas with its display.
    pub canvas: &'static str,
}

impl SiteKind {
    /// All sites.
    pub const ALL: [Self; 2] = [Self::Quay, Self::Bus];

    /// What the tests have to know about it.
    pub fn site(self) -> Site {
        with_world!(self, W => W::SITE)
    }

    /// The site that a scenario is about: that of the folder that it is in or, in any other folder, that whose language
    /// has most of its steps.
    pub fn of(scenario: &Scenario) -> Self {
        let folder = scenario.location.file.parent().and_then(|folder| folder.file_name());
        let by_folder = Self::ALL.into_iter().find(|kind| folder.is_some_and(|folder| folder == kind.site().features));
        by_folder.unwrap_or_else(|| {
            let [first, others @ ..] = &Self::ALL;
            // The first one wins a tie.
            others
                .iter()
                .fold(*first, |best, kind| if kind.reads(scenario) > best.reads(scenario) { *kind } else { best })
        })
    }

    /// The number of steps that belong to its language.
    fn reads(self, scenario: &Scenario) -> usize {
        let texts = scenario.lines.iter().map(|line| &line.text);
        with_world!(self, W => texts.filter(|text| text.parse::<Step<W>>().is_ok()).count())
    }
}

/// The display in front of the person, as in the record of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DisplayState {
    /// The name of the screen.
    pub screen: String,
    /// Its text, line by line.
    pub display: Vec<String>,
    /// The number of filled steps of its bar.
    pub bar: Option<u8>,
    /// The checksum (CRC-64/XZ) of its pixels; none without power.
    pub frame: Option<String>,
}

/// The world of a site.
pub trait SiteUnderTest: Scripted {
    /// What the tests have to know about the site.
    const SITE: Site;

    /// The display in front of the person.
    fn display_state(session: &Session<Self>) -> DisplayState;

    /// The image on every display that the page shows, with the name of the display in the page.
    fn display_images(world: &Self) -> Vec<(&'static str, DisplayImage)>;
}

impl SiteUnderTest for Quay {
    const SITE: Site = Site {
        name: "quay",
        path: "",
        features: "pedestal",
        storage_key: "kerb-and-quay.session",
        device: "pedestal",
        devices: &[SiteDevice { name: "pedestal", display: "display", chooser: None, canvas: "#display canvas" }],
    };

    fn display_state(session: &Session<Self>) -> DisplayState {
        let world = session.world();
        let seen = Self::observe(session, (session.journal().len(), world.now()));
        let frame = world.bench().device().map(|device| pedestal::frame(&device.screen(world.now())));
        let frame = frame.map(|frame| checksum(frame.data()));
        DisplayState { screen: seen.screen, display: seen.display, bar: seen.bar, frame }
    }

    fn display_images(world: &Self) -> Vec<(&'static str, DisplayImage)> {
        let frame = world.bench().device().map(|device| pedestal::frame(&device.screen(world.now())));
        named([DisplayImage::monochrome(frame.as_ref(), FRAME_WIDTH, FRAME_HEIGHT)], Self::SITE)
    }
}

impl SiteUnderTest for Bus {
    const SITE: Site = Site {
        name: "bus",
        path: "bus/",
        features: "validator",
        storage_key: "kerb-and-quay.bus.session",
        device: "validator",
        devices: &[
            SiteDevice {
                name: "validator",
                display: "keys",
                chooser: Some("[data-face-choice=\"keys\"]"),
                canvas: "[data-display=\"keys\"] canvas",
            },
            SiteDevice {
                name: "validator-touch",
                display: "touch",
                chooser: Some("[data-face-choice=\"touch\"]"),
                canvas: "[data-display=\"touch\"] canvas",
            },
        ],
    };

    fn display_state(session: &Session<Self>) -> DisplayState {
        let world = session.world();
        let seen = Self::observe(session, (session.journal().len(), world.now()));
        let screen = world.bench().device().map(|device| device.screen(world.now()));
        let frame = screen.map(|screen| match world.face() {
            Face::Keys => checksum(lcd_frame(&screen).data()),
            Face::Touch => checksum(&bytes(&touch_image(Some(&screen)))),
        });
        DisplayState { screen: seen.screen, display: seen.display, bar: seen.bar, frame }
    }

    fn display_images(world: &Self) -> Vec<(&'static str, DisplayImage)> {
        let first = 2 * usize::from(world.bus_number() - 1);
        let screens = world.benches()[first..].iter().take(2);
        let mut screens = screens.map(|bench| bench.device().map(|device| device.screen(world.now())));
        let (keys, touch) = (screens.next().flatten(), screens.next().flatten());
        let frame = keys.as_ref().map(lcd_frame);
        let keys = DisplayImage::monochrome(frame.as_ref(), FRAME_WIDTH, FRAME_HEIGHT);
        named([keys, touch_image(touch.as_ref())], Self::SITE)
    }
}

/// The images on the displays of a site's devices, with the names of the displays.
fn named<const N: usize>(images: [DisplayImage; N], site: Site) -> Vec<(&'static str, DisplayImage)> {
    site.devices.iter().map(|device| device.display).zip(images).collect()
}

/// The checksum (CRC-64/XZ) of pixels.
fn checksum(pixels: &[u8]) -> String {
    format!("{:016x}", Crc::<u64>::new(&CRC_64_XZ).checksum(pixels))
}

/// The image on the touch display; it is black without power.
fn touch_image(screen: Option<&Screen>) -> DisplayImage {
    let mut image = DisplayImage::black(TOUCH_WIDTH as usize, TOUCH_HEIGHT as usize);
    if let Some(screen) = screen {
        let Ok(()) = TouchPicture(screen).draw(&mut image);
    }
    image
}

/// Two bytes for every pixel of a colour image, row by row.
fn bytes(image: &DisplayImage) -> Vec<u8> {
    image.colours().iter().flat_map(|pixel| pixel.into_storage().to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use twin::Wired;

    use super::*;
    use crate::feature;

    fn site(file: &str, first: &str) -> SiteKind {
        let text = format!("Feature: f\n  Scenario: s\n    Given {first}\n    Then the ledger adds up\n");
        let feature = gherkin::Feature::parse(text, gherkin::GherkinEnv::default()).expect("it is Gherkin");
        SiteKind::of(&feature::scenarios(&feature, file.as_ref())[0])
    }

    #[test]
    fn a_scenario_belongs_to_the_site_of_its_folder() {
        assert_eq!(site("features/pedestal/tear.feature", "the marina as it opens"), SiteKind::Quay);
        assert_eq!(site("features/validator/tear.feature", "something that is not a step"), SiteKind::Bus);
    }

    #[test]
    fn elsewhere_a_scenario_belongs_to_the_site_with_its_language() {
        assert_eq!(site("saved.feature", "the buses as they open"), SiteKind::Bus);
        assert_eq!(site("saved.feature", "the marina as it opens"), SiteKind::Quay);
        assert_eq!(site("saved.feature", "card \"Anna\" is set to reduced fare"), SiteKind::Bus);
    }

    #[test]
    fn no_two_sites_share_a_name() {
        let names: [fn(SiteKind) -> &'static str; 4] = [
            |kind| kind.site().name,
            |kind| kind.site().path,
            |kind| kind.site().features,
            |kind| kind.site().storage_key,
        ];
        for name in names {
            assert_eq!(SiteKind::ALL.into_iter().map(name).collect::<BTreeSet<_>>().len(), SiteKind::ALL.len());
        }
    }

    #[test]
    fn every_device_has_the_firmware_of_its_name() {
        fn check<W: SiteUnderTest + Wired>() {
            for (index, device) in W::SITE.devices.iter().enumerate() {
                assert_eq!(W::wiring(index).firmware, device.name);
            }
        }
        for kind in SiteKind::ALL {
            with_world!(kind, W => check::<W>());
        }
    }

    #[test]
    fn each_type_of_validator_has_a_display_state() {
        let mut session = Session::<Bus>::new(world::session::Start::Bare).expect("a bare world");
        let old = Bus::display_state(&session);
        assert_eq!((old.screen.as_str(), old.display.len()), ("Rest", 2));
        session.act(world::bus::act::Act::Walk(1, Face::Touch)).expect("there is one");
        let new = Bus::display_state(&session);
        assert!(new.display.contains(&"Normalny".to_owned()), "{:?}", new.display);
        assert_ne!(new.frame, old.frame);
        session.pass(firmware_core::time::Millis(1_000));
        assert_ne!(Bus::display_state(&session).frame, new.frame, "its clock runs");
        session.act(world::bus::act::Act::PowerOff).expect("it is on");
        assert_eq!(Bus::display_state(&session).frame, None);
    }
}
