//! What each clause of the pedestal's manual, and each decision where the manual is silent, means in plain words.

use firmware_core::rule::Rule;
use firmware_core::text::Language;

use super::{Words, texts};

texts! {
    at most 170 letters;
    P05 = "The pillar has a card holder, Back, Enter and a button for each socket.", "Søylen har kortholder, Tilbake, Enter og en knapp for hver stikkontakt.", "Słupek ma uchwyt na kartę, przyciski Wstecz i Enter oraz przycisk przy każdym gnieździe.";
    P06 = "At rest the display shows the welcome screen.", "I hvile viser displayet velkomstskjermen.", "W spoczynku wyświetlacz pokazuje ekran powitalny.";
    P07 = "More than 5 s without a touch: one screen back.", "Mer enn 5 s uten berøring: ett skjermbilde tilbake.", "Ponad 5 s bez dotknięcia: jeden ekran wstecz.";
    P08 = "Take the card out and the display goes to the welcome screen at once.", "Tas kortet ut, går displayet straks til velkomstskjermen.", "Po wyjęciu karty wyświetlacz natychmiast wraca do ekranu powitalnego.";
    P09 = "A user card in the holder brings the choice of a socket.", "Et brukerkort i holderen gir valg av stikkontakt.", "Karta użytkownika w uchwycie otwiera wybór gniazda.";
    P10 = "The button of a socket chooses it.", "Knappen ved en stikkontakt velger den.", "Przycisk gniazda wybiera to gniazdo.";
    P11 = "A socket in use is told, and another one asked for.", "Er stikkontakten i bruk, får du beskjed om å velge en annen.", "Jeśli gniazdo jest zajęte, słupek prosi o wybranie innego.";
    P12 = "A free socket brings its status screen.", "En ledig stikkontakt gir statusskjermen.", "Wolne gniazdo otwiera ekran swojego stanu.";
    P13 = "The status shows the socket, its credit and the card’s credit.", "Statusen viser stikkontakten, kreditten der og kreditten på kortet.", "Stan pokazuje gniazdo, środki na nim i środki na karcie.";
    P14 = "Each press loads 10 kr from the card onto the socket.", "Hvert trykk legger 10 kr fra kortet inn på stikkontakten.", "Każde naciśnięcie przenosi 10 kr z karty na gniazdo.";
    P15 = "Holding the button about 5 s takes all credit back to the card.", "Hold knappen ca. 5 s for å ta all kreditt tilbake til kortet.", "Przytrzymanie przycisku ok. 5 s zwraca wszystkie środki na kartę.";
    P16 = "After a short pause without a press, updating begins.", "Etter en kort pause uten trykk starter oppdateringen.", "Po krótkiej przerwie bez naciśnięć zaczyna się aktualizacja.";
    P17 = "Updating takes about 5 s; the card must stay in.", "Oppdateringen tar ca. 5 s; kortet må stå i.", "Aktualizacja trwa ok. 5 s; karty nie wolno wyjmować.";
    P18 = "Pulling the card out while updating costs credit and makes the card invalid.", "Tas kortet ut under oppdatering, tapes kreditt og kortet blir ugyldig.", "Wyjęcie karty podczas aktualizacji grozi utratą środków i unieważnieniem karty.";
    P19 = "The card may come back within 1 minute to complete the update.", "Kortet kan settes tilbake innen 1 minutt, så fullføres oppdateringen.", "W ciągu 1 minuty można włożyć kartę z powrotem i dokończyć aktualizację.";
    P20 = "If it does not come back, the card becomes invalid.", "Settes det ikke tilbake, blir kortet ugyldig.", "Jeśli karta nie wróci, staje się nieważna.";
    P21 = "The service desk resets an invalid card to its value at the interruption.", "Servicetorget tilbakestiller et ugyldig kort med verdien ved avbruddet.", "Biuro obsługi resetuje nieważną kartę do wartości z chwili przerwania.";
    P22 = "When the update is finished, the display asks for the card to be removed.", "Når oppdateringen er ferdig, ber displayet deg ta ut kortet.", "Po zakończeniu aktualizacji wyświetlacz prosi o wyjęcie karty.";
    P23 = "A socket with credit switches on by itself, and its button lights blue.", "En stikkontakt med kreditt slås på automatisk, og knappen lyser blått.", "Gniazdo ze środkami włącza się samo, a jego przycisk świeci na niebiesko.";
    P24 = "Power is counted in kilowatt-hours.", "Strøm leveres i kilowattimer.", "Energia jest liczona w kilowatogodzinach.";
    P25 = "When its credit is used up or removed, the socket switches off.", "Når kreditten er brukt opp eller tatt ut, slås stikkontakten av.", "Gdy środki się skończą lub zostaną zabrane, gniazdo się wyłącza.";
    P26 = "Without a card, the button of a socket shows its credit at any time.", "Uten kort viser knappen ved en stikkontakt kreditten når som helst.", "Bez karty przycisk gniazda w każdej chwili pokazuje jego środki.";

    DP01 = "Six buttons: Back, Enter and one for each of four sockets.", "Seks knapper: Tilbake, Enter og én for hver av fire stikkontakter.", "Sześć przycisków: Wstecz, Enter i po jednym dla czterech gniazd.";
    DP02 = "Back goes one screen back and drops what is staged; Enter confirms.", "Tilbake går ett skjermbilde tilbake og dropper det som er valgt; Enter bekrefter.", "Wstecz cofa o jeden ekran i odrzuca wybór; Enter potwierdza.";
    DP03 = "The display speaks the language that is set.", "Displayet bruker språket som er innstilt.", "Wyświetlacz używa ustawionego języka.";
    DP04 = "“Previous screen” is fixed for each screen, not what was seen last.", "«Forrige skjermbilde» er fast for hvert skjermbilde.", "„Poprzedni ekran” jest stały dla każdego ekranu.";
    DP05 = "Exactly 5 s is not yet “more than 5 s”; the short pause is 3 s after the last release.", "Nøyaktig 5 s er ennå ikke «mer enn 5 s»; den korte pausen er 3 s etter siste slipp.", "Dokładnie 5 s to jeszcze nie „ponad 5 s”; krótka przerwa to 3 s od puszczenia.";
    DP06 = "No button and no timeout touches an update; “remove card” waits for the card.", "Ingen knapp og ingen tidsgrense rører en oppdatering; «ta ut kortet» venter på kortet.", "Żaden przycisk ani limit czasu nie przerywa aktualizacji; „wyjmij kartę” czeka na kartę.";
    DP07 = "A card still in the holder can go on from the welcome screen.", "Et kort som står i, kan brukes videre fra velkomstskjermen.", "Karta pozostawiona w uchwycie pozwala działać dalej z ekranu powitalnego.";
    DP08 = "On a socket’s status, another socket’s button moves nothing.", "På statusskjermen flytter knappen ved en annen stikkontakt ingenting.", "Na ekranie stanu przycisk innego gniazda niczego nie przenosi.";
    DP09 = "In use means: it holds another card’s credit.", "I bruk betyr: den har kreditt fra et annet kort.", "Zajęte znaczy: są na nim środki z innej karty.";
    DP10 = "The pedestal’s credit is that of the chosen socket, also in kWh.", "Kreditten på søylen er den på valgt stikkontakt, også i kWh.", "Środki na słupku to środki wybranego gniazda, także w kWh.";
    DP11 = "A press counts when it is let go; a full hold counts once and is no press.", "Et trykk teller når det slippes; et helt hold teller én gang og er ikke et trykk.", "Naciśnięcie liczy się po puszczeniu; pełne przytrzymanie działa raz i nim nie jest.";
    DP12 = "Presses are only staged, as far as the card reaches; credit moves with the update.", "Trykk samles bare opp, så langt kortet rekker; kreditten flyttes ved oppdateringen.", "Naciśnięcia są tylko zbierane, na ile pozwala karta; środki przenosi aktualizacja.";
    DP13 = "A hold replaces staged presses; what is below one øre is booked as rounding.", "Et hold erstatter trykkene; det som er under én øre, føres som avrunding.", "Przytrzymanie zastępuje naciśnięcia; kwota poniżej øre idzie w zaokrąglenie.";
    DP14 = "Only a card pulled out while updating gets the minute; else it is harmless.", "Bare et kort som tas ut under oppdatering får minuttet; ellers er det ufarlig.", "Minuta dotyczy tylko karty wyjętej podczas aktualizacji; poza tym to bezpieczne.";
    DP15 = "A card that comes back runs the whole update again.", "Et kort som settes tilbake, kjører hele oppdateringen på nytt.", "Karta, która wróciła, przechodzi całą aktualizację od nowa.";
    DP16 = "Only the same card at the same pedestal counts; the minute runs on for any other.", "Bare samme kort på samme søyle teller; for andre går minuttet videre.", "Liczy się tylko ta sama karta przy tym samym słupku; dla innej minuta biegnie dalej.";
    DP17 = "A card is marked with its value before anything moves.", "Kortet merkes med verdien sin før noe flyttes.", "Zanim cokolwiek się zmieni, karta jest oznaczana swoją wartością.";
    DP18 = "A destroyed or lost card is refused everywhere; its balance is lost.", "Et ødelagt eller mistet kort avvises overalt; saldoen er tapt.", "Zniszczona lub zgubiona karta jest wszędzie odrzucana; saldo przepada.";
    DP19 = "A reset at the desk ends the minute that waits for the card.", "En tilbakestilling på servicetorget avslutter minuttet som venter på kortet.", "Reset w biurze kończy minutę oczekiwania na kartę.";
    DP20 = "A socket is on, and blue, exactly while it has credit that is not being returned.", "En stikkontakt er på og blå så lenge den har kreditt som ikke tas tilbake.", "Gniazdo działa i świeci, dopóki ma środki, które nie są zwracane.";
    DP21 = "Each watt-hour is paid exactly; the last one may be paid in part.", "Hver wattime betales nøyaktig; den siste kan være delvis betalt.", "Każda watogodzina jest opłacana dokładnie; ostatnia może być częściowo.";
    DP22 = "A credit check lasts until 5 s without a touch; it is possible during the minute, too.", "En kredittsjekk varer til 5 s uten berøring; den går også i minuttet.", "Podgląd środków trwa do 5 s bez dotknięcia; działa też w czasie minuty.";
    DP23 = "A card that is not served sends you to the service desk.", "Et kort som ikke kan brukes, viser deg til servicetorget.", "Nieobsługiwana karta odsyła do biura obsługi.";
    DP24 = "This is an unofficial training replica.", "Dette er en uoffisiell øvingskopi.", "To nieoficjalna replika szkoleniowa.";
    DP25 = "After a power cut everything in memory goes on; sockets with credit are on again.", "Etter et strømbrudd fortsetter alt i minnet; stikkontakter med kreditt er på igjen.", "Po zaniku prądu pamięć obowiązuje dalej; gniazda ze środkami znów działają.";
    DP26 = "One card may have several sockets, unless the setting says one.", "Ett kort kan ha flere stikkontakter, hvis ikke innstillingen sier én.", "Karta może mieć kilka gniazd, chyba że ustawiono jedno.";
    DP27 = "Pulled out during the last write: the amount stays in suspense until the card is seen.", "Tatt ut under siste skriving: beløpet er uavklart til kortet vises igjen.", "Wyjęta w trakcie ostatniego zapisu: kwota jest w zawieszeniu, aż karta wróci.";
    DP28 = "A socket is chosen when its button goes down; that press loads nothing.", "En stikkontakt velges idet knappen trykkes ned; det trykket laster ikke.", "Gniazdo wybiera się w chwili naciśnięcia; to naciśnięcie nic nie przenosi.";
    DP29 = "While an update is open, it decides what an inserted card means.", "Så lenge en oppdatering er åpen, avgjør den hva et kort betyr.", "Dopóki aktualizacja jest otwarta, ona decyduje, co znaczy włożona karta.";
    DP30 = "Mark and counter on the card tell whether to run again, finish or start over.", "Merket og telleren på kortet sier om det skal kjøres igjen, fullføres eller startes på nytt.", "Znacznik i licznik na karcie mówią, czy powtórzyć, dokończyć, czy zacząć od nowa.";
    DP31 = "The card itself, or the desk, settles an update whose outcome was unknown.", "Kortet selv, eller servicetorget, avklarer en oppdatering med ukjent utfall.", "Aktualizację o nieznanym wyniku rozstrzyga sama karta albo biuro.";
    DP32 = "A power cut counts as removal; the minute runs once more after the first restart.", "Et strømbrudd teller som uttak; minuttet går én gang til etter første omstart.", "Zanik prądu liczy się jak wyjęcie; po pierwszym restarcie minuta biegnie jeszcze raz.";
    DP33 = "The meter is written to memory every 10 Wh; a power cut may give back that much.", "Måleren lagres hver 10 Wh; et strømbrudd kan gi så mye tilbake.", "Licznik zapisuje się co 10 Wh; zanik prądu może oddać najwyżej tyle.";
    DP34 = "A running operation keeps the settings it began with.", "En operasjon i gang beholder innstillingene den begynte med.", "Trwająca operacja zachowuje ustawienia, z którymi się zaczęła.";
    DP35 = "The desk can release a socket whose card is destroyed or lost.", "Servicetorget kan frigi en stikkontakt når kortet er ødelagt eller mistet.", "Biuro może zwolnić gniazdo, którego karta jest zniszczona lub zgubiona.";
}

