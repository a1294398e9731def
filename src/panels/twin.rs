//! The firmware beside the replica: the very file that is flashed, on an emulated board, on the same inputs.
//!
//! A worker is loaded when somebody asks for it (`bin/twin.rs` says what it tells). It hears stretch by stretch how the
//! session goes on, and tells what the boards show and how many frames agreed with the core. Nothing is skipped: when
//! the boards fall behind, the page's live clock waits for them.

use std::collections::BTreeMap;

use firmware_core::time::Instant;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData, MessageEvent, Worker, WorkerOptions};
use world::save_format::Stretch;
use world::session::{Session, Start, TimedAct};

use crate::browser::files::file_url;
use crate::elements::styles::adopt_styles;
use crate::elements::{Element, button, effect, el, element};
use crate::session::course::Mode;
use crate::session::shell::{Shell, use_shell};
use crate::session::site_page::{Palette, SitePage, handle};
use crate::texts::language::use_language;
use crate::texts::{Language, Words, decimal, fill, message};

/// The clock waits when the boards are behind by more than this much of real time, in milliseconds.
const PATIENCE_MS: u64 = 2_000;
/// It goes on when they are not further behind than this.
const CAUGHT_UP_MS: u64 = 100;
/// Less than this is not worth a word.
const UNNOTICED_MS: u64 = 100;

/// How it looks: fetched with this part of the page.
const STYLE: &str = include_str!("../../style/twin.css");

/// A dot that differs.
const WRONG: [u8; 3] = [0xff, 0x2f, 0xb4];

/// How it stands with the worker.
#[derive(Clone, PartialEq, Eq, Debug)]
enum TwinState {
    Off,
    /// The firmware is being built, and will come by itself.
    Building,
    Coming,
    Running,
    Missing,
    Broken(String),
}

impl TwinState {
    const fn name(&self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Building => "building",
            Self::Coming => "coming",
            Self::Running => "running",
            Self::Missing => "missing",
            Self::Broken(_) => "broken",
        }
    }
}

/// A firmware that runs.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Firmware {
    name: String,
    version: String,
    address: String,
    bytes: u32,
    sha256: String,
}

/// What the worker has reported of the comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Tally {
    /// The simulated time that the boards have reached, in milliseconds.
    reached: u64,
    agreed: usize,
    differing: usize,
    /// Whether anything but a frame has differed.
    otherwise: bool,
}

/// What a board's display shows.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Picture {
    display: String,
    bytes: Vec<u8>,
    wrong: Vec<u8>,
}

/// What the worker has heard of the session.
struct Heard<P: SitePage> {
    start: Start<P>,
    acts: Vec<TimedAct<P>>,
    until: Instant,
}

/// A copyable handle to everything about the firmware.
struct Twin<P: SitePage> {
    shell: Shell<P>,
    stage: RwSignal<TwinState>,
    firmware: RwSignal<Vec<Firmware>>,
    tally: RwSignal<Tally>,
    pictures: RwSignal<BTreeMap<usize, Picture>>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    heard: StoredValue<Option<Heard<P>>, LocalStorage>,
}

handle!(Twin);

/// The switch, and what the firmware shows while it runs.
pub fn twin<P: SitePage>() -> Element {
    if file_url(P::TWIN_WORKER).is_none() {
        return el("section", "twin").attr("hidden", "");
    }
    let twin = Twin::<P> {
        shell: use_shell(),
        stage: RwSignal::new(TwinState::Off),
        firmware: RwSignal::new(Vec::new()),
        tally: RwSignal::new(Tally::default()),
        pictures: RwSignal::new(BTreeMap::new()),
        worker: StoredValue::new_local(None),
        heard: StoredValue::new_local(None),
    };
    adopt_styles(STYLE);
    twin.send_session();
    twin.hold_clock();
    let language = use_language();
    let is_on = move || twin.stage.with(|stage| *stage != TwinState::Off);
    let switch = element("button")
        .attr("type", "button")
        .attr("data-do", "twin")
        .attr_bool("aria-pressed", is_on)
        .text_fn(move || {
            if is_on() { message::FIRMWARE_STOP } else { message::FIRMWARE_RUN }.in_language(language.get()).to_owned()
        })
        .on("click", move |_| if untrack(is_on) { twin.stop() } else { twin.start() });
    let stage = move || twin.stage.with(|stage| stage.name().to_owned());
    let number = move |of: fn(&Tally) -> usize| move || twin.tally.with(of).to_string();
    el("section", "twin")
        .attr_fn("data-twin", stage)
        .attr_fn("data-agreed", number(|tally| tally.agreed))
        .attr_fn("data-differing", number(|tally| tally.differing))
        .attr_fn("data-reached", move || twin.tally.with(|tally| tally.reached.to_string()))
        .attr_bool("data-waiting", move || twin.shell.is_held())
        .child(switch)
        .child(el("div", "twin-body").children_keyed(stage, move |stage| twin.body(stage)))
}

