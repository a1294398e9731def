//! What was done on the bus, what came of it and why something was refused, as sentences; and what a person types.

#![cfg_attr(test, allow(missing_docs, reason = "the tables' `ALL` is for tests alone"))]

pub mod clause;
pub mod name;

use firmware_core::card::{Damage, FareKind};
use firmware_core::money::{Grosz, Ore};
use firmware_core::time::Date;
use firmware_core::validator::fare::ANY_STOPS;
use firmware_core::validator::{Face, Goods, Key, Order, field_at};
use world::bus::Bus;
use world::bus::act::{Act, Answer, Reader, Refusal};
use world::bus::inspector::{Basis, Control, Verdict};
use world::bus::service::{Readout, ReadoutLine};
use world::bus::shop::{FETCH_DAYS, PERIOD_DAYS, TOP_UP_MIN};
use world::bus::wallet::{Entitlement, PURSE_MAX, Standing};
use world::session::Outcome;
use world::word::Word as _;
use world::world::{Happening, World as _};

pub use self::clause::clause;
pub use self::name::{
    account, beeps, cause, choice, days, entitlement, face, fare, field, issue, operation, screen, setting, standing,
    tariff, unit,
};
use crate::i18n::{Language, Words, answer, decimal, entry, fill, sentence, texts};

