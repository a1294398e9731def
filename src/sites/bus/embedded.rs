//! A validator in a frame of another page: its commands and its events.

use firmware_core::device::Device;
use firmware_core::validator::{Field, Key};
use world::bus::Bus;
use world::bus::act::{Act, Reader};
use world::bus::action::spot_of;
use world::bus::observation::words;
use world::bus::step_value::DARK;
use world::session::Session;
use world::world::World as _;

use super::bench_index;
use super::display::shown;
use super::validator::field_name;
use crate::embed::{Embedded, needed};

impl Embedded for Bus {
    fn commanded(command: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<Act, String> {
        let key = || {
            let name = needed(value, "key")?;
            match name.as_str() {
                "N" => Ok(Key::N),
                "U" => Ok(Key::U),
                "S" => Ok(Key::S),
                _ => Err(format!("There is no key {name:?}.")),
            }
        };
        let field = || {
            let name = needed(value, "field")?;
            let field = Field::ALL.into_iter().find(|field| field_name(*field) == name);
            field.map(spot_of).ok_or_else(|| format!("There is no field {name:?}."))
        };
        let from = || match value("from").as_deref() {
            None => Ok(Reader::Front),
            Some("pocket") => Ok(Reader::Pocket),
            Some(other) => Err(format!("Nothing can be taken from {other:?}.")),
        };
        match command {
            "present" => Ok(Act::Present(Reader::Front, needed(value, "card")?)),
            "pocket" => Ok(Act::Present(Reader::Pocket, needed(value, "card")?)),
            "take" => from().map(Act::Take),
            "press" => key().map(Act::Press),
            "release" => key().map(Act::Release),
            "touch" => field().map(Act::Touch),
            "lift" => Ok(Act::Lift),
            "next-stop" => Ok(Act::NextStop),
            "end-run" => Ok(Act::EndRun),
            "depart" => Ok(Act::Depart),
            "block" => Ok(Act::Block(true)),
            "unblock" => Ok(Act::Block(false)),
            _ => Err(format!("A validator does not know the command {command:?}.")),
        }
    }

    fn screen(session: &Session<Self>) -> (String, Vec<String>) {
        let screen = shown(session, session.world().face());
        let shown_text = screen.map(|screen| (screen.view.name().to_owned(), words(&screen)));
        shown_text.unwrap_or_else(|| (DARK.to_owned(), Vec::new()))
    }

    fn lit(session: &Session<Self>) -> Vec<String> {
        let world = session.world();
        let device = world.benches()[bench_index(world.bus_number(), world.face())].device();
        let is_lit = device.is_some_and(|device| device.lamps().red);
        is_lit.then(|| "red".to_owned()).into_iter().collect()
    }
}
