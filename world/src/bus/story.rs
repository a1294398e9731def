//! What the bus's steps do and expect, and what can be seen of it.

use firmware_core::device::Device as _;
use firmware_core::money::Grosz;
use firmware_core::time::{DateTime, Instant, Millis};
use firmware_core::validator::{
    BAR_STEPS, FIELDS, Face, Field, FieldState, Key, Panel, Route, Screen, Spot, View, field_at,
};
use serde::{Deserialize, Serialize};

use super::act::{Act, Answer, Reader};
use super::step::{Action, Expectation};
use super::word::{Accounts, Assignment, Blocks, DARK, Fare, Heard, Reported, SCREENS, ScreenName, TariffName};
use super::{Bus, keys_for};
use crate::save_format;
use crate::script::{Move, Scripted, same, single_spaced};
use crate::session::{Session, Start};
use crate::word::{OnOff, Quoted, Word as _};
use crate::world::{Lasting as _, World as _};

/// Everything that can be seen of a session: on the page, on a bench, or in the plain values.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observation {
    /// The name of the screen of the validator in front of the person.
    pub screen: String,
    /// Its two lines with single spaces; empty lines are left out.
    pub lines: Vec<String>,
    /// All words on its display: those two lines, and what is around them on the new type.
    pub display: Vec<String>,
    /// The date and time that it shows.
    pub clock: Option<DateTime>,
    /// The line, the direction and the number of the stop that it shows.
    pub route: Option<(u16, String, u8)>,
    /// What its four fields look like; none on the old type.
    pub fields: Vec<String>,
    /// How far its bar is filled.
    pub bar: Option<u8>,
    /// Whether its red lamp is lit.
    pub lamp: bool,
    /// The beeps that it began since the last step that did something, pattern by pattern.
    pub beeps: Vec<u8>,
    /// The number of the bus on which the person is.
    pub bus: u8,
    /// The number of its stop.
    pub stop: Option<u8>,
    /// All cards, in the order of the wallet.
    pub cards: Vec<SeenCard>,
    /// All accounts of the ledger with something in them, in grosze.
    pub accounts: Vec<(String, i64)>,
    /// Whether the ledger adds up and agrees with the cards.
    pub balanced: bool,
    /// What the last act was answered with; empty if it was simply done.
    pub answer: String,
    /// Whether the last act was refused.
    pub refused: bool,
    /// The clauses that applied since the last step that did something.
    pub rules: Vec<String>,
}

/// A card, as it can be seen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SeenCard {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub standing: String,
    /// What is in its purse, in grosze; none without a purse, or if it cannot be read.
    pub balance: Option<u32>,
    /// Whether an inspector on this bus finds nothing wrong with it.
    pub rides: bool,
    /// The normal and reduced tickets on its open ride in this run.
    pub tickets: (u32, u32),
    /// How often it was changed.
    pub changes: Option<u32>,
    /// How many orders wait for it in the web shop.
    pub orders: u32,
}

