//! What a person types: an amount, a date, a number; each gives a value or a sentence that says what to write.

use firmware_core::money::Ore;
use firmware_core::time::{DateTime, Millis};
use world::step_value::StepValue as _;

use super::{Language, Words, fill, message};

/// The units of crowns, in lower case; the longer of two that begin alike comes first.
const CROWNS: &[&str] = &["kr.", "kr", "nok"];

/// An amount in crowns as people write it: `100`, `100,50`, `1 000.5`, `kr 100`, `100,-`, `1.000,50`.
///
/// # Errors
/// A sentence in `language`.
pub fn amount(language: Language, typed: &str) -> Result<Ore, String> {
    hundredths(typed, CROWNS).map(Ore).map_err(|wrong| wrong.describe(language, typed, message::TYPED_AMOUNT_TOO_FINE))
}

/// Why a text is not an amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WrongAmount {
    /// It is empty.
    Missing,
    /// It is not a number with one of the units.
    Unclear,
    /// It is below zero.
    Negative,
    /// It has more than two decimals.
    TooFine,
    /// It is more than 42,949,672.95.
    TooLarge,
    /// One mark and three digits after it: a decimal mark or a mark of thousands.
    Ambiguous {
        /// The digits, with the mark as one of thousands: `1234`.
        whole: String,
        /// The digits before the mark, and the first two after it: `1` and `23`.
        decimal: [String; 2],
    },
}

impl WrongAmount {
    /// A sentence that says what is wrong and what to write. `too_fine` is the one that names the smallest coin.
    pub fn describe(&self, language: Language, typed: &str, too_fine: Words) -> String {
        let typed = typed.trim();
        let mark = language.decimal_mark();
        let example = format!("100{mark}50");
        let say = |words: Words, values: &[&str]| fill(words.in_language(language), values);
        match self {
            Self::Missing => say(message::TYPED_AMOUNT_MISSING, &[&example]),
            Self::Unclear => say(message::TYPED_AMOUNT_UNCLEAR, &[typed, &example]),
            Self::Negative => say(message::TYPED_AMOUNT_NEGATIVE, &[]),
            Self::TooFine => say(too_fine, &[typed]),
            Self::TooLarge => say(message::TYPED_AMOUNT_TOO_LARGE, &[typed]),
            Self::Ambiguous { whole, decimal: [before, after] } => {
                say(message::TYPED_AMOUNT_AMBIGUOUS, &[typed, whole, &format!("{before}{mark}{after}")])
            }
        }
    }
}

/// An amount in hundredths of its unit. The unit may stand before or after the number, in capitals or not; `,-` may
/// stand in the place of decimals; any white space, full stops and commas may separate thousands.
///
/// # Errors
/// It is not such an amount.
pub fn hundredths(typed: &str, units: &[&str]) -> Result<u32, WrongAmount> {
    let text = typed.trim().to_ascii_lowercase().replace('Ł', "ł");
    let before = units.iter().find_map(|unit| text.strip_prefix(unit));
    let text = before.or_else(|| units.iter().find_map(|unit| text.strip_suffix(unit))).unwrap_or(&text);
    let number: String =
        text.chars().filter(|letter| !letter.is_whitespace() && !APOSTROPHES.contains(letter)).collect();
    let number = without_dash(&number);
    if number.is_empty() {
        return Err(WrongAmount::Missing);
    }
    let (is_negative, number) = match number.strip_prefix(['-', '\u{2212}']) {
        Some(number) => (true, number),
        None => (false, number),
    };
    let (whole, fraction) = whole_and_fraction(number)?;
    if is_negative {
        return Err(WrongAmount::Negative);
    }
    if fraction.len() > 2 {
        return Err(WrongAmount::TooFine);
    }
    format!("{whole}{fraction:0<2}").parse().map_err(|_| WrongAmount::TooLarge)
}

