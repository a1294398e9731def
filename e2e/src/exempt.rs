//! Exemptions: clauses that no scenario can prove, and scenarios that cannot run on the firmware, with the reasons.

/// An exemption of a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exemption {
    /// The clause.
    pub rule: &'static str,
    /// The reason, and what proves the clause instead.
    pub reason: &'static str,
}

/// The clauses without a scenario. It is an error if a scenario with the tag of one passes.
pub const EXEMPT: [Exemption; 3] = [
    Exemption { rule: "P-03", reason: "it only names the maker of the device and the year of its manual" },
    Exemption { rule: "DP-24", reason: "it is about a text beside the replica; tests/it/page.rs checks it" },
    Exemption { rule: "DK-26", reason: "the discount for changing buses is not implemented in this version" },
];

/// Clauses that a device names only where no scenario can lead to. The scenarios with their tags prove them.
pub const NAMED_ELSEWHERE: [Exemption; 1] = [Exemption {
    rule: "DK-03",
    reason: "it is named where a validator changes its type, which none does on these buses; every scenario that is \
             possible on both types runs on both",
}];

/// A tag of scenarios that do not run on the firmware.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OffChip {
    /// The tag.
    pub tag: &'static str,
    /// The reason.
    pub reason: &'static str,
}

/// All such tags. At most [`OFF_CHIP_MAX`] scenarios may have one.
pub const OFF_CHIP: [OffChip; 3] = [
    OffChip {
        tag: "off-chip-moment",
        reason: "it removes a card in the instant of its confirmation and measures from there; the firmware detects a \
                 removal after 6 ms",
    },
    OffChip {
        tag: "off-chip-slow-reader",
        reason: "its reader takes longer for one block than the firmware's timeout for readers",
    },
    OffChip {
        tag: "off-chip-two-cards",
        reason: "a board has one reader for the front and the side pocket, which reads one card at a time",
    },
];
/// The maximum number of scenarios that do not run on the firmware.
pub const OFF_CHIP_MAX: usize = 10;
