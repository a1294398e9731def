//! A device with its card readers, one at each of its positions: what people act on.
//!
//! The law of lateness is a law of the bench: it lives through the earliest deadline of device and readers, one at a
//! time, and performs that step's effects before the next. Waking it late, early, twice or in pieces changes nothing.

use arrayvec::ArrayVec;

use crate::card::{CardBytes, CardRead};
use crate::device::{CardEvent, Device, Effect, Effects, READERS_MAX, ReaderPosition};
use crate::reader::{Cards, Reader, ReaderTimes};
use crate::time::{Instant, earlier};

/// A device, its readers, and whether they have power.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bench<D: Device> {
    power: Power<D>,
    /// In the order of [`Device::READERS`].
    readers: Readers,
}

type Readers = ArrayVec<Reader, READERS_MAX>;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Power<D: Device> {
    On(D),
    /// What survives: the memory as it was stored, and the settings.
    Off(D::Memory, D::Settings),
}

/// Where in a step the power goes: a shell stores first, then performs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Cut {
    /// The device has answered, but its memory is not stored yet.
    BeforeStoring,
    /// The memory is stored, but no effect has been performed.
    BeforePerforming,
}

impl<D: Device> Bench<D> {
    /// A bench that comes up at `now`.
    pub fn power_on(now: Instant, memory: D::Memory, settings: D::Settings, times: ReaderTimes) -> Self {
        let device = D::power_on(now, memory, settings, &mut Effects::new());
        Self { power: Power::On(device), readers: Self::empty_readers(times) }
    }

    /// A bench without power: what lasts, and the cards on its readers, at most two at each.
    pub fn without_power(
        memory: D::Memory,
        settings: D::Settings,
        times: ReaderTimes,
        cards: impl IntoIterator<Item = (ReaderPosition, CardBytes)>,
    ) -> Self {
        let mut bench = Self { power: Power::Off(memory, settings), readers: Self::empty_readers(times) };
        for (position, card) in cards {
            bench.reader_mut(position).lay(card);
        }
        bench
    }

    fn empty_readers(times: ReaderTimes) -> Readers {
        D::READERS.iter().map(|position| Reader::new(*position, times)).collect()
    }

    /// The device, while it has power.
    pub fn device(&self) -> Option<&D> {
        match &self.power {
            Power::On(device) => Some(device),
            Power::Off(..) => None,
        }
    }

    /// The reader at `position`, which is one of the device's positions.
    pub fn reader(&self, position: ReaderPosition) -> &Reader {
        self.readers
            .iter()
            .find(|reader| reader.position() == position)
            .expect("a card is presented where there is a reader")
    }

    /// From here on the readers take this long.
    pub fn set_reader_times(&mut self, times: ReaderTimes) {
        for reader in &mut self.readers {
            reader.set_times(times);
        }
    }

    /// What survives a power cut, as it is stored.
    pub fn memory(&self) -> &D::Memory {
        match &self.power {
            Power::On(device) => device.memory(),
            Power::Off(memory, _) => memory,
        }
    }

    /// The numbers the device works by.
    pub fn settings(&self) -> &D::Settings {
        match &self.power {
            Power::On(device) => device.settings(),
            Power::Off(_, settings) => settings,
        }
    }

    /// Presents a card to the reader at a position, or two together (DK-39). A card that is on it already stays the
    /// only one.
    ///
    /// # Errors
    /// The cards, if there is one on the reader already.
    pub fn present(
        &mut self,
        now: Instant,
        position: ReaderPosition,
        cards: Cards,
        watch: &mut Watch<D>,
    ) -> Result<(), Cards> {
        self.wake(now, watch);
        if !self.reader(position).is_empty() {
            return Err(cards);
        }
        if self.device().is_some() {
            self.reader_mut(position).present(now, cards);
        } else {
            for card in cards {
                self.reader_mut(position).lay(card);
            }
        }
        self.wake(now, watch);
        Ok(())
    }

    /// Takes all cards away from the reader at a position, with their bytes as far as a write got.
    pub fn take(&mut self, now: Instant, position: ReaderPosition, watch: &mut Watch<D>) -> Cards {
        self.wake(now, watch);
        let cards = self.reader_mut(position).take(now);
        if !cards.is_empty() {
            self.answer(now, CardEvent::Left(position).into(), watch);
        }
        cards
    }

    /// Takes all cards away in the middle of a write, after exactly `written` bytes of the slot.
    pub fn take_after(
        &mut self,
        now: Instant,
        position: ReaderPosition,
        written: usize,
        watch: &mut Watch<D>,
    ) -> Cards {
        self.wake(now, watch);
        let cards = self.reader_mut(position).take_after(now, written);
        if !cards.is_empty() {
            self.answer(now, CardEvent::Left(position).into(), watch);
        }
        cards
    }

