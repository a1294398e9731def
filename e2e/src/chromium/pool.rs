//! A pool of browsers that tests use one after another: starting a browser takes seconds of CPU time.
//!
//! Each test has a browser context of its own: cookies, storage, caches, workers and permissions in memory. When the
//! test ends, the browser closes the context with its windows. Settings of a window (size, touch, colours, offline)
//! end with the window, so nothing has to be reset.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WindowHandle;

use super::{BrowserOptions, Driver, Running, until};

/// A browser of the pool.
#[derive(Debug)]
pub struct PooledBrowser {
    running: Arc<Running>,
    languages: &'static str,
    /// An empty window, which keeps the browser open between two tests.
    home: WindowHandle,
}

impl PooledBrowser {
    /// Starts a browser.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(driver: &Driver, options: &BrowserOptions) -> Result<Self, String> {
        let running = Running::start(driver, options)?;
        // The first page would run beside the tests.
        running.wait_for(running.webdriver.goto("about:blank"))?;
        let home = running.wait_for(running.webdriver.window())?;
        Ok(Self { running: Arc::new(running), languages: options.languages, home })
    }

    /// Whether this browser can have these options. Only its languages are fixed: windows and phones are those of a
    /// context.
    pub fn fits(&self, options: &BrowserOptions) -> bool {
        self.languages == options.languages
    }

    /// The browser itself.
    pub fn running(&self) -> Arc<Running> {
        Arc::clone(&self.running)
    }
}

/// A browser of the pool with a context for one test.
#[derive(Debug)]
pub struct Lease {
    browser: PooledBrowser,
    /// The name of the context in `DevTools`.
    context: String,
    downloads: TempDir,
}

impl Lease {
    /// Creates a context with one window and switches to the window.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn of(browser: PooledBrowser, (width, height): (u32, u32)) -> Result<Self, String> {
        let downloads =
            TempDir::with_prefix("kerb-quay-").map_err(|error| format!("no folder for downloads: {error}"))?;
        let created =
            browser.running.devtools.send("Target.createBrowserContext", &json!({ "disposeOnDetach": true }))?;
        let context = created["browserContextId"].as_str().ok_or("the browser creates no context")?.to_owned();
        let lease = Self { browser, context, downloads };
        lease.send("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": lease.downloads() }))?;
        let window = lease.open(json!({ "newWindow": true, "width": width, "height": height }))?;
        let running = &lease.browser.running;
        running.wait_for(running.webdriver.switch_to_window(window))?;
        Ok(lease)
    }

    /// The browser itself.
    pub fn running(&self) -> Arc<Running> {
        self.browser.running()
    }

    /// The folder into which the browser downloads.
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// Opens another tab and does not switch to it.
    ///
    /// # Errors
    /// The browser reports an error.
    pub fn new_tab(&self) -> Result<WindowHandle, String> {
        self.open(json!({}))
    }

    fn open(&self, mut parameters: Value) -> Result<WindowHandle, String> {
        parameters["url"] = json!("about:blank");
        let opened = self.send("Target.createTarget", parameters)?;
        let window = opened["targetId"].as_str().ok_or("the browser opens no window")?;
        Ok(WindowHandle::from(window.to_owned()))
    }

    /// Sends a `DevTools` command about the context.
    fn send(&self, command: &str, mut parameters: Value) -> Result<Value, String> {
        parameters["browserContextId"] = json!(self.context);
        self.browser.running.devtools.send(command, &parameters)
    }

    /// Closes the context; the browser can be leased again.
    ///
    /// # Errors
    /// A window stays open, or the browser reports an error. The browser must not be used again then.
    pub fn end(self) -> Result<PooledBrowser, String> {
        let (running, home) = (&self.browser.running, &self.browser.home);
        let webdriver = &running.webdriver;
        // The driver keeps the state of pressed keys and buttons itself.
        running.wait_for(webdriver.action_chain().reset_actions())?;
        running.wait_for(webdriver.switch_to_window(home.clone()))?;
        self.send("Target.disposeBrowserContext", json!({}))?;
        until(|| match running.wait_for(webdriver.windows())? {
            windows if windows.as_slice() == [home.clone()] => Ok(()),
            windows => Err(format!("{} windows are still open", windows.len())),
        })?;
        Ok(self.browser)
    }
}
