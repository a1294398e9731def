//! The bus-ticket validator: a card held against its front, keys or fields for other tickets, fares that are taken at
//! the entry and settled at the exit, and a side pocket that puts on a card what was bought on the web.
//!
//! The clauses named in the code are listed in `validator/RULES.md`. The device is a state, the key that waits for its
//! card, the keys as they stand, the beeps that still sound, what the bus sent, its memory and its settings. The old
//! type with keys and the new one with a touch display are one device with two [faces](Face).

mod enlarge;
pub mod fare;
mod lcd;
mod memory;
mod ride;
mod screen;
mod settings;
pub mod text;
mod touch;

use crate::card::{
    CardBody, CardId, CardImage, CardKind, CardRead, CardStatus, Contract, FareKind, LogEntry, LogKind, RIDE_GROUPS,
    Ratification, RatifiedOperation, Ride, RideBasis,
};
use crate::device::{CardEvent, Device, Effect, Effects, ReaderPosition};
use crate::money::Grosz;
use crate::rule::Rule::{Dk, K};
use crate::time::{CivilClock, Date, DateTime, Instant, Millis, TICK, earlier};
use ride::{open_ride, period_on, ride_in};

pub use lcd::{CELL_HEIGHT, CELL_WIDTH, LcdFrame, LcdPicture, lcd_frame};
pub use memory::{
    Abandoned, Goods, HOTLIST_MAX, Hotlist, LoggedOperation, Memory, Movement, OPERATIONS_MAX, ORDERS_MAX, Operation,
    OperationStatus, Order, Orders, Totals,
};
pub use screen::{
    BAR_STEPS, COLUMNS, Choice, DIRECTION_COLUMNS, Direction, Field, FieldState, Message, Page, Panel, PeriodPage,
    Refusal, RidePage, Route, STOP_MAX, Screen, TextLine, Validity, View, service_lines,
};
pub use settings::{Face, SETTINGS, Settings};
pub use touch::{FIELDS, Spot, TOUCH_HEIGHT, TOUCH_WIDTH, TouchPicture, draw_service, drawn_in, field_at};

/// A key of the old type (K-04).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Key {
    /// "kasowanie za bilet normalny".
    N,
    /// "kasowanie za bilet ulgowy".
    U,
    /// "sprawdzenie stanu e-karty".
    S,
}

impl Key {
    /// All three.
    pub const ALL: [Self; 3] = [Self::N, Self::U, Self::S];

    /// The field of the new type that does the same.
    const fn field(self) -> Field {
        match self {
            Self::N => Field::Normal,
            Self::U => Field::Reduced,
            Self::S => Field::Check,
        }
    }
}

/// Everything that can happen to a validator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// A card reader has something to say.
    Card(CardEvent),
    /// A key goes down; the new type has none.
    Press(Key),
    /// A key comes up.
    Release(Key),
    /// A finger comes down on the display; the old type does not feel it.
    Touch(Spot),
    /// The finger is lifted.
    Lift,
    /// The bus has something to say.
    Bus(Bus),
}

impl From<CardEvent> for Event {
    fn from(event: CardEvent) -> Self {
        Self::Card(event)
    }
}

/// A command of the bus computer or of the driver's panel to a validator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bus {
    /// The civil date and time is this (DK-34).
    CivilTime(DateTime),
    /// The bus is here; none while it is on no run.
    Trip(Option<Trip>),
    /// The driver blocks registration, or lifts the block (K-10).
    Block(bool),
    /// These cards, and no others, are not to be served (DK-25).
    Hotlist(Hotlist),
    /// These orders, and no others, wait for their cards (DK-24).
    Orders(Orders),
    /// Work by these settings from here on; what is running keeps its own (DK-34).
    Configure(Settings),
}

/// Where a bus is on its way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Trip {
    /// One vehicle on one departure; never the same for two of them.
    pub run: u32,
    /// Line, direction and stop.
    pub route: Route,
}

/// A line of the operations log: what began, how it ended, and what was refused. [`Operation`] says how to book it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Record {
    /// A card is about to be written.
    Began(Operation),
    /// It has said that it was.
    Confirmed(Operation),
    /// It left too early, or the power did: the card knows (K-09).
    Unconfirmed(Operation),
    /// An operation that had not been confirmed was shown to have succeeded (DK-09).
    Repeated {
        /// The card.
        card: CardId,
        /// Its counter, which has not moved.
        counter: u32,
    },
    /// The state of a card was shown (K-06).
    Checked {
        /// The card.
        card: CardId,
    },
    /// Nothing was registered (K-08).
    Refused {
        /// The card, if there was one.
        card: Option<CardId>,
        /// Why.
        because: Refusal,
    },
    /// Registration is blocked, or not any more (K-10).
    Blocking {
        /// Whether it is.
        blocked: bool,
        /// The inspector's card; none for the driver.
        by: Option<CardId>,
    },
}

/// Which lamps are lit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Lamps {
    /// The red one; there is no other (DK-07).
    pub red: bool,
}

/// The validator.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Validator {
    state: State,
    /// The card that is written or checked: as it was read, or as it is to be.
    card: Option<CardImage>,
    /// What a key has asked for: it waits for the next card, whatever is shown meanwhile (K-05).
    arm: Option<Arm>,
    hand: Hand,
    /// When the beeps that sound have ended (DK-31).
    sounding_until: Option<Instant>,
    /// The card whose operation at the front was not confirmed, until another one is served (DK-37).
    torn: Option<CardId>,
    /// The cards that were there already when the power came back (DK-38).
    lying: Lying,
    clock: CivilClock,
    trip: Option<Trip>,
    memory: Memory,
    settings: Settings,
}

/// What you would see if you took a photograph of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum State {
    /// No operation is under way: the clock, a key that waits, the block.
    Standing,
    /// A card at the front is being written; it has been when the message is shown.
    Writing { message: Message },
    /// K-03: the message is shown while the card is held to the front.
    Answered { message: Message, since: Instant },
    /// K-06: the state of the card at the front is shown, page by page.
    Checking { today: Date, run: u32, since: Instant, page: Millis, first: PageFirst },
    /// A message without its card, until `until`.
    Notice { message: Message, until: Instant },
    /// K-22: the side pocket waits for its card until `until`, that instant not included.
    PocketWait { until: Instant },
    /// K-22: a card is in the pocket and must stay.
    PocketRun { plan: Plan, phase: Phase, since: Instant, length: Millis },
    /// K-22: how it ended, while the card is in the pocket.
    PocketAnswered { message: Message, since: Instant },
}

