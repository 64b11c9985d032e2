//! Where sentences end, from the tokens of a paragraph.

use super::{Sentence, Token, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// Cuts the tokens in `range`, one paragraph, into sentences.
pub(super) fn cut(text: &str, tokens: &[Token], range: Range<usize>, paragraph: usize, sentences: &mut Vec<Sentence>) {
    let mut first = range.start;
    let mut at = range.start;
    while at < range.end {
        let mut next = at + 1;
        if next < range.end && runs_into(text, tokens[at], tokens[next]) {
            push(tokens, first..next, paragraph, sentences);
            first = next;
        } else if ends_sentence(text, tokens, first, at) {
            next = after_closers(text, tokens, at, range.end);
            if next < range.end && begins_sentence(text, tokens, next, range.end) {
                push(tokens, first..next, paragraph, sentences);
                first = next;
            }
        }
        at = next;
    }
    if first < range.end {
        push(tokens, first..range.end, paragraph, sentences);
    }
}

fn push(tokens: &[Token], range: Range<usize>, paragraph: usize, sentences: &mut Vec<Sentence>) {
    let span = Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end);
    sentences.push(Sentence { span, tokens: range, paragraph });
}

fn is_terminator(text: &str, token: Token) -> bool {
    token.kind == TokenKind::Mark && matches!(token.span.of(text).chars().next(), Some('.' | '?' | '!' | '…' | '‽'))
}

/// Whether the second word opens a sentence into which the first, the last of a headline, runs without a space.
fn runs_into(text: &str, one: Token, other: Token) -> bool {
    let words = one.kind == TokenKind::Word && other.kind == TokenKind::Word;
    words
        && one.span.end == other.span.start
        && one.span.of(text).ends_with(char::is_alphabetic)
        && other.span.of(text).starts_with(char::is_uppercase)
}

fn ends_sentence(text: &str, tokens: &[Token], first: usize, at: usize) -> bool {
    if !is_terminator(text, tokens[at]) {
        return false;
    }
    // "1. Xxx" and "a. Xxx" count items of a list.
    let label = at == first + 1 && tokens[first].span.len() <= 2 && tokens[at].span.of(text) == ".";
    !(at == first || label)
}

/// The first token after the marks that still belong to the sentence that ends at `at`.
fn after_closers(text: &str, tokens: &[Token], at: usize, end: usize) -> usize {
    let mut next = at + 1;
    while next < end {
        let token = tokens[next];
        let adjacent = token.span.start == tokens[next - 1].span.end;
        let closes = match token.kind {
            TokenKind::QuoteClose => true,
            TokenKind::Mark => adjacent && (is_terminator(text, token) || matches!(token.span.of(text), ")" | "]")),
            _ => false,
        };
        if !closes {
            break;
        }
        next += 1;
    }
    next
}

/// Whether the token at `at` can begin a sentence; an attribution after a quotation goes on in small letters.
fn begins_sentence(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let token = tokens[at];
    let adjacent = token.span.start == tokens[at - 1].span.end;
    let first = token.span.of(text).chars().next().unwrap_or(' ');
    match token.kind {
        TokenKind::Word => first.is_uppercase() || !(first.is_lowercase() || adjacent),
        TokenKind::Number => !adjacent,
        TokenKind::QuoteOpen => !adjacent || at + 1 < end,
        TokenKind::Mark if "([-–—•*#@+".contains(first) => {
            !adjacent && tokens.get(at + 1).is_some_and(|_| at + 1 < end && begins_sentence(text, tokens, at + 1, end))
        }
        _ => false,
    }
}
