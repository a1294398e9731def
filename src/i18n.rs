//! The page's own words in English, Norwegian (bokmål), Polish, German and Ukrainian, and how amounts, dates and
//! counted things are written in each. What the devices say, in three of these, is in `firmware_core::text`: a display
//! keeps the language that it is set to, whatever the page speaks.

pub mod answer;
pub mod clause;
pub mod entry;
pub mod feel;
pub mod help;
pub mod label;
pub mod offline;
pub mod replica;
pub mod sentence;
pub mod trade;
pub mod twin;

use firmware_core::time::DateTime;
use leptos::prelude::*;

use crate::embed;
use crate::markup::{live, soon};

/// The key under which the chosen language is kept in this browser.
const KEPT_AS: &str = "kerb-and-quay.language";

/// A language that the page speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Norwegian (bokmål).
    Norwegian,
    /// Polish.
    Polish,
    /// German.
    German,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them, in the order in which [`words!`] has their texts.
    pub const ALL: [Self; 5] = [Self::English, Self::Norwegian, Self::Polish, Self::German, Self::Ukrainian];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Norwegian => "nb",
            Self::Polish => "pl",
            Self::German => "de",
            Self::Ukrainian => "uk",
        }
    }

    /// What stands between crowns and øre.
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::English => '.',
            Self::Norwegian | Self::Polish | Self::German | Self::Ukrainian => ',',
        }
    }
}

/// One text in every language, one behind the other: a page full of texts carries one address for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words(pub(crate) &'static str);

impl Words {
    /// The text in `language`.
    pub fn in_language(self, language: Language) -> &'static str {
        self.0.split(BETWEEN).nth(language as usize).unwrap_or_default()
    }
}

/// What stands between the languages; no text has it.
const BETWEEN: char = '\u{1f}';

/// One text in English, Norwegian, Polish, German and Ukrainian.
macro_rules! words {
    ($english:literal, $norwegian:literal, $polish:literal, $german:literal, $ukrainian:literal) => {
        $crate::i18n::Words(concat!(
            $english, '\u{1f}', $norwegian, '\u{1f}', $polish, '\u{1f}', $german, '\u{1f}', $ukrainian
        ))
    };
}
pub(crate) use words;

