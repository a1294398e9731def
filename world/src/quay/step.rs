//! The steps of the quay.

use firmware_core::money::Ore;
use firmware_core::pedestal::{Key, Socket};
use firmware_core::rule::Rule;
use firmware_core::time::{DateTime, Millis};

use super::marina::Appliance;
use super::step_value::{Accounts, Assignment, ScreenName};
use super::wallet::{Issue, QuayCardStatus};
use crate::step::steps;
use crate::step_value::{Applied, MilliKr, OnOff, Quoted};

steps! {
    /// One step of a scenario that does something at the marina.
    Action {
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
    }

    /// One step of a scenario that looks whether something is as expected.
    Expectation {
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
        CardIs(card: Quoted, standing: QuayCardStatus) = "card {card} is {standing}";
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
}
