//! The one loop that runs a device on hardware: **store first, then perform**; show; sleep until something happens.
//!
//! What a board is made of is in `board/pico.rs`; everything else here knows no pins.

#[path = "board/contact.rs"]
mod contact;
#[path = "board/pages.rs"]
mod pages;
#[path = "board/pico.rs"]
pub mod pico;
#[path = "board/service.rs"]
mod service;
#[path = "board/sound.rs"]
mod sound;
#[path = "board/store.rs"]
mod store;

use core::future::Future;
use core::pin::pin;
use core::slice;

use embassy_futures::select::{Either, Either3, select, select3};
use embassy_time::{Instant as Ticks, Timer};
use embedded_storage_async::nor_flash::NorFlash;
use firmware_core::card::CardRead;
use firmware_core::device::{CardEvent, Device, Effect, Effects, ReaderPosition};
use firmware_core::link::{Answer, Found, Kept, Linked, Port, Question, RecordLog, Request, StoreStatus, Version};
use firmware_core::mifare::{KeyRefused, Keys};
use firmware_core::pn532::{Output, Pn532, Setup};
use firmware_core::time::{Instant, Millis, earlier};

use service::Cause;
use sound::Sound;
use store::{Fault, Item, STORE_VERSION, Store};

/// The keys of this deployment's cards: twelve hexadecimal digits each, given to the build.
const KEYS: Keys = match Keys::from_hex(option_env!("KERBQUAY_CARD_KEY_A"), option_env!("KERBQUAY_CARD_KEY_B")) {
    Ok(keys) => keys,
    Err(KeyRefused::OnlyB) => panic!("KERBQUAY_CARD_KEY_B is of no use without KERBQUAY_CARD_KEY_A"),
    Err(KeyRefused::NotHex(_)) => panic!("a card key is twelve hexadecimal digits"),
};
/// The mains feed it, so the reader looks for a card all the time.
const LOOK_EVERY: Millis = Millis(0);
/// The watchdog is fed at least this often.
const ROUND_MAX: Millis = Millis(2_000);
/// The most bytes that are taken from a line at a time.
const BYTES_MAX: usize = 64;
/// The most lines of the operations log that wait for the office; the oldest is dropped.
const RECORDS_MAX: usize = 32;

/// A device that an office can speak to, and that begins with an empty memory.
pub trait Served: Linked<Memory: Default, Record: Clone> {}

impl<D: Linked<Memory: Default, Record: Clone>> Served for D {}

/// The front of a device, and what it switches, as a board has them.
pub trait Front {
    /// The device behind it.
    type Device: Served;
    /// All that its display can show of a screen.
    type Picture: PartialEq;
    /// The first byte of its memory in flash: a board never reads the memory of another kind.
    const KIND: u8;

    /// Its settings as it is delivered.
    fn factory_settings() -> <Self::Device as Device>::Settings;
    /// What is to be on the display.
    fn picture(screen: &<Self::Device as Device>::Screen) -> Self::Picture;
    /// Shows a picture instead of the one that is `shown`: only what differs is sent to the display.
    fn show(&mut self, picture: &Self::Picture, shown: Option<&Self::Picture>);
    /// Lights the lamps, and switches what goes with them.
    fn light(&mut self, lamps: <Self::Device as Device>::Lamps);
    /// Switches the buzzer.
    fn sound(&mut self, on: bool);
    /// Everything off, and the service screen.
    fn show_fault(&mut self, cause: Cause);
    /// What has happened to keys, display and meters since the last time; called until there is nothing more.
    fn event(&mut self, now: Instant) -> Option<<Self::Device as Device>::Event>;
    /// When it has to be asked again although nothing moves.
    fn wake_at(&self) -> Option<Instant>;
    /// Where a card is that the reader finds at this moment.
    fn position(&self) -> ReaderPosition;
}

/// The keys and meters of a front once more, as what wakes the loop.
pub trait Edges {
    /// Waits until something moves.
    fn moved(&mut self) -> impl Future<Output = ()>;
}

