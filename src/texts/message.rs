//! Every message of the page, as the language files have it: `lang/en.ftl`.

use super::Words;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