/// Which page of a check comes first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum PageFirst {
    /// K-06: the period tickets.
    Periods,
    /// DK-37: whether the ride was registered.
    Ride,
}

/// Whether a card of the system is at the front and in the pocket that has not left since the power came back.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
struct Lying {
    front: bool,
    pocket: bool,
}

impl Lying {
    const fn any(self) -> bool {
        self.front || self.pocket
    }

    /// Notes whether one is there. Returns whether one was.
    fn replace(&mut self, position: ReaderPosition, is_there: bool) -> bool {
        let one = if position == POCKET { &mut self.pocket } else { &mut self.front };
        core::mem::replace(one, is_there)
    }
}

/// How far a transfer is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Phase {
    /// Nothing is written before `write_at`.
    Fetching { write_at: Instant },
    /// The card is being written.
    Writing,
}

/// A key that waits for its card until `until`, that instant not included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Arm {
    button: Armed,
    until: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Armed {
    Ticket(FareKind),
    Check,
}

/// The keys that are down, and whether a finger is on the display.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
struct Hand {
    keys: [bool; Key::ALL.len()],
    finger: bool,
}

/// When and where a card is served.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Here {
    at: DateTime,
    run: u32,
    line: u16,
    stop: u8,
}

impl Here {
    fn today(&self) -> Date {
        self.at.date()
    }
}

/// What happens with a card's next image: what is noted, and shown when the card has taken it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Plan {
    here: Here,
    movement: Movement,
    message: Message,
}

/// What a card at the front is answered.
enum Answer {
    Toggle,
    Check(Here, PageFirst),
    Refuse(Refusal),
    Repeat(Message),
    /// The card has been given what it is to say.
    Change(Plan),
}

/// The marked spot on the front, where a card is held (K-12).
pub const FRONT: ReaderPosition = ReaderPosition(1);
/// The side pocket, where a card is left (K-22).
pub const POCKET: ReaderPosition = ReaderPosition(2);

impl Device for Validator {
    type Event = Event;
    type Screen = Screen;
    type Lamps = Lamps;
    type Memory = Memory;
    type Settings = Settings;
    type Record = Record;
    const READERS: &'static [ReaderPosition] = &[FRONT, POCKET];

    /// K-11, DK-32: a card from outside, and one that cannot be read, are air.
    fn is_of_system(settings: &Settings, card: &CardRead) -> bool {
        let environment = card.as_ref().ok().map(|image| image.body.environment);
        environment.is_some_and(|one| {
            one.system == settings.system && matches!(one.kind, CardKind::Passenger | CardKind::Controller)
        })
    }

    fn power_on(_: Instant, memory: Memory, settings: Settings, effects: &mut Effects<Record>) -> Self {
        // DK-34: out of service until the bus has sent date, time and stop.
        effects.because(&[Dk(34)]);
        let mut validator = Self {
            state: State::Standing,
            card: None,
            arm: None,
            hand: Hand::default(),
            sounding_until: None,
            torn: None,
            lying: Lying::default(),
            clock: CivilClock::default(),
            trip: None,
            memory,
            settings,
        };
        // K-09: a power cut takes the card away from its writer as a hand does. DK-38: it is found out in the same way.
        let operation = validator.close(OperationStatus::Unconfirmed, effects);
        let at_the_front = |operation: &Operation| !matches!(operation.movement, Movement::Orders { .. });
        validator.torn = operation.filter(at_the_front).map(|operation| operation.card);
        validator
    }

    fn answer(&mut self, now: Instant, event: Event, effects: &mut Effects<Record>) {
        if !self.note_hand(&event) {
            return;
        }
        match (self.state, event) {
            // DK-38: it has not been presented (K-15); the display asks for it to be taken away.
            (_, Event::Card(CardEvent::Found(position, card))) => {
                if self.recognise(card, effects).is_some() {
                    effects.because(&[K(15), Dk(38)]);
                    self.lying.replace(position, true);
                }
            }
            (_, Event::Card(CardEvent::Several { position, was_there: true })) => {
                effects.because(&[K(15), Dk(38), Dk(39)]);
                self.lying.replace(position, true);
            }
            (_, Event::Card(CardEvent::Left(position))) if self.lying.replace(position, false) => {
                effects.because(&[Dk(38)]);
            }

            // K-03: "… widocznym tak długo, jak długo przyłożona jest do niego e-karta". DK-02: not longer, either.
            (
                State::Answered { message, since } | State::PocketAnswered { message, since },
                Event::Card(CardEvent::Left(position)),
            ) if self.is_shown_for(position) => {
                effects.because(&[K(3), Dk(2)]);
                let until = since + self.settings.message_min();
                self.enter(if until > now { State::Notice { message, until } } else { State::Standing });
            }
            // DK-06: a check writes nothing; a card that leaves early has missed nothing but pages.
            (State::Checking { .. }, Event::Card(CardEvent::Left(FRONT))) => {
                effects.because(&[K(3), Dk(6)]);
                self.enter(State::Standing);
            }

            // K-04 to K-06, K-22: the keys of the old type, the fields of the new one.
            (_, Event::Press(key)) if self.settings.face() == Face::Keys => {
                effects.because(&[K(4)]);
                self.press(now, key, effects);
            }
            (_, Event::Touch(spot)) if self.settings.face() == Face::Touch => {
                if let Some(field) = field_at(spot) {
                    effects.because(&[K(4)]);
                    self.touch(now, field, effects);
                }
            }

            // K-12: "… poprzez jej przyłożenie do oznaczonego miejsca w kasowniku".
            (
                State::Standing | State::Notice { .. } | State::PocketAnswered { .. },
                Event::Card(CardEvent::Arrived(FRONT, card)),
            ) => self.serve(now, card, effects),
            // DK-39: two cards of the system together; DK-05: they use up a key as one does.
            (
                State::Standing | State::Notice { .. } | State::PocketAnswered { .. },
                Event::Card(CardEvent::Several { position: FRONT, .. }),
            ) => {
                effects.because(&[K(8), Dk(7), Dk(39)]);
                (self.arm, self.torn) = (None, None);
                let message = note_refusal(None, Refusal::SeveralCards, effects);
                self.announce(now, 3, State::Answered { message, since: now }, effects);
            }
            // K-07: the card has said that it is changed.
            (State::Writing { message }, Event::Card(CardEvent::Written(FRONT))) => {
                effects.because(&[K(7), Dk(7), Dk(29)]);
                self.close(OperationStatus::Confirmed, effects);
                let card = self.card.take();
                self.announce(now, 1, State::Answered { message, since: now }, effects);
                ratify(card, effects);
            }
            // K-09: "Zbyt szybkie odsunięcie karty od kasownika". DK-08: the card is as it was, or as it is to be.
            (State::Writing { .. }, Event::Card(CardEvent::Left(FRONT))) => {
                effects.because(&[K(9), Dk(2), Dk(8)]);
                self.torn = self.close(OperationStatus::Unconfirmed, effects).map(|operation| operation.card);
                self.notify(now, Message::CheckOperation, effects);
            }

            // K-22: "… kasownik oczekuje na umieszczenie karty w bocznej kieszeni".
            (State::PocketWait { .. }, Event::Card(CardEvent::Arrived(POCKET, card))) => {
                self.fetch(now, card, effects);
            }
            (State::PocketWait { .. }, Event::Card(CardEvent::Several { position: POCKET, .. })) => {
                effects.because(&[K(22), Dk(39)]);
                let message = note_refusal(None, Refusal::SeveralCards, effects);
                self.announce(now, 3, State::PocketAnswered { message, since: now }, effects);
            }
            (State::PocketRun { plan, .. }, Event::Card(CardEvent::Written(POCKET))) => {
                effects.because(&[K(22), Dk(24)]);
                if let Some(Operation { card, movement, .. }) = self.close(OperationStatus::Confirmed, effects) {
                    self.forget_orders(card, movement);
                }
                self.announce(now, 1, State::PocketAnswered { message: plan.message, since: now }, effects);
            }
            // K-22: "Kartę można usunąć z kieszeni dopiero po zakończeniu operacji". DK-24: too early, nothing is lost.
            (State::PocketRun { phase, .. }, Event::Card(CardEvent::Left(POCKET))) => {
                effects.because(&[K(22), Dk(24)]);
                let message = match phase {
                    Phase::Fetching { .. } => note_refusal(None, Refusal::CardTaken, effects),
                    Phase::Writing => {
                        effects.because(&[K(9)]);
                        self.close(OperationStatus::Unconfirmed, effects);
                        Message::CheckOperation
                    }
                };
                self.notify(now, message, effects);
            }

            (_, Event::Bus(word)) => self.obey(now, word, effects),

            // Nothing else means anything: a card at a reader that waits for none (DK-23), the end of the write
            // that DK-29 asks for, a key of the other type.
            (_, Event::Card(_) | Event::Press(_) | Event::Release(_) | Event::Touch(_) | Event::Lift) => {}
        }
    }

