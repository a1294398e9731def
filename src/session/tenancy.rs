//! Which tab owns the session: a state machine without a browser in it.
//!
//! One tab of a browser owns the session and writes it; the others watch. [`crate::session::shell`] hands in what
//! happened and does what comes out.

/// Where this tab stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tenancy {
    /// The lock request is pending.
    Asking,
    /// This tab may own the session. The module that reads the stored one is not here yet.
    Opening {
        /// What proves the ownership.
        lock: Lock,
        /// The session that the former owner sent.
        handed: Option<String>,
    },
    /// This tab owns the session.
    Owning {
        /// What proves the ownership.
        lock: Lock,
        /// The storage has this tab as its writer.
        is_writer: bool,
        /// What waits for the module that writes sessions.
        deferred: Deferred,
    },
    /// Another tab owns the session.
    Watching(TakeOver),
}

/// What proves that a tab owns the session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lock {
    /// A lock of the browser.
    Held,
    /// Nothing: the browser has no locks, so another tab may own it, too.
    Missing,
}

/// What an owner does as soon as it can write sessions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Deferred {
    /// It stores the session.
    store: bool,
    /// It hands the session over to the tab that has asked.
    hand_over: bool,
}

/// How far a tab that watches is with taking over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TakeOver {
    /// It does not want to.
    Idle,
    /// The owner has been asked, and may still answer.
    Asked,
    /// The lock is being taken, with the session that the owner has sent, if it has.
    Claiming(Option<String>),
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// The browser has answered the lock request: this tab may own the session.
    Granted(Lock),
    /// Another tab has the lock, or has become the writer.
    Lost,
    /// Another tab asks for the session.
    Requested,
    /// The former owner has let go and sent its session.
    Handed(String),
    /// The person wants to use this tab.
    TakeOver,
    /// The owner has not answered in time.
    PatienceOver,
    /// The module that reads and writes sessions is here.
    CanRead,
    /// The session has changed and is to be stored.
    Changed,
}

/// What the tab knows of its page when something happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page {
    /// The module that reads and writes sessions is here.
    pub can_read: bool,
    /// The storage holds a session.
    pub has_stored: bool,
}

/// What the page has to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Go on with the session that was handed over, or else with the stored one, and run.
    Start(Option<String>),
    /// Stop the clock. Show what is stored, if `shows_stored`.
    Watch {
        /// This tab has no session of its own to show.
        shows_stored: bool,
    },
    /// Store the session. The storage needs this tab's name as its writer first, unless `is_writer`.
    Store {
        /// It has it already.
        is_writer: bool,
    },
    /// Store the session, let go of the lock, and send the session.
    HandOver {
        /// The storage has this tab as its writer.
        is_writer: bool,
    },
    /// Ask the owner, and wait for its answer.
    Ask,
    /// Take the lock from the tab that has it.
    Claim,
}

impl Tenancy {
    /// Of a page that shares nothing with other tabs.
    pub const ALONE: Self = Self::owning(Lock::Held);

    const fn owning(lock: Lock) -> Self {
        Self::Owning { lock, is_writer: false, deferred: Deferred { store: false, hand_over: false } }
    }

    /// Whether this tab owns the session.
    pub const fn owns(&self) -> bool {
        matches!(self, Self::Owning { .. })
    }

    /// The storage has this tab as its writer.
    pub const fn has_become_writer(&mut self) {
        if let Self::Owning { is_writer, .. } = self {
            *is_writer = true;
        }
    }

    /// Answers an event.
    pub fn handle(&mut self, event: Event, page: Page) -> Option<Effect> {
        match event {
            Event::Granted(lock) => self.be_granted(lock, page),
            Event::Lost => self.watch(page),
            Event::Requested => self.be_asked(page),
            Event::Handed(session) => self.claim(Some(session)),
            Event::PatienceOver => self.claim(None),
            Event::TakeOver => match self {
                Self::Watching(take_over) => {
                    *take_over = TakeOver::Asked;
                    Some(Effect::Ask)
                }
                Self::Asking | Self::Opening { .. } | Self::Owning { .. } => None,
            },
            Event::CanRead => self.go_on(),
            Event::Changed => self.store(page),
        }
    }

