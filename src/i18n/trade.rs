//! The trade's words for what the world is made of: kinds of cards, appliances, accounts, causes, screens, settings.

use firmware_core::setting::{Setting, Source, Unit};
use firmware_core::text::Language;
use world::quay::Quay;
use world::quay::account::{Account, Cause};
use world::quay::desk::Operation;
use world::quay::marina::Appliance;
use world::quay::wallet::{Issue, Standing};
use world::world::World as _;

use super::{Counted, Words, fill, label, texts, words};

texts! {
    at most 60 letters;
    USER = "User card", "Brukerkort", "Karta użytkownika";
    OTHER_MARINA = "Another marina’s card", "Kort fra en annen havn", "Karta innej mariny";
    FOREIGN = "Foreign card", "Fremmed kort", "Obca karta";
    BLOCKED = "Blocked card", "Sperret kort", "Zablokowana karta";
    SPOILT = "Card with an interrupted update", "Kort med avbrutt oppdatering", "Karta z przerwaną aktualizacją";

    IS_VALID = "valid", "gyldig", "ważna";
    IS_INVALID = "invalid", "ugyldig", "nieważna";
    IS_BLOCKED = "blocked", "sperret", "zablokowana";
    IS_FOREIGN = "foreign", "fremmed", "obca";
    IS_UNREADABLE = "unreadable", "uleselig", "nieczytelna";
    IS_DESTROYED = "destroyed", "ødelagt", "zniszczona";
    IS_LOST = "lost", "mistet", "zgubiona";

    LOAD = "load", "lading", "przelanie na gniazdo";
    RETURN = "return", "tilbakeføring", "zwrot na kartę";
    SALE = "sale", "salg", "sprzedaż";
    RESET = "reset", "tilbakestilling", "reset";
    PAY_OUT = "pay-out", "utbetaling", "wypłata";

    LIGHT = "Cabin light", "Lugarlys", "Oświetlenie kabiny";
    FRIDGE = "Fridge", "Kjøleskap", "Lodówka";
    DEHUMIDIFIER = "Dehumidifier", "Avfukter", "Osuszacz";
    CHARGER = "Battery charger", "Batterilader", "Ładowarka akumulatora";
    BOILER = "Water heater", "Varmtvannsbereder", "Podgrzewacz wody";
    HEATER = "Fan heater", "Vifteovn", "Termowentylator";
    KETTLE = "Kettle", "Vannkoker", "Czajnik";

    SOLD = "Sold at the desk", "Solgt på servicetorget", "Sprzedane w biurze";
    ON_CARD = "Card {0}", "Kort {0}", "Karta {0}";
    FROZEN = "Frozen on card {0}", "Frosset på kort {0}", "Zamrożone na karcie {0}";
    ON_SOCKET = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}";
    SUSPENSE = "In suspense, socket {0}", "Uavklart, stikkontakt {0}", "W zawieszeniu, gniazdo {0}";
    CONSUMED = "Delivered as energy", "Levert som strøm", "Zużyte jako energia";
    ROUNDING = "Below one øre", "Under én øre", "Poniżej jednego øre";
    LOST = "Lost for good", "Tapt", "Utracone";
    CASH_OUT = "Paid out", "Utbetalt", "Wypłacone";

    BY_SALE = "sold", "salg", "sprzedaż";
    BY_LOAD = "loaded onto the socket", "lagt inn på stikkontakten", "przelano na gniazdo";
    BY_RETURN = "taken back", "tatt tilbake", "zwrócono na kartę";
    BY_METERING = "energy used", "strøm brukt", "zużycie energii";
    BY_GIVEN_BACK = "given back after a power cut", "gitt tilbake etter strømbrudd", "oddano po zaniku prądu";
    BY_TEAR = "card pulled out too early", "kort tatt ut for tidlig", "karta wyjęta za wcześnie";
    BY_RESUME = "update completed after all", "oppdatering fullført likevel", "aktualizację jednak dokończono";
    BY_SUSPENSE = "outcome not known", "utfallet er ukjent", "wynik nieznany";
    BY_SETTLEMENT = "outcome settled", "utfallet er avklart", "wynik ustalony";
    BY_RESET = "card reset", "kort tilbakestilt", "reset karty";
    BY_FORFEIT = "forfeited (training rule)", "inndratt (øvingsregel)", "przepadło (reguła szkoleniowa)";
    BY_CARD_GONE = "card destroyed or lost", "kort ødelagt eller mistet", "karta zniszczona lub zgubiona";
    BY_WRITE_OFF = "written off", "avskrevet", "spisano na straty";
    BY_PAY_OUT = "paid out", "utbetalt", "wypłacono";

    ON_WELCOME = "welcome", "velkommen", "ekran powitalny";
    ON_SERVICE_SELECT = "choose a socket", "velg stikkontakt", "wybór gniazda";
    ON_BUSY = "socket in use", "stikkontakt i bruk", "gniazdo zajęte";
    ON_OUTLET_STATUS = "socket status", "status for stikkontakt", "stan gniazda";
    ON_UPDATING = "updating", "oppdaterer", "aktualizacja";
    ON_REMOVE_CARD = "remove the card", "ta ut kortet", "wyjmij kartę";
    ON_INTERRUPTED = "interrupted", "avbrutt", "przerwano";
    ON_WRONG_CARD = "wrong card", "feil kort", "zła karta";
    ON_INVALID_CARD = "invalid card", "ugyldig kort", "karta nieważna";
    ON_CREDIT_CHECK = "credit check", "kredittsjekk", "sprawdzenie środków";
    ON_DARK = "no power", "ingen strøm", "brak prądu";

    SETS_INACTIVITY = "Back one screen after", "Ett skjermbilde tilbake etter", "Powrót o jeden ekran po";
    SETS_STEP = "One press moves", "Ett trykk flytter", "Jedno naciśnięcie przenosi";
    SETS_HOLD = "Hold to take all back", "Hold for å ta alt tilbake", "Przytrzymanie zwraca wszystko po";
    SETS_DEAD_ZONE = "Release ignored before the hold", "Slipp uten virkning før holdet er nådd", "Puszczenie bez skutku przed progiem";
    SETS_PAUSE = "Short pause before updating", "Kort pause før oppdatering", "Krótka przerwa przed aktualizacją";
    SETS_UPDATE = "An update takes", "En oppdatering tar", "Aktualizacja trwa";
    SETS_FINAL_WRITE = "Last write before the end", "Siste skriving før slutten", "Ostatni zapis przed końcem";
    SETS_RECOVERY = "Card may come back within", "Kortet kan settes tilbake innen", "Karta może wrócić w ciągu";
    SETS_TEAR_POLICY = "After an unfinished update", "Etter en uavsluttet oppdatering", "Po niedokończonej aktualizacji";
    SETS_REMOVE_PROMPT = "“Remove card” stays for (0: until removed)", "«Ta ut kortet» vises i (0: til det er tatt ut)", "„Wyjmij kartę” przez (0: do wyjęcia)";
    SETS_PRICE = "Price of energy", "Strømpris", "Cena energii";
    SETS_ONE_SOCKET = "One socket per card only", "Bare én stikkontakt per kort", "Tylko jedno gniazdo na kartę";
    SETS_MEMORY = "Meter written to memory every", "Måleren lagres for hver", "Zapis licznika do pamięci co";
    SETS_DEVICE_LANGUAGE = "Language on the display", "Språk på displayet", "Język wyświetlacza";
    SETS_DETECT = "Card reader: to detect a card", "Kortleser: å oppdage et kort", "Czytnik: wykrycie karty";
    SETS_WRITE = "Card reader: to write a card", "Kortleser: å skrive et kort", "Czytnik: zapis karty";
    SETS_CONFIRM = "Card reader: to confirm a write", "Kortleser: å bekrefte en skriving", "Czytnik: potwierdzenie zapisu";
    SETS_DESK_HOURS = "The desk keeps its opening hours", "Servicetorget holder åpningstidene", "Biuro przestrzega godzin otwarcia";

    IN_MILLIS = "ms", "ms", "ms";
    IN_ORE = "øre", "øre", "øre";
    IN_ORE_PER_KWH = "øre per kWh", "øre per kWh", "øre za kWh";
    IN_WATT_HOURS = "Wh", "Wh", "Wh";
    CHOSEN_NO = "no", "nei", "nie";
    CHOSEN_YES = "yes", "ja", "tak";
    CHOSEN_FREEZE = "freeze the card", "frys kortet", "zamroź kartę";
    CHOSEN_FORFEIT = "forfeit the load", "inndra beløpet", "zabierz kwotę";
}