impl<P: SitePage> Twin<P> {
    /// Has the worker fetched, which fetches everything else.
    fn start(self) {
        self.end();
        // By its name it knows the world: an address that is kept for when there is no network has no query.
        let options = WorkerOptions::new();
        options.set_name(P::WORLD);
        let Ok(worker) = Worker::new_with_options(P::TWIN_WORKER, &options) else {
            return self.stage.set(TwinState::Missing);
        };
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            if let Ok(list) = message.data().dyn_into::<Array>() {
                self.hear(&list);
            }
        });
        let failed = Closure::<dyn Fn()>::new(move || self.fail(TwinState::Missing));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        // They go with the worker.
        heard.forget();
        failed.forget();
        self.worker.set_value(Some(worker));
        self.stage.set(TwinState::Coming);
    }

    fn stop(self) {
        self.end();
        self.stage.set(TwinState::Off);
    }

    fn fail(self, stage: TwinState) {
        // What was shown last stays in sight.
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.terminate();
            self.stage.set(stage);
        }
    }

    fn end(self) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.terminate();
        }
        self.heard.set_value(None);
        self.firmware.set(Vec::new());
        self.tally.set(Tally::default());
        self.pictures.set(BTreeMap::new());
    }

    fn hear(self, list: &Array) {
        let text = |index| list.get(index).as_string().unwrap_or_default();
        let bytes = |index| list.get(index).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        match text(0).as_str() {
            "firmware" => self.firmware.update(|firmware| {
                firmware.push(Firmware {
                    name: text(1),
                    version: text(2),
                    address: text(3),
                    bytes: text(4).parse().unwrap_or_default(),
                    sha256: text(5),
                });
            }),
            "building" => self.stage.set(TwinState::Building),
            "coming" => self.stage.set(TwinState::Coming),
            "ready" => self.stage.set(TwinState::Running),
            "status" => self.tally.set(Tally {
                reached: text(1).parse().unwrap_or_default(),
                agreed: text(2).parse().unwrap_or_default(),
                differing: text(3).parse().unwrap_or_default(),
                otherwise: !text(4).is_empty(),
            }),
            "picture" => {
                let board = text(1).parse().unwrap_or_default();
                let picture = Picture { display: text(2), bytes: bytes(3), wrong: bytes(4) };
                self.pictures.update(|pictures| drop(pictures.insert(board, picture)));
            }
            "broken" => self.fail(TwinState::Broken(text(1))),
            _ => self.fail(TwinState::Missing),
        }
    }

    /// Sends the worker what is new in the session.
    fn send_session(self) {
        effect(move || {
            if self.stage.with(|stage| *stage != TwinState::Running) {
                return;
            }
            let stretch = self.shell.at(|session| self.heard.try_update_value(|heard| next(heard, session)).flatten());
            if let Some(stretch) = stretch {
                self.worker.with_value(|worker| {
                    if let Some(worker) = worker {
                        // A text can always be posted.
                        let _ = worker.post_message(&stretch.to_text().into());
                    }
                });
            }
        });
    }

    /// The live clock waits while the boards are too far behind.
    fn hold_clock(self) {
        let shell = self.shell;
        effect(move || {
            let behind = self.behind();
            let is_held = untrack(|| shell.is_held());
            let limit = if is_held { CAUGHT_UP_MS } else { PATIENCE_MS };
            let waits = match shell.clock().mode() {
                Mode::Live { speed } => behind.is_some_and(|behind| behind > limit * u64::from(speed)),
                // Turned by hand it goes no further by itself.
                Mode::Paused => false,
            };
            if waits != is_held {
                untrack(|| shell.hold(waits));
            }
        });
    }

    /// How far the boards are behind, in simulated milliseconds; none where none run. Tracked.
    fn behind(self) -> Option<u64> {
        let is_running = self.stage.with(|stage| *stage == TwinState::Running);
        let now = self.shell.at(|session| session.world().now().0);
        is_running.then(|| now.saturating_sub(self.tally.with(|tally| tally.reached)))
    }

    fn body(self, stage: &str) -> Vec<Element> {
        let language = use_language();
        let again = || button(message::FIRMWARE_AGAIN).attr("data-do", "twin-again").on("click", move |_| self.start());
        let line = |class| el("p", class).attr("role", "status");
        let why = move || match self.stage.get() {
            TwinState::Broken(why) => fill(message::FIRMWARE_BROKEN.in_language(language.get()), &[&why]),
            _ => String::new(),
        };
        match stage {
            "building" => vec![line("twin-told").words(message::FIRMWARE_BUILDING)],
            "coming" => vec![line("twin-told").words(message::FIRMWARE_COMING)],
            "missing" => vec![line("twin-told").words(message::FIRMWARE_MISSING), again()],
            "running" => vec![self.comparison(), self.details()],
            "broken" => vec![self.comparison(), line("twin-told").text_fn(why), again(), self.details()],
            _ => Vec::new(),
        }
    }

    /// The board's display, and how it compares.
    fn comparison(self) -> Element {
        let language = use_language();
        let count =
            move |words: Words, of: fn(&Tally) -> usize| move || words.counted(language.get(), self.tally.with(of));
        let pace = move || {
            let language = language.get();
            let Some(behind) = self.behind() else { return String::new() };
            let (is_held, lag) = (self.shell.is_held(), length_text(language, behind));
            let words = match behind {
                _ if is_held => message::FIRMWARE_WAITING,
                0..UNNOTICED_MS => message::FIRMWARE_KEEPS_UP,
                _ => message::FIRMWARE_BEHIND,
            };
            fill(words.in_language(language), &[&lag])
        };
        let notes = move || {
            let (differs, otherwise) = self.tally.with(|tally| (tally.differing > 0, tally.otherwise));
            let notes = [(differs, message::FIRMWARE_MARKED), (otherwise, message::FIRMWARE_OTHERWISE)].into_iter();
            notes.filter(|(is_so, _)| *is_so).map(|(_, words)| element("p").words(words)).collect()
        };
        el("div", "twin-compared").child(self.canvas()).child(
            el("div", "twin-count")
                .child(el("p", "twin-agreed").text_fn(count(message::FIRMWARE_AGREED, |tally| tally.agreed)))
                .child(
                    el("p", "twin-differ")
                        .attr_bool("data-any", move || self.tally.with(|tally| tally.differing > 0))
                        .text_fn(count(message::FIRMWARE_DIFFER, |tally| tally.differing)),
                )
                .child(
                    el("p", "twin-pace")
                        .attr("data-pace", "")
                        .attr_bool("data-waits", move || self.shell.is_held())
                        .text_fn(pace),
                )
                .child(el("div", "twin-notes").children_fn(notes)),
        )
    }

    fn canvas(self) -> Element {
        let language = use_language();
        let canvas = element("canvas")
            .attr("data-twin-display", "")
            .attr("role", "img")
            .attr_fn("aria-label", move || message::FIRMWARE_DISPLAY.in_language(language.get()).to_owned());
        let node = canvas.node().clone();
        effect(move || {
            let here = self.shell.at(|session| session.world().site().here);
            self.pictures.with(|pictures| {
                let canvas: &HtmlCanvasElement = node.unchecked_ref();
                match pictures.get(&here) {
                    // A browser that draws nothing shows an empty canvas.
                    Some(picture) => drop(draw(canvas, picture, P::PALETTE)),
                    // The board in front of the person is not there yet.
                    None => canvas.set_width(canvas.width()),
                }
            });
        });
        canvas
    }

    /// Which files run.
    fn details(self) -> Element {
        let language = use_language();
        let files = move || {
            let firmware = self.firmware.get();
            let file = |one: &Firmware| {
                let (name, version, bytes) = (one.name.clone(), one.version.clone(), one.bytes);
                let text = move || {
                    let language = language.get();
                    let size = decimal(language, i64::from(bytes.div_ceil(100)), 1);
                    fill(message::FIRMWARE_FILE.in_language(language), &[&name, &version, &size])
                };
                let link = el("a", "twin-file")
                    .attr("href", &one.address)
                    .attr("download", &format!("{}.uf2", one.name))
                    .words(message::FIRMWARE_DOWNLOAD);
                el("details", "twin-firmware")
                    .attr("data-firmware", &one.name)
                    .child(element("summary").text_fn(text))
                    .child(element("p").words(message::FIRMWARE_EXPLAINED))
                    .child(
                        element("p")
                            .child(element("span").text("SHA-256 "))
                            .child(element("code").attr("data-sha256", "").text(&one.sha256)),
                    )
                    .child(link)
            };
            firmware.iter().map(file).collect()
        };
        el("div", "twin-files").children_fn(files)
    }
}

