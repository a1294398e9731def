//! The acceptance language: for each world the actions and the expectations that parse from text and print to text.
//!
//! The grammars are closed: a text that is no step is an error that names the nearest known one.

use std::fmt;

use crate::step_value::StepValue;

/// Declares the steps of a world, kind by kind: `Action { .. } Expectation { .. }`. Each pattern is the only line
/// where its words are written.
///
/// It makes an enum of each kind, with [`Kind`] and `Display`. `Action includes SharedAction { .. }` adds the steps of
/// another kind as the variant `Shared`: those of [`shared_steps!`](macro@crate::shared_steps).
///
/// To add a step:
/// 1. Write its line here, among the actions if it does something, among the expectations if it only looks. Each field
///    is one placeholder of the pattern, in the same order, and its type is a [`StepValue`]. The first pattern that
///    fits wins, actions before expectations. A pattern is a public name, since features and saved sessions hold it:
///    it can be added, but not changed.
/// 2. Handle it in the world: an action in `action.rs` ([`moves`](crate::script::Action::moves)), an expectation in
///    `expectation.rs` ([`check`](crate::script::Expectation::check)). Until then the crate does not compile. The
///    targets do not change, since they take the moves of every action and the check of every expectation.
/// 3. If the action needs a new act, the compiler names the matches that lack it: `of_act`, which gives the action for
///    it in saved sessions, the hands of the browser target, and the wiring of the boards.
/// 4. The test of the language (`world/tests/it`) asks for a sample of it.
///
/// A step that every site has is written in [`shared_steps!`](macro@crate::shared_steps) instead.
#[macro_export]
macro_rules! steps {
    ($(
        $(#[$kind_doc:meta])* $kind:ident $(includes $shared:ty)? {
            $($(#[$doc:meta])* $name:ident($($field:ident: $type:ty),*) = $pattern:literal;)+
        }
    )+) => {
        $(
            $(#[$kind_doc])*
            #[derive(Clone, PartialEq, Eq, Hash, Debug)]
            pub enum $kind {
                $($(#[$doc])* $name {
                    $(#[doc = concat!("The value at `{", stringify!($field), "}`.")] $field: $type,)*
                },)+
                $(
                    /// A step that every site has.
                    Shared($shared),
                )?
            }

            impl $crate::step::Kind for $kind {
                fn patterns() -> Vec<&'static str> {
                    let own = vec![$($pattern),+];
                    $(let own = [<$shared as $crate::step::Kind>::patterns(), own].concat();)?
                    own
                }

                fn pattern(&self) -> &'static str {
                    match self {
                        $(Self::$name { .. } => $pattern,)+
                        $(Self::Shared(step) => <$shared as $crate::step::Kind>::pattern(step),)?
                    }
                }

                fn read(text: &str) -> Result<Self, Option<String>> {
                    let mut nearly = None;
                    $(
                        let reading = &mut $crate::step::Reading::new($pattern, text);
                        let step = '_reading: {
                            Some(Self::$name {
                                $($field: match reading.value::<$type>() {
                                    Some(value) => value,
                                    None => break '_reading None,
                                }),*
                            })
                        };
                        match (step, reading.finish()) {
                            (Some(step), Ok(())) => return Ok(step),
                            (_, Ok(())) => {}
                            (_, Err(why)) => nearly = nearly.or(why),
                        }
                    )+
                    $(
                        match <$shared as $crate::step::Kind>::read(text) {
                            Ok(step) => return Ok(Self::Shared(step)),
                            Err(why) => nearly = nearly.or(why),
                        }
                    )?
                    Err(nearly)
                }
            }

            impl std::fmt::Display for $kind {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    match self {
                        $(Self::$name { $($field),* } => {
                            let fields: &[&dyn $crate::step::Print] = &[$($field),*];
                            $crate::step::fill(f, $pattern, fields)
                        })+
                        $(Self::Shared(step) => <$shared as std::fmt::Display>::fmt(step, f),)?
                    }
                }
            }
        )+
    };
}

/// One kind of steps: the actions of a world, or its expectations.
pub trait Kind: Clone + PartialEq + fmt::Debug + fmt::Display {
    /// The pattern of each step of this kind.
    fn patterns() -> Vec<&'static str>;

    /// The pattern of this step.
    fn pattern(&self) -> &'static str;

