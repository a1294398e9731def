//! Everything a person can do in this world, and why some of it is refused.

use std::fmt;

use firmware_core::card::FareKind;
use firmware_core::device::ReaderPosition;
use firmware_core::money::Grosz;
use firmware_core::time::{Date, DateTime};
use firmware_core::validator::fare::TariffRefused;
use firmware_core::validator::{FRONT, Face, Key, POCKET, Spot};
use serde::{Deserialize, Serialize};

use super::inspector::Control;
use super::service::Readout;
use super::shop::{FETCH_DAYS, PERIOD_DAYS, TOP_UP_MIN};
use super::wallet::{BusCardStatus, Entitlement, Issue, PURSE_MAX};
use crate::acts;
use crate::site::SiteRefusal;

/// A card reader of a validator.
///
/// Its saved form is its [`ReaderPosition`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(into = "ReaderPosition", try_from = "ReaderPosition")]
pub enum Reader {
    /// On the front (K-12).
    Front,
    /// In the side pocket (K-22).
    Pocket,
}

impl Reader {
    /// Both of them, in the order of the validator's own list.
    pub const ALL: [Self; 2] = [Self::Front, Self::Pocket];

    /// Where the validator has it.
    pub const fn position(self) -> ReaderPosition {
        match self {
            Self::Front => FRONT,
            Self::Pocket => POCKET,
        }
    }
}

impl From<Reader> for ReaderPosition {
    fn from(reader: Reader) -> Self {
        reader.position()
    }
}

impl TryFrom<ReaderPosition> for Reader {
    type Error = NoReader;

    fn try_from(position: ReaderPosition) -> Result<Self, NoReader> {
        Self::ALL.into_iter().find(|reader| reader.position() == position).ok_or(NoReader(position))
    }
}

/// A validator has no card reader at this position.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoReader(pub ReaderPosition);

impl fmt::Display for NoReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a validator has no card reader {}", self.0.0)
    }
}

acts! {
    /// One thing that a person does.
    pub enum Act {
        /// Holds this card to the front of the validator there, or puts it into its side pocket.
        0: Present(reader: Reader, card: String);
        /// Takes the card away from there.
        1: Take(reader: Reader);
        /// Presses a key of the old type and keeps it down.
        2: Press(key: Key);
        /// Lets it go.
        3: Release(key: Key);
        /// Puts a finger on the display of the new type.
        4: Touch(spot: Spot);
        /// Lifts it.
        5: Lift;
        /// Goes to the old or the new validator of the bus with this number (1 or 2).
        6: Walk(bus: u8, face: Face);

        /// The driver of the bus here goes on to the next stop.
        7: NextStop;
        /// The driver ends the run.
        8: EndRun;
        /// The driver begins the next run, the other way.
        9: Depart;
        /// The driver blocks all validators of this bus, or lifts the block (K-10).
        10: Block(blocked: bool);
        /// Both buses are switched off.
        11: PowerOff;
        /// They are switched on.
        12: PowerOn;

        /// Gets a card of some kind with this name and so much in its purse; none for a card without a purse.
        13: Create(kind: Issue, card: String, amount: Option<Grosz>);
        /// Gives a card another name.
        14: Rename(from: String, to: String);
        /// Throws a card away.
        15: Discard(card: String);
        /// Punches a hole into a card.
        16: Destroy(card: String);
        /// Loses a card.
        17: Lose(card: String);

        /// The service point sells a card with this first load.
        18: Sell(kind: Issue, card: String, amount: Grosz);
        /// The service point puts so much into a purse.
        19: Load(card: String, amount: Grosz);
        /// The service point puts a period ticket on a card: which, first day, last day.
        20: SellPeriod(card: String, fare: FareKind, from: Date, to: Date);
        /// The service point writes an entitlement on a personalised card, until a day.
        21: Entitle(card: String, entitlement: Entitlement, until: Date);
        /// The service point sets the fare that a plain tap takes.
        22: SetFare(card: String, fare: Option<FareKind>);
        /// The service point sets a card's first and last day.
        23: SetDays(card: String, from: Date, to: Date);
        /// The service point reads a card.
        24: ReadOut(card: String);
        /// The service point puts on a card what waits for it in the web shop.
        25: Fetch(card: String);
        /// A card is reported lost at the service point, which informs the buses (DK-25).
        26: ReportLost(card: String);
        /// It is found again.
        27: ReportFound(card: String);

        /// So much is ordered for a purse in the web shop.
        28: OrderTopUp(card: String, amount: Grosz);
        /// A period ticket is ordered there: which, first day, how many days.
        29: OrderPeriod(card: String, fare: FareKind, from: Date, days: u16);

        /// The inspector looks at a card on this bus.
        30: Inspect(card: String);

        /// The bus computers get the local date and time.
        31: SetClock(civil: DateTime);
        /// Changes a setting, by its index in [`World::all_settings`](crate::world::World::all_settings).
        32: Configure(setting: u8, value: u32);
        /// The tariff with this index in [`PROFILES`](firmware_core::validator::fare::PROFILES) applies.
        33: SetTariff(tariff: u8);
        /// A single ticket costs this.
        34: SetSingle(fare: FareKind, price: Grosz);
        /// In a load class (from 1), up to so many stops, a ride costs this.
        35: SetBand(class: u8, stops: u8, fare: FareKind, price: Grosz);
        /// Holds these two cards together against the front (DK-39).
        36: PresentBoth(first: String, second: String);
    }
}

/// What comes of an act that was not refused.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// It is done.
    Done,
    /// The service point says what it found.
    ReadOut(Readout),
    /// The inspector says what he found.
    Control(Control),
}

