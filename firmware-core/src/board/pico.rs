//! The Raspberry Pi Pico (RP2040): its pins, its buses and the drivers of what hangs on them.
//!
//! | pins | pedestal | validator with keys | validator with a touch display |
//! | --- | --- | --- | --- |
//! | GP0, GP1 | service link: UART0, 115,200 baud | the same | the same |
//! | GP4, GP5 | card reader: UART1, PN532 in HSU mode | the same | the same |
//! | GP8, GP9 | SSD1306: I2C0, address 0x3C | the same | |
//! | GP10 to GP15 | keys Back, Enter, 1, 2, 3, 4 | keys N, U, S on GP10 to GP12 | XPT2046: SPI1, CS GP13, pen GP14 |
//! | GP15 | | switch in the side pocket | the same |
//! | GP16 | buzzer | the same | the same |
//! | GP18 to GP21 | blue lamps 1 to 4 | | ILI9341: SPI0, CS GP17, D/C GP20, reset GP21 |
//! | GP2, GP3, GP6, GP7 | relays 1 to 4 | | |
//! | GP22 | pulses of meter 1 | red lamp | the same |
//! | GP26 to GP28 | pulses of meters 2 to 4 | | |
//!
//! Keys, switch, pen and meters close to ground.
#![expect(
    unsafe_code,
    reason = "interrupts are bound to their handlers, and a panic takes the pins it has to switch off"
)]

use core::future::{Future, poll_fn};
use core::panic::PanicInfo;
use core::pin::pin;
use core::task::Poll;

use embassy_embedded_hal::adapter::BlockingAsync;
use embassy_futures::select::select_array;
use embassy_rp::flash::{Blocking, Flash};
use embassy_rp::gpio::{AnyPin, Input, Level, Output, Pin, Pull};
use embassy_rp::i2c::{self, I2c};
use embassy_rp::pac::spi::regs::Dr;
use embassy_rp::peripherals::{FLASH, I2C0, PIN_16, PWM_SLICE0, SPI0, UART0, UART1, WATCHDOG};
use embassy_rp::pwm::{self, Pwm};
use embassy_rp::spi::{self, Spi};
use embassy_rp::uart::{self, BufferedInterruptHandler, BufferedUart};
use embassy_rp::watchdog::{ResetReason, Watchdog};
use embassy_rp::{Peri, Peripherals, bind_interrupts, pac};
use embassy_time::{Delay, Duration};
use embedded_graphics::pixelcolor::{BinaryColor, Rgb565};
use embedded_graphics::prelude::*;
use embedded_hal::spi::{ErrorType, SpiBus, SpiDevice};
use embedded_hal_bus::spi::ExclusiveDevice;
use embedded_io_async::Read as _;
use firmware_core::card::SystemId;
use firmware_core::device::Place;
use firmware_core::pedestal::{self, Pedestal, Socket};
use firmware_core::time::{Instant, earlier};
use firmware_core::validator::{self, LcdPicture, Spot, TOUCH_HEIGHT, TOUCH_WIDTH, TextLine, TouchPicture, Validator};
use mipidsi::Builder;
use mipidsi::interface::SpiInterface;
use mipidsi::models::ILI9341Rgb565;
use mipidsi::options::{ColorOrder, Orientation, Rotation};
use sequential_storage::map::MapConfig;
use ssd1306::command::AddrMode;
use ssd1306::mode::BasicMode;
use ssd1306::prelude::{DisplayRotation, DisplaySize128x64, I2CInterface};
use ssd1306::{I2CDisplayInterface, Ssd1306};

use super::contact::Contact;
use super::pages::Pages;
use super::service::Cause;
use super::store::Store;
use super::{Board, Edges, Front, Line};

bind_interrupts!(struct Interrupts {
    UART0_IRQ => BufferedInterruptHandler<UART0>;
    UART1_IRQ => BufferedInterruptHandler<UART1>;
});

