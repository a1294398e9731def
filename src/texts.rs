//! The page's own texts in the language that it shows, and how amounts, dates and counted things are written there.
//!
//! English is part of the program. The texts of another language are fetched, one part for each module of the program,
//! and added here ([`add_part`]); what is not there is English. What the devices say is in `firmware_core::text`: a
//! display keeps the language that it is set to, whatever the page speaks.

pub mod input;
pub mod language;
pub mod message;
pub mod names;
pub mod refusals;

use std::cell::Cell;

use firmware_core::card::LogEntry;
use firmware_core::time::{Date, DateTime};
use lang::{FORM_SEPARATOR, LANGUAGES, MARK_BYTES, MARK_FIRST_BYTE, number};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A message of the page: behind the mark of its number, its text in English.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words(&'static str);

impl Words {
    /// Its text in `language`; in English where that language is not there.
    #[inline(never)]
    pub fn in_language(self, language: Language) -> &'static str {
        match number(self.0).and_then(|number| fetched(language, number)) {
            Some(text) => text,
            None => self.0.get(MARK_BYTES..).unwrap_or_default(),
        }
    }

    /// Its form for `count`, with that number in it: `1 line`, `2 lines`.
    pub fn counted(self, language: Language, count: usize) -> String {
        let text = self.in_language(language);
        // A text that is not there is English, which may have fewer forms.
        let form = text.split(FORM_SEPARATOR).take(1 + language.row().plural.form(count)).last().unwrap_or_default();
        fill(form, &[&count.to_string()])
    }
}

impl Language {
    fn row(self) -> &'static lang::Row {
        &LANGUAGES[self as usize]
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// What separates crowns from øre.
    pub fn decimal_mark(self) -> &'static str {
        message::DECIMAL_MARK.in_language(self)
    }
}

/// The texts of a language, by the numbers of their messages; empty where one is not there. Texts are shown as long as
/// the page is there.
type Table = &'static [&'static str];

thread_local! {
    /// What has been fetched, for each language.
    static TABLES: [Cell<Table>; LANGUAGES.len()] = const { [const { Cell::new(&[]) }; LANGUAGES.len()] };
}

fn fetched(language: Language, number: usize) -> Option<&'static str> {
    #[cfg(test)]
    tests::add_all();
    TABLES.with(|tables| tables[language as usize].get().get(number).copied().filter(|text| !text.is_empty()))
}

/// Adds a part of a language that has been fetched; false if it is of another build.
#[inline(never)]
pub fn add_part(language: Language, part: &str) -> bool {
    let Some(texts) = part.strip_prefix(message::HASH) else { return false };
    let mut rest: &'static str = Box::leak(texts.into());
    let mut table = TABLES.with(|tables| tables[language as usize].get()).to_vec();
    while let Some(number) = number(rest) {
        let (_, text) = rest.split_at(MARK_BYTES);
        let end = text.bytes().position(|byte| byte == MARK_FIRST_BYTE).unwrap_or(text.len());
        let (text, behind) = text.split_at(end);
        if table.len() <= number {
            table.resize(number + 1, "");
        }
        table[number] = text;
        rest = behind;
    }
    TABLES.with(|tables| tables[language as usize].set(table.leak()));
    true
}

/// The language with this code, the region aside: `nb-NO`, `no` and `nn` are all bokmål here.
pub fn language_of(code: &str) -> Option<Language> {
    let code = code.split(['-', '_']).next()?.to_ascii_lowercase();
    Language::ALL.into_iter().find(|language| {
        let row = language.row();
        row.code == code || row.aliases.contains(&code.as_str())
    })
}

/// An amount in minor units, with two decimals and without spaces between thousands: `1234,50`. In English it is as the
/// acceptance language has it.
pub fn plain(language: Language, minor: u32) -> String {
    format!("{}{}{:02}", minor / 100, language.decimal_mark(), minor % 100)
}

/// A line of a card's log: when, what, how much, where, and what was on the card then. In English it is as the
/// acceptance language has it.
pub fn log_line(language: Language, entry: &LogEntry, what: Words, location: Option<String>, unit: &str) -> String {
    let at = entry.at.map(|at| format!("{} ", date_and_time(language, at))).unwrap_or_default();
    let sign = match (entry.amount < 0, language) {
        (false, _) => "+",
        (true, Language::English) => "-",
        (true, _) => "\u{2212}",
    };
    let (what, change) = (what.in_language(language), plain(language, entry.amount.unsigned_abs()));
    let location = location.map(|location| format!(" {location}")).unwrap_or_default();
    format!("{at}{what} {sign}{change}{location} = {} {unit}", plain(language, entry.balance_after))
}

