//! The service link: everything that can be said arrives as it was said, once, or not at all.

mod message;

use std::collections::{BTreeMap, VecDeque};

use firmware_core::card::{CardId, SystemId};
use firmware_core::device::{Device, Effects};
use firmware_core::link::{
    Answer, Caller, Frames, Heard, LinkMessage, LinkRefusal, Linked, PROTOCOL, PedestalReport, Port, Question,
    RecordLog, Request, ValidatorReport, Version,
};
use firmware_core::pedestal::{self, Office, Outcome, Pedestal, Socket, SocketMemory};
use firmware_core::time::{DateTime, Instant, Millis};
use firmware_core::validator::{self, Bus, Validator};
use message::{bus, office, pedestal_answer, question, validator_answer};
use proptest::prelude::*;

/// What happens to a frame on the line.
#[derive(Clone, Debug)]
enum Fault {
    Lost,
    Late(u32),
    Flipped(usize, u8),
    CutAfter(usize),
    Twice,
    Behind(Vec<u8>),
    Inserted(usize, u8),
    /// Its bytes and those of the frame before it come in turn.
    Interleaved,
}

/// An office, a device, and the line between them.
struct Line<D: Linked> {
    now: Instant,
    caller: Caller<D>,
    port: Port<D>,
    /// The commands that the device got, in order.
    received: Vec<D::Command>,
    /// What it answers.
    answer: Option<Answer<D>>,
    faults: BTreeMap<usize, Fault>,
    frames: usize,
    last_frame: Vec<u8>,
    /// On their way to the device, and from it.
    to_device: VecDeque<(Instant, u8)>,
    to_office: VecDeque<(Instant, u8)>,
}

impl<D: Linked> Line<D> {
    fn new(epoch: u32) -> Self {
        Self {
            now: Instant(0),
            caller: Caller::new(),
            port: Port::new(epoch),
            received: Vec::new(),
            answer: None,
            faults: BTreeMap::new(),
            frames: 0,
            last_frame: Vec::new(),
            to_device: VecDeque::new(),
            to_office: VecDeque::new(),
        }
    }

    fn befall(&mut self, frame: &[u8]) -> (u32, Vec<u8>) {
        let fault = self.faults.remove(&self.frames);
        self.frames += 1;
        let mut line = frame.to_vec();
        let mut late = 1;
        match fault {
            None => {}
            Some(Fault::Lost) => line.clear(),
            Some(Fault::Late(length)) => late = length,
            Some(Fault::Flipped(at, bit)) => line[at % frame.len()] ^= 1 << (bit % 8),
            Some(Fault::CutAfter(length)) => line.truncate(length % frame.len()),
            Some(Fault::Twice) => line.extend(frame),
            Some(Fault::Behind(noise)) => line = [noise.as_slice(), frame].concat(),
            Some(Fault::Inserted(at, byte)) => line.insert(at % frame.len(), byte),
            Some(Fault::Interleaved) => {
                let mut before = self.last_frame.iter();
                line = frame.iter().flat_map(|byte| [Some(*byte), before.next().copied()]).flatten().collect();
            }
        }
        self.last_frame = frame.to_vec();
        (late, line)
    }

    /// Says something and waits for what becomes of it.
    fn say(&mut self, message: LinkMessage<D>) -> Heard<D> {
        self.caller.say(self.now, message).expect("nothing is under way");
        self.listen()
    }

    fn listen(&mut self) -> Heard<D> {
        loop {
            if let Some(heard) = self.step() {
                return heard;
            }
        }
    }

