//! The quay: two pedestals, the cards, the boats and the ledger. Acts and time go in.

pub mod account;
pub mod act;
pub mod action;
pub mod announcement;
mod books;
pub mod desk;
mod desk_acts;
mod energy;
mod expectation;
mod former_words;
pub mod marina;
pub mod observation;
pub mod step;
pub mod step_value;
mod version_2;
mod version_3;
pub mod wallet;

use firmware_core::bench::Bench;
use firmware_core::device::Device as _;
use firmware_core::money::{Ore, WattHours};
use firmware_core::pedestal::{Event, HOLDER, Office, Pedestal, SETTINGS, Screen, Settings, Socket};
use firmware_core::reader::ReaderTimes;
use firmware_core::setting::{Refused, Setting, Source, Unit};
use firmware_core::time::{Date, DateTime, Instant, Millis, earlier};
use serde::{Deserialize, Serialize};

use self::account::{Account, Cause};
use self::act::{Act, Answer, Refusal};
use self::books::milli;
use self::energy::{Energy, no_energy};
use self::marina::{Boat, SOCKET_WATTS_MAX};
use self::wallet::{CARD_MAX, Issue, OUR_MARINA, QuayCardStatus};
use crate::ledger;
use crate::site::{Installed, PersistentSite, Site, SiteRefusal, number_of};
use crate::trace::TraceEntry;
use crate::wallet::{Card, Physical};
use crate::world::{WRITE_GLANCE, World};

/// The quay's ledger.
pub type Ledger = ledger::Ledger<Account>;

/// How many pedestals stand on the quay.
pub const PEDESTALS: usize = 2;
/// The first card that the desk hands out has this number.
const FIRST_CARD: u32 = 1001;

/// Settings that are not the pedestal's own: the card reader's times and the desk's habits.
pub const WORLD_SETTINGS: [Setting; 4] = [
    Setting { name: "reader.detect_ms", unit: Unit::Millis, default: 0, min: 0, max: 5_000, source: Source::Invented },
    Setting {
        name: "reader.write_ms",
        unit: Unit::Millis,
        default: 336,
        min: 1,
        max: 30_000,
        source: Source::Invented,
    },
    Setting {
        name: "reader.confirm_ms",
        unit: Unit::Millis,
        default: 64,
        min: 0,
        max: 5_000,
        source: Source::Invented,
    },
    Setting {
        name: "desk.enforce_hours",
        unit: Unit::Choice(&["no", "yes"]),
        default: 0,
        min: 0,
        max: 1,
        source: Source::Manual("P-04"),
    },
];
const READER_DETECT: usize = 0;
const READER_WRITE: usize = 1;
const READER_CONFIRM: usize = 2;
const ENFORCE_HOURS: usize = 3;

/// The quay.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Quay {
    site: Site<Pedestal, Account>,
    has_power: bool,
    boats: Vec<[Boat; Socket::COUNT]>,
    energy: Vec<[Energy; Socket::COUNT]>,
}

/// What survives while nothing has power: what a page saves across a reload.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersistentQuay {
    site: PersistentSite<Pedestal, Account>,
    boats: Vec<[Boat; Socket::COUNT]>,
    energy: Vec<[Energy; Socket::COUNT]>,
}

impl crate::world::Persistent for PersistentQuay {
    type Device = Pedestal;
    type Account = Account;
    type Version2 = version_2::QuayVersion2;
    type Version3 = version_3::QuayVersion3;

    fn site(&self) -> &PersistentSite<Pedestal, Account> {
        &self.site
    }
}

impl Installed for Pedestal {
    const SETTINGS: &'static [Setting] = &SETTINGS;
    const SITE_SETTINGS: &'static [Setting] = &WORLD_SETTINGS;

