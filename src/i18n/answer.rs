//! What was done, what came of it and why something was refused, as sentences.

use firmware_core::card::{Damage, UpdateMark};
use firmware_core::money::Ore;
use firmware_core::pedestal::Key;
use world::quay::Quay;
use world::quay::act::{Act, Answer, Refusal};
use world::quay::desk::{Readout, ReadoutLine};
use world::quay::marina::SOCKET_WATTS_MAX;
use world::world::World as _;

use super::{Language, Words, fill, label, texts, trade};

texts! {
    at most 160 letters;
    NO_SUCH_CARD = "There is no card named “{0}” in the wallet.", "Det er ikke noe kort som heter «{0}» i lommeboka.", "W portfelu nie ma karty o nazwie „{0}”.", "In der Brieftasche ist keine Karte „{0}“.", "У гаманці немає картки «{0}».";
    NAME_TAKEN = "There is a card named “{0}” already; choose another name.", "Det finnes allerede et kort som heter «{0}»; velg et annet navn.", "Karta o nazwie „{0}” już istnieje; wybierz inną nazwę.", "Eine Karte „{0}“ gibt es schon; wählen Sie einen anderen Namen.", "Картка «{0}» вже є; виберіть іншу назву.";
    BAD_NAME = "A name has 1 to 24 letters and no quotation mark; choose another.", "Et navn har 1 til 24 tegn og ingen anførselstegn; velg et annet.", "Nazwa ma od 1 do 24 znaków i nie zawiera cudzysłowu; wybierz inną.", "Ein Name hat 1 bis 24 Zeichen und kein Anführungszeichen; wählen Sie einen anderen.", "Назва має від 1 до 24 знаків і без лапок; виберіть іншу.";
    CARD_IN_HOLDER = "“{0}” lies in a pedestal's holder; take it out first.", "«{0}» står i holderen på en strømsøyle; ta det ut først.", "Karta „{0}” jest w uchwycie słupka; najpierw ją wyjmij.", "„{0}“ steckt im Halter einer Säule; nehmen Sie sie erst heraus.", "«{0}» у тримачі колонки; спершу вийміть її.";
    HOLDER_TAKEN = "A card lies in the holder; take it out first.", "Det står et kort i holderen; ta det ut først.", "W uchwycie jest już karta; najpierw ją wyjmij.", "Im Halter steckt schon eine Karte; nehmen Sie sie erst heraus.", "У тримачі вже є картка; спершу вийміть її.";
    HOLDER_EMPTY = "There is no card in the holder.", "Det står ikke noe kort i holderen.", "W uchwycie nie ma karty.", "Im Halter steckt keine Karte.", "У тримачі немає картки.";
    NO_SUCH_PEDESTAL = "There is no pedestal {0} on this quay; walk to 1 or 2.", "Det er ingen strømsøyle {0} på denne kaia; gå til 1 eller 2.", "Na tym nabrzeżu nie ma słupka {0}; podejdź do 1 lub 2.", "An diesem Kai gibt es keine Säule {0}; gehen Sie zu 1 oder 2.", "На цьому причалі немає колонки {0}; підійдіть до 1 або 2.";
    DESTROYED = "“{0}” is destroyed; destroyed cards are not replaced (P-02).", "«{0}» er ødelagt; ødelagte kort erstattes ikke (P-02).", "Karta „{0}” jest zniszczona; zniszczonych kart się nie wymienia (P-02).", "„{0}“ ist zerstört; zerstörte Karten werden nicht ersetzt (P-02).", "«{0}» знищено; знищених карток не замінюють (P-02).";
    LOST = "“{0}” is lost; lost cards are not replaced (P-02).", "«{0}» er mistet; mistede kort erstattes ikke (P-02).", "Karta „{0}” jest zgubiona; zgubionych kart się nie wymienia (P-02).", "„{0}“ ist verloren; verlorene Karten werden nicht ersetzt (P-02).", "«{0}» загублено; загублених карток не замінюють (P-02).";
    NOT_GONE = "“{0}” is neither destroyed nor lost.", "«{0}» er verken ødelagt eller mistet.", "Karta „{0}” nie jest ani zniszczona, ani zgubiona.", "„{0}“ ist weder zerstört noch verloren.", "«{0}» не знищено й не загублено.";
    FOREIGN = "“{0}” was not issued by this marina.", "«{0}» er ikke utstedt av denne havna.", "Karty „{0}” nie wydała ta marina.", "„{0}“ wurde nicht von diesem Hafen ausgegeben.", "«{0}» видала не ця марина.";
    BLOCKED = "“{0}” is blocked by its issuer.", "«{0}» er sperret av utstederen.", "Karta „{0}” jest zablokowana przez wydawcę.", "„{0}“ ist vom Herausgeber gesperrt.", "«{0}» заблокував видавець.";
    MUST_BE_RESET = "“{0}” is invalid: an update was not finished; have it reset first (P-21).", "«{0}» er ugyldig: en oppdatering ble ikke fullført; få det tilbakestilt først (P-21).", "Karta „{0}” jest nieważna: nie dokończono aktualizacji; najpierw ją zresetuj (P-21).", "„{0}“ ist ungültig: eine Aktualisierung wurde nicht beendet; erst zurücksetzen lassen (P-21).", "«{0}» недійсна: оновлення не завершено; спершу скиньте її (P-21).";
    NOTHING_TO_RESET = "“{0}” is valid: there is nothing to reset.", "«{0}» er gyldig: det er ingenting å tilbakestille.", "Karta „{0}” jest ważna: nie ma czego resetować.", "„{0}“ ist gültig: es gibt nichts zurückzusetzen.", "«{0}» дійсна: скидати нічого.";
    UNREADABLE = "“{0}” cannot be read: {1}.", "«{0}» kan ikke leses: {1}.", "Nie można odczytać karty „{0}”: {1}.", "„{0}“ ist nicht lesbar: {1}.", "«{0}» не читається: {1}.";
    BOTH_SLOTS = "neither of its two slots has a right checksum", "ingen av de to feltene har riktig sjekksum", "żaden z dwóch obszarów nie ma poprawnej sumy kontrolnej", "keiner ihrer zwei Bereiche hat eine richtige Prüfsumme", "жодна з двох ділянок не має правильної контрольної суми";
    NONSENSE = "its checksum is right, but it holds a value that the layout does not have", "sjekksummen er riktig, men det inneholder en verdi som formatet ikke har", "suma kontrolna jest poprawna, ale zawiera wartość spoza formatu", "die Prüfsumme stimmt, aber sie enthält einen Wert, den das Format nicht kennt", "контрольна сума правильна, але є значення, якого формат не має";
    AMBIGUOUS = "its two slots claim the same sequence number with different contents", "de to feltene har samme løpenummer, men ulikt innhold", "oba obszary mają ten sam numer, ale różną treść", "beide Bereiche haben dieselbe laufende Nummer, aber verschiedenen Inhalt", "обидві ділянки мають той самий номер, але різний вміст";
    OTHER_LAYOUT = "it is written in a layout that this program does not know", "det er skrevet i et format som dette programmet ikke kjenner", "zapisano ją w formacie, którego ten program nie zna", "sie ist in einem Format geschrieben, das dieses Programm nicht kennt", "її записано у форматі, якого ця програма не знає";
    UNREACHABLE = "Pedestal {0} cannot be reached; try again when its power is back.", "Strømsøyle {0} kan ikke nås; prøv igjen når strømmen er tilbake.", "Nie można połączyć się ze słupkiem {0}; spróbuj, gdy wróci zasilanie.", "Säule {0} ist nicht erreichbar; versuchen Sie es, wenn sie wieder Strom hat.", "Колонка {0} недоступна; спробуйте, коли повернеться живлення.";
    BAD_AMOUNT = "{0} cannot be put on this card: it must be more than nothing and fit the card.", "{0} kan ikke settes inn på kortet: det må være mer enn ingenting og få plass på kortet.", "Nie można wpłacić {0} na tę kartę: kwota musi być większa od zera i zmieścić się na karcie.", "{0} lassen sich nicht einzahlen: der Betrag muss über null sein und auf die Karte passen.", "{0} не можна внести: сума має бути більшою за нуль і вміститися на картці.";
    NOTHING_TO_PAY_OUT = "“{0}” holds nothing to pay out.", "Det er ingenting å utbetale på «{0}».", "Na karcie „{0}” nie ma nic do wypłaty.", "Auf „{0}“ ist nichts auszuzahlen.", "На «{0}» нічого виплачувати.";
    NOTHING_TO_RELEASE = "Socket {0} holds no credit of a destroyed or lost card.", "Stikkontakt {0} har ingen kreditt fra et ødelagt eller mistet kort.", "Na gnieździe {0} nie ma środków ze zniszczonej ani zgubionej karty.", "Auf Steckdose {0} liegt kein Guthaben einer zerstörten oder verlorenen Karte.", "На розетці {0} немає коштів знищеної чи загубленої картки.";
    UPDATE_OPEN = "An update of socket {0} waits for its card; write off the card first, or let the minute end.", "En oppdatering av kontakt {0} venter på kortet sitt; avskriv kortet først, eller la minuttet gå ut.", "Aktualizacja gniazda {0} czeka na swoją kartę; najpierw spisz kartę na straty albo poczekaj, aż minie minuta.", "Eine Aktualisierung von Steckdose {0} wartet auf ihre Karte; erst die Karte abschreiben oder die Minute abwarten.", "Оновлення розетки {0} чекає на свою картку; спершу спишіть картку або зачекайте, доки мине хвилина.";
    NOTHING_TO_WRITE_OFF = "No pedestal keeps an open record of “{0}”.", "Ingen strømsøyle har noe uavklart for «{0}».", "Żaden słupek nie ma otwartego zapisu dla karty „{0}”.", "Keine Säule hat etwas Offenes zu „{0}“.", "Жодна колонка не має відкритого запису про «{0}».";
    DESK_CLOSED = "The service desk is closed; it is open Monday to Friday, 08:00 to 15:30.", "Servicetorget er stengt; det er åpent mandag til fredag kl. 08.00 til 15.30.", "Biuro obsługi jest zamknięte; czynne od poniedziałku do piątku, 8:00–15:30.", "Der Serviceschalter ist geschlossen; geöffnet Montag bis Freitag, 8:00 bis 15:30 Uhr.", "Бюро обслуговування зачинене; працює з понеділка по п’ятницю, 8:00–15:30.";
    PLUG_AS_IT_IS = "The plug of socket {0} is that way already.", "Støpselet i stikkontakt {0} er allerede slik.", "Wtyczka przy gnieździe {0} już tak jest.", "Der Stecker an Steckdose {0} ist schon so.", "Вилка розетки {0} вже в такому стані.";
    TOO_MUCH_POWER = "Socket {0} would have to give {1} W; its fuse allows {2} W. Switch something off first.", "Stikkontakt {0} måtte gi {1} W; sikringen tåler {2} W. Slå av noe først.", "Gniazdo {0} musiałoby dać {1} W, a bezpiecznik pozwala na {2} W. Najpierw coś wyłącz.", "Steckdose {0} müsste {1} W geben; die Sicherung erlaubt {2} W. Schalten Sie erst etwas aus.", "Розетка {0} мала б дати {1} Вт; запобіжник дозволяє {2} Вт. Спершу щось вимкніть.";
    BAD_SETTING = "“{0}” cannot be {1}: it must lie between {2} and {3}.", "«{0}» kan ikke være {1}: det må ligge mellom {2} og {3}.", "„{0}” nie może wynosić {1}: dozwolone od {2} do {3}.", "„{0}“ kann nicht {1} sein: erlaubt ist {2} bis {3}.", "«{0}» не може бути {1}: дозволено від {2} до {3}.";
    NO_POWER = "The pedestals have no power.", "Strømsøylene har ikke strøm.", "Słupki nie mają zasilania.", "Die Säulen haben keinen Strom.", "Колонки не мають живлення.";
    POWER_IS_ON = "The power is on already.", "Strømmen er allerede på.", "Zasilanie jest już włączone.", "Der Strom ist schon an.", "Живлення вже ввімкнено.";

    READ_CARD = "{0} (number {1}): {2}, {3}.", "{0} (nummer {1}): {2}, {3}.", "{0} (numer {1}): {2}, {3}.", "{0} (Nummer {1}): {2}, {3}.", "{0} (номер {1}): {2}, {3}.";
    READ_MARK = "Interrupted at pedestal {0}; a reset restores {1}.", "Avbrutt ved strømsøyle {0}; en tilbakestilling gir {1}.", "Przerwano przy słupku {0}; reset przywróci {1}.", "An Säule {0} unterbrochen; Zurücksetzen ergibt {1}.", "Перервано біля колонки {0}; скидання поверне {1}.";
    READ_SETTLED = "The update of socket {0} is settled.", "Oppdateringen av stikkontakt {0} er avklart.", "Aktualizacja gniazda {0} jest rozstrzygnięta.", "Die Aktualisierung von Steckdose {0} ist geklärt.", "Оновлення розетки {0} з’ясовано.";
    READ_SOCKET = "Socket {0} holds {1} of it.", "Stikkontakt {0} har {1} av det.", "Na gnieździe {0} jest z niej {1}.", "Auf Steckdose {0} liegen {1} davon.", "На розетці {0} є {1} з неї.";
    READ_AT_SOCKET = "(socket {0})", "(stikkontakt {0})", "(gniazdo {0})", "(Steckdose {0})", "(розетка {0})";

    DID_PRESENT = "“{0}” put in the holder", "«{0}» satt i holderen", "Włożono „{0}” do uchwytu", "„{0}“ in den Halter gesteckt", "«{0}» вставлено в тримач";
    DID_TAKE = "Card taken out", "Kortet tatt ut", "Wyjęto kartę", "Karte herausgenommen", "Картку вийнято";
    DID_PRESS = "{0} pressed", "{0} trykket ned", "Naciśnięto: {0}", "{0} gedrückt", "Натиснуто: {0}";
    DID_RELEASE = "{0} let go", "{0} sluppet", "Puszczono: {0}", "{0} losgelassen", "Відпущено: {0}";
    DID_WALK = "Walked to pedestal {0}", "Gikk til strømsøyle {0}", "Przejście do słupka {0}", "Zu Säule {0} gegangen", "Перехід до колонки {0}";
    DID_POWER_OFF = "Mains power off", "Strømmen ble borte", "Zanik zasilania", "Netzstrom aus", "Живлення зникло";
    DID_POWER_ON = "Mains power on", "Strømmen kom tilbake", "Zasilanie wróciło", "Netzstrom an", "Живлення повернулося";
    DID_PLUG = "Boat plugged into socket {0}", "Båt koblet til stikkontakt {0}", "Podłączono łódź do gniazda {0}", "Boot in Steckdose {0} eingesteckt", "Човен підключено до розетки {0}";
    DID_UNPLUG = "Boat unplugged from socket {0}", "Båt koblet fra stikkontakt {0}", "Odłączono łódź od gniazda {0}", "Boot aus Steckdose {0} ausgesteckt", "Човен відключено від розетки {0}";
    DID_SWITCH = "{0} at socket {1}: {2}", "{0} ved stikkontakt {1}: {2}", "{0} przy gnieździe {1}: {2}", "{0} an Steckdose {1}: {2}", "{0} біля розетки {1}: {2}";
    DID_CREATE = "New card “{0}” ({1}) with {2}", "Nytt kort «{0}» ({1}) med {2}", "Nowa karta „{0}” ({1}), {2}", "Neue Karte „{0}“ ({1}) mit {2}", "Нова картка «{0}» ({1}), {2}";
    DID_RENAME = "“{0}” renamed to “{1}”", "«{0}» fikk navnet «{1}»", "Zmieniono nazwę „{0}” na „{1}”", "„{0}“ in „{1}“ umbenannt", "«{0}» перейменовано на «{1}»";
    DID_DISCARD = "“{0}” thrown away", "«{0}» kastet", "Wyrzucono „{0}”", "„{0}“ weggeworfen", "«{0}» викинуто";
    DID_DESTROY = "Hole punched in “{0}”", "Laget hull i «{0}»", "Przedziurawiono „{0}”", "„{0}“ gelocht", "У «{0}» пробито отвір";
    DID_LOSE = "“{0}” lost", "«{0}» mistet", "Zgubiono „{0}”", "„{0}“ verloren", "«{0}» загублено";
    DID_LOAD = "Desk: {1} put on “{0}”", "Servicetorget: {1} satt inn på «{0}»", "Biuro: wpłata {1} na „{0}”", "Schalter: {1} auf „{0}“ eingezahlt", "Бюро: внесено {1} на «{0}»";
    DID_PAY_OUT = "Desk: “{0}” paid out", "Servicetorget: «{0}» utbetalt", "Biuro: wypłata z „{0}”", "Schalter: „{0}“ ausgezahlt", "Бюро: виплачено з «{0}»";
    DID_READ = "Desk: “{0}” read out", "Servicetorget: «{0}» avlest", "Biuro: odczyt „{0}”", "Schalter: „{0}“ ausgelesen", "Бюро: зчитано «{0}»";
    DID_RESET = "Desk: “{0}” reset", "Servicetorget: «{0}» tilbakestilt", "Biuro: reset „{0}”", "Schalter: „{0}“ zurückgesetzt", "Бюро: скинуто «{0}»";
    DID_WRITE_OFF = "Desk: “{0}” written off", "Servicetorget: «{0}» avskrevet", "Biuro: spisano „{0}” na straty", "Schalter: „{0}“ abgeschrieben", "Бюро: списано «{0}»";
    DID_RELEASE_SOCKET = "Desk: socket {0} released", "Servicetorget: stikkontakt {0} frigitt", "Biuro: zwolniono gniazdo {0}", "Schalter: Steckdose {0} freigegeben", "Бюро: звільнено розетку {0}";
    DID_SET_CLOCK = "Clock set to {0}", "Klokka stilt til {0}", "Ustawiono zegar na {0}", "Uhr auf {0} gestellt", "Годинник установлено на {0}";
    DID_CONFIGURE = "Setting “{0}”: {1}", "Innstillingen «{0}»: {1}", "Ustawienie „{0}”: {1}", "Einstellung „{0}“: {1}", "Налаштування «{0}»: {1}";
    HAPPENED = "Pedestal {0}: {1}", "Strømsøyle {0}: {1}", "Słupek {0}: {1}", "Säule {0}: {1}", "Колонка {0}: {1}";
}