    fn expire(&mut self, at: Instant, effects: &mut Effects<Record>) {
        let is_due = |deadline: Option<Instant>| deadline.is_some_and(|due| due <= at);
        // DK-31: the pattern has ended.
        if is_due(self.sounding_until) {
            effects.because(&[Dk(31)]);
            self.sounding_until = None;
            return;
        }
        // K-05: "… gotowy przez około 5 sekund". DK-04: it ends without a sound.
        if is_due(self.arm.map(|arm| arm.until)) {
            effects.because(&[K(5), Dk(4)]);
            self.arm = None;
            return;
        }
        match self.state {
            // DK-02.
            State::Notice { .. } => {
                effects.because(&[Dk(2)]);
                self.enter(State::Standing);
            }
            // DK-23: no card came.
            State::PocketWait { .. } => {
                effects.because(&[K(22), Dk(23)]);
                let message = note_refusal(None, Refusal::NoCard, effects);
                self.notify(at, message, effects);
            }
            // K-22: all orders go to the card in one image.
            State::PocketRun { plan, since, length, .. } => {
                effects.because(&[K(22), Dk(24)]);
                self.write(POCKET, plan, effects);
                self.enter(State::PocketRun { plan, phase: Phase::Writing, since, length });
            }
            State::Standing | State::Writing { .. } | State::Answered { .. } => unreachable!("these name no deadline"),
            State::Checking { .. } | State::PocketAnswered { .. } => unreachable!("these name no deadline"),
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        let state = match self.state {
            State::Notice { until, .. } | State::PocketWait { until } => Some(until),
            State::PocketRun { phase: Phase::Fetching { write_at }, .. } => Some(write_at),
            State::PocketRun { phase: Phase::Writing, .. } | State::PocketAnswered { .. } => None,
            State::Standing | State::Writing { .. } | State::Answered { .. } | State::Checking { .. } => None,
        };
        earlier(self.sounding_until, earlier(self.arm.map(|arm| arm.until), state))
    }

    fn screen(&self, now: Instant) -> Screen {
        let view = self.view(now);
        let clock = self.clock.read(now);
        let (panel, clock) = match self.settings.face() {
            Face::Keys => (Panel::Keys, clock.filter(|_| matches!(view, View::Rest | View::Blocked))),
            Face::Touch => {
                let fields = Field::ALL.map(|field| self.field_state(now, field));
                (Panel::Touch { route: self.trip.map(|trip| trip.route), fields }, clock)
            }
        };
        Screen { language: self.settings.language(), clock, view, panel }
    }

    fn next_visible_change(&self, now: Instant) -> Option<Instant> {
        let clock = self.screen(now).clock.and_then(|_| self.clock.next_second(now));
        let view = match self.state {
            // DK-06: the next page that looks different.
            State::Checking { today, run, since, page, first } => {
                let pages = self.pages(run, today, first);
                let turns = now.since(since).0 / page.0;
                let at = |turn: u32| &pages[turn as usize % pages.len()];
                let mut ahead = (turns + 1..).take(screen::PAGES_MAX);
                ahead.find(|turn| at(*turn) != at(turns)).map(|turn| since + Millis(turn * page.0))
            }
            State::PocketRun { since, length, .. } if self.settings.face() == Face::Touch => {
                let reached = now.since(since).steps_of(length, BAR_STEPS);
                (reached < BAR_STEPS).then(|| since + Millis::until_step(reached + 1, length, BAR_STEPS))
            }
            _ => None,
        };
        earlier(clock, view)
    }

    fn lamps(&self) -> Lamps {
        let lit = match self.state {
            // K-10: steady while blocked.
            State::Standing => self.memory.blocked,
            // K-06 to K-09, K-22: with every message.
            State::Answered { .. } | State::Checking { .. } | State::Notice { .. } | State::PocketAnswered { .. } => {
                true
            }
            State::Writing { .. } | State::PocketWait { .. } | State::PocketRun { .. } => false,
        };
        // DK-31.
        Lamps { red: lit || self.sounding_until.is_some() }
    }

    fn memory(&self) -> &Memory {
        &self.memory
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }
}

impl Validator {
    /// Whether beeps still sound.
    pub fn is_sounding(&self) -> bool {
        self.sounding_until.is_some()
    }

