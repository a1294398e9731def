//! The card reader made of a PN532 says what the reader of software says, whatever happens on its line and to its card.

mod model;

use crate::card::image::image;
use firmware_core::card::{
    CardBody, CardBytes, CardImage, CardRead, Damage, LogEntry, LogKind, SLOT_LEN, Slot, SystemId, UpdateMark,
};
use firmware_core::device::{CardEvent, ReaderPosition};
use firmware_core::mifare::{HEADER, Keys, SLOT_BLOCKS, address, slot_and_block, write_order};
use firmware_core::pedestal::HOLDER;
use firmware_core::pn532::{BaudRate, Setup};
use firmware_core::time::Millis;
use firmware_core::validator::POCKET;
use model::{Chip, Fault, Model, Pull};
use proptest::prelude::*;

const POSITION: ReaderPosition = HOLDER;
const SECRET: Keys = Keys::with([1, 2, 3, 4, 5, 6], Some([6, 5, 4, 3, 2, 1]));
/// Long enough for anything that happens when nothing goes wrong.
const SOON: Millis = Millis(2_000);
/// Long enough for a card at rest to be looked at a hundred times.
const LONG: Millis = Millis(6_000);
/// DK-02: the longest that a card may be gone before that is noticed.
const GONE_MAX: Millis = Millis(200);

fn setup(keys: Keys) -> Setup {
    Setup::new(POSITION, keys)
}

/// A reader that is set up and sees no card.
fn ready(keys: Keys) -> Model {
    let mut model = Model::new(setup(keys));
    model.pass(Millis(200));
    assert!(model.reader.answers());
    assert_eq!(model.events, []);
    model
}

/// A card whose image was changed twice: both slots hold one.
fn used_card(counter: u32) -> CardBytes {
    let image = CardImage { sequence: 1, body: CardBody { counter, ..CardBody::default() } };
    let mut card = CardBytes::issue(&image);
    card.write(Slot::B, &image.followed_by(CardBody { counter: counter + 1, ..image.body }), SLOT_LEN);
    card
}

/// The image that follows that of `card`, with a changed counter.
fn next_image(card: &CardBytes) -> CardImage {
    let image = card.read().expect("a sound card");
    image.followed_by(CardBody { counter: image.body.counter + 1, ..image.body })
}

fn arrived(read: CardRead) -> CardEvent {
    CardEvent::Arrived(POSITION, read)
}

fn data_blocks(said: &[(u8, u8)], code: u8) -> Vec<u8> {
    said.iter().filter(|(one, _)| *one == code).map(|(_, address)| *address).collect()
}

const LOG_ENTRY: LogEntry = LogEntry {
    counter: 9,
    at: None,
    device: 1,
    kind: LogKind::Load,
    amount: -1_000,
    balance_after: 5,
    line: 0,
    stop: 1,
};

const READ: u8 = 0x30;
const WRITE: u8 = 0xa0;

#[test]
fn both_headers_are_read_first_and_then_only_the_current_slot() {
    for (keys, current) in [(Keys::TRANSPORT, Slot::B), (SECRET, Slot::A)] {
        let mut card = used_card(1);
        if current == Slot::A {
            card.write(Slot::A, &next_image(&card), SLOT_LEN);
        }
        let mut model = ready(keys);
        model.present(Chip::new(&card, &keys));
        assert_eq!(model.listen(SOON), Some(arrived(card.read())));
        let mut expected = vec![address(Slot::A, HEADER), address(Slot::B, HEADER)];
        expected.extend((1..SLOT_BLOCKS).map(|block| address(current, block)));
        assert_eq!(data_blocks(&model.said, READ), expected);
    }
}

#[test]
fn a_write_touches_only_what_differs_and_the_header_last_and_reads_all_of_it_back() {
    let card = used_card(1);
    let after = next_image(&card);
    for rested in [false, true] {
        let mut model = ready(SECRET);
        model.present(Chip::new(&card, &SECRET));
        assert_eq!(model.listen(SOON), Some(arrived(card.read())));
        model.pass(if rested { SOON } else { Millis(0) });
        model.said.clear();
        model.reader.write(model.now, &after);
        assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)));
        // The counter ends in the fourth block of a slot.
        let written = [address(Slot::A, 3), address(Slot::A, HEADER)];
        assert_eq!(data_blocks(&model.said, WRITE), written);
        if rested {
            assert_eq!(data_blocks(&model.said, READ), written, "all else was known");
        }
        let mut expected = card.clone();
        expected.write(Slot::A, &after, SLOT_LEN);
        assert_eq!(model.chip.as_ref().map(Chip::card), Some(expected));
        assert_eq!(model.listen(SOON), None, "it lies there and nothing happens");
    }
}

