//! The files that are served beside the page.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The URL of a file that is served beside the page. A page in a single file has its other files in `window.beside`:
/// `None` is a file that it lacks.
pub fn file_url(address: &str) -> Option<String> {
    let held = Reflect::get(&window(), &"beside".into()).ok().filter(JsValue::is_object);
    held.map_or_else(|| Some(address.to_owned()), |held| Reflect::get(&held, &address.into()).ok()?.as_string())
}
