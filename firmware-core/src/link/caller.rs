//! The office's end of the service link.

use super::frame::{Deframer, Opened, Sending, seal};
use super::{
    ANSWER, Answer, DONE, Finger, LinkRefusal, Linked, PROTOCOL, Pen, Question, REFUSED, REPLY_RAW_MAX, REQUEST_MAX,
    REQUEST_RAW_MAX,
};
use crate::time::{Instant, Millis};

/// What an office says to a device.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkMessage<D: Linked> {
    /// Do this.
    Command(D::Command),
    /// What is this?
    Ask(Question),
}

/// What became of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Heard<D: Linked> {
    /// The device has carried out the command: once, however often it had to be sent.
    Done,
    /// It answers.
    Answered(Answer<D>),
    /// The device refuses the command, and says why.
    Refused(LinkRefusal),
    /// The device has restarted since the last exchange. It has not carried out the command, unless it restarted while
    /// doing so: the office sends again what holds; after power-on a device needs most of it anyway.
    Restarted,
    /// No answer. Whether the device has carried out the command, or will, is not known; it will not do so twice,
    /// nor after the next command.
    Silent,
}

/// The office's end of the link. One message at a time is under way; it is repeated until it is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caller<D: Linked> {
    /// The epoch of the device and the last command it has acted on, if they are known.
    device: Option<(u32, u16)>,
    /// What the next question is numbered.
    next_question: u16,
    /// What was said, until it is answered.
    said: Option<LinkMessage<D>>,
    waiting: Option<Waiting>,
    deframer: Deframer<REPLY_RAW_MAX>,
    sending: Sending<REQUEST_MAX>,
    damaged: u32,
}

/// What a reply has to have to be the one that is waited for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Waiting {
    number: u16,
    code: u8,
    tries: u8,
    until: Instant,
}

/// How long a device may take: it stores its memory before it replies.
const REPLY_WAIT: Millis = Millis(500);
/// How often a message is sent before the device counts as silent.
const TRIES: u8 = 5;

impl<D: Linked> Caller<D> {
    /// An office that has not yet spoken to the device.
    pub const fn new() -> Self {
        Self {
            device: None,
            next_question: 0,
            said: None,
            waiting: None,
            deframer: Deframer::new(),
            sending: Sending::new(),
            damaged: 0,
        }
    }

    /// How many frames have come that were damaged.
    pub fn damaged(&self) -> u32 {
        self.damaged
    }

    /// The epoch of the device, if it is known: it changes when the device restarts.
    pub fn epoch(&self) -> Option<u32> {
        self.device.map(|(epoch, _)| epoch)
    }

    /// Sends something to the device. [`Heard`] says what became of it.
    ///
    /// # Errors
    /// The message, if another one is under way.
    pub fn say(&mut self, now: Instant, message: LinkMessage<D>) -> Result<(), LinkMessage<D>> {
        if self.said.is_some() {
            return Err(message);
        }
        self.said = Some(message);
        self.send(now);
        Ok(())
    }

    /// Takes one byte from the line.
    pub fn receive(&mut self, now: Instant, byte: u8) -> Option<Heard<D>> {
        let Ok(opened) = self.deframer.push(byte)? else {
            self.damaged = self.damaged.wrapping_add(1);
            return None;
        };
        let waiting = self.waiting?;
        let Some(reply) = Reply::<D>::of(&opened) else {
            self.damaged = self.damaged.wrapping_add(1);
            return None;
        };
        if (reply.number, reply.request_code) != (waiting.number, waiting.code) {
            return None;
        }
        self.take(now, reply)
    }

    /// When something is due although nothing comes.
    pub fn wake_at(&self) -> Option<Instant> {
        self.waiting.map(|waiting| waiting.until)
    }

    /// Does what is due by `now`.
    pub fn wake(&mut self, now: Instant) -> Option<Heard<D>> {
        let waiting = self.waiting.as_mut().filter(|waiting| waiting.until <= now)?;
        if waiting.tries >= TRIES {
            self.device = None;
            return Some(self.end(Heard::Silent));
        }
        waiting.tries += 1;
        waiting.until = now + REPLY_WAIT;
        self.sending.again();
        None
    }

    /// The bytes that are to be sent.
    pub fn pending(&self) -> &[u8] {
        self.sending.pending()
    }

    /// How many of them have been sent.
    pub fn sent(&mut self, count: usize) {
        self.sending.sent(count);
    }

    fn take(&mut self, now: Instant, reply: Reply<D>) -> Option<Heard<D>> {
        let known = self.device.replace((reply.epoch, reply.last));
        match reply.said {
            // It was only asked so that its epoch is known.
            Said::Answer(_) if known.is_none() && matches!(self.said, Some(LinkMessage::Command(_))) => {
                self.send(now);
                None
            }
            Said::Done => Some(self.end(Heard::Done)),
            Said::Answer(answer) => Some(self.end(Heard::Answered(answer))),
            Said::Refused(LinkRefusal::Epoch) => Some(self.end(Heard::Restarted)),
            Said::Refused(refusal) => Some(self.end(Heard::Refused(refusal))),
        }
    }

    fn end(&mut self, heard: Heard<D>) -> Heard<D> {
        self.said = None;
        self.waiting = None;
        heard
    }

    /// Sends what is said, or a question if a command has to wait for its answer.
    fn send(&mut self, now: Instant) {
        let Some(message) = &self.said else { return };
        let (number, epoch) = match (message, self.device) {
            (LinkMessage::Command(_), Some((epoch, last))) => (last.wrapping_add(1), epoch),
            (_, device) => {
                self.next_question = self.next_question.wrapping_add(1);
                (self.next_question, device.map_or(0, |(epoch, _)| epoch))
            }
        };
        let code = match message {
            LinkMessage::Command(command) if self.device.is_some() => D::code(command),
            LinkMessage::Command(_) => Question::Frames.code(),
            LinkMessage::Ask(question) => question.code(),
        };
        let mut raw = [0; REQUEST_RAW_MAX];
        let mut pen = Pen::new(&mut raw);
        pen.u8(PROTOCOL).u8(code).u16(number).u32(epoch);
        match message {
            LinkMessage::Command(command) if self.device.is_some() => D::write_command(command, &mut pen),
            LinkMessage::Command(_) => {}
            LinkMessage::Ask(question) => question.write(&mut pen),
        }
        let length = pen.written();
        self.sending.begin(seal(&mut raw, length));
        self.waiting = Some(Waiting { number, code, tries: 1, until: now + REPLY_WAIT });
    }
}

impl<D: Linked> Default for Caller<D> {
    fn default() -> Self {
        Self::new()
    }
}

/// A reply as it came.
struct Reply<D: Linked> {
    number: u16,
    epoch: u32,
    last: u16,
    request_code: u8,
    said: Said<D>,
}

enum Said<D: Linked> {
    Done,
    Refused(LinkRefusal),
    Answer(Answer<D>),
}

impl<D: Linked> Reply<D> {
    /// None if it is no reply of this version.
    fn of(opened: &Opened) -> Option<Self> {
        let Opened { version, code, number, epoch, body, .. } = *opened;
        let mut from = Finger::new(body);
        let (last, request_code) = (from.u16()?, from.u8()?);
        let said = match code {
            _ if version != PROTOCOL => return None,
            DONE => Said::Done,
            REFUSED => Said::Refused(from.one_of(&LinkRefusal::ALL)?),
            answer if answer == request_code | ANSWER => Said::Answer(Answer::read(request_code, &mut from)?),
            _ => return None,
        };
        from.is_at_end().then_some(Self { number, epoch, last, request_code, said })
    }
}
