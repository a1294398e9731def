//! A static file server for this machine only: `cargo xtask run` serves the page with it, and the browser tests serve
//! changed copies of the page.

mod content_type;
mod request_path;

use std::fmt;
use std::fs;
use std::io::{self, Cursor, ErrorKind, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use oxhttp::model::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, VARY, X_CONTENT_TYPE_OPTIONS,
};
use oxhttp::model::{Body, HeaderValue, Method, Request, Response, StatusCode};

/// Number of ports that are tried after the requested one.
const PORTS_TRIED: u16 = 100;
/// A stalling body must exceed the HTTP library's output buffer of 16 KiB, which nothing flushes earlier, by a chunk.
const STALL_EXCESS_BYTES: usize = 20 * 1024;

/// Which port to listen on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// Any free port.
    Any,
    /// The first free port from this one on; 100 ports are tried.
    From(u16),
}

/// A response to a GET request before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The contents of the file; `None` sends 404 Not Found.
    pub body: Option<Vec<u8>>,
    /// The value of `Content-Type`.
    pub content_type: String,
    /// Further headers. One that the server sets itself is replaced.
    pub headers: Vec<(String, String)>,
    /// Sends at least this many bytes of the body, at most 20 KiB more, and then nothing, on an open connection.
    pub stalls_after: Option<usize>,
}

/// A function that may change each reply. Its first argument is the requested file relative to the served folder, with
/// `/` as separator: `bus/index.html`.
pub type Edit = dyn Fn(&str, &mut Reply) + Send + Sync;

/// How a folder is served.
#[derive(Clone)]
pub struct Options {
    /// The port to listen on.
    pub port: Port,
    /// Whether `page.css.br` is sent instead of `page.css` to clients that accept brotli.
    pub uses_brotli: bool,
    /// Changes each reply.
    pub edit: Arc<Edit>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: Port::Any, uses_brotli: true, edit: Arc::new(|_, _| {}) }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("port", &self.port)
            .field("uses_brotli", &self.uses_brotli)
            .finish_non_exhaustive()
    }
}

/// Why a folder cannot be served.
#[derive(Debug)]
pub enum Error {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// All ports from this one on are in use.
    PortsInUse(u16),
    /// The operating system refuses a port, or the server has stopped.
    Io(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(folder) => write!(f, "There is no folder {}.", folder.display()),
            Self::PortsInUse(port) => write!(f, "Port {port} and the {PORTS_TRIED} after it are in use."),
            Self::Io(error) => write!(f, "The server does not run: {error}."),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoFolder(_) | Self::PortsInUse(_) => None,
            Self::Io(error) => Some(error),
        }
    }
}

/// A running server. It runs until the program ends: the HTTP library cannot stop listening.
pub struct Server {
    listening: oxhttp::ListeningServer,
    address: String,
    folder: Arc<RwLock<PathBuf>>,
}

impl Server {
    /// Starts to serve `folder`.
    ///
    /// # Errors
    ///
    /// There is no such folder or no free port.
    pub fn start(folder: impl Into<PathBuf>, options: &Options) -> Result<Self, Error> {
        let folder = folder.into();
        if !folder.is_dir() {
            return Err(Error::NoFolder(folder));
        }
        let folder = Arc::new(RwLock::new(folder));
        match options.port {
            Port::From(port) => first_free(port, |port| listen(&folder, port, options).ok()),
            Port::Any => loop {
                let free = TcpListener::bind(local(0)).and_then(|listener| listener.local_addr()).map_err(Error::Io)?;
                match listen(&folder, free.port(), options) {
                    Ok(server) => return Ok(server),
                    // Another program took the port in between.
                    Err(error) if error.kind() == ErrorKind::AddrInUse => {}
                    Err(error) => return Err(Error::Io(error)),
                }
            },
        }
    }

    /// The address of the folder: `http://127.0.0.1:8080/`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves another folder at the same address. It may be empty: every request is then answered with 404.
    pub fn set_folder(&self, folder: impl Into<PathBuf>) {
        *self.folder.write().unwrap_or_else(PoisonError::into_inner) = folder.into();
    }

