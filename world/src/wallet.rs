//! The cards that exist, whoever has them: plastic, name and bytes. What is on them is the business of each world.

use std::fmt;

use firmware_core::card::{CARD_LEN, CardBytes, CardId, LogEntry};
use firmware_core::device::ReaderPosition;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest name a card can have, in letters.
pub const NAME_MAX: usize = 24;

/// Whether a card can have this name: something to read, that fits a tile, and that features and tables can quote.
pub fn is_name(name: &str) -> bool {
    let letters = name.chars().count();
    name.trim() == name && (1..=NAME_MAX).contains(&letters) && !name.contains(['"', '\n', '<', '>', '|', '\\'])
}

/// What has become of the plastic.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Physical {
    /// It is whole.
    Intact,
    /// It has a hole (P-01).
    Destroyed,
    /// Nobody knows where it is (P-02).
    Lost,
    /// Its owner has thrown it away.
    Discarded,
}

/// Where a card is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Whereabouts {
    /// In the wallet.
    Wallet,
    /// At this reader of the device with this index in the world's list; its bytes are there.
    At(usize, ReaderPosition),
}

/// A card: its plastic, its name, its bytes.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Card {
    /// The name its owner gave it.
    pub name: String,
    /// The identity on the chip.
    pub id: CardId,
    /// Whether its value is money of this world.
    pub is_ours: bool,
    /// What has become of the plastic.
    pub physical: Physical,
    /// Where it is.
    pub at: Whereabouts,
    /// The chip, as it was when the card was last in the wallet.
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
    pub bytes: CardBytes,
}

/// A line of a card's log, as a desk reads it out: when, what, how much, where, and what was on the card then.
pub(crate) fn log_line<A: fmt::Display>(
    entry: &LogEntry,
    word: &str,
    location: Option<String>,
    amount: impl Fn(u32) -> A,
    unit: &str,
) -> String {
    let at = entry.at.map(|at| format!("{at} ")).unwrap_or_default();
    let sign = if entry.amount < 0 { '-' } else { '+' };
    let change = amount(entry.amount.unsigned_abs());
    let location = location.map(|location| format!(" ({location})")).unwrap_or_default();
    format!("{at}{word} {sign}{change}{location} = {} {unit}", amount(entry.balance_after))
}

fn write_bytes<S: Serializer>(bytes: &CardBytes, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_bytes(bytes.as_array())
}

fn read_bytes<'de, D: Deserializer<'de>>(from: D) -> Result<CardBytes, D::Error> {
    let bytes = Vec::<u8>::deserialize(from)?;
    let array: [u8; CARD_LEN] =
        bytes.try_into().map_err(|_| serde::de::Error::custom(format_args!("a card has exactly {CARD_LEN} bytes")))?;
    Ok(CardBytes::from_array(array))
}
