//! An HTTP server between a browser and the page under test. It forwards every request unchanged, except that each
//! document gets a first script that records errors: the two drivers have no common way to read the console.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;

/// The script that records errors, and its path. The page's Content Security Policy permits no further inline script.
const ERRORS: &str = include_str!("errors.js");
const ERRORS_PATH: &str = "/kerb-and-quay-errors.js";
/// The path of a page with one frame of a phone's size in its upper left corner. The query is the address of the frame.
const PHONE_PATH: &str = "/kerb-and-quay-phone.html?";
/// Width and height of that frame, in CSS pixels.
pub const PHONE: (u32, u32) = (390, 844);

/// A relay that serves until the process exits.
#[derive(Debug)]
pub struct Relay {
    /// Its own host and port.
    address: String,
}

impl Relay {
    /// Starts a relay for the server at `base`, such as `http://127.0.0.1:8080/`.
    ///
    /// # Errors
    /// No port is free, or `base` is not of this form.
    pub fn start(base: &str) -> Result<Self, String> {
        let host = base.strip_prefix("http://").map(|rest| rest.trim_end_matches('/'));
        let host = host.filter(|host| !host.contains('/')).ok_or_else(|| format!("{base} is not http://host:port/"))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| format!("no free port: {error}"))?;
        let address = listener.local_addr().map_err(|error| format!("no free port: {error}"))?.to_string();
        let host = host.to_owned();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let host = host.clone();
                // If it fails, the browser reports a network error.
                thread::spawn(move || relay(stream, &host).ok());
            }
        });
        Ok(Self { address })
    }

    /// The address of the file with this path and query, such as `bus/?clock=hand`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// The address of a page that shows this file in a frame of a phone's size.
    pub fn phone_url(&self, path: &str) -> String {
        format!("http://{}{PHONE_PATH}{path}", self.address)
    }
}

/// Answers one request and closes the connection.
fn relay(mut browser: TcpStream, host: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(browser.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default();
    if path == ERRORS_PATH {
        return respond(&mut browser, "text/javascript", ERRORS);
    }
    if let Some(framed) = path.strip_prefix(PHONE_PATH) {
        return respond(&mut browser, "text/html", &phone(framed));
    }
    let is_document = is_document(path);
    let mut request = format!("{first}\r\n");
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        // A document is changed: its answer has to be complete and not compressed.
        let is_left_out = match name.as_str() {
            "connection" => true,
            "accept-encoding" | "if-none-match" | "if-modified-since" => is_document,
            _ => false,
        };
        if !is_left_out {
            request.push_str(&line);
            request.push_str("\r\n");
        }
    }
    request.push_str("Connection: close\r\n\r\n");
    let mut server = TcpStream::connect(host)?;
    server.write_all(request.as_bytes())?;
    if !is_document {
        return std::io::copy(&mut server, &mut browser).map(drop);
    }
    let mut response = Vec::new();
    server.read_to_end(&mut response)?;
    browser.write_all(&with_script(&response))
}

fn is_document(path: &str) -> bool {
    let file = path.split('?').next().unwrap_or_default();
    file.ends_with('/') || Path::new(file).extension().is_some_and(|extension| extension == "html")
}

fn respond(browser: &mut TcpStream, media_type: &str, body: &str) -> std::io::Result<()> {
    let length = body.len();
    write!(
        browser,
        "HTTP/1.1 200 OK\r\nContent-Type: {media_type}; charset=utf-8\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n{body}"
    )
}

fn phone(framed: &str) -> String {
    let (width, height) = PHONE;
    format!(
        "<!doctype html><title>Phone</title>\
         <style>body {{ margin: 0 }} iframe {{ display: block; border: 0 }}</style>\
         <iframe width=\"{width}\" height=\"{height}\" src=\"/{framed}\"></iframe>"
    )
}

/// The response with the script before the first `<meta>` of its document; unchanged if it is no HTML document.
fn with_script(response: &[u8]) -> Vec<u8> {
    let script = format!("<script src=\"{ERRORS_PATH}\"></script>");
    let change = || {
        let (head, document) = std::str::from_utf8(response).ok()?.split_once("\r\n\r\n")?;
        // The minified page has no `<head>`.
        let (before, after) = document.split_at(document.find("<meta ")?);
        let mut changed = String::new();
        for line in head.lines().filter(|line| !line.to_ascii_lowercase().starts_with("content-length:")) {
            write!(changed, "{line}\r\n").ok()?;
        }
        let length = document.len() + script.len();
        write!(changed, "Content-Length: {length}\r\n\r\n{before}{script}{after}").ok()?;
        Some(changed.into_bytes())
    };
    change().unwrap_or_else(|| response.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_gets_the_script_and_its_new_length() {
        let response = b"HTTP/1.1 200 OK\r\ncontent-length: 27\r\nX-A: b\r\n\r\n<html><meta name=\xc3\xa9><meta b>";
        let changed = String::from_utf8(with_script(response)).expect("text");
        let (head, document) = changed.split_once("\r\n\r\n").expect("a head");
        let expected = format!("<html><script src=\"{ERRORS_PATH}\"></script><meta name=\u{e9}><meta b>");
        assert_eq!(document, expected);
        assert_eq!(head, format!("HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: {}", expected.len()));
    }

    #[test]
    fn a_response_that_is_no_document_is_unchanged() {
        let response = b"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nnone\n";
        assert_eq!(with_script(response), response);
    }

    #[test]
    fn folders_and_html_files_are_documents() {
        let documents = ["/", "/bus/?clock=hand", "/a.html", "/a.html?b"];
        assert!(documents.into_iter().all(is_document));
        assert!(!["/a.wasm", "/a.js?b=/", "/html"].into_iter().any(is_document));
    }

    #[test]
    fn requests_are_forwarded() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let base = format!("http://{}/", listener.local_addr().expect("a bound port"));
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let lines = BufReader::new(stream.try_clone().expect("a second handle")).lines().map_while(Result::ok);
            let head: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").expect("an open connection");
            head
        });
        let relay = Relay::start(&base).expect("a free port");
        let mut stream = TcpStream::connect(&relay.address).expect("an open port");
        let request = b"GET /a.wasm?b HTTP/1.1\r\nAccept-Encoding: br\r\nConnection: keep-alive\r\n\r\n";
        stream.write_all(request).expect("an open connection");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("a response");
        assert!(response.ends_with("\r\n\r\nok"), "{response}");
        let head = server.join().expect("no panic");
        assert_eq!(head, ["GET /a.wasm?b HTTP/1.1", "Accept-Encoding: br", "Connection: close"]);
    }

    #[test]
    fn only_a_plain_host_with_a_port_is_accepted() {
        assert!(Relay::start("https://example.org/").is_err());
        assert!(Relay::start("http://127.0.0.1:1/docstring/").is_err());
    }
}
