//! What each clause of the validator's rules, and each decision where the rules are silent, means in plain words.

use firmware_core::rule::Rule;
use firmware_core::text::Language;

use crate::i18n::{Words, texts};

texts! {
    at most 170 letters;
    K01 = "A validator registers rides, free travel and exits, and shows what is on a card.", "Kortleseren registrerer reiser, også gratis, og avstigning, og viser hva som er på kortet.", "Kasownik rejestruje przejazdy, także bezpłatne, i wyjścia z pojazdu oraz pokazuje stan e-karty.";
    K02 = "The display shows date and time; the new type also shows line, direction and number of the stop.", "Displayet viser dato og klokkeslett; den nye typen viser også linje, retning og holdeplassens nummer.", "Wyświetlacz pokazuje datę i czas, a w nowym typie także linię, kierunek i numer przystanku.";
    K03 = "A message stays as long as its card is held there.", "En melding vises så lenge kortet holdes der.", "Komunikat jest widoczny tak długo, jak długo karta jest przyłożona.";
    K04 = "The old type has the keys N, U and S; the new type has the fields Normal, Reduced, Check and Top-up.", "Den gamle typen har tastene N, U og S; den nye har feltene Normal, Redusert, Sjekk kort og Lade kortet.", "Stary typ ma klawisze N, U i S, a nowy pola: Normalny, Ulgowy, Sprawdzenie i Doładowanie.";
    K05 = "N or U makes the validator ready for about 5 s to take one fare from the purse.", "Etter N eller U er kortleseren i ca. 5 s klar til å trekke én billett fra e-lommeboka.", "Po wciśnięciu N lub U kasownik jest przez ok. 5 s gotowy pobrać z portmonetki jedną opłatę.";
    K06 = "S shows in turn what is on the card: period tickets, then the purse; red lamp and two beeps.", "S viser etter tur hva som er på kortet: periodebilletter, så e-lommeboka; rød lampe og to pip.", "S pokazuje kolejno stan karty: bilety okresowe, potem portmonetkę; czerwona lampka i dwa sygnały.";
    K07 = "A registered ride gives a message, the red lamp and one beep.", "En registrert reise gir en melding, rød lampe og ett pip.", "Zarejestrowany przejazd potwierdzają komunikat, czerwona dioda i jeden sygnał.";
    K08 = "A ride that was not registered gives the reason, the red lamp and three beeps.", "Blir reisen ikke registrert, vises grunnen, med rød lampe og tre pip.", "Gdy przejazdu nie zarejestrowano, widać powód, świeci czerwona dioda i słychać trzy sygnały.";
    K09 = "Taken away too soon: “Check operation” and three beeps; press S and hold the card there to see whether it counted; if not, do it again.", "Tatt bort for raskt: «Sjekk operasjon» og tre pip; trykk S og hold kortet der for å se om det ble registrert; hvis ikke, gjør det om igjen.", "Po zbyt szybkim odsunięciu karty: „Sprawdź operację” i trzy sygnały; wciśnij S i przyłóż kartę, by sprawdzić, czy ją przyjęto; jeśli nie, powtórz.";
    K10 = "The driver or an inspector’s card can block registration: “BLOCKED” and the red lamp.", "Sjåføren eller et kontrollørkort kan sperre registreringen: «SPERRET» og rød lampe.", "Kierowca lub Karta Kontrolera może zablokować rejestrację: „ZABLOKOWANY” i czerwona dioda.";
    K11 = "Cards from outside the system are ignored.", "Kort som ikke hører til systemet, blir oversett.", "E-karty spoza systemu są ignorowane.";
    K12 = "Register the ride as you board: hold the card against the marked place.", "Registrer reisen når du går på: hold kortet mot det merkede stedet.", "Przejazd rejestruje się przy wejściu, przykładając kartę do oznaczonego miejsca.";
    K13 = "The price of a single ticket is taken as you board; register the exit, and you get back what the ride cost less.", "Prisen for en enkeltbillett trekkes ved påstigning; registrer avstigningen, så får du igjen det reisen kostet mindre.", "Przy wejściu pobierana jest cena biletu jednorazowego; po zarejestrowaniu wyjścia wraca różnica do opłaty należnej.";
    K14 = "The normal or the reduced fare is taken; for those who travel free, the ride is only registered.", "Det trekkes normal eller redusert takst; for den som reiser gratis, blir reisen bare registrert.", "Kasownik pobiera opłatę normalną lub ulgową, a przejazd osób uprawnionych do bezpłatnych przejazdów tylko rejestruje.";
    K15 = "First the key or the field, then the card.", "Først tasten eller feltet, så kortet.", "Najpierw klawisz lub pole, potem karta.";
    K16 = "A personalised card pays the fare that is coded on it; no key is needed.", "Et personlig kort betaler taksten som er kodet på det; ingen tast er nødvendig.", "Z karty imiennej kasownik pobiera opłatę zgodną z zapisem na karcie, bez naciskania klawiszy.";
    K17 = "When the entitlement to reduced fares has ended, the normal fare is taken without a warning.", "Når retten til redusert takst er utløpt, trekkes normal takst uten varsel.", "Gdy uprawnienie do ulgi wygasło, kasownik bez ostrzeżenia pobiera opłatę normalną.";
    K18 = "The purse must hold at least the price of a single ticket.", "Det må være nok til en enkeltbillett i e-lommeboka.", "Na karcie musi być kwota nie mniejsza niż cena biletu jednorazowego.";
    K19 = "At most 5 tickets from the same stop in the same bus: your own and four for others.", "Høyst 5 billetter fra samme holdeplass på samme buss: din egen og fire for andre.", "Z tego samego przystanku w tym samym autobusie najwyżej 5 skasowań: za siebie i za 4 współpasażerów.";
    K20 = "Every further passenger needs another press of a key.", "Hver medreisende krever et nytt tastetrykk.", "Za każdego kolejnego pasażera trzeba osobno wcisnąć klawisz.";
    K21 = "A period ticket that is valid today comes first; if all have ended, the purse pays, without a warning.", "En periodebillett som gjelder i dag, brukes først; er alle utløpt, betaler e-lommeboka, uten varsel.", "Najpierw liczy się bilet okresowy ważny w danym dniu; gdy wszystkie wygasły, bez ostrzeżenia płaci portmonetka.";
    K22 = "S twice, or Top-up: put the card into the side pocket to get what was bought on the web; one beep, or three if it failed.", "S to ganger, eller Lade kortet: sett kortet i sidelommen og få det som er kjøpt på nett; ett pip, eller tre hvis det gikk galt.", "Dwa razy S lub Doładowanie: włóż kartę do bocznej kieszeni, by pobrać zakupy z internetu; jeden sygnał, a przy niepowodzeniu trzy.";

    DK01 = "The date is written day-month-year; the old type has two lines of 16 letters.", "Datoen skrives dag-måned-år; den gamle typen har to linjer med 16 tegn.", "Data ma postać dzień-miesiąc-rok; stary typ ma dwa wiersze po 16 znaków.";
    DK02 = "A message ends when its card leaves; one without a card stays 5 s, or until the next key or card.", "En melding slutter når kortet tas bort; en uten kort står i 5 s, eller til neste tast eller kort.", "Komunikat znika po odsunięciu karty; bez karty trwa 5 s albo do następnego klawisza lub karty.";
    DK03 = "Both types can do the same; Top-up is S twice.", "Begge typene kan det samme; Lade kortet er S to ganger.", "Oba typy mają te same funkcje; Doładowanie to dwa razy S.";
    DK04 = "A card counts until exactly 5 s after the key; the same key starts again, another one chooses anew, and the end is silent.", "Kortet teller til og med 5 s etter tasten; samme tast starter på nytt, en annen velger om, og slutten er stille.", "Karta liczy się do 5 s po klawiszu włącznie; ten sam klawisz liczy od nowa, inny zmienia wybór, a koniec jest bez sygnału.";
    DK05 = "The next card uses up the key, which always means the purse; the card must come after the key.", "Neste kort bruker opp tastetrykket, som alltid gjelder e-lommeboka; kortet må komme etter tasten.", "Następna karta zużywa wybór klawiszem, który zawsze oznacza portmonetkę; kartę przykłada się po klawiszu.";
    DK06 = "The check shows a page every 2 s while the card is held: period tickets, purse, this ride; nothing is written.", "Sjekken viser en ny side hvert annet sekund mens kortet holdes: periodebilletter, e-lommebok, denne turen; ingenting skrives.", "Sprawdzenie pokazuje strony po 2 s, dopóki karta jest przyłożona: bilety okresowe, portmonetka, ten przejazd; nic nie jest zapisywane.";
    DK07 = "The lamp is red for success and for failure; words and beeps tell them apart.", "Lampen er rød både når det går bra og når det går galt; tekst og pip viser forskjellen.", "Dioda jest czerwona przy powodzeniu i przy niepowodzeniu; różnią się tekst i sygnały.";
    DK08 = "A card is detected after 50 ms, changed after 250 ms, confirmed after 400 ms; it is always wholly before or wholly after the change.", "Kortet oppdages etter 50 ms, endres etter 250 ms og bekreftes etter 400 ms; det er alltid helt før eller helt etter endringen.", "Karta jest wykryta po 50 ms, zmieniona po 250 ms i potwierdzona po 400 ms; jej stan jest zawsze w całości sprzed zmiany albo po niej.";
    DK09 = "If an operation was not confirmed, the same card there again is shown its success and pays nothing.", "Ble en operasjon ikke bekreftet, får samme kort der på nytt bare bekreftelsen, og betaler ingenting.", "Gdy operacji nie potwierdzono, ponowne przyłożenie tej karty tylko pokazuje, że się udała; nic nie jest pobierane.";
    DK10 = "Each validator has its own block: an inspector’s card switches it, the driver sets and lifts it; cards can still be checked.", "Hver kortleser har sin egen sperring: kontrollørkortet slår den av og på, sjåføren setter og opphever den; kort kan fortsatt sjekkes.", "Każdy kasownik ma własną blokadę: przełącza ją Karta Kontrolera, a włącza i znosi kierowca; kartę nadal można sprawdzić.";
    DK11 = "While blocked, a period ticket is refused like any other, but its holder has done nothing wrong.", "Under sperring avvises en periodebillett som alt annet, men den reisende har ikke gjort noe galt.", "Podczas blokady bilet okresowy jest odrzucany jak każdy inny, ale jego posiadacz jedzie zgodnie z zasadami.";
    DK12 = "A foreign card does not use up a key; of two cards in one place the first counts.", "Et fremmed kort bruker ikke opp tastetrykket; av to kort på samme sted gjelder det første.", "Obca karta nie zużywa wyboru; z dwóch kart w jednym miejscu liczy się pierwsza.";
    DK13 = "The card without a key at a later stop of the run is the exit; a ride left open in another run ends, and its advance is the fare.", "Kortet uten tast på en senere holdeplass på turen er avstigning; en åpen reise fra en annen tur avsluttes, og forskuddet blir prisen.", "Karta bez klawisza na dalszym przystanku kursu to wyjście; otwarty przejazd z innego kursu kończy się, a zaliczka staje się opłatą.";
    DK14 = "The card without a key is refused at the stop where you boarded; a setting can allow the exit there.", "Kortet uten tast avvises på holdeplassen der du gikk på; en innstilling kan tillate avstigning der.", "Na przystanku wejścia karta bez klawisza jest odrzucana; ustawienie może dopuścić tam wyjście.";
    DK15 = "One exit settles every ticket of the run, each from its own stop; no fare may be above the single ticket.", "Én avstigning gjør opp alle billettene på turen, hver fra sin holdeplass; ingen takst kan være over enkeltbilletten.", "Jedno wyjście rozlicza wszystkie bilety kursu, każdy od jego przystanku; żadna opłata nie może przekraczać biletu jednorazowego.";
    DK16 = "A valid entitlement to free travel needs no money; once it has ended, the normal fare is paid.", "Gyldig rett til gratis reise krever ingen penger; når den er utløpt, betales normal takst.", "Ważne uprawnienie do bezpłatnych przejazdów nie wymaga środków; gdy wygaśnie, płaci się opłatę normalną.";
    DK17 = "A card that does not say which ticket needs a key.", "Et kort som ikke sier hvilken billett, krever et tastetrykk.", "Karta bez ustawionej taryfy wymaga wybrania biletu.";
    DK18 = "U takes the reduced fare, whatever has ended.", "U trekker redusert takst, uansett hva som er utløpt.", "U pobiera opłatę ulgową bez względu na to, co wygasło.";
    DK19 = "Exactly the price of that ticket is enough; the purse never goes below zero.", "Nøyaktig prisen på billetten er nok; e-lommeboka går aldri under null.", "Wystarczy dokładnie cena tego biletu; portmonetka nigdy nie schodzi poniżej zera.";
    DK20 = "The limit counts the tickets from this stop, and you too if you ride by a period ticket or free.", "Grensen teller billettene fra denne holdeplassen, og deg selv hvis du reiser på periodebillett eller gratis.", "Do limitu liczą się bilety z tego przystanku oraz posiadacz karty, jeśli jedzie na bilet okresowy lub bezpłatnie.";
    DK21 = "A period ticket is valid on its first and its last day; of several, the one that ends first is used.", "En periodebillett gjelder både første og siste dag; av flere brukes den som utløper først.", "Bilet okresowy jest ważny także pierwszego i ostatniego dnia; z kilku używany jest ten, który kończy się najwcześniej.";
    DK22 = "The second S counts while the time of the first is running.", "Den andre S-en teller så lenge tiden til den første løper.", "Drugie S liczy się, dopóki trwa czas pierwszego.";
    DK23 = "The side pocket waits 10 s, a transfer takes 3 s; meanwhile a card in the wrong place does nothing.", "Sidelommen venter i 10 s, en overføring tar 3 s; imens gjør et kort på feil sted ingenting.", "Boczna kieszeń czeka 10 s, przeniesienie trwa 3 s; karta w niewłaściwym miejscu nic wtedy nie robi.";
    DK24 = "At most one top-up and one period ticket are transferred at a time, and none twice; if the card leaves too soon, nothing is lost.", "Høyst én påfylling og én periodebillett overføres om gangen, og ingenting to ganger; tas kortet ut for tidlig, går ingenting tapt.", "Naraz przenosi się najwyżej jedno doładowanie i jeden bilet okresowy, nigdy dwa razy; gdy karta wyjdzie za wcześnie, nic nie przepada.";
    DK25 = "Cards that were reported lost, blocked by their issuer or out of date are refused.", "Kort som er meldt tapt, sperret av utstederen eller utgått på dato, avvises.", "Karty zastrzeżone, zablokowane przez wydawcę lub poza terminem ważności są odrzucane.";
    DK26 = "There is no discount for changing buses.", "Det er ingen rabatt for å bytte buss.", "Nie ma zniżki za przesiadkę.";
    DK27 = "A card without a key is for you; with a key it is your ticket if you have none and the fare is yours, else a companion’s; a fifth boarding stop is refused.", "Kort uten tast gjelder deg; med tast er billetten din hvis du ikke har noen og taksten er din, ellers en medreisendes; en femte påstigning avvises.", "Karta bez klawisza to własny przejazd; z klawiszem własny, gdy go brak i zgadza się taryfa, inaczej współpasażera; piąty przystanek wejścia jest odrzucany.";
    DK28 = "Where the exit was registered, the card without a key is refused.", "Der avstigningen er registrert, avvises kortet uten tast.", "Tam, gdzie zarejestrowano wyjście, karta bez klawisza jest odrzucana.";
    DK29 = "An unconfirmed operation leaves a mark on the card; once its success was shown, the mark is taken away.", "En ubekreftet operasjon setter et merke på kortet; når bekreftelsen er vist, fjernes merket.", "Niepotwierdzona operacja zostawia na karcie znacznik; po pokazaniu, że się udała, znacznik jest usuwany.";
    DK30 = "A block switches off N, U and a waiting side pocket, but not S; a card that is being served is served to its end.", "En sperring slår av N, U og en ventende sidelomme, men ikke S; et kort som er i gang, blir ferdig.", "Blokada wyłącza N, U i czekającą kieszeń, ale nie S; rozpoczęta obsługa karty trwa do końca.";
    DK31 = "The lamp stays lit until the card has left and the last beep has ended.", "Lampen lyser til kortet er borte og det siste pipet er over.", "Dioda świeci, dopóki karta nie zostanie odsunięta i nie skończy się ostatni sygnał.";
    DK32 = "Top-ups and period tickets are counted apart; what does not fit the purse waits on; an unreadable card is ignored.", "Påfyllinger og periodebilletter telles hver for seg; det som ikke får plass i e-lommeboka, venter; et uleselig kort blir oversett.", "Doładowania i bilety okresowe liczy się osobno; co nie mieści się w portmonetce, czeka dalej; nieczytelna karta jest ignorowana.";
    DK33 = "The advance of a destroyed or lost card becomes the fare.", "Forskuddet på et ødelagt eller mistet kort blir billettpris.", "Zaliczka ze zniszczonej lub zgubionej karty staje się opłatą za przejazd.";
    DK34 = "Date, time and place come from the bus; without them the validator is out of service and registers nothing.", "Dato, tid og sted kommer fra bussen; uten dem er kortleseren ute av drift og registrerer ingenting.", "Datę, czas i miejsce podaje autobus; bez nich kasownik jest nieczynny i niczego nie rejestruje.";
    DK35 = "Touching Check twice only starts its time again.", "To trykk på Sjekk kort starter bare tiden på nytt.", "Dwukrotne dotknięcie pola Sprawdzenie tylko liczy czas od nowa.";
}

