//! The replicas of both validators: what can be seen and touched of them. What they do is in
//! `firmware_core::validator`.

use std::fmt::Display;

use firmware_core::device::Device as _;
use firmware_core::time::Instant;
use firmware_core::validator::{
    FIELDS, FRONT, Face, Field, FieldState, Key, POCKET, Panel, Route, Screen, Spot, TOUCH_HEIGHT, TOUCH_WIDTH,
    TextLine, Validator, View,
};
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, PointerEvent};
use world::bus::act::{Act, Reader};
use world::bus::{Bus, VEHICLES};
use world::session::{Line, Session};
use world::wallet::Whereabouts;
use world::world::World as _;

use super::display::{draw_lcd, shown};
use super::{bench_index, names, target_name};
use crate::cards::credit_flight::credit_flight;
use crate::cards::drag::use_drag;
use crate::elements::first_paint::defer;
use crate::elements::pointer::{PointerUpdate, capture, follow};
use crate::elements::press::push_button;
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, effect, el, element};
use crate::feedback::haptics::Cue;
use crate::feedback::sound::{Sound, use_sound};
use crate::feedback::use_feedback;
use crate::lazy::use_lazy_module;
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::SitePage as _;
use crate::sites::display;
use crate::texts::language::use_language;
use crate::texts::{Language, Words, decimal, fill, message};

/// What is behind the validators: the bus's window, with the street; in the units of the validators.
const INTERIOR: &str = include_str!("validator/interior.svg");
/// The housings, drawn in units of which a validator is 340 wide, and 480 or, of the new type, 400 high.
const OLD: &str = include_str!("validator/keys.svg");
const NEW: &str = include_str!("validator/touch.svg");

/// How a card in the pocket looks.
const POCKET_STYLE: &str = include_str!("../../../style/pocket.css");

/// The bus on which the person is, with its validators.
pub fn bus() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let is_side_by_side = RwSignal::new(false);
    beep(shell, use_sound());
    let buses = (1u8..).take(VEHICLES).map(|number| {
        element("button")
            .attr("type", "button")
            .attr("data-bus", &number.to_string())
            .attr_bool("aria-pressed", move || shell.at(|session| session.world().bus_number() == number))
            .text_fn(move || fill(message::BUS_NUMBER.in_language(language.get()), &[&number.to_string()]))
            .on("click", move |_| {
                let face = shell.read(|session| session.world().face());
                walk(shell, number, face);
            })
    });
    let types =
        [(Face::Keys, message::VALIDATOR_OLD_TYPE), (Face::Touch, message::VALIDATOR_NEW_TYPE)].map(|(face, words)| {
            button(words)
                .attr("data-face-choice", name_of(face))
                .attr_bool("aria-pressed", move || shell.at(|session| session.world().face() == face))
                .on("click", move |_| go_to(shell, face))
        });
    let both = button(message::VALIDATOR_SIDE_BY_SIDE)
        .attr("data-side-by-side", "")
        .attr_bool("aria-pressed", move || is_side_by_side.get())
        .on("click", move |_| is_side_by_side.update(|both| *both = !*both));
    let heard = move || shell.at(|session| names::beeps(language.get(), last_heard(session)));
    let lamp = move || {
        let lit = shell.at(|session| is_lit(session, session.world().face()));
        if lit { message::VALIDATOR_LAMP_ON } else { message::VALIDATOR_LAMP_OFF }
            .in_language(language.get())
            .to_owned()
    };
    let beeps = move || {
        let heard = heard();
        if heard.is_empty() { message::VALIDATOR_QUIET.in_language(language.get()).to_owned() } else { heard }
    };
    // How long the card was held that was taken away last.
    let held_for = move || {
        let held = shell.at(last_held);
        held.map_or(String::new(), |ms| {
            let seconds = decimal(language.get(), i64::from(ms / 10), 2);
            fill(message::WALLET_HELD_FOR.in_language(language.get()), &[&seconds])
        })
    };
    let heard = el("div", "sounds")
        .child(element("output").attr("data-beeps", "").attr("role", "status").text_fn(beeps))
        .child(element("output").attr("data-lamp-told", "").text_fn(lamp))
        .child(element("output").attr("data-held-for", "").text_fn(held_for));
    let scene = el("div", "scene")
        .child(el("div", "backdrop").svg(INTERIOR).style_fn("--stop", move || shell.at(stops_passed).to_string()))
        .child(board())
        .child(el("div", "validators").child(validator(Face::Keys)).child(validator(Face::Touch)))
        .child(heard);
    el("section", "bus").attr_bool("data-side", move || is_side_by_side.get()).child(scene).child(
        el("div", "controls")
            .child(el("div", "choice").children(buses))
            .child(el("div", "choice").children(types))
            .child(both),
    )
}

