//! The page: the device first, what belongs to it beside it.

use leptos::prelude::*;

use crate::clock_panel::ClockPanel;
use crate::desk::DeskPanel;
use crate::drag::{self, Held};
use crate::i18n::{Words, fill, label, provide_language, replica, sentence, use_language};
use crate::journal::JournalPanel;
use crate::ledger::LedgerPanel;
use crate::marina::BoatsPanel;
use crate::markup::{Element, button, classed, element};
use crate::panel::AnswerLine;
use crate::pedestal::pedestal;
use crate::session_panel::{Confirm, ConfirmDialog, LanguageChoice, SessionPanel};
use crate::settings::SettingsPanel;
use crate::shell::{Ownership, Shell, use_shell};
use crate::storage::Keeping;
use crate::wallet::WalletPanel;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    provide_language();
    let shell = Shell::provide();
    Confirm::provide();
    let held = drag::provide(shell);
    let is_owner = shell.is_owner();
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    let masthead = classed("header", "masthead")
        .with(element("h1").says(label::NAME))
        .with(classed("p", "tagline").says(sentence::TAGLINE))
        .view(LanguageChoice().into_any())
        .with(classed("p", "unofficial").says(replica::UNOFFICIAL));
    let panels: [AnyView; 9] = [
        AnswerLine().into_any(),
        WalletPanel().into_any(),
        BoatsPanel().into_any(),
        DeskPanel().into_any(),
        ClockPanel().into_any(),
        LedgerPanel().into_any(),
        JournalPanel().into_any(),
        SettingsPanel().into_any(),
        SessionPanel().into_any(),
    ];
    element("main")
        .has("data-app", "")
        .tells("data-ready", move || shell.ownership() != Ownership::Asking)
        .follows("data-now", move || shell.at(|session| session.world().now().0.to_string()))
        .tells("data-owner", move || is_owner.get())
        .tells("data-dragging", move || held.with(Option::is_some))
        .with(masthead)
        .with(classed("div", "bars").varies(bars()))
        .with(classed("div", "quay").with(pedestal()))
        .with(panels.into_iter().fold(classed("div", "panels"), Element::view))
        .with(classed("div", "above").varies(move || held.get().map(ghost).into_iter().collect()))
        .view(ConfirmDialog().into_any())
        .into_view()
}

/// What has to be said before everything else: who owns the world, and how it stands with the storage.
fn bars() -> impl Fn() -> Vec<Element> + Send + Sync + 'static {
    let shell = use_shell();
    let language = use_language();
    move || {
        let say = |words: Words| words.in_language(language.get());
        let bar = |name: &str, words: &str| {
            classed("p", "bar").has("role", "status").has("data-bar", name).with(element("span").text(words))
        };
        let mut bars = Vec::new();
        match shell.ownership() {
            Ownership::Theirs => {
                let take_over = button(sentence::TAKE_OVER).has("data-do", "take-over");
                let bar = bar("watching", say(sentence::WATCHING));
                bars.push(bar.with(take_over.on("click", move |_| shell.take_over())));
            }
            Ownership::Unchallenged => bars.push(bar("no-locks", say(replica::NO_LOCKS))),
            Ownership::Asking | Ownership::Ours => {}
        }
        match shell.keeping() {
            Keeping::Kept => {}
            Keeping::Disabled | Keeping::Full => bars.push(bar("unsaved", say(sentence::NOT_KEPT))),
            Keeping::Unreadable { text, why } => {
                let download = button(sentence::DOWNLOAD).has("data-do", "download-broken").on("click", move |_| {
                    // A browser that saves no files says so itself.
                    let _ = crate::download::save("kerb-and-quay.session.txt", &text);
                });
                let fresh = button(sentence::START_FRESH).has("data-do", "start-fresh");
                let fresh = fresh.on("click", move |_| shell.start_fresh());
                bars.push(bar("unreadable", &fill(say(sentence::UNREADABLE), &[&why])).with(download).with(fresh));
            }
        }
        bars
    }
}

/// The card that follows the pointer.
fn ghost(held: Held) -> Element {
    let Held { name, x, y, is_over_holder } = held;
    classed("div", "ghost")
        .has("aria-hidden", "true")
        .tells("data-over", move || is_over_holder)
        .has("style", &format!("transform: translate({x}px, {y}px)"))
        .with(element("b").text(&name))
}
