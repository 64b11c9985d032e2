//! A sentence cut for dates: words, whole numbers and marks. Dates need a cut of their own, because "26/10/2023" and
//! "8-13" are single numbers elsewhere.

use crate::span::Span;

/// A word, a number or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) kind: PieceKind,
    /// Whether a space, or the sentence's start, stands before it.
    pub(super) apart: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Its lower-case form, and whether it opens with a capital.
    Word(String, bool),
    /// A whole number without separators.
    Number(i32),
    /// A number with decimals or thousands, or one too long: nothing a date is made of.
    OtherNumber,
    Mark(char),
}

/// Cuts `sentence` of `text`.
pub(super) fn pieces(text: &str, sentence: Span) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut chars = sentence.of(text).char_indices().peekable();
    let mut apart = true;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        let (start, mut end) = (sentence.start + at, sentence.start + at + c.len_utf8());
        let digit = c.is_ascii_digit();
        let mut decimal = false;
        if c.is_alphanumeric() {
            while let Some(&(next, n)) = chars.peek() {
                let then_digit = || Span::new(sentence.start + next + 1, sentence.end).of(text).starts_with(digit_char);
                let joins =
                    if digit { n.is_ascii_digit() || (matches!(n, '.' | ',') && then_digit()) } else { word_char(n) };
                if !joins {
                    break;
                }
                decimal |= digit && !n.is_ascii_digit();
                end = sentence.start + next + n.len_utf8();
                chars.next();
            }
        }
        let span = Span::new(start, end);
        out.push(Piece { span, kind: kind(span.of(text), c, decimal), apart });
        apart = false;
    }
    out
}

fn digit_char(c: char) -> bool {
    c.is_ascii_digit()
}

fn word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || c == '’'
}

fn kind(word: &str, first: char, decimal: bool) -> PieceKind {
    if first.is_ascii_digit() {
        match word.parse() {
            Ok(n) if !decimal && word.len() <= 4 => PieceKind::Number(n),
            _ => PieceKind::OtherNumber,
        }
    } else if first.is_alphabetic() {
        PieceKind::Word(word.to_lowercase(), first.is_uppercase())
    } else {
        PieceKind::Mark(first)
    }
}
