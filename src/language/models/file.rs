//! The form of a model file.
//!
//! All numbers are little-endian. Eight bytes of magic, then version, sort, key of the word table that the weights were
//! learnt with, length of the record, length of the weights and their checksum, four bytes each; then the record (UTF-8:
//! what the model was trained on, licences, seed, scores) and the weights.

use super::hash;
use std::fmt;

const MAGIC: &[u8; 8] = b"SANGGAHM";
/// The form that this program reads.
pub(crate) const VERSION: u32 = 1;
const HEAD: usize = 8 + 6 * 4;

/// What a model file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelKind {
    /// Clusters of words.
    Words,
    /// Parts of speech.
    Tags,
    /// Names.
    Names,
    /// Heads of words.
    Heads,
    /// Relations of words to their heads.
    Relations,
    /// Kinds of statements.
    Kinds,
    /// Whom statements are directed at.
    Targets,
    /// Dictionary forms.
    Lemmas,
    /// Whose view statements are.
    Sources,
    /// What passes from whom to whom.
    Transfers,
    /// What an act says, read word by word.
    Wordings,
    /// Who gives and who receives, read word by word.
    Passings,
    /// Whom a statement is directed at, read word by word.
    Aims,
}

impl ModelKind {
    fn from_number(number: u32) -> Option<Self> {
        let all = [
            Self::Words,
            Self::Tags,
            Self::Names,
            Self::Heads,
            Self::Relations,
            Self::Kinds,
            Self::Targets,
            Self::Lemmas,
            Self::Sources,
            Self::Transfers,
            Self::Wordings,
            Self::Passings,
            Self::Aims,
        ];
        all.into_iter().find(|kind| *kind as u32 == number)
    }
}

/// Why a model file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin as model files do.
    NotAModel,
    /// It has another version than the one this program reads.
    Version(u32),
    /// It is another sort of model than the one wanted.
    Kind {
        /// What was wanted.
        wanted: ModelKind,
    },
    /// It ends too early or too late.
    Length,
    /// Its weights are not those that were written.
    Checksum,
    /// It was trained with another word table.
    WordTable,
}

impl fmt::Display for ModelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAModel => out.write_str("this is not a model file"),
            Self::Version(found) => write!(out, "the model file has version {found}, this program reads {VERSION}"),
            Self::Kind { wanted } => write!(out, "this is not a model of the sort {wanted:?}"),
            Self::Length => out.write_str("the model file is cut or has more bytes than it says"),
            Self::Checksum => out.write_str("the model file is damaged"),
            Self::WordTable => out.write_str("the model was trained with another word table"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A model file taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ModelFile<'b> {
    /// Checksum of the weights.
    pub(crate) checksum: u32,
    /// Checksum of the word table that they were learnt with; 0 for the table itself.
    pub(crate) table: u32,
    /// What it was trained on.
    pub(crate) record: &'b str,
    /// The weights.
    pub(crate) weights: &'b [u8],
}

impl<'b> ModelFile<'b> {
    /// Reads a file of the sort `wanted`.
    pub(crate) fn read(bytes: &'b [u8], wanted: ModelKind) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let number = |nth: usize| {
            let four = rest.get(nth * 4..nth * 4 + 4).and_then(|four| four.try_into().ok());
            four.map(u32::from_le_bytes).ok_or(ModelError::Length)
        };
        let version = number(0)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        if ModelKind::from_number(number(1)?) != Some(wanted) {
            return Err(ModelError::Kind { wanted });
        }
        let (table, record, weights, checksum) = (number(2)?, number(3)? as usize, number(4)? as usize, number(5)?);
        if bytes.len() != HEAD + record + weights {
            return Err(ModelError::Length);
        }
        let (record, weights) = bytes.get(HEAD..).unwrap_or_default().split_at(record);
        if hash::bytes(weights) != checksum {
            return Err(ModelError::Checksum);
        }
        let record = str::from_utf8(record).map_err(|_| ModelError::Checksum)?;
        Ok(Self { checksum, table, record, weights })
    }
}

/// Writes a model file.
#[cfg(any(feature = "train", test))]
pub(crate) fn write(kind: ModelKind, table: u32, record: &str, weights: &[u8]) -> Vec<u8> {
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let mut out = MAGIC.to_vec();
    for number in [VERSION, kind as u32, table, length(record.as_bytes()), length(weights), hash::bytes(weights)] {
        out.extend(number.to_le_bytes());
    }
    out.extend(record.as_bytes());
    out.extend(weights);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl Fn(&mut Vec<u8>), expected: Result<(), ModelError>) {
        let mut bytes = write(ModelKind::Tags, 7, "record", &[1, 2, 3]);
        change(&mut bytes);
        assert_eq!(ModelFile::read(&bytes, ModelKind::Tags).map(|_| ()), expected);
    }

    #[test]
    fn a_file_reads_back_and_a_wrong_one_is_named() {
        check(|_| (), Ok(()));
        check(|bytes| bytes[0] = b'X', Err(ModelError::NotAModel));
        check(|bytes| bytes[8] = 9, Err(ModelError::Version(9)));
        check(|bytes| bytes[12] = 0, Err(ModelError::Kind { wanted: ModelKind::Tags }));
        check(|bytes| bytes.truncate(20), Err(ModelError::Length));
        check(|bytes| bytes.truncate(bytes.len() - 1), Err(ModelError::Length));
        check(|bytes| bytes.push(0), Err(ModelError::Length));
        check(|bytes| bytes[HEAD + 7] = 9, Err(ModelError::Checksum));
        check(Vec::clear, Err(ModelError::NotAModel));
    }
}
