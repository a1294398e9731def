//! The shore-power pedestal: a smart card in a holder, four sockets, credit moved in steps, and a card that is spoilt
//! if it is pulled out during an update.
//!
//! The clauses named in the code are listed in `pedestal/MANUAL.md`. The device is a state, the input panel as it
//! stands, meters that run ahead of the memory, its civil time, its memory and its settings.

mod lcd;
mod memory;
mod screen;
mod settings;
pub mod text;

use crate::bench::Bench;
use crate::card::{
    CardBody, CardId, CardImage, CardKind, CardRead, CardStatus, LogEntry, LogKind, SystemId, UpdateMark,
};
use crate::device::{CardEvent, Device, Effect, Effects, ReaderPosition};
use crate::money::{MilliOre, Ore};
use crate::reader::Reader;
use crate::rule::Rule::{Dk, Dp, P};
use crate::time::{CivilClock, DateTime, Instant, Millis, TICK, earlier};

pub use lcd::{FRAME_HEIGHT, FRAME_WIDTH, Frame, frame};
pub use memory::{Journal, Memory, SocketMemory, Suspense, Terms, Transfer};
pub use screen::{
    BAR_STEPS, Because, Bottom, BusyBecause, COLUMNS, HEADLINE_COLUMNS, Notice, Screen, ScreenLine, ScreenText, Staged,
    View,
};
pub use settings::{SETTINGS, Settings, TearPolicy};

/// One of the four sockets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Socket {
    /// Socket 1.
    One,
    /// Socket 2.
    Two,
    /// Socket 3.
    Three,
    /// Socket 4.
    Four,
}

impl Socket {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// All of them, in order.
    pub const ALL: [Self; Self::COUNT] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// The socket with this number (1 to 4) on its button.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The number on its button (1 to 4).
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Its index in a list of four.
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A button (P-05, DP-01).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Key {
    /// "Knapp 1 Tilbake".
    Back,
    /// "Knapp 2 Enter".
    Enter,
    /// "Valg av stikkontakt".
    Socket(Socket),
}

impl Key {
    /// All six.
    pub const ALL: [Self; 6] = [
        Self::Back,
        Self::Enter,
        Self::Socket(Socket::One),
        Self::Socket(Socket::Two),
        Self::Socket(Socket::Three),
        Self::Socket(Socket::Four),
    ];

    const fn bit(self) -> u8 {
        match self {
            Self::Back => 1,
            Self::Enter => 2,
            Self::Socket(socket) => 4 << socket as u8,
        }
    }
}

/// Everything that can happen to a pedestal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// The card reader has something to say.
    Card(CardEvent),
    /// A button goes down.
    Press(Key),
    /// A button comes up.
    Release(Key),
    /// The meter of a socket has counted one watt-hour.
    Metered(Socket),
    /// The marina office has something to say.
    Office(Office),
}

impl From<CardEvent> for Event {
    fn from(event: CardEvent) -> Self {
        Self::Card(event)
    }
}

/// A command of the marina office to a pedestal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Office {
    /// The civil date and time is this.
    CivilTime(DateTime),
    /// Work by these settings from here on; a running operation keeps its own (DP-34).
    Configure(Settings),
    /// This card has been reset: close the recovery that waits for it (DP-19).
    CloseJournal(CardId),
    /// The outcome of the record on this socket is known at the desk, or will never be (DP-31).
    CloseRecord(Socket, Outcome),
    /// The owner's card is destroyed or lost: give up the remainder (DP-35).
    Release(Socket),
}

/// How an update whose outcome was not known has turned out.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Outcome {
    /// The card took the last write.
    Done,
    /// It did not.
    NotDone,
    /// It cannot be known: the card is destroyed or lost.
    WrittenOff,
}

/// A line of the operations log: every movement of value, and what became of every update.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Record {
    /// An update ended: the amount went from the card to the socket.
    Loaded {
        /// The transaction.
        txn: u32,
        /// From this card.
        card: CardId,
        /// To this socket.
        socket: Socket,
        /// So much.
        amount: Ore,
    },
    /// An update ended: the socket's credit went back to the card.
    Returned {
        /// The transaction.
        txn: u32,
        /// To this card.
        card: CardId,
        /// From this socket.
        socket: Socket,
        /// So much.
        amount: Ore,
        /// The remainder below one øre, which no card can hold (DP-13).
        rounding: MilliOre,
    },
    /// The card was pulled out in mid-update.
    Interrupted {
        /// The transaction.
        txn: u32,
        /// The card.
        card: CardId,
        /// The socket.
        socket: Socket,
        /// Whether the last write had begun, so that the outcome is not known (DP-27).
        in_doubt: bool,
    },
    /// The minute is over and the update is given up.
    RolledBack {
        /// The transaction.
        txn: u32,
        /// The card.
        card: CardId,
        /// The socket.
        socket: Socket,
    },
    /// The outcome of a record in suspense is known.
    Settled {
        /// The transaction.
        txn: u32,
        /// The card.
        card: CardId,
        /// The socket.
        socket: Socket,
        /// What was to move.
        transfer: Transfer,
        /// How it turned out.
        outcome: Outcome,
    },
    /// One watt-hour was delivered and paid for.
    Consumed {
        /// At this socket.
        socket: Socket,
        /// So much was paid; less than its price where the credit ended.
        amount: MilliOre,
    },
    /// The remainder of a socket was given up (DP-35).
    Released {
        /// This socket.
        socket: Socket,
        /// So much.
        amount: MilliOre,
    },
}

/// Which of the four socket buttons light blue; a button is lit exactly while its outlet is on (P-23, DP-20).
pub type Lamps = [bool; Socket::COUNT];

