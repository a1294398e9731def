//! What each clause of the pedestal's manual, and each decision where the manual is silent, means in plain words.

use firmware_core::rule::Rule;

use crate::texts::{Language, Words, message};

/// The requirements from P-05 on.
const REQUIREMENTS: [Words; 22] = [
    message::CLAUSE_P_05,
    message::CLAUSE_P_06,
    message::CLAUSE_P_07,
    message::CLAUSE_P_08,
    message::CLAUSE_P_09,
    message::CLAUSE_P_10,
    message::CLAUSE_P_11,
    message::CLAUSE_P_12,
    message::CLAUSE_P_13,
    message::CLAUSE_P_14,
    message::CLAUSE_P_15,
    message::CLAUSE_P_16,
    message::CLAUSE_P_17,
    message::CLAUSE_P_18,
    message::CLAUSE_P_19,
    message::CLAUSE_P_20,
    message::CLAUSE_P_21,
    message::CLAUSE_P_22,
    message::CLAUSE_P_23,
    message::CLAUSE_P_24,
    message::CLAUSE_P_25,
    message::CLAUSE_P_26,
];
/// The decisions from DP-01 on.
const DECISIONS: [Words; 39] = [
    message::CLAUSE_DP_01,
    message::CLAUSE_DP_02,
    message::CLAUSE_DP_03,
    message::CLAUSE_DP_04,
    message::CLAUSE_DP_05,
    message::CLAUSE_DP_06,
    message::CLAUSE_DP_07,
    message::CLAUSE_DP_08,
    message::CLAUSE_DP_09,
    message::CLAUSE_DP_10,
    message::CLAUSE_DP_11,
    message::CLAUSE_DP_12,
    message::CLAUSE_DP_13,
    message::CLAUSE_DP_14,
    message::CLAUSE_DP_15,
    message::CLAUSE_DP_16,
    message::CLAUSE_DP_17,
    message::CLAUSE_DP_18,
    message::CLAUSE_DP_19,
    message::CLAUSE_DP_20,
    message::CLAUSE_DP_21,
    message::CLAUSE_DP_22,
    message::CLAUSE_DP_23,
    message::CLAUSE_DP_24,
    message::CLAUSE_DP_25,
    message::CLAUSE_DP_26,
    message::CLAUSE_DP_27,
    message::CLAUSE_DP_28,
    message::CLAUSE_DP_29,
    message::CLAUSE_DP_30,
    message::CLAUSE_DP_31,
    message::CLAUSE_DP_32,
    message::CLAUSE_DP_33,
    message::CLAUSE_DP_34,
    message::CLAUSE_DP_35,
    message::CLAUSE_DP_36,
    message::CLAUSE_DP_37,
    message::CLAUSE_DP_38,
    message::CLAUSE_DP_39,
];

/// What a clause means, in plain words; empty for one that is none of the pedestal's.
pub fn meaning(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::P(number) => REQUIREMENTS.get(usize::from(number).wrapping_sub(5)),
        Rule::Dp(number) => DECISIONS.get(usize::from(number).wrapping_sub(1)),
        // Its reader, too, reads one card only.
        Rule::Dk(39) => Some(&message::CLAUSE_DK_39),
        Rule::K(_) | Rule::Dk(_) => None,
    };
    words.map_or("", |words| words.in_language(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_found_by_its_own_number() {
        assert_eq!(meaning(Language::English, Rule::P(5)), message::CLAUSE_P_05.in_language(Language::English));
        assert_eq!(meaning(Language::Polish, Rule::P(26)), message::CLAUSE_P_26.in_language(Language::Polish));
        assert_eq!(meaning(Language::Norwegian, Rule::Dp(1)), message::CLAUSE_DP_01.in_language(Language::Norwegian));
        assert_eq!(meaning(Language::Norwegian, Rule::Dp(39)), message::CLAUSE_DP_39.in_language(Language::Norwegian));
        assert_eq!(meaning(Language::Polish, Rule::Dk(39)), message::CLAUSE_DK_39.in_language(Language::Polish));
        assert_eq!(meaning(Language::English, Rule::P(4)), "");
        assert_eq!(meaning(Language::English, Rule::Dp(40)), "");
    }
}
