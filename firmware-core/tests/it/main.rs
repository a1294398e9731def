//! What has to hold of the devices, in one program: it is compiled and linked once, and while one test takes long, the
//! others go on.

mod board_sound;
mod board_store;
mod card;
mod font;
mod golden;
mod goldens;
mod laws;
mod link;
mod mifare;
mod pn532;
mod screens;
mod validator_laws;
mod validator_screens;
mod visible;
