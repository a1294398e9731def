//! What a page needs of its site beside the world: texts, and what only this site has.

use firmware_core::card::CardBytes;
use firmware_core::device::{Beeps, Device};
use firmware_core::rule::Rule;
use firmware_core::time::{Instant, Millis};
use world::ledger;
use world::session::{Outcome, Session};
use world::site::Installed;
use world::trace::TraceEntry;
use world::world::World;

use crate::browser::files::file_url;
use crate::elements::Element;
use crate::feedback::haptics::HapticState;
use crate::texts::{Language, Words};

/// A site as links and addresses need it.
#[derive(Clone, Copy)]
pub struct SiteLink {
    /// The label of a link to its page.
    pub label: Words,
    /// The folder of its page below that of the first site, with a slash at the end; empty for the first site.
    pub folder: &'static str,
    /// The fragments of the addresses of its devices: `#/` and the name of each.
    pub devices: &'static [&'static str],
    /// The labels of the views of these devices.
    pub views: &'static [Words],
}

impl SiteLink {
    /// The URL of its page for a page from which the first site is at `top`. `None` if the page is in a single file
    /// that lacks it.
    pub fn url(&self, top: &str) -> Option<String> {
        file_url(&[top, self.folder].concat())
    }
}

/// How a display of one colour looks, as red, green and blue; the touch display brings its own colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    /// A dot that is on.
    pub on: [u8; 3],
    /// One that is off.
    pub off: [u8; 3],
    /// Without power.
    pub unlit: [u8; 3],
}

/// What a device of a site remembers over a power cut.
pub type Memory<P> = <<P as World>::Device as Device>::Memory;

/// A site with its page.
pub trait SitePage:
    World<
        Device: Installed<Memory: Send + Sync + 'static>,
        Act: Send + Sync,
        Answer: Send + Sync,
        Refusal: Send + Sync,
        Persistent: Send + Sync,
        Account: ledger::Account<Cause: Send + Sync> + Send + Sync + 'static,
    > + Send
    + Sync
    + 'static
{
    /// What its page brings later, beside what all pages bring.
    type Parts: Copy + Send + Sync + 'static;

    /// The prefix of its keys in the storage, and the name of its lock.
    const STORAGE_KEY: &'static str;
    /// What one can do here.
    const TAGLINE: Words;
    /// The title of a saved session; `{0}` is when.
    const TITLE: Words;

    /// Whether a device of it shows what time it is.
    const SHOWS_CLOCK: bool;
    /// This site.
    const LINK: &'static SiteLink;
    /// The other sites.
    const LINKS: &'static [SiteLink];
    /// The folder of the first site, seen from this page; empty for the first site.
    const TOP: &'static str;
    /// What the worker calls it.
    const WORLD: &'static str;
    /// Where the worker is that plays and tells features, seen from the page.
    const FEATURE_WORKER: &'static str;

    /// Where the worker is that runs the firmware, seen from the page.
    const TWIN_WORKER: &'static str;
    /// Where the worker is that keeps the page for when there is no network, seen from the page.
    const SERVICE_WORKER: &'static str;
    /// How its displays of one colour look.
    const PALETTE: Palette;

    /// What stands behind the `#` of the page's address when the person stands where they do; empty if it does not
    /// matter.
    fn address(session: &Session<Self>) -> &'static str;

    /// What the person does to get where such an address says; `None` if it is no address of this site.
    fn acts_to_reach(session: &Session<Self>, address: &str) -> Option<Vec<Self::Act>>;

    /// The devices and the wallet.
    fn front() -> [Element; 2];

    /// The panels that only this site has.
    fn panels() -> Vec<Element>;

    /// What sounds: the beeps of the device in front of the person since that line of the journal.
    fn sounds_since(session: &Session<Self>, mark: usize) -> Vec<Beeps>;

    /// What can be felt of the device in front of the person.
    fn haptic_state(session: &Session<Self>) -> HapticState;

    /// The bytes of the card of this name, as they are on its chip.
    fn chip(&self, card: &str) -> Option<CardBytes> {
        let site = self.site();
        site.card_named(card).map(|card| site.bytes(card))
    }

    /// What its devices remember at this moment.
    fn memories(&self) -> Vec<Memory<Self>> {
        self.benches().iter().map(|bench| bench.memory().clone()).collect()
    }

    /// What comes of a card that a person carries, each act with how long after the one before it: it rests over the
    /// target of this name, or has left every target; or it has been let go of there, `let_go`: how long a tap lasts.
    fn acts_of_drag(
        session: &Session<Self>,
        card: &str,
        over: Option<&str>,
        let_go: Option<Millis>,
    ) -> Vec<(Millis, Self::Act)>;

    /// Not before which instant an act is done that was put off at the instant `since`; none if it has lost its
    /// meaning by now.
    fn due(session: &Session<Self>, act: &Self::Act, since: Instant) -> Option<Instant> {
        let _ = (session, act);
        Some(since)
    }

    /// What somebody did.
    fn describe_act(language: Language, act: &Self::Act) -> String;

    /// What an act was answered with; empty if it was simply done.
    fn describe_answer(language: Language, answer: &Outcome<Self>) -> String;

    /// What a device did.
    fn describe_entry(language: Language, entry: &TraceEntry) -> String;

    /// What a clause means.
    fn clause(language: Language, rule: Rule) -> &'static str;

    /// What a setting is called.
    fn setting_name(index: usize) -> Words;

    /// An account, with the names that people gave their cards.
    fn account_name(&self, language: Language, account: Self::Account) -> String;

    /// The act that presents two cards together (DK-39).
    fn present_both(first: String, second: String) -> Self::Act;

    /// The energy that an account's value stands for, as its panel shows it beside the money, in watt-hours.
    fn account_energy(&self, _: Self::Account) -> Option<u64> {
        None
    }

    /// Why value moved.
    fn cause_name(cause: <Self::Account as ledger::Account>::Cause) -> Words;

    /// An amount of its ledger.
    fn amount(language: Language, amount: i64) -> String;
}

/// Implements `Copy` for a handle: a derive would require it of the site.
macro_rules! handle {
    ($name:ident) => {
        #[expect(clippy::expl_impl_clone_on_copy, reason = "a derive would require it of the site")]
        impl<P: SitePage> Clone for $name<P> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<P: SitePage> Copy for $name<P> {}
    };
}
pub(crate) use handle;
