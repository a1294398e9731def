//! The world around the devices, as plain data: cards in a wallet, a service desk, boats that draw power, a ledger in
//! which nothing is made or lost, the journal of everything done, and the language in which acceptance is written.
//!
//! Nothing here knows a rule of a device; delete this crate and no rule is lost.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`quay`] | a world: two pedestals, a wallet, a service desk, boats, a ledger |
//! | [`bus`] | another: two buses with two validators each, a wallet, a web shop, a service point, a ledger |
//! | [`world`](mod@world) | what the worlds have in common |
//! | [`wallet`], [`ledger`] | what they are made of |
//! | [`session`] | a world with its journal: what a page runs and what can be replayed |
//! | [`step`], [`word`] | the acceptance language: steps that parse from text and print to text |
//! | [`story`] | steps played on a session, and a session told as a feature |
//! | [`keep`] | the bytes in which a session is kept |
#![forbid(unsafe_code)]

pub mod bus;
pub mod keep;
pub mod ledger;
pub mod quay;
pub mod session;
pub mod step;
pub mod story;
pub mod wallet;
pub mod word;
pub mod world;
