//! One language file: its messages with their lines, their limits and their placeholders.

use std::fmt::{self, Display, Formatter};

use fluent_syntax::ast::{
    Comment, Entry as Item, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser::{self, ErrorKind, ParserError};

/// Something wrong in a language file, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The name of the file.
    pub file: String,
    /// The line, from 1 on.
    pub line: usize,
    /// What is wrong, without a full stop.
    pub what: String,
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// The text of a message as it is written in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Written {
    /// The same for every number.
    Plain(Template),
    /// For each category the text, in the order of the file.
    Plural(Vec<(String, Template)>),
}

/// Text and placeholders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Template(pub(crate) Vec<Piece>);

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Piece {
    Text(String),
    Placeholder(String),
}

/// A message of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) line: usize,
    /// The largest number of characters, from the comment of the message, or else from that of its group.
    pub(crate) limit: Option<usize>,
    /// The placeholders that its comment explains, in that order.
    pub(crate) explained: Vec<String>,
    pub(crate) written: Written,
}

impl Template {
    pub(crate) fn placeholders(&self) -> Vec<&str> {
        let names = self.0.iter().filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        });
        let mut names: Vec<_> = names.collect();
        names.sort_unstable();
        names
    }
}

/// Reads the file of this name.
///
/// # Errors
/// Everything in it that is not one of the few forms of Fluent that the page uses.
pub(crate) fn read(file: &str, source: &str) -> Result<Vec<Entry>, Vec<Fault>> {
    let reader = Reader { file, source };
    let (resource, mut faults) = match parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(|error| reader.syntax(error)).collect()),
    };
    let mut entries = Vec::<Entry>::new();
    let mut of_group = None;
    for item in &resource.body {
        match item {
            Item::Message(message) => {
                let (id, line) = (message.id.name, reader.line(message.id.name));
                faults.extend(message.attributes.iter().map(|attribute| {
                    reader.fault(attribute.id.name, format!("\u{201c}{id}\u{201d} has an attribute"))
                }));
                let lines = message.comment.as_ref().map(lines).unwrap_or_default();
                let limit = lines.iter().find_map(|line| limit(line)).or(of_group);
                let explained = lines.iter().filter_map(|line| explained(line)).collect();
                let written = message.value.as_ref().map(|value| reader.written(id, value));
                match written.unwrap_or_else(|| Err(reader.fault(id, no_text(id)))) {
                    Ok(written) => entries.push(Entry { id: id.to_owned(), line, limit, explained, written }),
                    Err(fault) => faults.push(fault),
                }
            }
            Item::GroupComment(comment) => of_group = lines(comment).iter().find_map(|line| limit(line)),
            Item::Term(term) => {
                let id = term.id.name;
                faults.push(reader.fault(id, format!("\u{201c}-{id}\u{201d} is a term; write its words out")));
            }
            // A comment that belongs to no message, and what is reported as an error of the syntax.
            Item::Comment(_) | Item::ResourceComment(_) | Item::Junk { .. } => {}
        }
    }
    for (index, entry) in entries.iter().enumerate() {
        if let Some(first) = entries[..index].iter().find(|first| first.id == entry.id) {
            let what = format!("\u{201c}{}\u{201d} is there already, in line {}", entry.id, first.line);
            faults.push(Fault { file: file.to_owned(), line: entry.line, what });
        }
    }
    if faults.is_empty() {
        return Ok(entries);
    }
    faults.sort_by_key(|fault| fault.line);
    Err(faults)
}

fn lines<'s>(comment: &Comment<&'s str>) -> Vec<&'s str> {
    comment.content.clone()
}

/// `Some words. At most 44 characters.` in a comment.
fn limit(line: &str) -> Option<usize> {
    let (_, after) = line.split_once("t most ")?;
    let (number, after) = after.split_once(' ')?;
    after.starts_with("characters").then(|| number.parse().ok())?
}

/// `$card - the name of the card` in a comment.
fn explained(line: &str) -> Option<String> {
    let (name, _) = line.trim_start().strip_prefix('$')?.split_once(" - ")?;
    Some(name.to_owned())
}

fn no_text(id: &str) -> String {
    format!("\u{201c}{id}\u{201d} has no text")
}

struct Reader<'s> {
    file: &'s str,
    source: &'s str,
}

impl Reader<'_> {
    /// The line that a piece of the source begins in.
    fn line(&self, piece: &str) -> usize {
        let offset = (piece.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        self.line_at(offset)
    }

    fn line_at(&self, offset: usize) -> usize {
        1 + self.source.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    fn fault(&self, piece: &str, what: String) -> Fault {
        Fault { file: self.file.to_owned(), line: self.line(piece), what }
    }

    fn syntax(&self, error: &ParserError) -> Fault {
        let (offset, what) = match &error.kind {
            // The parser is behind the message by then.
            ErrorKind::ExpectedMessageField { entry_id } => {
                (error.slice.as_ref().map_or(error.pos.start, |slice| slice.start), no_text(entry_id))
            }
            kind => (error.pos.start, format!("not Fluent: {kind}")),
        };
        Fault { file: self.file.to_owned(), line: self.line_at(offset), what }
    }

    fn written(&self, id: &str, pattern: &Pattern<&str>) -> Result<Written, Fault> {
        if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
            pattern.elements.as_slice()
        {
            if !matches!(selector, InlineExpression::VariableReference { id } if id.name == "count") {
                return Err(self.fault(id, format!("\u{201c}{id}\u{201d} chooses by something else than $count")));
            }
            return variants
                .iter()
                .map(|variant| self.form(id, variant))
                .collect::<Result<_, _>>()
                .map(Written::Plural);
        }
        self.template(id, pattern).map(Written::Plain)
    }

    fn form(&self, id: &str, variant: &Variant<&str>) -> Result<(String, Template), Fault> {
        match variant.key {
            VariantKey::Identifier { name } => Ok((name.to_owned(), self.template(id, &variant.value)?)),
            VariantKey::NumberLiteral { value } => {
                Err(self.fault(value, format!("\u{201c}{id}\u{201d} has a form for a number; use the categories")))
            }
        }
    }

    fn template(&self, id: &str, pattern: &Pattern<&str>) -> Result<Template, Fault> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            pieces.push(match element {
                PatternElement::TextElement { value } => Piece::Text(self.text(id, value)?),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => Piece::Placeholder(id.name.to_owned()),
                PatternElement::Placeable { .. } => {
                    return Err(self.fault(id, format!("\u{201c}{id}\u{201d} has more in braces than a placeholder")));
                }
            });
        }
        Ok(Template(pieces))
    }

    fn text(&self, id: &str, text: &str) -> Result<String, Fault> {
        if text.contains('\n') {
            return Err(self.fault(id, format!("\u{201c}{id}\u{201d} has more than one line")));
        }
        if text.contains(|letter: char| letter.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&letter)) {
            return Err(self.fault(id, format!("\u{201c}{id}\u{201d} has a letter that the page uses for itself")));
        }
        if text.contains("  ") {
            return Err(self.fault(id, format!("\u{201c}{id}\u{201d} has two spaces in a row")));
        }
        Ok(text.to_owned())
    }
}
