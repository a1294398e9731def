//! The wallet: a tile for every card, with what can be done to it, and a form for another card.

use firmware_core::card::{LOG_LINES, LogEntry, UpdateMark};
use firmware_core::money::Ore;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Event;
use world::quay::Quay;
use world::quay::act::Act;
use world::quay::wallet::{Issue, OTHER_MARINA, OUR_MARINA, QuayCardStatus};
use world::session::{Line, Session};
use world::step_value::StepValue as _;
use world::wallet::{Card, Whereabouts};
use world::world::World as _;

use super::{names, phrases};
use crate::cards::card_controls::card_menu;
use crate::cards::drag::{card_grip, use_drag};
use crate::elements::bottom_sheet::use_bottom_sheet;
use crate::elements::form::{accepted, objection, submitted, typed};
use crate::elements::{Element, el, element, field, labelled};
use crate::lazy::use_lazy_module;
use crate::panels::body;
use crate::session::shell::{use_shell, was_done};
use crate::texts::language::use_language;
use crate::texts::{Language, fill, input, kr, message};

/// A card, as its tile shows it.
#[derive(Clone, PartialEq)]
pub struct QuayCard {
    name: String,
    number: u32,
    kind: Issue,
    status: QuayCardStatus,
    balance: Option<Ore>,
    /// The number of the pedestal whose holder it is in.
    holder: Option<usize>,
}

/// What the chip says.
#[derive(Clone, PartialEq)]
struct Inside {
    counter: u32,
    mark: Option<UpdateMark>,
    log: Vec<LogEntry>,
}

impl QuayCard {
    fn of(world: &Quay, card: &Card) -> Self {
        let body = world.read(card).ok().map(|image| image.body);
        let system = body.map(|body| body.environment.system);
        let kind = match system {
            Some(OUR_MARINA) => Issue::User,
            Some(OTHER_MARINA) => Issue::OtherMarina,
            None if card.is_ours => Issue::User,
            _ => Issue::Foreign,
        };
        Self {
            name: card.name.clone(),
            number: card.id.0,
            kind,
            status: world.card_status(card),
            balance: body.map(|body| Ore(body.purse.balance)),
            holder: match card.at {
                Whereabouts::Wallet => None,
                Whereabouts::At(index, _) => Some(index + 1),
            },
        }
    }
}

impl Inside {
    fn of(world: &Quay, card: &Card) -> Option<Self> {
        let body = world.read(card).ok()?.body;
        // Newest first: the counter of a line gives its index.
        let lines = (0..=body.counter).rev().take(LOG_LINES).filter_map(|counter| {
            body.log[counter as usize % LOG_LINES].as_ref().filter(|entry| entry.counter == counter)
        });
        Some(Self { counter: body.counter, mark: body.update, log: lines.copied().collect() })
    }
}

/// The wallet.
pub fn wallet_panel() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let numbers =
        move || shell.at(|session| session.world().cards().map(|card| u64::from(card.id.0)).collect::<Vec<_>>());
    let hint = move || {
        let language = language.get();
        match numbers().len() {
            0 => message::QUAY_WALLET_EMPTY.in_language(language).to_owned(),
            count => {
                let invitation = message::QUAY_INVITE.in_language(language);
                format!("{} \u{b7} {invitation}", message::WALLET_CARDS.counted(language, count))
            }
        }
    };
    let last = shell.look(used_last);
    let body = body()
        .deferred_children(move || vec![el("p", "hint").text_fn(hint)])
        .child(el("ul", "cards").keyed_list(numbers, move |number| card_tile(number, last)))
        .deferred_children(|| vec![use_lazy_module::<Quay>().placeholder(|parts| vec![(parts.own.new_card)()])]);
    use_bottom_sheet().wallet(body)
}