    /// Blocks until the program is ended.
    ///
    /// # Errors
    ///
    /// The server has stopped by itself.
    pub fn wait(self) -> Result<(), Error> {
        self.listening.join().map_err(Error::Io)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The first free port from `port` on.
///
/// # Errors
///
/// None of the next 100 is free.
pub fn free_port(port: u16) -> Result<u16, Error> {
    first_free(port, |port| TcpListener::bind(local(port)).ok().map(|_| port))
}

/// The precompressed variant of a file: `page.css.br` of `page.css`; `None` for a path without a file name.
pub fn brotli_path(file: &Path) -> Option<PathBuf> {
    let mut name = file.file_name()?.to_owned();
    name.push(".br");
    Some(file.with_file_name(name))
}

fn first_free<T>(port: u16, listen: impl Fn(u16) -> Option<T>) -> Result<T, Error> {
    (port..=port.saturating_add(PORTS_TRIED)).find_map(listen).ok_or(Error::PortsInUse(port))
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// Each connection has a thread of its own: an idle connection does not block others.
fn listen(folder: &Arc<RwLock<PathBuf>>, port: u16, options: &Options) -> io::Result<Server> {
    let (root, options) = (Arc::clone(folder), options.clone());
    let server = oxhttp::Server::new(move |request| {
        let folder = root.read().unwrap_or_else(PoisonError::into_inner).clone();
        respond(request, &folder, &options)
    });
    let listening = server.bind(local(port)).spawn()?;
    Ok(Server { listening, address: format!("http://{}/", local(port)), folder: Arc::clone(folder) })
}

fn respond(request: &Request<Body>, folder: &Path, options: &Options) -> Response<Body> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return refusal(StatusCode::METHOD_NOT_ALLOWED, "This server is read-only.\n");
    }
    let Some(path) = request_path::file_in(request.uri().path()) else {
        return refusal(StatusCode::NOT_FOUND, NOT_FOUND);
    };
    let path = if folder.join(&path).is_dir() { path.join("index.html") } else { path };
    let file = folder.join(&path);
    let accepts = request.headers().get_all(ACCEPT_ENCODING).iter().filter_map(|accepted| accepted.to_str().ok());
    let brotli = options.uses_brotli && accepts.into_iter().any(accepts_brotli);
    let compressed = brotli_path(&file).filter(|compressed| brotli && compressed.is_file());
    // A link inside the folder may point anywhere; the server sends nothing from outside of the folder.
    let is_inside =
        file.canonicalize().is_ok_and(|file| folder.canonicalize().is_ok_and(|root| file.starts_with(root)));
    let body = is_inside.then(|| fs::read(compressed.as_deref().unwrap_or(&file)).ok()).flatten();
    let content_type = content_type::of(&file).to_owned();
    let mut reply = Reply { body, content_type, headers: Vec::new(), stalls_after: None };
    (options.edit)(&path.to_string_lossy().replace('\\', "/"), &mut reply);
    reply.into_response(*request.method() == Method::HEAD, compressed.is_some())
}

const NOT_FOUND: &str = "There is no such file.\n";

fn refusal(status: StatusCode, sentence: &'static str) -> Response<Body> {
    let mut refusal = Response::new(Body::from(sentence));
    *refusal.status_mut() = status;
    refusal
}

impl Reply {
    fn into_response(self, is_head: bool, is_compressed: bool) -> Response<Body> {
        let mut response = match (self.body, self.stalls_after) {
            (None, _) => refusal(StatusCode::NOT_FOUND, NOT_FOUND),
            (Some(_), _) if is_head => Response::new(Body::empty()),
            (Some(body), None) => Response::new(Body::from(body)),
            (Some(mut body), Some(bytes)) => {
                body.truncate(bytes.saturating_add(STALL_EXCESS_BYTES));
                Response::new(Body::from_read(Cursor::new(body).chain(Stall)))
            }
        };
        let own = [
            (CONTENT_TYPE, self.content_type),
            // The names of the entry files stay the same from build to build.
            (CACHE_CONTROL, "no-cache".to_owned()),
            (VARY, "Accept-Encoding".to_owned()),
            (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        ];
        let coding = is_compressed.then(|| (CONTENT_ENCODING, "br".to_owned()));
        let more = self.headers.into_iter().filter_map(|(name, value)| Some((name.parse::<HeaderName>().ok()?, value)));
        for (name, value) in own.into_iter().chain(coding).chain(more) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// A reader that never returns.
struct Stall;

impl Read for Stall {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        loop {
            thread::park();
        }
    }
}

/// Whether an `Accept-Encoding` header contains `br` with a weight above zero.
fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.chars().all(|c| matches!(c, '0' | '.')));
        name.trim().eq_ignore_ascii_case("br") && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::net::TcpStream;

