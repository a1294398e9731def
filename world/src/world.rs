//! What the worlds have in common, so that one session, one file format and one player of stories serve them all.

use std::fmt;

use firmware_core::device::Beeps;
use firmware_core::rule::Rule;
use firmware_core::setting::Setting;
use firmware_core::time::{DateTime, Instant, Millis};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::session::Session;
use crate::step::Kind;
use crate::story::Move;

/// While a card is being written, whoever keeps its bytes looks this often.
pub const WRITE_GLANCE: Millis = Millis(16);

/// A world: devices and what is around them, as a plain value. Acts and time go in.
pub trait World: Clone + PartialEq + fmt::Debug + Sized {
    /// Everything that a person can do in it.
    type Act: Clone + PartialEq + fmt::Debug + Serialize + DeserializeOwned;
    /// What comes of an act that was not refused.
    type Answer: Clone + PartialEq + fmt::Debug;
    /// Why an act was refused; a sentence.
    type Refusal: Clone + PartialEq + fmt::Debug + fmt::Display;
    /// What lasts while nothing has power: what a page keeps across a reload.
    type Lasting: Lasting;
    /// The steps of a scenario that do something in it.
    type Action: Action<Self>;
    /// The steps that look whether something is as expected.
    type Expectation: Expectation<Self>;
    /// Everything that can be seen of it.
    type Observation: Clone + PartialEq + fmt::Debug;

    /// What its kept bytes begin with, so that those of another world are told apart.
    const MARK: u8;
    /// The power fails.
    const POWER_OFF: Self::Act;
    /// The power is back.
    const POWER_ON: Self::Act;

    /// A world with nobody's card in it.
    fn bare() -> Self;

    /// The world as a page opens it: with a card of every kind worth trying.
    fn opening() -> Self;

    /// The world as it was kept, without power.
    ///
    /// # Errors
    /// A sentence that says what in it cannot be.
    fn from_lasting(lasting: Self::Lasting) -> Result<Self, String>;

    /// What lasts when the power goes at this instant: what is kept across a reload.
    fn lasting(&self) -> Self::Lasting;

    /// The simulated time since the world began.
    fn now(&self) -> Instant;

    /// The local date and time.
    fn civil(&self) -> DateTime;

    /// Does one thing at the present instant.
    ///
    /// # Errors
    /// The refusal says why not; nothing has changed then.
    fn act(&mut self, act: &Self::Act, happenings: &mut Vec<Happening>) -> Result<Self::Answer, Self::Refusal>;

    /// Lets time pass up to `now`, living through everything that happens meanwhile at its own time.
    fn pass_to(&mut self, now: Instant, happenings: &mut Vec<Happening>);

    /// When something next happens by itself.
    fn wake_at(&self) -> Option<Instant>;

    /// When what can be seen next changes by itself.
    fn next_visible_change(&self) -> Option<Instant>;

    /// Whether a card is being written somewhere: its bytes change at every moment.
    fn is_writing(&self) -> bool;

    /// The laws of value: the ledger adds up, and it says what the cards and the devices say.
    ///
    /// # Errors
    /// A sentence about the first thing that does not hold.
    fn check(&self) -> Result<(), String>;

    /// Every setting there is.
    fn all_settings() -> impl Iterator<Item = &'static Setting>;

    /// The value of a setting by its place in [`World::all_settings`].
    fn setting(&self, place: usize) -> u32;

    /// The bounds of a setting beside the others as they are.
    fn setting_bounds(&self, place: usize) -> (u32, u32);

    /// The act that changes a setting, by its place in [`World::all_settings`].
    fn configure(place: u8, value: u32) -> Self::Act;

    /// What the prices are, as a part of a sentence.
    fn tariff(&self) -> String;

    /// What can be seen of a session, with the clauses that applied since `mark`.
    fn observe(session: &Session<Self>, mark: (usize, Instant)) -> Self::Observation;
}

/// What lasts of a world.
pub trait Lasting: Clone + PartialEq + fmt::Debug + Serialize + DeserializeOwned {
    /// The simulated time at which it was kept.
    fn now(&self) -> Instant;

    /// Whether there was power when it was kept.
    fn had_power(&self) -> bool;
}

/// Something that a device did, with the clauses behind it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Happening {
    /// When.
    pub at: Instant,
    /// The device's number in its world.
    pub device: u16,
    /// The name of the screen afterwards.
    pub screen: &'static str,
    /// The clauses.
    pub rules: Vec<Rule>,
    /// The beeps that began to sound.
    pub beeps: Option<Beeps>,
}

/// A step of a scenario that does something.
pub trait Action<W: World>: Kind {
    /// The step that begins as a page opens its world.
    fn opening() -> Self;

    /// The step that begins with an empty wallet.
    fn bare() -> Self;

    /// The step that begins with a world that was kept.
    fn kept() -> Self;

    /// The step in which time passes.
    fn wait(duration: Millis) -> Self;

    /// The step that says this act.
    fn of_act(act: &W::Act) -> Option<Self>;

    /// The step that says two acts at one instant, if there is one.
    fn of_two(first: &W::Act, second: &W::Act) -> Option<Self>;

    /// What this step does. `kept` is the text below the step.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the step or with the text.
    fn moves(&self, world: &W, kept: Option<&str>) -> Result<Vec<Move<W>>, String>;
}

/// A step of a scenario that looks whether something is as expected.
pub trait Expectation<W: World>: Kind {
    /// Whether what this step expects is what is seen.
    ///
    /// # Errors
    /// A sentence that says what is seen instead.
    fn check(&self, seen: &W::Observation) -> Result<(), String>;

    /// Steps that say what is seen where it is not what was seen before.
    fn changes(seen: &W::Observation, before: Option<&W::Observation>) -> Vec<Self>;

    /// Steps that say how things stand at the end.
    fn end(seen: &W::Observation) -> Vec<Self>;
}
