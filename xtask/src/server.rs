//! A web server for a folder of files, for this machine only.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use oxhttp::model::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, VARY};
use oxhttp::model::{Body, HeaderValue, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

use crate::failure::{Failure, Outcome};

/// How many ports after the wanted one are tried.
const PORTS_TRIED: u16 = 100;

/// A folder that is being served, until the program ends.
pub struct Served {
    server: ListeningServer,
    address: String,
}

/// Serves `folder` on the first free port from `port` on.
///
/// # Errors
///
/// The folder is not there, or no port is free.
pub fn serve_from(folder: &Path, port: u16) -> Outcome<Served> {
    holds_a_page(folder)?;
    first_free(port, |port| listen(folder, port).ok())
}

/// The first port from `port` on that nobody listens on.
///
/// # Errors
///
/// None is free.
pub fn free_port(port: u16) -> Outcome<u16> {
    first_free(port, |port| TcpListener::bind(local(port)).ok().map(|_| port))
}

/// Serves `folder` on any free port.
///
/// # Errors
///
/// The folder is not there, or there is no free port.
pub fn serve_anywhere(folder: &Path) -> Outcome<Served> {
    holds_a_page(folder)?;
    loop {
        let port = TcpListener::bind(local(0)).and_then(|free| free.local_addr()).map(|address| address.port());
        match port.and_then(|port| listen(folder, port)) {
            Ok(served) => return Ok(served),
            // Somebody else was quicker.
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(Failure::new(format!("No port to serve the page on: {error}."))),
        }
    }
}

fn holds_a_page(folder: &Path) -> Outcome {
    if folder.join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new(format!("{} holds no page: `cargo xtask build` makes one.", folder.display())))
}

/// Each connection is answered by a thread of its own: however many a browser keeps open, none waits for another.
fn listen(folder: &Path, port: u16) -> std::io::Result<Served> {
    let root = folder.to_owned();
    let server = Server::new(move |request| answer(request, &root)).bind(local(port)).spawn()?;
    Ok(Served { server, address: format!("http://{}/", local(port)) })
}

impl Served {
    /// Where the page is: `http://127.0.0.1:8080/`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Serves until the program is ended from outside.
    ///
    /// # Errors
    ///
    /// The server has ended by itself.
    pub fn wait(self) -> Outcome {
        self.server.join().map_err(|error| Failure::new(format!("The page is served no more: {error}.")))
    }
}

fn first_free<T>(port: u16, listen: impl Fn(u16) -> Option<T>) -> Outcome<T> {
    (port..=port.saturating_add(PORTS_TRIED)).find_map(listen).ok_or_else(|| {
        Failure::new(format!("Port {port} and the {PORTS_TRIED} after it are all taken: choose another with --port."))
    })
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

fn answer(request: &Request<Body>, folder: &Path) -> Response<Body> {
    reply(request, folder).unwrap_or_else(|(status, sentence)| {
        let mut refusal = Response::new(Body::from(sentence));
        *refusal.status_mut() = status;
        refusal
    })
}

fn reply(request: &Request<Body>, folder: &Path) -> Result<Response<Body>, (StatusCode, &'static str)> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "Pages are only read here.\n"));
    }
    let missing = (StatusCode::NOT_FOUND, "There is no such file.\n");
    let path = wanted(request.uri().path()).ok_or(missing)?;
    let file = folder.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    // Whatever a link inside the folder points at, nothing outside of it is served.
    let inside = |file: &Path| Some(file.canonicalize().ok()?.starts_with(folder.canonicalize().ok()?));
    if inside(&file) != Some(true) {
        return Err(missing);
    }
    let accepts = request.headers().get_all(ACCEPT_ENCODING).iter().filter_map(|accepted| accepted.to_str().ok());
    let brotli = accepts.into_iter().any(accepts_brotli);
    let packed = packed(&file).filter(|packed| brotli && packed.is_file());
    let body = fs::read(packed.as_deref().unwrap_or(&file)).map_err(|_| missing)?;
    let body = if request.method() == Method::HEAD { Body::empty() } else { Body::from(body) };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(&file)));
    // The names of the entry files stay the same from build to build.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.insert(HeaderName::from_static("x-content-type-options"), HeaderValue::from_static("nosniff"));
    if packed.is_some() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

/// The compressed sister of a file: `page.css.br` of `page.css`.
pub fn packed(file: &Path) -> Option<PathBuf> {
    let mut name = file.file_name()?.to_owned();
    name.push(".br");
    Some(file.with_file_name(name))
}

/// The file inside the folder that `url` names, or `None` for anything that would lead out of it.
fn wanted(url: &str) -> Option<PathBuf> {
    let path = decoded(url.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let mut file = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

/// `text` with each `%41` replaced by the letter it stands for.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

/// Whether an `Accept-Encoding` has `br` and does not weigh it with nothing.
fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let nothing = weight.trim().strip_prefix("q=").is_some_and(|q| q.chars().all(|c| matches!(c, '0' | '.')));
        name.trim().eq_ignore_ascii_case("br") && !nothing
    })
}

