//! What the validator's display says: as data, and as two lines of words.

use arrayvec::{ArrayString, ArrayVec};

use super::ride::open_ride;
use super::text;
use crate::card::{CONTRACTS, CardBody, Contract, FareKind, RideBasis};
use crate::money::Grosz;
use crate::text::{Language, Words};
use crate::time::{Date, DateTime};
use crate::typeset::{BLANKS, digits, digits_of, joined};

/// How many characters a line holds.
pub const COLUMNS: usize = 16;
/// How many steps a progress bar has.
pub const BAR_STEPS: u8 = 50;
/// How many characters the name of a direction can have.
pub const DIRECTION_COLUMNS: usize = 20;
/// The highest number of a stop: a card has no room for more.
pub const STOP_MAX: u8 = 254;

/// What the display says, and in which language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Screen {
    /// The display's language.
    pub language: Language,
    /// K-02: date and time, where they are shown and known.
    pub clock: Option<DateTime>,
    /// What it says.
    pub view: View,
    /// What is around it.
    pub panel: Panel,
}

/// What is around the two lines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Panel {
    /// The old type: nothing; its keys are beside the display.
    Keys,
    /// The new type.
    Touch {
        /// K-02: line, direction and stop, where they are known.
        route: Option<Route>,
        /// K-04: the four fields, in the order of [`Field::ALL`].
        fields: [FieldState; Field::COUNT],
    },
}

/// Where the bus is (K-02).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Route {
    /// The number of the line.
    pub line: u16,
    /// Where it goes.
    pub direction: Direction,
    /// The sequence number of the stop, 1 to [`STOP_MAX`].
    pub stop: u8,
}

/// The name of a direction; a character takes at most two bytes in UTF-8.
pub type Direction = ArrayString<{ 2 * DIRECTION_COLUMNS }>;

impl Route {
    /// A route, unless the stop's number or the direction's name is too long for cards and displays.
    pub fn new(line: u16, direction: &str, stop: u8) -> Option<Self> {
        let fits = (1..=STOP_MAX).contains(&stop) && direction.chars().count() <= DIRECTION_COLUMNS;
        let direction = Direction::from(direction).ok().filter(|_| fits)?;
        Some(Self { line, direction, stop })
    }
}

/// A field of the touch display (K-04).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Field {
    /// "Normalny".
    Normal,
    /// "Ulgowy".
    Reduced,
    /// "Sprawdzenie".
    Check,
    /// "Doładowanie".
    TopUp,
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// All of them.
    pub const ALL: [Self; Self::COUNT] = [Self::Normal, Self::Reduced, Self::Check, Self::TopUp];

    /// What it says.
    pub const fn words(self) -> Words {
        match self {
            Self::Normal => text::FIELD_NORMAL,
            Self::Reduced => text::FIELD_REDUCED,
            Self::Check => text::FIELD_CHECK,
            Self::TopUp => text::FIELD_TOP_UP,
        }
    }
}

/// What a touch of a field would do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FieldState {
    /// What it says.
    Ready,
    /// It has been touched and waits for a card.
    Armed,
    /// Nothing.
    Inert,
}

/// One of the validator's screens, with its data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum View {
    /// K-02: no operation is under way.
    Rest,
    /// DK-34: the bus has not sent date, time and stop yet.
    OutOfService,
    /// K-10: "ZABLOKOWANY".
    Blocked,
    /// DK-38: a card was there when the power came back; it has to be taken away first.
    TakeAway,
    /// K-05, K-06: a key has been pressed; the card, please.
    Armed(Choice),
    /// DK-08: a card is being written.
    Writing,
    /// K-03: how an operation has ended.
    Message(Message),
    /// K-06: a page of a card's state.
    Page(Page),
    /// K-22: the side pocket waits for its card.
    TopUpWait,
    /// K-22: orders are being transferred.
    TopUpRun {
        /// How far it is, in [`BAR_STEPS`]; the old type has no bar.
        progress: Option<u8>,
    },
}

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Choice {
    /// A ticket at this price.
    Ticket(FareKind, Grosz),
    /// The state of the card.
    Check,
}

