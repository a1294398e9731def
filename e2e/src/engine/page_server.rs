//! A server of the page under test that records the errors of the page: the two drivers have no common way to read the
//! console.

use std::sync::Arc;

use static_server::{Options, Reply, Server};

use crate::page::dist;

/// The script that records errors, and its file. The page's Content Security Policy permits no further inline script.
const ERRORS: &str = include_str!("errors.js");
const ERRORS_FILE: &str = "kerb-and-quay-errors.js";
/// A page with one frame of a phone's size in its upper left corner. The query is the address of the frame.
const PHONE_PAGE: &str = include_str!("phone.html");
const PHONE_FILE: &str = "kerb-and-quay-phone.html";
/// Width and height of that frame, in CSS pixels.
pub const PHONE: (u32, u32) = (390, 844);

/// A server of the built page. It runs until the process exits.
#[derive(Debug)]
pub struct PageServer {
    server: Server,
}

impl PageServer {
    /// Starts the server.
    ///
    /// # Errors
    /// The page is not built, or no port is free.
    pub fn start() -> Result<Self, String> {
        let options = Options { uses_brotli: false, edit: Arc::new(edit), ..Options::default() };
        Ok(Self { server: Server::start(dist(), &options).map_err(|error| error.to_string())? })
    }

    /// The address of the file with this path and query, such as `bus/?clock=hand`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.address())
    }

    /// The address of a page that shows this file in a frame of a phone's size.
    pub fn phone_url(&self, path: &str) -> String {
        format!("{}{PHONE_FILE}?{path}", self.server.address())
    }
}

/// Adds the two files, and the script to every document.
fn edit(file: &str, reply: &mut Reply) {
    match file {
        ERRORS_FILE => *reply = file_reply("text/javascript", ERRORS.to_owned()),
        PHONE_FILE => *reply = file_reply("text/html", phone_page()),
        _ => {
            if reply.content_type.starts_with("text/html")
                && let Some(document) = &mut reply.body
            {
                *document = with_script(document);
            }
        }
    }
}

fn file_reply(media_type: &str, body: String) -> Reply {
    let content_type = format!("{media_type}; charset=utf-8");
    Reply { body: Some(body.into_bytes()), content_type, headers: Vec::new(), stalls_after: None }
}

fn phone_page() -> String {
    let (width, height) = PHONE;
    PHONE_PAGE.replace("WIDTH", &width.to_string()).replace("HEIGHT", &height.to_string())
}

/// A document with the script before its first `<meta>`: the minified page has no `<head>`. Unchanged without one.
fn with_script(document: &[u8]) -> Vec<u8> {
    let script = format!("<script src=\"/{ERRORS_FILE}\"></script>");
    let mark: &[u8] = b"<meta ";
    match document.windows(mark.len()).position(|window| window == mark) {
        Some(at) => [&document[..at], script.as_bytes(), &document[at..]].concat(),
        None => document.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(file: &str, body: &str, content_type: &str) -> Reply {
        let body = Some(body.as_bytes().to_vec());
        let mut reply = Reply { body, content_type: content_type.to_owned(), headers: Vec::new(), stalls_after: None };
        edit(file, &mut reply);
        reply
    }

    #[test]
    fn a_document_gets_the_script() {
        let reply = edited("index.html", "<html><meta name=\u{e9}><meta b>", "text/html; charset=utf-8");
        let expected = "<html><script src=\"/kerb-and-quay-errors.js\"></script><meta name=\u{e9}><meta b>";
        assert_eq!(reply.body.as_deref(), Some(expected.as_bytes()));
    }

    #[test]
    fn other_files_are_unchanged() {
        assert_eq!(edited("a.js", "'<meta '", "text/javascript").body.as_deref(), Some(&b"'<meta '"[..]));
    }

    #[test]
    fn the_phone_page_has_a_frame_of_the_size() {
        let reply = edited(PHONE_FILE, "", "text/html");
        let page = String::from_utf8(reply.body.expect("a body")).expect("text");
        assert!(page.contains("width=\"390\" height=\"844\""), "{page}");
    }
}
