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
pub const EXEMPT: [Exemption; 2] = [
    Exemption { rule: "P-03", reason: "it only names the make of the device and the year of its manual" },
    Exemption {
        rule: "DP-24",
        reason: "it is about the words beside the replica; tests/page.rs reads them on the page",
    },
];
