//! What the pedestal's display says: as data, and as words.

use arrayvec::{ArrayString, ArrayVec};

use super::Socket;
use super::memory::Transfer;
use super::text;
use crate::money::{MilliOre, Ore, WattHours};
use crate::text::{Language, Words};
use crate::typeset::{BLANKS, digits, digits_of, joined};

/// How many steps a progress bar has.
pub const BAR_STEPS: u8 = 50;
/// How many characters a line holds.
pub const COLUMNS: usize = 21;
/// How many characters a headline holds.
pub const HEADLINE_COLUMNS: usize = 16;

/// What the display says, and in which language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Screen {
    /// The display's language (DP-03).
    pub language: Language,
    /// What it says.
    pub view: View,
}

/// One of the pedestal's screens, with its data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum View {
    /// P-06: rest mode.
    Welcome {
        /// DP-36: a card that would be served is in the holder.
        card_inside: bool,
    },
    /// P-09: choose a socket.
    ServiceSelect {
        /// The credit on the card.
        on_card: Ore,
        /// DP-31: an earlier update that this card has just settled.
        settled: Option<Transfer>,
    },
    /// P-11: choose another.
    Busy {
        /// The socket that cannot be had.
        socket: Socket,
        /// Why.
        because: BusyBecause,
    },
    /// P-12, P-13: the socket outlet's status.
    OutletStatus {
        /// The chosen socket.
        socket: Socket,
        /// The credit on it.
        credit: MilliOre,
        /// What that buys.
        energy: WattHours,
        /// The credit on the card.
        on_card: Ore,
        /// What the next update will move.
        staged: Staged,
        /// Why the last press moved nothing.
        notice: Option<Notice>,
        /// DP-38: what is staged includes a hold that was let go too early, after its bar had been shown.
        too_short: bool,
        /// How far the button has been held, in [`BAR_STEPS`].
        hold: Option<u8>,
        /// What one press moves.
        step: Ore,
    },
    /// P-16: updating.
    Updating {
        /// The socket.
        socket: Socket,
        /// Whether the credit goes back to the card.
        is_return: bool,
        /// How far it is, in [`BAR_STEPS`].
        progress: u8,
    },
    /// P-22: the card may go.
    RemoveCard {
        /// The socket.
        socket: Socket,
        /// The credit on it.
        credit: MilliOre,
        /// The credit on the card.
        on_card: Ore,
    },
    /// P-19: the card may come back.
    Interrupted {
        /// The seconds that remain.
        seconds: u32,
    },
    /// DP-16: not the card that is waited for.
    WrongCard {
        /// The seconds that remain.
        seconds: u32,
    },
    /// DK-39: two cards of the system were put in together.
    OneCardOnly {
        /// The seconds that remain, while a card is waited for.
        seconds: Option<u32>,
    },
    /// P-20, DP-23: not served.
    InvalidCard {
        /// Why.
        because: Because,
    },
    /// P-26: what is left on a socket.
    CreditCheck {
        /// The socket.
        socket: Socket,
        /// The credit on it.
        credit: MilliOre,
        /// What that buys.
        energy: WattHours,
        /// DP-31: an update of this socket waits for its card.
        unsettled: bool,
    },
}

/// What waits for the short pause.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Staged {
    /// Nothing.
    Nothing,
    /// So much from the card to the socket (P-14).
    Load(Ore),
    /// All of it back to the card (P-15).
    Return,
}

impl Staged {
    /// Whether there is anything to update.
    pub const fn is_some(self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// Why a press moved nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Notice {
    /// The card does not hold another step (DP-12).
    Insufficient,
    /// The socket is empty (DP-13).
    NothingToReturn,
    /// The card may not hold that much.
    CardFull,
}

/// Why a socket cannot be had.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BusyBecause {
    /// It holds another card's credit (DP-09).
    InUse,
    /// This card has credit on another socket, and the setting allows one (DP-26).
    OneSocketPerCard(Socket),
}

/// Why a card is not served.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Because {
    /// An update of it was never completed (P-20).
    NotCompleted,
    /// It is not a user card of this marina.
    Foreign,
    /// Its issuer has blocked it.
    Blocked,
    /// It cannot be read.
    Unreadable,
}

/// A line of text; a character takes at most two bytes in UTF-8.
pub type ScreenLine = ArrayString<{ 2 * COLUMNS }>;

/// The text of a screen: exactly what is drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScreenText {
    /// The one thing to notice.
    pub headline: ScreenLine,
    /// What goes with it.
    pub lines: ArrayVec<ScreenLine, 3>,
    /// The line at the bottom.
    pub bottom: Bottom,
}

/// What is at the bottom of a screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bottom {
    /// Nothing.
    Empty,
    /// A line of text.
    Words(ScreenLine),
    /// A bar, filled so far of [`BAR_STEPS`].
    Bar(u8),
}

