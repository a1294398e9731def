//! What is said about the replica itself, about the files that go in and out, and about what goes wrong.

use super::texts;

texts! {
    at most 240 letters;
    /// Engraved on the housing.
    TRAINING_REPLICA = "training replica", "øvingskopi", "replika szkoleniowa", "Übungsnachbau", "навчальна копія";
    UNOFFICIAL = "Unofficial training replica \u{2013} not made or endorsed by any manufacturer or operator.",
        "Uoffisiell øvingskopi \u{2013} ikke laget eller godkjent av noen produsent eller operatør.",
        "Nieoficjalna replika szkoleniowa \u{2013} niewykonana ani niezatwierdzona przez żadnego producenta ani operatora.",
        "Inoffizieller Übungsnachbau \u{2013} von keinem Hersteller oder Betreiber gefertigt oder geprüft.",
        "Неофіційна навчальна копія \u{2013} не виготовлена й не схвалена жодним виробником чи оператором.";

    /// What stands on the button, and what it means where that is not said.
    KEY_BACK = "1 Tilbake Back", "1 Tilbake Back", "1 Tilbake Back (Wstecz)", "1 Tilbake Back (Zurück)", "1 Tilbake Back (Назад)";
    KEY_ENTER = "2 Enter", "2 Enter", "2 Enter", "2 Enter", "2 Enter";
    CHOOSE = "Socket {0}", "Stikkontakt {0}", "Gniazdo {0}", "Steckdose {0}", "Розетка {0}";
    CHOOSE_LIT = "Socket {0}, lit blue", "Stikkontakt {0}, lyser blått", "Gniazdo {0}, świeci na niebiesko", "Steckdose {0}, leuchtet blau", "Розетка {0}, світиться синім";
    PUSH_PLUG = "Plug the boat into socket {0}", "Koble båten til stikkontakt {0}", "Podłącz łódź do gniazda {0}", "Boot in Steckdose {0} einstecken", "Підключити човен до розетки {0}";
    PULL_PLUG = "Unplug the boat from socket {0}", "Koble båten fra stikkontakt {0}", "Odłącz łódź od gniazda {0}", "Boot aus Steckdose {0} ausstecken", "Відключити човен від розетки {0}";
    TAKE = "Take out", "Ta ut", "Wyjmij", "Herausnehmen", "Вийняти";

    MISSING_PARTS = "Parts of this page could not be fetched: panels are missing, and nothing is kept until they are here.", "Deler av siden kunne ikke hentes: paneler mangler, og ingenting lagres før de er her.", "Nie udało się pobrać części strony: brakuje paneli i nic nie jest zapisywane, dopóki ich nie ma.", "Teile dieser Seite konnten nicht geladen werden: Felder fehlen, und nichts wird gespeichert, bis sie da sind.", "Частини сторінки не вдалося завантажити: бракує панелей, і нічого не зберігається, доки їх немає.";
    TO_THE_BUS = "To the bus with its ticket validators", "Til bussen med kortleserne", "Do autobusu z kasownikami", "Zum Bus mit den Entwertern", "До автобуса з валідаторами";
    FETCH_PARTS = "Try again", "Prøv igjen", "Spróbuj ponownie", "Erneut versuchen", "Спробувати ще раз";
    NO_LOCKS = "This browser cannot keep tabs apart: use this quay in one tab only.",
        "Nettleseren kan ikke holde faner fra hverandre: bruk kaia i bare én fane.",
        "Ta przeglądarka nie rozróżnia kart: używaj nabrzeża tylko w jednej karcie.",
        "Dieser Browser kann Tabs nicht auseinanderhalten: diesen Kai nur in einem Tab benutzen.",
        "Цей браузер не розрізняє вкладок: користуйтеся причалом лише в одній вкладці.";

    SCENARIO = "Scenario", "Scenario", "Scenariusz", "Szenario", "Сценарій";
    READING = "Reading the file \u{2026}", "Leser filen \u{2026}", "Czytanie pliku \u{2026}", "Die Datei wird gelesen \u{2026}", "Читання файлу \u{2026}";
    TITLE = "A session at the quay, {0}", "En økt på kaia, {0}", "Sesja na nabrzeżu, {0}", "Eine Sitzung am Kai, {0}", "Сеанс на причалі, {0}";
    LINE = "line {0}: {1}", "linje {0}: {1}", "wiersz {0}: {1}", "Zeile {0}: {1}", "рядок {0}: {1}";
    TOO_LARGE = "\u{201c}{0}\u{201d} is larger than 2 MB; a session is never that large. Nothing has changed.",
        "«{0}» er større enn 2 MB; så stor er aldri en økt. Ingenting er endret.",
        "\u{201e}{0}\u{201d} ma więcej niż 2 MB; sesja nigdy nie jest tak duża. Nic się nie zmieniło.",
        "\u{201e}{0}\u{201c} ist größer als 2 MB; so groß ist keine Sitzung. Nichts hat sich geändert.",
        "«{0}» більший за 2 МБ; сеанс ніколи не буває таким великим. Нічого не змінилося.";
    NOT_TEXT = "\u{201c}{0}\u{201d} is not a text file; choose a .feature file. Nothing has changed.",
        "«{0}» er ikke en tekstfil; velg en .feature-fil. Ingenting er endret.",
        "\u{201e}{0}\u{201d} nie jest plikiem tekstowym; wybierz plik .feature. Nic się nie zmieniło.",
        "\u{201e}{0}\u{201c} ist keine Textdatei; wählen Sie eine .feature-Datei. Nichts hat sich geändert.",
        "«{0}» не є текстовим файлом; виберіть файл .feature. Нічого не змінилося.";
    NO_PARSER = "The part of the page that reads files could not be loaded; check the connection and try again.",
        "Den delen av siden som leser filer, kunne ikke lastes; sjekk forbindelsen og prøv igjen.",
        "Nie udało się wczytać części strony, która czyta pliki; sprawdź połączenie i spróbuj ponownie.",
        "Der Teil der Seite, der Dateien liest, konnte nicht geladen werden; Verbindung prüfen und erneut versuchen.",
        "Не вдалося завантажити частину сторінки, яка читає файли; перевірте з’єднання і спробуйте ще раз.";
    CANNOT_PLAY = "\u{201c}{0}\u{201d} cannot be played: {1}. Nothing has changed.",
        "«{0}» kan ikke spilles av: {1}. Ingenting er endret.",
        "Nie można odtworzyć \u{201e}{0}\u{201d}: {1}. Nic się nie zmieniło.",
        "\u{201e}{0}\u{201c} lässt sich nicht abspielen: {1}. Nichts hat sich geändert.",
        "«{0}» не можна відтворити: {1}. Нічого не змінилося.";
    NO_SCENARIO = "there is no scenario in it", "det er ikke noe scenario i den", "nie ma w nim scenariusza", "sie enthält kein Szenario", "у ньому немає сценарію";
    NOT_GHERKIN = "this is not Gherkin", "dette er ikke Gherkin", "to nie jest Gherkin", "das ist kein Gherkin", "це не Gherkin";
    CANNOT_SAVE = "The session cannot be told: {0}.", "Økten kan ikke gjengis: {0}.", "Nie można opisać sesji: {0}.", "Die Sitzung lässt sich nicht wiedergeben: {0}.", "Сеанс не можна описати: {0}.";

    CRASHED = "The page has stopped because of a mistake in it. What was stored is untouched; reload the page to go on.",
        "Siden har stoppet på grunn av en feil i den. Det som var lagret, er urørt; last siden på nytt for å fortsette.",
        "Strona zatrzymała się z powodu błędu. Zapisane dane są nienaruszone; odśwież stronę, aby kontynuować.",
        "Die Seite ist wegen eines Fehlers in ihr stehen geblieben. Gespeichertes ist unberührt; laden Sie die Seite neu.",
        "Сторінка зупинилася через помилку в ній. Збережене не зачеплено; перезавантажте сторінку.";
}
