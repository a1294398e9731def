//! A text that the browser saves as a file.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The time in milliseconds for which the address of a file is valid: Safari reads the file after the click, and on a
/// phone only when the person has confirmed (`WebKit` bug 211234).
const ADDRESS_VALID_MS: u32 = 60_000;

/// Has the browser save `text` under `name`.
///
/// # Errors
/// What the browser objects to.
pub fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let revoke = move || {
        // A browser that does not revoke it releases it with the page.
        let _ = Url::revoke_object_url(&address);
    };
    Timeout::new(ADDRESS_VALID_MS, revoke).forget();
    Ok(())
}