/// The pedestal.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Pedestal {
    state: State,
    /// The card in the holder, as it was last read or written.
    card: Option<CardRead>,
    panel: Panel,
    meters: [Meter; Socket::COUNT],
    clock: CivilClock,
    memory: Memory,
    settings: Settings,
}

/// What you would see if you took a photograph of it; the card in the holder is beside it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum State {
    /// Rest mode; a card may still lie in the holder (DP-07).
    Welcome,
    /// A user card is in; which socket? `settled` is a record that this card has just resolved (DP-31).
    ServiceSelect { settled: Option<Transfer> },
    /// The chosen socket cannot be had; another, please.
    Busy { socket: Socket, because: BusyBecause },
    /// Credit on the socket, credit on the card, and what is staged.
    OutletStatus { socket: Socket, staged: Staged, own_key: OwnKey, notice: Option<Notice>, too_short: TooShort },
    /// Credit is being moved.
    Updating { phase: Phase, since: Instant },
    /// It is done; the card, please.
    RemoveCard { socket: Socket, until: Option<Instant> },
    /// The card was pulled out: it may come back until `until`, that instant not included (P-19).
    Recovering { until: Instant, view: RecoveryView },
    /// DK-39: two cards of the system were put in together.
    OneCardOnly,
    /// This card is not served.
    InvalidCard { because: Because },
    /// How much credit is left on a socket; a card that is not served may lie in the holder.
    CreditCheck { socket: Socket },
}

/// What is shown while the minute runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum RecoveryView {
    Countdown,
    WrongCard,
    OneCardOnly,
    CreditCheck(Socket),
}

/// How far an update is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Phase {
    /// The mark is being written.
    Marking,
    /// The card is marked; the last write begins at `finish_at`, in time for the end of the update.
    Marked { finish_at: Instant },
    /// The last write is under way, its record open.
    Finishing,
}

/// The button of the socket whose status is shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum OwnKey {
    /// Up, or down since before this screen (DP-28).
    Up,
    /// Pressed on this screen; at `return_at` it has become a hold (DP-11).
    Down { since: Instant, return_at: Instant },
    /// Its press has had its effect; the release means nothing.
    Spent,
}

/// DP-38: whether a hold whose bar was shown was let go too early and is part of what is staged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct TooShort(bool);

/// The buttons as they stand, and since when nothing has been touched.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Panel {
    down: u8,
    quiet_since: Instant,
}

/// What a socket has consumed since that was last written to memory (DP-33).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
struct Meter {
    watt_hours: u64,
    amount: MilliOre,
}

/// The card holder (P-05).
pub const HOLDER: ReaderPosition = ReaderPosition(0);

impl Device for Pedestal {
    type Event = Event;
    type Screen = Screen;
    type Lamps = Lamps;
    type Memory = Memory;
    type Settings = Settings;
    type Record = Record;
    const READERS: &'static [ReaderPosition] = &[HOLDER];

    fn is_of_system(settings: &Settings, card: &CardRead) -> bool {
        let environment = card.as_ref().ok().map(|image| image.body.environment);
        environment.is_some_and(|one| one.system == settings.system && one.kind == CardKind::User)
    }

    fn power_on(now: Instant, memory: Memory, settings: Settings, effects: &mut Effects<Record>) -> Self {
        // DP-25: what was in memory goes on; outlets with credit are on again by that alone.
        effects.because(&[Dp(25)]);
        let mut pedestal = Self {
            state: State::Welcome,
            card: None,
            panel: Panel { down: 0, quiet_since: now },
            meters: Default::default(),
            clock: CivilClock::default(),
            memory,
            settings,
        };
        // DP-32: a cut counts as a removal. The first restart gives the minute once more; the second ends it.
        match &mut pedestal.memory.journal {
            Some(journal) if !journal.restarted => {
                effects.because(&[Dp(32)]);
                journal.restarted = true;
                let until = now + journal.terms.recovery + TICK;
                pedestal.enter(now, State::Recovering { until, view: RecoveryView::Countdown });
            }
            Some(_) => {
                effects.because(&[Dp(32)]);
                pedestal.roll_back(effects);
            }
            None => {}
        }
        pedestal
    }