/// What a browser has to know about a file before it will use it as that.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "feature" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    fn request(address: &str, words: &str) -> (String, Vec<u8>) {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        write!(stream, "{words} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("the server reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the server answers and hangs up");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        (String::from_utf8_lossy(&answer[..end]).to_lowercase(), answer[end + 4..].to_vec())
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("kerb-and-quay-{name}-{}", std::process::id()));
        let dist = folder.join("dist");
        fs::create_dir_all(&dist).expect("a folder in the temporary folder");
        fs::write(folder.join("secret.txt"), "secret").expect("a file beside the served folder");
        fs::write(dist.join("index.html"), "<p>page</p>").expect("a file");
        fs::write(dist.join("page_bg.wasm"), "plain").expect("a file");
        fs::write(dist.join("page_bg.wasm.br"), "packed").expect("a file");
        dist
    }

    #[test]
    fn a_folder_is_served_with_types_and_packed_where_that_is_understood() {
        let dist = folder("served");
        let served = serve_anywhere(&dist).expect("there is a page and a free port");
        let (head, body) = request(served.address(), "GET /");
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(head.contains("content-type: text/html"), "{head}");
        assert!(head.contains("cache-control: no-cache"), "{head}");
        assert_eq!(body, b"<p>page</p>");

        let (head, body) = request(served.address(), "GET /page_bg.wasm");
        assert!(head.contains("content-type: application/wasm"), "{head}");
        assert!(!head.contains("content-encoding"), "{head}");
        assert_eq!(body, b"plain");

        let host = served.address().trim_start_matches("http://").trim_end_matches('/').to_owned();
        let words = format!("GET /page_bg.wasm?v=1 HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br");
        let mut stream = TcpStream::connect(&host).expect("the server listens");
        write!(stream, "{words}\r\nConnection: close\r\n\r\n").expect("the server reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the server answers and hangs up");
        let answer = answer.to_lowercase();
        assert!(answer.contains("content-encoding: br") && answer.ends_with("packed"), "{answer}");
        assert!(answer.contains("content-type: application/wasm"), "{answer}");

        drop(served);
        fs::remove_dir_all(dist.parent().expect("it was made inside a folder")).expect("it was made above");
    }

    #[test]
    fn nothing_outside_the_folder_is_served_and_nothing_is_written() {
        let dist = folder("closed");
        let served = serve_anywhere(&dist).expect("there is a page and a free port");
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/.git/config", "/none.html", "/%ff"] {
            let (head, body) = request(served.address(), &format!("GET {path}"));
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert_eq!(body, b"There is no such file.\n", "{path}");
        }
        let (head, _) = request(served.address(), "DELETE /index.html");
        assert!(head.starts_with("http/1.1 405"), "{head}");
        assert!(dist.join("index.html").is_file());
        let (head, body) = request(served.address(), "HEAD /");
        assert!(head.starts_with("http/1.1 200") && body.is_empty(), "{head}");
        drop(served);
        fs::remove_dir_all(dist.parent().expect("it was made inside a folder")).expect("it was made above");
    }

    #[test]
    fn a_folder_without_a_page_is_not_served() {
        let failure = serve_anywhere(Path::new("no-such-folder")).err().expect("there is nothing to serve");
        assert!(failure.to_string().contains("cargo xtask build"), "{failure}");
    }

    #[test]
    fn a_path_stays_inside_the_folder() {
        assert_eq!(wanted("/"), Some(PathBuf::new()));
        assert_eq!(wanted("/a/b.css?x=/../y"), Some(PathBuf::from("a/b.css")));
        assert_eq!(wanted("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
        assert_eq!(wanted("/a%20b.css"), Some(PathBuf::from("a b.css")));
        for leads_out in ["", "a", "/..", "/a/../../b", "/%2E%2E/b", "/a\\..\\b", "/C:/b", "/%", "/%zz", "/a%00b"] {
            assert_eq!(wanted(leads_out), None, "{leads_out}");
        }
    }

    #[test]
    fn the_next_free_port_is_taken() {
        let taken = [8080, 8081];
        let listen = |port: u16| (!taken.contains(&port)).then_some(port);
        assert_eq!(first_free(8080, listen), Ok(8082));
        assert_eq!(first_free(9000, listen), Ok(9000));
        let failure = first_free(65_535, |_| None::<u16>).expect_err("there is no port after this");
        assert!(failure.to_string().contains("choose another with --port"), "{failure}");
    }

    #[test]
    fn two_pages_can_be_served_at_once() {
        let dist = folder("twice");
        let first = serve_anywhere(&dist).expect("there is a page and a free port");
        let port = first.address().trim_end_matches('/').rsplit(':').next().expect("an address has a port");
        let second = serve_from(&dist, port.parse().expect("a port is a number")).expect("the next is free");
        assert_ne!(first.address(), second.address());
        let free = free_port(port.parse().expect("a port is a number")).expect("one is free");
        assert!(![&first, &second].iter().any(|served| served.address().ends_with(&format!(":{free}/"))));
        assert_eq!(request(second.address(), "GET /").1, b"<p>page</p>");
        drop((first, second));
        fs::remove_dir_all(dist.parent().expect("it was made inside a folder")).expect("it was made above");
    }

    #[test]
    fn connections_on_which_nobody_asks_keep_nobody_waiting() {
        let dist = folder("idle");
        let served = serve_anywhere(&dist).expect("there is a page and a free port");
        let host = served.address().trim_start_matches("http://").trim_end_matches('/');
        let idle: Vec<_> = (0..20).map(|_| TcpStream::connect(host).expect("the server listens")).collect();
        assert_eq!(request(served.address(), "GET /").1, b"<p>page</p>");
        drop(idle);
        fs::remove_dir_all(dist.parent().expect("it was made inside a folder")).expect("it was made above");
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        assert!(accepts_brotli("gzip, deflate, br, zstd"));
        assert!(accepts_brotli("br;q=0.5"));
        assert!(!accepts_brotli("gzip, deflate"));
        assert!(!accepts_brotli("br;q=0, gzip"));
        assert!(!accepts_brotli("br; q=0.0"));
        assert!(!accepts_brotli("brx"));
    }

    #[test]
    fn every_kind_of_file_the_page_is_made_of_has_its_type() {
        for (file, kind) in [
            ("a_bg.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.svg", "image/svg+xml"),
            ("index.html", "text/html; charset=utf-8"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(file)), kind);
        }
    }
}
