//! What was done on the bus and what came of it, as sentences for the journal.

use firmware_core::card::FareKind;
use firmware_core::validator::fare::ANY_STOPS;
use firmware_core::validator::{Face, Key, field_at};
use world::bus::Bus;
use world::bus::act::{Act, Answer, Reader};
use world::bus::wallet::Entitlement;
use world::session::Outcome;
use world::trace::TraceEntry;
use world::world::World as _;

use super::amounts::paid;
use super::names;
use super::readouts::{control, readout};
use super::refusals::refusal;
use crate::texts::{self, Language, Words, date, date_and_time, fill, message};

/// What somebody did, for a line of the journal.
pub fn act(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match act {
        Act::Present(Reader::Pocket, name) => say(message::BUS_DID_POCKET, &[name]),
        Act::Present(Reader::Front, name) => say(message::BUS_DID_HOLD, &[name]),
        Act::PresentBoth(first, second) => say(message::BUS_DID_HOLD_BOTH, &[first, second]),
        Act::Take(Reader::Pocket) => say(message::BUS_DID_TAKE_OUT, &[]),
        Act::Take(Reader::Front) => say(message::BUS_DID_TAKE, &[]),
        Act::Press(key) => say(message::BUS_DID_PRESS, &[self::key(*key)]),
        Act::Release(key) => say(message::BUS_DID_RELEASE, &[self::key(*key)]),
        Act::Touch(spot) => match field_at(*spot) {
            Some(field) => say(message::BUS_DID_TOUCH, &[names::field(field).in_language(language)]),
            None => say(message::BUS_DID_TOUCH_NOTHING, &[]),
        },
        Act::Lift => say(message::BUS_DID_LIFT, &[]),
        Act::Walk(bus, Face::Keys) => say(message::BUS_DID_WALK_OLD, &[&bus.to_string()]),
        Act::Walk(bus, Face::Touch) => say(message::BUS_DID_WALK_NEW, &[&bus.to_string()]),
        Act::NextStop => say(message::BUS_DID_NEXT_STOP, &[]),
        Act::EndRun => say(message::BUS_DID_END_RUN, &[]),
        Act::Depart => say(message::BUS_DID_DEPART, &[]),
        Act::Block(true) => say(message::BUS_DID_BLOCK, &[]),
        Act::Block(false) => say(message::BUS_DID_UNBLOCK, &[]),
        Act::PowerOff => say(message::BUS_DID_POWER_OFF, &[]),
        Act::PowerOn => say(message::BUS_DID_POWER_ON, &[]),
        Act::Create(kind, name, balance) => {
            let kind = names::issue(*kind).in_language(language);
            match balance {
                Some(balance) => say(message::BUS_DID_CREATE, &[name, kind, &paid(language, *balance)]),
                None => say(message::BUS_DID_CREATE_WITHOUT, &[name, kind]),
            }
        }
        Act::Rename(from, to) => say(message::BUS_DID_RENAME, &[from, to]),
        Act::Discard(name) => say(message::BUS_DID_DISCARD, &[name]),
        Act::Destroy(name) => say(message::BUS_DID_DESTROY, &[name]),
        Act::Lose(name) => say(message::BUS_DID_LOSE, &[name]),
        Act::ReportLost(name) => say(message::BUS_DID_REPORT_LOST, &[name]),
        Act::ReportFound(name) => say(message::BUS_DID_REPORT_FOUND, &[name]),
        Act::OrderTopUp(name, amount) => say(message::BUS_DID_ORDER, &[name, &paid(language, *amount)]),
        Act::OrderPeriod(name, kind, from, days) => {
            let kind = names::fare(*kind).in_language(language);
            say(message::BUS_DID_ORDER_PERIOD, &[name, kind, &names::days(language, *days), &date(language, *from)])
        }
        Act::Inspect(name) => say(message::BUS_DID_INSPECT, &[name]),
        Act::SetClock(civil) => say(message::BUS_DID_SET_CLOCK, &[&date_and_time(language, *civil)]),
        Act::Configure(index, value) => configured(language, *index, *value),
        Act::SetTariff(index) => say(message::BUS_DID_SET_TARIFF, &[names::tariff(*index)]),
        Act::SetSingle(kind, price) => {
            say(message::BUS_DID_SET_SINGLE, &[names::fare(*kind).in_language(language), &paid(language, *price)])
        }
        Act::SetBand(class, stops, kind, price) => {
            let (class, kind, price) =
                (class.to_string(), names::fare(*kind).in_language(language), paid(language, *price));
            match *stops {
                ANY_STOPS => say(message::BUS_DID_SET_LAST_BAND, &[&class, kind, &price]),
                stops => say(message::BUS_DID_SET_BAND, &[&class, &stops.to_string(), kind, &price]),
            }
        }
        Act::Sell(..)
        | Act::Load(..)
        | Act::SellPeriod(..)
        | Act::Entitle(..)
        | Act::SetFare(..)
        | Act::SetDays(..)
        | Act::ReadOut(_)
        | Act::Fetch(_) => served(language, act),
    }
}

