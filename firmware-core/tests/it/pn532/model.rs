//! A PN532 with a MIFARE Classic in its field, as far as a reader can see, and the line between.
//!
//! Written from UM0701-02 and MF1S50, with a parser of its own: nothing here leans on the code it tests.

use std::collections::{BTreeMap, VecDeque};

use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes, CardRead};
use firmware_core::device::CardEvent;
use firmware_core::mifare::{BLOCKS, Block, Keys, block, slot_and_block};
use firmware_core::pn532::{BaudRate, Output, Pn532, Setup};
use firmware_core::time::{Instant, Millis};

/// A MIFARE Classic 1K, or something that only answers when it is listed.
#[derive(Clone, PartialEq, Debug)]
pub struct Chip {
    pub uid: Vec<u8>,
    pub sens_res: [u8; 2],
    pub sel_res: u8,
    pub blocks: [Block; BLOCKS as usize],
    /// These blocks cannot be read …
    pub unreadable: Vec<u8>,
    /// … and these keep what they hold, whatever is written to them.
    pub stuck: Vec<u8>,
    /// This one is misread once.
    pub misread: Option<u8>,
    halted: bool,
    open: Option<(u8, u8)>,
}

impl Chip {
    /// A card that `keys` open.
    pub fn new(card: &CardBytes, keys: &Keys) -> Self {
        let blocks = core::array::from_fn(|address| {
            let address = u8::try_from(address).expect("fewer than 256 blocks");
            block(card, keys, address).unwrap_or_default()
        });
        Self {
            uid: vec![0xde, 0xad, 0xbe, 0x0f],
            sens_res: [0x00, 0x04],
            sel_res: 0x08,
            blocks,
            unreadable: Vec::new(),
            stuck: Vec::new(),
            misread: None,
            halted: false,
            open: None,
        }
    }

    /// What a card of software would hold.
    pub fn card(&self) -> CardBytes {
        let mut bytes = [0; CARD_LEN];
        for (address, block) in (0..BLOCKS).zip(&self.blocks) {
            if let Some((slot, number)) = slot_and_block(address) {
                let start = slot.start() + usize::from(number) * BLOCK_LEN;
                bytes[start..start + BLOCK_LEN].copy_from_slice(block);
            }
        }
        CardBytes::from_array(bytes)
    }

    /// Its answer; none is a refusal, after which it is idle.
    fn exchange(&mut self, command: &[u8]) -> Option<Vec<u8>> {
        let answer = self.answer(command);
        if answer.is_none() {
            self.open = None;
        }
        answer
    }

    fn answer(&mut self, command: &[u8]) -> Option<Vec<u8>> {
        let (&[code, address], rest) = command.split_first_chunk()?;
        let sector = address / 4;
        match code {
            0x60 | 0x61 => {
                let trailer = &self.blocks[usize::from(sector * 4 + 3)];
                let key = if code == 0x60 { &trailer[..6] } else { &trailer[10..] };
                // In the transport configuration key B can be read, so it opens nothing (MF1S50, 8.7.2).
                let opens = code == 0x60 || trailer[6] != 0xff;
                let uid = self.uid.last_chunk::<4>()?;
                (opens && rest == [key, uid].concat()).then(|| self.open = Some((sector, code)))?;
                Some(Vec::new())
            }
            0x30 if self.open?.0 == sector && !self.unreadable.contains(&address) => {
                let mut block = self.blocks[usize::from(address)].to_vec();
                block[5] ^= u8::from(self.misread.take_if(|misread| *misread == address).is_some());
                Some(block)
            }
            0xa0 if self.open?.0 == sector => {
                let transport = self.blocks[usize::from(sector * 4 + 3)][6] == 0xff;
                (transport || self.open?.1 == 0x61).then_some(())?;
                assert!(
                    slot_and_block(address).is_some(),
                    "block {address} is written, which is none of the application's"
                );
                if !self.stuck.contains(&address) {
                    self.blocks[usize::from(address)] = rest.try_into().ok()?;
                }
                Some(Vec::new())
            }
            _ => None,
        }
    }
}

