//! The wallet of the bus: a tile for every card, with how to hold it, and a form for another card.

use firmware_core::money::Grosz;
use firmware_core::time::{Instant, Millis};
use firmware_core::validator::FRONT;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Event;
use world::bus::Bus;
use world::bus::act::{Act, Answer, Reader};
use world::bus::service::Readout;
use world::bus::wallet::{BusCardStatus, Issue};
use world::session::{Line, Session};
use world::wallet::{Card, Whereabouts};
use world::world::World as _;

use super::validator::pages_shown_at;
use super::{amounts, input, names};
use crate::cards::card_controls::{card_menu, quiet};
use crate::cards::drag::{card_grip, use_drag};
use crate::elements::bottom_sheet::{BottomSheet, use_bottom_sheet};
use crate::elements::form::{accepted, objection, submitted, typed};
use crate::elements::press::hold_button;
use crate::elements::{Element, el, element, field, labelled};
use crate::feedback::{TAP_MS, use_feedback};
use crate::lazy::use_lazy_module;
use crate::panels::body;
use crate::session::shell::{Shell, use_shell, was_done};
use crate::session::site_page::SitePage as _;
use crate::texts::language::use_language;
use crate::texts::{Language, Words, decimal, fill, message};

/// How long a tap can hold a card, in milliseconds: too short, around the confirmation, and at leisure (DK-08).
const HOLDS: [u32; 5] = [150, 300, 500, 1_000, TAP_MS];

/// A card, as its tile shows it.
#[derive(Clone, PartialEq)]
pub struct BusCard {
    name: String,
    number: u32,
    kind: Kind,
    status: BusCardStatus,
    balance: Option<Grosz>,
    at: Option<Reader>,
    tickets: (u32, u32),
    changes: Option<u32>,
    orders: usize,
}

/// What a card looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Passenger,
    Bearer,
    Controller,
    Foreign,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Passenger => "passenger",
            Self::Bearer => "bearer",
            Self::Controller => "controller",
            Self::Foreign => "foreign",
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Passenger => message::BUS_CARD_PERSONALISED,
            Self::Bearer => names::issue(Issue::Bearer),
            Self::Controller => names::issue(Issue::Controller),
            Self::Foreign => names::issue(Issue::Foreign),
        }
    }
}

impl BusCard {
    fn of(world: &Bus, card: &Card) -> Self {
        let body = world.read(card).ok().map(|image| image.body);
        let kind = match body {
            Some(body) if card.is_ours => match (body.environment.kind, body.holder.personalised) {
                (firmware_core::card::CardKind::Controller, _) => Kind::Controller,
                (_, true) => Kind::Passenger,
                (_, false) => Kind::Bearer,
            },
            _ => Kind::Foreign,
        };
        Self {
            name: card.name.clone(),
            number: card.id.0,
            kind,
            status: world.card_status(card),
            balance: body.filter(|body| body.purse.present).map(|body| Grosz(body.purse.balance)),
            at: match card.at {
                Whereabouts::Wallet => None,
                Whereabouts::At(_, position) => Reader::try_from(position).ok(),
            },
            tickets: world.control(card).tickets,
            changes: body.map(|body| body.counter),
            orders: world.shop().waiting_for(card.id).count(),
        }
    }

    /// What waits for it at the web shop; empty if nothing does.
    fn orders_text(&self, language: Language) -> String {
        let orders = || fill(message::BUS_CARD_ORDERS.in_language(language), &[&self.orders.to_string()]);
        if self.orders == 0 { String::new() } else { orders() }
    }

    /// How it is, on its face: one that this city has not issued says what it is instead.
    fn badge(&self) -> Words {
        match (self.status, self.kind) {
            (BusCardStatus::Foreign, Kind::Foreign) => message::STATUS_NO_BUS_CARD,
            (BusCardStatus::Foreign, Kind::Passenger | Kind::Bearer | Kind::Controller) => message::STATUS_OTHER_CITY,
            (status, _) => names::card_status(status),
        }
    }
}

