//! Browsers that have one guest after another, as starting one takes a processor for seconds.
//!
//! A guest has a profile of its own, in memory: cookies, storage, caches, workers and permissions. When it leaves, the
//! browser throws all of it away with the guest's windows, and what was done to them (sizes, touch, colours, a network
//! that is gone) goes with the windows. Nothing has to be put right again, so nothing can be forgotten.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WindowHandle;

use super::{Driver, Manner, Running, until};

/// A browser for guests.
#[derive(Debug)]
pub struct Host {
    running: Arc<Running>,
    languages: &'static str,
    /// Its own window, which keeps it open when there is no guest.
    home: WindowHandle,
}

impl Host {
    /// Starts one.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn start(served_by: &Driver, manner: &Manner) -> Result<Self, String> {
        let running = Running::start(served_by, manner)?;
        // What it begins with would go on beside its guests.
        running.wait_for(running.driver.goto("about:blank"))?;
        let home = running.wait_for(running.driver.window())?;
        Ok(Self { running: Arc::new(running), languages: manner.languages, home })
    }

    /// Whether somebody who asks for a browser like this can be its guest. The window is the guest's own, and a phone
    /// is what a page is told.
    pub fn suits(&self, manner: &Manner) -> bool {
        self.languages == manner.languages
    }

    /// The browser itself.
    pub fn running(&self) -> Arc<Running> {
        Arc::clone(&self.running)
    }
}

/// Somebody who has a browser for a while.
#[derive(Debug)]
pub struct Guest {
    host: Host,
    /// The browser's name for the profile.
    profile: String,
    downloads: TempDir,
}

impl Guest {
    /// Comes in, and has a window in front.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn of(host: Host, (width, height): (u32, u32)) -> Result<Self, String> {
        let downloads = TempDir::with_prefix("kerb-quay-").map_err(|error| format!("there is no room: {error}"))?;
        let made = host.running.devtools.send("Target.createBrowserContext", &json!({ "disposeOnDetach": true }))?;
        let profile = made["browserContextId"].as_str().ok_or("the browser makes no profile")?.to_owned();
        let guest = Self { host, profile, downloads };
        guest.tell("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": guest.downloads() }))?;
        let window = guest.open(json!({ "newWindow": true, "width": width, "height": height }))?;
        let running = &guest.host.running;
        running.wait_for(running.driver.switch_to_window(window))?;
        Ok(guest)
    }

    /// The browser it has.
    pub fn running(&self) -> Arc<Running> {
        self.host.running()
    }

    /// Where the browser puts what it downloads.
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// Opens another tab, which is not yet in front.
    ///
    /// # Errors
    /// A sentence that says why it cannot.
    pub fn new_tab(&self) -> Result<WindowHandle, String> {
        self.open(json!({}))
    }

    fn open(&self, mut how: Value) -> Result<WindowHandle, String> {
        how["url"] = json!("about:blank");
        let opened = self.tell("Target.createTarget", how)?;
        let window = opened["targetId"].as_str().ok_or("the browser opens no window")?;
        Ok(WindowHandle::from(window.to_owned()))
    }

    /// A command of the development tools that is about this guest's profile.
    fn tell(&self, command: &str, mut arguments: Value) -> Result<Value, String> {
        arguments["browserContextId"] = json!(self.profile);
        self.host.running.devtools.send(command, &arguments)
    }

    /// Leaves, and nothing of it stays; the browser is there for others.
    ///
    /// # Errors
    /// A sentence, if something does stay: nobody else may have the browser then.
    pub fn leave(self) -> Result<Host, String> {
        let (running, home) = (&self.host.running, &self.host.home);
        let driver = &running.driver;
        // The driver knows of keys and buttons that are down, and of nothing else.
        running.wait_for(driver.action_chain().reset_actions())?;
        running.wait_for(driver.switch_to_window(home.clone()))?;
        self.tell("Target.disposeBrowserContext", json!({}))?;
        until(|| match running.wait_for(driver.windows())? {
            windows if windows.as_slice() == [home.clone()] => Ok(()),
            windows => Err(format!("{} windows are still open", windows.len())),
        })?;
        Ok(self.host)
    }
}