    /// Whether a key waits for its card, and for which ticket; none for a check.
    pub fn armed(&self) -> Option<Option<FareKind>> {
        self.arm.map(|arm| match arm.button {
            Armed::Ticket(kind) => Some(kind),
            Armed::Check => None,
        })
    }

    /// The instant at which each page of a card's state has been shown once (K-06); none while no page is shown.
    pub fn pages_shown_at(&self) -> Option<Instant> {
        match self.state {
            State::Checking { today, run, since, page, first } => {
                let count = (0u32..).zip(self.pages(run, today, first)).map(|(index, _)| index + 1).last();
                count.map(|count| since + Millis(count * page.0))
            }
            State::Standing
            | State::Writing { .. }
            | State::Answered { .. }
            | State::Notice { .. }
            | State::PocketWait { .. }
            | State::PocketRun { .. }
            | State::PocketAnswered { .. } => None,
        }
    }

    /// Whether it is busy with a card, or still has something to say.
    pub fn is_serving(&self) -> bool {
        self.state != State::Standing
    }

    /// The only writer of the state: a card is remembered only while the state is about it.
    #[inline(never)]
    fn enter(&mut self, state: State) {
        if !matches!(state, State::Writing { .. } | State::Checking { .. } | State::PocketRun { .. }) {
            self.card = None;
        }
        self.state = state;
    }

    /// A message with its beeps: one for what went well, two for a check, three for what did not (K-06 to K-09).
    fn announce(&mut self, now: Instant, beeps: u8, state: State, effects: &mut Effects<Record>) {
        let beeps = self.settings.beeps(beeps);
        effects.push(Effect::Beep(beeps));
        effects.because(&[Dk(31)]);
        self.sounding_until = Some(now + beeps.length());
        self.enter(state);
    }

    /// A message whose card has gone, or never came (DK-02).
    fn notify(&mut self, now: Instant, message: Message, effects: &mut Effects<Record>) {
        let until = now + self.settings.tear_notice();
        self.announce(now, 3, State::Notice { message, until }, effects);
    }

    /// Whether the message on the display is about the card at `position`.
    fn is_shown_for(&self, position: ReaderPosition) -> bool {
        match self.state {
            State::Answered { .. } => position == FRONT,
            State::PocketAnswered { .. } => position == POCKET,
            _ => false,
        }
    }

    /// Follows keys and finger. A press of what is down, or a release of what is up, is no event.
    fn note_hand(&mut self, event: &Event) -> bool {
        let (held, goes_down) = match event {
            Event::Press(key) => (&mut self.hand.keys[*key as usize], true),
            Event::Release(key) => (&mut self.hand.keys[*key as usize], false),
            Event::Touch(_) => (&mut self.hand.finger, true),
            Event::Lift => (&mut self.hand.finger, false),
            Event::Card(_) | Event::Bus(_) => return true,
        };
        core::mem::replace(held, goes_down) != goes_down
    }

    /// DK-34: when and where it is; none until the bus has sent both.
    fn here(&self, now: Instant) -> Option<Here> {
        let Trip { run, route: Route { line, stop, .. } } = self.trip.as_ref()?;
        Some(Here { at: self.clock.read(now)?, run: *run, line: *line, stop: *stop })
    }

    /// What a touch of a field would do; a key does the same.
    fn field_state(&self, now: Instant, field: Field) -> FieldState {
        let blocked = self.memory.blocked;
        // K-03: a message stays while its card is held; K-22: a transfer is not disturbed.
        let card_is_held = self.lying.any()
            || matches!(
                self.state,
                State::Writing { .. } | State::Answered { .. } | State::Checking { .. } | State::PocketAnswered { .. }
            );
        let is_inert = match field {
            // DK-30.
            Field::Normal | Field::Reduced => blocked,
            Field::Check => blocked && !self.settings.status_while_blocked(),
            Field::TopUp => blocked || card_is_held,
        };
        if is_inert || self.here(now).is_none() || matches!(self.state, State::PocketRun { .. }) {
            return FieldState::Inert;
        }
        let is_armed = match (field, self.arm.map(|arm| arm.button)) {
            (Field::Normal, Some(Armed::Ticket(FareKind::Normal))) => true,
            (Field::Reduced, Some(Armed::Ticket(FareKind::Reduced))) => true,
            (Field::Check, Some(Armed::Check)) => true,
            (Field::TopUp, _) => matches!(self.state, State::PocketWait { .. }),
            _ => false,
        };
        if is_armed { FieldState::Armed } else { FieldState::Ready }
    }

    /// K-04: a key of the old type. K-22: "dwukrotne naciśnięcie klawisza S". DK-22: while its window is open.
    fn press(&mut self, now: Instant, key: Key, effects: &mut Effects<Record>) {
        let is_second_check = key == Key::S && self.arm.is_some_and(|arm| arm.button == Armed::Check);
        if is_second_check && self.field_state(now, Field::TopUp) == FieldState::Ready {
            effects.because(&[Dk(22)]);
            self.touch(now, Field::TopUp, effects);
        } else {
            self.touch(now, key.field(), effects);
        }
    }

    /// K-04, K-05, K-06, K-22: what a field does. DK-04: the same once more, and its window is open anew.
    fn touch(&mut self, now: Instant, field: Field, effects: &mut Effects<Record>) {
        if self.field_state(now, field) == FieldState::Inert {
            if self.memory.blocked {
                effects.because(&[K(10), Dk(10), Dk(30)]);
            }
            return;
        }
        let button = match field {
            Field::Normal => Armed::Ticket(FareKind::Normal),
            Field::Reduced => Armed::Ticket(FareKind::Reduced),
            Field::Check => Armed::Check,
            Field::TopUp => {
                effects.because(&[K(22), Dk(23)]);
                self.arm = None;
                return self.enter(State::PocketWait { until: now + self.settings.pocket_wait() + TICK });
            }
        };
        match button {
            Armed::Check => effects.because(&[K(6), Dk(4)]),
            Armed::Ticket(_) => effects.because(&[K(5), K(15), Dk(4)]),
        }
        if button == Armed::Check && self.arm.is_some_and(|arm| arm.button == button) {
            effects.because(&[Dk(35)]);
        }
        self.arm = Some(Arm { button, until: now + self.settings.arm() + TICK });
        // DK-02: a notice lasts until the next key; a pocket that waits is given up for it.
        if matches!(self.state, State::Notice { .. } | State::PocketWait { .. }) {
            self.enter(State::Standing);
        }
    }