    fn screen_name(screen: &Screen) -> &'static str {
        screen.view.name()
    }

    fn delivered(index: usize) -> Settings {
        Settings::new(OUR_MARINA, number_of(index))
    }

    fn setting(settings: &Settings, index: usize) -> u32 {
        settings.value(index)
    }

    fn setting_bounds(settings: &Settings, index: usize) -> (u32, u32) {
        settings.bounds(index)
    }

    fn with_setting(settings: &Settings, index: usize, value: u32) -> Result<Settings, Refused> {
        settings.with(index, value)
    }

    fn with_settings(settings: Settings, values: &[u32]) -> Result<Settings, Refused> {
        settings.with_values(values.try_into().expect("a value for each setting"))
    }

    fn configure(settings: Settings) -> Event {
        Event::Office(Office::Configure(settings))
    }

    fn reader_times(_: &Settings, site_settings: &[u32]) -> ReaderTimes {
        let millis = |index: usize| Millis(site_settings[index]);
        ReaderTimes { detect: millis(READER_DETECT), write: millis(READER_WRITE), confirm: millis(READER_CONFIRM) }
    }
}

impl World for Quay {
    type Device = Pedestal;
    type Account = Account;
    type Act = Act;
    type Answer = Answer;
    type Refusal = Refusal;
    type Persistent = PersistentQuay;

    const MARK: u8 = b'q';

    fn site(&self) -> &Site<Pedestal, Account> {
        &self.site
    }

    fn bare() -> Self {
        let opening = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 0, 0));
        let opening = opening.expect("a Friday morning");
        let mut world = Self {
            site: Site::new(PEDESTALS, opening, FIRST_CARD),
            has_power: true,
            boats: (0..PEDESTALS).map(|_| Default::default()).collect(),
            energy: no_energy(),
        };
        world.announce_civil_time(&mut Vec::new());
        world
    }

    fn opening() -> Self {
        let mut world = Self::bare();
        for (kind, name, kr) in [
            (Issue::User, "My card", 100),
            (Issue::User, "Guest card", 250),
            (Issue::User, "Empty card", 0),
            (Issue::Spoilt, "Spoilt card", 60),
            (Issue::OtherMarina, "Other marina", 80),
            (Issue::Foreign, "Gym card", 0),
        ] {
            world.create(kind, name, Ore::from_kr(kr)).expect("the opening wallet has six different names");
        }
        world
    }

    fn has_power(&self) -> bool {
        self.has_power
    }

    fn wake_at(&self) -> Option<Instant> {
        earlier(self.site.wake_at(), self.next_watt_hour())
    }

    fn next_visible_change(&self) -> Option<Instant> {
        let device = self.site.bench().device()?;
        // While a write is under way the card's bytes change; whoever keeps them looks often.
        let write = self.site.is_writing().then(|| self.site.now + WRITE_GLANCE);
        earlier(device.next_visible_change(self.site.now), write)
    }

    fn step_to(&mut self, at: Instant, trace: &mut Vec<TraceEntry>) {
        self.draw_until(at, trace);
        for index in 0..PEDESTALS {
            let ((), log) = self.site.run(index, trace, |bench, watch| bench.wake(at, watch));
            self.book_log(log);
        }
    }

    fn act(&mut self, act: &Act, trace: &mut Vec<TraceEntry>) -> Result<Answer, Refusal> {
        match act {
            Act::Present(name) => {
                let log = self.site.present(HOLDER, &[name], trace)?;
                self.book_log(log);
            }
            Act::PresentBoth(first, second) => {
                let log = self.site.present(HOLDER, &[first, second], trace)?;
                self.book_log(log);
            }
            Act::Take => self.take(trace)?,
            Act::Press(key) => self.dispatch(self.site.here, Event::Press(*key), trace),
            Act::Release(key) => self.dispatch(self.site.here, Event::Release(*key), trace),
            Act::Walk(number) => {
                let index = usize::from(*number).wrapping_sub(1);
                if index >= PEDESTALS {
                    return Err(Refusal::NoSuchPedestal(*number));
                }
                self.site.here = index;
            }
            Act::PowerOff => self.power_off(trace)?,
            Act::PowerOn => self.power_on(trace)?,
            Act::Plug(socket) => self.plug(*socket, true)?,
            Act::Unplug(socket) => self.plug(*socket, false)?,
            Act::Switch(socket, appliance, on) => {
                let boat = &mut self.boats[self.site.here][socket.index()];
                let watts = boat.watts_aboard() + appliance.watts();
                if *on && !boat.is_on(*appliance) && watts > SOCKET_WATTS_MAX {
                    return Err(Refusal::TooMuchPower(*socket, watts));
                }
                boat.switch(*appliance, *on);
            }
            Act::Create(kind, name, balance) => self.create(*kind, name, *balance)?,
            Act::Rename(from, to) => self.site.rename(from, to)?,
            Act::Discard(name) => self.retire(name, Physical::Discarded)?,
            Act::Destroy(name) => self.retire(name, Physical::Destroyed)?,
            Act::Lose(name) => self.retire(name, Physical::Lost)?,
            Act::Load(name, amount) => self.load(name, *amount)?,
            Act::PayOut(name) => self.pay_out(name)?,
            Act::ReadOut(name) => return self.read_out(name, trace).map(Answer::ReadOut),
            Act::Reset(name) => self.reset(name, trace)?,
            Act::WriteOff(name) => self.write_off(name, trace)?,
            Act::ReleaseSocket(socket) => self.release_socket(*socket, trace)?,
            Act::SetClock(civil) => {
                self.site.civil = (self.site.now, *civil);
                self.announce_civil_time(trace);
            }
            Act::Configure(index, value) => {
                let log = self.site.configure(usize::from(*index), *value, trace)?;
                self.book_log(log);
            }
        }
        Ok(Answer::Done)
    }

    fn persistent(&self) -> PersistentQuay {
        let mut dark = self.clone();
        if dark.has_power {
            dark.power_off(&mut Vec::new()).expect("the power is on");
        }
        PersistentQuay { site: dark.site.persistent(self.has_power), boats: dark.boats, energy: dark.energy }
    }

    fn from_persistent(persistent: PersistentQuay) -> Result<Self, String> {
        let PersistentQuay { site, boats, energy } = persistent;
        if boats.len() != PEDESTALS || energy.len() != PEDESTALS {
            return Err(format!("it has boats at {} pedestals; this quay has {PEDESTALS}", boats.len()));
        }
        let world = Self { site: Site::restored(site, PEDESTALS, Ok)?, has_power: false, boats, energy };
        world.check().map(|()| world)
    }

    fn check(&self) -> Result<(), String> {
        self.check_books()
    }

    fn tariff(&self) -> String {
        let settings = self.site.bench().settings();
        format!("{} øre per kWh, {} øre a press", settings.price().0, settings.step().0)
    }
}

