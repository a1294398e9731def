//! A direct connection to a browser's `DevTools`, beside that of chromedriver: commands to the browser itself need it,
//! and frequent commands to a tab skip chromedriver.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

use super::TIMEOUT;

/// A connection to the `DevTools` of a browser. Threads that share it send one command after another.
#[derive(Debug)]
pub struct DevTools {
    connection: Mutex<Connection>,
}

#[derive(Debug)]
struct Connection {
    socket: WebSocket<TcpStream>,
    /// The number of the last command.
    last: u64,
}

impl DevTools {
    /// Connects to the browser with this profile. The browser writes its port and path into the profile.
    ///
    /// # Errors
    /// The browser has not written them, or does not accept the connection.
    pub fn connect(profile: &Path) -> Result<Self, String> {
        let file = fs::read_to_string(profile.join("DevToolsActivePort"));
        let file = file.map_err(|error| format!("the DevTools port is unknown: {error}"))?;
        let (port, path) = file.trim_end().split_once('\n').ok_or("the DevTools port is unknown")?;
        let port = port.parse().map_err(|error| format!("{port} is not a DevTools port: {error}"))?;
        Self::open(port, path).map_err(|why| format!("no connection to DevTools: {why}"))
    }

    fn open(port: u16, path: &str) -> Result<Self, String> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(TIMEOUT)).map_err(|error| error.to_string())?;
        // A script may return any amount of text.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let address = format!("ws://127.0.0.1:{port}{path}");
        let opened = tungstenite::client::client_with_config(address, stream, Some(config));
        let (socket, _) = opened.map_err(|error| error.to_string())?;
        Ok(Self { connection: Mutex::new(Connection { socket, last: 0 }) })
    }

    /// Sends a command to the browser itself and waits for its result.
    ///
    /// # Errors
    /// The browser rejects the command, or the connection fails.
    pub fn send(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        self.request(None, command, parameters)
    }

    /// Sends a command to a tab and waits for its result. `session` is what [`DevTools::attach`] has returned.
    ///
    /// # Errors
    /// The browser rejects the command, or the connection fails.
    pub fn send_to_tab(&self, session: &str, command: &str, parameters: &Value) -> Result<Value, String> {
        self.request(Some(session), command, parameters)
    }

    /// Opens a session with a tab and returns the session's name.
    ///
    /// # Errors
    /// There is no such tab, or the connection fails.
    pub fn attach(&self, tab: &str) -> Result<String, String> {
        let attached = self.send("Target.attachToTarget", &json!({ "targetId": tab, "flatten": true }))?;
        Ok(attached["sessionId"].as_str().ok_or("the browser opens no session with the tab")?.to_owned())
    }

    fn request(&self, session: Option<&str>, command: &str, parameters: &Value) -> Result<Value, String> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection.last += 1;
        let number = connection.last;
        let mut request = json!({ "id": number, "method": command, "params": parameters });
        if let Some(session) = session {
            request["sessionId"] = json!(session);
        }
        let failed = |error: Error| format!("{command}: {error}");
        connection.socket.send(Message::text(request.to_string())).map_err(failed)?;
        loop {
            let text = match connection.socket.read().map_err(failed)? {
                Message::Text(text) => text,
                // The library has queued the answer to a ping; the next command sends it.
                Message::Ping(_) | Message::Pong(_) => continue,
                Message::Close(_) => return Err(format!("{command}: the browser closes the connection")),
                Message::Binary(_) | Message::Frame(_) => return Err(format!("{command}: the reply is not text")),
            };
            let mut reply: Value = serde_json::from_str(&text).map_err(|error| format!("{command}: {error}"))?;
            // The browser reports events on the same connection.
            if reply["id"] != number {
                continue;
            }
            return match reply["error"]["message"].as_str() {
                Some(why) => Err(format!("{command}: {why}")),
                None => Ok(reply["result"].take()),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;

    use tempfile::TempDir;
    use tungstenite::protocol::frame::Frame;
    use tungstenite::protocol::frame::coding::{Data, OpCode};

    use super::*;

    /// Connects to a browser that sends these messages after the first command. Returns the result of `command`, and
    /// the path and the command that the browser has received.
    fn exchange(
        replies: Vec<Message>,
        command: impl FnOnce(&DevTools) -> Result<Value, String>,
    ) -> (Result<Value, String>, String, Value) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("a bound port").port();
        let browser = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a connection");
            let mut path = String::new();
            let note = |request: &tungstenite::handshake::server::Request, response| {
                path = request.uri().path().to_owned();
                Ok(response)
            };
            let mut socket = tungstenite::accept_hdr(stream, note).expect("a handshake");
            let received = socket.read().expect("a command").into_text().expect("a text");
            for reply in replies {
                socket.send(reply).expect("an open connection");
            }
            (path, serde_json::from_str(&received).expect("JSON"))
        });
        let profile = TempDir::new().expect("a folder");
        fs::write(profile.path().join("DevToolsActivePort"), format!("{port}\n/devtools/browser/1")).expect("a file");
        let result = DevTools::connect(profile.path()).and_then(|devtools| command(&devtools));
        let (path, received) = browser.join().expect("no panic");
        (result, path, received)
    }

    fn result_of(replies: Vec<Message>) -> Result<Value, String> {
        exchange(replies, |devtools| devtools.send("Do.it", &json!({ "how": "well" }))).0
    }

    #[test]
    fn a_command_is_sent_to_the_path_in_the_profile() {
        let reply = Message::text("{\"id\":1,\"result\":{\"done\":true}}");
        let (result, path, received) =
            exchange(vec![reply], |devtools| devtools.send("Do.it", &json!({ "how": "well" })));
        assert_eq!(result, Ok(json!({ "done": true })));
        assert_eq!(path, "/devtools/browser/1");
        assert_eq!(received, json!({ "id": 1, "method": "Do.it", "params": { "how": "well" } }));
    }

    #[test]
    fn a_long_command_to_a_tab_names_its_session() {
        let long = "x".repeat(70_000);
        let reply = Message::text("{\"id\":1,\"result\":{}}");
        let (result, _, received) =
            exchange(vec![reply], |devtools| devtools.send_to_tab("7", "Do.it", &json!({ "how": long })));
        assert_eq!(result, Ok(json!({})));
        assert_eq!(received, json!({ "id": 1, "method": "Do.it", "params": { "how": long }, "sessionId": "7" }));
    }

    #[test]
    fn events_and_pings_before_the_reply_are_skipped() {
        let replies = vec![
            Message::text("{\"method\":\"a\"}"),
            Message::Ping(vec![1].into()),
            Message::text("{\"id\":1,\"result\":7}"),
        ];
        assert_eq!(result_of(replies), Ok(json!(7)));
    }

    #[test]
    fn a_reply_in_fragments_is_joined() {
        let frame = |text: &'static str, data, is_last| {
            Message::Frame(Frame::message(text.as_bytes(), OpCode::Data(data), is_last))
        };
        let replies = vec![
            frame("{\"id\":1,", Data::Text, false),
            Message::Ping(Vec::new().into()),
            frame("\"result\":7}", Data::Continue, true),
        ];
        assert_eq!(result_of(replies), Ok(json!(7)));
    }

    #[test]
    fn a_rejected_command_has_the_browser_s_reason() {
        let reply = Message::text("{\"id\":1,\"error\":{\"message\":\"no!\"}}");
        assert_eq!(result_of(vec![reply]), Err("Do.it: no!".to_owned()));
    }

    #[test]
    fn a_closed_connection_is_named() {
        assert_eq!(result_of(vec![Message::Close(None)]), Err("Do.it: the browser closes the connection".to_owned()));
    }
}
