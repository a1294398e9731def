//! The clauses behind what a device does.

use core::fmt;

/// One clause: a requirement of a manual, or a decision taken where the manual is silent.
///
/// Every transition of a device names the clauses that caused it, so that a page, a test or a report can ask *why*.
/// The clauses themselves are in `pedestal/MANUAL.md` and `validator/RULES.md`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Rule {
    /// A requirement of the pedestal's manual.
    P(u8),
    /// A decision about the pedestal.
    Dp(u8),
    /// A requirement of the validator's rules.
    K(u8),
    /// A decision about the validator.
    Dk(u8),
}

impl Rule {
    /// The clause that `text` names (`P-19`, `DP-16`, …), if it is written that way.
    pub fn from_name(text: &str) -> Option<Self> {
        let (series, number) = text.split_once('-')?;
        if number.len() != 2 {
            return None;
        }
        let number = number.parse().ok()?;
        match series {
            "P" => Some(Self::P(number)),
            "DP" => Some(Self::Dp(number)),
            "K" => Some(Self::K(number)),
            "DK" => Some(Self::Dk(number)),
            _ => None,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::P(number) => write!(f, "P-{number:02}"),
            Self::Dp(number) => write!(f, "DP-{number:02}"),
            Self::K(number) => write!(f, "K-{number:02}"),
            Self::Dk(number) => write!(f, "DK-{number:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_reads_as_it_is_written() {
        for rule in [Rule::P(1), Rule::Dp(35), Rule::K(22), Rule::Dk(9)] {
            assert_eq!(Rule::from_name(&std::format!("{rule}")), Some(rule));
        }
        for nonsense in ["", "P19", "Q-01", "P-1", "P-001", "DP-xx"] {
            assert_eq!(Rule::from_name(nonsense), None);
        }
    }
}
