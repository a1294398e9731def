//! What the quay's steps do and expect, and what can be seen of it.

use firmware_core::device::Device as _;
use firmware_core::money::Ore;
use firmware_core::pedestal::{BAR_STEPS, Bottom, Face, Key, SETTINGS, Screen, Socket};
use firmware_core::time::{Instant, Millis};
use serde::{Deserialize, Serialize};

use super::Quay;
use super::account::Account;
use super::act::{Act, Answer};
use super::step::{Action, Expectation};
use super::wallet::Issue;
use super::word::{Accounts, Assignment, DARK, SCREENS, ScreenName};
use crate::save_format;
use crate::script::{Move, Scripted, same, single_spaced};
use crate::session::{Session, Start};
use crate::word::{MilliKr, OnOff, Quoted, Word as _};
use crate::world::{Lasting as _, World as _};

/// Everything that can be seen of a session: on the page, on a bench, or in the plain values.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation {
    /// The name of the screen of the pedestal in front of the person.
    pub screen: String,
    /// Its display, line by line, with single spaces; empty lines are left out.
    pub display: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// Its four sockets.
    pub sockets: Vec<SeenSocket>,
    /// All cards, in the order of the wallet.
    pub cards: Vec<SeenCard>,
    /// All accounts of the ledger with something in them, in thousandths of an øre.
    pub accounts: Vec<(String, i64)>,
    /// Whether the ledger adds up and agrees with cards and pedestals.
    pub balanced: bool,
    /// What the last act was answered with; empty if it was simply done.
    pub answer: String,
    /// Whether the last act was refused.
    pub refused: bool,
    /// The clauses that applied since the last step that did something.
    pub rules: Vec<String>,
}

/// A socket, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenSocket {
    /// Whether its button is blue.
    pub lamp: bool,
    /// Whether it is live.
    pub live: bool,
    /// Its credit by the ledger, in thousandths of an øre.
    pub credit: i64,
    /// What its boat draws, in watts.
    pub watts: u32,
}

/// A card, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub standing: String,
    /// What it says is on it, in øre; none if it cannot be read.
    pub balance: Option<u32>,
}

impl crate::script::Action<Quay> for Action {
    fn opening() -> Self {
        Self::Opening {}
    }

    fn bare() -> Self {
        Self::Bare {}
    }

    fn kept() -> Self {
        Self::Kept {}
    }

    fn wait(duration: Millis) -> Self {
        Self::Wait { duration }
    }