    /// K-11, DK-12: a card of the system; every other one, and what cannot be read (DK-32), is air.
    fn recognise(&self, card: CardRead, effects: &mut Effects<Record>) -> Option<CardImage> {
        let is_ours = Self::is_of_system(&self.settings, &card);
        let ours = card.ok().filter(|_| is_ours);
        if ours.is_none() {
            effects.because(&[K(11), Dk(12)]);
        }
        ours
    }

    /// A card is held to the front.
    fn serve(&mut self, now: Instant, card: CardRead, effects: &mut Effects<Record>) {
        let Some(mut card) = self.recognise(card, effects) else { return };
        let id = card.body.environment.id;
        // DK-05: a key is used up by the next card of the system, whatever comes of it.
        let armed = self.arm.take().map(|arm| arm.button);
        // DK-37: with no other card in between.
        let is_torn = self.torn.take() == Some(id);
        match self.decide(now, &mut card.body, (armed, is_torn), effects) {
            Answer::Toggle => {
                let blocked = !self.memory.blocked;
                self.block(blocked, Some(id), effects);
                self.announce(now, 1, State::Answered { message: Message::Blocking(blocked), since: now }, effects);
            }
            Answer::Check(here, first) => {
                effects.push(Effect::Log(Record::Checked { card: id }));
                let (today, run, page) = (here.today(), here.run, self.settings.page());
                self.card = Some(card);
                self.announce(now, 2, State::Checking { today, run, since: now, page, first }, effects);
            }
            Answer::Refuse(because) => {
                effects.because(&[K(8), Dk(7)]);
                let message = note_refusal(Some(id), because, effects);
                self.announce(now, 3, State::Answered { message, since: now }, effects);
            }
            Answer::Repeat(message) => {
                effects.push(Effect::Log(Record::Repeated { card: id, counter: card.body.counter }));
                self.announce(now, 1, State::Answered { message, since: now }, effects);
                ratify(Some(card), effects);
            }
            Answer::Change(plan) => {
                card.advance();
                self.card = Some(card);
                self.write(FRONT, plan, effects);
                self.enter(State::Writing { message: plan.message });
            }
        }
    }

    /// What a card at the front is answered, in the order in which the rules apply. What the card is to say is written
    /// where it is to change, and nowhere else.
    fn decide(
        &self,
        now: Instant,
        body: &mut CardBody,
        (armed, is_torn): (Option<Armed>, bool),
        effects: &mut Effects<Record>,
    ) -> Answer {
        // K-10: "… lub poprzez Kartę Kontrolera".
        if body.environment.kind == CardKind::Controller {
            effects.because(&[K(10), Dk(10)]);
            return Answer::Toggle;
        }
        let Some(here) = self.here(now) else {
            effects.because(&[Dk(34)]);
            return Answer::Refuse(Refusal::OutOfService);
        };
        // K-06: "Po przyłożeniu e-karty rozpoczyna się wyświetlanie stanu karty". DK-10: blocked or not.
        if armed == Some(Armed::Check) {
            effects.because(&[K(6), Dk(6)]);
            if is_torn {
                effects.because(&[K(9), Dk(37)]);
            }
            return Answer::Check(here, if is_torn { PageFirst::Ride } else { PageFirst::Periods });
        }
        // K-10: "Kasownik posiada funkcję blokowania rejestracji". DK-11: period tickets, too.
        if self.memory.blocked {
            effects.because(&[K(10), Dk(10), Dk(11)]);
            return Answer::Refuse(Refusal::Blocked);
        }
        if self.is_hotlisted(body) {
            effects.because(&[Dk(25)]);
            return Answer::Refuse(Refusal::Hotlisted);
        }
        // DK-09, DK-29: an operation that was not confirmed to this passenger, here and now.
        if let Some(message) = repeatable(body, here, armed) {
            effects.because(&[K(9), Dk(9), Dk(29)]);
            return Answer::Repeat(message);
        }
        // DK-36: an exit does not ask whether the card is still valid.
        let is_valid = self.is_valid_on(body, here.today());
        if armed.is_none()
            && let Some(exit) = self.decide_exit(body, here, effects)
        {
            if !is_valid {
                effects.because(&[Dk(36)]);
            }
            return exit;
        }
        if !is_valid {
            effects.because(&[Dk(25)]);
            return Answer::Refuse(Refusal::NotValid);
        }
        match armed {
            Some(Armed::Ticket(kind)) => self.decide_keyed(body, here, kind, effects),
            Some(Armed::Check) | None => self.decide_plain(body, here, effects),
        }
    }

    /// K-05: a ticket from the purse, for the holder or for another person. DK-05: independent of the rest of the card.
    fn decide_keyed(&self, body: &mut CardBody, here: Here, kind: FareKind, effects: &mut Effects<Record>) -> Answer {
        effects.because(&[K(5), K(15), Dk(5), Dk(27)]);
        let today = here.today();
        // DK-27: his own, if he is not registered yet and would pay this fare himself.
        let rides_otherwise = period_on(body, today).is_some() || body.holder.free_until(today).is_some();
        let is_registered = open_ride(body, here.run).is_some_and(|ride| ride.own_stop.is_some());
        let kind_fits = body.holder.fare_kind(today).is_none_or(|own| own == kind);
        let own = !is_registered && !rides_otherwise && kind_fits;
        if !own {
            effects.because(&[K(20)]);
        }
        // DK-18: whether an entitlement has ended is nothing to a key.
        if kind == FareKind::Reduced && body.holder.concession.is_some_and(|concession| concession.until < today) {
            effects.because(&[Dk(18)]);
        }
        let operation = match kind {
            FareKind::Normal => RatifiedOperation::Normal,
            FareKind::Reduced => RatifiedOperation::Reduced,
        };
        self.decide_ticket(body, here, kind, own, operation, effects)
    }