/// The housing of the new type.
pub fn touch_art() -> Element {
    el("div", "art").svg(NEW)
}

/// Line, direction and stop, as on the bus's own board.
fn board() -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let feedback = use_feedback();
    let line = move || shell.at(|session| session.world().vehicle().line().number.to_string());
    let direction = move || {
        shell.at(|session| {
            let vehicle = session.world().vehicle();
            match vehicle.stop() {
                Some(_) => vehicle.direction().to_owned(),
                None => message::BUS_NO_RUN.in_language(language.get()).to_owned(),
            }
        })
    };
    let stop = move || {
        shell.at(|session| {
            let vehicle = session.world().vehicle();
            let named = vehicle.stop().and_then(|stop| Some((stop, vehicle.stops().nth(usize::from(stop) - 1)?)));
            named.map_or(String::new(), |(stop, name)| {
                fill(message::BUS_STOP.in_language(language.get()), &[&stop.to_string(), name])
            })
        })
    };
    let words = el("p", "board-words")
        .child(element("b").text_fn(line))
        .child(element("span").text_fn(direction))
        .child(element("small").text_fn(stop));
    // The driver's pedal is under the board, for whoever plays both.
    let drive = el("button", "pedal")
        .attr("type", "button")
        .attr("data-drive", "")
        .attr_fn("aria-label", move || message::DRIVER_NEXT_STOP.in_language(language.get()).to_owned())
        .on("click", move |_| {
            shell.act(Act::NextStop);
            feedback.emit(Cue::Key);
        })
        .child(element("span").words(message::DRIVER_NEXT_STOP));
    el("div", "board").attr("data-board", "").child(words).child(drive)
}

/// How many stops lie behind the bus.
fn stops_passed(session: &Session<Bus>) -> u8 {
    session.world().vehicle().stop().map_or(0, |stop| stop - 1)
}

/// How long a card was held that was taken away last, in milliseconds; none while one is there.
fn last_held(session: &Session<Bus>) -> Option<u32> {
    let mut acts = session.journal().iter().rev().filter_map(|line| match line {
        Line::Acted { at, act, refusal: None } => Some((*at, act)),
        Line::Acted { .. } | Line::Happened { .. } => None,
    });
    let (taken, _) = acts.find(|(_, act)| matches!(act, Act::Take(Reader::Front) | Act::Present(Reader::Front, _)))?;
    let is_away = !session.world().cards().any(|card| matches!(card.at, Whereabouts::At(_, FRONT)));
    let (held, _) = acts.find(|(_, act)| matches!(act, Act::Present(Reader::Front, _))).filter(|_| is_away)?;
    Some(taken.since(held).0)
}

