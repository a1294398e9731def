//! Kerb & Quay in the browser: a shell around the devices. It owns the clock, the canvas and the storage, and no rule
//! of a device: delete this folder and no rule is lost.

mod app;
mod clock;
mod clock_panel;
mod crash;
mod desk;
mod display;
mod download;
mod drag;
mod further;
mod i18n;
mod journal;
mod ledger;
mod marina;
mod markup;
mod panel;
mod pedestal;
mod session_panel;
mod settings;
mod shell;
mod storage;
mod story;
mod wallet;

use leptos::prelude::document;

fn main() {
    crash::be_prepared();
    leptos::mount::mount_to_body(|| {
        let body = document().body().expect("a page has a body");
        body.append_child(app::page().node()).expect("a body takes an element");
        display::fit();
        if let Some(boot) = document().get_element_by_id("boot") {
            boot.remove();
        }
    });
}