texts! {
    at most 170 letters;
    DID_HOLD = "You hold “{0}” against the validator.", "Du holder «{0}» mot kortleseren.", "Przykładasz kartę „{0}” do kasownika.", "Sie halten „{0}“ an den Entwerter.", "Ви прикладаєте «{0}» до валідатора.";
    DID_POCKET = "You put “{0}” into the side pocket.", "Du setter «{0}» i sidelommen.", "Wkładasz kartę „{0}” do bocznej kieszeni.", "Sie stecken „{0}“ ins Seitenfach.", "Ви вкладаєте «{0}» у бічну кишеню.";
    DID_TAKE = "You take the card away from the validator.", "Du tar kortet bort fra kortleseren.", "Odsuwasz kartę od kasownika.", "Sie nehmen die Karte vom Entwerter weg.", "Ви забираєте картку від валідатора.";
    DID_TAKE_OUT = "You take the card out of the side pocket.", "Du tar kortet ut av sidelommen.", "Wyjmujesz kartę z bocznej kieszeni.", "Sie nehmen die Karte aus dem Seitenfach.", "Ви виймаєте картку з бічної кишені.";
    DID_PRESS = "You press {0}.", "Du trykker på {0}.", "Wciskasz klawisz {0}.", "Sie drücken {0}.", "Ви натискаєте {0}.";
    DID_RELEASE = "You let go of {0}.", "Du slipper {0}.", "Puszczasz klawisz {0}.", "Sie lassen {0} los.", "Ви відпускаєте {0}.";
    DID_TOUCH = "You touch “{0}” on the display.", "Du trykker på «{0}» på skjermen.", "Dotykasz na wyświetlaczu pola „{0}”.", "Sie berühren „{0}“ auf der Anzeige.", "Ви торкаєтеся «{0}» на дисплеї.";
    DID_TOUCH_NOTHING = "You touch the display beside the fields.", "Du trykker på skjermen utenfor feltene.", "Dotykasz wyświetlacza poza polami.", "Sie berühren die Anzeige neben den Feldern.", "Ви торкаєтеся дисплея поза полями.";
    DID_LIFT = "You lift your finger off the display.", "Du løfter fingeren fra skjermen.", "Odrywasz palec od wyświetlacza.", "Sie nehmen den Finger von der Anzeige.", "Ви піднімаєте палець з дисплея.";
    DID_WALK_OLD = "You go to the old validator of bus {0}.", "Du går til den gamle kortleseren på buss {0}.", "Podchodzisz do starego kasownika w autobusie {0}.", "Sie gehen zum alten Entwerter von Bus {0}.", "Ви підходите до старого валідатора в автобусі {0}.";
    DID_WALK_NEW = "You go to the new validator of bus {0}.", "Du går til den nye kortleseren på buss {0}.", "Podchodzisz do nowego kasownika w autobusie {0}.", "Sie gehen zum neuen Entwerter von Bus {0}.", "Ви підходите до нового валідатора в автобусі {0}.";
    DID_NEXT_STOP = "The driver goes on to the next stop.", "Sjåføren kjører videre til neste holdeplass.", "Kierowca jedzie do następnego przystanku.", "Der Fahrer fährt zur nächsten Haltestelle.", "Водій їде до наступної зупинки.";
    DID_END_RUN = "The driver ends the run.", "Sjåføren avslutter turen.", "Kierowca kończy kurs.", "Der Fahrer beendet die Fahrt.", "Водій завершує рейс.";
    DID_DEPART = "The driver begins the next run.", "Sjåføren begynner på neste tur.", "Kierowca rozpoczyna następny kurs.", "Der Fahrer beginnt die nächste Fahrt.", "Водій починає наступний рейс.";
    DID_BLOCK = "The driver blocks the validators.", "Sjåføren sperrer kortleserne.", "Kierowca blokuje kasowniki.", "Der Fahrer sperrt die Entwerter.", "Водій блокує валідатори.";
    DID_UNBLOCK = "The driver unblocks the validators.", "Sjåføren opphever sperringen av kortleserne.", "Kierowca odblokowuje kasowniki.", "Der Fahrer gibt die Entwerter frei.", "Водій розблоковує валідатори.";
    DID_POWER_OFF = "Both buses are switched off.", "Begge bussene slås av.", "Oba autobusy zostają wyłączone.", "Beide Busse werden ausgeschaltet.", "Обидва автобуси вимкнено.";
    DID_POWER_ON = "Both buses are switched on.", "Begge bussene slås på.", "Oba autobusy zostają włączone.", "Beide Busse werden eingeschaltet.", "Обидва автобуси ввімкнено.";

    DID_CREATE = "You get the card “{0}” ({1}) with {2} in its purse.", "Du får kortet «{0}» ({1}) med {2} i e-lommeboka.", "Dostajesz kartę „{0}” ({1}), w portmonetce {2}.", "Sie bekommen die Karte „{0}“ ({1}) mit {2} in der Geldbörse.", "Ви отримуєте картку «{0}» ({1}), в е-гаманці {2}.";
    DID_CREATE_WITHOUT = "You get the card “{0}” ({1}) without a purse.", "Du får kortet «{0}» ({1}) uten e-lommebok.", "Dostajesz kartę „{0}” ({1}) bez portmonetki.", "Sie bekommen die Karte „{0}“ ({1}) ohne Geldbörse.", "Ви отримуєте картку «{0}» ({1}) без е-гаманця.";
    DID_RENAME = "You rename “{0}” to “{1}”.", "Du gir «{0}» navnet «{1}».", "Zmieniasz nazwę karty „{0}” na „{1}”.", "Sie benennen „{0}“ in „{1}“ um.", "Ви перейменовуєте «{0}» на «{1}».";
    DID_DISCARD = "You throw “{0}” away.", "Du kaster «{0}».", "Wyrzucasz kartę „{0}”.", "Sie werfen „{0}“ weg.", "Ви викидаєте «{0}».";
    DID_DESTROY = "You punch a hole in “{0}”.", "Du lager hull i «{0}».", "Przedziurawiasz kartę „{0}”.", "Sie lochen „{0}“.", "Ви пробиваєте отвір у «{0}».";
    DID_LOSE = "You lose “{0}”.", "Du mister «{0}».", "Gubisz kartę „{0}”.", "Sie verlieren „{0}“.", "Ви губите «{0}».";

    DID_SELL = "The service point sells “{0}” ({1}) with a first load of {2}.", "Servicepunktet selger «{0}» ({1}) med en første påfylling på {2}.", "Punkt obsługi sprzedaje kartę „{0}” ({1}) z pierwszym doładowaniem {2}.", "Die Servicestelle verkauft „{0}“ ({1}) mit einer ersten Aufladung von {2}.", "Пункт обслуговування продає «{0}» ({1}) з першим поповненням {2}.";
    DID_LOAD = "The service point puts {1} on “{0}”.", "Servicepunktet fyller på «{0}» med {1}.", "Punkt obsługi doładowuje kartę „{0}” kwotą {1}.", "Die Servicestelle lädt {1} auf „{0}“.", "Пункт обслуговування поповнює «{0}» на {1}.";
    DID_SELL_PERIOD = "The service point puts a period ticket on “{0}”: {1}, from {2} to {3}.", "Servicepunktet legger en periodebillett på «{0}»: {1}, fra {2} til {3}.", "Punkt obsługi zapisuje na karcie „{0}” bilet okresowy: {1}, od {2} do {3}.", "Die Servicestelle legt eine Zeitkarte auf „{0}“: {1}, von {2} bis {3}.", "Пункт обслуговування записує на «{0}» проїзний: {1}, з {2} до {3}.";
    DID_ENTITLE_REDUCED = "The service point entitles “{0}” to reduced fares until {1}.", "Servicepunktet gir «{0}» rett til redusert takst til og med {1}.", "Punkt obsługi zapisuje na karcie „{0}” uprawnienie do przejazdów ulgowych do {1}.", "Die Servicestelle berechtigt „{0}“ zum ermäßigten Tarif bis {1}.", "Пункт обслуговування дає «{0}» право на пільговий тариф до {1}.";
    DID_ENTITLE_FREE = "The service point entitles “{0}” to free travel until {1}.", "Servicepunktet gir «{0}» rett til gratis reise til og med {1}.", "Punkt obsługi zapisuje na karcie „{0}” uprawnienie do bezpłatnych przejazdów do {1}.", "Die Servicestelle berechtigt „{0}“ zu freier Fahrt bis {1}.", "Пункт обслуговування дає «{0}» право на безплатний проїзд до {1}.";
    DID_SET_NORMAL = "The service point sets “{0}” to the normal fare.", "Servicepunktet stiller inn «{0}» på normal takst.", "Punkt obsługi ustawia na karcie „{0}” taryfę normalną.", "Die Servicestelle stellt „{0}“ auf den Normaltarif.", "Пункт обслуговування ставить на «{0}» звичайний тариф.";
    DID_SET_REDUCED = "The service point sets “{0}” to the reduced fare.", "Servicepunktet stiller inn «{0}» på redusert takst.", "Punkt obsługi ustawia na karcie „{0}” taryfę ulgową.", "Die Servicestelle stellt „{0}“ auf den ermäßigten Tarif.", "Пункт обслуговування ставить на «{0}» пільговий тариф.";
    DID_SET_NO_FARE = "The service point sets no fare on “{0}” any more.", "Servicepunktet fjerner taksten som var valgt på «{0}».", "Punkt obsługi usuwa z karty „{0}” ustawioną taryfę.", "Die Servicestelle nimmt den Tarif von „{0}“ weg.", "Пункт обслуговування прибирає тариф із «{0}».";
    DID_SET_DAYS = "The service point makes “{0}” valid from {1} to {2}.", "Servicepunktet gjør «{0}» gyldig fra {1} til {2}.", "Punkt obsługi ustawia ważność karty „{0}” od {1} do {2}.", "Die Servicestelle macht „{0}“ von {1} bis {2} gültig.", "Пункт обслуговування робить «{0}» дійсною з {1} до {2}.";
    DID_READ = "The service point reads “{0}”.", "Servicepunktet leser av «{0}».", "Punkt obsługi odczytuje kartę „{0}”.", "Die Servicestelle liest „{0}“ aus.", "Пункт обслуговування зчитує «{0}».";
    DID_FETCH = "The service point puts the web orders on “{0}”.", "Servicepunktet legger nettbestillingene på «{0}».", "Punkt obsługi przenosi na kartę „{0}” zamówienia internetowe.", "Die Servicestelle legt die Web-Bestellungen auf „{0}“.", "Пункт обслуговування переносить на «{0}» замовлення з інтернету.";
    DID_REPORT_LOST = "You report “{0}” lost at the service point.", "Du melder «{0}» tapt på servicepunktet.", "Zgłaszasz w punkcie obsługi utratę karty „{0}”.", "Sie melden „{0}“ an der Servicestelle als verloren.", "Ви заявляєте в пункті обслуговування про втрату «{0}».";
    DID_REPORT_FOUND = "You report “{0}” found at the service point.", "Du melder «{0}» funnet på servicepunktet.", "Zgłaszasz w punkcie obsługi odnalezienie karty „{0}”.", "Sie melden „{0}“ an der Servicestelle als gefunden.", "Ви заявляєте в пункті обслуговування, що «{0}» знайдено.";
    DID_ORDER = "You order {1} for “{0}” in the web shop.", "Du bestiller {1} til «{0}» i nettbutikken.", "Zamawiasz w sklepie internetowym {1} na kartę „{0}”.", "Sie bestellen {1} für „{0}“ im Webshop.", "Ви замовляєте {1} для «{0}» в інтернет-крамниці.";
    DID_ORDER_PERIOD = "You order a period ticket for “{0}” in the web shop: {1}, {2} from {3}.", "Du bestiller en periodebillett til «{0}» i nettbutikken: {1}, {2} fra {3}.", "Zamawiasz w sklepie internetowym bilet okresowy na kartę „{0}”: {1}, {2} od {3}.", "Sie bestellen eine Zeitkarte für „{0}“ im Webshop: {1}, {2} ab {3}.", "Ви замовляєте проїзний для «{0}» в інтернет-крамниці: {1}, {2} з {3}.";
    DID_INSPECT = "The inspector checks “{0}”.", "Kontrolløren sjekker «{0}».", "Kontroler sprawdza kartę „{0}”.", "Die Kontrolle prüft „{0}“.", "Контролер перевіряє «{0}».";

    DID_SET_CLOCK = "Date and time are set to {0}.", "Dato og klokkeslett stilles til {0}.", "Data i godzina zostają ustawione na {0}.", "Datum und Uhrzeit werden auf {0} gestellt.", "Дату й час установлено на {0}.";
    DID_CONFIGURE = "You set “{0}” to {1}.", "Du setter «{0}» til {1}.", "Ustawiasz „{0}”: {1}.", "Sie setzen „{0}“ auf {1}.", "Ви встановлюєте «{0}»: {1}.";
    DID_SET_TARIFF = "The tariff “{0}” applies from now on.", "Prislisten «{0}» gjelder fra nå av.", "Od teraz obowiązuje cennik „{0}”.", "Ab jetzt gilt der Tarif „{0}“.", "Відтепер діє тариф «{0}».";
    DID_SET_SINGLE = "From now on a single ticket ({0}) costs {1}.", "Fra nå av koster en enkeltbillett ({0}) {1}.", "Od teraz bilet jednorazowy ({0}) kosztuje {1}.", "Ab jetzt kostet ein Einzelfahrschein ({0}) {1}.", "Відтепер разовий квиток ({0}) коштує {1}.";
    DID_SET_BAND = "From now on, in load class {0}, a ride of up to {1} stops ({2}) costs {3}.", "Fra nå av koster en reise på opptil {1} holdeplasser ({2}) {3} i påfyllingsklasse {0}.", "Od teraz w klasie doładowania {0} przejazd do {1} przystanków ({2}) kosztuje {3}.", "Ab jetzt kostet in Aufladestufe {0} eine Fahrt bis {1} Haltestellen ({2}) {3}.", "Відтепер у класі поповнення {0} поїздка до {1} зупинок ({2}) коштує {3}.";
    DID_SET_LAST_BAND = "From now on, in load class {0}, the longest ride ({1}) costs {2}.", "Fra nå av koster den lengste reisen ({1}) {2} i påfyllingsklasse {0}.", "Od teraz w klasie doładowania {0} najdłuższy przejazd ({1}) kosztuje {2}.", "Ab jetzt kostet in Aufladestufe {0} die längste Fahrt ({1}) {2}.", "Відтепер у класі поповнення {0} найдовша поїздка ({1}) коштує {2}.";

    HAPPENED_OLD = "Bus {0}, old validator: {1}", "Buss {0}, gammel kortleser: {1}", "Autobus {0}, stary kasownik: {1}", "Bus {0}, alter Entwerter: {1}", "Автобус {0}, старий валідатор: {1}";
    HAPPENED_NEW = "Bus {0}, new validator: {1}", "Buss {0}, ny kortleser: {1}", "Autobus {0}, nowy kasownik: {1}", "Bus {0}, neuer Entwerter: {1}", "Автобус {0}, новий валідатор: {1}";

    CARD_AT_VALIDATOR = "“{0}” is at a validator; take it away from there first.", "«{0}» er ved en kortleser; ta det bort derfra først.", "Karta „{0}” jest przy kasowniku; najpierw ją stamtąd zabierz.", "„{0}“ ist an einem Entwerter; nehmen Sie sie dort erst weg.", "«{0}» біля валідатора; спершу заберіть її звідти.";
    POCKET_TAKEN = "A card is in the side pocket; take it out first.", "Det står et kort i sidelommen; ta det ut først.", "W bocznej kieszeni jest już karta; najpierw ją wyjmij.", "Im Seitenfach steckt schon eine Karte; nehmen Sie sie erst heraus.", "У бічній кишені вже є картка; спершу вийміть її.";
    FRONT_TAKEN = "A card is held to the validator; take it away first.", "Et kort holdes allerede mot kortleseren; ta det bort først.", "Przy kasowniku jest już karta; najpierw ją odsuń.", "Am Entwerter ist schon eine Karte; nehmen Sie sie erst weg.", "Біля валідатора вже є картка; спершу заберіть її.";
    POCKET_EMPTY = "There is no card in the side pocket.", "Det står ikke noe kort i sidelommen.", "W bocznej kieszeni nie ma karty.", "Im Seitenfach steckt keine Karte.", "У бічній кишені немає картки.";
    FRONT_EMPTY = "There is no card at the validator.", "Det er ikke noe kort ved kortleseren.", "Przy kasowniku nie ma karty.", "Am Entwerter ist keine Karte.", "Біля валідатора немає картки.";
    NO_SUCH_BUS = "There is no bus {0}; board 1 or 2.", "Det finnes ingen buss {0}; gå på buss 1 eller 2.", "Nie ma autobusu {0}; wsiądź do autobusu 1 lub 2.", "Es gibt keinen Bus {0}; steigen Sie in 1 oder 2.", "Автобуса {0} немає; сядьте в 1 або 2.";
    NO_KEYS = "The new validator has no keys; touch its display.", "Den nye kortleseren har ingen taster; trykk på skjermen.", "Nowy kasownik nie ma klawiszy; dotknij jego wyświetlacza.", "Der neue Entwerter hat keine Tasten; berühren Sie seine Anzeige.", "Новий валідатор не має клавіш; торкніться його дисплея.";
    NO_TOUCH = "The old validator has no touch display; press its keys.", "Den gamle kortleseren har ikke berøringsskjerm; bruk tastene.", "Stary kasownik nie ma ekranu dotykowego; użyj jego klawiszy.", "Der alte Entwerter hat keine Berührungsanzeige; drücken Sie seine Tasten.", "Старий валідатор не має сенсорного дисплея; натисніть його клавіші.";
    LAST_STOP = "This is the last stop; begin the next run.", "Dette er siste holdeplass; begynn på neste tur.", "To ostatni przystanek; rozpocznij następny kurs.", "Dies ist die letzte Haltestelle; beginnen Sie die nächste Fahrt.", "Це остання зупинка; почніть наступний рейс.";
    NO_RUN = "The bus is on no run; begin the next one.", "Bussen er ikke ute på noen tur; begynn på den neste.", "Autobus nie wykonuje żadnego kursu; rozpocznij następny.", "Der Bus ist auf keiner Fahrt; beginnen Sie die nächste.", "Автобус не в рейсі; почніть наступний.";
    NO_MORE_RUNS = "This bus has no more numbers for runs.", "Denne bussen har ikke flere turnumre.", "Temu autobusowi zabrakło numerów kursów.", "Dieser Bus hat keine Fahrtnummern mehr.", "У цього автобуса закінчилися номери рейсів.";
    DESTROYED = "“{0}” is destroyed.", "«{0}» er ødelagt.", "Karta „{0}” jest zniszczona.", "„{0}“ ist zerstört.", "«{0}» знищено.";
    LOST = "“{0}” is lost.", "«{0}» er mistet.", "Karta „{0}” jest zgubiona.", "„{0}“ ist verloren.", "«{0}» загублено.";
    FOREIGN = "“{0}” is no passenger's card of this city.", "«{0}» er ikke et reisekort fra denne byen.", "Karta „{0}” nie jest kartą pasażera z tego miasta.", "„{0}“ ist keine Fahrgastkarte dieser Stadt.", "«{0}» не є карткою пасажира цього міста.";
    NOT_USABLE = "“{0}” is {1}.", "«{0}» er {1}.", "Karta „{0}” jest {1}.", "„{0}“ ist {1}.", "Картка «{0}» {1}.";
    NO_PURSE = "“{0}” has no purse.", "«{0}» har ingen e-lommebok.", "Karta „{0}” nie ma portmonetki.", "„{0}“ hat keine Geldbörse.", "«{0}» не має е-гаманця.";
    NOT_PERSONALISED = "“{0}” is a bearer card; only personalised cards have an account.", "«{0}» er et upersonlig kort; bare personlige kort har en konto.", "Karta „{0}” jest na okaziciela; konto mają tylko karty imienne.", "„{0}“ ist übertragbar; nur persönliche Karten haben ein Konto.", "«{0}» — картка на пред’явника; рахунок мають лише іменні картки.";
    NEVER_A_PURSE = "Such a card has no purse.", "Et slikt kort har ingen e-lommebok.", "Taka karta nie ma portmonetki.", "Eine solche Karte hat keine Geldbörse.", "Така картка не має е-гаманця.";
    NOT_SOLD = "The service point does not sell such cards.", "Servicepunktet selger ikke slike kort.", "Punkt obsługi nie sprzedaje takich kart.", "Die Servicestelle verkauft solche Karten nicht.", "Пункт обслуговування не продає таких карток.";
    FIRST_LOAD = "The first load of such a card is at least {0}.", "Første påfylling av et slikt kort er på minst {0}.", "Pierwsze doładowanie takiej karty to co najmniej {0}.", "Die erste Aufladung einer solchen Karte ist mindestens {0}.", "Перше поповнення такої картки — щонайменше {0}.";
    TOP_UP_TOO_SMALL = "A top-up is at least {0}.", "En påfylling er på minst {0}.", "Doładowanie to co najmniej {0}.", "Eine Aufladung ist mindestens {0}.", "Поповнення — щонайменше {0}.";
    TOO_MUCH = "A purse holds at most {0}.", "En e-lommebok rommer høyst {0}.", "Portmonetka mieści najwyżej {0}.", "Eine Geldbörse fasst höchstens {0}.", "Е-гаманець уміщує щонайбільше {0}.";
    NO_ROOM = "“{0}” has no place for another period ticket until one has ended.", "«{0}» har ikke plass til en periodebillett til før en er utløpt.", "Na karcie „{0}” nie ma miejsca na kolejny bilet okresowy, dopóki któryś nie wygaśnie.", "„{0}“ hat keinen Platz für eine weitere Zeitkarte, bis eine abgelaufen ist.", "На «{0}» немає місця для ще одного проїзного, доки якийсь не закінчиться.";
    NO_SUCH_PERIOD = "Period tickets are for {0} days and begin today or later.", "Periodebilletter gjelder i {0} dager og begynner i dag eller senere.", "Bilety okresowe są na {0} dni i zaczynają się dziś lub później.", "Zeitkarten gibt es für {0} Tage, ab heute oder später.", "Проїзні бувають на {0} днів і починаються сьогодні або пізніше.";
    DAYS_REVERSED = "The last day cannot come before the first.", "Den siste dagen kan ikke komme før den første.", "Ostatni dzień nie może przypadać przed pierwszym.", "Der letzte Tag kann nicht vor dem ersten liegen.", "Останній день не може бути раніше за перший.";
    ORDER_WAITS = "One such order waits for this card already; fetch it first.", "En slik bestilling venter allerede på dette kortet; hent den først.", "Takie zamówienie już czeka na tę kartę; najpierw je odbierz.", "Eine solche Bestellung wartet schon auf diese Karte; holen Sie sie erst ab.", "Таке замовлення вже чекає на цю картку; спершу заберіть його.";
    NO_ORDERS = "Nothing waits for “{0}” (on buses: {1} days).", "Ingenting venter på «{0}» (på bussene: {1} dager).", "Na kartę „{0}” nic nie czeka (w autobusach: {1} dni).", "Auf „{0}“ wartet nichts (in Bussen: {1} Tage).", "На «{0}» нічого не чекає (в автобусах: {1} днів).";
    REPORTED_ALREADY = "“{0}” has been reported lost already.", "«{0}» er allerede meldt tapt.", "Utratę karty „{0}” już zgłoszono.", "„{0}“ ist schon als verloren gemeldet.", "Про втрату «{0}» вже заявлено.";
    NOT_REPORTED = "Nobody has reported “{0}” lost.", "Ingen har meldt «{0}» tapt.", "Nikt nie zgłosił utraty karty „{0}”.", "Niemand hat „{0}“ als verloren gemeldet.", "Ніхто не заявляв про втрату «{0}».";
    HOTLIST_FULL = "The list of lost cards is full; report one found first.", "Listen over tapte kort er full; meld ett av dem funnet først.", "Lista zastrzeżonych kart jest pełna; najpierw zgłoś odnalezienie jednej z nich.", "Die Liste verlorener Karten ist voll; melden Sie erst eine als gefunden.", "Список загублених карток повний; спершу заявіть, що якусь знайдено.";
    NO_POWER = "The buses are switched off.", "Bussene er slått av.", "Autobusy są wyłączone.", "Die Busse sind ausgeschaltet.", "Автобуси вимкнено.";
    POWER_IS_ON = "The buses are switched on already.", "Bussene er allerede slått på.", "Autobusy są już włączone.", "Die Busse sind schon eingeschaltet.", "Автобуси вже ввімкнено.";
    STARTING = "The bus computer is still starting.", "Datamaskinen på bussen holder fortsatt på å starte.", "Komputer w autobusie jeszcze się uruchamia.", "Der Bordrechner startet noch.", "Комп’ютер автобуса ще запускається.";

    BAD_SETTING = "{0} cannot be {1}: it must lie between {2} and {3}.", "«{0}» kan ikke være {1}: det må ligge mellom {2} og {3}.", "„{0}” nie może wynosić {1}: dozwolone od {2} do {3}.", "„{0}“ kann nicht {1} sein: erlaubt ist {2} bis {3}.", "«{0}» не може бути {1}: дозволено від {2} до {3}.";
    NO_SUCH_SETTING = "There is no such setting.", "Den innstillingen finnes ikke.", "Nie ma takiego ustawienia.", "Diese Einstellung gibt es nicht.", "Такого налаштування немає.";
    NO_SUCH_TARIFF = "There is no such tariff.", "Den prislisten finnes ikke.", "Nie ma takiego cennika.", "Diesen Tarif gibt es nicht.", "Такого тарифу немає.";
    NO_SUCH_ROW = "There is no such row in the tariff.", "Den raden finnes ikke i prislisten.", "Nie ma takiego wiersza w cenniku.", "Diese Zeile gibt es im Tarif nicht.", "Такого рядка в тарифі немає.";
    BAD_SINGLE = "a {0} single ticket cannot cost {1} zł: between 0.01 and {2} zł.", "En enkeltbillett ({0}) kan ikke koste {1} zł: velg mellom 0,01 og {2} zł.", "Bilet jednorazowy ({0}) nie może kosztować {1} zł: dozwolone od 0,01 do {2} zł.", "Ein Einzelfahrschein ({0}) kann nicht {1} zł kosten: erlaubt sind 0,01 bis {2} zł.", "Разовий квиток ({0}) не може коштувати {1} zł: дозволено від 0,01 до {2} zł.";
    NO_CLASS = "a tariff needs at least one load class.", "En prisliste trenger minst én påfyllingsklasse.", "Cennik musi mieć co najmniej jedną klasę doładowania.", "Ein Tarif braucht mindestens eine Aufladestufe.", "Тарифу потрібен щонайменше один клас поповнення.";
    CLASS_ORDER = "the load class from {0} zł must begin above the class before it.", "Påfyllingsklassen fra {0} zł må begynne over klassen før.", "Klasa doładowania od {0} zł musi zaczynać się powyżej poprzedniej.", "Die Aufladestufe ab {0} zł muss über der vorigen beginnen.", "Клас поповнення від {0} zł має починатися вище за попередній.";
    BAND_ORDER = "in the load class from {0} zł the band of up to {1} stops must reach further than the band before it.", "I påfyllingsklassen fra {0} zł må trinnet på opptil {1} holdeplasser rekke lenger enn trinnet før.", "W klasie doładowania od {0} zł próg do {1} przystanków musi sięgać dalej niż poprzedni.", "In der Aufladestufe ab {0} zł muss die Stufe bis {1} Haltestellen weiter reichen als die vorige.", "У класі поповнення від {0} zł ступінь до {1} зупинок має сягати далі за попередній.";
    NO_LAST_BAND = "the load class from {0} zł has no fare for the longest rides.", "Påfyllingsklassen fra {0} zł har ingen pris for de lengste reisene.", "Klasa doładowania od {0} zł nie ma opłaty za najdłuższe przejazdy.", "Die Aufladestufe ab {0} zł hat keinen Preis für die längsten Fahrten.", "Клас поповнення від {0} zł не має ціни найдовших поїздок.";
    LONGEST_ABOVE_SINGLE = "the {0} fare of {1} zł for the longest rides, load class from {2} zł, is above the single ticket of {3} zł.", "Prisen på {1} zł ({0}) for de lengste reisene, påfylling fra {2} zł, er høyere enn enkeltbilletten på {3} zł.", "Bilet {0} za {1} zł na najdłuższe przejazdy, doładowanie od {2} zł, jest droższy niż jednorazowy za {3} zł.", "Der Preis von {1} zł ({0}) für die längsten Fahrten, Aufladung ab {2} zł, liegt über dem Einzelfahrschein von {3} zł.", "Ціна {1} zł ({0}) найдовших поїздок, поповнення від {2} zł, вища за разовий квиток {3} zł.";
    ABOVE_SINGLE = "the {0} fare of {1} zł for up to {2} stops, load class from {3} zł, is above the single ticket of {4} zł.", "Prisen på {1} zł ({0}) for opptil {2} holdeplasser, påfylling fra {3} zł, er høyere enn enkeltbilletten på {4} zł.", "Bilet {0} za {1} zł do {2} przystanków, doładowanie od {3} zł, jest droższy niż jednorazowy za {4} zł.", "Der Preis von {1} zł ({0}) bis {2} Haltestellen, Aufladung ab {3} zł, liegt über dem Einzelfahrschein von {4} zł.", "Ціна {1} zł ({0}) до {2} зупинок, поповнення від {3} zł, вища за разовий квиток {4} zł.";

    READ_PERSONALISED = "{0} (number {1}): personalised card, {2}, from {3} to {4}.", "{0} (nummer {1}): personlig kort, {2}, fra {3} til {4}.", "{0} (numer {1}): karta imienna, {2}, od {3} do {4}.", "{0} (Nummer {1}): persönliche Karte, {2}, von {3} bis {4}.", "{0} (номер {1}): іменна картка, {2}, з {3} до {4}.";
    READ_BEARER = "{0} (number {1}): bearer card, {2}, from {3} to {4}.", "{0} (nummer {1}): upersonlig kort, {2}, fra {3} til {4}.", "{0} (numer {1}): karta na okaziciela, {2}, od {3} do {4}.", "{0} (Nummer {1}): übertragbare Karte, {2}, von {3} bis {4}.", "{0} (номер {1}): картка на пред’явника, {2}, з {3} до {4}.";
    READ_NORMAL = "A plain tap takes the normal fare.", "Uten tastetrykk trekkes normal takst.", "Bez wyboru biletu pobierana jest opłata normalna.", "Einfaches Antippen bucht den Normaltarif ab.", "Простий дотик списує звичайний тариф.";
    READ_REDUCED = "A plain tap takes the reduced fare.", "Uten tastetrykk trekkes redusert takst.", "Bez wyboru biletu pobierana jest opłata ulgowa.", "Einfaches Antippen bucht den ermäßigten Tarif ab.", "Простий дотик списує пільговий тариф.";
    READ_NO_FARE = "No fare is set.", "Ingen takst er valgt.", "Nie ustawiono taryfy.", "Kein Tarif ist gesetzt.", "Тарифу не встановлено.";
    READ_ENTITLED_REDUCED = "Entitled to reduced fares until {0}.", "Har rett til redusert takst til og med {0}.", "Uprawnienie do przejazdów ulgowych do {0}.", "Zum ermäßigten Tarif berechtigt bis {0}.", "Право на пільговий тариф до {0}.";
    READ_ENTITLED_FREE = "Entitled to free travel until {0}.", "Har rett til gratis reise til og med {0}.", "Uprawnienie do bezpłatnych przejazdów do {0}.", "Zu freier Fahrt berechtigt bis {0}.", "Право на безплатний проїзд до {0}.";
    READ_PURSE = "Purse {0}, load class {1}.", "E-lommebok {0}, påfyllingsklasse {1}.", "Portmonetka {0}, klasa doładowania {1}.", "Geldbörse {0}, Aufladestufe {1}.", "Е-гаманець {0}, клас поповнення {1}.";
    READ_NO_PURSE = "No purse.", "Ingen e-lommebok.", "Brak portmonetki.", "Keine Geldbörse.", "Немає е-гаманця.";
    READ_PERIOD = "Period ticket, {0}, from {1} to {2}.", "Periodebillett, {0}, fra {1} til {2}.", "Bilet okresowy {0} od {1} do {2}.", "Zeitkarte, {0}, von {1} bis {2}.", "Проїзний, {0}, з {1} до {2}.";
    READ_RIDE = "Open ride in run {0}: {1} normal, {2} reduced, {3} taken.", "Åpen reise på tur {0}: {1} normal, {2} redusert, {3} trukket.", "Nierozliczony przejazd w kursie {0}: normalne {1}, ulgowe {2}, pobrano {3}.", "Offene Reise auf Fahrt {0}: {1} normal, {2} ermäßigt, {3} abgebucht.", "Незакрита поїздка в рейсі {0}: звичайних {1}, пільгових {2}, списано {3}.";
    READ_ORDER = "Order {0} waits: {1}.", "Bestilling {0} venter: {1}.", "Zamówienie {0} czeka: {1}.", "Bestellung {0} wartet: {1}.", "Замовлення {0} чекає: {1}.";
    READ_ORDER_PERIOD = "Order {0} waits: period ticket to {1}.", "Bestilling {0} venter: periodebillett til {1}.", "Zamówienie {0} czeka: bilet okresowy do {1}.", "Bestellung {0} wartet: Zeitkarte bis {1}.", "Замовлення {0} чекає: проїзний до {1}.";
    READ_AT_STOP = "(line {0}, stop {1})", "(linje {0}, holdeplass {1})", "(linia {0}, przystanek {1})", "(Linie {0}, Haltestelle {1})", "(лінія {0}, зупинка {1})";

    CONTROL_VALID = "{0} (number {1}): valid, {2}.", "{0} (nummer {1}): gyldig, {2}.", "{0} (numer {1}): przejazd ważny, {2}.", "{0} (Nummer {1}): gültig, {2}.", "{0} (номер {1}): дійсний проїзд, {2}.";
    CONTROL_NOT_VALID = "{0} (number {1}): NOT VALID, {2}.", "{0} (nummer {1}): IKKE GYLDIG, {2}.", "{0} (numer {1}): PRZEJAZD NIEWAŻNY, {2}.", "{0} (Nummer {1}): NICHT GÜLTIG, {2}.", "{0} (номер {1}): ПРОЇЗД НЕДІЙСНИЙ, {2}.";
    CONTROL_TICKETS = "Tickets on this ride: {0} normal, {1} reduced.", "Billetter på denne reisen: {0} normal, {1} redusert.", "Bilety na ten przejazd: normalne {0}, ulgowe {1}.", "Fahrscheine auf dieser Reise: {0} normal, {1} ermäßigt.", "Квитки на цю поїздку: звичайних {0}, пільгових {1}.";
    BY_PURSE = "a ticket from the purse is registered here", "en billett fra e-lommeboka er registrert her", "zarejestrowano tu bilet z portmonetki", "ein Fahrschein aus der Geldbörse ist hier erfasst", "тут зареєстровано квиток з е-гаманця";
    BY_PERIOD = "a period ticket is registered here", "en periodebillett er registrert her", "zarejestrowano tu bilet okresowy", "eine Zeitkarte ist hier erfasst", "тут зареєстровано проїзний";
    BY_FREE = "free travel is registered here", "gratis reise er registrert her", "zarejestrowano tu przejazd bezpłatny", "freie Fahrt ist hier erfasst", "тут зареєстровано безплатний проїзд";
    PERIOD_WHILE_BLOCKED = "a period ticket until {0}, and while the validators are blocked that is enough (DK-11)", "en periodebillett til {0}, og så lenge kortleserne er sperret, er det nok (DK-11)", "jest bilet okresowy do {0}, a podczas blokady kasowników to wystarcza (DK-11)", "eine Zeitkarte bis {0}; solange die Entwerter gesperrt sind, reicht das (DK-11)", "проїзний до {0}, а доки валідатори заблоковано, цього досить (DK-11)";
    PERIOD_NOT_REGISTERED = "a period ticket until {0}, not registered on this ride (K-12)", "en periodebillett til {0}, ikke registrert på denne turen (K-12)", "jest bilet okresowy do {0}, ale nie zarejestrowano tego przejazdu (K-12)", "eine Zeitkarte bis {0}, auf dieser Fahrt nicht erfasst (K-12)", "проїзний до {0}, не зареєстрований у цій поїздці (K-12)";
    COMPANIONS_ONLY = "only companions' tickets are registered here", "bare billetter for medreisende er registrert her", "zarejestrowano tu tylko bilety współpasażerów", "nur Fahrscheine von Mitfahrern sind hier erfasst", "тут зареєстровано лише квитки супутників";
    GOT_OFF = "the exit from this ride is registered", "avstigningen fra denne turen er registrert", "zarejestrowano już wyjście z tego przejazdu", "der Ausstieg aus dieser Fahrt ist erfasst", "вихід із цієї поїздки зареєстровано";
    NOTHING = "nothing is registered here", "ingenting er registrert her", "nic tu nie zarejestrowano", "hier ist nichts erfasst", "тут нічого не зареєстровано";
    CARD_NOT_USABLE = "the card is {0}", "kortet er {0}", "karta jest {0}", "die Karte ist {0}", "картка {0}";
    BUS_ON_NO_RUN = "the bus is on no run", "bussen er ikke ute på noen tur", "autobus nie wykonuje żadnego kursu", "der Bus ist auf keiner Fahrt", "автобус не в рейсі";

    TYPED_TOO_FINE = "“{0}” has more than two decimals; the smallest coin is one grosz.", "«{0}» har mer enn to desimaler; den minste mynten er én grosz.", "„{0}” ma więcej niż dwa miejsca po przecinku; najmniejsza moneta to 1 grosz.", "„{0}“ hat mehr als zwei Nachkommastellen; die kleinste Münze ist ein Grosz.", "У «{0}» більше двох знаків після коми; найменша монета — один грош.";
    TYPED_NO_DATE = "The day is missing; write for example 2026-11-20.", "Datoen mangler; skriv for eksempel 2026-11-20.", "Brakuje daty; wpisz na przykład 2026-11-20.", "Der Tag fehlt; schreiben Sie zum Beispiel 2026-11-20.", "Бракує дати; напишіть, наприклад, 2026-11-20.";
    TYPED_BAD_DATE = "“{0}” is not a day between 2000 and 2179; write for example 2026-11-20.", "«{0}» er ikke en dato mellom 2000 og 2179; skriv for eksempel 2026-11-20.", "„{0}” nie jest datą między rokiem 2000 a 2179; wpisz na przykład 2026-11-20.", "„{0}“ ist kein Tag zwischen 2000 und 2179; schreiben Sie zum Beispiel 2026-11-20.", "«{0}» не є днем між 2000 і 2179 роком; напишіть, наприклад, 2026-11-20.";
    TYPED_NO_DAYS = "The number of days is missing; write for example 30.", "Antall dager mangler; skriv for eksempel 30.", "Brakuje liczby dni; wpisz na przykład 30.", "Die Zahl der Tage fehlt; schreiben Sie zum Beispiel 30.", "Бракує кількості днів; напишіть, наприклад, 30.";
    TYPED_BAD_DAYS = "“{0}” is not a number of days; write for example 30.", "«{0}» er ikke et antall dager; skriv for eksempel 30.", "„{0}” nie jest liczbą dni; wpisz na przykład 30.", "„{0}“ ist keine Zahl von Tagen; schreiben Sie zum Beispiel 30.", "«{0}» не є кількістю днів; напишіть, наприклад, 30.";
}

