//! The device's end of the service link.

use core::marker::PhantomData;

use super::frame::{Deframer, HEAD_LEN, Opened, Sending, seal};
use super::{
    Answer, DONE, Finger, Frames, LinkRefusal, Linked, PROTOCOL, Pen, Question, REFUSED, REPLY_MAX, REPLY_RAW_MAX,
    REQUEST_RAW_MAX,
};
use crate::link::ANSWER;

/// What has come over the link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request<D: Linked> {
    /// A command for the device, which answers it as an event; when its memory is stored,
    /// [`Port::done`] says so.
    Command(D::Command),
    /// Something that is asked: [`Port::answer`].
    Ask(Question),
}

/// The device's end of the link: it speaks when it is spoken to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Port<D> {
    epoch: u32,
    /// The last command that was acted on.
    last: Command,
    /// What the device has been handed and has not replied to.
    open: Option<Open>,
    frames: Frames,
    deframer: Deframer<REQUEST_RAW_MAX>,
    sending: Sending<REPLY_MAX>,
    device: PhantomData<fn() -> D>,
}

/// What distinguishes a command from others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Command {
    number: u16,
    code: u8,
    crc: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Open {
    Command(Command),
    Question { number: u16, code: u8 },
}

/// What is to be done with a sound frame.
enum Verdict<D: Linked> {
    HandOver(Request<D>, Open),
    DoneBefore,
    Refuse(LinkRefusal),
    Ignore,
}

impl<D: Linked> Port<D> {
    /// A port of a device that has just come up. `epoch` distinguishes this start from those before it: a count of
    /// restarts, or a random number. Commands that were sent to the device before it restarted are refused by it.
    pub const fn new(epoch: u32) -> Self {
        Self {
            epoch,
            last: Command { number: 0, code: 0, crc: 0 },
            open: None,
            frames: Frames { acted_on: 0, repeated: 0, asked: 0, damaged: 0, other_version: 0, refused: 0 },
            deframer: Deframer::new(),
            sending: Sending::new(),
            device: PhantomData,
        }
    }

    /// What has come so far.
    pub fn frames(&self) -> Frames {
        self.frames
    }

    /// Takes one byte from the line.
    pub fn receive(&mut self, byte: u8) -> Option<Request<D>> {
        let Ok(opened) = self.deframer.push(byte)? else {
            count(&mut self.frames.damaged);
            return None;
        };
        let Opened { number, code, .. } = opened;
        match judge::<D>(&opened, self.epoch, self.last, self.open) {
            Verdict::HandOver(Request::Ask(Question::Frames), _) => {
                count(&mut self.frames.asked);
                self.answer_to(number, &Answer::Frames(self.frames));
                None
            }
            Verdict::HandOver(request, open) => {
                self.open = Some(open);
                Some(request)
            }
            Verdict::DoneBefore => {
                count(&mut self.frames.repeated);
                self.reply(number, DONE, code, |_| {});
                None
            }
            Verdict::Refuse(refusal) => {
                let counter = &mut self.frames;
                count(if refusal == LinkRefusal::Version { &mut counter.other_version } else { &mut counter.refused });
                self.reply(number, REFUSED, code, |pen| {
                    pen.one_of(&LinkRefusal::ALL, &refusal);
                });
                None
            }
            Verdict::Ignore => None,
        }
    }

    /// The device has answered the command that was handed over, and its memory is stored.
    pub fn done(&mut self) {
        if let Some(Open::Command(command)) = self.open {
            self.open = None;
            self.last = command;
            count(&mut self.frames.acted_on);
            self.reply(command.number, DONE, command.code, |_| {});
        }
    }

    /// This is the answer to the question that was handed over; one to another question is not sent.
    pub fn answer(&mut self, answer: &Answer<D>) {
        if let Some(Open::Question { number, code }) = self.open
            && code == answer.question_code()
        {
            self.open = None;
            count(&mut self.frames.asked);
            self.answer_to(number, answer);
        }
    }

    /// The bytes that are to be sent.
    pub fn pending(&self) -> &[u8] {
        self.sending.pending()
    }

    /// How many of them have been sent.
    pub fn sent(&mut self, count: usize) {
        self.sending.sent(count);
    }

    fn answer_to(&mut self, number: u16, answer: &Answer<D>) {
        let code = answer.question_code();
        self.reply(number, code | ANSWER, code, |pen| answer.write(pen));
    }

    fn reply(&mut self, number: u16, code: u8, request_code: u8, write: impl FnOnce(&mut Pen)) {
        let mut raw = [0; REPLY_RAW_MAX];
        let mut pen = Pen::new(&mut raw);
        pen.u8(PROTOCOL).u8(code).u16(number).u32(self.epoch);
        debug_assert_eq!(pen.written(), HEAD_LEN, "the head is what the deframer takes it for");
        pen.u16(self.last.number).u8(request_code);
        write(&mut pen);
        let length = pen.written();
        self.sending.begin(seal(&mut raw, length));
    }
}

fn judge<D: Linked>(opened: &Opened, epoch: u32, last: Command, open: Option<Open>) -> Verdict<D> {
    let Opened { version, code, number, body, crc, .. } = *opened;
    let command = Command { number, code, crc };
    if version != PROTOCOL {
        return Verdict::Refuse(LinkRefusal::Version);
    }
    let question = Question::read(code, body);
    match open {
        // It has been handed over, and its reply is still to come.
        Some(Open::Command(other)) if other == command && opened.epoch == epoch => return Verdict::Ignore,
        Some(Open::Command(_)) if question != Some(Some(Question::Frames)) => {
            return Verdict::Refuse(LinkRefusal::Busy);
        }
        // A question without an answer is not waited for any more.
        Some(_) | None => {}
    }
    match question {
        Some(Some(question)) => {
            return Verdict::HandOver(Request::Ask(question), Open::Question { number, code });
        }
        Some(None) => return Verdict::Refuse(LinkRefusal::Value),
        None => {}
    }
    let mut from = Finger::new(body);
    match D::read_command(code, &mut from) {
        Err(LinkRefusal::Message) => Verdict::Refuse(LinkRefusal::Message),
        _ if opened.epoch != epoch => Verdict::Refuse(LinkRefusal::Epoch),
        _ if command == last => Verdict::DoneBefore,
        _ if number != last.number.wrapping_add(1) => Verdict::Refuse(LinkRefusal::Number),
        Err(refusal) => Verdict::Refuse(refusal),
        Ok(_) if !from.is_at_end() => Verdict::Refuse(LinkRefusal::Value),
        Ok(decoded) => Verdict::HandOver(Request::Command(decoded), Open::Command(command)),
    }
}

fn count(counter: &mut u32) {
    *counter = counter.wrapping_add(1);
}
