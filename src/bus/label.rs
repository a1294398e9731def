//! Labels that only the bus's page has.

use crate::i18n::texts;

texts! {
    at most 150 letters;
    TAGLINE = "A bus-ticket validator to try out", "En billettkortleser du kan prøve", "Kasownik do wypróbowania", "Ein Entwerter zum Ausprobieren", "Валідатор, який можна випробувати";
    TITLE = "A ride on {0}", "En tur {0}", "Przejazd {0}", "Eine Fahrt am {0}", "Поїздка {0}";
    TRAINING = "Training replica", "Øvingskopi", "Replika szkoleniowa", "Übungsnachbau", "Навчальна копія";
    OLD_TYPE = "Old type", "Gammel type", "Stary typ", "Alte Bauart", "Старий тип";
    NEW_TYPE = "New type", "Ny type", "Nowy typ", "Neue Bauart", "Новий тип";
    BUS = "Bus {0}", "Buss {0}", "Autobus {0}", "Bus {0}", "Автобус {0}";
    SIDE_BY_SIDE = "Side by side", "Side om side", "Obok siebie", "Nebeneinander", "Поруч";
    DISPLAY = "Display", "Display", "Wyświetlacz", "Anzeige", "Дисплей";
    FRONT = "Where the card is held", "Der kortet holdes", "Miejsce zbliżenia karty", "Wo die Karte gehalten wird", "Куди прикладати картку";
    POCKET = "Side pocket for internet top-ups", "Sidelomme for nettpåfylling", "Boczna kieszeń do doładowań internetowych", "Seitenfach für Internet-Aufladungen", "Бічна кишеня для поповнень з інтернету";
    LAMP_ON = "Red lamp lit", "Rød lampe lyser", "Czerwona lampka świeci", "Rote Lampe leuchtet", "Червона лампа світиться";
    LAMP_OFF = "Red lamp off", "Rød lampe av", "Czerwona lampka zgaszona", "Rote Lampe aus", "Червона лампа не світиться";
    QUIET = "No beep", "Ingen pip", "Bez sygnału", "Kein Piepton", "Без сигналу";
    KEY_N = "N: normal ticket", "N: vanlig billett", "N: bilet normalny", "N: Normalfahrschein", "N: звичайний квиток";
    KEY_U = "U: reduced ticket", "U: rabattbillett", "U: bilet ulgowy", "U: ermäßigter Fahrschein", "U: пільговий квиток";
    KEY_S = "S: check of the card; twice: top-up", "S: kontroll av kortet; to ganger: påfylling", "S: sprawdzenie karty; dwa razy: doładowanie", "S: Karte prüfen; zweimal: aufladen", "S: перевірка картки; двічі: поповнення";
    TAKE_AWAY = "Take away", "Ta bort", "Zabierz", "Wegnehmen", "Забрати";
    NO_RUN = "Not in service", "Ikke i rute", "Poza kursem", "Nicht im Einsatz", "Поза рейсом";
    STOP = "Stop {0}: {1}", "Holdeplass {0}: {1}", "Przystanek {0}: {1}", "Haltestelle {0}: {1}", "Зупинка {0}: {1}";

    HOLD = "Hold to the validator", "Hold mot kortleseren", "Przyłóż do kasownika", "An den Entwerter halten", "Прикласти до валідатора";
    HOLD_HINT = "Press and hold: the card is there as long as you hold", "Trykk og hold: kortet er der så lenge du holder", "Naciśnij i trzymaj: karta jest przyłożona, dopóki trzymasz", "Drücken und halten: die Karte ist dort, solange Sie halten", "Натисніть і тримайте: картка там, доки тримаєте";
    TAP_FOR = "Tap ({0})", "Tapp ({0})", "Zbliż na {0}", "Antippen ({0})", "Торкнутися ({0})";
    LEAVE = "Leave it there", "La det ligge der", "Zostaw przyłożoną", "Dort lassen", "Залишити там";
    INTO_POCKET = "Into the pocket", "I lommen", "Do kieszeni", "Ins Seitenfach", "У кишеню";
    INVITE = "Hold a card against the validator, or drag it there.", "Hold et kort mot kortleseren, eller dra det dit.", "Przyłóż kartę do kasownika albo ją tam przeciągnij.", "Halten Sie eine Karte an den Entwerter, oder ziehen Sie sie dorthin.", "Прикладіть картку до валідатора або перетягніть її туди.";
    EMPTY = "There is no card in the wallet.", "Det er ikke noe kort i lommeboka.", "W portfelu nie ma żadnej karty.", "In der Brieftasche ist keine Karte.", "У гаманці немає картки.";
    HELD_FOR = "How long a tap holds the card", "Hvor lenge et tapp holder kortet", "Jak długo trzymać kartę przy zbliżeniu", "Wie lange ein Antippen die Karte hält", "Як довго дотик тримає картку";
    PERSONALISED = "Personalised card", "Personlig kort", "Karta imienna", "Persönliche Karte", "Іменна картка";
    AT_VALIDATOR = "at a validator", "ved en kortleser", "przy kasowniku", "an einem Entwerter", "біля валідатора";
    NO_PURSE = "no purse", "ingen e-lommebok", "bez portmonetki", "keine Geldbörse", "без е-гаманця";
    WITHOUT_PURSE = "Leave empty for a card without a purse", "La stå tomt for et kort uten e-lommebok", "Zostaw puste, jeśli karta ma być bez portmonetki", "Leer lassen für eine Karte ohne Geldbörse", "Залиште порожнім для картки без е-гаманця";
    AMOUNT = "Amount (zł)", "Beløp (zł)", "Kwota (zł)", "Betrag (zł)", "Сума (zł)";

    LINE = "Line and driver", "Linje og sjåfør", "Linia i kierowca", "Linie und Fahrer", "Лінія та водій";
    NEXT_STOP = "Next stop", "Neste holdeplass", "Następny przystanek", "Nächste Haltestelle", "Наступна зупинка";
    END_RUN = "End of the run", "Avslutt turen", "Koniec kursu", "Ende der Fahrt", "Кінець рейсу";
    DEPART = "Begin the next run", "Start neste tur", "Rozpocznij następny kurs", "Nächste Fahrt beginnen", "Почати наступний рейс";
    BLOCK = "Block the validators", "Sperr kortleserne", "Zablokuj kasowniki", "Entwerter sperren", "Заблокувати валідатори";
    UNBLOCK = "Release the validators", "Opphev sperringen", "Odblokuj kasowniki", "Entwerter freigeben", "Розблокувати валідатори";
    POWER = "Power", "Strøm", "Zasilanie", "Strom", "Живлення";
    POWER_ON = "on", "på", "włączone", "an", "увімкнено";
    POWER_OFF = "off", "av", "wyłączone", "aus", "вимкнено";
    DIRECTION = "Line {0} to {1}", "Linje {0} til {1}", "Linia {0} do {1}", "Linie {0} nach {1}", "Лінія {0} до {1}";

    SHOP = "Web shop", "Nettbutikk", "Sklep internetowy", "Webshop", "Інтернет-крамниця";
    SHOP_HINT = "What is bought here waits until the card fetches it in a side pocket, or at the service point.", "Det du kjøper her, venter til kortet henter det i en sidelomme eller på servicepunktet.", "Zakup czeka, aż karta odbierze go w bocznej kieszeni albo w punkcie obsługi.", "Was Sie hier kaufen, wartet, bis die Karte es im Seitenfach oder an der Servicestelle abholt.", "Куплене тут чекає, доки картка забере його в бічній кишені або в пункті обслуговування.";
    TOP_UP = "Order a top-up", "Bestill påfylling", "Zamów doładowanie", "Aufladung bestellen", "Замовити поповнення";
    ORDER_PERIOD = "Order a period ticket", "Bestill periodebillett", "Zamów bilet okresowy", "Zeitkarte bestellen", "Замовити проїзний";
    WAITING = "Waiting", "Venter", "Oczekuje", "Wartet", "Чекає";
    NOTHING_WAITS = "Nothing waits.", "Ingenting venter.", "Nic nie czeka.", "Nichts wartet.", "Нічого не чекає.";
    PURSE_ORDER = "{0} for the purse", "{0} til e-lommeboka", "{0} do portmonetki", "{0} für die Geldbörse", "{0} для е-гаманця";
    PERIOD_ORDER = "period ticket {0} – {1}", "periodebillett {0} – {1}", "bilet okresowy {0} – {1}", "Zeitkarte {0} – {1}", "проїзний {0} – {1}";
    CARD = "Card", "Kort", "Karta", "Karte", "Картка";
    FARE = "Fare", "Takst", "Taryfa", "Tarif", "Тариф";
    FROM_DAY = "First day", "Første dag", "Od dnia", "Erster Tag", "Перший день";
    UNTIL_DAY = "Last day", "Siste dag", "Do dnia", "Letzter Tag", "Останній день";
    DAYS = "Days", "Dager", "Dni", "Tage", "Дні";

    SERVICE = "Service point", "Servicepunkt", "Punkt obsługi", "Servicestelle", "Пункт обслуговування";
    READ = "Read the card", "Les kortet", "Odczytaj kartę", "Karte auslesen", "Зчитати картку";
    FETCH = "Put on it what was ordered", "Legg inn det som er bestilt", "Wgraj zamówienia", "Bestelltes auf die Karte laden", "Записати замовлене";
    LOAD = "Load the purse", "Fyll på e-lommeboka", "Doładuj portmonetkę", "Geldbörse aufladen", "Поповнити е-гаманець";
    SELL_CARD = "Sell a card", "Selg et kort", "Sprzedaj kartę", "Karte verkaufen", "Продати картку";
    FIRST_LOAD = "First load (zł)", "Første påfylling (zł)", "Pierwsze doładowanie (zł)", "Erste Aufladung (zł)", "Перше поповнення (zł)";
    SELL_PERIOD = "Sell a period ticket", "Selg periodebillett", "Sprzedaj bilet okresowy", "Zeitkarte verkaufen", "Продати проїзний";
    ENTITLE = "Write an entitlement", "Legg inn rettighet", "Zapisz uprawnienie", "Berechtigung eintragen", "Записати право на пільгу";
    ENTITLEMENT = "Entitlement", "Rettighet", "Uprawnienie", "Berechtigung", "Право на пільгу";
    SET_FARE = "Set the fare of a plain tap", "Sett taksten for vanlig tapp", "Ustaw taryfę zwykłego zbliżenia", "Tarif des einfachen Antippens setzen", "Установити тариф простого дотику";
    NO_FARE = "none", "ingen", "brak", "keiner", "немає";
    SET_DAYS = "Set the card's first and last day", "Sett kortets første og siste dag", "Ustaw pierwszy i ostatni dzień karty", "Ersten und letzten Tag der Karte setzen", "Установити перший і останній день картки";
    REPORT_LOST = "Report as lost", "Meld tapt", "Zgłoś zgubienie", "Als verloren melden", "Заявити про втрату";
    REPORT_FOUND = "Report as found", "Meld funnet", "Zgłoś odnalezienie", "Als gefunden melden", "Заявити, що знайдено";

    INSPECTOR = "Inspector", "Billettkontroll", "Kontrola biletów", "Kontrolle", "Контроль квитків";
    INSPECT = "Check the card", "Kontroller kortet", "Sprawdź kartę", "Karte kontrollieren", "Перевірити картку";
    INSPECTOR_HINT = "What the inspector's own reader says of a card on this bus.", "Hva kontrollørens egen leser sier om et kort på denne bussen.", "Co czytnik kontrolera mówi o karcie w tym autobusie.", "Was das Gerät der Kontrolle zu einer Karte in diesem Bus sagt.", "Що зчитувач контролера каже про картку в цьому автобусі.";
    VALID = "valid", "gyldig", "ważny", "gültig", "дійсний";
    NOT_VALID = "not valid", "ikke gyldig", "nieważny", "nicht gültig", "недійсний";
    TARIFF = "Tariff", "Takstprofil", "Taryfa", "Tarif", "Тариф";
    PRICES = "What a ride costs (zł)", "Hva en reise koster (zł)", "Ile kosztuje przejazd (zł)", "Was eine Fahrt kostet (zł)", "Скільки коштує поїздка (zł)";
    SINGLE = "Single ticket, taken in advance", "Enkeltbillett, trekkes på forskudd", "Bilet jednorazowy, pobierany z góry", "Einzelfahrschein, vorab abgebucht", "Разовий квиток, списується наперед";
    LOAD_CLASS = "Last load of {0} or more", "Siste påfylling på {0} eller mer", "Ostatnie doładowanie od {0}", "Letzte Aufladung ab {0}", "Останнє поповнення від {0}";
    UP_TO_STOPS = "up to {0} stops", "inntil {0} holdeplasser", "do {0} przystanków", "bis {0} Haltestellen", "до {0} зупинок";
    FURTHER = "further", "lenger", "dalej", "weiter", "далі";
    OTHER_PLACE = "To the quay with its shore-power pedestal", "Til kaia med strømsøylen", "Do nabrzeża ze słupkiem zasilania", "Zum Kai mit der Stromsäule", "До причалу з електроколонкою";
}
