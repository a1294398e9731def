//! The bus: two vehicles on two lines, on each a validator of each type, the cards, the web shop, the service point,
//! the inspector and the ledger. Acts and time go in.

pub mod account;
pub mod act;
pub mod action;
mod books;
mod expectation;
pub mod inspector;
pub mod line;
pub mod observation;
pub mod service;
mod service_acts;
pub mod shop;
pub mod step;
pub mod step_value;
mod tariff;
mod version_2;
pub mod wallet;

use firmware_core::card::{CardBody, CardId, Contract, FareKind, Holder, LogKind};
use firmware_core::device::Device as _;
use firmware_core::money::Grosz;
use firmware_core::reader::ReaderTimes;
use firmware_core::setting::{Refused, Setting, Source, Unit};
use firmware_core::time::{Date, DateTime, Instant, Millis, earlier};
use firmware_core::validator::fare::{Profile, Tariff};
use firmware_core::validator::{
    self, Event, FRONT, Face, Field, Goods, HOTLIST_MAX, Hotlist, Key, Operation, SETTINGS, Screen, Settings, Validator,
};
use serde::{Deserialize, Serialize};

use self::account::{Account, Cause};
use self::act::{Act, Answer, Reader, Refusal};
use self::line::Vehicle;
use self::shop::{PERIOD_DAYS, Shop};
use self::wallet::{BusCardStatus, Entitlement, Issue, OUR_CITY, PURSE_MAX};
use crate::ledger;
use crate::site::{Installed, PersistentSite, Site, SiteRefusal, number_of};
use crate::trace::TraceEntry;
use crate::wallet::{Card, Physical};
use crate::world::{WRITE_GLANCE, World};

/// The ledger of the buses.
pub type Ledger = ledger::Ledger<Account>;

/// How many vehicles there are.
pub const VEHICLES: usize = 2;
/// On each a validator of each type.
pub const FACES: [Face; 2] = [Face::Keys, Face::Touch];
/// How many validators there are: both of bus 1, then both of bus 2.
pub const VALIDATORS: usize = VEHICLES * FACES.len();
/// The first card has this number.
const FIRST_CARD: u32 = 5001;

/// Settings of all validators. Their type is none of them: on each bus there is one of each.
pub const VALIDATOR_SETTINGS: &[Setting] = SETTINGS.split_at(FACE_SETTINGS).1;
/// So many settings come first that are about the type.
const FACE_SETTINGS: usize = 1;

/// Settings that are not the validators' own.
pub const WORLD_SETTINGS: [Setting; 1] =
    [Setting { name: "bus.boot_ms", unit: Unit::Millis, default: 0, min: 0, max: 60_000, source: Source::Invented }];
const BOOT: usize = 0;

/// The buses.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bus {
    site: Site<Validator, Account>,
    power: Power,
    vehicles: [Vehicle; VEHICLES],
    /// What each validator has begun to write and no card has taken yet.
    pending: [Option<Pending>; VALIDATORS],
    shop: Shop,
    hotlist: Vec<CardId>,
}

/// Whether the buses are switched on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Power {
    Off,
    /// The bus computers send the validators nothing before this instant (DK-34).
    Starting(Instant),
    On,
}

/// An operation whose card is being written; it has all bytes at `took_at`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Pending {
    operation: Operation,
    took_at: Instant,
}

/// What survives while nothing has power: what a page saves across a reload.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersistentBus {
    site: PersistentSite<Validator, Account>,
    tariff: Tariff,
    vehicles: [Vehicle; VEHICLES],
    shop: Shop,
    hotlist: Vec<CardId>,
}

impl crate::world::Persistent for PersistentBus {
    type Device = Validator;
    type Account = Account;
    type Version2 = version_2::BusVersion2;
    type Version3 = Self;

    fn site(&self) -> &PersistentSite<Validator, Account> {
        &self.site
    }
}

