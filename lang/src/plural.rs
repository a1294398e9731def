//! How languages count: the forms of a noun beside a whole number, as in CLDR's cardinal plural rules.

/// The plural rule of a language, for whole numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Plural {
    /// 1 card; 0, 2, 3 cards.
    OneOther,
    /// 1 karta; 2, 3, 4, 22 karty; 0, 5, 12, 21 kart.
    Polish,
    /// 1, 21, 101 картка; 2, 3, 4, 22 картки; 0, 5, 11, 12 карток.
    EastSlavic,
}

impl Plural {
    /// CLDR's names of its forms, in the order of [`Plural::form`].
    pub const fn categories(self) -> &'static [&'static str] {
        match self {
            Self::OneOther => &["one", "other"],
            Self::Polish | Self::EastSlavic => &["one", "few", "many"],
        }
    }

    /// The index of the form beside `count`.
    pub fn form(self, count: usize) -> usize {
        match self {
            Self::OneOther => usize::from(count != 1),
            Self::Polish => match (count, count % 10, count % 100) {
                (1, ..) => 0,
                (_, _, 12..=14) => 2,
                (_, 2..=4, _) => 1,
                _ => 2,
            },
            Self::EastSlavic => match (count % 10, count % 100) {
                (_, 11..=14) => 2,
                (1, _) => 0,
                (2..=4, _) => 1,
                _ => 2,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Plural;

    fn all_are(plural: Plural, form: usize, counts: &[usize]) {
        for &count in counts {
            assert_eq!(plural.form(count), form, "{count} in {plural:?}");
        }
    }

    #[test]
    fn germanic_languages_have_two_forms() {
        all_are(Plural::OneOther, 0, &[1]);
        all_are(Plural::OneOther, 1, &[0, 2, 5, 11, 21, 101]);
    }

    #[test]
    fn polish_has_three_forms() {
        all_are(Plural::Polish, 0, &[1]);
        all_are(Plural::Polish, 1, &[2, 3, 4, 22, 102]);
        all_are(Plural::Polish, 2, &[0, 5, 11, 12, 13, 14, 21, 101, 112, 150]);
    }

    #[test]
    fn ukrainian_has_three_forms_of_its_own() {
        all_are(Plural::EastSlavic, 0, &[1, 21, 101, 1_001]);
        all_are(Plural::EastSlavic, 1, &[2, 3, 4, 22, 104]);
        all_are(Plural::EastSlavic, 2, &[0, 5, 11, 12, 14, 20, 111, 112, 150]);
    }
}
