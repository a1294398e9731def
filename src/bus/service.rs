//! The service point: loads, sells, writes entitlements, reads, and takes reports of lost cards; the tariff.

use firmware_core::validator::fare::PROFILES;
use leptos::prelude::*;
use web_sys::HtmlFormElement;
use world::bus::Bus;
use world::bus::act::Act;
use world::bus::wallet::Entitlement;

use super::shop::{chosen_fare, fare_choice, today};
use super::wallet::card_choice;
use super::{label, told};
use crate::i18n::{Words, use_language};
use crate::markup::{Element, button, classed, element, field, labelled};
use crate::panel::{Opens, accepted, body, form_of, objection, panel, submitted, typed};
use crate::shell::use_shell;

/// What a button is called, what it says, and what the service point does with a card.
type Service = (&'static str, Words, fn(String) -> Act);

const SERVICES: [Service; 4] = [
    ("read", label::READ, Act::ReadOut),
    ("fetch", label::FETCH, Act::Fetch),
    ("report-lost", label::REPORT_LOST, Act::ReportLost),
    ("report-found", label::REPORT_FOUND, Act::ReportFound),
];

/// The service point.
pub fn service_panel() -> Element {
    let refused = RwSignal::new(String::new());
    let body = body()
        .with(services())
        .with(load(refused))
        .with_all(dated(refused))
        .with(entitle(refused))
        .with(set_fare())
        .with(objection(refused))
        .with(tariff());
    panel("service", label::SERVICE, Opens::Later, body)
}

/// What is done with a card alone.
fn services() -> Element {
    let shell = use_shell::<Bus>();
    let services = SERVICES.map(|(what, words, act)| {
        button(words).has("data-service", what).on("click", move |event| {
            if let Some(form) = form_of(&event) {
                shell.act(act(typed(&form, "card")));
            }
        })
    });
    let stay = |event| {
        submitted(&event);
    };
    form("service").on("submit", stay).with(classed("div", "buttons").with_all(services))
}

/// Money for a purse.
fn load(refused: RwSignal<String>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let load = move |event| {
        let form = submitted(&event);
        let amount = told::typed_amount(language.get_untracked(), &typed(&form, "amount"));
        if let Some(amount) = accepted(amount, refused) {
            shell.act(Act::Load(typed(&form, "card"), amount));
        }
    };
    let amount = field("amount", "20").has("inputmode", "decimal");
    form("load")
        .on("submit", load)
        .with(labelled(label::AMOUNT, amount).has("class", "narrow"))
        .with(classed("button", "primary").says(label::LOAD))
}

/// What lasts from one day to another: a period ticket, and the card itself.
fn dated(refused: RwSignal<String>) -> [Element; 2] {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let dates = move |form: &HtmlFormElement| {
        let language = language.get_untracked();
        let from = accepted(told::typed_date(language, &typed(form, "from")), refused)?;
        Some((from, accepted(told::typed_date(language, &typed(form, "to")), refused)?))
    };
    let period = move |event| {
        let form = submitted(&event);
        if let Some((from, to)) = dates(&form) {
            shell.act(Act::SellPeriod(typed(&form, "card"), chosen_fare(&typed(&form, "fare")), from, to));
        }
    };
    let days = move |event| {
        let form = submitted(&event);
        if let Some((from, to)) = dates(&form) {
            shell.act(Act::SetDays(typed(&form, "card"), from, to));
        }
    };
    let fields =
        || [labelled(label::FROM_DAY, field("from", &today())), labelled(label::UNTIL_DAY, field("to", &today()))];
    let period = form("sell-period").on("submit", period).with(fare_choice()).with_all(fields());
    let days = form("set-days").on("submit", days).with_all(fields());
    [period.with(element("button").says(label::SELL_PERIOD)), days.with(element("button").says(label::SET_DAYS))]
}

/// An entitlement on a personalised card.
fn entitle(refused: RwSignal<String>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let entitle = move |event| {
        let form = submitted(&event);
        let until = told::typed_date(language.get_untracked(), &typed(&form, "until"));
        if let Some(until) = accepted(until, refused) {
            let free = typed(&form, "entitlement") == "free";
            let entitlement = if free { Entitlement::Free } else { Entitlement::Reduced };
            shell.act(Act::Entitle(typed(&form, "card"), entitlement, until));
        }
    };
    let kinds = [(Entitlement::Reduced, "reduced"), (Entitlement::Free, "free")];
    let kinds = kinds.map(|(kind, name)| element("option").has("value", name).says(told::entitlement(kind)));
    form("entitle")
        .on("submit", entitle)
        .with(labelled(label::ENTITLEMENT, element("select").has("name", "entitlement").with_all(kinds)))
        .with(labelled(label::UNTIL_DAY, field("until", &today())))
        .with(element("button").says(label::ENTITLE))
}

/// The fare that a plain tap of a card takes.
fn set_fare() -> Element {
    let shell = use_shell::<Bus>();
    let set = move |event| {
        let form = submitted(&event);
        let fare = typed(&form, "fare");
        let fare = (fare != "none").then(|| chosen_fare(&fare));
        shell.act(Act::SetFare(typed(&form, "card"), fare));
    };
    let fare = |name: &'static str| (told::fare(chosen_fare(name)), name);
    let fares = [(label::NO_FARE, "none"), fare("normal"), fare("reduced")];
    let fares = fares.map(|(words, name)| element("option").has("value", name).says(words));
    form("set-fare")
        .on("submit", set)
        .with(labelled(label::FARE, element("select").has("name", "fare").with_all(fares)))
        .with(element("button").says(label::SET_FARE))
}

/// The tariff of all buses.
fn tariff() -> Element {
    let shell = use_shell::<Bus>();
    let profiles = PROFILES
        .iter()
        .enumerate()
        .map(|(place, profile)| element("option").has("value", &place.to_string()).text(profile.label));
    let choice = element("select").has("data-tariff", "").with_all(profiles).on("change", move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            shell.act(Act::SetTariff(place));
        }
    });
    labelled(label::TARIFF, choice)
}

/// A form that is about one card.
fn form(name: &'static str) -> Element {
    classed("form", "fields").has("data-form", name).with(card_choice())
}