/// The wallet.
pub fn wallet_panel() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let held_for = use_feedback().tap_ms;
    let numbers =
        move || shell.at(|session| session.world().cards().map(|card| u64::from(card.id.0)).collect::<Vec<_>>());
    let hint = move || {
        let language = language.get();
        match numbers().len() {
            0 => message::BUS_CARD_EMPTY.in_language(language).to_owned(),
            count => {
                let invitation = message::BUS_CARD_INVITE.in_language(language);
                format!("{} \u{b7} {invitation}", message::WALLET_CARDS.counted(language, count))
            }
        }
    };
    let lengths =
        HOLDS.map(|ms| element("option").attr("value", &ms.to_string()).text_fn(move || length(language.get(), ms)));
    let choice = element("select")
        .attr("data-hold-for", "")
        .children(lengths)
        .value_fn(move || held_for.get().to_string())
        .on("change", move |event| {
            if let Ok(ms) = event_target_value(&event).parse() {
                held_for.set(ms);
            }
        });
    let last = shell.look(used_last);
    let body = body()
        .child(el("p", "hint").text_fn(hint))
        .child(labelled(message::BUS_CARD_HELD_FOR, choice).attr("class", "inline"))
        .child(el("ul", "cards").keyed_list(numbers, move |number| card_tile(number, last)))
        .child(use_lazy_module::<Bus>().placeholder(|parts| vec![(parts.own.new_card)()]));
    use_bottom_sheet().wallet(body)
}

/// The name of the card that was presented last.
fn used_last(session: &Session<Bus>) -> Option<String> {
    session.journal().iter().rev().find_map(|line| match line {
        Line::Acted { act: Act::Present(_, name) | Act::PresentBoth(name, _), refusal: None, .. } => Some(name.clone()),
        Line::Acted { .. } | Line::Happened { .. } => None,
    })
}

/// A card as a tile, by its number; `last` is the name of the card that was presented last.
fn card_tile(number: u64, last: Memo<Option<String>>) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let drag = use_drag::<Bus>();
    let held_for = use_feedback().tap_ms;
    let tile = shell.look(move |session| card_of(session, number).map(|card| BusCard::of(session.world(), card)));
    let holding = BusTile { number, tile, held_for };
    let of = move |look: fn(&BusCard, Language) -> String| {
        let language = language.get();
        tile.with(|tile| tile.as_ref().map(|tile| look(tile, language))).unwrap_or_default()
    };
    let sheet = use_bottom_sheet();
    let is_held = move || tile.with(|tile| tile.as_ref().is_some_and(|tile| tile.at == Some(Reader::Front)));
    let down = move || {
        shell.act(Act::Present(Reader::Front, holding.name()));
        sheet.close();
    };
    let up = move || {
        if untrack(is_held) {
            shell.act(Act::Take(Reader::Front));
        }
    };
    // A finger may as well mean to scroll: what it does here is in drag.rs.
    let hold = hold_button("primary", down, up, up, is_held)
        .attr("data-do", "hold")
        .attr_fn("title", move || message::BUS_CARD_HOLD_HINT.in_language(language.get()).to_owned())
        .words(message::BUS_CARD_HOLD);
    let balance = |tile: &BusCard, language| match tile.balance {
        Some(balance) => amounts::zl(language, i64::from(balance.0)),
        None => message::BUS_CARD_NO_PURSE.in_language(language).to_owned(),
    };
    let foot = |tile: &BusCard, language| match tile.at {
        Some(_) => message::BUS_CARD_AT_VALIDATOR.in_language(language).to_owned(),
        None => format!("{} \u{b7} {}", tile.kind.words().in_language(language), tile.number),
    };
    let face = el("div", "card-face")
        .on("pointerdown", move |event: Event| drag.start(event.unchecked_ref(), holding.name()))
        // A card that was dragged has been dealt with.
        .on("click", move |_| {
            if !drag.has_carried() {
                holding.tap(shell, sheet);
            }
        })
        .child(element("h3").verbatim().text_fn(move || of(|tile, _| tile.name.clone())))
        .child(el("span", "card-chip").attr("aria-hidden", "true"))
        .child(el("p", "card-balance").verbatim().text_fn(move || of(balance)))
        .child(
            el("p", "card-foot")
                .child(element("span").text_fn(move || of(foot)))
                .child(el("span", "badge orders").text_fn(move || of(BusCard::orders_text)))
                .child(
                    el("span", "badge")
                        .text_fn(move || of(|tile, language| tile.badge().in_language(language).to_owned())),
                ),
        )
        .child(card_grip());
    el("li", "card")
        .attr_fn("data-card-name", move || of(|tile, _| tile.name.clone()))
        .attr_fn("data-standing", move || of(|tile, _| tile.status.word().to_owned()))
        .attr_fn("data-balance", move || of(|tile, _| tile.balance.map(|b| b.0.to_string()).unwrap_or_default()))
        .attr_fn("data-kind", move || of(|tile, _| tile.kind.word().to_owned()))
        .attr_fn("data-tickets", move || of(|tile, _| format!("{} {}", tile.tickets.0, tile.tickets.1)))
        .attr_fn("data-changes", move || of(|tile, _| tile.changes.map(|c| c.to_string()).unwrap_or_default()))
        .attr_fn("data-orders", move || of(|tile, _| tile.orders.to_string()))
        .attr_bool("data-in-holder", move || tile.with(|tile| tile.as_ref().is_some_and(|tile| tile.at.is_some())))
        .attr_bool("data-last", move || last.get().is_some_and(|last| last == of(|tile, _| tile.name.clone())))
        .child(face)
        .child(el("div", "card-pocket").child(hold).child(card_menu(
            move || of(|tile, _| tile.name.clone()),
            use_lazy_module::<Bus>().placeholder(move |parts| (parts.own.card)(holding)),
        )))
}