impl crate::script::Action<Bus> for Action {
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
            Act::Present(Reader::Pocket, card) => Self::Pocket { card: quoted(card) },
            Act::Present(_, card) => Self::Hold { card: quoted(card) },
            Act::Take(Reader::Pocket) => Self::TakeOut {},
            Act::Take(_) => Self::Take {},
            Act::Press(key) => Self::KeyDown { key: *key },
            Act::Release(key) => Self::KeyUp { key: *key },
            Act::Touch(spot) => match field_with_middle(*spot) {
                Some(field) => Self::FingerOnField { field },
                None => Self::FingerAt { x: spot.x.into(), y: spot.y.into() },
            },
            Act::Lift => Self::Lift {},
            Act::Walk(bus, face) => Self::WalkTo { face: *face, bus: u32::from(*bus) },
            Act::NextStop => Self::NextStop {},
            Act::EndRun => Self::EndRun {},
            Act::Depart => Self::Depart {},
            Act::Block(blocked) => Self::DriverBlocks { blocks: Blocks(*blocked) },
            Act::PowerOff => Self::PowerOff {},
            Act::PowerOn => Self::PowerOn {},
            Act::Create(kind, card, Some(amount)) => Self::HasCard { kind: *kind, card: quoted(card), amount: *amount },
            Act::Create(kind, card, None) => Self::HasCardWithoutPurse { kind: *kind, card: quoted(card) },
            Act::Rename(from, to) => Self::Rename { from: quoted(from), to: quoted(to) },
            Act::Discard(card) => Self::Discard { card: quoted(card) },
            Act::Destroy(card) => Self::Destroy { card: quoted(card) },
            Act::Lose(card) => Self::Lose { card: quoted(card) },
            Act::Sell(kind, card, amount) => Self::Sell { kind: *kind, card: quoted(card), amount: *amount },
            Act::Load(card, amount) => Self::Load { amount: *amount, card: quoted(card) },
            Act::SellPeriod(card, fare, from, to) => {
                Self::HasPeriod { card: quoted(card), fare: *fare, from: *from, to: *to }
            }
            Act::Entitle(card, entitlement, until) => {
                Self::HasEntitlement { card: quoted(card), entitlement: *entitlement, until: *until }
            }
            Act::SetFare(card, fare) => Self::HasFare { card: quoted(card), fare: Fare(*fare) },
            Act::SetDays(card, from, to) => Self::HasDays { card: quoted(card), from: *from, to: *to },
            Act::ReadOut(card) => Self::ReadOut { card: quoted(card) },
            Act::Fetch(card) => Self::Fetch { card: quoted(card) },
            Act::ReportLost(card) => Self::Report { card: quoted(card), reported: Reported(true) },
            Act::ReportFound(card) => Self::Report { card: quoted(card), reported: Reported(false) },
            Act::OrderTopUp(card, amount) => Self::OrderTopUp { amount: *amount, card: quoted(card) },
            Act::OrderPeriod(card, fare, from, days) => {
                Self::OrderPeriod { fare: *fare, days: u32::from(*days), from: *from, card: quoted(card) }
            }
            Act::Inspect(card) => Self::Inspect { card: quoted(card) },
            Act::SetClock(civil) => Self::Clock { civil: *civil },
            Act::Configure(place, value) => Self::Setting { assignment: Assignment { place: *place, value: *value } },
            Act::SetTariff(place) => Self::Tariff { name: TariffName(*place) },
            Act::SetSingle(fare, amount) => Self::Single { fare: *fare, amount: *amount },
            Act::SetBand(class, stops, fare, amount) => {
                Self::Band { fare: *fare, stops: u32::from(*stops), class: u32::from(*class), amount: *amount }
            }
        })
    }

    fn of_two(first: &Act, second: &Act) -> Option<Self> {
        match (first, second) {
            (Act::Press(key), Act::Release(released)) if key == released => Some(Self::Press { key: *key }),
            (Act::Touch(spot), Act::Lift) => Some(match field_with_middle(*spot) {
                Some(field) => Self::TouchField { field },
                None => Self::TouchAt { x: spot.x.into(), y: spot.y.into() },
            }),
            // Nearly all pairs of acts have no step of their own. Two steps say the same then, so nothing is lost.
            _ => None,
        }
    }

    fn moves(&self, world: &Bus, kept: Option<&str>) -> Result<Vec<Move<Bus>>, String> {
        let name = |quoted: &Quoted| quoted.0.clone();
        let act = |act: Act| Ok(vec![Move::Act(act)]);
        let present = |card: &Quoted| Move::Act(Act::Present(Reader::Front, card.0.clone()));
        match self {
            Self::Opening {} => Ok(vec![Move::Begin(Start::Opening)]),
            Self::Bare {} => Ok(vec![Move::Begin(Start::Bare)]),
            Self::Kept {} => {
                let text = kept.ok_or("the kept world is missing: it is the text below the step")?;
                let lasting = save_format::world_from_text::<Bus>(text).map_err(|broken| broken.to_string())?;
                let mut moves = vec![Move::Begin(Start::Kept(Box::new(lasting.clone())))];
                if lasting.had_power() {
                    moves.push(Move::Act(Act::PowerOn));
                }
                Ok(moves)
            }
            Self::HasCard { kind, card, amount } => act(Act::Create(*kind, name(card), Some(*amount))),
            Self::HasCardWithoutPurse { kind, card } => act(Act::Create(*kind, name(card), None)),
            Self::HasPeriod { card, fare, from, to } => act(Act::SellPeriod(name(card), *fare, *from, *to)),
            Self::HasEntitlement { card, entitlement, until } => act(Act::Entitle(name(card), *entitlement, *until)),
            Self::HasFare { card, fare } => act(Act::SetFare(name(card), fare.0)),
            Self::HasDays { card, from, to } => act(Act::SetDays(name(card), *from, *to)),
            Self::Setting { assignment } => act(Act::Configure(assignment.place, assignment.value)),
            Self::Tariff { name } => act(Act::SetTariff(name.0)),
            Self::Single { fare, amount } => act(Act::SetSingle(*fare, *amount)),
            Self::Band { fare, stops, class, amount } => act(Act::SetBand(byte(*class), byte(*stops), *fare, *amount)),
            Self::Clock { civil } => act(Act::SetClock(*civil)),
            Self::HoldFor { card, duration } => {
                Ok(vec![present(card), Move::Pass(*duration), Move::Act(Act::Take(Reader::Front))])
            }
            Self::Hold { card } => Ok(vec![present(card)]),
            Self::Take {} => act(Act::Take(Reader::Front)),
            Self::Tap { card } => {
                let times = world.bench().settings().reader_times();
                // Written, confirmed, and once more for the mark that goes then (DK-29).
                let written = times.write + times.confirm;
                let done = times.detect + written + written;
                Ok(vec![present(card), Move::Pass(done), Move::Act(Act::Take(Reader::Front))])
            }
            Self::Pocket { card } => act(Act::Present(Reader::Pocket, name(card))),
            Self::TakeOut {} => act(Act::Take(Reader::Pocket)),
            Self::Choose { field } => Ok(match world.face() {
                Face::Keys => keys_for(*field).iter().flat_map(|key| pressed(*key)).collect(),
                Face::Touch => touched(spot_of(*field)).into(),
            }),
            Self::Press { key } => Ok(pressed(*key).into()),
            Self::KeyDown { key } => act(Act::Press(*key)),
            Self::KeyUp { key } => act(Act::Release(*key)),
            Self::TouchField { field } => Ok(touched(spot_of(*field)).into()),
            Self::TouchAt { x, y } => Ok(touched(spot(*x, *y)).into()),
            Self::FingerOnField { field } => act(Act::Touch(spot_of(*field))),
            Self::FingerAt { x, y } => act(Act::Touch(spot(*x, *y))),
            Self::Lift {} => act(Act::Lift),
            Self::Wait { duration } => Ok(vec![Move::Pass(*duration)]),
            Self::WalkTo { face, bus } => act(Act::Walk(byte(*bus), *face)),
            Self::Walk { face } => act(Act::Walk(world.bus_number(), *face)),
            Self::Board { bus } => act(Act::Walk(byte(*bus), world.face())),
            Self::NextStop {} => act(Act::NextStop),
            Self::DriveTo { stop } => {
                let from = world.vehicle().stop().ok_or("the bus is on no run")?;
                let stops = stop.checked_sub(u32::from(from)).filter(|stops| *stops > 0);
                let stops = stops.ok_or_else(|| format!("stop {stop} does not lie ahead of stop {from}"))?;
                Ok((0..stops).map(|_| Move::Act(Act::NextStop)).collect())
            }
            Self::EndRun {} => act(Act::EndRun),
            Self::Depart {} => act(Act::Depart),
            Self::DriverBlocks { blocks } => act(Act::Block(blocks.0)),
            Self::PowerOff {} => act(Act::PowerOff),
            Self::PowerOn {} => act(Act::PowerOn),
            Self::Rename { from, to } => act(Act::Rename(name(from), name(to))),
            Self::Discard { card } => act(Act::Discard(name(card))),
            Self::Destroy { card } => act(Act::Destroy(name(card))),
            Self::Lose { card } => act(Act::Lose(name(card))),
            Self::Sell { kind, card, amount } => act(Act::Sell(*kind, name(card), *amount)),
            Self::Load { amount, card } => act(Act::Load(name(card), *amount)),
            Self::ReadOut { card } => act(Act::ReadOut(name(card))),
            Self::Fetch { card } => act(Act::Fetch(name(card))),
            Self::Report { card, reported: Reported(true) } => act(Act::ReportLost(name(card))),
            Self::Report { card, reported: Reported(false) } => act(Act::ReportFound(name(card))),
            Self::OrderTopUp { amount, card } => act(Act::OrderTopUp(name(card), *amount)),
            Self::OrderPeriod { fare, days, from, card } => {
                act(Act::OrderPeriod(name(card), *fare, *from, u16::try_from(*days).unwrap_or(u16::MAX)))
            }
            Self::Inspect { card } => act(Act::Inspect(name(card))),
        }
    }
}