    #[expect(clippy::too_many_lines, reason = "one match, in the manual's order, is easier to check against it")]
    fn answer(&mut self, now: Instant, event: Event, effects: &mut Effects<Record>) {
        if !self.note_keys(now, &event) {
            return;
        }
        match (self.state, event) {
            // P-08: "Om man fjerner kortet fra kortholder vil skjermbildet øyeblikkelig gå tilbake til velkommen".
            // DP-14: except during updating, which comes first here.
            // P-18, P-19: "… vil du innen 1 min få mulighet til å sette kortet tilbake".
            (State::Updating { phase, .. }, Event::Card(CardEvent::Left(_))) => {
                self.card = None;
                effects.because(&[P(17), P(18), P(19), Dp(14)]);
                self.interrupt(now, phase, effects);
            }
            (State::Recovering { until, view }, Event::Card(CardEvent::Left(_))) => {
                self.card = None;
                let view = match view {
                    RecoveryView::WrongCard | RecoveryView::OneCardOnly => RecoveryView::Countdown,
                    RecoveryView::Countdown | RecoveryView::CreditCheck(_) => view,
                };
                effects.because(&[Dp(16), Dp(29)]);
                self.enter(now, State::Recovering { until, view });
            }
            (_, Event::Card(CardEvent::Left(_))) => {
                self.card = None;
                effects.because(&[P(8)]);
                self.enter(now, State::Welcome);
            }

            // P-19, DP-29, DP-30: while a journal is open it decides what an inserted card means.
            (State::Recovering { until, .. }, Event::Card(CardEvent::Arrived(_, card) | CardEvent::Found(_, card))) => {
                self.card = Some(card);
                self.recover(now, until, effects);
            }
            // DK-39: two cards of the system together: none is served, and none is changed.
            (State::Updating { .. }, Event::Card(CardEvent::Several { .. })) => {}
            (State::Recovering { until, .. }, Event::Card(CardEvent::Several { .. })) => {
                effects.because(&[Dk(39), Dp(29)]);
                self.enter(now, State::Recovering { until, view: RecoveryView::OneCardOnly });
            }
            (_, Event::Card(CardEvent::Several { .. })) => {
                effects.because(&[Dk(39)]);
                self.enter(now, State::OneCardOnly);
            }
            // P-09: "Plasser et bruker kort i kortholder, skjermbilde vil bytte til service valg skjerm".
            // DP-32: a card that was there at power-on is an arrival.
            (State::Updating { .. }, Event::Card(CardEvent::Arrived(..) | CardEvent::Found(..))) => {}
            (_, Event::Card(CardEvent::Arrived(_, card) | CardEvent::Found(_, card))) => {
                self.card = Some(card);
                self.admit(now, effects);
            }

            // P-10 to P-12: "Trykk valgknapp på uttak som skal brukes". DP-28: on press-down.
            (State::ServiceSelect { .. } | State::Busy { .. }, Event::Press(Key::Socket(socket))) => {
                effects.because(&[P(10), Dp(28)]);
                self.select(now, socket, effects);
            }
            // DP-07: the card is still in the holder although the display is at rest.
            (State::Welcome, Event::Press(Key::Socket(socket))) if self.serves_card() => {
                effects.because(&[Dp(7), P(10), Dp(28)]);
                self.admit(now, effects);
                self.select(now, socket, effects);
            }
            (State::Welcome, Event::Press(Key::Enter)) if self.serves_card() => {
                effects.because(&[Dp(7), Dp(2)]);
                self.admit(now, effects);
            }

            // P-14, P-15: what the press means is decided by how long it lasts. DP-12: a return, once staged, stands.
            (
                State::OutletStatus { socket, staged, own_key: OwnKey::Up, too_short, .. },
                Event::Press(Key::Socket(pressed)),
            ) if pressed == socket => {
                let own_key = match staged {
                    Staged::Return => OwnKey::Spent,
                    Staged::Nothing | Staged::Load(_) => {
                        OwnKey::Down { since: now, return_at: now + self.settings.hold() }
                    }
                };
                self.stay(State::OutletStatus { socket, staged, own_key, notice: None, too_short });
            }
            // DP-08: another socket's button moves nothing and restarts the pauses.
            (State::OutletStatus { .. }, Event::Press(Key::Socket(_))) => effects.because(&[Dp(8)]),
            // P-14: "Kreditt vil overføres til strømsøylen i forhold 10 kr pr trykk". DP-11: it counts on release.
            (
                State::OutletStatus {
                    socket,
                    staged: before,
                    own_key: OwnKey::Down { since, return_at },
                    too_short,
                    ..
                },
                Event::Release(Key::Socket(released)),
            ) if released == socket => {
                let (staged, notice) = self.stage(return_at.since(now), before, effects);
                // DP-38: it was to be a hold, and its bar was shown; now it loads.
                let is_too_short = staged != before && now.since(since) >= HOLD_BAR_FROM;
                if is_too_short {
                    effects.because(&[Dp(38)]);
                }
                let too_short = TooShort(too_short.0 || is_too_short);
                self.stay(State::OutletStatus { socket, staged, own_key: OwnKey::Up, notice, too_short });
            }
            (
                State::OutletStatus { socket, staged, own_key: OwnKey::Spent, notice, too_short },
                Event::Release(Key::Socket(released)),
            ) if released == socket => {
                self.stay(State::OutletStatus { socket, staged, own_key: OwnKey::Up, notice, too_short });
            }
            // DP-02: Enter starts the update at once; Back goes back one screen and drops what is staged.
            (State::OutletStatus { socket, staged, .. }, Event::Press(Key::Enter)) if staged.is_some() => {
                effects.because(&[Dp(2)]);
                self.begin(now, socket, staged, effects);
            }
            (State::OutletStatus { .. } | State::Busy { .. }, Event::Press(Key::Back))
            | (State::Busy { .. }, Event::Press(Key::Enter)) => {
                effects.because(&[Dp(2)]);
                self.enter(now, State::ServiceSelect { settled: None });
            }
            (
                State::ServiceSelect { .. }
                | State::InvalidCard { .. }
                | State::OneCardOnly
                | State::CreditCheck { .. },
                Event::Press(Key::Back),
            ) => {
                effects.because(&[Dp(2)]);
                self.rest(now, effects);
            }

            // P-16 to P-23: the update. DP-06: no button and no timer touches it.
            (State::Updating { phase: Phase::Marking, since }, Event::Card(CardEvent::Written(_))) => {
                // A mark that took longer than the whole update makes the last write late, never early.
                let finish_at = self.finish_at(since).max(now);
                self.stay(State::Updating { phase: Phase::Marked { finish_at }, since });
            }
            (State::Updating { phase: Phase::Finishing, .. }, Event::Card(CardEvent::Written(_))) => {
                self.commit(now, effects);
            }

            // P-26: "Når som helst kan bruker sjekke kreditt som gjenstår …", without a card. DP-22.
            (State::Welcome | State::CreditCheck { .. }, Event::Press(Key::Socket(socket))) => {
                effects.because(&[P(26), Dp(22)]);
                self.enter(now, State::CreditCheck { socket });
            }
            (State::Recovering { until, .. }, Event::Press(Key::Socket(socket))) => {
                effects.because(&[P(26), Dp(16), Dp(22)]);
                self.enter(now, State::Recovering { until, view: RecoveryView::CreditCheck(socket) });
            }
            (State::Recovering { until, .. }, Event::Press(Key::Back)) => {
                effects.because(&[Dp(2)]);
                self.enter(now, State::Recovering { until, view: RecoveryView::Countdown });
            }

            // P-24, P-25: power is counted in kilowatt-hours and paid from the credit.
            (_, Event::Metered(socket)) => self.consume(socket, effects),
            (_, Event::Office(order)) => self.obey(now, order, effects),

            // Nothing else means anything: DP-02 (buttons), DP-06 (updating, remove card), DP-23 (invalid card).
            (_, Event::Press(_) | Event::Release(_) | Event::Card(CardEvent::Written(_))) => {}
        }
    }