    fn step(&mut self) -> Option<Heard<D>> {
        let line = self.caller.pending().to_vec();
        if !line.is_empty() {
            self.caller.sent(line.len());
            let (late, line) = self.befall(&line);
            self.to_device.extend(line.into_iter().map(|byte| (self.now + Millis(late), byte)));
        }
        let line = self.port.pending().to_vec();
        if !line.is_empty() {
            self.port.sent(line.len());
            let (late, line) = self.befall(&line);
            self.to_office.extend(line.into_iter().map(|byte| (self.now + Millis(late), byte)));
        }
        let at = |queue: &VecDeque<(Instant, u8)>| queue.front().map(|(at, _)| *at);
        let (device_at, office_at) = (at(&self.to_device), at(&self.to_office));
        let next = [device_at, office_at, self.caller.wake_at()].into_iter().flatten().min()?;
        self.now = self.now.max(next);
        if device_at == Some(next) {
            let (_, byte) = self.to_device.pop_front()?;
            match self.port.receive(byte) {
                Some(Request::Command(command)) => {
                    self.received.push(command);
                    self.port.done();
                }
                Some(Request::Ask(_)) => {
                    if let Some(answer) = &self.answer {
                        self.port.answer(answer);
                    }
                }
                None => {}
            }
            None
        } else if office_at == Some(next) {
            let (_, byte) = self.to_office.pop_front()?;
            self.caller.receive(self.now, byte)
        } else {
            self.caller.wake(self.now)
        }
    }
}

/// Bytes that frames are made of come more often than others.
fn noise() -> impl Strategy<Value = u8> {
    prop_oneof![Just(0), 0..8_u8, any::<u8>()]
}

fn faults() -> impl Strategy<Value = BTreeMap<usize, Fault>> {
    let fault = prop_oneof![
        Just(Fault::Lost),
        (0..1_500_u32).prop_map(Fault::Late),
        any::<(usize, u8)>().prop_map(|(at, bit)| Fault::Flipped(at, bit)),
        any::<usize>().prop_map(Fault::CutAfter),
        Just(Fault::Twice),
        prop::collection::vec(noise(), 1..40).prop_map(Fault::Behind),
        (any::<usize>(), noise()).prop_map(|(at, byte)| Fault::Inserted(at, byte)),
        Just(Fault::Interleaved),
    ];
    prop::collection::btree_map(0..40_usize, fault, 0..20)
}

/// Says `commands` over a line with `faults` and checks that each was done once or not at all, in their order.
fn tell_all<D: Linked>(commands: &[D::Command], faults: BTreeMap<usize, Fault>) -> Result<(), TestCaseError> {
    let mut line = Line::<D>::new(0x0010_0000);
    line.faults = faults;
    // Commands that were given up: they may still be on their way, and be done before those that follow.
    let mut given_up = VecDeque::new();
    for command in commands {
        let before = line.received.len();
        let heard = line.say(LinkMessage::Command(command.clone()));
        let mut late_ones = &line.received[before..];
        match heard {
            Heard::Done => {
                prop_assert_eq!(late_ones.last(), Some(command), "done");
                late_ones = &late_ones[..late_ones.len() - 1];
            }
            Heard::Silent => match late_ones.split_last() {
                Some((last, earlier)) if last == command => late_ones = earlier,
                _ => given_up.push_back(command),
            },
            Heard::Refused(LinkRefusal::Number) => {}
            other => prop_assert!(false, "{:?}", other),
        }
        for late in late_ones {
            while given_up.front().is_some_and(|one| *one != late) {
                given_up.pop_front();
            }
            prop_assert_eq!(given_up.pop_front(), Some(late), "done without a report");
        }
    }
    // The line is sound again: so is everything else.
    line.faults.clear();
    line.to_device.clear();
    line.to_office.clear();
    let last = &commands[0];
    let mut heard = line.say(LinkMessage::Command(last.clone()));
    if heard == Heard::Refused(LinkRefusal::Number) {
        heard = line.say(LinkMessage::Command(last.clone()));
    }
    prop_assert_eq!(heard, Heard::Done);
    prop_assert_eq!(line.received.last(), Some(last));
    Ok(())
}

/// Says one command over a sound line.
fn deliver<D: Linked>(command: &D::Command) -> Result<(), TestCaseError> {
    let mut line = Line::<D>::new(7);
    prop_assert_eq!(line.say(LinkMessage::Command(command.clone())), Heard::Done);
    prop_assert_eq!(line.received, std::slice::from_ref(command));
    Ok(())
}

