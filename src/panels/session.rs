//! This session: beginning again, what is stored, the version.

use leptos::prelude::*;
use world::script::CORE_VERSION;
use world::session::Start;

use crate::elements::confirm::use_confirm;
use crate::elements::{Element, button, el};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{fill, message};

/// This session.
pub fn session_panel<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let confirm = use_confirm();
    // The two ways to begin again.
    let starts = [
        ("opening", message::SESSION_BEGIN_OPENING, Start::<P>::Opening),
        ("bare", message::SESSION_BEGIN_BARE, Start::Bare),
    ];
    let starts = starts.map(|(name, words, start)| {
        button(words).attr("data-begin", name).on("click", move |_| {
            let start = start.clone();
            let question = message::ASK_BEGIN.in_language(language.get_untracked()).to_owned();
            confirm.ask(question, message::ASK_START_OVER, move || shell.begin(start.clone()));
        })
    });
    let version = move || fill(message::SESSION_VERSION.in_language(language.get()), &[CORE_VERSION]);
    let body = body()
        .child(el("p", "hint").words(message::STORAGE_KEPT))
        .child(el("div", "buttons").children(starts))
        .child(el("p", "hint").text_fn(version));
    panel("session", message::PANEL_SESSION, Opens::Later, body)
}
