//! What of the buses survives, as version 2 of the saved form has it.

use firmware_core::card::{CardId, SystemId};
use firmware_core::time::{DateTime, Instant};
use firmware_core::validator::Memory;
use firmware_core::validator::fare::{PROFILES, Tariff};
use serde::Deserialize;

use super::line::Vehicle;
use super::shop::Shop;
use super::{Ledger, PersistentBus};
use crate::site::PersistentSite;
use crate::wallet::Card;

/// The settings of 0.1.0, in the order of their values: 16 of each validator, after its type, then one of the buses.
const SETTINGS: [&str; 17] = [
    "validator.arm_ms",
    "validator.page_ms",
    "validator.message_min_ms",
    "validator.detect_ms",
    "validator.commit_ms",
    "validator.confirm_ms",
    "validator.tear_notice_ms",
    "validator.beep_on_ms",
    "validator.beep_off_ms",
    "validator.status_while_blocked",
    "validator.same_stop_exit",
    "validator.limit",
    "validator.pocket_wait_ms",
    "validator.pocket_run_ms",
    "validator.hotlist",
    "validator.device_lang",
    "bus.boot_ms",
];

/// [`PersistentBus`] in version 2.
#[derive(Deserialize)]
pub struct BusVersion2 {
    now: Instant,
    had_power: bool,
    civil: (Instant, DateTime),
    here: u8,
    vehicles: [Vehicle; 2],
    validators: Vec<(Memory, Settings2)>,
    cards: Vec<Card>,
    next_card: u32,
    shop: Shop,
    hotlist: Vec<CardId>,
    bus_settings: [u32; 1],
    ledger: Ledger,
}

#[derive(Deserialize)]
struct Settings2 {
    _system: SystemId,
    _validator: u16,
    tariff: Tariff,
    values: [u32; 17],
}

impl From<BusVersion2> for PersistentBus {
    fn from(old: BusVersion2) -> Self {
        let first = old.validators.first().map(|(_, settings)| settings);
        let values = first.map(|settings| settings.values);
        let values = values.into_iter().flatten().skip(1).chain(old.bus_settings);
        let settings = SETTINGS.map(str::to_owned).into_iter().zip(values).collect();
        let tariff = first.map_or_else(|| PROFILES[0].tariff(), |settings| settings.tariff.clone());
        let site = PersistentSite {
            now: old.now,
            had_power: old.had_power,
            civil: old.civil,
            here: old.here,
            settings,
            memories: old.validators.into_iter().map(|(memory, _)| memory).collect(),
            cards: old.cards,
            next_card: old.next_card,
            ledger: old.ledger,
        };
        Self { site, tariff, vehicles: old.vehicles, shop: old.shop, hotlist: old.hotlist }
    }
}
