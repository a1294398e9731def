//! The bars above the page: which tab owns the session, and whether it is saved.

use leptos::prelude::*;

use crate::browser::download;
use crate::elements::{Element, button, el, element};
use crate::session::shell::{Ownership, use_shell};
use crate::session::site_page::SitePage;
use crate::session::storage::SaveState;
use crate::texts::language::{use_language, use_page_language};
use crate::texts::{Words, fill, message};

/// What has to be said before everything else: who owns the world, and how it stands with the storage.
pub fn bars<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let (language, page_language) = (use_language(), use_page_language());
    el("div", "bars").children_fn(move || {
        let say = |words: Words| words.in_language(language.get());
        let bar = |name: &str, words: &str| {
            el("p", "bar").attr("role", "status").attr("data-bar", name).child(element("span").text(words))
        };
        let mut bars = Vec::new();
        if let Some(missing) = page_language.missing() {
            let again = button(message::PAGE_FETCH_PARTS).attr("data-do", "fetch-texts");
            let bar = bar("missing-texts", &fill(say(message::LANGUAGE_MISSING), &[missing.own_name()]));
            bars.push(bar.child(again.on("click", move |_| page_language.fetch())));
        }
        match shell.ownership() {
            Ownership::Theirs => {
                let take_over = button(message::STORAGE_TAKE_OVER).attr("data-do", "take-over");
                let bar = bar("watching", say(message::STORAGE_WATCHING));
                bars.push(bar.child(take_over.on("click", move |_| shell.take_over())));
            }
            Ownership::Unchallenged => bars.push(bar("no-locks", say(message::PAGE_NO_LOCKS))),
            Ownership::Asking | Ownership::Ours => {}
        }
        match shell.save_state() {
            SaveState::Saved => {}
            SaveState::Disabled | SaveState::Full => bars.push(bar("unsaved", say(message::STORAGE_NOT_KEPT))),
            SaveState::Unreadable { text, why } => {
                let download =
                    button(message::STORAGE_DOWNLOAD).attr("data-do", "download-broken").on("click", move |_| {
                        // A browser that saves no files says so itself.
                        let _ = download::save("kerb-and-quay.session.txt", &text);
                    });
                let fresh = button(message::STORAGE_START_FRESH).attr("data-do", "start-fresh");
                let fresh = fresh.on("click", move |_| shell.start_fresh());
                bars.push(
                    bar("unreadable", &fill(say(message::STORAGE_UNREADABLE), &[&why])).child(download).child(fresh),
                );
            }
        }
        bars
    })
}
