//! One device alone, in a frame on somebody else's page: `?embed=pedestal`, `?embed=validator` or
//! `?embed=validator-touch`, with `&lang=nb` for the language.
//!
//! The page around it speaks with it by messages, which `embed/README.md` names. Only that page is heard, and answered
//! at the origin that the browser tells: nobody can make the device say anything to somebody else.

use firmware_core::time::Millis;
use js_sys::{Array, Object, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Window};
use world::ledger::{Account as _, Posting, Reason as _};
use world::session::{Session, Start};
use world::world::World;

use crate::elements::effect;
use crate::elements::styles::adopt_styles;
use crate::session::embedded_device::requested;
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::SitePage;
use crate::texts::language::{PageLanguage, use_page_language};
use crate::texts::{Language, language_of};

/// Its styles.
const STYLE: &str = include_str!("../style/embed.css");

/// The version of the messages.
const VERSION: u32 = 1;
/// What says which version a message is of.
const MARK: &str = "kerbAndQuay";
/// The longest time that passes at once: a day.
const PASS_MS_MAX: u32 = 86_400_000;

/// The commands and events of one device, beside those of all devices.
pub trait Embedded: SitePage {
    /// The act that a command asks for; `value` gives what it comes with.
    ///
    /// # Errors
    /// A sentence that says what is not understood.
    fn commanded(command: &str, value: &dyn Fn(&str) -> Option<String>) -> Result<Self::Act, String>;

    /// The name of the screen, and its words.
    fn screen(session: &Session<Self>) -> (String, Vec<String>);

    /// The lamps that are lit, by their names.
    fn lit(session: &Session<Self>) -> Vec<String>;
}

/// What a command comes with under this name.
///
/// # Errors
/// A sentence, if it does not.
pub fn needed(value: &dyn Fn(&str) -> Option<String>, name: &str) -> Result<String, String> {
    value(name).ok_or_else(|| format!("{name} is missing."))
}

/// Listens to the page that embeds the device, and sends it events.
pub fn listen<P: Embedded>() {
    let Some(device) = requested() else { return };
    adopt_styles(STYLE);
    let (shell, language) = (use_shell::<P>(), use_page_language());
    let Some(parent) = parent() else { return };
    let embedder = RwSignal::new(None::<String>);
    let listener = window_event_listener(ev::message, move |event: MessageEvent| {
        // Messages of other windows are ignored.
        let is_parent = event.source().is_some_and(|source| parent_is(&source));
        let origin = event.origin();
        if !is_parent || origin.is_empty() || origin == "null" {
            return;
        }
        let message = Message(event.data());
        let outcome = understood::<P>(shell, language, &message);
        let is_hello = matches!(outcome, Ok(true));
        let mut reply = vec![("answerTo", message.id()), ("done", outcome.is_ok().into())];
        if let Err(why) = &outcome {
            reply.push(("why", why.as_str().into()));
        }
        if is_hello {
            reply.extend([("device", device.name().into()), ("lang", language.wanted_untracked().code().into())]);
        }
        post(&parent, &origin, &reply);
        if is_hello {
            embedder.set(Some(origin));
        }
    });
    on_cleanup(move || listener.remove());
    send_events(shell, language.shown(), embedder);
}

/// Does what a message says; whether it was the greeting.
fn understood<P: Embedded>(shell: Shell<P>, language: PageLanguage, message: &Message) -> Result<bool, String> {
    if !message.0.is_object() {
        return Err(format!("A message is an object with {MARK}: {VERSION}."));
    }
    match message.value(MARK) {
        Some(version) if version == VERSION.to_string() => {}
        Some(other) => return Err(format!("This device speaks version {VERSION}, not {other}.")),
        None => return Err(format!("A message has {MARK}: {VERSION}, its version.")),
    }
    let command = message.value("do").ok_or_else(|| "A message says in do what is to be done.".to_owned())?;
    match command.as_str() {
        "hello" => return Ok(true),
        "begin" => shell.begin(Start::Opening),
        "language" => {
            let code = message.needed("lang")?;
            let chosen = language_of(&code).ok_or_else(|| format!("There is no language {code:?}."))?;
            language.choose(chosen);
        }
        "pass" => {
            let ms = message.needed("ms")?;
            let length = ms.parse().ok().filter(|ms| *ms <= PASS_MS_MAX);
            shell.pass(Millis(length.ok_or_else(|| format!("{ms} is no whole number from 0 to {PASS_MS_MAX}."))?));
        }
        command => {
            let act = P::commanded(command, &|name| message.value(name))?;
            shell.act(act);
            let refusal = shell.read(|session| {
                let refused = session.answer().filter(|answer| answer.is_err());
                refused.map(|answer| P::describe_answer(language.shown().get_untracked(), answer))
            });
            if let Some(why) = refusal {
                return Err(why);
            }
        }
    }
    Ok(false)
}

