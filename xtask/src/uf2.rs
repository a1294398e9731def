//! UF2, the file format of the RP2040's bootloader (github.com/microsoft/uf2; RP2040 data sheet, 2.8.4.2).

use std::collections::BTreeMap;

use object::Endianness;
use object::elf::{FileHeader32, PT_LOAD};
use object::read::elf::{FileHeader as _, ProgramHeader as _};

use crate::failure::{Failure, Outcome};

/// The first two words of every block.
const BEGIN: [u32; 2] = [0x0a32_4655, 0x9e5d_5157];
/// The last word of every block.
const END: u32 = 0x0ab1_6f30;
/// The flag of a block that names its family of chips.
const HAS_FAMILY: u32 = 0x2000;
/// The RP2040.
const FAMILY: u32 = 0xe48b_ff56;
/// The bytes of flash in a block: a page of the flash chip.
const PAGE_LEN: u32 = 256;
/// The length of a block.
const BLOCK_LEN: usize = 512;
/// The addresses of the flash of the RP2040.
const FLASH: std::ops::Range<u32> = 0x1000_0000..0x1100_0000;

/// The UF2 file of a program in ELF: its flash, page by page. The same program always gives the same bytes.
///
/// # Errors
///
/// It is not a program for a microcontroller.
pub fn of_elf(program: &[u8]) -> Outcome<Vec<u8>> {
    let not_a_program =
        |why: &dyn std::fmt::Display| Failure::new(format!("This is not a program for a board: {why}."));
    let header = FileHeader32::<Endianness>::parse(program).map_err(|why| not_a_program(&why))?;
    let endian = header.endian().map_err(|why| not_a_program(&why))?;
    let mut pages: BTreeMap<u32, [u8; PAGE_LEN as usize]> = BTreeMap::new();
    for segment in header.program_headers(endian, program).map_err(|why| not_a_program(&why))? {
        let address = segment.p_paddr(endian);
        if segment.p_type(endian) != PT_LOAD || !FLASH.contains(&address) {
            continue;
        }
        let bytes = segment.data(endian, program).map_err(|()| not_a_program(&"a part of it is missing"))?;
        for (at, byte) in (address..).zip(bytes) {
            let page = pages.entry(at - at % PAGE_LEN).or_insert([0; PAGE_LEN as usize]);
            page[(at % PAGE_LEN) as usize] = *byte;
        }
    }
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let blocks = (0..).zip(&pages).map(|(number, (address, page))| block(number, count, *address, page));
    Ok(blocks.flatten().collect())
}

fn block(number: u32, count: u32, address: u32, page: &[u8]) -> [u8; BLOCK_LEN] {
    let mut block = [0; BLOCK_LEN];
    let words = [BEGIN[0], BEGIN[1], HAS_FAMILY, address, PAGE_LEN, number, count, FAMILY];
    for (bytes, word) in block.chunks_exact_mut(4).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    block[32..32 + page.len()].copy_from_slice(page);
    block[BLOCK_LEN - 4..].copy_from_slice(&END.to_le_bytes());
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An ELF file with one segment of these bytes at this address.
    fn elf(address: u32, bytes: &[u8]) -> Vec<u8> {
        let mut file = vec![0; 84];
        file[..7].copy_from_slice(b"\x7fELF\x01\x01\x01");
        let mut put = |at: usize, value: u32, length: usize| {
            file[at..at + length].copy_from_slice(&value.to_le_bytes()[..length]);
        };
        // Executable, ARM, version 1; one program header of 32 bytes at 52.
        for (at, value, length) in [(16, 2, 2), (18, 40, 2), (20, 1, 4), (28, 52, 4), (42, 32, 2), (44, 1, 2)] {
            put(at, value, length);
        }
        let length = u32::try_from(bytes.len()).expect("a small file");
        for (index, value) in [PT_LOAD.0, 84, address, address, length, length].into_iter().enumerate() {
            put(52 + index * 4, value, 4);
        }
        file.extend(bytes);
        file
    }

    fn word(block: &[u8], index: usize) -> u32 {
        u32::from_le_bytes(block[index * 4..index * 4 + 4].try_into().expect("four bytes"))
    }

    #[test]
    fn every_page_of_the_flash_is_a_block_with_its_address() {
        let bytes: Vec<u8> = (0..=255).chain(0..10).collect();
        let blocks = of_elf(&elf(0x1000_0100, &bytes)).expect("it is a program");
        assert_eq!(blocks.len(), 2 * BLOCK_LEN);
        for (number, block) in (0..).zip(blocks.chunks(BLOCK_LEN)) {
            assert_eq!([word(block, 0), word(block, 1), word(block, 127)], [BEGIN[0], BEGIN[1], END]);
            assert_eq!([word(block, 5), word(block, 6), word(block, 7)], [number, 2, FAMILY]);
            assert_eq!(word(block, 3), 0x1000_0100 + number * PAGE_LEN);
        }
        assert_eq!(blocks[32..288], bytes[..256]);
        assert_eq!(blocks[BLOCK_LEN + 32..BLOCK_LEN + 42], bytes[256..]);
        assert!(blocks[BLOCK_LEN + 42..BLOCK_LEN + 508].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn segments_outside_of_the_flash_are_ignored() {
        assert_eq!(of_elf(&elf(0x2000_0000, &[1, 2, 3])), Ok(Vec::new()));
    }

    #[test]
    fn other_files_are_an_error() {
        assert!(of_elf(b"no program").is_err());
    }
}
