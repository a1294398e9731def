//! What is said about the replica itself, about the files that go in and out, and about what goes wrong.

use super::texts;

texts! {
    at most 240 letters;
    /// Engraved on the housing.
    TRAINING_REPLICA = "training replica", "øvingskopi", "replika szkoleniowa";
    UNOFFICIAL = "Unofficial training replica \u{2013} not made or endorsed by any manufacturer or operator.",
        "Uoffisiell øvingskopi \u{2013} ikke laget eller godkjent av noen produsent eller operatør.",
        "Nieoficjalna replika szkoleniowa \u{2013} niewykonana ani niezatwierdzona przez żadnego producenta ani operatora.";

    KEY_BACK = "1 Back", "1 Tilbake", "1 Wstecz";
    KEY_ENTER = "2 Enter", "2 Enter", "2 Enter";
    CHOOSE = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}";
    CHOOSE_LIT = "Socket {0}, lit blue", "Stikkontakt {0}, lyser blått", "Gniazdo {0}, świeci na niebiesko";
    PUSH_PLUG = "Plug the boat into socket {0}", "Koble båten til stikkontakt {0}", "Podłącz łódź do gniazda {0}";
    PULL_PLUG = "Unplug the boat from socket {0}", "Koble båten fra stikkontakt {0}", "Odłącz łódź od gniazda {0}";
    TAKE = "Take out", "Ta ut", "Wyjmij";

    MISSING_PARTS = "Parts of this page could not be fetched: panels are missing, and nothing is kept until they are here.", "Deler av siden kunne ikke hentes: paneler mangler, og ingenting lagres før de er her.", "Nie udało się pobrać części strony: brakuje paneli i nic nie jest zapisywane, dopóki ich nie ma.";
    TO_THE_BUS = "To the bus with its ticket validators", "Til bussen med kortleserne", "Do autobusu z kasownikami";
    FETCH_PARTS = "Try again", "Prøv igjen", "Spróbuj ponownie";
    NO_LOCKS = "This browser cannot keep tabs apart: use this quay in one tab only.",
        "Nettleseren kan ikke holde faner fra hverandre: bruk kaia i bare én fane.",
        "Ta przeglądarka nie rozróżnia kart: używaj nabrzeża tylko w jednej karcie.";

    SCENARIO = "Scenario", "Scenario", "Scenariusz";
    READING = "Reading the file \u{2026}", "Leser filen \u{2026}", "Czytanie pliku \u{2026}";
    TITLE = "A session at the quay, {0}", "En økt på kaia, {0}", "Sesja na nabrzeżu, {0}";
    LINE = "line {0}: {1}", "linje {0}: {1}", "wiersz {0}: {1}";
    TOO_LARGE = "\u{201c}{0}\u{201d} is larger than 2 MB; a session is never that large. Nothing has changed.",
        "«{0}» er større enn 2 MB; så stor er aldri en økt. Ingenting er endret.",
        "\u{201e}{0}\u{201d} ma więcej niż 2 MB; sesja nigdy nie jest tak duża. Nic się nie zmieniło.";
    NOT_TEXT = "\u{201c}{0}\u{201d} is not a text file; choose a .feature file. Nothing has changed.",
        "«{0}» er ikke en tekstfil; velg en .feature-fil. Ingenting er endret.",
        "\u{201e}{0}\u{201d} nie jest plikiem tekstowym; wybierz plik .feature. Nic się nie zmieniło.";
    NO_PARSER = "The part of the page that reads files could not be loaded; check the connection and try again.",
        "Den delen av siden som leser filer, kunne ikke lastes; sjekk forbindelsen og prøv igjen.",
        "Nie udało się wczytać części strony, która czyta pliki; sprawdź połączenie i spróbuj ponownie.";
    CANNOT_PLAY = "\u{201c}{0}\u{201d} cannot be played: {1}. Nothing has changed.",
        "«{0}» kan ikke spilles av: {1}. Ingenting er endret.",
        "Nie można odtworzyć \u{201e}{0}\u{201d}: {1}. Nic się nie zmieniło.";
    NO_SCENARIO = "there is no scenario in it", "det er ikke noe scenario i den", "nie ma w nim scenariusza";
    NOT_GHERKIN = "this is not Gherkin", "dette er ikke Gherkin", "to nie jest Gherkin";
    CANNOT_SAVE = "The session cannot be told: {0}.", "Økten kan ikke gjengis: {0}.", "Nie można opisać sesji: {0}.";

    CRASHED = "The page has stopped because of a mistake in it. What was stored is untouched; reload the page to go on.",
        "Siden har stoppet på grunn av en feil i den. Det som var lagret, er urørt; last siden på nytt for å fortsette.",
        "Strona zatrzymała się z powodu błędu. Zapisane dane są nienaruszone; odśwież stronę, aby kontynuować.";
}
