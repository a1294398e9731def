//! Chromium, driven by chromedriver and a direct `DevTools` connection. Every function blocks: a scenario is a
//! sequence.

mod devtools;
mod pool;

use std::cell::RefCell;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use self::devtools::DevTools;
use self::pool::{Lease, PooledBrowser};

/// A chromedriver process. One process serves any number of browsers.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: String,
    /// The browsers of the pool that no test uses at the moment.
    idle: Mutex<Vec<PooledBrowser>>,
}

impl Driver {
    /// The driver that all tests of this process share. It ends when the last of them drops it.
    ///
    /// # Errors
    /// chromedriver cannot be started.
    pub fn shared() -> Result<Arc<Self>, String> {
        static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().map_err(|_| "another test panicked while it started the driver".to_owned())?;
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Starts the chromedriver that `KERBQUAY_CHROMEDRIVER` names, by default the one on the path.
    ///
    /// # Errors
    /// chromedriver cannot be started.
    pub fn start() -> Result<Self, String> {
        let program = env::var_os("KERBQUAY_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        // Two drivers that start at the same moment may choose the same port: one of them exits then.
        for _ in 0..START_ATTEMPTS {
            if let Some(driver) = Self::try_to_start(&program)? {
                return Ok(driver);
            }
        }
        Err(format!("{} exits at once", Path::new(&program).display()))
    }

    /// A driver; none if its process exits at once.
    fn try_to_start(program: &OsStr) -> Result<Option<Self>, String> {
        let mut process =
            Command::new(program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(
                |error| {
                    format!(
                        "{} cannot be started: {error}; install chromedriver, or name it in KERBQUAY_CHROMEDRIVER",
                        Path::new(program).display()
                    )
                },
            )?;
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        // The driver would block on a full pipe.
        thread::spawn(move || lines.for_each(drop));
        let Some(port) = port else {
            kill(&mut process);
            return Ok(None);
        };
        Ok(Some(Self { process, address: format!("http://127.0.0.1:{port}"), idle: Mutex::default() }))
    }

    /// Takes an idle browser with these options out of the pool.
    fn take_idle(&self, options: &BrowserOptions) -> Option<PooledBrowser> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let index = idle.iter().position(|browser| browser.fits(options))?;
        Some(idle.swap_remove(index))
    }

    /// Returns a browser to the pool.
    fn return_idle(&self, browser: PooledBrowser) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Browsers end by a command to the driver.
        self.idle.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        kill(&mut self.process);
    }
}

fn kill(process: &mut Child) {
    // Both fail only if the process has exited already.
    let _ = process.kill();
    let _ = process.wait();
}

/// The options of a browser.
#[derive(Clone, Debug)]
pub struct BrowserOptions {
    /// The preferred languages, as in `Accept-Language`.
    pub languages: &'static str,
    /// Width and height of the window in pixels.
    pub window: (u32, u32),
    /// Whether a phone is emulated: touch input and a mobile viewport.
    pub phone: bool,
    /// Whether every request is logged, for [`Chromium::requests`].
    pub logs_requests: bool,
}

impl Default for BrowserOptions {
    fn default() -> Self {
        Self { languages: "en", window: (1400, 1000), phone: false, logs_requests: false }
    }
}

/// A browser with a profile of its own, and its current tab.
#[derive(Debug)]
pub struct Chromium {
    running: Arc<Running>,
    /// For a browser of the pool: what the test holds of it.
    lease: Option<Lease>,
    /// The `DevTools` session with the current tab, once there is one.
    session: RefCell<Option<String>>,
    // Declared last: the driver outlives the browser.
    driver: Arc<Driver>,
}

/// A browser process.
#[derive(Debug)]
struct Running {
    runtime: Runtime,
    webdriver: WebDriver,
    devtools: DevTools,
    /// The folder of the profile and of downloads.
    folder: TempDir,
}

impl Running {
    fn start(driver: &Driver, options: &BrowserOptions) -> Result<Self, String> {
        let folder = TempDir::with_prefix("kerb-quay-").map_err(|error| format!("no folder for a profile: {error}"))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| format!("no runtime for WebDriver: {error}"))?;
        let capabilities = capabilities(folder.path(), options).map_err(|error| error.to_string())?;
        let webdriver = runtime
            .block_on(async { WebDriver::new(&driver.address, capabilities).await })
            .map_err(|error| format!("Chromium cannot be started: {}", message(&error)))?;
        let devtools = DevTools::connect(&folder.path().join(PROFILE))?;
        Ok(Self { runtime, webdriver, devtools, folder })
    }

