//! What things on the bus are called: kinds of cards, accounts, causes, screens, settings.

use firmware_core::card::FareKind;
use firmware_core::setting::{Setting, Unit};
use firmware_core::validator::fare::PROFILES;
use firmware_core::validator::{Face, Field};
use world::bus::Bus;
use world::bus::account::{Account, Cause};
use world::bus::service::Operation;
use world::bus::wallet::{Entitlement, Issue, Standing};
use world::world::World as _;

use crate::i18n::{Counted, Language, Words, fill, texts, trade};

texts! {
    at most 60 letters;
    NORMAL_CARD = "Personalised card, normal fare", "Personlig kort, normal takst", "Karta imienna normalna", "Persönliche Karte, Normaltarif", "Іменна картка, звичайний тариф";
    REDUCED_CARD = "Personalised card, reduced fare", "Personlig kort, redusert takst", "Karta imienna ulgowa", "Persönliche Karte, ermäßigt", "Іменна картка, пільговий тариф";
    FREE_CARD = "Personalised card, free travel", "Personlig kort, gratis reise", "Karta imienna, przejazdy bezpłatne", "Persönliche Karte, freie Fahrt", "Іменна картка, безплатний проїзд";
    BEARER_CARD = "Bearer card", "Upersonlig kort", "Karta na okaziciela", "Übertragbare Karte", "Картка на пред’явника";
    CONTROLLER_CARD = "Inspector’s card", "Kontrollørkort", "Karta Kontrolera", "Kontrolleurkarte", "Картка контролера";
    OTHER_CITY_CARD = "Another city’s card", "Kort fra en annen by", "Karta innego miasta", "Karte einer anderen Stadt", "Картка іншого міста";
    FOREIGN_CARD = "Card of some other system", "Kort fra et annet system", "Karta spoza systemu", "Karte eines anderen Systems", "Картка іншої системи";
    BLOCKED_CARD = "Blocked card", "Sperret kort", "Zablokowana karta", "Gesperrte Karte", "Заблокована картка";
    UNREADABLE_CARD = "Unreadable card", "Uleselig kort", "Nieczytelna karta", "Unlesbare Karte", "Нечитабельна картка";

    IS_REPORTED_LOST = "reported lost", "meldt tapt", "zastrzeżona", "als verloren gemeldet", "заявлена як загублена";
    IS_EXPIRED = "expired", "utløpt", "po terminie ważności", "abgelaufen", "прострочена";
    IS_NOT_YET_VALID = "not yet valid", "ennå ikke gyldig", "jeszcze nieważna", "noch nicht gültig", "ще не дійсна";

    TO_REDUCED = "reduced fares", "redusert takst", "przejazdy ulgowe", "ermäßigter Tarif", "пільговий тариф";
    TO_FREE = "free travel", "gratis reise", "przejazdy bezpłatne", "freie Fahrt", "безплатний проїзд";
    NORMAL = "normal", "normal", "normalny", "normal", "звичайний";
    REDUCED = "reduced", "redusert", "ulgowy", "ermäßigt", "пільговий";
    OLD_TYPE = "old type", "gammel type", "stary typ", "alte Bauart", "старий тип";
    NEW_TYPE = "new type", "ny type", "nowy typ", "neue Bauart", "новий тип";
    FIELD_NORMAL = "Normal", "Normal", "Normalny", "Normal", "Звичайний";
    FIELD_REDUCED = "Reduced", "Redusert", "Ulgowy", "Ermäßigt", "Пільговий";
    FIELD_CHECK = "Check", "Sjekk kort", "Sprawdzenie", "Prüfen", "Перевірка";
    FIELD_TOP_UP = "Top-up", "Lade kortet", "Doładowanie", "Aufladen", "Поповнення";

    AT_SERVICE_POINT = "service point", "servicepunkt", "punkt obsługi", "Servicestelle", "пункт обслуговування";
    NORMAL_TICKET = "normal ticket", "normal billett", "bilet normalny", "Normalfahrschein", "звичайний квиток";
    REDUCED_TICKET = "reduced ticket", "redusert billett", "bilet ulgowy", "ermäßigter Fahrschein", "пільговий квиток";
    PERIOD_RIDE = "period ride", "reise på periodebillett", "przejazd z biletem okresowym", "Fahrt mit Zeitkarte", "поїздка за проїзним";
    FREE_RIDE = "free ride", "gratis reise", "przejazd bezpłatny", "freie Fahrt", "безплатна поїздка";
    EXIT = "exit", "avstigning", "wyjście", "Ausstieg", "вихід";
    ORDER = "order", "bestilling", "zamówienie", "Bestellung", "замовлення";
    OTHER = "other", "annet", "inne", "anderes", "інше";

    SOLD = "Sold at the service point and on the web", "Solgt på servicepunktet og på nett", "Sprzedane w punkcie obsługi i w internecie", "An der Servicestelle und im Web verkauft", "Продано в пункті обслуговування та в інтернеті";
    ON_CARD = "Card {0}", "Kort {0}", "Karta {0}", "Karte {0}", "Картка {0}";
    ON_ORDER = "Paid for order {0}", "Betalt for bestilling {0}", "Opłacone zamówienie {0}", "Bezahlt für Bestellung {0}", "Сплачено за замовлення {0}";
    ADVANCE = "Taken in advance, card {0}, run {1}", "Forskudd, kort {0}, tur {1}", "Zaliczka, karta {0}, kurs {1}", "Vorschuss, Karte {0}, Fahrt {1}", "Аванс, картка {0}, рейс {1}";
    FARES = "Fares for rides", "Betalt for reiser", "Opłaty za przejazdy", "Fahrpreise", "Плата за поїздки";
    LOST = "Lost for good", "Tapt", "Utracone", "Endgültig verloren", "Утрачено назавжди";

    BY_SALE = "sold", "salg", "sprzedaż", "verkauft", "продаж";
    BY_ORDER = "ordered on the web", "bestilt på nett", "zamówienie internetowe", "im Web bestellt", "замовлено в інтернеті";
    BY_TOP_UP = "order put on the card", "bestilling lagt på kortet", "zamówienie przeniesione na kartę", "Bestellung auf die Karte geladen", "замовлення записано на картку";
    BY_ENTRY = "single ticket taken", "enkeltbillett trukket", "pobrano za bilet jednorazowy", "Einzelfahrschein abgebucht", "списано за разовий квиток";
    BY_REFUND = "given back at the exit", "gitt tilbake ved avstigning", "zwrot przy wyjściu", "beim Ausstieg zurückgegeben", "повернено при виході";
    BY_EXIT = "ride settled at the exit", "reisen gjort opp ved avstigning", "przejazd rozliczony przy wyjściu", "Fahrt beim Ausstieg abgerechnet", "поїздку закрито при виході";
    BY_NO_EXIT = "exit never registered", "avstigning aldri registrert", "nie zarejestrowano wyjścia", "Ausstieg nie erfasst", "вихід не зареєстровано";
    BY_CARD_GONE = "card destroyed, lost or thrown away", "kort ødelagt, mistet eller kastet", "karta zniszczona, zgubiona lub wyrzucona", "Karte zerstört, verloren oder weggeworfen", "картку знищено, загублено чи викинуто";

    ON_REST = "ready", "klar", "gotowy", "bereit", "готовий";
    ON_OUT_OF_SERVICE = "out of service", "ute av drift", "nieczynny", "außer Betrieb", "не працює";
    ON_BLOCKED = "blocked", "sperret", "zablokowany", "gesperrt", "заблоковано";
    ON_ARMED_NORMAL = "normal ticket, waiting for a card", "normal billett, venter på kort", "bilet normalny, czeka na kartę", "Normalfahrschein, wartet auf eine Karte", "звичайний квиток, чекає на картку";
    ON_ARMED_REDUCED = "reduced ticket, waiting for a card", "redusert billett, venter på kort", "bilet ulgowy, czeka na kartę", "ermäßigter Fahrschein, wartet auf eine Karte", "пільговий квиток, чекає на картку";
    ON_ARMED_CHECK = "card check, waiting for a card", "kortsjekk, venter på kort", "sprawdzenie, czeka na kartę", "Kartenprüfung, wartet auf eine Karte", "перевірка, чекає на картку";
    ON_WRITING = "writing the card", "skriver på kortet", "zapisuje kartę", "schreibt die Karte", "записує картку";
    ON_TAKEN = "fare taken", "billettprisen er trukket", "pobrano opłatę", "Fahrpreis abgebucht", "плату списано";
    ON_EXIT = "exit registered", "avstigning registrert", "zarejestrowano wyjście", "Ausstieg erfasst", "вихід зареєстровано";
    ON_PERIOD = "period ticket registered", "periodebillett registrert", "zarejestrowano bilet okresowy", "Zeitkarte erfasst", "проїзний зареєстровано";
    ON_FREE = "free travel registered", "gratis reise registrert", "zarejestrowano przejazd bezpłatny", "freie Fahrt erfasst", "безплатний проїзд зареєстровано";
    ON_BLOCKING = "block set or lifted by a card", "sperring satt eller opphevet med kort", "blokada włączona lub zniesiona kartą", "Sperre mit Karte gesetzt oder gelöst", "блокування ввімкнено чи знято карткою";
    ON_ORDERS = "web orders put on the card", "nettbestillinger lagt på kortet", "zamówienia przeniesione na kartę", "Web-Bestellungen auf die Karte geladen", "замовлення з інтернету записано на картку";
    ON_REFUSED = "not done, the reason is shown", "ikke utført, grunnen vises", "odmowa, powód na wyświetlaczu", "nicht ausgeführt, der Grund wird gezeigt", "відмова, причину показано";
    ON_CHECK_OPERATION = "“Check operation”: card taken away too soon", "«Sjekk operasjon»: kortet ble tatt bort for tidlig", "„Sprawdź operację”: kartę odsunięto za wcześnie", "„Vorgang prüfen“: Karte zu früh weggenommen", "«Перевірте операцію»: картку забрано зарано";
    ON_PAGE = "what is on the card", "det som er på kortet", "stan karty", "was auf der Karte ist", "що на картці";
    ON_TOP_UP_WAIT = "side pocket waiting for the card", "sidelommen venter på kortet", "boczna kieszeń czeka na kartę", "Seitenfach wartet auf die Karte", "бічна кишеня чекає на картку";
    ON_TOP_UP_RUN = "fetching web orders", "henter nettbestillinger", "pobiera zamówienia internetowe", "holt Web-Bestellungen", "забирає замовлення з інтернету";
    ON_DARK = "no power", "ingen strøm", "brak zasilania", "kein Strom", "немає живлення";

    SETS_ARM = "A key waits for its card for", "En tast venter på kortet i", "Klawisz czeka na kartę przez", "Eine Taste wartet auf ihre Karte", "Клавіша чекає на картку";
    SETS_PAGE = "Each page of a card check stays for", "Hver side i kortsjekken vises i", "Każda strona stanu karty widoczna przez", "Jede Seite der Kartenprüfung bleibt", "Кожна сторінка перевірки видима";
    SETS_MESSAGE_MIN = "A message stays for at least", "En melding vises minst i", "Komunikat widoczny co najmniej przez", "Eine Meldung bleibt mindestens", "Повідомлення видно щонайменше";
    SETS_DETECT = "A card is detected after", "Kortet oppdages etter", "Wykrycie karty po", "Eine Karte wird erkannt nach", "Картку виявлено через";
    SETS_COMMIT = "A card is changed after", "Kortet er endret etter", "Zmiana na karcie po", "Eine Karte ist geändert nach", "Картку змінено через";
    SETS_CONFIRM = "The change is confirmed after", "Endringen bekreftes etter", "Potwierdzenie zmiany po", "Die Änderung ist bestätigt nach", "Зміну підтверджено через";
    SETS_TEAR_NOTICE = "A message without a card stays for", "En melding uten kort vises i", "Komunikat bez karty widoczny przez", "Eine Meldung ohne Karte bleibt", "Повідомлення без картки видно";
    SETS_BEEP_ON = "A beep lasts", "Et pip varer", "Sygnał trwa", "Ein Ton dauert", "Сигнал триває";
    SETS_BEEP_OFF = "Pause between beeps", "Pause mellom pip", "Przerwa między sygnałami", "Pause zwischen Tönen", "Пауза між сигналами";
    SETS_STATUS_WHILE_BLOCKED = "Cards can be checked while blocked", "Kort kan sjekkes under sperring", "Sprawdzanie karty podczas blokady", "Karten lassen sich bei Sperre prüfen", "Картки можна перевіряти під час блокування";
    SETS_SAME_STOP_EXIT = "Exit possible at the boarding stop", "Avstigning mulig der man gikk på", "Wyjście możliwe na przystanku wejścia", "Ausstieg an der Einstiegshaltestelle möglich", "Вихід можливий на зупинці входу";
    SETS_LIMIT = "Most tickets from one stop", "Flest billetter fra én holdeplass", "Najwięcej biletów z jednego przystanku", "Meiste Fahrscheine von einer Haltestelle", "Найбільше квитків з однієї зупинки";
    SETS_POCKET_WAIT = "The side pocket waits for", "Sidelommen venter i", "Boczna kieszeń czeka przez", "Das Seitenfach wartet", "Бічна кишеня чекає";
    SETS_POCKET_RUN = "A transfer in the side pocket takes", "En overføring i sidelommen tar", "Przeniesienie w bocznej kieszeni trwa", "Eine Übertragung im Seitenfach dauert", "Перенесення в бічній кишені триває";
    SETS_HOTLIST = "Lost, blocked and expired cards are refused", "Tapte, sperrede og utløpte kort avvises", "Karty zastrzeżone, zablokowane i po terminie są odrzucane", "Verlorene, gesperrte, abgelaufene Karten abweisen", "Загублені, заблоковані, прострочені картки відхиляти";
    SETS_BOOT = "Starting a bus computer takes", "Oppstart av datamaskinen på bussen tar", "Uruchomienie komputera w autobusie trwa", "Ein Bordrechner startet in", "Комп’ютер автобуса запускається за";
}