/// What is open for reading is not open for writing, where the keys differ.
#[test]
fn a_sector_is_opened_for_what_is_to_be_done_in_it() {
    let card = used_card(1);
    for wait in (0..600).step_by(3) {
        let mut model = ready(SECRET);
        model.present(Chip::new(&card, &SECRET));
        model.listen(SOON).expect("it has arrived");
        model.pass(Millis(wait));
        // Every block but the environment's is another.
        let mut after = next_image(&card);
        after.body.log = core::array::from_fn(|_| Some(LOG_ENTRY));
        after.body.update = Some(UpdateMark { txn: 1, pedestal: 2, value: 3 });
        model.reader.write(model.now, &after);
        assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)));
        assert_eq!(model.refused, 0, "written {wait} ms after its arrival");
    }
}

/// A damaged answer is asked for again; the card is not bothered with the command.
#[test]
fn a_damaged_answer_does_not_repeat_a_command_that_the_card_has_carried_out() {
    let card = used_card(1);
    let session = |fault: Option<usize>| {
        let mut model = Model::new(setup(Keys::TRANSPORT));
        model.faults.extend(fault.map(|frame| (frame, Fault::Flipped(6, 0))));
        model.present(Chip::new(&card, &Keys::TRANSPORT));
        assert_eq!(model.listen(SOON), Some(CardEvent::Found(POSITION, card.read())), "frame {fault:?}");
        model.reader.write(model.now, &next_image(&card));
        assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)), "frame {fault:?}");
        model
    };
    let undisturbed = session(None);
    // The first answers are to the set-up.
    for frame in &undisturbed.answers {
        assert_eq!(session(Some(*frame)).said, undisturbed.said, "frame {frame}");
    }
    for frame in 0..undisturbed.frames {
        session(Some(frame));
    }
}

#[test]
fn writes_follow_each_other_into_alternate_slots() {
    let mut card = used_card(1);
    let mut model = ready(Keys::TRANSPORT);
    model.present(Chip::new(&card, &Keys::TRANSPORT));
    assert_eq!(model.listen(SOON), Some(arrived(card.read())));
    for _ in 0..5 {
        let after = next_image(&card);
        card.write(card.free_slot(), &after, SLOT_LEN);
        model.reader.write(model.now, &after);
        assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)));
        assert_eq!(model.chip.as_ref().map(Chip::card), Some(card.clone()));
    }
}

#[test]
fn reading_is_fast_enough_to_be_held_against_a_reader() {
    let card = used_card(1);
    let mut model = ready(Keys::TRANSPORT);
    model.present(Chip::new(&card, &Keys::TRANSPORT));
    let since = model.now;
    assert_eq!(model.listen(SOON), Some(arrived(card.read())));
    // The model's own times: 22 blocks, 9 sectors, a listing, 4 ms each with the acknowledgement; a look before it.
    assert!(model.now.since(since) <= Millis(30 + 11 + 7 + 31 * 4), "{:?}", model.now.since(since));
}