    fn expire(&mut self, at: Instant, effects: &mut Effects<Record>) {
        match self.state {
            // P-15: "Trykk og hold valgknapp (ca 5 sekunder) for å overføre all kreditt … tilbake til kortet". DP-11.
            State::OutletStatus { socket, own_key: OwnKey::Down { .. }, .. } => {
                effects.because(&[P(15), Dp(11), Dp(13)]);
                let (staged, notice) = self.stage_return(socket);
                let too_short = TooShort(false);
                self.stay(State::OutletStatus { socket, staged, own_key: OwnKey::Spent, notice, too_short });
            }
            // P-16: "Etter en kort pause uten at noen av knappen er blitt trykket …". DP-05.
            State::OutletStatus { socket, staged, .. } if staged.is_some() => {
                effects.because(&[P(16), Dp(5)]);
                self.begin(at, socket, staged, effects);
            }
            // P-07: "… en forsinkelse på mer enn 5 sekunder …", one screen back at a time. DP-04.
            State::OutletStatus { .. } | State::Busy { .. } => {
                effects.because(&[P(7), Dp(4), Dp(5)]);
                self.enter(at, State::ServiceSelect { settled: None });
            }
            State::ServiceSelect { .. }
            | State::InvalidCard { .. }
            | State::OneCardOnly
            | State::CreditCheck { .. } => {
                effects.because(&[P(7), P(6), Dp(4), Dp(5)]);
                self.rest(at, effects);
            }
            // P-17: the last write, so that the update ends when it should.
            State::Updating { phase: Phase::Marked { .. }, since } => self.finish(at, since, effects),
            // P-20: "Hvis ikke blir kort ugyldig".
            State::Recovering { until, .. } if at >= until => {
                effects.because(&[P(20), Dp(16)]);
                self.roll_back(effects);
                self.rest(at, effects);
            }
            // DP-29: the notice about a wrong card and a credit check go back to the countdown.
            State::Recovering { until, .. } => {
                effects.because(&[P(7), Dp(4), Dp(29)]);
                self.enter(at, State::Recovering { until, view: RecoveryView::Countdown });
            }
            // DP-06: only where the setting says so.
            State::RemoveCard { .. } => {
                effects.because(&[Dp(6)]);
                self.rest(at, effects);
            }
            State::Welcome | State::Updating { .. } => unreachable!("these states name no deadline"),
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        // DP-05: "more than 5 s": at exactly 5,000 ms nothing happens. A held button is interaction.
        let idle = || self.quiet_since().map(|since| since + self.settings.inactivity() + TICK);
        match self.state {
            State::Welcome => None,
            State::ServiceSelect { .. } | State::Busy { .. } => idle(),
            State::InvalidCard { .. } | State::OneCardOnly | State::CreditCheck { .. } => idle(),
            State::OutletStatus { own_key: OwnKey::Down { return_at, .. }, .. } => Some(return_at),
            State::OutletStatus { staged, .. } if staged.is_some() => {
                self.quiet_since().map(|since| since + self.settings.pause())
            }
            State::OutletStatus { .. } => idle(),
            State::Updating { phase: Phase::Marked { finish_at }, .. } => Some(finish_at),
            State::Updating { .. } => None,
            State::RemoveCard { until, .. } => until,
            State::Recovering { until, view: RecoveryView::Countdown, .. } => Some(until),
            State::Recovering { until, .. } => earlier(Some(until), idle()),
        }
    }

    fn screen(&self, now: Instant) -> Screen {
        Screen { language: self.settings.language(), view: self.view(now) }
    }

    fn next_visible_change(&self, now: Instant) -> Option<Instant> {
        match self.state {
            State::OutletStatus { own_key: OwnKey::Down { since, return_at }, .. } => {
                next_step(now, since, return_at.since(since))
                    .map(|at| if now.since(since) < HOLD_BAR_FROM { since + HOLD_BAR_FROM } else { at })
            }
            State::Updating { since, .. } => next_step(now, since, self.journal().terms.update),
            State::Recovering {
                until,
                view: RecoveryView::Countdown | RecoveryView::WrongCard | RecoveryView::OneCardOnly,
                ..
            } => {
                let seconds = u64::from(now.seconds_until(last_moment(until)));
                Some(Instant(until.0 - 1 - (seconds.max(1) - 1) * 1000)).filter(|at| *at > now)
            }
            _ => None,
        }
    }

    fn lamps(&self) -> Lamps {
        Socket::ALL.map(|socket| self.is_on(socket))
    }

    fn memory(&self) -> &Memory {
        &self.memory
    }

    fn settings(&self) -> &Settings {
        &self.settings
    }
}

impl Bench<Pedestal> {
    /// The reader in the card holder.
    pub fn holder(&self) -> &Reader {
        self.reader(HOLDER)
    }
}

/// DP-11: a hold shows its progress from one second on.
const HOLD_BAR_FROM: Millis = Millis(1000);

impl Pedestal {
    /// The credit of a socket at this moment, what was consumed since the last write to memory taken off.
    pub fn credit(&self, socket: Socket) -> MilliOre {
        self.memory.socket(socket).credit.less(self.meters[socket.index()].amount)
    }

