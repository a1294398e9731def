//! The tests that need more than a scenario can say, in one program: it is linked once, and whatever they wait for,
//! the others go on.

mod boot;
mod bus;
mod chip;
mod clauses;
mod embed;
mod engines;
mod everyone;
mod gestures;
mod goldens;
mod journeys;
mod lent;
mod offline;
mod optional;
mod page;
mod policy;
mod screenshots;
mod single_file;
mod twin;

/// What a test of the page comes to: a sentence, if something is not as it has to be.
type Outcome = Result<(), String>;
