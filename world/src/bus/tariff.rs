//! What the office of the buses sets: tariffs.

use firmware_core::card::FareKind;
use firmware_core::money::Grosz;
use firmware_core::validator::fare::{PROFILES, Prices, Tariff};

use super::Bus;
use super::act::Refusal;
use crate::trace::TraceEntry;

impl Bus {
    /// The tariff with this index in [`PROFILES`] applies.
    pub(super) fn choose_tariff(&mut self, index: u8, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let profile = PROFILES.get(usize::from(index)).ok_or(Refusal::NoSuchTariff)?;
        self.set_tariff(&profile.tariff(), trace)
    }

    /// A single ticket has another price.
    pub(super) fn set_single(
        &mut self,
        kind: FareKind,
        price: Grosz,
        trace: &mut Vec<TraceEntry>,
    ) -> Result<(), Refusal> {
        let mut tariff = self.site.bench().settings().tariff().clone();
        *price_of(&mut tariff.single, kind) = price;
        self.set_tariff(&tariff, trace)
    }

    /// A ride of up to this many stops, in a load class (from 1), has another price.
    pub(super) fn set_band(
        &mut self,
        class: u8,
        stops: u8,
        kind: FareKind,
        price: Grosz,
        trace: &mut Vec<TraceEntry>,
    ) -> Result<(), Refusal> {
        let mut tariff = self.site.bench().settings().tariff().clone();
        let class = tariff.classes.get_mut(usize::from(class).wrapping_sub(1));
        let band = class.and_then(|class| class.bands.iter_mut().find(|band| band.stops_to == stops));
        *price_of(&mut band.ok_or(Refusal::NoSuchBand)?.fare, kind) = price;
        self.set_tariff(&tariff, trace)
    }

    /// DK-15: all validators charge the same.
    fn set_tariff(&mut self, tariff: &Tariff, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let changed = self.site.benches.iter().map(|bench| bench.settings().clone().with_tariff(tariff.clone()));
        let changed = changed.collect::<Result<Vec<_>, _>>().map_err(Refusal::BadTariff)?;
        let log = self.site.apply(changed, trace);
        self.note_log(log, trace);
        Ok(())
    }
}

fn price_of(prices: &mut Prices, kind: FareKind) -> &mut Grosz {
    match kind {
        FareKind::Normal => &mut prices.normal,
        FareKind::Reduced => &mut prices.reduced,
    }
}
