//! What outlasts a power cut: the device's memory and its settings, in a part of the flash that is used in turn so
//! that it wears evenly, and that is right at whatever instant the power goes.
//!
//! Each value begins with the kind of device it belongs to and the version of its form. What cannot be read is reported
//! and stays where it is: nothing here ever erases it.

use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use embedded_storage_async::nor_flash::NorFlash;
use firmware_core::link::{Finger, Kept, Pen};
use sequential_storage::cache::{Cache, Uncached};
use sequential_storage::map::{MapConfig, MapStorage, SerializationError, Value};

/// The version of the form in which memory and settings are kept.
pub const STORE_VERSION: u8 = 2;
/// What comes before a value: the kind of device and the version.
const HEADER_LEN: usize = 2;
/// The number of bytes per blank check; a page is a multiple of it.
const BLANK_LEN: usize = 128;

/// What is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// What a device remembers.
    Memory,
    /// The numbers it works by.
    Settings,
    /// How often it has come up.
    Starts,
}

/// Why the flash cannot be used. A service screen shows the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The flash itself does not answer.
    Flash,
    /// Something was written there, and the value is not among it.
    Missing,
    /// The value belongs to a device of another kind.
    Foreign(u8),
    /// The value is kept in a version that this firmware does not know.
    Version(u8),
    /// The value is not what its version says.
    Nonsense,
    /// There is no room for it.
    Full,
}

impl Fault {
    /// Its number on the service screen.
    pub const fn number(self) -> u16 {
        match self {
            Self::Flash => 1,
            Self::Missing => 2,
            Self::Foreign(_) => 3,
            Self::Version(_) => 4,
            Self::Nonsense => 5,
            Self::Full => 6,
        }
    }
}

/// The store of one device.
pub struct Store<F: NorFlash, const LEN: usize> {
    map: MapStorage<u8, F, Cache<Uncached, Uncached, Uncached, u8>>,
    /// The kind of device, which each value begins with.
    kind: u8,
    buffer: [u8; LEN],
    /// A picture of each value as it was last kept, so that only what has changed is written.
    kept: [Option<u64>; 3],
}

impl<F: NorFlash, const LEN: usize> Store<F, LEN> {
    /// The store of a device of this kind in a part of the flash that nothing else uses.
    pub fn new(flash: F, part: MapConfig<F>, kind: u8) -> Self {
        Self { map: MapStorage::new(flash, part, Cache::new_uncached()), kind, buffer: [0; LEN], kept: [None; 3] }
    }

    /// The value as it was kept; none in a flash that nothing was ever written to.
    ///
    /// # Errors
    /// It is there and cannot be read, or it should be there and is not.
    pub fn read<T: Kept>(&mut self, item: Item) -> Result<Option<T>, Fault> {
        let bytes = settled(self.map.fetch_item::<&[u8]>(&mut self.buffer, &(item as u8))).map_err(fault)?;
        let Some(bytes) = bytes else {
            return if item == Item::Memory { self.must_be_blank().map(|()| None) } else { Ok(None) };
        };
        let (header, rest) = bytes.split_at_checked(HEADER_LEN).ok_or(Fault::Nonsense)?;
        match *header {
            [kind, _] if kind != self.kind => return Err(Fault::Foreign(kind)),
            [_, version] if version != STORE_VERSION => return Err(Fault::Version(version)),
            _ => {}
        }
        let mut from = Finger::new(rest);
        let value = T::read(&mut from).filter(|_| from.is_at_end()).ok_or(Fault::Nonsense)?;
        self.kept[item as usize] = Some(picture(bytes));
        Ok(Some(value))
    }

    /// Keeps a value, unless it is kept as it is already; says whether it was news.
    ///
    /// # Errors
    /// It is not kept: the one before is.
    pub fn write(&mut self, item: Item, value: &dyn Kept) -> Result<bool, Fault> {
        let value = Headed { header: [self.kind, STORE_VERSION], value };
        // The key comes first in the buffer when the value is stored: what fits here has to fit there, too.
        let length = value.serialize_into(&mut self.buffer[1..]).map_err(|_| Fault::Full)?;
        let picture = picture(&self.buffer[1..=length]);
        if self.kept[item as usize] == Some(picture) {
            return Ok(false);
        }
        self.kept[item as usize] = None;
        settled(self.map.store_item(&mut self.buffer, &(item as u8), &value)).map_err(fault)?;
        self.kept[item as usize] = Some(picture);
        Ok(true)
    }

    /// A memory that is not there never was: nothing was written to this part of the flash yet, except for a first page
    /// that was begun when the power went.
    fn must_be_blank(&mut self) -> Result<(), Fault> {
        let mut part = self.map.flash_range();
        part.start += u32::try_from(F::ERASE_SIZE).map_err(|_| Fault::Flash)?;
        for at in part.step_by(BLANK_LEN) {
            let mut bytes = [0; BLANK_LEN];
            settled(self.map.flash().read(at, &mut bytes)).map_err(|_| Fault::Flash)?;
            if bytes.iter().any(|byte| *byte != 0xff) {
                return Err(Fault::Missing);
            }
        }
        Ok(())
    }

    /// The flash again.
    pub fn into_flash(self) -> F {
        self.map.destroy().0
    }
}

/// A value behind its header.
struct Headed<'v> {
    header: [u8; HEADER_LEN],
    value: &'v dyn Kept,
}

impl<'a> Value<'a> for Headed<'_> {
    fn serialize_into(&self, buffer: &mut [u8]) -> Result<usize, SerializationError> {
        let mut pen = Pen::new(buffer);
        self.value.put(pen.put(&self.header));
        Ok(pen.written())
    }

    fn deserialize_from(_: &'a [u8]) -> Result<(Self, usize), SerializationError> {
        // It is read as plain bytes, which say more about what is wrong with them.
        Err(SerializationError::InvalidFormat)
    }
}

/// A sum of 64 bits, in two halves that a small processor multiplies quickly (FNV-1a with two primes).
fn picture(bytes: &[u8]) -> u64 {
    let (mut one, mut other) = (0x811c_9dc5_u32, 0x9e37_79b9_u32);
    for byte in bytes {
        one = (one ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        other = (other ^ u32::from(*byte)).wrapping_mul(0x85eb_ca6b).rotate_left(13);
    }
    u64::from(one) << 32 | u64::from(other)
}

#[expect(clippy::needless_pass_by_value, reason = "a `Result` hands its error over")]
fn fault<E>(error: sequential_storage::Error<E>) -> Fault {
    use sequential_storage::Error;
    match error {
        Error::Storage { .. } => Fault::Flash,
        Error::Corrupted { .. } | Error::SerializationError(_) => Fault::Nonsense,
        Error::FullStorage | Error::BufferTooSmall(_) | Error::BufferTooBig | Error::ItemTooBig => Fault::Full,
        _ => Fault::Flash,
    }
}

/// The flash of a microcontroller answers before anything else can happen: what waits for it is there at once.
fn settled<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => unreachable!("a blocking flash is never pending"),
    }
}