/// Beeps of a validator.
const BEEPS: Counted = Counted {
    english: ["short beep", "short beeps"],
    norwegian: ["kort pip", "korte pip"],
    polish: ["krótki sygnał", "krótkie sygnały", "krótkich sygnałów"],
    german: ["kurzer Ton", "kurze Töne"],
    ukrainian: ["короткий сигнал", "короткі сигнали", "коротких сигналів"],
};

/// Days that a ticket is good for.
const DAYS: Counted = Counted {
    english: ["day", "days"],
    norwegian: ["dag", "dager"],
    polish: ["dzień", "dni", "dni"],
    german: ["Tag", "Tage"],
    ukrainian: ["день", "дні", "днів"],
};

/// A kind of card.
pub fn issue(kind: Issue) -> Words {
    match kind {
        Issue::Normal => NORMAL_CARD,
        Issue::Reduced => REDUCED_CARD,
        Issue::Free => FREE_CARD,
        Issue::Bearer => BEARER_CARD,
        Issue::Controller => CONTROLLER_CARD,
        Issue::OtherCity => OTHER_CITY_CARD,
        Issue::Foreign => FOREIGN_CARD,
        Issue::Blocked => BLOCKED_CARD,
        Issue::Unreadable => UNREADABLE_CARD,
    }
}

