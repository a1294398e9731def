//! Every word on a display, in English, Norwegian (bokmål) and Polish.

/// A language that a display speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Norwegian (bokmål).
    Norwegian,
    /// Polish.
    Polish,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::Norwegian, Self::Polish];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Norwegian => "nb",
            Self::Polish => "pl",
        }
    }

    /// What stands between crowns and øre.
    pub const fn decimal_mark(self) -> &'static str {
        match self {
            Self::English => ".",
            Self::Norwegian | Self::Polish => ",",
        }
    }
}

/// One text in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words([&'static str; 3]);

impl Words {
    /// The text in `language`.
    pub const fn in_language(self, language: Language) -> &'static str {
        self.0[language as usize]
    }
}

const fn words(english: &'static str, norwegian: &'static str, polish: &'static str) -> Words {
    Words([english, norwegian, polish])
}

/// The pedestal's words. A headline has room for 16 letters, a line for 21.
pub mod pedestal {
    use super::{Words, words};

    /// DP-03: the pillar's own name, as type, on the rest screen (P-06).
    pub const MAKER: Words = words("ROLEC", "ROLEC", "ROLEC");
    /// P-06.
    pub const WELCOME: Words = words("WELCOME", "VELKOMMEN", "WITAMY");
    /// P-09.
    pub const INSERT_CARD: Words = words("Insert your card", "Sett inn kortet", "Włóż kartę");
    /// P-26.
    pub const OR_CHECK: Words = words("1-4: check credit", "1-4: sjekk kreditt", "1-4: sprawdź środki");

    /// P-09, P-10.
    pub const CHOOSE_SOCKET: Words = words("CHOOSE SOCKET", "VELG KONTAKT", "WYBIERZ GNIAZDO");
    /// P-10.
    pub const PRESS_1_TO_4: Words = words("Press button 1 to 4", "Trykk knapp 1 til 4", "Naciśnij przycisk 1-4");
    /// DP-31.
    pub const SETTLED: Words = words("Earlier update done", "Forrige fullført", "Operacja dokończona");

    /// P-11: followed by the number.
    pub const SOCKET_IN_USE: Words = words("SOCKET", "NR", "GNIAZDO");
    /// P-11: after the number.
    pub const IN_USE: Words = words("IN USE", "ER I BRUK", "ZAJĘTE");
    /// P-11.
    pub const CHOOSE_ANOTHER: Words = words("Choose another socket", "Velg en annen kontakt", "Wybierz inne gniazdo");
    /// DP-26.
    pub const ONE_PER_CARD: Words = words("One socket per card", "Én kontakt per kort", "1 gniazdo na 1 kartę");
    /// DP-26: followed by the number of the socket that the card has.
    pub const YOU_HAVE: Words = words("You have socket", "Du har kontakt", "Masz gniazdo");

    /// The socket, with its number.
    pub const SOCKET: Words = words("SOCKET", "KONTAKT", "GNIAZDO");
    /// The socket, within a line.
    pub const SOCKET_IN_LINE: Words = words("Socket", "Kontakt", "Gniazdo");
    /// P-13: the credit on the pedestal.
    pub const PEDESTAL: Words = words("Pedestal", "Søyle", "Słupek");
    /// P-13: the credit on the card.
    pub const CARD: Words = words("Card", "Kort", "Karta");
    /// P-24.
    pub const ENERGY: Words = words("Energy", "Strøm", "Energia");
    /// P-14: followed by the amount of one press.
    pub const ONE_PRESS: Words = words("Press", "Trykk", "Naciśnij");
    /// P-14: followed by what is staged.
    pub const TO_LOAD: Words = words("Load", "Lades", "Doładuj");
    /// P-15.
    pub const ALL_BACK: Words = words("All back to the card", "Alt tilbake til kort", "Wszystko na kartę");
    /// P-15, while the button is held.
    pub const KEEP_HOLDING: Words = words("Hold: all to card", "Hold: alt til kort", "Trzymaj: na kartę");
    /// DP-12.
    pub const INSUFFICIENT: Words = words("Not enough on card", "Ikke nok på kortet", "Za mało na karcie");
    /// DP-13.
    pub const NOTHING_TO_RETURN: Words = words("No credit to return", "Ingen kreditt her", "Brak środków tutaj");
    /// A return would exceed what the card may hold.
    pub const CARD_FULL: Words = words("The card is full", "Kortet er fullt", "Karta jest pełna");

    /// P-16.
    pub const UPDATING: Words = words("UPDATING", "OPPDATERER", "AKTUALIZACJA");
    /// P-17.
    pub const DO_NOT_REMOVE: Words = words("Do not remove card!", "Ikke ta ut kortet!", "Nie wyjmuj karty!");

    /// P-22.
    pub const REMOVE_CARD: Words = words("REMOVE CARD", "TA UT KORTET", "WYJMIJ KARTĘ");
    /// P-22.
    pub const UPDATE_DONE: Words = words("Update complete", "Oppdatering fullført", "Zakończono");

