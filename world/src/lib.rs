//! The world around the devices, as plain data: cards in a wallet, a service desk, boats that draw power, a ledger in
//! which nothing is made or lost, the journal of everything done, and the language in which acceptance is written.
//!
//! Nothing here knows a rule of a device; delete this crate and no rule is lost.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`quay`] | the world itself: two pedestals, a wallet, boats, a ledger; acts and time go in |
//! | [`act`] | everything a person can do, and why some of it is refused |
//! | [`wallet`], [`desk`], [`marina`], [`ledger`] | its parts |
//! | [`session`] | a world with its journal: what a page runs and what can be replayed |
//! | [`step`], [`word`] | the acceptance language: steps that parse from text and print to text |
//! | [`story`] | steps played on a session, and what can be observed of it |
//! | [`keep`] | the bytes in which a session is kept |
#![forbid(unsafe_code)]

pub mod act;
pub mod desk;
pub mod keep;
pub mod ledger;
pub mod marina;
pub mod quay;
pub mod session;
pub mod step;
pub mod story;
pub mod wallet;
pub mod word;
