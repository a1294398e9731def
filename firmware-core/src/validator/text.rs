//! The validator's words. A line has room for 16 characters; an amount stands at its right edge.

use crate::text::{Words, words};

/// DK-34.
pub const OUT_OF_SERVICE: Words = words("OUT OF SERVICE", "UTE AV DRIFT", "NIECZYNNY");
/// K-10: "ZABLOKOWANY".
pub const BLOCKED: Words = words("BLOCKED", "SPERRET", "ZABLOKOWANY");
/// DK-10: the inspector's card has lifted the block.
pub const UNBLOCKED: Words = words("UNBLOCKED", "IKKE SPERRET", "ODBLOKOWANY");

/// DK-38.
pub const TAKE_AWAY: Words = words("TAKE CARD AWAY", "TA BORT KORTET", "ODSUŃ KARTĘ");

/// K-05: followed by the price.
pub const NORMAL: Words = words("NORMAL", "NORMAL", "NORMALNY");
/// K-05: followed by the price.
pub const REDUCED: Words = words("REDUCED", "REDUSERT", "ULGOWY");
/// K-06.
pub const CARD_CHECK: Words = words("CARD CHECK", "KORTSJEKK", "SPRAWDZENIE");
/// K-05, K-15: after the key, the card.
pub const TAP_YOUR_CARD: Words = words("TAP YOUR CARD", "HOLD KORTET HIT", "ZBLIŻ KARTĘ");
/// While a card is being written.
pub const WAIT: Words = words("Please wait", "Vent", "Czekaj");

/// K-13: followed by the advance.
pub const TAKEN: Words = words("TAKEN", "TRUKKET", "POBRANO");
/// K-13: followed by what comes back.
pub const REFUND: Words = words("REFUND", "RETUR", "ZWROT");
/// What is in the purse now.
pub const BALANCE: Words = words("PURSE", "SALDO", "STAN");
/// K-21.
pub const PERIOD_TICKET: Words = words("PERIOD TICKET", "PERIODEBILLETT", "BILET OKRESOWY");
/// Followed by the last day.
pub const VALID_TO: Words = words("VALID", "TIL", "WAŻNY");
/// Followed by the last day, which has passed.
pub const ENDED: Words = words("ENDED", "UTLØP", "MINĄŁ");
/// Followed by the first day, which is to come.
pub const VALID_FROM: Words = words("FROM", "FRA", "OD");
/// K-14.
pub const FREE_TRAVEL: Words = words("FREE TRAVEL", "GRATIS REISE", "PRZEJAZD BEZPŁ.");
/// K-06: the page about the purse.
pub const PURSE: Words = words("E-PURSE", "E-LOMMEBOK", "PORTMONETKA");
/// There is none of it on the card.
pub const NONE: Words = words("NONE", "INGEN", "BRAK");
/// DK-06: the page about this vehicle.
pub const RIDE: Words = words("THIS RIDE", "DENNE TUREN", "PRZEJAZD");
/// K-09, DK-06.
pub const NOT_REGISTERED: Words = words("NOT REGISTERED", "IKKE REGISTRERT", "NIEZAREJESTR.");
/// The holder is registered, without a ticket from the purse.
pub const REGISTERED: Words = words("REGISTERED", "REGISTRERT", "ZAREJESTROWANY");
/// DK-06: followed by the tickets, as N1 U2.
pub const CANCELLED: Words = words("STAMPED", "STEMPLET", "SKASOWANO");

/// K-18.
pub const NO_MONEY: Words = words("NOT ENOUGH MONEY", "FOR LITE PENGER", "BRAK ŚRODKÓW");
/// K-19: before the number of tickets.
pub const LIMIT: Words = words("LIMIT", "MAKS", "LIMIT");
/// K-19: after the number of tickets.
pub const TICKETS: Words = words("TICKETS", "BILLETTER", "BILETÓW");
/// DK-14, DK-27.
pub const ALREADY_CANCELLED: Words = words("ALREADY STAMPED", "ER REGISTRERT", "JUŻ SKASOWANO");
/// DK-28.
pub const EXIT_REGISTERED: Words = words("EXIT REGISTERED", "UTGANG REG.", "WYJŚCIE ZAREJ.");
/// DK-17, where there are keys.
pub const CHOOSE_KEY: Words = words("CHOOSE N OR U", "VELG N ELLER U", "WYBIERZ N LUB U");
/// DK-17, where there are fields.
pub const CHOOSE_FIELD: Words = words("CHOOSE A TICKET", "VELG BILLETT", "WYBIERZ BILET");
/// Neither a period ticket nor a purse.
pub const NO_CONTRACT: Words = words("NO CONTRACT", "INGEN KONTRAKT", "BRAK KONTRAKTU");
/// DK-25: out of date.
pub const NOT_VALID: Words = words("CARD NOT VALID", "UGYLDIG KORT", "KARTA NIEWAŻNA");
/// DK-25: announced as lost, or blocked by its issuer.
pub const HOTLISTED: Words = words("CARD STOPPED", "KORTET STOPPET", "KARTA ZASTRZEŻ.");
/// DK-27.
pub const TOO_MANY_STOPS: Words = words("TOO MANY STOPS", "FOR MANGE STOPP", "ZA DUŻO PRZYST.");
/// K-09: "Sprawdź operację".
pub const CHECK_OPERATION: Words = words("Check operation", "Sjekk operasjon", "Sprawdź operację");

/// K-22: the first of two lines.
pub const TOP_UP: Words = words("Card top-up", "Lade kortet", "Doładowanie");
/// K-22: the second of two lines.
pub const OF_THE_CARD: Words = words("Use side pocket", "Bruk sidelommen", "karty");
/// DK-23: after the number of orders, where there is one.
pub const ORDER_LOADED: Words = words("order loaded", "ordre hentet", "trans.");
/// DK-23: after the number of orders, where there are more.
pub const ORDERS_LOADED: Words = words("orders loaded", "ordrer hentet", "trans.");
/// DK-23: before the number of orders.
pub const LOADED: Words = words("", "", "Pobrano ");
/// DK-24.
pub const NO_ORDERS: Words = words("No orders", "Ingen ordrer", "Brak doładowań");
/// DK-23.
pub const NO_CARD: Words = words("No card", "Ikke noe kort", "Brak karty");
/// DK-24.
pub const CARD_TAKEN: Words = words("Card taken out", "Kortet tatt ut", "Karta wyjęta");
/// DK-39.
pub const ONE_CARD_ONLY: Words = words("ONE CARD ONLY", "BARE ETT KORT", "TYLKO 1 KARTA");
/// DK-32.
pub const PURSE_FULL: Words = words("PURSE IS FULL", "OVER SALDOGRENSE", "PORTMON. PEŁNA");
/// The card has no place for another period ticket.
pub const NO_ROOM: Words = words("NO ROOM ON CARD", "KORTET ER FULLT", "BRAK MIEJSCA");

/// K-04: "Normalny".
pub const FIELD_NORMAL: Words = words("Normal", "Normal", "Normalny");
/// K-04: "Ulgowy".
pub const FIELD_REDUCED: Words = words("Reduced", "Redusert", "Ulgowy");
/// K-04: "Sprawdzenie".
pub const FIELD_CHECK: Words = words("Check", "Sjekk kort", "Sprawdzenie");
/// K-04: "Doładowanie".
pub const FIELD_TOP_UP: Words = words("Top-up", "Lade kort", "Doładowanie");
/// K-02: above the direction.
pub const DIRECTION: Words = words("direction", "retning", "kierunek");
/// K-02: above the stop's number.
pub const STOP: Words = words("stop", "holdeplass", "przystanek");
