//! Labels: what stands on buttons, fields and headings.

use super::texts;

texts! {
    at most 44 letters;
    /// The page's name.
    NAME = "Kerb & Quay", "Kerb & Quay", "Kerb & Quay";
    LANGUAGE = "Language", "Språk", "Język";

    WALLET = "Wallet", "Lommebok", "Portfel";
    DESK = "Service desk", "Servicetorg", "Biuro obsługi";
    BOATS = "Boats and power", "Båter og strøm", "Łodzie i prąd";
    CLOCK = "Clock", "Klokke", "Zegar";
    LEDGER = "Ledger", "Regnskap", "Księga";
    JOURNAL = "Journal", "Logg", "Dziennik";
    SETTINGS = "Settings", "Innstillinger", "Ustawienia";
    SESSION = "This session", "Denne økten", "Ta sesja";

    // The pedestal.
    PEDESTAL = "Pedestal {0}", "Strømsøyle {0}", "Słupek {0}";
    DISPLAY = "Display of the pedestal", "Displayet på strømsøylen", "Wyświetlacz słupka";
    BACK = "Back", "Tilbake", "Wstecz";
    ENTER = "Enter", "Enter", "Enter";
    SOCKET = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}";
    HOLDER = "Card holder", "Kortholder", "Uchwyt na kartę";
    PLUG_IN = "Plug in", "Koble til", "Podłącz";
    UNPLUG = "Unplug", "Koble fra", "Odłącz";
    IS_LIVE = "live", "på", "włączone";
    SWITCHED_ON = "on", "på", "włączone";
    IS_OFF = "off", "av", "wyłączone";

    // The wallet.
    PUT_IN = "Put in the holder", "Sett i holderen", "Włóż do uchwytu";
    IN_HOLDER = "In the holder of pedestal {0}", "I holderen på strømsøyle {0}", "W uchwycie słupka {0}";
    RENAME = "Rename", "Gi nytt navn", "Zmień nazwę";
    DESTROY = "Punch a hole", "Lag hull", "Przedziuraw";
    LOSE = "Lose it", "Mist det", "Zgub";
    DISCARD = "Throw away", "Kast", "Wyrzuć";
    INSIDE = "What is inside", "Hva som er på kortet", "Co jest na karcie";
    COUNTER = "Changes so far", "Endringer til nå", "Liczba zmian";
    MARK = "Unfinished update", "Uavsluttet oppdatering", "Niedokończona aktualizacja";
    NONE = "none", "ingen", "brak";
    OPERATIONS = "Last operations", "Siste operasjoner", "Ostatnie operacje";
    NEW_CARD = "New card", "Nytt kort", "Nowa karta";
    CARD_NAME = "Name", "Navn", "Nazwa";
    KIND = "Kind", "Type", "Rodzaj";
    AMOUNT = "Amount (kr)", "Beløp (kr)", "Kwota (kr)";
    GET_CARD = "Get the card", "Hent kortet", "Weź kartę";
    SAVE_NAME = "Save the name", "Lagre navnet", "Zapisz nazwę";
    CANCEL = "Cancel", "Avbryt", "Anuluj";

    // The service desk.
    CARD = "Card", "Kort", "Karta";
    DESK_LOAD = "Put on the card", "Sett inn på kortet", "Wpłać na kartę";
    DESK_PAY_OUT = "Pay out", "Utbetal", "Wypłać";
    DESK_READ = "Read out", "Les av", "Odczytaj";
    DESK_RESET = "Reset", "Tilbakestill", "Zresetuj";
    DESK_WRITE_OFF = "Write off", "Avskriv", "Spisz na straty";
    RELEASE = "Release socket {0}", "Frigi stikkontakt {0}", "Zwolnij gniazdo {0}";
    OPEN_NOW = "Open", "Åpent", "Otwarte";
    CLOSED_NOW = "Closed", "Stengt", "Zamknięte";
    HOURS = "Monday to Friday 08:00\u{2013}15:30", "Mandag til fredag 08.00\u{2013}15.30", "Od poniedziałku do piątku 8:00\u{2013}15:30";
    ADDRESS = "Harbour office, 1 Quay Street, ground floor", "Havnekontoret, Kaigata 1, 1. etasje", "Biuro portu, ul. Nabrzeżna 1, parter";

    // Boats and power.
    WALK = "You stand at", "Du står ved", "Stoisz przy";
    MAINS = "Mains power of the quay", "Strømmen på kaia", "Zasilanie nabrzeża";
    MAINS_ON = "On", "På", "Włączone";
    MAINS_OFF = "Off", "Av", "Wyłączone";
    BOAT = "Boat at socket {0}", "Båt ved stikkontakt {0}", "Łódź przy gnieździe {0}";
    CREDIT_LEFT = "Credit left", "Kreditt igjen", "Pozostałe środki";
    DRAWS = "Draws", "Bruker", "Pobiera";
    LASTS = "Lasts about", "Varer omtrent", "Wystarczy na około";
    ABOARD = "Switched on aboard", "Slått på om bord", "Włączone na pokładzie";
    HOURS_MINUTES = "{0} h {1} min", "{0} t {1} min", "{0} godz. {1} min";

    // The clock.
    RUN = "Run", "Start", "Uruchom";
    PAUSE = "Pause", "Pause", "Wstrzymaj";
    SPEED = "Speed", "Fart", "Tempo";
    EXACT_MS = "Milliseconds to pass", "Millisekunder som skal gå", "Milisekundy do odczekania";
    LET_PASS = "Let pass", "La gå", "Odczekaj";
    CIVIL = "Date and time", "Dato og klokkeslett", "Data i godzina";
    SET_CIVIL = "Set", "Still", "Ustaw";

    // The ledger.
    ACCOUNTS = "Accounts", "Kontoer", "Konta";
    POSTINGS = "Latest postings", "Siste posteringer", "Ostatnie zapisy";

    // The journal.
    SAVE = "Save as .feature", "Lagre som .feature", "Zapisz jako .feature";
    OPEN = "Open a .feature", "Åpne en .feature", "Otwórz .feature";

    // The settings.
    BOUNDS = "{0} to {1}", "{0} til {1}", "od {0} do {1}";
    FROM_MANUAL = "manual, {0}", "brukermanual, {0}", "instrukcja, {0}";
    FROM_PUBLIC = "public source: {0}", "åpen kilde: {0}", "źródło publiczne: {0}";
    INVENTED = "invented", "antatt", "przyjęte";

    // The session.
    BEGIN_OPENING = "Begin again with six cards", "Begynn på nytt med seks kort", "Zacznij od nowa z sześcioma kartami";
    BEGIN_BARE = "Begin again with an empty wallet", "Begynn på nytt med tom lommebok", "Zacznij od nowa z pustym portfelem";
    VERSION = "Version {0}", "Versjon {0}", "Wersja {0}";
    YES = "Yes, do it", "Ja, gjør det", "Tak";
    NO = "No, leave it", "Nei, la det være", "Nie";
    DISMISS = "Dismiss", "Lukk", "Zamknij";
}