/// How an operation has ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Message {
    /// K-07, K-13: the price of a single ticket was taken.
    Taken {
        /// What was taken.
        price: Grosz,
        /// What is left.
        balance: Grosz,
    },
    /// K-13: the exit is registered.
    Exit {
        /// What came back.
        refund: Grosz,
        /// What there is now.
        balance: Grosz,
    },
    /// K-21: registered by a period ticket.
    Period {
        /// Its last day.
        until: Date,
    },
    /// K-14: registered by an entitlement to free travel.
    Free {
        /// Its last day.
        until: Date,
    },
    /// DK-10: the inspector's card has blocked the validator, or lifted the block.
    Blocking(bool),
    /// K-22: orders were put on the card.
    Orders {
        /// How many.
        count: u8,
        /// What is in the purse now, if there is one.
        balance: Option<Grosz>,
    },
    /// K-08: not registered, and why.
    Refused(Refusal),
    /// K-09: "Sprawdź operację".
    CheckOperation,
}

/// Why an operation was refused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Refusal {
    /// K-10.
    Blocked,
    /// DK-34.
    OutOfService,
    /// DK-25: announced as lost, or blocked by its issuer.
    Hotlisted,
    /// DK-25: before its first day, or after its last.
    NotValid,
    /// K-18: the purse holds only so much.
    NoMoney(Grosz),
    /// K-19: the tickets at one stop.
    Limit(u8),
    /// DK-14, DK-27: the holder's own ride is registered here already.
    AlreadyCancelled,
    /// DK-28: the exit is registered here already.
    ExitRegistered,
    /// DK-17: the card does not say which ticket.
    ChooseKind,
    /// Neither a period ticket nor a purse.
    NoContract,
    /// DK-27: a fifth boarding stop in one ride.
    TooManyStops,
    /// DK-24: nothing waits for this card.
    NoOrders,
    /// DK-32: the purse could come to hold more than it may.
    PurseFull,
    /// The card has no place for another period ticket.
    NoRoom,
    /// DK-23: no card came into the pocket.
    NoCard,
    /// DK-24: the card was taken out of the pocket.
    CardTaken,
    /// DK-39: two cards of the system were there together.
    SeveralCards,
}

/// A page of a card's state (DK-06).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Page {
    /// A period ticket; none if the card has none at all.
    Period(Option<PeriodPage>),
    /// The purse; none if the card has none.
    Purse(Option<Grosz>),
    /// This vehicle.
    Ride(RidePage),
}

/// A period ticket on a page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PeriodPage {
    /// Normal or reduced.
    pub profile: FareKind,
    /// When it is valid.
    pub validity: Validity,
}

/// When a period ticket is valid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Validity {
    /// Today, and until this day.
    Until(Date),
    /// It was, until this day.
    Ended(Date),
    /// From this day on.
    From(Date),
}

/// The ride in this vehicle, on a page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RidePage {
    /// K-09: nothing is registered.
    NotRegistered,
    /// Tickets, and by what the holder himself rides if not by one of them.
    Registered {
        /// By a period ticket or free.
        basis: RideBasis,
        /// Normal tickets.
        normal: u32,
        /// Reduced tickets.
        reduced: u32,
    },
    /// The exit is registered.
    Exited,
}

/// How many pages a card's state can have.
pub(super) const PAGES_MAX: usize = CONTRACTS + 2;

/// The pages of a card's state, in turn.
pub(super) type Pages = ArrayVec<Page, PAGES_MAX>;

/// K-06: the pages of a card's state, in turn: period tickets, purse, this vehicle.
pub(super) fn pages(body: &CardBody, run: u32, today: Date) -> Pages {
    // Insertion sort: a sort that is quick with many takes more of a chip than four contracts are worth.
    let mut periods: ArrayVec<&Contract, CONTRACTS> = ArrayVec::new();
    let order = |contract: &Contract| (contract.to, contract.from, contract.priority);
    for contract in body.contracts.iter().flatten() {
        let index = periods.iter().take_while(|earlier| order(earlier) <= order(contract)).count();
        periods.insert(index, contract);
    }
    let page = |contract: &Contract| {
        let validity = if contract.is_valid_on(today) {
            Validity::Until(contract.to)
        } else if contract.to < today {
            Validity::Ended(contract.to)
        } else {
            Validity::From(contract.from)
        };
        PeriodPage { profile: contract.profile, validity }
    };
    let mut pages = ArrayVec::new();
    pages.extend(periods.into_iter().map(|contract| Page::Period(Some(page(contract)))));
    if pages.is_empty() {
        pages.push(Page::Period(None));
    }
    pages.push(Page::Purse(body.purse.present.then_some(Grosz(body.purse.balance))));
    pages.push(Page::Ride(ride_page(body, run)));
    pages
}

