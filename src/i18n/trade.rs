//! The trade's words for what the world is made of: kinds of cards, appliances, accounts, causes, screens, settings.

use firmware_core::setting::{Setting, Source, Unit};
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::quay::desk::Operation;
use world::quay::marina::Appliance;
use world::quay::wallet::{Issue, Standing};
use world::world::World as _;

use super::{Counted, Language, Words, fill, label, texts, words};

texts! {
    at most 60 letters;
    USER = "User card", "Brukerkort", "Karta użytkownika", "Benutzerkarte", "Картка користувача";
    OTHER_MARINA = "Another marina’s card", "Kort fra en annen havn", "Karta innej mariny", "Karte eines anderen Hafens", "Картка іншої марини";
    FOREIGN = "Foreign card", "Fremmed kort", "Obca karta", "Fremde Karte", "Чужа картка";
    BLOCKED = "Blocked card", "Sperret kort", "Zablokowana karta", "Gesperrte Karte", "Заблокована картка";
    SPOILT = "Card with an interrupted update", "Kort med avbrutt oppdatering", "Karta z przerwaną aktualizacją", "Karte mit unterbrochener Aktualisierung", "Картка з перерваним оновленням";

    IS_VALID = "valid", "gyldig", "ważna", "gültig", "дійсна";
    IS_INVALID = "invalid", "ugyldig", "nieważna", "ungültig", "недійсна";
    IS_BLOCKED = "blocked", "sperret", "zablokowana", "gesperrt", "заблокована";
    IS_FOREIGN = "foreign", "fremmed", "obca", "fremd", "чужа";
    IS_UNREADABLE = "unreadable", "uleselig", "nieczytelna", "unlesbar", "нечитабельна";
    IS_DESTROYED = "destroyed", "ødelagt", "zniszczona", "zerstört", "знищена";
    IS_LOST = "lost", "mistet", "zgubiona", "verloren", "загублена";

    LOAD = "load", "lading", "przelanie na gniazdo", "Laden", "перенесення на розетку";
    RETURN = "return", "tilbakeføring", "zwrot na kartę", "Rückbuchung", "повернення на картку";
    SALE = "sale", "salg", "sprzedaż", "Verkauf", "продаж";
    RESET = "reset", "tilbakestilling", "reset", "Zurücksetzen", "скидання";
    PAY_OUT = "pay-out", "utbetaling", "wypłata", "Auszahlung", "виплата";

    LIGHT = "Cabin light", "Lugarlys", "Oświetlenie kabiny", "Kajütenlicht", "Світло в каюті";
    FRIDGE = "Fridge", "Kjøleskap", "Lodówka", "Kühlschrank", "Холодильник";
    DEHUMIDIFIER = "Dehumidifier", "Avfukter", "Osuszacz", "Luftentfeuchter", "Осушувач";
    CHARGER = "Battery charger", "Batterilader", "Ładowarka akumulatora", "Batterielader", "Зарядка акумулятора";
    BOILER = "Water heater", "Varmtvannsbereder", "Podgrzewacz wody", "Warmwasserbereiter", "Водонагрівач";
    HEATER = "Fan heater", "Vifteovn", "Termowentylator", "Heizlüfter", "Тепловентилятор";
    KETTLE = "Kettle", "Vannkoker", "Czajnik", "Wasserkocher", "Чайник";

    SOLD = "Sold at the desk", "Solgt på servicetorget", "Sprzedane w biurze", "Am Schalter verkauft", "Продано в бюро";
    ON_CARD = "Card {0}", "Kort {0}", "Karta {0}", "Karte {0}", "Картка {0}";
    FROZEN = "Frozen on card {0}", "Frosset på kort {0}", "Zamrożone na karcie {0}", "Eingefroren auf Karte {0}", "Заморожено на картці {0}";
    ON_SOCKET = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}", "Steckdose {0}", "Розетка {0}";
    SUSPENSE = "In suspense, socket {0}", "Uavklart, stikkontakt {0}", "W zawieszeniu, gniazdo {0}", "In der Schwebe, Steckdose {0}", "Непевне, розетка {0}";
    CONSUMED = "Delivered as energy", "Levert som strøm", "Zużyte jako energia", "Als Energie geliefert", "Видано як енергію";
    ROUNDING = "Below one øre", "Under én øre", "Poniżej jednego øre", "Unter einem Øre", "Менше від одного ере";
    LOST = "Lost for good", "Tapt", "Utracone", "Endgültig verloren", "Утрачено назавжди";
    CASH_OUT = "Paid out", "Utbetalt", "Wypłacone", "Ausgezahlt", "Виплачено";

    BY_SALE = "sold", "salg", "sprzedaż", "verkauft", "продаж";
    BY_LOAD = "loaded onto the socket", "lagt inn på stikkontakten", "przelano na gniazdo", "auf die Steckdose geladen", "перенесено на розетку";
    BY_RETURN = "taken back", "tatt tilbake", "zwrócono na kartę", "zurückgeholt", "повернено на картку";
    BY_METERING = "energy used", "strøm brukt", "zużycie energii", "Energie verbraucht", "спожито енергію";
    BY_GIVEN_BACK = "given back after a power cut", "gitt tilbake etter strømbrudd", "oddano po zaniku prądu", "nach Stromausfall zurückgegeben", "повернено після зникнення струму";
    BY_TEAR = "card pulled out too early", "kort tatt ut for tidlig", "karta wyjęta za wcześnie", "Karte zu früh gezogen", "картку вийнято зарано";
    BY_RESUME = "update completed after all", "oppdatering fullført likevel", "aktualizację jednak dokończono", "Aktualisierung doch abgeschlossen", "оновлення все ж завершено";
    BY_SUSPENSE = "outcome not known", "utfallet er ukjent", "wynik nieznany", "Ausgang unbekannt", "наслідок невідомий";
    BY_SETTLEMENT = "outcome settled", "utfallet er avklart", "wynik ustalony", "Ausgang geklärt", "наслідок з’ясовано";
    BY_RESET = "card reset", "kort tilbakestilt", "reset karty", "Karte zurückgesetzt", "картку скинуто";
    BY_FORFEIT = "forfeited (training rule)", "inndratt (øvingsregel)", "przepadło (reguła szkoleniowa)", "verfallen (Übungsregel)", "втрачено (навчальне правило)";
    BY_CARD_GONE = "card destroyed or lost", "kort ødelagt eller mistet", "karta zniszczona lub zgubiona", "Karte zerstört oder verloren", "картку знищено чи загублено";
    BY_WRITE_OFF = "written off", "avskrevet", "spisano na straty", "abgeschrieben", "списано";
    BY_PAY_OUT = "paid out", "utbetalt", "wypłacono", "ausgezahlt", "виплачено";

    ON_WELCOME = "welcome", "velkommen", "ekran powitalny", "Begrüßung", "привітання";
    ON_SERVICE_SELECT = "choose a socket", "velg stikkontakt", "wybór gniazda", "Steckdose wählen", "вибір розетки";
    ON_BUSY = "socket in use", "stikkontakt i bruk", "gniazdo zajęte", "Steckdose belegt", "розетка зайнята";
    ON_OUTLET_STATUS = "socket status", "status for stikkontakt", "stan gniazda", "Status der Steckdose", "стан розетки";
    ON_UPDATING = "updating", "oppdaterer", "aktualizacja", "Aktualisierung", "оновлення";
    ON_REMOVE_CARD = "remove the card", "ta ut kortet", "wyjmij kartę", "Karte entnehmen", "вийміть картку";
    ON_INTERRUPTED = "interrupted", "avbrutt", "przerwano", "unterbrochen", "перервано";
    ON_WRONG_CARD = "wrong card", "feil kort", "zła karta", "falsche Karte", "не та картка";
    ON_INVALID_CARD = "invalid card", "ugyldig kort", "karta nieważna", "ungültige Karte", "недійсна картка";
    ON_CREDIT_CHECK = "credit check", "kredittsjekk", "sprawdzenie środków", "Guthabenanzeige", "перегляд коштів";
    ON_DARK = "no power", "ingen strøm", "brak prądu", "kein Strom", "немає живлення";

    SETS_INACTIVITY = "Back one screen after", "Ett skjermbilde tilbake etter", "Powrót o jeden ekran po", "Ein Bildschirm zurück nach", "Назад на один екран через";
    SETS_STEP = "One press moves", "Ett trykk flytter", "Jedno naciśnięcie przenosi", "Ein Druck bewegt", "Одне натискання переносить";
    SETS_HOLD = "Hold to take all back", "Hold for å ta alt tilbake", "Przytrzymanie zwraca wszystko po", "Halten holt alles zurück nach", "Утримання повертає все через";
    SETS_DEAD_ZONE = "Release ignored before the hold", "Slipp uten virkning før holdet er nådd", "Puszczenie bez skutku przed progiem", "Loslassen ohne Wirkung kurz vor dem Halten", "Відпускання без дії перед порогом";
    SETS_PAUSE = "Short pause before updating", "Kort pause før oppdatering", "Krótka przerwa przed aktualizacją", "Kurze Pause vor der Aktualisierung", "Коротка пауза перед оновленням";
    SETS_UPDATE = "An update takes", "En oppdatering tar", "Aktualizacja trwa", "Eine Aktualisierung dauert", "Оновлення триває";
    SETS_FINAL_WRITE = "Last write before the end", "Siste skriving før slutten", "Ostatni zapis przed końcem", "Letztes Schreiben vor dem Ende", "Останній запис перед кінцем";
    SETS_RECOVERY = "Card may come back within", "Kortet kan settes tilbake innen", "Karta może wrócić w ciągu", "Karte darf zurückkommen binnen", "Картку можна повернути протягом";
    SETS_TEAR_POLICY = "After an unfinished update", "Etter en uavsluttet oppdatering", "Po niedokończonej aktualizacji", "Nach einer nicht beendeten Aktualisierung", "Після незавершеного оновлення";
    SETS_REMOVE_PROMPT = "“Remove card” stays for (0: until removed)", "«Ta ut kortet» vises i (0: til det er tatt ut)", "„Wyjmij kartę” przez (0: do wyjęcia)", "„Karte entnehmen“ bleibt (0: bis entnommen)", "«Вийміть картку» видно (0: доки не вийнято)";
    SETS_PRICE = "Price of energy", "Strømpris", "Cena energii", "Energiepreis", "Ціна енергії";
    SETS_ONE_SOCKET = "One socket per card only", "Bare én stikkontakt per kort", "Tylko jedno gniazdo na kartę", "Nur eine Steckdose je Karte", "Лише одна розетка на картку";
    SETS_MEMORY = "Meter written to memory every", "Måleren lagres for hver", "Zapis licznika do pamięci co", "Zähler wird gespeichert alle", "Лічильник записують кожні";
    SETS_DEVICE_LANGUAGE = "Language on the display", "Språk på displayet", "Język wyświetlacza", "Sprache der Anzeige", "Мова дисплея";
    SETS_DETECT = "Card reader: to detect a card", "Kortleser: å oppdage et kort", "Czytnik: wykrycie karty", "Kartenleser: Karte erkennen", "Зчитувач: виявити картку";
    SETS_WRITE = "Card reader: to write a card", "Kortleser: å skrive et kort", "Czytnik: zapis karty", "Kartenleser: Karte schreiben", "Зчитувач: записати картку";
    SETS_CONFIRM = "Card reader: to confirm a write", "Kortleser: å bekrefte en skriving", "Czytnik: potwierdzenie zapisu", "Kartenleser: Schreiben bestätigen", "Зчитувач: підтвердити запис";
    SETS_DESK_HOURS = "The desk keeps its opening hours", "Servicetorget holder åpningstidene", "Biuro przestrzega godzin otwarcia", "Der Schalter hält seine Öffnungszeiten ein", "Бюро дотримується годин роботи";

    IN_MILLIS = "ms", "ms", "ms", "ms", "мс";
    IN_ORE = "øre", "øre", "øre", "Øre", "ере";
    IN_ORE_PER_KWH = "øre per kWh", "øre per kWh", "øre za kWh", "Øre je kWh", "ере за кВт·год";
    IN_WATT_HOURS = "Wh", "Wh", "Wh", "Wh", "Вт·год";
    CHOSEN_NO = "no", "nei", "nie", "nein", "ні";
    CHOSEN_YES = "yes", "ja", "tak", "ja", "так";
    CHOSEN_FREEZE = "freeze the card", "frys kortet", "zamroź kartę", "die Karte einfrieren", "заморозити картку";
    CHOSEN_FORFEIT = "forfeit the load", "inndra beløpet", "zabierz kwotę", "den Betrag einziehen", "стягнути суму";
}

