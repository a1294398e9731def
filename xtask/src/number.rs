//! How numbers are printed.

use std::time::Duration;

/// A number with a comma between the thousands: `120,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A duration in seconds, truncated to one decimal: `1,212.3 s`.
pub fn seconds(time: Duration) -> String {
    format!("{}.{} s", grouped(time.as_secs()), time.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(120_000), "120,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn durations_have_one_decimal() {
        assert_eq!(seconds(Duration::from_millis(0)), "0.0 s");
        assert_eq!(seconds(Duration::from_millis(1_990)), "1.9 s");
        assert_eq!(seconds(Duration::from_millis(117_040)), "117.0 s");
        assert_eq!(seconds(Duration::from_secs(1_555)), "1,555.0 s");
    }
}
