//! Why something is refused on the bus, as sentences.

use firmware_core::money::Grosz;
use firmware_core::validator::POCKET;
use firmware_core::validator::fare::{ANY_STOPS, SINGLE_MAX, TariffRefused};
use world::bus::act::Refusal;
use world::bus::shop::{FETCH_DAYS, PERIOD_DAYS, TOP_UP_MIN};
use world::bus::wallet::PURSE_MAX;
use world::site::SiteRefusal;

use super::amounts::plain;
use super::names;
use crate::texts::{self, Language, Words, fill, message, refusals};

/// Why something was refused; in English word for word what the acceptance language expects.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match refusal {
        Refusal::Site(SiteRefusal::NoSuchCard(name)) => say(message::REFUSED_NO_SUCH_CARD, &[name]),
        Refusal::Site(SiteRefusal::NameTaken(name)) => say(message::REFUSED_NAME_TAKEN, &[name]),
        Refusal::Site(SiteRefusal::BadName) => say(message::REFUSED_BAD_NAME, &[]),
        Refusal::Site(SiteRefusal::OneCard(name)) => say(message::REFUSED_ONE_CARD, &[name]),
        Refusal::Site(SiteRefusal::AtReader(name)) => say(message::BUS_REFUSED_CARD_AT_VALIDATOR, &[name]),
        Refusal::Site(SiteRefusal::ReaderTaken(POCKET)) => say(message::BUS_REFUSED_POCKET_TAKEN, &[]),
        Refusal::Site(SiteRefusal::ReaderTaken(_)) => say(message::BUS_REFUSED_FRONT_TAKEN, &[]),
        Refusal::Site(SiteRefusal::ReaderEmpty(POCKET)) => say(message::BUS_REFUSED_POCKET_EMPTY, &[]),
        Refusal::Site(SiteRefusal::ReaderEmpty(_)) => say(message::BUS_REFUSED_FRONT_EMPTY, &[]),
        Refusal::NoSuchBus(bus) => say(message::BUS_REFUSED_NO_SUCH_BUS, &[&bus.to_string()]),
        Refusal::NoKeys => say(message::BUS_REFUSED_NO_KEYS, &[]),
        Refusal::NoTouch => say(message::BUS_REFUSED_NO_TOUCH, &[]),
        Refusal::LastStop => say(message::BUS_REFUSED_LAST_STOP, &[]),
        Refusal::NoRun => say(message::BUS_REFUSED_NO_RUN, &[]),
        Refusal::NoMoreRuns => say(message::BUS_REFUSED_NO_MORE_RUNS, &[]),
        Refusal::Site(SiteRefusal::Destroyed(name)) => say(message::BUS_REFUSED_DESTROYED, &[name]),
        Refusal::Site(SiteRefusal::Lost(name)) => say(message::BUS_REFUSED_LOST, &[name]),
        Refusal::Foreign(name) => say(message::BUS_REFUSED_FOREIGN, &[name]),
        Refusal::NotUsable(name, status) => {
            say(message::BUS_REFUSED_NOT_USABLE, &[name, names::card_status(*status).in_language(language)])
        }
        Refusal::Site(SiteRefusal::Unreadable(name, damage)) => {
            say(message::REFUSED_UNREADABLE, &[name, &refusals::damage(language, *damage)])
        }
        Refusal::NoPurse(name) => say(message::BUS_REFUSED_NO_PURSE, &[name]),
        Refusal::NotPersonalised(name) => say(message::BUS_REFUSED_NOT_PERSONALISED, &[name]),
        Refusal::NeverAPurse => say(message::BUS_REFUSED_NEVER_A_PURSE, &[]),
        Refusal::NotSold => say(message::BUS_REFUSED_NOT_SOLD, &[]),
        Refusal::FirstLoad(least) => say(message::BUS_REFUSED_FIRST_LOAD, &[&plain(language, *least)]),
        Refusal::TopUpTooSmall => say(message::BUS_REFUSED_TOP_UP_TOO_SMALL, &[&plain(language, TOP_UP_MIN)]),
        Refusal::TooMuch => say(message::BUS_REFUSED_TOO_MUCH, &[&plain(language, PURSE_MAX)]),
        Refusal::NoRoom(name) => say(message::BUS_REFUSED_NO_ROOM, &[name]),
        Refusal::NoSuchPeriod => say(message::BUS_REFUSED_NO_SUCH_PERIOD, &[&periods(language)]),
        Refusal::DaysReversed => say(message::BUS_REFUSED_DAYS_REVERSED, &[]),
        Refusal::OrderWaits => say(message::BUS_REFUSED_ORDER_WAITS, &[]),
        Refusal::NoOrders(name) => say(message::BUS_REFUSED_NO_ORDERS, &[name, &FETCH_DAYS.to_string()]),
        Refusal::ReportedAlready(name) => say(message::BUS_REFUSED_REPORTED_ALREADY, &[name]),
        Refusal::NotReported(name) => say(message::BUS_REFUSED_NOT_REPORTED, &[name]),
        Refusal::HotlistFull => say(message::BUS_REFUSED_HOTLIST_FULL, &[]),
        // No act of this world names a reader that does not exist.
        Refusal::Site(SiteRefusal::NoSuchReader(_)) => refusal.to_string(),
        Refusal::Site(SiteRefusal::NoSuchSetting) => say(message::REFUSED_NO_SUCH_SETTING, &[]),
        Refusal::Site(SiteRefusal::BadSetting(refused)) => {
            let title = names::setting_named(refused.name).map_or(refused.name, |words| words.in_language(language));
            refusals::bad_setting(language, *refused, title)
        }
        Refusal::NoSuchTariff => say(message::BUS_REFUSED_NO_SUCH_TARIFF, &[]),
        Refusal::NoSuchBand => say(message::BUS_REFUSED_NO_SUCH_ROW, &[]),
        Refusal::BadTariff(refused) => bad_tariff(language, *refused),
        Refusal::Site(SiteRefusal::NoPower) => say(message::BUS_REFUSED_NO_POWER, &[]),
        Refusal::Site(SiteRefusal::PowerIsOn) => say(message::BUS_REFUSED_POWER_IS_ON, &[]),
        Refusal::Starting => say(message::BUS_REFUSED_STARTING, &[]),
    }
}

