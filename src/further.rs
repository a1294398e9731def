//! The parts of the page that the first card does not need: a module of their own, fetched as soon as the page is seen.
//!
//! Each program cuts itself in two with `wasm_split`. What only these parts use goes over the wire with them; what they
//! share with the rest is there already. Until they come each leaves its place empty.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use web_sys::PointerEvent;

use crate::drag::Drag;
use crate::embed;
use crate::language::{PageLanguage, use_language, use_page_language};
use crate::markup::{Element, after_frame, button, effect, el, element};
use crate::place::{Place, handle};
use crate::storage::{Files, Store};
use crate::texts::message;

/// What the module brings.
pub struct Parts<P: Place> {
    /// What has to be said before everything else.
    pub bars: fn() -> Element,
    /// Keeps the page for when there is no network, by the worker at this address; what is to be said about that.
    pub offline: fn(&'static str) -> Element,
    /// Shows the language of the page, now that the texts of the module are here, too.
    pub language: fn(PageLanguage),
    /// The choice of the page's language.
    pub language_choice: fn() -> Element,
    /// The keys of the keyboard.
    pub help: fn() -> Element,
    /// What the last act was answered with.
    pub answer_line: fn() -> Element,
    /// The switch that runs the firmware beside the replica.
    pub twin: fn() -> Element,
    /// Applies the styles of everything that the module brings.
    pub styles: fn(),
    /// What moves is heard, felt and seen.
    pub feel: fn(),
    /// What was pressed, beside a device that fills the window.
    pub pressed: fn() -> Element,
    /// The panels beside the wallet, and the dialog that asks.
    pub panels: fn() -> Vec<Element>,
    /// The card that follows the pointer.
    pub ghost: fn(Drag<P>) -> Vec<Element>,
    /// A pointer went down on the card of this name.
    pub grip: fn(Drag<P>, &PointerEvent, String),
    /// How sessions are written and read.
    pub files: Files<P>,
    /// Listens to the page that embeds this one, if one does.
    pub listen: fn(),
    /// What only this place has.
    pub own: P::Parts,
}

handle!(Parts);

/// How the module is fetched.
pub type Fetch<P> = fn() -> Pin<Box<dyn Future<Output = Result<Parts<P>, SplitLoaderError>>>>;

enum Stage<P: Place> {
    Coming,
    Here(Parts<P>),
    Missing,
}

handle!(Stage);

/// A copyable handle to the module.
pub struct Further<P: Place> {
    stage: RwSignal<Stage<P>>,
    how: StoredValue<Fetch<P>>,
    language: PageLanguage,
}

handle!(Further);

impl<P: Place> Further<P> {
    /// Has the module fetched, and puts the handle into the context.
    pub fn provide(how: Fetch<P>) -> Self {
        let further =
            Self { stage: RwSignal::new(Stage::Coming), how: StoredValue::new(how), language: use_page_language() };
        provide_context(further);
        if Store::<P>::holds_one() || embed::wanted().is_some() {
            further.fetch();
        } else {
            // Nobody waits for it: what is there is shown first.
            after_frame(move || further.fetch());
        }
        further
    }

    /// Whether it is known what becomes of it; tracked.
    pub fn is_settled(self) -> bool {
        !matches!(self.stage.get(), Stage::Coming)
    }

    /// What it brings, once it is here.
    pub fn parts(self) -> Option<Parts<P>> {
        match self.stage.get_untracked() {
            Stage::Here(parts) => Some(parts),
            Stage::Coming | Stage::Missing => None,
        }
    }

    /// A place for a part.
    pub fn place(self, part: impl Fn(Parts<P>) -> Vec<Element> + 'static) -> Element {
        let stage = self.stage;
        el("div", "further").children_fn(move || match stage.get() {
            Stage::Here(parts) => untrack(|| part(parts)),
            Stage::Coming | Stage::Missing => Vec::new(),
        })
    }

    /// Does something with what it brings, as soon as it is here.
    pub fn then(self, act: impl Fn(Parts<P>) + 'static) {
        let stage = self.stage;
        effect(move || {
            if let Stage::Here(parts) = stage.get() {
                untrack(|| act(parts));
            }
        });
    }

    /// What is said where it could not be fetched.
    pub fn apology(self) -> Element {
        let language = use_language();
        el("div", "bars").children_fn(move || {
            if !matches!(self.stage.get(), Stage::Missing) {
                return Vec::new();
            }
            let told = element("span").text(message::PAGE_MISSING_PARTS.in_language(language.get()));
            let again =
                button(message::PAGE_FETCH_PARTS).attr("data-do", "fetch-parts").on("click", move |_| self.fetch());
            vec![el("p", "bar").attr("role", "status").attr("data-bar", "missing-parts").child(told).child(again)]
        })
    }

    fn fetch(self) {
        let parts = self.how.with_value(|how| how());
        spawn_local(async move {
            self.stage.set(match parts.await {
                Ok(parts) => {
                    (parts.language)(self.language);
                    Stage::Here(parts)
                }
                Err(_) => Stage::Missing,
            });
        });
    }
}

/// The module, from the context.
pub fn use_further<P: Place>() -> Further<P> {
    expect_context()
}
