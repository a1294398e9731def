//! The web shop: what can be ordered for a card, and what waits.

use firmware_core::card::FareKind;
use firmware_core::validator::Goods;
use leptos::prelude::*;
use world::bus::Bus;
use world::bus::act::Act;
use world::bus::shop::PERIOD_DAYS;
use world::world::World as _;

use super::wallet::card_choice;
use super::{amounts, input, names};
use crate::elements::form::{accepted, objection, submitted, typed};
use crate::elements::{Element, el, element, field, labelled};
use crate::panels::{Opens, body, panel};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{Language, date, fill, message};

/// The web shop.
pub fn shop_panel() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let refused = RwSignal::new(String::new());
    let top_up = move |event| {
        let form = submitted(&event);
        let amount = input::amount(language.get_untracked(), &typed(&form, "amount"));
        if let Some(amount) = accepted(amount, refused) {
            shell.act(Act::OrderTopUp(typed(&form, "card"), amount));
        }
    };
    let period = move |event| {
        let form = submitted(&event);
        let language = language.get_untracked();
        let days = input::days(language, &typed(&form, "days"));
        if let Some(from) = accepted(input::date(language, &typed(&form, "from")), refused)
            && let Some(days) = accepted(days, refused)
        {
            shell.act(Act::OrderPeriod(typed(&form, "card"), chosen_fare(&typed(&form, "fare")), from, days));
        }
    };
    let waiting = move || {
        let language = language.get();
        shell.at_after_paint(|session| {
            let world = session.world();
            let waiting = world.shop().waiting().iter().map(|waiting| {
                let name = world.card(waiting.order.card).map(|card| card.name.clone()).unwrap_or_default();
                element("li").text(&format!("{name}: {}", goods(language, waiting.order.goods)))
            });
            let waiting: Vec<_> = waiting.collect();
            if waiting.is_empty() {
                vec![element("li").text(message::SHOP_NOTHING_WAITS.in_language(language))]
            } else {
                waiting
            }
        })
    };
    let days = PERIOD_DAYS.map(|days| element("option").attr("value", &days.to_string()).text(&days.to_string()));
    let amount = field("amount", "20").attr("inputmode", "decimal");
    let body = body()
        .child(el("p", "hint").words(message::SHOP_HINT))
        .child(
            el("form", "fields")
                .attr("data-form", "top-up")
                .on("submit", top_up)
                .child(card_choice())
                .child(labelled(message::BUS_CARD_AMOUNT, amount).attr("class", "narrow"))
                .child(el("button", "primary").words(message::SHOP_TOP_UP)),
        )
        .child(
            el("form", "fields")
                .attr("data-form", "order-period")
                .on("submit", period)
                .child(card_choice())
                .child(fare_choice())
                .child(labelled(message::SHOP_FROM_DAY, field("from", &today())))
                .child(labelled(message::SHOP_DAYS, element("select").attr("name", "days").children(days)))
                .child(element("button").words(message::SHOP_ORDER_PERIOD)),
        )
        .child(objection(refused))
        .child(element("h3").words(message::SHOP_WAITING))
        .child(el("ul", "postings").attr("data-waiting", "").children_fn(waiting));
    panel("shop", message::PANEL_SHOP, Opens::Later, body)
}

/// What was ordered.
pub fn goods(language: Language, goods: Goods) -> String {
    match goods {
        Goods::Purse(amount) => {
            let amount = amounts::zl(language, i64::from(amount.0));
            fill(message::SHOP_PURSE_ORDER.in_language(language), &[&amount])
        }
        Goods::Period(contract) => {
            let (from, to) = (date(language, contract.from), date(language, contract.to));
            fill(message::SHOP_PERIOD_ORDER.in_language(language), &[&from, &to])
        }
    }
}

/// Normal or reduced, for a form.
pub fn fare_choice() -> Element {
    let fares = [(FareKind::Normal, "normal"), (FareKind::Reduced, "reduced")];
    let fares = fares.map(|(fare, name)| element("option").attr("value", name).words(names::fare(fare)));
    labelled(message::SHOP_FARE, element("select").attr("name", "fare").children(fares))
}

/// What is chosen there.
pub fn chosen_fare(name: &str) -> FareKind {
    if name == "reduced" { FareKind::Reduced } else { FareKind::Normal }
}

/// The day on which the page was opened, as a form begins.
pub fn today() -> String {
    use_shell::<Bus>().read(|session| session.world().civil().date().to_string())
}
