//! The choices of a person, as this browser stores them.

use leptos::prelude::window;

/// The keys and values under which choices are stored.
pub const VIBRATION: &str = "kerb-and-quay.vibration";
pub const HOLD_ASSIST: &str = "kerb-and-quay.hold-assist";
pub const BEEN_HERE: &str = "kerb-and-quay.been-here";
pub const YES: &str = "yes";
pub const NO: &str = "no";

pub fn stored_choice(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

pub fn store_choice(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A browser that stores nothing still applies the choice.
        let _ = storage.set_item(key, value);
    }
}
