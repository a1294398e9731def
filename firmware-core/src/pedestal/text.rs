//! The pedestal's words. A headline has room for 16 characters, a line for 21.

use crate::text::{Words, words};

/// DP-03: the pillar's own name, as type, on the rest screen (P-06).
pub const MAKER: Words = words("ROLEC", "ROLEC", "ROLEC");
/// P-06.
pub const WELCOME: Words = words("WELCOME", "VELKOMMEN", "WITAMY");
/// P-09.
pub const INSERT_CARD: Words = words("Insert your card", "Sett inn kortet", "Włóż kartę");
/// DP-36.
pub const CARD_INSIDE: Words = words("Card in the holder", "Kort i holderen", "Karta w uchwycie");
/// DP-36, DP-07: what the buttons of the sockets do then.
pub const OR_CHOOSE: Words = words("1-4: choose socket", "1-4: velg kontakt", "1-4: wybierz gniazdo");
/// P-26.
pub const OR_CHECK: Words = words("1-4: check credit", "1-4: sjekk kreditt", "1-4: sprawdź środki");

/// P-09, P-10.
pub const CHOOSE_SOCKET: Words = words("CHOOSE SOCKET", "VELG KONTAKT", "WYBIERZ GNIAZDO");
/// P-10. DP-37: the square keys have the numbers 1 and 2, too.
pub const ROUND_BUTTON: Words = words("Round button 1 to 4", "Rund knapp 1 til 4", "Okrągły przycisk 1-4");
/// DP-31.
pub const SETTLED: Words = words("Earlier update done", "Forrige fullført", "Operacja dokończona");

/// P-11: followed by the number.
pub const SOCKET_IN_USE: Words = words("SOCKET", "NR", "GNIAZDO");
/// P-11: after the number.
pub const IN_USE: Words = words("IN USE", "ER I BRUK", "ZAJĘTE");
/// P-11.
pub const CHOOSE_ANOTHER: Words = words("Choose another socket", "Velg en annen kontakt", "Wybierz inne gniazdo");
/// DP-26.
pub const ONE_PER_CARD: Words = words("One socket per card", "Én kontakt per kort", "1 gniazdo na 1 kartę");
/// DP-26: followed by the number of the socket that the card has.
pub const YOU_HAVE: Words = words("You have socket", "Du har kontakt", "Masz gniazdo");

/// The socket, with its number.
pub const SOCKET: Words = words("SOCKET", "KONTAKT", "GNIAZDO");
/// The socket, within a line.
pub const SOCKET_IN_LINE: Words = words("Socket", "Kontakt", "Gniazdo");
/// P-13: the credit on the pedestal.
pub const PEDESTAL: Words = words("Pedestal", "Søyle", "Słupek");
/// P-13: the credit on the card.
pub const CARD: Words = words("Card", "Kort", "Karta");
/// P-24.
pub const ENERGY: Words = words("Energy", "Strøm", "Energia");
/// P-14: followed by what is staged.
pub const TO_LOAD: Words = words("Load", "Lades", "Doładuj");
/// P-15.
pub const ALL_BACK: Words = words("All back to the card", "Alt tilbake til kort", "Wszystko na kartę");
/// P-15, while the button is held.
pub const KEEP_HOLDING: Words = words("Hold: all to card", "Hold: alt til kort", "Trzymaj: na kartę");
/// DP-38: what is staged is on the line below. "Back" is the key.
pub const TOO_SHORT: Words = words("Too short. Back: undo", "Tilbake: avbryt", "Wstecz: anuluj");
/// DP-38: followed by what the key takes back, where a notice has the line of [`TO_LOAD`].
pub const BACK: Words = words("Back:", "Tilbake:", "Wstecz:");
/// DP-12.
pub const INSUFFICIENT: Words = words("Not enough on card", "Ikke nok på kortet", "Za mało na karcie");
/// DP-13.
pub const NOTHING_TO_RETURN: Words = words("No credit to return", "Ingen kreditt her", "Brak środków tutaj");
/// A return would exceed what the card may hold.
pub const CARD_FULL: Words = words("The card is full", "Kortet er fullt", "Karta jest pełna");

/// P-16.
pub const UPDATING: Words = words("UPDATING", "OPPDATERER", "AKTUALIZACJA");
/// P-17.
pub const DO_NOT_REMOVE: Words = words("Do not remove card!", "Ikke ta ut kortet!", "Nie wyjmuj karty!");

/// P-22.
pub const REMOVE_CARD: Words = words("REMOVE CARD", "TA UT KORTET", "WYJMIJ KARTĘ");
/// P-22.
pub const UPDATE_DONE: Words = words("Update complete", "Oppdatering fullført", "Zakończono");

/// P-19.
pub const INTERRUPTED: Words = words("INTERRUPTED", "AVBRUTT", "PRZERWANO");
/// P-19.
pub const PUT_CARD_BACK: Words = words("Put the card back", "Sett kortet tilbake", "Włóż kartę ponownie");
/// P-19: followed by the seconds that remain.
pub const WITHIN: Words = words("within", "innen", "w ciągu");

/// DP-16.
pub const WRONG_CARD: Words = words("WRONG CARD", "FEIL KORT", "ZŁA KARTA");
/// DP-16.
pub const USE_THE_SAME: Words = words("Use the same card", "Bruk samme kort", "Użyj tej samej karty");

/// DK-39.
pub const ONE_CARD_ONLY: Words = words("ONE CARD ONLY", "BARE ETT KORT", "TYLKO 1 KARTA");
/// DK-39.
pub const TAKE_BOTH_OUT: Words = words("Take both cards out", "Ta ut begge kortene", "Wyjmij obie karty");

/// P-20, DP-23.
pub const INVALID_CARD: Words = words("INVALID CARD", "UGYLDIG KORT", "KARTA NIEWAŻNA");
/// DP-23.
pub const SERVICE_DESK: Words = words("Go to service desk", "Gå til Servicetorvet", "Idź do biura obsługi");
/// P-20.
pub const NOT_COMPLETED: Words = words("Update not finished", "Ikke ferdig oppdatert", "Operacja przerwana");
/// DP-23.
pub const FOREIGN: Words = words("Not for this marina", "Ikke for denne havna", "Nie dla tej mariny");
/// DP-23.
pub const BLOCKED: Words = words("The card is blocked", "Kortet er sperret", "Karta zablokowana");
/// DP-23, DK-32.
pub const UNREADABLE: Words = words("Card cannot be read", "Kan ikke lese kortet", "Nieczytelna karta");

/// P-26.
pub const CREDIT: Words = words("Credit", "Kreditt", "Środki");
/// P-26: the socket has no credit.
pub const IS_FREE: Words = words("The socket is free", "Kontakten er ledig", "Gniazdo jest wolne");
/// DP-31.
pub const UNSETTLED: Words = words("Update not settled", "Venter på kortet", "Czeka na kartę");
