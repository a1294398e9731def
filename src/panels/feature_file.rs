//! Saving the session as a `.feature` file, and playing such a file: afterwards it is the session of the page.
//!
//! Both are the work of a worker that is loaded when it is needed: `bin/parser.rs` says what it is asked and how
//! it answers.

use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, HtmlInputElement, MessageEvent, Worker};
use world::save_format;

use crate::browser::files::file_url;
use crate::elements::{Element, button, el, element, labelled};
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::SitePage;
use crate::texts::language::use_language;
use crate::texts::{Language, Words, fill, message};

/// A session is never larger than this.
const BYTES_MAX: f64 = 2_000_000.0;
const READY: &str = "ready";
/// The worker could not be started (`bin/parser_loader.js`).
const FAILED: &str = "failed";
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What has become of the last file.
#[derive(Clone, PartialEq, Eq, Debug)]
enum FileStatus {
    Reading,
    TooLarge,
    NotText,
    NoWorker,
    NoScenario,
    /// On this line; the sentence says why, or the line is no Gherkin at all.
    Refused(String, String),
    NotSaved(String),
    /// The number of steps that passed, and those that failed: line, step, what was seen instead.
    Played(String, Vec<[String; 3]>),
}

/// The file that was opened.
#[derive(Clone, Default)]
struct Opened {
    name: String,
    text: Arc<str>,
    scenarios: Vec<String>,
}

/// Saving the session as a file, opening one, and what came of it.
pub fn file_controls<P: SitePage>() -> Element {
    let shell = use_shell::<P>();
    let language = use_language();
    let is_owner = shell.is_owner();
    let opened = RwSignal::new(Opened::default());
    let fate = RwSignal::new(None::<FileStatus>);
    let save = button(message::JOURNAL_SAVE)
        .attr("data-do", "save")
        .on("click", move |_| save(shell, P::TITLE.in_language(language.get_untracked()), fate));
    let open_file = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)).filter(|_| is_owner.get_untracked()) {
            open(shell, &file, opened, fate);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let input = element("input").attr("type", "file").attr("accept", ".feature,text/plain").attr("data-do", "open");
    let choice = move || {
        let scenarios = opened.with(|opened| opened.scenarios.clone());
        if scenarios.len() < 2 {
            return Vec::new();
        }
        let options = scenarios.iter().enumerate();
        let options = options.map(|(index, name)| element("option").attr("value", &index.to_string()).text(name));
        let select = element("select").attr("data-scenario", "").children(options);
        let choose = move |event| play(shell, &event_target_value(&event), opened, fate);
        vec![labelled(message::FILE_SCENARIO, select.on("change", choose))]
    };
    let outcome = move || {
        let name = opened.with(|opened| opened.name.clone());
        fate.get().map(|fate| status_view(language.get(), &name, fate)).into_iter().collect()
    };
    let buttons = el("div", "buttons")
        .child(save)
        .child(labelled(message::JOURNAL_OPEN, input.on("change", open_file)).attr("class", "button"))
        .child(element("span").children_fn(choice));
    element("div").child(buttons).child(element("div").children_fn(outcome))
}

fn status_view(language: Language, name: &str, fate: FileStatus) -> Element {
    let say = |words: Words| words.in_language(language);
    let refused = |why: &str| fill(say(message::FILE_CANNOT_PLAY), &[name, why]);
    let sentence = match fate {
        FileStatus::Played(held, wrong) => {
            let failed = wrong.len().to_string();
            let list = wrong.iter().map(|[line, step, why]| {
                let text = fill(say(message::FILE_LINE), &[line, &format!("{step} \u{2013} {why}")]);
                element("li").attr("data-failed-step", "").text(&text)
            });
            return el("div", "played")
                .attr("role", "status")
                .attr("data-played", "")
                .attr("data-passed", &held)
                .attr("data-failed", &failed)
                .child(element("p").text(&fill(say(message::JOURNAL_PLAYED), &[&held, &failed])))
                .child(element("ul").children(list));
        }
        FileStatus::Reading => return element("p").attr("role", "status").text(say(message::FILE_READING)),
        FileStatus::TooLarge => fill(say(message::FILE_TOO_LARGE), &[name]),
        FileStatus::NotText => fill(say(message::FILE_NOT_TEXT), &[name]),
        FileStatus::NoWorker => say(message::FILE_NO_PARSER).to_owned(),
        FileStatus::NoScenario => refused(say(message::FILE_NO_SCENARIO)),
        FileStatus::Refused(line, why) => {
            let why = if why.is_empty() { say(message::FILE_NOT_GHERKIN) } else { &why };
            refused(&fill(say(message::FILE_LINE), &[&line, why]))
        }
        FileStatus::NotSaved(why) => fill(say(message::FILE_CANNOT_SAVE), &[&why]),
    };
    el("p", "error").attr("role", "alert").attr("data-file-error", "").text(&sentence)
}