/// The days of the week, from Monday on.
pub const WEEKDAYS: [Words; 7] = [
    words!("Monday", "mandag", "poniedziałek", "Montag", "понеділок"),
    words!("Tuesday", "tirsdag", "wtorek", "Dienstag", "вівторок"),
    words!("Wednesday", "onsdag", "środa", "Mittwoch", "середа"),
    words!("Thursday", "torsdag", "czwartek", "Donnerstag", "четвер"),
    words!("Friday", "fredag", "piątek", "Freitag", "п’ятниця"),
    words!("Saturday", "lørdag", "sobota", "Samstag", "субота"),
    words!("Sunday", "søndag", "niedziela", "Sonntag", "неділя"),
];

/// The months as they stand behind a day.
pub const MONTHS: [Words; 12] = [
    words!("January", "januar", "stycznia", "Januar", "січня"),
    words!("February", "februar", "lutego", "Februar", "лютого"),
    words!("March", "mars", "marca", "März", "березня"),
    words!("April", "april", "kwietnia", "April", "квітня"),
    words!("May", "mai", "maja", "Mai", "травня"),
    words!("June", "juni", "czerwca", "Juni", "червня"),
    words!("July", "juli", "lipca", "Juli", "липня"),
    words!("August", "august", "sierpnia", "August", "серпня"),
    words!("September", "september", "września", "September", "вересня"),
    words!("October", "oktober", "października", "Oktober", "жовтня"),
    words!("November", "november", "listopada", "November", "листопада"),
    words!("December", "desember", "grudnia", "Dezember", "грудня"),
];

