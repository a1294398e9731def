//! The page without a network: a service worker keeps its files, and a new version waits until a person wants it.
//!
//! The worker is `static/offline.js`. What a person has done is kept by the shell as the page is left, so a new version
//! goes on where the old one was.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use crate::elements::{Element, button, el, element};
use crate::session::embedded_device;
use crate::texts::language::use_language;
use crate::texts::message;

/// The message to a worker that waits.
const TAKE_OVER: &str = "take over";

/// Registers the service worker at this address, and shows a bar when there is a new version.
pub fn service_worker_bar(worker: &'static str) -> Element {
    let language = use_language();
    let waiting = RwSignal::new_local(None::<ServiceWorker>);
    if let Some(container) = container() {
        go_on_with_new(&container);
        spawn_local(async move {
            // Where no worker can be had, the page needs the network.
            let Ok(registered) = JsFuture::from(container.register(worker)).await else { return };
            look_for_new(&container, registered.unchecked_ref(), waiting);
        });
    }
    el("div", "bars").children_fn(move || {
        let Some(worker) = waiting.get() else { return Vec::new() };
        let text = element("span").text(message::UPDATE_NEW_VERSION.in_language(language.get()));
        let take = button(message::UPDATE_USE_IT).attr("data-do", "use-new-version").on("click", move |_| {
            // A worker that is gone has been followed by another.
            let _ = worker.post_message(&TAKE_OVER.into());
        });
        vec![el("p", "bar").attr("role", "status").attr("data-bar", "new-version").child(text).child(take)]
    })
}

/// The browser's workers for pages; none where the page comes from a file or without encryption, or is embedded.
fn container() -> Option<ServiceWorkerContainer> {
    let is_served = window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    if !is_served || embedded_device::requested().is_some() {
        return None;
    }
    // In a sandboxed frame the getter itself throws.
    Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// Once a new version has taken over, the page begins anew with it.
fn go_on_with_new(container: &ServiceWorkerContainer) {
    // The first worker ever takes over a page that came from the network, of the same version.
    let was_kept = container.controller().is_some();
    let changed = Closure::<dyn Fn()>::new(move || {
        if was_kept {
            let _ = window().location().reload();
        }
    });
    let listened = container.add_event_listener_with_callback("controllerchange", changed.as_ref().unchecked_ref());
    // As long as the page.
    changed.forget();
    drop(listened);
}

/// Notes a worker that waits, be it there already or installed later.
fn look_for_new(
    container: &ServiceWorkerContainer,
    registration: &ServiceWorkerRegistration,
    waiting: RwSignal<Option<ServiceWorker>, LocalStorage>,
) {
    let container = container.clone();
    let note = move |worker: Option<ServiceWorker>| {
        if container.controller().is_some() && worker.is_some() {
            waiting.set(worker);
        }
    };
    note(registration.waiting());
    let registered = registration.clone();
    let found = Closure::<dyn Fn()>::new(move || {
        let Some(coming) = registered.installing() else { return };
        let note = note.clone();
        let ready = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let worker: ServiceWorker = event_target(&event);
            if worker.state() == ServiceWorkerState::Installed {
                note(Some(worker));
            }
        });
        coming.set_onstatechange(Some(ready.as_ref().unchecked_ref()));
        // It goes with the worker.
        ready.forget();
    });
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}
