//! Labels: what stands on buttons, fields and headings.

use super::texts;

texts! {
    at most 44 letters;
    /// The page's name.
    NAME = "Kerb & Quay", "Kerb & Quay", "Kerb & Quay", "Kerb & Quay", "Kerb & Quay";
    LANGUAGE = "Language", "Språk", "Język", "Sprache", "Мова";

    WALLET = "Wallet", "Lommebok", "Portfel", "Brieftasche", "Гаманець";
    DESK = "Service desk", "Servicetorg", "Biuro obsługi", "Serviceschalter", "Бюро обслуговування";
    BOATS = "Boats and power", "Båter og strøm", "Łodzie i prąd", "Boote und Strom", "Човни та струм";
    CLOCK = "Clock", "Klokke", "Zegar", "Uhr", "Годинник";
    LEDGER = "Ledger", "Regnskap", "Księga", "Konten", "Облік";
    JOURNAL = "Journal", "Logg", "Dziennik", "Protokoll", "Журнал";
    SETTINGS = "Settings", "Innstillinger", "Ustawienia", "Einstellungen", "Налаштування";
    SESSION = "This session", "Denne økten", "Ta sesja", "Diese Sitzung", "Цей сеанс";

    // The pedestal.
    PEDESTAL = "Pedestal {0}", "Strømsøyle {0}", "Słupek {0}", "Stromsäule {0}", "Колонка {0}";
    DISPLAY = "Display of the pedestal", "Displayet på strømsøylen", "Wyświetlacz słupka", "Anzeige der Stromsäule", "Дисплей колонки";
    BACK = "Back", "Tilbake", "Wstecz", "Zurück", "Назад";
    ENTER = "Enter", "Enter", "Enter", "Enter", "Enter";
    SOCKET = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}", "Steckdose {0}", "Розетка {0}";
    HOLDER = "Card holder", "Kortholder", "Uchwyt na kartę", "Kartenhalter", "Тримач картки";
    PLUG_IN = "Plug in", "Koble til", "Podłącz", "Einstecken", "Підключити";
    UNPLUG = "Unplug", "Koble fra", "Odłącz", "Ausstecken", "Відключити";
    IS_LIVE = "live", "på", "włączone", "unter Strom", "під напругою";
    SWITCHED_ON = "on", "på", "włączone", "an", "увімкнено";
    IS_OFF = "off", "av", "wyłączone", "aus", "вимкнено";

    // The wallet.
    PUT_IN = "Put in the holder", "Sett i holderen", "Włóż do uchwytu", "In den Halter stecken", "Вставити в тримач";
    IN_HOLDER = "In the holder of pedestal {0}", "I holderen på strømsøyle {0}", "W uchwycie słupka {0}", "Im Halter der Stromsäule {0}", "У тримачі колонки {0}";
    RENAME = "Rename", "Gi nytt navn", "Zmień nazwę", "Umbenennen", "Перейменувати";
    DESTROY = "Punch a hole", "Lag hull", "Przedziuraw", "Lochen", "Пробити отвір";
    LOSE = "Lose it", "Mist det", "Zgub", "Verlieren", "Загубити";
    DISCARD = "Throw away", "Kast", "Wyrzuć", "Wegwerfen", "Викинути";
    SAVE_CHIP = "Save for a real chip", "Lagre for en ekte brikke", "Zapisz dla prawdziwego czipu", "Für einen echten Chip speichern", "Зберегти для справжнього чипа";
    INSIDE = "What is inside", "Hva som er på kortet", "Co jest na karcie", "Was auf der Karte ist", "Що на картці";
    COUNTER = "Changes so far", "Endringer til nå", "Liczba zmian", "Änderungen bisher", "Змін досі";
    MARK = "Unfinished update", "Uavsluttet oppdatering", "Niedokończona aktualizacja", "Nicht beendete Aktualisierung", "Незавершене оновлення";
    NONE = "none", "ingen", "brak", "keine", "немає";
    OPERATIONS = "Last operations", "Siste operasjoner", "Ostatnie operacje", "Letzte Vorgänge", "Останні операції";
    NEW_CARD = "New card", "Nytt kort", "Nowa karta", "Neue Karte", "Нова картка";
    CARD_NAME = "Name", "Navn", "Nazwa", "Name", "Назва";
    KIND = "Kind", "Type", "Rodzaj", "Art", "Вид";
    AMOUNT = "Amount (kr)", "Beløp (kr)", "Kwota (kr)", "Betrag (kr)", "Сума (kr)";
    GET_CARD = "Get the card", "Hent kortet", "Weź kartę", "Karte holen", "Взяти картку";
    SAVE_NAME = "Save the name", "Lagre navnet", "Zapisz nazwę", "Namen speichern", "Зберегти назву";
    CANCEL = "Cancel", "Avbryt", "Anuluj", "Abbrechen", "Скасувати";

    // The service desk.
    CARD = "Card", "Kort", "Karta", "Karte", "Картка";
    DESK_LOAD = "Put on the card", "Sett inn på kortet", "Wpłać na kartę", "Auf die Karte einzahlen", "Внести на картку";
    DESK_PAY_OUT = "Pay out", "Utbetal", "Wypłać", "Auszahlen", "Виплатити";
    DESK_READ = "Read out", "Les av", "Odczytaj", "Auslesen", "Зчитати";
    DESK_RESET = "Reset", "Tilbakestill", "Zresetuj", "Zurücksetzen", "Скинути";
    DESK_WRITE_OFF = "Write off", "Avskriv", "Spisz na straty", "Abschreiben", "Списати";
    RELEASE = "Release socket {0}", "Frigi stikkontakt {0}", "Zwolnij gniazdo {0}", "Steckdose {0} freigeben", "Звільнити розетку {0}";
    OPEN_NOW = "Open", "Åpent", "Otwarte", "Geöffnet", "Відчинено";
    CLOSED_NOW = "Closed", "Stengt", "Zamknięte", "Geschlossen", "Зачинено";
    HOURS = "Monday to Friday 08:00\u{2013}15:30", "Mandag til fredag 08.00\u{2013}15.30", "Od poniedziałku do piątku 8:00\u{2013}15:30", "Montag bis Freitag 8:00\u{2013}15:30 Uhr", "З понеділка по п’ятницю 8:00\u{2013}15:30";
    ADDRESS = "Harbour office, 1 Quay Street, ground floor", "Havnekontoret, Kaigata 1, 1. etasje", "Biuro portu, ul. Nabrzeżna 1, parter", "Hafenbüro, Kaistraße 1, Erdgeschoss", "Контора порту, вул. Набережна, 1, 1 поверх";

    // Boats and power.
    WALK = "You stand at", "Du står ved", "Stoisz przy", "Sie stehen an", "Ви стоїте біля";
    MAINS = "Mains power of the quay", "Strømmen på kaia", "Zasilanie nabrzeża", "Netzstrom am Kai", "Живлення причалу";
    MAINS_ON = "On", "På", "Włączone", "An", "Увімкнено";
    MAINS_OFF = "Off", "Av", "Wyłączone", "Aus", "Вимкнено";
    BOAT = "Boat at socket {0}", "Båt ved stikkontakt {0}", "Łódź przy gnieździe {0}", "Boot an Steckdose {0}", "Човен біля розетки {0}";
    CREDIT_LEFT = "Credit left", "Kreditt igjen", "Pozostałe środki", "Restguthaben", "Залишок коштів";
    DRAWS = "Draws", "Bruker", "Pobiera", "Verbraucht", "Споживає";
    LASTS = "Lasts about", "Varer omtrent", "Wystarczy na około", "Reicht für etwa", "Вистачить приблизно на";
    ABOARD = "Switched on aboard", "Slått på om bord", "Włączone na pokładzie", "An Bord eingeschaltet", "Увімкнено на борту";
    HOURS_MINUTES = "{0} h {1} min", "{0} t {1} min", "{0} godz. {1} min", "{0} Std. {1} Min.", "{0} год {1} хв";

    // The clock.
    RUN = "Run", "Start", "Uruchom", "Start", "Пуск";
    PAUSE = "Pause", "Pause", "Wstrzymaj", "Pause", "Пауза";
    SPEED = "Speed", "Fart", "Tempo", "Tempo", "Швидкість";
    EXACT_MS = "Milliseconds to pass", "Millisekunder som skal gå", "Milisekundy do odczekania", "Millisekunden, die vergehen sollen", "Скільки мілісекунд має минути";
    LET_PASS = "Let pass", "La gå", "Odczekaj", "Vergehen lassen", "Перемотати";
    CIVIL = "Date and time", "Dato og klokkeslett", "Data i godzina", "Datum und Uhrzeit", "Дата й час";
    SET_CIVIL = "Set", "Still", "Ustaw", "Stellen", "Установити";

    // The ledger.
    ACCOUNTS = "Accounts", "Kontoer", "Konta", "Konten", "Рахунки";
    POSTINGS = "Latest postings", "Siste posteringer", "Ostatnie zapisy", "Letzte Buchungen", "Останні проведення";

    // The journal.
    SAVE = "Save as .feature", "Lagre som .feature", "Zapisz jako .feature", "Als .feature speichern", "Зберегти як .feature";
    OPEN = "Open a .feature", "Åpne en .feature", "Otwórz .feature", "Eine .feature öffnen", "Відкрити .feature";

    // The settings.
    BOUNDS = "{0} to {1}", "{0} til {1}", "od {0} do {1}", "{0} bis {1}", "від {0} до {1}";
    FROM_MANUAL = "manual, {0}", "brukermanual, {0}", "instrukcja, {0}", "Handbuch, {0}", "інструкція, {0}";
    FROM_PUBLIC = "public source: {0}", "åpen kilde: {0}", "źródło publiczne: {0}", "öffentliche Quelle: {0}", "відкрите джерело: {0}";
    INVENTED = "invented", "antatt", "przyjęte", "angenommen", "припущення";

    // The session.
    BEGIN_OPENING = "Begin again with six cards", "Begynn på nytt med seks kort", "Zacznij od nowa z sześcioma kartami", "Neu beginnen mit sechs Karten", "Почати знову із шістьма картками";
    BEGIN_BARE = "Begin again with an empty wallet", "Begynn på nytt med tom lommebok", "Zacznij od nowa z pustym portfelem", "Neu beginnen mit leerer Brieftasche", "Почати знову з порожнім гаманцем";
    VERSION = "Version {0}", "Versjon {0}", "Wersja {0}", "Version {0}", "Версія {0}";
    YES = "Yes, do it", "Ja, gjør det", "Tak", "Ja, machen", "Так";
    NO = "No, leave it", "Nei, la det være", "Nie", "Nein, lassen", "Ні";
    DISMISS = "Dismiss", "Lukk", "Zamknij", "Schließen", "Закрити";
}
