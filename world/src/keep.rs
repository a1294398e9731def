//! The bytes in which a session is kept, and the text in which a world stands in a feature.
//!
//! A kept session begins with a magic word, a version and the mark of its world, and ends with a CRC-32; in between it
//! is postcard. What cannot be read is told in a sentence and touched by nobody.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

use crate::session::{Deed, Session, Start};
use crate::world::{Lasting as _, World};

/// What kept bytes begin with; the world's own mark comes next.
const MAGIC: &[u8; 3] = b"KQ2";
static CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
const CRC_LEN: usize = 4;

/// Why kept bytes cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Broken {
    /// They do not begin as kept bytes of this version do.
    OtherVersion,
    /// They are of another world.
    OtherWorld,
    /// Their checksum is wrong: something has changed or cut them.
    Checksum,
    /// Their checksum is right, but they hold something else.
    Contents(String),
    /// The text is no base64.
    NotBase64,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherVersion => f.write_str("it was not kept by this version of Kerb & Quay"),
            Self::OtherWorld => f.write_str("it was kept at another place: the quay and the bus each keep their own"),
            Self::Checksum => f.write_str("its checksum is wrong: it was changed or cut short"),
            Self::Contents(what) => write!(f, "its contents cannot be: {what}"),
            Self::NotBase64 => f.write_str("it is not base64 text"),
        }
    }
}

/// A session as it is kept: where it began, what was done, and what lasts.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
struct Kept<W: World> {
    start: Start<W>,
    deeds: Vec<Deed<W>>,
    lasting: W::Lasting,
}

/// A stretch of a session: what whoever follows it elsewhere has to hear.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Stretch<W: World> {
    /// Where the session begins, if this is its first stretch.
    pub start: Option<Start<W>>,
    /// What was done in it, oldest first.
    pub deeds: Vec<Deed<W>>,
    /// The simulated time at its end.
    pub until: Instant,
}

impl<W: World> Stretch<W> {
    /// The stretch of `session` after its first `heard` deeds; its first one if nobody has heard anything of it.
    pub fn after(session: &Session<W>, heard: Option<usize>) -> Self {
        let deeds = session.deeds().skip(heard.unwrap_or_default());
        Self {
            start: heard.is_none().then(|| session.start().clone()),
            deeds: deeds.map(|(at, act)| (at, act.clone())).collect(),
            until: session.world().now(),
        }
    }

    /// The stretch as a text that goes from one program to another.
    pub fn to_text(&self) -> String {
        STANDARD.encode(sealed(W::MARK, self))
    }

    /// The stretch in such a text.
    ///
    /// # Errors
    /// [`Broken`] says why it cannot be read.
    pub fn from_text(text: &str) -> Result<Self, Broken> {
        opened(W::MARK, &unwrapped(text)?)
    }
}

/// The bytes of a session; what is under way is kept exactly as far as it got.
pub fn session_to_text<W: World>(session: &Session<W>) -> String {
    let kept = Kept::<W> {
        start: session.start().clone(),
        deeds: session.deeds().map(|(at, act)| (at, act.clone())).collect(),
        lasting: session.world().lasting(),
    };
    STANDARD.encode(sealed(W::MARK, &kept))
}

/// The session in these bytes, with the power back on.
///
/// # Errors
/// [`Broken`] says why it cannot be read; nothing is lost by trying.
pub fn session_from_text<W: World>(text: &str) -> Result<Session<W>, Broken> {
    let Kept { start, deeds, lasting } = opened::<Kept<W>>(W::MARK, &unwrapped(text)?)?;
    Session::reopened(start, deeds, lasting).map_err(Broken::Contents)
}

/// The session in these bytes as it was running when it was kept: its deeds are done again, and no power is cut.
///
/// # Errors
/// [`Broken`] says why it cannot be read; nothing is lost by trying.
pub fn running_session_from_text<W: World>(text: &str) -> Result<Session<W>, Broken> {
    let Kept { start, deeds, lasting } = opened::<Kept<W>>(W::MARK, &unwrapped(text)?)?;
    Session::replay(start, deeds, lasting.now()).map_err(Broken::Contents)
}