/// Why an act was refused; nothing has changed then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Any site would refuse it.
    Site(SiteRefusal),
    /// There is no bus with that number.
    NoSuchBus(u8),
    /// The validator here has no keys.
    NoKeys,
    /// The validator here has no touch display.
    NoTouch,
    /// The bus is at its last stop.
    LastStop,
    /// The bus is on no run.
    NoRun,
    /// The vehicle has no more numbers for runs.
    NoMoreRuns,
    /// The card was not issued by this city.
    Foreign(String),
    /// The card is blocked by its issuer, reported lost, or out of date.
    NotUsable(String, BusCardStatus),
    /// The card has no purse.
    NoPurse(String),
    /// The card is not personalised.
    NotPersonalised(String),
    /// Such a card has no purse.
    NeverAPurse,
    /// The service point does not sell such cards.
    NotSold,
    /// S3: the first load is too small.
    FirstLoad(Grosz),
    /// S3: a top-up is too small.
    TopUpTooSmall,
    /// S3: the purse could come to hold too much.
    TooMuch,
    /// The card has no room for another period ticket.
    NoRoom(String),
    /// There are no such period tickets.
    NoSuchPeriod,
    /// The last day comes before the first.
    DaysReversed,
    /// S3: an order of that kind waits already.
    OrderWaits,
    /// Nothing waits for the card.
    NoOrders(String),
    /// The card has been reported lost already.
    ReportedAlready(String),
    /// Nobody has reported the card lost.
    NotReported(String),
    /// The list of lost cards is full.
    HotlistFull,
    /// There is no tariff with that index.
    NoSuchTariff,
    /// The tariff has no such load class, or no such band in it.
    NoSuchBand,
    /// The tariff cannot be used.
    BadTariff(TariffRefused),
    /// The bus computer is still starting.
    Starting,
}

impl From<SiteRefusal> for Refusal {
    fn from(refusal: SiteRefusal) -> Self {
        Self::Site(refusal)
    }
}

impl fmt::Display for Refusal {
    /// A sentence: what is wrong and, where something can be done, what.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site(SiteRefusal::AtReader(name)) => {
                write!(f, "\u{201c}{name}\u{201d} is at a validator; take it away from there first.")
            }
            Self::Site(SiteRefusal::ReaderTaken(POCKET)) => {
                f.write_str("A card is in the side pocket; take it out first.")
            }
            Self::Site(SiteRefusal::ReaderTaken(_)) => {
                f.write_str("A card is held to the validator; take it away first.")
            }
            Self::Site(SiteRefusal::ReaderEmpty(POCKET)) => f.write_str("There is no card in the side pocket."),
            Self::Site(SiteRefusal::ReaderEmpty(_)) => f.write_str("There is no card at the validator."),
            Self::Site(SiteRefusal::NoPower) => f.write_str("The buses are switched off."),
            Self::Site(SiteRefusal::PowerIsOn) => f.write_str("The buses are switched on already."),
            Self::Site(refusal) => refusal.fmt(f),
            Self::NoSuchBus(number) => write!(f, "There is no bus {number}; board 1 or 2."),
            Self::NoKeys => f.write_str("The new validator has no keys; touch its display."),
            Self::NoTouch => f.write_str("The old validator has no touch display; press its keys."),
            Self::LastStop => f.write_str("This is the last stop; begin the next run."),
            Self::NoRun => f.write_str("The bus is on no run; begin the next one."),
            Self::NoMoreRuns => f.write_str("This bus has no more numbers for runs."),
            Self::Foreign(name) => write!(f, "\u{201c}{name}\u{201d} is no passenger's card of this city."),
            Self::NotUsable(name, status) => write!(f, "\u{201c}{name}\u{201d} is {}.", status.word()),
            Self::NoPurse(name) => write!(f, "\u{201c}{name}\u{201d} has no purse."),
            Self::NotPersonalised(name) => {
                write!(f, "\u{201c}{name}\u{201d} is a bearer card; only personalised cards have an account.")
            }
            Self::NeverAPurse => f.write_str("Such a card has no purse."),
            Self::NotSold => f.write_str("The service point does not sell such cards."),
            Self::FirstLoad(least) => write!(f, "The first load of such a card is at least {least} zł."),
            Self::TopUpTooSmall => write!(f, "A top-up is at least {TOP_UP_MIN} zł."),
            Self::TooMuch => write!(f, "A purse holds at most {PURSE_MAX} zł."),
            Self::NoRoom(name) => {
                write!(f, "\u{201c}{name}\u{201d} has no place for another period ticket until one has ended.")
            }
            Self::NoSuchPeriod => {
                let days = PERIOD_DAYS.map(|days| days.to_string()).join(", ");
                write!(f, "Period tickets are for {days} days and begin today or later.")
            }
            Self::DaysReversed => f.write_str("The last day cannot come before the first."),
            Self::OrderWaits => f.write_str("One such order waits for this card already; fetch it first."),
            Self::NoOrders(name) => {
                write!(f, "Nothing waits for \u{201c}{name}\u{201d} (on buses: {FETCH_DAYS} days).")
            }
            Self::ReportedAlready(name) => write!(f, "\u{201c}{name}\u{201d} has been reported lost already."),
            Self::NotReported(name) => write!(f, "Nobody has reported \u{201c}{name}\u{201d} lost."),
            Self::HotlistFull => f.write_str("The list of lost cards is full; report one found first."),
            Self::NoSuchTariff => f.write_str("There is no such tariff."),
            Self::NoSuchBand => f.write_str("There is no such row in the tariff."),
            Self::BadTariff(refused) => write!(f, "{refused}."),
            Self::Starting => f.write_str("The bus computer is still starting."),
        }
    }
}