/// What the embedding page knows of the device.
struct Sent<P: SitePage> {
    screen: (String, Vec<String>),
    lit: Vec<String>,
    /// The number of lines in the journal.
    lines: usize,
    /// The last posting; none in an empty ledger.
    booked: Option<Booked<P>>,
}

type Booked<P> = Posting<<P as World>::Account, <<P as World>::Account as world::ledger::Account>::Cause>;

/// Sends what happens, from the greeting on.
fn send_events<P: Embedded>(shell: Shell<P>, language: RwSignal<Language>, embedder: RwSignal<Option<String>>) {
    let mut last = None::<Sent<P>>;
    effect(move || {
        let Some(origin) = embedder.get() else { return };
        let send = |event: &str, values: &[(&'static str, JsValue)]| {
            if let Some(parent) = parent() {
                post(&parent, &origin, &[&[("event", event.into())], values].concat());
            }
        };
        shell.at(|session| {
            let (screen, lit) = (P::screen(session), P::lit(session));
            if last.as_ref().is_none_or(|sent| sent.screen != screen) {
                send("screen", &[("screen", screen.0.as_str().into()), ("lines", list(&screen.1))]);
            }
            if last.as_ref().is_none_or(|sent| sent.lit != lit) {
                send("lamps", &[("lit", list(&lit))]);
            }
            let (lines, postings) = (session.journal().len(), session.world().ledger().postings());
            if let Some(sent) = &last {
                // Another session may be shorter.
                for heard in P::sounds_since(session, sent.lines.min(lines)) {
                    send("beeps", &[("count", heard.count.into())]);
                }
                let cause = |posting: &Booked<P>| P::cause_name(posting.cause).in_language(language.get_untracked());
                for posting in since(postings, sent.booked.as_ref()) {
                    let &Posting { at, from, to, amount, .. } = posting;
                    send(
                        "ledger",
                        &[
                            ("from", from.to_string().into()),
                            ("to", to.to_string().into()),
                            ("amount", number(amount)),
                            ("unit", P::Account::UNIT.into()),
                            ("cause", cause(posting).into()),
                            ("at", number(i64::try_from(at.0).unwrap_or(i64::MAX))),
                        ],
                    );
                }
            }
            last = Some(Sent { screen, lit, lines, booked: postings.last().cloned() });
        });
    });
}

/// The postings after one that has been sent. One that grows, such as a meter's, is sent once, as it begins.
fn since<'l, A: world::ledger::Account>(
    postings: &'l [Posting<A, A::Cause>],
    sent: Option<&Posting<A, A::Cause>>,
) -> &'l [Posting<A, A::Cause>] {
    let is_sent = |posting: &Posting<A, A::Cause>| {
        sent.is_some_and(|sent| {
            let is_same = (posting.from, posting.to, posting.txn) == (sent.from, sent.to, sent.txn);
            is_same && posting.cause == sent.cause && (posting.at == sent.at || sent.cause.is_running())
        })
    };
    let first = postings.iter().rposition(is_sent).map_or(0, |index| index + 1);
    &postings[first..]
}

/// What somebody has sent.
struct Message(JsValue);

impl Message {
    /// What it says under this name, if that is a text or a whole number.
    fn value(&self, name: &str) -> Option<String> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        let number = value.as_f64().filter(|number| js_sys::Number::is_safe_integer(&(*number).into()));
        value.as_string().or_else(|| number.map(|number| number.to_string()))
    }

    fn needed(&self, name: &str) -> Result<String, String> {
        needed(&|name| self.value(name), name)
    }

    /// Its own name, whatever that is.
    fn id(&self) -> JsValue {
        let id = if self.0.is_object() { Reflect::get(&self.0, &"id".into()).ok() } else { None };
        id.filter(|id| id.is_string() || id.as_f64().is_some()).unwrap_or(JsValue::NULL)
    }
}

/// The window around this one; none if there is none.
fn parent() -> Option<Window> {
    let parent = window().parent().ok()??;
    (!Object::is(&parent, &window())).then_some(parent)
}

fn parent_is(source: &JsValue) -> bool {
    parent().is_some_and(|parent| Object::is(&parent, source))
}

fn post(parent: &Window, origin: &str, values: &[(&'static str, JsValue)]) {
    let message = Object::new();
    for (name, value) in [(MARK, VERSION.into())].iter().chain(values) {
        // A new object takes everything.
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    // The page may have navigated away.
    let _ = parent.post_message(&message, origin);
}

fn list(texts: &[String]) -> JsValue {
    texts.iter().map(|text| JsValue::from_str(text)).collect::<Array>().into()
}

/// A number as JavaScript has it; no amount here comes near its limit of 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "amounts are far below 2⁵³")]
fn number(whole: i64) -> JsValue {
    JsValue::from_f64(whole as f64)
}