    /// Something happens to the device; without power nothing does.
    pub fn handle(&mut self, now: Instant, event: D::Event, watch: &mut Watch<D>) {
        self.wake(now, watch);
        self.answer(now, event, watch);
    }

    /// Lives through every deadline up to `now`, each at its own time.
    pub fn wake(&mut self, now: Instant, watch: &mut Watch<D>) {
        while let Some(at) = self.wake_at().filter(|at| *at <= now) {
            self.step(at, None, watch);
        }
    }

    /// The earliest deadline of device and readers.
    pub fn wake_at(&self) -> Option<Instant> {
        let device = self.device()?;
        self.readers.iter().map(Reader::wake_at).fold(device.wake_at(), earlier)
    }

    /// The power goes. What the device's memory held is what was stored.
    pub fn lose_power(&mut self, now: Instant, watch: &mut Watch<D>) {
        self.wake(now, watch);
        if let Power::On(device) = &self.power {
            let (memory, settings) = (device.memory().clone(), device.settings().clone());
            self.drop_out(now, memory, settings);
        }
    }

    /// The power goes in the middle of the step that answers `event`, or lives through the deadline at `now`.
    pub fn lose_power_in(&mut self, now: Instant, event: Option<D::Event>, cut: Cut, watch: &mut Watch<D>) {
        self.wake(Instant(now.0.saturating_sub(1)), watch);
        let Power::On(device) = &mut self.power else { return };
        let (stored, settings) = (device.memory().clone(), device.settings().clone());
        let mut effects = Effects::new();
        match event {
            Some(event) => device.handle(now, event, &mut effects),
            None => device.wake(now, &mut effects),
        }
        let memory = match cut {
            Cut::BeforeStoring => stored,
            Cut::BeforePerforming => {
                let memory = device.memory().clone();
                watch(now, device, &effects);
                memory
            }
        };
        self.drop_out(now, memory, settings);
    }

    /// The power is back; a card that is on a reader is found.
    pub fn regain_power(&mut self, now: Instant, watch: &mut Watch<D>) {
        if let Power::Off(memory, settings) = &self.power {
            let mut effects = Effects::new();
            let device = D::power_on(now, memory.clone(), settings.clone(), &mut effects);
            watch(now, &device, &effects);
            self.power = Power::On(device);
            for reader in &mut self.readers {
                reader.regain_power(now);
            }
        }
        self.wake(now, watch);
    }

    /// While the power is off someone may replace the settings.
    pub fn configure_off(&mut self, replacement: D::Settings) {
        if let Power::Off(_, settings) = &mut self.power {
            *settings = replacement;
        }
    }

    fn drop_out(&mut self, now: Instant, memory: D::Memory, settings: D::Settings) {
        self.power = Power::Off(memory, settings);
        for reader in &mut self.readers {
            reader.lose_power(now);
        }
    }

    fn reader_mut(&mut self, position: ReaderPosition) -> &mut Reader {
        self.readers
            .iter_mut()
            .find(|reader| reader.position() == position)
            .expect("a card is presented where there is a reader")
    }

    fn answer(&mut self, now: Instant, event: D::Event, watch: &mut Watch<D>) {
        self.step(now, Some(event), watch);
        // A reader that detects in no time has something to say at once.
        self.wake(now, watch);
    }

    /// One step: an event, or the earliest deadline. Where deadlines coincide the device's comes first, as it does on
    /// hardware, where [`Device::handle`] lives through what is due before it answers; then the readers in their order.
    fn step(&mut self, at: Instant, event: Option<D::Event>, watch: &mut Watch<D>) {
        let Power::On(device) = &mut self.power else { return };
        let mut effects = Effects::new();
        let is_due = device.wake_at().is_some_and(|due| due <= at);
        let event = match event {
            Some(event) => Some(event),
            None if is_due => None,
            None => {
                let is_of_system = |card: &CardRead| D::is_of_system(device.settings(), card);
                self.readers.iter_mut().find_map(|reader| reader.expire(at, &is_of_system)).map(Into::into)
            }
        };
        match event {
            Some(event) => device.answer(at, event, &mut effects),
            None => device.expire(at, &mut effects),
        }
        watch(at, device, &effects);
        for effect in &effects {
            if let Effect::Write(position, image) = effect {
                self.reader_mut(*position).write(at, image);
            }
        }
    }
}

/// What looks on at every step: its time, the device after it, and what it asked for.
pub type Watch<'a, D> = dyn FnMut(Instant, &D, &Effects<<D as Device>::Record>) + 'a;