/// For how many days there are period tickets: `14, 30, 60, 90`.
fn periods(language: Language) -> String {
    let days = PERIOD_DAYS.map(|days| days.to_string());
    match days.split_last() {
        Some((last, others)) => fill(message::LIST_END.in_language(language), &[&others.join(", "), last]),
        None => String::new(),
    }
}

/// Why a tariff cannot be used.
fn bad_tariff(language: Language, refused: TariffRefused) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let amount = |amount: Grosz| texts::plain(language, amount.0);
    let fare = |kind| names::fare(kind).in_language(language);
    match refused {
        TariffRefused::Single { kind, single } => {
            say(message::BUS_REFUSED_BAD_SINGLE, &[fare(kind), &amount(single), &amount(SINGLE_MAX)])
        }
        TariffRefused::NoClass => say(message::BUS_REFUSED_NO_CLASS, &[]),
        TariffRefused::ClassOrder { load_from } => say(message::BUS_REFUSED_CLASS_ORDER, &[&amount(load_from)]),
        TariffRefused::BandOrder { load_from, stops_to } => {
            say(message::BUS_REFUSED_BAND_ORDER, &[&amount(load_from), &stops_to.to_string()])
        }
        TariffRefused::NoLastBand { load_from } => say(message::BUS_REFUSED_NO_LAST_BAND, &[&amount(load_from)]),
        TariffRefused::AboveSingle { load_from, stops_to: ANY_STOPS, kind, fare: price, single } => say(
            message::BUS_REFUSED_LONGEST_ABOVE_SINGLE,
            &[fare(kind), &amount(price), &amount(load_from), &amount(single)],
        ),
        TariffRefused::AboveSingle { load_from, stops_to, kind, fare: price, single } => say(
            message::BUS_REFUSED_ABOVE_SINGLE,
            &[fare(kind), &amount(price), &stops_to.to_string(), &amount(load_from), &amount(single)],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::{Damage, FareKind};
    use firmware_core::setting::Refused;
    use world::bus::Bus;
    use world::bus::act::Act;
    use world::bus::act::Reader;
    use world::bus::wallet::BusCardStatus;
    use world::session::{Session, Start};
    use world::world::World as _;

    use crate::sites::bus::phrases::answer;
    use crate::sites::bus::samples::name;
    use crate::texts::in_all;

    fn refused(act: Act) -> Refusal {
        let mut session = Session::<Bus>::new(Start::Opening).expect("the opening world");
        session.act(act).expect_err("it is refused")
    }

    fn every_refusal() -> Vec<Refusal> {
        let (kind, single, fare, load_from, stops_to) =
            (FareKind::Reduced, Grosz(300), Grosz(301), Grosz(2_000), ANY_STOPS);
        let tariffs = [
            TariffRefused::Single { kind, single: Grosz(10_000) },
            TariffRefused::NoClass,
            TariffRefused::ClassOrder { load_from },
            TariffRefused::BandOrder { load_from, stops_to: 8 },
            TariffRefused::NoLastBand { load_from },
            TariffRefused::AboveSingle { load_from, stops_to: 8, kind, fare, single },
            TariffRefused::AboveSingle { load_from, stops_to, kind, fare, single },
        ];
        let mut refusals: Vec<_> = tariffs.into_iter().map(Refusal::BadTariff).collect();
        let settings = Bus::all_settings().zip(0..);
        refusals.extend(settings.map(|(setting, place)| refused(Act::Configure(place, setting.max + 1))));
        refusals.extend([
            refused(Act::Configure(200, 0)),
            refused(Act::SetTariff(200)),
            refused(Act::SetBand(9, 3, kind, fare)),
            refused(Act::SetBand(2, 8, kind, fare)),
            refused(Act::SetSingle(kind, Grosz(0))),
        ]);
        refusals.extend(BusCardStatus::ALL.map(|status| Refusal::NotUsable(name(), status)));
        for damage in [Damage::BothSlots, Damage::Nonsense, Damage::Ambiguous, Damage::Version(9)] {
            refusals.push(Refusal::Site(SiteRefusal::Unreadable(name(), damage)));
        }
        for reader in Reader::ALL {
            refusals.extend([
                Refusal::Site(SiteRefusal::ReaderTaken(reader.position())),
                Refusal::Site(SiteRefusal::ReaderEmpty(reader.position())),
            ]);
        }
        refusals.extend([
            Refusal::Site(SiteRefusal::NoSuchCard(name())),
            Refusal::Site(SiteRefusal::NameTaken(name())),
            Refusal::Site(SiteRefusal::BadName),
            Refusal::Site(SiteRefusal::OneCard(name())),
            Refusal::Site(SiteRefusal::AtReader(name())),
            Refusal::NoSuchBus(7),
            Refusal::NoKeys,
            Refusal::NoTouch,
            Refusal::LastStop,
            Refusal::NoRun,
            Refusal::NoMoreRuns,
            Refusal::Site(SiteRefusal::Destroyed(name())),
            Refusal::Site(SiteRefusal::Lost(name())),
            Refusal::Foreign(name()),
            Refusal::NoPurse(name()),
            Refusal::NotPersonalised(name()),
            Refusal::NeverAPurse,
            Refusal::NotSold,
            Refusal::FirstLoad(Grosz(5_000)),
            Refusal::FirstLoad(Grosz(u32::MAX)),
            Refusal::TopUpTooSmall,
            Refusal::TooMuch,
            Refusal::NoRoom(name()),
            Refusal::NoSuchPeriod,
            Refusal::DaysReversed,
            Refusal::OrderWaits,
            Refusal::NoOrders(name()),
            Refusal::ReportedAlready(name()),
            Refusal::NotReported(name()),
            Refusal::HotlistFull,
            Refusal::Site(SiteRefusal::NoPower),
            Refusal::Site(SiteRefusal::PowerIsOn),
            Refusal::Starting,
        ]);
        refusals
    }

    #[test]
    fn every_refusal_has_a_sentence_in_every_language() {
        for refused in every_refusal() {
            let texts = in_all(|language| answer(language, &Err(refused.clone())));
            assert_eq!(texts[0], refused.to_string());
            assert!(texts.iter().all(|text| text.ends_with('.')), "{texts:?}");
        }
    }

    #[test]
    fn a_refused_setting_or_tariff_is_named_as_on_the_page() {
        let say = |refused: &Refusal| in_all(|language| refusal(language, refused));
        let refused = Refused { name: "validator.commit_ms", value: 401, min: 50, max: 400 };
        assert_eq!(
            say(&Refusal::Site(SiteRefusal::BadSetting(refused)))[1..3],
            [
                "«Kortet er endret etter» kan ikke være 401: det må ligge mellom 50 og 400.",
                "„Zmiana na karcie po” nie może wynosić 401: dozwolone od 50 do 400."
            ]
        );
        let above = TariffRefused::AboveSingle {
            load_from: Grosz(2_000),
            stops_to: 8,
            kind: FareKind::Reduced,
            fare: Grosz(151),
            single: Grosz(150),
        };
        assert_eq!(
            say(&Refusal::BadTariff(above))[1..3],
            [
                "Prisen på 1,51 zł (redusert) for opptil 8 holdeplasser, påfylling fra 20,00 zł, er høyere enn \
                 enkeltbilletten på 1,50 zł.",
                "Bilet ulgowy za 1,51 zł do 8 przystanków, doładowanie od 20,00 zł, jest droższy niż jednorazowy za \
                 1,50 zł."
            ]
        );
    }
}
