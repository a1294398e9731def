//! Chromium, started by its own driver and ended with it. Everything here waits: a scenario is one thing after another.

mod devtools;
mod guest;

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
use self::guest::{Guest, Host};
use crate::served::NETWORK_NAME;

/// The driver: one process serves any number of browsers.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: String,
    /// Browsers that nobody has at the moment; they end with it.
    hosts: Mutex<Vec<Host>>,
}

impl Driver {
    /// The one that tests share which run at the same time; the last of them ends it.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn shared() -> Result<Arc<Self>, String> {
        static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().map_err(|_| "another test failed while it started the driver".to_owned())?;
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    /// Starts the driver that `KERBQUAY_CHROMEDRIVER` names, or else `chromedriver`.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn start() -> Result<Self, String> {
        let program = env::var_os("KERBQUAY_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        // Drivers that start at the same moment may choose the same port: then one of them ends at once.
        for _ in 0..STARTS_TRIED {
            if let Some(driver) = Self::try_to_start(&program)? {
                return Ok(driver);
            }
        }
        Err(format!("{} ended before it had begun", Path::new(&program).display()))
    }

    /// A driver, or none if it has ended at once.
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
        let told = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(told).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        // Whatever else it tells is read, too: a full pipe would stop it.
        thread::spawn(move || lines.for_each(drop));
        let Some(port) = port else {
            end(&mut process);
            return Ok(None);
        };
        Ok(Some(Self { process, address: format!("http://127.0.0.1:{port}"), hosts: Mutex::default() }))
    }

    /// A browser like this that nobody has at the moment.
    fn free_host(&self, manner: &Manner) -> Option<Host> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let place = hosts.iter().position(|host| host.suits(manner))?;
        Some(hosts.swap_remove(place))
    }

    /// Nobody has this browser any more.
    fn set_free(&self, host: Host) {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner).push(host);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It is what tells them to end.
        self.hosts.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        end(&mut self.process);
    }
}

fn end(process: &mut Child) {
    // It has ended already if this does not succeed.
    let _ = process.kill();
    let _ = process.wait();
}

/// How a browser is to be.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The languages that it asks for.
    pub languages: &'static str,
    /// Its window, across and down.
    pub window: (u32, u32),
    /// Whether it is a phone: touched, and with a phone's idea of a page's width.
    pub phone: bool,
    /// Whether it writes down every request that it makes; [`Chromium::requests`] tells them.
    pub notes_requests: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self { languages: "en", window: (1400, 1000), phone: false, notes_requests: false }
    }
}

/// One browser with a profile of its own.
#[derive(Debug)]
pub struct Chromium {
    running: Arc<Running>,
    /// Who has it for a while, if others are to have it again.
    guest: Option<Guest>,
    /// What the tab in front is called on the browser's own line, once it has been told something on it.
    tab: RefCell<Option<String>>,
    // The process that serves it outlives it.
    served_by: Arc<Driver>,
}

/// A browser, as long as it runs.
#[derive(Debug)]
struct Running {
    runtime: Runtime,
    driver: WebDriver,
    devtools: DevTools,
    /// The profile; and what it downloads.
    profile: TempDir,
}

impl Running {
    fn start(served_by: &Driver, manner: &Manner) -> Result<Self, String> {
        let profile = TempDir::with_prefix("kerb-quay-").map_err(|error| format!("there is no room: {error}"))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| format!("nothing can wait here: {error}"))?;
        let capabilities = capabilities(profile.path(), manner).map_err(|error| error.to_string())?;
        let driver = runtime
            .block_on(async { WebDriver::new(&served_by.address, capabilities).await })
            .map_err(|error| format!("Chromium cannot be started: {}", sentence(&error)))?;
        let devtools = DevTools::connect(&profile.path().join(PROFILE))?;
        Ok(Self { runtime, driver, devtools, profile })
    }

    fn wait_for<T>(&self, something: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.runtime.block_on(something).map_err(|error| sentence(&error))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A browser that has gone away already cannot be told to.
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}

