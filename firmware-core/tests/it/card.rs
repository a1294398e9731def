//! A card: whatever is on it decodes to an image or to a named kind of damage, and every image comes back.

pub mod image;

use firmware_core::card::{CARD_LEN, CardBody, CardBytes, CardImage, Damage, SLOT_LEN, Slot};
use image::image;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_image_comes_back_as_it_was_written(image in image()) {
        prop_assert_eq!(CardBytes::issue(&image).read(), Ok(image));
    }

    #[test]
    fn any_bytes_at_all_decode_to_an_image_or_to_a_named_kind_of_damage(
        bytes in prop::collection::vec(any::<u8>(), CARD_LEN),
    ) {
        let bytes: [u8; CARD_LEN] = bytes.try_into().expect("the right length");
        prop_assert!(CardBytes::from_array(bytes).read().is_err(), "random bytes have no right checksum");
    }

    #[test]
    fn a_changed_byte_never_gives_a_third_image(
        before in image(),
        body in image(),
        at in 0..CARD_LEN,
        flip in 1..=255_u8,
    ) {
        let mut card = CardBytes::issue(&before);
        let after = before.followed_by(body.body);
        let slot = card.free_slot();
        card.write(slot, &after, SLOT_LEN);
        let mut bytes = *card.as_array();
        bytes[at] ^= flip;
        let read = CardBytes::from_array(bytes).read();
        prop_assert!(read == Ok(before) || read == Ok(after), "byte {} changed by {:#x}: {:?}", at, flip, read);
    }

    #[test]
    fn a_write_torn_at_any_byte_leaves_the_image_before_or_after(
        before in image(),
        body in image(),
        written in 0..=SLOT_LEN,
    ) {
        let mut card = CardBytes::issue(&before);
        let after = before.followed_by(body.body);
        let slot = card.free_slot();
        card.write(slot, &after, written);
        prop_assert_eq!(card.read(), Ok(if written == SLOT_LEN { after } else { before }));
    }
}

#[test]
fn sequence_numbers_wrap_around() {
    let before = CardImage { sequence: u32::MAX, body: CardBody::default() };
    let after = before.followed_by(CardBody { counter: 1, ..CardBody::default() });
    let mut card = CardBytes::issue(&before);
    card.write(card.free_slot(), &after, SLOT_LEN);
    assert_eq!(card.read(), Ok(after));
    assert_eq!(card.free_slot(), Slot::A);
}

#[test]
fn each_kind_of_damage_is_named() {
    let image = CardImage { sequence: 1, body: CardBody::default() };
    assert_eq!(CardBytes::from_array([0; CARD_LEN]).read(), Err(Damage::BothSlots));
    let other = CardImage { body: CardBody { counter: 9, ..CardBody::default() }, ..image };
    let mut twice = CardBytes::issue(&image);
    twice.write(Slot::B, &other, SLOT_LEN);
    assert_eq!(twice.read(), Err(Damage::Ambiguous));
    assert_eq!(resealed(&image, 2, 9).read(), Err(Damage::Version(9)));
    // The card's kind lies 14 bytes into the body.
    assert_eq!(resealed(&image, 16 + 14, 200).read(), Err(Damage::Nonsense));
    for damage in [Damage::BothSlots, Damage::Version(9), Damage::Nonsense, Damage::Ambiguous] {
        assert!(damage.to_string().len() > 20, "{damage:?} says what it is");
    }
}

/// A card on which byte `at` of the current slot is `value`, with a checksum that says it is meant.
fn resealed(image: &CardImage, at: usize, value: u8) -> CardBytes {
    let mut bytes = *CardBytes::issue(image).as_array();
    bytes[at] = value;
    let mut digest = CRC.digest();
    digest.update(&bytes[..12]);
    digest.update(&bytes[16..SLOT_LEN]);
    bytes[12..16].copy_from_slice(&digest.finalize().to_le_bytes());
    CardBytes::from_array(bytes)
}

static CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