    fn be_granted(&mut self, lock: Lock, page: Page) -> Option<Effect> {
        let handed = match self {
            Self::Watching(TakeOver::Claiming(handed)) => handed.take(),
            Self::Watching(TakeOver::Idle | TakeOver::Asked) | Self::Asking => None,
            Self::Opening { .. } | Self::Owning { .. } => return None,
        };
        if !page.can_read && (page.has_stored || handed.is_some()) {
            *self = Self::Opening { lock, handed };
            return None;
        }
        *self = Self::owning(lock);
        Some(Effect::Start(handed))
    }

    fn watch(&mut self, page: Page) -> Option<Effect> {
        let shows_stored = match self {
            Self::Asking | Self::Opening { .. } => page.can_read,
            Self::Owning { .. } => false,
            Self::Watching(_) => return None,
        };
        *self = Self::Watching(TakeOver::Idle);
        Some(Effect::Watch { shows_stored })
    }

    fn be_asked(&mut self, page: Page) -> Option<Effect> {
        let Self::Owning { is_writer, deferred, .. } = self else { return None };
        if !page.can_read {
            deferred.hand_over = true;
            return None;
        }
        let is_writer = *is_writer;
        *self = Self::Watching(TakeOver::Idle);
        Some(Effect::HandOver { is_writer })
    }

    fn claim(&mut self, handed: Option<String>) -> Option<Effect> {
        let Self::Watching(take_over @ TakeOver::Asked) = self else { return None };
        *take_over = TakeOver::Claiming(handed);
        Some(Effect::Claim)
    }

    fn go_on(&mut self) -> Option<Effect> {
        match self {
            Self::Asking => None,
            Self::Opening { lock, handed } => {
                let handed = handed.take();
                *self = Self::owning(*lock);
                Some(Effect::Start(handed))
            }
            Self::Owning { is_writer, deferred, .. } => {
                let (is_writer, Deferred { store, hand_over }) = (*is_writer, std::mem::take(deferred));
                if hand_over {
                    *self = Self::Watching(TakeOver::Idle);
                    return Some(Effect::HandOver { is_writer });
                }
                store.then_some(Effect::Store { is_writer })
            }
            Self::Watching(_) => Some(Effect::Watch { shows_stored: true }),
        }
    }