/// A serial line.
pub trait SerialLine {
    /// Sends all of these; waits where they have no room.
    fn send(&mut self, bytes: &[u8]);
    /// Waits for some bytes; how many have come.
    fn receive(&mut self, bytes: &mut [u8]) -> impl Future<Output = usize>;
    /// From here on at this speed, in bits per second, once everything has been sent.
    fn set_speed(&mut self, speed: u32);
}

/// The rest of a board.
pub trait Board {
    /// The flash that memory and settings are kept in.
    type Flash: NorFlash;

    /// The store in it, of a device of this kind.
    fn store<const LEN: usize>(&mut self, kind: u8) -> Store<Self::Flash, LEN>;
    /// Why the last run ended, if it should not have.
    fn reset_cause(&mut self) -> Option<Cause>;
    /// The loop goes round.
    fn feed(&mut self);
}

/// Now, by the board's own clock: milliseconds since power-on.
fn now() -> Instant {
    Instant(Ticks::now().as_millis())
}

/// Runs a device for ever. `LEN` is what its memory takes in the store at most.
pub async fn run<F: Front, B: Board, const LEN: usize>(
    (front, edges): (&mut F, &mut impl Edges),
    board: &mut B,
    link: &mut impl SerialLine,
    reader_line: &mut impl SerialLine,
) -> ! {
    // They are put where they stay: what is moved occupies the memory of a task twice.
    let mut main_loop = None;
    if let Err(cause) = MainLoop::<F, B::Flash, LEN>::begin(board, &mut main_loop) {
        show_fault(front, board, link, cause).await;
    }
    let Some(main_loop) = &mut main_loop else { unreachable!("out of service never ends") };
    let (mut from_link, mut from_reader) = ([0; BYTES_MAX], [0; BYTES_MAX]);
    let (mut of_link, mut of_reader) = (0, 0);
    loop {
        // One wait lasts as long as nothing moves, however often the loop goes round for something else.
        let mut moved = pin!(edges.moved());
        loop {
            board.feed();
            let round = main_loop.round(front, (&from_link[..of_link], link), (&from_reader[..of_reader], reader_line));
            let due = match round {
                Ok(due) => due,
                Err(cause) => show_fault(front, board, link, cause).await,
            };
            (of_link, of_reader) = (0, 0);
            let sleep = Timer::at(Ticks::from_millis(due.0));
            let heard = select(reader_line.receive(&mut from_reader), link.receive(&mut from_link));
            match select3(moved.as_mut(), heard, sleep).await {
                Either3::First(()) => break,
                Either3::Second(Either::First(count)) => of_reader = count,
                Either3::Second(Either::Second(count)) => of_link = count,
                Either3::Third(()) => {}
            }
        }
    }
}

/// Everything but the board.
struct MainLoop<F: Front, N: NorFlash, const LEN: usize> {
    device: F::Device,
    store: Store<N, LEN>,
    found: Found,
    stored: u32,
    reader: Pn532,
    port: Port<F::Device>,
    log: RecordLog<<F::Device as Device>::Record, RECORDS_MAX>,
    sound: Sound,
    shown: Option<F::Picture>,
    /// Until when that stays as it is unless something happens: nothing is looked at again before. For ever, if none.
    stays_until: Option<Instant>,
    lit: Option<<F::Device as Device>::Lamps>,
}

/// What has come over a line, and the way back.
type Traffic<'a, L> = (&'a [u8], &'a mut L);

