//! The bus: two vehicles on two lines, on each a validator of each type, the cards, the web shop, the service point,
//! the inspector and the ledger. Acts and time go in.

pub mod account;
pub mod act;
pub mod inspector;
pub mod line;
pub mod service;
pub mod shop;
pub mod step;
pub mod story;
pub mod wallet;
pub mod word;

use firmware_core::bench::Bench;
use firmware_core::card::{
    CARD_LEN, CardBody, CardBytes, CardId, CardImage, CardKind, CardRead, Contract, FareKind, Holder, LogEntry,
    LogKind, Ride, SLOT_LEN,
};
use firmware_core::device::{Device, Effect, Effects};
use firmware_core::money::Grosz;
use firmware_core::setting::{Setting, Source, Unit};
use firmware_core::time::{Date, DateTime, Instant, Millis, earlier};
use firmware_core::validator::fare::{PROFILES, Prices, Profile, Tariff};
use firmware_core::validator::{
    self, Event, FRONT, Face, Field, Goods, HOTLIST_MAX, Hotlist, Key, Memory, Movement, Operation, Order, Record,
    SETTINGS, Settings, Validator,
};
use serde::{Deserialize, Serialize};

use self::account::{Account, Cause};
use self::act::{Act, Answer, Reader, Refusal};
use self::inspector::{Control, Verdict};
use self::line::Vehicle;
use self::service::Readout;
use self::shop::{PERIOD_DAYS, Shop, TOP_UP_MIN, Waiting};
use self::story::Observation;
use self::wallet::{Entitlement, Issue, OUR_CITY, PURSE_MAX, Standing};
use crate::ledger::{self, Posting};
use crate::session::Session;
use crate::wallet::{Card, Physical, Whereabouts, is_name};
use crate::world::{Happening, WRITE_GLANCE, World};

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
    now: Instant,
    /// Civil time was this at that instant.
    civil: (Instant, DateTime),
    power: Power,
    /// The validator in front of the person, by its place.
    here: usize,
    vehicles: [Vehicle; VEHICLES],
    validators: Vec<Bench<Validator>>,
    /// What each validator has begun to write and no card has taken yet.
    pending: [Option<Pending>; VALIDATORS],
    cards: Vec<Card>,
    next_card: u32,
    shop: Shop,
    hotlist: Vec<CardId>,
    habits: [u32; WORLD_SETTINGS.len()],
    ledger: Ledger,
}

/// Whether the buses are switched on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Power {
    Off,
    /// The bus computers tell the validators nothing before this instant (DK-34).
    Starting(Instant),
    On,
}

/// An operation whose card is being written; it has all bytes at `took_at`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Pending {
    operation: Operation,
    took_at: Instant,
}

/// What lasts while nothing has power: what a page keeps across a reload.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Lasting {
    now: Instant,
    had_power: bool,
    civil: (Instant, DateTime),
    here: u8,
    vehicles: [Vehicle; VEHICLES],
    validators: Vec<(Memory, Settings)>,
    cards: Vec<Card>,
    next_card: u32,
    shop: Shop,
    hotlist: Vec<CardId>,
    habits: [u32; WORLD_SETTINGS.len()],
    ledger: Ledger,
}

impl crate::world::Lasting for Lasting {
    fn now(&self) -> Instant {
        self.now
    }

    fn had_power(&self) -> bool {
        self.had_power
    }
}

impl World for Bus {
    type Act = Act;
    type Answer = Answer;
    type Refusal = Refusal;
    type Lasting = Lasting;
    type Action = step::Action;
    type Expectation = step::Expectation;
    type Observation = Observation;

    const MARK: u8 = b'b';
    const POWER_OFF: Act = Act::PowerOff;
    const POWER_ON: Act = Act::PowerOn;

