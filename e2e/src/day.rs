//! A scripted day at the marina, for measuring the speed of simulated time.

use world::quay::step::Action;
use world::step::Kind as _;

/// The day, one step a line: three boats draw power around the clock, a card is pulled out during an update twice, one
/// credit is returned, one card is reset at the desk. The clock advances by an hour at a time.
const DAY: &str = r#"
a marina with an empty wallet
a card "Blue" with 400 kr
a card "Boat" with 300 kr
a card "Red" with 250 kr
I put card "Blue" in the holder
I press socket 1
I press socket 1, 20 times
I press Enter
5 s pass
I take the card out
I plug the boat into socket 1
I switch the heater of the boat at socket 1 on
I put card "Boat" in the holder
I press socket 2
I press socket 2, 20 times
3 s pass
2 s pass
I take the card out
30 s pass
I put card "Boat" in the holder
5 s pass
I take the card out
I plug the boat into socket 2
I switch the boiler of the boat at socket 2 on
1 h pass
1 h pass
1 h pass
1 h pass
I put card "Red" in the holder
I press socket 3
I press socket 3, 15 times
I press Enter
5 s pass
I take the card out
I plug the boat into socket 3
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
I switch the heater of the boat at socket 1 off
I put card "Red" in the holder
I press socket 3
I hold socket 3 down
5 s pass
I let go of socket 3
3 s pass
1 s pass
I take the card out
61 s pass
the desk resets card "Red"
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
I press socket 1
6 s pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
1 h pass
"#;

/// The steps of the day.
pub fn steps() -> Vec<Action> {
    let lines = DAY.lines().filter(|line| !line.is_empty());
    lines.map(|line| Action::read(line).expect("every line of the day is an action")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device_core::Core;
    use world::quay::Quay;
    use world::quay::account::Account;
    use world::script::Step;
    use world::world::World as _;

    #[test]
    fn the_day_has_24_hours_without_a_refusal() {
        let mut core = Core::<Quay>::default();
        for action in steps() {
            let text = action.to_string();
            core.play(&Step::Action(action), None).expect("it can be done");
            assert_eq!(core.refusal(), None, "{text}");
        }
        let world = core.player().session().world();
        let hours = world.now().0 / 3_600_000;
        assert_eq!(hours, 24);
        let seen = core.observe();
        let consumed =
            seen.accounts.iter().find(|(account, _)| *account == Account::Consumed).expect("boats draw power");
        assert!(consumed.1 > 100 * 100_000, "they draw power all day: {consumed:?}");
    }
}