/// An amount in crowns and whole øre, what is below an øre left out: `1 234,50 kr`.
pub fn kr(language: Language, milli_ore: i64) -> String {
    format!("{} kr", decimal(language, milli_ore / 1000, 2))
}

/// An amount in crowns down to a thousandth of an øre where there is one: `29,99800 kr`.
pub fn exact_kr(language: Language, milli_ore: i64) -> String {
    if milli_ore % 1000 == 0 { kr(language, milli_ore) } else { format!("{} kr", decimal(language, milli_ore, 5)) }
}

/// Watt-hours in kilowatt-hours: `14,999 kWh`.
pub fn kwh(language: Language, watt_hours: u64) -> String {
    let unit = message::UNIT_KILOWATT_HOURS.in_language(language);
    format!("{} {unit}", decimal(language, i64::try_from(watt_hours).unwrap_or(i64::MAX), 3))
}

/// `value` with its last `places` digits behind the decimal mark, and thin spaces between thousands.
pub fn decimal(language: Language, value: i64, places: usize) -> String {
    let sign = if value < 0 { "\u{2212}" } else { "" };
    let digits = format!("{:0width$}", value.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) && whole.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{}{fraction}", language.decimal_mark())
}

/// A day in words: `Friday 20 November 2026`, in the order and with the marks of CLDR's full dates.
pub fn day(language: Language, civil: DateTime) -> String {
    let (year, month, day) = civil.date().civil();
    let weekday = names::WEEKDAYS[usize::from(civil.date().weekday() - 1)].in_language(language);
    let month = names::MONTHS[usize::from(month - 1)].in_language(language);
    fill(message::DATE_FULL.in_language(language), &[weekday, &day.to_string(), month, &year.to_string()])
}

/// A day in digits: `20.11.2026`. In English it is as the acceptance language has it: `2026-11-20`.
pub fn date(language: Language, date: Date) -> String {
    let (year, month, day) = date.civil();
    let [day, month] = [day, month].map(|number| format!("{number:02}"));
    fill(message::DATE_SHORT.in_language(language), &[&year.to_string(), &month, &day])
}

/// A day in digits with the time of day: `20.11.2026 08:00:00`.
pub fn date_and_time(language: Language, civil: DateTime) -> String {
    format!("{} {}", date(language, civil.date()), time_of_day(civil))
}

