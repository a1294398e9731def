//! The laundry: one washing machine, the cards and the ledger.

use std::fmt;

use firmware_core::card::{CardBody, CardBytes, CardId, CardImage, CardKind, Environment, Purse, SystemId};
use firmware_core::device::Device as _;
use firmware_core::money::Ore;
use firmware_core::reader::ReaderTimes;
use firmware_core::setting::{Refused, Setting};
use firmware_core::time::{Date, DateTime, Instant, Millis};
use serde::{Deserialize, Serialize};
use world::acts;
use world::ledger::{self, Reason};
use world::site::{Installed, Log, PersistentSite, Site, SiteRefusal};
use world::trace::TraceEntry;
use world::wallet::{Card, Physical};
use world::world::{Persistent, World};

use crate::device::{Event, Key, READER, SETTINGS, Screen, Settings, Washer};

/// Where value can be, in øre.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum LaundryAccount {
    Sold,
    Card(CardId),
    Washed,
    Lost,
}

impl fmt::Display for LaundryAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sold => f.write_str("Sold"),
            Self::Card(id) => write!(f, "Card {}", id.0),
            Self::Washed => f.write_str("Washed"),
            Self::Lost => f.write_str("Lost"),
        }
    }
}

/// Why value moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum LaundryCause {
    Sale,
    Wash,
    CardGone,
}

impl ledger::Account for LaundryAccount {
    type Cause = LaundryCause;
    const SOURCE: Self = Self::Sold;
    const UNIT: &'static str = "øre";
}

impl Reason for LaundryCause {
    fn is_running(self) -> bool {
        false
    }
}

/// The only kind of card.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum LaundryCard {
    Guest,
}

/// The status of a card.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LaundryCardStatus {
    Valid,
    Destroyed,
    Lost,
}

impl LaundryCardStatus {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Destroyed => "destroyed",
            Self::Lost => "lost",
        }
    }
}