/// What the page says to the answer of an act; empty where it was simply done.
pub fn answer(language: Language, answer: &Result<Answer, Refusal>) -> String {
    match answer {
        Ok(Answer::Done) => String::new(),
        Ok(Answer::ReadOut(read)) => readout(language, read),
        Err(refused) => refusal(language, refused),
    }
}

/// Why something was refused; in English word for word what the acceptance language expects.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let number = |words: Words, number: u32| say(words, &[&number.to_string()]);
    match refusal {
        Refusal::NoSuchCard(name) => say(NO_SUCH_CARD, &[name]),
        Refusal::NameTaken(name) => say(NAME_TAKEN, &[name]),
        Refusal::BadName => say(BAD_NAME, &[]),
        Refusal::CardInHolder(name) => say(CARD_IN_HOLDER, &[name]),
        Refusal::HolderTaken => say(HOLDER_TAKEN, &[]),
        Refusal::HolderEmpty => say(HOLDER_EMPTY, &[]),
        Refusal::NoSuchPedestal(pedestal) => number(NO_SUCH_PEDESTAL, (*pedestal).into()),
        Refusal::Destroyed(name) => say(DESTROYED, &[name]),
        Refusal::Lost(name) => say(LOST, &[name]),
        Refusal::NotGone(name) => say(NOT_GONE, &[name]),
        Refusal::Foreign(name) => say(FOREIGN, &[name]),
        Refusal::Blocked(name) => say(BLOCKED, &[name]),
        Refusal::MustBeReset(name) => say(MUST_BE_RESET, &[name]),
        Refusal::NothingToReset(name) => say(NOTHING_TO_RESET, &[name]),
        Refusal::Unreadable(name, why) => say(UNREADABLE, &[name, damage(language, why)]),
        Refusal::Unreachable(pedestal) => number(UNREACHABLE, (*pedestal).into()),
        Refusal::BadAmount(amount) => say(BAD_AMOUNT, &[&ore(language, *amount)]),
        Refusal::NothingToPayOut(name) => say(NOTHING_TO_PAY_OUT, &[name]),
        Refusal::NothingToRelease(socket) => number(NOTHING_TO_RELEASE, socket.number().into()),
        Refusal::UpdateOpen(socket) => number(UPDATE_OPEN, socket.number().into()),
        Refusal::NothingToWriteOff(name) => say(NOTHING_TO_WRITE_OFF, &[name]),
        Refusal::DeskClosed => say(DESK_CLOSED, &[]),
        Refusal::PlugAsItIs(socket) => number(PLUG_AS_IT_IS, socket.number().into()),
        Refusal::TooMuchPower(socket, watts) => {
            let numbers = [u32::from(socket.number()), *watts, SOCKET_WATTS_MAX].map(|number| number.to_string());
            say(TOO_MUCH_POWER, &[&numbers[0], &numbers[1], &numbers[2]])
        }
        Refusal::BadSetting(sentence) => bad_setting(language, sentence),
        Refusal::NoPower => say(NO_POWER, &[]),
        Refusal::PowerIsOn => say(POWER_IS_ON, &[]),
    }
}