impl Quay {
    /// The boats at the pedestal in front of the person.
    pub fn boats(&self) -> &[Boat; Socket::COUNT] {
        &self.boats[self.site.here]
    }

    /// Whether a socket of the pedestal in front of the person is live.
    pub fn is_live(&self, socket: Socket) -> bool {
        self.site.bench().device().is_some_and(|device| device.is_on(socket))
    }

    /// The watt-hours that a socket of the pedestal in front of the person has delivered since it was last free
    /// (DP-39). They stay until the free socket is loaded again.
    pub fn delivered(&self, socket: Socket) -> WattHours {
        WattHours(self.energy[self.site.here][socket.index()].since_free)
    }

    /// The watt-hours that all sockets have delivered since the world began.
    pub fn delivered_in_all(&self) -> WattHours {
        WattHours(self.energy.iter().flatten().map(|energy| energy.in_all).sum())
    }

    /// How a card stands.
    pub fn card_status(&self, card: &Card) -> QuayCardStatus {
        QuayCardStatus::of(card.physical, &self.site.read(card))
    }

    fn next_watt_hour(&self) -> Option<Instant> {
        let draws = |(bench, boats): (&Bench<Pedestal>, &[Boat; Socket::COUNT])| {
            let device = bench.device()?;
            let live = Socket::ALL.into_iter().filter(|socket| device.is_on(*socket));
            live.filter_map(|socket| boats[socket.index()].next_watt_hour(self.site.now)).min()
        };
        self.site.benches.iter().zip(&self.boats).filter_map(draws).min()
    }

