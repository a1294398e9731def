//! What a page needs of the place that it shows, beside its world: words, and what only this place has.

use firmware_core::rule::Rule;
use firmware_core::setting::{Setting, Unit};
use firmware_core::text::Language;
use firmware_core::time::DateTime;
use world::ledger::{self, Ledger};
use world::session::{Outcome, Session};
use world::world::World;

use crate::i18n::Words;
use crate::markup::Element;

/// A place where devices stand, with its page.
pub trait Place:
    World<Act: Send + Sync, Answer: Send + Sync, Refusal: Send + Sync, Lasting: Send + Sync> + Send + Sync + 'static
{
    /// The accounts of its ledger.
    type Account: ledger::Account<Cause: Send + Sync> + Send + Sync + 'static;
    /// What its devices remember over a power cut.
    type Memories: PartialEq + Send + Sync + 'static;
    /// What its page brings later, beside what all pages bring.
    type Parts: Copy + Send + Sync + 'static;

    /// What is kept for it in the browser is named after this.
    const KEPT_AS: &'static str;
    /// What one can do here.
    const TAGLINE: Words;
    /// The title of a saved session; `{0}` is when.
    const TITLE: Words;

    /// The devices and the wallet.
    fn front() -> [Element; 2];

    /// The page has just come to stand in its window.
    fn stand();

    /// What its devices remember at this moment.
    fn memories(&self) -> Self::Memories;

    /// Whether a card is being written somewhere: its bytes change at every moment.
    fn is_writing(&self) -> bool;

    /// The act that sets the civil time.
    fn set_clock(civil: DateTime) -> Self::Act;

    /// What comes of a card that a person carries: over the target of this name or over nothing; and whether it has
    /// just been let go of.
    fn carried(session: &Session<Self>, card: &str, over: Option<&str>, let_go: bool) -> Option<Self::Act>;

    /// What somebody did.
    fn told_act(language: Language, act: &Self::Act) -> String;

    /// What an act was answered with; empty if it was simply done.
    fn told_answer(language: Language, answer: &Outcome<Self>) -> String;

    /// What a device did.
    fn told_happening(language: Language, device: u16, screen: &str) -> String;

    /// What a clause means.
    fn clause(language: Language, rule: Rule) -> &'static str;

    /// What a setting is called.
    fn setting_name(place: usize) -> Words;

    /// What a number of a setting counts; nothing for a choice.
    fn unit(unit: Unit) -> Option<Words>;

    /// A word of a choice, as a person reads it.
    fn choice(language: Language, setting: &Setting, word: &'static str) -> String;

    /// Its ledger.
    fn ledger(&self) -> &Ledger<Self::Account>;

    /// An account, with the names that people gave their cards.
    fn account_name(&self, language: Language, account: Self::Account) -> String;

    /// Why value moved.
    fn cause_name(cause: <Self::Account as ledger::Account>::Cause) -> Words;

    /// An amount of its ledger.
    fn amount(language: Language, amount: i64) -> String;
}

/// Declares that a handle is copied, whatever its place: a derive would ask the place itself to be.
macro_rules! handle {
    ($name:ident) => {
        #[expect(clippy::expl_impl_clone_on_copy, reason = "a derive would ask the place itself to be copied")]
        impl<P: Place> Clone for $name<P> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<P: Place> Copy for $name<P> {}
    };
}
pub(crate) use handle;
