//! Serves a built page on this machine.

use std::path::Path;

use static_server::{Error, Options, Port, Server};

use crate::failure::{Failure, Outcome};

/// Serves the page in `folder`.
///
/// # Errors
///
/// The folder has no page, or there is no free port.
pub fn serve(folder: &Path, port: Port) -> Outcome<Server> {
    if !folder.join("index.html").is_file() {
        let folder = folder.display();
        return Err(Failure::new(format!("{folder} has no page. Build it first: cargo xtask build")));
    }
    Ok(Server::start(folder, &Options { port, ..Options::default() })?)
}

/// The first free port from `port` on.
///
/// # Errors
///
/// None of the next 100 is free.
pub fn free_port(port: u16) -> Outcome<u16> {
    Ok(static_server::free_port(port)?)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::PortsInUse(_) => Self::new(format!("{error} Choose another with --port.")),
            Error::NoFolder(_) | Error::Io(_) => Self::new(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_page_is_not_served() {
        let failure = serve(Path::new("no-such-folder"), Port::Any).expect_err("there is nothing to serve");
        assert!(failure.to_string().contains("cargo xtask build"), "{failure}");
    }

    #[test]
    fn the_failure_without_a_free_port_names_the_option() {
        let failure = Failure::from(Error::PortsInUse(8080)).to_string();
        assert_eq!(failure, "Port 8080 and the 100 after it are in use. Choose another with --port.");
    }
}