/// Declares a table of texts; tests look at every one of them through `ALL`.
macro_rules! texts {
    (
        at most $limit:literal letters;
        $(
            $(#[$doc:meta])*
            $name:ident = $english:literal, $norwegian:literal, $polish:literal, $german:literal, $ukrainian:literal;
        )+
    ) => {
        $(
            $(#[$doc])*
            #[doc = $english]
            pub const $name: $crate::i18n::Words =
                $crate::i18n::words!($english, $norwegian, $polish, $german, $ukrainian);
        )+

        #[cfg(test)]
        pub const ALL: (usize, &[(&str, $crate::i18n::Words)]) = ($limit, &[$((stringify!($name), $name)),+]);
    };
}
pub(crate) use texts;

/// A noun beside a number: one of it, several of it. Polish and Ukrainian have a third form.
///
/// The forms are those of CLDR's cardinal plurals for whole numbers: one and other; one, few and many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted {
    /// One, other.
    pub english: [&'static str; 2],
    /// One, other.
    pub norwegian: [&'static str; 2],
    /// One, few, many.
    pub polish: [&'static str; 3],
    /// One, other.
    pub german: [&'static str; 2],
    /// One, few, many.
    pub ukrainian: [&'static str; 3],
}

impl Counted {
    /// `count` and the noun in its right form.
    pub fn of(self, language: Language, count: usize) -> String {
        let two = |forms: [&'static str; 2]| forms[usize::from(count != 1)];
        let noun = match language {
            Language::English => two(self.english),
            Language::Norwegian => two(self.norwegian),
            Language::Polish => self.polish[polish_form(count)],
            Language::German => two(self.german),
            Language::Ukrainian => self.ukrainian[ukrainian_form(count)],
        };
        format!("{count} {noun}")
    }
}

/// 1 karta; 2, 3, 4, 22 karty; 0, 5, 12, 21 kart.
fn polish_form(count: usize) -> usize {
    match (count, count % 10, count % 100) {
        (1, ..) => 0,
        (_, _, 12..=14) => 2,
        (_, 2..=4, _) => 1,
        _ => 2,
    }
}

/// 1, 21, 101 картка; 2, 3, 4, 22 картки; 0, 5, 11, 12 карток.
fn ukrainian_form(count: usize) -> usize {
    match (count % 10, count % 100) {
        (_, 11..=14) => 2,
        (1, _) => 0,
        (2..=4, _) => 1,
        _ => 2,
    }
}

/// The language of the page, from the context.
pub fn use_language() -> RwSignal<Language> {
    expect_context()
}

/// Finds out the language, from the page's address, from what was chosen before or else from the browser's wishes, and
/// puts it into the context. The page's `lang` follows it, and a choice is remembered.
pub fn provide_language(tagline: Words) -> RwSignal<Language> {
    let language = RwSignal::new(asked().or_else(remembered).or_else(wished).unwrap_or_default());
    provide_context(language);
    let mut before = None;
    let tell = move || {
        let language = language.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", language.code());
        }
        let [name, tagline] = [label::NAME, tagline].map(|words| words.in_language(language));
        document().set_title(&format!("{name} \u{2013} {tagline}"));
        // Only a choice is remembered: until there is one the page follows the browser.
        if before.is_some_and(|before| before != language)
            && embed::wanted().is_none()
            && let Ok(Some(storage)) = window().local_storage()
        {
            // A browser that keeps nothing still shows the page.
            let _ = storage.set_item(KEPT_AS, language.code());
        }
        before = Some(language);
    };
    soon(move || live(tell));
    language
}

/// The language with this code, the region aside: `nb-NO`, `no` and `nn` are all bokmål here.
pub fn language_of(code: &str) -> Option<Language> {
    let code = code.split(['-', '_']).next()?;
    match code.to_ascii_lowercase().as_str() {
        "no" | "nn" => Some(Language::Norwegian),
        code => Language::ALL.into_iter().find(|language| language.code() == code),
    }
}

/// What a language calls itself.
pub const fn own_name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::Norwegian => "Norsk",
        Language::Polish => "Polski",
        Language::German => "Deutsch",
        Language::Ukrainian => "Українська",
    }
}

/// `?lang=nb` in the page's address.
fn asked() -> Option<Language> {
    language_of(&embed::asked("lang")?)
}

fn remembered() -> Option<Language> {
    let kept = window().local_storage().ok()??.get_item(KEPT_AS).ok()??;
    language_of(&kept)
}

fn wished() -> Option<Language> {
    window().navigator().languages().iter().find_map(|code| language_of(&code.as_string()?))
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
    format!("{} kWh", decimal(language, i64::try_from(watt_hours).unwrap_or(i64::MAX), 3))
}

/// `value` with its last `places` digits behind the decimal mark, and thin spaces between thousands.
pub(crate) fn decimal(language: Language, value: i64, places: usize) -> String {
    let sign = if value < 0 { "\u{2212}" } else { "" };
    let digits = format!("{:0width$}", value.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && whole.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{}{fraction}", language.decimal_mark())
}

/// A day in words: `Friday 20 November 2026`, in the order and with the marks of CLDR's full dates.
pub fn day(language: Language, civil: DateTime) -> String {
    let (year, month, day) = civil.date().civil();
    let weekday = trade::WEEKDAYS[usize::from(civil.date().weekday() - 1)].in_language(language);
    let month = trade::MONTHS[usize::from(month - 1)].in_language(language);
    let (after_weekday, after_day, after_year) = match language {
        Language::English => ("", "", ""),
        Language::Norwegian => ("", ".", ""),
        Language::Polish => (",", "", ""),
        Language::German => (",", ".", ""),
        Language::Ukrainian => (",", "", " р."),
    };
    format!("{weekday}{after_weekday} {day}{after_day} {month} {year}{after_year}")
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
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(place.parse().ok().and_then(|place: usize| values.get(place)).copied().unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bus::told;
    use firmware_core::time::Date;

    /// All that the pages say: how long a text may be, and the texts by their names.
    fn tables() -> impl Iterator<Item = (usize, &'static [(&'static str, Words)])> {
        let shared = [
            label::ALL,
            feel::ALL,
            sentence::ALL,
            replica::ALL,
            trade::ALL,
            answer::ALL,
            clause::ALL,
            twin::ALL,
            help::ALL,
            offline::ALL,
        ];
        let bus = [told::ALL, told::clause::ALL, told::name::ALL, crate::bus::label::ALL];
        shared.into_iter().chain(bus)
    }

    #[test]
    fn every_text_is_there_in_every_language_and_no_longer_than_its_place() {
        for (limit, table) in tables() {
            for (name, words) in table {
                for language in Language::ALL {
                    let text = words.in_language(language);
                    assert_eq!(
                        words.0.matches(BETWEEN).count(),
                        Language::ALL.len() - 1,
                        "{name} has a language too many"
                    );
                    assert!(!text.trim().is_empty(), "{name} has no text in {language:?}");
                    assert_eq!(text.trim(), text, "{name} has spaces around it in {language:?}");
                    let letters = text.chars().count();
                    assert!(letters <= limit, "{name} in {language:?} has {letters} letters of {limit}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_text_has_the_same_blanks_in_every_language() {
        for (_, table) in tables() {
            for (name, words) in table {
                let blanks = |language| {
                    let text = words.in_language(language);
                    ["{0}", "{1}", "{2}", "{3}", "{4}"].map(|blank| text.contains(blank))
                };
                for language in Language::ALL {
                    assert_eq!(blanks(Language::English), blanks(language), "{name} in {language:?}");
                }
            }
        }
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
    }

    #[test]
    fn polish_counts_in_three_forms() {
        let of = |count| trade::LINES.of(Language::Polish, count);
        assert_eq!(of(1), "1 wpis");
        for count in [2, 3, 4, 22, 102] {
            assert_eq!(of(count), format!("{count} wpisy"));
        }
        for count in [0, 5, 11, 12, 13, 14, 21, 112, 150] {
            assert_eq!(of(count), format!("{count} wpisów"));
        }
        assert_eq!(trade::LINES.of(Language::German, 1), "1 Zeile");
        assert_eq!(trade::LINES.of(Language::German, 0), "0 Zeilen");
        assert_eq!(trade::LINES.of(Language::English, 1), "1 line");
        assert_eq!(trade::LINES.of(Language::Norwegian, 2), "2 linjer");
    }

    #[test]
    fn ukrainian_counts_in_three_forms_of_its_own() {
        let of = |count| trade::LINES.of(Language::Ukrainian, count);
        for count in [1, 21, 101, 1_001] {
            assert_eq!(of(count), format!("{count} рядок"));
        }
        for count in [2, 3, 4, 22, 104] {
            assert_eq!(of(count), format!("{count} рядки"));
        }
        for count in [0, 5, 11, 12, 14, 20, 111, 112, 150] {
            assert_eq!(of(count), format!("{count} рядків"));
        }
    }

    #[test]
    fn a_day_reads_as_each_language_says_it() {
        let friday = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 5, 0)).expect("a morning");
        let said = Language::ALL.map(|language| day(language, friday));
        assert_eq!(
            said,
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
    fn the_browser_names_languages_with_regions() {
        assert_eq!(language_of("nb-NO"), Some(Language::Norwegian));
        assert_eq!(language_of("nn"), Some(Language::Norwegian));
        assert_eq!(language_of("PL"), Some(Language::Polish));
        assert_eq!(language_of("en_GB"), Some(Language::English));
        assert_eq!(language_of("de-AT"), Some(Language::German));
        assert_eq!(language_of("uk"), Some(Language::Ukrainian));
        assert_eq!(language_of("fr"), None);
    }

    #[test]
    fn blanks_are_filled_in_any_order() {
        assert_eq!(fill("{1} of {0}{2}!", &["two", "one"]), "one of two!");
    }
}