fn ride_page(body: &CardBody, run: u32) -> RidePage {
    if let Some(ride) = open_ride(body, run) {
        let (normal, reduced) = ride.tickets();
        let basis = if ride.own_stop.is_some() { ride.own_basis } else { RideBasis::Purse };
        RidePage::Registered { basis, normal, reduced }
    } else if body.ride.is_some_and(|ride| ride.run == run) {
        RidePage::Exited
    } else {
        RidePage::NotRegistered
    }
}

/// A line of text; a character takes at most two bytes in UTF-8.
pub type TextLine = ArrayString<{ 2 * COLUMNS }>;

impl View {
    /// The name of the screen.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Rest => "Rest",
            Self::OutOfService => "OutOfService",
            Self::Blocked => "Blocked",
            Self::TakeAway => "TakeAway",
            Self::Armed(Choice::Ticket(FareKind::Normal, _)) => "ArmedNormal",
            Self::Armed(Choice::Ticket(FareKind::Reduced, _)) => "ArmedReduced",
            Self::Armed(Choice::Check) => "ArmedCheck",
            Self::Writing => "Writing",
            Self::Message(Message::Taken { .. }) => "Taken",
            Self::Message(Message::Exit { .. }) => "Exit",
            Self::Message(Message::Period { .. }) => "Period",
            Self::Message(Message::Free { .. }) => "Free",
            Self::Message(Message::Blocking(_)) => "Blocking",
            Self::Message(Message::Orders { .. }) => "Orders",
            Self::Message(Message::Refused(_)) => "Refused",
            Self::Message(Message::CheckOperation) => "CheckOperation",
            Self::Page(_) => "Page",
            Self::TopUpWait => "TopUpWait",
            Self::TopUpRun { .. } => "TopUpRun",
        }
    }
}

impl Screen {
    /// The screen in two lines of words: all of the old type's display, and the middle of the new one's.
    pub fn lines(&self) -> [TextLine; 2] {
        let pen = Pen(self.language);
        let say = |words: Words| line(&[pen.say(words)]);
        let nothing = TextLine::new();
        match (self.view, self.panel) {
            (View::Rest, Panel::Keys) => [self.date(), self.time()],
            (View::Rest, Panel::Touch { .. }) => [say(text::TAP_YOUR_CARD), nothing],
            (View::OutOfService, _) => [say(text::OUT_OF_SERVICE), nothing],
            (View::Blocked, Panel::Keys) => [say(text::BLOCKED), self.time()],
            (View::Blocked, Panel::Touch { .. }) => [say(text::BLOCKED), nothing],
            (View::TakeAway, _) => [say(text::TAKE_AWAY), nothing],
            (View::Armed(Choice::Ticket(kind, price)), _) => {
                [pen.tight(pen.say(kind_words(kind)), price), say(text::TAP_YOUR_CARD)]
            }
            (View::Armed(Choice::Check), _) => [say(text::CARD_CHECK), say(text::TAP_YOUR_CARD)],
            (View::Writing, _) => [say(text::WAIT), nothing],
            (View::Message(message), panel) => pen.message(message, panel),
            (View::Page(page), _) => pen.page(page),
            (View::TopUpWait, _) => [say(text::TOP_UP), say(text::OF_THE_CARD)],
            (View::TopUpRun { .. }, _) => [say(text::TOP_UP), say(text::WAIT)],
        }
    }

    /// K-02, DK-01: the date as DD-MM-YYYY; nothing until the bus has sent it.
    pub fn date(&self) -> TextLine {
        self.clock.map_or(TextLine::new(), |clock| day(clock.date()))
    }

