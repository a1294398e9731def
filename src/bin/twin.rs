//! The worker of the page that runs the firmware.
//!
//! `worker.js` has fetched the emulator and the firmware. This program posts `ready`, and then receives the session of
//! the page in pieces (`world::save_format::Stretch`). Each message that it posts is a list:
//!
//! | name | values |
//! | --- | --- |
//! | `ready` | |
//! | `status` | simulated milliseconds reached; frames that agreed; frames that differed; the last other difference |
//! | `picture` | the index of the device; the kind of its display; its frame, empty while off; the pixels that differ |
//! | `broken` | why the firmware cannot follow any more |

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array, global};
use twin::{Emulator, Follower, Wired};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use world::for_site;
use world::save_format::Stretch;

/// The longest piece of work, in milliseconds. Between two pieces results are posted and messages are received.
const PIECE_MS: u32 = 40;

#[wasm_bindgen]
extern "C" {
    /// Sends a request for a board, a line of JSON, and returns the answer (`e2e/chip/README.md`).
    #[wasm_bindgen(js_name = askBoards)]
    fn ask_boards(request: &str) -> String;
}

/// The emulator of `worker.js`.
#[derive(Debug)]
struct InWorker;

impl Emulator for InWorker {
    fn answer(&mut self, request: &str) -> Result<String, String> {
        Ok(ask_boards(request))
    }

    fn firmware(&self, name: &str) -> String {
        name.to_owned()
    }
}

fn main() {
    let worker: DedicatedWorkerGlobalScope = global().unchecked_into();
    let name = worker.name();
    for_site!(name.as_str(), Site => follow::<Site>(&worker), else {
        post(&worker, &[&"broken".into(), &format!("unknown site \u{201c}{name}\u{201d}").into()]);
    });
}

/// The session of the page, until the firmware cannot follow it any more.
struct Work<W: Wired> {
    worker: DedicatedWorkerGlobalScope,
    follower: Option<Follower<W, InWorker>>,
    /// The next piece of work.
    piece: Option<Function>,
    is_waiting: bool,
}

fn follow<W: Wired + 'static>(worker: &DedicatedWorkerGlobalScope) {
    let follower = Some(Follower::<W, _>::new(InWorker));
    let work = Rc::new(RefCell::new(Work { worker: worker.clone(), follower, piece: None, is_waiting: false }));
    let next = Rc::clone(&work);
    let piece = Closure::<dyn Fn()>::new(move || next.borrow_mut().piece());
    work.borrow_mut().piece = Some(piece.into_js_value().unchecked_into());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(text) = message.data().as_string() {
            work.borrow_mut().receive(&text);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It is needed as long as the worker runs.
    on_message.forget();
    post(worker, &[&"ready".into()]);
}

impl<W: Wired> Work<W> {
    fn receive(&mut self, text: &str) {
        let Some(follower) = &mut self.follower else { return };
        let stretch = Stretch::from_text(text).map_err(|broken| broken.to_string());
        match stretch.and_then(|stretch| follower.update(stretch)) {
            Ok(()) => self.schedule(),
            Err(why) => self.stop(&why),
        }
    }

    /// Works for a while, and posts the results.
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
        for display in follower.displays() {
            let (frame, wrong) = (Uint8Array::from(&*display.frame), Uint8Array::from(&*display.wrong));
            let message: [JsValue; 5] = [
                "picture".into(),
                display.device.to_string().into(),
                display.display.into(),
                frame.into(),
                wrong.into(),
            ];
            post(&self.worker, &message.each_ref());
        }
        let tally = follower.tally();
        let [reached, agreed, differing] = [follower.reached().0, tally.agreed, tally.differing].map(|n| n.to_string());
        let other = tally.other_difference.clone().unwrap_or_default();
        let message: [JsValue; 5] = ["status".into(), reached.into(), agreed.into(), differing.into(), other.into()];
        post(&self.worker, &message.each_ref());
        match outcome {
            Ok(true) => self.schedule(),
            Ok(false) => {}
            Err(why) => self.stop(&why),
        }
    }

    fn schedule(&mut self) {
        if let Some(piece) = self.piece.as_ref().filter(|_| !self.is_waiting) {
            // This cannot fail for a function.
            self.is_waiting = self.worker.set_timeout_with_callback(piece).is_ok();
        }
    }

    fn stop(&mut self, why: &str) {
        self.follower = None;
        post(&self.worker, &[&"broken".into(), &why.into()]);
    }
}

fn post(worker: &DedicatedWorkerGlobalScope, message: &[&JsValue]) {
    let list: Array = message.iter().copied().collect();
    // Texts, numbers and bytes can always be posted.
    let _ = worker.post_message(&list);
}

/// The browser's monotonic clock, in milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the time is a positive float of milliseconds, and only differences are used"
)]
fn now(worker: &DedicatedWorkerGlobalScope) -> u32 {
    worker.performance().map_or(0, |performance| performance.now() as u64 as u32)
}
