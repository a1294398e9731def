//! Lines of the display that earlier versions worded differently. Saved features quote them, and are met by the lines
//! that replace them.

/// A line of an earlier version, and the line in its place.
const LINES: [(&str, &str); 9] = [
    // DP-37, since 0.2.0.
    ("Press button 1 to 4", "Round button 1 to 4"),
    ("Trykk knapp 1 til 4", "Rund knapp 1 til 4"),
    ("Naciśnij przycisk 1-4", "Okrągły przycisk 1-4"),
    // DP-36, since 0.2.0: with a card in the holder.
    ("Insert your card", "Card in the holder"),
    ("Sett inn kortet", "Kort i holderen"),
    ("Włóż kartę", "Karta w uchwycie"),
    ("1-4: check credit", "1-4: choose socket"),
    ("1-4: sjekk kreditt", "1-4: velg kontakt"),
    ("1-4: sprawdź środki", "1-4: wybierz gniazdo"),
];
/// DP-37, since 0.2.0: the number of the socket replaces these words, before the amount of one press.
const PRESS: [&str; 3] = ["Press +", "Trykk +", "Naciśnij +"];

/// Whether a display shows what replaced a line of an earlier version.
pub fn are_replaced(words: &str, display: &[String]) -> bool {
    let is_shown = |line: &str| display.iter().any(|shown| shown == line);
    let line = LINES.iter().any(|(former, line)| *former == words && is_shown(line));
    let amount = PRESS.iter().find_map(|press| words.strip_prefix(press));
    line || amount.is_some_and(|amount| (1..=4).any(|socket| is_shown(&format!("{socket}: +{amount}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_line_is_met_only_by_the_line_in_its_place() {
        let display = ["SOCKET 2", "2: +10.00 kr", "Card in the holder"].map(str::to_owned);
        assert!(are_replaced("Press +10.00 kr", &display));
        assert!(are_replaced("Insert your card", &display));
        for other in ["Press +20.00 kr", "Press button 1 to 4", "+10.00 kr", "SOCKET 2"] {
            assert!(!are_replaced(other, &display), "{other}");
        }
    }
}
