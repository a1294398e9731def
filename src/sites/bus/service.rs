//! The service point: loads, sells, writes entitlements, reads, and takes reports of lost cards; the tariff.

use firmware_core::card::FareKind;
use firmware_core::money::Grosz;
use firmware_core::validator::fare::{ANY_STOPS, LoadClass, PROFILES, Profile, Tariff};
use leptos::prelude::*;
use web_sys::{Event, HtmlFormElement, HtmlInputElement};
use world::bus::Bus;
use world::bus::act::Act;
use world::bus::service::fare_word;
use world::bus::wallet::{Entitlement, Issue};
use world::session::Session;
use world::world::World as _;

use super::shop::{chosen_fare, fare_choice, today};
use super::wallet::card_choice;
use super::{amounts, input, names};
use crate::elements::form::{accepted, form_of, objection, submitted, typed};
use crate::elements::{Element, button, el, element, field, labelled};
use crate::panels::{Opens, body, panel};
use crate::session::shell::{use_shell, was_done};
use crate::texts::language::use_language;
use crate::texts::{Words, fill, message};

/// What a button is called, what it says, and what the service point does with a card.
type Service = (&'static str, Words, fn(String) -> Act);

const SERVICES: [Service; 4] = [
    ("read", message::SERVICE_READ, Act::ReadOut),
    ("fetch", message::SERVICE_FETCH, Act::Fetch),
    ("report-lost", message::SERVICE_REPORT_LOST, Act::ReportLost),
    ("report-found", message::SERVICE_REPORT_FOUND, Act::ReportFound),
];

/// The service point.
pub fn service_panel() -> Element {
    let refused = RwSignal::new(String::new());
    let body = body()
        .child(services())
        .child(sell(refused))
        .child(load(refused))
        .children(dated(refused))
        .child(entitle(refused))
        .child(set_fare())
        .child(objection(refused))
        .child(tariff())
        .child(prices());
    panel("service", message::PANEL_SERVICE, Opens::Later, body)
}

/// What is done with a card alone.
fn services() -> Element {
    let shell = use_shell::<Bus>();
    let services = SERVICES.map(|(what, words, act)| {
        button(words).attr("data-service", what).on("click", move |event| {
            if let Some(form) = form_of(&event) {
                shell.act(act(typed(&form, "card")));
            }
        })
    });
    let stay = |event| {
        submitted(&event);
    };
    form("service").on("submit", stay).child(el("div", "buttons").children(services))
}

/// A new card with its first load.
fn sell(refused: RwSignal<String>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let hand_out = move |event| {
        let form = submitted(&event);
        let kind = typed(&form, "kind").parse().ok().and_then(|index: usize| Issue::ALL.get(index).copied());
        let amount = input::amount(language.get_untracked(), &typed(&form, "amount"));
        if let (Some(kind), Some(amount)) = (kind, accepted(amount, refused)) {
            shell.act(Act::Sell(kind, typed(&form, "name"), amount));
            if was_done(shell) {
                form.reset();
            }
        }
    };
    let sold = Issue::ALL.iter().enumerate().filter(|(_, issue)| issue.first_load_min().is_some());
    let kinds =
        sold.map(|(index, issue)| element("option").attr("value", &index.to_string()).words(names::issue(*issue)));
    let amount = field("amount", "50").attr("inputmode", "decimal");
    el("form", "fields")
        .attr("data-form", "sell")
        .on("submit", hand_out)
        .child(labelled(message::CARD_NAME, field("name", "")))
        .child(labelled(message::CARD_KIND, element("select").attr("name", "kind").children(kinds)))
        .child(labelled(message::SERVICE_FIRST_LOAD, amount).attr("class", "narrow"))
        .child(element("button").words(message::SERVICE_SELL_CARD))
}

/// Money for a purse.
fn load(refused: RwSignal<String>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let load = move |event| {
        let form = submitted(&event);
        let amount = input::amount(language.get_untracked(), &typed(&form, "amount"));
        if let Some(amount) = accepted(amount, refused) {
            shell.act(Act::Load(typed(&form, "card"), amount));
        }
    };
    let amount = field("amount", "20").attr("inputmode", "decimal");
    form("load")
        .on("submit", load)
        .child(labelled(message::BUS_CARD_AMOUNT, amount).attr("class", "narrow"))
        .child(el("button", "primary").words(message::SERVICE_LOAD))
}

/// What lasts from one day to another: a period ticket, and the card itself.
fn dated(refused: RwSignal<String>) -> [Element; 2] {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let dates = move |form: &HtmlFormElement| {
        let language = language.get_untracked();
        let from = accepted(input::date(language, &typed(form, "from")), refused)?;
        Some((from, accepted(input::date(language, &typed(form, "to")), refused)?))
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
    let fields = || {
        [
            labelled(message::SHOP_FROM_DAY, field("from", &today())),
            labelled(message::SHOP_UNTIL_DAY, field("to", &today())),
        ]
    };
    let period = form("sell-period").on("submit", period).child(fare_choice()).children(fields());
    let days = form("set-days").on("submit", days).children(fields());
    [
        period.child(element("button").words(message::SERVICE_SELL_PERIOD)),
        days.child(element("button").words(message::SERVICE_SET_DAYS)),
    ]
}

/// An entitlement on a personalised card.
fn entitle(refused: RwSignal<String>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let entitle = move |event| {
        let form = submitted(&event);
        let until = input::date(language.get_untracked(), &typed(&form, "until"));
        if let Some(until) = accepted(until, refused) {
            let free = typed(&form, "entitlement") == "free";
            let entitlement = if free { Entitlement::Free } else { Entitlement::Reduced };
            shell.act(Act::Entitle(typed(&form, "card"), entitlement, until));
        }
    };
    let kinds = [(Entitlement::Reduced, "reduced"), (Entitlement::Free, "free")];
    let kinds = kinds.map(|(kind, name)| element("option").attr("value", name).words(names::entitlement(kind)));
    form("entitle")
        .on("submit", entitle)
        .child(labelled(message::SERVICE_ENTITLEMENT, element("select").attr("name", "entitlement").children(kinds)))
        .child(labelled(message::SHOP_UNTIL_DAY, field("until", &today())))
        .child(element("button").words(message::SERVICE_ENTITLE))
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
    let fare = |name: &'static str| (names::fare(chosen_fare(name)), name);
    let fares = [(message::SERVICE_NO_FARE, "none"), fare("normal"), fare("reduced")];
    let fares = fares.map(|(words, name)| element("option").attr("value", name).words(words));
    form("set-fare")
        .on("submit", set)
        .child(labelled(message::SHOP_FARE, element("select").attr("name", "fare").children(fares)))
        .child(element("button").words(message::SERVICE_SET_FARE))
}

/// The tariff of all buses: one of those that are known. One whose prices were changed is none of them.
fn tariff() -> Element {
    let shell = use_shell::<Bus>();
    let profiles = PROFILES.iter().enumerate().map(|(index, profile)| {
        element("option").attr("value", &index.to_string()).words(names::tariff_in_full(profile.name))
    });
    let applies = move || {
        let name = shell.at_after_paint(|session| Profile::of(tariff_of(session)).map(|profile| profile.name));
        let index = name.and_then(|name| PROFILES.iter().position(|profile| profile.name == name));
        index.map(|index| index.to_string()).unwrap_or_default()
    };
    let choice =
        element("select").attr("data-tariff", "").children(profiles).value_fn(applies).on("change", move |event| {
            if let Ok(index) = event_target_value(&event).parse() {
                shell.act(Act::SetTariff(index));
            }
        });
    labelled(message::PANEL_TARIFF, choice)
}

/// A row of the table of prices.
#[derive(Clone, Copy)]
enum Row {
    Single,
    /// A load class from 1, and how many stops.
    Band(u8, u8),
}

impl Row {
    fn price(self, tariff: &Tariff, kind: FareKind) -> Option<Grosz> {
        match self {
            Self::Single => Some(tariff.single.of(kind)),
            Self::Band(class, stops) => {
                let class = tariff.classes.get(usize::from(class).checked_sub(1)?)?;
                class.bands.iter().find(|band| band.stops_to == stops).map(|band| band.fare.of(kind))
            }
        }
    }

    const fn act(self, kind: FareKind, price: Grosz) -> Act {
        match self {
            Self::Single => Act::SetSingle(kind, price),
            Self::Band(class, stops) => Act::SetBand(class, stops, kind, price),
        }
    }

    /// What the page's tests call it.
    fn name(self) -> String {
        match self {
            Self::Single => "single".to_owned(),
            Self::Band(class, stops) => format!("{class}-{stops}"),
        }
    }
}

/// What a ride costs by the tariff that applies; every price can be changed.
fn prices() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let refused = RwSignal::new(String::new());
    let head = element("tr")
        .child(element("td"))
        .children([FareKind::Normal, FareKind::Reduced].map(|kind| element("th").words(names::fare(kind))));
    // The rows are others only with another tariff; what they cost follows by itself.
    let shape = move || {
        let classes = shell.at_after_paint(|session| tariff_of(session).classes.clone());
        let class = |class: &LoadClass| {
            let bands = class.bands.iter().map(|band| format!(" {}", band.stops_to));
            format!("{}{}\n", class.load_from.0, bands.collect::<String>())
        };
        classes.iter().map(class).collect::<String>()
    };
    let rows = move |_: &str| {
        let tariff = shell.read(|session| tariff_of(session).clone());
        let single = move || message::TARIFF_SINGLE.in_language(language.get()).to_owned();
        let mut rows = vec![price_row(Row::Single, refused, single)];
        for (class, number) in tariff.classes.iter().zip(1..) {
            let from = i64::from(class.load_from.0);
            let load = move || {
                fill(message::TARIFF_LOAD_CLASS.in_language(language.get()), &[&amounts::zl(language.get(), from)])
            };
            if tariff.classes.len() > 1 {
                rows.push(element("tr").child(element("th").attr("colspan", "3").text_fn(load)));
            }
            for band in &class.bands {
                let stops = band.stops_to;
                let label = move || match stops {
                    ANY_STOPS => message::TARIFF_FURTHER.in_language(language.get()).to_owned(),
                    _ => fill(message::TARIFF_UP_TO_STOPS.in_language(language.get()), &[&stops.to_string()]),
                };
                rows.push(price_row(Row::Band(number, stops), refused, label));
            }
        }
        rows
    };
    let table = el("table", "prices")
        .child(element("caption").words(message::TARIFF_PRICES))
        .child(element("thead").child(head))
        .child(element("tbody").children_keyed(shape, rows));
    el("div", "price-list").child(table).child(objection(refused))
}

/// One row of it, with a field for each fare.
fn price_row(row: Row, refused: RwSignal<String>, label: impl Fn() -> String + Copy + 'static) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let fields = [FareKind::Normal, FareKind::Reduced].map(|kind| {
        let holds = move || {
            let price = shell.at(|session| row.price(tariff_of(session), kind));
            price.map(|price| amounts::number(language.get(), i64::from(price.0))).unwrap_or_default()
        };
        let change = move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            let price = input::amount(language.get_untracked(), &field.value());
            if let Some(price) = accepted(price, refused) {
                shell.act(row.act(kind, price));
            }
            // A refused price goes back to the one that holds.
            field.set_value(&untrack(holds));
        };
        let field = element("input")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("data-price", &format!("{} {}", row.name(), fare_word(kind)))
            .attr_fn("aria-label", move || format!("{}, {}", label(), names::fare(kind).in_language(language.get())))
            .value_fn(holds)
            .on("change", change);
        element("td").child(field)
    });
    element("tr").child(element("th").text_fn(label)).children(fields)
}

fn tariff_of(session: &Session<Bus>) -> &Tariff {
    session.world().bench().settings().tariff()
}

/// A form that is about one card.
fn form(name: &'static str) -> Element {
    el("form", "fields").attr("data-form", name).child(card_choice())
}
