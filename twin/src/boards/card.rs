//! Cards in the memory of a MIFARE Classic 1K.

use firmware_core::card::{BLOCK_LEN, CARD_LEN, CardBytes};
use firmware_core::mifare::{self, BLOCKS, Keys};

/// The memory of a MIFARE Classic 1K with this card.
pub(super) fn to_mifare(card: &CardBytes) -> Vec<u8> {
    (0..BLOCKS).flat_map(|block| mifare::block(card, &Keys::TRANSPORT, block).unwrap_or_default()).collect()
}

/// The card in the memory of a MIFARE Classic 1K.
///
/// # Errors
/// The memory is too short.
pub(super) fn from_mifare(memory: &[u8]) -> Result<CardBytes, String> {
    let mut bytes = [0; CARD_LEN];
    for block in 0..BLOCKS {
        if let Some((slot, number)) = mifare::slot_and_block(block) {
            let from = usize::from(block) * BLOCK_LEN;
            let to = slot.start() + usize::from(number) * BLOCK_LEN;
            let found = memory.get(from..from + BLOCK_LEN).ok_or("the card has lost a part of its memory")?;
            bytes[to..to + BLOCK_LEN].copy_from_slice(found);
        }
    }
    Ok(CardBytes::from_array(bytes))
}
