//! What all worlds have in common: devices on benches, cards and where they are, settings, a civil clock and a ledger.
//!
//! A world owns a [`Site`] and adds what is its own. What a device logs comes back as a [`Log`]; the world books it.

use std::fmt;

use firmware_core::bench::{Bench, Watch};
use firmware_core::card::{CARD_LEN, CardBody, CardBytes, CardId, CardRead, Damage, LogEntry, LogKind, SLOT_LEN};
use firmware_core::device::{Device, Effect, Effects, ReaderPosition};
use firmware_core::reader::{CARDS_MAX, ReaderTimes};
use firmware_core::setting::{Refused, Setting};
use firmware_core::time::{DateTime, Instant};
use serde::{Deserialize, Serialize};

use crate::ledger::{Account, Ledger, Posting};
use crate::trace::TraceEntry;
use crate::wallet::{Card, Physical, Whereabouts, is_name};

/// A device that can be installed at a site.
pub trait Installed: Device<Memory: Default> {
    /// The settings of the device that people can change. They are the same for every device of the site.
    const SETTINGS: &'static [Setting];
    /// The settings of the site around the devices.
    const SITE_SETTINGS: &'static [Setting];

    /// The name of a screen, as features write it.
    fn screen_name(screen: &Self::Screen) -> &'static str;

    /// The settings with which the device with this index is delivered.
    fn delivered(index: usize) -> Self::Settings;

    /// The value of the setting with this index in [`Installed::SETTINGS`].
    fn setting(settings: &Self::Settings, index: usize) -> u32;

    /// The least and the most that it may be beside the others.
    fn setting_bounds(settings: &Self::Settings, index: usize) -> (u32, u32);

    /// These settings with one of them changed.
    ///
    /// # Errors
    /// [`Refused`] names the setting and its bounds.
    fn with_setting(settings: &Self::Settings, index: usize, value: u32) -> Result<Self::Settings, Refused>;

    /// These settings with all values replaced, in the order of [`Installed::SETTINGS`].
    ///
    /// # Errors
    /// [`Refused`] names the first setting that is out of its bounds.
    fn with_settings(settings: Self::Settings, values: &[u32]) -> Result<Self::Settings, Refused>;

    /// The event that gives the device other settings.
    fn configure(settings: Self::Settings) -> Self::Event;

    /// How long the card readers take, by the device's settings and the values of [`Installed::SITE_SETTINGS`].
    fn reader_times(settings: &Self::Settings, site_settings: &[u32]) -> ReaderTimes;
}

/// What devices have logged: which device, when, what.
pub type Log<D> = Vec<(usize, Instant, <D as Device>::Record)>;

/// Devices, cards, clock and ledger of a world.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Site<D: Device, A: Account> {
    /// The simulated time since the world began.
    pub now: Instant,
    /// Civil time was this at that instant.
    pub civil: (Instant, DateTime),
    /// The index of the device in front of the person.
    pub here: usize,
    /// The devices with their card readers, in the order of their numbers.
    pub benches: Vec<Bench<D>>,
    /// All cards that there have ever been.
    pub cards: Vec<Card>,
    /// The identity of the next card that is issued.
    pub next_card: u32,
    /// The values of [`Installed::SITE_SETTINGS`].
    pub settings: Vec<u32>,
    /// The ledger.
    pub ledger: Ledger<A>,
}

/// What of a site survives a power cut.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(bound(
    serialize = "D::Memory: Serialize, Ledger<A>: Serialize",
    deserialize = "D::Memory: Deserialize<'de>, Ledger<A>: Deserialize<'de>"
))]
pub struct PersistentSite<D: Device, A: Account> {
    /// The simulated time.
    pub now: Instant,
    /// Whether there was power.
    pub had_power: bool,
    /// [`Site::civil`].
    pub civil: (Instant, DateTime),
    /// [`Site::here`].
    pub here: u8,
    /// The value of each setting, by the setting's name.
    pub settings: Vec<(String, u32)>,
    /// What each device remembers.
    pub memories: Vec<D::Memory>,
    /// [`Site::cards`].
    pub cards: Vec<Card>,
    /// [`Site::next_card`].
    pub next_card: u32,
    /// [`Site::ledger`].
    pub ledger: Ledger<A>,
}