/// What the desk has read; in English word for word what the acceptance language expects.
pub fn readout(language: Language, readout: &Readout) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let Readout { name, id, standing, balance, mark, sockets, settled, log, .. } = readout;
    let standing = trade::standing(*standing).in_language(language);
    let mut told = say(READ_CARD, &[name, &id.0.to_string(), standing, &ore(language, *balance)]);
    let mut tell = |sentence: &str| {
        told.push(' ');
        told.push_str(sentence);
    };
    if let Some(mark) = mark {
        tell(&self::mark(language, *mark));
    }
    for (pedestal, socket) in settled {
        tell(&say(READ_SETTLED, &[&format!("{pedestal}.{socket}")]));
    }
    for (pedestal, socket, credit) in sockets {
        tell(&say(READ_SOCKET, &[&format!("{pedestal}.{socket}"), &ore(language, *credit)]));
    }
    for line in log {
        tell(&operation(language, line));
    }
    told
}

/// An update that was begun and not ended, with what a reset gives.
pub fn mark(language: Language, mark: UpdateMark) -> String {
    let value = ore(language, Ore(mark.value));
    fill(READ_MARK.in_language(language), &[&mark.pedestal.to_string(), &value])
}

/// One line of a card's own log.
pub fn operation(language: Language, line: &ReadoutLine) -> String {
    let mut what = trade::operation(line.kind).in_language(language).to_owned();
    if let Some(at) = line.at {
        what = format!("{at} {what}");
    }
    let sign = match (line.amount < 0, language) {
        (false, _) => "+",
        (true, Language::English) => "-",
        (true, _) => "\u{2212}",
    };
    what = format!("{what} {sign}{}", number(language, Ore(line.amount.unsigned_abs())));
    if line.socket > 0 {
        let socket = format!("{}.{}", line.device, line.socket);
        what = format!("{what} {}", fill(READ_AT_SOCKET.in_language(language), &[&socket]));
    }
    format!("{what} = {}.", ore(language, line.balance))
}

