//! A Rust source as the words the compiler sees.

use std::collections::BTreeMap;

use ra_ap_rustc_lexer::{DocStyle, FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang, tokenize};

/// A source cut into words.
pub struct Source<'t> {
    words: Vec<Word<'t>>,
    comments: Vec<Word<'t>>,
    opens_with_docs: bool,
}

struct Word<'t> {
    kind: TokenKind,
    text: &'t str,
    line: usize,
}

impl<'t> Source<'t> {
    /// Cuts `text` into words. Text that is no Rust gives words all the same.
    pub fn of(text: &'t str) -> Self {
        let (shebang, text) = text.split_at(strip_shebang(text).unwrap_or_default());
        let (mut line, mut rest) = (1 + shebang.matches('\n').count(), text);
        let (mut words, mut comments) = (Vec::new(), Vec::new());
        let mut opening = None;
        for token in tokenize(text, FrontmatterAllowed::No) {
            let Some((text, after)) = rest.split_at_checked(token.len as usize) else {
                break;
            };
            let word = Word { kind: token.kind, text, line };
            rest = after;
            line += text.matches('\n').count();
            match word.kind {
                TokenKind::Whitespace => {}
                TokenKind::LineComment { doc_style } | TokenKind::BlockComment { doc_style, .. } => {
                    if doc_style == Some(DocStyle::Inner) && opening.is_none() {
                        opening = Some(words.len());
                    }
                    comments.push(word);
                }
                _ => words.push(word),
            }
        }
        let mut source = Self { words, comments, opens_with_docs: false };
        source.opens_with_docs = opening.is_some_and(|words| source.begins_with_attributes(words));
        source
    }

    /// Whether `//!` comes before everything but attributes of the file itself.
    pub fn opens_with_docs(&self) -> bool {
        self.opens_with_docs
    }

    /// Every comment, documentation included, line by line.
    pub fn comments(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.comments
            .iter()
            .flat_map(|comment| comment.text.lines().enumerate().map(|(index, text)| (comment.line + index, text)))
    }

    /// How many characters of each line are the text of a string.
    pub fn text_columns(&self) -> BTreeMap<usize, usize> {
        let mut columns = BTreeMap::new();
        for word in self.words.iter().filter(|word| is_string(word.kind)) {
            for (index, text) in word.text.lines().enumerate() {
                *columns.entry(word.line + index).or_default() += text.chars().count();
            }
        }
        columns
    }

    /// Lines of the attributes that make an exception to a lint and do not say why.
    pub fn silent_exceptions(&self) -> Vec<usize> {
        let mut lines = Vec::new();
        for start in 0..self.words.len() {
            for list in self.attribute(start).map(|inside| self.exceptions(inside)).unwrap_or_default() {
                if !self.words[list].iter().any(|word| word.text == "reason") {
                    lines.push(self.words[start].line);
                }
            }
        }
        lines
    }

    /// Lines that hold one of these words as a name or keyword.
    pub fn words(&self, wanted: &[&str]) -> Vec<usize> {
        let words = self.words.iter().filter(|word| word.kind == TokenKind::Ident && wanted.contains(&word.text));
        words.map(|word| word.line).collect()
    }

    /// Lines of the macros that stand for code to come.
    pub fn unwritten(&self) -> Vec<usize> {
        let pairs = self.words.windows(2);
        let calls = pairs.filter(|pair| ["todo", "unimplemented"].contains(&pair[0].text) && pair[1].text == "!");
        calls.map(|pair| pair[0].line).collect()
    }

    /// Lines with a number that is no integer.
    pub fn float_literals(&self) -> Vec<usize> {
        let is_float = |word: &Word| matches!(word.kind, TokenKind::Literal { kind: LiteralKind::Float { .. }, .. });
        let numbers = self.words.iter().enumerate().filter(|(_, word)| is_float(word));
        // In `pair.0.1` the compiler's lexer sees a number too, which its parser takes apart.
        let after_dot = |place: usize| place > 0 && self.words[place - 1].kind == TokenKind::Dot;
        numbers.filter(|(place, _)| !after_dot(*place)).map(|(_, word)| word.line).collect()
    }

    /// What is between the brackets of the attribute that starts at this word, if one does.
    fn attribute(&self, start: usize) -> Option<std::ops::Range<usize>> {
        if self.words.get(start)?.kind != TokenKind::Pound {
            return None;
        }
        let open = if self.words.get(start + 1)?.kind == TokenKind::Bang { start + 2 } else { start + 1 };
        (self.words.get(open)?.kind == TokenKind::OpenBracket).then(|| open + 1..self.closing(open))
    }

    /// What is between the parentheses of each `allow(..)` and `expect(..)` inside.
    fn exceptions(&self, inside: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
        let is_exception = |place: &usize| {
            let next = self.words.get(place + 1);
            ["allow", "expect"].contains(&self.words[*place].text)
                && next.is_some_and(|next| next.kind == TokenKind::OpenParen)
        };
        inside.filter(is_exception).map(|place| place + 2..self.closing(place + 1)).collect()
    }

    /// Where the bracket that opens at this word closes; the end of the source if it never does.
    fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (place, word) in self.words.iter().enumerate().skip(open) {
            match word.kind {
                TokenKind::OpenParen | TokenKind::OpenBracket | TokenKind::OpenBrace => depth += 1,
                TokenKind::CloseParen | TokenKind::CloseBracket | TokenKind::CloseBrace => {
                    depth -= 1;
                }
                _ => {}
            }
            if depth == 0 {
                return place;
            }
        }
        self.words.len()
    }

    /// Whether the first words are whole attributes of the file and nothing else.
    fn begins_with_attributes(&self, words: usize) -> bool {
        let mut place = 0;
        while place < words {
            match self.attribute(place) {
                Some(inside) if self.words[place + 1].kind == TokenKind::Bang => {
                    place = inside.end + 1;
                }
                _ => return false,
            }
        }
        place == words
    }
}

fn is_string(kind: TokenKind) -> bool {
    use LiteralKind::{ByteStr, CStr, RawByteStr, RawCStr, RawStr, Str};

    let TokenKind::Literal { kind, .. } = kind else { return false };
    matches!(kind, Str { .. } | ByteStr { .. } | CStr { .. } | RawStr { .. } | RawByteStr { .. } | RawCStr { .. })
}
