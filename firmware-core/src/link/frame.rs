//! Frames of the service link: how they are separated on the line, and how a damaged one is detected.
//!
//! A frame is stuffed by COBS (Cheshire and Baker, "Consistent Overhead Byte Stuffing", 1999), so that no zero is in
//! it, and stands between two zeros. Whatever was lost or added before, the next zero begins anew.

use arrayvec::ArrayVec;

use crate::card::CRC;

/// Bytes before the body: version, code, number, epoch.
pub const HEAD_LEN: usize = 8;
/// Bytes behind it: CRC-32 (ISO HDLC) over everything before.
pub const CRC_LEN: usize = 4;

/// How long `raw` bytes are on the line: one byte of stuffing for every 254, and the zeros around them.
pub const fn on_the_line(raw: usize) -> usize {
    raw + raw / 254 + 1 + 2
}

/// Hands every byte of the frame that carries `raw` to `put`.
pub fn stuff(mut raw: &[u8], mut put: impl FnMut(u8)) {
    const RUN_MAX: usize = 254;
    put(0);
    loop {
        let run = raw.iter().take(RUN_MAX).take_while(|byte| **byte != 0).count();
        put(u8::try_from(run + 1).expect("a run has at most 254 bytes"));
        raw[..run].iter().for_each(|byte| put(*byte));
        raw = match raw.get(run..) {
            None | Some([]) => break,
            Some(rest) if run == RUN_MAX => rest,
            // The zero that ended the run is what the next code stands for.
            Some([_, rest @ ..]) => rest,
        };
    }
    put(0);
}

/// Completes `raw`, whose first `length` bytes are written, with its checksum.
pub fn seal(raw: &mut [u8], length: usize) -> &[u8] {
    let crc = CRC.checksum(&raw[..length]);
    raw[length..length + CRC_LEN].copy_from_slice(&crc.to_le_bytes());
    &raw[..length + CRC_LEN]
}

/// What a sound frame carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opened<'a> {
    /// Of the protocol.
    pub version: u8,
    /// What the message is.
    pub code: u8,
    /// Which message it is.
    pub number: u16,
    /// Of the device.
    pub epoch: u32,
    /// What the message says.
    pub body: &'a [u8],
    /// The checksum: two frames with the same one are the same.
    pub crc: u32,
}

/// A frame that is not as it was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Damaged;

/// Finds frames among the bytes of a line; `N` is the longest that is taken in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deframer<const N: usize> {
    raw: ArrayVec<u8, N>,
    /// How many bytes of the run are still to come.
    run: u8,
    /// Whether a zero stands before the next run.
    zero: bool,
    progress: Progress,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Progress {
    /// Nothing of a frame has come.
    Between,
    /// A frame is coming.
    Within,
    /// It is longer than any frame.
    TooLong,
}

impl<const N: usize> Deframer<N> {
    /// Nothing has come yet; what comes before the first zero is no frame.
    pub const fn new() -> Self {
        Self { raw: ArrayVec::new_const(), run: 0, zero: false, progress: Progress::Between }
    }

    /// Takes one byte; where it ends a frame, that is what has come.
    pub fn push(&mut self, byte: u8) -> Option<Result<Opened<'_>, Damaged>> {
        if byte == 0 {
            let (progress, run) = (self.progress, self.run);
            (self.progress, self.run, self.zero) = (Progress::Between, 0, false);
            return match progress {
                Progress::Between => None,
                Progress::Within if run == 0 => Some(self.open()),
                Progress::Within | Progress::TooLong => Some(Err(Damaged)),
            };
        }
        if self.progress == Progress::Between {
            self.raw.clear();
            self.progress = Progress::Within;
        }
        if self.run > 0 {
            self.run -= 1;
            self.take(byte);
        } else {
            if self.zero {
                self.take(0);
            }
            self.run = byte - 1;
            self.zero = byte != u8::MAX;
        }
        None
    }

    fn take(&mut self, byte: u8) {
        if self.raw.try_push(byte).is_err() {
            self.progress = Progress::TooLong;
        }
    }

    fn open(&self) -> Result<Opened<'_>, Damaged> {
        let (raw, crc) = self.raw.split_last_chunk::<CRC_LEN>().ok_or(Damaged)?;
        let (head, body) = raw.split_first_chunk::<HEAD_LEN>().ok_or(Damaged)?;
        let crc = u32::from_le_bytes(*crc);
        if crc != CRC.checksum(raw) {
            return Err(Damaged);
        }
        let [version, code, number @ .., e0, e1, e2, e3] = *head;
        let (number, epoch) = (u16::from_le_bytes(number), u32::from_le_bytes([e0, e1, e2, e3]));
        Ok(Opened { version, code, number, epoch, body, crc })
    }
}

