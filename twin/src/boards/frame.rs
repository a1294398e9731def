//! Comparing the frames of a display.

/// How many pixels differ.
pub(super) fn differing(found: &[u8], expected: &[u8], display: &str) -> usize {
    if found.len() != expected.len() {
        return expected.len();
    }
    if display == "ssd1306" {
        return found.iter().zip(expected).map(|(one, other)| (one ^ other).count_ones() as usize).sum();
    }
    found.chunks(2).zip(expected.chunks(2)).filter(|(one, other)| one != other).count()
}

/// A monochrome display as text: `+` is a surplus pixel, `-` a missing one.
pub(super) fn drawn(found: &[u8], expected: &[u8]) -> String {
    let mut drawn = String::new();
    if found.len() == 1024 && expected.len() == 1024 {
        for y in 0..64 {
            drawn.push('\n');
            let is_lit = |bytes: &[u8], x: usize| bytes[y / 8 * 128 + x] >> (y % 8) & 1 == 1;
            drawn.extend((0..128).map(|x| match (is_lit(found, x), is_lit(expected, x)) {
                (true, true) => '#',
                (false, false) => '.',
                (true, false) => '+',
                (false, true) => '-',
            }));
        }
    }
    drawn
}
