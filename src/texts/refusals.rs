//! Why something is refused: what both pages say alike.

use firmware_core::card::Damage;
use firmware_core::setting::Refused;

use super::{Language, fill, message};

/// Why a card cannot be read, as a part of a sentence.
pub fn damage(language: Language, damage: Damage) -> String {
    let words = match damage {
        Damage::BothSlots => message::REFUSED_BOTH_SLOTS,
        Damage::Nonsense => message::REFUSED_NONSENSE,
        Damage::Ambiguous => message::REFUSED_AMBIGUOUS,
        // The English sentence names both versions, as the acceptance language expects.
        Damage::Version(_) if language == Language::English => return damage.to_string(),
        Damage::Version(_) => message::REFUSED_OTHER_LAYOUT,
    };
    words.in_language(language).to_owned()
}

/// Why a setting cannot have a value. English names it as features do, the other languages by `title`, as the panel of
/// settings does.
pub fn bad_setting(language: Language, refused: Refused, title: &str) -> String {
    let Refused { name, value, min, max } = refused;
    let name = if language == Language::English { name } else { title };
    let [value, min, max] = [value, min, max].map(|number| number.to_string());
    fill(message::REFUSED_BAD_SETTING.in_language(language), &[name, &value, &min, &max])
}