impl View {
    /// The name of the screen, as in the state machine of the requirements.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Welcome { .. } => "Welcome",
            Self::ServiceSelect { .. } => "ServiceSelect",
            Self::Busy { .. } => "Busy",
            Self::OutletStatus { .. } => "OutletStatus",
            Self::Updating { .. } => "Updating",
            Self::RemoveCard { .. } => "RemoveCard",
            Self::Interrupted { .. } => "Interrupted",
            Self::WrongCard { .. } => "WrongCard",
            Self::OneCardOnly { .. } => "OneCardOnly",
            Self::InvalidCard { .. } => "InvalidCard",
            Self::CreditCheck { .. } => "CreditCheck",
        }
    }
}

impl Screen {
    /// Its text.
    pub fn text(&self) -> ScreenText {
        let pen = Pen(self.language);
        match self.view {
            View::Welcome { card_inside } => {
                let [third, bottom] = invitation(card_inside).map(|words| pen.say(words));
                let shown = ScreenText::headed(pen.say(text::MAKER)).line(pen.say(text::WELCOME));
                shown.line("").line(third).words(bottom)
            }
            View::ServiceSelect { on_card, settled } => ScreenText::headed(pen.say(text::CHOOSE_SOCKET))
                .line(pen.say(text::ROUND_BUTTON))
                .line(if settled.is_some() { pen.say(text::SETTLED) } else { "" })
                .line(&Pen::labelled(pen.say(text::CARD), &pen.kr(on_card.into()))),
            View::Busy { socket, because: BusyBecause::InUse } => {
                let number = digits(socket.number().into());
                ScreenText::headed(&line(&[pen.say(text::SOCKET_IN_USE), " ", &number, " ", pen.say(text::IN_USE)]))
                    .line("")
                    .line(pen.say(text::CHOOSE_ANOTHER))
            }
            View::Busy { socket, because: BusyBecause::OneSocketPerCard(other) } => {
                ScreenText::headed(&pen.socket(socket))
                    .line("")
                    .line(pen.say(text::ONE_PER_CARD))
                    .line(&pen.numbered(text::YOU_HAVE, other))
            }
            View::OutletStatus { socket, credit, energy, on_card, staged, notice, too_short, hold, step } => {
                let said = notice.map(|notice| line(&[pen.say(notice.words())]));
                let third = match (hold, staged, said) {
                    (Some(_), _, _) => line(&[pen.say(text::KEEP_HOLDING)]),
                    // DP-38. A notice about a later press takes the line below.
                    (None, Staged::Load(_), None) if too_short => line(&[pen.say(text::TOO_SHORT)]),
                    (None, Staged::Load(sum), Some(_)) if too_short => {
                        Pen::labelled(pen.say(text::BACK), &line(&["-", &pen.kr(sum.into())]))
                    }
                    (None, _, Some(said)) => said,
                    (None, _, None) => Pen::labelled(pen.say(text::ENERGY), &pen.kwh(energy)),
                };
                let shown = ScreenText::headed(&pen.socket(socket))
                    .line(&Pen::labelled(pen.say(text::PEDESTAL), &pen.kr(credit)))
                    .line(&Pen::labelled(pen.say(text::CARD), &pen.kr(on_card.into())))
                    .line(&third);
                match (hold, staged, said) {
                    (Some(filled), _, _) => shown.bar(filled),
                    // DP-37: no invitation to press while there is not enough for it.
                    (None, Staged::Nothing, _) if notice == Some(Notice::Insufficient) => shown,
                    (None, Staged::Nothing, _) => {
                        let label = line(&[&digits(socket.number().into()), ":"]);
                        shown.words(&Pen::labelled(&label, &pen.plus_kr(step)))
                    }
                    (None, Staged::Load(_), Some(said)) if too_short => shown.words(&said),
                    (None, Staged::Load(sum), _) => {
                        shown.words(&Pen::labelled(pen.say(text::TO_LOAD), &pen.plus_kr(sum)))
                    }
                    (None, Staged::Return, _) => shown.words(pen.say(text::ALL_BACK)),
                }
            }
            View::Updating { socket, is_return, progress } => {
                let (card, socket) = (pen.say(text::CARD), pen.numbered(text::SOCKET_IN_LINE, socket));
                let way = if is_return { [&socket, " > ", card] } else { [card, " > ", &socket] };
                ScreenText::headed(pen.say(text::UPDATING))
                    .line(pen.say(text::DO_NOT_REMOVE))
                    .line("")
                    .line(&line(&way))
                    .bar(progress)
            }
            View::RemoveCard { socket, credit, on_card } => {
                let label = pen.numbered(text::SOCKET_IN_LINE, socket);
                ScreenText::headed(pen.say(text::REMOVE_CARD))
                    .line(pen.say(text::UPDATE_DONE))
                    .line(&Pen::labelled(&label, &pen.kr(credit)))
                    .line(&Pen::labelled(pen.say(text::CARD), &pen.kr(on_card.into())))
            }
            View::Interrupted { seconds } => ScreenText::headed(pen.say(text::INTERRUPTED))
                .line("")
                .line(pen.say(text::PUT_CARD_BACK))
                .line(&pen.within(seconds)),
            View::WrongCard { seconds } => ScreenText::headed(pen.say(text::WRONG_CARD))
                .line("")
                .line(pen.say(text::USE_THE_SAME))
                .line(&pen.within(seconds)),
            View::OneCardOnly { seconds } => {
                let within = seconds.map(|seconds| pen.within(seconds)).unwrap_or_default();
                ScreenText::headed(pen.say(text::ONE_CARD_ONLY))
                    .line("")
                    .line(pen.say(text::TAKE_BOTH_OUT))
                    .line(&within)
            }
            View::InvalidCard { because } => ScreenText::headed(pen.say(text::INVALID_CARD))
                .line(pen.say(because.words()))
                .line("")
                .line(pen.say(text::SERVICE_DESK)),
            View::CreditCheck { socket, credit, energy, unsettled } => {
                let shown = ScreenText::headed(&pen.socket(socket))
                    .line(&Pen::labelled(pen.say(text::CREDIT), &pen.kr(credit)))
                    .line(&Pen::labelled(pen.say(text::ENERGY), &pen.kwh(energy)));
                match (unsettled, credit) {
                    (true, _) => shown.words(pen.say(text::UNSETTLED)),
                    (false, MilliOre::ZERO) => shown.words(pen.say(text::IS_FREE)),
                    (false, _) => shown,
                }
            }
        }
    }
}

