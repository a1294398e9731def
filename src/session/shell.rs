//! The one loop of the page: act, settle, show, store, arm one timer.
//!
//! The shell owns the clock and the storage, and no rule of a device. Everything that can be seen is looked up in the
//! session by [`Shell::look`], which notifies a view only when what it looks at has changed.

use firmware_core::time::{Instant, Millis, earlier};
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use std::rc::Rc;
use world::session::{Session, Start};

use crate::browser::visibility::is_visible;
use crate::elements::first_paint::{after_frame, defer};
use crate::session::course::{Course, Mode, Real, opening_mode};
use crate::session::site_page::{Memory, SitePage, handle};
use crate::session::storage::{NotStored, SaveState, SessionFormat, Store};
use crate::session::tabs::{TabEvent, Tabs};
use crate::session::tenancy::{Effect, Lock, Tenancy};
use crate::session::{embedded_device, tenancy};

/// Who owns the session, as views show it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ownership {
    /// Not known yet.
    Asking,
    /// This tab.
    Ours,
    /// This tab, as far as it can know: the browser has no locks.
    Unchallenged,
    /// Another tab; this one watches.
    Theirs,
}

impl From<&Tenancy> for Ownership {
    fn from(tenancy: &Tenancy) -> Self {
        match tenancy {
            Tenancy::Asking | Tenancy::Opening { .. } => Self::Asking,
            Tenancy::Owning { lock: Lock::Held, .. } => Self::Ours,
            Tenancy::Owning { lock: Lock::Missing, .. } => Self::Unchallenged,
            Tenancy::Watching(_) => Self::Theirs,
        }
    }
}

/// Copyable handle to the one session of the page.
pub struct Shell<P: SitePage> {
    session: RwSignal<Session<P>>,
    /// Notifies the panels that the session has changed.
    after_paint: RwSignal<()>,
    pub(super) mode: RwSignal<Mode>,
    pub(super) speed: RwSignal<u32>,
    ownership: RwSignal<Ownership>,
    keeping: RwSignal<SaveState>,
    is_held: RwSignal<bool>,
    due: RwSignal<Option<Instant>>,
    inner: StoredValue<Inner<P>, LocalStorage>,
}

handle!(Shell);

/// What no view looks at.
struct Inner<P: SitePage> {
    course: Course,
    /// When the last timer went off: the next waits a frame.
    woken: Real,
    timer: Option<Timeout>,
    tabs: Option<Rc<Tabs>>,
    /// How sessions are written and read, once that module is here.
    files: Option<SessionFormat<P>>,
    tenancy: Tenancy,
    /// Until it goes off the owner may answer.
    patience: Option<Timeout>,
    /// What the devices remember, as it was last stored, and when that was.
    stored: (Real, Option<Vec<Memory<P>>>),
    /// The panels will be notified after the next frame.
    notifies_after_paint: bool,
}

/// At most one redraw a frame, by timers that is; what a person does is answered at once.
const FRAME_US: u64 = 17_000;
/// A meter that runs is stored this often at most.
const STORE_EVERY_US: u64 = 1_000_000;
/// Timers are set for a day at most; then they are set again.
const SLEEP_US_MAX: u64 = 86_400_000_000;
/// A tab that is asked to hand over answers within this time or is frozen.
const PATIENCE_MS: u32 = 1_000;

