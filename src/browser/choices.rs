//! The choices of a person, such as the language, which the browser stores. A browser that stores nothing applies them
//! until the page is closed.

use leptos::prelude::window;
use web_sys::Storage;

/// The choice that is stored under this key, if there is one.
#[inline(never)]
pub fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a choice.
#[inline(never)]
pub fn store(key: &str, value: &str) {
    // It fails if the browser stores nothing or has no room.
    let _ = storage().map(|storage| storage.set_item(key, value));
}

/// Removes a choice, so that the default is valid again.
pub fn remove(key: &str) {
    let _ = storage().map(|storage| storage.remove_item(key));
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
