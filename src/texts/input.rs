//! What a person types: an amount, a date, a number; each gives a value or a sentence that says what to write.

use firmware_core::money::Ore;
use firmware_core::time::{DateTime, Millis};
use world::step_value::StepValue as _;

use super::{Language, Words, fill, message};

/// An amount in crowns as people write it: `100`, `100,50`, `1 000.5`, `30 kr`.
///
/// # Errors
/// A sentence in `language`.
pub fn amount(language: Language, typed: &str) -> Result<Ore, String> {
    let example = format!("100{}50", language.decimal_mark());
    let say = |words: Words| Err(fill(words.in_language(language), &[typed.trim(), &example]));
    let number = typed.trim();
    let number = number.strip_suffix("kr").unwrap_or(number);
    let number: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
    if number.is_empty() {
        return Err(fill(message::TYPED_AMOUNT_MISSING.in_language(language), &[&example]));
    }
    let (is_negative, number) = match number.strip_prefix(['-', '\u{2212}']) {
        Some(number) => (true, number),
        None => (false, number.as_str()),
    };
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let is_number = !(whole.is_empty() && fraction.is_empty())
        && whole.chars().chain(fraction.chars()).all(|letter| letter.is_ascii_digit());
    if !is_number {
        return say(message::TYPED_AMOUNT_UNCLEAR);
    }
    if is_negative {
        return say(message::TYPED_AMOUNT_NEGATIVE);
    }
    if fraction.len() > 2 {
        return say(message::TYPED_AMOUNT_TOO_FINE);
    }
    format!("{whole}{fraction:0<2}").parse().map(Ore).or_else(|_| say(message::TYPED_AMOUNT_TOO_LARGE))
}

/// A local date and time: `2026-11-20 08:00:00`; the seconds, and the time with them, may be left out.
///
/// # Errors
/// A sentence in `language`.
pub fn civil(language: Language, typed: &str) -> Result<DateTime, String> {
    let written = typed.trim().replace('T', " ");
    let completed = match written.len() {
        10 => format!("{written} 00:00:00"),
        16 => format!("{written}:00"),
        _ => written,
    };
    match DateTime::read(&completed) {
        Ok((civil, "")) => Ok(civil),
        _ => Err(fill(message::TYPED_CIVIL_UNCLEAR.in_language(language), &[typed.trim()])),
    }
}

/// A whole number of milliseconds.
///
/// # Errors
/// A sentence in `language`.
pub fn millis(language: Language, typed: &str) -> Result<Millis, String> {
    typed.trim().parse().map(Millis).map_err(|_| fill(message::TYPED_MS_UNCLEAR.in_language(language), &[typed.trim()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(typed: &str) -> [String; 5] {
        Language::ALL.map(|language| amount(language, typed).expect_err(typed))
    }

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for language in Language::ALL {
            for (typed, ore) in [
                ("100", 10_000),
                ("100,50", 10_050),
                ("100.5", 10_050),
                ("1 000.5", 100_050),
                ("1\u{202f}000,05 kr", 100_005),
                (" 0 ", 0),
                (",5", 50),
                ("7.", 700),
                ("42949672.95", u32::MAX),
            ] {
                assert_eq!(amount(language, typed), Ok(Ore(ore)), "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_amount_gets_a_sentence() {
        assert_eq!(
            refused("abc"),
            [
                "“abc” is not an amount; write for example 100.50.",
                "«abc» er ikke et beløp; skriv for eksempel 100,50.",
                "„abc” nie jest kwotą; wpisz na przykład 100,50.",
                "„abc“ ist kein Betrag; schreiben Sie zum Beispiel 100,50.",
                "«abc» не є сумою; напишіть, наприклад, 100,50."
            ]
        );
        assert_eq!(refused("-3")[0], "An amount cannot be below zero.");
        assert_eq!(refused("99999999999")[1], "«99999999999» er mer enn noe kort kan inneholde.");
        assert_eq!(refused("  ")[2], "Brakuje kwoty; wpisz na przykład 100,50.");
        assert_eq!(refused("1,234")[0], "“1,234” has more than two decimals; the smallest coin is one øre.");
        for typed in ["1.2.3", "1e5", "٣", "--3", "kr", "-", ".", "1-2", "+5", "0x10"] {
            assert!(refused(typed).iter().all(|sentence| sentence.ends_with('.')), "{typed}");
        }
    }

    #[test]
    fn a_date_is_read_with_or_without_its_time() {
        let read = |typed| civil(Language::English, typed).map(|civil| civil.to_string());
        assert_eq!(read("2026-11-20 08:00:00").as_deref(), Ok("2026-11-20 08:00:00"));
        assert_eq!(read(" 2026-11-20T08:05 ").as_deref(), Ok("2026-11-20 08:05:00"));
        assert_eq!(read("2028-02-29").as_deref(), Ok("2028-02-29 00:00:00"));
    }

    #[test]
    fn what_is_no_date_gets_a_sentence() {
        for typed in
            ["", "2026-02-29", "2026-11-20 24:00:00", "1999-12-31", "2026-11-20 08:00:00 x", "tomorrow", "ååååååååå"]
        {
            for language in Language::ALL {
                let sentence = civil(language, typed).expect_err(typed);
                assert!(sentence.contains("2026-11-20 08:00:00"), "{sentence}");
            }
        }
    }

    #[test]
    fn milliseconds_are_whole() {
        assert_eq!(millis(Language::English, " 250 "), Ok(Millis(250)));
        for typed in ["", "-1", "2.5", "4294967296"] {
            assert!(millis(Language::Polish, typed).is_err(), "{typed}");
        }
    }
}