impl<P: SitePage> Shell<P> {
    /// Begins with the opening world, requests the lock on the session, and puts the shell into the context.
    /// [`Shell::set_format`] opens what is stored.
    pub fn provide() -> Self {
        let session = Session::<P>::new(Start::Opening).expect("the opening world can always be had");
        let mode = opening_mode();
        let real = Real::now();
        let inner = Inner {
            course: Course::new(Mode::Paused, real, session.world().now()),
            woken: Real(0),
            timer: None,
            tabs: None,
            files: None,
            tenancy: Tenancy::Asking,
            patience: None,
            stored: (Real(0), None),
            notifies_after_paint: false,
        };
        let shell = Self {
            session: RwSignal::new(session),
            after_paint: RwSignal::new(()),
            mode: RwSignal::new(mode),
            speed: RwSignal::new(1),
            ownership: RwSignal::new(Ownership::Asking),
            keeping: RwSignal::new(SaveState::Saved),
            is_held: RwSignal::new(false),
            due: RwSignal::new(None),
            inner: StoredValue::new_local(inner),
        };
        provide_context(shell);
        defer(move || shell.listen());
        if embedded_device::requested().is_some() {
            // A device that stands alone begins anew each time, and shares nothing with other tabs.
            shell.inner.update_value(|inner| inner.tenancy = Tenancy::ALONE);
            shell.ownership.set(Ownership::Ours);
            shell.set_course(mode);
            shell.arm();
            return shell;
        }
        shell.inner.update_value(|inner| {
            inner.tabs = Some(Rc::new(Tabs::open(P::STORAGE_KEY, move |event| shell.on_tab_event(event))));
        });
        shell.tabs(|tabs| tabs.claim(false));
        shell
    }

    /// The module that writes and reads sessions is here.
    pub fn set_format(self, files: SessionFormat<P>) {
        self.inner.update_value(|inner| inner.files = Some(files));
        self.step(tenancy::Event::CanRead);
    }

    /// Does something at the page's present simulated instant. Time passes first, if the clock is live.
    pub fn act(self, act: P::Act) {
        if !self.owns() {
            return;
        }
        let now = self.now();
        self.session.update(|session| {
            session.pass_to(now);
            // A refusal is shown: `Session::answer` keeps it.
            let _ = session.act(act);
        });
        self.notify_after_paint();
        self.store();
        self.arm();
    }

    /// Does something once this much simulated time has passed, or later, as the site says ([`SitePage::due`]): at
    /// once, if the clock is turned by hand.
    pub fn act_after(self, length: Millis, act: P::Act) {
        let since = self.read(|session| session.world().now());
        self.act_at(since + length, since, act);
    }

    /// When what was put off last is done; none if nothing waits. Tracked.
    pub fn due(self) -> Option<Instant> {
        self.due.get()
    }

    /// Does something that was put off at the instant `since` when it is `due`; while the clock waits that comes later.
    fn act_at(self, due: Instant, since: Instant, act: P::Act) {
        let Some(at) = self.read(|session| P::due(session, &act, since)) else {
            if self.due.get_untracked() == Some(due) {
                self.due.set(None);
            }
            return;
        };
        let due = due.max(at);
        self.due.set(Some(due));
        let left = due.since(self.now());
        match self.mode.get_untracked() {
            _ if left == Millis(0) => {
                self.due.set(None);
                self.act(act);
            }
            Mode::Paused => {
                self.pass(left);
                self.act_at(due, since, act);
            }
            Mode::Live { speed } => {
                Timeout::new(left.0.div_ceil(speed), move || self.act_at(due, since, act)).forget();
            }
        }
    }

    /// Has the live clock wait, or go on from where it is.
    pub fn hold(self, waits: bool) {
        self.settle_if_owner();
        self.is_held.set(waits);
        if self.owns() {
            self.set_course(self.mode.get_untracked());
            self.arm();
        }
    }

    /// Whether the live clock waits; tracked.
    pub fn is_held(self) -> bool {
        self.is_held.get()
    }

