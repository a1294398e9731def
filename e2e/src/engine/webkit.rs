//! `MiniBrowser` of `WebKitGTK` over `WebKitWebDriver`, on a virtual display, as it has no headless mode.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::{Capabilities, SessionId, WebDriver};
use tokio::runtime::Runtime;

use super::process::{Process, command};
use super::{Command, Transport};
use crate::chromium::{TIMEOUT, message, until};

/// Names the `WebKitWebDriver` to use.
const DRIVER_VARIABLE: &str = "KERBQUAY_WEBKIT_DRIVER";
/// Names the `Xvfb` to use.
const DISPLAY_VARIABLE: &str = "KERBQUAY_XVFB";
/// How often starting the driver is attempted.
const START_ATTEMPTS: usize = 5;

/// `MiniBrowser` with one session.
#[derive(Debug)]
pub struct WebKit {
    runtime: Runtime,
    session: WebDriver,
    // Dropped in this order: without its display, the browser exits even if its driver has not ended it.
    _driver: Process,
    _display: Process,
}

impl WebKit {
    /// Starts display, driver and browser, with `home` as their home directory.
    ///
    /// # Errors
    /// One of them is not installed or does not start.
    pub fn start(home: &Path) -> Result<Self, String> {
        disable_animations(home).map_err(|error| format!("no settings for WebKitGTK: {error}"))?;
        let (display, number) = display(home)?;
        // Two drivers that start at the same moment may choose the same port: one of them exits then.
        for _ in 0..START_ATTEMPTS {
            let port = free_port().map_err(|error| format!("no port for WebKitWebDriver: {error}"))?;
            let mut driver = driver(home, &number, port)?;
            if !listens(&mut driver, port)? {
                continue;
            }
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|error| format!("no runtime for HTTP: {error}"))?;
            let session = WebDriver::builder(format!("http://127.0.0.1:{port}"), Capabilities::new());
            let session = runtime
                .block_on(session.request_timeout(TIMEOUT).connect())
                .map_err(|error| format!("MiniBrowser cannot be started: {}", message(&error)))?;
            return Ok(Self { runtime, session, _driver: driver, _display: display });
        }
        Err("WebKitWebDriver exits at once".to_owned())
    }
}

impl Transport for WebKit {
    fn send(&self, command: &Command) -> Result<Value, String> {
        let response = self.runtime.block_on(self.session.cmd(Request(command)));
        response.and_then(thirtyfour::session::http::CmdResponse::value_json).map_err(|error| message(&error))
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        // This fails if the browser has exited; driver and display are killed in any case.
        let _ = self.runtime.block_on(self.session.clone().quit());
    }
}

/// A command as an HTTP request.
#[derive(Debug)]
struct Request<'c>(&'c Command);

impl FormatRequestData for Request<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Command { path, parameters, .. } = self.0;
        let method = if parameters.is_null() { "GET" } else { "POST" };
        let method = method.parse().expect("both are methods");
        let request = RequestData::new(method, format!("session/{session}/{path}"));
        if parameters.is_null() { request } else { request.add_body(parameters.clone()) }
    }
}

/// Starts a virtual display; returns its number, too.
fn display(home: &Path) -> Result<(Process, String), String> {
    let mut xvfb = command(DISPLAY_VARIABLE, "Xvfb", home);
    // Xvfb chooses a free number and prints it as soon as it accepts connections.
    xvfb.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    xvfb.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut display = Process::start(&mut xvfb)
        .map_err(|why| format!("{why}; install Xvfb (the package xvfb), or name it in {DISPLAY_VARIABLE}"))?;
    let mut lines = BufReader::new(display.stdout().expect("its output is piped")).lines();
    let number = lines.next().and_then(Result::ok).ok_or("Xvfb exited before it had a display")?;
    Ok((display, number))
}

fn driver(home: &Path, display: &str, port: u16) -> Result<Process, String> {
    let mut driver = command(DRIVER_VARIABLE, "WebKitWebDriver", home);
    driver.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    driver.env("DISPLAY", format!(":{display}")).env("GDK_BACKEND", "x11");
    // Without a message bus there is no accessibility bus, which GTK would try to start.
    driver.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
    // Without a GPU, compiling the shaders delays the first frame by about five seconds.
    driver.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    Process::start(&mut driver)
        .map_err(|why| format!("{why}; install the package webkit2gtk-driver, or name it in {DRIVER_VARIABLE}"))
}

/// Waits until the driver accepts connections; false if it has exited.
fn listens(driver: &mut Process, port: u16) -> Result<bool, String> {
    until(|| match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
        _ if driver.has_exited() => Ok(false),
        Ok(_) => Ok(true),
        Err(error) => Err(format!("WebKitWebDriver does not accept connections: {error}")),
    })
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Sets GTK's preference that pages see as `prefers-reduced-motion`: the tests do not wait for animations.
fn disable_animations(home: &Path) -> std::io::Result<()> {
    let folder = home.join(".config/gtk-3.0");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")
}