/// The stretch that the worker has not heard yet; the whole session if it is another one.
fn next<P: SitePage>(heard: &mut Option<Heard<P>>, session: &Session<P>) -> Option<Stretch<P>> {
    let until = session.world().now();
    let goes_on = heard.as_ref().filter(|heard| {
        let mut acts = session.acts();
        let is_same = |(at, act): &TimedAct<P>| acts.next().is_some_and(|(then, done)| then == *at && done == act);
        heard.until <= until && heard.start == *session.start() && heard.acts.iter().all(is_same)
    });
    let stretch = Stretch::after(session, goes_on.map(|heard| heard.acts.len()));
    match heard {
        Some(heard) if stretch.start.is_none() => {
            if stretch.acts.is_empty() && heard.until == until {
                return None;
            }
            heard.acts.extend(stretch.acts.iter().cloned());
            heard.until = until;
        }
        heard => {
            *heard = Some(Heard { start: session.start().clone(), acts: stretch.acts.clone(), until });
        }
    }
    Some(stretch)
}

/// A length of time for a person: `0.4 s`, and whole minutes from two on.
fn length_text(language: Language, ms: u64) -> String {
    let ms = i64::try_from(ms).unwrap_or(i64::MAX);
    if ms < 120_000 {
        let seconds = decimal(language, ms.saturating_add(50) / 100, 1);
        format!("{seconds} {}", message::UNIT_SECONDS.in_language(language))
    } else {
        format!("{} min", ms / 60_000)
    }
}

