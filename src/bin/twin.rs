//! The worker of the page that runs the firmware.
//!
//! `worker.js` has fetched the emulator and the firmware and stands ready to be asked about boards. This says `ready`
//! and is then told, again and again, how the session in the page goes on: each message is a stretch of it
//! (`world::save_format::Stretch`). What it says is a list:
//!
//! | first | then |
//! | --- | --- |
//! | `ready` | |
//! | `status` | simulated milliseconds reached; frames that agreed; frames that differ; what else differs |
//! | `picture` | the board's place; the kind of its display; its bytes, none while it is dark; the dots that differ |
//! | `broken` | why nothing more can be followed |

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array, global};
use twin::{Emulator, Follower, Wired};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use world::bus::Bus;
use world::quay::Quay;
use world::save_format::Stretch;

/// So long one piece of work lasts at most, in milliseconds: then what is new is told, and messages are heard.
const PIECE_MS: u32 = 40;

#[wasm_bindgen]
extern "C" {
    /// Asks for something to be done with a board: a line of JSON, answered by another (`e2e/chip/README.md`).
    #[wasm_bindgen(js_name = askBoards)]
    fn ask_boards(request: &str) -> String;
}

/// The boards that `worker.js` has made ready.
#[derive(Debug)]
struct Here;

impl Emulator for Here {
    fn answer(&mut self, request: &str) -> Result<String, String> {
        Ok(ask_boards(request))
    }

    fn firmware(&self, name: &str) -> String {
        name.to_owned()
    }
}

fn main() {
    let worker: DedicatedWorkerGlobalScope = global().unchecked_into();
    match worker.name().as_str() {
        "bus" => follow::<Bus>(&worker),
        "quay" => follow::<Quay>(&worker),
        other => say(&worker, &[&"broken".into(), &format!("there is no world named \u{201c}{other}\u{201d}").into()]),
    }
}

/// The session that is followed, until something in it cannot be.
struct Work<W: Wired> {
    worker: DedicatedWorkerGlobalScope,
    follower: Option<Follower<W, Here>>,
    /// The next piece of work.
    piece: Option<Function>,
    is_waiting: bool,
}

fn follow<W: Wired + 'static>(worker: &DedicatedWorkerGlobalScope) {
    let follower = Some(Follower::<W, _>::new(Here));
    let work = Rc::new(RefCell::new(Work { worker: worker.clone(), follower, piece: None, is_waiting: false }));
    let next = Rc::clone(&work);
    let piece = Closure::<dyn Fn()>::new(move || next.borrow_mut().piece());
    work.borrow_mut().piece = Some(piece.into_js_value().unchecked_into());
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(text) = message.data().as_string() {
            work.borrow_mut().hear(&text);
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    say(worker, &[&"ready".into()]);
}

impl<W: Wired> Work<W> {
    fn hear(&mut self, text: &str) {
        let Some(follower) = &mut self.follower else { return };
        let heard = Stretch::from_text(text).map_err(|broken| broken.to_string());
        match heard.and_then(|stretch| follower.hear(stretch)) {
            Ok(()) => self.go_on(),
            Err(why) => self.stop(&why),
        }
    }

    /// Works for a while, and tells what is new.
    fn piece(&mut self) {
        self.is_waiting = false;
        let Some(follower) = &mut self.follower else { return };
        let began = now(&self.worker);
        let outcome = loop {
            match follower.step() {
                Ok(true) if now(&self.worker).wrapping_sub(began) < PIECE_MS => {}
                done_or_broken => break done_or_broken,
            }
        };
        for shown in follower.shown() {
            let (picture, wrong) = (Uint8Array::from(&*shown.picture), Uint8Array::from(&*shown.wrong));
            let words: [JsValue; 5] =
                ["picture".into(), shown.place.to_string().into(), shown.display.into(), picture.into(), wrong.into()];
            say(&self.worker, &words.each_ref());
        }
        let tally = follower.tally();
        let [reached, agreed, differing] = [follower.reached().0, tally.agreed, tally.differing].map(|n| n.to_string());
        let otherwise = tally.otherwise.clone().unwrap_or_default();
        let words: [JsValue; 5] = ["status".into(), reached.into(), agreed.into(), differing.into(), otherwise.into()];
        say(&self.worker, &words.each_ref());
        match outcome {
            Ok(true) => self.go_on(),
            Ok(false) => {}
            Err(why) => self.stop(&why),
        }
    }

    fn go_on(&mut self) {
        if let Some(piece) = self.piece.as_ref().filter(|_| !self.is_waiting) {
            // A function can always be put off.
            self.is_waiting = self.worker.set_timeout_with_callback(piece).is_ok();
        }
    }

    fn stop(&mut self, why: &str) {
        self.follower = None;
        say(&self.worker, &[&"broken".into(), &why.into()]);
    }
}

fn say(worker: &DedicatedWorkerGlobalScope, words: &[&JsValue]) {
    let list: Array = words.iter().copied().collect();
    // Texts, numbers and bytes can always be posted.
    let _ = worker.post_message(&list);
}

/// The browser's monotonic clock, in milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser tells the time in a positive float of milliseconds; only differences are looked at"
)]
fn now(worker: &DedicatedWorkerGlobalScope) -> u32 {
    worker.performance().map_or(0, |performance| performance.now() as u64 as u32)
}
