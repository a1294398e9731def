//! What was done, what came of it and why something was refused, as sentences.

use firmware_core::card::{LogEntry, UpdateMark};
use firmware_core::money::Ore;
use firmware_core::pedestal::Key;
use world::quay::Quay;
use world::quay::act::{Act, Answer, Refusal};
use world::quay::desk::Readout;
use world::quay::marina::SOCKET_WATTS_MAX;
use world::site::SiteRefusal;
use world::world::World as _;

use super::names;
use crate::texts;
use crate::texts::{Language, Words, date_and_time, fill, log_line, message, plain, refusals};

/// What the page says to the answer of an act; empty where it was simply done.
pub fn answer(language: Language, answer: &Result<Answer, Refusal>) -> String {
    match answer {
        Ok(Answer::Done) => String::new(),
        Ok(Answer::ReadOut(read)) => readout(language, read),
        Err(refused) => refusal(language, refused),
    }
}

/// Why something was refused; in English word for word what the acceptance language expects.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let number = |words: Words, number: u32| say(words, &[&number.to_string()]);
    match refusal {
        Refusal::Site(SiteRefusal::NoSuchCard(name)) => say(message::REFUSED_NO_SUCH_CARD, &[name]),
        Refusal::Site(SiteRefusal::NameTaken(name)) => say(message::REFUSED_NAME_TAKEN, &[name]),
        Refusal::Site(SiteRefusal::BadName) => say(message::REFUSED_BAD_NAME, &[]),
        Refusal::Site(SiteRefusal::OneCard(name)) => say(message::REFUSED_ONE_CARD, &[name]),
        Refusal::Site(SiteRefusal::AtReader(name)) => say(message::QUAY_REFUSED_CARD_IN_HOLDER, &[name]),
        Refusal::Site(SiteRefusal::ReaderTaken(_)) => say(message::QUAY_REFUSED_HOLDER_TAKEN, &[]),
        Refusal::Site(SiteRefusal::ReaderEmpty(_)) => say(message::QUAY_REFUSED_HOLDER_EMPTY, &[]),
        Refusal::NoSuchPedestal(pedestal) => number(message::QUAY_REFUSED_NO_SUCH_PEDESTAL, (*pedestal).into()),
        Refusal::Site(SiteRefusal::Destroyed(name)) => say(message::QUAY_REFUSED_DESTROYED, &[name]),
        Refusal::Site(SiteRefusal::Lost(name)) => say(message::QUAY_REFUSED_LOST, &[name]),
        Refusal::NotGone(name) => say(message::QUAY_REFUSED_NOT_GONE, &[name]),
        Refusal::Foreign(name) => say(message::QUAY_REFUSED_FOREIGN, &[name]),
        Refusal::Blocked(name) => say(message::QUAY_REFUSED_BLOCKED, &[name]),
        Refusal::MustBeReset(name) => say(message::QUAY_REFUSED_MUST_BE_RESET, &[name]),
        Refusal::NothingToReset(name) => say(message::QUAY_REFUSED_NOTHING_TO_RESET, &[name]),
        Refusal::Site(SiteRefusal::Unreadable(name, damage)) => {
            say(message::REFUSED_UNREADABLE, &[name, &refusals::damage(language, *damage)])
        }
        Refusal::Unreachable(pedestal) => number(message::QUAY_REFUSED_UNREACHABLE, (*pedestal).into()),
        Refusal::BadAmount(amount) => say(message::QUAY_REFUSED_BAD_AMOUNT, &[&ore(language, *amount)]),
        Refusal::NothingToPayOut(name) => say(message::QUAY_REFUSED_NOTHING_TO_PAY_OUT, &[name]),
        Refusal::NothingToRelease(socket) => number(message::QUAY_REFUSED_NOTHING_TO_RELEASE, socket.number().into()),
        Refusal::UpdateOpen(socket) => number(message::QUAY_REFUSED_UPDATE_OPEN, socket.number().into()),
        Refusal::NothingToWriteOff(name) => say(message::QUAY_REFUSED_NOTHING_TO_WRITE_OFF, &[name]),
        Refusal::DeskClosed => say(message::QUAY_REFUSED_DESK_CLOSED, &[]),
        Refusal::PlugAsItIs(socket) => number(message::QUAY_REFUSED_PLUG_AS_IT_IS, socket.number().into()),
        Refusal::TooMuchPower(socket, watts) => {
            let numbers = [u32::from(socket.number()), *watts, SOCKET_WATTS_MAX].map(|number| number.to_string());
            say(message::QUAY_REFUSED_TOO_MUCH_POWER, &[&numbers[0], &numbers[1], &numbers[2]])
        }
        // No act of this world names a reader that does not exist.
        Refusal::Site(SiteRefusal::NoSuchReader(_)) => refusal.to_string(),
        Refusal::Site(SiteRefusal::NoSuchSetting) => say(message::REFUSED_NO_SUCH_SETTING, &[]),
        Refusal::Site(SiteRefusal::BadSetting(refused)) => {
            refusals::bad_setting(language, *refused, &names::setting_named(language, refused.name))
        }
        Refusal::Site(SiteRefusal::NoPower) => say(message::QUAY_REFUSED_NO_POWER, &[]),
        Refusal::Site(SiteRefusal::PowerIsOn) => say(message::QUAY_REFUSED_POWER_IS_ON, &[]),
    }
}

