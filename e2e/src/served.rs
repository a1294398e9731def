//! A folder served by a test itself: under an origin of its own, with something changed on the way, or not at all.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What is done to a file of this name on its way; one that is emptied is not found.
pub type Change = fn(&str, &mut Vec<u8>);

/// How a host answers. The default is a good host; a test changes what it needs to be worse.
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// What is done to the files.
    pub change: Change,
    /// The media type of a `.wasm` file.
    pub wasm_type: &'static str,
    /// Further headers of every answer, each a line without its end.
    pub headers: &'static [&'static str],
    /// Whether pages of other origins may read the answers (`Access-Control-Allow-Origin`).
    pub shares: bool,
    /// After this many bytes of a file of this name nothing more comes, and the connection stays open.
    pub stalls: fn(&str) -> Option<usize>,
}

impl Default for Host {
    fn default() -> Self {
        Self { change: |_, _| {}, wasm_type: "application/wasm", headers: &[], shares: true, stalls: |_| None }
    }
}

/// A folder that is being served, until the program ends.
#[derive(Debug)]
pub struct Served {
    /// Where it is: `http://127.0.0.1:8080/`.
    pub address: String,
    folder: Arc<Mutex<PathBuf>>,
}

/// The page as it was built for release.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

impl Served {
    /// Serves a folder on any free port.
    ///
    /// # Errors
    /// A sentence, if there is none.
    pub fn begin(folder: PathBuf, change: Change) -> Result<Self, String> {
        Self::by(folder, Host { change, ..Host::default() })
    }

    /// Serves a folder on any free port by this host.
    ///
    /// # Errors
    /// A sentence, if there is none.
    pub fn by(folder: PathBuf, host: Host) -> Result<Self, String> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let folder = Arc::new(Mutex::new(folder));
        let from = Arc::clone(&folder);
        // It ends with the test.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let from = Arc::clone(&from);
                thread::spawn(move || serve(stream, &from, host));
            }
        });
        Ok(Self { address: format!("http://{address}/"), folder })
    }

    /// The same address under another name, which only the tests' browsers know and which is no secure context: a
    /// host in a local network.
    pub fn in_the_network(&self) -> String {
        self.address.replace("127.0.0.1", NETWORK_NAME)
    }

    /// From here on serves another folder at the same address.
    pub fn turn_to(&self, folder: PathBuf) {
        *self.folder.lock().unwrap_or_else(PoisonError::into_inner) = folder;
    }
}

/// A name that the tests' browsers resolve to this machine (`Chromium`). The domain is reserved for such (RFC 6761).
pub const NETWORK_NAME: &str = "kerb-and-quay.test";

/// Answers one request and closes the connection: the browser opens another.
fn serve(mut stream: TcpStream, folder: &Mutex<PathBuf>, host: Host) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let path = lines.next()?.ok()?.split(' ').nth(1)?.split('?').next()?.trim_start_matches('/').to_owned();
    while lines.next()?.ok().is_some_and(|line| !line.is_empty()) {}
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let kind = match Path::new(&path).extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => host.wasm_type,
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    let file = folder.lock().unwrap_or_else(PoisonError::into_inner).join(&path);
    let mut bytes = fs::read(file).unwrap_or_default();
    (host.change)(&path, &mut bytes);
    let status = if bytes.is_empty() { "404 Not Found" } else { "200 OK" };
    let length = bytes.len();
    let shared = if host.shares { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    let further = host.headers.iter().fold(String::new(), |lines, line| lines + *line + "\r\n");
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         {shared}{further}Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    let Some(until) = (host.stalls)(&path) else {
        return stream.write_all(&bytes).ok();
    };
    stream.write_all(bytes.get(..until)?).ok()?;
    // The connection is open until the browser closes it.
    stream.read_to_end(&mut Vec::new()).ok().map(drop)
}
