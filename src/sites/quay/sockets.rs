//! The sockets of the pedestal, as people number them.

use firmware_core::pedestal::Socket;

/// The number on a socket's button, as attributes and labels write it.
pub const fn number_of(socket: Socket) -> &'static str {
    ["1", "2", "3", "4"][socket.index()]
}
