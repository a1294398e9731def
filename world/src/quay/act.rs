//! Everything a person can do in this world, and why some of it is refused.

use std::fmt;

use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::time::DateTime;

use super::desk::Readout;
use super::marina::{Appliance, SOCKET_WATTS_MAX};
use super::wallet::Issue;
use crate::acts;
use crate::site::SiteRefusal;

acts! {
    /// One thing that a person does.
    pub enum Act {
        /// Puts this card into the holder of the pedestal in front of them.
        0: Present(card: String);
        /// Takes the card out of the holder.
        1: Take;
        /// Presses a button and keeps it down.
        2: Press(key: Key);
        /// Lets a button go.
        3: Release(key: Key);
        /// Walks to the pedestal with this number (1 or 2).
        4: Walk(pedestal: u8);
        /// The mains of the quay fail.
        5: PowerOff;
        /// The mains are back.
        6: PowerOn;
        /// Plugs the boat that lies here into a socket.
        7: Plug(socket: Socket);
        /// Unplugs it.
        8: Unplug(socket: Socket);
        /// Switches an appliance aboard on or off.
        9: Switch(socket: Socket, appliance: Appliance, on: bool);
        /// Gets a card of some kind with this name and this much on it.
        10: Create(kind: Issue, card: String, amount: Ore);
        /// Gives a card another name.
        11: Rename(from: String, to: String);
        /// Throws a card away.
        12: Discard(card: String);
        /// Punches a hole into a card (P-01).
        13: Destroy(card: String);
        /// Loses a card (P-02).
        14: Lose(card: String);
        /// The service desk puts this much onto a card.
        15: Load(card: String, amount: Ore);
        /// The service desk pays out what is on a card.
        16: PayOut(card: String);
        /// The service desk reads a card and what the pedestals know of it.
        17: ReadOut(card: String);
        /// The service desk resets an invalid card (P-21).
        18: Reset(card: String);
        /// The service desk closes the records of a destroyed or lost card (DP-31).
        19: WriteOff(card: String);
        /// The service desk gives up the credit of a destroyed or lost card on a socket here (DP-35).
        20: ReleaseSocket(socket: Socket);
        /// The marina office sets the civil date and time.
        21: SetClock(civil: DateTime);
        /// Changes a setting, by its index in [`World::all_settings`](crate::world::World::all_settings).
        22: Configure(setting: u8, value: u32);
        /// Puts these two cards into the holder together (DK-39).
        23: PresentBoth(first: String, second: String);
    }
}

/// What comes of an act that was not refused.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// It is done.
    Done,
    /// The service desk says what it found.
    ReadOut(Readout),
}

/// Why an act was refused; nothing has changed then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Any site would refuse it.
    Site(SiteRefusal),
    /// There is no pedestal with that number.
    NoSuchPedestal(u8),
    /// The card is neither destroyed nor lost.
    NotGone(String),
    /// The card was not issued by this marina.
    Foreign(String),
    /// The card is blocked by its issuer.
    Blocked(String),
    /// The card is invalid and must be reset first (P-20).
    MustBeReset(String),
    /// The card is valid: there is nothing to reset.
    NothingToReset(String),
    /// The pedestal whose record has to be closed cannot be reached (DP-31).
    Unreachable(u16),
    /// The amount is nothing, or more than the card may hold.
    BadAmount(Ore),
    /// The card holds nothing to pay out.
    NothingToPayOut(String),
    /// The socket holds no credit of a destroyed or lost card.
    NothingToRelease(Socket),
    /// An update of the socket is open; it has to end first.
    UpdateOpen(Socket),
    /// The destroyed or lost card has no open record.
    NothingToWriteOff(String),
    /// The service desk is closed.
    DeskClosed,
    /// The boat is plugged in already, or not at all.
    PlugAsItIs(Socket),
    /// The socket's fuse would go.
    TooMuchPower(Socket, u32),
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
                write!(f, "\u{201c}{name}\u{201d} lies in a pedestal's holder; take it out first.")
            }
            Self::Site(SiteRefusal::ReaderTaken(_)) => f.write_str("A card lies in the holder; take it out first."),
            Self::Site(SiteRefusal::ReaderEmpty(_)) => f.write_str("There is no card in the holder."),
            Self::Site(SiteRefusal::Destroyed(name)) => {
                write!(f, "\u{201c}{name}\u{201d} is destroyed; destroyed cards are not replaced (P-02).")
            }
            Self::Site(SiteRefusal::Lost(name)) => {
                write!(f, "\u{201c}{name}\u{201d} is lost; lost cards are not replaced (P-02).")
            }
            Self::Site(SiteRefusal::NoPower) => f.write_str("The pedestals have no power."),
            Self::Site(refusal) => refusal.fmt(f),
            Self::NoSuchPedestal(number) => write!(f, "There is no pedestal {number} on this quay; walk to 1 or 2."),
            Self::NotGone(name) => write!(f, "\u{201c}{name}\u{201d} is neither destroyed nor lost."),
            Self::Foreign(name) => write!(f, "\u{201c}{name}\u{201d} was not issued by this marina."),
            Self::Blocked(name) => write!(f, "\u{201c}{name}\u{201d} is blocked by its issuer."),
            Self::MustBeReset(name) => {
                write!(f, "\u{201c}{name}\u{201d} is invalid: an update was not finished; have it reset first (P-21).")
            }
            Self::NothingToReset(name) => write!(f, "\u{201c}{name}\u{201d} is valid: there is nothing to reset."),
            Self::Unreachable(number) => {
                write!(f, "Pedestal {number} cannot be reached; try again when its power is back.")
            }
            Self::BadAmount(amount) => {
                write!(f, "{amount} kr cannot be put on this card: it must be more than nothing and fit the card.")
            }
            Self::NothingToPayOut(name) => write!(f, "\u{201c}{name}\u{201d} holds nothing to pay out."),
            Self::NothingToRelease(socket) => {
                write!(f, "Socket {} holds no credit of a destroyed or lost card.", socket.number())
            }
            Self::UpdateOpen(socket) => write!(
                f,
                "An update of socket {} waits for its card; write off the card first, or let the minute end.",
                socket.number()
            ),
            Self::NothingToWriteOff(name) => {
                write!(f, "No pedestal keeps an open record of \u{201c}{name}\u{201d}.")
            }
            Self::DeskClosed => f.write_str("The service desk is closed; it is open Monday to Friday, 08:00 to 15:30."),
            Self::PlugAsItIs(socket) => write!(f, "The plug of socket {} is that way already.", socket.number()),
            Self::TooMuchPower(socket, watts) => write!(
                f,
                "Socket {} would have to give {watts} W; its fuse allows {SOCKET_WATTS_MAX} W. Switch something off first.",
                socket.number()
            ),
        }
    }
}