/// What somebody did, for a line of the journal.
pub fn act(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match act {
        Act::Present(Reader::Pocket, name) => say(DID_POCKET, &[name]),
        Act::Present(Reader::Front, name) => say(DID_HOLD, &[name]),
        Act::Take(Reader::Pocket) => say(DID_TAKE_OUT, &[]),
        Act::Take(Reader::Front) => say(DID_TAKE, &[]),
        Act::Press(key) => say(DID_PRESS, &[self::key(*key)]),
        Act::Release(key) => say(DID_RELEASE, &[self::key(*key)]),
        Act::Touch(spot) => match field_at(*spot) {
            Some(field) => say(DID_TOUCH, &[self::field(field).in_language(language)]),
            None => say(DID_TOUCH_NOTHING, &[]),
        },
        Act::Lift => say(DID_LIFT, &[]),
        Act::Walk(bus, Face::Keys) => say(DID_WALK_OLD, &[&bus.to_string()]),
        Act::Walk(bus, Face::Touch) => say(DID_WALK_NEW, &[&bus.to_string()]),
        Act::NextStop => say(DID_NEXT_STOP, &[]),
        Act::EndRun => say(DID_END_RUN, &[]),
        Act::Depart => say(DID_DEPART, &[]),
        Act::Block(true) => say(DID_BLOCK, &[]),
        Act::Block(false) => say(DID_UNBLOCK, &[]),
        Act::PowerOff => say(DID_POWER_OFF, &[]),
        Act::PowerOn => say(DID_POWER_ON, &[]),
        Act::Create(kind, name, balance) => {
            let kind = issue(*kind).in_language(language);
            match balance {
                Some(balance) => say(DID_CREATE, &[name, kind, &paid(language, *balance)]),
                None => say(DID_CREATE_WITHOUT, &[name, kind]),
            }
        }
        Act::Rename(from, to) => say(DID_RENAME, &[from, to]),
        Act::Discard(name) => say(DID_DISCARD, &[name]),
        Act::Destroy(name) => say(DID_DESTROY, &[name]),
        Act::Lose(name) => say(DID_LOSE, &[name]),
        Act::ReportLost(name) => say(DID_REPORT_LOST, &[name]),
        Act::ReportFound(name) => say(DID_REPORT_FOUND, &[name]),
        Act::OrderTopUp(name, amount) => say(DID_ORDER, &[name, &paid(language, *amount)]),
        Act::OrderPeriod(name, kind, from, days) => {
            let kind = fare(*kind).in_language(language);
            say(DID_ORDER_PERIOD, &[name, kind, &self::days(language, *days), &from.to_string()])
        }
        Act::Inspect(name) => say(DID_INSPECT, &[name]),
        Act::SetClock(civil) => say(DID_SET_CLOCK, &[&civil.to_string()]),
        Act::Configure(place, value) => configured(language, *place, *value),
        Act::SetTariff(place) => say(DID_SET_TARIFF, &[tariff(*place)]),
        Act::SetSingle(kind, price) => {
            say(DID_SET_SINGLE, &[fare(*kind).in_language(language), &paid(language, *price)])
        }
        Act::SetBand(class, stops, kind, price) => {
            let (class, kind, price) = (class.to_string(), fare(*kind).in_language(language), paid(language, *price));
            match *stops {
                ANY_STOPS => say(DID_SET_LAST_BAND, &[&class, kind, &price]),
                stops => say(DID_SET_BAND, &[&class, &stops.to_string(), kind, &price]),
            }
        }
        Act::Sell(..)
        | Act::Load(..)
        | Act::SellPeriod(..)
        | Act::Entitle(..)
        | Act::SetFare(..)
        | Act::SetDays(..)
        | Act::ReadOut(_)
        | Act::Fetch(_) => served(language, act),
    }
}