/// What the service point did; empty for what nobody does there.
fn served(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match act {
        Act::Sell(kind, name, amount) => {
            say(message::BUS_DID_SELL, &[name, names::issue(*kind).in_language(language), &paid(language, *amount)])
        }
        Act::Load(name, amount) => say(message::BUS_DID_LOAD, &[name, &paid(language, *amount)]),
        Act::SellPeriod(name, kind, from, to) => {
            let kind = names::fare(*kind).in_language(language);
            say(message::BUS_DID_SELL_PERIOD, &[name, kind, &date(language, *from), &date(language, *to)])
        }
        Act::Entitle(name, Entitlement::Reduced, until) => {
            say(message::BUS_DID_ENTITLE_REDUCED, &[name, &date(language, *until)])
        }
        Act::Entitle(name, Entitlement::Free, until) => {
            say(message::BUS_DID_ENTITLE_FREE, &[name, &date(language, *until)])
        }
        Act::SetFare(name, Some(FareKind::Normal)) => say(message::BUS_DID_SET_NORMAL, &[name]),
        Act::SetFare(name, Some(FareKind::Reduced)) => say(message::BUS_DID_SET_REDUCED, &[name]),
        Act::SetFare(name, None) => say(message::BUS_DID_SET_NO_FARE, &[name]),
        Act::SetDays(name, from, to) => {
            say(message::BUS_DID_SET_DAYS, &[name, &date(language, *from), &date(language, *to)])
        }
        Act::ReadOut(name) => say(message::BUS_DID_READ, &[name]),
        Act::Fetch(name) => say(message::BUS_DID_FETCH, &[name]),
        _ => String::new(),
    }
}

fn configured(language: Language, index: u8, value: u32) -> String {
    let index = usize::from(index);
    let (name, value) = match Bus::all_settings().nth(index) {
        Some(setting) => {
            let value = match setting.word(value) {
                firmware_core::setting::Word::Choice(word) => texts::names::choice(language, word).to_owned(),
                firmware_core::setting::Word::Number(number) => texts::names::unit(setting.unit)
                    .map_or(number.to_string(), |unit| format!("{number} {}", unit.in_language(language))),
            };
            (names::setting(index).in_language(language).to_owned(), value)
        }
        None => (index.to_string(), value.to_string()),
    };
    fill(message::BUS_DID_CONFIGURE.in_language(language), &[&name, &value])
}

fn key(key: Key) -> &'static str {
    match key {
        Key::N => "N",
        Key::U => "U",
        Key::S => "S",
    }
}

/// What the page says to the answer of an act; empty where it was simply done.
pub fn answer(language: Language, answer: &Outcome<Bus>) -> String {
    match answer {
        Ok(Answer::Done) => String::new(),
        Ok(Answer::ReadOut(read)) => readout(language, read),
        Ok(Answer::Control(found)) => control(language, found),
        Err(refused) => refusal(language, refused),
    }
}

