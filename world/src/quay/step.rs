//! The steps of the quay.

use firmware_core::money::{Ore, WattHours};
use firmware_core::pedestal::{BAR_STEPS, Key, Socket};

use super::Quay;
use super::act::Act;
use super::marina::Appliance;
use super::observation::QuayObservation;
use super::step_value::{Accounts, Assignment, SCREENS, ScreenName};
use super::wallet::{Issue, QuayCardStatus};
use crate::step_value::{MilliKr, OnOff, Quoted};
use crate::{shared_steps, steps};

shared_steps! {
    world: Quay, opening: "the marina as it opens", bare: "a marina with an empty wallet",
    kept: "the marina as it was kept", action: Action, act: Act, observation: QuayObservation, key: Key, kind: Issue,
    status: QuayCardStatus, accounts: Accounts, amount: Ore, booked: MilliKr, create: std::convert::identity,
    bar_steps: BAR_STEPS,
}

steps! {
    /// One step of a scenario that does something at the marina.
    Action includes SharedAction {
        /// There is a user card.
        HasCard(card: Quoted, amount: Ore) = "a card {card} with {amount}";
        /// A card has been used to load a socket, start to end, with the buttons.
        HasLoaded(card: Quoted, amount: Ore, socket: Socket) = "card {card} has loaded {amount} onto socket {socket}";

        /// Two cards go into the holder together.
        PresentBoth(first: Quoted, second: Quoted) = "I put card {first} and card {second} in the holder";
        /// A card goes into the holder.
        Present(card: Quoted) = "I put card {card} in the holder";
        /// The card comes out.
        Take() = "I take the card out";
        /// The same, several times.
        PressTimes(key: Key, count: u32) = "I press {key}, {count} times";
        /// A button goes down and stays down.
        Hold(key: Key) = "I hold {key} down";
        /// It comes up.
        LetGo(key: Key) = "I let go of {key}";
        /// The person goes to another pedestal.
        Walk(number: u32) = "I walk to pedestal {number}";
        /// A boat is plugged in.
        Plug(socket: Socket) = "I plug the boat into socket {socket}";
        /// A boat is unplugged.
        Unplug(socket: Socket) = "I unplug the boat from socket {socket}";
        /// An appliance is switched.
        Switch(appliance: Appliance, socket: Socket, on: OnOff) = "I switch the {appliance} of the boat at socket {socket} {on}";
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
    }

    /// One step of a scenario that looks whether something is as expected.
    Expectation includes SharedExpectation {
        /// The socket is live, and its button is blue; or neither.
        SocketIs(socket: Socket, on: OnOff) = "socket {socket} is {on}";
        /// The socket holds this.
        SocketHolds(socket: Socket, amount: MilliKr) = "socket {socket} holds {amount}";
        /// The socket has delivered this since it was last free.
        HasDelivered(socket: Socket, energy: WattHours) = "socket {socket} has delivered {energy}";
        /// The ledger shows this beside the money for energy.
        LedgerEnergy(energy: WattHours) = "the ledger shows {energy} delivered";
        /// The boat draws this from its socket.
        Draws(socket: Socket, watts: u32) = "the boat at socket {socket} draws {watts} W";
        /// What the desk read on the card holds these words.
        ReadOut(words: Quoted) = "the desk reads out {words}";
    }
}