/// What the service point did; empty for what nobody does there.
fn served(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match act {
        Act::Sell(kind, name, amount) => {
            say(DID_SELL, &[name, issue(*kind).in_language(language), &paid(language, *amount)])
        }
        Act::Load(name, amount) => say(DID_LOAD, &[name, &paid(language, *amount)]),
        Act::SellPeriod(name, kind, from, to) => {
            let kind = fare(*kind).in_language(language);
            say(DID_SELL_PERIOD, &[name, kind, &from.to_string(), &to.to_string()])
        }
        Act::Entitle(name, Entitlement::Reduced, until) => say(DID_ENTITLE_REDUCED, &[name, &until.to_string()]),
        Act::Entitle(name, Entitlement::Free, until) => say(DID_ENTITLE_FREE, &[name, &until.to_string()]),
        Act::SetFare(name, Some(FareKind::Normal)) => say(DID_SET_NORMAL, &[name]),
        Act::SetFare(name, Some(FareKind::Reduced)) => say(DID_SET_REDUCED, &[name]),
        Act::SetFare(name, None) => say(DID_SET_NO_FARE, &[name]),
        Act::SetDays(name, from, to) => say(DID_SET_DAYS, &[name, &from.to_string(), &to.to_string()]),
        Act::ReadOut(name) => say(DID_READ, &[name]),
        Act::Fetch(name) => say(DID_FETCH, &[name]),
        _ => String::new(),
    }
}