    /// K-02, DK-01: the time as HH:MM:SS; nothing until the bus has sent it.
    pub fn time(&self) -> TextLine {
        self.clock.map_or(TextLine::new(), |clock| {
            let (hour, minute, second) = clock.time_of_day();
            parted([hour.into(), minute.into(), second.into()], ":")
        })
    }
}

/// The service screen in two lines: the device is out of service until a person has looked at it. Who can do something
/// about it knows these words, whatever the language.
pub fn service_lines(code: &str) -> [TextLine; 2] {
    [line(&["SERVICE ", code]), line(&["out of order"])]
}

const fn kind_words(kind: FareKind) -> Words {
    match kind {
        FareKind::Normal => text::NORMAL,
        FareKind::Reduced => text::REDUCED,
    }
}

impl Refusal {
    const fn words(self, panel: Panel) -> Words {
        match (self, panel) {
            (Self::Blocked, _) => text::BLOCKED,
            (Self::OutOfService, _) => text::OUT_OF_SERVICE,
            (Self::Hotlisted, _) => text::HOTLISTED,
            (Self::NotValid, _) => text::NOT_VALID,
            (Self::NoMoney(_), _) => text::NO_MONEY,
            (Self::Limit(_), _) => text::LIMIT,
            (Self::AlreadyCancelled, _) => text::ALREADY_CANCELLED,
            (Self::ExitRegistered, _) => text::EXIT_REGISTERED,
            (Self::ChooseKind, Panel::Keys) => text::CHOOSE_KEY,
            (Self::ChooseKind, Panel::Touch { .. }) => text::CHOOSE_FIELD,
            (Self::NoContract, _) => text::NO_CONTRACT,
            (Self::TooManyStops, _) => text::TOO_MANY_STOPS,
            (Self::NoOrders, _) => text::NO_ORDERS,
            (Self::PurseFull, _) => text::PURSE_FULL,
            (Self::NoRoom, _) => text::NO_ROOM,
            (Self::NoCard, _) => text::NO_CARD,
            (Self::CardTaken, _) => text::CARD_TAKEN,
            (Self::SeveralCards, _) => text::ONE_CARD_ONLY,
        }
    }
}

fn line(parts: &[&str]) -> TextLine {
    joined(parts)
}

/// Three numbers of two digits at least.
fn parted([one, two, three]: [u64; 3], mark: &str) -> TextLine {
    line(&[&digits_of(one, 2), mark, &digits_of(two, 2), mark, &digits_of(three, 2)])
}

fn day(date: Date) -> TextLine {
    let (year, month, day) = date.civil();
    parted([day.into(), month.into(), year.into()], "-")
}

/// From here on an amount is shown without grosze, so that it keeps its line.
const WHOLE_ZLOTE_FROM: u32 = 10_000;

/// Writes numbers and words of one language.
struct Pen(Language);