    fn store(&mut self, page: Page) -> Option<Effect> {
        let Self::Owning { is_writer, deferred, .. } = self else { return None };
        if page.can_read {
            return Some(Effect::Store { is_writer: *is_writer });
        }
        deferred.store = true;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Page = Page { can_read: false, has_stored: false };
    const STORED: Page = Page { can_read: false, has_stored: true };
    const READY: Page = Page { can_read: true, has_stored: true };

    fn session() -> String {
        "a session".to_owned()
    }

    /// The tab after these events, and the effect of the last one.
    fn after(events: &[(Event, Page)]) -> (Tenancy, Option<Effect>) {
        let mut tab = Tenancy::Asking;
        let mut effect = None;
        for (event, page) in events {
            effect = tab.handle(event.clone(), *page);
        }
        (tab, effect)
    }

    #[test]
    fn a_first_visit_owns_the_session_before_the_module_is_here() {
        let (tab, effect) = after(&[(Event::Granted(Lock::Held), NOTHING)]);
        assert!(tab.owns());
        assert_eq!(effect, Some(Effect::Start(None)));
    }

    #[test]
    fn a_stored_session_is_opened_when_the_module_is_here() {
        let (tab, effect) = after(&[(Event::Granted(Lock::Held), STORED)]);
        assert_eq!((tab.owns(), effect), (false, None));
        let (tab, effect) = after(&[(Event::Granted(Lock::Missing), STORED), (Event::CanRead, READY)]);
        assert_eq!(tab, Tenancy::owning(Lock::Missing));
        assert_eq!(effect, Some(Effect::Start(None)));
    }

    #[test]
    fn a_tab_that_loses_the_lock_while_it_waits_never_owns() {
        let events = [(Event::Granted(Lock::Held), STORED), (Event::Lost, STORED), (Event::CanRead, READY)];
        let (tab, effect) = after(&events);
        assert_eq!(tab, Tenancy::Watching(TakeOver::Idle));
        assert_eq!(effect, Some(Effect::Watch { shows_stored: true }));
    }

    #[test]
    fn a_tab_without_a_session_shows_the_stored_one_whichever_comes_first() {
        for events in
            [[(Event::CanRead, READY), (Event::Lost, READY)], [(Event::Lost, STORED), (Event::CanRead, READY)]]
        {
            assert_eq!(after(&events), (Tenancy::Watching(TakeOver::Idle), Some(Effect::Watch { shows_stored: true })));
        }
    }

    #[test]
    fn what_was_changed_before_the_module_is_stored_once_it_is_here() {
        let mut tab = after(&[(Event::Granted(Lock::Held), NOTHING)]).0;
        assert_eq!(tab.handle(Event::Changed, NOTHING), None);
        assert_eq!(tab.handle(Event::CanRead, READY), Some(Effect::Store { is_writer: false }));
        tab.has_become_writer();
        assert_eq!(tab.handle(Event::Changed, READY), Some(Effect::Store { is_writer: true }));
        assert_eq!(tab.handle(Event::CanRead, READY), None, "nothing waits any more");
    }

    #[test]
    fn an_owner_hands_over_at_once_or_when_it_can_write() {
        let mut tab = Tenancy::owning(Lock::Held);
        assert_eq!(tab.handle(Event::Requested, READY), Some(Effect::HandOver { is_writer: false }));
        assert!(!tab.owns());
        let mut tab = Tenancy::owning(Lock::Held);
        assert_eq!(tab.handle(Event::Changed, NOTHING), None);
        assert_eq!(tab.handle(Event::Requested, NOTHING), None);
        assert!(tab.owns(), "it owns the session until it can write it");
        assert_eq!(tab.handle(Event::CanRead, READY), Some(Effect::HandOver { is_writer: false }));
        assert!(!tab.owns());
    }

    #[test]
    fn the_owner_is_asked_and_its_session_goes_on_in_the_other_tab() {
        let mut tab = Tenancy::Watching(TakeOver::Idle);
        assert_eq!(tab.handle(Event::TakeOver, READY), Some(Effect::Ask));
        assert_eq!(tab.handle(Event::Handed(session()), READY), Some(Effect::Claim));
        assert_eq!(tab.handle(Event::PatienceOver, READY), None, "the lock is claimed once");
        assert_eq!(tab.handle(Event::Granted(Lock::Held), READY), Some(Effect::Start(Some(session()))));
    }

    #[test]
    fn an_owner_that_does_not_answer_loses_the_lock() {
        let mut tab = Tenancy::Watching(TakeOver::Idle);
        assert_eq!(tab.handle(Event::TakeOver, READY), Some(Effect::Ask));
        assert_eq!(tab.handle(Event::PatienceOver, READY), Some(Effect::Claim));
        assert_eq!(tab.handle(Event::Handed(session()), READY), None, "the answer came too late");
        assert_eq!(tab.handle(Event::Granted(Lock::Held), READY), Some(Effect::Start(None)));
    }

    #[test]
    fn a_session_that_was_handed_over_waits_for_the_module() {
        let mut tab = Tenancy::Watching(TakeOver::Idle);
        for event in [Event::TakeOver, Event::Handed(session()), Event::Granted(Lock::Held)] {
            let _ = tab.handle(event, NOTHING);
        }
        assert_eq!(tab, Tenancy::Opening { lock: Lock::Held, handed: Some(session()) });
        assert_eq!(tab.handle(Event::CanRead, READY), Some(Effect::Start(Some(session()))));
    }

    #[test]
    fn a_tab_that_does_not_own_stores_and_hands_over_nothing() {
        for mut tab in
            [Tenancy::Asking, Tenancy::Opening { lock: Lock::Held, handed: None }, Tenancy::Watching(TakeOver::Asked)]
        {
            assert_eq!(tab.handle(Event::Changed, READY), None);
            assert_eq!(tab.handle(Event::Requested, READY), None);
        }
    }

    #[test]
    fn a_session_that_nobody_asked_for_is_not_claimed() {
        for mut tab in [Tenancy::Asking, Tenancy::Watching(TakeOver::Idle), Tenancy::ALONE] {
            let before = tab.clone();
            assert_eq!(tab.handle(Event::Handed(session()), READY), None);
            assert_eq!(tab.handle(Event::PatienceOver, READY), None);
            assert_eq!(tab, before);
        }
    }
}