fn configured(language: Language, place: u8, value: u32) -> String {
    let place = usize::from(place);
    let (name, value) = match Bus::all_settings().nth(place) {
        Some(setting) => {
            let value = match setting.word(value) {
                firmware_core::setting::Word::Choice(word) => choice(language, setting, word),
                firmware_core::setting::Word::Number(number) => unit(setting.unit)
                    .map_or(number.to_string(), |unit| format!("{number} {}", unit.in_language(language))),
            };
            (self::setting(place).in_language(language).to_owned(), value)
        }
        None => (place.to_string(), value.to_string()),
    };
    fill(DID_CONFIGURE.in_language(language), &[&name, &value])
}

fn key(key: Key) -> &'static str {
    match key {
        Key::N => "N",
        Key::U => "U",
        Key::S => "S",
    }
}

/// What the page says to the answer of an act; empty where it was simply done.
pub fn answer(language: Language, answer: &Outcome<Bus>) -> String {
    match answer {
        Ok(Answer::Done) => String::new(),
        Ok(Answer::ReadOut(read)) => readout(language, read),
        Ok(Answer::Control(found)) => control(language, found),
        Err(refused) => refusal(language, refused),
    }
}

/// Why something was refused; in English word for word what the acceptance language expects.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    match refusal {
        Refusal::NoSuchCard(name) => say(answer::NO_SUCH_CARD, &[name]),
        Refusal::NameTaken(name) => say(answer::NAME_TAKEN, &[name]),
        Refusal::BadName => say(answer::BAD_NAME, &[]),
        Refusal::CardAtValidator(name) => say(CARD_AT_VALIDATOR, &[name]),
        Refusal::ReaderOccupied(Reader::Pocket) => say(POCKET_TAKEN, &[]),
        Refusal::ReaderOccupied(Reader::Front) => say(FRONT_TAKEN, &[]),
        Refusal::ReaderEmpty(Reader::Pocket) => say(POCKET_EMPTY, &[]),
        Refusal::ReaderEmpty(Reader::Front) => say(FRONT_EMPTY, &[]),
        Refusal::NoSuchBus(bus) => say(NO_SUCH_BUS, &[&bus.to_string()]),
        Refusal::NoKeys => say(NO_KEYS, &[]),
        Refusal::NoTouch => say(NO_TOUCH, &[]),
        Refusal::LastStop => say(LAST_STOP, &[]),
        Refusal::NoRun => say(NO_RUN, &[]),
        Refusal::NoMoreRuns => say(NO_MORE_RUNS, &[]),
        Refusal::Destroyed(name) => say(DESTROYED, &[name]),
        Refusal::Lost(name) => say(LOST, &[name]),
        Refusal::Foreign(name) => say(FOREIGN, &[name]),
        Refusal::NotUsable(name, stands) => say(NOT_USABLE, &[name, self::stands(language, stands)]),
        Refusal::Unreadable(name, why) => say(answer::UNREADABLE, &[name, damage(language, why)]),
        Refusal::NoPurse(name) => say(NO_PURSE, &[name]),
        Refusal::NotPersonalised(name) => say(NOT_PERSONALISED, &[name]),
        Refusal::NeverAPurse => say(NEVER_A_PURSE, &[]),
        Refusal::NotSold => say(NOT_SOLD, &[]),
        Refusal::FirstLoad(least) => say(FIRST_LOAD, &[&plain(language, *least)]),
        Refusal::TopUpTooSmall => say(TOP_UP_TOO_SMALL, &[&plain(language, TOP_UP_MIN)]),
        Refusal::TooMuch => say(TOO_MUCH, &[&plain(language, PURSE_MAX)]),
        Refusal::NoRoom(name) => say(NO_ROOM, &[name]),
        Refusal::NoSuchPeriod => say(NO_SUCH_PERIOD, &[&periods(language)]),
        Refusal::DaysReversed => say(DAYS_REVERSED, &[]),
        Refusal::OrderWaits => say(ORDER_WAITS, &[]),
        Refusal::NoOrders(name) => say(NO_ORDERS, &[name, &FETCH_DAYS.to_string()]),
        Refusal::ReportedAlready(name) => say(REPORTED_ALREADY, &[name]),
        Refusal::NotReported(name) => say(NOT_REPORTED, &[name]),
        Refusal::HotlistFull => say(HOTLIST_FULL, &[]),
        Refusal::BadSetting(sentence) => bad_setting(language, sentence),
        Refusal::NoPower => say(NO_POWER, &[]),
        Refusal::PowerIsOn => say(POWER_IS_ON, &[]),
        Refusal::Starting => say(STARTING, &[]),
    }
}

