//! What is said about the look and the feel of the page.

use super::texts;

texts! {
    at most 150 letters;
    FEEL = "Sound, touch and view", "Lyd, berøring og visning", "Dźwięk, dotyk i widok";
    VOLUME = "Volume", "Volum", "Głośność";
    MUTE = "Mute", "Demp", "Wycisz";
    VIBRATION = "Vibrate (phones)", "Vibrer (telefoner)", "Wibracje (telefony)";
    HOLD_ASSIST = "Hold assist", "Holdehjelp", "Ułatwienie przytrzymania";
    HOLD_ASSIST_HINT = "Instead of holding: one tap starts, the next one stops.",
        "I stedet for å holde: ett trykk starter, det neste stopper.",
        "Zamiast przytrzymywać: jedno dotknięcie zaczyna, następne kończy.";
    PROJECTOR = "Projector view", "Projektorvisning", "Widok na projektor";
    PRESSED = "What was pressed", "Det som er trykket", "Co naciśnięto";
    TO_THE_PAGE = "Back to the page", "Tilbake til siden", "Wróć do strony";

    TAKE_A_CARD = "Take a card", "Ta et kort", "Weź kartę";
    MORE = "More", "Mer", "Więcej";
    HOLD_ON = "Hold {0} s to move the credit back", "Hold i {0} s for å få alt tilbake", "Trzymaj {0} s, by cofnąć środki";
    HELD_FOR = "Card held {0} s", "Kortet ble holdt {0} s", "Karta przyłożona {0} s";
}
