//! The quay: two pedestals, the cards, the boats and the ledger. Acts and time go in.

pub mod account;
pub mod act;
pub mod desk;
pub mod marina;
pub mod step;
pub mod story;
pub mod wallet;
pub mod word;

use firmware_core::bench::Bench;
use firmware_core::card::{CARD_LEN, CardBody, CardBytes, CardId, CardRead, LogEntry, LogKind, SLOT_LEN};
use firmware_core::device::{Device, Effect, Effects};
use firmware_core::money::{MilliOre, Ore};
use firmware_core::pedestal::{
    Event, HOLDER, Journal, Memory, Office, Outcome, Pedestal, Record, SETTINGS, Settings, Socket, Transfer,
};
use firmware_core::reader::ReaderTimes;
use firmware_core::setting::{Setting, Source, Unit};
use firmware_core::time::{Date, DateTime, Instant, Millis, earlier};
use serde::{Deserialize, Serialize};

use self::account::{Account, Cause};
use self::act::{Act, Answer, Refusal};
use self::desk::{Readout, ReadoutLine};
use self::marina::{Boat, SOCKET_WATTS_MAX};
use self::story::Observation;
use self::wallet::{CARD_MAX, Issue, OUR_MARINA, Standing};
use crate::ledger::{self, Posting};
use crate::session::Session;
use crate::wallet::{Card, Physical, Whereabouts, is_name};
use crate::world::{Happening, WRITE_GLANCE, World};

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
    now: Instant,
    /// Civil time was this at that instant.
    civil: (Instant, DateTime),
    has_power: bool,
    /// The pedestal in front of the person, by its place.
    here: usize,
    pedestals: Vec<Bench<Pedestal>>,
    boats: Vec<[Boat; Socket::COUNT]>,
    cards: Vec<Card>,
    next_card: u32,
    habits: [u32; WORLD_SETTINGS.len()],
    ledger: Ledger,
}

/// What lasts while nothing has power: what a page keeps across a reload.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Lasting {
    now: Instant,
    had_power: bool,
    civil: (Instant, DateTime),
    here: u8,
    pedestals: Vec<(Memory, Settings)>,
    boats: Vec<[Boat; Socket::COUNT]>,
    cards: Vec<Card>,
    next_card: u32,
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

impl World for Quay {
    type Act = Act;
    type Answer = Answer;
    type Refusal = Refusal;
    type Lasting = Lasting;
    type Action = step::Action;
    type Expectation = step::Expectation;
    type Observation = Observation;

    const MARK: u8 = b'q';
    const POWER_OFF: Act = Act::PowerOff;
    const POWER_ON: Act = Act::PowerOn;