/// Lines of the journal.
pub const LINES: Counted = Counted {
    english: ["line", "lines"],
    norwegian: ["linje", "linjer"],
    polish: ["wpis", "wpisy", "wpisów"],
    german: ["Zeile", "Zeilen"],
    ukrainian: ["рядок", "рядки", "рядків"],
};

/// Cards in the wallet.
pub const CARDS: Counted = Counted {
    english: ["card", "cards"],
    norwegian: ["kort", "kort"],
    polish: ["karta", "karty", "kart"],
    german: ["Karte", "Karten"],
    ukrainian: ["картка", "картки", "карток"],
};

/// How often the same has happened.
pub const TIMES: Counted = Counted {
    english: ["time", "times"],
    norwegian: ["gang", "ganger"],
    polish: ["raz", "razy", "razy"],
    german: ["Mal", "Mal"],
    ukrainian: ["раз", "рази", "разів"],
};

/// A kind of card.
pub const fn issue(kind: Issue) -> Words {
    match kind {
        Issue::User => USER,
        Issue::OtherMarina => OTHER_MARINA,
        Issue::Foreign => FOREIGN,
        Issue::Blocked => BLOCKED,
        Issue::Spoilt => SPOILT,
    }
}

/// How a card stands.
pub const fn standing(standing: Standing) -> Words {
    match standing {
        Standing::Valid => IS_VALID,
        Standing::Invalid => IS_INVALID,
        Standing::Blocked => IS_BLOCKED,
        Standing::Foreign => IS_FOREIGN,
        Standing::Unreadable => IS_UNREADABLE,
        Standing::Destroyed => IS_DESTROYED,
        Standing::Lost => IS_LOST,
    }
}

