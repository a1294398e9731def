//! Automation of Firefox and of `WebKitGTK`, the engine of Safari, beside Chromium ([`crate::chromium`]).
//!
//! Both browsers take the same commands of the `WebDriver` standard over different transports: Firefox over Marionette,
//! its automation protocol; `MiniBrowser`, the browser that comes with `WebKitGTK`, over `WebKitWebDriver`. Pointer and
//! keyboard input is simulated by the browser itself; scripts only read the page.
//!
//! The tests are in `e2e/tests/it/engines.rs`. `cargo xtask test --only engines` builds the page and runs them. To run
//! them by hand on a page that is built already:
//!
//! ```text
//! sudo apt-get install --no-install-recommends firefox-esr webkit2gtk-driver xvfb
//! cd e2e
//! cargo test --test it -- --ignored --nocapture engines::
//! ```
//!
//! The filters `engines::firefox` and `engines::webkit` select one browser. The variables `KERBQUAY_FIREFOX`,
//! `KERBQUAY_WEBKIT_DRIVER` and `KERBQUAY_XVFB` name programs other than the first ones on the path.

mod marionette;
mod page_server;
mod process;
pub mod visit;
mod webkit;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use self::marionette::Marionette;
use self::webkit::WebKit;

/// A browser engine other than Chromium's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Firefox, headless.
    Firefox,
    /// `MiniBrowser` of `WebKitGTK`, on a virtual display.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// A command of the `WebDriver` standard, with its names in both transports.
#[derive(Clone, Debug)]
struct Command {
    /// Its name in Marionette.
    name: &'static str,
    /// Its HTTP path, relative to that of the session.
    path: &'static str,
    /// Its parameters; null for a command without any, which is a GET request over HTTP.
    parameters: Value,
}

/// A connection to a browser with one session.
trait Transport: fmt::Debug {
    /// Sends a command and waits for its result.
    ///
    /// # Errors
    /// The error that the browser or the connection reports.
    fn send(&self, command: &Command) -> Result<Value, String>;
}

/// A pointing device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pointer {
    /// The left button of a mouse.
    Mouse,
    /// One finger on a touch screen.
    Finger,
}

/// The duration of one movement of a pointer: about one frame.
const MOVE: Duration = Duration::from_millis(20);

/// One tab in a browser with a new profile. Dropping it ends the browser, its driver and its display.
#[derive(Debug)]
pub struct Tab {
    engine: Engine,
    // Declared before `home`: the browser ends before its folder is removed.
    transport: Box<dyn Transport>,
    home: TempDir,
}

impl Tab {
    /// Starts the browser.
    ///
    /// # Errors
    /// A program is missing or cannot be started.
    pub fn start(engine: Engine) -> Result<Self, String> {
        let home = TempDir::with_prefix("kerb-quay-").map_err(|error| format!("no folder for a profile: {error}"))?;
        let transport: Box<dyn Transport> = match engine {
            Engine::Firefox => Box::new(Marionette::start(home.path())?),
            Engine::WebKit => Box::new(WebKit::start(home.path())?),
        };
        Ok(Self { engine, transport, home })
    }

    /// The engine of the browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The value of `HOME` in the environment of every process of the browser: a temporary folder with its profile.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder into which the browser downloads.
    pub fn downloads(&self) -> PathBuf {
        match self.engine {
            Engine::Firefox => self.home.path().join(marionette::DOWNLOADS),
            Engine::WebKit => self.home.path().to_owned(),
        }
    }

    /// Navigates to an address and waits for the `load` event.
    ///
    /// # Errors
    /// The page cannot be loaded.
    pub fn open(&self, address: &str) -> Result<(), String> {
        self.send("WebDriver:Navigate", "url", json!({ "url": address })).map(drop)
    }

    /// Reloads the page and waits for the `load` event.
    ///
    /// # Errors
    /// The page cannot be loaded.
    pub fn reload(&self) -> Result<(), String> {
        self.send("WebDriver:Refresh", "refresh", json!({})).map(drop)
    }