impl Installed for Validator {
    const SETTINGS: &'static [Setting] = VALIDATOR_SETTINGS;
    const SITE_SETTINGS: &'static [Setting] = &WORLD_SETTINGS;

    fn screen_name(screen: &Screen) -> &'static str {
        screen.view.name()
    }

    fn delivered(index: usize) -> Settings {
        let settings = Settings::new(OUR_CITY, number_of(index));
        let face = u32::from(face_of(index) == Face::Touch);
        settings.with(0, face).expect("the first setting is the type")
    }

    fn setting(settings: &Settings, index: usize) -> u32 {
        settings.value(index + FACE_SETTINGS)
    }

    fn setting_bounds(settings: &Settings, index: usize) -> (u32, u32) {
        settings.bounds(index + FACE_SETTINGS)
    }

    fn with_setting(settings: &Settings, index: usize, value: u32) -> Result<Settings, Refused> {
        settings.with(index + FACE_SETTINGS, value)
    }

    fn with_settings(settings: Settings, values: &[u32]) -> Result<Settings, Refused> {
        let mut all = SETTINGS.map(|setting| setting.default);
        all[0] = settings.value(0);
        all[FACE_SETTINGS..].copy_from_slice(values);
        settings.with_values(all)
    }

    fn configure(settings: Settings) -> Event {
        Event::Bus(validator::Bus::Configure(settings))
    }

    fn reader_times(settings: &Settings, _: &[u32]) -> ReaderTimes {
        settings.reader_times()
    }
}

impl World for Bus {
    type Device = Validator;
    type Account = Account;
    type Act = Act;
    type Answer = Answer;
    type Refusal = Refusal;
    type Persistent = PersistentBus;

    const MARK: u8 = b'b';

    fn site(&self) -> &Site<Validator, Account> {
        &self.site
    }