/// Why a site refused something. Nothing has changed then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SiteRefusal {
    /// There is no card of that name.
    NoSuchCard(String),
    /// There is a card of that name already.
    NameTaken(String),
    /// A name must not be empty, too long, or hold a mark that features or tables use.
    BadName,
    /// The card is at a reader of a device.
    AtReader(String),
    /// The device has no such reader.
    NoSuchReader(ReaderPosition),
    /// A card is at that reader already.
    ReaderTaken(ReaderPosition),
    /// No card is at that reader.
    ReaderEmpty(ReaderPosition),
    /// Two cards are needed, and this is one.
    OneCard(String),
    /// The card is destroyed.
    Destroyed(String),
    /// The card is lost.
    Lost(String),
    /// The card cannot be read.
    Unreadable(String, Damage),
    /// There is no setting with that index.
    NoSuchSetting,
    /// The setting cannot have that value.
    BadSetting(Refused),
    /// There is no power.
    NoPower,
    /// The power is on already.
    PowerIsOn,
}

impl fmt::Display for SiteRefusal {
    /// A sentence: what is wrong and, where something can be done, what. A world has its own sentences for its devices.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchCard(name) => write!(f, "There is no card named \u{201c}{name}\u{201d} in the wallet."),
            Self::NameTaken(name) => {
                write!(f, "There is a card named \u{201c}{name}\u{201d} already; choose another name.")
            }
            Self::BadName => f.write_str("A name has 1 to 24 characters, and none of \" < > | \\; choose another."),
            Self::AtReader(name) => write!(f, "\u{201c}{name}\u{201d} is at a device; take it away from there first."),
            Self::NoSuchReader(_) => f.write_str("The device has no such card reader."),
            Self::ReaderTaken(_) => f.write_str("A card is at the reader; take it away first."),
            Self::ReaderEmpty(_) => f.write_str("There is no card at the reader."),
            Self::OneCard(name) => {
                write!(f, "\u{201c}{name}\u{201d} is one card; choose another one to go with it.")
            }
            Self::Destroyed(name) => write!(f, "\u{201c}{name}\u{201d} is destroyed."),
            Self::Lost(name) => write!(f, "\u{201c}{name}\u{201d} is lost."),
            Self::Unreadable(name, damage) => write!(f, "\u{201c}{name}\u{201d} cannot be read: {damage}."),
            Self::NoSuchSetting => f.write_str("There is no such setting."),
            Self::BadSetting(refused) => write!(f, "{refused}."),
            Self::NoPower => f.write_str("There is no power."),
            Self::PowerIsOn => f.write_str("The power is on already."),
        }
    }
}

/// The number of the device with this index: numbers begin at 1.
pub fn number_of(index: usize) -> u16 {
    u16::try_from(index + 1).expect("a site has a handful of devices")
}

impl<D: Installed, A: Account> Site<D, A> {
    /// A site with this many devices, with power and without cards.
    pub fn new(devices: usize, civil: DateTime, first_card: u32) -> Self {
        let now = Instant(0);
        let settings: Vec<_> = D::SITE_SETTINGS.iter().map(|setting| setting.default).collect();
        let bench = |index| {
            let delivered = D::delivered(index);
            let times = D::reader_times(&delivered, &settings);
            Bench::power_on(now, D::Memory::default(), delivered, times)
        };
        Self {
            now,
            civil: (now, civil),
            here: 0,
            benches: (0..devices).map(bench).collect(),
            cards: Vec::new(),
            next_card: first_card,
            settings,
            ledger: Ledger::default(),
        }
    }

    /// The local date and time.
    pub fn civil(&self) -> DateTime {
        self.civil.1.after(self.now.since(self.civil.0))
    }

    /// The number of the device in front of the person.
    pub fn here(&self) -> u16 {
        number_of(self.here)
    }

    /// The device in front of the person, with its card readers.
    pub fn bench(&self) -> &Bench<D> {
        &self.benches[self.here]
    }

