//! Several patches in one source: a patched function runs its own body or a patched one.

use std::fmt::Write as _;
use std::ops::Range;

/// The environment variable with the number of the patch that runs. Without it none does.
pub const VARIABLE: &str = "KERBQUAY_BROKEN";

/// A patch at its range in a source, with its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The number that selects the patch.
    pub number: usize,
    /// A comment for the compiled source.
    pub title: String,
    /// The range in the source.
    pub range: Range<usize>,
    /// The text that replaces it.
    pub replacement: String,
}

/// The function that patched code calls, for the crate root.
pub fn function() -> String {
    format!(
        r#"
pub(crate) fn is_broken(number: usize) -> bool {{
    extern crate std;
    static BROKEN: std::sync::OnceLock<Option<usize>> = std::sync::OnceLock::new();
    *BROKEN.get_or_init(|| std::env::var("{VARIABLE}").ok().and_then(|text| text.parse().ok())) == Some(number)
}}
"#
    )
}

/// The body, without its braces, of the function around a range of a source. The source is formatted, so a function
/// ends at a closing brace with the function's indentation. None outside of functions, and in a function that returns
/// `impl Trait`: its bodies could have different types.
pub fn body_around(source: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let starts = source[..range.start].rmatch_indices('\n').map(|(end, _)| end + 1);
    starts.into_iter().find_map(|start| {
        let line = source[start..].trim_start_matches(' ');
        let indentation = source.len() - start - line.len();
        let is_function =
            ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn "].iter().any(|prefix| line.starts_with(prefix));
        let body = start + source[start..].find("{\n")? + 2;
        let end = start + source[start..].find(&format!("\n{}}}\n", " ".repeat(indentation)))? + 1;
        let contains = body <= range.start && range.end <= end;
        (is_function && contains && !source[start..body].contains("-> impl ")).then_some(body..end)
    })
}

/// A body that runs the selected patch or itself.
pub fn switched(source: &str, body: Range<usize>, patches: &[Placed]) -> String {
    let mut text = String::new();
    for Placed { number, title, range, replacement } in patches {
        let broken = replaced(source, body.clone(), range, replacement);
        write!(text, "if crate::is_broken({number}) {{ // {title}\n{broken}}} else ").expect("a string grows");
    }
    text + "{\n" + &source[body] + "}\n"
}

/// A part of a source with one range replaced.
pub fn replaced(source: &str, part: Range<usize>, range: &Range<usize>, with: &str) -> String {
    [&source[part.start..range.start], with, &source[range.end..part.end]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "
impl A {
    pub fn f(
        &self,
    ) -> u8 {
        if x {
            1
        }
    }

    const B: u8 = 2;

    const fn g() {
        3
    }
}
";

    fn range_of(text: &str) -> Range<usize> {
        SOURCE.find(text).map(|start| start..start + text.len()).expect("it is there")
    }

    #[test]
    fn the_body_of_a_function_is_found() {
        let body = body_around(SOURCE, &range_of("1")).expect("a function");
        assert_eq!(&SOURCE[body], "        if x {\n            1\n        }\n");
    }

    #[test]
    fn constants_have_no_body() {
        assert_eq!(body_around(SOURCE, &range_of("2")), None);
        assert_eq!(body_around(SOURCE, &range_of("3")), None);
    }

    #[test]
    fn a_function_gets_a_body_for_each_patch() {
        let body = body_around(SOURCE, &range_of("1")).expect("a function");
        let patch = Placed { number: 7, title: "t".to_owned(), range: range_of("1"), replacement: "4".to_owned() };
        let expected = "if crate::is_broken(7) { // t
        if x {
            4
        }
} else {
        if x {
            1
        }
}
";
        assert_eq!(switched(SOURCE, body, &[patch]), expected);
    }
}
