//! The steps of the bus.

use firmware_core::card::FareKind;
use firmware_core::money::Grosz;
use firmware_core::time::{Date, DateTime, Millis};
use firmware_core::validator::{BAR_STEPS, Face, Field, FieldState, Key};

use super::Bus;
use super::act::Act;
use super::observation::BusObservation;
use super::step_value::{Accounts, Assignment, Blocks, Fare, Heard, Held, Reported, SCREENS, ScreenName, TariffName};
use super::wallet::{BusCardStatus, Entitlement, Issue};
use crate::step_value::{OnOff, Quoted};
use crate::{shared_steps, steps};

shared_steps! {
    world: Bus, opening: "the buses as they open", bare: "a bus and an empty wallet",
    kept: "the buses as they were kept", action: Action, act: Act, observation: BusObservation, key: Key, kind: Issue,
    status: BusCardStatus, accounts: Accounts, amount: Grosz, booked: Grosz, create: Some, bar_steps: BAR_STEPS,
}

steps! {
    /// One step of a scenario that does something on the buses or around them.
    Action includes SharedAction {
        /// There is a card of some kind that has no purse.
        HasCardWithoutPurse(kind: Issue, card: Quoted) = "a {kind} card {card} without a purse";
        /// A card carries a period ticket.
        HasPeriod(card: Quoted, fare: FareKind, from: Date, to: Date) = "card {card} gets a {fare} period ticket from {from} to {to}";
        /// A card carries an entitlement.
        HasEntitlement(card: Quoted, entitlement: Entitlement, until: Date) = "card {card} gets an entitlement to {entitlement} travel until {until}";
        /// A plain tap of a card takes this fare.
        HasFare(card: Quoted, fare: Fare) = "card {card} is set to {fare} fare";
        /// A card can be used between these days.
        HasDays(card: Quoted, from: Date, to: Date) = "card {card} is made valid from {from} to {to}";
        /// Another tariff applies.
        Tariff(name: TariffName) = "the tariff is {name}";
        /// A single ticket costs something else.
        Single(fare: FareKind, amount: Grosz) = "a single {fare} ticket costs {amount}";
        /// A ride costs something else.
        Band(fare: FareKind, stops: u32, class: u32, amount: Grosz) = "a {fare} ride of up to {stops} stops in load class {class} costs {amount}";

        /// Two cards are held to the front together and stay there.
        HoldBoth(first: Quoted, second: Quoted) = "I hold card {first} and card {second} against the validator";
        /// A card is held to the front for so long.
        HoldFor(card: Quoted, duration: Millis) = "I hold card {card} against the validator for {duration}";
        /// A card is held to the front and stays there.
        Hold(card: Quoted) = "I hold card {card} against the validator";
        /// It is taken away.
        Take() = "I take the card away";
        /// A card is held to the front for as long as any operation takes, and taken away.
        Tap(card: Quoted) = "I tap card {card}";
        /// A card goes into the side pocket.
        Pocket(card: Quoted) = "I put card {card} in the pocket";
        /// It comes out.
        TakeOut() = "I take the card out of the pocket";
        /// The field of the new type is touched, or the keys of the old one are pressed that do the same.
        Choose(field: Field) = "I choose {field}";
        /// A key goes down and stays down.
        KeyDown(key: Key) = "I hold key {key} down";
        /// It comes up.
        KeyUp(key: Key) = "I let go of key {key}";
        /// A field is touched and let go at once.
        TouchField(field: Field) = "I touch {field}";
        /// The display is touched somewhere and let go at once.
        TouchAt(x: u32, y: u32) = "I touch the display at {x}, {y}";
        /// A finger comes down on a field and stays there.
        FingerOnField(field: Field) = "I keep a finger on {field}";
        /// A finger comes down somewhere and stays there.
        FingerAt(x: u32, y: u32) = "I keep a finger on the display at {x}, {y}";
        /// It is lifted.
        Lift() = "I lift the finger";
        /// The person goes to a validator of another bus.
        WalkTo(face: Face, bus: u32) = "I stand at the {face} validator of bus {bus}";
        /// The person goes to the other validator of this bus, or to this one.
        Walk(face: Face) = "I stand at the {face} validator";
        /// The person changes to another bus, to the same type of validator.
        Board(bus: u32) = "I board bus {bus}";
        /// The bus goes on by one stop.
        NextStop() = "the bus goes to the next stop";
        /// The bus goes on to a stop ahead.
        DriveTo(stop: u32) = "the bus goes to stop {stop}";
        /// The run ends.
        EndRun() = "the run ends";
        /// The next run begins.
        Depart() = "the next run begins";
        /// The driver blocks all validators, or lifts the block.
        DriverBlocks(blocks: Blocks) = "the driver {blocks} the validators";
        /// The service point sells a card.
        Sell(kind: Issue, card: Quoted, amount: Grosz) = "the service point sells a {kind} card {card} with {amount}";
        /// The service point loads a purse.
        Load(amount: Grosz, card: Quoted) = "the service point loads {amount} onto card {card}";
        /// The service point reads a card.
        ReadOut(card: Quoted) = "the service point reads card {card}";
        /// The service point puts on a card what was ordered for it.
        Fetch(card: Quoted) = "the service point fetches the orders of card {card}";
        /// A card is reported.
        Report(card: Quoted, reported: Reported) = "I report card {card} {reported}";
        /// Money for a purse is ordered in the web shop.
        OrderTopUp(amount: Grosz, card: Quoted) = "I order a top-up of {amount} for card {card}";
        /// A period ticket is ordered there.
        OrderPeriod(fare: FareKind, days: u32, from: Date, card: Quoted) = "I order a {fare} period ticket of {days} days from {from} for card {card}";
        /// The inspector looks at a card.
        Inspect(card: Quoted) = "the inspector checks card {card}";
    }

    /// One step of a scenario that looks whether something is as expected.
    Expectation includes SharedExpectation {
        /// The display names the line, its direction and the number of the stop.
        ShowsRoute(line: u32, direction: Quoted, stop: u32) = "the display shows line {line} to {direction}, stop {stop}";
        /// The display shows date and time.
        ClockShown(civil: DateTime) = "the clock shows {civil}";
        /// It shows neither.
        NoClock() = "no clock is shown";
        /// A field of the new type looks so.
        FieldIs(field: Field, state: FieldState) = "the field {field} is {state}";
        /// The red lamp is lit, or not.
        Lamp(on: OnOff) = "the lamp is {on}";
        /// These beeps began since the last step that did something.
        Hear(heard: Heard) = "I hear {heard}";
        /// The bus is at the stop with this number.
        BusAt(stop: u32) = "the bus is at stop {stop}";
        /// An inspector on this bus would find nothing wrong, or would.
        CardRides(card: Quoted, held: Held) = "card {card} holds {held}";
        /// So many tickets are on the card's open ride in this run.
        CardCarries(card: Quoted, normal: u32, reduced: u32) = "card {card} carries {normal} normal and {reduced} reduced tickets";
        /// So often has the card been changed since it was made.
        CardChanged(card: Quoted, count: u32) = "card {card} has {count} changes";
        /// So many orders wait for the card in the web shop.
        OrdersWait(count: u32, card: Quoted) = "the web shop has {count} orders for card {card}";
        /// What the service point read on the card holds these words.
        ReadsOut(words: Quoted) = "the service point reads out {words}";
        /// What the inspector found holds these words.
        Finds(words: Quoted) = "the inspector finds {words}";
    }
}
