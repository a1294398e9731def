//! The pedestal: keys, blue lamps, relays and meters.

use embassy_rp::gpio::Output;
use embassy_rp::i2c::I2c;
use embassy_rp::uart::BufferedUart;
use firmware_core::device::ReaderPosition;
use firmware_core::pedestal::{Event, HOLDER, Key, Lamps, Pedestal, Screen, ScreenText, Settings, Socket};
use firmware_core::time::Instant;

use super::{
    Buzzer, Contacts, FACTORY_IDENTITY, Interrupts, LINE, Oled, Pico, Wire, contacts, fast_i2c, output, uart_config,
};
use crate::board::service::Cause;
use crate::board::{self, Front};

/// The most bytes that its memory takes in flash, its settings too.
const STORED_MAX: usize = 512;

/// Runs the pedestal.
pub async fn run() -> ! {
    let p = embassy_rp::init(embassy_rp::config::Config::default());
    let (mut link_out, mut link_in, mut reader_out, mut reader_in) = ([0; LINE], [0; LINE], [0; LINE], [0; LINE]);
    let link = BufferedUart::new(p.UART0, p.PIN_0, p.PIN_1, Interrupts, &mut link_out, &mut link_in, uart_config());
    let reader =
        BufferedUart::new(p.UART1, p.PIN_4, p.PIN_5, Interrupts, &mut reader_out, &mut reader_in, uart_config());
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
        oled: Oled::new(I2c::new_blocking(p.I2C0, p.PIN_9, p.PIN_8, fast_i2c())),
        shown: None,
        contacts,
        buzzer: Buzzer::new(p.PWM_SLICE0, p.PIN_16),
        lamps: [output(p.PIN_18), output(p.PIN_19), output(p.PIN_20), output(p.PIN_21)],
        // What a relay switches stays off until the device says otherwise.
        relays: [output(p.PIN_2), output(p.PIN_3), output(p.PIN_6), output(p.PIN_7)],
    };
    let (mut pico, mut link, mut reader) = (Pico::new(p.WATCHDOG, p.FLASH), Wire(link), Wire(reader));
    board::run::<_, _, STORED_MAX>((&mut front, &mut edges), &mut pico, &mut link, &mut reader).await
}

/// The front of the pedestal: keys, blue lamps, and the relays and meters of its sockets.
struct PedestalFront {
    oled: Oled,
    /// What is on the display: a screen may become another with the same text.
    shown: Option<ScreenText>,
    /// The six keys, then the four meters.
    contacts: Contacts<10>,
    buzzer: Buzzer,
    lamps: [Output<'static>; Socket::COUNT],
    relays: [Output<'static>; Socket::COUNT],
}

impl Front for PedestalFront {
    type Device = Pedestal;
    type Picture = Screen;
    const KIND: u8 = b'P';

    fn factory_settings() -> Settings {
        Settings::new(FACTORY_IDENTITY.0, FACTORY_IDENTITY.1)
    }

    fn picture(screen: &Screen) -> Screen {
        screen.clone()
    }

    fn show(&mut self, screen: &Screen, _: Option<&Screen>) {
        let text = screen.text();
        if self.shown.as_ref() != Some(&text) {
            self.oled.show(&text);
            self.shown = Some(text);
        }
    }

    fn light(&mut self, lamps: Lamps) {
        // P-23, DP-20: a button is lit exactly while its outlet is on.
        for ((lamp, relay), on) in self.lamps.iter_mut().zip(&mut self.relays).zip(lamps) {
            relay.set_level(on.into());
            lamp.set_level(on.into());
        }
    }

    fn sound(&mut self, on: bool) {
        self.buzzer.sound(on);
    }

    fn show_fault(&mut self, cause: Cause) {
        self.light(Lamps::default());
        self.sound(false);
        self.oled.show(&ScreenText::service(&cause.code()));
    }

    fn event(&mut self, now: Instant) -> Option<Event> {
        while let Some((index, closed)) = self.contacts.news(now) {
            let key = Key::ALL.get(index).copied();
            let meter = index.checked_sub(Key::ALL.len()).and_then(|meter| Socket::ALL.get(meter));
            match (key, meter, closed) {
                (Some(key), _, true) => return Some(Event::Press(key)),
                (Some(key), _, false) => return Some(Event::Release(key)),
                (None, Some(socket), true) => return Some(Event::Metered(*socket)),
                (None, _, _) => {}
            }
        }
        None
    }

    fn wake_at(&self) -> Option<Instant> {
        self.contacts.wake_at()
    }

    fn position(&self) -> ReaderPosition {
        HOLDER
    }
}