/// A frame on its way out; `N` is the longest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sending<const N: usize> {
    bytes: ArrayVec<u8, N>,
    sent: usize,
}

impl<const N: usize> Sending<N> {
    /// Nothing is to be sent.
    pub const fn new() -> Self {
        Self { bytes: ArrayVec::new_const(), sent: 0 }
    }

    /// The frame that carries `raw` is to be sent, in place of what was left of the last one.
    pub fn begin(&mut self, raw: &[u8]) {
        self.bytes.clear();
        stuff(raw, |byte| self.bytes.push(byte));
        self.sent = 0;
    }

    /// The same frame is to be sent once more.
    pub fn again(&mut self) {
        self.sent = 0;
    }

    /// What is left to be sent.
    pub fn pending(&self) -> &[u8] {
        &self.bytes[self.sent..]
    }

    /// How many bytes of that have been sent.
    pub fn sent(&mut self, count: usize) {
        self.sent = self.bytes.len().min(self.sent.saturating_add(count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(raw: &[u8]) -> Vec<u8> {
        let mut line = Vec::new();
        stuff(raw, |byte| line.push(byte));
        line
    }

    /// The examples of the paper, and the lengths around a full run.
    #[test]
    fn bytes_are_stuffed_as_published() {
        let check = |raw: &[u8], stuffed: &[u8]| {
            let line = line(raw);
            assert_eq!((line.first(), &line[1..line.len() - 1], line.last()), (Some(&0), stuffed, Some(&0)));
            assert!(line.len() <= on_the_line(raw.len()));
        };
        check(&[], &[1]);
        check(&[0], &[1, 1]);
        check(&[0x45, 0x00, 0x00, 0x2c], &[0x02, 0x45, 0x01, 0x02, 0x2c]);
        check(&[0x11, 0x22, 0x00, 0x33], &[0x03, 0x11, 0x22, 0x02, 0x33]);
        check(&[0x11, 0x00, 0x00, 0x00], &[0x02, 0x11, 0x01, 0x01, 0x01]);
        let run: Vec<u8> = (1..=254).collect();
        check(&run, &[&[255], run.as_slice()].concat());
        check(&[&[0], run.as_slice()].concat(), &[&[1, 255], run.as_slice()].concat());
        check(&[run.as_slice(), &[255]].concat(), &[&[255], run.as_slice(), &[2, 255]].concat());
        check(&[run.as_slice(), &[0]].concat(), &[&[255], run.as_slice(), &[1, 1]].concat());
    }

    #[test]
    fn a_frame_of_any_length_comes_back_and_a_longer_one_is_damaged() {
        for body in 0..=300_usize {
            for fill in [0, 0xaa] {
                let mut raw = [fill; 320];
                let length = HEAD_LEN + body;
                let raw = seal(&mut raw, length);
                let mut deframer = Deframer::<{ HEAD_LEN + 290 + CRC_LEN }>::new();
                let found: Vec<_> = line(raw)
                    .iter()
                    .filter_map(|byte| deframer.push(*byte).map(|opened| opened.map(|o| o.body.len())))
                    .collect();
                assert_eq!(found, [if body <= 290 { Ok(body) } else { Err(Damaged) }], "{body} bytes of {fill}");
            }
        }
    }
}
