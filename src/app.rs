//! The page: the device first, what belongs to it beside it.

use firmware_core::time::DateTime;
use leptos::prelude::*;

use crate::drag;
use crate::embed;
use crate::feel::Feedback;
use crate::further::{FetchModule, LazyModule};
use crate::language::{provide_language, use_language, use_page_language};
use crate::markup::{Element, button, defer, effect, el, element};
use crate::place::{SitePage, file_url};
use crate::route;
use crate::session_panel::Confirm;
use crate::sheet::BottomSheet;
use crate::shell::{Ownership, Shell, use_shell};
use crate::storage::SaveState;
use crate::texts::{Language, Words, fill, message};

/// The whole page.
pub fn page<P: SitePage>(fetch: FetchModule<P>) -> Element {
    let language = provide_language().shown();
    defer(move || effect(move || name_page(language.get(), P::TAGLINE)));
    let shell = Shell::<P>::provide();
    Confirm::provide();
    let feedback = Feedback::provide();
    BottomSheet::provide();
    let lazy = LazyModule::provide(fetch);
    lazy.when_loaded(|parts| (parts.styles)());
    lazy.when_loaded(move |parts| shell.set_format(parts.files));
    lazy.when_loaded(|parts| (parts.feedback)());
    let drag = drag::provide(shell, lazy);
    defer(move || route::sync(shell));
    let is_owner = shell.is_owner();
    let [devices, wallet] = P::front();
    let light = move || daylight(shell.at(|session| session.world().civil())).to_owned();
    let place = el("div", "site").deferred(move |place| place.attr_fn("data-light", light)).child(devices);
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
    if let Some(device) = embed::requested() {
        lazy.when_loaded(|parts| (parts.listen)());
        let app = app
            .attr("data-embed", device.name())
            .deferred_children(|| vec![el("h1", "sr-only").words(message::PRODUCT_NAME)])
            .child(lazy.load_error())
            .child(place)
            .child(el("div", "panels").child(answer).child(wallet))
            .child(unofficial)
            .child(ghost);
        return said_when_complete(app, lazy);
    }
    let around_device = move || {
        let masthead = el("header", "masthead")
            .child(element("h1").words(message::PRODUCT_NAME))
            .child(el("p", "tagline").words(P::TAGLINE))
            .child(lazy.placeholder(|parts| vec![(parts.language_choice)(), (parts.help)()]))
            .child(
                el("a", "site-link")
                    .attr("href", &file_url(P::OTHER_SITE.page).unwrap_or_default())
                    .words(P::OTHER_SITE.name),
            );
        let bars = lazy.placeholder(|parts| vec![(parts.bars)(), (parts.offline)(P::SERVICE_WORKER)]);
        vec![masthead, bars, lazy.load_error()]
    };
    let place = place.deferred_children(move || {
        vec![lazy.placeholder(|parts| vec![(parts.pressed)()]), lazy.placeholder(|parts| vec![(parts.twin)()])]
    });
    let panels = el("div", "panels")
        .child(answer)
        .child(wallet)
        .deferred_children(move || vec![lazy.placeholder(|parts| (parts.panels)()), unofficial]);
    said_when_complete(app.deferred_children(around_device).child(place).child(panels).child(ghost), lazy)
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

/// What light there is at this hour, the whole year round.
fn daylight(civil: DateTime) -> &'static str {
    match civil.time_of_day().0 {
        5..8 => "dawn",
        8..17 => "day",
        17..21 => "dusk",
        _ => "night",
    }
}

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
                        let _ = crate::download::save("kerb-and-quay.session.txt", &text);
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
