//! Frames between a host and a PN532, as they run over HSU (UM0701-02, 6.2.1).
//!
//! | frame | bytes |
//! | --- | --- |
//! | information | `00 00 FF` LEN LCS TFI PD0 … PDn DCS `00`; LEN + LCS = 0, TFI + PD0 + … + DCS = 0 |
//! | extended | `00 00 FF FF FF` LENM LENL LCS, then the same |
//! | ACK, NACK | `00 00 FF 00 FF 00`, `00 00 FF FF 00 00` |
//! | error | `00 00 FF 01 FF 7F 81 00`: the PN532 did not understand |

use arrayvec::ArrayVec;

/// The most bytes that are sent at once: a wake-up and a command.
pub const FRAME_MAX: usize = 48;
/// Bytes that are to be sent.
pub type HsuFrame = ArrayVec<u8, FRAME_MAX>;

/// The most bytes after the TFI that are taken in: two listed cards with their ATS fit with room to spare.
pub const PAYLOAD_MAX: usize = 96;
/// What a frame carries: the code of the command or of its answer, then its parameters.
pub type Payload = ArrayVec<u8, PAYLOAD_MAX>;

/// The last frame was understood; sent to the PN532 it ends the command that runs (UM0701-02, 6.2.1.3 and 6.3.2).
pub const ACK: [u8; 6] = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00];
/// The last frame was damaged: once more, please (UM0701-02, 6.2.1.4).
pub const NACK: [u8; 6] = [0x00, 0x00, 0xff, 0xff, 0x00, 0x00];

const HOST_TO_PN532: u8 = 0xd4;
const PN532_TO_HOST: u8 = 0xd5;
const ERROR: u8 = 0x7f;

/// Appends the information frame that carries `payload` (a command's code and its parameters).
pub fn information(frame: &mut HsuFrame, payload: &[u8]) {
    let length = u8::try_from(payload.len() + 1).expect("a command has fewer than 255 bytes");
    let sum = payload.iter().fold(HOST_TO_PN532, |sum, byte| sum.wrapping_add(*byte));
    frame.extend([0x00, 0x00, 0xff, length, length.wrapping_neg(), HOST_TO_PN532]);
    frame.extend(payload.iter().copied());
    frame.extend([sum.wrapping_neg(), 0x00]);
}

/// What has come from the PN532.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Incoming {
    /// The command was understood.
    Ack,
    /// The command was damaged on its way.
    Nack,
    /// The answer to a command.
    Answer(Payload),
    /// The command was understood and is none that the PN532 has.
    Error,
    /// A frame that began as one does and is not what its checksum says.
    Damaged,
}

/// The longest frame that is waited for: an extended one.
const HELD_MAX: usize = 2 + 2 + 3 + 1 + PAYLOAD_MAX + 1;

/// Finds frames among the bytes of a line.
///
/// Where a frame turns out not to be one, what follows its start is looked through again: bytes that were lost or
/// added never hide the whole frame behind them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HsuDeframer {
    held: ArrayVec<u8, HELD_MAX>,
    /// Some bytes were no frame, which has not been reported yet.
    damaged: bool,
}

/// What the bytes that are held begin with.
enum Found {
    /// A frame, once more bytes have come.
    Part,
    /// A frame of this many bytes, of a kind that is not used.
    Whole(usize, Option<Incoming>),
    /// No frame; whether it looked like one up to its checksum.
    Garbage { damaged: bool },
}

impl HsuDeframer {
    /// Nothing has come yet.
    pub const fn new() -> Self {
        Self { held: ArrayVec::new_const(), damaged: false }
    }

    /// Forgets what has come so far.
    pub fn clear(&mut self) {
        self.held.clear();
        self.damaged = false;
    }

    /// Takes one byte. [`Self::take`] is asked before the next one.
    pub fn push(&mut self, byte: u8) {
        if self.held.is_full() {
            self.forget(1);
        }
        self.held.push(byte);
    }

    /// This many bytes at the front have been processed.
    #[inline(never)]
    fn forget(&mut self, count: usize) {
        self.held.drain(..count);
    }

    /// The next frame that is complete; behind all of them, once, whether something was damaged.
    pub fn take(&mut self) -> Option<Incoming> {
        loop {
            match self.look() {
                Found::Part => return core::mem::take(&mut self.damaged).then_some(Incoming::Damaged),
                Found::Whole(length, incoming) => {
                    self.forget(length);
                    if incoming.is_some() {
                        return incoming;
                    }
                }
                Found::Garbage { damaged: as_frame } => {
                    self.damaged |= as_frame;
                    self.forget(1);
                }
            }
        }
    }

