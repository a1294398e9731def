//! A folder served by a test itself: under an origin of its own, with something changed on the way, or not at all.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What is done to a file of this name on its way; one that is emptied is not found.
pub type Change = fn(&str, &mut Vec<u8>);

/// A folder that is being served, until the program ends.
#[derive(Debug)]
pub struct Served {
    /// Where it is: `http://127.0.0.1:8080/`.
    pub address: String,
    folder: Arc<Mutex<PathBuf>>,
}

/// The page as it was built for release.
pub fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

impl Served {
    /// Serves a folder on any free port.
    ///
    /// # Errors
    /// A sentence, if there is none.
    pub fn begin(folder: PathBuf, change: Change) -> Result<Self, String> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let folder = Arc::new(Mutex::new(folder));
        let from = Arc::clone(&folder);
        // It ends with the test.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let from = Arc::clone(&from);
                thread::spawn(move || serve(stream, &from, change));
            }
        });
        Ok(Self { address: format!("http://{address}/"), folder })
    }

    /// From here on serves another folder at the same address.
    pub fn turn_to(&self, folder: PathBuf) {
        *self.folder.lock().unwrap_or_else(PoisonError::into_inner) = folder;
    }
}

/// Answers one request and closes the connection: the browser opens another.
fn serve(mut stream: TcpStream, folder: &Mutex<PathBuf>, change: Change) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let path = lines.next()?.ok()?.split(' ').nth(1)?.split('?').next()?.trim_start_matches('/').to_owned();
    while lines.next()?.ok().is_some_and(|line| !line.is_empty()) {}
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let kind = match Path::new(&path).extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    let file = folder.lock().unwrap_or_else(PoisonError::into_inner).join(&path);
    let mut bytes = fs::read(file).unwrap_or_default();
    change(&path, &mut bytes);
    let status = if bytes.is_empty() { "404 Not Found" } else { "200 OK" };
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         Access-Control-Allow-Origin: *\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&bytes).ok()
}