    fn of_act(act: &Act) -> Option<Self> {
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

    fn of_two(first: &Act, second: &Act) -> Option<Self> {
        match (first, second) {
            (Act::Press(key), Act::Release(released)) if key == released => Some(Self::Press { key: *key }),
            // Nearly all pairs of acts have no step of their own. Two steps say the same then, so nothing is lost.
            _ => None,
        }
    }

    fn moves(&self, world: &Quay, kept: Option<&str>) -> Result<Vec<Move<Quay>>, String> {
        let name = |quoted: &Quoted| quoted.0.clone();
        let act = |act: Act| Ok(vec![Move::Act(act)]);
        match self {
            Self::Opening {} => Ok(vec![Move::Begin(Start::Opening)]),
            Self::Bare {} => Ok(vec![Move::Begin(Start::Bare)]),
            Self::Kept {} => {
                let text = kept.ok_or("the kept world is missing: it is the text below the step")?;
                let lasting = save_format::world_from_text::<Quay>(text).map_err(|broken| broken.to_string())?;
                let mut moves = vec![Move::Begin(Start::Kept(Box::new(lasting.clone())))];
                if lasting.had_power() {
                    moves.push(Move::Act(Act::PowerOn));
                }
                Ok(moves)
            }
            Self::HasCard { card, amount } => act(Act::Create(Issue::User, name(card), *amount)),
            Self::HasCardOf { kind, card, amount } => act(Act::Create(*kind, name(card), *amount)),
            Self::HasLoaded { card, amount, socket } => {
                let settings = world.bench().settings();
                let step = settings.step().0;
                if amount.0 % step != 0 {
                    return Err(format!("{amount} kr is no whole number of presses of {step} øre"));
                }
                let key = Key::Socket(*socket);
                let mut moves =
                    vec![Move::Act(Act::Present(name(card))), Move::Pass(Millis(world.setting(SETTINGS.len())))];
                for _ in 0..=amount.0 / step {
                    moves.extend([Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]);
                }
                moves.extend([Move::Act(Act::Press(Key::Enter)), Move::Act(Act::Release(Key::Enter))]);
                moves.extend([Move::Pass(settings.update()), Move::Act(Act::Take)]);
                Ok(moves)
            }
            Self::Setting { assignment } => act(Act::Configure(assignment.place, assignment.value)),
            Self::Clock { civil } => act(Act::SetClock(*civil)),
            Self::Present { card } => act(Act::Present(name(card))),
            Self::Take {} => act(Act::Take),
            Self::Press { key } => Ok(pressed(*key, 1)),
            Self::PressTimes { key, count } => Ok(pressed(*key, *count)),
            Self::Hold { key } => act(Act::Press(*key)),
            Self::LetGo { key } => act(Act::Release(*key)),
            Self::Wait { duration } => Ok(vec![Move::Pass(*duration)]),
            Self::Walk { number } => act(Act::Walk(u8::try_from(*number).unwrap_or(u8::MAX))),
            Self::PowerOff {} => act(Act::PowerOff),
            Self::PowerOn {} => act(Act::PowerOn),
            Self::Plug { socket } => act(Act::Plug(*socket)),
            Self::Unplug { socket } => act(Act::Unplug(*socket)),
            Self::Switch { appliance, socket, on } => act(Act::Switch(*socket, *appliance, on.0)),
            Self::Rename { from, to } => act(Act::Rename(name(from), name(to))),
            Self::Discard { card } => act(Act::Discard(name(card))),
            Self::Destroy { card } => act(Act::Destroy(name(card))),
            Self::Lose { card } => act(Act::Lose(name(card))),
            Self::DeskLoad { amount, card } => act(Act::Load(name(card), *amount)),
            Self::DeskPayOut { card } => act(Act::PayOut(name(card))),
            Self::DeskRead { card } => act(Act::ReadOut(name(card))),
            Self::DeskReset { card } => act(Act::Reset(name(card))),
            Self::DeskWriteOff { card } => act(Act::WriteOff(name(card))),
            Self::DeskRelease { socket } => act(Act::ReleaseSocket(*socket)),
        }
    }
}

impl crate::script::Expectation<Quay> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let socket = |socket: &Socket| seen.sockets.get(socket.index()).ok_or("there are four sockets".to_owned());
        let card = |name: &str| seen.cards.iter().find(|card| card.name == name);
        let known = |name: &str| card(name).ok_or_else(|| format!("there is no card \u{201c}{name}\u{201d}"));
        match self {
            Self::OnScreen { screen } => same("the screen", screen.0, &seen.screen),
            Self::Shows { words } => {
                let shown = seen.display.contains(&single_spaced(&words.0));
                shown.then_some(()).ok_or_else(|| format!("the display shows {:?}", seen.display))
            }
            Self::ShowsNot { words } => {
                let shown = seen.display.contains(&single_spaced(&words.0));
                (!shown).then_some(()).ok_or_else(|| format!("the display shows {:?}", seen.display))
            }
            Self::Bar { filled, steps } => {
                same("the length of a bar", steps, &u32::from(BAR_STEPS))?;
                same("the bar", &Some(*filled), &seen.bar.map(u32::from))
            }
            Self::SocketIs { socket: at, on } => {
                let SeenSocket { lamp, live, .. } = socket(at)?;
                same("its button's blue light", &on.0, lamp)?;
                same("its power", &on.0, live)
            }
            Self::SocketHolds { socket: at, amount } => same_amount(*amount, socket(at)?.credit),
            Self::CardHolds { card: name, amount } => {
                same("its balance in øre", &Some(amount.0), &known(&name.0)?.balance)
            }
            Self::CardIs { card: name, standing } => same("the card", standing.word(), &known(&name.0)?.standing),
            Self::NoCard { card: name } => match card(&name.0) {
                None => Ok(()),
                Some(card) => Err(format!("there is one, and it is {}", card.standing)),
            },
            Self::Draws { socket: at, watts } => same("the power in watts", watts, &socket(at)?.watts),
            Self::RuleApplied { rule, applied } => {
                let found = seen.rules.contains(&rule.to_string());
                (found == applied.0).then_some(()).ok_or_else(|| format!("the clauses were {}", seen.rules.join(", ")))
            }
            Self::Booked { accounts, amount } => same_amount(*amount, total(*accounts, &seen.accounts)),
            Self::Balanced {} => same("whether the ledger adds up", &true, &seen.balanced),
            Self::Refused { words } => {
                same("whether it was refused", &true, &seen.refused)?;
                let told = seen.answer.contains(&words.0);
                told.then_some(()).ok_or_else(|| format!("the answer was: {}", seen.answer))
            }
            Self::Accepted {} => {
                (!seen.refused).then_some(()).ok_or_else(|| format!("it was refused: {}", seen.answer))
            }
            Self::ReadOut { words } => {
                let told = !seen.refused && seen.answer.contains(&words.0);
                told.then_some(()).ok_or_else(|| format!("the desk said: {}", seen.answer))
            }
        }
    }

    fn changes(now: &Observation, before: Option<&Observation>) -> Vec<Self> {
        let mut told = Vec::new();
        if before.is_none_or(|before| before.screen != now.screen)
            && let Some(screen) = SCREENS.into_iter().find(|screen| *screen == now.screen)
        {
            told.push(Self::OnScreen { screen: ScreenName(screen) });
        }
        for line in &now.display {
            if before.is_none_or(|before| !before.display.contains(line)) && !line.contains('"') {
                told.push(Self::Shows { words: Quoted(line.clone()) });
            }
        }
        for (socket, state) in Socket::ALL.into_iter().zip(&now.sockets) {
            let was_on = before.is_some_and(|before| before.sockets[socket.index()].live);
            if was_on != state.live {
                told.push(Self::SocketIs { socket, on: OnOff(state.live) });
            }
        }
        if now.refused && before.is_none_or(|before| before.answer != now.answer) && !now.answer.contains('"') {
            told.push(Self::Refused { words: Quoted(now.answer.clone()) });
        }
        told
    }

    fn end(seen: &Observation) -> Vec<Self> {
        let mut told = Vec::new();
        for card in &seen.cards {
            if let Some(balance) = card.balance {
                told.push(Self::CardHolds { card: Quoted(card.name.clone()), amount: Ore(balance) });
            }
        }
        for (socket, state) in Socket::ALL.into_iter().zip(&seen.sockets) {
            told.push(Self::SocketHolds { socket, amount: MilliKr(state.credit) });
        }
        told.push(Self::Balanced {});
        told
    }
}