/// A line of a card's own log.
pub const fn operation(operation: Operation) -> Words {
    match operation {
        Operation::Load => LOAD,
        Operation::Return => RETURN,
        Operation::Sale => SALE,
        Operation::Reset => RESET,
        Operation::PayOut => PAY_OUT,
    }
}

/// Something aboard.
pub const fn appliance(appliance: Appliance) -> Words {
    match appliance {
        Appliance::Light => LIGHT,
        Appliance::Fridge => FRIDGE,
        Appliance::Dehumidifier => DEHUMIDIFIER,
        Appliance::Charger => CHARGER,
        Appliance::Boiler => BOILER,
        Appliance::Heater => HEATER,
        Appliance::Kettle => KETTLE,
    }
}

/// Where value is; a socket is written with its pedestal, `1.2`.
pub fn account(language: Language, account: Account) -> String {
    let (name, number) = match account {
        Account::Sold => (SOLD, None),
        Account::Card(id) => (ON_CARD, Some(id.0.to_string())),
        Account::Frozen(id) => (FROZEN, Some(id.0.to_string())),
        Account::Socket(pedestal, socket) => (ON_SOCKET, Some(format!("{pedestal}.{}", socket.number()))),
        Account::Suspense(pedestal, socket) => (SUSPENSE, Some(format!("{pedestal}.{}", socket.number()))),
        Account::Consumed => (CONSUMED, None),
        Account::Rounding => (ROUNDING, None),
        Account::Lost => (LOST, None),
        Account::CashOut => (CASH_OUT, None),
    };
    fill(name.in_language(language), &[number.as_deref().unwrap_or_default()])
}