impl crate::script::Expectation<Bus> for Expectation {
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let card = |name: &Quoted| seen.cards.iter().find(|card| card.name == name.0);
        let known = |name: &Quoted| card(name).ok_or_else(|| format!("there is no card \u{201c}{}\u{201d}", name.0));
        let shown = |words: &Quoted| seen.display.contains(&single_spaced(&words.0));
        let told = |words: &Quoted| seen.answer.contains(&words.0);
        match self {
            Self::OnScreen { screen } => same("the screen", screen.0, &seen.screen),
            Self::Shows { words } => holds(shown(words), || format!("the display shows {:?}", seen.display)),
            Self::ShowsNot { words } => holds(!shown(words), || format!("the display shows {:?}", seen.display)),
            Self::ShowsRoute { line, direction, stop } => {
                let found =
                    seen.route.as_ref().map(|(line, to, stop)| (u32::from(*line), to.as_str(), u32::from(*stop)));
                same("the route on the display", &Some((*line, direction.0.as_str(), *stop)), &found)
            }
            Self::ClockShown { civil } => {
                let found = seen.clock.map_or("not shown".to_owned(), |clock| clock.to_string());
                same("the clock", &civil.to_string(), &found)
            }
            Self::NoClock {} => holds(seen.clock.is_none(), || format!("a clock is shown: {:?}", seen.display)),
            Self::Bar { filled, steps } => {
                same("the length of a bar", steps, &u32::from(BAR_STEPS))?;
                same("the bar", &Some(*filled), &seen.bar.map(u32::from))
            }
            Self::FieldIs { field, state } => {
                let found = seen.fields.get(*field as usize).ok_or("the old type has no fields")?;
                same("the field", state_word(*state).as_str(), found)
            }
            Self::Lamp { on } => same("whether the lamp is lit", &on.0, &seen.lamp),
            Self::Hear { heard } => same("what was heard", &heard.0, &seen.beeps),
            Self::BusAt { stop } => same("the stop", &Some(*stop), &seen.stop.map(u32::from)),
            Self::CardHolds { card: name, amount } => {
                same("its purse in grosze", &Some(amount.0), &known(name)?.balance)
            }
            Self::CardIs { card: name, standing } => same("the card", standing.word(), &known(name)?.standing),
            Self::NoCard { card: name } => match card(name) {
                None => Ok(()),
                Some(card) => Err(format!("there is one, and it is {}", card.standing)),
            },
            Self::CardRides { card: name, held } => same("whether its ride is valid", &held.0, &known(name)?.rides),
            Self::CardCarries { card: name, normal, reduced } => {
                same("what it carries", &(*normal, *reduced), &known(name)?.tickets)
            }
            Self::CardChanged { card: name, count } => {
                same("the number of its changes", &Some(*count), &known(name)?.changes)
            }
            Self::OrdersWait { count, card: name } => same("what waits", count, &known(name)?.orders),
            Self::RuleApplied { rule, applied } => {
                let found = seen.rules.contains(&rule.to_string());
                holds(found == applied.0, || format!("the clauses were {}", seen.rules.join(", ")))
            }
            Self::Booked { accounts, amount } => {
                let found = total(*accounts, &seen.accounts);
                holds(i64::from(amount.0) == found, || format!("it is {found} grosze"))
            }
            Self::Balanced {} => same("whether the ledger adds up", &true, &seen.balanced),
            Self::Refused { words } => {
                same("whether it was refused", &true, &seen.refused)?;
                holds(told(words), || format!("the answer was: {}", seen.answer))
            }
            Self::Accepted {} => holds(!seen.refused, || format!("it was refused: {}", seen.answer)),
            Self::ReadsOut { words } => {
                holds(!seen.refused && told(words), || format!("the service point said: {}", seen.answer))
            }
            Self::Finds { words } => {
                holds(!seen.refused && told(words), || format!("the inspector said: {}", seen.answer))
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
        // The clock goes on by itself: it is no news.
        let is_news = |line: &&String| {
            before.is_none_or(|before| !before.lines.contains(line)) && !line.contains('"') && now.clock.is_none()
        };
        told.extend(now.lines.iter().filter(is_news).map(|line| Self::Shows { words: Quoted(line.clone()) }));
        if before.is_none_or(|before| before.lamp != now.lamp) {
            told.push(Self::Lamp { on: OnOff(now.lamp) });
        }
        if !now.beeps.is_empty() {
            told.push(Self::Hear { heard: Heard(now.beeps.clone()) });
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
                told.push(Self::CardHolds { card: Quoted(card.name.clone()), amount: Grosz(balance) });
            }
        }
        told.push(Self::Balanced {});
        told
    }
}