/// The refusal carries how the card stands as an English word.
fn stands(language: Language, word: &str) -> &str {
    let known = Standing::ALL.into_iter().find(|standing| standing.word() == word);
    known.map_or(word, |known| standing(known).in_language(language))
}

/// The refusal carries the damage as its English sentence.
fn damage(language: Language, why: &str) -> &str {
    if language == Language::English {
        return why;
    }
    let known = [
        (Damage::BothSlots, answer::BOTH_SLOTS),
        (Damage::Nonsense, answer::NONSENSE),
        (Damage::Ambiguous, answer::AMBIGUOUS),
    ];
    let found = known.into_iter().find(|(damage, _)| damage.to_string() == why);
    found.map_or(answer::OTHER_LAYOUT, |(_, words)| words).in_language(language)
}

/// For how many days there are period tickets: `14, 30, 60, 90`.
fn periods(language: Language) -> String {
    let and_the_last = match language {
        Language::English => ", ",
        Language::Norwegian => " eller ",
        Language::Polish => " lub ",
        Language::German => " oder ",
        Language::Ukrainian => " або ",
    };
    let days = PERIOD_DAYS.map(|days| days.to_string());
    match days.split_last() {
        Some((last, others)) => format!("{}{and_the_last}{last}", others.join(", ")),
        None => String::new(),
    }
}

/// What can be wrong with a setting or a tariff: the refusal carries one of these in English.
const BAD_SETTINGS: [Words; 11] = [
    BAD_SETTING,
    NO_SUCH_SETTING,
    NO_SUCH_TARIFF,
    NO_SUCH_ROW,
    BAD_SINGLE,
    NO_CLASS,
    CLASS_ORDER,
    BAND_ORDER,
    NO_LAST_BAND,
    LONGEST_ABOVE_SINGLE,
    ABOVE_SINGLE,
];

fn bad_setting(language: Language, english: &str) -> String {
    let english = format!("{english}.");
    let known = |words: Words| {
        let values = unfill(words.in_language(Language::English), &english)?;
        let values: Vec<_> = values.into_iter().map(|value| in_words(language, value)).collect();
        let values: Vec<_> = values.iter().map(String::as_str).collect();
        Some(fill(words.in_language(language), &values))
    };
    let told = BAD_SETTINGS.into_iter().find_map(known).filter(|_| language != Language::English);
    told.unwrap_or(english)
}

/// The inverse of [`fill`] for a template whose blanks stand in order: what is in them, if `text` is made from it.
fn unfill<'a>(template: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let (before, blanks) = template.split_once('{').unwrap_or((template, ""));
    let mut rest = text.strip_prefix(before)?;
    let mut values = Vec::new();
    for blank in blanks.split('{').filter(|blank| !blank.is_empty()) {
        let (_, after) = blank.split_once('}')?;
        let (value, behind) = rest.split_once(after)?;
        values.push(value);
        rest = behind;
    }
    rest.is_empty().then_some(values)
}

/// A value of an English sentence in another language: a ticket, a setting, an amount, a number.
fn in_words(language: Language, value: &str) -> String {
    let ticket = [FareKind::Normal, FareKind::Reduced].map(fare);
    let ticket = ticket.into_iter().find(|words| words.in_language(Language::English) == value);
    match ticket.or_else(|| name::setting_named(value)) {
        Some(words) => words.in_language(language).to_owned(),
        None => value.replace('.', &language.decimal_mark().to_string()),
    }
}

/// What the service point has read; in English word for word what the acceptance language expects.
pub fn readout(language: Language, readout: &Readout) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Readout { name, id, standing, days: (from, to), .. } = readout;
    let card = if readout.personalised { READ_PERSONALISED } else { READ_BEARER };
    let standing = self::standing(*standing).in_language(language);
    let mut told = vec![say(card, &[name, &id.0.to_string(), standing, &from.to_string(), &to.to_string()])];
    told.push(match readout.fare {
        Some(FareKind::Normal) => say(READ_NORMAL, &[]),
        Some(FareKind::Reduced) => say(READ_REDUCED, &[]),
        None => say(READ_NO_FARE, &[]),
    });
    told.extend(readout.entitlement.map(|(entitlement, until)| match entitlement {
        Entitlement::Reduced => say(READ_ENTITLED_REDUCED, &[&until.to_string()]),
        Entitlement::Free => say(READ_ENTITLED_FREE, &[&until.to_string()]),
    }));
    told.push(match readout.balance {
        Some(balance) => say(READ_PURSE, &[&plain(language, balance), &readout.load_class.to_string()]),
        None => say(READ_NO_PURSE, &[]),
    });
    told.extend(readout.periods.iter().map(|(kind, from, to)| {
        say(READ_PERIOD, &[fare(*kind).in_language(language), &from.to_string(), &to.to_string()])
    }));
    told.extend(readout.ride.map(|(run, normal, reduced, advance)| {
        let [run, normal, reduced] = [run, normal, reduced].map(|number| number.to_string());
        say(READ_RIDE, &[&run, &normal, &reduced, &plain(language, advance)])
    }));
    told.extend(readout.orders.iter().map(|Order { id, goods, .. }| match goods {
        Goods::Purse(amount) => say(READ_ORDER, &[&id.to_string(), &plain(language, *amount)]),
        Goods::Period(contract) => say(READ_ORDER_PERIOD, &[&id.to_string(), &contract.to.to_string()]),
    }));
    told.extend(readout.log.iter().map(|line| format!("{}.", self::line(language, line))));
    told.join(" ")
}

/// One line of a card's own log.
pub fn line(language: Language, line: &ReadoutLine) -> String {
    let ReadoutLine { at, kind, place: (number, stop), amount, balance, .. } = line;
    let mut told = operation(*kind).in_language(language).to_owned();
    if let Some(at) = at {
        told = format!("{at} {told}");
    }
    let sign = match (*amount < 0, language) {
        (false, _) => "+",
        (true, Language::English) => "-",
        (true, _) => "\u{2212}",
    };
    told = format!("{told} {sign}{}", number_of(language, Grosz(amount.unsigned_abs())));
    if *number > 0 {
        let at_stop = fill(READ_AT_STOP.in_language(language), &[&number.to_string(), &stop.to_string()]);
        told = format!("{told} {at_stop}");
    }
    format!("{told} = {}", plain(language, *balance))
}

/// What the inspector has found; in English word for word what the acceptance language expects.
pub fn control(language: Language, control: &Control) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Control { name, id, verdict, tickets: (normal, reduced) } = control;
    let words = if verdict.is_valid() { CONTROL_VALID } else { CONTROL_NOT_VALID };
    let told = say(words, &[name, &id.0.to_string(), &self::verdict(language, *verdict)]);
    if (*normal, *reduced) == (0, 0) {
        return told;
    }
    format!("{told} {}", say(CONTROL_TICKETS, &[&normal.to_string(), &reduced.to_string()]))
}

/// Whether somebody rides as he should, as a part of a sentence.
pub fn verdict(language: Language, verdict: Verdict) -> String {
    let say = |words: Words, value: &str| fill(words.in_language(language), &[value]);
    match verdict {
        Verdict::Registered(Basis::Purse) => say(BY_PURSE, ""),
        Verdict::Registered(Basis::Period) => say(BY_PERIOD, ""),
        Verdict::Registered(Basis::Free) => say(BY_FREE, ""),
        Verdict::PeriodWhileBlocked(until) => say(PERIOD_WHILE_BLOCKED, &until.to_string()),
        Verdict::PeriodNotRegistered(until) => say(PERIOD_NOT_REGISTERED, &until.to_string()),
        Verdict::CompanionsOnly => say(COMPANIONS_ONLY, ""),
        Verdict::GotOff => say(GOT_OFF, ""),
        Verdict::Nothing => say(NOTHING, ""),
        Verdict::NotUsable(standing) => say(CARD_NOT_USABLE, self::standing(standing).in_language(language)),
        Verdict::NoRun => say(BUS_ON_NO_RUN, ""),
    }
}

/// What a validator did, for a line of the journal: the screen that its display went to or stayed on, and what was
/// heard. Validators 1 and 2 are the old and the new one of bus 1, 3 and 4 those of bus 2.
pub fn happening(language: Language, happening: &Happening) -> String {
    let Happening { device, screen, beeps, .. } = happening;
    let words = if device.is_multiple_of(2) { HAPPENED_NEW } else { HAPPENED_OLD };
    let bus = device.div_ceil(2).to_string();
    let told = fill(words.in_language(language), &[&bus, self::screen(screen).in_language(language)]);
    match beeps {
        Some(heard) => format!("{told} \u{b7} {}", self::beeps(language, heard.count)),
        None => told,
    }
}

/// An amount in złote: `1 234,50 zł`.
pub fn zl(language: Language, grosze: i64) -> String {
    format!("{} zł", number(language, grosze))
}

/// The same without its currency: `1 234,50`.
pub fn number(language: Language, grosze: i64) -> String {
    decimal(language, grosze, 2)
}