    /// A selector: looked up again after each act or passage of time; notifies only when the value changed.
    pub fn look<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        at: impl Fn(&Session<P>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.session.with(&at))
    }

    /// Looks at the session, and has whoever does so look again after each act and passage of time: for texts and
    /// attributes, which compare for themselves whether they have changed.
    pub fn at<T>(self, look: impl FnOnce(&Session<P>) -> T) -> T {
        self.session.with(look)
    }

    /// Looks at the session from beside the device. After a person's act the device answers first, and whoever looks
    /// so looks again once that has been shown; otherwise it is as with [`Shell::at`].
    pub fn at_after_paint<T>(self, look: impl FnOnce(&Session<P>) -> T) -> T {
        self.after_paint.track();
        self.read(look)
    }

    /// A selector from beside the device: [`Shell::look`], as [`Shell::at_after_paint`] looks.
    pub fn look_after_paint<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        at: impl Fn(&Session<P>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.at_after_paint(&at))
    }

    /// The simulated time it is at this very moment: the session may lag behind. Not tracked.
    pub fn moment(self) -> Instant {
        self.now()
    }

    /// Reads without tracking.
    pub fn read<T>(self, at: impl FnOnce(&Session<P>) -> T) -> T {
        self.session.with_untracked(at)
    }

    /// Whether this tab owns the world; the others only show it.
    pub fn is_owner(self) -> Signal<bool> {
        Signal::derive(move || matches!(self.ownership.get(), Ownership::Ours | Ownership::Unchallenged))
    }

    /// Who owns the world; tracked.
    pub fn ownership(self) -> Ownership {
        self.ownership.get()
    }

    /// How it stands with the storage; tracked.
    pub fn save_state(self) -> SaveState {
        self.keeping.get()
    }

    /// Starts over.
    pub fn begin(self, start: Start<P>) {
        self.replace(Session::new(start).expect("the page offers only starts that can be had"));
    }

    /// Goes on with another session.
    pub fn replace(self, session: Session<P>) {
        if self.owns() {
            self.go_on_with(session);
            self.store();
            self.arm();
        }
    }

    /// Asks the tab that owns the world to hand it over; takes it if there is no answer.
    pub fn take_over(self) {
        self.step(tenancy::Event::TakeOver);
    }

    /// Sets an unreadable session aside, under another key, and keeps the present one from here on.
    pub fn start_fresh(self) {
        if let SaveState::Unreadable { text, .. } = self.keeping.get_untracked()
            && self.owns()
        {
            match Store::<P>::set_aside(&text) {
                Ok(()) => {
                    self.keeping.set(SaveState::Saved);
                    self.store();
                }
                // It stays where it is, and the page goes on unsaved.
                Err(_) => self.keeping.set(SaveState::Full),
            }
        }
    }

    /// Lets exactly this much time pass at once.
    pub(crate) fn pass(self, length: Millis) {
        if self.owns() {
            let then = self.now() + length;
            self.pass_to(then);
            self.set_course(self.mode.get_untracked());
            self.store();
            self.arm();
        }
    }

    /// From here on the clock runs so.
    pub(crate) fn run_clock(self, mode: Mode) {
        if self.owns() {
            self.settle();
            self.mode.set(mode);
            self.set_course(mode);
            self.arm();
        }
    }

    fn owns(self) -> bool {
        self.inner.with_value(|inner| inner.tenancy.owns())
    }

    /// The simulated time it is. The session may lag behind it, never run ahead.
    fn now(self) -> Instant {
        self.inner.with_value(|inner| inner.course.at(Real::now()))
    }

    /// Lives through everything up to the present.
    fn settle(self) {
        let now = self.now();
        if self.read(|session| session.world().now() < now) {
            self.pass_to(now);
        }
    }

    fn pass_to(self, now: Instant) {
        self.session.update(|session| session.pass_to(now));
        self.after_paint.set(());
    }

    fn notify_after_paint(self) {
        let was_set = self.inner.try_update_value(|inner| std::mem::replace(&mut inner.notifies_after_paint, true));
        if was_set == Some(false) {
            after_frame(move || {
                self.inner.update_value(|inner| inner.notifies_after_paint = false);
                self.after_paint.set(());
            });
        }
    }

    /// Meets real and simulated time where the session stands.
    fn set_course(self, mode: Mode) {
        let simulated = self.read(|session| session.world().now());
        let mode = if self.is_held.get_untracked() { Mode::Paused } else { mode };
        self.inner.update_value(|inner| inner.course = Course::new(mode, Real::now(), simulated));
    }

    fn go_on_with(self, session: Session<P>) {
        self.session.set(session);
        self.after_paint.set(());
        self.set_course(if self.owns() { self.mode.get_untracked() } else { Mode::Paused });
    }

    /// A timer went off, or the tab can be seen again.
    fn wake(self) {
        if !self.owns() {
            return;
        }
        let was_writing = self.read(|session| session.world().is_writing());
        self.settle();
        let real = Real::now();
        self.inner.update_value(|inner| inner.woken = real);
        let (writing, memories) = self.read(|session| (session.world().is_writing(), session.world().memories()));
        let due = self.inner.with_value(|inner| {
            let (at, stored) = &inner.stored;
            was_writing || writing || (stored.as_ref() != Some(&memories) && at.until(real) >= STORE_EVERY_US)
        });
        if due {
            self.store();
        }
        self.arm();
    }

    /// Sets the one timer for when something next happens or changes its looks; none if nothing does.
    fn arm(self) {
        let next = if self.owns() { self.next_wake() } else { None };
        let timer = next.map(|next| {
            let real = Real::now();
            let frame = self.inner.with_value(|inner| real.until(Real(inner.woken.0 + FRAME_US)));
            let us = real.until(next).max(frame).min(SLEEP_US_MAX);
            let ms = u32::try_from(us.div_ceil(1000)).unwrap_or(u32::MAX);
            Timeout::new(ms, move || self.wake())
        });
        self.inner.update_value(|inner| inner.timer = timer);
    }

    fn next_wake(self) -> Option<Real> {
        let (now, device) = self.read(|session| {
            let world = session.world();
            (world.now(), earlier(world.wake_at(), world.next_visible_change()))
        });
        let course = self.inner.with_value(|inner| inner.course);
        let Mode::Live { speed } = course.mode() else { return None };
        let device = device.and_then(|at| course.real_at(at));
        // Whole seconds of the world, and at most one a real second: nobody reads a clock any faster.
        let step = 1_000 * u64::from(speed);
        let civil = course.real_at(Instant((now.0 / step + 1) * step)).filter(|_| is_visible());
        match (device, civil) {
            (Some(device), Some(civil)) => Some(device.min(civil)),
            (device, civil) => device.or(civil),
        }
    }

    fn store(self) {
        if embedded_device::requested().is_none() {
            self.step(tenancy::Event::Changed);
        }
    }

    fn write(self, is_writer: bool) {
        let Some(files) = self.files() else { return };
        // What cannot be read stays until the person says otherwise.
        if matches!(self.keeping.get_untracked(), SaveState::Unreadable { .. }) {
            return;
        }
        let (text, memories) = self.read(|session| ((files.write)(session), session.world().memories()));
        let outcome = self.inner.try_update_value(|inner| {
            let tabs = inner.tabs.as_ref().ok_or(NotStored::Disabled)?;
            if !is_writer {
                Store::<P>::become_writer(&tabs.name)?;
                inner.tenancy.has_become_writer();
            }
            Store::<P>::store(&tabs.name, &text)
        });
        let keeping = match outcome {
            Some(Ok(())) => SaveState::Saved,
            Some(Err(NotStored::Disabled)) => SaveState::Disabled,
            Some(Err(NotStored::Full)) => SaveState::Full,
            Some(Err(NotStored::OtherWriter)) => return self.step(tenancy::Event::Lost),
            Some(Err(NotStored::Crashed)) | None => return,
        };
        self.inner.update_value(|inner| inner.stored = (Real::now(), Some(memories)));
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }

    fn listen(self) {
        // Closing the page is a power cut: what lasts is stored as it is at this very moment.
        window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
            self.settle_if_owner();
            self.store();
        });
        window_event_listener(ev::Custom::<web_sys::PageTransitionEvent>::new("pageshow"), move |event| {
            // A page that comes back from the browser's cache comes back like any other: as it was stored.
            if event.persisted() {
                let _ = window().location().reload();
            }
        });
        window_event_listener(ev::Custom::<web_sys::Event>::new("visibilitychange"), move |_| {
            self.wake();
            if !is_visible() {
                self.store();
            }
        });
        window_event_listener(ev::storage, move |event| {
            if !self.owns()
                && event.key().as_deref() == Some(Store::<P>::session_key().as_str())
                && let Some(files) = self.files()
                && let Some(Ok(session)) = event.new_value().map(|text| (files.read_running)(&text))
            {
                self.go_on_with(session);
            }
        });
    }

    fn settle_if_owner(self) {
        if self.owns() {
            self.settle();
        }
    }

    fn on_tab_event(self, news: TabEvent) {
        self.step(match news {
            TabEvent::Granted => tenancy::Event::Granted(Lock::Held),
            TabEvent::NoLocks => tenancy::Event::Granted(Lock::Missing),
            TabEvent::Taken | TabEvent::Lost => tenancy::Event::Lost,
            TabEvent::Asked => tenancy::Event::Requested,
            TabEvent::Handed(text) => tenancy::Event::Handed(text),
        });
    }

    /// Hands an event to the tenancy, and does what comes out.
    fn step(self, event: tenancy::Event) {
        let answer = self.inner.try_update_value(|inner| {
            // Only a grant asks for it: to look costs as much as to read the session.
            let has_stored = matches!(event, tenancy::Event::Granted(_)) && Store::<P>::has_session();
            let page = tenancy::Page { can_read: inner.files.is_some(), has_stored };
            let effect = inner.tenancy.handle(event, page);
            (effect, Ownership::from(&inner.tenancy))
        });
        let Some((effect, ownership)) = answer else { return };
        if self.ownership.get_untracked() != ownership {
            self.ownership.set(ownership);
        }
        match effect {
            Some(Effect::Start(handed)) => self.start(handed),
            Some(Effect::Watch { shows_stored }) => {
                self.stop_clock();
                if let Some(files) = self.files().filter(|_| shows_stored) {
                    self.open(files);
                }
            }
            Some(Effect::Store { is_writer }) => self.write(is_writer),
            Some(Effect::HandOver { is_writer }) => {
                self.settle();
                self.write(is_writer);
                self.stop_clock();
                if let Some(files) = self.files() {
                    let text = self.read(files.write);
                    self.tabs(|tabs| tabs.hand_over(&text));
                }
            }
            Some(Effect::Ask) => {
                let patience = Timeout::new(PATIENCE_MS, move || self.step(tenancy::Event::PatienceOver));
                self.inner.update_value(|inner| inner.patience = Some(patience));
                self.tabs(Tabs::ask);
            }
            Some(Effect::Claim) => {
                self.inner.update_value(|inner| inner.patience = None);
                self.tabs(|tabs| tabs.claim(true));
            }
            None => {}
        }
    }

    fn files(self) -> Option<SessionFormat<P>> {
        self.inner.with_value(|inner| inner.files)
    }

    /// Shows what is stored.
    fn open(self, files: SessionFormat<P>) {
        let (session, keeping) = Store::<P>::open(files);
        self.keeping.set(keeping);
        if let Some(session) = session {
            self.go_on_with(session);
        }
    }

    /// Goes on with the stored session, or with the one that was handed over, and runs.
    fn start(self, handed: Option<String>) {
        // Without the module there is nothing to go on with.
        if let Some(files) = self.files() {
            self.open(files);
            if let Some(Ok(handed)) = handed.map(|text| (files.read)(&text)) {
                self.go_on_with(handed);
            }
        }
        self.set_course(self.mode.get_untracked());
        self.store();
        self.arm();
    }

    /// This tab only watches: its clock stops.
    fn stop_clock(self) {
        self.set_course(Mode::Paused);
        self.arm();
    }

    fn tabs(self, then: impl FnOnce(&Tabs)) {
        // The tabs may answer at once and want the inner: those are borrowed no longer than needed.
        if let Some(tabs) = self.inner.with_value(|inner| inner.tabs.clone()) {
            then(&tabs);
        }
    }
}

/// The shell of the page, from the context.
pub fn use_shell<P: SitePage>() -> Shell<P> {
    expect_context()
}

/// Whether the last act was done.
pub fn was_done<P: SitePage>(shell: Shell<P>) -> bool {
    shell.read(|session| session.answer().is_none_or(Result::is_ok))
}
