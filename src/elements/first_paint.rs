//! The time before the page is shown for the first time: what the first card does not need is deferred until then.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::browser::visibility::is_visible;

type Work = Box<dyn FnOnce()>;

thread_local! {
    /// What is made before the page is shown for the first time; none once that has been done.
    static DEFERRED: RefCell<Option<Vec<Work>>> = const { RefCell::new(Some(Vec::new())) };
}

/// Whether the page has not been shown yet, so that work can be deferred.
pub fn is_deferring() -> bool {
    DEFERRED.with_borrow(Option::is_some)
}

/// Does something when the browser is about to show the page for the first time, or at once if it has.
#[inline(never)]
pub fn defer(act: impl FnOnce() + 'static) {
    if !is_deferring() {
        return act();
    }
    let owner = Owner::current().expect("the page has an owner while it is made");
    let work = move || untrack(|| owner.with(act));
    DEFERRED.with_borrow_mut(|deferred| deferred.get_or_insert_default().push(Box::new(work)));
}

/// Runs what has been deferred. Before that it applies the page's styles, if the browser has not done so yet.
pub fn run_deferred() {
    if let Some(apply) =
        Reflect::get(&window(), &"applyStyles".into()).ok().and_then(|apply| apply.dyn_into::<Function>().ok())
    {
        // A page without its styles can still be used.
        let _ = apply.call0(&JsValue::UNDEFINED);
    }
    DEFERRED.take().into_iter().flatten().for_each(|work| work());
}

/// Does something after the next frame; as soon as possible on a hidden page.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let then = move || set_timeout(act, Duration::ZERO);
    if is_visible() { request_animation_frame(then) } else { then() }
}