impl<F: Front, N: NorFlash, const LEN: usize> MainLoop<F, N, LEN> {
    /// The device as it comes up with what was kept.
    fn begin<B: Board<Flash = N>>(board: &mut B, slot: &mut Option<Self>) -> Result<(), Cause> {
        let mut store = board.store::<LEN>(F::KIND);
        if let Some(cause) = board.reset_cause() {
            return Err(cause);
        }
        let settings = read(&mut store, Item::Settings)?;
        let memory = read(&mut store, Item::Memory)?;
        let starts: u32 = read(&mut store, Item::Starts)?.unwrap_or(0);
        let now = now();
        let setup = Setup { look_every: LOOK_EVERY, ..Setup::new(F::Device::READERS[0], KEYS) };
        let main_loop = slot.insert(Self {
            found: if memory.is_some() { Found::Memory } else { Found::Nothing },
            device: F::Device::power_on(
                now,
                memory.unwrap_or_default(),
                settings.unwrap_or_else(F::factory_settings),
                &mut Effects::new(),
            ),
            store,
            stored: 0,
            reader: Pn532::new(now, setup),
            port: Port::new(starts),
            log: RecordLog::new(),
            sound: Sound::default(),
            shown: None,
            stays_until: Some(now),
            lit: None,
        });
        main_loop.keep()?;
        let counted = main_loop.store.write(Item::Starts, &starts.wrapping_add(1));
        counted.map_err(|fault| Cause::Store(Item::Starts, fault)).map(drop)
    }

    /// Answers everything that has happened, shows how things stand, and says when to look again at the latest.
    fn round<L: SerialLine, R: SerialLine>(
        &mut self,
        front: &mut F,
        (words, link): Traffic<'_, L>,
        (bytes, reader_line): Traffic<'_, R>,
    ) -> Result<Instant, Cause> {
        let now = now();
        let (mut words, mut bytes) = (words.iter(), bytes.iter());
        loop {
            let card = |event: CardEvent| <F::Device as Device>::Event::from(event);
            if self.device.wake_at().is_some_and(|due| due <= now) {
                self.step(now, None)?;
            } else if let Some(event) = front.event(now) {
                self.step(now, Some(event))?;
            } else if let Some(event) = self.hear(now, front.position(), &mut bytes, reader_line) {
                self.step(now, Some(card(event)))?;
            } else if self.reader.wake_at() <= now {
                let settings = self.device.settings();
                let is_of_system = |card: &CardRead| F::Device::is_of_system(settings, card);
                if let Some(event) = self.reader.wake(now, &is_of_system) {
                    self.step(now, Some(card(event)))?;
                }
            } else if let Some(byte) = words.next() {
                match self.port.receive(*byte) {
                    Some(Request::Command(command)) => {
                        self.step(now, Some(F::Device::event(command)))?;
                        self.port.done();
                    }
                    Some(Request::Ask(question)) => {
                        let answer = self.answer(question);
                        self.port.answer(&answer);
                    }
                    None => {}
                }
            } else {
                break;
            }
            self.ask(reader_line);
            send(&mut self.port, link);
        }
        if self.stays_until.is_some_and(|until| until <= now) {
            self.show(now, front);
        }
        front.sound(self.sound.is_on(now));
        let own = earlier(self.device.wake_at(), self.stays_until);
        let around = earlier(front.wake_at(), self.sound.wake_at(now));
        let due = self.reader.wake_at().min(now + ROUND_MAX);
        Ok(earlier(own, around).map_or(due, |other| other.min(due)))
    }

    /// Hands the reader what has come from it, up to the byte that completes a card event.
    fn hear(
        &mut self,
        now: Instant,
        position: ReaderPosition,
        bytes: &mut slice::Iter<'_, u8>,
        line: &mut impl SerialLine,
    ) -> Option<CardEvent> {
        self.reader.set_position(position);
        bytes.find_map(|byte| {
            let settings = self.device.settings();
            let is_of_system = |card: &CardRead| F::Device::is_of_system(settings, card);
            let event = self.reader.receive(now, *byte, &is_of_system);
            self.ask(line);
            event
        })
    }

    /// Sends the reader what it is to do next.
    fn ask(&mut self, line: &mut impl SerialLine) {
        while let Some(output) = self.reader.output() {
            match output {
                Output::Send(frame) => line.send(&frame),
                Output::Speed(speed) => line.set_speed(speed.bits_per_second()),
            }
        }
    }