    /// P-19.
    pub const INTERRUPTED: Words = words("INTERRUPTED", "AVBRUTT", "PRZERWANO");
    /// P-19.
    pub const PUT_CARD_BACK: Words = words("Put the card back", "Sett kortet tilbake", "Włóż kartę ponownie");
    /// P-19: followed by the seconds that remain.
    pub const WITHIN: Words = words("within", "innen", "w ciągu");

    /// DP-16.
    pub const WRONG_CARD: Words = words("WRONG CARD", "FEIL KORT", "ZŁA KARTA");
    /// DP-16.
    pub const USE_THE_SAME: Words = words("Use the same card", "Bruk samme kort", "Użyj tej samej karty");

    /// P-20, DP-23.
    pub const INVALID_CARD: Words = words("INVALID CARD", "UGYLDIG KORT", "KARTA NIEWAŻNA");
    /// DP-23.
    pub const SERVICE_DESK: Words = words("Go to service desk", "Gå til Servicetorvet", "Idź do biura obsługi");
    /// P-20.
    pub const NOT_COMPLETED: Words = words("Update not finished", "Ikke ferdig oppdatert", "Operacja przerwana");
    /// DP-23.
    pub const FOREIGN: Words = words("Not for this marina", "Ikke for denne havna", "Nie dla tej mariny");
    /// DP-23.
    pub const BLOCKED: Words = words("The card is blocked", "Kortet er sperret", "Karta zablokowana");
    /// DP-23, DK-32.
    pub const UNREADABLE: Words = words("Card cannot be read", "Kan ikke lese kortet", "Nieczytelna karta");

    /// P-26.
    pub const CREDIT: Words = words("Credit", "Kreditt", "Środki");
    /// P-26: the socket has no credit.
    pub const IS_FREE: Words = words("The socket is free", "Kontakten er ledig", "Gniazdo jest wolne");
    /// DP-31.
    pub const UNSETTLED: Words = words("Update not settled", "Venter på kortet", "Czeka na kartę");
}

/// The validator's words. A line has room for 16 letters; an amount stands at its right edge.
pub mod validator {
    use super::{Words, words};

    /// DK-34.
    pub const OUT_OF_SERVICE: Words = words("OUT OF SERVICE", "UTE AV DRIFT", "NIECZYNNY");
    /// K-10: "ZABLOKOWANY".
    pub const BLOCKED: Words = words("BLOCKED", "SPERRET", "ZABLOKOWANY");
    /// DK-10: the inspector's card has lifted the block.
    pub const UNBLOCKED: Words = words("UNBLOCKED", "IKKE SPERRET", "ODBLOKOWANY");

    /// K-05: followed by the price.
    pub const NORMAL: Words = words("NORMAL", "NORMAL", "NORMALNY");
    /// K-05: followed by the price.
    pub const REDUCED: Words = words("REDUCED", "REDUSERT", "ULGOWY");
    /// K-06.
    pub const CARD_CHECK: Words = words("CARD CHECK", "KORTSJEKK", "SPRAWDZENIE");
    /// K-05, K-15: after the key, the card.
    pub const TAP_YOUR_CARD: Words = words("TAP YOUR CARD", "HOLD KORTET HIT", "ZBLIŻ KARTĘ");
    /// While a card is being written.
    pub const WAIT: Words = words("Please wait", "Vent", "Czekaj");

    /// K-13: followed by the advance.
    pub const TAKEN: Words = words("TAKEN", "TRUKKET", "POBRANO");
    /// K-13: followed by what comes back.
    pub const REFUND: Words = words("REFUND", "RETUR", "ZWROT");
    /// What is in the purse now.
    pub const BALANCE: Words = words("PURSE", "SALDO", "STAN");
    /// K-21.
    pub const PERIOD_TICKET: Words = words("PERIOD TICKET", "PERIODEBILLETT", "BILET OKRESOWY");
    /// Followed by the last day.
    pub const VALID_TO: Words = words("VALID", "TIL", "WAŻNY");
    /// Followed by the last day, which has passed.
    pub const ENDED: Words = words("ENDED", "UTLØP", "MINĄŁ");
    /// Followed by the first day, which is to come.
    pub const VALID_FROM: Words = words("FROM", "FRA", "OD");
    /// K-14.
    pub const FREE_TRAVEL: Words = words("FREE TRAVEL", "GRATIS REISE", "PRZEJAZD BEZPŁ.");
    /// K-06: the page about the purse.
    pub const PURSE: Words = words("E-PURSE", "E-LOMMEBOK", "PORTMONETKA");
    /// There is none of it on the card.
    pub const NONE: Words = words("NONE", "INGEN", "BRAK");
    /// DK-06: the page about this vehicle.
    pub const RIDE: Words = words("THIS RIDE", "DENNE TUREN", "PRZEJAZD");
    /// K-09, DK-06.
    pub const NOT_REGISTERED: Words = words("NOT REGISTERED", "IKKE REGISTRERT", "NIEZAREJESTR.");
    /// The holder is registered, without a ticket from the purse.
    pub const REGISTERED: Words = words("REGISTERED", "REGISTRERT", "ZAREJESTROWANY");
    /// DK-06: followed by the tickets, as N1 U2.
    pub const CANCELLED: Words = words("STAMPED", "STEMPLET", "SKASOWANO");