    fn wait_for<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.runtime.block_on(command).map_err(|error| message(&error))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // This fails only if the browser has exited already.
        let _ = self.runtime.block_on(self.webdriver.clone().quit());
    }
}

/// How often starting the driver is attempted.
const START_ATTEMPTS: usize = 5;
/// How long [`until`] waits, and how long a browser may take for one command.
pub const TIMEOUT: Duration = Duration::from_secs(45);

impl Chromium {
    /// Starts the browser that `KERBQUAY_CHROMIUM` names, by default the one on the path.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(driver: Arc<Driver>, options: &BrowserOptions) -> Result<Self, String> {
        let running = Arc::new(Running::start(&driver, options)?);
        let chromium = Self { running, lease: None, session: RefCell::default(), driver };
        chromium.emulate_phone_if(options)?;
        Ok(chromium)
    }

    /// A browser of the pool, in the state of one that has just been started; dropping it returns it to the pool. A
    /// browser that logs its requests is always started, as its log covers its whole life.
    ///
    /// # Errors
    /// The pool is empty, and no browser can be started.
    pub fn from_pool(driver: Arc<Driver>, options: &BrowserOptions) -> Result<Self, String> {
        if options.logs_requests {
            return Self::start(driver, options);
        }
        let mut lease = None;
        while lease.is_none()
            && let Some(browser) = driver.take_idle(options)
        {
            // A browser that cannot be leased is dropped.
            lease = Lease::of(browser, options.window).ok();
        }
        let lease = match lease {
            Some(lease) => lease,
            None => Lease::of(PooledBrowser::start(&driver, options)?, options.window)?,
        };
        let chromium = Self { running: lease.running(), lease: Some(lease), session: RefCell::default(), driver };
        chromium.emulate_phone_if(options)?;
        Ok(chromium)
    }

    fn emulate_phone_if(&self, options: &BrowserOptions) -> Result<(), String> {
        if options.phone {
            let (width, height) = options.window;
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
            self.devtools("Emulation.setDeviceMetricsOverride", size)?;
            self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
        }
        Ok(())
    }

    /// Renders the window at half its resolution, or at all of it. The layout stays the same; rendering takes less
    /// time.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn set_low_resolution(&self, is_low: bool) -> Result<(), String> {
        if is_low {
            let scale = json!({ "width": 0, "height": 0, "deviceScaleFactor": 0.5, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", scale)?;
        } else {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
        }
        Ok(())
    }

    /// Navigates to an address and waits for the `load` event.
    ///
    /// # Errors
    /// The page cannot be loaded.
    pub fn open(&self, address: &str) -> Result<(), String> {
        self.wait_for(self.running.webdriver.goto(address)).map_err(|why| format!("{address} cannot be opened: {why}"))
    }

    /// Reloads the page and waits for the `load` event.
    ///
    /// # Errors
    /// The page cannot be loaded.
    pub fn reload(&self) -> Result<(), String> {
        self.wait_for(self.running.webdriver.refresh())
    }

    /// Runs a script as the body of a function and returns its return value.
    ///
    /// # Errors
    /// The script throws, or its value is not a `T`.
    pub fn evaluate<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        self.evaluate_expression(&format!("(function () {{ {script}\n }}).apply(null, {})", Value::from(arguments)))
    }

    /// Runs an asynchronous script: its last argument is a callback, which it calls with the return value.
    ///
    /// # Errors
    /// The script throws, does not call back within [`TIMEOUT`], or its value is not a `T`.
    pub fn evaluate_async<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        let arguments = Value::from(arguments);
        self.evaluate_expression(&format!(
            "new Promise((found) => (function () {{ {script}\n }}).apply(null, [...{arguments}, found]))"
        ))
    }

    fn evaluate_expression<T: DeserializeOwned>(&self, expression: &str) -> Result<T, String> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.send("Runtime.evaluate", &parameters)?;
        let thrown = &answer["exceptionDetails"];
        if !thrown.is_null() {
            let why = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            return Err(format!("the script throws: {}", why.lines().next().unwrap_or_default()));
        }
        let value = answer["result"]["value"].take();
        serde_json::from_value(value).map_err(|error| format!("the script returns an unexpected value: {error}"))
    }

    /// Sends a `DevTools` command to the current tab directly, which is faster than by the driver. Settings that have
    /// to outlast the session with the tab are made by [`Chromium::devtools`].
    ///
    /// # Errors
    /// The browser rejects the command.
    pub fn send(&self, command: &str, parameters: &Value) -> Result<Value, String> {
        let mut session = self.session.borrow_mut();
        let devtools = &self.running.devtools;
        let session = match &mut *session {
            Some(session) => session,
            none => none.insert(devtools.attach(&self.wait_for(self.running.webdriver.window())?.to_string())?),
        };
        devtools.send_to_tab(session, command, parameters)
    }

    /// Finds an element of the page; none if there is no such element.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn find(&self, css: &str) -> Result<Option<WebElement>, String> {
        match self.running.runtime.block_on(self.running.webdriver.find(By::Css(css))) {
            Ok(found) => Ok(Some(found)),
            Err(error) if matches!(error.as_inner(), WebDriverErrorInner::NoSuchElement(_)) => Ok(None),
            Err(error) => Err(message(&error)),
        }
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// It cannot be clicked.
    pub fn click(&self, element: &WebElement) -> Result<(), String> {
        self.wait_for(element.click())
    }

    /// Clicks a point of the viewport with the mouse.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn click_at(&self, x: i32, y: i32) -> Result<(), String> {
        for kind in ["mousePressed", "mouseReleased"] {
            let mouse = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.send("Input.dispatchMouseEvent", &mouse)?;
        }
        Ok(())
    }

    /// Types into an element. Characters from U+E000 on are the `WebDriver` standard's codes of keys.
    ///
    /// # Errors
    /// The element cannot be typed into.
    pub fn type_into(&self, element: &WebElement, text: &str) -> Result<(), String> {
        self.wait_for(element.send_keys(text))
    }

    /// Sends a `DevTools` command to the current tab by the driver.
    ///
    /// # Errors
    /// The browser rejects the command.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value, String> {
        self.wait_for(self.running.webdriver.cdp().send_raw(command, parameters))
    }

    /// Opens another tab of the same profile and switches to it. Returns the tab before and the new one.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn new_tab(&self) -> Result<(WindowHandle, WindowHandle), String> {
        let webdriver = &self.running.webdriver;
        let before = self.wait_for(webdriver.window())?;
        let tab = match &self.lease {
            Some(lease) => lease.new_tab()?,
            // The driver opens it in the default profile.
            None => self.wait_for(webdriver.new_tab())?,
        };
        self.switch_to(&tab)?;
        Ok((before, tab))
    }

    /// Switches to another tab.
    ///
    /// # Errors
    /// There is no such tab.
    pub fn switch_to(&self, tab: &WindowHandle) -> Result<(), String> {
        self.session.take();
        self.wait_for(self.running.webdriver.switch_to_window(tab.clone()))
    }

    /// Writes a screenshot of the viewport to a PNG file.
    ///
    /// # Errors
    /// The screenshot cannot be taken, or the file cannot be written.
    pub fn screenshot(&self, file: &Path) -> Result<(), String> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{} cannot be created: {error}", folder.display()))?;
        }
        self.wait_for(self.running.webdriver.screenshot(file))
    }

    /// The folder into which the browser downloads.
    pub fn downloads(&self) -> PathBuf {
        match &self.lease {
            Some(lease) => lease.downloads().to_owned(),
            None => self.running.folder.path().join(DOWNLOADS),
        }
    }

    /// Ends the browser and returns the requests in its log: the origin that made each, and its address. Requests of
    /// the browser itself are left out.
    ///
    /// # Errors
    /// The browser was started without [`BrowserOptions::logs_requests`].
    pub fn requests(self) -> Result<Vec<(String, String)>, String> {
        let log = self.running.folder.path().join(REQUESTS);
        self.wait_for(self.running.webdriver.clone().quit())?;
        until(|| {
            let text = fs::read_to_string(&log).map_err(|error| format!("there is no net log: {error}"))?;
            let log: Value =
                serde_json::from_str(&text).map_err(|error| format!("the net log is incomplete: {error}"))?;
            let events = log["events"].as_array().ok_or("the net log has no events")?;
            let requests = events.iter().filter_map(|event| {
                let [from, to] = ["initiator", "url"].map(|name| event["params"][name].as_str());
                from.filter(|from| *from != "not an origin").zip(to)
            });
            Ok(requests.map(|(from, to)| (from.to_owned(), to.to_owned())).collect())
        })
    }

    fn wait_for<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.running.wait_for(command)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // After a panic, or if the profile cannot be removed, the browser ends instead of returning to the pool.
        if let Some(lease) = self.lease.take()
            && !thread::panicking()
            && let Ok(browser) = lease.end()
        {
            self.driver.return_idle(browser);
        }
    }
}

