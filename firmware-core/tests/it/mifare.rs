//! A card on a MIFARE Classic 1K: torn between any two blocks, or within one, it holds the image before or the one
//! after.

use crate::card::image::image;
use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes, CardImage, SLOT_LEN, Slot};
use firmware_core::mifare::{BLOCKS, Block, Keys, SLOT_BLOCKS, address, block, slot_and_block, write_order};
use proptest::prelude::*;

/// The data of a chip, block by block.
#[derive(Clone, PartialEq, Debug)]
struct Chip([Block; BLOCKS as usize]);

impl Chip {
    fn of(card: &CardBytes) -> Self {
        let blocks = core::array::from_fn(|address| {
            let address = u8::try_from(address).expect("fewer than 256 blocks");
            block(card, &Keys::TRANSPORT, address).unwrap_or_default()
        });
        Self(blocks)
    }

    fn card(&self) -> CardBytes {
        let mut bytes = [0; CARD_LEN];
        for (address, block) in (0..BLOCKS).zip(&self.0) {
            if let Some((slot, number)) = slot_and_block(address) {
                let start = slot.start() + usize::from(number) * BLOCK_LEN;
                bytes[start..start + BLOCK_LEN].copy_from_slice(block);
            }
        }
        CardBytes::from_array(bytes)
    }

    /// The writes that make it hold `image`, in their order.
    fn writes(&self, image: &CardImage) -> Vec<(u8, Block)> {
        let slot = self.card().free_slot();
        let mut after = self.card();
        after.write(slot, image, SLOT_LEN);
        let after = Self::of(&after);
        let addresses = write_order().map(|block| address(slot, block));
        let differing = addresses.filter(|at| self.0[usize::from(*at)] != after.0[usize::from(*at)]);
        differing.map(|at| (at, after.0[usize::from(at)])).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_card_that_is_torn_after_any_block_holds_the_image_before_or_the_image_after(
        before in image(),
        after in image(),
        // What earlier writes have left in the other slot: an older image, a torn one, or anything at all.
        left in prop::option::of((image(), prop_oneof![Just(SLOT_LEN), 0..SLOT_LEN])),
        small in any::<bool>(),
    ) {
        let mut card = CardBytes::issue(&before);
        if let Some((image, written)) = left {
            let older = CardImage { sequence: before.sequence.wrapping_sub(1), ..image };
            card.write(Slot::B, &older, written);
        }
        prop_assert_eq!(card.read(), Ok(before));
        // A change as most are: a purse and a counter, the rest as it was two images ago.
        let body = if small { CardImage { ..before }.body } else { after.body };
        let mut after = before.followed_by(body);
        after.body.purse.balance = after.body.purse.balance.wrapping_add(1);

        let mut chip = Chip::of(&card);
        let writes = chip.writes(&after);
        prop_assert!(writes.len() <= usize::from(SLOT_BLOCKS));
        for (address, block) in &writes {
            // Before this block, and in the middle of it as if it had not begun.
            prop_assert_eq!(chip.card().read(), Ok(before), "before block {}", address);
            chip.0[usize::from(*address)] = *block;
        }
        prop_assert_eq!(chip.card().read(), Ok(after));
        card.write(card.free_slot(), &after, SLOT_LEN);
        prop_assert_eq!(chip.card(), card, "as the card of software that is written whole");
    }

    /// A chip that loses its field while it programs a block may leave anything in it.
    #[test]
    fn a_block_that_is_spoilt_while_it_is_written_leaves_the_image_before(
        before in image(),
        after in image(),
        spoilt in any::<Block>(),
        at in any::<prop::sample::Index>(),
    ) {
        let after = before.followed_by(after.body);
        let mut chip = Chip::of(&CardBytes::issue(&before));
        let writes = chip.writes(&after);
        let torn = at.index(writes.len());
        for (address, block) in &writes[..torn] {
            chip.0[usize::from(*address)] = *block;
        }
        let (address, block) = writes[torn];
        prop_assume!(spoilt != block);
        chip.0[usize::from(address)] = spoilt;
        prop_assert_eq!(chip.card().read(), Ok(before));
    }
}

#[test]
fn a_small_change_writes_few_blocks() {
    let before = CardImage { sequence: 1, body: firmware_core::card::CardBody::default() };
    let mut middle = before.body;
    middle.counter += 1;
    let middle = before.followed_by(middle);
    let mut after = middle.body;
    after.counter += 1;
    let after = middle.followed_by(after);
    let mut card = CardBytes::issue(&before);
    card.write(card.free_slot(), &middle, SLOT_LEN);
    let writes = Chip::of(&card).writes(&after);
    let addresses: Vec<u8> = writes.iter().map(|(address, _)| *address).collect();
    // The counter ends in the fourth block of the slot; the header comes last.
    assert_eq!(addresses, [address(Slot::A, 3), address(Slot::A, 0)]);
}
