//! What the service point and the inspector find on a card, as sentences.

use firmware_core::card::FareKind;
use firmware_core::validator::{Goods, Order};
use world::bus::inspector::{Basis, Control, Verdict};
use world::bus::service::Readout;
use world::bus::wallet::Entitlement;

use super::amounts::plain;
use super::names;
use crate::texts::{Language, Words, date, fill, log_line, message};

/// What the service point has read; in English word for word what the acceptance language expects.
pub fn readout(language: Language, readout: &Readout) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Readout { name, id, status, days: (from, to), .. } = readout;
    let card = if readout.personalised { message::SERVICE_READ_PERSONALISED } else { message::SERVICE_READ_BEARER };
    let status = names::card_status(*status).in_language(language);
    let mut sentences =
        vec![say(card, &[name, &id.0.to_string(), status, &date(language, *from), &date(language, *to)])];
    sentences.push(match readout.fare {
        Some(FareKind::Normal) => say(message::SERVICE_READ_NORMAL, &[]),
        Some(FareKind::Reduced) => say(message::SERVICE_READ_REDUCED, &[]),
        None => say(message::SERVICE_READ_NO_FARE, &[]),
    });
    sentences.extend(readout.entitlement.map(|(entitlement, until)| match entitlement {
        Entitlement::Reduced => say(message::SERVICE_READ_ENTITLED_REDUCED, &[&date(language, until)]),
        Entitlement::Free => say(message::SERVICE_READ_ENTITLED_FREE, &[&date(language, until)]),
    }));
    sentences.push(match readout.balance {
        Some(balance) => {
            say(message::SERVICE_READ_PURSE, &[&plain(language, balance), &readout.load_class.to_string()])
        }
        None => say(message::SERVICE_READ_NO_PURSE, &[]),
    });
    sentences.extend(readout.periods.iter().map(|(kind, from, to)| {
        say(
            message::SERVICE_READ_PERIOD,
            &[names::fare(*kind).in_language(language), &date(language, *from), &date(language, *to)],
        )
    }));
    sentences.extend(readout.ride.map(|(run, normal, reduced, advance)| {
        let [run, normal, reduced] = [run, normal, reduced].map(|number| number.to_string());
        say(message::SERVICE_READ_RIDE, &[&run, &normal, &reduced, &plain(language, advance)])
    }));
    sentences.extend(readout.orders.iter().map(|Order { id, goods, .. }| match goods {
        Goods::Purse(amount) => say(message::SERVICE_READ_ORDER, &[&id.to_string(), &plain(language, *amount)]),
        Goods::Period(contract) => {
            say(message::SERVICE_READ_ORDER_PERIOD, &[&id.to_string(), &date(language, contract.to)])
        }
    }));
    sentences.extend(readout.log.iter().map(|entry| {
        let [line, stop] = [entry.line, entry.stop.into()].map(|number: u16| number.to_string());
        let location = (entry.line > 0).then(|| say(message::SERVICE_READ_AT_STOP, &[&line, &stop]));
        format!("{}.", log_line(language, entry, names::operation(entry.kind), location, "zł"))
    }));
    sentences.join(" ")
}

/// What the inspector has found; in English word for word what the acceptance language expects.
pub fn control(language: Language, control: &Control) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Control { name, id, verdict, tickets: (normal, reduced) } = control;
    let words = if verdict.is_valid() { message::INSPECTION_VALID } else { message::INSPECTION_NOT_VALID };
    let text = say(words, &[name, &id.0.to_string(), &self::verdict(language, *verdict)]);
    if (*normal, *reduced) == (0, 0) {
        return text;
    }
    format!("{text} {}", say(message::INSPECTION_TICKETS, &[&normal.to_string(), &reduced.to_string()]))
}