fn paid(language: Language, amount: Grosz) -> String {
    zl(language, i64::from(amount.0))
}

/// Without spaces between thousands: the English sentence is the one that the acceptance language knows.
fn plain(language: Language, amount: Grosz) -> String {
    format!("{} zł", number_of(language, amount))
}

fn number_of(language: Language, amount: Grosz) -> String {
    format!("{}{}{:02}", amount.0 / 100, language.decimal_mark(), amount.0 % 100)
}

/// An amount in złote as people write it: `100`, `100,50`, `1 000.5`, `30 zł`.
///
/// # Errors
/// A sentence in `language`.
pub fn typed_amount(language: Language, typed: &str) -> Result<Grosz, String> {
    let typed = typed.trim();
    let number = typed.strip_suffix("zł").or_else(|| typed.strip_suffix("zl")).unwrap_or(typed).trim_end();
    if number.ends_with("kr") {
        let example = format!("100{}50", language.decimal_mark());
        return Err(fill(sentence::AMOUNT_UNCLEAR.in_language(language), &[typed, &example]));
    }
    entry::amount(language, number).map(|Ore(grosze)| Grosz(grosze)).map_err(|wrong| {
        // The same rules as for crowns; only their smallest coin has another name.
        let of_crowns = fill(sentence::AMOUNT_TOO_FINE.in_language(language), &[number]);
        if wrong == of_crowns { fill(TYPED_TOO_FINE.in_language(language), &[number]) } else { wrong }
    })
}

/// A day: `2026-11-20`.
///
/// # Errors
/// A sentence in `language`.
pub fn typed_date(language: Language, typed: &str) -> Result<Date, String> {
    let typed = typed.trim();
    match Date::read(typed) {
        _ if typed.is_empty() => Err(TYPED_NO_DATE.in_language(language).to_owned()),
        Ok((day, "")) => Ok(day),
        _ => Err(fill(TYPED_BAD_DATE.in_language(language), &[typed])),
    }
}

