//! What is said about the look and the feel of the page.

use super::texts;

texts! {
    at most 150 letters;
    FEEL = "Sound, touch and view", "Lyd, berøring og visning", "Dźwięk, dotyk i widok",
        "Ton, Berührung und Ansicht", "Звук, дотик і вигляд";
    VOLUME = "Volume", "Volum", "Głośność", "Lautstärke", "Гучність";
    MUTE = "Mute", "Demp", "Wycisz", "Stumm", "Без звуку";
    VIBRATION = "Vibrate (phones)", "Vibrer (telefoner)", "Wibracje (telefony)",
        "Vibrieren (Telefone)", "Вібрація (телефони)";
    HOLD_ASSIST = "Hold assist", "Holdehjelp", "Ułatwienie przytrzymania", "Haltehilfe", "Допомога з утриманням";
    HOLD_ASSIST_HINT = "Instead of holding: one tap starts, the next one stops.",
        "I stedet for å holde: ett trykk starter, det neste stopper.",
        "Zamiast przytrzymywać: jedno dotknięcie zaczyna, następne kończy.",
        "Statt zu halten: einmal tippen beginnt, noch einmal endet.",
        "Замість утримувати: перший дотик починає, наступний завершує.";
    PROJECTOR = "Projector view", "Projektorvisning", "Widok na projektor", "Projektoransicht", "Вигляд для проєктора";
    PRESSED = "What was pressed", "Det som er trykket", "Co naciśnięto", "Was gedrückt wurde", "Що натиснуто";
    TO_THE_PAGE = "Back to the page", "Tilbake til siden", "Wróć do strony", "Zurück zur Seite", "Назад до сторінки";

    TAKE_A_CARD = "Take a card", "Ta et kort", "Weź kartę", "Nehmen Sie eine Karte", "Візьміть картку";
    MORE = "More", "Mer", "Więcej", "Mehr", "Більше";
    HOLD_ON = "Hold {0} s to move the credit back", "Hold i {0} s for å få alt tilbake",
        "Trzymaj {0} s, by cofnąć środki", "{0} s halten, um das Guthaben zurückzuholen",
        "Тримайте {0} с, щоб повернути кошти";
    HELD_FOR = "Card held {0} s", "Kortet ble holdt {0} s", "Karta przyłożona {0} s", "Karte {0} s gehalten",
        "Картку тримали {0} с";
}