/// What the desk has read; in English word for word what the acceptance language expects.
pub fn readout(language: Language, readout: &Readout) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Readout { name, id, status, balance, mark, sockets, settled, log, .. } = readout;
    let status = names::card_status(*status).in_language(language);
    let mut text = say(message::DESK_READ_CARD, &[name, &id.0.to_string(), status, &ore(language, *balance)]);
    let mut add = |sentence: &str| {
        text.push(' ');
        text.push_str(sentence);
    };
    if let Some(mark) = mark {
        add(&self::mark(language, *mark));
    }
    for (pedestal, socket) in settled {
        add(&say(message::DESK_READ_SETTLED, &[&format!("{pedestal}.{socket}")]));
    }
    for (pedestal, socket, credit) in sockets {
        add(&say(message::DESK_READ_SOCKET, &[&format!("{pedestal}.{socket}"), &ore(language, *credit)]));
    }
    for line in log {
        add(&operation(language, line));
    }
    text
}

/// An update that was begun and not ended, with what a reset gives.
pub fn mark(language: Language, mark: UpdateMark) -> String {
    let value = ore(language, Ore(mark.value));
    fill(message::DESK_READ_MARK.in_language(language), &[&mark.pedestal.to_string(), &value])
}

/// A line of a card's log.
pub fn operation(language: Language, entry: &LogEntry) -> String {
    let socket = format!("{}.{}", entry.device, entry.stop);
    let location = (entry.stop > 0).then(|| fill(message::DESK_READ_AT_SOCKET.in_language(language), &[&socket]));
    format!("{}.", log_line(language, entry, names::operation(entry.kind), location, "kr"))
}

/// What somebody did, for a line of the journal.
pub fn act(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let number = |words: Words, number: u8| say(words, &[&number.to_string()]);
    match act {
        Act::Present(name) => say(message::QUAY_DID_PRESENT, &[name]),
        Act::PresentBoth(first, second) => say(message::QUAY_DID_PRESENT_BOTH, &[first, second]),
        Act::Take => say(message::QUAY_DID_TAKE, &[]),
        Act::Press(key) => say(message::QUAY_DID_PRESS, &[&self::key(language, *key)]),
        Act::Release(key) => say(message::QUAY_DID_RELEASE, &[&self::key(language, *key)]),
        Act::Walk(pedestal) => number(message::QUAY_DID_WALK, *pedestal),
        Act::PowerOff => say(message::QUAY_DID_POWER_OFF, &[]),
        Act::PowerOn => say(message::QUAY_DID_POWER_ON, &[]),
        Act::Plug(socket) => number(message::QUAY_DID_PLUG, socket.number()),
        Act::Unplug(socket) => number(message::QUAY_DID_UNPLUG, socket.number()),
        Act::Switch(socket, appliance, on) => {
            let on = if *on { message::PEDESTAL_SWITCHED_ON } else { message::PEDESTAL_IS_OFF };
            let appliance = names::appliance(*appliance).in_language(language);
            say(message::QUAY_DID_SWITCH, &[appliance, &socket.number().to_string(), on.in_language(language)])
        }
        Act::Create(kind, name, amount) => {
            let kind = names::issue(*kind).in_language(language);
            say(message::QUAY_DID_CREATE, &[name, kind, &ore(language, *amount)])
        }
        Act::Rename(from, to) => say(message::QUAY_DID_RENAME, &[from, to]),
        Act::Discard(name) => say(message::QUAY_DID_DISCARD, &[name]),
        Act::Destroy(name) => say(message::QUAY_DID_DESTROY, &[name]),
        Act::Lose(name) => say(message::QUAY_DID_LOSE, &[name]),
        Act::Load(name, amount) => say(message::QUAY_DID_LOAD, &[name, &ore(language, *amount)]),
        Act::PayOut(name) => say(message::QUAY_DID_PAY_OUT, &[name]),
        Act::ReadOut(name) => say(message::QUAY_DID_READ, &[name]),
        Act::Reset(name) => say(message::QUAY_DID_RESET, &[name]),
        Act::WriteOff(name) => say(message::QUAY_DID_WRITE_OFF, &[name]),
        Act::ReleaseSocket(socket) => number(message::QUAY_DID_RELEASE_SOCKET, socket.number()),
        Act::SetClock(civil) => say(message::QUAY_DID_SET_CLOCK, &[&date_and_time(language, *civil)]),
        Act::Configure(index, value) => match Quay::all_settings().nth(usize::from(*index)) {
            Some(setting) => {
                let value = match setting.word(*value) {
                    firmware_core::setting::Word::Choice(word) => texts::names::choice(language, word).to_owned(),
                    firmware_core::setting::Word::Number(number) => number.to_string(),
                };
                say(message::QUAY_DID_CONFIGURE, &[names::setting(usize::from(*index)).in_language(language), &value])
            }
            None => say(message::QUAY_DID_CONFIGURE, &[&index.to_string(), &value.to_string()]),
        },
    }
}