/// One validator on its pole.
fn validator(face: Face) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let name = if face == Face::Keys { message::VALIDATOR_OLD_TYPE } else { message::VALIDATOR_NEW_TYPE };
    let replica = el("div", "validator")
        .attr("role", "group")
        .attr("data-face", name_of(face))
        .attr_fn("aria-label", move || name.in_language(language.get()).to_owned())
        .attr_bool("data-here", move || shell.at(|session| session.world().face() == face));
    let replica = match face {
        Face::Keys => replica.child(el("div", "art").svg(OLD)),
        Face::Touch => replica.child(use_lazy_module::<Bus>().placeholder(|parts| vec![(parts.own.touch_art)()])),
    };
    let replica = match face {
        Face::Keys => replica.children(lcd()).children(Key::ALL.map(key)),
        Face::Touch => replica.children(glass()),
    };
    replica
        .child(el("p", "engraved").words(message::VALIDATOR_TRAINING))
        .child(
            el("div", "lamp")
                .attr("aria-hidden", "true")
                .attr_bool("data-lit", move || shell.at(|session| is_lit(session, face))),
        )
        .child(reader(face, Reader::Front, "spot", message::VALIDATOR_FRONT))
        .child(reader(face, Reader::Pocket, "pocket", message::VALIDATOR_POCKET))
        .child(use_lazy_module::<Bus>().placeholder(move |parts| (parts.own.pocket_hint)(face)))
        .child(use_lazy_module::<Bus>().placeholder(move |parts| (parts.own.flight)(face)))
}

/// Credit on its way, at the validator where the person is.
pub fn flight_at(face: Face) -> Vec<Element> {
    let shell = use_shell::<Bus>();
    vec![credit_flight().attr_bool("data-here", move || shell.at(|session| session.world().face() == face))]
}

/// The character module: in dots and, for those who do not see them, in words.
fn lcd() -> [Element; 3] {
    let shell = use_shell::<Bus>();
    let glass = el("div", "lcd");
    let canvas = glass.clone();
    // What is drawn is seen in the first frame at the earliest: until then the screen is words, and no card waits.
    defer(move || draw_lcd(shell, &canvas));
    let [read, announced] = words(Face::Keys);
    [named(glass, Face::Keys).attr("role", "img"), read, announced]
}

/// The touch display, which is what is touched.
fn glass() -> [Element; 3] {
    let shell = use_shell::<Bus>();
    let (feedback, language) = (use_feedback(), use_language());
    let glass = el("div", "glass");
    let canvas = glass.clone();
    // The old type is there at once, the new one as soon as its drawing has been fetched.
    use_lazy_module::<Bus>().when_loaded(move |parts| (parts.own.draw_touch)(shell, &canvas));
    // One finger at a time.
    let is_touched = StoredValue::new(false);
    let down = move |event: Event| {
        let event: PointerEvent = event.unchecked_into();
        let Some(glass) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
            return;
        };
        if event.button() == 0 && !is_touched.get_value() {
            event.prevent_default();
            capture(&event);
            is_touched.set_value(true);
            follow(Some(event.pointer_id()), move |news| {
                if !matches!(news, PointerUpdate::Moved(..)) {
                    is_touched.set_value(false);
                    lift(shell);
                }
            });
            at(shell, Face::Touch, Act::Touch(spot_at(&glass, event.client_x(), event.client_y())));
            feedback.emit(Cue::Key);
        }
    };
    let fields = FIELDS.map(|(field, area)| {
        let center = area.center();
        let spot = Spot { x: u16::try_from(center.x).unwrap_or(0), y: u16::try_from(center.y).unwrap_or(0) };
        let part = |dots: &dyn Display, of: u32| format!("calc({dots} * 100% / {of})");
        let [left, top] = [part(&area.top_left.x, TOUCH_WIDTH), part(&area.top_left.y, TOUCH_HEIGHT)];
        let [width, height] = [part(&area.size.width, TOUCH_WIDTH), part(&area.size.height, TOUCH_HEIGHT)];
        push_button("field", move || at(shell, Face::Touch, Act::Touch(spot)), move || lift(shell))
            .attr("data-field", field_name(field))
            .style("inset", &format!("{top} auto auto {left}"))
            .style("width", &width)
            .style("height", &height)
            .attr_fn("aria-label", move || names::field(field).in_language(language.get()).to_owned())
            .attr_fn("data-label", move || {
                let screen = shell.at(|session| shown(session, Face::Touch));
                screen.map(|screen| field.words().in_language(screen.language)).unwrap_or_default().to_owned()
            })
            .attr_fn("data-state", move || shell.at(|session| state_of(session, field)))
    });
    let glass = named(glass, Face::Touch)
        .on("pointerdown", down)
        .on("contextmenu", |event| event.prevent_default())
        .child(el("div", "fields").children(fields))
        .child(date_and_time());
    let [read, announced] = words(Face::Touch);
    [glass, read, announced]
}