    /// P-23, P-25, DP-20: an outlet is on while it has credit that is not being returned.
    pub fn is_on(&self, socket: Socket) -> bool {
        self.credit(socket) > MilliOre::ZERO && !self.memory.is_returning(socket)
    }

    /// Whether the last write of an update is under way: only then is a card's image ahead of the log.
    pub fn is_finishing(&self) -> bool {
        matches!(self.state, State::Updating { phase: Phase::Finishing, .. })
    }

    /// Whether an update is shown to be in progress.
    pub fn is_updating(&self) -> bool {
        matches!(self.state, State::Updating { .. })
    }

    /// Whether the minute after an interruption is running.
    pub fn is_recovering(&self) -> bool {
        matches!(self.state, State::Recovering { .. })
    }

    /// The only writer of the state when the screen changes: what was shown before has ended.
    #[inline(never)]
    fn enter(&mut self, now: Instant, state: State) {
        self.state = state;
        self.panel.quiet_since = now;
    }

    /// The same screen with other contents; its pauses run on from the last touch.
    #[inline(never)]
    fn stay(&mut self, state: State) {
        self.state = state;
    }

    /// The welcome screen. DP-36: a card that would be served may still lie in the holder.
    fn rest(&mut self, now: Instant, effects: &mut Effects<Record>) {
        if self.serves_card() {
            effects.because(&[Dp(36)]);
        }
        self.enter(now, State::Welcome);
    }

    /// The last instant at which nothing has been touched since; none while a button is held.
    fn quiet_since(&self) -> Option<Instant> {
        (self.panel.down == 0).then_some(self.panel.quiet_since)
    }

    /// Follows the buttons. A press of a button that is down, or the release of one that is up, is no event: keys
    /// held at power-on mean nothing until they are released (DP-32).
    fn note_keys(&mut self, now: Instant, event: &Event) -> bool {
        let (key, goes_down) = match event {
            Event::Press(key) => (key, true),
            Event::Release(key) => (key, false),
            _ => return true,
        };
        if (self.panel.down & key.bit() != 0) == goes_down {
            return false;
        }
        self.panel.down ^= key.bit();
        self.panel.quiet_since = now;
        true
    }

    fn journal(&self) -> Journal {
        self.memory.journal.expect("an update that has begun and not ended has a journal")
    }

    /// The card that the state says is in the holder, and can be read.
    fn card(&self) -> &CardImage {
        let Some(Ok(image)) = &self.card else { unreachable!("this state has a card that could be read") };
        image
    }

    /// Whether the card in the holder would be let through to the choice of a socket.
    fn serves_card(&self) -> bool {
        matches!(&self.card, Some(Ok(image)) if self.refusal(&image.body).is_none())
    }

    /// P-20, DP-23: why a card is not served, if it is not.
    fn refusal(&self, body: &CardBody) -> Option<Because> {
        let SystemId(system) = self.settings.system;
        if body.environment.system.0 != system || body.environment.kind != CardKind::User || !body.purse.present {
            Some(Because::Foreign)
        } else if body.environment.status == CardStatus::Blocked {
            Some(Because::Blocked)
        } else if body.update.is_some() {
            Some(Because::NotCompleted)
        } else {
            None
        }
    }

    /// P-09, DP-23: a card meets a pedestal that waits for none in particular.
    fn admit(&mut self, now: Instant, effects: &mut Effects<Record>) {
        let refusal = match &self.card {
            Some(Ok(image)) => self.refusal(&image.body),
            Some(Err(_)) => Some(Because::Unreadable),
            None => return,
        };
        let Some(because) = refusal else {
            effects.because(&[P(9)]);
            let settled = self.settle(effects);
            return self.enter(now, State::ServiceSelect { settled });
        };
        if because == Because::NotCompleted {
            effects.because(&[P(20)]);
        }
        effects.because(&[Dp(23)]);
        self.enter(now, State::InvalidCard { because });
    }

    /// DP-31: a card that went on without its mark took the last write: the socket side is completed.
    fn settle(&mut self, effects: &mut Effects<Record>) -> Option<Transfer> {
        let body = &self.card().body;
        let (id, counter) = (body.environment.id, body.counter);
        let mut settled = None;
        for socket in Socket::ALL {
            let record = self.memory.socket(socket).record;
            let Some(record) = record.filter(|record| record.card == id) else { continue };
            if counter > record.counter_before {
                effects.because(&[Dp(27), Dp(31)]);
                self.close_record(socket, Outcome::Done, effects);
                settled = Some(record.transfer);
            }
        }
        settled
    }

    fn close_record(&mut self, socket: Socket, outcome: Outcome, effects: &mut Effects<Record>) {
        let memory = self.memory.socket_mut(socket);
        let Some(Suspense { txn, card, transfer, .. }) = memory.record.take() else { return };
        match (transfer, outcome) {
            (Transfer::Load(amount), Outcome::Done) => memory.credit = memory.credit.plus(amount.into()),
            (Transfer::Return(amount), Outcome::NotDone) => memory.credit = memory.credit.plus(amount),
            _ => {}
        }
        memory.free_if_empty();
        effects.push(Effect::Log(Record::Settled { txn, card, socket, transfer, outcome }));
    }