    fn look(&mut self) -> Found {
        // The first byte of the preamble is not needed; the start code is 00 FF.
        let start = self.held.windows(2).position(|pair| pair == [0x00, 0xff]);
        let keep_from = match (start, self.held.last()) {
            (Some(start), _) => start,
            (None, Some(0x00)) => self.held.len() - 1,
            (None, _) => self.held.len(),
        };
        self.forget(keep_from);
        let (length, before) = match *self.held.as_slice() {
            [_, _, 0x00, 0xff, ..] => return Found::Whole(4, Some(Incoming::Ack)),
            [_, _, 0xff, 0x00, ..] => return Found::Whole(4, Some(Incoming::Nack)),
            [_, _, 0xff, 0xff, high, low, check, ..] => {
                if high.wrapping_add(low).wrapping_add(check) != 0 {
                    return Found::Garbage { damaged: true };
                }
                (usize::from(u16::from_be_bytes([high, low])), 7)
            }
            [_, _, 0xff, 0xff, ..] => return Found::Part,
            [_, _, length, check, ..] => {
                if length.wrapping_add(check) != 0 {
                    return Found::Garbage { damaged: true };
                }
                (usize::from(length), 4)
            }
            _ => return Found::Part,
        };
        if length == 0 || length > 1 + PAYLOAD_MAX {
            return Found::Garbage { damaged: true };
        }
        let whole = before + length + 1;
        let Some(body) = self.held.get(before..whole) else { return Found::Part };
        if body.iter().fold(0, |sum: u8, byte| sum.wrapping_add(*byte)) != 0 {
            return Found::Garbage { damaged: true };
        }
        let incoming = match body[0] {
            PN532_TO_HOST => Payload::try_from(&body[1..length]).ok().map(Incoming::Answer),
            ERROR => Some(Incoming::Error),
            // What the host says itself, on a line that echoes.
            _ => None,
        };
        Found::Whole(whole, incoming)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deframe(bytes: &[u8]) -> Vec<Incoming> {
        let mut deframer = HsuDeframer::default();
        let mut found = Vec::new();
        for byte in bytes {
            deframer.push(*byte);
            found.extend(core::iter::from_fn(|| deframer.take()));
        }
        found
    }

    fn answer(payload: &[u8]) -> Incoming {
        Incoming::Answer(Payload::try_from(payload).expect("it fits"))
    }

    /// UM0701-02, 6.2.1: the frames of its examples.
    #[test]
    fn frames_are_those_of_the_user_manual() {
        let mut sam = HsuFrame::new();
        information(&mut sam, &[0x14, 0x01]);
        assert_eq!(sam.as_slice(), [0x00, 0x00, 0xff, 0x03, 0xfd, 0xd4, 0x14, 0x01, 0x17, 0x00]);
        let line = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00, 0x00, 0x00, 0xff, 0x02, 0xfe, 0xd5, 0x15, 0x16, 0x00];
        assert_eq!(deframe(&line), [Incoming::Ack, answer(&[0x15])]);
        assert_eq!(deframe(&NACK), [Incoming::Nack]);
        assert_eq!(deframe(&[0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00]), [Incoming::Error]);
        let extended = [0x00, 0x00, 0xff, 0xff, 0xff, 0x00, 0x02, 0xfe, 0xd5, 0x15, 0x16, 0x00];
        assert_eq!(deframe(&extended), [answer(&[0x15])]);
    }

    #[test]
    fn the_echo_of_a_command_is_not_an_answer() {
        let mut echo = HsuFrame::new();
        information(&mut echo, &[0x4a, 0x01, 0x00]);
        assert_eq!(deframe(&echo), []);
    }

    #[test]
    fn a_frame_that_was_cut_short_does_not_hide_the_one_behind_it() {
        let whole = [0x00, 0x00, 0xff, 0x02, 0xfe, 0xd5, 0x15, 0x16, 0x00];
        for cut in 0..whole.len() {
            let mut line = whole[..cut].to_vec();
            line.extend(ACK);
            line.extend(whole);
            let found = deframe(&line);
            let tail: Vec<_> = found.iter().filter(|incoming| **incoming != Incoming::Damaged).cloned().collect();
            let expected = [answer(&[0x15]), Incoming::Ack, answer(&[0x15])];
            // From the checksum on the first frame is whole.
            assert_eq!(tail, expected[usize::from(cut < 8)..], "cut after {cut}");
        }
    }
}