/// How a card stands; in English [`Standing::word`].
pub fn standing(standing: Standing) -> Words {
    match standing {
        Standing::Valid => trade::IS_VALID,
        Standing::ReportedLost => IS_REPORTED_LOST,
        Standing::Blocked => trade::IS_BLOCKED,
        Standing::Expired => IS_EXPIRED,
        Standing::NotYetValid => IS_NOT_YET_VALID,
        Standing::Foreign => trade::IS_FOREIGN,
        Standing::Unreadable => trade::IS_UNREADABLE,
        Standing::Destroyed => trade::IS_DESTROYED,
        Standing::Lost => trade::IS_LOST,
    }
}

/// What an entitlement gives.
pub fn entitlement(entitlement: Entitlement) -> Words {
    match entitlement {
        Entitlement::Reduced => TO_REDUCED,
        Entitlement::Free => TO_FREE,
    }
}

/// A kind of ticket.
pub fn fare(kind: FareKind) -> Words {
    match kind {
        FareKind::Normal => NORMAL,
        FareKind::Reduced => REDUCED,
    }
}

/// A type of validator.
pub fn face(face: Face) -> Words {
    match face {
        Face::Keys => OLD_TYPE,
        Face::Touch => NEW_TYPE,
    }
}

/// A field of the touch display, in the language of the page.
pub fn field(field: Field) -> Words {
    match field {
        Field::Normal => FIELD_NORMAL,
        Field::Reduced => FIELD_REDUCED,
        Field::Check => FIELD_CHECK,
        Field::TopUp => FIELD_TOP_UP,
    }
}