    fn bare() -> Self {
        let now = Instant(0);
        let opening = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 0, 0));
        let validators = (0..VALIDATORS).map(|place| {
            let settings = settings_of(place);
            let times = settings.reader_times();
            Bench::power_on(now, Memory::default(), settings, times)
        });
        let mut world = Self {
            now,
            civil: (now, opening.expect("a Friday morning")),
            power: Power::On,
            here: 0,
            vehicles: [Vehicle::new(1), Vehicle::new(2)],
            validators: validators.collect(),
            pending: [None; VALIDATORS],
            cards: Vec::new(),
            next_card: FIRST_CARD,
            shop: Shop::default(),
            hotlist: Vec::new(),
            habits: WORLD_SETTINGS.map(|setting| setting.default),
            ledger: Ledger::default(),
        };
        world.inform(&mut Vec::new());
        world
    }

    fn opening() -> Self {
        let mut world = Self::bare();
        world.fill_wallet().expect("the opening wallet is in order");
        world
    }

    fn now(&self) -> Instant {
        self.now
    }

    fn civil(&self) -> DateTime {
        self.civil_at(self.now)
    }

    fn setting(&self, place: usize) -> u32 {
        match place.checked_sub(VALIDATOR_SETTINGS.len()) {
            None => self.bench().settings().value(place + FACE_SETTINGS),
            Some(place) => self.habits[place],
        }
    }

    fn setting_bounds(&self, place: usize) -> (u32, u32) {
        match place.checked_sub(VALIDATOR_SETTINGS.len()) {
            None => self.bench().settings().bounds(place + FACE_SETTINGS),
            Some(place) => (WORLD_SETTINGS[place].min, WORLD_SETTINGS[place].max),
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        let devices = self.validators.iter().filter_map(Bench::wake_at).min();
        let taken = self.pending.iter().flatten().map(|pending| pending.took_at).min();
        let booted = match self.power {
            Power::Starting(until) => Some(until),
            Power::Off | Power::On => None,
        };
        earlier(booted, earlier(taken, devices))
    }

    fn next_visible_change(&self) -> Option<Instant> {
        let of_bus = &self.validators[self.bus() * FACES.len()..][..FACES.len()];
        let shown = of_bus.iter().filter_map(|bench| bench.device()?.next_visible_change(self.now)).min();
        // While a write is under way the card's bytes change; whoever keeps them looks often.
        let write = self.is_writing().then(|| self.now + WRITE_GLANCE);
        earlier(shown, write)
    }

    fn pass_to(&mut self, now: Instant, happenings: &mut Vec<Happening>) {
        while let Some(at) = self.wake_at().filter(|at| *at <= now) {
            self.step_to(at, happenings);
        }
        self.now = self.now.max(now);
    }

    fn act(&mut self, act: &Act, happenings: &mut Vec<Happening>) -> Result<Answer, Refusal> {
        match act {
            Act::Present(at, name) => self.present(*at, name, happenings)?,
            Act::Take(at) => self.take(*at, happenings)?,
            Act::Press(key) => self.push(Face::Keys, Event::Press(*key), happenings)?,
            Act::Release(key) => self.push(Face::Keys, Event::Release(*key), happenings)?,
            Act::Touch(spot) => self.push(Face::Touch, Event::Touch(*spot), happenings)?,
            Act::Lift => self.push(Face::Touch, Event::Lift, happenings)?,
            Act::Walk(number, face) => {
                let bus = usize::from(*number).wrapping_sub(1);
                if bus >= VEHICLES {
                    return Err(Refusal::NoSuchBus(*number));
                }
                self.here = place_of(bus, *face);
            }

            Act::NextStop => self.drive(happenings, |vehicle| match vehicle.stop() {
                None => Err(Refusal::NoRun),
                Some(_) => vehicle.next_stop().then_some(()).ok_or(Refusal::LastStop),
            })?,
            Act::EndRun => self.drive(happenings, |vehicle| vehicle.end_run().then_some(()).ok_or(Refusal::NoRun))?,
            Act::Depart => {
                self.drive(happenings, |vehicle| vehicle.depart().then_some(()).ok_or(Refusal::NoMoreRuns))?;
            }
            Act::Block(blocked) => {
                self.check_computer()?;
                for place in self.aboard() {
                    self.tell(place, validator::Bus::Block(*blocked), happenings);
                }
            }
            Act::PowerOff => self.power_off(happenings)?,
            Act::PowerOn => self.power_on(happenings)?,

            Act::Create(kind, name, balance) => self.create(*kind, name, *balance)?,
            Act::Rename(from, to) => {
                let card = self.find(from)?;
                self.check_name(to)?;
                to.clone_into(&mut self.cards[card].name);
            }
            Act::Discard(name) => self.do_away_with(name, Physical::Discarded)?,
            Act::Destroy(name) => self.do_away_with(name, Physical::Destroyed)?,
            Act::Lose(name) => self.do_away_with(name, Physical::Lost)?,

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
                self.rewrite(card, LogKind::Sale, CardBody { holder, ..body });
            }
            Act::SetDays(name, from, to) => self.set_days(name, *from, *to)?,
            Act::ReadOut(name) => return self.read_out(name, happenings).map(Answer::ReadOut),
            Act::Fetch(name) => self.fetch(name, happenings)?,
            Act::ReportLost(name) => self.report_lost(name, happenings)?,
            Act::ReportFound(name) => self.report_found(name, happenings)?,

            Act::OrderTopUp(name, amount) => self.order_top_up(name, *amount, happenings)?,
            Act::OrderPeriod(name, profile, from, days) => {
                if !PERIOD_DAYS.contains(days) || *from < self.today() {
                    return Err(Refusal::NoSuchPeriod);
                }
                let to = Date(from.0.saturating_add(days - 1));
                self.order(name, Goods::Period(period(*profile, *from, to)), happenings)?;
            }

            Act::Inspect(name) => return self.inspect(name).map(Answer::Control),

            Act::SetClock(civil) => {
                self.civil = (self.now, *civil);
                self.inform(happenings);
            }
            Act::Configure(place, value) => self.set_up(usize::from(*place), *value, happenings)?,
            Act::SetTariff(place) => {
                let profile = PROFILES.get(usize::from(*place));
                let profile = profile.ok_or(Refusal::NoSuchTariff)?;
                self.set_tariff(&profile.tariff(), happenings)?;
            }
            Act::SetSingle(kind, price) => {
                let mut tariff = self.bench().settings().tariff().clone();
                *price_of(&mut tariff.single, *kind) = *price;
                self.set_tariff(&tariff, happenings)?;
            }
            Act::SetBand(class, stops, kind, price) => {
                let mut tariff = self.bench().settings().tariff().clone();
                let class = tariff.classes.get_mut(usize::from(*class).wrapping_sub(1));
                let band = class.and_then(|class| class.bands.iter_mut().find(|band| band.stops_to == *stops));
                let band = band.ok_or(Refusal::NoSuchBand)?;
                *price_of(&mut band.fare, *kind) = *price;
                self.set_tariff(&tariff, happenings)?;
            }
        }
        Ok(Answer::Done)
    }

    fn lasting(&self) -> Lasting {
        let mut dark = self.clone();
        if dark.has_power() {
            dark.power_off(&mut Vec::new()).expect("the power is on");
        }
        Lasting {
            now: dark.now,
            had_power: self.has_power(),
            civil: dark.civil,
            here: u8::try_from(dark.here).expect("a handful of validators"),
            vehicles: dark.vehicles,
            validators: dark
                .validators
                .iter()
                .map(|bench| (bench.memory().clone(), bench.settings().clone()))
                .collect(),
            cards: dark.cards,
            next_card: dark.next_card,
            shop: dark.shop,
            hotlist: dark.hotlist,
            habits: dark.habits,
            ledger: dark.ledger,
        }
    }

    fn from_lasting(lasting: Lasting) -> Result<Self, String> {
        let Lasting { now, civil, here, vehicles, validators, cards, next_card, shop, hotlist, habits, .. } = lasting;
        if validators.len() != VALIDATORS || usize::from(here) >= VALIDATORS {
            return Err(format!("it has {} validators; these buses have {VALIDATORS}", validators.len()));
        }
        for (place, (_, settings)) in validators.iter().enumerate() {
            settings.check().map_err(|refused| refused.to_string())?;
            settings.tariff().check().map_err(|refused| refused.to_string())?;
            if settings.face() != face_of(place) || settings.system != OUR_CITY {
                return Err(format!("validator {} is of another kind", number_of(place)));
            }
        }
        for (vehicle, number) in vehicles.iter().zip(1..) {
            vehicle.check(number)?;
        }
        for (setting, value) in WORLD_SETTINGS.iter().zip(habits) {
            setting.admit(value, (setting.min, setting.max)).map_err(|refused| refused.to_string())?;
        }
        if hotlist.len() > HOTLIST_MAX {
            return Err("its list of lost cards is too long".to_owned());
        }
        let at = |index, position| cards.iter().filter(move |card| card.at == Whereabouts::At(index, position));
        if (0..VALIDATORS).any(|index| Validator::READERS.iter().any(|position| at(index, *position).count() > 1)) {
            return Err("two cards are at one reader".to_owned());
        }
        let is_nowhere = |card: &Card| match card.at {
            Whereabouts::Wallet => false,
            Whereabouts::At(index, position) => index >= VALIDATORS || Reader::try_from(position).is_err(),
        };
        if cards.iter().any(is_nowhere) {
            return Err("a card is at a validator that is not there".to_owned());
        }
        let bench = |(index, (memory, settings)): (usize, (Memory, Settings))| {
            let lying = Validator::READERS
                .iter()
                .filter_map(|position| Some((*position, at(index, *position).next()?.bytes.clone())));
            let times = settings.reader_times();
            Bench::without_power(memory, settings, times, lying)
        };
        let validators = validators.into_iter().enumerate().map(bench).collect();
        let world = Self {
            now,
            civil,
            power: Power::Off,
            here: usize::from(here),
            vehicles,
            validators,
            pending: [None; VALIDATORS],
            cards,
            next_card,
            shop,
            hotlist,
            habits,
            ledger: lasting.ledger,
        };
        world.check().map(|()| world)
    }

    fn check(&self) -> Result<(), String> {
        self.ledger.check()?;
        for card in self.cards.iter().filter(|card| card.is_ours) {
            // While it is being written a card may be ahead of the ledger, which follows as soon as it has all bytes.
            if self.pending.iter().flatten().any(|pending| pending.operation.card == card.id) {
                continue;
            }
            let body = match (card.physical, self.read(card)) {
                (Physical::Intact, Ok(image)) => image.body,
                (Physical::Intact, Err(damage)) => return Err(format!("{} is damaged: {damage}", card.name)),
                _ => CardBody::default(),
            };
            // I-03.
            let booked = self.ledger.balance(Account::Card(card.id));
            if booked != i64::from(body.purse.balance) {
                return Err(format!("{} holds {} grosze, the ledger says {booked}", card.name, body.purse.balance));
            }
            // I-32.
            if body.purse.balance > body.purse.max {
                return Err(format!("{} holds more than it may: {} grosze", card.name, body.purse.balance));
            }
            // I-30.
            let open = body.ride.filter(Ride::is_open).filter(|ride| ride.advance() > Grosz(0));
            let carried = open.map(|ride| (Account::Advance(card.id, ride.run), i64::from(ride.advance().0)));
            let held = self
                .ledger
                .accounts()
                .filter(|(account, held)| matches!(account, Account::Advance(id, _) if *id == card.id) && *held != 0);
            if !held.eq(carried) {
                return Err(format!("{} carries {carried:?}, which is not what the ledger says", card.name));
            }
        }
        Ok(())
    }

    fn is_writing(&self) -> bool {
        let is_writing = |bench: &Bench<Validator>| Validator::READERS.iter().any(|at| bench.reader(*at).is_writing());
        self.validators.iter().any(is_writing)
    }

    fn all_settings() -> impl Iterator<Item = &'static Setting> {
        VALIDATOR_SETTINGS.iter().chain(&WORLD_SETTINGS)
    }

    fn configure(place: u8, value: u32) -> Act {
        Act::Configure(place, value)
    }

    fn tariff(&self) -> String {
        let tariff = self.bench().settings().tariff();
        let name = Profile::of(tariff).map_or("a tariff of your own", |profile| profile.label);
        format!("{name}; single tickets {} zł and {} zł", tariff.single.normal, tariff.single.reduced)
    }

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> Observation {
        story::observe(session, mark)
    }
}

