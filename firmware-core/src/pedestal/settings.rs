//! The numbers a pedestal works by. What the manual gives, what is invented: each says so.

use crate::card::SystemId;
use crate::money::{Ore, OrePerKwh, WattHours};
use crate::setting::{Refused, Setting, Source, Table, Unit, settings};
use crate::text::Language;
use crate::time::Millis;

/// The settings of a pedestal; always within their bounds.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Settings {
    /// The marina whose cards are served.
    pub system: SystemId,
    /// The number of this pedestal, as it is written on cards.
    pub pedestal: u16,
    values: [u32; SETTINGS.len()],
}

/// What happens to credit when an update is never completed (DP-17).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TearPolicy {
    /// The card is frozen at its value before the update; the desk restores exactly that.
    Freeze,
    /// For training: a load that was under way is forfeited; the desk restores what remains.
    Forfeit,
}

const NO_YES: &[&str] = &["no", "yes"];
const MINUTE_MS: u32 = 60_000;

settings! {
    /// Every setting of a pedestal, in the order of the manual's clauses.
    SETTINGS {
        INACTIVITY: "pedestal.inactivity_ms", Unit::Millis, 5_000, 1_000 => MINUTE_MS, Source::Manual("P-07");
        STEP: "pedestal.step_ore", Unit::Ore, 1_000, 1 => 50_000, Source::Manual("P-14");
        HOLD: "pedestal.hold_ms", Unit::Millis, 5_000, 500 => 30_000, Source::Manual("P-15");
        HOLD_DEAD_ZONE: "pedestal.hold_dead_zone_ms", Unit::Millis, 0, 0 => 29_999, Source::Invented;
        PAUSE: "pedestal.pause_ms", Unit::Millis, 3_000, 500 => MINUTE_MS - 1, Source::Invented;
        UPDATE: "pedestal.update_ms", Unit::Millis, 5_000, 100 => MINUTE_MS, Source::Manual("P-17");
        FINAL_WRITE: "pedestal.final_write_ms", Unit::Millis, 400, 0 => MINUTE_MS, Source::Invented;
        RECOVERY: "pedestal.recovery_ms", Unit::Millis, MINUTE_MS, 1_000 => 10 * MINUTE_MS, Source::Manual("P-19");
        TEAR_POLICY: "pedestal.tear_policy", Unit::Choice(&["freeze", "forfeit"]), 0, 0 => 1, Source::Manual("P-21");
        REMOVE_PROMPT_TIMEOUT: "pedestal.remove_prompt_timeout_ms", Unit::Millis, 0, 0 => 10 * MINUTE_MS, Source::Invented;
        PRICE: "pedestal.price_ore_per_kwh", Unit::OrePerKwh, 200, 1 => 100_000, Source::Public("TallyKey: 10 kr = 5 kWh");
        ONE_SOCKET_PER_CARD: "pedestal.one_socket_per_card", Unit::Choice(NO_YES), 0, 0 => 1, Source::Invented;
        MEMORY: "pedestal.memory_wh", Unit::WattHours, 10, 1 => 1_000, Source::Invented;
        DEVICE_LANG: "ui.device_lang", Unit::Choice(&["en", "nb", "pl"]), 0, 0 => 2, Source::Invented;
    }
}

/// The table of [`SETTINGS`], with the bounds that they have beside each other.
pub const TABLE: Table<{ SETTINGS.len() }> = Table { settings: SETTINGS, bounds };

impl Settings {
    /// The defaults, for pedestal number `pedestal` of the marina `system`.
    pub fn new(system: SystemId, pedestal: u16) -> Self {
        Self { system, pedestal, values: TABLE.defaults() }
    }

    /// The value of the setting with this index in [`SETTINGS`].
    pub fn value(&self, index: usize) -> u32 {
        self.values[index]
    }

    /// These settings with the one at `index` in [`SETTINGS`] changed to `value`.
    ///
    /// # Errors
    /// [`Refused`] names the setting and the bounds it has to keep beside the others.
    pub fn with(&self, index: usize, value: u32) -> Result<Self, Refused> {
        Ok(Self { values: TABLE.with(&self.values, index, value)?, ..self.clone() })
    }

    /// These settings with every value replaced, in the order of [`SETTINGS`].
    ///
    /// # Errors
    /// [`Refused`] names the first setting that does not keep its bounds beside the others.
    pub fn with_values(mut self, values: [u32; SETTINGS.len()]) -> Result<Self, Refused> {
        self.values = values;
        self.check()?;
        Ok(self)
    }

    /// Whether every value keeps its bounds: for settings that come from outside.
    ///
    /// # Errors
    /// [`Refused`] names the first setting that does not.
    pub fn check(&self) -> Result<(), Refused> {
        TABLE.check(&self.values)
    }

