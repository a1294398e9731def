//! A card: whatever is on it decodes to an image or to a named kind of damage, and every image comes back.

use firmware_core::card::{
    CARD_LEN, CardBody, CardBytes, CardId, CardImage, CardKind, CardStatus, Concession, ConcessionKind, Contract,
    Damage, Environment, FareKind, Holder, LogEntry, LogKind, Purse, Ratification, RatifiedOperation, Ride, RideBasis,
    RideGroup, SLOT_LEN, Slot, SystemId, UpdateMark,
};
use firmware_core::time::{Date, DateTime};
use proptest::prelude::*;

fn fare() -> impl Strategy<Value = FareKind> {
    prop_oneof![Just(FareKind::Normal), Just(FareKind::Reduced)]
}

fn environment() -> impl Strategy<Value = Environment> {
    let kind = prop_oneof![
        Just(CardKind::User),
        Just(CardKind::Passenger),
        Just(CardKind::Controller),
        Just(CardKind::Service)
    ];
    let status = prop_oneof![Just(CardStatus::Ok), Just(CardStatus::Blocked)];
    (any::<(u32, u16, u32, u16, u16)>(), kind, status).prop_map(
        |((id, system, app_number, issue, end), kind, status)| {
            let (issue, end) = (Date(issue), Date(end));
            Environment { id: CardId(id), system: SystemId(system), app_number, issue, end, kind, status }
        },
    )
}

fn holder() -> impl Strategy<Value = Holder> {
    let kind = prop_oneof![Just(ConcessionKind::Reduced), Just(ConcessionKind::Free)];
    let concession =
        (kind, any::<u8>(), any::<u16>()).prop_map(|(kind, code, until)| Concession { kind, code, until: Date(until) });
    (any::<bool>(), prop::option::of(fare()), prop::option::of(concession))
        .prop_map(|(personalised, default_tariff, concession)| Holder { personalised, default_tariff, concession })
}

fn purse() -> impl Strategy<Value = Purse> {
    any::<(bool, u32, u32, u8, u32, u32)>().prop_map(|(present, balance, max, load_class, one, other)| Purse {
        present,
        balance,
        max,
        load_class,
        last_purse_order: one,
        last_period_order: other,
    })
}

fn contract() -> impl Strategy<Value = Contract> {
    (fare(), any::<(u16, u16, u8, u8)>()).prop_map(|(profile, (from, to, scope, priority))| Contract {
        profile,
        from: Date(from),
        to: Date(to),
        scope,
        priority,
    })
}

fn ride() -> impl Strategy<Value = Ride> {
    let stop = || prop::option::of(0..255_u8);
    let group = any::<(u8, u8, u8, u32)>().prop_map(|(stop, normal, reduced, advance)| RideGroup {
        stop,
        normal,
        reduced,
        advance,
    });
    let basis = prop_oneof![Just(RideBasis::Purse), Just(RideBasis::Period), Just(RideBasis::Free)];
    (any::<u32>(), stop(), basis, any::<u8>(), stop(), prop::array::uniform4(group)).prop_map(
        |(run, own_stop, own_basis, load_class_at_entry, closed_at, groups)| Ride {
            run,
            own_stop,
            own_basis,
            load_class_at_entry,
            closed_at,
            groups,
        },
    )
}

fn log_entry() -> impl Strategy<Value = LogEntry> {
    let kind = prop_oneof![
        Just(LogKind::Load),
        Just(LogKind::Return),
        Just(LogKind::Sale),
        Just(LogKind::Reset),
        Just(LogKind::PayOut),
        Just(LogKind::NormalTicket),
        Just(LogKind::ReducedTicket),
        Just(LogKind::PeriodRide),
        Just(LogKind::FreeRide),
        Just(LogKind::Exit),
        Just(LogKind::Order)
    ];
    let at = prop::option::of(any::<u32>().prop_map(DateTime));
    (kind, at, any::<(u32, u16, i32, u32, u16, u8)>()).prop_map(
        |(kind, at, (counter, device, amount, balance_after, line, stop))| LogEntry {
            counter,
            at,
            device,
            kind,
            amount,
            balance_after,
            line,
            stop,
        },
    )
}

fn image() -> impl Strategy<Value = CardImage> {
    let operation = prop_oneof![
        Just(RatifiedOperation::Plain),
        Just(RatifiedOperation::Normal),
        Just(RatifiedOperation::Reduced),
        Just(RatifiedOperation::Exit)
    ];
    let ratification =
        (operation, any::<u8>(), any::<u32>()).prop_map(|(operation, stop, run)| Ratification { run, stop, operation });
    let update = any::<(u32, u16, u32)>().prop_map(|(txn, pedestal, value)| UpdateMark { txn, pedestal, value });
    (
        (environment(), holder(), purse(), prop::array::uniform4(prop::option::of(contract()))),
        (prop::option::of(ride()), prop::option::of(ratification), prop::option::of(update)),
        any::<(u32, u32)>(),
        prop::array::uniform7(prop::option::of(log_entry())),
    )
        .prop_map(
            |((environment, holder, purse, contracts), (ride, ratification, update), (sequence, counter), log)| {
                let body = CardBody { environment, holder, purse, contracts, ride, ratification, update, counter, log };
                CardImage { sequence, body }
            },
        )
}

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
