//! What is said about the version of the page.

use super::texts;

texts! {
    at most 110 letters;
    NEW_VERSION = "A new version of this page is here; what you have done stays.",
        "En ny versjon av siden er her; det du har gjort, blir beholdt.",
        "Jest nowa wersja tej strony; to, co zrobiono, zostanie.",
        "Eine neue Version dieser Seite ist da; was Sie getan haben, bleibt.",
        "Є нова версія цієї сторінки; усе зроблене залишиться.";
    USE_IT = "Use it now", "Bruk den nå", "Użyj jej teraz", "Jetzt verwenden", "Перейти на неї";
}
