//! The ledger: what every account holds, whether it all adds up, and the latest postings.

use leptos::prelude::*;
use world::ledger::{self, Posting};
use world::world::World;

use crate::elements::{Element, el, element};
use crate::panels::journal::elapsed;
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{Language, fill, kwh, message};

type Cause<P> = <<P as World>::Account as ledger::Account>::Cause;

/// The maximum number of postings shown.
const POSTINGS_SHOWN: usize = 12;

/// The ledger.
pub fn ledger_panel<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    // The accounts change whenever a posting is made or grows.
    let accounts = shell.look_after_paint(|session| shown_accounts(session.world()));
    let check = move || shell.at_after_paint(|session| session.world().check());
    let verdict = move || {
        let language = language.get();
        match check() {
            Ok(()) => message::LEDGER_BALANCED.in_language(language).to_owned(),
            Err(why) => fill(message::LEDGER_UNBALANCED.in_language(language), &[&why]),
        }
    };
    let body = body()
        .child(
            el("p", "verdict")
                .attr("role", "status")
                .attr_bool("data-balanced", move || check().is_ok())
                .text_fn(verdict),
        )
        .child(element("table").child(element("caption").words(message::LEDGER_ACCOUNTS)).child(
            element("tbody").children_fn(move || {
                let language = language.get();
                let rows = accounts.get();
                shell.read(|session| {
                    rows.iter()
                        .map(|(account, milli, energy)| {
                            account_row(session.world(), language, *account, *milli, *energy)
                        })
                        .collect()
                })
            }),
        ))
        .child(element("h3").words(message::LEDGER_POSTINGS))
        .child(el("ol", "postings").children_fn(move || {
            accounts.with(|_| ());
            let language = language.get();
            shell.read(|session| postings(session.world(), language))
        }));
    panel("ledger", message::PANEL_LEDGER, Opens::Later, body)
}

/// The accounts with something in them or with energy to show, in order: the value and the energy of each.
fn shown_accounts<P: SitePage>(world: &P) -> Vec<(P::Account, i64, Option<u64>)> {
    let all = world.ledger().accounts().map(|(account, held)| (account, held, world.account_energy(account)));
    all.filter(|(_, held, energy)| *held != 0 || energy.is_some_and(|energy| energy > 0)).collect()
}

fn account_row<P: SitePage>(
    world: &P,
    language: Language,
    account: P::Account,
    milli: i64,
    energy: Option<u64>,
) -> Element {
    let sum = element("td").text(&P::amount(language, milli));
    let sum = match energy {
        Some(energy) => {
            sum.attr("data-watt-hours", &energy.to_string()).child(el("small", "energy").text(&kwh(language, energy)))
        }
        None => sum,
    };
    element("tr")
        .attr("data-account", &account.to_string())
        .attr("data-milli", &milli.to_string())
        .child(element("th").attr("scope", "row").text(&world.account_name(language, account)))
        .child(sum)
}

/// The latest postings, newest first.
fn postings<P: SitePage>(world: &P, language: Language) -> Vec<Element> {
    let postings = world.ledger().postings();
    if postings.is_empty() {
        return vec![element("li").text(message::LEDGER_NO_POSTINGS.in_language(language))];
    }
    let row = |Posting { at, from, to, amount, cause, .. }: &Posting<P::Account, Cause<P>>| {
        let way = format!("{} \u{2192} {}", world.account_name(language, *from), world.account_name(language, *to));
        element("li")
            .child(element("b").text(P::cause_name(*cause).in_language(language)))
            .child(el("span", "sum").text(&P::amount(language, *amount)))
            .child(el("span", "way").text(&way))
            .child(element("time").text(&elapsed(*at)))
    };
    postings.iter().rev().take(POSTINGS_SHOWN).map(row).collect()
}
