//! What is said about the firmware that runs beside the replica.

use super::{Counted, texts};

texts! {
    at most 240 letters;
    RUN = "Run the firmware", "Kjør fastvaren", "Uruchom firmware";
    STOP = "Stop the firmware", "Stopp fastvaren", "Zatrzymaj firmware";
    EXPLAINED = "The file that is flashed to a Raspberry Pi Pico runs here on an emulated board, on the same inputs.",
        "Filen som legges på en Raspberry Pi Pico, kjører her på et emulert kort, med de samme hendelsene.",
        "Plik wgrywany do Raspberry Pi Pico działa tu na emulowanej płytce, z tymi samymi zdarzeniami.";
    COMING = "The firmware and its board are being fetched \u{2026}", "Henter fastvaren og kortet \u{2026}",
        "Pobieranie firmware i płytki \u{2026}";
    MISSING = "The firmware could not be fetched; check the connection.",
        "Fastvaren kunne ikke hentes; sjekk forbindelsen.",
        "Nie udało się pobrać firmware; sprawdź połączenie.";
    AGAIN = "Try again", "Prøv igjen", "Spróbuj ponownie";
    BROKEN = "The board cannot follow any further: {0}.", "Kortet kan ikke følge lenger: {0}.",
        "Płytka nie może dalej podążać: {0}.";
    DISPLAY = "What the firmware shows", "Det fastvaren viser", "Co pokazuje firmware";
    AGREED = "{0} agreed", "{0} like", "{0}: zgodne";
    DIFFER = "{0} differ", "{0} ulike", "{0}: różne";
    MARKED = "The dots that differ are pink.", "Punktene som er ulike, er rosa.", "Różniące się punkty są różowe.";
    OTHERWISE = "Lamps or relays differ.", "Lamper eller releer er ulike.", "Lampki lub przekaźniki się różnią.";
    KEEPS_UP = "keeps up", "holder følge", "nadąża";
    BEHIND = "{0} behind, catching up", "{0} etter, tar igjen", "{0} opóźnienia, nadrabia";
    WAITING = "{0} behind \u{2013} the clock waits", "{0} etter \u{2013} klokka venter", "{0} opóźnienia \u{2013} zegar czeka";
    FILE = "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} kB", "{0} {1} \u{b7} {2} kB";
    DOWNLOAD = "Download the UF2 file", "Last ned UF2-filen", "Pobierz plik UF2";
}

/// Frames of a display.
pub const FRAMES: Counted =
    Counted { english: ["frame", "frames"], norwegian: ["bilde", "bilder"], polish: ["klatka", "klatki", "klatek"] };