/// The Pico's flash chip.
const FLASH_BYTES: usize = 2 * 1024 * 1024;
/// What memory.x leaves free at its end.
const STORE_BYTES: usize = 64 * 1024;
/// What a pedestal's memory takes there at most, its settings too.
const PEDESTAL_KEPT_MAX: usize = 512;
/// What a validator's memory takes there at most, with every list full.
const VALIDATOR_KEPT_MAX: usize = 3_072;
/// The system that a device from the shop belongs to, and its number there, until its office tells it its own.
const DELIVERED: (SystemId, u16) = (SystemId(1), 1);

/// The longest that the loop may be busy with one thing.
const WATCHDOG_TIMEOUT: Duration = Duration::from_secs(8);
/// Something that nobody leaves in the watchdog's scratch register by chance.
const SCRATCH_MARK: u32 = 0x4b51_5041;
/// Where in the flash an address is.
const FLASH_MASK: u32 = 0x00ff_ffff;
/// The buffers of a serial line, each way: two frames of the reader.
const LINE: usize = 128;
/// SSD1306 data sheet, table 13-5: a cycle takes 2.5 µs at least.
const OLED_HERTZ: u32 = 400_000;
/// As fast as the RP2040 is from 125 MHz; many panels take more than the 10 MHz of the ILI9341's data sheet.
const LCD_HERTZ: u32 = 31_250_000;
/// A row of dots goes to the panel at a time.
const LCD_BUFFER: usize = 640;
/// XPT2046 data sheet: 125,000 conversions in a second, of 16 cycles each.
const TOUCH_HERTZ: u32 = 2_000_000;
/// XPT2046 data sheet, table 2: start, the axis, 12 bits, differential, awake between two conversions.
const READ_X: u8 = 0xd0;
/// The same, the other axis.
const READ_Y: u8 = 0x90;
/// A passive piezo buzzer is loud here.
const BUZZER_HERTZ: u32 = 2_700;
const BUZZER_DIVIDER: u8 = 16;
const SYSTEM_HERTZ: u32 = 125_000_000;

/// A panic ends here, too: the firmware is built to stop where it finds a mistake of its own, and to say no more.
#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    cortex_m::asm::udf()
}

/// The firmware does not know how to go on: it opens all relays at once, notes where it was, and begins again, as a
/// service screen.
#[cortex_m_rt::exception]
unsafe fn HardFault(frame: &cortex_m_rt::ExceptionFrame) -> ! {
    // SAFETY: nothing else runs from here on: no interrupt is of a higher priority, and this never returns.
    let p = unsafe { Peripherals::steal() };
    for relay in [p.PIN_2.into(), p.PIN_3.into(), p.PIN_6.into(), p.PIN_7.into()] {
        let relay: Peri<'static, AnyPin> = relay;
        core::mem::forget(Output::new(relay, Level::Low));
    }
    let mut watchdog = Watchdog::new(p.WATCHDOG);
    watchdog.set_scratch(0, SCRATCH_MARK);
    watchdog.set_scratch(1, frame.pc());
    watchdog.trigger_reset();
    loop {
        cortex_m::asm::nop();
    }
}

