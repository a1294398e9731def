//! Servers of the built page for single tests, which change it on the way or remove it.

use std::path::Path;
use std::sync::Arc;

use acceptance::page::dist;
use static_server::{Options, Reply, Server};

/// Serves the built page.
pub fn serve() -> Result<Server, String> {
    serve_edited(|_, _| {})
}

/// Serves the built page with changed replies: `edit` gets the path of the file and the reply.
pub fn serve_edited(edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static) -> Result<Server, String> {
    serve_folder(&dist(), edit)
}

/// Serves a folder with changed replies.
pub fn serve_folder(folder: &Path, edit: impl Fn(&str, &mut Reply) + Send + Sync + 'static) -> Result<Server, String> {
    // Without compression, a reply has the bytes of the file.
    let options = Options { uses_brotli: false, edit: Arc::new(edit), ..Options::default() };
    Server::start(folder, &options).map_err(|error| error.to_string())
}

/// Adds a header to a reply.
pub fn add_header(reply: &mut Reply, name: &str, value: &str) {
    reply.headers.push((name.to_owned(), value.to_owned()));
}

/// Changes the body of a reply.
pub fn edit_body(reply: &mut Reply, edit: impl FnOnce(&mut Vec<u8>)) {
    if let Some(body) = &mut reply.body {
        edit(body);
    }
}