/// The name of the card that was presented last.
fn used_last(session: &Session<Quay>) -> Option<String> {
    session.journal().iter().rev().find_map(|line| match line {
        Line::Acted { act: Act::Present(name) | Act::PresentBoth(name, _), refusal: None, .. } => Some(name.clone()),
        Line::Acted { .. } | Line::Happened { .. } => None,
    })
}

/// A card as a tile, by its number; `last` is the name of the card that was presented last.
fn card_tile(number: u64, last: Memo<Option<String>>) -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let drag = use_drag::<Quay>();
    let tile = shell.look(move |session| card_of(session, number).map(|card| QuayCard::of(session.world(), card)));
    let holding = QuayTile { number, tile };
    let of = move |look: fn(&QuayCard, Language) -> String| {
        let language = language.get();
        or_nothing(tile.with(|tile| tile.as_ref().map(|tile| look(tile, language))))
    };
    let sheet = use_bottom_sheet();
    let put_in = move || {
        shell.act(Act::Present(holding.name()));
        sheet.close_with_focus();
        show_holder();
    };
    let present = element("button")
        .attr("type", "button")
        .attr("class", "primary")
        .attr("data-do", "present")
        .on("click", move |_| put_in())
        .deferred(move |present| {
            present.text_fn(move || {
                of(|tile, language| match tile.holder {
                    Some(number) => fill(message::QUAY_CARD_IN_HOLDER.in_language(language), &[&number.to_string()]),
                    None => message::QUAY_CARD_PUT_IN.in_language(language).to_owned(),
                })
            })
        });
    let face = el("div", "card-face")
        .deferred(move |face| {
            face.on("pointerdown", move |event: Event| drag.start(event.unchecked_ref(), holding.name()))
                // A card that was dragged has been dealt with.
                .on("click", move |_| {
                    if !drag.has_carried() {
                        put_in();
                    }
                })
        })
        .deferred_children(move || {
            let kind = element("span").text_fn(move || {
                of(|tile, language| format!("{} \u{b7} {}", names::issue(tile.kind).in_language(language), tile.number))
            });
            let status = el("span", "badge").text_fn(move || {
                of(|tile, language| names::badge(tile.kind, tile.status).in_language(language).to_owned())
            });
            vec![
                element("h3").verbatim().text_fn(move || of(|tile, _| tile.name.clone())),
                el("span", "card-chip").attr("aria-hidden", "true"),
                el("p", "card-balance").verbatim().text_fn(move || of(QuayCard::balance_text)),
                el("p", "card-foot").child(kind).child(status),
                card_grip(),
            ]
        });
    el("li", "card")
        .attr_fn("data-card-name", move || of(|tile, _| tile.name.clone()))
        .deferred(move |card| {
            let balance = |tile: &QuayCard, _| or_nothing(tile.balance.map(|balance| balance.0.to_string()));
            let is_in_holder = |tile: &Option<QuayCard>| tile.as_ref().is_some_and(|tile| tile.holder.is_some());
            card.attr_fn("data-standing", move || of(|tile, _| tile.status.word().to_owned()))
                .attr_fn("data-balance", move || of(balance))
                .attr_fn("data-kind", move || of(|tile, _| written(tile.kind)))
                .attr_bool("data-in-holder", move || tile.with(is_in_holder))
                .attr_bool("data-last", move || last.get().is_some_and(|last| last == of(|tile, _| tile.name.clone())))
        })
        .child(face)
        .child(el("div", "card-pocket").child(present).deferred_children(move || {
            let name = move || or_nothing(tile.with(|tile| tile.as_ref().map(|tile| tile.name.clone())));
            vec![card_menu(name, use_lazy_module::<Quay>().placeholder(move |parts| (parts.own.card)(holding)))]
        }))
}

/// A card in the wallet, as the parts of its tile share it.
#[derive(Clone, Copy)]
pub struct QuayTile {
    number: u64,
    tile: Memo<Option<QuayCard>>,
}

impl QuayTile {
    fn name(self) -> String {
        or_nothing(self.tile.with_untracked(|tile| tile.as_ref().map(|tile| tile.name.clone())))
    }
}