/// The card goes at every exchange of arriving, writing and resting, in each way: the reader notices, and the card
/// holds the image before or the image after.
#[test]
fn a_card_may_go_at_any_exchange() {
    let card = used_card(1);
    let (before, after) = (card.read().expect("sound"), next_image(&card));
    for keys in [Keys::TRANSPORT, SECRET] {
        for wakes_halted in [true, false] {
            for pull in [Pull::Before, Pull::Unheard, Pull::After] {
                let mut confirmed = 0;
                for exchange in 0..120 {
                    let mut model = ready(keys);
                    model.wakes_halted = wakes_halted;
                    model.pull = Some((exchange, pull));
                    model.present(Chip::new(&card, &keys));
                    let context = format!("{pull:?} at exchange {exchange}, halted cards wake: {wakes_halted}");
                    let mut written = false;
                    let mut has_arrived = false;
                    while let Some(event) = model.listen(if model.pulled.is_none() { LONG } else { GONE_MAX }) {
                        match event {
                            CardEvent::Arrived(POSITION, read) => {
                                assert_eq!((has_arrived, read), (false, Ok(before)), "{context}");
                                has_arrived = true;
                                model.reader.write(model.now, &after);
                            }
                            CardEvent::Written(POSITION) => written = true,
                            CardEvent::Left(POSITION) => {
                                assert!(has_arrived, "{context}");
                                has_arrived = false;
                            }
                            other => panic!("{context}: {other:?}"),
                        }
                    }
                    let pulled = model.pulled.take().expect("a card at rest is looked at again and again");
                    assert!(!has_arrived, "{context}: it has gone without an event");
                    let read = pulled.card().read();
                    assert!(read == Ok(before) || read == Ok(after), "{context}: {read:?}");
                    assert!(!written || read == Ok(after), "{context}: it has never taken what it has confirmed");
                    confirmed += u32::from(written);
                    // It comes back as it is.
                    model.present(pulled);
                    assert_eq!(model.listen(SOON), Some(arrived(read)), "{context}");
                }
                assert!(confirmed > 0 && confirmed < 120, "the pulls fall before and after the confirmation");
            }
        }
    }
}

#[test]
fn that_a_card_is_gone_is_noticed_in_time() {
    let card = used_card(1);
    for wait in 0..100 {
        let mut model = ready(Keys::TRANSPORT);
        model.present(Chip::new(&card, &Keys::TRANSPORT));
        model.listen(SOON).expect("it has arrived");
        model.pass(Millis(wait));
        let since = model.now;
        model.take().expect("it was there");
        assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)));
        assert!(model.now.since(since) <= GONE_MAX, "{:?} after {wait} ms", model.now.since(since));
    }
}

#[test]
fn another_card_in_its_place_is_a_departure_and_an_arrival() {
    let (one, other) = (used_card(1), used_card(7));
    for writing in [false, true] {
        let mut model = ready(Keys::TRANSPORT);
        model.present(Chip::new(&one, &Keys::TRANSPORT));
        assert_eq!(model.listen(SOON), Some(arrived(one.read())));
        if writing {
            model.reader.write(model.now, &next_image(&one));
        }
        model.pass(Millis(20));
        model.take().expect("it was there");
        let mut chip = Chip::new(&other, &Keys::TRANSPORT);
        chip.uid = vec![1, 2, 3, 4];
        model.present(chip);
        assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)));
        assert_eq!(model.listen(SOON), Some(arrived(other.read())));
        assert_eq!(model.chip.as_ref().map(Chip::card), Some(other.clone()), "what the one was to become it did not");
    }
}

#[test]
fn a_card_with_a_uid_of_seven_bytes_is_served() {
    let card = used_card(1);
    let mut model = ready(SECRET);
    let mut chip = Chip::new(&card, &SECRET);
    (chip.uid, chip.sens_res) = (vec![4, 1, 2, 3, 4, 5, 6], [0x00, 0x44]);
    model.present(chip);
    assert_eq!(model.listen(SOON), Some(arrived(card.read())));
}

#[test]
fn any_other_card_is_one_that_cannot_be_read_and_is_watched_until_it_leaves() {
    let card = used_card(1);
    let odd: [fn(&mut Chip); 6] = [
        // A MIFARE Ultralight, a MIFARE Classic 4K, a DESFire.
        |chip| (chip.sens_res, chip.sel_res) = ([0x00, 0x44], 0x00),
        |chip| (chip.sens_res, chip.sel_res) = ([0x00, 0x02], 0x18),
        |chip| (chip.sens_res, chip.sel_res) = ([0x03, 0x44], 0x20),
        |chip| (0..16).for_each(|sector| chip.blocks[sector * 4 + 3] = SECRET.trailer()),
        |chip| chip.unreadable = vec![address(Slot::B, 5)],
        |chip| chip.unreadable = vec![address(Slot::B, HEADER)],
    ];
    for (number, spoil) in odd.into_iter().enumerate() {
        for wakes_halted in [true, false] {
            let mut model = ready(Keys::TRANSPORT);
            model.wakes_halted = wakes_halted;
            let mut chip = Chip::new(&card, &Keys::TRANSPORT);
            spoil(&mut chip);
            model.present(chip.clone());
            assert_eq!(model.listen(SOON), Some(arrived(Err(Damage::BothSlots))), "card {number}");
            model.reader.write(model.now, &next_image(&card));
            assert_eq!(model.listen(SOON), None, "card {number} lies there");
            let since = model.now;
            let left = model.take().expect("it was there");
            assert_eq!(left.blocks, chip.blocks, "card {number} is untouched");
            assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)), "card {number}");
            assert!(model.now.since(since) <= GONE_MAX, "card {number}: {:?}", model.now.since(since));
            model.present(Chip::new(&card, &Keys::TRANSPORT));
            assert_eq!(model.listen(SOON), Some(arrived(card.read())), "after card {number}");
        }
    }
}