impl Scripted for Quay {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = Observation;

    fn observe(session: &Session<Self>, (mark, since): (usize, Instant)) -> Observation {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let face = screen.as_ref().map(Screen::face);
        let lamps = device.map_or([false; Socket::COUNT], firmware_core::device::Device::lamps);
        let sockets = Socket::ALL.map(|socket| {
            let live = world.is_live(socket);
            SeenSocket {
                lamp: lamps[socket.index()],
                live,
                credit: world.ledger().balance(Account::Socket(world.here(), socket)),
                watts: if live { world.boats()[socket.index()].watts() } else { 0 },
            }
        });
        let cards = world.cards().map(|card| SeenCard {
            name: card.name.clone(),
            standing: world.standing(card).word().to_owned(),
            balance: world.read(card).ok().map(|image| image.body.purse.balance),
        });
        let (answer, refused) = match session.answer() {
            None | Some(Ok(Answer::Done)) => (String::new(), false),
            Some(Ok(Answer::ReadOut(readout))) => (readout.to_string(), false),
            Some(Err(refusal)) => (refusal.to_string(), true),
        };
        Observation {
            screen: screen.map_or(DARK, |screen| screen.view.name()).to_owned(),
            display: face.as_ref().map(words).unwrap_or_default(),
            bar: face.and_then(|face| match face.bottom {
                Bottom::Bar(filled) => Some(filled),
                Bottom::Empty | Bottom::Words(_) => None,
            }),
            sockets: sockets.to_vec(),
            cards: cards.collect(),
            accounts: world
                .ledger()
                .accounts()
                .filter(|(_, held)| *held != 0)
                .map(|(a, held)| (a.to_string(), held))
                .collect(),
            balanced: world.check().is_ok(),
            answer,
            refused,
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
        }
    }
}

/// The words on a display: its lines with single spaces, empty ones left out.
pub fn words(face: &Face) -> Vec<String> {
    let bottom = match &face.bottom {
        Bottom::Words(words) => Some(words.as_str()),
        Bottom::Empty | Bottom::Bar(_) => None,
    };
    let lines = face.lines.iter().map(firmware_core::pedestal::Line::as_str).chain(bottom);
    std::iter::once(face.headline.as_str()).chain(lines).map(single_spaced).filter(|line| !line.is_empty()).collect()
}

/// An amount of the ledger as it is written: crowns, down to a thousandth of an øre where there is one.
pub fn amount_text(milli_ore: i64) -> String {
    let mut text = String::new();
    MilliKr(milli_ore).write(&mut text).expect("writing to a string cannot fail");
    text
}

fn pressed(key: Key, count: u32) -> Vec<Move<Quay>> {
    (0..count).flat_map(|_| [Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]).collect()
}

fn total(accounts: Accounts, held: &[(String, i64)]) -> i64 {
    let kind = match accounts {
        Accounts::Sold => "Sold",
        Accounts::Cards => "Card",
        Accounts::Frozen => "Frozen",
        Accounts::Sockets => "Socket",
        Accounts::Suspense => "Suspense",
        Accounts::Consumed => "Consumed",
        Accounts::Rounding => "Rounding",
        Accounts::Lost => "Lost",
        Accounts::CashOut => "CashOut",
    };
    let sum: i64 = held.iter().filter(|(name, _)| name.split(' ').next() == Some(kind)).map(|(_, held)| held).sum();
    // What was sold is the source: it is shown as what came out of it.
    if accounts == Accounts::Sold { -sum } else { sum }
}

fn same_amount(expected: MilliKr, found: i64) -> Result<(), String> {
    if expected.0 == found { Ok(()) } else { Err(format!("it is {}", amount_text(found))) }
}
