//! What things on the bus are called: kinds of cards, accounts, causes, screens, settings.

use firmware_core::card::{FareKind, LogKind};
use firmware_core::validator::Field;
use firmware_core::validator::fare::PROFILES;
use world::bus::Bus;
use world::bus::account::{Account, Cause};
use world::bus::wallet::{BusCardStatus, Entitlement, Issue};
use world::world::World as _;

use crate::texts::{Language, Words, fill, message};

/// A kind of card.
pub fn issue(kind: Issue) -> Words {
    match kind {
        Issue::Normal => message::BUS_KIND_NORMAL,
        Issue::Reduced => message::BUS_KIND_REDUCED,
        Issue::Free => message::BUS_KIND_FREE,
        Issue::Bearer => message::BUS_KIND_BEARER,
        Issue::Controller => message::BUS_KIND_CONTROLLER,
        Issue::OtherCity => message::BUS_KIND_OTHER_CITY,
        Issue::Foreign => message::BUS_KIND_FOREIGN,
        Issue::Blocked => message::BUS_KIND_BLOCKED,
        Issue::Unreadable => message::BUS_KIND_UNREADABLE,
    }
}

/// How a card stands; in English [`BusCardStatus::word`].
pub fn card_status(status: BusCardStatus) -> Words {
    match status {
        BusCardStatus::Valid => message::STATUS_VALID,
        BusCardStatus::ReportedLost => message::STATUS_REPORTED_LOST,
        BusCardStatus::Blocked => message::STATUS_BLOCKED,
        BusCardStatus::Expired => message::STATUS_EXPIRED,
        BusCardStatus::NotYetValid => message::STATUS_NOT_YET_VALID,
        BusCardStatus::Foreign => message::STATUS_FOREIGN,
        BusCardStatus::Unreadable => message::STATUS_UNREADABLE,
        BusCardStatus::Destroyed => message::STATUS_DESTROYED,
        BusCardStatus::Lost => message::STATUS_LOST,
    }
}

/// What an entitlement gives.
pub fn entitlement(entitlement: Entitlement) -> Words {
    match entitlement {
        Entitlement::Reduced => message::ENTITLEMENT_REDUCED,
        Entitlement::Free => message::ENTITLEMENT_FREE,
    }
}

/// A kind of ticket.
pub fn fare(kind: FareKind) -> Words {
    match kind {
        FareKind::Normal => message::FARE_NORMAL,
        FareKind::Reduced => message::FARE_REDUCED,
    }
}

/// A field of the touch display, in the language of the page.
pub fn field(field: Field) -> Words {
    match field {
        Field::Normal => message::FIELD_NORMAL,
        Field::Reduced => message::FIELD_REDUCED,
        Field::Check => message::FIELD_CHECK,
        Field::TopUp => message::FIELD_TOP_UP,
    }
}

/// What is heard; empty for no beep.
pub fn beeps(language: Language, count: u8) -> String {
    if count == 0 { String::new() } else { message::VALIDATOR_BEEPS.counted(language, count.into()) }
}

/// So many days.
pub fn days(language: Language, count: u16) -> String {
    message::TICKET_DAYS.counted(language, count.into())
}

/// An operation in a card's log; in English [`operation_word`](world::bus::service::operation_word).
pub fn operation(kind: LogKind) -> Words {
    match kind {
        LogKind::Sale => message::BUS_LOG_AT_SERVICE_POINT,
        LogKind::NormalTicket => message::BUS_LOG_NORMAL_TICKET,
        LogKind::ReducedTicket => message::BUS_LOG_REDUCED_TICKET,
        LogKind::PeriodRide => message::BUS_LOG_PERIOD_RIDE,
        LogKind::FreeRide => message::BUS_LOG_FREE_RIDE,
        LogKind::Exit => message::BUS_LOG_EXIT,
        LogKind::Order => message::BUS_LOG_ORDER,
        LogKind::Load | LogKind::Return | LogKind::Reset | LogKind::PayOut => message::BUS_LOG_OTHER,
    }
}

/// Where value is.
pub fn account(language: Language, account: Account) -> String {
    let (words, numbers) = match account {
        Account::Sold => (message::BUS_ACCOUNT_SOLD, [0; 2]),
        Account::Card(id) => (message::BUS_ACCOUNT_ON_CARD, [id.0, 0]),
        Account::Order(number) => (message::BUS_ACCOUNT_ON_ORDER, [number, 0]),
        Account::Advance(id, run) => (message::BUS_ACCOUNT_ADVANCE, [id.0, run]),
        Account::Fares => (message::BUS_ACCOUNT_FARES, [0; 2]),
        Account::Lost => (message::BUS_ACCOUNT_LOST, [0; 2]),
    };
    let [first, second] = numbers.map(|number| number.to_string());
    fill(words.in_language(language), &[&first, &second])
}