    /// One step of the device: an event, or what is due. What it remembers is stored first; then the rest is performed.
    fn step(&mut self, now: Instant, event: Option<<F::Device as Device>::Event>) -> Result<(), Cause> {
        let mut effects = Effects::new();
        match event {
            Some(event) => self.device.answer(now, event, &mut effects),
            None => self.device.wake(now, &mut effects),
        }
        self.stays_until = Some(now);
        self.keep()?;
        for effect in &effects {
            match effect {
                Effect::Write(_, image) => self.reader.write(now, image),
                Effect::Beep(beeps) => self.sound.begin(now, *beeps),
                Effect::Log(record) => self.log.push(record.clone()),
            }
        }
        Ok(())
    }

    /// Keeps what has changed.
    fn keep(&mut self) -> Result<(), Cause> {
        let memory = self.store.write(Item::Memory, self.device.memory());
        let is_new = memory.map_err(|fault| Cause::Store(Item::Memory, fault))?;
        self.stored = self.stored.wrapping_add(u32::from(is_new));
        let settings = self.store.write(Item::Settings, self.device.settings());
        settings.map_err(|fault| Cause::Store(Item::Settings, fault)).map(drop)
    }

    fn show(&mut self, now: Instant, front: &mut F) {
        let picture = F::picture(&self.device.screen(now));
        if self.shown.as_ref() != Some(&picture) {
            front.show(&picture, self.shown.as_ref());
            self.shown = Some(picture);
        }
        let lamps = self.device.lamps();
        if self.lit != Some(lamps) {
            front.light(lamps);
            self.lit = Some(lamps);
        }
        self.stays_until = self.device.next_visible_change(now);
    }

    fn answer(&self, question: Question) -> Answer<F::Device> {
        match question {
            Question::Version => version(),
            Question::Frames => Answer::Frames(self.port.frames()),
            Question::Store => Answer::Store(StoreStatus { found: self.found, stored: self.stored, stack_used_max: 0 }),
            Question::Memory(part) => Answer::Memory(F::Device::report(self.device.memory(), part)),
            Question::Record(number) => self.log.answer(number),
        }
    }
}

fn read<T: Kept, N: NorFlash, const LEN: usize>(store: &mut Store<N, LEN>, item: Item) -> Result<Option<T>, Cause> {
    store.read(item).map_err(|fault| Cause::Store(item, fault))
}

fn version<D: Linked>() -> Answer<D> {
    Answer::Version(Version::of::<D>(STORE_VERSION, 0))
}

fn send<D: Linked>(port: &mut Port<D>, link: &mut impl SerialLine) {
    let pending = port.pending();
    if !pending.is_empty() {
        link.send(pending);
        let count = pending.len();
        port.sent(count);
    }
}

/// Out of service: everything is off, the display and the answers to the office say why; no command is carried out.
async fn show_fault<F: Front, B: Board>(front: &mut F, board: &mut B, link: &mut impl SerialLine, cause: Cause) -> ! {
    front.show_fault(cause);
    let found = match cause {
        Cause::Store(_, Fault::Version(version)) => Found::Unreadable(version),
        Cause::Store(..) => Found::Unreadable(0),
        Cause::Panic(_) | Cause::Watchdog => Found::Memory,
    };
    let mut port = Port::<F::Device>::new(0);
    let mut bytes = [0; BYTES_MAX];
    loop {
        board.feed();
        let sleep = Timer::at(Ticks::from_millis((now() + ROUND_MAX).0));
        let Either::First(count) = select(link.receive(&mut bytes), sleep).await else { continue };
        for byte in &bytes[..count] {
            match port.receive(*byte) {
                Some(Request::Ask(Question::Version)) => port.answer(&version()),
                Some(Request::Ask(Question::Store)) => {
                    port.answer(&Answer::Store(StoreStatus { found, stored: 0, stack_used_max: 0 }));
                }
                // What cannot be answered or done here gets no answer.
                Some(Request::Ask(_) | Request::Command(_)) => port = Port::new(0),
                None => {}
            }
            send(&mut port, link);
        }
    }
}
