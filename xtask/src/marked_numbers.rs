//! Numbers in documents that are compared with the project: a comment after a number names it.
//!
//! In `150,000<!--=first-load-max--> bytes` the number must be the budget of the first load. The comment is invisible
//! in the rendered document.

/// A marked number in a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Marked<'t> {
    /// Its line.
    pub line: usize,
    /// Its name.
    pub name: &'t str,
    /// Its value; `None` if there is no number before the mark.
    pub value: Option<u64>,
}

const START: &str = "<!--=";
const END: &str = "-->";

/// The marked numbers in a document.
pub fn find(text: &str) -> Vec<Marked<'_>> {
    let mut found = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        for (at, _) in text.match_indices(START) {
            let rest = &text[at + START.len()..];
            let name = rest.split_once(END).map_or(rest, |(name, _)| name);
            let start = text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == ',').len();
            let value = text[start..at].replace(',', "").parse().ok();
            found.push(Marked { line, name, value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_by_their_marks() {
        let text = "At most 150,000<!--=first-load-max--> bytes.\n36<!--=a--> of 7 or 8<!--=b-->.\nNone<!--=c-->.\n";
        let marked = |line, name, value| Marked { line, name, value };
        let expected = [
            marked(1, "first-load-max", Some(150_000)),
            marked(2, "a", Some(36)),
            marked(2, "b", Some(8)),
            marked(3, "c", None),
        ];
        assert_eq!(find(text), expected);
    }
}