#[test]
fn a_card_that_can_be_read_after_all_is_said_to_have_come_then() {
    let card = used_card(1);
    let mut model = ready(Keys::TRANSPORT);
    let mut chip = Chip::new(&card, &Keys::TRANSPORT);
    chip.unreadable = (0..64).collect();
    model.present(chip);
    assert_eq!(model.listen(SOON), Some(arrived(Err(Damage::BothSlots))));
    model.pass(SOON);
    model.chip.as_mut().expect("it lies there").unreadable.clear();
    assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)));
    assert_eq!(model.listen(SOON), Some(arrived(card.read())));
}

/// A block of the current slot that is misread on the way, unseen by every checksum but the card's own: the older image
/// in the other slot would bring back money that is spent.
#[test]
fn a_block_that_was_misread_once_does_not_bring_back_the_older_image() {
    let card = used_card(1);
    for block in HEADER + 1..SLOT_BLOCKS {
        let mut model = ready(Keys::TRANSPORT);
        let mut chip = Chip::new(&card, &Keys::TRANSPORT);
        chip.misread = Some(address(Slot::B, block));
        model.present(chip);
        assert_eq!(model.listen(SOON), Some(arrived(card.read())), "block {block}");
    }
}

#[test]
fn a_card_that_will_not_be_written_is_said_to_have_left_and_then_left_alone() {
    let card = used_card(1);
    for stuck in write_order().filter(|block| [3, HEADER].contains(block)) {
        let mut model = ready(Keys::TRANSPORT);
        let mut chip = Chip::new(&card, &Keys::TRANSPORT);
        chip.stuck = vec![address(Slot::A, stuck)];
        model.present(chip);
        assert_eq!(model.listen(SOON), Some(arrived(card.read())));
        model.reader.write(model.now, &next_image(&card));
        assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)), "block {stuck}");
        assert_eq!(model.listen(SOON), None);
        let taken = model.take().expect("it was there");
        assert_eq!(taken.card().read(), card.read());
        assert_eq!(model.listen(SOON), None);
        model.present(taken);
        assert_eq!(model.listen(SOON), Some(arrived(card.read())), "it is served again when it comes again");
    }
}

#[test]
fn a_pn532_that_loses_its_power_is_found_again_and_its_card_was_there_already() {
    let card = used_card(1);
    let mut model = ready(Keys::TRANSPORT);
    model.present(Chip::new(&card, &Keys::TRANSPORT));
    assert_eq!(model.listen(SOON), Some(arrived(card.read())));
    model.power(false);
    assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)));
    model.pass(SOON);
    assert!(!model.reader.answers());
    model.power(true);
    assert_eq!(model.listen(SOON), Some(CardEvent::Found(POSITION, card.read())));
}

#[test]
fn a_pn532_that_kept_its_power_while_the_board_restarted_is_found_at_its_speed() {
    let card = used_card(1);
    for speed in [BaudRate::B115200, BaudRate::B230400, BaudRate::B460800, BaudRate::B921600, BaudRate::B1288000] {
        let setup = Setup { speed, ..setup(Keys::TRANSPORT) };
        let mut model = Model::new(setup);
        model.pass(Millis(200));
        model.restart_board(setup);
        model.present(Chip::new(&card, &Keys::TRANSPORT));
        assert_eq!(model.listen(SOON), Some(CardEvent::Found(POSITION, card.read())), "{speed:?}");
    }
}

/// What the reader reports next.
fn next_event(model: &mut Model) -> Option<CardEvent> {
    model.listen(SOON)
}