/// What a pedestal did, for a line of the journal: the screen that its display went to or stayed on.
pub fn trace_entry(language: Language, pedestal: u16, screen: &str) -> String {
    let screen = names::screen(screen).in_language(language);
    fill(message::QUAY_HAPPENED.in_language(language), &[&pedestal.to_string(), screen])
}

/// A button, as it is labelled.
pub fn key(language: Language, key: Key) -> String {
    match key {
        Key::Back => message::PEDESTAL_BACK.in_language(language).to_owned(),
        Key::Enter => message::PEDESTAL_ENTER.in_language(language).to_owned(),
        Key::Socket(socket) => fill(message::PEDESTAL_SOCKET.in_language(language), &[&socket.number().to_string()]),
    }
}

/// Without spaces between thousands: the English sentence is the one that the acceptance language knows.
fn ore(language: Language, amount: Ore) -> String {
    format!("{} kr", plain(language, amount.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::{CardId, Damage, LogKind};
    use firmware_core::pedestal::HOLDER;
    use firmware_core::pedestal::Socket;
    use firmware_core::setting::Refused;
    use firmware_core::time::DateTime;
    use world::quay::marina::Appliance;
    use world::quay::wallet::{Issue, QuayCardStatus};
    use world::session::{Session, Start};

    fn name() -> String {
        "Mitt".to_owned()
    }

    fn every_refusal() -> Vec<Refusal> {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let bad = session.act(Act::Configure(4, 5_000)).expect_err("as long as the inactivity rule");
        vec![
            bad,
            Refusal::Site(SiteRefusal::NoSuchCard(name())),
            Refusal::Site(SiteRefusal::NameTaken(name())),
            Refusal::Site(SiteRefusal::BadName),
            Refusal::Site(SiteRefusal::OneCard(name())),
            Refusal::Site(SiteRefusal::AtReader(name())),
            Refusal::Site(SiteRefusal::ReaderTaken(HOLDER)),
            Refusal::Site(SiteRefusal::ReaderEmpty(HOLDER)),
            Refusal::NoSuchPedestal(7),
            Refusal::Site(SiteRefusal::Destroyed(name())),
            Refusal::Site(SiteRefusal::Lost(name())),
            Refusal::NotGone(name()),
            Refusal::Foreign(name()),
            Refusal::Blocked(name()),
            Refusal::MustBeReset(name()),
            Refusal::NothingToReset(name()),
            Refusal::Site(SiteRefusal::Unreadable(name(), Damage::BothSlots)),
            Refusal::Site(SiteRefusal::Unreadable(name(), Damage::Nonsense)),
            Refusal::Site(SiteRefusal::Unreadable(name(), Damage::Ambiguous)),
            Refusal::Site(SiteRefusal::Unreadable(name(), Damage::Version(9))),
            Refusal::Unreachable(2),
            Refusal::BadAmount(Ore(0)),
            Refusal::BadAmount(Ore(u32::MAX)),
            Refusal::NothingToPayOut(name()),
            Refusal::NothingToRelease(Socket::Two),
            Refusal::UpdateOpen(Socket::Two),
            Refusal::NothingToWriteOff(name()),
            Refusal::DeskClosed,
            Refusal::PlugAsItIs(Socket::Two),
            Refusal::TooMuchPower(Socket::Two, 4_000),
            Refusal::Site(SiteRefusal::NoSuchSetting),
            Refusal::Site(SiteRefusal::NoPower),
            Refusal::Site(SiteRefusal::PowerIsOn),
        ]
    }

    #[test]
    fn every_refusal_has_a_sentence_in_every_language() {
        for refused in every_refusal() {
            let texts = Language::ALL.map(|language| refusal(language, &refused));
            assert_eq!(texts[0], refused.to_string());
            for other in &texts[1..] {
                assert_ne!(*other, texts[0], "{refused:?} is in English");
                assert!(other.ends_with('.') && !other.contains('{'), "{other}");
            }
            assert_ne!(texts[1], texts[2]);
        }
    }

    #[test]
    fn a_refused_setting_is_named_as_the_panel_names_it() {
        let refused = Refused { name: "pedestal.pause_ms", value: 5_000, min: 500, max: 4_999 };
        assert_eq!(
            refusal(Language::Norwegian, &Refusal::Site(SiteRefusal::BadSetting(refused))),
            "«Kort pause før oppdatering» kan ikke være 5000: det må ligge mellom 500 og 4999."
        );
        assert_eq!(refusal(Language::Polish, &Refusal::Site(SiteRefusal::NoSuchSetting)), "Nie ma takiego ustawienia.");
    }

    #[test]
    fn a_readout_tells_everything_in_every_language() {
        let read = Readout {
            name: name(),
            id: CardId(1001),
            status: QuayCardStatus::Invalid,
            balance: Ore(7_000),
            counter: 3,
            mark: Some(UpdateMark { txn: 1, pedestal: 2, value: 7_000 }),
            sockets: vec![(1, 2, Ore(3_000))],
            settled: vec![(1, 3)],
            log: vec![LogEntry {
                counter: 3,
                at: Some(DateTime(0)),
                device: 1,
                kind: LogKind::Load,
                amount: -3_000,
                balance_after: 7_000,
                line: 0,
                stop: 2,
            }],
        };
        assert_eq!(readout(Language::English, &read), read.to_string());
        let mut paid_in = read.clone();
        paid_in.log[0] = LogEntry { at: None, amount: 3_000, stop: 0, kind: LogKind::Sale, ..read.log[0] };
        assert_eq!(readout(Language::English, &paid_in), paid_in.to_string());
        assert_eq!(
            readout(Language::Norwegian, &read),
            "Mitt (nummer 1001): ugyldig, 70,00 kr. Avbrutt ved strømsøyle 2; en tilbakestilling gir 70,00 kr. \
             Oppdateringen av stikkontakt 1.3 er avklart. Stikkontakt 1.2 har 30,00 kr av det. \
             01.01.2000 00:00:00 overføring til kontakt \u{2212}30,00 (stikkontakt 1.2) = 70,00 kr."
        );
        assert!(readout(Language::Polish, &read).starts_with("Mitt (numer 1001): nieważna, 70,00 kr. Przerwano"));
    }

    #[test]
    fn every_act_has_a_sentence_in_every_language() {
        let two = Socket::Two;
        let acts = [
            Act::Present(name()),
            Act::PresentBoth(name(), "Ditt".to_owned()),
            Act::Take,
            Act::Press(Key::Back),
            Act::Release(Key::Socket(two)),
            Act::Walk(2),
            Act::PowerOff,
            Act::PowerOn,
            Act::Plug(two),
            Act::Unplug(two),
            Act::Switch(two, Appliance::Kettle, true),
            Act::Create(Issue::User, name(), Ore(1)),
            Act::Rename(name(), name()),
            Act::Discard(name()),
            Act::Destroy(name()),
            Act::Lose(name()),
            Act::Load(name(), Ore(1)),
            Act::PayOut(name()),
            Act::ReadOut(name()),
            Act::Reset(name()),
            Act::WriteOff(name()),
            Act::ReleaseSocket(two),
            Act::SetClock(DateTime(0)),
            Act::Configure(8, 1),
        ];
        for one in &acts {
            let texts = Language::ALL.map(|language| act(language, one));
            assert!(texts.iter().all(|text| !text.is_empty() && !text.contains('{')), "{texts:?}");
            assert!(texts[0] != texts[1] && texts[1] != texts[2], "{texts:?}");
        }
        assert_eq!(act(Language::Polish, &acts[10]), "Przełączasz: Czajnik, gniazdo 2: włączone.");
        assert_eq!(
            act(Language::Norwegian, &acts[23]),
            "Du setter «Etter en uavsluttet oppdatering» til inndra beløpet."
        );
    }
}