/// What stands at the edge of the touch display, for whoever asks: nobody wants to hear every second.
fn date_and_time() -> Element {
    let shell = use_shell::<Bus>();
    let lines: [fn(&Screen) -> TextLine; 2] = [Screen::date, Screen::time];
    let lines = lines.map(|line| {
        let text = move || shell.at(|session| shown(session, Face::Touch)).as_ref().map(line).unwrap_or_default();
        element("p").attr("data-around-line", "").text_fn(move || text().to_string())
    });
    el("div", "sr-only").children(lines)
}

/// The attributes of both displays.
fn named(glass: Element, face: Face) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let of_screen = |read: fn(&Screen) -> Option<String>| {
        move || shell.at(|session| shown(session, face)).as_ref().and_then(read).unwrap_or_default()
    };
    glass
        .attr("data-display", name_of(face))
        .attr_fn("aria-label", move || message::VALIDATOR_DISPLAY.in_language(language.get()).to_owned())
        .attr_fn("data-screen", move || {
            shell.at(|session| shown(session, face)).map_or("dark", |screen| screen.view.name()).to_owned()
        })
        .attr_fn("data-clock", of_screen(|screen| screen.clock.map(|clock| clock.to_string())))
        .attr_fn(
            "data-route",
            of_screen(|screen| match screen.panel {
                Panel::Touch { route: Some(Route { line, direction, stop }), .. } => {
                    Some(format!("{line} {stop} {direction}"))
                }
                Panel::Touch { route: None, .. } | Panel::Keys => None,
            }),
        )
        .attr_fn(
            "data-bar",
            of_screen(|screen| match screen.view {
                View::TopUpRun { progress } => progress.map(|steps| steps.to_string()),
                _ => None,
            }),
        )
}

/// The display in words. The clock is read, and not announced.
fn words(face: Face) -> [Element; 2] {
    let shell = use_shell::<Bus>();
    let text = |screen: Screen| {
        let spoken = |line: TextLine| line.split_whitespace().collect::<Vec<_>>().join(" ");
        screen.lines().map(spoken).join("\n")
    };
    let screen = move || shell.at(|session| shown(session, face));
    let read = move || screen().map(text).unwrap_or_default();
    let said = move || screen().map(|screen| text(Screen { clock: None, ..screen })).unwrap_or_default();
    let language = move || display_language(shell, face);
    let [read, announced] = display::in_words(language, read, said, said);
    [read.attr("data-words", name_of(face)), announced]
}

/// The code of the display's language; nothing without power.
fn display_language(shell: Shell<Bus>, face: Face) -> String {
    shell.at(|session| shown(session, face)).map_or("", |screen| screen.language.code()).to_owned()
}

/// A key of the old type.
fn key(key: Key) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let (name, spoken) = match key {
        Key::N => ("N", message::VALIDATOR_KEY_N),
        Key::U => ("U", message::VALIDATOR_KEY_U),
        Key::S => ("S", message::VALIDATOR_KEY_S),
    };
    push_button(
        "ticket-key",
        move || at(shell, Face::Keys, Act::Press(key)),
        move || at(shell, Face::Keys, Act::Release(key)),
    )
    .attr("data-key", name)
    .attr_fn("aria-label", move || spoken.in_language(language.get()).to_owned())
    .verbatim()
    .text(name)
}

/// What to do with a card that is in the pocket of the validator of this type, where nothing is loaded onto it.
pub fn pocket_hint(face: Face) -> Vec<Element> {
    if face == Face::Keys {
        adopt_styles(POCKET_STYLE);
    }
    let shell = use_shell::<Bus>();
    let language = use_language();
    let hint = el("p", "pocket-hint").attr("role", "status").attr("data-pocket-hint", "");
    vec![hint.text_fn(move || shell.at(|session| pocket_hint_text(session, face, language.get())))]
}