/// Why value moved.
pub const fn cause(cause: Cause) -> Words {
    match cause {
        Cause::Sale => BY_SALE,
        Cause::Load => BY_LOAD,
        Cause::Return => BY_RETURN,
        Cause::Metering => BY_METERING,
        Cause::GivenBack => BY_GIVEN_BACK,
        Cause::Tear => BY_TEAR,
        Cause::Resume => BY_RESUME,
        Cause::Suspense => BY_SUSPENSE,
        Cause::Settlement => BY_SETTLEMENT,
        Cause::Reset => BY_RESET,
        Cause::Forfeit => BY_FORFEIT,
        Cause::CardGone => BY_CARD_GONE,
        Cause::WriteOff => BY_WRITE_OFF,
        Cause::PayOut => BY_PAY_OUT,
    }
}

/// A screen of the pedestal, by the name it has in the requirements.
pub fn screen(name: &str) -> Words {
    match name {
        "Welcome" => ON_WELCOME,
        "ServiceSelect" => ON_SERVICE_SELECT,
        "Busy" => ON_BUSY,
        "OutletStatus" => ON_OUTLET_STATUS,
        "Updating" => ON_UPDATING,
        "RemoveCard" => ON_REMOVE_CARD,
        "Interrupted" => ON_INTERRUPTED,
        "WrongCard" => ON_WRONG_CARD,
        "InvalidCard" => ON_INVALID_CARD,
        "CreditCheck" => ON_CREDIT_CHECK,
        _ => ON_DARK,
    }
}