    /// P-11, P-12: in use, or its status. DP-09: whose credit it holds decides.
    fn select(&mut self, now: Instant, socket: Socket, effects: &mut Effects<Record>) {
        let id = self.card().body.environment.id;
        let owner = |socket: Socket| self.memory.socket(socket).owner;
        let elsewhere = || Socket::ALL.into_iter().find(|other| *other != socket && owner(*other) == Some(id));
        let because = if owner(socket).is_some_and(|owner| owner != id) {
            effects.because(&[P(11), Dp(9)]);
            Some(BusyBecause::InUse)
        } else if self.settings.one_socket_per_card() && owner(socket).is_none() {
            elsewhere().map(|other| {
                effects.because(&[P(11), Dp(26)]);
                BusyBecause::OneSocketPerCard(other)
            })
        } else {
            None
        };
        let state = if let Some(because) = because {
            State::Busy { socket, because }
        } else {
            effects.because(&[P(12), P(13), Dp(9), Dp(10), Dp(37)]);
            if elsewhere().is_some() {
                effects.because(&[Dp(26)]);
            }
            let (staged, own_key, too_short) = (Staged::Nothing, OwnKey::Up, TooShort(false));
            State::OutletStatus { socket, staged, own_key, notice: None, too_short }
        };
        self.enter(now, state);
    }

    /// P-14, DP-12: one more step, as far as the card reaches. DP-11: a release just before the hold may mean nothing.
    fn stage(&self, before_return: Millis, staged: Staged, effects: &mut Effects<Record>) -> (Staged, Option<Notice>) {
        if before_return <= self.settings.hold_dead_zone() {
            effects.because(&[Dp(11)]);
            return (staged, None);
        }
        effects.because(&[P(14), Dp(11), Dp(12)]);
        let so_far = match staged {
            Staged::Load(amount) => amount,
            Staged::Nothing | Staged::Return => Ore(0),
        };
        let sum = so_far.checked_add(self.settings.step());
        if let Some(amount) = sum.filter(|amount| amount.0 <= self.card().body.purse.balance) {
            return (Staged::Load(amount), None);
        }
        effects.because(&[Dp(37)]);
        (staged, Some(Notice::Insufficient))
    }

    /// P-15, DP-13: the return replaces staged loads; an empty socket has nothing to return.
    fn stage_return(&self, socket: Socket) -> (Staged, Option<Notice>) {
        let credit = self.credit(socket);
        if credit == MilliOre::ZERO {
            return (Staged::Nothing, Some(Notice::NothingToReturn));
        }
        let purse = self.card().body.purse;
        match Ore(purse.balance).checked_add(credit.split().0) {
            Some(balance) if balance.0 <= purse.max => (Staged::Return, None),
            _ => (Staged::Nothing, Some(Notice::CardFull)),
        }
    }

    /// P-16: the update begins: journal first, then the mark on the card (DP-17).
    fn begin(&mut self, now: Instant, socket: Socket, staged: Staged, effects: &mut Effects<Record>) {
        effects.because(&[P(16), P(17)]);
        self.write_meters_to_memory();
        let body = &self.card().body;
        let (card, counter_before, balance) = (body.environment.id, body.counter, Ore(body.purse.balance));
        let (transfer, restorable) = match staged {
            Staged::Load(amount) => {
                let kept = match self.settings.tear_policy() {
                    TearPolicy::Freeze => balance,
                    TearPolicy::Forfeit => Ore(balance.0.saturating_sub(amount.0)),
                };
                (Transfer::Load(amount), kept)
            }
            // DP-13: the outlet opens here, so that "all" is a fixed number.
            Staged::Return => {
                effects.because(&[P(15), Dp(13), Dp(20)]);
                (Transfer::Return(self.memory.socket(socket).credit), balance)
            }
            Staged::Nothing => return,
        };
        let txn = self.memory.next_txn;
        self.memory.next_txn = txn.wrapping_add(1);
        self.memory.journal = Some(Journal {
            txn,
            card,
            counter_before,
            restorable,
            socket,
            transfer,
            terms: Terms {
                update: self.settings.update(),
                final_write: self.settings.final_write(),
                recovery: self.settings.recovery(),
            },
            restarted: false,
        });
        self.mark(now, effects);
    }

    /// When the last write of an update that began at `since` is due.
    fn finish_at(&self, since: Instant) -> Instant {
        let terms = self.journal().terms;
        since + (terms.update - terms.final_write)
    }

    /// Puts the mark of the open journal on the card: from here until the end it is invalid elsewhere.
    fn mark(&mut self, now: Instant, effects: &mut Effects<Record>) {
        let Journal { txn, restorable, .. } = self.journal();
        let mark = UpdateMark { txn, pedestal: self.settings.pedestal, value: restorable.0 };
        self.write(effects, |body| body.update = Some(mark));
        self.enter(now, State::Updating { phase: Phase::Marking, since: now });
    }

    /// The card in the holder is to become what `change` makes of it.
    fn write(&mut self, effects: &mut Effects<Record>, change: impl FnOnce(&mut CardBody)) {
        let Some(Ok(image)) = &mut self.card else { unreachable!("what is written was read") };
        image.advance();
        change(&mut image.body);
        effects.push(Effect::Write(HOLDER, *image));
    }

