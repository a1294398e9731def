//! The two validators: the old one with keys, and the new one with a touch display.

use embassy_rp::gpio::{Level, Output};
use embassy_rp::i2c::I2c;
use embassy_rp::spi::{self, Spi};
use embassy_rp::uart::BufferedUart;
use embassy_time::Delay;
use embedded_graphics::pixelcolor::Rgb565;
use embedded_graphics::prelude::*;
use embedded_hal::spi::SpiDevice;
use embedded_hal_bus::spi::ExclusiveDevice;
use firmware_core::device::ReaderPosition;
use firmware_core::time::Instant;
use firmware_core::validator::{
    Event, FRONT, Key, Lamps, LcdPicture, POCKET, Screen, Settings, Spot, TOUCH_HEIGHT, TOUCH_WIDTH, TextLine,
    TouchPicture, Validator, draw_service, service_lines,
};
use mipidsi::Builder;
use mipidsi::interface::SpiInterface;
use mipidsi::models::ILI9341Rgb565;
use mipidsi::options::{ColorOrder, Orientation, Rotation};

use super::display_bus::TransmitOnly;
use super::{
    Buzzer, Contacts, FACTORY_IDENTITY, Interrupts, LINE, Oled, Pico, Wire, contacts, fast_i2c, output, uart_config,
};
use crate::board::service::Cause;
use crate::board::{self, Front};

/// The most bytes that its memory takes in flash, with every list full.
const STORED_MAX: usize = 3_072;
/// As fast as the RP2040 is from 125 MHz; many panels take more than the 10 MHz of the ILI9341's data sheet.
const LCD_HERTZ: u32 = 31_250_000;
/// The size of the transmit buffer: one row of pixels.
const LCD_BUFFER: usize = 640;
/// XPT2046 data sheet: 125,000 conversions in a second, of 16 cycles each.
const TOUCH_HERTZ: u32 = 2_000_000;
/// XPT2046 data sheet, table 2: start, the axis, 12 bits, differential, awake between two conversions.
const READ_X: u8 = 0xd0;
/// The same, the other axis.
const READ_Y: u8 = 0x90;