/// Asks for one answer over a sound line.
fn ask<D: Linked>(answer: Answer<D>) -> Result<(), TestCaseError> {
    let mut line = Line::<D>::new(7);
    line.answer = Some(answer.clone());
    let heard = line.say(LinkMessage::Ask(question(&answer)));
    // Frames are counted by the port itself.
    let expected = match answer {
        Answer::Frames(_) => Answer::Frames(Frames { asked: 1, ..Frames::default() }),
        answer => answer,
    };
    prop_assert_eq!(heard, Heard::Answered(expected));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_that_an_office_can_say_arrives_as_it_was_said(command in office()) {
        deliver::<Pedestal>(&command)?;
    }

    #[test]
    fn all_that_a_bus_can_say_arrives_as_it_was_said(command in bus()) {
        deliver::<Validator>(&command)?;
    }

    #[test]
    fn all_that_a_pedestal_can_answer_arrives_as_it_was_said(answer in pedestal_answer()) {
        ask::<Pedestal>(answer)?;
    }

    #[test]
    fn all_that_a_validator_can_answer_arrives_as_it_was_said(answer in validator_answer()) {
        ask::<Validator>(answer)?;
    }

    #[test]
    fn whatever_befalls_the_line_a_pedestal_does_what_it_is_sent_once_or_not_at_all(
        commands in prop::collection::vec(office(), 1..6),
        faults in faults(),
    ) {
        tell_all::<Pedestal>(&commands, faults)?;
    }

    #[test]
    fn whatever_befalls_the_line_a_validator_does_what_it_is_sent_once_or_not_at_all(
        commands in prop::collection::vec(bus(), 1..6),
        faults in faults(),
    ) {
        tell_all::<Validator>(&commands, faults)?;
    }

    #[test]
    fn noise_is_never_an_answer(bytes in prop::collection::vec(noise(), 0..2_000)) {
        let mut port = Port::<Validator>::new(0);
        let mut caller = Caller::<Validator>::new();
        prop_assert!(caller.say(Instant(0), LinkMessage::Ask(Question::Store)).is_ok());
        for byte in &bytes {
            prop_assert_eq!(port.receive(*byte), None);
            prop_assert_eq!(caller.receive(Instant(0), *byte), None);
        }
        prop_assert!(bytes.contains(&0) || port.frames().damaged == 0);
    }

    /// A frame with a right checksum and anything in it: it is decoded to at most one request.
    #[test]
    fn a_sound_frame_with_nonsense_in_it_is_refused_and_never_acted_on_unless_it_can_be_said(
        code in prop_oneof![0x0f..0x28_u8, any::<u8>()],
        body in prop::collection::vec(prop_oneof![4 => 0..4_u8, 1 => any::<u8>()], 0..120),
    ) {
        let mut port = Port::<Validator>::new(5);
        let received = receive(&mut port, &frame(PROTOCOL, code, 1, 5, &body));
        if let Some(Request::Command(command)) = &received {
            // What was understood says itself by the same bytes.
            let mut again = Caller::<Validator>::new();
            let mut other = Port::<Validator>::new(5);
            sync(&mut again, &mut other);
            prop_assert!(again.say(Instant(0), LinkMessage::Command(command.clone())).is_ok());
            prop_assert_eq!(again.pending().to_vec(), frame(PROTOCOL, code, 1, 5, &body));
        } else if received.is_none() && code != 0x02 {
            let frames = port.frames();
            prop_assert_eq!((frames.refused, frames.acted_on, frames.damaged), (1, 0, 0));
        }
    }
}

/// Lets a caller learn epoch and number.
fn sync<D: Linked>(caller: &mut Caller<D>, port: &mut Port<D>) {
    caller.say(Instant(0), LinkMessage::Ask(Question::Frames)).expect("nothing is under way");
    let request = caller.pending().to_vec();
    caller.sent(request.len());
    receive(port, &request);
    let reply = port.pending().to_vec();
    port.sent(reply.len());
    let heard = reply.iter().find_map(|byte| caller.receive(Instant(0), *byte));
    assert!(matches!(heard, Some(Heard::Answered(Answer::Frames(_)))));
}

fn receive<D: Linked>(port: &mut Port<D>, line: &[u8]) -> Option<Request<D>> {
    line.iter().filter_map(|byte| port.receive(*byte)).last()
}

/// A frame as the documentation has it, made without the code that is tested.
fn frame(version: u8, code: u8, number: u16, epoch: u32, body: &[u8]) -> Vec<u8> {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    let mut raw = vec![version, code];
    raw.extend(number.to_le_bytes());
    raw.extend(epoch.to_le_bytes());
    raw.extend(body);
    raw.extend(crc.checksum(&raw).to_le_bytes());
    let mut line = vec![0];
    for piece in raw.split(|byte| *byte == 0) {
        let mut rest = piece;
        while rest.len() >= 254 {
            line.push(255);
            line.extend(&rest[..254]);
            rest = &rest[254..];
        }
        line.push(u8::try_from(rest.len() + 1).expect("a short run"));
        line.extend(rest);
    }
    line.push(0);
    line
}