/// When, within an exchange with the card, it is pulled away.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Pull {
    /// Before the card has heard the command.
    Before,
    /// It has carried out the command, and its answer is lost.
    Unheard,
    /// Right after its answer.
    After,
}

/// What happens to a frame on the line.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    Lost,
    Flipped(usize, u8),
    CutAfter(usize),
    Twice,
    Behind(Vec<u8>),
    Inserted(usize, u8),
    /// It and everything behind it come so much later.
    Late(u32),
}

impl Fault {
    fn befall(&self, frame: &[u8]) -> Vec<u8> {
        let mut line = frame.to_vec();
        match self {
            Self::Lost => line.clear(),
            Self::Flipped(at, bit) => line[at % frame.len()] ^= 1 << (bit % 8),
            Self::CutAfter(length) => line.truncate(length % frame.len()),
            Self::Twice => line.extend(frame),
            Self::Behind(noise) => line = [noise.as_slice(), frame].concat(),
            // A frame that contains its own checksum passes: a sum of eight bits cannot detect it.
            Self::Late(_) => {}
            Self::Inserted(at, byte) => line.insert(at % frame.len(), byte ^ u8::from(frame[frame.len() - 2] == *byte)),
        }
        line
    }
}

/// One of the cards in the field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    Chip,
    Beside,
}

/// A card of the system, for the tests: it can be read, and its system is 0.
pub fn is_of_system(read: &CardRead) -> bool {
    read.as_ref().is_ok_and(|image| image.body.environment.system.0 == 0)
}

/// A PN532, its line, the card in its field, and the reader at the other end.
pub struct Model {
    pub now: Instant,
    pub reader: Pn532,
    pub events: Vec<(Instant, CardEvent)>,
    pub chip: Option<Chip>,
    /// A card beside it.
    pub beside: Option<Chip>,
    /// Whether the card beside it is listed first.
    pub beside_comes_first: bool,
    /// Cards that were pulled away by plan.
    pub pulled: Option<Chip>,
    /// What was said to cards: code and block.
    pub said: Vec<(u8, u8)>,
    /// How often a card has not carried out a command.
    pub refused: usize,
    /// Which of the frames were answers.
    pub answers: Vec<usize>,
    /// The card goes at the n-th exchange with it from here.
    pub pull: Option<(usize, Pull)>,
    /// What befalls the n-th frame, whichever way it goes.
    pub faults: BTreeMap<usize, Fault>,
    pub frames: usize,
    /// Whether a halted card hears the PN532 without the field having been off.
    pub wakes_halted: bool,
    /// None: it has no power.
    speed: Option<BaudRate>,
    next_speed: Option<BaudRate>,
    line_speed: BaudRate,
    field: bool,
    /// The targets that are listed, and the one that is selected.
    targets: Vec<Which>,
    selected: Option<Which>,
    heard: Vec<u8>,
    last_answer: Vec<u8>,
    /// When a byte comes, and whether it comes whatever the PN532 is sent meanwhile.
    to_host: VecDeque<(Instant, u8, bool)>,
}

const ACK: [u8; 6] = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00];
const NACK: [u8; 6] = [0x00, 0x00, 0xff, 0xff, 0x00, 0x00];

impl Model {
    pub fn new(setup: Setup) -> Self {
        Self {
            now: Instant(1_000),
            reader: Pn532::new(Instant(1_000), setup),
            events: Vec::new(),
            chip: None,
            beside: None,
            beside_comes_first: false,
            pulled: None,
            said: Vec::new(),
            refused: 0,
            answers: Vec::new(),
            pull: None,
            faults: BTreeMap::new(),
            frames: 0,
            wakes_halted: true,
            speed: Some(BaudRate::B115200),
            next_speed: None,
            line_speed: BaudRate::B115200,
            field: false,
            targets: Vec::new(),
            selected: None,
            heard: Vec::new(),
            last_answer: Vec::new(),
            to_host: VecDeque::new(),
        }
    }