/// Runs the validator with keys.
pub async fn run_with_keys() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, uart_config());
    let reader =
        BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, uart_config());
    let (contacts, mut edges) = contacts([p.PIN_10.into(), p.PIN_11.into(), p.PIN_12.into(), p.PIN_15.into()]);
    let mut front = ValidatorFront {
        face: Keys(Oled::new(I2c::new_blocking(p.I2C0, p.PIN_9, p.PIN_8, fast_i2c()))),
        panel: (),
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamp: output(p.PIN_22),
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    board::run::<_, _, STORED_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

/// Runs the validator with a touch display.
pub async fn run_with_touch_display() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, uart_config());
    let reader =
        BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, uart_config());

    let mut config = spi::Config::default();
    config.frequency = LCD_HERTZ;
    let bus = Spi::new_blocking_txonly(p.SPI0, p.PIN_18, p.PIN_19, config);
    let Ok(bus) = ExclusiveDevice::new_no_delay(TransmitOnly::new(bus), Output::new(p.PIN_17, Level::High));
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
    let mut front = ValidatorFront {
        face: Touch(lcd.unwrap_or_else(|_| unreachable!("writing to a bus without an answer cannot fail"))),
        panel,
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamp: output(p.PIN_22),
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    board::run::<_, _, STORED_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

/// The front of a validator.
struct ValidatorFront<F, P, const CONTACTS: usize> {
    /// The display.
    face: F,
    /// The touch panel of the new type.
    panel: P,
    /// Those of the face, then the pocket's switch.
    contacts: Contacts<CONTACTS>,
    buzzer: Buzzer,
    lamp: Output<'static>,
}

/// The display of one of the two types. `P` is its touch panel, or nothing.
trait FaceParts<P> {
    /// [`Front::Picture`].
    type Picture: PartialEq;
    /// [`Front::KIND`].
    const KIND: u8;

    /// [`Front::factory_settings`].
    fn factory_settings() -> Settings;
    /// [`Front::picture`].
    fn picture(screen: &Screen) -> Self::Picture;
    /// [`Front::show`].
    fn show(&mut self, picture: &Self::Picture, shown: Option<&Self::Picture>);
    /// Shows the service screen with this code.
    fn show_service(&mut self, code: &str);
    /// What it means that this contact has closed or opened.
    fn event(panel: &mut P, contact: usize, closed: bool) -> Option<Event>;
}

impl<F: FaceParts<P>, P, const CONTACTS: usize> Front for ValidatorFront<F, P, CONTACTS> {
    type Device = Validator;
    type Picture = F::Picture;
    const KIND: u8 = F::KIND;

    fn factory_settings() -> Settings {
        F::factory_settings()
    }

    fn picture(screen: &Screen) -> F::Picture {
        F::picture(screen)
    }

    fn show(&mut self, picture: &F::Picture, shown: Option<&F::Picture>) {
        self.face.show(picture, shown);
    }

    fn light(&mut self, lamps: Lamps) {
        self.lamp.set_level(lamps.red.into());
    }

    fn sound(&mut self, on: bool) {
        self.buzzer.sound(on);
    }

    fn show_fault(&mut self, cause: Cause) {
        self.lamp.set_low();
        self.sound(false);
        self.face.show_service(&cause.code());
    }

    fn event(&mut self, now: Instant) -> Option<Event> {
        while let Some((contact, closed)) = self.contacts.news(now) {
            let event = F::event(&mut self.panel, contact, closed);
            if event.is_some() {
                return event;
            }
        }
        None
    }

    fn wake_at(&self) -> Option<Instant> {
        self.contacts.wake_at()
    }

    /// K-22: the pocket's switch is closed by a card that is put into it.
    fn position(&self) -> ReaderPosition {
        if self.contacts.contacts[CONTACTS - 1].is_closed() { POCKET } else { FRONT }
    }
}

/// The old type. Its contacts are the three keys.
struct Keys(Oled);

impl FaceParts<()> for Keys {
    type Picture = [TextLine; 2];
    const KIND: u8 = b'K';

    fn factory_settings() -> Settings {
        Settings::new(FACTORY_IDENTITY.0, FACTORY_IDENTITY.1)
    }

    fn picture(screen: &Screen) -> [TextLine; 2] {
        screen.lines()
    }

    fn show(&mut self, picture: &[TextLine; 2], _: Option<&[TextLine; 2]>) {
        self.0.show(&LcdPicture(picture));
    }

    fn show_service(&mut self, code: &str) {
        self.0.show(&LcdPicture(&service_lines(code)));
    }

    fn event((): &mut (), contact: usize, closed: bool) -> Option<Event> {
        let key = *Key::ALL.get(contact)?;
        Some(if closed { Event::Press(key) } else { Event::Release(key) })
    }
}

/// The new type. Its contact is the pen of the touch panel, which is a finger.
struct Touch<L>(L);

impl<L: DrawTarget<Color = Rgb565>, P: SpiDevice> FaceParts<P> for Touch<L> {
    type Picture = Screen;
    const KIND: u8 = b'T';

    fn factory_settings() -> Settings {
        let settings = Settings::new(FACTORY_IDENTITY.0, FACTORY_IDENTITY.1);
        settings.with(0, 1).expect("the first setting is the type, and the second type is this one")
    }

    fn picture(screen: &Screen) -> Screen {
        *screen
    }

    fn show(&mut self, screen: &Screen, shown: Option<&Screen>) {
        // A bus without an answer does not fail.
        let _ = TouchPicture(screen).draw_over(shown, &mut self.0);
    }

    fn show_service(&mut self, code: &str) {
        let _ = draw_service(code, &mut self.0);
    }

    fn event(panel: &mut P, contact: usize, closed: bool) -> Option<Event> {
        match (contact, closed) {
            (0, true) => Some(Event::Touch(spot(panel)?)),
            (0, false) => Some(Event::Lift),
            _ => None,
        }
    }
}

/// Where the finger is. The panel is noisy: the middle of three counts.
fn spot(panel: &mut impl SpiDevice) -> Option<Spot> {
    let mut axis = |command: u8, length: u32| {
        let mut values = [0; 3];
        for value in &mut values {
            let mut bytes = [command, 0, 0];
            panel.transfer_in_place(&mut bytes).ok()?;
            *value = u32::from(u16::from_be_bytes([bytes[1], bytes[2]]) >> 3 & 0xfff);
        }
        values.sort_unstable();
        u16::try_from(values[1] * length / 4096).ok()
    };
    Some(Spot { x: axis(READ_X, TOUCH_WIDTH)?, y: axis(READ_Y, TOUCH_HEIGHT)? })
}
