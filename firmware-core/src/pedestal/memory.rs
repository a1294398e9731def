//! What a pedestal remembers when the power goes: credit, owners, an open journal, records in suspense.

use super::Socket;
use crate::card::CardId;
use crate::money::{MilliOre, Ore};
use crate::time::Millis;

/// What survives a power cut (DP-25).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Memory {
    /// The number of the next transaction; never used twice.
    pub next_txn: u32,
    /// The four sockets.
    pub sockets: [SocketMemory; Socket::COUNT],
    /// The update that has begun and not ended: at most one a pedestal.
    pub journal: Option<Journal>,
}

/// What is remembered about one socket.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SocketMemory {
    /// The card whose credit it holds (DP-09); set while there is credit or an open record.
    pub owner: Option<CardId>,
    /// The credit, less what was consumed since it was last written here (DP-33).
    pub credit: MilliOre,
    /// An update of this socket whose outcome is not known (DP-27).
    pub record: Option<Suspense>,
}

/// Which way credit goes, and how much.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Transfer {
    /// From the card to the socket.
    Load(Ore),
    /// All of the socket's credit back to the card, the remainder below one øre included.
    Return(MilliOre),
}

/// An update in progress. It holds no absolute time: after a restart there is none to compare it with (DP-32).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Journal {
    /// The transaction that the card is marked with.
    pub txn: u32,
    /// The card.
    pub card: CardId,
    /// The card's counter before the update.
    pub counter_before: u32,
    /// The value that a service desk would restore.
    pub restorable: Ore,
    /// The socket.
    pub socket: Socket,
    /// What moves.
    pub transfer: Transfer,
    /// The limits that held when the update began (DP-34).
    pub terms: Terms,
    /// Whether the pedestal has restarted since.
    pub restarted: bool,
}

/// The times an update keeps to, whatever the settings become meanwhile (DP-34).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Terms {
    /// How long the update takes.
    pub update: Millis,
    /// How long before its end the last write begins.
    pub final_write: Millis,
    /// How long the card may come back.
    pub recovery: Millis,
}

/// The last write of an update has begun and its outcome is not known (DP-27, DP-31).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Suspense {
    /// The transaction.
    pub txn: u32,
    /// The card.
    pub card: CardId,
    /// The card's counter before the update; a higher one without a mark says that the card took it.
    pub counter_before: u32,
    /// What moves; a return is not on the socket meanwhile.
    pub transfer: Transfer,
}

impl Memory {
    /// What is remembered about `socket`.
    pub fn socket(&self, socket: Socket) -> &SocketMemory {
        &self.sockets[socket.index()]
    }

    pub(super) fn socket_mut(&mut self, socket: Socket) -> &mut SocketMemory {
        &mut self.sockets[socket.index()]
    }

    /// Whether the credit of `socket` is being returned, or was and the outcome is not known: its outlet is off.
    pub fn is_returning(&self, socket: Socket) -> bool {
        let is_return = |transfer| matches!(transfer, Transfer::Return(_));
        self.socket(socket).record.is_some_and(|record| is_return(record.transfer))
            || self.journal.is_some_and(|journal| journal.socket == socket && is_return(journal.transfer))
    }
}

impl SocketMemory {
    /// DP-09, DP-31: without credit and without an open record the socket is free to all.
    pub(super) fn free_if_empty(&mut self) {
        if self.credit == MilliOre::ZERO && self.record.is_none() {
            self.owner = None;
        }
    }
}
