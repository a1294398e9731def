//! The parts of the page that the first card does not need: a module of their own, fetched as soon as the page stands.
//!
//! `wasm_split` cuts the program here. What only these parts use goes over the wire with them; what they share with the
//! rest is there already. Until they come each leaves its place empty.
#![expect(clippy::unnecessary_wraps, reason = "only the wire can fail, and that is not written here")]

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::PointerEvent;

use crate::drag::Drag;
use crate::i18n::{replica, use_language};
use crate::markup::{Element, button, classed, element};
use crate::wallet::Holding;
use crate::{app, clock_panel, desk, drag, journal, ledger, marina, panel, session_panel, settings, wallet};

/// What the module brings.
#[derive(Clone, Copy)]
pub struct Parts {
    /// What has to be said before everything else.
    pub bars: fn() -> Element,
    /// The choice of the page's language.
    pub language_choice: fn() -> Element,
    /// What the last act was answered with.
    pub answer_line: fn() -> Element,
    /// What can be done to a card beside presenting it, and what is in it.
    pub card: fn(Holding) -> Vec<Element>,
    /// The form for another card.
    pub new_card: fn() -> Element,
    /// The panels beside the wallet, and the dialog that asks.
    pub panels: fn() -> Vec<Element>,
    /// The card that follows the pointer.
    pub ghost: fn(Drag) -> Vec<Element>,
    /// A pointer went down on the card of this name.
    pub grip: fn(Drag, &PointerEvent, String),
}

#[derive(Clone, Copy)]
enum Stage {
    Coming,
    Here(Parts),
    Missing,
}

/// A copyable handle to the module.
#[derive(Clone, Copy)]
pub struct Further(RwSignal<Stage>);

impl Further {
    /// Has the module fetched, and puts the handle into the context.
    pub fn provide() -> Self {
        let further = Self(RwSignal::new(Stage::Coming));
        provide_context(further);
        further.fetch();
        further
    }

    /// Whether it is known what becomes of it; tracked.
    pub fn is_settled(self) -> bool {
        !matches!(self.0.get(), Stage::Coming)
    }

    /// What it brings, once it is here.
    pub fn parts(self) -> Option<Parts> {
        match self.0.get_untracked() {
            Stage::Here(parts) => Some(parts),
            Stage::Coming | Stage::Missing => None,
        }
    }

    /// A place for a part.
    pub fn place(self, part: impl Fn(Parts) -> Vec<Element> + 'static) -> Element {
        let stage = self.0;
        classed("div", "further").varies(move || match stage.get() {
            Stage::Here(parts) => untrack(|| part(parts)),
            Stage::Coming | Stage::Missing => Vec::new(),
        })
    }

    /// What is said where it could not be fetched.
    pub fn apology(self) -> Element {
        let language = use_language();
        classed("div", "bars").varies(move || {
            if !matches!(self.0.get(), Stage::Missing) {
                return Vec::new();
            }
            let told = element("span").text(replica::MISSING_PARTS.in_language(language.get()));
            let again = button(replica::FETCH_PARTS).has("data-do", "fetch-parts").on("click", move |_| self.fetch());
            vec![classed("p", "bar").has("role", "status").has("data-bar", "missing-parts").with(told).with(again)]
        })
    }

    fn fetch(self) {
        spawn_local(async move {
            self.0.set(match parts().await {
                Ok(parts) => Stage::Here(parts),
                Err(_) => Stage::Missing,
            });
        });
    }
}

/// The module, from the context.
pub fn use_further() -> Further {
    expect_context()
}

#[wasm_split(panels, fallible)]
fn parts() -> Result<Parts, SplitLoaderError> {
    Ok(Parts {
        bars: app::bars,
        language_choice: session_panel::language_choice,
        answer_line: panel::answer_line,
        card: wallet::further,
        new_card: wallet::new_card,
        panels: || {
            vec![
                marina::boats_panel(),
                desk::desk_panel(),
                clock_panel::clock_panel(),
                ledger::ledger_panel(),
                journal::journal_panel(),
                settings::settings_panel(),
                session_panel::session_panel(),
                session_panel::confirm_dialog(),
            ]
        },
        ghost: drag::ghost,
        grip: drag::grip,
    })
}
