//! Whether the page is visible.

use leptos::prelude::document;

/// Whether the person can see this tab.
pub fn is_visible() -> bool {
    !document().hidden()
}
