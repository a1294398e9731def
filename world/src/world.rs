//! A world: devices and what is around them. Sessions, saved forms and the acceptance language work with any world.

use std::fmt;

use firmware_core::bench::Bench;
use firmware_core::card::{CardBytes, CardId, CardRead};
use firmware_core::device::ReaderPosition;
use firmware_core::setting::Setting;
use firmware_core::time::{DateTime, Instant, Millis};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::act::SiteAct;
use crate::ledger::{self, Ledger};
use crate::site::{Installed, PersistentSite, Site};
use crate::trace::TraceEntry;
use crate::wallet::Card;

/// While a card is being written, a page that saves its bytes looks this often.
pub const WRITE_GLANCE: Millis = Millis(16);

/// A world: devices and what is around them, as a plain value. Acts and time go in.
pub trait World: Clone + PartialEq + fmt::Debug + Sized {
    /// Its devices.
    type Device: Installed;
    /// The accounts of its ledger.
    type Account: ledger::Account;
    /// Everything that a person can do in it.
    type Act: SiteAct;
    /// What comes of an act that was not refused.
    type Answer: Clone + PartialEq + fmt::Debug;
    /// Why an act was refused; a sentence.
    type Refusal: Clone + PartialEq + fmt::Debug + fmt::Display;
    /// What survives while nothing has power: what a page saves across a reload.
    type Persistent: Persistent;

    /// The letter of this world in saved bytes.
    const MARK: u8;

    /// A world without cards.
    fn bare() -> Self;

    /// The world as a page opens it: with a card of every kind worth trying.
    fn opening() -> Self;

    /// The world that survived, without power.
    ///
    /// # Errors
    /// A sentence that says what in it is impossible.
    fn from_persistent(persistent: Self::Persistent) -> Result<Self, String>;

    /// What survives when the power goes at this instant: what is saved across a reload.
    fn persistent(&self) -> Self::Persistent;

    /// Devices, cards, clock and ledger.
    fn site(&self) -> &Site<Self::Device, Self::Account>;

    /// Whether there is power.
    fn has_power(&self) -> bool;

    /// Does one thing at the present instant.
    ///
    /// # Errors
    /// The refusal says why not; nothing has changed then.
    fn act(&mut self, act: &Self::Act, trace: &mut Vec<TraceEntry>) -> Result<Self::Answer, Self::Refusal>;

    /// Lives through everything that is due at `at`, up to which nothing else happens.
    fn step_to(&mut self, at: Instant, trace: &mut Vec<TraceEntry>);

    /// When something next happens by itself.
    fn wake_at(&self) -> Option<Instant>;

    /// When what can be seen next changes by itself.
    fn next_visible_change(&self) -> Option<Instant>;

    /// The laws of value: the ledger adds up, and agrees with the cards and the devices.
    ///
    /// # Errors
    /// A sentence about the first thing that does not hold.
    fn check(&self) -> Result<(), String>;

    /// What the prices are, as a part of a sentence.
    fn tariff(&self) -> String;

    /// Lets time pass up to `now`; everything that happens meanwhile happens at its own time.
    fn pass_to(&mut self, now: Instant, trace: &mut Vec<TraceEntry>) {
        while let Some(at) = self.wake_at().filter(|at| *at <= now) {
            self.step_to(at, trace);
        }
        if now > self.now() {
            self.step_to(now, trace);
        }
    }

    /// Every setting: those of the devices, then those of the site.
    fn all_settings() -> impl Iterator<Item = &'static Setting> {
        Self::Device::SETTINGS.iter().chain(Self::Device::SITE_SETTINGS)
    }

    /// The value of a setting, by its index in [`World::all_settings`].
    fn setting(&self, index: usize) -> u32 {
        self.site().setting(index)
    }

    /// The bounds of a setting beside the others as they are.
    fn setting_bounds(&self, index: usize) -> (u32, u32) {
        self.site().setting_bounds(index)
    }

    /// The simulated time since the world began.
    fn now(&self) -> Instant {
        self.site().now
    }

    /// The local date and time.
    fn civil(&self) -> DateTime {
        self.site().civil()
    }

    /// The number of the device in front of the person.
    fn here(&self) -> u16 {
        self.site().here()
    }

    /// The device in front of the person, with its card readers.
    fn bench(&self) -> &Bench<Self::Device> {
        self.site().bench()
    }

    /// All devices, in the order of their numbers.
    fn benches(&self) -> &[Bench<Self::Device>] {
        &self.site().benches
    }

    /// Whether a card is being written somewhere: its bytes change at every moment.
    fn is_writing(&self) -> bool {
        self.site().is_writing()
    }

    /// The cards that someone could still look at.
    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.site().cards()
    }

    /// A card by its identity.
    fn card(&self, id: CardId) -> Option<&Card> {
        self.site().card(id)
    }

    /// The card at a reader of the device in front of the person.
    fn card_here(&self, reader: ReaderPosition) -> Option<&Card> {
        self.site().card_here(reader)
    }

    /// What is on a card, wherever it is.
    ///
    /// # Errors
    /// The card's damage, if it cannot be read.
    fn read(&self, card: &Card) -> CardRead {
        self.site().read(card)
    }

    /// The bytes of a card, wherever it is, as far as a write got.
    fn bytes(&self, card: &Card) -> CardBytes {
        self.site().bytes(card)
    }

    /// The ledger.
    fn ledger(&self) -> &Ledger<Self::Account> {
        &self.site().ledger
    }
}

/// What survives of a world.
pub trait Persistent: Clone + PartialEq + fmt::Debug + Serialize + DeserializeOwned {
    /// The devices of the world.
    type Device: Installed;
    /// The accounts of its ledger.
    type Account: ledger::Account;
    /// How [version 2](crate::save_format::VERSION) saved it. A world that is younger says `Self`.
    type Version2: DeserializeOwned + Into<Self>;
    /// How version 3 saved it; `Self` where that was the same.
    type Version3: DeserializeOwned + Into<Self>;

    /// What survives of every site.
    fn site(&self) -> &PersistentSite<Self::Device, Self::Account>;
}
