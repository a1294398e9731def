//! What survives a reload: the session, in the browser's local storage.
//!
//! What cannot be read is never deleted: it stays until the person says "start fresh", and even then it is only set
//! aside under another key. After a crash of the page nothing is written any more.

use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::window;
use web_sys::Storage;
use world::save_format::{self, Broken};
use world::session::Session;

use crate::session::site_page::{SitePage, handle};

/// How it stands with the storage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaveState {
    /// The session is stored after each change.
    Saved,
    /// What is stored cannot be read: nothing is written over it.
    Unreadable {
        /// What is stored.
        text: String,
        /// Why it cannot be read, as a part of a sentence.
        why: String,
    },
    /// The browser keeps nothing for this page.
    Disabled,
    /// The browser has no room for it.
    Full,
}

/// Why a session was not stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotStored {
    /// The browser keeps nothing for this page.
    Disabled,
    /// The browser has no room for it.
    Full,
    /// Another tab writes.
    OtherWriter,
    /// The page has crashed: what it holds may be wrong.
    Crashed,
}

static CRASHED: AtomicBool = AtomicBool::new(false);

/// From here on nothing is written.
pub fn disable_after_crash() {
    CRASHED.store(true, Ordering::Relaxed);
}

/// How sessions become texts and texts sessions. Nobody needs it for the first card: it comes with the page's further
/// parts.
pub struct SessionFormat<P: SitePage> {
    /// The text of a session.
    pub write: fn(&Session<P>) -> String,
    /// The session in a text, with the power back on.
    pub read: fn(&str) -> Result<Session<P>, Broken>,
    /// The session in a text, running as it was.
    pub read_running: fn(&str) -> Result<Session<P>, Broken>,
}

handle!(SessionFormat);

impl<P: SitePage> SessionFormat<P> {
    /// As they are everywhere.
    pub const CURRENT: Self = Self {
        write: save_format::session_to_text,
        read: save_format::session_from_text,
        read_running: save_format::running_session_from_text,
    };
}

/// What is stored for one place.
pub struct Store<P>(PhantomData<P>);

impl<P: SitePage> Store<P> {
    /// The key of the session.
    pub fn session_key() -> String {
        Self::key("session")
    }

    /// The session that is stored, if there is one that can be read; and how it stands with the storage.
    pub fn open(files: SessionFormat<P>) -> (Option<Session<P>>, SaveState) {
        match Self::stored() {
            Err(NotStored::Disabled) => (None, SaveState::Disabled),
            Err(_) | Ok(None) => (None, SaveState::Saved),
            Ok(Some(text)) => match (files.read)(&text) {
                Ok(session) => (Some(session), SaveState::Saved),
                Err(broken) => (None, SaveState::Unreadable { text, why: broken.to_string() }),
            },
        }
    }

    /// Whether a session is stored, readable or not.
    pub fn has_session() -> bool {
        matches!(Self::stored(), Ok(Some(_)))
    }

    /// From here on the tab of this name writes, and no other.
    ///
    /// # Errors
    /// [`NotStored::Disabled`] or [`NotStored::Full`].
    pub fn become_writer(tab: &str) -> Result<(), NotStored> {
        set(&storage()?, &Self::key("writer"), tab)
    }

    /// Stores a session.
    ///
    /// # Errors
    /// [`NotStored`] says why it is not; what was stored before is still there.
    pub fn store(tab: &str, session: &str) -> Result<(), NotStored> {
        if CRASHED.load(Ordering::Relaxed) {
            return Err(NotStored::Crashed);
        }
        let storage = storage()?;
        // The lock is lost by an event that may come late, to a tab that was asleep, say: this is looked at right here.
        match storage.get_item(&Self::key("writer")) {
            Ok(Some(writer)) if writer != tab => return Err(NotStored::OtherWriter),
            Ok(None) => set(&storage, &Self::key("writer"), tab)?,
            Ok(Some(_)) => {}
            Err(_) => return Err(NotStored::Disabled),
        }
        set(&storage, &Self::session_key(), session)
    }

    /// Moves an unreadable session to a key of its own.
    ///
    /// # Errors
    /// [`NotStored`]; it is still where it was.
    pub fn set_aside(broken: &str) -> Result<(), NotStored> {
        let storage = storage()?;
        let mut number = 1u32;
        let key = loop {
            let key = Self::key(&format!("broken-{number}"));
            match storage.get_item(&key) {
                Ok(None) => break key,
                Ok(Some(_)) => number += 1,
                Err(_) => return Err(NotStored::Disabled),
            }
        };
        // Both at once may be too much for the browser: then the first is taken back by itself, and nothing has
        // changed.
        set(&storage, &key, broken)?;
        storage.remove_item(&Self::session_key()).map_err(|_| NotStored::Disabled)
    }

    fn stored() -> Result<Option<String>, NotStored> {
        storage()?.get_item(&Self::session_key()).map_err(|_| NotStored::Disabled)
    }

    /// Of the session, of the name of the tab that writes, of sessions that are set aside.
    fn key(what: &str) -> String {
        format!("{}.{what}", P::STORAGE_KEY)
    }
}

fn storage() -> Result<Storage, NotStored> {
    window().local_storage().ok().flatten().ok_or(NotStored::Disabled)
}

fn set(storage: &Storage, key: &str, value: &str) -> Result<(), NotStored> {
    storage.set_item(key, value).map_err(|_| NotStored::Full)
}