/// Another card of the system, and one of another system.
fn others() -> [Chip; 2] {
    let other = |counter, system| {
        let mut body = CardBody { counter, ..CardBody::default() };
        body.environment.system = SystemId(system);
        let card = CardBytes::issue(&CardImage { sequence: 1, body });
        let mut chip = Chip::new(&card, &Keys::TRANSPORT);
        chip.uid = vec![0x01, 0x02, 0x03, 0x04];
        chip
    };
    [other(7, 0), other(8, 1)]
}

/// DK-39: two cards of the system are there together: none is read to the device, none is written, and one that stays
/// when the other one is taken away has not been presented.
#[test]
fn two_cards_of_the_system_are_several_until_none_is_there() {
    let card = used_card(1);
    let [ours, _] = others();
    for (beside_comes_first, wakes_halted) in [(false, true), (true, true), (false, false), (true, false)] {
        let mut model = ready(Keys::TRANSPORT);
        (model.beside_comes_first, model.wakes_halted) = (beside_comes_first, wakes_halted);
        model.present_both(Chip::new(&card, &Keys::TRANSPORT), ours.clone());
        let several = CardEvent::Several { position: POSITION, was_there: false };
        assert_eq!(next_event(&mut model), Some(several));
        model.reader.write(model.now, &next_image(&card));
        assert_eq!(model.listen(LONG), None);
        let taken = model.take().expect("it was there");
        assert_eq!(taken.card().as_array(), card.as_array());
        assert_eq!(model.listen(LONG), None, "the other one is still there");
        let since = model.now;
        assert_eq!(model.beside.take().expect("it was there").blocks, ours.blocks);
        assert_eq!(next_event(&mut model), Some(CardEvent::Left(POSITION)));
        assert!(model.now.since(since) <= GONE_MAX);
        model.present(taken);
        assert_eq!(next_event(&mut model), Some(arrived(card.read())));
        assert_eq!(data_blocks(&model.said, WRITE), []);
    }
}

/// DK-39: beside a card of the system any other one is ignored: of another system, unreadable, of another kind.
#[test]
fn a_foreign_card_beside_one_of_the_system_is_ignored() {
    let card = used_card(1);
    let [_, elsewhere] = others();
    let kind = |sens_res, sel_res| {
        let mut chip = elsewhere.clone();
        (chip.sens_res, chip.sel_res) = (sens_res, sel_res);
        chip
    };
    let mut locked = elsewhere.clone();
    (0..16).for_each(|sector| locked.blocks[sector * 4 + 3] = SECRET.trailer());
    let foreign = [elsewhere.clone(), kind([0x00, 0x44], 0x00), kind([0x03, 0x44], 0x20), locked];
    for (number, foreign) in foreign.into_iter().enumerate() {
        for (beside_comes_first, wakes_halted) in [(false, true), (true, true), (false, false), (true, false)] {
            let mut model = ready(Keys::TRANSPORT);
            (model.beside_comes_first, model.wakes_halted) = (beside_comes_first, wakes_halted);
            model.present_both(Chip::new(&card, &Keys::TRANSPORT), foreign.clone());
            assert_eq!(next_event(&mut model), Some(arrived(card.read())), "beside card {number}");
            let after = next_image(&card);
            model.reader.write(model.now, &after);
            assert_eq!(next_event(&mut model), Some(CardEvent::Written(POSITION)), "beside card {number}");
            assert_eq!(model.listen(LONG), None);
            let taken = model.take().expect("it was there");
            assert_eq!(taken.card().read(), Ok(after));
            assert_eq!(next_event(&mut model), Some(CardEvent::Left(POSITION)), "beside card {number}");
            assert_eq!(model.beside.as_ref().map(|beside| &beside.blocks), Some(&foreign.blocks));
        }
    }
}