/// What somebody did, for a line of the journal.
pub fn act(language: Language, act: &Act) -> String {
    let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
    let number = |words: Words, number: u8| say(words, &[&number.to_string()]);
    match act {
        Act::Present(name) => say(DID_PRESENT, &[name]),
        Act::Take => say(DID_TAKE, &[]),
        Act::Press(key) => say(DID_PRESS, &[&self::key(language, *key)]),
        Act::Release(key) => say(DID_RELEASE, &[&self::key(language, *key)]),
        Act::Walk(pedestal) => number(DID_WALK, *pedestal),
        Act::PowerOff => say(DID_POWER_OFF, &[]),
        Act::PowerOn => say(DID_POWER_ON, &[]),
        Act::Plug(socket) => number(DID_PLUG, socket.number()),
        Act::Unplug(socket) => number(DID_UNPLUG, socket.number()),
        Act::Switch(socket, appliance, on) => {
            let on = if *on { label::SWITCHED_ON } else { label::IS_OFF };
            let appliance = trade::appliance(*appliance).in_language(language);
            say(DID_SWITCH, &[appliance, &socket.number().to_string(), on.in_language(language)])
        }
        Act::Create(kind, name, amount) => {
            let kind = trade::issue(*kind).in_language(language);
            say(DID_CREATE, &[name, kind, &ore(language, *amount)])
        }
        Act::Rename(from, to) => say(DID_RENAME, &[from, to]),
        Act::Discard(name) => say(DID_DISCARD, &[name]),
        Act::Destroy(name) => say(DID_DESTROY, &[name]),
        Act::Lose(name) => say(DID_LOSE, &[name]),
        Act::Load(name, amount) => say(DID_LOAD, &[name, &ore(language, *amount)]),
        Act::PayOut(name) => say(DID_PAY_OUT, &[name]),
        Act::ReadOut(name) => say(DID_READ, &[name]),
        Act::Reset(name) => say(DID_RESET, &[name]),
        Act::WriteOff(name) => say(DID_WRITE_OFF, &[name]),
        Act::ReleaseSocket(socket) => number(DID_RELEASE_SOCKET, socket.number()),
        Act::SetClock(civil) => say(DID_SET_CLOCK, &[&civil.to_string()]),
        Act::Configure(place, value) => match Quay::all_settings().nth(usize::from(*place)) {
            Some(setting) => {
                let value = match setting.word(*value) {
                    firmware_core::setting::Word::Choice(word) => trade::choice(language, word).to_owned(),
                    firmware_core::setting::Word::Number(number) => number.to_string(),
                };
                say(DID_CONFIGURE, &[trade::setting(usize::from(*place)).in_language(language), &value])
            }
            None => say(DID_CONFIGURE, &[&place.to_string(), &value.to_string()]),
        },
    }
}