    use super::*;

    /// Sends a request with these further header lines; returns the head in lower case and the body.
    fn request(address: &str, line: &str, headers: &str) -> (String, Vec<u8>) {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        write!(stream, "{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n")
            .expect("the server reads");
        let mut response = Vec::new();
        stream.read_to_end(&mut response).expect("the server responds and closes the connection");
        let end = response.windows(4).position(|four| four == b"\r\n\r\n").expect("a response has a head");
        (String::from_utf8_lossy(&response[..end]).to_lowercase(), response[end + 4..].to_vec())
    }

    /// A folder with a page, removed when the test ends.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("kerb-and-quay-server-{name}-{}", std::process::id()));
            let dist = folder.join("dist");
            fs::create_dir_all(dist.join("bus")).expect("a folder in the temporary folder");
            fs::write(folder.join("secret.txt"), "secret").expect("a file beside the served folder");
            fs::write(dist.join("index.html"), "<p>page</p>").expect("a file");
            fs::write(dist.join("bus/index.html"), "<p>bus</p>").expect("a file");
            fs::write(dist.join("page_bg.wasm"), "plain").expect("a file");
            fs::write(dist.join("page_bg.wasm.br"), "compressed").expect("a file");
            fs::write(dist.join("large.bin"), vec![b'a'; 100_000]).expect("a file");
            Self(folder)
        }

        fn dist(&self) -> PathBuf {
            self.0.join("dist")
        }

        fn serve(&self, options: &Options) -> Server {
            Server::start(self.dist(), options).expect("there is a folder and a free port")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn files_are_sent_with_their_content_type() {
        let folder = Folder::new("types");
        let server = folder.serve(&Options::default());
        let (head, body) = request(server.address(), "GET /", "");
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(head.contains("content-type: text/html"), "{head}");
        assert!(head.contains("cache-control: no-cache") && head.contains("nosniff"), "{head}");
        assert_eq!(body, b"<p>page</p>");
        assert_eq!(request(server.address(), "GET /bus/", "").1, b"<p>bus</p>");
        let (head, body) = request(server.address(), "HEAD /", "");
        assert!(head.starts_with("http/1.1 200") && body.is_empty(), "{head}");
    }

    #[test]
    fn the_precompressed_file_is_sent_to_clients_that_accept_it() {
        let folder = Folder::new("brotli");
        let server = folder.serve(&Options::default());
        let (head, body) = request(server.address(), "GET /page_bg.wasm", "");
        assert!(head.contains("content-type: application/wasm"), "{head}");
        assert!(!head.contains("content-encoding"), "{head}");
        assert_eq!(body, b"plain");
        let accepts = "Accept-Encoding: gzip, br\r\n";
        let (head, body) = request(server.address(), "GET /page_bg.wasm?v=1", accepts);
        assert!(head.contains("content-encoding: br") && head.contains("content-type: application/wasm"), "{head}");
        assert_eq!(body, b"compressed");
        let plain = folder.serve(&Options { uses_brotli: false, ..Options::default() });
        assert_eq!(request(plain.address(), "GET /page_bg.wasm", accepts).1, b"plain");
    }

    #[test]
    fn files_outside_the_folder_are_not_found() {
        let folder = Folder::new("outside");
        let server = folder.serve(&Options::default());
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/.git/config", "/none.html", "/%ff"] {
            let (head, body) = request(server.address(), &format!("GET {path}"), "");
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert_eq!(body, NOT_FOUND.as_bytes(), "{path}");
        }
    }

    #[test]
    fn other_methods_are_refused() {
        let folder = Folder::new("methods");
        let server = folder.serve(&Options::default());
        let (head, _) = request(server.address(), "DELETE /index.html", "");
        assert!(head.starts_with("http/1.1 405"), "{head}");
        assert!(folder.dist().join("index.html").is_file());
    }