acts! {
    /// One thing that a person does.
    pub enum LaundryAct {
        /// Puts this card in the reader.
        0: Present(card: String);
        /// Takes the card out.
        1: Take;
        /// Presses a key.
        2: Press(key: Key);
        /// Lets it go.
        3: Release(key: Key);
        /// The power fails.
        4: PowerOff;
        /// The power is back.
        5: PowerOn;
        /// Gets a card.
        6: Create(kind: LaundryCard, card: String, amount: Ore);
        /// Gives a card another name.
        7: Rename(from: String, to: String);
        /// Throws a card away.
        8: Discard(card: String);
        /// Punches a hole in a card.
        9: Destroy(card: String);
        /// Loses a card.
        10: Lose(card: String);
        /// Sets the date and time.
        11: SetClock(civil: DateTime);
        /// Changes a setting.
        12: Configure(setting: u8, value: u32);
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Laundry {
    site: Site<Washer, LaundryAccount>,
    has_power: bool,
}

/// What survives a power cut.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PersistentLaundry(PersistentSite<Washer, LaundryAccount>);

impl Persistent for PersistentLaundry {
    type Device = Washer;
    type Account = LaundryAccount;
    type Version2 = Self;
    type Version3 = Self;

    fn site(&self) -> &PersistentSite<Washer, LaundryAccount> {
        &self.0
    }
}

impl Installed for Washer {
    const SETTINGS: &'static [Setting] = &SETTINGS;
    const SITE_SETTINGS: &'static [Setting] = &[];

    fn screen_name(screen: &Screen) -> &'static str {
        screen.name()
    }

    fn delivered(_: usize) -> Settings {
        Settings::delivered()
    }

    fn setting(settings: &Settings, index: usize) -> u32 {
        settings.value(index)
    }

    fn setting_bounds(_: &Settings, index: usize) -> (u32, u32) {
        (SETTINGS[index].min, SETTINGS[index].max)
    }

    fn with_setting(settings: &Settings, index: usize, value: u32) -> Result<Settings, Refused> {
        settings.with(index, value)
    }

    fn with_settings(settings: Settings, values: &[u32]) -> Result<Settings, Refused> {
        values.iter().enumerate().try_fold(settings, |settings, (index, value)| settings.with(index, *value))
    }

    fn configure(settings: Settings) -> Event {
        Event::Configure(settings)
    }

    fn reader_times(_: &Settings, _: &[u32]) -> ReaderTimes {
        ReaderTimes { detect: Millis(0), write: Millis(336), confirm: Millis(64) }
    }
}

impl Laundry {
    pub fn card_status(card: &Card) -> LaundryCardStatus {
        match card.physical {
            Physical::Intact => LaundryCardStatus::Valid,
            Physical::Destroyed => LaundryCardStatus::Destroyed,
            Physical::Lost | Physical::Discarded => LaundryCardStatus::Lost,
        }
    }

    fn book(&mut self, log: Log<Washer>) {
        for (_, _, paid) in log {
            let (from, amount) = (LaundryAccount::Card(paid.card), i64::from(paid.amount.0));
            self.site.post(from, LaundryAccount::Washed, amount, LaundryCause::Wash, None);
        }
    }

    fn handle(&mut self, event: Event, trace: &mut Vec<TraceEntry>) {
        let log = self.site.handle(0, event, trace);
        self.book(log);
    }

    fn create(&mut self, name: &str, amount: Ore) -> Result<(), SiteRefusal> {
        let today = self.site.civil().date();
        let id = self.site.issue(name, true, |id| {
            let environment = Environment {
                id,
                system: SystemId(1),
                app_number: id.0,
                issue: today,
                end: Date(today.0.saturating_add(365)),
                kind: CardKind::User,
                ..Environment::default()
            };
            let purse = Purse { present: true, balance: amount.0, max: 100_000, ..Purse::default() };
            let body = CardBody { environment, purse, ..CardBody::default() };
            CardBytes::issue(&CardImage { sequence: 1, body })
        })?;
        let to = LaundryAccount::Card(id);
        self.site.post(LaundryAccount::Sold, to, amount.0.into(), LaundryCause::Sale, None);
        Ok(())
    }

    fn retire(&mut self, name: &str, physical: Physical) -> Result<(), SiteRefusal> {
        let card = LaundryAccount::Card(self.site.retire(name, physical)?);
        self.site.post(card, LaundryAccount::Lost, self.site.ledger.balance(card), LaundryCause::CardGone, None);
        Ok(())
    }
}

impl World for Laundry {
    type Device = Washer;
    type Account = LaundryAccount;
    type Act = LaundryAct;
    type Answer = ();
    type Refusal = SiteRefusal;
    type Persistent = PersistentLaundry;

    const MARK: u8 = b'l';

    fn bare() -> Self {
        let opening = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 0, 0));
        Self { site: Site::new(1, opening.expect("a Friday morning"), 1), has_power: true }
    }

    fn opening() -> Self {
        let mut world = Self::bare();
        world.create("Anna", Ore::from_kr(100)).expect("the name is free");
        world
    }

    fn from_persistent(persistent: PersistentLaundry) -> Result<Self, String> {
        let world = Self { site: Site::restored(persistent.0, 1, Ok)?, has_power: false };
        world.check().map(|()| world)
    }

    fn persistent(&self) -> PersistentLaundry {
        let mut dark = self.clone();
        dark.site.lose_power(&mut Vec::new());
        PersistentLaundry(dark.site.persistent(self.has_power))
    }

    fn site(&self) -> &Site<Washer, LaundryAccount> {
        &self.site
    }

    fn has_power(&self) -> bool {
        self.has_power
    }

    fn act(&mut self, act: &LaundryAct, trace: &mut Vec<TraceEntry>) -> Result<(), SiteRefusal> {
        match act {
            LaundryAct::Present(name) => {
                let log = self.site.present(READER, &[name], trace)?;
                self.book(log);
            }
            LaundryAct::Take => {
                let (_, log) = self.site.take(READER, trace)?;
                self.book(log);
            }
            LaundryAct::Press(key) => self.handle(Event::Press(*key), trace),
            LaundryAct::Release(Key::Start) => {}
            LaundryAct::PowerOff if !self.has_power => return Err(SiteRefusal::NoPower),
            LaundryAct::PowerOff => {
                self.has_power = false;
                let log = self.site.lose_power(trace);
                self.book(log);
            }
            LaundryAct::PowerOn if self.has_power => return Err(SiteRefusal::PowerIsOn),
            LaundryAct::PowerOn => {
                self.has_power = true;
                let log = self.site.regain_power(trace);
                self.book(log);
            }
            LaundryAct::Create(LaundryCard::Guest, name, amount) => self.create(name, *amount)?,
            LaundryAct::Rename(from, to) => self.site.rename(from, to)?,
            LaundryAct::Discard(name) => self.retire(name, Physical::Discarded)?,
            LaundryAct::Destroy(name) => self.retire(name, Physical::Destroyed)?,
            LaundryAct::Lose(name) => self.retire(name, Physical::Lost)?,
            LaundryAct::SetClock(civil) => self.site.civil = (self.site.now, *civil),
            LaundryAct::Configure(index, value) => {
                let log = self.site.configure(usize::from(*index), *value, trace)?;
                self.book(log);
            }
        }
        Ok(())
    }

    fn step_to(&mut self, at: Instant, trace: &mut Vec<TraceEntry>) {
        self.site.now = self.site.now.max(at);
        let ((), log) = self.site.run(0, trace, |bench, watch| bench.wake(at, watch));
        self.book(log);
    }

    fn wake_at(&self) -> Option<Instant> {
        self.site.wake_at()
    }

    fn next_visible_change(&self) -> Option<Instant> {
        self.site.bench().device()?.next_visible_change(self.site.now)
    }

    fn check(&self) -> Result<(), String> {
        self.site.ledger.check()
    }

    fn tariff(&self) -> String {
        format!("{} øre a wash", self.site.bench().settings().price().0)
    }
}