    fn bare() -> Self {
        let now = Instant(0);
        let opening = Date::from_civil(2026, 11, 20).and_then(|day| DateTime::new(day, 8, 0, 0));
        let civil = (now, opening.expect("a Friday morning"));
        let habits = WORLD_SETTINGS.map(|setting| setting.default);
        let pedestals = (1..=PEDESTALS)
            .map(|number| {
                let number = u16::try_from(number).expect("a handful");
                let settings = Settings::new(OUR_MARINA, number);
                let mut bench = Bench::power_on(now, Memory::default(), settings, times(&habits));
                bench.handle(now, Event::Office(Office::CivilTime(civil.1)), &mut |_, _, _| ());
                bench
            })
            .collect();
        Self {
            now,
            civil,
            has_power: true,
            here: 0,
            pedestals,
            boats: (0..PEDESTALS).map(|_| Default::default()).collect(),
            cards: Vec::new(),
            next_card: FIRST_CARD,
            habits,
            ledger: Ledger::default(),
        }
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

    fn now(&self) -> Instant {
        self.now
    }

    fn civil(&self) -> DateTime {
        self.civil_at(self.now)
    }

    fn setting(&self, place: usize) -> u32 {
        match place.checked_sub(SETTINGS.len()) {
            None => self.bench().settings().value(place),
            Some(place) => self.habits[place],
        }
    }

    fn setting_bounds(&self, place: usize) -> (u32, u32) {
        match place.checked_sub(SETTINGS.len()) {
            None => self.bench().settings().bounds(place),
            Some(place) => (WORLD_SETTINGS[place].min, WORLD_SETTINGS[place].max),
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        let devices = self.pedestals.iter().filter_map(Bench::wake_at).min();
        earlier(devices, self.next_watt_hour())
    }

    fn next_visible_change(&self) -> Option<Instant> {
        let device = self.bench().device()?;
        // While a write is under way the card's bytes change; whoever keeps them looks often.
        let write = self.is_writing().then(|| self.now + WRITE_GLANCE);
        earlier(device.next_visible_change(self.now), write)
    }

    fn pass_to(&mut self, now: Instant, happenings: &mut Vec<Happening>) {
        while let Some(at) = self.wake_at().filter(|at| *at <= now) {
            self.step_to(at, happenings);
        }
        self.draw_until(now, happenings);
        self.now = self.now.max(now);
    }

    fn act(&mut self, act: &Act, happenings: &mut Vec<Happening>) -> Result<Answer, Refusal> {
        match act {
            Act::Present(name) => self.present(name, happenings)?,
            Act::Take => self.take(happenings)?,
            Act::Press(key) => self.tell(self.here, Event::Press(*key), happenings),
            Act::Release(key) => self.tell(self.here, Event::Release(*key), happenings),
            Act::Walk(number) => {
                let place = usize::from(*number).wrapping_sub(1);
                if place >= PEDESTALS {
                    return Err(Refusal::NoSuchPedestal(*number));
                }
                self.here = place;
            }
            Act::PowerOff => self.power_off(happenings)?,
            Act::PowerOn => self.power_on(happenings)?,
            Act::Plug(socket) => self.plug(*socket, true)?,
            Act::Unplug(socket) => self.plug(*socket, false)?,
            Act::Switch(socket, appliance, on) => {
                let boat = &mut self.boats[self.here][socket.index()];
                let watts = boat.watts_aboard() + appliance.watts();
                if *on && !boat.is_on(*appliance) && watts > SOCKET_WATTS_MAX {
                    return Err(Refusal::TooMuchPower(*socket, watts));
                }
                boat.switch(*appliance, *on);
            }
            Act::Create(kind, name, balance) => self.create(*kind, name, *balance)?,
            Act::Rename(from, to) => {
                let place = self.find(from)?;
                self.check_name(to)?;
                to.clone_into(&mut self.cards[place].name);
            }
            Act::Discard(name) => self.do_away_with(name, Physical::Discarded)?,
            Act::Destroy(name) => self.do_away_with(name, Physical::Destroyed)?,
            Act::Lose(name) => self.do_away_with(name, Physical::Lost)?,
            Act::Load(name, amount) => self.load(name, *amount)?,
            Act::PayOut(name) => self.pay_out(name)?,
            Act::ReadOut(name) => return self.read_out(name, happenings).map(Answer::ReadOut),
            Act::Reset(name) => self.reset(name, happenings)?,
            Act::WriteOff(name) => self.write_off(name, happenings)?,
            Act::ReleaseSocket(socket) => self.release_socket(*socket, happenings)?,
            Act::SetClock(civil) => {
                self.civil = (self.now, *civil);
                self.tell_civil_time(happenings);
            }
            Act::Configure(place, value) => self.set_up(usize::from(*place), *value, happenings)?,
        }
        Ok(Answer::Done)
    }

    fn lasting(&self) -> Lasting {
        let mut dark = self.clone();
        if dark.has_power {
            dark.power_off(&mut Vec::new()).expect("the power is on");
        }
        Lasting {
            now: dark.now,
            had_power: self.has_power,
            civil: dark.civil,
            here: u8::try_from(dark.here).expect("a handful of pedestals"),
            pedestals: dark.pedestals.iter().map(|bench| (bench.memory().clone(), bench.settings().clone())).collect(),
            boats: dark.boats,
            cards: dark.cards,
            next_card: dark.next_card,
            habits: dark.habits,
            ledger: dark.ledger,
        }
    }

    fn from_lasting(lasting: Lasting) -> Result<Self, String> {
        let Lasting { now, had_power: _, civil, here, pedestals, boats, cards, next_card, habits, ledger } = lasting;
        if pedestals.len() != PEDESTALS || boats.len() != PEDESTALS || usize::from(here) >= PEDESTALS {
            return Err(format!("it has {} pedestals; this quay has {PEDESTALS}", pedestals.len()));
        }
        for (_, settings) in &pedestals {
            settings.check().map_err(|refused| refused.to_string())?;
        }
        for (setting, value) in WORLD_SETTINGS.iter().zip(habits) {
            setting.admit(value, (setting.min, setting.max)).map_err(|refused| refused.to_string())?;
        }
        let in_holder = |index: usize| cards.iter().filter(move |card| card.at == Whereabouts::At(index, HOLDER));
        if (0..PEDESTALS).any(|index| in_holder(index).count() > 1) {
            return Err("two cards lie in one holder".to_owned());
        }
        if cards.iter().any(|card| matches!(card.at, Whereabouts::At(index, _) if index >= PEDESTALS)) {
            return Err("a card lies in the holder of a pedestal that is not there".to_owned());
        }
        let pedestals = pedestals
            .into_iter()
            .enumerate()
            .map(|(index, (memory, settings))| {
                let card = in_holder(index).next().map(|card| card.bytes.clone());
                Bench::without_power(memory, settings, times(&habits), card.map(|card| (HOLDER, card)))
            })
            .collect();
        let world = Self {
            now,
            civil,
            has_power: false,
            here: usize::from(here),
            pedestals,
            boats,
            cards,
            next_card,
            habits,
            ledger,
        };
        world.check().map(|()| world)
    }

    fn check(&self) -> Result<(), String> {
        self.ledger.check()?;
        for card in self.cards.iter().filter(|card| card.is_ours) {
            let booked = self.ledger.balance(Account::Card(card.id)) + self.ledger.balance(Account::Frozen(card.id));
            let held = match (card.physical, self.read(card)) {
                (Physical::Intact, Ok(image)) => i64::from(image.body.purse.balance) * 1000,
                (Physical::Intact, Err(damage)) => return Err(format!("{} is damaged: {damage}", card.name)),
                _ => 0,
            };
            // While its last write is under way a card may be ahead of the ledger, by exactly what moves.
            let ahead = self.moving(card).map(|journal| moved(journal.transfer));
            if booked != held && ahead.is_none_or(|ahead| booked + ahead != held) {
                return Err(format!("{} holds {held} milli-øre, the ledger says {booked}", card.name));
            }
        }
        for (place, bench) in self.pedestals.iter().enumerate() {
            let number = number_of(place);
            for socket in Socket::ALL {
                let memory = bench.memory().socket(socket);
                let credit = bench.device().map_or(memory.credit, |device| device.credit(socket));
                let on_socket = milli(credit);
                let booked = self.ledger.balance(Account::Socket(number, socket));
                let in_suspense = self.ledger.balance(Account::Suspense(number, socket));
                let expected = match memory.record {
                    Some(record) => {
                        let gone = self.card(record.card).is_none_or(|card| card.physical != Physical::Intact);
                        let took = self.took(record.card, record.counter_before);
                        match record.transfer {
                            Transfer::Load(amount) if gone || took => Some(milli(amount.into())),
                            Transfer::Return(amount) if gone || !took => Some(milli(amount)),
                            Transfer::Load(_) | Transfer::Return(_) => Some(0),
                        }
                    }
                    None => Some(0),
                };
                let is_finishing = bench.device().is_some_and(Pedestal::is_finishing);
                let in_flight = is_finishing && bench.memory().journal.is_some_and(|journal| journal.socket == socket);
                let gone_in_record = memory
                    .record
                    .is_some_and(|record| self.card(record.card).is_none_or(|card| card.physical != Physical::Intact));
                if !in_flight && booked != on_socket {
                    return Err(format!(
                        "socket {number}.{} holds {on_socket} milli-øre, the ledger says {booked}",
                        socket.number()
                    ));
                }
                if !in_flight && !gone_in_record && expected != Some(in_suspense) {
                    return Err(format!(
                        "{in_suspense} milli-øre are in suspense for socket {number}.{}, not {expected:?}",
                        socket.number()
                    ));
                }
            }
        }
        Ok(())
    }

    fn is_writing(&self) -> bool {
        self.pedestals.iter().any(|bench| bench.holder().is_writing())
    }

    fn all_settings() -> impl Iterator<Item = &'static Setting> {
        SETTINGS.iter().chain(&WORLD_SETTINGS)
    }

    fn configure(place: u8, value: u32) -> Act {
        Act::Configure(place, value)
    }

    fn tariff(&self) -> String {
        let settings = self.bench().settings();
        format!("{} øre per kWh, {} øre a press", settings.price().0, settings.step().0)
    }

    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> Observation {
        story::observe(session, mark)
    }
}

impl Quay {
    /// Whether the mains are on.
    pub fn has_power(&self) -> bool {
        self.has_power
    }