/// What is heard; empty for no beep.
pub fn beeps(language: Language, count: u8) -> String {
    if count == 0 { String::new() } else { BEEPS.of(language, count.into()) }
}

/// So many days.
pub fn days(language: Language, count: u16) -> String {
    DAYS.of(language, count.into())
}

/// A line of a card's own log; in English [`Operation::word`].
pub fn operation(operation: Operation) -> Words {
    match operation {
        Operation::Sale => AT_SERVICE_POINT,
        Operation::Normal => NORMAL_TICKET,
        Operation::Reduced => REDUCED_TICKET,
        Operation::Period => PERIOD_RIDE,
        Operation::Free => FREE_RIDE,
        Operation::Exit => EXIT,
        Operation::Order => ORDER,
        Operation::Other => OTHER,
    }
}

/// Where value is.
pub fn account(language: Language, account: Account) -> String {
    let (words, numbers) = match account {
        Account::Sold => (SOLD, [0; 2]),
        Account::Card(id) => (ON_CARD, [id.0, 0]),
        Account::Order(number) => (ON_ORDER, [number, 0]),
        Account::Advance(id, run) => (ADVANCE, [id.0, run]),
        Account::Fares => (FARES, [0; 2]),
        Account::Lost => (LOST, [0; 2]),
    };
    let [first, second] = numbers.map(|number| number.to_string());
    fill(words.in_language(language), &[&first, &second])
}