impl Bus {
    /// Whether the buses are switched on.
    pub fn has_power(&self) -> bool {
        self.power != Power::Off
    }

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

    /// The number of the validator in front of the person, from 1.
    pub fn here(&self) -> u16 {
        number_of(self.here)
    }

    /// Its type.
    pub fn face(&self) -> Face {
        face_of(self.here)
    }

    /// The validator in front of the person, with its card readers.
    pub fn bench(&self) -> &Bench<Validator> {
        &self.validators[self.here]
    }

    /// All validators, in order of their numbers.
    pub fn benches(&self) -> &[Bench<Validator>] {
        &self.validators
    }

    /// The cards that someone could still look at.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.physical != Physical::Discarded)
    }

    /// The card at a reader of the validator in front of the person.
    pub fn card_here(&self, reader: Reader) -> Option<&Card> {
        self.cards.iter().find(|card| card.at == Whereabouts::At(self.here, reader.position()))
    }

    /// What is on a card, wherever it is.
    ///
    /// # Errors
    /// The card's damage, where it cannot be read.
    pub fn read(&self, card: &Card) -> CardRead {
        self.bytes(card).read()
    }

    /// The card of this name, and its bytes.
    pub fn chip(&self, name: &str) -> Option<(&Card, CardBytes)> {
        let card = self.cards().find(|card| card.name == name)?;
        Some((card, self.bytes(card)))
    }

    /// The bytes of a card, wherever it is, as far as a write got.
    pub fn bytes(&self, card: &Card) -> CardBytes {
        match card.at {
            Whereabouts::Wallet => card.bytes.clone(),
            Whereabouts::At(place, at) => {
                self.validators[place].reader(at).bytes(self.now).unwrap_or_else(|| card.bytes.clone())
            }
        }
    }

    /// How a card stands.
    pub fn standing(&self, card: &Card) -> Standing {
        Standing::of(card.physical, &self.read(card), &self.hotlist, self.today())
    }

    /// What an inspector on this bus finds on a card.
    pub fn control(&self, card: &Card) -> Control {
        let standing = self.standing(card);
        let trip = self.vehicle().trip();
        let passenger = self.read(card).ok().map(|image| image.body);
        let passenger = passenger.filter(|body| body.environment.kind == CardKind::Passenger);
        let (verdict, tickets) = match (standing, passenger) {
            (Standing::Valid, Some(body)) => {
                let open = body.ride.filter(|ride| ride.is_open() && Some(ride.run) == trip.map(|trip| trip.run));
                let all_blocked = self.aboard().all(|place| self.validators[place].memory().blocked);
                let verdict = Verdict::of(&body, trip, self.today(), all_blocked);
                (verdict, open.as_ref().map_or((0, 0), inspector::tickets))
            }
            (Standing::Valid, None) => (Verdict::Nothing, (0, 0)),
            (standing, _) => (Verdict::NotUsable(standing), (0, 0)),
        };
        Control { name: card.name.clone(), id: card.id, verdict, tickets }
    }

    /// The web shop.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// The cards that were reported lost.
    pub fn hotlist(&self) -> &[CardId] {
        &self.hotlist
    }

    /// The ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// A card by its identity.
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    fn civil_at(&self, at: Instant) -> DateTime {
        self.civil.1.after(at.since(self.civil.0))
    }

    fn today(&self) -> Date {
        self.civil().date()
    }

    fn bus(&self) -> usize {
        self.here / FACES.len()
    }

    /// The places of the validators on this bus.
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

    /// Lives through everything that is due at `at`.
    fn step_to(&mut self, at: Instant, happenings: &mut Vec<Happening>) {
        self.now = self.now.max(at);
        for place in 0..VALIDATORS {
            self.run(place, happenings, |bench, watch| bench.wake(at, watch));
            if self.pending[place].is_some_and(|pending| pending.took_at <= at) {
                self.settle(place, happenings);
            }
        }
        if matches!(self.power, Power::Starting(until) if until <= at) {
            self.power = Power::On;
            self.inform(happenings);
        }
    }

    fn tell(&mut self, place: usize, word: validator::Bus, happenings: &mut Vec<Happening>) {
        self.hand_in(place, Event::Bus(word), happenings);
    }

    fn hand_in(&mut self, place: usize, event: Event, happenings: &mut Vec<Happening>) {
        let now = self.now;
        self.run(place, happenings, |bench, watch| bench.handle(now, event, watch));
    }

    /// Runs one validator, and notes what it says.
    fn run<T>(
        &mut self,
        place: usize,
        happenings: &mut Vec<Happening>,
        act: impl FnOnce(&mut Bench<Validator>, &mut Watch) -> T,
    ) -> T {
        let mut log = Vec::new();
        let outcome = act(&mut self.validators[place], &mut |at, device: &Validator, effects: &Effects<Record>| {
            let mut beeps = None;
            for effect in effects {
                match effect {
                    Effect::Log(record) => log.push((at, *record)),
                    Effect::Beep(pattern) => beeps = Some(*pattern),
                    Effect::Write(..) => {}
                }
            }
            if !effects.rules().is_empty() {
                let (screen, rules) = (device.screen(at).view.name(), effects.rules().to_vec());
                happenings.push(Happening { at, device: number_of(place), screen, rules, beeps });
            }
        });
        for (at, record) in log {
            self.note(place, at, record, happenings);
        }
        outcome
    }

    /// What a validator has logged.
    fn note(&mut self, place: usize, at: Instant, record: Record, happenings: &mut Vec<Happening>) {
        match record {
            Record::Began(operation) => {
                let took_at = at + self.validators[place].reader(FRONT).times().write;
                self.pending[place] = Some(Pending { operation, took_at });
            }
            Record::Confirmed(operation) => {
                self.settle(place, happenings);
                self.hear(operation.card, happenings);
            }
            Record::Checked { card } | Record::Repeated { card, .. } => self.hear(card, happenings),
            Record::Refused { card: Some(card), .. } => self.hear(card, happenings),
            // How that ended is known from the card's bytes, once it has left.
            Record::Unconfirmed(_) => {}
            Record::Refused { card: None, .. } | Record::Blocking { .. } => {}
        }
    }

    /// The ledger follows the card: as soon as its counter has reached the operation's, the operation has happened; and
    /// it never will once nobody writes the card any more.
    fn settle(&mut self, place: usize, happenings: &mut Vec<Happening>) {
        let Some(Pending { operation, .. }) = self.pending[place].take() else { return };
        let image = self.card(operation.card).and_then(|card| self.read(card).ok());
        if image.is_some_and(|image| image.body.counter >= operation.counter) {
            self.book(operation);
        }
        self.tell_orders(happenings);
    }

    /// Books an operation that a card has taken, as [`Operation`] says.
    fn book(&mut self, operation: Operation) {
        let Operation { card, run, movement, .. } = operation;
        let (purse, advance) = (Account::Card(card), Account::Advance(card, run));
        let amount = |amount: Grosz| i64::from(amount.0);
        if let Movement::Ticket { abandoned: Some(ended), .. } | Movement::Ride { abandoned: Some(ended), .. } =
            movement
        {
            let ended_ride = Account::Advance(card, ended.run);
            self.post(ended_ride, Account::Fares, amount(ended.advance), Cause::NoExit);
        }
        match movement {
            Movement::Ticket { price, .. } => self.post(purse, advance, amount(price), Cause::Entry),
            Movement::Ride { .. } | Movement::Orders { purse: None, .. } => {}
            Movement::Exit { refund, fare } => {
                self.post(advance, purse, amount(refund), Cause::Refund);
                self.post(advance, Account::Fares, amount(fare), Cause::Exit);
            }
            Movement::Orders { purse: Some((order, paid)), .. } => {
                self.post(Account::Order(order), purse, amount(paid), Cause::TopUp);
            }
        }
    }

    /// The bus computer passes on which orders a card says that it has taken; what it has does not wait any more.
    fn hear(&mut self, id: CardId, happenings: &mut Vec<Happening>) {
        let Some(body) = self.card(id).and_then(|card| self.read(card).ok()).map(|image| image.body) else { return };
        if self.shop.hear(id, body.purse.last_purse_order, body.purse.last_period_order) {
            self.tell_orders(happenings);
        }
    }

    fn post(&mut self, from: Account, to: Account, amount: i64, cause: Cause) {
        self.ledger.post(Posting { at: self.now, from, to, amount, cause, txn: None });
    }

    fn present(&mut self, reader: Reader, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let card = self.find_in_hand(name)?;
        match self.cards[card].physical {
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.to_owned())),
            Physical::Destroyed | Physical::Intact => {}
        }
        if !self.bench().reader(reader.position()).is_empty() {
            return Err(Refusal::ReaderOccupied(reader));
        }
        let bytes = self.cards[card].bytes.clone();
        self.cards[card].at = Whereabouts::At(self.here, reader.position());
        let now = self.now;
        let rejected =
            self.run(self.here, happenings, |bench, watch| bench.present(now, reader.position(), bytes, watch));
        assert!(rejected.is_ok(), "the reader was empty a moment ago");
        Ok(())
    }

    fn take(&mut self, reader: Reader, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let (here, now) = (self.here, self.now);
        let card = self.cards.iter().position(|card| card.at == Whereabouts::At(here, reader.position()));
        let card = card.ok_or(Refusal::ReaderEmpty(reader))?;
        let id = self.cards[card].id;
        let bytes = self.run(here, happenings, |bench, watch| bench.take(now, reader.position(), watch));
        let card = &mut self.cards[card];
        card.at = Whereabouts::Wallet;
        if let Some(bytes) = bytes {
            card.bytes = bytes;
        }
        if self.pending[here].is_some_and(|pending| pending.operation.card == id) {
            self.settle(here, happenings);
        }
        Ok(())
    }

    /// A key or a field of the validator in front of the person, if it has such a thing.
    fn push(&mut self, face: Face, event: Event, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if self.face() != face {
            return Err(if face == Face::Keys { Refusal::NoKeys } else { Refusal::NoTouch });
        }
        self.hand_in(self.here, event, happenings);
        Ok(())
    }

    /// The driver of this bus does something, of which its computer tells the validators.
    fn drive(
        &mut self,
        happenings: &mut Vec<Happening>,
        change: impl FnOnce(&mut Vehicle) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.check_computer()?;
        let bus = self.bus();
        change(&mut self.vehicles[bus])?;
        let trip = self.vehicles[bus].trip();
        for place in self.aboard() {
            self.tell(place, validator::Bus::Trip(trip), happenings);
        }
        // What has become too old meanwhile is not told any more.
        self.tell_orders(happenings);
        Ok(())
    }

    /// DK-34: whether the bus computers are on and still starting: until that is over they tell the validators nothing.
    pub fn is_starting(&self) -> bool {
        matches!(self.power, Power::Starting(_))
    }

    fn check_computer(&self) -> Result<(), Refusal> {
        match self.power {
            Power::Off => Err(Refusal::NoPower),
            Power::Starting(_) => Err(Refusal::Starting),
            Power::On => Ok(()),
        }
    }

    fn power_off(&mut self, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if self.power == Power::Off {
            return Err(Refusal::NoPower);
        }
        self.power = Power::Off;
        let now = self.now;
        for place in 0..VALIDATORS {
            self.run(place, happenings, |bench, watch| bench.lose_power(now, watch));
        }
        for card in 0..self.cards.len() {
            self.cards[card].bytes = self.bytes(&self.cards[card]);
        }
        for place in 0..VALIDATORS {
            self.settle(place, happenings);
        }
        Ok(())
    }

    fn power_on(&mut self, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if self.power != Power::Off {
            return Err(Refusal::PowerIsOn);
        }
        let (now, boot) = (self.now, Millis(self.habits[BOOT]));
        self.power = if boot == Millis(0) { Power::On } else { Power::Starting(now + boot) };
        for place in 0..VALIDATORS {
            self.run(place, happenings, |bench, watch| bench.regain_power(now, watch));
        }
        self.inform(happenings);
        Ok(())
    }

    /// DK-34: what the bus computers tell at power-on and at each change.
    fn inform(&mut self, happenings: &mut Vec<Happening>) {
        if self.power != Power::On {
            return;
        }
        let civil = self.civil();
        for place in 0..VALIDATORS {
            let trip = self.vehicles[place / FACES.len()].trip();
            self.tell(place, validator::Bus::CivilTime(civil), happenings);
            self.tell(place, validator::Bus::Trip(trip), happenings);
        }
        self.tell_hotlist(happenings);
        self.tell_orders(happenings);
    }

    fn tell_hotlist(&mut self, happenings: &mut Vec<Happening>) {
        if self.power != Power::On {
            return;
        }
        let hotlist: Hotlist = self.hotlist.iter().copied().collect();
        for place in 0..VALIDATORS {
            self.tell(place, validator::Bus::Hotlist(hotlist.clone()), happenings);
        }
    }

    fn tell_orders(&mut self, happenings: &mut Vec<Happening>) {
        if self.power != Power::On {
            return;
        }
        let orders = self.shop.for_buses(self.today());
        for place in 0..VALIDATORS {
            if self.validators[place].memory().orders != orders {
                self.tell(place, validator::Bus::Orders(orders.clone()), happenings);
            }
        }
    }

    fn create(&mut self, kind: Issue, name: &str, balance: Option<Grosz>) -> Result<(), Refusal> {
        self.check_name(name)?;
        if balance.is_some() && !kind.can_have_purse() {
            return Err(Refusal::NeverAPurse);
        }
        if balance.is_some_and(|balance| balance > PURSE_MAX) {
            return Err(Refusal::TooMuch);
        }
        let id = CardId(self.next_card);
        self.next_card += 1;
        let load_class = balance.map_or(0, |balance| self.bench().settings().tariff().class_of(balance));
        self.cards.push(Card {
            name: name.to_owned(),
            id,
            is_ours: kind.is_ours(),
            physical: Physical::Intact,
            at: Whereabouts::Wallet,
            bytes: wallet::issue(kind, id, balance, load_class, self.today()),
        });
        if let Some(balance) = balance.filter(|_| kind.is_ours()) {
            self.post(Account::Sold, Account::Card(id), i64::from(balance.0), Cause::Sale);
        }
        Ok(())
    }

    fn do_away_with(&mut self, name: &str, physical: Physical) -> Result<(), Refusal> {
        let card = self.find_in_hand(name)?;
        match self.cards[card].physical {
            Physical::Intact => {}
            Physical::Destroyed | Physical::Lost if physical == Physical::Discarded => {}
            Physical::Destroyed => return Err(Refusal::Destroyed(name.to_owned())),
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.to_owned())),
        }
        self.cards[card].physical = physical;
        if physical == Physical::Destroyed {
            self.cards[card].bytes = CardBytes::from_array([0; CARD_LEN]);
        }
        let id = self.cards[card].id;
        let purse = Account::Card(id);
        self.post(purse, Account::Lost, self.ledger.balance(purse), Cause::CardGone);
        // DK-33: nobody will register the exit.
        let is_ride = |account: &Account| matches!(account, Account::Advance(of, _) if *of == id);
        let open: Vec<_> = self.ledger.accounts().filter(|(account, _)| is_ride(account)).collect();
        for (ride, advance) in open {
            self.post(ride, Account::Fares, advance, Cause::NoExit);
        }
        Ok(())
    }

    fn load(&mut self, name: &str, amount: Grosz) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        if amount < TOP_UP_MIN {
            return Err(Refusal::TopUpTooSmall);
        }
        body.purse.balance = topped_up(name, &body, amount)?;
        body.purse.load_class = self.bench().settings().tariff().class_of(amount);
        self.rewrite(card, LogKind::Sale, body);
        self.post(Account::Sold, Account::Card(self.cards[card].id), i64::from(amount.0), Cause::Sale);
        Ok(())
    }

    fn sell_period(&mut self, name: &str, profile: FareKind, from: Date, to: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        if to < from {
            return Err(Refusal::DaysReversed);
        }
        self.add_period(name, &mut body, period(profile, from, to))?;
        self.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    /// A place that is empty, or whose ticket has ended.
    fn add_period(&self, name: &str, body: &mut CardBody, contract: Contract) -> Result<(), Refusal> {
        let today = self.today();
        let is_free = |place: &&mut Option<Contract>| place.is_none_or(|old| old.to < today);
        let place = body.contracts.iter_mut().find(is_free).ok_or_else(|| Refusal::NoRoom(name.to_owned()))?;
        *place = Some(contract);
        Ok(())
    }

    fn entitle(&mut self, name: &str, entitlement: Entitlement, until: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        if !body.holder.personalised {
            return Err(Refusal::NotPersonalised(name.to_owned()));
        }
        body.holder.concession = Some(entitlement.until(until));
        self.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    fn set_days(&mut self, name: &str, from: Date, to: Date) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        if to < from {
            return Err(Refusal::DaysReversed);
        }
        (body.environment.issue, body.environment.end) = (from, to);
        self.rewrite(card, LogKind::Sale, body);
        Ok(())
    }

    fn read_out(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<Readout, Refusal> {
        let (card, body) = self.counter_card(name)?;
        self.hear(body.environment.id, happenings);
        let orders = self.shop.waiting_for(body.environment.id).map(|waiting| waiting.order).collect();
        Ok(Readout::of(name, self.standing(&self.cards[card]), &body, orders))
    }

    /// What the validators do in the side pocket, by hand: also for what has become too old for the buses.
    fn fetch(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let (card, mut body) = self.counter_card(name)?;
        self.check_usable(card)?;
        self.hear(body.environment.id, happenings);
        let waiting: Vec<Waiting> = self.shop.waiting_for(body.environment.id).copied().collect();
        let mut postings = Vec::new();
        for Waiting { order: Order { id, goods, .. }, .. } in &waiting {
            match goods {
                Goods::Purse(amount) => {
                    body.purse.balance = topped_up(name, &body, *amount)?;
                    body.purse.load_class = self.bench().settings().tariff().class_of(*amount);
                    body.purse.last_purse_order = *id;
                    postings.push((*id, i64::from(amount.0)));
                }
                Goods::Period(contract) => {
                    self.add_period(name, &mut body, *contract)?;
                    body.purse.last_period_order = *id;
                }
            }
        }
        if waiting.is_empty() {
            return Err(Refusal::NoOrders(name.to_owned()));
        }
        self.rewrite(card, LogKind::Order, body);
        for (order, amount) in postings {
            self.post(Account::Order(order), Account::Card(self.cards[card].id), amount, Cause::TopUp);
        }
        self.hear(body.environment.id, happenings);
        Ok(())
    }

    fn report_lost(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let card = &self.cards[self.find(name)?];
        if !card.is_ours {
            return Err(Refusal::Foreign(name.to_owned()));
        }
        if self.hotlist.contains(&card.id) {
            return Err(Refusal::ReportedAlready(name.to_owned()));
        }
        if self.hotlist.len() == HOTLIST_MAX {
            return Err(Refusal::HotlistFull);
        }
        self.hotlist.push(card.id);
        self.tell_hotlist(happenings);
        Ok(())
    }

    fn report_found(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let id = self.cards[self.find(name)?].id;
        let place = self.hotlist.iter().position(|listed| *listed == id);
        self.hotlist.remove(place.ok_or_else(|| Refusal::NotReported(name.to_owned()))?);
        self.tell_hotlist(happenings);
        Ok(())
    }

    fn order_top_up(&mut self, name: &str, amount: Grosz, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if amount < TOP_UP_MIN {
            return Err(Refusal::TopUpTooSmall);
        }
        if amount > PURSE_MAX {
            return Err(Refusal::TooMuch);
        }
        self.order(name, Goods::Purse(amount), happenings)
    }

    /// An account belongs to a person; the card need not be at hand.
    fn order(&mut self, name: &str, goods: Goods, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let card = self.find(name)?;
        let body = self.passenger(card)?;
        self.check_usable(card)?;
        if !body.holder.personalised {
            return Err(Refusal::NotPersonalised(name.to_owned()));
        }
        if matches!(goods, Goods::Purse(_)) && !body.purse.present {
            return Err(Refusal::NoPurse(name.to_owned()));
        }
        let id = body.environment.id;
        if self.shop.has_one_waiting(id, goods) {
            return Err(Refusal::OrderWaits);
        }
        let order = self.shop.place(id, goods, self.today());
        if let Goods::Purse(amount) = goods {
            self.post(Account::Sold, Account::Order(order), i64::from(amount.0), Cause::Order);
        }
        self.tell_orders(happenings);
        Ok(())
    }

    fn inspect(&self, name: &str) -> Result<Control, Refusal> {
        let card = &self.cards[self.find_in_hand(name)?];
        match card.physical {
            Physical::Intact | Physical::Destroyed => Ok(self.control(card)),
            Physical::Lost | Physical::Discarded => Err(Refusal::Lost(name.to_owned())),
        }
    }

    fn set_up(&mut self, place: usize, value: u32, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if let Some(place) = place.checked_sub(VALIDATOR_SETTINGS.len()) {
            let setting = WORLD_SETTINGS.get(place);
            let setting = setting.ok_or(Refusal::NoSuchSetting)?;
            setting.admit(value, (setting.min, setting.max)).map_err(Refusal::BadSetting)?;
            self.habits[place] = value;
            return Ok(());
        }
        let changed = self.validators.iter().map(|bench| bench.settings().with(place + FACE_SETTINGS, value));
        let changed = changed.collect::<Result<Vec<_>, _>>().map_err(Refusal::BadSetting)?;
        self.apply(changed, happenings);
        Ok(())
    }

    /// DK-15: all validators ask the same.
    fn set_tariff(&mut self, tariff: &Tariff, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let changed = self.validators.iter().map(|bench| bench.settings().clone().with_tariff(tariff.clone()));
        let changed = changed.collect::<Result<Vec<_>, _>>();
        self.apply(changed.map_err(Refusal::BadTariff)?, happenings);
        Ok(())
    }

    fn apply(&mut self, settings: Vec<Settings>, happenings: &mut Vec<Happening>) {
        for (place, settings) in settings.into_iter().enumerate() {
            let times = settings.reader_times();
            if self.validators[place].device().is_some() {
                self.tell(place, validator::Bus::Configure(settings), happenings);
            } else {
                self.validators[place].configure_off(settings);
            }
            self.validators[place].set_reader_times(times);
        }
    }

    fn find(&self, name: &str) -> Result<usize, Refusal> {
        self.cards
            .iter()
            .position(|card| card.name == name && card.physical != Physical::Discarded)
            .ok_or_else(|| Refusal::NoSuchCard(name.to_owned()))
    }

    fn find_in_hand(&self, name: &str) -> Result<usize, Refusal> {
        let card = self.find(name)?;
        match self.cards[card].at {
            Whereabouts::Wallet => Ok(card),
            Whereabouts::At(..) => Err(Refusal::CardAtValidator(name.to_owned())),
        }
    }

    fn check_name(&self, name: &str) -> Result<(), Refusal> {
        if !is_name(name) {
            return Err(Refusal::BadName);
        }
        match self.find(name) {
            Ok(_) => Err(Refusal::NameTaken(name.to_owned())),
            Err(_) => Ok(()),
        }
    }

    /// A card that is handed over at the service point.
    fn counter_card(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        let card = self.find_in_hand(name)?;
        Ok((card, self.passenger(card)?))
    }

    /// What is on a passenger's card of this city.
    fn passenger(&self, card: usize) -> Result<CardBody, Refusal> {
        let name = &self.cards[card].name;
        match self.cards[card].physical {
            Physical::Intact => {}
            Physical::Destroyed => return Err(Refusal::Destroyed(name.clone())),
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.clone())),
        }
        let image = self.read(&self.cards[card]).map_err(|damage| Refusal::Unreadable(name.clone(), damage))?;
        let is_ours = image.body.environment.kind == CardKind::Passenger && self.cards[card].is_ours;
        is_ours.then_some(image.body).ok_or_else(|| Refusal::Foreign(name.clone()))
    }

    /// Nothing is sold for a card that cannot be used; one whose first day is to come can be.
    fn check_usable(&self, card: usize) -> Result<(), Refusal> {
        match self.standing(&self.cards[card]) {
            Standing::Valid | Standing::NotYetValid => Ok(()),
            standing => Err(Refusal::NotUsable(self.cards[card].name.clone(), standing)),
        }
    }

    /// The service point writes a card in hand: one change further.
    fn rewrite(&mut self, card: usize, kind: LogKind, mut body: CardBody) {
        let at = Some(self.civil());
        let card = &mut self.cards[card];
        let Ok(image) = card.bytes.read() else { return };
        let amount = i64::from(body.purse.balance) - i64::from(image.body.purse.balance);
        let amount = i32::try_from(amount).unwrap_or(i32::MAX);
        body.commit(LogEntry { counter: 0, at, device: 0, kind, amount, balance_after: 0, line: 0, stop: 0 });
        let slot = card.bytes.free_slot();
        let next: CardImage = image.followed_by(body);
        card.bytes.write(slot, &next, SLOT_LEN);
    }
}