    /// Switches to the first frame of the page: scripts and coordinates refer to it from then on.
    ///
    /// # Errors
    /// The page has no frame.
    pub fn enter_frame(&self) -> Result<(), String> {
        self.send("WebDriver:SwitchToFrame", "frame", json!({ "id": 0 })).map(drop)
    }

    /// Sets the width and height of the window in pixels, including its toolbars. Each browser has a minimum width:
    /// 500 pixels in Firefox, 447 in `WebKitGTK`.
    ///
    /// # Errors
    /// The window cannot be resized.
    pub fn resize(&self, (width, height): (u32, u32)) -> Result<(), String> {
        self.send("WebDriver:SetWindowRect", "window/rect", json!({ "width": width, "height": height })).map(drop)
    }

    /// Runs a script as the body of a function and returns its return value.
    ///
    /// # Errors
    /// The script throws, or its value is not a `T`.
    pub fn evaluate<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        self.run("WebDriver:ExecuteScript", "execute/sync", script, arguments)
    }

    /// Runs an asynchronous script: its last argument is a callback, which it calls with the return value.
    ///
    /// # Errors
    /// The script throws, does not call back within 30 s, or its value is not a `T`.
    pub fn evaluate_async<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        self.run("WebDriver:ExecuteAsyncScript", "execute/async", script, arguments)
    }

    /// Presses and releases a pointer at a point of the viewport, in CSS pixels.
    ///
    /// # Errors
    /// The point is outside of the viewport.
    pub fn press(&self, pointer: Pointer, at: (i32, i32)) -> Result<(), String> {
        self.drag(pointer, &[at])
    }

    /// Presses a pointer at the first of these points, moves it through the others and releases it at the last.
    ///
    /// # Errors
    /// A point is outside of the viewport.
    pub fn drag(&self, pointer: Pointer, path: &[(i32, i32)]) -> Result<(), String> {
        let (name, kind) = match pointer {
            Pointer::Mouse => ("mouse", "mouse"),
            Pointer::Finger => ("finger", "touch"),
        };
        let mut actions = Vec::new();
        for (index, (x, y)) in path.iter().enumerate() {
            let duration = if index == 0 { Duration::ZERO } else { MOVE };
            actions.push(json!({ "type": "pointerMove", "duration": duration.as_millis(), "x": x, "y": y }));
            if index == 0 {
                actions.push(json!({ "type": "pointerDown", "button": 0 }));
            }
        }
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let parameters = json!({ "pointerType": kind });
        self.perform(&json!({ "type": "pointer", "id": name, "parameters": parameters, "actions": actions }))
    }

    /// Presses and releases a key of the keyboard. Characters from U+E000 on are the `WebDriver` standard's codes of
    /// keys without a character.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn key(&self, key: char) -> Result<(), String> {
        let actions = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
        self.perform(&json!({ "type": "key", "id": "keyboard", "actions": actions }))
    }

    /// Writes a screenshot of the viewport to a PNG file.
    ///
    /// # Errors
    /// The screenshot cannot be taken, or the file cannot be written.
    pub fn screenshot(&self, file: &Path) -> Result<(), String> {
        let encoded = self.send("WebDriver:TakeScreenshot", "screenshot", Value::Null)?;
        let bytes = BASE64_STANDARD.decode(encoded.as_str().unwrap_or_default());
        let bytes = bytes.map_err(|error| format!("the screenshot is not in base64: {error}"))?;
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, bytes));
        written.map_err(|error| format!("{} cannot be written: {error}", file.display()))
    }

    fn run<T: DeserializeOwned>(
        &self,
        name: &'static str,
        path: &'static str,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T, String> {
        let value = self.send(name, path, json!({ "script": script, "args": Value::from(arguments) }))?;
        serde_json::from_value(value).map_err(|error| format!("the script returns an unexpected value: {error}"))
    }

    fn perform(&self, source: &Value) -> Result<(), String> {
        self.send("WebDriver:PerformActions", "actions", json!({ "actions": [source] })).map(drop)
    }

    fn send(&self, name: &'static str, path: &'static str, parameters: Value) -> Result<Value, String> {
        self.transport.send(&Command { name, path, parameters }).map_err(|why| format!("{}: {why}", self.engine))
    }
}