    /// K-13: "należy dokonać rejestracji wyjścia z pojazdu". DK-13: at a later stop. DK-14: or at the same, if set.
    /// DK-36: whatever has become of the card's validity, of the day or of the clock since.
    fn decide_exit(&self, body: &mut CardBody, here: Here, effects: &mut Effects<Record>) -> Option<Answer> {
        let stop = here.stop;
        let ride = open_ride(body, here.run).filter(Ride::has_tickets)?;
        let boarded = ride.boarded_at()?;
        if boarded > stop || (boarded == stop && !self.settings.same_stop_exit()) {
            return None;
        }
        effects.because(&[K(1), K(13), Dk(13), Dk(15), Dk(32)]);
        let (refund, fare) = ride.settled_at(stop, self.settings.tariff());
        body.purse.balance = body.purse.balance.saturating_add(refund.0);
        body.ride = Some(Ride { closed_at: Some(stop), ..ride });
        let message = Message::Exit { refund, balance: Grosz(body.purse.balance) };
        let amount = i64::from(refund.0);
        let movement = Movement::Exit { refund, fare };
        Some(self.change(body, here, RatifiedOperation::Exit, LogKind::Exit, amount, movement, message))
    }

    /// A card without a key that does not register an exit: always the holder himself (DK-27).
    fn decide_plain(&self, body: &mut CardBody, here: Here, effects: &mut Effects<Record>) -> Answer {
        let (run, stop, today) = (here.run, here.stop, here.today());
        let purse_ride = open_ride(body, run).filter(Ride::has_tickets);
        // DK-28: he has just got off.
        if body.ride.is_some_and(|ride| ride.run == run && ride.closed_at == Some(stop)) {
            effects.because(&[Dk(28)]);
            return Answer::Refuse(Refusal::ExitRegistered);
        }
        // K-21: "w pierwszej kolejności system będzie korzystał z ważnego (ważny w danym dniu) biletu okresowego".
        if let Some(contract) = period_on(body, today) {
            effects.because(&[K(12), K(21), Dk(21)]);
            let message = Message::Period { until: contract.to };
            return self.decide_ride(body, here, RideBasis::Period, message);
        }
        // DK-14, K-20: he is registered here already; others need a key.
        if purse_ride.and_then(|ride| ride.own_stop).is_some_and(|own_stop| own_stop >= stop) {
            effects.because(&[K(20), Dk(14), Dk(27)]);
            return Answer::Refuse(Refusal::AlreadyCancelled);
        }
        // K-14: "… lub rejestruje tylko przejazd (w przypadku osób posiadających uprawnienia do bezpłatnych …)".
        if let Some(until) = body.holder.free_until(today) {
            effects.because(&[K(1), K(14), Dk(16)]);
            return self.decide_ride(body, here, RideBasis::Free, Message::Free { until });
        }
        if !body.purse.present {
            effects.because(&[K(8), Dk(32)]);
            return Answer::Refuse(Refusal::NoContract);
        }
        // K-16: "… automatycznie pobiera opłatę zgodną z rodzajem zakodowanego biletu". K-17: without a word.
        let Some(kind) = body.holder.fare_kind(today) else {
            effects.because(&[Dk(17)]);
            return Answer::Refuse(Refusal::ChooseKind);
        };
        effects.because(&[K(12), K(14), K(16)]);
        if body.contracts.iter().any(Option::is_some) {
            effects.because(&[K(21)]);
        }
        if body.holder.default_tariff.is_some_and(|written| written != kind) {
            effects.because(&[K(17)]);
        }
        self.decide_ticket(body, here, kind, true, RatifiedOperation::Plain, effects)
    }

    /// K-13, K-18, K-19: one ticket from the purse, if it may be and can be paid.
    fn decide_ticket(
        &self,
        body: &mut CardBody,
        here: Here,
        kind: FareKind,
        own: bool,
        operation: RatifiedOperation,
        effects: &mut Effects<Record>,
    ) -> Answer {
        if !body.purse.present {
            effects.because(&[K(8), Dk(32)]);
            return Answer::Refuse(Refusal::NoContract);
        }
        let (ride, abandoned) = ride_in(body, here.run);
        // K-19: "można dokonać maksymalnie 5 skasowań". DK-20.
        let limit = self.settings.limit();
        if ride.counted_at(here.stop) >= u32::from(limit) {
            effects.because(&[K(19), Dk(20)]);
            return Answer::Refuse(Refusal::Limit(limit));
        }
        // K-18: "kwota nie mniejsza niż cena biletu jednorazowego". DK-19.
        let price = self.settings.tariff().single.of(kind);
        let Some(balance) = body.purse.balance.checked_sub(price.0) else {
            effects.because(&[K(18), Dk(19)]);
            return Answer::Refuse(Refusal::NoMoney(Grosz(body.purse.balance)));
        };
        // DK-27: a card has room for four boarding stops in one ride.
        let Some(mut ride) = ride.with_ticket(here.stop, kind, price) else {
            effects.because(&[Dk(27)]);
            return Answer::Refuse(Refusal::TooManyStops);
        };
        effects.because(&[K(7), K(13)]);
        if abandoned.is_some() {
            effects.because(&[Dk(13)]);
        }
        if own {
            ride.own_stop = Some(here.stop);
            ride.own_basis = RideBasis::Purse;
        }
        body.purse.balance = balance;
        body.ride = Some(ride);
        let logged = match kind {
            FareKind::Normal => LogKind::NormalTicket,
            FareKind::Reduced => LogKind::ReducedTicket,
        };
        let message = Message::Taken { price, balance: Grosz(balance) };
        let movement = Movement::Ticket { kind, own, price, abandoned };
        self.change(body, here, operation, logged, -i64::from(price.0), movement, message)
    }

    /// K-14, K-21: the holder rides without paying from the purse.
    fn decide_ride(&self, body: &mut CardBody, here: Here, basis: RideBasis, message: Message) -> Answer {
        let (mut ride, abandoned) = ride_in(body, here.run);
        ride.own_stop = Some(here.stop);
        ride.own_basis = basis;
        body.ride = Some(ride);
        let logged = if basis == RideBasis::Free { LogKind::FreeRide } else { LogKind::PeriodRide };
        self.change(body, here, RatifiedOperation::Plain, logged, 0, Movement::Ride { basis, abandoned }, message)
    }