/// Why value moved.
pub fn cause(cause: Cause) -> Words {
    match cause {
        Cause::Sale => BY_SALE,
        Cause::Order => BY_ORDER,
        Cause::TopUp => BY_TOP_UP,
        Cause::Entry => BY_ENTRY,
        Cause::Refund => BY_REFUND,
        Cause::Exit => BY_EXIT,
        Cause::NoExit => BY_NO_EXIT,
        Cause::CardGone => BY_CARD_GONE,
    }
}

/// A screen of a validator, by its name.
pub fn screen(name: &str) -> Words {
    match name {
        "Rest" => ON_REST,
        "OutOfService" => ON_OUT_OF_SERVICE,
        "Blocked" => ON_BLOCKED,
        "ArmedNormal" => ON_ARMED_NORMAL,
        "ArmedReduced" => ON_ARMED_REDUCED,
        "ArmedCheck" => ON_ARMED_CHECK,
        "Writing" => ON_WRITING,
        "Taken" => ON_TAKEN,
        "Exit" => ON_EXIT,
        "Period" => ON_PERIOD,
        "Free" => ON_FREE,
        "Blocking" => ON_BLOCKING,
        "Orders" => ON_ORDERS,
        "Refused" => ON_REFUSED,
        "CheckOperation" => ON_CHECK_OPERATION,
        "Page" => ON_PAGE,
        "TopUpWait" => ON_TOP_UP_WAIT,
        "TopUpRun" => ON_TOP_UP_RUN,
        _ => ON_DARK,
    }
}

/// What the settings are called, in the order of [`Bus::all_settings`].
const SETTING_NAMES: [Words; 17] = [
    SETS_ARM,
    SETS_PAGE,
    SETS_MESSAGE_MIN,
    SETS_DETECT,
    SETS_COMMIT,
    SETS_CONFIRM,
    SETS_TEAR_NOTICE,
    SETS_BEEP_ON,
    SETS_BEEP_OFF,
    SETS_STATUS_WHILE_BLOCKED,
    SETS_SAME_STOP_EXIT,
    SETS_LIMIT,
    SETS_POCKET_WAIT,
    SETS_POCKET_RUN,
    SETS_HOTLIST,
    trade::SETS_DEVICE_LANGUAGE,
    SETS_BOOT,
];