    fn bare() -> Self {
        let opening = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 0, 0));
        let mut world = Self {
            site: Site::new(VALIDATORS, opening.expect("a Friday morning"), FIRST_CARD),
            power: Power::On,
            vehicles: [Vehicle::new(1), Vehicle::new(2)],
            pending: [None; VALIDATORS],
            shop: Shop::default(),
            hotlist: Vec::new(),
        };
        world.inform(&mut Vec::new());
        world
    }

    fn opening() -> Self {
        let mut world = Self::bare();
        world.fill_wallet().expect("the opening wallet is in order");
        world
    }

    fn has_power(&self) -> bool {
        self.power != Power::Off
    }

    fn wake_at(&self) -> Option<Instant> {
        let devices = self.site.wake_at();
        let taken = self.pending.iter().flatten().map(|pending| pending.took_at).min();
        let booted = match self.power {
            Power::Starting(until) => Some(until),
            Power::Off | Power::On => None,
        };
        earlier(booted, earlier(taken, devices))
    }

    fn next_visible_change(&self) -> Option<Instant> {
        let of_bus = &self.site.benches[self.bus() * FACES.len()..][..FACES.len()];
        let shown = of_bus.iter().filter_map(|bench| bench.device()?.next_visible_change(self.site.now)).min();
        // While a write is under way the card's bytes change; whoever keeps them looks often.
        let write = self.site.is_writing().then(|| self.site.now + WRITE_GLANCE);
        earlier(shown, write)
    }

    /// Lives through everything that is due at `at`.
    fn step_to(&mut self, at: Instant, trace: &mut Vec<TraceEntry>) {
        self.site.now = self.site.now.max(at);
        for index in 0..VALIDATORS {
            let ((), log) = self.site.run(index, trace, |bench, watch| bench.wake(at, watch));
            self.note_log(log, trace);
            if self.pending[index].is_some_and(|pending| pending.took_at <= at) {
                self.settle(index, trace);
            }
        }
        if matches!(self.power, Power::Starting(until) if until <= at) {
            self.power = Power::On;
            self.inform(trace);
        }
    }

    fn act(&mut self, act: &Act, trace: &mut Vec<TraceEntry>) -> Result<Answer, Refusal> {
        match act {
            Act::Present(at, name) => {
                let log = self.site.present(at.position(), &[name], trace)?;
                self.note_log(log, trace);
            }
            Act::PresentBoth(first, second) => {
                let log = self.site.present(FRONT, &[first, second], trace)?;
                self.note_log(log, trace);
            }
            Act::Take(at) => self.take(*at, trace)?,
            Act::Press(key) => self.push(Face::Keys, Event::Press(*key), trace)?,
            Act::Release(key) => self.push(Face::Keys, Event::Release(*key), trace)?,
            Act::Touch(spot) => self.push(Face::Touch, Event::Touch(*spot), trace)?,
            Act::Lift => self.push(Face::Touch, Event::Lift, trace)?,
            Act::Walk(number, face) => {
                let bus = usize::from(*number).wrapping_sub(1);
                if bus >= VEHICLES {
                    return Err(Refusal::NoSuchBus(*number));
                }
                self.site.here = index_of(bus, *face);
            }

            Act::NextStop => self.drive(trace, |vehicle| match vehicle.stop() {
                None => Err(Refusal::NoRun),
                Some(_) => vehicle.next_stop().then_some(()).ok_or(Refusal::LastStop),
            })?,
            Act::EndRun => self.drive(trace, |vehicle| vehicle.end_run().then_some(()).ok_or(Refusal::NoRun))?,
            Act::Depart => {
                self.drive(trace, |vehicle| vehicle.depart().then_some(()).ok_or(Refusal::NoMoreRuns))?;
            }
            Act::Block(blocked) => {
                self.check_computer()?;
                for index in self.aboard() {
                    self.send(index, validator::Bus::Block(*blocked), trace);
                }
            }
            Act::PowerOff => self.power_off(trace)?,
            Act::PowerOn => self.power_on(trace)?,

            Act::Create(kind, name, balance) => self.create(*kind, name, *balance)?,
            Act::Rename(from, to) => self.site.rename(from, to)?,
            Act::Discard(name) => self.retire(name, Physical::Discarded)?,
            Act::Destroy(name) => self.retire(name, Physical::Destroyed)?,
            Act::Lose(name) => self.retire(name, Physical::Lost)?,

            Act::Sell(kind, name, amount) => {
                let least = kind.first_load_min().ok_or(Refusal::NotSold)?;
                if *amount < least {
                    return Err(Refusal::FirstLoad(least));
                }
                self.create(*kind, name, Some(*amount))?;
            }
            Act::Load(name, amount) => self.load(name, *amount)?,
            Act::SellPeriod(name, profile, from, to) => self.sell_period(name, *profile, *from, *to)?,
            Act::Entitle(name, entitlement, until) => self.entitle(name, *entitlement, *until)?,
            Act::SetFare(name, fare) => {
                let (card, body) = self.counter_card(name)?;
                let holder = Holder { default_tariff: *fare, ..body.holder };
                self.site.rewrite(card, LogKind::Sale, CardBody { holder, ..body });
            }
            Act::SetDays(name, from, to) => self.set_days(name, *from, *to)?,
            Act::ReadOut(name) => return self.read_out(name, trace).map(Answer::ReadOut),
            Act::Fetch(name) => self.fetch(name, trace)?,
            Act::ReportLost(name) => self.report_lost(name, trace)?,
            Act::ReportFound(name) => self.report_found(name, trace)?,

            Act::OrderTopUp(name, amount) => self.order_top_up(name, *amount, trace)?,
            Act::OrderPeriod(name, profile, from, days) => {
                if !PERIOD_DAYS.contains(days) || *from < self.today() {
                    return Err(Refusal::NoSuchPeriod);
                }
                let to = Date(from.0.saturating_add(days - 1));
                self.order(name, Goods::Period(period(*profile, *from, to)), trace)?;
            }

            Act::Inspect(name) => return self.inspect(name).map(Answer::Control),

            Act::SetClock(civil) => {
                self.site.civil = (self.site.now, *civil);
                self.inform(trace);
            }
            Act::Configure(index, value) => {
                let log = self.site.configure(usize::from(*index), *value, trace)?;
                self.note_log(log, trace);
            }
            Act::SetTariff(index) => self.choose_tariff(*index, trace)?,
            Act::SetSingle(kind, price) => self.set_single(*kind, *price, trace)?,
            Act::SetBand(class, stops, kind, price) => self.set_band(*class, *stops, *kind, *price, trace)?,
        }
        Ok(Answer::Done)
    }

    fn persistent(&self) -> PersistentBus {
        let mut dark = self.clone();
        if dark.has_power() {
            dark.power_off(&mut Vec::new()).expect("the power is on");
        }
        PersistentBus {
            site: dark.site.persistent(self.has_power()),
            tariff: dark.site.bench().settings().tariff().clone(),
            vehicles: dark.vehicles,
            shop: dark.shop,
            hotlist: dark.hotlist,
        }
    }

    fn from_persistent(persistent: PersistentBus) -> Result<Self, String> {
        let PersistentBus { site, tariff, vehicles, shop, hotlist } = persistent;
        for (vehicle, number) in vehicles.iter().zip(1..) {
            vehicle.check(number)?;
        }
        if hotlist.len() > HOTLIST_MAX {
            return Err("its list of lost cards is too long".to_owned());
        }
        let with_tariff =
            |settings: Settings| settings.with_tariff(tariff.clone()).map_err(|refused| refused.to_string());
        let site = Site::restored(site, VALIDATORS, with_tariff)?;
        let world = Self { site, power: Power::Off, vehicles, pending: [None; VALIDATORS], shop, hotlist };
        world.check().map(|()| world)
    }

    fn check(&self) -> Result<(), String> {
        self.check_books()
    }

    fn tariff(&self) -> String {
        let tariff = self.site.bench().settings().tariff();
        let name = Profile::of(tariff).map_or("a tariff of your own", |profile| profile.label);
        format!("{name}; single tickets {} zł and {} zł", tariff.single.normal, tariff.single.reduced)
    }
}