/// Repeats an attempt until it succeeds.
///
/// # Errors
/// The last error of `attempt`, after [`TIMEOUT`].
pub fn until<T>(mut attempt: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Ok(value) => return Ok(value),
            Err(why) if begun.elapsed() > TIMEOUT => return Err(why),
            Err(_) => thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// A host name that the browsers resolve to this machine and that is not a secure context, like a host in a local
/// network. The domain is reserved for tests (RFC 6761).
const NETWORK_NAME: &str = "kerb-and-quay.test";

/// The address of a server on this machine under a name that is not a secure context.
pub fn insecure(address: &str) -> String {
    address.replace("127.0.0.1", NETWORK_NAME)
}

/// The net log, the profile and the downloads in the folder of a browser.
const REQUESTS: &str = "requests.json";
const PROFILE: &str = "profile";
const DOWNLOADS: &str = "downloads";

fn capabilities(folder: &Path, options: &BrowserOptions) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let binary = env::var_os("KERBQUAY_CHROMIUM").map(PathBuf::from).or_else(on_path);
    if let Some(binary) = binary.as_deref().and_then(Path::to_str) {
        capabilities.set_binary(binary)?;
    }
    let (width, height) = options.window;
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        "--disable-audio-output",
        "--no-first-run",
        // The tests do not wait for animations, each frame of which takes CPU time.
        "--force-prefers-reduced-motion",
        // A page that was left would still run in the cache.
        "--disable-back-forward-cache",
        // The name of an origin that is not a secure context.
        &format!("--host-resolver-rules=MAP {NETWORK_NAME} 127.0.0.1"),
        &format!("--user-data-dir={}", folder.join(PROFILE).display()),
        &format!("--window-size={width},{height}"),
        &format!("--lang={}", options.languages),
        &format!("--accept-lang={}", options.languages),
    ] {
        capabilities.add_arg(argument)?;
    }
    if options.logs_requests {
        capabilities.add_arg(&format!("--log-net-log={}", folder.join(REQUESTS).display()))?;
    }
    let downloads = folder.join(DOWNLOADS).display().to_string();
    capabilities.add_experimental_option(
        "prefs",
        json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            "intl.accept_languages": options.languages,
        }),
    )?;
    Ok(capabilities)
}

fn on_path() -> Option<PathBuf> {
    let folders: Vec<_> = env::split_paths(&env::var_os("PATH")?).collect();
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The message of an error, without the status, the session and the stack trace of the driver.
pub(crate) fn message(error: &WebDriverError) -> String {
    shortened(&error.to_string())
}

fn shortened(text: &str) -> String {
    let lines = text.lines().map(str::trim).take_while(|line| *line != "Stacktrace:");
    let is_message = |line: &&str| {
        !line.is_empty()
            && !line.starts_with("(Session info")
            && !line.starts_with("Status:")
            && *line != "Additional info:"
    };
    lines.filter(is_message).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_driver_is_one_line_without_a_stack_trace() {
        let text = "Unknown error:     \n    Status: 500\n    Additional info:\n        unknown error: refused\n          \
                    (Session info: chrome=156)\n        Stacktrace:\n            #0 0x56 <unknown>\n";
        assert_eq!(shortened(text), "Unknown error: unknown error: refused");
    }
}
