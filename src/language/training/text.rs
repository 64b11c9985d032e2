//! Helpers shared by the trainers.

use crate::language::models::Upos;
use crate::language::models::table::WordTable;
use crate::language::models::words::{Word, read};
use crate::segment::Token;

/// One sentence ready for training.
pub(crate) struct Prepared {
    /// Its words as features see them.
    pub(crate) words: Vec<Word>,
    /// Its annotation style.
    pub(crate) style: u32,
    /// Gold labels.
    pub(crate) labels: Vec<usize>,
    /// Tags, where a model needs them as input.
    pub(crate) tags: Vec<Upos>,
}

/// Reads a sentence's words.
pub(crate) fn words_of(text: &str, tokens: &[Token], table: &WordTable) -> Vec<Word> {
    let mut words = Vec::new();
    read(text, tokens, table, &mut words);
    words
}