impl Scripted for Bus {
    type Action = Action;
    type Expectation = Expectation;
    type Observation = Observation;

    fn observe(session: &Session<Self>, (mark, since): (usize, Instant)) -> Observation {
        let world = session.world();
        let device = world.bench().device();
        let screen = device.map(|device| device.screen(world.now()));
        let lines = screen.as_ref().map(middle).unwrap_or_default();
        let cards = world.cards().map(|card| {
            let body = world.read(card).ok().map(|image| image.body);
            let control = world.control(card);
            let orders = world.shop().waiting_for(card.id).count();
            SeenCard {
                name: card.name.clone(),
                standing: world.standing(card).word().to_owned(),
                balance: body.as_ref().filter(|body| body.purse.present).map(|body| body.purse.balance),
                rides: control.verdict.is_valid(),
                tickets: control.tickets,
                changes: body.map(|body| body.counter),
                orders: u32::try_from(orders).expect("at most two orders wait for a card"),
            }
        });
        let (answer, refused) = match session.answer() {
            None | Some(Ok(Answer::Done)) => (String::new(), false),
            Some(Ok(Answer::ReadOut(readout))) => (readout.to_string(), false),
            Some(Ok(Answer::Control(control))) => (control.to_string(), false),
            Some(Err(refusal)) => (refusal.to_string(), true),
        };
        let (route, fields) = match screen.as_ref().map(|screen| &screen.panel) {
            Some(Panel::Touch { route, fields }) => (*route, fields.map(state_word).to_vec()),
            Some(Panel::Keys) | None => (None, Vec::new()),
        };
        Observation {
            screen: screen.as_ref().map_or(DARK, |screen| screen.view.name()).to_owned(),
            display: screen.as_ref().map(words).unwrap_or_default(),
            lines,
            clock: screen.as_ref().and_then(|screen| screen.clock),
            route: route.map(|Route { line, direction, stop }| (line, direction.to_string(), stop)),
            fields,
            bar: screen.as_ref().and_then(|screen| match screen.view {
                View::TopUpRun { progress } => progress,
                _ => None,
            }),
            lamp: device.is_some_and(|device| device.lamps().red),
            beeps: session.beeps_since(mark, world.here()),
            bus: world.bus_number(),
            stop: world.vehicle().stop(),
            cards: cards.collect(),
            accounts: world
                .ledger()
                .accounts()
                .filter(|(_, held)| *held != 0)
                .map(|(account, held)| (account.to_string(), held))
                .collect(),
            balanced: world.check().is_ok(),
            answer,
            refused,
            rules: session.rules_since(mark, since).iter().map(ToString::to_string).collect(),
        }
    }
}