type Watch<'a> = dyn FnMut(Instant, &Validator, &Effects<Record>) + 'a;

fn number_of(place: usize) -> u16 {
    u16::try_from(place + 1).expect("a handful of validators")
}

fn face_of(place: usize) -> Face {
    FACES[place % FACES.len()]
}

fn place_of(bus: usize, face: Face) -> usize {
    bus * FACES.len() + FACES.iter().position(|one| *one == face).expect("there are two faces")
}

/// The settings with which a validator comes from its maker.
fn settings_of(place: usize) -> Settings {
    let settings = Settings::new(OUR_CITY, number_of(place));
    let face = u32::from(face_of(place) == Face::Touch);
    settings.with(0, face).expect("the first setting is the type")
}

fn period(profile: FareKind, from: Date, to: Date) -> Contract {
    Contract { profile, from, to, scope: 0, priority: 0 }
}

/// What a purse holds with `amount` more: what an exit may still give back must fit, too.
fn topped_up(name: &str, body: &CardBody, amount: Grosz) -> Result<u32, Refusal> {
    if !body.purse.present {
        return Err(Refusal::NoPurse(name.to_owned()));
    }
    let advance = body.ride.filter(Ride::is_open).map_or(0, |ride| ride.advance().0);
    let balance = body.purse.balance.checked_add(amount.0);
    let fits = |balance: &u32| balance.checked_add(advance).is_some_and(|most| most <= body.purse.max);
    balance.filter(fits).ok_or(Refusal::TooMuch)
}

fn price_of(prices: &mut Prices, kind: FareKind) -> &mut Grosz {
    match kind {
        FareKind::Normal => &mut prices.normal,
        FareKind::Reduced => &mut prices.reduced,
    }
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
