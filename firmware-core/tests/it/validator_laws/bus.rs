//! A bus with one validator, the passengers' cards, and a ledger that books by the rule of
//! [`firmware_core::validator::Operation`]: the card decides.

use std::collections::{BTreeMap, BTreeSet};

use firmware_core::bench::{Bench, Cut};
use firmware_core::card::{
    CARD_LEN, CardBody, CardBytes, CardId, CardImage, CardKind, Concession, ConcessionKind, Contract, Environment,
    FareKind, Holder, Purse, SystemId,
};
use firmware_core::device::{Beeps, Device, Effect, Effects, ReaderPosition};
use firmware_core::money::Grosz;
use firmware_core::rule::Rule;
use firmware_core::time::{Date, DateTime, Instant, Millis};
use firmware_core::validator::{
    self, Event, FIELDS, FRONT, Face, Field, Goods, Hotlist, Key, Memory, Movement, ORDERS_MAX, Operation, Order,
    Record, Route, Settings, Spot, Trip, Validator, View,
};

const E_CARD: SystemId = SystemId(40);
const ELSEWHERE: SystemId = SystemId(41);
/// 20 November 2026, a Friday.
const START: u16 = 9_820;
const EIGHT_O_CLOCK: u32 = 8 * 3_600;

/// A card as it was issued.
pub struct Issued {
    pub name: &'static str,
    system: SystemId,
    kind: CardKind,
    holder: Holder,
    purse: Option<(u32, u8)>,
    period: Option<(u16, u16)>,
    /// The last day on which it can be used.
    end: u16,
}

impl Issued {
    pub fn is_air(&self) -> bool {
        self.system != E_CARD
    }

    fn bytes(&self, number: usize) -> CardBytes {
        if self.name == "unreadable" {
            return CardBytes::from_array([0; CARD_LEN]);
        }
        let mut body = CardBody { holder: self.holder, ..CardBody::default() };
        body.environment = Environment {
            id: id(number),
            system: self.system,
            app_number: 1,
            issue: Date(START - 1_000),
            end: Date(self.end),
            kind: self.kind,
            ..Environment::default()
        };
        if let Some((balance, load_class)) = self.purse {
            body.purse = Purse { present: true, balance, max: 25_000, load_class, ..Purse::default() };
        }
        body.contracts[0] = self.period.map(|(from, to)| period(Date(from), Date(to)));
        CardBytes::issue(&CardImage { sequence: 1, body })
    }
}

fn period(from: Date, to: Date) -> Contract {
    Contract { profile: FareKind::Normal, from, to, scope: 0, priority: 0 }
}

const fn personal(default_tariff: Option<FareKind>, concession: Option<(ConcessionKind, u16)>) -> Holder {
    let concession = match concession {
        Some((kind, until)) => Some(Concession { kind, code: 1, until: Date(until) }),
        None => None,
    };
    Holder { personalised: true, default_tariff, concession }
}

const BEARER: Holder = Holder { personalised: false, default_tariff: None, concession: None };

const fn issued(name: &'static str, holder: Holder, purse: Option<(u32, u8)>, period: Option<(u16, u16)>) -> Issued {
    Issued { name, system: E_CARD, kind: CardKind::Passenger, holder, purse, period, end: START + 1_000 }
}

pub const CARDS: [Issued; 12] = [
    issued("normal", personal(Some(FareKind::Normal), None), Some((2_000, 1)), None),
    issued(
        "reduced",
        personal(Some(FareKind::Reduced), Some((ConcessionKind::Reduced, START + 30))),
        Some((400, 0)),
        None,
    ),
    issued(
        "once reduced",
        personal(Some(FareKind::Reduced), Some((ConcessionKind::Reduced, START - 1))),
        Some((600, 0)),
        None,
    ),
    issued("bearer", BEARER, Some((24_700, 2)), None),
    issued("period", personal(Some(FareKind::Normal), None), Some((2_000, 1)), Some((START - 20, START + 10))),
    issued("once period", personal(Some(FareKind::Normal), None), Some((1_000, 1)), Some((START - 40, START - 10))),
    issued("free", personal(None, Some((ConcessionKind::Free, START + 20))), Some((1_000, 0)), None),
    Issued { kind: CardKind::Controller, ..issued("inspector", BEARER, None, None) },
    Issued { system: ELSEWHERE, ..issued("foreign", BEARER, Some((5_000, 0)), None) },
    issued("blank", personal(Some(FareKind::Normal), None), None, None),
    Issued { system: ELSEWHERE, ..issued("unreadable", BEARER, None, None) },
    Issued { end: START, ..issued("on its last day", personal(Some(FareKind::Normal), None), Some((2_000, 1)), None) },
];

