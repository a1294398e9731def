//! The service point: loads, sells, writes entitlements, reads, and takes reports of lost cards; the tariff.

use firmware_core::validator::fare::PROFILES;
use leptos::prelude::*;
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
const SERVICES: [(&str, Words, fn(String) -> Act); 4] = [
    ("read", label::READ, Act::ReadOut),
    ("fetch", label::FETCH, Act::Fetch),
    ("report-lost", label::REPORT_LOST, Act::ReportLost),
    ("report-found", label::REPORT_FOUND, Act::ReportFound),
];

/// The service point.
pub fn service_panel() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let refused = RwSignal::new(String::new());
    let services = SERVICES.map(|(what, words, act)| {
        button(words).has("data-service", what).on("click", move |event| {
            if let Some(form) = form_of(&event) {
                shell.act(act(typed(&form, "card")));
            }
        })
    });
    let load = move |event| {
        let form = submitted(&event);
        let amount = told::typed_amount(language.get_untracked(), &typed(&form, "amount"));
        if let Some(amount) = accepted(amount, refused) {
            shell.act(Act::Load(typed(&form, "card"), amount));
        }
    };
    let dates = move |form: &web_sys::HtmlFormElement| {
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
    let entitle = move |event| {
        let form = submitted(&event);
        let until = told::typed_date(language.get_untracked(), &typed(&form, "until"));
        if let Some(until) = accepted(until, refused) {
            let free = typed(&form, "entitlement") == "free";
            let entitlement = if free { Entitlement::Free } else { Entitlement::Reduced };
            shell.act(Act::Entitle(typed(&form, "card"), entitlement, until));
        }
    };
    let set_fare = move |event| {
        let form = submitted(&event);
        let fare = typed(&form, "fare");
        let fare = (fare != "none").then(|| chosen_fare(&fare));
        shell.act(Act::SetFare(typed(&form, "card"), fare));
    };
    let entitlements = [(Entitlement::Reduced, "reduced"), (Entitlement::Free, "free")];
    let entitlements =
        entitlements.map(|(kind, name)| element("option").has("value", name).says(told::entitlement(kind)));
    let fares = [(label::NO_FARE, "none"), (told::fare(chosen_fare("normal")), "normal")];
    let fares = fares.into_iter().chain([(told::fare(chosen_fare("reduced")), "reduced")]);
    let fares = fares.map(|(words, name)| element("option").has("value", name).says(words));
    let profiles = PROFILES
        .iter()
        .enumerate()
        .map(|(place, profile)| element("option").has("value", &place.to_string()).text(profile.label));
    let tariff = element("select").has("data-tariff", "").with_all(profiles).on("change", move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            shell.act(Act::SetTariff(place));
        }
    });
    let form = |name: &'static str| classed("form", "fields").has("data-form", name).with(card_choice());
    let submit = |words: Words| element("button").says(words);
    let amount = field("amount", "20").has("inputmode", "decimal");
    let body = body()
        .with(
            form("service")
                .on("submit", |event| {
                    submitted(&event);
                })
                .with(classed("div", "buttons").with_all(services)),
        )
        .with(
            form("load")
                .on("submit", load)
                .with(labelled(label::AMOUNT, amount).has("class", "narrow"))
                .with(classed("button", "primary").says(label::LOAD)),
        )
        .with(
            form("sell-period")
                .on("submit", period)
                .with(fare_choice())
                .with(labelled(label::FROM_DAY, field("from", &today())))
                .with(labelled(label::UNTIL_DAY, field("to", &today())))
                .with(submit(label::SELL_PERIOD)),
        )
        .with(
            form("entitle")
                .on("submit", entitle)
                .with(labelled(label::ENTITLEMENT, element("select").has("name", "entitlement").with_all(entitlements)))
                .with(labelled(label::UNTIL_DAY, field("until", &today())))
                .with(submit(label::ENTITLE)),
        )
        .with(
            form("set-fare")
                .on("submit", set_fare)
                .with(labelled(label::FARE, element("select").has("name", "fare").with_all(fares)))
                .with(submit(label::SET_FARE)),
        )
        .with(
            form("set-days")
                .on("submit", days)
                .with(labelled(label::FROM_DAY, field("from", &today())))
                .with(labelled(label::UNTIL_DAY, field("to", &today())))
                .with(submit(label::SET_DAYS)),
        )
        .with(objection(refused))
        .with(labelled(label::TARIFF, tariff));
    panel("service", label::SERVICE, Opens::Later, body)
}