/// What a pedestal did, for a line of the journal: the screen that its display went to or stayed on.
pub fn happening(language: Language, pedestal: u16, screen: &str) -> String {
    let screen = trade::screen(screen).in_language(language);
    fill(HAPPENED.in_language(language), &[&pedestal.to_string(), screen])
}

/// A button, as it is labelled.
pub fn key(language: Language, key: Key) -> String {
    match key {
        Key::Back => label::BACK.in_language(language).to_owned(),
        Key::Enter => label::ENTER.in_language(language).to_owned(),
        Key::Socket(socket) => fill(label::SOCKET.in_language(language), &[&socket.number().to_string()]),
    }
}

fn ore(language: Language, amount: Ore) -> String {
    format!("{} kr", number(language, amount))
}

/// Without spaces between thousands: the English sentence is the one that the acceptance language knows.
fn number(language: Language, amount: Ore) -> String {
    format!("{}{}{:02}", amount.0 / 100, language.decimal_mark(), amount.0 % 100)
}

/// The refusal carries the damage as its English sentence.
fn damage(language: Language, why: &str) -> &str {
    if language == Language::English {
        return why;
    }
    let known = [(Damage::BothSlots, BOTH_SLOTS), (Damage::Nonsense, NONSENSE), (Damage::Ambiguous, AMBIGUOUS)];
    let found = known.into_iter().find(|(damage, _)| damage.to_string() == why);
    found.map_or(OTHER_LAYOUT, |(_, words)| words).in_language(language)
}

