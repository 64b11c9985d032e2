//! Text to paragraphs, sentences and tokens, all of them byte spans of the original text.

mod chunk;
mod clitics;
mod glued;
mod quotes;
mod scan;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

use crate::span::Span;
use std::ops::Range;
pub(crate) use words::COUNTED_WORDS;

/// A text cut into paragraphs, sentences and tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmented {
    /// All tokens, in the order of the text; spaces belong to none.
    pub tokens: Vec<Token>,
    /// All sentences, in the order of the text; every token lies in exactly one.
    pub sentences: Vec<Sentence>,
}

/// A word, a clitic, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The sorts of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A word, hyphenated reduplication included ("negara-negara").
    Word,
    /// A clitic after its host, with no space between: -nya, -lah, -kah, -pun, -ku, -mu.
    Enclitic,
    /// A clitic before its host, with no space between: ku-, kau-.
    Proclitic,
    /// Digits with their separators ("2,5", "1.000", "26/10/2023").
    Number,
    /// An opening quotation mark.
    QuoteOpen,
    /// A closing quotation mark.
    QuoteClose,
    /// Any other mark, one character each (an ellipsis counts as one).
    Mark,
}

/// A sentence: an attribution after a quotation belongs to the sentence of the quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices into [`Segmented::tokens`].
    pub tokens: Range<usize>,
    /// The paragraph (line) that it stands in, counted from 0.
    pub paragraph: usize,
}

/// Cuts `text` into paragraphs (lines), sentences and tokens.
pub fn segment(text: &str) -> Segmented {
    let mut scanner = scan::Scanner::new(text, &words::WORD_LISTS);
    let mut sentences = Vec::new();
    let mut start = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        let first = scanner.tokens.len();
        scanner.paragraph(start, start + line.len());
        sentences::cut(text, &scanner.tokens, first..scanner.tokens.len(), paragraph, &mut sentences);
        start += line.len() + 1;
    }
    Segmented { tokens: scanner.tokens, sentences }
}
