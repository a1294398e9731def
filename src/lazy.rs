//! The parts of the page that the first card does not need: a module of their own, fetched as soon as the page is seen.
//!
//! Each program cuts itself in two with `wasm_split`. What only these parts use goes over the wire with them; what they
//! share with the rest is there already. Until they are loaded, each has an empty element.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use crate::cards::drag::{Drag, Grips};
use crate::elements::first_paint::after_frame;
use crate::elements::{Element, button, effect, el, element};
use crate::session::embedded_device;
use crate::session::site_page::{SitePage, handle};
use crate::session::storage::{SessionFormat, Store};
use crate::texts::language::{PageLanguage, use_language, use_page_language};
use crate::texts::message;

/// What the module brings.
pub struct LazyParts<P: SitePage> {
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
    /// The control that leads to every view.
    pub views: fn() -> Element,
    /// "Back" closes what is open.
    pub back: fn(),
    /// What the last act was answered with.
    pub answer_line: fn() -> Element,
    /// The switch that runs the firmware beside the replica.
    pub twin: fn() -> Element,
    /// Applies the styles of everything that the module brings.
    pub styles: fn(),
    /// What moves is heard, felt and seen.
    pub feedback: fn(),
    /// What was pressed, beside a device that fills the window.
    pub pressed: fn() -> Element,
    /// The panels beside the wallet, and the dialog that asks.
    pub panels: fn() -> Vec<Element>,
    /// The card that follows the pointer.
    pub ghost: fn(Drag<P>) -> Vec<Element>,
    /// A pointer went down on the card of this name.
    pub grip: Grips<P>,
    /// How sessions are written and read.
    pub files: SessionFormat<P>,
    /// Listens to the page that embeds this one, if one does.
    pub listen: fn(),
    /// What only this site has.
    pub own: P::Parts,
}

handle!(LazyParts);

/// How the module is fetched.
pub type FetchModule<P> = fn() -> Pin<Box<dyn Future<Output = Result<LazyParts<P>, SplitLoaderError>>>>;

enum LoadState<P: SitePage> {
    Loading,
    Loaded(LazyParts<P>),
    Failed,
}

handle!(LoadState);

/// A copyable handle to the module.
pub struct LazyModule<P: SitePage> {
    stage: RwSignal<LoadState<P>>,
    how: StoredValue<FetchModule<P>>,
    language: PageLanguage,
}

handle!(LazyModule);

impl<P: SitePage> LazyModule<P> {
    /// Has the module fetched, and puts the handle into the context.
    pub fn provide(how: FetchModule<P>) -> Self {
        let lazy = Self {
            stage: RwSignal::new(LoadState::Loading),
            how: StoredValue::new(how),
            language: use_page_language(),
        };
        provide_context(lazy);
        if Store::<P>::has_session() || embedded_device::requested().is_some() {
            lazy.fetch();
        } else {
            // Nothing needs it yet: the page is shown first.
            after_frame(move || lazy.fetch());
        }
        lazy
    }

    /// Whether it is known what becomes of it; tracked.
    pub fn is_settled(self) -> bool {
        !matches!(self.stage.get(), LoadState::Loading)
    }

    /// What it brings, once it is here.
    pub fn parts(self) -> Option<LazyParts<P>> {
        match self.stage.get_untracked() {
            LoadState::Loaded(parts) => Some(parts),
            LoadState::Loading | LoadState::Failed => None,
        }
    }

    /// An element that is empty until the module is loaded, and then contains this part.
    pub fn placeholder(self, part: impl Fn(LazyParts<P>) -> Vec<Element> + 'static) -> Element {
        let stage = self.stage;
        el("div", "lazy").children_fn(move || match stage.get() {
            LoadState::Loaded(parts) => untrack(|| part(parts)),
            LoadState::Loading | LoadState::Failed => Vec::new(),
        })
    }

    /// Does something with what it brings, as soon as it is here.
    pub fn when_loaded(self, act: impl Fn(LazyParts<P>) + 'static) {
        let stage = self.stage;
        effect(move || {
            if let LoadState::Loaded(parts) = stage.get() {
                untrack(|| act(parts));
            }
        });
    }

    /// What is said where it could not be fetched.
    pub fn load_error(self) -> Element {
        let language = use_language();
        el("div", "bars").children_fn(move || {
            if !matches!(self.stage.get(), LoadState::Failed) {
                return Vec::new();
            }
            let text = element("span").text(message::PAGE_MISSING_PARTS.in_language(language.get()));
            let again =
                button(message::PAGE_FETCH_PARTS).attr("data-do", "fetch-parts").on("click", move |_| self.fetch());
            vec![el("p", "bar").attr("role", "status").attr("data-bar", "missing-parts").child(text).child(again)]
        })
    }

    fn fetch(self) {
        let parts = self.how.with_value(|how| how());
        spawn_local(async move {
            self.stage.set(match parts.await {
                Ok(parts) => {
                    (parts.language)(self.language);
                    LoadState::Loaded(parts)
                }
                Err(_) => LoadState::Failed,
            });
        });
    }
}

/// The module, from the context.
pub fn use_lazy_module<P: SitePage>() -> LazyModule<P> {
    expect_context()
}
