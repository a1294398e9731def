//! The numbers a validator works by. What the rules give, what is published, what is invented: each says so.

use super::fare::{PROFILES, Tariff, TariffRefused};
use crate::card::SystemId;
use crate::device::Beeps;
use crate::reader::ReaderTimes;
use crate::setting::{Refused, Setting, Source, Table, Unit, settings};
use crate::text::Language;
use crate::time::Millis;

/// The settings of a validator; always within their bounds.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Settings {
    /// The system whose cards are served; every other card is air (K-11).
    pub system: SystemId,
    /// The number of this validator, as it is written on cards.
    pub validator: u16,
    tariff: Tariff,
    values: [u32; SETTINGS.len()],
}

/// K-04: what a passenger has in front of him.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Face {
    /// The old type: two lines of characters and the keys N, U and S.
    Keys,
    /// The new type: a touch display with four fields.
    Touch,
}

const NO_YES: &[&str] = &["no", "yes"];
const MINUTE_MS: u32 = 60_000;

settings! {
    /// Every setting of a validator, in the order of the rules' clauses.
    SETTINGS {
        FACE: "validator.face", Unit::Choice(&["keys", "touch"]), 0, 0 => 1, Source::Manual("K-04");
        ARM: "validator.arm_ms", Unit::Millis, 5_000, 500 => MINUTE_MS, Source::Manual("K-05");
        PAGE: "validator.page_ms", Unit::Millis, 2_000, 250 => MINUTE_MS, Source::Invented;
        MESSAGE_MIN: "validator.message_min_ms", Unit::Millis, 0, 0 => MINUTE_MS, Source::Invented;
        DETECT: "validator.detect_ms", Unit::Millis, 50, 0 => 5_000, Source::Invented;
        COMMIT: "validator.commit_ms", Unit::Millis, 250, 0 => 5_000, Source::Public("S28-S30: transactions of about 300 ms");
        CONFIRM: "validator.confirm_ms", Unit::Millis, 400, 0 => 5_000, Source::Invented;
        TEAR_NOTICE: "validator.tear_notice_ms", Unit::Millis, 5_000, 500 => MINUTE_MS, Source::Invented;
        BEEP_ON: "validator.beep_on_ms", Unit::Millis, 120, 20 => 1_000, Source::Invented;
        BEEP_OFF: "validator.beep_off_ms", Unit::Millis, 120, 20 => 1_000, Source::Invented;
        STATUS_WHILE_BLOCKED: "validator.status_while_blocked", Unit::Choice(NO_YES), 1, 0 => 1, Source::Invented;
        SAME_STOP_EXIT: "validator.same_stop_exit", Unit::Choice(NO_YES), 0, 0 => 1, Source::Invented;
        LIMIT: "validator.limit", Unit::Choice(TICKETS), 4, 0 => 8, Source::Manual("K-19");
        POCKET_WAIT: "validator.pocket_wait_ms", Unit::Millis, 10_000, 1_000 => 10 * MINUTE_MS, Source::Invented;
        POCKET_RUN: "validator.pocket_run_ms", Unit::Millis, 3_000, 0 => MINUTE_MS, Source::Invented;
        HOTLIST: "validator.hotlist", Unit::Choice(NO_YES), 1, 0 => 1, Source::Public("S6: lost cards are announced to the buses");
        DEVICE_LANG: "validator.device_lang", Unit::Choice(&["en", "nb", "pl"]), 2, 0 => 2, Source::Manual("K-09");
    }
}

/// How many tickets a limit can be; its place in the list is one less.
const TICKETS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The table of [`SETTINGS`], with the bounds that they have beside each other.
pub const TABLE: Table<{ SETTINGS.len() }> = Table { settings: SETTINGS, bounds };