    /// One committed change: counted, logged on the card, and marked as not confirmed yet (DK-29).
    #[expect(clippy::too_many_arguments, reason = "each is a different noun; a struct would only rename them")]
    fn change(
        &self,
        body: &mut CardBody,
        here: Here,
        operation: RatifiedOperation,
        logged: LogKind,
        amount: i64,
        movement: Movement,
        message: Message,
    ) -> Answer {
        body.ratification = Some(Ratification { run: here.run, stop: here.stop, operation });
        self.log_on_card(body, here, logged, amount);
        Answer::Change(Plan { here, movement, message })
    }

    fn log_on_card(&self, body: &mut CardBody, here: Here, kind: LogKind, amount: i64) {
        body.commit(LogEntry {
            counter: 0,
            at: Some(here.at),
            device: self.settings.validator,
            kind,
            amount: i32::try_from(amount).unwrap_or(i32::MAX),
            balance_after: 0,
            line: here.line,
            stop: here.stop,
        });
    }

    /// DK-25: whether the card was announced as lost, or is blocked by its issuer.
    fn is_hotlisted(&self, body: &CardBody) -> bool {
        let environment = body.environment;
        self.settings.hotlist()
            && (environment.status == CardStatus::Blocked || self.memory.hotlist.contains(&environment.id))
    }

    /// DK-25: whether the card is not out of date on that day, its first and its last day included.
    fn is_valid_on(&self, body: &CardBody, day: Date) -> bool {
        let environment = body.environment;
        !self.settings.hotlist() || (environment.issue <= day && day <= environment.end)
    }

    /// K-22: a card is in the pocket. What can be fetched for it is decided before it is asked to stay.
    fn fetch(&mut self, now: Instant, card: CardRead, effects: &mut Effects<Record>) {
        let Some(mut card) = self.recognise(card, effects) else { return };
        let Some(here) = self.here(now).filter(|_| card.body.environment.kind == CardKind::Passenger) else { return };
        effects.because(&[K(22), Dk(24)]);
        let planned = if self.is_hotlisted(&card.body) {
            effects.because(&[Dk(25)]);
            Err(Refusal::Hotlisted)
        } else if !self.is_valid_on(&card.body, here.today()) {
            effects.because(&[Dk(25)]);
            Err(Refusal::NotValid)
        } else {
            self.orders_for(&mut card.body, here)
        };
        match planned {
            Ok(plan) => {
                let length = self.settings.pocket_run();
                let write_at = now + (length - self.settings.write());
                card.advance();
                self.card = Some(card);
                self.enter(State::PocketRun { plan, phase: Phase::Fetching { write_at }, since: now, length });
            }
            Err(refusal) => {
                effects.because(&[Dk(32)]);
                let message = note_refusal(Some(card.body.environment.id), refusal, effects);
                self.announce(now, 3, State::PocketAnswered { message, since: now }, effects);
            }
        }
    }

    /// DK-24: at most one purse order and one for a period ticket; the card takes none twice. DK-32: what does not fit
    /// stays where it is.
    fn orders_for(&self, body: &mut CardBody, here: Here) -> Result<Plan, Refusal> {
        let mut refusal = Refusal::NoOrders;
        let mut purse = None;
        let mut period = None;
        // Lower numbers first, or the card would take a later one for an earlier one that is still to come.
        let id = body.environment.id;
        let next = |is_wanted: fn(&Goods) -> bool, last: u32| {
            let waiting = self.memory.orders.iter().filter(|order| order.card == id && order.id > last);
            waiting.filter(|order| is_wanted(&order.goods)).min_by_key(|order| order.id)
        };
        if let Some(Order { id, goods: Goods::Period(contract), .. }) =
            next(|goods| matches!(goods, Goods::Period(_)), body.purse.last_period_order)
        {
            let is_free = |slot: &Option<_>| slot.is_none_or(|old: Contract| old.to < here.today());
            match body.contracts.iter_mut().find(|slot| is_free(slot)) {
                Some(slot) => {
                    *slot = Some(*contract);
                    body.purse.last_period_order = *id;
                    period = Some(*id);
                }
                None => refusal = Refusal::NoRoom,
            }
        }
        if let Some(Order { id, goods: Goods::Purse(amount), .. }) =
            next(|goods| matches!(goods, Goods::Purse(_)), body.purse.last_purse_order)
        {
            // What an exit may still give back must fit, too.
            let advance = body.ride.filter(Ride::is_open).map_or(Grosz(0), |ride| ride.advance());
            let balance = body.purse.balance.checked_add(amount.0);
            let fits = |balance: &u32| balance.checked_add(advance.0).is_some_and(|most| most <= body.purse.max);
            match balance.filter(fits) {
                _ if !body.purse.present => refusal = Refusal::NoContract,
                None => refusal = Refusal::PurseFull,
                Some(balance) => {
                    body.purse.balance = balance;
                    body.purse.load_class = self.settings.tariff().class_of(*amount);
                    body.purse.last_purse_order = *id;
                    purse = Some((*id, *amount));
                }
            }
        }
        let count = u8::from(purse.is_some()) + u8::from(period.is_some());
        if count == 0 {
            return Err(refusal);
        }
        let amount = purse.map_or(0, |(_, amount)| i64::from(amount.0));
        self.log_on_card(body, here, LogKind::Order, amount);
        let balance = body.purse.present.then_some(Grosz(body.purse.balance));
        Ok(Plan { here, movement: Movement::Orders { purse, period }, message: Message::Orders { count, balance } })
    }

    /// What a card has taken does not wait any more.
    fn forget_orders(&mut self, card: CardId, movement: Movement) {
        if let Movement::Orders { purse, period } = movement {
            let taken = |order: &Order| {
                order.card == card && (purse.map(|(id, _)| id) == Some(order.id) || period == Some(order.id))
            };
            self.memory.orders.retain(|order| !taken(order));
        }
    }

    /// A card is about to become what was planned for it: stored before it is performed.
    fn write(&mut self, position: ReaderPosition, plan: Plan, effects: &mut Effects<Record>) {
        let Some(card) = self.card else { return };
        let Plan { here, movement, .. } = plan;
        let operation = Operation {
            number: self.memory.take_number(),
            card: card.body.environment.id,
            counter: card.body.counter,
            at: here.at,
            run: here.run,
            line: here.line,
            stop: here.stop,
            movement,
        };
        self.memory.open(operation);
        effects.push(Effect::Log(Record::Began(operation)));
        effects.push(Effect::Write(position, card));
    }

