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
        reason: "it is about the words beside the replica; tests/it/page.rs reads them on the page",
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

/// A scenario that carries this tag is not played on the firmware.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OffChip {
    /// The tag.
    pub tag: &'static str,
    /// Why it cannot be.
    pub reason: &'static str,
}

/// All such tags. At most [`OFF_CHIP_MAX`] scenarios may carry one.
pub const OFF_CHIP: [OffChip; 3] = [
    OffChip {
        tag: "off-chip-moment",
        reason: "it measures from the moment in which a card is confirmed and taken away at once, and the firmware needs \
                 6 ms to be sure that a card has gone",
    },
    OffChip {
        tag: "off-chip-slow-reader",
        reason: "its reader takes longer for one block than the firmware waits for any reader's answer",
    },
    OffChip {
        tag: "off-chip-two-cards",
        reason: "a board has one reader for the front and the side pocket: one card at a time",
    },
];
/// So many scenarios may be left out on the firmware.
pub const OFF_CHIP_MAX: usize = 10;
