//! The clauses that no scenario can prove, each with the reason.

/// A clause without a scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exemption {
    /// The clause.
    pub rule: &'static str,
    /// Why no scenario proves it, and what does instead.
    pub reason: &'static str,
}

/// All of them. A clause that stands here although a scenario carries its tag is an error, too.
pub const EXEMPT: [Exemption; 3] = [
    Exemption { rule: "P-03", reason: "it only names the make of the device and the year of its manual" },
    Exemption {
        rule: "DP-24",
        reason: "it is about the words beside the replica; tests/page.rs reads them on the page",
    },
    Exemption {
        rule: "DK-26",
        reason: "the discount for changing buses is not in this version: there is nothing to prove",
    },
];

/// Clauses that a device names only for something that no scenario can do; what they ask for is proved all the same by
/// the scenarios with their tags.
pub const NAMED_ELSEWHERE: [Exemption; 1] = [Exemption {
    rule: "DK-03",
    reason: "it is named where a validator becomes one of the other type; on these buses none does, and every scenario \
             that makes sense on both types is played on both",
}];