/// Has the browser save the session as a file.
fn save<P: SitePage>(shell: Shell<P>, title: &str, fate: RwSignal<Option<FileStatus>>) {
    let (moment, saved) =
        shell.read(|session| (session.world().civil().to_string(), save_format::session_to_text(session)));
    let file = format!("kerb-and-quay-{}.feature", moment.replace([' ', ':'], "-"));
    let request = format!("save{FIELD}{}{FIELD}{}{FIELD}{saved}", P::WORLD, fill(title, &[&moment]));
    ask_worker(P::FEATURE_WORKER, request, move |answer| {
        fate.set(match answer.as_ref().and_then(|records| records.first()).map(Vec::as_slice) {
            Some([kind, text]) if kind == "saved" => {
                crate::browser::download::save(&file, text).err().map(|why| FileStatus::NotSaved(format!("{why:?}")))
            }
            Some([_, why]) => Some(FileStatus::NotSaved(why.clone())),
            _ => Some(FileStatus::NoWorker),
        });
    });
}

/// Reads a file and plays its first scenario.
fn open<P: SitePage>(shell: Shell<P>, file: &File, opened: RwSignal<Opened>, fate: RwSignal<Option<FileStatus>>) {
    opened.set(Opened { name: file.name(), ..Opened::default() });
    if file.size() > BYTES_MAX {
        fate.set(Some(FileStatus::TooLarge));
        return;
    }
    fate.set(Some(FileStatus::Reading));
    let read = Closure::once_into_js(move |bytes: JsValue| match bytes.dyn_ref().and_then(text_in) {
        Some(text) => {
            opened.update(|opened| opened.text = text.into());
            play(shell, "0", opened, fate);
        }
        None => fate.set(Some(FileStatus::NotText)),
    });
    let read: &js_sys::Function = read.unchecked_ref();
    let bytes: JsValue = file.array_buffer().into();
    // A file that cannot be read comes as an error, which is not text either.
    let then =
        js_sys::Reflect::get(&bytes, &"then".into()).ok().and_then(|then| then.dyn_into::<js_sys::Function>().ok());
    if then.and_then(|then| then.call2(&bytes, read, read).ok()).is_none() {
        fate.set(Some(FileStatus::NotText));
    }
}

/// The text of a file, which is UTF-8. The decoder of a browser writes U+FFFD for bytes that are not text, and the name
/// of a card can have that character.
fn text_in(bytes: &ArrayBuffer) -> Option<String> {
    let text = String::from_utf8(Uint8Array::new(bytes).to_vec()).ok()?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).map_or_else(|| text.clone(), str::to_owned);
    (!text.contains(['\0', RECORD, FIELD])).then_some(text)
}

/// Plays one scenario of the opened file; the page goes on with its session.
fn play<P: SitePage>(shell: Shell<P>, number: &str, opened: RwSignal<Opened>, fate: RwSignal<Option<FileStatus>>) {
    let request =
        opened.with_untracked(|opened| format!("play{FIELD}{}{FIELD}{number}{FIELD}{}", P::WORLD, opened.text));
    ask_worker(P::FEATURE_WORKER, request, move |answer| {
        let Some(records) = answer else { return fate.set(Some(FileStatus::NoWorker)) };
        let mut outcome = FileStatus::NoScenario;
        let (mut scenarios, mut wrong) = (Vec::new(), Vec::new());
        for record in records {
            match record.as_slice() {
                [kind, name] if kind == "scenario" => scenarios.push(name.clone()),
                [kind, line, step, why] if kind == "wrong" => wrong.push([line.clone(), step.clone(), why.clone()]),
                [kind, line, why] if kind == "refused" => outcome = FileStatus::Refused(line.clone(), why.clone()),
                [_, held, saved] => {
                    if let Ok(session) = save_format::running_session_from_text::<P>(saved) {
                        shell.replace(session);
                        outcome = FileStatus::Played(held.clone(), std::mem::take(&mut wrong));
                    }
                }
                _ => {}
            }
        }
        opened.update(|opened| opened.scenarios = scenarios);
        fate.set(Some(outcome));
    });
}

/// What the worker answers: fields of records.
type Records = Vec<Vec<String>>;

/// Asks a worker one thing. The answer has a list of fields for each record; `None` if the worker cannot be started.
fn ask_worker(url: &'static str, request: String, then: impl Fn(Option<Records>) + 'static) {
    let then: Arc<dyn Fn(Option<Records>)> = Arc::new(then);
    let worker = file_url(url).and_then(|url| Worker::new(&url).ok());
    let Some(worker) = worker else { return then(None) };
    let (asking, answering) = (worker.clone(), Arc::clone(&then));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let Some(said) = message.data().as_string() else { return };
        if said == FAILED {
            asking.terminate();
            answering(None);
        } else if said == READY {
            // A text can always be posted.
            let _ = asking.post_message(&request.as_str().into());
        } else {
            asking.terminate();
            let fields = |record: &str| record.split(FIELD).map(str::to_owned).collect();
            answering(Some(said.split(RECORD).skip(1).map(fields).collect()));
        }
    });
    let failed = Closure::<dyn Fn()>::new(move || then(None));
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    // They go with the worker.
    heard.forget();
    failed.forget();
}