/// So many drivers are started before it is given up.
const STARTS_TRIED: usize = 5;
/// How long anything on a page may take to come true.
pub const PATIENCE: Duration = Duration::from_secs(45);

impl Chromium {
    /// Starts a browser: the one that `KERBQUAY_CHROMIUM` names, or else the one on the path.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn start(served_by: Arc<Driver>, manner: &Manner) -> Result<Self, String> {
        let running = Arc::new(Running::start(&served_by, manner)?);
        let chromium = Self { running, guest: None, tab: RefCell::default(), served_by };
        chromium.be_a_phone_if(manner)?;
        Ok(chromium)
    }

    /// A browser that others may have had before and will have again, as new as one that has been started. One that
    /// notes its requests is started, as its notes are about all that it has ever done.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn lent(served_by: Arc<Driver>, manner: &Manner) -> Result<Self, String> {
        if manner.notes_requests {
            return Self::start(served_by, manner);
        }
        let mut guest = None;
        while guest.is_none()
            && let Some(host) = served_by.free_host(manner)
        {
            // One that can have no guests any more ends here.
            guest = Guest::of(host, manner.window).ok();
        }
        let guest = match guest {
            Some(guest) => guest,
            None => Guest::of(Host::start(&served_by, manner)?, manner.window)?,
        };
        let chromium = Self { running: guest.running(), guest: Some(guest), tab: RefCell::default(), served_by };
        chromium.be_a_phone_if(manner)?;
        Ok(chromium)
    }

    fn be_a_phone_if(&self, manner: &Manner) -> Result<(), String> {
        if manner.phone {
            let (width, height) = manner.window;
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
            self.devtools("Emulation.setDeviceMetricsOverride", size)?;
            self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
        }
        Ok(())
    }

    /// Has the window drawn with a quarter of its dots, or with all of them. Nothing on the page is anywhere else for
    /// that, and a processor that has to do the drawing has less to do.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn draw_coarsely(&self, coarsely: bool) -> Result<(), String> {
        if coarsely {
            let scale = json!({ "width": 0, "height": 0, "deviceScaleFactor": 0.5, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", scale)?;
        } else {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
        }
        Ok(())
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// A sentence that says why there is nothing.
    pub fn open(&self, address: &str) -> Result<(), String> {
        self.wait_for(self.running.driver.goto(address)).map_err(|why| format!("{address} cannot be opened: {why}"))
    }

    /// Loads the page once more.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn reload(&self) -> Result<(), String> {
        self.wait_for(self.running.driver.refresh())
    }

    /// Looks at the page by a script that changes nothing.
    ///
    /// # Errors
    /// The script's own error, in a sentence.
    pub fn look<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        self.evaluate(&format!("(function () {{ {script}\n }}).apply(null, {})", Value::from(arguments)))
    }

    /// The same for a script that waits; it calls its last argument with what it has found.
    ///
    /// # Errors
    /// The script's own error, in a sentence.
    pub fn look_long<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        let arguments = Value::from(arguments);
        self.evaluate(&format!(
            "new Promise((found) => (function () {{ {script}\n }}).apply(null, [...{arguments}, found]))"
        ))
    }

    fn evaluate<T: DeserializeOwned>(&self, expression: &str) -> Result<T, String> {
        let arguments = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.tell("Runtime.evaluate", &arguments)?;
        let thrown = &answer["exceptionDetails"];
        if !thrown.is_null() {
            let why = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            return Err(format!("the script ends with an error: {}", why.lines().next().unwrap_or_default()));
        }
        let found = answer["result"]["value"].take();
        serde_json::from_value(found).map_err(|error| format!("the script finds something else: {error}"))
    }

    /// Sends a command to the tab in front on the browser's own line: the driver would have the browser and the page
    /// work for each. What is to last until another command comes is better told by [`Chromium::devtools`].
    ///
    /// # Errors
    /// A sentence that says why it is not obeyed.
    pub fn tell(&self, command: &str, arguments: &Value) -> Result<Value, String> {
        let mut tab = self.tab.borrow_mut();
        let devtools = &self.running.devtools;
        let tab = match &mut *tab {
            Some(tab) => tab,
            none => none.insert(devtools.attach(&self.wait_for(self.running.driver.window())?.to_string())?),
        };
        devtools.send_to_tab(tab, command, arguments)
    }

    /// Finds one thing on the page; none if it is not there.
    ///
    /// # Errors
    /// A sentence that says why it cannot look.
    pub fn find(&self, css: &str) -> Result<Option<WebElement>, String> {
        match self.running.runtime.block_on(self.running.driver.find(By::Css(css))) {
            Ok(found) => Ok(Some(found)),
            Err(error) if matches!(error.as_inner(), WebDriverErrorInner::NoSuchElement(_)) => Ok(None),
            Err(error) => Err(sentence(&error)),
        }
    }

    /// Clicks something.
    ///
    /// # Errors
    /// A sentence that says why it cannot be clicked.
    pub fn click(&self, thing: &WebElement) -> Result<(), String> {
        self.wait_for(thing.click())
    }

    /// Clicks a point of the window with the mouse.
    ///
    /// # Errors
    /// A sentence that says why it cannot be clicked.
    pub fn click_at(&self, x: i32, y: i32) -> Result<(), String> {
        for kind in ["mousePressed", "mouseReleased"] {
            let mouse = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.tell("Input.dispatchMouseEvent", &mouse)?;
        }
        Ok(())
    }

    /// Types into something. Letters from U+E000 on are keys, as the `WebDriver` standard numbers them.
    ///
    /// # Errors
    /// A sentence that says why nothing can be typed there.
    pub fn type_into(&self, thing: &WebElement, text: &str) -> Result<(), String> {
        self.wait_for(thing.send_keys(text))
    }

    /// A chain of movements and buttons of the mouse, and of keys.
    pub fn hand(&self) -> thirtyfour::action_chain::ActionChain {
        self.running.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// Does what a chain says.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn perform(&self, chain: &thirtyfour::action_chain::ActionChain) -> Result<(), String> {
        self.wait_for(chain.perform())
    }

    /// Sends a command of the browser's development tools.
    ///
    /// # Errors
    /// A sentence that says why it is not obeyed.
    pub fn devtools(&self, command: &str, arguments: Value) -> Result<Value, String> {
        self.wait_for(self.running.driver.cdp().send_raw(command, arguments))
    }

    /// Opens another tab of the same profile and goes there; says which tab was left and which is in front.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn new_tab(&self) -> Result<(WindowHandle, WindowHandle), String> {
        let driver = &self.running.driver;
        let left = self.wait_for(driver.window())?;
        let tab = match &self.guest {
            Some(guest) => guest.new_tab()?,
            // The driver opens it in the browser's own profile.
            None => self.wait_for(driver.new_tab())?,
        };
        self.switch_to(&tab)?;
        Ok((left, tab))
    }

    /// Goes to another tab.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn switch_to(&self, tab: &WindowHandle) -> Result<(), String> {
        self.tab.take();
        self.wait_for(self.running.driver.switch_to_window(tab.clone()))
    }

    /// Takes a picture of the page.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn picture(&self, file: &Path) -> Result<(), String> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        }
        self.wait_for(self.running.driver.screenshot(file))
    }

    /// Where this browser puts what it downloads.
    pub fn downloads(&self) -> PathBuf {
        match &self.guest {
            Some(guest) => guest.downloads().to_owned(),
            None => self.running.profile.path().join(DOWNLOADS),
        }
    }

    /// Ends it, and tells what it has requested: from which origin, which address. Only requests of pages and workers
    /// count, not those that the browser makes for itself.
    ///
    /// # Errors
    /// A sentence, if it has not been asked to write them down.
    pub fn requests(self) -> Result<Vec<(String, String)>, String> {
        let notes = self.running.profile.path().join(REQUESTS);
        self.wait_for(self.running.driver.clone().quit())?;
        until(|| {
            let text = fs::read_to_string(&notes).map_err(|error| format!("no requests were noted: {error}"))?;
            let notes: Value = serde_json::from_str(&text).map_err(|error| format!("half of them: {error}"))?;
            let events = notes["events"].as_array().ok_or("no events were noted")?;
            let requests = events.iter().filter_map(|event| {
                let [from, to] = ["initiator", "url"].map(|name| event["params"][name].as_str());
                from.filter(|from| *from != "not an origin").zip(to)
            });
            Ok(requests.map(|(from, to)| (from.to_owned(), to.to_owned())).collect())
        })
    }

    fn wait_for<T>(&self, something: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.running.wait_for(something)
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // After a mistake in a test, or where something of it would stay, nobody else has the browser: it ends.
        if let Some(guest) = self.guest.take()
            && !thread::panicking()
            && let Ok(host) = guest.leave()
        {
            self.served_by.set_free(host);
        }
    }
}