/// What separates thousands in Switzerland.
const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// The number without the dash that stands in the place of decimals: `100` of `100,-`.
fn without_dash(number: &str) -> &str {
    let dash = number.strip_suffix(['-', '\u{2013}', '\u{2014}', '\u{2212}']);
    dash.and_then(|number| number.strip_suffix([',', '.', ':'])).unwrap_or(number)
}

/// The digits before the decimal mark, without marks of thousands, and those after it.
fn whole_and_fraction(number: &str) -> Result<(String, &str), WrongAmount> {
    const MARKS: [char; 2] = ['.', ','];
    let is_number = number.chars().any(|letter| letter.is_ascii_digit())
        && number.chars().all(|letter| letter.is_ascii_digit() || MARKS.contains(&letter));
    if !is_number {
        return Err(WrongAmount::Unclear);
    }
    let Some(last) = number.rfind(MARKS) else {
        return Ok((number.to_owned(), ""));
    };
    let (before, after) = (&number[..last], &number[last + 1..]);
    let groups: Vec<&str> = before.split(MARKS).collect();
    let are_thousands = |groups: &[&str]| {
        let [first, rest @ ..] = groups else { return false };
        matches!(first.len(), 1..=3) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
    };
    let marks: String = number.chars().filter(|letter| MARKS.contains(letter)).collect();
    let (thousands, decimal) = marks.split_at(marks.len() - 1);
    let is_one_mark = !(thousands.contains('.') && thousands.contains(','));
    if thousands.is_empty() {
        if after.len() == 3 && are_thousands(&groups) {
            let decimal = [before, &after[..2]].map(str::to_owned);
            return Err(WrongAmount::Ambiguous { whole: [before, after].concat(), decimal });
        }
        return Ok((before.to_owned(), after));
    }
    if !is_one_mark || !are_thousands(&groups) {
        return Err(WrongAmount::Unclear);
    }
    if !thousands.contains(decimal) {
        return Ok((groups.concat(), after));
    }
    // The last mark is one of thousands as well.
    if after.len() == 3 { Ok((groups.concat() + after, "")) } else { Err(WrongAmount::Unclear) }
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
                ("kr 100", 10_000),
                ("KR100", 10_000),
                ("100 KR", 10_000),
                ("100 kr.", 10_000),
                ("Kr. 100,50", 10_050),
                ("NOK 100", 10_000),
                ("100,-", 10_000),
                ("kr 100,-", 10_000),
                ("100,\u{2013} kr", 10_000),
                ("1\u{a0}000", 100_000),
                ("1\u{2009}000", 100_000),
                ("1.000,50", 100_050),
                ("1,000.50", 100_050),
                ("1.234.567", 123_456_700),
                ("12,345,678.9", 1_234_567_890),
                ("1'000.50", 100_050),
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
        assert_eq!(refused("0,234")[0], "“0,234” has more than two decimals; the smallest coin is one øre.");
        assert_eq!(refused("1.000,505")[0], "“1.000,505” has more than two decimals; the smallest coin is one øre.");
        assert_eq!(refused("1.000")[0], "“1.000” could be 1000 or 1.00; write one of these.");
        assert_eq!(refused("1,000")[1], "«1,000» kan være 1000 eller 1,00; skriv ett av dem.");
        assert_eq!(refused("kr 12.345")[2], "„kr 12.345” może znaczyć 12345 albo 12,34; wpisz jedno z nich.");
        assert_eq!(hundredths("1 000.500", CROWNS), Err(WrongAmount::TooFine), "the space separates the thousands");
        for typed in ["1.00.000", "1.000.00", "1,0.000", "1.000,000.5", "01.000,5", ",", "1.000,5.0"] {
            assert_eq!(hundredths(typed, CROWNS), Err(WrongAmount::Unclear), "{typed}");
        }
        for typed in ["100 zł", "kr 100 kr", "kr kr", "1.2.3", "1e5", "٣", "--3", "kr", "-", ".", "1-2", "+5", "0x10"]
        {
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
