//! Words that hide an established term, in comments, documents and identifiers.

use super::source::Source;

/// Phrases in comments and documents, in lower case, and the terms to use.
const PHRASES: &[(&str, &str)] = &[
    ("what others wrote", "dependencies"),
    ("others wrote", "dependencies"),
    ("nobody", "the component or the user by name"),
    ("somebody", "the component or the user by name"),
    ("whoever", "the component or the user by name"),
    ("for who", "for people who"),
    ("so many", "the number by name"),
    ("of which", "a sentence of its own"),
    ("be it that", "or"),
    ("the compiler's advice", "Clippy, lints"),
    ("a mistake in", "a bug"),
    ("a mistake of", "a bug, a panic"),
    ("gets lost", "the error by name"),
    ("get lost", "the error by name"),
    ("hangs up", "closes the connection"),
    ("is another one", "differs"),
    ("are others", "differ"),
    ("the rules of the house", "the rules of the project"),
    ("dots", "pixels"),
    ("deed", "input, action"),
    ("deeds", "inputs, actions"),
];

/// Words in identifiers, in lower case, and the terms to use.
const IDENTIFIERS: &[(&str, &str)] = &[
    ("advised", "with_clippy"),
    ("apology", "load_error"),
    ("deed", "input, action"),
    ("deeds", "inputs, actions"),
    ("dots", "pixels"),
    ("dress", "apply_styles"),
    ("further", "lazy, other"),
    ("glance", "poll_interval"),
    ("happening", "trace_entry, event"),
    ("kept", "stored, cached, saved"),
    ("manner", "profile"),
    ("sight", "snapshot"),
    ("soon", "deferred"),
    ("wear", "adopt_stylesheet"),
];

/// The phrases in a Rust source: lines, phrases and terms.
pub fn in_rust(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    let source = Source::of(text);
    let mut found: Vec<_> = source.comments().flat_map(|(line, comment)| in_line(PHRASES, line, comment)).collect();
    for (line, words) in source.identifiers_in_words() {
        found.extend(in_line(IDENTIFIERS, line, &words));
    }
    found.sort_unstable();
    found
}

/// The phrases in a text: lines, phrases and terms.
pub fn in_prose(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    text.lines().enumerate().flat_map(|(index, line)| in_line(PHRASES, index + 1, line)).collect()
}

fn in_line(
    terms: &[(&'static str, &'static str)],
    line: usize,
    text: &str,
) -> Vec<(usize, &'static str, &'static str)> {
    let text = text.to_lowercase();
    let is_boundary = |character: Option<char>| character.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let has = |phrase: &str| {
        text.match_indices(phrase).any(|(at, _)| {
            is_boundary(text[..at].chars().next_back()) && is_boundary(text[at + phrase.len()..].chars().next())
        })
    };
    let mut found: Vec<_> =
        terms.iter().filter(|(phrase, _)| has(phrase)).map(|(phrase, term)| (line, *phrase, *term)).collect();
    // The longer of two phrases with the same words is enough.
    let phrases: Vec<&str> = found.iter().map(|(_, phrase, _)| *phrase).collect();
    found.retain(|(_, phrase, _)| !phrases.iter().any(|other| other != phrase && other.contains(phrase)));
    found
}

/// The number of occurrences of these words in a text, with a capital first letter too.
pub fn count(text: &str, words: &[&str]) -> usize {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    text.split(|c: char| !is_of_word(c)).filter(|word| words.contains(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str) -> Vec<(usize, &'static str)> {
        in_rust(text).into_iter().map(|(line, phrase, _)| (line, phrase)).collect()
    }

    #[test]
    fn phrases_are_found_in_comments_and_identifiers() {
        let text = "//! What others wrote, kept.\nfn kept_as(deed: u8) {\n    let text = \"nobody\"; // Nobody.\n}\nstruct FurtherParts;\n";
        let expected = [(1, "what others wrote"), (2, "deed"), (2, "kept"), (3, "nobody"), (5, "further")];
        assert_eq!(phrases(text), expected);
    }

    #[test]
    fn parts_of_words_are_no_phrases() {
        assert_eq!(phrases("// As soon as it is undeedful.\nfn sighted() {}\n"), []);
        assert_eq!(in_prose("An address.\nFor nobody.\n").len(), 1);
    }

    #[test]
    fn whole_words_are_counted() {
        assert_eq!(count("so, `so_far` also so.", &["so", "thus"]), 2);
    }
}
