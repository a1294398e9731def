//! What a person types on the bus's page: an amount, a day, a number of days.

use firmware_core::money::Grosz;
use firmware_core::time::Date;
use world::step_value::StepValue as _;

use crate::texts::{Language, fill, input, message};

/// The units of złote, in lower case.
const ZLOTE: &[&str] = &["zł", "zl", "pln"];

/// An amount in złote as people write it: `100`, `100,50`, `1 000.5`, `30 zł`, `PLN 30`, `1.000,50`.
///
/// # Errors
/// A sentence in `language`.
pub fn amount(language: Language, typed: &str) -> Result<Grosz, String> {
    let amount = input::hundredths(typed, ZLOTE).map(Grosz);
    amount.map_err(|wrong| wrong.describe(language, typed, message::BUS_TYPED_TOO_FINE))
}

/// A day: `2026-11-20`.
///
/// # Errors
/// A sentence in `language`.
pub fn date(language: Language, typed: &str) -> Result<Date, String> {
    let typed = typed.trim();
    match Date::read(typed) {
        _ if typed.is_empty() => Err(message::BUS_TYPED_NO_DATE.in_language(language).to_owned()),
        Ok((day, "")) => Ok(day),
        _ => Err(fill(message::BUS_TYPED_BAD_DATE.in_language(language), &[typed])),
    }
}

/// A number of days: `30`.
///
/// # Errors
/// A sentence in `language`.
pub fn days(language: Language, typed: &str) -> Result<u16, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(message::BUS_TYPED_NO_DAYS.in_language(language).to_owned());
    }
    let days = typed.parse().ok().filter(|days| *days > 0 && !typed.starts_with('+'));
    days.ok_or_else(|| fill(message::BUS_TYPED_BAD_DAYS.in_language(language), &[typed]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites::bus::samples::day;
    use crate::texts::in_all;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for language in Language::ALL {
            for (typed, grosze) in [
                ("100", 10_000),
                ("100,50", 10_050),
                ("1 000.5 ZŁ", 100_050),
                ("PLN 30", 3_000),
                ("30zl", 3_000),
                (",5", 50),
            ] {
                assert_eq!(amount(language, typed), Ok(Grosz(grosze)), "{typed}");
            }
        }
        let refused = |typed| in_all(|language| amount(language, typed).expect_err(typed));
        assert_eq!(refused("0,234 zł")[0], "“0,234 zł” has more than two decimals; the smallest coin is one grosz.");
        assert_eq!(refused("1,234 zł")[3], "„1,234 zł“ kann 1234 oder 1,23 sein; schreiben Sie eines davon.");
        assert_eq!(refused("5 kr")[2], "„5 kr” nie jest kwotą; wpisz na przykład 100,50.");
        assert_eq!(refused("")[1], "Beløpet mangler; skriv for eksempel 100,50.");
        for typed in ["abc", "zł", "-3", "99999999999", "1.2.3", "0.001"] {
            let texts = refused(typed);
            assert!(texts.iter().all(|text| text.ends_with('.') && !text.contains("øre")), "{texts:?}");
        }
    }

    #[test]
    fn a_day_and_a_number_of_days_are_read_or_get_a_sentence() {
        for language in Language::ALL {
            assert_eq!(date(language, " 2026-11-20 "), Ok(day()));
            assert_eq!(days(language, " 30 "), Ok(30));
        }
        for typed in ["", "2026-02-29", "2026-1-2", "20.11.2026", "2026-11-20 08:00:00", "1999-12-31", "ååååååååå"]
        {
            let texts = in_all(|language| date(language, typed).expect_err(typed));
            assert!(texts.iter().all(|text| text.contains("2026-11-20") && text.ends_with('.')), "{texts:?}");
        }
        for typed in ["", "0", "-1", "+5", "2.5", "65536", "a month"] {
            let texts = in_all(|language| days(language, typed).expect_err(typed));
            assert!(texts.iter().all(|text| text.ends_with("30.")), "{texts:?}");
        }
    }
}
