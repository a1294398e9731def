//! An SPI bus without answers, which fills its FIFO.

use embassy_rp::pac;
use embassy_rp::pac::spi::regs::Dr;
use embassy_rp::peripherals::SPI0;
use embassy_rp::spi::{self, Spi};
use embedded_hal::spi::{ErrorType, SpiBus};

/// The bus of a display that is only written to.
///
/// embassy's driver waits for the byte that comes back with each byte. This one fills the FIFO at once, so a page is
/// drawn in half the time.
pub struct TransmitOnly(Spi<'static, SPI0, spi::Blocking>);

impl TransmitOnly {
    /// Takes the bus over.
    pub fn new(bus: Spi<'static, SPI0, spi::Blocking>) -> Self {
        Self(bus)
    }
}

/// The depth of the bus's FIFO (RP2040 data sheet, 4.4.2).
const SPI_FIFO: usize = 8;

impl ErrorType for TransmitOnly {
    type Error = spi::Error;
}

impl SpiBus for TransmitOnly {
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
