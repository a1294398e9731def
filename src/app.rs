//! The page: the device first, what belongs to it beside it.

use firmware_core::time::DateTime;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::MediaQueryList;

use crate::cards::drag;
use crate::elements::bottom_sheet::BottomSheet;
use crate::elements::confirm::Confirm;
use crate::elements::first_paint::defer;
use crate::elements::{Element, effect, el, element};
use crate::feedback::Feedback;
use crate::lazy::{FetchModule, LazyModule};
use crate::session::shell::{Ownership, Shell};
use crate::session::site_page::SitePage;
use crate::session::{embedded_device, route};
use crate::texts::language::provide_language;
use crate::texts::{Language, Words, message};

/// The whole page.
pub fn page<P: SitePage>(fetch: FetchModule<P>) -> Element {
    let language = provide_language().shown();
    defer(move || effect(move || name_page(language.get(), P::TAGLINE)));
    let shell = Shell::<P>::provide();
    Confirm::provide();
    let feedback = Feedback::provide();
    BottomSheet::provide();
    let drag = drag::provide(shell);
    let lazy = LazyModule::provide(fetch);
    lazy.when_loaded(|parts| (parts.styles)());
    lazy.when_loaded(move |parts| {
        drag.enable(parts.grip);
        shell.set_format(parts.files);
    });
    lazy.when_loaded(|parts| (parts.feedback)());
    defer(move || route::sync(shell));
    let is_owner = shell.is_owner();
    let [devices, wallet] = P::front();
    let is_dark = prefers_dark();
    let light = move || {
        // The light of the day that a clock shows; where none is shown, that of the page.
        let is_night = is_dark.get() && !P::SHOWS_CLOCK;
        if is_night { "night" } else { daylight(shell.at(|session| session.world().civil())) }.to_owned()
    };
    let site = el("div", "site").deferred(move |site| site.attr_fn("data-light", light)).child(devices);
    let answer = lazy.placeholder(|parts| vec![(parts.answer_line)()]);
    let unofficial = el("p", "unofficial").words(message::UNOFFICIAL);
    let ghost = lazy.placeholder(move |parts| (parts.ghost)(drag));
    let app = element("main")
        .attr("data-app", "")
        .attr_bool("data-ready", move || shell.ownership() != Ownership::Asking)
        .deferred(move |app| {
            app.attr_fn("data-now", move || shell.at(|session| session.world().now().0.to_string()))
                .attr_bool("data-owner", move || is_owner.get())
                .attr_bool("data-dragging", move || drag.is_carrying())
                .attr_fn("data-view", move || if feedback.fills_window() { "projector" } else { "page" }.to_owned())
        });
    if let Some(device) = embedded_device::requested() {
        lazy.when_loaded(|parts| (parts.listen)());
        let app = app
            .attr("data-embed", device.name())
            .deferred_children(|| vec![el("h1", "sr-only").words(message::PRODUCT_NAME)])
            .child(lazy.load_error())
            .child(site)
            .child(el("div", "panels").child(answer).child(wallet))
            .child(unofficial)
            .child(ghost);
        return said_when_complete(app, lazy);
    }
    lazy.when_loaded(|parts| (parts.back)());
    let around_device = move || {
        let masthead = el("header", "masthead")
            .child(element("h1").words(message::PRODUCT_NAME))
            .child(el("p", "tagline").words(P::TAGLINE))
            .child(lazy.placeholder(|parts| vec![(parts.views)(), (parts.language_choice)(), (parts.help)()]));
        let masthead = P::LINKS.iter().fold(masthead, |masthead, site| {
            let link = el("a", "site-link").attr("href", &site.url(P::TOP).unwrap_or_default());
            masthead.child(link.words(site.label))
        });
        let bars = lazy.placeholder(|parts| vec![(parts.bars)(), (parts.offline)(P::SERVICE_WORKER)]);
        vec![masthead, bars, lazy.load_error()]
    };
    let site = site.deferred_children(move || {
        vec![lazy.placeholder(|parts| vec![(parts.pressed)()]), lazy.placeholder(|parts| vec![(parts.twin)()])]
    });
    let panels = el("div", "panels")
        .child(answer)
        .child(wallet)
        .deferred_children(move || vec![lazy.placeholder(|parts| (parts.panels)()), unofficial]);
    said_when_complete(app.deferred_children(around_device).child(site).child(panels).child(ghost), lazy)
}

/// Says on the page when everything has come that was to come. Behind all else that is made soon: the module may be
/// here before the parts that show what it brings.
fn said_when_complete<P: SitePage>(app: Element, lazy: LazyModule<P>) -> Element {
    let whole = app.clone();
    defer(move || drop(whole.attr_bool("data-complete", move || lazy.is_settled())));
    app
}

/// Says in the page's `lang` and in its title in which language it is.
fn name_page(language: Language, tagline: Words) {
    if let Some(root) = document().document_element() {
        // A browser that does not take it shows the page all the same.
        let _ = root.set_attribute("lang", language.code());
    }
    let [name, tagline] = [message::PRODUCT_NAME, tagline].map(|words| words.in_language(language));
    document().set_title(&format!("{name} \u{2013} {tagline}"));
}

/// Whether the page has dark colours; it follows the browser's preference.
fn prefers_dark() -> RwSignal<bool> {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    let is_dark = RwSignal::new(query.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(query) = query {
        let read = query.clone();
        let changed = Closure::<dyn FnMut()>::new(move || is_dark.set(read.matches())).into_js_value();
        // A browser that does not say when it changes keeps the light with which the page was opened.
        let _ = query.add_event_listener_with_callback("change", changed.unchecked_ref());
    }
    is_dark
}

/// What light there is at this hour, the whole year round.
fn daylight(civil: DateTime) -> &'static str {
    match civil.time_of_day().0 {
        5..8 => "dawn",
        8..17 => "day",
        17..21 => "dusk",
        _ => "night",
    }
}
