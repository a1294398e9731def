//! The fields of messages: little-endian integers, one after the other.

/// Writes fields one after the other.
///
/// Its room is reckoned from the longest message; running out of it is a mistake of this crate.
#[derive(Debug)]
pub struct Pen<'a> {
    bytes: &'a mut [u8],
    at: usize,
}

impl<'a> Pen<'a> {
    /// Begins at the front of `bytes`.
    pub fn new(bytes: &'a mut [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes have been written.
    pub fn written(&self) -> usize {
        self.at
    }

    /// Bytes as they are.
    pub fn put(&mut self, field: &[u8]) -> &mut Self {
        self.bytes[self.at..self.at + field.len()].copy_from_slice(field);
        self.at += field.len();
        self
    }
    /// One byte.
    pub fn u8(&mut self, value: u8) -> &mut Self {
        self.put(&[value])
    }
    /// 0 or 1.
    pub fn flag(&mut self, value: bool) -> &mut Self {
        self.u8(u8::from(value))
    }
    /// Two bytes.
    pub fn u16(&mut self, value: u16) -> &mut Self {
        self.put(&value.to_le_bytes())
    }
    /// Four bytes.
    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.put(&value.to_le_bytes())
    }
    /// Eight bytes.
    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.put(&value.to_le_bytes())
    }
    /// The index of a value in the list of all values: append to such a list, never reorder it.
    pub fn one_of<T: PartialEq>(&mut self, list: &[T], value: &T) -> &mut Self {
        let index = list.iter().position(|one| one == value).and_then(|index| u8::try_from(index).ok());
        self.u8(index.expect("every value of the type is in its list"))
    }
    /// A count, where a list has no more than 255 entries.
    pub fn count(&mut self, count: usize) -> &mut Self {
        self.u8(u8::try_from(count).expect("a list of a message has at most 255 entries"))
    }
    /// 0 for none; 1 and the value.
    pub fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) -> &mut Self {
        self.flag(value.is_some());
        if let Some(value) = value {
            write(self, value);
        }
        self
    }
}

/// Reads fields one after the other; none where there are not enough bytes, or they are no value of the field.
#[derive(Clone, Debug)]
pub struct Finger<'a> {
    bytes: &'a [u8],
}

impl<'a> Finger<'a> {
    /// Begins at the front of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Whether everything has been read.
    pub fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Bytes, unchanged.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (field, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(field)
    }
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (field, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*field)
    }
    /// One byte.
    pub fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }
    /// 0 or 1.
    pub fn flag(&mut self) -> Option<bool> {
        self.one_of(&[false, true])
    }
    /// Two bytes.
    pub fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }
    /// Four bytes.
    pub fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }
    /// Eight bytes.
    pub fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }
    /// A value by its index in the list of all values.
    pub fn one_of<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        let index = self.u8()?;
        list.get(usize::from(index)).copied()
    }
    /// Outer none: not a value of the field.
    pub fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { read(self).map(Some) } else { Some(None) }
    }
}
