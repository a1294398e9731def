//! Sentences: what the page explains and asks.

use super::texts;

texts! {
    at most 240 letters;
    /// Under the page's name.
    TAGLINE = "A shore-power pedestal to try out",
        "En strømsøyle du kan prøve",
        "Słupek z prądem do wypróbowania";
    INVITE = "Drag a card from the wallet to the holder, or use the card's button.",
        "Dra et kort fra lommeboka til holderen, eller bruk knappen på kortet.",
        "Przeciągnij kartę z portfela do uchwytu albo użyj przycisku na karcie.";

    // Two tabs, and what was kept.
    WATCHING = "Another tab is using this quay. Here you can look, but not touch.",
        "En annen fane bruker denne kaia. Her kan du se, men ikke røre.",
        "Tego nabrzeża używa inna karta przeglądarki. Tutaj można tylko patrzeć.";
    TAKE_OVER = "Take over here", "Ta over her", "Przejmij tutaj";
    UNREADABLE = "What this browser kept of the quay cannot be read: {0}. It is still there; download it before you start afresh.",
        "Det nettleseren har lagret om kaia, kan ikke leses: {0}. Det ligger der fortsatt; last det ned før du begynner på nytt.",
        "Nie można odczytać tego, co przeglądarka zapisała o nabrzeżu: {0}. Dane nadal tam są; pobierz je, zanim zaczniesz od nowa.";
    DOWNLOAD = "Download what was kept", "Last ned det som er lagret", "Pobierz zapisane dane";
    START_FRESH = "Start afresh", "Begynn på nytt", "Zacznij od nowa";
    NOT_KEPT = "This browser keeps nothing of what you do here: its storage is full or switched off.",
        "Nettleseren tar ikke vare på det du gjør her: lagringen er full eller slått av.",
        "Przeglądarka nie zapisuje tego, co tu robisz: pamięć jest pełna albo wyłączona.";

    // Questions before something that cannot be undone.
    ASK_DESTROY = "Punch a hole in “{0}”? The card is destroyed then, and all credit on it is lost (P-01).",
        "Lage hull i «{0}»? Kortet blir ødelagt, og all kreditt på det går tapt (P-01).",
        "Przedziurawić kartę „{0}”? Zostanie zniszczona, a wszystkie środki na niej przepadną (P-01).";
    ASK_LOSE = "Lose “{0}”? A lost card is not replaced, and all credit on it is lost (P-02).",
        "Miste «{0}»? Et mistet kort erstattes ikke, og all kreditt på det går tapt (P-02).",
        "Zgubić kartę „{0}”? Zgubionej karty się nie wymienia, a środki na niej przepadną (P-02).";
    ASK_DISCARD = "Throw “{0}” away? The card is gone then, with all credit on it.",
        "Kaste «{0}»? Da er kortet borte, med all kreditt på det.",
        "Wyrzucić kartę „{0}”? Zniknie razem ze środkami, które na niej są.";
    ASK_BEGIN = "Begin again? All cards, credit and the whole journal of this session are erased. Save the journal first if you need it.",
        "Begynne på nytt? Alle kort, all kreditt og hele loggen i denne økten slettes. Lagre loggen først hvis du trenger den.",
        "Zacząć od nowa? Wszystkie karty, środki i cały dziennik tej sesji zostaną usunięte. Zapisz wcześniej dziennik, jeśli jest potrzebny.";

    WALLET_EMPTY = "The wallet is empty. Get a card below.",
        "Lommeboka er tom. Hent et kort nedenfor.",
        "Portfel jest pusty. Weź kartę poniżej.";
    RELEASE_HINT = "Gives up the credit that a destroyed or lost card has left on a socket of the pedestal in front of you.",
        "Gir opp kreditt som et ødelagt eller mistet kort har etterlatt på en stikkontakt på strømsøylen foran deg.",
        "Rezygnuje ze środków, które zniszczona lub zgubiona karta zostawiła na gnieździe słupka przed tobą.";
    BALANCED = "Everything adds up to what was sold.",
        "Alt stemmer med det som er solgt.",
        "Wszystko zgadza się z tym, co sprzedano.";
    UNBALANCED = "It does not add up: {0}.", "Det stemmer ikke: {0}.", "Nie zgadza się: {0}.";
    NO_POSTINGS = "Nothing has been booked yet.", "Ingenting er bokført ennå.", "Jeszcze nic nie zaksięgowano.";
    JOURNAL_EMPTY = "Nothing has happened yet.", "Ingenting har skjedd ennå.", "Jeszcze nic się nie wydarzyło.";
    JOURNAL_HINT = "Newest first. Choose a clause to read what it says.",
        "Nyeste først. Velg et punkt for å lese hva det sier.",
        "Od najnowszych. Wybierz punkt, aby przeczytać, co mówi.";
    PLAYED = "{0} held, {1} did not.", "{0} stemte, {1} stemte ikke.", "{0} zgodnych, {1} niezgodnych.";
    SETTINGS_HINT = "A change holds from the next operation on; one that is running keeps its own settings.",
        "En endring gjelder fra neste operasjon; en som er i gang, beholder sine innstillinger.",
        "Zmiana obowiązuje od następnej operacji; trwająca zachowuje swoje ustawienia.";
    KEPT = "Cards, credit, boats and the journal are kept in this browser and nowhere else. Closing the page is a power cut for the pedestals: a write in progress stays exactly as far as it got.",
        "Kort, kreditt, båter og logg lagres i denne nettleseren og ingen andre steder. Å lukke siden er et strømbrudd for strømsøylene: en skriving som pågår, blir stående nøyaktig så langt den kom.",
        "Karty, środki, łodzie i dziennik są zapisywane tylko w tej przeglądarce. Zamknięcie strony jest dla słupków zanikiem prądu: trwający zapis zostaje dokładnie tam, gdzie się zatrzymał.";

    // What a person typed cannot be used.
    AMOUNT_MISSING = "The amount is missing; write for example {0}.",
        "Beløpet mangler; skriv for eksempel {0}.",
        "Brakuje kwoty; wpisz na przykład {0}.";
    AMOUNT_NEGATIVE = "An amount cannot be below zero.",
        "Et beløp kan ikke være under null.",
        "Kwota nie może być ujemna.";
    AMOUNT_UNCLEAR = "“{0}” is not an amount; write for example {1}.",
        "«{0}» er ikke et beløp; skriv for eksempel {1}.",
        "„{0}” nie jest kwotą; wpisz na przykład {1}.";
    AMOUNT_TOO_FINE = "“{0}” has more than two decimals; the smallest coin is one øre.",
        "«{0}» har mer enn to desimaler; den minste enheten er én øre.",
        "„{0}” ma więcej niż dwa miejsca po przecinku; najmniejsza jednostka to jedno øre.";
    AMOUNT_TOO_LARGE = "“{0}” is more than any card could hold.",
        "«{0}» er mer enn noe kort kan inneholde.",
        "„{0}” to więcej, niż zmieści jakakolwiek karta.";
    CIVIL_UNCLEAR = "“{0}” is not a date and time between 2000 and 2135; write for example 2026-11-20 08:00:00.",
        "«{0}» er ikke en dato med klokkeslett mellom 2000 og 2135; skriv for eksempel 2026-11-20 08:00:00.",
        "„{0}” nie jest datą i godziną między rokiem 2000 a 2135; wpisz na przykład 2026-11-20 08:00:00.";
    MS_UNCLEAR = "“{0}” is not a whole number of milliseconds up to 4294967295.",
        "«{0}» er ikke et helt antall millisekunder opp til 4294967295.",
        "„{0}” nie jest całkowitą liczbą milisekund do 4294967295.";
    NUMBER_UNCLEAR = "“{0}” is not a whole number that this setting could have.",
        "«{0}» er ikke et heltall som denne innstillingen kan ha.",
        "„{0}” nie jest liczbą całkowitą dopuszczalną dla tego ustawienia.";
}
