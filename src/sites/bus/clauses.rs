//! What each clause of the validator's rules, and each decision where the rules are silent, means in plain words.

use firmware_core::rule::Rule;

use crate::texts::{Language, Words, message};

/// The requirements from K-01 on.
const REQUIREMENTS: [Words; 22] = [
    message::CLAUSE_K_01,
    message::CLAUSE_K_02,
    message::CLAUSE_K_03,
    message::CLAUSE_K_04,
    message::CLAUSE_K_05,
    message::CLAUSE_K_06,
    message::CLAUSE_K_07,
    message::CLAUSE_K_08,
    message::CLAUSE_K_09,
    message::CLAUSE_K_10,
    message::CLAUSE_K_11,
    message::CLAUSE_K_12,
    message::CLAUSE_K_13,
    message::CLAUSE_K_14,
    message::CLAUSE_K_15,
    message::CLAUSE_K_16,
    message::CLAUSE_K_17,
    message::CLAUSE_K_18,
    message::CLAUSE_K_19,
    message::CLAUSE_K_20,
    message::CLAUSE_K_21,
    message::CLAUSE_K_22,
];
/// The decisions from DK-01 on.
const DECISIONS: [Words; 39] = [
    message::CLAUSE_DK_01,
    message::CLAUSE_DK_02,
    message::CLAUSE_DK_03,
    message::CLAUSE_DK_04,
    message::CLAUSE_DK_05,
    message::CLAUSE_DK_06,
    message::CLAUSE_DK_07,
    message::CLAUSE_DK_08,
    message::CLAUSE_DK_09,
    message::CLAUSE_DK_10,
    message::CLAUSE_DK_11,
    message::CLAUSE_DK_12,
    message::CLAUSE_DK_13,
    message::CLAUSE_DK_14,
    message::CLAUSE_DK_15,
    message::CLAUSE_DK_16,
    message::CLAUSE_DK_17,
    message::CLAUSE_DK_18,
    message::CLAUSE_DK_19,
    message::CLAUSE_DK_20,
    message::CLAUSE_DK_21,
    message::CLAUSE_DK_22,
    message::CLAUSE_DK_23,
    message::CLAUSE_DK_24,
    message::CLAUSE_DK_25,
    message::CLAUSE_DK_26,
    message::CLAUSE_DK_27,
    message::CLAUSE_DK_28,
    message::CLAUSE_DK_29,
    message::CLAUSE_DK_30,
    message::CLAUSE_DK_31,
    message::CLAUSE_DK_32,
    message::CLAUSE_DK_33,
    message::CLAUSE_DK_34,
    message::CLAUSE_DK_35,
    message::CLAUSE_DK_36,
    message::CLAUSE_DK_37,
    message::CLAUSE_DK_38,
    message::CLAUSE_DK_39,
];

/// What a clause means, in plain words; empty for one that is none of the validator's.
pub fn meaning(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::K(number) => REQUIREMENTS.get(usize::from(number).wrapping_sub(1)),
        Rule::Dk(number) => DECISIONS.get(usize::from(number).wrapping_sub(1)),
        Rule::P(_) | Rule::Dp(_) => None,
    };
    words.map_or("", |words| words.in_language(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_found_by_its_own_number() {
        let all = REQUIREMENTS.iter().zip(1..).map(|(words, number)| (*words, Rule::K(number)));
        let all = all.chain(DECISIONS.iter().zip(1..).map(|(words, number)| (*words, Rule::Dk(number))));
        for (words, rule) in all {
            let id = format!("clause-{}", rule.to_string().to_lowercase());
            assert!(message::ALL.contains(&(id.as_str(), words)), "{id}");
            for language in Language::ALL {
                assert_eq!(meaning(language, rule), words.in_language(language), "{id}");
                assert!(meaning(language, rule).ends_with('.'), "{id}");
            }
        }
        for none in [Rule::K(0), Rule::K(23), Rule::Dk(0), Rule::Dk(40), Rule::P(5), Rule::Dp(1)] {
            assert_eq!(meaning(Language::English, none), "");
        }
    }
}
