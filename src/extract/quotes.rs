//! Direct speech: which tokens stand between which quotation marks.
//!
//! Marks go missing and stray in the texts: one that opens at the end of a line belongs to the next line, and a closing
//! mark without an opening one closes what began with the sentence.

use crate::language::Document;
use crate::segment::TokenKind;
use std::ops::Range;

/// The fewest words of a quotation that can be a statement of its own.
const FEWEST_WORDS: usize = 3;

/// The most tokens between the marks of a quotation inside another.
const LONGEST_INNER: usize = 8;

/// A stretch of direct speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The tokens between the marks.
    pub(super) inside: Range<usize>,
    /// The first token behind the closing mark.
    pub(super) after: usize,
}

/// All stretches of direct speech of at least three words, or that are sentences, in order; quotations inside others are
/// left out.
pub(super) fn quotes(document: &Document<'_>) -> Vec<Quote> {
    let mut finder = Finder { document, found: Vec::new(), open: None, carried: false };
    let mut start = 0;
    while start < document.len() {
        let paragraph = document.paragraph_of(start);
        let end = (start..document.len()).find(|&i| document.paragraph_of(i) != paragraph).unwrap_or(document.len());
        finder.paragraph(start, end);
        start = end;
    }
    finder.found.retain(|quote| {
        let words = quote.inside.clone().filter(|&i| document.word(i)).count();
        words >= FEWEST_WORDS || words > 0 && sentence_of_its_own(document, &quote.inside)
    });
    finder.found
}

/// "Iya," and the like: opens a sentence and ends as speech does before its attribution.
fn sentence_of_its_own(document: &Document<'_>, inside: &Range<usize>) -> bool {
    let opens = document.sentence_tokens(inside.start).start + 1 >= inside.start;
    opens && matches!(document.written(inside.end - 1), "," | "." | "?" | "!")
}

struct Finder<'d, 't> {
    document: &'d Document<'t>,
    found: Vec<Quote>,
    open: Option<usize>,
    /// Whether the line before ended with a mark that opens this one.
    carried: bool,
}

impl Finder<'_, '_> {
    fn paragraph(&mut self, start: usize, end: usize) {
        self.open = self.carried.then_some(start);
        self.carried = false;
        let mut inner = 0;
        for i in start..end {
            if !self.double_mark(i) {
                continue;
            }
            // “… buku “Laskar” …”: a pair of marks inside a quotation.
            if self.open.is_some_and(|from| from < i) && self.opens_inner(i, end) {
                inner = i + 1;
                continue;
            }
            if inner > 0 && self.document.kind(i) == TokenKind::QuoteClose {
                inner = 0;
                continue;
            }
            let last = i + 1 == end;
            match (self.open, self.document.kind(i)) {
                (None, TokenKind::QuoteOpen) if !last => self.open = Some(i + 1),
                (None, _) if last => self.carried = true,
                (None, TokenKind::QuoteClose) => self.push(self.unopened(start, i), i),
                (Some(from), TokenKind::QuoteClose) => {
                    self.push(from, i);
                    self.open = None;
                }
                (Some(from), _) if self.speech_ended(i) => {
                    self.push(from, i);
                    self.open = Some(i + 1);
                }
                _ => {}
            }
        }
        if let Some(from) = self.open.take()
            && self.document.kind(from.saturating_sub(1)) == TokenKind::QuoteOpen
        {
            self.found.push(Quote { inside: from..end, after: end });
        }
    }

    /// Whether the mark at `i` opens a few words inside a quotation: one that closes them follows soon, and a further one,
    /// of the quotation itself, in this paragraph.
    fn opens_inner(&self, i: usize, end: usize) -> bool {
        let words = self.document.kind(i) == TokenKind::QuoteOpen && !self.speech_ended(i);
        let closes = |k: &usize| self.double_mark(*k) && self.document.kind(*k) == TokenKind::QuoteClose;
        let mut marks = (i + 1..end).filter(|&k| self.double_mark(k));
        let partner = marks.next().filter(|k| closes(k) && *k <= i + LONGEST_INNER && !self.speech_ended(*k));
        words && partner.is_some() && marks.next().is_some_and(|k| closes(&k))
    }

    /// Whether the mark at `i`, though written like an opening one, ends what stands before it.
    fn speech_ended(&self, i: usize) -> bool {
        matches!(self.document.written(i.saturating_sub(1)), "." | "," | "?" | "!")
    }

    /// Where speech that lacks its opening mark began: with the sentence, or behind the last quotation.
    fn unopened(&self, paragraph: usize, i: usize) -> usize {
        let sentence = self.document.sentence_tokens(i).start;
        let behind = self.found.last().map_or(0, |quote| quote.after);
        sentence.max(paragraph).max(behind)
    }

    fn push(&mut self, from: usize, close: usize) {
        if from < close {
            self.found.push(Quote { inside: from..close, after: close + 1 });
        }
    }

    fn double_mark(&self, i: usize) -> bool {
        matches!(self.document.kind(i), TokenKind::QuoteOpen | TokenKind::QuoteClose)
            && !matches!(self.document.written(i), "'" | "‘" | "’" | "‚" | "`")
    }
}
