//! A long time that passes at once.

use world::quay::Quay;
use world::session::LINES_MAX;

use crate::script_checks;

#[test]
fn the_journal_stays_within_its_bound_while_a_long_time_passes() {
    let player = script_checks::play::<Quay>(
        "Given a marina with an empty wallet
         Given a card \"Blue\" with 1000 kr
         Given card \"Blue\" has loaded 1000 kr onto socket 2
         When I plug the boat into socket 2
         When I switch the heater of the boat at socket 2 on
         When 240 h pass",
    );
    let lines = player.session().journal().len();
    assert!(lines > LINES_MAX / 4, "only {lines} lines: the boat uses no power");
    assert!(lines <= LINES_MAX, "{lines} lines");
}