    /// Boats draw up to `at`; what that completes is metered there.
    fn draw_until(&mut self, at: Instant, trace: &mut Vec<TraceEntry>) {
        let length = at.since(self.site.now);
        self.site.now = self.site.now.max(at);
        for index in 0..PEDESTALS {
            for socket in Socket::ALL {
                let live = self.site.benches[index].device().is_some_and(|device| device.is_on(socket));
                if live {
                    for _ in 0..self.boats[index][socket.index()].draw(length) {
                        self.dispatch(index, Event::Metered(socket), trace);
                    }
                }
            }
        }
    }

    /// Something happens to a pedestal.
    fn dispatch(&mut self, index: usize, event: Event, trace: &mut Vec<TraceEntry>) {
        let log = self.site.handle(index, event, trace);
        self.book_log(log);
    }

    fn take(&mut self, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let journal = self.site.bench().memory().journal;
        let (_, log) = self.site.take(HOLDER, trace)?;
        self.book_log(log);
        self.book_interruption(self.site.here, journal);
        Ok(())
    }

    fn power_off(&mut self, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        if !self.has_power {
            return Err(SiteRefusal::NoPower.into());
        }
        self.has_power = false;
        let log = self.site.lose_power(trace);
        self.book_log(log);
        for index in 0..PEDESTALS {
            let journal = self.site.benches[index].memory().journal;
            self.book_interruption(index, journal);
            // DP-33: what the meter had not written to memory yet is back on the socket.
            for socket in Socket::ALL {
                let stored = milli(self.site.benches[index].memory().socket(socket).credit);
                let account = Account::Socket(number_of(index), socket);
                let given_back = stored - self.site.ledger.balance(account);
                self.site.post(Account::Consumed, account, given_back, Cause::GivenBack, None);
            }
        }
        Ok(())
    }

    fn power_on(&mut self, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        if self.has_power {
            return Err(SiteRefusal::PowerIsOn.into());
        }
        self.has_power = true;
        let log = self.site.regain_power(trace);
        self.book_log(log);
        self.announce_civil_time(trace);
        Ok(())
    }

    /// DK-34: civil time comes from the marina office, at power-on and at each change.
    fn announce_civil_time(&mut self, trace: &mut Vec<TraceEntry>) {
        let civil = self.site.civil();
        for index in 0..PEDESTALS {
            self.dispatch(index, Event::Office(Office::CivilTime(civil)), trace);
        }
    }

    fn plug(&mut self, socket: Socket, plugged: bool) -> Result<(), Refusal> {
        let boat = &mut self.boats[self.site.here][socket.index()];
        if boat.plugged == plugged {
            return Err(Refusal::PlugAsItIs(socket));
        }
        boat.plugged = plugged;
        Ok(())
    }

    fn create(&mut self, kind: Issue, name: &str, balance: Ore) -> Result<(), Refusal> {
        self.site.check_name(name)?;
        if kind == Issue::User {
            // DP-19: a card of this marina is sold at the desk.
            self.check_desk_hours()?;
        }
        if balance > CARD_MAX {
            return Err(Refusal::BadAmount(balance));
        }
        let today = self.site.civil().date();
        let id = self.site.issue(name, kind.is_ours(), |id| wallet::issue(kind, id, balance, today))?;
        let (card, amount) = (Account::Card(id), milli(balance.into()));
        if kind.is_ours() {
            self.site.post(Account::Sold, card, amount, Cause::Sale, None);
        }
        if kind == Issue::Spoilt {
            self.site.post(card, Account::Frozen(id), amount, Cause::Tear, None);
        }
        Ok(())
    }

    /// P-01, P-02: a card that is gone, and what was on it.
    fn retire(&mut self, name: &str, physical: Physical) -> Result<(), Refusal> {
        let id = self.site.retire(name, physical)?;
        for account in [Account::Card(id), Account::Frozen(id)] {
            let held = self.site.ledger.balance(account);
            self.site.post(account, Account::Lost, held, Cause::CardGone, None);
        }
        Ok(())
    }
}