/// The refusal carries the setting's name, the value and its bounds in an English sentence.
fn bad_setting(language: Language, sentence: &str) -> String {
    let parts = sentence.split_once(" cannot be ").and_then(|(name, rest)| {
        let (value, rest) = rest.split_once(": it must lie between ")?;
        let (min, max) = rest.split_once(" and ")?;
        Some((name, value, min, max))
    });
    match parts {
        Some((name, value, min, max)) if language != Language::English => {
            let name = trade::setting_named(language, name);
            fill(BAD_SETTING.in_language(language), &[&name, value, min, max])
        }
        _ => format!("{sentence}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::card::CardId;
    use firmware_core::pedestal::Socket;
    use firmware_core::time::DateTime;
    use world::quay::desk::Operation;
    use world::quay::marina::Appliance;
    use world::quay::wallet::{Issue, Standing};
    use world::session::{Session, Start};

    fn name() -> String {
        "Mitt".to_owned()
    }

    fn every_refusal() -> Vec<Refusal> {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let bad = session.act(Act::Configure(4, 5_000)).expect_err("as long as the inactivity rule");
        vec![
            bad,
            Refusal::NoSuchCard(name()),
            Refusal::NameTaken(name()),
            Refusal::BadName,
            Refusal::CardInHolder(name()),
            Refusal::HolderTaken,
            Refusal::HolderEmpty,
            Refusal::NoSuchPedestal(7),
            Refusal::Destroyed(name()),
            Refusal::Lost(name()),
            Refusal::NotGone(name()),
            Refusal::Foreign(name()),
            Refusal::Blocked(name()),
            Refusal::MustBeReset(name()),
            Refusal::NothingToReset(name()),
            Refusal::unreadable("Mitt", Damage::BothSlots),
            Refusal::unreadable("Mitt", Damage::Nonsense),
            Refusal::unreadable("Mitt", Damage::Ambiguous),
            Refusal::unreadable("Mitt", Damage::Version(9)),
            Refusal::Unreachable(2),
            Refusal::BadAmount(Ore(0)),
            Refusal::BadAmount(Ore(u32::MAX)),
            Refusal::NothingToPayOut(name()),
            Refusal::NothingToRelease(Socket::Two),
            Refusal::UpdateOpen(Socket::Two),
            Refusal::NothingToWriteOff(name()),
            Refusal::DeskClosed,
            Refusal::PlugAsItIs(Socket::Two),
            Refusal::TooMuchPower(Socket::Two, 4_000),
            Refusal::NoPower,
            Refusal::PowerIsOn,
        ]
    }

    #[test]
    fn every_refusal_is_told_in_every_language() {
        for refused in every_refusal() {
            let told = Language::ALL.map(|language| refusal(language, &refused));
            assert_eq!(told[0], refused.to_string());
            for other in &told[1..] {
                assert_ne!(*other, told[0], "{refused:?} is told in English");
                assert!(other.ends_with('.') && !other.contains('{'), "{other}");
            }
            assert_ne!(told[1], told[2]);
        }
    }

    #[test]
    fn a_refused_setting_is_named_as_the_panel_names_it() {
        let bad = Refusal::BadSetting("pedestal.pause_ms cannot be 5000: it must lie between 500 and 4999".to_owned());
        assert_eq!(
            refusal(Language::Norwegian, &bad),
            "«Kort pause før oppdatering» kan ikke være 5000: det må ligge mellom 500 og 4999."
        );
        let other = Refusal::BadSetting("There is no such setting".to_owned());
        assert_eq!(refusal(Language::Polish, &other), "There is no such setting.");
    }

    #[test]
    fn a_readout_tells_everything_in_every_language() {
        let read = Readout {
            name: name(),
            id: CardId(1001),
            standing: Standing::Invalid,
            balance: Ore(7_000),
            counter: 3,
            mark: Some(UpdateMark { txn: 1, pedestal: 2, value: 7_000 }),
            sockets: vec![(1, 2, Ore(3_000))],
            settled: vec![(1, 3)],
            log: vec![ReadoutLine {
                counter: 3,
                at: Some(DateTime(0)),
                kind: Operation::Load,
                device: 1,
                socket: 2,
                amount: -3_000,
                balance: Ore(7_000),
            }],
        };
        assert_eq!(readout(Language::English, &read), read.to_string());
        let mut paid_in = read.clone();
        paid_in.log[0] =
            ReadoutLine { at: None, amount: 3_000, socket: 0, kind: Operation::Sale, ..read.log[0].clone() };
        assert_eq!(readout(Language::English, &paid_in), paid_in.to_string());
        assert_eq!(
            readout(Language::Norwegian, &read),
            "Mitt (nummer 1001): ugyldig, 70,00 kr. Avbrutt ved strømsøyle 2; en tilbakestilling gir 70,00 kr. \
             Oppdateringen av stikkontakt 1.3 er avklart. Stikkontakt 1.2 har 30,00 kr av det. \
             2000-01-01 00:00:00 lading \u{2212}30,00 (stikkontakt 1.2) = 70,00 kr."
        );
        assert!(readout(Language::Polish, &read).starts_with("Mitt (numer 1001): nieważna, 70,00 kr. Przerwano"));
    }

    #[test]
    fn every_act_is_told_in_every_language() {
        let two = Socket::Two;
        let acts = [
            Act::Present(name()),
            Act::Take,
            Act::Press(Key::Back),
            Act::Release(Key::Socket(two)),
            Act::Walk(2),
            Act::PowerOff,
            Act::PowerOn,
            Act::Plug(two),
            Act::Unplug(two),
            Act::Switch(two, Appliance::Kettle, true),
            Act::Create(Issue::User, name(), Ore(1)),
            Act::Rename(name(), name()),
            Act::Discard(name()),
            Act::Destroy(name()),
            Act::Lose(name()),
            Act::Load(name(), Ore(1)),
            Act::PayOut(name()),
            Act::ReadOut(name()),
            Act::Reset(name()),
            Act::WriteOff(name()),
            Act::ReleaseSocket(two),
            Act::SetClock(DateTime(0)),
            Act::Configure(8, 1),
        ];
        for one in &acts {
            let told = Language::ALL.map(|language| act(language, one));
            assert!(told.iter().all(|told| !told.is_empty() && !told.contains('{')), "{told:?}");
            assert!(told[0] != told[1] && told[1] != told[2], "{told:?}");
        }
        assert_eq!(act(Language::Polish, &acts[9]), "Czajnik przy gnieździe 2: włączone");
        assert_eq!(
            act(Language::Norwegian, &acts[22]),
            "Innstillingen «Etter en uavsluttet oppdatering»: inndra beløpet"
        );
    }
}