impl Bus {
    /// The number of the bus on which the person is.
    pub fn bus_number(&self) -> u8 {
        u8::try_from(self.bus() + 1).expect("a handful of buses")
    }

    /// The bus on which the person is.
    pub fn vehicle(&self) -> &Vehicle {
        &self.vehicles[self.bus()]
    }

    /// Both buses.
    pub fn vehicles(&self) -> &[Vehicle; VEHICLES] {
        &self.vehicles
    }

    /// Its type.
    pub fn face(&self) -> Face {
        face_of(self.site.here)
    }

    /// How a card stands.
    pub fn card_status(&self, card: &Card) -> BusCardStatus {
        BusCardStatus::of(card.physical, &self.site.read(card), &self.hotlist, self.today())
    }

    /// The web shop.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// The cards that were reported lost.
    pub fn hotlist(&self) -> &[CardId] {
        &self.hotlist
    }

    fn today(&self) -> Date {
        self.site.civil().date()
    }

    fn bus(&self) -> usize {
        self.site.here / FACES.len()
    }

    /// The indices of the validators on this bus.
    fn aboard(&self) -> impl Iterator<Item = usize> + use<> {
        let first = self.bus() * FACES.len();
        first..first + FACES.len()
    }

    /// One of everything worth trying.
    fn fill_wallet(&mut self) -> Result<(), Refusal> {
        let today = self.today();
        let days = |days: i32| Date(u16::try_from(i32::from(today.0) + days).unwrap_or(today.0));
        for (kind, name, grosze) in [
            (Issue::Normal, "Anna", 5_000),
            (Issue::Reduced, "Student", 2_000),
            (Issue::Reduced, "Former student", 2_000),
            (Issue::Free, "Senior", 1_000),
            (Issue::Bearer, "Bearer", 6_000),
            (Issue::Normal, "Commuter", 2_000),
            (Issue::Normal, "Last month", 2_000),
            (Issue::Normal, "Next month", 2_000),
            (Issue::Normal, "Almost empty", 299),
            (Issue::Normal, "Expired", 3_000),
            (Issue::Normal, "Reported lost", 3_000),
            (Issue::Blocked, "Blocked", 1_500),
            (Issue::Normal, "Web shopper", 1_200),
            (Issue::OtherCity, "Other city", 4_000),
        ] {
            self.create(kind, name, Some(Grosz(grosze)))?;
        }
        self.create(Issue::Normal, "Period only", None)?;
        self.create(Issue::Controller, "Controller", None)?;
        self.create(Issue::Foreign, "Gym card", None)?;
        self.create(Issue::Unreadable, "Broken", None)?;
        self.entitle("Former student", Entitlement::Reduced, days(-50))?;
        for (name, from, to) in
            [("Commuter", -10, 19), ("Last month", -45, -16), ("Next month", 5, 34), ("Period only", -10, 19)]
        {
            self.sell_period(name, FareKind::Normal, days(from), days(to))?;
        }
        self.set_days("Expired", days(-800), days(-1))?;
        self.report_lost("Reported lost", &mut Vec::new())?;
        self.order("Web shopper", Goods::Purse(Grosz(2_000)), &mut Vec::new())?;
        self.order("Web shopper", Goods::Period(period(FareKind::Normal, today, days(29))), &mut Vec::new())
    }