    /// The bounds of one setting beside the others as they are.
    pub fn bounds(&self, index: usize) -> (u32, u32) {
        bounds(&self.values, index)
    }

    /// P-07, DP-05: more than this without interaction, and the display goes back one screen.
    pub fn inactivity(&self) -> Millis {
        Millis(self.values[INACTIVITY])
    }
    /// P-14: what one press moves.
    pub fn step(&self) -> Ore {
        Ore(self.values[STEP])
    }
    /// P-15, DP-11: how long the button is held to take all credit back.
    pub fn hold(&self) -> Millis {
        Millis(self.values[HOLD])
    }
    /// DP-11: a release this shortly before the hold fires means nothing.
    pub fn hold_dead_zone(&self) -> Millis {
        Millis(self.values[HOLD_DEAD_ZONE])
    }
    /// P-16, DP-05: the short pause after the last release, before updating.
    pub fn pause(&self) -> Millis {
        Millis(self.values[PAUSE])
    }
    /// P-17, DP-15: how long an update takes.
    pub fn update(&self) -> Millis {
        Millis(self.values[UPDATE])
    }
    /// How long before the end of an update its last write begins; a reader that takes exactly this long makes the
    /// update end on time, a slower one makes it end when the card has confirmed.
    pub fn final_write(&self) -> Millis {
        Millis(self.values[FINAL_WRITE])
    }
    /// P-19, DP-16: how long the card may come back.
    pub fn recovery(&self) -> Millis {
        Millis(self.values[RECOVERY])
    }
    /// DP-17.
    pub fn tear_policy(&self) -> TearPolicy {
        if self.values[TEAR_POLICY] == 0 { TearPolicy::Freeze } else { TearPolicy::Forfeit }
    }
    /// DP-06: how long the request to remove the card stays; none means until the card is removed.
    pub fn remove_prompt_timeout(&self) -> Option<Millis> {
        Some(Millis(self.values[REMOVE_PROMPT_TIMEOUT])).filter(|timeout| timeout.0 > 0)
    }
    /// DP-21.
    pub fn price(&self) -> OrePerKwh {
        OrePerKwh(self.values[PRICE])
    }
    /// DP-26.
    pub fn one_socket_per_card(&self) -> bool {
        self.values[ONE_SOCKET_PER_CARD] == 1
    }
    /// DP-33: consumption is written to memory at least this often.
    pub fn memory_every(&self) -> WattHours {
        WattHours(u64::from(self.values[MEMORY]))
    }
    /// DP-03: the language on the display.
    pub fn language(&self) -> Language {
        Language::ALL[self.values[DEVICE_LANG] as usize]
    }
}

/// The bounds of one setting beside the others.
fn bounds(values: &[u32; SETTINGS.len()], index: usize) -> (u32, u32) {
    let Setting { min, max, .. } = SETTINGS[index];
    match index {
        // DP-05: the short pause must end before the inactivity rule fires, or P-16 could never happen.
        INACTIVITY => (min.max(values[PAUSE] + 1), max),
        PAUSE => (min, max.min(values[INACTIVITY] - 1)),
        HOLD => (min.max(values[HOLD_DEAD_ZONE] + 1), max),
        HOLD_DEAD_ZONE => (min, max.min(values[HOLD] - 1)),
        UPDATE => (min.max(values[FINAL_WRITE]), max),
        FINAL_WRITE => (min, max.min(values[UPDATE])),
        _ => (min, max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setting::laws::{self, index};

    #[test]
    fn the_laws_of_a_table_hold() {
        laws::defaults_and_texts(&TABLE);
        laws::changes_leave_bounds(&TABLE);
        laws::outside_values_are_refused(&TABLE);
    }

    #[test]
    fn a_nonsense_setting_is_refused_with_its_name_and_its_bounds() {
        let defaults = Settings::new(SystemId(1), 1);
        let refused =
            defaults.with(index(&TABLE, "pedestal.pause_ms"), 5_000).expect_err("as long as the inactivity rule");
        assert_eq!(std::format!("{refused}"), "pedestal.pause_ms cannot be 5000: it must lie between 500 and 4999");
        assert!(defaults.with(index(&TABLE, "pedestal.inactivity_ms"), 3_000).is_err());
        assert!(defaults.with(index(&TABLE, "pedestal.price_ore_per_kwh"), 0).is_err());
        assert!(defaults.with(index(&TABLE, "pedestal.step_ore"), 0).is_err());
        assert!(defaults.with(index(&TABLE, "pedestal.hold_dead_zone_ms"), 5_000).is_err());
        assert!(defaults.with(index(&TABLE, "pedestal.final_write_ms"), 5_001).is_err());
        assert!(defaults.with(index(&TABLE, "ui.device_lang"), 3).is_err());
    }
}
