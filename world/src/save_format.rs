//! The bytes in which a session is kept, and the text in which a world stands in a feature.
//!
//! A saved session begins with two letters, a version and the letter of its world, and ends with a CRC-32; in between
//! is postcard. Bytes that cannot be read give an error and stay as they are.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use firmware_core::time::Instant;
use serde::{Deserialize, Serialize};

use crate::act::SiteAct as _;
use crate::session::{Session, Start, TimedAct};
use crate::world::{Persistent, World};

/// The version of the saved form. A change of the form raises it, keeps reading the versions before, and adds golden
/// files (`world/tests/golden/README.md`).
///
/// | version | written by | what it is |
/// | --- | --- | --- |
/// | 2 | 0.1.0 | settings by their index in the list of 0.1.0, one set for each device |
/// | 3 | before the release of 0.2.0 | each setting once, by its name, by whose index an act names it; acts by number |
/// | 4 | 0.2.0 | of the quay, the energy that each socket has delivered (DP-39) |
pub const VERSION: u8 = 4;
/// The version before the quay counted energy.
const VERSION_3: u8 = 3;
/// The version that 0.1.0 wrote.
const VERSION_2: u8 = 2;

/// Saved bytes begin with this, then the version as a digit, then [`World::MARK`].
const MAGIC: &[u8; 2] = b"KQ";
const HEADER_LEN: usize = MAGIC.len() + 2;
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
            Self::OtherWorld => f.write_str("it is of another site: the quay and the bus each keep their own"),
            Self::Checksum => f.write_str("its checksum is wrong: it was changed or cut short"),
            Self::Contents(what) => write!(f, "its contents cannot be: {what}"),
            Self::NotBase64 => f.write_str("it is not base64 text"),
        }
    }
}

type Version2<W> = <<W as World>::Persistent as Persistent>::Version2;
type Version3<W> = <<W as World>::Persistent as Persistent>::Version3;

/// A session as it is saved: where it began, what was done, and what survives.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
struct Saved<W: World> {
    start: Start<W>,
    acts: Vec<TimedAct<W>>,
    persistent: W::Persistent,
}

/// The same in an older version, in which `O` is what survives of the world.
#[derive(Deserialize)]
#[serde(bound(deserialize = "O: Deserialize<'de>"))]
struct SavedBefore<W: World, O> {
    start: StartBefore<O>,
    acts: Vec<TimedAct<W>>,
    persistent: O,
}

/// [`Start`] in an older version.
#[derive(Deserialize)]
enum StartBefore<O> {
    Bare,
    Opening,
    Kept(Box<O>),
}

impl<W: World, O: Into<W::Persistent>> From<SavedBefore<W, O>> for Saved<W> {
    fn from(SavedBefore { start, acts, persistent }: SavedBefore<W, O>) -> Self {
        let start = match start {
            StartBefore::Bare => Start::Bare,
            StartBefore::Opening => Start::Opening,
            StartBefore::Kept(persistent) => Start::Kept(Box::new((*persistent).into())),
        };
        Self { start, acts, persistent: persistent.into() }
    }
}

impl<W: World> Saved<W> {
    /// The session in these bytes, its acts with the settings of this program.
    fn from_bytes(bytes: &[u8]) -> Result<Self, Broken> {
        let mut saved: Self = match opened(W::MARK, bytes)? {
            (VERSION_2, contents) => decoded::<SavedBefore<W, Version2<W>>>(contents)?.into(),
            (VERSION_3, contents) => decoded::<SavedBefore<W, Version3<W>>>(contents)?.into(),
            (_, contents) => decoded(contents)?,
        };
        for (_, act) in &mut saved.acts {
            if let Some(index) = act.setting_index() {
                let name = saved.persistent.site().settings.get(usize::from(*index)).map(|(name, _)| name);
                let found = W::all_settings().position(|setting| name.is_some_and(|name| name == setting.name));
                // An act with a setting that does not exist any more is refused when it is replayed.
                *index = found.and_then(|index| u8::try_from(index).ok()).unwrap_or(u8::MAX);
            }
        }
        Ok(saved)
    }
}

/// A stretch of a session: what whoever follows it elsewhere has to hear.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Stretch<W: World> {
    /// Where the session begins, if this is its first stretch.
    pub start: Option<Start<W>>,
    /// What was done in it, oldest first.
    pub acts: Vec<TimedAct<W>>,
    /// The simulated time at its end.
    pub until: Instant,
}

