//! Headless Firefox over Marionette: commands and results as JSON over TCP, each message preceded by its length in
//! bytes and a colon. Mozilla's `geckodriver` uses the same protocol; Firefox's sources describe it in
//! `remote/doc/marionette/Protocol.md`.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use super::process::{Process, command};
use super::{Command, Transport};
use crate::chromium::{TIMEOUT, until};

/// Names the Firefox to use.
const VARIABLE: &str = "KERBQUAY_FIREFOX";
/// The folder of downloads in the home directory.
pub const DOWNLOADS: &str = "downloads";
/// How long the browser may take to exit by itself.
const QUIT_TIMEOUT: Duration = Duration::from_secs(5);
/// The first element of a command, and that of a result.
const COMMAND: u64 = 0;
const RESULT: u64 = 1;

/// Firefox with one session.
#[derive(Debug)]
pub struct Marionette {
    stream: TcpStream,
    /// The number of the last command.
    last: Cell<u64>,
    browser: RefCell<Process>,
}

impl Marionette {
    /// Starts the browser with a new profile in `home`.
    ///
    /// # Errors
    /// It is not installed or does not accept commands.
    pub fn start(home: &Path) -> Result<Self, String> {
        let profile = home.join("profile");
        let prepared = fs::create_dir_all(&profile)
            .and_then(|()| fs::create_dir_all(home.join(DOWNLOADS)))
            .and_then(|()| fs::write(profile.join("user.js"), preferences(&home.join(DOWNLOADS))));
        prepared.map_err(|error| format!("no profile for Firefox: {error}"))?;
        let mut firefox = command(VARIABLE, "firefox-esr", home);
        firefox.args(["--headless", "--marionette", "--no-remote", "--profile"]).arg(&profile);
        firefox.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut browser = Process::start(&mut firefox)
            .map_err(|why| format!("{why}; install Firefox ESR, or name a Firefox in {VARIABLE}"))?;
        let port = until(|| match port(&profile) {
            None if browser.has_exited() => Ok(Err("Firefox exited before it accepted commands".to_owned())),
            None => Err(format!(
                "Firefox does not write its port into its profile; a snap has no access to it: name another Firefox in \
                 {VARIABLE}"
            )),
            Some(port) => Ok(Ok(port)),
        })??;
        let stream = connect(port).map_err(|error| format!("Firefox does not accept connections: {error}"))?;
        let marionette = Self { stream, last: Cell::new(0), browser: RefCell::new(browser) };
        // The first message names the protocol's version.
        marionette.receive().map_err(|error| format!("Firefox sends nothing: {error}"))?;
        marionette.request("WebDriver:NewSession", &json!({}))?;
        Ok(marionette)
    }

    /// Sends a command and waits for its result.
    fn request(&self, name: &str, parameters: &Value) -> Result<Value, String> {
        let number = self.last.get() + 1;
        self.last.set(number);
        self.write(&json!([COMMAND, number, name, parameters])).map_err(|error| format!("{name}: {error}"))?;
        let mut answer = self.receive().map_err(|error| format!("{name}: {error}"))?;
        if answer[0] != RESULT || answer[1] != number {
            return Err(format!("{name}: this is not the result of the command: {answer}"));
        }
        let error = &answer[2];
        if error.is_null() {
            return Ok(answer[3].take());
        }
        let part = |key: &str| error[key].as_str().unwrap_or_default();
        Err(format!("{name}: {}: {}", part("error"), part("message")))
    }

    fn write(&self, message: &Value) -> std::io::Result<()> {
        let message = message.to_string();
        write!(&self.stream, "{}:{message}", message.len())
    }

    fn receive(&self) -> std::io::Result<Value> {
        let mut length = 0;
        loop {
            let mut byte = [0];
            (&self.stream).read_exact(&mut byte)?;
            match byte[0] {
                b':' => break,
                digit @ b'0'..=b'9' => length = 10 * length + usize::from(digit - b'0'),
                _ => return Err(std::io::Error::other("a message without a length")),
            }
        }
        let mut message = vec![0; length];
        (&self.stream).read_exact(&mut message)?;
        Ok(serde_json::from_slice(&message)?)
    }
}