    /// The PN532 loses its power, or has it back.
    pub fn power(&mut self, on: bool) {
        self.speed = on.then_some(BaudRate::B115200);
        (self.next_speed, self.field, self.selected) = (None, false, None);
        self.heard.clear();
        self.to_host.clear();
    }

    /// The board restarts; the PN532 does not.
    pub fn restart_board(&mut self, setup: Setup) {
        self.reader = Pn532::new(self.now, setup);
        self.line_speed = BaudRate::B115200;
    }

    pub fn present(&mut self, chip: Chip) {
        assert_eq!(self.chip.replace(Chip { halted: false, open: None, ..chip }), None);
    }

    /// Two cards come into the field together.
    pub fn present_both(&mut self, chip: Chip, beside: Chip) {
        self.present(chip);
        self.beside = Some(Chip { halted: false, open: None, ..beside });
    }

    pub fn take(&mut self) -> Option<Chip> {
        self.selected = None;
        self.chip.take()
    }

    fn card(&mut self, which: Which) -> Option<&mut Chip> {
        match which {
            Which::Chip => self.chip.as_mut(),
            Which::Beside => self.beside.as_mut(),
        }
    }

    /// The cards that receive the PN532, in the order of its anticollision.
    fn hearing(&self) -> Vec<Which> {
        let mut order = [Which::Chip, Which::Beside];
        if self.beside_comes_first {
            order.reverse();
        }
        let hears = |chip: &Option<Chip>| chip.as_ref().is_some_and(|chip| self.wakes_halted || !chip.halted);
        let is_there = |which: &Which| match which {
            Which::Chip => hears(&self.chip),
            Which::Beside => hears(&self.beside),
        };
        order.into_iter().filter(is_there).collect()
    }

    /// Noise appears on the line to the host.
    pub fn noise(&mut self, bytes: &[u8]) {
        self.to_host.extend(bytes.iter().map(|byte| (self.now, *byte, true)));
    }

    /// Lets so much time pass.
    pub fn pass(&mut self, length: Millis) {
        let until = self.now + length;
        while self.step(until).is_some() {}
    }

    /// Lets time pass until the reader says something, or `length` is over.
    pub fn listen(&mut self, length: Millis) -> Option<CardEvent> {
        let until = self.now + length;
        let before = self.events.len();
        while self.events.len() == before {
            self.step(until)?;
        }
        self.events.last().map(|(_, event)| event.clone())
    }

    fn step(&mut self, until: Instant) -> Option<()> {
        self.carry_outputs();
        let byte_at = self.to_host.front().map(|(at, ..)| *at);
        let next = byte_at.map_or(self.reader.wake_at(), |at| at.min(self.reader.wake_at())).max(self.now);
        if next > until {
            self.now = until;
            return None;
        }
        self.now = next;
        let event = if byte_at.is_some_and(|at| at <= next) {
            let (_, byte, _) = self.to_host.pop_front()?;
            // At another speed nothing comes as it was sent.
            let byte = if self.speed == Some(self.line_speed) { byte } else { byte | 0xe0 };
            self.reader.receive(self.now, byte, &is_of_system)
        } else {
            self.reader.wake(self.now, &is_of_system)
        };
        self.events.extend(event.map(|event| (self.now, event)));
        Some(())
    }

    fn carry_outputs(&mut self) {
        while let Some(output) = self.reader.output() {
            match output {
                Output::Speed(speed) => self.line_speed = speed,
                Output::Send(frame) => {
                    let (_, line) = self.befallen(&frame);
                    if self.speed == Some(self.line_speed) {
                        self.heard.extend(line);
                        self.hear();
                    }
                }
            }
        }
    }

