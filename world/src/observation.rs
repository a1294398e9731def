//! What can be seen of a session: on the page, on a bench, or in the plain values.

use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

use crate::ledger::Account;
use crate::session::Session;
use crate::wallet::Card;
use crate::world::World;

/// Everything that can be seen of a session. `A` are the accounts of the site, `C` is what it shows of a card beside
/// what every site shows, and `O` what it shows of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation<A, C, O> {
    /// The name of the screen of the device in front of the person.
    pub screen: String,
    /// The words on its display, line by line, with single spaces; empty lines are left out.
    pub display: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// All cards, in the order of the wallet.
    pub cards: Vec<SeenCard<C>>,
    /// All accounts of the ledger with something in them, with how much, in the unit of the ledger.
    pub accounts: Vec<(A, i64)>,
    /// Whether the ledger adds up and agrees with cards and devices.
    pub balanced: bool,
    /// What the last act was answered with; empty if it was simply done.
    pub answer: String,
    /// Whether the last act was refused.
    pub refused: bool,
    /// The clauses that applied since the last step that did something.
    pub rules: Vec<String>,
    /// What only this site shows.
    #[serde(flatten)]
    pub own: O,
}

/// A card, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard<C> {
    /// Its name.
    pub name: String,
    /// The word for its status.
    pub status: String,
    /// What is in its purse, in minor units; none without a purse, or if it cannot be read.
    pub balance: Option<u32>,
    /// What only this site shows of it.
    #[serde(flatten)]
    pub own: C,
}

/// Nothing: of a site that shows no more of a card than every site does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoMore {}

/// What the display of a device shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// [`Observation::screen`].
    pub screen: &'static str,
    /// [`Observation::display`].
    pub display: Vec<String>,
    /// [`Observation::bar`].
    pub bar: Option<u8>,
}

impl<A: Account, C, O> Observation<A, C, O> {
    /// What can be seen of a session, with the clauses that applied since `mark`: what the device shows, the sentence
    /// of an answer, the word for a card's status and what else is seen of it, and what only this site shows.
    pub fn of<W: World<Account = A>>(
        session: &Session<W>,
        (mark, since): (usize, Instant),
        shown: Shown,
        answer: impl FnOnce(&W::Answer) -> String,
        card: impl Fn(&Card) -> (&'static str, C),
        own: O,
    ) -> Self {
        let world = session.world();
        let Shown { screen, display, bar } = shown;
        let (answer, refused) = match session.answer() {
            None => (String::new(), false),
            Some(Ok(accepted)) => (answer(accepted), false),
            Some(Err(refusal)) => (refusal.to_string(), true),
        };
        let cards = world.cards().map(|seen| {
            let purse = world.read(seen).ok().map(|image| image.body.purse).filter(|purse| purse.present);
            let (status, own) = card(seen);
            SeenCard {
                name: seen.name.clone(),
                status: status.to_owned(),
                balance: purse.map(|purse| purse.balance),
                own,
            }
        });
        Self {
            screen: screen.to_owned(),
            display,
            bar,
            cards: cards.collect(),
            accounts: world.ledger().held(),
            balanced: world.check().is_ok(),
            answer,
            refused,
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
            own,
        }
    }
}
