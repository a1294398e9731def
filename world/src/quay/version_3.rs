//! What of the quay survives, as version 3 of the saved form has it: without energy.

use firmware_core::pedestal::{Pedestal, Socket};
use serde::Deserialize;

use super::PersistentQuay;
use super::account::Account;
use super::energy::no_energy;
use super::marina::Boat;
use crate::site::PersistentSite;

/// [`PersistentQuay`] in version 3.
#[derive(Deserialize)]
pub struct QuayVersion3 {
    site: PersistentSite<Pedestal, Account>,
    boats: Vec<[Boat; Socket::COUNT]>,
}

impl From<QuayVersion3> for PersistentQuay {
    fn from(old: QuayVersion3) -> Self {
        Self { site: old.site, boats: old.boats, energy: no_energy() }
    }
}
