//! The ledger: every movement of value as one balanced posting. Value comes from [`Account::Sold`] and nowhere else.

use std::collections::BTreeMap;
use std::fmt;

use firmware_core::card::CardId;
use firmware_core::pedestal::Socket;
use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

/// Where value can be. Amounts are thousandths of an øre.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Account {
    /// Where value comes from: what the service desk has sold. The only account below zero.
    Sold,
    /// On a card.
    Card(CardId),
    /// On a card that an interrupted update has marked: out of use until it is reset (DP-17).
    Frozen(CardId),
    /// On a socket of the pedestal with this number.
    Socket(u16, Socket),
    /// In an update of that socket whose outcome is not known (DP-27).
    Suspense(u16, Socket),
    /// Delivered as energy.
    Consumed,
    /// Remainders below one øre (DP-13).
    Rounding,
    /// On destroyed, lost and discarded cards.
    Lost,
    /// Paid out at the service desk.
    CashOut,
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sold => f.write_str("Sold"),
            Self::Card(id) => write!(f, "Card {}", id.0),
            Self::Frozen(id) => write!(f, "Frozen {}", id.0),
            Self::Socket(pedestal, socket) => write!(f, "Socket {pedestal}.{}", socket.number()),
            Self::Suspense(pedestal, socket) => write!(f, "Suspense {pedestal}.{}", socket.number()),
            Self::Consumed => f.write_str("Consumed"),
            Self::Rounding => f.write_str("Rounding"),
            Self::Lost => f.write_str("Lost"),
            Self::CashOut => f.write_str("CashOut"),
        }
    }
}

/// Why value moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Cause {
    /// The service desk sold it.
    Sale,
    /// An update loaded a socket.
    Load,
    /// An update returned a socket's credit.
    Return,
    /// Energy was delivered.
    Metering,
    /// A power cut lost what the meter had counted since the last write to memory (DP-33).
    GivenBack,
    /// A card was pulled out in mid-update (DP-17).
    Tear,
    /// The update was completed after all (P-19).
    Resume,
    /// The outcome of an interrupted last write is not known (DP-27).
    Suspense,
    /// It is known (DP-31).
    Settlement,
    /// The service desk reset a card (P-21).
    Reset,
    /// A load was forfeited (DP-17, training policy).
    Forfeit,
    /// A card was destroyed, lost or thrown away (P-01, P-02).
    CardGone,
    /// The service desk gave something up (DP-31, DP-35).
    WriteOff,
    /// The service desk paid it out.
    PayOut,
}

/// One balanced movement.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Posting {
    /// When; for merged metering, when it last happened.
    pub at: Instant,
    /// From here.
    pub from: Account,
    /// To there.
    pub to: Account,
    /// So many thousandths of an øre; more than nothing.
    pub amount: i64,
    /// Why.
    pub cause: Cause,
    /// In which transaction of a pedestal.
    pub txn: Option<u32>,
}

/// How many postings are kept one by one; what is older is kept in the balances.
pub const POSTINGS_KEPT: usize = 400;

/// All accounts, and the postings behind them.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// What every account held before the oldest posting that is kept.
    opening: BTreeMap<Account, i64>,
    balances: BTreeMap<Account, i64>,
    postings: Vec<Posting>,
}

impl Ledger {
    /// Moves value: the only way anything gets into the ledger. Nothing is posted for nothing.
    pub fn post(&mut self, posting: Posting) {
        let Posting { from, to, amount, cause, .. } = posting;
        if amount == 0 {
            return;
        }
        assert!(amount > 0, "a posting moves value forwards");
        *self.balances.entry(from).or_default() -= amount;
        *self.balances.entry(to).or_default() += amount;
        // Watt-hours come by the thousand: those of one socket are one posting until something else happens to it.
        if cause == Cause::Metering
            && let Some(last) = self.postings.iter_mut().rev().find(|last| last.from == from || last.to == from)
            && last.cause == Cause::Metering
        {
            last.amount += amount;
            last.at = posting.at;
            return;
        }
        self.postings.push(posting);
        if self.postings.len() > POSTINGS_KEPT {
            let oldest = self.postings.remove(0);
            *self.opening.entry(oldest.from).or_default() -= oldest.amount;
            *self.opening.entry(oldest.to).or_default() += oldest.amount;
        }
    }

    /// What an account holds, in thousandths of an øre.
    pub fn balance(&self, account: Account) -> i64 {
        self.balances.get(&account).copied().unwrap_or_default()
    }

    /// Every account that has ever held something, in order.
    pub fn accounts(&self) -> impl Iterator<Item = (Account, i64)> {
        self.balances.iter().map(|(account, balance)| (*account, *balance))
    }

    /// The latest postings, oldest first.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// I-01, I-02: everything adds up to what was sold, no other account is below zero, and the balances are those of
    /// the postings.
    ///
    /// # Errors
    /// A sentence about the first thing that does not hold.
    pub fn check(&self) -> Result<(), String> {
        let mut recount = self.opening.clone();
        for Posting { from, to, amount, .. } in &self.postings {
            *recount.entry(*from).or_default() -= amount;
            *recount.entry(*to).or_default() += amount;
        }
        if let Some((account, balance)) =
            self.accounts().find(|(account, balance)| recount.get(account).copied().unwrap_or_default() != *balance)
        {
            return Err(format!("the postings of {account} do not add up to its balance of {balance} milli-øre"));
        }
        if let Some((account, balance)) =
            self.accounts().find(|(account, balance)| *balance < 0 && *account != Account::Sold)
        {
            return Err(format!("{account} is below zero: {balance} milli-øre"));
        }
        let sum: i64 = self.accounts().map(|(_, balance)| balance).sum();
        if sum != 0 {
            return Err(format!("the accounts do not add up to what was sold: {sum} milli-øre too much"));
        }
        Ok(())
    }
}