fn id(number: usize) -> CardId {
    CardId(100 + u32::try_from(number).expect("few cards"))
}

/// One thing that happens on the bus.
#[derive(Clone, Debug)]
pub enum Input {
    Present(usize, ReaderPosition),
    /// Both together at the front.
    PresentBoth(usize, usize),
    Take(ReaderPosition),
    /// Waits until the card there is being written, then takes it away after this many bytes.
    TearAt(ReaderPosition, usize),
    /// The field, or the key that does the same; the pocket is S twice.
    Push(Field),
    /// Every key and the finger.
    Let,
    Pass(u32),
    Stops(u8),
    NextRun,
    OffDuty,
    Days(u16),
    Block(bool),
    /// Money for the purse, or a period ticket.
    Order(usize, Option<Grosz>),
    /// As lost.
    Announce(usize),
    PowerOff,
    PowerOn,
    Configure(usize, u32),
    /// The profile at this index.
    Tariff(usize),
}

/// What one step of the device asked for, and how it looked after it.
#[derive(Clone, Debug)]
pub struct Step {
    pub effects: Vec<Effect<Record>>,
    pub rules: Vec<Rule>,
    pub view: View,
    pub red: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Account {
    Sold,
    Card(usize),
    Advance(usize),
    Order(u32),
    Fares,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stop(pub u8);

/// The bus.
#[derive(Clone)]
pub struct Line {
    pub bench: Bench<Validator>,
    pub now: Instant,
    /// In a hand, or at a reader.
    cards: Vec<(CardBytes, Option<ReaderPosition>)>,
    /// The counter with which each card was last presented.
    presented: Vec<u32>,
    /// Whether each card is where it was when the power came back (DK-38).
    pub lying: Vec<bool>,
    civil: DateTime,
    trip: Option<Trip>,
    orders: Vec<Order>,
    hotlist: Hotlist,
    books: BTreeMap<Account, i64>,
    /// An operation that has begun and that no card has taken yet.
    pub pending: Option<Operation>,
    /// The steps of the last input.
    pub steps: Vec<Step>,
    /// Every clause that the last input named.
    pub rules: BTreeSet<Rule>,
    history: Vec<Record>,
    pub beeps: Vec<(Instant, Beeps)>,
    heard_from: usize,
    /// When a key was last pressed that still waits.
    pub pushed_at: Option<Instant>,
}

impl Line {
    pub fn new(face: Face) -> Self {
        let settings = Settings::new(E_CARD, 7).with(0, u32::from(face == Face::Touch)).expect("a face");
        let times = settings.reader_times();
        let cards: Vec<_> = CARDS.iter().enumerate().map(|(number, card)| (card.bytes(number), None)).collect();
        let mut books = BTreeMap::new();
        for (number, card) in CARDS.iter().enumerate() {
            let sold = card.purse.map_or(0, |(balance, _)| i64::from(balance));
            *books.entry(Account::Sold).or_default() -= sold;
            *books.entry(Account::Card(number)).or_default() += sold;
        }
        let mut line = Self {
            bench: Bench::power_on(Instant(0), Memory::default(), settings, times),
            now: Instant(0),
            presented: vec![0; cards.len()],
            lying: vec![false; cards.len()],
            cards,
            civil: DateTime(u32::from(START) * 86_400 + EIGHT_O_CLOCK),
            trip: trip(1, 1),
            orders: Vec::new(),
            hotlist: Hotlist::new(),
            books,
            pending: None,
            steps: Vec::new(),
            rules: BTreeSet::new(),
            history: Vec::new(),
            beeps: Vec::new(),
            heard_from: 0,
            pushed_at: None,
        };
        line.inform();
        line
    }

    pub fn device(&self) -> Option<&Validator> {
        self.bench.device()
    }

    pub fn view(&self) -> View {
        self.device().expect("it has power").screen(self.now).view
    }

    pub fn bytes(&self, card: usize) -> CardBytes {
        let (bytes, at) = &self.cards[card];
        let Some(position) = at else { return bytes.clone() };
        // Two cards are presented in the order of the list.
        let index = self.cards[..card].iter().filter(|(_, other)| other == at).count();
        self.bench.reader(*position).cards(self.now).get(index).unwrap_or(bytes).clone()
    }

    /// Whether it and another card of the system are at one reader.
    pub fn is_beside_another_of_the_system(&self, card: usize) -> bool {
        let at = self.cards[card].1.filter(|_| !CARDS[card].is_air());
        let is_beside = |other: usize| other != card && self.cards[other].1 == at && !CARDS[other].is_air();
        at.is_some() && (0..CARDS.len()).any(is_beside)
    }

    /// What is on it; none where it cannot be read.
    pub fn body(&self, card: usize) -> Option<CardBody> {
        self.bytes(card).read().ok().map(|image| image.body)
    }

    pub fn balance(&self, card: usize) -> u32 {
        self.body(card).expect("the card can be read").purse.balance
    }

    pub fn today(&self) -> Date {
        self.civil_now().date()
    }

    pub fn stop(&self) -> Stop {
        Stop(self.trip.expect("on a run").route.stop)
    }

    pub fn fares(&self) -> i64 {
        self.books.get(&Account::Fares).copied().unwrap_or_default()
    }

    pub fn books(&self) -> impl PartialEq {
        self.books.clone()
    }

    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.history.iter()
    }

    /// How many beeps there were, the last pattern, since a card was presented or a key was pushed.
    pub fn last_beeps(&self) -> u8 {
        self.beeps[self.heard_from..].last().map_or(0, |(_, beeps)| beeps.count)
    }

    /// How often a card has changed since it was presented.
    pub fn commits(&self, card: usize) -> u32 {
        self.body(card).map_or(0, |body| body.counter.wrapping_sub(self.presented[card]))
    }

    pub fn push(&mut self, field: Field) {
        self.perform(&Input::Push(field));
        self.perform(&Input::Let);
    }

    /// Holds a card to the front for so long.
    pub fn tap(&mut self, card: usize, hold: u32) {
        self.perform(&Input::Present(card, FRONT));
        self.perform(&Input::Pass(hold));
        self.perform(&Input::Take(FRONT));
    }

    /// Holds a card to the front for long enough, and sees and hears this.
    #[track_caller]
    pub fn tap_and_look(&mut self, card: usize, view: View, beeps: u8) {
        self.perform(&Input::Present(card, FRONT));
        self.perform(&Input::Pass(1_000));
        assert_eq!((self.view(), self.last_beeps()), (view, beeps));
        self.perform(&Input::Take(FRONT));
    }

    /// A card is written elsewhere; the ledger records it.
    pub fn rewrite(&mut self, card: usize, change: impl FnOnce(&mut CardBody)) {
        let image = self.cards[card].0.read().expect("it can be read");
        let mut body = image.body;
        change(&mut body);
        let gained = i64::from(body.purse.balance) - i64::from(image.body.purse.balance);
        self.post(Account::Sold, Account::Card(card), gained);
        self.cards[card].0 = CardBytes::issue(&image.followed_by(body));
    }

    /// What the bus has sent is forgotten, as after a power cut.
    pub fn forget_time(&mut self) {
        self.run(|line, watch| {
            line.bench.lose_power(line.now, watch);
            line.bench.regain_power(line.now, watch);
        });
    }

    /// The power goes in the middle of the step at `at`.
    pub fn cut(&mut self, at: Instant, event: Option<Event>, cut: Cut) {
        self.now = at;
        self.run(|line, watch| line.bench.lose_power_in(at, event, cut, watch));
        self.lay_down();
        self.settle();
    }

    pub fn pass_to(&mut self, at: Instant) {
        self.now = at;
        self.run(|line, watch| line.bench.wake(at, watch));
        self.settle();
    }

    pub fn hand_in(&mut self, event: Event) {
        self.run(|line, watch| line.bench.handle(line.now, event, watch));
    }

    pub fn perform(&mut self, input: &Input) {
        self.steps.clear();
        self.rules.clear();
        match input {
            Input::Present(card, position) => self.present(*card, *position),
            Input::PresentBoth(first, second) => self.present_both(*first, *second),
            Input::Take(position) => self.take(*position, None),
            Input::TearAt(position, bytes) => self.tear(*position, *bytes),
            Input::Push(field) => self.push_down(*field),
            Input::Let => self.let_go(),
            Input::Pass(ms) => self.pass_to(self.now + Millis(*ms)),
            Input::Stops(stops) => {
                if let Some(Trip { run, route }) = self.trip {
                    self.trip = trip(run, route.stop.saturating_add(*stops).min(validator::STOP_MAX));
                    self.inform();
                }
            }
            Input::NextRun => {
                let run = self.run_number() + 1;
                self.trip = trip(run, 1);
                self.inform();
            }
            Input::OffDuty => {
                self.trip = None;
                self.inform();
            }
            Input::Days(days) => {
                self.civil = DateTime(self.civil.0 + u32::from(*days) * 86_400);
                self.inform();
            }
            Input::Block(blocked) => self.hand_in(Event::Bus(validator::Bus::Block(*blocked))),
            Input::Order(card, amount) => self.order(*card, *amount),
            Input::Announce(card) => {
                if !self.hotlist.contains(&id(*card)) {
                    self.hotlist.push(id(*card));
                }
                self.hand_in(Event::Bus(validator::Bus::Hotlist(self.hotlist.clone())));
            }
            Input::PowerOff => {
                self.run(|line, watch| line.bench.lose_power(line.now, watch));
                self.lay_down();
                self.pushed_at = None;
            }
            Input::PowerOn => {
                let had_power = self.device().is_some();
                self.run(|line, watch| line.bench.regain_power(line.now, watch));
                self.inform();
                // DK-38: a card that is there has not been presented.
                for card in (0..CARDS.len()).filter(|_| !had_power) {
                    self.lying[card] = self.cards[card].1.is_some();
                }
            }
            Input::Tariff(position) => {
                let tariff = validator::fare::PROFILES[*position].tariff();
                if let Some(settings) =
                    self.device().and_then(|device| device.settings().clone().with_tariff(tariff).ok())
                {
                    self.hand_in(Event::Bus(validator::Bus::Configure(settings)));
                }
            }
            Input::Configure(position, value) => {
                if let Some(settings) = self.device().and_then(|device| device.settings().with(*position, *value).ok())
                {
                    self.hand_in(Event::Bus(validator::Bus::Configure(settings)));
                }
            }
        }
        self.settle();
    }

    /// I-01 to I-03, I-30: nothing is made or lost, and the cards carry what the ledger says.
    pub fn check_books(&self) -> Result<(), String> {
        let sum: i64 = self.books.values().sum();
        if sum != 0 {
            return Err(format!("I-01: {sum} grosze were made"));
        }
        for (account, balance) in &self.books {
            if *balance < 0 && *account != Account::Sold {
                return Err(format!("I-02, I-32: {account:?} holds {balance}"));
            }
        }
        for (card, issued) in CARDS.iter().enumerate() {
            let Some(body) = self.body(card) else { continue };
            let booked = |account: Account| self.books.get(&account).copied().unwrap_or_default();
            if booked(Account::Card(card)) != i64::from(body.purse.balance) {
                return Err(format!(
                    "I-03: {} carries {}, booked are {}",
                    issued.name,
                    body.purse.balance,
                    booked(Account::Card(card))
                ));
            }
            let open = body.ride.filter(|ride| ride.closed_at.is_none());
            let advance = open.map_or(0, |ride| ride.groups.iter().map(|group| i64::from(group.advance)).sum());
            if booked(Account::Advance(card)) != advance {
                return Err(format!("I-30: {} carries an advance of {advance}", issued.name));
            }
        }
        Ok(())
    }

    fn present(&mut self, card: usize, position: ReaderPosition) {
        self.heard_from = self.beeps.len();
        let (bytes, at) = &self.cards[card];
        if at.is_some() {
            return;
        }
        let bytes = bytes.clone();
        let counter = bytes.read().map_or(0, |image| image.body.counter);
        let rejected = self
            .run(|line, watch| line.bench.present(line.now, position, [bytes].into_iter().collect(), watch))
            .is_err();
        if !rejected {
            self.cards[card].1 = Some(position);
            self.presented[card] = counter;
        }
    }

    fn present_both(&mut self, first: usize, second: usize) {
        self.heard_from = self.beeps.len();
        let mut both = [first, second];
        both.sort_unstable();
        if first == second || both.iter().any(|card| self.cards[*card].1.is_some()) {
            return;
        }
        let bytes = both.iter().map(|card| self.cards[*card].0.clone()).collect();
        let counters = both.map(|card| self.cards[card].0.read().map_or(0, |image| image.body.counter));
        let rejected = self.run(|line, watch| line.bench.present(line.now, FRONT, bytes, watch)).is_err();
        for (card, counter) in both.into_iter().zip(counters).filter(|_| !rejected) {
            self.cards[card].1 = Some(FRONT);
            self.presented[card] = counter;
        }
    }

    fn take(&mut self, position: ReaderPosition, written: Option<usize>) {
        let bytes = self.run(|line, watch| match written {
            Some(written) => line.bench.take_after(line.now, position, written, watch),
            None => line.bench.take(line.now, position, watch),
        });
        let taken: Vec<_> = (0..CARDS.len()).filter(|card| self.cards[*card].1 == Some(position)).collect();
        assert_eq!(bytes.len(), taken.len());
        for (card, bytes) in taken.into_iter().zip(bytes) {
            self.cards[card] = (bytes, None);
            self.lying[card] = false;
        }
    }

    fn tear(&mut self, position: ReaderPosition, written: usize) {
        for _ in 0..20 {
            let reader = self.bench.reader(position);
            if reader.is_writing() {
                // Only from the write's first instant on can it have got exactly so far.
                let begins = reader.wake_at() == Some(self.now + self.bench.settings().write());
                return self.take(position, begins.then_some(written));
            }
            let Some(at) = self.bench.wake_at() else { return };
            self.pass_to(at);
        }
    }

    fn push_down(&mut self, field: Field) {
        self.heard_from = self.beeps.len();
        let before = self.device().cloned();
        let face = self.bench.settings().face();
        match (face, field) {
            (Face::Touch, field) => self.hand_in(Event::Touch(spot_of(field))),
            (Face::Keys, Field::Normal) => self.hand_in(Event::Press(Key::N)),
            (Face::Keys, Field::Reduced) => self.hand_in(Event::Press(Key::U)),
            (Face::Keys, Field::Check) => self.hand_in(Event::Press(Key::S)),
            (Face::Keys, Field::TopUp) => {
                for event in [Event::Press(Key::S), Event::Release(Key::S), Event::Press(Key::S)] {
                    self.hand_in(event);
                }
            }
        }
        let armed = self.device().is_some_and(|device| device.armed().is_some());
        if self.device() != before.as_ref() && armed {
            self.pushed_at = Some(self.now);
        }
    }

    fn let_go(&mut self) {
        for key in Key::ALL {
            self.hand_in(Event::Release(key));
        }
        self.hand_in(Event::Lift);
    }

    fn order(&mut self, card: usize, amount: Option<Grosz>) {
        let number = u32::try_from(self.orders.len()).expect("few orders") + 1;
        let today = self.today();
        let goods = match amount {
            Some(amount) => {
                self.post(Account::Sold, Account::Order(number), i64::from(amount.0));
                Goods::Purse(amount)
            }
            None => Goods::Period(period(today, Date(today.0 + 14))),
        };
        self.orders.push(Order { id: number, card: id(card), goods });
        // The shop never learns what was fetched: only the card keeps an order from being applied twice.
        let latest = self.orders.len().saturating_sub(ORDERS_MAX);
        let orders = self.orders[latest..].iter().copied().collect();
        self.hand_in(Event::Bus(validator::Bus::Orders(orders)));
    }

    /// What a bus computer sends at power-on and at each change (DK-34).
    fn inform(&mut self) {
        let civil = self.civil_now();
        self.hand_in(Event::Bus(validator::Bus::CivilTime(civil)));
        self.hand_in(Event::Bus(validator::Bus::Trip(self.trip)));
    }

    fn civil_now(&self) -> DateTime {
        DateTime(self.civil.0 + u32::try_from(self.now.0 / 1000).expect("a short session"))
    }

    fn run_number(&self) -> u32 {
        let on_cards = (0..CARDS.len()).filter_map(|card| self.body(card)?.ride).map(|ride| ride.run);
        on_cards.chain(self.trip.map(|trip| trip.run)).max().unwrap_or(1)
    }

    /// Cards that lie somewhere without power keep their bytes there.
    fn lay_down(&mut self) {
        for card in 0..self.cards.len() {
            self.cards[card].0 = self.bytes(card);
        }
    }

    /// Lets something happen to the bench, and notes what the device says to it.
    fn run<T>(&mut self, act: impl FnOnce(&mut Self, &mut firmware_core::bench::Watch<Validator>) -> T) -> T {
        let mut seen = Vec::new();
        let outcome = act(self, &mut |at, device: &Validator, effects: &Effects<Record>| {
            let (view, red) = (device.screen(at).view, device.lamps().red);
            let step = Step { effects: effects.iter().cloned().collect(), rules: effects.rules().to_vec(), view, red };
            seen.push((at, step));
        });
        for (at, step) in seen {
            self.rules.extend(&step.rules);
            for effect in &step.effects {
                match effect {
                    Effect::Beep(beeps) => self.beeps.push((at, *beeps)),
                    Effect::Log(record) => self.note(*record),
                    Effect::Write(..) => {}
                }
            }
            if !step.effects.is_empty() {
                self.steps.push(step);
            }
        }
        outcome
    }

    fn note(&mut self, record: Record) {
        self.history.push(record);
        match record {
            Record::Began(operation) => {
                self.pushed_at = None;
                assert_eq!(self.pending, None, "two operations at once");
                self.pending = Some(operation);
            }
            Record::Checked { .. } | Record::Repeated { .. } | Record::Refused { card: Some(_), .. } => {
                self.pushed_at = None;
            }
            Record::Blocking { by: Some(_), .. } => self.pushed_at = None,
            Record::Confirmed(_) | Record::Unconfirmed(_) | Record::Refused { .. } | Record::Blocking { .. } => {}
        }
        if self.device().is_none_or(|device| device.armed().is_none()) {
            self.pushed_at = None;
        }
    }

    /// The rule of the ledger: as soon as the card's counter has reached the operation's, it has happened; and it never
    /// will once the card is not written any more.
    fn settle(&mut self) {
        let Some(operation) = self.pending else { return };
        let card = (0..CARDS.len()).find(|card| id(*card) == operation.card).expect("one of ours");
        let took = self.body(card).is_some_and(|body| body.counter >= operation.counter);
        let is_being_written = self.cards[card].1.is_some_and(|position| self.bench.reader(position).is_writing());
        if took {
            self.pending = None;
            self.book(card, operation.movement);
        } else if !is_being_written {
            self.pending = None;
        }
    }

    fn book(&mut self, card: usize, movement: Movement) {
        let (purse, advance) = (Account::Card(card), Account::Advance(card));
        if let Movement::Ticket { abandoned: Some(ended), .. } | Movement::Ride { abandoned: Some(ended), .. } =
            movement
        {
            self.post(advance, Account::Fares, i64::from(ended.advance.0));
        }
        match movement {
            Movement::Ticket { price, .. } => self.post(purse, advance, i64::from(price.0)),
            Movement::Ride { .. } => {}
            Movement::Exit { refund, fare } => {
                self.post(advance, purse, i64::from(refund.0));
                self.post(advance, Account::Fares, i64::from(fare.0));
            }
            Movement::Orders { purse: Some((order, amount)), .. } => {
                self.post(Account::Order(order), purse, i64::from(amount.0));
            }
            Movement::Orders { purse: None, .. } => {}
        }
    }

    fn post(&mut self, from: Account, to: Account, amount: i64) {
        *self.books.entry(from).or_default() -= amount;
        *self.books.entry(to).or_default() += amount;
    }
}

fn trip(run: u32, stop: u8) -> Option<Trip> {
    Route::new(7, "Osiedle Słoneczne", stop).map(|route| Trip { run, route })
}

/// The middle of a field.
pub fn spot_of(field: Field) -> Spot {
    let (_, area) = FIELDS.iter().find(|(one, _)| *one == field).expect("every field has its position");
    let at = area.center();
    Spot { x: u16::try_from(at.x).expect("on the display"), y: u16::try_from(at.y).expect("on the display") }
}