/// Looks again and again until there is something to be had.
///
/// # Errors
/// What `look` said last, once [`PATIENCE`] is over.
pub fn until<T>(mut look: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let begun = Instant::now();
    loop {
        match look() {
            Ok(found) => return Ok(found),
            Err(why) if begun.elapsed() > PATIENCE => return Err(why),
            Err(_) => thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// Where it writes down its requests, in its profile.
const REQUESTS: &str = "requests.json";
/// Beside it: what the browser keeps, and what it downloads.
const PROFILE: &str = "profile";
const DOWNLOADS: &str = "downloads";

fn capabilities(profile: &Path, manner: &Manner) -> WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let binary = env::var_os("KERBQUAY_CHROMIUM").map(PathBuf::from).or_else(on_path);
    if let Some(binary) = binary.as_deref().and_then(Path::to_str) {
        capabilities.set_binary(binary)?;
    }
    let (width, height) = manner.window;
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        // Nobody listens.
        "--disable-audio-output",
        "--no-first-run",
        // What moves for the eye's sake would have to be waited for, and each frame of it is drawn by the processor.
        "--force-prefers-reduced-motion",
        // Of a page that was left nothing goes on in the background.
        "--disable-back-forward-cache",
        // An address that is no secure context, as in a local network.
        &format!("--host-resolver-rules=MAP {NETWORK_NAME} 127.0.0.1"),
        &format!("--user-data-dir={}", profile.join(PROFILE).display()),
        &format!("--window-size={width},{height}"),
        &format!("--lang={}", manner.languages),
        &format!("--accept-lang={}", manner.languages),
    ] {
        capabilities.add_arg(argument)?;
    }
    if manner.notes_requests {
        capabilities.add_arg(&format!("--log-net-log={}", profile.join(REQUESTS).display()))?;
    }
    let downloads = profile.join(DOWNLOADS).display().to_string();
    capabilities.add_experimental_option(
        "prefs",
        json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            "intl.accept_languages": manner.languages,
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

/// What the driver says is wrong, without its own addresses.
pub(crate) fn sentence(error: &WebDriverError) -> String {
    shortened(&error.to_string())
}

fn shortened(told: &str) -> String {
    let lines = told.lines().map(str::trim).take_while(|line| *line != "Stacktrace:");
    let is_news = |line: &&str| !line.is_empty() && !line.starts_with("(Session info") && !line.starts_with("Status:");
    lines.filter(is_news).filter(|line| *line != "Additional info:").collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_the_driver_is_a_line_without_its_addresses() {
        let told = "Unknown error:     \n    Status: 500\n    Additional info:\n        unknown error: refused\n          \
                    (Session info: chrome=156)\n        Stacktrace:\n            #0 0x56 <unknown>\n";
        assert_eq!(shortened(told), "Unknown error: unknown error: refused");
    }
}