    /// Reads a step of this kind.
    ///
    /// # Errors
    /// The text is no step of this kind: with a sentence where a pattern fits it but for a value, without one where
    /// none does.
    fn read(text: &str) -> Result<Self, Option<String>>;
}

/// A text that is no step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// The text.
    pub text: String,
    /// What is wrong with the value in it, where only a value is wrong.
    pub value: Option<String>,
    /// The nearest pattern.
    pub nearest: &'static str,
}

impl Unknown {
    pub(crate) fn new(text: &str, value: Option<String>, patterns: &[&'static str]) -> Self {
        Self { text: text.to_owned(), value, nearest: nearest(text, patterns) }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, value, nearest } = self;
        match value {
            Some(value) => {
                write!(f, "\u{201c}{text}\u{201d} is not a step: {value}; the step is \u{201c}{nearest}\u{201d}")
            }
            None => write!(f, "\u{201c}{text}\u{201d} is not a step; the nearest is \u{201c}{nearest}\u{201d}"),
        }
    }
}

/// The one of these patterns that shares most with `text`: quick and small, since the page carries it, too.
fn nearest(text: &str, patterns: &[&'static str]) -> &'static str {
    let words: Vec<&str> = text.split(' ').collect();
    let shared = |pattern: &&'static str| {
        // A word that the pattern has twice counts once.
        let common = words.iter().filter(|word| pattern.split(' ').any(|other| other == **word)).count() * 4;
        let begins_with_a_number = pattern.starts_with('{') && text.starts_with(|c: char| c.is_ascii_digit());
        let start = if begins_with_a_number {
            "a number".len()
        } else {
            pattern.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count()
        };
        let length = pattern.split(' ').count().abs_diff(words.len());
        (common + start).saturating_sub(length)
    };
    patterns.iter().copied().max_by_key(shared).expect("the language has steps")
}

/// Printing through a reference, whatever the word.
pub trait Print {
    /// Writes the value.
    ///
    /// # Errors
    /// Only those of `to`.
    fn print(&self, to: &mut dyn fmt::Write) -> fmt::Result;
}

impl<T: StepValue> Print for T {
    fn print(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        self.write(to)
    }
}

/// Prints a pattern with its placeholders filled in.
///
/// # Errors
/// Those of `to`, or there is another number of fields than of placeholders.
pub fn fill(to: &mut dyn fmt::Write, pattern: &str, fields: &[&dyn Print]) -> fmt::Result {
    let mut fields = fields.iter();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        to.write_str(before)?;
        fields.next().ok_or(fmt::Error)?.print(to)?;
        rest = after.split_once('}').ok_or(fmt::Error)?.1;
    }
    to.write_str(rest)
}

/// Reads one text against one pattern.
#[derive(Debug)]
pub struct Reading<'a> {
    pattern: &'static str,
    text: &'a str,
    /// None: it fits so far. Some: it does not; the sentence, where the words fit but a value does not.
    failed: Option<Option<String>>,
}

impl<'a> Reading<'a> {
    /// A reading from the beginning of both.
    pub fn new(pattern: &'static str, text: &'a str) -> Self {
        Self { pattern, text, failed: None }
    }

    /// Reads up to and including the next placeholder.
    pub fn value<T: StepValue>(&mut self) -> Option<T> {
        if self.failed.is_some() {
            return None;
        }
        let (before, after) = self.pattern.split_once('{')?;
        let begun = self.text.strip_prefix(before);
        // A placeholder at the very beginning fits anything: its failure says nothing about the text.
        let value = begun.map(|rest| (T::read(rest), before.len() > 2));
        self.pattern = after.split_once('}')?.1;
        match value {
            Some((Ok((value, rest)), _)) => {
                self.text = rest;
                Some(value)
            }
            Some((Err(why), specific)) => {
                self.failed = Some(specific.then_some(why));
                None
            }
            None => {
                self.failed = Some(None);
                None
            }
        }
    }

    /// Whether the whole text fits the whole pattern.
    ///
    /// # Errors
    /// It does not; with a sentence where the words fit but a value does not.
    pub fn finish(&mut self) -> Result<(), Option<String>> {
        match self.failed.take() {
            Some(why) => Err(why),
            None if self.text == self.pattern => Ok(()),
            None => Err(None),
        }
    }
}
