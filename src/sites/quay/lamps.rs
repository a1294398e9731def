//! The lamps of the pedestal in words, for those who do not see them.

use firmware_core::device::Device;
use firmware_core::pedestal::Socket;
use world::quay::Quay;
use world::world::World as _;

use super::sockets::number_of;
use crate::elements::{Element, el};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{fill, message};
use leptos::prelude::Get as _;

/// Which sockets are lit. It is announced again when it changes.
pub fn lamps() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let text = move || {
        let lit: Vec<_> = shell.at(|session| {
            let lamps = session.world().bench().device().map(Device::lamps);
            let is_lit = |socket: &Socket| lamps.is_some_and(|lamps| lamps[socket.index()]);
            Socket::ALL.into_iter().filter(is_lit).map(number_of).collect()
        });
        let words = if lit.is_empty() { message::PEDESTAL_SOCKETS_DARK } else { message::PEDESTAL_SOCKETS_LIT };
        fill(words.in_language(language.get()), &[&lit.join(", ")])
    };
    el("output", "sr-only").attr("data-lamps-told", "").text_fn(text)
}