/// Why value moved.
pub fn cause(cause: Cause) -> Words {
    match cause {
        Cause::Sale => message::BUS_CAUSE_SALE,
        Cause::Order => message::BUS_CAUSE_ORDER,
        Cause::TopUp => message::BUS_CAUSE_TOP_UP,
        Cause::Entry => message::BUS_CAUSE_ENTRY,
        Cause::Refund => message::BUS_CAUSE_REFUND,
        Cause::Exit => message::BUS_CAUSE_EXIT,
        Cause::NoExit => message::BUS_CAUSE_NO_EXIT,
        Cause::CardGone => message::BUS_CAUSE_CARD_GONE,
    }
}

/// A screen of a validator, by its name.
pub fn screen(name: &str) -> Words {
    match name {
        "Rest" => message::VALIDATOR_SCREEN_REST,
        "OutOfService" => message::VALIDATOR_SCREEN_OUT_OF_SERVICE,
        "Blocked" => message::VALIDATOR_SCREEN_BLOCKED,
        "TakeAway" => message::VALIDATOR_SCREEN_TAKE_AWAY,
        "ArmedNormal" => message::VALIDATOR_SCREEN_ARMED_NORMAL,
        "ArmedReduced" => message::VALIDATOR_SCREEN_ARMED_REDUCED,
        "ArmedCheck" => message::VALIDATOR_SCREEN_ARMED_CHECK,
        "Writing" => message::VALIDATOR_SCREEN_WRITING,
        "Taken" => message::VALIDATOR_SCREEN_TAKEN,
        "Exit" => message::VALIDATOR_SCREEN_EXIT,
        "Period" => message::VALIDATOR_SCREEN_PERIOD,
        "Free" => message::VALIDATOR_SCREEN_FREE,
        "Blocking" => message::VALIDATOR_SCREEN_BLOCKING,
        "Orders" => message::VALIDATOR_SCREEN_ORDERS,
        "Refused" => message::VALIDATOR_SCREEN_REFUSED,
        "CheckOperation" => message::VALIDATOR_SCREEN_CHECK_OPERATION,
        "Page" => message::VALIDATOR_SCREEN_PAGE,
        "TopUpWait" => message::VALIDATOR_SCREEN_TOP_UP_WAIT,
        "TopUpRun" => message::VALIDATOR_SCREEN_TOP_UP_RUN,
        _ => message::VALIDATOR_SCREEN_DARK,
    }
}

/// What the settings are called, in the order of [`Bus::all_settings`].
const SETTING_NAMES: [Words; 17] = [
    message::BUS_SETTING_ARM,
    message::BUS_SETTING_PAGE,
    message::BUS_SETTING_MESSAGE_MIN,
    message::BUS_SETTING_DETECT,
    message::BUS_SETTING_COMMIT,
    message::BUS_SETTING_CONFIRM,
    message::BUS_SETTING_TEAR_NOTICE,
    message::BUS_SETTING_BEEP_ON,
    message::BUS_SETTING_BEEP_OFF,
    message::BUS_SETTING_STATUS_WHILE_BLOCKED,
    message::BUS_SETTING_SAME_STOP_EXIT,
    message::BUS_SETTING_LIMIT,
    message::BUS_SETTING_POCKET_WAIT,
    message::BUS_SETTING_POCKET_RUN,
    message::BUS_SETTING_HOTLIST,
    message::SETTING_DEVICE_LANGUAGE,
    message::BUS_SETTING_BOOT,
];

/// What a setting is called, by its index in [`Bus::all_settings`].
pub fn setting(index: usize) -> Words {
    SETTING_NAMES[index]
}

/// The setting with this name, as a person reads it.
pub fn setting_named(name: &str) -> Option<Words> {
    Bus::all_settings().position(|setting| setting.name == name).map(setting)
}

/// What a tariff is called, by its index in [`PROFILES`]: a town and a year, the same in every language.
pub fn tariff(index: u8) -> &'static str {
    match PROFILES.get(usize::from(index)).map_or("?", |profile| profile.name) {
        "kielce-2012" => "Kielce 2012",
        "rybnik-2017" => "Rybnik 2017",
        "jastrzebie-2016" => "Jastrzębie-Zdrój 2016",
        name => name,
    }
}

