//! Sentences: what the page explains and asks.

use super::texts;

texts! {
    at most 240 letters;
    /// Under the page's name.
    TAGLINE = "A shore-power pedestal to try out",
        "En strømsøyle du kan prøve",
        "Słupek z prądem do wypróbowania",
        "Eine Stromsäule zum Ausprobieren",
        "Електроколонка, яку можна випробувати";
    INVITE = "Drag a card from the wallet to the holder, or use the card's button.",
        "Dra et kort fra lommeboka til holderen, eller bruk knappen på kortet.",
        "Przeciągnij kartę z portfela do uchwytu albo użyj przycisku na karcie.",
        "Ziehen Sie eine Karte aus der Brieftasche zum Halter, oder nutzen Sie den Knopf der Karte.",
        "Перетягніть картку з гаманця до тримача або скористайтеся кнопкою на картці.";

    // Two tabs, and what was kept.
    WATCHING = "Another tab is using this quay. Here you can look, but not touch.",
        "En annen fane bruker denne kaia. Her kan du se, men ikke røre.",
        "Tego nabrzeża używa inna karta przeglądarki. Tutaj można tylko patrzeć.",
        "Ein anderer Tab benutzt diesen Kai. Hier können Sie zusehen, aber nichts tun.",
        "Цим причалом користується інша вкладка. Тут можна лише дивитися.";
    TAKE_OVER = "Take over here", "Ta over her", "Przejmij tutaj", "Hier übernehmen", "Продовжити тут";
    UNREADABLE = "What this browser kept of the quay cannot be read: {0}. It is still there; download it before you start afresh.",
        "Det nettleseren har lagret om kaia, kan ikke leses: {0}. Det ligger der fortsatt; last det ned før du begynner på nytt.",
        "Nie można odczytać tego, co przeglądarka zapisała o nabrzeżu: {0}. Dane nadal tam są; pobierz je, zanim zaczniesz od nowa.",
        "Was dieser Browser vom Kai gespeichert hat, ist nicht lesbar: {0}. Es ist noch da; laden Sie es herunter, bevor Sie neu beginnen.",
        "Збережене цим браузером про причал не читається: {0}. Воно досі там; завантажте його, перш ніж починати знову.";
    DOWNLOAD = "Download what was kept", "Last ned det som er lagret", "Pobierz zapisane dane", "Gespeichertes herunterladen", "Завантажити збережене";
    START_FRESH = "Start afresh", "Begynn på nytt", "Zacznij od nowa", "Neu beginnen", "Почати знову";
    NOT_KEPT = "This browser keeps nothing of what you do here: its storage is full or switched off.",
        "Nettleseren tar ikke vare på det du gjør her: lagringen er full eller slått av.",
        "Przeglądarka nie zapisuje tego, co tu robisz: pamięć jest pełna albo wyłączona.",
        "Dieser Browser speichert nichts von dem, was Sie hier tun: der Speicher ist voll oder abgeschaltet.",
        "Браузер не зберігає того, що ви тут робите: сховище повне або вимкнене.";

    // Questions before something that cannot be undone.
    ASK_DESTROY = "Punch a hole in “{0}”? The card is destroyed then, and all credit on it is lost (P-01).",
        "Lage hull i «{0}»? Kortet blir ødelagt, og all kreditt på det går tapt (P-01).",
        "Przedziurawić kartę „{0}”? Zostanie zniszczona, a wszystkie środki na niej przepadną (P-01).",
        "„{0}“ lochen? Die Karte ist dann zerstört und alles Guthaben darauf verloren (P-01).",
        "Пробити отвір у «{0}»? Картку буде знищено, а всі кошти на ній втрачено (P-01).";
    ASK_LOSE = "Lose “{0}”? A lost card is not replaced, and all credit on it is lost (P-02).",
        "Miste «{0}»? Et mistet kort erstattes ikke, og all kreditt på det går tapt (P-02).",
        "Zgubić kartę „{0}”? Zgubionej karty się nie wymienia, a środki na niej przepadną (P-02).",
        "„{0}“ verlieren? Verlorene Karten werden nicht ersetzt, das Guthaben darauf ist weg (P-02).",
        "Загубити «{0}»? Загублену картку не замінюють, а кошти на ній втрачено (P-02).";
    ASK_DISCARD = "Throw “{0}” away? The card is gone then, with all credit on it.",
        "Kaste «{0}»? Da er kortet borte, med all kreditt på det.",
        "Wyrzucić kartę „{0}”? Zniknie razem ze środkami, które na niej są.",
        "„{0}“ wegwerfen? Die Karte ist dann weg, mit allem Guthaben darauf.",
        "Викинути «{0}»? Картка зникне разом з усіма коштами на ній.";
    ASK_BEGIN = "Begin again? All cards, credit and the whole journal of this session are erased. Save the journal first if you need it.",
        "Begynne på nytt? Alle kort, all kreditt og hele loggen i denne økten slettes. Lagre loggen først hvis du trenger den.",
        "Zacząć od nowa? Wszystkie karty, środki i cały dziennik tej sesji zostaną usunięte. Zapisz wcześniej dziennik, jeśli jest potrzebny.",
        "Neu beginnen? Alle Karten, alles Guthaben und das ganze Protokoll dieser Sitzung werden gelöscht. Speichern Sie vorher das Protokoll, wenn Sie es brauchen.",
        "Почати знову? Усі картки, кошти й увесь журнал цього сеансу буде стерто. Спершу збережіть журнал, якщо він потрібен.";

    WALLET_EMPTY = "The wallet is empty. Get a card below.",
        "Lommeboka er tom. Hent et kort nedenfor.",
        "Portfel jest pusty. Weź kartę poniżej.",
        "Die Brieftasche ist leer. Holen Sie unten eine Karte.",
        "Гаманець порожній. Візьміть картку нижче.";
    RELEASE_HINT = "Gives up the credit that a destroyed or lost card has left on a socket of the pedestal in front of you.",
        "Gir opp kreditt som et ødelagt eller mistet kort har etterlatt på en stikkontakt på strømsøylen foran deg.",
        "Rezygnuje ze środków, które zniszczona lub zgubiona karta zostawiła na gnieździe słupka przed tobą.",
        "Gibt das Guthaben auf, das eine zerstörte oder verlorene Karte auf einer Steckdose der Stromsäule vor Ihnen hinterlassen hat.",
        "Відмовляється від коштів, які знищена чи загублена картка залишила на розетці колонки перед вами.";
    BALANCED = "Everything adds up to what was sold.",
        "Alt stemmer med det som er solgt.",
        "Wszystko zgadza się z tym, co sprzedano.",
        "Alles stimmt mit dem überein, was verkauft wurde.",
        "Усе сходиться з тим, що продано.";
    UNBALANCED = "It does not add up: {0}.", "Det stemmer ikke: {0}.", "Nie zgadza się: {0}.", "Es geht nicht auf: {0}.", "Не сходиться: {0}.";
    NO_POSTINGS = "Nothing has been booked yet.", "Ingenting er bokført ennå.", "Jeszcze nic nie zaksięgowano.", "Noch ist nichts gebucht.", "Ще нічого не проведено.";
    JOURNAL_EMPTY = "Nothing has happened yet.", "Ingenting har skjedd ennå.", "Jeszcze nic się nie wydarzyło.", "Noch ist nichts geschehen.", "Ще нічого не сталося.";
    JOURNAL_HINT = "Newest first. Choose a clause to read what it says.",
        "Nyeste først. Velg et punkt for å lese hva det sier.",
        "Od najnowszych. Wybierz punkt, aby przeczytać, co mówi.",
        "Neuestes zuerst. Wählen Sie eine Regel, um sie zu lesen.",
        "Спершу найновіше. Виберіть пункт, щоб прочитати його.";
    PLAYED = "{0} held, {1} did not.", "{0} stemte, {1} stemte ikke.", "{0} zgodnych, {1} niezgodnych.", "{0} stimmten, {1} nicht.", "Збіглося: {0}, не збіглося: {1}.";
    SETTINGS_HINT = "A change holds from the next operation on; one that is running keeps its own settings.",
        "En endring gjelder fra neste operasjon; en som er i gang, beholder sine innstillinger.",
        "Zmiana obowiązuje od następnej operacji; trwająca zachowuje swoje ustawienia.",
        "Eine Änderung gilt ab dem nächsten Vorgang; ein laufender behält seine Einstellungen.",
        "Зміна діє з наступної операції; поточна зберігає свої налаштування.";
    KEPT = "Cards, credit, boats and the journal are kept in this browser and nowhere else. Closing the page is a power cut for the pedestals: a write in progress stays exactly as far as it got.",
        "Kort, kreditt, båter og logg lagres i denne nettleseren og ingen andre steder. Å lukke siden er et strømbrudd for strømsøylene: en skriving som pågår, blir stående nøyaktig så langt den kom.",
        "Karty, środki, łodzie i dziennik są zapisywane tylko w tej przeglądarce. Zamknięcie strony jest dla słupków zanikiem prądu: trwający zapis zostaje dokładnie tam, gdzie się zatrzymał.",
        "Karten, Guthaben, Boote und Protokoll werden nur in diesem Browser gespeichert. Die Seite zu schließen ist für die Säulen ein Stromausfall: ein laufender Schreibvorgang bleibt genau dort stehen, wo er war.",
        "Картки, кошти, човни й журнал зберігаються лише в цьому браузері. Закрити сторінку для колонок означає зникнення струму: розпочатий запис лишається точно там, де зупинився.";

    // What a person typed cannot be used.
    AMOUNT_MISSING = "The amount is missing; write for example {0}.",
        "Beløpet mangler; skriv for eksempel {0}.",
        "Brakuje kwoty; wpisz na przykład {0}.",
        "Der Betrag fehlt; schreiben Sie zum Beispiel {0}.",
        "Бракує суми; напишіть, наприклад, {0}.";
    AMOUNT_NEGATIVE = "An amount cannot be below zero.",
        "Et beløp kan ikke være under null.",
        "Kwota nie może być ujemna.",
        "Ein Betrag kann nicht unter null sein.",
        "Сума не може бути меншою за нуль.";
    AMOUNT_UNCLEAR = "“{0}” is not an amount; write for example {1}.",
        "«{0}» er ikke et beløp; skriv for eksempel {1}.",
        "„{0}” nie jest kwotą; wpisz na przykład {1}.",
        "„{0}“ ist kein Betrag; schreiben Sie zum Beispiel {1}.",
        "«{0}» не є сумою; напишіть, наприклад, {1}.";
    AMOUNT_TOO_FINE = "“{0}” has more than two decimals; the smallest coin is one øre.",
        "«{0}» har mer enn to desimaler; den minste enheten er én øre.",
        "„{0}” ma więcej niż dwa miejsca po przecinku; najmniejsza jednostka to jedno øre.",
        "„{0}“ hat mehr als zwei Nachkommastellen; die kleinste Einheit ist ein Øre.",
        "У «{0}» більше двох знаків після коми; найменша одиниця — одне ере.";
    AMOUNT_TOO_LARGE = "“{0}” is more than any card could hold.",
        "«{0}» er mer enn noe kort kan inneholde.",
        "„{0}” to więcej, niż zmieści jakakolwiek karta.",
        "„{0}“ ist mehr, als eine Karte fassen kann.",
        "«{0}» — більше, ніж уміщає будь-яка картка.";
    CIVIL_UNCLEAR = "“{0}” is not a date and time between 2000 and 2135; write for example 2026-11-20 08:00:00.",
        "«{0}» er ikke en dato med klokkeslett mellom 2000 og 2135; skriv for eksempel 2026-11-20 08:00:00.",
        "„{0}” nie jest datą i godziną między rokiem 2000 a 2135; wpisz na przykład 2026-11-20 08:00:00.",
        "„{0}“ ist kein Datum mit Uhrzeit zwischen 2000 und 2135; schreiben Sie zum Beispiel 2026-11-20 08:00:00.",
        "«{0}» не є датою й часом між 2000 і 2135 роком; напишіть, наприклад, 2026-11-20 08:00:00.";
    MS_UNCLEAR = "“{0}” is not a whole number of milliseconds up to 4294967295.",
        "«{0}» er ikke et helt antall millisekunder opp til 4294967295.",
        "„{0}” nie jest całkowitą liczbą milisekund do 4294967295.",
        "„{0}“ ist keine ganze Zahl von Millisekunden bis 4294967295.",
        "«{0}» не є цілим числом мілісекунд до 4294967295.";
    NUMBER_UNCLEAR = "“{0}” is not a whole number that this setting could have.",
        "«{0}» er ikke et heltall som denne innstillingen kan ha.",
        "„{0}” nie jest liczbą całkowitą dopuszczalną dla tego ustawienia.",
        "„{0}“ ist keine ganze Zahl, die diese Einstellung haben kann.",
        "«{0}» не є цілим числом, допустимим для цього налаштування.";
}
