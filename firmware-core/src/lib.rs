//! Two public devices as pure state machines: a marina shore-power pedestal and a bus-ticket validator, and what both
//! are made of.
//!
//! Nothing in this crate can ask for the time, draw a random number, allocate, or reach the outside.
//! Time and events go in, effects come out, and the front of the device is read:
//!
//! | module | what it is |
//! | --- | --- |
//! | [`device`] | the contract of a device |
//! | [`pedestal`] | the shore-power pedestal, rule by rule |
//! | [`validator`] | the bus-ticket validator, rule by rule |
//! | [`card`] | a contactless card: its bytes, its two slots, what decoding can find |
//! | [`reader`] | a card reader made of software: detects, writes, confirms, or tears |
//! | [`mifare`] | where a card's bytes lie on a MIFARE Classic 1K, and its keys |
//! | [`pn532`] | a card reader made of a PN532 on a serial line |
//! | [`link`] | the service link, by which an office or a bus computer speaks to a device |
//! | [`mod@bench`] | a device with such readers in front of it: what people act on |
//! | [`setting`] | numbers that can be changed, each with its bounds and where it comes from |
//! | [`text`] | texts of displays in three languages |
//! | [`font`] | the bitmap fonts of the monochrome displays |
//! | [`typeset`] | words and numbers put together into a line |
//! | [`time`], [`money`], [`rule`] | instants and civil dates; øre, milli-øre and grosze; clause numbers |
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

pub mod bench;
pub mod card;
pub mod device;
pub mod font;
pub mod link;
pub mod mifare;
pub mod money;
pub mod pedestal;
pub mod pn532;
pub mod reader;
pub mod rule;
pub mod setting;
pub mod text;
pub mod time;
pub mod typeset;
pub mod validator;
