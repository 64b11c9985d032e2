//! Values of closed sets stored by their codes.

use super::code::Code;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;

pub(super) fn serialize<T: Code, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.code())
}

pub(super) fn deserialize<'de, T: Code, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let code = String::deserialize(deserializer)?;
    T::from_code(&code).ok_or_else(|| D::Error::custom(format!("the value \"{code}\" is unknown")))
}

/// The same where there may be none.
pub(super) mod optional {
    use super::{Code, Deserialize, Deserializer, Error, Serializer};

    #[expect(clippy::ref_option, reason = "serde calls it with a reference")]
    pub(in crate::graph) fn serialize<T: Code, S: Serializer>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => to.serialize_some(value.code()),
            None => to.serialize_none(),
        }
    }

    pub(in crate::graph) fn deserialize<'de, T: Code, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
        let unknown = |code: String| D::Error::custom(format!("the value \"{code}\" is unknown"));
        Option::<String>::deserialize(from)?.map(|code| T::from_code(&code).ok_or_else(|| unknown(code))).transpose()
    }
}