impl Notice {
    const fn words(self) -> Words {
        match self {
            Self::Insufficient => text::INSUFFICIENT,
            Self::NothingToReturn => text::NOTHING_TO_RETURN,
            Self::CardFull => text::CARD_FULL,
        }
    }
}

impl Because {
    const fn words(self) -> Words {
        match self {
            Self::NotCompleted => text::NOT_COMPLETED,
            Self::Foreign => text::FOREIGN,
            Self::Blocked => text::BLOCKED,
            Self::Unreadable => text::UNREADABLE,
        }
    }
}

impl ScreenText {
    /// The service screen: the device is out of service until a person has looked at it. Who can do something about it
    /// knows these words, whatever the language.
    pub fn service(code: &str) -> Self {
        Self::headed("SERVICE").line("").line(code).line("out of order")
    }

    fn headed(headline: &str) -> Self {
        Self { headline: line(&[headline]), lines: ArrayVec::new(), bottom: Bottom::Empty }
    }

    fn line(mut self, words: &str) -> Self {
        self.lines.push(line(&[words]));
        self
    }

    fn words(mut self, words: &str) -> Self {
        self.bottom = Bottom::Words(line(&[words]));
        self
    }

    fn bar(mut self, filled: u8) -> Self {
        self.bottom = Bottom::Bar(filled);
        self
    }
}

/// DP-36: what the welcome screen asks for, and what the buttons of the sockets do there.
const fn invitation(card_inside: bool) -> [Words; 2] {
    if card_inside { [text::CARD_INSIDE, text::OR_CHOOSE] } else { [text::INSERT_CARD, text::OR_CHECK] }
}

fn line(parts: &[&str]) -> ScreenLine {
    joined(parts)
}

/// From here on a number is shown without decimals, so that it keeps its column.
const WHOLE_FROM: u64 = 100_000;

/// Writes numbers and words of one language.
struct Pen(Language);

impl Pen {
    fn say(&self, words: Words) -> &'static str {
        words.in_language(self.0)
    }

    fn socket(&self, socket: Socket) -> ScreenLine {
        self.numbered(text::SOCKET, socket)
    }

    fn numbered(&self, words: Words, socket: Socket) -> ScreenLine {
        line(&[self.say(words), " ", &digits(socket.number().into())])
    }

    fn within(&self, seconds: u32) -> ScreenLine {
        line(&[self.say(text::WITHIN), " ", &digits(seconds.into()), " s"])
    }

    fn kr(&self, amount: MilliOre) -> ScreenLine {
        let ore = amount.0 / 1000;
        self.fraction(ore / 100, &digits_of(ore % 100, 2), " kr")
    }

    fn plus_kr(&self, amount: Ore) -> ScreenLine {
        line(&["+", &self.kr(amount.into())])
    }

    fn kwh(&self, energy: WattHours) -> ScreenLine {
        self.fraction(energy.0 / 1000, &digits_of(energy.0 % 1000, 3), " kWh")
    }

    /// A number with decimals, and without them where it would leave its column.
    fn fraction(&self, whole: u64, decimals: &str, unit: &str) -> ScreenLine {
        let number = digits(whole);
        if whole >= WHOLE_FROM {
            line(&[&number, unit])
        } else {
            line(&[&number, self.0.decimal_mark(), decimals, unit])
        }
    }

    /// A label at the left and a value at the right edge.
    fn labelled(label: &str, value: &str) -> ScreenLine {
        let gap = COLUMNS.saturating_sub(label.chars().count() + value.chars().count()).max(1);
        line(&[label, &BLANKS[..gap], value])
    }
}