    /// The last write: balance, counter and the end of the mark in one image. DP-31: its record is opened first.
    fn finish(&mut self, at: Instant, since: Instant, effects: &mut Effects<Record>) {
        let Journal { txn, card: id, counter_before, socket, transfer, .. } = self.journal();
        let memory = self.memory.socket_mut(socket);
        if memory.record.is_none() {
            memory.record = Some(Suspense { txn, card: id, counter_before, transfer });
            memory.owner = Some(id);
            if let Transfer::Return(amount) = transfer {
                memory.credit = memory.credit.less(amount);
            }
        }
        let (kind, amount) = match transfer {
            Transfer::Load(amount) => (LogKind::Load, -i64::from(amount.0)),
            Transfer::Return(credit) => (LogKind::Return, i64::from(credit.split().0.0)),
        };
        let entry = LogEntry {
            counter: 0,
            at: self.clock.read(at),
            device: self.settings.pedestal,
            kind,
            amount: i32::try_from(amount).unwrap_or(i32::MAX),
            balance_after: 0,
            line: 0,
            stop: socket.number(),
        };
        self.write(effects, |body| {
            body.update = None;
            match transfer {
                Transfer::Load(amount) => body.purse.balance -= amount.0,
                Transfer::Return(credit) => body.purse.balance += credit.split().0.0,
            }
            body.commit(entry);
        });
        self.stay(State::Updating { phase: Phase::Finishing, since });
    }

    /// P-22, P-23, P-25: card and socket change together, the socket switches on or off, the card may go.
    fn commit(&mut self, now: Instant, effects: &mut Effects<Record>) {
        let Journal { txn, card: id, socket, transfer, .. } = self.journal();
        self.memory.journal = None;
        let memory = self.memory.socket_mut(socket);
        memory.record = None;
        match transfer {
            Transfer::Load(amount) => {
                effects.because(&[P(14), P(22), P(23), Dp(12), Dp(20)]);
                memory.credit = memory.credit.plus(amount.into());
                memory.owner = Some(id);
                effects.push(Effect::Log(Record::Loaded { txn, card: id, socket, amount }));
            }
            Transfer::Return(credit) => {
                effects.because(&[P(15), P(22), P(25), Dp(13)]);
                memory.free_if_empty();
                let (amount, rounding) = credit.split();
                effects.push(Effect::Log(Record::Returned { txn, card: id, socket, amount, rounding }));
            }
        }
        self.ask_for_removal(now, socket);
    }

    /// P-22: the card, please. DP-06: for as long as it takes, unless the setting says otherwise.
    fn ask_for_removal(&mut self, now: Instant, socket: Socket) {
        let until = self.settings.remove_prompt_timeout().map(|timeout| now + timeout + TICK);
        self.enter(now, State::RemoveCard { socket, until });
    }

    /// P-18, P-19: pulled out in mid-update.
    fn interrupt(&mut self, now: Instant, phase: Phase, effects: &mut Effects<Record>) {
        let Journal { txn, card, socket, terms, .. } = self.journal();
        let in_doubt = phase == Phase::Finishing;
        if in_doubt {
            effects.because(&[Dp(27)]);
        }
        effects.push(Effect::Log(Record::Interrupted { txn, card, socket, in_doubt }));
        let until = now + terms.recovery + TICK;
        self.enter(now, State::Recovering { until, view: RecoveryView::Countdown });
    }

    /// DP-30: is this the card that the open journal waits for, and how far did it get?
    fn recover(&mut self, now: Instant, until: Instant, effects: &mut Effects<Record>) {
        let Journal { txn, card: id, counter_before, socket, transfer, .. } = self.journal();
        let body = match &self.card {
            Some(Ok(CardImage { body, .. }))
                if body.environment.id == id && body.environment.system == self.settings.system =>
            {
                body
            }
            _ => return self.show_wrong_card(now, until, effects),
        };
        let in_doubt = self.memory.socket(socket).record.is_some_and(|record| record.txn == txn);
        match body.update {
            // (a) The mark carries this transaction: the update runs its full time again (DP-15).
            Some(mark) if mark.txn == txn && mark.pedestal == self.settings.pedestal => {
                effects.because(&[P(19), Dp(15), Dp(16), Dp(30)]);
                let phase = Phase::Marked { finish_at: self.finish_at(now) };
                self.enter(now, State::Updating { phase, since: now });
            }
            // (b) The card took the last write: only the socket side is left to finish.
            None if in_doubt && body.counter > counter_before => {
                effects.because(&[P(19), P(22), Dp(27), Dp(30)]);
                if matches!(transfer, Transfer::Load(_)) {
                    effects.because(&[P(23)]);
                }
                self.close_record(socket, Outcome::Done, effects);
                self.memory.journal = None;
                self.ask_for_removal(now, socket);
            }
            // (c) Not even the mark was written: start over.
            None if body.counter == counter_before => {
                effects.because(&[P(19), Dp(16), Dp(30)]);
                self.mark(now, effects);
            }
            _ => self.show_wrong_card(now, until, effects),
        }
    }

    fn show_wrong_card(&mut self, now: Instant, until: Instant, effects: &mut Effects<Record>) {
        effects.because(&[Dp(16), Dp(29)]);
        self.enter(now, State::Recovering { until, view: RecoveryView::WrongCard });
    }

    /// The update is given up: the socket keeps what it had, a marked card stays invalid. A record stays open.
    fn roll_back(&mut self, effects: &mut Effects<Record>) {
        if let Some(Journal { txn, card, socket, .. }) = self.memory.journal.take() {
            effects.because(&[Dp(17)]);
            if matches!(self.memory.socket(socket).record, Some(record) if record.txn == txn) {
                effects.because(&[Dp(27)]);
            }
            effects.push(Effect::Log(Record::RolledBack { txn, card, socket }));
        }
    }