/// All words on a display, with single spaces, empty lines left out: the two lines, and around them on the new type
/// date, time and fields.
pub fn words(screen: &Screen) -> Vec<String> {
    let mut words = middle(screen);
    if let Panel::Touch { .. } = screen.panel {
        let around = [screen.date(), screen.time()].map(|line| line.to_string());
        words.extend(around.into_iter().filter(|line| !line.is_empty()));
        words.extend(Field::ALL.map(|field| field.words().in_language(screen.language).to_owned()));
    }
    words
}

/// The two lines, with single spaces, empty ones left out.
fn middle(screen: &Screen) -> Vec<String> {
    screen.lines().iter().map(|line| single_spaced(line)).filter(|line| !line.is_empty()).collect()
}

/// The middle of a field: where a finger comes down on it.
pub fn spot_of(field: Field) -> Spot {
    let (_, area) = FIELDS.iter().find(|(one, _)| *one == field).expect("every field has its place");
    let middle = area.center();
    let pixels = |at: i32| u16::try_from(at).expect("every field is on the display");
    Spot { x: pixels(middle.x), y: pixels(middle.y) }
}

/// The field that has its middle here.
fn field_with_middle(spot: Spot) -> Option<Field> {
    field_at(spot).filter(|field| spot_of(*field) == spot)
}

