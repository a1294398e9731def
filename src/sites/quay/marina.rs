//! Boats and power: the pedestal one stands at, its four boats, and the mains of the quay.

use firmware_core::money::MilliOre;
use firmware_core::pedestal::Socket;
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement};
use world::quay::PEDESTALS;
use world::quay::Quay;
use world::quay::account::Account;
use world::quay::act::Act;
use world::quay::marina::Appliance;
use world::world::World as _;

use super::names;
use super::sockets::number_of;
use crate::elements::{Element, el, element};
use crate::panels::{Opens, body, panel, power_switch};
use crate::session::shell::use_shell;
use crate::texts::language::use_language;
use crate::texts::{Language, fill, kr, kwh, message};

/// A socket and the boat that lies there.
#[derive(Clone, Copy, PartialEq)]
struct Berth {
    live: bool,
    plugged: bool,
    /// Thousandths of an øre.
    credit: i64,
    /// What the credit buys, in watt-hours.
    watt_hours: u64,
    /// What it has delivered since it was last free, in watt-hours.
    delivered: u64,
    /// What the boat draws at this moment.
    watts: u32,
    switched_on: [bool; Appliance::ALL.len()],
}

impl Berth {
    fn of(world: &Quay, socket: Socket) -> Self {
        let boat = &world.boats()[socket.index()];
        let live = world.is_live(socket);
        let credit = world.ledger().balance(Account::Socket(world.here(), socket));
        let price = world.bench().settings().price();
        Self {
            live,
            plugged: boat.plugged,
            credit,
            watt_hours: MilliOre(u64::try_from(credit).unwrap_or_default()).energy_at(price).0,
            delivered: world.delivered(socket).0,
            watts: if live { boat.watts() } else { 0 },
            switched_on: Appliance::ALL.map(|appliance| boat.is_on(appliance)),
        }
    }

    /// How many minutes the credit lasts if nothing changes; none while nothing is drawn.
    fn minutes(self) -> Option<u64> {
        (self.watt_hours * 60).checked_div(self.watts.into())
    }

    fn lasts(self, language: Language) -> String {
        self.minutes().map_or("\u{2013}".to_owned(), |minutes| {
            let (hours, minutes) = ((minutes / 60).to_string(), format!("{:02}", minutes % 60));
            fill(message::BOATS_HOURS_MINUTES.in_language(language), &[&hours, &minutes])
        })
    }
}

/// Power: `500 W`.
fn watts(language: Language, watts: u32) -> String {
    format!("{watts} {}", message::UNIT_WATTS.in_language(language))
}

/// Boats and power.
pub fn boats_panel() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let walks = (1u8..).take(PEDESTALS).map(|number| {
        element("button")
            .attr("type", "button")
            .attr("data-walk", &number.to_string())
            .attr_bool("aria-pressed", move || shell.at(|session| session.world().here() == u16::from(number)))
            .text_fn(move || fill(message::PEDESTAL_NUMBER.in_language(language.get()), &[&number.to_string()]))
            .on("click", move |_| shell.act(Act::Walk(number)))
    });
    let mains = power_switch::<Quay>(message::BOATS_MAINS, message::BOATS_MAINS_ON, message::BOATS_MAINS_OFF);
    let choice = el("div", "choice").attr("role", "group").attr("aria-labelledby", "walk").children(walks);
    let controls = el("div", "row")
        .child(element("span").attr("id", "walk").words(message::BOATS_WALK))
        .child(choice)
        .child(mains);
    let body = body().child(controls).child(el("ul", "berths").children(Socket::ALL.map(berth)));
    panel("boats", message::PANEL_BOATS, Opens::Beside, body)
}

