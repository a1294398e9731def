//! The ledger: what every account holds, whether it all adds up, and the latest postings.

use firmware_core::text::Language;
use leptos::prelude::*;
use world::ledger::Posting;
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::world::World as _;

use crate::i18n::{exact_kr, fill, label, sentence, trade, use_language};
use crate::journal::elapsed;
use crate::markup::{Element, classed, element};
use crate::panel::{Opens, body, panel, watch};
use crate::shell::use_shell;

/// So many postings are shown.
const POSTINGS_SHOWN: usize = 12;

/// The ledger.
pub fn ledger_panel() -> Element {
    let shell = use_shell();
    let language = use_language();
    let watch = watch();
    // The accounts change whenever a posting is made or grows.
    let accounts = shell.look(|session| held(session.world()));
    let check = move || watch.at(|session| session.world().check());
    let verdict = move || {
        let language = language.get();
        match check() {
            Ok(()) => sentence::BALANCED.in_language(language).to_owned(),
            Err(why) => fill(sentence::UNBALANCED.in_language(language), &[&why]),
        }
    };
    let body = body()
        .with(
            classed("p", "verdict")
                .has("role", "status")
                .tells("data-balanced", move || check().is_ok())
                .shows(verdict),
        )
        .with(element("table").with(element("caption").says(label::ACCOUNTS)).with(element("tbody").varies(
            move || {
                let language = language.get();
                let rows = accounts.get();
                shell.read(|session| {
                    rows.iter()
                        .map(|(account, milli)| account_row(session.world(), language, *account, *milli))
                        .collect()
                })
            },
        )))
        .with(element("h3").says(label::POSTINGS))
        .with(classed("ol", "postings").varies(move || {
            accounts.with(|_| ());
            let language = language.get();
            shell.read(|session| postings(session.world(), language))
        }));
    panel("ledger", label::LEDGER, Opens::Later, body)
}

fn held(world: &Quay) -> Vec<(Account, i64)> {
    world.ledger().accounts().filter(|(_, milli)| *milli != 0).collect()
}

fn account_row(world: &Quay, language: Language, account: Account, milli: i64) -> Element {
    element("tr")
        .has("data-account", &account.to_string())
        .has("data-milli", &milli.to_string())
        .with(element("th").has("scope", "row").text(&name(world, language, account)))
        .with(element("td").text(&exact_kr(language, milli)))
}

/// The latest postings, newest first.
fn postings(world: &Quay, language: Language) -> Vec<Element> {
    let postings = world.ledger().postings();
    if postings.is_empty() {
        return vec![element("li").text(sentence::NO_POSTINGS.in_language(language))];
    }
    let told = |Posting { at, from, to, amount, cause, .. }: &Posting<Account, Cause>| {
        let way = format!("{} \u{2192} {}", name(world, language, *from), name(world, language, *to));
        element("li")
            .with(element("b").text(trade::cause(*cause).in_language(language)))
            .with(classed("span", "sum").text(&exact_kr(language, *amount)))
            .with(classed("span", "way").text(&way))
            .with(element("time").text(&elapsed(*at)))
    };
    postings.iter().rev().take(POSTINGS_SHOWN).map(told).collect()
}

/// An account, with the name that the owner of a card gave it.
fn name(world: &Quay, language: Language, account: Account) -> String {
    let name = trade::account(language, account);
    let card = match account {
        Account::Card(id) | Account::Frozen(id) => world.card(id),
        _ => None,
    };
    match card {
        Some(card) => format!("{name} \u{b7} {}", card.name),
        None => name,
    }
}
