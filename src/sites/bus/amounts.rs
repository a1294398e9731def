//! Amounts in złote.

use firmware_core::money::Grosz;

use crate::texts::{self, Language, decimal};

/// An amount in złote: `1 234,50 zł`.
pub fn zl(language: Language, grosze: i64) -> String {
    format!("{} zł", number(language, grosze))
}

/// The same without its currency: `1 234,50`.
pub fn number(language: Language, grosze: i64) -> String {
    decimal(language, grosze, 2)
}

/// An amount in złote: `1 234,50 zł`.
pub fn paid(language: Language, amount: Grosz) -> String {
    zl(language, i64::from(amount.0))
}

/// An amount in złote without spaces between thousands: the English sentence is the one that the acceptance language
/// knows.
pub fn plain(language: Language, amount: Grosz) -> String {
    format!("{} zł", texts::plain(language, amount.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        assert_eq!(
            Language::ALL.map(|language| zl(language, 4_700)),
            ["47.00 zł", "47,00 zł", "47,00 zł", "47,00 zł", "47,00 zł"]
        );
        assert_eq!(zl(Language::Polish, -123_456_789), "\u{2212}1\u{202f}234\u{202f}567,89 zł");
    }
}