/// The days of the week, from Monday on.
pub const WEEKDAYS: [Words; 7] = [
    words!("Monday", "mandag", "poniedziałek"),
    words!("Tuesday", "tirsdag", "wtorek"),
    words!("Wednesday", "onsdag", "środa"),
    words!("Thursday", "torsdag", "czwartek"),
    words!("Friday", "fredag", "piątek"),
    words!("Saturday", "lørdag", "sobota"),
    words!("Sunday", "søndag", "niedziela"),
];

/// The months as they stand behind a day.
pub const MONTHS: [Words; 12] = [
    words!("January", "januar", "stycznia"),
    words!("February", "februar", "lutego"),
    words!("March", "mars", "marca"),
    words!("April", "april", "kwietnia"),
    words!("May", "mai", "maja"),
    words!("June", "juni", "czerwca"),
    words!("July", "juli", "lipca"),
    words!("August", "august", "sierpnia"),
    words!("September", "september", "września"),
    words!("October", "oktober", "października"),
    words!("November", "november", "listopada"),
    words!("December", "desember", "grudnia"),
];

/// Lines of the journal.
pub const LINES: Counted =
    Counted { english: ["line", "lines"], norwegian: ["linje", "linjer"], polish: ["wpis", "wpisy", "wpisów"] };

/// Cards in the wallet.
pub const CARDS: Counted =
    Counted { english: ["card", "cards"], norwegian: ["kort", "kort"], polish: ["karta", "karty", "kart"] };

/// How often the same has happened.
pub const TIMES: Counted =
    Counted { english: ["time", "times"], norwegian: ["gang", "ganger"], polish: ["raz", "razy", "razy"] };

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
