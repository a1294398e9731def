//! The cards of a person: how they are dragged, and what can be done to them.

pub mod card_controls;
pub mod credit_flight;
pub mod drag;