/// The reply that a port has to send: code, last command acted on, and what follows the code of the request.
fn reply<D: Linked>(port: &mut Port<D>) -> (u8, u16, Vec<u8>) {
    let line = port.pending().to_vec();
    port.sent(line.len());
    let mut raw = Vec::new();
    let mut rest = &line[1..line.len() - 1];
    while let [code, tail @ ..] = rest {
        let run = usize::from(*code) - 1;
        raw.extend(&tail[..run]);
        rest = &tail[run..];
        if *code != 255 && !rest.is_empty() {
            raw.push(0);
        }
    }
    let body = &raw[8..raw.len() - 4];
    (raw[1], u16::from_le_bytes([body[0], body[1]]), body[3..].to_vec())
}

const DONE: u8 = 0x90;
const REFUSED: u8 = 0x91;

#[test]
fn the_bytes_on_the_line_are_those_of_the_documentation() {
    let mut port = Port::<Validator>::new(0x0102_0304);
    // Block, on.
    let line = frame(PROTOCOL, 0x22, 1, 0x0102_0304, &[1]);
    assert_eq!(receive(&mut port, &line), Some(Request::Command(Bus::Block(true))));
    port.done();
    assert_eq!(reply(&mut port), (DONE, 1, vec![]));
    // The same frame once more: done once, said twice.
    assert_eq!(receive(&mut port, &line), None);
    assert_eq!(reply(&mut port), (DONE, 1, vec![]));
    let frames = Frames { acted_on: 1, repeated: 1, ..Frames::default() };
    assert_eq!(port.frames(), frames);
}

#[test]
fn what_is_refused_is_counted_and_says_why() {
    let block = |version, number, epoch, body: &[u8]| frame(version, 0x22, number, epoch, body);
    let cases = [
        (block(PROTOCOL + 1, 1, 9, &[1]), LinkRefusal::Version, 0),
        (frame(PROTOCOL, 0x10, 1, 9, &[0; 4]), LinkRefusal::Message, 1),
        (frame(PROTOCOL, 0x7f, 1, 9, &[]), LinkRefusal::Message, 1),
        (block(PROTOCOL, 1, 9, &[2]), LinkRefusal::Value, 2),
        (block(PROTOCOL, 1, 9, &[]), LinkRefusal::Value, 2),
        (block(PROTOCOL, 1, 9, &[1, 0]), LinkRefusal::Value, 2),
        (frame(PROTOCOL, 0x05, 1, 9, &[1, 2, 3]), LinkRefusal::Value, 2),
        (block(PROTOCOL, 2, 9, &[1]), LinkRefusal::Number, 3),
        (block(PROTOCOL, 0, 9, &[1]), LinkRefusal::Number, 3),
        (block(PROTOCOL, 1, 8, &[1]), LinkRefusal::Epoch, 4),
    ];
    let mut port = Port::<Validator>::new(9);
    for (count, (line, refusal, code)) in (1..).zip(cases) {
        assert_eq!(receive(&mut port, &line), None, "{refusal:?}");
        assert_eq!(reply(&mut port), (REFUSED, 0, vec![code]), "{refusal:?}");
        let frames = port.frames();
        assert_eq!(frames.other_version + frames.refused, count);
        assert_eq!(frames.other_version, 1);
    }
    assert_eq!(receive(&mut port, &block(PROTOCOL, 1, 9, &[1])), Some(Request::Command(Bus::Block(true))));
}

#[test]
fn a_device_that_has_not_finished_takes_nothing_else_on() {
    let mut port = Port::<Validator>::new(9);
    let line = frame(PROTOCOL, 0x22, 1, 9, &[1]);
    assert_eq!(receive(&mut port, &line), Some(Request::Command(Bus::Block(true))));
    assert_eq!(receive(&mut port, &line), None, "it has been handed over");
    assert_eq!(port.pending(), []);
    assert_eq!(receive(&mut port, &frame(PROTOCOL, 0x22, 2, 9, &[0])), None);
    assert_eq!(reply(&mut port), (REFUSED, 0, vec![5]));
    port.done();
    assert_eq!(reply(&mut port), (DONE, 1, vec![]));
    port.done();
    assert_eq!((port.pending(), port.frames().acted_on), (&[][..], 1), "once is enough");
}

