//! What the models know of a single token: hashes of its form and affixes, its shape, and what the corpus taught of it.

use super::hash;
use super::table::WordTable;
use crate::segment::{Token, TokenKind};

/// One token as features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Hash of the form, digits all alike.
    pub(crate) form: u32,
    /// Hash of the form in small letters.
    pub(crate) lower: u32,
    /// Hashes of the last one to four letters, in small letters; 0 where the word is shorter.
    pub(crate) suffixes: [u32; 4],
    /// Hashes of the first two to four letters, in small letters; 0 where the word is shorter.
    pub(crate) prefixes: [u32; 3],
    /// Sort of token and how it is capitalised, see [`shape`].
    pub(crate) shape: u32,
    /// Coarse and fine cluster of the corpus, 0 where the word is unknown to it.
    pub(crate) clusters: [u32; 2],
    /// How the corpus writes the word: 0 unknown, 1 small, 2 both, 3 large.
    pub(crate) usual: u32,
}

/// Stands before the first and after the last token of a sentence.
pub(crate) static EDGE: Word =
    Word { form: 1, lower: 1, suffixes: [1; 4], prefixes: [1; 3], shape: 31, clusters: [0xffff; 2], usual: 7 };

impl Word {
    /// Whether it begins with a large letter.
    pub(crate) fn is_large(&self) -> bool {
        (2..=5).contains(&(self.shape & 7)) && self.shape < 8
    }
}

/// 0 small, 1 not letters, 2 a single large letter, 3 first letter large, 4 all large, 5 mixed, 6 small with digits; with
/// 8 times the sort of token for all that are not words.
fn shape(form: &str, kind: TokenKind) -> u32 {
    let sort = match kind {
        TokenKind::Word => 0,
        TokenKind::Enclitic => return 8,
        TokenKind::Proclitic => return 9,
        TokenKind::Number => return 10,
        TokenKind::QuoteOpen => return 11,
        TokenKind::QuoteClose => return 12,
        TokenKind::Mark => return 13,
    };
    let (mut large, mut small, mut other) = (0_u32, 0_u32, 0_u32);
    for c in form.chars() {
        if c.is_lowercase() {
            small += 1;
        } else if c.is_uppercase() {
            large += 1;
        } else {
            other += 1;
        }
    }
    let first_large = form.starts_with(char::is_uppercase);
    sort + match (large, small) {
        (0, 0) => 1,
        (0, _) if other > 0 && form.bytes().any(|byte| byte.is_ascii_digit()) => 6,
        (0, _) => 0,
        (1, 0) => 2,
        (_, 0) => 4,
        (1, _) if first_large => 3,
        _ => 5,
    }
}

/// Reads the tokens of one sentence; `words` is emptied first.
pub(crate) fn read(text: &str, tokens: &[Token], table: &WordTable, words: &mut Vec<Word>) {
    words.clear();
    let mut lower = [0_u8; 64];
    for (at, token) in tokens.iter().enumerate() {
        words.push(word(token.span.of(text), token.kind, at == 0, (table, &mut lower)));
    }
}

fn word(form: &str, kind: TokenKind, first: bool, (table, buffer): (&WordTable, &mut [u8; 64])) -> Word {
    let length = lower_into(form, buffer);
    let lower = buffer.get(..length).unwrap_or_default();
    let mut word = Word {
        form: form.bytes().fold(hash::START, |hash, byte| hash::step(hash, same_digit(byte))),
        lower: hash::bytes(lower),
        shape: shape(form, kind),
        ..Word::default()
    };
    let mut hash = hash::START;
    for (slot, byte) in word.suffixes.iter_mut().zip(lower.iter().rev()) {
        hash = hash::step(hash, *byte);
        *slot = hash;
    }
    for (slot, end) in word.prefixes.iter_mut().zip(2..=4) {
        *slot = lower.get(..end).map_or(0, hash::bytes);
    }
    // At the start of a sentence a large letter says nothing, so the small form counts where the corpus has it.
    let known = if first { table.find(word.lower).or_else(|| table.find(word.form)) } else { table.find(word.form) };
    if let Some(entry) = known.or_else(|| table.find(word.lower)) {
        word.clusters = [u32::from(entry.coarse) + 1, u32::from(entry.fine) + 1];
    }
    word.usual = table.find(word.lower).map_or(0, |entry| u32::from(entry.usual));
    word
}

fn same_digit(byte: u8) -> u8 {
    if byte.is_ascii_digit() { b'0' } else { byte }
}

/// Writes `form` in small letters with all digits alike, as far as it fits, and returns the length.
fn lower_into(form: &str, buffer: &mut [u8; 64]) -> usize {
    let mut length = 0;
    if form.is_ascii() {
        for (slot, byte) in buffer.iter_mut().zip(form.bytes()) {
            *slot = same_digit(byte.to_ascii_lowercase());
            length += 1;
        }
        return length;
    }
    let mut utf8 = [0_u8; 4];
    for c in form.chars().flat_map(char::to_lowercase) {
        let encoded = c.encode_utf8(&mut utf8).as_bytes();
        let Some(place) = buffer.get_mut(length..length + encoded.len()) else { break };
        place.copy_from_slice(encoded);
        length += encoded.len();
    }
    length
}

/// Hash of a corpus form, by which the word table is asked.
#[cfg(feature = "train")]
pub(crate) fn form_hash(form: &str) -> u32 {
    form.bytes().fold(hash::START, |hash, byte| hash::step(hash, same_digit(byte)))
}