/// DK-39: a card that comes while another one is served is ignored until that one has left; then it is an arrival.
#[test]
fn a_card_that_comes_later_waits_until_the_first_has_left() {
    let card = used_card(1);
    let [ours, _] = others();
    for beside_comes_first in [false, true] {
        let mut model = ready(Keys::TRANSPORT);
        model.beside_comes_first = beside_comes_first;
        model.present(Chip::new(&card, &Keys::TRANSPORT));
        assert_eq!(next_event(&mut model), Some(arrived(card.read())));
        model.beside = Some(ours.clone());
        let after = next_image(&card);
        model.reader.write(model.now, &after);
        assert_eq!(next_event(&mut model), Some(CardEvent::Written(POSITION)));
        assert_eq!(model.listen(LONG), None);
        assert_eq!(model.take().expect("it was there").card().read(), Ok(after));
        assert_eq!(next_event(&mut model), Some(CardEvent::Left(POSITION)));
        assert_eq!(next_event(&mut model), Some(arrived(ours.card().read())));
    }
}

/// DK-38, DK-39: two cards that lie there when the reader comes up.
#[test]
fn two_cards_that_were_there_already_are_said_to_have_been() {
    let card = used_card(1);
    let [ours, foreign] = others();
    for (beside, expected) in [
        (ours, CardEvent::Several { position: POSITION, was_there: true }),
        (foreign, CardEvent::Found(POSITION, card.read())),
    ] {
        let mut model = Model::new(setup(Keys::TRANSPORT));
        model.present_both(Chip::new(&card, &Keys::TRANSPORT), beside);
        assert_eq!(next_event(&mut model), Some(expected));
    }
}

#[test]
fn a_switch_decides_where_the_next_card_has_come() {
    let card = used_card(1);
    let mut model = ready(Keys::TRANSPORT);
    model.reader.set_position(POCKET);
    model.present(Chip::new(&card, &Keys::TRANSPORT));
    assert_eq!(next_event(&mut model), Some(CardEvent::Arrived(POCKET, card.read())));
    model.reader.set_position(POSITION);
    model.reader.write(model.now, &next_image(&card));
    assert_eq!(model.listen(SOON), Some(CardEvent::Written(POCKET)));
    model.take().expect("it was there");
    assert_eq!(model.listen(SOON), Some(CardEvent::Left(POCKET)));
}

/// What befalls frames: some of the first few hundred.
fn faults() -> impl Strategy<Value = Vec<(usize, Fault)>> {
    let fault = prop_oneof![
        Just(Fault::Lost),
        any::<(usize, u8)>().prop_map(|(at, bit)| Fault::Flipped(at, bit)),
        any::<usize>().prop_map(Fault::CutAfter),
        Just(Fault::Twice),
        (1..400_u32).prop_map(Fault::Late),
        prop::collection::vec(noise(), 1..40).prop_map(Fault::Behind),
        (any::<usize>(), noise()).prop_map(|(at, byte)| Fault::Inserted(at, byte)),
    ];
    prop::collection::vec((0..250_usize, fault), 0..12)
}

/// Bytes that frames are made of come more often than others.
fn noise() -> impl Strategy<Value = u8> {
    prop_oneof![Just(0x00), Just(0xff), Just(0xd5), 0..6_u8, any::<u8>()]
}

