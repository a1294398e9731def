//! Acts with numbers: what a saved session refers to them by.

/// Declares the acts of a world: an enum; each variant has the number under which it is saved.
///
/// A number is never used again for another act, and what stands in an act never changes: saved sessions rely on both.
/// A new act gets the next free number, at any line. An act that changes a setting is called `Configure`; its fields
/// are the index of the setting and the value. A crate that uses this depends on `serde`.
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

        impl $act {
            /// The index of the setting that this act changes, if it changes one.
            $visibility fn setting_index(&mut self) -> Option<&mut u8> {
                match self {
                    $(Self::$name $(($($field),+))? => $crate::setting_index_of!($name $($(, $field)+)?),)+
                }
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

/// The index of a setting among the fields of an act, by the name of the act.
#[doc(hidden)]
#[macro_export]
macro_rules! setting_index_of {
    (Configure, $setting:ident, $value:ident) => {{
        let _ = $value;
        Some($setting)
    }};
    ($other:ident $(, $field:ident)*) => {{
        $(let _ = $field;)*
        None
    }};
}