impl<W: World> Stretch<W> {
    /// The stretch of `session` after its first `heard` acts; its first one if nobody has heard anything of it.
    pub fn after(session: &Session<W>, heard: Option<usize>) -> Self {
        let acts = session.acts().skip(heard.unwrap_or_default());
        Self {
            start: heard.is_none().then(|| session.start().clone()),
            acts: acts.map(|(at, act)| (at, act.clone())).collect(),
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
        let bytes = unwrapped(text)?;
        match opened(W::MARK, &bytes)? {
            (VERSION, contents) => decoded(contents),
            _ => Err(Broken::OtherVersion),
        }
    }
}

/// The bytes of a session; what is under way is kept exactly as far as it got.
pub fn session_to_text<W: World>(session: &Session<W>) -> String {
    let saved = Saved::<W> {
        start: session.start().clone(),
        acts: session.acts().map(|(at, act)| (at, act.clone())).collect(),
        persistent: session.world().persistent(),
    };
    STANDARD.encode(sealed(W::MARK, &saved))
}

/// The session in these bytes, with the power back on.
///
/// # Errors
/// [`Broken`] says why it cannot be read; nothing is lost by trying.
pub fn session_from_text<W: World>(text: &str) -> Result<Session<W>, Broken> {
    let Saved::<W> { start, acts, persistent } = Saved::from_bytes(&unwrapped(text)?)?;
    Session::reopened(start, acts, persistent).map_err(Broken::Contents)
}

/// The session in these bytes as it was running when it was kept: its acts are done again, and no power is cut.
///
/// # Errors
/// [`Broken`] says why it cannot be read; nothing is lost by trying.
pub fn running_session_from_text<W: World>(text: &str) -> Result<Session<W>, Broken> {
    let Saved::<W> { start, acts, persistent } = Saved::from_bytes(&unwrapped(text)?)?;
    Session::replay(start, acts, persistent.site().now).map_err(Broken::Contents)
}

/// A kept world as it stands in a feature: base64 in lines of 100.
pub fn world_to_text<W: World>(persistent: &W::Persistent) -> String {
    let base64 = STANDARD.encode(sealed(W::MARK, persistent));
    let lines: Vec<_> = base64.as_bytes().chunks(100).map(String::from_utf8_lossy).collect();
    lines.join("\n")
}

/// The world in such a text.
///
/// # Errors
/// [`Broken`] says why it cannot be read.
pub fn world_from_text<W: World>(text: &str) -> Result<W::Persistent, Broken> {
    let bytes = unwrapped(text)?;
    match opened(W::MARK, &bytes)? {
        (VERSION_2, contents) => decoded::<Version2<W>>(contents).map(Into::into),
        (VERSION_3, contents) => decoded::<Version3<W>>(contents).map(Into::into),
        (_, contents) => decoded(contents),
    }
}

/// The bytes of a base64 text, whatever white space is in it.
fn unwrapped(text: &str) -> Result<Vec<u8>, Broken> {
    let text: String = text.split_whitespace().collect();
    STANDARD.decode(text).map_err(|_| Broken::NotBase64)
}

fn sealed<T: Serialize>(mark: u8, value: &T) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([b'0' + VERSION, mark]);
    bytes.extend(postcard::to_allocvec(value).expect("plain data always serialises"));
    let crc = CRC.checksum(&bytes);
    bytes.extend(crc.to_le_bytes());
    bytes
}

/// The version of saved bytes, and what is between header and checksum.
fn opened(mark: u8, bytes: &[u8]) -> Result<(u8, &[u8]), Broken> {
    let [version, world] = match bytes.strip_prefix(MAGIC) {
        Some([version, world, ..]) => [version.wrapping_sub(b'0'), *world],
        Some(_) | None => return Err(Broken::OtherVersion),
    };
    if !(VERSION_2..=VERSION).contains(&version) {
        return Err(Broken::OtherVersion);
    }
    if world != mark {
        return Err(Broken::OtherWorld);
    }
    let (sealed, crc) = bytes.split_last_chunk::<CRC_LEN>().ok_or(Broken::Checksum)?;
    if CRC.checksum(sealed) != u32::from_le_bytes(*crc) {
        return Err(Broken::Checksum);
    }
    Ok((version, sealed.get(HEADER_LEN..).ok_or(Broken::Checksum)?))
}

fn decoded<T: for<'de> Deserialize<'de>>(contents: &[u8]) -> Result<T, Broken> {
    postcard::from_bytes(contents).map_err(|error| Broken::Contents(error.to_string()))
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
        let acts = [first.acts, second.acts].concat();
        let again = Session::replay(first.start.expect("it is the first"), acts, second.until).expect("replayable");
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
