//! One command and its answer: acknowledged, repeated where a byte was lost, given up where nobody answers.
//!
//! ```text
//! command → ACK → answer            NACK asks for a damaged answer once more (UM0701-02, 6.2.1.4)
//!        ↘ silence: ACK (ends what runs, 6.3.2), a quiet line, the command once more
//! ```
//!
//! A command is never repeated into a line that may still carry an answer: what runs is ended first, and what comes
//! until the line has been quiet is thrown away. So an answer never passes for that of another command, although the
//! frames carry no number.

use super::frame::{ACK, Deframer, FRAME_MAX, Frame, Incoming, NACK, Payload, information};
use crate::time::{Instant, Millis};

/// How often a command is sent before it is given up.
const TRIES: u8 = 3;
/// How often a damaged answer is asked for again before the command itself is repeated.
const NACKS: u8 = 2;
/// The PN532 acknowledges a command within 15 ms (UM0701-02, 6.3.1); with the way there and back.
const ACK_WAIT: Millis = Millis(25);
/// Longer than any of the commands here takes once the chip's own time-outs are set.
const ANSWER_WAIT: Millis = Millis(150);
/// Silence after which nothing of an ended command is still to come.
const QUIET: Millis = Millis(5);
/// The line is never quiet: something else is wrong with it, and the command is sent all the same.
const QUIET_MAX: Millis = Millis(50);

/// How an exchange has ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// With the answer: what follows its code.
    Answered(Payload),
    /// The PN532 does not know the command, or not with these parameters.
    Refused,
    /// Nobody has answered, however often the command was sent.
    Silent,
}

/// What has gone wrong on the line since power-on; the numbers wrap around.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct LineFaults {
    /// Frames with a wrong checksum.
    pub damaged: u16,
    /// Commands that were not acknowledged or not answered in time.
    pub timeouts: u16,
    /// Commands that were given up.
    pub silent: u16,
}

/// The exchange that runs, if one does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exchange {
    state: State,
    /// What is sent, and sent again.
    command: Frame,
    /// The code that the answer begins with.
    answer_code: u8,
    tries: u8,
    deframer: Deframer,
    faults: LineFaults,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Idle,
    /// The command is on its way.
    Sent {
        until: Instant,
    },
    /// It is acknowledged.
    Running {
        until: Instant,
        nacks: u8,
    },
    /// It was ended; it is sent once more when the line has been quiet.
    Quiet {
        until: Instant,
        latest: Instant,
    },
}

impl Exchange {
    /// A line on which nothing runs.
    pub const fn new() -> Self {
        Self {
            state: State::Idle,
            command: Frame::new_const(),
            answer_code: 0,
            tries: 0,
            deframer: Deframer::new(),
            faults: LineFaults { damaged: 0, timeouts: 0, silent: 0 },
        }
    }

    /// Whether no command runs.
    pub fn is_idle(&self) -> bool {
        self.state == State::Idle
    }

    /// What has gone wrong so far.
    pub fn faults(&self) -> LineFaults {
        self.faults
    }

    /// Begins with a command (its code and its parameters), after `preamble`; what is to be sent is returned.
    pub fn begin(&mut self, now: Instant, preamble: &[u8], payload: &[u8]) -> Frame {
        self.command.clear();
        self.command.extend(preamble.iter().copied());
        information(&mut self.command, payload);
        self.answer_code = payload[0].wrapping_add(1);
        self.tries = 1;
        self.deframer.clear();
        self.state = State::Sent { until: now + ACK_WAIT };
        self.command.clone()
    }

    /// When something is due although nothing comes.
    pub fn wake_at(&self) -> Option<Instant> {
        match self.state {
            State::Idle => None,
            State::Sent { until } | State::Running { until, .. } => Some(until),
            State::Quiet { until, latest } => Some(until.min(latest)),
        }
    }

    /// Does what is due by `now`; what is to be sent goes to `send`.
    pub fn wake(&mut self, now: Instant, send: &mut Frame) -> Option<Outcome> {
        if self.wake_at().is_none_or(|due| due > now) {
            return None;
        }
        match self.state {
            State::Idle => None,
            State::Sent { .. } | State::Running { .. } => {
                self.faults.timeouts = self.faults.timeouts.wrapping_add(1);
                self.end(now, send)
            }
            State::Quiet { .. } => {
                self.deframer.clear();
                send.clone_from(&self.command);
                self.tries += 1;
                self.state = State::Sent { until: now + ACK_WAIT };
                None
            }
        }
    }

    /// Takes one byte from the line; what is to be sent goes to `send`.
    pub fn receive(&mut self, now: Instant, byte: u8, send: &mut Frame) -> Option<Outcome> {
        match self.state {
            State::Idle => None,
            State::Quiet { latest, .. } => {
                self.state = State::Quiet { until: now + QUIET, latest };
                None
            }
            State::Sent { .. } | State::Running { .. } => {
                self.deframer.push(byte);
                let mut outcome = None;
                while let (None, Some(incoming)) = (&outcome, self.deframer.take()) {
                    outcome = self.take(now, incoming, send);
                }
                outcome
            }
        }
    }

    fn take(&mut self, now: Instant, incoming: Incoming, send: &mut Frame) -> Option<Outcome> {
        if incoming == Incoming::Damaged {
            self.faults.damaged = self.faults.damaged.wrapping_add(1);
        }
        match (self.state, incoming) {
            (State::Sent { .. }, Incoming::Ack) => {
                self.state = State::Running { until: now + ANSWER_WAIT, nacks: 0 };
                None
            }
            (State::Sent { .. }, Incoming::Nack) => self.end(now, send),
            (State::Running { .. }, Incoming::Answer(payload)) if payload.first() == Some(&self.answer_code) => {
                self.state = State::Idle;
                let parameters = payload.into_iter().skip(1).collect();
                Some(Outcome::Answered(parameters))
            }
            (State::Running { .. }, Incoming::Error) => {
                self.state = State::Idle;
                Some(Outcome::Refused)
            }
            (State::Running { nacks, .. }, Incoming::Damaged) if nacks < NACKS => {
                send.clear();
                send.extend(NACK);
                self.state = State::Running { until: now + ANSWER_WAIT, nacks: nacks + 1 };
                None
            }
            (State::Running { .. }, Incoming::Damaged) => self.end(now, send),
            // Left over from a command before, or nothing that answers this one.
            _ => None,
        }
    }

    /// Ends what runs: to be repeated once the line is quiet, or given up.
    fn end(&mut self, now: Instant, send: &mut Frame) -> Option<Outcome> {
        send.clear();
        send.extend(ACK);
        if self.tries >= TRIES {
            self.state = State::Idle;
            self.faults.silent = self.faults.silent.wrapping_add(1);
            return Some(Outcome::Silent);
        }
        self.state = State::Quiet { until: now + QUIET, latest: now + QUIET_MAX };
        None
    }
}

const _: () = assert!(ACK.len() <= FRAME_MAX && NACK.len() <= FRAME_MAX);