/// What to do with a card that was in the pocket before the top-up was asked for, which loads nothing (K-22); empty if
/// there is none.
fn pocket_hint_text(session: &Session<Bus>, face: Face, language: Language) -> String {
    let world = session.world();
    let bench = bench_index(world.bus_number(), face);
    let is_in_pocket = world.cards().any(|card| card.at == Whereabouts::At(bench, POCKET));
    match shown(session, face).filter(|_| is_in_pocket) {
        Some(Screen { view: View::Rest | View::TopUpWait, language: display, .. }) => match face {
            Face::Keys => message::BUS_POCKET_HINT_KEYS.in_language(language).to_owned(),
            Face::Touch => {
                fill(message::BUS_POCKET_HINT_TOUCH.in_language(language), &[Field::TopUp.words().in_language(display)])
            }
        },
        _ => String::new(),
    }
}

/// Where a card can be: it is shown there, and can be taken away.
fn reader(face: Face, reader: Reader, class: &'static str, spoken: Words) -> Element {
    let shell = use_shell::<Bus>();
    let language = use_language();
    let drag = use_drag::<Bus>();
    let name = move || {
        shell.at(|session| {
            let world = session.world();
            let bench = bench_index(world.bus_number(), face);
            let card = world.cards().find(|card| card.at == Whereabouts::At(bench, reader.position()));
            card.map(|card| card.name.clone()).unwrap_or_default()
        })
    };
    // The card that was there last: it is seen as it goes.
    let before = StoredValue::new(String::new());
    let held = move |name: &str| {
        let before = before.try_update_value(|before| std::mem::replace(before, name.to_owned())).unwrap_or_default();
        if name.is_empty() {
            let going = el("div", "bus-card leaving").attr("aria-hidden", "true");
            return if before.is_empty() { Vec::new() } else { vec![going.text(&before)] };
        }
        let take = match reader {
            Reader::Pocket => el("button", "out")
                .attr("type", "button")
                .attr("data-do", "take-out")
                .attr_fn("aria-label", move || message::VALIDATOR_TAKE_AWAY.in_language(language.get()).to_owned())
                .text("\u{2191}"),
            Reader::Front => button(message::VALIDATOR_TAKE_AWAY).attr("data-do", "take"),
        };
        let take = take.on("click", move |_| at(shell, face, Act::Take(reader)));
        let gripped = name.to_owned();
        let card = el("div", "bus-card")
            .on("pointerdown", move |event| drag.start(event.unchecked_ref(), gripped.clone()))
            .child(element("span").verbatim().text(name));
        let card = if reader == Reader::Front { card.child(held_time()) } else { card };
        vec![card.child(take)]
    };
    el("div", class)
        .attr("role", "group")
        .attr("data-target", target_name(face, reader))
        .attr_fn("data-card", name)
        .attr_fn("aria-label", move || spoken.in_language(language.get()).to_owned())
        .children_keyed(name, held)
}

/// How long the card has been held that is being held; it counts in tenths of a second as long as anybody would. A ring
/// shows how much of a tap is over.
fn held_time() -> Element {
    const TENTH_MS: u32 = 100;
    let shell = use_shell::<Bus>();
    let language = use_language();
    let since = shell.moment();
    let held = RwSignal::new(0);
    let count = move || held.set(shell.moment().since(since).0 / TENTH_MS);
    let tap = move || {
        let pages = || shell.at(pages_shown_at);
        shell.due().map(|due| pages().map_or(due, |pages| pages.max(due)).since(since).0.max(1))
    };
    // It goes with the card.
    StoredValue::new_local(Interval::new(TENTH_MS, count));
    let part = move || tap().map_or(0, |length| (held.get() * TENTH_MS * 100 / length).min(100));
    let time = el("b", "held-time").attr("data-held", "").attr_bool("data-tapped", move || tap().is_some());
    time.style_fn("--held", move || format!("{}%", part())).text_fn(move || {
        let language = language.get();
        let unit = message::UNIT_SECONDS.in_language(language);
        format!("{} {unit}", decimal(language, i64::from(held.get()), 1))
    })
}