#[test]
fn a_question_without_an_answer_does_not_block_the_next() {
    let mut line = Line::<Validator>::new(1);
    assert_eq!(line.say(LinkMessage::Ask(Question::Store)), Heard::Silent);
    assert_eq!(line.say(LinkMessage::Command(Bus::Block(true))), Heard::Done);
    // An answer to what is no longer asked is not sent.
    line.port.answer(&Answer::Memory(None));
    assert_eq!(line.port.pending(), []);
}

#[test]
fn a_command_from_before_a_restart_is_refused_and_the_office_hears_of_it() {
    let mut line = Line::<Validator>::new(1);
    assert_eq!(line.say(LinkMessage::Command(Bus::Block(true))), Heard::Done);
    assert_eq!(line.caller.epoch(), Some(1));
    line.port = Port::new(2);
    assert_eq!(line.say(LinkMessage::Command(Bus::Block(false))), Heard::Restarted);
    assert_eq!((line.received.len(), line.caller.epoch()), (1, Some(2)));
    assert_eq!(line.say(LinkMessage::Command(Bus::Block(false))), Heard::Done);
    assert_eq!(line.received, [Bus::Block(true), Bus::Block(false)]);
}

#[test]
fn an_office_that_restarts_goes_on_where_the_device_is() {
    let mut line = Line::<Pedestal>::new(1);
    for seconds in 0..300 {
        if seconds % 7 == 0 {
            line.caller = Caller::new();
        }
        let command = Office::CivilTime(DateTime(seconds));
        assert_eq!(line.say(LinkMessage::Command(command.clone())), Heard::Done);
        assert_eq!(line.received.last(), Some(&command));
    }
    assert_eq!(line.received.len(), 300);
}

#[test]
fn a_device_that_is_not_there_is_given_up_and_found_when_it_is() {
    let mut caller = Caller::<Pedestal>::new();
    let mut now = Instant(0);
    caller.say(now, LinkMessage::Ask(Question::Store)).expect("nothing is under way");
    assert!(caller.say(now, LinkMessage::Ask(Question::Frames)).is_err(), "one at a time");
    let mut frames = 0;
    let heard = loop {
        frames += usize::from(!caller.pending().is_empty());
        caller.sent(usize::MAX);
        now = caller.wake_at().expect("it waits");
        if let Some(heard) = caller.wake(now) {
            break heard;
        }
    };
    assert_eq!((heard, frames), (Heard::Silent, 5));
    assert_eq!((caller.wake_at(), caller.wake(now)), (None, None));
    let mut line = Line::<Pedestal>::new(3);
    line.caller = caller;
    assert_eq!(line.say(LinkMessage::Command(Office::Release(Socket::Two))), Heard::Done);
}

#[test]
fn settings_that_cannot_be_are_refused() {
    let mut line = Line::<Pedestal>::new(1);
    let settings = pedestal::Settings::new(SystemId(1), 2);
    assert_eq!(line.say(LinkMessage::Command(Office::Configure(settings))), Heard::Done);
    // The first value is the inactivity time: bytes 5 to 8 of what is said.
    let mut caller = Caller::<Pedestal>::new();
    sync(&mut caller, &mut Port::new(1));
    let settings = pedestal::Settings::new(SystemId(1), 2);
    caller.say(Instant(0), LinkMessage::Command(Office::Configure(settings))).expect("nothing is under way");
    let mut body = vec![1, 0, 2, 0, u8::try_from(pedestal::SETTINGS.len()).expect("few")];
    for setting in pedestal::SETTINGS {
        body.extend(setting.default.to_le_bytes());
    }
    assert_eq!(caller.pending(), frame(PROTOCOL, 0x11, 1, 1, &body));
    for value in [0, u32::MAX] {
        let mut body = body.clone();
        body[5..9].copy_from_slice(&u32::to_le_bytes(value));
        let mut port = Port::<Pedestal>::new(1);
        assert_eq!(receive(&mut port, &frame(PROTOCOL, 0x11, 1, 1, &body)), None);
        assert_eq!(reply(&mut port), (REFUSED, 0, vec![2]));
    }
    // A device with another number of settings is another device.
    body[4] += 1;
    body.extend([0; 4]);
    let mut port = Port::<Pedestal>::new(1);
    assert_eq!(receive(&mut port, &frame(PROTOCOL, 0x11, 1, 1, &body)), None);
}

