//! Kerb & Quay in the browser: a shell around the devices. It owns the clock, the canvas and the storage, and no rule
//! of a device: delete this folder and no rule is lost.
//!
//! Each [place](place::Place) where devices stand is a program of its own, in `bin`, so that nobody waits for the
//! devices of another place.

mod app;
pub mod bus;
mod clock;
mod clock_panel;
mod crash;
mod download;
mod drag;
mod embed;
mod feel;
pub mod further;
mod help;
mod journal;
mod language;
mod ledger;
mod markup;
mod offline;
mod panel;
pub mod place;
mod pointer;
mod press;
pub mod quay;
mod query;
mod route;
mod session_panel;
mod settings;
mod sheet;
mod shell;
mod sound;
mod storage;
mod story;
mod tenancy;
mod texts;
mod twin;
mod wallet;

use leptos::prelude::{document, request_animation_frame};

use crate::further::FetchModule;
use crate::place::SitePage;
use crate::storage::tabs::is_visible;

/// Opens the page of a place.
///
/// # Panics
/// The browser refuses an element of the page.
pub fn open<P: SitePage>(fetch: FetchModule<P>) {
    crash::install();
    leptos::mount::mount_to_body(move || {
        let body = document().body().expect("a page has a body");
        body.append_child(app::page(fetch).node()).expect("a body takes an element");
        if is_visible() {
            request_animation_frame(markup::run_deferred);
        } else {
            // Nobody sees the page, so the browser shows none.
            markup::run_deferred();
        }
        P::mounted();
    });
}