/// A card in the wallet, as the parts of its tile share it.
#[derive(Clone, Copy)]
pub struct BusTile {
    number: u64,
    tile: Memo<Option<BusCard>>,
    /// How long a tap holds it.
    held_for: RwSignal<u32>,
}

impl BusTile {
    /// Holds it to the front for that long.
    fn tap(self, shell: Shell<Bus>, sheet: BottomSheet) {
        shell.act(Act::Present(Reader::Front, self.name()));
        if was_done(shell) {
            shell.act_after(Millis(self.held_for.get_untracked()), Act::Take(Reader::Front));
        }
        sheet.close_with_focus();
    }

    fn name(self) -> String {
        self.tile.with_untracked(|tile| tile.as_ref().map(|tile| tile.name.clone())).unwrap_or_default()
    }
}

/// Not before which instant a tap ends whose card was presented at the instant `since`: while the device shows the
/// pages of a card's state, each has its turn. None once that card is not held there any more.
pub fn end_of_tap(session: &Session<Bus>, since: Instant) -> Option<Instant> {
    let world = session.world();
    let here = usize::from(world.here()) - 1;
    let is_there = world.cards().any(|card| card.at == Whereabouts::At(here, FRONT));
    let presented = session.journal().iter().rev().find_map(|line| match line {
        Line::Acted { at, act: Act::Present(Reader::Front, _) | Act::PresentBoth(..), refusal: None } => Some(*at),
        Line::Acted { .. } | Line::Happened { .. } => None,
    });
    (is_there && presented == Some(since)).then(|| pages_shown_at(session).unwrap_or(since))
}

