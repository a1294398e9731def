//! Acts: those that every site has, and their numbers, by which a saved session refers to them.

use std::fmt;

use firmware_core::time::DateTime;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One thing that a person does, with the acts that every site has. [`acts!`](macro@crate::acts) implements it.
pub trait SiteAct: Clone + PartialEq + fmt::Debug + Serialize + DeserializeOwned {
    /// The power fails.
    const POWER_OFF: Self;
    /// The power is back.
    const POWER_ON: Self;

    /// The civil date and time are set.
    fn set_clock(civil: DateTime) -> Self;
    /// A setting is changed, by its index in [`World::all_settings`](crate::world::World::all_settings).
    fn configure(index: u8, value: u32) -> Self;
    /// The index of the setting that this act changes, if it changes one.
    fn setting_index(&mut self) -> Option<&mut u8>;
    /// A card gets another name.
    fn rename(from: String, to: String) -> Self;
    /// A card is thrown away.
    fn discard(card: String) -> Self;
    /// A card gets a hole.
    fn destroy(card: String) -> Self;
    /// A card is lost.
    fn lose(card: String) -> Self;
}

/// Declares the acts of a world: an enum; each variant has the number under which it is saved.
///
/// A number is never used again for another act, and what stands in an act never changes: saved sessions rely on both.
/// A new act gets the next free number, at any line. Among the acts are those of every site: `PowerOff`, `PowerOn`,
/// `SetClock`, `Configure` (the index of the setting and the value), `Rename`, `Discard`, `Destroy` and `Lose`. A crate
/// that uses this depends on `serde`.
#[macro_export]
macro_rules! acts {
    ($(#[$enum_doc:meta])* $visibility:vis enum $act:ident {
        $($(#[$doc:meta])* $id:literal: $name:ident $(($($field:ident: $type:ty),+))?;)+
    }) => {
        $(#[$enum_doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        $visibility enum $act {
            $($(#[$doc])* $name $(($($type),+))?,)+
        }

        impl $crate::act::SiteAct for $act {
            const POWER_OFF: Self = Self::PowerOff;
            const POWER_ON: Self = Self::PowerOn;

            fn set_clock(civil: $crate::firmware_core::time::DateTime) -> Self {
                Self::SetClock(civil)
            }

            fn configure(index: u8, value: u32) -> Self {
                Self::Configure(index, value)
            }

            fn setting_index(&mut self) -> Option<&mut u8> {
                if let Self::Configure(index, _) = self { Some(index) } else { None }
            }

            fn rename(from: String, to: String) -> Self {
                Self::Rename(from, to)
            }

            fn discard(card: String) -> Self {
                Self::Discard(card)
            }

            fn destroy(card: String) -> Self {
                Self::Destroy(card)
            }

            fn lose(card: String) -> Self {
                Self::Lose(card)
            }
        }

        impl serde::Serialize for $act {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$name $(($($field),+))? => {
                        to.serialize_newtype_variant(stringify!($act), $id, stringify!($name), &($($($field,)+)?))
                    })+
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $act {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Visitor;

                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $act;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("the number of an act")
                    }

                    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, from: A) -> Result<$act, A::Error> {
                        use serde::de::{Error as _, VariantAccess as _};
                        let (number, fields): (u32, _) = from.variant()?;
                        match number {
                            $($id => {
                                let ($($($field,)+)?) = fields.newtype_variant()?;
                                Ok($act::$name $(($($field),+))?)
                            })+
                            _ => Err(A::Error::custom("an act with an unknown number")),
                        }
                    }
                }

                from.deserialize_enum(stringify!($act), &[], Visitor)
            }
        }
    };
}
