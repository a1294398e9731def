//! What of the quay survives, as version 2 of the saved form has it.

use firmware_core::card::SystemId;
use firmware_core::pedestal::{Memory, Socket};
use firmware_core::time::{DateTime, Instant};
use serde::Deserialize;

use super::energy::no_energy;
use super::marina::Boat;
use super::{Ledger, PersistentQuay};
use crate::site::PersistentSite;
use crate::wallet::Card;

/// The settings of 0.1.0, in the order of their values: 14 of each pedestal, then 4 of the quay.
const SETTINGS: [&str; 18] = [
    "pedestal.inactivity_ms",
    "pedestal.step_ore",
    "pedestal.hold_ms",
    "pedestal.hold_dead_zone_ms",
    "pedestal.pause_ms",
    "pedestal.update_ms",
    "pedestal.final_write_ms",
    "pedestal.recovery_ms",
    "pedestal.tear_policy",
    "pedestal.remove_prompt_timeout_ms",
    "pedestal.price_ore_per_kwh",
    "pedestal.one_socket_per_card",
    "pedestal.memory_wh",
    "ui.device_lang",
    "reader.detect_ms",
    "reader.write_ms",
    "reader.confirm_ms",
    "desk.enforce_hours",
];

/// [`PersistentQuay`] in version 2.
#[derive(Deserialize)]
pub struct QuayVersion2 {
    now: Instant,
    had_power: bool,
    civil: (Instant, DateTime),
    here: u8,
    pedestals: Vec<(Memory, Settings2)>,
    boats: Vec<[Boat; Socket::COUNT]>,
    cards: Vec<Card>,
    next_card: u32,
    quay_settings: [u32; 4],
    ledger: Ledger,
}

#[derive(Deserialize)]
struct Settings2 {
    _system: SystemId,
    _pedestal: u16,
    values: [u32; 14],
}

impl From<QuayVersion2> for PersistentQuay {
    fn from(old: QuayVersion2) -> Self {
        let values = old.pedestals.first().map(|(_, settings)| settings.values);
        let values = values.into_iter().flatten().chain(old.quay_settings);
        let site = PersistentSite {
            now: old.now,
            had_power: old.had_power,
            civil: old.civil,
            here: old.here,
            settings: SETTINGS.map(str::to_owned).into_iter().zip(values).collect(),
            memories: old.pedestals.into_iter().map(|(memory, _)| memory).collect(),
            cards: old.cards,
            next_card: old.next_card,
            ledger: old.ledger,
        };
        Self { site, boats: old.boats, energy: no_energy() }
    }
}