/// A number of days: `30`.
///
/// # Errors
/// A sentence in `language`.
pub fn typed_days(language: Language, typed: &str) -> Result<u16, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(TYPED_NO_DAYS.in_language(language).to_owned());
    }
    let days = typed.parse().ok().filter(|days| *days > 0 && !typed.starts_with('+'));
    days.ok_or_else(|| fill(TYPED_BAD_DAYS.in_language(language), &[typed]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::{CardId, Contract};
    use firmware_core::device::Beeps;
    use firmware_core::time::DateTime;
    use firmware_core::time::{Instant, Millis};
    use firmware_core::validator::Spot;
    use firmware_core::validator::fare::{PROFILES, TariffRefused};
    use world::bus::service::Operation;
    use world::bus::wallet::Issue;
    use world::bus::word::SCREENS;
    use world::session::{Session, Start};

    const BOTH: [FareKind; 2] = [FareKind::Normal, FareKind::Reduced];

    fn name() -> String {
        "Ola".to_owned()
    }

    fn day() -> Date {
        Date::from_civil(2026, 11, 20).expect("a Friday")
    }

    /// Told in each language, in words of its own and without a blank that was forgotten.
    fn in_all(tell: impl Fn(Language) -> String) -> [String; 5] {
        let told = Language::ALL.map(tell);
        for one in &told {
            assert!(!one.trim().is_empty() && !one.contains(['{', '}']) && !one.contains("  "), "{told:?}");
            assert_eq!(one.trim(), one);
        }
        for (place, one) in told.iter().enumerate() {
            assert!(!told[..place].contains(one), "{told:?}");
        }
        told
    }

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
        let mut refusals: Vec<_> = tariffs.iter().map(|refused| Refusal::BadSetting(refused.to_string())).collect();
        let settings = Bus::all_settings().zip(0..);
        refusals.extend(settings.map(|(setting, place)| refused(Act::Configure(place, setting.max + 1))));
        refusals.extend([
            refused(Act::Configure(200, 0)),
            refused(Act::SetTariff(200)),
            refused(Act::SetBand(9, 3, kind, fare)),
            refused(Act::SetBand(2, 8, kind, fare)),
            refused(Act::SetSingle(kind, Grosz(0))),
        ]);
        refusals.extend(Standing::ALL.map(|standing| Refusal::NotUsable(name(), standing.word().to_owned())));
        for damage in [Damage::BothSlots, Damage::Nonsense, Damage::Ambiguous, Damage::Version(9)] {
            refusals.push(Refusal::unreadable("Ola", damage));
        }
        for reader in Reader::ALL {
            refusals.extend([Refusal::ReaderOccupied(reader), Refusal::ReaderEmpty(reader)]);
        }
        refusals.extend([
            Refusal::NoSuchCard(name()),
            Refusal::NameTaken(name()),
            Refusal::BadName,
            Refusal::CardAtValidator(name()),
            Refusal::NoSuchBus(7),
            Refusal::NoKeys,
            Refusal::NoTouch,
            Refusal::LastStop,
            Refusal::NoRun,
            Refusal::NoMoreRuns,
            Refusal::Destroyed(name()),
            Refusal::Lost(name()),
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
            Refusal::NoPower,
            Refusal::PowerIsOn,
            Refusal::Starting,
        ]);
        refusals
    }

    #[test]
    fn every_refusal_is_told_in_every_language() {
        for refused in every_refusal() {
            let told = in_all(|language| answer(language, &Err(refused.clone())));
            assert_eq!(told[0], refused.to_string());
            assert!(told.iter().all(|told| told.ends_with('.')), "{told:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_setting_or_a_tariff_is_told_as_the_page_names_it() {
        let told = |english: &str| in_all(|language| bad_setting(language, english));
        assert_eq!(
            told("validator.commit_ms cannot be 401: it must lie between 50 and 400")[1..3],
            [
                "«Kortet er endret etter» kan ikke være 401: det må ligge mellom 50 og 400.",
                "„Zmiana na karcie po” nie może wynosić 401: dozwolone od 50 do 400."
            ]
        );
        let above = "the reduced fare of 1.51 zł for up to 8 stops, load class from 20.00 zł, is above the single \
                     ticket of 1.50 zł";
        assert_eq!(
            told(above)[1..3],
            [
                "Prisen på 1,51 zł (redusert) for opptil 8 holdeplasser, påfylling fra 20,00 zł, er høyere enn \
                 enkeltbilletten på 1,50 zł.",
                "Bilet ulgowy za 1,51 zł do 8 przystanków, doładowanie od 20,00 zł, jest droższy niż jednorazowy za \
                 1,50 zł."
            ]
        );
        assert_eq!(bad_setting(Language::Polish, "Something else"), "Something else.");
        assert_eq!(unfill("{0} of {1}.", "one of two."), Some(vec!["one", "two"]));
        assert_eq!(unfill("{0} of {1}.", "one or two."), None);
        assert_eq!(unfill("All.", "All. And more."), None);
    }

    #[test]
    fn every_blank_is_the_same_in_every_language_and_the_patterns_have_them_in_order() {
        for (name, words) in ALL.1 {
            let blanks = |language| {
                (0..9).map(|blank| words.in_language(language).matches(&format!("{{{blank}}}")).count()).sum::<usize>()
            };
            let last = (0..9).rfind(|blank| words.in_language(Language::English).contains(&format!("{{{blank}}}")));
            for language in Language::ALL {
                assert_eq!(blanks(language), last.map_or(0, |last| last + 1), "{name} in {language:?}");
            }
        }
        for words in BAD_SETTINGS {
            let english = words.in_language(Language::English);
            let numbers = ["0", "1", "2", "3", "4"];
            let filled = fill(english, &numbers);
            let values = unfill(english, &filled).expect("a pattern fits itself");
            assert_eq!(values, numbers[..values.len()]);
        }
    }

    #[test]
    fn every_act_is_told_in_every_language() {
        let (today, amount) = (day(), Grosz(5_000));
        let mut acts = vec![
            Act::Present(Reader::Front, name()),
            Act::Present(Reader::Pocket, name()),
            Act::Take(Reader::Front),
            Act::Take(Reader::Pocket),
            Act::Touch(Spot { x: 10, y: 150 }),
            Act::Touch(Spot { x: 0, y: 0 }),
            Act::Lift,
            Act::Walk(2, Face::Keys),
            Act::Walk(2, Face::Touch),
            Act::NextStop,
            Act::EndRun,
            Act::Depart,
            Act::Block(true),
            Act::Block(false),
            Act::PowerOff,
            Act::PowerOn,
            Act::Rename(name(), "Kari".to_owned()),
            Act::Discard(name()),
            Act::Destroy(name()),
            Act::Lose(name()),
            Act::Load(name(), amount),
            Act::Entitle(name(), Entitlement::Reduced, today),
            Act::Entitle(name(), Entitlement::Free, today),
            Act::SetFare(name(), None),
            Act::SetDays(name(), today, today),
            Act::ReadOut(name()),
            Act::Fetch(name()),
            Act::ReportLost(name()),
            Act::ReportFound(name()),
            Act::OrderTopUp(name(), amount),
            Act::Inspect(name()),
            Act::SetClock(DateTime(0)),
            Act::Configure(200, 1),
        ];
        acts.extend(Key::ALL.iter().flat_map(|key| [Act::Press(*key), Act::Release(*key)]));
        for kind in Issue::ALL {
            acts.push(Act::Create(kind, name(), Some(amount)));
            acts.push(Act::Create(kind, name(), None));
            acts.push(Act::Sell(kind, name(), amount));
        }
        for kind in BOTH {
            acts.push(Act::SellPeriod(name(), kind, today, today));
            acts.push(Act::SetFare(name(), Some(kind)));
            acts.push(Act::OrderPeriod(name(), kind, today, 30));
            acts.push(Act::SetSingle(kind, amount));
            acts.push(Act::SetBand(2, 8, kind, amount));
            acts.push(Act::SetBand(2, ANY_STOPS, kind, amount));
        }
        acts.extend((0..).zip(&PROFILES).map(|(place, _)| Act::SetTariff(place)));
        acts.extend((0..).zip(Bus::all_settings()).map(|(place, setting)| Act::Configure(place, setting.default)));
        let mut english = Vec::new();
        for one in &acts {
            let told = in_all(|language| act(language, one));
            assert!(told.iter().all(|told| told.ends_with('.')), "{told:?}");
            let [told, ..] = told;
            assert!(!english.contains(&told), "two acts are told as “{told}”");
            english.push(told);
        }
    }

    #[test]
    fn acts_read_as_people_say_them() {
        let told = |one: &Act| in_all(|language| act(language, one));
        assert_eq!(
            told(&Act::Present(Reader::Front, name())),
            [
                "You hold “Ola” against the validator.",
                "Du holder «Ola» mot kortleseren.",
                "Przykładasz kartę „Ola” do kasownika.",
                "Sie halten „Ola“ an den Entwerter.",
                "Ви прикладаєте «Ola» до валідатора."
            ]
        );
        assert_eq!(
            told(&Act::OrderPeriod(name(), FareKind::Reduced, day(), 30)),
            [
                "You order a period ticket for “Ola” in the web shop: reduced, 30 days from 2026-11-20.",
                "Du bestiller en periodebillett til «Ola» i nettbutikken: redusert, 30 dager fra 2026-11-20.",
                "Zamawiasz w sklepie internetowym bilet okresowy na kartę „Ola”: ulgowy, 30 dni od 2026-11-20.",
                "Sie bestellen eine Zeitkarte für „Ola“ im Webshop: ermäßigt, 30 Tage ab 2026-11-20.",
                "Ви замовляєте проїзний для «Ola» в інтернет-крамниці: пільговий, 30 днів з 2026-11-20."
            ]
        );
        assert_eq!(told(&Act::Configure(0, 5_000))[2], "Ustawiasz „Klawisz czeka na kartę przez”: 5000 ms.");
        assert_eq!(told(&Act::Configure(14, 1))[0], "You set “Lost, blocked and expired cards are refused” to yes.");
        assert_eq!(
            told(&Act::SetBand(3, 8, FareKind::Normal, Grosz(240)))[1],
            "Fra nå av koster en reise på opptil 8 holdeplasser (normal) 2,40 zł i påfyllingsklasse 3."
        );
    }

    fn read() -> Readout {
        let line = |kind, amount, line| ReadoutLine {
            counter: 3,
            at: Some(DateTime(0)),
            kind,
            device: 1,
            place: (line, 3),
            amount,
            balance: Grosz(4_700),
        };
        let kinds = [
            Operation::Sale,
            Operation::Normal,
            Operation::Reduced,
            Operation::Period,
            Operation::Free,
            Operation::Exit,
            Operation::Order,
            Operation::Other,
        ];
        let mut log: Vec<_> = kinds.into_iter().map(|kind| line(kind, -300, 7)).collect();
        log.push(ReadoutLine { at: None, ..line(Operation::Exit, 40, 0) });
        let contract = Contract { profile: FareKind::Normal, from: day(), to: day(), scope: 0, priority: 0 };
        let order = |id, goods| Order { id, card: CardId(5001), goods };
        Readout {
            name: name(),
            id: CardId(5001),
            standing: Standing::NotYetValid,
            days: (day(), day()),
            personalised: true,
            fare: Some(FareKind::Reduced),
            entitlement: Some((Entitlement::Reduced, day())),
            balance: Some(Grosz(4_700)),
            load_class: 2,
            periods: BOTH.map(|kind| (kind, day(), day())).to_vec(),
            ride: Some((9, 2, 1, Grosz(750))),
            counter: 3,
            orders: vec![order(1, Goods::Purse(Grosz(2_000))), order(2, Goods::Period(contract))],
            log,
        }
    }

    #[test]
    fn a_readout_tells_everything_in_every_language() {
        let bare = Readout {
            personalised: false,
            fare: None,
            entitlement: None,
            balance: None,
            periods: Vec::new(),
            ride: None,
            orders: Vec::new(),
            log: Vec::new(),
            ..read()
        };
        let mut readouts = vec![read(), bare.clone()];
        readouts.extend(Standing::ALL.map(|standing| Readout { standing, ..bare.clone() }));
        readouts.push(Readout { fare: Some(FareKind::Normal), ..read() });
        readouts.push(Readout { entitlement: Some((Entitlement::Free, day())), ..read() });
        for read in readouts {
            let told = in_all(|language| answer(language, &Ok(Answer::ReadOut(read.clone()))));
            assert_eq!(told[0], read.to_string());
        }
        let short = Readout { log: read().log[1..2].to_vec(), orders: Vec::new(), ..read() };
        assert_eq!(
            readout(Language::Norwegian, &short),
            "Ola (nummer 5001): personlig kort, ennå ikke gyldig, fra 2026-11-20 til 2026-11-20. \
             Uten tastetrykk trekkes redusert takst. Har rett til redusert takst til og med 2026-11-20. \
             E-lommebok 47,00 zł, påfyllingsklasse 2. Periodebillett, normal, fra 2026-11-20 til 2026-11-20. \
             Periodebillett, redusert, fra 2026-11-20 til 2026-11-20. \
             Åpen reise på tur 9: 2 normal, 1 redusert, 7,50 zł trukket. \
             2000-01-01 00:00:00 normal billett \u{2212}3,00 (linje 7, holdeplass 3) = 47,00 zł."
        );
    }

    #[test]
    fn every_verdict_of_the_inspector_is_told_in_every_language() {
        let mut verdicts = vec![
            Verdict::Registered(Basis::Purse),
            Verdict::Registered(Basis::Period),
            Verdict::Registered(Basis::Free),
            Verdict::PeriodWhileBlocked(day()),
            Verdict::PeriodNotRegistered(day()),
            Verdict::CompanionsOnly,
            Verdict::GotOff,
            Verdict::Nothing,
            Verdict::NoRun,
        ];
        verdicts.extend(Standing::ALL.map(Verdict::NotUsable));
        for verdict in verdicts {
            for tickets in [(0, 0), (1, 2)] {
                let control = Control { name: name(), id: CardId(5001), verdict, tickets };
                let told = in_all(|language| answer(language, &Ok(Answer::Control(control.clone()))));
                assert_eq!(told[0], control.to_string());
            }
        }
        let found = Control { name: name(), id: CardId(5001), verdict: Verdict::Nothing, tickets: (1, 2) };
        assert_eq!(
            control(Language::Polish, &found),
            "Ola (numer 5001): PRZEJAZD NIEWAŻNY, nic tu nie zarejestrowano. \
             Bilety na ten przejazd: normalne 1, ulgowe 2."
        );
    }

    #[test]
    fn what_was_simply_done_has_no_answer() {
        assert_eq!(Language::ALL.map(|language| answer(language, &Ok(Answer::Done))), [""; 5]);
    }

    #[test]
    fn a_happening_names_the_bus_and_the_validator() {
        let told = |language, device, screen, beeps| {
            let at = Instant(0);
            happening(language, &Happening { at, device, screen, rules: Vec::new(), beeps })
        };
        for device in 1..=4 {
            for name in SCREENS {
                in_all(|language| told(language, device, name, None));
            }
        }
        let taken = [1, 2, 3, 4].map(|device| told(Language::English, device, "Taken", None));
        assert_eq!(
            taken,
            [
                "Bus 1, old validator: fare taken",
                "Bus 1, new validator: fare taken",
                "Bus 2, old validator: fare taken",
                "Bus 2, new validator: fare taken"
            ]
        );
        assert_eq!(told(Language::Polish, 3, "dark", None), "Autobus 2, stary kasownik: brak zasilania");
        let beeps = Beeps { count: 3, on: Millis(120), off: Millis(120) };
        let heard = told(Language::English, 1, "Refused", Some(beeps));
        assert!(heard.ends_with(" \u{b7} 3 short beeps"), "{heard}");
    }

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        assert_eq!(
            Language::ALL.map(|language| zl(language, 4_700)),
            ["47.00 zł", "47,00 zł", "47,00 zł", "47,00 zł", "47,00 zł"]
        );
        assert_eq!(zl(Language::Polish, -123_456_789), "\u{2212}1\u{202f}234\u{202f}567,89 zł");
    }

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for language in Language::ALL {
            for (typed, grosze) in
                [("100", 10_000), ("100,50", 10_050), ("1 000.5 zł", 100_050), ("30zl", 3_000), (",5", 50)]
            {
                assert_eq!(typed_amount(language, typed), Ok(Grosz(grosze)), "{typed}");
            }
        }
        let refused = |typed| in_all(|language| typed_amount(language, typed).expect_err(typed));
        assert_eq!(refused("1,234 zł")[0], "“1,234” has more than two decimals; the smallest coin is one grosz.");
        assert_eq!(refused("5 kr")[2], "„5 kr” nie jest kwotą; wpisz na przykład 100,50.");
        assert_eq!(refused("")[1], "Beløpet mangler; skriv for eksempel 100,50.");
        for typed in ["abc", "zł", "-3", "99999999999", "1.2.3", "0.001"] {
            let told = refused(typed);
            assert!(told.iter().all(|told| told.ends_with('.') && !told.contains("øre")), "{told:?}");
        }
    }

    #[test]
    fn a_day_and_a_number_of_days_are_read_or_get_a_sentence() {
        for language in Language::ALL {
            assert_eq!(typed_date(language, " 2026-11-20 "), Ok(day()));
            assert_eq!(typed_days(language, " 30 "), Ok(30));
        }
        for typed in ["", "2026-02-29", "2026-1-2", "20.11.2026", "2026-11-20 08:00:00", "1999-12-31", "ååååååååå"]
        {
            let told = in_all(|language| typed_date(language, typed).expect_err(typed));
            assert!(told.iter().all(|told| told.contains("2026-11-20") && told.ends_with('.')), "{told:?}");
        }
        for typed in ["", "0", "-1", "+5", "2.5", "65536", "a month"] {
            let told = in_all(|language| typed_days(language, typed).expect_err(typed));
            assert!(told.iter().all(|told| told.ends_with("30.")), "{told:?}");
        }
    }
}
