//! A Rust source as tokens of the compiler's lexer.

use std::collections::BTreeMap;

use ra_ap_rustc_lexer::{DocStyle, FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang, tokenize};

/// A source, split into tokens.
pub struct Source<'t> {
    tokens: Vec<Token<'t>>,
    comments: Vec<Token<'t>>,
    opens_with_docs: bool,
}

#[derive(Clone, Copy)]
pub struct Token<'t> {
    kind: TokenKind,
    /// Its text.
    pub text: &'t str,
    /// Its first line.
    pub line: usize,
}

impl<'t> Source<'t> {
    /// Splits `text` into tokens. This never fails, even if it is not Rust.
    pub fn of(text: &'t str) -> Self {
        let (shebang, text) = text.split_at(strip_shebang(text).unwrap_or_default());
        let (mut line, mut rest) = (1 + shebang.matches('\n').count(), text);
        let (mut tokens, mut comments) = (Vec::new(), Vec::new());
        let mut opening = None;
        for lexed in tokenize(text, FrontmatterAllowed::No) {
            let Some((text, after)) = rest.split_at_checked(lexed.len as usize) else {
                break;
            };
            let token = Token { kind: lexed.kind, text, line };
            rest = after;
            line += text.matches('\n').count();
            match token.kind {
                TokenKind::Whitespace => {}
                TokenKind::LineComment { doc_style } | TokenKind::BlockComment { doc_style, .. } => {
                    if doc_style == Some(DocStyle::Inner) && opening.is_none() {
                        opening = Some(tokens.len());
                    }
                    comments.push(token);
                }
                _ => tokens.push(token),
            }
        }
        let mut source = Self { tokens, comments, opens_with_docs: false };
        source.opens_with_docs = opening.is_some_and(|tokens| source.begins_with_attributes(tokens));
        source
    }

    /// Whether `//!` comes before everything except inner attributes.
    pub fn opens_with_docs(&self) -> bool {
        self.opens_with_docs
    }

    /// Every comment, documentation included, line by line.
    pub fn comments(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.comments
            .iter()
            .flat_map(|comment| comment.text.lines().enumerate().map(|(index, text)| (comment.line + index, text)))
    }

    /// The number of characters of string literals in each line.
    pub fn text_columns(&self) -> BTreeMap<usize, usize> {
        let mut columns = BTreeMap::new();
        for token in self.tokens.iter().filter(|token| is_string(token.kind)) {
            for (index, text) in token.text.lines().enumerate() {
                *columns.entry(token.line + index).or_default() += text.chars().count();
            }
        }
        columns
    }

    /// The lines of exceptions to lints without a reason.
    pub fn silent_exceptions(&self) -> Vec<usize> {
        let mut lines = Vec::new();
        for start in 0..self.tokens.len() {
            for list in self.attribute(start).map(|inside| self.exceptions(inside)).unwrap_or_default() {
                if !self.tokens[list].iter().any(|token| token.text == "reason") {
                    lines.push(self.tokens[start].line);
                }
            }
        }
        lines
    }

    /// The lines with one of these identifiers or keywords.
    pub fn identifiers(&self, wanted: &[&str]) -> Vec<usize> {
        let tokens = self.tokens.iter().filter(|token| token.kind == TokenKind::Ident && wanted.contains(&token.text));
        tokens.map(|token| token.line).collect()
    }

    /// Every identifier as words in lower case, with its line: `kept as` for `kept_as` and `KeptAs`.
    pub fn identifiers_in_words(&self) -> impl Iterator<Item = (usize, String)> {
        let identifiers = self.tokens.iter().filter(|token| token.kind == TokenKind::Ident);
        identifiers.map(|token| {
            let mut words = String::new();
            let mut is_after_lower = false;
            for character in token.text.chars() {
                if character.is_uppercase() && is_after_lower {
                    words.push(' ');
                }
                is_after_lower = character.is_lowercase() || character.is_numeric();
                words.extend(if character == '_' { vec![' '] } else { character.to_lowercase().collect() });
            }
            (token.line, words)
        })
    }

    /// The public types: their lines and names.
    pub fn public_types(&self) -> Vec<(usize, &'t str)> {
        let code = self.code();
        let types = code.windows(3).filter(|three| {
            three[0].text == "pub" && ["enum", "struct", "trait", "type", "union"].contains(&three[1].text)
        });
        types.map(|three| (three[2].line, three[2].text)).collect()
    }