impl Settings {
    /// The defaults, for validator number `validator` of the system `system`, with the first of [`PROFILES`].
    pub fn new(system: SystemId, validator: u16) -> Self {
        let tariff = PROFILES[0].tariff();
        Self { system, validator, tariff, values: TABLE.defaults() }
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

    /// The tariff.
    pub fn tariff(&self) -> &Tariff {
        &self.tariff
    }

    /// These settings with another tariff.
    ///
    /// # Errors
    /// [`TariffRefused`] names the entry that is wrong (DK-15).
    pub fn with_tariff(mut self, tariff: Tariff) -> Result<Self, TariffRefused> {
        tariff.check()?;
        self.tariff = tariff;
        Ok(self)
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

    /// Whether every value keeps its bounds: for settings that come from outside. The tariff
    /// has [its own check](Tariff::check).
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

    /// K-04: which type of validator it is.
    pub fn face(&self) -> Face {
        if self.values[FACE] == 0 { Face::Keys } else { Face::Touch }
    }
    /// K-05, DK-04: how long a key waits for its card.
    pub fn arm(&self) -> Millis {
        Millis(self.values[ARM])
    }
    /// K-06, DK-06: how long each page of a card's state is shown.
    pub fn page(&self) -> Millis {
        Millis(self.values[PAGE])
    }
    /// K-03, DK-02: how long a message stays at least, even if its card leaves at once.
    pub fn message_min(&self) -> Millis {
        Millis(self.values[MESSAGE_MIN])
    }
    /// DK-08: the times of the card readers, so that a card is detected, changed and confirmed when these settings say.
    pub fn reader_times(&self) -> ReaderTimes {
        ReaderTimes {
            detect: Millis(self.values[DETECT]),
            write: Millis(self.values[COMMIT] - self.values[DETECT]),
            confirm: Millis(self.values[CONFIRM] - self.values[COMMIT]),
        }
    }
    /// How long a card is written, its confirmation included.
    pub fn write(&self) -> Millis {
        Millis(self.values[CONFIRM] - self.values[DETECT])
    }
    /// K-09, DK-02: how long a message stays that has no card.
    pub fn tear_notice(&self) -> Millis {
        Millis(self.values[TEAR_NOTICE])
    }
    /// K-06 to K-08: the pattern of `count` beeps.
    pub fn beeps(&self, count: u8) -> Beeps {
        Beeps { count, on: Millis(self.values[BEEP_ON]), off: Millis(self.values[BEEP_OFF]) }
    }
    /// DK-10: whether a card can be checked while registration is blocked.
    pub fn status_while_blocked(&self) -> bool {
        self.values[STATUS_WHILE_BLOCKED] == 1
    }
    /// DK-14: whether a plain tap at the boarding stop is an exit.
    pub fn same_stop_exit(&self) -> bool {
        self.values[SAME_STOP_EXIT] == 1
    }
    /// K-19, DK-20: how many tickets one card gets at one stop.
    pub fn limit(&self) -> u8 {
        u8::try_from(self.values[LIMIT] + 1).unwrap_or(u8::MAX)
    }
    /// K-22, DK-23: how long the side pocket waits for its card.
    pub fn pocket_wait(&self) -> Millis {
        Millis(self.values[POCKET_WAIT])
    }
    /// K-22, DK-23: how long a transfer takes.
    pub fn pocket_run(&self) -> Millis {
        Millis(self.values[POCKET_RUN])
    }
    /// DK-25: whether cards that are on the hotlist, blocked or out of date are refused.
    pub fn hotlist(&self) -> bool {
        self.values[HOTLIST] == 1
    }
    /// The language on the display; the rules give its words in Polish.
    pub fn language(&self) -> Language {
        Language::ALL[self.values[DEVICE_LANG] as usize]
    }
}

/// The bounds of one setting beside the others.
fn bounds(values: &[u32; SETTINGS.len()], index: usize) -> (u32, u32) {
    let Setting { min, max, .. } = SETTINGS[index];
    match index {
        // DK-08: first detected, then changed, then confirmed; and all of it within a transfer.
        DETECT => {
            let transfer = values[CONFIRM].saturating_sub(values[POCKET_RUN]);
            (min.max(transfer), max.min(values[COMMIT]))
        }
        COMMIT => (min.max(values[DETECT]), max.min(values[CONFIRM])),
        // A transfer cannot be over before its card is written.
        CONFIRM => (min.max(values[COMMIT]), max.min(values[DETECT] + values[POCKET_RUN])),
        POCKET_RUN => (min.max(values[CONFIRM] - values[DETECT]), max),
        _ => (min, max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Grosz;
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
        let refused = defaults.with(index(&TABLE, "validator.commit_ms"), 401).expect_err("after the confirmation");
        assert_eq!(std::format!("{refused}"), "validator.commit_ms cannot be 401: it must lie between 50 and 400");
        for (name, value) in [
            ("validator.detect_ms", 251),
            ("validator.confirm_ms", 249),
            ("validator.confirm_ms", 3_051),
            ("validator.pocket_run_ms", 349),
            ("validator.arm_ms", 0),
            ("validator.page_ms", 0),
            ("validator.beep_on_ms", 0),
            ("validator.limit", 9),
            ("validator.face", 2),
            ("validator.device_lang", 3),
        ] {
            assert!(defaults.with(index(&TABLE, name), value).is_err(), "{name} = {value}");
        }
    }

    #[test]
    fn a_limit_is_written_as_a_number_of_tickets() {
        assert_eq!(SETTINGS[index(&TABLE, "validator.limit")].parse("5"), Some(4));
        assert_eq!(Settings::new(SystemId(1), 1).limit(), 5);
    }

    #[test]
    fn the_readers_take_as_long_as_the_settings_say() {
        let times = Settings::new(SystemId(1), 1).reader_times();
        assert_eq!((times.detect, times.detect + times.write), (Millis(50), Millis(250)));
        assert_eq!(times.detect + times.write + times.confirm, Millis(400));
    }

    #[test]
    fn a_tariff_that_cannot_be_is_refused() {
        let defaults = Settings::new(SystemId(1), 1);
        let mut tariff = defaults.tariff().clone();
        tariff.classes[0].bands[0].fare.normal = Grosz(301);
        assert!(defaults.clone().with_tariff(tariff).is_err());
        for profile in &PROFILES {
            assert_eq!(
                defaults.clone().with_tariff(profile.tariff()).map(|with| with.tariff().clone()),
                Ok(profile.tariff())
            );
        }
    }
}