/// The requirements from P-05 on.
const REQUIREMENTS: [Words; 22] =
    [P05, P06, P07, P08, P09, P10, P11, P12, P13, P14, P15, P16, P17, P18, P19, P20, P21, P22, P23, P24, P25, P26];
/// The decisions from DP-01 on.
const DECISIONS: [Words; 35] = [
    DP01, DP02, DP03, DP04, DP05, DP06, DP07, DP08, DP09, DP10, DP11, DP12, DP13, DP14, DP15, DP16, DP17, DP18, DP19,
    DP20, DP21, DP22, DP23, DP24, DP25, DP26, DP27, DP28, DP29, DP30, DP31, DP32, DP33, DP34, DP35,
];

/// What a clause means, in plain words; empty for one that is none of the pedestal's.
pub fn meaning(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::P(number) => REQUIREMENTS.get(usize::from(number).wrapping_sub(5)),
        Rule::Dp(number) => DECISIONS.get(usize::from(number).wrapping_sub(1)),
        Rule::K(_) | Rule::Dk(_) => None,
    };
    words.map_or("", |words| words.in_language(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_told_under_its_own_number() {
        assert_eq!(meaning(Language::English, Rule::P(5)), P05.in_language(Language::English));
        assert_eq!(meaning(Language::Polish, Rule::P(26)), P26.in_language(Language::Polish));
        assert_eq!(meaning(Language::Norwegian, Rule::Dp(1)), DP01.in_language(Language::Norwegian));
        assert_eq!(meaning(Language::Norwegian, Rule::Dp(35)), DP35.in_language(Language::Norwegian));
        assert_eq!(meaning(Language::English, Rule::P(4)), "");
        assert_eq!(meaning(Language::English, Rule::Dp(36)), "");
    }
}
