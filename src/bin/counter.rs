//! A button that counts, with Leptos' own means and nothing else.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let count = RwSignal::new(0);
        view! { <button on:click=move |_| *count.write() += 1>{move || count.get()}</button> }
    });
}