/// Runs the pedestal.
pub async fn pedestal() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, slow());
    let reader = BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, slow());
    let (contacts, mut edges) = contacts([
        p.PIN_10.into(),
        p.PIN_11.into(),
        p.PIN_12.into(),
        p.PIN_13.into(),
        p.PIN_14.into(),
        p.PIN_15.into(),
        p.PIN_22.into(),
        p.PIN_26.into(),
        p.PIN_27.into(),
        p.PIN_28.into(),
    ]);
    let mut front = PedestalFront {
        oled: Oled::new(I2c::new_blocking(p.I2C0, p.PIN_9, p.PIN_8, fast())),
        face: None,
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamps: [output(p.PIN_18), output(p.PIN_19), output(p.PIN_20), output(p.PIN_21)],
        // What a relay switches stays off until the device says otherwise.
        relays: [output(p.PIN_2), output(p.PIN_3), output(p.PIN_6), output(p.PIN_7)],
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    super::run::<_, _, PEDESTAL_KEPT_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

/// Runs the validator with keys.
pub async fn validator() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, slow());
    let reader = BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, slow());
    let (contacts, mut edges) = contacts([p.PIN_10.into(), p.PIN_11.into(), p.PIN_12.into(), p.PIN_15.into()]);
    let mut front = KeysFront {
        oled: Oled::new(I2c::new_blocking(p.I2C0, p.PIN_9, p.PIN_8, fast())),
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamp: output(p.PIN_22),
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    super::run::<_, _, VALIDATOR_KEPT_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

/// Runs the validator with a touch display.
pub async fn validator_touch() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, slow());
    let reader = BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, slow());

    let mut config = spi::Config::default();
    config.frequency = LCD_HERTZ;
    let bus = Spi::new_blocking_txonly(p.SPI0, p.PIN_18, p.PIN_19, config);
    let Ok(bus) = ExclusiveDevice::new_no_delay(OneWay(bus), Output::new(p.PIN_17, Level::High));
    let mut words = [0; LCD_BUFFER];
    let interface = SpiInterface::new(bus, output(p.PIN_20), &mut words);
    let reset = Output::new(p.PIN_21, Level::High);
    let lcd = Builder::new(ILI9341Rgb565, interface).reset_pin(reset).color_order(ColorOrder::Bgr);
    let lcd = lcd.orientation(Orientation::new().rotate(Rotation::Deg90)).init(&mut Delay);

    let mut config = spi::Config::default();
    config.frequency = TOUCH_HERTZ;
    let bus = Spi::new_blocking(p.SPI1, p.PIN_10, p.PIN_11, p.PIN_12, config);
    let Ok(panel) = ExclusiveDevice::new_no_delay(bus, Output::new(p.PIN_13, Level::High));
    let (contacts, mut edges) = contacts([p.PIN_14.into(), p.PIN_15.into()]);
    let mut front = TouchFront {
        lcd: lcd.unwrap_or_else(|_| unreachable!("writing to a bus without an answer cannot fail")),
        panel,
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamp: output(p.PIN_22),
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    super::run::<_, _, VALIDATOR_KEPT_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

fn output<'d>(pin: Peri<'d, impl Pin>) -> Output<'d> {
    Output::new(pin, Level::Low)
}

fn fast() -> i2c::Config {
    let mut config = i2c::Config::default();
    config.frequency = OLED_HERTZ;
    config
}

/// 115,200 baud, eight bits, no parity: the service link, and a PN532 that has just come up.
fn slow() -> uart::Config {
    uart::Config::default()
}

/// A serial line behind its interrupt.
struct Wire(BufferedUart);

impl Line for Wire {
    fn send(&mut self, bytes: &[u8]) {
        // The buffer takes a frame at once. The other end may not be there: what it does not take is lost on the way.
        let mut rest = bytes;
        while let Ok(count @ 1..) = self.0.blocking_write(rest) {
            rest = &rest[count..];
        }
    }

    async fn receive(&mut self, bytes: &mut [u8]) -> usize {
        // A byte that was not received well is missing: the frame it belongs to is damaged, and refused.
        self.0.read(bytes).await.unwrap_or(0)
    }

    fn set_speed(&mut self, speed: u32) {
        let _ = self.0.blocking_flush();
        self.0.set_baudrate(speed);
    }
}