/// What the settings are called, in the order of [`Quay::all_settings`].
const SETTING_NAMES: [Words; 18] = [
    SETS_INACTIVITY,
    SETS_STEP,
    SETS_HOLD,
    SETS_DEAD_ZONE,
    SETS_PAUSE,
    SETS_UPDATE,
    SETS_FINAL_WRITE,
    SETS_RECOVERY,
    SETS_TEAR_POLICY,
    SETS_REMOVE_PROMPT,
    SETS_PRICE,
    SETS_ONE_SOCKET,
    SETS_MEMORY,
    SETS_DEVICE_LANGUAGE,
    SETS_DETECT,
    SETS_WRITE,
    SETS_CONFIRM,
    SETS_DESK_HOURS,
];

/// What a setting is called, by its place in [`Quay::all_settings`].
pub const fn setting(place: usize) -> Words {
    SETTING_NAMES[place]
}

/// What a number counts; nothing for a choice.
pub const fn unit(unit: Unit) -> Option<Words> {
    match unit {
        Unit::Millis => Some(IN_MILLIS),
        Unit::Ore => Some(IN_ORE),
        Unit::OrePerKwh => Some(IN_ORE_PER_KWH),
        Unit::WattHours => Some(IN_WATT_HOURS),
        Unit::Choice(_) => None,
    }
}

/// A word of a choice, as a person reads it.
pub fn choice(language: Language, word: &'static str) -> &'static str {
    match word {
        "no" => CHOSEN_NO.in_language(language),
        "yes" => CHOSEN_YES.in_language(language),
        "freeze" => CHOSEN_FREEZE.in_language(language),
        "forfeit" => CHOSEN_FORFEIT.in_language(language),
        code => super::language_of(code).map_or(code, super::own_name),
    }
}

/// Where a setting's default comes from.
pub fn source(language: Language, source: Source) -> String {
    let (words, at) = match source {
        Source::Manual(clause) => (label::FROM_MANUAL, clause),
        Source::Public(where_) => (label::FROM_PUBLIC, where_),
        Source::Invented => (label::INVENTED, ""),
    };
    fill(words.in_language(language), &[at])
}

/// The setting with this name, as a person reads it; the name itself where there is none.
pub fn setting_named(language: Language, name: &str) -> String {
    let named = |(_, setting): &(usize, &Setting)| setting.name == name;
    match Quay::all_settings().enumerate().find(named) {
        Some((place, _)) => setting(place).in_language(language).to_owned(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_its_own_name() {
        assert_eq!(Quay::all_settings().count(), SETTING_NAMES.len());
        // The order is the one thing the table cannot say by itself.
        let place = |name| Quay::all_settings().position(|setting| setting.name == name);
        assert_eq!(place("pedestal.pause_ms").map(setting), Some(SETS_PAUSE));
        assert_eq!(place("pedestal.price_ore_per_kwh").map(setting), Some(SETS_PRICE));
        assert_eq!(place("ui.device_lang").map(setting), Some(SETS_DEVICE_LANGUAGE));
        assert_eq!(place("desk.enforce_hours").map(setting), Some(SETS_DESK_HOURS));
    }

    #[test]
    fn every_choice_can_be_read_in_every_language() {
        for setting in Quay::all_settings() {
            if let Unit::Choice(choices) = setting.unit {
                for word in choices {
                    for language in Language::ALL {
                        assert!(!choice(language, word).is_empty());
                    }
                }
            }
        }
        assert_eq!(choice(Language::Polish, "yes"), "tak");
        assert_eq!(choice(Language::Polish, "nb"), "Norsk");
    }

    #[test]
    fn every_screen_has_its_words() {
        let known = world::quay::word::SCREENS.map(screen);
        for (place, words) in known.iter().enumerate() {
            assert!(!known[..place].contains(words), "{} is told as another screen", world::quay::word::SCREENS[place]);
        }
    }
}
