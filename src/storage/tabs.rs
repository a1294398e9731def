//! The tabs of one browser: one of them owns the world (Web Locks), the others watch it.
//!
//! A tab that wants to own the world asks the owner, which stores what it has, sends it along, and lets go. If nobody
//! answers, because the owner is frozen or gone, the lock is stolen; the owner learns of it when it wakes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const PLEASE: &str = "please hand over";
/// The session follows it.
const HANDED: &str = "handed over ";

/// What a tab learns about the others.
pub enum News {
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
    place: &'static str,
    channel: Option<BroadcastChannel>,
    tell: Rc<dyn Fn(News)>,
    /// Ends the promise that holds the lock.
    release: Rc<RefCell<Option<Function>>>,
}

impl Tabs {
    /// Listens to the others.
    pub fn open(place: &'static str, tell: impl Fn(News) + 'static) -> Self {
        let tell: Rc<dyn Fn(News)> = Rc::new(tell);
        let channel = BroadcastChannel::new(place).ok();
        if let Some(channel) = &channel {
            let tell = Rc::clone(&tell);
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                match message.data().as_string().as_deref() {
                    Some(PLEASE) => tell(News::Asked),
                    Some(text) => {
                        if let Some(session) = text.strip_prefix(HANDED) {
                            tell(News::Handed(session.to_owned()));
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
        Self { name, place, channel, tell, release: Rc::default() }
    }

    /// Asks for the lock: takes it if it is free, or else whoever has it, where `steal` says so.
    pub fn claim(&self, steal: bool) {
        let Some(request) = Request::of_browser() else {
            (self.tell)(News::NoLocks);
            return;
        };
        let granted = Rc::new(RefCell::new(false));
        let (tell, release, has) = (Rc::clone(&self.tell), Rc::clone(&self.release), Rc::clone(&granted));
        let on_answer = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                tell(News::Taken);
                return JsValue::UNDEFINED;
            }
            *has.borrow_mut() = true;
            // The lock is held as long as this promise is open.
            let held = Promise::new(&mut |done, _| *release.borrow_mut() = Some(done));
            tell(News::Granted);
            held.into()
        });
        let tell = Rc::clone(&self.tell);
        let on_end = Closure::once_into_js(move |_: JsValue| {
            tell(if *granted.borrow() { News::Lost } else { News::NoLocks });
        });
        if request.ask(self.place, if steal { "steal" } else { "ifAvailable" }, &on_answer, &on_end).is_err() {
            (self.tell)(News::NoLocks);
        }
    }

    /// Asks the owner to hand over.
    pub fn ask(&self) {
        self.say(PLEASE);
    }

    /// Lets go of the lock and sends along what is stored.
    pub fn hand_over(&self, session: &str) {
        if let Some(release) = self.release.borrow_mut().take() {
            // It ends a promise: nothing can go wrong.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
        self.say(&format!("{HANDED}{session}"));
    }

    fn say(&self, text: &str) {
        if let Some(channel) = &self.channel {
            // A closed channel has no listeners.
            let _ = channel.post_message(&JsValue::from_str(text));
        }
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

/// Whether the person can see this tab.
pub fn is_visible() -> bool {
    !document().hidden()
}