    fn befallen(&mut self, frame: &[u8]) -> (Option<Fault>, Vec<u8>) {
        let fault = self.faults.remove(&self.frames);
        self.frames += 1;
        let line = fault.as_ref().map_or_else(|| frame.to_vec(), |fault| fault.befall(frame));
        (fault, line)
    }

    fn send(&mut self, after: u32, frame: &[u8]) {
        let (fault, line) = self.befallen(frame);
        let late = if let Some(Fault::Late(late)) = fault { late } else { 0 };
        let at = self.to_host.back().map_or(self.now, |(at, ..)| *at).max(self.now) + Millis(after + late);
        // What something befalls on its way is on its way.
        self.to_host.extend(line.into_iter().map(|byte| (at, byte, fault.is_some())));
    }

    /// What has not been sent yet is not going to be.
    fn end(&mut self) {
        self.to_host.retain(|(at, _, sent)| *sent || *at <= self.now);
    }

    fn hear(&mut self) {
        while let Some(start) = self.heard.windows(2).position(|pair| pair == [0x00, 0xff]) {
            let frame = &self.heard[start + 2..];
            let &[length, check, ..] = frame else { return };
            match (length, check) {
                (0x00, 0xff) => {
                    self.heard.drain(..start + 4);
                    self.hear_ack();
                }
                (0xff, 0x00) => {
                    self.heard.drain(..start + 4);
                    if !self.last_answer.is_empty() {
                        let frame = self.last_answer.clone();
                        self.send(1, &frame);
                    }
                }
                _ if length == 0 || length.wrapping_add(check) != 0 => {
                    self.heard.drain(..=start);
                }
                _ => {
                    let Some(body) = frame.get(2..3 + usize::from(length)) else { return };
                    if body.iter().fold(0, |sum: u8, byte| sum.wrapping_add(*byte)) != 0 || body[0] != 0xd4 {
                        self.heard.drain(..=start);
                        continue;
                    }
                    let command = body[1..usize::from(length)].to_vec();
                    self.heard.drain(..start + 3 + usize::from(length));
                    self.obey(&command);
                }
            }
        }
    }

    /// 6.3.2: whatever runs is ended. 7.2.8: after the answer to `SetSerialBaudRate` it takes effect.
    fn hear_ack(&mut self) {
        self.end();
        if let Some(speed) = self.next_speed.take() {
            self.speed = Some(speed);
        }
    }

    fn obey(&mut self, command: &[u8]) {
        // 6.3.2: a command ends the one before it.
        self.end();
        self.next_speed = None;
        self.send(1, &ACK);
        let (takes, answer) = self.carry_out(command);
        let frame = match answer {
            Some(answer) => information(&[&[command[0] + 1], answer.as_slice()].concat()),
            None => vec![0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00],
        };
        self.last_answer.clone_from(&frame);
        self.answers.push(self.frames);
        self.send(takes, &frame);
    }

