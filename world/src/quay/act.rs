//! Everything a person can do in this world, and why some of it is refused.

use std::fmt;

use firmware_core::card::Damage;
use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::setting::Refused;
use firmware_core::time::DateTime;
use serde::{Deserialize, Serialize};

use super::desk::Readout;
use super::marina::{Appliance, SOCKET_WATTS_MAX};
use super::wallet::Issue;

/// One thing that a person does.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Act {
    /// Puts this card into the holder of the pedestal in front of them.
    Present(String),
    /// Takes the card out of the holder.
    Take,
    /// Presses a button and keeps it down.
    Press(Key),
    /// Lets a button go.
    Release(Key),
    /// Walks to the pedestal with this number (1 or 2).
    Walk(u8),
    /// The mains of the quay fail.
    PowerOff,
    /// The mains are back.
    PowerOn,
    /// Plugs the boat that lies here into a socket.
    Plug(Socket),
    /// Unplugs it.
    Unplug(Socket),
    /// Switches an appliance aboard on or off.
    Switch(Socket, Appliance, bool),
    /// Gets a card of some kind with this name and this much on it.
    Create(Issue, String, Ore),
    /// Gives a card another name.
    Rename(String, String),
    /// Throws a card away.
    Discard(String),
    /// Punches a hole into a card (P-01).
    Destroy(String),
    /// Loses a card (P-02).
    Lose(String),
    /// The service desk puts this much onto a card.
    Load(String, Ore),
    /// The service desk pays out what is on a card.
    PayOut(String),
    /// The service desk reads a card and what the pedestals know of it.
    ReadOut(String),
    /// The service desk resets an invalid card (P-21).
    Reset(String),
    /// The service desk closes the records of a destroyed or lost card (DP-31).
    WriteOff(String),
    /// The service desk gives up the credit of a destroyed or lost card on a socket here (DP-35).
    ReleaseSocket(Socket),
    /// The marina office sets the civil date and time.
    SetClock(DateTime),
    /// Changes a setting, by its place in [`World::all_settings`](crate::world::World::all_settings).
    Configure(u8, u32),
}

/// What comes of an act that was not refused.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// It is done.
    Done,
    /// The service desk says what it found.
    ReadOut(Readout),
}

/// Why an act was refused; nothing has changed then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// There is no card of that name.
    NoSuchCard(String),
    /// There is a card of that name already.
    NameTaken(String),
    /// A name must not be empty, too long, or hold a quotation mark.
    BadName,
    /// The card lies in the holder of a pedestal.
    CardInHolder(String),
    /// A card lies in the holder already.
    HolderTaken,
    /// No card lies in the holder.
    HolderEmpty,
    /// There is no pedestal with that number.
    NoSuchPedestal(u8),
    /// The card is destroyed (P-01, P-02).
    Destroyed(String),
    /// The card is lost (P-02).
    Lost(String),
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
    /// The card cannot be read.
    Unreadable(String, Damage),
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
    /// There is no setting with that index.
    NoSuchSetting,
    /// The setting cannot have that value.
    BadSetting(Refused),
    /// There is no power.
    NoPower,
    /// The power is on.
    PowerIsOn,
}

impl fmt::Display for Refusal {
    /// A sentence: what is wrong and, where something can be done, what.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchCard(name) => write!(f, "There is no card named \u{201c}{name}\u{201d} in the wallet."),
            Self::NameTaken(name) => {
                write!(f, "There is a card named \u{201c}{name}\u{201d} already; choose another name.")
            }
            Self::BadName => f.write_str("A name has 1 to 24 letters and no quotation mark; choose another."),
            Self::CardInHolder(name) => {
                write!(f, "\u{201c}{name}\u{201d} lies in a pedestal's holder; take it out first.")
            }
            Self::HolderTaken => f.write_str("A card lies in the holder; take it out first."),
            Self::HolderEmpty => f.write_str("There is no card in the holder."),
            Self::NoSuchPedestal(number) => write!(f, "There is no pedestal {number} on this quay; walk to 1 or 2."),
            Self::Destroyed(name) => {
                write!(f, "\u{201c}{name}\u{201d} is destroyed; destroyed cards are not replaced (P-02).")
            }
            Self::Lost(name) => write!(f, "\u{201c}{name}\u{201d} is lost; lost cards are not replaced (P-02)."),
            Self::NotGone(name) => write!(f, "\u{201c}{name}\u{201d} is neither destroyed nor lost."),
            Self::Foreign(name) => write!(f, "\u{201c}{name}\u{201d} was not issued by this marina."),
            Self::Blocked(name) => write!(f, "\u{201c}{name}\u{201d} is blocked by its issuer."),
            Self::MustBeReset(name) => {
                write!(f, "\u{201c}{name}\u{201d} is invalid: an update was not finished; have it reset first (P-21).")
            }
            Self::NothingToReset(name) => write!(f, "\u{201c}{name}\u{201d} is valid: there is nothing to reset."),
            Self::Unreadable(name, damage) => write!(f, "\u{201c}{name}\u{201d} cannot be read: {damage}."),
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
            Self::NoSuchSetting => f.write_str("There is no such setting."),
            Self::BadSetting(refused) => write!(f, "{refused}."),
            Self::NoPower => f.write_str("The pedestals have no power."),
            Self::PowerIsOn => f.write_str("The power is on already."),
        }
    }
}
