//! Which rows of the table of vectors a word is the sum of.

use super::matrix::Reader;
use crate::language::models::{ModelError, hash};

/// How many rows beginnings share; so do stems, and so do ends.
const PARTS: u32 = 2048;
/// How many rows cues share.
const CUES: u32 = 1024;
/// How many letters a beginning has at most.
const BEGINNING: usize = 4;
/// Of a stem.
const STEM: usize = 6;
/// Of an end.
const END: usize = 4;
/// Bytes of a word's hash.
const KEY: usize = 4;

/// The words that have a row of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Vocabulary {
    /// Their hashes in rising order.
    keys: Vec<u32>,
}

impl Vocabulary {
    /// Of the words with these hashes.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn new(mut keys: Vec<u32>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        Self { keys }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, ModelError> {
        let count = reader.number()? as usize;
        let (keys, _) = reader.take(count * KEY)?.as_chunks::<KEY>();
        Ok(Self { keys: keys.iter().map(|key| u32::from_le_bytes(*key)).collect() })
    }

    /// As it stands in a file.
    #[cfg(feature = "train")]
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let count = u32::try_from(self.keys.len()).unwrap_or_default();
        std::iter::once(count).chain(self.keys.iter().copied()).flat_map(u32::to_le_bytes).collect()
    }

    /// How many words have a row of their own; these are the first rows.
    #[cfg(feature = "train")]
    pub(crate) fn words(&self) -> u32 {
        self.first_shared()
    }

    /// The hash of a word in small letters, all digits alike.
    pub(crate) fn key(lower: &str) -> u32 {
        let digit = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte };
        lower.bytes().fold(hash::START, |hash, byte| hash::step(hash, digit(byte)))
    }

    /// How many rows the table of vectors has.
    pub(crate) fn rows(&self) -> usize {
        self.keys.len() + (3 * PARTS + CUES) as usize
    }

    /// The row of a word, if it has one of its own.
    pub(crate) fn own(&self, lower: &str) -> Option<u32> {
        let at = self.keys.binary_search(&Self::key(lower)).ok()?;
        u32::try_from(at).ok()
    }

    /// The rows of a word in small letters: its own, if it has one, and those of its beginning, stem and end.
    pub(crate) fn of(&self, lower: &str) -> Vec<u32> {
        let start = |letters: usize| lower.char_indices().nth(letters).map_or(lower.len(), |(at, _)| at);
        let end = lower.char_indices().rev().nth(END - 1).map_or(0, |(at, _)| at);
        let (before, after) = (lower.get(..start(BEGINNING)), lower.get(end..));
        let parts = [before, lower.get(..start(STEM)), after];
        let shared = parts.into_iter().zip(0_u32..).map(|(part, nth)| {
            let within = Self::key(part.unwrap_or_default()) % PARTS;
            self.first_shared() + nth * PARTS + within
        });
        self.own(lower).into_iter().chain(shared).collect()
    }

    /// The row of a cue, or of what else is known by a name.
    pub(crate) fn of_cue(&self, cue: &str) -> u32 {
        self.first_shared() + 3 * PARTS + Self::key(cue) % CUES
    }

    fn first_shared(&self) -> u32 {
        u32::try_from(self.keys.len()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{CUES, PARTS, Vocabulary};

    #[test]
    fn a_word_is_the_sum_of_itself_and_its_parts() {
        let vocabulary = Vocabulary::new(["mengirim", "2023", "kuda"].map(Vocabulary::key).to_vec());
        assert_eq!(vocabulary.rows(), 3 + (3 * PARTS + CUES) as usize);
        let rows = |word| vocabulary.of(word);
        let (known, unknown) = (rows("mengirim"), rows("mengirimi"));
        assert_eq!((known.len(), unknown.len()), (4, 3));
        assert_eq!(known[1..3], unknown[..2], "one beginning, one stem");
        assert_ne!(known[3], unknown[2], "two ends");
        assert_eq!(rows("2023"), rows("1998"), "digits are alike");
        assert_eq!(rows("é").len(), 3, "letters, not bytes, are counted");
        let all = [known, unknown, rows("é"), vec![vocabulary.of_cue("cue.katakan")]].concat();
        assert!(all.iter().all(|row| (*row as usize) < vocabulary.rows()));
    }
}