    /// How long a command takes, and what is answered.
    fn carry_out(&mut self, command: &[u8]) -> (u32, Option<Vec<u8>>) {
        match command {
            [0x14, 0x01, ..] => (2, Some(Vec::new())),
            [0x10, code] => {
                let speeds = [
                    (0x04, BaudRate::B115200),
                    (0x05, BaudRate::B230400),
                    (0x06, BaudRate::B460800),
                    (0x07, BaudRate::B921600),
                    (0x08, BaudRate::B1288000),
                ];
                self.next_speed = speeds.iter().find(|(one, _)| one == code).map(|(_, speed)| *speed);
                (1, self.next_speed.map(|_| Vec::new()))
            }
            [0x32, 0x01, field] => {
                self.field = field & 1 == 1;
                if !self.field {
                    self.selected = None;
                    for chip in [&mut self.chip, &mut self.beside].into_iter().flatten() {
                        (chip.halted, chip.open) = (false, None);
                    }
                }
                (1, Some(Vec::new()))
            }
            [0x32, 0x02 | 0x05, _, _, _] => (1, Some(Vec::new())),
            [0x4a, most, 0x00] => {
                self.field = true;
                self.targets = self.hearing();
                self.targets.truncate(usize::from(*most));
                // The one that was listed last is selected.
                self.selected = self.targets.last().copied();
                let mut answer = vec![u8::try_from(self.targets.len()).expect("two at most")];
                for (number, which) in (1..).zip(self.targets.clone()) {
                    let chip = self.card(which).expect("it is in the field");
                    (chip.halted, chip.open) = (false, None);
                    answer.extend([number, chip.sens_res[0], chip.sens_res[1], chip.sel_res]);
                    answer.push(u8::try_from(chip.uid.len()).expect("a short UID"));
                    answer.extend(&chip.uid);
                    if chip.sel_res & 0x20 != 0 {
                        answer.extend([6, 0x75, 0x77, 0x81, 0x02, 0x80]);
                    }
                }
                (if self.targets.is_empty() { 10 } else { 6 }, Some(answer))
            }
            // 7.3.12: the one that was selected is no longer.
            [0x54, number] => {
                let which = self.targets.get(usize::from(*number) - 1).copied();
                let Some(which) = which.filter(|which| self.hearing().contains(which)) else {
                    return (26, Some(vec![0x01]));
                };
                if let Some(chip) = self.selected.filter(|one| *one != which).and_then(|one| self.card(one)) {
                    chip.open = None;
                }
                self.selected = Some(which);
                (3, Some(vec![0]))
            }
            [0x52, _] => {
                for chip in [&mut self.chip, &mut self.beside].into_iter().flatten() {
                    (chip.halted, chip.open) = (true, None);
                }
                self.selected = None;
                (1, Some(vec![0]))
            }
            [0x40, number, to_card @ ..] => {
                let which = self.targets.get(usize::from(*number) - 1).copied();
                if self.selected.is_some() && which != self.selected {
                    return (1, Some(vec![0x27]));
                }
                self.exchange(to_card)
            }
            _ => (1, None),
        }
    }

    fn exchange(&mut self, to_card: &[u8]) -> (u32, Option<Vec<u8>>) {
        const TIMED_OUT: (u32, u8) = (26, 0x01);
        self.said.push((to_card[0], to_card[1]));
        let pull = match &mut self.pull {
            Some((0, pull)) => Some(*pull),
            Some((left, _)) => {
                *left -= 1;
                None
            }
            None => None,
        };
        if pull == Some(Pull::Before) {
            self.pull_now();
        }
        let selected = self.selected;
        let answer = selected.and_then(|which| self.card(which)?.exchange(to_card));
        if let Some(Pull::Unheard | Pull::After) = pull {
            self.pull_now();
        }
        let takes = if to_card[0] == 0xa0 { 7 } else { 3 };
        match answer {
            Some(answer) if pull != Some(Pull::Unheard) => (takes, Some([&[0x00], answer.as_slice()].concat())),
            None if selected.is_some_and(|which| self.card(which).is_some()) => {
                self.refused += 1;
                (takes, Some(vec![0x14]))
            }
            _ => (TIMED_OUT.0, Some(vec![TIMED_OUT.1])),
        }
    }

    fn pull_now(&mut self) {
        self.pull = None;
        self.pulled = self.take();
    }
}

fn information(payload: &[u8]) -> Vec<u8> {
    let length = u8::try_from(payload.len() + 1).expect("a short answer");
    let mut frame = vec![0x00, 0x00, 0xff, length, length.wrapping_neg(), 0xd5];
    frame.extend(payload);
    frame.push(frame[5..].iter().fold(0, |sum: u8, byte| sum.wrapping_sub(*byte)));
    frame.push(0x00);
    frame
}

const _: () = assert!(ACK[3] == NACK[4] && NACK[3] == ACK[4]);