impl Transport for Marionette {
    fn send(&self, command: &Command) -> Result<Value, String> {
        let parameters = match &command.parameters {
            // A screenshot of the viewport, not of the whole page, and not its checksum.
            Value::Null => &json!({ "full": false, "hash": false }),
            parameters => parameters,
        };
        Ok(self.request(command.name, parameters)?["value"].take())
    }
}

impl Drop for Marionette {
    fn drop(&mut self) {
        // The command fails if the browser has exited or hangs; the process is killed in any case.
        if self.request("Marionette:Quit", &json!({ "flags": ["eForceQuit"] })).is_ok() {
            self.browser.get_mut().wait(QUIT_TIMEOUT);
        }
    }
}

fn connect(port: u16) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    Ok(stream)
}

/// The port of the browser, once it has written it into its profile.
fn port(profile: &Path) -> Option<u16> {
    fs::read_to_string(profile.join("MarionetteActivePort")).ok()?.trim().parse().ok()
}

/// The contents of `user.js`. Firefox itself sets the preferences that are recommended for automation.
fn preferences(downloads: &Path) -> String {
    let preferences = [
        // Any free port.
        ("marionette.port", json!(0)),
        ("browser.download.folderList", json!(2)),
        ("browser.download.dir", json!(downloads.display().to_string())),
        ("browser.download.alwaysOpenPanel", json!(false)),
        ("browser.helperApps.neverAsk.saveToDisk", json!("text/plain")),
        ("intl.accept_languages", json!("en")),
        // Like those of a phone, scroll bars take no space.
        ("ui.useOverlayScrollbars", json!(1)),
        // The tests do not wait for animations.
        ("ui.prefersReducedMotion", json!(1)),
    ];
    let lines = preferences.map(|(name, value)| format!("user_pref({}, {value});\n", json!(name)));
    lines.concat()
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::process::Command as Program;
    use std::thread;

    use super::*;

    const COMMAND_SENT: &str = "22:[0,7,\"Do:It\",{\"ü\":1}]";

    /// The result of a command to a server that replies with this message, and the bytes that the server received.
    fn exchange(reply: &'static str) -> (Result<Value, String>, String) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("a bound port").port();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut received = [0; COMMAND_SENT.len()];
            stream.read_exact(&mut received).expect("a command");
            write!(stream, "{}:{reply}", reply.len()).expect("an open connection");
            String::from_utf8_lossy(&received).into_owned()
        });
        // Any process can stand for the browser, as it is only killed.
        let process = Process::start(Program::new("sleep").arg("60")).expect("a process");
        let stream = connect(port).expect("an open port");
        let marionette = Marionette { stream, last: Cell::new(6), browser: RefCell::new(process) };
        let command = Command { name: "Do:It", path: "it", parameters: json!({ "ü": 1 }) };
        (marionette.send(&command), server.join().expect("no panic"))
    }

    #[test]
    fn messages_are_preceded_by_their_length_in_bytes() {
        let (result, received) = exchange("[1,7,null,{\"value\":\"done\"}]");
        assert_eq!(received, COMMAND_SENT);
        assert_eq!(result, Ok(json!("done")));
    }

    #[test]
    fn an_error_is_returned_with_its_message() {
        let (result, _) = exchange("[1,7,{\"error\":\"no such frame\",\"message\":\"there is none\"},{}]");
        assert_eq!(result, Err("Do:It: no such frame: there is none".to_owned()));
    }

    #[test]
    fn the_result_of_another_command_is_an_error() {
        let (result, _) = exchange("[1,6,null,{}]");
        assert_eq!(result, Err("Do:It: this is not the result of the command: [1,6,null,{}]".to_owned()));
    }

    #[test]
    fn preferences_are_quoted() {
        let text = preferences(Path::new("a \"b\""));
        assert!(text.contains("user_pref(\"browser.download.dir\", \"a \\\"b\\\"\");\n"), "{text}");
    }
}