/// What can be done to a card beside presenting it, and what is in it.
pub fn card_details(card: QuayTile) -> Vec<Element> {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let inside = shell.look_after_paint(move |session| Inside::of(session.world(), card_of(session, card.number)?));
    let inside = element("dl").children_fn(move || {
        let language = language.get();
        inside.with(|inside| inside.as_ref().map(|inside| inside.rows(language))).unwrap_or_default()
    });
    crate::cards::card_controls::card_controls::<Quay>(move || card.name(), inside).into()
}

fn card_of(session: &Session<Quay>, number: u64) -> Option<&Card> {
    session.world().cards().find(|card| u64::from(card.id.0) == number)
}

impl QuayCard {
    fn balance_text(&self, language: Language) -> String {
        self.balance.map_or("\u{2013}".to_owned(), |balance| kr(language, i64::from(balance.0) * 1000))
    }
}

impl Inside {
    fn rows(&self, language: Language) -> Vec<Element> {
        let none = || message::CARD_NONE.in_language(language).to_owned();
        let mark = self.mark.map_or_else(none, |mark| phrases::mark(language, mark));
        let log = element("dd");
        let log = if self.log.is_empty() {
            log.text(&none())
        } else {
            let lines = self.log.iter().map(|line| element("li").text(&phrases::operation(language, line)));
            log.child(element("ol").children(lines))
        };
        vec![
            element("dt").words(message::CARD_COUNTER),
            element("dd").text(&self.counter.to_string()),
            element("dt").words(message::CARD_MARK),
            element("dd").text(&mark),
            element("dt").words(message::CARD_OPERATIONS),
            log,
        ]
    }
}

/// The form for another card.
pub fn new_card() -> Element {
    let shell = use_shell::<Quay>();
    let language = use_language();
    let sentence = RwSignal::new(String::new());
    let create = move |event| {
        let form = submitted(&event);
        let kind = typed(&form, "kind");
        let kind = Issue::ALL.into_iter().find(|issue| written(*issue) == kind).unwrap_or(Issue::User);
        if let Some(amount) = accepted(input::amount(language.get_untracked(), &typed(&form, "amount")), sentence) {
            shell.act(Act::Create(kind, typed(&form, "name"), amount));
            if was_done(shell) {
                form.reset();
            }
        }
    };
    let kinds = Issue::ALL.map(|issue| element("option").attr("value", &written(issue)).words(names::issue(issue)));
    el("form", "fields")
        .attr("data-form", "new-card")
        .on("submit", create)
        .child(element("h3").words(message::CARD_NEW_CARD))
        .child(labelled(message::CARD_NAME, field("name", "")))
        .child(labelled(message::CARD_KIND, element("select").attr("name", "kind").children(kinds)))
        .child(
            labelled(message::QUAY_CARD_AMOUNT, field("amount", "100").attr("inputmode", "decimal"))
                .attr("class", "narrow"),
        )
        .child(element("button").words(message::CARD_GET_CARD))
        .child(objection(sentence))
}

/// A card that has just gone has nothing to say.
fn or_nothing(text: Option<String>) -> String {
    text.unwrap_or_default()
}

/// On a small screen the holder may be out of sight when a card has been put into it. It is measured with the next
/// frame: the display's answer does not wait for that.
fn show_holder() {
    request_animation_frame(|| {
        if let Ok(Some(holder)) = document().query_selector("[data-holder]")
            && holder.get_bounding_client_rect().bottom() < 0.0
            && let Ok(Some(pillar)) = holder.closest(".pillar")
        {
            pillar.scroll_into_view();
        }
    });
}

/// The kind as forms and tests write it: the first word of what the acceptance language calls it.
fn written(kind: Issue) -> String {
    let mut word = String::new();
    kind.write(&mut word).expect("writing to a string cannot fail");
    word.split(' ').next().unwrap_or_default().to_owned()
}