/// The time of day: `08:00:00`.
pub fn time_of_day(civil: DateTime) -> String {
    let (hour, minute, second) = civil.time_of_day();
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// `template` with `{0}`, `{1}`, … replaced by `values`.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (index, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(index.parse().ok().and_then(|index: usize| values.get(index)).copied().unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A text in each language: in words of its own, with nothing left in braces.
#[cfg(test)]
pub(crate) fn in_all(text: impl Fn(Language) -> String) -> [String; LANGUAGES.len()] {
    let texts = Language::ALL.map(text);
    for (index, text) in texts.iter().enumerate() {
        assert!(!text.is_empty() && !text.contains(['{', '}']) && !text.contains("  "), "{texts:?}");
        assert_eq!(text.trim(), text);
        assert!(!texts[..index].contains(text), "{texts:?}");
    }
    texts
}

#[cfg(test)]
mod tests {
    use std::sync::Once;

    use super::*;
    use firmware_core::time::Date;

    /// Every text of every language but English.
    const PARTS: [&str; LANGUAGES.len() - 1] = include!(concat!(env!("OUT_DIR"), "/parts.rs"));

    thread_local! {
        static ARE_ADDED: Once = const { Once::new() };
    }

    /// Adds every language, as if all parts had arrived; once in each thread.
    pub(super) fn add_all() {
        ARE_ADDED.with(|once| {
            once.call_once(|| {
                for (language, part) in Language::ALL.into_iter().skip(1).zip(PARTS) {
                    assert!(add_part(language, part), "{language:?} is of this build");
                }
            });
        });
    }

    #[test]
    fn a_date_in_digits_follows_the_language() {
        let at = Date::from_civil(2026, 11, 5).and_then(|day| DateTime::new(day, 8, 3, 0)).expect("a Thursday");
        assert_eq!(date_and_time(Language::English, at), at.to_string());
        for language in [Language::Norwegian, Language::Polish, Language::German, Language::Ukrainian] {
            assert_eq!(date_and_time(language, at), "05.11.2026 08:03:00");
        }
    }

    #[test]
    fn every_message_has_a_text_of_its_own_number_in_every_language() {
        let numbers: Vec<_> = message::ALL.iter().map(|(_, words)| number(words.0)).collect();
        assert!(numbers.is_sorted_by(|one, next| one.is_some() && one < next), "{numbers:?}");
        for (id, words) in message::ALL {
            for language in Language::ALL {
                assert!(!words.in_language(language).is_empty(), "{id} in {language:?}");
            }
            assert_eq!(words.in_language(Language::English), &words.0[MARK_BYTES..], "{id}");
        }
        assert_eq!(message::PANEL_WALLET.in_language(Language::Norwegian), "Lommebok");
    }

    #[test]
    fn a_part_of_another_build_is_refused() {
        let number = number(message::PANEL_WALLET.0).expect("every message has one");
        let mark = &message::PANEL_WALLET.0[..MARK_BYTES];
        assert!(!add_part(Language::German, &format!("0123456789abcdef{mark}Portemonnaie")));
        assert!(!add_part(Language::German, "<!doctype html>"));
        assert_ne!(fetched(Language::German, number), Some("Portemonnaie"));
        assert!(add_part(Language::German, &format!("{}{mark}Portemonnaie", message::HASH)));
        assert_eq!(message::PANEL_WALLET.in_language(Language::German), "Portemonnaie");
    }

    #[test]
    fn what_is_not_fetched_is_english() {
        add_all();
        TABLES.with(|tables| tables[Language::Polish as usize].set(&[]));
        assert_eq!(message::PANEL_WALLET.in_language(Language::Polish), "Wallet");
        assert_eq!(message::JOURNAL_LINES.counted(Language::Polish, 3), "3 lines");
        assert_eq!(message::JOURNAL_LINES.counted(Language::Polish, 5), "5 lines");
    }

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        let written = |milli| Language::ALL.map(|language| exact_kr(language, milli));
        assert_eq!(written(3_000_000), ["30.00 kr", "30,00 kr", "30,00 kr", "30,00 kr", "30,00 kr"]);
        assert_eq!(written(2_999_800)[..2], ["29.99800 kr", "29,99800 kr"]);
        assert_eq!(written(2_999_800)[3..], ["29,99800 kr", "29,99800 kr"]);
        assert_eq!(kr(Language::English, 2_999_800), "29.99 kr");
        assert_eq!(kr(Language::Polish, -123_456_789_000), "\u{2212}1\u{202f}234\u{202f}567,89 kr");
        assert_eq!(kwh(Language::Norwegian, 14_999), "14,999 kWh");
        assert_eq!(kwh(Language::Norwegian, 7), "0,007 kWh");
        assert_eq!(kwh(Language::Ukrainian, 7), "0,007 кВт·год");
    }

    #[test]
    fn things_are_counted_as_each_language_counts() {
        let of = |language, count| message::JOURNAL_LINES.counted(language, count);
        assert_eq!(
            Language::ALL.map(|language| of(language, 1)),
            ["1 line", "1 linje", "1 wpis", "1 Zeile", "1 рядок"]
        );
        let two = ["2 lines", "2 linjer", "2 wpisy", "2 Zeilen", "2 рядки"];
        assert_eq!(Language::ALL.map(|language| of(language, 2)), two);
        assert_eq!(of(Language::Polish, 21), "21 wpisów");
        assert_eq!(of(Language::Ukrainian, 21), "21 рядок");
    }

    #[test]
    fn a_day_reads_as_each_language_says_it() {
        let friday = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 5, 0)).expect("a morning");
        assert_eq!(
            Language::ALL.map(|language| day(language, friday)),
            [
                "Friday 20 November 2026",
                "fredag 20. november 2026",
                "piątek, 20 listopada 2026",
                "Freitag, 20. November 2026",
                "п’ятниця, 20 листопада 2026 р."
            ]
        );
        assert_eq!(time_of_day(friday), "08:05:00");
    }

    #[test]
    fn a_language_is_known_by_its_code() {
        for (code, language) in [
            ("nb-NO", Language::Norwegian),
            ("no", Language::Norwegian),
            ("nn", Language::Norwegian),
            ("PL", Language::Polish),
            ("en_GB", Language::English),
            ("de-AT", Language::German),
        ] {
            assert_eq!(language_of(code), Some(language), "{code}");
        }
        assert_eq!(language_of("fr"), None);
        for language in Language::ALL {
            assert_eq!(language_of(language.code()), Some(language));
        }
    }

    #[test]
    fn placeholders_are_filled_in_any_order() {
        assert_eq!(fill("{1} of {0}{2}!", &["two", "one"]), "one of two!");
    }
}
