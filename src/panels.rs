//! What all panels have in common: the frame that opens and closes, the fields of a form, and the answer to an act.

pub mod back;
pub mod bars;
pub mod clock;
pub mod feature_file;
pub mod help;
pub mod journal;
pub mod language_choice;
pub mod ledger;
pub mod offline;
pub mod preferences;
pub mod projector;
pub mod session;
pub mod settings;
pub mod twin;
pub mod views;

use leptos::prelude::*;
use world::act::SiteAct as _;
use world::session::{Line, Session};

use crate::elements::focus::focus_after_frame;
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, confirm, el, element};
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{Words, message};

/// From this width on, in pixels, panels are beside the device; the same as in `page.css`.
const WIDE: f64 = 960.0;

/// How panels look.
const STYLE: &str = include_str!("../style/panels.css");
/// The styles on paper.
const PRINT_STYLE: &str = include_str!("../style/print.css");

/// Applies the styles of the panels.
pub fn styles() {
    adopt_styles(STYLE);
    adopt_styles(PRINT_STYLE);
}

/// When a panel is open from the beginning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opens {
    /// Never.
    Later,
    /// Where the panels are beside the device.
    Beside,
    /// Always.
    AtOnce,
}

/// A part of the page that opens and closes; `name` is what the page's tests call it. What is in it is still to come.
pub fn panel(name: &'static str, title: Words, opens: Opens, body: Element) -> Element {
    let is_wide = || window().inner_width().is_ok_and(|width| width.as_f64().is_some_and(|width| width >= WIDE));
    let panel = el("details", "panel").attr("data-panel", name);
    let panel =
        if opens == Opens::AtOnce || opens == Opens::Beside && is_wide() { panel.attr("open", "") } else { panel };
    panel.child(element("summary").child(element("h2").words(title))).child(body)
}

/// What a panel opens to.
pub fn body() -> Element {
    el("div", "panel-body")
}

/// The switch of a site's power, with what it says while there is power and while there is none.
pub fn power_switch<P: SitePage>(name: Words, on: Words, off: Words) -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let has_power = move || shell.at(|session| session.world().has_power());
    button(name)
        .attr("data-power", "")
        .attr_bool("aria-pressed", has_power)
        .text_fn(move || format!(": {}", if has_power() { on } else { off }.in_language(language.get())))
        .on("click", move |_| {
            let has_power = shell.read(|session| session.world().has_power());
            shell.act(if has_power { P::Act::POWER_OFF } else { P::Act::POWER_ON });
        })
}

/// The panels of a page: those of its site, those that all sites have, and the dialog that asks.
pub fn all_panels<P: SitePage>() -> Vec<Element> {
    let mut panels = P::panels();
    panels.extend([
        clock::clock_panel::<P>(),
        ledger::ledger_panel::<P>(),
        journal::journal_panel::<P>(),
        settings::settings_panel::<P>(),
        preferences::preferences_panel(),
        session::session_panel::<P>(),
        confirm::confirm_dialog(),
    ]);
    panels
}

/// What the last act was answered with: nothing, a sentence of the desk, or a refusal. It stays until the next act or
/// until it is put away.
pub fn answer_line<P: SitePage>() -> Element {
    let language = use_language();
    let shell = use_shell::<P>();
    // The same answer to another act is shown again.
    let act = |session: &Session<P>| session.journal().iter().rposition(|line| matches!(line, Line::Acted { .. }));
    let put_away = RwSignal::new(None);
    let text = move || {
        let language = language.get();
        shell.at(|session| session.answer().map(|answer| P::describe_answer(language, answer))).unwrap_or_default()
    };
    let class = move || {
        let is_shown = !text().is_empty() && shell.at(act) != put_away.get();
        if is_shown { "answer shown" } else { "answer" }.to_owned()
    };
    let text_line = element("p")
        .attr("data-answer", "")
        .attr("role", "status")
        .attr_bool("data-refused", move || shell.at(|session| session.answer().is_some_and(Result::is_err)))
        .text_fn(text);
    let dismiss = el("button", "quiet")
        .attr("type", "button")
        .attr_fn("aria-label", move || message::DISMISS.in_language(language.get()).to_owned())
        .text("\u{d7}")
        .on("click", move |_| {
            put_away.set(shell.read(act));
            focus_after_frame(".pillar, .bus");
        });
    element("div").attr_fn("class", class).child(text_line).child(dismiss)
}