    /// The cards that someone could still look at.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.physical != Physical::Discarded)
    }

    /// A card by its identity.
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The card of this name.
    pub fn card_named(&self, name: &str) -> Option<&Card> {
        self.cards().find(|card| card.name == name)
    }

    /// A card at a reader of the device in front of the person; there may be another one.
    pub fn card_here(&self, reader: ReaderPosition) -> Option<&Card> {
        self.cards.iter().find(|card| card.at == Whereabouts::At(self.here, reader))
    }

    /// The bytes of a card, wherever it is, as far as a write got.
    pub fn bytes(&self, card: &Card) -> CardBytes {
        match card.at {
            Whereabouts::Wallet => card.bytes.clone(),
            Whereabouts::At(device, reader) => {
                // The cards at a reader are presented in the order of the list.
                let together = self.cards.iter().filter(|one| one.at == card.at);
                let index = together.take_while(|one| one.id != card.id).count();
                let cards = self.benches[device].reader(reader).cards(self.now);
                cards.get(index).unwrap_or(&card.bytes).clone()
            }
        }
    }

    /// What is on a card, wherever it is.
    ///
    /// # Errors
    /// The card's damage, if it cannot be read.
    pub fn read(&self, card: &Card) -> CardRead {
        self.bytes(card).read()
    }

    /// Whether a card is being written at any device.
    pub fn is_writing(&self) -> bool {
        self.benches.iter().any(|bench| D::READERS.iter().any(|reader| bench.reader(*reader).is_writing()))
    }

    /// When a device or a reader next does something by itself.
    pub fn wake_at(&self) -> Option<Instant> {
        self.benches.iter().filter_map(Bench::wake_at).min()
    }

    /// The value of a setting, by its index among those of the devices and then of the site.
    pub fn setting(&self, index: usize) -> u32 {
        match index.checked_sub(D::SETTINGS.len()) {
            None => D::setting(self.bench().settings(), index),
            Some(index) => self.settings[index],
        }
    }

    /// The bounds of a setting beside the others as they are.
    pub fn setting_bounds(&self, index: usize) -> (u32, u32) {
        match index.checked_sub(D::SETTINGS.len()) {
            None => D::setting_bounds(self.bench().settings(), index),
            Some(index) => (D::SITE_SETTINGS[index].min, D::SITE_SETTINGS[index].max),
        }
    }

    /// Changes a setting, by its index.
    ///
    /// # Errors
    /// There is no such setting, or it cannot have this value.
    pub fn configure(&mut self, index: usize, value: u32, trace: &mut Vec<TraceEntry>) -> Result<Log<D>, SiteRefusal> {
        let Some(own) = index.checked_sub(D::SETTINGS.len()) else {
            let mut changed = Vec::new();
            for bench in &self.benches {
                changed.push(D::with_setting(bench.settings(), index, value).map_err(SiteRefusal::BadSetting)?);
            }
            return Ok(self.apply(changed, trace));
        };
        let setting = D::SITE_SETTINGS.get(own).ok_or(SiteRefusal::NoSuchSetting)?;
        setting.admit(value, (setting.min, setting.max)).map_err(SiteRefusal::BadSetting)?;
        self.settings[own] = value;
        for bench in &mut self.benches {
            let times = D::reader_times(bench.settings(), &self.settings);
            bench.set_reader_times(times);
        }
        Ok(Log::<D>::new())
    }

    /// Gives every device its settings, with power or without.
    pub fn apply(&mut self, settings: Vec<D::Settings>, trace: &mut Vec<TraceEntry>) -> Log<D> {
        let mut log = Vec::new();
        for (index, settings) in settings.into_iter().enumerate() {
            let times = D::reader_times(&settings, &self.settings);
            if self.benches[index].device().is_some() {
                log.extend(self.handle(index, D::configure(settings), trace));
            } else {
                self.benches[index].configure_off(settings);
            }
            self.benches[index].set_reader_times(times);
        }
        log
    }

    /// Something happens to a device.
    pub fn handle(&mut self, index: usize, event: D::Event, trace: &mut Vec<TraceEntry>) -> Log<D> {
        let now = self.now;
        self.run(index, trace, |bench, watch| bench.handle(now, event, watch)).1
    }

    /// Runs one device, and notes in `trace` what it did.
    pub fn run<T>(
        &mut self,
        index: usize,
        trace: &mut Vec<TraceEntry>,
        act: impl FnOnce(&mut Bench<D>, &mut Watch<D>) -> T,
    ) -> (T, Log<D>) {
        let mut log = Vec::new();
        let outcome = act(&mut self.benches[index], &mut |at, device: &D, effects: &Effects<D::Record>| {
            note(index, at, (device, effects), &mut log, trace);
        });
        (outcome, log)
    }

    /// Presents a card to a reader of the device in front of the person, or two together (DK-39).
    ///
    /// # Errors
    /// A card is not at hand, both are the same, or the reader is not free.
    pub fn present(
        &mut self,
        reader: ReaderPosition,
        names: &[&str],
        trace: &mut Vec<TraceEntry>,
    ) -> Result<Log<D>, SiteRefusal> {
        // Which card is which at the reader follows from the order of the list (`bytes`).
        let mut indices = Vec::new();
        for name in names {
            let card = self.find_presentable(name)?;
            match indices.first() {
                Some(first) if *first == card => return Err(SiteRefusal::OneCard((*name).to_owned())),
                Some(first) if *first > card => indices.insert(0, card),
                Some(_) | None => indices.push(card),
            }
        }
        self.check_free(reader)?;
        let cards = indices.into_iter().map(|card| self.lay_at(card, reader)).collect();
        let now = self.now;
        let (rejected, log) = self.run(self.here, trace, |bench, watch| bench.present(now, reader, cards, watch));
        assert!(rejected.is_ok(), "the reader was empty a moment ago");
        Ok(log)
    }

    /// The index of a card that can be presented.
    fn find_presentable(&self, name: &str) -> Result<usize, SiteRefusal> {
        let card = self.find_in_hand(name)?;
        match self.cards[card].physical {
            Physical::Lost | Physical::Discarded => Err(SiteRefusal::Lost(name.to_owned())),
            Physical::Destroyed | Physical::Intact => Ok(card),
        }
    }

    /// Whether the device in front of the person has this reader, and no card is there.
    fn check_free(&self, reader: ReaderPosition) -> Result<(), SiteRefusal> {
        if !D::READERS.contains(&reader) {
            return Err(SiteRefusal::NoSuchReader(reader));
        }
        if self.bench().reader(reader).is_empty() { Ok(()) } else { Err(SiteRefusal::ReaderTaken(reader)) }
    }

    /// A card is at a reader from now on: its bytes.
    fn lay_at(&mut self, card: usize, reader: ReaderPosition) -> CardBytes {
        self.cards[card].at = Whereabouts::At(self.here, reader);
        self.cards[card].bytes.clone()
    }

    /// Takes all cards away from a reader of the device in front of the person: which cards they were.
    ///
    /// # Errors
    /// There is none.
    pub fn take(
        &mut self,
        reader: ReaderPosition,
        trace: &mut Vec<TraceEntry>,
    ) -> Result<(Vec<CardId>, Log<D>), SiteRefusal> {
        if !D::READERS.contains(&reader) {
            return Err(SiteRefusal::NoSuchReader(reader));
        }
        let (here, now) = (self.here, self.now);
        if self.card_here(reader).is_none() {
            return Err(SiteRefusal::ReaderEmpty(reader));
        }
        let (bytes, log) = self.run(here, trace, |bench, watch| bench.take(now, reader, watch));
        let mut taken = Vec::new();
        let cards = self.cards.iter_mut().filter(|card| card.at == Whereabouts::At(here, reader));
        for (card, bytes) in cards.zip(bytes) {
            (card.at, card.bytes) = (Whereabouts::Wallet, bytes);
            taken.push(card.id);
        }
        Ok((taken, log))
    }

    /// The power of every device goes: their cards keep what had been written.
    pub fn lose_power(&mut self, trace: &mut Vec<TraceEntry>) -> Log<D> {
        let now = self.now;
        let mut log = Log::<D>::new();
        for index in 0..self.benches.len() {
            log.append(&mut self.run(index, trace, |bench, watch| bench.lose_power(now, watch)).1);
        }
        for index in 0..self.cards.len() {
            self.cards[index].bytes = self.bytes(&self.cards[index]);
        }
        log
    }

    /// The power of every device is back.
    pub fn regain_power(&mut self, trace: &mut Vec<TraceEntry>) -> Log<D> {
        let now = self.now;
        let mut log = Log::<D>::new();
        for index in 0..self.benches.len() {
            log.append(&mut self.run(index, trace, |bench, watch| bench.regain_power(now, watch)).1);
        }
        log
    }

    /// The index of the card of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn find(&self, name: &str) -> Result<usize, SiteRefusal> {
        self.cards
            .iter()
            .position(|card| card.name == name && card.physical != Physical::Discarded)
            .ok_or_else(|| SiteRefusal::NoSuchCard(name.to_owned()))
    }

    /// The index of the card of this name, which is at no device.
    ///
    /// # Errors
    /// There is none, or it is at a device.
    pub fn find_in_hand(&self, name: &str) -> Result<usize, SiteRefusal> {
        let card = self.find(name)?;
        match self.cards[card].at {
            Whereabouts::Wallet => Ok(card),
            Whereabouts::At(..) => Err(SiteRefusal::AtReader(name.to_owned())),
        }
    }

    /// What is on the card with this index.
    ///
    /// # Errors
    /// The card is destroyed or lost, or cannot be read.
    pub fn body(&self, card: usize) -> Result<CardBody, SiteRefusal> {
        let card = &self.cards[card];
        match card.physical {
            Physical::Intact => {}
            Physical::Destroyed => return Err(SiteRefusal::Destroyed(card.name.clone())),
            Physical::Lost | Physical::Discarded => return Err(SiteRefusal::Lost(card.name.clone())),
        }
        let image = self.read(card).map_err(|damage| SiteRefusal::Unreadable(card.name.clone(), damage))?;
        Ok(image.body)
    }

    /// Whether a card can get this name.
    ///
    /// # Errors
    /// It cannot be a name, or another card has it.
    pub fn check_name(&self, name: &str) -> Result<(), SiteRefusal> {
        if !is_name(name) {
            return Err(SiteRefusal::BadName);
        }
        match self.find(name) {
            Ok(_) => Err(SiteRefusal::NameTaken(name.to_owned())),
            Err(_) => Ok(()),
        }
    }

    /// Adds a card to the wallet: its identity.
    ///
    /// # Errors
    /// The card cannot get this name.
    pub fn issue(
        &mut self,
        name: &str,
        is_ours: bool,
        bytes: impl FnOnce(CardId) -> CardBytes,
    ) -> Result<CardId, SiteRefusal> {
        self.check_name(name)?;
        let id = CardId(self.next_card);
        self.next_card += 1;
        self.cards.push(Card {
            name: name.to_owned(),
            id,
            is_ours,
            physical: Physical::Intact,
            at: Whereabouts::Wallet,
            bytes: bytes(id),
        });
        Ok(id)
    }

    /// Gives a card another name.
    ///
    /// # Errors
    /// There is no such card, or it cannot get this name.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), SiteRefusal> {
        let card = self.find(from)?;
        self.check_name(to)?;
        to.clone_into(&mut self.cards[card].name);
        Ok(())
    }

    /// A card in hand is destroyed, lost or thrown away: its identity. A card that is destroyed or lost already can
    /// still be thrown away.
    ///
    /// # Errors
    /// The card is not in hand, or is gone already.
    pub fn retire(&mut self, name: &str, physical: Physical) -> Result<CardId, SiteRefusal> {
        let index = self.find_in_hand(name)?;
        let card = &mut self.cards[index];
        match card.physical {
            Physical::Intact => {}
            Physical::Destroyed | Physical::Lost if physical == Physical::Discarded => {}
            Physical::Destroyed => return Err(SiteRefusal::Destroyed(name.to_owned())),
            Physical::Lost | Physical::Discarded => return Err(SiteRefusal::Lost(name.to_owned())),
        }
        card.physical = physical;
        if physical == Physical::Destroyed {
            // A hole goes through antenna or chip: nothing can read it any more.
            card.bytes = CardBytes::from_array([0; CARD_LEN]);
        }
        Ok(card.id)
    }

    /// Writes a card in hand, as a desk does: one change further, with a line in the card's log.
    pub fn rewrite(&mut self, card: usize, kind: LogKind, mut body: CardBody) {
        let at = Some(self.civil());
        let card = &mut self.cards[card];
        let Ok(image) = card.bytes.read() else { return };
        let amount = i64::from(body.purse.balance) - i64::from(image.body.purse.balance);
        let amount = i32::try_from(amount).unwrap_or(i32::MAX);
        body.commit(LogEntry { counter: 0, at, device: 0, kind, amount, balance_after: 0, line: 0, stop: 0 });
        let slot = card.bytes.free_slot();
        card.bytes.write(slot, &image.followed_by(body), SLOT_LEN);
    }

    /// Moves value in the ledger, now.
    pub fn post(&mut self, from: A, to: A, amount: i64, cause: A::Cause, txn: Option<u32>) {
        self.ledger.post(Posting { at: self.now, from, to, amount, cause, txn });
    }

    /// What survives of a site whose power is off.
    pub fn persistent(&self, had_power: bool) -> PersistentSite<D, A> {
        let settings = D::SETTINGS.iter().chain(D::SITE_SETTINGS).enumerate();
        PersistentSite {
            now: self.now,
            had_power,
            civil: self.civil,
            here: u8::try_from(self.here).expect("a site has a handful of devices"),
            settings: settings.map(|(index, setting)| (setting.name.to_owned(), self.setting(index))).collect(),
            memories: self.benches.iter().map(|bench| bench.memory().clone()).collect(),
            cards: self.cards.clone(),
            next_card: self.next_card,
            ledger: self.ledger.clone(),
        }
    }

    /// The site that survived, without power. A setting that has no value there has its default; a value of a setting
    /// that does not exist is left out. `complete` adds to the settings of a device what is no number.
    ///
    /// # Errors
    /// A sentence that says what in it is impossible.
    pub fn restored(
        persistent: PersistentSite<D, A>,
        devices: usize,
        complete: impl Fn(D::Settings) -> Result<D::Settings, String>,
    ) -> Result<Self, String> {
        let PersistentSite { now, civil, here, settings, memories, cards, next_card, ledger, .. } = persistent;
        let here = usize::from(here);
        if memories.len() != devices || here >= devices {
            return Err(format!("it has {} devices; there are {devices}", memories.len()));
        }
        let value = |setting: &Setting| {
            let found = settings.iter().find(|(name, _)| name == setting.name);
            found.map_or(setting.default, |(_, value)| *value)
        };
        let values: Vec<_> = D::SETTINGS.iter().map(value).collect();
        let settings: Vec<_> = D::SITE_SETTINGS.iter().map(value).collect();
        for (setting, value) in D::SITE_SETTINGS.iter().zip(&settings) {
            setting.admit(*value, (setting.min, setting.max)).map_err(|refused| refused.to_string())?;
        }
        let mut readers = Vec::new();
        for card in &cards {
            if let Whereabouts::At(device, reader) = card.at {
                if device >= devices || !D::READERS.contains(&reader) {
                    return Err("a card is at a device that does not exist".to_owned());
                }
                readers.push((device, reader));
                if readers.iter().filter(|one| **one == (device, reader)).count() > CARDS_MAX {
                    return Err("three cards are at one reader".to_owned());
                }
            }
        }
        let mut benches = Vec::new();
        for (index, memory) in memories.into_iter().enumerate() {
            let delivered = D::with_settings(D::delivered(index), &values).map_err(|refused| refused.to_string())?;
            let device_settings = complete(delivered)?;
            let times = D::reader_times(&device_settings, &settings);
            let present = cards.iter().filter_map(|card| match card.at {
                Whereabouts::At(device, reader) if device == index => Some((reader, card.bytes.clone())),
                Whereabouts::At(..) | Whereabouts::Wallet => None,
            });
            benches.push(Bench::without_power(memory, device_settings, times, present));
        }
        Ok(Self { now, civil, here, benches, cards, next_card, settings, ledger })
    }
}

/// Notes what a device did in one step. It is one function for all callers of [`Site::run`], which the page loads
/// first.
#[inline(never)]
fn note<D: Installed>(
    index: usize,
    at: Instant,
    (device, effects): (&D, &Effects<D::Record>),
    log: &mut Log<D>,
    trace: &mut Vec<TraceEntry>,
) {
    let mut beeps = None;
    for effect in effects {
        match effect {
            Effect::Log(record) => log.push((index, at, record.clone())),
            Effect::Beep(pattern) => beeps = Some(*pattern),
            Effect::Write(..) => {}
        }
    }
    if !effects.rules().is_empty() {
        let (screen, rules) = (D::screen_name(&device.screen(at)), effects.rules().to_vec());
        trace.push(TraceEntry { at, device: number_of(index), screen, rules, beeps });
    }
}