/// The person goes to the validator of this type, if he is not there.
fn go_to(shell: Shell<Bus>, face: Face) {
    let (bus, here) = shell.read(|session| (session.world().bus_number(), session.world().face()));
    if here != face {
        walk(shell, bus, face);
    }
}

/// The person goes to a validator. Who taps with a card takes it along.
fn walk(shell: Shell<Bus>, bus: u8, face: Face) {
    if untrack(|| shell.due()).is_some() {
        shell.act(Act::Take(Reader::Front));
    }
    shell.act(Act::Walk(bus, face));
}

/// Does something at the validator of this type.
pub fn at(shell: Shell<Bus>, face: Face, act: Act) {
    go_to(shell, face);
    shell.act(act);
}

/// A finger is lifted, if one is down: a display reports each end of a touch more than once.
fn lift(shell: Shell<Bus>) {
    let is_down = shell.read(|session| {
        let acts = session.journal().iter().rev().filter_map(|line| match line {
            Line::Acted { act, refusal: None, .. } => Some(act),
            Line::Acted { .. } | Line::Happened { .. } => None,
        });
        acts.take_while(|act| **act != Act::Lift).any(|act| matches!(act, Act::Touch(_)))
    });
    if is_down {
        at(shell, Face::Touch, Act::Lift);
    }
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser measures in fractions of pixels; the result is brought inside the display"
)]
fn spot_at(glass: &web_sys::Element, x: i32, y: i32) -> Spot {
    let bounds = glass.get_bounding_client_rect();
    let along = |at: f64, length: f64, pixels: u32| {
        let at = at / length.max(1.0) * f64::from(pixels);
        at.clamp(0.0, f64::from(pixels - 1)) as u16
    };
    Spot {
        x: along(f64::from(x) - bounds.left(), bounds.width(), TOUCH_WIDTH),
        y: along(f64::from(y) - bounds.top(), bounds.height(), TOUCH_HEIGHT),
    }
}

/// When the validator in front of the person has shown each page of a card once; none while it shows none.
pub fn pages_shown_at(session: &Session<Bus>) -> Option<Instant> {
    let world = session.world();
    world.benches()[usize::from(world.here()) - 1].device().and_then(Validator::pages_shown_at)
}

fn is_lit(session: &Session<Bus>, face: Face) -> bool {
    let world = session.world();
    world.benches()[bench_index(world.bus_number(), face)].device().is_some_and(|device| device.lamps().red)
}

fn state_of(session: &Session<Bus>, field: Field) -> String {
    let state = shown(session, Face::Touch).and_then(|screen| match screen.panel {
        Panel::Touch { fields, .. } => Field::ALL.into_iter().zip(fields).find(|(own, _)| *own == field),
        Panel::Keys => None,
    });
    match state.map(|(_, state)| state) {
        Some(FieldState::Armed) => "armed",
        Some(FieldState::Ready) => "ready",
        Some(FieldState::Inert) | None => "inert",
    }
    .to_owned()
}

/// The beeps that were heard last, since somebody last did something here.
fn last_heard(session: &Session<Bus>) -> u8 {
    let mark = session.journal().iter().rposition(|line| matches!(line, Line::Acted { .. })).unwrap_or_default();
    Bus::sounds_since(session, mark).last().map_or(0, |beeps| beeps.count)
}

/// Plays what has begun to sound since the last look.
fn beep(shell: Shell<Bus>, sound: Sound) {
    let mut played = shell.read(|session| session.journal().len());
    effect(move || {
        let heard = shell.at(|session| {
            // Another session has other lines.
            let mark = played.min(session.journal().len());
            played = session.journal().len();
            Bus::sounds_since(session, mark)
        });
        for beeps in heard {
            sound.play(beeps);
        }
    });
}

/// What the page's tests call a type.
pub const fn name_of(face: Face) -> &'static str {
    match face {
        Face::Keys => "keys",
        Face::Touch => "touch",
    }
}

pub(super) const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Normal => "Normal",
        Field::Reduced => "Reduced",
        Field::Check => "Check",
        Field::TopUp => "Top-up",
    }
}
