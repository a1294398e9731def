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

#[path = "pico/display_bus.rs"]
mod display_bus;
#[path = "pico/pedestal.rs"]
pub mod pedestal;
#[path = "pico/validator.rs"]
pub mod validator;

use core::future::{Future, poll_fn};
use core::panic::PanicInfo;
use core::pin::pin;
use core::task::Poll;

use embassy_embedded_hal::adapter::BlockingAsync;
use embassy_futures::select::select_array;
use embassy_rp::flash::{Blocking, Flash};
use embassy_rp::gpio::{AnyPin, Input, Level, Output, Pin, Pull};
use embassy_rp::i2c::{self, I2c};
use embassy_rp::peripherals::{FLASH, I2C0, PIN_16, PWM_SLICE0, UART0, UART1, WATCHDOG};
use embassy_rp::pwm::{self, Pwm};
use embassy_rp::uart::{self, BufferedInterruptHandler, BufferedUart};
use embassy_rp::watchdog::{ResetReason, Watchdog};
use embassy_rp::{Peri, Peripherals, bind_interrupts, pac};
use embassy_time::Duration;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::*;
use embedded_io_async::Read as _;
use firmware_core::card::SystemId;
use firmware_core::time::{Instant, earlier};
use sequential_storage::map::MapConfig;
use ssd1306::command::AddrMode;
use ssd1306::mode::BasicMode;
use ssd1306::prelude::{DisplayRotation, DisplaySize128x64, I2CInterface};
use ssd1306::{I2CDisplayInterface, Ssd1306};

use super::contact::Contact;
use super::pages::Pages;
use super::service::Cause;
use super::store::Store;
use super::{Board, Edges, SerialLine};

bind_interrupts!(struct Interrupts {
    UART0_IRQ => BufferedInterruptHandler<UART0>;
    UART1_IRQ => BufferedInterruptHandler<UART1>;
});

/// The Pico's flash chip.
const FLASH_BYTES: usize = 2 * 1024 * 1024;
/// What memory.x leaves free at its end.
const STORE_BYTES: usize = 64 * 1024;
/// The system and the number of a device as delivered, until its office sends its own.
const FACTORY_IDENTITY: (SystemId, u16) = (SystemId(1), 1);

/// The longest that the loop may be busy with one thing.
const WATCHDOG_TIMEOUT: Duration = Duration::from_secs(8);
/// A mark in the watchdog's scratch register that is not there by chance.
const SCRATCH_MARK: u32 = 0x4b51_5041;
/// Where in the flash an address is.
const FLASH_MASK: u32 = 0x00ff_ffff;
/// The buffers of a serial line, each way: two frames of the reader.
const LINE: usize = 128;
/// SSD1306 data sheet, table 13-5: a cycle takes 2.5 µs at least.
const OLED_HERTZ: u32 = 400_000;
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

fn output<'d>(pin: Peri<'d, impl Pin>) -> Output<'d> {
    Output::new(pin, Level::Low)
}

fn fast_i2c() -> i2c::Config {
    let mut config = i2c::Config::default();
    config.frequency = OLED_HERTZ;
    config
}

/// 115,200 baud, eight bits, no parity: the service link, and a PN532 that has just come up.
fn uart_config() -> uart::Config {
    uart::Config::default()
}

/// A serial line behind its interrupt.
struct Wire(BufferedUart);

impl SerialLine for Wire {
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

    fn reset_cause(&mut self) -> Option<Cause> {
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
    /// The levels of the reported states, while no contact bounces: as long as they stay, no contact has moved.
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
        let news = looked.find_map(|(index, (bit, contact))| {
            contact.look(now, levels & bit == 0).then(|| (index, contact.is_closed()))
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
        let waiting = |index: usize| pac::IO_BANK0.int_proc(0).inte(index).read().0;
        edges.iter().enumerate().all(|(index, edges)| waiting(index) & edges == *edges)
    }
}

impl<const N: usize> Edges for Moves<N> {
    async fn moved(&mut self) {
        // What moves between a look and this is found with the next look: the reader asks for one soon.
        let mut moves = pin!(select_array(self.pins.each_mut().map(Input::wait_for_any_edge)));
        let mut is_asked = false;
        poll_fn(|context| {
            // The waker is registered with each pin: none needs it again before one has moved.
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

/// The display of 128 x 64 pixels.
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
