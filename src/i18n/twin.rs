//! What is said about the firmware that runs beside the replica.

use super::{Counted, texts};

texts! {
    at most 240 letters;
    RUN = "Run the firmware", "Kjør fastvaren", "Uruchom firmware", "Firmware laufen lassen", "Запустити прошивку";
    STOP = "Stop the firmware", "Stopp fastvaren", "Zatrzymaj firmware", "Firmware anhalten", "Зупинити прошивку";
    EXPLAINED = "The file that is flashed to a Raspberry Pi Pico runs here on an emulated board, on the same inputs.",
        "Filen som legges på en Raspberry Pi Pico, kjører her på et emulert kort, med de samme hendelsene.",
        "Plik wgrywany do Raspberry Pi Pico działa tu na emulowanej płytce, z tymi samymi zdarzeniami.",
        "Die Datei, die auf einen Raspberry Pi Pico kommt, läuft hier auf einer emulierten Platine, mit denselben Eingaben.",
        "Файл, який записують у Raspberry Pi Pico, працює тут на емульованій платі з тими самими подіями.";
    COMING = "The firmware and its board are being fetched \u{2026}", "Henter fastvaren og kortet \u{2026}",
        "Pobieranie firmware i płytki \u{2026}",
        "Firmware und Platine werden geladen \u{2026}",
        "Завантажуються прошивка й плата \u{2026}";
    BUILDING = "The firmware is being built; it starts by itself as soon as it is ready \u{2026}",
        "Fastvaren bygges; den starter av seg selv så snart den er klar \u{2026}",
        "Firmware jest jeszcze budowane; uruchomi się samo, gdy będzie gotowe \u{2026}",
        "Die Firmware wird gerade gebaut; sie startet von selbst, sobald sie fertig ist \u{2026}",
        "Прошивка ще збирається; вона запуститься сама, щойно буде готова \u{2026}";
    MISSING = "The firmware could not be fetched; check the connection.",
        "Fastvaren kunne ikke hentes; sjekk forbindelsen.",
        "Nie udało się pobrać firmware; sprawdź połączenie.",
        "Die Firmware konnte nicht geladen werden; Verbindung prüfen.",
        "Не вдалося завантажити прошивку; перевірте з’єднання.";
    AGAIN = "Try again", "Prøv igjen", "Spróbuj ponownie", "Erneut versuchen", "Спробувати ще раз";
    BROKEN = "The board cannot follow any further: {0}.", "Kortet kan ikke følge lenger: {0}.",
        "Płytka nie może dalej podążać: {0}.",
        "Die Platine kann nicht weiter folgen: {0}.",
        "Плата не може йти далі: {0}.";
    DISPLAY = "What the firmware shows", "Det fastvaren viser", "Co pokazuje firmware", "Was die Firmware zeigt", "Що показує прошивка";
    AGREED = "{0} agreed", "{0} like", "{0}: zgodne", "{0} gleich", "Збіглося: {0}";
    DIFFER = "{0} differ", "{0} ulike", "{0}: różne", "{0} verschieden", "Не збіглося: {0}";
    MARKED = "The dots that differ are pink.", "Punktene som er ulike, er rosa.", "Różniące się punkty są różowe.", "Abweichende Punkte sind rosa.", "Точки, що відрізняються, рожеві.";
    OTHERWISE = "Lamps or relays differ.", "Lamper eller releer er ulike.", "Lampki lub przekaźniki się różnią.", "Lampen oder Relais weichen ab.", "Лампи або реле відрізняються.";
    KEEPS_UP = "keeps up", "holder følge", "nadąża", "hält Schritt", "встигає";
    BEHIND = "{0} behind, catching up", "{0} etter, tar igjen", "{0} opóźnienia, nadrabia", "{0} zurück, holt auf", "відстає на {0}, надолужує";
    WAITING = "{0} behind \u{2013} the clock waits", "{0} etter \u{2013} klokka venter", "{0} opóźnienia \u{2013} zegar czeka", "{0} zurück \u{2013} die Uhr wartet", "відстає на {0} \u{2013} годинник чекає";
    FILE = "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} кБ";
    DOWNLOAD = "Download the UF2 file", "Last ned UF2-filen", "Pobierz plik UF2", "UF2-Datei herunterladen", "Завантажити файл UF2";
}

/// Frames of a display.
pub const FRAMES: Counted = Counted {
    english: ["frame", "frames"],
    norwegian: ["bilde", "bilder"],
    polish: ["klatka", "klatki", "klatek"],
    german: ["Bild", "Bilder"],
    ukrainian: ["кадр", "кадри", "кадрів"],
};
