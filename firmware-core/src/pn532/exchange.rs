//! One command and its answer: acknowledged, repeated where a byte was lost, given up where no answer comes.
//!
//! ```text
//! command → ACK → answer            NACK asks for a damaged answer once more (UM0701-02, 6.2.1.4)
//!        ↘ silence: ACK (ends what runs, 6.3.2), a quiet line, the command once more
//! ```
//!
//! Frames carry no number. The order on the line says which command an answer belongs to: command, ACK, answer. Where
//! a command was repeated or an answer asked for again, one answer more may be on its way. So the command that runs is
//! ended before the next frame, and bytes are discarded until the line has been quiet.

use super::frame::{ACK, FRAME_MAX, HsuDeframer, HsuFrame, Incoming, NACK, Payload, information};
use crate::time::{Instant, Millis};

/// How often a command is sent before it is given up.
const TRIES: u8 = 3;
/// How often a damaged answer is asked for again before the command itself is repeated.
const NACKS: u8 = 2;
/// The PN532 acknowledges a command within 15 ms (UM0701-02, 6.3.1); with the way there and back.
const ACK_WAIT: Millis = Millis(25);
/// Longer than any of the commands here takes once the chip's own time-outs are set.
pub const ANSWER_WAIT: Millis = Millis(150);
/// Silence after which nothing of an ended command is still to come.
const QUIET: Millis = Millis(5);
/// The line is never quiet: something else is wrong with it, and the command is sent all the same.
const QUIET_MAX: Millis = Millis(50);

