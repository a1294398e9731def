//! Every clause of every device has a scenario that passes and, where the device names the clause, makes it apply.

use std::path::Path;

use acceptance::coverage;
use acceptance::feature::Features;
use acceptance::run;

#[test]
fn every_clause_has_its_scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("features");
    let features = Features::read(&folder).expect("the features are there");
    assert_eq!(features.unreadable, []);
    let outcomes: Vec<_> = features.scenarios.iter().map(run::play_on_core).collect();
    let coverage = coverage::count(&outcomes).expect("the sources of the devices");
    assert_eq!(coverage.faults, Vec::<String>::new(), "\n{}", coverage.table);
}