/// A kept world as it stands in a feature: base64 in lines of 100.
pub fn world_to_text<W: World>(lasting: &W::Lasting) -> String {
    let base64 = STANDARD.encode(sealed(W::MARK, lasting));
    let lines: Vec<_> = base64.as_bytes().chunks(100).map(String::from_utf8_lossy).collect();
    lines.join("\n")
}

/// The world in such a text.
///
/// # Errors
/// [`Broken`] says why it cannot be read.
pub fn world_from_text<W: World>(text: &str) -> Result<W::Lasting, Broken> {
    opened(W::MARK, &unwrapped(text)?)
}

/// The bytes of a base64 text, whatever white space is in it.
fn unwrapped(text: &str) -> Result<Vec<u8>, Broken> {
    let text: String = text.split_whitespace().collect();
    STANDARD.decode(text).map_err(|_| Broken::NotBase64)
}

fn sealed<T: Serialize>(mark: u8, value: &T) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(mark);
    bytes.extend(postcard::to_allocvec(value).expect("plain data always serialises"));
    let crc = CRC.checksum(&bytes);
    bytes.extend(crc.to_le_bytes());
    bytes
}

fn opened<T: for<'de> Deserialize<'de>>(mark: u8, bytes: &[u8]) -> Result<T, Broken> {
    match bytes.strip_prefix(MAGIC).and_then(|rest| rest.first()) {
        None => return Err(Broken::OtherVersion),
        Some(other) if *other != mark => return Err(Broken::OtherWorld),
        Some(_) => {}
    }
    let (sealed, crc) = bytes.split_last_chunk::<CRC_LEN>().ok_or(Broken::Checksum)?;
    if CRC.checksum(sealed) != u32::from_le_bytes(*crc) {
        return Err(Broken::Checksum);
    }
    postcard::from_bytes(&sealed[MAGIC.len() + 1..]).map_err(|error| Broken::Contents(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quay::Quay;
    use crate::quay::act::Act;
    use firmware_core::time::Millis;

    #[test]
    fn a_session_comes_back_as_its_replay() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        session.act(Act::Present("My card".into())).expect("accepted");
        session.pass(Millis(1234));
        let again = session_from_text::<Quay>(&session_to_text(&session)).expect("readable");
        assert_eq!(again.replayed().expect("replayable").world(), again.world());
        assert_eq!(again.world().now(), session.world().now());
    }

    #[test]
    fn a_running_session_comes_back_with_its_power() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        session.act(Act::Present("My card".into())).expect("accepted");
        session.pass(Millis(1234));
        let again = running_session_from_text::<Quay>(&session_to_text(&session)).expect("readable");
        assert_eq!(again.world(), session.world());
    }

    #[test]
    fn stretches_of_a_session_are_the_session() {
        let mut session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        session.act(Act::Present("My card".into())).expect("accepted");
        let first = Stretch::after(&session, None);
        session.pass(Millis(1234));
        session.act(Act::Take).expect("it is there");
        session.pass(Millis(50));
        let second = Stretch::after(&session, Some(1));
        assert_eq!(second.start, None);
        let [first, second] =
            [first, second].map(|stretch| Stretch::<Quay>::from_text(&stretch.to_text()).expect("readable"));
        let deeds = [first.deeds, second.deeds].concat();
        let again = Session::replay(first.start.expect("it is the first"), deeds, second.until).expect("replayable");
        assert_eq!(again.world(), session.world());
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let session = Session::<Quay>::new(Start::Opening).expect("the opening world");
        let bytes = STANDARD.decode(session_to_text(&session)).expect("base64");
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(session_from_text::<Quay>(&STANDARD.encode(&changed)).is_err(), "byte {at}");
        }
        assert_eq!(session_from_text::<Quay>("?!").err(), Some(Broken::NotBase64));
        assert_eq!(session_from_text::<Quay>("").err(), Some(Broken::OtherVersion));
    }
}