    #[test]
    fn an_edit_changes_body_type_and_headers_of_a_reply() {
        let folder = Folder::new("edit");
        let edit = |path: &str, reply: &mut Reply| match path {
            "index.html" => reply.body = None,
            "bus/index.html" => {
                reply.body = Some(b"changed".to_vec());
                reply.content_type = "text/plain".to_owned();
                reply.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
                reply.headers.push(("Access-Control-Allow-Origin".to_owned(), "*".to_owned()));
            }
            "none.txt" => reply.body = Some(b"made up".to_vec()),
            _ => {}
        };
        let server = folder.serve(&Options { edit: Arc::new(edit), ..Options::default() });
        assert!(request(server.address(), "GET /", "").0.starts_with("http/1.1 404"));
        let (head, body) = request(server.address(), "GET /bus/", "");
        assert!(head.contains("content-type: text/plain") && head.contains("cache-control: no-store"), "{head}");
        assert!(head.contains("access-control-allow-origin: *") && !head.contains("no-cache"), "{head}");
        assert_eq!(body, b"changed");
        assert_eq!(request(server.address(), "GET /none.txt", "").1, b"made up");
    }

    #[test]
    fn a_stalling_reply_sends_what_it_promises_and_keeps_the_connection_open() {
        const BYTES: usize = 50_000;
        let folder = Folder::new("stall");
        let edit = |_: &str, reply: &mut Reply| reply.stalls_after = Some(BYTES);
        let server = folder.serve(&Options { edit: Arc::new(edit), ..Options::default() });
        let host = server.address().trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        write!(stream, "GET /large.bin HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("the server reads");
        let mut received = 0;
        let mut buffer = [0; 4_096];
        while received < BYTES {
            let read = stream.read(&mut buffer).expect("the promised bytes arrive");
            assert!(read > 0, "the connection is open");
            received += buffer[..read].split(|byte| *byte != b'a').map(<[u8]>::len).sum::<usize>();
        }
        assert!(received <= BYTES + STALL_EXCESS_BYTES, "{received}");
    }

    #[test]
    fn another_folder_can_be_served_at_the_same_address() {
        let folder = Folder::new("another");
        let server = folder.serve(&Options::default());
        server.set_folder(folder.dist().join("bus"));
        assert_eq!(request(server.address(), "GET /", "").1, b"<p>bus</p>");
        server.set_folder(folder.0.join("none"));
        assert!(request(server.address(), "GET /", "").0.starts_with("http/1.1 404"));
    }

    #[test]
    fn a_folder_that_is_missing_is_an_error() {
        let error = Server::start("no-such-folder", &Options::default()).expect_err("there is nothing to serve");
        assert!(error.to_string().contains("no-such-folder"), "{error}");
    }

    #[test]
    fn the_next_free_port_is_used() {
        let used = [8080, 8081];
        let listen = |port: u16| (!used.contains(&port)).then_some(port);
        assert_eq!(first_free(8080, listen).ok(), Some(8082));
        assert_eq!(first_free(9000, listen).ok(), Some(9000));
        let error = first_free(65_535, |_| None::<u16>).expect_err("there is no port after this");
        assert!(matches!(error, Error::PortsInUse(65_535)), "{error}");
    }

    #[test]
    fn two_servers_get_two_ports() {
        let folder = Folder::new("ports");
        let first = folder.serve(&Options::default());
        let port = first.address().trim_end_matches('/').rsplit(':').next().expect("an address has a port");
        let port = port.parse().expect("a port is a number");
        let second = folder.serve(&Options { port: Port::From(port), ..Options::default() });
        assert_ne!(first.address(), second.address());
        let free = free_port(port).expect("one is free");
        assert!(![&first, &second].iter().any(|server| server.address().ends_with(&format!(":{free}/"))));
        assert_eq!(request(second.address(), "GET /", "").1, b"<p>page</p>");
    }

    #[test]
    fn idle_connections_do_not_block_others() {
        let folder = Folder::new("idle");
        let server = folder.serve(&Options::default());
        let host = server.address().trim_start_matches("http://").trim_end_matches('/');
        let idle: Vec<_> = (0..20).map(|_| TcpStream::connect(host).expect("the server listens")).collect();
        assert_eq!(request(server.address(), "GET /", "").1, b"<p>page</p>");
        drop(idle);
    }

    #[test]
    fn brotli_is_accepted_with_a_weight_above_zero() {
        assert!(accepts_brotli("gzip, deflate, br, zstd"));
        assert!(accepts_brotli("br;q=0.5"));
        assert!(!accepts_brotli("gzip, deflate"));
        assert!(!accepts_brotli("br;q=0, gzip"));
        assert!(!accepts_brotli("br; q=0.0"));
        assert!(!accepts_brotli("brx"));
    }
}