/// A socket and its boat.
fn berth(socket: Socket) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let berth = shell.look(move |session| Berth::of(session.world(), socket));
    let number = number_of(socket);
    let of = move |look: fn(Berth, Language) -> String| look(berth.get(), language.get());
    let is_live = move || berth.get().live;
    let is_plugged = move || berth.get().plugged;
    let aboard = Appliance::ALL.map(|appliance| {
        let is_on = move || berth.get().switched_on[appliance as usize];
        let switch = move |event: Event| {
            let field: HtmlInputElement = event_target(&event);
            shell.act(Act::Switch(socket, appliance, field.checked()));
            // A refusal leaves the appliance as it was.
            field.set_checked(untrack(is_on));
        };
        let tick = element("input")
            .attr("type", "checkbox")
            .attr("data-appliance", appliance.word())
            .attr("data-of", number)
            .checked_fn(is_on)
            .on("change", switch);
        el("label", "check")
            .child(tick)
            .child(element("span").words(names::appliance(appliance)))
            .child(element("small").text_fn(move || watts(language.get(), appliance.watts())))
    });
    let state = el("span", "badge").text_fn(move || {
        if is_live() { message::PEDESTAL_IS_LIVE } else { message::PEDESTAL_IS_OFF }
            .in_language(language.get())
            .to_owned()
    });
    let title = element("h3").text_fn(move || fill(message::BOATS_BOAT.in_language(language.get()), &[number]));
    let credit = element("dd")
        .text_fn(move || of(|berth, language| format!("{} ", kr(language, berth.credit))))
        .child(element("small").text_fn(move || of(|berth, language| kwh(language, berth.watt_hours))));
    let figures = el("dl", "figures")
        .child(element("dt").words(message::BOATS_CREDIT_LEFT))
        .child(credit)
        .child(element("dt").words(message::BOATS_DELIVERED))
        .child(element("dd").text_fn(move || of(|berth, language| kwh(language, berth.delivered))))
        .child(element("dt").words(message::BOATS_DRAWS))
        .child(element("dd").text_fn(move || of(|berth, language| watts(language, berth.watts))))
        .child(element("dt").words(message::BOATS_LASTS))
        .child(element("dd").text_fn(move || of(Berth::lasts)));
    let plug = element("button")
        .attr("type", "button")
        .attr("data-plug", number)
        .attr_bool("aria-pressed", is_plugged)
        .text_fn(move || {
            if is_plugged() { message::PEDESTAL_UNPLUG } else { message::PEDESTAL_PLUG_IN }
                .in_language(language.get())
                .to_owned()
        })
        .on("click", move |_| {
            shell.act(if untrack(is_plugged) { Act::Unplug(socket) } else { Act::Plug(socket) });
        });
    el("li", "berth")
        .attr("data-socket", number)
        .attr_bool("data-live", is_live)
        .attr_fn("data-credit", move || of(|berth, _| berth.credit.to_string()))
        .attr_fn("data-delivered", move || of(|berth, _| berth.delivered.to_string()))
        .attr_fn("data-watts", move || of(|berth, _| berth.watts.to_string()))
        .child(element("header").child(title).child(state))
        .child(figures)
        .child(plug)
        .child(element("fieldset").child(element("legend").words(message::BOATS_ABOARD)).children(aboard))
}

#[cfg(test)]
mod tests {
    use super::*;
    use world::session::{Session, Start};

    #[test]
    fn a_berth_says_how_long_its_credit_lasts() {
        let session = Session::new(Start::Opening).expect("the opening world");
        let berth = Berth::of(session.world(), Socket::Two);
        assert_eq!((berth.live, berth.credit, berth.minutes()), (false, 0, None));
        // 30 kr at 2 kr per kWh against a fan heater: 15 kWh, 10 hours.
        assert_eq!(Berth { watts: 1_500, watt_hours: 15_000, ..berth }.minutes(), Some(600));
    }

    #[test]
    fn the_list_of_appliances_is_in_the_order_of_their_declaration() {
        for (index, appliance) in Appliance::ALL.into_iter().enumerate() {
            assert_eq!(appliance as usize, index);
        }
    }
}