    /// The tokens without comments and without items that only tests have.
    pub fn code(&self) -> Vec<Token<'t>> {
        let mut code = Vec::new();
        let mut index = 0;
        while index < self.tokens.len() {
            match self.attribute(index) {
                Some(inside) if self.is_test(inside.clone()) => index = self.end_of_item(inside.end + 1),
                _ => {
                    code.push(self.tokens[index]);
                    index += 1;
                }
            }
        }
        code
    }

    /// Whether these tokens of an attribute are `test` or `cfg(.. test ..)` without `not`.
    fn is_test(&self, inside: std::ops::Range<usize>) -> bool {
        let has = |text: &str| self.tokens[inside.clone()].iter().any(|token| token.text == text);
        has("test") && !has("not") && (has("cfg") || inside.len() == 1)
    }

    /// The index after the item that starts here: after its body or its semicolon.
    fn end_of_item(&self, start: usize) -> usize {
        let mut index = start;
        while let Some(token) = self.tokens.get(index) {
            match token.kind {
                TokenKind::Semi => return index + 1,
                TokenKind::OpenBrace => return self.closing(index) + 1,
                TokenKind::OpenParen | TokenKind::OpenBracket => index = self.closing(index) + 1,
                _ => index += 1,
            }
        }
        index
    }

    /// The names of modules in files of their own that only tests have.
    pub fn test_modules(&self) -> Vec<&'t str> {
        let mut names = Vec::new();
        for start in 0..self.tokens.len() {
            let Some(inside) = self.attribute(start).filter(|inside| self.is_test(inside.clone())) else { continue };
            if let [keyword, name, end, ..] = &self.tokens[inside.end + 1..]
                && (keyword.text, end.text) == ("mod", ";")
            {
                names.push(name.text);
            }
        }
        names
    }

    /// The lines of `todo!` and `unimplemented!`.
    pub fn unwritten(&self) -> Vec<usize> {
        let pairs = self.tokens.windows(2);
        let calls = pairs.filter(|pair| ["todo", "unimplemented"].contains(&pair[0].text) && pair[1].text == "!");
        calls.map(|pair| pair[0].line).collect()
    }

    /// The lines with a float literal.
    pub fn float_literals(&self) -> Vec<usize> {
        let is_float = |token: &Token| matches!(token.kind, TokenKind::Literal { kind: LiteralKind::Float { .. }, .. });
        let numbers = self.tokens.iter().enumerate().filter(|(_, token)| is_float(token));
        // In `pair.0.1` the lexer sees a float, which the parser splits.
        let after_dot = |index: usize| index > 0 && self.tokens[index - 1].kind == TokenKind::Dot;
        numbers.filter(|(index, _)| !after_dot(*index)).map(|(_, token)| token.line).collect()
    }

    /// The tokens between the brackets of the attribute that starts at this index, if one does.
    fn attribute(&self, start: usize) -> Option<std::ops::Range<usize>> {
        if self.tokens.get(start)?.kind != TokenKind::Pound {
            return None;
        }
        let open = if self.tokens.get(start + 1)?.kind == TokenKind::Bang { start + 2 } else { start + 1 };
        (self.tokens.get(open)?.kind == TokenKind::OpenBracket).then(|| open + 1..self.closing(open))
    }

    /// The tokens between the parentheses of each `allow(..)` and `expect(..)` inside.
    fn exceptions(&self, inside: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
        let is_exception = |index: &usize| {
            let next = self.tokens.get(index + 1);
            ["allow", "expect"].contains(&self.tokens[*index].text)
                && next.is_some_and(|next| next.kind == TokenKind::OpenParen)
        };
        inside.filter(is_exception).map(|index| index + 2..self.closing(index + 1)).collect()
    }

    /// The index of the bracket that closes the one at this index; the end of the source if none does.
    fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (index, token) in self.tokens.iter().enumerate().skip(open) {
            match token.kind {
                TokenKind::OpenParen | TokenKind::OpenBracket | TokenKind::OpenBrace => depth += 1,
                TokenKind::CloseParen | TokenKind::CloseBracket | TokenKind::CloseBrace => {
                    depth -= 1;
                }
                _ => {}
            }
            if depth == 0 {
                return index;
            }
        }
        self.tokens.len()
    }

    /// Whether the first tokens are inner attributes and nothing else.
    fn begins_with_attributes(&self, tokens: usize) -> bool {
        let mut index = 0;
        while index < tokens {
            match self.attribute(index) {
                Some(inside) if self.tokens[index + 1].kind == TokenKind::Bang => {
                    index = inside.end + 1;
                }
                _ => return false,
            }
        }
        index == tokens
    }
}

fn is_string(kind: TokenKind) -> bool {
    use LiteralKind::{ByteStr, CStr, RawByteStr, RawCStr, RawStr, Str};

    let TokenKind::Literal { kind, .. } = kind else { return false };
    matches!(kind, Str { .. } | ByteStr { .. } | CStr { .. } | RawStr { .. } | RawByteStr { .. } | RawCStr { .. })
}
