//! Every clause of every device has a scenario that passes and, where the device names the clause, makes it apply.

use std::path::Path;

use acceptance::coverage;
use acceptance::feature::Features;
use acceptance::run;
use acceptance::target::core::Core;

#[test]
fn every_clause_has_its_scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("features");
    let features = Features::read(&folder).expect("the features are there");
    assert_eq!(features.unreadable, []);
    let outcomes: Vec<_> =
        features.scenarios.iter().map(|scenario| run::play(scenario, &mut Core::default())).collect();
    let coverage = coverage::count(&outcomes);
    assert_eq!(coverage.faults, Vec::<String>::new(), "\n{}", coverage.table);
}