/// How an exchange has ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExchangeOutcome {
    /// With the answer: what follows its code.
    Answered(Payload),
    /// The PN532 does not know the command, or not with these parameters.
    Refused,
    /// No answer came to any of the attempts.
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
    command: HsuFrame,
    /// The code that the answer begins with.
    answer_code: u8,
    /// How long the answer may take.
    answer_wait: Millis,
    tries: u8,
    /// Something may still come that belongs to the command before.
    unsettled: bool,
    deframer: HsuDeframer,
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
            command: HsuFrame::new_const(),
            answer_code: 0,
            answer_wait: ANSWER_WAIT,
            tries: 0,
            unsettled: false,
            deframer: HsuDeframer::new(),
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

    /// Begins with a command (its code and its parameters), after `preamble`; what is to be sent is returned. Its
    /// answer is waited for so long once it is acknowledged.
    pub fn begin(&mut self, now: Instant, preamble: &[u8], payload: &[u8], answer_wait: Millis) -> HsuFrame {
        self.command.clear();
        self.command.extend(preamble.iter().copied());
        information(&mut self.command, payload);
        self.answer_code = payload[0].wrapping_add(1);
        self.answer_wait = answer_wait;
        self.deframer.clear();
        if core::mem::take(&mut self.unsettled) {
            self.tries = 0;
            self.state = State::Quiet { until: now + QUIET, latest: now + QUIET_MAX };
            return HsuFrame::from_iter(ACK);
        }
        self.tries = 1;
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
    pub fn wake(&mut self, now: Instant, send: &mut HsuFrame) -> Option<ExchangeOutcome> {
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
    pub fn receive(&mut self, now: Instant, byte: u8, send: &mut HsuFrame) -> Option<ExchangeOutcome> {
        match self.state {
            State::Idle => None,
            State::Quiet { latest, .. } => {
                self.state = State::Quiet { until: now + QUIET, latest };
                None
            }
            State::Sent { .. } | State::Running { .. } => {
                self.deframer.push(byte);
                let mut outcome = None;
                while outcome.is_none()
                    && let Some(incoming) = self.deframer.take()
                {
                    outcome = self.take(now, incoming, send);
                }
                outcome
            }
        }
    }

    fn take(&mut self, now: Instant, incoming: Incoming, send: &mut HsuFrame) -> Option<ExchangeOutcome> {
        if incoming == Incoming::Damaged {
            self.faults.damaged = self.faults.damaged.wrapping_add(1);
        }
        match (self.state, incoming) {
            (State::Sent { .. }, Incoming::Ack) => {
                self.state = State::Running { until: now + self.answer_wait, nacks: 0 };
                None
            }
            (State::Sent { .. }, Incoming::Nack) => self.end(now, send),
            (State::Running { nacks, .. }, Incoming::Answer(mut payload))
                if payload.first() == Some(&self.answer_code) =>
            {
                self.unsettled = self.tries > 1 || nacks > 0;
                self.state = State::Idle;
                payload.remove(0);
                Some(ExchangeOutcome::Answered(payload))
            }
            (State::Running { nacks, .. }, Incoming::Error) => {
                self.unsettled = self.tries > 1 || nacks > 0;
                self.state = State::Idle;
                Some(ExchangeOutcome::Refused)
            }
            (State::Running { nacks, .. }, Incoming::Damaged) if nacks < NACKS => {
                send.clear();
                send.extend(NACK);
                self.state = State::Running { until: now + self.answer_wait, nacks: nacks + 1 };
                None
            }
            (State::Running { .. }, Incoming::Damaged) => self.end(now, send),
            // Left over from a command before, or nothing that answers this one.
            _ => None,
        }
    }

    /// Ends what runs: to be repeated once the line is quiet, or given up.
    fn end(&mut self, now: Instant, send: &mut HsuFrame) -> Option<ExchangeOutcome> {
        send.clear();
        send.extend(ACK);
        if self.tries >= TRIES {
            self.state = State::Idle;
            self.faults.silent = self.faults.silent.wrapping_add(1);
            return Some(ExchangeOutcome::Silent);
        }
        self.state = State::Quiet { until: now + QUIET, latest: now + QUIET_MAX };
        None
    }
}

const _: () = assert!(ACK.len() <= FRAME_MAX && NACK.len() <= FRAME_MAX);

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAND: [u8; 3] = [0x40, 0x01, 0x30];
    const ANSWER: [u8; 10] = [0x00, 0x00, 0xff, 0x03, 0xfd, 0xd5, 0x41, 0x00, 0xea, 0x00];

    /// A command that was sent at 0 ms.
    fn sent() -> (Exchange, HsuFrame) {
        let mut exchange = Exchange::new();
        let frame = exchange.begin(Instant(0), &[], &COMMAND, ANSWER_WAIT);
        (exchange, frame)
    }

    fn hear(exchange: &mut Exchange, at: u64, bytes: &[u8]) -> (Option<ExchangeOutcome>, HsuFrame) {
        let mut send = HsuFrame::new();
        let outcome = bytes.iter().filter_map(|byte| exchange.receive(Instant(at), *byte, &mut send)).last();
        (outcome, send)
    }

    fn wake(exchange: &mut Exchange) -> (u64, Option<ExchangeOutcome>, HsuFrame) {
        let at = exchange.wake_at().expect("something runs");
        let mut send = HsuFrame::new();
        let outcome = exchange.wake(at, &mut send);
        (at.0, outcome, send)
    }

    fn answered() -> ExchangeOutcome {
        ExchangeOutcome::Answered(Payload::from_iter([0x00]))
    }

    #[test]
    fn an_answer_counts_behind_its_ack_and_not_before() {
        let (mut exchange, _) = sent();
        assert_eq!(hear(&mut exchange, 1, &ANSWER), (None, HsuFrame::new()));
        assert_eq!(hear(&mut exchange, 2, &ACK), (None, HsuFrame::new()));
        assert_eq!(hear(&mut exchange, 3, &ANSWER), (Some(answered()), HsuFrame::new()));
        assert!(exchange.is_idle());
        assert_eq!(hear(&mut exchange, 4, &ANSWER), (None, HsuFrame::new()));
    }

    #[test]
    fn the_answer_to_another_command_is_none() {
        let (mut exchange, _) = sent();
        hear(&mut exchange, 1, &ACK);
        let listed = [0x00, 0x00, 0xff, 0x03, 0xfd, 0xd5, 0x4b, 0x00, 0xe0, 0x00];
        assert_eq!(hear(&mut exchange, 2, &listed), (None, HsuFrame::new()));
        assert_eq!(hear(&mut exchange, 3, &ANSWER), (Some(answered()), HsuFrame::new()));
    }

    #[test]
    fn a_damaged_answer_is_asked_for_twice_and_then_the_command_is_repeated() {
        let (mut exchange, command) = sent();
        hear(&mut exchange, 1, &ACK);
        let mut damaged = ANSWER;
        damaged[7] ^= 1;
        assert_eq!(hear(&mut exchange, 2, &damaged), (None, HsuFrame::from_iter(NACK)));
        assert_eq!(hear(&mut exchange, 3, &damaged), (None, HsuFrame::from_iter(NACK)));
        assert_eq!(hear(&mut exchange, 4, &damaged), (None, HsuFrame::from_iter(ACK)));
        assert_eq!(wake(&mut exchange), (9, None, command));
        assert_eq!(exchange.faults(), LineFaults { damaged: 3, ..LineFaults::default() });
    }

    #[test]
    fn a_command_without_an_answer_is_given_up() {
        let (mut exchange, command) = sent();
        assert_eq!(wake(&mut exchange), (25, None, HsuFrame::from_iter(ACK)));
        assert_eq!(wake(&mut exchange), (30, None, command.clone()));
        hear(&mut exchange, 31, &ACK);
        assert_eq!(wake(&mut exchange), (181, None, HsuFrame::from_iter(ACK)));
        assert_eq!(wake(&mut exchange), (186, None, command));
        assert_eq!(wake(&mut exchange), (211, Some(ExchangeOutcome::Silent), HsuFrame::from_iter(ACK)));
        assert_eq!((exchange.wake_at(), exchange.faults().silent), (None, 1));
    }

    #[test]
    fn what_comes_before_the_line_is_quiet_is_thrown_away() {
        let (mut exchange, command) = sent();
        wake(&mut exchange);
        for at in [26, 30, 34] {
            assert_eq!(hear(&mut exchange, at, &[&ACK[..], &ANSWER].concat()), (None, HsuFrame::new()));
        }
        assert_eq!(wake(&mut exchange), (39, None, command.clone()));
        // A line that is never quiet is not waited for.
        wake(&mut exchange);
        for at in 65..120 {
            hear(&mut exchange, at, &[0x55]);
        }
        assert_eq!(wake(&mut exchange), (64 + 50, None, command));
    }

    #[test]
    fn after_a_repetition_the_line_is_cleared_before_the_next_command() {
        let (mut exchange, _) = sent();
        wake(&mut exchange);
        wake(&mut exchange);
        assert_eq!(hear(&mut exchange, 31, &[&ACK[..], &ANSWER].concat()).0, Some(answered()));
        let next = [0x40, 0x01, 0xa0];
        assert_eq!(exchange.begin(Instant(31), &[], &next, ANSWER_WAIT), HsuFrame::from_iter(ACK));
        // The answers to the command before, which was sent twice.
        assert_eq!(hear(&mut exchange, 32, &[&ACK[..], &ANSWER].concat()), (None, HsuFrame::new()));
        let mut expected = HsuFrame::new();
        information(&mut expected, &next);
        assert_eq!(wake(&mut exchange), (37, None, expected));
        hear(&mut exchange, 38, &ACK);
        assert_eq!(hear(&mut exchange, 39, &ANSWER), (Some(answered()), HsuFrame::new()));
        assert_ne!(
            exchange.begin(Instant(39), &[], &next, ANSWER_WAIT),
            HsuFrame::from_iter(ACK),
            "nothing is left over this time"
        );
    }

    #[test]
    fn a_command_that_the_pn532_does_not_know_is_refused() {
        let (mut exchange, _) = sent();
        hear(&mut exchange, 1, &ACK);
        let error = [0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00];
        assert_eq!(hear(&mut exchange, 2, &error), (Some(ExchangeOutcome::Refused), HsuFrame::new()));
    }
}