/// The requirements from K-01 on.
const REQUIREMENTS: [Words; 22] =
    [K01, K02, K03, K04, K05, K06, K07, K08, K09, K10, K11, K12, K13, K14, K15, K16, K17, K18, K19, K20, K21, K22];
/// The decisions from DK-01 on.
const DECISIONS: [Words; 35] = [
    DK01, DK02, DK03, DK04, DK05, DK06, DK07, DK08, DK09, DK10, DK11, DK12, DK13, DK14, DK15, DK16, DK17, DK18, DK19,
    DK20, DK21, DK22, DK23, DK24, DK25, DK26, DK27, DK28, DK29, DK30, DK31, DK32, DK33, DK34, DK35,
];

/// What a clause means, in plain words; empty for one that is none of the validator's.
pub fn clause(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::K(number) => REQUIREMENTS.get(usize::from(number).wrapping_sub(1)),
        Rule::Dk(number) => DECISIONS.get(usize::from(number).wrapping_sub(1)),
        Rule::P(_) | Rule::Dp(_) => None,
    };
    words.map_or("", |words| words.in_language(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_told_under_its_own_number() {
        let (_, table) = ALL;
        assert_eq!(table.len(), REQUIREMENTS.len() + DECISIONS.len());
        for (name, words) in table {
            let (series, number) = name.split_at(name.len() - 2);
            let rule = Rule::from_name(&format!("{series}-{number}")).expect("a clause");
            for language in Language::ALL {
                assert_eq!(clause(language, rule), words.in_language(language), "{name}");
                assert!(clause(language, rule).ends_with('.'), "{name}");
            }
        }
        for none in [Rule::K(0), Rule::K(23), Rule::Dk(0), Rule::Dk(36), Rule::P(5), Rule::Dp(1)] {
            assert_eq!(clause(Language::English, none), "");
        }
    }
}
