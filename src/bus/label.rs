//! Labels that only the bus's page has.

use crate::i18n::texts;

texts! {
    at most 150 letters;
    TAGLINE = "A bus-ticket validator to try out", "En billettkortleser du kan prøve", "Kasownik do wypróbowania";
    TITLE = "A ride on {0}", "En tur {0}", "Przejazd {0}";
    TRAINING = "Training replica", "Øvingsreplika", "Replika szkoleniowa";
    OLD_TYPE = "Old type", "Gammel type", "Stary typ";
    NEW_TYPE = "New type", "Ny type", "Nowy typ";
    BUS = "Bus {0}", "Buss {0}", "Autobus {0}";
    SIDE_BY_SIDE = "Side by side", "Side om side", "Obok siebie";
    DISPLAY = "Display", "Display", "Wyświetlacz";
    FRONT = "Where the card is held", "Der kortet holdes", "Miejsce zbliżenia karty";
    POCKET = "Side pocket for internet top-ups", "Sidelomme for nettpåfylling", "Boczna kieszeń do doładowań internetowych";
    LAMP_ON = "Red lamp lit", "Rød lampe lyser", "Czerwona lampka świeci";
    LAMP_OFF = "Red lamp off", "Rød lampe av", "Czerwona lampka zgaszona";
    QUIET = "No beep", "Ingen pip", "Bez sygnału";
    KEY_N = "N: normal ticket", "N: vanlig billett", "N: bilet normalny";
    KEY_U = "U: reduced ticket", "U: rabattbillett", "U: bilet ulgowy";
    KEY_S = "S: check of the card; twice: top-up", "S: kontroll av kortet; to ganger: påfylling", "S: sprawdzenie karty; dwa razy: doładowanie";
    TAKE_AWAY = "Take away", "Ta bort", "Zabierz";
    NO_RUN = "Not in service", "Ikke i rute", "Poza kursem";
    STOP = "Stop {0}: {1}", "Holdeplass {0}: {1}", "Przystanek {0}: {1}";

    HOLD = "Hold to the validator", "Hold mot kortleseren", "Przyłóż do kasownika";
    HOLD_HINT = "Press and hold: the card is there as long as you hold", "Trykk og hold: kortet er der så lenge du holder", "Naciśnij i trzymaj: karta jest przyłożona, dopóki trzymasz";
    TAP_FOR = "Tap ({0})", "Tapp ({0})", "Zbliż na {0}";
    LEAVE = "Leave it there", "La det ligge der", "Zostaw przyłożoną";
    INTO_POCKET = "Into the pocket", "I lommen", "Do kieszeni";
    INVITE = "Hold a card against the validator, or drag it there.", "Hold et kort mot kortleseren, eller dra det dit.", "Przyłóż kartę do kasownika albo ją tam przeciągnij.";
    EMPTY = "There is no card in the wallet.", "Det er ikke noe kort i lommeboka.", "W portfelu nie ma żadnej karty.";
    HELD_FOR = "How long a tap holds the card", "Hvor lenge et tapp holder kortet", "Jak długo trzymać kartę przy zbliżeniu";
    PERSONALISED = "Personalised card", "Personlig kort", "Karta imienna";
    AT_VALIDATOR = "at a validator", "ved en kortleser", "przy kasowniku";
    NO_PURSE = "no purse", "ingen e-lommebok", "bez portmonetki";
    WITHOUT_PURSE = "Leave empty for a card without a purse", "La stå tomt for et kort uten e-lommebok", "Zostaw puste, jeśli karta ma być bez portmonetki";
    AMOUNT = "Amount (zł)", "Beløp (zł)", "Kwota (zł)";

    LINE = "Line and driver", "Linje og sjåfør", "Linia i kierowca";
    NEXT_STOP = "Next stop", "Neste holdeplass", "Następny przystanek";
    END_RUN = "End of the run", "Avslutt turen", "Koniec kursu";
    DEPART = "Begin the next run", "Start neste tur", "Rozpocznij następny kurs";
    BLOCK = "Block the validators", "Sperr kortleserne", "Zablokuj kasowniki";
    UNBLOCK = "Release the validators", "Opphev sperringen", "Odblokuj kasowniki";
    POWER = "Power", "Strøm", "Zasilanie";
    POWER_ON = "on", "på", "włączone";
    POWER_OFF = "off", "av", "wyłączone";
    DIRECTION = "Line {0} to {1}", "Linje {0} til {1}", "Linia {0} do {1}";

    SHOP = "Web shop", "Nettbutikk", "Sklep internetowy";
    SHOP_HINT = "What is bought here waits until the card fetches it in a side pocket, or at the service point.", "Det du kjøper her, venter til kortet henter det i en sidelomme eller på servicepunktet.", "Zakup czeka, aż karta odbierze go w bocznej kieszeni albo w punkcie obsługi.";
    TOP_UP = "Order a top-up", "Bestill påfylling", "Zamów doładowanie";
    ORDER_PERIOD = "Order a period ticket", "Bestill periodebillett", "Zamów bilet okresowy";
    WAITING = "Waiting", "Venter", "Oczekuje";
    NOTHING_WAITS = "Nothing waits.", "Ingenting venter.", "Nic nie czeka.";
    PURSE_ORDER = "{0} for the purse", "{0} til e-lommeboka", "{0} do portmonetki";
    PERIOD_ORDER = "period ticket {0} – {1}", "periodebillett {0} – {1}", "bilet okresowy {0} – {1}";
    CARD = "Card", "Kort", "Karta";
    FARE = "Fare", "Takst", "Taryfa";
    FROM_DAY = "First day", "Første dag", "Od dnia";
    UNTIL_DAY = "Last day", "Siste dag", "Do dnia";
    DAYS = "Days", "Dager", "Dni";

    SERVICE = "Service point", "Servicepunkt", "Punkt obsługi";
    READ = "Read the card", "Les kortet", "Odczytaj kartę";
    FETCH = "Put on it what was ordered", "Legg inn det som er bestilt", "Wgraj zamówienia";
    LOAD = "Load the purse", "Fyll på e-lommeboka", "Doładuj portmonetkę";
    SELL_CARD = "Sell a card", "Selg et kort", "Sprzedaj kartę";
    FIRST_LOAD = "First load (zł)", "Første påfylling (zł)", "Pierwsze doładowanie (zł)";
    SELL_PERIOD = "Sell a period ticket", "Selg periodebillett", "Sprzedaj bilet okresowy";
    ENTITLE = "Write an entitlement", "Legg inn rettighet", "Zapisz uprawnienie";
    ENTITLEMENT = "Entitlement", "Rettighet", "Uprawnienie";
    SET_FARE = "Set the fare of a plain tap", "Sett taksten for vanlig tapp", "Ustaw taryfę zwykłego zbliżenia";
    NO_FARE = "none", "ingen", "brak";
    SET_DAYS = "Set the card's first and last day", "Sett kortets første og siste dag", "Ustaw pierwszy i ostatni dzień karty";
    REPORT_LOST = "Report as lost", "Meld tapt", "Zgłoś zgubienie";
    REPORT_FOUND = "Report as found", "Meld funnet", "Zgłoś odnalezienie";

    INSPECTOR = "Inspector", "Billettkontroll", "Kontrola biletów";
    INSPECT = "Check the card", "Kontroller kortet", "Sprawdź kartę";
    INSPECTOR_HINT = "What the inspector's own reader says of a card on this bus.", "Hva kontrollørens egen leser sier om et kort på denne bussen.", "Co czytnik kontrolera mówi o karcie w tym autobusie.";
    VALID = "valid", "gyldig", "ważny";
    NOT_VALID = "not valid", "ikke gyldig", "nieważny";
    TARIFF = "Tariff", "Takstprofil", "Taryfa";
    PRICES = "What a ride costs (zł)", "Hva en reise koster (zł)", "Ile kosztuje przejazd (zł)";
    SINGLE = "Single ticket, taken in advance", "Enkeltbillett, trekkes på forskudd", "Bilet jednorazowy, pobierany z góry";
    LOAD_CLASS = "Last load of {0} or more", "Siste påfylling på {0} eller mer", "Ostatnie doładowanie od {0}";
    UP_TO_STOPS = "up to {0} stops", "inntil {0} holdeplasser", "do {0} przystanków";
    FURTHER = "further", "lenger", "dalej";
    OTHER_PLACE = "To the quay with its shore-power pedestal", "Til kaia med strømsøylen", "Do nabrzeża ze słupkiem zasilania";
}
