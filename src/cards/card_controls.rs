//! What can be done to a card in any wallet, beside presenting it: another name, and what is asked about first.

use std::fmt::Write as _;

use firmware_core::card::CardBytes;
use firmware_core::mifare::{self, Keys};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use world::act::SiteAct;

use crate::browser::download;
use crate::elements::bottom_sheet::use_bottom_sheet;
use crate::elements::confirm::use_confirm;
use crate::elements::focus::focus;
use crate::elements::form::{submitted, typed};
use crate::elements::{Element, button, el, element, field, labelled};
use crate::session::shell::{use_shell, was_done};
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{Words, fill, message};

/// A button for an act that cannot be undone: what it is called, what it says and what it asks.
type DrasticButton<A> = (&'static str, Words, Words, fn(String) -> A);

fn drastic<A: SiteAct>() -> [DrasticButton<A>; 3] {
    [
        ("destroy", message::CARD_DESTROY, message::ASK_DESTROY, A::destroy),
        ("lose", message::CARD_LOSE, message::ASK_LOSE, A::lose),
        ("discard", message::CARD_DISCARD, message::ASK_DISCARD, A::discard),
    ]
}

/// The buttons, the forms for another name and for another card beside it, and `inside`: the contents of the card.
pub fn card_controls<P: SitePage>(
    name: impl Fn() -> String + Copy + Send + Sync + 'static,
    inside: Element,
) -> [Element; 4] {
    let shell = use_shell::<P>();
    let language = use_language();
    let confirm = use_confirm();
    let renaming = RwSignal::new(false);
    let drastic = drastic::<P::Act>().map(|(what, words, question, act)| {
        quiet(words).attr("data-do", what).on("click", move |_| {
            let name = name();
            let question = fill(question.in_language(language.get_untracked()), &[&name]);
            confirm.ask(question, words, move || shell.act(act(name.clone())));
        })
    });
    let rename = quiet(message::CARD_RENAME)
        .attr("data-do", "rename")
        .attr_bool("aria-expanded", move || renaming.get())
        .on("click", move |_| renaming.update(|renaming| *renaming = !*renaming));
    let save = quiet(message::CARD_SAVE_CHIP).attr("data-do", "save-chip").on("click", move |_| {
        if let Some(chip) = shell.read(|session| session.world().chip(&name())) {
            // A browser that saves no files says so itself.
            let _ = download::save(&format!("{}.mct", name()), &dump(&chip));
        }
    });
    let opener = rename.clone();
    let form = move |is_open: &str| {
        if is_open.is_empty() { Vec::new() } else { vec![rename_form::<P>(name(), renaming, &opener)] }
    };
    [
        el("div", "card-actions").child(rename).child(save).children(drastic),
        element("div").children_keyed(move || if renaming.get() { "renaming" } else { "" }.to_owned(), form),
        together_form::<P>(name),
        el("details", "card-inside").child(element("summary").words(message::CARD_INSIDE)).child(inside),
    ]
}

/// The form that presents this card together with another one (DK-39).
fn together_form<P: SitePage>(name: impl Fn() -> String + Copy + Send + Sync + 'static) -> Element {
    let shell = use_shell::<P>();
    let sheet = use_bottom_sheet();
    let names =
        shell.look_after_paint(|session| session.world().cards().map(|card| card.name.clone()).collect::<Vec<_>>());
    let others = element("select").attr("name", "other").children_fn(move || {
        let others = names.get().into_iter().filter(|other| *other != name());
        others.map(|other| element("option").attr("value", &other).text(&other)).collect()
    });
    el("form", "fields")
        .attr("data-form", "together")
        .on("submit", move |event| {
            shell.act(P::present_both(name(), typed(&submitted(&event), "other")));
            sheet.close_with_focus();
        })
        .child(labelled(message::CARD_TOGETHER, others))
        .child(element("button").words(message::CARD_USE_BOTH))
}

/// A card as apps write it to a blank MIFARE Classic 1K: the sectors that are ours, a block a line, with the keys that
/// blank cards come with (the dump format of MIFARE Classic Tool).
fn dump(chip: &CardBytes) -> String {
    let mut text = String::new();
    for sector in 0..mifare::SECTORS {
        let first = sector * mifare::SECTOR_BLOCKS;
        let blocks = (first..first + mifare::SECTOR_BLOCKS).map(|at| mifare::block(chip, &Keys::TRANSPORT, at));
        let Some(blocks) = blocks.collect::<Option<Vec<_>>>() else { continue };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "+Sector: {sector}");
        for block in blocks {
            for byte in block {
                let _ = write!(text, "{byte:02X}");
            }
            text.push('\n');
        }
    }
    text
}

/// A button that does not stand out.
pub fn quiet(words: Words) -> Element {
    button(words).attr("class", "quiet")
}

fn rename_form<P: SitePage>(from: String, renaming: RwSignal<bool>, opener: &Element) -> Element {
    let shell = use_shell::<P>();
    let name = field("name", &from);
    let shown = name.clone();
    // It can have the focus once it stands on the page.
    Timeout::new(0, move || {
        focus(shown.node());
    })
    .forget();
    let openers = [opener.clone(), opener.clone()];
    let [close, cancel] = openers.map(|opener| {
        move || {
            focus(opener.node());
            renaming.set(false);
        }
    });
    element("form")
        .attr("class", "fields")
        .attr("data-form", "rename")
        .on("submit", move |event| {
            let to = typed(&submitted(&event), "name");
            shell.act(P::Act::rename(from.clone(), to));
            // A refused name stays in the field, with the refusal beside it.
            if was_done(shell) {
                close();
            }
        })
        .child(labelled(message::CARD_NAME, name))
        .child(element("button").words(message::CARD_SAVE_NAME))
        .child(quiet(message::CARD_CANCEL).on("click", move |_| cancel()))
}

/// What else can be done to a card, behind one word; `name` is the card's.
pub fn card_menu(name: impl Fn() -> String + 'static, actions: Element) -> Element {
    let language = use_language();
    let spoken = move || format!("{}: {}", message::WALLET_MORE.in_language(language.get()), name());
    el("details", "card-more")
        .child(element("summary").attr_fn("aria-label", spoken).child(element("span").words(message::WALLET_MORE)))
        .child(el("div", "card-menu").child(actions))
}
