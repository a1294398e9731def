//! What has to hold of the worlds and of their language, in one program: it is compiled and linked once.

mod announcement;
mod bus_language;
mod bus_laws;
mod golden;
mod long_time;
mod quay_language;
mod script_checks;