    fn send(&mut self, index: usize, word: validator::Bus, trace: &mut Vec<TraceEntry>) {
        self.dispatch(index, Event::Bus(word), trace);
    }

    fn dispatch(&mut self, index: usize, event: Event, trace: &mut Vec<TraceEntry>) {
        let log = self.site.handle(index, event, trace);
        self.note_log(log, trace);
    }

    fn take(&mut self, reader: Reader, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        let here = self.site.here;
        let (ids, log) = self.site.take(reader.position(), trace)?;
        self.note_log(log, trace);
        if self.pending[here].is_some_and(|pending| ids.contains(&pending.operation.card)) {
            self.settle(here, trace);
        }
        Ok(())
    }

    /// A key or a field of the validator in front of the person, if it has such a thing.
    fn push(&mut self, face: Face, event: Event, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        if self.face() != face {
            return Err(if face == Face::Keys { Refusal::NoKeys } else { Refusal::NoTouch });
        }
        self.dispatch(self.site.here, event, trace);
        Ok(())
    }

    /// The driver of this bus does something, and its computer informs the validators.
    fn drive(
        &mut self,
        trace: &mut Vec<TraceEntry>,
        change: impl FnOnce(&mut Vehicle) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.check_computer()?;
        let bus = self.bus();
        change(&mut self.vehicles[bus])?;
        let trip = self.vehicles[bus].trip();
        for index in self.aboard() {
            self.send(index, validator::Bus::Trip(trip), trace);
        }
        // What has become too old meanwhile is not sent any more.
        self.send_orders(trace);
        Ok(())
    }

    /// DK-34: whether the bus computers are on and still starting: until that is over they send the validators nothing.
    pub fn is_starting(&self) -> bool {
        matches!(self.power, Power::Starting(_))
    }

    fn check_computer(&self) -> Result<(), Refusal> {
        match self.power {
            Power::Off => Err(SiteRefusal::NoPower.into()),
            Power::Starting(_) => Err(Refusal::Starting),
            Power::On => Ok(()),
        }
    }

    fn power_off(&mut self, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        if self.power == Power::Off {
            return Err(SiteRefusal::NoPower.into());
        }
        self.power = Power::Off;
        let log = self.site.lose_power(trace);
        self.note_log(log, trace);
        for index in 0..VALIDATORS {
            self.settle(index, trace);
        }
        Ok(())
    }

