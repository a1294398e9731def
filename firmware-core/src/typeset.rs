//! Words and numbers put together into a line of a display.
//!
//! The formatting of the core library does the same and far more; on a microcontroller its machinery alone takes two
//! kilobytes, and a display needs none of it.

use arrayvec::ArrayString;

/// A number as it is written: as long as the longest there is.
pub type Digits = ArrayString<20>;

/// Blanks to fill a gap with: the length of the longest line.
pub const BLANKS: &str = "                     ";

/// A number with all the digits it needs.
pub fn digits(number: u64) -> Digits {
    written(number, 10, 1)
}

/// A number with at least this many digits, zeros in front.
pub fn digits_of(number: u64, at_least: u32) -> Digits {
    written(number, 10, at_least)
}

/// A number with hexadecimal digits.
pub fn hexadecimal(number: u32) -> Digits {
    written(number.into(), 16, 1)
}

#[inline(never)]
fn written(number: u64, base: u64, at_least: u32) -> Digits {
    const DIGITS: &str = "0123456789ABCDEF";
    let mut unit = 1;
    let mut places = 1;
    while places < at_least || number / unit >= base {
        unit *= base;
        places += 1;
    }
    let mut digits = Digits::new();
    while unit > 0 {
        let digit = usize::try_from(number / unit % base).unwrap_or_default();
        digits.push_str(&DIGITS[digit..=digit]);
        unit /= base;
    }
    digits
}

/// A line of these parts, one after the other; they have to fit.
pub fn joined<const LEN: usize>(parts: &[&str]) -> ArrayString<LEN> {
    let mut line = ArrayString::new();
    for part in parts {
        let fits = line.try_push_str(part);
        fits.expect("every text fits its line: the screens are tested with the longest");
    }
    line
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_written_as_everywhere(number: u64, small in 0_u64..2000, short: u32, at_least in 1_u32..6) {
            let width = at_least as usize;
            for number in [number, small] {
                prop_assert_eq!(digits(number).to_string(), number.to_string());
                prop_assert_eq!(digits_of(number, at_least).to_string(), format!("{number:0width$}"));
            }
            prop_assert_eq!(hexadecimal(short).to_string(), format!("{short:X}"));
        }
    }

    #[test]
    fn the_ends_of_the_range_are_written() {
        assert_eq!(digits(0).as_str(), "0");
        assert_eq!(digits(u64::MAX).as_str(), u64::MAX.to_string());
        assert_eq!(hexadecimal(u32::MAX).as_str(), "FFFFFFFF");
    }

    #[test]
    fn parts_follow_each_other() {
        assert_eq!(joined::<12>(&["Łódź", " ", &digits(7)]).as_str(), "Łódź 7");
    }

    #[test]
    fn blanks_fill_the_widest_display() {
        assert_eq!(BLANKS.len(), crate::pedestal::COLUMNS.max(crate::validator::COLUMNS));
    }
}
