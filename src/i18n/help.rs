//! What the keys of the keyboard do.

use super::texts;

texts! {
    at most 110 letters;
    KEYS = "Keys", "Taster", "Klawisze", "Tasten", "Клавіші";
    TAB = "on to the next button or field, and back",
        "videre til neste knapp eller felt, og tilbake",
        "do następnego przycisku lub pola i z powrotem",
        "weiter zum nächsten Knopf oder Feld, und zurück",
        "до наступної кнопки чи поля, і назад";
    PRESS = "press what is marked",
        "trykk på det som er merket",
        "naciśnij to, co zaznaczone",
        "drückt, was markiert ist",
        "натиснути позначене";
    HOLD = "held down: holds the device's button down, until you let go",
        "holdt nede: holder knappen på apparatet nede til du slipper",
        "przytrzymane: trzymają przycisk urządzenia, dopóki nie puścisz",
        "gehalten: hält den Knopf des Geräts gedrückt, bis Sie loslassen",
        "утримані: тримають кнопку пристрою, доки не відпустите";
    OPEN = "on the title of a panel: opens and closes it",
        "på tittelen til et panel: åpner og lukker det",
        "na tytule panelu: otwierają go i zamykają",
        "auf dem Titel eines Felds: öffnet und schließt es",
        "на заголовку панелі: відкривають і закривають її";
    CHOOSE = "chooses from a list",
        "velger fra en liste",
        "wybierają z listy",
        "wählt aus einer Liste",
        "вибирають зі списку";
    CLOSE = "closes a question, without doing anything",
        "lukker et spørsmål uten å gjøre noe",
        "zamyka pytanie i nic nie robi",
        "schließt eine Frage, ohne etwas zu tun",
        "закриває запитання, нічого не роблячи";
    HELP = "shows these keys", "viser disse tastene", "pokazuje te klawisze", "zeigt diese Tasten", "показує ці клавіші";
    BY_KEY = "Open this with the key ?",
        "Åpne dette med tasten ?",
        "Otwieraj to klawiszem ?",
        "Mit der Taste ? öffnen",
        "Відкривати клавішею ?";
    SOCKETS_LIT = "Lit blue: sockets {0}", "Lyser blått: stikkontakt {0}", "Świecą na niebiesko: gniazda {0}",
        "Blau beleuchtet: Steckdosen {0}", "Світяться синім: розетки {0}";
    SOCKETS_DARK = "No socket is lit", "Ingen stikkontakt lyser", "Żadne gniazdo nie świeci",
        "Keine Steckdose ist beleuchtet", "Жодна розетка не світиться";
}
