//! The tabs of one browser: one of them owns the world (Web Locks), the others watch it.
//!
//! A tab that wants to own the world asks the owner, which stores what it has, sends it along, and lets go. If nobody
//! answers, because the owner is frozen or gone, the lock is stolen; the owner learns of it when it wakes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const REQUEST_TEXT: &str = "please hand over";
/// The session follows it.
const HANDED_TEXT: &str = "handed over ";

/// What a tab learns about the others.
pub enum TabEvent {
    /// It owns the world.
    Granted,
    /// Another tab owns it.
    Taken,
    /// It does not own it any more.
    Lost,
    /// This browser has no locks.
    NoLocks,
    /// Another tab asks for it.
    Asked,
    /// The owner has let go; this is what it had.
    Handed(String),
}

/// How one tab talks to the others.
pub struct Tabs {
    /// The name of this tab, unlike any other.
    pub name: String,
    /// The name of the lock and of the channel.
    lock_name: &'static str,
    channel: Option<BroadcastChannel>,
    emit: Rc<dyn Fn(TabEvent)>,
    /// Ends the promise that holds the lock.
    release: Rc<RefCell<Option<Function>>>,
}

impl Tabs {
    /// Listens to the others.
    pub fn open(lock_name: &'static str, emit: impl Fn(TabEvent) + 'static) -> Self {
        let emit: Rc<dyn Fn(TabEvent)> = Rc::new(emit);
        let channel = BroadcastChannel::new(lock_name).ok();
        if let Some(channel) = &channel {
            let emit = Rc::clone(&emit);
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                match message.data().as_string().as_deref() {
                    Some(REQUEST_TEXT) => emit(TabEvent::Asked),
                    Some(text) => {
                        if let Some(session) = text.strip_prefix(HANDED_TEXT) {
                            emit(TabEvent::Handed(session.to_owned()));
                        }
                    }
                    None => {}
                }
            });
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            // The page has one such channel as long as it lives.
            heard.forget();
        }
        let name = js_sys::Math::random().to_bits().to_string();
        Self { name, lock_name, channel, emit, release: Rc::default() }
    }

    /// Requests the lock: takes it if it is free, or else from the tab that has it, if `steal` is set.
    pub fn claim(&self, steal: bool) {
        if steal || !self.adopt() {
            request(self.lock_name, if steal { "steal" } else { "ifAvailable" }, &self.emit, &self.release);
        }
    }

    /// Takes over the lock request that the page made before this program had come (`window.lockRequest`), if it did.
    /// If the lock was not free then, it is requested once more: a page that was just left may not have released it.
    fn adopt(&self) -> bool {
        let window = window();
        let asked = Reflect::get(&window, &"lockRequest".into()).unwrap_or_default();
        // It is there once.
        let _ = Reflect::set(&window, &"lockRequest".into(), &JsValue::UNDEFINED);
        let look = |asked: &JsValue, name: &str| Reflect::get(asked, &name.into()).unwrap_or_default();
        if !asked.is_object() || look(&asked, "isLost").is_truthy() || look(&asked, "isFree") == JsValue::FALSE {
            return false;
        }
        let (lock_name, emit, release, known) =
            (self.lock_name, Rc::clone(&self.emit), Rc::clone(&self.release), asked.clone());
        let answered = move || {
            if look(&known, "isFree").is_truthy() {
                *release.borrow_mut() = look(&known, "release").dyn_into().ok();
                emit(TabEvent::Granted);
            } else {
                request(lock_name, "ifAvailable", &emit, &release);
            }
        };
        let (emit, known) = (Rc::clone(&self.emit), asked.clone());
        let lost = move || emit(if look(&known, "isFree").is_truthy() { TabEvent::Lost } else { TabEvent::NoLocks });
        if look(&asked, "isFree").is_truthy() {
            answered();
        } else {
            let _ = Reflect::set(&asked, &"answered".into(), &Closure::once_into_js(answered));
        }
        let _ = Reflect::set(&asked, &"lost".into(), &Closure::once_into_js(lost));
        true
    }

    /// Asks the owner to hand over.
    pub fn ask(&self) {
        self.say(REQUEST_TEXT);
    }

    /// Lets go of the lock and sends along what is stored.
    pub fn hand_over(&self, session: &str) {
        if let Some(release) = self.release.borrow_mut().take() {
            // It ends a promise: nothing can go wrong.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
        self.say(&format!("{HANDED_TEXT}{session}"));
    }

    fn say(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // A closed channel has no listeners.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
    }
}

/// Asks for the lock of this name, and emits the outcome.
fn request(lock_name: &str, option: &str, emit: &Rc<dyn Fn(TabEvent)>, release: &Rc<RefCell<Option<Function>>>) {
    let Some(request) = Request::of_browser() else {
        emit(TabEvent::NoLocks);
        return;
    };
    let granted = Rc::new(RefCell::new(false));
    let (emit_answer, release, has) = (Rc::clone(emit), Rc::clone(release), Rc::clone(&granted));
    let on_answer = Closure::once_into_js(move |granted_lock: JsValue| -> JsValue {
        if granted_lock.is_null() {
            emit_answer(TabEvent::Taken);
            return JsValue::UNDEFINED;
        }
        *has.borrow_mut() = true;
        // The lock is held as long as this promise is open.
        let held = Promise::new(&mut |done, _| *release.borrow_mut() = Some(done));
        emit_answer(TabEvent::Granted);
        held.into()
    });
    let ended = Rc::clone(emit);
    let on_end = Closure::once_into_js(move |_: JsValue| {
        ended(if *granted.borrow() { TabEvent::Lost } else { TabEvent::NoLocks });
    });
    if request.ask(lock_name, option, &on_answer, &on_end).is_err() {
        emit(TabEvent::NoLocks);
    }
}

/// `navigator.locks.request`, which `web-sys` counts as unstable.
struct Request {
    locks: JsValue,
    request: Function,
}

impl Request {
    fn of_browser() -> Option<Self> {
        let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
        let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        Some(Self { locks, request })
    }

    /// `on_end` is called when the lock was stolen, or could not be asked for.
    fn ask(&self, lock: &str, option: &str, on_answer: &JsValue, on_end: &JsValue) -> Result<(), JsValue> {
        let options = Object::new();
        Reflect::set(&options, &option.into(), &JsValue::TRUE)?;
        let ended = self.request.call3(&self.locks, &lock.into(), &options, on_answer)?;
        let catch: Function = Reflect::get(&ended, &"catch".into())?.dyn_into()?;
        catch.call1(&ended, on_end).map(|_| ())
    }
}