    /// The operation that is open has ended.
    fn close(&mut self, status: OperationStatus, effects: &mut Effects<Record>) -> Option<Operation> {
        let operation = self.memory.close(status)?;
        let record = match status {
            OperationStatus::Confirmed => Record::Confirmed(operation),
            OperationStatus::Unconfirmed | OperationStatus::Open => Record::Unconfirmed(operation),
        };
        effects.push(Effect::Log(record));
        Some(operation)
    }

    /// K-10, DK-30: N and U do not wait any more, nor does the pocket.
    fn block(&mut self, blocked: bool, by: Option<CardId>, effects: &mut Effects<Record>) {
        if self.memory.blocked == blocked {
            return;
        }
        effects.because(&[K(10), Dk(10), Dk(30)]);
        self.memory.blocked = blocked;
        effects.push(Effect::Log(Record::Blocking { blocked, by }));
        if blocked {
            let checks = self.settings.status_while_blocked();
            self.arm = self.arm.filter(|arm| checks && arm.button == Armed::Check);
            self.stop_waiting();
        }
    }

    /// The pocket does not wait any more.
    fn stop_waiting(&mut self) {
        if matches!(self.state, State::PocketWait { .. }) {
            self.enter(State::Standing);
        }
    }

    /// What the bus orders.
    fn obey(&mut self, now: Instant, word: Bus, effects: &mut Effects<Record>) {
        match word {
            // K-02, DK-34: at power-on and at each change.
            Bus::CivilTime(civil) => {
                effects.because(&[K(2), Dk(1), Dk(34)]);
                self.clock.set(now, civil);
            }
            Bus::Trip(trip) => {
                effects.because(&[K(2)]);
                self.trip = trip;
                if trip.is_none() {
                    effects.because(&[Dk(34)]);
                    self.arm = None;
                    self.stop_waiting();
                }
            }
            Bus::Block(blocked) => self.block(blocked, None, effects),
            Bus::Hotlist(hotlist) => self.memory.hotlist = hotlist,
            Bus::Orders(orders) => self.memory.orders = orders,
            Bus::Configure(settings) => {
                // DK-03: another face has other keys; what the old ones asked for is gone with them.
                if settings.face() != self.settings.face() {
                    effects.because(&[Dk(3)]);
                    self.arm = None;
                    self.hand = Hand::default();
                }
                self.settings = settings;
            }
        }
    }

    /// K-06: the pages of the card that is checked.
    fn pages(&self, run: u32, today: Date, first: PageFirst) -> screen::Pages {
        let Some(card) = &self.card else { unreachable!("a check is about a card") };
        let mut pages = screen::pages(&card.body, run, today);
        if first == PageFirst::Ride {
            pages.rotate_right(1);
        }
        pages
    }

    fn view(&self, now: Instant) -> View {
        match self.state {
            State::Standing => self.standing_view(now),
            State::Writing { .. } => View::Writing,
            State::Answered { message, .. } | State::Notice { message, .. } | State::PocketAnswered { message, .. } => {
                View::Message(message)
            }
            State::Checking { today, run, since, page, first } => {
                let pages = self.pages(run, today, first);
                let turn = (now.since(since).0 / page.0) as usize % pages.len();
                View::Page(pages[turn])
            }
            State::PocketWait { .. } => View::TopUpWait,
            State::PocketRun { since, length, .. } => {
                let progress = now.since(since).steps_of(length, BAR_STEPS);
                View::TopUpRun { progress: (self.settings.face() == Face::Touch).then_some(progress) }
            }
        }
    }

    fn standing_view(&self, now: Instant) -> View {
        match self.arm.map(|arm| arm.button) {
            Some(Armed::Check) if !self.lying.any() => View::Armed(Choice::Check),
            _ if self.memory.blocked => View::Blocked,
            _ if self.here(now).is_none() => View::OutOfService,
            // DK-38: before a card can be served.
            _ if self.lying.any() => View::TakeAway,
            Some(Armed::Check) => View::Armed(Choice::Check),
            Some(Armed::Ticket(kind)) => View::Armed(Choice::Ticket(kind, self.settings.tariff().single.of(kind))),
            None => View::Rest,
        }
    }
}

/// DK-29: the operation is confirmed, so its mark goes: the same counter, the next sequence number.
fn ratify(card: Option<CardImage>, effects: &mut Effects<Record>) {
    let Some(card) = card else { return };
    let body = CardBody { ratification: None, ..card.body };
    effects.push(Effect::Write(FRONT, card.followed_by(body)));
}

/// K-08: nothing is registered, and the display says why.
fn note_refusal(card: Option<CardId>, because: Refusal, effects: &mut Effects<Record>) -> Message {
    effects.push(Effect::Log(Record::Refused { card, because }));
    Message::Refused(because)
}

/// DK-29: the success that was not shown, if this is the same operation at the same reader. A mark whose line seven
/// later ones have pushed off the card's log means nothing any more.
fn repeatable(body: &CardBody, here: Here, armed: Option<Armed>) -> Option<Message> {
    use RatifiedOperation::{Exit, Normal, Plain, Reduced};
    let mark = body.ratification.filter(|mark| mark.run == here.run && mark.stop == here.stop)?;
    let is_same = match armed {
        None => matches!(mark.operation, Plain | Exit),
        Some(Armed::Ticket(FareKind::Normal)) => mark.operation == Normal,
        Some(Armed::Ticket(FareKind::Reduced)) => mark.operation == Reduced,
        Some(Armed::Check) => false,
    };
    let logged = body.operations().filter(|line| line.kind != LogKind::Order).last().filter(|_| is_same)?;
    let amount = Grosz(logged.amount.unsigned_abs());
    let balance = Grosz(body.purse.balance);
    // DK-34: what it was registered by was valid on the day of its detection, which may be over by now.
    let day = logged.at.map_or(here.today(), DateTime::date);
    Some(match logged.kind {
        LogKind::NormalTicket | LogKind::ReducedTicket => Message::Taken { price: amount, balance },
        LogKind::Exit => Message::Exit { refund: amount, balance },
        LogKind::PeriodRide => Message::Period { until: period_on(body, day)?.to },
        LogKind::FreeRide => Message::Free { until: body.holder.free_until(day)? },
        LogKind::Load | LogKind::Return | LogKind::Sale | LogKind::Reset | LogKind::PayOut | LogKind::Order => {
            return None;
        }
    })
}

const _: () = assert!(RIDE_GROUPS == 4, "DK-27 speaks of a fifth boarding stop");
