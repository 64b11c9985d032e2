//! Which way a quotation mark faces.
//!
//! Curly marks say it themselves, but news sites mix them up; straight marks say nothing. Neighbouring spaces decide
//! where they can, and the balance within the paragraph where they cannot.

use super::TokenKind;

/// What is open so far in a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OpenQuotes {
    double: bool,
    single: bool,
}

/// Whether `c` can be a quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    is_double(c) || is_single(c)
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂')
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´')
}

impl OpenQuotes {
    /// The kind of the mark `mark` (doubled where two single ones stand for a double one) between two characters, and
    /// keeps account of it.
    pub(super) fn classify(&mut self, mark: char, doubled: bool, around: (Option<char>, Option<char>)) -> TokenKind {
        let single = is_single(mark) && !doubled;
        let open = if single { self.single } else { self.double };
        let kind = direction(mark, open, around);
        if single && kind == TokenKind::QuoteClose && !open {
            return TokenKind::Mark;
        }
        *(if single { &mut self.single } else { &mut self.double }) = kind == TokenKind::QuoteOpen;
        kind
    }
}

fn direction(mark: char, open: bool, (before, after): (Option<char>, Option<char>)) -> TokenKind {
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([{-–—:/".contains(c));
    let free_after = after.is_none_or(|c| c.is_whitespace() || is_quote(c) || ".,;:!?)]}-–—/…".contains(c));
    let by_spaces = match (free_before, free_after) {
        _ if before.is_some_and(is_quote) => None,
        (true, false) => Some(TokenKind::QuoteOpen),
        (false, true) => Some(TokenKind::QuoteClose),
        _ => None,
    };
    let by_form = match mark {
        '“' | '„' | '‟' | '«' | '‘' | '‚' | '‛' | '‹' => Some(TokenKind::QuoteOpen),
        '”' | '»' | '’' | '›' => Some(TokenKind::QuoteClose),
        _ => None,
    };
    let by_balance = if open { TokenKind::QuoteClose } else { TokenKind::QuoteOpen };
    match (by_form, by_spaces) {
        // A curly mark is wrong where both its neighbours and the balance contradict it.
        (Some(form), Some(spaces)) if form != spaces && spaces == by_balance => spaces,
        (Some(form), _) => form,
        (None, Some(spaces)) => spaces,
        (None, None) => by_balance,
    }
}
