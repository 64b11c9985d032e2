//! A paragraph's characters to tokens.

use super::chunk::{self, Cut};
use super::clitics::clitics;
use super::glued;
use super::quotes::{OpenQuotes, is_quote};
use super::words::{AbbreviationUse, WordLists};
use super::{Token, TokenKind};
use crate::span::Span;

/// Walks over one text and collects its tokens.
pub(super) struct Scanner<'t> {
    text: &'t str,
    lists: &'t WordLists,
    quotes: OpenQuotes,
    lower: String,
    /// Where the paragraph begins.
    paragraph: usize,
    pub(super) tokens: Vec<Token>,
}

/// Whether `c` separates tokens and belongs to none.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, lists: &'t WordLists) -> Self {
        let tokens = Vec::with_capacity(text.len() / 5);
        Self { text, lists, quotes: OpenQuotes::default(), lower: String::new(), paragraph: 0, tokens }
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        self.tokens.push(Token { span: Span::new(start, end), kind });
    }

    /// Collects the tokens of the paragraph from `start` to `end`.
    pub(super) fn paragraph(&mut self, start: usize, end: usize) {
        self.quotes = OpenQuotes::default();
        self.paragraph = start;
        let mut at = start;
        while let Some(c) = self.slice(at, end).chars().next() {
            at = if is_space(c) {
                at + c.len_utf8()
            } else if let Some(length) = chunk::web_address(self.slice(at, end)) {
                self.push(at, at + length, TokenKind::Word);
                at + length
            } else if chunk::is_word_char(c) || chunk::is_handle(self.slice(at, end)) {
                self.chunk(at, end)
            } else {
                self.mark(at, end, c)
            };
        }
    }

    fn mark(&mut self, at: usize, end: usize, c: char) -> usize {
        let rest = self.slice(at, end);
        let run = rest.chars().take_while(|other| *other == c).count();
        let repeated = match c {
            '.' if run > 1 => run,
            '-' | '\'' | '`' if run == 2 => 2,
            _ => 1,
        };
        let stop = at + c.len_utf8() * repeated;
        let kind = if is_quote(c) {
            let around = (self.slice(0, at).chars().next_back(), self.slice(stop, end).chars().next());
            self.quotes.classify(c, repeated == 2, around)
        } else {
            TokenKind::Mark
        };
        self.push(at, stop, kind);
        stop
    }

    /// Takes everything from `start` that hangs together without a space, cuts it, and returns where it ends.
    fn chunk(&mut self, start: usize, end: usize) -> usize {
        let stop = start + chunk::length(self.slice(start, end));
        if chunk::is_address(self.slice(start, stop)) {
            self.push(start, stop, TokenKind::Word);
            return stop;
        }
        let mut from = start;
        while from < stop {
            let piece = self.slice(from, stop);
            let seam = glued::seam(self.slice(self.paragraph, from), piece, self.slice(stop, end), self.lists);
            if let Some(at) = seam {
                self.push(from, from + at, TokenKind::Word);
                from += at;
                continue;
            }
            match chunk::first_cut(piece, self.lists) {
                Cut::None => {
                    let with_stop = self.with_full_stop(from, stop, end);
                    self.word(from, with_stop);
                    return with_stop;
                }
                Cut::Mark { at, length } => {
                    if at > 0 {
                        self.word(from, from + at);
                    }
                    self.push(from + at, from + at + length, TokenKind::Mark);
                    from += at + length;
                }
                Cut::Enclitic { at, hyphen } => {
                    self.word(from, from + at);
                    self.push(from + at, from + at + hyphen, TokenKind::Mark);
                    self.push(from + at + hyphen, stop, TokenKind::Enclitic);
                    return stop;
                }
                Cut::Between { at } => {
                    self.push(from, from + at, TokenKind::Word);
                    from += at;
                }
            }
        }
        stop
    }

    /// Where the word from `start` to `stop` ends when an abbreviation's full stop is counted in.
    fn with_full_stop(&self, start: usize, stop: usize, end: usize) -> usize {
        let rest = self.slice(stop, end);
        let Some(after) = rest.strip_prefix('.') else { return stop };
        let word = self.slice(start, stop);
        let next = after.chars().find(|c| !is_space(*c));
        let closed = after.trim_start_matches(|c| is_quote(c) || matches!(c, ')' | ']' | ' ')).is_empty();
        if after.starts_with('.') || closed {
            return stop;
        }
        let takes = match self.lists.abbreviation(word) {
            Some(AbbreviationUse::Before) => true,
            Some(AbbreviationUse::Number) => next.is_some_and(|c| c.is_ascii_digit()),
            Some(AbbreviationUse::End) => {
                !next.is_some_and(char::is_uppercase) || matches!(word, "Tbk" | "Ltd" | "Pte" | "Co" | "Inc" | "LLC")
            }
            None => chunk::is_initialism(word) || (chunk::is_initial(word) && !self.follows_letter_noun()),
        };
        if takes { stop + 1 } else { stop }
    }

    fn follows_letter_noun(&self) -> bool {
        let Some(last) = self.tokens.last() else { return false };
        let word = last.span.of(self.text);
        last.kind == TokenKind::Word && self.lists.is_letter_noun(&word.to_lowercase())
    }

    /// A word or number without inner cuts; its clitics become tokens.
    fn word(&mut self, start: usize, stop: usize) {
        let word = self.slice(start, stop);
        if chunk::is_number(word) {
            self.push(start, stop, TokenKind::Number);
            return;
        }
        if !chunk::may_hold_clitics(word) {
            self.push(start, stop, TokenKind::Word);
            return;
        }
        self.lower.clear();
        self.lower.extend(word.chars().flat_map(char::to_lowercase));
        let found = clitics(word, &self.lower, self.lists);
        let (host, particle) = (start + found.before, stop - found.particle);
        let pronoun = particle - found.pronoun;
        if found.before > 0 {
            self.push(start, host, TokenKind::Proclitic);
        }
        self.push(host, pronoun, TokenKind::Word);
        if found.pronoun > 0 {
            self.push(pronoun, particle, TokenKind::Enclitic);
        }
        if found.particle > 0 {
            self.push(particle, stop, TokenKind::Enclitic);
        }
    }
}