/// What a setting is called, by its place in [`Bus::all_settings`].
pub fn setting(place: usize) -> Words {
    SETTING_NAMES[place]
}

/// The setting with this name, as a person reads it.
pub fn setting_named(name: &str) -> Option<Words> {
    Bus::all_settings().position(|setting| setting.name == name).map(setting)
}

/// What a number counts; nothing for a choice.
pub fn unit(unit: Unit) -> Option<Words> {
    trade::unit(unit)
}

/// A word of a choice, as a person reads it.
pub fn choice(language: Language, _: &Setting, word: &'static str) -> String {
    trade::choice(language, word).to_owned()
}

/// What a tariff is called, by its place in [`PROFILES`]: a town and a year, the same in every language.
pub fn tariff(place: u8) -> &'static str {
    match PROFILES.get(usize::from(place)).map_or("?", |profile| profile.name) {
        "kielce-2012" => "Kielce 2012",
        "rybnik-2017" => "Rybnik 2017",
        "jastrzebie-2016" => "Jastrzębie-Zdrój 2016",
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::CardId;
    use world::bus::word::SCREENS;

    #[test]
    fn every_setting_has_its_own_name() {
        assert_eq!(Bus::all_settings().count(), SETTING_NAMES.len());
        // The order is the one thing the table cannot say by itself.
        for (name, words) in [
            ("validator.arm_ms", SETS_ARM),
            ("validator.page_ms", SETS_PAGE),
            ("validator.message_min_ms", SETS_MESSAGE_MIN),
            ("validator.detect_ms", SETS_DETECT),
            ("validator.commit_ms", SETS_COMMIT),
            ("validator.confirm_ms", SETS_CONFIRM),
            ("validator.tear_notice_ms", SETS_TEAR_NOTICE),
            ("validator.beep_on_ms", SETS_BEEP_ON),
            ("validator.beep_off_ms", SETS_BEEP_OFF),
            ("validator.status_while_blocked", SETS_STATUS_WHILE_BLOCKED),
            ("validator.same_stop_exit", SETS_SAME_STOP_EXIT),
            ("validator.limit", SETS_LIMIT),
            ("validator.pocket_wait_ms", SETS_POCKET_WAIT),
            ("validator.pocket_run_ms", SETS_POCKET_RUN),
            ("validator.hotlist", SETS_HOTLIST),
            ("validator.device_lang", trade::SETS_DEVICE_LANGUAGE),
            ("bus.boot_ms", SETS_BOOT),
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
                        assert!(Language::ALL.iter().all(|language| !choice(*language, setting, word).is_empty()));
                    }
                }
                number => assert!(unit(number).is_some(), "{}", setting.name),
            }
        }
        let limit = Bus::all_settings().find(|setting| setting.name == "validator.limit").expect("K-19");
        assert_eq!(choice(Language::Polish, limit, "5"), "5");
        assert_eq!(choice(Language::Norwegian, limit, "no"), "nei");
    }

    #[test]
    fn every_screen_and_every_kind_has_its_own_words() {
        fn all_differ(words: &[Words]) {
            for language in Language::ALL {
                let told: Vec<_> = words.iter().map(|words| words.in_language(language)).collect();
                for (place, one) in told.iter().enumerate() {
                    assert!(!told[..place].contains(one), "“{one}” is two things");
                }
            }
        }
        all_differ(&SCREENS.map(screen));
        all_differ(&Issue::ALL.map(issue));
        all_differ(&Standing::ALL.map(standing));
        all_differ(&Field::ALL.map(field));
        all_differ(&[Face::Keys, Face::Touch].map(face));
        all_differ(&[FareKind::Normal, FareKind::Reduced].map(fare));
        all_differ(&[Entitlement::Reduced, Entitlement::Free].map(entitlement));
        for (place, profile) in (0..).zip(&PROFILES) {
            assert_ne!(tariff(place), profile.name);
        }
    }

    #[test]
    fn in_english_a_card_stands_as_the_world_says() {
        for one in Standing::ALL {
            assert_eq!(standing(one).in_language(Language::English), one.word());
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
