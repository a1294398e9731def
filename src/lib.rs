//! Kerb & Quay in the browser: a shell around the devices. It owns the clock, the canvas and the storage, and no rule
//! of a device: delete this folder and no rule is lost.
//!
//! The page of each [site](sites) is a program of its own, in `bin`, so that each page loads only its own devices.
//!
//! A module imports only modules above it in this list (`cargo xtask test --only tidy` enforces it):
//!
//! 1. `browser`: what the page needs of the browser
//! 2. `texts`: the texts of the page, its language, typed input
//! 3. `feedback`: sound, vibration, and the choices about them
//! 4. `elements`: the builder of elements, and what a person acts on
//! 5. `session`: the shell with its clock, the storage, and which tab owns the session
//! 6. `cards`: how cards are dragged, and what can be done to them
//! 7. `lazy`: the module that is loaded later
//! 8. `panels`: the panels beside the device
//! 9. `embed`: the messages of an embedded device
//! 10. `sites`: what only one page has
//! 11. `crash`: what the page does when it has a bug
//! 12. `app`: the page of any site

mod app;
mod browser;
mod cards;
mod crash;
mod elements;
mod embed;
mod feedback;
pub mod lazy;
mod panels;
mod session;
pub mod sites;
mod texts;

use leptos::prelude::{document, request_animation_frame};

use crate::browser::visibility::is_visible;
use crate::elements::first_paint;
use crate::lazy::FetchModule;
use crate::session::embedded_device;
use crate::session::site_page::SitePage;

/// Opens the page of a site.
///
/// # Panics
/// The browser refuses an element of the page.
pub fn open<P: SitePage>(fetch: FetchModule<P>) {
    crash::install();
    embedded_device::read(&sites::SITES);
    leptos::mount::mount_to_body(move || {
        let body = document().body().expect("a page has a body");
        body.append_child(app::page(fetch).node()).expect("a body takes an element");
        if is_visible() {
            request_animation_frame(first_paint::run_deferred);
        } else {
            // A hidden page gets no animation frames.
            first_paint::run_deferred();
        }
    });
}
