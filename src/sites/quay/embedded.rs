//! The pedestal in a frame of another page: its commands and its events.

use firmware_core::device::Device;
use firmware_core::pedestal::{Key, Socket};
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::observation::words;
use world::quay::step_value::DARK;
use world::session::Session;
use world::world::World as _;

use super::sockets::number_of;
use crate::embed::{Embedded, needed};

impl Embedded for Quay {
    fn commanded(command: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<Act, String> {
        let key = || {
            let name = needed(value, "key")?;
            match name.as_str() {
                "back" => Ok(Key::Back),
                "enter" => Ok(Key::Enter),
                number => socket_of(number).map(Key::Socket).ok_or_else(|| format!("There is no key {name:?}.")),
            }
        };
        let socket = || {
            let number = needed(value, "socket")?;
            socket_of(&number).ok_or_else(|| format!("There is no socket {number:?}."))
        };
        match command {
            "present" => Ok(Act::Present(needed(value, "card")?)),
            "take" => Ok(Act::Take),
            "press" => key().map(Act::Press),
            "release" => key().map(Act::Release),
            "plug" => socket().map(Act::Plug),
            "unplug" => socket().map(Act::Unplug),
            _ => Err(format!("A pedestal does not know the command {command:?}.")),
        }
    }

    fn screen(session: &Session<Self>) -> (String, Vec<String>) {
        let world = session.world();
        let screen = world.bench().device().map(|device| device.screen(world.now()));
        let shown_text = screen.map(|screen| (screen.view.name().to_owned(), words(&screen.text())));
        shown_text.unwrap_or_else(|| (DARK.to_owned(), Vec::new()))
    }

    fn lit(session: &Session<Self>) -> Vec<String> {
        let lamps = session.world().bench().device().map(Device::lamps);
        let is_lit = |socket: &Socket| lamps.is_some_and(|lamps| lamps[socket.index()]);
        Socket::ALL.into_iter().filter(is_lit).map(|socket| number_of(socket).to_owned()).collect()
    }
}

fn socket_of(number: &str) -> Option<Socket> {
    Socket::ALL.into_iter().find(|socket| number_of(*socket) == number)
}