    /// The number of the pedestal in front of the person.
    pub fn here(&self) -> u16 {
        number_of(self.here)
    }

    /// The pedestal in front of the person, with its card reader.
    pub fn bench(&self) -> &Bench<Pedestal> {
        &self.pedestals[self.here]
    }

    /// All pedestals, in order of their numbers.
    pub fn benches(&self) -> &[Bench<Pedestal>] {
        &self.pedestals
    }

    /// The boats at the pedestal in front of the person.
    pub fn boats(&self) -> &[Boat; Socket::COUNT] {
        &self.boats[self.here]
    }

    /// Whether a socket of the pedestal in front of the person is live.
    pub fn is_live(&self, socket: Socket) -> bool {
        self.bench().device().is_some_and(|device| device.is_on(socket))
    }

    /// The cards that someone could still look at.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.physical != Physical::Discarded)
    }

    /// The card that lies in the holder of the pedestal in front of the person.
    pub fn card_here(&self) -> Option<&Card> {
        self.cards.iter().find(|card| card.at == Whereabouts::At(self.here, HOLDER))
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
            Whereabouts::At(place, _) => {
                self.pedestals[place].holder().bytes(self.now).unwrap_or_else(|| card.bytes.clone())
            }
        }
    }

    /// How a card stands.
    pub fn standing(&self, card: &Card) -> Standing {
        Standing::of(card.physical, &self.read(card))
    }

    /// The ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// A card by its identity.
    pub fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id && card.is_ours)
    }

    fn civil_at(&self, at: Instant) -> DateTime {
        self.civil.1.after(at.since(self.civil.0))
    }

    /// The open journal of an update whose last write is on its way to this card.
    fn moving(&self, card: &Card) -> Option<Journal> {
        let Whereabouts::At(place, _) = card.at else { return None };
        let bench = &self.pedestals[place];
        bench.device().filter(|device| device.is_finishing()).and_then(|device| device.memory().journal)
    }

    /// Whether a card went on without its mark after the update that began at `counter_before`.
    fn took(&self, id: CardId, counter_before: u32) -> bool {
        self.card(id).and_then(|card| self.read(card).ok()).is_some_and(|image| image.body.counter > counter_before)
    }

    fn next_watt_hour(&self) -> Option<Instant> {
        let draws = |(bench, boats): (&Bench<Pedestal>, &[Boat; Socket::COUNT])| {
            let device = bench.device()?;
            let live = Socket::ALL.into_iter().filter(|socket| device.is_on(*socket));
            live.filter_map(|socket| boats[socket.index()].next_watt_hour(self.now)).min()
        };
        self.pedestals.iter().zip(&self.boats).filter_map(draws).min()
    }

    /// Boats draw up to `at`; what that completes is metered there.
    fn draw_until(&mut self, at: Instant, happenings: &mut Vec<Happening>) {
        let length = at.since(self.now);
        self.now = self.now.max(at);
        for place in 0..PEDESTALS {
            for socket in Socket::ALL {
                let live = self.pedestals[place].device().is_some_and(|device| device.is_on(socket));
                if live {
                    for _ in 0..self.boats[place][socket.index()].draw(length) {
                        self.tell(place, Event::Metered(socket), happenings);
                    }
                }
            }
        }
    }

    fn step_to(&mut self, at: Instant, happenings: &mut Vec<Happening>) {
        self.draw_until(at, happenings);
        for place in 0..PEDESTALS {
            self.run(place, happenings, |bench, watch| bench.wake(at, watch));
        }
    }

    fn tell(&mut self, place: usize, event: Event, happenings: &mut Vec<Happening>) {
        let now = self.now;
        self.run(place, happenings, |bench, watch| bench.handle(now, event, watch));
    }

    /// Runs one pedestal and books what it logs.
    fn run<T>(
        &mut self,
        place: usize,
        happenings: &mut Vec<Happening>,
        act: impl FnOnce(&mut Bench<Pedestal>, &mut Watch) -> T,
    ) -> T {
        let mut log = Vec::new();
        let outcome = act(&mut self.pedestals[place], &mut |at, device: &Pedestal, effects: &Effects<Record>| {
            log.extend(effects.iter().filter_map(|effect| match effect {
                Effect::Log(record) => Some((at, *record)),
                Effect::Write(..) | Effect::Beep(_) => None,
            }));
            if !effects.rules().is_empty() {
                let screen = device.screen(at).view.name();
                let (device, rules) = (number_of(place), effects.rules().to_vec());
                happenings.push(Happening { at, device, screen, rules, beeps: None });
            }
        });
        for (at, record) in log {
            self.book(place, at, record);
        }
        outcome
    }

    fn present(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let card = self.find_in_hand(name)?;
        match self.cards[card].physical {
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.to_owned())),
            Physical::Destroyed | Physical::Intact => {}
        }
        if !self.bench().holder().is_empty() {
            return Err(Refusal::HolderTaken);
        }
        let bytes = self.cards[card].bytes.clone();
        self.cards[card].at = Whereabouts::At(self.here, HOLDER);
        let now = self.now;
        let rejected = self.run(self.here, happenings, |bench, watch| bench.present(now, HOLDER, bytes, watch));
        assert!(rejected.is_ok(), "the holder was empty a moment ago");
        Ok(())
    }

    fn take(&mut self, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let (here, now) = (self.here, self.now);
        let card = self.cards.iter().position(|card| card.at == Whereabouts::At(here, HOLDER));
        let card = card.ok_or(Refusal::HolderEmpty)?;
        let journal = self.pedestals[here].memory().journal;
        let bytes = self.run(here, happenings, |bench, watch| bench.take(now, HOLDER, watch));
        let card = &mut self.cards[card];
        card.at = Whereabouts::Wallet;
        if let Some(bytes) = bytes {
            card.bytes = bytes;
        }
        self.book_interruption(here, journal);
        Ok(())
    }

    fn power_off(&mut self, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if !self.has_power {
            return Err(Refusal::NoPower);
        }
        self.has_power = false;
        let now = self.now;
        for place in 0..PEDESTALS {
            self.run(place, happenings, |bench, watch| bench.lose_power(now, watch));
            let journal = self.pedestals[place].memory().journal;
            self.book_interruption(place, journal);
            // DP-33: what the meter had not written to memory yet is back on the socket.
            for socket in Socket::ALL {
                let number = number_of(place);
                let kept = milli(self.pedestals[place].memory().socket(socket).credit);
                let account = Account::Socket(number, socket);
                let given_back = kept - self.ledger.balance(account);
                self.post(Account::Consumed, account, given_back, Cause::GivenBack, None);
            }
        }
        for place in 0..self.cards.len() {
            self.cards[place].bytes = self.bytes(&self.cards[place]);
        }
        Ok(())
    }

    fn power_on(&mut self, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if self.has_power {
            return Err(Refusal::PowerIsOn);
        }
        self.has_power = true;
        let now = self.now;
        for place in 0..PEDESTALS {
            self.run(place, happenings, |bench, watch| bench.regain_power(now, watch));
        }
        self.tell_civil_time(happenings);
        Ok(())
    }

    /// DK-34: civil time comes from the marina office, at power-on and at each change.
    fn tell_civil_time(&mut self, happenings: &mut Vec<Happening>) {
        let civil = self.civil();
        for place in 0..PEDESTALS {
            self.tell(place, Event::Office(Office::CivilTime(civil)), happenings);
        }
    }

    fn plug(&mut self, socket: Socket, plugged: bool) -> Result<(), Refusal> {
        let boat = &mut self.boats[self.here][socket.index()];
        if boat.plugged == plugged {
            return Err(Refusal::PlugAsItIs(socket));
        }
        boat.plugged = plugged;
        Ok(())
    }

    fn create(&mut self, kind: Issue, name: &str, balance: Ore) -> Result<(), Refusal> {
        self.check_name(name)?;
        if kind == Issue::User {
            // DP-19: a card of this marina is sold at the desk.
            self.check_desk_hours()?;
        }
        if balance > CARD_MAX {
            return Err(Refusal::BadAmount(balance));
        }
        let id = CardId(self.next_card);
        self.next_card += 1;
        self.cards.push(Card {
            name: name.to_owned(),
            id,
            is_ours: kind.is_ours(),
            physical: Physical::Intact,
            at: Whereabouts::Wallet,
            bytes: wallet::issue(kind, id, balance, self.civil().date()),
        });
        if kind.is_ours() {
            self.post(Account::Sold, Account::Card(id), milli(balance.into()), Cause::Sale, None);
        }
        if kind == Issue::Spoilt {
            self.post(Account::Card(id), Account::Frozen(id), milli(balance.into()), Cause::Tear, None);
        }
        Ok(())
    }

    fn do_away_with(&mut self, name: &str, physical: Physical) -> Result<(), Refusal> {
        let place = self.find_in_hand(name)?;
        match self.cards[place].physical {
            Physical::Intact => {}
            Physical::Destroyed if physical == Physical::Discarded => {}
            Physical::Lost if physical == Physical::Discarded => {}
            Physical::Destroyed => return Err(Refusal::Destroyed(name.to_owned())),
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.to_owned())),
        }
        self.cards[place].physical = physical;
        if physical == Physical::Destroyed {
            // P-01: a hole goes through antenna or chip; nothing can read it any more.
            self.cards[place].bytes = CardBytes::from_array([0; CARD_LEN]);
        }
        let id = self.cards[place].id;
        for account in [Account::Card(id), Account::Frozen(id)] {
            self.post(account, Account::Lost, self.ledger.balance(account), Cause::CardGone, None);
        }
        Ok(())
    }

    fn load(&mut self, name: &str, amount: Ore) -> Result<(), Refusal> {
        let (place, body) = self.desk_card(name)?;
        if body.update.is_some() {
            return Err(Refusal::MustBeReset(name.to_owned()));
        }
        let balance = Ore(body.purse.balance).checked_add(amount).filter(|balance| *balance <= CARD_MAX);
        let balance = balance.filter(|_| amount.0 > 0).ok_or(Refusal::BadAmount(amount))?;
        self.rewrite(place, LogKind::Sale, balance);
        let id = self.cards[place].id;
        self.post(Account::Sold, Account::Card(id), milli(amount.into()), Cause::Sale, None);
        Ok(())
    }

    fn pay_out(&mut self, name: &str) -> Result<(), Refusal> {
        let (place, body) = self.desk_card(name)?;
        if body.update.is_some() {
            return Err(Refusal::MustBeReset(name.to_owned()));
        }
        if body.purse.balance == 0 {
            return Err(Refusal::NothingToPayOut(name.to_owned()));
        }
        self.rewrite(place, LogKind::PayOut, Ore(0));
        let account = Account::Card(self.cards[place].id);
        self.post(account, Account::CashOut, self.ledger.balance(account), Cause::PayOut, None);
        Ok(())
    }

    fn read_out(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<Readout, Refusal> {
        let (place, body) = self.desk_card_of_any_standing(name)?;
        let id = self.cards[place].id;
        // DP-31: the desk sees both the card and the pedestals' records.
        let mut settled = Vec::new();
        for (at, socket) in self.records_of(id) {
            let counter_before = self.pedestals[at].memory().socket(socket).record.map(|record| record.counter_before);
            let reachable = self.pedestals[at].device().is_some_and(|device| !device.is_recovering());
            if reachable && body.update.is_none() && counter_before.is_some_and(|before| body.counter > before) {
                self.tell(at, Event::Office(Office::CloseRecord(socket, Outcome::Done)), happenings);
                settled.push((number_of(at), socket.number()));
            }
        }
        let log = body.operations().map(ReadoutLine::from).collect();
        let mut sockets = Vec::new();
        for (at, bench) in self.pedestals.iter().enumerate() {
            for socket in Socket::ALL {
                let memory = bench.memory().socket(socket);
                let credit = bench.device().map_or(memory.credit, |device| device.credit(socket));
                if memory.owner == Some(id) && credit > MilliOre::ZERO {
                    sockets.push((number_of(at), socket.number(), credit.split().0));
                }
            }
        }
        Ok(Readout {
            name: name.to_owned(),
            id,
            standing: self.standing(&self.cards[place]),
            balance: Ore(body.purse.balance),
            counter: body.counter,
            mark: body.update,
            sockets,
            settled,
            log,
        })
    }

    /// P-21: "for å resettes med verdien som var ved avbruddet". DP-31: mark and record are closed together.
    fn reset(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        let (place, body) = self.desk_card(name)?;
        let mark = body.update.ok_or_else(|| Refusal::NothingToReset(name.to_owned()))?;
        let id = self.cards[place].id;
        let at = usize::from(mark.pedestal).wrapping_sub(1);
        let bench = self.pedestals.get(at).ok_or(Refusal::Unreachable(mark.pedestal))?;
        if bench.device().is_none() {
            return Err(Refusal::Unreachable(mark.pedestal));
        }
        if bench.memory().journal.is_some_and(|journal| journal.card == id) {
            self.tell(at, Event::Office(Office::CloseJournal(id)), happenings);
        }
        for socket in Socket::ALL {
            let record = self.pedestals[at].memory().socket(socket).record;
            if record.is_some_and(|record| record.card == id && record.txn == mark.txn) {
                self.tell(at, Event::Office(Office::CloseRecord(socket, Outcome::NotDone)), happenings);
            }
        }
        self.rewrite(place, LogKind::Reset, Ore(mark.value));
        let (frozen, card) = (Account::Frozen(id), Account::Card(id));
        self.post(frozen, card, self.ledger.balance(frozen), Cause::Reset, Some(mark.txn));
        let forfeited = self.ledger.balance(card) - milli(Ore(mark.value).into());
        self.post(card, Account::Lost, forfeited, Cause::Forfeit, Some(mark.txn));
        Ok(())
    }

    fn write_off(&mut self, name: &str, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        self.check_desk_hours()?;
        let place = self.find_in_hand(name)?;
        let Card { id, physical, .. } = self.cards[place];
        if physical == Physical::Intact {
            return Err(Refusal::NotGone(name.to_owned()));
        }
        let records = self.records_of(id);
        let waiting = (0..PEDESTALS)
            .filter(|at| self.pedestals[*at].memory().journal.is_some_and(|journal| journal.card == id))
            .collect::<Vec<_>>();
        if records.is_empty() && waiting.is_empty() {
            return Err(Refusal::NothingToWriteOff(name.to_owned()));
        }
        let involved = records.iter().map(|(at, _)| *at).chain(waiting.iter().copied());
        if let Some(at) = involved.into_iter().find(|at| self.pedestals[*at].device().is_none()) {
            return Err(Refusal::Unreachable(number_of(at)));
        }
        for at in waiting {
            self.tell(at, Event::Office(Office::CloseJournal(id)), happenings);
        }
        for (at, socket) in records {
            self.tell(at, Event::Office(Office::CloseRecord(socket, Outcome::WrittenOff)), happenings);
        }
        Ok(())
    }

    fn release_socket(&mut self, socket: Socket, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        self.check_desk_hours()?;
        let memory = self.bench().memory().socket(socket);
        let owner = memory.owner.and_then(|owner| self.card(owner));
        let is_orphaned = owner.is_some_and(|owner| owner.physical != Physical::Intact);
        if !is_orphaned || memory.credit == MilliOre::ZERO {
            return Err(Refusal::NothingToRelease(socket));
        }
        if self.bench().device().is_none() {
            return Err(Refusal::Unreachable(self.here()));
        }
        if self.bench().memory().journal.is_some_and(|journal| journal.socket == socket) {
            return Err(Refusal::UpdateOpen(socket));
        }
        self.tell(self.here, Event::Office(Office::Release(socket)), happenings);
        Ok(())
    }

    fn set_up(&mut self, place: usize, value: u32, happenings: &mut Vec<Happening>) -> Result<(), Refusal> {
        if let Some(place) = place.checked_sub(SETTINGS.len()) {
            let setting = WORLD_SETTINGS.get(place);
            let setting = setting.ok_or(Refusal::NoSuchSetting)?;
            setting.admit(value, (setting.min, setting.max)).map_err(Refusal::BadSetting)?;
            self.habits[place] = value;
            let times = times(&self.habits);
            for bench in &mut self.pedestals {
                bench.set_reader_times(times);
            }
            return Ok(());
        }
        for at in 0..PEDESTALS {
            let settings = self.pedestals[at].settings().with(place, value).map_err(Refusal::BadSetting)?;
            if self.pedestals[at].device().is_some() {
                self.tell(at, Event::Office(Office::Configure(settings)), happenings);
            } else {
                self.pedestals[at].configure_off(settings);
            }
        }
        Ok(())
    }

    fn find(&self, name: &str) -> Result<usize, Refusal> {
        self.cards
            .iter()
            .position(|card| card.name == name && card.physical != Physical::Discarded)
            .ok_or_else(|| Refusal::NoSuchCard(name.to_owned()))
    }

    fn find_in_hand(&self, name: &str) -> Result<usize, Refusal> {
        let place = self.find(name)?;
        match self.cards[place].at {
            Whereabouts::Wallet => Ok(place),
            Whereabouts::At(..) => Err(Refusal::CardInHolder(name.to_owned())),
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

    fn check_desk_hours(&self) -> Result<(), Refusal> {
        if self.habits[ENFORCE_HOURS] == 1 && !desk::is_open(self.civil()) {
            return Err(Refusal::DeskClosed);
        }
        Ok(())
    }

    /// A card that is handed over at the desk and can be dealt with there.
    fn desk_card(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        let (place, body) = self.desk_card_of_any_standing(name)?;
        match self.standing(&self.cards[place]) {
            Standing::Foreign => Err(Refusal::Foreign(name.to_owned())),
            Standing::Blocked => Err(Refusal::Blocked(name.to_owned())),
            _ => Ok((place, body)),
        }
    }

    fn desk_card_of_any_standing(&self, name: &str) -> Result<(usize, CardBody), Refusal> {
        self.check_desk_hours()?;
        let place = self.find_in_hand(name)?;
        match self.cards[place].physical {
            Physical::Intact => {}
            Physical::Destroyed => return Err(Refusal::Destroyed(name.to_owned())),
            Physical::Lost | Physical::Discarded => return Err(Refusal::Lost(name.to_owned())),
        }
        let image = self.read(&self.cards[place]).map_err(|damage| Refusal::Unreadable(name.to_owned(), damage))?;
        Ok((place, image.body))
    }

    fn records_of(&self, id: CardId) -> Vec<(usize, Socket)> {
        let mut records = Vec::new();
        for (at, bench) in self.pedestals.iter().enumerate() {
            for socket in Socket::ALL {
                if bench.memory().socket(socket).record.is_some_and(|record| record.card == id) {
                    records.push((at, socket));
                }
            }
        }
        records
    }

    /// The desk writes a card: without a mark, with this balance, one change further.
    fn rewrite(&mut self, place: usize, kind: LogKind, balance: Ore) {
        let at = Some(self.civil());
        let card = &mut self.cards[place];
        let Ok(image) = card.bytes.read() else { return };
        let mut body = CardBody { update: None, ..image.body };
        let amount = i64::from(balance.0) - i64::from(body.purse.balance);
        body.purse.balance = balance.0;
        let amount = i32::try_from(amount).unwrap_or(i32::MAX);
        body.commit(LogEntry { counter: 0, at, device: 0, kind, amount, balance_after: 0, line: 0, stop: 0 });
        let slot = card.bytes.free_slot();
        card.bytes.write(slot, &image.followed_by(body), SLOT_LEN);
    }

    fn post(&mut self, from: Account, to: Account, amount: i64, cause: Cause, txn: Option<u32>) {
        self.ledger.post(Posting { at: self.now, from, to, amount, cause, txn });
    }

    /// Books what a pedestal has logged.
    fn book(&mut self, place: usize, at: Instant, record: Record) {
        let number = number_of(place);
        match record {
            Record::Loaded { txn, card, socket, amount } => {
                self.thaw(card, txn);
                let (from, to) = (Account::Card(card), Account::Socket(number, socket));
                self.post(from, to, milli(amount.into()), Cause::Load, Some(txn));
            }
            Record::Returned { txn, card, socket, amount, rounding } => {
                self.thaw(card, txn);
                let suspense = Account::Suspense(number, socket);
                let in_suspense = self.ledger.balance(suspense) > 0;
                let from = if in_suspense { suspense } else { Account::Socket(number, socket) };
                self.post(from, Account::Card(card), milli(amount.into()), Cause::Return, Some(txn));
                self.post(from, Account::Rounding, milli(rounding), Cause::Return, Some(txn));
            }
            Record::Settled { txn, socket, outcome, .. } => {
                let suspense = Account::Suspense(number, socket);
                let (to, cause) = match outcome {
                    Outcome::Done | Outcome::NotDone => (Account::Socket(number, socket), Cause::Settlement),
                    Outcome::WrittenOff => (Account::Lost, Cause::WriteOff),
                };
                self.post(suspense, to, self.ledger.balance(suspense), cause, Some(txn));
            }
            Record::Consumed { socket, amount } => {
                let from = Account::Socket(number, socket);
                let posting = Posting {
                    at,
                    from,
                    to: Account::Consumed,
                    amount: milli(amount),
                    cause: Cause::Metering,
                    txn: None,
                };
                self.ledger.post(posting);
            }
            Record::Released { socket, amount } => {
                self.post(Account::Socket(number, socket), Account::Lost, milli(amount), Cause::WriteOff, None);
            }
            // What these mean for the books is known from the card's bytes, once it is out of the holder.
            Record::Interrupted { .. } | Record::RolledBack { .. } => {}
        }
    }

    /// P-19: an update that was interrupted has been completed.
    fn thaw(&mut self, card: CardId, txn: u32) {
        let frozen = Account::Frozen(card);
        self.post(frozen, Account::Card(card), self.ledger.balance(frozen), Cause::Resume, Some(txn));
    }

    /// After a removal or a power cut: what the card's bytes say about the update that was under way.
    /// Doing it twice changes nothing.
    fn book_interruption(&mut self, place: usize, journal: Option<Journal>) {
        let Some(Journal { txn, card: id, counter_before, socket, transfer, .. }) =
            journal.filter(|journal| self.pedestals[place].memory().journal.map(|open| open.txn) == Some(journal.txn))
        else {
            return;
        };
        let Some(card) = self.card(id).filter(|card| card.physical == Physical::Intact) else { return };
        let Ok(image) = self.read(card) else { return };
        let number = number_of(place);
        let (on_card, frozen) = (Account::Card(id), Account::Frozen(id));
        let (on_socket, suspense) = (Account::Socket(number, socket), Account::Suspense(number, socket));
        let in_doubt = self.pedestals[place].memory().socket(socket).record.is_some_and(|record| record.txn == txn);
        let took = image.body.update.is_none() && image.body.counter > counter_before;
        if image.body.update.is_some_and(|mark| mark.txn == txn && mark.pedestal == number) {
            self.post(on_card, frozen, self.ledger.balance(on_card), Cause::Tear, Some(txn));
        }
        if !in_doubt {
            return;
        }
        let in_suspense = self.ledger.balance(suspense);
        match transfer {
            Transfer::Load(amount) if took && in_suspense == 0 => {
                self.thaw(id, txn);
                self.post(on_card, suspense, milli(amount.into()), Cause::Suspense, Some(txn));
            }
            Transfer::Return(credit) if took => {
                self.thaw(id, txn);
                let from = if in_suspense > 0 { suspense } else { on_socket };
                if self.ledger.balance(from) >= milli(credit) {
                    let (amount, rounding) = credit.split();
                    self.post(from, on_card, milli(amount.into()), Cause::Return, Some(txn));
                    self.post(from, Account::Rounding, milli(rounding), Cause::Return, Some(txn));
                }
            }
            Transfer::Return(_) => {
                self.post(on_socket, suspense, self.ledger.balance(on_socket), Cause::Suspense, Some(txn));
            }
            Transfer::Load(_) => {}
        }
    }
}

type Watch<'a> = dyn FnMut(Instant, &Pedestal, &Effects<Record>) + 'a;

fn number_of(place: usize) -> u16 {
    u16::try_from(place + 1).expect("a handful of pedestals")
}

fn times(habits: &[u32; WORLD_SETTINGS.len()]) -> ReaderTimes {
    ReaderTimes {
        detect: Millis(habits[READER_DETECT]),
        write: Millis(habits[READER_WRITE]),
        confirm: Millis(habits[READER_CONFIRM]),
    }
}

fn milli(amount: MilliOre) -> i64 {
    i64::try_from(amount.0).expect("no card and no socket holds that much")
}

/// What the last write of an update changes a card's balance by.
fn moved(transfer: Transfer) -> i64 {
    match transfer {
        Transfer::Load(amount) => -milli(amount.into()),
        Transfer::Return(credit) => milli(credit.split().0.into()),
    }
}