/// Whether somebody rides as he should, as a part of a sentence.
pub fn verdict(language: Language, verdict: Verdict) -> String {
    let say = |words: Words, value: &str| fill(words.in_language(language), &[value]);
    match verdict {
        Verdict::Registered(Basis::Purse) => say(message::INSPECTION_BY_PURSE, ""),
        Verdict::Registered(Basis::Period) => say(message::INSPECTION_BY_PERIOD, ""),
        Verdict::Registered(Basis::Free) => say(message::INSPECTION_BY_FREE, ""),
        Verdict::PeriodWhileBlocked(until) => say(message::INSPECTION_PERIOD_WHILE_BLOCKED, &date(language, until)),
        Verdict::PeriodNotRegistered(until) => say(message::INSPECTION_PERIOD_NOT_REGISTERED, &date(language, until)),
        Verdict::CompanionsOnly => say(message::INSPECTION_COMPANIONS_ONLY, ""),
        Verdict::GotOff => say(message::INSPECTION_GOT_OFF, ""),
        Verdict::Nothing => say(message::INSPECTION_NOTHING, ""),
        Verdict::NotUsable(status) => {
            say(message::INSPECTION_CARD_NOT_USABLE, names::card_status(status).in_language(language))
        }
        Verdict::NoRun => say(message::INSPECTION_BUS_ON_NO_RUN, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::{CardId, Contract, LogEntry, LogKind};
    use firmware_core::money::Grosz;
    use firmware_core::time::DateTime;
    use world::bus::act::Answer;
    use world::bus::wallet::BusCardStatus;

    use crate::sites::bus::phrases::answer;
    use crate::sites::bus::samples::{FARES, day, name};
    use crate::texts::in_all;

    fn read() -> Readout {
        let line = |kind, amount, line| LogEntry {
            counter: 3,
            at: Some(DateTime(0)),
            device: 1,
            kind,
            amount,
            balance_after: 4_700,
            line,
            stop: 3,
        };
        let kinds = [
            LogKind::Sale,
            LogKind::NormalTicket,
            LogKind::ReducedTicket,
            LogKind::PeriodRide,
            LogKind::FreeRide,
            LogKind::Exit,
            LogKind::Order,
            LogKind::Reset,
        ];
        let mut log: Vec<_> = kinds.into_iter().map(|kind| line(kind, -300, 7)).collect();
        log.push(LogEntry { at: None, ..line(LogKind::Exit, 40, 0) });
        let contract = Contract { profile: FareKind::Normal, from: day(), to: day(), scope: 0, priority: 0 };
        let order = |id, goods| Order { id, card: CardId(5001), goods };
        Readout {
            name: name(),
            id: CardId(5001),
            status: BusCardStatus::NotYetValid,
            days: (day(), day()),
            personalised: true,
            fare: Some(FareKind::Reduced),
            entitlement: Some((Entitlement::Reduced, day())),
            balance: Some(Grosz(4_700)),
            load_class: 2,
            periods: FARES.map(|kind| (kind, day(), day())).to_vec(),
            ride: Some((9, 2, 1, Grosz(750))),
            counter: 3,
            orders: vec![order(1, Goods::Purse(Grosz(2_000))), order(2, Goods::Period(contract))],
            log,
        }
    }

    #[test]
    fn a_readout_tells_everything_in_every_language() {
        let bare = Readout {
            personalised: false,
            fare: None,
            entitlement: None,
            balance: None,
            periods: Vec::new(),
            ride: None,
            orders: Vec::new(),
            log: Vec::new(),
            ..read()
        };
        let mut readouts = vec![read(), bare.clone()];
        readouts.extend(BusCardStatus::ALL.map(|status| Readout { status, ..bare.clone() }));
        readouts.push(Readout { fare: Some(FareKind::Normal), ..read() });
        readouts.push(Readout { entitlement: Some((Entitlement::Free, day())), ..read() });
        for read in readouts {
            let text = in_all(|language| answer(language, &Ok(Answer::ReadOut(read.clone()))));
            assert_eq!(text[0], read.to_string());
        }
        let short = Readout { log: read().log[1..2].to_vec(), orders: Vec::new(), ..read() };
        assert_eq!(
            readout(Language::Norwegian, &short),
            "Ola (nummer 5001): personlig kort, ennå ikke gyldig, fra 20.11.2026 til 20.11.2026. \
             Uten tastetrykk trekkes redusert takst. Har rett til redusert takst til og med 20.11.2026. \
             E-lommebok 47,00 zł, påfyllingsklasse 2. Periodebillett, normal, fra 20.11.2026 til 20.11.2026. \
             Periodebillett, redusert, fra 20.11.2026 til 20.11.2026. \
             Åpen reise på tur 9: 2 normal, 1 redusert, 7,50 zł trukket. \
             01.01.2000 00:00:00 normal billett \u{2212}3,00 (linje 7, holdeplass 3) = 47,00 zł."
        );
    }

    #[test]
    fn every_verdict_has_a_sentence_in_every_language() {
        let mut verdicts = vec![
            Verdict::Registered(Basis::Purse),
            Verdict::Registered(Basis::Period),
            Verdict::Registered(Basis::Free),
            Verdict::PeriodWhileBlocked(day()),
            Verdict::PeriodNotRegistered(day()),
            Verdict::CompanionsOnly,
            Verdict::GotOff,
            Verdict::Nothing,
            Verdict::NoRun,
        ];
        verdicts.extend(BusCardStatus::ALL.map(Verdict::NotUsable));
        for verdict in verdicts {
            for tickets in [(0, 0), (1, 2)] {
                let control = Control { name: name(), id: CardId(5001), verdict, tickets };
                let text = in_all(|language| answer(language, &Ok(Answer::Control(control.clone()))));
                assert_eq!(text[0], control.to_string());
            }
        }
        let found = Control { name: name(), id: CardId(5001), verdict: Verdict::Nothing, tickets: (1, 2) };
        assert_eq!(
            control(Language::Polish, &found),
            "Ola (numer 5001): PRZEJAZD NIEWAŻNY, nic tu nie zarejestrowano. \
             Bilety na ten przejazd: normalne 1, ulgowe 2."
        );
    }
}