/// What a tariff is called in full, by the name that steps give it.
pub fn tariff_in_full(name: &str) -> Words {
    match name {
        "kielce-2012" => message::TARIFF_KIELCE,
        "rybnik-2017" => message::TARIFF_RYBNIK,
        _ => message::TARIFF_JASTRZEBIE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::CardId;
    use firmware_core::setting::Unit;
    use world::bus::step_value::SCREENS;

    use crate::texts::names;

    #[test]
    fn every_tariff_is_called_in_every_language() {
        for profile in &PROFILES {
            let called = Language::ALL.map(|language| tariff_in_full(profile.name).in_language(language));
            assert_eq!(called[0], profile.label);
            assert!(called[1..].iter().all(|other| *other != profile.label), "{called:?}");
        }
    }

    #[test]
    fn every_setting_has_its_own_name() {
        assert_eq!(Bus::all_settings().count(), SETTING_NAMES.len());
        // The order is the one thing the table cannot say by itself.
        for (name, words) in [
            ("validator.arm_ms", message::BUS_SETTING_ARM),
            ("validator.page_ms", message::BUS_SETTING_PAGE),
            ("validator.message_min_ms", message::BUS_SETTING_MESSAGE_MIN),
            ("validator.detect_ms", message::BUS_SETTING_DETECT),
            ("validator.commit_ms", message::BUS_SETTING_COMMIT),
            ("validator.confirm_ms", message::BUS_SETTING_CONFIRM),
            ("validator.tear_notice_ms", message::BUS_SETTING_TEAR_NOTICE),
            ("validator.beep_on_ms", message::BUS_SETTING_BEEP_ON),
            ("validator.beep_off_ms", message::BUS_SETTING_BEEP_OFF),
            ("validator.status_while_blocked", message::BUS_SETTING_STATUS_WHILE_BLOCKED),
            ("validator.same_stop_exit", message::BUS_SETTING_SAME_STOP_EXIT),
            ("validator.limit", message::BUS_SETTING_LIMIT),
            ("validator.pocket_wait_ms", message::BUS_SETTING_POCKET_WAIT),
            ("validator.pocket_run_ms", message::BUS_SETTING_POCKET_RUN),
            ("validator.hotlist", message::BUS_SETTING_HOTLIST),
            ("validator.device_lang", message::SETTING_DEVICE_LANGUAGE),
            ("bus.boot_ms", message::BUS_SETTING_BOOT),
        ] {
            assert_eq!(setting_named(name), Some(words), "{name}");
        }
        assert_eq!(setting_named("validator.face"), None);
    }

    #[test]
    fn every_setting_has_a_unit_or_choices_that_can_be_read() {
        for setting in Bus::all_settings() {
            match setting.unit {
                Unit::Choice(words) => {
                    for word in words {
                        assert!(Language::ALL.iter().all(|language| !names::choice(*language, word).is_empty()));
                    }
                }
                number => assert!(names::unit(number).is_some(), "{}", setting.name),
            }
        }
        assert_eq!(names::choice(Language::Polish, "5"), "5");
        assert_eq!(names::choice(Language::Norwegian, "no"), "nei");
    }

    #[test]
    fn every_screen_and_every_kind_has_its_own_words() {
        fn all_differ(words: &[Words]) {
            for language in Language::ALL {
                let texts: Vec<_> = words.iter().map(|words| words.in_language(language)).collect();
                for (index, one) in texts.iter().enumerate() {
                    assert!(!texts[..index].contains(one), "“{one}” is two things");
                }
            }
        }
        all_differ(&SCREENS.map(screen));
        all_differ(&Issue::ALL.map(issue));
        all_differ(&BusCardStatus::ALL.map(card_status));
        all_differ(&Field::ALL.map(field));
        all_differ(&[FareKind::Normal, FareKind::Reduced].map(fare));
        all_differ(&[Entitlement::Reduced, Entitlement::Free].map(entitlement));
        for (index, profile) in (0..).zip(&PROFILES) {
            assert_ne!(tariff(index), profile.name);
        }
    }

    #[test]
    fn in_english_a_card_stands_as_the_world_says() {
        for one in BusCardStatus::ALL {
            assert_eq!(card_status(one).in_language(Language::English), one.word());
        }
    }

    #[test]
    fn beeps_and_days_are_counted_as_each_language_counts() {
        let heard = |count| Language::ALL.map(|language| beeps(language, count));
        assert_eq!(heard(0), [""; 5]);
        assert_eq!(heard(1), ["1 short beep", "1 kort pip", "1 krótki sygnał", "1 kurzer Ton", "1 короткий сигнал"]);
        let three = ["3 short beeps", "3 korte pip", "3 krótkie sygnały", "3 kurze Töne", "3 короткі сигнали"];
        assert_eq!(heard(3), three);
        assert_eq!(beeps(Language::Ukrainian, 5), "5 коротких сигналів");
        for many in [5, 11, 12, 14, 21, 112] {
            assert_eq!(beeps(Language::Polish, many), format!("{many} krótkich sygnałów"));
        }
        assert_eq!(beeps(Language::Polish, 22), "22 krótkie sygnały");
        assert_eq!(Language::ALL.map(|language| days(language, 1)), ["1 day", "1 dag", "1 dzień", "1 Tag", "1 день"]);
        let month = ["30 days", "30 dager", "30 dni", "30 Tage", "30 днів"];
        assert_eq!(Language::ALL.map(|language| days(language, 30)), month);
    }

    #[test]
    fn an_account_is_named_with_its_numbers() {
        let advance = Language::ALL.map(|language| account(language, Account::Advance(CardId(5001), 7)));
        assert_eq!(advance[..2], ["Taken in advance, card 5001, run 7", "Forskudd, kort 5001, tur 7"]);
        assert_eq!(advance[2..4], ["Zaliczka, karta 5001, kurs 7", "Vorschuss, Karte 5001, Fahrt 7"]);
        assert_eq!(advance[4], "Аванс, картка 5001, рейс 7");
        assert_eq!(account(Language::Polish, Account::Card(CardId(5001))), "Karta 5001");
        assert_eq!(account(Language::Norwegian, Account::Order(3)), "Betalt for bestilling 3");
        assert_eq!(account(Language::English, Account::Fares), "Fares for rides");
    }
}