    fn power_on(&mut self, trace: &mut Vec<TraceEntry>) -> Result<(), Refusal> {
        if self.power != Power::Off {
            return Err(SiteRefusal::PowerIsOn.into());
        }
        let (now, boot) = (self.site.now, Millis(self.site.settings[BOOT]));
        self.power = if boot == Millis(0) { Power::On } else { Power::Starting(now + boot) };
        let log = self.site.regain_power(trace);
        self.note_log(log, trace);
        self.inform(trace);
        Ok(())
    }

    /// DK-34: what the bus computers send at power-on and at each change.
    fn inform(&mut self, trace: &mut Vec<TraceEntry>) {
        if self.power != Power::On {
            return;
        }
        let civil = self.site.civil();
        for index in 0..VALIDATORS {
            let trip = self.vehicles[index / FACES.len()].trip();
            self.send(index, validator::Bus::CivilTime(civil), trace);
            self.send(index, validator::Bus::Trip(trip), trace);
        }
        self.send_hotlist(trace);
        self.send_orders(trace);
    }

    fn send_hotlist(&mut self, trace: &mut Vec<TraceEntry>) {
        if self.power != Power::On {
            return;
        }
        let hotlist: Hotlist = self.hotlist.iter().copied().collect();
        for index in 0..VALIDATORS {
            self.send(index, validator::Bus::Hotlist(hotlist.clone()), trace);
        }
    }

    fn send_orders(&mut self, trace: &mut Vec<TraceEntry>) {
        if self.power != Power::On {
            return;
        }
        let orders = self.shop.for_buses(self.today());
        for index in 0..VALIDATORS {
            if self.site.benches[index].memory().orders != orders {
                self.send(index, validator::Bus::Orders(orders.clone()), trace);
            }
        }
    }

    fn create(&mut self, kind: Issue, name: &str, balance: Option<Grosz>) -> Result<(), Refusal> {
        self.site.check_name(name)?;
        if balance.is_some() && !kind.can_have_purse() {
            return Err(Refusal::NeverAPurse);
        }
        if balance.is_some_and(|balance| balance > PURSE_MAX) {
            return Err(Refusal::TooMuch);
        }
        let load_class = balance.map_or(0, |balance| self.site.bench().settings().tariff().class_of(balance));
        let today = self.today();
        let id = self.site.issue(name, kind.is_ours(), |id| wallet::issue(kind, id, balance, load_class, today))?;
        if let Some(balance) = balance.filter(|_| kind.is_ours()) {
            self.site.post(Account::Sold, Account::Card(id), i64::from(balance.0), Cause::Sale, None);
        }
        Ok(())
    }

    fn retire(&mut self, name: &str, physical: Physical) -> Result<(), Refusal> {
        let id = self.site.retire(name, physical)?;
        let purse = Account::Card(id);
        self.site.post(purse, Account::Lost, self.site.ledger.balance(purse), Cause::CardGone, None);
        // DK-33: nobody will register the exit.
        let is_ride = |account: &Account| matches!(account, Account::Advance(of, _) if *of == id);
        let open: Vec<_> = self.site.ledger.accounts().filter(|(account, _)| is_ride(account)).collect();
        for (ride, advance) in open {
            self.site.post(ride, Account::Fares, advance, Cause::NoExit, None);
        }
        Ok(())
    }
}

fn face_of(index: usize) -> Face {
    FACES[index % FACES.len()]
}

fn index_of(bus: usize, face: Face) -> usize {
    bus * FACES.len() + FACES.iter().position(|one| *one == face).expect("there are two faces")
}

fn period(profile: FareKind, from: Date, to: Date) -> Contract {
    Contract { profile, from, to, scope: 0, priority: 0 }
}

/// The keys that do what a field does: the pocket is S twice (K-22).
fn keys_for(field: Field) -> &'static [Key] {
    match field {
        Field::Normal => &[Key::N],
        Field::Reduced => &[Key::U],
        Field::Check => &[Key::S],
        Field::TopUp => &[Key::S, Key::S],
    }
}