fn spot(x: u32, y: u32) -> Spot {
    let pixels = |at: u32| u16::try_from(at).unwrap_or(u16::MAX);
    Spot { x: pixels(x), y: pixels(y) }
}

fn pressed(key: Key) -> [Move<Bus>; 2] {
    [Move::Act(Act::Press(key)), Move::Act(Act::Release(key))]
}

fn touched(spot: Spot) -> [Move<Bus>; 2] {
    [Move::Act(Act::Touch(spot)), Move::Act(Act::Lift)]
}

fn byte(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn state_word(state: FieldState) -> String {
    let mut word = String::new();
    state.write(&mut word).expect("writing to a string cannot fail");
    word
}

fn holds(condition: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if condition { Ok(()) } else { Err(otherwise()) }
}

fn total(accounts: Accounts, held: &[(String, i64)]) -> i64 {
    let kind = match accounts {
        Accounts::Sold => "Sold",
        Accounts::Cards => "Card",
        Accounts::Orders => "Order",
        Accounts::Advances => "Advance",
        Accounts::Fares => "Fares",
        Accounts::Lost => "Lost",
    };
    let sum: i64 = held.iter().filter(|(name, _)| name.split(' ').next() == Some(kind)).map(|(_, held)| held).sum();
    // What was sold is the source: it is shown as what came out of it.
    if accounts == Accounts::Sold { -sum } else { sum }
}