/// Draws what a display shows, dot by dot.
fn draw(canvas: &HtmlCanvasElement, picture: &Picture, inks: Palette) -> Result<(), JsValue> {
    let is_touch = picture.display == "ili9341";
    let (width, height) = if is_touch { (320, 240) } else { (128, 64) };
    let colour = |dot: usize| {
        if picture.wrong.get(dot / 8).is_some_and(|bits| bits >> (dot % 8) & 1 == 1) {
            return WRONG;
        }
        if is_touch {
            return match picture.bytes.get(2 * dot..2 * dot + 2) {
                Some(&[high, low]) => colour_of(u16::from_be_bytes([high, low])),
                _ => [0; 3],
            };
        }
        match picture.bytes.get(dot / 1024 * 128 + dot % 128) {
            Some(byte) if byte >> (dot / 128 % 8) & 1 == 1 => inks.on,
            Some(_) => inks.off,
            None => inks.unlit,
        }
    };
    let dots: Vec<u8> = (0..width * height)
        .flat_map(|dot| {
            let [r, g, b] = colour(dot);
            [r, g, b, 0xff]
        })
        .collect();
    let side = |dots: usize| u32::try_from(dots).unwrap_or_default();
    let (width, height) = (side(width), side(height));
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&dots), width, height)?;
    context.put_image_data(&image, 0.0, 0.0)
}

/// Red, green and blue of a dot of 16 bits, as embedded-graphics widens them.
fn colour_of(dot: u16) -> [u8; 3] {
    use embedded_graphics::pixelcolor::raw::RawU16;
    use embedded_graphics::pixelcolor::{Rgb565, Rgb888, RgbColor as _};

    let colour = Rgb888::from(Rgb565::from(RawU16::new(dot)));
    [colour.r(), colour.g(), colour.b()]
}

#[cfg(test)]
mod tests {
    use firmware_core::time::Millis;
    use world::quay::Quay;
    use world::quay::act::Act;

    use super::*;

    #[test]
    fn a_continued_session_is_sent_once_and_another_from_its_beginning() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let mut heard = None;
        let first = next(&mut heard, &session).expect("nothing has been heard");
        assert_eq!(first.start, Some(Start::Opening));
        assert_eq!(next(&mut heard, &session), None, "nothing has happened");
        session.act(Act::Present("My card".into())).expect("accepted");
        session.pass(Millis(700));
        let second = next(&mut heard, &session).expect("it has gone on");
        assert_eq!((second.start, second.acts.len(), second.until), (None, 1, Instant(700)));
        session.pass(Millis(300));
        let third = next(&mut heard, &session).expect("it has gone on");
        assert_eq!((third.start, third.acts.len(), third.until), (None, 0, Instant(1_000)));

        let mut other = Session::<Quay>::new(Start::Opening).expect("the opening world");
        other.act(Act::Present("Guest card".into())).expect("accepted");
        other.pass(Millis(5_000));
        let fourth = next(&mut heard, &other).expect("it is another one");
        assert_eq!((fourth.start, fourth.acts.len()), (Some(Start::Opening), 1));
        let begun = Session::<Quay>::new(Start::Bare).expect("a bare world");
        assert_eq!(next(&mut heard, &begun).expect("it is another one").start, Some(Start::Bare));
    }

    #[test]
    fn a_length_of_time_has_a_unit() {
        assert_eq!(length_text(Language::English, 440), "0.4 s");
        assert_eq!(length_text(Language::Ukrainian, 440), "0,4 с");
        assert_eq!(length_text(Language::Norwegian, 12_960), "13,0 s");
        assert_eq!(length_text(Language::Polish, 3_600_000), "60 min");
    }

    #[test]
    fn colours_are_those_of_the_replica() {
        assert_eq!(colour_of(0), [0, 0, 0]);
        assert_eq!(colour_of(0xffff), [0xff, 0xff, 0xff]);
    }
}
