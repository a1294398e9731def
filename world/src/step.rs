//! The acceptance language: one enum of steps that parse from text and print to text.
//!
//! The grammar is closed: a text that is no step is an error that names the nearest known one.

use std::fmt;
use std::str::FromStr;

use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::{DateTime, Millis};

use crate::act::Act;
use crate::marina::Appliance;
use crate::wallet::{Issue, Standing};
use crate::word::{Accounts, Applied, Assignment, MilliKr, OnOff, Quoted, ScreenName, Word};

/// Declares the steps from their patterns: each pattern is the only place where its words are written.
macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident($($field:ident: $type:ty),*) = $pattern:literal;)+) => {
        /// One step of a scenario.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub enum Step {
            $($(#[$doc])* $name {
                $(#[doc = concat!("The value at `{", stringify!($field), "}`.")] $field: $type,)*
            },)+
        }

        /// Every pattern of the language, in the order of [`Step`].
        pub const PATTERNS: &[&str] = &[$($pattern),+];

        impl fmt::Display for Step {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$name { $($field),* } => {
                        let fields: &[&dyn Print] = &[$($field),*];
                        fill(f, $pattern, fields)
                    })+
                }
            }
        }

        impl FromStr for Step {
            type Err = Unknown;
            fn from_str(text: &str) -> Result<Self, Unknown> {
                let mut nearly = None;
                $(
                    let reading = &mut Reading::new($pattern, text);
                    let step = '_reading: {
                        Some(Self::$name {
                            $($field: match reading.word::<$type>() {
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
                Err(Unknown::new(text, nearly))
            }
        }
    };
}

steps! {
    /// The world begins as a page opens it.
    Opening() = "the marina as it opens";
    /// The world begins with an empty wallet.
    Bare() = "a marina with an empty wallet";
    /// The world begins as it was kept; the text below the step holds it.
    Kept() = "the marina as it was kept";
    /// There is a user card.
    HasCard(card: Quoted, amount: Ore) = "a card {card} with {amount}";
    /// There is a card of some kind.
    HasCardOf(kind: Issue, card: Quoted, amount: Ore) = "a {kind} card {card} with {amount}";
    /// A card has been used to load a socket, start to end, with the buttons.
    HasLoaded(card: Quoted, amount: Ore, socket: Socket) = "card {card} has loaded {amount} onto socket {socket}";
    /// A setting is changed.
    Setting(assignment: Assignment) = "the setting {assignment}";
    /// The marina office sets the clock.
    Clock(civil: DateTime) = "it is {civil}";

    /// A card goes into the holder.
    Present(card: Quoted) = "I put card {card} in the holder";
    /// The card comes out.
    Take() = "I take the card out";
    /// A button is pressed and let go at once.
    Press(key: Key) = "I press {key}";
    /// The same, several times.
    PressTimes(key: Key, count: u32) = "I press {key}, {count} times";
    /// A button goes down and stays down.
    Hold(key: Key) = "I hold {key} down";
    /// It comes up.
    LetGo(key: Key) = "I let go of {key}";
    /// Time passes.
    Wait(duration: Millis) = "{duration} pass";
    /// The person goes to another pedestal.
    Walk(number: u32) = "I walk to pedestal {number}";
    /// The mains fail.
    PowerOff() = "the power fails";
    /// The mains are back.
    PowerOn() = "the power is back";
    /// A boat is plugged in.
    Plug(socket: Socket) = "I plug the boat into socket {socket}";
    /// A boat is unplugged.
    Unplug(socket: Socket) = "I unplug the boat from socket {socket}";
    /// An appliance is switched.
    Switch(appliance: Appliance, socket: Socket, on: OnOff) = "I switch the {appliance} of the boat at socket {socket} {on}";
    /// A card gets another name.
    Rename(from: Quoted, to: Quoted) = "I rename card {from} to {to}";
    /// A card is thrown away.
    Discard(card: Quoted) = "I throw card {card} away";
    /// A card gets a hole.
    Destroy(card: Quoted) = "I punch a hole in card {card}";
    /// A card is lost.
    Lose(card: Quoted) = "I lose card {card}";
    /// The desk loads a card.
    DeskLoad(amount: Ore, card: Quoted) = "the desk loads {amount} onto card {card}";
    /// The desk pays a card out.
    DeskPayOut(card: Quoted) = "the desk pays out card {card}";
    /// The desk reads a card.
    DeskRead(card: Quoted) = "the desk reads card {card}";
    /// The desk resets a card.
    DeskReset(card: Quoted) = "the desk resets card {card}";
    /// The desk closes the records of a card that is gone.
    DeskWriteOff(card: Quoted) = "the desk writes off card {card}";
    /// The desk gives up the credit of a card that is gone.
    DeskRelease(socket: Socket) = "the desk releases socket {socket}";

    /// The display is on this screen.
    OnScreen(screen: ScreenName) = "the screen is {screen}";
    /// One of the display's lines reads so, apart from the spaces between its words.
    Shows(words: Quoted) = "the display shows {words}";
    /// None of the display's lines reads so.
    ShowsNot(words: Quoted) = "the display does not show {words}";
    /// The bar is filled so far.
    Bar(filled: u32, steps: u32) = "the bar is at {filled} of {steps}";
    /// The socket is live, and its button is blue; or neither.
    SocketIs(socket: Socket, on: OnOff) = "socket {socket} is {on}";
    /// The socket holds this.
    SocketHolds(socket: Socket, amount: MilliKr) = "socket {socket} holds {amount}";
    /// The card holds this.
    CardHolds(card: Quoted, amount: Ore) = "card {card} holds {amount}";
    /// The card stands so.
    CardIs(card: Quoted, standing: Standing) = "card {card} is {standing}";
    /// There is no such card any more.
    NoCard(card: Quoted) = "there is no card {card}";
    /// The boat draws this from its socket.
    Draws(socket: Socket, watts: u32) = "the boat at socket {socket} draws {watts} W";
    /// A clause was behind what happened since the last step that did something.
    RuleApplied(rule: Rule, applied: Applied) = "rule {rule} {applied}";
    /// Accounts of the ledger hold this together.
    Booked(amount: MilliKr, accounts: Accounts) = "the ledger has {amount} in {accounts}";
    /// The ledger adds up and agrees with cards and pedestals.
    Balanced() = "the ledger adds up";
    /// The last act was refused, with a sentence that holds these words.
    Refused(words: Quoted) = "that is refused: {words}";
    /// The last act was not refused.
    Accepted() = "that is accepted";
    /// What the desk read on the card holds these words.
    ReadOut(words: Quoted) = "the desk reads out {words}";
}

impl Step {
    /// The step that says this act; presses that are let go at once are [`Step::Press`], which is two acts.
    pub fn of_act(act: &Act) -> Option<Self> {
        let quoted = |name: &String| Quoted(name.clone());
        Some(match act {
            Act::Present(card) => Self::Present { card: quoted(card) },
            Act::Take => Self::Take {},
            Act::Press(key) => Self::Hold { key: *key },
            Act::Release(key) => Self::LetGo { key: *key },
            Act::Walk(number) => Self::Walk { number: u32::from(*number) },
            Act::PowerOff => Self::PowerOff {},
            Act::PowerOn => Self::PowerOn {},
            Act::Plug(socket) => Self::Plug { socket: *socket },
            Act::Unplug(socket) => Self::Unplug { socket: *socket },
            Act::Switch(socket, appliance, on) => {
                Self::Switch { appliance: *appliance, socket: *socket, on: OnOff(*on) }
            }
            Act::Create(kind, card, amount) => Self::HasCardOf { kind: *kind, card: quoted(card), amount: *amount },
            Act::Rename(from, to) => Self::Rename { from: quoted(from), to: quoted(to) },
            Act::Discard(card) => Self::Discard { card: quoted(card) },
            Act::Destroy(card) => Self::Destroy { card: quoted(card) },
            Act::Lose(card) => Self::Lose { card: quoted(card) },
            Act::Load(card, amount) => Self::DeskLoad { amount: *amount, card: quoted(card) },
            Act::PayOut(card) => Self::DeskPayOut { card: quoted(card) },
            Act::ReadOut(card) => Self::DeskRead { card: quoted(card) },
            Act::Reset(card) => Self::DeskReset { card: quoted(card) },
            Act::WriteOff(card) => Self::DeskWriteOff { card: quoted(card) },
            Act::ReleaseSocket(socket) => Self::DeskRelease { socket: *socket },
            Act::SetClock(civil) => Self::Clock { civil: *civil },
            Act::Configure(place, value) => Self::Setting { assignment: Assignment { place: *place, value: *value } },
        })
    }
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
    fn new(text: &str, value: Option<String>) -> Self {
        Self { text: text.to_owned(), value, nearest: nearest(text) }
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

/// The pattern that shares most with `text`: quick and small, since the page carries it, too.
fn nearest(text: &str) -> &'static str {
    let words: Vec<&str> = text.split(' ').collect();
    let shared = |pattern: &&&str| {
        let common = pattern.split(' ').filter(|word| words.contains(word)).count() * 4;
        let begins_with_a_number = pattern.starts_with('{') && text.starts_with(|c: char| c.is_ascii_digit());
        let start = if begins_with_a_number {
            "a number".len()
        } else {
            pattern.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count()
        };
        let length = pattern.split(' ').count().abs_diff(words.len());
        (common + start).saturating_sub(length)
    };
    PATTERNS.iter().max_by_key(shared).expect("the language has steps")
}

/// Printing through a reference, whatever the word.
trait Print {
    fn print(&self, to: &mut dyn fmt::Write) -> fmt::Result;
}

impl<T: Word> Print for T {
    fn print(&self, to: &mut dyn fmt::Write) -> fmt::Result {
        self.write(to)
    }
}

/// Prints a pattern with its placeholders filled in.
fn fill(to: &mut dyn fmt::Write, pattern: &str, fields: &[&dyn Print]) -> fmt::Result {
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
struct Reading<'a> {
    pattern: &'static str,
    text: &'a str,
    /// None: it fits so far. Some: it does not; the sentence, where the words fit but a value does not.
    failed: Option<Option<String>>,
}

impl<'a> Reading<'a> {
    fn new(pattern: &'static str, text: &'a str) -> Self {
        Self { pattern, text, failed: None }
    }

    /// Reads up to and including the next placeholder.
    fn word<T: Word>(&mut self) -> Option<T> {
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

    fn finish(&mut self) -> Result<(), Option<String>> {
        match self.failed.take() {
            Some(why) => Err(why),
            None if self.text == self.pattern => Ok(()),
            None => Err(None),
        }
    }
}