    /// P-24, P-25, DP-21: one watt-hour, at its price or with what is left.
    fn consume(&mut self, socket: Socket, effects: &mut Effects<Record>) {
        if !self.is_on(socket) {
            return;
        }
        effects.because(&[P(24), Dp(21)]);
        let credit = self.credit(socket);
        let amount = self.settings.price().per_watt_hour().min(credit);
        let meter = &mut self.meters[socket.index()];
        meter.watt_hours += 1;
        meter.amount = meter.amount.plus(amount);
        effects.push(Effect::Log(Record::Consumed { socket, amount }));
        let used_up = amount == credit;
        if used_up {
            effects.because(&[P(25)]);
        }
        if used_up || meter.watt_hours >= self.settings.memory_every().0 {
            effects.because(&[Dp(33)]);
            self.write_meter_to_memory(socket);
        }
    }

    fn write_meters_to_memory(&mut self) {
        for socket in Socket::ALL {
            self.write_meter_to_memory(socket);
        }
    }

    fn write_meter_to_memory(&mut self, socket: Socket) {
        let meter = core::mem::take(&mut self.meters[socket.index()]);
        let memory = self.memory.socket_mut(socket);
        memory.credit = memory.credit.less(meter.amount);
        memory.free_if_empty();
    }

    /// What the marina office orders.
    fn obey(&mut self, now: Instant, order: Office, effects: &mut Effects<Record>) {
        match order {
            Office::CivilTime(civil) => self.clock.set(now, civil),
            // DP-34: a running update keeps the terms in its journal.
            Office::Configure(settings) => {
                effects.because(&[Dp(34)]);
                self.write_meters_to_memory();
                self.settings = settings;
                // The pauses run from here: one that has become shorter must not turn out to have ended in the past,
                // or what follows it would have begun there, too.
                self.panel.quiet_since = now;
            }
            Office::CloseJournal(id) => {
                if let State::Recovering { .. } = self.state
                    && self.journal().card == id
                {
                    effects.because(&[Dp(19)]);
                    self.roll_back(effects);
                    self.rest(now, effects);
                }
            }
            Office::CloseRecord(socket, outcome) => {
                // While a journal is open its record belongs to it.
                let open = self.memory.socket(socket).record.map(|record| record.txn);
                if open.is_some() && self.memory.journal.map(|journal| journal.txn) != open {
                    effects.because(&[Dp(27), Dp(31)]);
                    self.close_record(socket, outcome, effects);
                }
            }
            Office::Release(socket) => {
                if self.memory.journal.is_none_or(|journal| journal.socket != socket) {
                    effects.because(&[Dp(35)]);
                    self.write_meter_to_memory(socket);
                    let memory = self.memory.socket_mut(socket);
                    let amount = core::mem::take(&mut memory.credit);
                    memory.free_if_empty();
                    effects.push(Effect::Log(Record::Released { socket, amount }));
                }
            }
        }
    }

    fn view(&self, now: Instant) -> View {
        let price = self.settings.price();
        let check = |socket: Socket| {
            let credit = self.credit(socket);
            let unsettled = self.memory.socket(socket).record.is_some();
            View::CreditCheck { socket, credit, energy: credit.energy_at(price), unsettled }
        };
        let on_card = || Ore(self.card().body.purse.balance);
        match self.state {
            State::Welcome => View::Welcome { card_inside: self.serves_card() },
            State::ServiceSelect { settled } => View::ServiceSelect { on_card: on_card(), settled },
            State::Busy { socket, because } => View::Busy { socket, because },
            State::OutletStatus { socket, staged, own_key, notice, too_short: TooShort(too_short) } => {
                let hold = match own_key {
                    OwnKey::Down { since, return_at } if now.since(since) >= HOLD_BAR_FROM => {
                        Some(now.since(since).steps_of(return_at.since(since), BAR_STEPS))
                    }
                    _ => None,
                };
                let (credit, step) = (self.credit(socket), self.settings.step());
                let (energy, on_card) = (credit.energy_at(price), on_card());
                View::OutletStatus { socket, credit, energy, on_card, staged, notice, too_short, hold, step }
            }
            State::Updating { since, .. } => {
                let Journal { socket, transfer, terms, .. } = self.journal();
                let is_return = matches!(transfer, Transfer::Return(_));
                View::Updating { socket, is_return, progress: now.since(since).steps_of(terms.update, BAR_STEPS) }
            }
            State::RemoveCard { socket, .. } => {
                View::RemoveCard { socket, credit: self.credit(socket), on_card: on_card() }
            }
            State::Recovering { until, view } => {
                let seconds = now.seconds_until(last_moment(until));
                match view {
                    RecoveryView::Countdown => View::Interrupted { seconds },
                    RecoveryView::WrongCard => View::WrongCard { seconds },
                    RecoveryView::OneCardOnly => View::OneCardOnly { seconds: Some(seconds) },
                    RecoveryView::CreditCheck(socket) => check(socket),
                }
            }
            State::OneCardOnly => View::OneCardOnly { seconds: None },
            State::InvalidCard { because } => View::InvalidCard { because },
            State::CreditCheck { socket } => check(socket),
        }
    }
}

/// The last instant at which the card may still come back.
fn last_moment(until: Instant) -> Instant {
    Instant(until.0 - 1)
}

/// When a bar that began at `since` and fills over `whole` next grows.
fn next_step(now: Instant, since: Instant, whole: Millis) -> Option<Instant> {
    let reached = now.since(since).steps_of(whole, BAR_STEPS);
    (reached < BAR_STEPS).then(|| since + Millis::until_step(reached + 1, whole, BAR_STEPS))
}