/// How a card can be presented beside the arrow, what else can be done to it, and what is in it.
pub fn card_details(card: BusTile) -> Vec<Element> {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let sheet = use_bottom_sheet();
    let tap = el("button", "quiet")
        .attr("type", "button")
        .attr("data-do", "tap")
        .text_fn(move || {
            let length = length(language.get(), card.held_for.get());
            fill(message::BUS_CARD_TAP_FOR.in_language(language.get()), &[&length])
        })
        .on("click", move |_| card.tap(shell, sheet));
    let put = move |reader| {
        shell.act(Act::Present(reader, card.name()));
        sheet.close_with_focus();
    };
    let leave = quiet(message::BUS_CARD_LEAVE).attr("data-do", "present").on("click", move |_| put(Reader::Front));
    let pocket =
        quiet(message::BUS_CARD_INTO_POCKET).attr("data-do", "pocket").on("click", move |_| put(Reader::Pocket));
    let presenting = el("div", "card-actions").child(tap).child(leave).child(pocket);
    let inside = shell.look_after_paint(move |session| {
        let world = session.world();
        let card = card_of(session, card.number)?;
        let image = world.read(card).ok()?;
        let orders = world.shop().waiting_for(card.id).map(|waiting| waiting.order).collect();
        Some(Readout::of(&card.name, world.card_status(card), &image.body, orders))
    });
    let readout = move || {
        let language = language.get();
        let readout = inside
            .with(|inside| inside.clone().map(|inside| Bus::describe_answer(language, &Ok(Answer::ReadOut(inside)))));
        readout.unwrap_or_default()
    };
    let controls =
        crate::cards::card_controls::card_controls::<Bus>(move || card.name(), element("p").text_fn(readout));
    [presenting].into_iter().chain(controls).collect()
}

/// The form for another card.
pub fn new_card() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let sentence = RwSignal::new(String::new());
    let create = move |event| {
        let form = submitted(&event);
        let kind = typed(&form, "kind").parse().ok().and_then(|index: usize| Issue::ALL.get(index).copied());
        let amount = typed(&form, "amount");
        let amount = if amount.trim().is_empty() {
            Ok(None)
        } else {
            input::amount(language.get_untracked(), &amount).map(Some)
        };
        if let (Some(kind), Some(amount)) = (kind, accepted(amount, sentence)) {
            shell.act(Act::Create(kind, typed(&form, "name"), amount));
            if was_done(shell) {
                form.reset();
            }
        }
    };
    let kinds = Issue::ALL
        .iter()
        .enumerate()
        .map(|(index, issue)| element("option").attr("value", &index.to_string()).words(names::issue(*issue)));
    let amount = field("amount", "20").attr("inputmode", "decimal");
    el("form", "fields")
        .attr("data-form", "new-card")
        .on("submit", create)
        .child(element("h3").words(message::CARD_NEW_CARD))
        .child(labelled(message::CARD_NAME, field("name", "")))
        .child(labelled(message::CARD_KIND, element("select").attr("name", "kind").children(kinds)))
        .child(labelled(message::BUS_CARD_AMOUNT, amount).attr("class", "narrow"))
        .child(el("p", "hint").words(message::BUS_CARD_WITHOUT_PURSE))
        .child(element("button").words(message::CARD_GET_CARD))
        .child(objection(sentence))
}

/// A select of all cards, for a form.
pub fn card_choice() -> Element {
    let shell = use_shell::<Bus>();
    let names =
        shell.look_after_paint(|session| session.world().cards().map(|card| card.name.clone()).collect::<Vec<_>>());
    let cards = element("select").attr("name", "card").children_fn(move || {
        names.get().into_iter().map(|name| element("option").attr("value", &name).text(&name)).collect()
    });
    labelled(message::SHOP_CARD, cards)
}

fn card_of(session: &Session<Bus>, number: u64) -> Option<&Card> {
    session.world().cards().find(|card| u64::from(card.id.0) == number)
}

/// A length of time: `0.15 s`.
fn length(language: Language, ms: u32) -> String {
    let seconds = decimal(language, i64::from(ms), 3);
    let shortest = seconds.trim_end_matches('0').trim_end_matches(|mark: char| !mark.is_ascii_digit());
    format!("{shortest} {}", message::UNIT_SECONDS.in_language(language))
}