/// The bus of a display, from which nobody reads. The driver of the chip waits for what comes back with each byte; here
/// as many are sent together as the bus has room for, so that a page is drawn in half the time.
struct OneWay(Spi<'static, SPI0, spi::Blocking>);

/// The depth of the bus's FIFO (RP2040 data sheet, 4.4.2).
const SPI_FIFO: usize = 8;

impl ErrorType for OneWay {
    type Error = spi::Error;
}

impl SpiBus for OneWay {
    fn write(&mut self, words: &[u8]) -> Result<(), spi::Error> {
        let bus = pac::SPI0;
        let put = |word: u8| bus.dr().write_value(Dr(u32::from(word)));
        let (full, rest) = words.as_chunks::<SPI_FIFO>();
        for &[a, b, c, d, e, f, g, h] in full {
            while !bus.sr().read().tfe() {}
            // Word by word: this is most of what is done when a page is drawn.
            put(a);
            put(b);
            put(c);
            put(d);
            put(e);
            put(f);
            put(g);
            put(h);
        }
        while !bus.sr().read().tfe() {}
        rest.iter().copied().for_each(put);
        self.0.flush()
    }

    fn read(&mut self, words: &mut [u8]) -> Result<(), spi::Error> {
        self.0.blocking_read(words)
    }

    fn transfer(&mut self, read: &mut [u8], write: &[u8]) -> Result<(), spi::Error> {
        self.0.blocking_transfer(read, write)
    }

    fn transfer_in_place(&mut self, words: &mut [u8]) -> Result<(), spi::Error> {
        self.0.blocking_transfer_in_place(words)
    }

    fn flush(&mut self) -> Result<(), spi::Error> {
        self.0.flush()
    }
}

/// Flash and watchdog.
struct Pico {
    watchdog: Watchdog,
    flash: Option<Peri<'static, FLASH>>,
}

impl Pico {
    fn new(watchdog: Peri<'static, WATCHDOG>, flash: Peri<'static, FLASH>) -> Self {
        Self { watchdog: Watchdog::new(watchdog), flash: Some(flash) }
    }
}

impl Board for Pico {
    type Flash = BlockingAsync<Flash<'static, FLASH, Blocking, FLASH_BYTES>>;

    fn store<const LEN: usize>(&mut self, kind: u8) -> Store<Self::Flash, LEN> {
        let flash = self.flash.take().expect("there is one store in one flash");
        let end = FLASH_BYTES as u32;
        let part = MapConfig::new(end - STORE_BYTES as u32..end);
        Store::new(BlockingAsync::new(Flash::new_blocking(flash)), part, kind)
    }

    fn accident(&mut self) -> Option<Cause> {
        let scratch = self.watchdog.get_scratch(0);
        let reason = self.watchdog.reset_reason();
        self.watchdog.start(WATCHDOG_TIMEOUT);
        match reason {
            Some(_) if scratch == SCRATCH_MARK => Some(Cause::Panic(self.watchdog.get_scratch(1) & FLASH_MASK)),
            Some(ResetReason::TimedOut) => Some(Cause::Watchdog),
            Some(ResetReason::Forced) | None => None,
        }
    }

    fn feed(&mut self) {
        self.watchdog.feed(WATCHDOG_TIMEOUT);
    }
}

/// Contacts to ground, as they are.
struct Contacts<const N: usize> {
    contacts: [Contact; N],
    /// The bit of each among the levels of the chip's pins.
    bits: [u32; N],
    /// The levels that stand for what has been told, while no contact bounces: as long as they stay, there is no news.
    still: Option<u32>,
}

/// The same contacts, as what wakes the loop.
struct Moves<const N: usize> {
    pins: [Input<'static>; N],
    /// The interrupts of all their edges, in the chip's four registers.
    edges: [u32; 4],
}

fn contacts<const N: usize>(pins: [Peri<'static, AnyPin>; N]) -> (Contacts<N>, Moves<N>) {
    let bits = pins.each_ref().map(|pin| 1 << pin.pin());
    let mut edges = [0; 4];
    for pin in &pins {
        edges[usize::from(pin.pin() / 8)] |= EDGES << (pin.pin() % 8 * 4);
    }
    let pins = pins.map(|pin| Input::new(pin, Pull::Up));
    let contacts = pins.each_ref().map(|pin| Contact::new(pin.is_low()));
    (Contacts { contacts, bits, still: None }, Moves { pins, edges })
}

impl<const N: usize> Contacts<N> {
    /// A contact that has moved, and whether it is closed.
    fn news(&mut self, now: Instant) -> Option<(usize, bool)> {
        let all = self.bits.iter().fold(0, |all, bit| all | bit);
        let levels = pac::SIO.gpio_in(0).read() & all;
        if self.still == Some(levels) {
            return None;
        }
        let mut looked = self.bits.iter().zip(&mut self.contacts).enumerate();
        let news = looked.find_map(|(place, (bit, contact))| {
            contact.look(now, levels & bit == 0).then(|| (place, contact.is_closed()))
        });
        let is_still = news.is_none() && self.contacts.iter().all(|contact| contact.wake_at().is_none());
        self.still = is_still.then_some(levels);
        news
    }

    fn wake_at(&self) -> Option<Instant> {
        if self.still.is_some() { None } else { self.contacts.iter().map(Contact::wake_at).fold(None, earlier) }
    }
}

/// The interrupts of both edges of a pin (RP2040 data sheet, 2.19.6.1): each pin has four bits, eight pins a register.
const EDGES: u32 = 0b1100;

impl<const N: usize> Moves<N> {
    /// Whether every pin still waits for an edge: the one that has seen one waits no more.
    fn all_wait(edges: &[u32; 4]) -> bool {
        let waiting = |place: usize| pac::IO_BANK0.int_proc(0).inte(place).read().0;
        edges.iter().enumerate().all(|(place, edges)| waiting(place) & edges == *edges)
    }
}

impl<const N: usize> Edges for Moves<N> {
    async fn moved(&mut self) {
        // What moves between a look and this is found with the next look: the reader asks for one soon.
        let mut moves = pin!(select_array(self.pins.each_mut().map(Input::wait_for_any_edge)));
        let mut is_asked = false;
        poll_fn(|context| {
            // The one task there is has been told to each pin: none need be told again before one has moved.
            if is_asked && Self::all_wait(&self.edges) {
                return Poll::Pending;
            }
            is_asked = true;
            moves.as_mut().poll(context).map(drop)
        })
        .await;
    }
}

/// A buzzer on a pin that is switched so fast that it is heard.
struct Buzzer {
    pwm: Pwm<'static>,
    is_on: bool,
}

impl Buzzer {
    fn new(slice: Peri<'static, PWM_SLICE0>, pin: Peri<'static, PIN_16>) -> Self {
        Self { pwm: Pwm::new_output_a(slice, pin, Self::config(false)), is_on: false }
    }

    fn config(is_on: bool) -> pwm::Config {
        let mut config = pwm::Config::default();
        config.divider = BUZZER_DIVIDER.into();
        let top = SYSTEM_HERTZ / u32::from(BUZZER_DIVIDER) / BUZZER_HERTZ;
        config.top = u16::try_from(top).unwrap_or(u16::MAX);
        config.compare_a = if is_on { config.top / 2 } else { 0 };
        config
    }

    fn sound(&mut self, on: bool) {
        if self.is_on != on {
            self.is_on = on;
            self.pwm.set_config(&Self::config(on));
        }
    }
}

type OledBus = I2CInterface<I2c<'static, I2C0, i2c::Blocking>>;

/// The display of 128 x 64 dots.
struct Oled {
    display: Ssd1306<OledBus, DisplaySize128x64, BasicMode>,
    /// What it shows; unknown until everything has been sent.
    shown: Option<Pages>,
}

impl Oled {
    fn new(bus: I2c<'static, I2C0, i2c::Blocking>) -> Self {
        let bus = I2CDisplayInterface::new(bus);
        Self { display: Ssd1306::new(bus, DisplaySize128x64, DisplayRotation::Rotate0), shown: None }
    }

    #[inline(never)]
    fn show(&mut self, what: &impl Drawable<Color = BinaryColor, Output = ()>) {
        let mut picture = Pages::new();
        let Ok(()) = what.draw(&mut picture);
        let is_shown = match self.shown.take() {
            Some(shown) => self.send(picture.differing(&shown)),
            // It has just come up, or did not answer.
            None => self.display.init_with_addr_mode(AddrMode::Horizontal).is_ok() && self.send(picture.all()),
        };
        self.shown = is_shown.then_some(picture);
    }

    /// Whether the display has taken them.
    fn send<'p>(&mut self, mut parts: impl Iterator<Item = (u8, u8, &'p [u8])>) -> bool {
        parts.all(|(page, column, bytes)| {
            let end = column.saturating_add(u8::try_from(bytes.len()).unwrap_or(u8::MAX));
            // The driver's end lies one beyond.
            let area = self.display.set_draw_area((column, page * 8), (end, page * 8 + 8));
            area.and_then(|()| self.display.draw(bytes)).is_ok()
        })
    }
}

/// The front of the pedestal: keys, blue lamps, and the relays and meters of its sockets.
struct PedestalFront {
    oled: Oled,
    /// What is on the display, in words: a screen may become another and say the same.
    face: Option<pedestal::Face>,
    /// The six keys, then the four meters.
    contacts: Contacts<10>,
    buzzer: Buzzer,
    lamps: [Output<'static>; Socket::COUNT],
    relays: [Output<'static>; Socket::COUNT],
}

impl Front for PedestalFront {
    type Device = Pedestal;
    type Picture = pedestal::Screen;
    const KIND: u8 = b'P';

    fn delivered() -> pedestal::Settings {
        pedestal::Settings::new(DELIVERED.0, DELIVERED.1)
    }

    fn picture(screen: &pedestal::Screen) -> pedestal::Screen {
        screen.clone()
    }

    fn show(&mut self, screen: &pedestal::Screen, _: Option<&pedestal::Screen>) {
        let face = screen.face();
        if self.face.as_ref() != Some(&face) {
            self.oled.show(&face);
            self.face = Some(face);
        }
    }

    fn light(&mut self, lamps: pedestal::Lamps) {
        // P-23, DP-20: a button is lit exactly while its outlet is on.
        for ((lamp, relay), on) in self.lamps.iter_mut().zip(&mut self.relays).zip(lamps) {
            relay.set_level(on.into());
            lamp.set_level(on.into());
        }
    }

    fn sound(&mut self, on: bool) {
        self.buzzer.sound(on);
    }

    fn stand_still(&mut self, cause: Cause) {
        self.light(pedestal::Lamps::default());
        self.sound(false);
        self.oled.show(&pedestal::Face::service(&cause.code()));
    }

    fn event(&mut self, now: Instant) -> Option<pedestal::Event> {
        while let Some((place, closed)) = self.contacts.news(now) {
            let key = pedestal::Key::ALL.get(place).copied();
            let meter = place.checked_sub(pedestal::Key::ALL.len()).and_then(|meter| Socket::ALL.get(meter));
            match (key, meter, closed) {
                (Some(key), _, true) => return Some(pedestal::Event::Press(key)),
                (Some(key), _, false) => return Some(pedestal::Event::Release(key)),
                (None, Some(socket), true) => return Some(pedestal::Event::Metered(*socket)),
                (None, _, _) => {}
            }
        }
        None
    }

    fn wake_at(&self) -> Option<Instant> {
        self.contacts.wake_at()
    }

    fn place(&self) -> Place {
        Place::Holder
    }
}

/// K-22: the pocket's switch is closed by a card that is put into it.
fn place_by(pocket: Contact) -> Place {
    if pocket.is_closed() { Place::Pocket } else { Place::Front }
}

/// The front of the validator with keys.
struct KeysFront {
    oled: Oled,
    /// The three keys, then the pocket's switch.
    contacts: Contacts<4>,
    buzzer: Buzzer,
    lamp: Output<'static>,
}

impl Front for KeysFront {
    type Device = Validator;
    type Picture = [TextLine; 2];
    const KIND: u8 = b'K';

    fn delivered() -> validator::Settings {
        validator::Settings::new(DELIVERED.0, DELIVERED.1)
    }

    fn picture(screen: &validator::Screen) -> [TextLine; 2] {
        screen.lines()
    }

    fn show(&mut self, picture: &[TextLine; 2], _: Option<&[TextLine; 2]>) {
        self.oled.show(&LcdPicture(picture));
    }

    fn light(&mut self, lamps: validator::Lamps) {
        self.lamp.set_level(lamps.red.into());
    }

    fn sound(&mut self, on: bool) {
        self.buzzer.sound(on);
    }

    fn stand_still(&mut self, cause: Cause) {
        self.lamp.set_low();
        self.sound(false);
        self.oled.show(&LcdPicture(&validator::service_lines(&cause.code())));
    }

    fn event(&mut self, now: Instant) -> Option<validator::Event> {
        while let Some((place, closed)) = self.contacts.news(now) {
            match (validator::Key::ALL.get(place), closed) {
                (Some(key), true) => return Some(validator::Event::Press(*key)),
                (Some(key), false) => return Some(validator::Event::Release(*key)),
                (None, _) => {}
            }
        }
        None
    }

    fn wake_at(&self) -> Option<Instant> {
        self.contacts.wake_at()
    }

    fn place(&self) -> Place {
        place_by(self.contacts.contacts[3])
    }
}

/// The front of the validator with a touch display.
struct TouchFront<L, P> {
    lcd: L,
    panel: P,
    /// The pen, which is a finger, and the pocket's switch.
    contacts: Contacts<2>,
    buzzer: Buzzer,
    lamp: Output<'static>,
}

impl<L: DrawTarget<Color = Rgb565>, P: SpiDevice> TouchFront<L, P> {
    /// Where the finger is. The panel is noisy: the middle of three counts.
    fn spot(&mut self) -> Option<Spot> {
        let mut axis = |command: u8, length: u32| {
            let mut values = [0; 3];
            for value in &mut values {
                let mut bytes = [command, 0, 0];
                self.panel.transfer_in_place(&mut bytes).ok()?;
                *value = u32::from(u16::from_be_bytes([bytes[1], bytes[2]]) >> 3 & 0xfff);
            }
            values.sort_unstable();
            u16::try_from(values[1] * length / 4096).ok()
        };
        Some(Spot { x: axis(READ_X, TOUCH_WIDTH)?, y: axis(READ_Y, TOUCH_HEIGHT)? })
    }
}

impl<L: DrawTarget<Color = Rgb565>, P: SpiDevice> Front for TouchFront<L, P> {
    type Device = Validator;
    type Picture = validator::Screen;
    const KIND: u8 = b'T';

    fn delivered() -> validator::Settings {
        let settings = validator::Settings::new(DELIVERED.0, DELIVERED.1);
        settings.with(0, 1).expect("the first setting is the type, and the second type is this one")
    }

    fn picture(screen: &validator::Screen) -> validator::Screen {
        *screen
    }

    fn show(&mut self, screen: &validator::Screen, shown: Option<&validator::Screen>) {
        // A bus without an answer does not fail.
        let _ = TouchPicture(screen).draw_over(shown, &mut self.lcd);
    }

    fn light(&mut self, lamps: validator::Lamps) {
        self.lamp.set_level(lamps.red.into());
    }

    fn sound(&mut self, on: bool) {
        self.buzzer.sound(on);
    }

    fn stand_still(&mut self, cause: Cause) {
        self.lamp.set_low();
        self.sound(false);
        let _ = validator::draw_service(&cause.code(), &mut self.lcd);
    }

    fn event(&mut self, now: Instant) -> Option<validator::Event> {
        while let Some((place, closed)) = self.contacts.news(now) {
            match (place, closed) {
                (0, true) => {
                    if let Some(spot) = self.spot() {
                        return Some(validator::Event::Touch(spot));
                    }
                }
                (0, false) => return Some(validator::Event::Lift),
                _ => {}
            }
        }
        None
    }

    fn wake_at(&self) -> Option<Instant> {
        self.contacts.wake_at()
    }

    fn place(&self) -> Place {
        place_by(self.contacts.contacts[1])
    }
}
