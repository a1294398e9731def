//! What both pages call things alike: days, units and choices of settings.

use firmware_core::setting::{Source, Unit};

use super::{Language, Words, fill, language_of, message};

/// The days of the week, from Monday on.
pub const WEEKDAYS: [Words; 7] = [
    message::WEEKDAY_MONDAY,
    message::WEEKDAY_TUESDAY,
    message::WEEKDAY_WEDNESDAY,
    message::WEEKDAY_THURSDAY,
    message::WEEKDAY_FRIDAY,
    message::WEEKDAY_SATURDAY,
    message::WEEKDAY_SUNDAY,
];

/// The months as they stand behind a day.
pub const MONTHS: [Words; 12] = [
    message::MONTH_JANUARY,
    message::MONTH_FEBRUARY,
    message::MONTH_MARCH,
    message::MONTH_APRIL,
    message::MONTH_MAY,
    message::MONTH_JUNE,
    message::MONTH_JULY,
    message::MONTH_AUGUST,
    message::MONTH_SEPTEMBER,
    message::MONTH_OCTOBER,
    message::MONTH_NOVEMBER,
    message::MONTH_DECEMBER,
];

/// What a number counts; nothing for a choice.
pub const fn unit(unit: Unit) -> Option<Words> {
    match unit {
        Unit::Millis => Some(message::UNIT_MILLIS),
        Unit::Ore => Some(message::UNIT_ORE),
        Unit::OrePerKwh => Some(message::UNIT_ORE_PER_KWH),
        Unit::WattHours => Some(message::UNIT_WATT_HOURS),
        Unit::Choice(_) => None,
    }
}

/// A word of a choice, as a person reads it.
pub fn choice(language: Language, word: &'static str) -> &'static str {
    match word {
        "no" => message::CHOICE_NO.in_language(language),
        "yes" => message::CHOICE_YES.in_language(language),
        "freeze" => message::CHOICE_FREEZE.in_language(language),
        "forfeit" => message::CHOICE_FORFEIT.in_language(language),
        code => language_of(code).map_or(code, Language::own_name),
    }
}

/// Where a setting's default comes from.
pub fn source(language: Language, source: Source) -> String {
    let (words, at) = match source {
        Source::Manual(clause) => (message::SETTINGS_FROM_MANUAL, clause),
        Source::Public(where_) => (message::SETTINGS_FROM_PUBLIC, where_),
        Source::Invented => (message::SETTINGS_INVENTED, ""),
    };
    fill(words.in_language(language), &[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_in_the_language_of_the_page() {
        assert_eq!(choice(Language::Polish, "yes"), "tak");
        assert_eq!(choice(Language::Polish, "nb"), "Norsk");
        assert_eq!(choice(Language::Norwegian, "5"), "5");
    }
}
