//! The browser's own line, beside the driver's: what is for the whole browser it obeys on no other, and what is done to
//! a page a thousand times has nobody between. A `WebSocket` (RFC 6455), as far as a command and its answer need one.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::PATIENCE;

/// A line to a browser.
#[derive(Debug)]
pub struct Wire {
    stream: TcpStream,
    /// The number of the last command. Whoever has it speaks, and has the answer before others speak.
    last: Mutex<u64>,
}

/// What is in a frame: text that is all there.
const TEXT: u8 = 0x81;
/// What a client sends is masked; this bit says so.
const MASKED: u8 = 0x80;
/// The length does not fit into its seven bits and follows, in two bytes or in eight.
const IN_TWO: u8 = 126;
const IN_EIGHT: u8 = 127;

impl Wire {
    /// The line to the browser that has this profile, where it has written down the way.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn to(profile: &Path) -> Result<Self, String> {
        let way = fs::read_to_string(profile.join("DevToolsActivePort"));
        let way = way.map_err(|error| format!("the browser does not say where it listens: {error}"))?;
        let (port, path) = way.trim_end().split_once('\n').ok_or("the browser does not say where it listens")?;
        let port = port.parse().map_err(|error| format!("the browser listens on no port: {port}: {error}"))?;
        Self::open(port, path).map_err(|error| format!("the browser does not listen: {error}"))
    }

    fn open(port: u16, path: &str) -> std::io::Result<Self> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // The key is for servers that somebody stands in front of.
        let asked = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        );
        stream.write_all(asked.as_bytes())?;
        // Byte by byte: what follows the head is a frame.
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        if head.starts_with(b"HTTP/1.1 101 ") {
            return Ok(Self { stream, last: Mutex::new(0) });
        }
        let told = String::from_utf8_lossy(&head);
        Err(std::io::Error::other(told.lines().next().unwrap_or_default().to_owned()))
    }

    /// Sends a command that is for the whole browser and waits for its answer.
    ///
    /// # Errors
    /// A sentence that says why it is not obeyed.
    pub fn tell(&self, command: &str, arguments: &Value) -> Result<Value, String> {
        self.ask(None, command, arguments)
    }

    /// The same for a command to a tab, by the number that [`Wire::reach`] gave it.
    ///
    /// # Errors
    /// A sentence that says why it is not obeyed.
    pub fn tell_tab(&self, tab: &str, command: &str, arguments: &Value) -> Result<Value, String> {
        self.ask(Some(tab), command, arguments)
    }

    /// Makes a tab one that can be told something, and gives it a number for that.
    ///
    /// # Errors
    /// A sentence that says why it cannot be.
    pub fn reach(&self, tab: &str) -> Result<String, String> {
        let reached = self.tell("Target.attachToTarget", &json!({ "targetId": tab, "flatten": true }))?;
        Ok(reached["sessionId"].as_str().ok_or("the browser does not let this tab be told anything")?.to_owned())
    }

    fn ask(&self, tab: Option<&str>, command: &str, arguments: &Value) -> Result<Value, String> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last += 1;
        let number = *last;
        let mut told = json!({ "id": number, "method": command, "params": arguments });
        if let Some(tab) = tab {
            told["sessionId"] = json!(tab);
        }
        let told = told.to_string();
        let wrong = |error: std::io::Error| format!("{command}: {error}");
        self.send(told.as_bytes()).map_err(wrong)?;
        loop {
            let (kind, bytes) = self.receive().map_err(wrong)?;
            if kind != TEXT {
                return Err(format!("{command}: the browser hangs up"));
            }
            let mut answer: Value = serde_json::from_slice(&bytes).map_err(|error| format!("{command}: {error}"))?;
            // It tells what happens, too.
            if answer["id"] != number {
                continue;
            }
            return match answer["error"]["message"].as_str() {
                Some(why) => Err(format!("{command}: {why}")),
                None => Ok(answer["result"].take()),
            };
        }
    }

    fn send(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut frame = vec![TEXT];
        if let Ok(length) = u16::try_from(bytes.len()) {
            frame.push(MASKED | IN_TWO);
            frame.extend(length.to_be_bytes());
        } else {
            frame.push(MASKED | IN_EIGHT);
            frame.extend((bytes.len() as u64).to_be_bytes());
        }
        // A mask of nothing leaves everything as it is.
        frame.extend([0; 4]);
        frame.extend(bytes);
        (&self.stream).write_all(&frame)
    }

    fn receive(&self) -> std::io::Result<(u8, Vec<u8>)> {
        let [kind, length] = self.some()?;
        let length = match length {
            IN_TWO => u64::from(u16::from_be_bytes(self.some()?)),
            IN_EIGHT => u64::from_be_bytes(self.some()?),
            length => u64::from(length),
        };
        let mut bytes = vec![0; usize::try_from(length).map_err(std::io::Error::other)?];
        (&self.stream).read_exact(&mut bytes)?;
        Ok((kind, bytes))
    }

    fn some<const N: usize>(&self) -> std::io::Result<[u8; N]> {
        let mut bytes = [0; N];
        (&self.stream).read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;

    use tempfile::TempDir;

    use super::*;

    /// What comes of a command to a browser that says this in its own time.
    fn told(says: &'static [&'static [u8]]) -> (Result<Value, String>, String) {
        exchange(says, b"\"}}", |wire| wire.tell("Do.it", &json!({ "how": "well" })))
    }

    /// The same of anything that is asked on the line and ends so.
    fn exchange(
        says: &'static [&'static [u8]],
        end: &'static [u8],
        ask: impl FnOnce(&Wire) -> Result<Value, String>,
    ) -> (Result<Value, String>, String) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a port");
        let port = listener.local_addr().expect("it has one").port();
        let browser = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("somebody calls");
            let mut heard = Vec::new();
            let mut until = |stream: &mut TcpStream, end: &[u8]| {
                while !heard.ends_with(end) {
                    let mut byte = [0];
                    stream.read_exact(&mut byte).expect("it is told");
                    heard.extend(byte);
                }
            };
            until(&mut stream, b"\r\n\r\n");
            stream.write_all(b"HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n").expect("it is heard");
            until(&mut stream, end);
            for frame in says {
                stream.write_all(frame).expect("it is heard");
            }
            String::from_utf8_lossy(&heard).into_owned()
        });
        let profile = TempDir::new().expect("there is room");
        fs::write(profile.path().join("DevToolsActivePort"), format!("{port}\n/devtools/browser/1")).expect("a file");
        let answer = Wire::to(profile.path()).and_then(|wire| ask(&wire));
        (answer, browser.join().expect("it ends"))
    }

    #[test]
    fn a_command_has_its_answer_whatever_else_is_told() {
        let (answer, heard) =
            told(&[b"\x81\x0e{\"method\":\"a\"}", b"\x81\x7e\x00\x1f{\"id\":1,\"result\":{\"done\":true}}"]);
        assert_eq!(answer, Ok(json!({ "done": true })));
        assert!(heard.starts_with("GET /devtools/browser/1 HTTP/1.1\r\n"), "{heard}");
        assert!(heard.ends_with("{\"id\":1,\"method\":\"Do.it\",\"params\":{\"how\":\"well\"}}"), "{heard}");
    }

    #[test]
    fn a_command_to_a_tab_says_which_and_may_be_long() {
        let long = "x".repeat(70_000);
        let (answer, heard) = exchange(&[b"\x81\x14{\"id\":1,\"result\":{}}"], b"\"7\"}", |wire| {
            wire.tell_tab("7", "Do.it", &json!({ "how": long }))
        });
        assert_eq!(answer, Ok(json!({})));
        assert!(heard.ends_with("xx\"},\"sessionId\":\"7\"}"), "{}", &heard[heard.len() - 40..]);
    }

    #[test]
    fn what_is_not_obeyed_has_its_reason() {
        let (answer, _) = told(&[b"\x81\x22{\"id\":1,\"error\":{\"message\":\"no!\"}}"]);
        assert_eq!(answer, Err("Do.it: no!".to_owned()));
        let (answer, _) = told(&[b"\x88\x00"]);
        assert_eq!(answer, Err("Do.it: the browser hangs up".to_owned()));
    }
}
