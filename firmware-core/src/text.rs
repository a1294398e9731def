//! Texts of displays in English, Norwegian (bokmål) and Polish. Each device has its own, in its folder.

/// A language that a display speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Norwegian (bokmål).
    Norwegian,
    /// Polish.
    Polish,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::Norwegian, Self::Polish];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Norwegian => "nb",
            Self::Polish => "pl",
        }
    }

    /// What stands between crowns and øre.
    pub const fn decimal_mark(self) -> &'static str {
        match self {
            Self::English => ".",
            Self::Norwegian | Self::Polish => ",",
        }
    }
}

/// One text in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Words([&'static str; 3]);

impl Words {
    /// The text in `language`.
    pub const fn in_language(self, language: Language) -> &'static str {
        self.0[language as usize]
    }
}

/// A text from its three languages.
pub(crate) const fn words(english: &'static str, norwegian: &'static str, polish: &'static str) -> Words {
    Words([english, norwegian, polish])
}
