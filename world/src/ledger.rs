//! The ledger: every movement of value as one balanced posting. Value comes from one account, the source, and nowhere
//! else. Each world has accounts of its own, of its own currency: what is of two types cannot be mixed.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;

use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

/// Where value can be.
pub trait Account: Copy + Ord + Hash + fmt::Debug + fmt::Display {
    /// Why value moves between these accounts.
    type Cause: Reason;
    /// Where value comes from: the only account below zero.
    const SOURCE: Self;
    /// What amounts are counted in, for sentences.
    const UNIT: &'static str;
}

/// Why value moved.
pub trait Reason: Copy + Eq + Hash + fmt::Debug {
    /// Whether such postings come by the thousand: those from one account are one posting until something else happens
    /// to it.
    fn is_running(self) -> bool;
}

/// One balanced movement.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Posting<A, C> {
    /// When; for merged postings, when it last happened.
    pub at: Instant,
    /// From here.
    pub from: A,
    /// To there.
    pub to: A,
    /// So much; more than nothing.
    pub amount: i64,
    /// Why.
    pub cause: C,
    /// In which transaction of a device.
    pub txn: Option<u32>,
}

/// How many postings are kept one by one; what is older is kept in the balances.
pub const POSTINGS_KEPT: usize = 400;

/// All accounts, and the postings behind them.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(bound(serialize = "A: Serialize + Ord, A::Cause: Serialize"))]
#[serde(bound(deserialize = "A: Deserialize<'de> + Ord, A::Cause: Deserialize<'de>"))]
pub struct Ledger<A: Account> {
    /// What every account held before the oldest posting that is kept.
    opening: BTreeMap<A, i64>,
    balances: BTreeMap<A, i64>,
    postings: Vec<Posting<A, A::Cause>>,
}

impl<A: Account> Default for Ledger<A> {
    fn default() -> Self {
        Self { opening: BTreeMap::new(), balances: BTreeMap::new(), postings: Vec::new() }
    }
}

impl<A: Account> Ledger<A> {
    /// Moves value: the only way anything gets into the ledger. Nothing is posted for nothing.
    pub fn post(&mut self, posting: Posting<A, A::Cause>) {
        let Posting { from, to, amount, cause, .. } = posting;
        if amount == 0 {
            return;
        }
        assert!(amount > 0, "a posting moves value forwards");
        *self.balances.entry(from).or_default() -= amount;
        *self.balances.entry(to).or_default() += amount;
        if cause.is_running()
            && let Some(last) = self.postings.iter_mut().rev().find(|last| last.from == from || last.to == from)
            && last.cause == cause
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

    /// What an account holds.
    pub fn balance(&self, account: A) -> i64 {
        self.balances.get(&account).copied().unwrap_or_default()
    }

    /// Every account that has ever held something, in order.
    pub fn accounts(&self) -> impl Iterator<Item = (A, i64)> {
        self.balances.iter().map(|(account, balance)| (*account, *balance))
    }

    /// Every account with something in it, in order.
    pub fn held(&self) -> Vec<(A, i64)> {
        self.accounts().filter(|(_, held)| *held != 0).collect()
    }

    /// The latest postings, oldest first.
    pub fn postings(&self) -> &[Posting<A, A::Cause>] {
        &self.postings
    }

    /// I-01, I-02: everything adds up to what came from the source, no other account is below zero, and the balances
    /// are those of the postings.
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
            return Err(format!("the postings of {account} do not add up to its balance of {balance} {}", A::UNIT));
        }
        if let Some((account, balance)) =
            self.accounts().find(|(account, balance)| *balance < 0 && *account != A::SOURCE)
        {
            return Err(format!("{account} is below zero: {balance} {}", A::UNIT));
        }
        let sum: i64 = self.accounts().map(|(_, balance)| balance).sum();
        if sum != 0 {
            return Err(format!("the accounts do not add up to what was sold: {sum} {} too much", A::UNIT));
        }
        Ok(())
    }
}
