//! The world around the devices, as plain data: cards in a wallet, a service desk, boats that draw power, a ledger in
//! which nothing is made or lost, the journal of everything done, and the language in which acceptance is written.
//!
//! Nothing here knows a rule of a device; delete this crate and no rule is lost.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`quay`] | a world: two pedestals, a wallet, a service desk, boats, a ledger |
//! | [`bus`] | another: two buses with two validators each, a wallet, a web shop, a service point, a ledger |
//! | [`world`](mod@world) | what a world is |
//! | [`site`] | what the worlds have in common: devices, cards, settings, clock, ledger |
//! | [`wallet`], [`ledger`] | what they are made of |
//! | [`session`] | a world with its journal: what a page runs and what can be replayed |
//! | [`step`], [`step_value`] | the acceptance language: steps that parse from text and print to text |
//! | [`steps!`], [`shared_steps!`], [`word_values!`], [`screens_and_settings!`] | how a site declares its steps |
//! | [`act`], [`acts!`] | the acts of every site, and how a site declares its acts |
//! | [`script`] | steps played on a session, and a session written as a feature |
//! | [`observation`] | what can be seen of a session |
//! | [`trace`] | what devices did, with the clauses behind it |
//! | [`save_format`] | the bytes of a saved session |
#![forbid(unsafe_code)]

// The macros of this crate name it as `$crate::firmware_core`.
#[doc(hidden)]
pub use firmware_core;

pub mod act;
pub mod bus;
pub mod ledger;
pub mod observation;
pub mod quay;
pub mod save_format;
pub mod script;
pub mod session;
mod shared_steps;
pub mod site;
pub mod step;
pub mod step_value;
pub mod trace;
pub mod wallet;
pub mod world;

/// Evaluates an expression with a type name bound to the site of this name, or another expression if there is no such
/// site. This is the list of the sites that programs choose by name.
///
/// ```
/// use world::world::World as _;
///
/// let has_power = |name: &str| world::for_site!(name, Site => Some(Site::opening().has_power()), else None);
/// assert_eq!(["quay", "bus", "ferry"].map(has_power), [Some(true), Some(true), None]);
/// ```
#[macro_export]
macro_rules! for_site {
    ($name:expr, $site:ident => $body:expr, else $otherwise:expr) => {
        match $name {
            "quay" => {
                type $site = $crate::quay::Quay;
                $body
            }
            "bus" => {
                type $site = $crate::bus::Bus;
                $body
            }
            _ => $otherwise,
        }
    };
}