    /// K-18.
    pub const NO_MONEY: Words = words("NOT ENOUGH MONEY", "FOR LITE PENGER", "BRAK ŚRODKÓW");
    /// K-19: before the number of tickets.
    pub const LIMIT: Words = words("LIMIT", "MAKS", "LIMIT");
    /// K-19: after the number of tickets.
    pub const TICKETS: Words = words("TICKETS", "BILLETTER", "BILETÓW");
    /// DK-14, DK-27.
    pub const ALREADY_CANCELLED: Words = words("ALREADY STAMPED", "ER REGISTRERT", "JUŻ SKASOWANO");
    /// DK-28.
    pub const EXIT_REGISTERED: Words = words("EXIT REGISTERED", "UTGANG REG.", "WYJŚCIE ZAREJ.");
    /// DK-17, where there are keys.
    pub const CHOOSE_KEY: Words = words("CHOOSE N OR U", "VELG N ELLER U", "WYBIERZ N LUB U");
    /// DK-17, where there are fields.
    pub const CHOOSE_FIELD: Words = words("CHOOSE A TICKET", "VELG BILLETT", "WYBIERZ BILET");
    /// Neither a period ticket nor a purse.
    pub const NO_CONTRACT: Words = words("NO CONTRACT", "INGEN KONTRAKT", "BRAK KONTRAKTU");
    /// DK-25: out of date.
    pub const NOT_VALID: Words = words("CARD NOT VALID", "UGYLDIG KORT", "KARTA NIEWAŻNA");
    /// DK-25: announced as lost, or blocked by its issuer.
    pub const HOTLISTED: Words = words("CARD STOPPED", "KORTET STOPPET", "KARTA ZASTRZEŻ.");
    /// DK-27.
    pub const TOO_MANY_STOPS: Words = words("TOO MANY STOPS", "FOR MANGE STOPP", "ZA DUŻO PRZYST.");
    /// K-09: "Sprawdź operację".
    pub const CHECK_OPERATION: Words = words("Check operation", "Sjekk operasjon", "Sprawdź operację");

    /// K-22: the first of two lines.
    pub const TOP_UP: Words = words("Card top-up", "Lade kortet", "Doładowanie");
    /// K-22: the second of two lines.
    pub const OF_THE_CARD: Words = words("Use side pocket", "Bruk sidelommen", "karty");
    /// DK-23: after the number of orders, where there is one.
    pub const ORDER_LOADED: Words = words("order loaded", "ordre hentet", "trans.");
    /// DK-23: after the number of orders, where there are more.
    pub const ORDERS_LOADED: Words = words("orders loaded", "ordrer hentet", "trans.");
    /// DK-23: before the number of orders.
    pub const LOADED: Words = words("", "", "Pobrano ");
    /// DK-24.
    pub const NO_ORDERS: Words = words("No orders", "Ingen ordrer", "Brak doładowań");
    /// DK-23.
    pub const NO_CARD: Words = words("No card", "Ikke noe kort", "Brak karty");
    /// DK-24.
    pub const CARD_TAKEN: Words = words("Card taken out", "Kortet tatt ut", "Karta wyjęta");
    /// DK-32.
    pub const PURSE_FULL: Words = words("PURSE IS FULL", "OVER SALDOGRENSE", "PORTMON. PEŁNA");
    /// The card has no place for another period ticket.
    pub const NO_ROOM: Words = words("NO ROOM ON CARD", "KORTET ER FULLT", "BRAK MIEJSCA");

    /// K-04: "Normalny".
    pub const FIELD_NORMAL: Words = words("Normal", "Normal", "Normalny");
    /// K-04: "Ulgowy".
    pub const FIELD_REDUCED: Words = words("Reduced", "Redusert", "Ulgowy");
    /// K-04: "Sprawdzenie".
    pub const FIELD_CHECK: Words = words("Check", "Sjekk kort", "Sprawdzenie");
    /// K-04: "Doładowanie".
    pub const FIELD_TOP_UP: Words = words("Top-up", "Lade kort", "Doładowanie");
    /// K-02: above the direction.
    pub const DIRECTION: Words = words("direction", "retning", "kierunek");
    /// K-02: above the stop's number.
    pub const STOP: Words = words("stop", "holdeplass", "przystanek");
}