/// What a validator did, for a line of the journal: the screen that its display went to or stayed on, and what was
/// heard. Validators 1 and 2 are the old and the new one of bus 1, 3 and 4 those of bus 2.
pub fn trace_entry(language: Language, entry: &TraceEntry) -> String {
    let TraceEntry { device, screen, beeps, .. } = entry;
    let words = if device.is_multiple_of(2) { message::BUS_HAPPENED_NEW } else { message::BUS_HAPPENED_OLD };
    let bus = device.div_ceil(2).to_string();
    let text = fill(words.in_language(language), &[&bus, names::screen(screen).in_language(language)]);
    match beeps {
        Some(heard) => format!("{text} \u{b7} {}", names::beeps(language, heard.count)),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::FareKind;
    use firmware_core::device::Beeps;
    use firmware_core::money::Grosz;
    use firmware_core::time::{DateTime, Instant, Millis};
    use firmware_core::validator::Spot;
    use firmware_core::validator::fare::PROFILES;
    use world::bus::step_value::SCREENS;
    use world::bus::wallet::Issue;

    use crate::sites::bus::samples::{FARES, day, name};
    use crate::texts::in_all;

    #[test]
    fn every_act_has_a_sentence_in_every_language() {
        let (today, amount) = (day(), Grosz(5_000));
        let mut acts = vec![
            Act::Present(Reader::Front, name()),
            Act::Present(Reader::Pocket, name()),
            Act::PresentBoth(name(), "Other".to_owned()),
            Act::Take(Reader::Front),
            Act::Take(Reader::Pocket),
            Act::Touch(Spot { x: 10, y: 150 }),
            Act::Touch(Spot { x: 0, y: 0 }),
            Act::Lift,
            Act::Walk(2, Face::Keys),
            Act::Walk(2, Face::Touch),
            Act::NextStop,
            Act::EndRun,
            Act::Depart,
            Act::Block(true),
            Act::Block(false),
            Act::PowerOff,
            Act::PowerOn,
            Act::Rename(name(), "Kari".to_owned()),
            Act::Discard(name()),
            Act::Destroy(name()),
            Act::Lose(name()),
            Act::Load(name(), amount),
            Act::Entitle(name(), Entitlement::Reduced, today),
            Act::Entitle(name(), Entitlement::Free, today),
            Act::SetFare(name(), None),
            Act::SetDays(name(), today, today),
            Act::ReadOut(name()),
            Act::Fetch(name()),
            Act::ReportLost(name()),
            Act::ReportFound(name()),
            Act::OrderTopUp(name(), amount),
            Act::Inspect(name()),
            Act::SetClock(DateTime(0)),
            Act::Configure(200, 1),
        ];
        acts.extend(Key::ALL.iter().flat_map(|key| [Act::Press(*key), Act::Release(*key)]));
        for kind in Issue::ALL {
            acts.push(Act::Create(kind, name(), Some(amount)));
            acts.push(Act::Create(kind, name(), None));
            acts.push(Act::Sell(kind, name(), amount));
        }
        for kind in FARES {
            acts.push(Act::SellPeriod(name(), kind, today, today));
            acts.push(Act::SetFare(name(), Some(kind)));
            acts.push(Act::OrderPeriod(name(), kind, today, 30));
            acts.push(Act::SetSingle(kind, amount));
            acts.push(Act::SetBand(2, 8, kind, amount));
            acts.push(Act::SetBand(2, ANY_STOPS, kind, amount));
        }
        acts.extend((0..).zip(&PROFILES).map(|(index, _)| Act::SetTariff(index)));
        acts.extend((0..).zip(Bus::all_settings()).map(|(index, setting)| Act::Configure(index, setting.default)));
        let mut english = Vec::new();
        for one in &acts {
            let text = in_all(|language| act(language, one));
            assert!(text.iter().all(|text| text.ends_with('.')), "{text:?}");
            let [text, ..] = text;
            assert!(!english.contains(&text), "two acts are written as “{text}”");
            english.push(text);
        }
    }

    #[test]
    fn acts_read_as_people_say_them() {
        let text = |one: &Act| in_all(|language| act(language, one));
        assert_eq!(
            text(&Act::Present(Reader::Front, name())),
            [
                "You hold “Ola” against the validator.",
                "Du holder «Ola» mot kortleseren.",
                "Przykładasz kartę „Ola” do kasownika.",
                "Sie halten „Ola“ an den Entwerter.",
                "Ви прикладаєте «Ola» до валідатора."
            ]
        );
        assert_eq!(
            text(&Act::OrderPeriod(name(), FareKind::Reduced, day(), 30)),
            [
                "You order a period ticket for “Ola” in the web shop: reduced, 30 days from 2026-11-20.",
                "Du bestiller en periodebillett til «Ola» i nettbutikken: redusert, 30 dager fra 20.11.2026.",
                "Zamawiasz w sklepie internetowym bilet okresowy na kartę „Ola”: ulgowy, 30 dni od 20.11.2026.",
                "Sie bestellen eine Zeitkarte für „Ola“ im Webshop: ermäßigt, 30 Tage ab 20.11.2026.",
                "Ви замовляєте проїзний для «Ola» в інтернет-крамниці: пільговий, 30 днів з 20.11.2026."
            ]
        );
        assert_eq!(text(&Act::Configure(0, 5_000))[2], "Ustawiasz „Klawisz czeka na kartę przez”: 5000 ms.");
        assert_eq!(text(&Act::Configure(14, 1))[0], "You set “Lost, blocked and expired cards are refused” to yes.");
        assert_eq!(
            text(&Act::SetBand(3, 8, FareKind::Normal, Grosz(240)))[1],
            "Fra nå av koster en reise på opptil 8 holdeplasser (normal) 2,40 zł i påfyllingsklasse 3."
        );
    }

    #[test]
    fn what_was_simply_done_has_no_answer() {
        assert_eq!(Language::ALL.map(|language| answer(language, &Ok(Answer::Done))), [""; 5]);
    }

    #[test]
    fn a_trace_entry_names_the_bus_and_the_validator() {
        let text = |language, device, screen, beeps| {
            let at = Instant(0);
            trace_entry(language, &TraceEntry { at, device, screen, rules: Vec::new(), beeps })
        };
        for device in 1..=4 {
            for name in SCREENS {
                in_all(|language| text(language, device, name, None));
            }
        }
        let taken = [1, 2, 3, 4].map(|device| text(Language::English, device, "Taken", None));
        assert_eq!(
            taken,
            [
                "Bus 1, old validator: fare taken",
                "Bus 1, new validator: fare taken",
                "Bus 2, old validator: fare taken",
                "Bus 2, new validator: fare taken"
            ]
        );
        assert_eq!(text(Language::Polish, 3, "dark", None), "Autobus 2, stary kasownik: brak zasilania");
        let beeps = Beeps { count: 3, on: Millis(120), off: Millis(120) };
        let heard = text(Language::English, 1, "Refused", Some(beeps));
        assert!(heard.ends_with(" \u{b7} 3 short beeps"), "{heard}");
    }
}