/// Whatever can be on a card: sound, torn, of another layout, contradictory, blank.
fn any_card() -> impl Strategy<Value = CardBytes> {
    let slot_b = prop_oneof![
        Just((0, 0)),
        (prop_oneof![Just(1), Just(u32::MAX), Just(0), any::<u32>()], prop_oneof![Just(SLOT_LEN), 0..=SLOT_LEN]),
    ];
    (image(), image(), slot_b, any::<bool>(), prop::collection::vec(any::<(prop::sample::Index, u8)>(), 0..3)).prop_map(
        |(a, b, (ahead, written), same, spoilt)| {
            let mut card = CardBytes::issue(&a);
            let b = CardImage { sequence: a.sequence.wrapping_add(ahead), ..if same { a } else { b } };
            card.write(Slot::B, &b, written);
            let mut bytes = *card.as_array();
            for (at, byte) in spoilt {
                bytes[at.index(bytes.len())] ^= byte;
            }
            CardBytes::from_array(bytes)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_on_a_card_is_read_as_the_reader_of_software_reads_it(card in any_card(), two_keys in any::<bool>()) {
        let keys = if two_keys { SECRET } else { Keys::TRANSPORT };
        let mut model = ready(keys);
        model.present(Chip::new(&card, &keys));
        prop_assert_eq!(model.listen(SOON), Some(arrived(card.read())));
        // It can be written, whatever was on it, and then it reads as written.
        let after = next_image(&used_card(3));
        let after = match card.read() {
            Ok(before) => before.followed_by(after.body),
            Err(_) => after,
        };
        model.reader.write(model.now, &after);
        prop_assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)));
        let mut expected = card.clone();
        expected.write(card.free_slot(), &after, SLOT_LEN);
        prop_assert_eq!(model.take().map(|chip| chip.card()), Some(expected));
        prop_assert_eq!(model.listen(SOON), Some(CardEvent::Left(POSITION)));
    }

    #[test]
    fn nothing_on_the_line_makes_the_reader_say_what_is_not_so(
        faults in faults(),
        before in image(),
        after in image(),
        wakes_halted in any::<bool>(),
        pull in prop::option::of((0..80_usize, prop::sample::select(&[Pull::Before, Pull::Unheard, Pull::After][..]))),
    ) {
        let card = CardBytes::issue(&before);
        let after = before.followed_by(after.body);
        let mut model = Model::new(setup(SECRET));
        model.faults = faults.into_iter().collect();
        model.wakes_halted = wakes_halted;
        model.present(Chip::new(&card, &SECRET));
        model.pull = pull;
        let mut there = false;
        for _ in 0..40 {
            let Some(event) = model.listen(SOON) else { break };
            let lies_there = model.chip.as_ref().or(model.pulled.as_ref()).map(|chip| chip.card().read());
            match event {
                CardEvent::Arrived(POSITION, read) | CardEvent::Found(POSITION, read) => {
                    prop_assert!(!there, "it has come and come again");
                    there = true;
                    prop_assert!(Some(&read) == lies_there.as_ref() || read == Err(Damage::BothSlots), "{:?}", read);
                    if read == Ok(before) {
                        model.reader.write(model.now, &after);
                    }
                }
                CardEvent::Written(POSITION) => {
                    prop_assert!(there);
                    prop_assert_eq!(lies_there, Some(Ok(after)));
                }
                CardEvent::Left(POSITION) => {
                    prop_assert!(there, "it has left and never come");
                    there = false;
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
        model.faults.clear();
        model.pull = None;
        if let Some(chip) = model.take() {
            prop_assert!([Ok(before), Ok(after)].contains(&chip.card().read()));
            prop_assert_eq!(model.listen(SOON), there.then_some(CardEvent::Left(POSITION)));
        }
        // The line is sound again: so is everything else.
        model.pass(SOON);
        let card = used_card(9);
        model.present(Chip::new(&card, &SECRET));
        prop_assert_eq!(model.listen(SOON), Some(arrived(card.read())));
        model.reader.write(model.now, &next_image(&card));
        prop_assert_eq!(model.listen(SOON), Some(CardEvent::Written(POSITION)));
    }

    #[test]
    fn noise_alone_is_no_card(
        bursts in prop::collection::vec((prop::collection::vec(noise(), 0..60), 0..40_u32), 0..60),
    ) {
        let mut model = ready(Keys::TRANSPORT);
        for (bytes, wait) in bursts {
            model.noise(&bytes);
            model.pass(Millis(wait));
        }
        prop_assert_eq!(&model.events, &[]);
        model.pass(SOON);
        let card = used_card(1);
        model.present(Chip::new(&card, &Keys::TRANSPORT));
        prop_assert_eq!(model.listen(SOON), Some(arrived(card.read())));
    }

    /// Neither does a line with noise only.
    #[test]
    fn noise_is_not_a_card(bytes in prop::collection::vec(noise(), 0..400)) {
        let mut model = Model::new(setup(Keys::TRANSPORT));
        model.power(false);
        for byte in bytes {
            model.noise(&[byte]);
            model.pass(Millis(3));
        }
        prop_assert_eq!(&model.events, &[]);
    }
}

#[test]
fn blocks_that_are_not_the_applications_are_never_touched() {
    let card = used_card(1);
    let mut model = ready(SECRET);
    model.present(Chip::new(&card, &SECRET));
    model.listen(SOON).expect("it has arrived");
    model.reader.write(model.now, &next_image(&card));
    model.listen(SOON).expect("it is written");
    model.pass(SOON);
    for (code, address) in &model.said {
        assert!(![READ, WRITE].contains(code) || slot_and_block(*address).is_some(), "block {address}");
    }
}