impl Pen {
    fn say(&self, words: Words) -> &'static str {
        words.in_language(self.0)
    }

    fn message(&self, message: Message, panel: Panel) -> [TextLine; 2] {
        let say = |words: Words| line(&[self.say(words)]);
        let balance = |balance: Grosz| self.amount(self.say(text::BALANCE), balance);
        let nothing = TextLine::new();
        match message {
            Message::Taken { price, balance: left } => [self.amount(self.say(text::TAKEN), price), balance(left)],
            Message::Exit { refund, balance: left } => [self.amount(self.say(text::REFUND), refund), balance(left)],
            Message::Period { until } => [say(text::PERIOD_TICKET), self.dated(text::VALID_TO, until)],
            Message::Free { until } => [say(text::FREE_TRAVEL), self.dated(text::VALID_TO, until)],
            Message::Blocking(true) => [say(text::BLOCKED), nothing],
            Message::Blocking(false) => [say(text::UNBLOCKED), nothing],
            Message::Orders { count, balance: left } => {
                let orders = if count == 1 { text::ORDER_LOADED } else { text::ORDERS_LOADED };
                let loaded = line(&[self.say(text::LOADED), &digits(count.into()), " ", self.say(orders)]);
                [loaded, left.map_or(nothing, balance)]
            }
            Message::Refused(Refusal::Limit(tickets)) => {
                [line(&[self.say(text::LIMIT), " ", &digits(tickets.into()), " ", self.say(text::TICKETS)]), nothing]
            }
            Message::Refused(Refusal::NoMoney(left)) => [say(text::NO_MONEY), balance(left)],
            Message::Refused(refusal) => [say(refusal.words(panel)), nothing],
            Message::CheckOperation => [say(text::CHECK_OPERATION), nothing],
        }
    }

    fn page(&self, page: Page) -> [TextLine; 2] {
        let say = |words: Words| line(&[self.say(words)]);
        match page {
            Page::Period(None) => [say(text::PERIOD_TICKET), say(text::NONE)],
            Page::Period(Some(PeriodPage { profile, validity })) => {
                let letter = match profile {
                    FareKind::Normal => " N",
                    FareKind::Reduced => " U",
                };
                let dated = match validity {
                    Validity::Until(day) => self.dated(text::VALID_TO, day),
                    Validity::Ended(day) => self.dated(text::ENDED, day),
                    Validity::From(day) => self.dated(text::VALID_FROM, day),
                };
                [line(&[self.say(text::PERIOD_TICKET), letter]), dated]
            }
            Page::Purse(None) => [say(text::PURSE), say(text::NONE)],
            Page::Purse(Some(balance)) => [say(text::PURSE), self.amount(self.say(text::BALANCE), balance)],
            Page::Ride(RidePage::NotRegistered) => [say(text::RIDE), say(text::NOT_REGISTERED)],
            Page::Ride(RidePage::Exited) => [say(text::RIDE), say(text::EXIT_REGISTERED)],
            Page::Ride(RidePage::Registered { basis, normal, reduced }) => {
                let heading = match basis {
                    RideBasis::Purse => text::RIDE,
                    RideBasis::Period => text::PERIOD_TICKET,
                    RideBasis::Free => text::FREE_TRAVEL,
                };
                [say(heading), self.tickets(normal, reduced)]
            }
        }
    }

    /// `N1 U2`, a kind without tickets is left out; closed up where both counts have two digits.
    fn tickets(&self, normal: u32, reduced: u32) -> TextLine {
        if (normal, reduced) == (0, 0) {
            return line(&[self.say(text::REGISTERED)]);
        }
        let mut tickets = line(&[self.say(text::CANCELLED)]);
        let mut gap = " ";
        for (letter, count) in [("N", normal), ("U", reduced)] {
            if count > 0 {
                tickets = line(&[&tickets, gap, letter, &digits(count.into())]);
                gap = if normal >= 10 && reduced >= 10 { "" } else { " " };
            }
        }
        tickets
    }

    fn dated(&self, words: Words, date: Date) -> TextLine {
        line(&[self.say(words), " ", &day(date)])
    }

    /// A label at the left and an amount at the right edge, closed up where it would not fit otherwise.
    fn amount(&self, label: &str, amount: Grosz) -> TextLine {
        let digits = self.digits(amount);
        let letters = label.chars().count() + digits.chars().count() + 2;
        match COLUMNS.checked_sub(letters + 1) {
            Some(gap) if gap > 0 => line(&[label, &BLANKS[..gap], &digits, " zł"]),
            _ => self.tight(label, amount),
        }
    }

    /// The same without a space before the currency.
    fn tight(&self, label: &str, amount: Grosz) -> TextLine {
        let digits = self.digits(amount);
        let gap = COLUMNS.saturating_sub(label.chars().count() + digits.chars().count() + 2).max(1);
        line(&[label, &BLANKS[..gap], &digits, "zł"])
    }

    fn digits(&self, amount: Grosz) -> TextLine {
        let (zlote, grosze) = (amount.0 / 100, amount.0 % 100);
        if zlote >= WHOLE_ZLOTE_FROM {
            line(&[&digits(zlote.into())])
        } else {
            line(&[&digits(zlote.into()), self.0.decimal_mark(), &digits_of(grosze.into(), 2)])
        }
    }
}