#[test]
fn a_command_is_the_event_that_it_is() {
    let civil = DateTime(86_400);
    assert_eq!(Pedestal::event(Office::CivilTime(civil)), pedestal::Event::Office(Office::CivilTime(civil)));
    assert_eq!(Validator::event(Bus::CivilTime(civil)), validator::Event::Bus(Bus::CivilTime(civil)));
    // A device that gets the time over the link knows it.
    let settings = validator::Settings::new(SystemId(1), 1);
    let mut effects = Effects::new();
    let mut device = Validator::power_on(Instant(0), validator::Memory::default(), settings, &mut effects);
    device.handle(Instant(1), Validator::event(Bus::Block(true)), &mut effects);
    assert!(device.memory().blocked);
}

#[test]
fn a_memory_is_reported_in_parts_without_gaps() {
    let mut memory = pedestal::Memory { next_txn: 5, ..pedestal::Memory::default() };
    memory.sockets[2].owner = Some(CardId(77));
    let parts: Vec<_> = (0..=u8::MAX).map_while(|part| Pedestal::report(&memory, part)).collect();
    let socket = |number: u8| Socket::numbered(number).expect("1 to 4");
    let mut expected = vec![PedestalReport::Journal { next_txn: 5, journal: None }];
    expected
        .extend((1..=4).map(|number| PedestalReport::Socket(socket(number), memory.sockets[usize::from(number) - 1])));
    assert_eq!(parts, expected);
    assert_ne!(memory.sockets[2], SocketMemory::default());

    let memory = validator::Memory { blocked: true, ..validator::Memory::default() };
    let Some(ValidatorReport::Counts { blocked: true, operations: 0, .. }) = Validator::report(&memory, 0) else {
        panic!("part 0 counts");
    };
    assert_eq!(Validator::report(&memory, 1), None);
}

#[test]
fn the_last_records_are_found_by_their_numbers() {
    let mut log = RecordLog::<pedestal::Record, 4>::new();
    let record =
        |amount| pedestal::Record::Consumed { socket: Socket::One, amount: firmware_core::money::MilliOre(amount) };
    let answer = |log: &RecordLog<_, 4>, number| log.answer::<Pedestal>(number);
    assert_eq!(answer(&log, 0), Answer::Record { first: 0, next: 0, record: None });
    for number in 0..11_u32 {
        log.push(record(u64::from(number)));
        let first = (number + 1).saturating_sub(4);
        for asked in 0..15 {
            let kept = (first..=number).contains(&asked).then(|| record(u64::from(asked)));
            assert_eq!(answer(&log, asked), Answer::Record { first, next: number + 1, record: kept });
        }
        assert_eq!(log.get(u32::MAX), None);
    }
}

#[test]
fn a_version_is_that_of_this_crate() {
    let version = Version::of::<Validator>(1, 42);
    let core = version.core.map(|number| number.to_string()).join(".");
    assert_eq!((core.as_str(), version.build), (env!("CARGO_PKG_VERSION"), 42));
}

#[test]
fn the_outcome_of_a_record_is_sent_as_its_index() {
    let mut port = Port::<Pedestal>::new(0);
    for (number, (code, outcome)) in (1..).zip([(0, Outcome::Done), (1, Outcome::NotDone), (2, Outcome::WrittenOff)]) {
        let received = receive(&mut port, &frame(PROTOCOL, 0x13, number, 0, &[3, code]));
        assert_eq!(received, Some(Request::Command(Office::CloseRecord(Socket::Four, outcome))));
        port.done();
    }
    assert_eq!(receive(&mut port, &frame(PROTOCOL, 0x13, 4, 0, &[4, 0])), None);
    assert_eq!(receive(&mut port, &frame(PROTOCOL, 0x13, 4, 0, &[0, 3])), None);
}
